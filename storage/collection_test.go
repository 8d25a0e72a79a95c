package storage_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

// page is a filter that is any query.
type page record.Query

// Query implements [record.Filter].
func (p page) Query() record.Query { return record.Query(p) }

// A memo is a note as it became later.
type memo struct {
	record.Meta
	Title string `json:"title"`
	Body  string `json:"body"`
}

// memos is the kind of notes after two changes of shape.
var memos = record.Kind[memo, page]{
	Name: "note",
	Meta: func(m *memo) *record.Meta { return &m.Meta },
	Validate: func(m memo) error {
		if m.Title == "" {
			return errors.New("a memo needs a title")
		}
		return nil
	},
	Upgrades: []func(json.RawMessage) (json.RawMessage, error){
		func(old json.RawMessage) (json.RawMessage, error) {
			if bytes.Contains(old, []byte("broken")) {
				return nil, errors.New("can't be upgraded")
			}
			return bytes.Replace(old, []byte(`"words"`), []byte(`"body"`), 1), nil
		},
		func(old json.RawMessage) (json.RawMessage, error) {
			return bytes.Replace(old, []byte(`"about"`), []byte(`"title"`), 1), nil
		},
	},
}

// notesByPage is the kind of notes with a filter that is any query.
func notesByPage() record.Kind[Note, page] {
	return record.Kind[Note, page]{
		Name: "note", Meta: func(n *Note) *record.Meta { return &n.Meta },
		Validate: func(n Note) error {
			if n.Words == "invalid" {
				return errors.New("these words are invalid")
			}
			return nil
		},
		Fields: []record.Field[Note]{
			{Name: "about", Type: record.Text, Of: func(n Note) record.Value { return record.TextOf(n.About) }},
		},
	}
}

func open(t *testing.T) (*memory.DB, storage.Collection[Note, page]) {
	t.Helper()
	db, err := memory.New(notes.Schema())
	require.NoError(t, err)
	return db, storage.Of(db, notesByPage())
}

func note(i int) Note {
	by := record.By("li", at.Add(time.Duration(i)*time.Second)).For("note.write")
	return Note{Meta: record.New(record.Key{Tenant: "north", ID: fmt.Sprintf("n-%04d", i)}, by), Words: fmt.Sprint("words ", i), About: "zhang"}
}

// written stores a note and brings it to a version.
func written(t *testing.T, c storage.Collection[Note, page], version int) Note {
	t.Helper()
	n, err := c.Create(t.Context(), note(1))
	require.NoError(t, err)
	for i := 2; i <= version; i++ {
		n.Words = fmt.Sprint("words ", i)
		n.Meta = n.Touched(record.By("wang", at.Add(time.Duration(i)*time.Hour)).For("note.revise").Because("better"))
		n, err = c.Update(t.Context(), n)
		require.NoError(t, err)
	}
	return n
}

func TestAListHasAsManyAsItIsLimitedToWhateverThePages(t *testing.T) {
	_, c := open(t)
	const n = 2*256 + 1
	for i := range n {
		_, err := c.Create(t.Context(), note(i))
		require.NoError(t, err)
	}
	for _, limit := range []int{0, 1, 255, 256, 257, 511, 512, 513, 514, 10_000} {
		all, err := record.Collect(c.List(t.Context(), page(record.Query{Tenant: "north", Limit: limit})))
		require.NoError(t, err)
		want := min(limit, n)
		if limit == 0 {
			want = n
		}
		if assert.Len(t, all, want, "limit %d", limit) {
			assert.Equal(t, note(want-1).ID, all[want-1].ID)
		}
	}
	_, err := record.Collect(c.List(t.Context(), page(record.Query{Tenant: "north", Limit: -1})))
	require.ErrorIs(t, err, fault.ErrInvalid)
}

func TestCountIsByTheValuesOfFields(t *testing.T) {
	_, c := open(t)
	for i, about := range []string{"zhang", "", "li", "zhang"} {
		n := note(i)
		n.About = about
		_, err := c.Create(t.Context(), n)
		require.NoError(t, err)
	}
	all, err := c.Count(t.Context(), page(record.All("north")))
	require.NoError(t, err)
	assert.Equal(t, []storage.Count{{N: 4, By: all[0].By}}, all)
	by, err := c.Count(t.Context(), page(record.All("north")), "about")
	require.NoError(t, err)
	assert.Equal(t, []storage.Count{
		{By: []record.Value{{}}, N: 1}, {By: []record.Value{record.TextOf("li")}, N: 1}, {By: []record.Value{record.TextOf("zhang")}, N: 2},
	}, by)
}

