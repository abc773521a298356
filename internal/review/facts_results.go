package review

import (
	"strconv"
	"strings"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/viet"
)

// results are what a round says: the announcement itself, and a subject for each unit.
func (c *collection) results(p *Publication, r *site.Round) {
	p.round = r
	p.knownAs("results " + r.Campaign.ID + " " + r.Block.ID + " " + r.Results.Round)
	p.subjects = func() []*Subject {
		out := c.header(p)
		c.announced(out[0], r)
		var cells *site.Cells
		look := func() site.Cells { // most rows are never looked up
			if cells == nil {
				read := c.site.Cells(r)
				cells = &read
			}
			return *cells
		}
		for _, rows := range [][]campaign.Row{r.Standings.Rows, r.Standings.Unranked} {
			for i := range rows {
				out = append(out, c.row(r, &rows[i], look))
			}
		}
		return out
	}
}

// announced adds what a results page says of the round as a whole.
func (c *collection) announced(self *Subject, r *site.Round) {
	res := r.Results
	c.act(self, r.Page.Doc, res.Document)
	self.say(Round, res.Round)
	self.say(Block, r.Block.Name)
	self.flag(Provisional, res.Provisional)
	if r.Previous != nil {
		self.say(Previous, r.Previous.Page.Doc.Header.Title)
	}
	self.say(Carried, res.CarriedOver)
	if res.Extract != nil {
		self.say(Extract, count(res.Extract.Of))
	}
	if o := res.Official; o != nil {
		self.sayOf(Official, "", Value{Plain: o.Tolerance.String() + "|" + o.Reason, Words: diag.Text{
			Vi: number(o.Tolerance.String(), diag.Vi) + " (" + o.Reason + ")", En: o.Tolerance.String() + " (" + o.Reason + ")"}})
	}
	self.say(Mean, decimal(res.Mean))
	var counts []string
	for _, b := range res.Counts {
		counts = append(counts, b.Band+" "+strconv.Itoa(b.Count))
	}
	self.say(Counts, strings.Join(counts, ", "))
}

// row is what a round says of one unit.
func (c *collection) row(r *site.Round, row *campaign.Row, look func() site.Cells) *Subject {
	unit := row.Unit.ID
	s := &Subject{Topic: OfUnit, Key: unit, Name: viet.NFC(row.Unit.Name), where: func(f Fact) Place {
		if f.Aspect == Unranked && row.Cause == campaign.CauseExcluded {
			return Place{r.Page.Doc.Path, r.Page.Doc.Where("excluded", unit).Line}
		}
		cells := look()
		find := cells.Where
		if f.Aspect == Self {
			find = cells.WhereSelf
		}
		file, pos, ok := find(unit, columnOf(f))
		if !ok {
			return Place{File: r.Page.Doc.Path}
		}
		return Place{file, pos.Line}
	}}
	s.standing(r, row)
	for i := range row.Parts {
		s.part(&row.Parts[i])
	}
	s.say(Bonus, nonzero(row.Bonus))
	s.say(Penalty, nonzero(row.Penalty))
	s.say(Note, row.Note)
	return s
}

// columnOf names the column of a sheet where a fact stands.
func columnOf(f Fact) string {
	if f.Aspect == Score || f.Aspect == Self {
		return f.Of
	}
	return string(f.Aspect)
}

// standing adds what came out: figures, rank, band, award.
func (s *Subject) standing(r *site.Round, row *campaign.Row) {
	decimals := r.Standings.Rules.Scoring.Decimals
	if row.Rank == 0 {
		s.sayOf(Unranked, "", Value{Plain: string(row.Cause) + "|" + row.Reason + "|" + strings.Join(row.Criteria, " "), Words: diag.Text{
			Vi: explain.Cause(row, diag.Vi), En: explain.Cause(row, diag.En)}})
		return
	}
	s.say(Total, row.Total.Text(decimals))
	s.say(Percent, row.Percent.Text(2))
	s.say(Max, row.Max.String())
	rank := strconv.Itoa(row.Rank)
	if row.Tied {
		rank += "="
	}
	s.say(Rank, rank)
	s.say(Band, row.Band)
	s.say(Prize, prizes(r, row.Unit.ID))
	if row.Ours != nil {
		s.say(Ours, row.Ours.Total.Text(decimals))
	}
	if ch := row.Change; ch != nil {
		s.sayOf(Since, "", Value{Plain: strconv.Itoa(ch.Ranks), Words: diag.Text{
			Vi: explain.Change(row, diag.Vi), En: explain.Change(row, diag.En)}})
	} else if row.NoChange != "" {
		s.sayOf(Since, "", Value{Plain: string(row.NoChange), Words: diag.Text{Vi: explain.Broken(row, diag.Vi), En: explain.Broken(row, diag.En)}})
	}
}

// prizes are the decided awards that rest on the row, in the order of the announcements.
func prizes(r *site.Round, unit string) string {
	var out []string
	for _, g := range r.Given(unit) {
		out = append(out, titleOf(g.Line()))
	}
	return strings.Join(out, ", ")
}

// part adds what one criterion gave; of inner nodes only the leaves speak.
func (s *Subject) part(part *campaign.Part) {
	if !part.Leaf {
		return
	}
	v := Value{Plain: part.Score.String()}
	switch part.State {
	case campaign.Missing:
		v = Value{}
	case campaign.NotApplicable:
		v = Value{Plain: "-", Words: diag.Text{Vi: "không áp dụng", En: "does not apply"}}
	case campaign.Withheld:
		v = Value{Plain: "N/A", Words: diag.Text{Vi: "không công bố", En: "withheld"}}
	}
	s.sayOf(Score, part.ID, v)
	s.sayOf(Self, part.ID, Value{Plain: decimal(part.Self)})
}

func nonzero(d campaign.Decimal) string {
	if d == 0 {
		return ""
	}
	return d.String()
}

// announcement is what an awards file says: the announcement itself, and a subject for each award.
func (c *collection) announcement(p *Publication, ann *site.Announcement) {
	p.award = ann
	if act := ann.Awards.Document; act != nil && act.Number != "" {
		p.knownAs("awards " + ann.Campaign.ID + " " + act.Number + " " + act.Issuer)
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
