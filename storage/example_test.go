package storage_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/text"
)

// A Note is a kind of record as small as can be.
type Note struct {
	record.Meta
	Words string `json:"words"`
	About string `json:"about"` // a person
}

// NoteFilter selects notes.
type NoteFilter struct {
	Tenant string
	About  string
}

// Query implements [record.Filter].
func (f NoteFilter) Query() record.Query {
	return record.All(f.Tenant).And("about", record.Equal, record.TextOf(f.About))
}

var notes = record.Kind[Note, NoteFilter]{
	Name:     "note",
	Label:    text.Label{En: "note", Zh: "笔记"},
	Meta:     func(n *Note) *record.Meta { return &n.Meta },
	Validate: func(Note) error { return nil },
	Fields: []record.Field[Note]{
		{Name: "about", Type: record.Text, Of: func(n Note) record.Value { return record.TextOf(n.About) }},
	},
}

func ExampleOf() {
	ctx := context.Background()
	db, err := memory.New(notes.Schema())
	if err != nil {
		fmt.Println(err)
		return
	}
	store := storage.Of(db, notes)

	written := record.By("li", time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)).For("note.write")
	note, err := store.Create(ctx, Note{
		Meta:  record.New(record.Key{Tenant: "north", ID: "n-1"}, written),
		Words: "pairs well", About: "zhang",
	})
	fmt.Println("version", note.Version, err)

	// Two people read version 1 and change it. The second is refused.
	first, second := note, note
	first.Words = "pairs very well"
	first.Meta = first.Touched(record.By("li", written.At.Add(time.Hour)).For("note.revise").Because("saw it again"))
	second.Words = "pairs"
	first, err = store.Update(ctx, first)
	fmt.Println("version", first.Version, err)
	_, err = store.Update(ctx, second)
	fmt.Println(errors.Is(err, fault.ErrConflict), err)

	for note, err := range store.List(ctx, NoteFilter{Tenant: "north", About: "zhang"}) {
		fmt.Println(note.ID, note.Words, err)
	}
	// Output:
	// version 1 <nil>
	// version 2 <nil>
	// true note n-1 was changed meanwhile: version 1 was read, version 2 is stored
	// n-1 pairs very well <nil>
}

func ExampleCollection_Verify() {
	ctx := context.Background()
	db, err := memory.New(notes.Schema())
	if err != nil {
		fmt.Println(err)
		return
	}
	store := storage.Of(db, notes)
	key := record.Key{Tenant: "north", ID: "n-1"}
	at := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	note, err := store.Create(ctx, Note{Meta: record.New(key, record.By("li", at).For("note.write")), Words: "pairs well"})
	if err != nil {
		fmt.Println(err)
		return
	}
	note.Words = "pairs very well"
	note.Meta = note.Touched(record.By("wang", at.Add(time.Hour)).For("note.revise").Because("saw it again"))
	if _, err := store.Update(ctx, note); err != nil {
		fmt.Println(err)
		return
	}

	for version, err := range store.History(ctx, key) {
		e := version.Entry
		fmt.Println(e.Version, e.Action, e.Private.By, e.Private.Reason, version.Value.Words, err)
	}
	fmt.Println(store.Verify(ctx, key))

	// Someone changes a document behind the library's back.
	fmt.Println(storage.Of(forged{db}, notes).Verify(ctx, key))
	// Output:
	// 1 note.write li  pairs well <nil>
	// 2 note.revise wang saw it again pairs very well <nil>
	// <nil>
	// document: note n-1, version 2, is not what its audit entry was written for
}

// A forged database has another document than was written.
type forged struct{ storage.Driver }

// Get implements [storage.Driver].
func (f forged) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	doc, err := f.Driver.Get(ctx, kind, k)
	doc.Document = []byte(`{"words":"pairs badly"}`)
	return doc, err
}

func ExampleDriver() {
	ctx := context.Background()
	db, err := memory.New(notes.Schema())
	if err != nil {
		fmt.Println(err)
		return
	}
	stamp := record.By("li", time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)).For("note.write")
	key := record.Key{Tenant: "north", ID: "n-1"}

	// A transaction keeps all or nothing; in it, one collection for each kind.
	err = db.Tx(ctx, func(tx storage.Driver) error {
		if _, err := storage.Of(tx, notes).Create(ctx, Note{Meta: record.New(key, stamp), About: "zhang"}); err != nil {
			return err
		}
		return errors.New("second thoughts")
	})
	fmt.Println(err)
	_, err = db.Get(ctx, notes.Name, key)
	fmt.Println(err)

	// What was committed is told in the outbox.
	if _, err := storage.Of(db, notes).Create(ctx, Note{Meta: record.New(key, stamp), About: "zhang"}); err != nil {
		fmt.Println(err)
		return
	}
	events, err := db.Outbox(ctx, storage.OutboxRead{Tenant: "north", Limit: 100})
	for _, e := range events {
		fmt.Println(e.Seq, e.Action, e.ID, e.Version)
	}
	fmt.Println(err)
	// Output:
	// second thoughts
	// there is no note n-1
	// 1 note.write n-1 1
	// <nil>
}
