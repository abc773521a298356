package document

import (
	"bytes"
	"sync"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The converters of all bodies, safe for concurrent use. Looking for bare addresses at every word costs a fifth
// of the time: only bodies that may have one are given to the second.
var (
	markdown        = newMarkdown(goldmark.WithParserOptions(parser.WithParagraphTransformers(util.Prioritized(newPlainTables(), 190))))
	markdownLinkify = newMarkdown(goldmark.WithExtensions(extension.NewLinkify(extension.WithLinkifyAllowedProtocols([]string{"http:", "https:"}))))
)

// newMarkdown is CommonMark with GFM's tables and strikethrough, and directives. Raw HTML stays off.
func newMarkdown(more ...goldmark.Option) goldmark.Markdown {
	return goldmark.New(append([]goldmark.Option{
		goldmark.WithParser(parser.NewParser(
			parser.WithBlockParsers(append(parser.DefaultBlockParsers(), util.Prioritized(directiveParser{}, 90))...),
			parser.WithInlineParsers(parser.DefaultInlineParsers()...),
			parser.WithParagraphTransformers(append(parser.DefaultParagraphTransformers(),
				util.Prioritized(extension.NewTableParagraphTransformer(), 200))...),
			parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
		)),
		goldmark.WithRenderer(renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(html.NewRenderer(html.WithWriter(textWriter{html.DefaultWriter})), 1000),
			util.Prioritized(pieceRenderer{}, 100),
		))),
		goldmark.WithExtensions(extension.Strikethrough),
	}, more...)...)
}

// converterFor returns the converter that a body needs.
func converterFor(source []byte) goldmark.Markdown {
	if hasBareAddress(source) {
		return markdownLinkify
	}
	return markdown
}

// hasBareAddress reports whether a web or mail address may stand outside of a link's brackets.
func hasBareAddress(source []byte) bool {
	if bytes.IndexByte(source, '@') >= 0 || bytes.Contains(source, []byte("www.")) {
		return true
	}
	for rest := source; ; {
		i := bytes.Index(rest, []byte("://"))
		if i < 0 {
			return false
		}
		start := bytes.LastIndexAny(rest[:i], " \n(<*_~") // what a bare address may follow
		if start < 1 || rest[start] != '(' && rest[start] != '<' || rest[start] == '(' && rest[start-1] != ']' {
			return true
		}
		rest = rest[i+len("://"):]
	}
}

// convert makes the body of the file's Markdown.
func (f *file) convert() (Body, []diag.Finding) { return f.convertBy(converterFor(f.text[f.body:])) }

func (f *file) convertBy(with goldmark.Markdown) (Body, []diag.Finding) {
	source := f.text[f.body:]
	c := &conversion{file: f, source: source, base: f.body, places: newCursor(f), anchors: map[string]int{}}
	if fault := c.beyondBounds(); fault != nil {
		return Body{Pieces: []HTML{""}}, []diag.Finding{*fault}
	}
	buf := buffers.Get().(*[]byte)
	defer giveBack(buf)
	c.html = (*buf)[:0]
	root := with.Parser().Parse(text.NewReader(source))
	c.shift = shiftOf(root)
	c.scan()
	c.loose(root)
	c.pasted(root)
	if err := with.Renderer().Render(c, source, root); err != nil {
		panic("document: a writer to memory failed: " + err.Error())
	}
	*buf = c.html
	return c.body(), c.findings
}

// buffers are the memory that conversions write to before what they made is copied into strings.
var buffers = sync.Pool{New: func() any { return new([]byte) }}

func giveBack(used *[]byte) {
	if cap(*used) <= 1<<20 { // what one huge text needed is not kept for all others
		buffers.Put(used)
	}
}

// A conversion is one body on its way. The renderer writes to it: it is a [util.BufWriter] that also keeps where
// the slots are.
type conversion struct {
	file   *file
	source []byte // the Markdown
	base   int    // its offset in the file's text
	places cursor

	findings []diag.Finding
	headings []Heading
	anchors  map[string]int // by id: how often its base came
	shift    int            // how many levels down the headings go
	tables   int

	output
}

// report adds a finding at an offset of the Markdown.
func (c *conversion) report(code string, offset int, args diag.Args) {
	if len(c.findings) < maxFindings {
		c.findings = append(c.findings, c.file.finding(code, c.pos(offset), args))
	}
}

func (c *conversion) pos(offset int) diag.Pos { return c.places.pos(c.base + offset) }

// offset returns where a node begins in the Markdown; of a node that does not know, where its block does.
func offset(n ast.Node) int {
	for ; n != nil; n = n.Parent() {
		if n.Type() != ast.TypeInline && n.Lines() != nil && n.Lines().Len() > 0 && n.Pos() < 0 {
			return n.Lines().At(0).Start
		}
		if n.Pos() >= 0 {
			return n.Pos()
		}
	}
	return 0
}

func (c *conversion) body() Body {
	b := Body{Headings: c.headings}
	for _, h := range c.headings {
		b.Anchors = append(b.Anchors, h.ID)
	}
	b.Slots = c.slots
	b.Pieces = c.pieces()
	return b
}
