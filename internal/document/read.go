package document

import (
	"bytes"
	"strconv"

	"bangvang/internal/viet"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// read walks the tree before it is rendered: it collects headings and plain text and reports what must not be.
func (c *conversion) read(root ast.Node) {
	c.shift = shiftOf(root)
	c.anchors = map[string]int{}
	c.children(root)
}

func (c *conversion) children(n ast.Node) {
	for child := n.FirstChild(); child != nil; child = child.NextSibling() {
		c.node(child)
	}
}

func (c *conversion) node(n ast.Node) {
	switch n := n.(type) {
	case *ast.Text:
		c.text(n)
		return
	case *ast.String:
		c.plain.write(n.Value)
		return
	case *ast.AutoLink:
		c.plain.write(n.Label(c.source))
		return
	case *ast.RawHTML, *ast.HTMLBlock:
		c.report("raw-html", offset(n), nil)
		c.plain.space()
		return
	case *ast.CodeBlock, *ast.FencedCodeBlock:
		c.plain.space()
		for i := range n.Lines().Len() {
			line := n.Lines().At(i)
			c.plain.write(line.Value(c.source))
		}
		return
	case *ast.Image:
		return
	case *ast.Heading:
		c.heading(n)
		return
	case *directive:
		c.plain.space()
		c.directive(n)
		return
	}
	if n.Type() == ast.TypeBlock {
		c.plain.space()
	}
	c.children(n)
}

// text adds a run of text as a reader sees it.
func (c *conversion) text(n *ast.Text) {
	value := n.Segment.Value(c.source)
	if !n.IsRaw() && bytes.ContainsAny(value, `\&`) {
		value = unescaped(value)
	}
	c.plain.write(value)
	if n.SoftLineBreak() || n.HardLineBreak() {
		c.plain.space()
	}
}

// unescaped resolves backslashes and entities.
func unescaped(value []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
}

// heading gives a heading its id and its place in the table of contents.
func (c *conversion) heading(n *ast.Heading) {
	c.plain.space()
	from := c.plain.mark()
	c.children(n)
	words := c.plain.since(from)
	n.Level = min(n.Level+c.shift, 6)
	c.headings = append(c.headings, Heading{Level: n.Level, ID: c.anchor(words), Text: words, Pos: c.pos(offset(n))})
	c.plain.space()
}

// anchor returns an id for a heading that no other in the body has.
func (c *conversion) anchor(words string) string {
	base := viet.Slug(words)
	if base == "" {
		base = "muc"
	}
	id := base
	for c.anchors[id] > 0 {
		c.anchors[base]++
		id = base + "-" + strconv.Itoa(c.anchors[base])
	}
	c.anchors[id] = 1
	return id
}

// shiftOf returns how far a body's headings go down, so that the page's title stays the only one of level 1.
func shiftOf(root ast.Node) int {
	for n := root.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			return 1
		}
		if n.HasChildren() && n.Kind() != ast.KindParagraph && n.Kind() != east.KindTable && shiftOf(n) == 1 {
			return 1
		}
	}
	return 0
}
