package sqlite_test

import (
	"slices"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/sqlite"
)

const structure = `SELECT name || ': ' || coalesce(sql, '') FROM sqlite_schema ORDER BY name`

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

// reopen opens a file, and closes it again when do is done.
func reopen(t *testing.T, path string, schemas []record.Schema, do func(*sqlite.DB)) {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, schemas)
	require.NoError(t, err)
	do(db)
	require.NoError(t, db.Close())
}

func TestOpeningAgainChangesNothing(t *testing.T) {
	path := file(t)
	var before, then []string
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) { before = texts(t, db.SQL(), structure) })
	// It does not even wait for a writer.
	own := pool(t, path, patient+immediate)
	tx, err := own.BeginTx(t.Context(), nil)
	require.NoError(t, err)
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) { then = texts(t, db.SQL(), structure) })
	require.NoError(t, tx.Rollback())
	assert.Equal(t, before, then)
	assert.Contains(t, before, `meritkit_note$unique$owner$rank: CREATE UNIQUE INDEX "meritkit_note$unique$owner$rank" ON "meritkit_note" (tenant, "owner", "rank")`)
}

func TestOpeningAtTheSameTimeMigratesOnce(t *testing.T) {
	path := file(t)
	for _, schemas := range [][]record.Schema{{note}, withTeam, withoutRank} {
		var all sync.WaitGroup
		for i := range 8 {
			all.Go(func() {
				db, err := sqlite.Open(t.Context(), path, schemas)
				if assert.NoError(t, err) {
					assert.NoError(t, db.Apply(t.Context(), change(t, string(rune('a'+i)), record.Meta{}, nil)))
					assert.NoError(t, db.Close())
				}
			})
		}
		all.Wait()
		reopen(t, path, schemas, func(db *sqlite.DB) {
			assert.Len(t, ids(t, db, record.All("north")), 8)
			exec(t, db.SQL(), `DELETE FROM meritkit_note`)
			exec(t, db.SQL(), `DELETE FROM meritkit_history`)
		})
	}
}

func TestAddedFieldIsNullUntilARecordIsWrittenAgain(t *testing.T) {
	path := file(t)
	old := numbered(t, 1)
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) { require.NoError(t, db.Apply(t.Context(), old)) })
	reopen(t, path, withTeam, func(db *sqlite.DB) {
		assert.Equal(t, []string{old.Meta.ID}, ids(t, db, record.All("north").And("team", record.IsNull)))
		c := change(t, old.Meta.ID, old.Meta, map[string]record.Value{"team": record.TextOf("T-1")})
		require.NoError(t, db.Apply(t.Context(), c))
		assert.Equal(t, []string{old.Meta.ID}, ids(t, db, record.All("north").And("team", record.Equal, record.TextOf("T-1"))))
	})
}

func TestDroppedFieldKeepsItsColumnAndNoWrongValue(t *testing.T) {
	path := file(t)
	kept, written := numbered(t, 1), numbered(t, 2)
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) { require.NoError(t, db.Apply(t.Context(), kept, written)) })
	for range 2 { // the second time nothing is left to migrate
		reopen(t, path, withoutRank, func(db *sqlite.DB) {
			written = change(t, written.Meta.ID, written.Meta, map[string]record.Value{"owner": record.TextOf("E-1")})
			require.NoError(t, db.Apply(t.Context(), written))
			assert.Equal(t, []string{"1", ""}, texts(t, db.SQL(), `SELECT rank FROM meritkit_note ORDER BY id`))
			assert.NotContains(t, texts(t, db.SQL(), `SELECT name FROM sqlite_schema`), "meritkit_note$rank")
		})
	}
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) { // it is back
		assert.Equal(t, []string{kept.Meta.ID}, ids(t, db, record.All("north").And("rank", record.AtLeast, record.IntOf(0))))
		same := change(t, "same", record.Meta{}, kept.Fields)
		require.ErrorIs(t, db.Apply(t.Context(), same), fault.ErrExists)
	})
}

