package award

import "bangvang/internal/campaign"

// A Prize is the campaign's own reward, limited in number: Count and Share hold in each block by itself.
type Prize struct {
	ID      string
	Title   string
	Block   string            // "" is any block
	Count   int               // 0: not limited by a count
	Share   *campaign.Decimal // percent of the block's ranked units; nil: no share
	MinBand string            // the lowest band that may have it; "" any
	// PerRound gives the number anew in each round of the campaign; else it is what the campaign has.
	PerRound bool
}

// For says who may receive a commendation.
type For string

// The kinds of recipients.
const (
	ForUnits   For = "units"
	ForPersons For = "persons"
)

// A Commendation is a legal form of award (giấy khen, bằng khen, cờ thi đua) that a plan offers.
type Commendation struct {
	ID       string
	Title    string
	Form     string // key of the form in the law's data, "" if the plan does not say
	For      For
	Count    int
	Share    *campaign.Decimal
	PerRound bool // as of a prize
}

// Stage is how far an announcement has come.
type Stage string

// The stages.
const (
	Proposed Stage = "proposed"
	Decided  Stage = "decided"
)

// A Person is a laureate: name, position, unit and nothing else.
type Person struct {
	Name     string
	Position string
	Unit     string // id
}

// An Award is one line of an announcement. Exactly one of Prize and Commendation is set,
// and exactly one of Unit and Person.
type Award struct {
	Prize        string
	Commendation string
	Unit         string
	Person       *Person
	Merit        string
	Reason       string // only where it departs from the ranking or settles a tie
	Money        *int64 // đồng, as typed; nil: compute it where the law gives a coefficient
	Annulled     bool
}

// A List is what one awards file announces, with all it must agree with.
type List struct {
	Stage                Stage
	Decided              campaign.Day // day of the decision; "" while proposed
	Disclosed            campaign.Day // first day of the comment term; "" if none
	Awards               []Award
	Earlier              []Given // decided before this list, on the same results or for quotas that are the campaign's
	Prizes               []Prize
	Commendations        []Commendation
	Standings            map[string]*campaign.Standings // latest round's, by block id
	Provisional          map[string]bool                // by block id
	BlockOf              map[string]string              // unit id → block id
	Registry             *campaign.Registry
	PeriodFrom, PeriodTo campaign.Day
	Scope                string // who launched the campaign: commune, district, province, ministry, national; "" unknown
}

// A Given award was decided by an earlier announcement: it fills the quotas, and where it rests on the same results,
// nobody gets another beside it.
type Given struct {
	Award
	Source       string // names the announcement, for messages
	OtherResults bool   // it rests on another round
}

// A Place is where an award stands against the computed ranking.
type Place struct {
	Rank     int      // the unit's rank, 0 if unranked or the block has no standings
	Expected string   // id of the prize that the computed order alone would give; "" none, or several: see Possible
	Possible []string // at the quota's edge: ids of the prizes among which the tie must be settled
	Departs  bool     // the decision differs from the computed order
	AtEdge   bool     // the unit shares the rank at which the quota ends
	Money    *int64   // đồng, computed; nil where the law's data give none
	Ground   string   // the rule that holds, in words of the law's data; "" for a campaign's own prize
}

// A Problem is something that the rules of awards do not allow. Index is the award's place in the list. Earlier
// is the source of an earlier decision that has a part in it, "" where there is none.
type Problem struct {
	Kind    Kind
	Index   int
	Got     string
	Want    string
	Unit    string
	Earlier string
	WantEn  string // Want in English, where it is words
}

// Kind names a problem. The strings are permanent: they are the codes of findings.
type Kind string

// The problems of announcements.
const (
	PrizeUnknown        Kind = "prize-unknown"
	CommendationUnknown Kind = "commendation-unknown"
	PrizeOverCount      Kind = "prize-over-count"  // Got awards of at most Want
	AwardTwice          Kind = "award-twice"       // the same award to the same laureate, or two prizes of a block to one unit
	AwardDeparts        Kind = "award-departs"     // against the ranking without a reason; Got is the rank, Want the prize's title
	AwardTieEdge        Kind = "award-tie-edge"    // a tie at the quota's edge without a reason
	AwardUnranked       Kind = "award-unranked"    // a prize to a unit without a rank, without a reason
	AwardUnitGone       Kind = "award-unit-gone"   // the unit had ceased on the day of the decision
	AwardWrongFor       Kind = "award-wrong-for"   // a person for a collective's award, or the other way
	AwardWrongBlock     Kind = "award-wrong-block" // a prize of another block
	AwardBelowBand      Kind = "award-below-band"
	AwardMoney          Kind = "award-money"             // the typed money (Got) is not the computed one (Want)
	AwardForm           Kind = "award-form"              // a form that a campaign of this length and scope cannot give
	AwardExcluded       Kind = "award-excluded"          // an excluded unit
	CommendationCount   Kind = "commendation-over-count" // Got awards of at most Want
	AwardProvisional    Kind = "award-provisional"       // decided on results that are provisional, without a reason
	FormUnknown         Kind = "form-unknown"            // a form (Got) that the law's data have never had
)
