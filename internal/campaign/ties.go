package campaign

// keyNode returns the place of a key's criterion in the tree, -1 if there is none.
func (s *scorer) keyNode(k BreakKey) int {
	if at, ok := s.tree.index[k.Criterion]; ok && k.Criterion != "" {
		return at
	}
	return -1
}

// setKeys computes the unit's value of every break key, turned so that more is better.
func (s *scorer) setKeys(t *tally) {
	if len(s.rules.Ties.BreakBy) == 0 {
		return
	}
	t.keys = make([]wide, len(s.rules.Ties.BreakBy))
	for i, k := range s.rules.Ties.BreakBy {
		t.keys[i] = s.key(t, k)
	}
}

func (s *scorer) key(t *tally, k BreakKey) wide {
	switch at := s.keyNode(k); {
	case at >= 0:
		return t.shares[at].num
	case k.Sheet != "":
		return s.sheetSum(t, k.Sheet)
	case k.Bonus:
		return narrow(t.row.Bonus)
	case k.Penalty:
		return narrow(-t.row.Penalty)
	case k.Previous:
		return narrow(-Int(s.previousRank(t.row.Unit.ID)))
	}
	return wide{}
}

// sheetSum adds what the leaves with one sheet gave.
func (s *scorer) sheetSum(t *tally, sheet string) wide {
	var all wide
	for i := range s.tree.nodes {
		if n := &s.tree.nodes[i]; n.leaf && n.Sheet == sheet {
			all = all.plus(t.shares[i].num)
		}
	}
	return all
}

// noRank stands for the rank before of a unit that had none: worse than any.
const noRank = 1_000_000

// previousRank returns the unit's rank in the round before; a renamed unit keeps it.
func (s *scorer) previousRank(id string) int {
	row, _, _ := s.before(id)
	if row == nil || row.Rank == 0 {
		return noRank
	}
	return row.Rank
}

func compareKeys(a, b *tally) int {
	for i := range a.keys {
		if c := a.keys[i].compare(b.keys[i]); c != 0 {
			return c
		}
	}
	return 0
}

func sameKeys(a, b *tally) bool { return compareKeys(a, b) == 0 }

// deciding returns the first key on which two units with an equal figure differ, nil if there is none.
func (s *scorer) deciding(t, other *tally) *DecidingKey {
	for i, k := range s.rules.Ties.BreakBy {
		if t.keys[i].compare(other.keys[i]) != 0 {
			return &DecidingKey{Key: k, Value: s.keyValue(k, t.keys[i]), Other: s.keyValue(k, other.keys[i]), With: other.row.Unit.ID}
		}
	}
	return nil
}

// keyValue turns a key's value back into what readers know: points, or the rank before (0 for none).
func (s *scorer) keyValue(k BreakKey, v wide) Decimal {
	switch {
	case k.Penalty:
		v = v.negative()
	case k.Previous:
		if v = v.negative(); v == narrow(Int(noRank)) {
			return 0
		}
	case !k.Bonus:
		return divided(v, narrow(s.divisor), 6)
	}
	d, _ := v.small()
	return d
}
