// Package scaffold writes what an author starts from: a whole new site, and new documents in one.
//
//	scaffold.Site{Organization: "UBND xã A", …}.Files()      // site.yaml, registry, guide, editor settings
//	scaffold.Campaign{Name: "Trồng cây", …}.Files()          // plan, criteria, units
//	scaffold.Results{…}.Files()                              // results with an empty score sheet
//	scaffold.AddUnits(registry, units)                       // new lines in a registry, the rest to the byte
//
// Everything is returned as [File] values; the command writes them, and never over another file.
//
// # The texts
//
// Every key has a comment above it, the sentence of package schema. Keys that most authors need now and then stand
// there as comments, "#key: value". A document is a draft that `check` accepts as it is. What only the author knows
// is marked "‹điền …›": as long as the mark is there, a document that is no draft has a finding ("left-to-fill").
//
// Names of files are plain ASCII, made of the names that the author gives. The folder site/ is copied into every new
// site as it is; a file ending in .tmpl is filled in with the facts of [Site].
package scaffold

// A File is one file to be made: its path from the site's folder with "/", and its bytes.
type File struct {
	Path string
	Data []byte
}

// Fill marks what only the author knows.
func Fill(what string) string { return "‹điền " + what + "›" }
