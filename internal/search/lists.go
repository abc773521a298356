package search

import "strconv"

// A list is the pages of a word, already written.
type list struct {
	text []byte
	last int32 // the last page, plus one: 0 is none
}

// add puts a page at the end of a list, once.
func (l *list) add(page int32) {
	if l.last == page+1 {
		return
	}
	l.text = gap(l.text, int(page+1-l.last))
	l.last = page + 1
}

// gap writes the distance from one number of a list to the next.
func gap(to []byte, n int) []byte {
	const most = 90
	if n > most {
		to = append(to, '"')
		to = strconv.AppendInt(to, int64((n-1)/most), 36)
		to = append(to, ' ')
		n = (n-1)%most + 1
	}
	return append(to, byte('#'+n-1))
}

// A pair is two words that follow each other in a name.
type pair struct{ first, second int32 }

// An index is the lists of all words on their way, by the numbers that the lexicon gives.
type index struct {
	*lexicon
	seen        []int32 // by word: the last page that has it in any way, plus one
	named, told []list  // by word
	pairs       map[pair]int32
	paired      []list  // by the number of the pair
	line        []int32 // room for the words of one name
}

// add puts a page on the lists of its words: its names first, as text only tells what no name does.
func (x *index) add(page int32, p *Page) {
	x.name(page, p.Title)
	for _, n := range p.Names {
		x.name(page, n)
	}
	if p.Text == nil {
		return
	}
	for text := range p.Text {
		x.tell(page, text)
	}
}

// tell puts a page on the lists of the words of a text. Most words of a text stood in it before: the slot tells.
func (x *index) tell(page int32, text string) {
	for r, rest := next(text); r.text != ""; r, rest = next(rest) {
		s := x.slot(r)
		if s.met == page+1 {
			continue
		}
		s.met = page + 1
		x.line = x.of(s, x.line[:0])
		for _, w := range x.line {
			x.room(w)
			if x.seen[w] != page+1 {
				x.seen[w] = page + 1
				x.told[w].add(page)
			}
		}
	}
}

// name puts a page on the lists of the words of a name, and of each two that follow each other.
func (x *index) name(page int32, name string) {
	x.line = x.line[:0]
	for r, rest := next(name); r.text != ""; r, rest = next(rest) {
		x.line = x.of(x.slot(r), x.line)
	}
	for i, w := range x.line {
		x.room(w)
		x.seen[w] = page + 1
		x.named[w].add(page)
		if i > 0 {
			x.pair(page, pair{x.line[i-1], w})
		}
	}
}

func (x *index) pair(page int32, p pair) {
	n, ok := x.pairs[p]
	if !ok {
		n = int32(len(x.paired))
		x.pairs[p] = n
		x.paired = append(x.paired, list{})
	}
	x.paired[n].add(page)
}

// room lets there be lists for a word.
func (x *index) room(w int32) {
	for int(w) >= len(x.seen) {
		x.seen, x.named, x.told = append(x.seen, 0), append(x.named, list{}), append(x.told, list{})
	}
}
