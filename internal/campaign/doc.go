// Package campaign holds the rules by which a campaign's scores become standings. It knows no files and no
// pages: facts go in as values ([Round], [Rules], [Registry]), [Standings] and [Problem]s come out. It is
// written so that a member of an emulation council can check it; each rule below has a table test that is named
// by its sentence.
//
// # What is scored?
//
// The criteria are a tree of any depth. Only leaves are scored. A declared sub-total or count must agree with
// the leaves below it.
//
// # How does a score become a total?
//
// Points: the total is the sum of the scores. Weighted: a score is divided by the scale and multiplied by its
// weight, and the weights sum to 100. A bonus is added to the total and a penalty taken from it, so the total may
// pass the maximum. Other sheets (the units' own scoring) stand beside and count for nothing.
//
// # What if a criterion does not apply, or a score is missing?
//
// A criterion that does not apply ("-") leaves the unit's maximum. A criterion that is not scored yet leaves the
// unit unranked: missing is not zero. A withheld score leaves the unit unranked. An excluded unit is unranked
// with the organizer's reason. A unit without a line in the sheet is a problem, except in an extract. A unit to
// which no criterion applies has no rank.
//
// # What is the percentage?
//
// The percentage is the total divided by the unit's own maximum.
//
// # How exact is it?
//
// Every figure is a decimal number as typed, kept in millionths; between them stand whole numbers of 128 bits,
// or more where needed, and no binary fraction. Figures are rounded half-up once, when printed. Under exact
// comparison equal as printed is not yet equal; under rounded comparison it is: totals at the declared decimals,
// percentages at two.
//
// # Who is before whom?
//
// Units are ranked only within their block, by total or by percentage as the rules say. Equal units share their
// rank: the next one is skipped (competition: 1, 2, 2, 4) or not (dense: 1, 2, 2, 3). Break keys part equal units
// in their order, and the deciding key is kept. A criterion or sheet key compares what it gave to the total,
// exactly; more bonus, less penalty and a better rank in the round before are better, and a unit without an
// earlier rank stands behind those with one. Units that no key parts share their rank, in the order of the
// block's list.
//
// # How close was it?
//
// The distance to the next better rank is the difference of the printed figures, so that a reader who subtracts
// finds it. Two ranks that lie closer than one printed step are marked, and so are two that print the same.
//
// # What if the source has decided other figures?
//
// An official figure that differs from ours is a problem. Within a stated tolerance the official figure is shown
// and ranks, and ours is kept beside it. Where a tolerance is stated, all official figures within it rank, so
// that one table is ranked by one kind of figures. An official rank may differ from ours only as far as the
// tolerance allows. In an extract official ranks stand as given, and a unit without one is unranked: ours would
// be a rank among some only. Official ranks that skip a number, run against the figures, or leave a unit out are a
// problem. Where the author vouches that the source prints it so, the problem stays and the official figure stands.
//
// # Which band?
//
// A unit gets the highest band whose threshold its percentage reaches. A floor refuses a band to a unit with one
// criterion below it, and the next band is tried; criteria that do not apply are not asked. Where the rules have
// no bands, an official band is shown as given.
//
// # What has changed since the last round?
//
// Rank, total and percentage are compared with the unit's row in the round before. A new unit is not compared.
// A unit from a merger or a division is not compared. A renamed unit is compared with itself. Nothing is compared
// when the leaves, their weight, the basis or the figure that ranks have changed, or when the number of units
// that compete together has. Where the maximum that applies to the unit has changed, its points are not compared,
// nor its rank where points rank. All this unless the author states how the earlier values were carried over.
// A unit that had no rank is not compared. A printed change that is not new − old is a problem, wherever both
// figures are known.
//
// # Who was this unit before, and what is it now?
//
// A [Registry] knows who became whom, and when. Names repeat and are never keys. A unit exists from its first day
// to the one before its end. The successors of an ended unit are those that live at the end of every line.
//
// # Bounds
//
// [ParseDecimal] takes numbers below a thousand million, and [Rules.Check] refuses criteria whose maxima reach
// that sum. Within these bounds no sum overflows; beyond them figures stop at the range's end and never wrap.
// [Rank] never panics. It takes about 140 bytes and 0.1 µs per score: 1.800 units × 60 criteria in 10 ms.
package campaign
