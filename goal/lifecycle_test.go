package goal_test

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Every state meets every event, through the method that the event belongs to.
func TestGoalTakesEachEventExactlyWhereTheTableSays(t *testing.T) {
	base := active(t)
	revision := inForce(t, base)
	one := record.Signatures{record.Sign(lin, goal.ByEmployee, base.Digest())}
	does := map[goal.Event]func(goal.Goal) (goal.Goal, error){
		goal.EventEdit:    func(g goal.Goal) (goal.Goal, error) { return g.Edit(g.Terms, lin) },
		goal.EventPropose: func(g goal.Goal) (goal.Goal, error) { return g.Propose(lin) },
		goal.EventReturn:  func(g goal.Goal) (goal.Goal, error) { return g.Return("too easy", wei) },
		goal.EventAgree: func(g goal.Goal) (goal.Goal, error) {
			g.Signatures = one
			return g.Sign(record.Sign(wei, goal.ByManager, g.Digest()))
		},
		goal.EventActivate: func(g goal.Goal) (goal.Goal, error) { return g.Activate(q3.To, wei) },
		goal.EventRevise:   func(g goal.Goal) (goal.Goal, error) { return g.Revise(revision, wei) },
		goal.EventAchieve: func(g goal.Goal) (goal.Goal, error) {
			return g.Close(goal.Result{Status: goal.StatusAchieved, Score: new(dec("100"))}, "", wei)
		},
		goal.EventFallShort: func(g goal.Goal) (goal.Goal, error) {
			return g.Close(goal.Result{Status: goal.StatusPartly, Score: new(dec("80"))}, "", wei)
		},
		goal.EventMiss: func(g goal.Goal) (goal.Goal, error) {
			return g.Close(goal.Result{Status: goal.StatusMissed, Score: new(dec("10"))}, "", wei)
		},
		goal.EventCancel: func(g goal.Goal) (goal.Goal, error) { return g.Cancel("the product was sold", wei) },
	}
	requireAll(t, goal.Lifecycle, does)
	for _, state := range goal.Lifecycle.States() {
		for event, do := range does {
			g := base
			g.Status = state
			after, err := do(g)
			want, possible := goal.Lifecycle[state][event]
			if !possible {
				refused(t, err, state, event, goal.Lifecycle.Events(state))
				assert.Equal(t, state, after.Status)
				continue
			}
			require.NoError(t, err, "%s in state %s", event, state)
			assert.Equal(t, want, after.Status, "%s in state %s", event, state)
			assert.Equal(t, state, g.Status, "the receiver does not change")
		}
	}
}

func TestPlanTakesEachEventExactlyWhereTheTableSays(t *testing.T) {
	g := active(t)
	closed, err := g.Close(goal.Result{Status: goal.StatusAchieved, Score: new(dec("100"))}, "", wei)
	require.NoError(t, err)
	base, err := goal.NewPlan(key("p1"), goal.PlanDraft{
		Employee: "lin", Period: q3, Items: []goal.Item{{Goal: "g1", Weight: dec("100")}},
	}, lin)
	require.NoError(t, err)
	one := record.Signatures{record.Sign(lin, goal.ByEmployee, base.Digest())}
	does := map[goal.PlanEvent]func(goal.Plan) (goal.Plan, error){
		goal.PlanEventEdit: func(p goal.Plan) (goal.Plan, error) { return p.Edit(p.Items, nil, lin) },
		goal.PlanEventPropose: func(p goal.Plan) (goal.Plan, error) {
			return p.Propose([]goal.Goal{proposed(t)}, goal.PlanPolicy{}, lin)
		},
		goal.PlanEventReturn: func(p goal.Plan) (goal.Plan, error) { return p.Return("too easy", wei) },
		goal.PlanEventAgree: func(p goal.Plan) (goal.Plan, error) {
			p.Signatures = one
			return p.Sign(record.Sign(wei, goal.ByManager, p.Digest()))
		},
		goal.PlanEventActivate: func(p goal.Plan) (goal.Plan, error) { return p.Activate(q3.From, wei) },
		goal.PlanEventClose: func(p goal.Plan) (goal.Plan, error) {
			return p.Close([]goal.Goal{closed}, rating.MissingRefused, wei)
		},
		goal.PlanEventCancel: func(p goal.Plan) (goal.Plan, error) { return p.Cancel("lin leaves", wei) },
	}
	requireAll(t, goal.PlanLifecycle, does)
	for _, state := range goal.PlanLifecycle.States() {
		for event, do := range does {
			p := base
			p.Status = state
			after, err := do(p)
			want, possible := goal.PlanLifecycle[state][event]
			if !possible {
				refused(t, err, state, event, goal.PlanLifecycle.Events(state))
				continue
			}
			require.NoError(t, err, "%s in state %s", event, state)
			assert.Equal(t, want, after.Status, "%s in state %s", event, state)
		}
	}
}

