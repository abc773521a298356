package campaign

import "math/big"

// A tally is one unit's result while the standings come about: the row and the exact figures behind it.
type tally struct {
	row    Row
	listed int // place in the block's list

	num     wide    // total = num ÷ divisor, in millionths
	max     Decimal // the unit's own maximum
	shares  []share // what each node gave, exactly; the scorer's buffer, good until the next unit
	keys    []wide  // of the break keys, more is better
	total   figure  // ours, or the official one
	percent figure
	own     figure // ours of the one that ranks
	mine    Figures
	decided *Official
}

// A figure is an exact number, num ÷ of times what all figures of its kind in one round have in common: a
// total is num ÷ of in millionths, a percentage 100 × num ÷ (divisor × of).
type figure struct {
	num   wide
	of    Decimal // positive
	shown Decimal // as printed
}

// A share is what one node gave: num ÷ divisor of max points.
type share struct {
	num wide
	max Decimal
}

// A scorer computes tallies. Its trees and buffers serve all units of a round.
type scorer struct {
	round    *Round
	rules    *Rules
	tree     *tree
	divisor  Decimal
	shares   []share
	parts    []Part // one stretch for all units
	earlier  map[string]*Row
	problems []Problem
}

func newScorer(r *Round) *scorer {
	t := r.Rules.tree()
	return &scorer{
		round: r, rules: r.Rules, tree: t, divisor: r.Rules.divisor(),
		shares:  make([]share, len(t.nodes)),
		parts:   make([]Part, len(t.nodes)*len(r.Block)),
		earlier: r.Previous.index(),
	}
}

// next hands out the parts of one more unit.
func (s *scorer) next() []Part {
	n := len(s.tree.nodes)
	if len(s.parts) < n {
		s.parts = make([]Part, n)
	}
	p := s.parts[:n:n]
	s.parts = s.parts[n:]
	return p
}

// score computes a unit's figures from its line of the sheet, nil if it has none.
func (s *scorer) score(u Unit, e *Entry, self *Entry) tally {
	t := tally{row: Row{Unit: u, Parts: s.next()}, shares: s.shares}
	if e == nil {
		e = &Entry{Unit: u.ID}
	}
	s.cells(t.row.Parts, e)
	s.sums(t.row.Parts)
	s.selfSums(t.row.Parts, self)
	t.row.Bonus, t.row.Penalty, t.row.Note = bounded(e.Bonus), bounded(e.Penalty), e.Note
	for i, n := range s.tree.nodes {
		if n.parent < 0 {
			t.num = t.num.plus(s.shares[i].num)
			t.max = sum(t.max, s.shares[i].max)
		}
	}
	t.num = t.num.plus(product(t.row.Bonus-t.row.Penalty, s.divisor))
	t.row.Max = t.max
	if s.rules.Scoring.Basis == Weighted {
		t.row.Max = t.max.Round(s.rules.Scoring.Decimals)
	}
	return t
}

// cells reads the unit's cells into the leaves.
func (s *scorer) cells(parts []Part, e *Entry) {
	for i := range parts {
		n, p := &s.tree.nodes[i], &parts[i]
		*p = Part{ID: n.ID, Name: n.Name, Level: n.level, Leaf: n.leaf, Sheet: n.Sheet, State: NotApplicable}
		s.shares[i] = share{}
		if !n.leaf {
			continue
		}
		cell := e.Scores[n.ID]
		s.checkScore(e.Unit, n, cell, false)
		p.State = cell.State
		if cell.State == Scored {
			p.Score = bounded(cell.Value)
			p.Points = s.points(p.Score, n)
			s.shares[i].num = product(p.Score, n.factor)
		}
		if cell.State != NotApplicable {
			p.Max, s.shares[i].max = n.share, n.share
		}
	}
}

// points returns what a score adds to the total, rounded half-up at six decimals.
func (s *scorer) points(score Decimal, n *node) Decimal {
	if s.divisor == 1 {
		return score
	}
	return divided(product(score, n.factor), narrow(s.divisor), 6)
}

// sums adds each node to its parent; children stand after their parents, so it goes from the end.
func (s *scorer) sums(parts []Part) {
	for i := len(parts) - 1; i >= 0; i-- {
		at := s.tree.nodes[i].parent
		if at < 0 {
			continue
		}
		child, parent := &parts[i], &parts[at]
		parent.State = graver(parent.State, child.State)
		parent.Points = sum(parent.Points, child.Points)
		parent.Score = parent.Points
		parent.Max = sum(parent.Max, child.Max)
		s.shares[at].num = s.shares[at].num.plus(s.shares[i].num)
		s.shares[at].max = sum(s.shares[at].max, s.shares[i].max)
	}
}

// graver returns the state that speaks for both: one missing leaf leaves its parent incomplete.
func graver(a, b State) State {
	for _, s := range [...]State{Missing, Withheld, Scored} {
		if a == s || b == s {
			return s
		}
	}
	return NotApplicable
}

// selfSums sets the units' own scoring. A sum is shown only where all that applies below it is scored.
func (s *scorer) selfSums(parts []Part, self *Entry) {
	if self == nil {
		return
	}
	type own struct {
		state State
		sum   Decimal
	}
	owns := make([]own, len(parts))
	for i := range owns {
		owns[i].state = NotApplicable
	}
	for i := len(parts) - 1; i >= 0; i-- {
		n, o := &s.tree.nodes[i], &owns[i]
		shown := &o.sum
		if n.leaf {
			cell := self.Scores[n.ID]
			s.checkScore(self.Unit, n, cell, true)
			typed := bounded(cell.Value)
			o.state, shown = cell.State, &typed
			if cell.State == Scored {
				o.sum = s.points(typed, n)
			}
		}
		if o.state == Scored {
			parts[i].Self = shown
		}
		if n.parent >= 0 {
			p := &owns[n.parent]
			p.state, p.sum = graver(p.state, o.state), sum(p.sum, o.sum)
		}
	}
}

// ourTotal is the unit's total as computed.
func (s *scorer) ourTotal(t *tally) figure {
	shown := divided(t.num, narrow(s.divisor), s.rules.Scoring.Decimals)
	return figure{t.num, s.divisor, shown}
}

// ourPercent is the total as percent of the unit's own maximum.
func (s *scorer) ourPercent(t *tally) figure { return s.percentOf(t.num, t.max) }

// percentOf returns a total as percent of a positive maximum.
func (s *scorer) percentOf(total wide, most Decimal) figure {
	f := figure{num: total, of: most}
	f.shown = s.printed(f)
	return f
}

// printed rounds a percentage as it is printed.
func (s *scorer) printed(percent figure) Decimal {
	num, ok := percent.num.small()
	if den := product(s.divisor, percent.of); ok {
		return divided(product(num, 100*One), den, 2)
	}
	num128 := new(big.Int).Mul(percent.num.big(), hundred.big())
	return quotient(num128, product(s.divisor, percent.of).big(), 2)
}

// hundred is 100 per cent.
var hundred = narrow(100 * One)
