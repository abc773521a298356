package form

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"bangvang/internal/campaign"
	"bangvang/internal/viet"
	"bangvang/internal/workbook"
)

// The sheets of a form.
const (
	scoreSheet = "Bảng điểm"
	guideSheet = "Hướng dẫn"
	listSheet  = "Danh mục"
)

// Scores is the form of a block's score sheet.
type Scores struct {
	Title  string // of the criteria
	Block  string // its name
	Author string // the organization
	Rules  *campaign.Rules
	Units  []campaign.Unit
}

// The lines of the form, from 1: names of the criteria stand in two lines above their ids, their maxima below.
const (
	lineTitle  = 1
	lineHint   = 2
	lineGroups = 3
	lineNames  = 4
	lineIDs    = 5
	lineMaxima = 6
	firstUnit  = 7
)

// A field is a column to be filled in.
type field struct {
	heading, name, group string
	max                  *campaign.Decimal
	weight               *campaign.Decimal
	text                 bool
}

// Workbook returns the form's file.
func (s Scores) Workbook() ([]byte, error) {
	return workbook.WriteForm(workbook.Form{
		Title: s.Title, Author: s.Author,
		Sheets: []workbook.FormSheet{s.sheet(), guide(s.guide())},
	})
}

// fields returns the columns behind the unit's id and name.
func (s Scores) fields() []field {
	fields := leavesOf(s.Rules.Criteria, "")
	if s.Rules.Scoring.Basis == campaign.Weighted {
		scale := s.Rules.Scoring.Scale
		for i := range fields {
			fields[i].max = &scale
		}
	}
	return append(fields,
		field{heading: "điểm thưởng", name: "Điểm thưởng", max: s.Rules.Adjustments.BonusMax},
		field{heading: "điểm trừ", name: "Điểm trừ (ghi số dương)", max: s.Rules.Adjustments.PenaltyMax},
		field{heading: "ghi chú", name: "Ghi chú (được công bố)", text: true})
}

// leavesOf returns a column for each criterion that is scored; the first of a group has the group's name.
func leavesOf(tree []campaign.Criterion, group string) []field {
	var out []field
	for _, c := range tree {
		name := strings.TrimSpace(c.ID + ". " + c.Name)
		if len(c.Items) == 0 {
			out = append(out, field{heading: c.ID, name: c.Name, group: group, max: c.Max, weight: c.Weight})
			group = ""
			continue
		}
		if group != "" {
			name = group + " / " + name
		}
		out = append(out, leavesOf(c.Items, name)...)
		group = ""
	}
	return out
}

// sheet lays the table out.
func (s Scores) sheet() workbook.FormSheet {
	fields := s.fields()
	out := workbook.FormSheet{
		Name: scoreSheet, Widths: []float64{16, 34}, Frozen: workbook.CellName(firstUnit, 3), Wide: true,
		Rows: make([][]workbook.FormCell, lineMaxima), Lines: make([]int, lineMaxima),
	}
	out.Rows[lineTitle-1] = []workbook.FormCell{{Text: "Bảng chấm điểm: " + s.Title, Look: workbook.Title}}
	out.Rows[lineHint-1] = []workbook.FormCell{{Text: s.Block + ". Điền các ô nền vàng; cách ghi xem trang «" + guideSheet + "»."}}
	out.Rows[lineGroups-1] = []workbook.FormCell{{}, {}}
	out.Rows[lineNames-1] = []workbook.FormCell{head("Mã đơn vị", ""), head("Tên đơn vị", "")}
	out.Rows[lineIDs-1] = []workbook.FormCell{head("đơn vị", ""), head("tên", "")}
	out.Rows[lineMaxima-1] = []workbook.FormCell{head(s.measure(), ""), head("", "")}
	for _, f := range fields {
		width := 14.0
		if f.text {
			width = 40
		}
		out.Widths = append(out.Widths, width)
		out.Lines[lineNames-1] = max(out.Lines[lineNames-1], linesOf(f.name, int(width)))
		add(out.Rows[lineGroups-1:], workbook.FormCell{Text: f.group}, head(f.name, ""), head(f.heading, f.note()), s.bound(f))
	}
	out.Widths = append(out.Widths, 14)
	add(out.Rows[lineGroups-1:], workbook.FormCell{}, head("Tổng để đối chiếu", ""), head("Cộng (tự tính)", "Máy cộng để đối chiếu; cổng không đọc cột này."), head("", ""))
	for i, u := range s.Units {
		out.Rows = append(out.Rows, s.line(firstUnit+i, u, fields))
	}
	if len(s.Units) > 0 {
		out.Checks = s.checks(fields)
	}
	return out
}

