package goal_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"testing"

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

// items are goals g1, g2 … with the weights.
func items(weights ...string) []goal.Item {
	var all []goal.Item
	for i, w := range weights {
		all = append(all, goal.Item{Goal: fmt.Sprintf("g%d", i+1), Weight: dec(w)})
	}
	return all
}

func plan(t require.TestingT, weights ...string) goal.Plan {
	p, err := goal.NewPlan(key("p1"), goal.PlanDraft{Employee: "lin", Period: q3, Items: items(weights...)}, lin)
	require.NoError(t, err)
	return p
}

// goalsOf are n goals as response makes them, proposed.
func goalsOf(t require.TestingT, n int) []goal.Goal {
	var all []goal.Goal
	for i := range n {
		g, err := goal.New(key(fmt.Sprintf("g%d", i+1)), response(), lin)
		require.NoError(t, err)
		g, err = g.Propose(lin)
		require.NoError(t, err)
		all = append(all, g)
	}
	return all
}

func TestPlanRefusesWeightsThatDoNotSumTo100(t *testing.T) {
	_, err := goal.NewPlan(key("p1"), goal.PlanDraft{Employee: "lin", Period: q3, Items: items("33.33", "33.33", "33.33")}, lin)
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.Equal(t, []string{"items goal.plan.weights"}, codes(err))
	assert.Contains(t, fault.In(err, text.English), "99.99 %")
	assert.Contains(t, fault.In(err, text.Chinese), "99.99%")
}

func TestNewPlanReportsEveryViolationAtOnce(t *testing.T) {
	_, err := goal.NewPlan(key("p1"), goal.PlanDraft{
		Confidence: new(dec("-1")),
		Items: []goal.Item{
			{Goal: "g1", Weight: dec("50")},
			{Goal: "g1", Weight: dec("0")},
			{Weight: dec("120")},
		},
	}, lin)
	assert.ElementsMatch(t, []string{
		"employee goal.employee.required",
		"period.from calendar.date.required", "period.to calendar.date.required",
		"items[1].goal goal.plan.twice", "items[1].weight goal.weight.zero",
		"items[2].goal goal.plan.goal", "items[2].weight goal.percent.range",
		"items goal.plan.weights",
		"confidence goal.percent.range",
	}, codes(err))
	_, err = goal.NewPlan(key("p1"), goal.PlanDraft{Employee: "lin", Period: q3}, lin)
	assert.Equal(t, []string{"items goal.plan.items"}, codes(err))
}

func TestShareWeightsAlwaysMakeAPlan(t *testing.T) {
	assert.Nil(t, goal.ShareWeights(0))
	assert.Nil(t, goal.ShareWeights(-3))
	rapid.Check(t, func(t *rapid.T) {
		shares := goal.ShareWeights(rapid.IntRange(1, 100).Draw(t, "goals"))
		var all []goal.Item
		for i, share := range shares {
			all = append(all, goal.Item{Goal: fmt.Sprint(i), Weight: share})
			assert.LessOrEqual(t, share.Sub(shares[0]).Abs().Cmp(dec("0.01")), 0, "equal to a hundredth")
		}
		_, err := goal.NewPlan(key("p1"), goal.PlanDraft{Employee: "lin", Period: q3, Items: all}, lin)
		require.NoError(t, err)
	})
}

