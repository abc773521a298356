// Package build is the whole generator as one function: [Build] turns a site's folder into the files of its
// portal and the findings in its sources.
//
//	read      the files of content/ and templates/
//	parse     one file at a time → document            remembered by path and bytes
//	assemble  all documents → one site                 standings and awards are computed here
//	plan      the site → outputs: pages as views, data as bytes
//	render    each page → HTML and its facts
//	check     the facts of all pages
//
// It is pure: the same tree and options give the same files and findings, whatever the time zone, locale,
// number of cores, order of files or folder. What a [Memo] remembers only saves time. It prints nothing,
// knows no clock, and writes through the [Out] that it is given.
package build

import (
	"io/fs"
	"net/url"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/portal"
	"bangvang/internal/render"
	"bangvang/internal/site"
)

// Options are what the portal depends on beside its sources.
type Options struct {
	Now     time.Time // the moment: drafts, embargoes, expiries, states
	BaseURL string    // overrides base_url of site.yaml; "" does not
	Drafts  bool      // show what is hidden too
	Theme   fs.FS     // the built-in theme: *.html and static/
}

// An Out takes every file of the portal as soon as its bytes are known, from several goroutines at once.
type Out interface {
	// Put takes one file: its path below the portal with "/", and its bytes, which stay the builder's.
	Put(path string, data []byte) error
}

// Discard is the Out of a check: it keeps nothing.
var Discard Out = discard{}

type discard struct{}

func (discard) Put(string, []byte) error { return nil }

// A Result is what a build came to.
type Result struct {
	Findings  []diag.Finding // sorted; an error among them means that nothing may be published
	Site      *site.Site     // nil without a readable site.yaml
	Next      time.Time      // when the same sources give another portal; zero if never
	Pages     int
	Files     int
	Documents int
}

// OK reports whether the portal may be published.
func (r *Result) OK() bool { return diag.Errors(r.Findings) == 0 }

// Build makes the portal of a site's folder and gives every file to out. The error is the machine's: the
// tree can't be read, or out can't take a file. Nothing given to out counts unless the result is OK.
func Build(tree fs.FS, o Options, memo *Memo, out Out) (*Result, error) {
	src, findings, err := read(tree)
	if err != nil {
		return nil, err
	}
	settings, docs, found := parse(src, memo)
	findings = append(findings, found...)
	theme, assets, found := memo.theme(src.templates, o.Theme)
	findings = append(findings, found...)
	if settings == nil || theme == nil {
		return &Result{Findings: finish(findings, settings, docs), Documents: len(docs)}, nil
	}

	whole, found := site.Assemble(site.Input{
		Settings: settings, Docs: docs, Files: src.files, Now: o.Now, Drafts: o.Drafts, BaseURL: o.BaseURL,
	})
	findings = append(findings, found...)
	outputs, found := portal.Plan(whole, assets)
	findings = append(findings, found...)
	checker := check.New(check.Portal{
		Origin: whole.Origin, Base: whole.Base, Files: addresses(outputs, whole), Told: menu(outputs),
	})
	files, found, err := draw(theme, outputs, checker, memo.drawingsOf(), out)
	if err != nil {
		return nil, err
	}
	findings = append(findings, found...)
	findings = append(findings, checker.Anchors()...)
	return &Result{
		Findings: finish(findings, settings, docs), Site: whole, Next: whole.Next(docs),
		Pages: pages(outputs), Files: files, Documents: len(docs),
	}, nil
}

