package improvement

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
)

// An Aim is a goal of the plan: one metric, from where to where, by when.
type Aim struct {
	Metric    string           `json:"metric" validate:"max=120"`
	Unit      number.Unit      `json:"unit,omitempty" validate:"max=40"`
	Direction goal.Direction   `json:"direction"`
	Baseline  *decimal.Decimal `json:"baseline"`
	Target    *decimal.Decimal `json:"target"`
	Due       calendar.Date    `json:"due"`
	Method    string           `json:"method,omitempty" validate:"max=2000"`
}

// Reached reports whether a figure is at or beyond the target, whichever way that lies.
// It is false for an aim without a target.
func (a Aim) Reached(value decimal.Decimal) bool {
	return a.Target != nil && !a.short(value, *a.Target)
}

// short reports whether value has not come as far as mark.
func (a Aim) short(value, mark decimal.Decimal) bool {
	if a.Direction == goal.Decrease {
		return value.GreaterThan(mark)
	}
	return value.LessThan(mark)
}

// Expected is where the aim should be on a day, by the straight way from its baseline on
// the day from to its target on the day it is due: the baseline before the first, the
// target after the last. It is computed exactly and rounded once, to the given places,
// half away from zero, or to as many as baseline and target have when those are more.
// Nil when the aim has no baseline or no target.
func (a Aim) Expected(from, on calendar.Date, places int32) *decimal.Decimal {
	switch {
	case a.Baseline == nil || a.Target == nil:
		return nil
	case !on.Before(a.Due):
		return new(*a.Target)
	case !on.After(from):
		return new(*a.Baseline)
	}
	places = max(places, -a.Baseline.Exponent(), -a.Target.Exponent())
	gone := decimal.NewFromInt(int64(from.DaysUntil(on)))
	all := decimal.NewFromInt(int64(from.DaysUntil(a.Due)))
	way := a.Baseline.Mul(all.Sub(gone)).Add(a.Target.Mul(gone))
	return new(way.DivRound(all, places))
}

func (a Aim) validate() error {
	var v fault.Violations
	if blank(a.Metric) {
		v.Add("metric", metricRequired)
	}
	for _, f := range []struct {
		path  string
		value *decimal.Decimal
	}{{"baseline", a.Baseline}, {"target", a.Target}} {
		if f.value == nil {
			v.Add(f.path, figureRequired)
		} else {
			v.Nest(f.path, number.Check(*f.value))
		}
	}
	known := a.Direction == goal.Increase || a.Direction == goal.Decrease
	fault.Names[goal.Direction]{goal.Increase: {}, goal.Decrease: {}}.Check(&v, "direction", a.Direction)
	if a.Baseline == nil || a.Target == nil || !known {
		return v.Err()
	}
	switch {
	case a.Baseline.Equal(*a.Target):
		v.Add("target", aimStill, "target", *a.Target)
	case !a.short(*a.Baseline, *a.Target):
		v.Add("target", aimBackwards, "baseline", *a.Baseline, "target", *a.Target, "direction", a.Direction)
	}
	return v.Err()
}

func (p Plan) checkAims(v *fault.Violations) {
	if len(p.Aims) == 0 {
		v.Add("aims", aimRequired)
	}
	seen := map[string]bool{}
	for i, a := range p.Aims {
		path := fault.Index("aims", i)
		v.Nest(path, a.validate())
		p.checkDue(v, fault.Field(path, "due"), a.Due)
		if seen[a.Metric] {
			v.Add(fault.Field(path, "metric"), metricTwice, "metric", a.Metric)
		}
		seen[a.Metric] = true
	}
}

// aim is the aim of a metric.
func (p Plan) aim(metric string) (Aim, bool) {
	for _, a := range p.Aims {
		if a.Metric == metric {
			return a, true
		}
	}
	return Aim{}, false
}
