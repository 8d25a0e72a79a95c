package rating

import (
	"encoding/json"
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A reader works a score out again with nothing but its explanation in hand.
type reader struct{ t require.TestingT }

// figure reads a number with or without its unit: "12.5 %".
func (r reader) figure(s string) *big.Rat {
	s, _, _ = strings.Cut(s, " ")
	s, _, _ = strings.Cut(s, "/") // a share of days counts by its days
	value, ok := new(big.Rat).SetString(s)
	require.True(r.t, ok, "%q is not a figure", s)
	return value
}

// formula works out the formula at the end of a sentence, "…: 3 × (1 + 2) = 9 %", and
// holds its outcome against what the sentence says.
func (r reader) formula(sentence string) *big.Rat {
	_, after, _ := cutLast(sentence, ": ")
	left, right, ok := strings.Cut(after, " = ")
	require.True(r.t, ok, "no formula in %q", sentence)
	rest := strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ", "%", "").Replace(left))
	value := r.sum(&rest)
	require.Empty(r.t, rest, "%q", sentence)
	said := strings.Fields(right)[0]
	off := new(big.Rat).Sub(value, r.figure(strings.TrimSuffix(said, "…")))
	bound := big.NewRat(1, 1_000_000_000_000_000_000) // a quotient is cut to 18 places
	if strings.HasSuffix(said, "…") {
		bound = big.NewRat(1, 1_000_000)
	}
	require.Negative(r.t, off.Abs(off).Cmp(bound), "%s comes to %s", sentence, value.FloatString(20))
	return value
}

func (r reader) sum(rest *[]string) *big.Rat {
	value := r.product(rest)
	for len(*rest) > 0 {
		op := (*rest)[0]
		if op != "+" && op != "−" {
			break
		}
		*rest = (*rest)[1:]
		if next := r.product(rest); op == "+" {
			value = new(big.Rat).Add(value, next)
		} else {
			value = new(big.Rat).Sub(value, next)
		}
	}
	return value
}

func (r reader) product(rest *[]string) *big.Rat {
	value := r.factor(rest)
	for len(*rest) > 0 {
		op := (*rest)[0]
		if op != "×" && op != "÷" {
			break
		}
		*rest = (*rest)[1:]
		if next := r.factor(rest); op == "×" {
			value = new(big.Rat).Mul(value, next)
		} else {
			value = new(big.Rat).Quo(value, next)
		}
	}
	return value
}

func (r reader) factor(rest *[]string) *big.Rat {
	require.NotEmpty(r.t, *rest)
	first := (*rest)[0]
	*rest = (*rest)[1:]
	if first != "(" {
		return r.figure(first)
	}
	value := r.sum(rest)
	require.Equal(r.t, ")", (*rest)[0])
	*rest = (*rest)[1:]
	return value
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return "", s, false
}

// curve is the score that the steps below the head of a curve's explanation come to.
func (r reader) curve(why Explanation) *big.Rat {
	value := new(big.Rat)
	for _, step := range why.Steps {
		switch strings.TrimPrefix(step.Code, "rating.curve.") {
		case "kept", "met", "range.kept":
			value = big.NewRat(100, 1)
		case "kept.not", "met.not", "range.left", "range.lost", "step.none", "worse.zero", "off.zero", "floor":
			value = new(big.Rat)
		case "stretch.reached", "step":
			value = r.figure(step.Args["score"])
		case "zero", "cap":
			value = r.figure(step.Args["cap"])
		case "worse.negative", "off.negative", "cap.kept":
		default:
			value = r.formula(step.In(text.English))
		}
	}
	return value
}

// mean is the weighted mean that an explanation comes to; each product of its formula has
// a step with the same figures.
func (r reader) mean(why Explanation) *big.Rat {
	products := strings.Split(why.Args["products"], " + ")
	for _, step := range why.Steps {
		if step.Code != partCounts.Code {
			require.Equal(r.t, partLeftOut.Code, step.Code)
			continue
		}
		var score *big.Rat
		switch {
		case len(step.Steps) == 1 && step.Steps[0].Code == figureScores.Code:
			score = r.curve(step.Steps[0])
		case len(step.Steps) == 1 && step.Steps[0].Args["products"] != "":
			score = r.mean(step.Steps[0])
		case strings.HasSuffix(step.Args["score"], "…"):
			// a score that was handed over with more places; the formula has them all
		default:
			score = r.figure(step.Args["score"])
		}
		require.NotEmpty(r.t, products)
		rest := strings.Fields(strings.NewReplacer("(", " ( ", ")", " ) ").Replace(products[0]))
		if products = products[1:]; score != nil {
			want := score.Mul(score, r.figure(step.Args["weight"]))
			assert.Zero(r.t, want.Cmp(r.product(&rest)), "%s", step.In(text.English))
		}
	}
	require.Empty(r.t, products)
	return r.formula(why.In(text.English))
}

// total is what a scorecard's explanation comes to.
func (r reader) total(why Explanation) *big.Rat {
	var value *big.Rat
	for i, step := range why.Steps {
		switch step.Code {
		case adjusted.Code:
			value = r.formula(step.In(text.English))
		case vetoSubtracts.Code:
			r.formula(step.In(text.English))
		case totalBelowFloor.Code:
			require.Negative(r.t, value.Cmp(r.figure(step.Args["floor"])))
			value = r.figure(step.Args["floor"])
		case totalAboveCap.Code:
			require.Positive(r.t, value.Cmp(r.figure(step.Args["cap"])))
			value = r.figure(step.Args["cap"])
		case vetoFails.Code, vetoCaps.Code:
			require.Positive(r.t, value.Cmp(r.figure(step.Args["score"])))
			value = r.figure(step.Args["score"])
		case vetoIdle.Code:
			require.LessOrEqual(r.t, value.Cmp(r.figure(step.Args["score"])), 0)
		default:
			if i == 0 {
				value = r.mean(step)
			}
		}
	}
	return value
}

// near asserts that a score is a value worked out by hand, but for the one division.
func (r reader) near(byHand *big.Rat, score decimal.Decimal, why Explanation) {
	off := new(big.Rat).Sub(byHand, score.Rat())
	assert.Negative(r.t, off.Abs(off).Cmp(big.NewRat(1, 1_000_000_000_000_000_000)),
		"%s, by hand %s\n%s", score, byHand.FloatString(20), why.Tree(text.English))
}

// reread is an explanation as it comes back from a store.
func reread(t require.TestingT, why Explanation) Explanation {
	raw, err := json.Marshal(why)
	require.NoError(t, err)
	var again Explanation
	require.NoError(t, json.Unmarshal(raw, &again))
	require.Equal(t, why.Tree(text.English), again.Tree(text.English))
	require.Equal(t, why.Tree(text.Chinese), again.Tree(text.Chinese))
	return again
}

func TestACurveScoreCanBeWorkedOutFromItsExplanation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, p := anyCurve(t)
		p.Unit = rapid.SampledFrom([]number.Unit{"", number.Percent}).Draw(t, "unit")
		actual := anyActual(t, "actual", c, p)
		score, why, err := c.Score(&actual, p)
		require.NoError(t, err)
		r := reader{t}
		r.near(r.curve(reread(t, why)), score, why)
		assert.Equal(t, strings.TrimSuffix(strings.Fields(why.Args["score"])[0], "…"), score.Truncate(6).StringFixed(places(why.Args["score"])))
	})
}

