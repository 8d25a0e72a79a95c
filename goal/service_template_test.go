package goal_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

func (h *house) plansOf(t *testing.T) []goal.Plan {
	t.Helper()
	all, err := record.Collect(h.Plans(t.Context(), byHan, goal.PlanFilter{}))
	require.NoError(t, err)
	return all
}

func TestABatchMakesEverybodysPlanOnce(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	made, err := h.KeepTemplate(ctx, byHan, sales())
	require.NoError(t, err)
	batch := goal.Batch{Key: "2024-q3", Period: q3, People: []goal.Assignee{seller("lin"), seller("mei")}}
	plans, err := h.Assign(ctx, byWei, made.ID, batch)
	require.NoError(t, err)
	require.Len(t, plans, 2)
	assert.Equal(t, "mei", plans[1].Employee)
	assert.Equal(t, record.Ref{Kind: "goal_template", ID: made.ID, Version: 1}, plans[1].Origin.Template)
	assert.Len(t, plans[0].Extras.Vetoes, 3)
	g, err := h.Goal(ctx, byLin, plans[0].Items[0].Goal)
	require.NoError(t, err)
	assert.Equal(t, "Sell 1000 in the north", g.Terms.Title)

	// The answer got lost: the same batch again makes nothing, one with more people the rest.
	_, err = h.EditTemplate(ctx, byHan, made.ID, sales())
	require.NoError(t, err)
	batch.People = append(batch.People, seller("wei"))
	again, err := h.Assign(ctx, byHan, made.ID, batch)
	require.NoError(t, err)
	for i, p := range plans {
		assert.Equal(t, p.Key(), again[i].Key())
		assert.Equal(t, p.Version, again[i].Version)
		assert.Equal(t, p.Digest(), again[i].Digest())
	}
	assert.Len(t, h.plansOf(t), 3)
	goals, err := record.Collect(h.Goals(ctx, byHan, goal.Filter{}))
	require.NoError(t, err)
	assert.Len(t, goals, 9)

	// A plan that was cancelled is not made again by its batch, but by another.
	_, err = h.CancelPlan(ctx, byWei, plans[0].ID, "lin leaves")
	require.NoError(t, err)
	again, err = h.Assign(ctx, byHan, made.ID, batch)
	require.NoError(t, err)
	assert.Equal(t, goal.PlanStatusCancelled, again[0].Status)
	batch.Key, batch.People = "once more", batch.People[:1]
	again, err = h.Assign(ctx, byHan, made.ID, batch)
	require.NoError(t, err)
	assert.Equal(t, goal.PlanStatusDraft, again[0].Status)
}

func TestABatchIsRefusedAsAWholeWithAllThatIsWrong(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	d := sales()
	d.Parameters = append(d.Parameters, goal.Parameter{Name: "above", Kind: goal.TextParameter})
	d.Items[0].Terms.Supports = []goal.Link{{Goal: "{above}"}}
	made, err := h.KeepTemplate(ctx, byHan, d)
	require.NoError(t, err)
	top, err := h.Draft(ctx, byHan, goal.Draft{Owner: "acme", Level: goal.Company, Period: q3, Terms: outline().Items[1].Terms})
	require.NoError(t, err)
	of := func(employee, above string) goal.Assignee {
		a := seller(employee)
		a.Values["above"] = above
		return a
	}
	first := goal.Batch{Key: "1", Period: q3, People: []goal.Assignee{of("lin", top.ID), of("wei", top.ID)}}
	_, err = h.Assign(ctx, byHan, made.ID, first)
	require.NoError(t, err)
	other := of("lin", top.ID)
	other.Values["target"] = "2000"
	_, err = h.Assign(ctx, byHan, made.ID, goal.Batch{Key: "1", Period: q3, People: []goal.Assignee{other, of("mei", "gone")}})
	assert.Equal(t, []string{
		"people[0].values goal.batch.changed", "people[1].items[0].terms.supports[0].goal goal.link.unknown",
	}, codes(err))
	require.ErrorContains(t, err, "mei: ")
	_, err = h.Assign(ctx, byHan, made.ID, goal.Batch{Key: "2", Period: q3, People: []goal.Assignee{of("mei", top.ID), of("wei", top.ID)}})
	assert.Equal(t, []string{"people[1].employee goal.batch.planned"}, codes(err))
	assert.Len(t, h.plansOf(t), 2, "mei has none either")
	_, err = h.Assign(ctx, byHan, made.ID, goal.Batch{Period: q3})
	assert.Equal(t, []string{"key goal.batch.key", "people goal.batch.people"}, codes(err))
	_, err = h.Assign(ctx, byHan, "gone", first)
	require.ErrorIs(t, err, fault.ErrNotFound)
	_, err = h.RetireTemplate(ctx, byHan, made.ID)
	require.NoError(t, err)
	_, err = h.Assign(ctx, byHan, made.ID, first)
	require.ErrorIs(t, err, fault.ErrTransition)
	_, err = h.RestoreTemplate(ctx, byHan, made.ID)
	require.NoError(t, err)
	_, err = h.Assign(ctx, byHan, made.ID, first)
	require.NoError(t, err)
}

