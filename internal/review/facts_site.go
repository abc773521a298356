package review

import (
	"strconv"
	"strings"

	"bangvang/internal/document"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// settings are what site.yaml says on every page.
func (c *collection) settings() *Publication {
	s := c.site.Settings.Site
	p := &Publication{Topic: OfSite, Title: s.Title, Path: site.Content + "site.yaml", Public: true, IDs: []string{"site"}}
	p.subjects = func() []*Subject {
		self := &Subject{Topic: OfSite, Name: s.Title, where: func(f Fact) Place {
			return lineOf(p.Path, c.site.Settings.Finding("time-zone", nil, f.Of).Pos.Line)
		}}
		set := func(key, value string) { self.sayOf(Setting, key, Value{Plain: value}) }
		set("title", s.Title)
		set("organization", s.Organization)
		set("base_url", c.site.Origin+c.site.Base)
		set("language", s.Language)
		set("time_zone", c.site.Zone.String())
		set("notice", s.Notice)
		set("strict_from", momentText(s.StrictFrom))
		set("categories", strings.Join(s.Categories, ", "))
		if s.Contact != nil {
			set("contact", strings.Trim(strings.Join([]string{s.Contact.Name, s.Contact.Address, s.Contact.Phone, s.Contact.Email}, " – "), " –"))
		}
		if s.Licence != nil {
			set("licence", strings.TrimSpace(s.Licence.Name+" "+s.Licence.URL))
		}
		if s.Repository != nil {
			set("repository", strings.TrimSpace(s.Repository.URL+" "+s.Repository.Branch))
		}
		var menu []string
		for _, m := range s.Menu {
			menu = append(menu, m.Title+" "+m.To)
		}
		set("menu", strings.Join(menu, ", "))
		if s.Options.PageSize > 0 {
			set("page_size", strconv.Itoa(s.Options.PageSize))
		}
		return []*Subject{self}
	}
	return p
}

// registry joins all registries: a unit may move from one file to another and stays the same.
func (c *collection) registry() *Publication {
	p := &Publication{Topic: OfRegistry, Address: "/don-vi/", Public: true, IDs: []string{"registry"}}
	for _, page := range c.site.Register {
		p.docs = append(p.docs, page.Doc)
	}
	for _, h := range c.site.Hidden {
		if h.Doc.Units != nil {
			p.docs = append(p.docs, h.Doc)
		}
	}
	if len(p.docs) > 0 {
		p.Title, p.Path = p.docs[0].Header.Title, p.docs[0].Path
	}
	p.subjects = func() []*Subject {
		out := []*Subject{{Topic: OfRegistry, Name: p.Title, where: func(Fact) Place { return Place{File: p.Path} }}}
		for _, doc := range p.docs {
			out = append(out, remarks(doc)...)
			for i, u := range doc.Units.Units {
				out = append(out, c.entry(doc, i, u))
			}
		}
		return out
	}
	return p
}

func (c *collection) entry(doc *document.Document, i int, u document.Unit) *Subject {
	s := at(doc, OfEntry, u.ID, u.Name, "units", i)
	s.say(Name, viet.NFC(u.Name))
	s.say(UnitKind, u.Kind)
	s.day(From, u.From)
	s.day(To, u.To)
	s.say(Ended, u.Act)
	var names []string
	for _, id := range u.Became {
		names = append(names, c.unitName(id))
	}
	s.say(Became, strings.Join(names, ", "))
	s.flag(Illustrative, doc.Header.Illustrative)
	return s
}

func (c *collection) unitName(id string) string {
	if u, ok := c.site.Registry.Unit(id); ok {
		return u.Name
	}
	return id
}
