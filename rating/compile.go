package rating

import (
	"encoding/json"

	"github.com/meritkit/meritkit/record"
)

// Rules are a policy that has been checked and built, ready to rate any number of people
// by. They share nothing with the policy that they came from, never change, and are safe
// for concurrent use.
type Rules struct {
	policy Policy
	digest record.Digest
	fast   *program // nil where nothing of the policy can be done in fixed point
}

// Compile checks a policy and builds it, once: [Rules] rate without looking again at
// what has been checked. The error is that of [Policy.Validate].
func (p Policy) Compile() (*Rules, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	raw, err := json.Marshal(p)
	if err != nil {
		return nil, err
	}
	var own Policy
	if err := json.Unmarshal(raw, &own); err != nil {
		return nil, err
	}
	r := own.rules()
	r.fast = compile(own)
	return r, nil
}

// rules are those of a valid policy, which the caller still holds.
func (p Policy) rules() *Rules { return &Rules{policy: p, digest: p.Digest()} }

// Rate is [Policy.Rate] by rules that have been built.
func (r *Rules) Rate(in Inputs) (Rating, error) {
	known, err := r.policy.readInputs(in)
	if err != nil {
		return Rating{}, err
	}
	rated, err := r.policy.rate(in, known)
	if err != nil {
		return Rating{}, err
	}
	rated.Digest = r.digest
	rated.Inputs = in.clone()
	return rated, nil
}

// Digest is the policy's digest, as [Policy.Digest].
func (r *Rules) Digest() record.Digest { return r.digest }
