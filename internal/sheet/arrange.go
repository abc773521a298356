package sheet

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/diag"
)

// A Reading tells how a table of any layout was understood, for a person to confirm.
type Reading struct {
	Sheet   string    // the sheet that counts, "" in a CSV file
	Others  []string  // the workbook's other sheets, which do not
	Heading diag.Pos  // the line of headings
	Passed  []Column  // columns that count for nothing
	Skipped []Skipped // lines that count for nothing: sums, maxima, signatures
}

// Skipped is a line below the heading that is no unit's.
type Skipped struct {
	Pos  diag.Pos
	Text string // its first text
}

// A candidate is a sheet with what may be its heading.
type candidate struct {
	grid  *grid
	row   int // the heading's, from 1
	score int // how much of it is known
}

// arrange finds the score table in the sheets of a workbook, or the one grid of a CSV file, and fills the table.
func (t *Table) arrange(grids []grid, e Expected) []diag.Finding {
	best, finding := t.choose(grids, e)
	if finding != nil {
		return []diag.Finding{*finding}
	}
	t.Reading = &Reading{Sheet: best.grid.name}
	for i := range grids {
		if grids[i].name != best.grid.name {
			t.Reading.Others = append(t.Reading.Others, grids[i].name)
		}
	}
	a := &arranging{table: t, Expected: e, grid: best.grid, row: best.row}
	a.columns()
	if a.unit < 0 {
		at := diag.Pos{Sheet: best.grid.name, Line: best.row, Column: 1}
		return append(a.findings, t.finding("workbook-no-unit", at, nil))
	}
	t.broken = false
	a.order()
	a.rows()
	a.unseen()
	return a.findings
}

