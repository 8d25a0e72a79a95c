package sqlite_test

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/sqlite"
	"github.com/meritkit/meritkit/storage/storetest"
)

// opened is a database that is closed when the test ends.
func opened(t testing.TB, path string, schemas []record.Schema, opts ...sqlite.Option) *sqlite.DB {
	t.Helper()
	db, err := sqlite.Open(t.Context(), path, schemas, opts...)
	require.NoError(t, err)
	t.Cleanup(func() { assert.NoError(t, db.Close()) })
	return db
}

func file(t testing.TB) string { return filepath.Join(t.TempDir(), "merit.db") }

func TestDriver(t *testing.T) {
	storetest.Driver(t, func(t testing.TB) storage.Driver {
		return opened(t, file(t), storetest.Schemas())
	})
}

func TestDriverInMemory(t *testing.T) {
	const one = "a database in memory has one connection, which the transaction has"
	storetest.Driver(t, func(t testing.TB) storage.Driver {
		return opened(t, ":memory:", storetest.Schemas())
	}, storetest.Waiver{Check: "tx-reads", Reason: one}, storetest.Waiver{Check: "tx-sees", Reason: one})
}
