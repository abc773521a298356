package build

import (
	"bytes"
	"crypto/sha256"
	"io/fs"
	"slices"
	"sync"
	"time"

	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/portal"
	"bangvang/internal/render"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// A Memo is what builds remember for each other. This file decides what is done again, and nothing else does: each step
// asks whether all that its result depends on is as it was. No step asks what has happened.
//
//	read, parse      a file's path and bytes
//	theme            the bytes of all its files
//	assemble, plan   settings, documents, other files, options, the theme's own files; the moment, up to the next that changes something.
//	                 Where documents differ in their words alone, what shows them is planned again (portal/step.go).
//	render           theme and view, compared field by field
//	check            the same, the document to blame, and all addresses of the portal
//	search           the plan and the texts
//	deliver          the plan, and whether the files of the last delivery are still held: then what shows other words alone
//	pictures         a key of their own, in drawings.go
//
// What is remembered is not changed, findings are part of it, and only what the last build used stays. So a build with a
// memo gives the same result as one without. The zero value is empty; nil remembers nothing. A memo serves one
// build at a time. It may go from tree to tree: what two of them have in common is not worked out twice.
type Memo struct {
	shelf  shelf
	themed *themed
	plan   *planned
	pages  map[string]*drawn // by path
	data   map[string]summed // by path
	index  map[int]*indexed  // by edition
	last   *delivery

	drawings *drawings
	planning sync.Mutex // a plan may be read by those who open its files while the next one grows out of it
}

func (m *Memo) lock() {
	if m != nil {
		m.planning.Lock()
	}
}

func (m *Memo) unlock() {
	if m != nil {
		m.planning.Unlock()
	}
}

// known is what was worked out of one file: a document, or the settings.
type known struct {
	doc      *document.Document
	sum      [sha256.Size]byte // of the bytes of a document, which are not kept; only where a memo asks for it
	settings *document.Settings
	findings []diag.Finding
}

// look returns what stands in the tree. After an error nothing of it counts as seen.
func (m *Memo) look(tree fs.FS, o Look) (shelf, error) {
	if m == nil {
		return look(tree, nil, Look{walked: o.walked, progress: o.progress}) // nobody will ask for the times
	}
	before := m.shelf
	m.shelf, o.kept = nil, true
	after, err := look(tree, before, o)
	if err == nil {
		m.shelf = after
	}
	return after, err
}

// recall takes over what is known of a file of the same path and bytes.
func (s *source) recall(was *source) {
	switch {
	case was == nil || was.path != s.path || was.gone:
	case was.known != nil && was.known.doc != nil:
		if sha256.Sum256(s.data) == was.known.sum {
			s.known, s.data = was.known, nil
		}
	case bytes.Equal(s.data, was.data):
		s.known, s.data = was.known, was.data
	}
}

// themed is a theme by the bytes of all its files, parsed for Vietnamese pages, and for English ones where a portal
// has such.
type themed struct {
	hash     [sha256.Size]byte
	theme    *render.Theme
	english  *render.Theme  // nil until it is asked for
	untold   []diag.Finding // what it lacks
	assets   portal.Assets
	findings []diag.Finding
}

// planned is a site and its plan, by all that they depend on.
type planned struct {
	in       site.Input
	others   []*source
	assets   portal.Assets
	site     *site.Site
	next     time.Time // until then the moment makes no difference
	plan     *portal.Planned
	findings []diag.Finding // of assembling and planning
	checker  *check.Checker

	now   portal.Wording        // the plan with the words of today
	where func() map[string]int // the output of each path
}

// fits returns the plan with the words of the input; nil where more than words differs.
func (p *planned) fits(in site.Input, others []*source, assets portal.Assets) *planned {
	if p == nil || p.in.Settings != in.Settings || p.in.BaseURL != in.BaseURL || p.in.Drafts != in.Drafts || p.in.Revision != in.Revision || !p.assets.Equal(assets) ||
		len(p.in.Docs) != len(in.Docs) || in.Now.Before(p.in.Now) || !p.next.IsZero() && !in.Now.Before(p.next) || !sameFiles(p.others, others) {
		return nil
	}
	words := map[*document.Document]*document.Document{}
	for i, doc := range in.Docs {
		if was := p.in.Docs[i]; was != doc {
			words[was] = doc
		}
	}
	return p.reworded(words)
}

// So many documents may differ in their words from what was planned last, and from what was planned whole, before all is planned
// anew: a step costs more where it is one of many, and both texts of a document are held.
const (
	mostAtOnce = 20
	mostApart  = 500
)

// reworded returns the plan with other words; nil where more hangs on them, or where a finding stands beside them, which may
// have moved.
func (p *planned) reworded(words map[*document.Document]*document.Document) *planned {
	if len(words) > mostApart || len(words) > len(p.now.Words)+mostAtOnce {
		return nil
	}
	for i := range p.findings {
		f := &p.findings[i]
		if f.Pos.Line == 0 {
			continue
		}
		for doc := range words {
			if f.File == doc.Path {
				return nil
			}
		}
	}
	now, ok := p.plan.Reworded(p.now, words)
	if !ok {
		return nil
	}
	again := *p
	again.now = now
	return &again
}

// sameFiles reports whether two lists are of the same files with the same bytes.
func sameFiles(a, b []*source) bool {
	return slices.EqualFunc(a, b, func(a, b *source) bool { return a.path == b.path && bytes.Equal(a.data, b.data) })
}

// drawn is what a page came to, by all that it depends on.
type drawn struct {
	theme   *render.Theme
	view    *view.Page
	doc     *document.Document // who is blamed
	checker *check.Checker
	facts   render.Facts
	checked *check.Checked
	summed
}

// summed names bytes that are not kept. Of data that a plan holds it keeps where they lie, so that the same need not be
// summed again.
type summed struct {
	first *byte
	size  int
	sum   [sha256.Size]byte
}

// page returns what is remembered of an output, as far as it is still what a new drawing would come to: nil where it
// must be drawn, without the checked part where that is to be made anew.
func (m *Memo) page(o *portal.Output, theme *render.Theme, checker *check.Checker) *drawn {
	if m == nil {
		return nil
	}
	d := m.pages[o.Path]
	if d == nil || d.theme != theme || !view.Equal(d.view, o.Page) {
		return nil
	}
	if d.doc == o.Doc && d.checker == checker {
		return d
	}
	again := *d
	again.doc, again.checker, again.checked = o.Doc, checker, nil
	return &again
}

// differing returns the outputs that differ from the memo's last delivery where that is what out holds: files of the same plan
// with other words. What became of the others d takes over.
func (m *Memo) differing(d *delivery) (order []int, ok bool) {
	out, can := d.out.(Follower)
	if m == nil || !can {
		return nil, false
	}
	last, before := m.last, any(nil)
	if last != nil && last.planned.plan == d.planned.plan && last.theme == d.theme && d.o.LateSearch {
		before = last
	}
	if !out.Follow(before, d) {
		return nil, false
	}
	d.pages, d.found, d.data, d.index = slices.Clone(last.pages), slices.Clone(last.found), last.data, last.index
	d.files.Store(last.files.Load())
	d.pictures.keep()
	outputs := d.planned.now.Outputs
	for i := range outputs {
		if o := &outputs[i]; o.Is(&last.planned.now.Outputs[i]) {
			continue
		} else if order = append(order, i); o.Data != nil || d.pages[i] != nil {
			d.files.Add(-1)
		}
		d.pages[i], d.found[i] = nil, nil
	}
	return order, true
}

// Delivered returns a way back: called after later builds, it says that what they gave was thrown away, and that what was given
// before still stands.
func (m *Memo) Delivered() (stands func()) {
	last := m.last
	return func() { m.last = last }
}

// indexed is the files of the search, by what they were made of.
type indexed struct {
	plan  *portal.Planned
	words map[*document.Document]*document.Document
	files []portal.Output
}
