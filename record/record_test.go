package record_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

var at = time.Date(2024, 7, 1, 9, 0, 0, 123456789, time.FixedZone("CST", 8*3600))

func ExampleSignature_Covers() {
	terms := map[string]string{"title": "Answer complaints within 12 h"}
	before, _ := record.DigestOf("terms", terms)
	signed := record.Sign(record.By("E1", at), "employee", before)
	fmt.Println(signed.Covers(before))

	terms["title"] = "Answer complaints within 2 h"
	after, _ := record.DigestOf("terms", terms)
	fmt.Println(signed.Covers(after))
	// Output:
	// true
	// false
}

func ExampleLifecycle_Mermaid() {
	door := record.Lifecycle[string, string]{
		"open":   {"close": "closed"},
		"closed": {"open": "open", "wall up": "gone"},
	}
	fmt.Print(door.Mermaid("open"))
	// Output:
	// stateDiagram-v2
	//     [*] --> open
	//     open --> closed: close
	//     closed --> open: open
	//     closed --> gone: wall up
	//     gone --> [*]
}

func TestLifecycleNamesWhatIsPossible(t *testing.T) {
	door := record.Lifecycle[string, string]{
		"open":   {"close": "closed"},
		"closed": {"open": "open", "lock": "locked"},
	}
	to, err := door.Next(text.Label{En: "door", Zh: "门"}, "open", "close")
	require.NoError(t, err)
	assert.Equal(t, "closed", to)

	to, err = door.Next(text.Label{En: "door", Zh: "门"}, "closed", "paint")
	require.ErrorIs(t, err, fault.ErrTransition)
	assert.Equal(t, "door is closed: paint is not possible; possible: lock, open", err.Error())
	assert.Equal(t, "closed", to, "the state stays")

	assert.Equal(t, []string{"closed", "locked", "open"}, door.States())
	assert.True(t, door.Final("locked"))
	assert.False(t, door.Final("open"))
}

func TestDigestsAreOfValuesNotOfTheirSpelling(t *testing.T) {
	of := func(v any) record.Digest {
		digest, err := record.DigestOf("x", v)
		require.NoError(t, err)
		return digest
	}
	one, other := decimal.RequireFromString("1.50"), decimal.RequireFromString("1.5")
	assert.Equal(t, of(one), of(other))
	assert.Equal(t, of(json.RawMessage(`{"a":1,"b":[true,null]}`)), of(json.RawMessage("{\"b\": [true, null],\n\"a\": 1}")))
	assert.NotEqual(t, of(json.RawMessage(`{"a":1}`)), of(json.RawMessage(`{"a":2}`)))

	named, err := record.DigestOf("y", one)
	require.NoError(t, err)
	assert.NotEqual(t, of(one), named, "a digest of one thing never passes for that of another")
	assert.Len(t, string(named), 64)

	_, err = record.DigestOf("x", func() {})
	require.Error(t, err)
	_, err = record.Canonical(json.RawMessage("{"))
	require.Error(t, err)
}

func TestASignatureReplacesOnlyThatOfItsRole(t *testing.T) {
	e := record.Sign(record.By("E1", at), "employee", "d1")
	m := record.Sign(record.By("M1", at), "manager", "d1")
	both := record.Signatures{}.With(e).With(m)
	assert.True(t, both.Cover("d1", "employee", "manager"))
	assert.False(t, both.Cover("d2", "employee"))
	assert.False(t, record.Signatures{e}.Cover("d1", "employee", "manager"))

	again := both.With(record.Sign(record.By("E1", at), "employee", "d2"))
	assert.Len(t, again, 2)
	assert.True(t, both.Cover("d1", "employee", "manager"), "the list it came from is unchanged")
	assert.False(t, again.Cover("d1", "employee", "manager"))

	require.NoError(t, e.Validate())
	err := record.Signature{}.Validate()
	assert.Len(t, fault.Of(err), 4)
	assert.False(t, record.Signature{}.Covers(""), "nothing is not covered by nothing")
}

