package goal_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// stock is to be kept between 20 and 30 days.
func stock() goal.Measure {
	return goal.Measure{Metric: "stock", Unit: number.Day, Direction: goal.Within, Low: new(dec("20")), High: new(dec("30"))}
}

func ExampleMeasure_range() {
	stock := goal.Measure{
		Metric: "stock", Unit: number.Day, Direction: goal.Within,
		Low: new(decimal.NewFromInt(20)), High: new(decimal.NewFromInt(30)), Tolerance: new(decimal.NewFromInt(10)),
	}
	terms := goal.Terms{Form: goal.KPI, Title: "Keep the stock", Measures: []goal.Measure{stock}}
	for _, days := range []int64{30, 35, 40} {
		score, _, _ := terms.Score([]goal.Reading{{Metric: "stock", Value: decimal.NewFromInt(days)}}, rating.MissingRefused)
		fmt.Println(days, score)
	}

	stock.Target = new(decimal.NewFromInt(25))
	fmt.Println(fault.In(stock.Validate(), text.English))
	// Output:
	// 30 100
	// 35 50
	// 40 0
	// target: this does not belong to a figure that is to stay within a range
}

func TestARangeHasItsBoundsAndNothingElse(t *testing.T) {
	require.NoError(t, stock().Validate())
	for name, c := range map[string]struct {
		spoil func(*goal.Measure)
		want  []string
	}{
		"no upper bound":     {func(m *goal.Measure) { m.High = nil }, []string{"high rating.curve.point.required"}},
		"bounds turned":      {func(m *goal.Measure) { m.Low = new(dec("31")) }, []string{"low rating.curve.range.turned"}},
		"a threshold":        {func(m *goal.Measure) { m.Threshold = new(dec("1")) }, []string{"threshold goal.measure.foreign"}},
		"a stretch":          {func(m *goal.Measure) { m.Stretch = new(dec("1")) }, []string{"stretch goal.measure.foreign"}},
		"another curve":      {func(m *goal.Measure) { m.Curve.Shape = rating.Ratio }, []string{"curve.shape goal.measure.foreign"}},
		"a bound out of all": {func(m *goal.Measure) { m.High = new(decimal.New(1, 99)) }, []string{"high number.bounds"}},
		"a bound of a target": {
			func(m *goal.Measure) { m.Direction, m.Target = goal.Increase, new(dec("40")) },
			[]string{"low goal.measure.foreign", "high goal.measure.foreign"},
		},
	} {
		m := stock()
		c.spoil(&m)
		assert.Equal(t, c.want, codes(m.Validate()), name)
	}
	equal := stock()
	equal.High = equal.Low
	require.NoError(t, equal.Validate(), "one figure is a range too")
	kpi := goal.Terms{Form: goal.KPI, Title: "Keep the stock", Measures: []goal.Measure{stock()}}
	_, err := goal.New(key("g1"), goal.Draft{Owner: "lin", Level: goal.Individual, Period: q3, Terms: kpi}, lin)
	require.NoError(t, err, "a range is something to reach")
}

// A figure scores 100 exactly when it lies within, and a check-in says so.
func TestARangeIsKeptByExactlyTheFiguresWithinIt(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := stock()
		m.Low = new(decimal.New(rapid.Int64Range(-500, 500).Draw(t, "low"), -1))
		m.High = new(m.Low.Add(decimal.New(rapid.Int64Range(0, 300).Draw(t, "width"), -1)))
		value := decimal.New(rapid.Int64Range(-1000, 1500).Draw(t, "value"), -1)
		score, _, err := scored(m).Score([]goal.Reading{{Metric: "stock", Value: value}}, rating.MissingRefused)
		require.NoError(t, err)
		kept := !value.LessThan(*m.Low) && !value.GreaterThan(*m.High)
		assert.Equal(t, kept, score.Equal(number.Hundred), "%s in %s to %s scores %s", value, m.Low, m.High, score)
		assert.Equal(t, !kept, score.IsZero())
	})
	g := active(t)
	g.Terms.Measures = []goal.Measure{stock()}
	for value, want := range map[string]goal.Health{"20": goal.OnTrack, "31": goal.OffTrack} {
		c, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{
			On: day("2024-08-15"), Readings: []goal.Reading{{Metric: "stock", Value: dec(value)}},
		}, goal.Pacing{}, lin)
		require.NoError(t, err)
		assert.Equal(t, want, c.Pace.Health, value)
	}
}

