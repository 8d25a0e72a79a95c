package goal_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// move is the milestone goal of moving the archive, in three steps.
func move() goal.Draft {
	return goal.Draft{Owner: "lin", Level: goal.Individual, Period: q3, Terms: goal.Terms{
		Form: goal.Milestone, Title: "Move the archive",
		Steps: []goal.Step{
			{Title: "plan", Weight: new(dec("20")), Due: day("2024-07-31")},
			{Title: "build", Weight: new(dec("50")), Due: day("2024-08-31"), Late: new(dec("60"))},
			{Title: "move", Weight: new(dec("30"))},
		},
	}}
}

func moving(t require.TestingT) goal.Goal {
	g := active(t)
	d, err := goal.New(key("g1"), move(), lin)
	require.NoError(t, err)
	g.Terms = d.Terms
	return g
}

func ExampleGoal_StepResult() {
	g := exampleActive()
	g.Terms = goal.Terms{Form: goal.Milestone, Title: "Move the archive", Steps: []goal.Step{
		{Title: "build", Due: calendar.MustDate("2024-08-31"), Late: new(decimal.NewFromInt(60))}, {Title: "move"},
	}}
	result, err := g.StepResult([]goal.Done{
		{Step: "build", On: calendar.MustDate("2024-09-02")}, {Step: "move", On: calendar.MustDate("2024-09-30")},
	}, goal.Outcomes{})
	fmt.Println(result.Status, result.Score, err)
	fmt.Println(result.Why.Tree(text.English))

	_, err = g.StepResult([]goal.Done{{Step: "buid", On: calendar.MustDate("2024-09-02")}}, goal.Outcomes{})
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// partly 80 <nil>
	// weighted mean: (60 × 1 + 100 × 1) ÷ 2 = 80
	//   build: 60, weight 1
	//     done on 2 Sep 2024, after 31 Aug 2024: 60
	//   move: 100, weight 1
	//     done in time on 30 Sep 2024: 100
	// done[0].step: “buid”不是该目标的步骤；现有步骤：build、move
}

func TestAMilestoneGoalComesAsFarAsItsStepsAreDone(t *testing.T) {
	g := moving(t)
	checkIn := func(done ...goal.Done) (goal.CheckIn, error) {
		return goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15"), Done: done}, goal.Pacing{}, lin)
	}
	c, err := checkIn()
	require.NoError(t, err, "nothing done is a state too")
	assert.Equal(t, goal.OffTrack, c.Pace.Health)
	plan := goal.Done{Step: "plan", On: day("2024-07-20")}
	c, err = checkIn(plan, goal.Done{Step: "build", On: day("2024-08-15")})
	require.NoError(t, err)
	assert.Equal(t, "70", c.Pace.Progress.String())
	assert.Len(t, c.Done, 2)
	_, err = checkIn(plan, plan, goal.Done{Step: "sell"}, goal.Done{Step: "move", On: day("2024-08-16")})
	assert.Equal(t, []string{
		"done[1].step goal.step.twice", "done[2].step goal.step.unknown", "done[2].on goal.step.day", "done[3].on goal.checkin.future",
	}, codes(err))
	_, err = goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15"), Progress: new(dec("50"))}, goal.Pacing{}, lin)
	assert.Equal(t, []string{"progress goal.progress.counted"}, codes(err))
	_, err = goal.NewCheckIn(key("c1"), active(t), goal.CheckInDraft{On: day("2024-08-15"), Readings: hours("18"), Done: []goal.Done{plan}}, goal.Pacing{}, lin)
	assert.Equal(t, []string{"done goal.steps.none"}, codes(err))
}

func TestStepsScoreByWhenTheyWereDone(t *testing.T) {
	g := moving(t)
	for name, c := range map[string]struct {
		done  []goal.Done
		score string
		ends  goal.Status
	}{
		"nothing":      {nil, "0", goal.StatusMissed},
		"all in time":  {[]goal.Done{{"plan", day("2024-07-31")}, {"build", day("2024-08-31")}, {"move", day("2024-09-30")}}, "100", goal.StatusAchieved},
		"late counts":  {[]goal.Done{{"plan", day("2024-08-01")}}, "20", goal.StatusMissed},
		"unless less":  {[]goal.Done{{"build", day("2024-09-01")}}, "30", goal.StatusMissed},
		"the last day": {[]goal.Done{{"build", day("2024-08-31")}, {"move", day("2024-10-01")}}, "80", goal.StatusPartly},
	} {
		result, err := g.StepResult(c.done, goal.Outcomes{})
		require.NoError(t, err, name)
		assert.Equal(t, c.score, result.Score.String(), name)
		assert.Equal(t, c.ends, result.Status, name)
		require.Len(t, result.Why.Steps, 3, name)
	}
	_, err := active(t).StepResult(nil, goal.Outcomes{})
	assert.Equal(t, []string{"steps goal.score.measures"}, codes(err))
}

