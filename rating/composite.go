package rating

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Component is one part of a weighted mean. A part without a score is missing.
type Component struct {
	Name   text.Label       `json:"name"`
	Weight decimal.Decimal  `json:"weight"`
	Score  *decimal.Decimal `json:"score,omitempty"`
}

// MissingPolicy is a named answer to a part that is missing. None of them is zero.
type MissingPolicy string

// The answers. The zero value is MissingRefused.
const (
	MissingRefused    MissingPolicy = "refuse"   // is an error
	MissingReweighted MissingPolicy = "reweight" // the other parts' weights are scaled up to 100 %
)

func (m MissingPolicy) validate() error {
	var v fault.Violations
	switch m {
	case "", MissingRefused, MissingReweighted:
	default:
		v.Add("", policyUnknown, "policy", string(m))
	}
	return v.Err()
}

// Composite is the weighted mean of the parts' scores, Σ score × weight ÷ Σ weight, and
// how it came about (R4); the explanation has a step for each part, in their order. It is
// exact but for the one division, whose quotient is cut to 18 decimal places. The weights
// need not add up to 100. A negative weight, weights that are all zero, and a part that
// is missing under MissingRefused are a [fault.Violations] at "parts[i]"; so are parts
// that are all missing under either policy.
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
	sum, weights := decimal.Zero, decimal.Zero
	present := false
	for i, part := range parts {
		at := fault.Index("parts", i)
		faulty := number.Check(part.Weight)
		v.Nest(at+".weight", faulty)
		if part.Weight.IsNegative() {
			v.Add(at+".weight", weightNegative, "weight", shown{value: part.Weight})
		}
		switch {
		case part.Score == nil && missing != MissingReweighted:
			v.Add(at+".score", partMissing, "name", part.Name)
		case part.Score != nil:
			present = true
			if err := number.Check(*part.Score); err != nil {
				v.Nest(at+".score", err)
			} else if faulty == nil {
				sum = sum.Add(part.Score.Mul(part.Weight))
				weights = weights.Add(part.Weight)
			}
		}
	}
	switch {
	case len(v) > 0:
	case !present:
		v.Add("parts", partsAllMissing)
	case weights.IsZero():
		v.Add("parts", weightsZero)
	}
	if len(v) > 0 {
		return fraction{}, Explanation{}, v
	}
	mean := fraction{sum, weights}
	return mean, mean.explain(parts), nil
}

func (f fraction) explain(parts []Component) Explanation {
	products := make([]string, 0, len(parts))
	steps := make([]Explanation, len(parts))
	for i, part := range parts {
		if part.Score == nil {
			steps[i] = say(partLeftOut, "name", part.Name, "weight", part.Weight)
			continue
		}
		products = append(products, part.Score.String()+" × "+part.Weight.String())
		steps[i] = say(partCounts, "name", part.Name, "score", shown{value: *part.Score}, "weight", part.Weight)
	}
	why := say(weightedMean, "products", strings.Join(products, " + "), "weights", f.under,
		"score", shown{value: f.decimal()})
	if slices.ContainsFunc(parts, func(part Component) bool { return part.Score == nil }) {
		why.Text = reweightedMean.With("products", strings.Join(products, " + "), "weights", f.under,
			"score", shown{value: f.decimal()})
	}
	why.Steps = steps
	return why
}

// A fraction is a quotient that has not been divided out; under is above zero.
type fraction struct{ over, under decimal.Decimal }

func (f fraction) decimal() decimal.Decimal { return quotient(f.over, f.under) }

// rounded rounds the fraction itself, not its decimal, so that nothing is rounded twice:
// it is cut one digit further than asked, and where something was cut off a digit is put
// behind, so that what is left lies on the same side of every rounding limit.
func (f fraction) rounded(r number.Rounding) decimal.Decimal {
	cut, rest := f.over.QuoRem(f.under, r.Places+1)
	behind := decimal.New(int64(rest.Sign()), -r.Places-2)
	return r.Round(cut.Add(behind))
}
