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

// A Component is one part of a weighted mean. A part with neither a score nor parts of
// its own is missing.
type Component struct {
	Name   text.Label      `json:"name"`
	Weight decimal.Decimal `json:"weight"`
	// Share takes the place of the weight where results are weighted by days: those of
	// the two departments of somebody who changed in mid-cycle. All parts have one then,
	// of the same whole, and together they are all of it.
	Share calendar.Share   `json:"share,omitzero"`
	Score *decimal.Decimal `json:"score,omitempty"`
	// Parts are weighed among themselves first, in place of a score: the answers of one
	// group of a 360° review, the goals of one section.
	Parts []Component `json:"parts,omitempty"`
	// Why is how the score came about; the explanation of the whole takes it over.
	Why Explanation `json:"why,omitzero"`
}

// maxNested is how deep components may nest.
const maxNested = 5

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
// missing is missing. A [Scorecard] has what else a total may be made of.
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
	checkShares(w.v, at, parts)
	sum, weights := fraction{decimal.Zero, one}, decimal.Zero
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
	why = say(m, "products", strings.Join(products, " + "), "weights", weights, "score", shown{value: mean.decimal()})
	why.Steps = steps
	return mean, why, true
}

// part is the score of one part and the step that says so. One that is missing, or that
// something is noted of, is not there.
func (w weighing) part(at string, part Component, depth int) (score fraction, step Explanation, there bool) {
	noted := len(*w.v)
	faulty := number.Check(part.Weight)
	w.v.Nest(at+".weight", faulty)
	if part.Weight.IsNegative() {
		w.v.Add(at+".weight", weightNegative, "weight", shown{value: part.Weight})
	}
	switch {
	case part.Score != nil && len(part.Parts) > 0:
		w.v.Add(at, partForm, "name", part.Name)
	case part.Score != nil:
		w.v.Nest(at+".score", number.Check(*part.Score))
		score, there = fraction{*part.Score, one}, true
		if part.Why.Code != "" {
			step.Steps = []Explanation{part.Why}
		}
	case len(part.Parts) > 0 && depth == maxNested:
		w.v.Add(at+".parts", partsDeep, "max", maxNested)
	case len(part.Parts) > 0:
		var why Explanation
		if score, why, there = w.weigh(at+".parts", part.Parts, depth+1); there {
			step.Steps = []Explanation{why}
		}
	case w.missing != MissingReweighted:
		w.v.Add(at+".score", partMissing, "name", part.Name)
	}
	if len(*w.v) > noted {
		return fraction{}, Explanation{}, false
	}
	if !there {
		return fraction{}, say(partLeftOut, "name", part.Name, "weight", part.said()), false
	}
	step.Text = partCounts.With("name", part.Name, "score", shown{value: score.decimal()}, "weight", part.said())
	return score, step, true
}

// checkShares notes shares of days that are not of one whole or not all of it.
func checkShares(v *fault.Violations, at string, parts []Component) {
	if !slices.ContainsFunc(parts, Component.shared) {
		return
	}
	whole, sum, sound := parts[0].Share.Of, decimal.Zero, true
	for i, part := range parts {
		path := fault.Index(at, i)
		if !part.shared() {
			v.Add(at, sharesPartial)
			return
		}
		if err := part.Share.Validate(); err != nil {
			v.Nest(path+".share", err)
			sound = false
		} else if part.Share.Of != whole {
			v.Add(path+".share.of", sharesDiffer, "of", part.Share.Of, "whole", whole)
			sound = false
		}
		if !part.Weight.IsZero() {
			v.Add(path+".weight", shareAndWeight)
		}
		sum = sum.Add(part.weight())
	}
	if sound && !sum.Equal(decimal.NewFromInt(int64(whole))) {
		v.Add(at, sharesSum, "days", sum, "of", whole)
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

// A fraction is a quotient that has not been divided out; under is above zero.
type fraction struct{ over, under decimal.Decimal }

var one = decimal.New(1, 0)

func (f fraction) decimal() decimal.Decimal {
	if f.under.Equal(one) && f.over.Exponent() >= -number.MaxPlaces {
		return f.over
	}
	return quotient(f.over, f.under)
}

func (f fraction) times(d decimal.Decimal) fraction { return fraction{f.over.Mul(d), f.under} }

func (f fraction) plus(g fraction) fraction {
	if f.under.Equal(g.under) {
		return fraction{f.over.Add(g.over), f.under}
	}
	return fraction{f.over.Mul(g.under).Add(g.over.Mul(f.under)), f.under.Mul(g.under)}
}

// cmp compares the fraction itself with a decimal.
func (f fraction) cmp(d decimal.Decimal) int { return f.over.Cmp(d.Mul(f.under)) }

// factor is the exact value in a formula: the decimal where the division comes out, else
// the division.
func (f fraction) factor() string {
	if d := f.decimal(); f.cmp(d) == 0 {
		return d.String()
	}
	return "(" + f.over.String() + " ÷ " + f.under.String() + ")"
}

// rounded rounds the fraction itself, not its decimal, so that nothing is rounded twice:
// it is cut one digit further than asked, and where something was cut off a digit is put
// behind, so that what is left lies on the same side of every rounding limit.
func (f fraction) rounded(r number.Rounding) decimal.Decimal {
	cut, rest := f.over.QuoRem(f.under, r.Places+1)
	behind := decimal.New(int64(rest.Sign()), -r.Places-2)
	return r.Round(cut.Add(behind))
}
