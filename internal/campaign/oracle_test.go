package campaign_test

import (
	"flag"
	"fmt"
	"math/big"
	"math/rand/v2"
	"testing"

	. "bangvang/internal/campaign"
)

var rounds = flag.Int("rounds", 2000, "random rounds that the oracle checks")

// The oracle computes standings by brute force with fractions of big numbers, straight from the words of the
// package comment. It shares no code with the package but its types.
type oracle struct {
	r        *Round
	verdicts map[string]*verdict
}

// A verdict is what the oracle says of one unit.
type verdict struct {
	cause          Cause
	total, percent *big.Rat // what counts: ours or the official figure
	shownTotal     *big.Rat
	shownPercent   *big.Rat
	keys           []*big.Rat
	band           string
	refused        string
	rank           int
}

func TestAnOracleOfFractionsAgreesOnRandomRounds(t *testing.T) {
	for i := range *rounds {
		rng := rand.New(rand.NewPCG(uint64(i), 7))
		before := randomRound(rng, nil)
		first, _ := Rank(before)
		r := randomRound(rng, before)
		r.Previous = first
		got, problems := Rank(r)
		if err := newOracle(r).agrees(got); err != nil {
			t.Fatalf("round %d: %v\nproblems: %v", i, err, problems)
		}
	}
}

func pick[T any](rng *rand.Rand, of ...T) T { return of[rng.IntN(len(of))] }

// randomRound makes a small round with few different figures, so that ties, keys and floors decide often.
// Over the same rules as before, if that is given and chance wants it.
func randomRound(rng *rand.Rand, before *Round) *Round {
	r := &Round{Rules: randomRules(rng), Excluded: map[string]string{}}
	if before != nil && rng.IntN(2) == 0 {
		r.Rules = before.Rules
	}
	if rng.IntN(3) == 0 {
		r.Official = &Tolerance{Within: Decimal(rng.IntN(5)) * One / 4}
	}
	for u := range 2 + rng.IntN(6) {
		id := fmt.Sprintf("u%d", u)
		r.Block = append(r.Block, Unit{ID: id})
		if rng.IntN(20) == 0 {
			r.Excluded[id] = "lý do"
		}
		if rng.IntN(25) > 0 {
			r.Entries = append(r.Entries, randomEntry(rng, id, r.Rules))
		}
	}
	rng.Shuffle(len(r.Entries), func(i, j int) { r.Entries[i], r.Entries[j] = r.Entries[j], r.Entries[i] })
	return r
}

func randomRules(rng *rand.Rand) *Rules {
	r := &Rules{
		Scoring: Scoring{
			Basis: pick(rng, Points, Weighted), RankBy: pick(rng, ByTotal, ByPercent), Decimals: rng.IntN(4),
			Compare: pick(rng, Exact, Rounded), Scale: pick(rng, Int(10), Int(7), One/3, Int(100)),
		},
		Ties: Ties{Method: pick(rng, Competition, Dense)},
	}
	for i := range 1 + rng.IntN(3) {
		c := Criterion{ID: fmt.Sprint(i)}
		if rng.IntN(2) == 0 {
			c = leaf(rng, c.ID)
		} else {
			for j := range 1 + rng.IntN(3) {
				c.Items = append(c.Items, leaf(rng, fmt.Sprintf("%d.%d", i, j)))
			}
		}
		r.Criteria = append(r.Criteria, c)
	}
	for range rng.IntN(4) {
		r.Ties.BreakBy = append(r.Ties.BreakBy, pick(rng, BreakKey{Criterion: "0"}, BreakKey{Criterion: "1.0"},
			BreakKey{Sheet: "survey"}, BreakKey{Bonus: true}, BreakKey{Penalty: true}, BreakKey{Previous: true}))
	}
	from := Int(100)
	for i := range rng.IntN(4) {
		from -= Int(10 + rng.IntN(25))
		b := Band{Name: fmt.Sprint("band ", i), From: from, FloorOn: pick(rng, Top, Leaf, "")}
		if rng.IntN(2) == 0 {
			floor := Int(rng.IntN(60))
			b.Floor = &floor
		}
		r.Bands = append(r.Bands, b)
	}
	return r
}

