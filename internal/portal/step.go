package portal

import (
	"slices"
	"sync"

	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// A step plans outputs that can be planned again by themselves: the plan notes whose words each step reads. Words are the
// title, the summary and the text of an article or a page. Where those of a document become others, and nothing else,
// the steps that read them are taken again and all other outputs stay, see [Planned.Reworded].
type step struct {
	edition *planner
	take    func(*planner)
	outputs span
	reads   span
}

// A span is a part of a list, from its first to before its last.
type span struct{ from, to int }

// steps are the steps of a plan, and what they read, in the order in which they were taken.
type steps struct {
	taken []step
	reads []*document.Document
	// aside are the documents whose words were read by what is no step.
	aside []*document.Document
	open  bool // a step is being taken
	begun int  // its first read

	once    sync.Once
	readers map[*document.Document][]int // the steps that read a document's words, in their order; see of
}

// step takes a step. What take does hangs on nothing but the planner that it is given, the site, and what it closes over
// that is no document's words. A step within a step is a part of it.
func (p *planner) step(take func(*planner)) {
	if p.steps == nil || p.steps.open {
		take(p)
		return
	}
	s := step{edition: p, take: take, outputs: span{from: len(p.outputs)}, reads: span{from: len(p.steps.reads)}}
	p.steps.open, p.steps.begun = true, s.reads.from
	take(p)
	p.steps.open = false
	s.outputs.to, s.reads.to = len(p.outputs), len(p.steps.reads)
	p.steps.taken = append(p.steps.taken, s)
}

// words returns a document with its words as they are now, and notes that they are read.
func (p *planner) words(doc *document.Document) *document.Document {
	p.steps.note(doc)
	if now, is := p.reworded[doc]; is {
		return now
	}
	return doc
}

// note notes that a document is read. A step asks for the same words again and again.
func (s *steps) note(doc *document.Document) {
	if s == nil {
		return
	}
	to, begun := &s.aside, 0
	if s.open {
		to, begun = &s.reads, s.begun
	}
	if n := len(*to); !slices.Contains((*to)[max(begun, n-4):], doc) {
		*to = append(*to, doc)
	}
}

// of returns the steps that read a document's words. They are looked for when somebody asks.
func (s *steps) of(doc *document.Document) []int {
	s.once.Do(func() {
		s.readers = map[*document.Document][]int{}
		for i, step := range s.taken {
			for _, doc := range s.reads[step.reads.from:step.reads.to] {
				if known := s.readers[doc]; len(known) == 0 || known[len(known)-1] != i {
					s.readers[doc] = append(known, i)
				}
			}
		}
	})
	return s.readers[doc]
}

// showing lists the steps that read one of the documents' words. ok is false where anything else did.
func (s *steps) showing(docs []*document.Document) (found []int, ok bool) {
	for _, doc := range docs {
		if slices.Contains(s.aside, doc) {
			return nil, false
		}
		found = append(found, s.of(doc)...)
	}
	slices.Sort(found)
	return slices.Compact(found), true
}

// A Wording is the outputs of a plan with the words of some documents as they are now.
type Wording struct {
	Outputs []Output
	Words   map[*document.Document]*document.Document // from each such document of the plan to what it is now
}

// Reworded returns the outputs that [Plan] would list with these words, which are a few steps from those that it has
// come to before. ok is false where more than words differs, or more than outputs hangs on them; then all is to be
// planned anew.
func (pl *Planned) Reworded(before Wording, words map[*document.Document]*document.Document) (now Wording, ok bool) {
	differing := before.differing(words)
	for _, doc := range differing {
		if is := words[doc]; is != nil && !document.OnlyWordsDiffer(doc, is) {
			return Wording{}, false
		}
	}
	again, ok := pl.steps.showing(differing)
	if !ok {
		return Wording{}, false
	}
	outputs := slices.Clone(before.Outputs)
	for _, i := range again {
		if !pl.steps.taken[i].exchange(outputs, words) {
			return Wording{}, false
		}
	}
	if i := slices.IndexFunc(outputs, func(o Output) bool { return o.Bundle != nil }); i >= 0 {
		p := *pl.planner
		p.reworded = words
		outputs[i].Bundle = p.index
	}
	return Wording{outputs, words}, true
}

// differing lists the documents of the plan whose words are others than here.
func (w Wording) differing(words map[*document.Document]*document.Document) (docs []*document.Document) {
	for doc, now := range words {
		if w.Words[doc] != now {
			docs = append(docs, doc)
		}
	}
	for doc := range w.Words {
		if words[doc] == nil {
			docs = append(docs, doc)
		}
	}
	return docs
}

// exchange takes a step again and puts what it plans into the places of what it planned before. It reports false where
// that is not as many files on the same paths, or where something is found.
func (s *step) exchange(outputs []Output, words map[*document.Document]*document.Document) bool {
	p := *s.edition
	p.reworded, p.findings, p.links = words, nil, map[*document.Document][]SourceLink{}
	p.entries, p.shelf = map[*site.Page]*view.Entry{}, newShelf(0)
	p.made = s.edition.made
	s.take(&p)
	places := outputs[s.outputs.from:s.outputs.to]
	if len(p.findings) > 0 || !slices.EqualFunc(places, p.outputs, func(was, now Output) bool { return was.Path == now.Path }) {
		return false
	}
	for i, o := range p.outputs {
		if o.Page != nil {
			o.Page.Editions, o.Page.Other = places[i].Page.Editions, places[i].Page.Other
		}
		places[i] = o
	}
	return true
}