func TestStampsAreInMicrosecondsUTC(t *testing.T) {
	s := record.By("E1", at).For("goal.agree").For("goal.cancel").Because("market")
	assert.Equal(t, record.Stamp{
		At: time.Date(2024, 7, 1, 1, 0, 0, 123456000, time.UTC), By: "E1", Action: "goal.agree", Reason: "market",
	}, s)
	require.NoError(t, s.Validate())
	assert.Equal(t, "by: it must be said who did this; at: it must be said when this was done",
		record.Stamp{Action: "x"}.Validate().Error())
	assert.Len(t, fault.Of(record.Meta{}.Validate()), 8)
	require.NoError(t, record.New(record.Key{Tenant: "t", ID: "1"}, s).Validate())
}

func entries(t require.TestingT, n int) []record.Entry {
	var all []record.Entry
	m := record.New(record.Key{Tenant: "t", ID: "1"}, record.By("E1", at).For("goal.change").Because("because"))
	for i := range n {
		m.Version++
		e, err := record.NewEntry("goal", m, json.RawMessage(fmt.Sprintf(`{"n":%d}`, i)), fmt.Sprint("salt", i))
		require.NoError(t, err)
		m.Chain = e.Digest
		all = append(all, e)
	}
	return all
}

func sequence(all []record.Entry) iter.Seq2[record.Entry, error] {
	return func(yield func(record.Entry, error) bool) {
		for _, e := range all {
			if !yield(e, nil) {
				return
			}
		}
	}
}

func TestTheChainShowsEveryTampering(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 6).Draw(t, "n")
		all := entries(t, n)
		head, err := record.VerifyChain(sequence(all))
		require.NoError(t, err)
		require.Equal(t, all[n-1].Digest, head)

		i := rapid.IntRange(0, n-1).Draw(t, "i")
		tampered := slices.Clone(all)
		switch rapid.IntRange(0, 7).Draw(t, "how") {
		case 0:
			tampered[i].Action += "!"
		case 1:
			tampered[i].At = tampered[i].At.Add(time.Microsecond)
		case 2:
			tampered[i].Private.By = "E2"
		case 3:
			tampered[i].Private.Reason = ""
		case 4:
			tampered[i].Content = "0"
		case 5:
			tampered[i].ID = "2"
		case 6:
			tampered = slices.Delete(tampered, i, i+1)
			if i == n-1 { // a missing end shows at the head, which the record holds
				shorter, err := record.VerifyChain(sequence(tampered))
				require.NoError(t, err)
				require.NotEqual(t, head, shorter)
				return
			}
		case 7:
			tampered = slices.Insert(tampered, i, all[i])
		}
		_, err = record.VerifyChain(sequence(tampered))
		require.ErrorIs(t, err, fault.ErrInvalid)
	})
}

func TestErasingWhatIsPersonalKeepsTheChain(t *testing.T) {
	all := entries(t, 3)
	assert.True(t, all[1].Holds(json.RawMessage(`{ "n": 1 }`)))
	assert.False(t, all[1].Holds(json.RawMessage(`{"n":2}`)))
	for i := range all {
		all[i] = all[i].Redacted()
	}
	_, err := record.VerifyChain(sequence(all))
	require.NoError(t, err)
	assert.False(t, all[1].Holds(json.RawMessage(`{"n":1}`)), "without its salt nothing can be guessed")

	broken := errors.New("disk on fire")
	_, err = record.VerifyChain(func(yield func(record.Entry, error) bool) { yield(record.Entry{}, broken) })
	require.ErrorIs(t, err, broken)
}

