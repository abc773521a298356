package sheet

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// expected is what the tables of these tests should hold.
var expected = Expected{
	Criteria: []Criterion{{"1.1", "Kế hoạch"}, {"1.2", "Báo cáo"}, {"2", "Kết quả"}},
	Inner:    []Criterion{{"1", "Chỉ đạo"}},
	Units:    map[string]string{"xa-a": "Xã Minh hoạ A", "xa-b": "Xã Minh hoạ B", "xa-c": "Xã Minh hoạ C"},
}

// read reads a table and its entries with everything that is said about it.
func (e Expected) read(name string, data []byte) (*Table, []campaign.Entry, []diag.Finding) {
	var criteria, units []string
	for _, c := range e.Criteria {
		criteria = append(criteria, c.ID)
	}
	for id := range e.Units {
		units = append(units, id)
	}
	table, findings := e.Parse(name, data)
	entries, more := table.Entries(criteria, Options{Names: e.Units, Units: units})
	return table, entries, append(findings, more...)
}

// book writes a workbook: lines of cells parted by bars, "=" a formula, "#" a number; then what else is done to it.
func book(t testing.TB, text string, more ...func(f *excelize.File) error) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, line := range strings.Split(text, "\n") {
		for j, cell := range strings.Split(line, "|") {
			name, _ := excelize.CoordinatesToCellName(j+1, i+1)
			var err error
			switch number, isNumber := strings.CutPrefix(cell, "#"); {
			case isNumber && number[0] <= '9':
				value, _ := Number(number, true)
				err = f.SetCellValue("Sheet1", name, float64(value)/1e6)
			case strings.HasPrefix(cell, "="):
				err = f.SetCellFormula("Sheet1", name, cell)
			case cell != "":
				err = f.SetCellStr("Sheet1", name, cell)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, do := range more {
		if err := do(f); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func format(cell, code string) func(f *excelize.File) error {
	return func(f *excelize.File) error {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &code})
		if err != nil {
			return err
		}
		return f.SetCellStyle("Sheet1", cell, cell, style)
	}
}

func merge(from, to string) func(f *excelize.File) error {
	return func(f *excelize.File) error { return f.MergeCell("Sheet1", from, to) }
}

// same adds a sheet with the same heading.
func same(f *excelize.File) error {
	if _, err := f.NewSheet("Bản sao"); err != nil {
		return err
	}
	for cell, text := range map[string]string{"A1": "đơn vị", "B1": "1.1", "C1": "1.2", "D1": "2", "A2": "xa-a"} {
		if err := f.SetCellStr("Bản sao", cell, text); err != nil {
			return err
		}
	}
	return nil
}

const plainBook = "đơn vị|1.1|1.2|2\nxa-a|#38|#9|#45\nxa-b|#35|#8|#40.5\nxa-c|#30|-|N/A"

func TestATableOfAnotherLayoutIsReadAsItsAuthorMeantIt(t *testing.T) {
	data, err := os.ReadFile("testdata/foreign.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	table, entries, findings := expected.read("content/a.xlsx", data)
	if len(findings) > 0 {
		t.Errorf("%s: %s", findings[0].Place(), findings[0].Message(diag.Vi))
	}
	total := func(text string) campaign.Official {
		value, _ := Number(text, true)
		return campaign.Official{Total: &value}
	}
	half := campaign.Decimal(1_500_000)
	want := []campaign.Entry{
		{Unit: "xa-a", Scores: map[string]campaign.Score{"1.1": scored(38_000_000), "1.2": scored(9_000_000), "2": scored(45_500_000)}, Official: total("92.5")},
		{Unit: "xa-b", Scores: map[string]campaign.Score{"1.1": scored(35_000_000), "1.2": scored(8_250_000), "2": scored(40_000_000)}, Bonus: half, Note: "Bổ sung sau", Official: total("84.75")},
		{Unit: "xa-c", Scores: map[string]campaign.Score{"1.1": scored(30_000_000), "1.2": {State: campaign.NotApplicable}, "2": {State: campaign.Withheld}}},
	}
	if !reflect.DeepEqual(entries, want) {
		t.Errorf("got  %+v\nwant %+v", entries, want)
	}
	r := table.Reading
	if r.Sheet != "Tổng hợp" || !reflect.DeepEqual(r.Others, []string{"Diễn giải"}) || r.Heading.Line != 6 || len(r.Passed) != 1 || r.Passed[0].Heading != "STT" {
		t.Errorf("understood as %+v", r)
	}
	if got := table.Where("xa-b", "1.2"); got.Cell() != "D11" || got.Sheet != "Tổng hợp" {
		t.Errorf("the cell is %v", got)
	}
}

func TestABracketIsTheMinusOfAccounts(t *testing.T) {
	data := book(t, "đơn vị|1.1|1.2|2|thay đổi\nxa-a|#38|#9|#45|#-0.42\nxa-b|#35|#8|#40.5|#0.42", format("E2", `0.00_);\(0.00\)`), format("E3", `\(0.00\)`))
	if _, _, findings := expected.read("content/a.xlsx", data); len(findings) > 0 {
		t.Error(told(findings))
	}
}

// A workbook and the same table as CSV have the same entries.
func TestAWorkbookReadsAsItsTable(t *testing.T) {
	csv := strings.NewReplacer("|", ";", "#", "").Replace(plainBook)
	_, want, findings := expected.read("content/a.csv", []byte(csv))
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	for name, data := range map[string][]byte{
		"plain":                     book(t, plainBook),
		"called CSV":                book(t, plainBook),
		"names for ids":             book(t, strings.NewReplacer("xa-a", "Xã Minh hoạ A", "xa-b", "xã minh hoạ b", "xa-c", "Xã Minh hoạ C").Replace(plainBook)),
		"names for criteria":        book(t, strings.NewReplacer("1.1", "KẾ HOẠCH", "1.2", "Báo  cáo (10 điểm)", "|2\n", "|2. Kết quả\n").Replace(plainBook)),
		"titles above":              book(t, "Bảng điểm\n\n"+plainBook),
		"numbers as text":           book(t, strings.ReplaceAll(plainBook, "#40.5", "40,5")),
		"numbers of lines, columns": book(t, "STT|"+strings.ReplaceAll(strings.Replace(plainBook, "\n", "\n|(1)|(2)|(3)|(4)\n|", 1), "\nxa", "\n#1|xa")),
		"maxima and sums":           book(t, strings.Replace(plainBook, "\n", "\nĐiểm tối đa|#40|#10|#50\n", 1)+"\nTổng cộng|#103|#17|#85.5\nTrung bình|#34"),
		"points without a word":     book(t, strings.Replace(plainBook, "\n", "\n|(40 điểm)|(10 điểm)|50đ\n", 1)),
		"numbers below names":       book(t, "Cơ quan|Kế hoạch|Báo cáo|Kết quả\n(1)|(2)|(3)|(4)\n"+plainBook[strings.Index(plainBook, "xa-a"):]),
		"signatures":                book(t, plainBook+"\n\n|Người lập|TM. HỘI ĐỒNG\n|Nguyễn Văn A|Trần Thị B"),
		"a part's heading":          book(t, strings.Replace(plainBook, "\n", "\nI. Các xã\n", 1), merge("A2", "D2")),
		"sums of parts":             book(t, "đơn vị|Chỉ đạo|1.1|1.2|2\nxa-a|=C2+D2|#38|#9|#45\nxa-b||#35|#8|#40.5\nxa-c|#30|#30|-|N/A"),
	} {
		file := "content/a.xlsx"
		if name == "called CSV" {
			file = "content/a.csv"
		}
		_, got, findings := expected.read(file, data)
		for _, f := range findings {
			t.Errorf("%s: %s: %s", name, f.Place(), f.Message(diag.Vi))
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, want)
		}
	}
}

func TestALayoutIsRememberedAndObeyed(t *testing.T) {
	data := book(t, "Cơ quan|Mục A|Mục B|Mục C|Nháp\nxa-a|#38|#9|#45|#1\nxa-b|#35|#8|#40|#2", same)
	var l Layout
	for heading, means := range map[string]string{"Mục A": "1.1", "MỤC B": "1.2", "Mục C": "2", "Nháp": "-", "Cơ quan": "unit"} {
		l.Tell(heading, means)
	}
	l.Sheet = "Sheet1"
	if again := ParseLayout(l.Bytes()); !reflect.DeepEqual(again, l) {
		t.Errorf("remembered as %+v, was %+v", again, l)
	}
	e := expected
	e.Layout = l
	_, entries, findings := e.read("content/a.xlsx", data)
	if len(findings) > 0 || len(entries) != 2 || entries[1].Scores["2"] != scored(40_000_000) {
		t.Errorf("got %+v, %v", entries, findings)
	}
}

// faultyBooks are workbooks with one fault each. What they are told is in testdata/workbooks.txt.
var faultyBooks = []struct {
	name string
	make func(t testing.TB) []byte
}{
	{"nothing", func(testing.TB) []byte { return nil }},
	{"an empty sheet", func(t testing.TB) []byte { return book(t, "") }},
	{"an old workbook", func(testing.TB) []byte { return []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") }},
	{"a workbook with a password", func(testing.TB) []byte {
		return []byte("\xd0\xcf\x11\xe0E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00")
	}},
	{"a spreadsheet of another office", func(testing.TB) []byte {
		return []byte("PK\x03\x04................mimetypeapplication/vnd.oasis.opendocument.spreadsheet")
	}},
	{"a damaged workbook", func(t testing.TB) []byte { return book(t, plainBook)[:600] }},
	{"a workbook of 9 MB", func(testing.TB) []byte { return append([]byte("PK\x03\x04"), make([]byte, 9<<20)...) }},
	{"a sheet with a cell far away", func(t testing.TB) []byte {
		return book(t, plainBook, func(f *excelize.File) error { return f.SetCellValue("Sheet1", "CZZ1", 1) })
	}},
	{"two sheets with the same heading", func(t testing.TB) []byte {
		return book(t, "đơn vị|1.1|1.2|2\nxa-a|#38|#9|#45", same)
	}},
	{"a copy without the columns of totals", func(t testing.TB) []byte {
		return book(t, "đơn vị|1.1|1.2|2|tổng\nxa-a|#38|#9|#45|#92", same)
	}},
	{"no heading", func(t testing.TB) []byte { return book(t, "Kính gửi: Hội đồng\n#1|#2|#3") }},
	{"no unit", func(t testing.TB) []byte { return book(t, "STT|1.1|1.2|2\n#1|#38|#9|#45") }},
	{"a hidden line and column", func(t testing.TB) []byte {
		return book(t, plainBook, func(f *excelize.File) error { return f.SetRowVisible("Sheet1", 3, false) }, func(f *excelize.File) error { return f.SetColVisible("Sheet1", "C", false) })
	}},
	{"merged scores", func(t testing.TB) []byte { return book(t, plainBook, merge("B2", "B3"), merge("C4", "D4")) }},
	{"a formula without a result", func(t testing.TB) []byte { return book(t, strings.Replace(plainBook, "#38", "=C2", 1)) }},
	{"a day for a score", func(t testing.TB) []byte {
		return book(t, strings.Replace(plainBook, "#38", "#44325", 1), format("B2", "d-mmm"))
	}},
	{"a number that is shown rounded", func(t testing.TB) []byte {
		return book(t, strings.Replace(plainBook, "#38", "#38.005", 1), format("B2", "0.00"))
	}},
	{"numbers in whose place a text is shown", func(t testing.TB) []byte {
		return book(t, "đơn vị|1.1|1.2|2|thưởng|hạng\nxa-a|#38|#0|#0|#0|#1\nxa-b|#35|#8|#40.5|#1|#2\nxa-c|#30|-|N/A|#0|#0",
			format("B2", `"N/A"`), format("C2", `[=0]"N/A";0.0`), format("C3", `[=0]"N/A";0.0`), format("D2", `0.0;-0.0;"–"`), format("E2", `_(* #,##0_);_(* \(#,##0\);_(* "-"??_);_(@_)`),
			format("E3", `0.0" điểm"`), format("F2", `"đang xét"`), format("F4", "0;;"))
	}},
	{"a sheet that shows no zeros", func(t testing.TB) []byte {
		no := false
		return book(t, strings.Replace(plainBook, "#9", "#0", 1), func(f *excelize.File) error {
			return f.SetSheetView("Sheet1", 0, &excelize.ViewOptions{ShowZeros: &no})
		})
	}},
	{"a heading that became a day", func(t testing.TB) []byte {
		return book(t, strings.Replace(plainBook, "|1.1", "|#44197", 1), format("B1", "d-mmm"))
	}},
	{"an error of Excel's", func(t testing.TB) []byte { return book(t, strings.Replace(plainBook, "#38", "#REF!", 1)) }},
	{"a percentage for a score", func(t testing.TB) []byte {
		return book(t, strings.Replace(plainBook, "#38", "#0.84", 1), format("B2", "0%"))
	}},
	{"a column that nobody knows", func(t testing.TB) []byte {
		return book(t, strings.Replace(plainBook, "|2\n", "|2|Thuyết trình\n", 1)+"|#1")
	}},
	{"a unit that nobody knows", func(t testing.TB) []byte { return book(t, strings.Replace(plainBook, "xa-b", "xa-bb", 1)) }},
	{"a unit that stands twice", func(t testing.TB) []byte { return book(t, plainBook+"\nXã Minh hoạ A|#1|#2|#3") }},
}

func TestEveryFaultOfAWorkbookIsToldWithSheetAndCell(t *testing.T) {
	raised := map[string]bool{"workbook-sheet-missing": true} // needs a layout: see below
	var got strings.Builder
	for _, c := range faultyBooks {
		got.WriteString("# " + c.name + "\n")
		_, _, findings := expected.read("content/a.xlsx", c.make(t))
		if len(findings) == 0 {
			t.Errorf("%s: nothing is said", c.name)
		}
		got.WriteString(told(findings))
		for _, f := range findings {
			raised[f.Code] = true
		}
	}
	e := expected
	e.Layout.Sheet = "Bảng điểm"
	_, _, findings := e.read("content/a.xlsx", book(t, plainBook))
	got.WriteString("# a sheet that is not there\n" + told(findings))
	golden(t, "testdata/workbooks.txt", got.String())
	for _, code := range diag.Codes() {
		if strings.HasPrefix(code, "workbook-") && !raised[code] {
			t.Errorf("no workbook shows the code %q", code)
		}
	}
}

// FuzzWorkbook: whatever a workbook holds, there is a table and no panic.
func FuzzWorkbook(f *testing.F) {
	for _, c := range faultyBooks {
		if data := c.make(f); len(data) < 100<<10 {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) { expected.read("content/a.xlsx", data) })
}

// A table whose lines would be filled up to more cells than any table of scores has is turned away before that.
func TestATableThatWouldGrowBeyondReasonIsTurnedAway(t *testing.T) {
	wide := "đơn vị"
	for i := range 1500 {
		wide += fmt.Sprintf(";a%d", i)
	}
	numbers := strings.Repeat(";1", 1500)
	for name, text := range map[string]string{
		"long lines, many lines": wide + "\nxa-a" + numbers + strings.Repeat("\nx;1", 60_000),
		"nothing but separators": strings.Repeat(";", 7<<20),
		"nothing but lines":      strings.Repeat("a\n", 3<<20),
	} {
		for _, loose := range []bool{false, true} {
			e := expected
			e.Loose = loose
			table, _, findings := e.read("content/a.csv", []byte(text))
			if !slices.ContainsFunc(findings, func(f diag.Finding) bool { return f.Code == "workbook-cells" }) || len(table.Rows) > 0 {
				t.Errorf("%s: %d lines, %d findings", name, len(table.Rows), len(findings))
			}
		}
	}
}
