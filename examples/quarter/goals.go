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
	"github.com/meritkit/meritkit/text"
)

// people shows who is there and who reports to whom.
func (s *story) people(ctx context.Context) {
	s.clock.set(s.Goals.Drafted, 9)
	s.stage(stagePeople, "quarter", s.Setting.Quarter)
	s.say(peopleCount, "count", len(s.People), "company", s.Setting.Label)
	g := s.table(both("Name", "姓名"), both("Title", "岗位"),
		both("Unit", "部门"), both("Since", "入职"))
	var below func(manager string, depth int)
	below = func(manager string, depth int) {
		for _, p := range s.People {
			if s.manager(ctx, p.ID) == manager {
				s.row(g, strings.Repeat("  ", depth)+p.Name, p.Title, s.Setting.Units[p.Unit], p.Hired)
				below(p.ID, depth+1)
			}
		}
	}
	below("", 0)
	s.print(g)
}

// setGoals takes the goals from the company to everyone's plan, agreed by two signatures.
func (s *story) setGoals(ctx context.Context) {
	hr := s.as(s.hr().ID)
	s.clock.set(s.Goals.Drafted, 9)
	for i, g := range s.Goals.Company {
		s.draftShared(ctx, hr, fault.Index("company", i), g, "company", goal.Company)
	}
	for i, g := range s.Goals.Units {
		s.draftShared(ctx, hr, fault.Index("units", i), g, g.Owner, goal.Unit)
	}
	for i, p := range s.Goals.Plans {
		s.draftPlan(ctx, fault.Index("plans", i), p)
	}
	if len(s.found) > 0 {
		return
	}
	s.clock.set(s.Goals.Agreed, 15)
	for i, p := range s.Goals.Plans {
		s.signPlan(ctx, fault.Index("plans", i), p.Employee)
	}
	s.clock.set(s.Setting.Quarter.From, 9)
	for i, p := range s.Goals.Plans {
		plan, err := s.kit.Goals.ActivatePlan(ctx, s.as(s.manager(ctx, p.Employee)), s.plans[p.Employee].ID)
		s.did(s.in("goals.json", fault.Index("plans", i)), err)
		s.plans[p.Employee] = plan
	}
	s.showGoals()
	s.showPlans(ctx)
}

// draftShared sets a goal of the company or a unit, from the draft to its first day.
func (s *story) draftShared(ctx context.Context, hr access.Actor, path string, g plannedGoal, owner string, level goal.Level) {
	at := s.in("goals.json", path)
	made, err := s.kit.Goals.Draft(ctx, hr, goal.Draft{Owner: owner, Level: level, Period: s.Setting.Quarter, Terms: s.linked(g.Terms)})
	if !s.did(at, err) {
		return
	}
	made, err = s.kit.Goals.Propose(ctx, hr, made.ID)
	if s.did(at, err) {
		made, err = s.kit.Goals.Sign(ctx, hr, made.ID, made.Digest(), "")
		s.did(at, err)
	}
	s.goals[g.ID] = made
}

func (s *story) draftPlan(ctx context.Context, path string, p employeePlan) {
	at := s.in("goals.json", path)
	employee := s.as(p.Employee)
	outline := goal.Outline{Employee: p.Employee, Period: s.Setting.Quarter, Confidence: p.Confidence}
	for _, g := range p.Goals {
		outline.Items = append(outline.Items, goal.OutlineItem{Weight: g.Weight, Terms: s.linked(g.Terms)})
	}
	plan, goals, err := s.kit.Goals.DraftPlan(ctx, employee, outline)
	if !s.did(at, err) {
		return
	}
	for i, g := range goals {
		s.goals[p.Goals[i].ID] = g
	}
	plan, err = s.kit.Goals.ProposePlan(ctx, employee, plan.ID)
	s.did(at, err)
	s.plans[p.Employee] = plan
}

// signPlan has the employee and the manager sign what both have read.
func (s *story) signPlan(ctx context.Context, path, employee string) {
	plan := s.plans[employee]
	read := plan.Digest()
	for _, by := range []struct{ role, person string }{
		{goal.ByEmployee, employee}, {goal.ByManager, s.manager(ctx, employee)},
	} {
		signed, err := s.kit.Goals.SignPlan(ctx, s.as(by.person), plan.ID, by.role, read, "")
		if s.did(s.in("goals.json", path), err) {
			plan = signed
		}
	}
	s.plans[employee] = plan
}

