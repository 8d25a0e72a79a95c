package improvement_test

import (
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// responsePlan is a plan to answer customers within 12 hours after 30 days.
func responsePlan() improvement.Draft {
	days := calendar.Period{From: calendar.MustDate("2026-11-02"), To: calendar.MustDate("2026-12-01")}
	return improvement.Draft{
		Type: improvement.PIP, Employee: "li.na", Manager: "wang.fang", Period: days,
		Aims: []improvement.Aim{{
			Metric: "response time", Unit: number.Hour, Direction: goal.Decrease,
			Baseline: new(decimal.NewFromInt(24)), Target: new(decimal.NewFromInt(12)), Due: days.To,
		}},
		Actions:  []improvement.Action{{What: "Answer customers first each morning.", Owner: "li.na", Due: days.To}},
		Support:  []improvement.Support{{Kind: improvement.MentorSupport, What: "An hour a week with Zhao Min.", Owner: "zhao.min"}},
		Tracking: []calendar.Cadence{calendar.Weekly},
	}
}

// start is the plan of a draft, approved by HR and signed by both.
func start(d improvement.Draft, at time.Time) improvement.Plan {
	p, err := improvement.New(record.Key{Tenant: "t1", ID: "p1"}, d, record.By(d.Manager, at))
	if err != nil {
		panic(err)
	}
	p, _ = p.Approve(record.By("he.rui", at))
	p, _ = p.Sign(record.Sign(record.By(d.Manager, at), improvement.ByManager, p.Digest()))
	p, _ = p.Sign(record.Sign(record.By(d.Employee, at), improvement.ByEmployee, p.Digest()))
	return p
}

// A performance improvement plan: response within 12 hours in 30 days. Without support it
// is refused, unless it says why there is none.
func ExampleNew() {
	by := record.By("wang.fang", time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC))
	d := responsePlan()
	p, err := improvement.New(record.Key{Tenant: "t1", ID: "p1"}, d, by)
	fmt.Println(p.Status, p.Policy.Name, err)

	d.Support = nil
	d.Actions[0].Due = calendar.MustDate("2026-12-24")
	_, err = improvement.New(record.Key{Tenant: "t1", ID: "p1"}, d, by)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// draft pip-30-90 <nil>
	// actions[0].due: 24 Dec 2026 is not within the plan: 2 Nov 2026 to 1 Dec 2026
	// support: a performance improvement plan promises support, or says why there is none
}

// A development plan: a product test from 65 to 85 points in a month, with one hour of
// study twice a week. After two weeks it shows that the aim is behind.
func ExamplePlan_Track() {
	month := calendar.Month(2026, time.November)
	at := time.Date(2026, 11, 1, 9, 0, 0, 0, time.UTC)
	p := start(improvement.Draft{
		Type: improvement.IDP, Employee: "li.na", Manager: "wang.fang", Period: month,
		Aims: []improvement.Aim{{
			Metric: "product test", Unit: number.Score, Direction: goal.Increase,
			Baseline: new(decimal.NewFromInt(65)), Target: new(decimal.NewFromInt(85)), Due: month.To,
		}},
		Actions:  []improvement.Action{{What: "Study the handbook.", Owner: "li.na", Due: month.To, Sessions: 2, Hours: new(decimal.NewFromInt(1))}},
		Tracking: []calendar.Cadence{calendar.EveryTwoWeeks},
	}, at)
	p, err := p.Track(improvement.Progress{
		On: calendar.MustDate("2026-11-15"), Metric: "product test", Value: decimal.NewFromInt(72),
		Correction: "Chapter 3 again, with the mentor.",
	}, record.By("wang.fang", at))
	fmt.Println(p.Log[0].Expected, p.Log[0].Behind, p.DeviationSince("product test"), err)
	_, err = p.Track(improvement.Progress{On: month.To, Metric: "sales"}, record.By("wang.fang", at))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// 74.66 true 2026-11-15 <nil>
	// metric: 计划中没有指标为“sales”的目标
}

// A plan does not end in an exit when what the company promised was not done.
func ExamplePlan_Assess() {
	at := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	by := record.By("wang.fang", at)
	p := start(responsePlan(), at)
	for _, day := range []string{"2026-11-09", "2026-11-16", "2026-11-23"} {
		p, _ = p.Track(improvement.Progress{On: calendar.MustDate(day), Metric: "response time", Value: decimal.NewFromInt(20)}, by)
	}
	c := improvement.Closing{
		Outcome: improvement.Exit, On: calendar.MustDate("2026-12-01"), Reason: "The average of November is 20 h.",
		Results:  []improvement.Result{{Metric: "response time", Value: decimal.NewFromInt(20)}},
		Evidence: []record.Evidence{{Link: "https://example.org/tickets"}},
	}
	_, err := p.Assess(c, calendar.China(), by)
	fmt.Println(fault.In(err, text.English))

	p, _ = p.Track(improvement.Progress{On: calendar.MustDate("2026-11-30"), Metric: "response time", Value: decimal.NewFromInt(20)}, by)
	p, _ = p.ExplainSupport(0, "Zhao Min fell ill; nobody else knows the product.", by)
	p, err = p.Assess(c, calendar.China(), by)
	fmt.Println(p.Status, p.Closing.Results[0].Reached, err)
	// Output:
	// log: the review due on 30 Nov 2026 (weekly) was not held
	// support[0]: the promised support was neither given nor its absence explained: An hour a week with Zhao Min. (mentor)
	// assessed false <nil>
}

// What a plan has reached is kept by a goal of the next period.
func ExampleNextGoals() {
	at := time.Date(2026, 12, 1, 9, 0, 0, 0, time.UTC)
	p := start(responsePlan(), at)
	_, err := improvement.NextGoals([]improvement.Plan{p}, calendar.Quarter(2027, 1), text.English)
	fmt.Println(fault.In(err, text.English))

	p, _ = p.Assess(improvement.Closing{
		Outcome: improvement.Passed, On: calendar.MustDate("2026-12-01"), Reason: "The average of November is 11.5 h.",
		Results:  []improvement.Result{{Metric: "response time", Value: decimal.RequireFromString("11.5")}},
		Evidence: []record.Evidence{{Link: "https://example.org/tickets"}},
	}, calendar.China(), record.By("wang.fang", at))
	p, _ = p.Sign(record.Sign(record.By("wang.fang", at), improvement.ByManager, p.ClosingDigest()))
	p, _ = p.Sign(record.Sign(record.By("li.na", at), improvement.ByEmployee, p.ClosingDigest()))
	next, err := improvement.NextGoals([]improvement.Plan{p}, calendar.Quarter(2027, 1), text.English)
	fmt.Println(next[0].Draft.Terms.Title, err)
	fmt.Println(next[0].Why.In(text.Chinese))
	// Output:
	// plans[0]: plan p1 is active; only a closed plan leaves goals for the next period
	// Keep response time at its level: at most 12 h <nil>
	// 绩效改进计划 p1 已于 2026年12月1日 通过：response time达到 11.5小时，目标为 12小时；须保持该水平
}
