package goal_test

import (
	"encoding/json"
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

var (
	q3  = calendar.Quarter(2024, 3)
	may = time.Date(2024, time.May, 20, 9, 0, 0, 0, time.UTC)
	lin = record.By("lin", may)
	wei = record.By("wei", may.Add(time.Hour))
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func day(s string) calendar.Date { return calendar.MustDate(s) }

func key(id string) record.Key { return record.Key{Tenant: "acme", ID: id} }

// response is the goal that the tests start from: complaints answered in 12 h, not 24.
func response() goal.Draft {
	return goal.Draft{
		Owner: "lin", Level: goal.Individual, Period: q3,
		Terms: goal.Terms{
			Form:  goal.KPI,
			Title: "Answer complaints within 12 hours",
			Measures: []goal.Measure{{
				Metric: "response time", Unit: number.Hour, Direction: goal.Decrease,
				Baseline: new(dec("24")), Target: new(dec("12")),
			}},
		},
	}
}

func drafted(t require.TestingT) goal.Goal {
	g, err := goal.New(key("g1"), response(), lin)
	require.NoError(t, err)
	return g
}

func proposed(t require.TestingT) goal.Goal {
	g, err := drafted(t).Propose(lin)
	require.NoError(t, err)
	return g
}

func signed(t require.TestingT, g goal.Goal) goal.Goal {
	g, err := g.Sign(record.Sign(lin, goal.ByEmployee, g.Digest()))
	require.NoError(t, err)
	g, err = g.Sign(record.Sign(wei, goal.ByManager, g.Digest()))
	require.NoError(t, err)
	return g
}

func active(t require.TestingT) goal.Goal {
	g, err := signed(t, proposed(t)).Activate(q3.From, wei)
	require.NoError(t, err)
	return g
}

// codes are the violations in err as "path code".
func codes(err error) []string {
	var all []string
	for _, v := range fault.Of(err) {
		all = append(all, v.Path+" "+v.Code)
	}
	return all
}

func TestNewTakesAGoalAndFillsInTheFirstDay(t *testing.T) {
	g := drafted(t)
	assert.Equal(t, goal.StatusDraft, g.Status)
	assert.Equal(t, q3.From, g.Terms.From)
	assert.Equal(t, q3.To, g.Due())
	assert.Equal(t, "goal.draft", g.Created.Action)
	require.NoError(t, g.Validate())
}

func TestNewReportsEveryViolationAtOnce(t *testing.T) {
	d := goal.Draft{
		Level: "team", Period: q3,
		Terms: goal.Terms{
			Form: goal.KPI, Title: " ", Perspective: "social",
			Due: day("2024-10-01"),
			Measures: []goal.Measure{
				{Direction: "up", Weight: new(dec("30"))},
				{Metric: "sales", Direction: goal.Increase, Baseline: new(dec("80")), Target: new(dec("60")), Weight: new(dec("30"))},
				{Metric: "sales", Direction: goal.Increase, Target: new(decimal.New(1, 99)), Weight: new(dec("30"))},
			},
			Supports: []goal.Link{
				{Goal: "g1"}, {Goal: ""}, {Goal: "g2", Share: new(dec("101"))}, {Goal: "g2"},
			},
		},
	}
	_, err := goal.New(key("g1"), d, record.Stamp{})
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.ElementsMatch(t, []string{
		"meta.created.by record.by.required", "meta.created.at record.at.required",
		"meta.updated.by record.by.required", "meta.updated.at record.at.required",
		"owner goal.owner.required",
		"level fault.value.unknown",
		"terms.title goal.title.required",
		"terms.perspective fault.value.unknown",
		"terms.due goal.date.outside",
		"terms.measures[0].metric goal.metric.required",
		"terms.measures[0].direction fault.value.unknown",
		"terms.measures[0].target goal.target.required",
		"terms.measures[1].target goal.target.side",
		"terms.measures[2].target number.bounds",
		"terms.measures[2].metric goal.metric.twice",
		"terms.measures goal.measures.weights",
		"terms.supports[0].goal goal.link.self",
		"terms.supports[1].goal goal.link.required",
		"terms.supports[2].share goal.percent.range",
		"terms.supports[3].goal goal.link.twice",
	}, codes(err))
}

func TestMeasureRefusesFiguresThatContradictItsDirection(t *testing.T) {
	for name, c := range map[string]struct {
		direction                            goal.Direction
		baseline, threshold, target, stretch string
		want                                 []string
	}{
		"rising in order":             {goal.Increase, "60", "70", "80", "90", nil},
		"falling in order":            {goal.Decrease, "24", "18", "12", "8", nil},
		"threshold under the start":   {goal.Increase, "60", "50", "80", "", nil},
		"rising to below the start":   {goal.Increase, "80", "", "60", "", []string{"target goal.target.side"}},
		"falling to above the start":  {goal.Decrease, "12", "", "24", "", []string{"target goal.target.side"}},
		"target where it stands":      {goal.Increase, "60", "", "60.0", "", []string{"target goal.target.still"}},
		"threshold at the target":     {goal.Increase, "", "80", "80", "", []string{"threshold goal.threshold.side"}},
		"falling past the threshold":  {goal.Decrease, "", "10", "12", "", []string{"threshold goal.threshold.side"}},
		"stretch short of the target": {goal.Increase, "", "", "80", "79.9", []string{"stretch goal.stretch.side"}},
		"falling stretch above":       {goal.Decrease, "24", "", "12", "13", []string{"stretch goal.stretch.side"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := goal.Measure{Metric: "m", Direction: c.direction}
			for _, f := range []struct {
				said string
				to   **decimal.Decimal
			}{{c.baseline, &m.Baseline}, {c.threshold, &m.Threshold}, {c.target, &m.Target}, {c.stretch, &m.Stretch}} {
				if f.said != "" {
					*f.to = new(dec(f.said))
				}
			}
			assert.Equal(t, c.want, codes(m.Validate()))
		})
	}
}

func TestMeasureMayKeepAFigureWhereItStandsWhenItsCurveSaysSo(t *testing.T) {
	m := goal.Measure{
		Metric: "uptime", Direction: goal.Increase, Baseline: new(dec("99.9")), Target: new(dec("99.9")),
		Curve: rating.Curve{Shape: rating.Progress, Still: rating.StillKept},
	}
	require.NoError(t, m.Validate())
}

func TestMeasureWeightsAddUpTo100OrAreAllMissing(t *testing.T) {
	weigh := func(weights ...string) error {
		d := response()
		d.Terms.Measures = nil
		for i, w := range weights {
			m := goal.Measure{Metric: string(rune('a' + i)), Direction: goal.Increase, Target: new(dec("1"))}
			if w != "" {
				m.Weight = new(dec(w))
			}
			d.Terms.Measures = append(d.Terms.Measures, m)
		}
		_, err := goal.New(key("g1"), d, lin)
		return err
	}
	require.NoError(t, weigh("", ""))
	require.NoError(t, weigh("33.33", "33.33", "33.34"))
	assert.Equal(t, []string{"terms.measures goal.measures.partial"}, codes(weigh("100", "")))
	assert.Equal(t, []string{"terms.measures[1].weight goal.weight.zero"}, codes(weigh("100", "0")))
	err := weigh("33.33", "33.33", "33.33")
	assert.Equal(t, []string{"terms.measures goal.measures.weights"}, codes(err))
	assert.Contains(t, fault.In(err, text.Chinese), "99.99%")
}

func TestCountedFormsNeedATargetAndTheOthersDoNot(t *testing.T) {
	for form, needs := range map[goal.Form]bool{
		goal.KPI: true, goal.OKR: true, goal.Qualitative: false, goal.Milestone: false, goal.Development: false,
	} {
		d := response()
		d.Terms.Form, d.Terms.Measures = form, nil
		_, err := goal.New(key("g1"), d, lin)
		assert.Equal(t, needs, fault.Of(err).Has("goal.measures.required"), form)
		d.Terms.Measures = []goal.Measure{{Metric: "m", Direction: goal.Increase}}
		_, err = goal.New(key("g1"), d, lin)
		assert.Equal(t, needs, fault.Of(err).Has("goal.target.required"), form)
	}
}

func TestTermsLieWithinThePeriod(t *testing.T) {
	d := response()
	d.Terms.From = day("2024-08-15")
	d.Terms.Due = day("2024-08-14")
	_, err := goal.New(key("g1"), d, lin)
	assert.Equal(t, []string{"terms.due goal.due.early"}, codes(err))
	d.Terms.From, d.Terms.Due = day("2024-06-30"), q3.To
	_, err = goal.New(key("g1"), d, lin)
	assert.Equal(t, []string{"terms.from goal.date.outside"}, codes(err))
}

func TestAChangedDraftDoesNotReachIntoTheGoal(t *testing.T) {
	d := response()
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	d.Terms.Measures[0].Metric = "changed"
	assert.Equal(t, "response time", g.Terms.Measures[0].Metric)
}

func TestDigestIsOverTheContentAndNotOverStateOrMeta(t *testing.T) {
	g := drafted(t)
	same := g
	same.Status, same.Version, same.ID = goal.StatusActive, 7, "other"
	same.Terms.Measures = []goal.Measure{g.Terms.Measures[0]}
	same.Terms.Measures[0].Target = new(dec("12.00"))
	assert.Equal(t, g.Digest(), same.Digest(), "12 and 12.00 are one figure")
	assert.Len(t, g.Digest(), 64)
}

func TestAnyChangeOfContentVoidsTheSignature(t *testing.T) {
	changes := map[string]func(*goal.Goal){
		"owner":     func(g *goal.Goal) { g.Owner = "mei" },
		"level":     func(g *goal.Goal) { g.Level = goal.Unit },
		"period":    func(g *goal.Goal) { g.Period = calendar.Quarter(2024, 4) },
		"from":      func(g *goal.Goal) { g.Terms.From = day("2024-07-02") },
		"form":      func(g *goal.Goal) { g.Terms.Form = goal.OKR },
		"title":     func(g *goal.Goal) { g.Terms.Title += "!" },
		"why":       func(g *goal.Goal) { g.Terms.Why = "customers leave" },
		"due":       func(g *goal.Goal) { g.Terms.Due = day("2024-09-29") },
		"target":    func(g *goal.Goal) { g.Terms.Measures[0].Target = new(dec("12.5")) },
		"baseline":  func(g *goal.Goal) { g.Terms.Measures[0].Baseline = nil },
		"curve":     func(g *goal.Goal) { g.Terms.Measures[0].Curve.Cap = new(dec("120")) },
		"supports":  func(g *goal.Goal) { g.Terms.Supports = []goal.Link{{Goal: "g9"}} },
		"depends":   func(g *goal.Goal) { g.Terms.DependsOn = []goal.Dependency{{Goal: "g9", Needs: "data"}} },
		"rollup":    func(g *goal.Goal) { g.Terms.Rollup = goal.RollupSum },
		"a measure": func(g *goal.Goal) { g.Terms.Measures = nil },
	}
	for name, change := range changes {
		t.Run(name, func(t *testing.T) {
			g := proposed(t)
			s := record.Sign(lin, goal.ByEmployee, g.Digest())
			change(&g)
			assert.False(t, s.Covers(g.Digest()))
			_, err := g.Sign(s)
			require.Error(t, err)
			if name != "owner" && name != "level" { // which also change who may sign
				require.ErrorIs(t, err, record.ErrStale)
				require.ErrorIs(t, err, fault.ErrConflict)
			}
		})
	}
}

// Signatures hold for what they were given under, whatever figure it is changed to.
func TestSignaturesHoldExactlyAsLongAsTheFiguresDo(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		g := signed(t, proposed(t))
		figure := decimal.New(rapid.Int64Range(1, 24_000).Draw(t, "figure"), -int32(rapid.IntRange(0, 4).Draw(t, "places")))
		same := figure.Equal(*g.Terms.Measures[0].Target)
		g.Terms.Measures = append([]goal.Measure{}, g.Terms.Measures...)
		g.Terms.Measures[0].Target = &figure
		assert.Equal(t, same, g.Signatures.Complete(g.Digest(), g.Signers()...), "target %s", figure)
	})
}

