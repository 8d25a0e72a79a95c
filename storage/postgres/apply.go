package postgres

import (
	"context"
	"errors"
	"iter"
	"slices"
	"strings"

	"github.com/jackc/pgx/v5"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// Apply implements [storage.Driver].
func (s *session) Apply(ctx context.Context, changes ...storage.Change) error {
	if err := s.usable(ctx); err != nil {
		return err
	}
	if err := s.db.kinds.CheckChanges(changes...); err != nil || len(changes) == 0 {
		return err
	}
	// Tenants are strangers to each other, so their order is free; writers who keep to one
	// order do not wait for each other in a circle.
	if slices.ContainsFunc(changes, func(c storage.Change) bool { return c.Meta.Tenant != changes[0].Meta.Tenant }) {
		changes = slices.Clone(changes)
		slices.SortStableFunc(changes, func(a, b storage.Change) int { return strings.Compare(a.Meta.Tenant, b.Meta.Tenant) })
	}
	err := s.write(ctx, changes, true)
	if errors.Is(err, errOneOfMany) {
		err = s.write(ctx, changes, false)
	}
	return err
}

// errOneOfMany says that one of several records written at once is refused, but not which.
var errOneOfMany = errors.New("one of many")

// write writes changes, sorted by tenant, in one round trip: all or none. New records of
// one kind that follow each other are written at once where that is allowed.
func (s *session) write(ctx context.Context, changes []storage.Change, together bool) error {
	b := &pgx.Batch{}
	about := map[int]span{} // the records that a statement of the batch writes
	at := 0
	if s.within {
		b.Queue(savepointSQL)
	}
	for tenant := range runs(changes, func(a, b storage.Change) bool { return a.Meta.Tenant == b.Meta.Tenant }) {
		name := tenant[0].Meta.Tenant
		s.scope(b, name)
		b.Queue(s.db.event.sql, s.db.event.args(name, tenant...)...)
		for run := range runs(tenant, func(a, b storage.Change) bool {
			return together && a.Kind == b.Kind && a.Expect == 0 && b.Expect == 0
		}) {
			about[b.Len()] = span{at, at + len(run)}
			at += len(run)
			t, c := s.db.tables[run[0].Kind], run[0]
			if c.Expect == 0 {
				b.Queue(t.insert.sql, t.insert.args(name, run...)...)
			} else {
				b.Queue(t.update.sql, append(t.update.args(name, c), c.Expect, string(c.Entry.Prev))...)
			}
		}
		b.Queue(s.db.revision.sql, s.db.revision.args(name, tenant...)...)
	}
	if s.within {
		b.Queue(releaseSQL)
	}
	failed, err := s.send(ctx, b)
	if err == nil {
		return nil
	}
	if s.within {
		s.undo(ctx)
	}
	of, ok := about[failed]
	switch {
	case !ok || !is(err, uniqueViolation, divisionByZero):
		return err
	case of.end-of.start > 1:
		return errOneOfMany
	case is(err, uniqueViolation): // its key, or a unique group
		return fault.Exists(changes[of.start].Kind, changes[of.start].Meta.ID)
	default:
		return s.against(ctx, changes[of.start], changes[:of.start])
	}
}

// A span is some changes that follow each other.
type span struct{ start, end int }

// runs splits changes where two that follow each other do not belong together.
func runs(changes []storage.Change, together func(a, b storage.Change) bool) iter.Seq[[]storage.Change] {
	return func(yield func([]storage.Change) bool) {
		for len(changes) > 0 {
			n := 1
			for n < len(changes) && together(changes[n-1], changes[n]) {
				n++
			}
			if !yield(changes[:n]) {
				return
			}
			changes = changes[n:]
		}
	}
}

// against says why an update found no record to replace, after those before it in its batch.
func (s *session) against(ctx context.Context, c storage.Change, before []storage.Change) error {
	var stored record.Meta
	found := false
	for _, earlier := range before {
		if earlier.Kind == c.Kind && earlier.Meta.Key() == c.Meta.Key() {
			stored, found = earlier.Meta, true
		}
	}
	if !found {
		err := s.each(ctx, c.Meta.Tenant, s.db.tables[c.Kind].headSQL, []any{c.Meta.ID}, func(rows pgx.Rows) error {
			found = true
			return rows.Scan(&stored.Version, (*string)(&stored.Chain))
		})
		if err != nil {
			return err
		}
	}
	if err := c.Against(stored, found); err != nil {
		return err
	}
	return fault.Refuse(fault.ErrConflict, contended) // it has come only since
}
