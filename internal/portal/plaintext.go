package portal

import (
	"iter"
	"strings"

	"bangvang/internal/document"
)

// textOf yields what else a document says, then the text of its body between the tags, a piece at a time: the
// bodies of a large portal are too much to be copied. A tag may go on behind a slot.
func textOf(doc *document.Document, more ...string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, text := range more {
			if !yield(text) {
				return
			}
		}
		inside := false
		for _, piece := range doc.Body.Pieces {
			told := yield
			if strings.Contains(string(piece), "&") {
				told = func(text string) bool { return plainParts(text, yield) }
			}
			for rest, found := string(piece), true; found; inside = inside != found {
				end := "<"
				if inside {
					end = ">"
				}
				var part string
				if part, rest, found = strings.Cut(rest, end); !inside && part != "" && !told(part) {
					return
				}
			}
		}
	}
}

// plainParts yields a text without its character references, which are signs and no words.
func plainParts(text string, yield func(string) bool) bool {
	for more := true; more; {
		var part string
		part, text, more = strings.Cut(text, "&")
		if part != "" && !yield(part) {
			return false
		}
		if more {
			_, text, _ = strings.Cut(text, ";")
		}
	}
	return true
}
