package review_test

import (
	"strings"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

// The people of the tests: ana is reviewed by ben, who reports to cleo; dan also reports
// to ben; eve leads another department; hana is HR.
const (
	tenant = "acme"
	ana    = "ana"
	ben    = "ben"
	cleo   = "cleo"
	dan    = "dan"
	eve    = "eve"
	hana   = "hana"
)

func key(id string) record.Key { return record.Key{Tenant: tenant, ID: id} }

func day(s string) calendar.Date { return calendar.MustDate(s) }

func span(from, to string) calendar.Period { return calendar.Period{From: day(from), To: day(to)} }

// at is a stamp of a person at noon of a day.
func at(person, on string) record.Stamp {
	return record.By(person, day(on).Time().Add(12*time.Hour))
}

func num(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// rules rate by completion, which a table decides, and by teamwork, which is judged.
// Excellent also asks for 120 % or an innovation.
func rules() rating.Policy {
	points := map[string]decimal.Decimal{"excellent": num("95"), "good": num("85"), "pass": num("70"), "poor": num("40")}
	atLeast := func(metric, value string) rating.Condition {
		return rating.Condition{Metric: metric, Op: rating.AtLeast, Value: new(num(value))}
	}
	return rating.Policy{
		ID: "plain", Version: 1, Label: text.Label{En: "Plain rules", Zh: "简易规则"},
		Scale: rating.Scale{
			Name: "four", Label: text.Label{En: "Four levels", Zh: "四级"},
			Levels: []rating.Level{
				{Code: "excellent", Label: text.Label{En: "excellent", Zh: "优秀"}, From: num("90"), To: num("100")},
				{Code: "good", Label: text.Label{En: "good", Zh: "良好"}, From: num("80"), To: num("90")},
				{Code: "pass", Label: text.Label{En: "pass", Zh: "合格"}, From: num("60"), To: num("80")},
				{Code: "poor", Label: text.Label{En: "needs work", Zh: "待改进"}, From: num("0"), To: num("60")},
			},
			Rounding: number.Rounding{Places: 1, Mode: number.HalfUp},
		},
		Metrics: []rating.Metric{
			{Name: "completion", Label: text.Label{En: "completion", Zh: "完成率"}, Unit: number.Percent},
			{Name: "innovations", Label: text.Label{En: "innovations", Zh: "创新"}},
		},
		Dimensions: []rating.Dimension{
			{
				Code: "tasks", Label: text.Label{En: "tasks", Zh: "任务完成"}, Weight: num("70"), Points: points,
				Table: &rating.Table{
					Rows: []rating.Row{
						{Level: "excellent", When: atLeast("completion", "100")},
						{Level: "good", When: atLeast("completion", "90")},
						{Level: "pass", When: atLeast("completion", "60")},
					},
					Otherwise: "poor",
				},
			},
			{Code: "teamwork", Label: text.Label{En: "teamwork", Zh: "团队协作"}, Weight: num("30"), Points: points},
		},
		Gates: []rating.Gate{{
			Level:     "excellent",
			When:      rating.Condition{Any: []rating.Condition{atLeast("completion", "120"), atLeast("innovations", "1")}},
			Otherwise: "good",
		}},
	}
}

// setup is a cycle for August 2024, reviewed in September, with calibration reasons of
// at least ten characters and appeals within five working days.
func setup() review.CycleDraft {
	return review.CycleDraft{
		Label:  text.Label{En: "August 2024", Zh: "2024年8月"},
		Period: calendar.Month(2024, time.August),
		Phases: []review.Window{
			{Phase: review.SelfPhase, Open: span("2024-09-02", "2024-09-06")},
			{Phase: review.ManagerPhase, Open: span("2024-09-04", "2024-09-13")},
			{Phase: review.CalibrationPhase, Open: span("2024-09-16", "2024-09-20")},
			{Phase: review.FeedbackPhase, Open: span("2024-09-23", "2024-10-31")},
		},
		Rules:     rules(),
		Appeals:   review.AppealRules{FileWithin: 5},
		MinReason: 10,
	}
}

func draftCycle(tb testing.TB) review.Cycle {
	tb.Helper()
	c, err := review.NewCycle(key("aug"), setup(), at(hana, "2024-08-26"))
	require.NoError(tb, err)
	return c
}

func launched(tb testing.TB) review.Cycle {
	tb.Helper()
	c, err := draftCycle(tb).Launch(at(hana, "2024-09-02"))
	require.NoError(tb, err)
	return c
}

func participant(tb testing.TB) review.Participant {
	tb.Helper()
	p, err := launched(tb).Enrol(key("p-ana"), review.Enrolment{Employee: ana, Manager: ben, Unit: "sales"}, at(hana, "2024-09-02"))
	require.NoError(tb, err)
	return p
}

func claim(metric, value string, unit number.Unit) review.Claim {
	return review.Claim{Goal: "g-1", Metric: metric, Value: num(value), Unit: unit}
}

func recorded(metric, value string, unit number.Unit) review.Recorded {
	return review.Recorded{
		Goal: "g-1", Metric: metric, Quantity: number.Quantity{Value: num(value), Unit: unit},
		Evidence: []record.Evidence{{Record: &record.Ref{Kind: "check_in", ID: "c-" + metric}}},
	}
}

// ownAccount is what ana writes of August: completion as recorded, calls overstated.
func ownAccount() review.SelfReviewDraft {
	return review.SelfReviewDraft{
		Claims: []review.Claim{claim("completion", "96", number.Percent), claim("calls", "120", "")},
		Growth: "negotiation training",
		Hidden: []review.Contribution{{What: "helped the launch team", Result: "3 days early"}},
	}
}

func books() []review.Recorded {
	return []review.Recorded{recorded("completion", "96", number.Percent), recorded("calls", "110", "")}
}

func selfDraft(tb testing.TB) review.SelfReview {
	tb.Helper()
	s, err := review.NewSelfReview(key("s-ana"), participant(tb), ownAccount(), at(ana, "2024-09-02"))
	require.NoError(tb, err)
	return s
}

func selfSubmitted(tb testing.TB) review.SelfReview {
	tb.Helper()
	s, err := selfDraft(tb).Submit(books(), at(ana, "2024-09-03"))
	require.NoError(tb, err)
	return s
}

// assessment rates ana: completion 96 % is good, teamwork excellent; together 88, good.
func assessment() review.ManagerReviewDraft {
	return review.ManagerReviewDraft{
		Inputs: rating.Inputs{
			Metrics: map[string]number.Quantity{
				"completion":  {Value: num("96"), Unit: number.Percent},
				"innovations": {Value: num("0")},
			},
			Judged: map[string]rating.Judgement{
				"teamwork": {Level: "excellent", Reason: "praised by three departments"},
			},
			Evidence: map[string][]record.Evidence{
				"teamwork": {{Note: "thank-you notes of sales, support and finance"}},
			},
		},
		Comment: "a strong month",
	}
}

func managerDraft(tb testing.TB) review.ManagerReview {
	tb.Helper()
	m, err := review.NewManagerReview(key("m-ana"), participant(tb), assessment(), at(ben, "2024-09-05"))
	require.NoError(tb, err)
	return m
}

func managerSubmitted(tb testing.TB) review.ManagerReview {
	tb.Helper()
	m, err := managerDraft(tb).Submit(rules(), nil, at(ben, "2024-09-09"))
	require.NoError(tb, err)
	return m
}

// result is ana's result in a state, taken there the usual way.
func result(tb testing.TB, state review.ResultStatus) review.Result {
	tb.Helper()
	r, err := review.Propose(key("r-ana"), participant(tb), managerSubmitted(tb), at(ben, "2024-09-09"))
	require.NoError(tb, err)
	if state == review.ResultStatusProposed {
		return r
	}
	r, err = r.Keep(at(hana, "2024-09-16"))
	require.NoError(tb, err)
	if state == review.ResultStatusCalibrated {
		return r
	}
	r, err = r.Publish(day("2024-09-25"), at(hana, "2024-09-25"))
	require.NoError(tb, err)
	switch state {
	case review.ResultStatusAccepted:
		r, err = r.Accept(record.Sign(at(ana, "2024-09-26"), goal.ByEmployee, r.Digest()))
	case review.ResultStatusAppealed:
		r, err = r.Appeal(at(ana, "2024-09-29"))
	default:
	}
	require.NoError(tb, err)
	return r
}

// appeal is ana's appeal of 2024-09-29 in a state, reviewed by eve.
func appeal(tb testing.TB, state review.AppealStatus) review.Appeal {
	tb.Helper()
	a, err := review.FileAppeal(key("a-1"), result(tb, review.ResultStatusPublished), launched(tb),
		review.AppealDraft{Grounds: "two orders are missing"}, day("2024-09-29"), calendar.China(), at(ana, "2024-09-29"))
	require.NoError(tb, err)
	switch state {
	case review.AppealStatusWithdrawn:
		a, err = a.Withdraw(at(ana, "2024-09-30"))
		require.NoError(tb, err)
		return a
	case review.AppealStatusAssigned, review.AppealStatusDecided:
		a, err = a.Assign(eve, review.Lines{Rater: []string{cleo}, Reviewer: []string{cleo}}, at(hana, "2024-09-30"))
		require.NoError(tb, err)
		a, err = a.AddCheck(review.Check{Question: "is the data true?", Finding: "two orders were booked late"}, at(eve, "2024-10-08"))
		require.NoError(tb, err)
	default:
	}
	if state == review.AppealStatusDecided {
		a, err = a.Decide(review.Ruling{Outcome: review.Adjusted, Level: "excellent", Reasons: "with both orders completion is 124 %"}, day("2024-10-09"), at(eve, "2024-10-09"))
		require.NoError(tb, err)
	}
	return a
}

// requireCodes fails unless err has exactly these problems, as "path code".
func requireCodes(tb testing.TB, err error, want ...string) {
	tb.Helper()
	require.Error(tb, err)
	var have []string
	for _, v := range fault.Of(err) {
		have = append(have, strings.TrimSpace(v.Path+" "+v.Code))
	}
	require.ElementsMatch(tb, want, have, "%v", err)
}
