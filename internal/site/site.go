// Package site joins all documents into one site: which are public at this moment, where each stands, which
// campaign it belongs to, what the scores and awards come to. It decides nothing about pages: package portal
// plans those from a [Site].
//
// [Assemble] reads its input and writes no file. Whatever does not fit together is a finding at the place in
// the file that says so; the site holds what could be joined all the same, so that one run finds everything.
//
// The same documents, files and moment give the same site, whatever their order.
package site

import (
	"slices"
	"strings"
	"time"

	"bangvang/internal/award"
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/sheet"
)

// Content is the folder of all sources below the site's folder.
const Content = "content/"

// Input is everything a site depends on.
type Input struct {
	Settings *document.Settings
	Docs     []*document.Document // in any order
	Files    map[string]File      // all other files of the content folder, by path from the site's folder
	Now      time.Time            // the moment: decides drafts, embargoes, expiries, states of campaigns
	Drafts   bool                 // show what is hidden too (preview)
	BaseURL  string               // overrides base_url of the settings; "" does not
	Revision Revision             // of the sources; zero where it is not to be told
}

// A Revision says which state of their repository the sources are.
type Revision struct {
	Commit string    // its whole hash
	Time   time.Time // when it was committed
	// Changed tells that the sources differ from the commit.
	Changed bool
}

// A File is a file beside the documents: a score sheet, a picture, a PDF.
type File struct {
	Data []byte
}

// A Site is the whole portal's content at one moment.
type Site struct {
	Settings *document.Settings
	Origin   string // "https://thidua.example.vn", without a path
	Base     string // the path of base_url with a slash at the end: "/", "/cong/"
	Zone     *time.Location
	Now      time.Time // in Zone
	Revision Revision  // zero where it is not to be told
	Registry *campaign.Registry
	Register []*Page // the public registries; the first one's text stands at /don-vi/

	Pages     []*Page          // public documents but sections and the registry, by path
	Sections  map[string]*Page // by folder: "content/tin-tuc/"
	Campaigns []*Campaign      // newest first
	Hidden    []Hidden         // by path
	drafts    bool             // hidden documents are shown
	files     map[string]File
	byRef     map[string]*Page // by path without content/ and .md
	hiddenRef map[string]bool
	invented  map[string]bool // ids of illustrative registries
	input     Input           // what it was assembled from
}

// A Page is a public document with its place.
type Page struct {
	Doc      *document.Document
	Address  string    // "/tin-tuc/2021/phat-dong/", without the base path
	Campaign *Campaign // nil outside
	Files    []Attachment
	Hidden   bool // shown only because the preview asks for hidden pages
	// English holds the page's words in English; nil where nobody has translated it.
	English *document.Document
}

// A Campaign is a folder of content/phong-trao with a plan.
type Campaign struct {
	ID            string // the folder's name
	Address       string // of its hub
	Section       *Page  // its _index.md, nil if none
	PlanPage      *Page
	Plan          *document.Plan
	Blocks        []Block
	Criteria      []*Criteria
	Rounds        []*Round        // latest first, then in the plan's order of blocks
	Announcements []*Announcement // latest first
	Articles      []*Page         // newest first
	Pages         []*Page         // other texts of the folder
	faulty        bool            // a block names a unit that does not exist, or was not understood
	strayCriteria bool            // a criteria file names a block that does not exist
	strayPrizes   []string        // ids of those that name such a block or an unknown band, or were not understood
	offersUnclear bool            // an id of a prize or commendation stands twice, or was not understood
}

// Title returns the campaign's name as its plan or its section gives it.
func (c *Campaign) Title() string {
	if c.Section != nil && c.Section.Doc.Header.Title != "" {
		return c.Section.Doc.Header.Title
	}
	return c.PlanPage.Doc.Header.Title
}

// Illustrative tells that the campaign's data are invented.
func (c *Campaign) Illustrative() bool {
	return c.PlanPage.Doc.Header.Illustrative
}

// Block returns the block with the id, nil if the plan has none.
func (c *Campaign) Block(id string) *Block {
	for i := range c.Blocks {
		if c.Blocks[i].ID == id {
			return &c.Blocks[i]
		}
	}
	return nil
}

// A Block is the units that compete among themselves.
type Block struct {
	ID    string
	Name  string
	Units []campaign.Unit
}

