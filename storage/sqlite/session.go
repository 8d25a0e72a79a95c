package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/storage"
)

// A session runs statements: all in one transaction, or reading ones each on whatever
// connection is free. Within a transaction it is a storage.Driver.
type session struct {
	db    *DB
	tx    *sql.Tx // nil outside a transaction
	own   bool    // the transaction was begun here and commits only what is whole
	stmts map[string]*sql.Stmt
	over  error // why nothing more can be done
}

// outside is a session that sees what is committed.
func (db *DB) outside() *session { return &session{db: db} }

// transaction runs do in a transaction and commits it when do returns nil.
func (db *DB) transaction(ctx context.Context, do func(*session) error) error {
	s, err := db.begin(ctx)
	if err != nil {
		return err
	}
	defer s.end() // also when do panics
	if err := do(s); err != nil {
		return err
	}
	if err := s.usable(ctx); err != nil {
		return err
	}
	if err := s.tx.Commit(); err != nil {
		return s.failed(ctx, err)
	}
	if db.changed.Load() >= db.surveyAt {
		db.surveyAt *= 2
		_ = db.survey(ctx) // it is advice; the next comes at double the size
	}
	return nil
}

// begin waits for the turn, then for the write lock. SQLite waits for the lock with its
// eyes shut; when the context ends meanwhile, what it then gets is given back.
func (db *DB) begin(ctx context.Context) (*session, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	select {
	case db.turn <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	s := &session{db: db, own: true, stmts: map[string]*sql.Stmt{}}
	locked := make(chan error, 1)
	go func() { locked <- s.lock(ctx) }()
	select {
	case err := <-locked:
		if err != nil {
			s.end()
		}
		return s, err
	case <-ctx.Done():
		go func() {
			<-locked //nolint:errcheck // whichever it is, it has ended
			s.end()
		}()
		return nil, ctx.Err()
	}
}

// lock begins the transaction and takes the write lock before anything is read: one that
// reads, then writes, fails at once when another has written in between, however long it
// would wait. Connections of our own begin with BEGIN IMMEDIATE, which does it; where that
// is not known a first statement that writes nothing waits just so.
func (s *session) lock(ctx context.Context) (err error) {
	if s.tx, err = s.db.sql.BeginTx(ctx, nil); err != nil {
		return s.failed(ctx, err)
	}
	if !s.db.owns {
		_, err = s.exec(ctx, s.db.lockSQL)
	}
	return err
}

// end gives back the lock and the turn. After a commit there is nothing left to roll back.
func (s *session) end() {
	if s.tx != nil {
		_ = s.tx.Rollback()
	}
	s.over = fault.Refuse(fault.ErrInvalid, txOver)
	<-s.db.turn
}

// survey tells the planner how many records the indexes tell apart. Without, it takes a
// tenant to have ten, and looks for a person's goals in a cycle among all of the cycle or
// all of the tenant. It looks at a thousand entries of each index, some milliseconds.
func (db *DB) survey(ctx context.Context) error {
	tx, err := db.sql.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() { _ = tx.Rollback() }()
	script := []string{`PRAGMA analysis_limit = 1000`}
	for _, t := range db.tables {
		script = append(script, `ANALYZE `+t.name) //nolint:misspell // so SQL spells it
	}
	// Other connections look at it when the tables seem to have changed.
	mark := db.name("$surveyed")
	script = append(script, `CREATE TABLE `+mark+` (x)`, `DROP TABLE `+mark, `PRAGMA analysis_limit = 0`)
	for _, query := range script {
		if _, err := tx.ExecContext(ctx, query); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// Tx implements [storage.Driver]: it joins the transaction.
func (s *session) Tx(ctx context.Context, do func(storage.Driver) error) error {
	return s.whole(ctx, func() error {
		if err := do(s); err != nil {
			return err
		}
		return ctx.Err()
	})
}

// whole runs do so that nothing of it is left when it fails.
func (s *session) whole(ctx context.Context, do func() error) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	if _, err := s.exec(ctx, savepointSQL); err != nil {
		return err
	}
	done := false
	defer func() { // also when do panics
		if !done {
			s.undo(context.WithoutCancel(ctx))
		}
	}()
	if err := do(); err != nil {
		return err
	}
	if _, err := s.exec(ctx, releaseSQL); err != nil {
		return err
	}
	done = true
	return nil
}

// Savepoints nest by name, so one name is enough.
const (
	savepointSQL = `SAVEPOINT meritkit`
	releaseSQL   = `RELEASE meritkit`
	undoSQL      = `ROLLBACK TO meritkit`
)

// undo goes back to the savepoint. Where that can't be done SQLite has given up the
// transaction, as it may when it is interrupted or the disk is full; to go on would
// write outside it.
func (s *session) undo(ctx context.Context) {
	_, err := s.exec(ctx, undoSQL)
	if err == nil {
		_, err = s.exec(ctx, releaseSQL)
	}
	if err != nil && s.over == nil {
		s.over = err
	}
}

func (s *session) usable(ctx context.Context) error {
	if s.over != nil {
		return s.over
	}
	return ctx.Err()
}

// stmt is the prepared statement of a query, for the transaction within one; nil when
// there are too many.
func (s *session) stmt(ctx context.Context, query string) (*sql.Stmt, error) {
	if s.tx == nil {
		return s.db.prepare(ctx, query)
	}
	if stmt := s.stmts[query]; stmt != nil {
		return stmt, nil
	}
	var stmt *sql.Stmt
	if known := s.db.known(query); known != nil {
		stmt = s.tx.StmtContext(ctx, known)
	} else {
		var err error
		if stmt, err = s.tx.PrepareContext(ctx, query); err != nil {
			return nil, err
		}
	}
	s.stmts[query] = stmt
	return stmt, nil
}

// exec runs a statement and returns how many rows it changed.
func (s *session) exec(ctx context.Context, query string, args ...any) (int64, error) {
	stmt, err := s.stmt(ctx, query) //nolint:sqlclosecheck // kept for the next time
	if err != nil {
		return 0, s.failed(ctx, err)
	}
	result, err := stmt.ExecContext(ctx, args...)
	if err != nil {
		return 0, s.failed(ctx, err)
	}
	return result.RowsAffected()
}

// each calls do for every row of a query's result. No row is open when it returns.
func (s *session) each(ctx context.Context, query string, args []any, do func(*sql.Rows) error) error {
	stmt, err := s.stmt(ctx, query) //nolint:sqlclosecheck // kept for the next time
	if err != nil {
		return s.failed(ctx, err)
	}
	var rows *sql.Rows
	if stmt != nil {
		rows, err = stmt.QueryContext(ctx, args...)
	} else {
		rows, err = s.db.sql.QueryContext(ctx, query, args...)
	}
	if err = scan(rows, err, do); err != nil {
		return s.failed(ctx, err)
	}
	return nil
}

// scan calls do for every row, if there is no error, and closes them.
func scan(rows *sql.Rows, err error, do func(*sql.Rows) error) error {
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := do(rows); err != nil {
			return err
		}
	}
	return rows.Err()
}

// failed words what went wrong in SQLite: the context's error where that is the cause.
func (s *session) failed(ctx context.Context, err error) error {
	if cause := ctx.Err(); cause != nil {
		return cause
	}
	if errors.Is(err, sql.ErrTxDone) {
		return fault.Refuse(fault.ErrInvalid, txOver)
	}
	if errors.Is(err, fault.ErrInvalid) { // a damaged row
		return err
	}
	return fmt.Errorf("sqlite: %w", err)
}
