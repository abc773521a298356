package form_test

import (
	"bytes"
	"testing"

	"bangvang/internal/campaign"
	"bangvang/internal/form"
	"bangvang/internal/workbook"
)

func dec(t testing.TB, text string) *campaign.Decimal {
	t.Helper()
	d, err := campaign.ParseDecimal(text)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

func scores(t testing.TB) form.Scores {
	return form.Scores{
		Title: "Tiêu chí năm 2026", Block: "Các xã", Author: "UBND huyện Minh hoạ",
		Rules: &campaign.Rules{
			Scoring:     campaign.Scoring{Basis: campaign.Points},
			Criteria:    []campaign.Criterion{{ID: "1", Name: "Chỉ đạo", Items: []campaign.Criterion{{ID: "1.1", Name: "Kế hoạch", Max: dec(t, "40")}, {ID: "1.2", Name: "Báo cáo & <tin>", Max: dec(t, "2.5")}}}, {ID: "2", Name: "Kết quả", Max: dec(t, "50")}},
			Adjustments: campaign.Adjustments{BonusMax: dec(t, "5")},
		},
		Units: []campaign.Unit{{ID: "xa-a", Name: "Xã Minh hoạ A"}, {ID: "xa-b", Name: "Xã Minh hoạ B"}},
	}
}

func TestAFormHasTheHeadingsMaximaAndUnits(t *testing.T) {
	data, err := scores(t).Workbook()
	if err != nil {
		t.Fatal(err)
	}
	book, fault := workbook.Read(data)
	if fault.Code != "" {
		t.Fatal(fault)
	}
	rows := book.Sheets[0].Rows
	for _, c := range []struct {
		row, column int
		want        string
	}{
		{2, 2, "1. Chỉ đạo"}, {2, 3, ""}, {3, 3, "Báo cáo & <tin>"}, {4, 0, "đơn vị"}, {4, 2, "1.1"}, {4, 4, "2"}, {4, 5, "điểm thưởng"}, {4, 6, "điểm trừ"}, {4, 7, "ghi chú"},
		{5, 0, "Điểm tối đa"}, {5, 3, "2.5"}, {5, 5, "5"}, {6, 0, "xa-a"}, {7, 1, "Xã Minh hoạ B"},
	} {
		got := ""
		if c.column < len(rows[c.row]) {
			got = rows[c.row][c.column].Text
		}
		if got != c.want {
			t.Errorf("%s is %q, want %q", workbook.CellName(c.row+1, c.column+1), got, c.want)
		}
	}
	if len(book.Sheets) != 2 || book.Sheets[1].Name != "Hướng dẫn" {
		t.Errorf("the sheets are %d", len(book.Sheets))
	}
}

func TestTheSameFormHasTheSameBytes(t *testing.T) {
	first, err := scores(t).Workbook()
	if err != nil {
		t.Fatal(err)
	}
	for range 5 {
		if again, _ := scores(t).Workbook(); !bytes.Equal(again, first) {
			t.Fatal("two forms differ")
		}
	}
}
