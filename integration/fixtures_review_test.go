package integration_test

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

// cycleID is the cycle of the i-th record of every other kind of a review.
func cycleID(i int) string { return id(review.CycleKind.Name, i) }

var cycles = fixture(
	review.CycleKind,
	func(i int) review.Cycle {
		open := func(n int) calendar.Period { return calendar.Period{From: on(i + n), To: on(i + n + 20)} }
		return review.Cycle{
			Label: label(i), Period: quarter(i * 3 % 11), Rules: rules(i),
			Phases: []review.Window{
				{Phase: review.SelfPhase, Open: open(0)},
				{Phase: review.ManagerPhase, Open: open(5)},
				{Phase: review.CalibrationPhase, Open: open(5)},
				{Phase: review.FeedbackPhase, Open: open(30)},
				{Phase: review.AppealPhase, Open: open(31)},
			},
			Appeals: review.AppealRules{FileWithin: i%9 + 1, AnswerWithin: i%5 + 3}, MinReason: i % 40,
			Status: pick(i, review.CycleStatusDraft, review.CycleStatusLaunched, review.CycleStatusClosed),
		}
	},
	func(c review.Cycle) review.Cycle {
		c.Status, c.Period = review.CycleStatusClosed, quarter(3)
		return c
	},
	filtered("statuses", review.CycleFilter{Statuses: []review.CycleStatus{review.CycleStatusLaunched}}, func(c review.Cycle) bool { return c.Status == review.CycleStatusLaunched }),
)

// rules are those of a cycle, with a condition of every form in the table and the gates.
func rules(i int) rating.Policy {
	than := func(op rating.Op, value string) rating.Condition {
		return rating.Condition{Metric: "completion", Op: op, Value: new(dec(value)), Unit: number.Percent}
	}
	calls := rating.Condition{Metric: "calls", Op: rating.Greater, Value: new(percent(i))}
	forms := []rating.Condition{
		{All: []rating.Condition{than(rating.AtLeast, "100"), calls}},
		{Any: []rating.Condition{than(rating.AtLeast, "90.5"), calls}},
		{Not: new(than(rating.Less, "60"))},
		than(rating.AtLeast, "12.25"),
	}
	p := rating.Policy{
		ID: id("rules", i), Version: i + 1, Label: label(i), Missing: pick(i, rating.MissingRefused, rating.MissingReweighted),
		Scale: rating.Scale{
			Name: "四级", Label: label(i), Rounding: number.Rounding{Places: int32(i%3) + 1, Mode: pick(i, number.HalfUp, number.HalfEven)},
			Boundary: pick(i, rating.BoundaryUp, rating.BoundaryDown),
		},
		Metrics: []rating.Metric{{Name: "completion", Label: label(i), Unit: number.Percent, From: derived(i)}},
	}
	for _, name := range measured {
		p.Metrics = append(p.Metrics, rating.Metric{Name: name, Label: label(i), Unit: "calls"})
	}
	points := map[string]decimal.Decimal{}
	table := &rating.Table{Hit: pick(i, rating.HitFirst, rating.HitBest), Otherwise: "poor"}
	for n, code := range []string{"excellent", "good", "pass", "poor"} {
		top := dec("100").Sub(decimal.New(int64(n)*25, 0))
		p.Scale.Levels = append(p.Scale.Levels, rating.Level{Code: code, Label: label(n), From: top.Sub(dec("25")), To: top})
		p.Gates = append(p.Gates, rating.Gate{Level: "excellent", When: forms[n], Otherwise: "good"})
		table.Rows = append(table.Rows, rating.Row{Level: code, When: forms[n]})
		points[code] = top.Sub(dec("0.5"))
	}
	p.Dimensions = []rating.Dimension{
		{Code: "tasks", Label: label(i), Weight: percent(i), Table: table, Points: points},
		{Code: "teamwork", Label: label(i), Weight: number.Hundred.Sub(percent(i)), Points: points},
	}
	return p
}

