package goal_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/text"
)

// exampleDraft is a goal of the third quarter: complaints answered in 12 hours, not 24.
func exampleDraft() goal.Draft {
	return goal.Draft{
		Owner: "lin", Level: goal.Individual, Period: calendar.Quarter(2024, 3),
		Terms: goal.Terms{
			Form: goal.KPI, Title: "Answer complaints within 12 hours",
			Method: "rework the follow-up process",
			Measures: []goal.Measure{{
				Metric: "response time", Unit: number.Hour, Direction: goal.Decrease,
				Baseline: new(decimal.NewFromInt(24)), Target: new(decimal.NewFromInt(12)),
			}},
		},
	}
}

func exampleActive() goal.Goal {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	wei := record.By("wei", lin.At.Add(time.Hour))
	g, _ := goal.New(record.Key{Tenant: "acme", ID: "g1"}, exampleDraft(), lin)
	g, _ = g.Propose(lin)
	g, _ = g.Sign(record.Sign(lin, goal.ByEmployee, g.Digest()))
	g, _ = g.Sign(record.Sign(wei, goal.ByManager, g.Digest()))
	g, _ = g.Activate(g.Period.From, wei)
	return g
}

func ExampleNew() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	g, err := goal.New(record.Key{Tenant: "acme", ID: "g1"}, exampleDraft(), lin)
	fmt.Println(g.Status, g.Due(), err)

	// Everything that is wrong is said at once.
	d := exampleDraft()
	d.Terms.Title = ""
	d.Terms.Measures[0].Target = new(decimal.NewFromInt(36))
	_, err = goal.New(record.Key{Tenant: "acme", ID: "g1"}, d, lin)
	fmt.Println(fault.In(err, text.English))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// draft 2024-09-30 <nil>
	// terms.title: a goal needs a title
	// terms.measures[0].target: the target 36 lies on the wrong side of the baseline 24 for a figure that is to decrease
	// terms.title: 须填写目标名称
	// terms.measures[0].target: 指标方向为降低，目标值 36 与基线值 24 的方向不符
}

func ExampleGoal_Sign() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	wei := record.By("wei", lin.At.Add(time.Hour))
	g, _ := goal.New(record.Key{Tenant: "acme", ID: "g1"}, exampleDraft(), lin)
	g, _ = g.Propose(lin)
	read := g.Digest() // what both have before them

	g, err := g.Sign(record.Sign(lin, goal.ByEmployee, read))
	fmt.Println(g.Status, err)

	// The manager returns the goal, it is changed, and what was read is no longer what is there.
	back, _ := g.Return("10 hours can be done", wei)
	terms := exampleDraft().Terms
	terms.Measures[0].Target = new(decimal.NewFromInt(10))
	back, _ = back.Edit(terms, lin)
	back, _ = back.Propose(lin)
	_, err = back.Sign(record.Sign(wei, goal.ByManager, read))
	fmt.Println(errors.Is(err, record.ErrStale), err)

	g, err = back.Sign(record.Sign(lin, goal.ByEmployee, back.Digest()))
	fmt.Println(g.Status, err)
	g, err = g.Sign(record.Sign(wei, goal.ByManager, back.Digest()))
	fmt.Println(g.Status, err)
	_, err = g.Propose(lin)
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// proposed <nil>
	// true what was signed is not what is there now: read it again, then sign
	// proposed <nil>
	// agreed <nil>
	// 目标处于“已确认”状态，不能执行“提交”；可执行：启动、取消
}

func ExampleNewPlan() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	shares := goal.ShareWeights(3)
	d := goal.PlanDraft{Employee: "lin", Period: calendar.Quarter(2024, 3), Items: []goal.Item{
		{Goal: "g1", Weight: shares[0]}, {Goal: "g2", Weight: shares[1]}, {Goal: "g3", Weight: shares[2]},
	}}
	p, err := goal.NewPlan(record.Key{Tenant: "acme", ID: "p1"}, d, lin)
	fmt.Println(p.Status, shares, err)

	d.Items[2].Weight = shares[0]
	_, err = goal.NewPlan(record.Key{Tenant: "acme", ID: "p1"}, d, lin)
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// draft [33.33 33.33 33.34] <nil>
	// items: 目标权重合计 99.99%，应为 100%
}

