package document

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"

	"golang.org/x/text/unicode/norm"
)

// sound parses a file that must be without findings.
func sound(t *testing.T, path, text string) *Document {
	t.Helper()
	doc, findings := Parse(path, []byte(text))
	for _, f := range findings {
		t.Errorf("%s:%d:%d: %s", path, f.Pos.Line, f.Pos.Column, f.Message(diag.Vi))
	}
	return doc
}

func TestThePlaceDecidesTheTypeOfAFileThatNamesNone(t *testing.T) {
	for path, want := range map[string]Type{
		"content/gioi-thieu.md":              TypePage,
		"content/tin-tuc/2021/a.md":          TypeArticle,
		"content/phong-trao/x/tin/a.md":      TypeArticle,
		"content/phong-trao/x/ke-hoach.md":   TypePage,
		"content/tin-tuc/_index.md":          TypeSection,
		"content/phong-trao/x/tin/_index.md": TypeSection,
		"content/tintuc/a.md":                TypePage,
	} {
		if got := TypeOf(path); got != want {
			t.Errorf("%s is %q, want %q", path, got, want)
		}
	}
	if doc := sound(t, "content/tin-tuc/_index.md", "---\ntype: plan\ntitle: A\n---\n"); doc.Type != TypeSection || doc.Plan != nil {
		t.Errorf("_index.md is %q: always a section, whatever its header says", doc.Type)
	}
}

// A sound file reads alike however its author's editor wrote it.
func TestAFileReadsAlikeWithAnyMarkLineEndAndComposition(t *testing.T) {
	text := "---\ntitle: Kế hoạch phát động\nsummary: |\n  Dòng một\n  ---\n  dòng hai\ntags: [thi đua]\n---\n\n## Nội dung chính\n\nChữ [liên kết](/đường/) tiếp.\n"
	halfComposed := strings.NewReplacer("ế", "e\u0302\u0301", "ộ", "ô\u0323", "ạ", "a\u0323").Replace(text)
	want := sound(t, "content/a.md", text)
	if want.Header.Summary != "Dòng một\n---\ndòng hai" {
		t.Errorf("an indented --- inside block text ended the header: %q", want.Header.Summary)
	}
	for name, other := range map[string]string{
		"byte order mark": "\ufeff" + text,
		"CRLF":            strings.ReplaceAll(text, "\n", "\r\n"),
		"CR":              strings.ReplaceAll(text, "\n", "\r"),
		"NFD":             norm.NFD.String(text),
		"half-composed":   halfComposed,
		"all at once":     "\ufeff" + strings.ReplaceAll(norm.NFD.String(text), "\n", "\r\n"),
		"blank lines":     strings.Replace(text, "---\n", "\n\n---  \n", 1),
	} {
		got := sound(t, "content/a.md", other)
		if !reflect.DeepEqual(got.Header, want.Header) || got.Body.Text() != want.Body.Text() || !reflect.DeepEqual(got.Body.Pieces, want.Body.Pieces) {
			t.Errorf("%s: header or body differ:\n%+v\n%+v", name, got, want)
		}
	}
}

func TestPositionsCountTheCharactersOfTheFileAsItIs(t *testing.T) {
	text := "---\ntitle: Kế hoạch\nimage: {alt: Đại hội, src: \"ế.png\"}\n---\n\nệ ệ [a](b) và [c](d)\n"
	for name, c := range map[string]struct {
		text       string
		src, first diag.Pos
	}{
		"composed":   {text, diag.Pos{Line: 3, Column: 28}, diag.Pos{Line: 6, Column: 5}},
		"decomposed": {norm.NFD.String(text), diag.Pos{Line: 3, Column: 31}, diag.Pos{Line: 6, Column: 9}},
		"CRLF":       {strings.ReplaceAll(text, "\n", "\r\n"), diag.Pos{Line: 3, Column: 28}, diag.Pos{Line: 6, Column: 5}},
	} {
		doc := sound(t, "content/a.md", c.text)
		if got := doc.Where("image", "src"); got != c.src {
			t.Errorf("%s: image.src is at %v, want %v", name, got, c.src)
		}
		if got := doc.Body.Slots[0].Pos; got != c.first {
			t.Errorf("%s: the first link is at %v, want %v", name, got, c.first)
		}
	}
}

