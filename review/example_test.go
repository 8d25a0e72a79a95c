package review_test

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

// What an employee claims is compared with what the check-ins say: 24 hours are one day,
// but 120 calls are not 110.
func ExampleCrossCheck() {
	claims := []review.Claim{
		{Goal: "response", Metric: "time", Value: decimal.NewFromInt(24), Unit: number.Hour},
		{Goal: "customers", Metric: "calls", Value: decimal.NewFromInt(120)},
		{Goal: "customers", Metric: "visits", Value: decimal.NewFromInt(9)},
	}
	recorded := []review.Recorded{
		{Goal: "response", Metric: "time", Quantity: number.Quantity{Value: decimal.NewFromInt(1), Unit: number.Day}},
		{
			Goal: "customers", Metric: "calls", Quantity: number.Quantity{Value: decimal.NewFromInt(110)},
			Evidence: []record.Evidence{{Record: &record.Ref{Kind: "check_in", ID: "c-17"}}},
		},
	}
	for _, d := range review.CrossCheck(claims, recorded) {
		if d.Recorded == nil {
			fmt.Printf("%s: %s claimed, nothing recorded\n", d.Metric, d.Claimed.In(text.English))
			continue
		}
		fmt.Printf("%s: %s claimed, %s recorded in %s\n",
			d.Metric, d.Claimed.In(text.English), d.Recorded.In(text.English), d.Evidence[0].Record.ID)
	}
	// Output:
	// calls: 120 claimed, 110 recorded in c-17
	// visits: 9 claimed, nothing recorded
}

// figures are what an employee is rated by under the sample rules.
var figures = map[string]number.Quantity{
	"task-completion":      {Value: decimal.NewFromInt(96), Unit: number.Percent},
	"complaint-rate":       {Value: decimal.RequireFromString("0.8"), Unit: number.Percent},
	"defect-rate":          {Value: decimal.RequireFromString("0.4"), Unit: number.Percent},
	"departments-praising": {Value: decimal.NewFromInt(2)},
	"suggestions-adopted":  {Value: decimal.NewFromInt(0)},
	"cost-saved":           {Value: decimal.NewFromInt(1200), Unit: number.Yuan},
}

// A manager's review is rated by the cycle's rules once every discrepancy is resolved.
func ExampleManagerReview_Submit() {
	by := record.By("ben", time.Date(2024, 9, 9, 9, 0, 0, 0, time.UTC))
	participant := review.Participant{Cycle: "2024-08", Employee: "ana", Manager: "ben"}
	content := review.ManagerReviewDraft{Inputs: rating.Inputs{Metrics: figures}}
	open := []review.Discrepancy{{Goal: "customers", Metric: "calls"}}

	m, err := review.NewManagerReview(record.Key{Tenant: "acme", ID: "m-1"}, participant, content, by)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = m.Submit(rating.Reference(), open, by)
	fmt.Println(err)

	open[0].Resolution = "the recorded figure holds"
	m, err = m.Submit(rating.Reference(), open, by)
	fmt.Println(m.Status, m.Rating.Level, err)
	fmt.Println(m.Rating.Why.Steps[0].In(text.English))
	// Output:
	// discrepancies[0]: the discrepancy about calls of goal customers is not resolved
	// submitted good <nil>
	// weighted mean: (85 × 40 + 100 × 30 + 85 × 15 + 85 × 15) ÷ 100 = 89.5
}

