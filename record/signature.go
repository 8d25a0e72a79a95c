package record

import (
	"slices"
	"strings"
	"time"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Signature is a person's consent to exactly what was before them: it carries the
// digest of what was signed and holds only as long as that digest does (G5).
type Signature struct {
	By     string    `json:"by"`
	Role   string    `json:"role"` // in which capacity: "employee", "manager"
	At     time.Time `json:"at"`
	Digest Digest    `json:"digest"`
	Note   string    `json:"note,omitempty"`
}

// Sign is the signature of by, in the given role, under what has digest d.
func Sign(by Stamp, role string, d Digest) Signature {
	return Signature{By: by.By, Role: role, At: by.At, Digest: d, Note: by.Reason}
}

// Covers reports whether the signature holds for what has digest d.
func (s Signature) Covers(d Digest) bool { return d != "" && s.Digest == d }

// Validate refuses a signature without person, role, instant or digest.
func (s Signature) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(s.By) == "" {
		v.Add("by", byRequired)
	}
	if s.Role == "" {
		v.Add("role", roleRequired)
	}
	if s.At.IsZero() {
		v.Add("at", atRequired)
	}
	if s.Digest == "" {
		v.Add("digest", digestRequired)
	}
	return v.Err()
}

// Signatures are the signatures under one thing, one a role.
type Signatures []Signature

// A Signer is somebody whose signature is asked for: a role and, where not anybody can
// sign in it, who can.
type Signer struct {
	Role string
	By   []string
}

// ErrStale refuses a signature under a content that is not, or no longer, what is there
// to be signed. It is a [fault.ErrConflict]: read again, then sign.
var ErrStale = fault.Refuse(fault.ErrConflict, signatureStale)

// Sign is the list with s in it, given for what has digest d and is to be signed by the
// signers. It refuses a role that is not asked for, another's place, one person in two
// roles, and with [ErrStale] a signature under another digest.
func (all Signatures) Sign(s Signature, d Digest, signers ...Signer) (Signatures, error) {
	var v fault.Violations
	v.Nest("signature", s.Validate())
	roles := make([]string, len(signers))
	for i, signer := range signers {
		roles[i] = signer.Role
		if s.Role == signer.Role && len(signer.By) > 0 && !slices.Contains(signer.By, s.By) {
			v.Add("signature.by", signerOther, "by", s.By, "role", s.Role, "known", signer.By)
		}
	}
	if s.Role != "" && !slices.Contains(roles, s.Role) {
		v.Add("signature.role", signerRole, "role", text.Excerpt(s.Role), "known", roles)
	}
	for _, other := range all {
		if other.Role != s.Role && other.By == s.By && other.Covers(d) {
			v.Add("signature.by", signerTwice, "by", s.By)
		}
	}
	if err := v.Err(); err != nil {
		return all, err
	}
	if !s.Covers(d) {
		return all, ErrStale
	}
	return all.With(s), nil
}

// Complete reports whether each of the signers has signed what has digest d.
func (all Signatures) Complete(d Digest, signers ...Signer) bool {
	for _, signer := range signers {
		if !all.Cover(d, signer.Role) {
			return false
		}
	}
	return true
}

// Validate re-checks the structure of each.
func (all Signatures) Validate() error {
	var v fault.Violations
	for i, s := range all {
		v.Nest(fault.Index("", i), s.Validate())
	}
	return v.Err()
}

// Stamp is what the signature leaves on what was signed.
func (s Signature) Stamp() Stamp { return Stamp{By: s.By, At: s.At, Reason: s.Note} }

// With is the list with s in it, in place of an earlier signature of the same role.
func (all Signatures) With(s Signature) Signatures {
	kept := slices.DeleteFunc(slices.Clone(all), func(old Signature) bool { return old.Role == s.Role })
	return append(kept, s)
}

// Cover reports whether each of the roles has signed what has digest d.
func (all Signatures) Cover(d Digest, roles ...string) bool {
	for _, role := range roles {
		if !slices.ContainsFunc(all, func(s Signature) bool { return s.Role == role && s.Covers(d) }) {
			return false
		}
	}
	return true
}
