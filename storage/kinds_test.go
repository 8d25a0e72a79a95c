package storage_test

import (
	"encoding/json"
	"math"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
)

var at = time.Date(2026, 3, 2, 9, 0, 0, 123456000, time.UTC)

// things is a schema with a field of each type.
var things = record.Schema{
	Name: "thing",
	Fields: []record.Column{
		{Name: "title", Type: record.Text},
		{Name: "rank", Type: record.Int},
		{Name: "open", Type: record.Bool},
		{Name: "due", Type: record.Moment},
	},
	Unique: [][]string{{"title"}},
}

func kindsOf(t *testing.T, schemas ...record.Schema) storage.Kinds {
	t.Helper()
	kinds, err := storage.NewKinds(schemas...)
	require.NoError(t, err)
	return kinds
}

// thing is a change that stores a new thing.
func thing(t *testing.T, document string) storage.Change {
	t.Helper()
	m := record.New(record.Key{Tenant: "north", ID: "t-1"}, record.By("li", at).For("thing.make"))
	m.Version = 1
	entry, err := record.NewEntry("thing", m, json.RawMessage(document), "salt")
	require.NoError(t, err)
	m.Chain = entry.Digest
	return storage.Change{
		Doc: storage.Doc{
			Kind: "thing", Meta: m, Schema: 1, Document: json.RawMessage(document),
			Fields: map[string]record.Value{"title": record.TextOf("a"), "rank": record.IntOf(1), "due": {}},
		},
		Entry: entry, Event: record.EventOf("thing", m),
	}
}

// problems are the paths and codes of what is wrong.
func problems(err error) []string {
	found := []string{}
	for _, v := range fault.Of(err) {
		found = append(found, v.Path+" "+v.Code)
	}
	return found
}

func TestKindsRefuseMalformedSchemasAndTwoOfOneName(t *testing.T) {
	_, err := storage.NewKinds(things, record.Schema{Name: "No"}, things)
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.Equal(t, []string{"schemas[1].name record.name.malformed", "schemas[2] storage.kind.twice"}, problems(err))
}

func TestAnUnknownKindIsRefused(t *testing.T) {
	kinds := kindsOf(t, things)
	_, err := kinds.Schema("other")
	require.ErrorIs(t, err, fault.ErrInvalid)
	strange := thing(t, "{}")
	strange.Kind = "other"
	for _, err := range []error{
		err, kinds.CheckChanges(strange), kinds.CheckHistory("other", 1),
		kinds.CheckQuery(storage.Query{Kind: "other", Query: record.Query{Tenant: "north", Limit: 1}}),
	} {
		assert.Equal(t, []string{" storage.kind.unknown"}, problems(err))
	}
}

func TestChangesThatAreNotOfOnePieceAreRefused(t *testing.T) {
	kinds := kindsOf(t, things)
	require.NoError(t, kinds.CheckChanges(thing(t, `{}`)))
	require.NoError(t, kinds.CheckChanges())
	numbered := thing(t, `{}`)
	numbered.Event.Seq = 7 // of no account: the driver sets it
	require.NoError(t, kinds.CheckChanges(numbered))
	const long = storage.MaxText + 1
	for name, test := range map[string]struct {
		spoil func(*storage.Change)
		want  string
	}{
		"version ahead":        {func(c *storage.Change) { c.Expect = -1 }, "meta.version storage.version.order"},
		"no tenant":            {func(c *storage.Change) { c.Meta.Tenant = "" }, "meta.tenant record.tenant.required"},
		"no stamp":             {func(c *storage.Change) { c.Meta.Updated.By = "" }, "meta.updated.by record.by.required"},
		"nanoseconds":          {func(c *storage.Change) { c.Meta.Created.At = at.Add(1) }, "meta.created.at storage.instant.form"},
		"another zone":         {func(c *storage.Change) { c.Meta.Updated.At = at.In(time.FixedZone("", 3600)) }, "meta.updated.at storage.instant.form"},
		"NUL in the id":        {func(c *storage.Change) { c.Meta.ID = "a\x00" }, "meta.id storage.text.form"},
		"long tenant":          {func(c *storage.Change) { c.Meta.Tenant = strings.Repeat("x", storage.MaxKey+1) }, "meta.tenant storage.text.length"},
		"reason not UTF-8":     {func(c *storage.Change) { c.Meta.Created.Reason = "\xff" }, "meta storage.text.form"},
		"unknown field":        {func(c *storage.Change) { c.Fields["shape"] = record.IntOf(1) }, "fields.shape storage.field.unknown"},
		"field of a type":      {func(c *storage.Change) { c.Fields["rank"] = record.TextOf("1") }, "fields.rank storage.field.type"},
		"long field":           {func(c *storage.Change) { c.Fields["title"] = record.TextOf(strings.Repeat("x", long)) }, "fields.title storage.text.length"},
		"NUL in a field":       {func(c *storage.Change) { c.Fields["title"] = record.TextOf("\x00") }, "fields.title storage.text.form"},
		"no document":          {func(c *storage.Change) { c.Document = nil }, "document storage.document.form"},
		"no schema number":     {func(c *storage.Change) { c.Schema = 0 }, "document storage.document.form"},
		"document not UTF-8":   {func(c *storage.Change) { c.Document = json.RawMessage("\"\xff\"") }, "document storage.text.form"},
		"NUL in the document":  {func(c *storage.Change) { c.Document = json.RawMessage(`{"a":["\u0000"]}`) }, "document storage.text.form"},
		"NUL in a key":         {func(c *storage.Change) { c.Document = json.RawMessage(`{"\u0000":1}`) }, "document storage.text.form"},
		"event of another":     {func(c *storage.Change) { c.Event.ID = "t-2" }, "entry storage.entry.foreign"},
		"entry of another":     {func(c *storage.Change) { c.Entry.Kind = "other" }, "entry storage.entry.foreign"},
		"entry by another":     {func(c *storage.Change) { c.Entry.Private.By = "wang" }, "entry storage.entry.foreign"},
		"entry already erased": {func(c *storage.Change) { c.Entry = c.Entry.Redacted() }, "entry storage.entry.foreign"},
		"chain of another":     {func(c *storage.Change) { c.Meta.Chain = "00" }, "entry storage.entry.foreign"},
		"chain from elsewhere": {func(c *storage.Change) { c.Entry.Prev = "00" }, "entry storage.entry.foreign"},
	} {
		t.Run(name, func(t *testing.T) {
			c := thing(t, `{}`)
			test.spoil(&c)
			err := kinds.CheckChanges(c)
			require.ErrorIs(t, err, fault.ErrInvalid)
			assert.Contains(t, problems(err), test.want)
			batch := kinds.CheckChanges(thing(t, `{}`), c)
			assert.Contains(t, problems(batch), "changes[1]."+test.want)
		})
	}
}

