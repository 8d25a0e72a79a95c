package goal_test

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// The people of the service's tests: lin reports to wei, wei to zhao; mei is a colleague,
// han is HR, the scheduler is the program itself.
var (
	byLin     = access.Actor{Tenant: "acme", Person: "lin"}
	byWei     = access.Actor{Tenant: "acme", Person: "wei"}
	byZhao    = access.Actor{Tenant: "acme", Person: "zhao"}
	byMei     = access.Actor{Tenant: "acme", Person: "mei"}
	byHan     = access.Actor{Tenant: "acme", Person: "han", Roles: []access.Role{access.HR}}
	scheduler = access.Actor{Tenant: "acme", Person: "scheduler", Roles: []access.Role{access.System}}
)

// A house is a service with a clock that the test sets.
type house struct {
	*goal.Service
	stores goal.Stores
	gate   access.Gate
	now    time.Time
}

func (h *house) on(date string) { h.now = day(date).Time().Add(9 * time.Hour) }

func newHouse(t *testing.T, rules goal.Rules) *house {
	t.Helper()
	ever := calendar.Period{From: day("2020-01-01"), To: day("2030-12-31")}
	chart, err := access.NewChart("acme",
		[]access.Person{{ID: "lin"}, {ID: "wei"}, {ID: "zhao"}, {ID: "mei"}, {ID: "han"}},
		[]access.Reporting{
			{Person: "lin", Manager: "wei", During: ever},
			{Person: "mei", Manager: "wei", During: ever},
			{Person: "wei", Manager: "zhao", During: ever},
		})
	require.NoError(t, err)
	h := &house{stores: stores(t)}
	h.on("2024-06-20")
	h.gate = access.Gate{
		Policy: goal.Policy(), Directory: chart,
		Clock: func() time.Time { return h.now }, IDs: &record.Sequence{Prefix: "id"},
	}
	h.Service = goal.NewService(h.stores, h.gate, rules)
	return h
}

// outline is a plan of two measured goals and one that is judged.
func outline() goal.Outline {
	return goal.Outline{
		Employee: "lin", Period: q3, Confidence: new(dec("80")),
		Items: []goal.OutlineItem{
			{Weight: dec("50"), Terms: response().Terms},
			{Weight: dec("30"), Terms: goal.Terms{
				Form: goal.KPI, Title: "Sell 200",
				Measures: []goal.Measure{{Metric: "sales", Direction: goal.Increase, Target: new(dec("200"))}},
			}},
			{Weight: dec("20"), Terms: goal.Terms{Form: goal.Qualitative, Title: "Document the process"}},
		},
	}
}

// activePlan takes the outline through to the first day of the period.
func (h *house) activePlan(t *testing.T) (goal.Plan, []goal.Goal) {
	t.Helper()
	ctx := t.Context()
	p, goals, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	_, err = h.SignPlan(ctx, byLin, p.ID, goal.ByEmployee, p.Digest(), "")
	require.NoError(t, err)
	p, err = h.SignPlan(ctx, byWei, p.ID, goal.ByManager, p.Digest(), "agreed")
	require.NoError(t, err)
	require.Equal(t, goal.PlanStatusAgreed, p.Status)
	h.on("2024-07-01")
	p, err = h.ActivatePlan(ctx, scheduler, p.ID)
	require.NoError(t, err)
	for i := range goals {
		goals[i], err = h.Goal(ctx, byLin, goals[i].ID)
		require.NoError(t, err)
		require.Equal(t, goal.StatusActive, goals[i].Status)
		require.True(t, goals[i].Signatures.Cover(goals[i].Digest(), goal.ByEmployee, goal.ByManager))
	}
	return p, goals
}

