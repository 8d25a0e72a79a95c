package goal

import (
	"encoding/json"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

type (
	// A Store keeps goals.
	Store = record.Store[Goal, Filter]
	// A PlanStore keeps plans.
	PlanStore = record.Store[Plan, PlanFilter]
	// A TemplateStore keeps templates.
	TemplateStore = record.Store[Template, TemplateFilter]
	// A CheckInStore keeps check-ins.
	CheckInStore = record.Store[CheckIn, CheckInFilter]
	// A RevisionStore keeps revisions.
	RevisionStore = record.Store[Revision, RevisionFilter]
)

var (
	goalLabel     = text.Label{En: "goal", Zh: "目标"}
	planLabel     = text.Label{En: "goal plan", Zh: "目标计划"}
	templateLabel = text.Label{En: "goal template", Zh: "目标模板"}
	checkInLabel  = text.Label{En: "check-in", Zh: "进度更新"}
	revisionLabel = text.Label{En: "goal revision", Zh: "目标调整"}
)

// Kind describes goals to the stores.
var Kind = record.Kind[Goal, Filter]{
	Name:     "goal",
	Label:    goalLabel,
	Meta:     func(g *Goal) *record.Meta { return &g.Meta },
	Validate: Goal.Validate,
	Fields: []record.Field[Goal]{
		{Name: "owner", Type: record.Text, Of: func(g Goal) record.Value { return record.TextOf(g.Owner) }},
		{Name: "level", Type: record.Text, Of: func(g Goal) record.Value { return record.TextOf(g.Level) }},
		{Name: "status", Type: record.Text, Of: func(g Goal) record.Value { return record.TextOf(g.Status) }},
		{Name: "period_from", Type: record.Text, Of: func(g Goal) record.Value { return record.DayOf(g.Period.From) }},
		{Name: "period_to", Type: record.Text, Of: func(g Goal) record.Value { return record.DayOf(g.Period.To) }},
	},
}

// A Filter selects goals; what is left empty asks for nothing.
type Filter struct {
	Tenant   string
	Owners   []string
	Levels   []Level
	Statuses []Status
	Period   calendar.Period // exactly this one
}

// Query implements [record.Filter].
func (f Filter) Query() record.Query {
	q := record.AndIn(record.All(f.Tenant), "owner", f.Owners)
	q = record.AndIn(q, "level", f.Levels)
	q = record.AndIn(q, "status", f.Statuses)
	return within(q, f.Period)
}

// PlanKind describes plans to the stores. An employee has one plan for a period, beside
// those that were cancelled.
var PlanKind = record.Kind[Plan, PlanFilter]{
	Name:     "goal_plan",
	Label:    planLabel,
	Meta:     func(p *Plan) *record.Meta { return &p.Meta },
	Validate: Plan.Validate,
	Fields: []record.Field[Plan]{
		{Name: "employee", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Employee) }},
		{Name: "status", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Status) }},
		{Name: "holder", Type: record.Text, Of: func(p Plan) record.Value {
			if p.Status == PlanStatusCancelled {
				return record.Value{} // the period is free for another plan
			}
			return record.TextOf(p.Employee)
		}},
		{Name: "period_from", Type: record.Text, Of: func(p Plan) record.Value { return record.DayOf(p.Period.From) }},
		{Name: "period_to", Type: record.Text, Of: func(p Plan) record.Value { return record.DayOf(p.Period.To) }},
	},
	Unique: [][]string{{"holder", "period_from", "period_to"}},
}

// A PlanFilter selects plans; what is left empty asks for nothing.
type PlanFilter struct {
	Tenant    string
	Employees []string
	Statuses  []PlanStatus
	Period    calendar.Period // exactly this one
}

// Query implements [record.Filter].
func (f PlanFilter) Query() record.Query {
	q := record.AndIn(record.All(f.Tenant), "employee", f.Employees)
	q = record.AndIn(q, "status", f.Statuses)
	return within(q, f.Period)
}

