package campaign

import "slices"

// A Registry is all units that ever competed, by id. It knows who became whom.
type Registry struct {
	units map[string]Unit
	order []string
	from  map[string][]string // id → ids of the units that became it
}

// NewRegistry holds the units in their order; of two with one id the first stands.
func NewRegistry(units []Unit) *Registry {
	r := &Registry{units: make(map[string]Unit, len(units)), from: map[string][]string{}}
	for _, u := range units {
		if _, twice := r.units[u.ID]; twice {
			continue
		}
		r.units[u.ID] = u
		r.order = append(r.order, u.ID)
		for _, next := range u.Became {
			if !slices.Contains(r.from[next], u.ID) {
				r.from[next] = append(r.from[next], u.ID)
			}
		}
	}
	return r
}

// Unit returns the unit with the id.
func (r *Registry) Unit(id string) (Unit, bool) {
	if r == nil {
		return Unit{}, false
	}
	u, ok := r.units[id]
	return u, ok
}

// IDs returns all ids in the registry's order.
func (r *Registry) IDs() []string {
	if r == nil {
		return nil
	}
	return r.order
}

// Exists reports whether the unit exists on a day: from its first day to the one before its end.
func (u Unit) Exists(day Day) bool {
	return (u.From == "" || u.From <= day) && (u.To == "" || day < u.To)
}

// Exists reports whether the registry has the unit and it exists on the day.
func (r *Registry) Exists(id string, day Day) bool {
	u, ok := r.Unit(id)
	return ok && u.Exists(day)
}

// Successors returns the units that live today in the place of one that has ended, for "nay là …": its
// successors' successors to the last, in the registry's order of naming, each once. It is empty for a unit that
// lives, and for one that ended without a successor. A loop is walked once.
func (r *Registry) Successors(id string) []Unit {
	var living []Unit
	for _, u := range r.reach(id, func(u Unit) []string { return u.Became }) {
		if u.ID != id && u.To == "" && len(u.Became) == 0 {
			living = append(living, u)
		}
	}
	return living
}

// Predecessors returns the units that became this one directly, in the registry's order.
func (r *Registry) Predecessors(id string) []Unit {
	if r == nil {
		return nil
	}
	var units []Unit
	for _, p := range r.from[id] {
		units = append(units, r.units[p])
	}
	return units
}

// Ancestors returns all units that became this one, directly or over others, the nearest first.
func (r *Registry) Ancestors(id string) []Unit {
	if r == nil || len(r.from[id]) == 0 {
		return nil
	}
	found := r.reach(id, func(u Unit) []string { return r.from[u.ID] })
	return found[min(1, len(found)):]
}

// reach walks from a unit over next, breadth first, each unit once, beginning with itself.
func (r *Registry) reach(id string, next func(Unit) []string) []Unit {
	first, ok := r.Unit(id)
	if !ok {
		return nil
	}
	found, seen := []Unit{first}, map[string]bool{id: true}
	for i := 0; i < len(found); i++ {
		for _, n := range next(found[i]) {
			if u, ok := r.units[n]; ok && !seen[n] {
				seen[n] = true
				found = append(found, u)
			}
		}
	}
	return found
}
