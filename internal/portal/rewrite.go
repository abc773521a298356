package portal

import (
	"slices"

	"bangvang/internal/document"
	"bangvang/internal/site"
)

// Rewritten returns the outputs that [Plan] would list if the texts of some documents were others: texts leads from
// each document of the plan to what it is now. Only their own pages, and what is searched, are planned again. ok is false
// where more than that could hang on a text; then all is to be planned anew.
func (pl *Planned) Rewritten(texts map[*document.Document]*document.Document) (outputs []Output, ok bool) {
	p := *pl.planner
	p.rewritten, p.findings, p.links = texts, nil, map[*document.Document][]SourceLink{}
	p.shelf = newShelf()
	for doc, now := range texts {
		if !document.OnlyTextDiffers(doc, now) || summary(doc) != summary(now) || !p.retell(doc) {
			return nil, false
		}
	}
	if len(p.findings) > 0 || len(p.outputs) != len(texts) {
		return nil, false
	}
	outputs = slices.Clone(pl.Outputs)
	if i := slices.IndexFunc(outputs, func(o Output) bool { return o.Bundle != nil }); i >= 0 {
		outputs[i].Bundle = p.index // the first: that of the English edition hangs on translated pages alone
	}
	return outputs, pl.exchange(outputs, p.outputs, texts)
}

// retell plans the page of a document whose text makes no more than that. A translated page is one of a pair.
func (p *planner) retell(doc *document.Document) bool {
	is := func(page *site.Page) bool { return page.Doc == doc && page.English == nil }
	switch doc.Type {
	case document.TypeArticle:
		i := slices.IndexFunc(p.articles, is)
		if i >= 0 {
			p.article(i, p.articles[i])
		}
		return i >= 0
	case document.TypePage:
		i := slices.IndexFunc(p.Pages, is)
		if i >= 0 {
			p.text(p.Pages[i])
		}
		return i >= 0
	}
	return false
}

// exchange puts pages that were planned again into the places of the old ones.
func (pl *Planned) exchange(outputs, again []Output, texts map[*document.Document]*document.Document) bool {
	for _, o := range again {
		i := slices.IndexFunc(outputs, func(old Output) bool { return old.Path == o.Path && old.Doc == o.Doc })
		if i < 0 {
			return false // its address belongs to another
		}
		o.Doc = texts[o.Doc]
		o.Page.Editions, o.Page.Other = outputs[i].Page.Editions, outputs[i].Page.Other
		outputs[i] = o
	}
	return true
}

// now returns the document of a page as it is now.
func (p *planner) now(page *site.Page) *document.Document {
	if now, is := p.rewritten[page.Doc]; is {
		return now
	}
	return page.Doc
}
