package form_test

import (
	"bytes"
	"fmt"
	"os"
	"reflect"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/form"
	"bangvang/internal/viet"
)

// sample reads a document of the sample portal.
func sample(t *testing.T, name string) ([]byte, *document.Document) {
	t.Helper()
	data, err := os.ReadFile("../../content/" + name)
	if err != nil {
		t.Fatal(err)
	}
	doc, _ := document.Parse("content/"+name, data)
	return data, doc
}

func values(standing []form.Standing) []map[string]string {
	var out []map[string]string
	for _, s := range standing {
		out = append(out, s.Values)
	}
	return out
}

// A form of what there is, brought back as it is, changes nothing, to the byte.
func TestAFormBroughtBackAsItIsChangesNothing(t *testing.T) {
	registry, units := sample(t, "don-vi.md")
	decision, awards := sample(t, "phong-trao/minh-hoa-2026/khen-thuong.md")
	for _, c := range []struct {
		list     form.List
		data     []byte
		standing []form.Standing
		choices  form.Choices
	}{
		{form.Units, registry, form.StandingUnits(units), nil},
		{form.Awards, decision, form.StandingAwards(awards), form.Choices{"prizes": {{"nhat-xa", "Giải nhất"}}, "units": {{"mh-xa-a", "Xã Minh hoạ A"}}}},
	} {
		made, err := c.list.Workbook("UBND", values(c.standing), c.choices)
		if err != nil {
			t.Fatal(err)
		}
		entries, findings := c.list.Read("a.xlsx", made, c.choices)
		if len(findings) > 0 || len(entries) != len(c.standing) {
			t.Errorf("%s: %d entries, %v", c.list.Key, len(entries), findings)
		}
		out, _, ok := c.list.Splice(c.data, c.standing, entries)
		if !ok || !bytes.Equal(out, c.data) {
			t.Errorf("%s: the file has become\n%s", c.list.Key, out)
		}
	}
}

const registry = "\ufeff---\r\ntype: units\r\n# Sổ\r\nunits:\r\n  # Các xã\r\n  - {id: xa-a, name: Xã A} # cũ\r\n  - {id: xa-b, name: \"Xã B\"}\r\n  # Các sở\r\n\r\n  - id: so-c\r\n    name: Sở C\r\n  # hết\r\ntitle: Đơn vị\r\n---\r\nVăn bản.\r\n"

func TestWhatChangesIsWrittenAnewAndTheRestStays(t *testing.T) {
	doc, _ := document.Parse("content/don-vi.md", []byte(registry))
	csv := "mã;tên;đến ngày;trở thành\nxa-b;Xã B;01/7/2025;xa-d, xa-e\nso-c;Sở C\nxa-a;Xã A\nxa-d;Xã: D"
	entries, findings := form.Units.Read("a.csv", []byte(csv), nil)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	got, places, ok := form.Units.Splice([]byte(registry), form.StandingUnits(doc), entries)
	want := "\ufeff---\r\ntype: units\r\n# Sổ\r\nunits:\r\n  - {id: xa-b, name: Xã B, to: 2025-07-01, became: [xa-d, xa-e]}\r\n  # Các sở\r\n\r\n  - id: so-c\r\n    name: Sở C\r\n  # Các xã\r\n  - {id: xa-a, name: Xã A} # cũ\r\n  - {id: xa-d, name: \"Xã: D\"}\r\n  # hết\r\ntitle: Đơn vị\r\n---\r\nVăn bản.\r\n"
	if !ok || string(got) != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if at := places[12]; at.Line != 5 {
		t.Errorf("line 12 comes from %v", at)
	}
}

