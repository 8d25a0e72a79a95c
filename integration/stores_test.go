package integration_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/storage/sqlite"
)

// An opener opens a driver that is empty at each call and gone when the test ends.
type opener func(tb testing.TB, schemas ...record.Schema) storage.Driver

// drivers are those that every test here runs on.
var drivers = []struct {
	name string
	open opener
}{
	{"memory", func(tb testing.TB, schemas ...record.Schema) storage.Driver {
		tb.Helper()
		db, err := memory.New(schemas...)
		require.NoError(tb, err)
		return db
	}},
	{"sqlite", func(tb testing.TB, schemas ...record.Schema) storage.Driver {
		tb.Helper()
		db, err := sqlite.Open(tb.Context(), filepath.Join(tb.TempDir(), "merit.db"), schemas)
		require.NoError(tb, err)
		tb.Cleanup(func() { assert.NoError(tb, db.Close()) })
		return db
	}},
	{"postgres", openPostgres}, // the last: where there is none it skips
}

func TestEveryKindIsKeptByEveryDriver(t *testing.T) {
	for _, driver := range drivers {
		for _, k := range kinds() {
			t.Run(driver.name+"/"+k.name, func(t *testing.T) {
				t.Parallel()
				k.conform(t, driver.open)
			})
		}
	}
}

func TestEveryKindHasAFixtureThatTriesEveryFilter(t *testing.T) {
	var have, want []string
	for _, k := range kinds() {
		have = append(have, k.name)
		assert.Empty(t, k.untried, "fields of the filter of %s that its fixture does not try", k.name)
	}
	for _, s := range meritkit.Schemas() {
		want = append(want, s.Name)
	}
	assert.ElementsMatch(t, want, have, "the kinds of the library, and those that have a fixture")
}