func TestEveryProblemOfAValueIsReportedBeforeItIsWritten(t *testing.T) {
	_, c := open(t)
	n := note(1)
	n.ID, n.Words, n.Updated.By = "", "invalid", ""
	back, err := c.Create(t.Context(), n)
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.Equal(t, []string{"id record.id.required", "updated.by record.by.required", " fault.failed"}, problems(err))
	assert.Equal(t, n, back)
}

func TestCreateTakesOnlyNewRecordsAndUpdateOnlyStoredOnes(t *testing.T) {
	_, c := open(t)
	_, err := c.Update(t.Context(), note(1))
	require.ErrorIs(t, err, fault.ErrNotFound)
	n := written(t, c, 1)
	_, err = c.Create(t.Context(), n)
	require.ErrorIs(t, err, fault.ErrExists)
}

func TestStampsAreStoredInUTCAndMicroseconds(t *testing.T) {
	_, c := open(t)
	n := note(1)
	n.Created.At = time.Date(2026, 3, 2, 17, 0, 0, 123456789, time.FixedZone("UTC+8", 8*60*60))
	n.Updated.At = n.Created.At
	n, err := c.Create(t.Context(), n)
	require.NoError(t, err)
	assert.Equal(t, at, n.Created.At)
	got, err := c.Get(t.Context(), n.Key())
	require.NoError(t, err)
	assert.Equal(t, n, got)
	require.NoError(t, c.Verify(t.Context(), n.Key()))
}

func TestACopyOfARecordBeginsAChainOfItsOwn(t *testing.T) {
	_, c := open(t)
	n := written(t, c, 2)
	n.ID, n.Version = "copy", 0
	_, err := c.Create(t.Context(), n)
	require.NoError(t, err)
	require.NoError(t, c.Verify(t.Context(), n.Key()))
}

func TestAnUpdateThatLostItsChainIsRefused(t *testing.T) {
	_, c := open(t)
	n := written(t, c, 2)
	n.Chain = ""
	_, err := c.Update(t.Context(), n)
	require.Error(t, err)
	require.NoError(t, c.Verify(t.Context(), n.Key()))
}

func TestAnOldDocumentIsUpgradedStepByStep(t *testing.T) {
	db, c := open(t)
	written(t, c, 1)
	key := note(1).Key()
	got, err := storage.Of(db, memos).Get(t.Context(), key)
	require.NoError(t, err)
	assert.Equal(t, "words 1", got.Body)
	assert.Equal(t, "zhang", got.Title)
	listed, err := record.Collect(storage.Of(db, memos).List(t.Context(), page(record.All("north"))))
	require.NoError(t, err)
	assert.Equal(t, []memo{got}, listed)

	got.Body = "new"
	updated, err := storage.Of(db, memos).Update(t.Context(), got)
	require.NoError(t, err)
	doc, err := db.Get(t.Context(), "note", key)
	require.NoError(t, err)
	assert.Equal(t, 3, doc.Schema)
	require.NoError(t, storage.Of(db, memos).Verify(t.Context(), key))

	var bodies []string
	for version, err := range storage.Of(db, memos).History(t.Context(), key) {
		require.NoError(t, err)
		bodies = append(bodies, version.Value.Body)
	}
	assert.Equal(t, []string{"words 1", "new"}, bodies)
	assert.Equal(t, int64(2), updated.Version)
}

func TestADocumentThatCannotBeReadIsAnErrorWithoutAValue(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*storage.Doc)
		want   string
	}{
		"a newer schema":   {func(d *storage.Doc) { d.Schema = 4 }, "note n-0001 has document schema 4; this program knows up to 3"},
		"no schema":        {func(d *storage.Doc) { d.Schema = 0 }, "note n-0001 has document schema 0; this program knows up to 3"},
		"an unknown field": {func(d *storage.Doc) { d.Schema, d.Document = 3, []byte(`{"title":"a","size":1}`) }, "note n-0001:1: size: there is no field size"},
		"a wrong type":     {func(d *storage.Doc) { d.Schema, d.Document = 3, []byte(`{"title":1}`) }, "note n-0001:1: title: a text in quotes belongs here"},
		"a failed upgrade": {func(d *storage.Doc) { d.Document = []byte(`{"words":"broken"}`) }, "storage: upgrade note n-0001 from schema 1: can't be upgraded"},
	} {
		t.Run(name, func(t *testing.T) {
			db, c := open(t)
			n := written(t, c, 1)
			strange := storage.Of(reading{Driver: db, doc: test.change}, memos)

			got, err := strange.Get(t.Context(), n.Key())
			require.EqualError(t, err, test.want)
			assert.Zero(t, got)

			times := 0
			for got, err := range strange.List(t.Context(), page(record.All("north"))) {
				times++
				require.EqualError(t, err, test.want)
				assert.Zero(t, got)
			}
			for got, err := range strange.History(t.Context(), n.Key()) {
				times++
				require.EqualError(t, err, test.want)
				assert.Zero(t, got.Value)
			}
			assert.Equal(t, 2, times, "an error ends a sequence")
		})
	}
}

