package sheet

import (
	"strings"
	"testing"

	"bangvang/internal/campaign"

	"pgregory.net/rapid"
)

func TestNumbersAreReadAsPeopleTypeThem(t *testing.T) {
	for _, c := range []struct {
		text  string
		point bool
		want  string
		fault Fault
	}{
		{"9,5", false, "9.5", ""}, {"9.5", false, "9.5", ""}, {"91,651", false, "91.651", ""}, {"44", false, "44", ""}, {"010", false, "10", ""},
		{"1.234", false, "", FaultAmbiguous}, {"91.651", false, "", FaultAmbiguous}, {"0.125", false, "0.125", ""}, {"00.125", false, "0.125", ""},
		{"1.2345", false, "1.2345", ""}, {"1.23", false, "1.23", ""}, {"1234.567", false, "", FaultAmbiguous},
		{"1.234", true, "1.234", ""}, {"1,234", true, "", FaultAmbiguous}, {"9,5", true, "9.5", ""}, {"1,234.5", true, "1234.5", ""},
		{"1.234,5", false, "1234.5", ""}, {"1,234.5", false, "1234.5", ""}, {"1.234.567", false, "1234567", ""}, {"1,234,567", false, "1234567", ""},
		{"1.234.567,89", false, "1234567.89", ""}, {"1 234,5", false, "1234.5", ""}, {"1\u00a0234", false, "1234", ""}, {"12.34.5", false, "", FaultForm},
		{"1.23,4", false, "", FaultForm}, {"1.2345,6", false, "", FaultForm}, {"1 23", false, "", FaultForm},
		{"-2", false, "-2", ""}, {"−2,5", false, "-2.5", ""}, {"+1", false, "1", ""}, {" 7 ", false, "7", ""}, {"- 2", false, "-2", ""},
		{"1O", false, "", FaultLetter}, {"l0", false, "", FaultLetter}, {"8,S", false, "", FaultLetter}, {"OO", false, "", FaultForm},
		{"", false, "", FaultForm}, {"abc", false, "", FaultForm}, {"9 điểm", false, "", FaultForm}, {"1e3", false, "", FaultForm}, {"1_000", false, "", FaultForm},
		{".5", false, "", FaultForm}, {"5,", false, "", FaultForm}, {"5/9", false, "", FaultForm}, {"٣", false, "", FaultForm}, {"--1", false, "", FaultForm},
		{"8.950000000000001", false, "", FaultDecimals}, {"1,1234567", false, "", FaultDecimals}, {"1234567890123", false, "", FaultLarge},
		{"999999999,999999", false, "999999999.999999", ""},
	} {
		got, fault := Number(c.text, c.point)
		if fault != c.fault || fault == "" && got.String() != c.want {
			t.Errorf("%q (point %v) is %v, %q; want %s, %q", c.text, c.point, got, fault, c.want, c.fault)
		}
	}
}

func TestAnyDecimalWrittenInVietnameseIsReadBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		want := campaign.Decimal(rapid.Int64Range(-999_999_999_999_999, 999_999_999_999_999).Draw(t, "millionths"))
		plain := want.String()
		comma := strings.Replace(plain, ".", ",", 1)
		if got, fault := Number(comma, false); fault != "" || got != want {
			t.Fatalf("%s is %v, %q", comma, got, fault)
		}
		if got, fault := Number(plain, true); fault != "" || got != want {
			t.Fatalf("%s with a decimal point is %v, %q", plain, got, fault)
		}
	})
}

func FuzzNumber(f *testing.F) {
	for _, text := range []string{"9,5", "1.234,5", "1 234", "1.234", "1O", "-", "+-1", "84,58%", "1,2,3", "\u00a0"} {
		f.Add(text, false)
		f.Add(text, true)
	}
	f.Fuzz(func(t *testing.T, text string, point bool) {
		value, fault := Number(text, point)
		if fault != "" {
			if value != 0 {
				t.Errorf("%q is %v and yet %q", text, value, fault)
			}
			return
		}
		if again, fault := Number(value.String(), true); fault != "" || again != value {
			t.Errorf("%q is %v, which is read as %v, %q", text, value, again, fault)
		}
	})
}

func FuzzSheet(f *testing.F) {
	f.Add([]byte(whole))
	for _, c := range faulty {
		if len(c.text) < 2000 {
			f.Add([]byte(c.text))
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		table, findings := Parse("content/a.csv", data)
		entries, more := table.Entries([]string{"1.1", "1.2"}, Options{Units: []string{"xa-a", "xa-b"}, Names: map[string]string{"xa-a": "Xã A"}})
		if len(entries) > len(table.Rows) {
			t.Errorf("%d entries of %d rows", len(entries), len(table.Rows))
		}
		for _, row := range table.Rows {
			if len(row.Cells) != len(table.Columns) {
				t.Errorf("%d cells for %d columns", len(row.Cells), len(table.Columns))
			}
		}
		for _, found := range append(findings, more...) {
			if found.Pos.Line < 1 || found.Pos.Column < 1 {
				t.Errorf("%s has no place", found.Code)
			}
		}
		table.Where("xa-a", "1.1")
	})
}
