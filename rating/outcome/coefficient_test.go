package outcome

import (
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// tiered pays nothing for the first 60 points, 0.02 for each to 90, 0.05 for each beyond.
func tiered(by Basis) Coefficients {
	return Coefficients{
		Code: "commission", Label: named("commission"), By: by, Rounding: cents,
		Tiers:   bands("top 90 120", "middle 60 90", "low 0 60"),
		Factors: figures("top", "0.05", "middle", "0.02", "low", "0"),
	}
}

func profitGate(factor string) Gate {
	return Gate{
		Figure: "profit", Label: text.Label{En: "company profit", Zh: "公司利润"},
		Least: number.Quantity{Value: num("1000000"), Unit: number.Yuan}, Factor: num(factor),
	}
}

func profit(amount string) map[string]number.Quantity {
	return map[string]number.Quantity{"profit": {Value: num(amount), Unit: number.Yuan}}
}

func TestAmountIsBaseTimesCoefficientTimesGatesTimesDays(t *testing.T) {
	for _, test := range []struct {
		name  string
		table func(*Coefficients)
		claim func(*Claim)
		want  string
	}{
		{"by level", nil, nil, "15000"},
		{"a factor of zero", nil, func(c *Claim) { c.Level = "D" }, "0"},
		{"a base of zero", nil, func(c *Claim) { c.Base = ptr("0") }, "0"},
		{"days, rounded once", nil, func(c *Claim) { c.Days = &calendar.Share{Days: 45, Of: 92} }, "7336.96"},
		{"no day", nil, func(c *Claim) { c.Days = &calendar.Share{Days: 0, Of: 92} }, "0"},
		{"an open gate", func(c *Coefficients) { c.Gates = []Gate{profitGate("0.5")} }, func(c *Claim) { c.Figures = profit("1000000") }, "15000"},
		{"a gate that halves", func(c *Coefficients) { c.Gates = []Gate{profitGate("0.5")} }, func(c *Claim) { c.Figures = profit("999999.99") }, "7500"},
		{"a closed gate", func(c *Coefficients) { c.Gates = []Gate{profitGate("0")} }, func(c *Claim) { c.Figures = profit("-1") }, "0"},
		{"flat: just below a tier", func(c *Coefficients) { *c = tiered(ByScore) }, func(c *Claim) { c.Score = ptr("89.999") }, "200"},
		{"flat: the tier's end", func(c *Coefficients) { *c = tiered(ByScore) }, func(c *Claim) { c.Score = ptr("90") }, "500"},
		{"flat: the end belongs below", func(c *Coefficients) { *c = tiered(ByScore); c.Tiers.Boundary = rating.BoundaryDown }, func(c *Claim) { c.Score = ptr("90") }, "200"},
		{"flat: the very top", func(c *Coefficients) { *c = tiered(ByScore) }, func(c *Claim) { c.Score = ptr("120") }, "500"},
		{"marginal: nothing yet", func(c *Coefficients) { *c = tiered(ByMarginalScore) }, func(c *Claim) { c.Score = ptr("60") }, "0"},
		{"marginal: the first slice", func(c *Coefficients) { *c = tiered(ByMarginalScore) }, func(c *Claim) { c.Score = ptr("75.5") }, "3100"},
		{"marginal: two slices", func(c *Coefficients) { *c = tiered(ByMarginalScore) }, func(c *Claim) { c.Score = ptr("100") }, "11000"},
		{"marginal: the lowest score", func(c *Coefficients) { *c = tiered(ByMarginalScore) }, func(c *Claim) { c.Score = ptr("0") }, "0"},
	} {
		t.Run(test.name, func(t *testing.T) {
			table := preset(t, "s-a-b-c-d").Coefficients[0]
			claim := Claim{Base: ptr("10000"), Level: "S"}
			if test.table != nil {
				test.table(&table)
			}
			if test.claim != nil {
				test.claim(&claim)
			}
			amount, err := table.Amount(claim)
			require.NoError(t, err)
			assert.Equal(t, test.want, amount.Value.Value.String(), "%s", amount.Why.Tree(text.English))
		})
	}
}

func TestAmountRefusesWhatIsMissing(t *testing.T) {
	levels := preset(t, "s-a-b-c-d").Coefficients[0]
	levels.Gates = []Gate{profitGate("0")}
	_, err := levels.Amount(Claim{Days: &calendar.Share{}})
	violated(t, err, "base figure.required", "days.of calendar.share.of", "level level.unknown", "figures.profit gate.unknown")
	_, err = levels.Amount(Claim{Base: ptr("-1"), Level: "A", Figures: profit("1")})
	violated(t, err, "base figure.negative")
	_, err = levels.Amount(Claim{Base: ptr("1"), Level: "A", Figures: map[string]number.Quantity{"profit": {Value: num("5"), Unit: number.Dollar}}})
	violated(t, err, "figures.profit.unit number.unit.differ")
	_, err = levels.Amount(Claim{Base: ptr("1"), Level: "A", Figures: profit("1e40")})
	violated(t, err, "figures.profit.value number.bounds")

	flat := tiered(ByScore)
	_, err = flat.Amount(Claim{Base: ptr("1")})
	violated(t, err, "score figure.required")
	_, err = flat.Amount(Claim{Base: ptr("1"), Score: ptr("120.000000000000000001")})
	violated(t, err, "score score.outside")
	_, err = flat.Amount(Claim{Base: ptr("1"), Score: ptr("1e40")})
	violated(t, err, "score number.bounds")
	flat.Factors["top"] = num("1000000")
	_, err = flat.Amount(Claim{Base: ptr("999999999999999999999999999999999999"), Score: ptr("91")})
	violated(t, err, "base number.bounds")
}

func TestCoefficientsRefuseATableThatIsNotWhole(t *testing.T) {
	scale := preset(t, "s-a-b-c-d").Scale
	c := tiered(ByScore)
	c.Tiers.Levels[1].From = num("65")
	c.Factors["bottom"] = num("1")
	delete(c.Factors, "low")
	c.Gates = []Gate{{Factor: num("1")}}
	c.Rounding = number.Rounding{}
	violated(t, c.Validate(scale),
		"tiers.levels[2] rating.scale.band.gap", "factors.low level.missing", "factors.bottom level.unknown",
		"gates[0].figure check.required", "gates[0].label label.required", "gates[0].factor gate.factor",
		"rounding.mode number.rounding.mode")
	_, err := c.Amount(Claim{Base: ptr("1"), Score: ptr("1")})
	require.Error(t, err)

	c = tiered(ByScore)
	c.Factors["low"] = num("0.03")
	violated(t, c.Validate(scale), "factors.low factor.order")
	c.By = ByMarginalScore // a lower rate for later slices is a matter of taste
	require.NoError(t, c.Validate(scale))
	c.By = ByLevel
	require.Error(t, c.Validate(scale))
	assert.Contains(t, c.Validate(scale).Error(), "no tiers")
	c.By = "rank"
	require.Error(t, c.Validate(scale))
}

func TestMarginalCoefficientsNeverJumpAndNeverFall(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := tiered(ByMarginalScore)
		for code := range c.Factors {
			c.Factors[code] = figure(t, 1000, 3, code)
		}
		step := decimal.New(1, -6)
		at := c.Tiers.Levels[rapid.IntRange(0, 1).Draw(t, "tier")].From
		if rapid.Bool().Draw(t, "anywhere") {
			at = figure(t, 119_000_000, 6, "score").Add(step)
		}
		coefficient := func(score decimal.Decimal) decimal.Decimal {
			amount, err := c.Amount(Claim{Base: ptr("1"), Score: &score})
			require.NoError(t, err)
			return amount.Coefficient
		}
		below, here, above := coefficient(at.Sub(step)), coefficient(at), coefficient(at.Add(step))
		assert.True(t, below.LessThanOrEqual(here) && here.LessThanOrEqual(above), "%s %s %s", below, here, above)
		assert.True(t, above.Sub(below).LessThanOrEqual(step.Add(step)), "a rate is at most 1 a point: %s %s", below, above)
	})
}

