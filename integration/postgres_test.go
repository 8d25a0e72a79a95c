package integration_test

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/internal/postgrestest"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
)

// openPostgres opens a driver over a schema of its own.
func openPostgres(tb testing.TB, schemas ...record.Schema) storage.Driver {
	tb.Helper()
	config, err := pgxpool.ParseConfig(postgrestest.DSN(tb))
	require.NoError(tb, err)
	name := strings.ToLower("test_" + rand.Text())
	config.ConnConfig.RuntimeParams["search_path"] = name
	pool, err := pgxpool.NewWithConfig(tb.Context(), config)
	require.NoError(tb, err)
	_, err = pool.Exec(tb.Context(), `CREATE SCHEMA `+name)
	require.NoError(tb, err)
	tb.Cleanup(func() { // when tb's own context is done
		_, err := pool.Exec(context.Background(), `DROP SCHEMA `+name+` CASCADE`)
		assert.NoError(tb, err)
		pool.Close()
	})
	db, err := postgres.New(tb.Context(), pool, schemas)
	require.NoError(tb, err)
	return db
}
