package sheet

import (
	"bytes"
	"unicode/utf8"

	"bangvang/internal/diag"
)

// places turns lines and byte columns into places with columns in characters. It goes on from the place before,
// so that asking for many in their order costs one walk over the text.
type places struct {
	text  []byte
	line  int // 1-based line that begins at start
	start int
	known diag.Pos // the last place in this line
	bytes int      // its byte column
}

// place returns the place of a 1-based line and byte column.
func (p *places) place(line, column int) diag.Pos {
	for p.line < line {
		end := bytes.IndexByte(p.text[p.start:], '\n')
		if end < 0 {
			break
		}
		p.start += end + 1
		p.line++
	}
	if p.known.Line != p.line || column < p.bytes {
		p.known, p.bytes = diag.Pos{Line: p.line, Column: 1}, 1
	}
	from, to := min(p.start+p.bytes-1, len(p.text)), min(p.start+column-1, len(p.text))
	p.known.Column += utf8.RuneCount(p.text[from:to])
	p.bytes = column
	return p.known
}

// at returns the place of an offset.
func (p *places) at(offset int) diag.Pos {
	before := p.text[:min(offset, len(p.text))]
	start := bytes.LastIndexByte(before, '\n') + 1
	return p.place(bytes.Count(before[:start], []byte("\n"))+1, len(before)-start+1)
}
