package campaign_test

import (
	"encoding/csv"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	. "bangvang/internal/campaign"
)

// published reads a published table of testdata; its first line names the source and its faults.
func published(t *testing.T, name string) [][]string {
	t.Helper()
	f, err := os.Open("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := csv.NewReader(f)
	lines.Comment = '#'
	rows, err := lines.ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return rows[1:]
}

// printed reads a figure as printed: "46,8", "84,58%", "7.98".
func printed(text string) Decimal {
	return dec(strings.TrimSuffix(strings.Replace(text, ",", ".", 1), "%"))
}

func scored(text string) Score { return Score{State: Scored, Value: printed(text)} }

func TestBinhDuong2017ComesOutToTheDigit(t *testing.T) {
	rules := twoCriteria()
	rules.Criteria[0].Max, rules.Criteria[1].Max = ptr(Int(65)), ptr(Int(35))
	r := &Round{Rules: rules}
	table := published(t, "binh-duong-2017.csv")
	for _, line := range table {
		rank, _ := strconv.Atoi(line[0])
		r.Block = append(r.Block, Unit{ID: line[1], Name: line[1]})
		r.Entries = append(r.Entries, Entry{
			Unit: line[1], Scores: map[string]Score{"1": scored(line[2]), "2": scored(line[3])},
			Official: Official{Total: ptr(printed(line[4])), Percent: ptr(printed(line[5])), Rank: &rank},
		})
	}
	s, problems := Rank(r)
	if len(problems) > 0 || len(s.Rows) != 9 {
		t.Fatalf("%d rows, problems %v", len(s.Rows), problems)
	}
	for i, line := range table {
		row := s.Rows[i]
		if row.Unit.Name != line[1] || fmt.Sprint(row.Rank) != line[0] || row.Total != printed(line[4]) || row.Percent != printed(line[5]) || row.Ours != nil {
			t.Errorf("%d %s %v %v, printed %v", row.Rank, row.Unit.Name, row.Total, row.Percent, line)
		}
	}
	if s.Mean.Percent != dec("78.39") || s.Mean.Total != dec("78.39") {
		t.Errorf("mean %v", s.Mean)
	}
}

// pci is the extract of PCI 2021: 21 of 63 provinces, ten weighted components.
func pci(t *testing.T) (*Round, [][]string) {
	rules := &Rules{Scoring: Scoring{Basis: Weighted, Scale: Int(10), Decimals: 2}}
	for i, w := range []int{5, 5, 20, 5, 10, 5, 5, 20, 20, 5} {
		rules.Criteria = append(rules.Criteria, Criterion{ID: fmt.Sprint(i + 1), Weight: ptr(Int(w))})
	}
	r := &Round{Rules: rules, Extract: 63, Official: &Tolerance{Within: dec("0.02"), Reason: "các thành phần được in đã làm tròn"}}
	table := published(t, "pci-2021.csv")
	for _, line := range table {
		e := Entry{Unit: line[0], Scores: map[string]Score{}}
		for i := range rules.Criteria {
			e.Scores[fmt.Sprint(i+1)] = scored(line[i+1])
		}
		rank, _ := strconv.Atoi(line[12])
		e.Official = Official{Total: ptr(printed(line[11])), Rank: &rank, Band: ptr(line[13])}
		r.Block, r.Entries = append(r.Block, Unit{ID: line[0], Name: line[0]}), append(r.Entries, e)
	}
	return r, table
}

func TestPCI2021ShowsThePrintedTotalsAndOursWithinTwoHundredths(t *testing.T) {
	r, table := pci(t)
	s, problems := Rank(r)
	if len(problems) > 0 || len(s.Rows) != 21 || s.Units != 63 {
		t.Fatalf("%d rows of %d, problems %v", len(s.Rows), s.Units, problems)
	}
	differ := 0
	for i, line := range table {
		row := s.Rows[i]
		if row.Unit.ID != line[0] || row.Total != printed(line[11]) || fmt.Sprint(row.Rank) != line[12] || row.Band != line[13] {
			t.Errorf("%d %s %v %s, printed %v", row.Rank, row.Unit.ID, row.Total, row.Band, line)
		}
		if row.Ours != nil {
			differ++
			if off := row.Ours.Total - row.Total; off == 0 || off > dec("0.02") || off < -dec("0.02") {
				t.Errorf("%s: ours %v, printed %v", line[0], row.Ours.Total, row.Total)
			}
		}
	}
	if differ != 13 {
		t.Errorf("%d of 21 totals differ from their recomputation, known are 13", differ)
	}
	if problems := r.Rules.Check(); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestPCI2021WithoutAToleranceIsThirteenFindings(t *testing.T) {
	r, _ := pci(t)
	r.Official = nil
	_, problems := Rank(r)
	if len(problems) != 13 {
		t.Fatalf("%d problems: %v", len(problems), problems)
	}
	for _, p := range problems {
		if p.Kind != OfficialDiffers || p.Column != "total" {
			t.Errorf("%+v", p)
		}
	}
}

func TestTheRegionsOf2023TieAtTheFifthRank(t *testing.T) {
	rules := twoCriteria()
	rules.Criteria = []Criterion{{ID: "1", Name: "Chỉ số", Max: ptr(Int(100))}}
	r, before := &Round{Rules: rules}, &Round{Rules: rules}
	for _, line := range published(t, "par-vung-2023.csv") {
		e := Entry{Unit: line[1], Scores: map[string]Score{"1": scored(line[2])}}
		was := Entry{Unit: line[1]}
		if line[0] != "" {
			rank, _ := strconv.Atoi(line[0])
			e.Official = Official{Rank: &rank, Change: ptr(printed(line[3]))}
			was.Scores = map[string]Score{"1": scored(line[4])}
		}
		r.Block, before.Block = append(r.Block, Unit{ID: line[1]}), append(before.Block, Unit{ID: line[1]})
		r.Entries, before.Entries = append(r.Entries, e), append(before.Entries, was)
	}
	r.Previous, _ = Rank(before)
	s, problems := Rank(r)
	unplaced := "rank-missing Đồng bằng sông Cửu Longrank >5, rank-missing Tây Nguyênrank >5"
	if got := kinds(problems); got != unplaced {
		t.Fatalf("got %s, want %s", got, unplaced)
	}
	want := "1 88.33 1.71, 2 87.79 3.05, 3 87.72 2.72, 4 86.82 2.57, 5 85.42 unranked, 5 85.42 unranked"
	var got []string
	for _, row := range s.Rows {
		change := string(row.NoChange)
		if row.Change != nil {
			change = row.Change.Points.String()
		}
		got = append(got, fmt.Sprintf("%d %v %s", row.Rank, row.Total, change))
	}
	if strings.Join(got, ", ") != want || !s.Rows[4].Tied || s.Rows[3].Tied {
		t.Errorf("got %s", got)
	}
	r.Entries[0].Official.Change = ptr(dec("1.70"))
	if _, problems := Rank(r); kinds(problems) != unplaced+", change-differs Đồng bằng sông Hồngchange 1.7>1.71" {
		t.Error(kinds(problems))
	}
}

func TestPAPI2019TotalsAreTheSumsWithinAHundredthAndTheExtractGivesNoRank(t *testing.T) {
	rules := &Rules{Scoring: Scoring{Decimals: 2}}
	for i := range 4 {
		rules.Criteria = append(rules.Criteria, Criterion{ID: fmt.Sprint(i), Max: ptr(dec("2.5"))})
	}
	r := &Round{Rules: rules, Extract: 63, Official: &Tolerance{Within: dec("0.01")}}
	for _, line := range published(t, "papi-2019.csv") {
		e := Entry{Unit: line[0], Scores: map[string]Score{}, Official: Official{Total: ptr(printed(line[1]))}}
		for i := range 4 {
			e.Scores[fmt.Sprint(i)] = scored(line[2+i])
		}
		r.Block, r.Entries = append(r.Block, Unit{ID: line[0]}), append(r.Entries, e)
	}
	s, problems := Rank(r)
	differ := 0
	for _, row := range s.Unranked {
		if row.Cause != CauseNoRank || row.Total == 0 {
			t.Errorf("%s: %s %v", row.Unit.ID, row.Cause, row.Total)
		}
		if row.Ours != nil {
			differ++
		}
	}
	if len(problems) > 0 || len(s.Rows) != 0 || len(s.Unranked) != 24 || differ != 9 {
		t.Errorf("%d ranked, %d unranked, %d differ, problems %v", len(s.Rows), len(s.Unranked), differ, problems)
	}
}

func TestNamDinh2020PrintsAPercentageThatDoesNotRecompute(t *testing.T) {
	rules := &Rules{Criteria: []Criterion{{ID: "1", Max: ptr(Int(70))}}, Scoring: Scoring{Decimals: 2, RankBy: ByPercent}}
	r := &Round{Rules: rules}
	for _, line := range published(t, "nam-dinh-2020.csv") {
		r.Block = append(r.Block, Unit{ID: line[0]})
		r.Entries = append(r.Entries, Entry{
			Unit: line[0], Scores: map[string]Score{"1": scored(line[2])}, Official: Official{Percent: ptr(printed(line[3]))},
		})
	}
	_, problems := Rank(r)
	if got := kinds(problems); got != "official-differs Sởpercent 89.45>89.46" {
		t.Error(got)
	}
}

func TestOneBandsNameBeginsElsewhereInAnotherBlock(t *testing.T) {
	// Nam Định 2020: "Nhóm I" is from 90% for departments, from 80% for districts.
	for _, test := range []struct {
		from Decimal
		want string
	}{{Int(90), "Nhóm II"}, {Int(80), "Nhóm I"}} {
		rules := twoCriteria()
		rules.Bands = []Band{{Name: "Nhóm I", From: test.from}, {Name: "Nhóm II", From: test.from - Int(10)}}
		s, _ := Rank(round(rules, "50 35"))
		if s.Rows[0].Band != test.want {
			t.Errorf("from %v: %s", test.from, s.Rows[0].Band)
		}
	}
}
