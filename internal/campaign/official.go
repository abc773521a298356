package campaign

import (
	"cmp"
	"slices"
)

// within reports whether an official figure may stand for ours.
func (s *scorer) within(official, ours Decimal) bool {
	return s.round.Official != nil && max(sum(official, -ours), sum(ours, -official)) <= s.round.Official.Within
}

// take settles what to do with an official figure: it stands where it is within the tolerance, and ours is kept
// where the two print differently. Where it is outside, or no tolerance is stated, a difference is a problem.
func (s *scorer) take(t *tally, column string, official *Decimal, ours Decimal, decimals int) bool {
	if official == nil {
		return false
	}
	if s.within(*official, ours) {
		if *official != ours {
			t.row.Ours = &t.mine
		}
		return true
	}
	if *official == ours {
		return false
	}
	s.problem(Problem{Kind: OfficialDiffers, Unit: t.row.Unit.ID, Column: column, Got: official.String(), Want: ours.Text(decimals)})
	if s.allows(OfficialDiffers) {
		t.row.Ours = &t.mine
		return true
	}
	return false
}

// allows reports whether the source's figure stands although it has the problem.
func (s *scorer) allows(kind Kind) bool { return slices.Contains(s.round.Allowed, kind) }

// officialTotal returns the total that counts: the decided one, or ours.
func (s *scorer) officialTotal(t *tally, ours figure) figure {
	o := t.decided.Total
	if !s.take(t, "total", o, ours.shown, s.rules.Scoring.Decimals) {
		return ours
	}
	return figure{product(bounded(*o), s.divisor), s.divisor, *o}
}

// officialPercent returns the percentage that counts.
func (s *scorer) officialPercent(t *tally, ours figure) figure {
	o := t.decided.Percent
	if !s.take(t, "percent", o, ours.shown, 2) {
		return ours
	}
	return s.officialPercentage(*o)
}

// officialPercentage makes a figure of a printed percentage.
func (s *scorer) officialPercentage(p Decimal) figure {
	return figure{product(bounded(p), s.divisor), 100 * One, p}
}

// officialRanks lets decided ranks stand. In an extract they stand as given, and a unit without one has no rank:
// ours would be a rank among some of the units only. Elsewhere they stand within the tolerance.
func (s *scorer) officialRanks(placed []*tally) (ranked, nameless []*tally) {
	if s.round.Extract > 0 {
		return s.extractRanks(placed)
	}
	s.unplaced(placed)
	holes := s.holes(placed)
	moved := map[*tally]int{}
	for _, t := range placed {
		o := t.decided.Rank
		switch {
		case o == nil || *o == t.row.Rank:
		case holes[t]:
			if s.allows(RankHole) {
				moved[t] = *o
			}
		case s.rankWithin(placed, t, *o):
			moved[t] = *o
		default:
			s.differs(t, OfficialDiffers, *o, t.row.Rank)
			if s.allows(OfficialDiffers) {
				moved[t] = *o
			}
		}
	}
	for t, rank := range moved {
		t.row.Rank, t.row.OfficialRank, t.row.Ours = rank, true, &t.mine
	}
	if len(moved) > 0 {
		s.sortByRank(placed)
	}
	return placed, nil
}

func (s *scorer) differs(t *tally, kind Kind, got, want int) {
	s.problem(Problem{Kind: kind, Unit: t.row.Unit.ID, Column: "rank", Got: Int(got).String(), Want: Int(want).String()})
}

func (s *scorer) extractRanks(placed []*tally) (ranked, nameless []*tally) {
	for _, t := range placed {
		if t.decided.Rank == nil {
			t.row.Rank, t.row.Cause = 0, CauseNoRank
			nameless = append(nameless, t)
			continue
		}
		t.row.Rank, t.row.OfficialRank = *t.decided.Rank, true
		ranked = append(ranked, t)
	}
	s.sortByRank(ranked)
	s.checkOrder(ranked)
	return ranked, nameless
}

func (s *scorer) sortByRank(placed []*tally) {
	slices.SortStableFunc(placed, func(a, b *tally) int {
		return cmp.Or(cmp.Compare(a.row.Rank, b.row.Rank), s.compare(s.ranks(b), s.ranks(a)), cmp.Compare(a.listed, b.listed))
	})
}

// rankWithin reports whether a unit may have a rank when every distance between two figures may be off by the
// tolerance: as many better units as are surely better, at most as many as may be.
func (s *scorer) rankWithin(placed []*tally, t *tally, rank int) bool {
	if s.round.Official == nil {
		return false
	}
	surely, maybe, within := 0, 0, s.round.Official.Within
	for _, o := range placed {
		ahead := s.ranks(o).shown - s.ranks(t).shown
		if o != t && ahead > within {
			surely++
		} else if o != t && ahead >= -within {
			maybe++
		}
	}
	return rank > surely && rank <= surely+maybe+1
}

// unplaced finds ranked units to which the source gives no rank although it gives others one.
func (s *scorer) unplaced(placed []*tally) {
	without := slices.DeleteFunc(slices.Clone(placed), func(t *tally) bool { return t.decided.Rank != nil })
	if len(without) == len(placed) {
		return
	}
	for _, t := range without {
		s.problem(Problem{Kind: RankMissing, Unit: t.row.Unit.ID, Column: "rank", Want: Int(t.row.Rank).String()})
	}
}

// holes finds official ranks that skip a number or count ties another way than the rules. It looks only where
// every ranked unit has one.
func (s *scorer) holes(placed []*tally) map[*tally]bool {
	byOfficial := slices.Clone(placed)
	for _, t := range placed {
		if t.decided.Rank == nil {
			return nil
		}
	}
	slices.SortStableFunc(byOfficial, func(a, b *tally) int { return cmp.Compare(*a.decided.Rank, *b.decided.Rank) })
	holes, want := map[*tally]bool{}, 0
	for i, t := range byOfficial {
		switch {
		case i > 0 && *t.decided.Rank == *byOfficial[i-1].decided.Rank:
		case s.rules.Ties.Method == Dense:
			want++
		default:
			want = i + 1
		}
		if *t.decided.Rank != want {
			holes[t] = true
			s.differs(t, RankHole, *t.decided.Rank, want)
		}
	}
	return holes
}

// checkOrder finds units of an extract whose figure passes that of a better rank by more than the tolerance.
func (s *scorer) checkOrder(ranked []*tally) {
	within := Decimal(0)
	if s.round.Official != nil {
		within = s.round.Official.Within
	}
	var least *tally // of all rows so far
	for _, t := range ranked {
		if least != nil && least.row.Rank < t.row.Rank && s.ranks(t).shown > sum(s.ranks(least).shown, within) {
			s.differs(t, RankOrder, t.row.Rank, least.row.Rank)
		}
		if least == nil || s.ranks(t).shown < s.ranks(least).shown {
			least = t
		}
	}
}
