package feedback_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// An interview that both sign; and one that is refused because a fact has no impact.
func ExampleNew() {
	by := record.By("wang.fang", time.Date(2026, 10, 10, 9, 30, 0, 0, time.UTC))
	d := feedback.Draft{
		Cycle: "2026Q3", Result: "r1", Employee: "li.na", Interviewer: "wang.fang",
		On: calendar.MustDate("2026-10-10"), Setting: feedback.FaceToFace,
		Statements: []feedback.Statement{
			{Tone: feedback.Strength, Fact: "Sales reached 110 % of the target.", Impact: "The team reached its target with it."},
			{Tone: feedback.Improve, Fact: "Three answers were late by 24 h.", Improvement: "Answer customers first each morning."},
		},
	}
	_, err := feedback.New(record.Key{Tenant: "t1", ID: "i1"}, d, by)
	fmt.Println(fault.In(err, text.English))
	fmt.Println(fault.In(err, text.Chinese))

	d.Statements[1].Impact = "Two customers complained."
	i, err := feedback.New(record.Key{Tenant: "t1", ID: "i1"}, d, by)
	fmt.Println(i.Status, err)
	// Output:
	// statements[1].impact: a statement says which impact the fact had, on the team, a customer or a result
	// statements[1].impact: 反馈须说明影响：该事实对团队、客户或结果带来了什么
	// draft <nil>
}

func ExampleInterview_Sign() {
	wang := record.By("wang.fang", time.Date(2026, 10, 10, 9, 30, 0, 0, time.UTC))
	li := record.By("li.na", time.Date(2026, 10, 10, 11, 0, 0, 0, time.UTC))
	i, _ := feedback.New(record.Key{Tenant: "t1", ID: "i1"}, feedback.Draft{
		Cycle: "2026Q3", Result: "r1", Employee: "li.na", Interviewer: "wang.fang",
		On: calendar.MustDate("2026-10-10"), Setting: feedback.Video,
		Statements: []feedback.Statement{
			{Tone: feedback.Strength, Fact: "Sales reached 110 % of the target.", Impact: "The team reached its target with it."},
		},
	}, wang)
	i, _ = i.Hold(wang)
	read := i.Digest() // of what the employee has before her

	i, err := i.Sign(record.Sign(wang, feedback.ByInterviewer, i.Digest()))
	fmt.Println(i.Status, err)

	d := i.Draft()
	d.EmployeeView = "I would like to learn more about contracts."
	i, _ = i.Edit(d, wang) // the signature so far falls away
	_, err = i.Sign(record.Sign(li, feedback.ByEmployee, read))
	fmt.Println(errors.Is(err, fault.ErrConflict))

	i, _ = i.Sign(record.Sign(wang, feedback.ByInterviewer, i.Digest()))
	i, err = i.Sign(record.Sign(li, feedback.ByEmployee, i.Digest()))
	fmt.Println(i.Status.In(text.Chinese), err)
	// Output:
	// held <nil>
	// true
	// 双方已确认 <nil>
}

// A disagreement opens the way to an appeal.
func ExampleInterview_Dispute() {
	wang := record.By("wang.fang", time.Date(2026, 10, 10, 9, 30, 0, 0, time.UTC))
	li := record.By("li.na", time.Date(2026, 10, 10, 11, 0, 0, 0, time.UTC))
	i, _ := feedback.New(record.Key{Tenant: "t1", ID: "i1"}, feedback.Draft{
		Cycle: "2026Q3", Result: "r1", Employee: "li.na", Interviewer: "wang.fang",
		On: calendar.MustDate("2026-10-10"), Setting: feedback.Video,
		Statements: []feedback.Statement{
			{Tone: feedback.Strength, Fact: "Sales reached 110 % of the target.", Impact: "The team reached its target with it."},
		},
	}, wang)
	_, err := i.Dispute("The goal changed in August.", li)
	fmt.Println(fault.In(err, text.English))

	i, _ = i.Hold(wang)
	i, _ = i.Dispute("The goal changed in August.", li)
	appeal, err := i.Appeal()
	fmt.Println(appeal.Grounds, err)
	// Output:
	// feedback interview is being prepared: dispute is not possible; possible: edit, hold
	// The goal changed in August. <nil>
}
