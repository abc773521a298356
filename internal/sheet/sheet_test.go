package sheet

import (
	"encoding/binary"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"unicode/utf16"
	"unicode/utf8"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// entriesOf reads a sheet that must be without findings.
func entriesOf(t *testing.T, text string, criteria []string, opt Options) []campaign.Entry {
	t.Helper()
	table, findings := Parse("content/a.csv", []byte(text))
	entries, more := table.Entries(criteria, opt)
	for _, f := range append(findings, more...) {
		t.Errorf("%d:%d: %s", f.Pos.Line, f.Pos.Column, f.Message(diag.Vi))
	}
	return entries
}

func scored(value campaign.Decimal) campaign.Score {
	return campaign.Score{State: campaign.Scored, Value: value}
}

const whole = `đơn vị;tên;1.1;1.2;điểm thưởng;điểm trừ;ghi chú;tổng điểm;tỷ lệ;xếp hạng;xếp loại;thay đổi
xa-a;Xã A;1,75;-;0,5;;"Ghi; chú";84,58;84,58%;2;Tốt;-0,42
xa-b;;;N/A;-;2;;–;;;;

`

func TestASheetIsReadColumnByColumn(t *testing.T) {
	total, percent, change, rank, band := campaign.Decimal(84_580_000), campaign.Decimal(84_580_000), campaign.Decimal(-420_000), 2, "Tốt"
	want := []campaign.Entry{
		{
			Unit:   "xa-a",
			Scores: map[string]campaign.Score{"1.1": scored(1_750_000), "1.2": {State: campaign.NotApplicable}},
			Bonus:  500_000, Note: "Ghi; chú",
			Official: campaign.Official{Total: &total, Percent: &percent, Rank: &rank, Band: &band, Change: &change},
		},
		{
			Unit:    "xa-b",
			Scores:  map[string]campaign.Score{"1.1": {}, "1.2": {State: campaign.Withheld}},
			Penalty: 2 * campaign.One,
		},
	}
	got := entriesOf(t, whole, []string{"1.1", "1.2"}, Options{Names: map[string]string{"xa-a": "Xã A"}, Units: []string{"xa-a", "xa-b"}})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
}

// A sheet reads alike however it was saved.
func TestASheetReadsAlikeWithAnySeparatorMarkLineEndAndComposition(t *testing.T) {
	want := entriesOf(t, whole, []string{"1.1", "1.2"}, Options{})
	commas := strings.NewReplacer("1,75", `"1,75"`, "0,5", `"0,5"`, "84,58%", `"84,58%"`, ";84,58;", `;"84,58";`, "-0,42", `"-0,42"`, `"Ghi; chú"`, `Ghi§ chú`).Replace(whole)
	commas = strings.ReplaceAll(strings.ReplaceAll(commas, ";", ","), "§", ";")
	for name, text := range map[string]string{
		"commas":                  commas,
		"tabs":                    strings.ReplaceAll(strings.ReplaceAll(strings.ReplaceAll(whole, "Ghi; chú", "Ghi§ chú"), ";", "\t"), "§", ";"),
		"byte order mark":         "\ufeff" + whole,
		"CRLF":                    strings.ReplaceAll(whole, "\n", "\r\n"),
		"NFD":                     norm.NFD.String(whole),
		"UTF-16 little":           inUTF16(whole, binary.LittleEndian),
		"UTF-16 big":              inUTF16(whole, binary.BigEndian),
		"UTF-16 without a mark":   inUTF16(whole, binary.LittleEndian)[2:],
		"UTF-16 big, no mark":     inUTF16(whole, binary.BigEndian)[2:],
		"Windows-1258":            inWindows1258(whole),
		"a line that names it":    "sep=;\r\n" + whole,
		"headings without marks":  strings.NewReplacer("đơn vị", "Don Vi", "tên", "TEN", "điểm thưởng", "diem thuong", "xếp hạng", "Xep hang").Replace(whole),
		"headings in English":     strings.NewReplacer("đơn vị", "unit", "tên", "name", "điểm thưởng", "bonus", "điểm trừ", "penalty", "ghi chú", "note", "tổng điểm", "total", "tỷ lệ", "percent", "xếp hạng", "rank", "xếp loại", "band", "thay đổi", "change").Replace(whole),
		"empty cells behind all":  strings.ReplaceAll(whole, "\n", ";;;\n"),
		"blank lines and spaces":  strings.ReplaceAll(strings.ReplaceAll(whole, "\n", "\n\n"), ";1,75;", "; 1,75\u00a0;"),
		"everything in quotation": strings.ReplaceAll(whole, "xa-a", `"xa-a"`),
	} {
		if got := entriesOf(t, text, []string{"1.1", "1.2"}, Options{}); !reflect.DeepEqual(got, want) {
			t.Errorf("%s:\ngot  %+v\nwant %+v", name, got, want)
		}
	}
}

// inWindows1258 writes text as Excel does on an older Vietnamese machine: the tone behind its letter, the rest of the
// letter in one byte.
func inWindows1258(text string) string {
	var out []byte
	for _, r := range norm.NFD.String(text) {
		joined := norm.NFC.String(string(rune(0)) + string(r))[1:]
		b, ok := charmap.Windows1258.EncodeRune(r)
		if n := len(out); n > 0 && (r == '\u0302' || r == '\u0306' || r == '\u031b') {
			// the circumflex, breve and horn belong to the letter
			letter, _ := charmap.Windows1258.EncodeRune([]rune(norm.NFC.String(string(charmap.Windows1258.DecodeByte(out[n-1])) + joined))[0])
			if out[n-1] < 0x80 {
				out[n-1] = letter
				continue
			}
			base, _ := charmap.Windows1258.EncodeRune([]rune(norm.NFC.String(string(charmap.Windows1258.DecodeByte(out[n-2])) + joined))[0])
			out[n-2] = base
			continue
		}
		if !ok {
			b = '?'
		}
		out = append(out, b)
	}
	return string(out)
}

func inUTF16(text string, order binary.AppendByteOrder) string {
	out := order.AppendUint16(nil, 0xfeff)
	for _, unit := range utf16.Encode([]rune(text)) {
		out = order.AppendUint16(out, unit)
	}
	return string(out)
}

func TestEveryCellKnowsItsLineAndItsColumnInCharacters(t *testing.T) {
	table, _ := Parse("content/a.csv", []byte("đơn vị;ghi chú;1.1;1.2\r\nxa-a;\"Hai\r\ndòng; ố\";1;2\r\nxã-b;e\u0302\u0301;3;4\r\n"))
	for _, c := range []struct {
		unit, column string
		want         diag.Pos
	}{
		{"xa-a", "1.1", diag.Pos{Line: 3, Column: 10}},
		{"xa-a", "1.2", diag.Pos{Line: 3, Column: 12}},
		{"xã-b", "1.1", diag.Pos{Line: 4, Column: 10}},
		{"xã-b", "", diag.Pos{Line: 4, Column: 1}},
		{"xã-b", "9.9", diag.Pos{Line: 4, Column: 1}},
		{"xa-c", "1.2", diag.Pos{Line: 1, Column: 20}},
		{"xa-c", "9.9", diag.Pos{Line: 1, Column: 1}},
		{"xa-a", "note", diag.Pos{Line: 2, Column: 6}},
	} {
		if got := table.Where(c.unit, c.column); got != c.want {
			t.Errorf("%s, %s is at %v, want %v", c.unit, c.column, got, c.want)
		}
	}
	if got := table.Quote(3); got != `dòng; ố";1;2` {
		t.Errorf("line 3 is quoted as %q", got)
	}
}

func TestInlineCellsAreATableWithTheirOwnPlaces(t *testing.T) {
	at := func(unit, column string) diag.Pos {
		return diag.Pos{Line: 10 + len(unit), Column: 1 + len(column)}
	}
	table := Inline("content/a.md", map[string]map[string]Cell{
		"xa-b": {"1.1": {Text: "9,5"}, "điểm thưởng": {Text: "1"}}, "xa-a": {"1.1": {Text: "-"}},
	}, at)
	got, findings := table.Entries([]string{"1.1"}, Options{})
	want := []campaign.Entry{
		{Unit: "xa-a", Scores: map[string]campaign.Score{"1.1": {State: campaign.NotApplicable}}},
		{Unit: "xa-b", Scores: map[string]campaign.Score{"1.1": scored(9_500_000)}, Bonus: campaign.One},
	}
	if len(findings) > 0 || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, %v", got, findings)
	}
	if got := table.Where("xa-b", "1.1"); got != (diag.Pos{Line: 14, Column: 4}) {
		t.Errorf("the cell is at %v", got)
	}
}

