package postgres_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/postgres"
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
	db, err := postgres.Open(ctx, "postgres://merit@localhost/merit", []record.Schema{memos.Schema()})
	if err != nil {
		fmt.Println(err)
		return
	}
	defer db.Close()

	all := storage.Of(db, memos)
	stored, err := all.Create(ctx, write("M-1", "agreed"))
	fmt.Println(stored.ID, stored.Version, err) // M-1 1 <nil>
	_, err = all.Create(ctx, write("M-1", "agreed again"))
	fmt.Println(errors.Is(err, fault.ErrExists)) // true
}

// What the program writes to tables of its own and what it writes to the store are
// committed together, or not at all.
func ExampleDB_WithTx() {
	ctx := context.Background()
	own, err := pgxpool.New(ctx, "postgres://merit@localhost/merit") // the program's own pool
	if err != nil {
		fmt.Println(err)
		return
	}
	defer own.Close()
	db, err := postgres.New(ctx, own, []record.Schema{memos.Schema()})
	if err != nil {
		fmt.Println(err)
		return
	}
	err = pgx.BeginFunc(ctx, own, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, `INSERT INTO invoices VALUES ($1)`, "I-1"); err != nil {
			return err
		}
		_, err := storage.Of(db.WithTx(tx), memos).Create(ctx, write("M-1", "first"))
		return err
	})
	fmt.Println(err)
}
