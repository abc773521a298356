package campaign_test

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "bangvang/internal/campaign"
)

// drawn makes a random round; shrinking goes by its seed.
func drawn(t *rapid.T) *Round {
	seed := rapid.Uint64Range(0, 1<<32).Draw(t, "seed")
	rng := rand.New(rand.NewPCG(seed, 11))
	before := randomRound(rng, nil)
	r := randomRound(rng, before)
	r.Previous, _ = Rank(before)
	return r
}

func rankOf(s *Standings) map[string]int {
	ranks := map[string]int{}
	for _, r := range s.Rows {
		ranks[r.Unit.ID] = r.Rank
	}
	return ranks
}

func TestTheOrderOfTheSheetChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		before, problems := Rank(r)
		r.Entries = rapid.Permutation(r.Entries).Draw(t, "entries")
		after, again := Rank(r)
		if !reflect.DeepEqual(before, after) || !reflect.DeepEqual(problems, again) {
			t.Fatal("another order of the lines gave other standings")
		}
	})
}

func TestTheOrderOfTheBlockChangesNoRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		before, _ := Rank(r)
		r.Block = rapid.Permutation(r.Block).Draw(t, "block")
		after, _ := Rank(r)
		if !reflect.DeepEqual(rankOf(before), rankOf(after)) || !reflect.DeepEqual(before.Mean, after.Mean) {
			t.Fatalf("%s became %s", show(before), show(after))
		}
	})
}

func TestMorePointsAreNeverAWorseRank(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		r.Official = nil // an official total stands whatever the points are
		before, _ := Rank(r)
		if len(before.Rows) == 0 {
			t.Skip("nobody ranked")
		}
		id := rapid.SampledFrom(before.Rows).Draw(t, "row").Unit.ID
		i := slices.IndexFunc(r.Entries, func(e Entry) bool { return e.Unit == id })
		r.Entries[i].Bonus += Decimal(rapid.Int64Range(1, 3_000_000).Draw(t, "more"))
		after, _ := Rank(r)
		if rankOf(after)[id] > rankOf(before)[id] {
			t.Fatalf("%s: %s became %s", id, show(before), show(after))
		}
	})
}

func TestACompetitionRankIsOneMoreThanTheNumberOfBetterUnits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		r.Rules.Ties.Method = Competition
		s, _ := Rank(r)
		for i, row := range s.Rows {
			better := slices.IndexFunc(s.Rows, func(o Row) bool { return o.Rank == row.Rank })
			if row.Rank != better+1 || row.Order != i+1 {
				t.Fatalf("row %d has rank %d and order %d: %s", i, row.Rank, row.Order, show(s))
			}
		}
	})
}

func TestAUnitAddedLastMovesNobodyAbove(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		r.Official = nil
		before, _ := Rank(r)
		e := randomEntry(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "new"), 3)), "new", r.Rules)
		e.Penalty = Int(1000)
		r.Block, r.Entries = append(r.Block, Unit{ID: "new"}), append(r.Entries, e)
		after, _ := Rank(r)
		ranks := rankOf(after)
		delete(ranks, "new")
		if !reflect.DeepEqual(rankOf(before), ranks) {
			t.Fatalf("%s became %s", show(before), show(after))
		}
	})
}

func TestPartsAddUpToTheTotalBeforeRounding(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		r.Rules.Scoring.Basis, r.Official = Points, nil
		s, _ := Rank(r)
		for _, row := range s.Rows {
			var sum, most Decimal
			for _, p := range row.Parts {
				if p.Level == 0 {
					sum, most = sum+p.Points, most+p.Max
				}
			}
			if got := (sum + row.Bonus - row.Penalty).Round(r.Rules.Scoring.Decimals); got != row.Total || most != row.Max {
				t.Fatalf("%s: parts give %v of %v, total is %v of %v", row.Unit.ID, got, most, row.Total, row.Max)
			}
		}
	})
}

func TestAPrintedDistanceIsTheDifferenceOfPrintedFigures(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawn(t)
		s, _ := Rank(r)
		figure := func(r Row) Decimal {
			if s.Rules.Scoring.RankBy == ByPercent {
				return r.Percent
			}
			return r.Total
		}
		for i, row := range s.Rows {
			above := slices.IndexFunc(s.Rows, func(o Row) bool { return o.Rank == row.Rank }) - 1
			if above >= 0 && figure(s.Rows[above])-figure(row) != *row.GapAhead {
				t.Fatalf("row %d: %s", i, show(s))
			}
		}
	})
}

func FuzzRankNeverPanics(f *testing.F) {
	f.Add(uint64(1), int64(1), int64(10_000_000), 2, 63)
	f.Add(uint64(2), int64(-1<<63), int64(-1), -5, 0)
	f.Add(uint64(3), int64(1<<63-1), int64(1<<63-1), 99, 1)
	f.Fuzz(func(t *testing.T, seed uint64, value, scale int64, decimals, extract int) {
		rng := rand.New(rand.NewPCG(seed, 5))
		r := randomRound(rng, nil)
		r.Rules.Scoring.Scale, r.Rules.Scoring.Decimals = Decimal(scale), decimals
		if extract%2 == 0 {
			r.Extract = extract
		}
		for i := range r.Entries {
			for id := range r.Entries[i].Scores {
				if rng.IntN(3) == 0 {
					r.Entries[i].Scores[id] = Score{State: State(rng.IntN(6)), Value: Decimal(value)}
				}
			}
			r.Entries[i].Bonus, r.Entries[i].Penalty = Decimal(value), -Decimal(value)
			r.Entries[i].Official.Rank = &decimals
			r.Entries[i].Official.Total = (*Decimal)(&value)
		}
		if len(r.Rules.Criteria) > 0 {
			r.Rules.Criteria[0].Max = (*Decimal)(&value)
		}
		r.Rules.Check()
		s, _ := Rank(r)
		r.Previous = s
		Rank(r)
	})
}

func TestNothingAtAllHasEmptyStandings(t *testing.T) {
	for _, r := range []*Round{nil, {}, {Rules: &Rules{}}, {Block: []Unit{{ID: "a"}}, Entries: []Entry{{Unit: "a"}}}} {
		if s, _ := Rank(r); s == nil || s.Rules == nil || len(s.Rows) > 0 {
			t.Errorf("%+v: %+v", r, s)
		}
	}
}
