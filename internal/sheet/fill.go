package sheet

import (
	"regexp"
	"strconv"
	"strings"

	"bangvang/internal/diag"
)

// fill makes the columns and rows of records, the first of which is the heading.
func (t *Table) fill(records []record) []diag.Finding {
	findings := t.heading(records[0], records[1:])
	t.broken = len(t.Columns) == 0 || t.Columns[0].Kind != KindUnit
	if t.broken {
		return findings
	}
	if len(t.Columns)*len(records) > maxTable {
		t.broken = true
		return append(findings, t.finding("workbook-cells", diag.Pos{}, nil))
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
		case questioned.MatchString(cell.Text):
			return append(findings, t.finding("sheet-question-marks", cell.Pos, diag.Args{"got": cell.Text}))
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

// questioned is a heading whose letters an encoding without them has replaced: "??n v?", "x?p h?ng".
var questioned = regexp.MustCompile(`^\?|\pL\?\pL|\?\?|\pL\? |\pL\?$`)

// surplus says how many cells too many a line has, and which cell their mark may have cut.
func (t *Table) surplus(r record) diag.Args {
	args := diag.Args{"got": strconv.Itoa(len(r)), "want": strconv.Itoa(len(t.Columns))}
	switch t.comma {
	case ',':
		args["comma"] = `"9,5"`
	case ';':
		last := r[len(t.Columns)-1].Text + "; " + r[len(t.Columns)].Text
		args["semicolon"] = `"` + strings.ReplaceAll(last, `"`, `""`) + `"`
	}
	return args
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
			findings = append(findings, t.finding("sheet-row-long", r[0].Pos, t.surplus(r)))
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
