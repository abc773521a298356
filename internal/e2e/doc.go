// Package e2e holds tests alone: it looks at the sample portal as its readers do, in Debian's Chromium.
//
// The real command builds the repository's own site into a temporary folder, below a base path and for an address on loopback.
// It is served there under the strict policy of package serve, and Chromium visits some pages of every kind that
// the sitemap names. What a visit finds is a list of faults in words (testdata/observe.js runs before a page's own
// scripts, testdata/facts.js after them); a sound page has none. harness_test.go shows hand-made pages with each
// fault, so that a check which can't fail is noticed.
//
// Chromium is found by CHROMIUM, then by the usual names. Without it the tests are skipped, loudly; where CI is
// set that is a failure.
//
//	go test ./internal/e2e                                    all
//	go test ./internal/e2e -run TestShots -shots /some/dir    pictures of every kind of page, and contact sheets
//
// It may import only what it compares with: serve, for the policy and the types of files.
package e2e
