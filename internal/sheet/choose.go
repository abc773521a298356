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
	core  int // the same without the columns that a table of scores may do without
}

// choose returns the sheet that counts: the one that a person named, else the one whose heading tells most of what is
// expected. Two that tell as much of criteria and units are a finding: one may be the copy that was filled in.
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
		if c := e.heading(g); c.score > 0 {
			found = append(found, c)
		}
	}
	slices.SortStableFunc(found, func(x, y candidate) int { return y.score - x.score })
	alike := -1
	if len(found) > 1 {
		alike = 1 + slices.IndexFunc(found[1:], func(c candidate) bool { return c.score == found[0].score || c.core == found[0].core })
	}
	var f diag.Finding
	switch {
	case alike > 0:
		f = t.finding("workbook-several", diag.Pos{Sheet: found[alike].grid.name}, diag.Args{"sheets": found[0].grid.name + ", " + found[alike].grid.name})
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

// heading returns the row that names most columns, and how much of it is known; nothing where none does.
func (e Expected) heading(g *grid) candidate {
	best := candidate{grid: g}
	for i, r := range g.rows[:min(len(g.rows), headingRows)] {
		if isRepeated(r) || e.hasUnit(r) {
			continue
		}
		n, words, has := 0, 0, false
		for _, cell := range r {
			c, certain := e.column(cell)
			switch {
			case cell.Text == "" || certain == unknown:
			case certain == word:
				n++
				words++
			default:
				n += 2 * int(certain)
			}
			has = has || certain >= named || c.Kind == KindUnit && certain == word
		}
		if has && n > best.score {
			best.row, best.score, best.core = i+1, n, n-words
		}
	}
	if best.score > 0 && len(e.Units) > 0 { // the sheet that has the units, too, is meant rather than an empty copy
		units := e.unitsIn(g)
		best.score += units
		best.core += units
	}
	return best
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
