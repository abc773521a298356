package build

import "sync/atomic"

// Progress tells others, while a build runs, how far it is. A nil one counts nothing.
type Progress struct {
	documents, parsed, outputs, drawn atomic.Int64
}

// Parsed is how many documents have been read, and how many there are: 0 before that is known.
func (p *Progress) Parsed() (done, all int64) { return p.parsed.Load(), p.documents.Load() }

// Drawn is how many files have been made, and how many there are to be: 0 before that is known.
func (p *Progress) Drawn() (done, all int64) { return p.drawn.Load(), p.outputs.Load() }

func (p *Progress) parses(documents int) {
	if p != nil {
		p.documents.Store(int64(documents))
	}
}

func (p *Progress) parsedOne() {
	if p != nil {
		p.parsed.Add(1)
	}
}

func (p *Progress) draws(outputs int) {
	if p != nil {
		p.outputs.Store(int64(outputs))
	}
}

func (p *Progress) drewOne() {
	if p != nil {
		p.drawn.Add(1)
	}
}