func TestRevisionTakesEachEventExactlyWhereTheTableSays(t *testing.T) {
	g := active(t)
	base := requested(t, g)
	one := record.Signatures{record.Sign(lin, goal.ByEmployee, base.Digest(g))}
	does := map[goal.RevisionEvent]func(goal.Revision) (goal.Revision, error){
		goal.RevisionEventApprove:  func(r goal.Revision) (goal.Revision, error) { return r.Approve(wei) },
		goal.RevisionEventReject:   func(r goal.Revision) (goal.Revision, error) { return r.Reject("no proof", wei) },
		goal.RevisionEventWithdraw: func(r goal.Revision) (goal.Revision, error) { return r.Withdraw(lin) },
		goal.RevisionEventAgree: func(r goal.Revision) (goal.Revision, error) {
			r.Signatures = one
			return r.Sign(g, record.Sign(wei, goal.ByManager, r.Digest(g)))
		},
	}
	requireAll(t, goal.RevisionLifecycle, does)
	for _, state := range goal.RevisionLifecycle.States() {
		for event, do := range does {
			r := base
			r.Status = state
			after, err := do(r)
			want, possible := goal.RevisionLifecycle[state][event]
			if !possible {
				refused(t, err, state, event, goal.RevisionLifecycle.Events(state))
				continue
			}
			require.NoError(t, err, "%s in state %s", event, state)
			assert.Equal(t, want, after.Status, "%s in state %s", event, state)
		}
	}
}

// requireAll holds that the test knows how to do each event of the table.
func requireAll[S, E ~string, F any](t *testing.T, table record.Lifecycle[S, E], does map[E]F) {
	t.Helper()
	for _, events := range table {
		for event := range events {
			require.Contains(t, does, event)
		}
	}
}

// refused holds that err names the state and what is possible in it, in both languages.
func refused[S, E interface {
	~string
	text.Speaker
}](t *testing.T, err error, state S, event E, possible []E) {
	t.Helper()
	require.ErrorIs(t, err, fault.ErrTransition, "%s in state %s", event, state)
	for _, l := range []text.Lang{text.English, text.Chinese} {
		said := fault.In(err, l)
		assert.Contains(t, said, state.In(l))
		for _, e := range possible {
			assert.Contains(t, said, e.In(l))
		}
	}
}

func TestLifecyclesAreDrawn(t *testing.T) {
	for name, drawn := range map[string]string{
		"goal.mmd":     goal.Lifecycle.Mermaid(goal.StatusDraft),
		"plan.mmd":     goal.PlanLifecycle.Mermaid(goal.PlanStatusDraft),
		"template.mmd": goal.TemplateLifecycle.Mermaid(goal.TemplateStatusInUse),
		"revision.mmd": goal.RevisionLifecycle.Mermaid(goal.RevisionStatusRequested),
	} {
		golden := filepath.Join("testdata", name)
		if *update {
			require.NoError(t, os.WriteFile(golden, []byte(drawn), 0o644))
		}
		want, err := os.ReadFile(golden)
		require.NoError(t, err)
		assert.Equal(t, string(want), drawn, "%s; if the change is meant, run the test with -update", name)
	}
}

