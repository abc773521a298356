package campaign

import "math/big"

// mean returns the means of the placed rows: sums of the exact figures that count, divided and rounded once.
func (s *scorer) mean(placed []*tally) *Mean {
	if len(placed) == 0 {
		return nil
	}
	var total wide
	byMax := map[Decimal]wide{} // percentages with one denominator
	for _, t := range placed {
		total = total.plus(t.total.num)
		byMax[t.percent.of] = byMax[t.percent.of].plus(t.percent.num)
	}
	n := new(big.Int).Mul(big.NewInt(int64(len(placed))), narrow(s.divisor).big())
	percent := sumOf(fractions(byMax))
	percent.num.Mul(percent.num, hundred.big())
	return &Mean{
		Total:   quotient(total.big(), n, s.rules.Scoring.Decimals),
		Percent: quotient(percent.num, percent.den.Mul(percent.den, n), 2),
	}
}

// A fraction is num ÷ den, not reduced.
type fraction struct{ num, den *big.Int }

func fractions(byMax map[Decimal]wide) []fraction {
	var fs []fraction
	for of, num := range byMax {
		fs = append(fs, fraction{num.big(), narrow(of).big()})
	}
	return fs
}

// sumOf adds fractions in halves, so that a thousand different maxima cost little: the denominators grow evenly
// and nothing is reduced on the way.
func sumOf(fs []fraction) fraction {
	if len(fs) == 1 {
		return fs[0]
	}
	a, b := sumOf(fs[:len(fs)/2]), sumOf(fs[len(fs)/2:])
	left, right := new(big.Int).Mul(a.num, b.den), new(big.Int).Mul(b.num, a.den)
	return fraction{left.Add(left, right), new(big.Int).Mul(a.den, b.den)}
}
