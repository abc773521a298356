package document

import (
	"time"

	"bangvang/internal/campaign"
)

// Type says what a document is.
type Type string

// The types. Without `type`, the place decides: see [TypeOf].
const (
	TypePlan     Type = "plan"
	TypeCriteria Type = "criteria"
	TypeResults  Type = "results"
	TypeAwards   Type = "awards"
	TypeUnits    Type = "units"
	TypeArticle  Type = "article"
	TypePage     Type = "page"
	TypeSection  Type = "section" // any _index.md, whatever its header says
	// TypeTranslation is name.en.md, the English of the words of name.md beside it.
	TypeTranslation Type = "translation"
)

// A Document is one file: its header as values, its body as converted HTML.
// It depends on the file's path and bytes only, and nobody changes it after [Parse].
type Document struct {
	Path   string // from the site's folder, "content/phong-trao/x/ke-hoach.md", NFC, "/"
	Type   Type
	Header Header
	Body   Body
	// Readable tells that the header was understood as keys and values; where it was not, what it lacks says nothing.
	Readable bool
	// ToFill counts the marks ‹điền …› that a draft still has. In a document that is no draft each is a finding.
	ToFill int

	// Exactly one is set, by Type; none for article, page and section.
	Plan     *Plan
	Criteria *Criteria
	Results  *Results
	Awards   *Awards
	Units    *Units
	Picture  *PictureWords // of a translation

	file   file            // for Where and the quoted lines
	unread map[unread]bool // nil where all was understood
}

// Header holds the keys that every type may have.
type Header struct {
	Title        string       `key:"title,required"`
	Summary      string       `key:"summary"`
	Date         Moment       `key:"date"`
	Updated      Moment       `key:"updated"`
	Author       string       `key:"author"`
	Source       string       `key:"source"`
	Image        *Image       `key:"image"`
	Tags         []string     `key:"tags"`
	Category     string       `key:"category"`
	Draft        bool         `key:"draft"`
	Publish      Moment       `key:"publish"`
	Expires      Moment       `key:"expires"`
	Slug         string       `key:"slug" form:"slug"`
	Aliases      []string     `key:"aliases"`
	Approved     *Approval    `key:"approved"`
	Corrections  []Correction `key:"corrections"`
	Withdrawn    *Withdrawal  `key:"withdrawn"`
	Illustrative bool         `key:"illustrative"`
	Allow        []Waiver     `key:"allow"`
	Campaign     string       `key:"campaign"` // articles: folder name below phong-trao
	Unit         string       `key:"unit"`     // articles: id
}

// PictureWords are the words of the page's picture in a translation: the picture itself stands in the Vietnamese file.
type PictureWords struct {
	Alt     string `key:"alt"`
	Caption string `key:"caption"`
}

// A Moment is a local day, or a point in time with its zone. The zero value is unset.
type Moment struct {
	Day  campaign.Day // as written, in the zone of Time if there is one
	Time time.Time    // zero for a day
}

// Image is a page's picture. Src is relative to the file.
type Image struct {
	Src     string `key:"src,required"`
	Alt     string `key:"alt"`
	Caption string `key:"caption"`
}

// Approval says who approved the page, and when.
type Approval struct {
	By   string `key:"by,required"`
	Date Moment `key:"date,required"`
}

// Correction is a dated, explained change to something already published.
type Correction struct {
	Date   Moment `key:"date,required"`
	What   string `key:"what,required"`
	Was    string `key:"was"`
	Now    string `key:"now"`
	Reason string `key:"reason,required"`
}

// Withdrawal takes a page's content back and leaves the reason.
type Withdrawal struct {
	Date   Moment `key:"date,required"`
	Act    string `key:"act"`
	Reason string `key:"reason,required"`
}

// Waiver lets a judgement pass in this file.
type Waiver struct {
	Code   string `key:"code,required" form:"judgement"`
	Reason string `key:"reason,required"`
}

// Act is a signed document: 138/KH-UBND of 05/5/2021.
type Act struct {
	Number string  `key:"number,required"`
	Date   Moment  `key:"date,required"`
	Issuer string  `key:"issuer"`
	Signer *Signer `key:"signer"`
	File   string  `key:"file"`  // relative to the document's file
	Title  string  `key:"title"` // abstract (trích yếu)

	// What a printed act has beside these (Decree 30/2020, annex I): where it was signed, before the date; to whom it goes.
	Place      string   `key:"place"`
	Recipients []string `key:"recipients"`
}

// Signer is who signed an act and in whose name.
type Signer struct {
	Name      string `key:"name,required"`
	Title     string `key:"title"`
	Authority string `key:"authority"` // TM. KT. TL. TUQ. Q.
}