// showGoals draws the goals that carry a share of one above, as the tree that they are.
func (s *story) showGoals() {
	s.stage(stageGoals)
	for _, g := range s.Goals.Company {
		s.say(companyGoal, "title", g.Title, "why", g.Why)
	}
	all := slices.Concat(s.Goals.Company, s.Goals.Units)
	owners := map[string]string{}
	for _, g := range s.Goals.Company {
		owners[g.ID] = s.Setting.Units["company"].In(s.lang)
	}
	for _, g := range s.Goals.Units {
		owners[g.ID] = s.Setting.Units[g.Owner].In(s.lang)
	}
	for _, p := range s.Goals.Plans {
		for _, g := range p.Goals {
			owners[g.ID] = s.who(p.Employee)
			all = append(all, g)
		}
	}
	t := s.table(both("Whose", "归属"), both("Measure", "指标"),
		both(">From", ">基线"), both(">To", ">目标"),
		both(">Share", ">承接"), both(">Each month", ">每月"))
	shown := 0
	var below func(above string, depth int)
	below = func(above string, depth int) {
		for _, g := range all {
			share, linked := shareOf(g, above)
			if !linked {
				continue
			}
			shown++
			m := g.Measures[0]
			s.row(t, strings.Repeat("  ", depth)+owners[g.ID], m.Metric, figure(m.Baseline, m.Unit), figure(m.Target, m.Unit),
				share, monthly(m))
			below(g.ID, depth+1)
		}
	}
	below("", 0)
	s.print(t)
	for _, g := range all {
		carried := decimal.Zero
		for _, other := range all {
			for _, link := range other.Supports {
				if link.Goal == g.ID && link.Share != nil {
					carried = carried.Add(*link.Share)
				}
			}
		}
		if carried.IsPositive() && !carried.Equal(number.Hundred) {
			s.say(goalPartly, "goal", g.Title, "share", amount{carried, number.Percent})
		}
	}
	s.say(goalsOther, "count", len(all)-shown)
}

// shareOf is the share that a goal carries of the one above, and whether it is to be
// drawn below it. At the top stand the goals that carry none and belong to nobody's plan.
func shareOf(g plannedGoal, above string) (text.Speaker, bool) {
	if above == "" {
		return text.Label{}, len(g.Supports) == 0 && g.Weight.IsZero() && len(g.Measures) > 0
	}
	for _, link := range g.Supports {
		if link.Goal == above && link.Share != nil && len(g.Measures) > 0 {
			return amount{*link.Share, number.Percent}, true
		}
	}
	return text.Label{}, false
}

// monthly is a target of money in three monthly amounts that add up to it.
func monthly(m goal.Measure) text.Speaker {
	if m.Unit != number.Yuan || m.Target == nil {
		return text.Label{}
	}
	third := decimal.NewFromInt(1)
	parts, err := number.ShareOut(*m.Target, []decimal.Decimal{third, third, third}, 0)
	if err != nil {
		return text.Label{}
	}
	return amount{parts[0], ""}
}

func (s *story) showPlans(ctx context.Context) {
	s.say(plansAgreed, "count", len(s.plans), "on", s.Goals.Agreed, "from", s.Setting.Quarter.From)
	t := s.table(both("Employee", "员工"), both("Goals and weights", "目标与权重"),
		both(">Confidence", ">信心指数"), both("Signed with", "会签上级"))
	for _, p := range s.Goals.Plans {
		var parts []string
		for _, g := range p.Goals {
			metric := ""
			if len(g.Measures) > 0 {
				metric = g.Measures[0].Metric
			}
			parts = append(parts, metric+" "+g.Weight.String())
		}
		plan := s.plans[p.Employee]
		with := ""
		if plan.Signatures.Cover(plan.Digest(), goal.ByEmployee, goal.ByManager) {
			with = s.who(s.manager(ctx, p.Employee))
		}
		s.row(t, s.who(p.Employee), strings.Join(parts, " · "), plan.Confidence, with)
	}
	s.print(t)
}

// followGoals goes through the weeks of the quarter: the check-ins, and the revisions on
// their days between them.
func (s *story) followGoals(ctx context.Context) {
	revised := make([]goal.Revision, len(s.Revisions))
	var steps []step
	for i := range s.Revisions {
		steps = append(steps, s.revisionSteps(ctx, i, &revised[i])...)
	}
	paces := map[string][]goal.CheckIn{}
	for _, c := range s.CheckIns {
		steps = append(steps, step{c.On, 17, func() {
			made, err := s.kit.Goals.CheckIn(ctx, s.as(s.goals[c.goal].Owner), s.ref(c.goal), c.CheckInDraft)
			if s.did(c.place, err) {
				paces[c.goal] = append(paces[c.goal], made)
			}
		}})
	}
	s.walk(steps)
	if len(s.found) > 0 || s.err != nil {
		return
	}
	s.showCheckIns(ctx, paces)
	for i, r := range revised {
		s.showRevision(ctx, s.Revisions[i], r, paces)
	}
}

// revisionSteps ask for a revision, approve it and sign it, each on its day.
func (s *story) revisionSteps(ctx context.Context, i int, made *goal.Revision) []step {
	r := s.Revisions[i]
	at := s.in("revisions.json", fault.Index("", i))
	employee := s.as(s.goals[r.Goal].Owner)
	return []step{
		{r.Requested, 10, func() {
			draft := r.RevisionDraft
			draft.Proposed = s.linked(draft.Proposed)
			asked, err := s.kit.Goals.RequestRevision(ctx, employee, s.ref(r.Goal), draft)
			s.did(at, err)
			*made = asked
		}},
		{r.Approved, 10, func() {
			approved, err := s.kit.Goals.ApproveRevision(ctx, s.as(s.manager(ctx, employee.Person)), made.ID)
			if s.did(at, err) {
				*made = approved
			}
		}},
		{r.Signed, 10, func() {
			read := made.Digest(s.goals[r.Goal])
			for _, role := range []string{goal.ByEmployee, goal.ByManager} {
				signer := employee
				if role == goal.ByManager {
					signer = s.as(s.manager(ctx, employee.Person))
				}
				signed, err := s.kit.Goals.SignRevision(ctx, signer, made.ID, role, read, "")
				if s.did(at, err) {
					*made = signed
				}
			}
		}},
	}
}

