package calibration_test

import (
	"encoding/json"
	"errors"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

func marks(rater string, scores ...int64) []calibration.Mark {
	out := make([]calibration.Mark, len(scores))
	for i, s := range scores {
		out[i] = calibration.Mark{Rater: rater, Score: new(decimal.New(s, 0))}
	}
	return out
}

func effects(t require.TestingT, rules calibration.RaterRules, all ...[]calibration.Mark) calibration.Effects {
	e, err := calibration.RaterEffects(rules, stream(slices.Concat(all...)))
	require.NoError(t, err)
	return e
}

func rater(t require.TestingT, e calibration.Effects, name string) calibration.Rater {
	i := slices.IndexFunc(e.Raters, func(r calibration.Rater) bool { return r.Rater == name })
	require.GreaterOrEqual(t, i, 0)
	return e.Raters[i]
}

var at95 = calibration.RaterRules{Confidence: 0.95, Middle: []string{"C"}}

// The example is a one-way layout worked out by hand: means 84, 70, 74 of five, five and
// two scores, 76.5 in all; squares of 98 within, on 9 degrees of freedom.
func TestRaterEffectsAreThoseOfTheAnalysisOfVariance(t *testing.T) {
	e := effects(t, at95, marks("a", 80, 82, 84, 86, 88), marks("b", 66, 68, 70, 72, 74), marks("c", 71, 77))
	grand := (5*84 + 5*70 + 2*74.0) / 12
	assert.InDelta(t, grand, *e.Mean.Value, 1e-12)
	mse := (40 + 40 + 18) / 9.0
	assert.InDelta(t, math.Sqrt(mse), *e.Within.Value, 1e-12)
	between := 5*(84-grand)*(84-grand) + 5*(70-grand)*(70-grand) + 2*(74-grand)*(74-grand)
	size := (12 - (25+25+4)/12.0) / 2
	tau2 := (between/2 - mse) / size
	assert.InDelta(t, math.Sqrt(tau2), *e.Between.Value, 1e-12)

	a := rater(t, e, "a")
	assert.InDelta(t, 84-grand, *a.Leniency.Value, 1e-12)
	half := 2.262157 * math.Sqrt(mse*(1.0/5-1.0/12)) // t of 9 degrees at 97.5 %
	assert.InDelta(t, 84-grand-half, a.Leniency.Confidence.Low, 1e-5)
	assert.InDelta(t, tau2/(tau2+mse/5)*(84-grand), *a.Shrunk.Value, 1e-12)
	half = 2.776445 * math.Sqrt(10.0/5) // t of 4 degrees
	assert.InDelta(t, 84+half, a.Mean.Confidence.High, 1e-5)
	ratio := math.Sqrt(10 / (58 / 5.0))
	assert.InDelta(t, ratio, *a.Range.Value, 1e-12)
	assert.InDelta(t, ratio/math.Sqrt(7.387886), a.Range.Confidence.Low, 1e-5) // F of 4 and 5 at 97.5 %
	assert.InDelta(t, ratio*math.Sqrt(9.364471), a.Range.Confidence.High, 1e-5)

	n, err := e.Normalise("a", decimal.New(86, 0))
	require.NoError(t, err)
	assert.InDelta(t, 2/math.Sqrt(10), *n.Z.Value, 1e-12)
	assert.InDelta(t, 86-*a.Shrunk.Value, *n.Shrunk.Value, 1e-12)
	assert.Equal(t, "86", n.Score.String(), "the score itself stays")
	assert.Less(t, math.Abs(*rater(t, e, "c").Shrunk.Value / *rater(t, e, "c").Leniency.Value),
		math.Abs(*a.Shrunk.Value / *a.Leniency.Value), "few scores are shrunk more")
}

func TestWhatStandsOutIsFound(t *testing.T) {
	level := func(all []calibration.Mark, codes string) []calibration.Mark {
		for i := range all {
			all[i].Level = codes[i%len(codes) : i%len(codes)+1]
		}
		return all
	}
	halo := func(all []calibration.Mark, free bool) []calibration.Mark {
		random := rand.New(rand.NewPCG(3, 4))
		for i := range all {
			x := int64(i)
			all[i].Dimensions = []*decimal.Decimal{new(decimal.New(x, 0)), new(decimal.New(x+1, 0)), new(decimal.New(2*x, 0))}
			if free {
				for j := range all[i].Dimensions {
					all[i].Dimensions[j] = new(decimal.New(random.Int64N(10), 0))
				}
			}
		}
		return all
	}
	spread := []int64{60, 65, 70, 75, 80, 85, 60, 65, 70, 75, 80, 85}
	e := effects(t, at95,
		halo(level(marks("fair", spread...), "ABCDE"), true), halo(level(marks("plain", spread...), "ABCDE"), true),
		halo(level(marks("kind", 88, 92, 95, 90, 89, 93, 91, 94, 90, 92, 91, 90), "AB"), true),
		halo(level(marks("hard", 52, 45, 61, 40, 55, 49, 47, 50, 51, 60, 44, 48), "DE"), true),
		halo(level(marks("shy", 71, 72, 73, 72, 71, 72, 73, 72, 72, 72, 71, 72), "C"), false),
		halo(level(marks("flat", 72, 72, 72), "C"), true),
	)
	found := map[string][]string{}
	for _, r := range e.Raters {
		for _, f := range e.Findings(r) {
			found[r.Rater] = append(found[r.Rater], f.Code)
			assert.NotContains(t, f.In(text.Chinese), "{")
		}
	}
	assert.Equal(t, []string{"calibration.rater.lenient", "calibration.rater.restricted"}, found["kind"])
	assert.Equal(t, []string{"calibration.rater.severe"}, found["hard"])
	assert.Equal(t, []string{"calibration.rater.central", "calibration.rater.restricted", "calibration.rater.halo"}, found["shy"])
	assert.Contains(t, found["flat"], "calibration.rater.onescore")
	assert.Empty(t, found["fair"])
	assert.InDelta(t, 1, *rater(t, e, "shy").Halo.Value, 1e-12)
}

func TestRatersOfWhomNothingCanBeSaidSayWhy(t *testing.T) {
	alone := effects(t, at95, marks("a", 80, 80))
	a := rater(t, alone, "a")
	for _, s := range []calibration.Statistic{a.Leniency, a.Shrunk, a.Range, a.Central, a.Halo, alone.Between} {
		assert.Nil(t, s.Value)
		require.NotNil(t, s.Undefined)
	}
	assert.InDelta(t, 80, *a.Mean.Value, 0)
	assert.Nil(t, a.Mean.Confidence)
	require.NotNil(t, a.Mean.Undefined, "a mean without an interval says why")
	n, err := alone.Normalise("a", decimal.New(80, 0))
	require.NoError(t, err)
	assert.Nil(t, n.Z.Value)
	assert.NotNil(t, n.Z.Undefined)
	assert.Nil(t, n.Shrunk.Value)

	none := effects(t, at95)
	assert.Empty(t, none.Raters)
	sound(t, none.Mean, none.Within, none.Between, none.Halo)
	unscored := effects(t, at95, []calibration.Mark{{Rater: "a", Level: "C"}}, marks("b", 80))
	assert.Nil(t, rater(t, unscored, "a").Mean.Value)
	assert.InDelta(t, 1, *rater(t, unscored, "a").Central.Value, 0)
	assert.InDelta(t, 0.2065, rater(t, unscored, "a").Central.Confidence.Low, 0.0001, "Wilson: 1 of 1")
}

func TestMarksThatAreWrongAreRefusedByPlace(t *testing.T) {
	one := new(decimal.New(1, 0))
	_, err := calibration.RaterEffects(at95, stream([]calibration.Mark{
		{Rater: "a", Score: one, Dimensions: []*decimal.Decimal{one, nil}},
		{Score: new(decimal.New(1, 1000)), Dimensions: []*decimal.Decimal{one, new(decimal.New(1, -1000))}},
		{Rater: "b", Dimensions: []*decimal.Decimal{one}},
	}))
	var paths []string
	for _, v := range fault.Of(err) {
		paths = append(paths, v.Path)
	}
	assert.Equal(t, []string{"marks[1].rater", "marks[1].score", "marks[1].dimensions[1]", "marks[2].dimensions"}, paths)
	for _, level := range []float64{0, 1, 0.4, math.NaN(), math.Inf(1)} {
		_, err = calibration.RaterEffects(calibration.RaterRules{Confidence: level}, stream[calibration.Mark](nil))
		require.ErrorIs(t, err, fault.ErrInvalid)
	}
	_, err = calibration.RaterEffects(at95, stream(make([]calibration.Mark, 1000)))
	assert.Len(t, fault.Of(err), 100)
	broken := errors.New("the file ends")
	_, err = calibration.RaterEffects(at95, func(yield func(calibration.Mark, error) bool) { yield(calibration.Mark{}, broken) })
	require.ErrorIs(t, err, broken)
	e := effects(t, at95, marks("a", 80))
	_, err = e.Normalise("b", decimal.New(1, 1000))
	assert.Len(t, fault.Of(err), 2)
}

func TestRaterEffectsAreNumbersOrSayWhyNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		figure := rapid.Custom(func(t *rapid.T) *decimal.Decimal {
			if rapid.IntRange(0, 5).Draw(t, "there") == 0 {
				return nil
			}
			return new(decimal.New(rapid.Int64Range(-3, 3).Draw(t, "digits"), rapid.SampledFrom([]int32{0, 0, -1, -18, 30}).Draw(t, "exponent")))
		})
		d := rapid.IntRange(0, 3).Draw(t, "dimensions")
		all := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) calibration.Mark {
			return calibration.Mark{
				Rater: rapid.SampledFrom([]string{"a", "b", "c"}).Draw(t, "rater"), Score: figure.Draw(t, "score"),
				Level: rapid.SampledFrom([]string{"", "A", "C"}).Draw(t, "level"), Dimensions: rapid.SliceOfN(figure, d, d).Draw(t, "dimensions"),
			}
		}), 0, 20).Draw(t, "marks")
		e := effects(t, at95, all)
		sound(t, e.Mean, e.Within, e.Between, e.Halo)
		_, err := json.Marshal(e)
		require.NoError(t, err)
		for _, r := range e.Raters {
			sound(t, r.Mean, r.SD, r.Leniency, r.Shrunk, r.Central, r.Range, r.Halo)
			e.Findings(r)
			if r.Shrunk.Value != nil {
				require.LessOrEqual(t, math.Abs(*r.Shrunk.Value), math.Abs(*r.Leniency.Value)+1e-9, "shrunk towards nothing")
			}
			if r.Halo.Value != nil {
				require.LessOrEqual(t, math.Abs(*r.Halo.Value), 1.0)
			}
			n, err := e.Normalise(r.Rater, decimal.New(7, 0))
			require.NoError(t, err)
			sound(t, n.Z, n.Shrunk)
		}
	})
}

func TestLeniencyIsSharedOutAndDoesNotDependOnOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []calibration.Mark
		for _, name := range []string{"a", "b", "c"} {
			all = append(all, marks(name, rapid.SliceOfN(rapid.Int64Range(0, 100), 1, 8).Draw(t, name)...)...)
		}
		e := effects(t, at95, all)
		other := effects(t, at95, rapid.Permutation(all).Draw(t, "order"))
		total := 0.0
		for i, r := range e.Raters {
			total += *r.Leniency.Value * float64(r.Leniency.N)
			require.InDelta(t, *r.Leniency.Value, *other.Raters[i].Leniency.Value, 1e-9)
			require.Equal(t, r.Range.Value == nil, other.Raters[i].Range.Value == nil)
			if r.Range.Value != nil {
				require.InDelta(t, *r.Range.Value, *other.Raters[i].Range.Value, 1e-9)
			}
		}
		require.InDelta(t, 0, total, 1e-6)
	})
}
