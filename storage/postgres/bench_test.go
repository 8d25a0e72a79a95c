package postgres_test

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
)

// note is a kind of record with four indexed fields, as most kinds have.
var note = record.Schema{
	Name: "note",
	Fields: []record.Column{
		{Name: "owner", Type: record.Text},
		{Name: "rank", Type: record.Int},
		{Name: "open", Type: record.Bool},
		{Name: "due", Type: record.Moment},
	},
	Unique: [][]string{{"owner", "rank"}},
}

var noon = time.Date(2026, 3, 2, 12, 0, 0, 123456000, time.UTC)

// change is the next version of a note: after is the one before, or its zero value.
func change(tb testing.TB, id string, after record.Meta, fields map[string]record.Value) storage.Change {
	tb.Helper()
	by := record.By("E-1001", noon).For("note.write").Because("as agreed")
	m := after
	if m.Version == 0 {
		m = record.New(record.Key{Tenant: "north", ID: id}, by)
	}
	m.Version++
	document, err := json.Marshal(map[string]string{"text": strings.Repeat("季度目标 ", 40)})
	require.NoError(tb, err)
	entry, err := record.NewEntry(note.Name, m, document, "salt")
	require.NoError(tb, err)
	m.Chain = entry.Digest
	return storage.Change{
		Doc:    storage.Doc{Kind: note.Name, Meta: m, Schema: 1, Document: document, Fields: fields},
		Expect: m.Version - 1, Entry: entry, Event: record.EventOf(note.Name, m),
	}
}

func numbered(tb testing.TB, i int) storage.Change {
	tb.Helper()
	return change(tb, fmt.Sprintf("N-%09d", i), record.Meta{}, map[string]record.Value{
		"owner": record.TextOf(fmt.Sprint("E-", i%1000)), "rank": record.IntOf(int64(i)),
		"open": record.BoolOf(i%2 == 0), "due": record.MomentOf(noon.Add(time.Duration(i) * time.Second)),
	})
}

// BenchmarkChange is one audited change a transaction: record, history, audit entry and
// event. Beside it stand the same rows written by hand in one batch: to the same tables,
// with the tenant's turn and its policy.
func BenchmarkChange(b *testing.B) {
	b.Run("create", func(b *testing.B) {
		db := opened(b, []record.Schema{note})
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			require.NoError(b, db.Apply(b.Context(), numbered(b, i)))
		}
	})
	b.Run("update", func(b *testing.B) {
		db := opened(b, []record.Schema{note})
		c := numbered(b, 1)
		require.NoError(b, db.Apply(b.Context(), c))
		b.ReportAllocs()
		for b.Loop() {
			c = change(b, c.Meta.ID, c.Meta, c.Fields)
			require.NoError(b, db.Apply(b.Context(), c))
		}
	})
	b.Run("create by hand", func(b *testing.B) {
		db := opened(b, []record.Schema{note})
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			require.NoError(b, byHand(b.Context(), db.Pool(), numbered(b, i)))
		}
	})
}

const (
	metaNames  = "tenant, id, version, schema, created_at, created_by, created_action, created_reason, updated_at, updated_by, updated_action, updated_reason, chain, document"
	noteNames  = metaNames + ", owner, rank, open, due"
	entryNames = metaNames + ", kind, prev, seal, content, salt"
	eventNames = `tenant, seq, kind, id, version, action, at, "by"`
)

func noteRow(c *storage.Change) []any {
	return append(metaRow(c), c.Fields["owner"].Any(), c.Fields["rank"].Any(), c.Fields["open"].Any(), c.Fields["due"].Any())
}

func entryRow(c *storage.Change) []any {
	return append(metaRow(c), c.Kind, string(c.Entry.Prev), string(c.Entry.Seal), string(c.Entry.Content), c.Entry.Private.Salt)
}

func metaRow(c *storage.Change) []any {
	m := c.Meta
	return []any{
		m.Tenant, m.ID, m.Version, c.Schema, m.Created.At, m.Created.By, m.Created.Action, m.Created.Reason,
		m.Updated.At, m.Updated.By, m.Updated.Action, m.Updated.Reason, string(m.Chain), string(c.Document),
	}
}

