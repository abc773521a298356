package review

import "slices"

// own are a unit's scores: where they differ, they are why it moves.
var own = []Aspect{Score, Bonus, Penalty}

// outcome is what a unit's scores come to.
var outcome = []Aspect{Total, Percent, Max, Rank, Band, Unranked}

// reasons finds why units move: their own scores first, then the rules, then the other units.
func (r *Review) reasons() {
	ruled := map[string]bool{} // campaign and block whose rules differ
	for _, p := range r.pairs {
		if p.base != nil && p.head != nil && p.base.criteria != nil && p.head.criteria != nil && r.rulesDiffer(p.head) {
			for _, b := range slices.Concat(p.base.criteria.Blocks, p.head.criteria.Blocks) {
				ruled[p.head.Campaign+" "+b] = true
			}
		}
	}
	for i := range r.Changes {
		c := &r.Changes[i]
		if c.Topic != OfUnit || c.Act != Changed {
			continue
		}
		c.part()
		moved := slices.ContainsFunc(c.Turns, func(t Turn) bool { return slices.Contains(outcome, t.Aspect) })
		switch {
		case !moved:
			c.Turns, c.Causes = append(c.Turns, c.Causes...), nil
		case len(c.Causes) > 0:
			c.Why, c.At = ByScores, c.Causes[0].NowAt
		case ruled[c.Publication.Campaign+" "+c.Publication.round.Block.ID]:
			c.Why = ByRules
		case c.stays():
			c.others(r)
		}
	}
}

// rulesDiffer tells that the criteria say something else of how a rank comes about.
func (r *Review) rulesDiffer(p *Publication) bool {
	return slices.ContainsFunc(r.Changes, func(c Change) bool {
		return c.Publication == p && slices.Contains([]Topic{OfCriteria, OfCriterion, OfBand}, c.Topic) &&
			slices.ContainsFunc(c.Turns, func(t Turn) bool { return (t.Aspect != Name || c.Topic == OfBand) && traitOf(t.Aspect).weight != Free })
	})
}

// part takes the unit's own scores out of the turns.
func (c *Change) part() {
	var rest []Turn
	for _, t := range c.Turns {
		if slices.Contains(own, t.Aspect) {
			c.Causes = append(c.Causes, t)
		} else {
			rest = append(rest, t)
		}
	}
	c.Turns = rest
}

// stays tells that the unit has a rank on both sides.
func (c *Change) stays() bool { return c.was.value(Rank, "") != "" && c.now.value(Rank, "") != "" }

// others finds the units whose order with this one is another now. Where its figure differs although nothing of ours
// does, the source's own figure was typed anew.
func (c *Change) others(r *Review) {
	if t, ok := c.turn(Total); ok {
		c.Why = ByMark
		c.Causes = append(c.Causes, t)
		return
	}
	i := slices.IndexFunc(r.pairs, func(p pair) bool { return p.head == c.Publication })
	was, now := r.pairs[i].base.standings(), r.pairs[i].head.standings()
	me := c.now.Key
	for id, is := range now {
		before, known := was[id]
		passed := known && ((before < was[me]) != (is < now[me]) || (before > was[me]) != (is > now[me]))
		if id != me && (passed || !known && is <= now[me]) {
			c.Others = append(c.Others, r.pairs[i].head.unit(id))
		}
	}
	for id, before := range was {
		if _, stays := now[id]; !stays && id != me && before <= was[me] {
			c.Others = append(c.Others, r.pairs[i].base.unit(id))
		}
	}
	slices.Sort(c.Others)
	if len(c.Others) > 0 {
		c.Why = ByOthers
	}
}

// turn returns the change of one aspect.
func (c *Change) turn(a Aspect) (Turn, bool) {
	i := slices.IndexFunc(c.Turns, func(t Turn) bool { return t.Aspect == a })
	if i < 0 {
		return Turn{}, false
	}
	return c.Turns[i], true
}

// standings are the ranks of a round by unit.
func (p *Publication) standings() map[string]int {
	out := map[string]int{}
	for _, row := range p.round.Standings.Rows {
		out[row.Unit.ID] = row.Rank
	}
	return out
}

// unit is the name of a unit of the round.
func (p *Publication) unit(id string) string {
	for _, s := range p.Subjects() {
		if s.Topic == OfUnit && s.Key == id {
			return s.Name
		}
	}
	return id
}
