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
	sameTenant := func(a, b storage.Change) bool { return a.Meta.Tenant == b.Meta.Tenant }
	alike := func(a, b storage.Change) bool {
		return together && a.Kind == b.Kind && a.Expect == 0 && b.Expect == 0
	}
	if s.within {
		for own := range runs(changes, sameTenant, len(changes)) {
			if err := s.reserve(ctx, own[0].Meta.Tenant, int64(len(own))); err != nil {
				return err
			}
		}
		b.Queue(savepointSQL)
	}
	for own := range runs(changes, sameTenant, len(changes)) {
		tenant := own[0].Meta.Tenant
		s.scope(b, tenant)
		var base *int64
		offset := -len(own) // from the last one, which counts them in
		if s.within {
			base, offset = s.take(tenant, int64(len(own))), 0
		} else {
			b.Queue(s.db.turnSQL, tenant, len(own))
		}
		for run := range runs(own, alike, most) {
			about[b.Len()] = span{at, at + len(run)}
			t, c := s.db.tables[run[0].Kind], run[0]
			if c.Expect == 0 {
				b.Queue(t.insertSQL, t.args(base, offset, run...)...)
			} else {
				b.Queue(t.updateSQL, append(t.args(base, offset, c), c.Expect, string(c.Entry.Prev))...)
			}
			at += len(run)
			offset += len(run)
		}
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
	case of.end-of.start > 1: // the one at fault can't be told
		return errOneOfMany
	case is(err, uniqueViolation): // its key, or a unique group
		return fault.Exists(changes[of.start].Kind, changes[of.start].Meta.ID)
	default:
		return s.against(ctx, changes[of.start], changes[:of.start])
	}
}

// A span is some changes that follow each other.
type span struct{ start, end int }

// most is how many records one statement writes, so that what is sent and kept of it on
// either side stays small.
const most = 500

// reserve takes the tenant's turn to write, until the transaction ends, and as many seqs as
// are needed. To note that for each of many changes would slow each down by those before
// it, so what is taken grows with them; gaps do no harm.
func (s *session) reserve(ctx context.Context, tenant string, n int64) error {
	t := s.turns[tenant]
	if t.last-t.next >= n {
		return nil
	}
	take := max(n, 2*t.used)
	err := s.each(ctx, tenant, s.db.turnSQL, []any{take}, func(rows pgx.Rows) error { return rows.Scan(&t.last) })
	if err != nil {
		s.over = err // the transaction is lost
		return err
	}
	t.next = t.last - take
	s.turns[tenant] = t
	return nil
}

// take uses n of the seqs reserved, those after the one it returns.
func (s *session) take(tenant string, n int64) *int64 {
	t := s.turns[tenant]
	from := t.next
	t.next, t.used = t.next+n, t.used+n
	s.turns[tenant] = t
	return &from
}

// A turn is the right to write for a tenant, with the seqs after next up to last to be
// given to events.
type turn struct{ next, last, used int64 }

// runs splits changes where two that follow each other do not belong together, and after
// so many.
func runs(changes []storage.Change, together func(a, b storage.Change) bool, most int) iter.Seq[[]storage.Change] {
	return func(yield func([]storage.Change) bool) {
		for len(changes) > 0 {
			n := 1
			for n < min(len(changes), most) && together(changes[n-1], changes[n]) {
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
