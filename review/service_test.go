package review_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

// storesOf are the stores of a service in a driver.
func storesOf(d storage.Driver) review.Stores {
	return review.Stores{
		Cycles:         storage.Of(d, review.CycleKind),
		Participants:   storage.Of(d, review.ParticipantKind),
		SelfReviews:    storage.Of(d, review.SelfReviewKind),
		ManagerReviews: storage.Of(d, review.ManagerReviewKind),
		Results:        storage.Of(d, review.ResultKind),
		Appeals:        storage.Of(d, review.AppealKind),
		Recorded:       review.RecordedIn(storage.Of(d, goal.Kind), storage.Of(d, goal.CheckInKind)),
		InTx: func(ctx context.Context, do func(review.Stores) error) error {
			return d.Tx(ctx, func(in storage.Driver) error { return do(storesOf(in)) })
		},
	}
}

// office is a company with a service, a clock that is set by hand, and its people.
type office struct {
	*review.Service
	db     storage.Driver
	stores review.Stores
	gate   access.Gate
	now    time.Time
}

var (
	asAna  = access.Actor{Tenant: tenant, Person: ana}
	asBen  = access.Actor{Tenant: tenant, Person: ben}
	asCleo = access.Actor{Tenant: tenant, Person: cleo}
	asDan  = access.Actor{Tenant: tenant, Person: dan}
	asEve  = access.Actor{Tenant: tenant, Person: eve}
	asHana = access.Actor{Tenant: tenant, Person: hana, Roles: []access.Role{access.HR}}
)

func newOffice(tb testing.TB) *office {
	tb.Helper()
	db, err := memory.New(
		review.CycleKind.Schema(), review.ParticipantKind.Schema(), review.SelfReviewKind.Schema(),
		review.ManagerReviewKind.Schema(), review.ResultKind.Schema(), review.AppealKind.Schema(),
		goal.Kind.Schema(), goal.CheckInKind.Schema(),
	)
	require.NoError(tb, err)
	always := span("2020-01-01", "2030-12-31")
	people := []access.Person{{ID: ana, Unit: "sales"}, {ID: ben, Unit: "sales"}, {ID: cleo}, {ID: dan, Unit: "sales"}, {ID: eve, Unit: "support"}, {ID: hana, Unit: "people"}}
	chart, err := access.NewChart(tenant, people, []access.Reporting{
		{Person: ana, Manager: ben, During: always},
		{Person: dan, Manager: ben, During: always},
		{Person: ben, Manager: cleo, During: always},
		{Person: eve, Manager: cleo, During: always},
		{Person: hana, Manager: cleo, During: always},
	})
	require.NoError(tb, err)
	o := &office{db: db, stores: storesOf(db)}
	o.gate = access.Gate{
		Policy: review.Policy(), Directory: chart, Clock: func() time.Time { return o.now },
		IDs: &record.Sequence{Prefix: "id"}, Working: calendar.China(),
	}
	o.Service = review.NewService(o.stores, o.gate)
	o.on("2024-08-26")
	return o
}

// on sets the clock to noon of a day.
func (o *office) on(s string) { o.now = day(s).Time().Add(12 * time.Hour) }

