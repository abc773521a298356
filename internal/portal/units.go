package portal

import (
	"cmp"
	"slices"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

func (p *planner) unitHref(id string) string { return p.Href(unitAddress(id)) }

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
			v.Groups = append(v.Groups, view.UnitGroup{ID: kind, Title: kindTitle(u.Kind)})
		}
		v.Groups[i].Rows = append(v.Groups[i].Rows, p.unitRow(u))
		p.unit(u, facts[id], names[u.Name] > 1)
	}
	order := viet.NewOrder()
	for i := range v.Groups {
		slices.SortStableFunc(v.Groups[i].Rows, func(a, b view.UnitRow) int { return order(a.Text, b.Text) })
	}
	var doc *document.Document
	section := p.Sections[site.Content+"don-vi/"]
	if len(p.Register) > 0 {
		doc = p.Register[0].Doc
		v.Intro = p.body(p.Register[0])
	} else {
		v.Intro = p.body(section)
	}
	title := "Đơn vị"
	if doc != nil {
		title = cmp.Or(doc.Header.Title, title)
	}
	p.add("/don-vi/", p.listPage("/don-vi/", title, section, v), doc, "danh sách đơn vị")
}

// kindTitle heads the units of a kind; an unknown kind keeps its own word.
func kindTitle(kind string) string {
	known := map[string]string{
		"xa": "Xã", "phuong": "Phường", "thi-tran": "Thị trấn", "thi-xa": "Thị xã", "huyen": "Huyện, thị xã, thành phố",
		"thanh-pho": "Thành phố", "quan": "Quận", "tinh": "Tỉnh, thành phố", "so": "Sở, ban, ngành", "phong": "Phòng, ban",
		"vung": "Vùng", "": "Đơn vị khác",
	}
	return cmp.Or(known[viet.Slug(kind)], kind)
}

func (p *planner) unitRow(u campaign.Unit) view.UnitRow {
	row := view.UnitRow{ID: u.ID, Link: view.Link{Text: u.Name, Href: p.unitHref(u.ID)}, Illustrative: p.Illustrative(u.ID)}
	if p.ceased(u) {
		row.Status = "Kết thúc hoạt động từ " + p.dayOf(u.To).Text
		row.Now = p.unitLinks(p.Registry.Successors(u.ID))
		if next := p.successors(u); len(row.Now) == 0 && len(next) > 0 {
			row.Status += ", sau là " + next[0].Name
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
		return "đã kết thúc hoạt động từ " + p.dayOf(u.To).Text
	case len(p.Registry.Successors(u.ID)) == 0:
		return "sau là " + enumerate(names) + ", nay không còn"
	}
	return "nay là " + enumerate(names)
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

// enumerate joins names as a sentence does: "A, B và C".
func enumerate(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:len(names)-1], ", ") + " và " + names[len(names)-1]
}

func (p *planner) unitLinks(units []campaign.Unit) []view.Link {
	var out []view.Link
	for _, u := range units {
		out = append(out, view.Link{Text: u.Name, Href: p.unitHref(u.ID)})
	}
	return out
}

// unitFacts are what the campaigns say of one unit.
type unitFacts struct {
	results []view.UnitResult
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
				if l.Unit != nil {
					of(l.Unit.ID).awards = append(of(l.Unit.ID).awards, p.unitAward(a, i))
				}
			}
		}
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
		Campaign: view.Link{Text: c.Title(), Href: p.Href(c.Address)},
		Round:    view.Link{Text: r.Results.Round, Href: p.Href(m.unitAddress(l.row.Unit.ID))},
		Block:    r.Block.Name, Rank: rankText(l.rank), Of: "trên " + number(itoa(m.ranked)),
		Total: dash(l.total), Band: l.row.Band, Illustrative: p.illustrative(r.Page),
	}
	if l.percent != "" {
		v.Percent = number(l.percent) + "%"
	}
	return v
}

func (p *planner) unitAward(a *site.Announcement, i int) view.UnitAward {
	l := &a.Lines[i]
	v := view.UnitAward{
		Title: awardTitle(l), Campaign: view.Link{Text: a.Campaign.Title(), Href: p.Href(a.Campaign.Address)},
		Href:  p.Href(a.Page.Address) + "#khen-thuong-" + itoa(i+1),
		Stage: stageWords[a.Awards.Stage], Day: p.dayOf(a.Day), Illustrative: p.illustrative(a.Page),
	}
	if l.Award.Annulled != nil {
		v.Stage = "Đã hủy"
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
		Kind: kindTitle(u.Kind), Status: p.unitStatus(u), Line: p.unitLine(u),
		Results: f.results, Awards: f.awards, News: p.entriesOf(f.news, 10),
	}
	address := unitAddress(u.ID)
	pg := p.page(address, u.Name, u.Name+": kết quả thi đua và khen thưởng trên "+p.Settings.Site.Title+".", v,
		view.Link{Text: "Đơn vị", Href: p.Href("/don-vi/")})
	if p.Illustrative(u.ID) {
		pg.NoIndex, pg.Notices = true, []view.Notice{illustrativeNotice}
	}
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
		text := u.Name + " đã kết thúc hoạt động từ ngày " + p.dayOf(u.To).Text
		if u.Act != "" {
			text += " theo " + u.Act
		}
		if now := p.nowCalled(u); !strings.HasPrefix(now, "đã") {
			text += "; " + now
		}
		return text + "."
	case u.From != "":
		return u.Name + " hoạt động từ ngày " + p.dayOf(u.From).Text + "."
	}
	return ""
}

// unitLine tells a unit's whole way through time: what led to it, and what it and its successors became.
func (p *planner) unitLine(u campaign.Unit) []view.UnitStep {
	var out []view.UnitStep
	if u.From != "" && len(p.Registry.Predecessors(u.ID)) == 0 {
		out = append(out, view.UnitStep{Day: p.dayOf(u.From), Text: u.Name + " bắt đầu hoạt động"})
	}
	for _, s := range p.Registry.Line(u.ID) {
		out = append(out, view.UnitStep{
			Day: p.dayOf(s.Unit.To), Text: s.Unit.Name + " " + turnWords[s.Turn], Units: p.unitLinks(s.Into), Act: s.Unit.Act,
		})
	}
	return out
}

var turnWords = map[campaign.Turn]string{
	campaign.Renamed: "đổi thành", campaign.Merged: "sáp nhập vào", campaign.Split: "chia thành", campaign.Dissolved: "kết thúc hoạt động",
}
