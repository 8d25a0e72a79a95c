package postgres_test

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
	"github.com/meritkit/meritkit/storage/storetest"
)

// texts are the rows of a query with one column, read by a tenant.
func texts(tb testing.TB, p *pgxpool.Pool, tenant, query string, args ...any) []string {
	tb.Helper()
	var all []string
	require.NoError(tb, pgx.BeginFunc(tb.Context(), p, func(tx pgx.Tx) error {
		if _, err := tx.Exec(tb.Context(), `SELECT set_config('meritkit.tenant', $1, true)`, tenant); err != nil {
			return err
		}
		rows, err := tx.Query(tb.Context(), query, args...)
		if err != nil {
			return err
		}
		all, err = pgx.CollectRows(rows, pgx.RowTo[string])
		return err
	}))
	return all
}

// ids are those that a query of notes finds.
func ids(tb testing.TB, d storage.Driver, q record.Query) []string {
	tb.Helper()
	q.Limit = 100
	page, err := d.Query(tb.Context(), storage.Query{Kind: note.Name, Query: q})
	require.NoError(tb, err)
	all := []string{}
	for _, doc := range page.Docs {
		all = append(all, doc.Meta.ID)
	}
	return all
}

func key(id string) record.Key { return record.Key{Tenant: "north", ID: id} }

// Pools that send statements in other ways, as one behind a pooler does.
func TestDriverWithoutPreparedStatements(t *testing.T) {
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		p := pool(tb, func(c *pgxpool.Config) { c.ConnConfig.DefaultQueryExecMode = pgx.QueryExecModeExec })
		db, err := postgres.New(tb.Context(), p, storetest.Schemas(), postgres.Prefix("hr_"))
		require.NoError(tb, err)
		return db
	})
}

func TestDriverInARoleThatOwnsNothing(t *testing.T) {
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		db, _ := guest(tb, storetest.Schemas())
		return db
	})
}

// guest is a store that works as a role of its own.
func guest(tb testing.TB, schemas []record.Schema) (db *postgres.DB, role string) {
	tb.Helper()
	p := pool(tb)
	role = `guest "` + p.Config().ConnConfig.RuntimeParams["search_path"]
	name := pgx.Identifier{role}.Sanitize() //nolint:misspell // so pgx spells it
	exec(tb.Context(), tb, p, `CREATE ROLE `+name)
	exec(tb.Context(), tb, p, `GRANT `+name+` TO CURRENT_USER`)
	exec(tb.Context(), tb, p, `GRANT USAGE ON SCHEMA `+p.Config().ConnConfig.RuntimeParams["search_path"]+` TO `+name)
	tb.Cleanup(func() {
		exec(context.Background(), tb, p, `DROP OWNED BY `+name)
		exec(context.Background(), tb, p, `DROP ROLE `+name)
	})
	db, err := postgres.New(tb.Context(), p, schemas, postgres.Role(role))
	require.NoError(tb, err)
	return db, role
}

func TestNewRefusesPrefixesAndNames(t *testing.T) {
	p := pool(t)
	for name, c := range map[string]struct {
		schemas []record.Schema
		prefix  string
	}{
		"no prefix":            {nil, ""},
		"a prefix that is SQL": {nil, `x" (y); --`},
		"our own table":        {[]record.Schema{{Name: "history"}}, "m_"},
		"a malformed kind":     {[]record.Schema{{Name: "Note"}}, "m_"},
		"a long name":          {[]record.Schema{{Name: strings.Repeat("n", 40)}}, "meritkit_of_acme_"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := postgres.New(t.Context(), p, c.schemas, postgres.Prefix(c.prefix))
			require.ErrorIs(t, err, fault.ErrInvalid)
			_, err = postgres.Migrations(c.schemas, postgres.Prefix(c.prefix))
			require.ErrorIs(t, err, fault.ErrInvalid)
		})
	}
}

func TestOpenSaysWhatIsWrongAndNoPassword(t *testing.T) {
	for _, dsn := range []string{"postgres://me:secret@localhost:x/db", "host=/nowhere user=me password=secret"} {
		_, err := postgres.Open(t.Context(), dsn, nil)
		require.Error(t, err)
		assert.NotContains(t, err.Error(), "secret")
	}
}

func TestOpenConnectsByADSN(t *testing.T) {
	config := pool(t).Config().ConnConfig
	dsn := "host=" + config.Host + " user=" + config.User + " dbname=" + config.Database + " search_path=" + config.RuntimeParams["search_path"]
	if os.Getenv("MERITKIT_POSTGRES_DSN") != "" {
		dsn = os.Getenv("MERITKIT_POSTGRES_DSN") + " search_path=" + config.RuntimeParams["search_path"]
	}
	db, err := postgres.Open(t.Context(), dsn, []record.Schema{note})
	require.NoError(t, err)
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1)))
	db.Close()
	require.Error(t, db.Apply(t.Context(), numbered(t, 2)))
}

