package build

import (
	"bytes"
	"crypto/sha256"
	"maps"
	"slices"
	"sync"
	"sync/atomic"

	"bangvang/internal/check"
	"bangvang/internal/diag"
	"bangvang/internal/portal"
	"bangvang/internal/render"
)

// A delivery is the files of a plan on their way to an Out.
type delivery struct {
	*Portal
	out   Out
	found [][]diag.Finding // by output
	pages []*drawn         // by output; nil for what is no page, or could not be drawn
	files atomic.Int64

	mu    sync.Mutex
	data  map[string]summed // by path: what is no page
	index map[int]*indexed
}

// draw gives all files to out and counts them. What takes long comes first, so that the pages are drawn beside it.
func (p *Portal) draw(out Out) (int, []diag.Finding, error) {
	outputs := p.planned.now.Outputs
	d := &delivery{Portal: p, out: out, found: make([][]diag.Finding, len(outputs)), pages: make([]*drawn, len(outputs)), data: map[string]summed{}, index: map[int]*indexed{}}
	order, some := p.memo.differing(d)
	if !some {
		order = inOrder(outputs)
	}
	p.o.Progress.draws(outputs, order)
	if p.once {
		p.planned.plan = nil // its outputs are here, and how they came about nobody will ask
	}
	if err := parallel(len(order), func(i int) error { return d.output(order[i]) }); err != nil {
		d.pictures.keep() // those that were not yet asked for
		return 0, nil, err
	}
	p.memo.keep(d, order, some)
	var found []diag.Finding
	checked := make([]*check.Checked, 0, len(d.pages))
	for i, page := range d.pages {
		found = append(found, d.found[i]...)
		if page != nil {
			found = append(found, page.checked.Findings...)
			checked = append(checked, page.checked)
		}
	}
	return int(d.files.Load()), slices.Concat(found, check.Anchors(checked), check.Titles(checked)), nil
}

// inOrder lists all outputs, the long ones first.
func inOrder(outputs []portal.Output) []int {
	order := make([]int, 0, len(outputs))
	for _, first := range []bool{true, false} {
		for i := range outputs {
			if long(outputs[i]) == first {
				order = append(order, i)
			}
		}
	}
	return order
}

// output gives the files of one output to out.
func (d *delivery) output(i int) error {
	o := &d.planned.now.Outputs[i]
	defer d.o.Progress.drew(o.Drawn != nil)
	if err := d.o.unwanted(); err != nil {
		return err
	}
	if d.once {
		defer func() { *o = portal.Output{} }()
	}
	switch {
	case o.Bundle != nil:
		made := d.bundle(i, o)
		if err := d.o.unwanted(); err != nil {
			return err
		}
		return d.putAll(made)
	case o.Drawn != nil:
		made, err := d.pictures.of(o.Drawn)
		if err != nil {
			d.found[i] = []diag.Finding{portal.BrokenImage(o.Drawn.Source)}
			return nil
		}
		return d.putAll(made)
	case o.Page != nil:
		return d.page(i, o)
	default:
		return d.put(*o)
	}
}

func long(o portal.Output) bool { return o.Bundle != nil || o.Drawn != nil }

func (d *delivery) putAll(made []portal.Output) error {
	for _, o := range made {
		if err := d.put(o); err != nil {
			return err
		}
	}
	return nil
}

// bundle makes the files of a search, unless those at hand will do.
func (d *delivery) bundle(i int, o *portal.Output) []portal.Output {
	switch {
	case d.memo == nil && d.o.LateSearch:
		return nil
	case d.memo == nil:
		return o.Bundle(d.o.done())
	}
	n := d.ordinal(i)
	known := d.memo.index[n]
	switch {
	case known == nil && d.o.LateSearch:
		return nil
	case known != nil && (d.o.LateSearch || known.plan == d.planned.plan && maps.Equal(known.words, d.planned.now.Words)):
	default:
		known = &indexed{d.planned.plan, d.planned.now.Words, o.Bundle(d.o.done())}
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.index[n] = known
	return known.files
}

// ordinal says which of the searches an output is: each edition has its own.
func (d *delivery) ordinal(i int) int {
	n := 0
	for _, o := range d.planned.now.Outputs[:i] {
		if o.Bundle != nil {
			n++
		}
	}
	return n
}

// put gives a file to out whose bytes are at hand.
func (d *delivery) put(o portal.Output) error {
	d.files.Add(1)
	if d.memo == nil || len(o.Data) == 0 {
		return d.out.Put(o.Path, o.Data)
	}
	s := d.memo.data[o.Path]
	if s.first != &o.Data[0] || s.size != len(o.Data) {
		s = summed{&o.Data[0], len(o.Data), sha256.Sum256(o.Data)}
	}
	d.mu.Lock()
	d.data[o.Path] = s
	d.mu.Unlock()
	if kept, err := d.keep(o.Path, s); kept || err != nil {
		return err
	}
	return d.out.Put(o.Path, o.Data)
}

func (d *delivery) keep(path string, s summed) (bool, error) {
	k, ok := d.out.(Keeper)
	if !ok {
		return false, nil
	}
	return k.Keep(path, int64(s.size), s.sum)
}

// page draws and checks a page, as far as that is not known, and gives it to out.
func (d *delivery) page(i int, o *portal.Output) error {
	theme := d.theme.of(o.Page)
	known := d.memo.page(o, theme, d.planned.checker)
	if known != nil {
		if known.checked == nil {
			known.checked = d.planned.checker.Page(factsOf(*o, known.facts))
		}
		kept, err := d.keep(o.Path, known.summed)
		if err != nil {
			return err
		}
		if kept {
			d.files.Add(1)
			d.pages[i] = known
			return nil
		}
	}
	buf := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(buf)
	buf.Reset()
	problems := theme.RenderTo(buf, o.Page, func(facts render.Facts) {
		if known == nil {
			known = d.checked(o, facts, buf.Bytes())
		}
	})
	if problems != nil {
		d.found[i] = problems
		return nil
	}
	d.files.Add(1)
	d.pages[i] = known
	return d.out.Put(o.Path, buf.Bytes())
}

// checked checks a page that was drawn, and remembers what it was drawn from where a memo is kept.
func (d *delivery) checked(o *portal.Output, facts render.Facts, html []byte) *drawn {
	page := &drawn{checked: d.planned.checker.Page(factsOf(*o, facts))}
	if d.memo != nil {
		page.theme, page.view, page.doc, page.checker = d.theme.of(o.Page), o.Page, o.Doc, d.planned.checker
		page.facts, page.summed = facts.Clone(), summed{size: len(html), sum: sha256.Sum256(html)}
	}
	return page
}

// buffers are lent to one page at a time: an Out keeps no bytes, and pages are a tenth of all memory that a build asks for.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// keep remembers what a drawing came to, and only that.
func (m *Memo) keep(d *delivery, given []int, some bool) {
	if m == nil {
		return
	}
	d.out, m.last = nil, d
	if some {
		for _, i := range given {
			if o := &d.planned.now.Outputs[i]; o.Page != nil {
				m.pages[o.Path] = d.pages[i]
			}
		}
		return
	}
	pages := make(map[string]*drawn, len(d.pages))
	for i, o := range d.planned.now.Outputs {
		if d.pages[i] != nil {
			pages[o.Path] = d.pages[i]
		}
	}
	m.pages, m.data, m.index = pages, d.data, d.index
}
