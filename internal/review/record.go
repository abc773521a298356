package review

import (
	"maps"
	"slices"
	"strings"

	"bangvang/internal/campaign"
)

// A record is what changes in a publication, for its corrections to be held against. Names are as [plainWords] has them.
type record struct {
	pair
	changes []Change          // of what it says, not of what it says about itself: approval, corrections, waivers
	spelled map[string]string // the units and persons that the publication tells of, as they are written
	known   map[string]bool   // these, and all units of the registries, so that the longest name is found
	touched map[string]bool   // those of spelled of which something changes
	titles  map[string]bool   // names of bands and prizes
	parts   map[string]bool   // names of the parts of the rules: criteria, bands, prizes, phases; of units in the registry
	rules   []Change          // of the criteria and the plan that the publication rests on
}

// handling is what a page says of how it was made; a correction is not about that.
var handling = []Aspect{Updated, ApprovedBy, ApprovedOn, Publish, Expires}

func (j *judge) record(p pair) *record {
	rec := &record{pair: p, spelled: map[string]string{}, known: map[string]bool{}, touched: map[string]bool{}, titles: map[string]bool{}, parts: map[string]bool{}}
	for _, side := range []Side{j.base, j.head} {
		for _, id := range side.Result.Site.Registry.IDs() {
			u, _ := side.Result.Site.Registry.Unit(id)
			rec.known[plainWords(u.Name)] = true
		}
	}
	for _, s := range slices.Concat(p.base.Subjects(), p.head.Subjects()) {
		if s.Topic == OfUnit || s.Topic == OfAward {
			rec.spelled[plainWords(s.Name)], rec.known[plainWords(s.Name)] = s.Name, true
		}
		rec.parts[s.partName()] = true
		rec.titles[plainWords(s.value(Band, ""))], rec.titles[plainWords(s.value(Prize, ""))] = true, true
	}
	delete(rec.titles, "")
	for _, c := range j.of(p) {
		rec.take(c)
	}
	for _, o := range j.pairs {
		if o.base != nil && o.base.Campaign == p.base.Campaign && o.base.carries(p.base) {
			for _, c := range j.of(o) {
				if c, ok := c.substance(); ok {
					rec.rules = append(rec.rules, c)
				}
			}
		}
	}
	return rec
}

// take adds a change.
func (rec *record) take(c Change) {
	c, ok := c.substance()
	if !ok {
		return
	}
	rec.changes = append(rec.changes, c)
	if c.Topic != OfUnit && c.Topic != OfAward {
		return
	}
	names := ""
	for _, s := range []*Subject{c.was, c.now} {
		if s != nil {
			names += " | " + s.Name + " | " + s.words(Position)
		}
	}
	for _, name := range named(names, rec.known) {
		rec.touched[name] = true
	}
}

// substance is a change without what the page says of how it was made; ok tells that anything is left.
func (c Change) substance() (rest Change, ok bool) {
	c.Turns = slices.DeleteFunc(slices.Concat(c.Causes, c.Turns), func(t Turn) bool { return slices.Contains(handling, t.Aspect) })
	return c, len(c.Turns) > 0 && c.Topic != OfCorrection && c.Topic != OfWaiver
}

// words are how a subject's aspect is said.
func (s *Subject) words(a Aspect) string {
	i := slices.IndexFunc(s.Facts, func(f Fact) bool { return f.Aspect == a })
	if i < 0 {
		return ""
	}
	return s.Facts[i].Value.Words.Vi
}

// speaksOf are the units and persons of the publication that a text names.
func (rec *record) speaksOf(text string) []string {
	return slices.DeleteFunc(named(text, rec.known), func(name string) bool { return rec.spelled[name] == "" })
}

// strangers are those of which nothing changes while something does of others, as they are written. Where the text is
// another one, it may be about them.
func (rec *record) strangers(who []string) []string {
	var out []string
	for _, name := range who {
		if !rec.touched[name] && len(rec.touched) > 0 && !rec.rewritten() {
			out = append(out, rec.spelled[name])
		}
	}
	return out
}

