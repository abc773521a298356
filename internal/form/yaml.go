package form

import (
	"regexp"
	"slices"
	"strings"
)

// plain is text that YAML takes as it is, also between braces: letters first, and none of the signs that mean something.
var plain = regexp.MustCompile(`^\pL[\pL\pM\pN ./()–_-]*$`)

// scalar writes text as a YAML value that is a text whatever it looks like.
func scalar(text string) string {
	reserved := []string{"true", "false", "yes", "no", "on", "off", "null", "y", "n"}
	if plain.MatchString(text) && !strings.HasSuffix(text, " ") && !slices.Contains(reserved, strings.ToLower(text)) {
		return text
	}
	return `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(text) + `"`
}
