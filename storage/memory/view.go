package memory

import (
	"context"
	"slices"
	"sort"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// A view is a [storage.Driver] that sees what is committed under what it has written
// itself: that of a transaction, or, while it has written nothing, of everyone else.
type view struct {
	*store
	over   bool
	writes []write
	mine   map[tableKey]map[string]*row // what writes have come to
}

// A write is a change in a transaction that is not committed yet.
type write struct {
	table    tableKey
	old, new *row // old is nil for a new record
	entry    record.Entry
	event    record.Event
}

// Apply implements [storage.Driver].
func (v *view) Apply(ctx context.Context, changes ...storage.Change) error {
	if err := v.usable(ctx); err != nil {
		return err
	}
	if err := v.kinds.CheckChanges(changes...); err != nil {
		return err
	}
	before := len(v.writes)
	for _, c := range changes {
		if err := v.write(c); err != nil {
			v.undo(before)
			return err
		}
	}
	return nil
}

func (v *view) write(c storage.Change) error {
	at := tableKey{tenant: c.Meta.Tenant, kind: c.Kind}
	old := v.row(at, c.Meta.ID)
	var stored record.Meta
	if old != nil {
		stored = old.Meta
	}
	if err := c.Against(stored, old != nil); err != nil {
		return err
	}
	w := write{table: at, old: old, new: newRow(v.kinds[c.Kind], c.Doc), entry: c.Entry, event: c.Event}
	for _, key := range w.new.unique {
		if owner, taken := v.taken[key]; taken && owner != c.Meta.ID {
			return fault.Exists(c.Kind, c.Meta.ID)
		}
	}
	v.replace(old, w.new)
	if v.mine[at] == nil {
		v.mine[at] = map[string]*row{}
	}
	v.mine[at][c.Meta.ID] = w.new
	v.writes = append(v.writes, w)
	return nil
}

// replace gives back the unique values of one row and takes those of another.
func (s *store) replace(old, with *row) {
	if old != nil {
		for _, key := range old.unique {
			delete(s.taken, key)
		}
	}
	if with != nil {
		for _, key := range with.unique {
			s.taken[key] = with.Meta.ID
		}
	}
}

// table finds a tenant's records of a kind; an empty table when there are none. s.mu is held.
func (s *store) table(k tableKey) *table {
	if t := s.tables[k]; t != nil {
		return t
	}
	return &table{rows: map[string]*row{}, orders: map[string][]*row{}}
}

// undo takes back all writes but the first n.
func (v *view) undo(n int) {
	for i := len(v.writes) - 1; i >= n; i-- {
		w := v.writes[i]
		v.replace(w.new, w.old)
		v.mine[w.table][w.new.Meta.ID] = w.old
		if w.old == nil {
			delete(v.mine[w.table], w.new.Meta.ID)
		}
	}
	v.writes = v.writes[:min(n, len(v.writes))]
}

func (v *view) commit() {
	v.mu.Lock()
	defer v.mu.Unlock()
	for _, w := range v.writes {
		t := v.table(w.table)
		t.put(w)
		v.tables[w.table] = t
		event, events := w.event, v.outbox[w.table.tenant]
		event.Seq = int64(len(events)) + 1
		v.outbox[w.table.tenant] = append(events, event)
	}
	v.writes = nil
}

// Get implements [storage.Driver].
func (v *view) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	if err := v.usable(ctx); err != nil {
		return storage.Doc{}, err
	}
	if _, err := v.kinds.Schema(kind); err != nil {
		return storage.Doc{}, err
	}
	r := v.row(tableKey{tenant: k.Tenant, kind: kind}, k.ID)
	if r == nil {
		return storage.Doc{}, fault.NotFound(kind, k.ID)
	}
	return r.doc(), nil
}

func (v *view) row(at tableKey, id string) *row {
	if r := v.mine[at][id]; r != nil {
		return r
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.table(at).rows[id]
}

// Query implements [storage.Driver].
func (v *view) Query(ctx context.Context, q storage.Query) (storage.Page, error) {
	if err := v.usable(ctx); err != nil {
		return storage.Page{}, err
	}
	if err := v.kinds.CheckQuery(q); err != nil {
		return storage.Page{}, err
	}
	at := tableKey{tenant: q.Tenant, kind: q.Kind}
	v.mu.Lock()
	defer v.mu.Unlock()
	if q.CountBy != nil {
		return storage.Page{Counts: count(v.table(at).matches(q, v.mine[at]), q.CountBy)}, nil
	}
	var page storage.Page
	for r := range v.table(at).matches(q, v.mine[at]) {
		page.Docs = append(page.Docs, r.doc())
		if len(page.Docs) == q.Limit {
			page.Next = &storage.Cursor{Value: r.Fields[q.By], ID: r.Meta.ID}
			break
		}
	}
	return page, nil
}

// History implements [storage.Driver].
func (v *view) History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
	if err := v.usable(ctx); err != nil {
		return nil, err
	}
	if err := v.kinds.CheckHistory(kind, limit); err != nil {
		return nil, err
	}
	at := tableKey{tenant: k.Tenant, kind: kind}
	var all []storage.Revision
	v.mu.Lock()
	if r := v.table(at).rows[k.ID]; r != nil {
		all = slices.Clip(r.history)
	}
	v.mu.Unlock()
	for _, w := range v.writes {
		if w.table == at && w.new.Meta.ID == k.ID {
			all = append(all, w.revision())
		}
	}
	from := sort.Search(len(all), func(i int) bool { return all[i].Meta.Version > after })
	page := slices.Clone(all[from:min(from+limit, len(all))])
	for i := range page {
		page[i].Document = slices.Clone(page[i].Document)
	}
	return page, nil
}

// Outbox implements [storage.Driver].
func (v *view) Outbox(ctx context.Context, r storage.OutboxRead) ([]record.Event, error) {
	if err := v.usable(ctx); err != nil {
		return nil, err
	}
	if err := r.Check(); err != nil {
		return nil, err
	}
	v.mu.Lock()
	all := slices.Clip(v.outbox[r.Tenant])
	v.mu.Unlock()
	for _, w := range v.writes {
		if w.table.tenant == r.Tenant {
			event := w.event
			event.Seq = int64(len(all)) + 1
			all = append(all, event)
		}
	}
	from := int(min(max(r.After, 0), int64(len(all)))) // the event at i has Seq i+1
	return slices.Clone(all[from:min(from+r.Limit, len(all))]), nil
}

// Tx implements [storage.Driver]: within a transaction it joins it.
func (v *view) Tx(ctx context.Context, do func(storage.Driver) error) error {
	if err := v.usable(ctx); err != nil {
		return err
	}
	before, done := len(v.writes), false
	defer func() { // also when do panics
		if !done {
			v.undo(before)
		}
	}()
	if err := do(v); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	done = true
	return nil
}

func (v *view) usable(ctx context.Context) error {
	if v.over {
		return fault.Refuse(fault.ErrInvalid, txOver)
	}
	return ctx.Err()
}