func TestWhereFindsAKeyOrTheNearestOneAboveIt(t *testing.T) {
	doc := sound(t, "content/phong-trao/x/khen-thuong.md", `---
type: awards
title: Khen thưởng
stage: proposed
awards:
  - {prize: nhat, unit: xa-a}
  - prize: nhi
    unit: xa-b
---
`)
	for _, c := range []struct {
		key  []any
		want diag.Pos
	}{
		{[]any{"stage"}, diag.Pos{Line: 4, Column: 8}},
		{[]any{"awards", 0, "unit"}, diag.Pos{Line: 6, Column: 25}},
		{[]any{"awards", 1, "unit"}, diag.Pos{Line: 8, Column: 11}},
		{[]any{"awards", 1, "person", "name"}, diag.Pos{Line: 7, Column: 5}},
		{[]any{"awards", 7}, diag.Pos{Line: 6, Column: 3}},
		{[]any{"document", "date"}, diag.Pos{Line: 1, Column: 1}},
		{nil, diag.Pos{Line: 1, Column: 1}},
	} {
		if got := doc.Where(c.key...); got != c.want {
			t.Errorf("%v is at %v, want %v", c.key, got, c.want)
		}
	}
	if f := doc.Finding("image-alt", nil, "awards", 1, "unit"); f.Quote != "    unit: xa-b" || f.File != doc.Path {
		t.Errorf("the finding quotes %q of %s", f.Quote, f.File)
	}
	broken, _ := Parse("content/a.md", []byte("---\ntitle: \"A\n---\n"))
	if broken.Readable || !doc.Readable {
		t.Error("a header with an open quotation mark can't be read, a sound one can")
	}
	if got := broken.Where("title"); got != (diag.Pos{Line: 1, Column: 1}) {
		t.Errorf("in a header that can't be read a key is at %v", got)
	}
}

func TestInlineScoresKeepTheirTextAndTheirPlaces(t *testing.T) {
	doc := sound(t, "content/phong-trao/x/ket-qua/2021-xa.md", `---
type: results
title: Kết quả
block: xa
round: 2021
scores:
  xa-a: {"1.1": 1.750, 1.2: 010, bonus: -}
  xa-b: {"1.1": "9,5", 1.2: N/A}
---
`)
	want := map[string]map[string]InlineCell{
		"xa-a": {"1.1": {"1.750", true}, "1.2": {"010", true}, "bonus": {Text: "-"}},
		"xa-b": {"1.1": {Text: "9,5"}, "1.2": {Text: "N/A"}},
	}
	if got := doc.Results.Scores.Inline; !reflect.DeepEqual(got, want) {
		t.Errorf("cells are %v, want %v", got, want)
	}
	if doc.Results.Round != "2021" {
		t.Errorf("round is %q: a number that stands for text is text", doc.Results.Round)
	}
	if got := doc.Where("scores", "xa-b", "1.1"); got != (diag.Pos{Line: 8, Column: 17}) {
		t.Errorf("a cell is at %v", got)
	}
}

func TestNumbersInTheHeaderAreReadExactlyAsTyped(t *testing.T) {
	for text, want := range map[string]campaign.Decimal{
		"9.5": 9_500_000, "9,5": 9_500_000, `"9,5"`: 9_500_000, "010": 10 * campaign.One, "1.234": 1_234_000, "0.000001": 1, "100": 100 * campaign.One,
	} {
		doc := sound(t, "content/phong-trao/x/tieu-chi.md", fmt.Sprintf("---\ntype: criteria\ntitle: A\nblocks: [xa]\nscoring: {basis: points}\ncriteria: [{id: 1, name: B, max: %s}]\n---\n", quoted(text)))
		if got := *doc.Criteria.Criteria[0].Max; got != want {
			t.Errorf("%s is read as %v, want %v", text, got, want)
		}
	}
}

// quoted protects a comma inside a list in braces.
func quoted(text string) string {
	if strings.Contains(text, ",") && !strings.HasPrefix(text, `"`) {
		return "'" + text + "'"
	}
	return text
}

