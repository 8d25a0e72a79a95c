package improvement

import (
	"slices"
	"strings"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Plan is a performance improvement plan or an individual development plan (I1): what
// is to be reached, what is done for it by whom, what support is promised, and by which
// milestones it is followed.
type Plan struct {
	record.Meta `json:"meta,omitzero"`

	Type      Type   `json:"type"`
	Employee  string `json:"employee" validate:"max=200"`
	Manager   string `json:"manager" validate:"max=200"`
	Interview string `json:"interview,omitempty" validate:"max=200"` // where it was agreed
	// Follows is the plan that this one extends, Extension how many times there was one before.
	Follows   string          `json:"follows,omitempty" validate:"max=200"`
	Extension int             `json:"extension,omitempty"`
	Period    calendar.Period `json:"period"`
	// Policy is the rules that the plan was made under.
	Policy  PlanPolicy `json:"policy"`
	Aims    []Aim      `json:"aims" validate:"max=50,dive"`
	Actions []Action   `json:"actions" validate:"max=200,dive"`
	Support []Support  `json:"support,omitempty" validate:"max=50,dive"`
	// NoSupport says why none is promised.
	NoSupport  string             `json:"noSupport,omitempty" validate:"max=1000"`
	Milestones []Milestone        `json:"milestones,omitempty" validate:"max=50,dive"`
	Tracking   []calendar.Cadence `json:"tracking"`
	Approved   *record.Stamp      `json:"approved,omitempty"`
	Log        []Progress         `json:"log,omitempty" validate:"dive"`
	Closing    *Closing           `json:"closing,omitempty"`
	Status     Status             `json:"status"`
	// Signatures are those that started the plan; the closing has its own.
	Signatures record.Signatures `json:"signatures,omitempty"`
}

// A Type is what a plan is for.
type Type string

// The types.
const (
	PIP Type = "pip" // performance improvement plan 绩效改进计划
	IDP Type = "idp" // individual development plan 个人发展计划
)

var types = fault.Names[Type]{
	PIP: {En: "performance improvement plan", Zh: "绩效改进计划"},
	IDP: {En: "individual development plan", Zh: "个人发展计划"},
}

// In is the type in words: performance improvement plan, 绩效改进计划.
func (t Type) In(l text.Lang) string { return types.In(t, l) }

// A PlanPolicy is the rules of plans of one type, as data. It is kept with the plan, so
// that a later change of the rules does not reach it.
type PlanPolicy struct {
	Name string `json:"name"`
	// MinDays and MaxDays bound the length of a plan, both ends counted.
	MinDays int `json:"minDays"`
	MaxDays int `json:"maxDays"`
	// MaxExtensions is how many times a plan may be extended in a row (I3).
	MaxExtensions int `json:"maxExtensions"`
	// Places is how many digits after the point an expected figure is rounded to, half
	// away from zero; it keeps more where baseline or target have more.
	Places int32 `json:"places"`
}

// DefaultPolicy is what a plan is made under when nothing else is said: 30 to 90 days
// for a PIP, a week to a year for an IDP, and one extension.
func DefaultPolicy(t Type) PlanPolicy {
	if t == IDP {
		return PlanPolicy{Name: "idp-year", MinDays: 7, MaxDays: 366, MaxExtensions: 1, Places: 2}
	}
	return PlanPolicy{Name: "pip-30-90", MinDays: 30, MaxDays: 90, MaxExtensions: 1, Places: 2}
}

// maxPlaces is how many digits an expected figure is rounded to at most.
const maxPlaces = 10

// Validate refuses a policy without a name, and bounds that admit nothing.
func (p PlanPolicy) Validate() error {
	var v fault.Violations
	if blank(p.Name) {
		v.Add("name", nameRequired)
	}
	if p.MinDays < 1 || p.MaxDays < p.MinDays {
		v.Add("maxDays", lengthOrder, "min", p.MinDays, "max", p.MaxDays)
	}
	if p.MaxExtensions < 0 {
		v.Add("maxExtensions", extensionsNegative)
	}
	if p.Places < 0 || p.Places > maxPlaces {
		v.Add("places", placesRange, "max", maxPlaces)
	}
	return v.Err()
}

// A Draft is what a plan is made of.
type Draft struct {
	Type      Type            `json:"type"`
	Employee  string          `json:"employee"`
	Manager   string          `json:"manager"`
	Interview string          `json:"interview,omitempty"`
	Follows   string          `json:"follows,omitempty"`
	Extension int             `json:"extension,omitempty"`
	Period    calendar.Period `json:"period"`
	// Policy is the rules to go by; the zero policy stands for [DefaultPolicy].
	Policy     PlanPolicy         `json:"policy,omitzero"`
	Aims       []Aim              `json:"aims"`
	Actions    []Action           `json:"actions"`
	Support    []Support          `json:"support,omitempty"`
	NoSupport  string             `json:"noSupport,omitempty"`
	Milestones []Milestone        `json:"milestones,omitempty"`
	Tracking   []calendar.Cadence `json:"tracking"`
}

// New drafts a plan. It refuses what [Plan.Validate] does.
func New(k record.Key, d Draft, by record.Stamp) (Plan, error) {
	if d.Policy == (PlanPolicy{}) {
		d.Policy = DefaultPolicy(d.Type)
	}
	p := Plan{
		Meta: record.New(k, by.For(string(VerbDraft))),
		Type: d.Type, Employee: d.Employee, Manager: d.Manager, Interview: d.Interview,
		Follows: d.Follows, Extension: d.Extension, Policy: d.Policy, Status: StatusDraft,
	}.with(d)
	var v fault.Violations
	v.Nest("meta", p.Meta.Validate())
	v.Nest("", p.Validate())
	if err := v.Err(); err != nil {
		return Plan{}, err
	}
	return p, nil
}

// with is the plan with the content of d; nothing in it is done yet.
func (p Plan) with(d Draft) Plan {
	p.Period, p.Aims, p.NoSupport = d.Period, slices.Clone(d.Aims), d.NoSupport
	p.Actions, p.Support = slices.Clone(d.Actions), slices.Clone(d.Support)
	p.Milestones, p.Tracking = slices.Clone(d.Milestones), slices.Clone(d.Tracking)
	return p.undone()
}

// undone is the plan as it was agreed, without what has been done since.
func (p Plan) undone() Plan {
	p.Actions, p.Support, p.Milestones = slices.Clone(p.Actions), slices.Clone(p.Support), slices.Clone(p.Milestones)
	for i := range p.Actions {
		p.Actions[i].Done = calendar.Date{}
	}
	for i := range p.Support {
		p.Support[i].Given, p.Support[i].Absence = calendar.Date{}, ""
	}
	for i := range p.Milestones {
		p.Milestones[i].Done = calendar.Date{}
	}
	p.Log, p.Closing = nil, nil
	return p
}

// Draft is the content of the plan, to be changed and handed to [Plan.Edit].
func (p Plan) Draft() Draft {
	p = p.undone()
	return Draft{
		Type: p.Type, Employee: p.Employee, Manager: p.Manager, Interview: p.Interview,
		Follows: p.Follows, Extension: p.Extension, Period: p.Period, Policy: p.Policy,
		Aims: slices.Clone(p.Aims), Actions: p.Actions, Support: p.Support, NoSupport: p.NoSupport,
		Milestones: p.Milestones, Tracking: slices.Clone(p.Tracking),
	}
}

// Validate refuses, all at once: missing people, a period outside the policy's length,
// no aim, aims that lead nowhere or the wrong way or twice the same, aims, actions and
// milestones outside the period, actions and support without an owner, cadences that
// there are not, and a PIP without an action, tracking or support, unless the absence of
// support is explained (I1).
func (p Plan) Validate() error {
	var v fault.Violations
	types.Check(&v, "type", p.Type)
	statuses.Check(&v, "status", p.Status)
	if blank(p.Employee) {
		v.Add("employee", personRequired)
	}
	if blank(p.Manager) {
		v.Add("manager", personRequired)
	} else if p.Manager == p.Employee {
		v.Add("manager", managerSelf)
	}
	v.Nest("policy", p.Policy.Validate())
	v.Nest("period", p.Period.Validate())
	if days := p.Period.Days(); days > 0 && (days < p.Policy.MinDays || days > p.Policy.MaxDays) {
		v.Add("period", lengthBounds, "days", days, "min", p.Policy.MinDays, "max", p.Policy.MaxDays, "policy", p.Policy.Name)
	}
	if p.Extension < 0 || p.Extension > p.Policy.MaxExtensions || (p.Extension > 0) != (p.Follows != "") {
		v.Add("extension", extensionBounds, "extension", p.Extension, "max", p.Policy.MaxExtensions)
	}
	p.checkAims(&v)
	p.checkActions(&v)
	p.checkSupport(&v)
	for i, m := range p.Milestones {
		p.checkItem(&v, fault.Index("milestones", i), m.What, m.Due)
	}
	p.checkTracking(&v)
	p.checkClosing(&v)
	v.Nest("", check.Struct(p))
	return v.Err()
}

// checkItem refuses something to do that says nothing or is due outside the plan.
func (p Plan) checkItem(v *fault.Violations, path, what string, due calendar.Date) {
	if blank(what) {
		v.Add(fault.Field(path, "what"), whatRequired)
	}
	p.checkDue(v, fault.Field(path, "due"), due)
}

func (p Plan) checkDue(v *fault.Violations, path string, due calendar.Date) {
	switch {
	case due.IsZero():
		v.Add(path, dateRequired)
	case p.Period.Days() > 0 && !p.Period.Contains(due):
		v.Add(path, dueOutside, "due", due, "period", p.Period)
	}
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
