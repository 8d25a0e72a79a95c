package memory

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
	"strings"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

type tableKey struct{ tenant, kind string }

// A table is a tenant's records of one kind.
type table struct {
	rows map[string]*row // by id
	// orders are the rows sorted by a field, then by id; made when first asked for.
	orders map[string][]*row
}

// A row is the latest version of a record with all its versions. It never changes once
// it is committed.
type row struct {
	storage.Doc
	unique  []string // its values in the unique groups
	history []storage.Revision
}

func newRow(s record.Schema, d storage.Doc) *row {
	d.Document, d.Fields = slices.Clone(d.Document), maps.Clone(d.Fields)
	r := &row{Doc: d}
	for i, group := range s.Unique {
		values := r.values(group)
		if !slices.ContainsFunc(values, record.Value.IsNull) {
			r.unique = append(r.unique, fmt.Sprintf("%s\x00%s\x00%d\x00%s", d.Meta.Tenant, d.Kind, i, joined(values)))
		}
	}
	return r
}

func (r *row) values(fields []string) []record.Value {
	values := make([]record.Value, len(fields))
	for i, name := range fields {
		values[i] = r.Fields[name]
	}
	return values
}

// joined is a text that is the same for the same values only: no text holds a NUL.
func joined(values []record.Value) string {
	var b strings.Builder
	for _, v := range values {
		fmt.Fprintf(&b, "%s %v\x00", v.Type(), v.Any())
	}
	return b.String()
}

// doc is the row's document for a caller to keep.
func (r *row) doc() storage.Doc {
	d := r.Doc
	d.Document, d.Fields = slices.Clone(d.Document), nil
	return d
}

func (w write) revision() storage.Revision {
	return storage.Revision{Doc: w.new.doc(), Entry: w.entry}
}

// put stores a write.
func (t *table) put(w write) {
	id := w.new.Meta.ID
	old := t.rows[id]
	if old != nil {
		w.new.history = old.history
	}
	w.new.history = append(w.new.history, w.revision())
	t.rows[id] = w.new
	for by, rows := range t.orders {
		if old != nil {
			i, _ := slices.BinarySearchFunc(rows, place(old, by), placed(by))
			rows = slices.Delete(rows, i, i+1)
		}
		i, _ := slices.BinarySearchFunc(rows, place(w.new, by), placed(by))
		t.orders[by] = slices.Insert(rows, i, w.new)
	}
}

// place is where a row stands in an order; an empty field name orders by id alone.
func place(r *row, by string) storage.Cursor {
	return storage.Cursor{Value: r.Fields[by], ID: r.Meta.ID}
}

func comparePlaces(a, b storage.Cursor) int {
	return cmp.Or(a.Value.Compare(b.Value), strings.Compare(a.ID, b.ID))
}

func placed(by string) func(*row, storage.Cursor) int {
	return func(r *row, at storage.Cursor) int { return comparePlaces(place(r, by), at) }
}

func sortBy(rows []*row, by string) {
	slices.SortFunc(rows, func(a, b *row) int { return comparePlaces(place(a, by), place(b, by)) })
}

// order is all rows sorted by a field.
func (t *table) order(by string) []*row {
	rows, ok := t.orders[by]
	if !ok {
		rows = slices.Collect(maps.Values(t.rows))
		sortBy(rows, by)
		t.orders[by] = rows
	}
	return rows
}

// candidates are the rows that can match a query, sorted by its field: all, or those
// with a value that it asks for.
func (t *table) candidates(q storage.Query) []*row {
	found, by := t.order(q.By), q.By
	for _, c := range q.Where {
		if c.Op != record.Equal {
			continue
		}
		rows := t.order(c.Field)
		from := sort.Search(len(rows), func(i int) bool { return rows[i].Fields[c.Field].Compare(c.Values[0]) >= 0 })
		to := sort.Search(len(rows), func(i int) bool { return rows[i].Fields[c.Field].Compare(c.Values[0]) > 0 })
		if to-from < len(found) {
			found, by = rows[from:to], c.Field
		}
	}
	if by != q.By && q.By != "" { // rows with one value are in the order of their ids already
		found = slices.Clone(found)
		sortBy(found, q.By)
	}
	return found
}

// matches are the rows that a query asks for, in its order and after its cursor. What a
// transaction has written itself stands in place of what is committed.
func (t *table) matches(q storage.Query, mine map[string]*row) iter.Seq[*row] {
	sign := 1
	committed, own := t.candidates(q), slices.Collect(maps.Values(mine))
	sortBy(own, q.By)
	if q.Desc {
		sign = -1
		slices.Reverse(own)
	}
	at := func(i int) *row {
		if q.Desc {
			i = len(committed) - 1 - i
		}
		return committed[i]
	}
	past := func(r *row) bool {
		return q.After.ID == "" || sign*comparePlaces(place(r, q.By), q.After) > 0
	}
	i := sort.Search(len(committed), func(i int) bool { return past(at(i)) })
	return func(yield func(*row) bool) {
		for i < len(committed) || len(own) > 0 {
			var r *row
			switch {
			case len(own) == 0 || i < len(committed) && sign*comparePlaces(place(at(i), q.By), place(own[0], q.By)) < 0:
				r = at(i)
				i++
				if mine[r.Meta.ID] != nil {
					continue
				}
			default:
				r, own = own[0], own[1:]
			}
			if past(r) && !slices.ContainsFunc(q.Where, func(c record.Condition) bool { return !holds(c, r.Fields[c.Field]) }) && !yield(r) {
				return
			}
		}
	}
}

// holds reports whether a value satisfies a condition.
func holds(c record.Condition, v record.Value) bool {
	if c.Op == record.IsNull || v.IsNull() {
		return c.Op == record.IsNull && v.IsNull()
	}
	if c.Op == record.In {
		return slices.Contains(c.Values, v)
	}
	switch order := v.Compare(c.Values[0]); c.Op {
	case record.Equal:
		return order == 0
	case record.Less:
		return order < 0
	case record.AtMost:
		return order <= 0
	case record.Greater:
		return order > 0
	case record.AtLeast:
		return order >= 0
	default:
		return false
	}
}

// count is the number of rows by the values of fields, in the order of the values.
func count(rows iter.Seq[*row], by []string) []storage.Count {
	found := map[string]*storage.Count{}
	if len(by) == 0 {
		found[""] = &storage.Count{}
	}
	for r := range rows {
		values := r.values(by)
		key := joined(values)
		if found[key] == nil {
			found[key] = &storage.Count{By: values}
		}
		found[key].N++
	}
	counts := make([]storage.Count, 0, len(found))
	for _, c := range found {
		counts = append(counts, *c)
	}
	slices.SortFunc(counts, func(a, b storage.Count) int {
		return slices.CompareFunc(a.By, b.By, record.Value.Compare)
	})
	return counts
}
