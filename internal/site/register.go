package site

import (
	"cmp"
	"slices"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/sheet"
	"bangvang/internal/viet"
)

// register reads the units of all registries, drafts included: a unit is a fact, not an announcement.
func (a *assembly) register() {
	var units []campaign.Unit
	at := map[string]func(code string, args diag.Args, key string) diag.Finding{}
	first, unread := map[string]string{}, map[string]bool{}
	for _, doc := range a.Docs {
		if doc.Units == nil {
			continue
		}
		a.registries = append(a.registries, doc)
		for i, u := range doc.Units.Units {
			if u.ID == "" {
				continue
			}
			if before, twice := first[u.ID]; twice {
				a.report(doc.Finding("unit-id-twice", diag.Args{"id": u.ID, "name": u.Name, "first": before}, "units", i, "id"))
				continue
			}
			first[u.ID] = u.Name
			if doc.Header.Illustrative {
				a.site.invented[u.ID] = true
			}
			if viet.Slug(u.ID) != u.ID {
				a.report(doc.Finding("unit-id-form", diag.Args{"id": u.ID, "want": viet.Slug(u.ID)}, "units", i, "id"))
			}
			unread[u.ID] = doc.Unread("units", i, "to")
			at[u.ID] = func(code string, args diag.Args, key string) diag.Finding {
				return doc.Finding(code, args, "units", i, key)
			}
			units = append(units, campaign.Unit{
				ID: u.ID, Name: u.Name, Kind: u.Kind, From: u.From.Day, To: u.To.Day, Became: u.Became, Act: u.Act,
			})
		}
	}
	a.site.Registry = campaign.NewRegistry(units)
	for _, p := range a.site.Registry.Check() {
		if p.Kind == campaign.UnitEndMissing && unread[p.Unit] {
			continue
		}
		args, key := a.unitProblem(p)
		a.report(at[p.Unit](string(p.Kind), args, key))
	}
}

// unitProblem returns what a message says of a problem, and the key of the registry's entry that it is about.
func (a *assembly) unitProblem(p campaign.Problem) (args diag.Args, key string) {
	unit := a.unitName(p.Unit)
	switch p.Kind {
	case campaign.UnitDates, campaign.UnitGap, campaign.UnitOverlap:
		return diag.Args{"unit": unit, "other": a.unitName(p.Other), "got": a.dayText(p.Got), "want": a.dayText(p.Want)}, "to"
	}
	return diag.Args{"unit": unit, "got": p.Got, "near": a.nearUnit(p.Got)}, "became"
}

// dayText is a day of the registry for messages.
func (a *assembly) dayText(day string) string {
	return a.site.Moment(document.Moment{Day: campaign.Day(day)})
}

func (a *assembly) unitName(id string) string {
	if u, ok := a.site.Registry.Unit(id); ok {
		return u.Name
	}
	return id
}

// Illustrative tells that a unit is invented: its registry says so.
func (s *Site) Illustrative(unit string) bool { return s.invented[unit] }

// nearUnit returns the id most like a mistyped one, "" if none is near.
func (a *assembly) nearUnit(id string) string { return diag.Nearest(id, a.site.Registry.IDs()) }

// unitsLike returns the ids of the units whose name a text may mean that stands where an id belongs.
func (a *assembly) unitsLike(text string) []string {
	if a.names == nil {
		names := map[string]string{}
		for _, id := range a.site.Registry.IDs() {
			names[id] = a.unitName(id)
		}
		a.names = sheet.NewUnitNames(names)
	}
	return a.names.Like(text)
}

// otherNames adds to what is said of a name in a score sheet: whose it is, and what the unit has become.
func (a *assembly) otherNames(findings []diag.Finding) {
	for _, f := range findings {
		if f.Code != "sheet-name-differs" {
			continue
		}
		if like := a.unitsLike(f.Args["got"]); len(like) == 1 {
			if like[0] != f.Args["unit"] {
				f.Args["other"] = like[0]
			}
			delete(f.Args, "renamed")
		}
		var now []string
		for _, u := range a.site.Registry.Successors(f.Args["unit"]) {
			now = append(now, u.Name+" ("+u.ID+")")
		}
		f.Args["now"] = strings.Join(now, ", ")
	}
}

// needUnit finds a unit and reports it if there is none.
func (a *assembly) needUnit(doc *document.Document, id string, path ...any) (campaign.Unit, bool) {
	u, ok := a.site.Registry.Unit(id)
	if !ok {
		args := diag.Args{"got": id, "near": a.nearUnit(id)}
		if like := a.unitsLike(id); args["near"] == "" && len(like) == 1 {
			args["near"] = like[0]
		} else if args["near"] == "" && len(like) > 1 {
			args["others"] = a.names.Named(like)
		}
		if near, ok := a.site.Registry.Unit(args["near"]); ok {
			args["name"] = near.Name
		}
		a.report(doc.Finding("unknown-unit", args, path...))
	}
	return u, ok
}

// unnamed warns of units that no block, article, award or predecessor names.
func (a *assembly) unnamed() {
	named := map[string]bool{}
	for _, doc := range a.Docs {
		named[doc.Header.Unit] = true
		if doc.Plan != nil {
			for _, b := range doc.Plan.Blocks {
				for _, id := range b.Units {
					named[id] = true
				}
			}
		}
		if doc.Awards != nil {
			for _, w := range doc.Awards.Awards {
				named[w.Unit] = true
				if w.Person != nil {
					named[w.Person.Unit] = true
				}
			}
		}
		if doc.Units != nil {
			for _, u := range doc.Units.Units {
				named[u.ID] = named[u.ID] || len(u.Became) > 0
				for _, id := range u.Became {
					named[id] = true
				}
			}
		}
	}
	for _, doc := range a.registries {
		for i, u := range doc.Units.Units {
			if u.ID != "" && !named[u.ID] {
				a.report(doc.Finding("unused-unit", diag.Args{"unit": u.Name, "id": u.ID}, "units", i, "id"))
			}
		}
	}
}

// newest orders pages by their date, the newest first, then by path.
func newest(s *Site) func(a, b *Page) int {
	return func(a, b *Page) int {
		return cmp.Or(s.Time(b.Doc.Header.Date).Compare(s.Time(a.Doc.Header.Date)), cmp.Compare(a.Doc.Path, b.Doc.Path))
	}
}

// Articles returns the public articles, newest first.
func (s *Site) Articles() []*Page {
	var out []*Page
	for _, p := range s.Pages {
		if p.Doc.Type == document.TypeArticle {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, newest(s))
	return out
}
