package document

import (
	"strings"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark/ast"
	"gopkg.in/yaml.v3"
)

// isNull reports whether a text is what programs print in the place of a value that they have not.
func isNull(text string) bool {
	if len(text) < len("nil") || len(text) > len("undefined") {
		return false
	}
	switch strings.ToLower(text) {
	case "null", "undefined", "nil", "nan":
		return true
	}
	return false
}

// unsetDate returns the date that a text begins with, if it is of the year 1, which programs print for a date that was
// never set: "1/1/0001", "0001-01-01"; "" for any other text.
func unsetDate(text string) string {
	at := 0
	for range 2 { // the day, the month
		n := 0
		for at+n < len(text) && isDigit(text[at+n]) {
			n++
		}
		if n == 0 || n > 2 || at+n == len(text) || text[at+n] != '/' {
			break
		}
		at += n + 1
	}
	for _, end := range []string{"0001", "0001-01-01"} {
		if rest, ok := strings.CutPrefix(text[at:], end); ok && (at > 0) == (end == "0001") && (rest == "" || !isDigit(rest[0])) {
			return text[:at+len(end)]
		}
	}
	return ""
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// unset reports a value of the header that another program printed where it had none, or no date.
func (d *decoder) unset(n *yaml.Node) {
	if isNull(n.Value) {
		d.report("value-null", n, diag.Args{"got": n.Value})
	}
	if !strings.Contains(n.Value, "0001") || strings.HasPrefix(n.Value, "0001-") {
		return // else a date, of which its reader speaks
	}
	for i := range len(n.Value) {
		if date := unsetDate(n.Value[i:]); date != "" {
			d.report("date-unset", n, diag.Args{"got": date})
			return
		}
	}
}

// date looks at a digit of the body: whether a date that was never set begins there.
func (s *scanner) date(i int) {
	const longest = len("31/12/0001.")
	if i > 0 && (isDigit(s.source[i-1]) || s.source[i-1] == '/') || i+2 >= len(s.source) {
		return
	}
	if s.source[i+1] != '/' && s.source[i+2] != '/' && s.source[i+1] != '0' {
		return // most numbers
	}
	if date := unsetDate(string(s.source[i:min(i+longest, len(s.source))])); date != "" {
		s.report("date-unset", i, diag.Args{"got": date})
	}
}

// cell reports a cell of a table in which another program printed that it had no value.
func (c *conversion) cell(n ast.Node) {
	only, is := n.FirstChild().(*ast.Text)
	if !is || n.ChildCount() != 1 {
		return
	}
	c.unset(only.Segment.Start, only.Segment.Value(c.source))
}

// unset reports the text of a cell that says nothing but null.
func (c *conversion) unset(at int, words []byte) {
	if len(words) <= len("undefined") && isNull(string(words)) {
		c.report("value-null", at, diag.Args{"got": string(words)})
	}
}
