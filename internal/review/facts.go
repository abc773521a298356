package review

import (
	"maps"
	"slices"

	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/site"
)

// Topic says what kind of thing is spoken of. The strings are permanent: they stand in the JSON form.
type Topic string

// The topics, of publications first, then of what stands in them.
const (
	OfSite     Topic = "site"
	OfPlan     Topic = "plan"
	OfCriteria Topic = "criteria"
	OfResults  Topic = "results"
	OfAwards   Topic = "awards"
	OfRegistry Topic = "registry"
	OfArticle  Topic = "article"
	OfPage     Topic = "page"

	OfUnit         Topic = "unit"  // a row of results
	OfAward        Topic = "award" // a line of an announcement
	OfPhase        Topic = "phase"
	OfBlock        Topic = "block"
	OfPrize        Topic = "prize"
	OfCommendation Topic = "commendation"
	OfCriterion    Topic = "criterion"
	OfBand         Topic = "band"
	OfCorrection   Topic = "correction"
	OfWaiver       Topic = "waiver"
	OfEntry        Topic = "entry" // a unit of the registry
)

// A Place is where something stands in the sources: a line of a text, a cell of a workbook; Line 0 is the file as a whole.
type Place struct {
	File string
	diag.Pos
}

// String returns the place as people read it: "ket-qua/2026-xa.csv:5", "ket-qua/2026-xa.xlsx:Bảng điểm!D5".
func (p Place) String() string {
	if at := p.Pos.String(); at != "" {
		return p.File + ":" + at
	}
	return p.File
}

func lineOf(file string, line int) Place { return Place{file, diag.Pos{Line: line}} }

// A Value is what a fact says: Plain is compared, and written by the form of its aspect; Words are said in its place
// where the value has a wording of its own.
type Value struct {
	Plain string
	Words diag.Text
}

// A Fact is one thing that the portal says of a subject. Of names the criterion or the key, where there are several.
type Fact struct {
	Aspect Aspect
	Of     string
	Value  Value
}

// A Subject is what a publication speaks of: itself, a unit, an award, a band.
type Subject struct {
	Topic Topic
	Key   string // by which it is known on the other side
	Name  string
	Facts []Fact
	where func(Fact) Place
	// correction is what the subject is, where it is one.
	correction *document.Correction
}

func (s *Subject) say(a Aspect, plain string) { s.sayOf(a, "", Value{Plain: plain}) }

// sayOf adds a fact; an empty one is none.
func (s *Subject) sayOf(a Aspect, of string, v Value) {
	if v.Plain != "" {
		s.Facts = append(s.Facts, Fact{a, of, v})
	}
}

func (s *Subject) flag(a Aspect, set bool) {
	if set {
		s.say(a, "true")
	}
}

func (s *Subject) day(a Aspect, m document.Moment) { s.say(a, momentText(m)) }

func momentText(m document.Moment) string {
	if !m.Time.IsZero() {
		return m.Time.Format("2006-01-02T15:04:05Z07:00")
	}
	return string(m.Day)
}

// collection reads a site.
type collection struct {
	site  *site.Site
	out   []*Publication
	byDoc map[*document.Document]*Publication
}

func collect(s *site.Site) []*Publication {
	c := &collection{site: s, byDoc: map[*document.Document]*Publication{}}
	c.out = append(c.out, c.settings(), c.registry())
	for _, p := range c.site.Pages {
		c.add(p)
	}
	for _, dir := range slices.Sorted(maps.Keys(c.site.Sections)) {
		c.add(c.site.Sections[dir])
	}
	for _, one := range c.site.Campaigns {
		for _, cr := range one.Criteria {
			c.rules(c.byDoc[cr.Page.Doc], one, cr)
		}
		for _, r := range one.Rounds {
			c.results(c.byDoc[r.Page.Doc], r)
		}
		for _, a := range one.Announcements {
			c.announcement(c.byDoc[a.Page.Doc], a)
		}
	}
	return c.out
}

// add takes a page with what every page says; what it is in its campaign is added later.
func (c *collection) add(page *site.Page) {
	doc := page.Doc
	p := &Publication{
		files: page.Files, Topic: topicOf(doc.Type), Title: doc.Header.Title, Address: page.Address, Path: doc.Path, Public: true, doc: doc, english: translation{page.English},
		IDs: []string{"path " + doc.Path, "address " + page.Address},
	}
	for _, alias := range doc.Header.Aliases {
		if old, ok := site.OldAddress(alias); ok {
			p.IDs, p.earlier = append(p.IDs, "address "+old), append(p.earlier, old)
		}
	}
	if page.Campaign != nil {
		p.Campaign = page.Campaign.ID
	}
	p.subjects = func() []*Subject { return c.header(p) }
	if doc.Plan != nil && page.Campaign != nil && page.Campaign.PlanPage == page {
		p.knownAs("plan " + p.Campaign)
		p.hub = page.Campaign.Address
		p.subjects = func() []*Subject { return append(c.header(p), c.plan(p, page.Campaign)...) }
	}
	c.out = append(c.out, p)
	c.byDoc[doc] = p
}

// at makes a subject that stands at a key of a document's header.
func at(doc *document.Document, topic Topic, key, name string, path ...any) *Subject {
	return &Subject{Topic: topic, Key: key, Name: name, where: func(f Fact) Place {
		return lineOf(doc.Path, doc.Where(append(slices.Clone(path), keys[f.Aspect]...)...).Line)
	}}
}

// keys are where facts stand below their subject, by the keys of the header.
var keys = map[Aspect][]any{
	Title: {"title"}, Summary: {"summary"}, Date: {"date"}, Updated: {"updated"}, Author: {"author"}, Source: {"source"},
	Category: {"category"}, Tags: {"tags"}, Publish: {"publish"}, Expires: {"expires"}, Illustrative: {"illustrative"},
	ApprovedBy: {"approved", "by"}, ApprovedOn: {"approved", "date"}, Withdrawn: {"withdrawn"},
	ActNumber: {"document", "number"}, ActDate: {"document", "date"}, ActIssuer: {"document", "issuer"},
	ActTitle: {"document", "title"}, ActSigner: {"document", "signer"}, ActFile: {"document", "file"},
	Provisional: {"provisional"}, Round: {"round"}, Block: {"block"}, Previous: {"previous"}, Carried: {"carried_over"},
	Extract: {"extract"}, Official: {"official"}, Mean: {"mean"}, Counts: {"counts"},
	Stage: {"stage"}, Disclosure: {"disclosure"}, Contact: {"disclosure", "contact"}, Laureate: {}, Prize: {},
	Position: {"person", "position"}, Merit: {"merit"}, Reason: {"reason"}, Money: {"money"}, Annulled: {"annulled"},
	Name: {"name"}, From: {"from"}, To: {"to"}, Members: {"units"}, Count: {"count"}, Share: {"share"}, LeastBand: {"band"}, Per: {"per"},
	ForWhom: {"for"}, Law: {"form"}, Scope: {"scope"}, Index: {"index"},
	Basis: {"scoring", "basis"}, RankBy: {"scoring", "rank_by"}, Decimals: {"scoring", "decimals"}, Compared: {"scoring", "compare"},
	Ties: {"ties", "method"}, BreakBy: {"ties", "break_by"}, Scale: {"scoring", "scale"}, BonusMax: {"adjustments", "bonus", "max"},
	PenaltyMax: {"adjustments", "penalty", "max"}, Most: {"max"}, Share100: {"weight"}, Sheet: {"sheet"},
	Least: {"from"}, Floor: {"floor"}, UnitKind: {"kind"}, Became: {"became"}, Ended: {"act"},
}
