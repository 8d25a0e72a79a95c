package memory_test

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

var things = record.Schema{
	Name:   "thing",
	Fields: []record.Column{{Name: "shade", Type: record.Text}, {Name: "size", Type: record.Int}},
}

// change is the next version of a thing.
func change(t require.TestingT, now record.Meta, fields map[string]record.Value) storage.Change {
	now.Version++
	entry, err := record.NewEntry(things.Name, now, []byte(`{}`), "salt")
	require.NoError(t, err)
	now.Chain = entry.Digest
	return storage.Change{
		Doc:    storage.Doc{Kind: things.Name, Meta: now, Schema: 1, Document: []byte(`{}`), Fields: fields},
		Expect: now.Version - 1, Entry: entry, Event: record.EventOf(things.Name, now),
	}
}

// TestWhateverWasWrittenAndUndoneQueriesFindWhatIsThere compares the sorted orders that
// are kept up by every write, and their view from a transaction, with sorting anew.
func TestWhateverWasWrittenAndUndoneQueriesFindWhatIsThere(t *testing.T) {
	ctx := t.Context()
	rapid.Check(t, func(t *rapid.T) {
		db, err := memory.New(things)
		require.NoError(t, err)
		values := map[string]*rapid.Generator[record.Value]{
			"shade": rapid.SampledFrom([]record.Value{{}, record.TextOf("a"), record.TextOf("b")}),
			"size":  rapid.SampledFrom([]record.Value{{}, record.IntOf(-1), record.IntOf(0), record.IntOf(1)}),
		}
		write := func(d storage.Driver, there map[string]storage.Doc) {
			id := rapid.SampledFrom([]string{"a", "B", "c", "d", "e"}).Draw(t, "id")
			now := record.New(record.Key{Tenant: "north", ID: id}, record.By("li", time.Unix(1, 0)).For("thing.write"))
			if doc, ok := there[id]; ok {
				now = doc.Meta
			}
			c := change(t, now, map[string]record.Value{"shade": values["shade"].Draw(t, "shade"), "size": values["size"].Draw(t, "size")})
			require.NoError(t, d.Apply(ctx, c))
			there[id] = c.Doc
		}
		look := func(d storage.Driver, there map[string]storage.Doc) {
			q := record.Query{Tenant: "north", By: rapid.SampledFrom([]string{"", "shade", "size"}).Draw(t, "by"), Desc: rapid.Bool().Draw(t, "desc")}
			docs := slices.Collect(maps.Values(there))
			if field := rapid.SampledFrom([]string{"", "shade", "size"}).Draw(t, "where"); field != "" {
				if v := values[field].Draw(t, "value"); !v.IsNull() {
					q = q.And(field, record.Equal, v)
					docs = slices.DeleteFunc(docs, func(d storage.Doc) bool { return d.Fields[field] != v })
				}
			}
			slices.SortFunc(docs, func(a, b storage.Doc) int {
				order := cmp.Or(a.Fields[q.By].Compare(b.Fields[q.By]), strings.Compare(a.Meta.ID, b.Meta.ID))
				if q.Desc {
					return -order
				}
				return order
			})
			q.Limit = rapid.IntRange(1, 3).Draw(t, "limit")
			next := storage.Query{Kind: things.Name, Query: q}
			found := []storage.Doc{}
			for more := true; more; {
				page, err := d.Query(ctx, next)
				require.NoError(t, err)
				found = append(found, page.Docs...)
				if more = page.Next != nil; more {
					next.After = *page.Next
				}
			}
			for i := range docs {
				docs[i].Fields = nil
			}
			assert.Equal(t, append([]storage.Doc{}, docs...), found)
		}
		there := map[string]storage.Doc{}
		t.Repeat(map[string]func(*rapid.T){
			"write": func(*rapid.T) { write(db, there) },
			"look":  func(*rapid.T) { look(db, there) },
			"transaction": func(t *rapid.T) {
				stop := errors.New("stop")
				inside := maps.Clone(there)
				err := db.Tx(ctx, func(tx storage.Driver) error {
					for range rapid.IntRange(0, 3).Draw(t, "writes") {
						write(tx, inside)
						look(tx, inside)
						look(db, there)
					}
					before := maps.Clone(inside)
					if tx.Tx(ctx, func(tx storage.Driver) error { write(tx, before); look(tx, before); return stop }) != stop { //nolint:errorlint // itself
						return errors.New("the inner transaction did not stop")
					}
					look(tx, inside)
					if rapid.Bool().Draw(t, "undo") {
						return stop
					}
					return nil
				})
				if err == nil {
					there = inside
				} else {
					require.ErrorIs(t, err, stop)
				}
			},
		})
	})
}

func TestAMalformedSchemaIsRefused(t *testing.T) {
	_, err := memory.New(things, things)
	require.Error(t, err)
}
