package document

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"

	"bangvang/internal/diag"

	"github.com/adrg/frontmatter"
)

// maxHeader bounds a header: a registry of 10.000 units has 0,7 MB.
const maxHeader = 4 << 20

// fence is the line above and below a header.
var fence = []byte("---")

// split finds the header between its fences. Where there is none it says why, and the whole file is body.
func (f *file) split() *diag.Finding {
	f.head, f.body = span{}, 0
	start, opened := f.opening()
	if !opened {
		return f.noHeader("header-missing", start)
	}
	length, body, closed := cut(f.text, start)
	if !closed {
		return f.noHeader("header-unclosed", start-1)
	}
	if length > maxHeader {
		fault := f.finding("header-too-large", diag.Pos{Line: 1, Column: 1}, diag.Args{"got": megabytes(length), "max": megabytes(maxHeader)})
		f.body = body
		return &fault
	}
	f.head, f.body = span{start, start + length}, body
	return nil
}

func (f *file) noHeader(code string, at int) *diag.Finding {
	place := f.pos(at)
	place.Column = 1
	fault := f.finding(code, place, nil)
	return &fault
}

// opening finds the first line that is not blank. It returns the offset behind it and whether it is a fence;
// where it is none, the offset of the line.
func (f *file) opening() (start int, opened bool) {
	at := 0
	for at < len(f.text) {
		line := firstLine(f.text[at:])
		end := min(at+len(line)+1, len(f.text))
		switch trimmed := bytes.TrimSpace(line); {
		case bytes.Equal(trimmed, fence):
			return end, true
		case len(trimmed) > 0:
			return at, false
		}
		at = end
	}
	return at, false
}

// cut lets the front matter package find the closing fence of a header that begins at start. It trims lines
// before it compares them, so that an indented "---" inside block text would end the header: those it is not shown.
func cut(text []byte, start int) (length, body int, closed bool) {
	header := errors.New("found")
	format := frontmatter.NewFormat("---", "---", func(data []byte, _ any) error {
		length, closed = len(data), true
		return header
	})
	in := readers.Get().(*bufio.Reader)
	defer readers.Put(in)
	in.Reset(bytes.NewReader(veiled(text, start)))
	_, err := frontmatter.Parse(in, nil, format)
	in.Reset(nil)
	if !errors.Is(err, header) {
		return 0, 0, false
	}
	end := start + length
	return length, min(end+len(firstLine(text[end:]))+1, len(text)), closed
}

// readers are lent to the front matter package, which would make one for each file.
var readers = sync.Pool{New: func() any { return bufio.NewReader(nil) }}

// veiled returns text with every indented "---" behind start made unlike a fence, in as many bytes.
func veiled(text []byte, start int) []byte {
	out, own := text, false
	for at := start; ; {
		i := bytes.Index(text[at:], fence)
		if i < 0 {
			return out
		}
		at += i
		lineStart := bytes.LastIndexByte(text[:at], '\n') + 1
		if lineStart < at && bytes.Equal(bytes.TrimSpace(firstLine(text[lineStart:])), fence) {
			if !own {
				out, own = bytes.Clone(text), true
			}
			copy(out[at:], "~~~")
		}
		if lineStart == at && bytes.Equal(bytes.TrimSpace(firstLine(text[at:])), fence) {
			return out // the closing fence: what follows is body
		}
		at += len(fence)
	}
}

func megabytes(n int) string {
	return strings.Replace(fmt.Sprintf("%.1f MB", float64(n)/(1<<20)), ".", ",", 1)
}
