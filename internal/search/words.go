package search

import (
	"strings"
	"unicode"

	"bangvang/internal/viet"
)

// longest is the length in bytes of the longest run that counts as a word; what is longer is no language.
const longest = 64

// Words returns the words of a text in their order: runs of letters, marks and decimal digits, NFC, lower case.
func Words(text string) []string {
	words := strings.FieldsFunc(strings.ToLower(viet.NFC(text)), func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.Nd)
	})
	kept := words[:0]
	for _, w := range words {
		if len(w) <= longest {
			kept = append(kept, w)
		}
	}
	return kept
}

// doubtful tells the bytes that may not belong to a word: ASCII but letters and digits, and C2 and E2, with which
// most signs beyond ASCII begin (« · – “ …). What it does not doubt may be a sign all the same: a run is only a
// first cut, cheap because a large portal has millions, and [Words] has the last word on each run that differs from all before.
var doubtful = func() (table [256]bool) {
	for b := range table {
		c := byte(b)
		table[b] = c < 0x80 && (c < '0' || c > '9') && (c|0x20 < 'a' || c|0x20 > 'z') || c == 0xc2 || c == 0xe2
	}
	return table
}()

// sign returns the length of the sign that begins at a doubtful byte, 0 for a letter.
func sign(text string) int {
	switch c := text[0]; {
	case c < 0x80:
		return 1
	case c == 0xc2 && len(text) > 1 && strings.IndexByte("\xaa\xb5\xba", text[1]) < 0: // all of U+0080 to U+00BF but ª µ º
		return 2
	case c == 0xe2 && len(text) > 2 && text[1] == 0x80: // U+2000 to U+203F
		return 3
	}
	return 0
}

// A run is a piece of a text with a hash of its bytes.
type run struct {
	text string
	hash uint64
}

// next returns the first run of a text and what comes after it; the run is empty at the end. The text is valid UTF-8, NFC.
func next(text string) (r run, rest string) {
	for text != "" && doubtful[text[0]] {
		n := sign(text)
		if n == 0 {
			break
		}
		text = text[n:]
	}
	end, hash, eight := 0, uint64(1), uint64(0)
	for ; end < len(text); end++ {
		if doubtful[text[end]] && sign(text[end:]) > 0 {
			break
		}
		if end&7 == 0 {
			hash, eight = mix(hash^eight), 0
		}
		eight = eight<<8 | uint64(text[end])
	}
	return run{text[:end], mix(hash ^ eight)}, text[end:]
}

// mix spreads the bits of a number over the whole of another, never two numbers to the same.
func mix(n uint64) uint64 {
	n *= 0x9e3779b97f4a7c15
	return n ^ n>>32
}

// A lexicon numbers the words of all pages. It remembers what each run came to, so that marks and case are worked
// out once for each way of writing.
type lexicon struct {
	words []string
	known map[string]int32

	slots []slot // open addressing; the length is a power of two
	runs  int
	rest  map[uint64][]int32 // the words of a run that is not just one
}

// A slot is a run by its hash alone: among the thousands of runs that a portal has, no two share 64 bits, and the
// table stays in the processor's cache.
type slot struct {
	hash uint64 // 0 is an empty slot
	word int32  // -1: see rest
	met  int32  // the last page whose text has the run, plus one
}

func newLexicon() *lexicon {
	return &lexicon{known: map[string]int32{}, slots: make([]slot, 1<<12), rest: map[uint64][]int32{}}
}

// number returns a word's number, a new one for a new word.
func (l *lexicon) number(word string) int32 {
	n, ok := l.known[word]
	if !ok {
		n = int32(len(l.words))
		word = strings.Clone(word)
		l.known[word] = n
		l.words = append(l.words, word)
	}
	return n
}

// slot returns a run's slot, which stays valid until the next call.
func (l *lexicon) slot(r run) *slot {
	if s := l.find(r.hash); s.hash != 0 {
		return s
	}
	return l.learn(r)
}

// find returns the slot of a hash, an empty one for a new run.
func (l *lexicon) find(hash uint64) *slot {
	mask := uint64(len(l.slots) - 1)
	for at := hash & mask; ; at = (at + 1) & mask {
		if s := &l.slots[at]; s.hash == hash || s.hash == 0 {
			return s
		}
	}
}

// learn works out the words of a run that was not met before.
func (l *lexicon) learn(r run) *slot {
	if l.runs++; l.runs > len(l.slots)/2 {
		l.grow()
	}
	s := l.find(r.hash)
	*s = slot{hash: r.hash, word: -1}
	words := Words(r.text)
	if len(words) == 1 {
		s.word = l.number(words[0])
		return s
	}
	for _, w := range words {
		l.rest[r.hash] = append(l.rest[r.hash], l.number(w))
	}
	return s
}

// of appends the numbers of a slot's words.
func (l *lexicon) of(s *slot, to []int32) []int32 {
	if s.word >= 0 {
		return append(to, s.word)
	}
	return append(to, l.rest[s.hash]...)
}

func (l *lexicon) grow() {
	old := l.slots
	l.slots = make([]slot, 2*len(old))
	for _, s := range old {
		if s.hash != 0 {
			*l.find(s.hash) = s
		}
	}
}
