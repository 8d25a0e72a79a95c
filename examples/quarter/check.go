package main

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

func (l *loader) checkPerson(file, path, id string) {
	if l.known && l.person(id).ID == "" {
		l.add(file, path, personUnknown.With("person", id))
	}
}

// checkGoal notes a name that no goal seen so far has. While goals.json can't be read
// every name would be unknown; that is said once, of that file.
func (l *loader) checkGoal(file, path, name string) {
	if _, known := l.goals[name]; !known && len(l.goals) > 0 {
		l.add(file, path, goalUnknown.With("goal", name))
	}
}

// dated reports whether the quarter is known, without which no goal can be judged.
func (l *loader) dated() bool { return l.Setting.Quarter.Validate() == nil }

// loading is the stamp of what is only tried out.
func (l *loader) loading() record.Stamp {
	return record.By("loader", l.Setting.Quarter.From.Time()).For("quarter.load")
}

func (l *loader) key(id string) record.Key {
	return record.Key{Tenant: cmp.Or(l.Setting.Tenant, "tenant"), ID: cmp.Or(id, "none")}
}

func (l *loader) checkGoals() {
	for i := range l.Goals.Company {
		l.checkOneGoal(fault.Index("company", i), &l.Goals.Company[i], "company", goal.Company)
	}
	for i := range l.Goals.Units {
		g := &l.Goals.Units[i]
		path := fault.Index("units", i)
		if !l.hasUnit(g.Owner) {
			l.add("goals.json", fault.Field(path, "owner"), unitUnknown.With("unit", g.Owner))
		}
		l.checkOneGoal(path, g, g.Owner, goal.Unit)
	}
	for i, p := range l.Goals.Plans {
		path := fault.Index("plans", i)
		l.checkPerson("goals.json", fault.Field(path, "employee"), p.Employee)
		d := goal.PlanDraft{Employee: p.Employee, Period: l.Setting.Quarter, Confidence: p.Confidence}
		for j := range p.Goals {
			l.checkOneGoal(fault.Field(path, fault.Index("goals", j)), &p.Goals[j], p.Employee, goal.Individual)
			d.Items = append(d.Items, goal.Item{Goal: p.Goals[j].ID, Weight: p.Goals[j].Weight})
		}
		if !l.dated() {
			continue
		}
		_, err := goal.NewPlan(l.key("plan"), d, l.loading())
		for _, v := range fault.Of(err) {
			if rest, ok := strings.CutPrefix(v.Path, "items"); ok {
				v.Path = "goals" + rest
			}
			l.note(l.place("goals.json", path), fault.Violations{v})
		}
	}
}

func (l *loader) checkOneGoal(path string, g *plannedGoal, owner string, level goal.Level) {
	if _, twice := l.goals[g.ID]; twice || g.ID == "" {
		l.add("goals.json", fault.Field(path, "id"), goalTwice.With("goal", g.ID))
	}
	for i, s := range g.Supports {
		if _, known := l.goals[s.Goal]; !known {
			l.add("goals.json", fault.Field(path, fault.Field(fault.Index("supports", i), "goal")), goalAbove.With("goal", s.Goal))
		}
	}
	l.name(g.Measures)
	l.goals[g.ID] = *g
	if !l.dated() {
		return
	}
	_, err := goal.New(l.key(g.ID), goal.Draft{Owner: owner, Level: level, Period: l.Setting.Quarter, Terms: g.Terms}, l.loading())
	for _, v := range fault.Of(err) {
		// The owner has been looked at; everything else is in the terms, which are the
		// goal itself here.
		if rest, ok := strings.CutPrefix(v.Path, "terms."); ok {
			v.Path = rest
			l.note(l.place("goals.json", path), fault.Violations{v})
		}
	}
}

// name calls metrics by their names in the language of the story.
func (l *loader) name(measures []goal.Measure) {
	for i := range measures {
		measures[i].Metric = l.metric(measures[i].Metric)
	}
}

