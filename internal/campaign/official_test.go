package campaign_test

import (
	"fmt"
	"strings"
	"testing"

	. "bangvang/internal/campaign"
)

func TestOfficialFigures(t *testing.T) {
	ranks := func(r *Round, ranks ...int) *Round {
		for i, rank := range ranks {
			r.Entries[i].Official.Rank = &rank
		}
		return r
	}
	totals := func(r *Round, totals ...string) *Round {
		for i, total := range totals {
			r.Entries[i].Official.Total = ptr(dec(total))
		}
		return r
	}
	within := func(r *Round, tolerance string) *Round {
		r.Official = &Tolerance{Within: dec(tolerance), Reason: "làm tròn"}
		return r
	}
	banded := func(band string, tolerance string) *Round {
		rules := twoCriteria()
		rules.Bands = []Band{{Name: "Tốt", From: Int(80)}, {Name: "Khá", From: Int(60)}}
		r := round(rules, "50 29.99")
		r.Entries[0].Official.Band = &band
		if tolerance != "" {
			within(r, tolerance)
		}
		return r
	}
	extract := func(r *Round) *Round { r.Extract = 63; return r }
	dense := func(r *Round) *Round { r.Rules.Ties.Method = Dense; return r }
	three := func() *Round { return round(twoCriteria(), "50 30", "40 30", "30 30") }
	tie := func() *Round { return round(twoCriteria(), "50 30", "40 30", "40 30", "30 30") }
	for _, test := range []struct {
		sentence string
		round    *Round
		want     string
		problems string
	}{
		{"an official figure that agrees is no problem", totals(three(), "80", "70", "60"), "1a 80, 2b 70, 3c 60", ""},
		{"an official figure that differs from ours is a problem", totals(three(), "80.01"), "1a 80, 2b 70, 3c 60", "official-differs atotal 80.01>80.00"},
		{"within the tolerance the official figure is shown and ranks", within(totals(three(), "80", "70", "70.02"), "10.02"), "1a 80, 2c 70.02, 3b 70", ""},
		{"outside the tolerance it is a problem", within(totals(three(), "80", "70", "70.03"), "10.02"), "1a 80, 2b 70, 3c 60", "official-differs ctotal 70.03>60.00"},
		{"an official rank that differs is a problem", ranks(three(), 1, 1, 3), "1a 80, 2b 70, 3c 60", "official-differs brank 1>2"},
		{"official ranks that skip a number are a problem", ranks(three(), 1, 2, 4), "1a 80, 2b 70, 3c 60", "rank-hole crank 4>3"},
		{"official ranks that count ties another way are a problem", ranks(tie(), 1, 2, 2, 3), "1a 80, 2b 70, 2c 70, 4d 60", "rank-hole drank 3>4"},
		{"dense ranks under a dense rule are none", ranks(dense(tie()), 1, 2, 2, 3), "1a 80, 2b 70, 2c 70, 3d 60", ""},
		{"official ranks may part what is equal within the tolerance", within(ranks(tie(), 1, 3, 2, 4), "0.01"), "1a 80, 2c 70, 3b 70, 4d 60", ""},
		{"official ranks may turn what is equal within the tolerance", within(ranks(round(twoCriteria(), "50 30", "40.001 30", "40 30", "30 30"), 1, 3, 2, 4), "0.01"),
			"1a 80, 2c 70, 3b 70, 4d 60", "near-tie b 0.01"},
		{"official ranks may not part more than the tolerance", within(ranks(three(), 2, 1, 3), "9.99"), "1a 80, 2b 70, 3c 60", "official-differs arank 2>1, official-differs brank 1>2"},
		{"in an extract official ranks stand as given", extract(ranks(three(), 4, 9, 9)), "4a 80, 9b 70, 9c 60", ""},
		{"official ranks that run against the figures are a problem", extract(ranks(three(), 9, 4, 12)), "4b 70, 9a 80, 12c 60", "rank-order arank 9>4"},
		{"an official band differs", banded("Tốt", ""), "1a 79.99 Khá", "official-differs aband Tốt>Khá"},
		{"an official band within the tolerance is shown", banded("Tốt", "0.01"), "1a 79.99 Tốt", ""},
		{"an official band that the tolerance does not reach is a problem", banded("Tốt", "0.005"), "1a 79.99 Khá", "official-differs aband Tốt>Khá"},
		{"an unknown official band is a problem", banded("Giỏi", "0.01"), "1a 79.99 Khá", "official-differs aband Giỏi>Khá"},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			s, problems := Rank(test.round)
			if got := show(s); got != test.want {
				t.Errorf("standings\n got %s\nwant %s", got, test.want)
			}
			if got := kinds(problems); got != test.problems {
				t.Errorf("problems\n got %s\nwant %s", got, test.problems)
			}
		})
	}
}

func TestOursIsKeptBesideTheOfficialFigure(t *testing.T) {
	r := round(twoCriteria(), "50 30", "40 39.9")
	r.Entries[1].Official.Total = ptr(dec("80.1"))
	r.Official = &Tolerance{Within: dec("0.2")}
	s, _ := Rank(r)
	b := row(t, s, "b")
	if b.Rank != 1 || b.Ours == nil || *b.Ours != (Figures{Total: dec("79.9"), Percent: dec("79.9"), Rank: 2}) || b.Percent != dec("80.1") {
		t.Errorf("%+v, ours %+v", b, b.Ours)
	}
}

