package review

import (
	"slices"
	"strings"
)

// A pair is one publication on both sides; base is nil for a new one, head for one that is gone.
type pair struct {
	base, head *Publication
}

// one is the publication as it comes out, or as it was where it is gone.
func (p pair) one() *Publication {
	if p.head != nil {
		return p.head
	}
	return p.base
}

// public tells on which sides the publication is on the portal.
func (p pair) public() (base, head bool) {
	return p.base != nil && p.base.Public, p.head != nil && p.head.Public
}

// identities are the kinds of what publications are known by, the surest first. A page keeps its facts when its file
// is renamed, and its file when its facts change.
var identities = []string{"site", "registry", "plan", "criteria", "results", "awards", "path", "address"}

// match finds for each publication which one it is on the other side. Only publications of one topic are the same:
// an article that takes over the address of results is no result.
func match(base, head []*Publication) []pair {
	of := map[*Publication]*Publication{} // both ways
	for _, kind := range identities {
		known := map[string]*Publication{}
		each(head, kind, of, func(p *Publication, id string) { known[id] = p })
		each(base, kind, of, func(p *Publication, id string) {
			if other := known[id]; other != nil && of[other] == nil && of[p] == nil {
				of[p], of[other] = other, p
			}
		})
	}
	var out []pair
	for _, p := range base {
		out = append(out, pair{p, of[p]})
	}
	for _, p := range head {
		if of[p] == nil {
			out = append(out, pair{nil, p})
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int { return strings.Compare(a.one().Path, b.one().Path) })
	return out
}

// each calls f with the identities of one kind of all that have no partner yet.
func each(list []*Publication, kind string, of map[*Publication]*Publication, f func(p *Publication, id string)) {
	for _, p := range list {
		if of[p] != nil {
			continue
		}
		for _, id := range p.IDs {
			if id == kind || strings.HasPrefix(id, kind+" ") {
				f(p, string(p.Topic)+" "+id)
			}
		}
	}
}

// A couple is one subject on both sides; one of them may be nil.
type couple struct {
	was, now *Subject
}

func (c couple) one() *Subject {
	if c.now != nil {
		return c.now
	}
	return c.was
}

// couples finds for each subject which one it is on the other side: by its key, then the rest by what they share.
func couples(base, head []*Subject) []couple {
	known := map[string]*Subject{}
	for _, s := range base {
		known[s.id()] = s
	}
	var out []couple
	var fresh []*Subject
	for _, s := range head {
		if was := known[s.id()]; was != nil {
			out = append(out, couple{was, s})
			delete(known, s.id())
		} else {
			fresh = append(fresh, s)
		}
	}
	gone := slices.DeleteFunc(slices.Clone(base), func(s *Subject) bool { return known[s.id()] == nil })
	for _, s := range fresh {
		if i := slices.IndexFunc(gone, s.succeeds); i >= 0 {
			out = append(out, couple{gone[i], s})
			gone = slices.Delete(gone, i, i+1)
			continue
		}
		out = append(out, couple{nil, s})
	}
	for _, s := range gone {
		out = append(out, couple{s, nil})
	}
	return out
}

func (s *Subject) id() string { return string(s.Topic) + " " + s.Key }

// succeeds reports whether a subject stands in the place of another that is gone: the same award for somebody else,
// a band or a phase under another name with the same bounds.
func (s *Subject) succeeds(gone *Subject) bool {
	if s.Topic != gone.Topic {
		return false
	}
	var same Aspect
	switch s.Topic {
	case OfAward:
		same = Prize
	case OfBand:
		same = Least
	case OfPhase:
		same = From
	default:
		return false
	}
	return s.value(same, "") != "" && s.value(same, "") == gone.value(same, "")
}

// value returns what a subject says of an aspect, "" where it says nothing.
func (s *Subject) value(a Aspect, of string) string {
	if s == nil {
		return ""
	}
	for _, f := range s.Facts {
		if f.Aspect == a && f.Of == of {
			return f.Value.Plain
		}
	}
	return ""
}
