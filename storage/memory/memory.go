package memory

import (
	"context"
	"sync"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// A DB is a [storage.Driver] that keeps its records in memory.
type DB struct {
	kinds storage.Kinds
	// turn is held by the one transaction that may write.
	turn chan struct{}
	// taken are the unique values in use and whose they are. Only the transaction that
	// has its turn looks at them; it takes back what it did when it fails.
	taken map[string]string

	mu     sync.Mutex // guards what is committed; never held while a caller's code runs
	tables map[tableKey]*table
	outbox map[string][]record.Event
}

// New is an empty store for the kinds of these schemas, or what is wrong with them.
func New(schemas ...record.Schema) (*DB, error) {
	kinds, err := storage.NewKinds(schemas...)
	if err != nil {
		return nil, err
	}
	return &DB{
		kinds: kinds, turn: make(chan struct{}, 1), taken: map[string]string{},
		tables: map[tableKey]*table{}, outbox: map[string][]record.Event{},
	}, nil
}

// Apply implements [storage.Driver].
func (db *DB) Apply(ctx context.Context, changes ...storage.Change) error {
	return db.Tx(ctx, func(tx storage.Driver) error { return tx.Apply(ctx, changes...) })
}

// Get implements [storage.Driver].
func (db *DB) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	return db.outside().Get(ctx, kind, k)
}

// Query implements [storage.Driver].
func (db *DB) Query(ctx context.Context, q storage.Query) (storage.Page, error) {
	return db.outside().Query(ctx, q)
}

// History implements [storage.Driver].
func (db *DB) History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
	return db.outside().History(ctx, kind, k, after, limit)
}

// Outbox implements [storage.Driver].
func (db *DB) Outbox(ctx context.Context, r storage.OutboxRead) ([]record.Event, error) {
	return db.outside().Outbox(ctx, r)
}

// Tx implements [storage.Driver].
func (db *DB) Tx(ctx context.Context, do func(storage.Driver) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	select {
	case db.turn <- struct{}{}:
	case <-ctx.Done():
		return ctx.Err()
	}
	tx := db.outside()
	defer func() { // also when do panics
		tx.undo(0) // nothing is left to undo after a commit
		tx.over = true
		<-db.turn
	}()
	if err := do(tx); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	tx.commit()
	return nil
}

// outside is a transaction that has written nothing: it sees what is committed.
func (db *DB) outside() *tx { return &tx{db: db} }

// table finds a tenant's records of a kind, or begins them. db.mu is held.
func (db *DB) table(k tableKey) *table {
	t := db.tables[k]
	if t == nil {
		t = &table{rows: map[string]*row{}, orders: map[string][]*row{}}
		db.tables[k] = t
	}
	return t
}
