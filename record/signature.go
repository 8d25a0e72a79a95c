package record

import (
	"slices"
	"strings"
	"time"

	"github.com/meritkit/meritkit/fault"
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
