package improvement

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// FromInterview begins a plan with what an interview came to. People and interview come
// from it; type, period and whatever else d says already is kept, and to it are added:
//
//   - for each point to improve an action of the employee, by the end of the period;
//   - for each measure of the goal that such a point belongs to an aim, from the latest
//     reading among the check-ins to the target, unless it is reached already; without a
//     reading the baseline is left open;
//   - the next steps that fall in the period as actions;
//   - what was asked for in training and resources as support, owed by the interviewer.
//
// It is a beginning: people complete it, and [New] says what is missing. An interview
// that has not been held is refused.
func FromInterview(i feedback.Interview, d Draft, goals []goal.Goal, checkins []goal.CheckIn) (Draft, error) {
	if i.Status == feedback.InterviewStatusDraft {
		return Draft{}, fault.Refuse(fault.ErrTransition, interviewDraft, "interview", i.ID)
	}
	d.Employee, d.Manager, d.Interview = i.Employee, i.Interviewer, i.ID
	d.Aims, d.Actions, d.Support = slices.Clone(d.Aims), slices.Clone(d.Actions), slices.Clone(d.Support)
	for _, s := range i.Statements {
		if s.Tone != feedback.Improve {
			continue
		}
		d.Actions = append(d.Actions, Action{What: s.Improvement, Owner: i.Employee, Due: d.Period.To})
		for _, g := range goals {
			if s.Goal != "" && g.ID == s.Goal {
				d.Aims = append(d.Aims, aimsOf(g, s, checkins, d)...)
			}
		}
	}
	for _, s := range i.NextSteps {
		if d.Period.Contains(s.Due) {
			d.Actions = append(d.Actions, Action{What: s.What, Owner: s.Owner, Due: s.Due})
		}
	}
	for _, r := range i.Requests {
		kind, isSupport := map[feedback.RequestKind]SupportKind{
			feedback.TrainingRequest: TrainingSupport, feedback.ResourceRequest: ToolSupport,
		}[r.Kind]
		if isSupport {
			d.Support = append(d.Support, Support{Kind: kind, What: r.What, Owner: i.Interviewer})
		}
	}
	return d, nil
}

// aimsOf is an aim for each measure of a goal that is short of its target or has left its
// range, and is not among those of d yet.
func aimsOf(g goal.Goal, s feedback.Statement, checkins []goal.CheckIn, d Draft) []Aim {
	var aims []Aim
	for _, m := range g.Terms.Measures {
		known := slices.ContainsFunc(d.Aims, func(a Aim) bool { return a.Metric == m.Metric })
		a := Aim{
			Metric: m.Metric, Unit: m.Unit, Direction: m.Direction, Target: m.Target,
			Baseline: latest(g.ID, m.Metric, checkins), Due: d.Period.To, Method: s.Improvement,
		}
		if m.Direction == goal.Within {
			a.Direction, a.Target = nearest(m, a.Baseline)
		}
		if a.Target != nil && !known && (a.Baseline == nil || !a.Reached(*a.Baseline)) {
			aims = append(aims, a)
		}
	}
	return aims
}

// nearest is the bound that a figure which has left its range is to come back to, and the
// way there; there is none for one that has not, or that was never read.
func nearest(m goal.Measure, figure *decimal.Decimal) (goal.Direction, *decimal.Decimal) {
	switch {
	case figure == nil || m.Reached(*figure):
		return "", nil
	case m.Low != nil && figure.LessThan(*m.Low):
		return goal.Increase, m.Low
	}
	return goal.Decrease, m.High
}

// latest is the last reading of a measure, nil when there is none.
func latest(goalID, metric string, checkins []goal.CheckIn) *decimal.Decimal {
	var value *decimal.Decimal
	var on calendar.Date
	for _, c := range checkins {
		for _, r := range c.Readings {
			if c.Goal == goalID && r.Metric == metric && !c.On.Before(on) {
				value, on = new(r.Value), c.On
			}
		}
	}
	return value
}

