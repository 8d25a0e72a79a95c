package improvement_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/record"
)

func TestNewPlanRefusesEverythingThatIsMissingAtOnce(t *testing.T) {
	_, err := improvement.New(key, improvement.Draft{Type: improvement.PIP}, at(manager))
	require.ErrorIs(t, err, fault.ErrInvalid)
	requireOnly(t, err, map[string]string{
		"employee": "improvement.person.required", "manager": "improvement.person.required",
		"period.from": "calendar.date.required", "period.to": "calendar.date.required",
		"aims": "improvement.aim.required", "actions": "improvement.action.required",
		"support": "improvement.support.required", "tracking": "improvement.tracking.required",
	})
	_, err = improvement.New(record.Key{}, pip(), record.Stamp{})
	assert.True(t, fault.Of(err).Has("record.tenant.required"), err)
}

func TestPlanStructure(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*improvement.Draft)
		want   map[string]string
	}{
		"as it is":                       {func(*improvement.Draft) {}, map[string]string{}},
		"a type there is not":            {func(d *improvement.Draft) { d.Type = "plan" }, map[string]string{"type": "fault.value.unknown"}},
		"the manager is another":         {func(d *improvement.Draft) { d.Manager = employee }, map[string]string{"manager": "improvement.manager.self"}},
		"29 days are too few for a PIP":  {func(d *improvement.Draft) { d.Period.From = first.AddDays(1) }, map[string]string{"period": "improvement.period.length"}},
		"91 days are too many":           {func(d *improvement.Draft) { d.Period.To = first.AddDays(90) }, map[string]string{"period": "improvement.period.length"}},
		"90 days are not":                {func(d *improvement.Draft) { d.Period.To = first.AddDays(89) }, map[string]string{}},
		"other lengths by other rules":   {func(d *improvement.Draft) { d.Period.To, d.Policy = first.AddDays(119), longer }, map[string]string{}},
		"rules that admit nothing":       {func(d *improvement.Draft) { d.Policy = improvement.PlanPolicy{MaxExtensions: -1, Places: 11} }, map[string]string{"policy.name": "improvement.policy.name", "policy.maxDays": "improvement.policy.length", "policy.maxExtensions": "improvement.policy.extensions", "policy.places": "improvement.policy.places", "period": "improvement.period.length", "extension": "improvement.extension.bounds"}},
		"an extension says of what":      {func(d *improvement.Draft) { d.Extension = 1 }, map[string]string{"extension": "improvement.extension.bounds"}},
		"what extends counts":            {func(d *improvement.Draft) { d.Follows = "p0" }, map[string]string{"extension": "improvement.extension.bounds"}},
		"more extensions than there are": {func(d *improvement.Draft) { d.Follows, d.Extension = "p0", 2 }, map[string]string{"extension": "improvement.extension.bounds"}},
		"an aim without figures":         {func(d *improvement.Draft) { d.Aims[0].Baseline, d.Aims[0].Target = nil, nil }, map[string]string{"aims[0].baseline": "improvement.figure.required", "aims[0].target": "improvement.figure.required"}},
		"an aim out of bounds":           {func(d *improvement.Draft) { d.Aims[0].Target = new(dec("1e-19")) }, map[string]string{"aims[0].target": "number.bounds"}},
		"an aim that stands still":       {func(d *improvement.Draft) { d.Aims[0].Target = new(dec("24.0")) }, map[string]string{"aims[0].target": "improvement.aim.still"}},
		"an aim the wrong way":           {func(d *improvement.Draft) { d.Aims[0].Direction = goal.Increase }, map[string]string{"aims[0].target": "improvement.aim.backwards"}},
		"an aim in no direction":         {func(d *improvement.Draft) { d.Aims[0].Direction = "" }, map[string]string{"aims[0].direction": "fault.value.unknown"}},
		"an aim of nothing":              {func(d *improvement.Draft) { d.Aims[0].Metric = " " }, map[string]string{"aims[0].metric": "improvement.metric.required"}},
		"the same aim twice":             {func(d *improvement.Draft) { d.Aims = append(d.Aims, d.Aims[0]) }, map[string]string{"aims[1].metric": "improvement.metric.twice"}},
		"an aim due after the end":       {func(d *improvement.Draft) { d.Aims[0].Due = last.AddDays(1) }, map[string]string{"aims[0].due": "improvement.due.outside"}},
		"an action due after the end":    {func(d *improvement.Draft) { d.Actions[0].Due = last.AddDays(1) }, map[string]string{"actions[0].due": "improvement.due.outside"}},
		"a milestone after the end":      {func(d *improvement.Draft) { d.Milestones[0].Due = last.AddDays(1) }, map[string]string{"milestones[0].due": "improvement.due.outside"}},
		"an action of nobody":            {func(d *improvement.Draft) { d.Actions[0] = improvement.Action{} }, map[string]string{"actions[0].what": "improvement.what.required", "actions[0].owner": "improvement.owner.required", "actions[0].due": "improvement.date.required"}},
		"sessions without hours":         {func(d *improvement.Draft) { d.Actions[0].Sessions = 2 }, map[string]string{"actions[0].hours": "improvement.hours.required"}},
		"more sessions than a week has":  {func(d *improvement.Draft) { d.Actions[0].Sessions, d.Actions[0].Hours = 22, new(dec("1")) }, map[string]string{"actions[0].sessions": "improvement.sessions.range"}},
		"sessions of no length":          {func(d *improvement.Draft) { d.Actions[0].Sessions, d.Actions[0].Hours = 2, new(dec("0")) }, map[string]string{"actions[0].hours": "improvement.hours.range"}},
		"a PIP without an action":        {func(d *improvement.Draft) { d.Actions = nil }, map[string]string{"actions": "improvement.action.required"}},
		"a PIP without support":          {func(d *improvement.Draft) { d.Support = nil }, map[string]string{"support": "improvement.support.required"}},
		"which is explained":             {func(d *improvement.Draft) { d.Support, d.NoSupport = nil, "She was trained in September." }, map[string]string{}},
		"support of no kind":             {func(d *improvement.Draft) { d.Support[0] = improvement.Support{} }, map[string]string{"support[0].kind": "fault.value.unknown", "support[0].what": "improvement.what.required", "support[0].owner": "improvement.owner.required"}},
		"tracking never":                 {func(d *improvement.Draft) { d.Tracking = nil }, map[string]string{"tracking": "improvement.tracking.required"}},
		"tracking at no cadence, twice":  {func(d *improvement.Draft) { d.Tracking = []calendar.Cadence{"daily", calendar.Weekly, calendar.Weekly} }, map[string]string{"tracking[0]": "calendar.cadence.unknown", "tracking[2]": "improvement.tracking.twice"}},
		"texts are bounded": {func(d *improvement.Draft) {
			long := strings.Repeat("长", 2001)
			d.Aims[0].Metric, d.Aims[0].Method, d.Actions[0].What, d.Support[0].What, d.Milestones[0].What, d.NoSupport, d.Actions[0].Owner = long, long, long, long, long, long, long
		}, map[string]string{"aims[0].metric": "check.long", "aims[0].method": "check.long", "actions[0].what": "check.long", "support[0].what": "check.long", "milestones[0].what": "check.long", "noSupport": "check.long", "actions[0].owner": "check.long"}},
		"an IDP may do without": {func(d *improvement.Draft) {
			d.Type, d.Actions, d.Support, d.Tracking, d.Period.From = improvement.IDP, nil, nil, nil, last.AddDays(-20)
			d.Milestones = nil
		}, map[string]string{}},
	} {
		t.Run(name, func(t *testing.T) {
			d := pip()
			c.change(&d)
			_, err := improvement.New(key, d, at(manager))
			requireOnly(t, err, c.want)
		})
	}
}

