package integration_test

import (
	"slices"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
)

var goals = fixture(
	goal.Kind,
	func(i int) goal.Goal {
		during := quarter(i % 6)
		g := goal.Goal{
			Owner: person(i), Level: pick(i, goal.Individual, goal.Unit, goal.Company), Period: during,
			Terms: terms(i, during.From.AddDays(9)), Former: []goal.Terms{terms(i+1, during.From)},
			Status: pick(
				i, goal.StatusDraft, goal.StatusProposed, goal.StatusAgreed, goal.StatusActive,
				goal.StatusAchieved, goal.StatusPartly, goal.StatusMissed, goal.StatusCancelled,
			),
			Signatures: signatures(i, goal.ByEmployee, goal.ByManager),
		}
		switch g.Status {
		case goal.StatusAchieved, goal.StatusPartly, goal.StatusMissed:
			g.Result = &goal.Result{
				Status: g.Status, Score: new(percent(i)), Readings: readings(i), Why: new(explanation(i)),
			}
		default:
		}
		return g
	},
	func(g goal.Goal) goal.Goal {
		g.Status, g.Owner, g.Result = goal.StatusCancelled, "heir", nil
		return g
	},
	filtered("owners", goal.Filter{Owners: []string{employee, "赵敏"}}, func(g goal.Goal) bool { return g.Owner == employee || g.Owner == "赵敏" }),
	filtered("levels", goal.Filter{Levels: []goal.Level{goal.Unit}}, func(g goal.Goal) bool { return g.Level == goal.Unit }),
	filtered("statuses", goal.Filter{Statuses: []goal.Status{goal.StatusCancelled}}, func(g goal.Goal) bool { return g.Status == goal.StatusCancelled }),
	filtered("period", goal.Filter{Period: quarter(2)}, func(g goal.Goal) bool { return g.Period == quarter(2) }),
	filtered("owner and level", goal.Filter{Owners: []string{"adam"}, Levels: []goal.Level{goal.Company}}, func(g goal.Goal) bool {
		return g.Owner == "adam" && g.Level == goal.Company
	}),
)

// terms are in force from a day that a month and a half of its quarter follows.
func terms(i int, from calendar.Date) goal.Terms {
	n := int64(i % 7)
	return goal.Terms{
		From: from, Due: from.AddDays(45),
		Form:        pick(i, goal.KPI, goal.OKR, goal.Qualitative, goal.Milestone, goal.Development),
		Perspective: pick(i, goal.Financial, goal.Customer, goal.Process, goal.Learning),
		Title:       say("title", i), Description: say("description", i), Why: say("why", i), Method: say("method", i),
		Measures: []goal.Measure{
			{
				Metric: "收入", Unit: number.Yuan, Direction: goal.Increase, Source: say("source", i),
				Baseline: new(figure(i)), Threshold: new(dec("123456789012345678901234567890.5")),
				Target: new(dec("123456789012345678901234567891.25").Add(percent(i))), Stretch: new(dec("123456789012345678901234567999")),
				StretchScore: new(dec("120").Add(percent(int(n)))), Weight: new(dec("66.67")),
				Curve: rating.Curve{
					Shape: rating.Linear, Cap: new(dec("150")), Floor: new(dec("40.5")),
					Above: pick(i, rating.AboveCut, rating.AboveKept, rating.AboveRefused),
					Worse: pick(i, rating.WorseZero, rating.WorseRefused), Still: pick(i, rating.StillKept, rating.StillRefused),
				},
			},
			{Metric: "response time", Unit: number.Hour, Direction: goal.Decrease, Target: new(dec("12")), Weight: new(dec("11.11"))},
			{
				Metric: "output", Direction: goal.Increase, Target: new(dec("1000")), Weight: new(dec("11.11")),
				Curve: rating.Curve{
					Shape: rating.PointsOff, Off: new(dec("0.5")), Per: pick(i, rating.PerPercent, rating.PerUnit),
					Begun: pick(i, rating.BegunInPart, rating.BegunInFull, rating.BegunIgnored),
				},
			},
			{
				Metric: "准时率", Unit: number.Percent, Direction: goal.Increase, Target: new(dec("95")), Weight: new(dec("11.11")),
				Curve: rating.Curve{Shape: rating.Stepped, Steps: []rating.Step{
					{At: dec("80.5"), Score: dec("60")}, {At: dec("95"), Score: dec("100.25")},
				}},
			},
		},
		Supports: []goal.Link{{Goal: id("company-goal", i), Share: new(percent(i))}},
	}
}

func readings(i int) []goal.Reading {
	return []goal.Reading{{Metric: "收入", Value: figure(i)}, {Metric: "response time", Value: percent(i)}}
}