var measured = []string{"calls", "visits", "orders", "delays"}

// derived works a metric out of those measured by curves of several shapes.
func derived(i int) *rating.Derivation {
	d := &rating.Derivation{
		Missing:  pick(i, rating.MissingRefused, rating.MissingReweighted),
		Rounding: number.Rounding{Places: int32(i%3) + 1, Mode: pick(i, number.HalfUp, number.HalfEven)},
	}
	for n, m := range []struct {
		rating.Curve
		rating.Points
	}{
		{
			rating.Curve{
				Shape: rating.Linear, Cap: new(dec("120")), Floor: new(dec("50")), Above: pick(i, rating.AboveCut, rating.AboveKept),
				Worse: pick(i, rating.WorseZero, rating.WorseRefused), Still: pick(i, rating.StillRefused, rating.StillKept),
			},
			rating.Points{
				Baseline: new(dec("1")), Threshold: new(figure(i)), Target: new(figure(i).Add(dec("10"))),
				Stretch: new(figure(i).Add(dec("20"))), StretchScore: new(dec("120")), Unit: "calls",
			},
		},
		{rating.Curve{Shape: rating.Range}, rating.Points{Low: new(figure(i)), High: new(figure(i).Add(dec("5"))), Tolerance: new(dec("2.5"))}},
		{
			rating.Curve{Shape: rating.Stepped, Steps: []rating.Step{{At: figure(i), Score: dec("60")}, {At: figure(i).Add(dec("9")), Score: dec("100")}}},
			rating.Points{},
		},
		{
			rating.Curve{
				Shape: rating.PointsOff, Off: new(dec("0.5")), Per: pick(i, rating.PerPercent, rating.PerUnit),
				Begun: pick(i, rating.BegunInPart, rating.BegunInFull),
			},
			rating.Points{Target: new(figure(i).Add(dec("1"))), LessIsBetter: true},
		},
	} {
		d.Measures = append(d.Measures, rating.Measure{Metric: measured[n], Weight: dec("25"), Curve: m.Curve, Points: m.Points})
	}
	return d
}

var participants = fixture(
	review.ParticipantKind,
	func(i int) review.Participant {
		return review.Participant{Cycle: cycleID(i / 3), Employee: person(i), Manager: boss(i), Unit: unit(i)}
	},
	func(p review.Participant) review.Participant {
		p.Manager, p.Unit = "heir", ""
		return p
	},
	filtered("cycle", review.ParticipantFilter{Cycle: cycleID(2)}, func(p review.Participant) bool { return p.Cycle == cycleID(2) }),
	filtered("employee", review.ParticipantFilter{Employee: "赵敏"}, func(p review.Participant) bool { return p.Employee == "赵敏" }),
	filtered("manager", review.ParticipantFilter{Manager: boss(1)}, func(p review.Participant) bool { return p.Manager == boss(1) }),
	filtered("unit", review.ParticipantFilter{Unit: "sales"}, func(p review.Participant) bool { return p.Unit == "sales" }),
)

