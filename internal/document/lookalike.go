package document

import (
	"strconv"
	"strings"
	"unicode"
)

// latin names, for letters of other alphabets, the Latin ones that look the same.
var latin = map[rune]rune{
	'А': 'A', 'В': 'B', 'С': 'C', 'Е': 'E', 'Н': 'H', 'І': 'I', 'Ј': 'J', 'К': 'K', 'М': 'M', 'О': 'O', 'Р': 'P', 'Ѕ': 'S',
	'Т': 'T', 'Х': 'X', 'У': 'Y', 'а': 'a', 'с': 'c', 'е': 'e', 'і': 'i', 'ј': 'j', 'о': 'o', 'р': 'p', 'ѕ': 's', 'х': 'x', 'у': 'y',
	'Α': 'A', 'Β': 'B', 'Ε': 'E', 'Ζ': 'Z', 'Η': 'H', 'Ι': 'I', 'Κ': 'K', 'Μ': 'M', 'Ν': 'N', 'Ο': 'O', 'Ρ': 'P', 'Τ': 'T',
	'Υ': 'Y', 'Χ': 'X', 'ο': 'o',
}

// lookAlike returns the first word of text that has a letter of another alphabet among Latin ones, or in the
// symbol of an act, and that letter; "" where there is none.
func lookAlike(text string) (found, letter string) {
	if !mayBeForeign(text) {
		return "", ""
	}
	for _, w := range strings.Fields(text) {
		w = strings.Trim(w, ".,;:?!()\"“”")
		i := strings.IndexFunc(w, isForeign)
		if i < 0 {
			continue
		}
		mixed := strings.ContainsFunc(w, func(r rune) bool { return unicode.Is(unicode.Latin, r) })
		symbol := strings.Contains(w, "/") && strings.ContainsFunc(w, unicode.IsDigit)
		if mixed || symbol {
			r := []rune(w[i:])[0]
			return w, string(r) + " (U+0" + strings.ToUpper(strconv.FormatInt(int64(r), 16)) + ")"
		}
	}
	return "", ""
}

// mayBeForeign is a quick look for the first bytes of Greek and Cyrillic letters: most texts have none.
func mayBeForeign(text string) bool {
	for i := range len(text) {
		if byteClass[text[i]] == classForeign {
			return true
		}
	}
	return false
}

// isForeign reports whether a letter is one that can be taken for a Latin one.
func isForeign(r rune) bool { return latin[r] != 0 }

// latinOf writes a word with Latin letters only.
func latinOf(word string) string {
	return strings.Map(func(r rune) rune {
		if l, ok := latin[r]; ok {
			return l
		}
		return r
	}, word)
}
