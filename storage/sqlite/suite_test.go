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
func opened(tb testing.TB, path string, schemas []record.Schema, opts ...sqlite.Option) *sqlite.DB {
	tb.Helper()
	db, err := sqlite.Open(tb.Context(), path, schemas, opts...)
	require.NoError(tb, err)
	tb.Cleanup(func() { assert.NoError(tb, db.Close()) })
	return db
}

// file is the path of a database that is not there yet.
func file(tb testing.TB) string {
	tb.Helper()
	return filepath.Join(tb.TempDir(), "merit.db")
}

func TestDriver(t *testing.T) {
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		return opened(tb, file(tb), storetest.Schemas())
	})
}

func TestDriverInMemory(t *testing.T) {
	const one = "a database in memory has one connection, which the transaction has"
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		return opened(tb, ":memory:", storetest.Schemas())
	}, storetest.Waiver{Check: "tx-reads", Reason: one}, storetest.Waiver{Check: "tx-sees", Reason: one})
}
