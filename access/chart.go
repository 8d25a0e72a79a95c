package access

import (
	"cmp"
	"context"
	"slices"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Reporting says that a person reports to a manager within a period. A period without
// an end runs on; one without a beginning always has.
type Reporting struct {
	Person  string          `json:"person"`
	Manager string          `json:"manager"`
	During  calendar.Period `json:"during,omitzero"`
	Dotted  bool            `json:"dotted,omitempty"` // a second line, beside the solid one
}

// A Chart is a [Directory] of one tenant in memory. It doesn't change once made.
type Chart struct {
	tenant string
	people map[string]Person
	lines  map[string][]Reporting // by person, solid first
}

// NewChart makes a chart of people and their lines. It refuses, all at once: a person
// without id or listed twice, a line to or from nobody, two solid lines at one time, and
// a circle of lines, naming everyone on it. Paths are people[i] and lines[i].
func NewChart(tenant string, people []Person, lines []Reporting) (*Chart, error) {
	var v fault.Violations
	c := &Chart{tenant: tenant, people: map[string]Person{}, lines: map[string][]Reporting{}}
	for i, p := range people {
		path := fault.Field(fault.Index("people", i), "id")
		switch _, twice := c.people[p.ID]; {
		case p.ID == "":
			v.Add(path, personRequired)
		case twice:
			v.Add(path, personTwice, "person", p.ID)
		default:
			c.people[p.ID] = p
		}
	}
	var sound []int
	for i, r := range lines {
		before := len(v)
		path := fault.Index("lines", i)
		r.During = bounded(r.During)
		for _, end := range []struct{ field, id string }{{"person", r.Person}, {"manager", r.Manager}} {
			if _, known := c.people[end.id]; !known {
				v.Add(fault.Field(path, end.field), personUnknown, "person", end.id)
			}
		}
		v.Nest(fault.Field(path, "during"), r.During.Validate())
		if len(v) > before {
			continue
		}
		for _, other := range c.lines[r.Person] {
			if _, both := other.During.Overlap(r.During); both && !r.Dotted && !other.Dotted {
				v.Add(path, twoManagers, "person", r.Person, "one", other.Manager, "other", r.Manager)
			}
		}
		c.lines[r.Person] = append(c.lines[r.Person], r)
		sound = append(sound, i)
	}
	for _, mine := range c.lines {
		slices.SortStableFunc(mine, func(a, b Reporting) int {
			return cmp.Compare(rank(a), rank(b))
		})
	}
	c.refuseCircles(&v, lines, sound)
	if len(v) > 0 {
		return nil, v
	}
	return c, nil
}

// always is every day that a calendar date can name.
var always = calendar.Period{From: calendar.MustDate("0001-01-01"), To: calendar.MustDate("9999-12-31")}

// bounded gives a period that is open at an end the last day there is.
func bounded(p calendar.Period) calendar.Period {
	if p.From.IsZero() {
		p.From = always.From
	}
	if p.To.IsZero() {
		p.To = always.To
	}
	return p
}

func rank(r Reporting) int {
	if r.Dotted {
		return 1
	}
	return 0
}

// refuseCircles looks for a way from a line's manager back to its person on some day.
// The lines in force only change where one begins, so those days are all there is to try.
func (c *Chart) refuseCircles(v *fault.Violations, lines []Reporting, sound []int) {
	found := map[string]bool{}
	for _, i := range sound {
		from := bounded(lines[i].During).From
		circle := c.circle(lines[i].Person, from)
		if circle == nil {
			continue
		}
		// A circle is met from each of its lines: it is reported at the first.
		key := slices.Min(circle)
		if !found[key] {
			found[key] = true
			m := circleFound
			if from == always.From {
				m = circleAlways
			}
			v.Add(fault.Index("lines", i), m, "people", circle, "day", from)
		}
	}
}

// circle walks up from person on a day and returns the way back to them, if there is one.
func (c *Chart) circle(person string, on calendar.Date) []string {
	seen := map[string]bool{}
	var walk func(at string, way []string) []string
	walk = func(at string, way []string) []string {
		for _, m := range c.on(at, on) {
			if m == person {
				return append(way, person)
			}
			if seen[m] {
				continue
			}
			seen[m] = true
			if circle := walk(m, append(slices.Clip(way), m)); circle != nil {
				return circle
			}
		}
		return nil
	}
	return walk(person, []string{person})
}

// Person implements [Directory].
func (c *Chart) Person(_ context.Context, tenant, id string) (Person, error) {
	p, ok := c.people[id]
	if !ok || tenant != c.tenant {
		return Person{}, fault.NotFound("person", id)
	}
	return p, nil
}

// Managers implements [Directory].
func (c *Chart) Managers(_ context.Context, tenant, id string, on calendar.Date) ([]string, error) {
	if _, ok := c.people[id]; !ok || tenant != c.tenant {
		return nil, fault.NotFound("person", id)
	}
	return c.on(id, on), nil
}

// Reports lists who has the person as a manager on a day, in order of their ids.
func (c *Chart) Reports(manager string, on calendar.Date) []string {
	var reports []string
	for person := range c.lines {
		if slices.Contains(c.on(person, on), manager) {
			reports = append(reports, person)
		}
	}
	slices.Sort(reports)
	return reports
}

func (c *Chart) on(person string, on calendar.Date) []string {
	var managers []string
	for _, r := range c.lines[person] {
		if r.During.Contains(on) && !slices.Contains(managers, r.Manager) {
			managers = append(managers, r.Manager)
		}
	}
	return managers
}

// In is the person's name; a name is the same in both languages.
func (p Person) In(text.Lang) string { return cmp.Or(p.Name, p.ID) }
