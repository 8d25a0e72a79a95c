package main

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/text"
)

// A story is the quarter of a company, lived through on one store. Everything goes
// through the services, each step by the person whose step it is, on its day.
type story struct {
	*company
	printer

	kit     *meritkit.Kit
	clock   *clock
	explain string // the employee whose rating is explained in full

	goals      map[string]goal.Goal // by their names in the folder
	plans      map[string]goal.Plan // by employee
	cycle      review.Cycle
	selfs      map[string]review.SelfReview
	results    map[string]review.Result
	interviews map[string]feedback.Interview
	improved   []improvement.Plan

	found fault.Violations // what the services refused, with its place in the folder
	err   error            // what else went wrong
}

// newStory is a story that is about to begin.
func newStory(c *company, out printer, explain string) *story {
	return &story{
		company: c, printer: out, explain: explain, clock: &clock{},
		goals: map[string]goal.Goal{}, plans: map[string]goal.Plan{},
		selfs: map[string]review.SelfReview{}, results: map[string]review.Result{},
		interviews: map[string]feedback.Interview{},
	}
}

// open opens the services on a store. Their clock and ids depend on nothing but the
// folder, so the same folder gives the same records on any store.
func (s *story) open(driver storage.Driver) error {
	kit, err := meritkit.Open(driver, meritkit.Options{Gate: access.Gate{
		Directory: s.Chart, Clock: s.clock.tick, Zone: zone, Working: calendar.China(), IDs: &record.Sequence{Prefix: "q"},
	}})
	s.kit = kit
	return err
}

// tell goes through the stages. What the services refuse in a stage is collected and
// ends the story after it, since the later stages rest on it.
func (s *story) tell(ctx context.Context) error {
	stages := []func(context.Context){
		s.people, s.setGoals, s.followGoals, s.reviewSelf, s.rate, s.calibrate, s.publish,
		s.interview, s.appeal, s.improve, s.draftNext,
	}
	for _, stage := range stages {
		stage(ctx)
		if s.err != nil || len(s.found) > 0 {
			return cmp.Or(s.err, s.found.Err())
		}
	}
	return nil
}

// did reports whether a step succeeded, and notes what it was refused for at its place
// in the company folder.
func (s *story) did(p place, err error) bool {
	refusals := []error{
		fault.ErrInvalid, fault.ErrNotFound, fault.ErrExists, fault.ErrConflict, fault.ErrForbidden, fault.ErrTransition,
	}
	switch {
	case err == nil:
		return true
	case slices.ContainsFunc(refusals, func(kind error) bool { return errors.Is(err, kind) }):
		s.found = append(s.found, p.problems(err)...)
	default:
		s.err = cmp.Or(s.err, err)
	}
	return false
}

// in is a place in a JSON file of the folder.
func (s *story) in(file, path string) place { return place{doc: s.files[file], path: path} }

// as is a person as an actor.
func (s *story) as(id string) access.Actor {
	return access.Actor{Tenant: s.Setting.Tenant, Person: id, Roles: s.person(id).Roles}
}

// who is a person's name.
func (s *story) who(id string) string { return cmp.Or(s.person(id).Name, id) }

// manager is whom a person reports to on the day that the clock shows, empty at the top.
func (s *story) manager(ctx context.Context, id string) string {
	managers, err := s.Chart.Managers(ctx, s.Setting.Tenant, id, s.clock.today())
	if err != nil || len(managers) == 0 {
		return ""
	}
	return managers[0]
}

// ref is the id of a goal's record, for records that point at it. A name that no goal
// has stays as it is, for the service to refuse.
func (s *story) ref(name string) string { return cmp.Or(s.goals[name].ID, name) }

// linked are terms whose links point at records.
func (s *story) linked(t goal.Terms) goal.Terms {
	t.Supports = slices.Clone(t.Supports)
	for i := range t.Supports {
		t.Supports[i].Goal = s.ref(t.Supports[i].Goal)
	}
	return t
}

// level is a level of the rules by its code.
func (s *story) level(code string) text.Speaker {
	level, _ := s.Rules.Scale.Level(code)
	return level
}

// zone is where the company's days begin and end.
var zone = time.FixedZone("UTC+8", 8*60*60)

// A clock shows the day and hour that the story is at, a second later each time it is
// looked at.
type clock struct{ now time.Time }

func (c *clock) set(d calendar.Date, hour int) {
	c.now = time.Date(d.Year(), d.Month(), d.Day(), hour, 0, 0, 0, zone)
}

func (c *clock) tick() time.Time {
	c.now = c.now.Add(time.Second)
	return c.now
}

func (c *clock) today() calendar.Date { return calendar.DateOf(c.now) }

// A step is something that is done on a day.
type step struct {
	on   calendar.Date
	hour int
	do   func()
}

// walk does the steps in the order of their days.
func (s *story) walk(steps []step) {
	slices.SortStableFunc(steps, func(a, b step) int { return cmp.Or(a.on.Compare(b.on), cmp.Compare(a.hour, b.hour)) })
	for _, step := range steps {
		s.clock.set(step.on, step.hour)
		step.do()
	}
}

// An amount is a figure with its unit, thousands set apart.
type amount struct {
	value decimal.Decimal
	unit  number.Unit
}

// In is the amount as a person writes it.
func (a amount) In(l text.Lang) string {
	unit := a.unit.In(l)
	if l != text.Chinese && unit != "" {
		unit = " " + unit
	}
	return grouped(a.value) + unit
}

// figure is an amount that may be missing.
func figure(value *decimal.Decimal, unit number.Unit) text.Speaker {
	if value == nil {
		return both("-", "-")
	}
	return amount{*value, unit}
}
