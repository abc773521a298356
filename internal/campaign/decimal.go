package campaign

import (
	"errors"
	"strconv"
	"strings"
)

// A Decimal is an exact decimal number: it counts millionths. Every figure a council types has at most six
// decimals, so sums and comparisons are those of whole numbers, and no binary fraction comes near a score.
type Decimal int64

// One is the number 1.
const One Decimal = 1_000_000

// maxWhole bounds what [ParseDecimal] takes, so that no sum of a block's scores can overflow.
const maxWhole = 1_000_000_000

// ErrDecimal tells that a text is not a plain decimal number within the bounds of [ParseDecimal].
var ErrDecimal = errors.New("not a decimal number")

// ParseDecimal reads "12", "-0.5", "91.651": a point, at most six decimals, below a thousand million.
// Numbers as people type them are read by package sheet.
func ParseDecimal(text string) (Decimal, error) {
	digits, negative := strings.CutPrefix(text, "-")
	whole, frac, hasFrac := strings.Cut(digits, ".")
	if whole == "" || hasFrac && frac == "" || len(frac) > 6 || !allDigits(whole) || !allDigits(frac) {
		return 0, ErrDecimal
	}
	w, err := strconv.ParseInt(whole, 10, 64)
	if err != nil || w >= maxWhole {
		return 0, ErrDecimal
	}
	f, _ := strconv.ParseInt((frac + "000000")[:6], 10, 64)
	d := Decimal(w)*One + Decimal(f)
	if negative {
		d = -d
	}
	return d, nil
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// Int returns the whole number n.
func Int(n int) Decimal { return Decimal(n) * One }

// Round returns d rounded half-up (away from zero at the half) to the given number of decimals, 0 to 6.
func (d Decimal) Round(decimals int) Decimal {
	step := stepOf(decimals)
	rest := d % step // the sign of d
	switch {
	case rest >= step-rest:
		return sum(d-rest, step)
	case -rest >= step+rest:
		return sum(d-rest, -step)
	}
	return d - rest
}

// stepOf returns the smallest step of a figure with so many decimals: 0.01 for two.
func stepOf(decimals int) Decimal {
	step := Decimal(1)
	for range 6 - places(decimals) {
		step *= 10
	}
	return step
}

// places keeps a number of decimals within what a Decimal has.
func places(decimals int) int { return max(0, min(decimals, 6)) }

// Text prints d with exactly the given number of decimals, rounded half-up: "84.58", "-0.50".
func (d Decimal) Text(decimals int) string {
	d = d.Round(decimals)
	sign := ""
	if d < 0 {
		sign = "-"
	}
	n := magnitude(d)
	whole := strconv.FormatUint(n/uint64(One), 10)
	if places(decimals) == 0 {
		return sign + whole
	}
	frac := strconv.FormatUint(uint64(One)+n%uint64(One), 10)[1:]
	return sign + whole + "." + frac[:places(decimals)]
}

// String prints d with as many decimals as it needs: "46.8", "44".
func (d Decimal) String() string {
	text := strings.TrimRight(d.Text(6), "0")
	return strings.TrimSuffix(text, ".")
}

// Percent returns part as percent of whole, rounded half-up at six decimals; 0 where the whole is not positive.
func Percent(part, whole Decimal) Decimal {
	if whole <= 0 {
		return 0
	}
	return divided(product(part, 100*One), narrow(whole), 6)
}
