package sqlite_test

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	_ "modernc.org/sqlite"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/sqlite"
	"github.com/meritkit/meritkit/storage/storetest"
)

const (
	patient   = "&_busy_timeout=10000"
	immediate = "&_txlock=immediate"
)

// pool is a database opened by the program itself. Its BEGIN is deferred, unless more
// says otherwise.
func pool(tb testing.TB, path, more string) *sql.DB {
	tb.Helper()
	db, err := sql.Open("sqlite", "file:"+path+"?_journal_mode=WAL&_synchronous=NORMAL"+more)
	require.NoError(tb, err)
	tb.Cleanup(func() { assert.NoError(tb, db.Close()) })
	return db
}

func exec(tb testing.TB, db *sql.DB, query string, args ...any) {
	tb.Helper()
	_, err := db.ExecContext(tb.Context(), query, args...)
	require.NoError(tb, err)
}

// texts are the rows of a query with one column.
func texts(tb testing.TB, db *sql.DB, query string, args ...any) []string {
	tb.Helper()
	rows, err := db.QueryContext(tb.Context(), query, args...)
	require.NoError(tb, err)
	defer rows.Close()
	var all []string
	for rows.Next() {
		var s sql.NullString
		require.NoError(tb, rows.Scan(&s))
		all = append(all, s.String)
	}
	require.NoError(tb, rows.Err())
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

func TestDriverOverTheCallersDatabase(t *testing.T) {
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		db, err := sqlite.New(tb.Context(), pool(tb, file(tb), patient), storetest.Schemas(), sqlite.Prefix("hr_"))
		require.NoError(tb, err)
		tb.Cleanup(func() { assert.NoError(tb, db.Close()) })
		return db
	})
}

func TestOpenRefusesPathsPrefixesAndNames(t *testing.T) {
	named := func(name string, fields ...record.Column) []record.Schema {
		return []record.Schema{{Name: name, Fields: fields}}
	}
	for _, c := range []struct {
		name, path string
		schemas    []record.Schema
		prefix     string
	}{
		{"no path", "", nil, "m_"},
		{"no prefix", file(t), nil, ""},
		{"a prefix that is SQL", file(t), nil, `x" (y); --`},
		{"our own table", file(t), named("history"), "m_"},
		{"our own column", file(t), named("note", record.Column{Name: "updated_reason", Type: record.Text}), "m_"},
		{"a malformed kind", file(t), named("Note"), "m_"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := sqlite.Open(t.Context(), c.path, c.schemas, sqlite.Prefix(c.prefix))
			require.ErrorIs(t, err, fault.ErrInvalid)
		})
	}
	t.Run("a file that is no database", func(t *testing.T) {
		path := file(t)
		require.NoError(t, os.WriteFile(path, []byte(strings.Repeat("not a database ", 100)), 0o600))
		_, err := sqlite.Open(t.Context(), path, nil)
		require.ErrorContains(t, err, path)
		require.ErrorContains(t, err, "not a database")
	})
	t.Run("a directory that is not there", func(t *testing.T) {
		_, err := sqlite.Open(t.Context(), filepath.Join(t.TempDir(), "none", "merit.db"), nil)
		require.ErrorIs(t, err, os.ErrNotExist)
	})
}

func TestOpenTakesAnyPathAndKeepsOthersOut(t *testing.T) {
	path := filepath.Join(t.TempDir(), "考核 50% #1?.db")
	db := opened(t, path, []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1)))
	for _, name := range []string{path, path + "-wal"} {
		info, err := os.Stat(name)
		require.NoError(t, err)
		if runtime.GOOS != "windows" {
			assert.Equal(t, os.FileMode(0o600), info.Mode().Perm(), name)
		}
	}
}

func TestOpenTunesEveryConnection(t *testing.T) {
	for _, c := range []struct {
		opts        []sqlite.Option
		synchronous string
	}{{nil, "1"}, {[]sqlite.Option{sqlite.Durable()}, "2"}} {
		db := opened(t, file(t), []record.Schema{note}, c.opts...).SQL()
		for range 3 { // as many connections, all in use
			conn, err := db.Conn(t.Context())
			require.NoError(t, err)
			defer conn.Close()
			for pragma, want := range map[string]string{"journal_mode": "wal", "busy_timeout": "10000", "synchronous": c.synchronous} {
				var got string
				require.NoError(t, conn.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&got))
				assert.Equal(t, want, got, pragma)
			}
		}
	}
}

