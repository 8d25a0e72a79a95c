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
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// extras are a veto of each effect, and a bonus of at most 5.
func extras() goal.Extras {
	return goal.Extras{
		Vetoes: []rating.Veto{
			{Name: text.Label{En: "accident", Zh: "安全事故"}},
			{Name: text.Label{En: "audit"}, Effect: rating.VetoCaps, Points: new(dec("60"))},
			{Name: text.Label{En: "complaint"}, Effect: rating.VetoSubtracts, Points: new(dec("2"))},
		},
		Adjustments: []rating.Adjustment{{Name: text.Label{En: "proposals", Zh: "合理化建议"}, Min: new(decimal.Zero), Max: new(dec("5"))}},
	}
}

// found are findings on each of the extras.
func found(accidents, audits, complaints int, points string) []goal.Finding {
	return []goal.Finding{
		{Item: "安全事故", Breaches: &accidents, Reason: "r"},
		{Item: "audit", Breaches: &audits, Reason: "r"},
		{Item: "complaint", Breaches: &complaints, Reason: "r"},
		{Item: "proposals", Points: new(dec(points)), Reason: "r"},
	}
}

// reached is a plan whose two goals scored 110 and 85, together 100.
func reached(t require.TestingT) (goal.Plan, []goal.Goal) {
	p, goals := plan(t, "60", "40"), goalsOf(t, 2)
	goals[0].Result = &goal.Result{Status: goal.StatusAchieved, Score: new(dec("110"))}
	goals[1].Result = &goal.Result{Status: goal.StatusPartly, Score: new(dec("85"))}
	return p, goals
}

func ExamplePlan_Score() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	p, _ := goal.NewPlan(record.Key{Tenant: "acme", ID: "p1"}, goal.PlanDraft{
		Employee: "lin", Period: calendar.Quarter(2024, 3), Items: []goal.Item{{Goal: "g1", Weight: decimal.NewFromInt(100)}},
		Extras: goal.Extras{
			Vetoes:      []rating.Veto{{Name: text.Label{En: "accident"}, Effect: rating.VetoCaps, Points: new(decimal.NewFromInt(60))}},
			Adjustments: []rating.Adjustment{{Name: text.Label{En: "proposals"}, Max: new(decimal.NewFromInt(5))}},
		},
	}, lin)
	g := exampleActive()
	g.Result = &goal.Result{Status: goal.StatusAchieved, Score: new(decimal.NewFromInt(100))}

	no, one := 0, 1
	proposals := goal.Finding{Item: "proposals", Points: new(decimal.NewFromInt(8)), Reason: "two adopted"}
	score, _, _ := p.Score([]goal.Goal{g}, rating.MissingRefused, goal.Finding{Item: "accident", Breaches: &no}, proposals)
	fmt.Println(score)
	score, _, _ = p.Score([]goal.Goal{g}, rating.MissingRefused, goal.Finding{Item: "accident", Breaches: &one, Reason: "12 August"}, proposals)
	fmt.Println(score)

	// Whether a veto was breached has to be said.
	_, _, err := p.Score([]goal.Goal{g}, rating.MissingRefused, proposals)
	fmt.Println(err)
	// Output:
	// 105
	// 60
	// extras.vetoes[0].breaches: whether “accident” was breached is not known
}

func TestExtrasCountOutsideTheWeights(t *testing.T) {
	p, goals := reached(t)
	p.Extras = extras()
	for name, c := range map[string]struct {
		found []goal.Finding
		want  string
	}{
		"nothing happened":      {found(0, 0, 0, "0"), "100"},
		"a bonus in its bounds": {found(0, 0, 0, "9"), "105"},
		"an accident":           {found(1, 0, 0, "9"), "0"},
		"an audit":              {found(0, 1, 0, "5"), "60"},
		"three complaints":      {found(0, 0, 3, "0"), "94"},
	} {
		score, why, err := p.Score(goals, rating.MissingRefused, c.found...)
		require.NoError(t, err, name)
		assert.Equal(t, c.want, score.String(), name)
		assert.NotEmpty(t, why.In(text.Chinese), name)
	}
	goals[0].Status, goals[1].Status, p.Status = goal.StatusAchieved, goal.StatusPartly, goal.PlanStatusActive
	closed, err := p.Close(goals, rating.MissingRefused, wei, found(0, 0, 3, "0")...)
	require.NoError(t, err)
	assert.Equal(t, "94", closed.Result.Score.String())
	assert.Len(t, closed.Result.Findings, 4)
	require.NoError(t, closed.Validate())
}

