package award

import (
	"math/big"

	"bangvang/internal/campaign"
)

// step is what prize money is rounded up to: ten thousand đồng (Decree 91/2017/NĐ-CP, article 68, section 2;
// Decree 98/2023/NĐ-CP keeps the rule).
const step = 10_000

// Money returns the prize money of a form decided on a day, in đồng, for a collective or a person: coefficient ×
// base wage of that day, rounded up to ten thousand. ok is false where the data have no coefficient or no base
// wage for the day.
func Money(form string, day campaign.Day, collective bool) (dong int64, ok bool) {
	f, known := FormOn(form, day)
	coefficient := f.Persons
	if collective {
		coefficient = f.Units
	}
	base, paid := BaseWage(day)
	if !known || !paid || coefficient == nil {
		return 0, false
	}
	return PrizeMoney(*coefficient, base), true
}

// PrizeMoney multiplies a coefficient with a base wage in đồng and rounds up to ten thousand đồng.
func PrizeMoney(coefficient campaign.Decimal, base int64) int64 {
	product := new(big.Int).Mul(big.NewInt(int64(coefficient)), big.NewInt(base))
	unit := big.NewInt(step * int64(campaign.One))
	steps, rest := product.DivMod(product, unit, new(big.Int))
	if rest.Sign() > 0 {
		steps.Add(steps, big.NewInt(1))
	}
	return steps.Mul(steps, big.NewInt(step)).Int64()
}

// BaseWage returns the base wage (mức lương cơ sở) in force on a day, in đồng.
func BaseWage(day campaign.Day) (dong int64, ok bool) {
	for _, w := range theLaw().wages {
		if holds(w.From, w.To, day) {
			return w.Dong, true
		}
	}
	return 0, false
}
