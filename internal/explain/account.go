package explain

import "bangvang/internal/campaign"

// An Account tells how one row came about.
type Account struct {
	Unit      string   `json:"unit"` // id
	Name      string   `json:"name"`
	Rank      int      `json:"rank"`      // 0: unranked
	Total     string   `json:"total"`     // as printed, a decimal; "" for an unranked row
	Parts     []Part   `json:"parts"`     // their points add up to Total, exactly; none for an unranked row
	Sentences []string `json:"sentences"` // the same for people
}

// A Part is one step on the way to the printed total.
type Part struct {
	Kind   Kind   `json:"kind"`
	ID     string `json:"id,omitempty"`   // of the criterion
	Name   string `json:"name,omitempty"` // of the criterion
	Points string `json:"points"`         // a signed decimal
	Max    string `json:"max,omitempty"`  // a criterion's applicable maximum
}

// Kind says what a part is.
type Kind string

// The kinds of parts, in their order in an account.
const (
	KindCriterion Kind = "criterion" // a top-level criterion
	KindBonus     Kind = "bonus"
	KindPenalty   Kind = "penalty"  // negative
	KindRounding  Kind = "rounding" // from the exact sum to our printed total
	KindOfficial  Kind = "official" // from our printed total to the official one
)

// ours is the total as we computed and printed it.
func (t teller) ours() campaign.Decimal {
	if t.r.Ours != nil {
		return t.r.Ours.Total
	}
	return t.r.Total
}

// parts lists the steps; those that add nothing are left out, criteria excepted.
func (t teller) parts() []Part {
	var parts []Part
	var exact campaign.Decimal
	add := func(p Part, points campaign.Decimal) {
		exact += points
		p.Points = points.String()
		parts = append(parts, p)
	}
	for _, c := range t.r.Parts {
		if c.Level == 0 {
			add(Part{Kind: KindCriterion, ID: c.ID, Name: c.Name, Max: c.Max.String()}, c.Points)
		}
	}
	for _, step := range []struct {
		kind   Kind
		points func() campaign.Decimal
	}{
		{KindBonus, func() campaign.Decimal { return t.r.Bonus }},
		{KindPenalty, func() campaign.Decimal { return -t.r.Penalty }},
		{KindRounding, func() campaign.Decimal { return t.ours() - exact }},
		{KindOfficial, func() campaign.Decimal { return t.r.Total - t.ours() }},
	} {
		if points := step.points(); points != 0 {
			add(Part{Kind: step.kind}, points)
		}
	}
	return parts
}
