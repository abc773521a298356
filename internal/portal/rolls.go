package portal

import (
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/site"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

// rollsOfCampaigns plans a roll for each campaign with honours, and returns the ways to them in the order of campaigns.
func (p *planner) rollsOfCampaigns(all []honour, above view.Link) view.RollGroup {
	of := map[*site.Campaign][]honour{}
	for _, h := range all {
		of[h.campaign] = append(of[h.campaign], h)
	}
	g := view.RollGroup{Title: p.Say("Theo phong trào", "By campaign"), Count: p.Count(len(of), "phong trào", "campaign", "campaigns")}
	for _, c := range p.Campaigns {
		if honours := of[c]; len(honours) > 0 {
			hub := p.hubLink(c)
			r := p.rollOf(hub, honours, above, c.Address, "bảng vàng của phong trào "+c.ID)
			r.shown.Sentence = p.Say("%s trong phong trào, theo các quyết định đã công bố.", "%s in the campaign, by published decisions.", p.awardCount(honours))
			r.shown.Campaign = &hub
			p.rollPages(r)
			g.Ways = append(g.Ways, p.wayTo(r, hub, honours, p.span(c.Plan.Period.From, c.Plan.Period.To)))
		}
	}
	return g
}

// rollsOfUnits plans a roll for each unit with honours of its own or of its people, and returns the ways to them by name.
func (p *planner) rollsOfUnits(all []honour, above view.Link) view.RollGroup {
	of := map[string][]honour{}
	for _, h := range all {
		if h.unit != "" {
			of[h.unit] = append(of[h.unit], h)
		}
	}
	g := view.RollGroup{Title: p.Say("Theo đơn vị", "By unit"), Count: units(p.Speech, len(of))}
	names := p.namesOfUnits()
	for _, id := range p.Registry.IDs() {
		if honours := of[id]; len(honours) > 0 {
			u, _ := p.Registry.Unit(id)
			g.Ways = append(g.Ways, p.rollOfUnit(u, honours, above, names[u.Name] > 1))
		}
	}
	order := viet.NewOrder()
	slices.SortStableFunc(g.Ways, func(a, b view.RollWay) int { return order(a.Text, b.Text) })
	return g
}

// rollOfUnit plans the roll of a unit and returns the way to it; shared tells that other units have its name.
func (p *planner) rollOfUnit(u campaign.Unit, honours []honour, above view.Link, shared bool) view.RollWay {
	link, note := p.unitLink(u), p.nowCalled(u)
	r := p.rollOf(link, honours, above, unitAddress(u.ID), "bảng vàng của đơn vị "+u.Name)
	if shared {
		r.mark = " (" + u.ID + ")"
		note = strings.TrimSuffix(u.ID+", "+note, ", ")
	}
	r.shown.Sentence = p.Say("%s của tập thể và cá nhân thuộc đơn vị, theo các quyết định đã công bố.",
		"%s of the unit and its people, by published decisions.", p.awardCount(honours))
	r.shown.Unit = &link
	p.rollPages(r)
	return p.wayTo(r, link, honours, note)
}

// rollOf is the roll of what a link names. It stands below the roll of all as the other does below the portal.
func (p *planner) rollOf(whose view.Link, honours []honour, above view.Link, address, what string) roll {
	return roll{
		address: strings.TrimSuffix(rollAddress, "/") + address, title: p.Say("Bảng vàng: %s", "Roll of honour: %s", whose.Text), what: what,
		years: byYear(honours), crumbs: []view.Link{above},
	}
}

// wayTo leads to a roll of what a link names.
func (p *planner) wayTo(r roll, whose view.Link, honours []honour, note string) view.RollWay {
	whose.Href = p.Href(r.address)
	return view.RollWay{Link: whose, Count: p.awardCount(honours), Note: note}
}

// awardCount says how many awards stand, and how many were annulled: "2 khen thưởng và 1 khen thưởng đã hủy".
func (p *planner) awardCount(honours []honour) string {
	annulled := 0
	for _, h := range honours {
		if h.row.Annulled != "" {
			annulled++
		}
	}
	var parts []string
	if n := len(honours) - annulled; n > 0 {
		parts = append(parts, p.Count(n, "khen thưởng", "award", "awards"))
	}
	if annulled > 0 {
		parts = append(parts, p.Count(annulled, "khen thưởng đã hủy", "annulled award", "annulled awards"))
	}
	return p.List(parts)
}
