package goal_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
)

// shared drafts a goal of a unit or the company that supports others.
func (h *house) shared(t *testing.T, level goal.Level, owner string, supports ...string) goal.Goal {
	t.Helper()
	terms := response().Terms
	terms.Rollup, terms.Measures[0].Rollup = goal.RollupAverage, goal.RollupMin
	for _, id := range supports {
		terms.Supports = append(terms.Supports, goal.Link{Goal: id})
	}
	g, err := h.Draft(t.Context(), byHan, goal.Draft{Owner: owner, Level: level, Period: q3, Terms: terms})
	require.NoError(t, err)
	return g
}

// activate takes a drafted goal of a unit through to the first day of its period.
func (h *house) activate(t *testing.T, g goal.Goal) goal.Goal {
	t.Helper()
	ctx := t.Context()
	g, err := h.Propose(ctx, byHan, g.ID)
	require.NoError(t, err)
	_, err = h.Sign(ctx, byHan, g.ID, g.Digest(), "")
	require.NoError(t, err)
	h.on("2024-07-01")
	g, err = h.Activate(ctx, byHan, g.ID)
	require.NoError(t, err)
	return g
}

// aligned are the standings of all goals in a scope, those without a figure passed over.
func (h *house) aligned(t *testing.T, scope goal.Scope) *goal.Standings {
	t.Helper()
	a, err := h.Alignment(t.Context(), byHan, scope)
	require.NoError(t, err)
	s, err := a.RollUp(goal.RollupPolicy{Missing: rating.MissingReweighted})
	require.NoError(t, err)
	return s
}

func TestHRReadsHowTheGoalsOfTheTenantAlign(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	company := h.shared(t, goal.Company, "acme")
	unit := h.shared(t, goal.Unit, "support", company.ID)
	given := h.shared(t, goal.Unit, "it", company.ID)
	_, err := h.Cancel(ctx, byHan, given.ID, "merged into support")
	require.NoError(t, err)

	o := outline()
	o.Items[0].Terms.Supports = []goal.Link{{Goal: unit.ID, Share: new(dec("60"))}}
	o.Items[2].Terms.Supports = []goal.Link{{Goal: unit.ID, Share: new(dec("40"))}}
	p, goals, err := h.DraftPlan(ctx, byLin, o)
	require.NoError(t, err)
	a, err := h.Alignment(ctx, byHan, goal.Scope{})
	require.NoError(t, err)
	c := a.Coverage()
	assert.Equal(t, 5, c.Goals, "the cancelled goal carries nothing any more")
	require.Len(t, c.Gaps, 1)
	assert.Equal(t, "goal.coverage.unaligned", c.Gaps[0].Code)
	assert.Equal(t, goals[1].ID, c.Gaps[0].Goal)

	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	_, err = h.SignPlan(ctx, byLin, p.ID, goal.ByEmployee, p.Digest(), "")
	require.NoError(t, err)
	_, err = h.SignPlan(ctx, byWei, p.ID, goal.ByManager, p.Digest(), "")
	require.NoError(t, err)
	h.on("2024-07-01")
	_, err = h.ActivatePlan(ctx, byWei, p.ID)
	require.NoError(t, err)
	for date, figure := range map[string]string{"2024-08-15": "18", "2024-07-15": "21"} {
		h.on("2024-08-20")
		_, err = h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{On: day(date), Readings: hours(figure)})
		require.NoError(t, err)
	}
	_, err = h.CheckIn(ctx, byLin, goals[2].ID, goal.CheckInDraft{Progress: new(dec("30"))})
	require.NoError(t, err)
	s := h.aligned(t, goal.Scope{})
	assert.Equal(t, "50", stand(t, s, goals[0].ID), "by the latest check-in")
	assert.Equal(t, "42", stand(t, s, unit.ID), "50 × 60 % + 30 × 40 %")
	assert.Equal(t, "42", stand(t, s, company.ID))
	f, err := s.Of(company.ID)
	require.NoError(t, err)
	assert.Equal(t, day("2024-08-20"), f.On)
	s = h.aligned(t, goal.Scope{Metric: "response time"})
	assert.Equal(t, "18", stand(t, s, company.ID))
	_, err = s.Of(goals[1].ID)
	require.ErrorIs(t, err, fault.ErrNotFound, "it does not have the metric")

	h.on("2024-10-01")
	_, err = h.ClosePlan(ctx, byWei, p.ID, goal.PlanClosing{Goals: []goal.Closing{
		{Goal: goals[0].ID, Readings: hours("13.2")},
		{Goal: goals[1].ID, Readings: []goal.Reading{{Metric: "sales", Value: dec("200")}}},
		{Goal: goals[2].ID, Judged: goal.StatusAchieved, Score: new(dec("100")), Reason: "all documented"},
	}})
	require.NoError(t, err)
	s = h.aligned(t, goal.Scope{})
	assert.Equal(t, "94", stand(t, s, company.ID), "90 × 60 % + 100 × 40 %, by the results")
	s = h.aligned(t, goal.Scope{Metric: "response time"})
	assert.Equal(t, "13.2", stand(t, s, company.ID))
	s = h.aligned(t, goal.Scope{Goals: goal.Filter{Levels: []goal.Level{goal.Company}}})
	assert.Equal(t, "-", stand(t, s, company.ID))
}

