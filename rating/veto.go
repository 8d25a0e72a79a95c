package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Veto is an item that no score makes good (一票否决): it stands outside the weights and
// counts only when it is breached (R4, G4).
type Veto struct {
	Name   text.Label `json:"name"`
	Effect VetoEffect `json:"effect,omitempty"`
	// Points are the score that VetoFails leaves, nil: 0; the score that VetoCaps allows;
	// what VetoSubtracts takes off for each breach.
	Points *decimal.Decimal `json:"points,omitempty"`
	// Breaches are how often it was breached, 0: not at all. Nil: it is not known, which
	// is an error whatever the policy for what is missing.
	Breaches *int `json:"breaches,omitempty"`
	// Reason is what happened.
	Reason string `json:"reason,omitempty"`
}

// A VetoEffect is what a breach does to the total.
type VetoEffect string

// The effects. The zero value is VetoFails. None of them makes a total better.
const (
	VetoFails     VetoEffect = "fail"     // the total is 0, or Points
	VetoCaps      VetoEffect = "cap"      // the total is at most Points
	VetoSubtracts VetoEffect = "subtract" // the total is less by Points for each breach
)

// Validate refuses a veto without a name, of an unknown effect, or without the points
// that its effect needs; whether it is breached need not be known yet.
func (b Veto) Validate() error {
	var v fault.Violations
	if b.Name.IsZero() {
		v.Add("name", labelRequired)
	}
	checkChoice(&v, "effect", b.Effect, VetoFails, VetoCaps, VetoSubtracts)
	switch {
	case b.Points == nil && (b.Effect == VetoCaps || b.Effect == VetoSubtracts):
		v.Add("points", vetoPointsRequired)
	case b.Points == nil:
	case number.Check(*b.Points) != nil:
		v.Nest("points", number.Check(*b.Points))
	case b.Points.IsNegative(), b.Effect == VetoSubtracts && b.Points.IsZero():
		v.Add("points", vetoPointsLow, "points", *b.Points)
	}
	if b.Breaches != nil && *b.Breaches < 0 {
		v.Add("breaches", breachesNegative, "breaches", *b.Breaches)
	}
	return v.Err()
}

// breached reports whether a veto, whose breaches are known, counts.
func (b Veto) breached() bool { return *b.Breaches > 0 }

// off is what a breached veto that subtracts takes off the total.
func (b Veto) off() decimal.Decimal {
	return b.Points.Mul(decimal.NewFromInt(int64(*b.Breaches)))
}

// hold is the total that a breached veto which does not subtract leaves of one.
func (b Veto) hold(total fraction) (fraction, Explanation) {
	most, m := decimal.Zero, vetoFails
	if b.Points != nil {
		most = *b.Points
	}
	if b.Effect == VetoCaps {
		m = vetoCaps
	}
	if total.cmp(most) <= 0 {
		m = vetoIdle
	} else {
		total = whole(most)
	}
	return total, because(b.Reason, m, "name", b.Name, "score", number.Short{Value: most})
}

// because is a step of an explanation with the reason that somebody gave below it.
func because(reason string, m text.Message, nameValue ...any) Explanation {
	step := say(m, nameValue...)
	if reason != "" {
		step.Steps = []Explanation{say(reasonIs, "reason", reason)}
	}
	return step
}