func TestAnOfficialBandIsShownAsGivenWhereTheRulesHaveNone(t *testing.T) {
	r := round(twoCriteria(), "50 30")
	r.Entries[0].Official.Band = ptr("Rất tốt")
	s, problems := Rank(r)
	if row := s.Rows[0]; row.Band != "Rất tốt" || !row.OfficialBand || len(problems) > 0 {
		t.Errorf("%+v %v", row, problems)
	}
}

func TestTheDistanceAcrossRanksThatAnExtractDoesNotShowIsNotTold(t *testing.T) {
	r := round(twoCriteria(), "50 30", "40 30", "30 30")
	r.Extract = 63
	for i, rank := range []int{4, 5, 9} {
		r.Entries[i].Official.Rank = &rank
	}
	r.Rules.Ties.Method = Dense
	if s, _ := Rank(r); s.Rows[1].GapAhead == nil || s.Rows[2].GapAhead != nil {
		t.Errorf("dense: %v %v", s.Rows[1].GapAhead, s.Rows[2].GapAhead)
	}
	r.Rules.Ties.Method = Competition
	s, _ := Rank(r)
	if s.Rows[0].GapAhead != nil || *s.Rows[1].GapAhead != Int(10) || s.Rows[2].GapAhead != nil {
		t.Errorf("%v %v %v", s.Rows[0].GapAhead, s.Rows[1].GapAhead, s.Rows[2].GapAhead)
	}
}

func TestAnExtractHasNotMoreRowsThanItsSource(t *testing.T) {
	r := round(twoCriteria(), "50 30", "40 30")
	r.Extract = 1
	if _, problems := Rank(r); kinds(problems) != "extract-count  2>1" {
		t.Error(kinds(problems))
	}
}

func TestFiguresThatTheAuthorVouchesForStandAndStayAProblem(t *testing.T) {
	for _, test := range []struct {
		name    string
		allowed []Kind
		print   func(r *Round)
		want    string // problems
		rows    string // unit, total, percent, rank, band
	}{
		{"an official total", []Kind{OfficialDiffers}, func(r *Round) { r.Entries[0].Official.Total = ptr(dec("91")) }, "official-differs atotal 91>90", "a 91 91 1 Tốt, b 80 80 2 Tốt"},
		{"an official total that nobody vouches for", nil, func(r *Round) { r.Entries[0].Official.Total = ptr(dec("91")) }, "official-differs atotal 91>90", "a 90 90 1 Tốt, b 80 80 2 Tốt"},
		{"an official percentage", []Kind{OfficialDiffers}, func(r *Round) { r.Entries[1].Official.Percent = ptr(dec("79")) }, "official-differs bpercent 79>80.00", "a 90 90 1 Tốt, b 80 79 2 Khá"},
		{"an official rank", []Kind{OfficialDiffers}, func(r *Round) { swapRanks(r) }, "official-differs arank 2>1, official-differs brank 1>2", "b 80 80 1 Tốt, a 90 90 2 Tốt"},
		{"a hole in the ranks", []Kind{RankHole}, func(r *Round) { r.Entries[0].Official.Rank, r.Entries[1].Official.Rank = ptr(1), ptr(3) }, "rank-hole brank 3>2", "a 90 90 1 Tốt, b 80 80 3 Tốt"},
		{"an official band", []Kind{OfficialDiffers}, func(r *Round) { r.Entries[1].Official.Band = ptr("Khá") }, "official-differs bband Khá>Tốt", "a 90 90 1 Tốt, b 80 80 2 Khá"},
	} {
		t.Run(test.name, func(t *testing.T) {
			rules := &Rules{Criteria: []Criterion{{ID: "1", Max: ptr(Int(100))}}, Bands: []Band{{Name: "Tốt", From: Int(80)}, {Name: "Khá", From: Int(50)}}}
			r := &Round{Rules: rules, Block: []Unit{{ID: "a"}, {ID: "b"}}, Allowed: test.allowed, Entries: []Entry{
				{Unit: "a", Scores: map[string]Score{"1": scored("90")}}, {Unit: "b", Scores: map[string]Score{"1": scored("80")}},
			}}
			test.print(r)
			s, problems := Rank(r)
			if got := kinds(problems); got != test.want {
				t.Errorf("problems %s, want %s", got, test.want)
			}
			var rows []string
			for _, row := range s.Rows {
				rows = append(rows, fmt.Sprintf("%s %v %v %d %s", row.Unit.ID, row.Total, row.Percent, row.Rank, row.Band))
			}
			if got := strings.Join(rows, ", "); got != test.rows {
				t.Errorf("rows %s, want %s", got, test.rows)
			}
		})
	}
}

func swapRanks(r *Round) { r.Entries[0].Official.Rank, r.Entries[1].Official.Rank = ptr(2), ptr(1) }
