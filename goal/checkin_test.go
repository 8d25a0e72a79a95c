package goal_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

func hours(v string) []goal.Reading {
	return []goal.Reading{{Metric: "response time", Value: dec(v)}}
}

func TestCheckInHoldsProgressAgainstTheExpectedPace(t *testing.T) {
	g := active(t) // from 24 h to 12 h in the 92 days of the third quarter
	for name, c := range map[string]struct {
		on, hours          string
		progress, expected string
		health             goal.Health
	}{
		"half way at half time":    {"2024-08-15", "18", "50", "50", goal.OnTrack},
		"exactly 10 points behind": {"2024-08-15", "19.2", "40", "50", goal.OnTrack},
		"a little more":            {"2024-08-15", "19.2012", "39.99", "50", goal.AtRisk},
		"exactly 25 points behind": {"2024-08-15", "21", "25", "50", goal.AtRisk},
		"more than that":           {"2024-08-15", "21.0001", "25", "50", goal.OffTrack},
		"worse than at the start":  {"2024-07-01", "30", "-50", "1.09", goal.OffTrack},
		"first day, no change":     {"2024-07-01", "24", "0", "1.09", goal.OnTrack},
		"beyond the target":        {"2024-09-30", "9", "125", "100", goal.OnTrack},
	} {
		t.Run(name, func(t *testing.T) {
			in, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day(c.on), Readings: hours(c.hours)}, goal.Pacing{}, lin)
			require.NoError(t, err)
			assert.Equal(t, c.progress, in.Pace.Progress.String())
			assert.Equal(t, c.expected, in.Pace.Expected.String())
			assert.Equal(t, c.health, in.Pace.Health)
			require.NoError(t, in.Validate())
		})
	}
}

func TestCheckInWithoutABaselineHoldsTheFigureAgainstTheTarget(t *testing.T) {
	d := response()
	d.Terms.Measures = []goal.Measure{{Metric: "sales", Direction: goal.Increase, Target: new(dec("200"))}}
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	g.Status = goal.StatusActive
	in, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{
		On: day("2024-08-15"), Readings: []goal.Reading{{Metric: "sales", Value: dec("90")}},
	}, goal.Pacing{}, lin)
	require.NoError(t, err)
	assert.Equal(t, "45", in.Pace.Progress.String())
	assert.Equal(t, goal.OnTrack, in.Pace.Health)
}

func TestCheckInOfAGoalWithoutFiguresNeedsItsProgressStated(t *testing.T) {
	d := response()
	d.Terms.Form, d.Terms.Measures = goal.Milestone, nil
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	g.Status = goal.StatusActive
	_, err = goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15")}, goal.Pacing{}, lin)
	assert.Equal(t, []string{"progress goal.progress.required"}, codes(err))
	in, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15"), Progress: new(dec("30"))}, goal.Pacing{}, lin)
	require.NoError(t, err)
	assert.Equal(t, goal.AtRisk, in.Pace.Health)
}

func TestCheckInReportsEveryViolationAtOnce(t *testing.T) {
	g := active(t)
	_, err := goal.NewCheckIn(record.Key{Tenant: "other", ID: "c1"}, g, goal.CheckInDraft{
		On: day("2024-10-01"), Confidence: new(dec("101")), Evidence: []record.Evidence{{}},
		Help: strings.Repeat("x", 2001), Events: []goal.KeyEvent{{What: strings.Repeat("x", 501)}},
		Readings: []goal.Reading{{Metric: "sales", Value: decimal.New(1, 99)}},
	}, goal.Pacing{}, lin)
	assert.ElementsMatch(t, []string{
		"meta.tenant goal.tenant.other", "on goal.date.outside", "confidence goal.percent.range",
		"evidence[0] record.evidence.empty", "help check.long", "events[0].what check.long", "readings[0].value number.bounds",
		"readings[0].metric goal.reading.unknown", "readings goal.reading.required",
	}, codes(err))
	for name, c := range map[string]struct {
		readings []goal.Reading
		progress string
		want     []string
	}{
		"another metric":   {[]goal.Reading{{Metric: "sales"}}, "", []string{"readings[0].metric goal.reading.unknown", "readings goal.reading.required"}},
		"one metric twice": {append(hours("18"), hours("17")...), "", []string{"readings[1].metric goal.metric.twice"}},
		"no figure":        {nil, "", []string{"readings goal.reading.required"}},
		"stated as well":   {hours("18"), "50", []string{"progress goal.progress.counted"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := goal.CheckInDraft{On: day("2024-08-15"), Readings: c.readings}
			if c.progress != "" {
				d.Progress = new(dec(c.progress))
			}
			_, err := goal.NewCheckIn(key("c1"), g, d, goal.Pacing{}, lin)
			assert.Equal(t, c.want, codes(err))
		})
	}
}

