package review_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

func file(t *testing.T, on string, w calendar.Working, content review.AppealDraft) (review.Appeal, error) {
	t.Helper()
	return review.FileAppeal(key("a-1"), result(t, review.ResultStatusPublished), launched(t), content, day(on), w, at(ana, on))
}

func TestAppealFiledTooLateIsRefusedNamingTheLastDay(t *testing.T) {
	// Published on 25 September: five working days after are 26, 27, 29, 30 and 8 October.
	grounds := review.AppealDraft{Grounds: "two orders are missing"}
	until, err := result(t, review.ResultStatusPublished).AppealUntil(launched(t).Appeals, calendar.China())
	require.NoError(t, err)
	assert.Equal(t, "2024-10-08", until.String())

	_, err = file(t, "2024-10-08", calendar.China(), grounds)
	require.NoError(t, err)
	_, err = file(t, "2024-10-09", calendar.China(), grounds)
	requireCodes(t, err, "filed review.appeal.late")
	require.ErrorContains(t, err, "until 8 Oct 2024")
	_, err = file(t, "2024-09-24", calendar.China(), grounds)
	requireCodes(t, err, "filed review.appeal.early")
}

func TestAppealNeedsGroundsAndAPublishedResultOfTheCycle(t *testing.T) {
	_, err := file(t, "2024-09-29", calendar.China(), review.AppealDraft{Grounds: " ", Evidence: []record.Evidence{{}}})
	requireCodes(t, err, "grounds review.text.required", "evidence[0] record.evidence.empty")

	grounds := review.AppealDraft{Grounds: "two orders are missing"}
	_, err = review.FileAppeal(key("a"), result(t, review.ResultStatusAccepted), launched(t), grounds, day("2024-09-29"), calendar.China(), at(ana, "2024-09-29"))
	require.ErrorIs(t, err, fault.ErrTransition, "who has signed can't appeal")

	other := launched(t)
	other.ID = "sep"
	_, err = review.FileAppeal(key("a"), result(t, review.ResultStatusPublished), other, grounds, day("2024-09-29"), calendar.China(), at(ana, "2024-09-29"))
	requireCodes(t, err, "cycle review.appeal.cycle")
}

func TestCalendarThatDoesNotKnowTheDaysIsAnErrorNotAGuess(t *testing.T) {
	unknown, err := calendar.Holidays{Years: []int{2023}, Off: []calendar.Date{day("2023-01-01")}}.Working()
	require.NoError(t, err)
	_, err = file(t, "2024-09-29", unknown, review.AppealDraft{Grounds: "two orders are missing"})
	require.ErrorIs(t, err, fault.ErrInvalid)
	require.ErrorContains(t, err, "due")
}

func TestReviewerIsIndependent(t *testing.T) {
	a := appeal(t, review.AppealStatusFiled)
	lines := review.Lines{Rater: []string{cleo}}
	for reviewer, want := range map[string]string{
		"":   "review.text.required",
		ana:  "review.reviewer.employee",
		ben:  "review.reviewer.rater",
		cleo: "review.reviewer.above",
	} {
		_, err := a.Assign(reviewer, lines, at(hana, "2024-09-30"))
		requireCodes(t, err, "reviewer "+want)
	}
	_, err := a.Assign(dan, review.Lines{Rater: []string{cleo}, Reviewer: []string{ben, cleo}}, at(hana, "2024-09-30"))
	requireCodes(t, err, "reviewer review.reviewer.below")

	a, err = a.Assign(eve, review.Lines{Rater: []string{cleo}, Reviewer: []string{cleo}}, at(hana, "2024-09-30"))
	require.NoError(t, err, "a common superior is no obstacle")
	assert.Equal(t, eve, a.Reviewer)
}

func TestOnlyTheReviewerChecksAndDecides(t *testing.T) {
	a := appeal(t, review.AppealStatusAssigned)
	_, err := a.AddCheck(review.Check{Question: "is it true?", Finding: "yes"}, at(hana, "2024-10-08"))
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = a.Decide(review.Ruling{Outcome: review.Upheld, Reasons: "so be it"}, day("2024-10-09"), at(ben, "2024-10-09"))
	require.ErrorIs(t, err, fault.ErrForbidden)
}

func TestCheckHasAQuestionAndAFinding(t *testing.T) {
	before := appeal(t, review.AppealStatusAssigned)
	_, err := before.AddCheck(review.Check{Question: " ", Evidence: []record.Evidence{{}}}, at(eve, "2024-10-08"))
	requireCodes(t, err,
		"checks[1].question review.text.required", "checks[1].finding review.text.required",
		"checks[1].evidence[0] record.evidence.empty")
	after, err := before.AddCheck(review.Check{Question: "were the standards the same?", Finding: "yes"}, at(eve, "2024-10-08"))
	require.NoError(t, err)
	assert.Len(t, after.Checks, 2)
	assert.Len(t, before.Checks, 1)
}

func TestDecisionIsComplete(t *testing.T) {
	assigned := appeal(t, review.AppealStatusAssigned)
	unchecked, err := appeal(t, review.AppealStatusFiled).Assign(eve, review.Lines{}, at(hana, "2024-09-30"))
	require.NoError(t, err)
	tests := []struct {
		name   string
		appeal review.Appeal
		ruling review.Ruling
		on     string
		want   []string
	}{
		{"nothing said", assigned, review.Ruling{}, "2024-10-09", []string{"outcome fault.value.unknown", "decision review.text.required"}},
		{"adjusted to nothing", assigned, review.Ruling{Outcome: review.Adjusted, Reasons: "so"}, "2024-10-09", []string{"level review.decision.level"}},
		{"upheld to another level", assigned, review.Ruling{Outcome: review.Upheld, Level: "pass", Reasons: "so"}, "2024-10-09", []string{"level review.decision.level"}},
		{"before it was filed", assigned, review.Ruling{Outcome: review.Upheld, Reasons: "so"}, "2024-09-28", []string{"decided review.decision.date"}},
		{"on its merits without a check", unchecked, review.Ruling{Outcome: review.Upheld, Reasons: "so"}, "2024-10-09", []string{"checks review.decision.checks"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			after, err := tt.appeal.Decide(tt.ruling, day(tt.on), at(eve, "2024-10-09"))
			requireCodes(t, err, tt.want...)
			assert.Equal(t, review.AppealStatusAssigned, after.Status)
		})
	}
	_, err = unchecked.Decide(review.Ruling{Outcome: review.Rejected, Reasons: "filed against a colleague's result"}, day("2024-10-09"), at(eve, "2024-10-09"))
	require.NoError(t, err, "what is inadmissible needs no check")
}

func TestAppealThatDoesNotAddUpIsRefused(t *testing.T) {
	a := appeal(t, review.AppealStatusAssigned)
	a.Cycle, a.Result, a.Employee, a.Rater = "", "", eve, eve
	a.Filed, a.Due, a.Outcome = calendar.Date{}, calendar.Date{}, review.Upheld
	requireCodes(t, a.Validate(),
		"cycle review.text.required", "result review.text.required",
		"reviewer review.reviewer.employee", "reviewer review.reviewer.rater",
		"filed review.date.required", "due review.appeal.due", "outcome review.decision.early")

	a = appeal(t, review.AppealStatusFiled)
	a.Status = review.AppealStatusAssigned
	requireCodes(t, a.Validate(), "reviewer review.text.required")
	a.Status = "lost"
	requireCodes(t, a.Validate(), "status fault.value.unknown")
}
