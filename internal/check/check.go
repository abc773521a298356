// Package check follows what the pages say of each other: every link and anchor leads somewhere, every
// image is there, no id stands twice, headings go down one step at a time, no page is too heavy for a
// phone.
//
// It reads the facts that package render took off the finished pages, so it sees what a reader's browser
// will see, whoever wrote the template.
package check

import (
	"cmp"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unique"

	"bangvang/internal/diag"
	"bangvang/internal/render"
)

// The most bytes that a page may have in gzip: 14 KB in brotli, which packs HTML a sixth smaller, and 30 KB where a
// ranking of 150 units stands.
const (
	Budget      = 16_500
	TableBudget = 35_000
)

// A Portal is all that links may lead to.
type Portal struct {
	Origin string          // "https://thidua.example.vn"
	Base   string          // "/" or "/cong/"
	Files  map[string]bool // every file: "tin-tuc/index.html"
	Told   map[string]bool // addresses of the menu: whether they lead anywhere is told once, at the settings
}

// Equal reports whether two portals are the same to every link.
func (p Portal) Equal(o Portal) bool {
	return p.Origin == o.Origin && p.Base == o.Base && maps.Equal(p.Files, o.Files) && maps.Equal(p.Told, o.Told)
}

// A Page is one finished page.
type Page struct {
	Address  string // without the base path
	Lang     string // no page of another language is taken for this one
	Budget   int    // bytes in gzip
	Untitled bool   // an old address, with the title of the new one; or a page whose title is missing, which has been told
	Facts    render.Facts
	// Blame makes a finding at the place that wrote the address, or at the page's source as a whole where
	// address is "".
	Blame func(code, address string, args diag.Args) diag.Finding
}

// A Checker checks pages one by one, as soon as each is drawn. What it says of a page hangs on the page and the portal
// alone. It is safe for several goroutines.
type Checker struct {
	Portal
	there map[string]bool // addresses as most pages write them
	mu    sync.Mutex
	nears map[string]string // what is most like a broken address, by its file
}

// A Checked is a page that has been checked: what is wrong with it, and what other pages may ask for: its ids, and
// its links into the middle of others.
type Checked struct {
	Findings []diag.Finding
	address  string
	title    unique.Handle[title] // none where it need not be the page's own
	blame    func(code, address string, args diag.Args) diag.Finding
	file     string
	ids      []string
	anchors  []anchor
}

// A title is what a browser's tab and a list of bookmarks show of a page.
type title struct{ lang, text string }

// Titles finds pages that nobody can tell apart by their titles. A title is one finding, however many pages have it.
func Titles(pages []*Checked) []diag.Finding {
	first := make(map[unique.Handle[title]]*Checked, len(pages))
	same := map[unique.Handle[title]][]*Checked{}
	for _, p := range pages {
		if p.title == (unique.Handle[title]{}) {
			continue
		}
		switch other := first[p.title]; {
		case other == nil:
			first[p.title] = p
		case same[p.title] == nil:
			same[p.title] = []*Checked{other, p}
		default:
			same[p.title] = append(same[p.title], p)
		}
	}
	var out []diag.Finding
	for t, list := range same {
		slices.SortFunc(list, func(a, b *Checked) int { return strings.Compare(a.address, b.address) })
		more := ""
		if n := len(list) - 2; n > 0 {
			more = strconv.Itoa(n)
		}
		out = append(out, list[1].blame("title-twice", "", diag.Args{
			"got": t.Value().text, "page": list[1].address, "first": list[0].address, "more": more,
		}))
	}
	return out
}

// An anchor is a link into the middle of another page, to be followed when all pages are known.
type anchor struct {
	from     string // address of the page with the link
	href     string
	path, id string // the file, and the part of it
	blame    func(code, address string, args diag.Args) diag.Finding
}

// New returns a checker of a portal's pages.
func New(p Portal) *Checker {
	c := &Checker{Portal: p, there: make(map[string]bool, len(p.Files)), nears: map[string]string{}}
	for f := range p.Files {
		if !strings.ContainsAny(f, "%?#") {
			c.there[p.Base+strings.TrimSuffix(f, "index.html")] = true
		}
	}
	return c
}