func TestCheckInIsOnlyForActiveGoalsWithinTheirTerms(t *testing.T) {
	_, err := goal.NewCheckIn(key("c1"), proposed(t), goal.CheckInDraft{On: day("2024-08-15"), Readings: hours("18")}, goal.Pacing{}, lin)
	require.ErrorIs(t, err, fault.ErrTransition)
	_, err = goal.NewCheckIn(key("c1"), active(t), goal.CheckInDraft{On: day("2024-06-30"), Readings: hours("18")}, goal.Pacing{}, lin)
	assert.Equal(t, []string{"on goal.date.outside"}, codes(err))
	_, err = goal.NewCheckIn(key("c1"), active(t), goal.CheckInDraft{Readings: hours("18")}, goal.Pacing{}, lin)
	assert.Equal(t, []string{"on goal.checkin.day"}, codes(err))
}

// The expectation never falls from one day to the next, is nothing before the terms and
// everything from the due day on.
func TestExpectedPaceIsMonotone(t *testing.T) {
	g := active(t)
	rapid.Check(t, func(t *rapid.T) {
		on := q3.From.AddDays(rapid.IntRange(-30, 130).Draw(t, "day"))
		one, next := g.Expected(on), g.Expected(on.AddDays(1))
		assert.True(t, one.LessThanOrEqual(next), "%s, then %s", one, next)
		assert.Equal(t, on.Before(q3.From), one.IsZero())
		assert.Equal(t, !on.Before(q3.To), one.Equal(number.Hundred))
	})
}

// More progress never makes the health worse, and more time gone never makes it better.
func TestHealthIsMonotone(t *testing.T) {
	rank := map[goal.Health]int{goal.OffTrack: 0, goal.AtRisk: 1, goal.OnTrack: 2}
	rapid.Check(t, func(t *rapid.T) {
		figure := func(name string) decimal.Decimal {
			return decimal.New(rapid.Int64Range(-50_000, 250_000).Draw(t, name), -3)
		}
		less, more := figure("less"), figure("more")
		if more.LessThan(less) {
			less, more = more, less
		}
		var p goal.Pacing
		now := decimal.New(rapid.Int64Range(0, 100_000).Draw(t, "now"), -3)
		later := now.Add(decimal.New(rapid.Int64Range(0, 100_000).Draw(t, "later"), -3))
		assert.LessOrEqual(t, rank[p.Judge(less, now).Health], rank[p.Judge(more, now).Health])
		assert.GreaterOrEqual(t, rank[p.Judge(less, now).Health], rank[p.Judge(less, later).Health])
		assert.Equal(t, goal.OnTrack, p.Judge(dec("100"), now).Health)
	})
}

func TestPacingOfOnesOwnReplacesTheDefault(t *testing.T) {
	strict := goal.Pacing{AtRisk: dec("1"), OffTrack: dec("5")}
	half := dec("50")
	assert.Equal(t, goal.AtRisk, strict.Judge(dec("48"), half).Health)
	assert.Equal(t, goal.OffTrack, strict.Judge(dec("44.9"), half).Health)
	assert.Equal(t, goal.OnTrack, goal.Pacing{}.Judge(dec("44.9"), half).Health)
}

func TestACheckInIsCorrectedOnRecord(t *testing.T) {
	g := active(t)
	c := sighted(t, g, "2024-08-15", "8")[0] // 18 mistyped
	c.Events = []goal.KeyEvent{{What: "new hotline", On: day("2024-08-01"), Effect: goal.Positive}}
	tomorrow := record.By("wei", may.AddDate(0, 3, 0))
	fixed, err := c.Correct(g, goal.CorrectionDraft{Readings: hours("18"), Reason: "mistyped"}, goal.Pacing{}, tomorrow)
	require.NoError(t, err)
	require.NoError(t, fixed.Validate())
	assert.Equal(t, hours("18"), fixed.Readings)
	assert.Equal(t, "50", fixed.Pace.Progress.String())
	assert.Equal(t, c.Events, fixed.Events, "what else was said stays")
	require.Len(t, fixed.Corrections, 1)
	assert.Equal(t, hours("8"), fixed.Corrections[0].Readings)
	assert.Equal(t, c.Pace, fixed.Corrections[0].Pace)
	assert.Equal(t, "mistyped", fixed.Updated.Reason)
	assert.Equal(t, "goal.checkin.correct", fixed.Updated.Action)
	assert.Equal(t, hours("8"), c.Readings, "the receiver does not change")
	again, err := fixed.Correct(g, goal.CorrectionDraft{Readings: hours("18.5"), Reason: "rounded"}, goal.Pacing{}, tomorrow)
	require.NoError(t, err)
	assert.Len(t, again.Corrections, 2)
	assert.Len(t, fixed.Corrections, 1)
}

func TestACorrectionForgetsTheWrongFigure(t *testing.T) {
	g := active(t)
	made := sighted(t, g, "2024-07-10", "22", "2024-07-17", "21", "2024-07-24", "10")
	pacing := goal.Pacing{By: goal.HealthByProjection, Forecast: goal.Forecast{Method: goal.RecentTrend}}
	d := goal.CorrectionDraft{Readings: hours("20"), Reason: "mistyped"}
	with, err := made[2].Correct(g, d, pacing, wei, made...)
	require.NoError(t, err)
	without, err := made[2].Correct(g, d, pacing, wei, made[:2]...)
	require.NoError(t, err)
	assert.Equal(t, without.Pace, with.Pace)
	assert.Equal(t, goal.OnTrack, with.Pace.Health)
}

