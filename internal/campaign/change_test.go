package campaign_test

import (
	"slices"
	"testing"

	. "bangvang/internal/campaign"
)

// twoRounds ranks a first round of a, b, c and returns a second one that follows it.
func twoRounds(units []Unit, lines ...string) *Round {
	first := round(twoCriteria(), "50 30", "40 30", "30 30")
	first.Day = "2020-12-31"
	before, _ := Rank(first)
	r := round(twoCriteria(), lines...)
	r.Day, r.Previous = "2021-12-31", before
	r.Registry = NewRegistry(append(append(units, Unit{ID: "x"}), r.Block...))
	return r
}

func TestChanges(t *testing.T) {
	ended := func(id string, became ...string) Unit { return Unit{ID: id, To: "2021-07-01", Became: became} }
	with := func(r *Round, change func(*Round)) *Round { change(r); return r }
	renamed := func(r *Round, from, to string) *Round {
		for i := range r.Block {
			if r.Block[i].ID == from {
				r.Block[i].ID, r.Entries[i].Unit = to, to
			}
		}
		return r
	}
	same := func() *Round { return twoRounds(nil, "30 31", "40 30", "60 30") }
	for _, test := range []struct {
		sentence string
		round    *Round
		unit     string
		ranks    int
		points   string
		broken   Broken
	}{
		{"rank, total and percentage are compared with the round before", same(), "c", 2, "30", ""},
		{"points can rise while the rank falls", twoRounds(nil, "51 30", "60 30", "60 31"), "a", -2, "1", ""},
		{"a new unit is not compared", renamed(same(), "c", "x"), "x", 0, "", BrokenNew},
		{"a unit that an extract of the round before does not show is not called new",
			with(renamed(same(), "c", "x"), func(r *Round) { r.Previous.Extract = true }), "x", 0, "", BrokenUnknown},
		{"a renamed unit is compared with itself", renamed(twoRounds([]Unit{ended("c", "x")}, "30 31", "40 30", "60 30"), "c", "x"), "x", 2, "30", ""},
		{"a unit from a merger is not compared", renamed(twoRounds([]Unit{ended("c", "x"), ended("y", "x")}, "30 31", "40 30", "60 30"), "c", "x"), "x", 0, "", BrokenMerged},
		{"a unit that took in another is not compared", with(twoRounds([]Unit{ended("c", "a")}, "30 31", "40 30"), func(r *Round) {}), "a", 0, "", BrokenMerged},
		{"a unit from a division is not compared", renamed(twoRounds([]Unit{ended("c", "x", "y")}, "30 31", "40 30", "60 30"), "c", "x"), "x", 0, "", BrokenSplit},
		{"a merger before the round before breaks nothing", with(twoRounds([]Unit{{ID: "c", To: "2019-07-01", Became: []string{"a"}}}, "50 31", "40 30", "1 1"), func(*Round) {}), "a", 0, "1", ""},
		{"nothing is compared when the criteria have changed", with(same(), func(r *Round) { r.Rules.Criteria[1].Max = ptr(Int(39)) }), "c", 0, "", BrokenCriteria},
		{"names may change", with(same(), func(r *Round) { r.Rules.Criteria[1].Name = "Khảo sát" }), "c", 2, "30", ""},
		{"nothing is compared when the figure that ranks has changed", with(same(), func(r *Round) { r.Rules.Scoring.RankBy = ByPercent }), "c", 0, "", BrokenCriteria},
		{"nothing is compared when the number of units has changed", twoRounds(nil, "50 31", "40 30"), "a", 0, "", BrokenBlock},
		{"an author's statement carries earlier values over", with(same(), func(r *Round) {
			r.Rules.Criteria[1].Max, r.Carried = ptr(Int(39)), "quy đổi theo thang điểm mới"
		}), "c", 2, "30", ""},
		{"a statement makes no earlier values", with(renamed(same(), "c", "x"), func(r *Round) { r.Carried = "quy đổi" }), "x", 0, "", BrokenNew},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			s, problems := Rank(test.round)
			got := row(t, s, test.unit)
			if got.NoChange != test.broken || (got.Change == nil) != (test.broken != "") || len(problems) > 0 {
				t.Fatalf("change %+v, broken %q, problems %v", got.Change, got.NoChange, problems)
			}
			if got.Change != nil && (got.Change.Ranks != test.ranks || *got.Change.Points != dec(test.points)) {
				t.Errorf("change %+v", got.Change)
			}
		})
	}
}

// 50 of 100 and then 50 of 60, which is all that applies to the unit, are no change in points that says anything.
func TestPointsOfAnotherMaximumAreNotCompared(t *testing.T) {
	first := twoCriteria()
	first.Scoring.RankBy = ByPercent
	before, _ := Rank(round(first, "50 30", "40 -", "30 30"))
	for rank, want := range map[RankBy]Broken{ByTotal: BrokenMaximum, ByPercent: ""} {
		before.Rules = twoCriteria()
		before.Rules.Scoring.RankBy = rank
		r := round(before.Rules, "50 31", "40 30", "30 30")
		r.Previous = before
		s, _ := Rank(r)
		b, a := row(t, s, "b"), row(t, s, "a")
		if b.NoChange != want || want == "" && (b.Change == nil || b.Change.Points != nil) {
			t.Errorf("by %s: %q, %+v", rank, b.NoChange, b.Change)
		}
		if a.Change == nil || *a.Change.Points != Int(1) {
			t.Errorf("by %s: the same maximum: %q, %+v", rank, a.NoChange, a.Change)
		}
		r.Carried = "quy đổi theo mức tối đa mới"
		s, _ = Rank(r)
		if b := row(t, s, "b"); b.Change == nil || b.Change.Points == nil {
			t.Errorf("by %s: carried over: %q", rank, b.NoChange)
		}
	}
}

func TestAUnitThatHadNoRankIsNotCompared(t *testing.T) {
	first := round(twoCriteria(), "50 30", "40 _")
	before, _ := Rank(first)
	r := round(twoCriteria(), "50 30", "40 30")
	r.Previous = before
	s, _ := Rank(r)
	if b := row(t, s, "b"); b.NoChange != BrokenUnranked {
		t.Errorf("%+v", b)
	}
}

func TestThePredecessorsOfAMergerAreNamed(t *testing.T) {
	r := twoRounds([]Unit{{ID: "b", To: "2021-07-01", Became: []string{"a"}}, {ID: "c", To: "2021-07-01", Became: []string{"a"}}}, "60 40")
	s, _ := Rank(r)
	if got := row(t, s, "a").WasUnits; !slices.Equal(got, []string{"b", "c", "a"}) {
		t.Error(got)
	}
}

func TestABetterRankInTheRoundBeforeBreaksATie(t *testing.T) {
	r := twoRounds(nil, "40 30", "40 30", "40 30", "40 30")
	r.Rules.Ties.BreakBy = []BreakKey{{Previous: true}}
	slices.Reverse(r.Block)
	s, _ := Rank(r)
	if got := show(s); got != "1a 70, 2b 70, 3c 70, 4d 70" {
		t.Error(got)
	}
	if k := row(t, s, "d").Key; k == nil || k.Value != 0 || k.Other != Int(3) || k.With != "c" {
		t.Errorf("%+v", k)
	}
}
