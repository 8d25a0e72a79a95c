package memory_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/storage/storetest"
)

func TestMemoryKeepsEveryPromiseOfADriver(t *testing.T) {
	storetest.Driver(t, func(t testing.TB) storage.Driver {
		db, err := memory.New(storetest.Schemas()...)
		require.NoError(t, err)
		return db
	})
}
