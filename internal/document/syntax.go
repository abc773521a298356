package document

import (
	"bytes"
	"errors"
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"

	"bangvang/internal/diag"

	"gopkg.in/yaml.v3"
)

// syntaxFinding says in plain words why a header can't be read. The parser's own message is only a hint, as it
// often names the line where it noticed, or where the mapping began, and not the one that is wrong: each line is
// looked at for the slips that people make, and the one nearest to the first line that breaks the header is told.
func (f *file) syntaxFinding(header []byte, err error) diag.Finding {
	if errors.Is(err, errSecond) {
		return f.secondDocument(header)
	}
	broken := brokenLine(header, err)
	s := nearest(slips(header), broken)
	if empty, ok := emptyAbove(header, broken); ok && (s.code == "" || s.line < empty.line) {
		s = empty
	}
	if s.code == "" {
		s = slip{code: fallbackCode(err), line: broken, column: 1}
	}
	return f.finding(s.code, f.nodePos(s.line, s.column), s.args)
}

// noKeys reports a header that is text or a list. Most are keys with a slip behind their colon.
func (f *file) noKeys(root *yaml.Node) diag.Finding {
	if s := nearest(slips(f.text[f.head.from:f.head.to]), 1); s.code != "" {
		return f.finding(s.code, f.nodePos(s.line, s.column), s.args)
	}
	return f.finding("header-no-keys", f.nodePos(root.Line, root.Column), nil)
}

// nearest returns the slip that is nearest to a line; of two, the first.
func nearest(all []slip, line int) slip {
	var best slip
	for _, s := range all {
		if best.code == "" || abs(s.line-line) < abs(best.line-line) {
			best = s
		}
	}
	return best
}

// maxTrials bounds how many beginnings of a header are parsed to find the line that breaks it.
const maxTrials = 400

// brokenLine returns the first line of a header that no longer parses together with those before it. Text over
// several lines does not parse at each of them, so the longest beginning that does is looked for.
func brokenLine(header []byte, err error) int {
	lines := bytes.SplitAfter(header, []byte("\n"))
	if len(lines) > maxTrials {
		return noticedLine(err)
	}
	end := len(header)
	for n := len(lines) - 1; n > 0; n-- {
		end -= len(lines[n])
		if _, err := parseNode(header[:end]); err == nil {
			return n + 1
		}
	}
	return 1
}

// secondDocument finds the line that begins another YAML document inside the header.
func (f *file) secondDocument(header []byte) diag.Finding {
	line := 1
	for text := range bytes.Lines(header) {
		if line > 1 && (bytes.HasPrefix(text, []byte("...")) || bytes.HasPrefix(text, fence)) {
			break
		}
		line++
	}
	return f.finding("yaml-second", f.nodePos(line, 1), nil)
}

func abs(n int) int { return max(n, -n) }

var lineForm = regexp.MustCompile(`line (\d+)`)

// noticedLine returns the line that the parser names, 1 where it names none.
func noticedLine(err error) int {
	m := lineForm.FindStringSubmatch(err.Error())
	if m == nil {
		return 1
	}
	n, _ := strconv.Atoi(m[1])
	return max(n, 1)
}

// fallbackCode tells the kind of fault by the parser's message, where no line shows a known slip.
func fallbackCode(err error) string {
	for _, known := range []struct{ words, code string }{
		{"expected ',' or", "yaml-bracket"},
		{"unexpected end of stream", "yaml-quote"},
		{"escape", "yaml-escape"},
		{"hexdecimal", "yaml-escape"},
		{"expected key", "yaml-indent"},
		{"'-' indicator", "yaml-indent"},
		{"not allowed in this context", "yaml-indent"},
		{"expected ':'", "yaml-no-colon"},
		{"cannot start any token", "yaml-quote-needed"},
	} {
		if strings.Contains(err.Error(), known.words) {
			return known.code
		}
	}
	return "yaml-syntax"
}

// A slip is something in one line that people get wrong. Line and column count from 1, in the header.
type slip struct {
	code         string
	line, column int
	args         diag.Args
}

// slips looks at each line of a header by itself. Lines of block text are passed over.
func slips(header []byte) []slip {
	var found []slip
	line, block := 0, -1 // block: indentation of the key whose block text this is
	for text := range strings.Lines(string(header)) {
		line++
		text = strings.TrimRight(text, "\n")
		indent := len(text) - len(strings.TrimLeft(text, " "))
		if block >= 0 && (indent > block || strings.TrimSpace(text) == "") {
			continue
		}
		block = -1
		if s, ok := slipIn(text); ok {
			s.line = line
			found = append(found, s)
		}
		if blockStart.MatchString(text) {
			block = indent
		}
	}
	return found
}

