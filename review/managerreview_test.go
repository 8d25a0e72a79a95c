package review_test

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

func TestManagerReviewIsRatedByTheRules(t *testing.T) {
	m := managerSubmitted(t)
	require.NotNil(t, m.Rating)
	assert.Equal(t, "good", m.Rating.Level)
	assert.Equal(t, "88", m.Rating.Score.String(), "70 % of 85 and 30 % of 95")
	assert.Equal(t, rules().Digest(), m.Rating.Digest)
	require.NoError(t, rules().Recompute(*m.Rating))
}

func TestSubmissionRefusesEveryProblemAtOnce(t *testing.T) {
	content := assessment()
	content.Inputs.Evidence = nil
	content.Inputs.Metrics = nil
	m, err := review.NewManagerReview(key("m"), participant(t), content, at(ben, "2024-09-05"))
	require.NoError(t, err, "a draft may be incomplete")
	after, err := m.Submit(rules(), selfSubmitted(t).Discrepancies, at(ben, "2024-09-09"))
	requireCodes(t, err,
		"inputs.evidence.teamwork review.evidence.required",
		"discrepancies[0] review.discrepancy.open",
		"inputs.metrics.completion rating.input.metric.dimension",
	)
	assert.Equal(t, review.FormStatusDraft, after.Status)
	assert.Nil(t, after.Rating)
}

func TestJudgementWithoutAReasonIsRefused(t *testing.T) {
	content := assessment()
	content.Inputs.Judged["teamwork"] = rating.Judgement{Level: "excellent"}
	m, err := review.NewManagerReview(key("m"), participant(t), content, at(ben, "2024-09-05"))
	require.NoError(t, err)
	_, err = m.Submit(rules(), nil, at(ben, "2024-09-09"))
	require.ErrorContains(t, err, "inputs.judged.teamwork.reason")
}

func TestResolvedDiscrepanciesLetTheManagerSubmit(t *testing.T) {
	s, err := selfSubmitted(t).Resolve("g-1", "calls", "the recorded figure holds", at(ben, "2024-09-04"))
	require.NoError(t, err)
	m, err := managerDraft(t).Submit(rules(), s.Discrepancies, at(ben, "2024-09-09"))
	require.NoError(t, err)
	assert.Equal(t, review.FormStatusSubmitted, m.Status)
}

func TestManagerReviewDraftIsCheckedToo(t *testing.T) {
	content := assessment()
	content.Inputs.Metrics["completion"] = number.Quantity{Value: decimal.New(1, 400)}
	content.Inputs.Evidence["teamwork"] = []record.Evidence{{}}
	content.Comment = strings.Repeat("好", 4001)
	p := participant(t)
	p.Manager = ana
	_, err := review.NewManagerReview(key("m"), p, content, at(ana, "2024-09-05"))
	requireCodes(t, err,
		"rater review.rater.self",
		"comment check.long",
		"inputs.metrics.completion number.bounds",
		"inputs.evidence.teamwork[0] record.evidence.empty",
	)
}

func TestManagerReviewIsNotTheCallersMap(t *testing.T) {
	content := assessment()
	m, err := review.NewManagerReview(key("m"), participant(t), content, at(ben, "2024-09-05"))
	require.NoError(t, err)
	content.Inputs.Judged["teamwork"] = rating.Judgement{Level: "poor"}
	content.Inputs.Evidence["teamwork"][0].Note = "nothing"
	assert.Equal(t, "excellent", m.Inputs.Judged["teamwork"].Level)
	assert.NotEqual(t, "nothing", m.Inputs.Evidence["teamwork"][0].Note)
}
