package scaffold

import (
	"regexp"
	"strings"

	"bangvang/internal/viet"
)

// maxName bounds a file's name: paths of 260 characters are too long for many programs of Windows.
const maxName = 64

// reserved are names that Windows keeps for its devices.
var reserved = regexp.MustCompile(`^(con|prn|aux|nul|com[0-9]|lpt[0-9])$`)

// Name makes the name of a file or a folder out of what an author calls it: plain letters, cut behind a word where it is
// long; "" where nothing of it survives. What Windows keeps for itself gets a number.
func Name(text string) string {
	name := viet.Slug(text)
	if len(name) > maxName {
		if cut := strings.LastIndexByte(name[:maxName+1], '-'); cut > 0 {
			name = name[:cut]
		} else {
			name = name[:maxName]
		}
	}
	if reserved.MatchString(name) {
		name += "-1"
	}
	return name
}
