package search

import (
	"cmp"
	"slices"
	"strings"

	"bangvang/internal/viet"
)

// order is the words of a lexicon by their folded forms, and by their marks where they fold alike.
type order struct {
	folds []string // by word
	group []int32  // by word: equal for words that fold alike
	rank  []int32  // by word
}

func orderOf(words []string) order {
	o := order{make([]string, len(words)), make([]int32, len(words)), make([]int32, len(words))}
	sorted := make([]int32, len(words))
	for i, w := range words {
		o.folds[i], sorted[i] = viet.Fold(w), int32(i)
	}
	slices.SortFunc(sorted, func(a, b int32) int {
		return cmp.Or(strings.Compare(o.folds[a], o.folds[b]), strings.Compare(words[a], words[b]))
	})
	for i, w := range sorted {
		o.rank[w] = int32(i)
		if i > 0 {
			before := sorted[i-1]
			o.group[w] = o.group[before]
			if o.folds[w] != o.folds[before] {
				o.group[w]++
			}
		}
	}
	return o
}

// alone stands for the second word of an entry that is one word.
const alone = -1

// An entry is a word or a pair with its lists, ready to be put in order.
type entry struct {
	words       pair
	group       pair // what it folds as
	named, told []byte
}

// entries are all words and pairs by their folded forms. A space sorts before letters and digits, so the order of
// the words is the order of the texts.
func (x *index) entries(o order) []entry {
	out := make([]entry, 0, len(x.words)+len(x.pairs))
	for i := range x.seen {
		w := int32(i)
		out = append(out, entry{pair{w, alone}, pair{o.group[w], alone}, x.named[w].text, x.told[w].text})
	}
	for p, n := range x.pairs {
		out = append(out, entry{p, pair{o.group[p.first], o.group[p.second]}, x.paired[n].text, nil})
	}
	slices.SortFunc(out, func(a, b entry) int {
		if c := cmp.Or(cmp.Compare(a.group.first, b.group.first), cmp.Compare(a.group.second, b.group.second)); c != 0 {
			return c
		}
		if c := cmp.Compare(o.rank[a.words.first], o.rank[b.words.first]); c != 0 || a.words.second == alone {
			return c
		}
		return cmp.Compare(o.rank[a.words.second], o.rank[b.words.second])
	})
	return out
}

// shards cuts the words into files and returns the first folded word of each. Words that fold alike stay together; what
// would make a file too long begins the next, so that a reader who asks for a common word fetches nothing else.
func (x *index) shards() (files []File, firsts []string) {
	o := orderOf(x.words)
	var text, alike []byte
	put := func(first pair) {
		if len(text) > 0 && len(text)+len(alike) > shardSize {
			files = append(files, file("tu", ".txt", text))
			text = nil
		}
		if len(text) == 0 {
			firsts = append(firsts, joined(o.folds, first))
		}
		text, alike = append(text, alike...), alike[:0]
	}
	entries := x.entries(o)
	for i, e := range entries {
		alike = append(alike, joined(x.words, e.words)...)
		alike = append(append(alike, '\t'), e.named...)
		alike = append(append(alike, '\t'), e.told...)
		alike = append(alike, '\n')
		if i+1 == len(entries) || entries[i+1].group != e.group {
			put(e.words)
		}
	}
	if len(text) > 0 {
		files = append(files, file("tu", ".txt", text))
	}
	return files, firsts
}

// joined is the text of a word or of a pair.
func joined(words []string, p pair) string {
	if p.second == alone {
		return words[p.first]
	}
	return words[p.first] + " " + words[p.second]
}