func ExampleShareRest() {
	forty := decimal.NewFromInt(40)
	shares, err := goal.ShareRest([]*decimal.Decimal{&forty, nil, nil, nil})
	fmt.Println(shares, err)

	_, err = goal.ShareRest([]*decimal.Decimal{&forty, &forty})
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// [40 20 20 20] <nil>
	// weights: 目标权重合计 80%，应为 100%
}

func ExamplePlan_Sign() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	wei := record.By("wei", lin.At.Add(time.Hour))
	g, _ := goal.New(record.Key{Tenant: "acme", ID: "g1"}, exampleDraft(), lin)
	p, _ := goal.NewPlan(record.Key{Tenant: "acme", ID: "p1"}, goal.PlanDraft{
		Employee: "lin", Period: g.Period, Items: []goal.Item{{Goal: g.ID, Weight: decimal.NewFromInt(100)}},
	}, lin)
	g, _ = g.Propose(lin)
	p, _ = p.Propose([]goal.Goal{g}, goal.PlanPolicy{}, lin)
	p, err := p.Sign(record.Sign(lin, goal.ByEmployee, p.Digest()))
	fmt.Println(p.Status, err)

	// A signature is under what was read, and nobody signs twice.
	_, err = p.Sign(record.Sign(wei, goal.ByManager, "a digest of last week"))
	fmt.Println(errors.Is(err, record.ErrStale))
	_, err = p.Sign(record.Sign(lin, goal.ByManager, p.Digest()))
	fmt.Println(err)
	p, err = p.Sign(record.Sign(wei, goal.ByManager, p.Digest()))
	fmt.Println(p.Status, err)
	// Output:
	// proposed <nil>
	// true
	// signature.by: lin has signed in another role already
	// agreed <nil>
}

func ExampleGoal_Close() {
	g := exampleActive()
	wei := record.By("wei", time.Date(2024, time.September, 30, 9, 0, 0, 0, time.UTC))
	result, _ := g.Conclude(nil, []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(15)}}, goal.RevisedLatest, rating.MissingRefused, goal.Outcomes{})
	closed, err := g.Close(result, "", wei)
	fmt.Println(closed.Status, closed.Result.Score, err)

	// A result without a score needs a reason; and what is closed stays closed.
	_, err = g.Close(goal.Result{Status: goal.StatusAchieved}, "", wei)
	fmt.Println(err)
	_, err = closed.Cancel("not needed any more", wei)
	fmt.Println(err)
	// Output:
	// partly 80 <nil>
	// reason: a reason is needed
	// goal is partly achieved: cancel is not possible, nor is anything else
}

func ExamplePlan_Cancel() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	p, _ := goal.NewPlan(record.Key{Tenant: "acme", ID: "p1"}, goal.PlanDraft{
		Employee: "lin", Period: calendar.Quarter(2024, 3), Items: []goal.Item{{Goal: "g1", Weight: decimal.NewFromInt(100)}},
	}, lin)
	wei := record.By("wei", lin.At.Add(time.Hour))
	_, err := p.Cancel("", wei)
	fmt.Println(err)
	p, _ = p.Cancel("lin changes to another post", wei)
	fmt.Println(p.Status)
	_, err = p.Propose(nil, goal.PlanPolicy{}, lin)
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// reason: a reason is needed
	// cancelled
	// 目标计划处于“已取消”状态，不能执行“提交”，也没有其他可执行的操作
}

