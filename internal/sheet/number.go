package sheet

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"bangvang/internal/campaign"
)

// A Fault says why a text is not a number; "" is no fault. The strings are codes of findings.
type Fault string

// The faults of numbers.
const (
	FaultForm      Fault = "number-form"      // no number as anybody writes it
	FaultLetter    Fault = "number-letter"    // a letter that looks like a digit: O for 0, l for 1
	FaultAmbiguous Fault = "number-ambiguous" // 1.234 may be one thousand or one and a bit
	FaultDecimals  Fault = "number-decimals"  // more than six decimals
	FaultLarge     Fault = "number-large"     // a thousand million or more

	faultPercent Fault = "number-percent"     // a percent sign where points belong
	faultExcel   Fault = "number-excel-error" // #N/A, #REF!
)

var (
	plainForm = regexp.MustCompile(`^\d+([.,]\d+)?$`)
	// groupForm are digits in groups of three: by points with a decimal comma, by commas with a decimal point, by spaces with either.
	groupForm = regexp.MustCompile(`^\d{1,3}(?:(?:\.\d{3})+(?:,\d+)?|(?:,\d{3})+(?:\.\d+)?|(?: \d{3})+(?:[.,]\d+)?)$`)
	letters   = strings.NewReplacer("O", "0", "o", "0", "О", "0", "о", "0", "l", "1", "I", "1", "i", "1", "|", "1", "S", "5", "s", "5", "B", "8")
	spaces    = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u2009", " ", "\u2212", "-")
)

// Number reads a number as people type it:
//
//	9,5  9.5  91,651     a comma or a point before the decimals
//	1.234,5  1,234.5     the last of two kinds of marks stands before the decimals, the others part groups of three
//	1.234.567  1 234,5   a mark that stands twice, or a space, parts groups of three
//
// A non-zero whole part, a point and exactly three digits (1.234) is ambiguous in a sheet whose decimals have a comma,
// unless point says that this one's have a point; then the same with a comma (1,234) is. At most six decimals; a sign
// may stand before.
func Number(text string, point bool) (campaign.Decimal, Fault) {
	if !isASCII(text) {
		text = spaces.Replace(text)
	}
	text = strings.TrimSpace(text)
	sign := ""
	if strings.HasPrefix(text, "-") || strings.HasPrefix(text, "+") {
		sign, text = strings.TrimPrefix(text[:1], "+"), strings.TrimSpace(text[1:])
	}
	plain, fault := plainDecimal(text, point)
	if fault != "" {
		return 0, fault
	}
	value, err := campaign.ParseDecimal(sign + plain)
	if err == nil {
		return value, ""
	}
	if whole, frac, _ := strings.Cut(plain, "."); len(frac) > 6 && len(strings.TrimLeft(whole, "0")) < 10 {
		return 0, FaultDecimals
	}
	return 0, FaultLarge
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// plainDecimal rewrites a number with a decimal point and no groups.
func plainDecimal(text string, point bool) (string, Fault) {
	switch {
	case plainForm.MatchString(text) && isAmbiguous(text, point):
		return "", FaultAmbiguous
	case plainForm.MatchString(text):
		return strings.Replace(text, ",", ".", 1), ""
	case groupForm.MatchString(text):
		return ungroup(text), ""
	case meant(text) != "":
		return "", FaultLetter
	}
	return "", FaultForm
}

// isAmbiguous applies to a number with one mark.
func isAmbiguous(text string, point bool) bool {
	mark := "."
	if point {
		mark = ","
	}
	whole, frac, found := strings.Cut(text, mark)
	return found && len(frac) == 3 && strings.Trim(whole, "0") != ""
}

// ungroup drops the marks between groups: all but the last one, if that is of another kind than those before.
func ungroup(text string) string {
	last := strings.LastIndexAny(text, "., ")
	first := strings.IndexAny(text, "., ")
	whole, frac := text, ""
	if text[last] != text[first] {
		whole, frac = text[:last], "."+text[last+1:]
	}
	return strings.NewReplacer(".", "", ",", "", " ", "").Replace(whole) + frac
}

// meant returns the number that a text with letters for digits stands for, "" where it has none or is no number then.
func meant(text string) string {
	digits := letters.Replace(text)
	if digits == text || !strings.ContainsAny(text, "0123456789") || !plainForm.MatchString(digits) {
		return ""
	}
	return digits
}
