package storetest

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// A view is all that a tenant's driver tells of the kind others.
type view struct {
	Docs     []storage.Doc
	Versions []storage.Revision
	Events   []record.Event
	Counts   []string
}

// look reads everything there is to read.
func look(ctx context.Context, d storage.Driver, ids ...string) (view, error) {
	var v view
	q := storage.Query{Kind: others.Name, Query: record.Query{Tenant: north, By: "title", Desc: true, Limit: 100}}
	page, err := d.Query(ctx, q)
	v.Docs = page.Docs
	for _, id := range ids {
		k := record.Key{Tenant: north, ID: id}
		doc, failed := d.Get(ctx, others.Name, k)
		if errors.Is(failed, fault.ErrNotFound) {
			continue
		}
		versions, unread := d.History(ctx, others.Name, k, 0, 100)
		err = errors.Join(err, failed, unread)
		v.Docs, v.Versions = append(v.Docs, doc), append(v.Versions, versions...)
	}
	q.CountBy = []string{"title"}
	page, failed := d.Query(ctx, q)
	v.Counts = told(page.Counts)
	events, unread := d.Outbox(ctx, storage.OutboxRead{Tenant: north, Limit: 100})
	for i := range events {
		events[i].Seq = 0 // not final before the commit
	}
	v.Events = events
	return v, errors.Join(err, failed, unread)
}

var errStop = errors.New("stop")

var txChecks = []check[storage.Driver]{
	{
		"tx-sees", "every way of reading in a transaction includes what it wrote, and outside of it nothing before the commit",
		func(ctx context.Context, d storage.Driver) error {
			ids := []string{"a", "b", "c", "new"}
			var stored []sample
			for i, id := range ids[:3] {
				all, err := rewrite(ctx, d, north, id, i+1)
				if err != nil {
					return err
				}
				stored = append(stored, after(named(north, id, 1), all[i]))
			}
			before, err := look(ctx, d, ids...)
			if err != nil {
				return err
			}
			var inside view
			if err := d.Tx(ctx, func(tx storage.Driver) error {
				stored[1].Title = "title 0"
				_, updated := apply(ctx, tx, others, stored[1], stored[2])
				_, created := rewrite(ctx, tx, north, "new", 3)
				var unread error
				inside, unread = look(ctx, tx, ids...)
				outside, failed := look(ctx, d, ids...)
				return errors.Join(updated, created, unread, failed, same("what others see", outside, before))
			}); err != nil {
				return err
			}
			then, err := look(ctx, d, ids...)
			return errors.Join(err, same("what is seen after the commit", then, inside), truth(len(then.Docs) == 8 && len(then.Versions) == 11 && len(then.Events) == 11,
				"%d documents, %d versions and %d events are seen, not 8, 11 and 11", len(then.Docs), len(then.Versions), len(then.Events)))
		},
	},
	{
		"tx-goes-on", "a batch that fails in a transaction leaves it as it was, and the transaction can go on",
		func(ctx context.Context, d storage.Driver) error {
			if _, err := apply(ctx, d, samples, named(north, "one", 1)); err != nil {
				return err
			}
			err := d.Tx(ctx, func(tx storage.Driver) error {
				_, first := apply(ctx, tx, samples, named(north, "two", 2))
				_, taken := apply(ctx, tx, samples, named(north, "three", 3), named(north, "one", 4))
				_, double := apply(ctx, tx, samples, named(north, "three", 3), named(north, "four", 2))
				_, last := apply(ctx, tx, samples, named(north, "five", 5))
				return errors.Join(first, last, is("a taken key", taken, fault.ErrExists), is("a taken value", double, fault.ErrExists),
					finds(ctx, tx, record.All(north), "five", "one", "two"))
			})
			return errors.Join(err, finds(ctx, d, record.All(north), "five", "one", "two"))
		},
	},
	{
		"tx-joins", "a transaction within a transaction commits and fails with it; when it fails alone only its own changes are undone",
		func(ctx context.Context, d storage.Driver) error {
			nested := func(inner, outer error) error {
				return d.Tx(ctx, func(tx storage.Driver) error {
					_, first := apply(ctx, tx, samples, named(north, "outer", 1))
					err := tx.Tx(ctx, func(tx storage.Driver) error {
						_, err := apply(ctx, tx, samples, named(north, "inner", 2))
						return errors.Join(err, inner)
					})
					return errors.Join(first, is("the inner transaction", err, inner), outer)
				})
			}
			if err := errors.Join(is("the outer transaction", nested(nil, errStop), errStop), untouched(ctx, d)); err != nil {
				return err
			}
			if err := errors.Join(nested(errStop, nil), finds(ctx, d, record.All(north), "outer")); err != nil {
				return err
			}
			err := d.Tx(ctx, func(tx storage.Driver) error {
				return tx.Tx(ctx, func(tx storage.Driver) error { _, err := apply(ctx, tx, samples, named(north, "inner", 2)); return err })
			})
			return errors.Join(err, finds(ctx, d, record.All(north), "inner", "outer"))
		},
	},
	{
		"tx-over", "the driver of a transaction refuses everything once the transaction is over",
		func(ctx context.Context, d storage.Driver) error {
			for _, end := range []error{nil, errStop} {
				var kept storage.Driver
				err := d.Tx(ctx, func(tx storage.Driver) error { kept = tx; return end })
				_, written := apply(ctx, kept, samples, named(north, "one", 1))
				_, got := kept.Query(ctx, storage.Query{Kind: samples.Name, Query: record.Query{Tenant: north, Limit: 1}})
				again := kept.Tx(ctx, func(storage.Driver) error { return nil })
				if err := errors.Join(is("the transaction", err, end), untouched(ctx, d),
					truth(written != nil && got != nil && again != nil, "the driver of a transaction that is over goes on: %v, %v, %v", written, got, again)); err != nil {
					return err
				}
			}
			return nil
		},
	},
	{
		"tx-race", "transactions that read and then write the same record at the same time commit or end with ErrConflict, and no change is lost",
		func(ctx context.Context, d storage.Driver) error {
			s := over(d)
			v, err := s.create(ctx, 1)
			if err != nil {
				return err
			}
			const writers, each = 4, 10
			errs := make([]error, writers)
			var all sync.WaitGroup
			for w := range writers {
				all.Go(func() {
					for n := 0; n < each && errs[w] == nil; {
						err := d.Tx(ctx, func(tx storage.Driver) error {
							now, err := storage.Of(tx, samples).Get(ctx, v.Key())
							if err != nil {
								return err
							}
							now.Rank++
							_, err = storage.Of(tx, samples).Update(ctx, now)
							return err
						})
						if err == nil {
							n++
						} else if !errors.Is(err, fault.ErrConflict) {
							errs[w] = fmt.Errorf("neither committed nor in conflict: %w", err)
						}
					}
				})
			}
			all.Wait()
			now, err := s.Store.Get(ctx, v.Key())
			return errors.Join(errors.Join(errs...), err, truth(now.Rank == v.Rank+writers*each && now.Version == 1+writers*each,
				"of %d changes %d are stored, as version %d", writers*each, now.Rank-v.Rank, now.Version))
		},
	},
}
