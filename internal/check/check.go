// Package check follows what the pages say of each other: every link and anchor leads somewhere, every
// image is there, no id stands twice, headings go down one step at a time, no page is too heavy for a
// phone.
//
// It reads the facts that package render took off the finished pages, so it sees what a reader's browser
// will see, whoever wrote the template.
package check

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"bangvang/internal/diag"
	"bangvang/internal/render"
)

// Budget is the most bytes of HTML, uncompressed, that a page should have: about 14 KB after brotli.
const Budget = 120_000

// A Page is one finished page.
type Page struct {
	Address string // without the base path
	Facts   render.Facts
	// Blame makes a finding at the place that wrote the address, or at the page's source as a whole where
	// address is "".
	Blame func(code, address string, args diag.Args) diag.Finding
}

// A Portal is all that links may lead to.
type Portal struct {
	Origin string          // "https://thidua.example.vn"
	Base   string          // "/" or "/cong/"
	Files  map[string]bool // every file: "tin-tuc/index.html"
	Pages  []Page
}

// Pages checks all pages. The findings stand in the order of the pages.
func Pages(p Portal) []diag.Finding {
	c := &checker{Portal: p, pages: map[string]*Page{}, ids: map[string]map[string]bool{}}
	for i := range p.Pages {
		c.pages[file(p.Pages[i].Address)] = &p.Pages[i]
	}
	found := make([][]diag.Finding, len(p.Pages))
	var wg sync.WaitGroup
	const parts = 4
	for n := range parts {
		wg.Go(func() {
			for i := n; i < len(p.Pages); i += parts {
				found[i] = c.page(&p.Pages[i])
			}
		})
	}
	wg.Wait()
	return slices.Concat(found...)
}

type checker struct {
	Portal
	pages map[string]*Page
	mu    sync.Mutex
	ids   map[string]map[string]bool // of the pages that an anchor leads to, by file
}

func (c *checker) page(p *Page) []diag.Finding {
	var out []diag.Finding
	for _, l := range p.Facts.Links {
		out = append(out, c.link(p, l)...)
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
	if p.Facts.Size > Budget {
		out = append(out, p.Blame("page-heavy", "", diag.Args{"page": p.Address, "got": kilo(p.Facts.Size), "want": kilo(Budget)}))
	}
	return out
}

// link follows one address.
func (c *checker) link(p *Page, l render.Link) []diag.Finding {
	if l.Href == "" && l.Element != "a" {
		return nil
	}
	address, fragment, _ := strings.Cut(l.Href, "#")
	path, internal := c.internal(p, address)
	if !internal {
		return nil
	}
	if !c.Files[path] && !c.Files[strings.TrimSuffix(path, "/")+"/index.html"] {
		return []diag.Finding{p.Blame("broken-link", l.Href, diag.Args{"got": l.Href, "page": p.Address, "near": c.near(path)})}
	}
	if fragment == "" || c.anchor(path, fragment) {
		return nil
	}
	return []diag.Finding{p.Blame("broken-anchor", l.Href, diag.Args{
		"anchor": "#" + fragment, "page": p.Address, "target": "/" + strings.TrimSuffix(path, "index.html"), "near": c.nearAnchor(path, fragment),
	})}
}

// internal returns the file that an address of a page means; false where it leads out of the portal.
func (c *checker) internal(p *Page, address string) (string, bool) {
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

// file returns the file that a host serves for an address.
func file(address string) string {
	path := strings.TrimPrefix(address, "/")
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// anchor reports whether the page of a file has the id.
func (c *checker) anchor(path, id string) bool {
	page := c.pages[path]
	if page == nil {
		page = c.pages[strings.TrimSuffix(path, "/")+"/index.html"]
	}
	if page == nil {
		return true // a file that is no page
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	ids := c.ids[path]
	if ids == nil {
		ids = map[string]bool{}
		for _, known := range page.Facts.IDs {
			ids[known] = true
		}
		c.ids[path] = ids
	}
	return ids[id] || id == "top"
}

// near finds the address most like a broken one.
func (c *checker) near(path string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	best := diag.Nearest(path, c.sameLength(path))
	if best == "" {
		return ""
	}
	return c.Base + strings.TrimSuffix(best, "index.html")
}

// sameLength lists the files that are not much longer or shorter than a path, so that a large portal is not
// compared letter by letter.
func (c *checker) sameLength(path string) []string {
	var out []string
	for f := range c.Files {
		if d := len(f) - len(path); d < 4 && d > -4 && strings.HasSuffix(f, ".html") {
			out = append(out, f)
		}
	}
	slices.Sort(out)
	return out[:min(len(out), 2000)]
}

func (c *checker) nearAnchor(path, id string) string {
	if page := c.pages[path]; page != nil {
		if near := diag.Nearest(id, page.Facts.IDs); near != "" {
			return "#" + near
		}
	}
	return ""
}

// twice finds ids that stand more than once.
func twice(p *Page) []diag.Finding {
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
