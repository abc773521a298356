package site

import (
	"strings"
	"time"

	"bangvang/internal/award"
	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// Why says what hides a document.
type Why string

// Only these three hide a page; a date never does.
const (
	WhyDraft   Why = "draft"
	WhyPublish Why = "publish" // its time has not come
	WhyExpired Why = "expired"
)

// Hidden is a document that is not public at the site's moment.
type Hidden struct {
	Doc    *document.Document
	Why    Why
	Appear time.Time // when it becomes public by itself; zero if never
}

// admit parts the documents into public and hidden ones and gives each public one its address.
func (a *assembly) admit() {
	for _, doc := range a.Docs {
		if doc.Type == document.TypeTranslation {
			a.english = append(a.english, doc)
			continue
		}
		a.checkTimes(doc)
		hidden, is := a.hidden(doc)
		if is {
			a.site.Hidden = append(a.site.Hidden, hidden)
			a.site.hiddenRef[reference(doc.Path)] = true
			if !a.Drafts {
				continue
			}
		}
		a.credit(doc)
		if doc.Type == document.TypeUnits {
			a.admitRegistry(&Page{Doc: doc, Address: "/don-vi/", Hidden: is})
			continue
		}
		page := &Page{Doc: doc, Address: a.addressOf(doc), Hidden: is}
		if doc.Type == document.TypeSection {
			a.site.Sections[folder(doc.Path)] = page
			continue
		}
		a.site.Pages = append(a.site.Pages, page)
		a.site.byRef[reference(doc.Path)] = page
	}
}

// admitRegistry takes a registry that is public: the generated list of units shows its text.
func (a *assembly) admitRegistry(page *Page) {
	a.site.Register = append(a.site.Register, page)
	a.site.byRef[reference(page.Doc.Path)] = page
}

func (a *assembly) hidden(doc *document.Document) (Hidden, bool) {
	h, now := doc.Header, a.site.Now
	publish, expires := a.site.Time(h.Publish), a.site.Time(h.Expires)
	switch {
	case h.Draft:
		return Hidden{doc, WhyDraft, time.Time{}}, true
	case !expires.IsZero() && !expires.After(now):
		return Hidden{doc, WhyExpired, time.Time{}}, true
	case publish.After(now):
		return Hidden{doc, WhyPublish, publish}, true
	}
	return Hidden{}, false
}

// credit warns of an article that does not say what the law asks of every item: who wrote it, from what source,
// and what it is about.
func (a *assembly) credit(doc *document.Document) {
	if doc.Type != document.TypeArticle || !doc.Readable {
		return
	}
	var missing []string
	for _, key := range []struct{ name, value string }{
		{"summary", doc.Header.Summary}, {"author", doc.Header.Author}, {"source", doc.Header.Source},
	} {
		if key.value == "" {
			missing = append(missing, key.name)
		}
	}
	if missing != nil {
		a.report(doc.FindingAt("missing-credit", diag.Pos{}, diag.Args{"keys": strings.Join(missing, ", ")}))
	}
}

// checkTimes finds times of one document that contradict each other.
func (a *assembly) checkTimes(doc *document.Document) {
	h := doc.Header
	publish, expires := a.site.Time(h.Publish), a.site.Time(h.Expires)
	if !publish.IsZero() && !expires.IsZero() && !expires.After(publish) {
		a.report(doc.Finding("expires-before-publish", diag.Args{
			"publish": a.site.Moment(h.Publish), "expires": a.site.Moment(h.Expires),
		}, "expires"))
	}
	if date := a.site.Time(h.Date); !date.IsZero() && !expires.IsZero() && !expires.After(date) {
		a.report(doc.Finding("expires-before-date", diag.Args{
			"date": a.site.Moment(h.Date), "expires": a.site.Moment(h.Expires),
		}, "expires"))
	}
	if a.site.Time(h.Date).After(a.site.Now) && publish.IsZero() && !h.Draft {
		a.report(doc.Finding("future-date", diag.Args{"date": a.site.Moment(h.Date)}, "date"))
	}
	a.checkStatements(doc, latest(a.site.Now, publish))
	if act := ActOf(doc); act != nil && !publish.IsZero() {
		if decided := a.site.Time(document.Moment{Day: act.Date.Day}); publish.Before(decided) {
			a.report(doc.Finding("publish-before-decision", diag.Args{
				"publish": a.site.Moment(h.Publish), "decision": a.site.Moment(act.Date), "act": act.Number,
			}, "publish"))
		}
	}
}

// checkStatements finds what is said to have been done on a day that has not come when the page is shown, or before there
// was a page.
func (a *assembly) checkStatements(doc *document.Document, shown time.Time) {
	for _, st := range statements(doc) {
		if a.site.Time(st.day).After(shown) && !doc.Header.Draft {
			a.report(doc.Finding("future-statement", diag.Args{"date": a.site.Moment(st.day)}, st.path...))
		}
		if made := doc.Header.Date; st.later && a.site.earlier(st.day, made) {
			a.report(doc.Finding("early-statement", diag.Args{"date": a.site.Moment(st.day), "made": a.site.Moment(made)}, st.path...))
		}
	}
	if doc.Awards != nil {
		a.checkAnnulled(doc, doc.Awards)
	}
}

// checkAnnulled finds awards that were annulled on no day, or before they were decided.
func (a *assembly) checkAnnulled(doc *document.Document, awards *document.Awards) {
	for i, w := range awards.Awards {
		switch act := awards.Document; {
		case w.Annulled == nil:
		case w.Annulled.Date.Day == "":
			a.report(doc.Finding("annulled-undated", diag.Args{"act": w.Annulled.Document}, "awards", i, "annulled"))
		case act != nil && w.Annulled.Date.Day < act.Date.Day:
			a.report(doc.Finding("annulled-early", diag.Args{
				"date": a.site.Moment(w.Annulled.Date), "act": act.Number, "decision": a.site.Moment(act.Date),
			}, "awards", i, "annulled", "date"))
		}
	}
}

// earlier reports whether a lies on a day of the portal before that of b; never where one of them is unset.
func (s *Site) earlier(a, b document.Moment) bool {
	x, y := s.Time(a), s.Time(b)
	return !x.IsZero() && !y.IsZero() && x.Format(time.DateOnly) < y.Format(time.DateOnly)
}

// A statement is a day on which a document says that something was done, and where it says so. What is done to a page
// that is there is done later than the page was made.
type statement struct {
	day   document.Moment
	later bool
	path  []any
}

// statements are those of a document: approval, change, withdrawal, corrections, annulled awards. Results may have been
// corrected while they were provisional, before the decision by which they are dated now.
func statements(doc *document.Document) []statement {
	h, settled := doc.Header, doc.Results != nil && doc.Results.Document != nil
	out := []statement{{h.Updated, true, []any{"updated"}}}
	if h.Approved != nil {
		out = append(out, statement{h.Approved.Date, false, []any{"approved", "date"}})
	}
	if h.Withdrawn != nil {
		out = append(out, statement{h.Withdrawn.Date, true, []any{"withdrawn", "date"}})
	}
	for i, c := range h.Corrections {
		out = append(out, statement{c.Date, !settled, []any{"corrections", i, "date"}})
	}
	if doc.Awards != nil {
		for i, w := range doc.Awards.Awards {
			if w.Annulled != nil {
				out = append(out, statement{w.Annulled.Date, false, []any{"awards", i, "annulled", "date"}})
			}
		}
	}
	return out
}

// latest returns the later of two moments.
func latest(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// ActOf returns the act that a page makes public, nil if it has none.
func ActOf(doc *document.Document) *document.Act {
	switch {
	case doc.Results != nil:
		return doc.Results.Document
	case doc.Awards != nil:
		return doc.Awards.Document
	case doc.Plan != nil && doc.Plan.Document != nil:
		return doc.Plan.Document
	}
	return nil
}

// Next returns the next moment after now at which the same sources give another portal: a document appears or
// expires, a period or phase begins or ends, a term for comment ends, a unit ends, a date comes. Zero if there
// is none. A draft counts where drafts are shown, and a registry always: a unit is a fact.
func (s *Site) Next(docs []*document.Document) time.Time {
	var next time.Time
	consider := func(t time.Time) {
		if t.After(s.Now) && (next.IsZero() || t.Before(next)) {
			next = t
		}
	}
	for _, doc := range docs {
		if doc.Header.Draft && !s.drafts && doc.Units == nil {
			continue
		}
		for _, at := range s.moments(doc) {
			consider(at)
		}
	}
	return next
}

// moments are the times of a document that the portal compares with now.
func (s *Site) moments(doc *document.Document) []time.Time {
	h := doc.Header
	out := []time.Time{s.Time(h.Publish), s.Time(h.Expires), s.Time(h.Date)}
	for _, st := range statements(doc) {
		out = append(out, s.Time(st.day))
	}
	switch {
	case doc.Plan != nil:
		period := doc.Plan.Period
		out = append(out, s.Time(period.From), s.After(period.From), s.After(period.To))
		for _, phase := range doc.Plan.Phases {
			last := phase.To
			if last.Day == "" {
				last = phase.From
			}
			out = append(out, s.Time(phase.From), s.After(phase.From), s.After(last))
		}
	case doc.Awards != nil:
		if act := doc.Awards.Document; act != nil {
			out = append(out, s.After(act.Date)) // the calendar parts what is to come from what is past
		}
		if d := doc.Awards.Disclosure; d != nil {
			last, _ := award.TermEnd(d.From.Day, d.Days, d.Working)
			out = append(out, s.Time(d.From), s.After(document.Moment{Day: last}))
		}
	case doc.Units != nil:
		for _, u := range doc.Units.Units {
			out = append(out, s.Time(u.To))
		}
	}
	return out
}

// After returns the first moment after the day of m; zero where m is unset.
func (s *Site) After(m document.Moment) time.Time {
	day := s.Time(document.Moment{Day: m.Day})
	if day.IsZero() {
		return day
	}
	return day.AddDate(0, 0, 1)
}