func TestAPlanGoesFromDraftToResult(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals := h.activePlan(t)

	h.on("2024-08-15")
	c, err := h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: hours("18")})
	require.NoError(t, err)
	assert.Equal(t, day("2024-08-15"), c.On, "today's when it does not say")
	assert.Equal(t, goal.OnTrack, c.Pace.Health)
	_, err = h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{On: day("2024-08-16"), Readings: hours("18")})
	assert.Equal(t, []string{"on goal.checkin.future"}, codes(err))
	_, err = h.CheckIn(ctx, byWei, goals[0].ID, goal.CheckInDraft{Readings: hours("17")})
	require.ErrorIs(t, err, fault.ErrExists, "one a day")
	assert.Equal(t, "目标 "+goals[0].ID+" 在2024年8月15日已有进度更新，数据有误可更正", fault.In(err, text.Chinese))
	owed, err := h.Overdue(ctx, byWei, goals[1].ID, goal.Rhythm{Cadence: calendar.Monthly})
	require.NoError(t, err)
	assert.Equal(t, []calendar.Date{day("2024-07-30")}, owed)

	h.on("2024-09-30")
	_, err = h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: hours("15")})
	require.NoError(t, err)

	// Closing says everything that it lacks, and leaves no goal closed behind.
	_, err = h.ClosePlan(ctx, byWei, p.ID, goal.PlanClosing{Goals: []goal.Closing{{Goal: "nobody's"}}})
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.Equal(t, []string{
		"goals[0].goal goal.plan.foreign", "items[1].measures[0] goal.score.figure", "items[2].judged goal.result.required",
	}, codes(err))
	g, err := h.Goal(ctx, byWei, goals[0].ID)
	require.NoError(t, err)
	assert.Equal(t, goal.StatusActive, g.Status)

	closing := goal.PlanClosing{Goals: []goal.Closing{
		{Goal: goals[1].ID, Readings: []goal.Reading{{Metric: "sales", Value: dec("240")}}},
		{Goal: goals[2].ID, Judged: goal.StatusAchieved, Score: new(dec("100")), Reason: "the handbook is in use"},
	}}
	p, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	require.NoError(t, err)
	assert.Equal(t, goal.PlanStatusClosed, p.Status)
	require.NotNil(t, p.Result)
	assert.Equal(t, "96", p.Result.Score.String(), "50 % of 80, 30 % of 120, 20 % of 100")
	for i, want := range []goal.Status{goal.StatusPartly, goal.StatusAchieved, goal.StatusAchieved} {
		g, err := h.Goal(ctx, byLin, goals[i].ID)
		require.NoError(t, err)
		assert.Equal(t, want, g.Status)
	}
	_, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	require.ErrorIs(t, err, fault.ErrTransition)
}

func TestDraftPlanReportsEveryViolationAtOnceAndWritesNothing(t *testing.T) {
	h := newHouse(t, goal.Rules{})
	o := outline()
	o.Period = calendar.Period{From: q3.From}
	o.Items[0].Weight = dec("40")
	o.Items[0].Terms.Title = ""
	o.Items[1].Terms.Supports = []goal.Link{{Goal: "gone"}}
	_, _, err := h.DraftPlan(t.Context(), byLin, o)
	assert.ElementsMatch(t, []string{
		"items[0].terms.title goal.title.required", "items[1].terms.supports[0].goal goal.link.unknown",
		"period.to calendar.date.required", "items goal.plan.weights",
	}, codes(err))
	left, err := record.Collect(h.Goals(t.Context(), byHan, goal.Filter{}))
	require.NoError(t, err)
	assert.Empty(t, left)
}

func TestDraftPlanIsAllOrNothing(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	_, _, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err)
	_, _, err = h.DraftPlan(ctx, byWei, outline())
	require.ErrorIs(t, err, fault.ErrExists, "one plan a period")
	require.EqualError(t, err, "lin has a plan for 2024 Q3 already")
	goals, err := record.Collect(h.Goals(ctx, byHan, goal.Filter{}))
	require.NoError(t, err)
	assert.Len(t, goals, 3, "the second plan's goals went with it")
}

