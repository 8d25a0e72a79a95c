package postgres

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/storage"
)

// A session sends statements, each batch in one round trip: all in one transaction, or
// each batch as a transaction of its own on whatever connection is free. Within a
// transaction it is a storage.Driver.
type session struct {
	db       *DB
	on       Tx
	within   bool  // in a transaction
	borrowed bool  // which is the caller's
	over     error // why nothing more can be done
	turns    map[string]turn
}

// patience is how long a rollback may take before the connection is given up.
const patience = 5 * time.Second

// transaction runs do in a transaction and commits it when do returns nil.
func (db *DB) transaction(ctx context.Context, do func(storage.Driver) error) error {
	tx, err := db.pool.Begin(ctx)
	s := &session{db: db, on: tx, within: true, turns: map[string]turn{}}
	if err != nil {
		return s.failed(ctx, err)
	}
	defer func() { // also when do panics; after a commit there is nothing left to roll back
		s.over = fault.Refuse(fault.ErrInvalid, txOver)
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
		defer cancel()
		_ = tx.Rollback(ctx)
	}()
	if err := do(s); err != nil {
		return err
	}
	if err := s.usable(ctx); err != nil {
		return err
	}
	if err := tx.Commit(ctx); err != nil {
		return s.failed(ctx, err)
	}
	return nil
}

// Tx implements [storage.Driver]: it joins the transaction.
func (s *session) Tx(ctx context.Context, do func(storage.Driver) error) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	if err := s.run(ctx, savepointSQL); err != nil {
		return err
	}
	done, turns := false, maps.Clone(s.turns)
	defer func() { // also when do panics
		if !done {
			s.undo(ctx)
			s.turns = turns // others may have had theirs meanwhile
		}
	}()
	if err := do(s); err != nil {
		return err
	}
	if err := s.usable(ctx); err != nil {
		return err
	}
	if err := s.run(ctx, releaseSQL); err != nil {
		return err
	}
	done = true
	return nil
}

// Savepoints nest by name, so one name is enough.
const (
	savepointSQL = `SAVEPOINT meritkit`
	releaseSQL   = `RELEASE SAVEPOINT meritkit`
	undoSQL      = `ROLLBACK TO SAVEPOINT meritkit`
)

// undo goes back to the savepoint. Where that can't be done the transaction is lost.
func (s *session) undo(ctx context.Context) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	err := s.run(ctx, undoSQL)
	if err == nil {
		err = s.run(ctx, releaseSQL) // on its own: it can't be prepared before
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

// scope begins a batch of statements for a tenant. The setting ends with the transaction,
// and with the batch where that is one of its own.
func (s *session) scope(b *pgx.Batch, tenant string) {
	switch {
	case s.db.role == "":
		b.Queue(s.db.scopeSQL, tenant)
	case s.borrowed:
		b.Queue(tenantSQL, tenant)
	default:
		b.Queue(s.db.scopeSQL, tenant, s.db.role)
	}
}

// run runs a statement that is about no tenant.
func (s *session) run(ctx context.Context, sql string) error {
	b := &pgx.Batch{}
	b.Queue(sql)
	_, err := s.send(ctx, b)
	return err
}

// send runs a batch and returns, when it fails, the number of the statement that did.
func (s *session) send(ctx context.Context, b *pgx.Batch) (int, error) {
	results := s.on.SendBatch(ctx, b)
	for i := range b.Len() {
		if _, err := results.Exec(); err != nil {
			_ = results.Close() // it has the same to say
			return i, s.failed(ctx, err)
		}
	}
	if err := results.Close(); err != nil {
		return b.Len(), s.failed(ctx, err)
	}
	return 0, nil
}

// each calls do for every row of the result of a query for a tenant, which is $1. No row
// is open when it returns.
func (s *session) each(ctx context.Context, tenant, query string, args []any, do func(pgx.Rows) error) (err error) {
	b := &pgx.Batch{}
	s.scope(b, tenant)
	b.Queue(query, append([]any{tenant}, args...)...)
	results := s.on.SendBatch(ctx, b)
	defer func() {
		if closing := results.Close(); err == nil {
			err = closing
		}
		if err != nil {
			err = s.failed(ctx, err)
		}
	}()
	if _, err := results.Exec(); err != nil {
		return err
	}
	rows, err := results.Query()
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

// What PostgreSQL calls the errors that are told apart.
const (
	uniqueViolation      = "23505"
	divisionByZero       = "22012"
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
)

// is reports whether PostgreSQL calls an error by one of these codes.
func is(err error, codes ...string) bool {
	refused, ok := errors.AsType[*pgconn.PgError](err)
	return ok && slices.Contains(codes, refused.Code)
}

// failed words what went wrong in PostgreSQL: the context's error where that is the cause.
func (s *session) failed(ctx context.Context, err error) error {
	if cause := ctx.Err(); cause != nil {
		return cause
	}
	if errors.Is(err, pgx.ErrTxClosed) {
		return fault.Refuse(fault.ErrInvalid, txOver)
	}
	if errors.Is(err, fault.ErrInvalid) { // a damaged row
		return err
	}
	if is(err, serializationFailure, deadlockDetected) {
		return errors.Join(fault.Refuse(fault.ErrConflict, contended), err)
	}
	return fmt.Errorf("postgres: %w", err)
}
