package goal

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Measure is how it is told whether a goal is reached (G2).
type Measure struct {
	Metric    string           `json:"metric" validate:"max=120"`
	Unit      number.Unit      `json:"unit,omitempty" validate:"max=40"`
	Direction Direction        `json:"direction"`
	Baseline  *decimal.Decimal `json:"baseline,omitempty"`
	Threshold *decimal.Decimal `json:"threshold,omitempty"`
	Target    *decimal.Decimal `json:"target,omitempty"`
	Stretch   *decimal.Decimal `json:"stretch,omitempty"`
	// StretchScore is the score at the stretch in percent, for a curve that runs there.
	StretchScore *decimal.Decimal `json:"stretchScore,omitempty"`
	// Weight is the measure's share of the goal in percent; nil on all: equal shares.
	Weight *decimal.Decimal `json:"weight,omitempty"`
	// Source says where the figure comes from.
	Source string `json:"source,omitempty" validate:"max=200"`
	// Curve scores the figure. A curve without a shape takes it from the direction:
	// Increase is scored by [rating.Ratio], Decrease by [rating.InverseRatio], a target of
	// zero or below by [rating.Progress] from the baseline, and by none of them above
	// [DefaultCap] unless the curve has a cap of its own.
	Curve rating.Curve `json:"curve,omitzero"`
	// Rollup is how the figure follows from those of the same metric in the goals that
	// carry this one (G6).
	Rollup Rollup `json:"rollup,omitempty"`
}

// A Direction is which way a figure is to go.
type Direction string

// The directions.
const (
	Increase Direction = "increase"
	Decrease Direction = "decrease"
)

var directions = fault.Names[Direction]{
	Increase: {En: "increase", Zh: "提高"},
	Decrease: {En: "decrease", Zh: "降低"},
}

// In is the direction in words.
func (d Direction) In(l text.Lang) string { return directions.In(d, l) }

// beyond reports whether figure a is further in the direction than b.
func (d Direction) beyond(a, b decimal.Decimal) bool {
	if d == Decrease {
		return a.LessThan(b)
	}
	return a.GreaterThan(b)
}

// Validate refuses a measure whose figures contradict each other: threshold, target and
// stretch lie in that order along the direction, and the target beyond the baseline. A
// target at the baseline is refused too, unless the curve says that it is to be kept
// ([rating.StillKept]).
func (m Measure) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(m.Metric) == "" {
		v.Add("metric", metricRequired)
	}
	v.Nest("", check.Struct(m))
	directions.Check(&v, "direction", m.Direction)
	for _, figure := range []struct {
		path  string
		value *decimal.Decimal
	}{
		{"baseline", m.Baseline},
		{"threshold", m.Threshold},
		{"target", m.Target},
		{"stretch", m.Stretch},
		{"stretchScore", m.StretchScore},
	} {
		if figure.value != nil {
			v.Nest(figure.path, number.Check(*figure.value))
		}
	}
	if len(v) == 0 && m.Target != nil {
		m.validateOrder(&v)
	}
	checkPercent(&v, "weight", m.Weight)
	if m.Weight != nil && m.Weight.IsZero() {
		v.Add("weight", weightZero)
	}
	if m.Rollup != "" {
		rollups.Check(&v, "rollup", m.Rollup)
	}
	v.Nest("curve", m.curve().Validate())
	if len(v) == 0 && m.Target != nil {
		v.Nest("", m.curve().CheckPoints(m.points()))
	}
	return v.Err()
}

func (m Measure) validateOrder(v *fault.Violations) {
	if m.Baseline != nil {
		switch {
		case m.Baseline.Equal(*m.Target):
			if m.Curve.Still != rating.StillKept {
				v.Add("target", targetStill, "target", *m.Target)
			}
		case !m.Direction.beyond(*m.Target, *m.Baseline):
			v.Add("target", targetBehind, "target", *m.Target, "baseline", *m.Baseline, "direction", m.Direction)
		}
	}
	if m.Threshold != nil && !m.Direction.beyond(*m.Target, *m.Threshold) {
		v.Add("threshold", thresholdBeyond, "threshold", *m.Threshold, "target", *m.Target, "direction", m.Direction)
	}
	if m.Stretch != nil && !m.Direction.beyond(*m.Stretch, *m.Target) {
		v.Add("stretch", stretchBehind, "stretch", *m.Stretch, "target", *m.Target, "direction", m.Direction)
	}
}

// DefaultCap is the highest score under a curve without shape and cap, in percent. Some
// cap there must be: a figure brought down to zero would have no score without one.
var DefaultCap = decimal.New(120, 0)

// curve is the measure's curve with its shape.
func (m Measure) curve() rating.Curve {
	c := m.Curve
	if c.Shape != "" {
		return c
	}
	switch {
	case m.Baseline != nil && m.Target != nil && !m.Target.IsPositive():
		c.Shape = rating.Progress // there is no ratio to zero complaints
	case m.Direction == Decrease:
		c.Shape = rating.InverseRatio
	default:
		c.Shape = rating.Ratio
	}
	if c.Cap == nil {
		c.Cap = new(DefaultCap)
	}
	return c
}

func (m Measure) points() rating.Points {
	return rating.Points{
		Baseline: m.Baseline, Threshold: m.Threshold, Target: m.Target,
		Stretch: m.Stretch, StretchScore: m.StretchScore, Unit: m.Unit,
		LessIsBetter: m.Direction == Decrease,
	}
}

// validateMeasures checks each measure, that none occurs twice, that their weights add
// up, and that a goal that is counted has something to count.
func (t Terms) validateMeasures(v *fault.Violations) {
	counted := t.Form == KPI || t.Form == OKR
	if counted && len(t.Measures) == 0 {
		v.Add("measures", measuresRequired, "form", t.Form)
	}
	seen := map[string]bool{}
	sum, weighted, sound := decimal.Zero, 0, true
	for i, m := range t.Measures {
		path := fault.Index("measures", i)
		v.Nest(path, m.Validate())
		if counted && m.Target == nil {
			v.Add(fault.Field(path, "target"), targetRequired, "form", t.Form)
		}
		if m.Metric != "" && seen[m.Metric] {
			v.Add(fault.Field(path, "metric"), metricTwice, "metric", m.Metric)
		}
		seen[m.Metric] = true
		if m.Weight != nil {
			weighted++
			if number.Check(*m.Weight) != nil {
				sound = false
				continue
			}
			sum = sum.Add(*m.Weight)
		}
	}
	switch {
	case weighted == 0 || !sound:
	case weighted < len(t.Measures):
		v.Add("measures", weightsPartial)
	case !sum.Equal(number.Hundred):
		v.Add("measures", measureWeights, "sum", sum)
	}
}
