// Package review tells what a change of the sources does to the published portal: facts first, pages second.
//
//	r, err := review.Of(base, head, options, nil)  // two trees, built as of one moment
//	r.Changes                                      // what is said otherwise: figures, ranks, names, decisions, dates
//	r.Pages                                        // what is shown otherwise
//	r.Findings(diag.Vi)                            // what the rules of change stop, or want to be looked at
//
// Data flow one way:
//
//	facts     a site → its publications, each with its subjects, each with its facts   publication.go, facts*.go, aspect.go
//	pairs     which publication and subject is which on the other side, whatever its file is called now   match.go
//	changes   where the two differ, and because of which cell                          compare.go, turns.go, cause.go
//	pages     the files of both portals by their sums, then by their words             pages.go, theme.go
//	rules     what may not happen to something that was published                      rules*.go
//	words     each change as one sentence                                              words*.go
//
// Facts come from the computed model, never from files or HTML: results are known by campaign, round, block and unit,
// awards by campaign and act, criteria by their block. So a file that is renamed, split or written in another form
// hides nothing. What has expired or is withdrawn has its facts too, as it has been published; what waits for its time has
// them, as it will be.
//
// # Invariants
//
// Of is pure. A side compared with itself gives nothing. The changes from a to b are those from b to a with
// both sides exchanged; the rules alone look one way.
package review