func TestFieldThatChangesItsTypeIsRefused(t *testing.T) {
	path := file(t)
	reopen(t, path, []record.Schema{note}, func(*sqlite.DB) {})
	changed := with(func(s *record.Schema) {
		s.Fields = append(s.Fields[:3:3], record.Column{Name: "due", Type: record.Text}, record.Column{Name: "team", Type: record.Text})
	})
	_, err := sqlite.Open(t.Context(), path, changed)
	require.ErrorIs(t, err, fault.ErrInvalid)
	require.ErrorContains(t, err, "the field due of note is stored as moment and can't become text")
	reopen(t, path, withoutRank, func(*sqlite.DB) {})
	_, err = sqlite.Open(t.Context(), path, with(func(s *record.Schema) { s.Fields[1].Type = record.Text }))
	require.ErrorIs(t, err, fault.ErrInvalid, "a field that was gone meanwhile")
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) {
		assert.NotContains(t, texts(t, db.SQL(), `SELECT name FROM pragma_table_info('meritkit_note')`), "team", "nothing of it is left")
	})
}

func TestUniqueGroupThatRecordsBreakIsRefused(t *testing.T) {
	path := file(t)
	fields := map[string]record.Value{"owner": record.TextOf("E-1")}
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) {
		require.NoError(t, db.Apply(t.Context(), change(t, "a", record.Meta{}, fields), change(t, "b", record.Meta{}, fields)))
	})
	_, err := sqlite.Open(t.Context(), path, with(func(s *record.Schema) { s.Unique = [][]string{{"owner"}} }))
	require.ErrorContains(t, err, "meritkit_note$unique$owner")
	reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) { assert.Len(t, ids(t, db, record.All("north")), 2) })
}

func TestDatabaseOfANewerOrAnotherProgramIsRefused(t *testing.T) {
	for name, alter := range map[string]string{
		"newer":   `INSERT INTO meritkit_migrations (name, checksum, body, applied_at) VALUES ('0099_more', '', '', '')`,
		"another": `UPDATE meritkit_migrations SET checksum = 'x' WHERE name = '0001_base'`,
		"damaged": `UPDATE meritkit_migrations SET body = '{' WHERE name = 'kind note'`,
	} {
		t.Run(name, func(t *testing.T) {
			path := file(t)
			reopen(t, path, []record.Schema{note}, func(db *sqlite.DB) { exec(t, db.SQL(), alter) })
			_, err := sqlite.Open(t.Context(), path, []record.Schema{note})
			require.ErrorIs(t, err, fault.ErrInvalid)
		})
	}
}

func TestProgramsWithTwoPrefixesShareAFile(t *testing.T) {
	own := pool(t, file(t), patient)
	var both []*sqlite.DB
	for _, prefix := range []string{"a_", "b_"} {
		db, err := sqlite.New(t.Context(), own, []record.Schema{note}, sqlite.Prefix(prefix))
		require.NoError(t, err)
		require.NoError(t, db.Apply(t.Context(), change(t, prefix, record.Meta{}, nil)))
		both = append(both, db)
	}
	assert.Equal(t, []string{"a_"}, ids(t, both[0], record.All("north")))
	assert.Equal(t, []string{"b_"}, ids(t, both[1], record.All("north")))
}

// Kinds and fields may be called what SQL calls its own.
func TestSQLWordsAreNames(t *testing.T) {
	s := record.Schema{
		Name: "order", Fields: []record.Column{{Name: "select", Type: record.Text}, {Name: "rowid", Type: record.Int}, {Name: "unique", Type: record.Bool}},
		Unique: [][]string{{"select", "unique"}},
	}
	db := opened(t, file(t), []record.Schema{s})
	q := storage.Query{Kind: "order", Query: record.Query{Tenant: "north", By: "rowid", Limit: 10}, After: storage.Cursor{Value: record.IntOf(1), ID: "x"}}
	_, err := db.Query(t.Context(), q)
	require.NoError(t, err)
}
