package goal_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// sighted are check-ins with the hours found on days.
func sighted(t require.TestingT, g goal.Goal, dayAndHours ...string) []goal.CheckIn {
	var all []goal.CheckIn
	for i := 0; i < len(dayAndHours); i += 2 {
		c, err := goal.NewCheckIn(key("c"+dayAndHours[i]), g, goal.CheckInDraft{On: day(dayAndHours[i]), Readings: hours(dayAndHours[i+1])}, goal.Pacing{}, lin)
		require.NoError(t, err)
		all = append(all, c)
	}
	return all
}

func by(m goal.ForecastMethod) goal.Pacing { return goal.Pacing{Forecast: goal.Forecast{Method: m}} }

func TestProjectionByEachMethod(t *testing.T) {
	g := active(t) // from 24 h to 12 h in the 92 days of the third quarter
	half := sighted(t, g, "2024-08-15", "20")
	weeks := sighted(t, g, "2024-07-05", "22", "2024-07-10", "20", "2024-07-15", "21", "2024-07-20", "18")
	for name, c := range map[string]struct {
		made             []goal.CheckIn
		method           goal.ForecastMethod
		figure, progress string
		health           goal.Health
		reached          string
	}{
		"a third of the way at half time":    {half, goal.FromStart, "16", "66.67", goal.OffTrack, "2024-11-15"},
		"the path is straight":               {half, "", "16", "66.67", goal.OffTrack, "2024-11-15"},
		"if it stays":                        {half, goal.LastHolds, "20", "33.33", goal.OffTrack, ""},
		"on the day before the last day":     {sighted(t, g, "2024-08-15", "18.01"), goal.FromStart, "12.02", "99.83", goal.OnTrack, "2024-10-01"},
		"just in time":                       {sighted(t, g, "2024-08-15", "18"), goal.FromStart, "12", "100", goal.OnTrack, "2024-09-30"},
		"reached already":                    {sighted(t, g, "2024-08-15", "12"), goal.FromStart, "0", "200", goal.OnTrack, "2024-08-15"},
		"the wrong way":                      {sighted(t, g, "2024-08-15", "26"), goal.FromStart, "28", "-33.33", goal.OffTrack, ""},
		"no way at all":                      {sighted(t, g, "2024-08-15", "24"), goal.FromStart, "24", "0", goal.OffTrack, ""},
		"too slow for any calendar":          {sighted(t, g, "2024-08-15", "23.999999999"), goal.FromStart, "23.999999998", "0", goal.OffTrack, ""},
		"from the start through the last":    {weeks, goal.FromStart, "-3.6", "230", goal.OnTrack, "2024-08-09"},
		"the squares of a spreadsheet":       {weeks, goal.RecentTrend, "2.76", "177", goal.OnTrack, "2024-08-19"}, // FORECAST.LINEAR(92;{22;20;21;18};{5;10;15;20})
		"what is found on the due day stays": {sighted(t, g, "2024-07-05", "22", "2024-08-10", "20", "2024-09-30", "13"), goal.RecentTrend, "13", "91.67", goal.OnTrack, ""},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := g.Project(c.made, day("2024-09-30"), by(c.method))
			require.NoError(t, err)
			require.NotNil(t, p.Progress)
			require.Len(t, p.Measures, 1)
			assert.Equal(t, c.figure, p.Measures[0].Figure.String())
			assert.Equal(t, c.progress, p.Progress.String())
			assert.Equal(t, c.health, p.Health)
			assert.Equal(t, c.reached, p.Reached.String())
			assert.Equal(t, p.Reached, p.Measures[0].Reached)
			assert.Equal(t, c.made[len(c.made)-1].On, p.On)
			assert.NotEmpty(t, p.Why.Tree(text.Chinese))
		})
	}
}

