package sheet

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
)

// A candidate is a sheet with what may be its heading.
type candidate struct {
	grid  *grid
	row   int // the heading's, from 1
	score int // how much of it is known
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
