package memory

import (
	"context"
	"slices"
	"sort"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

// A tx is a storage.Driver that sees what is committed under what it has written itself.
type tx struct {
	db     *DB
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
func (t *tx) Apply(ctx context.Context, changes ...storage.Change) error {
	if err := t.usable(ctx); err != nil {
		return err
	}
	if err := t.db.kinds.CheckChanges(changes...); err != nil {
		return err
	}
	before := len(t.writes)
	for _, c := range changes {
		if err := t.write(c); err != nil {
			t.undo(before)
			return err
		}
	}
	return nil
}

func (t *tx) write(c storage.Change) error {
	at := tableKey{tenant: c.Meta.Tenant, kind: c.Kind}
	old := t.row(at, c.Meta.ID)
	var stored record.Meta
	if old != nil {
		stored = old.Meta
	}
	if err := c.Against(stored, old != nil); err != nil {
		return err
	}
	w := write{table: at, old: old, new: newRow(t.db.kinds[c.Kind], c.Doc), entry: c.Entry, event: c.Event}
	for _, key := range w.new.unique {
		if owner, taken := t.db.taken[key]; taken && owner != c.Meta.ID {
			return fault.Exists(c.Kind, c.Meta.ID)
		}
	}
	t.db.replace(old, w.new)
	if t.mine == nil {
		t.mine = map[tableKey]map[string]*row{}
	}
	if t.mine[at] == nil {
		t.mine[at] = map[string]*row{}
	}
	t.mine[at][c.Meta.ID] = w.new
	t.writes = append(t.writes, w)
	return nil
}

// replace gives back the unique values of one row and takes those of another.
func (db *DB) replace(old, with *row) {
	if old != nil {
		for _, key := range old.unique {
			delete(db.taken, key)
		}
	}
	if with != nil {
		for _, key := range with.unique {
			db.taken[key] = with.Meta.ID
		}
	}
}

// undo takes back all writes but the first n.
func (t *tx) undo(n int) {
	for i := len(t.writes) - 1; i >= n; i-- {
		w := t.writes[i]
		t.db.replace(w.new, w.old)
		t.mine[w.table][w.new.Meta.ID] = w.old
		if w.old == nil {
			delete(t.mine[w.table], w.new.Meta.ID)
		}
	}
	t.writes = t.writes[:min(n, len(t.writes))]
}

func (t *tx) commit() {
	t.db.mu.Lock()
	defer t.db.mu.Unlock()
	for _, w := range t.writes {
		t.db.table(w.table).put(w)
		event, events := w.event, t.db.outbox[w.table.tenant]
		event.Seq = int64(len(events)) + 1
		t.db.outbox[w.table.tenant] = append(events, event)
	}
	t.writes = nil
}

// Get implements [storage.Driver].
func (t *tx) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	if err := t.usable(ctx); err != nil {
		return storage.Doc{}, err
	}
	if _, err := t.db.kinds.Schema(kind); err != nil {
		return storage.Doc{}, err
	}
	r := t.row(tableKey{tenant: k.Tenant, kind: kind}, k.ID)
	if r == nil {
		return storage.Doc{}, fault.NotFound(kind, k.ID)
	}
	return r.doc(), nil
}

func (t *tx) row(at tableKey, id string) *row {
	if r := t.mine[at][id]; r != nil {
		return r
	}
	t.db.mu.Lock()
	defer t.db.mu.Unlock()
	return t.db.table(at).rows[id]
}

// Query implements [storage.Driver].
func (t *tx) Query(ctx context.Context, q storage.Query) (storage.Page, error) {
	if err := t.usable(ctx); err != nil {
		return storage.Page{}, err
	}
	if err := t.db.kinds.CheckQuery(q); err != nil {
		return storage.Page{}, err
	}
	at := tableKey{tenant: q.Tenant, kind: q.Kind}
	t.db.mu.Lock()
	defer t.db.mu.Unlock()
	if q.CountBy != nil {
		return storage.Page{Counts: count(t.db.table(at).matches(q, t.mine[at]), q.CountBy)}, nil
	}
	var page storage.Page
	for r := range t.db.table(at).matches(q, t.mine[at]) {
		page.Docs = append(page.Docs, r.doc())
		if len(page.Docs) == q.Limit {
			page.Next = &storage.Cursor{Value: r.Fields[q.By], ID: r.Meta.ID}
			break
		}
	}
	return page, nil
}

// History implements [storage.Driver].
func (t *tx) History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
	if err := t.usable(ctx); err != nil {
		return nil, err
	}
	if err := t.db.kinds.CheckHistory(kind, limit); err != nil {
		return nil, err
	}
	at := tableKey{tenant: k.Tenant, kind: kind}
	var all []storage.Revision
	t.db.mu.Lock()
	if r := t.db.table(at).rows[k.ID]; r != nil {
		all = slices.Clip(r.history)
	}
	t.db.mu.Unlock()
	for _, w := range t.writes {
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
func (t *tx) Outbox(ctx context.Context, r storage.OutboxRead) ([]record.Event, error) {
	if err := t.usable(ctx); err != nil {
		return nil, err
	}
	if err := r.Check(); err != nil {
		return nil, err
	}
	t.db.mu.Lock()
	all := slices.Clip(t.db.outbox[r.Tenant])
	t.db.mu.Unlock()
	for _, w := range t.writes {
		if w.table.tenant == r.Tenant {
			event := w.event
			event.Seq = int64(len(all)) + 1
			all = append(all, event)
		}
	}
	from := int(min(max(r.After, 0), int64(len(all)))) // the event at i has Seq i+1
	return slices.Clone(all[from:min(from+r.Limit, len(all))]), nil
}

// Tx implements [storage.Driver]: it joins the transaction.
func (t *tx) Tx(ctx context.Context, do func(storage.Driver) error) error {
	if err := t.usable(ctx); err != nil {
		return err
	}
	before, done := len(t.writes), false
	defer func() { // also when do panics
		if !done {
			t.undo(before)
		}
	}()
	if err := do(t); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	done = true
	return nil
}

func (t *tx) usable(ctx context.Context) error {
	if t.over {
		return fault.Refuse(fault.ErrInvalid, txOver)
	}
	return ctx.Err()
}
