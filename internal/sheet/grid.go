package sheet

import (
	"bytes"
	"path"
	"regexp"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/workbook"
)

// A grid is one sheet of a workbook, or the records of a CSV file.
type grid struct {
	name          string
	hidden        bool
	rows          []record
	hiddenRows    map[int]bool
	hiddenColumns map[int]bool
}

// isWorkbook reports whether a file is one of Excel's, by its bytes or else by its name.
func isWorkbook(name string, data []byte) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".xlsx", ".xlsm", ".xls", ".xlsb", ".ods":
		return true
	}
	return bytes.HasPrefix(data, []byte("PK\x03\x04")) || bytes.HasPrefix(data, []byte{0xd0, 0xcf, 0x11, 0xe0})
}

// grids reads a workbook's sheets, or says why that can't be done.
func (t *Table) grids(data []byte) ([]grid, *diag.Finding) {
	if len(data) == 0 {
		f := t.finding("sheet-empty", diag.Pos{}, nil)
		return nil, &f
	}
	book, fault := workbook.Read(data)
	if fault.Code != "" {
		f := t.finding(string(fault.Code), diag.Pos{Sheet: fault.Sheet}, diag.Args{"got": fault.Got, "sheet": fault.Sheet})
		return nil, &f
	}
	var grids []grid
	for _, s := range book.Sheets {
		grids = append(grids, gridOf(s))
	}
	return grids, nil
}

// gridOf gives the cells of a sheet their places.
func gridOf(s workbook.Sheet) grid {
	g := grid{name: s.Name, hidden: s.Hidden, hiddenRows: s.HiddenRows, hiddenColumns: s.HiddenColumns}
	for i, row := range s.Rows {
		r := make(record, len(row))
		for j, c := range row {
			r[j] = cellOf(c, diag.Pos{Line: i + 1, Column: j + 1, Sheet: s.Name})
		}
		g.rows = append(g.rows, r)
	}
	left := maxMerged
	for _, m := range s.Merged {
		g.merge(m, g.width(), &left)
	}
	return g
}

// maxMerged bounds the cells of merged ranges, which a hostile file may lay over each other.
const maxMerged = 200_000

// cellOf reads a workbook's cell.
func cellOf(c workbook.Cell, at diag.Pos) Cell {
	cell := Cell{Text: clean(c.Text), Pos: at}
	switch c.Kind {
	case workbook.Number, workbook.Percent:
		cell.Number = true
		if c.Kind == workbook.Percent {
			cell.Text += "%"
		}
		cell.Shown = differing(cell.Text, c.Shown)
		if c.Masked {
			cell.Odd, cell.Shown = oddMasked, clean(c.Shown)
		}
	case workbook.Date:
		cell.Odd = "workbook-day"
	}
	if c.Formula && cell.Text == "" {
		cell.Odd = "workbook-formula"
	}
	return cell
}

// oddMasked is why a number counts for nothing whose format shows a text in its place.
const oddMasked = "workbook-masked"

// isHiddenZero reports whether a cell holds zero and shows nothing or a dash, as formats of accounts do.
func (c Cell) isHiddenZero() bool {
	return c.Odd == oddMasked && strings.TrimSuffix(c.Text, "%") == "0" && (c.Shown == "" || isDash(c.Shown))
}

// maskedArgs tell what a masked cell shows and what is in it.
func (c Cell) maskedArgs(column string) diag.Args {
	args := diag.Args{"column": column, "got": inVietnamese(c.Text), "shown": "«" + c.Shown + "»", "shown.en": "“" + c.Shown + "”"}
	if c.Shown == "" {
		args["shown"], args["shown.en"] = "một ô trống", "an empty cell"
		args["zero"] = "0"
	}
	return args
}

// figure is the number in what a cell shows, which may stand among words: "9.5 điểm"; accounts show minus as a bracket: "(0.42)".
var figure = regexp.MustCompile(`\(?-?[0-9][0-9.,]*`)

// differing returns what a number shows where people see another number than the one that counts.
func differing(text, shown string) string {
	counts, fault := Number(strings.TrimSuffix(text, "%"), true)
	found, bracket := strings.CutPrefix(figure.FindString(shown), "(")
	seen, unreadable := Number(strings.ReplaceAll(found, ",", ""), true)
	if bracket && counts < 0 {
		seen = -seen
	}
	if fault != "" || unreadable != "" || seen == counts {
		return ""
	}
	return shown
}

// merge spreads a merged range: downwards its cells have one text, as a heading over two lines has; to the right of
// the first column they are empty. Where such a cell should have a score, it has none of its own.
func (g *grid) merge(m workbook.Range, width int, left *int) {
	for i := m.FromRow; i <= min(m.ToRow, len(g.rows)); i++ {
		for j := m.FromColumn; j <= min(m.ToColumn, width); j++ {
			if *left--; *left < 0 {
				return
			}
			if i == m.FromRow && j == m.FromColumn {
				continue
			}
			row := g.rows[i-1]
			for len(row) < j {
				row = append(row, Cell{Pos: diag.Pos{Line: i, Column: len(row) + 1, Sheet: g.name}})
			}
			cell := Cell{Pos: diag.Pos{Line: i, Column: j, Sheet: g.name}, Odd: "workbook-merged"}
			if j == m.FromColumn {
				cell.Text = g.at(m.FromRow, m.FromColumn).Text
			}
			row[j-1] = cell
			g.rows[i-1] = row
		}
	}
}

// at returns the cell of a row and column from 1, an empty one where there is none.
func (g *grid) at(row, column int) Cell {
	if row < 1 || row > len(g.rows) || column < 1 || column > len(g.rows[row-1]) {
		return Cell{Pos: diag.Pos{Line: row, Column: column, Sheet: g.name}}
	}
	return g.rows[row-1][column-1]
}

// width is the number of columns.
func (g *grid) width() int {
	n := 0
	for _, r := range g.rows {
		n = max(n, len(r))
	}
	return n
}
