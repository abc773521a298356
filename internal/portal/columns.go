package portal

import "slices"

// A field describes a column of a ranking's data: what Excel and the dictionary need beside its heading.
type field struct {
	head    string // in CSV and Excel
	key     string // in JSON
	kind    fieldKind
	measure string // unit of measure, "" if none
	meaning string
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
var kindNames = map[fieldKind]string{words: "chữ", integer: "số nguyên", decimal: "số thập phân", percent: "số thập phân, kèm dấu %"}

// dictionary describes every column but those of criteria, in the order in which the columns stand.
var dictionary = []field{
	{"Hạng", "rank", integer, "hạng", "Thứ hạng trong khối; để trống nếu đơn vị chưa được xếp hạng. Đơn vị đồng hạng có cùng một số."},
	{"Mã đơn vị", "unit", words, "", "Mã của đơn vị trên cổng, không đổi giữa các kỳ."},
	{"Đơn vị", "name", words, "", "Tên đơn vị lúc chấm điểm."},
	{"Điểm thưởng", "bonus", decimal, "điểm", "Điểm cộng ngoài thang điểm."},
	{"Điểm trừ", "penalty", decimal, "điểm", "Điểm bị trừ, ghi là số dương."},
	{"Tổng điểm", "total", decimal, "điểm", "Tổng điểm dùng để xếp hạng; là số chính thức nếu nguồn có công bố."},
	{"Điểm tối đa", "max", decimal, "điểm", "Điểm tối đa mà đơn vị có thể đạt, sau khi bỏ các tiêu chí không áp dụng."},
	{"Chỉ số", "percent", percent, "%", "Tổng điểm so với điểm tối đa."},
	{"Xếp loại", "band", words, "", "Mức xếp loại theo tiêu chí của phong trào."},
	{"Điểm tính lại", "computed_total", decimal, "điểm", "Tổng điểm do cổng tính từ điểm thành phần, khi khác số chính thức."},
	{"Thay đổi hạng", "change", integer, "hạng", "Số bậc tăng (dương) hoặc giảm (âm) so với kỳ trước."},
	{"Thay đổi điểm", "points_change", decimal, "điểm", "Số điểm tăng hoặc giảm so với kỳ trước."},
	{"Ghi chú", "reason", words, "", "Điều quyết định thứ hạng khi bằng điểm, hoặc lý do chưa xếp hạng."},
	{"Dữ liệu minh hoạ", "illustrative", words, "", "«có» nếu số liệu là hư cấu; chỉ có trong tệp của phong trào minh hoạ."},
}

// criterionField describes a criterion's column.
func criterionField(c column) field {
	meaning := "Điểm của tiêu chí " + c.id
	if c.head != "" {
		meaning += ", " + c.head
	}
	return field{c.id + ". " + c.name, "scores." + c.id, decimal, "điểm", meaning + "; để trống nếu không áp dụng hoặc chưa chấm."}
}

// fields describes the columns of the ranking's data, in their order.
func (m *ranking) fields(p *planner) []field {
	heads := m.heads(p)
	out := make([]field, 0, len(heads))
	for _, head := range heads {
		if i := slices.IndexFunc(m.columns, func(c column) bool { return c.id+". "+c.name == head }); i >= 0 {
			out = append(out, criterionField(m.columns[i]))
			continue
		}
		f := field{head: head}
		if i := slices.IndexFunc(dictionary, func(f field) bool { return f.head == head }); i >= 0 {
			f = dictionary[i]
		}
		out = append(out, f)
	}
	return out
}