// places are the digits after the point of a figure in a sentence.
func places(said string) int32 {
	_, fraction, _ := strings.Cut(strings.TrimRight(said, "… %"), ".")
	return int32(len(fraction))
}

// anyNested draws parts, some of them with parts of their own or shares of days.
func anyNested(t *rapid.T, depth int) []Component {
	parts := anyParts(t)
	for i := range parts {
		switch rapid.IntRange(0, 3).Draw(t, "way") {
		case 0:
			if depth > 1 {
				parts[i].Score, parts[i].Parts = nil, anyNested(t, depth-1)
			}
		case 1:
			c, p := anyCurve(t)
			parts[i].Score, parts[i].Measured = nil, &Measured{c, p, new(anyActual(t, "actual", c, p))}
		}
	}
	if rapid.Bool().Draw(t, "by days") {
		left, of := 366, 366
		for i := range parts {
			days := rapid.IntRange(1, 40).Draw(t, "days")
			if i == len(parts)-1 {
				days = left
			}
			parts[i].Weight, parts[i].Share = decimal.Zero, calendar.Share{Days: days, Of: of}
			left -= days
		}
	}
	return parts
}

func TestATotalCanBeWorkedOutFromItsExplanation(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScorecard(t)
		s.Parts = anyNested(t, 3)
		score, why, err := s.Score()
		require.NoError(t, err)
		r := reader{t}
		r.near(r.total(reread(t, why)), score, why)

		s.Rounding = new(anyScale(t).Rounding)
		s.Rounding.Places += 4 // the bounds that are drawn have up to four
		rounded, why, err := s.Score()
		require.NoError(t, err)
		assert.Equal(t, rounded.String(), why.Steps[len(why.Steps)-1].Args["score"])
		off := new(big.Rat).Sub(r.total(why), rounded.Rat())
		assert.Negative(t, off.Abs(off).Cmp(decimal.New(1, -s.Rounding.Places).Rat()))
	})
}
