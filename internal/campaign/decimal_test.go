package campaign_test

import (
	"math"
	"math/big"
	"testing"

	"pgregory.net/rapid"

	. "bangvang/internal/campaign"
)

func TestDecimalsRoundHalfUpAwayFromZero(t *testing.T) {
	for _, test := range []struct {
		in       string
		decimals int
		want     string
	}{
		{"84.585", 2, "84.59"}, {"84.584999", 2, "84.58"}, {"-0.425", 2, "-0.43"}, {"0.5", 0, "1"}, {"-0.4", 0, "0"},
		{"46.8", 2, "46.80"}, {"44", 1, "44.0"}, {"1.234567", 6, "1.234567"}, {"1.5", 9, "1.500000"}, {"1.5", -1, "2"},
	} {
		if got := dec(test.in).Text(test.decimals); got != test.want {
			t.Errorf("%s to %d decimals: %s, want %s", test.in, test.decimals, got, test.want)
		}
	}
	for _, d := range []Decimal{math.MaxInt64, math.MinInt64} {
		if got := d.Round(0); (got < 0) != (d < 0) {
			t.Errorf("%d rounds to %d", d, got)
		}
		_ = d.Text(2)
	}
}

func FuzzParseDecimal(f *testing.F) {
	for _, seed := range []string{"12", "-0.5", "91.651", "1e3", "1.", ".5", "999999999.999999", "1000000000", "0.0000001", "+1", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDecimal(text)
		if err != nil {
			return
		}
		exact, ok := new(big.Rat).SetString(text)
		if !ok || rat(d).Cmp(exact) != 0 {
			t.Fatalf("%q read as %v", text, d)
		}
		if again, err := ParseDecimal(d.String()); err != nil || again != d {
			t.Fatalf("%q printed as %q", text, d)
		}
	})
}

func TestAPercentIsRoundedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		part := Decimal(rapid.Int64Range(-2e15, 2e15).Draw(t, "part"))
		whole := Decimal(rapid.Int64Range(1, 1e15).Draw(t, "whole"))
		exact := new(big.Rat).Quo(rat(part), rat(whole))
		want := half(exact.Mul(exact, big.NewRat(100, 1)), 6)
		bound := big.NewRat(9e12, 1)
		if got := rat(Percent(part, whole)); got.Cmp(want) != 0 && new(big.Rat).Abs(want).Cmp(bound) < 0 {
			t.Fatalf("%v of %v: %v, want %v", part, whole, got, want)
		}
	})
	for _, test := range []struct{ part, whole, want Decimal }{
		{Int(1), 0, 0},
		{1, 200_000_000, 1}, // half a millionth goes up
		{-1, 200_000_000, -1},
		{1, 200_000_001, 0},
		{200_000_000_000, 1, math.MaxInt64}, // stops at the range's end
		{-200_000_000_000, 1, -math.MaxInt64},
	} {
		if got := Percent(test.part, test.whole); got != test.want {
			t.Errorf("%d of %d: %d, want %d", test.part, test.whole, got, test.want)
		}
	}
}
