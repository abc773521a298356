package document

import (
	"bytes"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark/ast"
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
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Type() == ast.TypeInline || n.Kind() != ast.KindParagraph && n.Kind() != ast.KindTextBlock || !entering {
			return ast.WalkContinue, nil
		}
		c.pastedLines(n.Lines())
		if n.Parent() == root {
			c.pastedTable(n.Lines())
		}
		return ast.WalkSkipChildren, nil
	})
}

// mayBePasted is a quick look at the beginnings of lines and for tabs: most bodies have neither.
func mayBePasted(source []byte) bool {
	if bytes.IndexByte(source, '\t') >= 0 {
		return true
	}
	for rest := source; len(rest) > 0; {
		line := bytes.TrimLeft(firstLine(rest), " ")
		if len(line) > 1 && (line[0] == 0xe2 || line[0] == 0xef || line[0] == 0xc2 || line[0] == '(' || line[0] == '-' && line[1] != ' ' ||
			bytes.ContainsAny(line[1:min(len(line), 5)], ")./")) {
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

// pastedLines looks at the lines of one paragraph.
func (c *conversion) pastedLines(lines *text.Segments) {
	before, listed := "", false // listed: the line before is an entry of a list
	for i := range lines.Len() {
		line := strings.TrimRight(string(c.source[lines.At(i).Start:lines.At(i).Stop]), " \t\u00a0\n")
		switch m := bulletForm.FindStringSubmatch(line); {
		case m != nil:
			c.report("pasted-bullet", lines.At(i).Start, diag.Args{"got": bulletName(m[1] + m[2] + m[3])})
		case longDash.MatchString(line) && (i > 0 || i+1 < lines.Len() && longDash.Match(c.source[lines.At(i+1).Start:])):
			c.report("pasted-bullet", lines.At(i).Start, diag.Args{"got": longDash.FindStringSubmatch(line)[1]})
		case i > 0 && numberForm.MatchString(line) && (listed || strings.ContainsAny(before[max(len(before)-1, 0):], ".;:")):
			c.report("pasted-line", lines.At(i).Start, diag.Args{"got": strings.Fields(line)[0]})
		}
		before, listed = line, listed || numberForm.MatchString(line)
	}
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