func TestHistoryIsEveryVersionWithItsEntryAndCanBeBrokenOff(t *testing.T) {
	_, c := open(t)
	n := written(t, c, 260)
	next := int64(1)
	for version, err := range c.History(t.Context(), n.Key()) {
		require.NoError(t, err)
		assert.Equal(t, next, version.Value.Version)
		assert.Equal(t, next, version.Entry.Version)
		assert.Equal(t, fmt.Sprint("words ", next), version.Value.Words)
		next++
	}
	assert.Equal(t, int64(261), next)
	for range c.History(t.Context(), n.Key()) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	times := 0
	for _, err := range c.History(ctx, n.Key()) {
		times++
		require.ErrorIs(t, err, context.Canceled)
	}
	assert.Equal(t, 1, times)
}

// A reading driver changes what it reads.
type reading struct {
	storage.Driver
	doc      func(*storage.Doc)                          // of Get, Query and History
	record   func(*storage.Doc)                          // of Get alone
	versions func([]storage.Revision) []storage.Revision // of History
	failed   error                                       // of History
}

func (d reading) Get(ctx context.Context, kind string, k record.Key) (storage.Doc, error) {
	doc, err := d.Driver.Get(ctx, kind, k)
	for _, change := range []func(*storage.Doc){d.doc, d.record} {
		if change != nil {
			change(&doc)
		}
	}
	return doc, err
}

func (d reading) Query(ctx context.Context, q storage.Query) (storage.Page, error) {
	found, err := d.Driver.Query(ctx, q)
	for i := range found.Docs {
		d.doc(&found.Docs[i])
	}
	return found, err
}

func (d reading) History(ctx context.Context, kind string, k record.Key, after int64, limit int) ([]storage.Revision, error) {
	all, err := d.Driver.History(ctx, kind, k, after, limit)
	for i := range all {
		if d.doc != nil {
			d.doc(&all[i].Doc)
		}
	}
	if d.versions != nil {
		all = d.versions(all)
	}
	return all, errors.Join(err, d.failed)
}