// draw renders and checks every page, gives all files to out and counts them. What takes long comes first, so that the
// pages are drawn beside it.
func draw(theme *render.Theme, outputs []portal.Output, checker *check.Checker, drawings *drawings, out Out) (int, []diag.Finding, error) {
	slices.SortStableFunc(outputs, func(a, b portal.Output) int { return long(b) - long(a) })
	found := make([][]diag.Finding, len(outputs))
	var files atomic.Int64
	err := parallel(len(outputs), func(i int) error {
		o := &outputs[i]
		switch {
		case o.Bundle != nil:
			return putAll(o.Bundle(), &files, out)
		case o.Drawn != nil:
			made, err := drawings.of(o.Drawn)
			if err != nil {
				found[i] = []diag.Finding{portal.BrokenImage(o.Drawn.Source)}
				return nil
			}
			return putAll(made, &files, out)
		case o.Page == nil:
			files.Add(1)
			return out.Put(o.Path, o.Data)
		}
		html, facts, problems := theme.Render(o.Page)
		if problems != nil {
			found[i] = problems
			return nil
		}
		found[i] = checker.Page(factsOf(o, facts))
		files.Add(1)
		return out.Put(o.Path, html)
	})
	return int(files.Load()), slices.Concat(found...), err
}

func long(o portal.Output) int {
	if o.Bundle != nil || o.Drawn != nil {
		return 1
	}
	return 0
}

func putAll(made []portal.Output, files *atomic.Int64, out Out) error {
	for _, o := range made {
		files.Add(1)
		if err := out.Put(o.Path, o.Data); err != nil {
			return err
		}
	}
	return nil
}

// pages counts the outputs that are HTML.
func pages(outputs []portal.Output) int {
	n := 0
	for _, o := range outputs {
		if o.Page != nil {
			n++
		}
	}
	return n
}

// factsOf hands a page's facts to the check, with whom to blame.
func factsOf(o *portal.Output, facts render.Facts) *check.Page {
	return &check.Page{Address: o.Page.Address, Facts: facts, Blame: func(code, address string, args diag.Args) diag.Finding {
		if o.Doc == nil {
			return diag.New(code, "templates/"+o.Page.Kind+".html", diag.Pos{}, args)
		}
		for _, l := range o.Links {
			if address != "" && sameAddress(l.Href, address) {
				args["got"] = l.Target
				return o.Doc.FindingAt(code, l.Pos, args)
			}
		}
		for _, h := range o.Doc.Body.Headings {
			if code == "heading-skips" && h.Text == args["got"] {
				return o.Doc.FindingAt(code, h.Pos, args)
			}
		}
		return o.Doc.Finding(code, args)
	}}
}

// sameAddress compares an address as it was planned with what stands in the page, where it may be encoded.
func sameAddress(planned, printed string) bool {
	if planned == printed {
		return true
	}
	a, err := url.PathUnescape(planned)
	b, fault := url.PathUnescape(printed)
	return err == nil && fault == nil && a == b
}

// addresses are the files that links may lead to. A page that could not be planned because of another
// finding counts as being there, so that one mistake is one finding.
func addresses(outputs []portal.Output, whole *site.Site) map[string]bool {
	files := make(map[string]bool, len(outputs))
	for _, o := range outputs {
		files[o.Path] = true
		if o.Drawn != nil {
			for _, path := range o.Drawn.Paths {
				files[path] = true
			}
		}
	}
	for _, p := range whole.Pages {
		files[p.Address[1:]+"index.html"] = true
	}
	return files
}

// menu are the addresses of the main menu, which stands on every page.
func menu(outputs []portal.Output) map[string]bool {
	told := map[string]bool{}
	for _, o := range outputs {
		if o.Page != nil {
			for _, m := range o.Page.Menu {
				told[m.Href] = true
			}
			break
		}
	}
	return told
}

// finish lets the waivers pass and puts the findings in order.
func finish(findings []diag.Finding, settings *document.Settings, docs []*document.Document) []diag.Finding {
	return diag.Sort(waive(findings, settings, docs))
}

// parallel calls f(0) … f(n-1) on all cores and returns the first error.
func parallel(n int, f func(i int) error) error {
	var (
		next   atomic.Int64
		failed atomic.Pointer[error]
		wg     sync.WaitGroup
	)
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for failed.Load() == nil {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if err := f(i); err != nil {
					failed.CompareAndSwap(nil, &err)
				}
			}
		})
	}
	wg.Wait()
	if e := failed.Load(); e != nil {
		return *e
	}
	return nil
}
