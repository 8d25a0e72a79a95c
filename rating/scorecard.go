package rating

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Scorecard is all that makes up a total: weighted parts, bonus and penalty points
// outside the weights, vetoes, and the bounds of each and of the whole (R4, G4).
type Scorecard struct {
	Parts []Component `json:"parts"`
	// Missing is what becomes of a part that has no score, and of an adjustment without
	// points; a veto of which nothing is known is an error always.
	Missing     MissingPolicy `json:"missing,omitempty"`
	Adjustments []Adjustment  `json:"adjustments,omitempty"`
	// MaxBonus and MaxPenalty bound what the adjustments come to together: those above
	// zero, and those below. Both are at or above zero; nil: no bound.
	MaxBonus   *decimal.Decimal `json:"maxBonus,omitempty"`
	MaxPenalty *decimal.Decimal `json:"maxPenalty,omitempty"`
	Vetoes     []Veto           `json:"vetoes,omitempty"`
	// Cap and Floor are the highest and the lowest total; nil: no bound. The floor lifts
	// what is below it, but not what a veto fails or caps.
	Cap   *decimal.Decimal `json:"cap,omitempty"`
	Floor *decimal.Decimal `json:"floor,omitempty"`
	// Rounding rounds the exact total, once; nil: it is cut to 18 decimal places. Cap,
	// floor and what vetoes leave have no more places than it, so that they hold.
	Rounding *number.Rounding `json:"rounding,omitempty"`
}

// An Adjustment is points outside the weights (加减分项): above zero a bonus, below zero a
// penalty.
type Adjustment struct {
	Name   text.Label       `json:"name"`
	Points *decimal.Decimal `json:"points,omitempty"` // nil: not judged yet
	// Min and Max bound the points: 0 and 5 for a bonus of at most 5, −10 and 0 for a
	// penalty. Points beyond are cut and shown as cut; nil: no bound.
	Min *decimal.Decimal `json:"min,omitempty"`
	Max *decimal.Decimal `json:"max,omitempty"`
	// Reason is what they are given for.
	Reason string `json:"reason,omitempty"`
}

// Validate refuses an adjustment without a name, with figures out of bounds, and with a
// minimum above its maximum; points need not be there yet.
func (a Adjustment) Validate() error {
	var v fault.Violations
	if a.Name.IsZero() {
		v.Add("name", labelRequired)
	}
	for _, figure := range []struct {
		path  string
		value *decimal.Decimal
	}{{"points", a.Points}, {"min", a.Min}, {"max", a.Max}} {
		if figure.value != nil {
			v.Nest(figure.path, number.Check(*figure.value))
		}
	}
	if len(v) == 0 && a.Min != nil && a.Max != nil && a.Min.GreaterThan(*a.Max) {
		v.Add("min", boundsTurned, "min", *a.Min, "max", *a.Max)
	}
	return v.Err()
}

// Score is the total and how it came about: the weighted mean of the parts as by
// [Composite]; the adjustments, each within its bounds and together within theirs; what
// breached vetoes take off; the cap and floor of the whole; and last the vetoes that fail
// or cap it, which nothing outweighs. It is exact but for one division or rounding at the
// end. All that is wrong, or missing and not to be left out, is a [fault.Violations].
func (s Scorecard) Score() (decimal.Decimal, Explanation, error) {
	var v fault.Violations
	s.validate(&v)
	mean, why, err := weigh(s.Parts, s.Missing)
	v.Nest("", err)
	if len(v) > 0 {
		return decimal.Decimal{}, Explanation{}, v
	}
	total := mean
	steps := []Explanation{why}
	terms := []string{mean.factor()}
	for _, more := range []func() (decimal.Decimal, []Explanation){s.bonus, s.penalty, s.breaches} {
		points, how := more()
		steps = append(steps, how...)
		if !points.IsZero() {
			total = total.plus(whole(points))
			terms = append(terms, signed(points))
		}
	}
	if len(terms) > 1 {
		steps = append(steps, say(adjusted, "terms", strings.Join(terms, " "), "score", number.Short{Value: total.decimal()}))
	}
	total, limits := s.limit(total)
	steps = append(steps, limits...)
	score := total.decimal()
	if s.Rounding != nil {
		score = s.Rounding.Quotient(total.over, total.under)
		steps = append(steps, roundedAs(*s.Rounding, score))
	}
	head := say(totalIs, "score", number.Short{Value: score})
	head.Steps = steps
	return score, head, nil
}

