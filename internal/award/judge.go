package award

import (
	"slices"
	"strconv"

	"bangvang/internal/campaign"
)

// Judge compares an announcement with the standings, the plan and the law. It returns one place per award, in
// their order, and the problems, in the order of the awards. Annulled awards count for no quota and raise none.
func Judge(l *List) ([]Place, []Problem) {
	j := &judge{list: l, seats: map[string]map[string]*seat{}, prizes: map[[2]string]int{}, commendations: map[string]int{}}
	j.earlier()
	places := make([]Place, len(l.Awards))
	for i := range l.Awards {
		j.index, j.award = i, &l.Awards[i]
		places[i] = j.place()
		if !j.award.Annulled {
			j.recipient()
			j.prize(&places[i])
			j.commendation(&places[i])
		}
	}
	return places, j.problems
}

// A judge goes through the awards of one list.
type judge struct {
	list          *List
	seats         map[string]map[string]*seat // by block and unit
	prizes        map[[2]string]int           // given so far, by prize and block
	commendations map[string]int
	index         int
	award         *Award
	problems      []Problem
}

func (j *judge) found(kind Kind, got, want string) { j.foundAfter("", kind, got, want) }

// foundAfter is [judge.found] where an earlier decision has a part in the problem.
func (j *judge) foundAfter(source string, kind Kind, got, want string) {
	j.problems = append(j.problems, Problem{
		Kind: kind, Index: j.index, Got: got, Want: want, Unit: j.award.laureateUnit(), Earlier: source,
	})
}

// earlier counts what earlier decisions have given.
func (j *judge) earlier() {
	for i := range j.list.Earlier {
		switch g := &j.list.Earlier[i]; {
		case g.Annulled:
		case g.Prize != "":
			j.prizes[[2]string{g.Prize, j.list.BlockOf[g.Unit]}]++
		default:
			j.commendations[g.Commendation]++
		}
	}
}

// lastGiver names the latest earlier decision with an award that counts among those asked for, "" if there is none.
func (j *judge) lastGiver(counts func(*Given) bool) string {
	source := ""
	for i := range j.list.Earlier {
		if g := &j.list.Earlier[i]; !g.Annulled && counts(g) {
			source = g.Source
		}
	}
	return source
}

// laureateUnit is the unit that is awarded, or that the person belongs to.
func (a *Award) laureateUnit() string {
	if a.Person != nil {
		return a.Person.Unit
	}
	return a.Unit
}

// place looks up where the award stands in the computed order.
func (j *judge) place() Place {
	a := j.award
	if a.Person != nil {
		return j.withLaw(Place{})
	}
	one := j.seat()
	if one == nil {
		return j.withLaw(Place{})
	}
	p := Place{Rank: one.row.Rank}
	if a.Prize != "" { // only prizes follow the ranking
		p.Expected, p.AtEdge = one.expected(), one.edge
	}
	if p.AtEdge {
		p.Possible = one.may
	}
	return j.withLaw(p)
}

// seat returns the awarded unit's seat in its block, nil if it has no rank there.
func (j *judge) seat() *seat {
	block := j.list.BlockOf[j.award.Unit]
	if _, known := j.seats[block]; !known {
		j.seats[block] = j.expect(block)
	}
	return j.seats[block][j.award.Unit]
}

// withLaw adds what the law's data say of the commendation: the ground, and the money on the day of the decision.
func (j *judge) withLaw(p Place) Place {
	c := j.list.commendation(j.award.Commendation)
	if c == nil || c.Form == "" || j.list.Decided == "" {
		return p
	}
	if f, known := FormOn(c.Form, j.list.Decided); known {
		p.Ground = f.Name + " (" + f.Source + ")"
	}
	if dong, ok := Money(c.Form, j.list.Decided, c.For == ForUnits); ok {
		p.Money = &dong
	}
	return p
}

// recipient checks who is awarded, whatever for.
func (j *judge) recipient() {
	unit, day := j.award.laureateUnit(), j.list.Decided
	if u, ok := j.list.Registry.Unit(unit); ok && day != "" && !u.Exists(day) {
		j.found(AwardUnitGone, string(day), string(u.To))
	}
	if source := j.lastGiver(func(g *Given) bool { return !g.OtherResults && j.list.again(&g.Award, j.award) }); source != "" {
		j.foundAfter(source, AwardTwice, strconv.Itoa(j.index+1), "")
		return
	}
	for i := range j.index {
		if before := &j.list.Awards[i]; !before.Annulled && j.list.again(before, j.award) {
			j.found(AwardTwice, strconv.Itoa(j.index+1), strconv.Itoa(i+1))
			return
		}
	}
}

// again reports whether two awards honour one laureate twice for the same: two prizes of the campaign, or two
// commendations. (One achievement is not commended twice: Law 06/2022/QH15, article 5.)
func (l *List) again(a, b *Award) bool {
	return (a.Prize != "") == (b.Prize != "") && sameLaureate(a, b)
}

func sameLaureate(a, b *Award) bool {
	if a.Person != nil && b.Person != nil {
		return *a.Person == *b.Person
	}
	return a.Person == nil && b.Person == nil && a.Unit != "" && a.Unit == b.Unit
}

