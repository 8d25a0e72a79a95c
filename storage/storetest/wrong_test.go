package storetest

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

// A wrong store breaks one promise on purpose.
type wrong struct {
	check string
	how   string
	// also are the other checks that can't but fail with it.
	also []string
	// One of the two: a driver, or a store over a good one.
	driver func() storage.Driver
	store  func(good Opened[sample, pick]) record.Store[sample, pick]
}

func good(schemas ...record.Schema) storage.Driver {
	if len(schemas) == 0 {
		schemas = Schemas()
	}
	db, err := memory.New(schemas...)
	if err != nil {
		panic(err)
	}
	return db
}

// A twisted driver does some things otherwise than the driver beneath, in transactions too.
type twisted struct {
	storage.Driver
	apply   func(ctx context.Context, d storage.Driver, changes []storage.Change) error
	get     func(ctx context.Context, d storage.Driver, kind string, k record.Key) (storage.Doc, error)
	query   func(ctx context.Context, d storage.Driver, q storage.Query) (storage.Page, error)
	history func(ctx context.Context, d storage.Driver, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error)
	outbox  func(ctx context.Context, d storage.Driver, r storage.OutboxRead) ([]record.Event, error)
	tx      func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error
}

func (d twisted) Apply(ctx context.Context, changes ...storage.Change) error {
	if d.apply == nil {
		return d.Driver.Apply(ctx, changes...)
	}
	return d.apply(ctx, d.Driver, changes)
}

func (d twisted) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	if d.get == nil {
		return d.Driver.Get(ctx, kind, k)
	}
	return d.get(ctx, d.Driver, kind, k)
}

func (d twisted) Query(ctx context.Context, q storage.Query) (storage.Page, error) {
	if d.query == nil {
		return d.Driver.Query(ctx, q)
	}
	return d.query(ctx, d.Driver, q)
}

func (d twisted) History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
	if d.history == nil {
		return d.Driver.History(ctx, kind, k, after, limit)
	}
	return d.history(ctx, d.Driver, kind, k, after, limit)
}

func (d twisted) Outbox(ctx context.Context, r storage.OutboxRead) ([]record.Event, error) {
	if d.outbox == nil {
		return d.Driver.Outbox(ctx, r)
	}
	return d.outbox(ctx, d.Driver, r)
}

func (d twisted) Tx(ctx context.Context, do func(storage.Driver) error) error {
	inside := func(tx storage.Driver) error {
		inner := d
		inner.Driver = tx
		return do(inner)
	}
	if d.tx == nil {
		return d.Driver.Tx(ctx, inside)
	}
	return d.tx(ctx, d.Driver, inside)
}

// twist is a good driver with a twist.
func twist(t twisted) func() storage.Driver {
	return func() storage.Driver {
		t.Driver = good()
		return t
	}
}

// forgiving is a driver whose Apply ends well where it should fail with some errors.
func forgiving(forgive func(error, []storage.Change) bool) func() storage.Driver {
	return twist(twisted{apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
		err := d.Apply(ctx, changes...)
		if err != nil && forgive(err, changes) {
			return nil
		}
		return err
	}})
}

// misreading is a driver whose Get gives something else.
func misreading(change func(*storage.Doc)) func() storage.Driver {
	return twist(twisted{get: func(ctx context.Context, d storage.Driver, kind string, k record.Key) (storage.Doc, error) {
		doc, err := d.Get(ctx, kind, k)
		change(&doc)
		return doc, err
	}})
}

// looking is a driver whose Get, when it finds nothing, looks under another key.
func looking(elsewhere func(kind string, k record.Key) (string, record.Key)) func() storage.Driver {
	return twist(twisted{get: func(ctx context.Context, d storage.Driver, kind string, k record.Key) (storage.Doc, error) {
		doc, err := d.Get(ctx, kind, k)
		if errors.Is(err, fault.ErrNotFound) {
			kind, k := elsewhere(kind, k)
			if doc, err := d.Get(ctx, kind, k); err == nil {
				return doc, nil
			}
		}
		return doc, err
	}})
}

// querying is a driver that answers another query than it is asked, or answers otherwise.
func querying(ask func(*storage.Query), answer func(storage.Query, *storage.Page)) func() storage.Driver {
	return twist(twisted{query: func(ctx context.Context, d storage.Driver, q storage.Query) (storage.Page, error) {
		if ask != nil {
			ask(&q)
		}
		page, err := d.Query(ctx, q)
		if answer != nil && err == nil {
			answer(q, &page)
		}
		return page, err
	}})
}

