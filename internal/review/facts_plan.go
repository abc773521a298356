package review

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/explain"
	"bangvang/internal/site"
)

// plan is what a campaign's plan says: the act, the time, who competes for what.
func (c *collection) plan(p *Publication, one *site.Campaign) []*Subject {
	doc, plan := p.doc, one.Plan
	self := at(doc, OfPlan, "plan", p.Title, "period")
	self.day(From, plan.Period.From)
	self.day(To, plan.Period.To)
	act := at(doc, OfPlan, "act", p.Title)
	c.act(act, doc, plan.Document)
	act.say(Scope, plan.Scope)
	act.flag(Index, plan.Index)
	out := []*Subject{self, act}
	for i, ph := range plan.Phases {
		s := at(doc, OfPhase, ph.Name, ph.Name, "phases", i)
		s.say(Name, ph.Name)
		s.day(From, ph.From)
		s.day(To, ph.To)
		out = append(out, s)
	}
	for i, b := range plan.Blocks {
		s := at(doc, OfBlock, b.ID, b.Name, "blocks", i)
		s.say(Name, b.Name)
		s.sayOf(Members, "", Value{Plain: strings.Join(b.Units, " "), Words: diag.Text{Vi: c.names(b.Units), En: c.names(b.Units)}})
		out = append(out, s)
	}
	return append(out, c.offers(doc, plan)...)
}

func (c *collection) names(ids []string) string {
	var out []string
	for _, id := range ids {
		out = append(out, c.unitName(id))
	}
	return strings.Join(out, ", ")
}

// offers are the prizes and commendations of a plan.
func (c *collection) offers(doc *document.Document, plan *document.Plan) []*Subject {
	var out []*Subject
	for i, x := range plan.Prizes {
		s := at(doc, OfPrize, x.ID, x.Title, "prizes", i)
		s.say(Name, x.Title)
		s.say(Block, x.Block)
		s.say(Count, count(x.Count))
		s.say(Share, decimal(x.Share))
		s.say(LeastBand, x.MinBand)
		s.per(x.Per)
		out = append(out, s)
	}
	for i, x := range plan.Commendations {
		s := at(doc, OfCommendation, x.ID, x.Title, "commendations", i)
		s.say(Name, x.Title)
		s.say(Law, x.Form)
		s.term(ForWhom, x.For)
		s.say(Count, count(x.Count))
		s.say(Share, decimal(x.Share))
		s.per(x.Per)
		out = append(out, s)
	}
	return out
}

// per says for what a number holds, where it is not the campaign.
func (s *Subject) per(word string) {
	if word == "round" {
		s.term(Per, word)
	}
}

func count(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}

func decimal(d *campaign.Decimal) string {
	if d == nil {
		return ""
	}
	return d.String()
}

// rules are what a criteria file says: the tree, the bands, how a rank comes about.
func (c *collection) rules(p *Publication, one *site.Campaign, cr *site.Criteria) {
	p.criteria = cr
	blocks := slices.Clone(cr.Blocks)
	slices.Sort(blocks)
	p.knownAs("criteria " + one.ID + " " + strings.Join(blocks, " "))
	before := p.subjects
	p.subjects = func() []*Subject {
		r := cr.Rules
		self := at(p.doc, OfCriteria, "scoring", p.Title)
		self.term(Basis, string(r.Scoring.Basis))
		self.term(RankBy, string(r.Scoring.RankBy))
		self.say(Decimals, strconv.Itoa(r.Scoring.Decimals))
		self.term(Compared, string(r.Scoring.Compare))
		if r.Scoring.Scale != 0 {
			self.say(Scale, r.Scoring.Scale.String())
		}
		self.say(BonusMax, decimal(r.Adjustments.BonusMax))
		self.say(PenaltyMax, decimal(r.Adjustments.PenaltyMax))
		self.term(Ties, string(r.Ties.Method))
		self.sayOf(BreakBy, "", breakKeys(r))
		out := append(before(), self)
		out = append(out, criteria(p.doc, r.Criteria, "criteria")...)
		return append(out, bands(p.doc, r.Bands)...)
	}
}

// terms are what the words of the schema mean.
var terms = map[string]diag.Text{
	"points": {Vi: "cộng điểm", En: "points"}, "weighted": {Vi: "có trọng số", En: "weighted"},
	"total": {Vi: "tổng điểm", En: "total"}, "percent": {Vi: "tỷ lệ", En: "percent"},
	"exact": {Vi: "số chưa làm tròn", En: "exact figures"}, "rounded": {Vi: "số in ra", En: "printed figures"},
	"competition": {Vi: "1, 2, 2, 4", En: "1, 2, 2, 4"}, "dense": {Vi: "1, 2, 2, 3", En: "1, 2, 2, 3"},
	"round":   {Vi: "từng kỳ", En: "each round"},
	"persons": {Vi: "cá nhân", En: "persons"}, "units": {Vi: "tập thể", En: "units"},
}

// term adds a word of the schema with its meaning.
func (s *Subject) term(a Aspect, word string) { s.sayOf(a, "", Value{Plain: word, Words: terms[word]}) }

// breakKeys are compared by their keys and said in the words of the explanations.
func breakKeys(r *campaign.Rules) Value {
	if len(r.Ties.BreakBy) == 0 {
		return Value{}
	}
	return Value{Plain: fmt.Sprint(r.Ties.BreakBy), Words: diag.Text{
		Vi: explain.BreakKeys(r, diag.Vi), En: explain.BreakKeys(r, diag.En)}}
}

// criteria lists the tree, parents before children.
func criteria(doc *document.Document, tree []campaign.Criterion, path ...any) []*Subject {
	var out []*Subject
	for i, x := range tree {
		here := append(slices.Clone(path), i)
		s := at(doc, OfCriterion, x.ID, x.ID+" "+x.Name, here...)
		s.say(Name, x.Name)
		s.say(Most, decimal(x.Max))
		s.say(Share100, decimal(x.Weight))
		s.say(Sheet, x.Sheet)
		out = append(out, s)
		out = append(out, criteria(doc, x.Items, append(here, "items")...)...)
	}
	return out
}

func bands(doc *document.Document, list []campaign.Band) []*Subject {
	var out []*Subject
	for i, b := range list {
		s := at(doc, OfBand, b.Name, b.Name, "bands", i)
		s.say(Name, b.Name)
		s.say(Least, b.From.String())
		if b.Floor != nil {
			on := diag.Text{Vi: "% của từng lĩnh vực", En: "% of every top criterion"}
			if b.FloorOn == campaign.Leaf {
				on = diag.Text{Vi: "% của từng tiêu chí thành phần", En: "% of every leaf criterion"}
			}
			s.sayOf(Floor, "", Value{Plain: b.Floor.String() + " " + string(b.FloorOn), Words: diag.Text{
				Vi: number(b.Floor.String(), diag.Vi) + on.Vi, En: b.Floor.String() + on.En}})
		}
		out = append(out, s)
	}
	return out
}
