package site

import (
	"slices"

	"bangvang/internal/document"
)

// Showing returns the site as it is when what hides for one reason is shown: what has expired as if it never did, or
// what waits for its time as if it had come. It is nil where nothing hides for that reason.
func (s *Site) Showing(why Why) *Site {
	hidden := map[*document.Document]bool{}
	for _, h := range s.Hidden {
		if h.Why == why {
			hidden[h.Doc] = true
		}
	}
	if len(hidden) == 0 {
		return nil
	}
	in := s.input
	in.Docs = slices.Clone(in.Docs)
	for i, doc := range in.Docs {
		if !hidden[doc] {
			continue
		}
		shown := *doc
		switch why {
		case WhyExpired:
			shown.Header.Expires = document.Moment{}
		case WhyPublish:
			shown.Header.Publish = document.Moment{}
		}
		in.Docs[i] = &shown
	}
	whole, _ := Assemble(in)
	return whole
}
