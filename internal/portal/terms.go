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
}

type term struct {
	name    string
	address string
	pages   []*site.Page // newest first
}

// termsOf collects the terms of all articles; key is where a header names them. Of two names with one address the
// second is a finding, as is a name that gives none: fixed ones in site.yaml, others on the page that writes them.
func (p *planner) termsOf(base, key string, fixed []string, of func(document.Header) []string) terms {
	t := terms{base: base, byName: map[string]int{}}
	bySlug := map[string]string{}
	for i, name := range fixed {
		if code, first := t.add(name, bySlug); code != "" {
			p.findings = append(p.findings, p.Settings.Finding(code, diag.Args{"got": name, "first": first}, "categories", i))
		}
	}
	for _, page := range p.articles {
		for i, name := range of(page.Doc.Header) {
			if f := p.term(&t, bySlug, page, name, fixed); f != nil {
				p.findings = append(p.findings, page.Doc.Finding(f.Code, f.Args, key, i))
			}
		}
	}
	if fixed == nil {
		t.sort()
	}
	return t
}

// term files a page under a name; a name that can't be had comes back as the code and words of its finding.
func (p *planner) term(t *terms, bySlug map[string]string, page *site.Page, name string, fixed []string) *diag.Finding {
	if fixed != nil && !slices.Contains(fixed, name) {
		return &diag.Finding{Code: "unknown-category", Args: diag.Args{"got": name, "near": diag.Nearest(name, fixed)}}
	}
	if code, first := t.add(name, bySlug); code != "" {
		if fixed != nil {
			return nil // said of site.yaml
		}
		return &diag.Finding{Code: code, Args: diag.Args{"got": name, "first": first}}
	}
	pages := &t.list[t.byName[name]].pages
	if n := len(*pages); n == 0 || (*pages)[n-1] != page {
		*pages = append(*pages, page)
	}
	return nil
}

// add makes a term of a name, unless it is one already; code says why it can't be one.
func (t *terms) add(name string, bySlug map[string]string) (code, first string) {
	slug := viet.Slug(name)
	same, taken := bySlug[slug]
	switch {
	case slug == "":
		return "term-form", ""
	case taken && same != name:
		return "term-twice", same
	case !taken:
		bySlug[slug] = name
		t.byName[name] = len(t.list)
		t.list = append(t.list, term{name: name, address: t.base + slug + "/"})
	}
	return "", ""
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

// termLink leads to a term's list; nil for a name that has none.
func (p *planner) termLink(t *terms, name string) *view.Link {
	i, ok := t.byName[name]
	if !ok || len(t.list[i].pages) == 0 {
		return nil
	}
	return &view.Link{Text: name, Href: p.Href(t.list[i].address), Lang: p.vietnamese()}
}

// termViews lists the terms that have pages, with their counts. They are Vietnamese, and the English edition has no
// list of any.
func (p *planner) termViews(t *terms, current string) []view.Term {
	var out []view.Term
	for _, x := range t.list {
		if len(x.pages) > 0 && p.has(x.address) {
			out = append(out, view.Term{
				Link: view.Link{Text: x.name, Href: p.Href(x.address)}, Count: p.newsItems(len(x.pages)), Current: x.name == current,
			})
		}
	}
	return out
}
