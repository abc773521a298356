// Package e2e holds tests alone: it looks at portals as their readers do, in Debian's Chromium.
//
// The real command builds four sites into temporary folders, below a base path and for an address on loopback: the
// repository's own, one of extremes (extreme_test.go: a ranking of 150 rows and 12 criteria, one row, no row, long names),
// one with a signed act (act_test.go) and one that has nothing but settings. They are served under the strict policy of
// package serve, and Chromium visits the heaviest and the lightest page of every kind (kinds_test.go) that is on the portal's
// own list of its files. What a visit finds is a list of faults in words (testdata/observe.js runs before a page's own
// scripts, testdata/facts.js after them); a sound page has none. harness_test.go shows hand-made pages with each
// fault, so that a check which can't fail is noticed.
//
// Beside our own looks stand axe-core's (axe_test.go), what comes out of the printer, read by pdftotext (print_test.go), and
// the weights that readers on weak networks are promised (budget_test.go).
//
// Chromium is found by CHROMIUM, then by the usual names; .ci/browser brings it, pdftotext and axe-core. Without them the tests
// are skipped, loudly; where CI is set that is a failure.
//
//	go test ./internal/e2e                                        all
//	go test ./internal/e2e -v -run 'Budget|FirstAnswer|NoFault'   every budget, with its figure and limit
//	go test ./internal/e2e -run TestShots -shots /some/dir        pictures of every kind of page, and contact sheets
//
// It may import only what it compares with: serve, for the policy and the types of files, and render, for the page types.
package e2e
