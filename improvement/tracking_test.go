package improvement_test

import (
	"math/big"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
)

func TestTheExpectedLineIsStraight(t *testing.T) {
	a := pip().Aims[0] // 24 h to 12 h in 29 days
	for on, want := range map[calendar.Date]string{
		first.AddDays(-3): "24", first: "24", first.AddDays(1): "23.59", first.AddDays(14): "18.21",
		first.AddDays(28): "12.41", last: "12", last.AddDays(9): "12",
	} {
		assert.Equal(t, want, a.Expected(first, on, 2).String(), on)
	}
	assert.Equal(t, "18", a.Expected(first, first.AddDays(14), 0).String())
	a.Baseline = nil
	assert.Nil(t, a.Expected(first, last, 2), "a missing figure is not zero")
}

// anAim is any aim, from the day first.
func anAim(t *rapid.T) improvement.Aim {
	figure := rapid.Custom(func(t *rapid.T) decimal.Decimal {
		return decimal.New(rapid.Int64Range(-1e9, 1e9).Draw(t, "digits"), rapid.Int32Range(-4, 2).Draw(t, "power"))
	})
	a := improvement.Aim{
		Metric: "m", Baseline: new(figure.Draw(t, "baseline")), Target: new(figure.Draw(t, "target")),
		Due: first.AddDays(rapid.IntRange(1, 400).Draw(t, "days")), Direction: goal.Increase,
	}
	if a.Target.LessThan(*a.Baseline) {
		a.Direction = goal.Decrease
	}
	return a
}

func TestTheExpectedLineNeverTurnsAndIsExactAtBothEnds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anAim(t)
		places := rapid.Int32Range(0, 6).Draw(t, "places")
		require.True(t, a.Expected(first, first, places).Equal(*a.Baseline))
		require.True(t, a.Expected(first, a.Due, places).Equal(*a.Target))
		one, other := rapid.IntRange(-5, 410).Draw(t, "one"), rapid.IntRange(-5, 410).Draw(t, "other")
		early, late := a.Expected(first, first.AddDays(min(one, other)), places), a.Expected(first, first.AddDays(max(one, other)), places)
		if a.Direction == goal.Decrease {
			early, late = late, early
		}
		require.True(t, early.LessThanOrEqual(*late), "from %s to %s", early, late)
	})
}

func TestTheExpectedFigureIsTheExactOneRoundedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anAim(t)
		all := first.DaysUntil(a.Due)
		gone := rapid.IntRange(0, all).Draw(t, "gone")
		have := a.Expected(first, first.AddDays(gone), 2)
		exact := new(big.Rat).Mul(new(big.Rat).Sub(a.Target.Rat(), a.Baseline.Rat()), big.NewRat(int64(gone), int64(all)))
		exact.Add(exact, a.Baseline.Rat())
		off := new(big.Rat).Sub(have.Rat(), exact)
		require.LessOrEqual(t, off.Abs(off).Cmp(big.NewRat(1, 200)), 0, "%s is not within half a hundredth of %s", have, exact)
	})
}

func TestTrackSaysWhetherAnAimIsBehindWhicheverWayItRuns(t *testing.T) {
	for name, c := range map[string]struct {
		draft  improvement.Draft
		value  string
		behind bool
	}{
		"less is better, as expected": {pip(), "18.21", false},
		"less is better, ahead":       {pip(), "15", false},
		"less is better, behind":      {pip(), "18.22", true},
		"more is better, as expected": {idp(), "74.66", false},
		"more is better, ahead":       {idp(), "80", false},
		"more is better, behind":      {idp(), "74.65", true},
	} {
		t.Run(name, func(t *testing.T) {
			p := active(t, c.draft)
			next, err := p.Track(improvement.Progress{
				On: first.AddDays(14), Metric: p.Aims[0].Metric, Value: dec(c.value), Correction: "Two more hours a week.",
				By: "somebody", Expected: new(dec("1")), Behind: !c.behind, // none of which counts
			}, at(manager))
			require.NoError(t, err)
			require.Len(t, next.Log, 1)
			assert.Equal(t, c.behind, next.Log[0].Behind)
			assert.Equal(t, manager, next.Log[0].By)
			assert.Equal(t, "Two more hours a week.", next.Log[0].Correction)
			assert.Empty(t, p.Log, "the receiver stays as it was")
		})
	}
}

