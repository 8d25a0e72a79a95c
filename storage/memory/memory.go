package memory

import (
	"context"
	"sync"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// A DB is a [storage.Driver] that keeps its records in memory.
type DB struct {
	view // of what is committed; it never writes
}

// A store is what all views share.
type store struct {
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
	return &DB{view{store: &store{
		kinds: kinds, turn: make(chan struct{}, 1), taken: map[string]string{},
		tables: map[tableKey]*table{}, outbox: map[string][]record.Event{},
	}}}, nil
}

// Apply implements [storage.Driver].
func (db *DB) Apply(ctx context.Context, changes ...storage.Change) error {
	return db.Tx(ctx, func(tx storage.Driver) error { return tx.Apply(ctx, changes...) })
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
	tx := &view{store: db.store, mine: map[tableKey]map[string]*row{}}
	defer func() {
		tx.over = true
		<-db.turn
	}()
	if err := tx.Tx(ctx, do); err != nil {
		return err
	}
	tx.commit()
	return nil
}
