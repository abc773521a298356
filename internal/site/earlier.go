package site

import (
	"slices"

	"bangvang/internal/award"
	"bangvang/internal/diag"
	"bangvang/internal/viet"
)

// earlier collects what earlier decisions of the campaign gave: on the results that ann rests on too, and on others
// where the number is the campaign's. Proposals give nothing yet, and what was withdrawn no longer does.
func (ann *Announcement) earlier() []award.Given {
	var given []award.Given
	if !ann.decides() {
		return nil
	}
	// The campaign has the latest first.
	for _, before := range slices.Backward(ann.Campaign.Announcements) {
		if before == ann {
			return given
		}
		if !before.decides() {
			continue
		}
		for i := range before.Lines {
			if l := &before.Lines[i]; l.shares(before, ann) || !l.perRound() {
				given = append(given, award.Given{Award: awardOf(l.Award), Source: before.Page.Doc.Path, OtherResults: !l.shares(before, ann)})
			}
		}
	}
	return given
}

// decides tells that the announcement is of a decision that holds.
func (ann *Announcement) decides() bool {
	return award.Stage(ann.Awards.Stage) == award.Decided && ann.Page.Doc.Header.Withdrawn == nil
}

// perRound tells that the plan gives the award's number anew in each round.
func (l *AwardLine) perRound() bool {
	return l.Prize != nil && l.Prize.Per == "round" || l.Commendation != nil && l.Commendation.Per == "round"
}

// shares tells that a line of one announcement rests on the same results as another announcement: a prize on its
// block's, a commendation, which is for all blocks, on the round's.
func (l *AwardLine) shares(of, with *Announcement) bool {
	if l.Award.Prize == "" {
		return of.round() == with.round()
	}
	return l.Block != nil && l.Round == with.rests(l.Block.ID)
}

// round names the newest round that the announcement rests on, "" where no results are there.
func (ann *Announcement) round() string {
	var newest *Round
	for _, b := range ann.Campaign.Blocks {
		if r := ann.rests(b.ID); r != nil && (newest == nil || r.Day > newest.Day) {
			newest = r
		}
	}
	if newest == nil {
		return ""
	}
	return newest.Results.Round
}

// oneAct finds awards files that say they are the same act. An act is one by its number, its issuer and the year in which
// numbers run (Decree 30/2020/NĐ-CP); an issuer that is left out may be any.
func (a *assembly) oneAct() {
	before := map[string][]*Announcement{} // by number and year
	for _, c := range a.site.Campaigns {
		for _, ann := range slices.Backward(c.Announcements) {
			act := ann.Awards.Document
			if act == nil || act.Number == "" || ann.Page.Doc.Header.Withdrawn != nil {
				continue
			}
			key := viet.Slug(act.Number) + " " + yearOf(act.Date.Day)
			if i := slices.IndexFunc(before[key], ann.sameIssuer); i >= 0 {
				a.actTwice(ann, before[key][i])
			}
			before[key] = append(before[key], ann)
		}
	}
}

func (ann *Announcement) sameIssuer(other *Announcement) bool {
	from, to := ann.Awards.Document.IssuedBy(), other.Awards.Document.IssuedBy()
	return from == to || from == "" || to == ""
}

// actTwice reports the second file of an act. One decision may honour two campaigns: then its file says so.
func (a *assembly) actTwice(ann, first *Announcement) {
	code := "award-act-twice"
	if ann.Campaign != first.Campaign {
		code = "award-act-shared"
	}
	a.report(ann.Page.Doc.Finding(code, diag.Args{
		"act": ann.Awards.Document.Number, "first": first.Page.Doc.Path,
	}, "document", "number"))
}
