// Package personal finds personal data in Vietnamese text, by Law 91/2025/QH15 what a portal has no business to
// publish: numbers of identity papers, mobile phones, private mail addresses, days of birth.
//
// The rules are made so that what an office does write passes: symbols of acts (138/KH-UBND), money (1.800.000,
// 500000000 đồng), years, dates, decimals, addresses of the web, an office's own telephone and mail.
//
//   - An identity number is 9 digits (the old paper) or 12 (the new one) in one run that stands alone, or 12 digits
//     in groups that begin with 0, as the new paper's do.
//   - A mobile number is 10 digits from 03, 05, 07, 08 or 09, or +84 and 9, in groups of any size.
//   - A private mail address is one at a provider of mail for everybody. [Find] takes any address.
//   - A day of birth follows "sinh", "sinh ngày" or "sinh năm".
//
// Both scans look at a text only from its digits and "@", which are rare in prose.
package personal

import (
	"bytes"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says what was found.
type Kind string

// The kinds of personal data.
const (
	ID    Kind = "id"
	Phone Kind = "phone"
	Email Kind = "email"
	Birth Kind = "birth"
)

// A Hit is a stretch of text, in bytes.
type Hit struct {
	Kind       Kind
	Start, End int
}

// Find returns the personal data of a text in which there should be none at all: a field of an award or a score.
// Any mail address counts there, and a day of birth.
func Find(text string) []Hit {
	b := []byte(text)
	var hits []Hit
	for i := 0; i < len(b); {
		hit, end := at(b, i, false)
		if hit.Kind != "" {
			hits = append(hits, hit)
		}
		i = end
	}
	if m := birthForm.FindStringSubmatchIndex(text); m != nil && !endsInCompound(text[:m[2]]) {
		hits = append(hits, Hit{Birth, m[2], m[3]})
	}
	return hits
}

// endsInCompound reports whether "sinh" goes with the word before it: học sinh, vệ sinh, phát sinh.
func endsInCompound(before string) bool {
	words := strings.Fields(strings.ToLower(before))
	return len(words) > 0 && slices.Contains(compounds, words[len(words)-1])
}

var compounds = []string{"học", "vệ", "phát", "tái", "thí", "dân", "hy", "hi", "nảy", "mưu", "an", "nhân", "môn", "thú", "sản"}

var birthForm = regexp.MustCompile(`(?i)(?:^|[^\pL])(sinh(?:\s+(?:ngày|năm|tháng))*\s*:?\s*(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|(?:19|20)\d\d))`)

// At looks for an identity number, a mobile number or a private mail address that begins or has its "@" at
// offset i of running text. It returns the hit, with an empty Kind where there is none, and where to look on.
func At(text []byte, i int) (Hit, int) { return at(text, i, true) }

func at(text []byte, i int, prose bool) (Hit, int) {
	switch c := text[i]; {
	case c == '@':
		return mail(text, i, prose), i + 1
	case isDigit(c):
		return number(text, i)
	}
	return Hit{}, i + 1
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// number looks at a run of digits, with single spaces, points or hyphens between groups.
func number(text []byte, start int) (Hit, int) {
	end, digits, groups := start, []byte(nil), []int{0}
	for j := start; j < len(text); j++ {
		if isDigit(text[j]) {
			digits = append(digits, text[j])
			groups[len(groups)-1]++
			end = j + 1
			continue
		}
		if !isSeparator(text[j]) || j+1 >= len(text) || !isDigit(text[j+1]) || len(digits) > 15 {
			break
		}
		groups = append(groups, 0)
	}
	kind := numberKind(digits, groups)
	if kind == "" && len(groups) > 1 {
		// "tháng 5 0912345678": the group that belongs to no number may stand before one that does.
		return Hit{}, start + groups[0]
	}
	hit := Hit{kind, start, end}
	if kind == "" || !alone(text, start, end) || isAddress(text, start) || kind == ID && isMoney(text[end:]) {
		return Hit{}, end
	}
	if start > 0 && text[start-1] == '+' {
		hit.Start--
	}
	return hit, end
}

func isSeparator(c byte) bool { return c == ' ' || c == '.' || c == '-' }

// numberKind tells what digits in such groups are.
func numberKind(digits []byte, groups []int) Kind {
	switch {
	case isMobile(digits) && groups[0] >= 2:
		return Phone
	case len(groups) == 1 && (len(digits) == 9 || len(digits) == 12):
		return ID
	case len(groups) > 1 && len(digits) == 12 && digits[0] == '0' && groups[0] >= 3:
		return ID
	}
	return ""
}

// isMobile knows the national form, and the international one with or without its plus.
func isMobile(digits []byte) bool {
	if len(digits) == 11 && bytes.HasPrefix(digits, []byte("84")) {
		digits = append([]byte("0"), digits[2:]...)
	}
	return len(digits) == 10 && digits[0] == '0' && bytes.IndexByte([]byte("35789"), digits[1]) >= 0
}

// alone reports whether a number stands for itself: it is no part of a symbol, a decimal or a file's name.
func alone(text []byte, start, end int) bool {
	before, _ := utf8.DecodeLastRune(text[:start])
	after, size := utf8.DecodeRune(text[end:])
	if joins(before) || before == '.' || before == ',' || joins(after) {
		return false
	}
	if after == '.' || after == ',' {
		next, _ := utf8.DecodeRune(text[end+size:])
		return !unicode.IsLetter(next) && !unicode.IsDigit(next)
	}
	return true
}

func joins(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("/-_=#%&", r))
}

// isAddress reports whether the word around i is an address of the web or a path.
func isAddress(text []byte, i int) bool {
	start := bytes.LastIndexAny(text[:i], " \t\n(<\"[") + 1
	word := text[start:]
	if end := bytes.IndexAny(word, " \t\n)>\"]"); end >= 0 {
		word = word[:end]
	}
	return bytes.Contains(word, []byte("://")) || bytes.HasPrefix(word, []byte("www.")) || bytes.HasPrefix(word, []byte("/"))
}

// isMoney reports whether a unit of money follows a number.
func isMoney(after []byte) bool {
	after = bytes.TrimLeft(after[:min(len(after), 16)], "  ")
	for _, unit := range []string{"đồng", "đ", "VN", "vn", "USD", "triệu", "tỷ", "tỉ"} {
		if bytes.HasPrefix(after, []byte(unit)) {
			return true
		}
	}
	return false
}

// mail looks at the word around an "@".
func mail(text []byte, at int, prose bool) Hit {
	start, end := at, at+1
	for start > 0 && isMailByte(text[start-1]) {
		start--
	}
	for end < len(text) && isMailByte(text[end]) {
		end++
	}
	domain := strings.ToLower(strings.TrimRight(string(text[at+1:end]), "."))
	if start == at || !strings.Contains(domain, ".") || prose && !isPublicProvider(domain) {
		return Hit{}
	}
	return Hit{Email, start, at + 1 + len(domain)}
}

func isMailByte(c byte) bool {
	return c == '.' || c == '-' || c == '_' || c == '+' || isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z'
}

// isPublicProvider reports whether anybody may have an address there.
func isPublicProvider(domain string) bool {
	name, _, _ := strings.Cut(domain, ".")
	return !strings.HasSuffix(domain, ".gov.vn") && slices.Contains(providers, name)
}

var providers = []string{
	"gmail", "googlemail", "yahoo", "ymail", "rocketmail", "outlook", "hotmail", "live", "msn", "icloud", "me", "mac",
	"proton", "protonmail", "zoho", "yandex", "mail", "aol", "gmx", "fastmail", "tutanota", "zing",
}

// Masked returns a text with all but its first and last two characters hidden, so that a finding does not itself
// publish what it warns of.
func Masked(text string) string {
	r := []rune(text)
	if len(r) <= 4 {
		return strings.Repeat("•", len(r))
	}
	return string(r[:2]) + strings.Repeat("•", len(r)-4) + string(r[len(r)-2:])
}