func TestABatchLeavesNothingBehindWhenAStoreFails(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	made, err := h.KeepTemplate(ctx, byHan, sales())
	require.NoError(t, err)
	stop := errors.New("the disk is full")
	broken := h.stores
	broken.Goals = brokenStore{h.stores.Goals, stop}
	broken.InTx = nil
	inTx := h.stores.InTx
	d := sales()
	d.Items[0].Terms.Supports = []goal.Link{{Goal: "any"}}
	linked, err := h.KeepTemplate(ctx, byHan, d)
	require.NoError(t, err)
	broken.InTx = func(c context.Context, do func(goal.Stores) error) error {
		return inTx(c, func(in goal.Stores) error {
			in.Goals = brokenStore{in.Goals, stop}
			return do(in)
		})
	}
	s := goal.NewService(broken, access.Gate{Policy: goal.Policy()}, goal.Rules{})
	_, err = s.Assign(ctx, byHan, linked.ID, goal.Batch{Key: "1", Period: q3, People: []goal.Assignee{seller("lin")}})
	require.ErrorIs(t, err, stop)
	require.NotErrorIs(t, err, fault.ErrInvalid, "what fails is not the input's fault")
	assert.Empty(t, h.plansOf(t))
	_, err = s.Template(ctx, byHan, made.ID)
	require.NoError(t, err)
}

func TestWhoMayUseTheLibrary(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	made, err := h.KeepTemplate(ctx, byHan, sales())
	require.NoError(t, err)
	actors := []access.Actor{byLin, byWei, byZhao, byMei, byHan, scheduler}
	for name, c := range map[string]struct {
		allowed []string
		try     func(access.Actor) error
	}{
		"keep": {[]string{"han"}, func(a access.Actor) error { _, err := h.KeepTemplate(ctx, a, sales()); return err }},
		"edit": {[]string{"han"}, func(a access.Actor) error { _, err := h.EditTemplate(ctx, a, made.ID, sales()); return err }},
		"read": {[]string{"lin", "wei", "zhao", "mei", "han", "scheduler"}, func(a access.Actor) error { _, err := h.Template(ctx, a, made.ID); return err }},
		"assign to lin": {[]string{"lin", "wei", "han"}, func(a access.Actor) error {
			_, err := h.Assign(ctx, a, made.ID, goal.Batch{Period: q3, People: []goal.Assignee{{Employee: "lin"}}})
			return err
		}},
		"assign to lin and mei": {[]string{"wei", "han"}, func(a access.Actor) error {
			_, err := h.Assign(ctx, a, made.ID, goal.Batch{Period: q3, People: []goal.Assignee{{Employee: "lin"}, {Employee: "mei"}}})
			return err
		}},
	} {
		var allowed []string
		for _, a := range actors {
			if err := c.try(a); !errors.Is(err, fault.ErrForbidden) {
				allowed = append(allowed, a.Person)
			}
		}
		assert.Equal(t, c.allowed, allowed, name)
	}
	_, err = h.Template(ctx, access.Actor{Tenant: "other", Person: "han", Roles: []access.Role{access.HR}}, made.ID)
	require.ErrorIs(t, err, fault.ErrNotFound)
}

func TestTheLibraryIsSearched(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	for _, name := range []string{"Sales B", "Sales A", "Office"} {
		d := sales()
		d.Name = name
		if name == "Office" {
			d.Family, d.Tags, d.Description = "office", nil, ""
		}
		_, err := h.KeepTemplate(ctx, byHan, d)
		require.NoError(t, err)
	}
	search := func(f goal.TemplateFilter, words ...string) (names []string) {
		for m, err := range h.Templates(ctx, byLin, f, words...) {
			require.NoError(t, err)
			names = append(names, m.Name)
		}
		return names
	}
	assert.Equal(t, []string{"Office", "Sales A", "Sales B"}, search(goal.TemplateFilter{}))
	assert.Equal(t, []string{"Sales A", "Sales B"}, search(goal.TemplateFilter{Families: []string{"sales"}}))
	assert.Equal(t, []string{"Sales B"}, search(goal.TemplateFilter{Statuses: []goal.TemplateStatus{goal.TemplateStatusInUse}}, "field", "sales b"))
	assert.Empty(t, search(goal.TemplateFilter{Statuses: []goal.TemplateStatus{goal.TemplateStatusRetired}}))
	for range h.Templates(ctx, byLin, goal.TemplateFilter{}) {
		break
	}
}

