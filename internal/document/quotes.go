package document

import (
	"strings"

	"bangvang/internal/diag"
)

// cutSlip looks at a value that begins with a bracket.
func cutSlip(text string, from int) (slip, bool) {
	m := cutForm.FindStringSubmatchIndex(text[from:])
	if m == nil {
		return slip{}, false
	}
	got, lost, whole := text[from+m[2]:from+m[3]], text[from+m[4]:from+m[5]], text[from+m[2]:from+m[5]]
	return at("yaml-comment", text, from+m[4], diag.Args{"got": got, "lost": lost, "want": inQuotes(whole)}), true
}

// quoteSlip looks at a value that begins with a quotation mark.
func quoteSlip(text, value string, from int, args diag.Args) (slip, bool) {
	mark := value[:1]
	inner := value[1:]
	if mark == `"` {
		inner = strings.NewReplacer(`\\`, "  ", `\"`, "  ").Replace(inner)
	} else {
		inner = strings.ReplaceAll(inner, "''", "  ")
	}
	args["mark"] = mark
	end := strings.Index(inner, mark)
	if end < 0 {
		return at("yaml-quote", text, from, args), true
	}
	after := strings.TrimSpace(inner[end+1:])
	if after == "" || strings.HasPrefix(after, "#") {
		return slip{}, false
	}
	args["want"] = args["key"] + `: "` + curled(value, inner[:end], mark) + `"`
	return at("yaml-quote-inside", text, from, args), true
}

// curled returns a value with curly quotation marks for the straight ones inside it. Those at its ends are dropped
// where they stand around the whole: the second mark then opens something, and a space is before it.
func curled(value, first, mark string) string {
	if strings.HasSuffix(value, mark) && strings.HasSuffix(first, " ") {
		value = value[1 : len(value)-1]
	}
	opening, closing := "“", "”"
	if mark == "'" {
		opening, closing = "‘", "’"
	}
	parts := strings.Split(strings.ReplaceAll(value, `\"`, `"`), mark)
	out := parts[0]
	for i, part := range parts[1:] {
		out += []string{opening, closing}[i%2] + part
	}
	return strings.ReplaceAll(out, `"`, "'")
}
