package document

import (
	"regexp"
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

// flowColon is a value inside braces with a colon of its own, and what a comma parts from it without being a key.
var flowColon = regexp.MustCompile(`[{,] *([\pL\pM\d_]+): +([^\s,{}\[\]"':][^,{}\[\]"':]*: [^,{}\[\]"':]*(?:, [^,{}\[\]"':]+)*)`)

// colonSlip finds a value inside braces that has a colon: "{merit: Hai việc: quét, trồng}".
func colonSlip(text string) (slip, bool) {
	open := strings.IndexByte(text, '{')
	if open < 0 || strings.ContainsAny(text[:open], `"'`) {
		return slip{}, false
	}
	m := flowColon.FindStringSubmatchIndex(text[open:])
	if m == nil {
		return slip{}, false
	}
	key, value := text[open+m[2]:open+m[3]], text[open+m[4]:open+m[5]]
	if strings.HasPrefix(text[open+m[5]:], ":") { // the last part is a key
		value = value[:max(strings.LastIndex(value, ", "), 0)]
	}
	value = strings.TrimRight(value, " ")
	if value == "" {
		return slip{}, false
	}
	return at("flow-colon", text, open+m[4], diag.Args{"key": key, "got": value, "want": inQuotes(value)}), true
}

// emptyForm is a key whose list or group is empty, with a remark or without.
var emptyForm = regexp.MustCompile(`^( *)([\pL\pM\d_]+):( +)(\[\]|\{\}) *(?:#.*)?$`)

// emptyAbove finds an empty list above a line that is meant as its entry: "awards: []", and below it "  - {…}".
func emptyAbove(header []byte, line int) (slip, bool) {
	lines := strings.Split(string(header), "\n")
	if line > len(lines) || !strings.HasPrefix(lines[line-1], " ") && !strings.HasPrefix(lines[line-1], "- ") {
		return slip{}, false
	}
	for i := line - 2; i >= 0; i-- {
		above := strings.TrimSpace(lines[i])
		if above == "" || strings.HasPrefix(above, "#") {
			continue
		}
		m := emptyForm.FindStringSubmatch(lines[i])
		if m == nil || m[4] == "[]" && !strings.HasPrefix(strings.TrimLeft(lines[line-1], " "), "-") {
			return slip{}, false
		}
		args := diag.Args{"key": m[2], "got": m[2] + ":" + m[3] + m[4], "want": m[2] + ":"}
		return slip{code: "yaml-empty-list", line: i + 1, column: len(m[1]) + 1, args: args}, true
	}
	return slip{}, false
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
