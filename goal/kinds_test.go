package goal_test

import (
	"context"
	"testing"

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
