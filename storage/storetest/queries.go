package storetest

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"time"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// pools are the values that the fields of the records queried take, null among them.
var pools = map[string][]record.Value{
	"title": {{}, record.TextOf("a"), record.TextOf("B"), record.TextOf("b"), record.TextOf("é"), record.TextOf("中"), record.TextOf("🎯"), record.TextOf("a "), record.TextOf("ab")},
	"rank":  {{}, record.IntOf(math.MinInt64), record.IntOf(-1), record.IntOf(0), record.IntOf(9007199254740993), record.IntOf(math.MaxInt64)},
	"open":  {{}, record.BoolOf(false), record.BoolOf(true)},
	"due":   {{}, record.MomentOf(start), record.MomentOf(start.Add(time.Microsecond)), record.MomentOf(time.Date(1960, 1, 1, 0, 0, 0, 1000, time.UTC))},
}

var fields = []string{"title", "rank", "open", "due"}

// A found is a record as queries see it.
type found struct {
	id     string
	values map[string]record.Value
}

// scatter stores n records of a tenant over all values of the pools.
func scatter(ctx context.Context, d storage.Driver, tenant string, n int) ([]found, error) {
	var all []found
	var batch []storage.Change
	for i := range n {
		f := found{id: fmt.Sprintf("%c%02d", "bAaB"[i%4], i), values: map[string]record.Value{}}
		for j, name := range fields {
			pool := pools[name]
			if v := pool[(i*(j+1)+i/7)%len(pool)]; !v.IsNull() {
				f.values[name] = v
			}
		}
		c, err := bare(tenant, f)
		if err != nil {
			return nil, err
		}
		all, batch = append(all, f), append(batch, c)
	}
	return all, d.Apply(ctx, batch...)
}

// bare is the change that stores a record with these fields and nothing else.
func bare(tenant string, f found) (storage.Change, error) {
	m := record.New(record.Key{Tenant: tenant, ID: f.id}, stamp(1))
	m.Version = 1
	return rawChange(others.Name, m, []byte(`{}`), f.values)
}

// choose are the ids of what a query is to find, by its definition alone.
func choose(all []found, q record.Query) []string {
	all = slices.DeleteFunc(slices.Clone(all), func(f found) bool {
		return slices.ContainsFunc(q.Where, func(c record.Condition) bool { return !meets(f.values[c.Field], c) })
	})
	slices.SortFunc(all, func(a, b found) int {
		order := cmp.Or(a.values[q.By].Compare(b.values[q.By]), strings.Compare(a.id, b.id))
		if q.Desc {
			return -order
		}
		return order
	})
	ids := []string{}
	for _, f := range all {
		ids = append(ids, f.id)
	}
	return ids
}

func meets(v record.Value, c record.Condition) bool {
	if v.IsNull() || c.Op == record.IsNull {
		return v.IsNull() && c.Op == record.IsNull
	}
	return slices.ContainsFunc(c.Values, func(w record.Value) bool {
		order := v.Compare(w)
		return order == 0 && slices.Contains([]record.Op{record.Equal, record.In, record.AtMost, record.AtLeast}, c.Op) ||
			order < 0 && (c.Op == record.Less || c.Op == record.AtMost) ||
			order > 0 && (c.Op == record.Greater || c.Op == record.AtLeast)
	})
}

// read gives the ids of all pages of a query, and what is wrong with the pages.
func read(ctx context.Context, d storage.Driver, q record.Query, size int) ([]string, error) {
	q.Limit = size
	ids := []string{}
	next := storage.Query{Kind: others.Name, Query: q}
	for range 1000 {
		page, err := d.Query(ctx, next)
		if err != nil {
			return ids, err
		}
		ids = append(ids, idsOf(page.Docs)...)
		if page.Next == nil {
			return ids, truth(len(page.Docs) <= size, "a page of %d has %d", size, len(page.Docs))
		}
		if len(page.Docs) != size {
			return ids, fmt.Errorf("a page of %d that is not the last has %d", size, len(page.Docs))
		}
		next.After = *page.Next
	}
	return ids, errors.New("the pages do not end")
}

// orders calls try with every order that a query can have.
func orders(tenant string, try func(record.Query) error) error {
	for _, by := range append([]string{""}, fields...) {
		for _, desc := range []bool{false, true} {
			q := record.All(tenant).OrderBy(by)
			q.Desc = desc
			if err := try(q); err != nil {
				return fmt.Errorf("by %q, descending %t: %w", by, desc, err)
			}
		}
	}
	return nil
}

