package render

import (
	"cmp"
	"regexp"

	"bangvang/internal/diag"
)

// reasons are what is worth telling of an error of the template packages, whose own words no designer should need: the
// argument of the finding that it fills, from the form of the error's text. The first that fits is told.
var reasons = []struct {
	arg  string
	form *regexp.Regexp
	mark string // told where the text has no word of its own
}{
	{"function", regexp.MustCompile(`^function "([^"]*)" not defined`), ""},
	{"variable", regexp.MustCompile(`^undefined variable "([^"]*)"`), ""},
	{"unclosed", regexp.MustCompile(`^unexpected EOF()`), "{{end}}"},
	{"action", regexp.MustCompile(`^(?:unclosed (?:action|comment)|unterminated |unclosed left paren)()`), "{{"},
	{"surplus", regexp.MustCompile(`^unexpected (\{\{.*?\}\})`), ""},
	{"value", regexp.MustCompile(`^missing value for (\w+)`), ""},
	{"sign", regexp.MustCompile(`^(?:unexpected|bad character|bad number syntax:) *"?<?([^"<>]+?)>?"?(?: in .*|$)`), ""},
	{"branch", regexp.MustCompile(`^\{\{(\w+)\}\} branches end in different contexts`), ""},
	{"open", regexp.MustCompile(`ends in a non-text context()`), "<"},
	{"expression", regexp.MustCompile(` at <([^>]*)>: `), ""},
}

// reason returns the arguments of a finding for an error's text.
func reason(problem, page string) diag.Args {
	args := diag.Args{"page": page}
	for _, r := range reasons {
		if m := r.form.FindStringSubmatch(problem); m != nil {
			args[r.arg] = cmp.Or(m[1], r.mark)
			break
		}
	}
	return args
}
