package improvement

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// An Action is something that is done for the plan.
type Action struct {
	What  string        `json:"what" validate:"max=2000"`
	Owner string        `json:"owner" validate:"max=200"`
	Due   calendar.Date `json:"due"`
	// Sessions a week and the hours of each, where the action is a regular one.
	Sessions int              `json:"sessions,omitempty"`
	Hours    *decimal.Decimal `json:"hours,omitempty"`
	Done     calendar.Date    `json:"done,omitzero"`
}

// Support is what the company promises: a budget, a mentor, access, a training.
type Support struct {
	Kind  SupportKind   `json:"kind"`
	What  string        `json:"what" validate:"max=1000"`
	Owner string        `json:"owner" validate:"max=200"`
	Given calendar.Date `json:"given,omitzero"`
	// Absence explains support that was not given.
	Absence string `json:"absence,omitempty" validate:"max=1000"`
}

// A SupportKind is a form of support.
type SupportKind string

// The kinds of support.
const (
	BudgetSupport   SupportKind = "budget"
	MentorSupport   SupportKind = "mentor"
	ToolSupport     SupportKind = "tool"
	TrainingSupport SupportKind = "training"
)

var supportKinds = fault.Names[SupportKind]{
	BudgetSupport:   {En: "budget", Zh: "预算"},
	MentorSupport:   {En: "mentor", Zh: "导师"},
	ToolSupport:     {En: "tools and access", Zh: "工具与权限"},
	TrainingSupport: {En: "training", Zh: "培训"},
}

// In is the kind of support in words: mentor, 导师.
func (k SupportKind) In(l text.Lang) string { return supportKinds.In(k, l) }

// A Milestone is a step on the way that is looked at on a day.
type Milestone struct {
	What string        `json:"what" validate:"max=1000"`
	Due  calendar.Date `json:"due"`
	Done calendar.Date `json:"done,omitzero"`
}

// maxSessions and maxHours are how much a week has room for.
const maxSessions, maxHours = 21, 24

func (p Plan) checkActions(v *fault.Violations) {
	if p.Type == PIP && len(p.Actions) == 0 {
		v.Add("actions", actionRequired)
	}
	for i, a := range p.Actions {
		path := fault.Index("actions", i)
		p.checkItem(v, path, a.What, a.Due)
		if blank(a.Owner) {
			v.Add(fault.Field(path, "owner"), ownerRequired)
		}
		if a.Sessions < 0 || a.Sessions > maxSessions {
			v.Add(fault.Field(path, "sessions"), sessionsRange, "max", maxSessions)
		}
		if (a.Sessions != 0) != (a.Hours != nil) {
			v.Add(fault.Field(path, "hours"), hoursRequired)
		}
		if a.Hours != nil {
			v.Nest(fault.Field(path, "hours"), number.Check(*a.Hours))
			if !a.Hours.IsPositive() || a.Hours.GreaterThan(decimal.NewFromInt(maxHours)) {
				v.Add(fault.Field(path, "hours"), hoursRange, "max", maxHours)
			}
		}
	}
}

func (p Plan) checkSupport(v *fault.Violations) {
	if p.Type == PIP && len(p.Support) == 0 && blank(p.NoSupport) {
		v.Add("support", supportRequired)
	}
	for i, s := range p.Support {
		path := fault.Index("support", i)
		supportKinds.Check(v, fault.Field(path, "kind"), s.Kind)
		if blank(s.What) {
			v.Add(fault.Field(path, "what"), whatRequired)
		}
		if blank(s.Owner) {
			v.Add(fault.Field(path, "owner"), ownerRequired)
		}
	}
}

// FinishAction says that the ith action was done on a day.
func (p Plan) FinishAction(i int, on calendar.Date, by record.Stamp) (Plan, error) {
	return p.fulfil("actions", i, len(p.Actions), on, by, func(p *Plan) {
		p.Actions = slices.Clone(p.Actions)
		p.Actions[i].Done = on
	})
}

// PassMilestone says that the ith milestone was reached on a day.
func (p Plan) PassMilestone(i int, on calendar.Date, by record.Stamp) (Plan, error) {
	return p.fulfil("milestones", i, len(p.Milestones), on, by, func(p *Plan) {
		p.Milestones = slices.Clone(p.Milestones)
		p.Milestones[i].Done = on
	})
}

// GiveSupport says that the ith support was given on a day.
func (p Plan) GiveSupport(i int, on calendar.Date, by record.Stamp) (Plan, error) {
	return p.fulfil("support", i, len(p.Support), on, by, func(p *Plan) {
		p.Support = slices.Clone(p.Support)
		p.Support[i].Given, p.Support[i].Absence = on, ""
	})
}

// ExplainSupport says why the ith support is not given.
func (p Plan) ExplainSupport(i int, absence string, by record.Stamp) (Plan, error) {
	if blank(absence) {
		var v fault.Violations
		v.Add(fault.Field(fault.Index("support", i), "absence"), absenceRequired)
		return p, v
	}
	return p.fulfil("support", i, len(p.Support), p.Period.From, by, func(p *Plan) {
		p.Support = slices.Clone(p.Support)
		p.Support[i].Given, p.Support[i].Absence = calendar.Date{}, absence
	})
}

// fulfil notes something as done in a plan that is active.
func (p Plan) fulfil(path string, i, n int, on calendar.Date, by record.Stamp, note func(*Plan)) (Plan, error) {
	next, err := p.move(EventFulfil, by)
	if err != nil {
		return p, err
	}
	var v fault.Violations
	if i < 0 || i >= n {
		v.Add(fault.Index(path, i), itemUnknown, "count", n)
	}
	if on.Before(p.Period.From) {
		v.Add(fault.Index(path, i), beforePlan, "on", on, "from", p.Period.From)
	}
	if err := v.Err(); err != nil {
		return p, err
	}
	note(&next)
	if err := next.Validate(); err != nil {
		return p, err
	}
	return next, nil
}
