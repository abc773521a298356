package site

import (
	"regexp"
	"strconv"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// dated finds dates that contradict each other: an announcement before its decision, and slips of a year.
func (a *assembly) dated() {
	for _, p := range a.site.Pages {
		act := ActOf(p.Doc)
		if act != nil {
			a.announcedBefore(p.Doc, act)
			a.symbolYear(p.Doc, act)
		}
		if p.Campaign != nil && (p.Doc.Results != nil || p.Doc.Awards != nil) {
			a.yearsOf(p, act)
		}
	}
}

// announcedBefore finds a page that is dated before the act that it makes public.
func (a *assembly) announcedBefore(doc *document.Document, act *document.Act) {
	day := doc.Header.Date.Day
	if day != "" && act.Date.Day != "" && day < act.Date.Day {
		a.report(doc.Finding("date-before-decision", diag.Args{
			"date": a.site.Moment(doc.Header.Date), "decision": a.site.Moment(act.Date), "act": act.Number,
		}, "date"))
	}
}

// symbolForm is the symbol of a normative act, which carries its year: 77/2025/QĐ-UBND (Decree 30/2020/NĐ-CP).
var symbolForm = regexp.MustCompile(`^\d+/(\d{4})/`)

// symbolYear finds an act whose symbol carries another year than its date.
func (a *assembly) symbolYear(doc *document.Document, act *document.Act) {
	if m := symbolForm.FindStringSubmatch(act.Number); m != nil && act.Date.Day != "" && m[1] != yearOf(act.Date.Day) {
		a.report(doc.Finding("year-slip", diag.Args{
			"what": "số văn bản", "what.en": "the symbol", "got": m[1], "want": yearOf(act.Date.Day), "than": "năm ký", "than.en": "the year of signature",
		}, "document", "number"))
	}
}

// late is how many years after a campaign's end its results are usually out.
const late = 2

// yearsOf finds dates of results and awards, and years in a round's name, that lie outside the campaign's time.
func (a *assembly) yearsOf(p *Page, act *document.Act) {
	from, to := year(p.Campaign.Plan.Period.From.Day), year(p.Campaign.Plan.Period.To.Day)
	if from == 0 || to == 0 {
		return
	}
	if act != nil {
		a.within(p.Doc, diag.Text{Vi: "ngày ký văn bản", En: "the day of signature"}, act.Date.Day, from, to, "document", "date")
	}
	a.within(p.Doc, diag.Text{Vi: "ngày công bố", En: "the page's date"}, p.Doc.Header.Date.Day, from, to, "date")
	if p.Doc.Results == nil {
		return
	}
	for _, text := range p.Campaign.StrayYears(p.Doc.Results.Round) {
		a.slip(p.Doc, diag.Text{Vi: "tên kỳ", En: "the round's name"}, text, from, to, "round")
	}
}

// StrayYears returns the years in a round's name that lie outside the campaign's time.
func (c *Campaign) StrayYears(round string) []string {
	from, to := year(c.Plan.Period.From.Day), year(c.Plan.Period.To.Day)
	var out []string
	for _, text := range years.FindAllString(round, -1) {
		if n, _ := strconv.Atoi(text); from != 0 && to != 0 && (n < from || n > to) {
			out = append(out, text)
		}
	}
	return out
}

var years = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

func (a *assembly) within(doc *document.Document, what diag.Text, day campaign.Day, from, to int, key ...any) {
	if n := year(day); n != 0 && (n < from || n > to+late) {
		a.slip(doc, what, yearOf(day), from, to, key...)
	}
}

func (a *assembly) slip(doc *document.Document, what diag.Text, got string, from, to int, key ...any) {
	want := strconv.Itoa(from)
	if to != from {
		want += "–" + strconv.Itoa(to)
	}
	a.report(doc.Finding("year-slip", diag.Args{
		"what": what.Vi, "what.en": what.En, "got": got, "want": want, "than": "phong trào", "than.en": "the campaign",
	}, key...))
}

// yearOf returns the year of a day as it is written, "" for none.
func yearOf(day campaign.Day) string {
	if len(day) < 4 {
		return ""
	}
	return string(day[:4])
}

// year is the year of a day as a number, 0 for none.
func year(day campaign.Day) int {
	n, _ := strconv.Atoi(yearOf(day))
	return n
}
