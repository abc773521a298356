package sheet

import (
	"flag"
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"

	"bangvang/internal/diag"
)

var update = flag.Bool("update", false, "rewrite the expectations")

// faulty are sheets with one fault each, or a few of a kind. What they are told is in testdata/findings.txt.
var faulty = []struct{ name, path, text string }{
	{"a sheet of 9 MB", "content/a.csv", strings.Repeat("a", 9<<20)},
	{"a NUL character", "content/a.csv", "đơn vị;1.1\nxa-a;\x00\n"},
	{"bytes that are not UTF-8", "content/a.csv", "unit;1.1\nX\xe3 A;1\n"},
	{"nothing", "content/a.csv", ""},
	{"blank lines only", "content/a.csv", "\ufeff\r\n;;;\r\n"},
	{"a quotation mark that is not closed", "content/a.csv", "đơn vị;1.1;1.2\nxa-a;1;2\nxa-b;\"2;3\n"},
	{"a title above the heading", "content/a.csv", "Bảng điểm năm 2021\nđơn vị;1.1\nxa-a;1\n"},
	{"a column of numbers before the units", "content/a.csv", "STT;đơn vị;1.1\n1;xa-a;1\n"},
	{"a column without a heading", "content/a.csv", "đơn vị;;1.1;1.2\nxa-a;9;1;1\n"},
	{"a column that stands twice", "content/a.csv", "đơn vị;1.1;1.1;1.2;tên;name\nxa-a;1;2;3;;\n"},
	{"a column that nobody knows", "content/a.csv", "đơn vị;1.1;1,2;1.2;điểm thuong2\nxa-a;1;1;1;1\n"},
	{"headings with some words of a criterion's name", "content/a.csv", "đơn vị;Phát động;báo cáo kịp\nxa-a;1;2\n"},
	{"a criterion without a column", "content/a.csv", "đơn vị;1.1\nxa-a;1\n"},
	{"a decimal comma among commas", "content/a.csv", "đơn vị,1.1,1.2\nxa-a,9,5,8\n"},
	{"headings that Excel made dates of", "content/a.csv", "đơn vị;01-Jan;02-Jan\nxa-a;1;2\n"},
	{"headings that Excel made dates with a year of", "content/a.csv", "đơn vị;1/1/2026;1/2/2026;5/6/2026\nxa-a;1;2;3\n"},
	{"headings that Excel made dates of in Vietnamese", "content/a.csv", "đơn vị;01-Thg1;Feb-01\nxa-a;1;2\n"},
	{"letters that became question marks", "content/a.csv", "??n v?;t?n;1.1;1.2\nxa-a;X? A;1;2\n"},
	{"a semicolon inside a note", "content/a.csv", "đơn vị;1.1;1.2;ghi chú\nxa-a;1;2;Tốt; chăm\n"},
	{"a tab too many", "content/a.csv", "đơn vị\t1.1\t1.2\nxa-a\t1\t2\t3\n"},
	{"a line without a unit", "content/a.csv", "đơn vị;1.1;1.2\n;1;2\n"},
	{"a line with a name and no id", "content/a.csv", "đơn vị;tên;1.1;1.2\n;Xã Tân Dương;1;2\n"},
	{"units with slips", "content/a.csv", "đơn vị;1.1;1.2\nxa-aa;1;2\nXã B;1;2\nTổng cộng;2;4\n"},
	{"units by a part of their name", "content/a.csv", "đơn vị;1.1;1.2\nphú hựu;1;2\nUBND xã Tan Duong;1;2\nTân Phú;1;2\nPhòng Nội vụ;1;2\n"},
	{"a unit like one that has its own line, and one with two slips", "content/a.csv", "đơn vị;1.1;1.2\nxa-bb;1;2\nxa-b;1;2\nxa-aa;1;2\nxa-aaa;1;2\n"},
	{"a unit that stands twice", "content/a.csv", "đơn vị;1.1;1.2\nxa-a;1;2\nxa-b;1;2\nxa-a;3;4\n"},
	{"names that slipped", "content/a.csv", "đơn vị;tên;1.1;1.2\nxa-a;Xã B;1;2\nxa-b;Xã B;1;2\n"},
	{"cells that are no numbers", "content/a.csv", "đơn vị;1.1;1.2\nxa-a;9 điểm;1O\nxa-b;09-May;1.234\n"},
	{"numbers of a machine", "content/a.csv", "đơn vị;1.1;1.2\nxa-a;8.950000000000001;84583283000\nxa-b;#N/A;84%\n"},
	{"negative adjustments", "content/a.csv", "đơn vị;1.1;1.2;điểm thưởng;điểm trừ\nxa-a;1;2;-1;-2\n"},
	{"a rank in words", "content/a.csv", "đơn vị;1.1;1.2;hạng\nxa-a;1;2;thứ ba\n"},
	{"an official column with mixed decimals", "content/a.csv", "đơn vị;1.1;1.2;tổng\nxa-a;1;2;3,50\nxa-b;1;2;3,5\n"},
	{"personal data in a note", "content/a.csv", "đơn vị;1.1;1.2;ghi chú\nxa-a;1;2;gọi 0912 345 678\n"},
}