func TestValuesOrderAsDatabasesDo(t *testing.T) {
	values := []record.Value{
		record.TextOf("b"), record.TextOf(""), record.TextOf("a"), record.TextOf("啊"), record.TextOf("B"),
	}
	slices.SortFunc(values, record.Value.Compare)
	var got []any
	for _, v := range values {
		got = append(got, v.Any())
	}
	assert.Equal(t, []any{nil, "B", "a", "b", "啊"}, got)
	assert.Equal(t, []any{int64(-1), true, false, at.UTC().Truncate(time.Microsecond)}, []any{
		record.IntOf(-1).Any(), record.BoolOf(true).Any(), record.BoolOf(false).Any(), record.MomentOf(at).Any(),
	})
	assert.True(t, record.MomentOf(time.Time{}).IsNull())
	assert.Negative(t, record.IntOf(2).Compare(record.IntOf(10)))
}

func TestASchemaRefusesWhatADatabaseWouldTripOver(t *testing.T) {
	s := record.Schema{
		Name: "Goal; drop table",
		Fields: []record.Column{
			{Name: "owner", Type: record.Text},
			{Name: "owner", Type: record.Text},
			{Name: "tenant", Type: record.Text},
			{Name: "x", Type: "float"},
		},
		Unique: [][]string{{"owner", "nobody"}},
	}
	var codes []string
	for _, v := range fault.Of(s.Validate()) {
		codes = append(codes, v.Path+" "+v.Code)
	}
	assert.Equal(t, []string{
		"name record.name.malformed", "fields[1].name record.name.twice", "fields[2].name record.name.malformed",
		"fields[3].type record.type.unknown", "unique[0][1] record.field.unknown",
	}, codes)
	require.ErrorIs(t, record.Schema{Name: "outbox"}.Validate(), fault.ErrInvalid)
	require.NoError(t, record.Schema{Name: "goal"}.Validate())
}

func TestAQueryIsCheckedAgainstTheSchema(t *testing.T) {
	s := record.Schema{Name: "goal", Fields: []record.Column{{Name: "owner", Type: record.Text}, {Name: "n", Type: record.Int}}}
	good := record.AndIn(record.All("t").And("owner", record.Equal, record.TextOf("E1")).OrderBy("n"), "owner", []string{"E1"})
	require.NoError(t, good.Check(s))
	assert.Len(t, good.Where, 2)
	assert.Empty(t, record.AndIn(record.All("t").And("owner", record.Equal, record.TextOf("")), "owner", []string{}).Where,
		"an empty field of a filter asks for nothing")

	bad := record.Query{By: "x", Limit: -1, Where: []record.Condition{
		{Field: "y", Op: record.Equal},
		{Field: "n", Op: record.Equal, Values: []record.Value{record.TextOf("1")}},
		{Field: "n", Op: record.Less},
		{Field: "n", Op: "like"},
		{Field: "n", Op: record.IsNull, Values: []record.Value{record.IntOf(1)}},
	}}
	var codes []string
	for _, v := range fault.Of(bad.Check(s)) {
		codes = append(codes, v.Path+" "+v.Code)
	}
	assert.Equal(t, []string{
		"tenant record.tenant.required", "where[0] record.field.unknown", "where[1] record.value.type",
		"where[2] record.value.count", "where[3] record.op.unknown", "where[4] record.value.count",
		"by record.field.unknown", "limit record.limit.negative",
	}, codes)
}

func TestIDsSortByTheirMaking(t *testing.T) {
	var ids record.IDs = record.UUIDv7{}
	var made []string
	for range 100 {
		made = append(made, ids.NewID())
	}
	assert.True(t, slices.IsSorted(made))
	assert.Len(t, slices.Compact(slices.Clone(made)), 100)

	ids = &record.Sequence{Prefix: "G"}
	assert.Equal(t, []string{"G-000001", "G-000002"}, []string{ids.NewID(), ids.NewID()})
}

func TestEvidenceOfNothingIsRefused(t *testing.T) {
	require.ErrorIs(t, record.Evidence{Title: "minutes"}.Validate(), fault.ErrInvalid)
	require.NoError(t, record.Evidence{Note: "minutes of 3 July"}.Validate())
	huge := &number.Quantity{Value: decimal.New(1, 1_000_000)}
	require.ErrorIs(t, record.Evidence{Figure: huge}.Validate(), fault.ErrInvalid)
}

