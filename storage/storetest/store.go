package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"sync"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// storeChecks are the promises of a store of one kind.
func storeChecks[T any, F record.Filter]() []check[subject[T, F]] {
	type store = record.Store[T, F]
	return []check[subject[T, F]]{
		{
			"create-get", "Create returns the value with its first version, and Get gives every field back",
			func(ctx context.Context, s subject[T, F]) error {
				for i := range listed {
					v := s.value(north, numbered(i), i)
					created, err := s.Store.Create(ctx, v)
					if err != nil {
						return err
					}
					m := s.meta(created)
					if err := truth(m.Version == 1 && m.Chain != "", "a new record has version %d and chain %q", m.Version, m.Chain); err != nil {
						return err
					}
					s.Kind.Meta(&v).Version, s.Kind.Meta(&v).Chain = 1, m.Chain
					if err := errors.Join(same("what Create returns", created, v), s.holds(ctx, created)); err != nil {
						return err
					}
				}
				return nil
			},
		},
		{
			"create-taken", "Create refuses a key that is taken with ErrExists and changes nothing",
			func(ctx context.Context, s subject[T, F]) error {
				first, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				_, err = s.Store.Create(ctx, s.value(north, numbered(1), 2))
				return errors.Join(is("create again", err, fault.ErrExists), s.holds(ctx, first))
			},
		},
		{
			"create-unique", "Create refuses a value whose unique fields another record of the tenant has with ErrExists",
			func(ctx context.Context, s subject[T, F]) error {
				first, err := s.create(ctx, 1)
				if err != nil || !s.unique(first) {
					return err
				}
				_, err = s.Store.Create(ctx, s.value(north, "other", 1))
				return errors.Join(is("create the same", err, fault.ErrExists), s.lacks(ctx, north, "other"))
			},
		},
		{
			"get-unknown", "Get says ErrNotFound of a record that does not exist",
			func(ctx context.Context, s subject[T, F]) error {
				if _, err := s.create(ctx, 1); err != nil {
					return err
				}
				return s.lacks(ctx, north, numbered(2))
			},
		},
		{
			"update-counts", "Update stores the next version and returns it as stored",
			func(ctx context.Context, s subject[T, F]) error {
				v, err := s.create(ctx, 1)
				for n := int64(2); err == nil && n < 5; n++ {
					next := s.changed(v, int(n))
					if v, err = s.Store.Update(ctx, next); err != nil {
						return err
					}
					m := s.meta(v)
					if err := truth(m.Version == n && m.Chain != s.meta(next).Chain, "after %d changes the version is %d and the chain %q", n-1, m.Version, m.Chain); err != nil {
						return err
					}
					s.Kind.Meta(&next).Version, s.Kind.Meta(&next).Chain = n, m.Chain
					err = errors.Join(same("what Update returns", v, next), s.holds(ctx, v))
				}
				return err
			},
		},
		{
			"update-stale", "Update refuses a version that is not the stored one with ErrConflict and changes nothing",
			func(ctx context.Context, s subject[T, F]) error {
				first, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				second, err := s.Store.Update(ctx, s.changed(first, 2))
				if err != nil {
					return err
				}
				_, stale := s.Store.Update(ctx, s.changed(first, 3))
				ahead := s.changed(second, 4)
				s.Kind.Meta(&ahead).Version++
				_, early := s.Store.Update(ctx, ahead)
				return errors.Join(is("update version 1 of 2", stale, fault.ErrConflict),
					is("update version 3 of 2", early, fault.ErrConflict), s.holds(ctx, second))
			},
		},
		{
			"update-unknown", "Update says ErrNotFound of a record that does not exist, and makes none",
			func(ctx context.Context, s subject[T, F]) error {
				v, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				*s.Kind.Meta(&v) = s.meta(v).Touched(stamp(2))
				s.Kind.Meta(&v).ID = "other"
				_, err = s.Store.Update(ctx, v)
				return errors.Join(is("update", err, fault.ErrNotFound), s.lacks(ctx, north, "other"))
			},
		},
		{
			"ids-exact", "ids that differ in case, accents or blanks are different records",
			func(ctx context.Context, s subject[T, F]) error {
				var all []T
				for i, id := range []string{"Case", "case", "CASE", "café", "cafe", "case ", " case", "ｃａｓｅ", "案例"} {
					v, err := s.Store.Create(ctx, s.value(north, id, i))
					if err != nil {
						return fmt.Errorf("create %q: %w", id, err)
					}
					all = append(all, v)
				}
				for _, v := range all {
					if err := s.holds(ctx, v); err != nil {
						return err
					}
				}
				return s.lacks(ctx, north, "cASE")
			},
		},
		{
			"tenants-apart", "a tenant neither sees, nor changes, nor stands in the way of another's records",
			func(ctx context.Context, s subject[T, F]) error {
				n, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				foreign := s.changed(n, 2)
				s.Kind.Meta(&foreign).Tenant = south
				_, err = s.Store.Update(ctx, foreign)
				if err := errors.Join(is("update another's", err, fault.ErrNotFound), s.lacks(ctx, south, numbered(1)), s.lists(ctx, s.All(south), nil)); err != nil {
					return err
				}
				twin, err := s.Store.Create(ctx, s.value(south, numbered(1), 1))
				if err != nil {
					return fmt.Errorf("create the same for another tenant: %w", err)
				}
				return errors.Join(s.holds(ctx, n), s.holds(ctx, twin), s.lists(ctx, s.All(north), []T{n}), s.lists(ctx, s.All(south), []T{twin}))
			},
		},
		{
			"list-order", "a list is in the order of its filter's field, then of the ids",
			func(ctx context.Context, s subject[T, F]) error {
				var all []T
				for i := range listed { // stored in another order
					v, err := s.create(ctx, i*7%listed)
					if err != nil {
						return err
					}
					all = append(all, v)
				}
				q := s.All(north).Query()
				return s.lists(ctx, s.All(north), s.expected(all, q))
			},
		},
		{
			"list-filters", "a list has the records that its filter wants and no other, also after they changed",
			func(ctx context.Context, s subject[T, F]) error {
				all, err := s.fill(ctx, listed)
				if err != nil {
					return err
				}
				for range 2 {
					for _, filter := range s.Filters {
						var want []T
						for _, v := range all {
							if filter.Wants(v) {
								want = append(want, v)
							}
						}
						f := filter.Filter(north)
						if err := s.lists(ctx, f, s.expected(want, f.Query())); err != nil {
							return fmt.Errorf("filter %s: %w", filter.Name, err)
						}
					}
					for i, v := range all {
						if all[i], err = s.Store.Update(ctx, s.changed(v, i)); err != nil {
							return err
						}
					}
				}
				return nil
			},
		},
		{
			"list-many", "a long list has every record once",
			func(ctx context.Context, s subject[T, F]) error {
				all, err := s.fill(ctx, many)
				if err != nil {
					return err
				}
				return s.lists(ctx, s.All(north), s.expected(all, s.All(north).Query()))
			},
		},
		{
			"list-uses", "the body of a loop over a list may use the store",
			func(ctx context.Context, s subject[T, F]) error {
				all, err := s.fill(ctx, 3)
				if err != nil {
					return err
				}
				n := 0
				for v, err := range s.Store.List(ctx, s.All(north)) {
					if err != nil {
						return err
					}
					if n++; n > len(all) {
						break
					}
					updated, err := s.Store.Update(ctx, s.changed(v, n))
					if err != nil {
						return fmt.Errorf("update in the loop: %w", err)
					}
					_, err = s.Store.Create(ctx, s.value(south, fmt.Sprint("south-", n), n))
					inner, failed := record.Collect(s.Store.List(ctx, s.All(north)))
					if err := errors.Join(err, failed, s.holds(ctx, updated), truth(len(inner) == len(all), "a list within a list has %d records of %d", len(inner), len(all))); err != nil {
						return err
					}
				}
				return truth(n == len(all), "the loop saw %d records of %d", n, len(all))
			},
		},
		{
			"list-break", "a loop over a list may end early and leaves nothing behind",
			func(ctx context.Context, s subject[T, F]) error {
				all, err := s.fill(ctx, 3)
				if err != nil {
					return err
				}
				for range 20 { // more than a store has connections, should each break lose one
					for v, err := range s.Store.List(ctx, s.All(north)) {
						if err := errors.Join(err, same("the first of the list", v, s.inOrder(all...)[0])); err != nil {
							return err
						}
						break
					}
				}
				updated, err := s.Store.Update(ctx, s.changed(all[0], 1))
				return errors.Join(err, s.lists(ctx, s.All(north), s.inOrder(updated, all[1], all[2])))
			},
		},
		{
			"list-error", "a list that fails yields its error once, with a zero value, and ends",
			func(ctx context.Context, s subject[T, F]) error {
				if _, err := s.fill(ctx, 3); err != nil {
					return err
				}
				ctx, cancel := context.WithCancel(ctx)
				cancel()
				n := 0
				for v, err := range s.Store.List(ctx, s.All(north)) {
					n++
					if err := errors.Join(is("list", err, context.Canceled), truth(reflect.ValueOf(v).IsZero(), "the error comes with a value: %v", v)); err != nil {
						return err
					}
					if n > 1 {
						break
					}
				}
				return truth(n == 1, "the list yields %d times", n)
			},
		},
		{
			"context-done", "nothing is read or written once the context is done",
			func(ctx context.Context, s subject[T, F]) error {
				v, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				done, cancel := context.WithCancel(ctx)
				cancel()
				_, created := s.create(done, 2)
				_, updated := s.Store.Update(done, s.changed(v, 2))
				_, got := s.Store.Get(done, s.meta(v).Key())
				return errors.Join(is("create", created, context.Canceled), is("update", updated, context.Canceled),
					is("get", got, context.Canceled), s.holds(ctx, v), s.lacks(ctx, north, numbered(2)))
			},
		},
		{
			"copies-in", "changing a value after it was stored does not change what is stored",
			func(ctx context.Context, s subject[T, F]) error {
				v := s.value(north, numbered(1), 1)
				created, err := s.Store.Create(ctx, v)
				if err != nil {
					return err
				}
				want, err := s.Store.Get(ctx, s.meta(v).Key())
				if err != nil {
					return err
				}
				scramble(reflect.ValueOf(&v).Elem())
				scramble(reflect.ValueOf(&created).Elem())
				return s.holds(ctx, s.again(want))
			},
		},
		{
			"copies-out", "changing a value that was read does not change what is stored",
			func(ctx context.Context, s subject[T, F]) error {
				v, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				got, err := s.Store.Get(ctx, s.meta(v).Key())
				if err != nil {
					return err
				}
				scramble(reflect.ValueOf(&got).Elem())
				listed, _, err := record.First(s.Store.List(ctx, s.All(north)))
				if err != nil {
					return err
				}
				scramble(reflect.ValueOf(&listed).Elem())
				return s.holds(ctx, s.again(v))
			},
		},
		{
			"race-update", "of many updates of the same version at the same time exactly one is stored",
			func(ctx context.Context, s subject[T, F]) error {
				v, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				for round := range 10 {
					won, err := race(fault.ErrConflict, func(i int) (T, error) { return s.Store.Update(ctx, s.changed(v, round*10+i)) })
					if err != nil {
						return err
					}
					if err := s.holds(ctx, won); err != nil {
						return err
					}
					v = won
				}
				return truth(s.meta(v).Version == 11, "after 10 rounds the version is %d", s.meta(v).Version)
			},
		},
		{
			"race-create", "of many creations of the same key at the same time exactly one is stored",
			func(ctx context.Context, s subject[T, F]) error {
				won, err := race(fault.ErrExists, func(i int) (T, error) { return s.Store.Create(ctx, s.value(north, "one", i)) })
				if err != nil {
					return err
				}
				return s.lists(ctx, s.All(north), []T{won})
			},
		},
		{
			"tx-commit", "what a transaction wrote is there when it returned nil",
			func(ctx context.Context, s subject[T, F]) error {
				var all []T
				err := s.InTx(ctx, func(tx store) error {
					inside := s
					inside.Store = tx
					var err error
					all, err = inside.fill(ctx, 2)
					if err != nil {
						return err
					}
					all[0], err = tx.Update(ctx, s.changed(all[0], 3))
					return err
				})
				return errors.Join(err, s.lists(ctx, s.All(north), s.inOrder(all...)))
			},
		},
		{
			"tx-rollback", "a transaction that returns an error, which is passed on, leaves nothing behind",
			func(ctx context.Context, s subject[T, F]) error {
				v, err := s.create(ctx, 1)
				if err != nil {
					return err
				}
				err = s.InTx(ctx, func(tx store) error {
					_, updated := tx.Update(ctx, s.changed(v, 2))
					_, created := tx.Create(ctx, s.value(north, "other", 3))
					return errors.Join(updated, created, errStop)
				})
				if err := is("the transaction", err, errStop); err != nil {
					return err
				}
				// Nothing is locked, and no unique value is left taken.
				_, updated := s.Store.Update(ctx, s.changed(v, 4))
				_, created := s.Store.Create(ctx, s.value(north, "heir", 3))
				return errors.Join(updated, created, s.lacks(ctx, north, "other"))
			},
		},
		{
			"tx-reads", "a transaction reads what it wrote; others see nothing of it and do not wait",
			func(ctx context.Context, s subject[T, F]) error {
				all, err := s.fill(ctx, 2)
				if err != nil {
					return err
				}
				return s.InTx(ctx, func(tx store) error {
					inside := s
					inside.Store = tx
					updated, err := tx.Update(ctx, s.changed(all[0], 3))
					if err != nil {
						return err
					}
					third, err := inside.create(ctx, 3)
					if err != nil {
						return err
					}
					return errors.Join(inside.holds(ctx, updated), inside.lists(ctx, s.All(north), s.inOrder(updated, all[1], third)),
						s.holds(ctx, all[0]), s.lists(ctx, s.All(north), s.inOrder(all...)))
				})
			},
		},
		{
			"tx-panic", "a transaction that panics leaves nothing behind, and the panic goes on",
			func(ctx context.Context, s subject[T, F]) error {
				var caught any
				var created error
				func() {
					defer func() { caught = recover() }()
					_ = s.InTx(ctx, func(tx store) error {
						_, created = tx.Create(ctx, s.value(north, numbered(1), 1))
						panic(errStop)
					})
				}()
				if err := errors.Join(created, truth(caught == any(errStop), "the panic is %v", caught), s.lacks(ctx, north, numbered(1))); err != nil {
					return err
				}
				_, err := s.create(ctx, 1) // nothing is locked
				return err
			},
		},
		{
			"tx-context", "a transaction whose context ends before it does leaves nothing behind",
			func(ctx context.Context, s subject[T, F]) error {
				within, cancel := context.WithCancel(ctx)
				defer cancel()
				err := s.InTx(within, func(tx store) error {
					_, err := tx.Create(within, s.value(north, numbered(1), 1))
					cancel()
					return err
				})
				if err := errors.Join(is("the transaction", err, context.Canceled), s.lacks(ctx, north, numbered(1))); err != nil {
					return err
				}
				_, err = s.create(ctx, 1) // nothing is locked
				return err
			},
		},
	}
}