func (l *loader) checkCycle() {
	l.Cycle.Period, l.Cycle.Rules = l.Setting.Quarter, l.Rules
	if _, read := l.files["cycle.json"]; !read || !l.dated() {
		return
	}
	_, err := review.NewCycle(l.key("cycle"), l.Cycle, l.loading())
	for _, v := range fault.Of(err) {
		if !strings.HasPrefix(v.Path, "rules") && !strings.HasPrefix(v.Path, "meta") {
			l.note(l.place("cycle.json", ""), fault.Violations{v})
		}
	}
	for _, phase := range []review.Phase{review.SelfPhase, review.ManagerPhase, review.CalibrationPhase, review.FeedbackPhase} {
		if !slices.ContainsFunc(l.Cycle.Phases, func(w review.Window) bool { return w.Phase == phase }) {
			l.add("cycle.json", "phases", phaseMissing.With("phase", string(phase)))
		}
	}
}

func (l *loader) checkRevisions() {
	for i := range l.Revisions {
		r := &l.Revisions[i]
		path := fault.Index("", i)
		l.checkGoal("revisions.json", fault.Field(path, "goal"), r.Goal)
		for j, s := range r.Proposed.Supports {
			l.checkGoal("revisions.json", fault.Field(path, fault.Field(fault.Index("proposed.supports", j), "goal")), s.Goal)
		}
		l.name(r.Proposed.Measures)
		g, known := l.goals[r.Goal]
		if !known || !l.dated() {
			continue
		}
		_, err := goal.NewRevision(l.key("revision"), l.active(g), r.RevisionDraft, l.loading())
		l.note(l.place("revisions.json", path), err)
		// The measures so far and those to come: what a check-in may read.
		g.Measures = slices.Concat(g.Measures, r.Proposed.Measures)
		l.goals[r.Goal] = g
	}
}

// readCheckIns reads the check-ins; rows of one goal and day are one check-in.
func (l *loader) readCheckIns() {
	type day struct{ goal, date string }
	seen := map[day]int{}
	for _, r := range l.sheet(checkInsSheet) {
		name, on, value := r.text("goal"), r.date("date"), r.figure("value")
		if value == nil {
			r.text("value") // says that it is empty
			value = new(decimal.Decimal)
		}
		g, known := l.goals[name]
		metric := l.metric(r.text("metric"))
		switch {
		case len(l.goals) == 0 || name == "":
		case !known:
			r.wrong("goal", goalUnknown.With("goal", name))
		case !slices.ContainsFunc(g.Measures, func(m goal.Measure) bool { return m.Metric == metric }):
			r.wrong("metric", metricUnknown.With("metric", r.cells["metric"], "goal", name))
		}
		if l.dated() && !on.IsZero() && !l.Setting.Quarter.Contains(on) {
			r.wrong("date", dateOutside.With("date", on, "quarter", l.Setting.Quarter))
		}
		reading := goal.Reading{Metric: metric, Value: *value}
		if at, again := seen[day{name, on.String()}]; again {
			l.CheckIns[at].Readings = append(l.CheckIns[at].Readings, reading)
			continue
		}
		c := checkIn{goal: name, place: place{source: r.source}}
		c.On, c.Readings, c.Confidence = on, []goal.Reading{reading}, r.figure("confidence")
		c.Obstacles, c.Help = r.words("obstacle").In(l.language), r.words("help").In(l.language)
		if event := r.words("event"); !event.IsZero() {
			c.Events = []goal.KeyEvent{{What: event.In(l.language)}}
		}
		seen[day{name, on.String()}] = len(l.CheckIns)
		l.CheckIns = append(l.CheckIns, c)
	}
	slices.SortStableFunc(l.CheckIns, func(a, b checkIn) int { return a.On.Compare(b.On) })
	wrong := map[string]bool{}
	for _, v := range l.found {
		wrong[v.Source] = true
	}
	for _, c := range l.CheckIns {
		if g, known := l.goals[c.goal]; known && l.dated() && !wrong[c.place.source] {
			_, err := goal.NewCheckIn(l.key("check-in"), l.active(g), c.CheckInDraft, goal.Pacing{}, l.loading())
			l.note(c.place, err)
		}
	}
}

// active is a goal as it would be on the first day of the quarter.
func (l *loader) active(g plannedGoal) goal.Goal {
	g.From = l.Setting.Quarter.From
	return goal.Goal{
		Meta: record.New(l.key(g.ID), l.loading()), Owner: "owner", Level: goal.Individual,
		Period: l.Setting.Quarter, Terms: g.Terms, Status: goal.StatusActive,
	}
}

