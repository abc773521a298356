package campaign

import (
	"cmp"
	"math"
	"math/big"
	"math/bits"
)

// A wide is a whole number of 128 bits. Sums of score × weight are kept in it: both are below 10^15
// millionths, so that a hundred million products fit.
type wide struct {
	hi int64
	lo uint64
}

// narrow returns the wide of a decimal's millionths.
func narrow(d Decimal) wide { return wide{int64(d) >> 63, uint64(d)} }

// product returns a × b, exactly.
func product(a, b Decimal) wide {
	hi, lo := bits.Mul64(magnitude(a), magnitude(b))
	w := wide{int64(hi), lo}
	if (a < 0) != (b < 0) {
		return w.negative()
	}
	return w
}

// magnitude returns |d|; it is right for the smallest decimal too.
func magnitude(d Decimal) uint64 {
	if d < 0 {
		return -uint64(d)
	}
	return uint64(d)
}

func (a wide) plus(b wide) wide {
	lo, carry := bits.Add64(a.lo, b.lo, 0)
	hi, _ := bits.Add64(uint64(a.hi), uint64(b.hi), carry)
	return wide{int64(hi), lo}
}

func (a wide) negative() wide {
	lo, borrow := bits.Sub64(0, a.lo, 0)
	hi, _ := bits.Sub64(0, uint64(a.hi), borrow)
	return wide{int64(hi), lo}
}

func (a wide) compare(b wide) int {
	return cmp.Or(cmp.Compare(a.hi, b.hi), cmp.Compare(a.lo, b.lo))
}

// small reports whether a fits a Decimal, and gives it.
func (a wide) small() (Decimal, bool) {
	return Decimal(a.lo), a.hi == int64(a.lo)>>63
}

func (a wide) big() *big.Int {
	b := big.NewInt(a.hi)
	return b.Or(b.Lsh(b, 64), new(big.Int).SetUint64(a.lo))
}

// compareProducts compares a × m with b × n, exactly.
func compareProducts(a wide, m Decimal, b wide, n Decimal) int {
	x, xFits := a.small()
	y, yFits := b.small()
	if xFits && yFits {
		return product(x, m).compare(product(y, n))
	}
	left := new(big.Int).Mul(a.big(), big.NewInt(int64(m)))
	return left.Cmp(new(big.Int).Mul(b.big(), big.NewInt(int64(n))))
}

// divided is [quotient] for the figures of real tables, which need no big numbers.
func divided(num, den wide, decimals int) Decimal {
	n, m := num, den
	if num.hi < 0 {
		n = num.negative()
	}
	if m.hi != 0 || uint64(n.hi) >= m.lo {
		return quotient(num.big(), den.big(), decimals)
	}
	whole, rest := bits.Div64(uint64(n.hi), n.lo, m.lo)
	if whole > math.MaxInt64/2 {
		return quotient(num.big(), den.big(), decimals)
	}
	d := Decimal(whole)
	if places(decimals) < 6 {
		d = d.Round(decimals) // half a step is a whole number of millionths: the rest can't reach it
	} else if rest >= m.lo-rest {
		d++
	}
	if num.hi < 0 {
		return -d
	}
	return d
}

// quotient returns num ÷ den in millionths, rounded half-up (away from zero at the half) once, at the given
// decimals. It is bounded by the range of Decimal. den is positive.
func quotient(num, den *big.Int, decimals int) Decimal {
	step := big.NewInt(int64(stepOf(decimals)))
	whole := new(big.Int).Mul(den, step)
	twice := new(big.Int).Lsh(new(big.Int).Abs(num), 1)
	twice.Add(twice, whole).Quo(twice, whole.Lsh(whole, 1)).Mul(twice, step)
	if num.Sign() < 0 {
		twice.Neg(twice)
	}
	return saturated(twice)
}

func saturated(n *big.Int) Decimal {
	switch {
	case n.IsInt64():
		return Decimal(n.Int64())
	case n.Sign() < 0:
		return -math.MaxInt64
	}
	return math.MaxInt64
}

// sum adds two decimals and stays at the bound of the range where they pass it. Facts that pass [Rules.Check]
// never come near: see [MaxTooLarge].
func sum(a, b Decimal) Decimal {
	s := a + b
	switch {
	case a > 0 && b > 0 && s < 0:
		return math.MaxInt64
	case a < 0 && b < 0 && s >= 0:
		return -math.MaxInt64
	}
	return s
}

// bounded keeps a decimal within what [ParseDecimal] takes, so that whatever is fed in, products fit.
func bounded(d Decimal) Decimal {
	const most = maxWhole*One - 1
	return max(-most, min(d, most))
}
