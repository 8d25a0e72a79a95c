package goal

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Carry is what of a goal goes on into the next period. Only whoever carries it over
// knows whether a figure stands at a level or is counted anew in each period, so there
// is no default.
type Carry string

// The ways to carry a goal over. Days are cleared under each, and so are the goals above
// that it supports: both are of the former period.
const (
	// CarryRestart takes the goal as it was agreed, with its own figures.
	CarryRestart Carry = "restart"
	// CarryContinue goes on from where it stands: the last figure is the baseline, the
	// target stays. What was reached is left out.
	CarryContinue Carry = "continue"
	// CarryRemainder takes what is left of the target as the new one, to be counted from
	// zero. It is for figures that are to increase; what was reached is left out.
	CarryRemainder Carry = "remainder"
)

var carries = fault.Names[Carry]{
	CarryRestart:   {En: "restart", Zh: "重新开始"},
	CarryContinue:  {En: "continue from the last figure", Zh: "从现状继续"},
	CarryRemainder: {En: "carry the remainder", Zh: "结转未完成部分"},
}

// In is the way in words.
func (c Carry) In(l text.Lang) string { return carries.In(c, l) }

// A Carrying is how one goal is carried over.
type Carrying struct {
	Goal string `json:"goal"`
	How  Carry  `json:"how"`
	// Readings are the last figures and Done the steps done; nil: those of the result.
	Readings []Reading `json:"readings,omitempty"`
	Done     []Done    `json:"done,omitempty"`
}

// CarryOver is the draft of the goal in a later period, with what is left of it: of a
// goal that ended, or that is still active and will not be reached. A goal of which
// nothing is left is refused, and a figure that is missing.
func (g Goal) CarryOver(c Carrying, into calendar.Period) (Draft, error) {
	if _, ended := closing[g.Status]; !ended && g.Status != StatusActive {
		return Draft{}, fault.Refuse(fault.ErrTransition, carryIdle, "goal", g.ID, "status", g.Status)
	}
	var v fault.Violations
	carries.Check(&v, "how", c.How)
	v.Nest("into", into.Validate())
	if len(v) == 0 && !into.From.After(g.Period.To) {
		v.Add("into", carryBack, "into", into, "period", g.Period)
	}
	if g.Result != nil {
		if c.Readings == nil {
			c.Readings = g.Result.Readings
		}
		if c.Done == nil {
			c.Done = g.Result.Done
		}
	}
	figures, err := g.Terms.figures(c.Readings)
	v.Nest("", err)
	done, err := g.Terms.done(c.Done, calendar.Date{})
	v.Nest("", err)
	if err := v.Err(); err != nil {
		return Draft{}, err
	}
	t := g.Terms
	t.From, t.Due, t.Supports, t.DependsOn = calendar.Date{}, calendar.Date{}, nil, nil
	t = t.from(calendar.Date{})
	if c.How != CarryRestart {
		t = t.left(&v, g, c.How, figures, done)
	}
	for i := range t.Steps {
		t.Steps[i].Due = calendar.Date{}
	}
	if len(v) == 0 {
		v.Nest("terms", t.from(into.From).validate("", into))
	}
	return Draft{Owner: g.Owner, Level: g.Level, Period: into, Terms: t, CarriedFrom: g.ID}, v.Err()
}

// left are the terms of the goal less what was reached of it.
func (t Terms) left(v *fault.Violations, g Goal, how Carry, figures map[string]decimal.Decimal, done map[string]calendar.Date) Terms {
	measures, steps := t.Measures, t.Steps
	t.Measures, t.Steps = nil, nil
	for i, m := range measures {
		path := fault.Index("measures", i)
		figure, read := figures[m.Metric]
		switch {
		case !m.asks():
			t.Measures = append(t.Measures, m)
		case !read:
			v.Add(path, carryFigure, "metric", m.Metric)
		case m.Reached(figure):
		case how == CarryRemainder && (m.Direction != Increase || len(m.Curve.Steps) > 0):
			v.Add(path, carryNoRemainder, "metric", m.Metric)
		case how == CarryRemainder:
			t.Measures = append(t.Measures, m.less(figure))
		case m.Direction == Within:
			t.Measures = append(t.Measures, m)
		default:
			m.Baseline = new(figure)
			t.Measures = append(t.Measures, m)
		}
	}
	for _, s := range steps {
		if _, ok := done[s.Title]; !ok {
			t.Steps = append(t.Steps, s)
		}
	}
	left := t.counted() || len(t.Steps) > 0
	if !g.Terms.counted() && len(g.Terms.Steps) == 0 {
		left = g.Status != StatusAchieved // it was judged
	}
	if !left && len(*v) == 0 {
		v.Add("", carryNothing, "goal", g.ID)
	}
	if len(*v) > 0 {
		return t
	}
	weights := make([]**decimal.Decimal, 0, len(t.Measures))
	for i := range t.Measures {
		weights = append(weights, &t.Measures[i].Weight)
	}
	reweigh(weights)
	weights = weights[:0]
	for i := range t.Steps {
		weights = append(weights, &t.Steps[i].Weight)
	}
	reweigh(weights)
	return t
}

