package document

import (
	"bytes"
	"fmt"
	"slices"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// invisibles are characters that nobody sees and that come with pasted text: words with one are not found by a search,
// and an id with one is another id.
var invisibles = map[rune]diag.Text{
	'\u00ad': {Vi: "dấu nối mềm", En: "soft hyphen"},
	'\u200b': {Vi: "dấu cách rộng bằng không", En: "zero-width space"},
	'\u200c': {Vi: "dấu ngăn nối chữ", En: "zero-width non-joiner"},
	'\u200d': {Vi: "dấu nối chữ", En: "zero-width joiner"},
	'\u200e': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u200f': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u202a': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u202b': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u202c': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u202d': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u202e': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u2060': {Vi: "dấu dính chữ", En: "word joiner"},
	'\u2066': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u2067': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u2068': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\u2069': {Vi: "dấu hướng chữ", En: "direction mark"},
	'\ufeff': {Vi: "dấu đầu tệp ở giữa chữ", En: "byte order mark inside the text"},
}

// IsInvisible reports whether the character at an offset of text is one that nobody sees. Joiners between pictograms
// make one picture of two, and are none.
func IsInvisible(text []byte, at int) bool {
	r, _ := utf8.DecodeRune(text[at:])
	if _, is := invisibles[r]; !is {
		return false
	}
	before, _ := utf8.DecodeLastRune(text[:at])
	return r != '\u200c' && r != '\u200d' || before < '\u2000'
}

// invisible reports the first such character of each line. They begin with bytes that Vietnamese text has few of.
func (f *file) invisible() []diag.Finding {
	var at []int
	for _, first := range []byte{0xc2, 0xe2, 0xef} {
		for i := 0; ; i++ {
			next := bytes.IndexByte(f.text[i:], first)
			if next < 0 {
				break
			}
			if i += next; IsInvisible(f.text, i) {
				at = append(at, i)
			}
		}
	}
	slices.Sort(at)
	var findings []diag.Finding
	places, last := newCursor(f), 0
	for _, i := range at {
		pos := places.pos(i)
		if pos.Line == last || len(findings) == maxFindings {
			continue
		}
		last = pos.Line
		r, _ := utf8.DecodeRune(f.text[i:])
		findings = append(findings, f.finding("invisible-character", pos, diag.Args{"code": fmt.Sprintf("U+%04X", r), "name": invisibles[r].Vi, "name.en": invisibles[r].En}))
	}
	return findings
}
