package workbook_test

import (
	"bytes"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/workbook"
)

// file returns a workbook that a test writes.
func file(t testing.TB, write func(f *excelize.File)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	write(f)
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// must fails where a test's own workbook can't be written.
func must(t testing.TB, errs ...error) {
	t.Helper()
	for _, err := range errs {
		if err != nil {
			t.Fatal(err)
		}
	}
}

func styled(t testing.TB, f *excelize.File, cell, format string, value any) {
	t.Helper()
	style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
	must(t, err, f.SetCellValue("Sheet1", cell, value), f.SetCellStyle("Sheet1", cell, cell, style))
}

func TestACellIsReadWithWhatCountsAndWhatIsSeen(t *testing.T) {
	for _, c := range []struct {
		name  string
		write func(t testing.TB, f *excelize.File)
		want  workbook.Cell
	}{
		{"a number", func(t testing.TB, f *excelize.File) { must(t, f.SetCellValue("Sheet1", "A1", 8.005)) }, workbook.Cell{Kind: workbook.Number, Text: "8.005", Shown: "8.005"}},
		{"a number that is shown rounded", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", "0.00", 8.005) }, workbook.Cell{Kind: workbook.Number, Text: "8.005", Shown: "8.01"}},
		{"a sum of a machine", func(t testing.TB, f *excelize.File) { must(t, f.SetCellValue("Sheet1", "A1", 0.1+0.2)) }, workbook.Cell{Kind: workbook.Number, Text: "0.3", Shown: "0.3"}},
		{"a small number", func(t testing.TB, f *excelize.File) { must(t, f.SetCellValue("Sheet1", "A1", 0.00001)) }, workbook.Cell{Kind: workbook.Number, Text: "0.00001", Shown: "0.00001"}},
		{"a percentage", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", "0.00%", 0.8458) }, workbook.Cell{Kind: workbook.Percent, Text: "84.58", Shown: "84.58%"}},
		{"a day", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", "d-mmm", 44325) }, workbook.Cell{Kind: workbook.Date, Text: "9/5/2021", Shown: "9-May"}},
		{"a number with a word in its format", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", `0.0" điểm"`, 9.5) }, workbook.Cell{Kind: workbook.Number, Text: "9.5", Shown: "9.5 điểm"}},
		{"a number in whose place a text is shown", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", `"N/A"`, 9.5) }, workbook.Cell{Kind: workbook.Number, Text: "9.5", Shown: "N/A", Masked: true}},
		{"a number that a condition does not mean", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", `[=0]"N/A";0.0`, 9.55) }, workbook.Cell{Kind: workbook.Number, Text: "9.55", Shown: "9.6"}},
		{"a zero as a dash", func(t testing.TB, f *excelize.File) {
			styled(t, f, "A1", `_(* #,##0.00_);_(* \(#,##0.00\);_(* "-"??_);_(@_)`, 0)
		}, workbook.Cell{Kind: workbook.Number, Text: "0", Shown: "-", Masked: true}},
		{"a percent sign that is a word", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", `0.0"%"`, 84.5) }, workbook.Cell{Kind: workbook.Number, Text: "84.5", Shown: "84.5%"}},
		{"a fraction", func(t testing.TB, f *excelize.File) { styled(t, f, "A1", "# ?/?", 9.5) }, workbook.Cell{Kind: workbook.Number, Text: "9.5", Shown: "9.5"}},
		{"a text that looks like a number", func(t testing.TB, f *excelize.File) { must(t, f.SetCellStr("Sheet1", "A1", "9,5")) }, workbook.Cell{Kind: workbook.Text, Text: "9,5", Shown: "9,5"}},
		{"a decomposed text", func(t testing.TB, f *excelize.File) { must(t, f.SetCellStr("Sheet1", "A1", "Xa\u0303")) }, workbook.Cell{Kind: workbook.Text, Text: "Xã", Shown: "Xã"}},
		{"a formula without a result", func(t testing.TB, f *excelize.File) { must(t, f.SetCellFormula("Sheet1", "A1", "=B1")) }, workbook.Cell{Kind: workbook.Text, Formula: true}},
		{"yes and no", func(t testing.TB, f *excelize.File) { must(t, f.SetCellBool("Sheet1", "A1", true)) }, workbook.Cell{Kind: workbook.Boolean, Text: "TRUE", Shown: "TRUE"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			book, fault := workbook.Read(file(t, func(f *excelize.File) { c.write(t, f) }))
			if fault.Code != "" {
				t.Fatal(fault)
			}
			if got := book.Sheets[0].Rows[0][0]; got != c.want {
				t.Errorf("got %+v, want %+v", got, c.want)
			}
		})
	}
}

func TestFormatsOfAllProgramsAreUnderstood(t *testing.T) {
	number := func(text, shown string) workbook.Cell {
		return workbook.Cell{Kind: workbook.Number, Text: text, Shown: shown}
	}
	for _, c := range []struct {
		name, format string
		value        float64
		want         workbook.Cell
	}{
		{"a zero that a second section means", `0.0;[=0]"N/A"`, 0, workbook.Cell{Kind: workbook.Number, Text: "0", Shown: "N/A", Masked: true}},
		{"thousands with a decimal", "#,##0,.0", 9500, number("9500", "9.5")},
		{"hours", "[h]", 1.5, workbook.Cell{Kind: workbook.Date, Text: "1/1/1900", Shown: "36"}},
		{"a name", "GENERAL", 9.5, number("9.5", "9.5")},
		{"a name in another language", "G/通用格式", 0, number("0", "0")},
		{"a space as wide as a letter of days", `0.0\ _D_M_-`, 9.5, number("9.5", "9.5")},
	} {
		book, fault := workbook.Read(file(t, func(f *excelize.File) { styled(t, f, "A1", c.format, c.value) }))
		if fault.Code != "" || book.Sheets[0].Rows[0][0] != c.want {
			t.Errorf("%s: got %+v %v, want %+v", c.name, book, fault, c.want)
		}
	}
	for _, style := range []int{11, 12, 13} { // an exponent, fractions
		book, fault := workbook.Read(file(t, func(f *excelize.File) {
			id, err := f.NewStyle(&excelize.Style{NumFmt: style})
			must(t, err, f.SetCellValue("Sheet1", "A1", 90.46), f.SetCellStyle("Sheet1", "A1", "A1", id))
		}))
		if fault.Code != "" || book.Sheets[0].Rows[0][0] != number("90.46", "90.46") {
			t.Errorf("number %d: got %+v %v", style, book, fault)
		}
	}
}

func TestTheShapeOfASheetIsRead(t *testing.T) {
	book, fault := workbook.Read(file(t, func(f *excelize.File) {
		_, err := f.NewSheet("Bản cũ")
		wide, err2 := f.NewStyle(&excelize.Style{NumFmt: 2})
		must(t, err, err2, f.SetSheetName("Sheet1", "Bảng điểm"), f.SetSheetVisible("Bản cũ", false),
			f.SetCellValue("Bảng điểm", "B2", "a"), f.SetCellValue("Bảng điểm", "D4", 1), f.MergeCell("Bảng điểm", "B2", "C3"),
			f.SetRowVisible("Bảng điểm", 4, false), f.SetColVisible("Bảng điểm", "D", false), f.SetCellStyle("Bảng điểm", "A1", "Z500", wide))
	}))
	if fault.Code != "" {
		t.Fatal(fault)
	}
	s := book.Sheets[0]
	if s.Name != "Bảng điểm" || s.Hidden || !book.Sheets[1].Hidden || book.Sheets[1].Name != "Bản cũ" {
		t.Errorf("the sheets are %+v", book.Sheets)
	}
	if len(s.Rows) != 4 || len(s.Rows[0]) != 0 || len(s.Rows[1]) != 2 || s.Rows[1][0].Kind != workbook.Empty || s.Rows[3][3].Text != "1" {
		t.Errorf("the rows are %+v", s.Rows)
	}
	if want := []workbook.Range{{2, 2, 3, 3}}; !reflect.DeepEqual(s.Merged, want) {
		t.Errorf("merged are %v", s.Merged)
	}
	if !s.HiddenRows[4] || !s.HiddenColumns[4] || s.HiddenColumns[3] || s.HiddenRows[2] {
		t.Errorf("hidden are %v, %v", s.HiddenRows, s.HiddenColumns)
	}
}

// A formula such as =IF(B1="","",B1*2) comes to an empty text; openpyxl saves an empty result of none.
func TestAFormulaThatComesToNothingIsAnEmptyCell(t *testing.T) {
	for cell, want := range map[string]workbook.Cell{
		`<c r="A1" t="str"><f>B1</f><v></v></c>`:  {Kind: workbook.Empty},
		`<c r="A1" t="str"><f>B1</f></c>`:         {Kind: workbook.Text, Formula: true},
		`<c r="A1"><f>B1</f><v/></c>`:             {Kind: workbook.Text, Formula: true},
		`<c r="A1" t="str"><f>B1</f><v>a</v></c>`: {Kind: workbook.Text, Text: "a", Shown: "a", Formula: true},
	} {
		book, fault := workbook.Read(pack(nil, `<sheetData><row r="1">`+cell+`</row></sheetData>`, 1))
		if fault.Code != "" {
			t.Fatal(fault)
		}
		if got := book.Sheets[0].Rows[0][0]; got != want {
			t.Errorf("%s: got %+v, want %+v", cell, got, want)
		}
	}
}

func TestAnEmptyFormatIsTheOrdinaryOne(t *testing.T) {
	styles := map[string]string{
		"xl/styles.xml":              `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="164" formatCode=""/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>`,
		"xl/_rels/workbook.xml.rels": strings.Replace(linksPart, "</Relationships>", `<Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`, 1),
	}
	book, fault := workbook.Read(pack(styles, `<sheetData><row r="1"><c r="A1" s="1"><v>9.5</v></c></row></sheetData>`, 1))
	if want := (workbook.Cell{Kind: workbook.Number, Text: "9.5", Shown: "9.5"}); fault.Code != "" || book.Sheets[0].Rows[0][0] != want {
		t.Errorf("got %+v, %+v", book, fault)
	}
}
