package sheet

import (
	"strconv"

	"bangvang/internal/diag"
)

// fill makes the columns and rows of records, the first of which is the heading.
func (t *Table) fill(records []record) []diag.Finding {
	findings := t.heading(records[0], records[1:])
	t.broken = len(t.Columns) == 0 || t.Columns[0].Kind != KindUnit
	if t.broken {
		return findings
	}
	for _, r := range records[1:] {
		if len(findings) < maxFindings {
			findings = append(findings, t.row(r)...)
		}
	}
	return findings
}

// heading reads the columns. Those behind the last heading are none; what stands in them is reported with its row.
func (t *Table) heading(first record, rest []record) []diag.Finding {
	var findings []diag.Finding
	for len(first) > 0 && first[len(first)-1].Text == "" {
		first = first[:len(first)-1]
	}
	seen := map[string]Column{}
	for i, cell := range first {
		c := columnOf(cell.Text, cell.Pos)
		before, twice := seen[c.ID]
		switch {
		case i == 0 && c.Kind != KindUnit:
			findings = append(findings, t.finding("sheet-no-unit", cell.Pos, diag.Args{"got": cell.Text}))
		case cell.Text == "" && hasText(rest, i):
			findings = append(findings, t.finding("sheet-heading-empty", cell.Pos, diag.Args{"column": strconv.Itoa(i + 1)}))
		case cell.Text != "" && twice:
			findings = append(findings, t.finding("sheet-column-twice", cell.Pos, diag.Args{"got": cell.Text, "first": before.Heading}))
		}
		if !twice {
			seen[c.ID] = c
		}
		t.Columns = append(t.Columns, c)
	}
	return findings
}

func hasText(records []record, column int) bool {
	for _, r := range records {
		if column < len(r) && r[column].Text != "" {
			return true
		}
	}
	return false
}

// row adds one line. A short one is filled up with empty cells.
func (t *Table) row(r record) []diag.Finding {
	var findings []diag.Finding
	if len(r) > len(t.Columns) {
		if extra := r[len(t.Columns):]; !record(extra).isBlank() {
			findings = append(findings, t.finding("sheet-row-long", r[0].Pos, diag.Args{
				"got": strconv.Itoa(len(r)), "want": strconv.Itoa(len(t.Columns)),
			}))
		}
		r = r[:len(t.Columns)]
	}
	last := r[len(r)-1].Pos
	for len(r) < len(t.Columns) {
		r = append(r, Cell{Pos: last})
	}
	t.Rows = append(t.Rows, Row{Unit: r[0].Text, Cells: r, Pos: r[0].Pos})
	return findings
}