func TestVerifyFindsWhateverWasAltered(t *testing.T) {
	entry := func(change func(*record.Entry)) func([]storage.Revision) []storage.Revision {
		return func(all []storage.Revision) []storage.Revision {
			change(&all[1].Entry)
			return all
		}
	}
	for name, test := range map[string]struct {
		driver reading
		want   []string
	}{
		"the document": {reading{record: func(d *storage.Doc) { d.Document = []byte(`{}`) }}, []string{"document storage.content.changed"}},
		"the document and its version": {
			reading{doc: func(d *storage.Doc) { d.Document = bytes.Replace(d.Document, []byte("words 3"), []byte("words 4"), 1) }},
			[]string{"document storage.content.changed"},
		},
		"who changed it": {reading{record: func(d *storage.Doc) { d.Meta.Updated.By = "li" }}, []string{"meta storage.content.changed"}},
		"who changed it, in the history too": {
			reading{doc: func(d *storage.Doc) { d.Meta.Updated.By = "zhao" }},
			[]string{"meta storage.content.changed", "meta storage.content.changed", "meta storage.content.changed"},
		},
		"who made it": {reading{record: func(d *storage.Doc) { d.Meta.Created.By = "wang" }}, []string{"meta storage.content.changed"}},
		"an old version": {
			reading{versions: func(all []storage.Revision) []storage.Revision {
				all[0].Document = []byte(`{}`)
				return all
			}},
			[]string{"document storage.content.changed"},
		},
		"an old version and its entry": {
			reading{versions: func(all []storage.Revision) []storage.Revision {
				m := all[0].Meta
				m.Chain = ""
				all[0].Document = []byte(`{}`)
				all[0].Entry, _ = record.NewEntry("note", m, all[0].Document, "salt")
				all[0].Meta.Chain = all[0].Entry.Digest
				return all
			}},
			[]string{"digest record.chain.broken"},
		},
		"an entry's action": {reading{versions: entry(func(e *record.Entry) { e.Action = "note.read" })}, []string{"meta storage.content.changed", "digest record.chain.broken"}},
		"an entry's reason": {
			reading{versions: entry(func(e *record.Entry) { e.Private.Reason = "" })},
			[]string{"meta storage.content.changed", "private record.chain.seal"},
		},
		"a version that is gone": {
			reading{versions: func(all []storage.Revision) []storage.Revision { return append(all[:1:1], all[2:]...) }},
			[]string{"version record.chain.gap", "digest record.chain.broken"},
		},
		"the last version that is gone": {
			reading{versions: func(all []storage.Revision) []storage.Revision { return all[:2] }},
			[]string{"chain storage.chain.head"},
		},
		"all versions that are gone": {
			reading{versions: func([]storage.Revision) []storage.Revision { return nil }},
			[]string{"chain storage.chain.head"},
		},
		"an old version put back": {reading{record: func(d *storage.Doc) { d.Meta.Version = 2 }}, []string{"chain storage.chain.head"}},
	} {
		t.Run(name, func(t *testing.T) {
			db, c := open(t)
			n := written(t, c, 3)
			require.NoError(t, c.Verify(t.Context(), n.Key()))
			test.driver.Driver = db
			err := storage.Of(test.driver, notesByPage()).Verify(t.Context(), n.Key())
			require.ErrorIs(t, err, fault.ErrInvalid)
			assert.Equal(t, test.want, problems(err))
		})
	}
}

func TestVerifyHoldsWithoutWhatWasErasedAndDespiteWhatIsWrittenMeanwhile(t *testing.T) {
	db, c := open(t)
	n := written(t, c, 3)
	erased := reading{Driver: db, versions: func(all []storage.Revision) []storage.Revision {
		for i := range all {
			all[i].Entry = all[i].Entry.Redacted()
		}
		return all
	}}
	require.NoError(t, storage.Of(erased, notesByPage()).Verify(t.Context(), n.Key()))

	before, err := db.Get(t.Context(), "note", n.Key())
	require.NoError(t, err)
	n.Meta = n.Touched(record.By("li", at).For("note.revise"))
	_, err = c.Update(t.Context(), n)
	require.NoError(t, err)
	early := reading{Driver: db, record: func(d *storage.Doc) { *d = before }}
	require.NoError(t, storage.Of(early, notesByPage()).Verify(t.Context(), n.Key()))
}

func TestVerifyPassesOnWhatFailed(t *testing.T) {
	db, c := open(t)
	n := written(t, c, 1)
	require.ErrorIs(t, c.Verify(t.Context(), record.Key{Tenant: "north", ID: "none"}), fault.ErrNotFound)
	broken := errors.New("the disk is gone")
	assert.Equal(t, broken.Error(), storage.Of(reading{Driver: db, failed: broken}, notesByPage()).Verify(t.Context(), n.Key()).Error())
}

func TestVerifyAllGoesThroughEveryRecordOfATenantAndReportsAllThatIsBroken(t *testing.T) {
	db, c := open(t)
	for i := range 260 {
		_, err := c.Create(t.Context(), note(i))
		require.NoError(t, err)
	}
	n, err := storage.VerifyAll(t.Context(), db, "north", notes.Schema())
	require.NoError(t, err)
	assert.Equal(t, 260, n)
	n, err = storage.VerifyAll(t.Context(), db, "south", notes.Schema())
	require.NoError(t, err)
	assert.Zero(t, n)

	broken := reading{Driver: db, doc: func(d *storage.Doc) {
		if d.Meta.ID == note(3).ID || d.Meta.ID == note(258).ID {
			d.Document = []byte(`{}`)
		}
	}}
	n, err = storage.VerifyAll(t.Context(), broken, "north", notes.Schema())
	assert.Equal(t, 260, n)
	assert.Equal(t, []string{"document storage.content.changed", "document storage.content.changed"}, problems(err))

	gone := errors.New("the disk is gone")
	_, err = storage.VerifyAll(t.Context(), reading{Driver: db, doc: func(*storage.Doc) {}, failed: gone}, "north", notes.Schema())
	require.ErrorIs(t, err, gone)
}