func TestWithTxCommitsAndFailsWithTheCallersOwnWrites(t *testing.T) {
	db := opened(t, []record.Schema{note})
	own := db.Pool()
	exec(t.Context(), t, own, `CREATE TABLE invoices (id text PRIMARY KEY)`)
	write := func(i int) pgx.Tx {
		tx, err := own.Begin(t.Context())
		require.NoError(t, err)
		_, err = tx.Exec(t.Context(), `INSERT INTO invoices VALUES ($1::int)`, i)
		require.NoError(t, err)
		d := db.WithTx(tx)
		c := numbered(t, i)
		require.NoError(t, d.Apply(t.Context(), c))
		require.ErrorIs(t, d.Apply(t.Context(), c), fault.ErrExists)
		require.ErrorIs(t, d.Tx(t.Context(), func(d storage.Driver) error {
			return errors.Join(d.Apply(t.Context(), numbered(t, i+100)), os.ErrInvalid)
		}), os.ErrInvalid)
		assert.Contains(t, ids(t, d, record.All("north")), c.Meta.ID)
		return tx
	}
	require.NoError(t, write(1).Commit(t.Context()))
	require.NoError(t, write(2).Rollback(t.Context()))
	over := write(3)
	d := db.WithTx(over)
	require.NoError(t, over.Rollback(t.Context()))
	require.ErrorIs(t, d.Apply(t.Context(), numbered(t, 4)), fault.ErrInvalid)

	assert.Equal(t, []string{"1"}, texts(t, own, "north", `SELECT id FROM invoices`))
	assert.Equal(t, []string{"N-000000001"}, ids(t, db, record.All("north")))
	assert.Equal(t, []string{"1"}, texts(t, own, "north", `SELECT seq::text FROM meritkit_outbox`))
}

func TestWithTxServesDatabaseSQL(t *testing.T) {
	db := opened(t, []record.Schema{note})
	own := stdlib.OpenDBFromPool(db.Pool())
	defer own.Close()
	conn, err := own.Conn(t.Context())
	require.NoError(t, err)
	defer conn.Close()
	for i, end := range []func(*sql.Tx) error{(*sql.Tx).Rollback, (*sql.Tx).Commit} {
		tx, err := conn.BeginTx(t.Context(), nil)
		require.NoError(t, err)
		require.NoError(t, conn.Raw(func(c any) error {
			return db.WithTx(c.(*stdlib.Conn).Conn()).Apply(t.Context(), numbered(t, i))
		}))
		require.NoError(t, end(tx))
	}
	assert.Equal(t, []string{"N-000000001"}, ids(t, db, record.All("north")))
	require.Error(t, conn.Raw(func(c any) error {
		return db.WithTx(c.(*stdlib.Conn).Conn()).Apply(t.Context(), numbered(t, 2))
	}), "no transaction was begun")
}

func TestManyWritersWithoutDeadlockAndOfThemOneWinsAVersion(t *testing.T) {
	db := opened(t, []record.Schema{note})
	shared := numbered(t, 0)
	require.NoError(t, db.Apply(t.Context(), shared))
	const writers, rounds = 8, 20
	won := make([]int, writers)
	var all sync.WaitGroup
	for w := range writers {
		all.Go(func() {
			for n := range rounds {
				err := db.Tx(t.Context(), func(tx storage.Driver) error {
					first, second := numbered(t, 1+w*1000+n), shared
					if n%2 == 1 { // in the other order
						first, second = second, first
					}
					for _, c := range []storage.Change{first, second} {
						if c.Meta.ID == shared.Meta.ID {
							doc, err := tx.Get(t.Context(), note.Name, shared.Meta.Key())
							if err != nil {
								return err
							}
							c = change(t, doc.Meta.ID, doc.Meta, shared.Fields)
						}
						if err := tx.Apply(t.Context(), c); err != nil {
							return err
						}
					}
					return nil
				})
				if err == nil {
					won[w]++
				} else if !assert.ErrorIs(t, err, fault.ErrConflict) {
					return
				}
			}
		})
	}
	all.Wait()
	wins := int64(0)
	for _, n := range won {
		wins += int64(n)
	}
	doc, err := db.Get(t.Context(), note.Name, shared.Meta.Key())
	require.NoError(t, err)
	assert.Equal(t, 1+wins, doc.Meta.Version)
	events, err := db.Outbox(t.Context(), storage.OutboxRead{Tenant: "north", Limit: 1000})
	require.NoError(t, err)
	assert.Len(t, events, int(1+2*wins))
	n, err := storage.VerifyAll(t.Context(), db, "north", note)
	require.NoError(t, err)
	assert.Equal(t, int(1+wins), n)
}

