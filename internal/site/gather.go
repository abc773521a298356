package site

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/viet"
)

// campaigns is the folder of all campaigns.
const campaigns = Content + "phong-trao/"

// campaignID returns the campaign's folder of a document's path; "" outside.
func campaignID(file string) string {
	rest, ok := strings.CutPrefix(file, campaigns)
	if !ok {
		return ""
	}
	id, _, ok := strings.Cut(rest, "/")
	if !ok {
		return ""
	}
	return id
}

// gather makes a campaign of each folder with a plan and gives it its documents.
func (a *assembly) gather() {
	byID := map[string]*Campaign{}
	plans := slices.Clone(a.site.Pages)
	slices.SortStableFunc(plans, func(x, y *Page) int { // ke-hoach.md before ke-hoach-cu.md and cu/ke-hoach.md
		return cmp.Or(strings.Count(x.Doc.Path, "/")-strings.Count(y.Doc.Path, "/"), len(x.Doc.Path)-len(y.Doc.Path))
	})
	for _, p := range plans {
		if p.Doc.Plan == nil {
			continue
		}
		id := campaignID(p.Doc.Path)
		if id == "" {
			a.report(p.Doc.Finding("plan-place", diag.Args{}, "type"))
			continue
		}
		if c := byID[id]; c != nil {
			a.report(p.Doc.Finding("plan-twice", diag.Args{"first": c.PlanPage.Doc.Path}, "type"))
			continue
		}
		byID[id] = a.newCampaign(id, p)
	}
	for _, p := range a.site.Pages {
		if c := byID[campaignID(p.Doc.Path)]; c != nil {
			p.Campaign = c
			a.join(c, p)
		} else {
			a.loose(p, byID)
		}
	}
	for _, c := range byID {
		a.site.Campaigns = append(a.site.Campaigns, c)
		slices.SortFunc(c.Articles, newest(a.site))
		a.planned(c)
	}
	slices.SortFunc(a.site.Campaigns, func(x, y *Campaign) int {
		return cmp.Or(cmp.Compare(y.Plan.Period.From.Day, x.Plan.Period.From.Day), cmp.Compare(x.ID, y.ID))
	})
}

func (a *assembly) newCampaign(id string, p *Page) *Campaign {
	address := a.site.campaignAddress(id)
	return &Campaign{ID: id, Address: address, PlanPage: p, Plan: p.Doc.Plan, Section: a.site.Sections[campaigns+id+"/"]}
}

// campaignAddress is the address of a campaign's hub.
func (s *Site) campaignAddress(id string) string {
	if section := s.Sections[campaigns+id+"/"]; section != nil {
		return section.Address
	}
	return addressOfFolder("phong-trao/" + id)
}

// join gives a page to its campaign.
func (a *assembly) join(c *Campaign, p *Page) {
	if p.Doc.Header.Illustrative && !c.Illustrative() && p.Doc.Type != document.TypeArticle {
		a.report(p.Doc.Finding("illustrative-part", diag.Args{"plan": c.PlanPage.Doc.Path}, "illustrative"))
	}
	switch p.Doc.Type {
	case document.TypeCriteria:
		a.addCriteria(c, p)
	case document.TypeArticle:
		c.Articles = append(c.Articles, p)
	case document.TypePage:
		c.Pages = append(c.Pages, p)
	}
}

// loose handles a page outside any campaign's folder: an article may name its campaign, the parts of a
// campaign can't stand alone.
func (a *assembly) loose(p *Page, byID map[string]*Campaign) {
	switch p.Doc.Type {
	case document.TypeCriteria, document.TypeResults, document.TypeAwards:
		a.report(p.Doc.Finding("no-plan", diag.Args{}, "type"))
	case document.TypeArticle:
		a.article(p, byID)
	}
	if id := p.Doc.Header.Unit; id != "" {
		a.needUnit(p.Doc, id, "unit")
	}
}

func (a *assembly) article(p *Page, byID map[string]*Campaign) {
	id := strings.Trim(strings.TrimPrefix(strings.Trim(p.Doc.Header.Campaign, "/"), "phong-trao/"), "/")
	if id == "" {
		return
	}
	c := byID[id]
	if c == nil {
		a.report(p.Doc.Finding("unknown-campaign", diag.Args{"got": id, "near": nearCampaign(id, byID), "all": fewIDs(byID)}, "campaign"))
		return
	}
	p.Campaign = c
	c.Articles = append(c.Articles, p)
}

