package integration_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/text"
)

const tenant = "acme"

var (
	asEmployee = access.Actor{Tenant: tenant, Person: employee}
	asManager  = access.Actor{Tenant: tenant, Person: manager}
	asHana     = access.Actor{Tenant: tenant, Person: hana, Roles: []access.Role{access.HR}}
)

// A world is the library over a driver, with a clock that is set by hand and ids that
// count up.
type world struct {
	*meritkit.Kit
	driver storage.Driver
	now    time.Time
}

func newWorld(t *testing.T, open opener) *world {
	t.Helper()
	chart, err := access.NewChart(tenant, []access.Person{{ID: employee, Unit: "sales"}, {ID: manager}, {ID: hana}},
		[]access.Reporting{{Person: employee, Manager: manager}})
	require.NoError(t, err)
	w := &world{driver: open(t, meritkit.Schemas()...)}
	w.Kit, err = meritkit.Open(w.driver, meritkit.Options{Gate: access.Gate{
		Directory: chart, Clock: func() time.Time { return w.now }, IDs: &record.Sequence{Prefix: "id"}, Working: calendar.China(),
	}})
	require.NoError(t, err)
	w.on("2024-07-01")
	return w
}

// on sets the clock to a day, at an instant of more digits than are kept.
func (w *world) on(s string) { w.now = day(s).Time().Add(9*time.Hour + 123_456_789) }

// outline is a plan with two goals.
func outline() goal.Outline {
	item := func(weight, title string, m goal.Measure) goal.OutlineItem {
		return goal.OutlineItem{Weight: dec(weight), Terms: goal.Terms{Form: goal.KPI, Title: title, Measures: []goal.Measure{m}}}
	}
	return goal.Outline{Employee: employee, Period: calendar.Quarter(2024, 3), Confidence: new(dec("80")), Items: []goal.OutlineItem{
		item("66.67", "Answer complaints within 12 h", goal.Measure{
			Metric: "response time", Unit: number.Hour, Direction: goal.Decrease, Baseline: new(dec("24")), Target: new(dec("12")),
		}),
		item("33.33", "拜访重点客户", goal.Measure{Metric: "visits", Direction: goal.Increase, Baseline: new(dec("0")), Target: new(dec("40"))}),
	}}
}

func cycleDraft() review.CycleDraft {
	return review.CycleDraft{
		Label: text.Label{En: "Third quarter", Zh: "三季度"}, Period: calendar.Quarter(2024, 3), Rules: rating.Reference(),
		Appeals: review.AppealRules{FileWithin: 5}, MinReason: 10,
	}
}

func interviewDraft(cycle, result string) feedback.Draft {
	return feedback.Draft{
		Cycle: cycle, Result: result, Employee: employee, Interviewer: manager, On: day("2024-10-21"), Setting: feedback.FaceToFace,
		Statements: []feedback.Statement{
			{Tone: feedback.Strength, Fact: "44 visits", Impact: "three new orders"},
			{Tone: feedback.Improve, Fact: "平均15小时", Impact: "客户投诉", Improvement: "每日跟进"},
		},
	}
}

