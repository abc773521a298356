package site

import (
	"bangvang/internal/campaign"
	"bangvang/internal/document"
	"cmp"
)

// rulesOf fills in what a criteria file leaves to the usual: rank by total, two decimals, exact comparison,
// competition ranking, floors asked of the top level.
func rulesOf(d *document.Criteria) *campaign.Rules {
	r := &campaign.Rules{
		Scoring: campaign.Scoring{
			Basis:    campaign.Basis(d.Scoring.Basis),
			RankBy:   campaign.RankBy(cmp.Or(d.Scoring.RankBy, string(campaign.ByTotal))),
			Decimals: 2,
			Compare:  campaign.Compare(cmp.Or(d.Scoring.Compare, string(campaign.Exact))),
		},
		Criteria: criteriaOf(d.Criteria),
		Ties:     campaign.Ties{Method: campaign.TieMethod(cmp.Or(d.Ties.Method, string(campaign.Competition)))},
	}
	if d.Scoring.Scale != nil {
		r.Scoring.Scale = *d.Scoring.Scale
	}
	if d.Scoring.Decimals != nil {
		r.Scoring.Decimals = *d.Scoring.Decimals
	}
	if b := d.Adjustments.Bonus; b != nil {
		r.Adjustments.BonusMax = b.Max
	}
	if p := d.Adjustments.Penalty; p != nil {
		r.Adjustments.PenaltyMax = p.Max
	}
	for _, b := range d.Bands {
		r.Bands = append(r.Bands, campaign.Band{
			Name: b.Name, From: b.From, Floor: b.Floor, FloorOn: campaign.FloorOn(cmp.Or(b.FloorOn, string(campaign.Top))),
		})
	}
	for _, k := range d.Ties.BreakBy {
		r.Ties.BreakBy = append(r.Ties.BreakBy, campaign.BreakKey{
			Criterion: k.Criterion, Sheet: k.Sheet,
			Bonus: k.Word == "bonus", Penalty: k.Word == "penalty", Previous: k.Word == "previous",
		})
	}
	return r
}

func criteriaOf(items []document.Criterion) []campaign.Criterion {
	var out []campaign.Criterion
	for _, c := range items {
		out = append(out, campaign.Criterion{
			ID: c.ID, Name: c.Name, Max: c.Max, Weight: c.Weight, Sheet: c.Sheet, Count: c.Count, Items: criteriaOf(c.Items),
		})
	}
	return out
}