func ExampleNewCheckIn() {
	g := exampleActive()
	lin := record.By("lin", time.Date(2024, time.August, 15, 9, 0, 0, 0, time.UTC))
	draft := goal.CheckInDraft{
		On:        calendar.MustDate("2024-08-15"), // half of the quarter is gone
		Readings:  []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(20)}},
		Obstacles: "one colleague on leave",
	}
	c, err := goal.NewCheckIn(record.Key{Tenant: "acme", ID: "c1"}, g, draft, goal.Pacing{}, lin)
	fmt.Println(c.Pace.Progress, "of", c.Pace.Expected, c.Pace.Health.In(text.Chinese), err)

	draft.On = calendar.MustDate("2024-10-01")
	draft.Readings[0].Metric = "answer time"
	_, err = goal.NewCheckIn(record.Key{Tenant: "acme", ID: "c2"}, g, draft, goal.Pacing{}, lin)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 33.33 of 50 有风险 <nil>
	// on: 1 Oct 2024 lies outside 2024 Q3
	// readings[0].metric: “answer time” is not a metric of the goal; it has: response time
	// readings: the figure of at least one measure is needed
}

func ExampleNewRevision() {
	g := exampleActive()
	lin := record.By("lin", time.Date(2024, time.August, 1, 9, 0, 0, 0, time.UTC))
	wei := record.By("wei", lin.At.Add(time.Hour))
	terms := exampleDraft().Terms
	terms.Measures[0].Target = new(decimal.NewFromInt(16))
	draft := goal.RevisionDraft{
		Cause: goal.Market, Reason: "complaints rose by a third",
		Proposed: terms, Requested: calendar.MustDate("2024-08-01"),
	}
	_, err := goal.NewRevision(record.Key{Tenant: "acme", ID: "r1"}, g, draft, lin)
	fmt.Println(err)

	draft.Evidence = []record.Evidence{{Title: "complaints a week", Figure: &number.Quantity{Value: decimal.NewFromInt(133)}}}
	r, _ := goal.NewRevision(record.Key{Tenant: "acme", ID: "r1"}, g, draft, lin)
	r, _ = r.Approve(wei)
	r, _ = r.Sign(g, record.Sign(lin, goal.ByEmployee, r.Digest(g)))
	r, _ = r.Sign(g, record.Sign(wei, goal.ByManager, r.Digest(g)))
	g, err = g.Revise(r, wei)
	fmt.Println(r.Status, err)
	for _, on := range []string{"2024-07-31", "2024-08-01"} {
		terms, _ := g.TermsOn(calendar.MustDate(on))
		fmt.Println(on, terms.Measures[0].Target)
	}
	// Output:
	// evidence: a revision needs evidence with a figure or a link
	// in-force <nil>
	// 2024-07-31 12
	// 2024-08-01 16
}

func ExampleGoal_Expected() {
	g := exampleActive()
	half := calendar.MustDate("2024-08-15")
	fmt.Println(g.Expected(half))

	// A quarter that is made in its last month.
	g.Terms.Path = goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{
		{On: calendar.MustDate("2024-08-31"), Percent: decimal.NewFromInt(31)},
	}}
	fmt.Println(g.Expected(half))

	d := exampleDraft()
	d.Terms.Path = goal.Path{Shape: goal.PathGiven, Points: []goal.Waypoint{
		{On: calendar.MustDate("2024-07-31"), Percent: decimal.NewFromInt(50)},
		{On: calendar.MustDate("2024-08-31"), Percent: decimal.NewFromInt(40)},
	}}
	_, err := goal.New(record.Key{Tenant: "acme", ID: "g2"}, d, record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC)))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// 50
	// 23
	// terms.path.points[1].percent: 预期进度由 50% 降至 40%，应只升不降
}