var selfReviews = fixture(
	review.SelfReviewKind,
	func(i int) review.SelfReview {
		return review.SelfReview{
			Cycle: cycleID(i / 3), Employee: person(i), Growth: say("growth", i), Plan: say("plan", i),
			Claims: []review.Claim{
				{
					Goal: id(goal.Kind.Name, i), Metric: "calls", Value: figure(i), Unit: "calls", Evidence: evidence(i),
					Cause: pick(i, review.OwnCause, review.ExternalCause, review.ResourceCause), Comment: say("comment", i),
				},
				{Goal: id(goal.Kind.Name, i), Metric: "收入", Value: percent(i)},
			},
			Hidden: []review.Contribution{{What: say("helped", i), Result: say("result", i), Evidence: evidence(i)}},
			Discrepancies: []review.Discrepancy{
				{
					Goal: id(goal.Kind.Name, i), Metric: "calls", Claimed: quantity(i), Recorded: new(quantity(i + 1)),
					Evidence: evidence(i), Resolution: say("resolution", i),
				},
				{Goal: id(goal.Kind.Name, i), Metric: "收入", Claimed: quantity(i)},
			},
			Returned: new(stamp(i)), Status: pick(i, review.FormStatusDraft, review.FormStatusSubmitted),
		}
	},
	func(s review.SelfReview) review.SelfReview {
		s.Status, s.Growth = review.FormStatusSubmitted, ""
		return s
	},
	filtered("cycle", review.SelfReviewFilter{Cycle: cycleID(1)}, func(s review.SelfReview) bool { return s.Cycle == cycleID(1) }),
	filtered("employee", review.SelfReviewFilter{Employee: employee}, func(s review.SelfReview) bool { return s.Employee == employee }),
	filtered("statuses", review.SelfReviewFilter{Statuses: []review.FormStatus{review.FormStatusDraft}}, func(s review.SelfReview) bool { return s.Status == review.FormStatusDraft }),
)

func inputs(i int) rating.Inputs {
	return rating.Inputs{
		Metrics:  map[string]number.Quantity{"completion": quantity(i), "calls": {Value: percent(i)}},
		Judged:   map[string]rating.Judgement{"teamwork": {Level: "good", Reason: say("praise", i)}},
		Evidence: map[string][]record.Evidence{"teamwork": evidence(i), "calls": evidence(i + 1)},
	}
}

// rated is a rating with the i-th of two levels.
func rated(i int) *rating.Rating {
	return &rating.Rating{
		Policy: id("rules", i), Version: i + 1, Digest: digest(i), Inputs: inputs(i), Score: percent(i),
		Level: pick(i, "excellent", "good"), Why: explanation(i),
		Parts: []rating.Part{{Dimension: "tasks", Level: "good", Points: percent(i), Weight: figure(i)}, {Dimension: "teamwork", Missing: true}},
	}
}

var managerReviews = fixture(
	review.ManagerReviewKind,
	func(i int) review.ManagerReview {
		m := review.ManagerReview{
			Cycle: cycleID(i / 3), Employee: person(i), Rater: boss(i), Inputs: inputs(i), Comment: say("comment", i), Status: review.FormStatusDraft,
		}
		if i%2 == 1 {
			m.Status, m.Rating = review.FormStatusSubmitted, rated(i)
		}
		return m
	},
	func(m review.ManagerReview) review.ManagerReview {
		m.Status, m.Rating, m.Comment = review.FormStatusSubmitted, rated(1), say("last word", 1)
		return m
	},
	filtered("cycle", review.ManagerReviewFilter{Cycle: cycleID(0)}, func(m review.ManagerReview) bool { return m.Cycle == cycleID(0) }),
	filtered("employee", review.ManagerReviewFilter{Employee: "li"}, func(m review.ManagerReview) bool { return m.Employee == "li" }),
	filtered("rater", review.ManagerReviewFilter{Rater: boss(2)}, func(m review.ManagerReview) bool { return m.Rater == boss(2) }),
	filtered("statuses", review.ManagerReviewFilter{Statuses: []review.FormStatus{review.FormStatusSubmitted}}, func(m review.ManagerReview) bool {
		return m.Status == review.FormStatusSubmitted
	}),
)

