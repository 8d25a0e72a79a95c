package access_test

import (
	"context"
	"errors"
	"iter"
	"maps"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// A note is a record about somebody; notes keeps some in a map.
type note struct {
	record.Meta
	About string
}

type anyNote struct{}

func (anyNote) Query() record.Query { return record.Query{} }

type notes map[string]note

func (n notes) Create(_ context.Context, value note) (note, error) {
	value.Version = 1
	n[value.ID] = value
	return value, nil
}

func (n notes) Get(_ context.Context, k record.Key) (note, error) {
	value, ok := n[k.ID]
	if !ok || value.Tenant != k.Tenant {
		return note{}, fault.NotFound("note", k.ID)
	}
	return value, nil
}

func (n notes) Update(_ context.Context, value note) (note, error) {
	value.Version++
	n[value.ID] = value
	return value, nil
}

var errList = errors.New("list broken")

func (n notes) List(context.Context, anyNote) iter.Seq2[note, error] {
	return func(yield func(note, error) bool) {
		for _, id := range []string{"1", "2", "3"} {
			if value, ok := n[id]; ok && !yield(value, nil) {
				return
			}
		}
		yield(note{About: "left over"}, errList)
	}
}

var desk = access.Desk[note, anyNote, notes]{
	Store: func(n notes) record.Store[note, anyNote] { return n },
	Subject: func(_ context.Context, _ notes, n note) (access.Subject, error) {
		if n.About == "nobody" {
			return access.Subject{}, errors.New("no subject")
		}
		return access.Subject{Tenant: n.Tenant, Kind: "note", ID: n.ID, Person: n.About}, nil
	},
}

// office is one whose transactions work on a copy, kept when they succeed.
func office(kept notes) access.Office[notes] {
	return access.Office[notes]{
		Gate: access.Gate{
			Policy: access.Policy{{Verb: "note", Relations: []access.Relation{access.Self}}},
			IDs:    &record.Sequence{Prefix: "n"},
		},
		Stores: kept,
		InTx: func(_ context.Context, do func(notes) error) error {
			in := maps.Clone(kept)
			if err := do(in); err != nil {
				return err
			}
			maps.Copy(kept, in)
			return nil
		},
	}
}

func TestADeskLetsThroughOnlyWhatTheGateDoes(t *testing.T) {
	ctx := t.Context()
	kept := notes{
		"1": {Meta: record.Meta{Tenant: "acme", ID: "1"}, About: "a"},
		"2": {Meta: record.Meta{Tenant: "acme", ID: "2"}, About: "b"},
		"3": {Meta: record.Meta{Tenant: "acme", ID: "3"}, About: "a"},
		"4": {Meta: record.Meta{Tenant: "other", ID: "4"}, About: "a"},
		"5": {Meta: record.Meta{Tenant: "acme", ID: "5"}, About: "nobody"},
	}
	o, a := office(kept), access.Actor{Tenant: "acme", Person: "a"}

	read, err := desk.Read(ctx, o, a, "note", "1")
	require.NoError(t, err)
	assert.Equal(t, "1", read.ID)
	for id, want := range map[string]error{"2": fault.ErrForbidden, "4": fault.ErrNotFound, "9": fault.ErrNotFound} {
		read, err := desk.Read(ctx, o, a, "note", id)
		require.ErrorIs(t, err, want, id)
		assert.Zero(t, read, "what is refused is not handed out")
	}
	_, err = desk.Read(ctx, o, a, "note", "5")
	require.EqualError(t, err, "no subject")

	var listed []string
	for n, err := range desk.List(ctx, o, a, access.Always[note]("note"), anyNote{}) {
		if err != nil {
			require.ErrorIs(t, err, errList)
			assert.Zero(t, n)
			break
		}
		listed = append(listed, n.ID)
	}
	assert.Equal(t, []string{"1", "3"}, listed, "a list leaves out what the actor may not have")
}

func TestADeskKeepsAChangeOrNothing(t *testing.T) {
	ctx := t.Context()
	kept := notes{"1": {Meta: record.Meta{Tenant: "acme", ID: "1"}, About: "a"}}
	o, a := office(kept), access.Actor{Tenant: "acme", Person: "a"}
	touch := func(_ notes, n note, by record.Stamp) (note, error) {
		n.Meta = n.Touched(by)
		return n, nil
	}

	changed, err := desk.Change(ctx, o, a, "note", "1", touch)
	require.NoError(t, err)
	assert.Equal(t, []any{"a", "note", int64(1)}, []any{changed.Updated.By, changed.Updated.Action, changed.Version})
	assert.Equal(t, changed, kept["1"])

	refused := errors.New("not on a Sunday")
	none, err := desk.Change(ctx, o, a, "note", "1", func(in notes, n note, _ record.Stamp) (note, error) {
		in["1"] = note{} // in the transaction only
		return n, refused
	})
	require.ErrorIs(t, err, refused)
	assert.Zero(t, none)
	assert.Equal(t, changed, kept["1"])
	_, err = desk.Change(ctx, o, access.Actor{Tenant: "acme", Person: "b"}, "note", "1", touch)
	require.ErrorIs(t, err, fault.ErrForbidden)

	outline := func(about string) func(notes, record.Key) (note, error) {
		return func(_ notes, k record.Key) (note, error) {
			return note{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}, About: about}, nil
		}
	}
	create := func(_ notes, k record.Key, by record.Stamp) (note, error) {
		return note{Meta: record.New(k, by), About: "a"}, nil
	}
	created, err := desk.Create(ctx, o, a, "note", outline("a"), create)
	require.NoError(t, err)
	assert.Equal(t, []any{"n-000001", "acme", "a"}, []any{created.ID, created.Tenant, created.Created.By})
	_, err = desk.Create(ctx, o, a, "note", outline("b"), create)
	require.ErrorIs(t, err, fault.ErrForbidden)
	assert.Len(t, kept, 2)
}
