package goal_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

func TestAWrongFigureIsCorrectedAndItsHistoryKept(t *testing.T) {
	db, err := memory.New(goal.Kind.Schema(), goal.PlanKind.Schema(), goal.CheckInKind.Schema(), goal.RevisionKind.Schema())
	require.NoError(t, err)
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	h.stores = over(db)
	h.Service = goal.NewService(h.stores, h.gate, goal.Rules{})
	_, goals := h.activePlan(t)
	h.on("2024-08-15")
	c, err := h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: hours("8")})
	require.NoError(t, err)
	_, err = h.CorrectCheckIn(ctx, byMei, c.ID, goal.CorrectionDraft{Readings: hours("18"), Reason: "mistyped"})
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = h.CorrectCheckIn(ctx, byLin, c.ID, goal.CorrectionDraft{Readings: hours("18")})
	assert.Equal(t, []string{"reason record.reason.required"}, codes(err))
	c, err = h.CorrectCheckIn(ctx, byLin, c.ID, goal.CorrectionDraft{Readings: hours("18"), Reason: "mistyped"})
	require.NoError(t, err)
	assert.Equal(t, int64(2), c.Version)

	var kept []string
	for v, err := range storage.Of(db, goal.CheckInKind).History(ctx, c.Key()) {
		require.NoError(t, err)
		kept = append(kept, fmt.Sprint(v.Value.Readings[0].Value, " ", v.Entry.Action, " ", v.Entry.Private.Reason))
	}
	assert.Equal(t, []string{"8 goal.checkin ", "18 goal.checkin.correct mistyped"}, kept)
	_, err = h.CorrectCheckIn(ctx, byLin, "gone", goal.CorrectionDraft{})
	require.ErrorIs(t, err, fault.ErrNotFound)
}

func TestHelpIsAskedAndAnswered(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	_, goals := h.activePlan(t)
	c, err := h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: hours("24"), Help: "one more colleague"})
	require.NoError(t, err)
	_, err = h.AnswerHelp(ctx, byLin, c.ID, goal.HelpGiven, "I helped myself")
	require.ErrorIs(t, err, fault.ErrForbidden)
	c, err = h.AnswerHelp(ctx, byWei, c.ID, goal.HelpGiven, "mei comes on Monday")
	require.NoError(t, err)
	assert.False(t, c.HelpOpen())
	assert.Equal(t, "wei", c.Answers[0].By.By)
}

func TestTheRulesSayWhatTheHealthGoesBy(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{Pacing: goal.Pacing{
		By: goal.HealthByWorse, Forecast: goal.Forecast{Method: goal.RecentTrend},
	}}), t.Context()
	_, goals := h.activePlan(t)
	var last goal.CheckIn
	for _, found := range [][2]string{{"2024-07-10", "20"}, {"2024-07-17", "19"}, {"2024-07-24", "19.5"}} {
		h.on(found[0])
		var err error
		last, err = h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: hours(found[1])})
		require.NoError(t, err)
	}
	assert.Equal(t, goal.OffTrack, last.Pace.Health, "ahead of the pace, but it comes to a halt")
	require.NotNil(t, last.Pace.Projected)
	p, err := h.Project(ctx, byWei, goals[0].ID, goal.Forecast{})
	require.NoError(t, err)
	assert.Equal(t, goal.RecentTrend, p.Method, "that of the rules")
	assert.Equal(t, last.Pace.Projected, p.Progress)
	p, err = h.Project(ctx, byWei, goals[0].ID, goal.Forecast{Method: goal.FromStart})
	require.NoError(t, err)
	assert.Equal(t, goal.OnTrack, p.Health)
	_, err = h.Project(ctx, byMei, goals[0].ID, goal.Forecast{})
	require.ErrorIs(t, err, fault.ErrForbidden)
	fixed, err := h.CorrectCheckIn(ctx, byLin, last.ID, goal.CorrectionDraft{Readings: hours("16"), Reason: "mistyped"})
	require.NoError(t, err)
	assert.Equal(t, goal.OnTrack, fixed.Pace.Health, "worked out anew with the others")
}

