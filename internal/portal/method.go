package portal

import (
	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// methodTitle names the page; a published index gives no awards.
func (p *planner) methodTitle(c *site.Campaign) string {
	if len(c.Plan.Prizes)+len(c.Plan.Commendations) == 0 {
		return p.Say("Cách xếp hạng", "How ranks come about")
	}
	return p.Say("Cách xếp hạng và khen thưởng", "How ranks and awards come about")
}

func methodAddress(c *site.Campaign) string { return c.Address + "cach-xep-hang/" }

// methodLink leads to the page of a campaign's rules; nil where it has no criteria.
func (p *planner) methodLink(c *site.Campaign) *view.Link {
	if len(c.Criteria) == 0 {
		return nil
	}
	return &view.Link{Text: p.methodTitle(c), Href: p.Href(methodAddress(c))}
}

// method plans the page that says how a campaign's ranks and awards come about.
func (p *planner) method(c *site.Campaign) {
	if len(c.Criteria) == 0 {
		return
	}
	prizes, commendations := c.Offers()
	v := &view.Method{
		Sentence: p.Say("Trang này được lập từ chính tiêu chí, kế hoạch và kết quả của phong trào, nên luôn khớp với các bảng đã công bố.",
			"This page is made of the campaign’s own criteria, plan and results, so it always agrees with the published tables."),
		Commendations: p.offers(c, &award.List{Commendations: commendations, PeriodTo: c.Plan.Period.To.Day}),
		Hub:           p.hubLink(c),
	}
	for _, b := range c.Blocks {
		v.Blocks = append(v.Blocks, p.methodBlock(c, b, prizes))
	}
	if len(prizes) > 0 || len(commendations) > 0 {
		v.Steps = explain.Steps(p.Lang)
	}
	for _, a := range c.Announcements {
		v.Announcements = append(v.Announcements, p.awardsLink(a))
	}
	address, title, name := methodAddress(c), p.methodTitle(c), p.hubLink(c).Text
	pg := p.page(address, title, p.Say("%s của %s.", "%s: %s.", title, name), v, p.hubCrumbs(c)...)
	pg.HeadTitle = title + " – " + name
	pg.NoIndex = c.Illustrative()
	pg.Notices = p.notices(c.PlanPage)
	pg.Feeds = []view.Link{p.feedOf(c)}
	p.add(address, pg, nil, "trang cách xếp hạng của phong trào "+c.ID)
}

func (p *planner) methodBlock(c *site.Campaign, b site.Block, prizes []award.Prize) view.MethodBlock {
	v := view.MethodBlock{ID: "khoi-" + b.ID, Name: b.Name, Prizes: p.offers(c, &award.List{Prizes: prizesOf(b.ID, prizes)})}
	for _, cr := range c.Criteria {
		if cr.Has(b.ID) && cr.Page.Doc.Header.Withdrawn == nil {
			v.Scored, v.Rules = explain.Scored(cr.Rules, p.Lang), explain.Rules(cr.Rules, p.Lang)
			v.Criteria = p.linkTo(cr.Page)
		}
	}
	compared := false
	for _, r := range c.Rounds {
		if r.Block.ID != b.ID || r.Page.Doc.Header.Withdrawn != nil {
			continue
		}
		round := p.round(r)
		round.Block = "" // the section's heading says it
		v.Rounds = append(v.Rounds, round)
		if t := r.Results.Official; t != nil {
			v.Rules = append(v.Rules, explain.Decided(campaign.Tolerance{Within: t.Tolerance, Reason: t.Reason}, p.Lang))
		}
		for _, reason := range r.Vouched() {
			v.Rules = append(v.Rules, explain.Vouched(reason, p.Lang))
		}
		if r.Previous != nil && (!compared || r.Results.CarriedOver != "") {
			v.Rules, compared = append(v.Rules, explain.Compared(r.Results.CarriedOver, p.Lang)), true
		}
	}
	return v
}

// offers says how many of each prize and commendation there are, for whom, and by which rule.
func (p *planner) offers(c *site.Campaign, l *award.List) []string {
	return explain.Awards(l, func(id string) string { return c.Block(id).Name }, p.Lang)
}

// prizesOf returns the prizes that a block's units may get.
func prizesOf(block string, all []award.Prize) []award.Prize {
	var own []award.Prize
	for _, z := range all {
		if z.Block == "" || z.Block == block {
			own = append(own, z)
		}
	}
	return own
}
