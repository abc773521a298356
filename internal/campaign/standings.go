package campaign

// Standings are the computed results of one block in one round.
type Standings struct {
	Rules    *Rules
	Rows     []Row // ranked, best first; ties in the order of the block's list
	Unranked []Row // in the order of the block's list
	Mean     *Mean // of the ranked rows' figures; nil without rows
	Units    int   // how many units the block has (an extract: of the source)
	Extract  bool  // only some of the units are in the source, with their official ranks
	Day      Day   // of the round, "" if unknown
}

// Ranked returns among how many units the ranks are: of an extract, among all those of its source.
func (s *Standings) Ranked() int {
	if s.Extract {
		return s.Units
	}
	return len(s.Rows)
}

// Mean holds the means over the ranked rows, rounded half-up once, from the exact figures that rank.
type Mean struct {
	Total   Decimal
	Percent Decimal
}

// Cause says why a unit has no rank.
type Cause string

// The causes.
const (
	CauseMissing  Cause = "missing"  // a criterion is not scored yet
	CauseWithheld Cause = "withheld" // a score is withheld
	CauseExcluded Cause = "excluded" // excluded with a reason of the organizer's
	CauseAbsent   Cause = "absent"   // no line in the sheet
	CauseNothing  Cause = "nothing"  // no criterion applies, so there is no maximum
	CauseNoRank   Cause = "no-rank"  // an extract gives this unit no rank, and ours would be a rank among some only
)

// A Row is one unit's result and how it came about.
type Row struct {
	Unit  Unit
	Rank  int  // 0: unranked
	Tied  bool // shares its rank
	Order int  // 1-based place in the table

	Total   Decimal // as shown: rounded half-up at the rules' decimals, or the official figure
	Max     Decimal // the unit's own maximum, rounded at the rules' decimals (exact for points)
	Percent Decimal // as shown: rounded half-up at two decimals, or the official figure
	Band    string  // "" where the rules have none

	// Ours holds the computed figures where an official one is shown instead, else nil.
	Ours *Figures
	// OfficialRank and OfficialBand tell that the row's rank or band is the official one.
	OfficialRank, OfficialBand bool

	Parts   []Part // the whole tree, in its order, parents before children
	Bonus   Decimal
	Penalty Decimal
	Note    string

	// Key is the break key that parted this row from a neighbour with an equal figure; nil if none did.
	Key *DecidingKey
	// PrintsEqual tells that a neighbour with another rank shows the same figure.
	PrintsEqual bool
	// Refused is the floor that kept the unit out of a higher band; nil if none did.
	Refused *Refusal
	// GapAhead is how many points (or percent, by the rules) the next better rank is ahead; nil for the first.
	GapAhead *Decimal
	// NearTie tells that the distance to a neighbour's rank is smaller than the printed precision can show.
	NearTie bool

	Cause    Cause    // why unranked
	Reason   string   // the organizer's words, for an excluded unit
	Criteria []string // ids of the criteria that are missing or withheld
	Change   *Change  // against the round before; nil when there is none
	NoChange Broken   // why Change is nil although there was a round before
	WasUnits []string // the predecessors, where NoChange is BrokenMerged or BrokenSplit
}

// Figures are one set of computed figures.
type Figures struct {
	Total   Decimal
	Percent Decimal
	Rank    int
	Band    string
}

// A Part is what one criterion gave one unit.
type Part struct {
	ID     string
	Name   string
	Level  int // 0 at the top
	Leaf   bool
	State  State    // of an inner node: the gravest of its leaves'; NotApplicable if none applies
	Score  Decimal  // as typed (leaf), or the sum of the applicable leaves' points
	Points Decimal  // what it adds to the total: Score, or Score ÷ scale × weight rounded half-up at six decimals
	Max    Decimal  // the applicable maximum, in points of the total
	Self   *Decimal // the unit's own scoring (leaf or sum); nil where there is none
	Sheet  string
}

// A DecidingKey tells which key parted two equal results.
type DecidingKey struct {
	Key   BreakKey
	Value Decimal // this row's
	Other Decimal // the neighbour's
	With  string  // the neighbour's id
}

// A Refusal tells which floor refused which band.
type Refusal struct {
	Band      string
	Criterion string // id
	Percent   Decimal
	Floor     Decimal
}

// A Change compares a row with the round before.
type Change struct {
	Ranks   int      // places won; negative lost
	Points  *Decimal // nil where the unit's maximum was another, so that only percentages compare
	Percent Decimal
	Was     Figures
}

// Broken says why two rounds can't be compared for a unit.
type Broken string

// The reasons.
const (
	BrokenNew      Broken = "new"      // it was not among the contestants
	BrokenUnknown  Broken = "unknown"  // the round before is an extract that does not show it
	BrokenMerged   Broken = "merged"   // it comes from several units
	BrokenSplit    Broken = "split"    // it comes from a unit that was divided
	BrokenCriteria Broken = "criteria" // the criteria or the scoring differ
	BrokenUnranked Broken = "unranked" // it had no rank
	BrokenMaximum  Broken = "maximum"  // points rank, and the maximum that applies to it differs
	BrokenBlock    Broken = "block"    // the contestants or the extract differ so that places can't be compared
)
