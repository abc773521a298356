package portal

import (
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/site"
	"bangvang/internal/view"
)

// describe says what a page is to programs: what is known of its kind, and the way to it. Pages that search engines
// must not show say nothing.
func (p *planner) describe(pg *view.Page) {
	if pg.NoIndex || pg.Refresh != "" {
		pg.Data = nil
		return
	}
	if len(pg.Crumbs) == 0 {
		return
	}
	way := &view.Breadcrumbs{Type: "BreadcrumbList", List: make([]view.Crumb, 0, len(pg.Crumbs)+1)}
	for i, c := range pg.Crumbs {
		way.List = append(way.List, view.Crumb{Type: "ListItem", Position: i + 1, Name: c.Text, Item: p.Origin + c.Href})
	}
	way.List = append(way.List, view.Crumb{Type: "ListItem", Position: len(pg.Crumbs) + 1, Name: pg.Title, Item: pg.Canonical})
	say(pg, way)
}

// say adds a thing to what a page says to programs.
func say(pg *view.Page, thing any) {
	if pg.Data == nil {
		pg.Data = &view.Data{}
	}
	pg.Data.Things = append(pg.Data.Things, thing)
}

// publisherOf is who publishes the portal. One that says of itself that it is no official portal is described as no
// authority either.
func (p *planner) publisherOf() *view.Agent {
	kind := "GovernmentOrganization"
	if p.view.Notice != "" {
		kind = "Organization"
	}
	return &view.Agent{Type: kind, Name: p.view.Organization, URL: p.URL("/")}
}

// describeHome says what the portal is and who publishes it, with the ways to reach them.
func (p *planner) describeHome(pg *view.Page) {
	full := *p.publisher
	full.Logo = p.Origin + p.view.Icon
	if c := p.view.Contact; c != nil {
		full.Address, full.Phone, full.Email = c.Address, c.Phone, c.Email
	}
	say(pg, &view.Portal{
		Type: "WebSite", Name: p.view.Title, URL: p.URL("/"), Lang: p.view.Lang, Publisher: &full,
		Search: view.SearchAction{Type: "SearchAction", Target: p.URL(searchAddress) + "?q={words}", Input: "required name=words"},
	})
}

// describeNews says what an article is.
func (p *planner) describeNews(pg *view.Page, page *site.Page) {
	h, words := page.Doc.Header, p.doc(page).Header
	if h.Withdrawn != nil {
		return
	}
	news := &view.News{
		Type: "NewsArticle", Headline: words.Title, Summary: words.Summary, URL: pg.Canonical, Lang: p.view.Lang,
		Published: iso(pg.Meta.Date), Modified: cmp.Or(iso(pg.Meta.Updated), iso(pg.Meta.Date)), Section: h.Category, Publisher: p.publisher,
	}
	if pg.Share != nil {
		news.Image = []string{pg.Share.URL}
	}
	if h.Author != "" {
		news.Author = &view.Agent{Type: agentKind(h.Author), Name: h.Author}
	}
	say(pg, news)
}

// agentKind tells a person's name, two to five words in capitals, from an office's: "Ban Biên tập", "Phòng Nội vụ".
func agentKind(name string) string {
	words := strings.Fields(name)
	for _, w := range words {
		if first, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(first) {
			return "Organization"
		}
	}
	if len(words) < 2 || len(words) > 5 {
		return "Organization"
	}
	return "Person"
}

func iso(d *view.Day) string {
	if d == nil {
		return ""
	}
	return d.ISO
}

// dataset says what a ranking is as data. Invented ones are none.
func (p *planner) dataset(m *ranking) view.Dataset {
	r := m.round
	h := r.Page.Doc.Header
	d := view.Dataset{
		Type: "Dataset", Name: p.doc(r.Page).Header.Title + " – " + p.hubLink(r.Campaign).Text, Summary: m.caption(p) + ". " + m.sentence, URL: p.URL(r.Page.Address),
		Lang: p.view.Lang, Published: iso(p.day(p.dateOf(r.Page))), Modified: iso(p.day(h.Updated)), Free: true, Source: h.Source, Publisher: p.publisher,
	}
	if l := p.view.Licence; l != nil {
		d.Licence = l.Href
	}
	for _, f := range m.fields(p) {
		if f.kind == decimal || f.kind == percent {
			d.Measured = append(d.Measured, f.head)
		}
	}
	for _, f := range dataForms {
		d.Files = append(d.Files, view.DatasetFile{Type: "DataDownload", Name: f.name, Format: f.media, URL: p.URL(r.Page.Address + f.file)})
	}
	return d
}

// describeData says that the page of all data is a catalogue, and of what.
func (p *planner) describeData(pg *view.Page, rounds []*site.Round) {
	c := &view.Catalogue{Type: "DataCatalog", Name: pg.Title + " – " + p.view.Title, URL: pg.Canonical, Publisher: p.publisher, Datasets: []view.Dataset{}}
	if l := p.view.Licence; l != nil {
		c.Licence = l.Href
	}
	for _, r := range rounds {
		c.Datasets = append(c.Datasets, view.Dataset{Type: "Dataset", Name: p.doc(r.Page).Header.Title + " – " + p.hubLink(r.Campaign).Text, Summary: p.ranking(r).sentence, URL: p.URL(r.Page.Address)})
	}
	say(pg, c)
}
