package review_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

func TestSelfReviewRefusesEveryProblemAtOnce(t *testing.T) {
	content := ownAccount()
	content.Claims = append(content.Claims,
		claim("calls", "130", ""),
		review.Claim{Value: decimal.New(1, 400), Cause: "weather", Comment: strings.Repeat("好", 2001), Evidence: []record.Evidence{{}}},
	)
	content.Hidden = append(content.Hidden, review.Contribution{What: " ", Evidence: []record.Evidence{{}}})
	content.Growth = strings.Repeat("长", 4001)
	_, err := review.NewSelfReview(key("s"), participant(t), content, at(ana, "2024-09-02"))
	requireCodes(t, err,
		"claims[2] review.claim.twice",
		"claims[3].goal review.text.required",
		"claims[3].metric review.text.required",
		"claims[3].value number.bounds",
		"claims[3].cause fault.value.unknown",
		"claims[3].comment check.long",
		"claims[3].evidence[0] record.evidence.empty",
		"hidden[1].what review.text.required",
		"hidden[1].evidence[0] record.evidence.empty",
		"growth check.long",
	)
}

func TestEmptySelfReviewCanBeADraftButNotHandedIn(t *testing.T) {
	s, err := review.NewSelfReview(key("s"), participant(t), review.SelfReviewDraft{}, at(ana, "2024-09-02"))
	require.NoError(t, err)
	after, err := s.Submit(nil, at(ana, "2024-09-03"))
	requireCodes(t, err, "claims review.self.empty")
	assert.Equal(t, review.FormStatusDraft, after.Status)
}

func TestSubmissionFindsDiscrepanciesAndTheManagerResolvesThem(t *testing.T) {
	s := selfSubmitted(t)
	require.Len(t, s.Discrepancies, 1, "completion is as recorded, calls are not")
	assert.True(t, s.Discrepancies[0].Open())

	_, err := s.Resolve("g-1", "visits", "fine", at(ben, "2024-09-04"))
	require.ErrorIs(t, err, fault.ErrNotFound)
	_, err = s.Resolve("g-1", "calls", " ", at(ben, "2024-09-04"))
	requireCodes(t, err, "resolution review.text.required")

	resolved, err := s.Resolve("g-1", "calls", "the recorded figure holds", at(ben, "2024-09-04"))
	require.NoError(t, err)
	assert.False(t, resolved.Discrepancies[0].Open())
	assert.True(t, s.Discrepancies[0].Open(), "the receiver is not changed")
}

func TestReturnNeedsAReasonAndKeepsWhatWasResolved(t *testing.T) {
	s, err := selfSubmitted(t).Resolve("g-1", "calls", "the recorded figure holds", at(ben, "2024-09-04"))
	require.NoError(t, err)
	_, err = s.Return("", at(ben, "2024-09-04"))
	requireCodes(t, err, "reason review.text.required")

	s, err = s.Return("say more about the visits", at(ben, "2024-09-04"))
	require.NoError(t, err)
	assert.Equal(t, "say more about the visits", s.Returned.Reason)
	assert.Equal(t, ben, s.Returned.By)

	content := ownAccount()
	content.Claims = append(content.Claims, claim("visits", "9", ""))
	s, err = s.Edit(content, at(ana, "2024-09-05"))
	require.NoError(t, err)
	again, err := s.Submit(books(), at(ana, "2024-09-05"))
	require.NoError(t, err)
	require.Len(t, again.Discrepancies, 2)
	assert.Equal(t, "the recorded figure holds", again.Discrepancies[0].Resolution, "the same figures as before")
	assert.True(t, again.Discrepancies[1].Open())

	content.Claims[1].Value = num("121")
	s, err = s.Edit(content, at(ana, "2024-09-05"))
	require.NoError(t, err)
	again, err = s.Submit(books(), at(ana, "2024-09-05"))
	require.NoError(t, err)
	assert.True(t, again.Discrepancies[0].Open(), "another figure is another discrepancy")
}

func TestSelfReviewIsNotTheCallersSlice(t *testing.T) {
	content := ownAccount()
	s, err := review.NewSelfReview(key("s"), participant(t), content, at(ana, "2024-09-02"))
	require.NoError(t, err)
	content.Claims[0].Value, content.Hidden[0].What = num("1"), "nothing"
	assert.Equal(t, "96", s.Claims[0].Value.String())
	assert.Equal(t, "helped the launch team", s.Hidden[0].What)
}
