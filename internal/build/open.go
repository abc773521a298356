package build

import (
	"sync"

	"bangvang/internal/diag"
	"bangvang/internal/portal"
)

// Findings are those so far, in order: without what only drawing shows.
func (p *Portal) Findings() []diag.Finding {
	return p.finish(nil)
}

// Undrawn counts the pages that the memo does not know, and that Draw will therefore take its time for.
func (p *Portal) Undrawn() int {
	if p.planned == nil {
		return 0
	}
	n := 0
	for i := range p.planned.now.Outputs {
		if o := &p.planned.now.Outputs[i]; o.Page != nil && p.memo.page(o, p.theme.of(o.Page), p.planned.checker) == nil {
			n++
		}
	}
	return n
}

// Open makes one file of the portal: what nobody asks for is never made. It may be called from several goroutines, also
// beside Draw and later builds.
func (p *Portal) Open(path string) (data []byte, ok bool) {
	if p.planned == nil {
		return nil, false
	}
	i, known := p.planned.where()[path]
	if !known {
		data, ok = p.searched()[path]
		return data, ok
	}
	o := &p.planned.now.Outputs[i]
	switch {
	case o.Page != nil:
		html, _, problems := p.theme.of(o.Page).Render(o.Page)
		return html, problems == nil
	case o.Drawn != nil:
		made, _ := p.pictures.of(o.Drawn)
		for _, m := range made {
			if m.Path == path {
				return m.Data, true
			}
		}
		return nil, false
	}
	return o.Data, true
}

// placesOf finds the output of each path, once for all texts of a plan.
func placesOf(outputs []portal.Output) func() map[string]int {
	return sync.OnceValue(func() map[string]int {
		at := make(map[string]int, len(outputs))
		for i, o := range outputs {
			if o.Bundle == nil {
				at[o.Path] = i
			}
			if o.Drawn != nil {
				for _, path := range o.Drawn.Paths {
					at[path] = i
				}
			}
		}
		return at
	})
}

// searchedOf makes the files of the search when the first of them is asked for.
func (p *Portal) searchedOf() func() map[string][]byte {
	return sync.OnceValue(func() map[string][]byte {
		p.memo.lock()
		defer p.memo.unlock()
		files := map[string][]byte{}
		for _, o := range p.planned.now.Outputs {
			if o.Bundle == nil {
				continue
			}
			for _, made := range o.Bundle(nil) {
				files[made.Path] = made.Data
			}
		}
		return files
	})
}
