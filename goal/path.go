package goal

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Path is how a goal is expected to come along from the first day of its terms to the
// day it is due (G7), where 100 % of the way is expected whatever its shape. The zero
// Path runs straight. A season is a path that is given.
type Path struct {
	Shape PathShape `json:"shape,omitempty"`
	// Every is how often a stepped path takes a step: to where a straight one is by then.
	Every calendar.Cadence `json:"every,omitempty"`
	// Points are those that a given path runs through and a stepped one steps to, by
	// their days. A path never falls.
	Points []Waypoint `json:"points,omitempty" validate:"max=400"`
}

// A Waypoint is what share of the way is expected by the end of a day, in percent.
type Waypoint struct {
	On      calendar.Date   `json:"on"`
	Percent decimal.Decimal `json:"percent"`
}

// A PathShape is the form of a path.
type PathShape string

// The shapes. The zero value is PathStraight.
const (
	PathStraight PathShape = "straight" // the same every day
	PathStepped  PathShape = "stepped"  // nothing between one step and the next
	PathGiven    PathShape = "given"    // straight from point to point
)

var pathShapes = fault.Names[PathShape]{
	PathStraight: {En: "straight", Zh: "匀速推进"},
	PathStepped:  {En: "stepped", Zh: "阶梯推进"},
	PathGiven:    {En: "as given", Zh: "按给定曲线推进"},
}

// In is the shape in words.
func (s PathShape) In(l text.Lang) string { return pathShapes.In(s, l) }

// validate checks the path of terms that are due on a day in their period.
func (p Path) validate(period calendar.Period, due calendar.Date) error {
	var v fault.Violations
	if p.Shape != "" {
		pathShapes.Check(&v, "shape", p.Shape)
	}
	switch p.Shape {
	case "", PathStraight:
		if p.Every != "" || len(p.Points) > 0 {
			v.Add("shape", pathBent)
		}
	case PathStepped:
		if (p.Every == "") == (len(p.Points) == 0) {
			v.Add("every", pathSteps)
		}
	case PathGiven:
		if len(p.Points) == 0 {
			v.Add("points", pathPoints)
		}
		if p.Every != "" {
			v.Add("every", pathBent)
		}
	}
	if p.Every != "" {
		v.Nest("every", p.Every.Validate())
	}
	for i, point := range p.Points {
		path := fault.Index("points", i)
		before := len(v)
		checkPercent(&v, fault.Field(path, "percent"), &point.Percent)
		if !period.Contains(point.On) || point.On.After(due) {
			v.Add(fault.Field(path, "on"), dateOutside, "date", point.On, "period", calendar.Period{From: period.From, To: due})
		}
		if i == 0 || len(v) > before {
			continue
		}
		if last := p.Points[i-1]; !point.On.After(last.On) {
			v.Add(fault.Field(path, "on"), pathOrder, "on", point.On, "before", last.On)
		} else if number.Check(last.Percent) == nil && point.Percent.LessThan(last.Percent) {
			v.Add(fault.Field(path, "percent"), pathFalls, "percent", point.Percent, "before", last.Percent)
		}
	}
	return v.Err()
}

// expected is how much of the way is expected by the end of a day, in percent, cut to 18
// places as progress is.
func (p Path) expected(whole calendar.Period, on calendar.Date) decimal.Decimal {
	switch {
	case on.Before(whole.From):
		return decimal.Zero
	case !on.Before(whole.To):
		return number.Hundred
	}
	start := Waypoint{On: whole.From.AddDays(-1)}
	last, next := start, Waypoint{On: whole.To, Percent: number.Hundred}
	for _, point := range p.Points {
		if point.On.After(on) {
			next = point
			break
		}
		last = point
	}
	if p.Shape != PathStepped {
		return last.to(next, on)
	}
	if p.Every == "" {
		return last.Percent
	}
	steps, err := calendar.Due(p.Every, whole, start.On)
	if err != nil {
		return decimal.Zero // a path that does not pass validate has no steps
	}
	for _, step := range steps {
		if step.After(on) {
			break
		}
		last = Waypoint{On: step, Percent: start.to(next, step)}
	}
	return last.Percent
}

// to is where the straight line from one point to another is on a day.
func (w Waypoint) to(next Waypoint, on calendar.Date) decimal.Decimal {
	of := int64(w.On.DaysUntil(next.On))
	if of <= 0 {
		return w.Percent
	}
	gone := decimal.NewFromInt(int64(w.On.DaysUntil(on)))
	whole := decimal.NewFromInt(of)
	return quotient(w.Percent.Mul(whole).Add(next.Percent.Sub(w.Percent).Mul(gone)), whole)
}

// quotient divides to 18 places, half away from zero.
func quotient(a, b decimal.Decimal) decimal.Decimal { return a.DivRound(b, number.MaxPlaces) }
