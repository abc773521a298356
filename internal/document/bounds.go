package document

import (
	"bytes"
	"strconv"

	"bangvang/internal/diag"
)

// Bounds of a body. A parser of Markdown takes time that grows with the square of some marks' number or nesting;
// no text comes near these.
const (
	maxBody    = 2 << 20
	maxNesting = 60      // quotations, lists and brackets within each other
	maxIndent  = 200     // spaces before a line
	maxMarks   = 40_000  // stars, underlines and tildes of a whole body
	maxCells   = 400_000 // lines by the columns of the widest
)

// beyondBounds refuses a body whose conversion could take long.
func (c *conversion) beyondBounds() *diag.Finding {
	if len(c.source) > maxBody {
		fault := c.file.finding("body-too-large", c.pos(0), diag.Args{"got": megabytes(len(c.source)), "max": megabytes(maxBody)})
		return &fault
	}
	if at := tooTangled(c.source); at >= 0 {
		fault := c.file.finding("body-too-nested", c.pos(at), diag.Args{"max": strconv.Itoa(maxNesting)})
		return &fault
	}
	return nil
}

// tooTangled returns the offset of the line with which a body is beyond the bounds, -1 where there is none.
func tooTangled(source []byte) int {
	at, lines, columns, marks := 0, 0, 0, 0
	for at < len(source) {
		line := firstLine(source[at:])
		lines++
		columns = max(columns, bytes.Count(line, []byte("|")))
		marks += bytes.Count(line, []byte("*")) + bytes.Count(line, []byte("_")) + bytes.Count(line, []byte("~"))
		if len(line) > maxNesting && isTangled(line) || marks > maxMarks || columns > maxNesting && lines*columns > maxCells {
			return at
		}
		at += len(line) + 1
	}
	return -1
}

// isTangled counts what nests in a line: at its beginning the marks of blocks, behind it brackets, and
// parentheses of links that no space parts.
func isTangled(line []byte) bool {
	rest := bytes.TrimLeft(line, " \t")
	if len(line)-len(rest) > maxIndent {
		return true
	}
	return blockMarks(rest) > maxNesting || nests(rest, '[', ']') || nests(rest, '(', ')')
}

// blockMarks counts the quotations and lists that a line opens.
func blockMarks(line []byte) int {
	n := 0
	for i, b := range line {
		switch {
		case b == '>', (b == '-' || b == '*' || b == '+') && i+1 < len(line) && line[i+1] == ' ':
			n++
		case b != ' ' && b != '\t':
			return n
		}
	}
	return n
}

// nests reports whether more are open at once than may be. Counting the openings is quick, and enough for most lines.
func nests(line []byte, opening, closing byte) bool {
	return bytes.Count(line, []byte{opening}) > maxNesting && deepest(line, opening, closing) > maxNesting
}

// deepest returns how many openings are unclosed at most. A space ends the address of a link, and with it its parentheses.
func deepest(line []byte, opening, closing byte) int {
	depth, most := 0, 0
	for _, b := range line {
		switch {
		case b == opening:
			depth++
			most = max(most, depth)
		case b == closing, b == ' ' && opening == '(':
			depth = max(depth-1, 0)
		}
	}
	return most
}
