package review

import (
	"strconv"
	"strings"

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
		title := r.Previous.Page.Doc.Header.Title
		self.sayOf(Previous, "", Value{Plain: r.Previous.Block.ID + " " + r.Previous.Results.Round, Words: diag.Text{Vi: title, En: title}})
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
			return lineOf(r.Page.Doc.Path, r.Page.Doc.Where("excluded", unit).Line)
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
		if pos.Sheet == "" {
			pos.Column = 0
		}
		return Place{file, pos}
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