func TestFindingsAreCompleteAndNamed(t *testing.T) {
	p, goals := reached(t)
	one := 1
	_, _, err := p.Score(goals, rating.MissingRefused, goal.Finding{Item: "accident", Breaches: &one})
	assert.Equal(t, []string{"findings[0].item goal.finding.unknown", "findings[0].reason goal.finding.reason"}, codes(err))
	p.Extras = extras()
	_, _, err = p.Score(goals, rating.MissingRefused)
	assert.Equal(t, []string{
		"extras.adjustments[0].points rating.parts.missing",
		"extras.vetoes[0].breaches rating.veto.breaches.unknown", "extras.vetoes[1].breaches rating.veto.breaches.unknown", "extras.vetoes[2].breaches rating.veto.breaches.unknown",
	}, codes(err))
	_, _, err = p.Score(goals, rating.MissingRefused,
		goal.Finding{Item: "accident", Points: new(dec("1")), Reason: "r"}, goal.Finding{Item: "安全事故", Breaches: &one, Reason: "r"},
		goal.Finding{Item: "proposals", Breaches: &one, Reason: "r"}, goal.Finding{Item: "audit", Breaches: &one},
		goal.Finding{}, goal.Finding{Item: "complaint", Breaches: &one, Reason: "r", Evidence: []record.Evidence{{}}},
	)
	assert.Equal(t, []string{
		"findings[0] goal.finding.breaches", "findings[1].item goal.extra.twice", "findings[2] goal.finding.points",
		"findings[3].reason goal.finding.reason", "findings[4].item goal.finding.unknown", "findings[5].evidence[0] record.evidence.empty",
	}, codes(err))
}

func TestExtrasAreAgreedWithThePlan(t *testing.T) {
	p := plan(t, "60", "40")
	before := p.Digest()
	set, err := p.SetExtras(extras(), lin)
	require.NoError(t, err)
	assert.NotEqual(t, before, set.Digest(), "whoever signs the plan signs them")
	form, err := set.Confirmation(goalsOf(t, 2))
	require.NoError(t, err)
	assert.Len(t, form.Extras.Vetoes, 3, "the confirmation form shows them")
	cleared, err := set.SetExtras(goal.Extras{}, lin)
	require.NoError(t, err)
	assert.Equal(t, before, cleared.Digest(), "a plan without them is what it was")

	bad := extras()
	bad.Vetoes[0].Breaches, bad.Vetoes[1].Points, bad.Vetoes[2].Name = new(0), nil, text.Label{En: "安全事故"}
	bad.Adjustments[0].Max, bad.MaxBonus = new(dec("-1")), new(dec("-2"))
	bad.Adjustments = append(bad.Adjustments,
		rating.Adjustment{Name: text.Label{En: "told"}, Max: new(dec("5")), Reason: "r"},
		rating.Adjustment{Name: text.Label{En: "given"}, Max: new(dec("5")), Points: new(dec("1"))})
	_, err = p.SetExtras(bad, lin)
	assert.Equal(t, []string{
		"extras.vetoes[0] goal.extra.early", "extras.vetoes[1].points rating.veto.points.required",
		"extras.vetoes[2].name goal.extra.twice", "extras.adjustments[0].min rating.adjustment.bounds",
		"extras.adjustments[1] goal.extra.early", "extras.adjustments[2] goal.extra.early", "extras.maxBonus goal.score.negative",
	}, codes(err))
}

// No breach ever makes a plan better, and what happens to the extras never counts twice.
func TestABreachNeverHelps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, goals := reached(t)
		p.Extras = extras()
		var n [3]int
		for i := range n {
			n[i] = rapid.IntRange(0, 4).Draw(t, "breaches")
		}
		points := decimal.New(rapid.Int64Range(-100, 100).Draw(t, "points"), -1).String()
		before, _, err := p.Score(goals, rating.MissingRefused, found(n[0], n[1], n[2], points)...)
		require.NoError(t, err)
		n[rapid.IntRange(0, 2).Draw(t, "one more")]++
		after, _, err := p.Score(goals, rating.MissingRefused, found(n[0], n[1], n[2], points)...)
		require.NoError(t, err)
		require.False(t, after.GreaterThan(before), "%s → %s", before, after)
	})
}
