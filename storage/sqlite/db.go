package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"sync/atomic"

	modernc "modernc.org/sqlite"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// memoryPath opens a database that is gone when it is closed.
const memoryPath = ":memory:"

// mostPrepared bounds the statements that are kept prepared. A program has as many as
// its filters have shapes, usually some dozens; beyond the bound they are prepared each time.
const mostPrepared = 1000

// A DB is a [storage.Driver] over a SQLite database.
type DB struct {
	layout
	sql  *sql.DB
	owns bool // opened here, so closed here
	// turn is held by the one transaction of this DB that may write. Waiting for it is
	// fair and ends with the context; SQLite's own lock is asked for again and again.
	turn chan struct{}
	// changed counts the changes written; at surveyAt, which belongs to the one whose
	// turn it is, the planner needs to know.
	changed  atomic.Int64
	surveyAt int64

	mu       sync.RWMutex
	prepared map[string]*sql.Stmt
}

// An Option is a choice to be made when a database is opened.
type Option func(*options)

type options struct {
	prefix      string
	synchronous string
}

// Prefix begins the name of every table and index, in place of "meritkit_".
func Prefix(prefix string) Option { return func(o *options) { o.prefix = prefix } }

// Durable makes [Open] wait for the disk at every commit, so that even a power failure
// loses nothing that is committed. It costs a disk flush a transaction. It says nothing
// to [New], where the connections are the caller's.
func Durable() Option { return func(o *options) { o.synchronous = "FULL" } }

func chosen(opts []Option) options {
	o := options{prefix: "meritkit_", synchronous: "NORMAL"}
	for _, opt := range opts {
		opt(&o)
	}
	return o
}

// Open opens the database file at path, makes it when there is none (for its owner's
// eyes only), and brings its tables up to date for the kinds of these schemas.
//
// The path ":memory:" opens a database without a file, for tests. It has one connection:
// who reads from outside waits until a transaction is over, so what runs in [DB.Tx] must
// read with the driver that it gets.
func Open(ctx context.Context, path string, schemas []record.Schema, opts ...Option) (*DB, error) {
	if path == "" {
		return nil, fault.Refuse(fault.ErrInvalid, pathRequired)
	}
	o := chosen(opts)
	pool, err := openPool(path, o.synchronous)
	if err != nil {
		return nil, fmt.Errorf("sqlite: open %s: %w", path, err)
	}
	db, err := open(ctx, pool, schemas, o)
	if err != nil {
		return nil, errors.Join(fmt.Errorf("sqlite: open %s: %w", path, err), pool.Close())
	}
	db.owns = true
	return db, nil
}

// New keeps records in a database that the caller has opened, with any driver of a
// SQLite that is 3.38 or newer, and brings its tables up to date. Its connections should
// be set to journal_mode=WAL, so that reading does not wait for writing, and to a
// busy_timeout of some seconds; transactions that are given to [DB.WithTx] should begin
// with BEGIN IMMEDIATE (in many drivers _txlock=immediate), so that they don't fail for
// having read before another wrote.
func New(ctx context.Context, db *sql.DB, schemas []record.Schema, opts ...Option) (*DB, error) {
	d, err := open(ctx, db, schemas, chosen(opts))
	if err != nil {
		return nil, fmt.Errorf("sqlite: %w", err)
	}
	return d, nil
}

func open(ctx context.Context, pool *sql.DB, schemas []record.Schema, o options) (*DB, error) {
	l, err := newLayout(o.prefix, schemas)
	if err != nil {
		return nil, err
	}
	if err := l.migrate(ctx, pool); err != nil {
		return nil, err
	}
	db := &DB{
		layout: l, sql: pool, turn: make(chan struct{}, 1), surveyAt: 1000,
		prepared: map[string]*sql.Stmt{},
	}
	// A transaction can't prepare these for the whole pool: it may hold the last connection.
	for _, query := range l.writes() {
		if _, err := db.prepare(ctx, query); err != nil { //nolint:sqlclosecheck // Close does
			return nil, errors.Join(fmt.Errorf("prepare %s: %w", query, err), db.Close())
		}
	}
	return db, nil
}

