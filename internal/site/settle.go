package site

import (
	"cmp"
	"slices"

	"bangvang/internal/award"
)

// settle tells each proposed award of the campaign which decision has settled it: the first one, not earlier than the
// proposal and in part on the same awards, that gives the same to the laureate, or anything to anyone of the block on the same
// results. The council may decide otherwise than was proposed, or nothing, and then it is not open either.
func (c *Campaign) settle() {
	for _, ann := range c.Announcements {
		if award.Stage(ann.Awards.Stage) != award.Proposed {
			continue
		}
		for i := range ann.Lines {
			ann.Lines[i].Decision = ann.decisionOn(&ann.Lines[i])
		}
	}
}

func (ann *Announcement) decisionOn(proposed *AwardLine) *Announcement {
	// The campaign has the latest first.
	for _, later := range slices.Backward(ann.Campaign.Announcements) {
		if later.Day >= ann.Day && later.decides() && ann.comesTo(later) && slices.ContainsFunc(later.Lines, proposed.settledBy) {
			return later
		}
	}
	return nil
}

// comesTo reports whether a decision gives something that was proposed, to whomever of the block.
func (ann *Announcement) comesTo(decision *Announcement) bool {
	return slices.ContainsFunc(ann.Lines, func(l AwardLine) bool {
		return slices.ContainsFunc(decision.Lines, func(o AwardLine) bool { return l.sameAward(o) && l.settledBy(o) })
	})
}

// settledBy reports whether a decision with the other line leaves nothing open of the proposed one.
func (l *AwardLine) settledBy(other AwardLine) bool {
	return l.sameAward(other) && sameLaureate(&l.Award, &other.Award) || l.Block == other.Block && l.Round == other.Round
}

func (l *AwardLine) sameAward(other AwardLine) bool {
	return l.Award.Prize == other.Award.Prize && l.Award.Commendation == other.Award.Commendation
}

// Decisions are those that have settled a proposal, the first of them first; none where a part of it is still open.
func (ann *Announcement) Decisions() []*Announcement {
	var out []*Announcement
	for _, l := range ann.Lines {
		if l.Decision == nil {
			return nil
		}
		if !slices.Contains(out, l.Decision) {
			out = append(out, l.Decision)
		}
	}
	slices.SortStableFunc(out, func(a, b *Announcement) int { return cmp.Compare(a.Day, b.Day) })
	return out
}

// Proposals are those that the decision has settled, the latest first.
func (ann *Announcement) Proposals() []*Announcement {
	var out []*Announcement
	for _, other := range ann.Campaign.Announcements {
		if slices.Contains(other.Decisions(), ann) && other.Page.Doc.Header.Withdrawn == nil {
			out = append(out, other)
		}
	}
	return out
}