func TestShareRestMakesUpWhatIsMissingOf100(t *testing.T) {
	shares, err := goal.ShareRest([]*decimal.Decimal{new(dec("40")), nil, nil, nil})
	require.NoError(t, err)
	assert.Equal(t, "[40 20 20 20]", fmt.Sprint(shares))
	shares, err = goal.ShareRest([]*decimal.Decimal{new(dec("99.98")), nil, nil})
	require.NoError(t, err, "a hundredth for each is enough")
	assert.Equal(t, "[99.98 0.01 0.01]", fmt.Sprint(shares))
	for name, c := range map[string]struct {
		weights []*decimal.Decimal
		want    string
	}{
		"nothing left":       {[]*decimal.Decimal{new(dec("100")), nil}, "weights goal.plan.rest"},
		"too little for two": {[]*decimal.Decimal{new(dec("99.99")), nil, nil}, "weights goal.plan.rest"},
		"too much":           {[]*decimal.Decimal{new(dec("60")), new(dec("60")), nil}, "weights goal.plan.rest"},
		"nobody to take it":  {[]*decimal.Decimal{new(dec("60"))}, "weights goal.plan.weights"},
		"no weight":          {[]*decimal.Decimal{new(dec("-1")), nil}, "weights[0] goal.percent.range"},
		"huge":               {[]*decimal.Decimal{new(decimal.New(1, 1_000_000)), nil}, "weights[0] number.bounds"},
		"nothing":            {nil, "weights goal.plan.weights"},
	} {
		_, err := goal.ShareRest(c.weights)
		assert.Equal(t, []string{c.want}, codes(err), name)
	}
	rapid.Check(t, func(t *rapid.T) {
		var weights []*decimal.Decimal
		sum, without := decimal.Zero, rapid.IntRange(1, 20).Draw(t, "without")
		for range rapid.IntRange(0, 8).Draw(t, "given") {
			w := decimal.New(rapid.Int64Range(1, 12_000).Draw(t, "weight"), -3)
			weights, sum = append(weights, &w), sum.Add(w)
		}
		weights = append(weights, make([]*decimal.Decimal, without)...)
		shares, err := goal.ShareRest(weights)
		require.NoError(t, err)
		added := decimal.Zero
		for i, share := range shares {
			added = added.Add(share)
			if weights[i] != nil {
				require.True(t, share.Equal(*weights[i]), "what has a weight keeps it")
			} else {
				require.LessOrEqual(t, share.Sub(shares[len(shares)-1]).Abs().Cmp(dec("0.01")), 0)
			}
		}
		require.True(t, added.Equal(number.Hundred), added.String())
	})
}

// Whatever the weights, a plan is taken exactly when they are positive and sum to 100.
func TestPlanTakesExactlyTheWeightsThatSumTo100(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		hundredths := rapid.SliceOfN(rapid.Int64Range(1, 5000), 1, 6).Draw(t, "weights")
		if rapid.Bool().Draw(t, "complete") {
			rest := int64(10_000)
			for _, h := range hundredths {
				rest -= h
			}
			if rest > 0 {
				hundredths = append(hundredths, rest)
			}
		}
		var all []goal.Item
		sum := decimal.Zero
		for i, h := range hundredths {
			all = append(all, goal.Item{Goal: fmt.Sprint(i), Weight: decimal.New(h, -2)})
			sum = sum.Add(decimal.New(h, -2))
		}
		_, err := goal.NewPlan(key("p1"), goal.PlanDraft{Employee: "lin", Period: q3, Items: all}, lin)
		assert.Equal(t, sum.Equal(number.Hundred), err == nil, "sum %s: %v", sum, err)
	})
}

func TestFocusIsAdviceUnlessThePolicyRefuses(t *testing.T) {
	p := plan(t, "97", "3")
	assert.Equal(t, []string{"items goal.plan.count", "items[1].weight goal.plan.minweight"}, codes(p.Advice(goal.PlanPolicy{}).Err()))
	_, err := p.Propose(goalsOf(t, 2), goal.PlanPolicy{}, lin)
	require.NoError(t, err, "advice does not refuse")
	_, err = p.Propose(goalsOf(t, 2), goal.PlanPolicy{Outside: goal.FocusRefused}, lin)
	assert.Equal(t, []string{"items goal.plan.count", "items[1].weight goal.plan.minweight"}, codes(err))
	wide := goal.PlanPolicy{Focus: goal.Focus{Min: 1, Max: 2}, Outside: goal.FocusRefused}
	_, err = p.Propose(goalsOf(t, 2), wide, lin)
	require.NoError(t, err, "a focus of one's own replaces the default")
	assert.Empty(t, plan(t, "40", "30", "30").Advice(goal.PlanPolicy{}))
	many := plan(t, slices.Repeat([]string{"10"}, 10)...)
	assert.Empty(t, many.Advice(goal.PlanPolicy{Focus: goal.Focus{Min: 3}}), "without a greatest number any is allowed")
}

func TestProposeTakesOnlyTheEmployeesOwnProposedGoalsOfThePeriod(t *testing.T) {
	p := plan(t, "20", "20", "20", "20", "20")
	goals := goalsOf(t, 5)
	goals[1].Owner = "mei"
	goals[2].Period = calendar.Quarter(2024, 4)
	goals[3].Status = goal.StatusCancelled
	_, err := p.Propose(goals[:4], goal.PlanPolicy{}, lin)
	assert.Equal(t, []string{
		"items[1].goal goal.plan.owner", "items[2].goal goal.plan.period",
		"items[3].goal goal.plan.proposed", "items[4].goal goal.plan.missing",
	}, codes(err))
}

