package goal_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// documents are records of every kind, as JSON.
func documents(t require.TestingT) map[string][]any {
	kept, _ := confirmed(t)
	g := active(t)
	c, err := goal.NewCheckIn(key("c1"), g, goal.CheckInDraft{
		On: day("2024-08-15"), Readings: hours("18"), Help: "a colleague", Confidence: new(dec("70")),
		Events: []goal.KeyEvent{{What: "a storm"}}, Evidence: []record.Evidence{{Link: "l"}},
	}, goal.Pacing{}, lin)
	require.NoError(t, err)
	c, err = c.AnswerHelp(goal.HelpPromised, "next week", wei)
	require.NoError(t, err)
	c, err = c.Correct(g, goal.CorrectionDraft{Readings: hours("17"), Reason: "misread"}, goal.Pacing{}, lin)
	require.NoError(t, err)
	closed, scored := reached(t)
	closed.Status, closed.Result = goal.PlanStatusClosed, &goal.PlanResult{Score: dec("100"), Findings: found(0, 0, 1, "3")}
	keeping := g
	keeping.Terms.Measures = []goal.Measure{stock()}
	judged := g
	judged.Terms = handbook()
	return map[string][]any{
		"goal":     {g, keeping, judged, moving(t), scored[0], along(t, goal.Path{Shape: goal.PathStepped, Every: calendar.Monthly}), revisedOnce(t)},
		"plan":     {kept, closed},
		"check-in": {c},
		"revision": {requested(t, g), inForce(t, g)},
		"template": {template(t)},
	}
}

// hostile are values for any field, beside those that stand in other fields.
var hostile = []any{
	nil, "", " ", "x", true, -1, 0, 1, 100, 1 << 40, "-0.5", "1e30", "-1e-30", "1e200",
	strings.Repeat("9", 40), "2024-07-01", "0001-01-01", "9999-12-31", "2024-02-30", "{region}",
	[]any{},
	map[string]any{},
	[]any{nil},
	strings.Repeat("长", 5000),
}

// disturbed is the document with some of its fields replaced, left out or repeated.
func disturbed(r *rand.Rand, doc any, pool []any, rarely int) any {
	switch d := doc.(type) {
	case map[string]any:
		out := map[string]any{}
		for _, k := range slices.Sorted(keysOf(d)) {
			switch r.IntN(rarely) {
			case 0:
			case 1:
				out[k] = pool[r.IntN(len(pool))]
			default:
				out[k] = disturbed(r, d[k], pool, rarely)
			}
		}
		return out
	case []any:
		var out []any
		for _, e := range d {
			switch r.IntN(rarely) {
			case 0:
			case 1:
				out = append(out, e, e)
			default:
				out = append(out, disturbed(r, e, pool, rarely))
			}
		}
		return out
	default:
		return doc
	}
}

func keysOf(m map[string]any) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}

// values are all that stands anywhere in a document.
func values(doc any) []any {
	all := []any{doc}
	switch d := doc.(type) {
	case map[string]any:
		for _, k := range slices.Sorted(keysOf(d)) {
			all = append(all, values(d[k])...)
		}
	case []any:
		for _, e := range d {
			all = append(all, values(e)...)
		}
	}
	return all
}

// read is a disturbed document as a record, if it can be read as one at all. What does
// not pass Validate says so in both languages.
func read[T interface{ Validate() error }](t *rapid.T, docs []any, pool []any) (value T, ok bool) {
	r := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, fmt.Sprintf("%T", value)), 0))
	raw, err := json.Marshal(disturbed(r, docs[r.IntN(len(docs))], pool, 20<<r.IntN(6)))
	require.NoError(t, err)
	if json.Unmarshal(raw, &value) != nil {
		return value, false
	}
	if err := value.Validate(); err != nil {
		require.ErrorIs(t, err, fault.ErrInvalid)
		assert.NotEmpty(t, fault.In(err, text.English))
		assert.NotEmpty(t, fault.In(err, text.Chinese))
		return value, false
	}
	return value, true
}

// endless are figures that no arithmetic comes to an end with. Validate keeps them out.
var endless = []any{"1e2000000000", "-1e-2000000000"}

