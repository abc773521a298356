package campaign

// Check finds what is wrong in the rules themselves, whatever was scored. Problems stand in the order of the
// criteria file: scoring, criteria, bands, ties.
func (r *Rules) Check() []Problem {
	c := checker{rules: r, tree: r.tree()}
	c.scoring()
	c.criteria()
	c.sums()
	c.bands()
	c.keys()
	return c.problems
}

type checker struct {
	rules    *Rules
	tree     *tree
	problems []Problem
}

func (c *checker) found(p Problem) { c.problems = append(c.problems, p) }

func (c *checker) weighted() bool { return c.rules.Scoring.Basis == Weighted }

func (c *checker) scoring() {
	if c.weighted() && c.rules.Scoring.Scale <= 0 {
		c.found(Problem{Kind: ScaleMissing, Got: c.rules.Scoring.Scale.String()})
	}
	if d := c.rules.Scoring.Decimals; d != places(d) {
		c.found(Problem{Kind: DecimalsRange, Got: Int(d).String(), Want: Int(places(d)).String()})
	}
}

// criteria checks each node by itself.
func (c *checker) criteria() {
	for i, n := range c.tree.nodes {
		if c.tree.index[n.ID] != i {
			c.found(Problem{Kind: CriterionTwice, Criterion: n.ID, Got: n.ID})
		}
		if n.leaf {
			c.leaf(n)
		}
	}
}

// leaf checks that a leaf says what it can give.
func (c *checker) leaf(n node) {
	given, missing := n.Max, MaxMissing
	if c.weighted() {
		given, missing = n.Weight, WeightMissing
	}
	if given == nil {
		c.found(Problem{Kind: missing, Criterion: n.ID})
	} else if *given <= 0 {
		c.found(Problem{Kind: MaxNotPositive, Criterion: n.ID, Got: given.String()})
	}
}

// sums checks declared sub-totals and counts against the leaves, and the whole against its bound.
func (c *checker) sums() {
	shares, leaves := make([]Decimal, len(c.tree.nodes)), make([]int, len(c.tree.nodes))
	var whole Decimal
	for i := len(c.tree.nodes) - 1; i >= 0; i-- {
		n := c.tree.nodes[i]
		if n.leaf {
			shares[i], leaves[i] = n.share, 1
		}
		if n.parent < 0 {
			whole = sum(whole, shares[i])
			continue
		}
		shares[n.parent] = sum(shares[n.parent], shares[i])
		leaves[n.parent] += leaves[i]
	}
	for i, n := range c.tree.nodes {
		if !n.leaf {
			c.declared(n, shares[i], leaves[i])
		}
	}
	c.whole(whole)
}

func (c *checker) declared(n node, share Decimal, leaves int) {
	declared := n.Max
	if c.weighted() {
		declared = n.Weight
	}
	if declared != nil && *declared != share {
		c.found(Problem{Kind: MaxSum, Criterion: n.ID, Got: declared.String(), Want: share.String()})
	}
	if n.Count != nil && *n.Count != leaves {
		c.found(Problem{Kind: CountDiffers, Criterion: n.ID, Got: Int(*n.Count).String(), Want: Int(leaves).String()})
	}
}

func (c *checker) whole(share Decimal) {
	switch {
	case c.weighted() && share != 100*One:
		c.found(Problem{Kind: WeightSum, Got: share.String(), Want: "100"})
	case share >= maxWhole*One:
		c.found(Problem{Kind: MaxTooLarge, Got: share.String(), Want: Int(maxWhole).String()})
	}
}

// bands checks that each threshold is below the one before, and that each band is the only one of its name, by which prizes
// and counts know it.
func (c *checker) bands() {
	named := map[string]bool{}
	for i, band := range c.rules.Bands {
		if named[band.Name] && band.Name != "" {
			c.found(Problem{Kind: BandTwice, Index: i, Got: band.Name})
		}
		named[band.Name] = true
	}
	for i := 1; i < len(c.rules.Bands); i++ {
		if from, before := c.rules.Bands[i].From, c.rules.Bands[i-1].From; from >= before {
			c.found(Problem{Kind: BandOrder, Index: i, Got: from.String(), Want: before.String()})
		}
	}
}

// keys checks that each break key names one thing that exists.
func (c *checker) keys() {
	for i, k := range c.rules.Ties.BreakBy {
		named := 0
		for _, set := range []bool{k.Criterion != "", k.Sheet != "", k.Bonus, k.Penalty, k.Previous} {
			if set {
				named++
			}
		}
		if named != 1 || !c.exists(k) {
			c.found(Problem{Kind: BreakKeyUnknown, Index: i, Criterion: k.Criterion, Got: k.Criterion + k.Sheet})
		}
	}
}

// exists reports whether the criterion or sheet of a key is in the tree.
func (c *checker) exists(k BreakKey) bool {
	if k.Criterion != "" {
		_, ok := c.tree.index[k.Criterion]
		return ok
	}
	if k.Sheet == "" {
		return true
	}
	for _, n := range c.tree.nodes {
		if n.leaf && n.Sheet == k.Sheet {
			return true
		}
	}
	return false
}
