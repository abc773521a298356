package review

import (
	"cmp"
	"slices"

	"bangvang/internal/diag"
)

// A Turn is one fact that is said otherwise. An empty value is a fact that is not there.
type Turn struct {
	Aspect       Aspect
	Of           string
	Was, Now     Value
	WasAt, NowAt Place
}

// At is where the fact stands now, or where it stood.
func (t Turn) At() Place {
	if t.Now.Plain == "" && t.WasAt.File != "" {
		return t.WasAt
	}
	return t.NowAt
}

// turns are the facts that differ, in the order of the table of aspects.
func turns(c couple) []Turn {
	type key struct {
		aspect Aspect
		of     string
	}
	all := map[key]*Turn{}
	take := func(s *Subject, put func(*Turn, Fact)) {
		if s == nil {
			return
		}
		for _, f := range s.Facts {
			k := key{f.Aspect, f.Of}
			if all[k] == nil {
				all[k] = &Turn{Aspect: f.Aspect, Of: f.Of}
			}
			put(all[k], f)
		}
	}
	take(c.was, func(t *Turn, f Fact) { t.Was = f.Value })
	take(c.now, func(t *Turn, f Fact) { t.Now = f.Value })
	var out []Turn
	for _, t := range all {
		if t.Was.Plain != t.Now.Plain {
			c.place(t)
			out = append(out, *t)
		}
	}
	slices.SortFunc(out, func(a, b Turn) int {
		return cmp.Or(order[a.Aspect]-order[b.Aspect], cmp.Compare(len(a.Of), len(b.Of)), cmp.Compare(a.Of, b.Of))
	})
	return out
}

// place finds where a fact stands on both sides; where it is not there, where its subject stands.
func (c couple) place(t *Turn) {
	f := Fact{Aspect: t.Aspect, Of: t.Of}
	if c.was != nil {
		t.WasAt = c.was.where(f)
	}
	if c.now != nil {
		t.NowAt = c.now.where(f)
	}
}

// fresh are the findings of the head that the base does not have, wherever in the file they stand; every error is
// told, as nothing can be published with it.
func fresh(base, head []diag.Finding) []diag.Finding {
	type key struct{ code, file, message string }
	known := map[key]int{}
	for _, f := range base {
		known[key{f.Code, f.File, f.Message(diag.En)}]++
	}
	var out []diag.Finding
	for _, f := range head {
		k := key{f.Code, f.File, f.Message(diag.En)}
		if known[k]--; known[k] < 0 {
			out = append(out, f)
		}
	}
	return out
}
