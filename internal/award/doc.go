// Package award judges an announcement: it compares the awards that a council proposes or has decided with the
// standings, with the plan's prizes and commendations, and with the law. It gives each award its [Place] and
// finds what the rules do not allow. It reads no files of the user and decides nothing: rank is not award.
//
// # What may be given?
//
// A prize is the campaign's own and goes to a unit of its block. A commendation is a legal form and goes to whom
// the plan offers it, units or persons. An award that the plan does not know is a problem.
//
// # How many?
//
// A prize has its count in each block, a share of the block's ranked units, or both: then the smaller holds, and
// a share is rounded down. A commendation has its count over all blocks. These numbers are the campaign's: they hold
// over every decision on whichever of its rounds, unless the plan gives them per round. Annulled awards do not count.
// On the same results nobody gets two prizes, nor two commendations for one achievement (Law 06/2022/QH15, article 5),
// in whichever decision: an earlier award leaves its place to a later one only where it is annulled.
//
// # Who would get a prize by the ranking alone?
//
// Each prize, in the plan's order, goes to the best units of the block that have none yet and reach the band it
// asks for. An award that departs from this order needs a reason. Where more units share a rank than there are
// prizes left, the order can't decide: the prize is at the quota's edge and needs a reason. A unit without a rank
// needs a reason, an excluded one can't get a prize. A decision on provisional results needs a reason.
//
// # Does the laureate exist?
//
// No award goes to a unit that has ceased on the day of the decision, nor to a person of one.
//
// # Which form may this campaign give?
//
// A form is looked up as it stands on the day of the decision (while proposed: at the end of the campaign's
// period). A campaign shorter than the form asks can't give it: a flag of a ministry or province needs three
// years, the Government's five. A form that has gone can't be given. Before the data begin nothing is judged.
//
// # How much money?
//
// Prize money is the coefficient times the base wage on the day of the decision, rounded up to 10.000 đồng. A
// typed figure that differs is a problem. Where the data have no coefficient or no base wage, none is told.
//
// # How long may one comment?
//
// A term of days counts its first day. A term of working days leaves out weekends and public holidays, and counts
// Saturdays that were worked instead: see [TermEnd].
//
// # The law's data
//
// The folder data holds forms, coefficients, base wages and holidays with their time of validity and their
// source. A change of the law is a new line there, no code. What is not certain is left out: then nothing is
// computed and nothing is found.
package award
