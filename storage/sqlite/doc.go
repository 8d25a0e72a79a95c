// Package sqlite keeps records in a SQLite database.
//
//	db, err := sqlite.Open(ctx, "merit.db", []record.Schema{goal.Kind.Schema()})
//	defer db.Close()
//	goals := storage.Of(db, goal.Kind)
//
// [Open] makes the file, tunes it and brings its tables up to date. To keep records beside
// the tables of your own program, through whichever driver it uses, give its *sql.DB to
// [New], and commit both together with [DB.WithTx]:
//
//	tx, err := pool.BeginTx(ctx, nil)
//	_, err = tx.ExecContext(ctx, "INSERT INTO invoices …")
//	err = db.WithTx(tx).Apply(ctx, change) // or storage.Of(db.WithTx(tx), goal.Kind).Create(…)
//	err = tx.Commit()
//
// # Tables
//
// Every name begins with a prefix, "meritkit_" unless [Prefix] says otherwise. Each kind
// has its table with a typed and indexed column for every field that a filter names, and
// the document as JSON. Beside them stand history (all versions of all kinds, each with
// its audit entry), outbox with outbox_last, and migrations. The tenant comes first in
// every key and index. Instants are text such as 2026-11-21T15:04:05.000000Z: people and
// reporting tools can read it, it sorts as time does, and it keeps every microsecond.
//
// Reporting tools may read them all. Whoever deletes delivered events from the outbox leaves
// outbox_last alone.
//
// # Changed kinds
//
// Opening compares each kind with what was opened before. A new field gets a column,
// which is null in the records there are until they are written again through their
// collection; that is also so where records were written by a program that did not have
// the field. The column of a field that is gone stays. Indexes and unique groups follow
// the kind: they are made and dropped. A field that changes its type is refused, and so
// is a unique group that the stored records break.
//
// # Statistics
//
// At a thousand changes written, and whenever their number has doubled since, SQLite is
// made to take a quick look at the indexes, so that it knows the rare values from the
// frequent ones. It keeps what it finds in a table sqlite_stat1. A program that writes
// with [DB.WithTx] alone has it analyse the tables itself when it has written much.
//
// # Writing
//
// A transaction takes the write lock before it reads anything, so none fails half-way
// because another was faster. Writers of one DB queue without limit of time, but for the
// context's; other processes are waited for as long as the connection's busy timeout
// says, ten seconds after Open. Reading goes on meanwhile.
//
// SQLite loses nothing that is committed when the program dies. When the power fails the
// last few transactions may be gone, whole, unless [Durable] is set.
package sqlite