func TestTransactionsOfTheProgramItselfTakeTheLockAtOnce(t *testing.T) {
	path := file(t)
	tx, err := opened(t, path, nil).SQL().BeginTx(t.Context(), nil)
	require.NoError(t, err)
	defer tx.Rollback()
	_, err = pool(t, path, "&_busy_timeout=1").ExecContext(t.Context(), `BEGIN IMMEDIATE`)
	require.ErrorContains(t, err, "locked")
}

func TestReopenedFileHasAllThatWasWritten(t *testing.T) {
	path, schemas := file(t), []record.Schema{note}
	read := func(db *sqlite.DB) (docs []storage.Doc, versions []storage.Revision, events []record.Event) {
		page, err := db.Query(t.Context(), storage.Query{Kind: note.Name, Query: record.Query{Tenant: "north", By: "due", Limit: 100}})
		require.NoError(t, err)
		for _, doc := range page.Docs {
			all, err := db.History(t.Context(), note.Name, doc.Meta.Key(), 0, 100)
			require.NoError(t, err)
			versions = append(versions, all...)
		}
		events, err = db.Outbox(t.Context(), storage.OutboxRead{Tenant: "north", Limit: 100})
		require.NoError(t, err)
		return page.Docs, versions, events
	}
	db, err := sqlite.Open(t.Context(), path, schemas)
	require.NoError(t, err)
	for i := range 5 {
		c := numbered(t, i)
		require.NoError(t, db.Apply(t.Context(), c))
		require.NoError(t, db.Apply(t.Context(), change(t, c.Meta.ID, c.Meta, c.Fields)))
	}
	docs, versions, events := read(db)
	require.NoError(t, db.Close())
	require.Len(t, docs, 5)
	require.Len(t, versions, 10)
	require.Len(t, events, 10)

	again, recalled, told := read(opened(t, path, schemas))
	assert.Equal(t, docs, again)
	assert.Equal(t, versions, recalled)
	assert.Equal(t, events, told)
}