func TestSignAgreesWithBothSignaturesOnly(t *testing.T) {
	g := proposed(t)
	one, err := g.Sign(record.Sign(lin, goal.ByEmployee, g.Digest()))
	require.NoError(t, err)
	assert.Equal(t, goal.StatusProposed, one.Status)
	assert.Equal(t, "goal.sign.employee", one.Updated.Action)
	assert.Empty(t, g.Signatures, "the receiver does not change")
	again, err := one.Sign(record.Sign(lin, goal.ByEmployee, g.Digest()))
	require.NoError(t, err)
	assert.Equal(t, goal.StatusProposed, again.Status, "one person signing twice is not both")
	both, err := one.Sign(record.Sign(wei, goal.ByManager, g.Digest()))
	require.NoError(t, err)
	assert.Equal(t, goal.StatusAgreed, both.Status)
	assert.True(t, both.Signatures.Cover(both.Digest(), goal.ByEmployee, goal.ByManager))
}

func TestSignRefusesWhoeverMayNotSignInTheRole(t *testing.T) {
	g := proposed(t)
	sign := func(g goal.Goal, by record.Stamp, role string) []string {
		_, err := g.Sign(record.Sign(by, role, g.Digest()))
		return codes(err)
	}
	assert.Equal(t, []string{"signature.by record.signature.other"}, sign(g, wei, goal.ByEmployee))
	assert.Equal(t, []string{"signature.role record.signature.role"}, sign(g, wei, "witness"))
	assert.Equal(t, []string{"signature.role record.signature.role"}, sign(g, wei, goal.ByUnit))
	one, err := g.Sign(record.Sign(lin, goal.ByEmployee, g.Digest()))
	require.NoError(t, err)
	assert.Equal(t, []string{"signature.by record.signature.twice"}, sign(one, lin, goal.ByManager))
}

