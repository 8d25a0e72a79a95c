package improvement_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

func interview() feedback.Interview {
	return feedback.Interview{
		Meta: record.Meta{Tenant: "t1", ID: "i1"}, Employee: employee, Interviewer: manager, Status: feedback.InterviewStatusConfirmed,
		Statements: []feedback.Statement{
			{Tone: feedback.Strength, Fact: "f", Impact: "i", Goal: "g2"},
			{Tone: feedback.Improve, Fact: "f", Impact: "i", Improvement: "Customers first.", Goal: "g1"},
			{Tone: feedback.Improve, Fact: "f", Impact: "i", Improvement: "Ask earlier."},
		},
		Requests: []feedback.Request{
			{Kind: feedback.TrainingRequest, What: "A course."},
			{Kind: feedback.ResourceRequest, What: "The ticket tool."},
			{Kind: feedback.GoalRequest, What: "Fewer goals."},
		},
		NextSteps: []feedback.Step{
			{What: "Book the course.", Owner: manager, Due: first.AddDays(3)}, {What: "Meet again.", Owner: manager, Due: last.AddDays(30)},
		},
	}
}

func goals() ([]goal.Goal, []goal.CheckIn) {
	of := func(id string, m ...goal.Measure) goal.Goal {
		return goal.Goal{Meta: record.Meta{ID: id}, Terms: goal.Terms{Measures: m}}
	}
	all := []goal.Goal{
		of("g1",
			goal.Measure{Metric: "response time", Unit: number.Hour, Direction: goal.Decrease, Target: new(dec("12"))},
			goal.Measure{Metric: "calls", Direction: goal.Increase, Target: new(dec("40"))},
			goal.Measure{Metric: "praise", Direction: goal.Increase, Target: new(dec("3"))},
			goal.Measure{Metric: "judged", Direction: goal.Increase},
		),
		of("g2", goal.Measure{Metric: "sales", Direction: goal.Increase, Target: new(dec("5"))}),
	}
	read := func(on, metric, value string) goal.CheckIn {
		return goal.CheckIn{Goal: "g1", On: calendar.MustDate(on), Readings: []goal.Reading{{Metric: metric, Value: dec(value)}}}
	}
	return all, []goal.CheckIn{
		read("2026-09-20", "response time", "24"), read("2026-07-20", "response time", "30"), read("2026-09-01", "praise", "3"),
	}
}

func TestFromInterviewTakesOverWhatWasAgreed(t *testing.T) {
	all, checkins := goals()
	d, err := improvement.FromInterview(interview(), improvement.Draft{
		Type: improvement.PIP, Period: calendar.Period{From: first, To: last}, Tracking: []calendar.Cadence{calendar.Weekly},
	}, all, checkins)
	require.NoError(t, err)
	assert.Equal(t, []string{employee, manager, "i1"}, []string{d.Employee, d.Manager, d.Interview})
	require.Len(t, d.Aims, 2, "what is reached, is no strength's, or has no target is no aim")
	assert.Equal(t, "response time", d.Aims[0].Metric)
	assert.Equal(t, "24", d.Aims[0].Baseline.String(), "the latest reading")
	assert.Equal(t, "calls", d.Aims[1].Metric)
	assert.Nil(t, d.Aims[1].Baseline, "what was never read is for people to say")
	assert.Equal(t, []improvement.Action{
		{What: "Customers first.", Owner: employee, Due: last},
		{What: "Ask earlier.", Owner: employee, Due: last},
		{What: "Book the course.", Owner: manager, Due: first.AddDays(3)},
	}, d.Actions)
	assert.Equal(t, []improvement.Support{
		{Kind: improvement.TrainingSupport, What: "A course.", Owner: manager},
		{Kind: improvement.ToolSupport, What: "The ticket tool.", Owner: manager},
	}, d.Support)

	_, err = improvement.New(key, d, at(manager))
	requireOnly(t, err, map[string]string{"aims[1].baseline": "improvement.figure.required"})
	d.Aims[1].Baseline = new(dec("31"))
	_, err = improvement.New(key, d, at(manager))
	require.NoError(t, err)
}

