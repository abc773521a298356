package campaign

// A Problem is something in the facts that the rules do not allow. It names the fact, not a file:
// whoever read the facts knows where they stood.
type Problem struct {
	Kind      Kind
	Unit      string // id, or ""
	Other     string // id of another unit that has a part in it, or ""
	Criterion string // id, or ""
	Column    string // "total", "percent", "rank", "band", "bonus", "penalty" or ""
	Got       string // what was found, as the field's decimal text
	Want      string // what is expected
	Index     int    // of the band, break key … that is meant
	Self      bool   // it stands in the units' own scoring, not in the counted sheet
}

// Kind names a problem. The strings are permanent: they are the codes of findings.
type Kind string

// The problems of facts.
const (
	ScoreOverMax     Kind = "score-over-max"    // Got > Want
	ScoreNegative    Kind = "score-negative"    // points below zero
	BonusOverMax     Kind = "bonus-over-max"    // Got > Want
	PenaltyOverMax   Kind = "penalty-over-max"  // Got > Want
	UnitMissing      Kind = "unit-missing"      // a unit of the block has no line in the sheet
	UnitNotInBlock   Kind = "unit-not-in-block" // a line for a unit that does not compete here
	UnitTwice        Kind = "unit-twice"        // two lines for one unit
	ExcludedUnknown  Kind = "excluded-unknown"  // an excluded unit that does not compete here
	MaxSum           Kind = "max-sum"           // a declared sub-total differs from the sum of its leaves
	MaxMissing       Kind = "max-missing"       // points basis: a leaf without max
	WeightMissing    Kind = "weight-missing"    // weighted basis: a leaf without weight
	WeightSum        Kind = "weight-sum"        // weights do not sum to 100
	ScaleMissing     Kind = "scale-missing"     // weighted basis without a scale
	CriterionTwice   Kind = "criterion-twice"   // one id for two criteria
	BandOrder        Kind = "band-order"        // bands are not listed from the highest down
	BandTwice        Kind = "band-twice"        // two bands have one name, Got
	BreakKeyUnknown  Kind = "break-key-unknown" // a criterion or sheet that does not exist
	OfficialDiffers  Kind = "official-differs"  // the decided figure (Got) is not ours (Want)
	RankHole         Kind = "rank-hole"         // official ranks skip a number or count ties another way
	RankMissing      Kind = "rank-missing"      // the source ranks others but not this unit; ours is Want
	RankOrder        Kind = "rank-order"        // official ranks run against the official figures
	NearTie          Kind = "near-tie"          // two ranks lie closer than the rounding, Got (a warning)
	SuccessorLoop    Kind = "successor-loop"    // a unit becomes itself through its successors
	SuccessorUnknown Kind = "successor-unknown" // became names no unit
	UnitDates        Kind = "unit-dates"        // to is not after from
	UnitGap          Kind = "unit-gap"          // a successor begins, on the day Want, after the unit's end Got
	UnitOverlap      Kind = "unit-overlap"      // a lone successor of a lone unit began before its end (a warning)
	UnitGone         Kind = "unit-gone"         // a unit that did not exist on the day competes
	ExtractCount     Kind = "extract-count"     // more rows than the source is said to have
	MixedDecimals    Kind = "mixed-decimals"    // one official column prints different numbers of decimals
	ChangeDiffers    Kind = "change-differs"    // a printed change is not new − old
	CountDiffers     Kind = "count-differs"     // a declared number of leaves (Got) is not the real one (Want)
	MaxNotPositive   Kind = "max-not-positive"  // a maximum or weight is zero or negative
	MaxTooLarge      Kind = "max-too-large"     // all maxima together pass what can be reckoned exactly
	DecimalsRange    Kind = "decimals-range"    // decimals is not from 0 to 6
	UnitEndMissing   Kind = "unit-end-missing"  // a unit has successors but no last day
)