// check records what ana's check-ins say of August.
func (o *office) check(tb testing.TB) {
	tb.Helper()
	goals, checkIns := storage.Of(o.db, goal.Kind), storage.Of(o.db, goal.CheckInKind)
	by := at(ana, "2024-08-30").For("goal.checkin")
	_, err := goals.Create(tb.Context(), goal.Goal{
		Meta: record.New(key("g-1"), by), Owner: ana, Level: goal.Individual, Period: calendar.Quarter(2024, 3), Status: goal.StatusActive,
		Terms: goal.Terms{
			From: day("2024-07-01"), Form: goal.KPI, Title: "serve the key customers",
			Measures: []goal.Measure{
				{Metric: "completion", Unit: number.Percent, Direction: goal.Increase, Baseline: new(num("0")), Target: new(num("100"))},
				{Metric: "calls", Direction: goal.Increase, Baseline: new(num("0")), Target: new(num("110"))},
			},
		},
	})
	require.NoError(tb, err)
	for i, on := range []string{"2024-07-31", "2024-08-30", "2024-09-01"} {
		_, err = checkIns.Create(tb.Context(), goal.CheckIn{
			Meta: record.New(key(fmt.Sprintf("c-%d", i+1)), by), Goal: "g-1", Employee: ana, On: day(on),
			Readings: []goal.Reading{{Metric: "completion", Value: num("48").Mul(num(fmt.Sprint(i + 1)))}, {Metric: "calls", Value: num("110")}},
			Pace:     goal.Pace{Health: goal.OnTrack},
		})
		require.NoError(tb, err)
	}
}

// launch sets the cycle up and launches it for ana and dan.
func (o *office) launch(tb testing.TB) review.Cycle {
	tb.Helper()
	c, err := o.SetUpCycle(tb.Context(), asHana, setup())
	require.NoError(tb, err)
	o.on("2024-09-02")
	c, n, err := o.Launch(tb.Context(), asHana, c.ID, []review.Enrolment{{Employee: ana}, {Employee: dan}})
	require.NoError(tb, err)
	require.Equal(tb, 2, n)
	return c
}

// propose takes ana through the cycle to a proposed result.
func (o *office) propose(tb testing.TB) (review.SelfReview, review.ManagerReview, review.Result) {
	tb.Helper()
	ctx := tb.Context()
	o.check(tb)
	c := o.launch(tb)
	s, err := o.StartSelfReview(ctx, asAna, c.ID, ana, ownAccount())
	require.NoError(tb, err)
	s, err = o.SubmitSelfReview(ctx, asAna, s.ID)
	require.NoError(tb, err)
	o.on("2024-09-09")
	s, err = o.ResolveDiscrepancy(ctx, asBen, s.ID, "g-1", "calls", "the recorded figure holds")
	require.NoError(tb, err)
	m, err := o.StartManagerReview(ctx, asBen, c.ID, ana, assessment())
	require.NoError(tb, err)
	m, r, err := o.SubmitManagerReview(ctx, asBen, m.ID)
	require.NoError(tb, err)
	return s, m, r
}

// publish takes ana's result on to publication on 25 September.
func (o *office) publish(tb testing.TB) review.Result {
	tb.Helper()
	_, _, r := o.propose(tb)
	o.on("2024-09-16")
	r, err := o.Keep(tb.Context(), asHana, r.ID)
	require.NoError(tb, err)
	o.on("2024-09-25")
	r, err = o.Publish(tb.Context(), asHana, r.ID)
	require.NoError(tb, err)
	return r
}

func TestAMonthFromLaunchToAcceptance(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	s, m, r := o.propose(t)
	require.Len(t, s.Discrepancies, 1, "completion is as in the latest check-in of the month")
	assert.Equal(t, "calls", s.Discrepancies[0].Metric)
	assert.Equal(t, "110", s.Discrepancies[0].Recorded.In("en"))
	assert.Equal(t, record.Ref{Kind: "check_in", ID: "c-2", Version: 1}, *s.Discrepancies[0].Evidence[0].Record)
	assert.Equal(t, "good", m.Rating.Level)
	assert.Equal(t, "sales", r.Unit, "from the directory, at launch")

	o.on("2024-09-16")
	_, err := o.Calibrate(ctx, asHana, r.ID, "pass", "too good")
	require.ErrorIs(t, err, fault.ErrInvalid)
	r, err = o.Calibrate(ctx, asHana, r.ID, "pass", "the largest order was a colleague's")
	require.NoError(t, err)
	o.on("2024-09-25")
	r, err = o.Publish(ctx, asHana, r.ID)
	require.NoError(t, err)

	seen, err := o.Result(ctx, asAna, r.ID)
	require.NoError(t, err)
	_, err = o.Accept(ctx, asAna, r.ID, "what was shown before", "")
	require.ErrorIs(t, err, fault.ErrConflict)
	accepted, err := o.Accept(ctx, asAna, r.ID, seen.Digest(), "thank you")
	require.NoError(t, err)
	assert.Equal(t, review.ResultStatusAccepted, accepted.Status)
	assert.Equal(t, "thank you", accepted.Signatures[0].Note)

	c, err := o.Close(ctx, asHana, r.Cycle)
	require.NoError(t, err)
	assert.Equal(t, review.CycleStatusClosed, c.Status)
	require.NoError(t, storage.Of(o.db, review.ResultKind).Verify(ctx, r.Key()), "the audit chain holds")
}