func TestProjectionSaysWhenThereIsNotEnoughData(t *testing.T) {
	g := active(t)
	two := sighted(t, g, "2024-07-10", "22", "2024-07-20", "20")
	open := response()
	open.Terms.Measures[0].Baseline = nil
	unbased, err := goal.New(key("g1"), open, lin)
	require.NoError(t, err)
	unbased.Status = goal.StatusActive
	stepped := along(t, goal.Path{Shape: goal.PathStepped, Every: calendar.Quarterly})
	for name, c := range map[string]struct {
		goal   goal.Goal
		made   []goal.CheckIn
		method goal.ForecastMethod
		want   string
	}{
		"no check-in":              {g, nil, goal.LastHolds, "goal.forecast.short"},
		"two are no trend":         {g, two, goal.RecentTrend, "goal.forecast.short"},
		"no baseline, one figure":  {unbased, two[:1], goal.FromStart, "goal.forecast.short"},
		"nothing was expected yet": {stepped, sighted(t, stepped, "2024-02-01", "22"), goal.AlongPath, "goal.forecast.still"},
		"the check-ins are later":  {g, sighted(t, g, "2024-09-01", "22"), goal.FromStart, "goal.forecast.short"},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := c.goal.Project(c.made, day("2024-08-31"), by(c.method))
			require.NoError(t, err)
			assert.Nil(t, p.Progress)
			assert.Empty(t, p.Health)
			assert.True(t, p.Reached.IsZero())
			assert.Equal(t, "goal.forecast.none", p.Why.Code)
			assert.Equal(t, c.want, p.Why.Steps[0].Code)
		})
	}
	_, err = g.Project(two, day("2024-06-01"), goal.Pacing{})
	assert.Equal(t, []string{"on goal.date.outside"}, codes(err))
	_, err = g.Project(two, day("2024-08-31"), goal.Pacing{
		AtRisk: dec("-1"), OffTrack: decimal.New(1, 99), By: "mood", Forecast: goal.Forecast{Method: "dice", Last: 2},
	})
	assert.Equal(t, []string{
		"pacing.atRisk goal.pacing.negative", "pacing.offTrack number.bounds", "pacing.by fault.value.unknown",
		"pacing.forecast.method fault.value.unknown", "pacing.forecast.last goal.forecast.last",
	}, codes(err))
	assert.Equal(t, []string{"offTrack goal.pacing.order"}, codes(goal.Pacing{AtRisk: dec("2"), OffTrack: dec("1")}.Validate()))
}

func TestProjectionKeepsToTheSeason(t *testing.T) {
	g := along(t, season)
	made := sighted(t, g, "2024-06-30", "21.6") // a fifth of the way, as expected of the first half
	p, err := g.Project(made, day("2024-06-30"), by(goal.AlongPath))
	require.NoError(t, err)
	assert.Equal(t, "100", p.Progress.String())
	assert.Equal(t, goal.OnTrack, p.Health)
	assert.Equal(t, day("2024-12-31"), p.Reached)
	p, err = g.Project(made, day("2024-06-30"), by(goal.FromStart))
	require.NoError(t, err)
	assert.Equal(t, goal.OffTrack, p.Health, "straight on is a false alarm")
	ahead := sighted(t, g, "2024-06-30", "19.2")
	p, err = g.Project(ahead, day("2024-06-30"), by(goal.AlongPath))
	require.NoError(t, err)
	assert.Equal(t, "200", p.Progress.String())
	assert.Equal(t, day("2024-10-31"), p.Reached, "twice as fast as the path, which is half way by then")
	behind := sighted(t, g, "2024-06-30", "22.8")
	p, err = g.Project(behind, day("2024-06-30"), by(goal.AlongPath))
	require.NoError(t, err)
	assert.Equal(t, "50", p.Progress.String())
	assert.True(t, p.Reached.IsZero(), "the path ends on the due day")
}

func TestProjectionTakesTheMeasuresTogether(t *testing.T) {
	d := response()
	d.Terms.Measures = append(d.Terms.Measures, goal.Measure{Metric: "backlog", Direction: goal.Decrease, Baseline: new(dec("100")), Target: new(dec("0"))})
	d.Terms.Measures[0].Weight, d.Terms.Measures[1].Weight = new(dec("75")), new(dec("25"))
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	g.Status = goal.StatusActive
	made := []goal.CheckIn{{On: day("2024-08-15"), Readings: append(hours("20"), goal.Reading{Metric: "backlog", Value: dec("40")})}}
	p, err := g.Project(made, day("2024-08-31"), by(goal.FromStart))
	require.NoError(t, err)
	assert.Equal(t, "80", p.Progress.String(), "75 % of 66.67 and 25 % of 120")
	assert.Equal(t, []goal.Health{goal.OffTrack, goal.OnTrack}, []goal.Health{p.Measures[0].Health, p.Measures[1].Health})
	assert.Equal(t, day("2024-11-15"), p.Reached, "when the last of them is")
	made[0].Readings = made[0].Readings[:1]
	p, err = g.Project(made, day("2024-08-31"), by(goal.FromStart))
	require.NoError(t, err)
	assert.Equal(t, "66.67", p.Progress.String(), "of what there is data for")
	assert.Nil(t, p.Measures[1].Figure)
	assert.True(t, p.Reached.IsZero(), "nobody knows of the backlog")
	assert.Contains(t, p.Why.Tree(text.English), "not enough data")
}

