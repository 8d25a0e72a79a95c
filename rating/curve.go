package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
)

// A Curve turns a figure that was reached into a score in percent of what was asked
// (R2). The figure's direction is in the shape: where less is better, use InverseRatio,
// or Progress or Linear with a target below the start.
type Curve struct {
	Shape Shape `json:"shape"`
	// Cap is the highest score, such as 120; nil: no cap.
	Cap *decimal.Decimal `json:"cap,omitempty"`
	// Floor is the score below which there is none: a lower score becomes 0. Nil: no floor.
	Floor *decimal.Decimal `json:"floor,omitempty"`
	// Worse is what becomes of a figure on the wrong side of where it started.
	Worse WorsePolicy `json:"worse,omitempty"`
	// Still is what becomes of a measure whose start is its target.
	Still StillPolicy `json:"still,omitempty"`
}

// A Shape is the form of a curve.
type Shape string

// The shapes.
const (
	// Ratio is actual ÷ target; the target is above zero, and zero is where it starts.
	Ratio Shape = "ratio"
	// InverseRatio is target ÷ actual, for figures that are better when lower. The target
	// is above zero and the actual not below it. An actual of zero has no ratio: it scores
	// the cap, and is an error where there is none.
	InverseRatio Shape = "inverse-ratio"
	// Progress is (actual − baseline) ÷ (target − baseline), whichever way the target lies.
	Progress Shape = "progress"
	// Linear runs straight from 0 at the threshold to 100 at the target, whichever way it
	// lies. With a stretch it runs on from there to Points.StretchScore at the stretch and
	// is level beyond; without one it keeps straight on.
	Linear Shape = "linear"
)

// WorsePolicy is a named answer to a figure that is worse than the start; peers disagree.
type WorsePolicy string

// The answers. The zero value is WorseZero.
const (
	WorseZero     WorsePolicy = "zero"     // scores 0
	WorseNegative WorsePolicy = "negative" // scores below 0
	WorseRefused  WorsePolicy = "refuse"   // is an error
)

// StillPolicy is a named answer to a measure that starts at its target.
type StillPolicy string

// The answers. The zero value is StillRefused.
const (
	StillRefused StillPolicy = "refuse" // is an error: there is nothing to reach
	StillKept    StillPolicy = "kept"   // scores 100 when the figure is at or beyond the target, else 0
)

// Points are the figures of a measure that a curve is drawn through. Which are needed
// depends on the shape; one that is needed and missing is an error, never zero.
type Points struct {
	Baseline     *decimal.Decimal `json:"baseline,omitempty"`
	Threshold    *decimal.Decimal `json:"threshold,omitempty"`
	Target       *decimal.Decimal `json:"target,omitempty"`
	Stretch      *decimal.Decimal `json:"stretch,omitempty"`
	StretchScore *decimal.Decimal `json:"stretchScore,omitempty"` // percent; needed with Stretch
	Unit         number.Unit      `json:"unit,omitempty"`
	// LessIsBetter says which way is better where the points themselves can't: when a
	// measure starts at its target and has no stretch.
	LessIsBetter bool `json:"lessIsBetter,omitempty"`
}

// Validate refuses an unknown shape or policy, a cap or floor that is below zero or out
// of bounds, a floor above the cap, and a floor beside WorseNegative, which contradict
// each other.
func (c Curve) Validate() error {
	var v fault.Violations
	switch c.Shape {
	case Ratio, InverseRatio, Progress, Linear:
	default:
		v.Add("shape", shapeUnknown, "shape", string(c.Shape))
	}
	switch c.Worse {
	case "", WorseZero, WorseNegative, WorseRefused:
	default:
		v.Add("worse", policyUnknown, "policy", string(c.Worse))
	}
	switch c.Still {
	case "", StillRefused, StillKept:
	default:
		v.Add("still", policyUnknown, "policy", string(c.Still))
	}
	sound := true
	for _, end := range []struct {
		path  string
		score *decimal.Decimal
	}{{"cap", c.Cap}, {"floor", c.Floor}} {
		if end.score == nil {
			continue
		}
		if err := number.Check(*end.score); err != nil {
			v.Nest(end.path, err)
			sound = false
		} else if end.score.IsNegative() {
			v.Add(end.path, endNegative, "score", percent(*end.score))
		}
	}
	if c.Floor != nil && c.Cap != nil && sound && c.Floor.GreaterThan(*c.Cap) {
		v.Add("floor", floorAboveCap, "floor", percent(*c.Floor), "cap", percent(*c.Cap))
	}
	if c.Floor != nil && c.Worse == WorseNegative {
		v.Add("worse", floorAndNegative)
	}
	return v.Err()
}