func TestAmountIsRoundedOnceFromTheExactFraction(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := preset(t, "s-a-b-c-d").Coefficients[0]
		c.Rounding = anyRounding(t)
		c.Gates = []Gate{profitGate("0.37")}
		claim := Claim{Base: new(figure(t, 1e9, 2, "base")), Level: "A", Days: drawDays(t), Figures: profit("1")}
		amount, err := c.Amount(claim)
		require.NoError(t, err)
		exact := new(big.Rat).Mul(claim.Base.Rat(), num("0.444").Rat())
		if claim.Days != nil {
			exact.Mul(exact, claim.Days.Rat())
		}
		assert.Zero(t, roundRat(exact, c.Rounding).Cmp(amount.Value.Value.Rat()), "%s", amount.Why.Tree(text.English))
	})
}

// roundRat rounds a fraction that is not below zero, by comparing it with its neighbours.
func roundRat(exact *big.Rat, r number.Rounding) *big.Rat {
	unit := new(big.Rat).SetFrac(big.NewInt(1), new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(r.Places)), nil))
	units := new(big.Rat).Quo(exact, unit)
	floor := new(big.Int).Div(units.Num(), units.Denom())
	rest := new(big.Rat).Sub(units, new(big.Rat).SetInt(floor))
	half := rest.Cmp(big.NewRat(1, 2))
	up := false
	switch r.Mode {
	case number.HalfUp:
		up = half >= 0
	case number.HalfEven:
		up = half > 0 || (half == 0 && floor.Bit(0) == 1)
	case number.Up, number.Ceiling:
		up = rest.Sign() > 0
	case number.Down, number.Floor:
	}
	if up {
		floor.Add(floor, big.NewInt(1))
	}
	return unit.Mul(unit, new(big.Rat).SetInt(floor))
}
