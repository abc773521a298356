package form

import (
	"strings"

	"bangvang/internal/workbook"
)

// A List is a kind of list that people keep in Excel and that a header has as YAML: awards, or units.
type List struct {
	Key    string // of the header
	Tab    string // of the form
	Title  string
	fields []listField
	flow   bool // an entry stands in one line
	guide  []string
}

// A Choice is a thing that an entry may name: its id and its name.
type Choice struct{ ID, Name string }

// parting stands between a choice's id and its name in a form.
const parting = " – "

// Choices are what entries may name, by the words of the fields: "prizes", "commendations", "units".
type Choices map[string][]Choice

// id returns the id that a text means: itself, what stands before the dash, or the one choice of that name.
func (c Choices) id(from, text string) string {
	head, _, _ := strings.Cut(text, parting)
	found := ""
	for _, choice := range c[from] {
		switch {
		case choice.ID == text || choice.ID == strings.TrimSpace(head):
			return choice.ID
		case strings.EqualFold(strings.Join(strings.Fields(choice.Name), " "), strings.Join(strings.Fields(text), " ")):
			if found != "" {
				return text
			}
			found = choice.ID
		}
	}
	if found == "" {
		return text
	}
	return found
}

// spare is how many empty lines a form has behind those that are filled in.
const spare = 60

// Workbook returns a form with the entries that there are, each a text by the key of its field.
func (l List) Workbook(author string, entries []map[string]string, choices Choices) ([]byte, error) {
	s := workbook.FormSheet{Name: l.Tab, Frozen: workbook.CellName(4, 1), Wide: true, Rows: [][]workbook.FormCell{
		{{Text: l.Title, Look: workbook.Title}}, {{Text: "Điền các ô nền vàng; cách ghi xem trang «" + guideSheet + "»."}}, nil,
	}}
	for _, f := range l.fields {
		s.Widths, s.Rows[2] = append(s.Widths, f.width), append(s.Rows[2], head(f.Heading, f.note))
	}
	for i := range len(entries) + spare {
		var row []workbook.FormCell
		for _, f := range l.fields {
			cell := workbook.FormCell{Look: workbook.Input}
			if i < len(entries) {
				cell.Text = entries[i][f.Key]
			}
			row = append(row, cell)
		}
		s.Rows = append(s.Rows, row)
	}
	form := workbook.Form{Title: l.Title, Author: author, Sheets: []workbook.FormSheet{s, guide(l.guide)}}
	if len(choices) > 0 {
		lists := l.lists(&form.Sheets[0], choices)
		form.Sheets = append(form.Sheets, lists)
	}
	return workbook.WriteForm(form)
}

// lists makes the hidden sheet of what may be chosen, and has the form's columns ask for it.
func (l List) lists(s *workbook.FormSheet, choices Choices) workbook.FormSheet {
	out := workbook.FormSheet{Name: listSheet, Hidden: true}
	for j, f := range l.fields {
		from := choices[f.picks]
		if len(from) == 0 {
			continue
		}
		column := len(out.Widths) + 1
		out.Widths = append(out.Widths, 40)
		for i, c := range from {
			for len(out.Rows) <= i {
				out.Rows = append(out.Rows, nil)
			}
			for len(out.Rows[i]) < column {
				out.Rows[i] = append(out.Rows[i], workbook.FormCell{})
			}
			out.Rows[i][column-1].Text = c.ID + parting + c.Name
		}
		s.Checks = append(s.Checks, workbook.FormCheck{
			Range: workbook.Range{FromRow: 4, FromColumn: j + 1, ToRow: len(s.Rows), ToColumn: j + 1},
			List:  "'" + listSheet + "'!" + absolute(1, column) + ":" + absolute(len(from), column),
			Title: "Không có trong danh sách", Message: "Chọn một mục trong danh sách của ô này, hoặc xóa ô.",
		})
	}
	return out
}