// Criteria is a criteria file: rules for its blocks.
type Criteria struct {
	Page   *Page
	Rules  *campaign.Rules
	Blocks []string
	faulty bool     // an error stands in the rules
	unread bool     // some of the rules were not understood
	twice  []string // ids that several criteria have
}

// Has reports whether the rules are those of a block.
func (c *Criteria) Has(block string) bool { return slices.Contains(c.Blocks, block) }

// A Round is a results file with its standings.
type Round struct {
	Page      *Page
	Campaign  *Campaign
	Block     *Block
	Criteria  *Criteria
	Results   *document.Results
	Day       campaign.Day // of the decision, else of the page, else the end of the period
	Standings *campaign.Standings
	Previous  *Round // nil if none is named
	faulty    bool   // an error stands in its scores
	unread    bool   // something of its sheets was not understood
	lost      bool   // a line of its sheets is of nobody knows which unit
	// typed has the units whose id was not typed as it is, by their ids.
	typed map[string]string
}

// An Announcement is an awards file with where each award stands against the ranking.
type Announcement struct {
	Page     *Page
	Campaign *Campaign
	Awards   *document.Awards
	Lines    []AwardLine  // one for each award of the file, in its order
	List     *award.List  // what was judged: the awards, the plan's offers, the standings
	Day      campaign.Day // of the act, else of the page, else on which people could first comment; "" if unknown
}

// Assemble joins the input. The findings are those that no single document shows.
func Assemble(in Input) (*Site, []diag.Finding) {
	a := &assembly{Input: in, site: &Site{
		Settings: in.Settings, Revision: in.Revision, files: in.Files, drafts: in.Drafts, input: in,
		Sections: map[string]*Page{}, byRef: map[string]*Page{}, hiddenRef: map[string]bool{}, invented: map[string]bool{},
	}}
	slices.SortFunc(a.Docs, func(x, y *document.Document) int { return strings.Compare(x.Path, y.Path) })
	a.settle()
	a.register()
	a.admit()
	a.translate()
	a.gather()
	a.score()
	a.announce()
	a.dated()
	a.attach()
	a.unnamed()
	return a.site, a.findings
}

// assembly is a site on its way.
type assembly struct {
	Input
	site       *Site
	findings   []diag.Finding
	sheets     map[string]bool      // files that are named as score sheets
	english    []*document.Document // translations of whatever page
	registries []*document.Document // public or not
	names      *sheet.UnitNames     // of the registry, once somebody asks
}

func (a *assembly) report(f diag.Finding) { a.findings = append(a.findings, f) }

// settle reads where the portal stands and in which zone its days are.
func (a *assembly) settle() {
	s := a.site
	zone := a.Settings.Site.TimeZone
	if zone == "" {
		zone = "Asia/Ho_Chi_Minh"
	}
	loc, err := time.LoadLocation(zone)
	if err != nil {
		a.report(a.Settings.Finding("time-zone", diag.Args{"got": zone}, "time_zone"))
		loc = time.FixedZone("+07", 7*3600)
	}
	s.Zone, s.Now = loc, a.Now.In(loc)

	base := a.BaseURL
	if base == "" {
		base = a.Settings.Site.BaseURL
	}
	var ok bool
	if s.Origin, s.Base, ok = origin(base); !ok && base != "" {
		a.report(a.Settings.Finding("base-url", diag.Args{"got": base}, "base_url"))
	}
	a.webAddresses()
}

// Href returns an address with the portal's base path before it.
func (s *Site) Href(address string) string {
	if s.Base == "/" && strings.HasPrefix(address, "/") {
		return address
	}
	return s.Base + strings.TrimPrefix(address, "/")
}

// URL returns the whole URL of an address.
func (s *Site) URL(address string) string { return s.Origin + s.Href(address) }

// File returns a file beside the documents by its path from the site's folder.
func (s *Site) File(path string) (File, bool) {
	f, ok := s.files[path]
	return f, ok
}

// Time returns the moment that m stands for: a day stands for its first moment in the site's zone.
func (s *Site) Time(m document.Moment) time.Time {
	if !m.Time.IsZero() {
		return m.Time.In(s.Zone)
	}
	if m.Day == "" {
		return time.Time{}
	}
	t, err := time.ParseInLocation(time.DateOnly, string(m.Day), s.Zone)
	if err != nil {
		return time.Time{}
	}
	return t
}
