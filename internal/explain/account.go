package explain

import "bangvang/internal/campaign"

// An Account tells how one row came about.
type Account struct {
	Unit  string `json:"unit"` // id
	Name  string `json:"name"`
	Rank  int    `json:"rank"`  // 0: unranked
	Total string `json:"total"` // as printed, a decimal; "" for an unranked row
	Reckoning
	Sentences []string `json:"sentences"` // the same for people
}

// A Reckoning is the half of an account that is for machines.
type Reckoning struct {
	Parts  []Part   `json:"parts"`            // their points add up to the printed total, exactly; none for an unranked row
	Key    *Decider `json:"key,omitempty"`    // what parted it from a neighbour with an equal figure
	Band   *Band    `json:"band,omitempty"`   // nil where it has none
	Awards []Given  `json:"awards,omitempty"` // decided awards that rest on the row; whoever knows them adds them
}

// A Part is one step on the way to the printed total.
type Part struct {
	Kind   Kind   `json:"kind"`
	ID     string `json:"id,omitempty"`    // of the criterion
	Name   string `json:"name,omitempty"`  // of the criterion
	Score  string `json:"score,omitempty"` // a criterion's score as typed, or the sum of its parts' points; "" where none applies
	Points string `json:"points"`          // a signed decimal
	Max    string `json:"max,omitempty"`   // a criterion's applicable maximum
}

// A Decider is a deciding break key. By is "criterion", "sheet", "bonus", "penalty" or "previous"; of the first two
// Of says which.
type Decider struct {
	By    string `json:"by"`
	Of    string `json:"of,omitempty"`
	Value string `json:"value"` // this row's, a decimal
	Other string `json:"other"` // the neighbour's
	With  string `json:"with"`  // the neighbour's id
}

// A Band is the row's band and how it came by it.
type Band struct {
	Name     string   `json:"name"`
	From     string   `json:"from,omitempty"` // percent, a decimal; "" for an official band that the rules don't have
	Official bool     `json:"official"`       // as the source gives it, not as computed
	Refused  *Refused `json:"refused,omitempty"`
}

// A Refused band is one that the percentage reaches and a floor denies.
type Refused struct {
	Name      string `json:"name"`
	Criterion string `json:"criterion"` // id
	Percent   string `json:"percent"`   // of the criterion's maximum
	Floor     string `json:"floor"`
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
			part := Part{Kind: KindCriterion, ID: c.ID, Name: c.Name, Max: c.Max.String()}
			if c.State == campaign.Scored {
				part.Score = c.Score.String()
			}
			add(part, c.Points)
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

// key tells which break key decided, nil if none did.
func (t teller) key() *Decider {
	d := t.r.Key
	if d == nil {
		return nil
	}
	k := &Decider{By: "previous", Value: d.Value.String(), Other: d.Other.String(), With: d.With}
	switch {
	case d.Key.Criterion != "":
		k.By, k.Of = "criterion", d.Key.Criterion
	case d.Key.Sheet != "":
		k.By, k.Of = "sheet", d.Key.Sheet
	case d.Key.Bonus:
		k.By = "bonus"
	case d.Key.Penalty:
		k.By = "penalty"
	}
	return k
}

// banding tells the band and the floor that refused a higher one, nil where the row has neither.
func (t teller) banding() *Band {
	if t.r.Band == "" && t.r.Refused == nil {
		return nil
	}
	b := &Band{Name: t.r.Band, Official: t.r.OfficialBand}
	if from := t.threshold(); from != nil {
		b.From = from.String()
	}
	if no := t.r.Refused; no != nil {
		b.Refused = &Refused{Name: no.Band, Criterion: no.Criterion, Percent: no.Percent.Text(2), Floor: no.Floor.String()}
	}
	return b
}

// threshold is the percentage from which the rules give the row's band, nil where they don't have it.
func (t teller) threshold() *campaign.Decimal {
	for i := range t.s.Rules.Bands {
		if t.s.Rules.Bands[i].Name == t.r.Band {
			return &t.s.Rules.Bands[i].From
		}
	}
	return nil
}
