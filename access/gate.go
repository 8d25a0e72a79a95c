package access

import (
	"context"
	"errors"
	"slices"
	"time"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// A Gate is what every service stands behind: it knows the time, makes ids, and lets an
// actor through to a verb. The zero Gate denies everything; see each field for its default.
type Gate struct {
	// Policy is who may do what; a nil policy denies all.
	Policy Policy
	// Directory is the org chart; without one nobody has a manager.
	Directory Directory
	// Clock tells the time; nil is the system's.
	Clock func() time.Time
	// Zone is where a civil date is taken from an instant; nil is UTC.
	Zone *time.Location
	// IDs makes new ids; nil is [record.UUIDv7].
	IDs record.IDs
	// Working is the working-day calendar; nil is Monday to Friday.
	Working calendar.Working
	// Decided is told every decision, allowed and denied, before it takes effect; an
	// error from it stops the operation. Nil tells nobody.
	Decided func(context.Context, Decision) error
}

// Pass lets the actor through to the verb, and returns the stamp that the change is to
// carry, or refuses with [fault.ErrForbidden].
func (g Gate) Pass(ctx context.Context, a Actor, verb Verb, s Subject) (record.Stamp, error) {
	now := g.now()
	relations, err := g.relations(ctx, a, s, calendar.DateOf(now.In(g.zone())))
	if err != nil {
		return record.Stamp{}, err
	}
	d := g.Policy.Decide(a, verb, s, relations)
	if g.Decided != nil {
		if err := g.Decided(ctx, d); err != nil {
			return record.Stamp{}, err
		}
	}
	if err := d.Err(); err != nil {
		return record.Stamp{}, err
	}
	return record.By(a.Person, now).For(string(verb)), nil
}

// Today is the civil date of the gate's clock in its zone.
func (g Gate) Today() calendar.Date { return calendar.DateOf(g.now().In(g.zone())) }

// NewKey is a key for a record that is about to be made.
func (g Gate) NewKey(tenant string) record.Key {
	ids := g.IDs
	if ids == nil {
		ids = record.UUIDv7{}
	}
	return record.Key{Tenant: tenant, ID: ids.NewID()}
}

// WorkingDays is the gate's working-day calendar.
func (g Gate) WorkingDays() calendar.Working {
	if g.Working == nil {
		return calendar.Weekends{}
	}
	return g.Working
}

// DateAt is the civil date of an instant in the gate's zone.
func (g Gate) DateAt(at time.Time) calendar.Date { return calendar.DateOf(at.In(g.zone())) }

func (g Gate) now() time.Time {
	if g.Clock == nil {
		return record.Instant(time.Now()) //nolint:forbidigo // the one place where the library reads a clock
	}
	return record.Instant(g.Clock())
}

func (g Gate) zone() *time.Location {
	if g.Zone == nil {
		return time.UTC
	}
	return g.Zone
}

// relations are those in which the actor stands to the subject on a day.
func (g Gate) relations(ctx context.Context, a Actor, s Subject, on calendar.Date) ([]Relation, error) {
	if a.Tenant != s.Tenant || a.Person == "" {
		return nil, nil
	}
	relations := []Relation{Anyone}
	for relation, people := range s.Related {
		if slices.Contains(people, a.Person) {
			relations = append(relations, relation)
		}
	}
	if s.Person == "" {
		return relations, nil
	}
	if s.Person == a.Person {
		return append(relations, Self), nil
	}
	if g.Directory == nil {
		return relations, nil
	}
	line, err := LineOf(ctx, g.Directory, s.Tenant, s.Person, on)
	if errors.Is(err, fault.ErrNotFound) { // whoever has left has no line
		return relations, nil
	}
	if err != nil {
		return nil, err
	}
	if slices.Contains(line, a.Person) {
		relations = append(relations, Line)
	}
	managers, err := g.Directory.Managers(ctx, s.Tenant, s.Person, on)
	if err != nil {
		return nil, err
	}
	if slices.Contains(managers, a.Person) {
		relations = append(relations, Manager)
	}
	return relations, nil
}