func TestTrackRefuses(t *testing.T) {
	p := tracked(t, active(t, pip()), manager, first.AddDays(7), "20")
	for name, c := range map[string]struct {
		entry improvement.Progress
		want  map[string]string
	}{
		"a metric of no aim":     {improvement.Progress{On: last, Metric: "sales"}, map[string]string{"metric": "improvement.metric.unknown"}},
		"a day before the plan":  {improvement.Progress{On: first.AddDays(-1), Metric: "response time"}, map[string]string{"on": "improvement.on.before"}},
		"no day":                 {improvement.Progress{Metric: "response time"}, map[string]string{"on": "improvement.date.required"}},
		"the same day again":     {improvement.Progress{On: first.AddDays(7), Metric: "response time"}, map[string]string{"on": "improvement.track.twice"}},
		"a figure out of bounds": {improvement.Progress{On: last, Metric: "response time", Value: dec("1e-30")}, map[string]string{"value": "number.bounds"}},
		"a note that never ends": {improvement.Progress{On: last, Metric: "response time", Note: strings.Repeat("a", 2001)}, map[string]string{"log[1].note": "check.long"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := p.Track(c.entry, at(manager))
			requireOnly(t, err, c.want)
		})
	}
}

func TestTheLogIsInTheOrderOfItsDays(t *testing.T) {
	p := active(t, pip())
	for _, day := range []int{14, 7, 21} {
		p = tracked(t, p, manager, first.AddDays(day), "20")
	}
	assert.Equal(t, []calendar.Date{first.AddDays(7), first.AddDays(14), first.AddDays(21)},
		[]calendar.Date{p.Log[0].On, p.Log[1].On, p.Log[2].On})
}

func TestDeviationSinceIsTheFirstDayItShowed(t *testing.T) {
	p := active(t, pip())
	assert.True(t, p.DeviationSince("response time").IsZero())
	p = tracked(t, p, manager, first.AddDays(3), "25") // behind
	assert.Equal(t, first.AddDays(3), p.DeviationSince("response time"))
	p = tracked(t, p, manager, first.AddDays(7), "20") // caught up
	assert.True(t, p.DeviationSince("response time").IsZero())
	p = tracked(t, p, manager, first.AddDays(14), "20") // behind again
	p = tracked(t, p, manager, first.AddDays(21), "19")
	assert.Equal(t, first.AddDays(14), p.DeviationSince("response time"))
	assert.True(t, p.DeviationSince("sales").IsZero())
}

func TestDueTrackingFollowsTheCadencesOnWorkingDays(t *testing.T) {
	d := pip()
	d.Period = calendar.Period{From: calendar.MustDate("2026-09-02"), To: calendar.MustDate("2026-10-14")}
	d.Aims[0].Due, d.Actions[0].Due, d.Milestones[0].Due = d.Period.To, d.Period.To, d.Period.To
	d.Tracking = []calendar.Cadence{calendar.Weekly, calendar.Monthly}
	p := drafted(t, d)
	due, err := p.DueTracking(calendar.China()) // the National Day holiday begins on Thursday 1 October 2026
	require.NoError(t, err)
	var said []string
	for _, x := range due {
		said = append(said, x.On.String()+" "+string(x.Cadence))
	}
	assert.Equal(t, []string{
		"2026-09-09 weekly", "2026-09-16 weekly", "2026-09-23 weekly", "2026-09-30 weekly",
		"2026-10-08 weekly", "2026-10-08 monthly", "2026-10-14 weekly",
	}, said)

	d = pip()
	d.Period = calendar.Period{From: calendar.MustDate("2031-01-01"), To: calendar.MustDate("2031-02-01")}
	d.Aims[0].Due, d.Actions[0].Due, d.Milestones[0].Due = d.Period.To, d.Period.To, d.Period.To
	_, err = drafted(t, d).DueTracking(calendar.China())
	require.ErrorIs(t, err, fault.ErrInvalid, "a year that the calendar does not know is not guessed at")
}