func ExampleGoal_Project() {
	g := exampleActive()
	lin := record.By("lin", time.Date(2024, time.August, 15, 9, 0, 0, 0, time.UTC))
	c, _ := goal.NewCheckIn(record.Key{Tenant: "acme", ID: "c1"}, g, goal.CheckInDraft{
		On: calendar.MustDate("2024-08-15"), Readings: []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(20)}},
	}, goal.Pacing{}, lin)

	p, err := g.Project([]goal.CheckIn{c}, c.On, goal.Pacing{})
	fmt.Println(p.Progress, p.Health, p.Reached, err)
	fmt.Println(p.Why.Tree(text.Chinese))

	// What there is not enough data for is said, not guessed.
	p, err = g.Project([]goal.CheckIn{c}, c.On, goal.Pacing{Forecast: goal.Forecast{Method: goal.RecentTrend}})
	fmt.Println(p.Progress == nil, err)
	fmt.Println(p.Why.Tree(text.English))
	// Output:
	// 66.67 off-track 2024-11-15 <nil>
	// 预计2024年9月30日进度为 66.67%：已偏离
	//   加权平均：(66.666666666666666667 × 1) ÷ 1 = 66.666666…
	//     response time：66.666666…，权重 1
	//       按计划路径推算：2024年9月30日预计为 16小时，2024年8月15日为 20小时
	//         达成日期：2024年11月15日
	// true <nil>
	// there is not enough data to foresee 30 Sep 2024
	//   not enough data: by the recent trend takes 3 check-ins with a figure; there are 1
}

func ExampleCheckIn_Correct() {
	g := exampleActive()
	lin := record.By("lin", time.Date(2024, time.August, 15, 9, 0, 0, 0, time.UTC))
	c, _ := goal.NewCheckIn(record.Key{Tenant: "acme", ID: "c1"}, g, goal.CheckInDraft{
		On: calendar.MustDate("2024-08-15"), Readings: []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(8)}},
	}, goal.Pacing{}, lin)

	right := goal.CorrectionDraft{Readings: []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(18)}}}
	_, err := c.Correct(g, right, goal.Pacing{}, lin)
	fmt.Println(fault.In(err, text.English))

	right.Reason = "the 8 was meant for another goal"
	c, err = c.Correct(g, right, goal.Pacing{}, lin)
	fmt.Println(c.Readings[0].Value, c.Pace.Progress, err)
	was := c.Corrections[0]
	fmt.Println(was.Readings[0].Value, was.Pace.Progress, was.By.Reason)
	// Output:
	// reason: a reason is needed
	// 18 50 <nil>
	// 8 133.33 the 8 was meant for another goal
}

func ExampleCheckIn_AnswerHelp() {
	g := exampleActive()
	lin := record.By("lin", time.Date(2024, time.August, 15, 9, 0, 0, 0, time.UTC))
	draft := goal.CheckInDraft{
		On: calendar.MustDate("2024-08-15"), Help: "one more colleague in the evening",
		Readings: []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(20)}},
	}
	c, _ := goal.NewCheckIn(record.Key{Tenant: "acme", ID: "c1"}, g, draft, goal.Pacing{}, lin)
	wei := record.By("wei", lin.At.Add(time.Hour))
	c, err := c.AnswerHelp(goal.HelpPromised, "from September on", wei)
	fmt.Println(c.HelpOpen(), err)
	c, err = c.AnswerHelp(goal.HelpGiven, "mei has begun", wei)
	fmt.Println(c.HelpOpen(), err)

	_, err = c.AnswerHelp("perhaps", "", wei)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// true <nil>
	// false <nil>
	// answers[2].help: “perhaps” is not one of: declined, given, promised
	// answers[2].words: an answer needs words
}

func ExampleRhythm_Overdue() {
	quarter := calendar.Quarter(2024, 4)
	weekly := goal.Rhythm{Cadence: calendar.Weekly, Days: goal.DueWorking, Grace: 1}
	done := []goal.CheckIn{{On: calendar.MustDate("2024-10-08")}} // Monday was still a holiday
	owed, err := weekly.Overdue(quarter, calendar.China(), done, calendar.MustDate("2024-10-23"))
	fmt.Println(owed, err)

	weekly.Grace = -1
	_, err = weekly.Overdue(quarter, calendar.China(), done, calendar.MustDate("2024-10-23"))
	fmt.Println(fault.In(err, text.English))
	// Output:
	// [2024-10-14 2024-10-21] <nil>
	// grace: the grace lies between 0 and 366 days, not at -1
}

