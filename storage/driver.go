package storage

import (
	"context"
	"encoding/json"

	"github.com/meritkit/meritkit/record"
)

// A Driver keeps encoded records. It is made for a list of [record.Schema]s, the kinds
// it is to hold, and is safe for concurrent use. Tenants are strangers to each other in
// every method: another tenant's record is not found, not counted and not told of.
//
// Every driver checks what it is given with [Kinds], hands out and takes in copies, and
// ends with the context's error when the context is done. Package storetest checks all
// that is promised here.
type Driver interface {
	// Apply writes all changes or none, in the order given: each sees what those before
	// it did, so one batch can bring the same record from version 1 to 3, or take a
	// unique value from one record and give it to the next. A change whose Expect is 0
	// creates its record: [fault.ErrExists] when the key or a unique group of fields is
	// taken. Any other replaces that version of it: [fault.ErrConflict] when another is
	// stored or the entry does not follow its chain, [fault.ErrNotFound] when none is,
	// ErrExists when a unique group is taken ([Change.Against] says which). History,
	// audit entry and event are written along.
	Apply(ctx context.Context, changes ...Change) error
	// Get returns a record or [fault.ErrNotFound].
	Get(ctx context.Context, kind string, k record.Key) (Doc, error)
	// Query returns one page of records, or counts.
	Query(ctx context.Context, q Query) (Page, error)
	// History returns the versions of a record after the given one, oldest first, at
	// most limit; none for a record that does not exist.
	History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]Revision, error)
	// Outbox returns a tenant's events in the order they were committed. Each Seq is
	// greater than that before; there may be gaps.
	Outbox(ctx context.Context, r OutboxRead) ([]record.Event, error)
	// Tx runs do with a driver whose changes commit together when do returns nil and
	// leave nothing behind otherwise: when do returns an error, which Tx then returns;
	// when it panics, which goes on; or when ctx is done before the commit. What do
	// reads includes what it has written; others read what is committed and do not wait.
	// An Apply that fails leaves the transaction as it was, and do may go on.
	//
	// Within a transaction Tx joins it: the changes commit with the outer one's, and
	// only they are undone when the inner do fails. The driver that do gets is for its
	// goroutine alone and refuses everything once the transaction is over. Whoever writes
	// to the outer driver from within do waits for himself.
	Tx(ctx context.Context, do func(Driver) error) error
}

// A Doc is an encoded record.
type Doc struct {
	Kind string
	Meta record.Meta
	// Schema is the number of the document's shape.
	Schema int
	// Document is the content without the meta, as JSON. A driver keeps its value, not
	// necessarily its bytes.
	Document json.RawMessage
	// Fields are the indexed fields, on writing only: what is read has none. One that is
	// left out is null.
	Fields map[string]record.Value
}

// A Change is one version of a record to be written.
type Change struct {
	Doc
	Expect int64 // the version that is replaced; 0: none, the record is new
	Entry  record.Entry
	Event  record.Event
}

// A Revision is one version of a record as it was written.
type Revision struct {
	Doc
	Entry record.Entry
}

// A Query asks for records of one kind.
type Query struct {
	Kind string
	record.Query
	// After is where the page before ended; zero begins at the start. Limit, of the
	// embedded query, is the size of the page and not 0.
	After Cursor
	// CountBy asks for the number of records by the values of these fields, null among
	// them, instead of the records; an empty list that is not nil counts them all and
	// gives one count, of 0 when there are none. It is not paged.
	CountBy []string
}

// A Cursor is a place in an order: the value of the field that a query orders by, and the id.
type Cursor struct {
	Value record.Value
	ID    string
}

// A Page is what a query found: records, and where the next page begins when there may
// be one, which can turn out empty; or counts, in the order of their values.
type Page struct {
	Docs   []Doc
	Next   *Cursor
	Counts []Count
}

// A Count is the number of records that have these values in the fields counted by.
type Count struct {
	By []record.Value
	N  int64
}

// An OutboxRead asks for a tenant's events after a position.
type OutboxRead struct {
	Tenant string
	After  int64
	Limit  int
}
