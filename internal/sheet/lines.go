package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/diag"
)

// rows reads the lines below the heading.
func (a *arranging) rows() {
	taken := 0 // cells
	for i := a.row + 1; i <= len(a.grid.rows); i++ {
		r := a.grid.rows[i-1]
		if r.isBlank() {
			continue
		}
		if taken += len(a.from); taken > maxTable {
			a.table.Rows, a.table.broken = nil, true
			a.report("workbook-cells", diag.Pos{Sheet: a.grid.name}, diag.Args{"sheet": a.grid.name})
			return
		}
		row, first := a.line(i), firstText(r)
		known := a.Expected.unit(row.Cells[0])
		if known == "" && (isRepeated(r) || isMaxima(r) || isAside(first) || !a.counts(row)) {
			a.table.Reading.Skipped = append(a.table.Reading.Skipped, Skipped{Pos: row.Pos, Text: first})
			continue
		}
		if known != "" {
			row.Unit = known
			row.Cells[0].Text = known
		}
		a.table.Rows = append(a.table.Rows, row)
		if a.grid.hiddenRows[i] {
			a.hiddenRows = append(a.hiddenRows, strconv.Itoa(i))
		}
	}
}

// line takes the cells of a row that count, in the table's order.
func (a *arranging) line(i int) Row {
	row := Row{}
	for _, j := range a.from {
		row.Cells = append(row.Cells, a.grid.at(i, j+1))
	}
	row.Unit, row.Pos = row.Cells[0].Text, row.Cells[0].Pos
	if row.Pos.Line == 0 {
		row.Pos = diag.Pos{Sheet: a.grid.name, Line: i, Column: a.unit + 1}
	}
	return row
}

// counts reports whether a line has a score or a figure, or what may be meant for one. The names below a signature do
// not look like any.
func (a *arranging) counts(row Row) bool {
	for i, c := range row.Cells[1:] {
		if kind := a.table.Columns[i+1].Kind; kind == KindName || kind == KindNote || c.Text == "" {
			continue
		}
		if isNothing(c.Text) || strings.ContainsAny(c.Text, "0123456789") {
			return true
		}
	}
	return false
}

// unseen warns of lines and columns that count although people do not see them.
func (a *arranging) unseen() {
	if len(a.hiddenRows)+len(a.hiddenColumns) > 0 {
		a.report("workbook-hidden", diag.Pos{Sheet: a.grid.name}, diag.Args{"rows": some(a.hiddenRows), "columns": some(a.hiddenColumns)})
	}
}

// some joins the first few words of a list.
func some(words []string) string {
	const few = 8
	if len(words) > few {
		words = append(slices.Clone(words[:few]), "…")
	}
	return strings.Join(words, ", ")
}

func firstText(r record) string {
	for _, c := range r {
		if c.Text != "" && !c.Number {
			return c.Text
		}
	}
	return ""
}

// asides are the words with which lines begin that are no unit's: sums and maxima.
var asides = regexp.MustCompile(`^(tong|cong|tong cong|tong so|trung binh|binh quan|diem trung binh|diem toi da|diem chuan|toi da|thang diem|trong so|max|ty trong)\b[^a-z]*(diem)?[^a-z]*$|^(diem toi da|diem chuan|thang diem|trong so)\b`)

func isAside(text string) bool { return asides.MatchString(folded(text)) }

// maximum is a cell of the line below a heading that says how many points there are: "(40 điểm)", "30đ", "(100)".
var maximum = regexp.MustCompile(`(?i)^(\(?(tối đa|max)?:? ?\d+([.,]\d+)? ?(điểm|đ)\)?|\(\d+([.,]\d+)?\))$`)

// isMaxima reports whether a line only says how many points the criteria have.
func isMaxima(r record) bool {
	n := 0
	for _, c := range r {
		if c.Text == "" {
			continue
		}
		if !maximum.MatchString(oneLine(c.Text)) {
			return false
		}
		n++
	}
	return n > 0
}

// numbering is a cell of the line below a heading that numbers the columns: "(1)", "2", "A".
var numbering = regexp.MustCompile(`^\(?(\d{1,3}|[A-Za-z])\)?$`)

// isRepeated reports whether a line only numbers the columns: "A", "B", "1", "2" or "(1)", "(2)", "(3)=(1)+(2)".
func isRepeated(r record) bool {
	last, n := 0, 0
	for _, c := range r {
		switch {
		case c.Text == "":
			continue
		case !numbering.MatchString(c.Text) && !strings.HasPrefix(c.Text, "("):
			return false
		}
		if number, err := strconv.Atoi(strings.Trim(c.Text, "()")); err == nil {
			if number != last+1 {
				return false
			}
			last = number
		}
		n++
	}
	return n > 2
}