// A slip is a store of samples that does some things otherwise than a good one.
type slip struct {
	record.Store[sample, pick]
	create func(ctx context.Context, v sample) (sample, error)
	get    func(ctx context.Context, k record.Key) (sample, error)
	update func(ctx context.Context, v sample) (sample, error)
	list   func(ctx context.Context, f pick) iter.Seq2[sample, error]
}

func (s slip) Create(ctx context.Context, v sample) (sample, error) {
	if s.create == nil {
		return s.Store.Create(ctx, v)
	}
	return s.create(ctx, v)
}

func (s slip) Get(ctx context.Context, k record.Key) (sample, error) {
	if s.get == nil {
		return s.Store.Get(ctx, k)
	}
	return s.get(ctx, k)
}

func (s slip) Update(ctx context.Context, v sample) (sample, error) {
	if s.update == nil {
		return s.Store.Update(ctx, v)
	}
	return s.update(ctx, v)
}

func (s slip) List(ctx context.Context, f pick) iter.Seq2[sample, error] {
	if s.list == nil {
		return s.Store.List(ctx, f)
	}
	return s.list(ctx, f)
}

func clone(v sample) sample {
	raw, err := json.Marshal(v)
	if err != nil {
		panic(err)
	}
	var c sample
	if err := json.Unmarshal(raw, &c); err != nil {
		panic(err)
	}
	return c
}

// remembering keeps created values in a map that Get answers from.
func remembering(in, out func(sample) sample) func(Opened[sample, pick]) record.Store[sample, pick] {
	return func(good Opened[sample, pick]) record.Store[sample, pick] {
		var kept sync.Map
		return slip{
			Store: good.Store,
			create: func(ctx context.Context, v sample) (sample, error) {
				stored, err := good.Store.Create(ctx, v)
				if err == nil {
					kept.Store(v.Key(), in(stored))
				}
				return stored, err
			},
			update: func(ctx context.Context, v sample) (sample, error) {
				kept.Delete(v.Key())
				return good.Store.Update(ctx, v)
			},
			get: func(ctx context.Context, k record.Key) (sample, error) {
				if v, ok := kept.Load(k); ok && ctx.Err() == nil {
					return out(v.(sample)), nil
				}
				return good.Store.Get(ctx, k)
			},
		}
	}
}

// losing is a driver that answers who loses a race with some error that says nothing.
func losing(lost error, create bool) func() storage.Driver {
	return func() storage.Driver {
		var running atomic.Int64
		var raced atomic.Bool
		return twisted{Driver: good(), apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
			if len(changes) != 1 || (changes[0].Expect == 0) != create || create && changes[0].Meta.ID != "one" {
				return d.Apply(ctx, changes...)
			}
			if running.Add(1) > 1 {
				raced.Store(true)
			}
			time.Sleep(time.Millisecond)
			err := d.Apply(ctx, changes...)
			running.Add(-1)
			if errors.Is(err, lost) && raced.Load() {
				return errors.New("the database is locked")
			}
			return err
		}}
	}
}

var amount = regexp.MustCompile(`"amount":"[^"]*"`)

