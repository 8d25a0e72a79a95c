package goal_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
)

func TestReviseKeepsWhatWasInForceAndWhen(t *testing.T) {
	g := active(t)
	revised, err := g.Revise(inForce(t, g), wei)
	require.NoError(t, err)
	require.NoError(t, revised.Validate())
	assert.Empty(t, g.Former, "the receiver does not change")
	for on, want := range map[string]string{"2024-07-01": "12", "2024-07-31": "12", "2024-08-01": "16", "2024-12-31": "16"} {
		terms, ok := revised.TermsOn(day(on))
		require.True(t, ok)
		assert.Equal(t, want, terms.Measures[0].Target.String(), on)
	}
	_, ok := revised.TermsOn(day("2024-06-30"))
	assert.False(t, ok)
	assert.True(t, revised.Signatures.Complete(revised.Digest(), revised.Signers()...), "the new terms are signed")
	assert.Equal(t, g.Expected(day("2024-08-15")), revised.Expected(day("2024-08-15")), "the pace runs from the beginning")
}

func TestReviseTakesNothingButARevisionInForceOfThisGoal(t *testing.T) {
	g := active(t)
	_, err := g.Revise(requested(t, g), wei)
	require.ErrorIs(t, err, fault.ErrTransition, "not approved, not signed")
	other := inForce(t, g)
	other.Goal = "g2"
	_, err = g.Revise(other, wei)
	require.ErrorIs(t, err, fault.ErrTransition)
	altered := inForce(t, g)
	altered.Proposed.Title = "Answer complaints some day"
	_, err = g.Revise(altered, wei)
	require.ErrorIs(t, err, record.ErrStale, "signed was something else")
	revised, err := g.Revise(inForce(t, g), wei)
	require.NoError(t, err)
	_, err = revised.Revise(inForce(t, g), wei)
	assert.Contains(t, codes(err), "proposed.from goal.from.order", "once only")
}

func TestNewRevisionNeedsProofAndATruthfulDay(t *testing.T) {
	g := active(t)
	_, err := goal.NewRevision(key("r1"), g, goal.RevisionDraft{
		Cause: "mood", Evidence: []record.Evidence{{Note: "everybody says so"}},
		Proposed: g.Terms, Requested: day("2024-08-01"),
	}, lin)
	assert.ElementsMatch(t, []string{
		"cause fault.value.unknown", "reason record.reason.required", "evidence goal.revision.evidence",
		"proposed.from goal.from.order", "proposed.from goal.revision.from", "proposed goal.revision.same",
	}, codes(err))
	_, err = goal.NewRevision(key("r1"), g, goal.RevisionDraft{}, lin)
	assert.Contains(t, codes(err), "requested goal.revision.day")

	d := goal.RevisionDraft{
		Cause: goal.Market, Reason: "complaints rose", Evidence: []record.Evidence{{Link: "https://example.com"}},
		Proposed: g.Terms, Requested: day("2024-08-01"),
	}
	d.Proposed.From = calendar.Date{}
	d.Proposed.Title = "Answer complaints within 16 hours"
	d.Proposed.Measures = []goal.Measure{{Metric: "response time", Direction: goal.Decrease}}
	_, err = goal.NewRevision(key("r1"), g, d, lin)
	assert.Equal(t, []string{"proposed.measures[0].target goal.target.required"}, codes(err))
	same := d
	same.Proposed = g.Terms
	same.Proposed.From = calendar.Date{}
	_, err = goal.NewRevision(key("r1"), g, same, lin)
	assert.Equal(t, []string{"proposed goal.revision.same"}, codes(err), "another day is not another content")
	_, err = goal.NewRevision(key("r1"), signed(t, proposed(t)), d, lin)
	require.ErrorIs(t, err, fault.ErrTransition, "only an active goal is revised")
	_, err = goal.NewRevision(record.Key{Tenant: "other", ID: "r1"}, g, d, lin)
	assert.Contains(t, codes(err), "meta.tenant goal.tenant.other")
}

func TestARevisionIsSignedAsTheGoalIs(t *testing.T) {
	g := active(t)
	r, err := requested(t, g).Approve(wei)
	require.NoError(t, err)
	_, err = r.Sign(g, record.Sign(lin, goal.ByEmployee, g.Digest()))
	require.ErrorIs(t, err, record.ErrStale, "the old terms are not the new")
	one, err := r.Sign(g, record.Sign(lin, goal.ByEmployee, r.Digest(g)))
	require.NoError(t, err)
	assert.Equal(t, goal.RevisionStatusApproved, one.Status)
	_, err = one.Sign(g, record.Sign(lin, goal.ByManager, r.Digest(g)))
	assert.Equal(t, []string{"signature.by record.signature.twice"}, codes(err))
	_, err = r.Reject("", wei)
	assert.Equal(t, []string{"reason record.reason.required"}, codes(err))
}

func TestThePaceOfADayRunsToTheDueDayOfItsTerms(t *testing.T) {
	g := active(t)
	sooner := requested(t, g)
	sooner.Proposed.Due = day("2024-08-31")
	sooner.Status = goal.RevisionStatusApproved
	sooner, err := sooner.Sign(g, record.Sign(lin, goal.ByEmployee, sooner.Digest(g)))
	require.NoError(t, err)
	sooner, err = sooner.Sign(g, record.Sign(wei, goal.ByManager, sooner.Digest(g)))
	require.NoError(t, err)
	g, err = g.Revise(sooner, wei)
	require.NoError(t, err)
	assert.Equal(t, "33.695652173913043478", g.Expected(day("2024-07-31")).String(), "31 of 92 days, as it was agreed then")
	assert.Equal(t, "51.612903225806451613", g.Expected(day("2024-08-01")).String(), "32 of 62 days")
}

func TestOnlyTheRequesterWithdrawsARevision(t *testing.T) {
	r := requested(t, active(t))
	_, err := r.Withdraw(wei)
	require.ErrorIs(t, err, fault.ErrForbidden)
	gone, err := r.Withdraw(lin)
	require.NoError(t, err)
	assert.Equal(t, goal.RevisionStatusWithdrawn, gone.Status)
	_, err = gone.Approve(wei)
	require.ErrorIs(t, err, fault.ErrTransition)
	approved, err := r.Approve(wei)
	require.NoError(t, err)
	_, err = approved.Withdraw(lin)
	require.NoError(t, err, "until both have signed")
	_, err = inForce(t, active(t)).Withdraw(lin)
	require.ErrorIs(t, err, fault.ErrTransition)
}
