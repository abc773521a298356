package site

import "slices"

// BeforeExpiry returns the site as if nothing had ever expired: what was once public is in it with its figures. It is
// the site itself where nothing has expired.
func (s *Site) BeforeExpiry() *Site {
	if !slices.ContainsFunc(s.Hidden, func(h Hidden) bool { return h.Why == WhyExpired }) {
		return s
	}
	in := s.input
	in.Docs = slices.Clone(in.Docs)
	for i, doc := range in.Docs {
		if slices.ContainsFunc(s.Hidden, func(h Hidden) bool { return h.Doc == doc && h.Why == WhyExpired }) {
			lasting := *doc
			lasting.Header.Expires.Day, lasting.Header.Expires.Time = "", s.Now.AddDate(100, 0, 0)
			in.Docs[i] = &lasting
		}
	}
	whole, _ := Assemble(in)
	return whole
}