func TestANumberInYAMLIsWhatItIsAndATextIsAsked(t *testing.T) {
	at := func(string, string) diag.Pos { return diag.Pos{Line: 1, Column: 1} }
	for _, c := range []struct {
		cell Cell
		code string
	}{
		{Cell{Text: "91.651", Number: true}, ""},
		{Cell{Text: "91.651"}, "number-ambiguous"},
		{Cell{Text: "91,651"}, ""},
	} {
		got, findings := Inline("content/a.md", map[string]map[string]Cell{"xa-a": {"1": c.cell}}, at).Entries([]string{"1"}, Options{})
		if c.code != "" && (len(findings) != 1 || findings[0].Code != c.code) {
			t.Errorf("%+v: %v, want %s", c.cell, findings, c.code)
		}
		if c.code == "" && (len(findings) > 0 || got[0].Scores["1"] != scored(91_651_000)) {
			t.Errorf("%+v: %+v, %v", c.cell, got, findings)
		}
	}
}

func TestACriterionMayBeCalledLikeAColumn(t *testing.T) {
	got := entriesOf(t, "đơn vị;hạng;tổng\nxa-a;1;2\n", []string{"hạng"}, Options{})
	if got[0].Scores["hạng"] != scored(campaign.One) || got[0].Official.Rank != nil || *got[0].Official.Total != 2*campaign.One {
		t.Errorf("got %+v", got)
	}
}

