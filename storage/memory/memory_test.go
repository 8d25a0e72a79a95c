package memory_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/storage/storetest"
)

func TestMemoryKeepsEveryPromiseOfADriver(t *testing.T) {
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		db, err := memory.New(storetest.Schemas()...)
		require.NoError(tb, err)
		return db
	})
}
