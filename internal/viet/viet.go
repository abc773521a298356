// Package viet holds the conventions of written Vietnamese that no library has: how dates and numbers
// are printed (Decree 30/2020/NĐ-CP), how a title becomes an address, how people are listed by name.
//
// Text is NFC everywhere inside the program; [NFC] stands at every door.
package viet

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"
	"golang.org/x/text/unicode/norm"
)

// NFC returns s composed. Half-composed text (ê + U+0301) and macOS file names (NFD) become the same.
func NFC(s string) string { return norm.NFC.String(s) }

// OneTone writes the tones of oa, oe and uy on the second letter, in a text in lower case: "hòa" and "hoà", "khóa" and "khoá" are
// both right, and the same word.
func OneTone(s string) string { return tones.Replace(s) }

var tones = strings.NewReplacer(
	"òa", "oà", "óa", "oá", "ỏa", "oả", "õa", "oã", "ọa", "oạ", "òe", "oè", "óe", "oé", "ỏe", "oẻ", "õe", "oẽ", "ọe", "oẹ",
	"ùy", "uỳ", "úy", "uý", "ủy", "uỷ", "ũy", "uỹ", "ụy", "uỵ",
)

// Fold returns s without marks and in lower case, đ as d: "Châu Thành" and "chau thanh" fold alike.
func Fold(s string) string {
	if isPlain(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	for i, r := range s {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(unicode.ToLower(r))
		case r < hangul:
			if parts := norm.NFD.PropertiesString(s[i:]).Decomposition(); parts != nil {
				foldAll(&b, string(parts))
				continue
			}
			foldAll(&b, s[i:i+utf8.RuneLen(r)])
		default:
			foldAll(&b, norm.NFD.String(s[i:])) // has letters that no table decomposes
			return b.String()
		}
	}
	return b.String()
}

// hangul is the first of the letters that are decomposed by a rule.
const hangul = '\uac00'

// foldAll writes decomposed characters.
func foldAll(b *strings.Builder, decomposed string) {
	for _, r := range decomposed {
		switch {
		case unicode.Is(unicode.Mn, r):
		case r == 'đ' || r == 'Đ':
			b.WriteByte('d')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= 0x80 || 'A' <= c && c <= 'Z' {
			return false
		}
	}
	return true
}

// Slug returns s as one segment of an address: [a-z0-9-], no hyphen at the ends or doubled.
// It is "" where s has no letter or digit that survives.
func Slug(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range Fold(s) {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			if gap && b.Len() > 0 {
				b.WriteByte('-')
			}
			gap = false
			b.WriteRune(r)
			continue
		}
		gap = true
	}
	return b.String()
}

// Date prints a day as acts do: a leading zero for days under 10 and for the months 1 and 2 only,
// "05/5/2021", "01/02/2023".
func Date(t time.Time) string {
	month := fmt.Sprint(int(t.Month()))
	if t.Month() <= time.February {
		month = "0" + month
	}
	return fmt.Sprintf("%02d/%s/%04d", t.Day(), month, t.Year())
}

// LongDate prints a day in words: "ngày 05 tháng 5 năm 2021".
func LongDate(t time.Time) string {
	d, rest, _ := strings.Cut(Date(t), "/")
	m, y, _ := strings.Cut(rest, "/")
	return "ngày " + d + " tháng " + m + " năm " + y
}

// Number prints a plain decimal number ("1234.5", "-0.42") as Vietnamese is written: "1.234,5", "-0,42".
func Number(plain string) string {
	sign := ""
	if strings.HasPrefix(plain, "-") {
		sign, plain = "-", plain[1:]
	}
	whole, frac, has := strings.Cut(plain, ".")
	var b strings.Builder
	b.WriteString(sign)
	for i, c := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteByte('.')
		}
		b.WriteRune(c)
	}
	if has {
		b.WriteString("," + frac)
	}
	return b.String()
}

// NewOrder returns a comparison in Vietnamese alphabetical order: a ă â b c d đ …; tones after letters.
// The returned function is not safe for several goroutines.
func NewOrder() func(a, b string) int {
	c := collate.New(language.Vietnamese)
	return c.CompareString
}

// PersonKey returns the key by which a person is listed: given name (the last word), then family and
// middle names.
func PersonKey(name string) string {
	words := strings.Fields(name)
	if len(words) < 2 {
		return name
	}
	last := len(words) - 1
	return words[last] + " " + strings.Join(words[:last], " ")
}
