package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"bangvang/internal/diag"
	"bangvang/internal/personal"
)

// byteClass says which bytes of a body are worth a look. Vietnamese text in UTF-8 has few of them, so that one
// walk over a body finds everything that the scan looks for.
var byteClass = func() (class [256]byte) {
	for c := '0'; c <= '9'; c++ {
		class[c] = classPersonal
	}
	class['@'] = classPersonal
	class[0xc2] = classLatin1
	class[0xc3] = classLatin1
	class[0xce], class[0xcf], class[0xd0], class[0xd1] = classForeign, classForeign, classForeign, classForeign
	return class
}()

const (
	classPersonal = 1 + iota // digits and "@"
	classLatin1              // first bytes of U+0080 to U+00FF: no-break space, and what legacy fonts abuse
	classForeign             // first bytes of Greek and Cyrillic letters
)

// A scanner looks once over a body for what should not be published.
type scanner struct {
	*conversion
	legacy   int // offset of the first sign of a legacy encoding
	signs    int // their weight
	lastWord int // end of the word that was reported last
}

func (c *conversion) scan() {
	s := scanner{conversion: c}
	for i := 0; i < len(c.source); {
		switch byteClass[c.source[i]] {
		case classPersonal:
			s.date(i)
			i = s.personal(i)
		case classLatin1:
			i = s.latin1(i)
		case classForeign:
			i = s.foreign(i)
		default:
			i++
		}
	}
}

var personalCodes = map[personal.Kind]string{
	personal.ID: "personal-id", personal.Phone: "personal-phone", personal.Email: "personal-email",
}

func (s *scanner) personal(i int) int {
	hit, next := personal.At(s.source, i)
	if code := personalCodes[hit.Kind]; code != "" {
		s.report(code, hit.Start, diag.Args{"got": personal.Masked(string(s.source[hit.Start:hit.End]))})
	}
	return next
}

// latin1 looks at runs of no-break spaces, and at letters that Vietnamese has not but text of TCVN3 or VNI shows.
func (s *scanner) latin1(i int) int {
	if s.source[i] == 0xc3 && (i == 0 || strings.IndexByte(beforeVNI, s.source[i-1]) < 0) {
		return i + len("à") // a letter of Vietnamese, as in every other word
	}
	r, size := utf8.DecodeRune(s.source[i:])
	if r == '\u00a0' {
		return s.noBreak(i)
	}
	weight := legacyWeight(r, s.before(i), s.source[i+size:])
	if weight == 0 || s.signs >= legacyEnough {
		return i + size
	}
	if s.signs == 0 {
		s.legacy = i
	}
	if s.signs += weight; s.signs >= legacyEnough {
		s.report("legacy-encoding", s.legacy, diag.Args{"got": s.wordAt(s.legacy)})
	}
	return i + size
}

// legacyEnough is how much weight tells: one symbol inside a word does, but "Israël" and "aérien" are words of others.
const legacyEnough = 3

// tcvn3 are symbols that are letters in TCVN3.
const tcvn3 = "¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿"

// beforeVNI are the letters behind which an accented one tells VNI.
const beforeVNI = "aeAE"

// legacyWeight tells how surely a character between others is a sign of a legacy encoding. VNI writes a mark as a
// letter of its own behind the vowel, "Taân" for "Tân": no accented letter follows a plain a or e in Vietnamese.
func legacyWeight(r, before rune, rest []byte) int {
	after, _ := utf8.DecodeRune(rest)
	switch {
	case strings.ContainsRune(tcvn3, r):
		if unicode.IsLetter(before) && before < utf8.RuneSelf && (unicode.IsLetter(after) || strings.ContainsRune(tcvn3, after)) {
			return legacyEnough
		}
	case strings.ContainsRune(beforeVNI, before):
		if unicode.IsLetter(r) {
			return 1
		}
	}
	return 0
}

func (s *scanner) before(i int) rune {
	r, _ := utf8.DecodeLastRune(s.source[:i])
	return r
}

// noBreak reports three or more no-break spaces in a row: somebody pushed a line aside with them.
func (s *scanner) noBreak(i int) int {
	end := i
	for strings.HasPrefix(string(s.source[end:min(end+2, len(s.source))]), "\u00a0") {
		end += 2
	}
	if n := (end - i) / 2; n >= 3 {
		s.report("no-break-spaces", i, diag.Args{"count": strconv.Itoa(n)})
	}
	return end
}

// foreign reports a word that mixes Latin with Cyrillic or Greek letters, or a symbol of an act with such a letter.
func (s *scanner) foreign(i int) int {
	if i < s.lastWord {
		return i + 1
	}
	word := s.wordAt(i)
	if found, letter := lookAlike(word); found != "" {
		s.report("look-alike", i, diag.Args{"got": found, "letter": letter, "want": latinOf(found)})
	}
	s.lastWord = i + len(word)
	return i + 1
}

// wordAt returns the word around an offset.
func (s *scanner) wordAt(i int) string {
	from := strings.LastIndexAny(string(s.source[max(0, i-80):i]), " \t\n|()[]\"“”,;") + 1 + max(0, i-80)
	for from < i && !utf8.RuneStart(s.source[from]) {
		from++
	}
	rest := string(s.source[from:min(len(s.source), from+160)])
	if end := strings.IndexAny(rest[i-from:], " \t\n|()[]\"“”,;"); end >= 0 {
		rest = rest[:i-from+end]
	}
	return strings.ToValidUTF8(rest, "")
}