func TestAFigureThatHasLeftItsRangeIsToComeBack(t *testing.T) {
	stock := goal.Measure{Metric: "stock", Direction: goal.Within, Low: new(dec("20")), High: new(dec("30"))}
	for _, c := range []struct {
		actual    string
		direction goal.Direction
		target    *decimal.Decimal
	}{{"19", goal.Increase, stock.Low}, {"31", goal.Decrease, stock.High}, {actual: "25"}, {actual: ""}} {
		var read []goal.CheckIn
		if c.actual != "" {
			read = []goal.CheckIn{{Goal: "g1", On: first, Readings: []goal.Reading{{Metric: "stock", Value: dec(c.actual)}}}}
		}
		d, err := improvement.FromInterview(interview(), improvement.Draft{Type: improvement.PIP, Period: calendar.Period{From: first, To: last}},
			[]goal.Goal{{Meta: record.Meta{ID: "g1"}, Terms: goal.Terms{Measures: []goal.Measure{stock}}}}, read)
		require.NoError(t, err)
		if c.target == nil {
			assert.Empty(t, d.Aims, c.actual)
			continue
		}
		require.Len(t, d.Aims, 1, c.actual)
		assert.Equal(t, c.direction, d.Aims[0].Direction)
		assert.Equal(t, c.target, d.Aims[0].Target)
		assert.Equal(t, c.actual, d.Aims[0].Baseline.String())
	}
}

func TestFromInterviewKeepsWhatTheDraftSays(t *testing.T) {
	all, checkins := goals()
	given := pip()
	d, err := improvement.FromInterview(interview(), given, all, checkins)
	require.NoError(t, err)
	assert.Equal(t, given.Aims[0], d.Aims[0], "its aim of the same metric stands")
	require.Len(t, d.Aims, 2)
	require.Len(t, d.Actions, 4)
	assert.Len(t, given.Actions, 1)

	i := interview()
	i.Status = feedback.InterviewStatusDraft
	_, err = improvement.FromInterview(i, given, nil, nil)
	require.ErrorIs(t, err, fault.ErrTransition)
}

func TestAFollowUpGoesOnFromWhereThePlanStands(t *testing.T) {
	d := pip()
	d.Aims = append(d.Aims, idp().Aims[0])
	d.Actions = append(d.Actions, idp().Actions[0], improvement.Action{What: "Read the guide.", Owner: employee, Due: last})
	p := reviewed(t, d)
	for _, i := range []int{1, 2} {
		var err error
		p, err = p.FinishAction(i, last, at(employee))
		require.NoError(t, err)
	}
	c := closing(improvement.Extended, "product test", "86")
	c.Results = append(c.Results, improvement.Result{Metric: "response time", Value: dec("14")})
	p, err := p.Assess(c, calendar.Weekends{}, at(manager))
	require.NoError(t, err)
	_, err = p.FollowUp(p.Period.Next())
	require.ErrorIs(t, err, fault.ErrTransition, "the closing is not signed yet")
	p = signed(t, p, p.ClosingDigest())

	_, err = p.FollowUp(p.Period)
	require.ErrorIs(t, err, fault.ErrInvalid)
	next, err := p.FollowUp(p.Period.Next())
	require.NoError(t, err)
	assert.Equal(t, []any{"p1", 1, p.Policy}, []any{next.Follows, next.Extension, next.Policy})
	require.Len(t, next.Aims, 1)
	assert.Equal(t, "14", next.Aims[0].Baseline.String())
	assert.Equal(t, "12", next.Aims[0].Target.String())
	var actions []string
	for _, a := range next.Actions {
		actions = append(actions, a.What)
	}
	assert.Equal(t, []string{"Order the day by customers.", "Study the handbook."}, actions)
	assert.Empty(t, next.Support, "it was given")
	next.NoSupport = "The mentor's hours are over."
	follow, err := improvement.New(record.Key{Tenant: "t1", ID: "p2"}, next, at(manager))
	require.NoError(t, err)

	_, err = closed(t, pip(), improvement.Passed, "11").FollowUp(p.Period.Next())
	require.ErrorIs(t, err, fault.ErrTransition)
	assert.Equal(t, 1, follow.Extension)
}

