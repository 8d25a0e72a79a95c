package review

import (
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/record"
)

// AppealRules are how long an appeal may take, in working days of the cycle's calendar.
type AppealRules struct {
	FileWithin   int `json:"fileWithin"`   // after publication
	AnswerWithin int `json:"answerWithin"` // after filing; 3 unless said otherwise (V10)
}

// An Appeal is an employee's objection to a published result (V10). Whoever reviews it
// is neither the rater nor in the rater's line.
type Appeal struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string            `json:"cycle"`
	Result   string            `json:"result"`
	Employee string            `json:"employee"`
	Grounds  string            `json:"grounds" validate:"required,max=4000"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
	Filed    calendar.Date     `json:"filed"`
	// Due is the last day for the answer.
	Due      calendar.Date `json:"due"`
	Reviewer string        `json:"reviewer,omitempty"`
	// Checks are what the reviewer looked into.
	Checks   []Check       `json:"checks,omitempty"`
	Outcome  Outcome       `json:"outcome,omitempty"`
	Decision string        `json:"decision,omitempty"` // the reasons
	Decided  calendar.Date `json:"decided,omitzero"`
	Status   AppealStatus  `json:"status"`
}

// A Check is one question of an appeal and what was found.
type Check struct {
	Question string            `json:"question" validate:"required,max=500"`
	Finding  string            `json:"finding" validate:"required,max=2000"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
}

// An Outcome is the decision on an appeal.
type Outcome string

// The outcomes.
const (
	Upheld   Outcome = "upheld"   // the rating stands
	Adjusted Outcome = "adjusted" // the rating is changed
	Rejected Outcome = "rejected" // the appeal is inadmissible
)

// An AppealStatus is where an appeal stands.
type AppealStatus string

// The states of an appeal.
const (
	AppealFiled     AppealStatus = "filed"
	AppealAssigned  AppealStatus = "assigned"
	AppealDecided   AppealStatus = "decided"
	AppealWithdrawn AppealStatus = "withdrawn"
)
