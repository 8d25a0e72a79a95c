package outcome

import (
	"slices"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// An Award is that somebody gets, for a period, what one part of a policy gives. It is
// what is handed to payroll or another system, once.
type Award struct {
	// Key is the same whenever the same is awarded: the same policy and part of it, for the
	// same employee and period. Neither the amount nor the edition of the policy goes into
	// it, so that neither a correction nor a new edition awards a second time.
	Key     record.Digest `json:"key"`
	Policy  string        `json:"policy" validate:"required,max=64"`
	Version int           `json:"version"`
	Kind    Kind          `json:"kind"`
	// Code is that of the part of the policy.
	Code     string          `json:"code" validate:"required,max=64"`
	Employee string          `json:"employee" validate:"required,max=200"`
	Period   calendar.Period `json:"period"`
	// Amount is there when the kind is one.
	Amount *number.Quantity   `json:"amount,omitempty"`
	Why    rating.Explanation `json:"why,omitzero"`
}

// Award completes a with the policy, its edition, the kind and the key; code, employee,
// period, amount and explanation are the caller's. It refuses a code that no part of the
// policy has, and what [Award.Validate] does.
func (p Policy) Award(a Award) (Award, error) {
	var v fault.Violations
	a.Policy, a.Version, a.Kind = p.ID, p.Version, ""
	parts := p.parts()
	if i := slices.IndexFunc(parts, func(one part) bool { return one.code == a.Code }); i >= 0 {
		a.Kind = parts[i].kind
	} else {
		v.Add("code", codeUnknown, "code", text.Excerpt(a.Code), "policy", p.Label)
	}
	a.Key = a.key()
	a.check(&v)
	if len(v) > 0 {
		return Award{}, v
	}
	return a, nil
}

// Validate refuses an award that is incomplete, one of an amount without the amount, and
// one whose key is not its own.
func (a Award) Validate() error {
	var v fault.Violations
	kinds.Check(&v, "kind", a.Kind)
	a.check(&v)
	if a.Key != a.key() {
		v.Add("key", keyForeign)
	}
	return v.Err()
}

func (a Award) check(v *fault.Violations) {
	v.Nest("", check.Struct(a))
	if a.Version < 1 {
		v.Add("version", versionRequired)
	}
	v.Nest("period", a.Period.Validate())
	if a.Amount != nil {
		v.Nest("amount.value", number.Check(a.Amount.Value))
	} else if slices.Contains(amounts, a.Kind) {
		v.Add("amount", figureRequired)
	}
}

func (a Award) key() record.Digest {
	return record.Seal("outcome.award", struct {
		Policy   string          `json:"policy"`
		Kind     Kind            `json:"kind"`
		Code     string          `json:"code"`
		Employee string          `json:"employee"`
		Period   calendar.Period `json:"period"`
	}{a.Policy, a.Kind, a.Code, a.Employee, a.Period})
}

// Fresh are the awards whose key is not known yet, each once, in their order. A run that
// asks for those it has stored awards nothing when it is repeated.
func Fresh(awards []Award, known func(record.Digest) bool) []Award {
	var fresh []Award
	seen := map[record.Digest]bool{}
	for _, a := range awards {
		if !seen[a.Key] && !known(a.Key) {
			fresh = append(fresh, a)
		}
		seen[a.Key] = true
	}
	return fresh
}