func leaf(rng *rand.Rand, id string) Criterion {
	most, weight := Int(1+rng.IntN(3)), pick(rng, Int(20), Int(50), Int(100)/3)
	return Criterion{ID: id, Max: &most, Weight: &weight, Sheet: pick(rng, "", "survey")}
}

func randomEntry(rng *rand.Rand, id string, rules *Rules) Entry {
	e := Entry{Unit: id, Scores: map[string]Score{}}
	if rng.IntN(3) == 0 {
		e.Bonus, e.Penalty = Decimal(rng.IntN(3))*One/2, Decimal(rng.IntN(3))*One/2
	}
	eachLeaf(rules.Criteria, func(c Criterion) {
		most := *c.Max
		if rules.Scoring.Basis == Weighted {
			most = rules.Scoring.Scale
		}
		switch rng.IntN(40) {
		case 0: // missing
		case 1:
			e.Scores[c.ID] = Score{State: Withheld}
		case 2, 3, 4:
			e.Scores[c.ID] = Score{State: NotApplicable}
		default:
			e.Scores[c.ID] = Score{State: Scored, Value: most * Decimal(rng.IntN(7)) / 6}
		}
	})
	if rng.IntN(3) == 0 {
		total := Decimal(rng.IntN(20)) * One / 4
		e.Official.Total = &total
	}
	return e
}

func eachLeaf(items []Criterion, do func(Criterion)) {
	for _, c := range items {
		if len(c.Items) == 0 {
			do(c)
		}
		eachLeaf(c.Items, do)
	}
}

func rat(d Decimal) *big.Rat { return big.NewRat(int64(d), 1_000_000) }

// half rounds half-up, away from zero.
func half(x *big.Rat, decimals int) *big.Rat {
	scale := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
	y := new(big.Rat).Mul(new(big.Rat).Abs(x), new(big.Rat).SetInt(scale))
	y.Add(y, big.NewRat(1, 2))
	whole := new(big.Rat).SetFrac(new(big.Int).Quo(y.Num(), y.Denom()), scale)
	if x.Sign() < 0 {
		whole.Neg(whole)
	}
	return whole
}

func newOracle(r *Round) *oracle {
	o := &oracle{r: r, verdicts: map[string]*verdict{}}
	for _, u := range r.Block {
		o.verdicts[u.ID] = o.judge(u.ID)
	}
	for _, v := range o.verdicts {
		if v.cause == "" {
			v.rank = o.rank(v)
		}
	}
	return o
}

// given returns what a subtree gives and its maximum.
func (o *oracle) given(e Entry, c Criterion) (points, most *big.Rat) {
	points, most = new(big.Rat), new(big.Rat)
	eachLeaf([]Criterion{c}, func(leaf Criterion) {
		cell := e.Scores[leaf.ID]
		if cell.State != Scored {
			return
		}
		if o.r.Rules.Scoring.Basis == Points {
			points.Add(points, rat(cell.Value))
			most.Add(most, rat(*leaf.Max))
			return
		}
		p := new(big.Rat).Quo(rat(cell.Value), rat(o.r.Rules.Scoring.Scale))
		points.Add(points, p.Mul(p, rat(*leaf.Weight)))
		most.Add(most, rat(*leaf.Weight))
	})
	return points, most
}

func (o *oracle) judge(id string) *verdict {
	v := &verdict{}
	if _, out := o.r.Excluded[id]; out {
		v.cause = CauseExcluded
		return v
	}
	v.cause = CauseAbsent
	for _, e := range o.r.Entries {
		if e.Unit == id {
			v.cause = ""
			o.weigh(v, e)
		}
	}
	return v
}