// Period is a span of days, both included.
type Period struct {
	From Moment `key:"from,required"`
	To   Moment `key:"to,required"`
}

// Plan launches a campaign.
type Plan struct {
	Document      *Act           `key:"document"` // required unless Index is set
	Index         bool           `key:"index"`    // a published index, not a launched campaign: it may have no act
	Period        Period         `key:"period,required"`
	Phases        []Phase        `key:"phases"`
	Blocks        []Block        `key:"blocks,required"`
	Prizes        []Prize        `key:"prizes"`
	Commendations []Commendation `key:"commendations"`
	Scope         string         `key:"scope"` // commune, district, province, ministry, national: who launches it
}

// Phase is a dated step.
type Phase struct {
	Name string `key:"name,required"`
	From Moment `key:"from,required"`
	To   Moment `key:"to"`
}

// Block names contestants of a like kind.
type Block struct {
	ID    string   `key:"id,required"`
	Name  string   `key:"name,required"`
	Units []string `key:"units,required"`
}

// Prize is the campaign's own reward.
type Prize struct {
	ID      string            `key:"id,required"`
	Title   string            `key:"title,required"`
	Block   string            `key:"block"`
	Count   int               `key:"count"`
	Share   *campaign.Decimal `key:"share"`
	MinBand string            `key:"band"`
	Per     string            `key:"per" enum:"campaign|round"` // what count and share hold for; "" is the campaign
}

// Commendation is a legal form of award that the plan offers.
type Commendation struct {
	ID    string            `key:"id,required"`
	Title string            `key:"title,required"`
	Form  string            `key:"form"`
	For   string            `key:"for,required" enum:"persons|units"`
	Count int               `key:"count"`
	Share *campaign.Decimal `key:"share"`
	Per   string            `key:"per" enum:"campaign|round"` // as of a prize
}

// Criteria says what is scored in one or more blocks.
type Criteria struct {
	Blocks      []string    `key:"blocks,required"`
	Scoring     Scoring     `key:"scoring,required"`
	Criteria    []Criterion `key:"criteria,required"`
	Adjustments Adjustments `key:"adjustments"`
	Bands       []Band      `key:"bands"`
	Ties        Ties        `key:"ties"`
}

// Scoring is how scores become a total and a rank.
type Scoring struct {
	Basis    string            `key:"basis,required" enum:"points|weighted"`
	Scale    *campaign.Decimal `key:"scale"`
	RankBy   string            `key:"rank_by" enum:"total|percent"`
	Decimals *int              `key:"decimals"`
	Compare  string            `key:"compare" enum:"exact|rounded"`
}

// Criterion is a node of the tree.
type Criterion struct {
	ID     string            `key:"id,required"`
	Name   string            `key:"name,required"`
	Max    *campaign.Decimal `key:"max"`
	Weight *campaign.Decimal `key:"weight"`
	Sheet  string            `key:"sheet"`
	Count  *int              `key:"count"` // declared number of leaves below, checked
	Items  []Criterion       `key:"items"`
}

// Adjustments are points outside the tree.
type Adjustments struct {
	Bonus   *Cap `key:"bonus"`
	Penalty *Cap `key:"penalty"`
}

// Cap bounds an adjustment.
type Cap struct {
	Max *campaign.Decimal `key:"max"`
}

// Band is a class of results.
type Band struct {
	Name    string            `key:"name,required"`
	From    campaign.Decimal  `key:"from,required"`
	Floor   *campaign.Decimal `key:"floor"`
	FloorOn string            `key:"floor_on" enum:"top|leaf"`
}

// Ties is the rule for equal results.
type Ties struct {
	Method  string     `key:"method" enum:"competition|dense"`
	BreakBy []BreakKey `key:"break_by"`
}

// BreakKey is written {criterion: "1"}, {sheet: survey}, or one of the words bonus, penalty, previous.
type BreakKey struct {
	Criterion string `key:"criterion"`
	Sheet     string `key:"sheet"`
	Word      string `word:"bonus|penalty|previous"`
}

// Results are the scores of one block in one round.
type Results struct {
	Block       string            `key:"block,required"`
	Round       string            `key:"round,required"`
	Scores      Scores            `key:"scores,required"`
	Sheets      map[string]string `key:"sheets"`
	Previous    string            `key:"previous"`
	CarriedOver string            `key:"carried_over"`
	Provisional bool              `key:"provisional"`
	Excluded    map[string]string `key:"excluded"`
	Extract     *Extract          `key:"extract"`
	Official    *Official         `key:"official"`
	Document    *Act              `key:"document"`
	Decimal     string            `key:"decimal" enum:"."`
	Mean        *campaign.Decimal `key:"mean"` // the mean as published, checked against ours
	Counts      []BandCount       `key:"counts"`
}