func TestAReturnedPlanIsChangedAndSignedAnew(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{Plan: goal.PlanPolicy{Outside: goal.FocusRefused}}), t.Context()
	p, goals, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	read := p.Digest()
	_, err = h.SignPlan(ctx, byLin, p.ID, goal.ByEmployee, read, "")
	require.NoError(t, err)
	_, err = h.Edit(ctx, byLin, goals[0].ID, goals[0].Terms)
	require.ErrorIs(t, err, fault.ErrTransition, "what is proposed is not changed under the manager's pen")
	_, err = h.ReturnPlan(ctx, byWei, p.ID, "12 hours are too easy")
	require.NoError(t, err)

	harder := goals[0].Terms
	harder.Measures = slices.Clone(harder.Measures)
	harder.Measures[0].Target = new(dec("10"))
	_, err = h.Edit(ctx, byLin, goals[0].ID, harder)
	require.NoError(t, err)
	two := []goal.Item{{Goal: goals[0].ID, Weight: dec("70")}, {Goal: goals[1].ID, Weight: dec("30")}}
	_, err = h.EditPlan(ctx, byLin, p.ID, two, nil)
	require.NoError(t, err)
	_, err = h.ProposePlan(ctx, byLin, p.ID)
	assert.Equal(t, []string{"items goal.plan.count"}, codes(err), "the rules refuse two goals")
	g, err := h.Goal(ctx, byLin, goals[0].ID)
	require.NoError(t, err)
	assert.Equal(t, goal.StatusDraft, g.Status, "and the goals stay as they were")

	_, err = h.EditPlan(ctx, byLin, p.ID, p.Items, new(dec("70")))
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	assert.Empty(t, p.Signatures)
	_, err = h.SignPlan(ctx, byLin, p.ID, goal.ByEmployee, read, "")
	require.ErrorIs(t, err, record.ErrStale)
	_, err = h.SignPlan(ctx, byLin, p.ID, goal.ByEmployee, p.Digest(), "")
	require.NoError(t, err)
}

func TestARevisionChangesTheGoalWithTheLastSignature(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	_, goals := h.activePlan(t)
	h.on("2024-08-01")
	terms := goals[0].Terms
	terms.From = calendar.Date{}
	terms.Measures = slices.Clone(terms.Measures)
	terms.Measures[0].Target = new(dec("16"))
	draft := goal.RevisionDraft{
		Cause: goal.Market, Reason: "complaints rose by a third", Proposed: terms,
		Evidence:  []record.Evidence{{Link: "https://example.com/complaints"}},
		Requested: day("2024-07-01"), // overruled
	}
	r, err := h.RequestRevision(ctx, byLin, goals[0].ID, draft)
	require.NoError(t, err)
	assert.Equal(t, day("2024-08-01"), r.Requested)
	_, err = h.SignRevision(ctx, byLin, r.ID, goal.ByEmployee, r.Digest(goals[0]), "")
	require.ErrorIs(t, err, fault.ErrTransition, "not approved yet")
	_, err = h.ApproveRevision(ctx, byWei, r.ID)
	require.NoError(t, err)
	_, err = h.SignRevision(ctx, byLin, r.ID, goal.ByEmployee, r.Digest(goals[0]), "")
	require.NoError(t, err)
	g, err := h.Goal(ctx, byLin, goals[0].ID)
	require.NoError(t, err)
	assert.Empty(t, g.Former, "one signature changes nothing")
	r, err = h.SignRevision(ctx, byWei, r.ID, goal.ByManager, r.Digest(goals[0]), "")
	require.NoError(t, err)
	assert.Equal(t, goal.RevisionStatusInForce, r.Status)
	g, err = h.Goal(ctx, byLin, goals[0].ID)
	require.NoError(t, err)
	require.Len(t, g.Former, 1)
	assert.Equal(t, "16", g.Terms.Measures[0].Target.String())

	draft.Proposed.Supports = []goal.Link{{Goal: "gone"}}
	h.on("2024-09-01")
	_, err = h.RequestRevision(ctx, byLin, goals[0].ID, draft)
	assert.Equal(t, []string{"proposed.supports[0].goal goal.link.unknown"}, codes(err))
	draft.Proposed.Supports = nil
	draft.Proposed.Title = "Answer complaints"
	r, err = h.RequestRevision(ctx, byLin, goals[0].ID, draft)
	require.NoError(t, err)
	r, err = h.RejectRevision(ctx, byWei, r.ID, "once is enough")
	require.NoError(t, err)
	assert.Equal(t, goal.RevisionStatusRejected, r.Status)
	all, err := record.Collect(h.Revisions(ctx, byLin, goal.RevisionFilter{}))
	require.NoError(t, err)
	assert.Len(t, all, 2)
}

