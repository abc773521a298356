package form

import (
	"regexp"
	"slices"
	"strings"
	"time"

	"bangvang/internal/diag"
	"bangvang/internal/sheet"
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

// A listField is a column of the form and a key of an entry; "person.name" is a key within person.
type listField struct {
	sheet.ListField
	width float64
	note  string
	list  bool // several values, parted by commas
	picks string
}

// The two lists.
var (
	Awards = List{Key: "awards", Tab: "Khen thưởng", Title: "Danh sách khen thưởng", fields: []listField{
		column("prize", "giải thưởng", 26, "Mã hoặc tên giải trong kế hoạch. Mỗi dòng ghi giải thưởng hoặc hình thức khen.", "giai").picked("prizes"),
		column("commendation", "hình thức khen", 26, "Mã hoặc tên hình thức khen trong kế hoạch.", "hinh thuc", "hinh thuc khen thuong").picked("commendations"),
		column("unit", "đơn vị", 30, "Mã hoặc tên đơn vị được khen. Để trống nếu khen cá nhân.", "don vi duoc khen", "tap the").picked("units"),
		column("person.name", "họ và tên", 24, "Chỉ ghi họ tên; không ghi ngày sinh, số căn cước, điện thoại.", "ho ten", "ca nhan"),
		column("person.position", "chức vụ", 24, "", "chuc danh"),
		column("person.unit", "đơn vị công tác", 30, "Mã hoặc tên đơn vị của cá nhân.", "noi cong tac").picked("units"),
		column("person.sort", "tên để xếp thứ tự", 18, "Chỉ ghi khi chữ cuối không phải là tên gọi."),
		column("merit", "thành tích", 50, "Được khen vì điều gì; được công bố."),
		column("reason", "lý do", 40, "Chỉ ghi khi khác thứ hạng hoặc khi đồng hạng."),
		column("money", "tiền thưởng", 14, "Để trống: cổng tự tính theo luật.", "so tien"),
		column("annulled.document", "văn bản hủy", 18, "Chỉ ghi khi quyết định sau đã hủy."),
		column("annulled.date", "ngày hủy", 14, ""),
		column("annulled.reason", "lý do hủy", 40, ""),
	}, guide: []string{
		"1. Mỗi dòng là một tập thể hoặc một cá nhân được khen. Điền các ô nền vàng; chọn giải, hình thức khen và đơn vị từ danh sách trong ô.",
		"2. Mỗi dòng ghi một trong hai: giải thưởng của phong trào, hoặc hình thức khen theo luật.",
		"3. Cá nhân chỉ ghi họ tên, chức vụ, đơn vị công tác. Không ghi ngày sinh, số căn cước, điện thoại.",
		"4. Lưu tệp, đóng Excel, rồi nhập: bangvang import TỆP.xlsx --to tệp khen thưởng .md.",
	}}
	Units = List{Key: "units", Tab: "Đơn vị", Title: "Sổ đơn vị", flow: true, fields: []listField{
		column("id", "mã", 24, "Chữ thường không dấu, số và gạch nối, ví dụ xa-an-hiep. Mã đã công bố thì không đổi.", "ma don vi"),
		column("name", "tên", 40, "Tên đầy đủ như trong văn bản.", "ten don vi", "don vi"),
		column("kind", "loại", 14, "Ví dụ xa, phuong, so.", "loai don vi"),
		column("from", "từ ngày", 14, "Ngày thành lập, nếu cần.", "ngay thanh lap"),
		column("to", "đến ngày", 14, "Ngày đầu tiên không còn tồn tại.", "ngay ket thuc"),
		column("became", "trở thành", 30, "Mã các đơn vị kế tiếp, cách nhau bằng dấu phẩy.", "nay la").several(),
		column("act", "văn bản", 20, "Số ký hiệu văn bản sáp nhập, đổi tên.", "nghi quyet"),
	}, guide: []string{
		"1. Mỗi dòng là một đơn vị. Mã không trùng nhau và không đổi sau khi đã công bố; tên có thể trùng.",
		"2. Đơn vị đã sáp nhập, giải thể vẫn giữ dòng của mình, ghi «đến ngày» và «trở thành».",
		"3. Lưu tệp, đóng Excel, rồi nhập: bangvang import TỆP.xlsx --to content/don-vi.md.",
	}}
)

func column(key, heading string, width float64, note string, words ...string) listField {
	return listField{ListField: sheet.ListField{Key: key, Heading: heading, Words: append(words, key)}, width: width, note: note}
}

func (f listField) picked(from string) listField { f.picks = from; return f }
func (f listField) several() listField           { f.list = true; return f }

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