func TestAGoalOfAUnitTakesOneSignatureInItsName(t *testing.T) {
	d := response()
	d.Owner, d.Level = "support", goal.Unit
	g, err := goal.New(key("g1"), d, wei)
	require.NoError(t, err)
	g, err = g.Propose(wei)
	require.NoError(t, err)
	g, err = g.Sign(record.Sign(wei, goal.ByUnit, g.Digest()))
	require.NoError(t, err)
	assert.Equal(t, goal.StatusAgreed, g.Status)
}

func TestReturnNeedsAReasonAndVoidsTheSignatures(t *testing.T) {
	g := proposed(t)
	g, err := g.Sign(record.Sign(lin, goal.ByEmployee, g.Digest()))
	require.NoError(t, err)
	kept, err := g.Return(" ", wei)
	assert.Equal(t, []string{"reason record.reason.required"}, codes(err))
	assert.Equal(t, g, kept)
	back, err := g.Return("the target is too easy", wei)
	require.NoError(t, err)
	assert.Empty(t, back.Signatures)
	assert.Equal(t, "the target is too easy", back.Updated.Reason)
	terms := back.Terms
	terms.Title = "Answer complaints within 10 hours"
	edited, err := back.Edit(terms, lin)
	require.NoError(t, err)
	assert.NotEqual(t, g.Digest(), edited.Digest())
	_, err = back.Edit(goal.Terms{}, lin)
	assert.Contains(t, codes(err), "terms.title goal.title.required")
}

