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
	v.Nest("", check.Struct(p))
	if p.Version < 1 {
		v.Add("version", versionRequired)
	}
	if p.Label.IsZero() {
		v.Add("label", labelRequired)
	}
	v.Nest("scale", p.Scale.Validate())
	if v.Has("check.many") {
		return v
	}
	seen := map[string]bool{}
	part := func(list string, i int, code string, err error) {
		at := fault.Index(list, i)
		v.Nest(at, err)
		if seen[code] && code != "" {
			v.Add(at+".code", codeTwice, "code", code)
		}
		seen[code] = true
	}
	for i, c := range p.Coefficients {
		part("coefficients", i, c.Code, c.Validate(p.Scale))
	}
	for i, m := range p.Merit {
		part("merit", i, m.Code, m.Validate(p.Scale))
	}
	for i, pool := range p.Pools {
		part("pools", i, pool.Code, pool.Validate())
	}
	for i, r := range p.Rules {
		part("rules", i, r.Code, r.Validate(p.Scale))
	}
	return v.Err()
}

// Digest is a digest of the policy's content, whatever the order of JSON keys and the
// trailing zeros of figures.
func (p Policy) Digest() record.Digest { return record.Seal("outcome.policy", p) }

// kind is what the part with that code leads to.
func (p Policy) kind(code string) (Kind, bool) {
	if slices.ContainsFunc(p.Coefficients, func(c Coefficients) bool { return c.Code == code }) {
		return Bonus, true
	}
	if slices.ContainsFunc(p.Merit, func(m Matrix) bool { return m.Code == code }) {
		return Merit, true
	}
	if slices.ContainsFunc(p.Pools, func(pool Pool) bool { return pool.Code == code }) {
		return PoolShare, true
	}
	if i := slices.IndexFunc(p.Rules, func(r Rule) bool { return r.Code == code }); i >= 0 {
		return p.Rules[i].Kind, true
	}
	return "", false
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

// rounded is over ÷ under, rounded once: it is cut one digit further than asked, and
// where something was cut off a digit is put behind, so that what is left lies on the
// same side of every rounding limit. Under is above zero.
func rounded(over, under decimal.Decimal, r number.Rounding) decimal.Decimal {
	cut, rest := over.QuoRem(under, r.Places+1)
	return r.Round(cut.Add(decimal.New(int64(rest.Sign()), -r.Places-2)))
}

// readable is over ÷ under as a sentence shows it; one that goes on ends in an ellipsis.
func readable(over, under decimal.Decimal) string {
	const places = 6
	cut, rest := over.QuoRem(under, places)
	if rest.IsZero() {
		return cut.String()
	}
	return cut.StringFixed(places) + "…"
}