func TestAwardsNameTheirPrizesAndUnitsAsPeopleDo(t *testing.T) {
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range [][]any{
		{"Danh sách đề nghị"}, {"TT", "Giải", "Đơn vị", "Họ tên", "Chức vụ", "Nơi công tác", "Hình thức khen thưởng", "Thành tích", "Tiền thưởng"},
		{1, "giải nhất", "xã minh hoạ A", nil, nil, nil, nil, "Dẫn đầu: 98 điểm", "1.560.000"},
		{2, nil, nil, "Nguyễn Văn Mẫu", "Công chức", "xa-b – Xã Minh hoạ B", "gk", "Tốt"},
		{3, "Giải lạ", "xa-z"},
	} {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	var data bytes.Buffer
	if err := f.Write(&data); err != nil {
		t.Fatal(err)
	}
	entries, findings := form.Awards.Read("a.xlsx", data.Bytes(), form.Choices{
		"prizes": {{"nhat", "Giải nhất"}}, "units": {{"xa-a", "Xã Minh hoạ A"}, {"xa-b", "Xã Minh hoạ B"}}, "commendations": {{"gk", "Giấy khen"}},
	})
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	var got []string
	for _, e := range entries {
		got = append(got, strings.Join(e.Lines, "\n"))
	}
	want := "prize: nhat\nunit: xa-a\nmerit: \"Dẫn đầu: 98 điểm\"\nmoney: 1560000\n--\ncommendation: gk\nperson: {name: Nguyễn Văn Mẫu, position: Công chức, unit: xa-b}\nmerit: Tốt\n--\nprize: Giải lạ\nunit: xa-z"
	if strings.Join(got, "\n--\n") != want {
		t.Errorf("got\n%s", strings.Join(got, "\n--\n"))
	}
	if at := entries[1].At(1); at != (diag.Pos{Sheet: "Sheet1", Line: 4, Column: 4}) {
		t.Errorf("the person stands at %v", at)
	}
}

func TestAListThatCannotBeUnderstoodIsAFinding(t *testing.T) {
	for text, code := range map[string]string{
		"mã;tên;lạ\nxa-a;Xã A;1": "list-column-unknown",
		"a;b\n1;2":               "list-no-heading",
		"":                       "sheet-empty",
	} {
		if _, findings := form.Units.Read("a.csv", []byte(text), nil); len(findings) != 1 || findings[0].Code != code {
			t.Errorf("%q: %v", text, findings)
		}
	}
}

// Whatever the list and what is brought back, the rest of the file stays, and the header reads as what was brought.
func TestSplicingLeavesTheRestOfTheFileAlone(t *testing.T) {
	word := rapid.StringMatching(`[a-zăâđêôơưáạềỹ0-9:#,{}\[\]"' -]{1,12}`)
	rapid.Check(t, func(t *rapid.T) {
		eol := rapid.SampledFrom([]string{"\n", "\r\n"}).Draw(t, "eol")
		above, below := "---"+eol+"type: units"+eol+"title: Sổ"+eol, "tags: [a]"+eol+"---"+eol+"Văn bản."+eol
		text := above + "units:" + eol
		count := rapid.IntRange(0, 4).Draw(t, "standing")
		for i := range count {
			text += rapid.SampledFrom([]string{"", "  # chú thích" + eol, eol}).Draw(t, "aside") + fmt.Sprintf("  - {id: xa-%d, name: Xã %d}%s", i, i, eol)
		}
		text += below
		doc, _ := document.Parse("content/don-vi.md", []byte(text))
		csv, want := "mã;tên\n", []document.Unit{}
		for i := range rapid.IntRange(1, 5).Draw(t, "brought") {
			name := strings.Join(strings.Fields(viet.NFC(word.Draw(t, "name"))), " ")
			if name == "" {
				name = "Xã"
			}
			want = append(want, document.Unit{ID: fmt.Sprintf("xa-%d", i), Name: name})
			csv += fmt.Sprintf("xa-%d;\"%s\"\n", i, strings.ReplaceAll(name, `"`, `""`))
		}
		entries, findings := form.Units.Read("a.csv", []byte(csv), nil)
		if len(findings) > 0 {
			t.Fatal(findings[0].Message(diag.En), csv)
		}
		out, _, ok := form.Units.Splice([]byte(text), form.StandingUnits(doc), entries)
		if !ok || !bytes.HasPrefix(out, []byte(above)) || !bytes.HasSuffix(out, []byte(below)) {
			t.Fatalf("the rest has changed:\n%s", out)
		}
		after, found := document.Parse("content/don-vi.md", out)
		for _, f := range found {
			t.Errorf("%s: %s\n%s", f.Place(), f.Message(diag.En), out)
		}
		if after.Units != nil && !reflect.DeepEqual(after.Units.Units, want) {
			t.Errorf("got %+v, want %+v\n%s", after.Units.Units, want, out)
		}
	})
}

// FuzzList: whatever the table, its entries make a header that can be read.
func FuzzList(f *testing.F) {
	f.Add([]byte("mã;tên;trở thành\nxa-a;Xã A;b, c"), []byte(registry))
	f.Add([]byte("giải thưởng;đơn vị;họ tên\nnhat;xa-a;\"A\tB\""), []byte("---\nunits:\n- id: a\n  name: b\n---\n"))
	f.Fuzz(func(t *testing.T, table, file []byte) {
		for _, l := range []form.List{form.Units, form.Awards} {
			entries, _ := l.Read("a.csv", table, nil)
			doc, _ := document.Parse("content/don-vi.md", file)
			var standing []form.Standing
			if doc.Units != nil {
				standing = form.StandingUnits(doc)
			}
			l.Splice(file, standing, entries)
		}
	})
}