func TestAPlansSignatureCoversItsGoals(t *testing.T) {
	p, goals := plan(t, "60", "40"), goalsOf(t, 2)
	first, err := p.Propose(goals, goal.PlanPolicy{}, lin)
	require.NoError(t, err)
	assert.Empty(t, p.Items[0].Digest, "the receiver does not change")
	read := first.Digest()
	// The plan comes back with the same weights and another goal under the same id.
	back, err := first.Return("the target is too easy", wei)
	require.NoError(t, err)
	goals[0].Terms.Title = "Answer complaints within 10 hours"
	second, err := back.Propose(goals, goal.PlanPolicy{}, lin)
	require.NoError(t, err)
	_, err = second.Sign(record.Sign(lin, goal.ByEmployee, read))
	require.ErrorIs(t, err, record.ErrStale)
	one, err := second.Sign(record.Sign(lin, goal.ByEmployee, second.Digest()))
	require.NoError(t, err)
	assert.Equal(t, goal.PlanStatusProposed, one.Status)
	both, err := one.Sign(record.Sign(wei, goal.ByManager, second.Digest()))
	require.NoError(t, err)
	assert.Equal(t, goal.PlanStatusAgreed, both.Status)
	_, err = both.Activate(q3.From.AddDays(-1), wei)
	require.ErrorIs(t, err, fault.ErrTransition)
}

func TestPlanScoreIsWeightedAndSaysWhenAPartIsMissing(t *testing.T) {
	p, goals := plan(t, "60", "40"), goalsOf(t, 2)
	goals[0].Result = &goal.Result{Status: goal.StatusAchieved, Score: new(dec("110"))}
	goals[1].Result = &goal.Result{Status: goal.StatusPartly, Score: new(dec("85"))}
	score, why, err := p.Score(goals, rating.MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "100", score.String())
	assert.NotEmpty(t, why.In(text.Chinese))

	goals[1].Result = nil
	_, _, err = p.Score(goals, rating.MissingRefused)
	assert.Equal(t, []string{"items[1] goal.score.goal"}, codes(err), "a missing part is never zero")
	score, _, err = p.Score(goals, rating.MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "110", score.String())
	_, _, err = p.Score(goals[:1], rating.MissingReweighted)
	assert.Equal(t, []string{"items[1] goal.plan.missing"}, codes(err))
}

func TestClosePlanWaitsForItsGoals(t *testing.T) {
	p, goals := plan(t, "60", "40"), goalsOf(t, 2)
	p.Status = goal.PlanStatusActive
	goals[0].Status, goals[1].Status = goal.StatusActive, goal.StatusCancelled
	_, err := p.Close(goals, rating.MissingRefused, wei)
	assert.Equal(t, []string{"items[0].goal goal.plan.open"}, codes(err))
	goals[0].Status = goal.StatusCancelled
	closed, err := p.Close(goals, rating.MissingRefused, wei)
	require.NoError(t, err)
	assert.Nil(t, closed.Result, "nothing was scored")
}

// Signatures are under digests: what was signed before a field was added still holds.
func TestTheDigestsOfPlainGoalsAndPlansStay(t *testing.T) {
	assert.Equal(t, "17f5eb578ff3a058b288d7329ff623ab5facc065732193a2b3076cde90edd079", string(active(t).Digest()))
	assert.Equal(t, "eae1832d98e539e39d2a65f215b5f432392fceb64560ba944b3409c01b217bb3", string(plan(t, "60", "40").Digest()))

	var first goal.Goal // with all that the first goals had
	require.NoError(t, json.Unmarshal([]byte(`{"owner":"lin","level":"individual",
		"period":{"from":"2024-07-01","to":"2024-09-30"},
		"terms":{"from":"2024-07-02","form":"kpi","perspective":"customer","title":"t","description":"d","why":"w","method":"m","due":"2024-09-15",
		"measures":[{"metric":"response time","unit":"h","direction":"decrease","baseline":"24","threshold":"18","target":"12","stretch":"8","stretchScore":"120","weight":"60","source":"s",
		"curve":{"shape":"linear","cap":"150","floor":"10","worse":"zero","still":"kept"}},
		{"metric":"x","direction":"increase","target":"1","weight":"40"}],
		"supports":[{"goal":"c","share":"40"}]},"status":"active"}`), &first))
	require.NoError(t, first.Validate())
	assert.Equal(t, "a514598ec1edc15cfbb529710adda025168991d78ccfda712d031d17ac0d33b7", string(first.Digest()))
}
