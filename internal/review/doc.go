// Package review tells what a change of the sources does to the published portal: facts first, pages second.
//
//	base, head := review.Side{…}, review.Side{…}   // two built results, of one moment
//	r := review.Compare(base, head)
//	r.Changes                                      // what is said otherwise: figures, ranks, names, decisions, dates
//	r.Pages                                        // what is shown otherwise
//	r.Findings                                     // what the rules of change stop, or want to be looked at
//
// Data flow one way:
//
//	facts     a site → its publications, each with its subjects, each with its facts     facts*.go, aspect.go
//	pairs     which publication and subject is which on the other side, whatever its file is called now    match.go
//	changes   where the two differ, and because of which cell                            compare.go, cause.go
//	pages     the files of both portals, byte by byte, then by their words               pages.go
//	rules     what may not happen to something that was published                        rules.go
//	words     each change as one sentence                                                words.go
//
// Facts come from the computed model, never from files or HTML: results are known by campaign, round, block and unit,
// awards by campaign and act, criteria by their block. So a file that is renamed, split or written in another form
// hides nothing. What expired or is withdrawn has its facts too: it has been published.
//
// # Invariants
//
// Compare is pure. A side compared with itself gives nothing. Compare(a, b) gives the changes of Compare(b, a) with
// both sides exchanged; the rules alone look one way.
package review