func ExamplePlan_Confirmation() {
	lin := record.By("lin", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	wei := record.By("wei", lin.At.Add(time.Hour))
	g, _ := goal.New(record.Key{Tenant: "acme", ID: "g1"}, exampleDraft(), lin)
	g, _ = g.Propose(lin)
	p, _ := goal.NewPlan(record.Key{Tenant: "acme", ID: "p1"}, goal.PlanDraft{
		Employee: "lin", Period: g.Period, Items: []goal.Item{{Goal: "g1", Weight: number.Hundred}}, Confidence: new(decimal.NewFromInt(80)),
	}, lin)
	p, _ = p.Propose([]goal.Goal{g}, goal.PlanPolicy{}, lin)
	for role, by := range map[string]record.Stamp{goal.ByEmployee: lin, goal.ByManager: wei} {
		p, _ = p.Sign(record.Sign(by, role, p.Digest()))
		g, _ = g.Sign(record.Sign(by, role, g.Digest()))
	}
	form, err := p.Confirmation([]goal.Goal{g})
	fmt.Println(form.Confirmed, form.Goals[0].Terms.Title, err)

	// Whatever is changed afterwards, nobody has signed that.
	g.Terms.Measures[0].Target = new(decimal.NewFromInt(20))
	form, _ = p.Confirmation([]goal.Goal{g})
	for _, s := range form.Goals[0].Signatures {
		fmt.Println(s.Role, s.By, s.State, s.Why.In(text.English))
	}
	// Output:
	// true Answer complaints within 12 hours <nil>
	// employee lin void what was signed is not what is there now
	// manager wei void what was signed is not what is there now
}

func ExampleGoal_Score() {
	g := exampleActive() // 12 hours, and from August on 16
	g.Former = []goal.Terms{g.Terms}
	g.Terms = exampleDraft().Terms
	g.Terms.From = calendar.MustDate("2024-08-01")
	g.Terms.Measures[0].Target = new(decimal.NewFromInt(16))
	figure := func(v int64) []goal.Reading {
		return []goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(v)}}
	}
	checkIns := []goal.CheckIn{
		{On: calendar.MustDate("2024-07-31"), Readings: figure(20)},
		{On: calendar.MustDate("2024-09-30"), Readings: figure(16)},
	}
	score, _, err := g.Score(checkIns, nil, goal.RevisedLatest, rating.MissingRefused)
	fmt.Println(score, err)
	score, why, err := g.Score(checkIns, nil, goal.RevisedByDays, rating.MissingRefused)
	fmt.Println(score.Round(2), err)
	fmt.Println(why.Steps[0].Steps[0].In(text.English))

	_, _, err = g.Score(checkIns[1:], nil, goal.RevisedByDays, rating.MissingRefused)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 100 <nil>
	// 86.52 <nil>
	// the terms in force from 1 Jul 2024 to 31 Jul 2024, 31 of 92 days
	// versions[0]: the terms in force in Jul 2024 have no figure to be scored by
}

func ExampleRevision_Withdraw() {
	g := exampleActive()
	lin := record.By("lin", time.Date(2024, time.August, 1, 9, 0, 0, 0, time.UTC))
	terms := exampleDraft().Terms
	terms.Measures[0].Target = new(decimal.NewFromInt(16))
	r, _ := goal.NewRevision(record.Key{Tenant: "acme", ID: "r1"}, g, goal.RevisionDraft{
		Cause: goal.Market, Reason: "complaints rose by a third", Proposed: terms, Requested: calendar.MustDate("2024-08-01"),
		Evidence: []record.Evidence{{Note: "weekly report 31", Link: "https://example.com/31"}},
	}, lin)
	_, err := r.Withdraw(record.By("wei", lin.At))
	fmt.Println(fault.In(err, text.English))
	r, err = r.Withdraw(lin)
	fmt.Println(r.Status, err)
	_, err = r.Approve(record.By("wei", lin.At))
	fmt.Println(fault.In(err, text.English))
	// Output:
	// only lin, who asked for the revision, can withdraw it
	// withdrawn <nil>
	// goal revision is withdrawn: approve is not possible, nor is anything else
}

