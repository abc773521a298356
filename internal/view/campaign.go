package view

// Campaign is a campaign's hub.
type Campaign struct {
	Sentence      string // its state in one sentence
	State         string // "Đang diễn ra"
	StateKind     string // "running", "upcoming", "finished"
	Period        string
	Organizer     string
	Act           *Act
	Plan          *Link
	Intro         Body
	Phases        []Phase
	Blocks        []Block
	Prizes        []PrizeLine
	Commendations []PrizeLine
	Criteria      []Link
	Method        *Link // how ranks and awards come about; nil without criteria
	Rounds        []Round
	Heads         []RankingHead
	NoResults     string // what to say where no result is published
	Awards        []AwardsLink
	News          []*Entry
	Documents     []DocumentRow
}

// A Phase is a dated step of a campaign.
type Phase struct {
	Name  string
	From  Day
	To    *Day
	State string // "done", "now", "next"
	Words string // "đã xong", "đang diễn ra", "sắp tới"
}

// A Block is the units that compete among themselves.
type Block struct {
	ID    string
	Name  string
	Count string // "9 đơn vị"
	Units []UnitRow
}

// A PrizeLine is one prize or commendation of the plan.
type PrizeLine struct {
	Title string
	Count string // "01 giải"
	For   Link   // the block's name, or who may receive it; leads nowhere
}

// A Round is one results page of a campaign.
type Round struct {
	Link
	Round, Block string
	Day          *Day
	Sentence     string
	Provisional  bool
}

// An AwardsLink is one announcement of a campaign.
type AwardsLink struct {
	Link
	Stage     string // "Đề nghị", "Đã quyết định"
	StageKind string // "proposed", "decided", "withdrawn"
	Day       *Day
	Summary   string
}

// Plan is the act that launches a campaign.
type Plan struct {
	Act           Act
	Period        string
	Body          Body
	Phases        []Phase
	Blocks        []Block
	Prizes        []PrizeLine
	Commendations []PrizeLine
	Hub           Link
	Picture       *Picture
}

// Criteria is what is scored and how a rank comes about.
type Criteria struct {
	Table  CriteriaTable
	Body   Body
	Hub    Link
	Method *Link // the same for the whole campaign, awards included
}

// Method says how the ranks and awards of a campaign come about, in sentences from the campaign's own data.
type Method struct {
	Sentence      string
	Blocks        []MethodBlock
	Commendations []string
	Steps         []string // from a proposal to a decision
	Announcements []AwardsLink
	Hub           Link
}

// A MethodBlock is how one block is scored, ranked and awarded.
type MethodBlock struct {
	ID       string // on the page
	Name     string
	Scored   []string // what is scored, a sentence for each main criterion; empty without criteria
	Rules    []string // how total, percentage, rank, ties and bands come about
	Prizes   []string
	Rounds   []Round
	Criteria *Link
}

// A CriteriaTable shows the tree of criteria.
type CriteriaTable struct {
	Caption      string
	Lang         string // of Caption where it is not the page's: "vi"
	Illustrative bool
	Figure       string // header of the figure's column: "Điểm tối đa" or "Trọng số (%)"
	HasSheets    bool
	Rows         []CriterionRow
	Total        string // "100"
	Leaves       string // "12 tiêu chí chấm điểm"
	Blocks       []string
	Rules        []string // sentences: how total, percent, rank, ties come about
	Bands        []BandRow
	Bonus        string // "Điểm thưởng tối đa 5"; "" if none
	Penalty      string
}

// A CriterionRow is one node of the tree.
type CriterionRow struct {
	ID, Name string
	Level    int // 0 at the top
	Leaf     bool
	Max      string
	Share    string // percent of the whole, "35%"
	Sheet    string // "thẩm định", "điều tra xã hội học"
}

// A BandRow is one band.
type BandRow struct {
	Name  string
	Range string // "từ 80% đến dưới 90%"
	Floor string // "mỗi lĩnh vực từ 85%"; "" if none
	Count string // units in it, on results pages; "" elsewhere
}

// Ranking is the results of one block in one round.
type Ranking struct {
	Sentence    string // the result in one sentence
	Provisional bool
	Act         *Act
	Body        Body
	Table       RankingTable
	Unranked    []UnrankedRow
	Bands       []BandRow
	Rules       []string // how the rank comes about, in sentences
	Criteria    *Link
	Method      *Link // how ranks and awards of the campaign come about
	Hub         Link
	Previous    *Link
	Trend       *Trend // nil for a first round
	Downloads   []File
	Others      []Link // the same round's other blocks, the block's other rounds
}

