package storage

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"fmt"
	"iter"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// pageSize is how many records a list reads at a time.
const pageSize = 256

// A Collection is the records of one kind in a driver. It is a [record.Store].
type Collection[T any, F record.Filter] struct {
	driver Driver
	kind   record.Kind[T, F]
}

// Of is the collection of a kind in a driver that was made with the kind's schema.
func Of[T any, F record.Filter](d Driver, k record.Kind[T, F]) Collection[T, F] {
	return Collection[T, F]{driver: d, kind: k}
}

// Create implements [record.Store].
func (c Collection[T, F]) Create(ctx context.Context, value T) (T, error) {
	if m := c.kind.Meta(&value); m.Version != 0 {
		return value, fault.Exists(c.kind.Name, m.ID)
	}
	return c.write(ctx, value)
}

// Update implements [record.Store].
func (c Collection[T, F]) Update(ctx context.Context, value T) (T, error) {
	if m := c.kind.Meta(&value); m.Version == 0 {
		return value, fault.NotFound(c.kind.Name, m.ID)
	}
	return c.write(ctx, value)
}

// write stores value as the version after the one it says it is.
func (c Collection[T, F]) write(ctx context.Context, value T) (T, error) {
	stored := value
	m := c.kind.Meta(&stored)
	var v fault.Violations
	v.Nest("", m.Validate())
	v.Nest("", c.kind.Validate(value))
	if err := v.Err(); err != nil {
		return value, err
	}
	if m.Version == 0 {
		m.Chain = "" // a new record begins a chain, whatever it was copied from
	}
	m.Created.At, m.Updated.At = record.Instant(m.Created.At), record.Instant(m.Updated.At)
	expect := m.Version
	m.Version++
	change, err := c.change(stored, expect)
	if err != nil {
		return value, err
	}
	if err := c.driver.Apply(ctx, change); err != nil {
		return value, err
	}
	m.Chain = change.Entry.Digest
	return stored, nil
}

func (c Collection[T, F]) change(value T, expect int64) (Change, error) {
	fields := c.kind.Values(value)
	m := *c.kind.Meta(&value)
	document, err := c.encode(value)
	if err != nil {
		return Change{}, err
	}
	entry, err := record.NewEntry(c.kind.Name, m, document, rand.Text())
	if err != nil {
		return Change{}, err
	}
	m.Chain = entry.Digest
	return Change{
		Doc:    Doc{Kind: c.kind.Name, Meta: m, Schema: c.kind.Current(), Document: document, Fields: fields},
		Expect: expect,
		Entry:  entry,
		Event:  record.EventOf(c.kind.Name, m),
	}, nil
}

// Get implements [record.Store].
func (c Collection[T, F]) Get(ctx context.Context, k record.Key) (T, error) {
	doc, err := c.driver.Get(ctx, c.kind.Name, k)
	if err != nil {
		var none T
		return none, err
	}
	return c.decode(doc)
}

// List implements [record.Store].
func (c Collection[T, F]) List(ctx context.Context, filter F) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		q := Query{Kind: c.kind.Name, Query: filter.Query()}
		left := q.Limit
		for {
			q.Limit = pageSize
			if left != 0 { // the driver refuses a negative limit
				q.Limit = min(left, pageSize)
			}
			page, err := c.driver.Query(ctx, q)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, doc := range page.Docs {
				value, err := c.decode(doc)
				if !yield(value, err) || err != nil {
					return
				}
			}
			if left > 0 {
				left -= len(page.Docs)
				if left == 0 {
					return
				}
			}
			if page.Next == nil {
				return
			}
			q.After = *page.Next
		}
	}
}

// Count is the number of records that match, by the values of indexed fields.
func (c Collection[T, F]) Count(ctx context.Context, filter F, by ...string) ([]Count, error) {
	q := Query{Kind: c.kind.Name, Query: filter.Query(), CountBy: append([]string{}, by...)}
	page, err := c.driver.Query(ctx, q)
	return page.Counts, err
}

// A Version is one version of a record with the audit entry that it was written under.
type Version[T any] struct {
	Value T
	Entry record.Entry
}

// History yields every version of a record, oldest first.
func (c Collection[T, F]) History(ctx context.Context, k record.Key) iter.Seq2[Version[T], error] {
	return func(yield func(Version[T], error) bool) {
		for r, err := range revisions(ctx, c.driver, c.kind.Name, k) {
			if err != nil {
				yield(Version[T]{}, err)
				return
			}
			value, err := c.decode(r.Doc)
			if !yield(Version[T]{Value: value, Entry: r.Entry}, err) || err != nil {
				return
			}
		}
	}
}

// Verify is [Verify] of a record of the collection.
func (c Collection[T, F]) Verify(ctx context.Context, k record.Key) error {
	return Verify(ctx, c.driver, c.kind.Name, k)
}

// encode is the document of a value: everything but its meta.
func (c Collection[T, F]) encode(value T) (json.RawMessage, error) {
	*c.kind.Meta(&value) = record.Meta{}
	document, err := json.Marshal(value)
	if err != nil {
		return nil, fmt.Errorf("storage: encode %s: %w", c.kind.Name, err)
	}
	return document, nil
}

// decode reads a document, upgraded to the present shape. A document of a newer shape,
// or with a field that the type does not have, is refused: to write it back would lose
// what this program does not know.
func (c Collection[T, F]) decode(doc Doc) (T, error) {
	var value, none T
	if doc.Schema < 1 || doc.Schema > c.kind.Current() {
		return none, fault.Refuse(fault.ErrInvalid, schemaUnknown,
			"kind", c.kind.Name, "id", doc.Meta.ID, "have", doc.Schema, "want", c.kind.Current())
	}
	document := doc.Document
	for n := doc.Schema; n < c.kind.Current(); n++ {
		var err error
		if document, err = c.kind.Upgrades[n-1](document); err != nil {
			return none, fmt.Errorf("storage: upgrade %s %s from schema %d: %w", c.kind.Name, doc.Meta.ID, n, err)
		}
	}
	decoder := json.NewDecoder(bytes.NewReader(document))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&value); err != nil {
		// The strict decoder says all that is wrong, and where; it is not needed before.
		var again T
		source := c.kind.Name + " " + doc.Meta.ID
		if _, all := record.Decode(source, document, &again); all != nil {
			return none, all
		}
		return none, fmt.Errorf("storage: decode %s: %w", source, err)
	}
	*c.kind.Meta(&value) = doc.Meta
	return value, nil
}

func equal(a, b json.RawMessage) (bool, error) {
	one, err := record.Canonical(a)
	if err != nil {
		return false, err
	}
	other, err := record.Canonical(b)
	return bytes.Equal(one, other), err
}