func ExampleTerms_Score() {
	terms := exampleDraft().Terms
	score, why, err := terms.Score([]goal.Reading{{Metric: "response time", Value: decimal.NewFromInt(15)}}, rating.MissingRefused)
	fmt.Println(score, err)
	fmt.Println(why.Tree(text.English))

	_, _, err = terms.Score(nil, rating.MissingRefused)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 80 <nil>
	// weighted mean: (80 × 1) ÷ 1 = 80
	//   response time: 80, weight 1
	//     15 h scores 80 %
	//       target ÷ actual, as less is better: 12 h ÷ 15 h × 100 = 80 %
	// measures[0]: “response time” can't be scored without a figure and a target
}

func ExampleService() {
	ctx := context.Background()
	db, _ := memory.New(goal.Kind.Schema(), goal.PlanKind.Schema(), goal.CheckInKind.Schema(), goal.RevisionKind.Schema())
	var over func(d storage.Driver) goal.Stores
	over = func(d storage.Driver) goal.Stores {
		return goal.Stores{
			Goals: storage.Of(d, goal.Kind), Plans: storage.Of(d, goal.PlanKind),
			CheckIns: storage.Of(d, goal.CheckInKind), Revisions: storage.Of(d, goal.RevisionKind),
			InTx: func(ctx context.Context, do func(goal.Stores) error) error {
				return d.Tx(ctx, func(tx storage.Driver) error { return do(over(tx)) })
			},
		}
	}
	chart, _ := access.NewChart("acme", []access.Person{{ID: "lin"}, {ID: "wei"}}, []access.Reporting{
		{Person: "lin", Manager: "wei", During: calendar.Year(2024)},
	})
	now := time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC)
	goals := goal.NewService(over(db), access.Gate{
		Policy: goal.Policy(), Directory: chart, Clock: func() time.Time { return now },
	}, goal.Rules{})
	lin, wei := access.Actor{Tenant: "acme", Person: "lin"}, access.Actor{Tenant: "acme", Person: "wei"}

	plan, _, err := goals.DraftPlan(ctx, lin, goal.Outline{
		Employee: "lin", Period: calendar.Quarter(2024, 3),
		Items: []goal.OutlineItem{{Weight: number.Hundred, Terms: exampleDraft().Terms}},
	})
	fmt.Println(plan.Status, err)
	plan, _ = goals.ProposePlan(ctx, lin, plan.ID)
	for _, advice := range plan.Advice(goal.PlanPolicy{}) {
		fmt.Println(advice.In(text.English))
	}
	_, err = goals.SignPlan(ctx, lin, plan.ID, goal.ByManager, plan.Digest(), "")
	fmt.Println(errors.Is(err, fault.ErrForbidden))
	_, err = goals.SignPlan(ctx, lin, plan.ID, goal.ByEmployee, plan.Digest(), "")
	fmt.Println(err)
	plan, err = goals.SignPlan(ctx, wei, plan.ID, goal.ByManager, plan.Digest(), "")
	fmt.Println(plan.Status, err)
	// Output:
	// draft <nil>
	// items: the plan has 1 goals; 3 to 7 are recommended
	// true
	// <nil>
	// agreed <nil>
}

// A company grows its sales by 30 %, that is by 30 million; its departments carry most of
// that and a little of it, and people carry the departments' goals.
func exampleNodes() []goal.Node {
	link := func(id string, share int64) []goal.Link {
		return []goal.Link{{Goal: id, Share: new(decimal.NewFromInt(share))}}
	}
	return []goal.Node{
		{ID: "company", Title: "Sales +30 %", Level: goal.Company, Unit: number.Yuan},
		{ID: "direct", Title: "Direct sales", Level: goal.Unit, Unit: number.Yuan, Supports: link("company", 80)},
		{ID: "partners", Title: "Sales by partners", Level: goal.Unit, Unit: number.Yuan, Supports: link("company", 20)},
		{ID: "lin", Unit: number.Yuan, Supports: link("direct", 60), Figure: goal.Figure{Value: new(decimal.NewFromInt(9_000_000))}},
		{ID: "mei", Unit: number.Yuan, Supports: link("direct", 40), Figure: goal.Figure{Value: new(decimal.NewFromInt(4_500_000))}},
	}
}