func (s *story) showCheckIns(ctx context.Context, paces map[string][]goal.CheckIn) {
	if len(s.CheckIns) == 0 {
		return
	}
	s.stage(stageCheckIns)
	first, last := s.CheckIns[0].On, s.CheckIns[len(s.CheckIns)-1].On
	s.clock.set(last, 18)
	owed := 0
	for _, plan := range s.Goals.Plans {
		for _, g := range plan.Goals {
			days, err := s.kit.Goals.Overdue(ctx, s.as(plan.Employee), s.ref(g.ID), goal.Rhythm{Cadence: calendar.Weekly})
			s.did(place{}, err)
			owed += len(days)
		}
	}
	s.say(checkInsCount, "count", len(s.CheckIns), "goals", len(paces), "first", first, "last", last, "owed", owed)
	t := s.table(both("Whose", "员工"), both("Measure", "指标"), both("Week by week", "逐周状态"),
		both(">Last", ">最新"), both(">Target", ">目标"), both("Progress", "进度"),
		both("Status", "状态"))
	marks := map[goal.Health]byte{goal.OnTrack: '+', goal.AtRisk: '!', goal.OffTrack: 'x'}
	steady, expected := 0, decimal.Zero
	var warned []goal.CheckIn
	for _, plan := range s.Goals.Plans {
		for _, g := range plan.Goals {
			weeks := paces[g.ID]
			if !slices.ContainsFunc(weeks, func(c goal.CheckIn) bool { return c.Pace.Health != goal.OnTrack }) {
				steady++
				continue
			}
			var strip strings.Builder
			for _, c := range weeks {
				strip.WriteByte(marks[c.Pace.Health])
				if c.Help != "" {
					warned = append(warned, c)
				}
			}
			c := weeks[len(weeks)-1]
			unit, target := s.measure(g, c.Readings[0].Metric)
			s.row(t, s.who(c.Employee), c.Readings[0].Metric, strip.String(), amount{c.Readings[0].Value, unit}, target,
				bar(c.Pace.Progress)+" "+c.Pace.Progress.Round(0).String()+"%", c.Pace.Health)
			expected = c.Pace.Expected.Round(0)
		}
	}
	s.print(t)
	s.say(checkInsLegend, "expected", amount{expected, number.Percent}, "steady", steady)
	for _, c := range warned {
		var happened []string
		for _, e := range c.Events {
			happened = append(happened, e.What)
		}
		s.sub(helpAsked, "on", c.On, "who", s.who(c.Employee), "event", strings.Join(happened, " "), "obstacle", c.Obstacles, "help", c.Help, "health", c.Pace.Health)
	}
}

// measure is the unit and the target of a metric, under the terms so far or revised ones.
func (s *story) measure(g plannedGoal, metric string) (number.Unit, text.Speaker) {
	measures := g.Measures
	for _, r := range s.Revisions {
		if r.Goal == g.ID {
			measures = slices.Concat(measures, r.Proposed.Measures)
		}
	}
	for _, m := range measures {
		if m.Metric == metric {
			return m.Unit, figure(m.Target, m.Unit)
		}
	}
	return "", text.Label{}
}

func (s *story) showRevision(ctx context.Context, asked revision, r goal.Revision, paces map[string][]goal.CheckIn) {
	g, err := s.kit.Goals.Goal(ctx, s.as(r.Employee), r.Goal)
	s.did(place{}, err)
	s.goals[asked.Goal] = g
	s.stage(stageRevision)
	s.say(revisionAsked, "on", r.Requested, "who", s.who(r.Employee), "cause", r.Cause, "reason", r.Reason)
	for _, e := range r.Evidence {
		if e.Figure != nil {
			s.sub(revisionProof, "title", e.Title, "figure", *e.Figure, "note", e.Note, "on", e.On)
		}
	}
	s.say(revisionSigned, "approved", asked.Approved, "signed", asked.Signed, "status", r.Status)
	t := s.table(both("In force on", "当日有效"), both("Terms", "目标内容"))
	for _, on := range []calendar.Date{r.Proposed.From.AddDays(-1), r.Proposed.From} {
		terms, _ := g.TermsOn(on)
		s.row(t, on, terms.Title)
	}
	s.print(t)
	var values []string
	metric := ""
	for _, c := range paces[asked.Goal] {
		if !c.On.Before(r.Proposed.From) {
			metric = c.Readings[0].Metric
			values = append(values, c.Readings[0].Value.String())
		}
	}
	if metric != "" {
		s.say(revisionAfter, "metric", metric, "values", strings.Join(values, ", "))
	}
}