// choose returns the sheet that counts: the one that a person named, else the one whose heading tells most of what is
// expected. Two that tell as much are a finding.
func (t *Table) choose(grids []grid, e Expected) (candidate, *diag.Finding) {
	if e.Layout.Sheet != "" {
		grids = slices.DeleteFunc(slices.Clone(grids), func(g grid) bool { return !strings.EqualFold(g.name, e.Layout.Sheet) })
		if len(grids) == 0 {
			f := t.finding("workbook-sheet-missing", diag.Pos{}, diag.Args{"got": e.Layout.Sheet})
			return candidate{}, &f
		}
	}
	var found []candidate
	blank := true
	for i := range grids {
		g := &grids[i]
		blank = blank && !slices.ContainsFunc(g.rows, func(r record) bool { return !r.isBlank() })
		if g.hidden && e.Layout.Sheet == "" {
			continue
		}
		if row, score := e.heading(g); score > 0 {
			found = append(found, candidate{g, row, score})
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int { return y.score - x.score })
	var f diag.Finding
	switch {
	case len(found) > 1 && found[0].score == found[1].score:
		f = t.finding("workbook-several", diag.Pos{Sheet: found[1].grid.name}, diag.Args{"sheets": found[0].grid.name + ", " + found[1].grid.name})
	case len(found) > 0:
		return found[0], nil
	case blank:
		f = t.finding("sheet-empty", diag.Pos{}, nil)
	default:
		f = t.finding("workbook-no-heading", diag.Pos{Sheet: grids[0].name}, nil)
	}
	return candidate{}, &f
}

// headingRows is how many rows of a sheet may stand above the one that names the columns.
const headingRows = 60

// heading returns the row that names most columns, and how much of it is known; 0 where none does.
func (e Expected) heading(g *grid) (row, score int) {
	for i, r := range g.rows[:min(len(g.rows), headingRows)] {
		if isRepeated(r) || e.hasUnit(r) {
			continue
		}
		n, has := 0, false
		for _, cell := range r {
			c, certain := e.column(cell)
			switch {
			case cell.Text == "" || certain == unknown:
			case certain == word:
				n++
			default:
				n += 2 * int(certain)
			}
			has = has || certain >= named || c.Kind == KindUnit && certain == word
		}
		if has && n > score {
			row, score = i+1, n
		}
	}
	if score > 0 && len(e.Units) > 0 { // the sheet that has the units, too, is meant rather than an empty copy
		score += e.unitsIn(g)
	}
	return row, score
}

// unitsIn counts the rows that name a unit.
func (e Expected) unitsIn(g *grid) int {
	n := 0
	for _, r := range g.rows {
		if e.hasUnit(r) {
			n++
		}
	}
	return n
}

// hasUnit reports whether a line names a unit: then it is no heading.
func (e Expected) hasUnit(r record) bool {
	return slices.ContainsFunc(r, func(c Cell) bool { return e.unit(c) != "" })
}

// arranging is one table on its way.
type arranging struct {
	Expected
	table         *Table
	grid          *grid
	row           int   // of the heading, from 1
	unit          int   // the unit's column, from 0; -1 where there is none
	from          []int // of each of the table's columns, its column in the grid, from 0
	named         []Column
	hiddenRows    []string // that count and are not seen, by number
	hiddenColumns []string // that count and are not seen, by heading
	findings      []diag.Finding
}

func (a *arranging) report(code string, at diag.Pos, args diag.Args) {
	if len(a.findings) < maxFindings {
		a.findings = append(a.findings, a.table.finding(code, at, args))
	}
}

// columns reads the heading. A column without one there may have it in the row above.
func (a *arranging) columns() {
	for j := 1; j <= a.grid.width(); j++ {
		cell := a.grid.at(a.row, j)
		if cell.Text == "" && a.row > 1 {
			if above := a.grid.at(a.row-1, j); above.Odd == "" {
				if _, certain := a.column(above); certain > unknown {
					cell = above
				}
			}
		}
		c, _ := a.column(cell)
		a.named = append(a.named, c)
	}
	a.unit = a.unitColumn()
}

// unitColumn returns the column that names most units, by id before by name; where no unit is known, the one whose
// heading says so.
func (a *arranging) unitColumn() int {
	best, most := -1, 0
	for j := range a.named {
		n := 0
		for i := a.row + 1; i <= len(a.grid.rows); i++ {
			switch cell := a.grid.at(i, j+1); a.Expected.unit(cell) {
			case "":
			case cell.Text:
				n += 2
			default:
				n++
			}
		}
		if n > most {
			best, most = j, n
		}
	}
	for _, kind := range []Kind{KindUnit, KindName} {
		if best < 0 {
			best = slices.IndexFunc(a.named, func(c Column) bool { return c.Kind == kind })
		}
	}
	return best
}

// order puts the unit's column first and drops those that count for nothing.
func (a *arranging) order() {
	seen := map[string]Column{}
	unit := a.named[a.unit]
	a.table.Columns = []Column{{Kind: KindUnit, ID: string(KindUnit), Heading: unit.Heading, Pos: unit.Pos}}
	a.from = []int{a.unit}
	for j, c := range a.named {
		before, twice := seen[c.ID]
		switch {
		case j == a.unit:
			continue
		case c.Kind == KindUnit: // of the unit's two columns one has the id, the other the name
			c.Kind, c.ID = KindName, string(KindName)
		case c.Heading == "" && !a.hasContent(j):
			continue
		case c.Kind == KindPassed, c.Kind == KindCriterion && !a.expects(c.ID) && !a.hasContent(j):
			a.table.Reading.Passed = append(a.table.Reading.Passed, c)
			continue
		case c.Heading == "":
			a.report("sheet-heading-empty", c.Pos, diag.Args{"column": strconv.Itoa(j + 1)})
			continue
		case twice:
			a.report("sheet-column-twice", c.Pos, diag.Args{"got": c.Heading, "first": before.Heading})
			continue
		}
		seen[c.ID] = c
		a.table.Columns, a.from = append(a.table.Columns, c), append(a.from, j)
		if a.grid.hiddenColumns[j+1] {
			a.hiddenColumns = append(a.hiddenColumns, c.Heading)
		}
	}
	a.table.Reading.Heading = diag.Pos{Sheet: a.grid.name, Line: a.row, Column: a.unit + 1}
}

// expects reports whether an id is that of a criterion.
func (e Expected) expects(id string) bool {
	return slices.ContainsFunc(e.Criteria, func(c Criterion) bool { return c.ID == id })
}

// hasContent reports whether anything stands below a column's heading.
func (a *arranging) hasContent(column int) bool {
	for i := a.row + 1; i <= len(a.grid.rows); i++ {
		if a.grid.at(i, column+1).Text != "" {
			return true
		}
	}
	return false
}

// rows reads the lines below the heading.
func (a *arranging) rows() {
	for i := a.row + 1; i <= len(a.grid.rows); i++ {
		r := a.grid.rows[i-1]
		if r.isBlank() {
			continue
		}
		row, first := a.line(i), firstText(r)
		known := a.Expected.unit(row.Cells[0])
		if known == "" && (isRepeated(r) || isAside(first) || !a.counts(row)) {
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
