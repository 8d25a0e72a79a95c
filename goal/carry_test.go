package goal_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

var q4 = calendar.Quarter(2024, 4)

// short is a goal of two measures that ended short of both: 15 h in place of 12, and 150
// sold of 200.
func short(t require.TestingT) goal.Goal {
	g := active(t)
	g.Terms.Due, g.Terms.Supports = day("2024-09-15"), []goal.Link{{Goal: "top"}}
	g.Terms.DependsOn = []goal.Dependency{{Goal: "beside", Needs: "data"}}
	g.Terms.Measures = []goal.Measure{
		{Metric: "response time", Unit: number.Hour, Direction: goal.Decrease, Baseline: new(dec("24")), Target: new(dec("12")), Weight: new(dec("50"))},
		{
			Metric: "sales", Direction: goal.Increase, Threshold: new(dec("100")), Target: new(dec("200")), Stretch: new(dec("260")),
			StretchScore: new(dec("120")), Weight: new(dec("25")), Curve: rating.Curve{Shape: rating.Linear},
		},
		{Metric: "calls", Direction: goal.Increase, Target: new(dec("10")), Weight: new(dec("25"))},
	}
	g, err := g.Close(goal.Result{Status: goal.StatusPartly, Score: new(dec("80")), Readings: []goal.Reading{
		{Metric: "response time", Value: dec("15")}, {Metric: "sales", Value: dec("150")}, {Metric: "calls", Value: dec("10")},
	}}, "", wei)
	require.NoError(t, err)
	return g
}

func ExampleGoal_CarryOver() {
	g := exampleActive() // from 24 h to 12 h in the third quarter
	now := []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(15)}}
	next, err := g.CarryOver(goal.Carrying{How: goal.CarryContinue, Readings: now}, calendar.Quarter(2024, 4))
	m := next.Terms.Measures[0]
	fmt.Println(next.CarriedFrom, next.Period, m.Baseline, m.Target, err)

	now[0].Value = decimal.NewFromInt(11)
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryContinue, Readings: now}, calendar.Quarter(2024, 4))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// g1 2024-10-01..2024-12-31 15 12 <nil>
	// 目标 g1 已全部完成，没有可结转的内容
}

func ExamplePlan_CarryOver() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	g := exampleActive()
	p, _ := goal.NewPlan(record.Key{Tenant: "acme", ID: "p1"}, goal.PlanDraft{
		Employee: "lin", Period: g.Period, Items: []goal.Item{{Goal: g.ID, Weight: decimal.NewFromInt(100)}},
	}, lin)
	carried := []goal.Carrying{{Goal: g.ID, How: goal.CarryRestart}}
	_, err := p.CarryOver([]goal.Goal{g}, calendar.Quarter(2024, 4), carried)
	fmt.Println(err)

	p.Status = goal.PlanStatusActive
	next, err := p.CarryOver([]goal.Goal{g}, calendar.Quarter(2024, 4), carried)
	fmt.Println(next.Items[0].Terms.Title, next.Items[0].Weight, next.Items[0].CarriedFrom, err)
	// Output:
	// the plan p1 is draft; only one that is active or closed is carried over
	// Answer complaints within 12 hours 100 g1 <nil>
}

