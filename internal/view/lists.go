package view

// Home is the first page.
type Home struct {
	Intro     Body
	Running   []CampaignCard // running and upcoming campaigns
	Latest    *RankingHead   // the head of the latest ranking
	Results   []*Entry       // newest results and awards
	News      []*Entry
	Campaigns []CampaignCard // the newest finished ones
	NewsHref  string
	AllHref   string // all campaigns
}

// A RankingHead is the first rows of a ranking, for the home page and the hub.
type RankingHead struct {
	Title        string
	Lang         string // as [Link.Lang], of the title
	Href         string
	Sentence     string
	Figure       string // what the figures are: "điểm", "%"
	Rows         []HeadRow
	More         string // "Xem đủ 9 đơn vị"
	Illustrative bool
	Provisional  bool
	Hidden       bool // only in a preview that shows what is not public
}

// A HeadRow is one row of a ranking's head.
type HeadRow struct {
	Rank    string
	Unit    Link
	Figure  string
	Band    string
	Percent string // width of the bar, "84.58"
}

// A CampaignCard is a campaign in a list.
type CampaignCard struct {
	Link
	Summary      string
	State        string // "Đang diễn ra", "Sắp diễn ra", "Đã kết thúc"
	StateKind    string // "running", "upcoming", "finished"
	Period       string // "05/5/2021 – 31/12/2021"
	Organizer    string
	Phase        string // the running phase, "" if none
	Illustrative bool
	Hidden       bool // only in a preview that shows what is not public
}

// An Entry is an item of a list.
type Entry struct {
	Link
	Kind         string // "Tin", "Kết quả", "Khen thưởng", "Kế hoạch", "Tiêu chí", "Trang"
	Summary      string
	Day          *Day
	Category     *Link
	Unit         *Link
	Campaign     *Link
	Illustrative bool
	Provisional  bool
	Hidden       bool // only in a preview that shows what is not public
}

// Campaigns lists all campaigns by year.
type Campaigns struct {
	Intro  Body
	Groups []CampaignGroup
}

// A CampaignGroup is the campaigns of one year.
type CampaignGroup struct {
	Title string // "Năm 2021"
	Cards []CampaignCard
}

// List is a paginated list: news, a category, a tag, a section.
type List struct {
	Intro      Body
	Entries    []*Entry
	Empty      string // what to say where there are none
	Total      string // "128 tin"
	Pager      *Pager // nil for a single page
	Terms      []Term // categories or tags to narrow by
	TermsTitle string
	Years      []Term // of the news, newest first, to narrow by
	Children   []Link // sub-sections
}

// A Term is a category, a tag or a year with its count.
type Term struct {
	Link
	Count   string
	Current bool
}

// Terms is the list of all tags or categories.
type Terms struct {
	Intro Body
	Terms []Term
}

// Article is a news item.
type Article struct {
	Lead    string
	Picture *Picture
	Body    Body
	Prev    *Link // older
	Next    *Link // newer
	Related []*Entry
}

// Text is a plain page.
type Text struct {
	Lead    string
	Picture *Picture
	Body    Body
}

// Documents lists every signed act.
type Documents struct {
	Intro  Body
	Groups []DocumentGroup
}

// A DocumentGroup is the acts of one year.
type DocumentGroup struct {
	Title string // "Năm 2021"
	Rows  []DocumentRow
}

// A DocumentRow is one act and where it is used.
type DocumentRow struct {
	Act          Act
	Kind         string // "Kế hoạch", "Quyết định", …
	Pages        []Link
	Illustrative bool
}

// Units is the registry.
type Units struct {
	Intro  Body
	Groups []UnitGroup
}

// A UnitGroup is the units of one kind.
type UnitGroup struct {
	ID    string
	Title string // "Xã", or "Đơn vị"
	Rows  []UnitRow
}

// A UnitRow is one unit in the registry.
type UnitRow struct {
	Link
	ID           string
	Status       string // "" while it exists; "Kết thúc ngày 01/7/2025"
	Now          []Link // successors
	Illustrative bool
}

// Unit is one unit's page.
type Unit struct {
	Kind    string
	Status  string // sentence on its existence, "" if nothing is known
	Line    []UnitStep
	Results []UnitResult
	Trends  []Trend
	Awards  []UnitAward
	News    []*Entry
}

