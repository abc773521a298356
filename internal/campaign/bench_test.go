package campaign_test

import (
	"fmt"
	"testing"

	. "bangvang/internal/campaign"
)

// BenchmarkRank ranks 1.800 units over 60 criteria in 12 blocks, as a province does with its communes.
func BenchmarkRank(b *testing.B) {
	for _, basis := range []Basis{Points, Weighted} {
		b.Run(string(basis), func(b *testing.B) {
			rounds := make([]*Round, 12)
			for i := range rounds {
				rounds[i] = provincial(basis, 150, i)
			}
			b.ReportAllocs()
			for b.Loop() {
				for _, r := range rounds {
					if s, problems := Rank(r); len(s.Rows) != 150 || len(problems) > 150 {
						b.Fatal(len(s.Rows), problems)
					}
				}
			}
		})
	}
}

// provincial makes a block of units over six fields of ten criteria each, with bands, floors and break keys.
func provincial(basis Basis, units, seed int) *Round {
	scale, floor := Int(10), Int(20)
	rules := &Rules{
		Scoring: Scoring{Basis: basis, Scale: scale, Decimals: 2},
		Ties:    Ties{BreakBy: []BreakKey{{Criterion: "3"}, {Sheet: "survey"}}},
		Bands:   []Band{{Name: "Tốt", From: Int(50), Floor: &floor}, {Name: "Khá", From: Int(30)}},
	}
	for i := range 6 {
		field := Criterion{ID: fmt.Sprint(i + 1)}
		for j := range 10 {
			leaf := Criterion{ID: fmt.Sprintf("%d.%d", i+1, j+1), Sheet: []string{"appraised", "survey"}[j%2]}
			weight := (100*One + 60*One/100) / 60
			leaf.Max, leaf.Weight = &scale, &weight
			field.Items = append(field.Items, leaf)
		}
		rules.Criteria = append(rules.Criteria, field)
	}
	r := &Round{Rules: rules}
	state := uint32(seed + 1)
	for u := range units {
		id := fmt.Sprintf("u%04d", u)
		e := Entry{Unit: id, Scores: map[string]Score{}}
		for _, field := range rules.Criteria {
			for _, leaf := range field.Items {
				state = state*1664525 + 1013904223
				e.Scores[leaf.ID] = Score{State: Scored, Value: Decimal(state>>12%1001) * One / 100}
				if state%97 == 0 {
					e.Scores[leaf.ID] = Score{State: NotApplicable}
				}
			}
		}
		r.Block, r.Entries = append(r.Block, Unit{ID: id}), append(r.Entries, e)
	}
	return r
}
