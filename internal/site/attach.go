package site

import (
	"maps"
	"path"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/sheet"
	"bangvang/internal/viet"
)

// An Attachment is a file that a page names: it is published beside the page.
type Attachment struct {
	Source  string // path from the site's folder
	Address string // "/phong-trao/x/ke-hoach/kh-138.pdf", without the base path
}

// Pictures are the endings of images that browsers show and that we can measure.
var Pictures = []string{".png", ".jpg", ".jpeg", ".gif", ".webp"}

// attach gives each page the files that it names, and warns of files that nobody names.
func (a *assembly) attach() {
	used := map[string]bool{}
	for _, p := range a.all() {
		for _, file := range a.named(p) {
			used[file] = true
			p.attach(file)
		}
	}
	if len(a.site.Hidden) > 0 && !a.Drafts {
		a.spare(used)
	}
	for _, name := range slices.Sorted(maps.Keys(a.site.files)) {
		if !used[name] && !a.sheets[name] {
			a.report(diag.New("unused-file", name, diag.Pos{}, diag.Args{"file": path.Base(name)}))
		}
	}
}

// spare marks the files that hidden documents name: they are not unused, only not public yet.
func (a *assembly) spare(used map[string]bool) {
	docs := slices.Clone(a.english)
	for _, h := range a.site.Hidden {
		docs = append(docs, h.Doc)
	}
	for _, doc := range docs {
		for _, name := range names(doc) {
			full := path.Clean(folder(doc.Path) + name)
			used[full], used[full+sheet.LayoutEnding] = true, true
		}
	}
}

// names returns what a document calls the files beside it, whether or not they are there.
func names(doc *document.Document) []string {
	var out []string
	if img := doc.Header.Image; img != nil {
		out = append(out, img.Src)
	}
	if act := ActOf(doc); act != nil {
		out = append(out, act.File)
	}
	if res := doc.Results; res != nil {
		out = append(out, res.Scores.File)
		for _, kind := range slices.Sorted(maps.Keys(res.Sheets)) {
			out = append(out, res.Sheets[kind])
		}
	}
	for _, slot := range doc.Body.Slots {
		out = append(out, slot.Target, slot.Args["src"])
	}
	return out
}

// all returns the pages, registries and sections in a fixed order.
func (a *assembly) all() []*Page {
	out := append(slices.Clone(a.site.Pages), a.site.Register...)
	for _, dir := range slices.Sorted(maps.Keys(a.site.Sections)) {
		out = append(out, a.site.Sections[dir])
	}
	return out
}

// named returns the files that a page's header and body name, those that are there.
func (a *assembly) named(p *Page) []string {
	var out []string
	doc := p.Doc
	add := func(name string, key ...any) {
		if file, ok := a.beside(doc, name, key...); ok {
			out = append(out, file)
		}
	}
	if img := doc.Header.Image; img != nil && img.Src != "" {
		a.picture(doc, img.Src, "image", "src")
		add(img.Src, "image", "src")
	}
	if act := ActOf(doc); act != nil && act.File != "" && a.mayPublish(act.File, doc.Finding, "document", "file") {
		add(act.File, "document", "file")
	}
	for _, doc := range []*document.Document{doc, p.English} {
		if doc == nil {
			continue
		}
		for _, slot := range doc.Body.Slots {
			if file, ok := a.inBody(p, doc, slot); ok {
				out = append(out, file)
			}
		}
	}
	return out
}

// inBody returns the file that a slot of the page's text, in either language, names. Links that name no file are addresses, checked on the output.
func (a *assembly) inBody(p *Page, doc *document.Document, slot document.Slot) (string, bool) {
	target := slot.Target
	switch {
	case slot.Kind == document.SlotDirective && slot.Name == "figure":
		target = slot.Args["src"]
	case slot.Kind == document.SlotDirective:
		return "", false
	}
	link, ok := a.site.Link(p, target)
	if ok && link.File != "" {
		at := func(code string, args diag.Args, _ ...any) diag.Finding { return doc.FindingAt(code, slot.Pos, args) }
		return link.File, slot.Kind != document.SlotLink || a.mayPublish(path.Base(link.File), at)
	}
	if slot.Kind != document.SlotLink {
		a.report(doc.FindingAt("image-missing", slot.Pos, diag.Args{"got": target, "near": diag.Nearest(target, a.neighbours(doc))}))
	}
	return "", false
}

// mayPublish reports whether a file is of a kind that is published: a picture or a PDF. Word and Excel files hold
// more than they show.
func (a *assembly) mayPublish(name string, finding func(string, diag.Args, ...any) diag.Finding, key ...any) bool {
	ending := strings.ToLower(path.Ext(name))
	if ending == ".pdf" || slices.Contains(Pictures, ending) {
		return true
	}
	a.report(finding("file-kind", diag.Args{"got": name}, key...))
	return false
}

// picture reports an image of a kind that browsers don't show everywhere.
func (a *assembly) picture(doc *document.Document, name string, key ...any) {
	if !slices.Contains(Pictures, strings.ToLower(path.Ext(name))) {
		a.report(doc.Finding("image-kind", diag.Args{"got": name}, key...))
	}
}

func (p *Page) attach(file string) {
	if slices.ContainsFunc(p.Files, func(f Attachment) bool { return f.Source == file }) {
		return
	}
	p.Files = append(p.Files, Attachment{Source: file, Address: p.Address + plainName(path.Base(file))})
}

// plainName makes a file's name plain ASCII and keeps its ending, but that of a WebP, which is published as a JPEG and must
// not stand in the place of one beside it. A name without a letter or digit is "tep".
func plainName(name string) string {
	ext := path.Ext(name)
	plain := viet.Slug(strings.TrimSuffix(name, ext))
	if plain == "" {
		plain = "tep"
	}
	switch kind := viet.Slug(ext); kind {
	case "":
	case "webp":
		plain += "-webp.jpg"
	default:
		plain += "." + kind
	}
	return plain
}

// FileAddress returns where a file that the page names is published; "" if the page does not name it.
func (p *Page) FileAddress(file string) string {
	for _, f := range p.Files {
		if f.Source == file {
			return f.Address
		}
	}
	return ""
}
