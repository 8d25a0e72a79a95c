package postgres_test

import (
	"io/fs"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
)

// structure is every column, index, policy and right of the test's schema.
const structure = `
	SELECT format('%s.%s %s', attrelid::regclass, attname, format_type(atttypid, atttypmod)) FROM pg_attribute
		JOIN pg_class c ON c.oid = attrelid WHERE relnamespace = current_schema::regnamespace AND relkind = 'r' AND attnum > 0 AND NOT attisdropped
	UNION ALL SELECT indexname || ': ' || replace(indexdef, current_schema || '.', '') FROM pg_indexes WHERE schemaname = current_schema
	UNION ALL SELECT concat_ws(' ', tablename, policyname, permissive, roles, cmd, qual, with_check) FROM pg_policies WHERE schemaname = current_schema
	UNION ALL SELECT concat_ws(' ', relname, relrowsecurity, relforcerowsecurity, regexp_replace(relacl::text, 'guest \\+"[a-z0-9_]+\\*"', 'guest', 'g')) FROM pg_class WHERE relnamespace = current_schema::regnamespace
	ORDER BY 1`

// with is the schema of notes with other fields or groups.
func with(change func(*record.Schema)) []record.Schema {
	s := note
	s.Fields, s.Unique = slices.Clone(s.Fields), slices.Clone(s.Unique)
	change(&s)
	return []record.Schema{s}
}

var (
	withTeam = with(func(s *record.Schema) {
		s.Fields = append(s.Fields, record.Column{Name: "team", Type: record.Text})
	})
	withoutRank = with(func(s *record.Schema) {
		s.Fields = slices.DeleteFunc(s.Fields, func(c record.Column) bool { return c.Name == "rank" })
		s.Unique = nil
	})
)

// over is a store in a schema that may have been one's before.
func over(tb testing.TB, p *pgxpool.Pool, schemas []record.Schema) *postgres.DB {
	tb.Helper()
	db, err := postgres.New(tb.Context(), p, schemas)
	require.NoError(tb, err)
	return db
}

func TestOpeningAgainChangesNothing(t *testing.T) {
	p := pool(t)
	over(t, p, []record.Schema{note})
	before := texts(t, p, "", structure)
	// It does not even wait for a writer, nor for who migrates.
	require.NoError(t, pgx.BeginFunc(t.Context(), p, func(tx pgx.Tx) error {
		_, err := tx.Exec(t.Context(), `LOCK TABLE meritkit_migrations, meritkit_note, meritkit_history IN SHARE MODE`)
		over(t, p, []record.Schema{note})
		return err
	}))
	assert.Equal(t, before, texts(t, p, "", structure))
	assert.Contains(t, before, `meritkit_note$unique$owner$rank: CREATE UNIQUE INDEX "meritkit_note$unique$owner$rank" ON meritkit_note USING btree (tenant, owner, rank)`)
}

func TestOpeningAtTheSameTimeMigratesOnce(t *testing.T) {
	p := pool(t)
	for round, schemas := range [][]record.Schema{{note}, withTeam, withoutRank} {
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				db, err := postgres.New(t.Context(), p, schemas)
				if assert.NoError(t, err) {
					assert.NoError(t, db.Apply(t.Context(), change(t, string(rune('a'+8*round+i)), record.Meta{}, nil)))
				}
			})
		}
		all.Wait()
		assert.Len(t, ids(t, over(t, p, schemas), record.All("north")), 8*(round+1))
	}
}

func TestAddedFieldIsNullUntilARecordIsWrittenAgain(t *testing.T) {
	p := pool(t)
	old := numbered(t, 1)
	require.NoError(t, over(t, p, []record.Schema{note}).Apply(t.Context(), old))
	db := over(t, p, withTeam)
	assert.Equal(t, []string{old.Meta.ID}, ids(t, db, record.All("north").And("team", record.IsNull)))
	c := change(t, old.Meta.ID, old.Meta, map[string]record.Value{"team": record.TextOf("T-1")})
	require.NoError(t, db.Apply(t.Context(), c))
	assert.Equal(t, []string{old.Meta.ID}, ids(t, db, record.All("north").And("team", record.Equal, record.TextOf("T-1"))))
}

