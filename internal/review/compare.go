package review

import (
	"crypto/sha256"
	"io/fs"
	"time"

	"bangvang/internal/build"
	"bangvang/internal/diag"
)

// A Side is one built state of the portal.
type Side struct {
	Result *build.Result // its Site is nil where there is no site yet, or no site.yaml that can be read
	Portal *Portal
}

// Of builds two trees as of one moment and compares what comes out. What both have in common is worked out once, and
// what the memo knows of either, not even once; it may be nil.
func Of(base, head fs.FS, o build.Options, memo *build.Memo) (*Review, error) {
	if memo == nil {
		memo = &build.Memo{}
	}
	o.Exact, o.LateSearch = true, true // the index of the search is made of the pages, which are compared
	was, err := sideOf(base, o, memo)
	if err != nil {
		return nil, err
	}
	is, err := sideOf(head, o, memo)
	if err != nil {
		return nil, err
	}
	same, err := sameTheme(base, head)
	if err != nil || same || was.Result.Site == nil {
		return Compare(was, is, nil), err
	}
	themed, err := sideOf(dressed{base, head}, o, memo)
	if err != nil {
		return nil, err
	}
	return Compare(was, is, themed.Portal), nil
}

func sideOf(tree fs.FS, o build.Options, memo *build.Memo) (Side, error) {
	made, err := build.Plan(tree, o, memo)
	if err != nil {
		return Side{}, err
	}
	portal := &Portal{made: made, sums: map[string][sha256.Size]byte{}}
	result, err := made.Draw(portal)
	return Side{result, portal}, err
}

// Act says whether something came, went or changed.
type Act string

// The acts.
const (
	Added   Act = "added"
	Removed Act = "removed"
	Changed Act = "changed"
)

// Why says because of what a unit moves.
type Why string

// The reasons. None is for what is no unit of a round, and for a unit whose own scores alone differ.
const (
	ByScores Why = "scores" // its own scores: the change's Causes
	ByRules  Why = "rules"  // the criteria, the bands, the way of counting
	ByOthers Why = "others" // other units passed it, or fell behind it: the change's Others
	ByMark   Why = "official"
)

// A Change is one subject of one publication that is said otherwise.
type Change struct {
	Publication *Publication // as it comes out, or as it was where it is gone
	Topic       Topic
	Act         Act
	Name        string // the subject's
	Turns       []Turn
	Causes      []Turn // of a unit: the scores that moved it
	Why         Why
	Others      []string // names of the units that passed it or that it passed
	At          Place

	was, now *Subject
}

// A Review is what a change of the sources does to the portal.
type Review struct {
	Changes  []Change
	Pages    []PageChange
	Files    []FileChange
	Rankings []Ranking
	Theme    Theme
	// Fresh are the findings of the changed sources that were not there before.
	Fresh []diag.Finding

	base, head Side
	pairs      []pair
	used       map[string]bool // units that results or awards name at the base, by id
	// approvals are made once; their commits are filled in by whoever knows git.
	Approvals []Approval
}

// Compare tells what becomes of the base by the head. themed is the base's content under the head's theme, nil where
// both have one theme.
func Compare(base, head Side, themed *Portal) *Review {
	r := &Review{base: base, head: head}
	r.pairs = match(publications(base.Result.Site), publications(head.Result.Site))
	for _, p := range r.pairs {
		r.Changes = append(r.Changes, r.changes(p)...)
	}
	r.reasons()
	r.Pages, r.Files = pageChanges(base.Portal, head.Portal)
	r.Theme = themeOf(base.Portal, themed)
	r.Rankings = r.rankings()
	r.Fresh = fresh(base.Result.Findings, head.Result.Findings)
	r.Approvals = r.approvals()
	return r
}

// Readable tells that the head can be compared at all: its site.yaml was understood.
func (r *Review) Readable() bool { return r.head.Result.Site != nil }

// First tells that the base has no site: everything is new.
func (r *Review) First() bool { return r.base.Result.Site == nil }

// Sound tells whether each side could be published by itself.
func (r *Review) Sound() (base, head bool) { return r.base.Result.OK(), r.head.Result.OK() }

// Moment is as of when both sides were built.
func (r *Review) Moment() time.Time { return r.head.Result.Site.Now }

// Empty tells that nothing at all differs.
func (r *Review) Empty() bool {
	return len(r.Changes) == 0 && len(r.Pages) == 0 && len(r.Files) == 0 && len(r.Fresh) == 0
}

// changes compares one publication.
func (r *Review) changes(p pair) []Change {
	was, is := p.base.state(), p.head.state()
	var out []Change
	switch {
	case was > is:
		out = append(out, p.whole(Removed))
	case was < is:
		out = append(out, p.whole(Added))
	}
	switch {
	case p.base == nil || p.head == nil:
		return append(out, p.lines()...)
	case p.same():
		return out
	}
	for _, c := range couples(p.base.Subjects(), p.head.Subjects()) {
		if one, differs := p.change(c); differs {
			out = append(out, one)
		}
	}
	return out
}

// state orders how far a publication is seen: not at all, at its time, now.
func (p *Publication) state() int {
	switch {
	case p == nil || !p.Public && !p.Due:
		return 0
	case p.Due:
		return 1
	}
	return 2
}

// same spares the facts of a text that is the same file, and so was read once for both: they depend on nothing else.
func (p pair) same() bool {
	switch p.base.Topic {
	case OfArticle, OfPage:
		return p.base.doc == p.head.doc && p.base.english.doc == p.head.english.doc && p.base.state() == p.head.state()
	}
	return false
}

// whole is the change of a publication that comes or goes.
func (p pair) whole(act Act) Change {
	one := p.one()
	return Change{Publication: one, Topic: one.Topic, Act: act, Name: one.Title, At: Place{File: one.Path}}
}

// lines are the awards of an announcement that comes or goes: each is told by itself.
func (p pair) lines() []Change {
	var out []Change
	if p.one().Topic != OfAwards {
		return nil
	}
	for _, s := range p.one().Subjects() {
		if s.Topic != OfAward {
			continue
		}
		c := couple{was: s}
		if p.head != nil {
			c = couple{now: s}
		}
		if one, differs := p.change(c); differs {
			out = append(out, one)
		}
	}
	return out
}

// change compares one subject.
func (p pair) change(c couple) (Change, bool) {
	s := c.one()
	out := Change{Publication: p.one(), Topic: s.Topic, Act: Changed, Name: s.Name, was: c.was, now: c.now}
	switch {
	case c.was == nil:
		out.Act = Added
	case c.now == nil:
		out.Act = Removed
	}
	out.Turns = turns(c)
	if len(out.Turns) == 0 && out.Act == Changed {
		return out, false
	}
	out.At = s.where(Fact{})
	if len(out.Turns) > 0 && out.Act == Changed {
		out.At = out.Turns[0].At()
	}
	return out, true
}
