package review

import (
	"slices"
	"time"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// approved: results and awards that come or change name who approved them, not before what they say.
func (j *judge) approved(p pair) {
	if !j.announces(p) || p.head.withdrawn() {
		return
	}
	h := p.head.doc.Header
	if h.Approved == nil || h.Approved.By == "" {
		j.report("review-unapproved", Place{File: p.head.Path}, diag.Args{"page": p.head.Title})
		return
	}
	on := h.Approved.Date.Day
	at := lineOf(p.head.Path, p.head.doc.Where("approved", "date").Line)
	if j.unseen(p) {
		j.report("review-approval-old", at, diag.Args{"page": p.head.Title, "got": day(string(on), j.lang), "than": wording{j.lang}.say("nội dung vừa thay đổi", "what changes now")})
		return
	}
	for _, than := range j.approves(p) {
		if than.on != "" && on < than.on {
			j.report("review-approval-old", at, diag.Args{"page": p.head.Title, "got": day(string(on), j.lang), "want": day(string(than.on), j.lang), "than": than.what.In(j.lang)})
			return
		}
	}
}

// unseen tells that a published announcement changes under the approval that it had before: nobody has approved the
// change, unless the approval is of this very day.
func (j *judge) unseen(p pair) bool {
	annuls := func(c Change) bool { _, ok := c.turn(Annulled); return ok }
	if p.base == nil || p.base.doc.Header.Approved == nil || *p.base.doc.Header.Approved != *p.head.doc.Header.Approved {
		return false
	}
	today := j.head.Result.Site.Now.Format(time.DateOnly)
	return string(p.head.doc.Header.Approved.Date.Day) != today &&
		slices.ContainsFunc(j.of(p), func(c Change) bool { return j.binds(p, c) || annuls(c) })
}

// A dated thing that an approval may not be older than.
type dated struct {
	on   campaign.Day
	what diag.Text
}

// approves lists what an approval answers for.
func (j *judge) approves(p pair) []dated {
	var out []dated
	act := actOf(p.head)
	if act != nil {
		out = append(out, dated{act.Date.Day, diag.Text{Vi: "ngày ký văn bản", En: "the date of the act"}})
	}
	for _, c := range p.head.doc.Header.Corrections {
		out = append(out, dated{c.Date.Day, diag.Text{Vi: "ngày đính chính", En: "the date of the correction"}})
	}
	if p.base != nil && p.base.doc.Header.Approved != nil {
		out = append(out, dated{p.base.doc.Header.Approved.Date.Day, diag.Text{Vi: "lần duyệt trước", En: "the approval before"}})
	}
	return out
}

func actOf(p *Publication) *document.Act {
	switch {
	case p.doc.Results != nil:
		return p.doc.Results.Document
	case p.doc.Awards != nil:
		return p.doc.Awards.Document
	}
	return nil
}

// decided: awards that are decided, and results that are final, name the act that decides.
func (j *judge) decided(p pair) {
	if !j.announces(p) || p.head.withdrawn() || actOf(p.head) != nil {
		return
	}
	switch doc := p.head.doc; {
	case doc.Awards != nil && doc.Awards.Stage == string(award.Decided):
		j.report("review-undecided", lineOf(doc.Path, doc.Where("stage").Line), diag.Args{"page": p.head.Title})
	case doc.Results != nil && !doc.Results.Provisional:
		j.report("review-no-act", Place{File: doc.Path}, diag.Args{"page": p.head.Title})
	}
}

// disclosed: an award is decided after the term for comment on it has ended, in a term too that the change takes away. One
// that still stands a build finds itself.
func (j *judge) disclosed(p pair) {
	if !j.announces(p) || p.head.award == nil || p.head.award.Awards.Stage != string(award.Decided) || actOf(p.head) == nil {
		return
	}
	told := func(f diag.Finding) bool { return f.Code == "award-undisclosed" && f.File == p.head.Path }
	if slices.ContainsFunc(j.Fresh, told) {
		return
	}
	decided := actOf(p.head).Date.Day
	for _, d := range j.terms(p.head) {
		last, _ := award.TermEnd(d.From.Day, d.Days, d.Working)
		if last != "" && decided != "" && decided <= last {
			j.report("review-undisclosed", lineOf(p.head.Path, p.head.doc.Where("document", "date").Line),
				diag.Args{"page": p.head.Title, "got": day(string(decided), j.lang), "want": day(string(last), j.lang)})
			return
		}
	}
}

// terms are the terms for comment that stood at the base in the proposals of a campaign that share an award with an
// announcement.
func (j *judge) terms(p *Publication) []*document.Disclosure {
	var out []*document.Disclosure
	mine := p.laureates()
	for _, o := range j.pairs {
		was := o.base
		if was == nil || was.award == nil || was.Campaign != p.Campaign || was.award.Awards.Disclosure == nil || was.award.Awards.Stage != string(award.Proposed) {
			continue
		}
		if slices.ContainsFunc(was.laureates(), func(x string) bool { return slices.Contains(mine, x) }) {
			out = append(out, was.award.Awards.Disclosure)
		}
	}
	return out
}

// laureates are the keys of an announcement's awards.
func (p *Publication) laureates() []string {
	var out []string
	for _, s := range p.Subjects() {
		if s.Topic == OfAward {
			out = append(out, s.Key)
		}
	}
	return out
}
