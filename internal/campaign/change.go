package campaign

import "slices"

// changes compares every row with the round before.
func (s *scorer) changes(now *Standings) {
	if s.round.Previous == nil {
		return
	}
	for i := range now.Rows {
		s.change(now, &now.Rows[i])
	}
	printed := map[string]Decimal{}
	for _, e := range s.round.Entries {
		if e.Official.Change != nil {
			printed[e.Unit] = *e.Official.Change
		}
	}
	for _, rows := range [][]Row{now.Rows, now.Unranked} {
		for i := range rows {
			if got, ok := printed[rows[i].Unit.ID]; ok {
				s.checkChange(&rows[i], got)
			}
		}
	}
}

// change fills a row's change, or says why it can't be compared. What concerns the unit alone is said before
// what concerns all.
func (s *scorer) change(now *Standings, row *Row) {
	was, broken, from := s.before(row.Unit.ID)
	switch {
	case broken == BrokenNew && s.round.Previous.Extract:
		row.NoChange = BrokenUnknown
	case broken != "":
		row.NoChange, row.WasUnits = broken, from
	case was.Rank == 0:
		row.NoChange = BrokenUnranked
	case s.round.Carried != "":
		row.Change = changeOf(was, row)
	case !comparable(s.round.Previous.Rules, s.rules):
		row.NoChange = BrokenCriteria
	case s.round.Previous.Units != now.Units:
		row.NoChange = BrokenBlock
	case was.Max == row.Max:
		row.Change = changeOf(was, row)
	case s.rules.Scoring.RankBy == ByPercent:
		row.Change = changeOf(was, row)
		row.Change.Points = nil
	default:
		row.NoChange = BrokenMaximum
	}
}

func changeOf(was, now *Row) *Change {
	points := now.Total - was.Total
	return &Change{
		Ranks:   was.Rank - now.Rank,
		Points:  &points,
		Percent: now.Percent - was.Percent,
		Was:     Figures{was.Total, was.Percent, was.Rank, was.Band},
	}
}

// hasFigures reports whether a row has a total and a percentage: an extract's unit without a rank has them too.
func (r *Row) hasFigures() bool { return r.Rank > 0 || r.Cause == CauseNoRank }

// checkChange compares a printed change with new − old, where both are known and were scored alike.
func (s *scorer) checkChange(row *Row, got Decimal) {
	was, broken, _ := s.before(row.Unit.ID)
	alike := s.round.Carried != "" || comparable(s.round.Previous.Rules, s.rules)
	if broken != "" || !alike || !was.hasFigures() || !row.hasFigures() {
		return
	}
	ours := row.Total - was.Total
	if s.rules.Scoring.RankBy == ByPercent {
		ours = row.Percent - was.Percent
	}
	if got != ours && !s.within(got, ours) {
		s.problem(Problem{Kind: ChangeDiffers, Unit: row.Unit.ID, Column: "change", Got: got.String(), Want: ours.Text(s.precision())})
	}
}

// before returns a unit's row in the round before, or why it has none: it is new, or comes from other units.
func (s *scorer) before(id string) (row *Row, why Broken, from []string) {
	if s.round.Previous == nil {
		return nil, BrokenNew, nil
	}
	own := s.earlier[id]
	origins := s.origins(id)
	switch {
	case len(origins) == 0 && own == nil:
		return nil, BrokenNew, nil
	case len(origins) == 0:
		return own, "", nil
	case len(origins) == 1 && own == nil:
		return s.fromOne(id, origins[0])
	case own != nil:
		origins = append(origins, id)
	}
	return nil, BrokenMerged, origins
}

// fromOne compares with a unit's one origin where it only changed its name.
func (s *scorer) fromOne(id, origin string) (*Row, Broken, []string) {
	switch s.round.Registry.Turn(origin, id) {
	case Renamed:
		return s.earlier[origin], "", nil
	case Split:
		return nil, BrokenSplit, []string{origin}
	}
	return nil, BrokenMerged, []string{origin}
}

// origins returns the units of the round before that ended and became this one.
func (s *scorer) origins(id string) []string {
	var found []string
	for _, u := range s.round.Registry.Ancestors(id) {
		ended := s.round.Day == "" || u.To == "" || u.To <= s.round.Day
		lived := s.round.Previous.Day == "" || u.To == "" || u.To > s.round.Previous.Day
		if u.ID != id && ended && lived && s.earlier[u.ID] != nil {
			found = append(found, u.ID)
		}
	}
	return found
}

// index gives each unit's row by id, ranked or not.
func (s *Standings) index() map[string]*Row {
	if s == nil {
		return nil
	}
	rows := make(map[string]*Row, len(s.Rows)+len(s.Unranked))
	for _, part := range [][]Row{s.Rows, s.Unranked} {
		for i := range part {
			rows[part[i].Unit.ID] = &part[i]
		}
	}
	return rows
}

// comparable reports whether two rounds were scored alike: the same leaves with the same weight or maximum, the
// same sheets, the same caps, ranked by the same figure. Names, bands and tie rules may differ.
func comparable(a, b *Rules) bool {
	if a == b {
		return true
	}
	if a == nil || b == nil {
		return false
	}
	x, y := a.Scoring, b.Scoring
	return x.Basis == y.Basis && x.Scale == y.Scale && x.RankBy == y.RankBy &&
		same(a.Adjustments.BonusMax, b.Adjustments.BonusMax) &&
		same(a.Adjustments.PenaltyMax, b.Adjustments.PenaltyMax) &&
		slices.Equal(a.measures(), b.measures())
}

func same(a, b *Decimal) bool {
	return (a == nil) == (b == nil) && value(a) == value(b)
}

// A measure is what one leaf counts.
type measure struct {
	id, sheet string
	share     Decimal
}

func (r *Rules) measures() []measure {
	var all []measure
	for _, n := range r.tree().nodes {
		if n.leaf {
			all = append(all, measure{n.ID, n.Sheet, n.share})
		}
	}
	return all
}
