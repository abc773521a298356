package document

import (
	"bytes"
	"unicode/utf8"

	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// output collects the HTML of a body and cuts it at the slots.
type output struct {
	html  []byte
	cuts  []int // offsets in html, one for each slot
	slots []Slot
}

// slot cuts the HTML for something that the site fills in.
func (o *output) slot(s Slot) {
	o.cuts = append(o.cuts, len(o.html))
	o.slots = append(o.slots, s)
}

// pieces returns the HTML between the slots: one more than there are slots, all in one string's memory.
func (o *output) pieces() []HTML {
	all := HTML(o.html)
	out := make([]HTML, 0, len(o.cuts)+1)
	from := 0
	for _, cut := range o.cuts {
		out = append(out, all[from:cut])
		from = cut
	}
	return append(out, all[from:])
}

// The methods of goldmark's buffered writer, on memory: none of them fails.

func (o *output) Write(p []byte) (int, error) {
	o.html = append(o.html, p...)
	return len(p), nil
}

func (o *output) WriteString(s string) (int, error) {
	o.html = append(o.html, s...)
	return len(s), nil
}

func (o *output) WriteByte(b byte) error {
	o.html = append(o.html, b)
	return nil
}

func (o *output) WriteRune(r rune) (int, error) {
	before := len(o.html)
	o.html = utf8.AppendRune(o.html, r)
	return len(o.html) - before, nil
}

func (o *output) Available() int { return cap(o.html) - len(o.html) }
func (o *output) Buffered() int  { return len(o.html) }
func (o *output) Flush() error   { return nil }

// textWriter is goldmark's writer of text, which goes from byte to byte, with a short way for the text that most is.
type textWriter struct{ html.Writer }

// Write implements goldmark's html.Writer: it resolves backslashes and entities, and escapes.
func (t textWriter) Write(to util.BufWriter, text []byte) {
	if bytes.IndexByte(text, '\\') >= 0 || !isPlain(text) {
		t.Writer.Write(to, text)
		return
	}
	_, _ = to.Write(text)
}

// RawWrite implements goldmark's html.Writer: it escapes.
func (t textWriter) RawWrite(to util.BufWriter, text []byte) {
	if !isPlain(text) {
		t.Writer.RawWrite(to, text)
		return
	}
	_, _ = to.Write(text)
}

// isPlain tells text in which HTML sees text only.
func isPlain(text []byte) bool {
	for _, mark := range []byte("&<>\"\x00") {
		if bytes.IndexByte(text, mark) >= 0 {
			return false
		}
	}
	return true
}
