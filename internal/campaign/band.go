package campaign

// bandOf returns the place of the highest band whose threshold the percentage reaches and whose floor every
// criterion reaches, -1 if none; and the floor that refused the highest band refused.
func (s *scorer) bandOf(t *tally, percent figure) (int, *Refusal) {
	var refused *Refusal
	for i := range s.rules.Bands {
		b := &s.rules.Bands[i]
		if !s.reaches(percent, b.From) {
			continue
		}
		no := s.refusal(t, b)
		if no == nil {
			return i, refused
		}
		if refused == nil {
			refused = no
		}
	}
	return -1, refused
}

func (s *scorer) bandName(i int) string {
	if i < 0 {
		return ""
	}
	return s.rules.Bands[i].Name
}

// reaches compares a percentage with a threshold, exactly or as printed, by the rules.
func (s *scorer) reaches(percent figure, from Decimal) bool {
	if s.rules.Scoring.Compare == Rounded {
		return s.printed(percent) >= from
	}
	return compareProducts(percent.num, 100*One, product(s.divisor, percent.of), from) >= 0
}

// refusal returns the first criterion below a band's floor, nil if there is none. What does not apply to the
// unit is not asked.
func (s *scorer) refusal(t *tally, b *Band) *Refusal {
	if b.Floor == nil {
		return nil
	}
	for i := range s.tree.nodes {
		n, given := &s.tree.nodes[i], t.shares[i]
		asked := n.level == 0
		if b.FloorOn == Leaf {
			asked = n.leaf
		}
		if !asked || given.max <= 0 {
			continue
		}
		if percent := (figure{num: given.num, of: given.max}); !s.reaches(percent, *b.Floor) {
			return &Refusal{Band: b.Name, Criterion: n.ID, Percent: s.printed(percent), Floor: *b.Floor}
		}
	}
	return nil
}

// setBand gives the row its band: the official one where it is within the tolerance or vouched for, else ours.
func (s *scorer) setBand(t *tally) {
	band, refused := s.bandOf(t, t.percent)
	t.row.Band, t.row.Refused = s.bandName(band), refused
	official := t.decided.Band
	switch {
	case official == nil || *official == t.row.Band:
	case len(s.rules.Bands) == 0:
		t.row.Band, t.row.OfficialBand = *official, true
	case s.bandWithin(t, *official):
		t.row.Band, t.row.OfficialBand, t.row.Refused = *official, true, nil
		t.row.Ours = &t.mine
	default:
		s.problem(Problem{Kind: OfficialDiffers, Unit: t.row.Unit.ID, Column: "band", Got: *official, Want: t.row.Band})
		if s.allows(OfficialDiffers) {
			t.row.Band, t.row.OfficialBand, t.row.Refused, t.row.Ours = *official, true, nil, &t.mine
		}
	}
}

// bandWithin reports whether a percentage within the tolerance of the one that ranks would have the band.
func (s *scorer) bandWithin(t *tally, name string) bool {
	if s.round.Official == nil {
		return false
	}
	within := bounded(s.round.Official.Within)
	best, _ := s.bandOf(t, s.officialPercentage(t.percent.shown+within))
	worst, _ := s.bandOf(t, s.officialPercentage(t.percent.shown-within))
	for i := range s.rules.Bands {
		if s.rules.Bands[i].Name == name {
			return best >= 0 && best <= i && (i <= worst || worst < 0)
		}
	}
	return name == "" && worst < 0
}
