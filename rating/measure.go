package rating

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Derivation says how a metric is worked out of others: each is scored by its curve,
// in percent of what was asked, and the metric is the weighted mean of the scores,
// rounded once (R2, R4). Task completion is one, from everybody's five targets.
type Derivation struct {
	// Measures are what the metric is worked out of; their weights add up to 100 %.
	Measures []Measure `json:"measures"`
	// Missing is what becomes of the metric when a measure has no figure.
	Missing  MissingPolicy   `json:"missing,omitempty"`
	Rounding number.Rounding `json:"rounding"`
}

// A Measure is a metric scored by a curve.
type Measure struct {
	Metric string          `json:"metric"`
	Weight decimal.Decimal `json:"weight"` // percent, above 0
	Curve  Curve           `json:"curve"`
	// Points are in the metric's own unit.
	Points Points `json:"points"`
}

// maxMeasures bounds a derivation.
const maxMeasures = 50

// validate notes what is wrong with how a metric is worked out.
func (d Derivation) validate(v *fault.Violations, at string, m Metric, metrics map[string]Metric) {
	if m.Unit != number.Percent {
		v.Add(fault.Field(at, "unit"), derivedNotPercent, "metric", m)
	}
	at = fault.Field(at, "from")
	v.Nest(at+".missing", d.Missing.validate())
	v.Nest(at+".rounding", d.Rounding.Validate())
	at += ".measures"
	switch {
	case len(d.Measures) == 0:
		v.Add(at, measuresRequired)
		return
	case len(d.Measures) > maxMeasures:
		v.Add(at, tooMany, "max", maxMeasures)
		return
	}
	sum, summed := decimal.Zero, true
	seen := map[string]bool{}
	for i, measure := range d.Measures {
		at := fault.Index(at, i)
		of, known := metrics[measure.Metric]
		switch {
		case !known:
			v.Add(at+".metric", metricUnknown, "metric", text.Excerpt(measure.Metric))
		case of.From != nil:
			v.Add(at+".metric", measureDerived, "metric", of)
		case seen[measure.Metric]:
			v.Add(at+".metric", codeTwice, "code", measure.Metric)
		}
		seen[measure.Metric] = true
		if err := number.Check(measure.Weight); err != nil {
			v.Nest(at+".weight", err)
			summed = false
		} else if sum = sum.Add(measure.Weight); !measure.Weight.IsPositive() {
			v.Add(at+".weight", weightNotPositive, "weight", percent(measure.Weight))
		}
		if err := measure.Curve.Validate(); err != nil {
			v.Nest(at+".curve", err)
		} else {
			v.Nest(at+".points", measure.Curve.CheckPoints(measure.Points))
		}
		if measure.Points.Unit != "" && known && measure.Points.Unit != of.Unit {
			v.Add(at+".points.unit", pointsUnit, "unit", measure.Points.Unit, "metric", of)
		}
	}
	if summed && !sum.Equal(number.Hundred) {
		v.Add(at, weightsSum, "sum", percent(sum))
	}
}

// derive works out the metrics that are worked out of others, says how, and notes figures
// that a curve refuses. One whose measures are not known stays unknown.
func (f facts) derive(v *fault.Violations, metrics []Metric) (derived []Explanation) {
	for _, m := range metrics {
		if m.From == nil {
			continue
		}
		parts := make([]Component, len(m.From.Measures))
		for i, measure := range m.From.Measures {
			of := f.metrics[measure.Metric]
			measured := &Measured{Curve: measure.Curve, Points: measure.Points}
			measured.Points.Unit = of.Unit
			if figure, known := f.figures[of.Name]; known {
				measured.Actual = &figure
			}
			parts[i] = Component{Name: of.Label, Weight: measure.Weight, Measured: measured}
		}
		mean, why, err := weigh(parts, m.From.Missing)
		for _, found := range fault.Of(err) {
			// Of measures that are missing says so who needs the metric.
			if found.Code == partMissing.Code || found.Code == partsAllMissing.Code {
				continue
			}
			at := fault.Field("metrics", m.Name)
			for i, measure := range m.From.Measures {
				if strings.HasPrefix(found.Path, fault.Index("parts", i)) {
					at = fault.Field("metrics", measure.Metric)
				}
			}
			found.Path = at
			*v = append(*v, found)
		}
		if err != nil {
			continue
		}
		rounding := m.From.Rounding
		score := rounding.Quotient(mean.over, mean.under)
		f.figures[m.Name] = score
		head := say(metricDerived, "metric", m, "value", percent(score))
		head.Steps = []Explanation{
			why, roundedAs(rounding, score),
		}
		derived = append(derived, head)
	}
	return derived
}

// lacking adds what has to be known for a metric to be: itself, or its missing measures.
func (f facts) lacking(m Metric, to []Metric) []Metric {
	asked := []Metric{m}
	if m.From != nil {
		asked = asked[:0]
		for _, measure := range m.From.Measures {
			asked = append(asked, f.metrics[measure.Metric])
		}
	}
	for _, one := range asked {
		if _, known := f.figures[one.Name]; !known && !slices.Contains(to, one) {
			to = append(to, one)
		}
	}
	return to
}
