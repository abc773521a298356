package campaign

// A Day is a calendar day in the place of the campaign, "2021-05-05"; "" is no day.
// Days compare as strings.
type Day string

// A Unit is a department, commune or office that competes. Its ID is the key; names repeat.
type Unit struct {
	ID     string
	Name   string
	Kind   string
	From   Day      // first day of its existence; "" is "as long as anyone knows"
	To     Day      // first day on which it no longer exists; "" while it does
	Became []string // ids of its successors, where it ended
	Act    string   // symbol of the act that ended or made it
}

// A Criterion is a node of the tree of criteria. Only leaves are scored.
type Criterion struct {
	ID     string
	Name   string
	Max    *Decimal // points basis: of a leaf; on an inner node a declared sub-total, checked
	Weight *Decimal // weighted basis: in percent, of a leaf; on an inner node a declared sub-total, checked
	Sheet  string   // which sheet counts for it: "appraised", "survey"; "" is the round's main sheet
	Count  *int     // on an inner node: the declared number of leaves below, checked; nil if not declared
	Items  []Criterion
}

// Basis says how scores become a total.
type Basis string

// The two bases.
const (
	Points   Basis = "points"   // total = Σ score
	Weighted Basis = "weighted" // total = Σ score ÷ scale × weight
)

// RankBy says which figure ranks.
type RankBy string

// The two ranking figures.
const (
	ByTotal   RankBy = "total"
	ByPercent RankBy = "percent" // total ÷ the unit's own maximum
)

// Compare says on which precision two figures are equal.
type Compare string

// The two precisions.
const (
	Exact   Compare = "exact"   // as computed, without rounding
	Rounded Compare = "rounded" // as printed: totals at Decimals, percents at two
)

// TieMethod numbers the units after a shared rank.
type TieMethod string

// The two methods.
const (
	Competition TieMethod = "competition" // 1, 2, 2, 4
	Dense       TieMethod = "dense"       // 1, 2, 2, 3
)

// FloorOn says which criteria a band's floor is asked of.
type FloorOn string

// The two levels.
const (
	Top  FloorOn = "top"  // every top-level criterion
	Leaf FloorOn = "leaf" // every leaf
)

// Scoring is how a block is scored and ranked.
type Scoring struct {
	Basis    Basis
	Scale    Decimal // weighted: the common scale of all scores
	RankBy   RankBy
	Decimals int // of printed totals, 0 to 6
	Compare  Compare
}

// Adjustments bound the points outside the tree; nil is no bound.
type Adjustments struct {
	BonusMax   *Decimal
	PenaltyMax *Decimal
}

// A Band is a class of results: Xuất sắc, Tốt, Khá. Bands are listed from the highest down.
type Band struct {
	Name    string
	From    Decimal  // percent of the maximum, bonus and penalty included
	Floor   *Decimal // percent that every criterion must reach, or the next band is tried
	FloorOn FloorOn
}

// A BreakKey breaks a tie: exactly one field is set.
type BreakKey struct {
	Criterion string // the unit with more points in this criterion (any level) is better
	Sheet     string // the unit with more points over the leaves with this sheet is better
	Bonus     bool   // more bonus is better
	Penalty   bool   // less penalty is better
	Previous  bool   // the better rank in the round before is better
}

// Ties is the rule for equal results.
type Ties struct {
	Method  TieMethod
	BreakBy []BreakKey
}

// Rules are the criteria of one or more blocks: what is scored and how a rank comes about.
type Rules struct {
	Scoring     Scoring
	Criteria    []Criterion
	Adjustments Adjustments
	Bands       []Band
	Ties        Ties
}

// State says what stands in a cell of a score sheet.
type State int

// The states of a cell. The zero value is a cell that nobody has filled.
const (
	Missing       State = iota // not scored yet: one such leaf leaves the unit unranked
	Scored                     // Value holds the score
	NotApplicable              // "-": the criterion leaves the unit's maximum
	Withheld                   // "N/A": the unit is unranked
)

// A Score is one cell.
type Score struct {
	State State
	Value Decimal
}

// Official holds figures as officially decided; nil or "" where the sheet has none.
type Official struct {
	Total   *Decimal
	Percent *Decimal
	Rank    *int
	Band    *string
	Change  *Decimal // of the figure that ranks, against the round before
}

// An Entry is one unit's line of a score sheet.
type Entry struct {
	Unit     string
	Scores   map[string]Score // by leaf id
	Bonus    Decimal
	Penalty  Decimal // positive
	Note     string
	Official Official
}

// A Tolerance is how far a printed figure may lie from ours, and why.
type Tolerance struct {
	Within Decimal
	Reason string
}

// A Round is everything that decides the standings of one block in one round.
type Round struct {
	Rules    *Rules
	Block    []Unit            // the contestants
	Entries  []Entry           // the counted sheet, at most one line a unit
	Self     []Entry           // the units' own scoring, shown beside, never counted
	Excluded map[string]string // unit id → reason
	Extract  int               // > 0: the source shows only some of this many units, with their official ranks
	Official *Tolerance        // nil: official figures must agree with ours
	Allowed  []Kind            // problems of official figures that the author vouches for: the source prints it so
	Day      Day               // of the decision or of the round's end: decides which units exist
	Previous *Standings        // the round before, nil if none
	Carried  string            // how the earlier value was made comparable, in words
	Registry *Registry         // all units, for successors; may be nil
}