func TestAGoalOfTheCompanyIsKeptByHRAndReadByAll(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	d := goal.Draft{Owner: "acme", Level: goal.Company, Period: q3, Terms: outline().Items[1].Terms}
	_, err := h.Draft(ctx, byWei, d)
	require.ErrorIs(t, err, fault.ErrForbidden)
	g, err := h.Draft(ctx, byHan, d)
	require.NoError(t, err)
	_, err = h.Propose(ctx, byHan, g.ID)
	require.NoError(t, err)
	_, err = h.Return(ctx, byHan, g.ID, "200 of what?")
	require.NoError(t, err)
	_, err = h.Propose(ctx, byHan, g.ID)
	require.NoError(t, err)
	_, err = h.Sign(ctx, byHan, g.ID, g.Digest(), "")
	require.NoError(t, err)
	_, err = h.Activate(ctx, byHan, g.ID)
	require.ErrorIs(t, err, fault.ErrTransition, "the quarter has not begun")
	h.on("2024-07-01")
	_, err = h.Activate(ctx, byHan, g.ID)
	require.NoError(t, err)
	_, err = h.Goal(ctx, byMei, g.ID)
	require.NoError(t, err, "everyone reads it")
	_, err = h.CheckIn(ctx, byHan, g.ID, goal.CheckInDraft{Readings: []goal.Reading{{Metric: "sales", Value: dec("150")}}})
	require.NoError(t, err)
	_, err = h.Close(ctx, byHan, g.ID, goal.Closing{Judged: goal.StatusAchieved})
	assert.Equal(t, []string{"judged goal.result.counted"}, codes(err))
	g, err = h.Close(ctx, byHan, g.ID, goal.Closing{})
	require.NoError(t, err)
	assert.Equal(t, goal.StatusPartly, g.Status)
	assert.Equal(t, "75", g.Result.Score.String(), "by its last check-in")
}

func TestTheCodeOfAUnitIsNobodysName(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	d := goal.Draft{Owner: "lin", Level: goal.Unit, Period: q3, Terms: outline().Items[1].Terms}
	_, err := h.Draft(ctx, byLin, d)
	require.ErrorIs(t, err, fault.ErrForbidden)
	g, err := h.Draft(ctx, byHan, d)
	require.NoError(t, err)
	_, err = h.Propose(ctx, byHan, g.ID)
	require.NoError(t, err)
	_, err = h.Sign(ctx, byHan, g.ID, g.Digest(), "")
	require.NoError(t, err)
	h.on("2024-07-01")
	_, err = h.Activate(ctx, byHan, g.ID)
	require.NoError(t, err)
	h.on("2024-07-10")

	reading := []goal.Reading{{Metric: "sales", Value: dec("50")}}
	in, err := h.CheckIn(ctx, byHan, g.ID, goal.CheckInDraft{Readings: reading, Help: "two more people"})
	require.NoError(t, err)
	asked := goal.RevisionDraft{
		Cause: goal.Market, Reason: "demand fell", Evidence: []record.Evidence{{Link: "l"}},
		Proposed: goal.Terms{Form: goal.Qualitative, Title: "Keep the customers"},
	}
	r, err := h.RequestRevision(ctx, byHan, g.ID, asked)
	require.NoError(t, err)
	for what, try := range map[string]func(access.Actor) error{
		"correct": func(a access.Actor) error {
			_, err := h.CorrectCheckIn(ctx, a, in.ID, goal.CorrectionDraft{Readings: reading, Reason: "r"})
			return err
		},
		"answer":  func(a access.Actor) error { _, err := h.AnswerHelp(ctx, a, in.ID, goal.HelpGiven, "w"); return err },
		"approve": func(a access.Actor) error { _, err := h.ApproveRevision(ctx, a, r.ID); return err },
		"sign": func(a access.Actor) error {
			_, err := h.SignRevision(ctx, a, r.ID, goal.ByEmployee, "", "")
			return err
		},
	} {
		require.ErrorIs(t, try(byLin), fault.ErrForbidden, "%s by somebody of that name", what)
		require.ErrorIs(t, try(byWei), fault.ErrForbidden, "%s by their manager", what)
	}
	ins, err := record.Collect(h.CheckIns(ctx, byLin, goal.CheckInFilter{}))
	require.NoError(t, err)
	assert.Empty(t, ins)
	revisions, err := record.Collect(h.Revisions(ctx, byWei, goal.RevisionFilter{}))
	require.NoError(t, err)
	assert.Empty(t, revisions)
	ins, err = record.Collect(h.CheckIns(ctx, byHan, goal.CheckInFilter{Employees: []string{"lin"}}))
	require.NoError(t, err)
	assert.Empty(t, ins, "nor do they stand among somebody's own")
	_, err = h.Project(ctx, byLin, g.ID, goal.Forecast{})
	require.ErrorIs(t, err, fault.ErrForbidden, "everyone reads the goal, but not its figures")
	_, err = h.Project(ctx, byHan, g.ID, goal.Forecast{})
	require.NoError(t, err)
	_, err = h.AnswerHelp(ctx, byHan, in.ID, goal.HelpGiven, "they start on Monday")
	require.NoError(t, err)

	_, _, err = h.DraftPlan(ctx, byLin, goal.Outline{
		Employee: "lin", Period: q4, Items: []goal.OutlineItem{{Weight: dec("100"), Terms: d.Terms, CarriedFrom: g.ID}},
	})
	assert.Equal(t, []string{"items[0].carriedFrom goal.plan.owner"}, codes(err))
}

