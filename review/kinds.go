package review

import (
	"context"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/record"
)

// The stores of the package, one a kind of record; see [record.Store].
type (
	// CycleStore keeps cycles.
	CycleStore = record.Store[Cycle, CycleFilter]
	// ParticipantStore keeps participants, one a cycle and employee.
	ParticipantStore = record.Store[Participant, ParticipantFilter]
	// SelfReviewStore keeps self reviews, one a cycle and employee.
	SelfReviewStore = record.Store[SelfReview, SelfReviewFilter]
	// ManagerReviewStore keeps manager reviews, one a cycle, employee and rater.
	ManagerReviewStore = record.Store[ManagerReview, ManagerReviewFilter]
	// ResultStore keeps results, one a cycle and employee.
	ResultStore = record.Store[Result, ResultFilter]
	// AppealStore keeps appeals.
	AppealStore = record.Store[Appeal, AppealFilter]
)

// Stores are what a [Service] works on.
type Stores struct {
	Cycles         CycleStore
	Participants   ParticipantStore
	SelfReviews    SelfReviewStore
	ManagerReviews ManagerReviewStore
	Results        ResultStore
	Appeals        AppealStore
	// Recorded finds the figures that are recorded of an employee's goals in a period,
	// for the cross-check; see [RecordedIn]. Nil: nothing is recorded of anything.
	Recorded func(ctx context.Context, tenant, employee string, during calendar.Period) ([]Recorded, error)
	// InTx runs do with stores whose changes commit together when do returns nil, and
	// leave nothing behind when it returns an error, which InTx then returns.
	InTx func(ctx context.Context, do func(Stores) error) error
}

// CycleKind describes cycles to the stores.
var CycleKind = record.Kind[Cycle, CycleFilter]{
	Name:     "review_cycle",
	Label:    cycleLabel,
	Meta:     func(c *Cycle) *record.Meta { return &c.Meta },
	Validate: Cycle.Validate,
	Fields: []record.Field[Cycle]{
		{Name: "status", Type: record.Text, Of: func(c Cycle) record.Value { return record.TextOf(c.Status) }},
		{Name: "period_from", Type: record.Text, Of: func(c Cycle) record.Value { return record.DayOf(c.Period.From) }},
		{Name: "period_to", Type: record.Text, Of: func(c Cycle) record.Value { return record.DayOf(c.Period.To) }},
	},
}

// A CycleFilter asks for cycles, by the first day of their period.
type CycleFilter struct {
	Tenant   string
	Statuses []CycleStatus
}

// Query implements [record.Filter].
func (f CycleFilter) Query() record.Query {
	return record.AndIn(record.All(f.Tenant), "status", f.Statuses).OrderBy("period_from")
}

// ParticipantKind describes participants to the stores.
var ParticipantKind = record.Kind[Participant, ParticipantFilter]{
	Name:     "participant",
	Label:    participantLabel,
	Meta:     func(p *Participant) *record.Meta { return &p.Meta },
	Validate: Participant.Validate,
	Fields: []record.Field[Participant]{
		{Name: "cycle", Type: record.Text, Of: func(p Participant) record.Value { return record.TextOf(p.Cycle) }},
		{Name: "employee", Type: record.Text, Of: func(p Participant) record.Value { return record.TextOf(p.Employee) }},
		{Name: "manager", Type: record.Text, Of: func(p Participant) record.Value { return record.TextOf(p.Manager) }},
		{Name: "unit", Type: record.Text, Of: func(p Participant) record.Value { return record.TextOf(p.Unit) }},
	},
	Unique: [][]string{{"cycle", "employee"}},
}

// A ParticipantFilter asks for participants, by employee. Empty fields ask for nothing.
type ParticipantFilter struct {
	Tenant   string
	Cycle    string
	Employee string
	Manager  string
	Unit     string
}

// Query implements [record.Filter].
func (f ParticipantFilter) Query() record.Query {
	return equal(f.Tenant, "cycle", f.Cycle, "employee", f.Employee, "manager", f.Manager, "unit", f.Unit).
		OrderBy("employee")
}

// SelfReviewKind describes self reviews to the stores.
var SelfReviewKind = record.Kind[SelfReview, SelfReviewFilter]{
	Name:     "self_review",
	Label:    selfReviewLabel,
	Meta:     func(s *SelfReview) *record.Meta { return &s.Meta },
	Validate: SelfReview.Validate,
	Fields: []record.Field[SelfReview]{
		{Name: "cycle", Type: record.Text, Of: func(s SelfReview) record.Value { return record.TextOf(s.Cycle) }},
		{Name: "employee", Type: record.Text, Of: func(s SelfReview) record.Value { return record.TextOf(s.Employee) }},
		{Name: "status", Type: record.Text, Of: func(s SelfReview) record.Value { return record.TextOf(s.Status) }},
	},
	Unique: [][]string{{"cycle", "employee"}},
}

// A SelfReviewFilter asks for self reviews, by employee. Empty fields ask for nothing.
type SelfReviewFilter struct {
	Tenant   string
	Cycle    string
	Employee string
	Statuses []FormStatus
}

// Query implements [record.Filter].
func (f SelfReviewFilter) Query() record.Query {
	q := equal(f.Tenant, "cycle", f.Cycle, "employee", f.Employee)
	return record.AndIn(q, "status", f.Statuses).OrderBy("employee")
}

