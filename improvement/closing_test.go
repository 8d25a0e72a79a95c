package improvement_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/record"
)

func TestResultsAreComparedNotTyped(t *testing.T) {
	c := closing(improvement.Passed, "response time", "12.00")
	c.By, c.Refusal = "somebody", new(at("somebody"))
	p, err := reviewed(t, pip()).Assess(c, calendar.Weekends{}, at(manager))
	require.NoError(t, err)
	assert.True(t, p.Closing.Results[0].Reached, "at the target is reached")
	assert.Equal(t, manager, p.Closing.By)
	assert.Nil(t, p.Closing.Refusal)

	c.Results[0].Value, c.Results[0].Reached = dec("12.01"), true
	_, err = reviewed(t, pip()).Assess(c, calendar.Weekends{}, at(manager))
	requireOnly(t, err, map[string]string{"closing.outcome": "improvement.outcome.short"})
}

func TestReachedIsAtOrBeyondTheTarget(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anAim(t)
		value := a.Target.Add(dec("0.01").Mul(dec(rapid.SampledFrom([]string{"-1", "0", "1"}).Draw(t, "off"))))
		want := value.Cmp(*a.Target) >= 0
		if a.Direction == goal.Decrease {
			want = value.Cmp(*a.Target) <= 0
		}
		require.Equal(t, want, a.Reached(value))
	})
}

func TestOutcomesFollowFromTheResults(t *testing.T) {
	exhausted := pip()
	exhausted.Follows, exhausted.Extension = "p0", 1
	for name, c := range map[string]struct {
		draft   improvement.Draft
		outcome improvement.Outcome
		value   string
		want    map[string]string
	}{
		"a PIP that is reached is passed":            {pip(), improvement.Passed, "11", map[string]string{}},
		"one that is not, is not":                    {pip(), improvement.Passed, "13", map[string]string{"closing.outcome": "improvement.outcome.short"}},
		"it is extended":                             {pip(), improvement.Extended, "13", map[string]string{}},
		"but no oftener than the policy says":        {exhausted, improvement.Extended, "13", map[string]string{"closing.outcome": "improvement.outcome.extensions"}},
		"it ends in another position":                {pip(), improvement.PositionChange, "13", map[string]string{}},
		"or in an exit":                              {exhausted, improvement.Exit, "13", map[string]string{}},
		"not when all is reached":                    {pip(), improvement.Exit, "11", map[string]string{"closing.outcome": "improvement.outcome.reached"}},
		"nor is it extended then":                    {pip(), improvement.Extended, "11", map[string]string{"closing.outcome": "improvement.outcome.reached"}},
		"it isn't carried over":                      {pip(), improvement.CarriedOver, "13", map[string]string{"closing.outcome": "improvement.outcome.type"}},
		"an IDP that is reached is passed":           {idp(), improvement.Passed, "88", map[string]string{}},
		"one that is not, is carried over":           {idp(), improvement.CarriedOver, "80", map[string]string{}},
		"nobody loses their position over an IDP":    {idp(), improvement.PositionChange, "80", map[string]string{"closing.outcome": "improvement.outcome.type"}},
		"nor their job":                              {idp(), improvement.Exit, "80", map[string]string{"closing.outcome": "improvement.outcome.type"}},
		"an outcome that there is not, with results": {pip(), "lost", "13", map[string]string{"closing.outcome": "fault.value.unknown"}},
	} {
		t.Run(name, func(t *testing.T) {
			p, err := reviewed(t, c.draft).Assess(closing(c.outcome, c.draft.Aims[0].Metric, c.value), calendar.Weekends{}, at(manager))
			requireOnly(t, err, c.want)
			if err == nil {
				assert.Equal(t, improvement.StatusAssessed, p.Status)
				require.NoError(t, p.Validate())
			}
		})
	}
}

