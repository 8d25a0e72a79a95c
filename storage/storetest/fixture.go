package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
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

// inOrder are values as the list of them all has them.
func (s subject[T, F]) inOrder(values ...T) []T {
	return s.expected(values, s.All(north).Query())
}
