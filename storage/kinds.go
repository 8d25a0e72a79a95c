package storage

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// Bounds that every driver holds, so that what one takes all take.
const (
	// MaxPage is the largest page of records, versions or events.
	MaxPage = 10_000
	// MaxKey is the length of the longest tenant or id, in bytes.
	MaxKey = 200
	// MaxText is the length of the longest indexed text, in bytes.
	MaxText = 1_000
)

// Kinds are the schemas that a driver was made for, by name. Drivers check what they are
// given with them, so that all refuse the same.
type Kinds map[string]record.Schema

// NewKinds refuses schemas that are malformed or share a name.
func NewKinds(schemas ...record.Schema) (Kinds, error) {
	var v fault.Violations
	kinds := make(Kinds, len(schemas))
	for i, s := range schemas {
		path := fault.Index("schemas", i)
		v.Nest(path, s.Validate())
		if _, taken := kinds[s.Name]; taken {
			v.Add(path, kindTwice, "kind", s.Name)
		}
		kinds[s.Name] = s
	}
	return kinds, v.Err()
}

// Schema is the schema of a kind; an unknown kind is refused.
func (ks Kinds) Schema(kind string) (record.Schema, error) {
	s, ok := ks[kind]
	if !ok {
		return s, fault.Refuse(fault.ErrInvalid, kindUnknown, "kind", kind)
	}
	return s, nil
}

// CheckQuery refuses a query that the schema of its kind does not answer, a page without
// a size, and a cursor of another order.
func (ks Kinds) CheckQuery(q Query) error {
	s, err := ks.Schema(q.Kind)
	if err != nil {
		return err
	}
	var v fault.Violations
	v.Nest("", q.Check(s))
	for i, name := range q.CountBy {
		if _, ok := s.Column(name); !ok {
			v.Add(fault.Index("countBy", i), fieldUnknown, "kind", s.Name, "name", name)
		}
	}
	if q.CountBy == nil {
		v.Nest("limit", checkLimit(q.Limit))
	}
	by, _ := s.Column(q.By)
	if value := q.After.Value; !value.IsNull() && (q.After.ID == "" || value.Type() != by.Type) {
		v.Add("after", cursorForeign)
	}
	return v.Err()
}

// CheckHistory refuses to read the versions of an unknown kind or a page without a size.
func (ks Kinds) CheckHistory(kind string, limit int) error {
	if _, err := ks.Schema(kind); err != nil {
		return err
	}
	return checkLimit(limit)
}

// Check refuses a read without a tenant or a size.
func (r OutboxRead) Check() error {
	var v fault.Violations
	if r.Tenant == "" {
		v.Add("tenant", tenantRequired)
	}
	v.Nest("limit", checkLimit(r.Limit))
	return v.Err()
}

func checkLimit(limit int) error {
	var v fault.Violations
	if limit < 1 || limit > MaxPage {
		v.Add("", limitBounds, "limit", limit, "max", MaxPage)
	}
	return v.Err()
}

// CheckChanges refuses changes that are not complete and of one piece: of an unknown
// kind, with fields that the schema does not have, with a text that some database can't
// hold, or with an entry or event that is not the record's. It looks at nothing stored.
func (ks Kinds) CheckChanges(changes ...Change) error {
	if len(changes) == 1 {
		return ks.check(changes[0])
	}
	var v fault.Violations
	for i, c := range changes {
		v.Nest(fault.Index("changes", i), ks.check(c))
	}
	return v.Err()
}

