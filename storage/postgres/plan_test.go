package postgres_test

import (
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
)

// A page costs about what it holds, not what its tenant does: every query goes by an index
// that has its condition or its order, and every write by the key. The policy of row-level
// security does not stand in the way.
func TestStatementsGoByTheRightIndex(t *testing.T) {
	seen := &spy{all: map[string][]any{}}
	p := pool(t, func(c *pgxpool.Config) { c.ConnConfig.Tracer = seen })
	db, err := postgres.New(t.Context(), p, []record.Schema{note})
	require.NoError(t, err)
	var all []storage.Change
	for i := range 6000 {
		c := numbered(t, i)
		if i%2 == 1 {
			c = moved(t, "south", c)
		}
		all = append(all, c)
	}
	require.NoError(t, db.Apply(t.Context(), all...))
	for _, table := range []string{"note", "history", "outbox"} {
		exec(t.Context(), t, p, `ANALYZE meritkit_`+table) //nolint:misspell // so SQL spells it
	}
	tenant := record.All("north")
	owner := tenant.And("owner", record.Equal, record.TextOf("E-4"))
	at := record.MomentOf(noon.Add(3000 * time.Second))
	desc := tenant.OrderBy("due")
	desc.Desc = true
	id := all[3000].Meta.ID
	query := func(q record.Query, after storage.Cursor) func() error {
		return func() error {
			q.Limit = 10
			_, err := db.Query(t.Context(), storage.Query{Kind: note.Name, Query: q, After: after})
			return err
		}
	}
	for name, c := range map[string]struct {
		do    func() error
		index string
		sorts bool
	}{
		"all by id":          {query(tenant, storage.Cursor{ID: id}), "meritkit_note_pkey", false},
		"owner by id":        {query(owner, storage.Cursor{}), "meritkit_note$owner", false},
		"owner after a page": {query(owner, storage.Cursor{ID: id}), "meritkit_note$owner", false},
		"owner by due":       {query(owner.OrderBy("due"), storage.Cursor{}), "$owner", true},
		"owners":             {query(record.AndIn(tenant, "owner", []string{"E-4", "E-6"}), storage.Cursor{}), "$owner", true},
		"due after":          {query(tenant.And("due", record.Greater, at).OrderBy("due"), storage.Cursor{}), "$due", false},
		"by due, on":         {query(tenant.OrderBy("due"), storage.Cursor{ID: id, Value: at}), "$due", false},
		"by due, from null":  {query(tenant.OrderBy("due"), storage.Cursor{ID: id}), "$due", false},
		"by due, back":       {query(desc, storage.Cursor{ID: id, Value: at}), "$due", false},
		"get": {func() error {
			_, err := db.Get(t.Context(), note.Name, all[3000].Meta.Key())
			return err
		}, "meritkit_note_pkey", false},
		"history": {func() error {
			_, err := db.History(t.Context(), note.Name, all[3000].Meta.Key(), 0, 10)
			return err
		}, "meritkit_history_pkey", false},
		"outbox": {func() error {
			_, err := db.Outbox(t.Context(), storage.OutboxRead{Tenant: "north", After: 1000, Limit: 10})
			return err
		}, "meritkit_outbox_pkey", false},
		"update": {func() error {
			return db.Apply(t.Context(), change(t, id, all[3000].Meta, all[3000].Fields))
		}, "meritkit_note_pkey", false},
	} {
		t.Run(name, func(t *testing.T) {
			clear(seen.all)
			require.NoError(t, c.do())
			explained := 0
			for sql, args := range maps.Clone(seen.all) {
				if strings.Contains(sql, "set_config") || strings.HasPrefix(sql, "INSERT") {
					continue
				}
				explained++
				// Both as the values are known and as they are not.
				for _, known := range []bool{true, false} {
					plan := explain(t, p, known, sql, args)
					assert.NotContains(t, plan, "Seq Scan on meritkit", plan)
					assert.Contains(t, plan, c.index, plan)
					assert.Equal(t, c.sorts, strings.Contains(plan, "Sort"), plan)
				}
			}
			assert.Positive(t, explained)
		})
	}
}

// explain is the plan of a statement for north, made for its arguments or for any.
func explain(t *testing.T, p *pgxpool.Pool, known bool, sql string, args []any) string {
	t.Helper()
	tx, err := p.Begin(t.Context())
	require.NoError(t, err)
	defer tx.Rollback(t.Context())
	_, err = tx.Exec(t.Context(), `SELECT set_config('meritkit.tenant', 'north', true)`)
	require.NoError(t, err)
	if !known {
		_, err = tx.Exec(t.Context(), `SET LOCAL plan_cache_mode = force_generic_plan; PREPARE any_args AS `+sql)
		require.NoError(t, err)
		defer tx.Exec(t.Context(), `DEALLOCATE any_args`)
		sql, args = "EXECUTE any_args (NULL"+strings.Repeat(", NULL", len(args)-1)+")", nil
	}
	rows, err := tx.Query(t.Context(), "EXPLAIN "+sql, append([]any{pgx.QueryExecModeExec}, args...)...)
	require.NoError(t, err)
	lines, err := pgx.CollectRows(rows, pgx.RowTo[string])
	require.NoError(t, err)
	return strings.Join(lines, "\n")
}