func TestEveryValueHasANameInBothLanguages(t *testing.T) {
	var all []text.Speaker
	for _, s := range goal.Lifecycle.States() {
		all = append(all, s)
		for _, e := range goal.Lifecycle.Events(s) {
			all = append(all, e)
		}
	}
	for _, s := range goal.PlanLifecycle.States() {
		all = append(all, s)
		for _, e := range goal.PlanLifecycle.Events(s) {
			all = append(all, e)
		}
	}
	for _, s := range goal.TemplateLifecycle.States() {
		all = append(all, s)
		for _, e := range goal.TemplateLifecycle.Events(s) {
			all = append(all, e)
		}
	}
	for _, s := range goal.RevisionLifecycle.States() {
		all = append(all, s)
		for _, e := range goal.RevisionLifecycle.Events(s) {
			all = append(all, e)
		}
	}
	all = append(all,
		goal.Qualitative, goal.Milestone, goal.Development, goal.Company, goal.Unit, goal.Individual,
		goal.Financial, goal.Customer, goal.Process, goal.Learning, goal.Increase, goal.Decrease, goal.Within,
		goal.FigureParameter, goal.TextParameter, goal.DayParameter,
		goal.OnTrack, goal.AtRisk, goal.OffTrack,
		goal.PathStraight, goal.PathStepped, goal.PathGiven, goal.HealthByPace, goal.HealthByProjection, goal.HealthByWorse,
		goal.AlongPath, goal.FromStart, goal.RecentTrend, goal.LastHolds, goal.DueAnyDay, goal.DueWorking,
		goal.Positive, goal.Negative, goal.Neutral, goal.HelpPromised, goal.HelpGiven, goal.HelpDeclined,
		goal.SignatureAwaited, goal.SignatureValid, goal.SignatureVoid,
		goal.RevisedLatest, goal.RevisedByDays, goal.RevisedAtEnd,
		goal.Market, goal.PolicyChange, goal.Upstream, goal.Resource, goal.Priority,
		goal.CarryRestart, goal.CarryContinue, goal.CarryRemainder,
		goal.RollupOwn, goal.RollupSum, goal.RollupAverage, goal.RollupMin, goal.RollupLatest)
	for _, s := range all {
		assert.NotEmpty(t, s.In(text.English))
		assert.NotEqual(t, s.In(text.English), s.In(text.Chinese), "%s", s)
	}
	assert.Equal(t, "KPI", goal.KPI.In(text.Chinese))
	assert.Equal(t, "lost", goal.Status("lost").In(text.Chinese), "what has no name is given as it is")
}

// requested is a revision of g: 16 hours from August on instead of 12.
func requested(t require.TestingT, g goal.Goal) goal.Revision {
	terms := g.Terms
	terms.From = calendar.Date{}
	terms.Measures = slices.Clone(terms.Measures)
	terms.Measures[0].Target = new(dec("16"))
	r, err := goal.NewRevision(key("r1"), g, goal.RevisionDraft{
		Cause: goal.Market, Reason: "complaints rose by a third",
		Evidence:  []record.Evidence{{Link: "https://example.com/complaints"}},
		Proposed:  terms,
		Requested: day("2024-08-01"),
	}, lin)
	require.NoError(t, err)
	return r
}

// inForce is the same revision, approved and signed by both.
func inForce(t require.TestingT, g goal.Goal) goal.Revision {
	r, err := requested(t, g).Approve(wei)
	require.NoError(t, err)
	r, err = r.Sign(g, record.Sign(lin, goal.ByEmployee, r.Digest(g)))
	require.NoError(t, err)
	r, err = r.Sign(g, record.Sign(wei, goal.ByManager, r.Digest(g)))
	require.NoError(t, err)
	return r
}

func TestMovesRefuseAStampWithoutAPerson(t *testing.T) {
	_, err := drafted(t).Propose(record.Stamp{})
	assert.Equal(t, []string{"by.by record.by.required", "by.at record.at.required"}, codes(err))
	require.NotErrorIs(t, err, fault.ErrTransition)
}
