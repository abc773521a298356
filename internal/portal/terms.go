package portal

import (
	"slices"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/viet"
	"bangvang/internal/view"
)

// terms are the categories or tags with their pages, in alphabetical order (categories: in the site's order).
type terms struct {
	base   string // "/the/"
	list   []term
	byName map[string]int
	site   *site.Site
}

type term struct {
	name    string
	address string
	pages   []*site.Page // newest first
}

// termsOf collects the terms of all articles. Two names with one address are one finding: on the page that
// writes the later name.
func (p *planner) termsOf(base string, fixed []string, of func(document.Header) []string) terms {
	t := terms{base: base, byName: map[string]int{}, site: p.Site}
	bySlug := map[string]string{}
	add := func(name string) int {
		if i, ok := t.byName[name]; ok {
			return i
		}
		t.byName[name] = len(t.list)
		t.list = append(t.list, term{name: name, address: base + viet.Slug(name) + "/"})
		bySlug[viet.Slug(name)] = name
		return len(t.list) - 1
	}
	for _, name := range fixed {
		add(name)
	}
	for _, page := range p.articles {
		for _, name := range of(page.Doc.Header) {
			if _, known := t.byName[name]; !known && fixed != nil {
				p.findings = append(p.findings, page.Doc.Finding("unknown-category",
					diag.Args{"got": name, "near": diag.Nearest(name, fixed)}, "category"))
				continue
			}
			if same, taken := bySlug[viet.Slug(name)]; taken && same != name {
				p.findings = append(p.findings, page.Doc.Finding("term-twice", diag.Args{"got": name, "first": same}, "tags"))
				continue
			}
			i := add(name)
			if n := len(t.list[i].pages); n == 0 || t.list[i].pages[n-1] != page {
				t.list[i].pages = append(t.list[i].pages, page)
			}
		}
	}
	if fixed == nil {
		t.sort()
	}
	return t
}

// sort puts the terms in Vietnamese alphabetical order.
func (t *terms) sort() {
	order := viet.NewOrder()
	slices.SortFunc(t.list, func(a, b term) int {
		if c := order(a.name, b.name); c != 0 {
			return c
		}
		return strings.Compare(a.name, b.name)
	})
	for i, x := range t.list {
		t.byName[x.name] = i
	}
}

// link leads to a term's list; nil for a name that has none.
func (t *terms) link(name string) *view.Link {
	i, ok := t.byName[name]
	if !ok || len(t.list[i].pages) == 0 {
		return nil
	}
	return &view.Link{Text: name, Href: t.site.Href(t.list[i].address)}
}

// views lists the terms that have pages, with their counts.
func (t *terms) views(current string) []view.Term {
	var out []view.Term
	for _, x := range t.list {
		if len(x.pages) > 0 {
			out = append(out, view.Term{
				Link: view.Link{Text: x.name, Href: t.site.Href(x.address)}, Count: count(len(x.pages), "tin"), Current: x.name == current,
			})
		}
	}
	return out
}
