package outcome

import (
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Policy is the whole of what ratings lead to, as data (R7).
type Policy struct {
	ID string `json:"id" validate:"required,max=64"`
	// Version counts the editions of the policy from 1.
	Version int        `json:"version"`
	Label   text.Label `json:"label"`
	// Scale is the one that the ratings are given in. Ratings in another are mapped to it first.
	Scale        rating.Scale   `json:"scale"`
	Coefficients []Coefficients `json:"coefficients,omitempty" validate:"max=100"`
	Merit        []Matrix       `json:"merit,omitempty" validate:"max=100"`
	Pools        []Pool         `json:"pools,omitempty" validate:"max=100"`
	Rules        []Rule         `json:"rules,omitempty" validate:"max=100"`
}

// A Kind is what a rating leads to.
type Kind string

// The kinds. The first three come to an amount, the others are rules over the ratings of
// several periods.
const (
	Bonus          Kind = "bonus"
	Merit          Kind = "merit"
	PoolShare      Kind = "pool-share"
	Promotion      Kind = "promotion"
	TalentPool     Kind = "talent-pool"
	Training       Kind = "training"
	Improvement    Kind = "improvement"
	PositionChange Kind = "position-change"
)

// In is the kind's name in l.
func (k Kind) In(l text.Lang) string { return kinds.In(k, l) }

// maxPolicy bounds the text of a policy, in bytes.
const maxPolicy = 1 << 20

// ParsePolicy reads a policy from JSON and validates it; source names the text in what is
// reported. All that is wrong is reported at once, each with its line: first what can't
// be read, and once everything can, what [Policy.Validate] refuses.
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

// Validate refuses a policy with a part that is not valid, and a code given twice in
// whatever parts.
func (p Policy) Validate() error {
	var v fault.Violations
	checkHead(&v, p, p.Label)
	if p.Version < 1 {
		v.Add("version", versionRequired)
	}
	v.Nest("scale", p.Scale.Validate())
	if v.Has("check.many") {
		return v
	}
	seen := map[string]bool{}
	for _, part := range p.parts() {
		v.Nest(part.path, part.validate(p.Scale))
		if seen[part.code] && part.code != "" {
			v.Add(part.path+".code", codeTwice, "code", part.code)
		}
		seen[part.code] = true
	}
	return v.Err()
}

// A part is one of what a policy is made of.
type part struct {
	path, code string
	kind       Kind
	validate   func(rating.Scale) error
}

func (p Policy) parts() []part {
	var all []part
	for i, c := range p.Coefficients {
		all = append(all, part{fault.Index("coefficients", i), c.Code, Bonus, c.Validate})
	}
	for i, m := range p.Merit {
		all = append(all, part{fault.Index("merit", i), m.Code, Merit, m.Validate})
	}
	for i, pool := range p.Pools {
		all = append(all, part{fault.Index("pools", i), pool.Code, PoolShare, func(rating.Scale) error { return pool.Validate() }})
	}
	for i, r := range p.Rules {
		all = append(all, part{fault.Index("rules", i), r.Code, r.Kind, r.Validate})
	}
	return all
}

// Digest is a digest of the policy's content, whatever the order of JSON keys and the
// trailing zeros of figures.
func (p Policy) Digest() record.Digest { return record.Seal("outcome.policy", p) }

// checkHead notes what is wrong with the tags of a part of a policy, and a missing label.
func checkHead(v *fault.Violations, part any, label text.Label) {
	v.Nest("", check.Struct(part))
	if label.IsZero() {
		v.Add("label", labelRequired)
	}
}

// checkEach notes the levels that a map has nothing for, and what it has beside them.
func checkEach[T any](v *fault.Violations, path string, levels []rating.Level, given map[string]T) {
	known := map[string]bool{}
	for _, l := range levels {
		known[l.Code] = true
		if _, ok := given[l.Code]; !ok {
			v.Add(fault.Field(path, l.Code), levelMissing, "level", l)
		}
	}
	for _, code := range slices.Sorted(maps.Keys(given)) {
		if !known[code] {
			v.Add(fault.Field(path, code), levelUnknown, "level", code)
		}
	}
}

// checkFigure notes a figure that is missing, out of bounds or below zero, and reports
// whether it is none of these.
func checkFigure(v *fault.Violations, path string, d *decimal.Decimal) bool {
	if d == nil {
		v.Add(path, figureRequired)
		return false
	}
	if err := number.Check(*d); err != nil {
		v.Nest(path, err)
		return false
	}
	if d.IsNegative() {
		v.Add(path, figureNegative, "figure", *d)
	}
	return !d.IsNegative()
}

// checkDays notes a share of days that is there and no share.
func checkDays(v *fault.Violations, days *calendar.Share) {
	if days != nil {
		v.Nest("days", days.Validate())
	}
}

// say is a step of an explanation.
func say(steps []rating.Explanation, m text.Message, nameValue ...any) rating.Explanation {
	return rating.Explanation{Text: m.With(nameValue...), Steps: steps}
}

// short is over ÷ under in a sentence. Under is above zero.
func short(over, under decimal.Decimal) number.Short {
	cut := number.Rounding{Places: number.MaxPlaces, Mode: number.Down}
	return number.Short{Value: cut.Quotient(over, under)}
}