// Whatever stands in a record, nothing panics and nothing takes forever. Methods are tried
// on what Validate refuses too, unless it may have figures that are endless.
func TestNothingPanicsOnHostileRecords(t *testing.T) {
	docs, pool := map[string][]any{}, slices.Clone(hostile)
	for kind, of := range documents(t) {
		for _, value := range of {
			raw, err := json.Marshal(value)
			require.NoError(t, err)
			var doc any
			require.NoError(t, json.Unmarshal(raw, &doc))
			docs[kind] = append(docs[kind], doc)
			pool = append(pool, values(doc)...)
		}
	}
	sound := map[string]int{}
	rapid.Check(t, func(t *rapid.T) {
		pool, refused := pool, rapid.Bool().Draw(t, "refused")
		if !refused {
			pool = slices.Concat(pool, slices.Repeat(endless, 20))
		}
		g, isGoal := read[goal.Goal](t, docs["goal"], pool)
		p, isPlan := read[goal.Plan](t, docs["plan"], pool)
		c, isCheckIn := read[goal.CheckIn](t, docs["check-in"], pool)
		r, isRevision := read[goal.Revision](t, docs["revision"], pool)
		m, isTemplate := read[goal.Template](t, docs["template"], pool)
		for kind, ok := range map[string]bool{"goal": isGoal, "plan": isPlan, "check-in": isCheckIn, "revision": isRevision, "template": isTemplate} {
			if ok {
				sound[kind]++
			}
		}
		on := rapid.SampledFrom([]calendar.Date{{}, q3.From, day("2024-08-20"), q3.To, day("0001-01-01"), day("9999-12-31")}).Draw(t, "on")
		missing := rapid.SampledFrom([]rating.MissingPolicy{"", rating.MissingRefused, rating.MissingReweighted, "odd"}).Draw(t, "missing")
		pacing := goal.Pacing{
			By:       rapid.SampledFrom([]goal.HealthPolicy{"", goal.HealthByWorse, goal.HealthByProjection}).Draw(t, "by"),
			Forecast: goal.Forecast{Method: rapid.SampledFrom([]goal.ForecastMethod{"", goal.FromStart, goal.RecentTrend, goal.LastHolds}).Draw(t, "method")},
		}
		if isGoal || refused {
			_, _, _, _, _ = g.Digest(), g.Due(), g.Versions(), g.Expected(on), g.Signers()
			_, _ = g.Project([]goal.CheckIn{c}, on, pacing)
			for _, revised := range []goal.RevisedPolicy{"", goal.RevisedByDays, goal.RevisedAtEnd, "odd"} {
				_, _ = g.Conclude([]goal.CheckIn{c}, nil, revised, missing, goal.Outcomes{})
			}
			_, _ = g.StepResult(c.Done, goal.Outcomes{})
			_, _ = g.Terms.Judge("A", "r", goal.Outcomes{})
			for _, how := range []goal.Carry{goal.CarryRestart, goal.CarryContinue, goal.CarryRemainder, "odd"} {
				_, _ = g.CarryOver(goal.Carrying{How: how, Readings: c.Readings, Done: c.Done}, q4)
			}
			_, _ = g.Revise(r, wei)
			_, _ = g.Close(goal.Result{Status: goal.StatusAchieved}, "r", wei)
			_, _ = goal.NewCheckIn(key("c"), g, goal.CheckInDraft{On: on, Readings: c.Readings, Done: c.Done}, pacing, lin, c)
			_, _ = c.Correct(g, goal.CorrectionDraft{Readings: c.Readings, Reason: "r"}, pacing, lin, c)
			_, _ = goal.NewRevision(key("r"), g, goal.RevisionDraft{Reason: "r", Proposed: r.Proposed, Requested: on}, lin)
			if a, err := goal.Align(slices.Values([]goal.Node{g.Node(goal.Figure{Value: new(dec("50"))}), {ID: "g1"}, {ID: ""}}[:2])); err == nil {
				_ = a.Coverage()
				_, _ = a.Cascade(g.ID, dec("100"), 2, missing)
			}
		}
		if isPlan || refused {
			_, _ = p.Digest(), p.Advice(goal.PlanPolicy{})
			_, _ = p.Confirmation([]goal.Goal{g})
			_, _ = p.Propose([]goal.Goal{g}, goal.PlanPolicy{}, lin)
			_, _, _ = p.Score([]goal.Goal{g}, missing)
			_, _ = p.CarryOver([]goal.Goal{g}, q4, []goal.Carrying{{Goal: g.ID, How: goal.CarryRestart}})
		}
		if isCheckIn || refused {
			_ = c.HelpOpen()
			_, _ = c.AnswerHelp(goal.HelpGiven, "w", wei)
		}
		if isRevision || refused {
			_ = r.Digest(g)
			_, _ = r.Sign(g, record.Sign(lin, goal.ByEmployee, r.Digest(g)))
		}
		if isTemplate || refused {
			_ = m.Matches("x")
			_, _ = m.Fill(q3, []goal.Assignee{seller("lin"), {}})
		}
	})
	for kind := range docs {
		assert.Positive(t, sound[kind], "no %s was sound; nothing was tried", kind)
	}
}