var results = fixture(
	review.ResultKind,
	func(i int) review.Result {
		r := review.Result{
			Cycle: cycleID(i / 3), Employee: person(i), Rater: boss(i), Unit: unit(i), Proposed: *rated(i), Level: rated(i).Level,
			Status: pick(i, review.ResultStatusProposed, review.ResultStatusCalibrated, review.ResultStatusPublished, review.ResultStatusAccepted, review.ResultStatusAppealed),
		}
		if r.Status != review.ResultStatusProposed {
			for n, source := range []review.Source{review.FromCalibration, review.FromAppeal} {
				change := review.LevelChange{From: r.Level, To: pick(n, "pass", "good"), Why: say("why", i), Source: source, By: stamp(i), Basis: evidence(i)}
				r.Changes, r.Level = append(r.Changes, change), change.To
			}
			r.Confirmed = new(stamp(i))
		}
		if r.Status != review.ResultStatusProposed && r.Status != review.ResultStatusCalibrated {
			r.Published, r.PublishedOn, r.Signatures = new(stamp(i)), on(i), signatures(i, goal.ByEmployee)
		}
		return r
	},
	func(r review.Result) review.Result {
		r.Unit, r.Rater = "heirs", "heir"
		return r
	},
	filtered("cycle", review.ResultFilter{Cycle: cycleID(3)}, func(r review.Result) bool { return r.Cycle == cycleID(3) }),
	filtered("employee", review.ResultFilter{Employee: "赵敏"}, func(r review.Result) bool { return r.Employee == "赵敏" }),
	filtered("rater", review.ResultFilter{Rater: boss(1)}, func(r review.Result) bool { return r.Rater == boss(1) }),
	filtered("unit", review.ResultFilter{Unit: "Sales"}, func(r review.Result) bool { return r.Unit == "Sales" }),
	filtered("level", review.ResultFilter{Level: "excellent"}, func(r review.Result) bool { return r.Level == "excellent" }),
	filtered("statuses", review.ResultFilter{Statuses: []review.ResultStatus{review.ResultStatusAppealed, review.ResultStatusProposed}}, func(r review.Result) bool {
		return r.Status == review.ResultStatusAppealed || r.Status == review.ResultStatusProposed
	}),
)

var appeals = fixture(
	review.AppealKind,
	func(i int) review.Appeal {
		a := review.Appeal{
			Cycle: cycleID(i / 3), Result: id(review.ResultKind.Name, i%5), Employee: person(i), Rater: boss(i), Grounds: say("grounds", i),
			Evidence: evidence(i), Filed: on(i), Due: on(i + 5 + i*3%11),
			Status: pick(i, review.AppealStatusFiled, review.AppealStatusAssigned, review.AppealStatusDecided, review.AppealStatusWithdrawn),
		}
		if a.Status != review.AppealStatusFiled {
			a.Reviewer = pick(i/4, "eve", "冯")
			a.Checks = []review.Check{{Question: say("question", i), Finding: say("finding", i), Evidence: evidence(i)}}
		}
		if a.Status == review.AppealStatusDecided {
			a.Decision, a.Decided, a.Outcome = say("decision", i), a.Filed.AddDays(3), pick(i/4, review.Adjusted, review.Upheld, review.Rejected)
			if a.Outcome == review.Adjusted {
				a.Level = "good"
			}
		}
		return a
	},
	func(a review.Appeal) review.Appeal {
		a.Due, a.Grounds = a.Filed.AddDays(1), say("more grounds", 1)
		return a
	},
	filtered("cycle", review.AppealFilter{Cycle: cycleID(1)}, func(a review.Appeal) bool { return a.Cycle == cycleID(1) }),
	filtered("result", review.AppealFilter{Result: id(review.ResultKind.Name, 4)}, func(a review.Appeal) bool { return a.Result == id(review.ResultKind.Name, 4) }),
	filtered("employee", review.AppealFilter{Employee: employee}, func(a review.Appeal) bool { return a.Employee == employee }),
	filtered("reviewer", review.AppealFilter{Reviewer: "冯"}, func(a review.Appeal) bool { return a.Reviewer == "冯" }),
	filtered("overdue", review.AppealFilter{DueBefore: on(15), Statuses: []review.AppealStatus{review.AppealStatusFiled, review.AppealStatusAssigned}}, func(a review.Appeal) bool {
		return a.Due.Before(on(15)) && (a.Status == review.AppealStatusFiled || a.Status == review.AppealStatusAssigned)
	}),
)
