package workbook_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"bangvang/internal/workbook"
)

func table(rows ...[]string) workbook.Table {
	return workbook.Table{
		Sheet: "Bảng xếp hạng", Title: "Kết quả", Author: "UBND huyện",
		Columns: []workbook.Column{{Head: "Đơn vị"}, {Head: "Tổng điểm", Kind: workbook.Number}, {Head: "Tỷ lệ", Kind: workbook.Percent}},
		Rows:    rows,
	}
}

// read returns the cells as Excel shows them, and as they are stored.
func read(t *testing.T, data []byte) (shown, raw [][]string) {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if shown, err = f.GetRows("Bảng xếp hạng"); err != nil {
		t.Fatal(err)
	}
	if raw, err = f.GetRows("Bảng xếp hạng", excelize.Options{RawCellValue: true}); err != nil {
		t.Fatal(err)
	}
	return shown, raw
}

func TestACellShowsWhatItWasWrittenWith(t *testing.T) {
	for _, c := range []struct{ name, unit, total, percent, shown, raw string }{
		{"two decimals", "Xã A", "84.58", "84.58", "Xã A|84.58|84.58%", "Xã A|84.58|0.8458"},
		{"zeros at the end stay", "Xã A", "82.00", "82.00", "Xã A|82.00|82.00%", "Xã A|82|0.82"},
		{"a whole number", "Xã A", "7", "100", "Xã A|7|100%", "Xã A|7|1"},
		{"below zero", "Xã A", "-0.42", "-3.10", "Xã A|-0.42|-3.10%", "Xã A|-0.42|-0.031"},
		{"thousands are grouped", "Xã A", "1234.5", "1", "Xã A|1,234.5|1%", "Xã A|1234.5|0.01"},
		{"text that looks like a formula stays text", "=1+1", "1", "1", "=1+1|1|1%", "=1+1|1|0.01"},
		{"text that looks like a number stays text", "007", "1", "1", "007|1|1%", "007|1|0.01"},
		{"marks and signs", "Xã <Đ> & «ữ»", "1", "1", "Xã <Đ> & «ữ»|1|1%", "Xã <Đ> & «ữ»|1|0.01"},
		{"an empty cell has no value", "Xã A", "", "5", "Xã A||5%", "Xã A||0.05"},
	} {
		t.Run(c.name, func(t *testing.T) {
			data, err := workbook.Write(table([]string{c.unit, c.total, c.percent}))
			if err != nil {
				t.Fatal(err)
			}
			shown, raw := read(t, data)
			if got := strings.Join(shown[1], "|"); got != c.shown {
				t.Errorf("shown is %q, want %q", got, c.shown)
			}
			if got := strings.Join(raw[1], "|"); got != c.raw {
				t.Errorf("stored is %q, want %q", got, c.raw)
			}
		})
	}
}

func TestHeadingsStandInTheFirstRow(t *testing.T) {
	data, err := workbook.Write(table())
	if err != nil {
		t.Fatal(err)
	}
	shown, _ := read(t, data)
	if len(shown) != 1 || strings.Join(shown[0], "|") != "Đơn vị|Tổng điểm|Tỷ lệ" {
		t.Errorf("the rows are %q", shown)
	}
}

func TestTheSameTableGivesTheSameBytesAndNoTime(t *testing.T) {
	var first [32]byte
	for i := range 20 {
		data, err := workbook.Write(table([]string{"Xã A", "84.58", "84.58"}, []string{"Xã B", "7", "70.1"}))
		if err != nil {
			t.Fatal(err)
		}
		if sum := sha256.Sum256(data); i == 0 {
			first = sum
		} else if sum != first {
			t.Fatalf("writing %d differs from the first", i+1)
		}
		archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range archive.File {
			if f.ModifiedTime != 0 || f.ModifiedDate != 0 {
				t.Fatalf("%s carries a time", f.Name)
			}
		}
	}
}

func TestWhatIsNoNumberIsAnError(t *testing.T) {
	if _, err := workbook.Write(table([]string{"Xã A", "tám", "1"})); err == nil || !strings.Contains(err.Error(), "Tổng điểm") {
		t.Errorf("the error is %v", err)
	}
}

func BenchmarkWriteOfAHundredAndFiftyRows(b *testing.B) {
	var rows [][]string
	for range 150 {
		rows = append(rows, []string{"Ủy ban nhân dân xã An Hiệp", "84.58", "84.58"})
	}
	t := table(rows...)
	for b.Loop() {
		if _, err := workbook.Write(t); err != nil {
			b.Fatal(err)
		}
	}
}
