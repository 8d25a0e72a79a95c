package goal

import (
	"slices"
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// The roles that sign a plan, its goals and their revisions.
const (
	ByEmployee = "employee"
	ByManager  = "manager"
	ByUnit     = "unit" // in the name of a unit or the company, whose goals have no employee
)

// ErrSignatureStale refuses a signature under a content that is not, or no longer, what
// is there to be signed. It is a [fault.ErrConflict]: read again, then sign.
var ErrSignatureStale = fault.Refuse(fault.ErrConflict, signatureStale)

// sign adds s to the signatures under what has digest d and has to be signed in roles,
// by the employee in theirs.
func sign(all record.Signatures, s record.Signature, d record.Digest, employee string, roles []string) (record.Signatures, error) {
	var v fault.Violations
	v.Nest("signature", s.Validate())
	if s.Role != "" && !slices.Contains(roles, s.Role) {
		v.Add("signature.role", roleUnknown, "role", excerpt(s.Role), "known", roles)
	}
	if s.Role == ByEmployee && s.By != employee {
		v.Add("signature.by", signerOther, "by", s.By, "employee", employee)
	}
	for _, other := range all {
		if other.Role != s.Role && other.By == s.By {
			v.Add("signature.by", signerTwice, "by", s.By)
		}
	}
	if err := v.Err(); err != nil {
		return all, err
	}
	if !s.Covers(d) {
		return all, ErrSignatureStale
	}
	return all.With(s), nil
}

// stampOf is the stamp that a signature leaves on what was signed.
func stampOf(s record.Signature) record.Stamp {
	return record.Stamp{By: s.By, At: s.At, Action: "goal.sign." + s.Role, Reason: s.Note}
}

func validateSignatures(v *fault.Violations, all record.Signatures) {
	for i, s := range all {
		v.Nest(fault.Index("signatures", i), s.Validate())
	}
}

// digest is the digest of v, or none if it has no JSON: no signature covers that.
func digest(name string, v any) record.Digest {
	d, err := record.DigestOf(name, v)
	if err != nil {
		return ""
	}
	return d
}

func needReason(reason string) error {
	var v fault.Violations
	if strings.TrimSpace(reason) == "" {
		v.Add("reason", reasonRequired)
	}
	return v.Err()
}
