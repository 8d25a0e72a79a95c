package rating

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Component is one part of a weighted mean. It has a score, a figure that a curve
// scores, or parts of its own; one that has none of them is missing.
type Component struct {
	Name   text.Label      `json:"name"`
	Weight decimal.Decimal `json:"weight"`
	// Share takes the place of the weight where results are weighted by days: those of
	// the two departments of somebody who changed in mid-cycle. All parts have one then,
	// of the same whole, and together they are all of it.
	Share calendar.Share   `json:"share,omitzero"`
	Score *decimal.Decimal `json:"score,omitempty"`
	// Measured is scored as part of the whole: a score that was cut to 18 places before
	// could carry a mean across a rounding limit that the exact one lies on.
	Measured *Measured `json:"measured,omitempty"`
	// Parts are weighed among themselves first, in place of a score: the answers of one
	// group of a 360° review, the goals of one section.
	Parts []Component `json:"parts,omitempty"`
	// Why is how the score came about; the explanation of the whole takes it over.
	Why Explanation `json:"why,omitzero"`
}

// Measured is a figure with the curve that scores it; without the figure it is missing.
type Measured struct {
	Curve  Curve            `json:"curve"`
	Points Points           `json:"points"`
	Actual *decimal.Decimal `json:"actual,omitempty"`
}

// The bounds of components: how many there may be in a list, and how deep they may nest.
const (
	maxParts  = 1000
	maxNested = 5
)

// MissingPolicy is a named answer to a part that is missing. None of them is zero.
type MissingPolicy string

// The answers. The zero value is MissingRefused.
const (
	MissingRefused    MissingPolicy = "refuse"   // is an error
	MissingReweighted MissingPolicy = "reweight" // the other parts' weights are scaled up to 100 %
)

func (m MissingPolicy) validate() error {
	var v fault.Violations
	checkChoice(&v, "", m, MissingRefused, MissingReweighted)
	return v.Err()
}

// Composite is the weighted mean of the parts' scores, Σ score × weight ÷ Σ weight, and
// how it came about (R4); the explanation has a step for each part, in their order. It is
// exact but for the one division, whose quotient is cut to 18 decimal places, however
// deep the parts nest. The weights need not add up to 100; shares of days have to be the
// whole. A negative weight, weights that are all zero, and a part that is missing under
// MissingRefused are a [fault.Violations] at "parts[i]"; so are parts that are all
// missing under either policy. Under MissingReweighted a part whose own parts are all
// missing is missing. A [Scorecard] has what else a total may be made of, and rounds the
// quotient itself where it is to be rounded.
func Composite(parts []Component, missing MissingPolicy) (decimal.Decimal, Explanation, error) {
	mean, why, err := weigh(parts, missing)
	if err != nil {
		return decimal.Decimal{}, Explanation{}, err
	}
	return mean.decimal(), why, nil
}

func weigh(parts []Component, missing MissingPolicy) (fraction, Explanation, error) {
	var v fault.Violations
	v.Nest("missing", missing.validate())
	if len(parts) == 0 {
		v.Add("parts", partsRequired)
	}
	mean, why, present := weighing{&v, missing}.weigh("parts", parts, 1)
	if len(v) == 0 && !present {
		v.Add("parts", partsAllMissing)
	}
	if len(v) > 0 {
		return fraction{}, Explanation{}, v
	}
	return mean, why, nil
}

// A weighing makes means of parts and of their parts, and notes what is wrong with them.
type weighing struct {
	v       *fault.Violations
	missing MissingPolicy
}

// weigh is the mean of the parts at a path, unless all are missing or something is noted.
func (w weighing) weigh(at string, parts []Component, depth int) (mean fraction, why Explanation, present bool) {
	noted := len(*w.v)
	if len(parts) > maxParts {
		w.v.Add(at, tooMany, "max", maxParts)
		return fraction{}, Explanation{}, false
	}
	checkShares(w.v, at, parts)
	sum, weights := whole(decimal.Zero), decimal.Zero
	var products []string
	steps := make([]Explanation, len(parts))
	for i, part := range parts {
		score, step, there := w.part(fault.Index(at, i), part, depth)
		steps[i] = step
		if !there {
			continue
		}
		present = true
		weight := part.weight()
		sum, weights = sum.plus(score.times(weight)), weights.Add(weight)
		products = append(products, score.factor()+" × "+weight.String())
	}
	if len(*w.v) == noted && present && weights.IsZero() {
		w.v.Add(at, weightsZero)
	}
	if len(*w.v) > noted || !present {
		return fraction{}, Explanation{}, false
	}
	mean = fraction{sum.over, sum.under.Mul(weights)}
	m := weightedMean
	if len(products) < len(parts) {
		m = reweightedMean
	}
	why = say(m, "products", strings.Join(products, " + "), "weights", weights, "score", number.Short{Value: mean.decimal()})
	why.Steps = steps
	return mean, why, true
}