// unique reports whether a value is in one of its kind's unique groups.
func (s subject[T, F]) unique(v T) bool {
	values := s.Kind.Values(v)
	return slices.ContainsFunc(s.Kind.Unique, func(group []string) bool {
		return !slices.ContainsFunc(group, func(name string) bool { return values[name].IsNull() })
	})
}

// again is the value that was made as number 1, made anew, with the meta of v.
func (s subject[T, F]) again(v T) T {
	fresh := s.Make(1)
	*s.Kind.Meta(&fresh) = s.meta(v)
	return fresh
}

// race runs one operation eight times at the same time. Exactly one may succeed, and its
// value is returned; the others must fail with the given error.
func race[T any](lost error, operation func(i int) (T, error)) (T, error) {
	const runners = 8
	values, errs := make([]T, runners), make([]error, runners)
	var ready, done sync.WaitGroup
	ready.Add(runners)
	for i := range runners {
		done.Go(func() {
			ready.Done()
			ready.Wait()
			values[i], errs[i] = operation(i)
		})
	}
	done.Wait()
	var won T
	n := 0
	for i, err := range errs {
		if err == nil {
			won = values[i]
			n++
		} else if err := is("a runner that lost", err, lost); err != nil {
			return won, err
		}
	}
	return won, truth(n == 1, "%d of %d won", n, runners)
}