func TestACancelledPlanTakesItsGoalsAlongAndFreesThePeriod(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals := h.activePlan(t)
	_, err := h.CancelPlan(ctx, byLin, p.ID, "too hard")
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = h.CancelPlan(ctx, byWei, p.ID, "")
	assert.Equal(t, []string{"reason record.reason.required"}, codes(err))
	_, err = h.Cancel(ctx, byWei, goals[0].ID, "the product was sold")
	require.NoError(t, err)
	p, err = h.CancelPlan(ctx, byWei, p.ID, "lin leaves")
	require.NoError(t, err)
	assert.Equal(t, goal.PlanStatusCancelled, p.Status)
	for _, g := range goals {
		g, err := h.Goal(ctx, byWei, g.ID)
		require.NoError(t, err)
		assert.Equal(t, goal.StatusCancelled, g.Status)
	}
	h.on("2024-06-20")
	second, _, err := h.DraftPlan(ctx, byLin, outline())
	require.NoError(t, err, "lin has another post")
	_, _, err = h.DraftPlan(ctx, byLin, outline())
	require.ErrorIs(t, err, fault.ErrExists)
	_, err = h.CancelPlan(ctx, byWei, second.ID, "lin leaves after all")
	require.NoError(t, err, "two that were cancelled are no conflict")
}

func TestWhatAPlanLeavesOpenGoesIntoTheNext(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{WorkTime: number.WorkTime{HoursPerDay: dec("8"), DaysPerWeek: dec("5")}}), t.Context()
	p, goals := h.activePlan(t)
	h.on("2024-08-15")
	_, err := h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: []goal.Reading{{Metric: "response time", Value: dec("1080"), Unit: number.Minute}}})
	require.NoError(t, err)
	carried := []goal.Carrying{{Goal: goals[0].ID, How: goal.CarryContinue}, {Goal: goals[2].ID, How: goal.CarryRestart}}
	_, err = h.CarryOver(ctx, byMei, p.ID, q4, carried)
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = h.CarryOver(ctx, byLin, p.ID, q4, append(carried, goal.Carrying{Goal: goals[1].ID, How: goal.CarryRemainder}))
	assert.Equal(t, []string{"carried[2].measures[0] goal.carry.figure"}, codes(err))
	o, err := h.CarryOver(ctx, byLin, p.ID, q4, carried)
	require.NoError(t, err)
	assert.Equal(t, "18", o.Items[0].Terms.Measures[0].Baseline.String(), "the last check-in's")
	assert.Nil(t, carried[0].Readings, "the argument does not change")
	next, drafted, err := h.DraftPlan(ctx, byLin, o)
	require.NoError(t, err)
	assert.Equal(t, q4, next.Period)
	assert.Equal(t, goals[0].ID, drafted[0].CarriedFrom)

	o.Period = calendar.Quarter(2025, 1)
	o.Items[1].CarriedFrom = "gone"
	_, _, err = h.DraftPlan(ctx, byLin, o)
	assert.Equal(t, []string{"items[1].carriedFrom goal.plan.owner"}, codes(err))
	o.Employee = "mei"
	_, _, err = h.DraftPlan(ctx, byHan, o)
	assert.Equal(t, []string{"items[0].carriedFrom goal.plan.owner", "items[1].carriedFrom goal.plan.owner"}, codes(err))
	_, err = h.Draft(ctx, byHan, goal.Draft{Owner: "mei", Level: goal.Individual, Period: q4, Terms: outline().Items[1].Terms, CarriedFrom: goals[0].ID})
	assert.Equal(t, []string{"carriedFrom goal.plan.owner"}, codes(err))
}