func TestNextGoals(t *testing.T) {
	two := idp()
	two.Aims = append(two.Aims, improvement.Aim{Metric: "certificates", Direction: goal.Increase, Baseline: new(dec("0")), Target: new(dec("2")), Due: last, Method: strings.Repeat("习", 2000)})
	carried := closing(improvement.CarriedOver, "product test", "88")
	carried.Results = append(carried.Results, improvement.Result{Metric: "certificates", Value: dec("1")})
	p, err := reviewed(t, two).Assess(carried, calendar.Weekends{}, at(manager))
	require.NoError(t, err)
	over := signed(t, p, p.ClosingDigest())
	over.ID = "p2"

	plans := []improvement.Plan{
		closed(t, pip(), improvement.Passed, "11"), over,
		closed(t, pip(), improvement.Exit, "20"), closed(t, pip(), improvement.Extended, "20"), closed(t, pip(), improvement.PositionChange, "20"),
	}
	quarter := calendar.Quarter(2027, 1)
	next, err := improvement.NextGoals(plans, quarter, text.English)
	require.NoError(t, err)
	var titles, why []string
	for i, n := range next {
		titles, why = append(titles, n.Draft.Terms.Title), append(why, n.Why.In(text.English))
		g, err := goal.New(record.Key{Tenant: "t1", ID: n.Plan}, n.Draft, at(employee))
		require.NoError(t, err, "draft %d is a goal as it is", i)
		assert.Equal(t, []any{employee, goal.Individual, quarter}, []any{g.Owner, g.Level, g.Period})
		assert.Equal(t, n.Why.In(text.English), g.Terms.Why)
	}
	assert.Equal(t, []string{
		"Keep response time at its level: at most 12 h",
		"Apply what was developed: product test at least 85 points",
		"Go on with certificates: at least 2",
	}, titles)
	assert.Equal(t, []string{
		"performance improvement plan p1 was passed on 1 Dec 2026: response time reached 11 h, with a target of 12 h; the level is to be kept",
		"individual development plan p2 ended on 1 Dec 2026: product test reached 88 points, with a target of 85 points; what was developed is to be applied in the work",
		"individual development plan p2 ended on 1 Dec 2026: certificates stands at 1, with a target of 2; it is carried over",
	}, why)
	assert.Equal(t, []goal.Form{goal.KPI, goal.Development, goal.Development},
		[]goal.Form{next[0].Draft.Terms.Form, next[1].Draft.Terms.Form, next[2].Draft.Terms.Form})
	assert.Equal(t, "1", next[2].Draft.Terms.Measures[0].Baseline.String())

	again, err := improvement.NextGoals(plans, quarter, text.English)
	require.NoError(t, err)
	one, err := json.Marshal(next)
	require.NoError(t, err)
	other, err := json.Marshal(again)
	require.NoError(t, err)
	assert.JSONEq(t, string(one), string(other))

	zh, err := improvement.NextGoals(plans[:1], quarter, text.Chinese)
	require.NoError(t, err)
	assert.Equal(t, "保持response time水平：不高于 12小时", zh[0].Draft.Terms.Title)
}

func TestNextGoalsRefusesWhatIsNotClosed(t *testing.T) {
	_, err := improvement.NextGoals([]improvement.Plan{closed(t, pip(), improvement.Passed, "11"), active(t, pip()), {Status: improvement.StatusClosed}}, calendar.Period{}, text.English)
	require.ErrorIs(t, err, fault.ErrInvalid)
	found := fault.Of(err)
	assert.True(t, found.Has("improvement.next.status"))
	assert.True(t, found.Has("calendar.date.required"))
	assert.True(t, found.Has("improvement.closing.status"), "a plan made by hand is looked at too")
}