// rewritten tells that the words of the page are others.
func (p pair) rewritten() bool {
	was, is := p.base.doc, p.head.doc
	return was.Header.Title != is.Header.Title || was.Header.Summary != is.Header.Summary || was.Body.Text() != is.Body.Text()
}

// touchedNames are the units and persons of which something changes, as they are written.
func (rec *record) touchedNames() []string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(rec.touched)) {
		if rec.spelled[name] != "" {
			out = append(out, rec.spelled[name])
		}
	}
	return out
}

// about are those of some changes that a correction can mean which names somebody and says something: theirs and those of
// the text; all where it names nobody; of scores and criteria those of the criteria that it names.
func (rec *record) about(changes []Change, who []string, what string) []Change {
	scored := rec.scored(what)
	var out []Change
	for _, c := range changes {
		theirs := len(who) == 0 || slices.ContainsFunc([]*Subject{c.was, c.now}, func(s *Subject) bool {
			return s != nil && slices.ContainsFunc(named(s.Name+" | "+s.words(Position), rec.known), func(name string) bool { return slices.Contains(who, name) })
		})
		c.Turns = slices.DeleteFunc(slices.Clone(c.Turns), func(t Turn) bool {
			criterion := c.criterion(t)
			return !theirs && t.Aspect != Numbers || scored != nil && criterion != "" && !scored[criterion]
		})
		if len(c.Turns) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// criterion is the id of the one that a turn is about, "" where it is about none.
func (c Change) criterion(t Turn) string {
	switch {
	case c.Topic == OfCriterion:
		return c.subject().Key
	case t.Aspect == Score || t.Aspect == Self:
		return t.Of
	}
	return ""
}

// facts are what the publication now says of those named, be they units or criteria; all that it says where nobody is.
func (rec *record) facts(who []string, what string) []Fact {
	scored := rec.scored(what)
	var out []Fact
	for _, s := range rec.head.Subjects() {
		if s.Topic == OfCriterion && scored != nil && !scored[s.Key] {
			continue
		}
		if s.Topic != OfCorrection && (len(who) == 0 || s.Topic == rec.head.Topic || slices.Contains(who, plainWords(s.Name))) {
			out = append(out, s.Facts...)
		}
	}
	return out
}

// scored are the criteria that a text names, each with all below it: "tiêu chí 1.1 và 2". It is nil where it names none.
func (rec *record) scored(text string) map[string]bool {
	below := map[string][]string{}
	for _, side := range []*Publication{rec.base, rec.head} {
		switch {
		case side.round != nil:
			treesBelow(side.round.Standings.Rules.Criteria, below)
		case side.criteria != nil:
			treesBelow(side.criteria.Rules.Criteria, below)
		}
	}
	var out map[string]bool
	listed := false
	for _, word := range strings.Fields(strings.ToLower(text)) {
		id := strings.Trim(word, ",;:.()")
		switch ids := below[id]; {
		case slices.Contains([]string{"chí", "vực", "criterion", "criteria"}, id):
			listed = true
		case listed && ids != nil:
			if out == nil {
				out = map[string]bool{}
			}
			maps.Copy(out, setOf(ids))
		case !slices.Contains([]string{"", "và", "and", "thành", "phần", "số"}, id):
			listed = false
		}
	}
	return out
}

// treesBelow adds the ids of each node and of all below it, by its id in lower case, and returns those of the whole tree.
func treesBelow(tree []campaign.Criterion, below map[string][]string) []string {
	var all []string
	for i := range tree {
		ids := append([]string{tree[i].ID}, treesBelow(tree[i].Items, below)...)
		below[strings.ToLower(tree[i].ID)] = ids
		all = append(all, ids...)
	}
	return all
}

func setOf(list []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range list {
		out[s] = true
	}
	return out
}

func turnsIn(changes []Change) []Turn {
	var out []Turn
	for _, c := range changes {
		out = append(out, c.Turns...)
	}
	return out
}
