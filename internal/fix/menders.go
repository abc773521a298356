package fix

import (
	"regexp"
	"strings"
	"unicode"
)

// A mender returns the edits that mend a finding, none where it can't be done without a thought.
type mender func(spot) []edit

// menders are the codes that can be mended. References to files follow their new names; see [Proposal.follow].
var menders = map[string]mender{
	"vietnamese-key":    named("key", "want"),
	"date-form":         named("got", "want"),
	"date-zone":         named("got", "want"),
	"not-boolean":       named("got", "want"),
	"not-integer":       named("got", "want"),
	"act-number":        named("got", "want"),
	"look-alike":        named("got", "want"),
	"slug-form":         named("got", "want"),
	"flow-colon":        named("got", "want"),
	"yaml-empty-list":   named("got", "want"),
	"yaml-curly-quotes": named("got", "want"),
	"link-space":        named("got", "want"),
	"link-backslash":    named("got", "want"),
	"link-localhost":    named("got", "want"),

	"unknown-key":          near("key"),
	"unknown-value":        near("got"),
	"unknown-type":         near("got"),
	"unknown-unit":         nearUnit,
	"unknown-block":        near("got"),
	"unknown-category":     near("got"),
	"prize-unknown":        near("got"),
	"commendation-unknown": near("got"),
	"successor-unknown":    near("got"),
	"sheet-kind-unknown":   near("got"),
	"allow-unknown":        near("got"),
	"directive-unknown":    near("got"),
	"directive-argument":   near("key"),

	"yaml-tab":          tabs,
	"yaml-nbsp":         noBreakSpace,
	"yaml-space":        func(s spot) []edit { return s.insert(s.at, " ") },
	"yaml-dash":         func(s spot) []edit { return s.insert(s.at+1, " ") },
	"yaml-wide-colon":   wideColon,
	"yaml-colon":        quoted,
	"yaml-quote-needed": quoted,
	"yaml-quote":        closeQuote,
	"yaml-quote-inside": quoteInside,
	"yaml-escape":       backslash,
	"flow-comma":        flowComma,
	"want-list":         list,
	"type-missing":      addType,
	"header-unclosed":   closeHeader,
	"header-missing":    dashes,

	"heading-space":       headingSpace,
	"directive-syntax":    directive,
	"no-break-spaces":     blanks,
	"invisible-character": invisible,
	"pasted-bullet":       bullet,
	"pasted-line":         paragraph,
	"pasted-table":        table,
}

// references are the codes that name a file or folder by a name that it no longer has.
var references = map[string]bool{
	"file-missing": true, "image-missing": true, "directive-target": true, "unknown-round": true, "broken-link": true, "unknown-campaign": true,
}

// Mendable reports whether findings of a code can be mended, some of them at least.
func Mendable(code string) bool {
	return menders[code] != nil || references[code] || code == "name-ending"
}

// named replaces what one argument of a finding says by what another one says.
func named(old, text string) mender {
	return func(s spot) []edit { return s.replace(s.f.Args[old], s.f.Args[text]) }
}

// near replaces a word by the only one like it.
func near(old string) mender {
	return func(s spot) []edit {
		word, meant := s.f.Args[old], s.f.Args["near"]
		if digits(word) != digits(meant) {
			return nil // xa-12 is no slip for xa-1
		}
		return s.replace(word, meant)
	}
}

func digits(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, text)
}

// nearUnit does not give a score sheet two lines of one unit.
func nearUnit(s spot) []edit {
	if strings.HasSuffix(s.f.File, ".csv") {
		taken := regexp.MustCompile(`(?m)^\W*` + regexp.QuoteMeta(s.f.Args["near"]) + `["\s,;]`)
		if taken.Match(s.data) {
			return nil
		}
	}
	return near("got")(s)
}

// comma is a value that a comma cuts, as a finding quotes it: key: "a, b" or key: 40.5.
var comma = regexp.MustCompile(`^[^:]+: (?:"(.*)"|'(.*)'|(.*))$`)

// flowComma quotes text with commas inside braces, and gives a number its point.
func flowComma(s spot) []edit {
	m := comma.FindStringSubmatch(s.f.Args["want"])
	if m == nil {
		return nil
	}
	if m[3] != "" {
		whole, frac, _ := strings.Cut(m[3], ".")
		old := regexp.MustCompile(`^` + whole + ` *, *` + frac).FindString(s.rest())
		return s.replace(old, m[3])
	}
	parts := strings.Split(m[1]+strings.ReplaceAll(m[2], "''", "'"), ", ")
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	old := regexp.MustCompile(`^` + strings.Join(parts, ` *, *`)).FindString(s.rest())
	return s.replace(old, inQuotes(old))
}

// list puts square brackets around plain words, which may have commas between them already.
func list(s spot) []edit {
	value := s.rest()
	if value == "" || strings.ContainsAny(value, "[]{}\"'#&*!|>%@`:") || strings.ContainsAny(string(s.data[s.from:s.at]), "{[") {
		return nil
	}
	return s.over("[" + value + "]")
}

// inQuotes writes a value in straight quotation marks.
func inQuotes(value string) string {
	if strings.ContainsAny(value, `"\`) {
		return "'" + strings.ReplaceAll(value, "'", "''") + "'"
	}
	return `"` + value + `"`
}