func TestTextThatEveryDatabaseHoldsIsTaken(t *testing.T) {
	c := thing(t, `{"a":"\\u0000 is not NUL","b":"\ud83c\udfaf 中文"}`)
	c.Fields["title"] = record.TextOf(strings.Repeat("长", storage.MaxText/3))
	require.NoError(t, kindsOf(t, things).CheckChanges(c))
}

func FuzzADocumentIsRefusedExactlyWhenATextInItHoldsNUL(f *testing.F) {
	for _, s := range []string{"", "a\x00", `\u0000`, `\\u0000`, "\x00\\", "中文"} {
		f.Add(s)
	}
	kinds, err := storage.NewKinds(things)
	require.NoError(f, err)
	f.Fuzz(func(t *testing.T, s string) {
		document, err := json.Marshal(map[string]any{"a": []any{1, map[string]any{s: s}}})
		require.NoError(t, err)
		err = kinds.CheckChanges(thing(t, string(document)))
		assert.Equal(t, strings.ContainsRune(s, 0), err != nil)
	})
}

func TestAChangeIsComparedWithWhatIsStored(t *testing.T) {
	created := thing(t, `{}`)
	stored := created.Meta
	update := thing(t, `{}`)
	update.Expect, update.Entry.Prev = 1, stored.Chain
	later, fork := stored, stored
	later.Version, fork.Chain = 2, "00"

	require.NoError(t, created.Against(record.Meta{}, false))
	require.NoError(t, update.Against(stored, true))
	require.ErrorIs(t, created.Against(stored, true), fault.ErrExists)
	require.ErrorIs(t, update.Against(record.Meta{}, false), fault.ErrNotFound)
	require.ErrorIs(t, update.Against(later, true), fault.ErrConflict)
	err := update.Against(fork, true)
	require.ErrorIs(t, err, fault.ErrConflict)
	assert.Equal(t, []string{" storage.chain.foreign"}, problems(err))
}

func TestQueriesThatMakeNoSenseAreRefused(t *testing.T) {
	kinds := kindsOf(t, things)
	query := func() storage.Query {
		return storage.Query{Kind: "thing", Query: record.Query{Tenant: "north", By: "rank", Limit: 1}}
	}
	for name, test := range map[string]struct {
		spoil func(*storage.Query)
		want  string
	}{
		"no tenant":                {func(q *storage.Query) { q.Tenant = "" }, "tenant record.tenant.required"},
		"unknown order":            {func(q *storage.Query) { q.By = "shape" }, "by record.field.unknown"},
		"no limit":                 {func(q *storage.Query) { q.Limit = 0 }, "limit storage.limit.bounds"},
		"huge limit":               {func(q *storage.Query) { q.Limit = math.MaxInt }, "limit storage.limit.bounds"},
		"count of unknown":         {func(q *storage.Query) { q.CountBy = []string{"rank", "shape"} }, "countBy[1] storage.field.unknown"},
		"cursor of another type":   {func(q *storage.Query) { q.After = storage.Cursor{Value: record.TextOf("a"), ID: "t"} }, "after storage.cursor.foreign"},
		"cursor of another order":  {func(q *storage.Query) { q.By, q.After = "", storage.Cursor{Value: record.IntOf(1), ID: "t"} }, "after storage.cursor.foreign"},
		"cursor that is no record": {func(q *storage.Query) { q.After = storage.Cursor{Value: record.IntOf(1)} }, "after storage.cursor.foreign"},
	} {
		t.Run(name, func(t *testing.T) {
			q := query()
			test.spoil(&q)
			err := kinds.CheckQuery(q)
			require.ErrorIs(t, err, fault.ErrInvalid)
			assert.Equal(t, []string{test.want}, problems(err))
		})
	}
	for _, after := range []storage.Cursor{{}, {ID: "t"}, {Value: record.IntOf(1), ID: "t"}} {
		q := query()
		q.After = after
		require.NoError(t, kinds.CheckQuery(q))
	}
	q := query()
	q.Limit, q.CountBy = 0, []string{}
	require.NoError(t, kinds.CheckQuery(q), "counts have no pages")
}

func TestReadsNeedASize(t *testing.T) {
	kinds := kindsOf(t, things)
	require.NoError(t, kinds.CheckHistory("thing", storage.MaxPage))
	assert.Equal(t, []string{" storage.limit.bounds"}, problems(kinds.CheckHistory("thing", 0)))
	require.NoError(t, storage.OutboxRead{Tenant: "north", Limit: 1}.Check())
	assert.Equal(t, []string{"tenant storage.tenant.required", "limit storage.limit.bounds"}, problems(storage.OutboxRead{Limit: -1}.Check()))
}