func TestOwedListsWhatManyGoalsOwe(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	_, goals := h.activePlan(t)
	for i := range 250 { // more than are fetched at once
		g := goals[0]
		g.Meta = record.New(key(fmt.Sprintf("m%03d", i)), wei.For("goal.draft"))
		g.Owner = "mei"
		_, err := h.stores.Goals.Create(ctx, g)
		require.NoError(t, err)
	}
	h.on("2024-07-12")
	_, err := h.CheckIn(ctx, byLin, goals[0].ID, goal.CheckInDraft{Readings: hours("23")})
	require.NoError(t, err)
	h.on("2024-07-17")
	weekly := goal.Rhythm{Cadence: calendar.Weekly}
	owed, err := record.Collect(h.Owed(ctx, byWei, goal.Filter{Owners: []string{"lin"}}, weekly))
	require.NoError(t, err)
	require.Len(t, owed, 3)
	at := slices.IndexFunc(owed, func(o goal.Owed) bool { return o.Goal.ID == goals[0].ID })
	assert.Equal(t, day("2024-07-12"), owed[at].Last)
	assert.Empty(t, owed[at].Overdue)
	assert.Equal(t, day("2024-07-21"), owed[at].Next)
	for i, o := range owed {
		if i != at {
			assert.Equal(t, []calendar.Date{day("2024-07-07"), day("2024-07-14")}, o.Overdue)
			assert.Equal(t, day("2024-07-21"), o.Next)
		}
	}
	all, err := record.Collect(h.Owed(ctx, byWei, goal.Filter{}, weekly))
	require.NoError(t, err)
	assert.Len(t, all, 253)
	for a, want := range map[string]int{"mei": 250, "lin": 3, "zhao": 253} {
		some, err := record.Collect(h.Owed(ctx, access.Actor{Tenant: "acme", Person: a}, goal.Filter{}, weekly))
		require.NoError(t, err)
		assert.Len(t, some, want, a)
	}
	seen := 0
	for range h.Owed(ctx, byWei, goal.Filter{}, weekly) {
		if seen++; seen == 101 {
			break // a list can be left
		}
	}
	_, err = record.Collect(h.Owed(ctx, byWei, goal.Filter{}, goal.Rhythm{}))
	require.ErrorIs(t, err, fault.ErrInvalid)
	h.on("2024-10-05")
	ended, err := record.Collect(h.Owed(ctx, byLin, goal.Filter{}, goal.Rhythm{Cadence: calendar.Yearly}))
	require.NoError(t, err)
	assert.Empty(t, ended, "nothing is due in the period")
}

func TestTheConfirmationFormIsReadWithThePlan(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	p, goals := h.activePlan(t)
	c, err := h.Confirmation(ctx, byZhao, p.ID)
	require.NoError(t, err)
	assert.True(t, c.Confirmed)
	assert.Equal(t, "80", c.Confidence.String())
	assert.Equal(t, []string{"lin", "wei"}, []string{c.Signatures[0].By, c.Signatures[1].By})
	require.Len(t, c.Goals, len(goals))
	_, err = h.Confirmation(ctx, byMei, p.ID)
	require.ErrorIs(t, err, fault.ErrForbidden)
}

func TestClosingAsksForTheVersionsInForce(t *testing.T) {
	for name, c := range map[string]struct {
		rules   goal.Rules
		closing goal.RevisedPolicy
		want    string
	}{
		"the latest terms by default": {goal.Rules{}, "", "100"},
		"as the rules say":            {goal.Rules{Revised: goal.RevisedByDays}, "", "86.521739130434782609"},
		"as the closing says":         {goal.Rules{Revised: goal.RevisedByDays}, goal.RevisedAtEnd, "91.57608695652173913"},
	} {
		t.Run(name, func(t *testing.T) {
			h, ctx := newHouse(t, c.rules), t.Context()
			g := revisedOnce(t)
			g.Level, g.Meta = goal.Unit, record.New(key("g1"), wei.For("goal.draft"))
			_, err := h.stores.Goals.Create(ctx, g)
			require.NoError(t, err)
			for _, made := range sighted(t, g, "2024-07-30", "20", "2024-09-20", "16") {
				_, err := h.stores.CheckIns.Create(ctx, made)
				require.NoError(t, err)
			}
			closed, err := h.Close(ctx, byHan, g.ID, goal.Closing{Revised: c.closing})
			require.NoError(t, err)
			assert.Equal(t, c.want, closed.Result.Score.String())
		})
	}
}

func TestARevisionIsWithdrawnByWhoAskedForIt(t *testing.T) {
	h, ctx := newHouse(t, goal.Rules{}), t.Context()
	_, goals := h.activePlan(t)
	r, err := h.RequestRevision(ctx, byWei, goals[0].ID, goal.RevisionDraft{
		Cause: goal.Market, Reason: "r", Evidence: []record.Evidence{{Link: "l"}}, Proposed: goal.Terms{From: day("2024-07-02"), Form: goal.Development, Title: "Another"},
	})
	require.NoError(t, err)
	_, err = h.WithdrawRevision(ctx, byLin, r.ID)
	require.ErrorIs(t, err, fault.ErrForbidden, "the manager asked for it")
	r, err = h.WithdrawRevision(ctx, byWei, r.ID)
	require.NoError(t, err)
	assert.Equal(t, goal.RevisionStatusWithdrawn, r.Status)
}
