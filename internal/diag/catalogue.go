package diag

import (
	"maps"
	"slices"
)

// Text is a sentence in both languages.
type Text struct{ Vi, En string }

// In returns the sentence in lang, Vietnamese for any language it does not know.
func (t Text) In(lang Lang) string {
	if lang == En {
		return t.En
	}
	return t.Vi
}

// An Entry is what the catalogue says of a code. Braces name an argument; a part in square brackets is
// left out where one of its arguments is empty.
type Entry struct {
	Severity Severity
	// Judgement marks what an author may waive with `allow`, and what strict_from turns into a warning.
	Judgement bool
	// Absence marks what is said of something that is not there. While another file can't be read nobody knows,
	// and it is held back.
	Absence bool
	// Retired marks what nothing finds any more. Codes are permanent: an old report can still be explained.
	Retired bool
	Message Text
	Hint    Text
	// Why explains the rule behind it, for `explain`.
	Why Text
	// Before and After are an example of the fault and of its mend, for `explain`.
	Before, After string
}

// catalogue joins the parts, one file per field.
var catalogue = join(documentEntries, sheetEntries, workbookEntries, rulesEntries, siteEntries, addressEntries, pageEntries, publishEntries, templateEntries, fixEntries, reviewEntries)

func join(parts ...map[string]Entry) map[string]Entry {
	all := map[string]Entry{}
	for _, p := range parts {
		for code, e := range p {
			if _, twice := all[code]; twice {
				panic("diag: code stands twice in the catalogue: " + code)
			}
			all[code] = e
		}
	}
	return all
}

// Lookup returns the entry of a code. A code that the catalogue lacks is a fault of the program.
func Lookup(code string) Entry {
	e, ok := catalogue[code]
	if !ok {
		panic("diag: code is not in the catalogue: " + code)
	}
	return e
}

// Known reports whether the catalogue has the code.
func Known(code string) bool { _, ok := catalogue[code]; return ok }

// Codes returns all codes in alphabetical order.
func Codes() []string { return slices.Sorted(maps.Keys(catalogue)) }
