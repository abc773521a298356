package campaign

import "slices"

// lines gives each contestant its line of a score sheet. Lines of others and second lines are problems and
// count for nothing.
func (s *scorer) lines(entries []Entry, self bool) map[string]*Entry {
	contestants := make(map[string]bool, len(s.round.Block))
	for _, u := range s.round.Block {
		contestants[u.ID] = true
	}
	lines := make(map[string]*Entry, len(entries))
	for i := range entries {
		e := &entries[i]
		switch {
		case !contestants[e.Unit]:
			s.problem(Problem{Kind: UnitNotInBlock, Unit: e.Unit, Self: self})
		case lines[e.Unit] != nil:
			s.problem(Problem{Kind: UnitTwice, Unit: e.Unit, Self: self})
		default:
			lines[e.Unit] = e
			s.checkAdjustments(e, self)
		}
	}
	return lines
}

func (s *scorer) problem(p Problem) { s.problems = append(s.problems, p) }

// checkScore finds a score below zero or above the leaf's maximum (weighted: above the scale).
func (s *scorer) checkScore(unit string, n *node, cell Score, self bool) {
	if cell.State != Scored || cell.Value >= 0 && (n.limit <= 0 || cell.Value <= n.limit) {
		return
	}
	p := Problem{Unit: unit, Criterion: n.ID, Self: self}
	if cell.Value < 0 {
		s.below(p, cell.Value)
	} else {
		s.above(p, ScoreOverMax, cell.Value, n.limit)
	}
}

// checkAdjustments finds bonus and penalty below zero and above their caps.
func (s *scorer) checkAdjustments(e *Entry, self bool) {
	for _, a := range []struct {
		column string
		value  Decimal
		most   *Decimal
		kind   Kind
	}{
		{"bonus", e.Bonus, s.rules.Adjustments.BonusMax, BonusOverMax},
		{"penalty", e.Penalty, s.rules.Adjustments.PenaltyMax, PenaltyOverMax},
	} {
		p := Problem{Unit: e.Unit, Column: a.column, Self: self}
		if a.value < 0 {
			s.below(p, a.value)
		} else if a.most != nil && a.value > *a.most {
			s.above(p, a.kind, a.value, *a.most)
		}
	}
}

func (s *scorer) below(p Problem, got Decimal) {
	p.Kind, p.Got, p.Want = ScoreNegative, got.String(), "0"
	s.problem(p)
}

func (s *scorer) above(p Problem, kind Kind, got, most Decimal) {
	p.Kind, p.Got, p.Want = kind, got.String(), most.String()
	s.problem(p)
}

// checkBlock finds what is wrong with who competes, whatever they scored.
func (s *scorer) checkBlock(lines map[string]*Entry) {
	r := s.round
	known := map[string]bool{}
	for _, u := range r.Block {
		known[u.ID] = true
		if r.Day != "" && !u.Exists(r.Day) {
			s.problem(Problem{Kind: UnitGone, Unit: u.ID, Got: string(r.Day), Want: string(u.To)})
		}
	}
	var strangers []string
	for id := range r.Excluded {
		if !known[id] {
			strangers = append(strangers, id)
		}
	}
	slices.Sort(strangers)
	for _, id := range strangers {
		s.problem(Problem{Kind: ExcludedUnknown, Unit: id})
	}
	if r.Extract > 0 && len(lines) > r.Extract {
		s.problem(Problem{Kind: ExtractCount, Got: Int(len(lines)).String(), Want: Int(r.Extract).String()})
	}
}

// admit decides whether a unit is ranked at all, and says why not.
func (s *scorer) admit(t *tally, line *Entry) bool {
	row := &t.row
	if reason, out := s.round.Excluded[row.Unit.ID]; out {
		row.Cause, row.Reason = CauseExcluded, reason
		return false
	}
	if line == nil {
		row.Cause = CauseAbsent
		s.problem(Problem{Kind: UnitMissing, Unit: row.Unit.ID})
		return false
	}
	for i := range row.Parts {
		p := &row.Parts[i]
		if !p.Leaf || p.State != Missing && p.State != Withheld {
			continue
		}
		row.Criteria = append(row.Criteria, p.ID)
		if p.State == Missing {
			row.Cause = CauseMissing
		} else if row.Cause == "" {
			row.Cause = CauseWithheld
		}
	}
	if row.Cause == "" && t.max <= 0 {
		row.Cause = CauseNothing
	}
	return row.Cause == ""
}
