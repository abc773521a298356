package campaign

import (
	"cmp"
	"slices"
)

// Turn says how one unit went over into others.
type Turn string

// The turns.
const (
	Renamed   Turn = "renamed"   // 1:1, it goes on under another name
	Merged    Turn = "merged"    // n:1, or a part of such a change
	Split     Turn = "split"     // 1:n
	Dissolved Turn = "dissolved" // it ended without a successor
)

// A Step is the end of one unit in a line of units.
type Step struct {
	Unit Unit   // the unit that ended, on its day To by its Act
	Into []Unit // its successors that the registry knows
	Turn Turn
}

// Line returns every step that leads to a unit or goes on from it, oldest first: the whole story that a unit's
// page tells. It is empty for a unit that always was and still is.
func (r *Registry) Line(id string) []Step {
	self, ok := r.Unit(id)
	if !ok {
		return nil
	}
	units := append([]Unit{self}, r.Ancestors(id)...)
	for _, u := range r.reach(id, func(u Unit) []string { return u.Became }) {
		if !slices.ContainsFunc(units, func(o Unit) bool { return o.ID == u.ID }) {
			units = append(units, u)
		}
	}
	var steps []Step
	for _, u := range units {
		if u.To != "" || len(u.Became) > 0 {
			steps = append(steps, r.step(u))
		}
	}
	slices.SortStableFunc(steps, func(a, b Step) int {
		return cmp.Or(cmp.Compare(a.Unit.To, b.Unit.To), cmp.Compare(a.Unit.ID, b.Unit.ID))
	})
	return steps
}

func (r *Registry) step(u Unit) Step {
	s := Step{Unit: u, Turn: Dissolved}
	for _, id := range u.Became {
		if next, ok := r.units[id]; ok {
			s.Into = append(s.Into, next)
		}
	}
	switch {
	case len(u.Became) > 1:
		s.Turn = Split
	case len(u.Became) == 1 && (len(r.from[u.Became[0]]) > 1 || r.units[u.Became[0]].From != "" && r.units[u.Became[0]].From < u.To):
		s.Turn = Merged // with others, or into one that was there
	case len(u.Became) == 1:
		s.Turn = Renamed
	}
	return s
}

// Turn says how the unit from went over into the unit to, over all steps between: Renamed only if each step
// was a mere renaming, Split if any was a division, else Merged. It is Dissolved where from never became to.
func (r *Registry) Turn(from, to string) Turn {
	if !slices.ContainsFunc(r.Ancestors(to), func(u Unit) bool { return u.ID == from }) {
		return Dissolved
	}
	turn := Renamed
	for _, u := range r.reach(from, func(u Unit) []string { return r.towards(u, to) }) {
		if u.ID == to {
			continue
		}
		switch r.step(u).Turn {
		case Split:
			return Split
		case Merged:
			turn = Merged
		}
	}
	return turn
}

// towards returns the successors of a unit that lead to another.
func (r *Registry) towards(u Unit, to string) []string {
	ancestors := r.Ancestors(to)
	return slices.DeleteFunc(slices.Clone(u.Became), func(id string) bool {
		return id != to && !slices.ContainsFunc(ancestors, func(a Unit) bool { return a.ID == id })
	})
}

// passage compares a unit's end with the beginning of a unit that it became, "" where they fit. A unit that was there
// before may take in others, or a part of one.
func (r *Registry) passage(u, next Unit) Kind {
	switch {
	case u.To == "" || u.To <= u.From || next.From == "" || next.From == u.To:
		return ""
	case next.From > u.To:
		return UnitGap
	case len(u.Became) == 1 && len(r.from[next.ID]) == 1:
		return UnitOverlap
	}
	return ""
}

// Check finds loops, unknown successors and dates that do not follow each other, in the registry's order.
func (r *Registry) Check() []Problem {
	var problems []Problem
	for _, id := range r.IDs() {
		problems = append(problems, r.checkUnit(r.units[id])...)
	}
	return problems
}

func (r *Registry) checkUnit(u Unit) []Problem {
	var problems []Problem
	if u.From != "" && u.To != "" && u.To <= u.From {
		problems = append(problems, Problem{Kind: UnitDates, Unit: u.ID, Got: string(u.To), Want: string(u.From)})
	}
	if len(u.Became) > 0 && u.To == "" {
		problems = append(problems, Problem{Kind: UnitEndMissing, Unit: u.ID, Want: u.Became[0]})
	}
	for i, next := range u.Became {
		if _, ok := r.units[next]; !ok {
			problems = append(problems, Problem{Kind: SuccessorUnknown, Unit: u.ID, Got: next, Index: i})
		} else if kind := r.passage(u, r.units[next]); kind != "" {
			problems = append(problems, Problem{Kind: kind, Unit: u.ID, Got: string(u.To), Want: string(r.units[next].From), Other: next})
		}
	}
	if slices.ContainsFunc(r.Ancestors(u.ID), func(a Unit) bool { return slices.Contains(u.Became, a.ID) }) || slices.Contains(u.Became, u.ID) {
		problems = append(problems, Problem{Kind: SuccessorLoop, Unit: u.ID, Got: u.Became[0]})
	}
	return problems
}