func TestWithTxCommitsAndFailsWithTheCallersOwnWrites(t *testing.T) {
	for name, begin := range map[string]func(t *testing.T) (*sql.DB, *sqlite.DB){
		"New": func(t *testing.T) (*sql.DB, *sqlite.DB) {
			t.Helper()
			own := pool(t, file(t), patient+immediate)
			db, err := sqlite.New(t.Context(), own, []record.Schema{note})
			require.NoError(t, err)
			return own, db
		},
		"Open": func(t *testing.T) (*sql.DB, *sqlite.DB) {
			t.Helper()
			db := opened(t, file(t), []record.Schema{note})
			return db.SQL(), db
		},
		"one connection": func(t *testing.T) (*sql.DB, *sqlite.DB) {
			t.Helper()
			own := pool(t, file(t), patient)
			own.SetMaxOpenConns(1)
			db, err := sqlite.New(t.Context(), own, []record.Schema{note})
			require.NoError(t, err)
			return own, db
		},
	} {
		t.Run(name, func(t *testing.T) {
			own, db := begin(t)
			exec(t, own, `CREATE TABLE invoices (id TEXT PRIMARY KEY)`)
			write := func(i int) *sql.Tx {
				tx, err := own.BeginTx(t.Context(), nil)
				require.NoError(t, err)
				_, err = tx.ExecContext(t.Context(), `INSERT INTO invoices VALUES (?)`, i)
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
			require.NoError(t, write(1).Commit())
			require.NoError(t, write(2).Rollback())
			over := write(3)
			d := db.WithTx(over)
			require.NoError(t, over.Rollback())
			require.ErrorIs(t, d.Apply(t.Context(), numbered(t, 4)), fault.ErrInvalid)

			assert.Equal(t, []string{"1"}, texts(t, own, `SELECT id FROM invoices`))
			assert.Equal(t, []string{"N-000000001"}, ids(t, db, record.All("north")))
			assert.Equal(t, []string{"1"}, texts(t, own, `SELECT seq FROM meritkit_outbox`))
		})
	}
}

func TestCloseLeavesTheCallersDatabaseOpen(t *testing.T) {
	own := pool(t, file(t), patient)
	db, err := sqlite.New(t.Context(), own, []record.Schema{note})
	require.NoError(t, err)
	require.NoError(t, db.Close())
	require.NoError(t, own.PingContext(t.Context()))
}

// Two handles are as two processes: nothing but the file is between them.
func TestTwoHandlesOnOneFileLoseNothing(t *testing.T) {
	path := file(t)
	other, err := sqlite.New(t.Context(), pool(t, path, patient), []record.Schema{note})
	require.NoError(t, err)
	handles := []*sqlite.DB{opened(t, path, []record.Schema{note}), other}
	first := numbered(t, 0)
	require.NoError(t, handles[0].Apply(t.Context(), first))

	const each, rounds = 2, 25
	won := make([]int, 2*each)
	var all sync.WaitGroup
	for w := range 2 * each {
		db := handles[w%2]
		all.Go(func() {
			for n := range rounds {
				// Read, then write: what a deferred transaction fails at.
				err := db.Tx(t.Context(), func(tx storage.Driver) error {
					doc, err := tx.Get(t.Context(), note.Name, first.Meta.Key())
					if err != nil {
						return err
					}
					return tx.Apply(t.Context(), change(t, doc.Meta.ID, doc.Meta, first.Fields))
				})
				if !assert.NoError(t, err) {
					return
				}
				won[w]++
				if !assert.NoError(t, db.Apply(t.Context(), numbered(t, 1+w*1000+n))) {
					return
				}
			}
		})
	}
	all.Wait()
	doc, err := handles[1].Get(t.Context(), note.Name, first.Meta.Key())
	require.NoError(t, err)
	assert.Equal(t, int64(1+2*each*rounds), doc.Meta.Version, "won: %v", won)
	events, err := handles[0].Outbox(t.Context(), storage.OutboxRead{Tenant: "north", Limit: 1000})
	require.NoError(t, err)
	require.Len(t, events, 1+4*each*rounds)
	for i, e := range events {
		assert.Equal(t, int64(i+1), e.Seq)
	}
}

func TestOfTwoHandlesOneWinsAVersion(t *testing.T) {
	path := file(t)
	handles := []*sqlite.DB{opened(t, path, []record.Schema{note}), opened(t, path, []record.Schema{note})}
	last := numbered(t, 0)
	require.NoError(t, handles[0].Apply(t.Context(), last))
	for range 20 {
		next := change(t, last.Meta.ID, last.Meta, last.Fields)
		var all sync.WaitGroup
		errs := make([]error, 6)
		for i := range errs {
			all.Go(func() { errs[i] = handles[i%2].Apply(t.Context(), next) })
		}
		all.Wait()
		wins := 0
		for _, err := range errs {
			if err == nil {
				wins++
			} else {
				require.ErrorIs(t, err, fault.ErrConflict)
			}
		}
		require.Equal(t, 1, wins)
		last = next
	}
}

func TestConflictNamesBothVersions(t *testing.T) {
	db := opened(t, file(t), []record.Schema{note})
	one := numbered(t, 1)
	two := change(t, one.Meta.ID, one.Meta, one.Fields)
	require.NoError(t, db.Apply(t.Context(), one, two))
	err := db.Apply(t.Context(), change(t, one.Meta.ID, one.Meta, one.Fields))
	require.EqualError(t, err, fault.Conflict(note.Name, one.Meta.ID, 1, 2).Error())
}

func TestMemorySurvivesACancelledTransaction(t *testing.T) {
	db := opened(t, ":memory:", []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1)))
	ctx, cancel := context.WithCancel(t.Context())
	err := db.Tx(ctx, func(tx storage.Driver) error {
		cancel()
		return tx.Apply(ctx, numbered(t, 2))
	})
	require.ErrorIs(t, err, context.Canceled)
	assert.Equal(t, []string{"N-000000001"}, ids(t, db, record.All("north")))
}

func TestWaitingForATurnEndsWithTheContext(t *testing.T) {
	db := opened(t, file(t), []record.Schema{note})
	require.NoError(t, db.Tx(t.Context(), func(storage.Driver) error {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		require.ErrorIs(t, db.Apply(ctx, numbered(t, 1)), context.DeadlineExceeded)
		return nil
	}))
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1)))
}

func TestWaitingForAnotherProcessEndsWithTheContext(t *testing.T) {
	path := file(t)
	db, another := opened(t, path, []record.Schema{note}), opened(t, path, []record.Schema{note})
	require.NoError(t, another.Tx(t.Context(), func(storage.Driver) error {
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		start := time.Now()
		require.ErrorIs(t, db.Apply(ctx, numbered(t, 1)), context.DeadlineExceeded)
		assert.Less(t, time.Since(start), 5*time.Second)
		return nil
	}))
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1)))
}

// SQLite gives up a transaction by itself when it is interrupted while writing. What
// comes after must not be written outside of it.
func TestTransactionThatSQLiteGaveUpIsNotGoneOnWith(t *testing.T) {
	db := opened(t, file(t), []record.Schema{note})
	exec(t, db.SQL(), `CREATE TRIGGER give_up BEFORE INSERT ON meritkit_history WHEN NEW.id = 'N-000000002'
		BEGIN SELECT RAISE(ROLLBACK, 'given up'); END`)
	for name, second := range map[string][]storage.Change{
		"one":  {numbered(t, 2)},
		"many": {numbered(t, 3), numbered(t, 2)},
	} {
		t.Run(name, func(t *testing.T) {
			err := db.Tx(t.Context(), func(tx storage.Driver) error {
				require.NoError(t, tx.Apply(t.Context(), numbered(t, 1)))
				require.ErrorContains(t, tx.Apply(t.Context(), second...), "given up")
				require.Error(t, tx.Apply(t.Context(), numbered(t, 4)))
				return nil
			})
			require.Error(t, err)
			assert.Empty(t, ids(t, db, record.All("north")))
		})
	}
}

