package rating

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Curve turns a figure that was reached into a score in percent of what was asked
// (R2). The figure's direction is in the shape and the points: where less is better, use
// InverseRatio, Progress or Linear with a target below the start, steps that descend, or
// Points.LessIsBetter.
type Curve struct {
	Shape Shape `json:"shape"`
	// Cap is the highest score, such as 120; nil: no cap.
	Cap *decimal.Decimal `json:"cap,omitempty"`
	// Floor is the score below which there is none: a lower score becomes 0. Nil: no floor.
	Floor *decimal.Decimal `json:"floor,omitempty"`
	// Above is what becomes of a score above the cap.
	Above AbovePolicy `json:"above,omitempty"`
	// Worse is what becomes of a figure on the wrong side of where it started.
	Worse WorsePolicy `json:"worse,omitempty"`
	// Still is what becomes of a measure whose start is its target.
	Still StillPolicy `json:"still,omitempty"`
	// Steps are those of Stepped and Interpolated, from the worst to the best.
	Steps []Step `json:"steps,omitempty"`
	// Off is how many points PointsOff takes off for each Per that is short.
	Off *decimal.Decimal `json:"off,omitempty"`
	Per Per              `json:"per,omitempty"`
	// Begun is what becomes of a Per that is short in part only.
	Begun BegunPolicy `json:"begun,omitempty"`
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
	// Range is 100 from Points.Low to Points.High, both included, and 0 outside. With a
	// tolerance it falls straight from 100 at either bound to 0 that far outside it.
	Range Shape = "range"
	// Binary is 100 for a figure at the target or better, else 0.
	Binary Shape = "binary"
	// Stepped is the score of the best step that is reached, 0 before the first.
	Stepped Shape = "stepped"
	// Interpolated runs straight from step to step, is 0 before the first and level beyond
	// the last.
	Interpolated Shape = "interpolated"
	// PointsOff is 100 at the target or better, and Off points less for each Per that the
	// figure falls short of it.
	PointsOff Shape = "points-off"
)

// A Step is a figure and what it scores, in percent.
type Step struct {
	At    decimal.Decimal `json:"at"`
	Score decimal.Decimal `json:"score"`
}

// maxSteps bounds the steps of a curve.
const maxSteps = 100

// AbovePolicy is a named answer to a score above the cap.
type AbovePolicy string

// The answers. The zero value is AboveCut.
const (
	AboveCut     AbovePolicy = "cut"    // scores the cap
	AboveKept    AbovePolicy = "keep"   // scores what it is, and the explanation says so
	AboveRefused AbovePolicy = "refuse" // is an error: the figure or the target is to be checked
)

// WorsePolicy is a named answer to a figure that is worse than the start, or that
// PointsOff takes more than all points from; peers disagree.
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

// Per is what PointsOff counts a shortfall in.
type Per string

// The two measures. The zero value is PerPercent.
const (
	PerPercent Per = "percent" // each 1 % of the target, which is above zero
	PerUnit    Per = "unit"    // each one of the figure's unit: a day late, an accident
)

// BegunPolicy is a named answer to a shortfall that is no whole number of Per; rule books
// say one or the other (不足1%按1%计, 不足1%不扣).
type BegunPolicy string

// The answers. The zero value is BegunInPart.
const (
	BegunInPart  BegunPolicy = "part"   // takes its part of the points off
	BegunInFull  BegunPolicy = "full"   // takes all of them off
	BegunIgnored BegunPolicy = "ignore" // takes none of them off
)

// Validate refuses an unknown shape or policy; a cap or floor that is below zero or out
// of bounds, a floor above the cap, and a floor beside WorseNegative, which contradict
// each other; what the shape needs and is missing, or has no use for and is there; and
// steps that do not lead one way from worse to better.
func (c Curve) Validate() error {
	var v fault.Violations
	shapes := []Shape{Ratio, InverseRatio, Progress, Linear, Range, Binary, Stepped, Interpolated, PointsOff}
	if !slices.Contains(shapes, c.Shape) {
		v.Add("shape", shapeUnknown, "shape", text.Excerpt(string(c.Shape)), "known", listed(shapes))
	}
	checkChoice(&v, "above", c.Above, AboveCut, AboveKept, AboveRefused)
	checkChoice(&v, "worse", c.Worse, WorseZero, WorseNegative, WorseRefused)
	checkChoice(&v, "still", c.Still, StillRefused, StillKept)
	checkChoice(&v, "per", c.Per, PerPercent, PerUnit)
	checkChoice(&v, "begun", c.Begun, BegunInPart, BegunInFull, BegunIgnored)
	checkEnds(&v, c.Floor, c.Cap)
	if c.Floor != nil && c.Worse == WorseNegative {
		v.Add("worse", floorAndNegative)
	}
	if c.Above != "" && c.Cap == nil {
		v.Add("above", capRequired)
	}
	stepped := c.Shape == Stepped || c.Shape == Interpolated
	for _, setting := range []struct {
		path  string
		given bool
		used  bool
		owed  bool
	}{
		{"steps", len(c.Steps) > 0, stepped, stepped},
		{"off", c.Off != nil, c.Shape == PointsOff, c.Shape == PointsOff},
		{"per", c.Per != "", c.Shape == PointsOff, false},
		{"begun", c.Begun != "", c.Shape == PointsOff, false},
	} {
		switch {
		case setting.given && !setting.used:
			v.Add(setting.path, settingUnused, "shape", string(c.Shape))
		case setting.owed && !setting.given:
			v.Add(setting.path, settingRequired, "shape", string(c.Shape))
		}
	}
	if c.Off != nil {
		if err := number.Check(*c.Off); err != nil {
			v.Nest("off", err)
		} else if !c.Off.IsPositive() {
			v.Add("off", offNotPositive, "off", *c.Off)
		}
	}
	c.validateSteps(&v)
	return v.Err()
}

