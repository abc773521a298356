// Package templates is the built-in theme: one html/template file per page type of package view, the parts
// they share, and the style sheet, script and icon below static/. The binary carries it, so that it can
// start a new site anywhere; a site's own templates/ folder overrides it file by file.
//
// README.md beside this file is the guide for designers.
package templates

//go:generate go test -run Readme -update .

import "embed"

// FS holds *.html and their English words at its top, and static/.
//
//go:embed *.html english.tsv static
var FS embed.FS
