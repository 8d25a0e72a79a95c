package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// rewrite brings a new record of a tenant through n versions, one batch each.
func rewrite(ctx context.Context, d storage.Driver, tenant, id string, n int) ([]storage.Change, error) {
	next := named(tenant, id, 1)
	var all []storage.Change
	for i := range n {
		next.Title, next.Updated = fmt.Sprint("title ", i), stamp(i).Because(fmt.Sprint("reason ", i))
		c, err := changeOf(others, next)
		if err != nil {
			return nil, err
		}
		c.Event.Seq = 99 // the driver sets its own
		if err := d.Apply(ctx, c); err != nil {
			return nil, err
		}
		all, next = append(all, c), after(next, c)
	}
	return all, nil
}

// reads checks that the outbox gives exactly the events of these changes, in order and
// with rising numbers, and returns the last number.
func reads(ctx context.Context, d storage.Driver, r storage.OutboxRead, want ...storage.Change) (int64, error) {
	events, err := d.Outbox(ctx, r)
	if err == nil && len(events) != len(want) {
		err = fmt.Errorf("the outbox of %s after %d has %d events, not %d", r.Tenant, r.After, len(events), len(want))
	}
	if err != nil {
		return 0, err
	}
	for i, got := range events {
		event := want[i].Event
		event.Seq = got.Seq
		if err := errors.Join(same("the event", got, event), truth(got.Seq > r.After, "event %d comes after %d", got.Seq, r.After)); err != nil {
			return 0, err
		}
		r.After = got.Seq
	}
	return r.After, nil
}

// recalls checks that the history of a record gives exactly these versions.
func recalls(ctx context.Context, d storage.Driver, k record.Key, after int64, limit int, want ...storage.Change) error {
	versions, err := d.History(ctx, others.Name, k, after, limit)
	if err == nil && len(versions) != len(want) {
		err = fmt.Errorf("the history of %s after %d has %d versions, not %d", k.ID, after, len(versions), len(want))
	}
	if err != nil {
		return err
	}
	for i, got := range versions {
		c := want[i]
		if err := errors.Join(same("the version's meta", got.Meta, c.Meta), same("the version's document", got.Document, c.Document),
			same("the audit entry", got.Entry, c.Entry), truth(got.Schema == c.Schema && got.Kind == c.Kind, "the version is of %s, schema %d", got.Kind, got.Schema)); err != nil {
			return err
		}
	}
	return nil
}

// An altered driver gives documents with another title than they were stored with.
type altered struct{ storage.Driver }

func alter(doc storage.Doc) storage.Doc {
	doc.Document = bytes.Replace(doc.Document, []byte("title "), []byte("other "), 1)
	return doc
}

// Get implements [storage.Driver].
func (d altered) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	doc, err := d.Driver.Get(ctx, kind, k)
	return alter(doc), err
}

// History implements [storage.Driver].
func (d altered) History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
	versions, err := d.Driver.History(ctx, kind, k, after, limit)
	for i := range versions {
		versions[i].Doc = alter(versions[i].Doc)
	}
	return versions, err
}

