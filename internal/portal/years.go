package portal

import (
	"slices"
	"strings"

	"bangvang/internal/site"
	"bangvang/internal/view"
)

// A newsYear is the news of one year.
type newsYear struct {
	name    string // "2026"
	address string
	pages   []*site.Page // newest first
}

// newsYears parts the articles by the years of their dates, the newest first.
func (p *planner) newsYears() []newsYear {
	var years []newsYear
	for _, page := range p.articles {
		name, _, dated := strings.Cut(string(p.dateOf(page).Day), "-")
		if !dated {
			continue
		}
		if n := len(years); n == 0 || years[n-1].name != name {
			years = append(years, newsYear{name: name, address: "/tin-tuc/" + name + "/"})
		}
		last := &years[len(years)-1]
		last.pages = append(last.pages, page)
	}
	return years
}

// ofYears plans a list for each year, unless an author has put a page or a section at its address.
func (p *planner) ofYears(years []newsYear) {
	for _, y := range years {
		own := func(page *site.Page) bool { return page.Address == y.address }
		if p.Sections[site.Content+y.address[1:]] != nil || slices.ContainsFunc(p.Pages, own) {
			continue
		}
		p.paginate(y.address, p.Say("Tin tức năm %s", "News of %s", y.name), nil, y.pages, func(l *view.List) {
			l.Years = p.yearViews(years, y.name)
		}, p.newsLink())
	}
}

// yearViews lists the years with their counts, where there is one to choose from.
func (p *planner) yearViews(years []newsYear, current string) []view.Term {
	var out []view.Term
	for _, y := range years {
		if p.has(y.address) && len(years) > 1 {
			out = append(out, view.Term{
				Link: view.Link{Text: y.name, Href: p.Href(y.address)}, Count: p.newsItems(len(y.pages)), Current: y.name == current,
			})
		}
	}
	return out
}
