package document

import (
	"bytes"
	"maps"

	"bangvang/internal/diag"
)

// OnlyTextDiffers reports whether two documents are one file before and after an edit that leaves its header as it
// is, to the byte, and lets its text ask the same of the site: the same links, pictures and directives in the same
// order. Where they stand in the file, and every other word of the text, may differ.
func OnlyTextDiffers(a, b *Document) bool {
	if a.Path != b.Path || a.Type != b.Type || !a.Readable || !b.Readable || len(a.Body.Slots) != len(b.Body.Slots) {
		return false
	}
	if a.file.decomposed || b.file.decomposed || !bytes.Equal(a.file.text[:a.file.body], b.file.text[:b.file.body]) {
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

// InText reports whether a place lies below the header.
func (d *Document) InText(at diag.Pos) bool {
	return at.Line > bytes.Count(d.file.text[:d.file.body], []byte("\n"))
}
