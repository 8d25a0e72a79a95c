package storetest

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// A Fixture is what the store suite needs to know of a kind of record.
type Fixture[T any, F record.Filter] struct {
	Kind record.Kind[T, F]
	// Open makes a store that is empty at each call.
	Open func(testing.TB) Opened[T, F]
	// Make is the i-th of any number of values that differ, the same for the same i. No
	// field is zero in all of the first eight; the suite sees to it. The meta is left to
	// the suite.
	Make func(i int) T
	// Change is the value after some change of its content, one that some filter sees.
	Change func(T) T
	// Empty names fields that Make can't fill, by their JSON path: "steps[].note".
	Empty []string
	// Filters are filters to try, beside the one that wants all.
	Filters []Filtered[T, F]
	// All is the filter that wants every record of a tenant.
	All func(tenant string) F
}

// An Opened is a store, and how to use it in a transaction: do's changes are all kept
// when it returns nil and none otherwise.
type Opened[T any, F record.Filter] struct {
	Store record.Store[T, F]
	InTx  func(ctx context.Context, do func(record.Store[T, F]) error) error
}

// Over is the collection of a kind in a driver, opened for the store suite.
func Over[T any, F record.Filter](d storage.Driver, k record.Kind[T, F]) Opened[T, F] {
	return Opened[T, F]{
		Store: storage.Of(d, k),
		InTx: func(ctx context.Context, do func(record.Store[T, F]) error) error {
			return d.Tx(ctx, func(tx storage.Driver) error { return do(storage.Of(tx, k)) })
		},
	}
}

// A Filtered is a filter with the values it is to find. Over the first twenty values of
// the fixture it must find some and not all.
type Filtered[T any, F record.Filter] struct {
	Name   string
	Filter func(tenant string) F
	Wants  func(T) bool
}

// Store checks a store of one kind.
func Store[T any, F record.Filter](t *testing.T, f Fixture[T, F], waivers ...Waiver) {
	t.Helper()
	if err := f.check(); err != nil {
		t.Fatalf("the fixture can't tell a good store from a bad one: %v", err)
	}
	open := func(tb testing.TB) subject[T, F] {
		tb.Helper()
		return subject[T, F]{f, f.Open(tb)}
	}
	runAll(t, open, storeChecks[T, F](), waivers)
}

// check refuses a fixture that leaves fields empty or values alike.
func (f Fixture[T, F]) check() error {
	var values []T
	for i := range 8 {
		values = append(values, f.Make(i))
	}
	err := complete(values, f.Empty)
	if same("", values[0], values[1]) == nil {
		err = errors.Join(err, errors.New("Make(0) and Make(1) are alike"))
	}
	if same("", values[0], f.Change(values[0])) == nil {
		err = errors.Join(err, errors.New("what Change returns is what it was given"))
	}
	moved := len(f.Filters) == 0
	for _, filter := range f.Filters {
		n := 0
		for i := range listed {
			wanted := filter.Wants(f.Make(i))
			if wanted {
				n++
			}
			moved = moved || wanted != filter.Wants(f.Change(f.Make(i)))
		}
		if n == 0 || n == listed {
			err = errors.Join(err, fmt.Errorf("the filter %s wants %d of %d values", filter.Name, n, listed))
		}
	}
	if !moved {
		err = errors.Join(err, errors.New("no filter wants a value before Change and not after, or the other way round"))
	}
	return err
}

// listed is how many records filters are tried on; many is more than two pages of any
// store's.
const (
	listed = 20
	many   = 520
)

// Two tenants, and when their records are made.
const (
	north = "north"
	south = "south"
)

var start = time.Date(2026, 3, 2, 8, 30, 15, 123456000, time.UTC)

// stamp is that of the i-th action.
func stamp(i int) record.Stamp {
	return record.By(fmt.Sprintf("person-%d", i), start.Add(time.Duration(i)*time.Second)).For("sample.write")
}

// A subject is a store under check with its fixture.
type subject[T any, F record.Filter] struct {
	Fixture[T, F]
	Opened[T, F]
}

// value is the i-th value with a new record's meta.
func (s subject[T, F]) value(tenant, id string, i int) T {
	v := s.Make(i)
	*s.Kind.Meta(&v) = record.New(record.Key{Tenant: tenant, ID: id}, stamp(i))
	return v
}

func (s subject[T, F]) meta(v T) record.Meta { return *s.Kind.Meta(&v) }

// numbered is the id of the i-th record; ids are in the order of the numbers.
func numbered(i int) string { return fmt.Sprintf("r-%04d", i) }

// create stores the i-th value.
func (s subject[T, F]) create(ctx context.Context, i int) (T, error) {
	return s.Store.Create(ctx, s.value(north, numbered(i), i))
}

// fill stores the first n values.
func (s subject[T, F]) fill(ctx context.Context, n int) ([]T, error) {
	var all []T
	for i := range n {
		v, err := s.create(ctx, i)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	return all, nil
}

// changed is v after a change.
func (s subject[T, F]) changed(v T, i int) T {
	m := s.meta(v)
	v = s.Change(v)
	*s.Kind.Meta(&v) = m.Touched(stamp(i))
	return v
}

// holds checks that the store has v under its key.
func (s subject[T, F]) holds(ctx context.Context, v T) error {
	got, err := s.Store.Get(ctx, s.meta(v).Key())
	if err != nil {
		return fmt.Errorf("get %s: %w", s.meta(v).ID, err)
	}
	return same("what is stored as "+s.meta(v).ID, got, v)
}

// lacks checks that the store has nothing under a key.
func (s subject[T, F]) lacks(ctx context.Context, tenant, id string) error {
	_, err := s.Store.Get(ctx, record.Key{Tenant: tenant, ID: id})
	return is("get "+id+", which should not be there", err, fault.ErrNotFound)
}

// lists checks that a list is exactly these values.
func (s subject[T, F]) lists(ctx context.Context, filter F, want []T) error {
	got, err := record.Collect(s.Store.List(ctx, filter))
	if err != nil {
		return err
	}
	if err := same("the ids listed", s.ids(got), s.ids(want)); err != nil {
		return err
	}
	for i := range got {
		if err := same("what is listed", got[i], want[i]); err != nil {
			return err
		}
	}
	return nil
}

func (s subject[T, F]) ids(values []T) []string {
	ids := make([]string, len(values))
	for i, v := range values {
		ids[i] = s.meta(v).ID
	}
	return ids
}

// expected are the values that a query is to find among all, in its order.
func (s subject[T, F]) expected(all []T, q record.Query) []T {
	found := slices.Clone(all)
	slices.SortFunc(found, func(a, b T) int {
		order := s.Kind.Values(a)[q.By].Compare(s.Kind.Values(b)[q.By])
		if order == 0 {
			order = strings.Compare(s.meta(a).ID, s.meta(b).ID)
		}
		if q.Desc {
			return -order
		}
		return order
	})
	if q.Limit > 0 {
		found = found[:min(q.Limit, len(found))]
	}
	return found
}

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
						if err := errors.Join(err, same("the first of the list", v, all[0])); err != nil {
							return err
						}
						break
					}
				}
				updated, err := s.Store.Update(ctx, s.changed(all[0], 1))
				return errors.Join(err, s.lists(ctx, s.All(north), []T{updated, all[1], all[2]}))
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
				return errors.Join(err, s.lists(ctx, s.All(north), all))
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
					return errors.Join(inside.holds(ctx, updated), inside.lists(ctx, s.All(north), []T{updated, all[1], third}),
						s.holds(ctx, all[0]), s.lists(ctx, s.All(north), all))
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