func TestProjectionOfAGoalWhoseProgressIsStated(t *testing.T) {
	d := response()
	d.Terms.Form, d.Terms.Measures = goal.Milestone, nil
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	g.Status = goal.StatusActive
	c, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15"), Progress: new(dec("40"))}, goal.Pacing{}, lin)
	require.NoError(t, err)
	p, err := g.Project([]goal.CheckIn{c}, day("2024-08-31"), goal.Pacing{})
	require.NoError(t, err)
	assert.Equal(t, "80", p.Progress.String())
	assert.Equal(t, goal.AtRisk, p.Health)
	assert.Equal(t, day("2024-10-23"), p.Reached, "115 days")
	p, err = g.Project(nil, day("2024-08-31"), goal.Pacing{})
	require.NoError(t, err)
	assert.Nil(t, p.Progress)
}

func TestProjectionOfAFigureWithoutBaselineStartsAtItsFirstCheckIn(t *testing.T) {
	d := response()
	d.Terms.Measures[0].Baseline = nil
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	g.Status = goal.StatusActive
	p, err := g.Project(sighted(t, g, "2024-07-01", "24", "2024-08-16", "1"), day("2024-08-31"), by(goal.FromStart))
	require.NoError(t, err)
	assert.Equal(t, "0", p.Measures[0].Figure.String(), "a ratio to the target goes no lower than zero")
	assert.Equal(t, "120", p.Progress.String(), "which is its cap")
}

// A figure that moves along a straight line is foreseen by every method that draws one,
// to the last digit, and reached on the day on which it is and not the day before.
func TestEveryMethodFindsAStraightLine(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := response()
		start := decimal.New(rapid.Int64Range(-1000, 1000).Draw(t, "start"), -1)
		target := start.Add(decimal.New(rapid.Int64Range(1, 5000).Draw(t, "way"), -1))
		slope := decimal.New(rapid.Int64Range(-300, 600).Draw(t, "slope"), -2)
		d.Terms.Measures = []goal.Measure{{Metric: "figure", Direction: goal.Increase, Baseline: &start, Target: &target}}
		g, err := goal.New(key("g1"), d, lin)
		require.NoError(t, err)
		at := func(x int) decimal.Decimal { return start.Add(slope.Mul(decimal.NewFromInt(int64(x)))) }
		before := q3.From.AddDays(-1)
		days := rapid.SliceOfNDistinct(rapid.IntRange(1, 91), 3, 8, rapid.ID).Draw(t, "days")
		made := make([]goal.CheckIn, len(days))
		for i, x := range days {
			made[i] = goal.CheckIn{On: before.AddDays(x), Readings: []goal.Reading{{Metric: "figure", Value: at(x)}}}
		}
		last := slices.Max(days)
		for _, method := range []goal.ForecastMethod{goal.AlongPath, goal.FromStart, goal.RecentTrend} {
			p, err := g.Project(made, q3.To, by(method))
			require.NoError(t, err)
			require.True(t, p.Measures[0].Figure.Equal(at(92)), "%s: %s, not %s", method, p.Measures[0].Figure, at(92))
			switch {
			case !at(last).LessThan(target):
				require.Equal(t, before.AddDays(last), p.Reached, method)
			case !slope.IsPositive():
				require.True(t, p.Reached.IsZero(), method)
			default:
				x := before.DaysUntil(p.Reached)
				require.Greater(t, x, last)
				require.False(t, at(x).LessThan(target), "%s: %s on day %d", method, at(x), x)
				require.True(t, at(x-1).LessThan(target) || x-1 == last, "%s: %s on the day before", method, at(x-1))
			}
		}
		p, err := g.Project(made, q3.To, by(goal.LastHolds))
		require.NoError(t, err)
		require.True(t, p.Measures[0].Figure.Equal(at(last)))
	})
}