func TestOutboxNumbersDoNotComeTwice(t *testing.T) {
	db := opened(t, file(t), []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1), numbered(t, 2)))
	exec(t, db.SQL(), `DELETE FROM meritkit_outbox`)
	require.NoError(t, db.Apply(t.Context(), numbered(t, 3)))
	events, err := db.Outbox(t.Context(), storage.OutboxRead{Tenant: "north", After: 2, Limit: 10})
	require.NoError(t, err)
	require.Len(t, events, 1)
	assert.Equal(t, int64(3), events[0].Seq)
}

func TestReportingToolsReadTypedColumns(t *testing.T) {
	db := opened(t, file(t), []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 7)))
	assert.Equal(t, []string{"E-7|7|0|2026-03-02T12:00:07.123456Z|2026-03-02T12:00:00.123456Z|季度目标"}, texts(t, db.SQL(),
		`SELECT concat_ws('|', owner, rank, open, due, updated_at, substr(document ->> 'text', 1, 4)) FROM meritkit_note`))
	assert.Equal(t, []string{"1 note.write E-1001 as agreed"}, texts(t, db.SQL(),
		`SELECT concat_ws(' ', version, updated_action, updated_by, updated_reason) FROM meritkit_history`))
}

func TestDamagedRowIsNamed(t *testing.T) {
	for name, damage := range map[string]string{
		"document": `UPDATE meritkit_note SET document = '{"text":'`,
		"instant":  `UPDATE meritkit_note SET created_at = 'yesterday'`,
		"field":    `UPDATE meritkit_note SET due = 'soon'`,
	} {
		t.Run(name, func(t *testing.T) {
			db := opened(t, file(t), []record.Schema{note})
			require.NoError(t, db.Apply(t.Context(), numbered(t, 7)))
			exec(t, db.SQL(), damage)
			q := storage.Query{Kind: note.Name, Query: record.Query{Tenant: "north", By: "due", Limit: 1}}
			_, err := db.Query(t.Context(), q)
			require.ErrorIs(t, err, fault.ErrInvalid)
			require.ErrorContains(t, err, "note N-000000007")
		})
	}
	t.Run("version", func(t *testing.T) {
		db := opened(t, file(t), []record.Schema{note})
		require.NoError(t, db.Apply(t.Context(), numbered(t, 7)))
		exec(t, db.SQL(), `UPDATE meritkit_history SET document = '{'`)
		_, err := db.History(t.Context(), note.Name, key("N-000000007"), 0, 10)
		require.ErrorIs(t, err, fault.ErrInvalid)
		require.ErrorContains(t, err, "note N-000000007")
	})
}

func TestMomentsBeyondTheCalendarAreRefused(t *testing.T) {
	db := opened(t, file(t), []record.Schema{note})
	far := record.MomentOf(time.Date(10_000, 1, 1, 0, 0, 0, 0, time.UTC))
	require.ErrorIs(t, db.Apply(t.Context(), change(t, "one", record.Meta{}, map[string]record.Value{"due": far})), fault.ErrInvalid)
	_, err := db.Query(t.Context(), storage.Query{Kind: note.Name, Query: func() record.Query {
		q := record.All("north").And("due", record.AtMost, far)
		q.Limit = 1
		return q
	}()})
	require.ErrorIs(t, err, fault.ErrInvalid)
}

func TestLongListsAndTextsThatAreNotStoredAreLookedFor(t *testing.T) {
	db := opened(t, file(t), []record.Schema{note})
	odd := change(t, "odd", record.Meta{}, map[string]record.Value{"owner": record.TextOf("\ufffd")})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1), numbered(t, 2), odd))
	owners := []string{"\xff", "a\x00b"}
	assert.Empty(t, ids(t, db, record.AndIn(record.All("north"), "owner", owners)))
	for i := range 100_000 {
		owners = append(owners, fmt.Sprint("X-", i))
	}
	owners = append(owners, "E-2", "<&>")
	assert.Equal(t, []string{"N-000000002"}, ids(t, db, record.AndIn(record.All("north"), "owner", owners)))
}
