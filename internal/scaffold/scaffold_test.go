package scaffold_test

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"bangvang/internal/build"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/scaffold"
	"bangvang/internal/viet"
	"bangvang/templates"
)

var (
	today = campaign.Day("2026-05-02")
	moon  = time.Date(2026, 5, 2, 8, 0, 0, 0, time.FixedZone("+07", 7*3600))
	plain = scaffold.Site{Title: "Bảng vàng: thi đua", Organization: `UBND xã "Minh Hoạ"`, BaseURL: "https://thidua.example.vn/", Today: today}
)

// memo saves the reading of the theme.
var memo build.Memo

// finds builds a site, with or without its drafts, and returns what is wrong in it.
func finds(t fataler, files []scaffold.File, drafts bool) []diag.Finding {
	t.Helper()
	tree := fstest.MapFS{}
	for _, f := range files {
		if tree[f.Path] != nil {
			t.Fatalf("%s is made twice", f.Path)
		}
		tree[f.Path] = &fstest.MapFile{Data: f.Data}
	}
	r, err := build.Build(tree, build.Options{Now: moon, Drafts: drafts, Theme: templates.FS}, &memo, build.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return r.Findings
}

func isSound(t testing.TB, files []scaffold.File) {
	t.Helper()
	for _, drafts := range []bool{false, true} {
		for _, f := range finds(t, files, drafts) {
			if f.Code != "unused-unit" {
				t.Errorf("drafts %v: %s:%d: %s [%s]\n%s", drafts, f.File, f.Pos.Line, f.Message(diag.En), f.Code, f.Quote)
			}
		}
	}
}

func TestANewSiteHasNothingToFind(t *testing.T) {
	for _, example := range []bool{false, true} {
		s := plain
		s.Example = example
		isSound(t, s.Files())
	}
}

// names are what people type: marks, colons, quotation marks, commas, words that mean something to YAML.
var names = rapid.OneOf(
	rapid.SampledFrom([]string{"Trồng cây", "true", "Ủy ban nhân dân xã, thị trấn", "“Xanh” và \"Sạch\"", "- Đợt 1: # 2", "1.1", "@a {b} [c]", "nguyễn\\văn", "*đ* _x_"}),
	rapid.StringMatching(`[A-Za-zĐđàếộ][A-Za-z0-9đàếộ :#"',{}\[\]&*!|>%@\\-]{0,20}[a-z]`),
)

// Whatever the names, every combination of new documents is sound in the site that init makes, as drafts and beside others.
func TestEveryNewDocumentIsSoundWhateverTheNames(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		named := func(what string) string {
			return names.Filter(func(s string) bool { return viet.Slug(s) != "" }).Draw(t, what)
		}
		c := scaffold.Campaign{
			Name: named("campaign"), From: "2026-03-01", To: "2026-08-31", Issuer: plain.Organization, Signed: "2026-02-20", Block: named("block"),
			Illustrative: rapid.Bool().Draw(t, "illustrative"),
		}
		for i := range rapid.IntRange(0, 3).Draw(t, "units") {
			c.Units = append(c.Units, scaffold.NewUnit(fmt.Sprintf("%s %d", named("unit"), i), "", func(string) bool { return false }))
		}
		c.Own = c.Units
		if rapid.Bool().Draw(t, "criteria") {
			c.Criteria = []scaffold.Criterion{{ID: "1", Name: named("group"), Items: []scaffold.Criterion{{ID: "1.1", Name: named("leaf"), Max: "7.5"}}}, {ID: "2", Name: "B", Max: "3"}}
		}
		folder := scaffold.Folder + c.ID() + "/"
		files := append(plain.Files(), c.Files()...)
		columns := []string{"1.1", "2"}
		if c.Criteria == nil {
			columns = []string{"1.1", "1.2", "2"}
		}
		r := scaffold.Results{
			Folder: folder, Campaign: c.Name, Block: c.BlockID(), BlockName: c.Block, Round: named("round"), Author: plain.Organization,
			Today: today, Units: c.Units, Columns: columns,
		}
		decided := rapid.Bool().Draw(t, "decided")
		files = append(files, r.Files()...)
		files = append(files,
			scaffold.Awards{Folder: folder, Campaign: c.Name, Decided: decided, Author: plain.Organization, Today: today}.File(),
			scaffold.Article{Title: "Tin " + named("article"), Folder: folder + "tin/", Author: plain.Organization, Today: today, Category: "Kết quả"}.File(),
			scaffold.Article{Title: "Mới " + named("news"), Folder: "content/tin-tuc/2026/", Author: plain.Organization, Today: today}.File(),
			scaffold.Page{Title: "Trang " + named("page"), Folder: "content/huong-dan/"}.File(),
			scaffold.Page{Title: "Mục " + named("section"), Folder: "content/huong-dan/", Section: true}.File(),
		)
		for _, drafts := range []bool{false, true} {
			for _, f := range finds(t, files, drafts) {
				t.Fatalf("drafts %v: %s:%d: %s [%s]\n%s", drafts, f.File, f.Pos.Line, f.Message(diag.En), f.Code, f.Quote)
			}
		}
	})
}

