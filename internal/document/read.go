package document

import (
	"strconv"

	"bangvang/internal/viet"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// unescaped resolves backslashes and entities.
func unescaped(value []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
}

// heading gives a heading its id and its place in the table of contents.
func (c *conversion) heading(n *ast.Heading) {
	words := wordsOf(n, c.source, false)
	c.headings = append(c.headings, Heading{
		Level: min(n.Level+c.shift, 6), ID: c.anchor(words), Text: words, Pos: c.pos(offset(n)),
	})
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
