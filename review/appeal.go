package review

import (
	"slices"
	"strings"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/record"
)

// AppealRules are how long an appeal may take, in working days of the cycle's calendar.
type AppealRules struct {
	FileWithin   int `json:"fileWithin"`   // after publication
	AnswerWithin int `json:"answerWithin"` // after filing; 3 unless said otherwise (V10)
}

// Validate refuses deadlines that are not between 1 and 250 working days.
func (r AppealRules) Validate() error {
	var v fault.Violations
	if r.FileWithin < 1 || r.FileWithin > maxDays {
		v.Add("fileWithin", daysRange, "max", maxDays)
	}
	if r.AnswerWithin < 1 || r.AnswerWithin > maxDays {
		v.Add("answerWithin", daysRange, "max", maxDays)
	}
	return v.Err()
}

// maxDays is about a year of working days.
const maxDays = 250

// An Appeal is an employee's objection to a published result (V10). Whoever reviews it
// is neither the rater nor in the rater's line.
type Appeal struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string            `json:"cycle"`
	Result   string            `json:"result"`
	Employee string            `json:"employee"`
	Rater    string            `json:"rater"` // who proposed the rating
	Grounds  string            `json:"grounds" validate:"max=4000"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
	Filed    calendar.Date     `json:"filed"`
	// Due is the last day for the answer.
	Due      calendar.Date `json:"due"`
	Reviewer string        `json:"reviewer,omitempty"`
	// Checks are what the reviewer looked into.
	Checks   []Check       `json:"checks,omitempty" validate:"max=100,dive"`
	Outcome  Outcome       `json:"outcome,omitempty"`
	Level    string        `json:"level,omitempty"`                        // the new level when adjusted
	Decision string        `json:"decision,omitempty" validate:"max=4000"` // the reasons
	Decided  calendar.Date `json:"decided,omitzero"`
	Status   AppealStatus  `json:"status"`
}

// A Check is one question of an appeal and what was found.
type Check struct {
	Question string            `json:"question" validate:"max=500"`
	Finding  string            `json:"finding" validate:"max=2000"`
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
	AppealStatusFiled     AppealStatus = "filed"
	AppealStatusAssigned  AppealStatus = "assigned"
	AppealStatusDecided   AppealStatus = "decided"
	AppealStatusWithdrawn AppealStatus = "withdrawn"
)

// An AppealEvent is what can happen to an appeal.
type AppealEvent string

// The events of an appeal.
const (
	AppealEventAssign   AppealEvent = "assign"
	AppealEventCheck    AppealEvent = "check"
	AppealEventDecide   AppealEvent = "decide"
	AppealEventWithdraw AppealEvent = "withdraw"
)

// AppealLifecycle is everything that can happen to an appeal.
var AppealLifecycle = record.Lifecycle[AppealStatus, AppealEvent]{
	AppealStatusFiled: {AppealEventAssign: AppealStatusAssigned, AppealEventWithdraw: AppealStatusWithdrawn},
	AppealStatusAssigned: {
		AppealEventAssign: AppealStatusAssigned, AppealEventCheck: AppealStatusAssigned,
		AppealEventDecide: AppealStatusDecided, AppealEventWithdraw: AppealStatusWithdrawn,
	},
	AppealStatusDecided:   {},
	AppealStatusWithdrawn: {},
}

// An AppealDraft is what an employee brings forward.
type AppealDraft struct {
	Grounds  string            `json:"grounds"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
}

// FileAppeal makes the appeal against a published result, due so many working days after
// the day it is filed. One that is filed after the last day for it is refused, naming
// that day. The result is marked with [Result.Appeal] in the same transaction.
func FileAppeal(k record.Key, r Result, c Cycle, content AppealDraft, filed calendar.Date, w calendar.Working, by record.Stamp) (Appeal, error) {
	if _, err := ResultLifecycle.Next(resultLabel, r.Status, ResultEventAppeal); err != nil {
		return Appeal{}, err
	}
	var v fault.Violations
	if r.Cycle != c.ID {
		v.Add("cycle", cycleForeign, "result", r.ID, "cycle", c.ID)
	}
	until, err := r.AppealUntil(c.Appeals, w)
	v.Nest("filed", err)
	if err == nil && filed.After(until) {
		v.Add("filed", filedLate, "until", until, "filed", filed)
	}
	if filed.Before(r.PublishedOn) {
		v.Add("filed", filedEarly, "published", r.PublishedOn, "filed", filed)
	}
	due, err := calendar.AddWorkingDays(w, filed, c.Appeals.AnswerWithin)
	v.Nest("due", err)
	if len(v) > 0 {
		return Appeal{}, v
	}
	return checked(Appeal{
		Meta:  record.New(k, by.For(string(VerbAppeal))),
		Cycle: r.Cycle, Result: r.ID, Employee: r.Employee, Rater: r.Rater,
		Grounds: content.Grounds, Evidence: slices.Clone(content.Evidence),
		Filed: filed, Due: due, Status: AppealStatusFiled,
	}, Appeal{})
}

// Lines are the reporting lines that an appeal's reviewer has to stand outside of, as
// [access.LineOf] gives them.
type Lines struct {
	Rater    []string // everyone above the rater
	Reviewer []string // everyone above the reviewer
}

