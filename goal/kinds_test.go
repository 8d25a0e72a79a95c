package goal_test

import (
	"context"
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

// stores are the package's stores in memory.
func stores(t *testing.T) goal.Stores {
	t.Helper()
	db, err := memory.New(goal.Kind.Schema(), goal.PlanKind.Schema(), goal.CheckInKind.Schema(), goal.RevisionKind.Schema(), goal.TemplateKind.Schema())
	require.NoError(t, err)
	return over(db)
}

func over(d storage.Driver) goal.Stores {
	return goal.Stores{
		Goals:     storage.Of(d, goal.Kind),
		Plans:     storage.Of(d, goal.PlanKind),
		CheckIns:  storage.Of(d, goal.CheckInKind),
		Revisions: storage.Of(d, goal.RevisionKind),
		Templates: storage.Of(d, goal.TemplateKind),
		InTx: func(ctx context.Context, do func(goal.Stores) error) error {
			return d.Tx(ctx, func(tx storage.Driver) error { return do(over(tx)) })
		},
	}
}

func TestStoredGoalsAreFoundByTheirFields(t *testing.T) {
	all := stores(t).Goals
	g, err := all.Create(t.Context(), active(t))
	require.NoError(t, err)
	again, err := all.Get(t.Context(), g.Key())
	require.NoError(t, err)
	assert.Equal(t, g.Digest(), again.Digest())
	assert.True(t, again.Signatures.Complete(again.Digest(), again.Signers()...), "signatures hold after storing")
	for name, c := range map[string]struct {
		filter goal.Filter
		want   int
	}{
		"all":            {goal.Filter{Tenant: "acme"}, 1},
		"another tenant": {goal.Filter{Tenant: "other"}, 0},
		"every field":    {goal.Filter{Tenant: "acme", Owners: []string{"mei", "lin"}, Levels: []goal.Level{goal.Individual}, Statuses: []goal.Status{goal.StatusActive}, Period: q3}, 1},
		"another owner":  {goal.Filter{Tenant: "acme", Owners: []string{"mei"}}, 0},
		"another level":  {goal.Filter{Tenant: "acme", Levels: []goal.Level{goal.Unit}}, 0},
		"another status": {goal.Filter{Tenant: "acme", Statuses: []goal.Status{goal.StatusDraft}}, 0},
		"another period": {goal.Filter{Tenant: "acme", Period: calendar.Year(2024)}, 0},
	} {
		found, err := record.Collect(all.List(t.Context(), c.filter))
		require.NoError(t, err, name)
		assert.Len(t, found, c.want, name)
	}
	broken := g
	broken.Terms.Title = ""
	_, err = all.Update(t.Context(), broken)
	require.ErrorIs(t, err, fault.ErrInvalid, "a store re-checks the structure")
}

func TestAnEmployeeHasOnePlanForAPeriod(t *testing.T) {
	all := stores(t).Plans
	_, err := all.Create(t.Context(), plan(t, "100"))
	require.NoError(t, err)
	second := plan(t, "100")
	second.ID = "p2"
	_, err = all.Create(t.Context(), second)
	require.ErrorIs(t, err, fault.ErrExists)
	second.Period = calendar.Quarter(2024, 4)
	_, err = all.Create(t.Context(), second)
	require.NoError(t, err)
	found, err := record.Collect(all.List(t.Context(), goal.PlanFilter{
		Tenant: "acme", Employees: []string{"lin"}, Statuses: []goal.PlanStatus{goal.PlanStatusDraft}, Period: q3,
	}))
	require.NoError(t, err)
	assert.Len(t, found, 1)
}

func TestCheckInsAndRevisionsComeInTheOrderOfTheirDays(t *testing.T) {
	all, g := stores(t), active(t)
	for i, on := range []string{"2024-08-20", "2024-07-20", "2024-09-20"} {
		c, err := goal.NewCheckIn(key(string(rune('a'+i))), g, goal.CheckInDraft{On: day(on), Readings: hours("20")}, goal.Pacing{}, lin)
		require.NoError(t, err)
		_, err = all.CheckIns.Create(t.Context(), c)
		require.NoError(t, err)
		c.ID = "again" + c.ID
		_, err = all.CheckIns.Create(t.Context(), c)
		require.ErrorIs(t, err, fault.ErrExists, "one check-in a day")
	}
	var days []string
	for c, err := range all.CheckIns.List(t.Context(), goal.CheckInFilter{
		Tenant: "acme", Goals: []string{"g1"}, Employees: []string{"lin"}, From: day("2024-07-20"), To: day("2024-09-19"),
	}) {
		require.NoError(t, err)
		days = append(days, c.On.String())
	}
	assert.Equal(t, []string{"2024-07-20", "2024-08-20"}, days)
	late, err := record.Collect(all.CheckIns.List(t.Context(), goal.CheckInFilter{Tenant: "acme", Healths: []goal.Health{goal.OffTrack}}))
	require.NoError(t, err)
	assert.Len(t, late, 1)

	_, err = all.Revisions.Create(t.Context(), requested(t, g))
	require.NoError(t, err)
	found, err := record.Collect(all.Revisions.List(t.Context(), goal.RevisionFilter{
		Tenant: "acme", Goals: []string{"g1"}, Employees: []string{"lin"}, Statuses: []goal.RevisionStatus{goal.RevisionStatusRequested},
	}))
	require.NoError(t, err)
	assert.Len(t, found, 1)
}

// An oldCheckIn is a check-in as it was stored in schema 1.
type oldCheckIn struct {
	record.Meta `json:"meta,omitzero"`

	Goal     string         `json:"goal"`
	Employee string         `json:"employee"`
	On       calendar.Date  `json:"on"`
	Readings []goal.Reading `json:"readings,omitempty"`
	Events   []string       `json:"events,omitempty"`
	Pace     struct {
		Health   goal.Health     `json:"health"`
		Progress decimal.Decimal `json:"progress"`
		Expected decimal.Decimal `json:"expected"`
	} `json:"pace"`
}

func TestKeyEventsInPlainWordsAreStillRead(t *testing.T) {
	old := record.Kind[oldCheckIn, goal.CheckInFilter]{
		Name: goal.CheckInKind.Name, Meta: func(c *oldCheckIn) *record.Meta { return &c.Meta }, Validate: func(oldCheckIn) error { return nil },
	}
	for _, f := range goal.CheckInKind.Fields {
		old.Fields = append(old.Fields, record.Field[oldCheckIn]{Name: f.Name, Type: f.Type, Of: func(c oldCheckIn) record.Value {
			return f.Of(goal.CheckIn{Goal: c.Goal, Employee: c.Employee, On: c.On, Pace: goal.Pace{Health: c.Pace.Health}})
		}})
	}
	old.Unique = goal.CheckInKind.Unique
	db, err := memory.New(goal.CheckInKind.Schema())
	require.NoError(t, err)
	c := oldCheckIn{Goal: "g1", Employee: "lin", On: day("2024-08-15"), Events: []string{"two people left", " ", "上线"}}
	c.Readings = []goal.Reading{{Metric: "sales", Value: dec("9007199254740993.10")}}
	c.Meta = record.New(key("c1"), lin.For("goal.checkin"))
	c.Pace.Health = goal.AtRisk
	_, err = storage.Of(db, old).Create(t.Context(), c)
	require.NoError(t, err)

	all := storage.Of(db, goal.CheckInKind)
	now, err := all.Get(t.Context(), key("c1"))
	require.NoError(t, err)
	assert.Equal(t, []goal.KeyEvent{
		{What: "two people left", On: day("2024-08-15"), Effect: goal.Neutral},
		{What: "上线", On: day("2024-08-15"), Effect: goal.Neutral},
	}, now.Events)
	assert.Equal(t, "9007199254740993.1", now.Readings[0].Value.String(), "figures are not touched")
	now, err = all.Update(t.Context(), now)
	require.NoError(t, err, "and is written in the new shape")
	again, err := all.Get(t.Context(), key("c1"))
	require.NoError(t, err)
	assert.Equal(t, now.Events, again.Events)
}

// An old check-in, whatever is in it, becomes one that can be read or is refused.
func FuzzUpgradeOfKeyEvents(f *testing.F) {
	for _, seed := range []string{
		`{"goal":"g1","on":"2024-08-15","events":["two people left"],"pace":{"health":"at-risk","progress":"1","expected":"2"}}`,
		`{"goal":"g1","on":"2024-08-15"}`, `{"events":null}`, `{"events":[1]}`, `{"events":{}}`, `{"on":"?","events":["x"]}`, `[]`, ``, `null`,
	} {
		f.Add([]byte(seed))
	}
	upgrade := goal.CheckInKind.Upgrades[0]
	f.Fuzz(func(t *testing.T, old []byte) {
		document, err := upgrade(old)
		if err != nil {
			return
		}
		var before, after map[string]json.RawMessage
		require.NoError(t, json.Unmarshal(old, &before))
		require.NoError(t, json.Unmarshal(document, &after))
		require.Len(t, after, len(before), "every field is kept")
		var events []goal.KeyEvent
		if raw, ok := after["events"]; ok {
			require.NoError(t, json.Unmarshal(raw, &events))
		}
		for _, e := range events {
			require.NotEmpty(t, e.What)
			require.Equal(t, goal.Neutral, e.Effect)
		}
	})
}