// FollowUp is the draft of the plan that extends a closed one over a period (I3): the
// aims that were not reached go on from where they stand, actions that are not done or
// regular and support that is still owed come along. The policy stays. People complete it.
func (p Plan) FollowUp(period calendar.Period) (Draft, error) {
	if p.Status != StatusClosed || p.Closing == nil || p.Closing.Outcome != Extended {
		return Draft{}, fault.Refuse(fault.ErrTransition, notExtended, "plan", p.ID, "status", p.Status)
	}
	if !period.From.After(p.Closing.On) {
		return Draft{}, fault.Refuse(fault.ErrInvalid, followUpEarly, "from", period.From, "on", p.Closing.On)
	}
	d := p.Draft()
	d.Follows, d.Extension, d.Period = p.ID, p.Extension+1, period
	d.Aims, d.Actions, d.Support, d.Milestones = nil, nil, nil, nil
	for _, r := range p.Closing.Results {
		if a, known := p.aim(r.Metric); known && !r.Reached {
			a.Baseline, a.Due = new(r.Value), period.To
			d.Aims = append(d.Aims, a)
		}
	}
	for _, a := range p.Actions {
		if a.Done.IsZero() || a.Sessions > 0 {
			a.Done, a.Due = calendar.Date{}, period.To
			d.Actions = append(d.Actions, a)
		}
	}
	for _, s := range p.Support {
		if s.Given.IsZero() {
			s.Absence = ""
			d.Support = append(d.Support, s)
		}
	}
	return d, nil
}

// extendedBy refuses a draft that is not an extension of the plan.
func (p Plan) extendedBy(d Draft) error {
	if _, err := p.FollowUp(d.Period); err != nil {
		return err
	}
	if d.Employee != p.Employee || d.Type != p.Type || d.Policy != p.Policy || d.Extension != p.Extension+1 {
		return fault.Refuse(fault.ErrInvalid, followUpForeign, "plan", p.ID)
	}
	return nil
}

// A NextGoal is a goal that a closed plan leaves for the next period, and why.
type NextGoal struct {
	Plan  string     `json:"plan"`
	Draft goal.Draft `json:"draft"`
	Why   text.Text  `json:"why"`
}

// NextGoals is what closed plans leave for the goals of a period, in the order of the
// plans and of their aims, worded in l. What a PIP has reached is to be kept at its
// target; what an IDP has reached is to be applied in the work, at that level; what an
// IDP carries over goes on from where it stands. A plan that was extended goes on as a
// plan, and one that ended in another position or an exit leaves no goals in this one.
// It refuses a plan that is not closed, or not sound.
func NextGoals(plans []Plan, next calendar.Period, l text.Lang) ([]NextGoal, error) {
	var v fault.Violations
	v.Nest("next", next.Validate())
	for i, p := range plans {
		if p.Status != StatusClosed {
			v.Add(fault.Index("plans", i), notClosed, "plan", p.ID, "status", p.Status)
		} else {
			v.Nest(fault.Index("plans", i), p.Validate())
		}
	}
	if err := v.Err(); err != nil {
		return nil, err
	}
	var all []NextGoal
	for _, p := range plans {
		if p.Closing.Outcome != Passed && p.Closing.Outcome != CarriedOver {
			continue
		}
		for _, r := range p.Closing.Results {
			if a, known := p.aim(r.Metric); known {
				all = append(all, p.nextGoal(a, r, next, l))
			}
		}
	}
	return all, nil
}

func (p Plan) nextGoal(a Aim, r Result, next calendar.Period, l text.Lang) NextGoal {
	form, title, why := goal.KPI, goalKeep, whyKeep
	switch {
	case !r.Reached:
		form, title, why = goal.Development, goalGoOn, whyGoOn
	case p.Type == IDP:
		form, title, why = goal.Development, goalApply, whyApply
	}
	measure := goal.Measure{
		Metric: a.Metric, Unit: a.Unit, Direction: a.Direction, Baseline: a.Target, Target: a.Target,
		Curve: rating.Curve{Shape: rating.Progress, Still: rating.StillKept},
	}
	if !r.Reached {
		measure.Baseline = new(r.Value)
	}
	bound := atLeast
	if a.Direction == goal.Decrease {
		bound = atMost
	}
	target := number.Quantity{Value: *a.Target, Unit: a.Unit}
	reason := why.With("type", p.Type, "plan", p.ID, "metric", a.Metric, "value", number.Quantity{Value: r.Value, Unit: a.Unit}, "target", target, "on", p.Closing.On)
	return NextGoal{Plan: p.ID, Why: reason, Draft: goal.Draft{
		Owner: p.Employee, Level: goal.Individual, Period: next,
		Terms: goal.Terms{
			Form: form, Title: title.With("metric", a.Metric, "bound", bound.With("target", target)).In(l),
			Why: reason.In(l), Method: cut(a.Method), Measures: []goal.Measure{measure},
		},
	}}
}

// cut is as much of a method as a goal has room for.
func cut(method string) string {
	const room = 1000
	runes := []rune(method)
	return string(runes[:min(len(runes), room)])
}
