package site

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/viet"
)

// An AwardLine is one award with what it names and where it stands against the ranking.
type AwardLine struct {
	Award        document.Award
	Prize        *document.Prize        // nil for a commendation
	Commendation *document.Commendation // nil for a prize
	Unit         *campaign.Unit         // the laureate, or the person's unit; nil if unknown
	Block        *Block                 // of the unit; nil if it has none
	Round        *Round                 // the ranking it rests on; nil if none is published
	Place        award.Place
	Decision     *Announcement // the decision that has settled a proposal, nil while it is open
	unread       bool          // whom it is for was not understood
}

// announce judges every awards file against the plan, the latest standings and what was decided before it.
func (a *assembly) announce() {
	for _, p := range a.site.Pages {
		if p.Doc.Awards == nil || p.Campaign == nil {
			continue
		}
		ann := &Announcement{Page: p, Campaign: p.Campaign, Awards: p.Doc.Awards, Day: p.Doc.Header.Date.Day}
		if term := p.Doc.Awards.Disclosure; term != nil && ann.Day == "" {
			ann.Day = term.From.Day
		}
		if act := p.Doc.Awards.Document; act != nil && act.Date.Day != "" {
			ann.Day = act.Date.Day
		}
		a.lines(ann)
		a.tooEarly(ann)
		p.Campaign.Announcements = append(p.Campaign.Announcements, ann)
	}
	for _, c := range a.site.Campaigns {
		slices.SortFunc(c.Announcements, func(x, y *Announcement) int {
			return cmp.Or(cmp.Compare(y.Day, x.Day), cmp.Compare(x.Awards.Stage, y.Awards.Stage), cmp.Compare(x.Page.Doc.Path, y.Page.Doc.Path))
		})
		c.settle()
		for _, ann := range c.Announcements {
			a.judge(ann)
			a.undisclosed(ann)
		}
	}
	a.oneAct()
}

// Latest returns the newest round of a block that was not withdrawn, nil if there is none. An announcement rests
// on the newest round that is not later than itself.
func (c *Campaign) Latest(block string, until campaign.Day) *Round {
	for _, r := range c.Rounds {
		if r.Block.ID == block && (until == "" || r.Day <= until) && r.Page.Doc.Header.Withdrawn == nil {
			return r
		}
	}
	return nil
}

// BlockOf returns the block in which a unit competes, nil if in none.
func (c *Campaign) BlockOf(unit string) *Block {
	for i, b := range c.Blocks {
		if slices.ContainsFunc(b.Units, func(u campaign.Unit) bool { return u.ID == unit }) {
			return &c.Blocks[i]
		}
	}
	return nil
}

// rests returns the round of a block that the announcement rests on: the newest one that is not later than
// itself. Where all are later, which [assembly.tooEarly] tells, it is judged by the newest all the same.
func (ann *Announcement) rests(block string) *Round {
	if r := ann.Campaign.Latest(block, ann.Day); r != nil {
		return r
	}
	return ann.Campaign.Latest(block, "")
}

// tooEarly finds prizes that were given before the results they rest on.
func (a *assembly) tooEarly(ann *Announcement) {
	if ann.Awards.Document == nil && ann.Page.Doc.Header.Date.Day == "" {
		return // people may comment on a proposal before its results are final
	}
	for _, l := range ann.Lines {
		if l.Prize != nil && l.Round != nil && ann.Day != "" && l.Round.Day > ann.Day {
			a.report(ann.Page.Doc.Finding("award-before-results", diag.Args{
				"got": a.site.Moment(document.Moment{Day: ann.Day}), "want": a.site.Moment(document.Moment{Day: l.Round.Day}), "results": l.Round.Page.Doc.Path,
			}, "document", "date"))
			return
		}
	}
}

// lines resolves what each award names.
func (a *assembly) lines(ann *Announcement) {
	doc, c := ann.Page.Doc, ann.Campaign
	for i, w := range ann.Awards.Awards {
		line := AwardLine{Award: w, Prize: c.prize(w.Prize), Commendation: c.commendation(w.Commendation)}
		unread := func(keys ...string) bool {
			return slices.ContainsFunc(keys, func(key string) bool { return doc.Unread("awards", i, key) })
		}
		if (w.Prize == "") == (w.Commendation == "") && !unread("prize", "commendation") {
			a.report(doc.Finding("award-what", diag.Args{}, "awards", i))
		}
		if line.unread = unread("unit", "person"); (w.Unit == "") == (w.Person == nil) && !line.unread {
			a.report(doc.Finding("award-whom", diag.Args{}, "awards", i))
		}
		id, path := w.Unit, []any{"awards", i, "unit"}
		if w.Person != nil {
			id, path = w.Person.Unit, []any{"awards", i, "person", "unit"}
		}
		if id != "" {
			if u, ok := a.needUnit(doc, id, path...); ok {
				line.Unit = &u
			}
			if line.Block = c.BlockOf(id); line.Block != nil {
				line.Round = ann.rests(line.Block.ID)
			}
		}
		ann.Lines = append(ann.Lines, line)
	}
}

func (c *Campaign) prize(id string) *document.Prize {
	for i := range c.Plan.Prizes {
		if c.Plan.Prizes[i].ID == id {
			return &c.Plan.Prizes[i]
		}
	}
	return nil
}

