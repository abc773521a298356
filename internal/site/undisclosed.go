package site

import (
	"slices"

	"bangvang/internal/award"
	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// undisclosed finds a decision that was signed while people could still comment on it: in its own term, or in that of
// a proposal that has an award in common with it.
func (a *assembly) undisclosed(ann *Announcement) {
	if !ann.decides() || ann.Awards.Document == nil || ann.Awards.Document.Date.Day == "" {
		return
	}
	decided := ann.Awards.Document.Date.Day
	for _, other := range ann.Campaign.Announcements {
		if other.Awards.Disclosure == nil || other != ann && !other.proposes(ann) {
			continue
		}
		term := other.Awards.Disclosure
		if last, _ := award.TermEnd(term.From.Day, term.Days, term.Working); decided <= last {
			a.report(ann.Page.Doc.Finding("award-undisclosed", diag.Args{
				"got": a.site.Moment(document.Moment{Day: decided}), "want": a.site.Moment(document.Moment{Day: last}), "term": other.Page.Doc.Path,
			}, "document", "date"))
			return
		}
	}
}

// proposes reports whether a proposal names a laureate for what a decision then gives.
func (ann *Announcement) proposes(other *Announcement) bool {
	if award.Stage(ann.Awards.Stage) == award.Decided || ann.Page.Doc.Header.Withdrawn != nil {
		return false
	}
	return slices.ContainsFunc(ann.Awards.Awards, func(x document.Award) bool {
		return slices.ContainsFunc(other.Awards.Awards, func(y document.Award) bool {
			return x.Prize == y.Prize && x.Commendation == y.Commendation && sameLaureate(&x, &y)
		})
	})
}

// sameLaureate reports whether two awards honour the same unit or person.
func sameLaureate(x, y *document.Award) bool {
	if x.Person == nil || y.Person == nil {
		return x.Person == y.Person && x.Unit == y.Unit
	}
	return x.Person.Name == y.Person.Name && x.Person.Unit == y.Person.Unit
}
