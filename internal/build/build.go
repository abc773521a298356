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
	"context"
	"crypto/sha256"
	"fmt"
	"io/fs"
	"net/url"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"bangvang/internal/cache"
	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/portal"
	"bangvang/internal/render"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// Options are what the portal depends on beside its sources.
type Options struct {
	Now     time.Time // the moment: drafts, embargoes, expiries, states
	BaseURL string    // overrides base_url of site.yaml; "" does not
	Drafts  bool      // show what is hidden too
	Theme   fs.FS     // the built-in theme: *.html and static/

	// Revision is told in [portal.RevisionFile] and nowhere else; the zero value tells nothing.
	Revision site.Revision

	Look       Look // what of the tree the memo knows already
	Exact      bool // the result's Site holds all texts as they are now, with a memo too
	LateSearch bool // the files of the search may be those of the memo's last build, if it has any; one without it makes them anew

	Context context.Context // when it ends, the build ends with its error; nil never does

	Drawings *cache.Cache // what is drawn here, other processes need not draw; nil keeps nothing

	Planned  func()    // called by [Build] when all is planned and nothing drawn; nil for nothing
	Progress *Progress // counts what is done; nil counts nothing
}

// An Out takes every file of the portal as soon as its bytes are known, from several goroutines at once.
type Out interface {
	// Put takes one file: its path below the portal with "/", and its bytes, which the builder uses
	// again: who keeps them copies them.
	Put(path string, data []byte) error
}

// A Keeper is an Out that may hold files already.
type Keeper interface {
	Out
	// Keep says the same as Put for bytes that are known by size and SHA-256. It reports false, and has done nothing,
	// where they are to be Put.
	Keep(path string, size int64, sum [sha256.Size]byte) (bool, error)
}

// A Follower is a Keeper that may hold all files of an earlier build.
type Follower interface {
	Keeper
	// Follow tells what the files that come are called, and asks whether all those called before, and no others, are held. Then
	// only files that differ will be given, on paths that are held.
	Follow(before, now any) bool
}

// Discard is the Out of a check: it keeps nothing.
var Discard Out = discard{}

type discard struct{}

func (discard) Put(string, []byte) error                            { return nil }
func (discard) Keep(string, int64, [sha256.Size]byte) (bool, error) { return true, nil }

// A Result is what a build came to. With a memo, its Site may hold texts as they were before the last edit, unless
// the options ask for it to be exact.
type Result struct {
	Findings  []diag.Finding // sorted; an error among them means that nothing may be published
	Site      *site.Site     // nil without a readable site.yaml
	Next      time.Time      // when the same sources give another portal; zero if never
	Pages     int
	Files     int
	Documents int
}

// done is closed when the build is no longer wanted; nil where that can't be.
func (o *Options) done() <-chan struct{} {
	if o.Context == nil {
		return nil
	}
	return o.Context.Done()
}

// unwanted is the error of a build that is no longer wanted.
func (o *Options) unwanted() error {
	if o.Context == nil {
		return nil
	}
	return o.Context.Err()
}

// OK reports whether the portal may be published.
func (r *Result) OK() bool { return diag.Errors(r.Findings) == 0 }

// Build makes the portal of a site's folder and gives every file to out. The error is the machine's: the
// tree can't be read, or out can't take a file. Nothing given to out counts unless the result is OK.
func Build(tree fs.FS, o Options, memo *Memo, out Out) (*Result, error) {
	p, err := Plan(tree, o, memo)
	if err != nil {
		return nil, err
	}
	if o.Planned != nil {
		o.Planned()
	}
	p.once = memo == nil
	return p.Draw(out)
}

// A Portal is a portal of which every file is planned and none is drawn.
type Portal struct {
	memo     *Memo
	o        Options
	settings *document.Settings // nil where there are none, or no theme: then nothing can be planned
	docs     []*document.Document
	theme    *themed
	planned  *planned
	findings [][]diag.Finding // without what only drawing shows
	pictures *drawings
	searched func() map[string][]byte // the files of the search
	once     bool                     // nobody will draw or open it again: what is drawn may go
}