// moved is a new record as another tenant's.
func moved(tb testing.TB, tenant string, c storage.Change) storage.Change {
	tb.Helper()
	m := record.New(record.Key{Tenant: tenant, ID: c.Meta.ID}, c.Meta.Created)
	m.Version = 1
	entry, err := record.NewEntry(c.Kind, m, c.Document, "salt")
	require.NoError(tb, err)
	m.Chain = entry.Digest
	c.Meta, c.Entry, c.Event = m, entry, record.EventOf(c.Kind, m)
	return c
}

// Two transactions that write for two tenants in opposite orders wait for each other.
func TestDeadlockIsAConflict(t *testing.T) {
	db := opened(t, []record.Schema{note})
	both := make([]error, 2)
	var ready, all sync.WaitGroup
	ready.Add(2)
	for i, order := range [][]storage.Change{{numbered(t, 1), moved(t, "south", numbered(t, 2))}, {moved(t, "south", numbered(t, 3)), numbered(t, 4)}} {
		all.Go(func() {
			both[i] = db.Tx(t.Context(), func(tx storage.Driver) error {
				err := tx.Apply(t.Context(), order[0])
				ready.Done()
				ready.Wait()
				return errors.Join(err, tx.Apply(t.Context(), order[1]))
			})
		})
	}
	all.Wait()
	lost := errors.Join(both...)
	require.ErrorIs(t, lost, fault.ErrConflict)
	require.True(t, both[0] == nil || both[1] == nil, "one goes on")
}

func TestConflictNamesBothVersions(t *testing.T) {
	db := opened(t, []record.Schema{note})
	one := numbered(t, 1)
	two := change(t, one.Meta.ID, one.Meta, one.Fields)
	require.NoError(t, db.Apply(t.Context(), one, two))
	stale := change(t, one.Meta.ID, one.Meta, one.Fields)
	require.EqualError(t, db.Apply(t.Context(), stale), fault.Conflict(note.Name, one.Meta.ID, 1, 2).Error())
	three := change(t, one.Meta.ID, two.Meta, one.Fields)
	require.EqualError(t, db.Apply(t.Context(), three, stale), fault.Conflict(note.Name, one.Meta.ID, 1, 3).Error(), "after those before it")
}

func TestOfManyNewRecordsTheOneThatIsTakenIsNamed(t *testing.T) {
	db := opened(t, []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 700)))
	var all []storage.Change
	for i := range 1200 {
		all = append(all, numbered(t, i))
	}
	require.EqualError(t, db.Apply(t.Context(), all...), fault.Exists(note.Name, "N-000000700").Error())
	assert.Len(t, ids(t, db, record.All("north")), 1)
	require.NoError(t, db.Apply(t.Context(), append(all[:700], all[701:]...)...))
	events, err := db.Outbox(t.Context(), storage.OutboxRead{Tenant: "north", Limit: 2000})
	require.NoError(t, err)
	require.Len(t, events, 1200)
	for i, e := range events[1:] { // the first was there
		assert.Equal(t, all[:len(events)-1][i].Meta.ID, e.ID)
		assert.Equal(t, int64(i+2), e.Seq)
	}
}

func TestOutboxNumbersDoNotComeTwice(t *testing.T) {
	db := opened(t, []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1), numbered(t, 2)))
	assert.Len(t, texts(t, db.Pool(), "north", `DELETE FROM meritkit_outbox RETURNING id`), 2)
	undo := errors.New("undo")
	require.NoError(t, db.Tx(t.Context(), func(tx storage.Driver) error {
		inner := tx.Tx(t.Context(), func(tx storage.Driver) error { return errors.Join(tx.Apply(t.Context(), numbered(t, 3)), undo) })
		require.ErrorIs(t, inner, undo)
		return errors.Join(tx.Apply(t.Context(), numbered(t, 4)), tx.Apply(t.Context(), numbered(t, 5)))
	}))
	events, err := db.Outbox(t.Context(), storage.OutboxRead{Tenant: "north", After: 2, Limit: 10})
	require.NoError(t, err)
	require.Len(t, events, 2)
	assert.Equal(t, []int64{3, 4}, []int64{events[0].Seq, events[1].Seq})
}