func TestListsEndInTheirError(t *testing.T) {
	broken := errors.New("disk on fire")
	list := func(yield func(int, error) bool) {
		_ = yield(1, nil) && yield(0, broken)
	}
	all, err := record.Collect(list)
	require.ErrorIs(t, err, broken)
	assert.Nil(t, all)
	first, ok, err := record.First(list)
	require.NoError(t, err)
	assert.True(t, ok)
	assert.Equal(t, 1, first)
	_, ok, err = record.First(func(func(int, error) bool) {})
	require.NoError(t, err)
	assert.False(t, ok)
}

func TestOnlyWhoIsAskedSignsAndOnlyWhatIsThere(t *testing.T) {
	employee := record.Signer{Role: "employee", By: []string{"E1"}}
	manager := record.Signer{Role: "manager"}
	sign := func(by, role string, d record.Digest) record.Signature {
		return record.Sign(record.By(by, at), role, d)
	}

	one, err := record.Signatures{}.Sign(sign("E1", "employee", "d1"), "d1", employee, manager)
	require.NoError(t, err)
	assert.False(t, one.Complete("d1", employee, manager))
	both, err := one.Sign(sign("M1", "manager", "d1"), "d1", employee, manager)
	require.NoError(t, err)
	assert.True(t, both.Complete("d1", employee, manager))
	assert.False(t, both.Complete("d2", employee, manager))
	require.NoError(t, both.Validate())
	assert.Equal(t, record.Stamp{By: "M1", At: record.Instant(at)}, both[1].Stamp())

	for code, s := range map[string]record.Signature{
		"record.signature.other": sign("E2", "employee", "d1"),
		"record.signature.role":  sign("E2", "witness", "d1"),
		"record.signature.twice": sign("E1", "manager", "d1"),
		"record.digest.required": sign("M1", "manager", ""),
	} {
		kept, err := one.Sign(s, "d1", employee, manager)
		assert.True(t, fault.Of(err).Has(code), "%s: %v", code, err)
		assert.Equal(t, one, kept)
	}
	_, err = one.Sign(sign("M1", "manager", "d2"), "d1", employee, manager)
	require.ErrorIs(t, err, record.ErrStale)
	require.ErrorIs(t, err, fault.ErrConflict)
	require.ErrorIs(t, record.Signatures{{}}.Validate(), fault.ErrInvalid)

	require.ErrorIs(t, record.Stamp{Reason: " "}.Reasoned(), fault.ErrInvalid)
	require.NoError(t, record.Stamp{Reason: "market"}.Reasoned())
	assert.Empty(t, record.Seal("x", func() {}), "what has no JSON has no digest")
}

func TestAMoveLeavesItsStampOrChangesNothing(t *testing.T) {
	door := record.Lifecycle[string, string]{"open": {"close": "closed"}}
	label := text.Label{En: "door", Zh: "门"}
	before := record.New(record.Key{Tenant: "t", ID: "1"}, record.By("E1", at).For("door.make"))
	by := record.By("E2", at).For("door.close")

	to, m, err := door.Move(label, "open", before, "close", by)
	require.NoError(t, err)
	assert.Equal(t, "closed", to)
	assert.Equal(t, before.Touched(by), m)

	to, m, err = door.Move(label, "closed", before, "close", by)
	require.ErrorIs(t, err, fault.ErrTransition)
	assert.Equal(t, "closed", to)
	assert.Equal(t, before, m)

	to, m, err = door.Move(label, "open", before, "close", record.Stamp{At: by.At, Action: by.Action})
	require.EqualError(t, err, "by.by: it must be said who did this")
	assert.Equal(t, "open", to)
	assert.Equal(t, before, m)
}
