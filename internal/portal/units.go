package portal

import (
	"cmp"
	"slices"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

func (p *planner) unitHref(id string) string { return p.Href(unitAddress(id)) }

// unitLink leads to a unit's page by its name, which is Vietnamese in every edition.
func (p *planner) unitLink(u campaign.Unit) view.Link {
	return view.Link{Text: u.Name, Href: p.unitHref(u.ID), Lang: p.vietnamese()}
}

func unitAddress(id string) string { return "/don-vi/" + unitSegment(id) + "/" }

// unitSegment is a unit's id as a segment of addresses: the id itself, but for one that has a finding.
func unitSegment(id string) string { return cmp.Or(viet.Slug(id), "-") }

// units plans the registry and a page for each unit.
func (p *planner) units() {
	v := &view.Units{}
	groups := map[string]int{}
	facts, names := p.factsOfUnits(), p.namesOfUnits()
	for _, id := range p.Registry.IDs() {
		u, _ := p.Registry.Unit(id)
		kind := cmp.Or(viet.Slug(u.Kind), "khac")
		i, ok := groups[kind]
		if !ok {
			i = len(v.Groups)
			groups[kind] = i
			v.Groups = append(v.Groups, view.UnitGroup{ID: kind, Title: p.kindTitle(u.Kind)})
		}
		v.Groups[i].Rows = append(v.Groups[i].Rows, p.unitRow(u))
		p.unit(u, facts[id], names[u.Name] > 1)
	}
	order := viet.NewOrder()
	for i := range v.Groups {
		slices.SortStableFunc(v.Groups[i].Rows, func(a, b view.UnitRow) int { return order(a.Text, b.Text) })
	}
	var doc *document.Document
	section, title := p.Sections[site.Content+"don-vi/"], p.unitsLink().Text
	if len(p.Register) > 0 {
		doc, title = p.doc(p.Register[0]), p.titleOf(p.Register[0], title)
		v.Intro = p.body(p.Register[0])
	} else {
		v.Intro = p.body(section)
	}
	p.add("/don-vi/", p.listPage("/don-vi/", title, section, v), doc, "danh sách đơn vị")
}

// kindTitle heads the units of a kind; an unknown kind keeps its own word.
func (p *planner) kindTitle(kind string) string {
	return cmp.Or(unitKinds[viet.Slug(kind)].In(p.Lang), kind)
}

var unitKinds = map[string]diag.Text{
	"xa": {Vi: "Xã", En: "Communes"}, "phuong": {Vi: "Phường", En: "Wards"}, "thi-tran": {Vi: "Thị trấn", En: "Townships"},
	"thi-xa": {Vi: "Thị xã", En: "District-level towns"}, "huyen": {Vi: "Huyện, thị xã, thành phố", En: "Districts, towns and cities"},
	"thanh-pho": {Vi: "Thành phố", En: "Cities"}, "quan": {Vi: "Quận", En: "Urban districts"},
	"tinh": {Vi: "Tỉnh, thành phố", En: "Provinces and cities"}, "so": {Vi: "Sở, ban, ngành", En: "Departments and agencies"},
	"phong": {Vi: "Phòng, ban", En: "Divisions and offices"}, "vung": {Vi: "Vùng", En: "Regions"},
	"thon": {Vi: "Thôn", En: "Villages"}, "ap": {Vi: "Ấp", En: "Hamlets"}, "to": {Vi: "Tổ dân phố", En: "Neighbourhoods"},
	"dac-khu": {Vi: "Đặc khu", En: "Special zones"}, "truong": {Vi: "Trường", En: "Schools"}, "": {Vi: "Đơn vị khác", En: "Other units"},
}

func (p *planner) unitRow(u campaign.Unit) view.UnitRow {
	row := view.UnitRow{ID: u.ID, Link: p.unitLink(u), Illustrative: p.Illustrative(u.ID)}
	if p.ceased(u) {
		row.Status = p.Say("Kết thúc hoạt động từ %s", "Ceased on %s", p.dayOf(u.To).Text)
		row.Now = p.unitLinks(p.Registry.Successors(u.ID))
		if next := p.successors(u); len(row.Now) == 0 && len(next) > 0 {
			row.Status += p.Say(", sau là %s", ", later %s", next[0].Name)
		}
	}
	return row
}

// ceased tells that a unit no longer exists at the site's moment.
func (p *planner) ceased(u campaign.Unit) bool {
	return u.To != "" && !p.Now.Before(p.Time(document.Moment{Day: u.To}))
}

// nowCalled says what a unit that ceased has become: "nay là xã A và xã B"; "" while it exists.
func (p *planner) nowCalled(u campaign.Unit) string {
	if !p.ceased(u) {
		return ""
	}
	var names []string
	for _, s := range p.successors(u) {
		names = append(names, s.Name)
	}
	switch {
	case len(names) == 0:
		return p.Say("đã kết thúc hoạt động từ %s", "ceased on %s", p.dayOf(u.To).Text)
	case len(p.Registry.Successors(u.ID)) == 0:
		return p.Say("sau là %s, nay không còn", "later %s, which no longer exists", p.List(names))
	}
	return p.Say("nay là %s", "now %s", p.List(names))
}

// successors are the units that carry on a unit's work today, or, where those are not known, the ones that
// came right after it.
func (p *planner) successors(u campaign.Unit) []campaign.Unit {
	if living := p.Registry.Successors(u.ID); len(living) > 0 {
		return living
	}
	var next []campaign.Unit
	for _, id := range u.Became {
		if s, ok := p.Registry.Unit(id); ok {
			next = append(next, s)
		}
	}
	return next
}

func (p *planner) unitLinks(units []campaign.Unit) []view.Link {
	var out []view.Link
	for _, u := range units {
		out = append(out, p.unitLink(u))
	}
	return out
}

// unitFacts are what the campaigns say of one unit.
type unitFacts struct {
	results []view.UnitResult
	trends  []view.Trend
	awards  []view.UnitAward
	news    []*site.Page
}

// factsOfUnits collects results, awards and news by unit in one pass, newest first.
func (p *planner) factsOfUnits() map[string]*unitFacts {
	facts := map[string]*unitFacts{}
	of := func(id string) *unitFacts {
		if facts[id] == nil {
			facts[id] = &unitFacts{}
		}
		return facts[id]
	}
	for _, c := range p.Campaigns {
		for _, r := range c.Rounds {
			m := p.ranking(r)
			for i := range m.rows {
				f := of(m.rows[i].row.Unit.ID)
				f.results = append(f.results, p.unitResult(m, &m.rows[i]))
			}
		}
		for _, a := range c.Announcements {
			if a.Page.Doc.Header.Withdrawn != nil {
				continue
			}
			for i, l := range a.Lines {
				if l.Unit != nil && l.Decision == nil {
					of(l.Unit.ID).awards = append(of(l.Unit.ID).awards, p.unitAward(a, i))
				}
			}
		}
	}
	for id, trends := range p.trendsByUnit() {
		of(id).trends = trends
	}
	for _, page := range p.articles {
		if id := page.Doc.Header.Unit; id != "" {
			of(id).news = append(of(id).news, page)
		}
	}
	return facts
}

func (p *planner) unitResult(m *ranking, l *line) view.UnitResult {
	c, r := m.round.Campaign, m.round
	v := view.UnitResult{
		Campaign: p.hubLink(c),
		Round:    view.Link{Text: r.Results.Round, Href: p.Href(m.unitAddress(l.row.Unit.ID))},
		Block:    r.Block.Name, Rank: rankText(l.rank),
		Total: dash(p.Speech, l.total), Band: l.row.Band, Illustrative: p.illustrative(r.Page), Provisional: r.Results.Provisional,
	}
	if l.rank > 0 {
		v.Of = p.Say("trên %s", "of %s", p.Plain(itoa(r.Standings.Ranked())))
	}
	if l.percent != "" {
		v.Percent = p.Plain(l.percent) + "%"
	}
	return v
}

func (p *planner) unitAward(a *site.Announcement, i int) view.UnitAward {
	l := &a.Lines[i]
	v := view.UnitAward{
		Title: awardTitle(l), Campaign: p.hubLink(a.Campaign),
		Href:  p.Href(a.Page.Address) + "#khen-thuong-" + itoa(i+1),
		Stage: stageWords[a.Awards.Stage].In(p.Lang), Day: p.dayOf(a.Day), Illustrative: p.illustrative(a.Page),
	}
	if l.Award.Annulled != nil {
		v.Stage, v.Day = p.Say("Đã hủy", "Annulled"), p.day(l.Award.Annulled.Date)
	}
	if a.Awards.Stage != string(award.Decided) {
		v.Day = nil
	}
	if l.Award.Person != nil {
		v.Laureate = l.Award.Person.Name
	}
	return v
}

// unit plans one unit's page; shared tells that other units have its name.
func (p *planner) unit(u campaign.Unit, f *unitFacts, shared bool) {
	if f == nil {
		f = &unitFacts{}
	}
	v := &view.Unit{
		Kind: p.kindTitle(u.Kind), Status: p.unitStatus(u), Line: p.unitLine(u),
		Results: f.results, Trends: f.trends, Awards: f.awards, News: p.entriesOf(f.news, 10),
	}
	address := unitAddress(u.ID)
	pg := p.page(address, u.Name, p.Say("%s: kết quả thi đua và khen thưởng trên %s.", "%s: results and awards on %s.", u.Name, p.view.Title), v, p.unitsLink())
	if p.Illustrative(u.ID) {
		pg.NoIndex, pg.Notices = true, []view.Notice{p.illustrativeNotice()}
	}
	pg.TitleLang = p.vietnamese()
	if shared {
		pg.HeadTitle = u.Name + " (" + u.ID + ")"
	}
	p.add(address, pg, nil, "trang của đơn vị "+u.Name)
}

// namesOfUnits counts how many units have a name: those that share one are told apart by their ids.
func (p *planner) namesOfUnits() map[string]int {
	names := map[string]int{}
	for _, id := range p.Registry.IDs() {
		u, _ := p.Registry.Unit(id)
		names[u.Name]++
	}
	return names
}

func (p *planner) unitStatus(u campaign.Unit) string {
	switch {
	case p.ceased(u):
		text := p.Say("%s đã kết thúc hoạt động từ ngày %s", "%s ceased on %s", u.Name, p.dayOf(u.To).Text)
		if u.Act != "" {
			text += p.Say(" theo %s", " by %s", u.Act)
		}
		if len(p.successors(u)) > 0 {
			text += "; " + p.nowCalled(u)
		}
		return text + "."
	case u.From != "":
		return p.Say("%s hoạt động từ ngày %s.", "%s has existed since %s.", u.Name, p.dayOf(u.From).Text)
	}
	return ""
}

// unitLine tells a unit's whole way through time: what led to it, and what it and its successors became.
func (p *planner) unitLine(u campaign.Unit) []view.UnitStep {
	var out []view.UnitStep
	if u.From != "" && len(p.Registry.Predecessors(u.ID)) == 0 {
		out = append(out, view.UnitStep{Day: p.dayOf(u.From), Text: p.Say("%s bắt đầu hoạt động", "%s was set up", u.Name)})
	}
	for _, s := range p.Registry.Line(u.ID) {
		out = append(out, view.UnitStep{
			Day: p.dayOf(s.Unit.To), Text: s.Unit.Name + " " + turnWords[s.Turn].In(p.Lang), Units: p.unitLinks(s.Into), Act: s.Unit.Act,
		})
	}
	return out
}

var turnWords = map[campaign.Turn]diag.Text{
	campaign.Renamed: {Vi: "đổi thành", En: "was renamed"}, campaign.Merged: {Vi: "sáp nhập vào", En: "was merged into"},
	campaign.Split: {Vi: "chia thành", En: "was divided into"}, campaign.Dissolved: {Vi: "kết thúc hoạt động", En: "was dissolved"},
}