func TestAnAppealFromFilingToTheAdjustedResult(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	r := o.publish(t)
	o.on("2024-09-29")
	a, err := o.FileAppeal(ctx, asAna, r.ID, review.AppealDraft{Grounds: "two orders are missing"})
	require.NoError(t, err)
	assert.Equal(t, "2024-10-09", a.Due.String())
	_, err = o.FileAppeal(ctx, asAna, r.ID, review.AppealDraft{Grounds: "once more"})
	require.ErrorIs(t, err, fault.ErrTransition)

	for reviewer, code := range map[string]string{ben: "review.reviewer.rater", cleo: "review.reviewer.above", dan: "review.reviewer.below"} {
		_, err = o.AssignAppeal(ctx, asHana, a.ID, reviewer)
		requireCodes(t, err, "reviewer "+code)
	}
	a, err = o.AssignAppeal(ctx, asHana, a.ID, eve)
	require.NoError(t, err)
	overdue, err := record.Collect(o.Appeals(ctx, asHana, review.AppealFilter{
		Statuses: []review.AppealStatus{review.AppealStatusFiled, review.AppealStatusAssigned}, DueBefore: day("2024-10-10"),
	}))
	require.NoError(t, err)
	require.Len(t, overdue, 1)
	assert.True(t, overdue[0].Overdue(day("2024-10-10")))

	o.on("2024-10-08")
	_, err = o.CheckAppeal(ctx, asEve, a.ID, review.Check{Question: "is the data true?", Finding: "two orders were booked late"})
	require.NoError(t, err)
	_, _, err = o.DecideAppeal(ctx, asEve, a.ID, review.Ruling{Outcome: review.Adjusted, Level: "excellent", Reasons: "too short"})
	require.ErrorIs(t, err, fault.ErrInvalid)
	a, err = o.Appeal(ctx, asEve, a.ID)
	require.NoError(t, err)
	assert.Equal(t, review.AppealStatusAssigned, a.Status, "neither record has changed")

	a, r, err = o.DecideAppeal(ctx, asEve, a.ID, review.Ruling{
		Outcome: review.Adjusted, Level: "excellent", Reasons: "with both orders completion is 124 %",
	})
	require.NoError(t, err)
	assert.Equal(t, review.AppealStatusDecided, a.Status)
	assert.Equal(t, review.ResultStatusPublished, r.Status)
	assert.Equal(t, "good → excellent", r.Changes[0].From+" → "+r.Level)
	_, err = o.FileAppeal(ctx, asAna, r.ID, review.AppealDraft{Grounds: "still not enough"})
	require.ErrorIs(t, err, fault.ErrTransition)
	require.ErrorContains(t, err, "decided on 8 Oct 2024")
	_, err = o.Accept(ctx, asAna, r.ID, r.Digest(), "")
	require.NoError(t, err)
}

func TestAWithdrawnAppealCanBeFiledAgainInTime(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	r := o.publish(t)
	o.on("2024-09-26")
	grounds := review.AppealDraft{Grounds: "two orders are missing"}
	a, err := o.FileAppeal(ctx, asAna, r.ID, grounds)
	require.NoError(t, err)
	_, r, err = o.WithdrawAppeal(ctx, asAna, a.ID)
	require.NoError(t, err)
	assert.Equal(t, review.ResultStatusPublished, r.Status)
	o.on("2024-10-08")
	_, err = o.FileAppeal(ctx, asAna, r.ID, grounds)
	require.NoError(t, err)
}

