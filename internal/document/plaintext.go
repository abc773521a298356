package document

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plainText collects a body's words with single spaces between them.
type plainText struct {
	buf   []byte
	gap   bool // a space comes before the next word
	words int
}

func (p *plainText) String() string { return string(p.buf) }

// space parts what comes next from what was there.
func (p *plainText) space() { p.gap = true }

// write adds text; any run of spaces in it is one.
func (p *plainText) write(text []byte) {
	for len(text) > 0 {
		r, size := rune(text[0]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRune(text)
		}
		if r <= ' ' || r == '\u00a0' || r >= utf8.RuneSelf && unicode.IsSpace(r) {
			p.gap = true
			text = text[size:]
			continue
		}
		end := wordEnd(text)
		p.word(text[:end])
		text = text[end:]
	}
}

// wordEnd returns the length of the word at the beginning of text.
func wordEnd(text []byte) int {
	for i, b := range text {
		if b <= ' ' || b == 0xc2 && i+1 < len(text) && text[i+1] == 0xa0 {
			return max(i, 1)
		}
	}
	return len(text)
}

func (p *plainText) word(w []byte) {
	if p.gap || len(p.buf) == 0 {
		if len(p.buf) > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.words++
		p.gap = false
	}
	p.buf = append(p.buf, w...)
}

// mark and since return what was written between two moments.
func (p *plainText) mark() int { return len(p.buf) }

func (p *plainText) since(mark int) string { return strings.TrimSpace(string(p.buf[mark:])) }
