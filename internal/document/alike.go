package document

import (
	"maps"
	"reflect"
)

// OnlyWordsDiffer reports whether two documents are one article or page before and after an edit of its words: of its title, its
// summary or its text. They have the same of these, and the text asks the same of the site: the same links, pictures
// and directives in the same order. Where they stand in the file may differ.
func OnlyWordsDiffer(a, b *Document) bool {
	words := a.Type == TypeArticle || a.Type == TypePage
	if !words || a.Path != b.Path || a.Type != b.Type || !a.Readable || !b.Readable || len(a.Body.Slots) != len(b.Body.Slots) {
		return false
	}
	x, y := a.Header, b.Header
	if (x.Title == "") != (y.Title == "") || (x.Summary == "") != (y.Summary == "") {
		return false
	}
	x.Title, x.Summary = y.Title, y.Summary
	if !reflect.DeepEqual(x, y) {
		return false
	}
	for i := range a.Body.Slots {
		if !a.Body.Slots[i].asksLike(&b.Body.Slots[i]) {
			return false
		}
	}
	return true
}

// asksLike reports whether two slots ask the same of the site.
func (s *Slot) asksLike(o *Slot) bool {
	return s.Kind == o.Kind && s.Target == o.Target && s.Name == o.Name && maps.Equal(s.Args, o.Args)
}