// A UnitStep is one step of a unit's line through time.
type UnitStep struct {
	Day   *Day
	Text  string
	Units []Link
	Act   string
}

// A UnitResult is one row of a ranking, on the unit's page.
type UnitResult struct {
	Campaign     Link
	Round        Link // to the row's breakdown
	Block        string
	Rank         string // "2" or "–"
	Of           string // "trên 9"
	Total        string
	Percent      string
	Band         string
	Illustrative bool
	Provisional  bool
}

// A UnitAward is one award, on the unit's page.
type UnitAward struct {
	Title        string
	Laureate     string // a person of the unit, "" for the unit itself
	Campaign     Link
	Href         string
	Stage        string
	Day          *Day
	Illustrative bool
}

// NotFound is the page for an address that does not exist.
type NotFound struct {
	Ways []Link
}

// Roll is the roll of honour: all awards that were decided, or those of a year, a campaign or a unit.
type Roll struct {
	Intro    Body
	Sentence string      // how many awards a campaign or a unit has, "" elsewhere
	Campaign *Link       // whose awards these are, nil unless one campaign's
	Unit     *Link       // whose awards these are, nil unless one unit's
	Chips    []RollWay   // to every year, on this page or on its own
	Groups   []RollGroup // ways to the awards of one campaign, of one unit
	Years    []RollYear  // on this page, newest first
}

// A RollGroup leads to parts of the roll of one kind.
type RollGroup struct {
	Title string // "Theo phong trào"
	Count string // "5 phong trào"
	Ways  []RollWay
}

// A RollWay leads to the awards of one year, campaign or unit.
type RollWay struct {
	Link
	ID      string // on the page: of a year that has a page of its own, "nam-2021"
	Count   string // "2 khen thưởng và 1 khen thưởng đã hủy", "" of a year
	Note    string // a campaign's period, what a unit is called now; may be ""
	Current bool   // the page is it
}

// A RollYear is the awards of one year.
type RollYear struct {
	ID      string // "nam-2021"
	Title   string // "Năm 2021"
	Caption string // "Bảng vàng – năm 2021"
	Href    string // of the year's own page, "" where it has none or is it
	Rows    []RollRow
}

// A RollRow is one decided award.
type RollRow struct {
	Title    string
	Href     string // to the award in its announcement
	Laureate Link   // Href "" for persons
	Position string // of a person
	Unit     *Link  // of a person
	Campaign Link
	Act      string
	Day      *Day
	Annulled string
}

// CorrectionsPage lists all corrections, newest first.
type CorrectionsPage struct {
	Intro Body
	Rows  []Correction
}

// Calendar lists dated events: phases, comment terms, announcements.
type Calendar struct {
	Intro    Body
	File     *File // the same events for calendar programs
	Upcoming []Event
	Past     []Event
}

// An Event is a dated thing of a campaign.
type Event struct {
	Day          Day
	Until        *Day
	Text         string
	Lang         string // of Text where it is not the page's: "vi"
	Campaign     Link
	Illustrative bool
}

// Moved stands at an old address and leads to the new one.
type Moved struct {
	To Link
}

// Search is the page that finds others, and the way in for those whose browser runs no script.
type Search struct {
	Intro  Body
	Action string // the page's own address
	Index  string // the folder of the index
	Script string // what searches it
	Groups []LinkGroup
	Map    Link // sitemap.xml
}

// A LinkGroup is links under a heading.
type LinkGroup struct {
	ID    string // on the page
	Title string
	Links []Link
	More  *Link // to the whole list, where this is its beginning
}

// OpenData offers every ranking as data.
type OpenData struct {
	Intro   Body
	Licence *Link
	Tables  []DataTable
	Columns []DataColumn
	Package File // datapackage.json
}

// A DataTable is one ranking's files.
type DataTable struct {
	Link        // to its page
	Campaign    Link
	Block       string // "Ủy ban nhân dân xã, thị trấn, 9 đơn vị"
	Day         *Day
	Provisional bool
	Files       []File
}

// A DataColumn is one line of the dictionary.
type DataColumn struct {
	Name    string // heading in CSV and Excel
	Key     string // in JSON
	Type    string // "số nguyên", "số thập phân", "chữ"
	Unit    string // of measure, "" if none
	Meaning string
}