// less is the measure of what a figure leaves of it, counted from zero.
func (m Measure) less(figure decimal.Decimal) Measure {
	rest := func(d *decimal.Decimal) *decimal.Decimal {
		if d == nil {
			return nil
		}
		return new(decimal.Max(d.Sub(figure), decimal.Zero))
	}
	m.Threshold, m.Target, m.Stretch = rest(m.Threshold), rest(m.Target), rest(m.Stretch)
	if m.Baseline != nil {
		m.Baseline = new(decimal.Zero)
	}
	return m
}

// CarryOver outlines the employee's plan for a later period from what this one leaves
// open: each of the goals named is carried over, see [Goal.CarryOver], with the weights
// that they had to each other. All that is wrong is reported at carried[i]. The outline
// is a whole plan; more goals can be added before it is drafted.
func (p Plan) CarryOver(goals []Goal, into calendar.Period, carried []Carrying) (Outline, error) {
	if p.Status != PlanStatusActive && p.Status != PlanStatusClosed {
		return Outline{}, fault.Refuse(fault.ErrTransition, carryPlanIdle, "plan", p.ID, "status", p.Status)
	}
	var v fault.Violations
	if len(carried) == 0 {
		v.Add("carried", itemsRequired)
	}
	o := Outline{Employee: p.Employee, Period: into}
	seen := map[string]bool{}
	var weights []decimal.Decimal
	for i, c := range carried {
		path := fault.Index("carried", i)
		at := slices.IndexFunc(p.Items, func(item Item) bool { return item.Goal == c.Goal })
		g, given := find(goals, c.Goal)
		switch {
		case at < 0:
			v.Add(fault.Field(path, "goal"), closingForeign, "goal", text.Excerpt(c.Goal))
			continue
		case seen[c.Goal]:
			v.Add(fault.Field(path, "goal"), itemTwice, "goal", c.Goal)
			continue
		case !given:
			v.Add(fault.Field(path, "goal"), goalNotGiven, "goal", c.Goal)
			continue
		}
		seen[c.Goal] = true
		d, err := g.CarryOver(c, into)
		v.Nest(path, err)
		o.Items = append(o.Items, OutlineItem{Terms: d.Terms, CarriedFrom: d.CarriedFrom})
		weights = append(weights, p.Items[at].Weight)
	}
	if err := v.Err(); err != nil {
		return Outline{}, err
	}
	for i, share := range inProportion(weights) {
		o.Items[i].Weight = share
	}
	return o, nil
}

// reweigh makes weights add up to 100 again after some were left out, in the proportion
// that they have; where none has a weight there is nothing to do.
func reweigh(weights []**decimal.Decimal) {
	var all []decimal.Decimal
	for _, w := range weights {
		if *w == nil {
			return
		}
		all = append(all, **w)
	}
	for i, share := range inProportion(all) {
		*weights[i] = new(share) // the goal that is carried over keeps its own
	}
}

// inProportion are the weights, brought to add up to 100.
func inProportion(weights []decimal.Decimal) []decimal.Decimal {
	sum, places := decimal.Zero, int32(2)
	for _, w := range weights {
		sum, places = sum.Add(w), max(places, -w.Exponent()) // as fine as they are, lest one comes to nothing
	}
	if sum.Equal(number.Hundred) {
		return weights
	}
	shares, err := number.ShareOut(number.Hundred, weights, places)
	if err != nil {
		return weights // of no weights there are none
	}
	return shares
}
