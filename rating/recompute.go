package rating

import (
	"iter"

	"github.com/meritkit/meritkit/fault"
)

// Recompute works a rating out again from its inputs and refuses it unless everything
// comes out the same: score, level and each part, digit for digit (R6). A rating from
// another policy, or another edition of this one, is refused as such. Explanations are
// not compared, for their wording may become better with time.
func (r *Rules) Recompute(stored Rating) error {
	var v fault.Violations
	differ(&v, "policy", stored.Policy, r.policy.ID)
	differ(&v, "version", stored.Version, r.policy.Version)
	differ(&v, "digest", stored.Digest, r.digest)
	if len(v) > 0 {
		return v
	}
	again, err := r.Rate(stored.Inputs)
	if err != nil {
		v.Nest("inputs", err)
		return v
	}
	differ(&v, "level", stored.Level, again.Level)
	differ(&v, "score", stored.Score.String(), again.Score.String())
	differ(&v, "parts", len(stored.Parts), len(again.Parts))
	for i := range min(len(stored.Parts), len(again.Parts)) {
		at, have, want := fault.Index("parts", i), stored.Parts[i], again.Parts[i]
		differ(&v, at+".dimension", have.Dimension, want.Dimension)
		differ(&v, at+".level", have.Level, want.Level)
		differ(&v, at+".points", have.Points.String(), want.Points.String())
		differ(&v, at+".weight", have.Weight.String(), want.Weight.String())
		differ(&v, at+".missing", have.Missing, want.Missing)
	}
	return v.Err()
}

// Recompute is [Rules.Recompute] for a single rating; the policy is checked first.
func (p Policy) Recompute(stored Rating) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return p.rules().Recompute(stored)
}

// RecomputeAll gives each of the stored ratings with what [Rules.Recompute] says of it,
// nil where it holds. An error of the list itself comes with a zero Rating and ends it.
func (r *Rules) RecomputeAll(stored iter.Seq2[Rating, error]) iter.Seq2[Rating, error] {
	return func(yield func(Rating, error) bool) {
		for one, err := range stored {
			if err != nil {
				yield(Rating{}, err)
				return
			}
			if !yield(one, r.Recompute(one)) {
				return
			}
		}
	}
}

func differ[T comparable](v *fault.Violations, path string, have, want T) {
	if have != want {
		v.Add(path, verifyDiffers, "have", have, "want", want)
	}
}
