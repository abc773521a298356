// Package portal plans the portal: which pages and data files it has, where each stands, and what each one
// shows. It turns a [site.Site] into [Output]s: a page is a view of finished values that package render
// draws, anything else is its bytes.
//
// A figure is written once, in the model of its ranking ([ranking]); the page, the CSV and the JSON all
// print that model, so they can't disagree.
//
// Plan is pure and its order is fixed: the same site gives the same outputs.
package portal

import (
	"bytes"
	"maps"
	"path"
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/explain"
	"bangvang/internal/picture"
	"bangvang/internal/search"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// An Output is one file of the portal: exactly one of Page and Data is set. Or it is files that are made together and
// take long enough that others should be drawn meanwhile: then Drawn or, without a Path, Bundle is set.
type Output struct {
	Path   string     // below the portal's folder: "tin-tuc/x/index.html"
	Page   *view.Page // an HTML page
	Data   []byte     // any other file
	Drawn  *Drawn
	Bundle func(done <-chan struct{}) []Output
	Doc    *document.Document // whom to blame for what is wrong in it; nil for generated pages
	// Links are the links of Doc's own text that lead into the portal.
	Links []SourceLink
}

// Is reports whether two outputs are one and the same, but for a bundle, which is another with every text.
func (o *Output) Is(other *Output) bool {
	return o.Page == other.Page && o.Drawn == other.Drawn && len(o.Data) == len(other.Data) && (len(o.Data) == 0 || &o.Data[0] == &other.Data[0])
}

// Drawn is files that a drawing makes.
type Drawn struct {
	Drawing
	Paths  []string // where they stand, in the drawing's order
	Source string   // the file to blame where it can't be drawn
}

// A SourceLink is a link as its author wrote it, and where it leads.
type SourceLink struct {
	Href   string
	Target string
	Pos    diag.Pos
}

// Assets are the theme's static files and where they stand.
type Assets struct {
	Style, Script, Icon string // addresses without the base path
	Search              string // of the script on the search page
	TouchIcon           string // 180 × 180 pixels
	Icons               []Icon // of manifest.webmanifest
	Files               []Output
}

// Equal reports whether two themes publish the same files.
func (a Assets) Equal(b Assets) bool {
	return slices.EqualFunc(a.Files, b.Files, func(x, y Output) bool { return x.Path == y.Path && bytes.Equal(x.Data, y.Data) })
}

// An Icon is a square picture that stands for the portal among a telephone's programs.
type Icon struct {
	Address string
	Size    int
}

// A Planned is every file of a portal. The findings are addresses that two files claim, and whatever a page
// can't show. It is not changed once it is made.
type Planned struct {
	Outputs  []Output
	Findings []diag.Finding
	planner  *planner
	steps    *steps // for [Planned.Reworded]
}

// Plan lists every file of the portal.
func Plan(s *site.Site, assets Assets) *Planned { return plan(s, assets, func(*planner) {}) }

// PlanToDraw is Plan for one who will surely ask for every file: the search's are made beside the planning, unless done is
// closed before.
func PlanToDraw(s *site.Site, assets Assets, done <-chan struct{}) *Planned {
	return plan(s, assets, func(p *planner) { p.beginIndex(done) })
}

// plan lists every file; begin is called when the planner knows what pages there are.
func plan(s *site.Site, assets Assets, begin func(*planner)) *Planned {
	p, steps := newPlanner(s, diag.Vi, newShelf(len(s.Pages)*4/3)), new(steps)
	p.steps = steps
	p.articles = s.Articles()
	p.allTerms()
	begin(p)
	p.frame(assets)
	p.static(assets)
	p.manifest(assets.Icons)
	p.pages(assets)
	p.notFound()
	p.aliases()
	p.attachments()
	p.checkMenu()
	if s.Translated() {
		p.english(assets)
	}
	p.feeds()
	p.sitemap()
	p.revision()
	p.steps = nil // what comes is read by nobody's step
	return &Planned{p.outputs, p.findings, p, steps}
}

// pages plans what an edition shows.
func (p *planner) pages(assets Assets) {
	p.shared = p.shareOfAll()
	p.step((*planner).home)
	p.campaigns()
	p.news()
	p.texts()
	p.sections()
	p.step((*planner).units)
	p.step((*planner).documents)
	p.step((*planner).roll)
	p.step((*planner).calendar)
	p.step((*planner).corrections)
	p.openData()
	p.search(assets.Search)
}

// planner is the portal on its way, in one language.
type planner struct {
	*site.Site
	explain.Speech
	*shelf
	only      map[string]bool // the addresses that the edition has; nil: all
	other     *planner        // of the English edition, nil without one
	view      *view.Site
	shared    *view.Share // of pages without a picture of their own
	publisher *view.Agent
	menus     []view.MenuLink
	marked    map[menuPlace][]view.MenuLink
	findings  []diag.Finding

	articles   []*site.Page // newest first
	entries    map[*site.Page]*view.Entry
	rankings   map[*site.Round]*ranking
	links      map[*document.Document][]SourceLink
	pictures   map[string]*picture.Picture               // by source file; nil for one that can't be read
	reworded   map[*document.Document]*document.Document // whose words are others than the site's
	categories terms
	tags       terms
	followed   []followed
	pageSize   int
	begun      func() []search.File // waits for the files of the search that are made beside the planning; nil where none are
}

// An owner is who claims an address.
type owner struct {
	doc  *document.Document
	what string // in words, for generated pages
}

func newPlanner(s *site.Site, lang diag.Lang, all *shelf) *planner {
	p := &planner{
		Site: s, Speech: explain.Speech{Lang: lang}, shelf: all, marked: map[menuPlace][]view.MenuLink{},
		entries: map[*site.Page]*view.Entry{}, rankings: map[*site.Round]*ranking{},
		links: map[*document.Document][]SourceLink{}, pictures: map[string]*picture.Picture{},
		pageSize: s.Settings.Site.Options.PageSize,
	}
	if p.pageSize <= 0 {
		p.pageSize = 20
	}
	return p
}

// allTerms collects the categories and tags of the articles.
func (p *planner) allTerms() {
	p.categories = p.termsOf("/chuyen-muc/", "category", p.Settings.Site.Categories, func(h document.Header) []string {
		if h.Category == "" {
			return nil
		}
		return []string{h.Category}
	})
	p.tags = p.termsOf("/the/", "tags", nil, func(h document.Header) []string { return h.Tags })
}

// frame makes what stands around all pages.
func (p *planner) frame(assets Assets) {
	p.menus = p.menu()
	p.view = p.frameOfAll(assets)
	p.publisher = p.publisherOf()
}

// add puts a page of a document or a generated one (doc nil, what in words) to its address, if the edition has it.
func (p *planner) add(address string, pg *view.Page, doc *document.Document, what string) {
	if !p.has(address) {
		return
	}
	if p.only != nil {
		pg.Feeds = []view.Link{p.view.Feed}
	}
	if pg.Share == nil {
		pg.Share = p.shared
	}
	p.describe(pg)
	p.put(Output{Path: outputPath(p.here(address)), Page: pg, Doc: doc}, what)
}

// put claims an output's path; a second claim is a finding that names both.
func (p *planner) put(o Output, what string) {
	me := owner{o.Doc, what}
	if first, taken := p.claimed(o.Path); taken {
		p.collide(o, what, first)
		return
	}
	p.owners[o.Path] = me
	for dir := path.Dir(o.Path); dir != "."; dir = path.Dir(dir) {
		if _, known := p.folders[dir]; known {
			break
		}
		p.folders[dir] = me
	}
	if o.Page != nil && o.Doc != nil {
		o.Links = p.links[o.Doc]
	}
	p.outputs = append(p.outputs, o)
}

// claimed returns who has a path already: as a file, as a folder, or by a file where the path needs a folder.
func (p *planner) claimed(file string) (owner, bool) {
	if first, taken := p.owners[file]; taken {
		return first, true
	}
	if first, taken := p.folders[file]; taken {
		return first, true
	}
	for dir := path.Dir(file); dir != "."; dir = path.Dir(dir) {
		if _, known := p.folders[dir]; known {
			break // a folder stands there, so no file does
		}
		if first, taken := p.owners[dir]; taken {
			return first, true
		}
	}
	return owner{}, false
}

// static publishes the theme's own files.
func (p *planner) static(assets Assets) {
	for _, o := range assets.Files {
		p.put(o, "tệp của giao diện")
	}
}

func (p *planner) collide(o Output, what string, first owner) {
	doc, other := o.Doc, first.what
	if first.doc != nil && first.doc != doc {
		other = first.doc.Path
	} else if doc != nil && other == "" {
		other = "chính trang này"
	}
	if doc == nil {
		doc, other = first.doc, what
	}
	address := "/" + strings.TrimSuffix(o.Path, "index.html")
	if doc == nil {
		p.findings = append(p.findings, diag.New("address-twice", site.Content+"site.yaml", diag.Pos{}, diag.Args{"address": address, "first": other}))
		return
	}
	key := "title"
	if doc.Header.Slug != "" {
		key = "slug"
	}
	f := doc.Finding("address-twice", diag.Args{"address": address, "first": other}, key)
	p.findings = append(p.findings, f)
}

// outputPath returns the file of an address: directories hold an index.html.
func outputPath(address string) string {
	path := strings.TrimPrefix(address, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// written are the pages, registries and sections that authors write, in a fixed order.
func (p *planner) written() []*site.Page {
	pages := slices.Concat(p.Pages, p.Register)
	for _, dir := range slices.Sorted(maps.Keys(p.Sections)) {
		pages = append(pages, p.Sections[dir])
	}
	return pages
}

// attachments publishes the files that pages name, beside them.
func (p *planner) attachments() {
	for _, page := range p.written() {
		if page.Doc.Header.Withdrawn != nil || p.owners[outputPath(page.Address)].doc != page.Doc {
			continue // taken back, or its address belongs to another, which has been told
		}
		for _, f := range page.Files {
			p.attach(page, f)
		}
	}
}