// TemplateKind describes the templates of the library to the stores.
var TemplateKind = record.Kind[Template, TemplateFilter]{
	Name:     "goal_template",
	Label:    templateLabel,
	Meta:     func(t *Template) *record.Meta { return &t.Meta },
	Validate: Template.Validate,
	Fields: []record.Field[Template]{
		{Name: "name", Type: record.Text, Of: func(t Template) record.Value { return record.TextOf(t.Name) }},
		{Name: "family", Type: record.Text, Of: func(t Template) record.Value { return record.TextOf(t.Family) }},
		{Name: "status", Type: record.Text, Of: func(t Template) record.Value { return record.TextOf(t.Status) }},
	},
}

// A TemplateFilter selects templates, in the order of their names; what is left empty
// asks for nothing.
type TemplateFilter struct {
	Tenant   string
	Families []string
	Statuses []TemplateStatus
}

// Query implements [record.Filter].
func (f TemplateFilter) Query() record.Query {
	q := record.AndIn(record.All(f.Tenant), "family", f.Families)
	return record.AndIn(q, "status", f.Statuses).OrderBy("name")
}

// CheckInKind describes check-ins to the stores. A goal has one a day.
var CheckInKind = record.Kind[CheckIn, CheckInFilter]{
	Name:     "check_in",
	Label:    checkInLabel,
	Meta:     func(c *CheckIn) *record.Meta { return &c.Meta },
	Validate: CheckIn.Validate,
	Fields: []record.Field[CheckIn]{
		{Name: "goal", Type: record.Text, Of: func(c CheckIn) record.Value { return record.TextOf(c.Goal) }},
		{Name: "employee", Type: record.Text, Of: func(c CheckIn) record.Value { return record.TextOf(c.Employee) }},
		{Name: "on_date", Type: record.Text, Of: func(c CheckIn) record.Value { return record.DayOf(c.On) }},
		{Name: "health", Type: record.Text, Of: func(c CheckIn) record.Value { return record.TextOf(c.Pace.Health) }},
	},
	Unique:   [][]string{{"goal", "on_date"}},
	Upgrades: []func(json.RawMessage) (json.RawMessage, error){upgradeEvents},
}

// A CheckInFilter selects check-ins, in the order of their days; what is left empty asks
// for nothing.
type CheckInFilter struct {
	Tenant    string
	Goals     []string
	Employees []string
	Healths   []Health
	From, To  calendar.Date // both included
}

// Query implements [record.Filter].
func (f CheckInFilter) Query() record.Query {
	q := record.AndIn(record.All(f.Tenant), "goal", f.Goals)
	q = record.AndIn(q, "employee", f.Employees)
	q = record.AndIn(q, "health", f.Healths)
	q = q.And("on_date", record.AtLeast, record.DayOf(f.From)).And("on_date", record.AtMost, record.DayOf(f.To))
	return q.OrderBy("on_date")
}

// RevisionKind describes revisions to the stores.
var RevisionKind = record.Kind[Revision, RevisionFilter]{
	Name:     "goal_revision",
	Label:    revisionLabel,
	Meta:     func(r *Revision) *record.Meta { return &r.Meta },
	Validate: Revision.Validate,
	Fields: []record.Field[Revision]{
		{Name: "goal", Type: record.Text, Of: func(r Revision) record.Value { return record.TextOf(r.Goal) }},
		{Name: "employee", Type: record.Text, Of: func(r Revision) record.Value { return record.TextOf(r.Employee) }},
		{Name: "status", Type: record.Text, Of: func(r Revision) record.Value { return record.TextOf(r.Status) }},
		{Name: "requested", Type: record.Text, Of: func(r Revision) record.Value { return record.DayOf(r.Requested) }},
	},
}

// A RevisionFilter selects revisions, in the order in which they were requested; what is
// left empty asks for nothing.
type RevisionFilter struct {
	Tenant    string
	Goals     []string
	Employees []string
	Statuses  []RevisionStatus
}

// Query implements [record.Filter].
func (f RevisionFilter) Query() record.Query {
	q := record.AndIn(record.All(f.Tenant), "goal", f.Goals)
	q = record.AndIn(q, "employee", f.Employees)
	return record.AndIn(q, "status", f.Statuses).OrderBy("requested")
}

// within adds that a record is of the period, if one is given.
func within(q record.Query, p calendar.Period) record.Query {
	return q.And("period_from", record.Equal, record.DayOf(p.From)).And("period_to", record.Equal, record.DayOf(p.To))
}