var wrongs = []wrong{
	{
		check: "create-get", how: "a field of some records is not read back",
		driver: misreading(func(doc *storage.Doc) {
			doc.Document = bytes.Replace(doc.Document, []byte(`"bonus":"14",`), nil, 1)
		}),
	},
	{
		check: "create-taken", how: "creating again does nothing and says nothing",
		driver: forgiving(func(err error, c []storage.Change) bool {
			return errors.Is(err, fault.ErrExists) && len(c) == 1 && c[0].Meta.ID == numbered(1)
		}),
	},
	{
		check: "create-unique", how: "nothing is unique",
		also: []string{"unique-update", "unique-freed", "batch-whole", "tx-goes-on"},
		driver: func() storage.Driver {
			schemas := Schemas()
			schemas[0].Unique = nil
			return good(schemas...)
		},
	},
	{
		check: "get-unknown", how: "what is not there is an empty record",
		also: []string{"create-unique", "update-unknown", "ids-exact", "tenants-apart", "context-done", "tx-rollback", "tx-panic", "tx-context", "kinds-apart"},
		driver: twist(twisted{get: func(ctx context.Context, d storage.Driver, kind string, k record.Key) (storage.Doc, error) {
			doc, err := d.Get(ctx, kind, k)
			if errors.Is(err, fault.ErrNotFound) {
				return storage.Doc{Kind: kind, Schema: 1, Document: []byte("{}")}, nil
			}
			return doc, err
		}}),
	},
	{
		check: "update-counts", how: "Update returns what it was given",
		also: []string{"update-stale", "list-filters", "list-uses", "list-break", "race-update"},
		store: func(good Opened[sample, pick]) record.Store[sample, pick] {
			return slip{Store: good.Store, update: func(ctx context.Context, v sample) (sample, error) {
				_, err := good.Store.Update(ctx, v)
				return v, err
			}}
		},
	},
	{
		check: "update-stale", how: "a change that lost is dropped without a word",
		also:   []string{"race-update", "chain-followed", "batch-whole"},
		driver: forgiving(func(err error, _ []storage.Change) bool { return errors.Is(err, fault.ErrConflict) }),
	},
	{
		check: "update-unknown", how: "a change of nothing is dropped without a word",
		also:   []string{"tenants-apart", "batch-whole"},
		driver: forgiving(func(err error, _ []storage.Change) bool { return errors.Is(err, fault.ErrNotFound) }),
	},
	{
		check: "ids-exact", how: "ids are found whatever their case",
		driver: looking(func(kind string, k record.Key) (string, record.Key) {
			return kind, record.Key{Tenant: k.Tenant, ID: strings.ToLower(k.ID)}
		}),
	},
	{
		check: "tenants-apart", how: "a record is found in another tenant",
		driver: looking(func(kind string, k record.Key) (string, record.Key) {
			return kind, record.Key{Tenant: north, ID: k.ID}
		}),
	},
	{
		check: "list-order", how: "a list of many is in no order",
		store: func(good Opened[sample, pick]) record.Store[sample, pick] {
			return slip{Store: good.Store, list: func(ctx context.Context, f pick) iter.Seq2[sample, error] {
				return func(yield func(sample, error) bool) {
					all, err := record.Collect(good.Store.List(ctx, f))
					if err != nil {
						yield(sample{}, err)
						return
					}
					if len(all) == listed {
						slices.Reverse(all)
					}
					for _, v := range all {
						if !yield(v, nil) {
							return
						}
					}
				}
			}}
		},
	},
	{
		check: "list-filters", how: "the indexed fields stay those of the first version",
		driver: func() storage.Driver {
			first := map[record.Key]map[string]record.Value{}
			var mu sync.Mutex
			return twisted{Driver: good(), apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
				mu.Lock()
				changes = slices.Clone(changes)
				for i, c := range changes {
					switch kept, ok := first[c.Meta.Key()]; {
					case c.Expect == 0:
						first[c.Meta.Key()] = maps.Clone(c.Fields)
					case ok && c.Kind == samples.Name:
						changes[i].Fields = maps.Clone(c.Fields)
						changes[i].Fields["title"], changes[i].Fields["rank"] = kept["title"], kept["rank"]
					}
				}
				mu.Unlock()
				return d.Apply(ctx, changes...)
			}}
		},
	},
	{
		check: "list-many", how: "a list ends with its second page",
		driver: querying(nil, func(q storage.Query, page *storage.Page) {
			if q.After.ID != "" && q.Limit > 100 {
				page.Next = nil
			}
		}),
	},
	{
		check: "list-uses", how: "a list locks the store while it yields",
		store: func(good Opened[sample, pick]) record.Store[sample, pick] {
			var locked atomic.Bool
			return slip{
				Store: good.Store,
				list: func(ctx context.Context, f pick) iter.Seq2[sample, error] {
					return func(yield func(sample, error) bool) {
						locked.Store(true)
						defer locked.Store(false)
						good.Store.List(ctx, f)(yield)
					}
				},
				update: func(ctx context.Context, v sample) (sample, error) {
					if locked.Load() {
						return v, errors.New("would wait for ever")
					}
					return good.Store.Update(ctx, v)
				},
			}
		},
	},
	{
		check: "list-break", how: "a list that is broken off keeps its connection",
		store: func(good Opened[sample, pick]) record.Store[sample, pick] {
			var open atomic.Int64
			return slip{Store: good.Store, list: func(ctx context.Context, f pick) iter.Seq2[sample, error] {
				return func(yield func(sample, error) bool) {
					if open.Add(1) > 10 {
						yield(sample{}, errors.New("too many connections"))
						return
					}
					for v, err := range good.Store.List(ctx, f) {
						if !yield(v, err) {
							return
						}
					}
					open.Add(-1)
				}
			}}
		},
	},
	{
		check: "list-error", how: "an error is yielded twice",
		store: func(good Opened[sample, pick]) record.Store[sample, pick] {
			return slip{Store: good.Store, list: func(ctx context.Context, f pick) iter.Seq2[sample, error] {
				return func(yield func(sample, error) bool) {
					for v, err := range good.Store.List(ctx, f) {
						if !yield(v, err) || err != nil && !yield(v, err) {
							return
						}
					}
				}
			}}
		},
	},
	{
		check: "context-done", how: "Get does not mind the context",
		driver: twist(twisted{get: func(ctx context.Context, d storage.Driver, kind string, k record.Key) (storage.Doc, error) {
			return d.Get(context.WithoutCancel(ctx), kind, k)
		}}),
	},
	{check: "copies-in", how: "the value that was created is kept itself", store: remembering(func(v sample) sample { return v }, clone)},
	{check: "copies-out", how: "the value that is kept is given out itself", store: remembering(clone, func(v sample) sample { return v })},
	{check: "race-update", how: "who loses is told of a lock", driver: losing(fault.ErrConflict, false)},
	{check: "race-create", how: "who loses is told of a lock", driver: losing(fault.ErrExists, true)},
	{
		check: "tx-commit", how: "what a transaction wrote is thrown away",
		also: []string{"tx-context", "tx-sees", "tx-goes-on", "tx-joins", "tx-race"},
		driver: twist(twisted{tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
			stop := errors.New("never")
			if err := d.Tx(ctx, func(tx storage.Driver) error { return cmp.Or(do(tx), stop) }); !errors.Is(err, stop) {
				return err
			}
			return nil
		}}),
	},
	{
		check: "tx-rollback", how: "what a transaction wrote stays when it fails",
		also: []string{"tx-joins"},
		driver: twist(twisted{tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
			var failed error
			err := d.Tx(ctx, func(tx storage.Driver) error { failed = do(tx); return nil })
			return cmp.Or(failed, err)
		}}),
	},
	{
		check: "tx-reads", how: "Get in a transaction does not see what it wrote",
		also: []string{"tx-sees"},
		driver: func() storage.Driver {
			outer := good()
			return twisted{Driver: outer, get: func(ctx context.Context, _ storage.Driver, kind string, k record.Key) (storage.Doc, error) {
				return outer.Get(ctx, kind, k)
			}}
		},
	},
	{
		check: "tx-panic", how: "a transaction that panics commits",
		driver: twist(twisted{tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
			var caught any
			err := d.Tx(ctx, func(tx storage.Driver) error {
				defer func() { caught = recover() }()
				return do(tx)
			})
			if caught != nil {
				panic(caught)
			}
			return err
		}}),
	},
	{
		check: "tx-context", how: "a transaction commits when its context is done",
		driver: twist(twisted{tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
			return d.Tx(context.WithoutCancel(ctx), do)
		}}),
	},
	{
		check: "text-kept", how: "text is brought into another Unicode form",
		driver: misreading(func(doc *storage.Doc) {
			doc.Document = bytes.ReplaceAll(doc.Document, []byte("e\u0301"), []byte("é"))
		}),
	},
	{
		check: "text-refused", how: "text of any form is taken",
		driver: forgiving(func(err error, _ []storage.Change) bool { return fault.Of(err).Has("storage.text.form") }),
	},
	{
		check: "document-kept", how: "numbers are read as float64",
		driver: misreading(func(doc *storage.Doc) {
			var tree any
			if json.Unmarshal(doc.Document, &tree) == nil {
				doc.Document, _ = json.Marshal(tree)
			}
		}),
	},
	{
		check: "instants-kept", how: "there is no time before 1970",
		driver: misreading(func(doc *storage.Doc) {
			if doc.Meta.Created.At.Unix() < 0 {
				doc.Meta.Created.At = time.Unix(0, 0).UTC()
			}
		}),
	},
	{
		check: "decimals-kept", how: "amounts are read as float64",
		driver: misreading(func(doc *storage.Doc) {
			doc.Document = amount.ReplaceAllFunc(doc.Document, func(field []byte) []byte {
				f, _ := strconv.ParseFloat(string(field[len(`"amount":"`):len(field)-1]), 64)
				return []byte(`"amount":"` + strconv.FormatFloat(f, 'f', -1, 64) + `"`)
			})
		}),
	},
	{
		check: "copies", how: "two readers are given the same bytes",
		driver: func() storage.Driver {
			var kept sync.Map
			return twisted{Driver: good(), get: func(ctx context.Context, d storage.Driver, kind string, k record.Key) (storage.Doc, error) {
				doc, err := d.Get(ctx, kind, k)
				if err == nil {
					shared, _ := kept.LoadOrStore(doc.Meta.Chain, doc.Document)
					doc.Document = shared.(json.RawMessage)
				}
				return doc, err
			}}
		},
	},
	{
		check: "kinds-apart", how: "a record is found in another kind",
		driver: looking(func(_ string, k record.Key) (string, record.Key) { return samples.Name, k }),
	},
	{
		check: "unique-update", how: "a change to what is taken is dropped without a word",
		driver: forgiving(func(err error, c []storage.Change) bool {
			return errors.Is(err, fault.ErrExists) && len(c) == 1 && c[0].Expect > 0
		}),
	},
	{
		check: "unique-null", how: "null is a value like another",
		driver: func() storage.Driver {
			var taken sync.Map
			return twisted{Driver: good(), apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
				for _, c := range changes {
					if _, twice := taken.LoadOrStore(c.Meta.Tenant, true); c.Kind == samples.Name && c.Fields["serial"].IsNull() && twice {
						return fault.Exists(c.Kind, c.Meta.ID)
					}
				}
				return d.Apply(ctx, changes...)
			}}
		},
	},
	{
		check: "unique-freed", how: "what was taken once stays taken",
		also: []string{"tx-rollback"},
		driver: func() storage.Driver {
			var taken sync.Map
			return twisted{Driver: good(), apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
				err := d.Apply(ctx, changes...)
				for _, c := range changes {
					serial := c.Fields["serial"]
					if err != nil || c.Kind != samples.Name || serial.IsNull() {
						continue
					}
					if owner, _ := taken.LoadOrStore([2]any{c.Meta.Tenant, serial}, c.Meta.ID); owner != c.Meta.ID {
						return fault.Exists(c.Kind, c.Meta.ID)
					}
				}
				return err
			}}
		},
	},
	{
		check: "chain-followed", how: "a change that forks the chain is dropped without a word",
		driver: forgiving(func(err error, _ []storage.Change) bool { return fault.Of(err).Has("storage.chain.foreign") }),
	},
	{
		check: "batch-whole", how: "changes are written one by one",
		also: []string{"tx-goes-on"},
		driver: twist(twisted{apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
			for _, c := range changes {
				if err := d.Apply(ctx, c); err != nil {
					return err
				}
			}
			return ctx.Err()
		}}),
	},
	{
		check: "batch-order", how: "a batch changes a record only once",
		driver: twist(twisted{apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
			seen := map[record.Key]bool{}
			for _, c := range changes {
				if seen[c.Meta.Key()] && c.Expect > 0 {
					return fault.Conflict(c.Kind, c.Meta.ID, c.Expect, 0)
				}
				seen[c.Meta.Key()] = true
			}
			return d.Apply(ctx, changes...)
		}}),
	},
	{
		check: "kind-unknown", how: "of an unknown kind there are no records",
		driver: twist(twisted{query: func(ctx context.Context, d storage.Driver, q storage.Query) (storage.Page, error) {
			page, err := d.Query(ctx, q)
			if fault.Of(err).Has("storage.kind.unknown") {
				return page, nil
			}
			return page, err
		}}),
	},
	{
		check: "input-refused", how: "no limit is some limit",
		driver: querying(func(q *storage.Query) { q.Limit = cmp.Or(q.Limit, 100) }, nil),
	},
	{
		check: "query-conditions", how: "at most is less",
		driver: querying(func(q *storage.Query) {
			q.Where = slices.Clone(q.Where)
			for i, c := range q.Where {
				if c.Op == record.AtMost {
					q.Where[i].Op = record.Less
				}
			}
		}, nil),
	},
	{
		check: "query-order", how: "there is no descending by one type",
		driver: querying(func(q *storage.Query) { q.Desc = q.Desc && q.By != "due" }, nil),
	},
	{
		check: "query-pages", how: "a page goes on after all records of the same value",
		driver: querying(func(q *storage.Query) {
			if q.After.ID != "" && q.By == "open" {
				q.After.ID = map[bool]string{false: "\U0010ffff", true: "\x01"}[q.Desc]
			}
		}, nil),
	},
	{
		check: "query-moving", how: "a page goes on after as many records as the pages before had",
		driver: func() storage.Driver {
			var seen sync.Map
			return twisted{Driver: good(), query: func(ctx context.Context, d storage.Driver, q storage.Query) (storage.Page, error) {
				at := fmt.Sprintf("%s %v %q %t %v", q.Tenant, q.Where, q.By, q.Desc, q.After)
				skip, size := 0, q.Limit
				if before, ok := seen.Load(at); ok && size <= 100 {
					skip, q.After = before.(int), storage.Cursor{}
				}
				q.Limit += skip
				page, err := d.Query(ctx, q)
				page.Docs = page.Docs[min(skip, len(page.Docs)):]
				if page.Next != nil {
					seen.Store(fmt.Sprintf("%s %v %q %t %v", q.Tenant, q.Where, q.By, q.Desc, *page.Next), skip+size)
				}
				return page, err
			}}
		},
	},
	{
		check: "query-counts", how: "null is not counted",
		driver: querying(nil, func(_ storage.Query, page *storage.Page) {
			page.Counts = slices.DeleteFunc(page.Counts, func(c storage.Count) bool { return slices.Contains(c.By, record.Value{}) })
		}),
	},
	{
		check: "history", how: "a page of history has no limit",
		driver: twist(twisted{history: func(ctx context.Context, d storage.Driver, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
			if limit > 0 {
				limit = storage.MaxPage
			}
			return d.History(ctx, kind, k, after, limit)
		}}),
	},
	{
		check: "history-apart", how: "without a history of its own a record has that of another tenant",
		driver: twist(twisted{history: func(ctx context.Context, d storage.Driver, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
			all, err := d.History(ctx, kind, k, after, limit)
			if len(all) == 0 && err == nil && after == 0 {
				return d.History(ctx, kind, record.Key{Tenant: north, ID: k.ID}, after, limit)
			}
			return all, err
		}}),
	},
	{
		check: "outbox", how: "a page of the outbox has no limit",
		driver: twist(twisted{outbox: func(ctx context.Context, d storage.Driver, r storage.OutboxRead) ([]record.Event, error) {
			if r.Limit > 0 && r.Limit < storage.MaxPage {
				r.Limit = storage.MaxPage
			}
			return d.Outbox(ctx, r)
		}}),
	},
	{
		check: "outbox-apart", how: "one tenant reads of all",
		also: []string{"batch-whole"},
		driver: twist(twisted{outbox: func(ctx context.Context, d storage.Driver, r storage.OutboxRead) ([]record.Event, error) {
			own, err := d.Outbox(ctx, r)
			if r.Tenant != north || err != nil {
				return own, err
			}
			r.Tenant = south
			foreign, err := d.Outbox(ctx, r)
			return append(own, foreign...), err
		}}),
	},
	{
		check: "outbox-race", how: "an event shows only after one that was committed later",
		driver: func() storage.Driver {
			shown := map[int64]bool{} // one goroutine reads
			return twisted{Driver: good(), outbox: func(ctx context.Context, d storage.Driver, r storage.OutboxRead) ([]record.Event, error) {
				events, err := d.Outbox(ctx, r)
				return slices.DeleteFunc(slices.Clone(events), func(e record.Event) bool {
					hidden := e.ID == numbered(0) && !shown[e.Seq]
					shown[e.Seq] = events[len(events)-1].ID != numbered(0)
					return hidden
				}), err
			}}
		},
	},
	{
		check: "audit", how: "a history ends with its first long page",
		driver: twist(twisted{history: func(ctx context.Context, d storage.Driver, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
			all, err := d.History(ctx, kind, k, after, limit)
			if after > 100 {
				return nil, err
			}
			return all, err
		}}),
	},
	{
		check: "audit-alarm", how: "audit entries lose what proves the document",
		also: []string{"text-kept", "history", "history-apart"},
		driver: twist(twisted{history: func(ctx context.Context, d storage.Driver, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
			all, err := d.History(ctx, kind, k, after, limit)
			for i := range all {
				all[i].Entry = all[i].Entry.Redacted()
			}
			return all, err
		}}),
	},
	{
		check: "tx-sees", how: "counts in a transaction are without what it wrote",
		driver: func() storage.Driver {
			outer := good()
			return twisted{Driver: outer, query: func(ctx context.Context, d storage.Driver, q storage.Query) (storage.Page, error) {
				if q.CountBy != nil {
					return outer.Query(ctx, q)
				}
				return d.Query(ctx, q)
			}}
		},
	},
	{
		check: "tx-goes-on", how: "a batch that fails dooms its transaction",
		driver: twist(twisted{tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
			return d.Tx(ctx, func(tx storage.Driver) error {
				var failed error
				return do(twisted{Driver: tx, apply: func(ctx context.Context, d storage.Driver, changes []storage.Change) error {
					failed = cmp.Or(failed, d.Apply(ctx, changes...))
					return failed
				}})
			})
		}}),
	},
	{
		check: "tx-joins", how: "a transaction within one undoes nothing of its own",
		driver: twist(twisted{tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
			if _, outermost := d.(*memory.DB); outermost {
				return d.Tx(ctx, do)
			}
			_, err := d.Query(ctx, storage.Query{Kind: samples.Name, Query: record.Query{Tenant: north, Limit: 1}})
			return cmp.Or(err, do(d))
		}}),
	},
	{
		check: "tx-over", how: "the driver of a transaction lives on as another",
		driver: twist(twisted{tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
			return d.Tx(ctx, func(tx storage.Driver) error {
				return do(twisted{Driver: tx, query: func(ctx context.Context, tx storage.Driver, q storage.Query) (storage.Page, error) {
					page, err := tx.Query(ctx, q)
					if fault.Of(err).Has("memory.tx.over") {
						return d.Query(ctx, q)
					}
					return page, err
				}})
			})
		}}),
	},
	{
		check: "tx-race", how: "who can't have the lock at once gives up",
		driver: func() storage.Driver {
			var lock sync.Mutex
			return twisted{Driver: good(), tx: func(ctx context.Context, d storage.Driver, do func(storage.Driver) error) error {
				if _, outermost := d.(*memory.DB); outermost {
					if !lock.TryLock() {
						return errors.New("the database is locked")
					}
					defer lock.Unlock()
					time.Sleep(time.Millisecond)
				}
				return d.Tx(ctx, do)
			}}
		},
	},
}