func ExampleAlign() {
	nodes := exampleNodes()
	a, err := goal.Align(slices.Values(nodes))
	fmt.Println(a.Coverage().Goals, err)

	// A circle is refused, and every goal on it named.
	nodes[0].Supports = []goal.Link{{Goal: "mei"}}
	_, err = goal.Align(slices.Values(nodes))
	fmt.Println(errors.Is(err, fault.ErrInvalid))
	fmt.Println(fault.In(err, text.English))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// 5 <nil>
	// true
	// goals[0].supports: these goals support each other in a circle: company → mei → direct → company
	// goals[0].supports: 目标的支撑关系形成循环：company → mei → direct → company
}

func ExampleAlignment_Coverage() {
	nodes := exampleNodes()
	nodes[4].Supports = nil // mei has found something else to do
	a, _ := goal.Align(slices.Values(nodes))
	for _, gap := range a.Coverage().Gaps {
		fmt.Println(gap.Code, "·", gap.In(text.English), "·", gap.In(text.Chinese))
	}
	// Output:
	// goal.shares.sum · the shares of those who carry the goal direct add up to 60 %, not 100 % · 目标 direct 的各承接目标贡献权重合计 60%，应为 100%
	// goal.coverage.uncarried · nobody carries the goal partners · 目标 partners 没有下级目标承接
	// goal.coverage.unaligned · the goal mei is aligned to nothing · 目标 mei 未对齐任何上级目标
}

func ExampleAlignment_RollUp() {
	a, _ := goal.Align(slices.Values(exampleNodes()))

	// Nobody knows yet what the partners have sold, and it is not taken for nothing.
	_, err := a.RollUp(goal.RollupPolicy{Rollup: goal.RollupSum})
	fmt.Println(fault.In(err, text.English))

	s, _ := a.RollUp(goal.RollupPolicy{Rollup: goal.RollupSum, Missing: rating.MissingReweighted})
	direct, _ := s.Of("direct")
	company, _ := s.Of("company")
	fmt.Println(direct.Value, company.Value)

	// One figure comes in: what stands elsewhere now, and why.
	changed, err := s.Update("partners", goal.Figure{Value: new(decimal.NewFromInt(2_000_000))})
	fmt.Println(changed, err)
	why, _ := s.Explain("company")
	fmt.Println(why.Tree(text.Chinese))
	// Output:
	// goals[2].figure: the goal partners, which carries company, has no figure
	// 13500000 <nil>
	// [partners company] <nil>
	// “Sales +30 %”为 15500000元，由承接目标求和：13500000 + 2000000
	//   “Direct sales”：13500000元，贡献权重 80%
	//   “Sales by partners”：2000000元，贡献权重 20%
}

func ExampleAlignment_Cascade() {
	nodes := exampleNodes()
	a, _ := goal.Align(slices.Values(nodes))
	portions, err := a.Cascade("company", decimal.NewFromInt(30_000_000), 2, rating.MissingRefused)
	for _, p := range portions {
		months, _ := goal.ByMonth(p.Amount, calendar.Quarter(2024, 3), 2)
		fmt.Println(p.Goal, p.Amount, "July:", months[0].Amount)
	}
	fmt.Println(err)

	nodes[4].Supports = nil
	a, _ = goal.Align(slices.Values(nodes))
	_, err = a.Cascade("company", decimal.NewFromInt(30_000_000), 2, rating.MissingRefused)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// company 30000000 July: 10000000
	// direct 24000000 July: 8000000
	// partners 6000000 July: 2000000
	// lin 14400000 July: 4800000
	// mei 9600000 July: 3200000
	// <nil>
	// goals[1]: the shares of those who carry the goal direct add up to 60 %, not 100 %
}