// linesOf is how many lines a text takes in a column of some width, in characters.
func linesOf(text string, width int) int { return 1 + utf8.RuneCountInString(text)/(width-3) }

// add appends a cell to each of the rows.
func add(rows [][]workbook.FormCell, cells ...workbook.FormCell) {
	for i, c := range cells {
		rows[i] = append(rows[i], c)
	}
}

func head(text, note string) workbook.FormCell {
	return workbook.FormCell{Text: text, Note: note, Look: workbook.Head}
}

// measure is the word before the line of maxima.
func (s Scores) measure() string {
	if s.Rules.Scoring.Basis == campaign.Weighted {
		return "Trọng số (%)"
	}
	return "Điểm tối đa"
}

// bound is what stands below a heading: the most points, or the weight.
func (s Scores) bound(f field) workbook.FormCell {
	c := head("", "")
	switch {
	case f.text:
	case s.Rules.Scoring.Basis == campaign.Weighted && f.weight != nil:
		c.Text, c.Number = f.weight.String(), true
	case s.Rules.Scoring.Basis != campaign.Weighted && f.max != nil:
		c.Text, c.Number = f.max.String(), true
	}
	return c
}

// note is what the heading says when the pointer rests on it.
func (f field) note() string {
	switch {
	case f.text:
		return "Ghi chú được công bố cùng bảng điểm. Không ghi số điện thoại, số căn cước, ngày sinh."
	case f.max == nil:
		return f.name + ". Không giới hạn. Để trống nghĩa là 0."
	case f.heading == "điểm thưởng" || f.heading == "điểm trừ":
		return f.name + ": từ 0 đến " + viet.Number(f.max.String()) + ". Để trống nghĩa là 0."
	}
	return f.heading + ". " + f.name + ": từ 0 đến " + viet.Number(f.max.String()) + ".\nChưa chấm: để trống. Không áp dụng: -. Không công bố: N/A."
}

// line is a unit's.
func (s Scores) line(row int, u campaign.Unit, fields []field) []workbook.FormCell {
	cells := []workbook.FormCell{{Text: u.ID, Look: workbook.Fixed}, {Text: u.Name, Look: workbook.Fixed}}
	for range fields {
		cells = append(cells, workbook.FormCell{Look: workbook.Input})
	}
	return append(cells, workbook.FormCell{Formula: s.sum(row, len(fields)-3), Look: workbook.Aid})
}

// sum is the formula of a unit's total: SUM passes over texts such as "-".
func (s Scores) sum(row, criteria int) string {
	first, last := workbook.CellName(row, 3), workbook.CellName(row, 2+criteria)
	bonus, penalty := workbook.CellName(row, 3+criteria), workbook.CellName(row, 4+criteria)
	if s.Rules.Scoring.Basis != campaign.Weighted {
		return fmt.Sprintf("=SUM(%s:%s)-SUM(%s)", first, bonus, penalty)
	}
	weights := strings.NewReplacer(" ", "").Replace(absolute(lineMaxima, 3) + ":" + absolute(lineMaxima, 2+criteria))
	return fmt.Sprintf("=SUMPRODUCT(%s:%s,%s)/%s+SUM(%s)-SUM(%s)", first, last, weights, s.Rules.Scoring.Scale, bonus, penalty)
}

// absolute is a cell's name that does not move: "$C$6".
func absolute(row, column int) string {
	name := workbook.CellName(row, column)
	digits := strings.IndexAny(name, "0123456789")
	return "$" + name[:digits] + "$" + name[digits:]
}

// checks say what may be typed: a score from nothing to the maximum, or one of the signs for having none.
func (s Scores) checks(fields []field) []workbook.FormCheck {
	var out []workbook.FormCheck
	for i, f := range fields {
		if f.text {
			continue
		}
		column, cell := 3+i, workbook.CellName(firstUnit, 3+i)
		number := fmt.Sprintf("ISNUMBER(%s),%s>=0,ROUND(%s,6)=%s", cell, cell, cell, cell)
		message := "Ghi một số từ 0 trở lên"
		if f.max != nil {
			number += fmt.Sprintf(",%s<=%s", cell, f.max)
			message = "Ghi một số từ 0 đến " + viet.Number(f.max.String())
		}
		out = append(out, workbook.FormCheck{
			Range:   workbook.Range{FromRow: firstUnit, FromColumn: column, ToRow: firstUnit + len(s.Units) - 1, ToColumn: column},
			Formula: fmt.Sprintf(`OR(AND(%s),%s="-",%s="N/A")`, number, cell, cell),
			Title:   "Điểm không hợp lệ", Message: message + ", nhiều nhất 6 chữ số thập phân. Chưa chấm: để trống ô; không áp dụng: -; không công bố: N/A.",
		})
	}
	return out
}
