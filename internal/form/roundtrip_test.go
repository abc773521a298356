package form_test

import (
	"bytes"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"

	"bangvang/internal/build"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/form"
	"bangvang/internal/sheet"
	"bangvang/internal/site"
	"bangvang/templates"
)

// What is filled into a form comes back from it, and from the CSV file that it is imported into, the same: for every
// criteria file and block of the sample and of the tests.
func TestAFilledFormGivesBackTheSameTable(t *testing.T) {
	folders, err := filepath.Glob("../build/testdata/*/in")
	if err != nil {
		t.Fatal(err)
	}
	tried := map[string]bool{} // by the file's text: many tests have the same
	for _, folder := range append(folders, "../..") {
		result, err := build.Build(os.DirFS(folder), build.Options{Now: time.Date(2026, 5, 2, 8, 0, 0, 0, time.UTC), Drafts: true, Theme: templates.FS}, nil, build.Discard)
		if err != nil {
			t.Fatal(err)
		}
		if result.Site == nil {
			continue
		}
		for _, c := range result.Site.Campaigns {
			for _, k := range c.Criteria {
				text, err := os.ReadFile(filepath.Join(folder, k.Page.Doc.Path))
				if err != nil {
					t.Fatal(err)
				}
				for _, block := range k.Blocks {
					if b := c.Block(block); b != nil && len(b.Units) > 0 && sound(k.Rules) && !tried[string(text)] {
						tried[string(text)] = block == k.Blocks[len(k.Blocks)-1]
						t.Run(strings.TrimPrefix(folder, "../build/testdata/")+" "+k.Page.Doc.Path+" "+block, func(t *testing.T) { comesBack(t, k, b) })
					}
				}
			}
		}
	}
	if len(tried) < 10 {
		t.Errorf("only %d criteria files were tried", len(tried))
	}
}

// sound reports whether each criterion has an id of its own.
func sound(rules *campaign.Rules) bool {
	seen := map[string]bool{}
	for _, id := range leaves(rules.Criteria) {
		if seen[id] {
			return false
		}
		seen[id] = true
	}
	return len(seen) > 0
}

func leaves(tree []campaign.Criterion) []string {
	var out []string
	for _, c := range tree {
		if len(c.Items) == 0 {
			out = append(out, c.ID)
		}
		out = append(out, leaves(c.Items)...)
	}
	return out
}

func comesBack(t *testing.T, k *site.Criteria, b *site.Block) {
	data, err := form.Scores{Title: k.Page.Doc.Header.Title, Block: b.Name, Author: "UBND", Rules: k.Rules, Units: b.Units}.Workbook()
	if err != nil {
		t.Fatal(err)
	}
	expected, ids := site.Expect(k.Rules, b), leaves(k.Rules.Criteria)
	rapid.Check(t, func(t *rapid.T) {
		want := filled(t, b, ids)
		table, findings := expected.Parse("a.xlsx", fill(t, data, want, ids))
		got, more := table.Entries(ids, sheet.Options{Names: expected.Units})
		equal(t, "the form", got, want, append(findings, more...))

		csv := table.Write(got, expected, sheet.Usual)
		again, findings := expected.Parse("a.csv", csv)
		got, more = again.Entries(ids, sheet.Options{Names: expected.Units})
		equal(t, "the CSV file", got, want, append(findings, more...))
	})
}

// filled draws what a council may have decided.
func filled(t *rapid.T, b *site.Block, ids []string) []campaign.Entry {
	var out []campaign.Entry
	decimal := rapid.Map(rapid.Int64Range(0, 99_999_999_999), func(n int64) campaign.Decimal { return campaign.Decimal(n / 10) })
	rounded := rapid.Map(rapid.Int64Range(0, 10_000), func(n int64) campaign.Decimal { return campaign.Decimal(n * 10_000) })
	for _, u := range b.Units {
		e := campaign.Entry{Unit: u.ID, Scores: map[string]campaign.Score{}}
		for _, id := range ids {
			s := campaign.Score{State: campaign.State(rapid.IntRange(0, 3).Draw(t, "state"))}
			if s.State == campaign.Scored {
				s.Value = rapid.OneOf(decimal, rounded).Draw(t, "score")
			}
			e.Scores[id] = s
		}
		e.Bonus, e.Penalty = rounded.Draw(t, "bonus"), rounded.Draw(t, "penalty")
		e.Note = strings.TrimSpace(rapid.SampledFrom([]string{"", "Tốt; chăm", `Xã "A"`, "Hai\ndòng", "=1+1", "-"}).Draw(t, "note"))
		out = append(out, e)
	}
	return out
}

// fill types scores into a form, as a person does: by the headings of its fifth line.
func fill(t *rapid.T, data []byte, entries []campaign.Entry, ids []string) []byte {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for i, e := range entries {
		for j, id := range ids {
			switch s := e.Scores[id]; s.State {
			case campaign.Scored:
				number(t, f, 3+j, 7+i, s.Value)
			case campaign.NotApplicable:
				text(t, f, 3+j, 7+i, "-")
			case campaign.Withheld:
				text(t, f, 3+j, 7+i, "N/A")
			}
		}
		number(t, f, 3+len(ids), 7+i, e.Bonus)
		number(t, f, 4+len(ids), 7+i, e.Penalty)
		text(t, f, 5+len(ids), 7+i, e.Note)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func number(t *rapid.T, f *excelize.File, column, row int, value campaign.Decimal) {
	cell, _ := excelize.CoordinatesToCellName(column, row)
	if err := f.SetCellValue("Bảng điểm", cell, float64(value)/float64(campaign.One)); err != nil {
		t.Fatal(err)
	}
}

func text(t *rapid.T, f *excelize.File, column, row int, value string) {
	cell, _ := excelize.CoordinatesToCellName(column, row)
	if err := f.SetCellStr("Bảng điểm", cell, value); err != nil {
		t.Fatal(err)
	}
}

func equal(t *rapid.T, what string, got, want []campaign.Entry, findings []diag.Finding) {
	for _, f := range findings {
		t.Errorf("%s: %s: %s", what, f.Place(), f.Message(diag.Vi))
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%s:\ngot  %+v\nwant %+v", what, got, want)
	}
}
