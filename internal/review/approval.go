package review

import (
	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// An Approval is who approved an announcement that comes or changes, and where that is written.
type Approval struct {
	Publication *Publication
	By          string
	On          document.Moment
	At          Place
	// Committed is who put the line there, in words; "" where nobody knows.
	Committed string
}

// Day is the day of the approval as people write it.
func (a Approval) Day(lang diag.Lang) string { return day(momentText(a.On), lang) }

// approvals are those of the announcements that come or change.
func (r *Review) approvals() []Approval {
	var out []Approval
	for _, p := range r.pairs {
		if !r.announces(p) || p.head.doc.Header.Approved == nil {
			continue
		}
		a := p.head.doc.Header.Approved
		out = append(out, Approval{Publication: p.head, By: a.By, On: a.Date,
			At: lineOf(p.head.Path, p.head.doc.Where("approved").Line)})
	}
	return out
}

// announces tells that results or awards are public at the head, or will be by themselves, and come or change with it.
func (r *Review) announces(p pair) bool {
	if p.head.state() == 0 || p.head.Topic != OfResults && p.head.Topic != OfAwards {
		return false
	}
	for _, c := range r.Changes {
		if c.Publication == p.head {
			return true
		}
	}
	return false
}
