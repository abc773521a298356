package workbook

import (
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A section is what a number format says about some numbers: "0.0;-0.0;\"–\"" has one each for positive numbers, negative
// ones and zero. excelize takes the first one for all but negative numbers, and obeys no conditions.
type section struct {
	condition     string // "=0", "" where it has none
	before, after string // the number
	number        bool   // shows the number; else before stands in its place
	zero          bool   // shows the digit 0 where there is no other; else nothing of a zero is seen
	exact         bool   // with all its decimals, or in a form of its own: as a fraction, with an exponent
	text          bool   // shows a text as it is
	word          bool   // has letters out of quotation marks, which are no text: the name of a format, "general"
	day           bool   // shows a day or a time
	unsigned      bool   // shows no minus
	decimals      int
	percent       bool
	thousands     int // how many times it is shown divided by a thousand
}

// builtIn are the formats with several sections, or a form of their own, that have a number in Office Open XML.
var builtIn = map[int]string{
	11: "0.00E+00", 12: "# ?/?", 13: "# ??/??",
	5: `"$"#,##0;\("$"#,##0\)`, 6: `"$"#,##0;[Red]\("$"#,##0\)`, 7: `"$"#,##0.00;\("$"#,##0.00\)`, 8: `"$"#,##0.00;[Red]\("$"#,##0.00\)`,
	37: `#,##0;\(#,##0\)`, 38: `#,##0;[Red]\(#,##0\)`, 39: `#,##0.00;\(#,##0.00\)`, 40: `#,##0.00;[Red]\(#,##0.00\)`,
	41: `#,##0;\(#,##0\);"-";@`, 42: `"$"#,##0;"$"\(#,##0\);"-";@`, 43: `#,##0.00;\(#,##0.00\);"-";@`, 44: `"$"#,##0.00;"$"\(#,##0.00\);"-";@`,
}

// parseFormat reads the sections of a number format.
func parseFormat(code string) []section {
	var out []section
	for _, part := range parted(code) {
		out = append(out, parseSection(part))
	}
	if out[0].condition == "" && slices.ContainsFunc(out, func(s section) bool { return s.condition != "" }) {
		out[0].condition = ">0" // 0.0;[=0]"N/A"
	}
	return out
}

// parted parts a format at its semicolons, leaving those within quotation marks, brackets or behind a backslash.
func parted(code string) []string {
	var parts []string
	from, quoted, bracket := 0, false, false
	for i := 0; i < len(code); i++ {
		switch c := code[i]; {
		case c == '"':
			quoted = !quoted
		case quoted:
		case c == '\\' || c == '_' || c == '*':
			i++
		case c == '[' || c == ']':
			bracket = c == '['
		case c == ';' && !bracket:
			parts = append(parts, code[from:i])
			from = i + 1
		}
	}
	return append(parts, code[from:])
}

// parseSection reads one section.
func parseSection(code string) section {
	var s section
	point := false
	for code != "" {
		c, size := utf8.DecodeRuneInString(code)
		code = code[size:]
		text := ""
		switch {
		case c == '"':
			text, code, _ = strings.Cut(code, `"`)
			s.say(text)
		case c == '[':
			text, code, _ = strings.Cut(code, "]")
			s.bracket(text)
		case c == '\\':
			_, size = utf8.DecodeRuneInString(code)
			s.say(code[:size])
			code = code[size:]
		case c == '_' || c == '*': // a space as wide as the next character, or as many of it as there is room for
			_, size = utf8.DecodeRuneInString(code)
			code = code[size:]
		case c == 'G' && strings.HasPrefix(code, "eneral"):
			s.number, s.exact = true, true
			code = strings.TrimPrefix(code, "eneral")
		case strings.ContainsRune("0#?", c):
			s.digit(c, point)
		default:
			point = s.mark(c) || point
		}
	}
	if s.decimals > 30 || s.thousands > 5 { // beyond all reason
		s.exact = true
	}
	if s.word && !s.number {
		s = section{condition: s.condition, number: true, exact: true, word: true, day: s.day}
	}
	return s
}

// digit reads the place of a digit.
func (s *section) digit(c rune, decimal bool) {
	s.number = true
	s.zero = s.zero || c == '0'
	if decimal {
		s.decimals++
	} else {
		s.thousands = 0
	}
}

// mark reads a character that is no digit's place, and reports whether decimals follow.
func (s *section) mark(c rune) bool {
	switch {
	case c == '.':
		return true
	case c == ',' && s.number:
		s.thousands++ // unless a digit follows: then it groups them
	case c == '@':
		s.number, s.exact, s.text = true, true, true
	case c == '/' && s.number, c == 'E', strings.ContainsRune("+-", c) && s.exact: // E+00
		s.exact = true
	case c == '%':
		s.percent = true
		s.say("%")
	default:
		s.word = s.word || unicode.IsLetter(c)
		s.day = s.day || strings.ContainsRune("dmyhsDMYHS", c)
		s.say(string(c))
	}
	return false
}

// bracket reads what stands in brackets: a condition, a currency's sign, a time; colours show nothing.
func (s *section) bracket(text string) {
	switch {
	case strings.HasPrefix(text, "$"):
		sign, _, _ := strings.Cut(text[1:], "-")
		s.say(sign)
	case strings.ContainsAny(text, "<=>"):
		s.condition = text
	case text != "" && strings.Trim(text, "hmsHMS") == "": // hours beyond a day
		s.day = true
	}
}

// say adds text before the number or behind it.
func (s *section) say(text string) {
	if s.number {
		s.after += text
	} else {
		s.before += text
	}
}

// sectionOf returns the one that a number is shown by; false where none is.
func sectionOf(all []section, value float64) (section, bool) {
	if n := len(all); n == 4 || n > 1 && all[n-1].text {
		all = all[:n-1] // the last one is for texts
	}
	switch {
	case len(all) == 0:
		return section{}, false
	case slices.ContainsFunc(all, func(s section) bool { return s.condition != "" }):
		i := slices.IndexFunc(all, func(s section) bool { return s.condition == "" || holds(s.condition, value) })
		if i < 0 {
			return section{}, false
		}
		return all[i], true
	case value < 0 && len(all) > 1:
		s := all[1]
		s.unsigned = true
		return s, true
	case value == 0 && len(all) > 2:
		return all[2], true
	}
	return all[0], true
}

// holds reports whether a number meets a condition: ">=90".
func holds(condition string, value float64) bool {
	digits := strings.TrimLeft(condition, "<=>")
	limit, err := strconv.ParseFloat(strings.TrimSpace(digits), 64)
	if err != nil {
		return false
	}
	switch strings.TrimSuffix(condition, digits) {
	case "=":
		return value == limit
	case "<>":
		return value != limit
	case "<":
		return value < limit
	case "<=":
		return value <= limit
	case ">":
		return value > limit
	case ">=":
		return value >= limit
	}
	return false
}

// show returns what the section shows of a number, without marks between groups of digits, and whether that is no number.
func (s section) show(value float64) (text string, masked bool) {
	if !s.number {
		return strings.TrimSpace(s.before), true
	}
	if s.percent {
		value *= 100
	}
	text = plain(math.Abs(value))
	if exact, ok := new(big.Rat).SetString(text); ok && !s.exact {
		for range s.thousands {
			exact.Quo(exact, big.NewRat(1000, 1))
		}
		text = exact.FloatString(s.decimals)
	}
	if !s.zero && !s.exact && strings.Trim(text, "0.") == "" {
		return strings.TrimSpace(s.before + s.after), true
	}
	if value < 0 && !s.unsigned {
		text = "-" + text
	}
	return strings.TrimSpace(s.before + text + s.after), false
}
