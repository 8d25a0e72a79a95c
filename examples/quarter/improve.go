package main

import (
	"context"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// improve follows the improvement and development plans to their close, day by day.
func (s *story) improve(ctx context.Context) {
	plans := make([]improvement.Plan, len(s.Plans))
	var steps []step
	for i, p := range s.Plans {
		steps = append(steps, s.planSteps(ctx, s.in("improvement.json", fault.Index("", i)), p, &plans[i])...)
	}
	s.walk(steps)
	s.improved = plans
	if len(s.found) > 0 || s.err != nil {
		return
	}
	for _, p := range plans {
		s.showPlan(p)
	}
}

// planSteps are the steps of one plan: begun from the interview, signed by both,
// tracked, assessed and signed again.
func (s *story) planSteps(ctx context.Context, at place, p improvementPlan, made *improvement.Plan) []step {
	// change is a step that does something to the plan; after one that was refused the
	// plan stays as it was.
	change := func(on calendar.Date, hour int, path string, do func() (improvement.Plan, error)) step {
		return step{on, hour, func() {
			if next, err := do(); s.did(at.at(path), err) {
				*made = next
			}
		}}
	}
	service, employee := s.kit.Improvement, s.as(p.Employee)
	manager := s.as(s.interviews[p.Employee].Interviewer)
	sign := func(on calendar.Date, hour int, path string, who string, read func() record.Digest) step {
		return change(on, hour, path, func() (improvement.Plan, error) {
			return service.Sign(ctx, s.as(who), made.ID, read(), "")
		})
	}
	steps := []step{
		change(p.Agreed, 9, "", func() (improvement.Plan, error) {
			draft, err := s.draftPlanFor(ctx, p)
			if err != nil {
				return improvement.Plan{}, err
			}
			return service.Draft(ctx, manager, draft)
		}),
		change(p.Agreed, 10, "", func() (improvement.Plan, error) {
			return service.Approve(ctx, s.as(s.hr().ID), made.ID)
		}),
		sign(p.Agreed, 11, "", manager.Person, func() record.Digest { return made.Digest() }),
		sign(p.Agreed, 12, "", employee.Person, func() record.Digest { return made.Digest() }),
		{p.Given, 9, func() {
			for i := range made.Support {
				change(p.Given, 9, fault.Index("support", i), func() (improvement.Plan, error) {
					return service.GiveSupport(ctx, manager, made.ID, i, p.Given)
				}).do()
			}
		}},
		{p.Finished, 17, func() {
			for i := range made.Actions {
				change(p.Finished, 17, fault.Index("actions", i), func() (improvement.Plan, error) {
					return service.FinishAction(ctx, employee, made.ID, i, p.Finished)
				}).do()
			}
		}},
	}
	for i, on := range p.Passed {
		steps = append(steps, change(on, 16, fault.Index("passed", i), func() (improvement.Plan, error) {
			return service.PassMilestone(ctx, employee, made.ID, i, on)
		}))
	}
	for i, entry := range p.Log {
		steps = append(steps, change(entry.On, 15, fault.Index("log", i), func() (improvement.Plan, error) {
			return service.Track(ctx, manager, made.ID, entry)
		}))
	}
	closing := func() record.Digest { return made.ClosingDigest() }
	return append(steps,
		change(p.Closing.On, 18, "", func() (improvement.Plan, error) {
			return service.Assess(ctx, manager, made.ID, p.Closing)
		}),
		sign(p.Closing.On, 19, "closing", manager.Person, closing),
		sign(p.Closing.On, 20, "closing", employee.Person, closing),
	)
}

// draftPlanFor begins a plan with what the interview came to.
func (s *story) draftPlanFor(ctx context.Context, p improvementPlan) (improvement.Draft, error) {
	manager := s.as(s.interviews[p.Employee].Interviewer)
	goals, err := record.Collect(s.kit.Goals.Goals(ctx, manager, goal.Filter{Owners: []string{p.Employee}}))
	if err != nil {
		return improvement.Draft{}, err
	}
	checkIns, err := record.Collect(s.kit.Goals.CheckIns(ctx, manager, goal.CheckInFilter{Employees: []string{p.Employee}}))
	if err != nil {
		return improvement.Draft{}, err
	}
	return improvement.FromInterview(s.interviews[p.Employee], p.Draft, goals, checkIns)
}

func (s *story) showPlan(p improvement.Plan) {
	s.stage(stagePlan, "type", p.Type, "who", s.who(p.Employee))
	for _, a := range p.Aims {
		s.say(planAim, "metric", a.Metric, "from", figure(a.Baseline, a.Unit), "to", figure(a.Target, a.Unit), "days", p.Period.Days(), "period", p.Period)
	}
	for _, a := range p.Actions {
		if a.Sessions > 0 {
			s.sub(planRegular, "what", a.What, "who", s.who(a.Owner), "sessions", a.Sessions, "hours", a.Hours)
		} else {
			s.sub(planAction, "what", a.What, "who", s.who(a.Owner), "due", a.Due)
		}
	}
	for _, support := range p.Support {
		s.sub(planSupport, "kind", support.Kind, "what", support.What, "who", s.who(support.Owner), "given", support.Given)
	}
	for _, m := range p.Milestones {
		s.sub(planMilestone, "what", m.What, "due", m.Due, "done", m.Done)
	}
	t := s.table(both("Tracked on", "跟踪日"), both(">Figure", ">数值"), both(">Expected", ">应达"),
		both("", ""), both("Note, and correction agreed", "说明与约定的纠偏"))
	for _, entry := range p.Log {
		unit := p.Aims[0].Unit
		for _, a := range p.Aims {
			if a.Metric == entry.Metric {
				unit = a.Unit
			}
		}
		state, note := text.Speaker(onCourse.Plain()), entry.Note
		if entry.Behind {
			state = behindCourse.Plain()
		}
		if entry.Correction != "" {
			note = logCorrected.With("note", entry.Note, "correction", entry.Correction).In(s.lang)
		}
		s.row(t, entry.On, amount{entry.Value, unit}, figure(entry.Expected, unit), state, note)
	}
	s.print(t)
	s.say(planClosed, "on", p.Closing.On, "outcome", p.Closing.Outcome, "reason", p.Closing.Reason, "status", p.Status)
}

// draftNext drafts the goals that the plans leave for the next quarter.
func (s *story) draftNext(ctx context.Context) {
	if len(s.improved) == 0 {
		return
	}
	s.stage(stageNext, "next", s.Setting.Next)
	goals, err := improvement.NextGoals(s.improved, s.Setting.Next, s.lang)
	if !s.did(s.in("improvement.json", ""), err) {
		return
	}
	s.clock.set(s.clock.today().AddDays(1), 10)
	for _, g := range goals {
		made, err := s.kit.Goals.Draft(ctx, s.as(s.manager(ctx, g.Draft.Owner)), g.Draft)
		if s.did(s.in("improvement.json", ""), err) {
			s.say(nextGoal, "who", s.who(made.Owner), "title", made.Terms.Title, "status", made.Status)
			s.sub(nextWhy, "why", g.Why)
		}
	}
}