func TestACancelledGoalDoesNotHoldUpItsPlan(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	_, err = h.Cancel(ctx, byWei, goals[2].ID, "it is documented")
	require.NoError(t, err)
	_, err = h.SignPlan(ctx, byLin, p.ID, goal.ByEmployee, p.Digest(), "")
	require.ErrorIs(t, err, fault.ErrTransition, "nobody signs a goal that is gone")
	_, err = h.ReturnPlan(ctx, byWei, p.ID, "two goals are left")
	require.NoError(t, err)
	_, err = h.EditPlan(ctx, byLin, p.ID, []goal.Item{{Goal: goals[0].ID, Weight: dec("60")}, {Goal: goals[1].ID, Weight: dec("40")}}, nil)
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	for _, by := range []access.Actor{byLin, byWei} {
		role := map[string]string{"lin": goal.ByEmployee, "wei": goal.ByManager}[by.Person]
		_, err = h.SignPlan(ctx, by, p.ID, role, p.Digest(), "")
		require.NoError(t, err)
	}
	_, err = h.Cancel(ctx, byWei, goals[1].ID, "the product was sold")
	require.NoError(t, err)
	h.on("2024-07-01")
	p, err = h.ActivatePlan(ctx, byWei, p.ID)
	require.NoError(t, err)
	assert.Equal(t, goal.PlanStatusActive, p.Status)
}

// Somebody changes a goal behind the plan's back, past the service: nobody signs it.
func TestAGoalChangedBehindThePlanIsNotSigned(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	g, err := h.stores.Goals.Get(ctx, goals[0].Key())
	require.NoError(t, err)
	g.Terms.Title = "Answer complaints within 6 hours"
	_, err = h.stores.Goals.Update(ctx, g)
	require.NoError(t, err)
	_, err = h.SignPlan(ctx, byLin, p.ID, goal.ByEmployee, p.Digest(), "")
	require.ErrorIs(t, err, record.ErrStale)
}

func TestAnEmployeesGoalMovesWithItsPlanOnly(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	g, err := h.Draft(ctx, byLin, response())
	require.NoError(t, err)
	_, err = h.Propose(ctx, byLin, g.ID)
	require.ErrorIs(t, err, fault.ErrTransition)
	_, err = h.Cancel(ctx, byWei, g.ID, "another team has it")
	require.NoError(t, err, "but can be cancelled")
}

