package portal

import (
	"iter"
	"maps"
	"slices"
	"strings"
	"sync"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/search"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

const searchAddress = "/tim-kiem/"

// search plans the search page and the index that its script reads. Withdrawn pages, and those that only a
// preview shows, are not in the index.
func (p *planner) search(script string) {
	p.step(func(p *planner) { p.searchPage(script) })
	if p.only == nil {
		p.outputs = append(p.outputs, Output{Bundle: p.index})
	}
}

func (p *planner) searchPage(script string) {
	section := p.Sections[site.Content+"tim-kiem/"]
	v := &view.Search{
		Intro: p.body(section), Action: p.Href(searchAddress), Index: p.Href(searchAddress), Script: p.Href(script),
		Groups: p.wayGroups(), Map: view.Link{Text: "sitemap.xml", Href: p.Href("/sitemap.xml")},
	}
	p.add(searchAddress, p.listPage(searchAddress, p.Say("Tìm kiếm", "Search"), section, v), p.doc(section), "trang tìm kiếm")
}

// index makes the files that the search page's script reads, for each edition its own. What it returns once done is closed is
// of no use.
func (p *planner) index(done <-chan struct{}) []Output {
	var files []Output
	for _, f := range p.indexed(done) {
		files = append(files, Output{Path: outputPath(p.here(searchAddress) + f.Name), Data: f.Data})
	}
	if p.other != nil {
		files = append(files, p.other.index(done)...)
	}
	return files
}

// indexed are the files of the edition's own index.
func (p *planner) indexed(done <-chan struct{}) []search.File {
	if p.begun != nil {
		return p.begun()
	}
	return search.IndexUntil(done, p.findable())
}

// beginIndex has the index made from now on. It hangs on no plan of a page, but is half the work of all of them, and planning
// is the work of one: a planner of its own does it on another processor.
func (p *planner) beginIndex(done <-chan struct{}) {
	own := newPlanner(p.Site, p.Lang, new(shelf))
	own.categories, own.tags = p.categories, p.tags
	made := make(chan []search.File, 1)
	go func() { made <- search.IndexUntil(done, own.findable()) }()
	p.begun = sync.OnceValue(func() []search.File { return <-made })
}

// mostLinks is how many links of a group the search page shows.
const mostLinks = 30

// wayGroups are the lists, campaigns, categories and plain pages of the portal, for those who can't search.
func (p *planner) wayGroups() []view.LinkGroup {
	campaigns := view.LinkGroup{ID: "_campaigns", Title: p.Say("Phong trào", "Campaigns"), More: &view.Link{Text: p.Say("Tất cả phong trào", "All campaigns"), Href: p.Href("/phong-trao/")}}
	for _, c := range p.Campaigns {
		campaigns.Links = append(campaigns.Links, p.hubLink(c))
	}
	categories := view.LinkGroup{ID: "_categories", Title: p.Say("Chuyên mục tin", "Categories of news"), More: &view.Link{Text: p.Say("Tất cả tin", "All news"), Href: p.Href("/tin-tuc/")}}
	for _, t := range p.termViews(&p.categories, "") {
		categories.Links = append(categories.Links, t.Link)
	}
	pages := view.LinkGroup{ID: "_pages", Title: p.Say("Trang khác", "Other pages")}
	for _, dir := range slices.Sorted(maps.Keys(p.Sections)) {
		if s := p.Sections[dir]; !slices.Contains(generated, strings.TrimPrefix(dir, site.Content)) && !p.isHub(s) {
			pages.Links = append(pages.Links, *p.linkTo(s))
		}
	}
	for _, page := range p.Pages {
		if page.Doc.Type == document.TypePage {
			pages.Links = append(pages.Links, *p.linkTo(page))
		}
	}
	var out []view.LinkGroup
	for _, g := range []view.LinkGroup{{ID: "_lists", Title: p.Say("Danh sách", "Lists"), Links: p.ways()}, campaigns, categories, pages} {
		if len(g.Links) > mostLinks {
			g.Links = g.Links[:mostLinks]
		} else {
			g.More = nil
		}
		if len(g.Links) > 0 {
			out = append(out, g)
		}
	}
	return out
}

// findable are all pages of the edition that a search may answer with, the more important ones first: of pages that
// match alike the first in this list is the first answer.
func (p *planner) findable() []search.Page {
	var out []search.Page
	for _, c := range p.Campaigns {
		if !p.has(c.Address) {
			continue
		}
		out = append(out, search.Page{
			Title: p.hubLink(c).Text, Href: p.Href(c.Address), Kind: p.Say("Phong trào", "Campaign"), Day: p.span(c.Plan.Period.From, c.Plan.Period.To),
			Illustrative: c.Illustrative(), Text: p.hubText(c),
		})
	}
	for _, id := range p.Registry.IDs() {
		if !p.has(unitAddress(id)) {
			continue
		}
		u, _ := p.Registry.Unit(id)
		out = append(out, search.Page{
			Title: u.Name, Href: p.unitHref(id), Kind: p.Say("Đơn vị", "Unit"), Illustrative: p.Illustrative(id), Text: slices.Values([]string{p.nowCalled(u)}),
		})
	}
	out = append(out, p.findableDocs(func(page *site.Page) bool { return page.Doc.Type != document.TypeArticle })...)
	out = append(out, p.findablePersons()...)
	out = append(out, p.findableDocs(func(page *site.Page) bool { return page.Doc.Type == document.TypeArticle })...)
	for _, t := range []*terms{&p.categories, &p.tags} {
		for _, v := range p.termViews(t, "") {
			out = append(out, search.Page{Title: v.Text, Href: v.Href, Kind: termKinds[t.base].In(p.Lang)})
		}
	}
	return out
}

var termKinds = map[string]diag.Text{"/chuyen-muc/": {Vi: "Chuyên mục", En: "Category"}, "/the/": {Vi: "Thẻ", En: "Tag"}}

func (p *planner) hubText(c *site.Campaign) iter.Seq[string] {
	var names []string
	for _, ph := range c.Plan.Phases {
		names = append(names, ph.Name)
	}
	if c.Section == nil {
		return slices.Values(names)
	}
	doc := p.doc(c.Section)
	return textOf(doc, append(names, doc.Header.Summary)...)
}

// findableDocs are the public documents that are kept, newest first.
func (p *planner) findableDocs(keep func(*site.Page) bool) []search.Page {
	var pages []*site.Page
	for _, page := range p.Pages {
		if keep(page) && p.has(page.Address) && !page.Hidden && page.Doc.Header.Withdrawn == nil {
			pages = append(pages, page)
		}
	}
	slices.SortStableFunc(pages, func(a, b *site.Page) int { return p.Time(p.dateOf(b)).Compare(p.Time(p.dateOf(a))) })
	facts := p.factsByPage()
	out := make([]search.Page, 0, len(pages))
	for _, page := range pages {
		out = append(out, p.findableDoc(page, facts[page]))
	}
	return out
}

func (p *planner) findableDoc(page *site.Page, facts []string) search.Page {
	h, words := page.Doc.Header, p.doc(page)
	v := search.Page{
		Title: words.Header.Title, Href: p.Href(page.Address), Kind: p.kindOf(page), Illustrative: p.illustrative(page),
		Text: textOf(words, slices.Concat([]string{words.Header.Summary, h.Author}, h.Tags, facts)...),
	}
	if d := p.day(p.dateOf(page)); d != nil {
		v.Day = d.Text
	}
	if page.Campaign != nil {
		v.Campaign = p.hubLink(page.Campaign).Text
	}
	if act := site.ActOf(page.Doc); act != nil {
		v.Names = []string{act.Number, act.Title}
		v.Kind += " " + act.Number
	}
	for _, act := range annulling(page.Doc) {
		v.Names = append(v.Names, act.Number)
	}
	return v
}

// factsByPage are the words that pages show beside their bodies: units of rankings, laureates, criteria, prizes.
func (p *planner) factsByPage() map[*site.Page][]string {
	out := map[*site.Page][]string{}
	for _, c := range p.Campaigns {
		for _, b := range c.Blocks {
			out[c.PlanPage] = append(out[c.PlanPage], b.Name)
		}
		for _, prize := range c.Plan.Prizes {
			out[c.PlanPage] = append(out[c.PlanPage], prize.Title)
		}
		for _, cr := range c.Criteria {
			out[cr.Page] = append(out[cr.Page], criteriaWords(cr.Page.Doc.Criteria.Criteria)...)
		}
		for _, r := range c.Rounds {
			for _, l := range p.ranking(r).rows {
				out[r.Page] = append(out[r.Page], l.row.Unit.Name)
			}
		}
		for _, a := range c.Announcements {
			out[a.Page] = append(out[a.Page], laureateWords(a)...)
		}
	}
	return out
}

func criteriaWords(list []document.Criterion) []string {
	var out []string
	for _, c := range list {
		out = append(append(out, c.Name), criteriaWords(c.Items)...)
	}
	return out
}

// laureateWords are the units and merits of an announcement; its persons are found by themselves.
func laureateWords(a *site.Announcement) []string {
	var out []string
	for i := range a.Lines {
		l := &a.Lines[i]
		out = append(out, awardTitle(l), l.Award.Merit)
		if l.Unit != nil {
			out = append(out, l.Unit.Name)
		}
	}
	return out
}

// findablePersons are the persons who are honoured, or proposed while that is open: each leads to the line of the announcement.
func (p *planner) findablePersons() []search.Page {
	var out []search.Page
	for _, c := range p.Campaigns {
		for _, a := range c.Announcements {
			if a.Page.Hidden || a.Page.Doc.Header.Withdrawn != nil || !p.has(a.Page.Address) {
				continue
			}
			for i := range a.Lines {
				if l := &a.Lines[i]; l.Award.Person != nil && l.Award.Annulled == nil && l.Decision == nil {
					out = append(out, p.findablePerson(a, i))
				}
			}
		}
	}
	return out
}

func (p *planner) findablePerson(a *site.Announcement, i int) search.Page {
	l := &a.Lines[i]
	award, says := p.unitAward(a, i), []string{awardTitle(l), l.Award.Person.Position, l.Award.Merit}
	if l.Unit != nil {
		says = append(says, l.Unit.Name)
	}
	v := search.Page{
		Title: l.Award.Person.Name, Href: award.Href, Kind: award.Title + " – " + lower(award.Stage), Campaign: p.hubLink(a.Campaign).Text,
		Illustrative: award.Illustrative, Text: slices.Values(says),
	}
	if award.Day != nil {
		v.Day = award.Day.Text
	}
	return v
}