func (s Scorecard) validate(v *fault.Violations) {
	for i, a := range s.Adjustments {
		at := fault.Index("adjustments", i)
		v.Nest(at, a.Validate())
		if a.Points == nil && s.Missing != MissingReweighted {
			v.Add(at+".points", partMissing, "name", a.Name)
		}
	}
	for i, veto := range s.Vetoes {
		at := fault.Index("vetoes", i)
		v.Nest(at, veto.Validate())
		if veto.Breaches == nil {
			v.Add(at+".breaches", breachesUnknown, "name", veto.Name)
		}
	}
	checkEnds(v, s.Floor, s.Cap)
	for _, most := range []struct {
		path   string
		points *decimal.Decimal
	}{{"maxBonus", s.MaxBonus}, {"maxPenalty", s.MaxPenalty}} {
		if most.points == nil {
			continue
		}
		if err := number.Check(*most.points); err != nil {
			v.Nest(most.path, err)
		} else if most.points.IsNegative() {
			v.Add(most.path, endNegative, "score", *most.points)
		}
	}
	if s.Rounding == nil {
		return
	}
	if err := s.Rounding.Validate(); err != nil {
		v.Nest("rounding", err)
		return
	}
	s.checkPlaces(v, "cap", s.Cap)
	s.checkPlaces(v, "floor", s.Floor)
	for i, veto := range s.Vetoes {
		if veto.Effect != VetoSubtracts {
			s.checkPlaces(v, fault.Index("vetoes", i)+".points", veto.Points)
		}
	}
}

// checkPlaces notes a bound of the total that rounding would carry it past.
func (s Scorecard) checkPlaces(v *fault.Violations, path string, bound *decimal.Decimal) {
	if bound != nil && number.Check(*bound) == nil && !bound.Equal(bound.Truncate(s.Rounding.Places)) {
		v.Add(path, boundUnrounded, "bound", *bound, "places", s.Rounding.Places)
	}
}

// bonus is what the adjustments above zero come to.
func (s Scorecard) bonus() (decimal.Decimal, []Explanation) {
	return s.adjust(1, s.MaxBonus, bonusCut)
}

// penalty is what the adjustments below zero come to.
func (s Scorecard) penalty() (decimal.Decimal, []Explanation) {
	return s.adjust(-1, s.MaxPenalty, penaltyCut)
}

// adjust sums the adjustments of one sign, and cuts the sum to its bound. What gives no
// points is told with the bonuses.
func (s Scorecard) adjust(sign int, most *decimal.Decimal, cut text.Message) (decimal.Decimal, []Explanation) {
	var steps []Explanation
	sum := decimal.Zero
	for _, a := range s.Adjustments {
		if a.Points == nil {
			if sign > 0 {
				steps = append(steps, say(adjustmentLeftOut, "name", a.Name))
			}
			continue
		}
		points, step := a.within()
		if points.Sign() == sign || (points.IsZero() && sign > 0) {
			sum = sum.Add(points)
			steps = append(steps, step)
		}
	}
	if most != nil && sum.Abs().GreaterThan(*most) {
		steps = append(steps, say(cut, "points", sum.Abs(), "max", *most))
		sum = most.Mul(decimal.NewFromInt(int64(sign)))
	}
	return sum, steps
}

// within are the points of an adjustment, cut to its bounds.
func (a Adjustment) within() (decimal.Decimal, Explanation) {
	points, m := *a.Points, adjustmentGives
	if a.Max != nil && points.GreaterThan(*a.Max) {
		points, m = *a.Max, adjustmentCut
	}
	if a.Min != nil && points.LessThan(*a.Min) {
		points, m = *a.Min, adjustmentCut
	}
	return points, because(a.Reason, m, "name", a.Name, "given", *a.Points, "points", points)
}

// breaches is what the vetoes take off, as points below zero.
func (s Scorecard) breaches() (decimal.Decimal, []Explanation) {
	var steps []Explanation
	sum := decimal.Zero
	for _, veto := range s.Vetoes {
		switch {
		case !veto.breached():
			steps = append(steps, say(vetoKept, "name", veto.Name))
		case veto.Effect == VetoSubtracts:
			sum = sum.Sub(veto.off())
			steps = append(steps, because(veto.Reason, vetoSubtracts, "name", veto.Name,
				"breaches", *veto.Breaches, "points", *veto.Points, "off", veto.off()))
		}
	}
	return sum, steps
}

// limit applies the cap and floor of the whole, and the vetoes that hold it down.
func (s Scorecard) limit(total fraction) (fraction, []Explanation) {
	var steps []Explanation
	if s.Floor != nil && total.cmp(*s.Floor) < 0 {
		steps = append(steps, say(totalBelowFloor, "score", number.Short{Value: total.decimal()}, "floor", *s.Floor))
		total = whole(*s.Floor)
	}
	if s.Cap != nil && total.cmp(*s.Cap) > 0 {
		steps = append(steps, say(totalAboveCap, "score", number.Short{Value: total.decimal()}, "cap", *s.Cap))
		total = whole(*s.Cap)
	}
	for _, veto := range s.Vetoes {
		if veto.breached() && veto.Effect != VetoSubtracts {
			var step Explanation
			total, step = veto.hold(total)
			steps = append(steps, step)
		}
	}
	return total, steps
}

// signed is a term of a sum with its sign before it.
func signed(d decimal.Decimal) string {
	if d.IsNegative() {
		return "− " + d.Abs().String()
	}
	return "+ " + d.String()
}

// roundedAs is the step that says how a score was rounded.
func roundedAs(r number.Rounding, score decimal.Decimal) Explanation {
	return say(roundedTo, "places", r.Places, "mode", r.Mode, "score", score)
}
