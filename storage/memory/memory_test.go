package memory_test

import (
	"context"
	"testing"
	"time"

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

func TestWhoWritesToTheOuterDriverWithinATransactionWaitsUntilHisContextEnds(t *testing.T) {
	db, err := memory.New(things)
	require.NoError(t, err)
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
	defer cancel()
	err = db.Tx(t.Context(), func(storage.Driver) error { return db.Apply(ctx) })
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.NoError(t, db.Apply(t.Context()), "the turn was given back")
}