func TestOverdueIsWhatWasDueAndNotTracked(t *testing.T) {
	day := first.AddDays
	for name, c := range map[string]struct {
		by      string
		tracked []int // days after the first
		today   int
		want    []int
	}{
		"nothing is due yet":                   {manager, nil, 7, nil},
		"the first review was yesterday":       {manager, nil, 8, []int{7}},
		"it was held":                          {manager, []int{7}, 8, nil},
		"it was held early":                    {manager, []int{5}, 8, nil},
		"the first day is no review":           {manager, []int{0}, 8, []int{7}},
		"it was held late":                     {manager, []int{9}, 10, nil},
		"one review is not two":                {manager, []int{9}, 15, []int{14}},
		"two are":                              {manager, []int{9, 10}, 15, nil},
		"nor are two before the first":         {manager, []int{3, 4}, 15, []int{14}},
		"nothing was held at all":              {manager, nil, 29, []int{7, 14, 21, 28}},
		"the employee's own notes are none":    {employee, []int{7, 14, 21, 28}, 29, []int{7, 14, 21, 28}},
		"those of HR are as good as any other": {hr, []int{7, 14, 21, 28}, 29, nil},
	} {
		t.Run(name, func(t *testing.T) {
			p := active(t, pip())
			for _, n := range c.tracked {
				p = tracked(t, p, c.by, day(n), "20")
			}
			overdue, err := p.Overdue(calendar.Weekends{}, day(c.today))
			require.NoError(t, err)
			var have []int
			for _, d := range overdue {
				have = append(have, first.DaysUntil(d.On))
			}
			assert.Equal(t, c.want, have)
		})
	}
	t.Run("an IDP is tracked by the employee", func(t *testing.T) {
		p := tracked(t, active(t, idp()), employee, day(7), "70")
		overdue, err := p.Overdue(calendar.Weekends{}, day(8))
		require.NoError(t, err)
		assert.Empty(t, overdue)
	})
	t.Run("aims tracked on one day are one review", func(t *testing.T) {
		d := pip()
		d.Aims = append(d.Aims, idp().Aims[0])
		p := tracked(t, active(t, d), manager, day(7), "20")
		p, err := p.Track(improvement.Progress{On: day(7), Metric: "product test", Value: dec("70")}, at(manager))
		require.NoError(t, err)
		overdue, err := p.Overdue(calendar.Weekends{}, day(15))
		require.NoError(t, err)
		require.Len(t, overdue, 1)
	})
}

func TestAnotherReviewNeverMakesMoreOverdue(t *testing.T) {
	p := active(t, pip())
	rapid.Check(t, func(rt *rapid.T) {
		days := rapid.SliceOfNDistinct(rapid.IntRange(1, 29), 1, 12, rapid.ID[int]).Draw(rt, "days")
		today := first.AddDays(rapid.IntRange(0, 40).Draw(rt, "today"))
		q := p
		before, err := q.Overdue(calendar.Weekends{}, today)
		require.NoError(rt, err)
		for _, n := range days {
			q, err = q.Track(improvement.Progress{On: first.AddDays(n), Metric: "response time", Value: dec("20")}, at(manager))
			require.NoError(rt, err)
			after, err := q.Overdue(calendar.Weekends{}, today)
			require.NoError(rt, err)
			require.LessOrEqual(rt, len(after), len(before))
			require.GreaterOrEqual(rt, len(after), len(before)-1, "one day is one review")
			before = after
		}
	})
}