var longer = improvement.PlanPolicy{Name: "pip-120", MinDays: 60, MaxDays: 120, MaxExtensions: 0, Places: 0}

func TestPlanKeepsTheRulesItWasMadeUnder(t *testing.T) {
	assert.Equal(t, improvement.DefaultPolicy(improvement.PIP), drafted(t, pip()).Policy)
	assert.Equal(t, improvement.DefaultPolicy(improvement.IDP), drafted(t, idp()).Policy)
	d := pip()
	d.Policy, d.Period.To = longer, first.AddDays(59)
	assert.Equal(t, longer, drafted(t, d).Policy)
}

func TestPlanSharesNothingWithItsDraft(t *testing.T) {
	d := pip()
	p, err := improvement.New(key, d, at(manager))
	require.NoError(t, err)
	d.Actions[0].What, d.Aims[0].Metric, d.Support[0].What = "changed", "changed", "changed"
	assert.Equal(t, pip().Actions, p.Actions)
	assert.Equal(t, pip().Aims[0].Metric, p.Aims[0].Metric)
	out := p.Draft()
	out.Support[0].What = "changed"
	assert.Equal(t, pip().Support, p.Support)
}

func TestADraftHasNothingDone(t *testing.T) {
	d := pip()
	d.Actions[0].Done, d.Support[0].Given, d.Milestones[0].Done = first, first, first
	p := drafted(t, d)
	assert.Equal(t, pip().Actions, p.Actions)
	assert.Equal(t, pip().Support, p.Support)
	assert.Equal(t, pip().Milestones, p.Milestones)
	assert.Equal(t, first, d.Actions[0].Done, "the draft stays as it was")
}

