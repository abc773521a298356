package campaign

import (
	"cmp"
	"slices"
)

// Rank computes the standings of a round. It returns standings for whatever it is fed; where there are
// problems they show what can be shown, and must not be published.
//
// Problems of the rules themselves are those of [Rules.Check]; Rank does not repeat them.
func Rank(r *Round) (*Standings, []Problem) {
	round := Round{}
	if r != nil {
		round = *r
	}
	if round.Rules == nil {
		round.Rules = &Rules{}
	}
	s := newScorer(&round)
	ranked, unranked := s.tallies()
	placed, nameless := s.officialRanks(s.decide(ranked))
	s.decideOurs(ranked)
	s.meetNeighbours(placed)
	out := &Standings{Rules: round.Rules, Units: len(round.Block), Extract: round.Extract > 0, Day: round.Day}
	if out.Extract {
		out.Units = max(round.Extract, len(placed))
	}
	out.Mean = s.mean(placed)
	out.Rows = rowsOf(placed)
	out.Unranked = rowsOf(inListOrder(append(unranked, nameless...)))
	s.changes(out)
	return out, s.problems
}

// tallies scores every contestant and parts those who can be ranked from those who can't.
func (s *scorer) tallies() (ranked, unranked []*tally) {
	lines := s.lines(s.round.Entries, false)
	selves := s.lines(s.round.Self, true)
	s.checkBlock(lines)
	all := make([]tally, 0, len(s.round.Block))
	seen := make(map[string]bool, len(s.round.Block))
	for i, u := range s.round.Block {
		line := lines[u.ID]
		_, excluded := s.round.Excluded[u.ID]
		if seen[u.ID] || s.round.Extract > 0 && line == nil && !excluded {
			continue
		}
		seen[u.ID] = true
		all = append(all, s.score(u, line, selves[u.ID]))
		t := &all[len(all)-1]
		t.listed = i
		if !s.admit(t, line) {
			unranked = append(unranked, t)
			continue
		}
		s.figures(t, line)
		ranked = append(ranked, t)
	}
	return ranked, unranked
}

// figures fixes what ranks a unit, its keys and its band.
func (s *scorer) figures(t *tally, e *Entry) {
	s.setKeys(t)
	total, percent := s.ourTotal(t), s.ourPercent(t)
	band, _ := s.bandOf(t, percent)
	t.own = s.ranking(total, percent)
	t.mine = Figures{Total: total.shown, Percent: percent.shown, Band: s.bandName(band)}
	t.decided = &e.Official
	t.total = s.officialTotal(t, total)
	if t.total != total {
		percent = s.percentOf(t.total.num, t.max)
	}
	t.percent = s.officialPercent(t, percent)
	t.row.Total, t.row.Percent = t.total.shown, t.percent.shown
	s.setBand(t)
}

// ranking picks the figure that the rules rank by.
func (s *scorer) ranking(total, percent figure) figure {
	if s.rules.Scoring.RankBy == ByPercent {
		return percent
	}
	return total
}

// ranks returns the figure that ranks the unit, ours or the official one.
func (s *scorer) ranks(t *tally) figure { return s.ranking(t.total, t.percent) }

// precision is the number of decimals of the figure that ranks.
func (s *scorer) precision() int {
	if s.rules.Scoring.RankBy == ByPercent {
		return 2
	}
	return places(s.rules.Scoring.Decimals)
}

// decide orders the tallies by the figure that ranks, then by the break keys, and numbers them.
func (s *scorer) decide(ranked []*tally) []*tally {
	return s.numbered(ranked, s.ranks, func(t *tally, rank int) { t.row.Rank = rank })
}

// decideOurs numbers the units by our own figures where official ones are shown. In an extract it leaves that
// out: a rank among some of the units would mislead.
func (s *scorer) decideOurs(ranked []*tally) {
	official := func(t *tally) bool { return t.row.Ours != nil }
	if s.round.Extract > 0 || !slices.ContainsFunc(ranked, official) {
		return
	}
	s.numbered(ranked, func(t *tally) figure { return t.own }, func(t *tally, rank int) {
		if official(t) {
			t.row.Ours.Rank = rank
		}
	})
}

// numbered puts the best first and gives out ranks: equal ones share theirs, and the next rank is one more than
// the number of better units (competition) or than the rank before (dense).
func (s *scorer) numbered(ts []*tally, by func(*tally) figure, set func(*tally, int)) []*tally {
	sorted, rank := slices.Clone(ts), 0
	slices.SortFunc(sorted, func(a, b *tally) int {
		return cmp.Or(s.compare(by(b), by(a)), compareKeys(b, a), cmp.Compare(a.listed, b.listed))
	})
	for i, t := range sorted {
		switch {
		case i > 0 && s.equal(by(sorted[i-1]), by(t)) && sameKeys(sorted[i-1], t):
		case s.rules.Ties.Method == Dense:
			rank++
		default:
			rank = i + 1
		}
		set(t, rank)
	}
	return sorted
}

// compare compares two figures as the rules say: exactly, or as printed.
func (s *scorer) compare(a, b figure) int {
	switch {
	case s.rules.Scoring.Compare == Rounded:
		return cmp.Compare(a.shown, b.shown)
	case a.of == b.of:
		return a.num.compare(b.num)
	}
	return compareProducts(a.num, b.of, b.num, a.of)
}

func (s *scorer) equal(a, b figure) bool { return s.compare(a, b) == 0 }

func inListOrder(ts []*tally) []*tally {
	slices.SortFunc(ts, func(a, b *tally) int { return cmp.Compare(a.listed, b.listed) })
	return ts
}

// rowsOf takes the rows out in their order and numbers their places in the table.
func rowsOf(ts []*tally) []Row {
	var rows []Row
	if len(ts) > 0 {
		rows = make([]Row, 0, len(ts))
	}
	for i, t := range ts {
		t.row.Order = i + 1
		rows = append(rows, t.row)
	}
	return rows
}