func TestAUnitWithASlipIsTakenForTheNearestSoThatOneFaultIsToldOnce(t *testing.T) {
	table, _ := Parse("content/a.csv", []byte("đơn vị;1\nxa-an-hip;1\n"))
	got, findings := table.Entries([]string{"1"}, Options{Units: []string{"xa-an-hiep", "xa-b"}, Names: map[string]string{"xa-an-hiep": "Xã An Hiệp"}})
	if len(findings) != 1 || findings[0].Code != "unknown-unit" || len(got) != 1 || got[0].Unit != "xa-an-hiep" {
		t.Errorf("got %+v, %v", got, findings)
	}
	// One of another block is not meant: its line would be told not to belong here.
	if got, findings = table.Entries([]string{"1"}, Options{Units: []string{"xa-an-hiep", "xa-b"}, Names: map[string]string{"xa-b": "Xã B"}}); len(findings) != 1 || len(got) > 0 {
		t.Errorf("of another block: %+v, %v", got, findings)
	}
}

func TestNamesAreComparedWithoutRegardToCaseSpacesAndThePlaceOfTheTone(t *testing.T) {
	for _, c := range []struct {
		a, b string
		same bool
	}{
		{"Xã Hòa Bình", "xã  hoà bình", true}, {"Xã Tân", "Xã Tấn", false}, {"Xã Đông", "Xã Dông", false}, {"Xã A", "Xã B", false}, {"Xã A", "Xã", false},
	} {
		if got := sameName(c.a, c.b); got != c.same {
			t.Errorf("%s and %s: %v", c.a, c.b, got)
		}
	}
}

func TestTheSheetsOfTheSamplePortalAreWithoutFindings(t *testing.T) {
	files, err := filepath.Glob("../../content/phong-trao/*/ket-qua/*.csv")
	if err != nil || len(files) < 3 {
		t.Fatalf("%d sheets: %v", len(files), err)
	}
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		table, findings := Parse(name, text)
		if len(findings) > 0 || len(table.Rows) == 0 {
			t.Errorf("%s: %d rows, %v", name, len(table.Rows), findings)
		}
	}
}

func TestOldEncodingsAreReadOnlyWhereTheyAreCertain(t *testing.T) {
	for text, want := range map[string]bool{
		"X\xe3 A":           false, // ã in Windows-1252, ă in 1258
		"Qu\xb6ng":          false, // TCVN3
		"\xa7\xacn v\xde":   false, // TCVN3: a tone behind a consonant
		"\xd1\xf4n v\xf2":   false, // VNI
		"\xf0\xf5n vi\xf2":  true,  // đơn vị
		"Xa\xde Ti\xea\xec": true,  // Xã Tiế
		"Xa A":              false,
	} {
		if got := isWindows1258([]byte(text)); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}

// FuzzEncoding: whatever the bytes, the text is UTF-8 or a finding says that it is not, and the separator is one of three.
func FuzzEncoding(f *testing.F) {
	for _, seed := range []string{whole, inUTF16(whole, binary.LittleEndian), inUTF16(whole, binary.BigEndian)[2:], inWindows1258(whole), "X\xe3", "sep=;\na;b", "\x00", ""} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		text, code, at := decode(data)
		if code == "" && !utf8.Valid(text) || at < 0 || at > len(text) {
			t.Errorf("%q, %s, %d", text, code, at)
		}
		if comma, _ := delimiter(text); !strings.ContainsRune(",;\t", comma) {
			t.Errorf("the separator is %q", comma)
		}
		entriesNever(data)
	})
}

// entriesNever reads a sheet in every way there is, to see that none panics.
func entriesNever(data []byte) {
	for _, loose := range []bool{false, true} {
		e := expected
		e.Loose = loose
		e.read("content/a.csv", data)
	}
}
