package feedback

import (
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Filter selects interviews; empty fields ask for nothing. They come in the order of
// the day on which they are held.
type Filter struct {
	Tenant      string
	Cycle       string
	Employee    string
	Interviewer string
	Statuses    []InterviewStatus
}

// Query implements [record.Filter].
func (f Filter) Query() record.Query {
	q := record.All(f.Tenant).
		And("cycle", record.Equal, record.TextOf(f.Cycle)).
		And("employee", record.Equal, record.TextOf(f.Employee)).
		And("interviewer", record.Equal, record.TextOf(f.Interviewer))
	return record.AndIn(q, "status", f.Statuses).OrderBy("held_on")
}

// A Store keeps interviews.
type Store = record.Store[Interview, Filter]

// interviewLabel is what an interview is called.
var interviewLabel = text.Label{En: "feedback interview", Zh: "绩效反馈面谈"}

// InterviewKind describes interviews to the stores. An employee has one in a cycle.
var InterviewKind = record.Kind[Interview, Filter]{
	Name:     "feedback_interview",
	Label:    interviewLabel,
	Meta:     func(i *Interview) *record.Meta { return &i.Meta },
	Validate: Interview.Validate,
	Fields: []record.Field[Interview]{
		{Name: "cycle", Type: record.Text, Of: func(i Interview) record.Value { return record.TextOf(i.Cycle) }},
		{Name: "employee", Type: record.Text, Of: func(i Interview) record.Value { return record.TextOf(i.Employee) }},
		{Name: "interviewer", Type: record.Text, Of: func(i Interview) record.Value { return record.TextOf(i.Interviewer) }},
		{Name: "status", Type: record.Text, Of: func(i Interview) record.Value { return record.TextOf(i.Status) }},
		{Name: "held_on", Type: record.Text, Of: func(i Interview) record.Value { return record.DayOf(i.On) }},
	},
	Unique: [][]string{{"cycle", "employee"}},
}
