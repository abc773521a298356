package portal

import (
	"cmp"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// entry is a document in a list, the same one in all.
func (p *planner) entry(page *site.Page) *view.Entry {
	words := p.doc(page)
	if e, ok := p.entries[page]; ok {
		return e
	}
	h := page.Doc.Header
	e := &view.Entry{
		Link: *p.linkTo(page), Kind: p.kindOf(page),
		Summary: summary(words), Day: p.day(p.dateOf(page)),
		Category: p.termLink(&p.categories, h.Category), Illustrative: p.illustrative(page), Hidden: page.Hidden,
		Provisional: page.Doc.Results != nil && page.Doc.Results.Provisional,
	}
	if h.Withdrawn != nil {
		e.Summary = p.Say("Nội dung đã được rút.", "The content was withdrawn.")
	}
	if u, ok := p.Registry.Unit(h.Unit); ok {
		e.Unit = new(p.unitLink(u))
	}
	if c := page.Campaign; c != nil {
		e.Campaign = new(p.hubLink(c))
	}
	p.entries[page] = e
	return e
}

// kindOf says what a page is; what is proposed is no award yet.
func (p *planner) kindOf(page *site.Page) string {
	if a := page.Doc.Awards; a != nil && a.Stage == string(award.Proposed) {
		return p.Say("Đề nghị khen thưởng", "Awards proposed")
	}
	return kindWords[page.Doc.Type].In(p.Lang)
}

var kindWords = map[document.Type]diag.Text{
	document.TypePlan: {Vi: "Kế hoạch", En: "Plan"}, document.TypeCriteria: {Vi: "Tiêu chí", En: "Criteria"},
	document.TypeResults: {Vi: "Kết quả", En: "Results"}, document.TypeAwards: {Vi: "Khen thưởng", En: "Awards"},
	document.TypeArticle: {Vi: "Tin", En: "News"}, document.TypePage: {Vi: "Trang", En: "Page"},
	document.TypeSection: {Vi: "Chuyên mục", En: "Section"},
}

// dateOf is when a page was made public: its date, else its act's.
func (p *planner) dateOf(page *site.Page) document.Moment {
	if page.Doc.Header.Date.Day != "" {
		return page.Doc.Header.Date
	}
	if act := site.ActOf(page.Doc); act != nil {
		return act.Date
	}
	return document.Moment{}
}

func (p *planner) entriesOf(pages []*site.Page, most int) []*view.Entry {
	pages = pages[:min(most, len(pages))]
	out := make([]*view.Entry, 0, len(pages))
	for _, page := range pages {
		out = append(out, p.entry(page))
	}
	return out
}

// home is the first page.
func (p *planner) home() {
	section := p.Sections[site.Content]
	v := &view.Home{Intro: p.body(section), NewsHref: p.Href("/tin-tuc/"), AllHref: p.Href("/phong-trao/")}
	for _, c := range p.Campaigns {
		switch card := p.card(c); {
		case card.StateKind != "finished":
			v.Running = append(v.Running, card)
		case len(v.Campaigns) < 4:
			v.Campaigns = append(v.Campaigns, card)
		}
	}
	v.News = p.entriesOf(p.articles, 6)
	v.Results = p.entriesOf(p.newestResults(), 6)
	if r := p.latestRound(); r != nil {
		v.Latest = p.head(r, 5)
	}
	title, description := p.view.Title, ""
	if section != nil {
		h := p.doc(section).Header
		title, description = cmp.Or(h.Title, title), h.Summary
	}
	pg := p.page("/", title, cmp.Or(description, p.view.Title+" – "+p.view.Organization), v)
	pg.Crumbs = nil
	pg.Feeds = []view.Link{p.view.Feed}
	p.describeHome(pg)
	p.add("/", pg, p.doc(section), "trang chủ")
}

// newestResults are results and announcements, newest first.
func (p *planner) newestResults() []*site.Page {
	var out []*site.Page
	for _, page := range p.Pages {
		if page.Doc.Results != nil || page.Doc.Awards != nil {
			out = append(out, page)
		}
	}
	slices.SortStableFunc(out, func(a, b *site.Page) int { return p.Time(p.dateOf(b)).Compare(p.Time(p.dateOf(a))) })
	return out
}

// news plans the articles and the lists that lead to them.
func (p *planner) news() {
	for i, page := range p.articles {
		p.step(func(p *planner) { p.article(i, page) })
	}
	crumb, categories, tags := p.newsLink(), p.Say("Chuyên mục", "Categories"), p.Say("Thẻ", "Tags")
	section, years := p.Sections[site.Content+"tin-tuc/"], p.newsYears()
	p.paginate("/tin-tuc/", p.titleOf(section, crumb.Text), section, p.articles, func(l *view.List) {
		l.Terms, l.TermsTitle = p.termViews(&p.categories, ""), categories
		l.Years = p.yearViews(years, "")
	})
	p.ofYears(years)
	for _, t := range p.categories.list {
		if len(t.pages) > 0 {
			p.follow(t.address, t.name, t.pages)
			p.paginate(t.address, t.name, nil, t.pages, func(l *view.List) {
				l.Terms, l.TermsTitle = p.termViews(&p.categories, t.name), categories
			}, crumb)
		}
	}
	p.termIndex("/chuyen-muc/", categories, &p.categories, crumb)
	for _, t := range p.tags.list {
		p.paginate(t.address, p.Say("Thẻ: %s", "Tag: %s", t.name), nil, t.pages, nil, crumb, view.Link{Text: tags, Href: p.Href("/the/")})
	}
	p.termIndex("/the/", tags, &p.tags, crumb)
}

func (p *planner) termIndex(address, title string, t *terms, crumbs ...view.Link) {
	if len(t.list) > 0 {
		description := p.Say("%s của %s", "%s of %s", title, p.view.Title)
		p.add(address, p.page(address, title, description, &view.Terms{Terms: p.termViews(t, "")}, crumbs...), nil, "danh sách "+lower(title))
	}
}

// titleOf is the title of a list: its section's, unless that says it in the other language.
func (p *planner) titleOf(section *site.Page, otherwise string) string {
	if section == nil || p.lang(section) != "" {
		return otherwise
	}
	return cmp.Or(p.doc(section).Header.Title, otherwise)
}

// article plans one news item; its neighbours are the older and the newer one.
func (p *planner) article(i int, page *site.Page) {
	v := &view.Article{Lead: p.doc(page).Header.Summary, Picture: p.lead(page), Body: p.body(page)}
	if page.Doc.Header.Withdrawn != nil {
		v.Lead = ""
	}
	if i+1 < len(p.articles) {
		v.Prev = p.linkTo(p.articles[i+1])
	}
	if i > 0 {
		v.Next = p.linkTo(p.articles[i-1])
	}
	crumbs := []view.Link{p.newsLink()}
	if campaignPath(page) {
		crumbs = p.hubCrumbs(page.Campaign)
	}
	v.Related = p.related(page)
	pg := p.docPage(page, v, crumbs...)
	if len(pg.Feeds) == 0 {
		pg.Feeds = []view.Link{p.newsFeed()}
	}
	p.describeNews(pg, page)
	p.add(page.Address, pg, p.doc(page), "")
}

// newsItems counts news: "128 tin".
func (p *planner) newsItems(n int) string { return p.Count(n, "tin", "item", "items") }

func (p *planner) newsFeed() view.Link {
	return view.Link{Text: "Atom: tin tức", Href: p.Href("/tin-tuc/atom.xml")}
}

// campaignPath tells that a page stands in its campaign's folder.
func campaignPath(page *site.Page) bool {
	return page.Campaign != nil && strings.HasPrefix(page.Address, page.Campaign.Address)
}

func (p *planner) linkTo(page *site.Page) *view.Link {
	return &view.Link{Text: p.doc(page).Header.Title, Href: p.Href(page.Address), Lang: p.lang(page)}
}

// related are up to three other articles of the same campaign.
func (p *planner) related(page *site.Page) []*view.Entry {
	if page.Campaign == nil {
		return nil
	}
	var out []*view.Entry
	for _, other := range page.Campaign.Articles {
		if len(out) == 3 {
			break
		}
		if other != page {
			out = append(out, p.entry(other))
		}
	}
	return out
}

// paginate plans a list in pages of the site's size: the first at address, the others at trang/N/.
func (p *planner) paginate(address, title string, section *site.Page, pages []*site.Page, more func(*view.List), crumbs ...view.Link) {
	total := max(1, (len(pages)+p.pageSize-1)/p.pageSize)
	if !p.has(address) {
		return
	}
	for n := 2; n <= total && p.only != nil; n++ {
		p.only[pageAddress(address, n)] = true
	}
	l := list{address, title, section, pages, more, crumbs}
	for n := 1; n <= total; n++ {
		p.step(func(p *planner) { p.part(l, n, total) })
	}
}

// A list is what [planner.paginate] parts.
type list struct {
	address, title string
	section        *site.Page
	pages          []*site.Page
	more           func(*view.List)
	crumbs         []view.Link
}

// part plans the nth page of a list.
func (p *planner) part(l list, n, total int) {
	here := l.pages[(n-1)*p.pageSize : min(n*p.pageSize, len(l.pages))]
	v := &view.List{
		Entries: p.entriesOf(here, len(here)), Total: p.newsItems(len(l.pages)),
		Empty: p.Say("Chưa có tin nào.", "There is no news yet."), Pager: p.pager(l.address, n, total),
	}
	description, doc, trail := l.title+" – "+p.view.Title, (*document.Document)(nil), l.crumbs
	heading := l.title
	if n == 1 && l.section != nil {
		v.Intro, doc = p.body(l.section), p.doc(l.section)
		description = cmp.Or(doc.Header.Summary, description)
	}
	if n > 1 {
		heading = p.Say("%s – trang %d", "%s – page %d", l.title, n)
		trail = append(slices.Clone(l.crumbs), view.Link{Text: l.title, Href: p.Href(l.address)})
	}
	if l.more != nil {
		l.more(v)
	}
	pg := p.page(pageAddress(l.address, n), heading, description, v, trail...)
	pg.Feeds = []view.Link{p.feedOfList(l.address)}
	p.add(pageAddress(l.address, n), pg, doc, "danh sách «"+heading+"»")
}

func pageAddress(address string, n int) string {
	if n == 1 {
		return address
	}
	return address + "trang/" + strconv.Itoa(n) + "/"
}

// mostPagerLinks are the first, the last, the page with two to each side, and two gaps.
const mostPagerLinks = 9

// pager leads through a list: first, last and the neighbours of the page, gaps without an address.
func (p *planner) pager(address string, n, total int) *view.Pager {
	if total < 2 {
		return nil
	}
	link := func(i int, text string) view.Link {
		return view.Link{Text: text, Href: p.Href(pageAddress(address, i))}
	}
	v := &view.Pager{Number: n, Total: total, Text: p.Say("Trang %d trên %s", "Page %d of %s", n, p.Plain(strconv.Itoa(total))), Pages: make([]view.PagerLink, 0, mostPagerLinks)}
	if n > 1 {
		v.Prev = new(link(n-1, p.Say("Trang trước", "Previous page")))
	}
	if n < total {
		v.Next = new(link(n+1, p.Say("Trang sau", "Next page")))
	}
	last := 0
	for i := 1; i <= total; i++ {
		if i != 1 && i != total && (i < n-2 || i > n+2) {
			continue
		}
		if last > 0 && i > last+1 {
			v.Pages = append(v.Pages, view.PagerLink{Link: view.Link{Text: "…"}})
		}
		v.Pages = append(v.Pages, view.PagerLink{Link: link(i, p.Plain(strconv.Itoa(i))), Current: i == n})
		last = i
	}
	return v
}

// texts plans the plain pages.
func (p *planner) texts() {
	for _, page := range p.Pages {
		if page.Doc.Type == document.TypePage {
			p.step(func(p *planner) { p.text(page) })
		}
	}
}

func (p *planner) text(page *site.Page) {
	v := &view.Text{Lead: p.doc(page).Header.Summary, Picture: p.lead(page), Body: p.body(page)}
	p.add(page.Address, p.docPage(page, v, p.trail(page)...), p.doc(page), "")
}

// trail are the sections and the campaign above a page.
func (p *planner) trail(page *site.Page) []view.Link {
	if campaignPath(page) {
		return p.hubCrumbs(page.Campaign)
	}
	var out []view.Link
	dir := path.Dir(page.Doc.Path)
	for ; dir != "." && dir+"/" != site.Content; dir = path.Dir(dir) {
		if s := p.Sections[dir+"/"]; s != nil && s != page {
			out = append([]view.Link{*p.linkTo(s)}, out...)
		}
	}
	return out
}

// generated are the folders whose _index.md introduces a list that the portal makes anyway.
var generated = []string{"", "phong-trao/", "tin-tuc/", "don-vi/", "van-ban/", "bang-vang/", "lich/", "dinh-chinh/", "tim-kiem/", "du-lieu/"}

// sections plans the lists of all other folders with an _index.md.
func (p *planner) sections() {
	for _, dir := range slices.Sorted(maps.Keys(p.Sections)) {
		section := p.Sections[dir]
		if slices.Contains(generated, strings.TrimPrefix(dir, site.Content)) || p.isHub(section) {
			continue
		}
		var pages []*site.Page
		for _, page := range p.Pages {
			if strings.HasPrefix(page.Doc.Path, dir) && p.has(page.Address) {
				pages = append(pages, page)
			}
		}
		slices.SortStableFunc(pages, func(a, b *site.Page) int { return p.Time(p.dateOf(b)).Compare(p.Time(p.dateOf(a))) })
		p.follow(section.Address, p.doc(section).Header.Title, pages)
		p.paginate(section.Address, p.doc(section).Header.Title, section, pages, func(l *view.List) {
			l.Total, l.Empty = p.Count(len(pages), "trang", "page", "pages"), p.Say("Chưa có trang nào trong mục này.", "There is no page in this section yet.")
		}, p.trail(section)...)
	}
}

func (p *planner) isHub(section *site.Page) bool {
	return slices.ContainsFunc(p.Campaigns, func(c *site.Campaign) bool { return c.Section == section })
}

// notFound is the page for addresses that don't exist.
func (p *planner) notFound() {
	v := &view.NotFound{Ways: append([]view.Link{p.homeLink()}, p.ways()...)}
	pg := p.page("/404.html", p.Say("Không tìm thấy trang", "Page not found"), p.Say("Địa chỉ này không có trên cổng.", "This address is not on the portal."), v)
	pg.NoIndex, pg.Canonical = true, ""
	p.add("/404.html", pg, nil, "trang báo lỗi 404")
}
