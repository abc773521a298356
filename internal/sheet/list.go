package sheet

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// A ListField is a column of a list that people keep: of awards, of units.
type ListField struct {
	Key     string
	Heading string   // as our form has it
	Words   []string // other headings for it, folded
}

// A ListRow is a line of a list: its cells by the keys of their columns, those with text only.
type ListRow struct {
	Pos   diag.Pos
	Cells map[string]Cell
}

// ReadList reads a list from a CSV file or a workbook, by its headings: the sheet and the line that name most of the
// fields. Lines without text are passed over. The path is for the findings.
func ReadList(name string, data []byte, fields []ListField) ([]ListRow, []diag.Finding) {
	t := &Table{Path: viet.NFC(name)}
	var grids []grid
	if isWorkbook(name, data) {
		found, finding := t.grids(data)
		if finding != nil {
			return nil, []diag.Finding{*finding}
		}
		grids = found
	} else {
		records, findings := t.text(data)
		if len(findings) > 0 {
			return nil, findings
		}
		grids = []grid{{rows: records}}
	}
	return t.list(grids, fields)
}

// list finds the heading and reads the lines below it.
func (t *Table) list(grids []grid, fields []ListField) ([]ListRow, []diag.Finding) {
	var best *grid
	row, most := 0, 1
	for i := range grids {
		for j, r := range grids[i].rows[:min(len(grids[i].rows), headingRows)] {
			if n := len(listColumns(r, fields)); n > most && !grids[i].hidden {
				best, row, most = &grids[i], j+1, n
			}
		}
	}
	if best == nil {
		return nil, []diag.Finding{t.finding("list-no-heading", diag.Pos{}, diag.Args{"want": headingsOf(fields)})}
	}
	columns := listColumns(best.rows[row-1], fields)
	findings := t.listStrangers(best, row, columns, headingsOf(fields))
	var out []ListRow
	for _, r := range best.rows[row:] {
		line := ListRow{Cells: map[string]Cell{}}
		for j, cell := range r {
			if key := columns[j]; key != "" && cell.Text != "" {
				if cell.Odd == oddMasked && !cell.isHiddenZero() {
					findings = append(findings, t.finding(cell.Odd, cell.Pos, cell.maskedArgs(best.rows[row-1][j].Text)))
				}
				line.Cells[key] = cell
				if line.Pos.Line == 0 {
					line.Pos = cell.Pos
				}
			}
		}
		if len(line.Cells) > 0 {
			out = append(out, line)
		}
	}
	return out, findings
}

// headingsOf lists the headings of our form.
func headingsOf(fields []ListField) string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Heading)
	}
	return strings.Join(out, ", ")
}

// listColumns returns the keys that the cells of a heading name, by their place.
func listColumns(r record, fields []ListField) map[int]string {
	out, seen := map[int]string{}, map[string]bool{}
	for j, cell := range r {
		word := folded(cell.Text)
		i := slices.IndexFunc(fields, func(f ListField) bool {
			return word != "" && (word == folded(f.Heading) || slices.Contains(f.Words, word))
		})
		if i >= 0 && !seen[fields[i].Key] {
			seen[fields[i].Key] = true
			out[j] = fields[i].Key
		}
	}
	return out
}

// listStrangers reports columns with content that no field has: what stands in them would be lost.
func (t *Table) listStrangers(g *grid, row int, columns map[int]string, want string) []diag.Finding {
	var findings []diag.Finding
	for j, cell := range g.rows[row-1] {
		if cell.Text == "" || columns[j] != "" || slices.Contains(passed, folded(cell.Text)) {
			continue
		}
		if slices.ContainsFunc(g.rows[row:], func(r record) bool { return j < len(r) && r[j].Text != "" }) {
			findings = append(findings, t.finding("list-column-unknown", cell.Pos, diag.Args{"got": cell.Text, "want": want}))
		}
	}
	return findings
}
