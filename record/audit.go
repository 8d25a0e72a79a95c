package record

import (
	"encoding/json"
	"iter"
	"time"

	"github.com/meritkit/meritkit/fault"
)

// An Entry is one link of a record's audit chain: that a version was written, by whom,
// and under which action. Each holds the digest of the one before, so a change, an
// insertion or a removal in the middle shows.
//
// What is personal or free text stands in Private, and the content of the version
// stands elsewhere; the chain holds only salted commitments to them. Both can be erased
// on a person's request without breaking it.
type Entry struct {
	Tenant  string    `json:"tenant"`
	Kind    string    `json:"kind"`
	ID      string    `json:"id"`
	Version int64     `json:"version"`
	Action  string    `json:"action"`
	At      time.Time `json:"at"`
	Private Private   `json:"private,omitzero"`
	Seal    Digest    `json:"seal"`    // commitment to Private
	Content Digest    `json:"content"` // commitment to the version's document
	Prev    Digest    `json:"prev,omitempty"`
	Digest  Digest    `json:"digest"`
}

// Private is the part of an audit entry that can be erased.
type Private struct {
	By     string `json:"by"`
	Reason string `json:"reason,omitempty"`
	Salt   string `json:"salt"` // random; makes the commitments impossible to guess
}

// NewEntry is the audit entry for a version of a record of the named kind: m is its
// meta with the version it is about to have and the chain it has had so far, content
// its document, salt fresh random text.
func NewEntry(kind string, m Meta, content json.RawMessage, salt string) (Entry, error) {
	e := Entry{
		Tenant: m.Tenant, Kind: kind, ID: m.ID, Version: m.Version,
		Action: m.Updated.Action, At: m.Updated.At,
		Private: Private{By: m.Updated.By, Reason: m.Updated.Reason, Salt: salt},
		Prev:    m.Chain,
	}
	var err error
	if e.Content, err = e.commit(content); err != nil {
		return Entry{}, err
	}
	if e.Seal, err = DigestOf("audit.private", e.Private); err != nil {
		return Entry{}, err
	}
	e.Digest, err = e.link()
	return e, err
}

// Holds reports whether content is what the entry was written for. It can't be told
// once Private is erased.
func (e Entry) Holds(content json.RawMessage) bool {
	d, err := e.commit(content)
	return err == nil && d == e.Content
}

// Redacted is the entry without its private part; it still links.
func (e Entry) Redacted() Entry {
	e.Private = Private{}
	return e
}

// VerifyChain follows a record's entries from its first, oldest first, and returns the
// digest at its head, which is the record's Meta.Chain. It refuses a chain that is
// broken anywhere, naming the version.
func VerifyChain(entries iter.Seq2[Entry, error]) (Digest, error) {
	var head Digest
	version := int64(0)
	for e, err := range entries {
		if err != nil {
			return "", err
		}
		version++
		if err := e.follows(head, version); err != nil {
			return "", err
		}
		head = e.Digest
	}
	return head, nil
}

func (e Entry) follows(head Digest, version int64) error {
	var v fault.Violations
	if e.Version != version {
		v.Add("version", chainGap, "kind", e.Kind, "id", e.ID, "want", version, "have", e.Version)
	}
	d, err := e.link()
	if err != nil {
		return err
	}
	if e.Prev != head || e.Digest != d {
		v.Add("digest", chainBroken, "kind", e.Kind, "id", e.ID, "version", e.Version)
	}
	if e.Private != (Private{}) {
		if seal, err := DigestOf("audit.private", e.Private); err != nil || seal != e.Seal {
			v.Add("private", sealBroken, "kind", e.Kind, "id", e.ID, "version", e.Version)
		}
	}
	return v.Err()
}

// link is the digest over everything but the private part and the digest itself.
func (e Entry) link() (Digest, error) {
	e.Private, e.Digest = Private{}, ""
	return DigestOf("audit.entry", e)
}

func (e Entry) commit(content json.RawMessage) (Digest, error) {
	canonical, err := Canonical(content)
	if err != nil {
		return "", err
	}
	return digest("audit.content", []byte(e.Private.Salt), canonical), nil
}