func TestEachSideSeesTheOtherOnlyWhenItIsTime(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	o.check(t)
	c := o.launch(t)
	s, err := o.StartSelfReview(ctx, asAna, c.ID, ana, ownAccount())
	require.NoError(t, err)
	sees := func(a access.Actor, read func(access.Actor) error) bool {
		t.Helper()
		err := read(a)
		if err != nil {
			require.ErrorIs(t, err, fault.ErrForbidden)
		}
		return err == nil
	}
	self := func(a access.Actor) error { _, err := o.SelfReview(ctx, a, s.ID); return err }
	assert.True(t, sees(asAna, self))
	for _, other := range []access.Actor{asBen, asCleo, asHana, asDan} {
		assert.False(t, sees(other, self), "%s, a draft", other.Person)
	}
	_, err = o.SubmitSelfReview(ctx, asAna, s.ID)
	require.NoError(t, err)
	for _, other := range []access.Actor{asBen, asCleo, asHana} {
		assert.True(t, sees(other, self), "%s, submitted", other.Person)
	}
	assert.False(t, sees(asDan, self), "a colleague")

	o.on("2024-09-09")
	_, err = o.ResolveDiscrepancy(ctx, asBen, s.ID, "g-1", "calls", "the recorded figure holds")
	require.NoError(t, err)
	m, err := o.StartManagerReview(ctx, asBen, c.ID, ana, assessment())
	require.NoError(t, err)
	manager := func(a access.Actor) error { _, err := o.ManagerReview(ctx, a, m.ID); return err }
	assert.True(t, sees(asBen, manager))
	for _, other := range []access.Actor{asAna, asCleo, asHana} {
		assert.False(t, sees(other, manager), "%s, a draft", other.Person)
	}
	m, r, err := o.SubmitManagerReview(ctx, asBen, m.ID)
	require.NoError(t, err)
	result := func(a access.Actor) error { _, err := o.Result(ctx, a, r.ID); return err }
	hidden := func(when string) {
		t.Helper()
		assert.False(t, sees(asAna, manager), when)
		assert.False(t, sees(asAna, result), when)
		none, err := record.Collect(o.Results(ctx, asAna, review.ResultFilter{}))
		require.NoError(t, err)
		assert.Empty(t, none, when)
		assert.True(t, sees(asBen, result), when)
	}
	hidden("proposed")
	o.on("2024-09-16")
	_, err = o.Keep(ctx, asHana, r.ID)
	require.NoError(t, err)
	hidden("calibrated")
	o.on("2024-09-25")
	_, err = o.Publish(ctx, asHana, r.ID)
	require.NoError(t, err)
	assert.True(t, sees(asAna, manager))
	assert.True(t, sees(asAna, result))
	assert.False(t, sees(asDan, result))

	assert.False(t, sees(asEve, result), "nobody to ana yet")
	a, err := o.FileAppeal(ctx, asAna, r.ID, review.AppealDraft{Grounds: "two orders are missing"})
	require.NoError(t, err)
	_, err = o.AssignAppeal(ctx, asHana, a.ID, eve)
	require.NoError(t, err)
	for _, read := range []func(access.Actor) error{self, manager, result} {
		assert.True(t, sees(asEve, read), "the reviewer of the appeal")
	}
	_, _, err = o.WithdrawAppeal(ctx, asAna, a.ID)
	require.NoError(t, err)
	assert.False(t, sees(asEve, result), "no longer")
}