func (ks Kinds) check(c Change) error {
	s, err := ks.Schema(c.Kind)
	if err != nil {
		return err
	}
	var v fault.Violations
	v.Nest("meta", c.Meta.Validate())
	if c.Expect < 0 || c.Meta.Version != c.Expect+1 {
		v.Add("meta.version", versionOrder, "version", c.Meta.Version, "expect", c.Expect)
	}
	checkInstant(&v, "meta.created.at", c.Meta.Created.At)
	checkInstant(&v, "meta.updated.at", c.Meta.Updated.At)
	checkText(&v, "meta.tenant", c.Meta.Tenant, MaxKey)
	checkText(&v, "meta.id", c.Meta.ID, MaxKey)
	for _, stamp := range []record.Stamp{c.Meta.Created, c.Meta.Updated} {
		for _, s := range []string{stamp.By, stamp.Action, stamp.Reason} {
			checkText(&v, "meta", s, len(s))
		}
	}
	for name, value := range c.Fields {
		path := fault.Field("fields", name)
		column, ok := s.Column(name)
		switch {
		case !ok:
			v.Add(path, fieldUnknown, "kind", s.Name, "name", name)
		case !value.IsNull() && value.Type() != column.Type:
			v.Add(path, fieldType, "name", name, "want", column.Type, "have", value.Type())
		case value.Type() == record.Text:
			checkText(&v, path, fmt.Sprint(value.Any()), MaxText)
		case value.Type() == record.Moment:
			checkInstant(&v, path, value.Any().(time.Time))
		}
	}
	if c.Schema < 1 || !json.Valid(c.Document) {
		v.Add("document", documentForm)
	} else if !utf8.Valid(c.Document) || holdsNUL(c.Document) {
		v.Add("document", textForm)
	}
	if !c.isOfOnePiece() {
		v.Add("entry", entryForeign, "kind", c.Kind, "id", c.Meta.ID)
	}
	return v.Err()
}

// isOfOnePiece reports whether entry and event tell of the record, and the chain goes on.
func (c Change) isOfOnePiece() bool {
	event := c.Event
	event.Seq = 0
	return event == record.EventOf(c.Kind, c.Meta) && tells(c.Entry, c.Doc) &&
		c.Entry.Private.Salt != "" && (c.Entry.Prev == "") == (c.Expect == 0)
}

// tells reports whether an audit entry is that of a record's version. Who wrote it can't
// be told once the entry's private part is erased.
func tells(e record.Entry, d Doc) bool {
	stamp := record.Stamp{At: e.At.UTC(), By: e.Private.By, Action: e.Action, Reason: e.Private.Reason}
	if e.Private == (record.Private{}) {
		stamp.By, stamp.Reason = d.Meta.Updated.By, d.Meta.Updated.Reason
	}
	return e.Tenant == d.Meta.Tenant && e.Kind == d.Kind && e.ID == d.Meta.ID && e.Version == d.Meta.Version &&
		e.Digest != "" && e.Digest == d.Meta.Chain && stamp == d.Meta.Updated
}

// Against says why c can't be written over what is stored, if anything is: nil when it can.
func (c Change) Against(stored record.Meta, found bool) error {
	switch {
	case c.Expect == 0 && found:
		return fault.Exists(c.Kind, c.Meta.ID)
	case c.Expect == 0:
		return nil
	case !found:
		return fault.NotFound(c.Kind, c.Meta.ID)
	case stored.Version != c.Expect:
		return fault.Conflict(c.Kind, c.Meta.ID, c.Expect, stored.Version)
	case stored.Chain != c.Entry.Prev:
		return fault.Refuse(fault.ErrConflict, chainForeign, "kind", c.Kind, "id", c.Meta.ID, "version", stored.Version)
	}
	return nil
}

// checkInstant refuses what not every database holds: an instant that is finer than
// microseconds, in a zone, or outside the years 0 to 9999.
func checkInstant(v *fault.Violations, path string, at time.Time) {
	if at != record.Instant(at) {
		v.Add(path, instantForm)
	}
	if at.Year() < 0 || at.Year() > 9999 {
		v.Add(path, instantRange, "at", at)
	}
}

// checkText refuses what not every database holds: a text that is too long to index,
// not UTF-8, or with the character NUL in it.
func checkText(v *fault.Violations, path, s string, most int) {
	if len(s) > most {
		v.Add(path, textLength, "length", len(s), "max", most)
	}
	if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
		v.Add(path, textForm)
	}
}

// holdsNUL reports whether a text or key in a JSON document holds the character NUL.
func holdsNUL(document json.RawMessage) bool {
	if !bytes.Contains(document, []byte(`\u0000`)) {
		return false
	}
	decoder := json.NewDecoder(bytes.NewReader(document))
	decoder.UseNumber()
	for {
		token, err := decoder.Token()
		if err != nil { // the end: the document is known to be valid
			return false
		}
		if s, ok := token.(string); ok && strings.ContainsRune(s, 0) {
			return true
		}
	}
}
