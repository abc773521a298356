package document

import "bangvang/internal/diag"

// A Body is an author's text, converted. HTML is cut at every place whose words the whole site decides:
// piece, slot, piece, slot, …, piece; there is one more piece than there are slots.
type Body struct {
	Pieces   []HTML
	Slots    []Slot
	Headings []Heading
	Anchors  []string // every id in the body, in order
}

// HTML is markup that this package wrote from Markdown. Nothing else may be converted to it:
// raw HTML of authors never becomes one.
type HTML string

// SlotKind says what belongs in a slot.
type SlotKind string

// The kinds of slots. For links and images the slot is the attribute's value alone; the pieces around it
// hold the quotes.
const (
	SlotLink      SlotKind = "link"      // Target is what the author wrote as destination
	SlotImage     SlotKind = "image"     // Target is a path relative to the file; the slot stands for the attributes src, width, height
	SlotDirective SlotKind = "directive" // ::name{…} on a line of its own
)

// A Slot is a place in a body that the site fills.
type Slot struct {
	Kind   SlotKind
	Target string            // of links and images, unescaped
	Name   string            // of directives: ranking, awards, criteria, figure
	Args   map[string]string // of directives
	Pos    diag.Pos          // in the file
}

// A Heading is an entry of the page's table of contents.
type Heading struct {
	Level int
	ID    string
	Text  string
	Pos   diag.Pos
}
