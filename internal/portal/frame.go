package portal

import (
	"cmp"
	"maps"
	"net/url"
	"path"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// frameOfAll is what every page shows around its content.
func (p *planner) frameOfAll(assets Assets) *view.Site {
	set := p.Settings.Site
	v := &view.Site{
		Lang: string(p.Lang), Title: set.Title, Organization: set.Organization, Notice: set.Notice,
		Home: p.Href("/"), Base: p.Base, Search: p.Href(searchAddress),
		Style: p.Href(assets.Style), Script: p.Href(assets.Script), Icon: p.Href(assets.Icon),
		TouchIcon: p.Href(assets.TouchIcon), Manifest: p.Href(manifestAddress), Locale: p.Say("vi_VN", "en_GB"),
		Feed: view.Link{Text: p.Say("Atom: tất cả tin mới", "Atom: everything new"), Href: p.Href("/atom.xml")},
	}
	if c := set.Contact; c != nil {
		v.Contact = &view.Contact{Name: c.Name, Address: c.Address, Phone: c.Phone, Email: c.Email, PhoneHref: digits(c.Phone)}
	}
	if l := set.Licence; l != nil {
		v.Licence = &view.Link{Text: l.Name, Href: l.URL}
	}
	if p.Lang == diag.En {
		inEnglish(v, set.English)
	}
	v.Footer = p.ways()
	for _, t := range []struct {
		title string
		terms *terms
	}{{p.Say("Chuyên mục", "Categories"), &p.categories}, {p.Say("Thẻ", "Tags"), &p.tags}} {
		if len(t.terms.list) > 0 {
			v.Footer = append(v.Footer, view.Link{Text: t.title, Href: p.Href(t.terms.base)})
		}
	}
	return v
}

// inEnglish puts the settings' English words in place of the Vietnamese ones, those that there are.
func inEnglish(v *view.Site, set *document.English) {
	if v.Licence != nil {
		v.Licence.Lang = string(diag.Vi)
	}
	if set == nil {
		return
	}
	v.Title, v.Organization = cmp.Or(set.Title, v.Title), cmp.Or(set.Organization, v.Organization)
	v.Notice = cmp.Or(set.Notice, v.Notice)
	if c := set.Contact; c != nil && v.Contact != nil {
		v.Contact.Name, v.Contact.Address = cmp.Or(c.Name, v.Contact.Name), cmp.Or(c.Address, v.Contact.Address)
	}
}

// ways are the lists that every portal has.
func (p *planner) ways() []view.Link {
	return []view.Link{
		p.campaignsLink(),
		p.newsLink(),
		{Text: p.Say("Bảng vàng", "Roll of honour"), Href: p.Href("/bang-vang/")},
		p.unitsLink(),
		{Text: p.Say("Văn bản", "Documents"), Href: p.Href("/van-ban/")},
		{Text: p.Say("Lịch", "Calendar"), Href: p.Href("/lich/")},
		{Text: p.Say("Đính chính", "Corrections"), Href: p.Href("/dinh-chinh/")},
		{Text: p.Say("Dữ liệu mở", "Open data"), Href: p.Href(dataAddress)},
		{Text: p.Say("Tìm kiếm", "Search"), Href: p.Href(searchAddress)},
	}
}

func (p *planner) homeLink() view.Link {
	return view.Link{Text: p.Say("Trang chủ", "Home"), Href: p.Href("/")}
}

func (p *planner) campaignsLink() view.Link {
	return view.Link{Text: p.Say("Phong trào thi đua", "Emulation campaigns"), Href: p.Href("/phong-trao/")}
}

func (p *planner) newsLink() view.Link {
	return view.Link{Text: p.Say("Tin tức", "News"), Href: p.Href("/tin-tuc/")}
}

func (p *planner) unitsLink() view.Link {
	return view.Link{Text: p.Say("Đơn vị", "Units"), Href: p.Href("/don-vi/")}
}

// menu returns the main menu: the site's own, or the usual ways in.
func (p *planner) menu() []view.MenuLink {
	menu := []view.MenuLink{{Link: p.homeLink()}}
	if own := p.Settings.Site.Menu; len(own) > 0 {
		menu = menu[:0]
		for _, item := range own {
			menu = append(menu, view.MenuLink{Link: p.menuItem(item.Title, item.To)})
		}
		return menu
	}
	for _, way := range p.ways()[:5] { // the rest stands at the foot
		menu = append(menu, view.MenuLink{Link: way})
	}
	return menu
}

// checkMenu finds entries of the site's own menu that lead to no page.
func (p *planner) checkMenu() {
	for i, item := range p.Settings.Site.Menu {
		address, _, _ := strings.Cut("/"+strings.TrimPrefix(p.refHref(item.To), p.Base), "#")
		address, _, _ = strings.Cut(address, "?")
		if strings.HasPrefix(p.refHref(item.To), "http") || p.there(address) {
			continue
		}
		var addresses []string
		for path := range p.owners {
			addresses = append(addresses, "/"+strings.TrimSuffix(path, "index.html"))
		}
		slices.Sort(addresses)
		p.findings = append(p.findings, p.Settings.Finding("menu-target", diag.Args{
			"title": item.Title, "got": item.To, "near": diag.Nearest(address, addresses),
		}, "menu", i, "to"))
	}
}

// there reports whether an output stands at an address, with or without its last slash.
func (p *planner) there(address string) bool {
	_, page := p.owners[outputPath(address)]
	_, folder := p.owners[outputPath(strings.TrimSuffix(address, "/")+"/")]
	return page || folder
}

// refHref turns an address or a reference to content into an href; whole URLs stay.
func (p *planner) refHref(to string) string {
	if strings.HasPrefix(to, "https://") || strings.HasPrefix(to, "http://") {
		return to
	}
	if page, _ := p.Resolve("/"+strings.Trim(to, "/"), nil); page != nil {
		return p.Href(page.Address)
	}
	return p.Href("/" + strings.TrimLeft(to, "/")) // "//host" is no other host
}

// A menuPlace is where a page stands in the menu.
type menuPlace struct {
	entry int
	exact bool
}

// menuFor marks where in the menu an address stands: at the longest entry that is above it.
func (p *planner) menuFor(address string) []view.MenuLink {
	href, best := p.Href(address), -1
	for i, m := range p.menus {
		if m.Href != p.Href("/") && strings.HasPrefix(href, m.Href) && (best < 0 || len(m.Href) > len(p.menus[best].Href)) {
			best = i
		}
		if m.Href == href {
			best = i
		}
	}
	if best < 0 {
		return p.menus
	}
	at := menuPlace{best, p.menus[best].Href == href}
	menu := p.marked[at]
	if menu == nil { // most pages share theirs
		menu = slices.Clone(p.menus)
		menu[best].Current, menu[best].Exact = true, at.exact
		p.marked[at] = menu
	}
	return menu
}

// page makes the frame around a generated page.
func (p *planner) page(address, title, description string, main any, crumbs ...view.Link) *view.Page {
	return &view.Page{
		Site: p.view, Address: p.here(address), Kind: view.Kind(main), Title: title, HeadTitle: title, Description: description,
		Canonical: p.URL(address), Menu: p.menuFor(address), Crumbs: p.crumbs(crumbs...), Main: main,
	}
}

func (p *planner) crumbs(links ...view.Link) []view.Link {
	return append([]view.Link{p.homeLink()}, links...)
}

// docPage makes the frame around a document's page.
func (p *planner) docPage(page *site.Page, main any, crumbs ...view.Link) *view.Page {
	h, doc := page.Doc.Header, p.doc(page)
	v := p.page(page.Address, doc.Header.Title, summary(doc), main, crumbs...)
	v.TitleLang = p.lang(page)
	v.Meta = p.meta(page)
	v.Notices = p.notices(page)
	v.NoIndex = h.Illustrative || page.Hidden
	v.Corrections = p.correctionsOf(page)
	v.Sources = p.sources(doc.Path)
	v.Share = p.pictureShare(page)
	if page.Campaign != nil {
		v.Feeds = []view.Link{p.feedOf(page.Campaign)}
	}
	return v
}

func (p *planner) feedOf(c *site.Campaign) view.Link {
	return view.Link{Text: "Atom: " + p.hubLink(c).Text, Href: p.Href(c.Address + "atom.xml")}
}

// sources leads to files of the site where its repository is public.
func (p *planner) sources(files ...string) (links []view.Link) {
	r := p.Settings.Site.Repository
	if r == nil {
		return nil
	}
	root := strings.TrimSuffix(r.URL, "/") + "/blob/" + cmp.Or(r.Branch, "main")
	for _, file := range files {
		in := url.URL{Path: path.Join("/", r.Path, file)}
		links = append(links, view.Link{Text: file, Href: root + in.EscapedPath()})
	}
	return links
}

// sheetSources leads to a round's document and the score sheets that it names.
func (p *planner) sheetSources(r *site.Round) []view.Link {
	doc := r.Page.Doc
	files := []string{doc.Path}
	add := func(name string) {
		if name != "" {
			files = append(files, path.Join(path.Dir(doc.Path), name))
		}
	}
	add(r.Results.Scores.File)
	for _, kind := range slices.Sorted(maps.Keys(r.Results.Sheets)) {
		add(r.Results.Sheets[kind])
	}
	return p.sources(files...)
}

func (p *planner) meta(page *site.Page) view.Meta {
	h := page.Doc.Header
	m := view.Meta{Date: p.day(h.Date), Updated: p.day(h.Updated), Author: h.Author, Source: h.Source}
	if h.Approved != nil {
		m.Approved = h.Approved.By
		if d := p.day(h.Approved.Date); d != nil {
			m.Approved += p.Say(", ngày %s", ", %s", d.Text)
		}
	}
	m.Category = p.termLink(&p.categories, h.Category)
	for _, tag := range h.Tags {
		if l := p.termLink(&p.tags, tag); l != nil {
			m.Tags = append(m.Tags, *l)
		}
	}
	if c := page.Campaign; c != nil && page.Doc.Type == document.TypeArticle {
		m.Campaign = new(p.hubLink(c))
	}
	if u, ok := p.Registry.Unit(h.Unit); ok {
		m.Unit = new(p.unitLink(u))
	}
	return m
}

// notices are the boxes above a page's content, the gravest first.
func (p *planner) notices(page *site.Page) []view.Notice {
	var out []view.Notice
	h := page.Doc.Header
	if w := h.Withdrawn; w != nil {
		text := p.Say("Nội dung của trang này đã được thu hồi", "The content of this page was withdrawn")
		if d := p.day(w.Date); d != nil {
			text += p.Say(" ngày %s", " on %s", d.Text)
		}
		if w.Act != "" {
			text += p.Say(" theo %s", " by %s", w.Act)
		}
		out = append(out, view.Notice{Kind: "withdrawn", Said: view.Said{Text: text + p.Say(". Lý do:", ". Reason:"), Own: sentence(w.Reason)}})
	}
	if page.Hidden {
		out = append(out, view.Notice{Kind: "draft", Said: view.Said{Text: p.whyHidden(page)}})
	}
	if p.illustrative(page) {
		out = append(out, p.illustrativeNotice())
	}
	return out
}

// illustrativeNotice stands on every page with invented data; the template puts the word for it before.
func (p *planner) illustrativeNotice() view.Notice {
	return view.Notice{Kind: "illustrative", Said: view.Said{Text: p.Say(
		"Đơn vị, cá nhân, điểm số và khen thưởng trên trang này là hư cấu, không phải kết quả thật.",
		"Units, persons, scores and awards on this page are invented; they are no real results.")}}
}

// illustrative tells that a page shows invented data, by its own header or its campaign's.
func (p *planner) illustrative(page *site.Page) bool {
	return page.Doc.Header.Illustrative || page.Campaign != nil && page.Campaign.Illustrative()
}

func (p *planner) correctionsOf(page *site.Page) []view.Correction {
	var out []view.Correction
	for _, c := range page.Doc.Header.Corrections {
		v := view.Correction{What: strings.TrimRight(c.What, ".: "), Was: c.Was, Now: c.Now, Reason: sentence(c.Reason)}
		if d := p.day(c.Date); d != nil {
			v.Day = *d
		}
		out = append(out, v)
	}
	slices.SortStableFunc(out, func(a, b view.Correction) int { return strings.Compare(b.Day.ISO, a.Day.ISO) })
	return out
}