func TestActivateWaitsForTheFirstDay(t *testing.T) {
	g := signed(t, proposed(t))
	_, err := g.Activate(q3.From.AddDays(-1), wei)
	require.ErrorIs(t, err, fault.ErrTransition)
	assert.Contains(t, fault.In(err, text.English), "1 Jul 2024")
	g.Terms.From = day("2024-08-01") // for somebody who comes later
	_, err = g.Activate(q3.From, wei)
	require.NoError(t, err)
}

func TestCloseTakesAResultThatItKnowsAndAReasonForAJudgedOne(t *testing.T) {
	g := active(t)
	_, err := g.Close(goal.Result{Status: goal.StatusActive, Score: new(dec("90"))}, "", wei)
	assert.Equal(t, []string{"result.status goal.result.unknown"}, codes(err))
	_, err = g.Close(goal.Result{Status: goal.StatusPartly}, "", wei)
	assert.Equal(t, []string{"reason record.reason.required"}, codes(err))
	closed, err := g.Close(goal.Result{Status: goal.StatusPartly, Score: new(dec("90"))}, "", wei)
	require.NoError(t, err)
	assert.Equal(t, goal.StatusPartly, closed.Status)
	assert.Equal(t, "goal.fall-short", closed.Updated.Action)
	require.NoError(t, closed.Validate())
}

func TestJSONRoundTripKeepsContentAndDigest(t *testing.T) {
	g := active(t)
	raw, err := json.Marshal(g)
	require.NoError(t, err)
	var back goal.Goal
	_, err = record.Decode("goal.json", raw, &back)
	require.NoError(t, err)
	require.NoError(t, back.Validate())
	assert.Equal(t, g.Digest(), back.Digest())
	again, err := json.Marshal(back)
	require.NoError(t, err)
	assert.JSONEq(t, string(raw), string(again))
}

func TestValidateLooksAtStoredStructure(t *testing.T) {
	g := active(t)
	g.Status = "lost"
	g.Signatures = record.Signatures{{}}
	g.Former = []goal.Terms{g.Terms}
	g.Result = &goal.Result{Status: "lost"}
	assert.Subset(t, codes(g.Validate()), []string{
		"status fault.value.unknown", "signatures[0].by record.by.required",
		"terms.from goal.from.order", "result.status goal.result.unknown",
	})
}