func TestHRCanNotDealWithTheirOwnReview(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c := o.launch(t)
	_, err := o.Enrol(ctx, asHana, c.ID, []review.Enrolment{{Employee: hana}})
	require.NoError(t, err)
	o.on("2024-09-09")
	m, err := o.StartManagerReview(ctx, asCleo, c.ID, hana, assessment())
	require.NoError(t, err)
	m, r, err := o.SubmitManagerReview(ctx, asCleo, m.ID)
	require.NoError(t, err)
	o.on("2024-09-16")
	_, err = o.ManagerReview(ctx, asHana, m.ID)
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = o.Result(ctx, asHana, r.ID)
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = o.Calibrate(ctx, asHana, r.ID, "pass", "as discussed today")
	require.ErrorIs(t, err, fault.ErrForbidden)
}

func TestAnotherTenantFindsNothing(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	r := o.publish(t)
	stranger := access.Actor{Tenant: "other", Person: hana, Roles: []access.Role{access.HR, access.System}}
	_, err := o.Result(ctx, stranger, r.ID)
	require.ErrorIs(t, err, fault.ErrNotFound)
	_, err = o.Publish(ctx, stranger, r.ID)
	require.ErrorIs(t, err, fault.ErrNotFound)
	for _, err := range o.Results(ctx, stranger, review.ResultFilter{Tenant: tenant}) {
		t.Fatal("a record of another tenant", err)
	}
	_, err = o.StartSelfReview(ctx, stranger, r.Cycle, hana, review.SelfReviewDraft{})
	require.ErrorIs(t, err, fault.ErrNotFound)
}

func TestWorkIsDoneInItsPhase(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c := o.launch(t)
	o.on("2024-09-07")
	_, err := o.StartSelfReview(ctx, asAna, c.ID, ana, ownAccount())
	require.ErrorIs(t, err, fault.ErrTransition)
	require.ErrorContains(t, err, "self review")
	o.on("2024-09-03")
	_, err = o.StartManagerReview(ctx, asBen, c.ID, ana, assessment())
	require.ErrorIs(t, err, fault.ErrTransition)

	o.on("2024-09-05")
	m, err := o.StartManagerReview(ctx, asBen, c.ID, ana, assessment())
	require.NoError(t, err)
	_, _, err = o.SubmitManagerReview(ctx, asBen, m.ID)
	require.ErrorIs(t, err, fault.ErrTransition, "ana still has time")
	require.ErrorContains(t, err, "6 Sep 2024")
	o.on("2024-09-09")
	_, r, err := o.SubmitManagerReview(ctx, asBen, m.ID)
	require.NoError(t, err, "nobody can hold a review up by writing none")
	_, err = o.Keep(ctx, asHana, r.ID)
	require.ErrorIs(t, err, fault.ErrTransition, "calibration begins on the 16th")
}

func TestManagersReviewWaitsForTheSelfReviewUntilItsWindowIsOver(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	o.check(t)
	c := o.launch(t)
	s, err := o.StartSelfReview(ctx, asAna, c.ID, ana, ownAccount())
	require.NoError(t, err)
	o.on("2024-09-06")
	m, err := o.StartManagerReview(ctx, asBen, c.ID, ana, assessment())
	require.NoError(t, err)
	_, _, err = o.SubmitManagerReview(ctx, asBen, m.ID)
	require.ErrorIs(t, err, fault.ErrTransition, "a draft is not handed in, and this is the last day for it")

	_, err = o.SubmitSelfReview(ctx, asAna, s.ID)
	require.NoError(t, err)
	_, _, err = o.SubmitManagerReview(ctx, asBen, m.ID)
	requireCodes(t, err, "discrepancies[0] review.discrepancy.open")
	_, err = o.ResolveDiscrepancy(ctx, asBen, s.ID, "g-1", "calls", "the recorded figure holds")
	require.NoError(t, err)
	_, _, err = o.SubmitManagerReview(ctx, asBen, m.ID)
	require.NoError(t, err, "there is nothing more to wait for")
}

