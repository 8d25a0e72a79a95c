package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
)

// Points are the figures of a measure that a curve is drawn through. Which are needed
// depends on the shape; one that is needed and missing is an error, never zero.
type Points struct {
	Baseline     *decimal.Decimal `json:"baseline,omitempty"`
	Threshold    *decimal.Decimal `json:"threshold,omitempty"`
	Target       *decimal.Decimal `json:"target,omitempty"`
	Stretch      *decimal.Decimal `json:"stretch,omitempty"`
	StretchScore *decimal.Decimal `json:"stretchScore,omitempty"` // percent; needed with Stretch
	// Low and High are the bounds of a Range. They may be equal.
	Low  *decimal.Decimal `json:"low,omitempty"`
	High *decimal.Decimal `json:"high,omitempty"`
	// Tolerance is how far outside a Range a figure scores nothing any more; nil: at once.
	Tolerance *decimal.Decimal `json:"tolerance,omitempty"`
	Unit      number.Unit      `json:"unit,omitempty"`
	// LessIsBetter says which way is better where the points themselves can't: under
	// Binary and PointsOff, with a single step, and when a measure starts at its target
	// and has no stretch.
	LessIsBetter bool `json:"lessIsBetter,omitempty"`
}

// CheckPoints refuses points that the curve can't be drawn through: one that its shape
// needs is missing, a ratio to nothing, a start at the target unless Still allows it, a
// stretch that does not lie beyond the target, a range whose bounds are the wrong way
// round. A measure can be checked by it long before there is a figure to score. The paths
// are those of [Points].
func (c Curve) CheckPoints(p Points) error {
	var v fault.Violations
	for _, point := range []struct {
		path   string
		value  *decimal.Decimal
		needed bool
	}{
		{"baseline", p.Baseline, c.Shape == Progress},
		{"threshold", p.Threshold, c.Shape == Linear},
		{"target", p.Target, c.Shape != Range && c.Shape != Stepped && c.Shape != Interpolated},
		{"stretch", p.Stretch, c.Shape == Linear && p.StretchScore != nil},
		{"stretchScore", p.StretchScore, c.Shape == Linear && p.Stretch != nil},
		{"low", p.Low, c.Shape == Range},
		{"high", p.High, c.Shape == Range},
		{"tolerance", p.Tolerance, false},
	} {
		if point.value != nil {
			v.Nest(point.path, number.Check(*point.value))
		} else if point.needed {
			v.Add(point.path, pointRequired, "shape", string(c.Shape))
		}
	}
	if len(v) > 0 {
		return v
	}
	switch c.Shape {
	case Ratio, InverseRatio:
		p.checkRatio(&v)
	case PointsOff:
		if c.Per != PerUnit {
			p.checkRatio(&v)
		}
	case Progress, Linear:
		if start := p.start(c.Shape); start.Equal(*p.Target) && c.Still != StillKept {
			v.Add("target", targetStill, "target", p.in(*p.Target))
		}
	case Range:
		if p.Low.GreaterThan(*p.High) {
			v.Add("low", rangeTurned, "low", p.in(*p.Low), "high", p.in(*p.High))
		}
		if p.Tolerance != nil && !p.Tolerance.IsPositive() {
			v.Add("tolerance", toleranceNotPositive, "tolerance", p.in(*p.Tolerance))
		}
	case Binary, Stepped, Interpolated:
	}
	if c.Shape == Linear && p.Stretch != nil {
		if p.Stretch.Sub(*p.Target).Sign() != p.direction(Linear) {
			v.Add("stretch", stretchNotBeyond, "stretch", p.in(*p.Stretch), "target", p.in(*p.Target))
		}
		if p.StretchScore.LessThanOrEqual(number.Hundred) {
			v.Add("stretchScore", stretchScoreLow, "score", percent(*p.StretchScore))
		}
	}
	return v.Err()
}

func (p Points) checkRatio(v *fault.Violations) {
	if !p.Target.IsPositive() {
		v.Add("target", targetNotPositive, "target", p.in(*p.Target))
	}
}

// start is where a figure starts under a shape, whose point for it is there: zero for the
// shapes that have none.
func (p Points) start(s Shape) decimal.Decimal {
	switch s {
	case Progress:
		return *p.Baseline
	case Linear:
		return *p.Threshold
	case Ratio, InverseRatio, Range, Binary, Stepped, Interpolated, PointsOff:
	}
	return decimal.Zero
}

// direction is 1 where more is better and −1 where less is, between start and target.
func (p Points) direction(s Shape) int {
	if sign := p.Target.Sub(p.start(s)).Sign(); sign != 0 {
		return sign
	}
	if p.Stretch != nil && !p.Stretch.Equal(*p.Target) {
		return p.Stretch.Sub(*p.Target).Sign()
	}
	return p.better()
}

// better is 1 where more is better and −1 where less is, as the points say.
func (p Points) better() int {
	if p.LessIsBetter {
		return -1
	}
	return 1
}

func (p Points) in(d decimal.Decimal) number.Quantity { return number.Quantity{Value: d, Unit: p.Unit} }
