package sqlite

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

var goals = record.Schema{Name: "goal", Fields: []record.Column{
	{Name: "cycle", Type: record.Text},
	{Name: "done", Type: record.Bool},
	{Name: "owner", Type: record.Text},
	{Name: "due", Type: record.Moment},
}}

// filled has two tenants with 1500 goals each: 750 a cycle, three an owner.
func filled(t *testing.T) *DB {
	t.Helper()
	db, err := Open(t.Context(), filepath.Join(t.TempDir(), "merit.db"), []record.Schema{goals})
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	// A connection from before the records are there has to hear of them as well.
	conn, err := db.SQL().Conn(t.Context())
	require.NoError(t, err)
	_, err = conn.ExecContext(t.Context(), `SELECT * FROM meritkit_goal`)
	require.NoError(t, err)
	changes := make([]storage.Change, 3000)
	start := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	for i := range changes {
		m := record.New(record.Key{Tenant: fmt.Sprint("T-", i%2), ID: fmt.Sprintf("G-%05d", i)}, record.By("E-1", start).For("goal.write"))
		m.Version = 1
		document := json.RawMessage(`{"title":"` + strings.Repeat("提升客户满意度 ", 10) + `"}`)
		entry, err := record.NewEntry(goals.Name, m, document, "salt")
		require.NoError(t, err)
		m.Chain = entry.Digest
		changes[i] = storage.Change{Entry: entry, Event: record.EventOf(goals.Name, m), Doc: storage.Doc{
			Kind: goals.Name, Meta: m, Schema: 1, Document: document, Fields: map[string]record.Value{
				"cycle": record.TextOf(fmt.Sprint("C-", i/2%2)), "done": record.BoolOf(i%10 < 2), "owner": record.TextOf(fmt.Sprint("E-", i/2%500)),
				"due": record.MomentOf(start.Add(time.Duration(i*7919%3000) * time.Hour)),
			},
		}}
	}
	require.NoError(t, db.Apply(t.Context(), changes...))
	require.NoError(t, conn.Close()) // and it is the next to be used
	return db
}

// A page costs about what it holds, not what its tenant or cycle does: every query goes
// by the index that tells most apart, and one in an order without condition by the order's.
func TestQueriesGoByTheRightIndex(t *testing.T) {
	db := filled(t)
	tenant := record.All("T-1")
	owner := tenant.And("owner", record.Equal, record.TextOf("E-5"))
	owners := record.AndIn(tenant, "owner", []string{"E-5", "E-6"})
	cycle := record.TextOf("C-1")
	at := record.MomentOf(time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC))
	desc := tenant.OrderBy("due")
	desc.Desc = true
	cursor := storage.Cursor{ID: "G-00100", Value: at}
	for name, c := range map[string]struct {
		q     record.Query
		after storage.Cursor
		plans []string
	}{
		"all by id":            {tenant, storage.Cursor{ID: "G-00100"}, []string{"sqlite_autoindex_meritkit_goal_1 (tenant=? AND id>?)"}},
		"owner by id":          {owner, storage.Cursor{}, []string{"$owner (tenant=? AND owner=?)"}},
		"owner after a page":   {owner, storage.Cursor{ID: "G-00100"}, []string{"$owner (tenant=? AND owner=? AND id>?)"}},
		"owner by due":         {owner.OrderBy("due"), storage.Cursor{}, []string{"$owner (tenant=? AND owner=?)"}},
		"owner in a cycle":     {owner.And("cycle", record.Equal, cycle), storage.Cursor{}, []string{"$owner (tenant=? AND owner=?)"}},
		"cycle of an owner":    {tenant.And("cycle", record.Equal, cycle).And("owner", record.Equal, record.TextOf("E-5")), storage.Cursor{}, []string{"$owner (tenant=? AND owner=?)"}},
		"owners":               {owners, storage.Cursor{}, []string{"$owner (tenant=? AND owner=?)"}},
		"no owner":             {tenant.And("owner", record.IsNull), storage.Cursor{}, []string{"$owner (tenant=? AND owner=?)"}},
		"due after":            {tenant.And("due", record.Greater, at).OrderBy("due"), storage.Cursor{}, []string{"$due (tenant=? AND due>?)"}},
		"by due":               {tenant.OrderBy("due"), storage.Cursor{}, []string{"$due (tenant=?)"}},
		"by due, on":           {tenant.OrderBy("due"), cursor, []string{"$due (tenant=? AND (due,id)>(?,?))"}},
		"by due, on from null": {tenant.OrderBy("due"), storage.Cursor{ID: "G-00100"}, []string{"$due (tenant=? AND due=? AND id>?)", "$due (tenant=? AND due>?)"}},
		"by due, back":         {desc, cursor, []string{"$due (tenant=? AND (due,id)<(?,?))", "$due (tenant=? AND due=?)"}},
	} {
		t.Run(name, func(t *testing.T) {
			q := storage.Query{Kind: goals.Name, Query: c.q, After: c.after}
			q.Limit = 10
			require.NoError(t, db.kinds.CheckQuery(q))
			where, err := matching(q)
			require.NoError(t, err)
			parts, err := pageParts(q)
			require.NoError(t, err)
			require.Len(t, parts, len(c.plans))
			for i, part := range parts {
				both := where.and(part.text, part.args...)
				plan := explain(t, db, db.tables[goals.Name].pageSQL(q, both), append(both.args, q.Limit)...)
				assert.Contains(t, plan, c.plans[i])
				assert.NotContains(t, plan, "SCAN meritkit")
				if c.q.By == "" || len(c.q.Where) == 0 {
					assert.Equal(t, name == "owners", strings.Contains(plan, "TEMP B-TREE"), "%s sorts", plan)
				}
			}
		})
	}
	for _, query := range []string{db.historySQL, db.outboxSQL, db.tables[goals.Name].getSQL} {
		plan := explain(t, db, query, make([]any, strings.Count(query, "?"))...)
		assert.Contains(t, plan, "SEARCH meritkit_")
		assert.NotContains(t, plan, "TEMP B-TREE")
	}
}

func explain(t *testing.T, db *DB, query string, args ...any) string {
	t.Helper()
	conn, err := db.SQL().Conn(t.Context())
	require.NoError(t, err)
	defer conn.Close()
	// Only a statement that is run notices what has changed.
	_, err = conn.ExecContext(t.Context(), `SELECT 1 FROM meritkit_goal LIMIT 1`)
	require.NoError(t, err)
	rows, err := conn.QueryContext(t.Context(), "EXPLAIN QUERY PLAN "+query, args...)
	require.NoError(t, err)
	defer rows.Close()
	var plan []string
	for rows.Next() {
		var id, parent, unused int
		var detail string
		require.NoError(t, rows.Scan(&id, &parent, &unused, &detail))
		plan = append(plan, detail)
	}
	require.NoError(t, rows.Err())
	return strings.Join(plan, "\n")
}
