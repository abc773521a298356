package form

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"bangvang/internal/diag"
	"bangvang/internal/sheet"
)

// An Entry is one line of a list as YAML, and where its values stand in the table that it comes from.
type Entry struct {
	Lines []string // without the indent of the list
	at    []diag.Pos
	Pos   diag.Pos // of the line's first cell
}

// At returns the cell from which a line of the entry comes, by its number from 0.
func (e Entry) At(line int) diag.Pos { return e.at[line] }

// Read reads a filled form, or another office's list, into entries.
func (l List) Read(name string, data []byte, choices Choices) ([]Entry, []diag.Finding) {
	var fields []sheet.ListField
	for _, f := range l.fields {
		fields = append(fields, f.ListField)
	}
	rows, findings := sheet.ReadList(name, data, fields)
	var entries []Entry
	for _, r := range rows {
		entries = append(entries, l.entry(r, choices))
	}
	return entries, findings
}

// entry writes a line as YAML: keys in the order of the fields, those with a point inside the mapping before it.
func (l List) entry(r sheet.ListRow, choices Choices) Entry {
	e := Entry{Pos: r.Pos}
	var inner []string
	outer := ""
	close := func() {
		if outer != "" {
			e.Lines[len(e.Lines)-1] += "{" + strings.Join(inner, ", ") + "}"
		}
		outer, inner = "", nil
	}
	for _, f := range l.fields {
		cell, ok := r.Cells[f.Key]
		if !ok {
			continue
		}
		group, key, nested := strings.Cut(f.Key, ".")
		if !nested {
			close()
			e.Lines, e.at = append(e.Lines, f.Key+": "+f.value(cell, choices)), append(e.at, cell.Pos)
			continue
		}
		if group != outer {
			close()
			outer = group
			e.Lines, e.at = append(e.Lines, group+": "), append(e.at, cell.Pos)
		}
		inner = append(inner, key+": "+f.value(cell, choices))
	}
	close()
	if l.flow {
		e.Lines, e.at = []string{"{" + strings.Join(e.Lines, ", ") + "}"}, []diag.Pos{r.Pos}
	}
	return e
}

// value writes a cell as YAML.
func (f listField) value(cell sheet.Cell, choices Choices) string {
	text := oneLine(cell.Text)
	switch {
	case f.list:
		var parts []string
		for part := range strings.SplitSeq(strings.ReplaceAll(text, ";", ","), ",") {
			if part = strings.TrimSpace(part); part != "" {
				parts = append(parts, scalar(part))
			}
		}
		return "[" + strings.Join(parts, ", ") + "]"
	case f.picks != "":
		text = choices.id(f.picks, text)
	case slices.Contains([]string{"from", "to", "annulled.date"}, f.Key):
		text = day(text)
		if isoDay.MatchString(text) {
			return text
		}
	case f.Key == "money":
		if digits := strings.NewReplacer(".", "", ",", "", " ", "").Replace(text); digits != "" && strings.Trim(digits, "0123456789") == "" {
			return digits
		}
	}
	return scalar(text)
}

var isoDay = regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)

// day writes a day as a header has it, as far as it is one.
func day(text string) string {
	for _, layout := range []string{"2/1/2006", "2-1-2006", "2.1.2006"} {
		if t, err := time.Parse(layout, text); err == nil {
			return t.Format(time.DateOnly)
		}
	}
	return text
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }
