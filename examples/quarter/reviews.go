package main

import (
	"context"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

// completion is the metric of the rules that is worked out from the goal plans.
const completion = "task-completion"

// window is when a phase of the cycle is open; that there is one was checked on loading.
func (s *story) window(p review.Phase) calendar.Period {
	for _, w := range s.Cycle.Phases {
		if w.Phase == p {
			return w.Open
		}
	}
	return s.Setting.Quarter
}

// reviewSelf launches the cycle and takes in the self reviews, each cross-checked
// against the check-ins.
func (s *story) reviewSelf(ctx context.Context) {
	hr := s.as(s.hr().ID)
	at := s.in("cycle.json", "")
	s.clock.set(s.window(review.SelfPhase).From, 9)
	cycle, err := s.kit.Reviews.SetUpCycle(ctx, hr, s.Cycle)
	if !s.did(at, err) {
		return
	}
	var people []review.Enrolment
	for _, p := range s.Goals.Plans {
		people = append(people, review.Enrolment{Employee: p.Employee})
	}
	s.cycle, _, err = s.kit.Reviews.Launch(ctx, hr, cycle.ID, people)
	if !s.did(at, err) {
		return
	}
	s.clock.set(s.window(review.SelfPhase).To, 18)
	var disputed []review.SelfReview
	for i, r := range s.Reviews.Self {
		at := s.in("reviews.json", fault.Index("self", i))
		content := r.SelfReviewDraft
		content.Claims = slices.Clone(content.Claims)
		for j := range content.Claims {
			content.Claims[j].Goal = s.ref(content.Claims[j].Goal)
		}
		self, err := s.kit.Reviews.StartSelfReview(ctx, s.as(r.Employee), s.cycle.ID, r.Employee, content)
		if !s.did(at, err) {
			continue
		}
		self, err = s.kit.Reviews.SubmitSelfReview(ctx, s.as(r.Employee), self.ID)
		s.did(at, err)
		s.selfs[r.Employee] = self
		if len(self.Discrepancies) > 0 {
			disputed = append(disputed, self)
		}
	}
	s.clock.set(s.window(review.ManagerPhase).From, 9)
	for i, r := range s.Reviews.Resolutions {
		self, err := s.kit.Reviews.ResolveDiscrepancy(ctx, s.as(s.manager(ctx, r.Employee)), s.selfs[r.Employee].ID, s.ref(r.Goal), r.Metric, r.Resolution)
		if s.did(s.in("reviews.json", fault.Index("resolutions", i)), err) {
			s.selfs[r.Employee] = self
		}
	}
	s.showSelfReviews(ctx, disputed)
}

func (s *story) showSelfReviews(ctx context.Context, disputed []review.SelfReview) {
	s.stage(stageSelf)
	claims := 0
	for _, self := range s.selfs {
		claims += len(self.Claims)
	}
	found := 0
	for _, self := range disputed {
		found += len(self.Discrepancies)
	}
	s.say(selfCount, "count", len(s.selfs), "claims", claims, "found", found)
	if found > 0 {
		t := s.table(both("Who", "员工"), both("Measure", "指标"), both(">Claimed", ">自评"),
			both(">Recorded", ">记录"), both("Resting on", "依据"))
		for _, before := range disputed {
			for _, d := range before.Discrepancies {
				recorded, source := text.Speaker(both("-", "-")), text.Text{}
				if d.Recorded != nil {
					recorded = amount{d.Recorded.Value, d.Recorded.Unit}
				}
				for _, e := range d.Evidence {
					source = restsOnCheckIn.With("on", e.On)
				}
				s.row(t, s.who(before.Employee), d.Metric, amount{d.Claimed.Value, d.Claimed.Unit}, recorded, source)
			}
		}
		s.print(t)
	}
	for _, r := range s.Reviews.Resolutions {
		s.sub(selfResolved, "who", s.who(s.manager(ctx, r.Employee)), "resolution", r.Resolution)
	}
	for _, self := range s.Reviews.Self {
		for _, h := range self.Hidden {
			s.sub(selfHidden, "who", s.who(self.Employee), "what", h.What, "result", h.Result)
		}
	}
}

// rate closes the goal plans, and has each manager rate by the rules.
func (s *story) rate(ctx context.Context) {
	s.clock.set(s.window(review.ManagerPhase).From, 14)
	for i, p := range s.Goals.Plans {
		plan, err := s.kit.Goals.ClosePlan(ctx, s.as(s.manager(ctx, p.Employee)), s.plans[p.Employee].ID, goal.PlanClosing{})
		if s.did(s.in("goals.json", fault.Index("plans", i)), err) {
			s.plans[p.Employee] = plan
		}
	}
	s.clock.set(s.window(review.ManagerPhase).To, 10)
	for i, m := range s.Reviews.Manager {
		at := s.in("reviews.json", fault.Index("manager", i))
		manager := s.as(s.manager(ctx, m.Employee))
		content := review.ManagerReviewDraft{Inputs: s.inputs(m, s.plans[m.Employee]), Comment: m.Comment}
		form, err := s.kit.Reviews.StartManagerReview(ctx, manager, s.cycle.ID, m.Employee, content)
		if !s.did(at, err) {
			continue
		}
		_, result, err := s.kit.Reviews.SubmitManagerReview(ctx, manager, form.ID)
		if s.did(at, err) {
			s.results[m.Employee] = result
		}
	}
	s.showRatings()
}

// inputs are a manager's figures in the units of the rules, each with where it comes
// from, and the score of the employee's goal plan. That has many digits where a division
// did not come out: it is cut to two places, which lifts nobody over a threshold.
func (c *company) inputs(m managerReview, plan goal.Plan) rating.Inputs {
	in := rating.Inputs{Metrics: map[string]number.Quantity{}, Evidence: map[string][]record.Evidence{}}
	units := map[string]number.Unit{}
	for _, metric := range c.Rules.Metrics {
		units[metric.Name] = metric.Unit
	}
	for name, value := range m.Metrics {
		in.Metrics[name] = number.Quantity{Value: value, Unit: units[name]}
		if source := c.Reviews.Sources[name]; source != "" {
			in.Evidence[name] = []record.Evidence{{Note: source}}
		}
	}
	if unit, asked := units[completion]; asked && plan.Result != nil {
		cut := number.Rounding{Places: 2, Mode: number.Down}.Round(plan.Result.Score)
		in.Metrics[completion] = number.Quantity{Value: cut, Unit: unit}
		in.Evidence[completion] = []record.Evidence{{
			Title:  planEvidence.Plain().In(c.language),
			Record: &record.Ref{Kind: goal.PlanKind.Name, ID: plan.ID, Version: plan.Version},
		}}
	}
	return in
}

func (s *story) showRatings() {
	if len(s.found) > 0 || s.err != nil {
		return
	}
	s.stage(stageRatings)
	s.say(ratingsRules, "rules", s.Rules.Label, "version", s.Rules.Version)
	head := []text.Label{both("Employee", "员工")}
	for _, m := range s.Rules.Metrics {
		head = append(head, both(">"+m.In(text.English), ">"+m.In(text.Chinese)))
	}
	t := s.table(append(head, both(">Score", ">得分"), both("Level", "等级"))...)
	for _, m := range s.Reviews.Manager {
		r := s.results[m.Employee].Proposed
		cells := []any{s.who(m.Employee)}
		for _, metric := range s.Rules.Metrics {
			q := r.Inputs.Metrics[metric.Name]
			cells = append(cells, amount{q.Value, ""})
		}
		level := s.level(r.Level).In(s.lang)
		if s.heldBack(r) {
			level += " *"
		}
		s.row(t, append(cells, r.Score, level)...)
	}
	s.print(t)
	s.say(ratingsGate)
	s.explainOne()
}

// heldBack reports whether a rating reached a level by its score that it does not have.
func (s *story) heldBack(r rating.Rating) bool {
	reached, err := s.Rules.Scale.Of(r.Score)
	return err == nil && reached.Code != r.Level
}

// explainOne shows how one rating came about, complete: the one that was asked for, or
// else the first that was held back in spite of its score.
func (s *story) explainOne() {
	who := s.explain
	for _, m := range s.Reviews.Manager {
		if who == "" && s.heldBack(s.results[m.Employee].Proposed) {
			who = m.Employee
		}
	}
	if who == "" && len(s.Reviews.Manager) > 0 {
		who = s.Reviews.Manager[0].Employee
	}
	s.say(ratingWhy, "who", s.who(who))
	for line := range strings.Lines(s.results[who].Proposed.Why.Tree(s.lang)) {
		text := strings.TrimLeft(line, " ")
		depth := (len(line) - len(text)) / 2
		s.indented(5+2*depth, strings.TrimSpace(text))
	}
}

// calibrate changes the levels that are to change, with reasons, and keeps the others.
// Nobody calibrates their own result: for HR's own, another calibrator stands in.
func (s *story) calibrate(ctx context.Context) {
	s.clock.set(s.window(review.CalibrationPhase).From, 14)
	before := s.distribution()
	changed := map[string]bool{}
	for i, c := range s.Reviews.Calibration {
		at := s.in("reviews.json", fault.Index("calibration", i))
		result, err := s.kit.Reviews.Calibrate(ctx, s.calibrator(c.Employee), s.results[c.Employee].ID, c.To, c.Why)
		if s.did(at, err) {
			s.results[c.Employee] = result
			changed[c.Employee] = true
		}
	}
	for i, m := range s.Reviews.Manager {
		if changed[m.Employee] {
			continue
		}
		result, err := s.kit.Reviews.Keep(ctx, s.calibrator(m.Employee), s.results[m.Employee].ID)
		if s.did(s.in("reviews.json", fault.Index("manager", i)), err) {
			s.results[m.Employee] = result
		}
	}
	s.showCalibration(before)
}

// calibrator is HR, or for HR's own result somebody else who may calibrate.
func (s *story) calibrator(employee string) access.Actor {
	for _, p := range s.People {
		if p.ID != employee && (slices.Contains(p.Roles, access.HR) || slices.Contains(p.Roles, review.Calibrator)) {
			if hr := s.hr(); hr.ID != employee {
				return s.as(hr.ID)
			}
			return s.as(p.ID)
		}
	}
	return s.as(s.hr().ID)
}

// distribution is how many have each level.
func (s *story) distribution() map[string]int {
	n := map[string]int{}
	for _, r := range s.results {
		n[r.Level]++
	}
	return n
}

func (s *story) showCalibration(before map[string]int) {
	s.stage(stageCalibration, "on", s.clock.today())
	after := s.distribution()
	t := s.table(both("Level", "等级"), both(">Proposed", ">校准前"),
		both(">Calibrated", ">校准后"), both(">Share", ">占比"), text.Label{})
	for _, level := range s.Rules.Scale.Levels {
		share := decimal.NewFromInt(int64(100*after[level.Code])).DivRound(decimal.NewFromInt(int64(max(len(s.results), 1))), 0)
		s.row(t, level, before[level.Code], after[level.Code], amount{share, number.Percent}, bar(share))
	}
	s.print(t)
	for _, c := range s.Reviews.Calibration {
		for _, change := range s.results[c.Employee].Changes {
			s.say(calibrationChange, "who", s.who(c.Employee), "from", s.level(change.From), "to", s.level(change.To), "by", s.who(change.By.By), "why", change.Why)
		}
	}
}

// publish releases the results. Until then not even the person concerned can read theirs.
func (s *story) publish(ctx context.Context) {
	on := s.window(review.FeedbackPhase).From
	s.clock.set(on, 8)
	s.stage(stagePublication)
	if len(s.Reviews.Manager) == 0 {
		return
	}
	curious := s.Reviews.Manager[len(s.Reviews.Manager)-1].Employee
	_, early := s.kit.Reviews.Result(ctx, s.as(curious), s.results[curious].ID)
	if early != nil {
		s.say(publishedEarly, "who", s.who(curious), "refusal", sayErr(early))
	}
	s.clock.set(on, 9)
	system := access.Actor{Tenant: s.Setting.Tenant, Person: "system", Roles: []access.Role{access.System}}
	var until calendar.Date
	for _, m := range s.Reviews.Manager {
		result, err := s.kit.Reviews.Publish(ctx, system, s.results[m.Employee].ID)
		if !s.did(s.in("cycle.json", ""), err) {
			continue
		}
		s.results[m.Employee] = result
		until, err = result.AppealUntil(s.cycle.Appeals, calendar.China())
		s.did(s.in("cycle.json", "appeals"), err)
	}
	s.say(published, "count", len(s.results), "on", on, "until", until, "days", s.cycle.Appeals.FileWithin)
}

// sayErr is a refusal as a part of a sentence.
func sayErr(err error) text.Speaker {
	said := text.Label{}
	for i, v := range fault.Of(err) {
		if i > 0 {
			said.En, said.Zh = said.En+"; ", said.Zh+"；"
		}
		said.En, said.Zh = said.En+v.Text.In(text.English), said.Zh+v.Text.In(text.Chinese)
	}
	return said
}