func TestReportingToolsReadTypedColumns(t *testing.T) {
	db := opened(t, []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 7)))
	assert.Equal(t, []string{"E-7|7|f|2026-03-02 12:00:07.123456|2026-03-02 12:00:00.123456|季度目标"}, texts(t, db.Pool(), "north",
		`SELECT concat_ws('|', owner, rank, open, due AT TIME ZONE 'UTC', updated_at AT TIME ZONE 'UTC', left(document ->> 'text', 4)) FROM meritkit_note`))
	assert.Equal(t, []string{"1 note.write E-1001 as agreed"}, texts(t, db.Pool(), "north",
		`SELECT concat_ws(' ', version, updated_action, updated_by, updated_reason) FROM meritkit_history`))
}

func TestDamagedRowIsNamed(t *testing.T) {
	for _, damage := range []string{
		`UPDATE meritkit_note SET created_at = 'infinity' RETURNING id`,
		`UPDATE meritkit_note SET due = '-infinity' RETURNING id`,
	} {
		db := opened(t, []record.Schema{note})
		require.NoError(t, db.Apply(t.Context(), numbered(t, 7)))
		require.Len(t, texts(t, db.Pool(), "north", damage), 1)
		_, err := db.Query(t.Context(), storage.Query{Kind: note.Name, Query: record.Query{Tenant: "north", By: "due", Limit: 1}})
		require.ErrorIs(t, err, fault.ErrInvalid)
		require.ErrorContains(t, err, "note N-000000007")
	}
}

func TestLongListsAndTextsThatAreNotStoredAreLookedFor(t *testing.T) {
	db := opened(t, []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1), numbered(t, 2)))
	require.NoError(t, db.Tx(t.Context(), func(tx storage.Driver) error {
		for _, bad := range []string{"\xff", "a\x00b"} {
			assert.Empty(t, ids(t, tx, record.All("north").And("owner", record.Equal, record.TextOf(bad))))
			assert.Empty(t, ids(t, tx, record.AndIn(record.All("north"), "owner", []string{bad})))
			_, err := tx.Get(t.Context(), note.Name, key(bad))
			require.ErrorIs(t, err, fault.ErrNotFound)
			versions, err := tx.History(t.Context(), note.Name, key(bad), 0, 1)
			assert.Empty(t, versions)
			require.NoError(t, err)
			for _, q := range []storage.Query{
				{Query: record.All(bad)},
				{Query: record.All("north").And("owner", record.Less, record.TextOf(bad))},
				{Query: record.All("north"), After: storage.Cursor{ID: bad}},
				{Query: record.All("north").OrderBy("owner"), After: storage.Cursor{ID: "x", Value: record.TextOf(bad)}},
			} {
				q.Kind, q.Limit = note.Name, 1
				_, err := tx.Query(t.Context(), q)
				require.ErrorIs(t, err, fault.ErrInvalid)
			}
		}
		return nil // none has ended the transaction
	}))
	owners := make([]string, 100_000)
	for i := range owners {
		owners[i] = strings.Repeat("X", i%7) + "-"
	}
	assert.Equal(t, []string{"N-000000002"}, ids(t, db, record.AndIn(record.All("north"), "owner", append(owners, "E-2"))))
}

func TestMomentsBeyondTheCalendarAreRefused(t *testing.T) {
	db := opened(t, []record.Schema{note})
	for _, op := range []record.Op{record.AtMost, record.In} {
		q := record.All("north").And("due", op, record.MomentOf(time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC)))
		q.Limit = 1
		_, err := db.Query(t.Context(), storage.Query{Kind: note.Name, Query: q})
		require.ErrorIs(t, err, fault.ErrInvalid)
	}
}

func TestWaitingForATurnEndsWithTheContext(t *testing.T) {
	db := opened(t, []record.Schema{note})
	require.NoError(t, db.Tx(t.Context(), func(tx storage.Driver) error {
		require.NoError(t, tx.Apply(t.Context(), numbered(t, 1)))
		ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
		defer cancel()
		require.ErrorIs(t, db.Apply(ctx, numbered(t, 2)), context.DeadlineExceeded)
		return nil
	}))
	require.NoError(t, db.Apply(t.Context(), numbered(t, 2)))
}

func TestTransactionWhoseConnectionIsLostIsNotGoneOnWith(t *testing.T) {
	db := opened(t, []record.Schema{note})
	err := db.Tx(t.Context(), func(tx storage.Driver) error {
		require.NoError(t, tx.Apply(t.Context(), numbered(t, 1)))
		exec(t.Context(), t, db.Pool(), `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE usename = current_user AND state = 'idle in transaction' AND pid IN (SELECT pid FROM pg_locks WHERE relation = 'meritkit_note'::regclass)`)
		require.Error(t, tx.Apply(t.Context(), numbered(t, 2)))
		require.Error(t, tx.Apply(t.Context(), numbered(t, 3)))
		return nil
	})
	require.Error(t, err)
	assert.Empty(t, ids(t, db, record.All("north")))
}