// story takes the employee once round the loop, from the plan to the plan to improve.
func (w *world) story(t *testing.T) {
	t.Helper()
	ctx := t.Context()
	ok := func(err error) {
		t.Helper()
		require.NoError(t, err)
	}
	plan, goals, err := w.Goals.DraftPlan(ctx, asEmployee, outline())
	ok(err)
	plan, err = w.Goals.ProposePlan(ctx, asEmployee, plan.ID)
	ok(err)
	_, err = w.Goals.SignPlan(ctx, asEmployee, plan.ID, goal.ByEmployee, plan.Digest(), "好")
	ok(err)
	_, err = w.Goals.SignPlan(ctx, asManager, plan.ID, goal.ByManager, plan.Digest(), "")
	ok(err)
	_, err = w.Goals.ActivatePlan(ctx, asManager, plan.ID)
	ok(err)
	w.on("2024-09-20")
	for i, figure := range []string{"15.50", "44"} {
		_, err = w.Goals.CheckIn(ctx, asEmployee, goals[i].ID, goal.CheckInDraft{
			Readings: []goal.Reading{{Metric: goals[i].Terms.Measures[0].Metric, Value: dec(figure)}}, Evidence: evidence(i),
		})
		ok(err)
	}

	cycle, err := w.Reviews.SetUpCycle(ctx, asHana, cycleDraft())
	ok(err)
	w.on("2024-10-08")
	_, _, err = w.Reviews.Launch(ctx, asHana, cycle.ID, []review.Enrolment{{Employee: employee}})
	ok(err)
	self, err := w.Reviews.StartSelfReview(ctx, asEmployee, cycle.ID, employee, review.SelfReviewDraft{Growth: "negotiation", Claims: []review.Claim{
		{Goal: goals[0].ID, Metric: "response time", Value: dec("12")}, {Goal: goals[1].ID, Metric: "visits", Value: dec("44.0")},
	}})
	ok(err)
	self, err = w.Reviews.SubmitSelfReview(ctx, asEmployee, self.ID)
	ok(err)
	require.Len(t, self.Discrepancies, 1, "the figure that the check-in does not bear out")
	_, err = w.Reviews.ResolveDiscrepancy(ctx, asManager, self.ID, goals[0].ID, "response time", "the check-in holds")
	ok(err)
	figures := map[string]number.Quantity{"task-completion": {Value: dec("96"), Unit: number.Percent}}
	for metric, figure := range map[string]string{
		"complaint-rate": "0.9", "defect-rate": "0.4", "departments-praising": "2", "suggestions-adopted": "1", "cost-saved": "0",
	} {
		figures[metric] = number.Quantity{Value: dec(figure), Unit: map[string]number.Unit{
			"complaint-rate": number.Percent, "defect-rate": number.Percent, "cost-saved": number.Yuan,
		}[metric]}
	}
	form, err := w.Reviews.StartManagerReview(ctx, asManager, cycle.ID, employee, review.ManagerReviewDraft{Inputs: rating.Inputs{Metrics: figures}})
	ok(err)
	_, result, err := w.Reviews.SubmitManagerReview(ctx, asManager, form.ID)
	ok(err)
	w.on("2024-10-15")
	_, err = w.Reviews.Calibrate(ctx, asHana, result.ID, "qualified", "as in the other teams")
	ok(err)
	result, err = w.Reviews.Publish(ctx, asHana, result.ID)
	ok(err)
	_, err = w.Reviews.Accept(ctx, asEmployee, result.ID, result.Digest(), "")
	ok(err)
	_, err = w.Reviews.Close(ctx, asHana, cycle.ID)
	ok(err)

	w.on("2024-10-21")
	talk, err := w.Feedback.Draft(ctx, asManager, interviewDraft(cycle.ID, result.ID))
	ok(err)
	talk, err = w.Feedback.Hold(ctx, asManager, talk.ID)
	ok(err)
	for _, a := range []access.Actor{asManager, asEmployee} {
		talk, err = w.Feedback.Sign(ctx, a, talk.ID, talk.Digest(), "")
		ok(err)
	}
	require.Equal(t, feedback.InterviewStatusConfirmed, talk.Status)
	draft, err := improvement.FromInterview(talk, improvement.Draft{
		Type: improvement.IDP, Period: calendar.Quarter(2024, 4), Aims: []improvement.Aim{{
			Metric: "response time", Unit: number.Hour, Direction: goal.Decrease, Baseline: new(dec("15.5")), Target: new(dec("12")), Due: day("2024-12-31"),
		}},
	}, nil, nil)
	ok(err)
	improve, err := w.Improvement.Draft(ctx, asEmployee, draft)
	ok(err)
	_, err = w.Improvement.Approve(ctx, asManager, improve.ID)
	ok(err)
}

// written is every version of a tenant's records and then its events, each as canonical
// JSON: exactly, or without what is random and what a store may number as it likes.
func written(t *testing.T, d storage.Driver, tenant string, exactly bool) []string {
	t.Helper()
	const all = 10_000
	var lines []string
	note := func(v any) {
		line, err := record.Canonical(v)
		require.NoError(t, err)
		lines = append(lines, string(line))
	}
	for _, s := range meritkit.Schemas() {
		page, err := d.Query(t.Context(), storage.Query{Kind: s.Name, Query: record.Query{Tenant: tenant, Limit: all}})
		require.NoError(t, err)
		for _, doc := range page.Docs {
			versions, err := d.History(t.Context(), s.Name, doc.Meta.Key(), 0, all)
			require.NoError(t, err)
			for _, version := range append(versions, storage.Revision{Doc: doc}) {
				if !exactly {
					version.Meta.Chain, version.Entry = "", record.Entry{}
				}
				note(version)
			}
		}
	}
	events, err := d.Outbox(t.Context(), storage.OutboxRead{Tenant: tenant, Limit: all})
	require.NoError(t, err)
	for _, e := range events {
		if !exactly {
			e.Seq = 0
		}
		note(e)
	}
	return lines
}

func TestTheSameStoryLeavesTheSameRecordsInEveryDriver(t *testing.T) {
	told := make([][]string, len(drivers))
	for i, driver := range drivers {
		w := newWorld(t, driver.open)
		w.story(t)
		told[i] = written(t, w.driver, tenant, false)
		n, err := w.Verify(t.Context(), tenant)
		require.NoError(t, err, driver.name)
		assert.Equal(t, 12, n, "%s: a plan, 2 goals and check-ins, a cycle, a participant, 2 forms, a result, an interview, a plan to improve", driver.name)
		assert.Equal(t, told[0], told[i], "%s and %s", drivers[0].name, driver.name)
	}
}
