package portal

import (
	"maps"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// The English edition stands below /en/, at the addresses of the Vietnamese pages. It has the lists, and what the
// portal itself makes of figures (hubs, criteria, rankings, units, announcements), whose names stay Vietnamese; texts
// (articles, plans, pages, sections) only where they are translated. Of an illustrative campaign it has nothing, unless a
// file of its folder is translated: what is invented needs no second language by itself. A link to a page that it lacks
// leads to the Vietnamese one. The data files are the same for both. A portal without any translation has no English edition.

// english is where the English edition stands.
const english = "/en"

// shelf is what the editions of a portal fill together.
type shelf struct {
	outputs []Output
	steps   *steps            // nil where nobody asks for them
	owners  map[string]owner  // by output path
	folders map[string]owner  // by folder of an output: the first that needs it
	made    map[string][]byte // the data files, by output path
	moved   map[string]string // where old addresses lead to
}

// newShelf makes one with room for so many outputs.
func newShelf(room int) *shelf {
	return &shelf{
		outputs: make([]Output, 0, room), owners: make(map[string]owner, room), folders: make(map[string]owner, room),
		made: map[string][]byte{}, moved: map[string]string{},
	}
}

// has reports whether the edition has a page.
func (p *planner) has(address string) bool { return p.only == nil || p.only[address] }

// here is where the edition has an address; where it has it not, that of the Vietnamese one.
func (p *planner) here(address string) string {
	if p.only[address] {
		return english + address
	}
	return address
}

// Href leads to an address: in this edition where it is there.
func (p *planner) Href(address string) string { return p.Site.Href(p.here(address)) }

// URL is the whole URL of an address, as [planner.Href].
func (p *planner) URL(address string) string { return p.Site.URL(p.here(address)) }

// doc returns the document with a page's words in this edition, its own where they are not translated.
func (p *planner) doc(page *site.Page) *document.Document {
	switch {
	case page == nil:
		return nil
	case p.Lang == diag.En && page.English != nil:
		return p.words(page.English)
	}
	return p.words(page.Doc)
}

// lang names the language of a page's words where it is not this edition's.
func (p *planner) lang(page *site.Page) string {
	if p.Lang == diag.En && page.English == nil {
		return string(diag.Vi)
	}
	return ""
}

// publish plans a data file and returns its size. The Vietnamese edition makes it for all.
func (p *planner) publish(address, what string, doc *document.Document, data func() []byte) int {
	path := outputPath(address)
	if p.only == nil {
		p.made[path] = data()
		p.put(Output{Path: path, Data: p.made[path], Doc: doc}, what)
	}
	return len(p.made[path])
}

// english plans the English edition beside the Vietnamese one.
func (p *planner) english(assets Assets) {
	e := newPlanner(p.Site, diag.En, p.shelf)
	e.only = p.inBoth()
	e.articles = slices.DeleteFunc(slices.Clone(p.articles), func(page *site.Page) bool { return page.English == nil })
	e.categories, e.tags = p.categories, p.tags
	e.frame(assets)
	e.pages(assets)
	e.aliases()
	e.feed("/atom.xml", e.view.Title, "/", slices.DeleteFunc(slices.Clone(p.Pages), func(page *site.Page) bool { return !e.has(page.Address) }))
	for _, f := range e.findings {
		if document.TypeOf(f.File) == document.TypeTranslation { // any other has been told
			p.findings = append(p.findings, f)
		}
	}
	p.other = e
	p.pair(e)
}

// inBoth are the addresses of the Vietnamese pages that are in the English edition, too.
func (p *planner) inBoth() map[string]bool {
	translated := map[*document.Document]bool{}
	for _, page := range p.written() {
		translated[page.Doc] = page.English != nil
	}
	in := map[string]bool{"/atom.xml": true}
	for _, o := range p.outputs {
		if o.Page == nil {
			continue
		}
		switch o.Page.Main.(type) {
		case *view.Article, *view.Text, *view.Plan, *view.List, *view.Terms:
			in[o.Page.Address] = translated[o.Doc]
		case *view.Moved, *view.NotFound:
		default:
			in[o.Page.Address] = true
		}
	}
	in["/tin-tuc/"] = in["/tin-tuc/"] || slices.ContainsFunc(p.articles, func(page *site.Page) bool { return page.English != nil })
	p.leaveOut(in, translated)
	for old, address := range p.moved {
		in[old] = in[address]
	}
	return in
}

// leaveOut takes the pages of illustrative campaigns without a translation, and of the units that only those name, out of
// what is in the English edition.
func (p *planner) leaveOut(in map[string]bool, translated map[*document.Document]bool) {
	kept := map[string]bool{} // folders of campaigns
	for doc, is := range translated {
		if rest, inside := strings.CutPrefix(doc.Path, site.Content+"phong-trao/"); inside && is {
			folder, _, _ := strings.Cut(rest, "/")
			kept[folder] = true
		}
	}
	named := map[string]bool{} // ids of units
	for _, c := range p.Campaigns {
		if c.Illustrative() && !kept[c.ID] {
			maps.DeleteFunc(in, func(address string, _ bool) bool { return strings.HasPrefix(address, c.Address) })
			continue
		}
		for _, b := range c.Blocks {
			for _, u := range b.Units {
				named[u.ID] = true
			}
		}
	}
	for _, id := range p.Registry.IDs() {
		if p.Illustrative(id) && !named[id] {
			delete(in, unitAddress(id))
		}
	}
}

// pair lets the pages of both editions know each other.
func (p *planner) pair(e *planner) {
	pages := map[string]*view.Page{}
	for _, o := range p.outputs {
		if o.Page != nil {
			pages[o.Page.Address] = o.Page
		}
	}
	toEnglish := view.Link{Text: "English", Href: e.Href("/"), Lang: string(diag.En)}
	toVietnamese := view.Link{Text: "Tiếng Việt", Href: p.Href("/"), Lang: string(diag.Vi)}
	for address, page := range pages {
		other := toEnglish
		if page.Site == e.view {
			other = toVietnamese
			address = strings.TrimPrefix(address, english)
		}
		vi, en := pages[address], pages[english+address]
		if vi != nil && en != nil && vi.Refresh == "" && !further(vi) && e.only[address] {
			page.Editions = []view.Edition{
				{Lang: string(diag.Vi), Href: p.URL(address)}, {Lang: string(diag.En), Href: e.URL(address)}, {Lang: "x-default", Href: p.URL(address)},
			}
			other.Href = e.Href(address)
			if page == en {
				other.Href = p.Href(address)
			}
		}
		page.Other = &other
	}
}

// further tells that a page is not the first of its list: those of two editions hold other entries.
func further(page *view.Page) bool {
	list, is := page.Main.(*view.List)
	return is && list.Pager != nil && list.Pager.Number > 1
}

// menuItem is an entry of the site's own menu: in English the name of what it leads to.
func (p *planner) menuItem(title, to string) view.Link {
	link := view.Link{Text: title, Href: p.refHref(to)}
	if p.Lang != diag.En {
		return link
	}
	for _, way := range append(p.ways(), p.homeLink()) {
		if way.Href == link.Href {
			return way
		}
	}
	for _, page := range slices.Concat(p.Pages, slices.Collect(maps.Values(p.Sections))) {
		if page.English != nil && p.Href(page.Address) == link.Href {
			return *p.linkTo(page)
		}
	}
	link.Lang = string(diag.Vi)
	return link
}