// part is the score of one part and the step that says so. One that is missing, or that
// something is noted of, is not there.
func (w weighing) part(at string, part Component, depth int) (fraction, Explanation, bool) {
	noted := len(*w.v)
	faulty := number.Check(part.Weight)
	w.v.Nest(at+".weight", faulty)
	if faulty == nil && part.Weight.IsNegative() {
		w.v.Add(at+".weight", weightNegative, "weight", number.Short{Value: part.Weight})
	}
	score, why, there := w.score(at, part, depth)
	if !there && len(*w.v) == noted && w.missing != MissingReweighted {
		w.v.Add(at+".score", partMissing, "name", part.Name)
	}
	if len(*w.v) > noted {
		return fraction{}, Explanation{}, false
	}
	if !there {
		return fraction{}, say(partLeftOut, "name", part.Name, "weight", part.said()), false
	}
	step := say(partCounts, "name", part.Name, "score", number.Short{Value: score.decimal()}, "weight", part.said())
	if why.Code != "" {
		step.Steps = []Explanation{why}
	}
	return score, step, true
}

// score is what a part scores and why, in whichever way it does.
func (w weighing) score(at string, part Component, depth int) (score fraction, why Explanation, there bool) {
	ways := 0
	for _, way := range []bool{part.Score != nil, part.Measured != nil, len(part.Parts) > 0} {
		if way {
			ways++
		}
	}
	switch {
	case ways > 1:
		w.v.Add(at, partForm, "name", part.Name)
	case part.Score != nil:
		w.v.Nest(at+".score", number.Check(*part.Score))
		return whole(*part.Score), part.Why, true
	case part.Measured != nil:
		return w.measured(at+".measured", *part.Measured)
	case len(part.Parts) > 0 && depth == maxNested:
		w.v.Add(at+".parts", partsDeep, "max", maxNested)
	case len(part.Parts) > 0:
		return w.weigh(at+".parts", part.Parts, depth+1)
	}
	return fraction{}, Explanation{}, false
}

// measured is what a figure scores by its curve.
func (w weighing) measured(at string, m Measured) (score fraction, why Explanation, there bool) {
	noted := len(*w.v)
	w.v.Nest(at+".curve", m.Curve.Validate())
	w.v.Nest(at+".points", m.Curve.CheckPoints(m.Points))
	if m.Actual != nil {
		w.v.Nest(at+".actual", number.Check(*m.Actual))
	}
	if m.Actual == nil || len(*w.v) > noted {
		return fraction{}, Explanation{}, false
	}
	score, why, err := m.Curve.score(*m.Actual, m.Points)
	w.v.Nest(at, err)
	return score, why, err == nil
}

// checkShares notes shares of days that are not of one whole or not all of it.
func checkShares(v *fault.Violations, at string, parts []Component) {
	if !slices.ContainsFunc(parts, Component.shared) {
		return
	}
	of, sum, sound := parts[0].Share.Of, decimal.Zero, true
	for i, part := range parts {
		path := fault.Index(at, i)
		if !part.shared() {
			v.Add(at, sharesPartial)
			return
		}
		if err := part.Share.Validate(); err != nil {
			v.Nest(path+".share", err)
			sound = false
		} else if part.Share.Of != of {
			v.Add(path+".share.of", sharesDiffer, "of", part.Share.Of, "whole", of)
			sound = false
		}
		if !part.Weight.IsZero() {
			v.Add(path+".weight", shareAndWeight)
		}
		sum = sum.Add(part.weight())
	}
	if sound && !sum.Equal(decimal.NewFromInt(int64(of))) {
		v.Add(at, sharesSum, "days", sum, "of", of)
	}
}

// shared reports whether the part is weighted by days.
func (c Component) shared() bool { return c.Share != calendar.Share{} }

// weight is what the part's score is multiplied by.
func (c Component) weight() decimal.Decimal {
	if c.shared() {
		return decimal.NewFromInt(int64(c.Share.Days))
	}
	return c.Weight
}

// said is the weight in a sentence: the share of days as its two counts.
func (c Component) said() string {
	if c.shared() {
		return c.Share.String()
	}
	return c.Weight.String()
}
