package site

import (
	"bangvang/internal/diag"
	"bangvang/internal/sheet"
)

// Cells tells where the scores of a round stand in its files.
type Cells struct {
	main, self *sheet.Table
	sides      []side
}

// Cells reads the sheets of a round again, for whoever needs the places of its scores. What can't be read has been told
// when the site was assembled.
func (s *Site) Cells(r *Round) Cells {
	a := &assembly{Input: s.input, site: s, sheets: map[string]bool{}}
	return Cells{main: a.table(r, "scores"), self: a.table(r, "sheets", selfSheet), sides: a.sides(r)}
}

// Where returns the file and the place of a unit's cell: that of a criterion, or of a column named by its [sheet.Kind];
// of the unit's line where column is "" or there is no such column. ok is false where the round has no sheet.
func (c Cells) Where(unit, column string) (file string, at diag.Pos, ok bool) {
	return where(tableOf(column, c.main, c.sides), unit, column)
}

// WhereSelf is [Cells.Where] in the units' own scoring.
func (c Cells) WhereSelf(unit, column string) (file string, at diag.Pos, ok bool) {
	return where(c.self, unit, column)
}

func where(t *sheet.Table, unit, column string) (string, diag.Pos, bool) {
	if t == nil {
		return "", diag.Pos{}, false
	}
	return t.Path, t.Where(unit, column), true
}