func (o *oracle) weigh(v *verdict, e Entry) {
	rules := o.r.Rules
	eachLeaf(rules.Criteria, func(c Criterion) {
		switch state := e.Scores[c.ID].State; {
		case state == Missing:
			v.cause = CauseMissing
		case state == Withheld && v.cause == "":
			v.cause = CauseWithheld
		}
	})
	total, most := o.given(e, Criterion{Items: rules.Criteria})
	if v.cause == "" && most.Sign() == 0 {
		v.cause = CauseNothing
	}
	if v.cause != "" {
		return
	}
	total.Add(total, rat(e.Bonus))
	total.Sub(total, rat(e.Penalty))
	v.shownTotal = half(total, rules.Scoring.Decimals)
	if official := e.Official.Total; official != nil && o.r.Official != nil {
		off := new(big.Rat).Sub(rat(*official), v.shownTotal)
		if off.Abs(off).Cmp(rat(o.r.Official.Within)) <= 0 {
			total, v.shownTotal = rat(*official), rat(*official)
		}
	}
	v.total = total
	v.percent = new(big.Rat).Quo(total, most)
	v.percent.Mul(v.percent, big.NewRat(100, 1))
	v.shownPercent = half(v.percent, 2)
	for _, k := range rules.Ties.BreakBy {
		v.keys = append(v.keys, o.key(e, k))
	}
	o.classify(v, e)
}

func (o *oracle) key(e Entry, k BreakKey) *big.Rat {
	switch {
	case k.Bonus:
		return rat(e.Bonus)
	case k.Penalty:
		return new(big.Rat).Neg(rat(e.Penalty))
	case k.Previous:
		return new(big.Rat).Neg(o.previous(e.Unit))
	}
	sum := new(big.Rat)
	var walk func(items []Criterion)
	walk = func(items []Criterion) {
		for _, c := range items {
			if c.ID == k.Criterion || k.Sheet != "" && c.Sheet == k.Sheet && len(c.Items) == 0 {
				points, _ := o.given(e, c)
				sum.Add(sum, points)
			}
			walk(c.Items)
		}
	}
	walk(o.r.Rules.Criteria)
	return sum
}

func (o *oracle) previous(unit string) *big.Rat {
	if o.r.Previous != nil {
		for _, row := range o.r.Previous.Rows {
			if row.Unit.ID == unit {
				return big.NewRat(int64(row.Rank), 1)
			}
		}
	}
	return big.NewRat(1<<40, 1)
}

// classify finds the first band whose threshold and floors are reached.
func (o *oracle) classify(v *verdict, e Entry) {
	for _, b := range o.r.Rules.Bands {
		if !o.reaches(v.percent, b.From) {
			continue
		}
		low := o.lowCriterion(e, b)
		if low == "" {
			v.band = b.Name
			return
		}
		if v.refused == "" {
			v.refused = b.Name + " by " + low
		}
	}
}

func (o *oracle) reaches(percent *big.Rat, from Decimal) bool {
	if o.r.Rules.Scoring.Compare == Rounded {
		percent = half(percent, 2)
	}
	return percent.Cmp(rat(from)) >= 0
}

func (o *oracle) lowCriterion(e Entry, b Band) string {
	if b.Floor == nil {
		return ""
	}
	asked := o.r.Rules.Criteria
	if b.FloorOn == Leaf {
		asked = nil
		eachLeaf(o.r.Rules.Criteria, func(c Criterion) { asked = append(asked, c) })
	}
	for _, c := range asked {
		points, most := o.given(e, c)
		if most.Sign() == 0 {
			continue
		}
		percent := points.Quo(points, most)
		if !o.reaches(percent.Mul(percent, big.NewRat(100, 1)), *b.Floor) {
			return c.ID
		}
	}
	return ""
}