func TestAClosingNeedsFigureReasonAndEvidence(t *testing.T) {
	p := reviewed(t, pip())
	_, err := p.Assess(improvement.Closing{}, calendar.Weekends{}, at(manager))
	requireOnly(t, err, map[string]string{
		"closing.results": "improvement.result.required", "closing.outcome": "fault.value.unknown",
		"closing.on": "improvement.date.required", "closing.reason": "improvement.reason.required",
		"closing.evidence": "improvement.evidence.required",
	})
	c := closing(improvement.Passed, "response time", "11")
	c.On = first.AddDays(-1)
	c.Evidence = []record.Evidence{{}}
	c.Results = append(c.Results, improvement.Result{Metric: "sales"}, improvement.Result{Metric: "response time"})
	_, err = p.Assess(c, calendar.Weekends{}, at(manager))
	requireOnly(t, err, map[string]string{
		"closing.results[1].metric": "improvement.metric.unknown", "closing.results[2].metric": "improvement.metric.twice",
		"closing.on": "improvement.on.before", "closing.evidence[0]": "record.evidence.empty",
	})
	c = closing(improvement.Passed, "response time", "1e-40")
	_, err = p.Assess(c, calendar.Weekends{}, at(manager))
	requireOnly(t, err, map[string]string{"closing.results[0].value": "number.bounds"})
}

// I3: a PIP cannot be closed as failed without the reviews and the support that it promised.
func TestAPIPDoesNotFailWithoutItsReviewsAndItsSupport(t *testing.T) {
	for _, outcome := range []improvement.Outcome{improvement.Exit, improvement.PositionChange} {
		c := closing(outcome, "response time", "20")
		p := active(t, pip())
		p = tracked(t, p, manager, first.AddDays(7), "22")
		p = tracked(t, p, employee, first.AddDays(14), "21") // the employee's own note is no review
		early := c
		early.On = last.AddDays(-3) // 28 November: the fourth review is not due yet
		_, err := p.Assess(early, calendar.Weekends{}, at(manager))
		codes := map[string]int{}
		for _, v := range fault.Of(err) {
			codes[v.Path+" "+v.Code]++
		}
		assert.Equal(t, map[string]int{
			"closing.on improvement.failed.early": 1, "log improvement.failed.review": 2, "support[0] improvement.failed.support": 1,
		}, codes)

		for _, day := range []int{14, 21, 28} {
			p = tracked(t, p, hr, first.AddDays(day).AddDays(-1), "20")
		}
		_, err = p.Assess(c, calendar.Weekends{}, at(manager))
		requireOnly(t, err, map[string]string{"support[0]": "improvement.failed.support"})
		explained, err := p.ExplainSupport(0, "The mentor fell ill, and nobody else knows the product.", at(manager))
		require.NoError(t, err)
		_, err = explained.Assess(c, calendar.Weekends{}, at(manager))
		require.NoError(t, err)
		given, err := p.GiveSupport(0, first.AddDays(3), at(manager))
		require.NoError(t, err)
		_, err = given.Assess(c, calendar.Weekends{}, at(manager))
		require.NoError(t, err)
		_, err = given.Assess(c, calendar.China(), at(manager))
		require.NoError(t, err)
		_, err = given.Assess(c, nil, at(manager))
		require.ErrorIs(t, err, fault.ErrInvalid, "without a calendar nobody knows what was due")
	}
	_, err := active(t, pip()).Assess(closing(improvement.Passed, "response time", "11"), calendar.Weekends{}, at(manager))
	require.NoError(t, err, "passing asks for none of it")
}

func TestAReviewDueOnTheDayOfTheClosingIsAskedForToo(t *testing.T) {
	d := pip()
	d.Period.To = first.AddDays(35) // the fifth Monday after the first
	c := closing(improvement.Exit, "response time", "20")
	c.On = d.Period.To
	p := reviewed(t, d)
	_, err := p.Assess(c, calendar.Weekends{}, at(manager))
	requireOnly(t, err, map[string]string{"log": "improvement.failed.review"})
	_, err = tracked(t, p, manager, c.On, "20").Assess(c, calendar.Weekends{}, at(manager))
	require.NoError(t, err)
}

func TestAPlanHasAClosingOnlyWhenItIsAssessed(t *testing.T) {
	p := closed(t, pip(), improvement.Passed, "11")
	require.NoError(t, p.Validate())
	p.Closing = nil
	requireOnly(t, p.Validate(), map[string]string{"closing": "improvement.closing.status"})
	p = active(t, pip())
	c := closing(improvement.Passed, "response time", "11")
	p.Closing = &c
	requireOnly(t, p.Validate(), map[string]string{"closing": "improvement.closing.status"})
}