// ManagerReviewKind describes manager reviews to the stores.
var ManagerReviewKind = record.Kind[ManagerReview, ManagerReviewFilter]{
	Name:     "manager_review",
	Label:    managerReviewLabel,
	Meta:     func(m *ManagerReview) *record.Meta { return &m.Meta },
	Validate: ManagerReview.Validate,
	Fields: []record.Field[ManagerReview]{
		{Name: "cycle", Type: record.Text, Of: func(m ManagerReview) record.Value { return record.TextOf(m.Cycle) }},
		{Name: "employee", Type: record.Text, Of: func(m ManagerReview) record.Value { return record.TextOf(m.Employee) }},
		{Name: "rater", Type: record.Text, Of: func(m ManagerReview) record.Value { return record.TextOf(m.Rater) }},
		{Name: "status", Type: record.Text, Of: func(m ManagerReview) record.Value { return record.TextOf(m.Status) }},
	},
	Unique: [][]string{{"cycle", "employee", "rater"}},
}

// A ManagerReviewFilter asks for manager reviews, by employee. Empty fields ask for nothing.
type ManagerReviewFilter struct {
	Tenant   string
	Cycle    string
	Employee string
	Rater    string
	Statuses []FormStatus
}

// Query implements [record.Filter].
func (f ManagerReviewFilter) Query() record.Query {
	q := equal(f.Tenant, "cycle", f.Cycle, "employee", f.Employee, "rater", f.Rater)
	return record.AndIn(q, "status", f.Statuses).OrderBy("employee")
}

// ResultKind describes results to the stores.
var ResultKind = record.Kind[Result, ResultFilter]{
	Name:     "review_result",
	Label:    resultLabel,
	Meta:     func(r *Result) *record.Meta { return &r.Meta },
	Validate: Result.Validate,
	Fields: []record.Field[Result]{
		{Name: "cycle", Type: record.Text, Of: func(r Result) record.Value { return record.TextOf(r.Cycle) }},
		{Name: "employee", Type: record.Text, Of: func(r Result) record.Value { return record.TextOf(r.Employee) }},
		{Name: "rater", Type: record.Text, Of: func(r Result) record.Value { return record.TextOf(r.Rater) }},
		{Name: "unit", Type: record.Text, Of: func(r Result) record.Value { return record.TextOf(r.Unit) }},
		{Name: "level", Type: record.Text, Of: func(r Result) record.Value { return record.TextOf(r.Level) }},
		{Name: "status", Type: record.Text, Of: func(r Result) record.Value { return record.TextOf(r.Status) }},
	},
	Unique: [][]string{{"cycle", "employee"}},
}

// A ResultFilter asks for results, by employee. Empty fields ask for nothing.
type ResultFilter struct {
	Tenant   string
	Cycle    string
	Employee string
	Rater    string
	Unit     string
	Level    string
	Statuses []ResultStatus
}

// Query implements [record.Filter].
func (f ResultFilter) Query() record.Query {
	q := equal(f.Tenant, "cycle", f.Cycle, "employee", f.Employee, "rater", f.Rater, "unit", f.Unit, "level", f.Level)
	return record.AndIn(q, "status", f.Statuses).OrderBy("employee")
}

// AppealKind describes appeals to the stores.
var AppealKind = record.Kind[Appeal, AppealFilter]{
	Name:     "appeal",
	Label:    appealLabel,
	Meta:     func(a *Appeal) *record.Meta { return &a.Meta },
	Validate: Appeal.Validate,
	Fields: []record.Field[Appeal]{
		{Name: "cycle", Type: record.Text, Of: func(a Appeal) record.Value { return record.TextOf(a.Cycle) }},
		{Name: "result", Type: record.Text, Of: func(a Appeal) record.Value { return record.TextOf(a.Result) }},
		{Name: "employee", Type: record.Text, Of: func(a Appeal) record.Value { return record.TextOf(a.Employee) }},
		{Name: "reviewer", Type: record.Text, Of: func(a Appeal) record.Value { return record.TextOf(a.Reviewer) }},
		{Name: "due", Type: record.Text, Of: func(a Appeal) record.Value { return record.DayOf(a.Due) }},
		{Name: "status", Type: record.Text, Of: func(a Appeal) record.Value { return record.TextOf(a.Status) }},
	},
}

// An AppealFilter asks for appeals, by the day they are due. Empty fields ask for nothing.
type AppealFilter struct {
	Tenant   string
	Cycle    string
	Result   string
	Employee string
	Reviewer string
	Statuses []AppealStatus
	// DueBefore asks for those due before a day; with the open states, those overdue on it.
	DueBefore calendar.Date
}

// Query implements [record.Filter].
func (f AppealFilter) Query() record.Query {
	q := equal(f.Tenant, "cycle", f.Cycle, "result", f.Result, "employee", f.Employee, "reviewer", f.Reviewer).
		And("due", record.Less, record.DayOf(f.DueBefore))
	return record.AndIn(q, "status", f.Statuses).OrderBy("due")
}

// equal asks for records of a tenant whose fields have these values, given as name and
// value in turn; an empty value asks for nothing.
func equal(tenant string, nameValue ...string) record.Query {
	q := record.All(tenant)
	for i := 0; i+1 < len(nameValue); i += 2 {
		q = q.And(nameValue[i], record.Equal, record.TextOf(nameValue[i+1]))
	}
	return q
}