// nearCampaign returns the campaign that was meant by a part of its id, by its title or by an id with a slip, "" where that is not certain.
func nearCampaign(got string, byID map[string]*Campaign) string {
	ids := slices.Sorted(maps.Keys(byID))
	if near := diag.Nearest(got, ids); near != "" {
		return near
	}
	var parts []string
	for _, id := range ids {
		slug := viet.Slug(got)
		if slug != "" && (strings.Contains("-"+id+"-", "-"+slug+"-") || strings.HasPrefix(id, slug) || viet.Slug(byID[id].Title()) == slug) {
			parts = append(parts, id)
		}
	}
	if len(parts) != 1 {
		return diag.Nearest(viet.Slug(got), ids)
	}
	return parts[0]
}

// fewIDs lists the campaigns, "" where they are many.
func fewIDs(byID map[string]*Campaign) string {
	const few = 8
	if len(byID) > few {
		return ""
	}
	return strings.Join(slices.Sorted(maps.Keys(byID)), ", ")
}

// planned reads a plan's blocks.
func (a *assembly) planned(c *Campaign) {
	doc, in := c.PlanPage.Doc, map[string]string{}
	c.faulty = doc.Unread("blocks")
	for i, b := range c.Plan.Blocks {
		if c.Block(b.ID) != nil {
			a.report(doc.Finding("block-twice", diag.Args{"got": b.ID}, "blocks", i, "id"))
			continue
		}
		block := Block{ID: b.ID, Name: b.Name}
		for j, id := range b.Units {
			if before, twice := in[id]; twice {
				a.report(doc.Finding("unit-in-two-blocks", diag.Args{"unit": a.unitName(id), "first": before}, "blocks", i, "units", j))
				continue
			}
			in[id] = b.ID
			if u, ok := a.needUnit(doc, id, "blocks", i, "units", j); ok {
				block.Units = append(block.Units, u)
			} else {
				c.faulty = true
			}
		}
		c.Blocks = append(c.Blocks, block)
	}
	a.offers(c)
	if c.Plan.Period.To.Day != "" && c.Plan.Period.To.Day < c.Plan.Period.From.Day {
		a.report(doc.Finding("period-order", diag.Args{
			"from": a.site.Moment(c.Plan.Period.From), "to": a.site.Moment(c.Plan.Period.To)}, "period", "to"))
	}
}

// offers checks what the plan's prizes and commendations name.
func (a *assembly) offers(c *Campaign) {
	doc, prizes, commendations := c.PlanPage.Doc, map[string]string{}, map[string]string{}
	c.offersUnclear = len(c.Plan.Prizes) == 0 && doc.Unread("prizes") || len(c.Plan.Commendations) == 0 && doc.Unread("commendations")
	for i, p := range c.Plan.Prizes {
		a.offer(c, prizes, p.ID, p.Title, "prizes", i, "id")
		bands, known := c.bandsOf(p.Block)
		switch {
		case p.Block != "" && c.Block(p.Block) == nil:
			a.report(doc.Finding("unknown-block", diag.Args{"got": p.Block, "near": diag.Nearest(p.Block, c.blockIDs())}, "prizes", i, "block"))
		case p.MinBand != "" && known && !slices.Contains(bands, p.MinBand):
			a.report(doc.Finding("unknown-band", diag.Args{
				"got": p.MinBand, "near": diag.Nearest(p.MinBand, bands), "bands": strings.Join(bands, ", ")}, "prizes", i, "band"))
		case !doc.Unread("prizes", i):
			continue
		}
		c.strayPrizes = append(c.strayPrizes, p.ID)
	}
	for i, m := range c.Plan.Commendations {
		a.offer(c, commendations, m.ID, m.Title, "commendations", i, "id")
	}
}

// offer remembers an id, and reports one that stood before.
func (a *assembly) offer(c *Campaign, seen map[string]string, id, title string, key ...any) {
	first, twice := seen[id]
	if twice && id != "" {
		a.report(c.PlanPage.Doc.Finding("offer-twice", diag.Args{"got": id, "first": first, "title": title}, key...))
	}
	c.offersUnclear = c.offersUnclear || twice || c.PlanPage.Doc.Unread(key...)
	seen[id] = title
}

