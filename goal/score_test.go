package goal_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
)

func scored(measures ...goal.Measure) goal.Terms { return goal.Terms{Measures: measures} }

func TestScoreFollowsTheDirectionUnlessACurveIsGiven(t *testing.T) {
	sales := goal.Measure{Metric: "sales", Direction: goal.Increase, Target: new(dec("200"))}
	time := goal.Measure{Metric: "time", Direction: goal.Decrease, Baseline: new(dec("24")), Target: new(dec("12"))}
	way := time
	way.Curve.Shape = rating.Progress
	for name, c := range map[string]struct {
		measure goal.Measure
		value   string
		want    string
	}{
		"more is better":  {sales, "220", "110"},
		"less is better":  {time, "15", "80"},
		"the way that is": {way, "15", "75"},
	} {
		score, why, err := scored(c.measure).Score([]goal.Reading{{Metric: c.measure.Metric, Value: dec(c.value)}}, rating.MissingRefused)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, score.String(), name)
		require.Len(t, why.Steps, 1, name)
		assert.NotEmpty(t, why.Steps[0].Steps, "%s: the measure's own derivation is there", name)
	}
}

func TestADefaultCurveStopsAtItsCapAndScoresAFigureBroughtToZero(t *testing.T) {
	time := goal.Measure{Metric: "complaints", Direction: goal.Decrease, Target: new(dec("5"))}
	zero := []goal.Reading{{Metric: "complaints", Value: dec("0")}}
	score, _, err := scored(time).Score(zero, rating.MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, goal.DefaultCap.String(), score.String())
	time.Curve.Cap = new(dec("150"))
	score, _, err = scored(time).Score(zero, rating.MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "150", score.String())
}

func TestScoreWeighsTheMeasuresAndNeverTakesAMissingOneForZero(t *testing.T) {
	terms := scored(
		goal.Measure{Metric: "a", Direction: goal.Increase, Target: new(dec("100")), Weight: new(dec("75"))},
		goal.Measure{Metric: "b", Direction: goal.Increase, Target: new(dec("100")), Weight: new(dec("25"))},
	)
	both := []goal.Reading{{Metric: "a", Value: dec("80")}, {Metric: "b", Value: dec("120")}}
	score, _, err := terms.Score(both, rating.MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "90", score.String())
	_, _, err = terms.Score(both[:1], rating.MissingRefused)
	assert.Equal(t, []string{"measures[1] goal.score.figure"}, codes(err))
	score, _, err = terms.Score(both[:1], rating.MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "80", score.String())
	_, _, err = scored().Score(nil, rating.MissingReweighted)
	assert.Equal(t, []string{"measures goal.score.measures"}, codes(err))
	_, _, err = terms.Score([]goal.Reading{{Metric: "c"}}, rating.MissingReweighted)
	assert.Equal(t, []string{"readings[0].metric goal.reading.unknown"}, codes(err))
}

// Measures without weights count alike, whatever their order.
func TestScoreOfUnweightedMeasuresDoesNotDependOnTheirOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		values := rapid.SliceOfN(rapid.Int64Range(0, 120), 1, 7).Draw(t, "values")
		var terms goal.Terms
		var readings []goal.Reading
		sum := decimal.Zero
		for i, v := range values {
			metric := string(rune('a' + i))
			terms.Measures = append(terms.Measures, goal.Measure{Metric: metric, Direction: goal.Increase, Target: new(dec("100"))})
			readings = append(readings, goal.Reading{Metric: metric, Value: decimal.New(v, 0)})
			sum = sum.Add(decimal.New(v, 0))
		}
		score, _, err := terms.Score(readings, rating.MissingRefused)
		require.NoError(t, err)
		mean := sum.DivRound(decimal.NewFromInt(int64(len(values))), 10)
		assert.Equal(t, mean.String(), score.Round(10).String())
		terms.Measures = rapid.Permutation(terms.Measures).Draw(t, "measures")
		again, _, err := terms.Score(rapid.Permutation(readings).Draw(t, "readings"), rating.MissingRefused)
		require.NoError(t, err)
		assert.Equal(t, score.String(), again.String())
	})
}

func TestOutcomesDrawTheLine(t *testing.T) {
	for score, want := range map[string]goal.Status{
		"120": goal.StatusAchieved, "100": goal.StatusAchieved, "99.9999": goal.StatusPartly,
		"60": goal.StatusPartly, "59.9999": goal.StatusMissed, "0": goal.StatusMissed,
	} {
		assert.Equal(t, want, goal.Outcomes{}.Of(dec(score)), score)
	}
	own := goal.Outcomes{Achieved: dec("70"), Partly: dec("40")}
	assert.Equal(t, goal.StatusAchieved, own.Of(dec("70")))
}

func TestAFigureKeptWhereItStandsIsReadInItsDirection(t *testing.T) {
	kept := goal.Measure{
		Metric: "accidents", Direction: goal.Decrease, Baseline: new(dec("2")), Target: new(dec("2")),
		Curve: rating.Curve{Shape: rating.Progress, Still: rating.StillKept},
	}
	for value, want := range map[string]string{"1": "100", "2": "100", "3": "0"} {
		score, _, err := scored(kept).Score([]goal.Reading{{Metric: "accidents", Value: dec(value)}}, rating.MissingRefused)
		require.NoError(t, err)
		assert.Equal(t, want, score.String(), value)
	}
}

func TestAMeasureWithoutATargetHasNoScore(t *testing.T) {
	terms := scored(goal.Measure{Metric: "a", Direction: goal.Increase})
	_, _, err := terms.Score([]goal.Reading{{Metric: "a", Value: dec("1")}}, rating.MissingRefused)
	assert.Equal(t, []string{"measures[0] goal.score.figure"}, codes(err))
}