// CheckPoints refuses points that the curve can't be drawn through: one that its shape
// needs is missing, a ratio to nothing, a start at the target unless Still allows it, a
// stretch that does not lie beyond the target. A measure can be checked by it long
// before there is a figure to score. The paths are those of [Points].
func (c Curve) CheckPoints(p Points) error {
	var v fault.Violations
	for _, point := range []struct {
		path   string
		value  *decimal.Decimal
		needed bool
	}{
		{"baseline", p.Baseline, c.Shape == Progress},
		{"threshold", p.Threshold, c.Shape == Linear},
		{"target", p.Target, true},
		{"stretch", p.Stretch, c.Shape == Linear && p.StretchScore != nil},
		{"stretchScore", p.StretchScore, c.Shape == Linear && p.Stretch != nil},
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
		if !p.Target.IsPositive() {
			v.Add("target", targetNotPositive, "target", p.in(*p.Target))
		}
	case Progress, Linear:
		if start := p.start(c.Shape); start.Equal(*p.Target) && c.Still != StillKept {
			v.Add("target", targetStill, "target", p.in(*p.Target))
		}
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

// Score is what a figure scores under the curve, in percent of what was asked. It is
// exact but for the one division, whose quotient is cut to 18 decimal places, half away
// from zero; nothing else is rounded. A missing figure, a missing point and a figure that
// a policy of the curve refuses are a [fault.Violations], at "actual" or at the point.
// The explanation has each figure with its unit, the formula, and which end was met.
func (c Curve) Score(actual *decimal.Decimal, p Points) (decimal.Decimal, Explanation, error) {
	var v fault.Violations
	v.Nest("", c.Validate())
	v.Nest("", c.CheckPoints(p))
	if actual == nil {
		v.Add("actual", actualRequired)
	} else {
		v.Nest("actual", number.Check(*actual))
	}
	if len(v) > 0 {
		return decimal.Decimal{}, Explanation{}, v
	}
	score, why, err := c.draw(*actual, p)
	if err != nil {
		return decimal.Decimal{}, Explanation{}, err
	}
	steps := []Explanation{why}
	if score.IsNegative() {
		switch c.Worse {
		case WorseRefused:
			v.Add("actual", actualWorse, "actual", p.in(*actual), "start", p.in(p.start(c.Shape)))
			return decimal.Decimal{}, Explanation{}, v
		case WorseNegative:
			steps = append(steps, say(worseNegative, "actual", p.in(*actual), "start", p.in(p.start(c.Shape))))
		case WorseZero, "":
			steps = append(steps, say(worseZero, "actual", p.in(*actual), "start", p.in(p.start(c.Shape))))
			score = decimal.Zero
		}
	}
	if c.Floor != nil && score.LessThan(*c.Floor) {
		steps = append(steps, say(belowFloor, "score", percent(score), "floor", percent(*c.Floor)))
		score = decimal.Zero
	}
	if c.Cap != nil && score.GreaterThan(*c.Cap) {
		steps = append(steps, say(aboveCap, "score", percent(score), "cap", percent(*c.Cap)))
		score = *c.Cap
	}
	head := say(figureScores, "actual", p.in(*actual), "score", percent(score))
	head.Steps = steps
	return score, head, nil
}

// draw is the score on the bare curve, before what limits it.
func (c Curve) draw(actual decimal.Decimal, p Points) (decimal.Decimal, Explanation, error) {
	target := *p.Target
	switch c.Shape {
	case Ratio:
		score := quotient(actual.Mul(number.Hundred), target)
		return score, say(ratioIs, "actual", p.in(actual), "target", p.in(target), "score", percent(score)), nil
	case InverseRatio:
		return c.inverse(actual, p)
	case Progress, Linear:
	}
	start := p.start(c.Shape)
	if start.Equal(target) {
		if actual.Sub(target).Sign()*p.direction(c.Shape) < 0 {
			return decimal.Zero, say(notKept, "actual", p.in(actual), "target", p.in(target)), nil
		}
		if actual.Equal(target) || c.Shape == Progress || p.Stretch == nil {
			return number.Hundred, say(kept, "actual", p.in(actual), "target", p.in(target)), nil
		}
	}
	if c.Shape == Linear && p.Stretch != nil && actual.Sub(target).Sign() == p.direction(Linear) {
		return p.beyond(actual)
	}
	score := quotient(actual.Sub(start).Mul(number.Hundred), target.Sub(start))
	m := progressIs
	if c.Shape == Linear {
		m = linearIs
	}
	return score, say(m, "actual", p.in(actual), "start", p.in(start), "target", p.in(target), "score", percent(score)), nil
}

func (c Curve) inverse(actual decimal.Decimal, p Points) (decimal.Decimal, Explanation, error) {
	var v fault.Violations
	target := *p.Target
	switch {
	case actual.IsNegative():
		v.Add("actual", actualNegative, "actual", p.in(actual))
		return decimal.Decimal{}, Explanation{}, v
	case actual.IsZero() && c.Cap == nil:
		v.Add("actual", actualZero)
		return decimal.Decimal{}, Explanation{}, v
	case actual.IsZero():
		return *c.Cap, say(zeroScoresCap, "actual", p.in(actual), "cap", percent(*c.Cap)), nil
	}
	score := quotient(target.Mul(number.Hundred), actual)
	return score, say(inverseIs, "actual", p.in(actual), "target", p.in(target), "score", percent(score)), nil
}

// beyond is the score of a figure beyond the target on a line that has a stretch. The two
// numbers that are added go over one denominator, so that there is one division here too.
func (p Points) beyond(actual decimal.Decimal) (decimal.Decimal, Explanation, error) {
	target, stretch, top := *p.Target, *p.Stretch, *p.StretchScore
	if actual.Sub(stretch).Sign()*p.direction(Linear) >= 0 {
		return top, say(stretchReached, "actual", p.in(actual), "stretch", p.in(stretch), "score", percent(top)), nil
	}
	span := stretch.Sub(target)
	score := quotient(number.Hundred.Mul(span).Add(actual.Sub(target).Mul(top.Sub(number.Hundred))), span)
	return score, say(stretchIs, "actual", p.in(actual), "target", p.in(target), "stretch", p.in(stretch),
		"top", top, "score", percent(score)), nil
}

// start is where a figure starts under a shape, whose point for it is there: zero for ratios.
func (p Points) start(s Shape) decimal.Decimal {
	switch s {
	case Progress:
		return *p.Baseline
	case Linear:
		return *p.Threshold
	case Ratio, InverseRatio:
	}
	return decimal.Zero
}

// direction is 1 where more is better and −1 where less is.
func (p Points) direction(s Shape) int {
	if sign := p.Target.Sub(p.start(s)).Sign(); sign != 0 {
		return sign
	}
	if p.Stretch != nil && !p.Stretch.Equal(*p.Target) {
		return p.Stretch.Sub(*p.Target).Sign()
	}
	if p.LessIsBetter {
		return -1
	}
	return 1
}

func (p Points) in(d decimal.Decimal) number.Quantity { return number.Quantity{Value: d, Unit: p.Unit} }

// quotient divides to 18 places, half away from zero.
func quotient(a, b decimal.Decimal) decimal.Decimal { return a.DivRound(b, number.MaxPlaces) }

func percent(d decimal.Decimal) shown { return shown{d, number.Percent} }
