package scaffold

import (
	"regexp"
	"slices"
	"strings"
)

var (
	plainText = regexp.MustCompile(`^[\p{L}\p{N}‹][\p{L}\p{M}\p{N} ./()‹›…“”–_+-]*$`)
	hasLetter = regexp.MustCompile(`\p{L}`)
)

// words that YAML takes for something else than text.
var words = []string{"true", "false", "null", "yes", "no", "on", "off", "y", "n"}

// scalar writes text as one YAML value that any parser reads as that text, in braces and lists too. Line ends become spaces.
func scalar(text string) string {
	if text = oneLine(text); plainText.MatchString(text) && hasLetter.MatchString(text) && !slices.Contains(words, strings.ToLower(text)) {
		return text
	}
	return quoted(text)
}

// quoted writes text in quotation marks, as ids and rounds that look like numbers, so that everyone sees that they are none.
func quoted(text string) string {
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(oneLine(text)) + `"`
}

func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// flow writes a list in brackets.
func flow(texts []string) string {
	out := make([]string, len(texts))
	for i, text := range texts {
		out[i] = scalar(text)
	}
	return "[" + strings.Join(out, ", ") + "]"
}