// Assign gives the appeal to a reviewer who is neither the employee nor the rater nor in
// the rater's line, above or below (V10). The reviewer can be changed until the decision.
func (a Appeal) Assign(reviewer string, lines Lines, by record.Stamp) (Appeal, error) {
	next, err := a.move(AppealEventAssign, by.For(string(VerbAssign)))
	if err != nil {
		return a, err
	}
	var v fault.Violations
	switch {
	case strings.TrimSpace(reviewer) == "":
		v.Add("reviewer", textRequired)
	case reviewer == a.Employee:
		v.Add("reviewer", reviewerEmployee, "person", reviewer)
	case reviewer == a.Rater:
		v.Add("reviewer", reviewerRater, "person", reviewer)
	case slices.Contains(lines.Rater, reviewer):
		v.Add("reviewer", reviewerAbove, "person", reviewer, "rater", a.Rater)
	case slices.Contains(lines.Reviewer, a.Rater):
		v.Add("reviewer", reviewerBelow, "person", reviewer, "rater", a.Rater)
	}
	if len(v) > 0 {
		return a, v
	}
	next.Reviewer = reviewer
	return next, nil
}

// AddCheck records what the reviewer looked into and found: were the standards the same,
// is the data true (V10). Only the reviewer can.
func (a Appeal) AddCheck(c Check, by record.Stamp) (Appeal, error) {
	next, err := a.move(AppealEventCheck, by.For(string(VerbCheck)))
	if err != nil {
		return a, err
	}
	if err := a.mustReview(by.By); err != nil {
		return a, err
	}
	c.Evidence = slices.Clone(c.Evidence)
	next.Checks = append(slices.Clip(a.Checks), c)
	return checked(next, a)
}

// A Ruling is what the reviewer decides: the outcome, the reasons, and the new level when
// the rating is adjusted.
type Ruling struct {
	Outcome Outcome `json:"outcome"`
	Level   string  `json:"level,omitempty"`
	Reasons string  `json:"reasons"`
}

// Decide ends the appeal with the reviewer's ruling on a day. Reasons are required, and at least
// one check unless the appeal is inadmissible. The ruling takes effect by [Result.AfterAppeal],
// in the same transaction.
func (a Appeal) Decide(ruling Ruling, on calendar.Date, by record.Stamp) (Appeal, error) {
	next, err := a.move(AppealEventDecide, by.For(string(VerbDecide)).Because(ruling.Reasons))
	if err != nil {
		return a, err
	}
	if err := a.mustReview(by.By); err != nil {
		return a, err
	}
	next.Outcome, next.Level, next.Decided = ruling.Outcome, ruling.Level, on
	next.Decision = strings.TrimSpace(ruling.Reasons)
	return checked(next, a)
}

// Withdraw ends the appeal at the employee's wish.
func (a Appeal) Withdraw(by record.Stamp) (Appeal, error) {
	return a.move(AppealEventWithdraw, by.For(string(VerbWithdraw)))
}

// Overdue reports whether the answer is still owed on a day after it was due.
func (a Appeal) Overdue(on calendar.Date) bool {
	return !AppealLifecycle.Final(a.Status) && on.After(a.Due)
}

// Validate refuses an appeal without grounds or deadline, checks without question or
// finding, a reviewer who is employee or rater, and a decision that is incomplete or there too soon.
func (a Appeal) Validate() error {
	var v fault.Violations
	requireText(&v, "cycle", a.Cycle)
	requireText(&v, "result", a.Result)
	requireText(&v, "employee", a.Employee)
	requireText(&v, "rater", a.Rater)
	requireText(&v, "grounds", a.Grounds)
	v.Nest("", check.Struct(a))
	nestEvidence(&v, "", a.Evidence)
	for i, c := range a.Checks {
		path := fault.Index("checks", i)
		requireText(&v, fault.Field(path, "question"), c.Question)
		requireText(&v, fault.Field(path, "finding"), c.Finding)
		nestEvidence(&v, path, c.Evidence)
	}
	if a.Filed.IsZero() {
		v.Add("filed", dateRequired)
	}
	if !a.Due.After(a.Filed) {
		v.Add("due", dueEarly)
	}
	if a.Reviewer != "" && a.Reviewer == a.Employee {
		v.Add("reviewer", reviewerEmployee, "person", a.Reviewer)
	}
	if a.Reviewer != "" && a.Reviewer == a.Rater {
		v.Add("reviewer", reviewerRater, "person", a.Reviewer)
	}
	appealStatuses.Check(&v, "status", a.Status)
	if a.Status == AppealStatusAssigned || a.Status == AppealStatusDecided {
		requireText(&v, "reviewer", a.Reviewer)
	}
	if a.Status == AppealStatusDecided {
		a.checkRuling(&v)
	} else if a.Outcome != "" || a.Level != "" || a.Decision != "" || !a.Decided.IsZero() {
		v.Add("outcome", decisionEarly)
	}
	return v.Err()
}

func (a Appeal) checkRuling(v *fault.Violations) {
	outcomes.Check(v, "outcome", a.Outcome)
	requireText(v, "decision", a.Decision)
	if a.Decided.IsZero() || a.Decided.Before(a.Filed) {
		v.Add("decided", decidedBefore)
	}
	if (a.Outcome == Adjusted) != (a.Level != "") {
		v.Add("level", levelOutcome)
	}
	if a.Outcome != Rejected && len(a.Checks) == 0 {
		v.Add("checks", checksRequired)
	}
}

// mustReview refuses whoever is not the reviewer.
func (a Appeal) mustReview(person string) error {
	if person == a.Reviewer {
		return nil
	}
	return fault.Refuse(fault.ErrForbidden, reviewerOnly, "person", person)
}

func (a Appeal) move(e AppealEvent, by record.Stamp) (Appeal, error) {
	to, err := AppealLifecycle.Next(appealLabel, a.Status, e)
	if err != nil {
		return a, err
	}
	a.Status, a.Meta = to, a.Touched(by)
	return a, nil
}
