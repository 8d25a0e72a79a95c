// Package postgres keeps records in a PostgreSQL database, of version 15 or newer.
//
//	db, err := postgres.Open(ctx, "postgres://merit@localhost/merit", []record.Schema{goal.Kind.Schema()})
//	defer db.Close()
//	goals := storage.Of(db, goal.Kind)
//
// [Open] connects and brings the tables up to date. To keep records beside the tables of
// your own program, give its pool to [New], and commit both together with [DB.WithTx]:
//
//	tx, err := pool.Begin(ctx)
//	_, err = tx.Exec(ctx, "INSERT INTO invoices …")
//	err = db.WithTx(tx).Apply(ctx, change) // or storage.Of(db.WithTx(tx), goal.Kind).Create(…)
//	err = tx.Commit(ctx)
//
// # Tables
//
// Every name begins with a prefix, "meritkit_" unless [Prefix] says otherwise. Each kind
// has its table with a typed and indexed column for every field that a filter names, and
// the document as JSON, kept to the byte: audit entries prove it by its own form and not
// by the database's. Beside them stand history (all versions of all kinds, each with its
// audit entry), outbox with outbox_last, and migrations. The tables are in the schema that
// the connection's search_path names first, and their columns are the store's own: what a
// program adds is set to null when a record is written.
//
// Whoever deletes delivered events from the outbox leaves outbox_last alone.
//
// # Tenants
//
// The tenant comes first in every key, index and statement. Row-level security holds
// besides: a policy on every table shows the rows of the tenant in the setting
// meritkit.tenant and no others, and none while it is not set. Each batch of statements
// sets it for its own transaction. The tables' owner is held by it too; superusers, and
// roles with BYPASSRLS, are not, so the program should connect as neither. With [Role] it
// works with records as a role that owns nothing.
//
// A reporting tool reads a tenant after SET meritkit.tenant = 'acme', or all of them as a
// role with BYPASSRLS.
//
// # Changed kinds
//
// Opening compares each kind with what was opened before. A new field gets a column,
// which is null in the records there are until they are written again through their
// collection; that is also so where records were written by a program that did not have
// the field. The column of a field that is gone stays. Indexes and unique groups follow
// the kind: they are made and dropped. A field that changes its type is refused, and so
// is a unique group that the stored records break. [Migrations] are the same as scripts.
//
// # Writing
//
// A change is one round trip: record, history, audit entry and event go in one batch that
// commits or fails as a whole. Many new records of a kind go in some hundreds at a time,
// as arrays.
//
// Those who write for one tenant take turns from their first write to their commit, so
// that events are in the order of the commits; reading never waits, nor do other tenants.
// A transaction that writes for several tenants takes their turns one by one, and may be
// given up by the database in favour of another that does so the other way round. That is
// a [fault.ErrConflict], as a lost race for one record is, and so is a failure to
// serialise where the connection asks for more than READ COMMITTED.
package postgres
