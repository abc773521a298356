package document

import (
	"bytes"
	"path"
	"reflect"
	"strings"

	"bangvang/internal/diag"

	"gopkg.in/yaml.v3"
)

// TypeOf returns the type of a file whose header has none: the place decides. The path is from the site's folder.
func TypeOf(name string) Type {
	switch {
	case path.Base(name) == "_index.md":
		return TypeSection
	case strings.HasSuffix(name, ".en.md"):
		return TypeTranslation
	}
	for _, folder := range strings.Split(path.Dir(name), "/") {
		if folder == "tin-tuc" || folder == "tin" {
			return TypeArticle
		}
	}
	return TypePage
}

// Parse reads one file of content. It always returns a document with what could be understood, and everything
// that is wrong with the file. The path is from the site's folder, with "/". The caller must not change data later.
func Parse(name string, data []byte) (*Document, []diag.Finding) {
	f, unread := open(name, data)
	doc := &Document{Path: f.path, Type: TypeOf(f.path), Body: Body{Pieces: []HTML{""}}}
	if unread != nil {
		doc.file = f
		return doc, []diag.Finding{*unread}
	}
	var findings []diag.Finding
	fault := f.split()
	doc.file = f
	if fault != nil {
		findings = append(findings, *fault)
	} else {
		findings = doc.readHeader()
	}
	body, more := f.convert()
	findings = append(findings, f.invisible()...)
	doc.Body = body
	if doc.Header.Draft {
		doc.ToFill = bytes.Count(f.text, fillMark)
	} else if doc.Readable {
		findings = append(findings, f.leftToFill()...)
	}
	doc.file.forget(body)
	return doc, diag.Sort(append(findings, more...))
}

// fillMark opens what a new document leaves to its author: "‹điền số›".
var fillMark = []byte("‹điền ")

// leftToFill reports the marks that a new document has and one that is no draft may not have.
func (f *file) leftToFill() []diag.Finding {
	var out []diag.Finding
	for at := 0; len(out) < maxFindings; {
		i := bytes.Index(f.text[at:], fillMark)
		if i < 0 {
			break
		}
		at += i
		mark, _, _ := strings.Cut(string(firstLine(f.text[at:])), "›")
		out = append(out, f.finding("left-to-fill", f.pos(at), diag.Args{"got": mark + "›"}))
		at += len(fillMark)
	}
	return out
}

// readHeader decodes the header into the document.
func (d *Document) readHeader() []diag.Finding {
	root, findings := d.file.parseYAML()
	if root == nil {
		if len(findings) == 0 {
			findings = append(findings, d.file.finding("header-empty", diag.Pos{Line: 1, Column: 1}, nil))
		}
		return findings
	}
	if root.Kind != yaml.MappingNode {
		return append(findings, d.file.noKeys(root))
	}
	d.Readable = true
	dec := &decoder{file: &d.file, findings: findings}
	d.Type = dec.typeOf(root, d.Type)
	targets := []target{{headerKeys(d.Type), reflect.ValueOf(&d.Header).Elem()}}
	if own := d.own(); own.IsValid() {
		targets = append(targets, targetOf(own))
	}
	dec.mapping(root, targets...)
	dec.complete(root, d)
	d.unread = dec.unread
	return dec.findings
}

// typeOf returns the type that the header names, or the place's where it names none.
func (d *decoder) typeOf(root *yaml.Node, place Type) Type {
	n := typeNode(root)
	switch {
	case place == TypeSection || place == TypeTranslation:
		return place
	case isAbsent(n):
		return d.guessed(root, place)
	}
	if !d.isKind(n, yaml.ScalarNode, Key{Name: "type"}) {
		return place
	}
	for _, name := range typeNames {
		if n.Value == name {
			return Type(name)
		}
	}
	d.report("unknown-type", n, diag.Args{"got": n.Value, "near": nearType(n.Value), "allowed": allTypes()})
	return place
}

// own makes the part of the document that only its type has, and returns it; not valid where there is none.
func (d *Document) own() reflect.Value {
	switch d.Type {
	case TypePlan:
		d.Plan = &Plan{}
		return reflect.ValueOf(d.Plan).Elem()
	case TypeCriteria:
		d.Criteria = &Criteria{}
		return reflect.ValueOf(d.Criteria).Elem()
	case TypeResults:
		d.Results = &Results{}
		return reflect.ValueOf(d.Results).Elem()
	case TypeAwards:
		d.Awards = &Awards{}
		return reflect.ValueOf(d.Awards).Elem()
	case TypeUnits:
		d.Units = &Units{}
		return reflect.ValueOf(d.Units).Elem()
	case TypeTranslation:
		d.Picture = &PictureWords{}
		return reflect.ValueOf(d.Picture).Elem()
	}
	return reflect.Value{}
}

// ParseSite reads content/site.yaml, a file of YAML alone.
func ParseSite(name string, data []byte) (*Settings, []diag.Finding) {
	f, unread := open(name, data)
	s := &Settings{file: f}
	if unread != nil && unread.Code == "empty-file" {
		return s, []diag.Finding{f.finding("settings-empty", unread.Pos, nil)}
	}
	if unread != nil {
		return s, []diag.Finding{*unread}
	}
	s.file.head = span{0, len(f.text)}
	if bytes.HasPrefix(f.text, []byte("---\n")) {
		s.file.head.from = len("---\n")
	}
	root, findings := s.file.parseYAML()
	if root == nil && len(findings) == 0 {
		findings = append(findings, s.file.finding("settings-empty", diag.Pos{Line: 1, Column: 1}, nil))
	}
	if root == nil {
		return s, findings
	}
	if root.Kind != yaml.MappingNode {
		return s, append(findings, s.file.noKeys(root))
	}
	dec := &decoder{file: &s.file, findings: findings}
	dec.mapping(root, target{SiteKeys(), reflect.ValueOf(&s.Site).Elem()})
	return s, diag.Sort(append(dec.findings, s.file.invisible()...))
}
