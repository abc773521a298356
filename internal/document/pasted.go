package document

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// What Word's text looks like when it is pasted: lists whose bullets are letters, numbered lines that Markdown joins
// into one paragraph, tables whose cells are parted by tabs. Each is told where the parser took it for plain words.

var (
	// bulletForm is a bullet of Word's, or a hyphen that nothing parts from its word. The private signs are those of the
	// font Symbol.
	bulletForm = regexp.MustCompile(`^(?:([•●▪■◦○➢➤✓✔❖\x{f0a7}\x{f0b7}\x{f0d8}\x{f0fc}])[ \t\x{a0}]*|([·∙o-][\t\x{a0}])[ \t\x{a0}]*|(-)\pL)`)
	// longDash is a long dash before an entry: of one line alone it may begin a remark or speech.
	longDash = regexp.MustCompile(`^([–—])[ \t\x{a0}]*\S`)
	// numberForm is how acts number their clauses.
	numberForm = regexp.MustCompile(`^(?:[a-zđ]\)|\d{1,2}[./)]|\(\d{1,2}\)|[IVX]{1,4}\.)[ \t\x{a0}]*\pL`)
)

// pasted reports such lines of a body.
func (c *conversion) pasted(root ast.Node) {
	if !mayBePasted(c.source) {
		return
	}
	c.pastedBelow(root, true)
}

// pastedBelow looks at the paragraphs below a block. Cells of a table are none.
func (c *conversion) pastedBelow(block ast.Node, top bool) {
	for n := block.FirstChild(); n != nil && n.Type() != ast.TypeInline; n = n.NextSibling() {
		switch n.Kind() {
		case ast.KindParagraph, ast.KindTextBlock:
			c.pastedLines(n.Lines())
			if top {
				c.pastedTable(n.Lines())
			}
		case east.KindTable:
		default:
			c.pastedBelow(n, false)
		}
	}
}

// mayBePasted is a quick look at the beginnings of lines and for tabs: most bodies have neither.
func mayBePasted(source []byte) bool {
	if bytes.IndexByte(source, '\t') >= 0 {
		return true
	}
	for rest := source; len(rest) > 0; {
		if line := bytes.TrimLeft(firstLine(rest), " "); mayBeBullet(line) || mayBeNumber(line) {
			return true
		}
		next := bytes.IndexByte(rest, '\n')
		if next < 0 {
			break
		}
		rest = rest[next+1:]
	}
	return false
}

// mayBeBullet is a quick look at the first signs of a line: whether it may begin with a bullet or a long dash.
func mayBeBullet(line []byte) bool {
	if len(line) < 2 {
		return false
	}
	switch line[0] {
	case 0xc2, 0xe2, 0xef:
		return true
	case '-':
		return line[1] != ' '
	case 'o':
		return line[1] == '\t' || line[1] == 0xc2
	}
	return false
}

// mayBeNumber is a quick look at the first signs of a line: whether it may begin with a number.
func mayBeNumber(line []byte) bool {
	for i, c := range line[:min(len(line), 5)] {
		switch c {
		case ')', '.', '/':
			return i > 0
		}
	}
	return false
}

// pastedLines looks at the lines of one paragraph.
func (c *conversion) pastedLines(lines *text.Segments) {
	last, listed := byte(0), false // of the line before: its last sign, and whether it is an entry of a list
	for i := range lines.Len() {
		line := bytes.TrimRight(c.source[lines.At(i).Start:lines.At(i).Stop], " \t\u00a0\n")
		numbered := mayBeNumber(line) && numberForm.Match(line)
		if bullet := c.bulletOf(lines, i, line); bullet != "" {
			c.report("pasted-bullet", lines.At(i).Start, diag.Args{"got": bullet})
		} else if i > 0 && numbered && (listed || strings.IndexByte(".;:", last) >= 0) {
			c.report("pasted-line", lines.At(i).Start, diag.Args{"got": strings.Fields(string(line))[0]})
		}
		last, listed = 0, listed || numbered
		if len(line) > 0 {
			last = line[len(line)-1]
		}
	}
}

// bulletOf returns the bullet that the i-th line of a paragraph begins with, "" where it has none.
func (c *conversion) bulletOf(lines *text.Segments, i int, line []byte) string {
	if !mayBeBullet(line) {
		return ""
	}
	if m := bulletForm.FindSubmatch(line); m != nil {
		return bulletName(string(slices.Concat(m[1], m[2], m[3])))
	}
	if longDash.Match(line) && (i > 0 || i+1 < lines.Len() && longDash.Match(c.source[lines.At(i+1).Start:])) {
		return string(longDash.FindSubmatch(line)[1])
	}
	return ""
}

// bulletName is how a message calls a bullet: the private signs of the font Symbol show nowhere else.
func bulletName(bullet string) string {
	bullet = strings.TrimRight(bullet, "\t\u00a0")
	if r, _ := utf8.DecodeRuneInString(bullet); unicode.Is(unicode.Co, r) {
		return fmt.Sprintf("U+%04X", r)
	}
	return bullet
}

// pastedTable looks for lines in a row that have as many tabs each. One tab behind a bullet or a number parts no cells.
func (c *conversion) pastedTable(lines *text.Segments) {
	tabs := func(i int) int {
		if i >= lines.Len() {
			return 0
		}
		line := bytes.TrimRight(c.source[lines.At(i).Start:lines.At(i).Stop], "\n")
		n := bytes.Count(line, []byte("\t"))
		if n == 1 && (bulletForm.Match(line) || longDash.Match(line) || numberForm.Match(line)) {
			return 0
		}
		return n
	}
	for i := 0; i < lines.Len(); {
		end := i + 1
		for tabs(i) > 0 && tabs(end) == tabs(i) {
			end++
		}
		if end-i > 1 {
			c.report("pasted-table", lines.At(i).Start, diag.Args{"count": strconv.Itoa(end - i), "columns": strconv.Itoa(tabs(i) + 1)})
		}
		i = end
	}
}
