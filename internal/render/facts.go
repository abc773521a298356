package render

import (
	"bytes"
	"compress/gzip"
	"html"
	"strings"
	"sync"
	"unicode"
)

// Facts are what others ask of a drawn page without reading it again: what package check follows from page
// to page, and what the budgets weigh. Values are unescaped.
type Facts struct {
	Title    string
	IDs      []string // in order, with those that stand twice
	Links    []Link
	Images   []Image
	Headings []Heading
	Size     int // bytes of HTML
	Packed   int // the same in gzip, of drawn pages larger than [Light]; 0 of others
}

// Light is how large a page's HTML may be without a look at how it packs: text packs to less than half.
const Light = 28_000

// A Link is an address that the page leads to or loads, as it stands in the page.
type Link struct {
	Element string // "a", "link", "script", "form", …
	Href    string
}

// An Image is an <img>.
type Image struct {
	Src, Alt string
	HasAlt   bool
	Sized    bool // width and height are there
}

// A Heading is an <h1> … <h6> with its text, spaces joined.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// Scan reads the facts off a page in one pass. It knows tags, attributes in all three ways of quoting,
// comments, and the elements whose content is no markup (script, style, title, textarea); it trusts that a
// tag is well-formed, as package document and html/template write them. Names are expected in small letters.
func Scan(page []byte) Facts {
	s := scan(page)
	defer s.done()
	return s.facts.Clone()
}

// scan reads the facts into a scanner, which holds them until it is done.
func scan(page []byte) *scanner {
	s := scanners.Get().(*scanner)
	s.begin(page)
	for s.next() {
	}
	return s
}

// Clone returns the facts in memory of their own, just as much as they need.
func (f Facts) Clone() Facts {
	f.IDs, f.Links = append([]string(nil), f.IDs...), append([]Link(nil), f.Links...)
	f.Images, f.Headings = append([]Image(nil), f.Images...), append([]Heading(nil), f.Headings...)
	return f
}

// packers are lent to one page at a time, as each has a megabyte of tables.
var packers = sync.Pool{New: func() any { return gzip.NewWriter(nil) }}

// packed is how many bytes a page has in gzip, a little more than a host sends that packs with brotli.
func packed(page []byte) int {
	var n counter
	w := packers.Get().(*gzip.Writer)
	defer packers.Put(w)
	w.Reset(&n)
	_, _ = w.Write(page) // a counter takes everything
	_ = w.Close()
	return int(n)
}

// A counter counts what is written to it.
type counter int

func (n *counter) Write(p []byte) (int, error) {
	*n += counter(len(p))
	return len(p), nil
}

// scanners are lent to one scan at a time: what they collect into is used again.
var scanners = sync.Pool{New: func() any { return &scanner{words: words{}} }}

// begin makes the scanner ready for a page.
func (s *scanner) begin(page []byte) {
	f := &s.facts
	*f = Facts{IDs: f.IDs[:0], Links: f.Links[:0], Images: f.Images[:0], Headings: f.Headings[:0], Size: len(page)}
	s.page, s.at, s.heading = page, 0, 0
}

// done gives the scanner back, with the room for facts that others took their own of.
func (s *scanner) done() {
	s.page = nil
	scanners.Put(s)
}

// words are the addresses and ids that pages before had: most stand on all, and need no memory of their own.
type words map[string]string

// mostWords bounds what is kept.
const mostWords = 1 << 13

// of returns a value as a string, unescaped.
func (w words) of(value []byte) string {
	if known, ok := w[string(value)]; ok {
		return known
	}
	if len(w) >= mostWords {
		clear(w)
	}
	s := string(value)
	w[s] = html.UnescapeString(s)
	return w[s]
}

// A tag is what is wanted of a start tag.
type tag struct {
	wants         kind
	href          []byte
	id            []byte
	src, alt      []byte
	hasAlt        bool
	width, height bool
}

// kind says which attributes of an element count.
type kind byte

const (
	wantsID kind = iota
	wantsHref
	wantsSrc
	wantsAction
	wantsImage
	wantsHeading
	wantsText // title, textarea, style: skip to the end tag
)

func open(name []byte) tag {
	switch string(name) {
	case "a", "link", "area", "use":
		return tag{wants: wantsHref}
	case "script", "iframe", "source", "audio", "video", "embed":
		return tag{wants: wantsSrc}
	case "form":
		return tag{wants: wantsAction}
	case "img":
		return tag{wants: wantsImage}
	case "title", "textarea", "style":
		return tag{wants: wantsText}
	case "h1", "h2", "h3", "h4", "h5", "h6":
		return tag{wants: wantsHeading}
	}
	return tag{}
}

// set keeps an attribute that counts.
func (t *tag) set(name, value []byte) {
	switch string(name) {
	case "id":
		t.id = value
	case "href":
		if t.wants == wantsHref {
			t.href = value
		}
	case "action":
		if t.wants == wantsAction {
			t.href = value
		}
	case "src":
		t.src = value
	case "alt":
		t.alt, t.hasAlt = value, true
	case "width":
		t.width = true
	case "height":
		t.height = true
	}
}

// close puts what the tag holds into the facts.
func (s *scanner) close(name []byte, t *tag) {
	f := &s.facts
	if t.id != nil {
		f.IDs = append(f.IDs, s.words.of(t.id))
	}
	switch t.wants {
	case wantsSrc:
		t.href = t.src
	case wantsImage:
		f.Images = append(f.Images, Image{Src: s.words.of(t.src), Alt: s.words.of(t.alt), HasAlt: t.hasAlt, Sized: t.width && t.height})
	case wantsHeading:
		f.Headings = append(f.Headings, Heading{Level: int(name[1] - '0'), ID: s.words.of(t.id)})
		s.heading = s.at
	case wantsText:
		s.raw(name)
	}
	if t.href != nil {
		f.Links = append(f.Links, Link{Element: s.words.of(name), Href: s.words.of(t.href)})
	}
	if string(name) == "script" {
		s.raw(name)
	}
}

// plainText drops tags and comments, and joins spaces.
func plainText(markup []byte) string {
	var b strings.Builder
	for len(markup) > 0 {
		before, rest, _ := bytes.Cut(markup, []byte("<"))
		b.Write(before)
		end := ">"
		if bytes.HasPrefix(rest, []byte("!--")) {
			end = "-->"
		}
		_, markup, _ = bytes.Cut(rest, []byte(end))
	}
	return joined(html.UnescapeString(b.String()))
}

// joined makes of all spaces in a row one blank, and none at the ends. Most texts are that way, and need no memory.
func joined(text string) string {
	before := ' '
	for _, r := range text {
		if unicode.IsSpace(r) && (r != ' ' || before == ' ') {
			return strings.Join(strings.Fields(text), " ")
		}
		before = r
	}
	return strings.TrimSuffix(text, " ")
}