// BandCount is how many units a source says to be in a band, checked against ours.
type BandCount struct {
	Band  string `key:"band,required"`
	Count int    `key:"count,required"`
}

// Scores is the name of a file beside the document, or the cells themselves.
// Cells keep the text as typed: package sheet reads numbers.
type Scores struct {
	File   string
	Inline map[string]map[string]InlineCell // unit → column → cell
}

// InlineCell is a score written in the header. A number without quotes is what YAML says: its point is decimal.
type InlineCell struct {
	Text   string
	Number bool
}

// Extract tells that the source shows only some of the units.
type Extract struct {
	Of int `key:"of,required"`
}

// Official states how far printed figures may lie from ours.
type Official struct {
	Tolerance campaign.Decimal `key:"tolerance,required"`
	Reason    string           `key:"reason,required"`
}

// Awards is an announcement.
type Awards struct {
	Stage      string      `key:"stage,required" enum:"proposed|decided"`
	Disclosure *Disclosure `key:"disclosure"`
	Document   *Act        `key:"document"` // required once decided
	Awards     []Award     `key:"awards,required"`
}

// Disclosure is the term for comment.
type Disclosure struct {
	From    Moment `key:"from,required"`
	Days    int    `key:"days,required"`
	Working bool   `key:"working"`
	Contact string `key:"contact"`
}

// Award is one line of an announcement.
type Award struct {
	Prize        string     `key:"prize"`
	Commendation string     `key:"commendation"`
	Unit         string     `key:"unit"`
	Person       *Person    `key:"person"`
	Merit        string     `key:"merit"`
	Reason       string     `key:"reason"`
	Money        *int64     `key:"money"`
	Annulled     *Annulment `key:"annulled"`
}

// Person is a laureate: name, position, unit, and nothing else.
type Person struct {
	Name     string `key:"name,required"`
	Position string `key:"position"`
	Unit     string `key:"unit"`
	Sort     string `key:"sort"` // given name first, where the last word is not the given name
}

// Annulment takes an award back by a later act.
type Annulment struct {
	Document string `key:"document,required"`
	Date     Moment `key:"date"`
	Reason   string `key:"reason,required"`
}

// Units is the registry.
type Units struct {
	Units []Unit `key:"units,required"`
}

// Unit is an entry of the registry.
type Unit struct {
	ID     string   `key:"id,required" form:"slug"`
	Name   string   `key:"name,required"`
	Kind   string   `key:"kind"`
	From   Moment   `key:"from"`
	To     Moment   `key:"to"`
	Became []string `key:"became"`
	Act    string   `key:"act"`
}

// Site is content/site.yaml.
type Site struct {
	Title        string      `key:"title,required"`
	Organization string      `key:"organization,required"`
	BaseURL      string      `key:"base_url,required" form:"base"`
	Language     string      `key:"language" enum:"vi"` // English stands in name.en.md, beside the Vietnamese
	TimeZone     string      `key:"time_zone"`
	Contact      *Contact    `key:"contact"`
	Menu         []MenuItem  `key:"menu"`
	Categories   []string    `key:"categories"`
	Licence      *Licence    `key:"licence"`
	Repository   *Repository `key:"repository"`
	StrictFrom   Moment      `key:"strict_from"`
	Notice       string      `key:"notice"` // a sentence on every page, "sample portal, not official"
	Options      Options     `key:"options"`
	English      *English    `key:"english"`
}

// English is what the English edition says in place of the keys of the same name.
type English struct {
	Title        string          `key:"title"`
	Organization string          `key:"organization"`
	Notice       string          `key:"notice"`
	Contact      *EnglishContact `key:"contact"`
}

// EnglishContact is how to reach the publisher, as far as it is words.
type EnglishContact struct {
	Name    string `key:"name"`
	Address string `key:"address"`
}

// Contact is how to reach the publisher.
type Contact struct {
	Name    string `key:"name"`
	Address string `key:"address"`
	Phone   string `key:"phone"`
	Email   string `key:"email"`
}

// MenuItem is an entry of the main menu; To is an address or a reference to content.
type MenuItem struct {
	Title string `key:"title,required"`
	To    string `key:"to,required"`
}

// Licence is under what terms the data may be used.
type Licence struct {
	Name string `key:"name,required"`
	URL  string `key:"url"`
}

// Repository is where the content's source can be read.
type Repository struct {
	URL    string `key:"url,required"`
	Branch string `key:"branch"` // "main" if empty
	Path   string `key:"path"`   // the site's folder in it, "" for its top
}

// Options tune the portal.
type Options struct {
	PageSize int `key:"page_size"` // entries of a list, 20 if 0
}
