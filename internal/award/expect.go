package award

import (
	"slices"

	"bangvang/internal/campaign"
)

// A seat is one ranked unit while the prizes of its block are given out by the computed order alone.
type seat struct {
	row     *campaign.Row
	settled bool
	may     []string // ids of the prizes that it may get: one, or several that a tie leaves open
	edge    bool     // its rank is where a quota ends
}

// A rank is the units that share one, best rank first in a block.
type rank struct {
	seats []*seat
	given int // prizes that went to the rank without saying to which unit
}

// expect gives out the prizes of one block by the computed order alone: each prize, in the plan's order, to the
// best units that have none yet and the band it asks for. Where more units share a rank than there are prizes
// left, the order can't say who gets one: they are at the edge.
func (j *judge) expect(block string) map[string]*seat {
	s := j.list.Standings[block]
	if s == nil {
		return nil
	}
	seats := make(map[string]*seat, len(s.Rows))
	var ranks []*rank
	for i := range s.Rows {
		row := &s.Rows[i]
		if i == 0 || row.Rank != s.Rows[i-1].Rank {
			ranks = append(ranks, &rank{})
		}
		one := &seat{row: row}
		seats[row.Unit.ID] = one
		ranks[len(ranks)-1].seats = append(ranks[len(ranks)-1].seats, one)
	}
	for i := range j.list.Prizes {
		if p := &j.list.Prizes[i]; p.Block == "" || p.Block == block {
			j.giveOut(p, s, ranks)
		}
	}
	return seats
}

// giveOut gives one prize to the best that are left.
func (j *judge) giveOut(p *Prize, s *campaign.Standings, ranks []*rank) {
	left, limited := p.limit(s)
	for _, r := range ranks {
		open := r.open(p, s.Rules)
		wanted := len(open) - r.given
		switch {
		case wanted <= 0:
		case limited && left <= 0:
			return // the quota ends between two ranks
		case limited && wanted > left:
			r.share(p, open, left)
			return
		default:
			r.settle(p, open)
			left -= wanted
		}
	}
}

// open returns the rank's seats that have no settled prize and the band that the prize asks for.
func (r *rank) open(p *Prize, rules *campaign.Rules) []*seat {
	var open []*seat
	for _, one := range r.seats {
		if !one.settled && reachesBand(rules, one.row.Band, p.MinBand) {
			open = append(open, one)
		}
	}
	return open
}

func (r *rank) settle(p *Prize, open []*seat) {
	for _, one := range open {
		one.may, one.settled = append(one.may, p.ID), true
	}
	r.given = 0
}

func (r *rank) share(p *Prize, open []*seat, prizes int) {
	for _, one := range open {
		one.may, one.edge = append(one.may, p.ID), true
	}
	r.given += prizes
}

// expected returns the one prize that the order gives, "" where it gives none or leaves it open.
func (s *seat) expected() string {
	if s == nil || s.edge || len(s.may) == 0 {
		return ""
	}
	return s.may[0]
}

// limit returns how many of a prize one block may have; limited is false where nothing says so.
func (p *Prize) limit(s *campaign.Standings) (count int, limited bool) {
	ranked := 0
	if s != nil {
		ranked = len(s.Rows)
	}
	return limitOf(p.Count, p.Share, ranked)
}

// limitOf is the smaller of a count and a share of so many; a share of units is rounded down.
func limitOf(count int, share *campaign.Decimal, of int) (int, bool) {
	if share == nil {
		return count, count > 0
	}
	part := max(0, min(*share, campaign.Int(100)))
	most := int(int64(part) * int64(of) / int64(campaign.Int(100)))
	if count > 0 {
		most = min(most, count)
	}
	return most, true
}

// reachesBand reports whether a band is at least as high as the lowest that is asked for.
func reachesBand(rules *campaign.Rules, has, lowest string) bool {
	if lowest == "" || has == lowest {
		return true
	}
	place := func(name string) int {
		return slices.IndexFunc(rules.Bands, func(b campaign.Band) bool { return b.Name == name })
	}
	own, least := place(has), place(lowest)
	return own >= 0 && own < least
}
