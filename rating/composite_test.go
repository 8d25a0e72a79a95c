package rating

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

func part(name, score, weight string) Component {
	c := Component{Name: named(name), Weight: num(weight)}
	if score != "" {
		c.Score = ptr(score)
	}
	return c
}

func TestCompositeShowsWhatItWeighed(t *testing.T) {
	parts := []Component{part("sales", "110", "60"), part("service", "", "10"), part("team", "85.5", "30")}
	score, why, err := Composite(parts, MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "101.833333333333333333", score.String())
	assert.Equal(t, `weighted mean of what is there, whose weights count for the whole: (110 × 60 + 85.5 × 30) ÷ 90 = 101.833333…
  sales: 110, weight 60
  service: missing, its weight of 10 left out
  team: 85.5, weight 30`, why.Tree(text.English))
}

func TestCompositeNeverTakesWhatIsMissingForZero(t *testing.T) {
	_, _, err := Composite([]Component{part("a", "1", "50"), part("b", "", "50")}, "")
	violated(t, err, "parts[1].score parts.missing")
	_, _, err = Composite([]Component{part("a", "", "50"), part("b", "", "50")}, MissingReweighted)
	violated(t, err, "parts parts.missing.all")
	score, _, err := Composite([]Component{part("a", "0", "50"), part("b", "", "50")}, MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "0", score.String(), "a zero that is there counts")
}

func TestCompositeRefusesWhatCanNotBeWeighed(t *testing.T) {
	_, _, err := Composite(nil, "skip")
	violated(t, err, "parts parts.required", "missing choice.unknown")
	_, _, err = Composite([]Component{part("a", "1", "0"), part("b", "", "5")}, MissingReweighted)
	violated(t, err, "parts parts.weight.zero")
	_, _, err = Composite([]Component{part("a", "1", "-1"), part("b", "1e40", "1e40")}, "")
	violated(t, err, "parts[0].weight parts.weight.negative", "parts[1].weight number.bounds", "parts[1].score number.bounds")
}

func anyParts(t *rapid.T) []Component {
	parts := make([]Component, rapid.IntRange(1, 8).Draw(t, "parts"))
	for i := range parts {
		parts[i] = Component{Name: named(strconv.Itoa(i)), Weight: anyFigure(t, "weight", 1, 100_000)}
		if i == 0 || rapid.Bool().Draw(t, "there") {
			parts[i].Score = new(anyFigure(t, "score", -1_000_000, 1_000_000))
		}
	}
	return parts
}

func TestCompositeDoesNotDependOnOrderNorOnTheSizeOfWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := anyParts(t)
		score, _, err := Composite(parts, MissingReweighted)
		require.NoError(t, err)

		shuffled, _, err := Composite(rapid.Permutation(parts).Draw(t, "order"), MissingReweighted)
		require.NoError(t, err)
		assert.Equal(t, score.String(), shuffled.String())

		factor := anyFigure(t, "factor", 1, 1_000_000)
		scaled := rapid.Permutation(parts).Draw(t, "scaled")
		low, high := *parts[0].Score, *parts[0].Score
		for i, p := range scaled {
			scaled[i].Weight = p.Weight.Mul(factor)
			if p.Score != nil {
				low, high = decimal.Min(low, *p.Score), decimal.Max(high, *p.Score)
			}
		}
		same, _, err := Composite(scaled, MissingReweighted)
		require.NoError(t, err)
		assert.Equal(t, score.String(), same.String())
		assert.True(t, score.GreaterThanOrEqual(low) && score.LessThanOrEqual(high), "%s is a mean of %s to %s", score, low, high)
	})
}

func TestFractionIsRoundedOnce(t *testing.T) {
	third := fraction{num("246.0149999999999999999999999999999999"), num("3")} // 82.00499…
	assert.Equal(t, "82.005", third.decimal().String(), "rounded twice it would become 82.01")
	for _, test := range []struct {
		f    fraction
		mode number.Mode
		want string
	}{
		{third, number.HalfUp, "82"},
		{fraction{num("246.015"), num("3")}, number.HalfUp, "82.01"},
		{fraction{num("246.015"), num("3")}, number.HalfEven, "82"},
		{fraction{num("246.0150000000000000000000000000000001"), num("3")}, number.HalfEven, "82.01"},
		{fraction{num("246.0000000000000000000000000000000001"), num("3")}, number.Up, "82.01"},
		{fraction{num("246.0000000000000000000000000000000001"), num("3")}, number.Ceiling, "82.01"},
		{fraction{num("-246.0000000000000000000000000000000001"), num("3")}, number.Floor, "-82.01"},
		{fraction{num("-246.0000000000000000000000000000000001"), num("3")}, number.Ceiling, "-82"},
		{fraction{num("245.9999999999999999999999999999999999"), num("3")}, number.Down, "81.99"},
	} {
		got := test.f.rounded(number.Rounding{Places: 2, Mode: test.mode})
		assert.Equal(t, test.want, got.String(), "%s ÷ %s %s", test.f.over, test.f.under, test.mode)
	}
}

func TestRoundingAFractionAgreesWithRoundingItsDecimalWhereThatIsExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		exact := anyFigure(t, "exact", -1_000_000, 1_000_000)
		under := anyFigure(t, "under", 1, 1000)
		r := anyScale(t).Rounding
		assert.Equal(t, r.Round(exact).String(), fraction{exact.Mul(under), under}.rounded(r).String())
	})
}
