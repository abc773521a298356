package sheet

import (
	"bytes"
	"encoding/csv"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
)

// A Style is how a CSV file is written.
type Style struct {
	Comma rune
	Mark  bool // begins with a byte order mark
	CRLF  bool
	Point bool // decimals have a point
}

// Usual is how Excel of a Vietnamese machine writes CSV.
var Usual = Style{Comma: ';', Mark: true, CRLF: true}

// StyleOf returns how a CSV file is written, so that a change to it is seen line by line.
func StyleOf(data []byte, point bool) Style {
	text, _, _ := decode(data)
	comma, _ := delimiter(text)
	return Style{Comma: comma, Mark: bytes.HasPrefix(data, mark), CRLF: bytes.Contains(data, []byte("\r\n")), Point: point}
}

// figures are the columns behind the criteria, in the order in which they are written.
var figures = []struct {
	kind Kind
	text func(campaign.Entry) string
}{
	{KindBonus, func(e campaign.Entry) string { return nonZero(e.Bonus) }},
	{KindPenalty, func(e campaign.Entry) string { return nonZero(e.Penalty) }},
	{KindNote, func(e campaign.Entry) string { return e.Note }},
	{KindTotal, func(e campaign.Entry) string { return decided(e.Official.Total) }},
	{KindPercent, func(e campaign.Entry) string { return decided(e.Official.Percent) }},
	{KindChange, func(e campaign.Entry) string { return decided(e.Official.Change) }},
	{KindRank, func(e campaign.Entry) string { return ranked(e.Official.Rank) }},
	{KindBand, func(e campaign.Entry) string { return band(e.Official.Band) }},
}

// Write returns a table's entries as a CSV file of our form: the units with their names, the criteria, and those of the
// other columns that the table has. Read again, it has the same entries.
func (t *Table) Write(entries []campaign.Entry, e Expected, style Style) []byte {
	lines := [][]string{{KindUnit.Vietnamese(), KindName.Vietnamese()}}
	for _, entry := range entries {
		lines = append(lines, []string{entry.Unit, e.Units[entry.Unit]})
	}
	for _, c := range e.Criteria {
		if t.has(KindCriterion, c.ID) {
			add(lines, c.ID, entries, func(entry campaign.Entry) string { return style.number(scoreText(entry.Scores[c.ID])) })
		}
	}
	for _, f := range figures {
		if !t.has(f.kind, string(f.kind)) {
			continue
		}
		add(lines, f.kind.Vietnamese(), entries, func(entry campaign.Entry) string {
			if f.kind == KindNote || f.kind == KindBand {
				return f.text(entry)
			}
			return style.number(f.text(entry))
		})
		if f.kind == KindTotal || f.kind == KindPercent {
			align(lines[1:], style.point())
		}
	}
	return style.write(lines)
}

func (t *Table) has(kind Kind, id string) bool {
	for _, c := range t.Columns {
		if c.Kind == kind && c.ID == id {
			return true
		}
	}
	return false
}

// add adds a column to the lines, the first of which is the heading.
func add(lines [][]string, heading string, entries []campaign.Entry, text func(campaign.Entry) string) {
	lines[0] = append(lines[0], heading)
	for i, e := range entries {
		lines[i+1] = append(lines[i+1], text(e))
	}
}

// align gives the figures of the last column the same number of decimals, as a printed table has them.
func align(lines [][]string, point string) {
	most := 0
	for _, l := range lines {
		_, decimals, _ := strings.Cut(l[len(l)-1], point)
		most = max(most, len(decimals))
	}
	for _, l := range lines {
		last := &l[len(l)-1]
		if whole, decimals, _ := strings.Cut(*last, point); *last != "" && most > 0 {
			*last = whole + point + decimals + strings.Repeat("0", most-len(decimals))
		}
	}
}

func (s Style) write(lines [][]string) []byte {
	var out bytes.Buffer
	if s.Mark {
		out.Write(mark)
	}
	w := csv.NewWriter(&out)
	w.Comma, w.UseCRLF = s.Comma, s.CRLF
	_ = w.WriteAll(lines) // into memory
	return out.Bytes()
}

func (s Style) point() string {
	if s.Point {
		return "."
	}
	return ","
}

// number writes a decimal as the style has it.
func (s Style) number(text string) string { return strings.Replace(text, ".", s.point(), 1) }

func scoreText(s campaign.Score) string {
	switch s.State {
	case campaign.Scored:
		return s.Value.String()
	case campaign.NotApplicable:
		return "-"
	case campaign.Withheld:
		return "N/A"
	}
	return ""
}

func nonZero(d campaign.Decimal) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

func decided(d *campaign.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

func ranked(n *int) string {
	if n == nil {
		return ""
	}
	return strconv.Itoa(*n)
}

func band(name *string) string {
	if name == nil {
		return ""
	}
	return *name
}

// A Change is a cell that two tables have differently.
type Change struct {
	Unit   string `json:"unit"`   // its id
	Column string `json:"column"` // the criterion's id or the column's heading, "" where the whole line is new or gone
	Was    string `json:"was"`    // as written with a decimal point, "" for an empty cell; "+" for a line that is gone
	Now    string `json:"now"`    // the same; "+" for a line that is new
}

// Changes returns what entries have differently from those before, by line and column.
func Changes(before, after []campaign.Entry, e Expected) []Change {
	var out []Change
	was := map[string]campaign.Entry{}
	for _, b := range before {
		was[b.Unit] = b
	}
	for _, now := range after {
		b, known := was[now.Unit]
		delete(was, now.Unit)
		if !known {
			out = append(out, Change{Unit: now.Unit, Now: "+"})
			continue
		}
		for _, c := range e.Criteria {
			out = changed(out, now.Unit, c.ID, scoreText(b.Scores[c.ID]), scoreText(now.Scores[c.ID]))
		}
		for _, f := range figures {
			out = changed(out, now.Unit, f.kind.Vietnamese(), f.text(b), f.text(now))
		}
	}
	for _, b := range before {
		if _, gone := was[b.Unit]; gone {
			out = append(out, Change{Unit: b.Unit, Was: "+"})
		}
	}
	return out
}

func changed(out []Change, unit, column, was, now string) []Change {
	if was == now {
		return out
	}
	return append(out, Change{Unit: unit, Column: column, Was: was, Now: now})
}
