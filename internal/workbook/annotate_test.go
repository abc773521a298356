package workbook_test

import (
	"bytes"
	"os"
	"testing"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/workbook"
)

func TestACopyHasRemarksOnTheWrongCellsAndTheSameValues(t *testing.T) {
	made, err := workbook.WriteForm(workbook.Form{Title: "Biểu", Sheets: []workbook.FormSheet{{Name: "Bảng", Rows: [][]workbook.FormCell{{{Text: "1.5", Number: true, Look: workbook.Input}, {Text: "a", Note: "đã có"}}}}}})
	must(t, err)
	office, err := os.ReadFile("../../cmd/bangvang/testdata/workbooks/filled.xlsx")
	must(t, err)
	for name, c := range map[string]struct {
		data []byte
		at   workbook.Remark
	}{
		"a form":                    {made, workbook.Remark{Sheet: "Bảng", Row: 1, Column: 1, Text: "Sai.\nSửa."}},
		"a cell that has a note":    {made, workbook.Remark{Sheet: "Bảng", Row: 1, Column: 2, Text: "Sai.\nSửa."}},
		"a workbook of LibreOffice": {office, workbook.Remark{Sheet: "Bảng điểm", Row: 7, Column: 3, Text: "Sai.\nSửa."}},
	} {
		t.Run(name, func(t *testing.T) {
			out, err := workbook.Annotate(c.data, "bangvang", []workbook.Remark{c.at, c.at})
			must(t, err)
			f, err := excelize.OpenReader(bytes.NewReader(out))
			must(t, err)
			defer f.Close()
			notes, err := f.GetComments(c.at.Sheet)
			must(t, err)
			found := 0
			for _, n := range notes {
				if n.Cell == workbook.CellName(c.at.Row, c.at.Column) && n.Paragraph[0].Text == c.at.Text {
					found++
				}
			}
			if found != 1 {
				t.Errorf("the notes are %+v", notes)
			}
			before, _ := workbook.Read(c.data)
			after, fault := workbook.Read(out)
			if fault.Code != "" || before.Sheets[0].Rows[c.at.Row-1][c.at.Column-1] != after.Sheets[0].Rows[c.at.Row-1][c.at.Column-1] {
				t.Errorf("the cell has changed: %v", fault)
			}
		})
	}
}

func TestAnnotatingWhatIsNoWorkbookIsAnError(t *testing.T) {
	if _, err := workbook.Annotate([]byte("PK"), "bangvang", nil); err == nil {
		t.Error("no error")
	}
}
