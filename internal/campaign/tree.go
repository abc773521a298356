package campaign

// A tree is the criteria in the order of the file, parents before children.
type tree struct {
	nodes []node
	index map[string]int // id → place in nodes; of two with one id the first
}

// A node is one criterion of a tree.
type node struct {
	*Criterion
	level  int
	parent int // place of the parent, -1 at the top
	leaf   bool
	share  Decimal // of a leaf: what it can add to the total (its max, or its weight)
	limit  Decimal // of a leaf: the highest score (its max, or the scale)
	factor Decimal // of a leaf: score × factor ÷ the round's divisor is what it adds to the total
}

// tree flattens the criteria and fixes what each leaf can give.
func (r *Rules) tree() *tree {
	t := &tree{index: map[string]int{}}
	t.add(r, r.Criteria, 0, -1)
	return t
}

func (t *tree) add(r *Rules, items []Criterion, level, parent int) {
	for i := range items {
		c := &items[i]
		n := node{Criterion: c, level: level, parent: parent, leaf: len(c.Items) == 0}
		if n.leaf {
			n.share, n.limit, n.factor = r.leaf(c)
		}
		at := len(t.nodes)
		t.nodes = append(t.nodes, n)
		if _, twice := t.index[c.ID]; !twice {
			t.index[c.ID] = at
		}
		t.add(r, c.Items, level+1, at)
	}
}

// leaf returns share, limit and factor of a leaf. What the file does not say is 0, and a problem of [Rules.Check].
func (r *Rules) leaf(c *Criterion) (share, limit, factor Decimal) {
	if r.Scoring.Basis == Weighted {
		w := value(c.Weight)
		return w, bounded(r.Scoring.Scale), w
	}
	m := value(c.Max)
	return m, m, 1
}

// value returns the decimal that d points to, 0 where there is none.
func value(d *Decimal) Decimal {
	if d == nil {
		return 0
	}
	return bounded(*d)
}

// divisor is what the sum of score × factor is divided by to give millionths of the total: 1 for points, the
// scale for weights. It is never 0.
func (r *Rules) divisor() Decimal {
	if r.Scoring.Basis != Weighted {
		return 1
	}
	if r.Scoring.Scale <= 0 {
		return One
	}
	return bounded(r.Scoring.Scale)
}
