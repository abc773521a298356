package review

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
)

// A Ranking is a round that differs, both tables side by side.
type Ranking struct {
	Title   string
	Address string
	Rows    []RankingRow // in the order of the head, then units that are gone
	Alarms  []Alarm
}

// A RankingRow is one unit on both sides; nil where it has no line there.
type RankingRow struct {
	Unit     string
	Was, Now *Standing
}

// A Standing is a unit's line as it is printed, in plain decimals; Rank is "" for a unit without one.
type Standing struct {
	Rank, Total, Percent, Band, Award string
}

// Differs tells that the unit's line is another one.
func (r RankingRow) Differs() bool {
	return (r.Was == nil) != (r.Now == nil) || r.Was != nil && *r.Was != *r.Now
}

// Rise is how many places the unit wins; 0 where it has no rank on one of the sides.
func (r RankingRow) Rise() int {
	if r.Was == nil || r.Now == nil {
		return 0
	}
	was, err := strconv.Atoi(strings.TrimSuffix(r.Was.Rank, "="))
	now, fault := strconv.Atoi(strings.TrimSuffix(r.Now.Rank, "="))
	if err != nil || fault != nil {
		return 0
	}
	return was - now
}

// An Alarm is what should be looked at before anybody signs.
type Alarm struct {
	Kind   AlarmKind
	Unit   string
	Rank   int
	Figure string // what is printed, in plain decimals
}

// AlarmKind names an alarm. The strings are permanent: they stand in the JSON form.
type AlarmKind string

// The alarms.
const (
	NearTie     AlarmKind = "near-tie"     // a neighbour's rank lies closer than the printed precision shows
	PrintsEqual AlarmKind = "prints-equal" // a neighbour with another rank shows the same figure
	SharedRank  AlarmKind = "shared-rank"
	AtEdge      AlarmKind = "quota-edge" // an award at a rank that more units share than the quota has places
)

// rankings are the rounds that come or differ, as tables.
func (r *Review) rankings() []Ranking {
	var out []Ranking
	for _, p := range r.pairs {
		if p.one().round == nil || p.head.state() == 0 || !r.differs(p.one(), OfUnit) && p.base.state() == p.head.state() {
			continue
		}
		one := Ranking{Title: p.head.Title, Address: p.head.Address, Alarms: alarms(p.head)}
		for _, c := range couples(p.base.units(), p.head.units()) {
			one.Rows = append(one.Rows, RankingRow{Unit: c.one().Name, Was: standingOf(c.was), Now: standingOf(c.now)})
		}
		out = append(out, one)
	}
	return out
}

// differs tells that a publication has changes of a topic.
func (r *Review) differs(p *Publication, topics ...Topic) bool {
	return slices.ContainsFunc(r.Changes, func(c Change) bool { return c.Publication == p && slices.Contains(topics, c.Topic) })
}

// units are the rows of a round, nil without one.
func (p *Publication) units() []*Subject {
	if p == nil {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(p.Subjects()), func(s *Subject) bool { return s.Topic != OfUnit })
}

func standingOf(s *Subject) *Standing {
	if s == nil {
		return nil
	}
	return &Standing{s.value(Rank, ""), s.value(Total, ""), s.value(Percent, ""), s.value(Band, ""), s.value(Prize, "")}
}

// alarms looks at a round as it would be signed.
func alarms(p *Publication) []Alarm {
	var out []Alarm
	s := p.round.Standings
	for i := range s.Rows {
		row := &s.Rows[i]
		add := func(kind AlarmKind, is bool) {
			if is {
				out = append(out, Alarm{kind, row.Unit.Name, row.Rank, figure(s, row)})
			}
		}
		add(NearTie, row.NearTie && !row.PrintsEqual)
		add(PrintsEqual, row.PrintsEqual)
		add(SharedRank, row.Tied)
		for _, g := range p.round.Given(row.Unit.ID) {
			add(AtEdge, g.Line().Place.AtEdge)
		}
	}
	slices.SortStableFunc(out, func(a, b Alarm) int { return cmp.Compare(a.Kind, b.Kind) })
	return out
}

// figure is what ranks a unit, as printed.
func figure(s *campaign.Standings, row *campaign.Row) string {
	if s.Rules.Scoring.RankBy == campaign.ByPercent {
		return row.Percent.Text(2) + "%"
	}
	return row.Total.Text(s.Rules.Scoring.Decimals)
}
