package portal

import (
	"path"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// aliases plans a page at each old address that leads to the new one, and so for what the portal makes below it: the units
// of a ranking, the method of a campaign. The files that stood beside it stay.
func (p *planner) aliases() {
	for _, page := range p.written() {
		if len(page.Doc.Header.Aliases) > 0 {
			p.step(func(p *planner) { p.aliasesOf(page) })
		}
	}
}

func (p *planner) aliasesOf(page *site.Page) {
	doc := p.doc(page)
	for i, alias := range page.Doc.Header.Aliases {
		address, ok := site.OldAddress(alias)
		if !ok {
			p.findings = append(p.findings, page.Doc.Finding("alias-form", diag.Args{"got": alias}, "aliases", i))
			continue
		}
		p.movedTo(address, page.Address, doc.Header.Title, doc)
		if !strings.HasSuffix(address, "/") || address == page.Address || p.owners[outputPath(p.here(address))].doc != doc {
			continue // one file; or another page stands there, which has been told
		}
		for _, b := range p.below(page) {
			p.movedTo(address+b.segment, page.Address+b.segment, b.title, doc)
		}
		p.keep(page, address, doc)
	}
}

// movedTo plans a page at an old address that leads to a new one.
func (p *planner) movedTo(old, address, title string, doc *document.Document) {
	to := view.Link{Text: title, Href: p.Href(address)}
	pg := p.page(old, title, p.Say("Trang đã chuyển sang địa chỉ mới.", "This page has moved."), &view.Moved{To: to})
	pg.Canonical, pg.NoIndex, pg.Refresh = p.URL(address), true, to.Href
	p.add(old, pg, doc, "")
	if p.only == nil {
		p.moved[old] = address
	}
}

// oldFolders are the folders that lead to an address today; of the English edition none.
func (p *planner) oldFolders(address string) (old []string) {
	if p.only != nil {
		return nil
	}
	for from, to := range p.moved {
		if to == address && strings.HasSuffix(from, "/") {
			old = append(old, from)
		}
	}
	slices.Sort(old)
	return old
}

// keep plans at an old address what stands beside the page: a file can't lead anywhere. Pictures are a part of their page.
func (p *planner) keep(page *site.Page, old string, doc *document.Document) {
	if p.only != nil || page.Doc.Header.Withdrawn != nil {
		return
	}
	if page.Doc.Results != nil {
		for _, f := range dataForms {
			if data := p.made[outputPath(page.Address+f.file)]; data != nil {
				p.put(Output{Path: outputPath(old + f.file), Data: data, Doc: doc}, "")
			}
		}
	}
	for _, f := range page.Files {
		if source, is := p.File(f.Source); is && !slices.Contains(site.Pictures, strings.ToLower(path.Ext(f.Source))) {
			p.put(Output{Path: outputPath(old + path.Base(f.Address)), Data: source.Data, Doc: doc}, "")
		}
	}
}

// A lowerPage is one that the portal makes below a written one.
type lowerPage struct{ segment, title string }

// below are the pages that move with a page.
func (p *planner) below(page *site.Page) (out []lowerPage) {
	if page.Doc.Header.Withdrawn != nil {
		return nil
	}
	for _, unit := range p.unitsOn(page) {
		out = append(out, lowerPage{unitSegment(unit.ID) + "/", unit.Name + " – " + p.doc(page).Header.Title})
	}
	for _, c := range p.Campaigns {
		if c.Section == page && len(c.Criteria) > 0 {
			out = append(out, lowerPage{strings.TrimPrefix(methodAddress(c), c.Address), p.methodTitle(c)})
		}
	}
	return out
}

// unitsOn are the units that have a breakdown below a page of results; none below any other.
func (p *planner) unitsOn(page *site.Page) (units []campaign.Unit) {
	if page.Campaign == nil || page.Doc.Results == nil {
		return nil
	}
	for _, r := range page.Campaign.Rounds {
		if r.Page == page {
			for _, l := range p.ranking(r).rows {
				units = append(units, l.row.Unit)
			}
		}
	}
	return units
}
