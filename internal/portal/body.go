package portal

import (
	"strconv"
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/view"
)

// body fills the slots of a page's text with what the site decides.
func (p *planner) body(page *site.Page) view.Body {
	if page == nil || page.Doc.Header.Withdrawn != nil {
		return view.Body{}
	}
	page = p.reading(page)
	b := p.doc(page).Body
	out := view.Body{Lang: p.lang(page), Parts: make([]view.Part, 0, 2*len(b.Pieces))}
	for i, piece := range b.Pieces {
		if piece != "" {
			out.Parts = append(out.Parts, view.Part{HTML: view.HTML(piece)})
		}
		if i < len(b.Slots) {
			out.Parts = append(out.Parts, p.slot(page, b.Slots[i]))
		}
	}
	if first := firstPicture(out.Parts); first != nil && page.Doc.Header.Image == nil {
		first.Eager = true
	}
	if len(b.Headings) >= 3 {
		for _, h := range b.Headings {
			if h.Level <= 3 {
				out.Contents = append(out.Contents, view.Heading{Level: h.Level, ID: h.ID, Text: h.Text})
			}
		}
	}
	return out
}

// reading is a page with its words in this edition in the place of its document: what they ask for is theirs.
func (p *planner) reading(page *site.Page) *site.Page {
	if p.Lang != diag.En || page.English == nil {
		return page
	}
	words := *page
	words.Doc = page.English
	return &words
}

func (p *planner) slot(page *site.Page, slot document.Slot) view.Part {
	switch slot.Kind {
	case document.SlotLink:
		if p.Hides(page, slot.Target) {
			p.findings = append(p.findings, p.doc(page).FindingAt("link-hidden", slot.Pos, diag.Args{"got": slot.Target}))
			return view.Part{}
		}
		href := p.linkHref(page, slot.Target)
		doc := p.doc(page)
		p.links[doc] = append(p.links[doc], SourceLink{href, slot.Target, slot.Pos})
		return view.Part{Value: href}
	case document.SlotImage:
		if pic := p.picture(page, slot.Target, "", ""); pic != nil {
			return view.Part{Picture: pic}
		}
	case document.SlotDirective:
		if block := p.directive(page, slot); block != nil {
			return view.Part{Block: block}
		}
	}
	return view.Part{Value: ""}
}

// linkHref turns what an author wrote as a link's destination into an href.
func (p *planner) linkHref(page *site.Page, target string) string {
	if to, ok := p.Link(page, target); ok {
		if to.File != "" {
			return p.fileHref(page, to)
		}
		return p.Href(to.Address) + to.Rest
	}
	if strings.HasPrefix(target, "/") {
		return p.Href(target)
	}
	return target
}

// fileHref is where a file that a link names is published; one that may not be has its finding already.
func (p *planner) fileHref(page *site.Page, to site.Target) string {
	if address := page.FileAddress(to.File); address != "" {
		return p.Href(address) + to.Rest
	}
	return p.Href("/")
}

// directive draws what a line such as ::ranking{…} asks for; a reference to nothing is a finding.
func (p *planner) directive(page *site.Page, slot document.Slot) any {
	switch slot.Name {
	case "ranking":
		if r := p.roundAt(page, slot, slot.Args["results"]); r != nil {
			return p.rankingBlock(page, r, slot)
		}
	case "criteria":
		return p.criteriaBlock(page, slot)
	case "awards":
		return p.awardsBlockAt(page, slot)
	case "figure":
		if pic := p.picture(page, slot.Args["src"], slot.Args["alt"], slot.Args["caption"]); pic != nil {
			return pic
		}
	}
	return nil
}

// roundAt finds the results that a directive names.
func (p *planner) roundAt(page *site.Page, slot document.Slot, ref string) *site.Round {
	target, hidden := p.Resolve(ref, page.Campaign)
	if target != nil && target.Campaign != nil {
		for _, r := range target.Campaign.Rounds {
			if r.Page == target {
				return r
			}
		}
	}
	p.noTarget(page, slot, ref, hidden, p.refs(page, document.TypeResults))
	return nil
}

func (p *planner) noTarget(page *site.Page, slot document.Slot, ref string, hidden bool, candidates []string) {
	code, near := "directive-target", diag.Nearest(ref, candidates)
	switch {
	case hidden:
		code = "directive-hidden"
	case near == ref:
		return // it is there, and what is wrong with it has been told
	}
	p.findings = append(p.findings, p.doc(page).FindingAt(code, slot.Pos, diag.Args{
		"directive": slot.Name, "got": ref, "near": near,
	}))
}

// refs lists how a page may refer to the documents of a type.
func (p *planner) refs(page *site.Page, t document.Type) []string {
	var out []string
	for _, other := range p.Pages {
		if other.Doc.Type != t {
			continue
		}
		ref := "/" + strings.TrimSuffix(strings.TrimPrefix(other.Doc.Path, site.Content), ".md")
		if c := page.Campaign; c != nil {
			ref = strings.TrimPrefix(ref, "/phong-trao/"+c.ID+"/")
		}
		out = append(out, ref)
	}
	return out
}

// rankingBlock is a ranking inside a text, cut to the first rows where the directive says top=N.
func (p *planner) rankingBlock(page *site.Page, r *site.Round, slot document.Slot) any {
	m := p.ranking(r)
	t := m.table(p)
	t.ID = "_bang-" + strconv.Itoa(slot.Pos.Line)
	t.Href, t.RowIDs, t.Provisional = p.Href(r.Page.Address), false, r.Results.Provisional
	if top := slot.Args["top"]; top != "" {
		n, _ := strconv.Atoi(top) // document lets only whole numbers from 1 pass
		cutTable(p.Speech, &t, n)
	}
	return &t
}
