package site

import "bangvang/internal/award"

// Offers returns the prizes and commendations of the campaign's plan, in its order.
func (c *Campaign) Offers() ([]award.Prize, []award.Commendation) {
	var prizes []award.Prize
	for _, p := range c.Plan.Prizes {
		prizes = append(prizes, award.Prize{ID: p.ID, Title: p.Title, Block: p.Block, Count: p.Count, Share: p.Share, MinBand: p.MinBand, PerRound: p.Per == "round"})
	}
	var commendations []award.Commendation
	for _, m := range c.Plan.Commendations {
		commendations = append(commendations, award.Commendation{
			ID: m.ID, Title: m.Title, Form: m.Form, For: award.For(m.For), Count: m.Count, Share: m.Share, PerRound: m.Per == "round",
		})
	}
	return prizes, commendations
}

// A Given is one award of an announcement: the one with the index.
type Given struct {
	*Announcement
	Index int
}

// Line returns the award with where it stands.
func (g Given) Line() *AwardLine { return &g.Lines[g.Index] }

// Given returns the decided awards that rest on a unit's row of the round: not those of persons, nor annulled or
// withdrawn ones. The latest announcement is the first.
func (r *Round) Given(unit string) []Given {
	var out []Given
	for _, a := range r.Campaign.Announcements {
		if !a.decides() {
			continue
		}
		for i, l := range a.Lines {
			if l.Round == r && l.Award.Person == nil && l.Award.Annulled == nil && l.Unit != nil && l.Unit.ID == unit {
				out = append(out, Given{a, i})
			}
		}
	}
	return out
}