func TestACorrectionIsRefused(t *testing.T) {
	g := active(t)
	c := sighted(t, g, "2024-08-15", "18")[0]
	closed, err := g.Close(goal.Result{Status: goal.StatusAchieved, Score: new(dec("100"))}, "", wei)
	require.NoError(t, err)
	_, err = c.Correct(closed, goal.CorrectionDraft{Readings: hours("12"), Reason: "late news"}, goal.Pacing{}, wei)
	require.ErrorIs(t, err, fault.ErrTransition, "its figures have been counted")
	other := g
	other.ID = "g2"
	for name, c := range map[string]struct {
		goal goal.Goal
		d    goal.CorrectionDraft
		by   record.Stamp
		want []string
	}{
		"no reason":    {g, goal.CorrectionDraft{Readings: hours("12")}, wei, []string{"reason record.reason.required"}},
		"nobody":       {g, goal.CorrectionDraft{Readings: hours("12"), Reason: "r"}, record.Stamp{}, []string{"by.by record.by.required", "by.at record.at.required"}},
		"no figure":    {g, goal.CorrectionDraft{Reason: "r"}, wei, []string{"readings goal.reading.required"}},
		"the same":     {g, goal.CorrectionDraft{Readings: hours("18.0"), Reason: "r"}, wei, []string{" goal.checkin.same"}},
		"another goal": {other, goal.CorrectionDraft{Readings: hours("12"), Reason: "r"}, wei, []string{"goal goal.checkin.foreign"}},
		"out of bounds": {g, goal.CorrectionDraft{Readings: []goal.Reading{{Metric: "response time", Value: decimal.New(1, 99)}}, Reason: "r"}, wei, []string{
			"readings[0].value number.bounds",
		}},
	} {
		t.Run(name, func(t *testing.T) {
			in := sighted(t, g, "2024-08-15", "18")[0]
			after, err := in.Correct(c.goal, c.d, goal.Pacing{}, c.by)
			assert.Equal(t, c.want, codes(err))
			assert.Equal(t, in, after)
		})
	}
}

func TestKeyEventsAreWhatHappenedByThen(t *testing.T) {
	g := active(t)
	d := goal.CheckInDraft{On: day("2024-08-15"), Readings: hours("18"), Events: []goal.KeyEvent{
		{What: "two people left"},
		{What: "new hotline", On: day("2024-06-20"), Effect: goal.Positive, Evidence: []record.Evidence{{Link: "https://example.com"}}},
	}}
	c, err := goal.NewCheckIn(key("c1"), g, d, goal.Pacing{}, lin)
	require.NoError(t, err)
	assert.Equal(t, goal.KeyEvent{What: "two people left", On: d.On, Effect: goal.Neutral}, c.Events[0])
	assert.Empty(t, d.Events[0].Effect, "the draft is the caller's")
	d.Events = []goal.KeyEvent{{What: " ", On: day("2024-08-16"), Effect: "odd", Evidence: []record.Evidence{{}}}}
	_, err = goal.NewCheckIn(key("c1"), g, d, goal.Pacing{}, lin)
	assert.Equal(t, []string{
		"events[0].what goal.event.required", "events[0].effect fault.value.unknown", "events[0].on goal.event.later",
		"events[0].evidence[0] record.evidence.empty",
	}, codes(err))
}

func TestHelpIsAnswered(t *testing.T) {
	g := active(t)
	quiet := sighted(t, g, "2024-08-15", "18")[0]
	assert.False(t, quiet.HelpOpen())
	_, err := quiet.AnswerHelp(goal.HelpGiven, "here you are", wei)
	assert.Equal(t, []string{"answers goal.help.unasked"}, codes(err))
	c, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15"), Readings: hours("18"), Help: "one more colleague"}, goal.Pacing{}, lin)
	require.NoError(t, err)
	assert.True(t, c.HelpOpen())
	promised, err := c.AnswerHelp(goal.HelpPromised, "from September", wei)
	require.NoError(t, err)
	assert.True(t, promised.HelpOpen(), "it is not there yet")
	given, err := promised.AnswerHelp(goal.HelpGiven, "mei has come", wei)
	require.NoError(t, err)
	assert.False(t, given.HelpOpen())
	assert.Len(t, given.Answers, 2)
	assert.Equal(t, "goal.checkin.answer", given.Updated.Action)
	_, err = c.AnswerHelp("perhaps", "", record.Stamp{})
	assert.Equal(t, []string{
		"answers[0].by.by record.by.required", "answers[0].by.at record.at.required", "answers[0].help fault.value.unknown",
		"answers[0].words goal.help.answer",
	}, codes(err))
}
