package goal_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// revisedOnce is the goal of 12 h that asks for 16 h from August on: 31 and 61 of 92 days.
func revisedOnce(t require.TestingT) goal.Goal {
	g := active(t)
	g, err := g.Revise(inForce(t, g), wei)
	require.NoError(t, err)
	return g
}

func TestScoreOfARevisedGoalByEachPolicy(t *testing.T) {
	g := revisedOnce(t)
	made := sighted(t, g, "2024-07-15", "24", "2024-07-30", "20", "2024-08-20", "18", "2024-09-20", "16")
	for policy, want := range map[goal.RevisedPolicy]string{
		"":                 "100",                   // 16 of 16 h
		goal.RevisedLatest: "100",                   //
		goal.RevisedByDays: "86.521739130434782609", // 31 × 12/20 + 61 × 16/16
		goal.RevisedAtEnd:  "91.576086956521739130", // 31 × 12/16 + 61 × 16/16
	} {
		score, why, err := g.Score(made, nil, policy, rating.MissingRefused)
		require.NoError(t, err, policy)
		assert.True(t, dec(want).Equal(score), "%s: %s, not %s", policy, score, want)
		if policy == goal.RevisedByDays {
			assert.Contains(t, why.Tree(text.English), "the terms in force from 1 Jul 2024 to 31 Jul 2024, 31 of 92 days")
			assert.Contains(t, why.Tree(text.English), "12 h ÷ 20 h × 100 = 60 %")
			assert.Contains(t, why.Tree(text.Chinese), "92 天中占 61 天")
		}
		once := active(t)
		score, _, err = once.Score(made, nil, policy, rating.MissingRefused)
		require.NoError(t, err)
		assert.Equal(t, "75", score.String(), "%s: never revised", policy)
	}
	score, _, err := g.Score(made, hours("12.8"), goal.RevisedByDays, rating.MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "99.782608695652173913", score.String(), "the final figure is of the last version's days: 60 and 120, which is the cap")
	_, _, err = g.Score(made, nil, "mean", rating.MissingRefused)
	assert.Equal(t, []string{"revised fault.value.unknown"}, codes(err))
	_, _, err = g.Score(made, []goal.Reading{{Metric: "sales"}}, goal.RevisedByDays, rating.MissingRefused)
	assert.Equal(t, []string{"readings[0].metric goal.reading.unknown"}, codes(err))
}

func TestAVersionWithoutFiguresIsNeverZero(t *testing.T) {
	g := revisedOnce(t)
	made := sighted(t, g, "2024-08-20", "16")
	_, _, err := g.Score(made, nil, goal.RevisedByDays, rating.MissingRefused)
	assert.Equal(t, []string{"versions[0] goal.score.figures"}, codes(err))
	score, why, err := g.Score(made, nil, goal.RevisedByDays, rating.MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "100", score.String())
	assert.Contains(t, why.Tree(text.English), "left out")
}

func TestConcludeIsTheResultOfTheScore(t *testing.T) {
	g := revisedOnce(t)
	made := sighted(t, g, "2024-07-30", "20", "2024-09-20", "16")
	r, err := g.Conclude(made, nil, goal.RevisedByDays, rating.MissingRefused, goal.Outcomes{})
	require.NoError(t, err)
	assert.Equal(t, goal.StatusPartly, r.Status)
	assert.Equal(t, hours("16"), r.Readings)
	closed, err := g.Close(r, "", wei)
	require.NoError(t, err)
	require.NoError(t, closed.Validate())
}

// However often and whenever a goal is revised: the days of the versions follow each other
// without a gap, their shares add up to exactly 1, and what was in force on a day is that.
func TestTheSharesOfTheVersionsAddUpToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := drafted(t)
		g.Status = goal.StatusActive
		on := q3.From
		for range rapid.IntRange(0, 6).Draw(t, "revisions") {
			on = on.AddDays(rapid.IntRange(1, 12).Draw(t, "days"))
			g.Former = append(g.Former, g.Terms)
			g.Terms.From = on
			g.Terms.Measures = []goal.Measure{{
				Metric: "response time", Direction: goal.Decrease, Target: new(decimal.NewFromInt(rapid.Int64Range(8, 20).Draw(t, "target"))),
			}}
		}
		require.NoError(t, g.Validate())
		days, next := 0, q3.From
		for _, v := range g.Versions() {
			require.NoError(t, v.Share.Validate())
			require.Equal(t, q3.Days(), v.Share.Of)
			require.Equal(t, next, v.During.From)
			terms, ok := g.TermsOn(v.During.To)
			require.True(t, ok)
			require.Equal(t, v.Terms.From, terms.From)
			days, next = days+v.Share.Days, v.During.To.AddDays(1)
		}
		require.Equal(t, q3.Days(), days, "the shares add up to 1")
		require.Equal(t, q3.To.AddDays(1), next)

		// The same figure all the time scores between the easiest and the hardest terms.
		figure := decimal.NewFromInt(rapid.Int64Range(8, 24).Draw(t, "hours"))
		var made []goal.CheckIn
		least, most := decimal.NewFromInt(1000), decimal.Zero
		for _, v := range g.Versions() {
			readings := []goal.Reading{{Metric: "response time", Value: figure}}
			made = append(made, goal.CheckIn{On: v.During.From, Readings: readings})
			score, _, err := v.Terms.Score(readings, rating.MissingRefused)
			require.NoError(t, err)
			least, most = decimal.Min(least, score), decimal.Max(most, score)
		}
		byDays, _, err := g.Score(made, nil, goal.RevisedByDays, rating.MissingRefused)
		require.NoError(t, err)
		atEnd, _, err := g.Score(made, nil, goal.RevisedAtEnd, rating.MissingRefused)
		require.NoError(t, err)
		require.True(t, byDays.Equal(atEnd), "%s and %s", byDays, atEnd)
		require.False(t, byDays.LessThan(least) || byDays.GreaterThan(most), "%s is not within %s and %s", byDays, least, most)
	})
}

func TestVersionsRunToTheDueDay(t *testing.T) {
	g := revisedOnce(t)
	g.Terms.Due = day("2024-08-31")
	v := g.Versions()
	assert.Equal(t, "31/62", v[0].Share.String())
	assert.Equal(t, calendar.Month(2024, 8), v[1].During)
}