var (
	blockStart = regexp.MustCompile(`:\s*[|>][+-]?\d?\s*$`)
	// keyForm parts a line into what stands before its value, the key, the colon with what follows it, and the value.
	keyForm = regexp.MustCompile(`^(\s*(?:- +)*)([^\s:#'"\[\]{},][^:#'"\[\]{},]*?)(\s*:)(.*)$`)
	word    = regexp.MustCompile(`^[\pL\pM\d_ .-]+$`)
	// dashForm is an entry of a list whose dash touches its key, colonForm a key with the wide colon of another keyboard.
	dashForm = regexp.MustCompile(`^\s*(-)((\pL[\pL\pM\d_]*):(?: .*)?)$`)
	// cutForm is text inside brackets that a "#" cuts, and their end with it.
	cutForm   = regexp.MustCompile(`(?:[:,] |[\[{]) *([^ "'\[\]{},:#][^"'\[\]{},:#]*?) +(#[^,\]}]*)[,\]}]`)
	colonForm = regexp.MustCompile(`^\s*(?:- +)*([\pL\pM\d_]+)(\s*[：﹕︓])\s*(.*)$`)
)

func slipIn(text string) (slip, bool) {
	if i := strings.IndexByte(text, '\t'); i >= 0 && strings.Trim(text[:i], " -\t") == "" && strings.TrimSpace(text) != "" {
		return at("yaml-tab", text, i, nil), true
	}
	if strings.HasPrefix(strings.TrimLeft(text, " -"), "\u00a0") {
		return at("yaml-nbsp", text, strings.Index(text, "\u00a0"), nil), true
	}
	if m := dashForm.FindStringSubmatchIndex(text); m != nil {
		return at("yaml-dash", text, m[2], diag.Args{"key": text[m[6]:m[7]], "want": "- " + text[m[4]:m[5]]}), true
	}
	if m := colonForm.FindStringSubmatchIndex(text); m != nil {
		key, value := text[m[2]:m[3]], strings.TrimSpace(text[m[6]:m[7]])
		return at("yaml-wide-colon", text, m[4], diag.Args{"key": key, "want": key + ": " + value}), true
	}
	if strings.HasPrefix(strings.TrimSpace(text), "#") {
		return slip{}, false
	}
	if s, ok := colonSlip(text); ok {
		return s, true
	}
	m := keyForm.FindStringSubmatchIndex(text)
	if m == nil {
		return slip{}, false
	}
	key, rest := text[m[4]:m[5]], text[m[8]:m[9]]
	if !word.MatchString(key) {
		return slip{}, false
	}
	return slipInValue(text, key, rest, m[8])
}

// slipInValue looks at what stands behind a key and its colon, from offset start of the line.
func slipInValue(text, key, rest string, start int) (slip, bool) {
	value := strings.TrimLeft(rest, " ")
	from := start + len(rest) - len(value)
	value = strings.TrimRight(value, " ")
	plain, _ := uncurled(value)
	args := diag.Args{"key": key, "got": value, "want": key + `: "` + strings.ReplaceAll(plain, `"`, `'`) + `"`}
	switch {
	case value == "":
		return slip{}, false
	case strings.HasPrefix(value, "\u00a0"):
		return at("yaml-nbsp", text, from, args), true
	case from == start:
		args["want"] = key + ": " + value
		return at("yaml-space", text, start, args), true
	}
	switch value[0] {
	case '"', '\'':
		return quoteSlip(text, value, from, args)
	case '[', '{':
		return cutSlip(text, from)
	case '|', '>', '#', '&', '*', '!':
		return slip{}, false
	case '@', '`', '%':
		return at("yaml-quote-needed", text, from, args), true
	}
	if i := strings.Index(value, ": "); i >= 0 || strings.HasSuffix(value, ":") {
		return at("yaml-colon", text, from, args), true
	}
	return slip{}, false
}

// at makes a slip at a byte offset of its line.
func at(code, text string, offset int, args diag.Args) slip {
	return slip{code: code, column: utf8.RuneCountInString(text[:offset]) + 1, args: args}
}
