package sqlite_test

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/sqlite"
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
// event. Beside it stand the same rows written by hand with prepared statements.
func BenchmarkChange(b *testing.B) {
	b.Run("create", func(b *testing.B) {
		db := opened(b, file(b), []record.Schema{note})
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			require.NoError(b, db.Apply(b.Context(), numbered(b, i)))
		}
	})
	b.Run("update", func(b *testing.B) {
		db := opened(b, file(b), []record.Schema{note})
		c := numbered(b, 1)
		require.NoError(b, db.Apply(b.Context(), c))
		b.ReportAllocs()
		for b.Loop() {
			c = change(b, c.Meta.ID, c.Meta, c.Fields)
			require.NoError(b, db.Apply(b.Context(), c))
		}
	})
	b.Run("by hand", func(b *testing.B) {
		db := opened(b, file(b), []record.Schema{note})
		hand := prepare(b, db)
		b.ReportAllocs()
		for i := 0; b.Loop(); i++ {
			tx, err := db.SQL().BeginTx(b.Context(), nil)
			require.NoError(b, err)
			hand.write(b, tx, numbered(b, i), i)
			require.NoError(b, tx.Commit())
		}
	})
}

// BenchmarkBulk is ten thousand new records in one transaction, per record.
func BenchmarkBulk(b *testing.B) {
	const n = 10_000
	changes := make([]storage.Change, n)
	for i := range changes {
		changes[i] = numbered(b, i)
	}
	run := func(name string, write func(*sqlite.DB)) {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				b.StopTimer()
				db := opened(b, file(b), []record.Schema{note})
				b.StartTimer()
				write(db)
			}
			b.ReportMetric(float64(b.N)*n/b.Elapsed().Seconds(), "records/s")
		})
	}
	run("one Apply", func(db *sqlite.DB) { require.NoError(b, db.Apply(b.Context(), changes...)) })
	run("Apply each in Tx", func(db *sqlite.DB) {
		require.NoError(b, db.Tx(b.Context(), func(tx storage.Driver) error {
			for _, c := range changes {
				if err := tx.Apply(b.Context(), c); err != nil {
					return err
				}
			}
			return nil
		}))
	})
	run("by hand", func(db *sqlite.DB) {
		hand := prepare(b, db)
		tx, err := db.SQL().BeginTx(b.Context(), nil)
		require.NoError(b, err)
		for i, c := range changes {
			hand.write(b, tx, c, i)
		}
		require.NoError(b, tx.Commit())
	})
}

// byHand writes the rows of a change with no more than it takes.
type byHand struct{ record, revision, event *sql.Stmt }

func prepare(b *testing.B, db *sqlite.DB) byHand {
	b.Helper()
	stmt := func(table string, columns string) *sql.Stmt {
		marks := strings.Repeat(", ?", strings.Count(columns, ","))
		s, err := db.SQL().PrepareContext(b.Context(), "INSERT INTO meritkit_"+table+" ("+columns+") VALUES (?"+marks+")")
		require.NoError(b, err)
		return s
	}
	const meta = "tenant, id, version, schema, created_at, created_by, created_action, created_reason, " +
		"updated_at, updated_by, updated_action, updated_reason, chain, document, "
	return byHand{
		stmt("note", meta+"owner, rank, open, due"),
		stmt("history", meta+"kind, prev, seal, content, salt"),
		stmt("outbox", `tenant, seq, kind, id, version, action, at, "by"`),
	}
}

func (h byHand) write(b *testing.B, tx *sql.Tx, c storage.Change, i int) {
	b.Helper()
	ctx, m := context.Background(), c.Meta
	const at = "2026-03-02T12:00:00.123456Z"
	meta := []any{
		m.Tenant, m.ID, m.Version, c.Schema, at, m.Created.By, m.Created.Action, m.Created.Reason,
		at, m.Updated.By, m.Updated.Action, m.Updated.Reason, string(m.Chain), string(c.Document),
	}
	_, err := tx.StmtContext(ctx, h.record).ExecContext(ctx, append(meta, //nolint:sqlclosecheck // with tx
		c.Fields["owner"].Any(), c.Fields["rank"].Any(), c.Fields["open"].Any(), at)...)
	require.NoError(b, err)
	_, err = tx.StmtContext(ctx, h.revision).ExecContext(ctx, append(meta, //nolint:sqlclosecheck // with tx
		c.Kind, string(c.Entry.Prev), string(c.Entry.Seal), string(c.Entry.Content), c.Entry.Private.Salt)...)
	require.NoError(b, err)
	_, err = tx.StmtContext(ctx, h.event).ExecContext(ctx, //nolint:sqlclosecheck // with tx
		m.Tenant, i, c.Kind, m.ID, m.Version, c.Event.Action, at, c.Event.By)
	require.NoError(b, err)
}

// BenchmarkRead is what a program reads most: one record, and a page of a filter.
func BenchmarkRead(b *testing.B) {
	db := opened(b, file(b), []record.Schema{note})
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