// Calibration changes the level for a reason that is worth the name; the proposal stays
// beside the change.
func ExampleResult_Calibrate() {
	rated, err := rating.Reference().Rate(rating.Inputs{Metrics: figures})
	if err != nil {
		fmt.Println(err)
		return
	}
	r := review.Result{
		Cycle: "2024-08", Employee: "ana", Rater: "ben",
		Proposed: rated, Level: rated.Level, Status: review.ResultStatusProposed,
	}
	by := record.By("hana", time.Date(2024, 9, 16, 9, 0, 0, 0, time.UTC))

	_, err = r.Calibrate("qualified", "too good", rating.Reference(), 20, by)
	fmt.Println(fault.In(err, text.English))
	fmt.Println(fault.In(err, text.Chinese))

	r, err = r.Calibrate("qualified", "the largest order was won by another team", rating.Reference(), 20, by)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("proposed", r.Proposed.Level, "now", r.Level)
	for _, c := range r.Changes {
		fmt.Printf("%s → %s by %s: %s\n", c.From, c.To, c.By.By, c.Why)
	}
	// Output:
	// why: the reason has 8 characters; at least 20 are needed
	// why: 理由只有 8 个字符，至少需要 20 个
	// proposed good now qualified
	// good → qualified by hana: the largest order was won by another team
}

// An appeal of Sunday 29 September 2024, a working day in exchange for the holiday, is
// due on the third working day after it: 30 September, then 8 and 9 October.
func ExampleFileAppeal() {
	cycle := review.Cycle{
		Meta:    record.Meta{Tenant: "acme", ID: "2024-08"},
		Appeals: review.AppealRules{FileWithin: 5, AnswerWithin: 3},
	}
	result := review.Result{
		Meta:  record.Meta{Tenant: "acme", ID: "r-1"},
		Cycle: "2024-08", Employee: "ana", Rater: "ben", Level: "good",
		Status: review.ResultStatusPublished, PublishedOn: calendar.MustDate("2024-09-25"),
	}
	content := review.AppealDraft{Grounds: "two orders of 30 August are missing"}
	file := func(on string) (review.Appeal, error) {
		filed := calendar.MustDate(on)
		return review.FileAppeal(record.Key{Tenant: "acme", ID: "a-1"}, result, cycle, content,
			filed, calendar.China(), record.By("ana", filed.Time()))
	}

	a, err := file("2024-09-29")
	fmt.Println(a.Due, a.Overdue(calendar.MustDate("2024-10-10")), err)
	_, err = file("2024-10-09")
	fmt.Println(err)
	// Output:
	// 2024-10-09 true <nil>
	// filed: an appeal could be filed until 8 Oct 2024; this one is of 9 Oct 2024
}

// Whoever reviews an appeal stands outside the rater's line, above and below.
func ExampleAppeal_Assign() {
	a := review.Appeal{Employee: "ana", Rater: "ben", Status: review.AppealStatusFiled}
	by := record.By("hana", time.Date(2024, 9, 30, 9, 0, 0, 0, time.UTC))

	_, err := a.Assign("cleo", review.Lines{Rater: []string{"cleo"}}, by)
	fmt.Println(err)
	_, err = a.Assign("dan", review.Lines{Rater: []string{"cleo"}, Reviewer: []string{"ben", "cleo"}}, by)
	fmt.Println(err)
	a, err = a.Assign("eve", review.Lines{Rater: []string{"cleo"}, Reviewer: []string{"cleo"}}, by)
	fmt.Println(a.Reviewer, a.Status, err)
	// Output:
	// reviewer: cleo stands above the rater ben in the reporting line and can't review the appeal
	// reviewer: dan reports to the rater ben and can't review the appeal
	// eve assigned <nil>
}

// A result that is signed as it was before an appeal is not accepted: the signature
// covers a digest of what was shown.
func ExampleResult_Accept() {
	r := review.Result{
		Employee: "ana", Level: "good", Status: review.ResultStatusPublished, PublishedOn: calendar.MustDate("2024-09-25"),
	}
	by := record.By("ana", time.Date(2024, 9, 26, 9, 0, 0, 0, time.UTC))

	_, err := r.Accept(record.Sign(by, "employee", "what was shown yesterday"))
	fmt.Println(err)
	r, err = r.Accept(record.Sign(by, "employee", r.Digest()))
	fmt.Println(r.Status, err)
	// Output:
	// what was signed is not what is there now: read it again, then sign
	// accepted <nil>
}