func (c Curve) validateSteps(v *fault.Violations) {
	if len(c.Steps) > maxSteps {
		v.Add("steps", tooMany, "max", maxSteps)
		return
	}
	sound := true
	for i, step := range c.Steps {
		at := fault.Index("steps", i)
		figure, score := number.Check(step.At), number.Check(step.Score)
		v.Nest(at+".at", figure)
		v.Nest(at+".score", score)
		if sound = sound && figure == nil && score == nil; sound && step.Score.IsNegative() {
			v.Add(at+".score", endNegative, "score", percent(step.Score))
		}
	}
	if !sound {
		return
	}
	for i := 1; i < len(c.Steps); i++ {
		step, before := c.Steps[i], c.Steps[i-1]
		if way := step.At.Cmp(before.At); way == 0 || way != c.Steps[1].At.Cmp(c.Steps[0].At) {
			v.Add(fault.Index("steps", i)+".at", stepsTurn, "at", step.At, "before", before.At)
		}
		if step.Score.LessThan(before.Score) {
			v.Add(fault.Index("steps", i)+".score", stepsFall, "score", percent(step.Score), "before", percent(before.Score))
		}
	}
}

// checkEnds notes a floor or cap of scores that is out of bounds or below zero, and a
// floor above the cap.
func checkEnds(v *fault.Violations, floor, most *decimal.Decimal) {
	sound := true
	for _, end := range []struct {
		path  string
		score *decimal.Decimal
	}{{"cap", most}, {"floor", floor}} {
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
	if floor != nil && most != nil && sound && floor.GreaterThan(*most) {
		v.Add("floor", floorAboveCap, "floor", percent(*floor), "cap", percent(*most))
	}
}

// checkChoice notes a named choice that is none of those known; empty is the default.
func checkChoice[T ~string](v *fault.Violations, path string, chosen T, known ...T) {
	if chosen != "" && !slices.Contains(known, chosen) {
		v.Add(path, policyUnknown, "policy", text.Excerpt(string(chosen)), "known", listed(known))
	}
}

// listed are choices in a sentence.
func listed[T ~string](choices []T) []string {
	said := make([]string, len(choices))
	for i, c := range choices {
		said[i] = string(c)
	}
	return said
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
	score, why, err := c.score(*actual, p)
	if err != nil {
		return decimal.Decimal{}, Explanation{}, err
	}
	return score.decimal(), why, nil
}

// score is the same before the division, of what was checked.
func (c Curve) score(actual decimal.Decimal, p Points) (fraction, Explanation, error) {
	bare, why, err := c.draw(actual, p)
	if err != nil {
		return fraction{}, Explanation{}, err
	}
	score, limits, err := c.limit(bare, actual, p)
	if err != nil {
		return fraction{}, Explanation{}, err
	}
	head := say(figureScores, "actual", p.in(actual), "score", percent(score.decimal()))
	head.Steps = append([]Explanation{why}, limits...)
	return score, head, nil
}

// limit applies the policies, the floor and the cap to a score on the bare curve.
func (c Curve) limit(score fraction, actual decimal.Decimal, p Points) (fraction, []Explanation, error) {
	var v fault.Violations
	var steps []Explanation
	if score.cmp(decimal.Zero) < 0 {
		zero, negative, refused, start := worseZero, worseNegative, actualWorse, decimal.Zero
		if c.Shape == PointsOff {
			zero, negative, refused = offZero, offNegative, actualOff
		} else {
			start = p.start(c.Shape)
		}
		switch c.Worse {
		case WorseRefused:
			v.Add("actual", refused, "actual", p.in(actual), "start", p.in(start))
			return fraction{}, nil, v
		case WorseNegative:
			steps = append(steps, say(negative, "actual", p.in(actual), "start", p.in(start)))
		case WorseZero, "":
			steps = append(steps, say(zero, "actual", p.in(actual), "start", p.in(start)))
			score = whole(decimal.Zero)
		}
	}
	if c.Floor != nil && score.cmp(*c.Floor) < 0 {
		steps = append(steps, say(belowFloor, "score", percent(score.decimal()), "floor", percent(*c.Floor)))
		score = whole(decimal.Zero)
	}
	if c.Cap != nil && score.cmp(*c.Cap) > 0 {
		was := percent(score.decimal())
		switch c.Above {
		case AboveRefused:
			v.Add("actual", actualAbove, "actual", p.in(actual), "score", was, "cap", percent(*c.Cap))
			return fraction{}, nil, v
		case AboveKept:
			steps = append(steps, say(aboveKept, "score", was, "cap", percent(*c.Cap)))
		case AboveCut, "":
			steps = append(steps, say(aboveCap, "score", was, "cap", percent(*c.Cap)))
			score = whole(*c.Cap)
		}
	}
	return score, steps, nil
}

// percent is a score in a sentence.
func percent(d decimal.Decimal) number.Short {
	return number.Short{Value: d, Unit: number.Percent}
}
