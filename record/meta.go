package record

import (
	"strings"
	"time"

	"github.com/meritkit/meritkit/fault"
)

// A Stamp says who did what and when, and why where a reason is owed. Every change of a
// record leaves one; audit entry and event are made from it.
type Stamp struct {
	At     time.Time `json:"at"`
	By     string    `json:"by"`
	Action string    `json:"action,omitempty"`
	Reason string    `json:"reason,omitempty"`
}

// By is a stamp with its instant in UTC and in microseconds, the precision that every
// store keeps.
func By(person string, at time.Time) Stamp {
	return Stamp{By: person, At: Instant(at)}
}

// Instant is at in UTC, cut to microseconds.
func Instant(at time.Time) time.Time { return at.UTC().Truncate(time.Microsecond) }

// For is the stamp with its action named, unless it has one already.
func (s Stamp) For(action string) Stamp {
	if s.Action == "" {
		s.Action = action
	}
	return s
}

// Because is the stamp with a reason.
func (s Stamp) Because(reason string) Stamp {
	s.Reason = reason
	return s
}

// Reasoned refuses a stamp without a reason, at path "reason".
func (s Stamp) Reasoned() error {
	var v fault.Violations
	if strings.TrimSpace(s.Reason) == "" {
		v.Add("reason", reasonRequired)
	}
	return v.Err()
}

// Validate refuses a stamp without a person, an instant or an action.
func (s Stamp) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(s.By) == "" {
		v.Add("by", byRequired)
	}
	if s.At.IsZero() {
		v.Add("at", atRequired)
	}
	if s.Action == "" {
		v.Add("action", actionRequired)
	}
	return v.Err()
}

// Meta is what every record has beside its content; domain types embed it.
type Meta struct {
	Tenant string `json:"tenant"`
	ID     string `json:"id"`
	// Version is 0 before the record is stored, then counts its changes from 1.
	Version int64 `json:"version"`
	Created Stamp `json:"created"`
	Updated Stamp `json:"updated"`
	// Chain is the digest of the record's latest audit entry; the store sets it.
	Chain Digest `json:"chain,omitempty"`
}

// New is the meta of a record that is being made.
func New(k Key, by Stamp) Meta {
	return Meta{Tenant: k.Tenant, ID: k.ID, Created: by, Updated: by}
}

// Key is the record's key.
func (m Meta) Key() Key { return Key{Tenant: m.Tenant, ID: m.ID} }

// Touched is the meta after a change.
func (m Meta) Touched(by Stamp) Meta {
	m.Updated = by
	return m
}

// Validate refuses a record without tenant or id, and one whose stamps are incomplete.
func (m Meta) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(m.Tenant) == "" {
		v.Add("tenant", tenantRequired)
	}
	if strings.TrimSpace(m.ID) == "" {
		v.Add("id", idRequired)
	}
	v.Nest("created", m.Created.Validate())
	v.Nest("updated", m.Updated.Validate())
	return v.Err()
}
