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
}

// handling is what a page says of how it was made; a correction is not about that.
var handling = []Aspect{Updated, ApprovedBy, ApprovedOn, Publish, Expires}

func (j *judge) record(p pair) *record {
	rec := &record{pair: p, spelled: map[string]string{}, known: map[string]bool{}, touched: map[string]bool{}, titles: map[string]bool{}}
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
		rec.titles[plainWords(s.value(Band, ""))], rec.titles[plainWords(s.value(Prize, ""))] = true, true
	}
	delete(rec.titles, "")
	for _, c := range j.of(p) {
		rec.take(c)
	}
	return rec
}

// take adds a change.
func (rec *record) take(c Change) {
	if c.Topic == OfCorrection || c.Topic == OfWaiver {
		return
	}
	c.Turns = slices.DeleteFunc(slices.Concat(c.Causes, c.Turns), func(t Turn) bool { return slices.Contains(handling, t.Aspect) })
	if len(c.Turns) == 0 {
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

// about are the changes that a correction can mean which names somebody and says something: theirs and those of the
// text; all where it names nobody; of the scores those of the criteria that it names.
func (rec *record) about(who []string, what string) []Change {
	leaves := rec.scored(what)
	var out []Change
	for _, c := range rec.changes {
		theirs := len(who) == 0 || slices.ContainsFunc([]*Subject{c.was, c.now}, func(s *Subject) bool {
			return s != nil && slices.ContainsFunc(named(s.Name+" | "+s.words(Position), rec.known), func(name string) bool { return slices.Contains(who, name) })
		})
		c.Turns = slices.DeleteFunc(slices.Clone(c.Turns), func(t Turn) bool {
			return !theirs && t.Aspect != Numbers || leaves != nil && (t.Aspect == Score || t.Aspect == Self) && !leaves[t.Of]
		})
		if len(c.Turns) > 0 {
			out = append(out, c)
		}
	}
	return out
}

// facts are what the publication now says of those named; all that it says where nobody is.
func (rec *record) facts(who []string) []Fact {
	var out []Fact
	for _, s := range rec.head.Subjects() {
		if s.Topic != OfCorrection && (len(who) == 0 || s.Topic == rec.head.Topic || slices.Contains(who, plainWords(s.Name))) {
			out = append(out, s.Facts...)
		}
	}
	return out
}

// scored are the leaves of the criteria that a text names: "tiêu chí 1.1 và 2". It is nil where it names none.
func (rec *record) scored(text string) map[string]bool {
	if rec.base.round == nil || rec.head.round == nil {
		return nil
	}
	below := map[string][]string{}
	for _, side := range []*Publication{rec.base, rec.head} {
		leavesBelow(side.round.Standings.Rules.Criteria, below)
	}
	var out map[string]bool
	listed := false
	for _, word := range strings.Fields(strings.ToLower(text)) {
		id := strings.Trim(word, ",;:.()")
		switch leaves := below[id]; {
		case id == "chí" || id == "criterion" || id == "criteria":
			listed = true
		case listed && leaves != nil:
			if out == nil {
				out = map[string]bool{}
			}
			maps.Copy(out, setOf(leaves))
		case !slices.Contains([]string{"", "và", "and", "thành", "phần", "số"}, id):
			listed = false
		}
	}
	return out
}

// leavesBelow adds the leaves of each node by its id in lower case, and returns those of the whole tree.
func leavesBelow(tree []campaign.Criterion, below map[string][]string) []string {
	var all []string
	for i := range tree {
		leaves := []string{tree[i].ID}
		if len(tree[i].Items) > 0 {
			leaves = leavesBelow(tree[i].Items, below)
		}
		below[strings.ToLower(tree[i].ID)] = leaves
		all = append(all, leaves...)
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