func TestWhatIsCarriedOverIsForTheCallerToSay(t *testing.T) {
	g := short(t)
	again, err := g.CarryOver(goal.Carrying{How: goal.CarryRestart}, q4)
	require.NoError(t, err)
	assert.Len(t, again.Terms.Measures, 3)
	assert.Equal(t, "24", again.Terms.Measures[0].Baseline.String())
	assert.True(t, again.Terms.Due.IsZero(), "its day is of the former period")
	assert.Empty(t, again.Terms.Supports)
	assert.Empty(t, again.Terms.DependsOn)

	on, err := g.CarryOver(goal.Carrying{How: goal.CarryContinue}, q4)
	require.NoError(t, err)
	require.Len(t, on.Terms.Measures, 2, "what was reached is left out")
	assert.Equal(t, "15", on.Terms.Measures[0].Baseline.String())
	assert.Equal(t, "12", on.Terms.Measures[0].Target.String())
	assert.Equal(t, "150", on.Terms.Measures[1].Baseline.String())
	assert.Equal(t, "66.67", on.Terms.Measures[0].Weight.String())
	assert.Equal(t, "33.33", on.Terms.Measures[1].Weight.String())
	assert.Equal(t, "50", g.Terms.Measures[0].Weight.String(), "the former goal does not change")
	assert.Equal(t, "24", g.Terms.Measures[0].Baseline.String())

	_, err = g.CarryOver(goal.Carrying{How: goal.CarryRemainder}, q4)
	assert.Equal(t, []string{"measures[0] goal.carry.remainder"}, codes(err), "hours that are to sink leave no rest")
	g.Terms.Measures = g.Terms.Measures[1:]
	g.Terms.Measures[0].Weight, g.Terms.Measures[1].Weight = new(dec("50")), new(dec("50"))
	g.Result.Readings = g.Result.Readings[1:]
	rest, err := g.CarryOver(goal.Carrying{How: goal.CarryRemainder}, q4)
	require.NoError(t, err)
	m := rest.Terms.Measures[0]
	assert.Equal(t, "0 50 110 100", fmt.Sprint(m.Threshold, m.Target, m.Stretch, m.Weight))
	d, err := goal.New(key("g2"), rest, lin)
	require.NoError(t, err)
	assert.Equal(t, "g1", d.CarriedFrom)
	plain := rest
	plain.CarriedFrom = ""
	other, err := goal.New(key("g2"), plain, lin)
	require.NoError(t, err)
	assert.NotEqual(t, d.Digest(), other.Digest(), "where it comes from is signed")
}

func TestCarryOverRefuses(t *testing.T) {
	g := short(t)
	_, err := g.CarryOver(goal.Carrying{How: "somehow"}, q3)
	assert.Equal(t, []string{"how fault.value.unknown"}, codes(err))
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryRestart}, q3)
	assert.Equal(t, []string{"into goal.carry.period"}, codes(err))
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryRestart}, calendar.Period{})
	require.ErrorIs(t, err, fault.ErrInvalid)
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryContinue, Readings: []goal.Reading{{Metric: "profit"}}, Done: []goal.Done{{Step: "s"}}}, q4)
	assert.Equal(t, []string{"readings[0].metric goal.reading.unknown", "done goal.steps.none"}, codes(err))
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryContinue, Readings: []goal.Reading{}}, q4)
	assert.Equal(t, []string{
		"measures[0] goal.carry.figure", "measures[1] goal.carry.figure", "measures[2] goal.carry.figure",
	}, codes(err), "a missing figure is not zero")
	for _, status := range []goal.Status{goal.StatusDraft, goal.StatusProposed, goal.StatusAgreed, goal.StatusCancelled} {
		idle := g
		idle.Status = status
		_, err = idle.CarryOver(goal.Carrying{How: goal.CarryRestart}, q4)
		require.ErrorIs(t, err, fault.ErrTransition, status)
	}
}

func TestStepsJudgementsAndRangesAreCarriedOver(t *testing.T) {
	g := moving(t)
	done := []goal.Done{{Step: "plan", On: day("2024-07-20")}}
	d, err := g.CarryOver(goal.Carrying{How: goal.CarryContinue, Done: done}, q4)
	require.NoError(t, err)
	require.Len(t, d.Terms.Steps, 2)
	assert.Equal(t, "62.5 37.5", fmt.Sprint(d.Terms.Steps[0].Weight, " ", d.Terms.Steps[1].Weight))
	assert.True(t, d.Terms.Steps[0].Due.IsZero())
	assert.False(t, g.Terms.Steps[1].Due.IsZero(), "the former goal keeps its days")

	g.Terms = handbook()
	g.Status = goal.StatusMissed
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryRemainder}, q4)
	require.NoError(t, err, "what is judged goes on as a whole")
	g.Status = goal.StatusAchieved
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryContinue}, q4)
	assert.Equal(t, []string{" goal.carry.nothing"}, codes(err))
	_, err = g.CarryOver(goal.Carrying{How: goal.CarryRestart}, q4)
	require.NoError(t, err, "again is always possible")

	g.Terms = goal.Terms{Form: goal.KPI, Title: "Keep the stock", Measures: []goal.Measure{stock()}}
	for value, left := range map[string]bool{"25": false, "35": true} {
		_, err = g.CarryOver(goal.Carrying{How: goal.CarryContinue, Readings: []goal.Reading{{Metric: "stock", Value: dec(value)}}}, q4)
		assert.Equal(t, left, err == nil, value)
	}
}

