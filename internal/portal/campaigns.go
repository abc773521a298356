package portal

import (
	"cmp"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// campaigns plans the list of campaigns and every page of each.
func (p *planner) campaigns() {
	p.step((*planner).listOfCampaigns)
	for _, c := range p.Campaigns {
		p.step(func(p *planner) { p.hub(c) })
		p.step(func(p *planner) { p.plan(c) })
		for _, cr := range c.Criteria {
			p.step(func(p *planner) { p.criteria(c, cr) })
		}
		p.step(func(p *planner) { p.method(c) })
		for _, r := range c.Rounds {
			p.step(func(p *planner) { p.results(r) })
		}
		for _, a := range c.Announcements {
			p.step(func(p *planner) { p.awards(a) })
		}
	}
}

func (p *planner) listOfCampaigns() {
	section := p.Sections[site.Content+"phong-trao/"]
	v := &view.Campaigns{Intro: p.body(section)}
	for _, c := range p.Campaigns {
		title := p.year(string(c.Plan.Period.From.Day))
		if n := len(v.Groups); n == 0 || v.Groups[n-1].Title != title {
			v.Groups = append(v.Groups, view.CampaignGroup{Title: title})
		}
		last := &v.Groups[len(v.Groups)-1]
		last.Cards = append(last.Cards, p.card(c))
	}
	p.add("/phong-trao/", p.listPage("/phong-trao/", p.campaignsLink().Text, section, v), p.doc(section), "danh sách phong trào")
}

// year heads what belongs to the year of a day.
func (p *planner) year(iso string) string {
	year, _, _ := strings.Cut(iso, "-")
	return p.Say("Năm %s", "%s", year)
}

// listPage makes the frame of a generated list that a section may introduce.
func (p *planner) listPage(address, title string, section *site.Page, main any, crumbs ...view.Link) *view.Page {
	description := title + " – " + p.view.Title
	if section != nil && p.lang(section) == "" {
		h := p.doc(section).Header
		title, description = cmp.Or(h.Title, title), cmp.Or(h.Summary, description)
	}
	return p.page(address, title, description, main, crumbs...)
}

// A state is where a campaign stands at the moment.
type state struct{ kind, words string }

func (p *planner) stateOf(c *site.Campaign) state {
	switch period := c.Plan.Period; {
	case c.Plan.Index && len(c.Rounds) > 0:
		return state{"finished", p.Say("Đã công bố", "Published")}
	case p.Now.Before(p.Time(period.From)):
		return state{"upcoming", p.Say("Sắp diễn ra", "Upcoming")}
	case p.Now.Before(p.After(period.To)):
		return state{"running", p.Say("Đang diễn ra", "Running")}
	}
	return state{"finished", p.Say("Đã kết thúc", "Finished")}
}

func (p *planner) card(c *site.Campaign) view.CampaignCard {
	s := p.stateOf(c)
	card := view.CampaignCard{
		Link: p.hubLink(c), Summary: p.hubSummary(c),
		State: s.words, StateKind: s.kind, Period: p.span(c.Plan.Period.From, c.Plan.Period.To), Illustrative: c.Illustrative(),
		Hidden: c.PlanPage.Hidden,
	}
	if c.Plan.Document != nil {
		card.Organizer = c.Plan.Document.Issuer
	}
	for _, phase := range p.phases(c) {
		if phase.State == "now" {
			card.Phase = phase.Name
		}
	}
	return card
}

// hubLink leads to a campaign's own page.
func (p *planner) hubLink(c *site.Campaign) view.Link {
	link := view.Link{Text: c.Title(), Href: p.Href(c.Address), Lang: p.vietnamese()}
	if doc := p.hubWords(c); doc != nil && doc.Header.Title != "" {
		link.Text, link.Lang = doc.Header.Title, ""
	}
	return link
}

// hubWords is the translation of what a campaign's own page says; nil in Vietnamese, or where there is none.
func (p *planner) hubWords(c *site.Campaign) *document.Document {
	for _, page := range []*site.Page{c.Section, c.PlanPage} {
		if page != nil && p.Lang == diag.En && page.English != nil {
			return page.English
		}
	}
	return nil
}

// hubSummary is what lists say of a campaign: its section's summary, else its plan's.
func (p *planner) hubSummary(c *site.Campaign) string {
	if doc := p.hubWords(c); doc != nil {
		return doc.Header.Summary
	}
	if c.Section != nil && c.Section.Doc.Header.Summary != "" {
		return c.Section.Doc.Header.Summary
	}
	return c.PlanPage.Doc.Header.Summary
}

func (p *planner) phases(c *site.Campaign) []view.Phase {
	var out []view.Phase
	for _, ph := range c.Plan.Phases {
		to := ph.To
		if to.Day == "" {
			to = ph.From
		}
		v := view.Phase{Name: ph.Name, From: p.must(ph.From), To: p.day(ph.To), State: "done", Words: p.Say("đã xong", "done")}
		if ph.To.Day == ph.From.Day {
			v.To = nil
		}
		switch {
		case p.Now.Before(p.Time(ph.From)):
			v.State, v.Words = "next", p.Say("sắp tới", "to come")
		case p.Now.Before(p.After(to)):
			v.State, v.Words = "now", p.Say("đang diễn ra", "running")
		}
		out = append(out, v)
	}
	return out
}

func (p *planner) hubCrumbs(c *site.Campaign) []view.Link {
	return []view.Link{p.campaignsLink(), p.hubLink(c)}
}

// hub plans a campaign's own page.
func (p *planner) hub(c *site.Campaign) {
	s := p.stateOf(c)
	v := &view.Campaign{
		Sentence: p.hubSentence(c, s), State: s.words, StateKind: s.kind, Period: p.span(c.Plan.Period.From, c.Plan.Period.To),
		Plan: p.linkTo(c.PlanPage), Intro: p.body(c.Section), Phases: p.phases(c), Blocks: p.blocks(c),
		Prizes: p.prizes(c), Commendations: p.commendations(c), News: p.entriesOf(c.Articles, 10),
	}
	if act := c.Plan.Document; act != nil {
		v.Act, v.Organizer = p.act(c.PlanPage, act), act.Issuer
	}
	v.Method = p.methodLink(c)
	for _, cr := range c.Criteria {
		v.Criteria = append(v.Criteria, *p.linkTo(cr.Page))
	}
	for _, r := range c.Rounds {
		v.Rounds = append(v.Rounds, p.round(r))
	}
	for _, b := range c.Blocks {
		if r := c.Latest(b.ID, ""); r != nil {
			v.Heads = append(v.Heads, *p.head(r, 5))
		}
	}
	if len(c.Rounds) == 0 {
		v.NoResults = p.Say("Kết quả chấm điểm và xếp hạng của phong trào này chưa được công bố trên cổng.",
			"Scores and rankings of this campaign have not been published on this portal yet.")
	}
	for _, a := range c.Announcements {
		v.Awards = append(v.Awards, p.awardsLink(a))
	}
	v.Documents = p.actsOf(func(page *site.Page) bool { return page.Campaign == c })
	if c.PlanPage.Doc.Header.Withdrawn != nil {
		v.Act, v.Organizer, v.Phases, v.Blocks, v.Prizes, v.Commendations = nil, "", nil, nil, nil, nil
	}
	p.add(c.Address, p.hubPage(c, v), p.doc(c.Section), "trang của phong trào "+c.ID)
}

func (p *planner) hubPage(c *site.Campaign, v *view.Campaign) *view.Page {
	crumbs := p.hubCrumbs(c)[:1]
	pg := p.page(c.Address, p.hubLink(c).Text, cmp.Or(p.hubSummary(c), v.Sentence), v, crumbs...)
	pg.TitleLang = p.hubLink(c).Lang
	pg.NoIndex = c.Illustrative()
	pg.Feeds = []view.Link{p.feedOf(c)}
	pg.Notices = p.notices(c.PlanPage)
	pg.Sources = p.sources(c.PlanPage.Doc.Path)
	if c.Section != nil {
		pg.Corrections = p.correctionsOf(c.Section)
	}
	return pg
}

// hubSentence says in one sentence how a campaign stands.
func (p *planner) hubSentence(c *site.Campaign, s state) string {
	from, to := p.must(c.Plan.Period.From).Text, p.must(c.Plan.Period.To).Text
	text := map[string]string{
		"upcoming": p.Say("Phong trào sẽ bắt đầu ngày %s và kéo dài đến hết ngày %s", "The campaign will begin on %s and last until %s", from, to),
		"running":  p.Say("Phong trào đang diễn ra, từ ngày %s đến hết ngày %s", "The campaign is running, from %s until %s", from, to),
		"finished": p.Say("Phong trào đã kết thúc ngày %s", "The campaign ended on %s", to),
	}[s.kind]
	if c.Plan.Index {
		text = p.Say("Chỉ số đánh giá giai đoạn %s – %s", "An index of the period %s – %s", from, to)
	}
	switch n := len(c.Rounds); {
	case n > 0:
		text += p.Say("; đã công bố %s", "; %s published", p.Count(n, "bảng kết quả", "table of results", "tables of results"))
	default:
		text += p.Say("; chưa có kết quả nào được công bố tại đây", "; no result has been published here yet")
	}
	if c.PlanPage.Doc.Header.Withdrawn != nil {
		return p.Say("Kế hoạch của phong trào đã được rút.", "The campaign’s plan was withdrawn.")
	}
	return text + "."
}

func (p *planner) blocks(c *site.Campaign) []view.Block {
	var out []view.Block
	for _, b := range c.Blocks {
		v := view.Block{ID: b.ID, Name: b.Name, Count: units(p.Speech, len(b.Units))}
		if len(b.Units) == 0 {
			v.Count = p.Say("nguồn không nêu tên từng đơn vị", "the source does not name the units")
		}
		for _, u := range b.Units {
			v.Units = append(v.Units, p.unitRow(u))
		}
		out = append(out, v)
	}
	return out
}

func (p *planner) prizes(c *site.Campaign) []view.PrizeLine {
	var out []view.PrizeLine
	for _, z := range c.Plan.Prizes {
		line := view.PrizeLine{Title: z.Title, Count: p.quota(z.Count, z.Share, z.Per, diag.Text{Vi: "giải", En: "prize"})}
		if b := c.Block(z.Block); b != nil {
			line.For = view.Link{Text: b.Name, Lang: p.vietnamese()}
		}
		out = append(out, line)
	}
	return out
}

func (p *planner) commendations(c *site.Campaign) []view.PrizeLine {
	var out []view.PrizeLine
	for _, m := range c.Plan.Commendations {
		what, whom := diag.Text{Vi: "cá nhân", En: "person"}, p.Say("Cá nhân", "Persons")
		if m.For == "units" {
			what, whom = diag.Text{Vi: "tập thể", En: "unit"}, p.Say("Tập thể", "Units")
		}
		out = append(out, view.PrizeLine{Title: m.Title, Count: p.quota(m.Count, m.Share, m.Per, what), For: view.Link{Text: whom}})
	}
	return out
}

// quota prints a limit as acts do, with a leading zero under ten: "01 giải", "không quá 15%", "02 giải mỗi kỳ".
func (p *planner) quota(n int, share *campaign.Decimal, per string, what diag.Text) string {
	var parts []string
	if n > 0 {
		zero := ""
		if n < 10 {
			zero = p.Say("0", "")
		}
		parts = append(parts, zero+p.Count(n, what.Vi, what.En, what.En+"s"))
	}
	if share != nil {
		parts = append(parts, p.Say("không quá %s%%", "at most %s%%", p.Plain(share.String())))
	}
	text := strings.Join(parts, ", ")
	if per == "round" && text != "" {
		text += p.Say(" mỗi kỳ", " in each round")
	}
	return text
}

func (p *planner) round(r *site.Round) view.Round {
	return view.Round{
		Link: *p.linkTo(r.Page), Round: r.Results.Round, Block: r.Block.Name, Day: p.day(p.dateOf(r.Page)),
		Sentence: bound(p.ranking(r).sentence), Provisional: r.Results.Provisional,
	}
}

// latestRound is the newest real ranking with rows; an illustrative one only where there is no other.
func (p *planner) latestRound() *site.Round {
	var best *site.Round
	for _, c := range p.Campaigns {
		for _, r := range c.Rounds {
			if len(r.Standings.Rows) == 0 || r.Page.Doc.Header.Withdrawn != nil {
				continue
			}
			if best == nil || best.Campaign.Illustrative() && !c.Illustrative() ||
				best.Campaign.Illustrative() == c.Illustrative() && r.Day > best.Day {
				best = r
			}
		}
	}
	return best
}

// act shows a signed document in its block.
func (p *planner) act(page *site.Page, a *document.Act) *view.Act {
	v := &view.Act{
		Symbol: a.Number, Day: p.must(a.Date), Long: p.long(a.Date), Issuer: a.Issuer, Title: a.Title, Recipients: a.Recipients,
	}
	if a.Place != "" {
		v.Long = a.Place + ", " + v.Long
	}
	if s := a.Signer; s != nil {
		v.Signer = &view.Signer{Authority: signedFor(s, a), Title: s.Title, Name: s.Name}
	}
	if a.File != "" {
		v.File = p.fileOf(page, a.File)
	}
	return v
}

// signedFor is the line above the signer's title, as Decree 30/2020/NĐ-CP has it: "TM. Ủy ban nhân dân" for a
// collective, "KT. Chủ tịch" for a deputy who signs for the head.
func signedFor(s *document.Signer, act *document.Act) string {
	deputy, isDeputy := strings.CutPrefix(s.Title, "Phó ")
	switch {
	case s.Authority == "TM." && strings.HasPrefix(act.IssuedBy(), "ubnd"):
		return "TM. Ủy ban nhân dân"
	case s.Authority == "TM.":
		return strings.TrimSpace("TM. " + act.Issuer)
	case s.Authority == "KT." && isDeputy:
		return "KT. " + deputy
	}
	return s.Authority
}

// plan plans the page of the act that launches a campaign.
func (p *planner) plan(c *site.Campaign) {
	page := c.PlanPage
	v := &view.Plan{
		Period: p.span(c.Plan.Period.From, c.Plan.Period.To), Body: p.body(page), Phases: p.phases(c), Blocks: p.blocks(c),
		Prizes: p.prizes(c), Commendations: p.commendations(c), Hub: p.hubLink(c), Picture: p.lead(page),
	}
	if c.Plan.Document != nil {
		v.Act = *p.act(page, c.Plan.Document)
	}
	if page.Doc.Header.Withdrawn != nil {
		v = &view.Plan{Hub: v.Hub}
	}
	pg := p.docPage(page, v, p.hubCrumbs(c)...)
	if pg.Title == p.hubLink(c).Text { // the campaign has its name from the plan
		pg.HeadTitle = p.Say("%s – kế hoạch", "%s – the plan", pg.Title)
	}
	p.add(page.Address, pg, p.doc(page), "")
}

func (p *planner) sortedRounds(c *site.Campaign, keep func(*site.Round) bool) []view.Link {
	var out []view.Link
	for _, r := range c.Rounds {
		if keep(r) {
			out = append(out, *p.linkTo(r.Page))
		}
	}
	return slices.Clip(out)
}