func TestACancelledGoalLeavesThePlanToBeClosedExplicitly(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals := h.activePlan(t)
	_, err := h.Cancel(ctx, byWei, goals[0].ID, "the team was dissolved")
	require.NoError(t, err)
	closing := goal.PlanClosing{Goals: []goal.Closing{
		{Goal: goals[1].ID, Readings: []goal.Reading{{Metric: "sales", Value: dec("240")}}},
		{Goal: goals[2].ID, Judged: goal.StatusMissed, Score: new(decimal.Zero), Reason: "nothing was written"},
	}}
	_, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	assert.Equal(t, []string{"items[0] goal.score.goal"}, codes(err))
	closing.Missing = rating.MissingReweighted
	closing.Goals = append(closing.Goals, goal.Closing{Goal: goals[0].ID})
	_, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	assert.Equal(t, []string{"goals[2] goal.plan.ended"}, codes(err))
	closing.Goals = closing.Goals[:2]
	p, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	require.NoError(t, err)
	assert.Equal(t, "72", p.Result.Score.String(), "30 of 50 % at 120")
}

func TestSigningTakesThePersonOfTheRole(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, _, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	for name, c := range map[string]struct {
		by   access.Actor
		role string
	}{
		"the manager as the employee":     {byWei, goal.ByEmployee},
		"the employee as the manager":     {byLin, goal.ByManager},
		"the manager's manager":           {byZhao, goal.ByManager},
		"HR as the manager":               {byHan, goal.ByManager},
		"somebody of another tenant":      {access.Actor{Tenant: "other", Person: "lin"}, goal.ByEmployee},
		"a colleague as the employee":     {byMei, goal.ByEmployee},
		"the employee in the unit's name": {byLin, goal.ByUnit},
	} {
		_, err := h.SignPlan(ctx, c.by, p.ID, c.role, p.Digest(), "")
		require.Error(t, err, name)
		assert.True(t, errors.Is(err, fault.ErrForbidden) || errors.Is(err, fault.ErrNotFound), "%s: %v", name, err)
	}
	_, err = h.SignPlan(ctx, byLin, p.ID, "witness", p.Digest(), "")
	assert.Equal(t, []string{"role goal.signature.role"}, codes(err))
	_, err = h.SignPlan(ctx, byHan, p.ID, goal.ByUnit, p.Digest(), "")
	assert.Equal(t, []string{"signature.role record.signature.role"}, codes(err))
}