func (c *Campaign) commendation(id string) *document.Commendation {
	for i := range c.Plan.Commendations {
		if c.Plan.Commendations[i].ID == id {
			return &c.Plan.Commendations[i]
		}
	}
	return nil
}

// judge asks the rules of awards and puts their answers to the lines.
func (a *assembly) judge(ann *Announcement) {
	ann.List = a.list(ann)
	places, problems := award.Judge(ann.List)
	for i := range ann.Lines {
		if i < len(places) {
			ann.Lines[i].Place = places[i]
		}
	}
	for _, p := range problems {
		if !ann.follows(p) {
			a.report(a.awardFinding(ann, p))
		}
	}
}

// list collects everything that an announcement must agree with.
func (a *assembly) list(ann *Announcement) *award.List {
	c := ann.Campaign
	l := &award.List{
		Stage: award.Stage(ann.Awards.Stage), Registry: a.site.Registry,
		Standings: map[string]*campaign.Standings{}, Provisional: map[string]bool{}, BlockOf: map[string]string{},
		Scope: c.Plan.Scope, PeriodFrom: c.Plan.Period.From.Day, PeriodTo: c.Plan.Period.To.Day,
	}
	if ann.Awards.Document != nil {
		l.Decided = ann.Awards.Document.Date.Day
	}
	if ann.Awards.Disclosure != nil {
		l.Disclosed = ann.Awards.Disclosure.From.Day
	}
	for _, b := range c.Blocks {
		for _, u := range b.Units {
			l.BlockOf[u.ID] = b.ID
		}
		if r := ann.rests(b.ID); r != nil {
			l.Standings[b.ID], l.Provisional[b.ID] = r.Standings, r.Results.Provisional
		}
	}
	l.Prizes, l.Commendations = c.Offers()
	for _, w := range ann.Awards.Awards {
		l.Awards = append(l.Awards, awardOf(w))
	}
	l.Earlier = ann.earlier()
	return l
}

func awardOf(w document.Award) award.Award {
	out := award.Award{
		Prize: w.Prize, Commendation: w.Commendation, Unit: w.Unit, Merit: w.Merit, Reason: w.Reason,
		Money: w.Money, Annulled: w.Annulled != nil,
	}
	if w.Person != nil {
		out.Person = &award.Person{Name: w.Person.Name, Position: w.Person.Position, Unit: w.Person.Unit}
	}
	return out
}

// awardFinding puts a problem of an announcement to the award that shows it.
func (a *assembly) awardFinding(ann *Announcement, p award.Problem) diag.Finding {
	path := []any{"awards", p.Index}
	args := diag.Args{"got": p.Got, "want": p.Want, "unit": a.unitName(p.Unit), "id": p.Unit, "earlier": p.Earlier}
	if p.WantEn != "" {
		args["want.en"] = p.WantEn
	}
	if p.Index < len(ann.Awards.Awards) {
		w := ann.Awards.Awards[p.Index]
		args["award"] = ann.title(p.Index)
		if w.Person != nil {
			args["person"] = w.Person.Name
		}
	}
	if p.Index < len(ann.Lines) && ann.Lines[p.Index].Round != nil {
		args["results"] = ann.Lines[p.Index].Round.Page.Doc.Path
	}
	switch p.Kind {
	case award.PrizeUnknown, award.CommendationUnknown:
		key, other := "prize", "commendation"
		if p.Kind == award.CommendationUnknown {
			key, other = other, key
		}
		path = append(path, key)
		near, all := ann.Campaign.offered(key, p.Got)
		args["near"], args["all"] = near, all
		if near == "" {
			args["other"], _ = ann.Campaign.offered(other, p.Got)
		}
	case award.AwardWrongFor:
		args["got"], args["want"] = laureates[award.For(p.Got)], laureates[award.For(p.Want)]
		args["got.en"], args["want.en"] = p.Got, p.Want
	case award.AwardMoney:
		path = append(path, "money")
		args["got"], args["want"] = vnum(p.Got), vnum(p.Want)
	}
	return ann.Page.Doc.Finding(string(p.Kind), args, path...)
}

// title names the award with the index: the prize or commendation as the plan has it, else its number.
func (ann *Announcement) title(i int) string {
	switch line := ann.Lines[i]; {
	case line.Prize != nil:
		return line.Prize.Title
	case line.Commendation != nil:
		return line.Commendation.Title
	}
	return "#" + strconv.Itoa(i+1)
}

// laureates are the kinds of recipients in words.
var laureates = map[award.For]string{award.ForUnits: "tập thể (units)", award.ForPersons: "cá nhân (persons)"}

// offered returns the prize or commendation of the plan that was meant by its title or an id with a slip, "" where that is not
// certain, and all that there are.
func (c *Campaign) offered(key, got string) (near, all string) {
	titles := map[string]string{}
	for _, p := range c.Plan.Prizes {
		if key == "prize" {
			titles[p.ID] = p.Title
		}
	}
	for _, m := range c.Plan.Commendations {
		if key == "commendation" {
			titles[m.ID] = m.Title
		}
	}
	ids, words := slices.Sorted(maps.Keys(titles)), []string(nil)
	for _, id := range ids {
		words = append(words, id+" ("+titles[id]+")")
		if id == got || got != "" && viet.Slug(titles[id]) == viet.Slug(got) {
			near = id
		}
	}
	return cmp.Or(near, diag.Nearest(got, ids)), strings.Join(words, ", ")
}