// long are the checks that hold others' promises over hundreds of records. They take as
// long as all others together and are tried on few wrong stores.
var long = []string{"list-many", "audit"}

// failing are the checks that fail, of all but those left out.
func failing[S any](t *testing.T, checks []check[S], open func() S, left ...string) []string {
	t.Helper()
	failed := []string{}
	for _, c := range checks {
		if slices.Contains(left, c.name) {
			continue
		}
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		if c.try(ctx, open()) != nil {
			failed = append(failed, c.name)
		}
		cancel()
	}
	return failed
}

func TestEachWrongStoreFailsExactlyTheChecksItMust(t *testing.T) {
	for _, w := range wrongs {
		t.Run(w.check+": "+w.how, func(t *testing.T) {
			t.Parallel()
			var left, failed []string
			if !slices.Contains(long, w.check) {
				left = long
			}
			if w.driver != nil {
				failed = failing(t, driverSuite(), w.driver, left...)
			} else {
				failed = failing(t, storeChecks[sample, pick](), func() subject[sample, pick] {
					o := Over(good(), samples)
					o.Store = w.store(o)
					return subject[sample, pick]{sampleFixture(), o}
				}, left...)
			}
			assert.ElementsMatch(t, append([]string{w.check}, w.also...), failed)
		})
	}
}

func TestEachCheckHasAStoreThatFailsIt(t *testing.T) {
	seen := map[string]bool{}
	for _, c := range driverSuite() {
		require.False(t, seen[c.name], "two checks are called %s", c.name)
		seen[c.name] = true
		assert.NotEmpty(t, c.promise, c.name)
		assert.True(t, slices.ContainsFunc(wrongs, func(w wrong) bool { return w.check == c.name }), "no store breaks %s on purpose", c.name)
	}
}
