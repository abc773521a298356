package document

import (
	"bytes"
	"regexp"
	"slices"
	"strings"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark/ast"
)

// What looks like Markdown to its author and is plain text to the parser: a link with a space in its address, a
// heading without a space, a directive inside a line. The tree of the body says what is text, so that nothing
// is said of code and of links that are sound.

// A looseMark is a place of a body that may be such a slip.
type looseMark struct {
	at   int
	code string
	args diag.Args
}

// loose reports the marks of a body that ended up as text. Few bodies have a candidate, and only their tree is walked.
func (c *conversion) loose(root ast.Node) {
	marks := slices.Concat(c.looseLinks(), c.looseHeadings(), c.looseDirectives())
	if len(marks) == 0 {
		return
	}
	plain := textOf(root)
	for _, m := range marks {
		i, found := slices.BinarySearchFunc(plain, m.at, func(s span, at int) int { return s.from - at })
		if !found {
			i--
		}
		if i >= 0 && m.at < plain[i].to {
			c.report(m.code, m.at, m.args)
		}
	}
}

// textOf returns where the words of a body stand that are neither code nor HTML, in their order.
func textOf(root ast.Node) []span {
	var spans []span
	_ = ast.Walk(root, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if n.Kind() == ast.KindCodeSpan {
			return ast.WalkSkipChildren, nil
		}
		if words, ok := n.(*ast.Text); ok && entering {
			spans = append(spans, span{words.Segment.Start, words.Segment.Stop})
		}
		return ast.WalkContinue, nil
	})
	slices.SortFunc(spans, func(a, b span) int { return a.from - b.from })
	return spans
}

// maxLink is how far a link is looked at: what is longer is none that somebody typed, and a body of brackets in one
// line would take long.
const maxLink = 1000

var (
	// linkForm is what follows the text of a link; the address ends at the first closing parenthesis.
	linkForm  = regexp.MustCompile(`^\]( *)\(([^()\n]+)\)`)
	linkTitle = regexp.MustCompile(`^(.*\S)\s+("[^"]*"|'[^']*')$`)
	// address is the beginning of what nobody writes behind brackets but as the address of a link.
	address = regexp.MustCompile(`^(\.{0,2}/|https?://|#|\S+\.(png|jpe?g|gif|webp|pdf|md)$)`)
)

// looseLinks finds "](quet duong.png)" and "] (/tin-tuc/)".
func (c *conversion) looseLinks() []looseMark {
	var marks []looseMark
	for i := bytes.IndexByte(c.source, ']'); i >= 0; i = indexFrom(c.source, i+1, ']') {
		if !c.mayBeLoose(i+1) || !c.opened(i) {
			continue
		}
		m := linkForm.FindSubmatch(firstLine(c.source[i:min(i+maxLink, len(c.source))]))
		if m == nil {
			continue
		}
		target := strings.TrimSpace(string(m[2]))
		if spaced := strings.Contains(target, " "); len(m[1]) == 0 && !spaced || len(m[1]) > 0 && !address.MatchString(target) {
			continue
		}
		marks = append(marks, looseMark{i, "link-space", diag.Args{"got": string(m[0][1:]), "want": linkWithSpaces(target)}})
	}
	return marks
}

// indexFrom returns the offset of the first such byte from another offset on, -1 if there is none.
func indexFrom(text []byte, from int, b byte) int {
	if i := bytes.IndexByte(text[from:], b); i >= 0 {
		return from + i
	}
	return -1
}

// mayBeLoose is a quick look at what follows a square bracket: most links have no space anywhere.
func (c *conversion) mayBeLoose(at int) bool {
	rest := c.source[at:min(at+maxLink, len(c.source))]
	switch {
	case bytes.HasPrefix(rest, []byte(" ")):
		return bytes.HasPrefix(bytes.TrimLeft(rest[:min(len(rest), 8)], " "), []byte("("))
	case !bytes.HasPrefix(rest, []byte("(")):
		return false
	}
	end := bytes.IndexAny(rest, " )\n")
	return end > 0 && rest[end] == ' '
}

// opened reports whether a square bracket opens on the line before an offset that is meant as one: without a backslash.
func (c *conversion) opened(at int) bool {
	line := c.source[max(0, at-maxLink):at]
	line = line[bytes.LastIndexByte(line, '\n')+1:]
	i := bytes.LastIndexByte(line, '[')
	return i == 0 || i > 0 && line[i-1] != '\\'
}

// linkWithSpaces writes the address of a link as Markdown wants it, with the title that may stand behind it.
func linkWithSpaces(target string) string {
	title := ""
	if m := linkTitle.FindStringSubmatch(target); m != nil {
		target, title = m[1], " "+m[2]
	}
	if strings.Contains(target, " ") {
		target = "<" + strings.Trim(target, "<>") + ">"
	}
	return "(" + target + title + ")"
}

var headingForm = regexp.MustCompile(`^ {0,3}(#{2,6})([^#\s].*)$`)

// looseHeadings finds lines such as "##Nội dung". One "#" alone may be a word's: "#thiđua".
func (c *conversion) looseHeadings() []looseMark {
	var marks []looseMark
	for at, next := bytes.Index(c.source, []byte("##")), 0; at >= 0; {
		line := lineAround(c.source, at)
		if m := headingForm.FindSubmatch(c.source[line.from:line.to]); m != nil {
			marks = append(marks, looseMark{at, "heading-space", diag.Args{"want": string(m[1]) + " " + string(m[2])}})
		}
		if next = bytes.Index(c.source[line.to:], []byte("##")); next < 0 {
			break
		}
		at = line.to + next
	}
	return marks
}

// lineAround returns the line of an offset, without its end.
func lineAround(text []byte, at int) span {
	from := bytes.LastIndexByte(text[:at], '\n') + 1
	return span{from, at + len(firstLine(text[at:]))}
}

var looseDirective = regexp.MustCompile(`:+([a-z]+)\{[^{}\n]*\}?`)

// looseDirectives finds a block that does not stand on a line of its own, or has one colon.
func (c *conversion) looseDirectives() []looseMark {
	if bytes.IndexByte(c.source, '{') < 0 {
		return nil
	}
	var marks []looseMark
	for _, m := range looseDirective.FindAllSubmatchIndex(c.source, -1) {
		i := slices.IndexFunc(directives, func(known form) bool { return known.name == string(c.source[m[2]:m[3]]) })
		if i < 0 || m[0] > 0 && c.source[m[0]-1] == '\\' {
			continue
		}
		example := "::" + string(c.source[m[2]:m[1]])
		if _, _, ok := parseDirective(example); !ok {
			example = directives[i].example
		}
		marks = append(marks, looseMark{m[0], "directive-syntax", diag.Args{"got": string(c.source[m[0]:m[1]]), "example": example}})
	}
	return marks
}
