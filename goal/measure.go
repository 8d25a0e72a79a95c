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
	// Low and High are the bounds, both included, of a figure that is to stay Within them,
	// and Tolerance how far outside it scores nothing any more; nil: at once.
	Low       *decimal.Decimal `json:"low,omitempty"`
	High      *decimal.Decimal `json:"high,omitempty"`
	Tolerance *decimal.Decimal `json:"tolerance,omitempty"`
	// OutOf is the highest figure there is, of one in [number.Score]: 5 of a score out of 5.
	OutOf *decimal.Decimal `json:"outOf,omitempty"`
	// StretchScore is the score at the stretch in percent, for a curve that runs there.
	StretchScore *decimal.Decimal `json:"stretchScore,omitempty"`
	// Weight is the measure's share of the goal in percent; nil on all: equal shares.
	Weight *decimal.Decimal `json:"weight,omitempty"`
	// Source says where the figure comes from.
	Source string `json:"source,omitempty" validate:"max=200"`
	// Curve scores the figure. A curve without a shape takes it from the direction:
	// Increase is scored by [rating.Ratio], Decrease by [rating.InverseRatio], a target of
	// zero or below by [rating.Progress] from the baseline, and by none of them above
	// [DefaultCap] unless the curve has a cap of its own. Within is scored by
	// [rating.Range], and by nothing else.
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
	Within   Direction = "within" // is to be kept between two bounds
)

var directions = fault.Names[Direction]{
	Increase: {En: "increase", Zh: "提高"},
	Decrease: {En: "decrease", Zh: "降低"},
	Within:   {En: "stay within a range", Zh: "保持在区间内"},
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
// ([rating.StillKept]). A figure to be kept within a range has its bounds and none of
// those three.
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
		{"low", m.Low},
		{"high", m.High},
		{"tolerance", m.Tolerance},
		{"outOf", m.OutOf},
	} {
		if figure.value != nil {
			v.Nest(figure.path, number.Check(*figure.value))
		}
	}
	m.validateOutOf(&v)
	m.validateFigures(&v)
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
	if len(v) == 0 && m.asks() {
		v.Nest("", m.curve().CheckPoints(m.points()))
	}
	return v.Err()
}

// validateFigures notes figures that do not belong to the direction.
func (m Measure) validateFigures(v *fault.Violations) {
	for _, figure := range []struct {
		path  string
		given bool
		wants bool // of a figure that is to stay within a range
	}{
		{"threshold", m.Threshold != nil, false},
		{"target", m.Target != nil, false},
		{"stretch", m.Stretch != nil, false},
		{"stretchScore", m.StretchScore != nil, false},
		{"low", m.Low != nil, true},
		{"high", m.High != nil, true},
		{"tolerance", m.Tolerance != nil, true},
	} {
		if figure.given && figure.wants != (m.Direction == Within) {
			v.Add(figure.path, figureForeign, "direction", m.Direction)
		}
	}
	if m.Direction == Within && m.Curve.Shape != "" && m.Curve.Shape != rating.Range {
		v.Add("curve.shape", figureForeign, "direction", m.Direction)
	}
}

// validateOutOf notes figures that no score out of so many can have.
func (m Measure) validateOutOf(v *fault.Violations) {
	switch {
	case m.OutOf == nil || len(*v) > 0:
		return
	case m.Unit != number.Score:
		v.Add("outOf", outOfUnit)
	case !m.OutOf.IsPositive():
		v.Add("outOf", outOfZero)
	}
	for _, figure := range []struct {
		path  string
		value *decimal.Decimal
	}{
		{"baseline", m.Baseline},
		{"threshold", m.Threshold},
		{"target", m.Target},
		{"stretch", m.Stretch},
		{"low", m.Low},
		{"high", m.High},
	} {
		if figure.value != nil {
			m.checkOutOf(v, figure.path, *figure.value)
		}
	}
}

// checkOutOf notes at path a figure that is no score out of the measure's highest.
func (m Measure) checkOutOf(v *fault.Violations, path string, figure decimal.Decimal) {
	if m.OutOf != nil && (figure.IsNegative() || figure.GreaterThan(*m.OutOf)) {
		v.Add(path, outOfRange, "figure", figure, "most", *m.OutOf)
	}
}

// asks reports whether the measure has something to reach or to keep to.
func (m Measure) asks() bool { return m.Target != nil || m.Direction == Within }

// Reached reports whether a figure is at the target or beyond, whichever way that lies, or
// within the range. It is false where the measure has neither.
func (m Measure) Reached(figure decimal.Decimal) bool {
	if m.Direction == Within {
		return m.Low != nil && m.High != nil && !figure.LessThan(*m.Low) && !figure.GreaterThan(*m.High)
	}
	return m.Target != nil && !m.Direction.beyond(*m.Target, figure)
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
	case m.Direction == Within:
		c.Shape = rating.Range
		return c
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
		Low: m.Low, High: m.High, Tolerance: m.Tolerance,
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
		if counted && !m.asks() {
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
