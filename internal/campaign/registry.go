package campaign

// A Registry is all units that ever competed, by id.
type Registry struct {
	units map[string]Unit
	order []string
}

// NewRegistry holds the units in their order; of two with one id the first stands.
func NewRegistry(units []Unit) *Registry {
	r := &Registry{units: make(map[string]Unit, len(units))}
	for _, u := range units {
		if _, twice := r.units[u.ID]; !twice {
			r.units[u.ID] = u
			r.order = append(r.order, u.ID)
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