func findingsOf(path, text string) []diag.Finding {
	table, findings := Parse(path, []byte(text))
	_, more := table.Entries([]string{"1.1", "1.2"}, Options{
		Titles: map[string]string{"1.1": "Phát động phong trào", "1.2": "Báo cáo đúng, kịp thời"},
		Units:  []string{"xa-a", "xa-b", "ph", "td", "tp1", "tp2"},
		Names:  map[string]string{"xa-a": "Xã A", "xa-b": "Xã B", "ph": "Phường Phú Hựu", "td": "Xã Tân Dương", "tp1": "Xã Tân Phú", "tp2": "Thị trấn Tân Phú"},
	})
	return append(findings, more...)
}

func TestEveryFaultIsToldWithItsPlaceAndHowToMendIt(t *testing.T) {
	var got strings.Builder
	for _, c := range faulty {
		fmt.Fprintf(&got, "# %s\n", c.name)
		findings := findingsOf(c.path, c.text)
		if len(findings) == 0 {
			t.Errorf("%s: nothing is said", c.name)
		}
		got.WriteString(told(findings))
	}
	golden(t, "testdata/findings.txt", got.String())
}

// told is what the author is told, in both languages.
func told(findings []diag.Finding) string {
	var out strings.Builder
	for _, f := range findings {
		quote := f.Quote
		if len(quote) > 100 {
			quote = quote[:40] + " …"
		}
		fmt.Fprintf(&out, "%s: %s [%s]\n    | %s\n    → %s\n    en: %s\n", f.Place(), f.Message(diag.Vi), f.Code, quote, f.Hint(diag.Vi), f.Message(diag.En))
	}
	return out.String() + "\n"
}

// golden holds a text against a file.
func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (-update rewrites it); got\n%s", file, got)
	}
}

func TestEveryCodeOfTheCatalogueIsRaisedByAFaultySheet(t *testing.T) {
	source, err := os.ReadFile("../diag/catalogue_sheet.go")
	if err != nil {
		t.Fatal(err)
	}
	raised := map[string]bool{}
	for _, c := range faulty {
		for _, f := range findingsOf(c.path, c.text) {
			raised[f.Code] = true
		}
	}
	for _, m := range regexp.MustCompile(`(?m)^\t"([a-z0-9-]+)": \{$`).FindAllStringSubmatch(string(source), -1) {
		if raised[m[1]] == diag.Lookup(m[1]).Retired {
			t.Errorf("%q is shown by a sheet: %v; retired: %v", m[1], raised[m[1]], diag.Lookup(m[1]).Retired)
		}
	}
}