func TestADateIsALocalDayOrATimeWithItsZone(t *testing.T) {
	for text, want := range map[string]struct{ day, time string }{
		"2021-05-05":                  {"2021-05-05", "0001-01-01T00:00:00Z"},
		"2021-05-05T23:30:00+07:00":   {"2021-05-05", "2021-05-05T23:30:00+07:00"},
		"2021-05-05 08:00 +07:00":     {"2021-05-05", "2021-05-05T08:00:00+07:00"},
		"2021-05-05T08:00+07:00":      {"2021-05-05", "2021-05-05T08:00:00+07:00"},
		"2021-05-05T01:00:00Z":        {"2021-05-05", "2021-05-05T01:00:00Z"},
		`"2024-02-29"`:                {"2024-02-29", "0001-01-01T00:00:00Z"},
		"2021-05-05T23:30:00+07:00 #": {"2021-05-05", "2021-05-05T23:30:00+07:00"},
	} {
		doc := sound(t, "content/tin-tuc/a.md", "---\ntitle: A\ndate: "+text+"\n---\n")
		m := doc.Header.Date
		if string(m.Day) != want.day || m.Time.Format("2006-01-02T15:04:05Z07:00") != want.time {
			t.Errorf("%s is read as %s, %v", text, m.Day, m.Time)
		}
	}
}

func TestARegistryOfTenThousandUnitsIsRead(t *testing.T) {
	var b strings.Builder
	b.WriteString("---\ntype: units\ntitle: Đơn vị\nunits:\n")
	for i := range 10_000 {
		fmt.Fprintf(&b, "  - {id: xa-%d, name: \"Xã Minh hoạ %d\", kind: xa, from: 2020-01-01, to: 2025-07-01, became: [xa-%d], act: 1/NQ-HĐND, # %s\n    }\n", i, i, i, strings.Repeat("x", 80))
	}
	b.WriteString("---\n")
	if b.Len() < 2_000_000 {
		t.Fatalf("the header has %d bytes only", b.Len())
	}
	doc := sound(t, "content/don-vi.md", b.String())
	if n := len(doc.Units.Units); n != 10_000 || doc.Units.Units[9_999].Became[0] != "xa-9999" {
		t.Errorf("%d units", n)
	}
}

func TestEveryTypeListsItsKeysAndWhichAreRequired(t *testing.T) {
	required := func(keys []Key) (out []string) {
		for _, k := range keys {
			if k.Required {
				out = append(out, k.Name)
			}
		}
		return out
	}
	for typ, want := range map[Type]string{
		TypePage:     "title",
		TypePlan:     "title period blocks",
		TypeCriteria: "title blocks scoring criteria",
		TypeResults:  "title block round scores",
		TypeAwards:   "title stage awards",
		TypeUnits:    "title units",
	} {
		if got := strings.Join(required(Keys(typ)), " "); got != want {
			t.Errorf("%s requires %q, want %q", typ, got, want)
		}
	}
	var criteria Key
	for _, k := range Keys(TypeCriteria) {
		if k.Name == "criteria" {
			criteria = k
		}
	}
	if criteria.Kind() != KindList || !has(criteria.Keys(), "items") {
		t.Errorf("criteria is a %s with the keys %v", criteria.Kind(), names(criteria.Keys()))
	}
}

func TestTheSamplePortalIsWithoutFindings(t *testing.T) {
	files, err := filepath.Glob("../../content/*.md")
	more, _ := filepath.Glob("../../content/*/*/*.md")
	deeper, _ := filepath.Glob("../../content/*/*/*/*.md")
	if files = append(append(files, more...), deeper...); err != nil || len(files) < 10 {
		t.Fatalf("%d files of the sample portal: %v", len(files), err)
	}
	for _, name := range files {
		if filepath.Base(name) == "README.md" {
			continue
		}
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, filepath.ToSlash(strings.TrimPrefix(name, "../../")), string(text))
	}
}

func TestARemarkWithASpaceBehindItsSignCutsNothing(t *testing.T) {
	doc := sound(t, "content/phong-trao/x/ket-qua/2021-xa.md", `---
type: results
title: Kết quả   # tên của trang
block: xa
round: "2021"
scores: 2021-xa.csv            # or inline
---
`)
	if doc.Header.Title != "Kết quả" || doc.Results.Scores.File != "2021-xa.csv" {
		t.Errorf("title %q, scores %q", doc.Header.Title, doc.Results.Scores.File)
	}
}

func TestADraftMayLeaveSomethingToFill(t *testing.T) {
	if _, found := Parse("content/a.md", []byte("---\ntitle: Tin về ‹điền tên›\ndraft: true\n---\n\n‹điền nội dung›\n")); len(found) > 0 {
		t.Errorf("a draft has the findings %v", found)
	}
}
