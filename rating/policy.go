package rating

import (
	"cmp"
	"maps"
	"slices"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Policy is the whole of how a rating comes about, as data: the scale, the metrics,
// the dimensions with their tables and weights, and what else the best levels ask (R3, R4).
type Policy struct {
	ID string `json:"id"`
	// Version counts the editions of the policy from 1. A rating names the one that it
	// came from, with a digest of its content.
	Version int        `json:"version"`
	Label   text.Label `json:"label"`
	Scale   Scale      `json:"scale"`
	Metrics []Metric   `json:"metrics,omitempty"`
	// Dimensions are the parts of the rating; their weights add up to 100 %.
	Dimensions []Dimension `json:"dimensions"`
	// Missing is what becomes of a dimension that has nothing to go by.
	Missing MissingPolicy `json:"missing,omitempty"`
	// Gates ask more of a level than its score. They are tried in order, again from the
	// first after each that holds a level back.
	Gates []Gate `json:"gates,omitempty"`
}

// A Dimension is one part of a rating: task completion, quality, teamwork, innovation,
// or any other. It is decided by its table from metrics or, without a table, judged by
// a person, with a reason.
type Dimension struct {
	Code   string          `json:"code"`
	Label  text.Label      `json:"label"`
	Weight decimal.Decimal `json:"weight"` // percent, above 0
	Table  *Table          `json:"table,omitempty"`
	// Points are the score in the policy's scale that each level of this dimension is
	// worth; the mapping is explicit, levels are never stretched over a range. There is
	// one for each level that the table may give, and no other; where a person judges,
	// for each level of the scale. A better level is never worth less than a worse one.
	Points map[string]decimal.Decimal `json:"points"`
}

// In is the dimension's label.
func (d Dimension) In(l text.Lang) string { return d.Label.In(l) }

// A Gate holds a level back: who would reach Level but does not meet When gets Otherwise,
// a worse level.
type Gate struct {
	Level     string    `json:"level"`
	When      Condition `json:"when"`
	Otherwise string    `json:"otherwise"`
}

// The bounds of a policy.
const (
	maxPolicy     = 1 << 20 // bytes of its text
	maxMetrics    = 500
	maxDimensions = 50
	maxGates      = 50
	maxUnit       = 40 // characters
)

// ParsePolicy reads a policy from JSON and validates it; source names the text in what is
// reported, "rules.json" for example. All that is wrong is reported at once, each with
// its line: first what can't be read, and once everything can, what [Policy.Validate]
// refuses.
func ParsePolicy(source string, data []byte) (Policy, error) {
	if len(data) > maxPolicy {
		var v fault.Violations
		v.Add("", policyLong, "max", maxPolicy)
		return Policy{}, v
	}
	var p Policy
	doc, err := record.Decode(source, data, &p)
	if err == nil {
		err = doc.Locate(p.Validate())
	}
	if err != nil {
		return Policy{}, err
	}
	return p, nil
}

// Validate refuses a policy that could not rate everybody alike: all that is wrong with
// it, each with the JSON path, such as "dimensions[1].table.rows[0].when.any[2].metric".
func (p Policy) Validate() error {
	var v fault.Violations
	checkCode(&v, "id", p.ID, map[string]bool{})
	if p.Version < 1 {
		v.Add("version", versionRequired)
	}
	if p.Label.IsZero() {
		v.Add("label", labelRequired)
	}
	scale := p.Scale.Validate()
	v.Nest("scale", scale)
	v.Nest("missing", p.Missing.validate())
	p.validateMetrics(&v)
	p.validateDimensions(&v, scale == nil)
	p.validateGates(&v)
	return v.Err()
}

func (p Policy) validateMetrics(v *fault.Violations) {
	if len(p.Metrics) > maxMetrics {
		v.Add("metrics", tooMany, "max", maxMetrics)
		return
	}
	seen := map[string]bool{}
	named := byName(p.Metrics)
	for i, m := range p.Metrics {
		at := fault.Index("metrics", i)
		checkCode(v, at+".name", m.Name, seen)
		if m.Label.IsZero() {
			v.Add(at+".label", labelRequired)
		}
		if utf8.RuneCountInString(string(m.Unit)) > maxUnit {
			v.Add(at+".unit", unitLong, "max", maxUnit)
		}
		if m.From != nil {
			m.From.validate(v, at, m, named)
		}
	}
}

func (p Policy) validateDimensions(v *fault.Violations, sound bool) {
	switch {
	case len(p.Dimensions) == 0:
		v.Add("dimensions", dimensionsRequired)
	case len(p.Dimensions) > maxDimensions:
		v.Add("dimensions", tooMany, "max", maxDimensions)
		return
	}
	metrics := byName(p.Metrics)
	seen := map[string]bool{}
	sum, summed := decimal.Zero, true
	for i, d := range p.Dimensions {
		at := fault.Index("dimensions", i)
		checkCode(v, at+".code", d.Code, seen)
		if _, taken := metrics[d.Code]; taken && d.Code != "" {
			v.Add(at+".code", codeTwice, "code", d.Code)
		}
		if d.Label.IsZero() {
			v.Add(at+".label", labelRequired)
		}
		if err := number.Check(d.Weight); err != nil {
			v.Nest(at+".weight", err)
			summed = false
		} else if sum = sum.Add(d.Weight); !d.Weight.IsPositive() {
			v.Add(at+".weight", weightNotPositive, "weight", percent(d.Weight))
		}
		if d.Table != nil {
			v.Nest(at+".table", d.Table.Validate(p.Metrics, p.Scale))
		}
		p.validatePoints(v, at+".points", d, sound)
	}
	if summed && len(p.Dimensions) > 0 && !sum.Equal(number.Hundred) {
		v.Add("dimensions", weightsSum, "sum", percent(sum))
	}
}

// validatePoints checks the points of a dimension against the levels that it may get and,
// where the scale is sound, against its range.
func (p Policy) validatePoints(v *fault.Violations, at string, d Dimension, sound bool) {
	low, high := p.Scale.ends()
	for _, code := range sortedKeys(d.Points) {
		path := fault.Field(at, code)
		points := d.Points[code]
		if _, ok := p.Scale.Rank(code); !ok {
			v.Add(path, levelUnknown, "level", text.Excerpt(code))
		}
		if err := number.Check(points); err != nil {
			v.Nest(path, err)
			return
		}
		if sound && (points.LessThan(low) || points.GreaterThan(high)) {
			v.Add(path, pointsOutside, "points", points, "from", low, "to", high)
		}
	}
	var given map[string]bool
	if d.Table != nil {
		given = d.Table.levels()
	}
	better, bettered := Level{}, false
	for _, l := range p.Scale.Levels {
		points, has := d.Points[l.Code]
		switch may := d.Table == nil || given[l.Code]; {
		case may && !has:
			v.Add(fault.Field(at, l.Code), pointsRequired, "level", l)
		case has && !may:
			v.Add(fault.Field(at, l.Code), pointsUnused, "level", l)
		case !has:
		case bettered && points.GreaterThan(d.Points[better.Code]):
			v.Add(fault.Field(at, l.Code), pointsOrder, "level", l, "points", points,
				"better", better, "fewer", d.Points[better.Code])
		default:
			better, bettered = l, true
		}
	}
}

func (p Policy) validateGates(v *fault.Violations) {
	if len(p.Gates) > maxGates {
		v.Add("gates", tooMany, "max", maxGates)
		return
	}
	for i, g := range p.Gates {
		at := fault.Index("gates", i)
		checkLevel(v, at+".level", g.Level, p.Scale)
		checkLevel(v, at+".otherwise", g.Otherwise, p.Scale)
		rank, known := p.Scale.Rank(g.Level)
		if below, ok := p.Scale.Rank(g.Otherwise); known && ok && below <= rank {
			level, otherwise := p.Scale.Levels[rank], p.Scale.Levels[below]
			v.Add(at+".otherwise", gateNotWorse, "otherwise", otherwise, "level", level)
		}
		rules := ruleCheck{metrics: byName(p.Metrics), into: v}
		rules.check(at+".when", g.When, 0)
		if rules.count > maxConditions {
			v.Add(at+".when", tooManyConditions, "max", maxConditions)
		}
	}
}

// Digest is a digest of the policy's content. Policies that differ only in the order of
// JSON keys or in trailing zeros of figures have the same. It is empty for a policy that
// is not data, such as one with a condition that contains itself; those are not valid.
func (p Policy) Digest() record.Digest {
	digest, err := record.DigestOf("rating.policy", p)
	if err != nil {
		return ""
	}
	return digest
}

// sortedKeys are the keys of a map in their order; the map's own is random.
func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K { return slices.Sorted(maps.Keys(m)) }
