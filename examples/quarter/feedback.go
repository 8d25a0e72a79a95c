package main

import (
	"context"
	"maps"
	"slices"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/review"
)

// interview holds the interviews. Whoever agrees signs the interview and the result, the
// others dispute it.
func (s *story) interview(ctx context.Context) {
	s.stage(stageInterviews)
	var steps []step
	for i, in := range s.Interviews {
		steps = append(steps, step{in.On, 10 + i, func() { s.holdInterview(ctx, fault.Index("", i), in) }})
	}
	s.walk(steps)
	s.clock.set(s.window(review.FeedbackPhase).To, 16)
	accepted := 0
	for _, m := range s.Reviews.Manager {
		if s.interviews[m.Employee].Status == feedback.InterviewStatusDisputed || s.err != nil {
			continue
		}
		if s.accept(ctx, s.in("cycle.json", ""), m.Employee) {
			accepted++
		}
	}
	s.say(interviewsDone, "count", len(s.Interviews), "accepted", accepted, "open", len(s.results)-accepted)
}

func (s *story) holdInterview(ctx context.Context, path string, in interview) {
	at := s.in("interviews.json", path)
	employee, manager := s.as(in.Employee), s.as(s.manager(ctx, in.Employee))
	draft := in.Draft
	draft.Cycle, draft.Result, draft.Interviewer = s.cycle.ID, s.results[in.Employee].ID, manager.Person
	draft.Statements = slices.Clone(draft.Statements)
	for i, statement := range draft.Statements {
		if statement.Goal != "" {
			draft.Statements[i].Goal = s.ref(statement.Goal)
		}
	}
	made, err := s.service().Draft(ctx, manager, draft)
	if !s.did(at, err) {
		return
	}
	made, err = s.service().Hold(ctx, manager, made.ID)
	if !s.did(at, err) {
		return
	}
	if in.Disagreement == "" {
		for _, who := range []string{manager.Person, in.Employee} {
			signed, err := s.service().Sign(ctx, s.as(who), made.ID, made.Digest(), "")
			if s.did(at, err) {
				made = signed
			}
		}
	} else {
		disputed, err := s.service().Dispute(ctx, employee, made.ID, in.Disagreement)
		if s.did(at, err) {
			made = disputed
		}
	}
	s.interviews[in.Employee] = made
	s.showInterview(made)
}

func (s *story) service() *feedback.Service { return s.kit.Feedback }

func (s *story) showInterview(i feedback.Interview) {
	s.say(interviewHead, "on", i.On, "who", s.who(i.Employee), "level", s.level(s.results[i.Employee].Level),
		"by", s.who(i.Interviewer), "setting", i.Setting, "status", i.Status)
	for _, statement := range i.Statements {
		if statement.Tone == feedback.Improve {
			s.sub(statementImprove, "fact", statement.Fact, "impact", statement.Impact, "improvement", statement.Improvement)
		} else {
			s.sub(statementStrength, "fact", statement.Fact, "impact", statement.Impact)
		}
	}
	for _, r := range i.Requests {
		s.sub(interviewRequest, "kind", r.Kind, "what", r.What)
	}
	if i.Disagreement != "" {
		s.sub(interviewDisputed, "why", i.Disagreement)
	}
}

// accept has an employee sign the result as it was published.
func (s *story) accept(ctx context.Context, at place, employee string) bool {
	result := s.results[employee]
	signed, err := s.kit.Reviews.Accept(ctx, s.as(employee), result.ID, result.Digest(), "")
	if !s.did(at, err) {
		return false
	}
	s.results[employee] = signed
	return true
}

// appeal answers the appeals within the working days that there are for it, and closes
// the cycle.
func (s *story) appeal(ctx context.Context) {
	for i, a := range s.Appeals {
		s.answer(ctx, fault.Index("", i), a)
	}
	cycle, err := s.kit.Reviews.Close(ctx, s.as(s.hr().ID), s.cycle.ID)
	if s.did(s.in("cycle.json", ""), err) {
		s.cycle = cycle
		s.say(cycleClosed, "cycle", cycle.Label, "on", s.clock.today())
	}
}

