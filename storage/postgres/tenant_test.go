package postgres_test

import (
	"context"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
	"github.com/meritkit/meritkit/storage/storetest"
)

// Tables, keys and indexes that all begin with the tenant can be distributed by it, and no
// constraint looks across tenants. Text in them sorts by its bytes, whatever the database's
// collation.
func TestEveryTableAndIndexBeginsWithTheTenant(t *testing.T) {
	p := pool(t)
	_, err := postgres.New(t.Context(), p, append(storetest.Schemas(), note))
	require.NoError(t, err)
	const ours = ` JOIN pg_class c ON c.oid = %s WHERE c.relnamespace = current_schema::regnamespace AND c.relkind = 'r' AND c.relname <> 'meritkit_migrations'`
	tables := texts(t, p, "", `SELECT relname::text FROM pg_class c WHERE c.relnamespace = current_schema::regnamespace AND relkind IN ('r', 'p', 'm', 'v', 'S') ORDER BY 1`)
	assert.Equal(t, []string{
		"meritkit_history", "meritkit_migrations", "meritkit_note", "meritkit_outbox", "meritkit_outbox_last", "meritkit_storetest_other", "meritkit_storetest_sample",
	}, tables)
	assert.Len(t, texts(t, p, "", fmt.Sprintf(`SELECT relname::text FROM pg_attribute a`+ours+`
		AND attnum = 1 AND attname = 'tenant' AND attnotnull AND relrowsecurity AND relforcerowsecurity
		AND (SELECT count(*) FROM pg_policy WHERE polrelid = c.oid AND polcmd = '*' AND polpermissive) = 1`, "attrelid")), len(tables)-1)
	indexes := texts(t, p, "", fmt.Sprintf(`SELECT pg_get_indexdef(indexrelid, 1, true) FROM pg_index`+ours, "indrelid"))
	assert.Greater(t, len(indexes), 20)
	assert.Equal(t, []string{"tenant"}, slices.Compact(slices.Sorted(slices.Values(indexes))))
	assert.Empty(t, texts(t, p, "", fmt.Sprintf(`SELECT relname::text FROM pg_constraint`+ours+` AND contype NOT IN ('p', 'n')`, "conrelid")),
		"constraints other than the key")
	assert.Empty(t, texts(t, p, "", fmt.Sprintf(`SELECT relname || '.' || attname FROM pg_index i JOIN pg_attribute a ON attrelid = indexrelid`+ours+`
		AND atttypid = 'text'::regtype AND attcollation <> '"C"'::regcollation`, "indrelid")), "indexed text of another collation")
}

// A spy notes every statement that is sent, with arguments.
type spy struct {
	mu  sync.Mutex
	all map[string][]any
}

func (s *spy) note(sql string, args []any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.all[sql] = args
}

func (s *spy) TraceQueryStart(ctx context.Context, _ *pgx.Conn, q pgx.TraceQueryStartData) context.Context {
	s.note(q.SQL, q.Args)
	return ctx
}
func (s *spy) TraceQueryEnd(context.Context, *pgx.Conn, pgx.TraceQueryEndData) {}
func (s *spy) TraceBatchStart(ctx context.Context, _ *pgx.Conn, b pgx.TraceBatchStartData) context.Context {
	for _, q := range b.Batch.QueuedQueries {
		s.note(q.SQL, q.Arguments)
	}
	return ctx
}
func (s *spy) TraceBatchQuery(context.Context, *pgx.Conn, pgx.TraceBatchQueryData) {}
func (s *spy) TraceBatchEnd(context.Context, *pgx.Conn, pgx.TraceBatchEndData)     {}

// The driver suite has every statement sent that there is; each names its tenant wherever
// it touches a table.
func TestEveryStatementIsBoundToATenant(t *testing.T) {
	seen := &spy{all: map[string][]any{}}
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		p := pool(tb)
		_, err := postgres.New(tb.Context(), p, storetest.Schemas())
		require.NoError(tb, err)
		config := p.Config()
		config.ConnConfig.Tracer = seen
		traced, err := pgxpool.NewWithConfig(tb.Context(), config)
		require.NoError(tb, err)
		tb.Cleanup(traced.Close)
		db, err := postgres.New(tb.Context(), traced, storetest.Schemas())
		require.NoError(tb, err)
		clearMigrating(seen)
		return db
	})
	plain := regexp.MustCompile(`^(begin|commit|rollback|SAVEPOINT meritkit|RELEASE SAVEPOINT meritkit|ROLLBACK TO SAVEPOINT meritkit|SELECT set_config\('meritkit\.tenant', \$1, true\))$`)
	reads := regexp.MustCompile(`FROM "?meritkit_\w+"?`)
	readsBound := regexp.MustCompile(`FROM "?meritkit_\w+"?\s+WHERE tenant = \$1\b`)
	writes := regexp.MustCompile(`(INSERT INTO|UPDATE|DELETE FROM) "?meritkit_`)
	writesBound := regexp.MustCompile(`INSERT INTO "meritkit_\w+"( AS l)? \(tenant, [^)]*\)\s+(SELECT \$1,|VALUES \(\$1,)|(?s)UPDATE "meritkit_\w+" AS t SET [^;]*WHERE t\.tenant = \$1 AND`)
	statements := 0
	for _, sql := range slices.Sorted(maps.Keys(seen.all)) {
		if plain.MatchString(sql) {
			continue
		}
		statements++
		assert.Len(t, readsBound.FindAllString(sql, -1), len(reads.FindAllString(sql, -1)), "a read of all tenants: %s", sql)
		assert.Len(t, writesBound.FindAllString(sql, -1), len(writes.FindAllString(sql, -1)), "a write without tenant: %s", sql)
		assert.Equal(t, strings.Count(sql, "meritkit_"), len(reads.FindAllString(sql, -1))+len(writes.FindAllString(sql, -1)), "a table touched in another way: %s", sql)
	}
	assert.Greater(t, statements, 30)
}