var trailChecks = []check[storage.Driver]{
	{
		"history", "the history of a record is every version as it was written with its audit entry, oldest first, in pages",
		func(ctx context.Context, d storage.Driver) error {
			all, err := rewrite(ctx, d, north, "one", 5)
			if err != nil {
				return err
			}
			if _, err := rewrite(ctx, d, north, "two", 2); err != nil {
				return err
			}
			key := all[0].Meta.Key()
			return errors.Join(recalls(ctx, d, key, 0, 10, all...), recalls(ctx, d, key, 1, 2, all[1:3]...), recalls(ctx, d, key, 4, 10, all[4]),
				recalls(ctx, d, key, 5, 10), recalls(ctx, d, key, 9, 10), recalls(ctx, d, record.Key{Tenant: north, ID: "none"}, 0, 10))
		},
	},
	{
		"history-apart", "a tenant neither reads another's history nor adds to it",
		func(ctx context.Context, d storage.Driver) error {
			all, err := rewrite(ctx, d, north, "one", 3)
			if err != nil {
				return err
			}
			if err := recalls(ctx, d, record.Key{Tenant: south, ID: "one"}, 0, 10); err != nil {
				return err
			}
			own, err := rewrite(ctx, d, south, "one", 2)
			if err != nil {
				return err
			}
			return errors.Join(recalls(ctx, d, all[0].Meta.Key(), 0, 10, all...), recalls(ctx, d, own[0].Meta.Key(), 0, 10, own...))
		},
	},
	{
		"outbox", "the outbox has each change's event once, in the order of the changes, with rising numbers, in pages",
		func(ctx context.Context, d storage.Driver) error {
			all, err := rewrite(ctx, d, north, "one", 3)
			if err != nil {
				return err
			}
			more, err := rewrite(ctx, d, north, "a", 2)
			if err != nil {
				return err
			}
			all = append(all, more...)
			if err := d.Apply(ctx, all[0]); !errors.Is(err, fault.ErrExists) { // leaves no event
				return is("a change that fails", err, fault.ErrExists)
			}
			if _, err := reads(ctx, d, storage.OutboxRead{Tenant: north, Limit: 10}, all...); err != nil {
				return err
			}
			at := int64(0)
			for ; len(all) > 0; all = all[min(2, len(all)):] {
				if at, err = reads(ctx, d, storage.OutboxRead{Tenant: north, After: at, Limit: 2}, all[:min(2, len(all))]...); err != nil {
					return err
				}
			}
			_, err = reads(ctx, d, storage.OutboxRead{Tenant: north, After: at, Limit: 2})
			return err
		},
	},
	{
		"outbox-apart", "a tenant's outbox tells of no other tenant",
		func(ctx context.Context, d storage.Driver) error {
			own, err := rewrite(ctx, d, north, "one", 2)
			if err != nil {
				return err
			}
			other, err := rewrite(ctx, d, south, "one", 3)
			if err != nil {
				return err
			}
			_, first := reads(ctx, d, storage.OutboxRead{Tenant: north, Limit: 10}, own...)
			_, second := reads(ctx, d, storage.OutboxRead{Tenant: south, Limit: 10}, other...)
			return errors.Join(first, second)
		},
	},
	{
		"outbox-race", "who reads the outbox on from the last event he saw misses none, however many write at the same time",
		func(ctx context.Context, d storage.Driver) error {
			const writers, each = 4, 15
			var all sync.WaitGroup
			errs := make([]error, writers)
			for w := range writers {
				all.Go(func() { _, errs[w] = rewrite(ctx, d, north, numbered(w), each) })
			}
			var ended atomic.Bool
			go func() { all.Wait(); ended.Store(true) }()
			seen := map[string]int64{}
			for at, last := int64(0), false; !last; {
				last = ended.Load() // one more read after the last write
				events, err := d.Outbox(ctx, storage.OutboxRead{Tenant: north, After: at, Limit: 1000})
				if err != nil {
					return err
				}
				for _, e := range events {
					if e.Version != seen[e.ID]+1 || e.Seq <= at {
						return fmt.Errorf("event %d, version %d of %s, came after event %d, version %d", e.Seq, e.Version, e.ID, at, seen[e.ID])
					}
					seen[e.ID], at = e.Version, e.Seq
				}
			}
			for w := range writers {
				errs[w] = errors.Join(errs[w], truth(seen[numbered(w)] == each, "%d of %d events of %s seen", seen[numbered(w)], each, numbered(w)))
			}
			return errors.Join(errs...)
		},
	},
	{
		"audit", "the audit chain of a record proves it, also over more versions than a page has",
		func(ctx context.Context, d storage.Driver) error {
			all, err := rewrite(ctx, d, north, "one", 260)
			if err != nil {
				return err
			}
			return storage.Of(d, others).Verify(ctx, all[0].Meta.Key())
		},
	},
	{
		"audit-alarm", "a document that was altered behind the store's back does not pass for what its audit entry was written for",
		func(ctx context.Context, d storage.Driver) error {
			all, err := rewrite(ctx, d, north, "one", 3)
			if err != nil {
				return err
			}
			err = storage.Of(altered{d}, others).Verify(ctx, all[0].Meta.Key())
			return errors.Join(is("verify", err, fault.ErrInvalid), truth(err != nil && strings.Contains(err.Error(), "version 2"), "verify does not name version 2: %v", err))
		},
	},
}