// A RankingTable is the ranking itself, also inside a text.
type RankingTable struct {
	ID           string // unique on the page, for the caption and the region
	Caption      string
	Href         string // the results page, where the table stands elsewhere
	Illustrative bool
	Provisional  bool     // said here only where the table stands elsewhere
	Columns      []Column // the top criteria's columns between unit and total
	Figure       string   // header of the total: "Tổng điểm"
	FigureUnit   string   // "điểm", under it
	ShowPercent  bool
	ShowBand     bool
	ShowChange   bool
	ShowOurs     bool // official figures stand beside ours
	ShowBonus    bool
	ShowPenalty  bool
	RowIDs       bool // rows carry their unit's id (on the results page itself)
	Rows         []RankingRow
	Mean         *MeanRow
	Cut          string // "10 đơn vị đầu trong 63"; "" where all rows are shown
	Footnotes    []Said
}

// A Column is one criterion's column.
type Column struct {
	ID   string
	Name string
	Max  string // "tối đa 65", "trọng số 5%"; "" if there is nothing to say
}

// A RankingRow is one unit's row.
type RankingRow struct {
	ID       string // unit id
	Rank     string // "2"
	Tied     bool
	Unit     string
	Now      string   // "nay là …"; "" if it exists
	Href     string   // its breakdown
	Scores   []string // one per column; "–" where it does not apply
	Bonus    string
	Penalty  string
	Total    string // the figure that counts, equal decimals in the column
	Max      string // the unit's own maximum, where it differs within the table; "" else
	Percent  string // "84,58%"
	Bar      string // width of the bar in percent, "84.58"
	Band     string
	BandKind string // "1" for the highest, "2", …: a class
	// The distance to the rank above, "kém hạng trên 4,00": in percent where percents rank, else in points. "" for the
	// first and where both are equal.
	Gap, PercentGap string
	Ours            string // our figure, where an official one is shown and differs
	Change          *Change
	Key             string // the deciding key in words; "" if none
	Notes           []Said // equal as printed, near tie, refused band, author's note
	Award           *Link
}

// A Change compares with the round before.
type Change struct {
	Kind   string // "up", "down", "same", "new", "broken"
	Text   string // "▲ tăng 2 bậc", "mới", "không so sánh"
	Points string // "+0,42"
	Reason string // why it can't be compared
}

// A MeanRow is the mean of the ranked rows.
type MeanRow struct {
	Total, Percent string
}

// An UnrankedRow is a unit without a rank.
type UnrankedRow struct {
	ID, Unit, Now, Href string
	Reason              string
}

// Lost is how many points a criterion cost.
type Lost struct {
	Criterion string // "1.2. Cải cách thể chế"
	Points    string // "thiếu 0,5 điểm so với mức tối đa."
}

// Breakdown is one unit's result in one round, criterion by criterion.
type Breakdown struct {
	Unit         Link
	Illustrative bool
	Sentence     string
	Rank         string
	Of           string
	Total        string
	Percent      string
	Band         string
	Reason       string // why unranked
	Figure       string // "Điểm" or "Điểm thành phần"
	HasSelf      bool
	HasPoints    bool // weighted: scores and points differ
	Rows         []PartRow
	Bonus        string
	Penalty      string
	Ours         string
	Compared     []CompareRow
	ComparedText string   // "Cao hơn mức trung bình của khối ở 3 trong 4 lĩnh vực."
	Lost         []Lost   // where points were lost, the most first
	Explain      []string // how the rank came about, in sentences
	Gap          string   // distance to the next rank
	Awards       []Link
	Results      Link
	Prev         *Link // the unit ranked before
	Next         *Link
}

// A PartRow is one criterion in a breakdown.
type PartRow struct {
	ID, Name string
	Level    int
	Leaf     bool
	Score    string // "–" where missing
	Points   string
	Max      string
	Percent  string // of the maximum
	Bar      string // "84.58"
	Self     string
	Lost     string // points below the maximum
	Note     string // "không áp dụng", "chưa chấm", "chưa công bố"
}

// Awards is an announcement.
type Awards struct {
	StageKind  string // "proposed", "decided", "withdrawn"
	Stage      string
	Sentence   string
	Act        *Act
	Disclosure *Disclosure
	Body       Body
	Block      AwardsBlock
	Hub        Link
	Decisions  []Link // that have followed a proposal
	Proposals  []Link // that a decision has followed
	Results    []Link
}

// A Disclosure is the term for comment.
type Disclosure struct {
	From, To Day
	Term     string // "10 ngày làm việc"
	Contact  string
	Open     bool // the term runs at the moment of the build
	Text     string
}

// An AwardsBlock is the list of awards, also inside a text.
type AwardsBlock struct {
	Caption      string
	Href         string // the announcement, where the list stands elsewhere
	Stage        string
	StageKind    string // "proposed", "decided", "withdrawn"
	Illustrative bool
	Groups       []AwardGroup
}

// An AwardGroup is the awards of one block, or the commendations.
type AwardGroup struct {
	Title string
	Rows  []AwardRow
}

// An AwardRow is one award.
type AwardRow struct {
	ID       string
	Title    string // "Giải nhất"
	Laureate Link   // Href "" for persons
	Position string
	Unit     *Link // of a person
	Result   *Link // "84,58 điểm", to the row
	Merit    string
	Account  string // how it stands against the ranking, the council's reason, the law, the money: in sentences
	Annulled string // "Hủy theo …: lý do"
}
