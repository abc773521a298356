// Package render draws pages: [view.Page] in, HTML and its [Facts] out. It is the only importer of
// html/template, and the only place where text becomes markup without being escaped.
//
// # A theme
//
// A [Theme] is a set of templates, one file each at the top of a templates folder. [Parse] reads folders on
// top of each other: a file of the first hides the file of the same name in the next, so that a site
// overrides the built-in theme file by file.
//
//	base.html                  the frame around every page; its dot is [view.Page]
//	ranking.html, …            one per page type, named after it ([Kinds]); its dot is that type
//	block-ranking-table.html   what a directive puts into a text, named "block-" and the type ([Blocks])
//	any other name             a part; its dot is whatever {{template "name" …}} passes
//
// A template is called by its file's name without ".html". In base.html {{template "main" .Main}} stands
// for the page type's own template. Three functions are added to those of html/template:
//
//	{{body .Body}}   writes a [view.Body]: its markup, and its blocks by their templates
//	{{foot .Site}}   the part "site-footer", drawn once for a site and kept
//	{{data .Data}}   writes a [view.Data] as a block of JSON-LD
//
// Templates are written in Vietnamese. english.tsv beside them has the English of each run of their words (english.go),
// and lang="vi" marks what stays Vietnamese on an English page.
//
// # What is certain
//
// A template that names a field that does not exist, calls a template that does not exist, or puts a value
// where it can't be escaped is found by [Parse], with file and line, whether or not a page would reach the
// place (see fields.go). What can still go wrong while a page is drawn, such as an index out of range, is a
// finding of [Theme.Render].
//
// # Programs
//
// html/template draws a page by walking its parse tree and looking up each name by reflection, which costs more
// than all the rest of a page. So [Parse] compiles the trees, as html/template has escaped them, into programs:
// functions that know the place of each field (compile.go, expression.go) and write a value as it is where
// html/template would, else through html/template's own escapers (action.go, escaper.go).
//
// A program draws what html/template would, byte for byte, or nothing. A template with a construct that is not
// covered (methods, maps, assignments, break and continue, functions beyond those of expression.go, a value in a
// script, a part called inside an attribute) is executed by html/template where it is called. A page on which
// something goes wrong is drawn again by html/template as a whole, and its error names the place.
//
// A theme never changes after Parse and may be used by many goroutines at once.
package render

import (
	"bytes"
	"html/template"
	"io/fs"
	"reflect"
	"sync"
	"sync/atomic"

	"bangvang/internal/diag"
	"bangvang/internal/view"
)

// A Theme is a parsed set of templates.
type Theme struct {
	pages    map[string]*template.Template       // by [view.Page.Kind]
	blocks   map[reflect.Type]*template.Template // by what [view.Part.Block] points to
	footer   *template.Template
	programs map[*template.Template]*program // of those three
	drawn    atomic.Pointer[drawnFoot]
	sources  sources
	buffers  sync.Pool
}

// Parse reads every *.html of the folders, the site's own first, the built-in theme last, for pages in a language.
// The theme is nil where a finding is an error.
func Parse(lang diag.Lang, folders ...fs.FS) (*Theme, []diag.Finding) {
	t := &Theme{sources: sources{}}
	t.buffers.New = func() any { return new(bytes.Buffer) }
	found := t.sources.read(folders)
	set := template.New("").Funcs(template.FuncMap{"body": t.body, "foot": t.foot, "data": t.data})
	found = append(found, t.sources.parse(set, lang, readEnglish(folders))...)
	if diag.Errors(found) > 0 {
		return nil, diag.Sort(found)
	}
	found = append(found, checkFields(set, t.sources)...)
	if diag.Errors(found) > 0 {
		return nil, diag.Sort(found)
	}
	t.assign(set)
	found = append(found, t.escape()...)
	if diag.Errors(found) > 0 {
		return nil, diag.Sort(found)
	}
	t.compile(set)
	return t, diag.Sort(found)
}

// assign finds the templates that Render starts from, and makes of the frame one template per page type.
func (t *Theme) assign(set *template.Template) {
	t.pages = make(map[string]*template.Template, len(kinds))
	for kind := range kinds {
		t.pages[kind] = frameFor(set, kind)
	}
	t.blocks = make(map[reflect.Type]*template.Template, len(blocks))
	for name, typ := range blocks {
		t.blocks[typ] = set.Lookup(name)
	}
	t.footer = set.Lookup("site-footer")
}

// Render draws the page. The bytes are the caller's. Findings are a template's faults that only this page
// brings to light; the bytes are nil then.
func (t *Theme) Render(p *view.Page) ([]byte, Facts, []diag.Finding) {
	buf := t.buffer()
	defer t.buffers.Put(buf)
	var facts Facts
	found := t.RenderTo(buf, p, func(f Facts) { facts = f.Clone() })
	if found != nil {
		return nil, Facts{}, found
	}
	return bytes.Clone(buf.Bytes()), facts, nil
}

// RenderTo draws the page into an empty buffer, for a page that is written at once and not kept. The facts are lent to
// use: who keeps them clones them.
func (t *Theme) RenderTo(buf *bytes.Buffer, p *view.Page, use func(Facts)) []diag.Finding {
	page, ok := t.pages[p.Kind]
	if !ok {
		return []diag.Finding{missing(p.Kind)}
	}
	if err := t.execute(page, buf, p); err != nil {
		return []diag.Finding{t.sources.failure("template-failed", err, p.Address)}
	}
	s := scan(buf.Bytes())
	defer s.done()
	if buf.Len() > Light {
		s.facts.Packed = packed(buf.Bytes())
	}
	use(s.facts)
	return nil
}

// execute draws by the template's program, and what that can't draw as html/template does.
func (t *Theme) execute(tmpl *template.Template, out *bytes.Buffer, dot any) error {
	before := out.Len()
	if p := t.programs[tmpl]; p != nil && p.draw(t, out, dot) {
		return nil
	}
	out.Truncate(before)
	return tmpl.Execute(out, dot)
}

func (t *Theme) buffer() *bytes.Buffer {
	buf := t.buffers.Get().(*bytes.Buffer)
	buf.Reset()
	return buf
}

// A drawnFoot is the foot of all pages of one site. It holds the site, so that the same address in memory
// means the same value.
type drawnFoot struct {
	site *view.Site
	html []byte
}

// foot is the part of the page that is the same all over the site, as html/template wants it.
func (t *Theme) foot(site *view.Site) (template.HTML, error) {
	buf := t.buffer()
	defer t.buffers.Put(buf)
	err := t.writeFoot(buf, site)
	return template.HTML(buf.String()), err
}

// writeFoot draws the foot and keeps the last one: a build has one site, and nobody changes a view once it is
// planned.
func (t *Theme) writeFoot(out *bytes.Buffer, site *view.Site) error {
	if kept := t.drawn.Load(); kept != nil && kept.site == site {
		out.Write(kept.html)
		return nil
	}
	before := out.Len()
	if err := t.execute(t.footer, out, site); err != nil {
		return err
	}
	t.drawn.Store(&drawnFoot{site, bytes.Clone(out.Bytes()[before:])})
	return nil
}
