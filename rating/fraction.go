package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
)

// A fraction is a quotient that has not been divided out; under is above zero.
type fraction struct{ over, under decimal.Decimal }

var one = decimal.New(1, 0)

// ratio is a ÷ b, which is not zero.
func ratio(a, b decimal.Decimal) fraction {
	if b.IsNegative() {
		a, b = a.Neg(), b.Neg()
	}
	return fraction{a, b}
}

func whole(d decimal.Decimal) fraction { return fraction{d, one} }

func (f fraction) decimal() decimal.Decimal {
	if f.under.Equal(one) && f.over.Exponent() >= -number.MaxPlaces {
		return f.over
	}
	return quotient(f.over, f.under)
}

func (f fraction) times(d decimal.Decimal) fraction { return fraction{f.over.Mul(d), f.under} }

func (f fraction) plus(g fraction) fraction {
	if f.under.Equal(g.under) {
		return fraction{f.over.Add(g.over), f.under}
	}
	return fraction{f.over.Mul(g.under).Add(g.over.Mul(f.under)), f.under.Mul(g.under)}
}

// cmp compares the fraction itself with a decimal.
func (f fraction) cmp(d decimal.Decimal) int { return f.over.Cmp(d.Mul(f.under)) }

// factor is the exact value in a formula: the decimal where the division comes out, else
// the division.
func (f fraction) factor() string {
	if d := f.decimal(); f.cmp(d) == 0 {
		return d.String()
	}
	return "(" + f.over.String() + " ÷ " + f.under.String() + ")"
}

// quotient divides to 18 places, half away from zero.
func quotient(a, b decimal.Decimal) decimal.Decimal { return a.DivRound(b, number.MaxPlaces) }