func TestDroppedFieldKeepsItsColumnAndNoWrongValue(t *testing.T) {
	p := pool(t)
	kept, written := numbered(t, 1), numbered(t, 2)
	require.NoError(t, over(t, p, []record.Schema{note}).Apply(t.Context(), kept, written))
	for range 2 { // the second time nothing is left to migrate
		db := over(t, p, withoutRank)
		written = change(t, written.Meta.ID, written.Meta, map[string]record.Value{"owner": record.TextOf("E-1")})
		require.NoError(t, db.Apply(t.Context(), written))
		assert.Equal(t, []string{"1", "none"}, texts(t, p, "north", `SELECT coalesce(rank::text, 'none') FROM meritkit_note ORDER BY id`))
		assert.NotContains(t, strings.Join(texts(t, p, "", structure), "\n"), "meritkit_note$rank")
	}
	db := over(t, p, []record.Schema{note}) // it is back
	assert.Equal(t, []string{kept.Meta.ID}, ids(t, db, record.All("north").And("rank", record.AtLeast, record.IntOf(0))))
	require.ErrorIs(t, db.Apply(t.Context(), change(t, "same", record.Meta{}, kept.Fields)), fault.ErrExists)
}

func TestFieldThatChangesItsTypeIsRefused(t *testing.T) {
	p := pool(t)
	over(t, p, []record.Schema{note})
	_, err := postgres.New(t.Context(), p, with(func(s *record.Schema) {
		s.Fields = append(s.Fields[:3:3], record.Column{Name: "due", Type: record.Text}, record.Column{Name: "team", Type: record.Text})
	}))
	require.ErrorIs(t, err, fault.ErrInvalid)
	require.ErrorContains(t, err, "the field due of note is stored as timestamp with time zone and can't become text")
	over(t, p, withoutRank)
	_, err = postgres.New(t.Context(), p, with(func(s *record.Schema) { s.Fields[1].Type = record.Text }))
	require.ErrorIs(t, err, fault.ErrInvalid, "a field that was gone meanwhile")
	over(t, p, []record.Schema{note})
	assert.NotContains(t, strings.Join(texts(t, p, "", structure), "\n"), "team", "nothing of it is left")
}

func TestUniqueGroupThatRecordsBreakIsRefused(t *testing.T) {
	p := pool(t)
	fields := map[string]record.Value{"owner": record.TextOf("E-1")}
	require.NoError(t, over(t, p, []record.Schema{note}).Apply(t.Context(), change(t, "a", record.Meta{}, fields), change(t, "b", record.Meta{}, fields)))
	_, err := postgres.New(t.Context(), p, with(func(s *record.Schema) { s.Unique = [][]string{{"owner"}} }))
	require.ErrorContains(t, err, "meritkit_note$unique$owner")
	assert.Len(t, ids(t, over(t, p, []record.Schema{note}), record.All("north")), 2)
}

func TestDatabaseOfANewerOrAnotherProgramIsRefused(t *testing.T) {
	for name, alter := range map[string]string{
		"newer":   `INSERT INTO meritkit_migrations (name, checksum) VALUES ('0099_more', '')`,
		"another": `UPDATE meritkit_migrations SET checksum = 'x' WHERE name = '0001_base'`,
	} {
		t.Run(name, func(t *testing.T) {
			p := pool(t)
			over(t, p, []record.Schema{note})
			exec(t.Context(), t, p, alter)
			_, err := postgres.New(t.Context(), p, []record.Schema{note})
			require.ErrorIs(t, err, fault.ErrInvalid)
		})
	}
}