// A document that nobody has filled in can't be published by taking its draft line away.
func TestWhatIsLeftToFillKeepsADocumentFromBeingPublished(t *testing.T) {
	for _, f := range append(plain.Files(), scaffold.Article{Title: "Tin", Folder: "content/tin-tuc/2026/", Author: "A", Today: today}.File()) {
		if !strings.Contains(string(f.Data), "‹điền") || !strings.HasSuffix(f.Path, ".md") || !strings.HasPrefix(f.Path, "content/") {
			continue
		}
		_, found := document.Parse(f.Path, []byte(strings.Replace(string(f.Data), "draft: true\n", "", 1)))
		if len(found) == 0 || found[0].Code != "left-to-fill" {
			t.Errorf("%s without its draft line: %v", f.Path, found)
		}
	}
}

func TestNamesOfFilesAreShortAndWindowsTakesThem(t *testing.T) {
	for text, want := range map[string]string{
		"Trồng cây": "trong-cay", "CON": "con-1", "Con đường": "con-duong", "…": "",
		strings.Repeat("thi đua ", 20): strings.TrimSuffix(strings.Repeat("thi-dua-", 8), "-"),
		strings.Repeat("a", 100):       strings.Repeat("a", 64),
	} {
		if got := scaffold.Name(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}

func TestCriteriaAreReadAsPeopleListThem(t *testing.T) {
	for _, c := range []struct{ lines, want, bad string }{
		{"Quét dọn; 40\nTrồng cây\t9,5", "1 Quét dọn 40, 2 Trồng cây 9.5", ""},
		{"Đường làng\nQuét; 40 điểm\nTrồng; 30\nNgười dân;\nHộ; 20", "1 Đường làng (1.1 Quét 40, 1.2 Trồng 30), 2 Người dân (2.1 Hộ 20)", ""},
		{"Vệ sinh; môi trường; 5", "1 Vệ sinh; môi trường 5", ""},
		{"", "", ""},
		{"Quét; nhiều", "", "Quét; nhiều"},
		{"Quét; -5", "", "Quét; -5"},
		{"; 5", "", "; 5"},
		{"Đường làng", "", "Đường làng"},
	} {
		lines := strings.Split(c.lines, "\n")
		if c.lines == "" {
			lines = nil
		}
		list, bad := scaffold.ParseCriteria(lines)
		if got := told(list); got != c.want || bad != c.bad {
			t.Errorf("%q is %q, bad %q; want %q, bad %q", c.lines, got, bad, c.want, c.bad)
		}
	}
}

func told(list []scaffold.Criterion) string {
	var out []string
	for _, c := range list {
		if c.Items != nil {
			out = append(out, c.ID+" "+c.Name+" ("+told(c.Items)+")")
		} else {
			out = append(out, c.ID+" "+c.Name+" "+c.Max)
		}
	}
	return strings.Join(out, ", ")
}

func TestUnitsAreAddedToARegistryAndNothingElseChanges(t *testing.T) {
	fresh := []scaffold.Unit{{"xa-a", "Xã A", "xa"}, {"xa-b", "Xã B, huyện C", ""}}
	const a, b = "  - {id: xa-a, name: Xã A, kind: xa}\n", "  - {id: xa-b, name: \"Xã B, huyện C\"}\n"
	head := "---\ntype: units\ntitle: Đơn vị\n"
	for _, c := range []struct{ what, before, after string }{
		{"an empty list", head + "units: []\n# ghi chú\n---\n\nLời dẫn.\n", head + "units:\n" + a + b + "# ghi chú\n---\n\nLời dẫn.\n"},
		{"one a line", head + "units:\n  - {id: x, name: X}\n---\n", head + "units:\n  - {id: x, name: X}\n" + a + b + "---\n"},
		{"without indent", head + "units:\n- {id: x, name: X}\n---\n", head + "units:\n- {id: x, name: X}\n" + strings.ReplaceAll(a+b, "  - ", "- ") + "---\n"},
		{"keys below each other", head + "units:\n  - id: x\n    name: X\nsummary: S\n---\n", head + "units:\n  - id: x\n    name: X\n" + a + b + "summary: S\n---\n"},
		{"lines of Windows", strings.ReplaceAll(head+"units:\n  - {id: x, name: X}\n---\n", "\n", "\r\n"), strings.ReplaceAll(head+"units:\n  - {id: x, name: X}\n"+a+b+"---\n", "\n", "\r\n")},
		{"a list in brackets", head + "units: [{id: x, name: X}]\n---\n", ""},
		{"a unit that stands there", head + "units:\n  - {id: xa-a, name: X\n---\n", ""},
		{"no registry", "---\ntitle: A\n---\n", ""},
	} {
		got, ok := scaffold.AddUnits([]byte(c.before), fresh)
		if ok != (c.after != "") || ok && string(got) != c.after {
			t.Errorf("%s: %v\n%s\nwant\n%s", c.what, ok, got, c.after)
		}
	}
}

// fataler is what tests and properties have in common.
type fataler interface {
	Helper()
	Fatal(args ...any)
	Fatalf(format string, args ...any)
}

// Names of blocks often begin with “Khối” themselves: the summary does not say it twice.
func TestASummaryOfResultsNamesTheBlockAsItIsCalled(t *testing.T) {
	text := string(scaffold.Results{Campaign: "A", Block: "k", BlockName: "Khối xã", Round: "2026", Today: "2026-05-01"}.Files()[0].Data)
	if want := `summary: "Kết quả xếp hạng: Khối xã."`; !strings.Contains(text, want) {
		t.Errorf("no %s in\n%s", want, text)
	}
}