// byHand writes the rows of a change with no more than it takes.
func byHand(ctx context.Context, p *pgxpool.Pool, c storage.Change) error {
	insert := func(table, columns string) string {
		marks := make([]string, strings.Count(columns, ",")+1)
		for i := range marks {
			marks[i] = fmt.Sprint("$", i+1)
		}
		return "INSERT INTO meritkit_" + table + " (" + columns + ") VALUES (" + strings.Join(marks, ", ") + ")"
	}
	b := &pgx.Batch{}
	b.Queue(`SELECT set_config('meritkit.tenant', $1, true)`, c.Meta.Tenant)
	b.Queue(`INSERT INTO meritkit_outbox_last AS l (tenant, seq) VALUES ($1, 1) ON CONFLICT (tenant) DO UPDATE SET seq = l.seq + 1`, c.Meta.Tenant)
	b.Queue(strings.Replace(insert("outbox", eventNames), "$2", "(SELECT seq FROM meritkit_outbox_last WHERE tenant = $1 AND $2::int > 0)", 1),
		c.Meta.Tenant, 1, c.Kind, c.Meta.ID, c.Meta.Version, c.Event.Action, c.Event.At, c.Event.By)
	b.Queue(insert("note", noteNames), noteRow(&c)...)
	b.Queue(insert("history", entryNames), entryRow(&c)...)
	return p.SendBatch(ctx, b).Close()
}

// BenchmarkBulk is ten thousand new records in one transaction, per record. By hand they
// are copied, which a table with row-level security refuses: there it is off.
func BenchmarkBulk(b *testing.B) {
	const n = 10_000
	changes := make([]storage.Change, n)
	for i := range changes {
		changes[i] = numbered(b, i)
	}
	run := func(name string, write func(*postgres.DB) error) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				db := opened(b, []record.Schema{note})
				b.StartTimer()
				require.NoError(b, write(db))
			}
			b.ReportMetric(float64(b.N)*n/b.Elapsed().Seconds(), "records/s")
		})
	}
	run("one Apply", func(db *postgres.DB) error { return db.Apply(b.Context(), changes...) })
	run("Apply each in Tx", func(db *postgres.DB) error {
		return db.Tx(b.Context(), func(tx storage.Driver) error {
			for _, c := range changes {
				if err := tx.Apply(b.Context(), c); err != nil {
					return err
				}
			}
			return nil
		})
	})
	run("copied by hand", func(db *postgres.DB) error {
		return pgx.BeginFunc(b.Context(), db.Pool(), func(tx pgx.Tx) error {
			for _, into := range []struct {
				table, columns string
				row            func(i int) []any
			}{
				{"note", noteNames, func(i int) []any { return noteRow(&changes[i]) }},
				{"history", entryNames, func(i int) []any { return entryRow(&changes[i]) }},
				{"outbox", eventNames, func(i int) []any {
					e := changes[i].Event
					return []any{e.Tenant, i + 1, e.Kind, e.ID, e.Version, e.Action, e.At, e.By}
				}},
			} {
				if _, err := tx.Exec(b.Context(), `ALTER TABLE meritkit_`+into.table+` NO FORCE ROW LEVEL SECURITY`); err != nil {
					return err
				}
				columns := strings.Split(strings.ReplaceAll(into.columns, `"`, ""), ", ")
				rows := pgx.CopyFromSlice(n, func(i int) ([]any, error) { return into.row(i), nil })
				if _, err := tx.CopyFrom(b.Context(), pgx.Identifier{"meritkit_" + into.table}, columns, rows); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

// BenchmarkRead is what a program reads most: one record, and a page of a filter.
func BenchmarkRead(b *testing.B) {
	db := opened(b, []record.Schema{note})
	changes := make([]storage.Change, 10_000)
	for i := range changes {
		changes[i] = numbered(b, i)
	}
	require.NoError(b, db.Apply(b.Context(), changes...))
	b.Run("get", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			_, err := db.Get(b.Context(), note.Name, record.Key{Tenant: "north", ID: "N-000005000"})
			require.NoError(b, err)
		}
	})
	b.Run("get by hand", func(b *testing.B) {
		exec(b.Context(), b, db.Pool(), `ALTER TABLE meritkit_note NO FORCE ROW LEVEL SECURITY`)
		defer exec(b.Context(), b, db.Pool(), `ALTER TABLE meritkit_note FORCE ROW LEVEL SECURITY`)
		b.ReportAllocs()
		for b.Loop() {
			into := make([]any, strings.Count(metaNames, ",")+1)
			for i := range into {
				into[i] = new(any)
			}
			var doc map[string]string
			into[len(into)-1] = &doc
			row := db.Pool().QueryRow(b.Context(), `SELECT `+metaNames+` FROM meritkit_note WHERE tenant = $1 AND id = $2`, "north", "N-000005000")
			require.NoError(b, row.Scan(into...))
		}
	})
	b.Run("page of 100", func(b *testing.B) {
		q := storage.Query{Kind: note.Name, Query: record.All("north").And("open", record.Equal, record.BoolOf(true)).OrderBy("due")}
		q.Limit = 100
		b.ReportAllocs()
		for b.Loop() {
			_, err := db.Query(b.Context(), q)
			require.NoError(b, err)
		}
	})
}