func FuzzGoalNeverPanics(f *testing.F) {
	raw, err := json.Marshal(response())
	require.NoError(f, err)
	f.Add(raw)
	f.Add([]byte(`{"terms":{"measures":[{"target":"1e30","baseline":1e30,"curve":{"shape":"x"}}]}}`))
	f.Add([]byte(`{"period":{"from":"2024-07-01"},"terms":{"due":"0001-01-01"}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var d goal.Draft
		if _, err := record.Decode("draft.json", data, &d); err != nil {
			return
		}
		g, err := goal.New(key("g1"), d, lin)
		if err != nil {
			require.ErrorIs(t, err, fault.ErrInvalid)
			assert.NotEmpty(t, fault.In(err, text.Chinese))
			return
		}
		require.NoError(t, g.Validate())
		assert.NotEmpty(t, g.Digest())
		_ = g.Expected(g.Due())
	})
}

func TestAResultAndTheStatusOfAGoalAgree(t *testing.T) {
	g := active(t)
	g.Result = &goal.Result{Status: goal.StatusAchieved, Score: new(dec("100"))}
	assert.Contains(t, codes(g.Validate()), "result.status goal.result.state", "an active goal has no result")
	g.Status = goal.StatusMissed
	assert.Contains(t, codes(g.Validate()), "result.status goal.result.state")
	g.Result = nil
	assert.Contains(t, codes(g.Validate()), "result goal.result.missing")
	g.Status = goal.StatusCancelled
	require.NoError(t, g.Validate())
	p := goal.Plan{Status: goal.PlanStatusActive, Result: &goal.PlanResult{}}
	assert.Contains(t, codes(p.Validate()), "result goal.plan.result")
}

func TestATargetOfZeroIsScoredByTheWayFromItsBaseline(t *testing.T) {
	d := response()
	d.Terms.Measures = []goal.Measure{{
		Metric: "complaints", Direction: goal.Decrease, Baseline: new(dec("5")), Target: new(dec("0")),
	}}
	g, err := goal.New(key("zero"), d, wei)
	require.NoError(t, err)
	for figure, want := range map[string]string{"0": "100", "1": "80", "5": "0", "7": "0"} {
		score, _, err := g.Terms.Score([]goal.Reading{{Metric: "complaints", Value: dec(figure)}}, rating.MissingRefused)
		require.NoError(t, err)
		assert.True(t, score.Equal(dec(want)), "%s complaints score %s, not %s", figure, score, want)
	}
	d.Terms.Measures[0].Baseline = nil
	_, err = goal.New(key("zero"), d, wei)
	require.ErrorIs(t, err, fault.ErrInvalid, "without a baseline there is no way to measure")
}

// What no check has passed is refused or empty, and never a panic.
func TestNothingPanicsOnWhatIsNotThere(t *testing.T) {
	var g goal.Goal
	g.Terms.Measures = []goal.Measure{{}}
	g.Former = []goal.Terms{{From: q3.To}, {From: q3.From}}
	for _, shape := range []goal.PathShape{"", goal.PathStepped, goal.PathGiven, "odd"} {
		g.Terms.Path = goal.Path{Shape: shape, Every: "odd", Points: []goal.Waypoint{{}, {On: q3.To}}}
		for _, period := range []calendar.Period{{}, q3, {From: q3.To, To: q3.From}, {To: q3.To}} {
			g.Period = period
			_ = g.Expected(q3.From)
			_ = g.Versions()
			for _, on := range []calendar.Date{{}, q3.From, q3.To} {
				_, _ = g.Project([]goal.CheckIn{{}, {On: on, Readings: []goal.Reading{{}}}}, on, goal.Pacing{})
				_, _, err := g.Score([]goal.CheckIn{{On: on}}, []goal.Reading{{}}, goal.RevisedByDays, rating.MissingReweighted)
				require.Error(t, err)
			}
		}
	}
	_, err := goal.Plan{}.Confirmation(nil)
	require.NoError(t, err, "an empty form")
	_, err = goal.CheckIn{}.Correct(goal.Goal{Status: goal.StatusActive}, goal.CorrectionDraft{}, goal.Pacing{}, record.Stamp{})
	require.ErrorIs(t, err, fault.ErrInvalid)
}