func openPool(path, synchronous string) (*sql.DB, error) {
	name := "file::memory:"
	if path != memoryPath {
		absolute, err := filepath.Abs(path)
		if err != nil {
			return nil, err
		}
		// SQLite would make a file that others can read; these are people's ratings.
		file, err := os.OpenFile(absolute, os.O_CREATE|os.O_RDWR, 0o600)
		if err != nil {
			return nil, err
		}
		if err := file.Close(); err != nil {
			return nil, err
		}
		slashed := "/" + strings.TrimPrefix(filepath.ToSlash(absolute), "/")
		name = "file://" + (&url.URL{Path: slashed}).EscapedPath()
	}
	// The busy timeout comes first: the others may have to wait for it.
	settings := url.Values{
		"_busy_timeout": {"10000"}, "_journal_mode": {"WAL"}, "_synchronous": {synchronous},
		"_txlock": {"immediate"}, "_error_rc": {"true"},
	}
	connector, err := modernc.NewConnector(name + "?" + settings.Encode())
	if err != nil {
		return nil, err
	}
	pool := sql.OpenDB(connector)
	connections := max(4, runtime.GOMAXPROCS(0)) + 1 // readers, and the one that writes
	if path == memoryPath {
		connections = 1 // each would have a database of its own
	}
	pool.SetMaxOpenConns(connections)
	pool.SetMaxIdleConns(connections)
	return pool, nil
}

// SQL is the database underneath, for the program's own tables and transactions in it.
func (db *DB) SQL() *sql.DB { return db.sql }

// Close lets go of what the DB holds, and closes the database when Open opened it.
func (db *DB) Close() error {
	db.mu.Lock()
	defer db.mu.Unlock()
	var errs []error
	for _, stmt := range db.prepared {
		errs = append(errs, stmt.Close())
	}
	clear(db.prepared)
	if db.owns {
		errs = append(errs, db.sql.Close())
	}
	return errors.Join(errs...)
}

// prepare finds or makes the prepared statement of a query; nil when there are too many.
func (db *DB) prepare(ctx context.Context, query string) (*sql.Stmt, error) {
	db.mu.RLock()
	stmt, full := db.prepared[query], len(db.prepared) >= mostPrepared
	db.mu.RUnlock()
	if stmt != nil || full {
		return stmt, nil
	}
	fresh, err := db.sql.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	db.mu.Lock()
	defer db.mu.Unlock()
	if stmt = db.prepared[query]; stmt != nil { // another was faster
		return stmt, fresh.Close() //nolint:sqlclosecheck // the other is used
	}
	db.prepared[query] = fresh
	return fresh, nil
}

// known is the prepared statement of a query if there is one.
func (db *DB) known(query string) *sql.Stmt {
	db.mu.RLock()
	defer db.mu.RUnlock()
	return db.prepared[query]
}

// Apply implements [storage.Driver].
func (db *DB) Apply(ctx context.Context, changes ...storage.Change) error {
	if err := db.kinds.CheckChanges(changes...); err != nil {
		return err
	}
	return db.transaction(ctx, func(s *session) error { return s.write(ctx, changes) })
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
	return db.transaction(ctx, func(s *session) error { return do(s) })
}

// WithTx is a driver within a transaction of the caller's, of the *sql.DB that was given
// to [New] or that [DB.SQL] gives. What it writes is committed and rolled back with the
// caller's own writes, by the caller; an Apply that fails has left nothing behind. Like
// the transaction it is for one goroutine at a time.
func (db *DB) WithTx(tx *sql.Tx) storage.Driver {
	return &session{db: db, tx: tx, stmts: map[string]*sql.Stmt{}}
}
