package portal

import (
	"bytes"
	"encoding/xml"
	"slices"
	"strings"
	"time"

	"bangvang/internal/site"
	"bangvang/internal/view"
)

// feedLength is how many entries a feed holds.
const feedLength = 50

type atomFeed struct {
	XMLName xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang    string      `xml:"xml:lang,attr"`
	Title   string      `xml:"title"`
	ID      string      `xml:"id"`
	Updated string      `xml:"updated"`
	Links   []atomLink  `xml:"link"`
	Author  *atomAuthor `xml:"author"`
	Entries []atomEntry `xml:"entry"`
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomAuthor struct {
	Name string `xml:"name"`
}

type atomEntry struct {
	Title     string      `xml:"title"`
	ID        string      `xml:"id"`
	Links     []atomLink  `xml:"link"`
	Published string      `xml:"published,omitempty"`
	Updated   string      `xml:"updated"`
	Author    *atomAuthor `xml:"author"`
	Summary   string      `xml:"summary,omitempty"`
}

// A followed list has a feed of its own: a category, or a section with dated pages.
type followed struct {
	address, title string // of the list
	pages          []*site.Page
}

// follow gives a list a feed, if there is anything to follow.
func (p *planner) follow(address, title string, pages []*site.Page) {
	if slices.ContainsFunc(pages, func(page *site.Page) bool { return !p.changed(page).IsZero() }) {
		p.followed = append(p.followed, followed{address, title, pages})
	}
}

// feedOfList is the feed that tells what comes into a list.
func (p *planner) feedOfList(address string) view.Link {
	for _, f := range p.followed {
		if f.address == address {
			return view.Link{Text: "Atom: " + f.title, Href: p.Href(address + "atom.xml")}
		}
	}
	return p.newsFeed()
}

// feeds plans the feed of everything, of the news, of each category and section, and of each campaign.
func (p *planner) feeds() {
	all := slices.Clone(p.Pages)
	p.feed("/atom.xml", p.Settings.Site.Title, "/", all)
	p.feed("/tin-tuc/atom.xml", p.Settings.Site.Title+" – Tin tức", "/tin-tuc/", p.articles)
	for _, f := range p.followed {
		p.feed(f.address+"atom.xml", p.view.Title+" – "+f.title, f.address, f.pages)
	}
	for _, c := range p.Campaigns {
		var pages []*site.Page
		for _, page := range p.Pages {
			if page.Campaign == c {
				pages = append(pages, page)
			}
		}
		title := c.Title()
		if c.Illustrative() {
			title = "[Minh hoạ] " + title
		}
		p.feed(c.Address+"atom.xml", title, c.Address, pages)
	}
}

// feed plans one Atom feed of the newest dated pages of a list. It stays where the list has been before.
func (p *planner) feed(address, title, page string, pages []*site.Page) {
	newest, folders := p.newest(pages), append([]string{strings.TrimSuffix(address, "atom.xml")}, p.oldFolders(page)...)
	p.step(func(p *planner) {
		f := atomFeed{
			Lang: p.view.Lang, Title: title, ID: p.URL(address), Author: &atomAuthor{p.view.Organization},
			Links:   []atomLink{{Rel: "self", Type: "application/atom+xml", Href: p.URL(address)}, {Rel: "alternate", Type: "text/html", Href: p.URL(page)}},
			Updated: updated(newest),
		}
		for _, d := range newest {
			f.Entries = append(f.Entries, p.atomEntry(d.page, d.at))
		}
		data := encodeXML(f)
		for _, folder := range folders {
			p.put(Output{Path: outputPath(p.here(folder + "atom.xml")), Data: data}, "nguồn tin Atom")
		}
	})
}

// A dated page is one with the time of its last change.
type dated struct {
	page *site.Page
	at   time.Time
}

// newest are the pages that a feed tells of, the newest first.
func (p *planner) newest(pages []*site.Page) []dated {
	var list []dated
	for _, page := range pages {
		if at := p.changed(page); !at.IsZero() && page.Doc.Header.Withdrawn == nil {
			list = append(list, dated{page, at})
		}
	}
	slices.SortStableFunc(list, func(a, b dated) int { return b.at.Compare(a.at) })
	return slices.Clone(list[:min(feedLength, len(list))])
}

// updated is the time of a feed: that of its newest entry, so that the same content gives the same bytes whenever it is
// built.
func updated(newest []dated) string {
	at := time.Unix(0, 0).UTC()
	if len(newest) > 0 {
		at = newest[0].at
	}
	return at.Format(time.RFC3339)
}

// changed is when a page was published or last changed, corrections included.
func (p *planner) changed(page *site.Page) time.Time {
	at := p.Time(p.dateOf(page))
	if u := p.Time(page.Doc.Header.Updated); u.After(at) {
		at = u
	}
	for _, c := range page.Doc.Header.Corrections {
		if t := p.Time(c.Date); t.After(at) {
			at = t
		}
	}
	return at
}

func (p *planner) atomEntry(page *site.Page, at time.Time) atomEntry {
	h := page.Doc.Header
	e := atomEntry{
		Title: p.doc(page).Header.Title, ID: p.URL(page.Address), Updated: at.Format(time.RFC3339),
		Links: []atomLink{{Rel: "alternate", Type: "text/html", Href: p.URL(page.Address)}}, Summary: p.feedSummary(page),
	}
	if p.illustrative(page) {
		e.Title = p.Say("[Minh hoạ] %s", "[Illustrative] %s", e.Title)
	}
	if res := page.Doc.Results; res != nil && res.Provisional {
		e.Title = p.Say("[Tạm thời] %s", "[Provisional] %s", e.Title)
	}
	if t := p.Time(p.dateOf(page)); !t.IsZero() {
		e.Published = t.Format(time.RFC3339)
	}
	if h.Author != "" {
		e.Author = &atomAuthor{h.Author}
	}
	return e
}

// feedSummary is what a feed says of a page; of results it is the sentence that stands above the table.
func (p *planner) feedSummary(page *site.Page) string {
	if c := page.Campaign; c != nil && page.Doc.Results != nil {
		for _, r := range c.Rounds {
			if r.Page == page {
				return strings.TrimSpace(p.doc(page).Header.Summary + " " + p.ranking(r).sentence)
			}
		}
	}
	return p.entry(page).Summary
}

func encodeXML(v any) []byte {
	var b bytes.Buffer
	b.WriteString(xml.Header)
	enc := xml.NewEncoder(&b)
	enc.Indent("", " ")
	if err := enc.Encode(v); err != nil {
		panic("portal: plain texts can't fail to encode: " + err.Error())
	}
	b.WriteByte('\n')
	return b.Bytes()
}

type sitemap struct {
	XMLName xml.Name     `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
	XHTML   string       `xml:"xmlns:xhtml,attr,omitempty"`
	URLs    []sitemapURL `xml:"url"`
}

type sitemapURL struct {
	Loc      string           `xml:"loc"`
	LastMod  string           `xml:"lastmod,omitempty"`
	Editions []sitemapEdition `xml:"xhtml:link"`
}

// A sitemapEdition is the address of the same page in a language, as search engines read it.
type sitemapEdition struct {
	Rel  string `xml:"rel,attr"`
	Lang string `xml:"hreflang,attr"`
	Href string `xml:"href,attr"`
}

// sitemap plans sitemap.xml, of every page that search engines may show, and robots.txt.
func (p *planner) sitemap() {
	var m sitemap
	changed := map[string]string{}
	for _, page := range p.Pages {
		if at := p.changed(page); !at.IsZero() {
			changed[page.Address] = at.Format(time.DateOnly)
			changed[english+page.Address] = changed[page.Address]
		}
	}
	for _, o := range p.outputs {
		if o.Page != nil && !o.Page.NoIndex {
			u := sitemapURL{Loc: p.URL(o.Page.Address), LastMod: changed[o.Page.Address]}
			for _, e := range o.Page.Editions {
				u.Editions = append(u.Editions, sitemapEdition{"alternate", e.Lang, e.Href})
				m.XHTML = "http://www.w3.org/1999/xhtml"
			}
			m.URLs = append(m.URLs, u)
		}
	}
	slices.SortFunc(m.URLs, func(a, b sitemapURL) int { return strings.Compare(a.Loc, b.Loc) })
	p.put(Output{Path: "sitemap.xml", Data: encodeXML(m)}, "sơ đồ cổng")
	p.put(Output{Path: "robots.txt", Data: []byte("User-agent: *\nAllow: /\nSitemap: " + p.URL("/sitemap.xml") + "\n")}, "robots.txt")
}