// Plan makes everything of a portal but its bytes. The error is the machine's: the tree can't be read.
func Plan(tree fs.FS, o Options, memo *Memo) (*Portal, error) {
	templates, err := fs.Sub(tree, "templates")
	if err != nil {
		return nil, fmt.Errorf("opening templates: %w", err)
	}
	themes := make(chan *themed, 1)
	go func() { themes <- memo.theme(templates, o.Theme) }()
	o.Look.progress = o.Progress
	src, findings, err := read(tree, o.Look, memo)
	theme := <-themes
	if err != nil {
		return nil, err
	}
	settings, docs, found := src.parsed()
	p := &Portal{memo: memo, o: o, settings: settings, docs: docs, theme: theme, findings: [][]diag.Finding{findings, found, theme.findings}}
	if settings == nil || theme.theme == nil {
		return p, nil
	}
	in := site.Input{
		Settings: settings, Docs: docs, Files: src.files, Now: o.Now, Drafts: o.Drafts, BaseURL: o.BaseURL, Revision: o.Revision,
	}
	memo.lock()
	defer memo.unlock()
	p.planned = memo.planOf(in, src.others, theme.assets, &o)
	p.pictures, p.searched = memo.drawingsOf(o.Drawings), p.searchedOf()
	p.findings = append(p.findings, p.planned.findings)
	if p.planned.site.Translated() {
		p.findings = append(p.findings, theme.inEnglish(templates, o.Theme))
		if theme.english == nil {
			p.planned = nil
		}
	}
	return p, nil
}

// planOf returns the plan of a site, the memo's where it fits; an exact one serves only the very same texts.
func (m *Memo) planOf(in site.Input, others []*source, assets portal.Assets, o *Options) *planned {
	if m == nil && !o.LateSearch {
		return assemble(in, others, assets, nil, func(s *site.Site) *portal.Planned { return portal.PlanToDraw(s, assets, o.done()) })
	}
	plan := func(s *site.Site) *portal.Planned { return portal.Plan(s, assets) }
	if m == nil {
		return assemble(in, others, assets, nil, plan)
	}
	p := m.plan.fits(in, others, assets)
	if p == nil || o.Exact && len(p.now.Words) > 0 {
		p = assemble(in, others, assets, m.plan, plan)
	}
	m.plan = p
	return p
}

// assemble joins the documents and has the portal planned. The checker of the plan before serves on where the same
// addresses are there.
func assemble(in site.Input, others []*source, assets portal.Assets, before *planned, planOf func(*site.Site) *portal.Planned) *planned {
	whole, found := site.Assemble(in)
	plan := planOf(whole)
	links := check.Portal{Origin: whole.Origin, Base: whole.Base, Files: addresses(plan.Outputs, whole), Told: menu(plan.Outputs)}
	p := &planned{
		in: in, others: others, assets: assets, site: whole, next: whole.Next(in.Docs),
		plan: plan, now: portal.Wording{Outputs: plan.Outputs}, where: placesOf(plan.Outputs), findings: append(found, plan.Findings...),
	}
	if before != nil && before.checker.Portal.Equal(links) {
		p.checker = before.checker
	} else {
		p.checker = check.New(links)
	}
	return p
}

// Draw draws and checks every page, and gives every file to out.
func (p *Portal) Draw(out Out) (*Result, error) {
	if p.planned == nil {
		return &Result{Findings: p.Findings(), Documents: len(p.docs)}, nil
	}
	n := pages(p.planned.now.Outputs)
	files, found, err := p.draw(out)
	if err != nil {
		return nil, err
	}
	return &Result{
		Findings: p.finish(found), Site: p.planned.site, Next: p.planned.next,
		Pages: n, Files: files, Documents: len(p.docs),
	}, nil
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
func factsOf(o portal.Output, facts render.Facts) *check.Page {
	budget := check.Budget
	if o.Page.Kind == view.Kind(view.Ranking{}) {
		budget = check.TableBudget
	}
	return &check.Page{
		Address: o.Page.Address, Lang: o.Page.Site.Lang, Budget: budget, Untitled: o.Page.Refresh != "" || o.Page.HeadTitle == "", Facts: facts,
		Blame: blames(o.Page.Kind, o.Doc, o.Links),
	}
}

// blames makes findings in a page's document, at the place where an address or a heading stands, and of a page without one
// in its template. It outlives the page.
func blames(kind string, doc *document.Document, links []portal.SourceLink) func(code, address string, args diag.Args) diag.Finding {
	return func(code, address string, args diag.Args) diag.Finding {
		if doc == nil {
			return diag.New(code, "templates/"+kind+".html", diag.Pos{}, args)
		}
		for _, l := range links {
			if address != "" && sameAddress(l.Href, address) {
				args["got"] = l.Target
				return doc.FindingAt(code, l.Pos, args)
			}
		}
		for _, h := range doc.Body.Headings {
			if code == "heading-skips" && h.Text == args["got"] {
				return doc.FindingAt(code, h.Pos, args)
			}
		}
		return doc.Finding(code, args)
	}
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

// finish joins the findings so far with more, lets the waivers pass, and puts all in order.
func (p *Portal) finish(more []diag.Finding) []diag.Finding {
	all := slices.Concat(append(slices.Clip(p.findings), more)...)
	return diag.Sort(waive(all, p.settings, p.docs))
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