func TestEditKeepsPeopleAndRules(t *testing.T) {
	p := drafted(t, pip())
	d := p.Draft()
	d.Actions = append(d.Actions, improvement.Action{What: "Read the guide.", Owner: employee, Due: last})
	edited, err := p.Edit(d, at(manager))
	require.NoError(t, err)
	assert.Len(t, edited.Actions, 2)
	assert.Len(t, p.Actions, 1)

	d.Type, d.Employee, d.Manager, d.Interview, d.Policy = improvement.IDP, "x", "y", "z", longer
	d.Follows, d.Extension = "p0", 1
	_, err = p.Edit(d, at(manager))
	requireOnly(t, err, map[string]string{
		"type": "improvement.plan.fixed", "employee": "improvement.plan.fixed", "manager": "improvement.plan.fixed",
		"interview": "improvement.plan.fixed", "policy": "improvement.plan.fixed", "follows": "improvement.plan.fixed",
	})
}

func TestWhatIsDoneIsNoted(t *testing.T) {
	p := active(t, pip())
	day := first.AddDays(3)
	p, err := p.FinishAction(0, day, at(employee))
	require.NoError(t, err)
	p, err = p.PassMilestone(0, day, at(manager))
	require.NoError(t, err)
	p, err = p.ExplainSupport(0, "The mentor fell ill.", at(manager))
	require.NoError(t, err)
	assert.Equal(t, "The mentor fell ill.", p.Support[0].Absence)
	p, err = p.GiveSupport(0, day, at(manager))
	require.NoError(t, err)
	assert.Equal(t, []calendar.Date{day, day, day}, []calendar.Date{p.Actions[0].Done, p.Milestones[0].Done, p.Support[0].Given})
	assert.Empty(t, p.Support[0].Absence, "support that was given needs no excuse")

	for _, do := range []func(int, calendar.Date, record.Stamp) (improvement.Plan, error){p.FinishAction, p.PassMilestone, p.GiveSupport} {
		for _, i := range []int{-1, 1} {
			_, err = do(i, day, at(manager))
			assert.True(t, fault.Of(err).Has("improvement.item.unknown"), err)
		}
		_, err = do(0, first.AddDays(-1), at(manager))
		assert.True(t, fault.Of(err).Has("improvement.on.before"), err)
		_, err = do(0, calendar.Date{}, at(manager))
		assert.True(t, fault.Of(err).Has("improvement.on.before"), err)
	}
	_, err = p.ExplainSupport(0, " ", at(manager))
	requireOnly(t, err, map[string]string{"support[0].absence": "improvement.absence.required"})
	_, err = p.ExplainSupport(4, "No.", at(manager))
	requireOnly(t, err, map[string]string{"support[4]": "improvement.item.unknown"})
}