var queryChecks = []check[storage.Driver]{
	{
		"query-conditions", "every comparison selects by every type of field what its definition says, null by none but its own",
		func(ctx context.Context, d storage.Driver) error {
			all, err := scatter(ctx, d, north, 40)
			if err != nil {
				return err
			}
			try := func(q record.Query) error {
				want := choose(all, q)
				ids, err := read(ctx, d, q, 100)
				slices.Sort(ids)
				slices.Sort(want)
				return errors.Join(err, same(fmt.Sprint("what matches ", q.Where), ids, want))
			}
			for _, name := range fields {
				pool := pools[name]
				queries := []record.Query{
					record.All(north).And(name, record.IsNull), record.All(north).And(name, record.In),
					record.All(north).And(name, record.In, pool[1]), record.All(north).And(name, record.In, pool[1:]...),
				}
				for _, v := range pool[1:] {
					for _, op := range []record.Op{record.Equal, record.Less, record.AtMost, record.Greater, record.AtLeast} {
						q := record.All(north).And(name, op, v)
						queries = append(queries, q, q.And("open", record.Equal, record.BoolOf(true)), q.And(name, record.AtLeast, pool[2]))
					}
				}
				for _, q := range queries {
					if err := try(q); err != nil {
						return err
					}
				}
			}
			return nil
		},
	},
	{
		"query-order", "records come by the value of the field, null first and text by its bytes, then by id; descending turns both round",
		func(ctx context.Context, d storage.Driver) error {
			all, err := scatter(ctx, d, north, 40)
			if err != nil {
				return err
			}
			return orders(north, func(q record.Query) error {
				for _, q := range []record.Query{q, q.And("open", record.Equal, record.BoolOf(true))} {
					ids, err := read(ctx, d, q, 100)
					if err := errors.Join(err, same("the order", ids, choose(all, q))); err != nil {
						return err
					}
				}
				return nil
			})
		},
	},
	{
		"query-pages", "pages one after the other hold each record once, in the order of one large page, and then end",
		func(ctx context.Context, d storage.Driver) error {
			const size = 4
			for _, n := range []int{0, 1, size - 1, size, size + 1, 3 * size, 3*size + 1} {
				tenant := fmt.Sprint("of-", n)
				if _, err := scatter(ctx, d, tenant, n); err != nil {
					return err
				}
				if err := orders(tenant, func(q record.Query) error {
					for _, q := range []record.Query{q, q.And("open", record.Equal, record.BoolOf(true))} {
						want, err := read(ctx, d, q, 100)
						ids, failed := read(ctx, d, q, size)
						if err := errors.Join(err, failed, same("the pages", ids, want)); err != nil {
							return err
						}
					}
					return nil
				}); err != nil {
					return fmt.Errorf("%d records: %w", n, err)
				}
			}
			return nil
		},
	},
	{
		"query-moving", "records that are stored while pages are read neither repeat nor hide others",
		func(ctx context.Context, d storage.Driver) error {
			for _, desc := range []bool{false, true} {
				tenant := fmt.Sprint("moving-", desc)
				place := func(id string, rank int64) error {
					c, err := bare(tenant, found{id: id, values: map[string]record.Value{"rank": record.IntOf(rank)}})
					if err != nil {
						return err
					}
					return d.Apply(ctx, c)
				}
				for i := range int64(6) {
					if err := place(numbered(int(i)), i/2*10); err != nil {
						return err
					}
				}
				q := storage.Query{Kind: others.Name, Query: record.Query{Tenant: tenant, By: "rank", Desc: desc, Limit: 3}}
				first, err := d.Query(ctx, q)
				if err != nil || first.Next == nil {
					return errors.Join(err, truth(first.Next != nil, "the first page of two says it is the last"))
				}
				if err := errors.Join(place("early", 0), place("middle", 15), place("late", 20)); err != nil {
					return err
				}
				q.After, q.Limit = *first.Next, 100
				rest, err := d.Query(ctx, q)
				want := []string{numbered(3), "middle", "late", numbered(4), numbered(5)}
				if desc {
					want = []string{numbered(2), numbered(1), numbered(0), "early"}
				}
				if err := errors.Join(err, same("the second page", idsOf(rest.Docs), want)); err != nil {
					return err
				}
			}
			return nil
		},
	},
	{
		"query-counts", "counts are by the values of fields, null among them, in the order of the values",
		func(ctx context.Context, d storage.Driver) error {
			all, err := scatter(ctx, d, north, 40)
			if err != nil {
				return err
			}
			for _, where := range []record.Query{
				record.All(north), record.All(north).And("open", record.Equal, record.BoolOf(true)),
				record.All(north).And("open", record.In), record.All(south),
			} {
				for _, by := range [][]string{{}, {"open"}, {"title"}, {"rank", "open"}, {"due"}} {
					page, err := d.Query(ctx, storage.Query{Kind: others.Name, Query: where, CountBy: by})
					if err != nil {
						return err
					}
					among := all
					if where.Tenant == south {
						among = nil
					}
					if err := same(fmt.Sprint("the counts by ", by), told(page.Counts), told(tally(among, where, by))); err != nil {
						return err
					}
				}
			}
			return nil
		},
	},
}

// tally is the counts by their definition alone.
func tally(all []found, q record.Query, by []string) []storage.Count {
	var counts []storage.Count
	if len(by) == 0 {
		counts = append(counts, storage.Count{})
	}
	for _, f := range all {
		if !slices.Contains(choose(all, q), f.id) {
			continue
		}
		var values []record.Value
		for _, name := range by {
			values = append(values, f.values[name])
		}
		i, ok := slices.BinarySearchFunc(counts, values, func(c storage.Count, values []record.Value) int {
			return slices.CompareFunc(c.By, values, record.Value.Compare)
		})
		if !ok {
			counts = slices.Insert(counts, i, storage.Count{By: values})
		}
		counts[i].N++
	}
	return counts
}

// told is counts in words that can be compared.
func told(counts []storage.Count) []string {
	words := []string{}
	for _, c := range counts {
		word := []any{c.N, "of"}
		for _, v := range c.By {
			word = append(word, v.Type(), v.Any())
		}
		words = append(words, fmt.Sprintln(word...))
	}
	return words
}
