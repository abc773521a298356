package review

import (
	"slices"

	"bangvang/internal/document"
	"bangvang/internal/site"
)

// A Publication is one thing that the portal makes public, with all that it says.
type Publication struct {
	Topic    Topic
	Title    string
	Campaign string // the folder's name; "" outside
	Address  string // "" for the site as a whole
	Path     string // of its file
	Public   bool   // it is on the portal at the moment
	Due      bool   // it waits for its time and then appears by itself; neither public nor due, it has expired
	// IDs are by what it is known on the other side, the surest first.
	IDs []string

	earlier []string // addresses that lead to it
	hub     string   // the address of the campaign whose plan it is
	files   []site.Attachment
	doc     *document.Document // nil for the site and the registry
	english translation
	// asWritten is doc with the times that hide it, where it is shown without them.
	asWritten *document.Document
	docs      []*document.Document
	round     *site.Round
	award     *site.Announcement
	criteria  *site.Criteria
	subjects  func() []*Subject
	made      []*Subject
}

// Subjects are what the publication speaks of, itself first. They are made at the first call.
func (p *Publication) Subjects() []*Subject {
	if p.made == nil {
		p.made = p.subjects()
	}
	return p.made
}

// addresses are where readers find it.
func (p *Publication) addresses() []string { return append([]string{p.Address}, p.earlier...) }

// times are when the publication shows and hides itself.
func (p *Publication) times() (publish, expires document.Moment) {
	doc := p.doc
	if p.asWritten != nil {
		doc = p.asWritten
	}
	return doc.Header.Publish, doc.Header.Expires
}

// publications lists everything that a site says, has said before it expired, or is going to say by itself.
func publications(s *site.Site) []*Publication {
	if s == nil {
		return nil
	}
	all := collect(s)
	known := map[string]bool{}
	for _, p := range all {
		known[p.IDs[0]], known[p.Path] = true, true
	}
	for _, why := range []site.Why{site.WhyExpired, site.WhyPublish} {
		other := s.Showing(why)
		if other == nil {
			continue
		}
		for _, p := range collect(other) {
			if known[p.Path] || p.doc == nil {
				continue
			}
			if known[p.IDs[0]] {
				p.IDs = p.IDs[1:] // what is public now is known by it
			}
			known[p.IDs[0]], known[p.Path] = true, true
			p.Public, p.Due, p.asWritten = false, why == site.WhyPublish, hiddenAt(s, p.Path)
			all = append(all, p)
		}
	}
	return all
}

// hiddenAt is a document that the site hides, as it is written.
func hiddenAt(s *site.Site, path string) *document.Document {
	i := slices.IndexFunc(s.Hidden, func(h site.Hidden) bool { return h.Doc.Path == path })
	return s.Hidden[i].Doc
}

// knownAs puts the surest identity first.
func (p *Publication) knownAs(id string) { p.IDs = slices.Insert(p.IDs, 0, id) }

func topicOf(t document.Type) Topic {
	switch t {
	case document.TypePlan:
		return OfPlan
	case document.TypeCriteria:
		return OfCriteria
	case document.TypeResults:
		return OfResults
	case document.TypeAwards:
		return OfAwards
	case document.TypeUnits:
		return OfRegistry
	case document.TypeArticle:
		return OfArticle
	}
	return OfPage
}
