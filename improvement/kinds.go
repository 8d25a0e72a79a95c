package improvement

import (
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Filter selects plans, in the order of their first days; what is left empty asks for
// nothing.
type Filter struct {
	Tenant    string
	Employees []string
	Manager   string
	Types     []Type
	Statuses  []Status
	Interview string
	Follows   string
	// EndFrom and EndTo bound the last day of the plans, both included.
	EndFrom, EndTo calendar.Date
}

// Query implements [record.Filter].
func (f Filter) Query() record.Query {
	q := record.AndIn(record.All(f.Tenant), "employee", f.Employees)
	q = record.AndIn(q, "type", f.Types)
	q = record.AndIn(q, "status", f.Statuses)
	return q.And("manager", record.Equal, record.TextOf(f.Manager)).
		And("interview", record.Equal, record.TextOf(f.Interview)).
		And("follows", record.Equal, record.TextOf(f.Follows)).
		And("period_to", record.AtLeast, record.DayOf(f.EndFrom)).
		And("period_to", record.AtMost, record.DayOf(f.EndTo)).
		OrderBy("period_from")
}

// A Store keeps plans.
type Store = record.Store[Plan, Filter]

// planLabel is what a plan is called.
var planLabel = text.Label{En: "improvement plan", Zh: "改进计划"}

// PlanKind describes plans to the stores. A plan is extended by one other at most.
var PlanKind = record.Kind[Plan, Filter]{
	Name:     "improvement_plan",
	Label:    planLabel,
	Meta:     func(p *Plan) *record.Meta { return &p.Meta },
	Validate: Plan.Validate,
	Fields: []record.Field[Plan]{
		{Name: "employee", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Employee) }},
		{Name: "manager", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Manager) }},
		{Name: "type", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Type) }},
		{Name: "status", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Status) }},
		{Name: "interview", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Interview) }},
		{Name: "follows", Type: record.Text, Of: func(p Plan) record.Value { return record.TextOf(p.Follows) }},
		{Name: "period_from", Type: record.Text, Of: func(p Plan) record.Value { return record.DayOf(p.Period.From) }},
		{Name: "period_to", Type: record.Text, Of: func(p Plan) record.Value { return record.DayOf(p.Period.To) }},
	},
	Unique: [][]string{{"follows"}},
}