func TestASelfReviewThatTheManagersReviewRestsOnStands(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	s, _, _ := o.propose(t)
	_, err := o.ResolveDiscrepancy(ctx, asBen, s.ID, "g-1", "calls", "on second thoughts")
	require.ErrorIs(t, err, fault.ErrTransition)
	o.on("2024-09-06")
	_, err = o.ReturnSelfReview(ctx, asBen, s.ID, "say more")
	require.ErrorIs(t, err, fault.ErrTransition)
	require.ErrorContains(t, err, "handed in")
}

func TestReturnedSelfReviewIsEditedAndHandedInAgain(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	o.check(t)
	c := o.launch(t)
	s, err := o.StartSelfReview(ctx, asAna, c.ID, ana, ownAccount())
	require.NoError(t, err)
	_, err = o.StartSelfReview(ctx, asAna, c.ID, ana, ownAccount())
	require.ErrorIs(t, err, fault.ErrExists)
	s, err = o.SubmitSelfReview(ctx, asAna, s.ID)
	require.NoError(t, err)
	s, err = o.ReturnSelfReview(ctx, asBen, s.ID, "say more about the calls")
	require.NoError(t, err)
	content := ownAccount()
	content.Claims[1].Comment = "ten calls were not booked"
	_, err = o.EditSelfReview(ctx, asAna, s.ID, s.Version-1, content)
	require.ErrorIs(t, err, fault.ErrConflict, "somebody read an older version")
	s, err = o.EditSelfReview(ctx, asAna, s.ID, s.Version, content)
	require.NoError(t, err)
	_, err = o.SubmitSelfReview(ctx, asAna, s.ID)
	require.NoError(t, err)
}

func TestManagerReviewIsForTheManagerNamedAtLaunch(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c := o.launch(t)
	o.on("2024-09-05")
	for _, other := range []access.Actor{asCleo, asHana, asAna} {
		_, err := o.StartManagerReview(ctx, other, c.ID, ana, assessment())
		require.ErrorIs(t, err, fault.ErrForbidden, other.Person)
	}
	_, err := o.StartManagerReview(ctx, asBen, c.ID, eve, assessment())
	require.ErrorIs(t, err, fault.ErrNotFound, "eve does not take part")
	m, err := o.StartManagerReview(ctx, asBen, c.ID, ana, review.ManagerReviewDraft{})
	require.NoError(t, err)
	_, err = o.EditManagerReview(ctx, asBen, m.ID, m.Version+1, assessment())
	require.ErrorIs(t, err, fault.ErrConflict)
	_, err = o.EditManagerReview(ctx, asBen, m.ID, m.Version, assessment())
	require.NoError(t, err)
}

func TestSubmissionAndProposalAreOneTransaction(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c := o.launch(t)
	o.on("2024-09-09")
	m, err := o.StartManagerReview(ctx, asBen, c.ID, ana, assessment())
	require.NoError(t, err)
	taken := result(t, review.ResultStatusProposed)
	taken.Cycle = c.ID
	_, err = o.stores.Results.Create(ctx, taken)
	require.NoError(t, err)
	_, _, err = o.SubmitManagerReview(ctx, asBen, m.ID)
	require.ErrorIs(t, err, fault.ErrExists)
	m, err = o.ManagerReview(ctx, asBen, m.ID)
	require.NoError(t, err)
	assert.Equal(t, review.FormStatusDraft, m.Status)
}

func TestLaunchRefusesTheWholeListAtOnce(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c, err := o.SetUpCycle(ctx, asHana, setup())
	require.NoError(t, err)
	_, _, err = o.Launch(ctx, asHana, c.ID, nil)
	requireCodes(t, err, "people review.people.required")
	_, _, err = o.Launch(ctx, asHana, c.ID, []review.Enrolment{
		{Employee: ana},
		{Employee: ana},
		{Employee: cleo},
		{Employee: "zoe"},
		{Employee: dan, Manager: dan},
		{},
	})
	requireCodes(t, err,
		"people[1] review.people.twice",
		"people[2].manager review.people.manager",
		"people[3] fault.notfound",
		"people[4].manager review.rater.self",
		"people[5].employee review.text.required",
		"people[5].manager review.text.required",
	)
	c, err = o.Cycle(ctx, asHana, c.ID)
	require.NoError(t, err)
	assert.Equal(t, review.CycleStatusDraft, c.Status, "nothing was written")
	_, err = o.Enrol(ctx, asHana, c.ID, []review.Enrolment{{Employee: ana}})
	require.ErrorIs(t, err, fault.ErrTransition)
}

