package sqlite_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/sqlite"
)

// A memo is the smallest record there can be.
type memo struct {
	record.Meta
	Text string `json:"text"`
}

type memosOf string

func (tenant memosOf) Query() record.Query { return record.All(string(tenant)) }

var memos = record.Kind[memo, memosOf]{
	Name:     "memo",
	Meta:     func(m *memo) *record.Meta { return &m.Meta },
	Validate: func(memo) error { return nil },
}

func write(id, text string) memo {
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	key := record.Key{Tenant: "acme", ID: id}
	return memo{Meta: record.New(key, record.By("E-1001", at).For("memo.write")), Text: text}
}

func ExampleOpen() {
	ctx := context.Background()
	db, err := sqlite.Open(ctx, ":memory:", []record.Schema{memos.Schema()})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()

	all := storage.Of(db, memos)
	stored, err := all.Create(ctx, write("M-1", "agreed"))
	fmt.Println(stored.ID, stored.Version, err)
	_, err = all.Create(ctx, write("M-1", "agreed again"))
	fmt.Println(errors.Is(err, fault.ErrExists))
	// Output:
	// M-1 1 <nil>
	// true
}

// What the program writes to tables of its own and what it writes to the store are
// committed together, or not at all.
func ExampleDB_WithTx() {
	ctx := context.Background()
	db, err := sqlite.Open(ctx, ":memory:", []record.Schema{memos.Schema()})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()
	own := db.SQL() // or the *sql.DB that New was given
	if _, err := own.ExecContext(ctx, `CREATE TABLE invoices (id TEXT PRIMARY KEY)`); err != nil {
		fmt.Println(err)
		return
	}

	invoice := func(id string, note memo) error {
		tx, err := own.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		defer tx.Rollback()
		if _, err := tx.ExecContext(ctx, `INSERT INTO invoices VALUES (?)`, id); err != nil {
			return err
		}
		if _, err := storage.Of(db.WithTx(tx), memos).Create(ctx, note); err != nil {
			return err
		}
		return tx.Commit()
	}
	err = invoice("I-1", write("M-1", "first"))
	fmt.Println(err)
	err = invoice("I-2", write("M-1", "the same again"))
	fmt.Println(errors.Is(err, fault.ErrExists))

	var invoices int
	err = own.QueryRowContext(ctx, `SELECT COUNT(*) FROM invoices`).Scan(&invoices)
	fmt.Println(invoices, err)
	// Output:
	// <nil>
	// true
	// 1 <nil>
}
