// Package view holds everything a template can see: plain structs of finished values. Text is text (never
// markup), dates and numbers are already written as Vietnamese writes them, addresses already carry the
// portal's base path. Templates choose, repeat and place; they compute nothing.
//
// A template is named after the type it shows: [Ranking] by ranking.html. [Page] is the frame around all.
package view

import (
	"reflect"
	"strings"
	"unicode"
)

// A Page is one HTML page: the frame that base.html draws, and Main, one of the page types, that the
// template of its name draws inside.
type Page struct {
	Site    *Site
	Address string // without the base path: "/phong-trao/x/"
	Kind    string // name of Main's template: "ranking"; also the class of <body>

	Title       string    // the h1
	TitleLang   string    // as [Link.Lang]
	HeadTitle   string    // of <title>: with the campaign where Title alone would be ambiguous, without the site's
	Description string    // for search engines and shares, one sentence
	Canonical   string    // whole URL
	NoIndex     bool      // illustrative, or not found
	Refresh     string    // address to go on to at once, "" if none: of an old address
	Editions    []Edition // the page in each language, where it is there in both
	Other       *Link     // to the other language: this page, else the home page; nil without an English edition
	Share       *Share
	Data        *Data
	Feeds       []Link // Atom feeds that hold this page
	Menu        []MenuLink
	Crumbs      []Link // from home to the parent; the page itself is not in it

	Notices     []Notice // above the content, most important first
	Meta        Meta
	Corrections []Correction // newest first
	Sources     []Link       // the files that the page is made from, where the repository is public
	QR          *QR          // nil on pages that are not printed to be passed on

	Main any
}

// A Share is the picture that others show of a page when its address is passed on.
type Share struct {
	URL           string // whole
	Width, Height int    // 0 where unknown
	Alt           string
}

// An Edition is the address of a page in one language.
type Edition struct {
	Lang string // "vi", "en"
	Href string // whole URL
}

// Site is what all pages share.
type Site struct {
	Lang         string // "vi", "en"
	Title        string
	Organization string
	Notice       string // a sentence for every page: "sample portal, not an official one"; "" if none
	Home         string // address of the home page
	Base         string // base path with a slash at the end: "/" or "/cong/"
	Style        string // address of the style sheet
	Script       string // address of the script
	Locale       string // "vi_VN"
	Icon         string // address of the icon
	TouchIcon    string // address of the icon of 180 × 180 pixels, for a telephone's home screen
	Manifest     string // address of manifest.webmanifest
	Search       string // address of the search page
	Contact      *Contact
	Licence      *Link
	Feed         Link   // the feed of everything
	Footer       []Link // ways in at the foot: documents, news, feeds
}

// A Link is words that lead somewhere.
type Link struct {
	Text string
	Href string
	Lang string // "vi" for Vietnamese words on an English page, "" for words in the page's language
}

// A MenuLink is an entry of the main menu.
type MenuLink struct {
	Link
	Current bool // the page stands below it
	Exact   bool // the page is it
}

// Contact is how to reach the publisher.
type Contact struct {
	Name, Address, Phone, Email string
	PhoneHref                   string // Phone as dialled, "+842773840123", without "tel:", which html/template would refuse in a value
}

// A Notice is a box above the content.
type Notice struct {
	Kind string // "illustrative", "withdrawn", "draft", "provisional", "superseded", "info"
	Said
	Link *Link
}

// Said is what the portal says in the language of the page, then what an author adds in his own, Vietnamese words.
type Said struct{ Text, Own string }

// A Day is a date as printed and as machines read it.
type Day struct {
	Text string // "05/5/2021"
	ISO  string // "2021-05-05" or with a time and zone
}

// Meta is who published what when. Empty fields are not shown.
type Meta struct {
	Date     *Day
	Updated  *Day
	Author   string
	Source   string
	Approved string // "Nguyễn Văn A duyệt ngày 05/5/2021"
	Category *Link
	Campaign *Link
	Unit     *Link
	Tags     []Link
}

// A Correction is a dated, explained change to something published.
type Correction struct {
	Day            Day
	What, Was, Now string
	Reason         string
	Page           *Link // on the page of all corrections
}

// Picture is an image with its caption.
type Picture struct {
	Src           string
	Alt, Caption  string
	Width, Height int    // of Src, 0 where unknown
	Srcset        string // the same in narrower sizes, "/a.320.jpg 320w, /a.jpg 700w"; "" if there are none
	Sizes         string // how wide it is shown, where there is a Srcset
	Eager         bool   // the first image of its page: not to be loaded late
}

// A Body is an author's text: markup that package document wrote, and blocks that directives ask for.
type Body struct {
	Lang     string // as [Link.Lang]
	Parts    []Part
	Contents []Heading // table of contents; empty for short texts
}

// A Part is one piece of a body: exactly one field is set.
type Part struct {
	HTML    HTML     // finished markup, without the values of the slots
	Value   string   // an attribute's value, to be escaped
	Block   any      // *RankingTable, *AwardsBlock, *CriteriaTable or *Picture: drawn by the template block-<name>
	Picture *Picture // the attributes of an image in the text, but for its alt and title
}

// HTML is markup from package document: the only text that is not escaped where it lands.
type HTML string

// A Heading is an entry of a table of contents.
type Heading struct {
	Level int
	ID    string
	Text  string
}

// An Act is a signed document as shown in a document block.
type Act struct {
	Symbol string // "138/KH-UBND"
	Day    Day
	Long   string // "Đồng Tháp, ngày 05 tháng 5 năm 2021"; without the place where none is given
	Issuer string
	Title  string // abstract
	Signer *Signer
	File   *File

	Recipients []string // "Nơi nhận", for the print
}

// Signer is who signed.
type Signer struct {
	Authority, Title, Name string
}

// A File can be downloaded.
type File struct {
	Text string // "kh-138.pdf"
	Href string
	Type string // "PDF", "CSV", "JSON", "Excel"
	Size string // "120 KB"; "" if unknown
}

// Pager leads through the pages of a list.
type Pager struct {
	Number, Total int
	Text          string // "Trang 2 trên 7"
	Prev, Next    *Link
	Pages         []PagerLink // the numbered links, gaps as a link without Href
}

// A PagerLink is a numbered link.
type PagerLink struct {
	Link
	Current bool
}

// Kind names the template that draws a page type or a block, or a pointer to one: the type's name in small
// letters with hyphens, "corrections-page" for a [CorrectionsPage].
func Kind(main any) string {
	typ := reflect.TypeOf(main)
	if typ.Kind() == reflect.Pointer {
		typ = typ.Elem()
	}
	var b strings.Builder
	for i, r := range typ.Name() {
		if unicode.IsUpper(r) && i > 0 {
			b.WriteByte('-')
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return b.String()
}