// clearMigrating forgets what opening asked.
func clearMigrating(s *spy) {
	s.mu.Lock()
	defer s.mu.Unlock()
	maps.DeleteFunc(s.all, func(sql string, _ []any) bool {
		return strings.Contains(sql, "pg_class") || strings.Contains(sql, "pg_attribute") || strings.Contains(sql, "meritkit_migrations")
	})
}

// Row-level security holds even for a statement that forgets its tenant, by the owner of
// the tables, and for one of the store's that says another than it set.
func TestNoRowIsSeenOrWrittenWithoutItsTenant(t *testing.T) {
	db, role := guest(t, []record.Schema{note})
	require.NoError(t, db.Apply(t.Context(), numbered(t, 1), moved(t, "south", numbered(t, 2))))
	p := db.Pool()
	for _, who := range []string{"", role} {
		for tenant, want := range map[string][]string{"": nil, "east": nil, "north": {"N-000000001"}, "south": {"N-000000002"}} {
			for _, table := range []string{"note", "history", "outbox"} {
				assert.Equal(t, want, as(t, p, who, tenant, `SELECT id FROM meritkit_`+table), "%s for %q as %q", table, tenant, who)
			}
			if want == nil {
				assert.Empty(t, as(t, p, who, tenant, `UPDATE meritkit_note SET owner = 'E-0' RETURNING id`))
				assert.Empty(t, as(t, p, who, tenant, `SELECT seq::text FROM meritkit_outbox_last`))
			}
		}
		require.NoError(t, failing(t, p, who, "north", `UPDATE meritkit_note SET owner = 'E-0'`))
		require.ErrorContains(t, failing(t, p, who, "south", `INSERT INTO meritkit_outbox_last VALUES ('east', 1)`), "row-level security")
		require.ErrorContains(t, failing(t, p, who, "south", `UPDATE meritkit_note SET tenant = 'north'`), "row-level security")
	}
	for _, forbidden := range []string{
		`UPDATE meritkit_history SET document = '{}'`, `DELETE FROM meritkit_history`, `DELETE FROM meritkit_note`,
		`UPDATE meritkit_outbox SET kind = 'x'`, `SELECT * FROM meritkit_migrations`, `ALTER TABLE meritkit_note DISABLE ROW LEVEL SECURITY`,
	} {
		code := ""
		var refused *pgconn.PgError
		if assert.ErrorAs(t, failing(t, p, role, "north", forbidden), &refused) {
			code = refused.Code
		}
		assert.Equal(t, "42501", code, "%s: permission denied", forbidden)
	}
}

// within runs do for a tenant, as a role when there is one, and undoes it.
func within(t *testing.T, p *pgxpool.Pool, role, tenant string, do func(pgx.Tx) error) error {
	t.Helper()
	tx, err := p.Begin(t.Context())
	require.NoError(t, err)
	defer tx.Rollback(t.Context())
	if role != "" {
		_, err = tx.Exec(t.Context(), `SELECT set_config('role', $1, true)`, role)
		require.NoError(t, err)
	}
	if tenant != "" {
		_, err = tx.Exec(t.Context(), `SELECT set_config('meritkit.tenant', $1, true)`, tenant)
		require.NoError(t, err)
	}
	return do(tx)
}

func as(t *testing.T, p *pgxpool.Pool, role, tenant, query string) (all []string) {
	t.Helper()
	require.NoError(t, within(t, p, role, tenant, func(tx pgx.Tx) error {
		rows, err := tx.Query(t.Context(), query)
		if err != nil {
			return err
		}
		all, err = pgx.AppendRows(all, rows, pgx.RowTo[string])
		return err
	}))
	return all
}

func failing(t *testing.T, p *pgxpool.Pool, role, tenant, query string) error {
	t.Helper()
	return within(t, p, role, tenant, func(tx pgx.Tx) error {
		_, err := tx.Exec(t.Context(), query)
		return err
	})
}

func TestRoleLeavesTheCallersTransactionItsOwn(t *testing.T) {
	db, role := guest(t, []record.Schema{note})
	require.NoError(t, pgx.BeginFunc(t.Context(), db.Pool(), func(tx pgx.Tx) error {
		var user, own string
		require.NoError(t, db.WithTx(tx).Apply(t.Context(), numbered(t, 1)))
		require.NoError(t, tx.QueryRow(t.Context(), `SELECT current_user, session_user`).Scan(&user, &own))
		assert.Equal(t, own, user)
		return nil
	}))
	assert.Equal(t, []string{"N-000000001"}, ids(t, db, record.All("north")))
	var user string
	require.NoError(t, db.Pool().QueryRow(t.Context(), `SELECT current_user`).Scan(&user))
	assert.NotEqual(t, role, user, "a connection keeps the role")
}
