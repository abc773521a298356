package review

import (
	"strconv"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/diag"
	"bangvang/internal/site"
)

// announcement is what an awards file says: the announcement itself, and a subject for each award.
func (c *collection) announcement(p *Publication, ann *site.Announcement) {
	p.award = ann
	if act := ann.Awards.Document; act != nil && act.Number != "" {
		p.knownAs("awards " + ann.Campaign.ID + " " + act.Number + " " + act.IssuedBy())
	}
	p.subjects = func() []*Subject {
		out := c.header(p)
		self := out[0]
		c.act(self, p.doc, ann.Awards.Document)
		self.sayOf(Stage, "", Value{Plain: ann.Awards.Stage, Words: stages[award.Stage(ann.Awards.Stage)]})
		if d := ann.Awards.Disclosure; d != nil {
			c.term(self, ann)
			self.say(Contact, d.Contact)
		}
		seen := map[string]int{}
		for i := range ann.Lines {
			out = append(out, c.given(p, ann, i, seen))
		}
		return out
	}
}

var stages = map[award.Stage]diag.Text{
	award.Proposed: {Vi: "đề nghị", En: "proposed"},
	award.Decided:  {Vi: "đã quyết định", En: "decided"},
}

func (c *collection) term(self *Subject, ann *site.Announcement) {
	d := ann.Awards.Disclosure
	last, _ := award.TermEnd(d.From.Day, d.Days, d.Working)
	span := func(lang diag.Lang) string { return day(momentText(d.From), lang) + " – " + day(string(last), lang) }
	self.sayOf(Disclosure, "", Value{Plain: momentText(d.From) + "|" + string(last), Words: diag.Text{Vi: span(diag.Vi), En: span(diag.En)}})
}

// given is one award. It is known by who has it, so that another prize for the same unit is a change of one line.
func (c *collection) given(p *Publication, ann *site.Announcement, i int, seen map[string]int) *Subject {
	l := &ann.Lines[i]
	key := "prize " + l.Award.Unit
	if l.Prize == nil {
		key = "commendation " + l.Award.Unit
	}
	who := c.unitName(l.Award.Unit)
	if person := l.Award.Person; person != nil {
		key += "|" + person.Name + "|" + person.Unit
		who = person.Name
	}
	seen[key]++
	s := at(p.doc, OfAward, key+"#"+strconv.Itoa(seen[key]), who, "awards", i)
	s.say(Prize, titleOf(l))
	if person := l.Award.Person; person != nil {
		s.say(Laureate, person.Name)
		position := strings.Trim(person.Position+", "+c.unitName(person.Unit), ", ")
		s.sayOf(Position, "", Value{Plain: person.Position + "|" + person.Unit, Words: diag.Text{Vi: position, En: position}})
	} else {
		s.sayOf(Laureate, "", Value{Plain: l.Award.Unit, Words: diag.Text{Vi: who, En: who}})
	}
	s.say(Merit, l.Award.Merit)
	s.say(Reason, l.Award.Reason)
	s.say(Money, money(l))
	if a := l.Award.Annulled; a != nil {
		s.sayOf(Annulled, "", Value{Plain: a.Document + "|" + momentText(a.Date) + "|" + a.Reason, Words: diag.Text{
			Vi: "theo " + a.Document + " (" + a.Reason + ")", En: "by " + a.Document + " (" + a.Reason + ")"}})
	}
	return s
}

// money is what is paid, in đồng: as typed, else as the law's data give it.
func money(l *site.AwardLine) string {
	switch {
	case l.Award.Money != nil:
		return strconv.FormatInt(*l.Award.Money, 10)
	case l.Place.Money != nil:
		return strconv.FormatInt(*l.Place.Money, 10)
	}
	return ""
}

func titleOf(l *site.AwardLine) string {
	switch {
	case l.Prize != nil:
		return l.Prize.Title
	case l.Commendation != nil:
		return l.Commendation.Title
	}
	return l.Award.Prize + l.Award.Commendation
}
