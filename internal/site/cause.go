package site

import (
	"slices"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
)

// One mistake is told once, where it was made. What merely follows from a value that was not understood, and from rules that
// contradict themselves, would lead its reader away from it.

// follows reports whether a problem of the rules follows from what has been told of their file.
func (cr *Criteria) follows(p campaign.Problem) bool {
	doc := cr.Page.Doc
	at := criterionPath(doc.Criteria.Criteria, p.Criterion, false)
	at = at[:max(len(at)-1, 0)] // the criterion, not its id
	switch p.Kind {
	case campaign.MaxMissing:
		return doc.Unread("scoring", "basis") || doc.Unread(append(at, "max")...)
	case campaign.WeightMissing:
		return doc.Unread(append(at, "weight")...)
	case campaign.MaxSum, campaign.CountDiffers:
		return doc.Unread(at...)
	case campaign.WeightSum, campaign.MaxTooLarge:
		return doc.Unread("criteria")
	case campaign.ScaleMissing:
		return doc.Unread("scoring", "scale")
	case campaign.BandOrder:
		return doc.Unread("bands", p.Index, "from") || doc.Unread("bands", p.Index-1, "from")
	case campaign.BreakKeyUnknown:
		return doc.Unread("ties", "break_by", p.Index)
	}
	return false
}

// isDoubtful tells that what the rules come to is not what their author meant.
func (cr *Criteria) isDoubtful() bool { return cr.unread || len(cr.twice) > 0 }

// byRules are the problems of a round that hang on the rules, and on the figures that these come to.
var byRules = []campaign.Kind{
	campaign.BonusOverMax, campaign.PenaltyOverMax, campaign.ChangeDiffers,
}

// follows reports whether a problem of a round follows from what has been told of the plan, the criteria or the results.
func (r *Round) follows(p campaign.Problem) bool {
	doc := r.Page.Doc
	switch p.Kind {
	case campaign.UnitNotInBlock: // the unit may be the one that the plan misspells
		return r.Campaign.faulty
	case campaign.UnitMissing:
		return doc.Unread("extract") || doc.Unread("excluded") || r.lost
	case campaign.ExtractCount:
		return doc.Unread("extract")
	case campaign.ScoreOverMax:
		return slices.Contains(r.Criteria.twice, p.Criterion)
	case campaign.RankHole, campaign.RankMissing, campaign.RankOrder, campaign.NearTie: // the missing rank may be that of an unread line
		return r.unread || r.Criteria.isDoubtful()
	case campaign.OfficialDiffers:
		return doc.Unread("official") || r.Criteria.isDoubtful() || r.unread && p.Column == "rank"
	}
	return r.Criteria.isDoubtful() && slices.Contains(byRules, p.Kind)
}

// isMeant tells of a unit's line that it was read all the same, as that of the unit which is near.
func isMeant(f diag.Finding) bool { return f.Code == "unknown-unit" && f.Args["near"] != "" }

// lines remembers what a sheet's findings tell of its lines: which unit was meant, or that nobody knows.
func (r *Round) lines(findings []diag.Finding) {
	for _, f := range findings {
		switch {
		case isMeant(f):
			if r.typed == nil {
				r.typed = map[string]string{}
			}
			r.typed[f.Args["near"]] = f.Args["got"]
		case f.Code == "unknown-unit" || f.Code == "sheet-unit-empty":
			r.lost = true
		}
	}
}

// follows tells that a problem only follows from a mistake that has been told: an error in the scores, a unit
// that does not exist, or one that is missing in its block for such a mistake in the plan, a prize of the plan's that was not understood.
func (ann *Announcement) follows(p award.Problem) bool {
	if p.Index >= len(ann.Lines) {
		return false
	}
	line := &ann.Lines[p.Index]
	ranks, blocks := slices.Contains(byRank, p.Kind), p.Kind == award.AwardWrongBlock
	if stray := ann.Campaign.strayPrizes; len(stray) > 0 && (ranks || (blocks || p.Kind == award.PrizeOverCount) && slices.Contains(stray, line.Award.Prize)) {
		return true
	}
	switch {
	case p.Kind == award.AwardWrongFor && p.Want == "": // whom the plan means was not understood
		return true
	case p.Kind == award.PrizeUnknown || p.Kind == award.CommendationUnknown:
		return ann.Campaign.offersUnclear
	case line.Unit == nil:
		return ranks || blocks || line.unread && p.Kind == award.AwardWrongFor
	case line.Block == nil && ann.Campaign.faulty:
		return blocks
	}
	return ranks && line.Round != nil && line.Round.faulty
}

// byRank are the problems that hang on the ranking.
var byRank = []award.Kind{award.AwardDeparts, award.AwardTieEdge, award.AwardUnranked, award.AwardBelowBand}