func TestAReadingInAnotherUnitIsConvertedExactlyOrRefused(t *testing.T) {
	g := active(t)
	checkIn := func(value string, unit number.Unit) (goal.CheckIn, error) {
		return goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{
			On: day("2024-08-15"), Readings: []goal.Reading{{Metric: "response time", Value: dec(value), Unit: unit}},
		}, goal.Pacing{}, lin)
	}
	c, err := checkIn("1080", number.Minute)
	require.NoError(t, err)
	assert.Equal(t, "50", c.Pace.Progress.String(), "18 h")
	assert.Equal(t, "18", c.Readings[0].Value.String(), "kept in the unit of the measure")
	assert.Equal(t, number.Hour, c.Readings[0].Unit)
	_, err = checkIn("1", number.Second)
	assert.Equal(t, []string{"readings[0].unit number.unit.inexact"}, codes(err))
	_, err = checkIn("1", number.WorkDay)
	assert.Equal(t, []string{"readings[0].unit number.unit.differ"}, codes(err))

	effort := goal.Measure{Metric: "effort", Unit: number.WorkHour, Direction: goal.Decrease, Target: new(dec("40"))}
	days := []goal.Reading{{Metric: "effort", Value: dec("5"), Unit: number.WorkDay}, {Metric: "other", Unit: number.WorkDay}}
	_, _, err = scored(effort).Score(days[:1], rating.MissingRefused)
	assert.Equal(t, []string{"readings[0].unit number.unit.worktime"}, codes(err))
	inHours := scored(effort).InUnits(days, number.WorkTime{HoursPerDay: dec("8"), DaysPerWeek: dec("5")})
	assert.Equal(t, number.WorkDay, days[0].Unit, "the argument does not change")
	assert.Equal(t, number.WorkDay, inHours[1].Unit, "what is not known is left")
	score, _, err := scored(effort).Score(inHours[:1], rating.MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "100", score.String())

	result, err := g.Conclude(nil, []goal.Reading{{Metric: "response time", Value: dec("720"), Unit: number.Minute}}, "", rating.MissingRefused, goal.Outcomes{})
	require.NoError(t, err)
	assert.Equal(t, "100", result.Score.String())
	assert.Equal(t, "12", result.Readings[0].Value.String(), "and so are those of the result")
	assert.Equal(t, number.Hour, result.Readings[0].Unit)
}

func TestAPercentIsNoPercentagePoint(t *testing.T) {
	share := goal.Measure{Metric: "share", Unit: number.PercentagePoint, Direction: goal.Increase, Target: new(dec("5"))}
	_, _, err := scored(share).Score([]goal.Reading{{Metric: "share", Value: dec("5"), Unit: number.Percent}}, rating.MissingRefused)
	assert.Equal(t, []string{"readings[0].unit number.unit.differ"}, codes(err))
	score, _, err := scored(share).Score([]goal.Reading{{Metric: "share", Value: dec("250"), Unit: number.BasisPoint}}, rating.MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "50", score.String())
}

func TestAScoreOutOfSoManyHasNoFigureBeyond(t *testing.T) {
	m := goal.Measure{Metric: "satisfaction", Unit: number.Score, OutOf: new(dec("5")), Direction: goal.Increase, Baseline: new(dec("3.9")), Target: new(dec("4.5"))}
	require.NoError(t, m.Validate())
	_, _, err := scored(m).Score([]goal.Reading{{Metric: "satisfaction", Value: dec("45")}}, rating.MissingRefused)
	assert.Equal(t, []string{"readings[0].value goal.outof.range"}, codes(err), "a slip of the decimal point")
	m.Stretch = new(dec("5.1"))
	assert.Equal(t, []string{"stretch goal.outof.range"}, codes(m.Validate()))
	m.Stretch, m.Unit = nil, number.Hour
	assert.Equal(t, []string{"outOf goal.outof.unit"}, codes(m.Validate()))
	m.Unit, m.OutOf = number.Score, new(dec("0"))
	assert.Equal(t, []string{"outOf goal.outof.zero", "baseline goal.outof.range", "target goal.outof.range"}, codes(m.Validate()))
}