// prize checks an award of the campaign's own.
func (j *judge) prize(place *Place) {
	a := j.award
	if a.Prize == "" {
		return
	}
	p := j.list.prize(a.Prize)
	if p == nil {
		j.found(PrizeUnknown, a.Prize, "")
		return
	}
	if a.Person != nil {
		j.found(AwardWrongFor, string(ForPersons), string(ForUnits))
		return
	}
	block := j.list.BlockOf[a.Unit]
	if block == "" || p.Block != "" && p.Block != block {
		j.found(AwardWrongBlock, block, p.Block)
		return
	}
	j.count(p, block)
	if s := j.list.Standings[block]; s != nil {
		j.against(s, p, place)
	}
}

// count holds the block's quota of a prize.
func (j *judge) count(p *Prize, block string) {
	key := [2]string{p.ID, block}
	j.prizes[key]++
	if most, limited := p.limit(j.list.Standings[block]); limited && j.prizes[key] > most {
		source := j.lastGiver(func(g *Given) bool { return g.Prize == p.ID && j.list.BlockOf[g.Unit] == block })
		j.foundAfter(source, PrizeOverCount, strconv.Itoa(j.prizes[key]), strconv.Itoa(most))
	}
}

// against compares a prize with the computed order.
func (j *judge) against(s *campaign.Standings, p *Prize, place *Place) {
	a, one := j.award, j.seat()
	if j.list.Provisional[j.list.BlockOf[a.Unit]] && j.list.Stage == Decided && a.Reason == "" {
		j.found(AwardProvisional, p.ID, "")
	}
	if one == nil {
		j.unranked(s, place)
		return
	}
	if !reachesBand(s.Rules, one.row.Band, p.MinBand) {
		j.found(AwardBelowBand, one.row.Band, p.MinBand)
	}
	place.Departs = !slices.Contains(one.may, p.ID)
	switch {
	case a.Reason != "":
	case place.Departs:
		j.found(AwardDeparts, strconv.Itoa(place.Rank), j.list.title(place.Expected))
	case place.AtEdge && !j.tieSettled(one):
		j.found(AwardTieEdge, strconv.Itoa(place.Rank), "")
	}
}

// tieSettled reports whether an award to one of those that share the rank says how the tie was settled: one
// reason is enough for all of them.
func (j *judge) tieSettled(one *seat) bool {
	seats := j.seats[j.list.BlockOf[j.award.Unit]]
	return slices.ContainsFunc(j.list.Awards, func(a Award) bool {
		other := seats[a.Unit]
		return other != nil && other.row.Rank == one.row.Rank && a.Prize != "" && a.Reason != "" && !a.Annulled
	})
}

// unranked judges a prize to a unit that the standings don't rank: never an excluded one, others with a reason.
func (j *judge) unranked(s *campaign.Standings, place *Place) {
	place.Departs = true
	i := slices.IndexFunc(s.Unranked, func(r campaign.Row) bool { return r.Unit.ID == j.award.Unit })
	if i >= 0 && s.Unranked[i].Cause == campaign.CauseExcluded {
		j.found(AwardExcluded, s.Unranked[i].Reason, "")
	} else if j.award.Reason == "" {
		j.found(AwardUnranked, j.award.Prize, "")
	}
}

// commendation checks an award of the law's.
func (j *judge) commendation(place *Place) {
	a := j.award
	if a.Commendation == "" {
		return
	}
	c := j.list.commendation(a.Commendation)
	if c == nil {
		j.found(CommendationUnknown, a.Commendation, "")
		return
	}
	is := ForUnits
	if a.Person != nil {
		is = ForPersons
	}
	if is != c.For {
		j.found(AwardWrongFor, string(is), string(c.For))
	}
	j.quota(c)
	j.form(c)
	if a.Money != nil && place.Money != nil && *a.Money != *place.Money {
		j.found(AwardMoney, strconv.FormatInt(*a.Money, 10), strconv.FormatInt(*place.Money, 10))
	}
}

// quota holds the campaign's limit of a commendation. A share counts the ranked units of all blocks; of how many
// persons a share is meant nobody has told.
func (j *judge) quota(c *Commendation) {
	j.commendations[c.ID]++
	share, units := c.Share, 0
	if c.For == ForPersons {
		share = nil
	}
	for _, s := range j.list.Standings {
		units += len(s.Rows)
	}
	if most, limited := limitOf(c.Count, share, units); limited && j.commendations[c.ID] > most {
		source := j.lastGiver(func(g *Given) bool { return g.Commendation == c.ID })
		j.foundAfter(source, CommendationCount, strconv.Itoa(j.commendations[c.ID]), strconv.Itoa(most))
	}
}

func (l *List) prize(id string) *Prize {
	if i := slices.IndexFunc(l.Prizes, func(p Prize) bool { return p.ID == id }); i >= 0 {
		return &l.Prizes[i]
	}
	return nil
}

// title returns a prize's title, its id where it has none.
func (l *List) title(id string) string {
	if p := l.prize(id); p != nil && p.Title != "" {
		return p.Title
	}
	return id
}

func (l *List) commendation(id string) *Commendation {
	if i := slices.IndexFunc(l.Commendations, func(c Commendation) bool { return c.ID == id }); i >= 0 {
		return &l.Commendations[i]
	}
	return nil
}