// Who may do what, verb by verb. The verbs are tried on a plan or goal in whatever
// state: the gate comes before the rules.
func TestAccessMatrix(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	_, goals := h.activePlan(t)
	plans, err := record.Collect(h.Plans(ctx, byHan, goal.PlanFilter{}))
	require.NoError(t, err)
	p, g := plans[0].ID, goals[0].ID
	h.on("2024-07-10")
	r, err := h.RequestRevision(ctx, byLin, g, goal.RevisionDraft{
		Cause: goal.Market, Reason: "r", Evidence: []record.Evidence{{Link: "l"}},
		Proposed: goal.Terms{Form: goal.Development, Title: "Another"},
	})
	require.NoError(t, err)
	in, err := h.CheckIn(ctx, byLin, g, goal.CheckInDraft{Readings: hours("24"), Help: "one more colleague"})
	require.NoError(t, err)
	company, err := h.Draft(ctx, byHan, goal.Draft{Owner: "acme", Level: goal.Company, Period: q3, Terms: outline().Items[1].Terms})
	require.NoError(t, err)
	made, err := h.KeepTemplate(ctx, byHan, sales())
	require.NoError(t, err)
	actors := []access.Actor{byLin, byWei, byZhao, byMei, byHan, scheduler}
	matrix := map[access.Verb]struct {
		allowed []string
		try     func(access.Actor) error
	}{
		goal.VerbRead: {[]string{"lin", "wei", "zhao", "han"}, func(a access.Actor) error {
			_, err := h.Plan(ctx, a, p)
			return err
		}},
		goal.VerbReadShared: {[]string{"lin", "wei", "zhao", "mei", "han", "scheduler"}, func(a access.Actor) error {
			_, err := h.Goal(ctx, a, company.ID)
			return err
		}},
		goal.VerbReadTemplate: {[]string{"lin", "wei", "zhao", "mei", "han", "scheduler"}, func(a access.Actor) error {
			_, err := h.Template(ctx, a, made.ID)
			return err
		}},
		goal.VerbReadAlignment: {[]string{"han"}, func(a access.Actor) error {
			_, err := h.Alignment(ctx, a, goal.Scope{})
			return err
		}},
		goal.VerbDraft: {[]string{"lin", "wei", "han"}, func(a access.Actor) error {
			_, err := h.Draft(ctx, a, goal.Draft{Owner: "lin", Level: goal.Individual})
			return err
		}},
		goal.VerbEdit: {[]string{"lin", "wei", "han"}, func(a access.Actor) error {
			_, err := h.EditPlan(ctx, a, p, nil, nil)
			return err
		}},
		goal.VerbPropose: {[]string{"lin", "wei", "han"}, func(a access.Actor) error {
			_, err := h.ProposePlan(ctx, a, p)
			return err
		}},
		goal.VerbReturn: {[]string{"wei", "han"}, func(a access.Actor) error {
			_, err := h.ReturnPlan(ctx, a, p, "")
			return err
		}},
		goal.VerbSignAsEmployee: {[]string{"lin"}, func(a access.Actor) error {
			_, err := h.SignPlan(ctx, a, p, goal.ByEmployee, "", "")
			return err
		}},
		goal.VerbSignAsManager: {[]string{"wei"}, func(a access.Actor) error {
			_, err := h.SignPlan(ctx, a, p, goal.ByManager, "", "")
			return err
		}},
		goal.VerbSignAsUnit: {[]string{"han"}, func(a access.Actor) error {
			_, err := h.SignRevision(ctx, a, r.ID, goal.ByUnit, "", "")
			return err
		}},
		goal.VerbActivate: {[]string{"wei", "han", "scheduler"}, func(a access.Actor) error {
			_, err := h.ActivatePlan(ctx, a, p)
			return err
		}},
		goal.VerbClose: {[]string{"wei", "han"}, func(a access.Actor) error {
			_, err := h.ClosePlan(ctx, a, p, goal.PlanClosing{})
			return err
		}},
		goal.VerbCancel: {[]string{"wei", "han"}, func(a access.Actor) error {
			_, err := h.Cancel(ctx, a, g, "")
			return err
		}},
		goal.VerbCheckIn: {[]string{"lin", "wei", "han"}, func(a access.Actor) error {
			_, err := h.CheckIn(ctx, a, g, goal.CheckInDraft{})
			return err
		}},
		goal.VerbCorrectCheckIn: {[]string{"lin", "wei", "han"}, func(a access.Actor) error {
			_, err := h.CorrectCheckIn(ctx, a, in.ID, goal.CorrectionDraft{})
			return err
		}},
		goal.VerbAnswerHelp: {[]string{"wei", "zhao", "han"}, func(a access.Actor) error {
			_, err := h.AnswerHelp(ctx, a, in.ID, "", "")
			return err
		}},
		goal.VerbRequestRevision: {[]string{"lin", "wei", "han"}, func(a access.Actor) error {
			_, err := h.RequestRevision(ctx, a, g, goal.RevisionDraft{})
			return err
		}},
		goal.VerbDecideRevision: {[]string{"wei", "han"}, func(a access.Actor) error {
			_, err := h.RejectRevision(ctx, a, r.ID, "")
			return err
		}},
		goal.VerbWithdrawRevision: {[]string{"lin"}, func(a access.Actor) error {
			_, err := h.WithdrawRevision(ctx, a, r.ID)
			return err
		}},
		goal.VerbKeepTemplate: {[]string{"han"}, func(a access.Actor) error {
			_, err := h.RetireTemplate(ctx, a, made.ID)
			return err
		}},
	}
	for _, rule := range goal.Policy() {
		assert.Contains(t, matrix, rule.Verb)
	}
	for verb, c := range matrix {
		var allowed []string
		for _, a := range actors {
			if err := c.try(a); !errors.Is(err, fault.ErrForbidden) {
				allowed = append(allowed, a.Person)
			}
		}
		assert.Equal(t, c.allowed, allowed, "%s", verb)
	}
}

