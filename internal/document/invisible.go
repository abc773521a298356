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
var invisibles = map[rune]string{
	'\u00ad': "dấu nối mềm",
	'\u200b': "dấu cách rộng bằng không",
	'\u200c': "dấu ngăn nối chữ",
	'\u200d': "dấu nối chữ",
	'\u200e': "dấu hướng chữ",
	'\u200f': "dấu hướng chữ",
	'\u202a': "dấu hướng chữ",
	'\u202b': "dấu hướng chữ",
	'\u202c': "dấu hướng chữ",
	'\u202d': "dấu hướng chữ",
	'\u202e': "dấu hướng chữ",
	'\u2060': "dấu dính chữ",
	'\u2066': "dấu hướng chữ",
	'\u2067': "dấu hướng chữ",
	'\u2068': "dấu hướng chữ",
	'\u2069': "dấu hướng chữ",
	'\ufeff': "dấu đầu tệp ở giữa chữ",
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
		findings = append(findings, f.finding("invisible-character", pos, diag.Args{"code": fmt.Sprintf("U+%04X", r), "name": invisibles[r]}))
	}
	return findings
}
