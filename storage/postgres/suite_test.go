package postgres_test

import (
	"context"
	"crypto/rand"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/internal/postgrestest"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
	"github.com/meritkit/meritkit/storage/storetest"
)

// pool are connections to a schema of the test's own, which is gone when it ends.
func pool(tb testing.TB, set ...func(*pgxpool.Config)) *pgxpool.Pool {
	tb.Helper()
	config, err := pgxpool.ParseConfig(postgrestest.DSN(tb))
	require.NoError(tb, err)
	name := strings.ToLower("test_" + rand.Text())
	config.ConnConfig.RuntimeParams["search_path"] = name
	for _, s := range set {
		s(config)
	}
	p, err := pgxpool.NewWithConfig(tb.Context(), config)
	require.NoError(tb, err)
	exec(tb.Context(), tb, p, `CREATE SCHEMA `+name)
	tb.Cleanup(func() { // when tb's own context is done
		exec(context.Background(), tb, p, `DROP SCHEMA `+name+` CASCADE`)
		p.Close()
	})
	return p
}

func exec(ctx context.Context, tb testing.TB, p *pgxpool.Pool, query string, args ...any) {
	tb.Helper()
	_, err := p.Exec(ctx, query, args...)
	require.NoError(tb, err)
}

// opened is a store in a schema of its own.
func opened(tb testing.TB, schemas []record.Schema, opts ...postgres.Option) *postgres.DB {
	tb.Helper()
	db, err := postgres.New(tb.Context(), pool(tb), schemas, opts...)
	require.NoError(tb, err)
	return db
}

func TestDriver(t *testing.T) {
	storetest.Driver(t, func(tb testing.TB) storage.Driver {
		tb.Helper()
		return opened(tb, storetest.Schemas())
	})
}