// Neither the order of the check-ins nor what comes after the day that is asked about
// changes what is foreseen, and no figure makes it panic.
func TestProjectionDependsOnWhatWasKnown(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := along(t, paths(t))
		var made []goal.CheckIn
		for _, x := range rapid.SliceOfNDistinct(rapid.IntRange(0, 365), 0, 12, rapid.ID).Draw(t, "days") {
			value := decimal.New(rapid.Int64().Draw(t, "figure"), rapid.Int32Range(-17, 17).Draw(t, "exponent"))
			made = append(made, goal.CheckIn{On: day("2024-01-01").AddDays(x), Readings: []goal.Reading{{Metric: "response time", Value: value}}})
		}
		on := day("2024-01-01").AddDays(rapid.IntRange(0, 365).Draw(t, "on"))
		pacing := by(rapid.SampledFrom([]goal.ForecastMethod{"", goal.FromStart, goal.RecentTrend, goal.LastHolds}).Draw(t, "method"))
		pacing.Forecast.Last = rapid.SampledFrom([]int{0, 3, 7}).Draw(t, "last")
		one, err := g.Project(made, on, pacing)
		require.NoError(t, err)
		known := slices.DeleteFunc(slices.Clone(made), func(c goal.CheckIn) bool { return c.On.After(on) })
		slices.Reverse(known)
		other, err := g.Project(known, on, pacing)
		require.NoError(t, err)
		require.Equal(t, record.Seal("projection", one), record.Seal("projection", other))
		require.Equal(t, one.Progress == nil, one.Health == "")
	})
}

func TestHealthGoesByWhatThePolicySays(t *testing.T) {
	g := active(t)
	earlier := sighted(t, g, "2024-07-10", "21", "2024-07-20", "19", "2024-07-25", "18")
	now := goal.CheckInDraft{On: day("2024-07-31"), Readings: hours("19.5")} // 37.5 % where 33.7 % are expected, and slowing down
	for policy, c := range map[goal.HealthPolicy]struct {
		method goal.ForecastMethod
		want   goal.Health
	}{
		"":                      {goal.LastHolds, goal.OnTrack},
		goal.HealthByPace:       {goal.LastHolds, goal.OnTrack},
		goal.HealthByProjection: {goal.LastHolds, goal.OffTrack},
		goal.HealthByWorse:      {goal.LastHolds, goal.OffTrack},
	} {
		pacing := by(c.method)
		pacing.By = policy
		in, err := goal.NewCheckIn(key("c1"), g, now, pacing, lin, earlier...)
		require.NoError(t, err)
		assert.Equal(t, c.want, in.Pace.Health, policy)
		require.Len(t, in.Pace.Measures, 1)
		assert.Equal(t, c.want, in.Pace.Measures[0].Health, policy)
		assert.Equal(t, c.want == goal.OffTrack, in.Pace.Projected != nil, policy)
	}
	behind := goal.CheckInDraft{On: day("2024-09-10"), Readings: hours("18")} // 50 % where 78 % are expected
	late := sighted(t, g, "2024-09-01", "23", "2024-09-05", "21")             // but coming on fast
	for policy, want := range map[goal.HealthPolicy]goal.Health{
		goal.HealthByPace: goal.OffTrack, goal.HealthByProjection: goal.OnTrack, goal.HealthByWorse: goal.OffTrack,
	} {
		pacing := by(goal.RecentTrend)
		pacing.By = policy
		in, err := goal.NewCheckIn(key("c1"), g, behind, pacing, lin, late...)
		require.NoError(t, err)
		assert.Equal(t, want, in.Pace.Health, policy)
		in, err = goal.NewCheckIn(key("c1"), g, behind, pacing, lin)
		require.NoError(t, err)
		assert.Equal(t, goal.OffTrack, in.Pace.Health, "one check-in is no trend: the pace decides")
	}
	_, err := goal.NewCheckIn(key("c1"), g, behind, goal.Pacing{By: "mood"}, lin)
	assert.Equal(t, []string{"pacing.by fault.value.unknown"}, codes(err))
}

func BenchmarkProject(b *testing.B) {
	g := along(b, season)
	var made []goal.CheckIn
	for x := range 52 {
		made = append(made, goal.CheckIn{On: day("2024-01-01").AddDays(7 * x), Readings: hours("20")})
	}
	for _, method := range []goal.ForecastMethod{goal.AlongPath, goal.RecentTrend} {
		b.Run(string(method), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := g.Project(made, day("2024-12-30"), by(method)); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
