package build

import (
	"sync/atomic"

	"bangvang/internal/portal"
)

// Progress tells others, while a build runs, how far it is. A nil one counts nothing.
type Progress struct {
	documents, parsed, outputs, drawn, pictures, scaled atomic.Int64
}

// Parsed is how many documents have been read, and how many there are: 0 before that is known.
func (p *Progress) Parsed() (done, all int64) { return p.parsed.Load(), p.documents.Load() }

// Drawn is how many files have been made, and how many there are to be: 0 before that is known.
func (p *Progress) Drawn() (done, all int64) { return p.drawn.Load(), p.outputs.Load() }

// Pictures is how many pictures have been made, each in all its sizes, and how many there are to be. They come first, and
// take longest.
func (p *Progress) Pictures() (done, all int64) { return p.scaled.Load(), p.pictures.Load() }

func (p *Progress) parses(unread []*source) {
	if p == nil {
		return
	}
	for _, s := range unread {
		if s.isDocument() {
			p.documents.Add(1)
		}
	}
}

func (p *Progress) parsedOne() {
	if p != nil {
		p.parsed.Add(1)
	}
}

// draws counts what will be made.
func (p *Progress) draws(outputs []portal.Output, order []int) {
	if p == nil {
		return
	}
	pictures := 0
	for _, i := range order {
		if outputs[i].Drawn != nil {
			pictures++
		}
	}
	p.pictures.Store(int64(pictures))
	p.outputs.Store(int64(len(order)))
}

func (p *Progress) drew(picture bool) {
	if p == nil {
		return
	}
	if picture {
		p.scaled.Add(1)
	}
	p.drawn.Add(1)
}