// failing is a store that fails after some creations.
type failing struct {
	review.ParticipantStore
	left int
}

var errCrash = errors.New("the power failed")

func (f *failing) Create(ctx context.Context, p review.Participant) (review.Participant, error) {
	if f.left == 0 {
		return p, errCrash
	}
	f.left--
	return f.ParticipantStore.Create(ctx, p)
}

func TestLaunchGoesOnWhereACrashStopped(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c, err := o.SetUpCycle(ctx, asHana, setup())
	require.NoError(t, err)
	people := []review.Enrolment{{Employee: ana}, {Employee: dan}, {Employee: eve}, {Employee: cleo, Manager: "board"}}

	broken := o.stores
	broken.Participants = &failing{ParticipantStore: o.stores.Participants, left: 2}
	_, n, err := review.NewService(broken, o.gate).Launch(ctx, asHana, c.ID, people)
	require.ErrorIs(t, err, errCrash)
	assert.Equal(t, 2, n)

	launched, n, err := o.Launch(ctx, asHana, c.ID, people)
	require.NoError(t, err)
	assert.Equal(t, 2, n)
	assert.Equal(t, review.CycleStatusLaunched, launched.Status)
	again, n, err := o.Launch(ctx, asHana, c.ID, people)
	require.NoError(t, err)
	assert.Zero(t, n)
	assert.Equal(t, launched.Version, again.Version, "the second call creates nothing new")

	all, err := record.Collect(o.Participants(ctx, asHana, review.ParticipantFilter{Cycle: c.ID}))
	require.NoError(t, err)
	var who []string
	for _, p := range all {
		who = append(who, p.Employee+" "+p.Manager+" "+p.Unit)
	}
	assert.Equal(t, []string{"ana ben sales", "cleo board ", "dan ben sales", "eve cleo support"}, who)

	n, err = o.Enrol(ctx, asHana, c.ID, []review.Enrolment{{Employee: hana}, {Employee: ana}})
	require.NoError(t, err)
	assert.Equal(t, 1, n, "who comes later is enrolled later")
}

// forgetful is a store that does not see what another launch has just written.
type forgetful struct{ review.ParticipantStore }

func (forgetful) List(context.Context, review.ParticipantFilter) iter.Seq2[review.Participant, error] {
	return func(func(review.Participant, error) bool) {}
}

func TestTwoLaunchesAtOnceEnrolEverybodyOnce(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c := o.launch(t)
	stores := o.stores
	stores.Participants = forgetful{o.stores.Participants}
	_, n, err := review.NewService(stores, o.gate).Launch(ctx, asHana, c.ID, []review.Enrolment{{Employee: ana}, {Employee: eve}})
	require.NoError(t, err)
	assert.Equal(t, 1, n)
}

func TestWhoIsEnrolledIsLeftAsTheyWere(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c := o.launch(t)
	gate := o.gate
	chart, err := access.NewChart(tenant, []access.Person{{ID: hana}}, nil)
	require.NoError(t, err)
	gate.Directory = chart
	_, n, err := review.NewService(o.stores, gate).Launch(ctx, asHana, c.ID, []review.Enrolment{{Employee: ana, Manager: eve}, {Employee: dan}})
	require.NoError(t, err, "dan has left the directory, not the cycle")
	assert.Zero(t, n)
	p, _, err := record.First(o.Participants(ctx, asHana, review.ParticipantFilter{Employee: ana}))
	require.NoError(t, err)
	assert.Equal(t, ben, p.Manager)
}

