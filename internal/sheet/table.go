package sheet

import (
	"maps"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// A Table is a score sheet as it stands in its file.
type Table struct {
	Path    string // of the file that holds the cells, from the site's folder
	Columns []Column
	Rows    []Row
	// Lines returns a line of the file, to quote it; nil where nobody can. [Parse] sets it, and whoever calls [Inline] may.
	Lines func(line int) string
	// Reading tells how a table was understood whose layout is its author's own; nil for one of our form.
	Reading *Reading

	at     func(unit, column string) diag.Pos // of inline cells
	comma  rune                               // parts the cells of a CSV file
	broken bool                               // the heading was not understood: there are no entries
}

// Kind says what a column holds. The strings are the English headings.
type Kind string

// The kinds of columns.
const (
	KindUnit      Kind = "unit"
	KindName      Kind = "name"
	KindCriterion Kind = "criterion"
	KindBonus     Kind = "bonus"
	KindPenalty   Kind = "penalty"
	KindNote      Kind = "note"
	KindTotal     Kind = "total"   // as officially decided, like the three below
	KindPercent   Kind = "percent" // of the unit's own maximum
	KindRank      Kind = "rank"
	KindBand      Kind = "band"
	KindChange    Kind = "change" // of the figure that ranks, against the round before
	KindPassed    Kind = ""       // counts for nothing
)

// A Column is one column of a table.
type Column struct {
	Kind    Kind
	ID      string // of a criterion, its id; else the kind
	Heading string // as typed, NFC
	Pos     diag.Pos
}

// A Row is one unit's line.
type Row struct {
	Unit  string // the id, as typed
	Cells []Cell // one for each column
	Pos   diag.Pos
}

// A Cell is what stands in one place, as typed, without spaces at its ends, NFC.
type Cell struct {
	Text   string
	Pos    diag.Pos
	Number bool   // a number in its source, not a text that somebody typed: its point is decimal
	Shown  string // of a workbook, what people see in it where they don't see this number; else ""
	Odd    string // of a workbook, why there is no score in it: the code of a finding; "" where there may be one
}

// headings are the words for kinds of columns, folded.
var headings = map[string]Kind{
	"unit": KindUnit, "don vi": KindUnit, "ma don vi": KindUnit, "ma": KindUnit,
	"name": KindName, "ten": KindName, "ten don vi": KindName,
	"bonus": KindBonus, "diem thuong": KindBonus, "thuong": KindBonus,
	"penalty": KindPenalty, "diem tru": KindPenalty, "tru": KindPenalty,
	"note": KindNote, "ghi chu": KindNote,
	"total": KindTotal, "tong": KindTotal, "tong diem": KindTotal, "tong so diem": KindTotal,
	"percent": KindPercent, "ty le": KindPercent, "ti le": KindPercent, "chi so": KindPercent, "%": KindPercent,
	"ty le (%)": KindPercent, "ti le (%)": KindPercent, "chi so (%)": KindPercent,
	"rank": KindRank, "xep hang": KindRank, "hang": KindRank, "thu hang": KindRank,
	"band": KindBand, "xep loai": KindBand,
	"change": KindChange, "thay doi": KindChange, "tang giam": KindChange, "tang, giam": KindChange,
}

// vietnamese are the kinds in words.
var vietnamese = map[Kind]string{
	KindUnit: "đơn vị", KindName: "tên", KindBonus: "điểm thưởng", KindPenalty: "điểm trừ", KindNote: "ghi chú",
	KindTotal: "tổng điểm", KindPercent: "tỷ lệ", KindRank: "xếp hạng", KindBand: "xếp loại", KindChange: "thay đổi",
}

// Vietnamese returns the kind as a heading in Vietnamese, "" for a criterion's.
func (k Kind) Vietnamese() string { return vietnamese[k] }

// IsColumnWord reports whether a heading is one of the words for columns that are no criterion's.
func IsColumnWord(heading string) bool { return columnOf(heading, diag.Pos{}).Kind != KindCriterion }

// columnOf returns the column of a heading.
func columnOf(heading string, pos diag.Pos) Column {
	heading = clean(heading)
	word := strings.Join(strings.Fields(viet.Fold(heading)), " ")
	kind, ok := headings[word]
	if !ok && compares(word) {
		kind, ok = KindChange, true
	}
	if ok {
		return Column{Kind: kind, ID: string(kind), Heading: heading, Pos: pos}
	}
	return Column{Kind: KindCriterion, ID: heading, Heading: heading, Pos: pos}
}

// compares reports whether a folded heading names the change since some time: "tăng so với 2022", "tăng, giảm so
// với năm 2019", "so với kỳ trước".
func compares(word string) bool {
	head, _, found := strings.Cut(word, "so voi")
	switch strings.TrimSpace(head) {
	case "", "tang", "giam", "tang giam", "tang, giam", "thay doi":
		return found
	}
	return false
}

// clean returns a cell's text composed and without spaces at its ends, no-break ones included.
func clean(text string) string { return strings.TrimSpace(viet.NFC(text)) }

// Inline makes a table of cells that are written in a results file: unit → column → cell. The function gives a cell's
// place in the file at path, and a unit's for the column "".
func Inline(path string, cells map[string]map[string]Cell, at func(unit, column string) diag.Pos) *Table {
	t := &Table{Path: path, at: at}
	names := map[string]bool{}
	for _, row := range cells {
		for name := range row {
			names[name] = true
		}
	}
	t.Columns = []Column{{Kind: KindUnit, ID: string(KindUnit), Heading: string(KindUnit)}}
	sorted := slices.Sorted(maps.Keys(names))
	for _, name := range sorted {
		t.Columns = append(t.Columns, columnOf(name, diag.Pos{}))
	}
	for _, unit := range slices.Sorted(maps.Keys(cells)) {
		row := Row{Unit: unit, Pos: at(unit, ""), Cells: []Cell{{Text: unit, Pos: at(unit, "")}}}
		for i, name := range sorted {
			cell := Cell{Pos: row.Pos}
			if typed, ok := cells[unit][name]; ok {
				cell = Cell{Text: clean(typed.Text), Pos: at(unit, name), Number: typed.Number}
				if t.Columns[i+1].Pos == (diag.Pos{}) {
					t.Columns[i+1].Pos = cell.Pos
				}
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// Where returns the place of a unit's cell in a column, named by the criterion's id or by its [Kind]; of the unit's
// line where there is no such column or column is "", and of the heading where there is no such unit.
func (t *Table) Where(unit, column string) diag.Pos {
	i := slices.IndexFunc(t.Rows, func(r Row) bool { return r.Unit == unit })
	j := slices.IndexFunc(t.Columns, func(c Column) bool { return c.ID == column })
	switch {
	case i >= 0 && j >= 0:
		return t.Rows[i].Cells[j].Pos
	case i >= 0:
		return t.Rows[i].Pos
	case j >= 0 && t.Columns[j].Pos.Line > 0:
		return t.Columns[j].Pos
	case t.at != nil:
		return t.at("", "")
	}
	return diag.Pos{Line: 1, Column: 1}
}

// Quote returns a line of the file without its end, "" where it is not known.
func (t *Table) Quote(line int) string {
	if t.Lines == nil {
		return ""
	}
	return t.Lines(line)
}

func (t *Table) finding(code string, at diag.Pos, args diag.Args) diag.Finding {
	f := diag.New(code, t.Path, at, args)
	f.Quote = t.Quote(at.Line)
	return f
}