// A tool of the program's own runs the scripts, also over tables of other kinds; then the
// store has nothing to do and all that it needs.
func TestMigrationsAreWhatOpeningDoes(t *testing.T) {
	one, other := pool(t), pool(t)
	ran := map[string]string{}
	for _, schemas := range [][]record.Schema{withTeam, withoutRank} {
		scripts, err := postgres.Migrations(schemas)
		require.NoError(t, err)
		names, err := fs.Glob(scripts, "*.sql")
		require.NoError(t, err)
		for _, name := range names {
			script, err := fs.ReadFile(scripts, name)
			require.NoError(t, err)
			if string(script) != ran[name] {
				exec(t.Context(), t, one, string(script))
				ran[name] = string(script)
			}
		}
		over(t, other, schemas)
	}
	assert.Equal(t, []string{"0001_base.sql", "kind_note.sql"}, slices.Sorted(maps.Keys(ran)))
	var rows [2][]string
	for i, p := range []*pgxpool.Pool{one, other} {
		rows[i] = append(texts(t, p, "", structure), texts(t, p, "", `SELECT name || checksum FROM meritkit_migrations ORDER BY name`)...)
	}
	assert.Equal(t, rows[1], rows[0])
	require.NoError(t, over(t, one, withoutRank).Apply(t.Context(), change(t, "a", record.Meta{}, nil)))
}

func TestProgramsWithTwoPrefixesShareADatabase(t *testing.T) {
	p := pool(t)
	var both []*postgres.DB
	for _, prefix := range []string{"a_", "b_"} {
		db, err := postgres.New(t.Context(), p, []record.Schema{note}, postgres.Prefix(prefix))
		require.NoError(t, err)
		require.NoError(t, db.Apply(t.Context(), change(t, prefix, record.Meta{}, nil)))
		both = append(both, db)
	}
	assert.Equal(t, []string{"a_"}, ids(t, both[0], record.All("north")))
	assert.Equal(t, []string{"b_"}, ids(t, both[1], record.All("north")))
}

// Kinds and fields may be called what SQL calls its own, and be as long as names can be.
func TestSQLWordsAndLongNamesAreNames(t *testing.T) {
	long := strings.Repeat("x", 39)
	s := record.Schema{
		Name: "user",
		Fields: []record.Column{
			{Name: "select", Type: record.Text},
			{Name: "ctid_", Type: record.Int},
			{Name: "n", Type: record.Int},
			{Name: "u", Type: record.Bool},
			{Name: "content", Type: record.Text},
			{Name: "seq", Type: record.Int},
			{Name: "kind", Type: record.Text},
		},
		Unique: [][]string{{"select", "u"}},
	}
	wide := record.Schema{
		Name: long + "k", Fields: []record.Column{{Name: long + "a", Type: record.Text}, {Name: long + "b", Type: record.Text}},
		Unique: [][]string{{long + "a", long + "b"}, {long + "b", long + "a"}},
	}
	p := pool(t)
	for range 2 {
		db := over(t, p, []record.Schema{s, wide})
		q := storage.Query{Kind: "user", Query: record.Query{Tenant: "north", By: "n", Limit: 10}, After: storage.Cursor{Value: record.IntOf(1), ID: "x"}}
		_, err := db.Query(t.Context(), q)
		require.NoError(t, err)
	}
	assert.Len(t, texts(t, p, "", `SELECT indexname::text FROM pg_indexes WHERE schemaname = current_schema AND starts_with(tablename, 'meritkit_x')`), 5)
	c := change(t, "one", record.Meta{}, map[string]record.Value{"n": record.IntOf(1), "u": record.BoolOf(true), "content": record.TextOf("c")})
	c.Kind = "user"
	c = moved(t, "north", c)
	require.NoError(t, over(t, p, []record.Schema{s}).Apply(t.Context(), c))
	assert.Equal(t, []string{"1 true c user"}, texts(t, p, "north", `SELECT concat_ws(' ', n, u::text, u.content, h.kind) FROM meritkit_user u JOIN meritkit_history h USING (tenant, id)`))
}