func TestACycleWithUnpublishedResultsStaysOpen(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	_, _, r := o.propose(t)
	_, err := o.Close(ctx, asHana, r.Cycle)
	require.ErrorIs(t, err, fault.ErrTransition)
	require.ErrorContains(t, err, "ana")
	c, err := o.Cycle(ctx, asAna, r.Cycle)
	require.NoError(t, err)
	assert.Equal(t, review.CycleStatusLaunched, c.Status)
}

func TestClosedCycleStillTakesAppeals(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	r := o.publish(t)
	_, err := o.Close(ctx, asHana, r.Cycle)
	require.NoError(t, err)
	_, err = o.FileAppeal(ctx, asAna, r.ID, review.AppealDraft{Grounds: "two orders are missing"})
	require.NoError(t, err)
}

func TestDraftCycleIsEditedAndRescheduledWhenLaunched(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	c, err := o.SetUpCycle(ctx, asHana, setup())
	require.NoError(t, err)
	_, err = o.SetUpCycle(ctx, asBen, setup())
	require.ErrorIs(t, err, fault.ErrForbidden)
	s := setup()
	s.MinReason = 20
	_, err = o.EditCycle(ctx, asHana, c.ID, 7, s)
	require.ErrorIs(t, err, fault.ErrConflict)
	c, err = o.EditCycle(ctx, asHana, c.ID, c.Version, s)
	require.NoError(t, err)
	assert.Equal(t, 20, c.MinReason)
	_, err = o.Cycle(ctx, asAna, c.ID)
	require.ErrorIs(t, err, fault.ErrForbidden, "not yet launched")
	_, _, err = o.Launch(ctx, asHana, c.ID, []review.Enrolment{{Employee: ana}})
	require.NoError(t, err)
	_, err = o.Cycle(ctx, asAna, c.ID)
	require.NoError(t, err)
	phases := setup().Phases
	phases[0].Open.To = day("2024-09-08")
	c, err = o.Reschedule(ctx, asHana, c.ID, phases, "two days of downtime")
	require.NoError(t, err)
	assert.Equal(t, "2024-09-08", c.Phases[0].Open.To.String())
	seen, err := record.Collect(o.Cycles(ctx, asAna, review.CycleFilter{}))
	require.NoError(t, err)
	assert.Len(t, seen, 1)
}

func TestListsLeaveOutWhatTheActorMayNotSee(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	s, m, _ := o.propose(t)
	count := func(a access.Actor) string {
		selfs, err := record.Collect(o.SelfReviews(ctx, a, review.SelfReviewFilter{Cycle: s.Cycle}))
		require.NoError(t, err)
		managers, err := record.Collect(o.ManagerReviews(ctx, a, review.ManagerReviewFilter{Cycle: m.Cycle}))
		require.NoError(t, err)
		people, err := record.Collect(o.Participants(ctx, a, review.ParticipantFilter{Cycle: s.Cycle}))
		require.NoError(t, err)
		return fmt.Sprint(len(selfs), len(managers), len(people))
	}
	assert.Equal(t, "1 1 2", count(asHana))
	assert.Equal(t, "1 1 2", count(asBen))
	assert.Equal(t, "1 0 1", count(asAna))
	assert.Equal(t, "0 0 1", count(asDan))
	assert.Equal(t, "0 0 0", count(asEve))
}

func TestAFailingDecisionLogStopsTheChange(t *testing.T) {
	o, ctx := newOffice(t), t.Context()
	_, _, r := o.propose(t)
	o.on("2024-09-16")
	gate := o.gate
	gate.Decided = func(context.Context, access.Decision) error { return errCrash }
	_, err := review.NewService(o.stores, gate).Keep(ctx, asHana, r.ID)
	require.ErrorIs(t, err, errCrash)
	for _, err := range review.NewService(o.stores, gate).Results(ctx, asHana, review.ResultFilter{}) {
		require.ErrorIs(t, err, errCrash)
	}
}
