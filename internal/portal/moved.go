package portal

import (
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// aliases plans a page at each old address that leads to the new one; below those of results, one for each unit.
func (p *planner) aliases() {
	for _, page := range p.Pages {
		if len(page.Doc.Header.Aliases) > 0 {
			p.step(func(p *planner) { p.moved(page) })
		}
	}
}

func (p *planner) moved(page *site.Page) {
	doc := p.doc(page)
	for i, alias := range doc.Header.Aliases {
		address, ok := oldAddress(alias)
		if !ok {
			p.findings = append(p.findings, doc.Finding("alias-form", diag.Args{"got": alias}, "aliases", i))
			continue
		}
		p.movedTo(address, page.Address, doc.Header.Title, doc)
		if !strings.HasSuffix(address, "/") {
			continue
		}
		for _, unit := range p.unitsOn(page) {
			p.movedTo(address+unitSegment(unit.ID)+"/", page.Address+unitSegment(unit.ID)+"/", unit.Name+" – "+doc.Header.Title, doc)
		}
	}
}

// movedTo plans a page at an old address that leads to a new one.
func (p *planner) movedTo(old, address, title string, doc *document.Document) {
	to := view.Link{Text: title, Href: p.Href(address)}
	pg := p.page(old, title, p.Say("Trang đã chuyển sang địa chỉ mới.", "This page has moved."), &view.Moved{To: to})
	pg.Canonical, pg.NoIndex, pg.Refresh = p.URL(address), true, to.Href
	p.add(old, pg, doc, "")
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

// oldAddress reads an alias: a path of plain letters, digits and . - _ ~, no segment of which begins with a dot.
// One that ends in .html or .htm is that file, any other a folder. ok is false for all else: a query, another host.
func oldAddress(alias string) (address string, ok bool) {
	path := strings.TrimSuffix(strings.TrimPrefix(alias, "/"), "/")
	for segment := range strings.SplitSeq(path, "/") {
		if segment == "" || segment[0] == '.' || strings.Trim(strings.ToLower(segment), "abcdefghijklmnopqrstuvwxyz0123456789.-_~") != "" {
			return "", false
		}
	}
	if strings.HasSuffix(path, ".html") || strings.HasSuffix(path, ".htm") {
		return "/" + path, true
	}
	return "/" + path + "/", true
}
