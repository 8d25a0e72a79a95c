package goal_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

// along is the goal of a year that is expected to come along a path.
func along(t require.TestingT, p goal.Path) goal.Goal {
	d := response()
	d.Period, d.Terms.Path = calendar.Year(2024), p
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	g.Status = goal.StatusActive
	return g
}

// season is the path of a shop that lives by the fourth quarter.
var season = goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{
	{On: day("2024-06-30"), Percent: dec("20")}, {On: day("2024-10-31"), Percent: dec("50")},
}}

func TestExpectedPaceFollowsThePath(t *testing.T) {
	steps := season
	steps.Shape = goal.PathStepped
	for name, c := range map[string]struct {
		path goal.Path
		want map[string]string
	}{
		"straight": {goal.Path{}, map[string]string{
			"2023-12-31": "0", "2024-07-01": "50", "2024-12-31": "100", "2025-03-01": "100",
		}},
		"stepped by quarters": {goal.Path{Shape: goal.PathStepped, Every: calendar.Quarterly}, map[string]string{
			"2024-03-30": "0", "2024-03-31": "24.863387978142076503", "2024-06-29": "24.863387978142076503",
			"2024-06-30": "49.726775956284153005", "2024-12-30": "74.863387978142076503", "2024-12-31": "100",
		}},
		"given": {season, map[string]string{
			"2024-06-30": "20", "2024-10-31": "50", "2024-08-30": "34.878048780487804878", "2024-11-30": "74.590163934426229508", "2024-12-31": "100",
		}},
		"stepped as given": {steps, map[string]string{
			"2024-06-29": "0", "2024-06-30": "20", "2024-10-30": "20", "2024-10-31": "50", "2024-12-30": "50", "2024-12-31": "100",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			g := along(t, c.path)
			for on, want := range c.want {
				assert.Equal(t, want, g.Expected(day(on)).String(), on)
			}
		})
	}
}

func TestPathRefusesWhatItCanNotFollow(t *testing.T) {
	at := func(on, percent string) goal.Waypoint { return goal.Waypoint{On: day(on), Percent: dec(percent)} }
	for name, c := range map[string]struct {
		path goal.Path
		want []string
	}{
		"unknown":          {goal.Path{Shape: "zigzag"}, []string{"terms.path.shape fault.value.unknown"}},
		"straight, bent":   {goal.Path{Points: season.Points}, []string{"terms.path.shape goal.path.shape"}},
		"no steps":         {goal.Path{Shape: goal.PathStepped}, []string{"terms.path.every goal.path.steps"}},
		"two kinds":        {goal.Path{Shape: goal.PathStepped, Every: calendar.Monthly, Points: season.Points}, []string{"terms.path.every goal.path.steps"}},
		"no points":        {goal.Path{Shape: goal.PathGiven, Every: calendar.Monthly}, []string{"terms.path.points goal.path.points", "terms.path.every goal.path.shape"}},
		"strange cadence":  {goal.Path{Shape: goal.PathStepped, Every: "daily"}, []string{"terms.path.every calendar.cadence.unknown"}},
		"falling":          {goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{at("2024-03-01", "30"), at("2024-04-01", "29.9")}}, []string{"terms.path.points[1].percent goal.path.falls"}},
		"out of order":     {goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{at("2024-03-01", "30"), at("2024-03-01", "40")}}, []string{"terms.path.points[1].on goal.path.order"}},
		"beyond the whole": {goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{at("2024-03-01", "101"), at("2025-03-01", "30")}}, []string{"terms.path.points[0].percent goal.percent.range", "terms.path.points[1].on goal.date.outside"}},
		"endless figures": {goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{{On: day("2024-03-01"), Percent: decimal.New(1, 99)}, at("2024-04-01", "30")}}, []string{
			"terms.path.points[0].percent number.bounds",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			d := response()
			d.Period, d.Terms.Path = calendar.Year(2024), c.path
			_, err := goal.New(key("g1"), d, lin)
			assert.Equal(t, c.want, codes(err))
		})
	}
}

func TestAGoalKeepsAPathOfItsOwn(t *testing.T) {
	d := full()
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	d.Terms.Path.Points[0].Percent = dec("99")
	assert.Equal(t, "30", g.Terms.Path.Points[0].Percent.String())
}

func TestTheZeroPathLeavesOldDigestsAsTheyWere(t *testing.T) {
	written, err := record.Canonical(drafted(t).Terms)
	require.NoError(t, err)
	assert.NotContains(t, string(written), "path")
	assert.NotContains(t, string(written), "confidence")
}

// paths draws a path that is valid for the year 2024.
func paths(t *rapid.T) goal.Path {
	p := goal.Path{Shape: rapid.SampledFrom([]goal.PathShape{"", goal.PathStraight, goal.PathStepped, goal.PathGiven}).Draw(t, "shape")}
	switch {
	case p.Shape == "" || p.Shape == goal.PathStraight:
		return p
	case p.Shape == goal.PathStepped && rapid.Bool().Draw(t, "by cadence"):
		p.Every = rapid.SampledFrom(calendar.Cadences()).Draw(t, "every")
		return p
	}
	on, percent := day("2023-12-31"), int64(0)
	for range rapid.IntRange(1, 8).Draw(t, "points") {
		on = on.AddDays(rapid.IntRange(1, 40).Draw(t, "days"))
		percent = rapid.Int64Range(percent, 10_000).Draw(t, "percent")
		p.Points = append(p.Points, goal.Waypoint{On: on, Percent: decimal.New(percent, -2)})
	}
	return p
}

// Whatever the path, the expectation never falls, is nothing before the first day, all of
// it from the due day on, and what was given on the days that were given.
func TestEveryPathIsMonotoneFromNothingToAll(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := paths(t)
		g := along(t, p)
		on := day("2024-01-01").AddDays(rapid.IntRange(-40, 400).Draw(t, "day"))
		one, next := g.Expected(on), g.Expected(on.AddDays(1))
		assert.True(t, one.LessThanOrEqual(next), "%s: %s, then %s", on, one, next)
		assert.False(t, one.IsNegative())
		assert.True(t, g.Expected(day("2023-12-31")).IsZero())
		assert.True(t, g.Expected(day("2024-12-31")).Equal(number.Hundred))
		for _, point := range p.Points {
			assert.True(t, g.Expected(point.On).Equal(point.Percent), "%s: %s, not %s", point.On, g.Expected(point.On), point.Percent)
		}
	})
}