// bandsOf returns the names of the bands of a block, of all blocks for ""; false where it is not known which there are, as
// criteria that were not understood, or are not public yet, may have any.
func (c *Campaign) bandsOf(block string) (names []string, known bool) {
	for _, b := range c.Blocks {
		if block != "" && b.ID != block {
			continue
		}
		cr := c.criteriaOf(b.ID)
		if known = cr != nil && !cr.Page.Doc.Unread("bands"); !known {
			return nil, false
		}
		for _, band := range cr.Rules.Bands {
			if !slices.Contains(names, band.Name) {
				names = append(names, band.Name)
			}
		}
	}
	return names, known
}

func (c *Campaign) blockIDs() []string {
	var ids []string
	for _, b := range c.Plan.Blocks {
		ids = append(ids, b.ID)
	}
	return ids
}

// addCriteria turns a criteria file into rules and gives them to its blocks.
func (a *assembly) addCriteria(c *Campaign, p *Page) {
	cr := &Criteria{Page: p, Rules: rulesOf(p.Doc.Criteria)}
	for i, id := range p.Doc.Criteria.Blocks {
		if !slices.Contains(c.blockIDs(), id) {
			a.report(p.Doc.Finding("unknown-block", diag.Args{"got": id, "near": diag.Nearest(id, c.blockIDs())}, "blocks", i))
			c.strayCriteria = true
			continue
		}
		if other := c.criteriaOf(id); other != nil {
			a.report(p.Doc.Finding("criteria-twice", diag.Args{"block": id, "first": other.Page.Doc.Path}, "blocks", i))
			continue
		}
		cr.Blocks = append(cr.Blocks, id)
	}
	c.Criteria = append(c.Criteria, cr)
	c.strayCriteria = c.strayCriteria || p.Doc.Unread("blocks")
	cr.unread = slices.ContainsFunc([]string{"scoring", "criteria", "adjustments", "bands", "ties"}, func(key string) bool { return p.Doc.Unread(key) })
	cr.faulty = cr.unread
	for _, problem := range cr.Rules.Check() {
		cr.faulty = true
		if problem.Kind == campaign.CriterionTwice {
			cr.twice = append(cr.twice, problem.Criterion)
		}
		if !cr.follows(problem) {
			a.report(a.rulesFinding(p.Doc, problem))
		}
	}
}

// criteriaOf returns the criteria of a block, nil if it has none.
func (c *Campaign) criteriaOf(block string) *Criteria {
	for _, cr := range c.Criteria {
		if cr.Has(block) {
			return cr
		}
	}
	return nil
}

// rulesFinding puts a problem of the rules to its place in the criteria file.
func (a *assembly) rulesFinding(doc *document.Document, p campaign.Problem) diag.Finding {
	path := []any{"criteria"}
	switch p.Kind {
	case campaign.BandTwice:
		path = []any{"bands", p.Index, "name"}
	case campaign.BandOrder:
		path = []any{"bands", p.Index, "from"}
	case campaign.BreakKeyUnknown:
		path = []any{"ties", "break_by", p.Index}
	case campaign.DecimalsRange:
		path = []any{"scoring", "decimals"}
	case campaign.ScaleMissing:
		path = []any{"scoring"}
	default:
		if p.Criterion != "" {
			path = criterionPath(doc.Criteria.Criteria, p.Criterion, p.Kind == campaign.CriterionTwice)
		}
	}
	return doc.Finding(string(p.Kind), diag.Args{"criterion": p.Criterion, "got": vnum(p.Got), "want": vnum(p.Want)}, path...)
}

// criterionPath leads to the criterion with the id; the last one of several where last is set.
func criterionPath(tree []document.Criterion, id string, last bool) []any {
	var found []any
	var walk func(items []document.Criterion, at []any)
	walk = func(items []document.Criterion, at []any) {
		for i, c := range items {
			here := append(slices.Clone(at), i)
			if c.ID == id && (found == nil || last) {
				found = append(slices.Clone(here), "id")
			}
			walk(c.Items, append(here, "items"))
		}
	}
	walk(tree, []any{"criteria"})
	return found
}