func TestStepsAreRefusedAllAtOnce(t *testing.T) {
	d := move()
	d.Terms.Steps[0].Title, d.Terms.Steps[0].Due = "", day("2024-06-30")
	d.Terms.Steps[1].Title, d.Terms.Steps[1].Late = "move", new(dec("101"))
	d.Terms.Steps[2].Weight = nil
	d.Terms.Measures = response().Terms.Measures
	_, err := goal.New(key("g1"), d, lin)
	assert.ElementsMatch(t, []string{
		"terms.steps[0].title goal.step.required", "terms.steps[0].due goal.date.outside",
		"terms.steps[1].late goal.percent.range", "terms.steps[2].title goal.step.twice",
		"terms.steps goal.parts.partial", "terms.measures goal.measures.beside",
	}, codes(err))
	d = move()
	d.Terms.Form, d.Terms.Steps[0].Weight = goal.Qualitative, new(dec("30"))
	_, err = goal.New(key("g1"), d, lin)
	assert.Equal(t, []string{"terms.steps goal.steps.form", "terms.steps goal.parts.weights"}, codes(err))
}

// However the steps are weighed, in time they score what the check-in shows as progress.
func TestStepsInTimeScoreTheirShare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "steps")
		shares, g := goal.ShareWeights(n), moving(t)
		g.Terms.Steps = nil
		var done []goal.Done
		sum := decimal.Zero
		for i, share := range shares {
			title := fmt.Sprint("step ", i)
			g.Terms.Steps = append(g.Terms.Steps, goal.Step{Title: title, Weight: new(share)})
			if rapid.Bool().Draw(t, "done") {
				done = append(done, goal.Done{Step: title, On: day("2024-08-01")})
				sum = sum.Add(share)
			}
		}
		result, err := g.StepResult(done, goal.Outcomes{})
		require.NoError(t, err)
		require.True(t, result.Score.Equal(sum), "%s ≠ %s", result.Score, sum)
		c, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15"), Done: done}, goal.Pacing{}, lin)
		require.NoError(t, err)
		require.True(t, c.Pace.Progress.Equal(sum.Round(2)))
		require.False(t, c.Pace.Progress.GreaterThan(number.Hundred))
	})
}

func TestStepsDoneAreCorrectedOnRecord(t *testing.T) {
	g := moving(t)
	plan := goal.Done{Step: "plan", On: day("2024-07-20")}
	c, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{On: day("2024-08-15"), Done: []goal.Done{plan}}, goal.Pacing{}, lin)
	require.NoError(t, err)
	_, err = c.Correct(g, goal.CorrectionDraft{Done: c.Done, Reason: "r"}, goal.Pacing{}, lin)
	require.Error(t, err, "nothing is corrected")
	both := []goal.Done{plan, {Step: "build", On: day("2024-08-10")}}
	corrected, err := c.Correct(g, goal.CorrectionDraft{Done: both, Reason: "the build was done too"}, goal.Pacing{}, lin)
	require.NoError(t, err)
	assert.Equal(t, "70", corrected.Pace.Progress.String())
	assert.Equal(t, []goal.Done{plan}, corrected.Corrections[0].Done)
	assert.Equal(t, []goal.Done{plan}, c.Done)
}

func TestAProjectionOfStepsAndRangesGoesByTheProgress(t *testing.T) {
	ranged := active(t)
	ranged.Terms.Measures = []goal.Measure{stock()}
	for name, c := range map[string]struct {
		goal  goal.Goal
		draft goal.CheckInDraft
	}{
		"steps":   {moving(t), goal.CheckInDraft{Done: []goal.Done{{Step: "plan", On: day("2024-07-05")}}}},
		"a range": {ranged, goal.CheckInDraft{Readings: []goal.Reading{{Metric: "stock", Value: dec("25")}}}},
	} {
		var made []goal.CheckIn
		for i, on := range []string{"2024-07-10", "2024-07-20", "2024-08-01"} {
			c.draft.On = day(on)
			in, err := goal.NewCheckIn(key(fmt.Sprint(name, i)), c.goal, c.draft, goal.Pacing{By: goal.HealthByWorse}, lin, made...)
			require.NoError(t, err, name)
			made = append(made, in)
		}
		p, err := c.goal.Project(made, day("2024-08-01"), goal.Pacing{})
		require.NoError(t, err, name)
		assert.NotNil(t, p.Progress, name)
	}
}