func (l *loader) checkReviews() {
	const file = "reviews.json"
	for i, s := range l.Reviews.Self {
		path := fault.Index("self", i)
		l.checkPerson(file, fault.Field(path, "employee"), s.Employee)
		for j := range s.Claims {
			l.checkGoal(file, fault.Field(path, fault.Field(fault.Index("claims", j), "goal")), s.Claims[j].Goal)
			s.Claims[j].Metric = l.metric(s.Claims[j].Metric)
		}
	}
	for i := range l.Reviews.Resolutions {
		r := &l.Reviews.Resolutions[i]
		path := fault.Index("resolutions", i)
		l.checkPerson(file, fault.Field(path, "employee"), r.Employee)
		l.checkGoal(file, fault.Field(path, "goal"), r.Goal)
		r.Metric = l.metric(r.Metric)
	}
	for i, m := range l.Reviews.Manager {
		path := fault.Index("manager", i)
		l.checkPerson(file, fault.Field(path, "employee"), m.Employee)
		if l.Rules.ID != "" { // they could be read
			in := l.inputs(m, goal.Plan{Result: &goal.PlanResult{Score: number.Hundred}})
			_, err := l.Rules.Rate(in)
			l.note(l.place(file, path), err)
		}
	}
	for i, c := range l.Reviews.Calibration {
		path := fault.Index("calibration", i)
		l.checkPerson(file, fault.Field(path, "employee"), c.Employee)
		if _, known := l.Rules.Scale.Level(c.To); !known && l.Rules.ID != "" {
			l.add(file, fault.Field(path, "to"), levelUnknown.With("level", c.To))
		}
	}
}

func (l *loader) checkInterviews() {
	const file = "interviews.json"
	for i := range l.Interviews {
		d := &l.Interviews[i].Draft
		path := fault.Index("", i)
		l.checkPerson(file, fault.Field(path, "employee"), d.Employee)
		for j, s := range d.Statements {
			if s.Goal != "" {
				l.checkGoal(file, fault.Field(path, fault.Field(fault.Index("statements", j), "goal")), s.Goal)
			}
		}
		for j, s := range d.NextSteps {
			l.checkPerson(file, fault.Field(path, fault.Field(fault.Index("nextSteps", j), "owner")), s.Owner)
		}
		if !l.dated() {
			continue
		}
		tried := *d
		tried.Cycle, tried.Result, tried.Interviewer = "cycle", "result", "interviewer"
		_, err := feedback.New(l.key("interview"), tried, l.loading())
		l.note(l.place(file, path), err)
	}
}

func (l *loader) checkAppeals() {
	const file = "appeals.json"
	for i, a := range l.Appeals {
		path := fault.Index("", i)
		l.checkPerson(file, fault.Field(path, "employee"), a.Employee)
		l.checkPerson(file, fault.Field(path, "reviewer"), a.Reviewer)
		if in, there := l.interview(a.Employee); l.Interviews != nil && (!there || in.Disagreement == "") {
			l.add(file, fault.Field(path, "employee"), appealUnfounded.With("person", a.Employee))
		}
	}
}

func (l *loader) checkPlans() {
	const file = "improvement.json"
	for i := range l.Plans {
		p := &l.Plans[i]
		path := fault.Index("", i)
		l.checkPerson(file, fault.Field(path, "employee"), p.Employee)
		if _, there := l.interview(p.Employee); l.Interviews != nil && !there {
			l.add(file, fault.Field(path, "employee"), planUnfounded.With("person", p.Employee))
		}
		for j := range p.Aims {
			p.Aims[j].Metric = l.metric(p.Aims[j].Metric)
		}
		for j := range p.Log {
			p.Log[j].Metric = l.metric(p.Log[j].Metric)
		}
		for j := range p.Closing.Results {
			p.Closing.Results[j].Metric = l.metric(p.Closing.Results[j].Metric)
		}
		for j, a := range p.Actions {
			l.checkPerson(file, fault.Field(path, fault.Field(fault.Index("actions", j), "owner")), a.Owner)
		}
		for j, s := range p.Support {
			l.checkPerson(file, fault.Field(path, fault.Field(fault.Index("support", j), "owner")), s.Owner)
		}
	}
}