func ExampleService_Assign() {
	ctx := context.Background()
	db, _ := memory.New(goal.Kind.Schema(), goal.PlanKind.Schema(), goal.TemplateKind.Schema())
	goals := goal.NewService(over(db), access.Gate{Policy: goal.Policy()}, goal.Rules{}) // stores as above
	hr := access.Actor{Tenant: "acme", Person: "han", Roles: []access.Role{access.HR}}

	sales, _ := goals.KeepTemplate(ctx, hr, goal.TemplateDraft{
		Name: "Sales", Family: "sales",
		Parameters: []goal.Parameter{{Name: "target", Label: text.Label{Zh: "目标值"}, Kind: goal.FigureParameter}},
		Items: []goal.TemplateItem{{
			Terms: goal.Terms{Form: goal.KPI, Title: "Sell {target}", Measures: []goal.Measure{{Metric: "sales", Direction: goal.Increase}}},
			Gaps:  []goal.Gap{{Path: "terms.measures[0].target", Parameter: "target"}},
		}},
	})
	batch := goal.Batch{Key: "2024 Q3", Period: calendar.Quarter(2024, 3), People: []goal.Assignee{
		{Employee: "lin", Values: map[string]string{"target": "200"}}, {Employee: "mei"},
	}}
	_, err := goals.Assign(ctx, hr, sales.ID, batch)
	fmt.Println(fault.In(err, text.Chinese))

	batch.People[1].Values = map[string]string{"target": "150"}
	plans, err := goals.Assign(ctx, hr, sales.ID, batch)
	fmt.Println(len(plans), plans[1].Employee, plans[1].Status, err)
	again, err := goals.Assign(ctx, hr, sales.ID, batch) // the same batch makes nothing twice
	fmt.Println(again[1].ID == plans[1].ID, err)
	// Output:
	// people[1].values.target: mei：缺少“目标值”
	// 2 mei draft <nil>
	// true <nil>
}

func ExampleService_Owed() {
	ctx := context.Background()
	db, _ := memory.New(goal.Kind.Schema(), goal.PlanKind.Schema(), goal.CheckInKind.Schema(), goal.RevisionKind.Schema())
	stores := goal.Stores{
		Goals: storage.Of(db, goal.Kind), Plans: storage.Of(db, goal.PlanKind),
		CheckIns: storage.Of(db, goal.CheckInKind), Revisions: storage.Of(db, goal.RevisionKind),
	}
	_, _ = stores.Goals.Create(ctx, exampleActive())
	chart, _ := access.NewChart("acme", []access.Person{{ID: "lin"}, {ID: "wei"}, {ID: "mei"}}, []access.Reporting{
		{Person: "lin", Manager: "wei", During: calendar.Year(2024)},
	})
	goals := goal.NewService(stores, access.Gate{
		Policy: goal.Policy(), Directory: chart, Working: calendar.China(),
		Clock: func() time.Time { return time.Date(2024, time.July, 18, 9, 0, 0, 0, time.UTC) },
	}, goal.Rules{})

	weekly := goal.Rhythm{Cadence: calendar.Weekly, Days: goal.DueWorking, Grace: 1}
	reports := goal.Filter{Owners: chart.Reports("wei", calendar.MustDate("2024-07-18"))}
	for owed, err := range goals.Owed(ctx, access.Actor{Tenant: "acme", Person: "wei"}, reports, weekly) {
		fmt.Println(owed.Goal.Owner, owed.Goal.Terms.Title, owed.Overdue, owed.Next, err)
	}
	// Who may not read the goals is not told of them.
	for range goals.Owed(ctx, access.Actor{Tenant: "acme", Person: "mei"}, reports, weekly) {
		fmt.Println("never")
	}
	// Output:
	// lin Answer complaints within 12 hours [2024-07-08 2024-07-15] 2024-07-22 <nil>
}
