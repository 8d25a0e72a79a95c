package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// A DB is a [storage.Driver] over a PostgreSQL database.
type DB struct {
	layout
	pool *pgxpool.Pool
	owns bool // opened here, so closed here
}

// An Option is a choice to be made when a database is opened.
type Option func(*options)

type options struct{ prefix, role string }

// Prefix begins the name of every table and index, in place of "meritkit_".
func Prefix(prefix string) Option { return func(o *options) { o.prefix = prefix } }

// Role is the role that reads and writes records: one that the connecting user is a member
// of, may use the schema, and owns nothing. It is granted what it needs and no more, so
// that not even a statement gone wrong can rewrite history. It says nothing to
// [DB.WithTx]: the caller's transaction has the caller's role.
func Role(name string) Option { return func(o *options) { o.role = name } }

func chosen(opts []Option) options {
	o := options{prefix: "meritkit_"}
	for _, opt := range opts {
		opt(&o)
	}
	return o
}

// Open connects to a database, by a URL or a list of settings as [pgxpool.ParseConfig]
// takes them, and brings its tables up to date for the kinds of these schemas.
func Open(ctx context.Context, dsn string, schemas []record.Schema, opts ...Option) (*DB, error) {
	pool, err := pgxpool.New(ctx, dsn)
	if err != nil {
		return nil, fmt.Errorf("postgres: %w", err) // it hides the password
	}
	db, err := New(ctx, pool, schemas, opts...)
	if err != nil {
		pool.Close()
		return nil, err
	}
	db.owns = true
	return db, nil
}

// New keeps records in a database that the caller has connected to, of PostgreSQL 15 or
// newer, and brings its tables up to date.
func New(ctx context.Context, pool *pgxpool.Pool, schemas []record.Schema, opts ...Option) (*DB, error) {
	l, err := newLayout(chosen(opts), schemas)
	if err != nil {
		return nil, err
	}
	if err := l.migrate(ctx, pool); err != nil {
		return nil, fmt.Errorf("postgres: %w", err)
	}
	return &DB{layout: l, pool: pool}, nil
}

// Pool is the connections underneath, for the program's own tables and transactions.
func (db *DB) Pool() *pgxpool.Pool { return db.pool }

// Close closes the connections when Open opened them, and waits for those in use.
func (db *DB) Close() {
	if db.owns {
		db.pool.Close()
	}
}

// outside is a session that sees what is committed and commits each Apply.
func (db *DB) outside() *session { return &session{db: db, on: db.pool} }

// Apply implements [storage.Driver].
func (db *DB) Apply(ctx context.Context, changes ...storage.Change) error {
	return db.outside().Apply(ctx, changes...)
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
	return db.transaction(ctx, do)
}

// A Tx is a transaction of the caller's: a [pgx.Tx], or the [*pgx.Conn] on which one was
// begun. The latter is what database/sql has beneath a *sql.Conn that pgx's stdlib driver
// opened: its Raw method gives a *stdlib.Conn, whose Conn method gives it.
type Tx interface {
	SendBatch(ctx context.Context, b *pgx.Batch) pgx.BatchResults
}

// WithTx is a driver within a transaction of the caller's in the same database. What it
// writes is committed and rolled back with the caller's own writes, by the caller; an Apply
// that fails has left nothing behind. Like the transaction it is for one goroutine at a time.
func (db *DB) WithTx(tx Tx) storage.Driver {
	return &session{db: db, on: tx, within: true, borrowed: true, turns: map[string]turn{}}
}