// better compares two verdicts: figure first, then keys.
func (o *oracle) better(a, b *verdict) int {
	x, y := a.total, b.total
	switch s := o.r.Rules.Scoring; {
	case s.RankBy == ByPercent && s.Compare == Rounded:
		x, y = a.shownPercent, b.shownPercent
	case s.RankBy == ByPercent:
		x, y = a.percent, b.percent
	case s.Compare == Rounded:
		x, y = a.shownTotal, b.shownTotal
	}
	if c := x.Cmp(y); c != 0 {
		return c
	}
	for i := range a.keys {
		if c := a.keys[i].Cmp(b.keys[i]); c != 0 {
			return c
		}
	}
	return 0
}

// rank counts the better units (competition) or the different better results (dense).
func (o *oracle) rank(v *verdict) int {
	var better []*verdict
	for _, w := range o.verdicts {
		if w.cause != "" || o.better(w, v) <= 0 {
			continue
		}
		counted := false
		for _, b := range better {
			counted = counted || o.r.Rules.Ties.Method == Dense && o.better(b, w) == 0
		}
		if !counted {
			better = append(better, w)
		}
	}
	return 1 + len(better)
}

// agrees compares the package's standings with the verdicts.
func (o *oracle) agrees(s *Standings) error {
	if len(s.Rows)+len(s.Unranked) != len(o.r.Block) {
		return fmt.Errorf("%d + %d rows for %d units", len(s.Rows), len(s.Unranked), len(o.r.Block))
	}
	for _, row := range s.Unranked {
		if v := o.verdicts[row.Unit.ID]; row.Cause != v.cause {
			return fmt.Errorf("%s: cause %q, oracle %q", row.Unit.ID, row.Cause, v.cause)
		}
	}
	total, percent := new(big.Rat), new(big.Rat)
	for i := range s.Rows {
		if err := o.agreesRow(&s.Rows[i]); err != nil {
			return err
		}
		v := o.verdicts[s.Rows[i].Unit.ID]
		total.Add(total, v.total)
		percent.Add(percent, v.percent)
	}
	return o.agreesMean(s, total, percent)
}

func (o *oracle) agreesMean(s *Standings, total, percent *big.Rat) error {
	if len(s.Rows) == 0 {
		if s.Mean != nil {
			return fmt.Errorf("a mean of nothing")
		}
		return nil
	}
	n := big.NewRat(1, int64(len(s.Rows)))
	total, percent = half(total.Mul(total, n), o.r.Rules.Scoring.Decimals), half(percent.Mul(percent, n), 2)
	if rat(s.Mean.Total).Cmp(total) != 0 || rat(s.Mean.Percent).Cmp(percent) != 0 {
		return fmt.Errorf("mean %v %v, oracle %v %v", s.Mean.Total, s.Mean.Percent, total, percent)
	}
	return nil
}

func (o *oracle) agreesRow(row *Row) error {
	v := o.verdicts[row.Unit.ID]
	refused := ""
	if row.Refused != nil {
		refused = row.Refused.Band + " by " + row.Refused.Criterion
	}
	shared := 0
	for _, w := range o.verdicts {
		if w.cause == "" && w.rank == v.rank {
			shared++
		}
	}
	switch {
	case v.cause != "" || row.Rank != v.rank:
		return fmt.Errorf("%s: rank %d, oracle %d %q", row.Unit.ID, row.Rank, v.rank, v.cause)
	case row.Tied != (shared > 1):
		return fmt.Errorf("%s: tied %v, but %d share the rank", row.Unit.ID, row.Tied, shared)
	case rat(row.Total).Cmp(v.shownTotal) != 0:
		return fmt.Errorf("%s: total %v, oracle %v", row.Unit.ID, row.Total, v.shownTotal)
	case rat(row.Percent).Cmp(v.shownPercent) != 0:
		return fmt.Errorf("%s: percent %v, oracle %v", row.Unit.ID, row.Percent, v.shownPercent)
	case row.Band != v.band || refused != v.refused:
		return fmt.Errorf("%s: band %q refused %q, oracle %q %q", row.Unit.ID, row.Band, refused, v.band, v.refused)
	}
	return nil
}