func TestAPlanOfEveryKindIsClosed(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{WorkTime: number.WorkTime{HoursPerDay: dec("8"), DaysPerWeek: dec("5")}}), t.Context()
	effort := goal.Measure{Metric: "effort", Unit: number.WorkHour, Direction: goal.Decrease, Target: new(dec("40"))}
	p, goals, err := h.DraftPlan(ctx, byLin, goal.Outline{Employee: "lin", Period: q3, Extras: extras(), Items: []goal.OutlineItem{
		{Weight: dec("25"), Terms: goal.Terms{Form: goal.KPI, Title: "Spend less", Measures: []goal.Measure{effort}}},
		{Weight: dec("25"), Terms: move().Terms},
		{Weight: dec("25"), Terms: handbook()},
		{Weight: dec("25"), Terms: goal.Terms{
			Form: goal.Development, Title: "Learn SQL", Learning: "writes queries alone",
			Measures: []goal.Measure{{Metric: "courses", Direction: goal.Increase}},
		}},
	}})
	require.NoError(t, err)
	p, err = h.SetExtras(ctx, byLin, p.ID, goal.Extras{Vetoes: extras().Vetoes[2:]})
	require.NoError(t, err)
	p, err = h.ProposePlan(ctx, byLin, p.ID)
	require.NoError(t, err)
	_, err = h.SetExtras(ctx, byLin, p.ID, goal.Extras{})
	require.ErrorIs(t, err, fault.ErrTransition, "what is proposed stays")
	for _, a := range []access.Actor{byLin, byWei} {
		_, err = h.SignPlan(ctx, a, p.ID, map[string]string{"lin": goal.ByEmployee, "wei": goal.ByManager}[a.Person], p.Digest(), "")
		require.NoError(t, err)
	}
	h.on("2024-07-01")
	_, err = h.ActivatePlan(ctx, byWei, p.ID)
	require.NoError(t, err)
	h.on("2024-09-30")
	_, err = h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: []goal.Reading{{Metric: "effort", Value: dec("10"), Unit: number.WorkDay}}})
	require.NoError(t, err, "the rules say how long a working day is")
	_, err = h.CheckIn(ctx, byLin, goals[1].ID, goal.CheckInDraft{Done: []goal.Done{{Step: "plan", On: day("2024-07-31")}, {Step: "build", On: day("2024-08-31")}}})
	require.NoError(t, err)

	for left, done := range map[int][]goal.Done{1: nil, 2: {{Step: "plan", On: day("2024-07-31")}}} {
		o, err := h.CarryOver(ctx, byLin, p.ID, q4, []goal.Carrying{{Goal: goals[1].ID, How: goal.CarryContinue, Done: done}})
		require.NoError(t, err)
		assert.Len(t, o.Items[0].Terms.Steps, left, "less the steps done, those of the last check-in when none are named")
	}

	closing := goal.PlanClosing{Goals: []goal.Closing{
		{Goal: goals[1].ID, Level: "A"},
		{Goal: goals[2].ID, Judged: goal.StatusAchieved, Reason: "r"},
		{Goal: goals[3].ID, Judged: goal.StatusAchieved, Score: new(dec("100")), Reason: "she does", Level: "A", Done: []goal.Done{{Step: "x"}}, Readings: hours("9")},
	}}
	_, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	assert.Equal(t, []string{
		"goals[0].judged goal.result.counted",
		"goals[1].judged goal.result.level", "goals[1].level rating.rubric.grade.unknown",
		"goals[2].readings[0].metric goal.reading.unknown", "goals[2].done goal.steps.none", "goals[2].level goal.rubric.none",
	}, codes(err))
	closing.Goals[0] = goal.Closing{Goal: goals[1].ID, Done: []goal.Done{{Step: "plan", On: day("2024-10-01")}}}
	closing.Goals[1] = goal.Closing{Goal: goals[2].ID, Level: "A"}
	closing.Goals[2] = goal.Closing{Goal: goals[3].ID, Judged: goal.StatusAchieved, Score: new(dec("100")), Reason: "she does"}
	_, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	assert.Equal(t, []string{
		"goals[0].done[0].on goal.checkin.future", "goals[1].reason rating.input.reason.required", "goals[2].evidence goal.learning.evidence",
	}, codes(err))
	closing.Goals[0] = goal.Closing{Goal: goals[1].ID}
	closing.Goals[1].Reason = "they do"
	closing.Goals[2].Readings = []goal.Reading{{Metric: "courses", Value: dec("2")}}
	closing.Goals[2].Evidence = []record.Evidence{{Note: "the reports since August"}}
	closing.Findings = []goal.Finding{{Item: "complaint", Breaches: new(2), Reason: "3 and 9 July"}}
	p, err = h.ClosePlan(ctx, byWei, p.ID, closing)
	require.NoError(t, err)
	assert.Equal(t, "81", p.Result.Score.String(), "(50 + 70 + 120 + 100) ÷ 4, less 2 complaints at 2 points")
	learnt, err := h.Goal(ctx, byLin, goals[3].ID)
	require.NoError(t, err)
	assert.Equal(t, closing.Goals[2].Readings, learnt.Result.Readings, "a figure without a target is kept with the judgement")
}