// Page checks all of a page but where its links into the middle of other pages lead. It keeps nothing of the facts.
func (c *Checker) Page(p *Page) *Checked {
	var out []diag.Finding
	here := &Checked{file: file(p.Address), ids: slices.Clone(p.Facts.IDs)}
	said := map[string]bool{} // a link that stands a thousand times is one finding
	for _, l := range p.Facts.Links {
		if said[l.Href] {
			continue
		}
		found, to := c.link(p, l)
		if len(found) > 0 {
			said[l.Href] = true
		}
		out = append(out, found...)
		for _, a := range to {
			if a.path == here.file {
				out = append(out, a.follow(here.ids)...)
			} else {
				here.anchors = append(here.anchors, a)
			}
		}
	}
	for _, img := range p.Facts.Images {
		if path, internal := c.internal(p, img.Src); internal && !c.Files[path] {
			out = append(out, p.Blame("broken-image", img.Src, diag.Args{"got": img.Src, "page": p.Address}))
		}
		if !img.HasAlt {
			out = append(out, p.Blame("image-without-alt", img.Src, diag.Args{"got": img.Src, "page": p.Address}))
		}
	}
	out = append(out, twice(p)...)
	out = append(out, headings(p)...)
	if p.Facts.Packed > p.Budget {
		out = append(out, p.Blame("page-heavy", "", diag.Args{"page": p.Address, "got": kilo(p.Facts.Packed), "want": kilo(p.Budget)}))
	}
	if !p.Untitled && p.Facts.Title != "" {
		here.title = unique.Make(title{p.Lang, p.Facts.Title}) // to be compared with those of all pages after each edit
	}
	here.address, here.blame = p.Address, p.Blame
	here.Findings = out
	return here
}

// Anchors follows the links from each page into the middle of the others, when all have been checked.
func Anchors(pages []*Checked) []diag.Finding {
	asked := map[string]*Checked{} // the pages that anchors lead to, by file
	for _, p := range pages {
		for _, a := range p.anchors {
			asked[a.path], asked[a.folder()] = nil, nil
		}
	}
	if len(asked) == 0 {
		return nil
	}
	for _, p := range pages {
		if _, is := asked[p.file]; is {
			asked[p.file] = p
		}
	}
	var out []diag.Finding
	for _, p := range pages {
		for _, a := range p.anchors {
			if to := cmp.Or(asked[a.path], asked[a.folder()]); to != nil { // else a file that is no page
				out = append(out, a.follow(to.ids)...)
			}
		}
	}
	return out
}

// folder is the file that is meant where the address leaves out its last slash.
func (a *anchor) folder() string { return strings.TrimSuffix(a.path, "/") + "/index.html" }

// follow finds an anchor that leads to none of a page's ids.
func (a *anchor) follow(ids []string) []diag.Finding {
	if a.id == "top" || slices.Contains(ids, a.id) || slices.Contains(ids, decoded(a.id)) {
		return nil
	}
	near := diag.Nearest(decoded(a.id), ids)
	if near != "" {
		near = "#" + near
	}
	return []diag.Finding{a.blame("broken-anchor", a.href, diag.Args{
		"anchor": "#" + a.id, "page": a.from, "target": "/" + strings.TrimSuffix(a.path, "index.html"), "near": near,
	})}
}

// link follows one address: to a finding, or to an anchor that is followed later.
func (c *Checker) link(p *Page, l render.Link) ([]diag.Finding, []anchor) {
	if c.there[l.Href] || c.Told[l.Href] || c.Told[decoded(l.Href)] || l.Href == "" && l.Element != "a" {
		return nil, nil
	}
	address, fragment, _ := strings.Cut(l.Href, "#")
	path, internal := c.internal(p, address)
	if !internal {
		return nil, nil
	}
	if !c.Files[path] && !c.Files[strings.TrimSuffix(path, "/")+"/index.html"] {
		return []diag.Finding{p.Blame("broken-link", l.Href, diag.Args{"got": l.Href, "page": p.Address, "near": c.near(path)})}, nil
	}
	if fragment == "" {
		return nil, nil
	}
	return nil, []anchor{{p.Address, l.Href, path, fragment, p.Blame}}
}

