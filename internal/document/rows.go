package document

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/text"
)

// Most of a table of results is names and numbers. The parser makes three nodes of each cell and looks for marks in it, a
// third of all that a portal of such tables asks memory for. So the rows below a table's head stay lines where no cell
// has a mark in it; the head, and every other table, is the parser's.

// plainRows are all rows of a table but its head, as lines.
type plainRows struct {
	ast.BaseBlock
	rows    []text.Segment
	columns []east.Alignment
}

var kindPlainRows = ast.NewNodeKind("PlainRows")

// Kind implements goldmark's ast.Node.
func (r *plainRows) Kind() ast.NodeKind { return kindPlainRows }

// IsRaw implements goldmark's ast.Node: nothing is looked for in the lines.
func (r *plainRows) IsRaw() bool { return true }

// Dump implements goldmark's ast.Node.
func (r *plainRows) Dump(source []byte, level int) { ast.DumpHelper(r, source, level, nil, nil) }

// plainTables makes a table of a paragraph whose rows are plain, with the head that goldmark's own transformer makes.
type plainTables struct{ head parser.ParagraphTransformer }

func newPlainTables() plainTables { return plainTables{extension.NewTableParagraphTransformer()} }

// Transform implements goldmark's parser.ParagraphTransformer.
func (t plainTables) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() < 3 {
		return
	}
	if second := lines.At(1); !parts(second.Value(reader.Source())) {
		return
	}
	rows := lines.Sliced(2, lines.Len())
	for _, row := range rows {
		if !isPlainRow(row, reader.Source()) {
			return
		}
	}
	parent, before := node.Parent(), node.PreviousSibling()
	lines.SetSliced(0, 2)
	t.head.Transform(node, reader, pc)
	if node.Parent() != nil {
		lines.AppendAll(rows) // no table, or not from the first line on
		return
	}
	made := parent.FirstChild()
	if before != nil {
		made = before.NextSibling()
	}
	table := made.(*east.Table)
	table.AppendChild(table, &plainRows{rows: rows, columns: table.Alignments})
}

// parts is a quick look whether a line may part the head of a table from its rows.
func parts(line []byte) bool {
	return bytes.IndexByte(line, '-') >= 0 && len(bytes.Trim(line, "|:- \t\n")) == 0
}

// marks tells the bytes with which something begins that is more than text, or that others look for in text.
var marks = func() (is [256]bool) {
	for _, c := range []byte("\\`*_[]!<~#{\r") {
		is[c] = true
	}
	return is
}()

func isPlainRow(row text.Segment, source []byte) bool {
	if row.Padding > 0 || row.ForceNewline {
		return false
	}
	for _, c := range source[row.Start:row.Stop] {
		if marks[c] {
			return false
		}
	}
	return true
}

// plainRow writes a row as goldmark parts it: what is beyond the last column goes, what is missing is empty.
func (c *conversion) plainRow(row text.Segment, columns []east.Alignment) {
	row = row.TrimLeftSpace(c.source)
	row = row.TrimRightSpace(c.source)
	at, end := row.Start, row.Stop
	if at < end && c.source[at] == '|' {
		at++
	}
	if at < end && c.source[end-1] == '|' {
		end--
	}
	c.WriteString("<tr>\n")
	for _, column := range columns {
		if at >= end {
			c.WriteString("<td></td>\n")
			continue
		}
		next := end
		if i := bytes.IndexByte(c.source[at:end], '|'); i >= 0 {
			next = at + i
		}
		cell := text.NewSegment(at, next)
		cell = cell.TrimLeftSpace(c.source)
		cell = cell.TrimRightSpace(c.source)
		c.WriteString("<td" + alignment(column) + ">")
		if !cell.IsEmpty() {
			c.plainCell(cell.Start, c.source[cell.Start:cell.Stop])
		}
		c.WriteString("</td>\n")
		at = next + 1
	}
	c.WriteString("</tr>\n")
}

func (c *conversion) plainCell(at int, words []byte) {
	c.unset(at, words)
	textWriter{html.DefaultWriter}.Write(c, words)
}

func renderPlainRows(c *conversion, n ast.Node, entering bool) ast.WalkStatus {
	if !entering {
		return ast.WalkContinue
	}
	rows := n.(*plainRows)
	for _, row := range rows.rows {
		c.plainRow(row, rows.columns)
	}
	c.WriteString("</tbody>\n")
	return ast.WalkContinue
}