func (s *story) answer(ctx context.Context, path string, a appeal) {
	at := s.in("appeals.json", path)
	hr, reviewer := s.as(s.hr().ID), s.as(a.Reviewer)
	s.clock.set(a.Filed, 17)
	content, err := s.interviews[a.Employee].Appeal()
	if !s.did(at, err) {
		return
	}
	filed, err := s.kit.Reviews.FileAppeal(ctx, s.as(a.Employee), s.results[a.Employee].ID, content)
	if !s.did(at, err) {
		return
	}
	s.stage(stageAppeal)
	s.say(appealFiled, "on", filed.Filed, "who", s.who(a.Employee))
	s.countDays(filed)
	s.clock.set(a.Assigned, 9)
	// The first whom one would think of is too close to the rating.
	if near := s.manager(ctx, filed.Rater); near != "" && near != a.Reviewer {
		if _, err := s.kit.Reviews.AssignAppeal(ctx, hr, filed.ID, near); err != nil {
			s.say(appealNear, "who", s.who(near), "refusal", sayErr(err))
		}
	}
	assigned, err := s.kit.Reviews.AssignAppeal(ctx, hr, filed.ID, a.Reviewer)
	if !s.did(at, err) {
		return
	}
	s.say(appealAssigned, "on", a.Assigned, "who", s.who(assigned.Reviewer))
	for i, c := range a.Checks {
		s.clock.set(c.On, 10)
		_, err := s.kit.Reviews.CheckAppeal(ctx, reviewer, filed.ID, c.Check)
		if s.did(at.at(fault.Index("checks", i)), err) {
			s.sub(appealCheck, "on", c.On, "question", c.Question, "finding", c.Finding)
		}
	}
	s.clock.set(a.Decided, 15)
	before := s.results[a.Employee]
	decided, result, err := s.kit.Reviews.DecideAppeal(ctx, reviewer, filed.ID, a.Ruling)
	if !s.did(at.at("ruling"), err) {
		return
	}
	s.results[a.Employee] = result
	s.say(appealDecided, "on", decided.Decided, "outcome", decided.Outcome, "from", s.level(before.Level), "to", s.level(result.Level), "why", decided.Decision)
	s.rateAgain(at, a, result)
	s.clock.set(a.Decided, 17)
	s.accept(ctx, at, a.Employee)
}

// countDays shows how the last day for the answer is found.
func (s *story) countDays(a review.Appeal) {
	t := s.table(both("Day", "日期"), both("Weekday", "星期"), both("Worked", "工作日"), both("Count", "计数"))
	n, off := 0, a.Filed
	for day := a.Filed; !day.After(a.Due); day = day.AddDays(1) {
		worked, err := calendar.China().IsWorking(day)
		if !s.did(s.in("appeals.json", ""), err) {
			return
		}
		if !worked {
			continue
		}
		if gap := (calendar.Period{From: off.AddDays(1), To: day.AddDays(-1)}); gap.Days() > 1 {
			s.row(t, holidaySpan.With("from", gap.From, "to", gap.To), "", dayOff.Plain(), "")
		}
		off = day
		count := dayCounted.With("n", n)
		switch day {
		case a.Filed:
			count = dayFiled.Plain()
		case a.Due:
			count = dayDue.With("n", n)
		}
		s.row(t, day, weekdays[day.Weekday()], dayWorked.Plain(), count)
		n++
	}
	s.print(t)
}

// rateAgain works the rating out with the figures as they ought to have been.
func (s *story) rateAgain(at place, a appeal, result review.Result) {
	if len(a.Figures) == 0 {
		return
	}
	in := result.Proposed.Inputs
	figures := maps.Clone(in.Metrics)
	for name, value := range a.Figures {
		figures[name] = number.Quantity{Value: value, Unit: figures[name].Unit}
	}
	in.Metrics = figures
	again, err := s.cycle.Rules.Rate(in)
	if s.did(at.at("figures"), err) {
		s.sub(appealAgain, "before", result.Proposed.Score, "was", s.level(result.Proposed.Level), "after", again.Score, "is", s.level(again.Level))
	}
}
