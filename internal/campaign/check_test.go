package campaign_test

import (
	"testing"

	. "bangvang/internal/campaign"
)

func TestRulesAreChecked(t *testing.T) {
	tree := func() *Rules {
		r := twoCriteria()
		r.Criteria = []Criterion{{ID: "I", Max: ptr(Int(100)), Count: ptr(2), Items: r.Criteria}}
		return r
	}
	weights := func() *Rules {
		r := tree()
		r.Scoring.Basis, r.Scoring.Scale = Weighted, Int(10)
		r.Criteria[0].Items[0].Weight, r.Criteria[0].Items[1].Weight = ptr(Int(70)), ptr(Int(30))
		return r
	}
	for _, test := range []struct {
		sentence string
		rules    *Rules
		change   func(*Rules)
		want     string
	}{
		{"sound rules have no problem", tree(), func(*Rules) {}, ""},
		{"sound weights have no problem", weights(), func(*Rules) {}, ""},
		{"a declared sub-total must be the sum of its leaves", tree(), func(r *Rules) { r.Criteria[0].Max = ptr(Int(99)) }, "max-sum I 99>100"},
		{"a declared weight must be the sum of its leaves", weights(), func(r *Rules) { r.Criteria[0].Weight = ptr(Int(99)) }, "max-sum I 99>100"},
		{"a declared count must be that of its leaves", tree(), func(r *Rules) { r.Criteria[0].Count = ptr(3) }, "count-differs I 3>2"},
		{"a leaf has a maximum", tree(), func(r *Rules) { r.Criteria[0].Items[1].Max = nil }, "max-missing 2, max-sum I 100>60"},
		{"a maximum is positive", tree(), func(r *Rules) { r.Criteria[0].Items[1].Max = ptr(Int(0)) }, "max-not-positive 2 0, max-sum I 100>60"},
		{"a weighted leaf has a weight", weights(), func(r *Rules) { r.Criteria[0].Items[1].Weight = nil }, "weight-missing 2, weight-sum  70>100"},
		{"weights sum to 100", weights(), func(r *Rules) { r.Criteria[0].Items[1].Weight = ptr(Int(31)) }, "weight-sum  101>100"},
		{"weighted scores have a scale", weights(), func(r *Rules) { r.Scoring.Scale = 0 }, "scale-missing  0"},
		{"an id stands once", tree(), func(r *Rules) { r.Criteria[0].Items[1].ID = "1" }, "criterion-twice 1 1"},
		{"decimals are from 0 to 6", tree(), func(r *Rules) { r.Scoring.Decimals = 7 }, "decimals-range  7>6"},
		{"all maxima together can be reckoned exactly", tree(), func(r *Rules) {
			r.Criteria[0].Max, r.Criteria[0].Items[0].Max = nil, ptr(Int(999_999_999))
		}, "max-too-large  1000000039>1000000000"},
		{"bands stand from the highest down", tree(), func(r *Rules) {
			r.Bands = []Band{{From: Int(80)}, {From: Int(90)}, {From: Int(90)}}
		}, "band-order  90>80, band-order  90>90"},
		{"a band is the only one of its name", tree(), func(r *Rules) {
			r.Bands = []Band{{Name: "A", From: Int(90)}, {Name: "B", From: Int(80)}, {Name: "A", From: Int(70)}}
		}, "band-twice  A"},
		{"a break key names a criterion that exists", tree(), func(r *Rules) { r.Ties.BreakBy = []BreakKey{{Criterion: "I"}, {Criterion: "3"}} }, "break-key-unknown 3 3"},
		{"a break key names a sheet that exists", tree(), func(r *Rules) { r.Ties.BreakBy = []BreakKey{{Sheet: "survey"}, {Sheet: "self"}} }, "break-key-unknown  self"},
		{"a break key names one thing", tree(), func(r *Rules) { r.Ties.BreakBy = []BreakKey{{Bonus: true, Penalty: true}, {}} }, "break-key-unknown, break-key-unknown"},
	} {
		t.Run(test.sentence, func(t *testing.T) {
			test.change(test.rules)
			if got := kinds(test.rules.Check()); got != test.want {
				t.Errorf("got %q", got)
			}
		})
	}
}
