package review_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

func TestCycleRefusesEveryProblemAtOnce(t *testing.T) {
	s := setup()
	s.Label = text.Label{}
	s.Period = calendar.Period{From: day("2024-08-31"), To: day("2024-08-01")}
	s.Phases = []review.Window{
		{Phase: review.ManagerPhase, Open: span("2024-09-09", "2024-09-13")},
		{Phase: review.SelfPhase, Open: span("2024-09-02", "2024-09-06")},
		{Phase: review.SelfPhase, Open: span("2024-09-12", "2024-09-11")},
		{Phase: "party", Open: span("2024-09-20", "2024-09-20")},
	}
	s.Rules.Label = text.Label{}
	s.Appeals = review.AppealRules{FileWithin: 0, AnswerWithin: -1}
	s.MinReason = -1
	c, err := review.NewCycle(key("aug"), s, at(hana, "2024-08-26"))
	requireCodes(t, err,
		"label review.cycle.label",
		"period.to calendar.period.order",
		"phases[1].open.from review.phase.order",
		"phases[2].phase review.phase.twice",
		"phases[2].open.to calendar.period.order",
		"phases[3].phase fault.value.unknown",
		"rules.label rating.label.required",
		"appeals.fileWithin review.appeal.days",
		"appeals.answerWithin review.appeal.days",
		"minReason review.cycle.minreason",
	)
	assert.Zero(t, c)
}

func TestCycleAnswersAppealsWithinThreeDaysUnlessSaidOtherwise(t *testing.T) {
	assert.Equal(t, 3, draftCycle(t).Appeals.AnswerWithin)
	s := setup()
	s.Appeals.AnswerWithin = 7
	c, err := draftCycle(t).Edit(s, at(hana, "2024-08-27"))
	require.NoError(t, err)
	assert.Equal(t, 7, c.Appeals.AnswerWithin)
}

func TestPhaseIsOpenInItsWindowOfALaunchedCycle(t *testing.T) {
	c := launched(t)
	for on, want := range map[string]bool{"2024-09-01": false, "2024-09-02": true, "2024-09-06": true, "2024-09-07": false} {
		assert.Equal(t, want, c.PhaseOpen(review.SelfPhase, day(on)), on)
	}
	assert.True(t, c.PhaseOpen(review.AppealPhase, day("2025-01-01")), "a phase without a window is always open")
	assert.False(t, draftCycle(t).PhaseOpen(review.SelfPhase, day("2024-09-03")), "not before launch")

	err := c.RequireOpen(review.SelfPhase, day("2024-09-07"))
	require.ErrorIs(t, err, fault.ErrTransition)
	assert.Equal(t, "the phase “self review” is not open on 7 Sep 2024; its window is 2 Sep 2024 to 6 Sep 2024", err.Error())
	require.ErrorIs(t, draftCycle(t).RequireOpen(review.SelfPhase, day("2024-09-03")), fault.ErrTransition)
}

func TestRescheduleExtendsAWindowForAReason(t *testing.T) {
	phases := setup().Phases
	phases[0].Open.To = day("2024-09-08")
	c, err := launched(t).Reschedule(phases, "the system was down for two days", at(hana, "2024-09-06"))
	require.NoError(t, err)
	assert.True(t, c.PhaseOpen(review.SelfPhase, day("2024-09-08")))
	assert.Equal(t, "the system was down for two days", c.Updated.Reason)

	before := launched(t)
	after, err := before.Reschedule(nil, " ", at(hana, "2024-09-06"))
	requireCodes(t, err, "reason review.text.required")
	assert.Equal(t, before.Phases, after.Phases)
}

func TestLaunchedCycleKeepsItsRules(t *testing.T) {
	s := setup()
	c, err := review.NewCycle(key("aug"), s, at(hana, "2024-08-26"))
	require.NoError(t, err)
	s.Phases[0].Phase = review.AppealPhase
	assert.Equal(t, review.SelfPhase, c.Phases[0].Phase, "the caller's slice is not the cycle's")
	c, err = c.Launch(at(hana, "2024-09-02"))
	require.NoError(t, err)
	_, err = c.Edit(review.CycleDraft{Rules: rating.Policy{}}, at(hana, "2024-09-03"))
	require.ErrorIs(t, err, fault.ErrTransition)
}

func TestParticipantNeedsAManagerOtherThanThemselves(t *testing.T) {
	_, err := launched(t).Enrol(key("p"), review.Enrolment{Employee: ana}, at(hana, "2024-09-02"))
	requireCodes(t, err, "manager review.text.required")
	_, err = launched(t).Enrol(key("p"), review.Enrolment{Employee: ana, Manager: ana}, at(hana, "2024-09-02"))
	requireCodes(t, err, "manager review.rater.self")
	_, err = launched(t).Enrol(key("p"), review.Enrolment{}, at(hana, "2024-09-02"))
	requireCodes(t, err, "employee review.text.required", "manager review.text.required")
}

func TestKindsAreSound(t *testing.T) {
	for _, s := range []record.Schema{
		review.CycleKind.Schema(), review.ParticipantKind.Schema(), review.SelfReviewKind.Schema(),
		review.ManagerReviewKind.Schema(), review.ResultKind.Schema(), review.AppealKind.Schema(),
	} {
		require.NoError(t, s.Validate(), s.Name)
	}
	for _, tt := range []struct {
		schema record.Schema
		filter record.Filter
	}{
		{review.CycleKind.Schema(), review.CycleFilter{Tenant: tenant, Statuses: []review.CycleStatus{review.CycleStatusDraft}}},
		{review.ParticipantKind.Schema(), review.ParticipantFilter{Tenant: tenant, Cycle: "c", Employee: "e", Manager: "m", Unit: "u"}},
		{review.SelfReviewKind.Schema(), review.SelfReviewFilter{Tenant: tenant, Cycle: "c", Employee: "e", Statuses: []review.FormStatus{review.FormStatusDraft}}},
		{review.ManagerReviewKind.Schema(), review.ManagerReviewFilter{Tenant: tenant, Cycle: "c", Employee: "e", Rater: "r", Statuses: []review.FormStatus{review.FormStatusDraft}}},
		{review.ResultKind.Schema(), review.ResultFilter{Tenant: tenant, Cycle: "c", Employee: "e", Rater: "r", Unit: "u", Level: "l", Statuses: []review.ResultStatus{review.ResultStatusProposed}}},
		{review.AppealKind.Schema(), review.AppealFilter{Tenant: tenant, Cycle: "c", Result: "x", Employee: "e", Reviewer: "r", Statuses: []review.AppealStatus{review.AppealStatusFiled}, DueBefore: day("2024-10-09")}},
	} {
		require.NoError(t, tt.filter.Query().Check(tt.schema), tt.schema.Name)
	}
}
