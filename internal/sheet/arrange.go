package sheet

import (
	"slices"
	"strconv"

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

// arranging is one table on its way.
type arranging struct {
	Expected
	table         *Table
	grid          *grid
	row           int   // of the heading, from 1
	unit          int   // the unit's column, from 0; -1 where there is none
	from          []int // of each of the table's columns, its column in the grid, from 0
	named         []Column
	filled        []bool   // of each of the grid's columns: something stands below its heading
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
// heading says so. It notes which columns have content.
func (a *arranging) unitColumn() int {
	named := make([]int, len(a.named))
	a.filled = make([]bool, len(a.named))
	for _, r := range a.grid.rows[a.row:] {
		for j, cell := range r {
			a.filled[j] = a.filled[j] || cell.Text != ""
			switch a.Expected.unit(cell) {
			case "":
			case cell.Text:
				named[j] += 2
			default:
				named[j]++
			}
		}
	}
	best, most := -1, 0
	for j, n := range named {
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
		case c.Heading == "" && !a.filled[j]:
			continue
		case c.Kind == KindPassed, c.Kind == KindCriterion && !a.expects(c.ID) && !a.filled[j]:
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