func TestAPlanIsCarriedOverWithTheWeightsInProportion(t *testing.T) {
	p := plan(t, "50", "30", "20")
	p.Status = goal.PlanStatusClosed
	goals := goalsOf(t, 3)
	for i := range goals {
		goals[i].Status = goal.StatusMissed
		goals[i].Result = &goal.Result{Status: goal.StatusMissed, Readings: hours("20")}
	}
	o, err := p.CarryOver(goals, q4, []goal.Carrying{{Goal: "g1", How: goal.CarryContinue}, {Goal: "g3", How: goal.CarryRestart}})
	require.NoError(t, err)
	require.Len(t, o.Items, 2)
	assert.Equal(t, "lin 71.43 g1 28.57 g3", fmt.Sprint(
		o.Employee, " ", o.Items[0].Weight, " ", o.Items[0].CarriedFrom, " ", o.Items[1].Weight, " ", o.Items[1].CarriedFrom))
	_, err = p.CarryOver(goals[:2], q4, []goal.Carrying{
		{Goal: "g1", How: goal.CarryContinue}, {Goal: "g1", How: goal.CarryContinue}, {Goal: "g9"}, {Goal: "g3"}, {Goal: "g2", How: "x"},
	})
	assert.Equal(t, []string{
		"carried[1].goal goal.plan.twice", "carried[2].goal goal.plan.foreign", "carried[3].goal goal.plan.missing",
		"carried[4].how fault.value.unknown",
	}, codes(err))
	fine := p
	fine.Items = items("99.997", "0.002", "0.001")
	o, err = fine.CarryOver(goals, q4, []goal.Carrying{{Goal: "g1", How: goal.CarryRestart}, {Goal: "g3", How: goal.CarryRestart}})
	require.NoError(t, err)
	assert.Equal(t, "99.999 0.001", fmt.Sprint(o.Items[0].Weight, " ", o.Items[1].Weight), "the least does not come to nothing")
	_, err = p.CarryOver(goals, q4, nil)
	assert.Equal(t, []string{"carried goal.plan.items"}, codes(err))
	p.Status = goal.PlanStatusCancelled
	_, err = p.CarryOver(goals, q4, nil)
	require.ErrorIs(t, err, fault.ErrTransition)
}

// What a figure leaves of a target and the figure together are the target, and a goal
// carried over is one that the library takes.
func TestTheRemainderIsWhatIsLeft(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := active(t)
		target := decimal.New(rapid.Int64Range(1, 1_000_000).Draw(t, "target"), -2)
		value := decimal.New(rapid.Int64Range(-1000, 1_200_000).Draw(t, "value"), -2)
		g.Terms.Measures = []goal.Measure{{
			Metric: "sales", Direction: goal.Increase, Target: &target, Weight: new(dec("60")),
			Threshold: new(target.Sub(decimal.New(rapid.Int64Range(1, 100).Draw(t, "threshold"), 0))),
		}, {Metric: "other", Direction: goal.Increase, Target: new(dec("1")), Weight: new(dec("40"))}}
		d, err := g.CarryOver(goal.Carrying{How: goal.CarryRemainder, Readings: []goal.Reading{
			{Metric: "sales", Value: value}, {Metric: "other", Value: decimal.Zero},
		}}, q4)
		require.NoError(t, err)
		left := d.Terms.Measures[0]
		if value.GreaterThanOrEqual(target) {
			require.Equal(t, "other", left.Metric)
			require.True(t, left.Weight.Equal(number.Hundred))
		} else {
			require.True(t, left.Target.Add(value).Equal(target), "%s left of %s at %s", left.Target, target, value)
		}
		_, err = goal.New(key("g2"), d, lin)
		require.NoError(t, err)
	})
}
