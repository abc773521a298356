package campaign

import "math/big"

// meetNeighbours tells each row how it stands to the ranks above and below.
func (s *scorer) meetNeighbours(placed []*tally) {
	var above *tally
	shared := 0 // by how many rows the rank above
	for start, end := 0, 0; start < len(placed); start = end {
		for end = start; end < len(placed) && placed[end].row.Rank == placed[start].row.Rank; end++ {
		}
		for _, t := range placed[start:end] {
			t.row.Tied = end-start > 1
			if above != nil {
				s.meet(t, above)
				t.row.GapAhead = s.gap(t, above, shared)
			}
			if end < len(placed) {
				s.meet(t, placed[end])
			}
		}
		s.warnNear(above, placed[start])
		above, shared = placed[end-1], end-start
	}
}

// meet compares a row with a neighbour of another rank. The neighbour above is met first: its key says why the
// row stands behind.
func (s *scorer) meet(t, other *tally) {
	a, b := s.ranks(t), s.ranks(other)
	if a.shown == b.shown {
		t.row.PrintsEqual = true
	}
	if t.row.Key == nil && s.equal(a, b) {
		t.row.Key = s.deciding(t, other)
	}
	if s.near(a, b) {
		t.row.NearTie = true
	}
}

// gap returns how far the next better rank is ahead, as the difference of the printed figures; nil where an
// extract does not show that rank.
func (s *scorer) gap(t, above *tally, shared int) *Decimal {
	next := above.row.Rank + shared
	if s.rules.Ties.Method == Dense {
		next = above.row.Rank + 1
	}
	if s.round.Extract > 0 && t.row.Rank != next {
		return nil
	}
	gap := s.ranks(above).shown - s.ranks(t).shown
	return &gap
}

// near reports whether two different figures lie closer than one step of the printed precision.
func (s *scorer) near(a, b figure) bool {
	step := stepOf(s.precision())
	apart := max(a.shown-b.shown, b.shown-a.shown)
	if s.rules.Scoring.Compare == Rounded || apart > step || s.equal(a, b) {
		return false
	}
	distance := new(big.Rat).Sub(s.exact(a), s.exact(b))
	return distance.Abs(distance).Cmp(new(big.Rat).SetInt(narrow(step).big())) < 0
}

// exact returns a figure that ranks, in millionths.
func (s *scorer) exact(f figure) *big.Rat {
	num, den := f.num.big(), narrow(f.of).big()
	if s.rules.Scoring.RankBy == ByPercent {
		num.Mul(num, hundred.big())
		den.Mul(den, narrow(s.divisor).big())
	}
	return new(big.Rat).SetFrac(num, den)
}

// warnNear warns of two ranks that lie closer than the rounding.
func (s *scorer) warnNear(above, below *tally) {
	if above == nil || !s.near(s.ranks(above), s.ranks(below)) {
		return
	}
	s.problem(Problem{Kind: NearTie, Unit: below.row.Unit.ID, Got: stepOf(s.precision()).String()})
}