var plans = fixture(
	goal.PlanKind,
	func(i int) goal.Plan {
		p := goal.Plan{
			Employee: person(i), Period: quarter(i), Confidence: new(percent(i)),
			Items: []goal.Item{
				{Goal: id(goal.Kind.Name, i), Weight: percent(i), Digest: digest(i)},
				{Goal: id("other", i), Weight: number.Hundred.Sub(percent(i)), Digest: digest(i + 1)},
			},
			Status:     pick(i, goal.PlanStatusDraft, goal.PlanStatusProposed, goal.PlanStatusAgreed, goal.PlanStatusActive, goal.PlanStatusClosed),
			Signatures: signatures(i, goal.ByEmployee, goal.ByManager),
		}
		if p.Status == goal.PlanStatusClosed {
			p.Result = &goal.PlanResult{Score: percent(i), Why: explanation(i)}
		}
		return p
	},
	func(p goal.Plan) goal.Plan {
		p.Status, p.Items = goal.PlanStatusClosed, slices.Clone(p.Items)
		p.Items[0].Digest = ""
		return p
	},
	filtered("employees", goal.PlanFilter{Employees: []string{"li"}}, func(p goal.Plan) bool { return p.Employee == "li" }),
	filtered("statuses", goal.PlanFilter{Statuses: []goal.PlanStatus{goal.PlanStatusClosed, goal.PlanStatusDraft}}, func(p goal.Plan) bool {
		return p.Status == goal.PlanStatusClosed || p.Status == goal.PlanStatusDraft
	}),
	filtered("period", goal.PlanFilter{Period: quarter(7)}, func(p goal.Plan) bool { return p.Period == quarter(7) }),
)

var checkIns = fixture(
	goal.CheckInKind,
	func(i int) goal.CheckIn {
		return goal.CheckIn{
			Goal: id(goal.Kind.Name, i%4), Employee: person(i), On: on(i), Readings: readings(i), Confidence: new(percent(i)),
			Events: []string{say("event", i), "上线"}, Evidence: evidence(i), Obstacles: say("obstacles", i), Help: say("help", i),
			Pace: goal.Pace{Health: pick(i, goal.OnTrack, goal.AtRisk, goal.OffTrack), Progress: figure(i), Expected: percent(i)},
		}
	},
	func(c goal.CheckIn) goal.CheckIn {
		c.Pace.Health, c.Help = goal.OffTrack, say("more help", 1)
		return c
	},
	filtered("goals", goal.CheckInFilter{Goals: []string{id(goal.Kind.Name, 1)}}, func(c goal.CheckIn) bool { return c.Goal == id(goal.Kind.Name, 1) }),
	filtered("employees", goal.CheckInFilter{Employees: []string{"赵敏"}}, func(c goal.CheckIn) bool { return c.Employee == "赵敏" }),
	filtered("healths", goal.CheckInFilter{Healths: []goal.Health{goal.OnTrack}}, func(c goal.CheckIn) bool { return c.Pace.Health == goal.OnTrack }),
	filtered("from and to", goal.CheckInFilter{From: on(3), To: on(8)}, func(c goal.CheckIn) bool { return !c.On.Before(on(3)) && !c.On.After(on(8)) }),
)

var revisions = fixture(
	goal.RevisionKind,
	func(i int) goal.Revision {
		return goal.Revision{
			Goal: id(goal.Kind.Name, i%4), Employee: person(i), Reason: say("reason", i), Evidence: evidence(i),
			Cause:    pick(i, goal.Market, goal.PolicyChange, goal.Upstream, goal.Resource, goal.Priority),
			Proposed: terms(i, on(i)), Requested: on(i * 3 % 11),
			Status:     pick(i, goal.RevisionStatusRequested, goal.RevisionStatusApproved, goal.RevisionStatusRejected, goal.RevisionStatusInForce),
			Signatures: signatures(i, goal.ByEmployee, goal.ByManager),
		}
	},
	func(r goal.Revision) goal.Revision {
		r.Status, r.Requested = goal.RevisionStatusRejected, r.Requested.AddDays(3)
		return r
	},
	filtered("goals", goal.RevisionFilter{Goals: []string{id(goal.Kind.Name, 0), id(goal.Kind.Name, 3)}}, func(r goal.Revision) bool {
		return r.Goal == id(goal.Kind.Name, 0) || r.Goal == id(goal.Kind.Name, 3)
	}),
	filtered("employees", goal.RevisionFilter{Employees: []string{employee}}, func(r goal.Revision) bool { return r.Employee == employee }),
	filtered("statuses", goal.RevisionFilter{Statuses: []goal.RevisionStatus{goal.RevisionStatusRejected}}, func(r goal.Revision) bool {
		return r.Status == goal.RevisionStatusRejected
	}),
)
