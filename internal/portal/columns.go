package portal

import (
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// A field is a column of a ranking's data: its cells, and what Excel and the dictionary say of it.
type field struct {
	head    string // in CSV and Excel
	key     string // in JSON
	kind    fieldKind
	measure diag.Text                     // unit of measure, empty if none
	cell    func(*line) string            // as CSV prints it
	shown   func(*planner, *ranking) bool // whether a ranking has the column; nil: always
	meaning diag.Text
}

// fieldKind says what a column's cells are.
type fieldKind int

const (
	words   fieldKind = iota
	integer           // a whole number
	decimal           // a number as Vietnamese writes it: "84,58"
	percent           // the same with a percent sign
)

// kindNames are the kinds as the dictionary names them.
var kindNames = map[fieldKind]diag.Text{
	words: {Vi: "chữ", En: "text"}, integer: {Vi: "số nguyên", En: "whole number"}, decimal: {Vi: "số thập phân", En: "decimal number"},
	percent: {Vi: "số thập phân, kèm dấu %", En: "decimal number with a % sign"},
}

// The units of measure.
var (
	places   = diag.Text{Vi: "hạng", En: "ranks"}
	points   = diag.Text{Vi: "điểm", En: "points"}
	hundreds = diag.Text{Vi: "%", En: "%"}
)

// dictionary is every column but those of criteria, which follow the name, in the order in which the columns stand.
// The headings are Vietnamese in every edition, as the files are.
var dictionary = []field{
	{"Hạng", "rank", integer, places,
		func(l *line) string { return ranked(l, itoa(l.rank)) }, nil,
		diag.Text{
			Vi: "Thứ hạng trong khối; để trống nếu đơn vị chưa được xếp hạng. Đơn vị đồng hạng có cùng một số.",
			En: "Rank within the block; empty if the unit has none. Tied units have the same number."}},
	{"Mã đơn vị", "unit", words, diag.Text{},
		func(l *line) string { return l.row.Unit.ID }, nil,
		diag.Text{
			Vi: "Mã của đơn vị trên cổng, không đổi giữa các kỳ.",
			En: "The unit’s code on this portal, the same in all rounds."}},
	{"Đơn vị", "name", words, diag.Text{},
		func(l *line) string { return viet.NFC(l.row.Unit.Name) }, nil,
		diag.Text{
			Vi: "Tên đơn vị lúc chấm điểm.",
			En: "The unit’s name when it was scored."}},
	{"Điểm thưởng", "bonus", decimal, points,
		func(l *line) string { return number(l.bonus) }, func(_ *planner, m *ranking) bool { return m.hasBonus },
		diag.Text{
			Vi: "Điểm cộng ngoài thang điểm.",
			En: "Points added beyond the criteria."}},
	{"Điểm trừ", "penalty", decimal, points,
		func(l *line) string { return number(l.penalty) }, func(_ *planner, m *ranking) bool { return m.hasPenalty },
		diag.Text{
			Vi: "Điểm bị trừ, ghi là số dương.",
			En: "Points taken off, written as a positive number."}},
	{"Tổng điểm", "total", decimal, points,
		func(l *line) string { return number(l.total) }, nil,
		diag.Text{
			Vi: "Tổng điểm dùng để xếp hạng; là số chính thức nếu nguồn có công bố.",
			En: "The total that ranks; the official figure if the source has published one."}},
	{"Điểm tối đa", "max", decimal, points,
		func(l *line) string { return number(l.max) }, nil,
		diag.Text{
			Vi: "Điểm tối đa mà đơn vị có thể đạt, sau khi bỏ các tiêu chí không áp dụng.",
			En: "The most points the unit could have, without criteria that do not apply."}},
	{"Chỉ số", "percent", percent, hundreds,
		func(l *line) string { return ranked(l, number(l.percent)+"%") }, nil,
		diag.Text{
			Vi: "Tổng điểm so với điểm tối đa.",
			En: "Total as a percentage of the maximum."}},
	{"Xếp loại", "band", words, diag.Text{},
		func(l *line) string { return l.row.Band }, nil,
		diag.Text{
			Vi: "Mức xếp loại theo tiêu chí của phong trào.",
			En: "Band by the campaign’s criteria."}},
	{"Điểm tính lại", "computed_total", decimal, points,
		func(l *line) string { return number(l.ours) }, func(_ *planner, m *ranking) bool { return m.hasOurs },
		diag.Text{
			Vi: "Tổng điểm do cổng tính từ điểm thành phần, khi khác số chính thức.",
			En: "Total computed by this portal from the scores, where the official figure differs."}},
	{"Thay đổi hạng", "change", integer, places,
		placesWon, func(_ *planner, m *ranking) bool { return m.hasChange },
		diag.Text{
			Vi: "Số bậc tăng (dương) hoặc giảm (âm) so với kỳ trước.",
			En: "Places won (positive) or lost (negative) since the round before."}},
	{"Thay đổi điểm", "points_change", decimal, points,
		func(l *line) string { return number(l.pointsChange) }, func(_ *planner, m *ranking) bool { return m.hasChange },
		diag.Text{
			Vi: "Số điểm tăng hoặc giảm so với kỳ trước.",
			En: "Points won or lost since the round before."}},
	{"Ghi chú", "reason", words, diag.Text{},
		func(l *line) string { return l.reason }, nil,
		diag.Text{
			Vi: "Điều quyết định thứ hạng khi bằng điểm, hoặc lý do chưa xếp hạng.",
			En: "What decided the rank between equal totals, or why there is none."}},
	{"Dữ liệu minh hoạ", "illustrative", words, diag.Text{},
		func(*line) string { return "có" }, func(p *planner, m *ranking) bool { return p.illustrative(m.round.Page) },
		diag.Text{
			Vi: "«có» nếu số liệu là hư cấu; chỉ có trong tệp của phong trào minh hoạ.",
			En: "“có” (yes) if the figures are invented; only in files of illustrative campaigns."}},
}

// ranked is a cell that only ranked rows have.
func ranked(l *line, text string) string {
	if l.rank == 0 {
		return ""
	}
	return text
}

func placesWon(l *line) string {
	if l.change == nil {
		return ""
	}
	return itoa(*l.change)
}

// criterionField is the column of a ranking's i-th criterion.
func criterionField(c column, i int) field {
	meaning := "Điểm của tiêu chí " + c.id
	if c.head != "" {
		meaning += ", " + c.head
	}
	meaning += "; để trống nếu không áp dụng hoặc chưa chấm."
	return field{
		head: c.id + ". " + c.name, key: "scores." + c.id, kind: decimal, measure: points, meaning: diag.Text{Vi: meaning},
		cell: func(l *line) string { return number(l.scores[i]) },
	}
}

// fields are the columns of the ranking's data, in their order.
func (m *ranking) fields(p *planner) []field {
	var out []field
	for _, f := range dictionary {
		if f.shown == nil || f.shown(p, m) {
			out = append(out, f)
		}
		if f.key != "name" {
			continue
		}
		for i, c := range m.columns {
			out = append(out, criterionField(c, i))
		}
	}
	return out
}

// cells are a row of the ranking's data, a cell for each column.
func cells(columns []field, l *line) []string {
	out := make([]string, len(columns))
	for i, f := range columns {
		out[i] = f.cell(l)
	}
	return out
}
