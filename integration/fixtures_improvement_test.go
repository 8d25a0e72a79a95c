package integration_test

import (
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/number"
)

var improvements = fixture(
	improvement.PlanKind,
	func(i int) improvement.Plan {
		from := on(i * 3 % 11)
		p := improvement.Plan{
			Type: pick(i, improvement.PIP, improvement.IDP), Employee: person(i), Manager: boss(i),
			Period: calendar.Period{From: from, To: from.AddDays(59 + i%5)},
			Policy: improvement.PlanPolicy{Name: say("policy", i), MinDays: 30, MaxDays: 90, MaxExtensions: 1, Places: int32(i % 5)},
			Aims: []improvement.Aim{
				{
					Metric: "calls", Unit: "calls", Direction: goal.Increase, Baseline: new(dec("-0.1")), Target: new(percent(i)),
					Due: from.AddDays(30), Method: say("method", i),
				},
				{Metric: "response time", Unit: number.Hour, Direction: goal.Decrease, Baseline: new(dec("24.0")), Target: new(dec("12.5")), Due: from.AddDays(59)},
			},
			Actions: []improvement.Action{{
				What: say("action", i), Owner: person(i), Due: from.AddDays(20), Sessions: i%21 + 1, Hours: new(dec("1.5")), Done: from.AddDays(19),
			}},
			Support: []improvement.Support{{
				Kind: pick(i, improvement.BudgetSupport, improvement.MentorSupport, improvement.ToolSupport, improvement.TrainingSupport),
				What: say("support", i), Owner: boss(i), Given: from.AddDays(3), Absence: say("absence", i),
			}},
			NoSupport: say("none", i), Milestones: []improvement.Milestone{{What: say("milestone", i), Due: from.AddDays(30), Done: from.AddDays(31)}},
			Tracking: []calendar.Cadence{calendar.Weekly, pick(i, calendar.Monthly, calendar.EveryTwoWeeks)}, Approved: new(stamp(i)),
			Log: []improvement.Progress{{
				On: from.AddDays(7), Metric: "calls", Value: figure(i), Expected: new(percent(i)), Behind: i%2 == 0,
				Note: say("note", i), Correction: say("correction", i), By: boss(i),
			}},
			Status: pick(
				i, improvement.StatusDraft, improvement.StatusAssessed, improvement.StatusApproved,
				improvement.StatusActive, improvement.StatusClosed,
			),
			Signatures: signatures(i, improvement.ByEmployee, improvement.ByManager),
		}
		if i%3 > 0 {
			p.Interview = id(feedback.InterviewKind.Name, i%5)
		}
		if i%2 == 1 {
			p.Follows, p.Extension = id(improvement.PlanKind.Name, i-1), 1
		}
		if p.Status == improvement.StatusAssessed || p.Status == improvement.StatusClosed {
			p.Closing = &improvement.Closing{
				Outcome: pick(i, improvement.Passed, improvement.Extended), On: p.Period.To, Reason: say("reason", i), Evidence: evidence(i),
				Results: []improvement.Result{{Metric: "calls", Value: figure(i), Reached: i%2 == 0}, {Metric: "response time", Value: percent(i)}},
				By:      boss(i), Signatures: signatures(i, improvement.ByManager), Refusal: new(stamp(i)),
			}
		}
		return p
	},
	func(p improvement.Plan) improvement.Plan {
		p.Manager, p.Interview, p.Log = "heir", "", nil
		return p
	},
	filtered("employees and types", improvement.Filter{Employees: []string{"li", employee}, Types: []improvement.Type{improvement.PIP}}, func(p improvement.Plan) bool {
		return (p.Employee == "li" || p.Employee == employee) && p.Type == improvement.PIP
	}),
	filtered("manager", improvement.Filter{Manager: boss(1)}, func(p improvement.Plan) bool { return p.Manager == boss(1) }),
	filtered("statuses", improvement.Filter{Statuses: []improvement.Status{improvement.StatusClosed}}, func(p improvement.Plan) bool {
		return p.Status == improvement.StatusClosed
	}),
	filtered("interview", improvement.Filter{Interview: id(feedback.InterviewKind.Name, 1)}, func(p improvement.Plan) bool {
		return p.Interview == id(feedback.InterviewKind.Name, 1)
	}),
	filtered("follows", improvement.Filter{Follows: id(improvement.PlanKind.Name, 4)}, func(p improvement.Plan) bool {
		return p.Follows == id(improvement.PlanKind.Name, 4)
	}),
	filtered("end", improvement.Filter{EndFrom: on(62), EndTo: on(68)}, func(p improvement.Plan) bool {
		return !p.Period.To.Before(on(62)) && !p.Period.To.After(on(68))
	}),
)