func TestTheAlignmentOfATenantIsForHR(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	h.shared(t, goal.Company, "acme")
	for _, a := range []access.Actor{byLin, byWei, byZhao, byMei, scheduler} {
		_, err := h.Alignment(ctx, a, goal.Scope{})
		require.ErrorIs(t, err, fault.ErrForbidden, a.Person)
	}
	rival := access.Actor{Tenant: "rival", Person: "hana", Roles: []access.Role{access.HR}}
	a, err := h.Alignment(ctx, rival, goal.Scope{Goals: goal.Filter{Tenant: "acme"}})
	require.NoError(t, err)
	assert.Zero(t, a.Coverage().Goals)
}

func TestAnEditThatWouldCloseACircleIsRefused(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	a := h.shared(t, goal.Unit, "a")
	b := h.shared(t, goal.Unit, "b", a.ID)
	c := h.shared(t, goal.Unit, "c", b.ID)
	terms := a.Terms
	terms.Supports = []goal.Link{{Goal: "gone"}, {Goal: c.ID}}
	terms.DependsOn = []goal.Dependency{{Goal: "lost", Needs: "data"}, {Goal: c.ID, Needs: "data"}}
	_, err := h.Edit(ctx, byHan, a.ID, terms)
	assert.Equal(t, []string{
		"terms.supports[0].goal goal.link.unknown",
		"terms.dependsOn[0].goal goal.dependency.unknown",
		"terms.supports goal.link.circle",
	}, codes(err), "a dependency on who carries the goal is no circle")
	assert.Equal(t, a.ID+" → "+c.ID+" → "+b.ID+" → "+a.ID, fault.Of(err)[2].Args["circle"])

	terms.Supports, terms.DependsOn = nil, []goal.Dependency{{Goal: c.ID, Needs: "data"}}
	_, err = h.Edit(ctx, byHan, a.ID, terms)
	require.NoError(t, err)
	terms = c.Terms
	terms.DependsOn = []goal.Dependency{{Goal: a.ID, Needs: "people"}}
	_, err = h.Edit(ctx, byHan, c.ID, terms)
	assert.Equal(t, []string{"terms.dependsOn goal.dependency.circle"}, codes(err))
	terms.DependsOn = []goal.Dependency{{Goal: c.ID, Needs: "people"}}
	_, err = h.Edit(ctx, byHan, c.ID, terms)
	assert.Equal(t, []string{"terms.dependsOn[0].goal goal.dependency.self"}, codes(err))
}

// TestARevisionClosesNoCircle asks at the request and again with the last signature: other
// goals may have been linked in between.
func TestARevisionClosesNoCircle(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	a, b := h.shared(t, goal.Unit, "a"), h.shared(t, goal.Unit, "b")
	c := h.shared(t, goal.Unit, "c", a.ID)
	a = h.activate(t, a)
	h.on("2024-07-10")
	terms := a.Terms
	terms.From, terms.Supports = calendar.Date{}, []goal.Link{{Goal: c.ID}}
	draft := goal.RevisionDraft{Cause: goal.Priority, Reason: "r", Evidence: []record.Evidence{{Link: "l"}}, Proposed: terms}
	_, err := h.RequestRevision(ctx, byHan, a.ID, draft)
	assert.Equal(t, []string{"proposed.supports goal.link.circle"}, codes(err))

	draft.Proposed.Supports = []goal.Link{{Goal: b.ID}}
	r, err := h.RequestRevision(ctx, byHan, a.ID, draft)
	require.NoError(t, err)
	_, err = h.ApproveRevision(ctx, byHan, r.ID)
	require.NoError(t, err)
	terms = b.Terms
	terms.Supports = []goal.Link{{Goal: c.ID}}
	_, err = h.Edit(ctx, byHan, b.ID, terms)
	require.NoError(t, err, "nothing stands in its way yet")
	_, err = h.SignRevision(ctx, byHan, r.ID, goal.ByUnit, r.Digest(a), "")
	assert.Equal(t, []string{"proposed.supports goal.link.circle"}, codes(err))
	kept, err := h.Goal(ctx, byHan, a.ID)
	require.NoError(t, err)
	assert.Empty(t, kept.Former)
}
