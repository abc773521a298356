package document

import (
	"strconv"

	"bangvang/internal/diag"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"
)

// pieceRenderer renders the nodes that differ from CommonMark's plain HTML: links and images become slots,
// headings have ids, tables can be scrolled and read, raw HTML is left out. It has no state: that is in the
// [conversion] it writes to.
type pieceRenderer struct{}

// RegisterFuncs implements goldmark's renderer.NodeRenderer.
func (r pieceRenderer) RegisterFuncs(reg renderer.NodeRendererFuncRegisterer) {
	for kind, render := range map[ast.NodeKind]func(c *conversion, n ast.Node, entering bool) ast.WalkStatus{
		ast.KindLink:         renderLink,
		ast.KindAutoLink:     renderAutoLink,
		ast.KindImage:        renderImage,
		ast.KindHeading:      renderHeading,
		ast.KindRawHTML:      refuseHTML,
		ast.KindHTMLBlock:    refuseHTML,
		east.KindTable:       renderTable,
		east.KindTableHeader: renderTableHeader,
		east.KindTableRow:    renderTableRow,
		east.KindTableCell:   renderTableCell,
		kindDirective:        renderDirective,
		kindPlainRows:        renderPlainRows,
	} {
		reg.Register(kind, func(w util.BufWriter, _ []byte, n ast.Node, entering bool) (ast.WalkStatus, error) {
			return render(w.(*conversion), n, entering), nil
		})
	}
}

func refuseHTML(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		c.report("raw-html", offset(n), nil)
	}
	return ast.WalkSkipChildren
}

// attribute writes a value between quotes.
func (c *conversion) attribute(name, value string) {
	c.WriteString(` ` + name + `="`)
	c.Write(util.EscapeHTML([]byte(value)))
	c.WriteByte('"')
}

func renderLink(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	link := n.(*ast.Link)
	target := string(unescaped(link.Destination))
	if !entering {
		if kind, _ := classify(target, false); kind != refused {
			c.WriteString("</a>")
		}
		return ast.WalkContinue
	}
	switch c.leads(target, false, offset(n)) {
	case refused:
		return ast.WalkContinue
	case external:
		c.WriteString(`<a href="`)
		c.Write(util.EscapeHTML(util.URLEscape([]byte(target), false)))
	case internal:
		c.WriteString(`<a href="`)
		c.slot(Slot{Kind: SlotLink, Target: target, Pos: c.pos(offset(n))})
	}
	c.WriteByte('"')
	c.title(link.Title)
	c.WriteByte('>')
	return ast.WalkContinue
}

// title writes a link's or an image's title.
func (c *conversion) title(title []byte) {
	if title != nil {
		c.WriteString(` title="`)
		html.DefaultWriter.Write(c, title)
		c.WriteByte('"')
	}
}

func renderAutoLink(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	link := n.(*ast.AutoLink)
	target := string(link.URL(c.source))
	if link.AutoLinkType == ast.AutoLinkEmail && schemeOf(target) != "mailto" {
		target = "mailto:" + target
	}
	label := util.EscapeHTML(link.Label(c.source))
	if c.leads(target, false, offset(n)) == refused {
		c.Write(label)
		return ast.WalkContinue
	}
	c.WriteString(`<a href="`)
	c.Write(util.EscapeHTML(util.URLEscape([]byte(target), false)))
	c.WriteString(`">`)
	c.Write(label)
	c.WriteString("</a>")
	return ast.WalkContinue
}

func renderImage(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	image := n.(*ast.Image)
	target := string(unescaped(image.Destination))
	alt := wordsOf(n, c.source, true)
	if alt == "" {
		c.report("image-alt", offset(n), diag.Args{"text": "![" + exampleAlt + "]" + linkWithSpaces(target)})
	}
	if c.leads(target, true, offset(n)) != internal {
		c.Write(util.EscapeHTML([]byte(alt)))
		return ast.WalkSkipChildren
	}
	c.WriteString("<img ")
	c.slot(Slot{Kind: SlotImage, Target: target, Pos: c.pos(offset(n))})
	c.attribute("alt", alt)
	c.title(image.Title)
	c.WriteByte('>')
	return ast.WalkSkipChildren
}

func renderHeading(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		c.heading(n.(*ast.Heading))
	}
	h := c.headings[len(c.headings)-1]
	level := strconv.Itoa(h.Level)
	if !entering {
		c.WriteString("</h" + level + ">\n")
		return ast.WalkContinue
	}
	c.WriteString("<h" + level)
	c.attribute("id", h.ID)
	c.WriteByte('>')
	return ast.WalkContinue
}

// renderTable puts a table into a region that scrolls by itself, also by keyboard, so that the page never does.
func renderTable(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		c.WriteString("</table>\n</div>\n")
		return ast.WalkContinue
	}
	c.tables++
	label := "Bảng " + strconv.Itoa(c.tables)
	if n := len(c.headings); n > 0 && c.headings[n-1].Text != "" {
		label += ": " + c.headings[n-1].Text
	}
	c.WriteString(`<div class="table-scroll" role="region" tabindex="0"`)
	c.attribute("aria-label", label)
	c.WriteString(">\n<table")
	c.attribute("aria-label", label)
	c.WriteString(">\n")
	return ast.WalkContinue
}

func renderTableHeader(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		c.WriteString("<thead>\n<tr>\n")
		return ast.WalkContinue
	}
	c.WriteString("</tr>\n</thead>\n")
	if n.NextSibling() != nil {
		c.WriteString("<tbody>\n")
	}
	return ast.WalkContinue
}

func renderTableRow(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if entering {
		c.WriteString("<tr>\n")
		return ast.WalkContinue
	}
	c.WriteString("</tr>\n")
	if n.NextSibling() == nil {
		c.WriteString("</tbody>\n")
	}
	return ast.WalkContinue
}

// alignment is the class of a cell: a strict content security policy allows no inline style.
func alignment(of east.Alignment) string {
	switch of {
	case east.AlignRight:
		return ` class="num"`
	case east.AlignCenter:
		return ` class="mid"`
	}
	return ""
}

func renderTableCell(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	head := n.Parent().Kind() == east.KindTableHeader
	class := alignment(n.(*east.TableCell).Alignment)
	switch {
	case entering && head:
		c.WriteString(`<th scope="col"` + class + ">")
	case entering:
		c.cell(n)
		c.WriteString("<td" + class + ">")
	case head:
		c.WriteString("</th>\n")
	default:
		c.WriteString("</td>\n")
	}
	return ast.WalkContinue
}

func renderDirective(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	d := n.(*directive)
	if c.directive(d); d.sound {
		c.slot(Slot{Kind: SlotDirective, Name: d.name, Args: d.args, Pos: c.pos(offset(n))})
	}
	return ast.WalkContinue
}