func TestHRDoesNotDecideOnItsOwnGoals(t *testing.T) {
	own := access.Actor{Tenant: "acme", Person: "lin", Roles: []access.Role{access.HR}}
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals := h.activePlan(t)
	_, err := h.ClosePlan(ctx, own, p.ID, goal.PlanClosing{})
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = h.Cancel(ctx, own, goals[0].ID, "too hard")
	require.ErrorIs(t, err, fault.ErrForbidden)
}

func TestListsLeaveOutWhatTheActorMayNotRead(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	_, goals := h.activePlan(t)
	_, err := h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: hours("24")})
	require.NoError(t, err)
	count := func(a access.Actor) (n [3]int) {
		mine, err := record.Collect(h.Goals(ctx, a, goal.Filter{}))
		require.NoError(t, err)
		plans, err := record.Collect(h.Plans(ctx, a, goal.PlanFilter{}))
		require.NoError(t, err)
		checkIns, err := record.Collect(h.CheckIns(ctx, a, goal.CheckInFilter{}))
		require.NoError(t, err)
		return [3]int{len(mine), len(plans), len(checkIns)}
	}
	assert.Equal(t, [3]int{3, 1, 1}, count(byLin))
	assert.Equal(t, [3]int{3, 1, 1}, count(byZhao))
	assert.Equal(t, [3]int{}, count(byMei))
	assert.Equal(t, [3]int{}, count(access.Actor{Tenant: "other", Person: "lin"}))
	_, err = h.Goal(ctx, access.Actor{Tenant: "other", Person: "lin"}, goals[0].ID)
	require.ErrorIs(t, err, fault.ErrNotFound, "another tenant's goal is not there")
	for range h.Goals(ctx, byLin, goal.Filter{}) {
		break // a list can be left
	}
}

// Two who change the same plan at once: the second is told.
func TestAConcurrentChangeIsAConflict(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	g, err := h.Draft(ctx, byLin, response())
	require.NoError(t, err)
	_, err = h.Edit(ctx, byLin, g.ID, g.Terms)
	require.NoError(t, err)
	_, err = h.stores.Goals.Update(ctx, g)
	require.ErrorIs(t, err, fault.ErrConflict)
}

// A store that fails is not a fault of the input.
func TestAFailingStoreIsNotAViolation(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals := h.activePlan(t)
	broken := errors.New("disk full")
	failing := h.stores
	failing.Goals = brokenStore{failing.Goals, broken}
	failing.InTx = func(_ context.Context, do func(goal.Stores) error) error { return do(failing) }
	s := goal.NewService(failing, access.Gate{Policy: goal.Policy(), Clock: func() time.Time { return h.now }}, goal.Rules{})
	d := response()
	d.Terms.Supports = []goal.Link{{Goal: goals[0].ID}}
	_, err := s.Draft(ctx, byLin, d)
	require.ErrorIs(t, err, broken)
	require.NotErrorIs(t, err, fault.ErrInvalid)
	_, err = s.ClosePlan(ctx, byHan, p.ID, goal.PlanClosing{})
	require.ErrorIs(t, err, broken)
	_, err = s.Goal(ctx, byLin, goals[0].ID)
	require.ErrorIs(t, err, broken)
}

type brokenStore struct {
	goal.Store
	err error
}

func (s brokenStore) Get(context.Context, record.Key) (goal.Goal, error) { return goal.Goal{}, s.err }

func TestNothingIsLeftBehindWhenAStoreFails(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err)
	broken := errors.New("disk full")
	failing := h.stores
	failing.InTx = func(ctx context.Context, do func(goal.Stores) error) error {
		return h.stores.InTx(ctx, func(in goal.Stores) error {
			if err := do(in); err != nil {
				return err
			}
			return broken
		})
	}
	s := goal.NewService(failing, access.Gate{Policy: goal.Policy(), Clock: func() time.Time { return h.now }}, goal.Rules{})
	_, err = s.ProposePlan(ctx, byLin, p.ID)
	require.ErrorIs(t, err, broken)
	g, err := h.Goal(ctx, byLin, goals[0].ID)
	require.NoError(t, err)
	assert.Equal(t, goal.StatusDraft, g.Status)
}