// internal returns the file that an address of a page means; false where it leads out of the portal.
func (c *Checker) internal(p *Page, address string) (string, bool) {
	address, _, _ = strings.Cut(address, "#")
	address, _, _ = strings.Cut(address, "?")
	if rest, ok := strings.CutPrefix(address, c.Origin+"/"); ok {
		address = "/" + rest
	}
	switch {
	case address == "":
		return file(p.Address), true
	case strings.HasPrefix(address, "//") || hasScheme(address):
		return "", false
	case strings.HasPrefix(address, "/"):
		rest, ok := strings.CutPrefix(address, c.Base)
		if !ok {
			if address+"/" == c.Base {
				return "index.html", true
			}
			return address, true // of this host, but not of this portal: there is no such file
		}
		return file("/" + rest), true
	}
	return file(join(p.Address, address)), true
}

// hasScheme tells "mailto:x" from "a/b:c".
func hasScheme(address string) bool {
	i := strings.IndexByte(address, ':')
	return i > 0 && !strings.ContainsAny(address[:i], "/.")
}

// join resolves a relative address as a browser does.
func join(page, relative string) string {
	segments := strings.Split(page[:strings.LastIndexByte(page, '/')], "/")
	parts := strings.Split(relative, "/")
	for i, s := range parts {
		switch s {
		case ".":
		case "..":
			if len(segments) > 1 {
				segments = segments[:len(segments)-1]
			}
		default:
			segments = append(segments, s)
			continue
		}
		if i == len(parts)-1 {
			segments = append(segments, "")
		}
	}
	return strings.Join(segments, "/")
}

// decoded reads %20 and the like as browsers and hosts do; what is not well encoded stands for itself.
func decoded(s string) string {
	if !strings.Contains(s, "%") {
		return s
	}
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// file returns the file that a host serves for an address, which may be encoded.
func file(address string) string {
	path := strings.TrimPrefix(decoded(address), "/")
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// near finds the address most like a broken one.
func (c *Checker) near(path string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	near, known := c.nears[path]
	if !known {
		if best := diag.Nearest(path, c.sameLength(path)); best != "" {
			near = c.Base + strings.TrimSuffix(best, "index.html")
		}
		c.nears[path] = near
	}
	return near
}

// sameLength lists the files that are not much longer or shorter than a path, so that a large portal is not
// compared letter by letter.
func (c *Checker) sameLength(path string) []string {
	var out []string
	for f := range c.Files {
		if d := len(f) - len(path); d < 4 && d > -4 && strings.HasSuffix(f, ".html") {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out[:min(len(out), 2000)]
}

// twice finds ids that stand more than once.
func twice(p *Page) []diag.Finding {
	sorted := slices.Clone(p.Facts.IDs)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) == len(p.Facts.IDs) {
		return nil // as on most pages, without a map for each
	}
	var out []diag.Finding
	seen := make(map[string]bool, len(p.Facts.IDs))
	for _, id := range p.Facts.IDs {
		if seen[id] {
			out = append(out, p.Blame("id-twice", "", diag.Args{"got": id, "page": p.Address}))
		}
		seen[id] = true
	}
	return out
}

// headings finds a level that is skipped on the way down, and a page without exactly one first level.
func headings(p *Page) []diag.Finding {
	var out []diag.Finding
	last, tops := 0, 0
	for _, h := range p.Facts.Headings {
		if h.Level == 1 {
			tops++
		}
		if h.Level > last+1 && last > 0 {
			out = append(out, p.Blame("heading-skips", "", diag.Args{"got": h.Text, "page": p.Address, "level": strconv.Itoa(h.Level), "want": strconv.Itoa(last + 1)}))
		}
		last = h.Level
	}
	if tops != 1 {
		out = append(out, p.Blame("heading-tops", "", diag.Args{"got": strconv.Itoa(tops), "page": p.Address}))
	}
	return out
}

func kilo(n int) string { return strconv.Itoa((n+500)/1000) + " KB" }
