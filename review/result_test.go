package review_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

func TestProposalTakesOnlyTheSubmittedReviewOfTheParticipant(t *testing.T) {
	_, err := review.Propose(key("r"), participant(t), managerDraft(t), at(ben, "2024-09-09"))
	requireCodes(t, err, "rating review.result.unsubmitted")
	other := participant(t)
	other.Employee = dan
	_, err = review.Propose(key("r"), other, managerSubmitted(t), at(ben, "2024-09-09"))
	requireCodes(t, err, "employee review.result.foreign")
}

func TestCalibrationRefusesEveryProblemAtOnce(t *testing.T) {
	r := result(t, review.ResultStatusProposed)
	other := rules()
	other.Version = 2
	tests := []struct {
		name    string
		to, why string
		by      string
		rules   rating.Policy
		want    []string
	}{
		{"unknown level, no reason, own result, other rules", "super", "", ana, other, []string{
			"to review.level.unknown", "why review.reason.short", "by review.result.own", "rules review.rules.foreign",
		}},
		{"the level that stands", "good", "as discussed today", hana, rules(), []string{"to review.level.same"}},
		{"nine characters", "pass", "  九个字的理由不够长  ", hana, rules(), []string{"why review.reason.short"}},
		{"too long", "pass", strings.Repeat("长", 4001), hana, rules(), []string{"why review.reason.long"}},
		{"a gate that is not met", "excellent", "as discussed today", hana, rules(), []string{"to review.level.gate"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			after, err := r.Calibrate(tt.to, tt.why, tt.rules, 10, at(tt.by, "2024-09-16"))
			requireCodes(t, err, tt.want...)
			assert.Equal(t, review.ResultStatusProposed, after.Status)
			assert.Empty(t, after.Changes)
		})
	}
	_, err := r.Calibrate("pass", "", rules(), 0, at(hana, "2024-09-16"))
	requireCodes(t, err, "why review.reason.short")
	_, err = r.Calibrate("pass", "十个字的理由刚刚好啊", rules(), 10, at(hana, "2024-09-16"))
	require.NoError(t, err, "characters are counted, not bytes")
}

func TestGateThatIsMetLetsCalibrationThrough(t *testing.T) {
	content := assessment()
	content.Inputs.Metrics["innovations"] = number.Quantity{Value: num("1")}
	m, err := review.NewManagerReview(key("m"), participant(t), content, at(ben, "2024-09-05"))
	require.NoError(t, err)
	m, err = m.Submit(rules(), nil, at(ben, "2024-09-09"))
	require.NoError(t, err)
	r, err := review.Propose(key("r"), participant(t), m, at(ben, "2024-09-09"))
	require.NoError(t, err)
	r, err = r.Calibrate("excellent", "the innovation saved a whole shift", rules(), 10, at(hana, "2024-09-16"))
	require.NoError(t, err)
	assert.Equal(t, "excellent", r.Level)
}

func TestChangesTellFromToWhyAndWhoAndTheProposalStays(t *testing.T) {
	proposed := result(t, review.ResultStatusProposed)
	r, err := proposed.Calibrate("pass", "two orders were cancelled", rules(), 10, at(hana, "2024-09-16"))
	require.NoError(t, err)
	r, err = r.Calibrate("good", "one of them was renewed", rules(), 10, at(cleo, "2024-09-17"))
	require.NoError(t, err)
	require.Len(t, r.Changes, 2)
	assert.Equal(t, "good→pass pass→good", r.Changes[0].From+"→"+r.Changes[0].To+" "+r.Changes[1].From+"→"+r.Changes[1].To)
	assert.Equal(t, hana, r.Changes[0].By.By)
	assert.Equal(t, "one of them was renewed", r.Changes[1].Why)
	assert.Equal(t, review.FromCalibration, r.Changes[1].Source)
	assert.Equal(t, proposed.Proposed, r.Proposed)
	assert.Empty(t, proposed.Changes)
	require.NoError(t, r.Validate())
}

func TestNothingIsPublishedThatCalibrationDidNotLookAt(t *testing.T) {
	_, err := result(t, review.ResultStatusProposed).Publish(day("2024-09-25"), at(hana, "2024-09-25"))
	require.ErrorIs(t, err, fault.ErrTransition)

	kept := result(t, review.ResultStatusCalibrated)
	require.NotNil(t, kept.Confirmed)
	assert.Equal(t, hana, kept.Confirmed.By)
	assert.Empty(t, kept.Changes)

	changed, err := kept.Calibrate("pass", "two orders were cancelled", rules(), 10, at(hana, "2024-09-17"))
	require.NoError(t, err)
	assert.Nil(t, changed.Confirmed, "it is not kept any more")

	_, err = result(t, review.ResultStatusProposed).Keep(at(ana, "2024-09-16"))
	requireCodes(t, err, "by review.result.own")
	_, err = kept.Publish(day("2024-09-25").AddDays(1e9), at(hana, "2024-09-25"))
	requireCodes(t, err, "publishedOn review.date.required")
}

func TestAcceptanceIsTheEmployeesSignatureUnderThisResult(t *testing.T) {
	r := result(t, review.ResultStatusPublished)
	sign := func(by, role string, d record.Digest) error {
		_, err := r.Accept(record.Sign(at(by, "2024-09-26"), role, d))
		return err
	}
	require.NoError(t, sign(ana, goal.ByEmployee, r.Digest()))
	require.ErrorIs(t, sign(ben, goal.ByEmployee, r.Digest()), fault.ErrInvalid)
	require.ErrorIs(t, sign(ana, goal.ByManager, r.Digest()), fault.ErrInvalid)
	require.ErrorIs(t, sign(ana, goal.ByEmployee, "another"), fault.ErrConflict)
	require.ErrorIs(t, sign(ana, goal.ByEmployee, ""), fault.ErrInvalid)

	accepted := result(t, review.ResultStatusAccepted)
	assert.True(t, accepted.Signatures.Cover(accepted.Digest(), goal.ByEmployee))
}

func TestDigestCoversWhatIsSigned(t *testing.T) {
	r := result(t, review.ResultStatusPublished)
	stored, err := json.Marshal(r)
	require.NoError(t, err)
	var loaded review.Result
	require.NoError(t, json.Unmarshal(stored, &loaded))
	assert.Equal(t, r.Digest(), loaded.Digest(), "the same after a round trip")

	for name, alter := range map[string]func(*review.Result){
		"employee": func(r *review.Result) { r.Employee = dan },
		"level":    func(r *review.Result) { r.Level = "pass" },
		"changes":  func(r *review.Result) { r.Changes = []review.LevelChange{{From: "good", To: "pass"}} },
		"score":    func(r *review.Result) { r.Proposed.Score = num("87") },
		"figures":  func(r *review.Result) { r.Proposed.Inputs.Metrics = nil },
	} {
		altered := r
		alter(&altered)
		assert.NotEqual(t, r.Digest(), altered.Digest(), name)
	}
}

func TestAdjustedAppealChangesTheLevelAndVoidsSignatures(t *testing.T) {
	r := result(t, review.ResultStatusAppealed)
	r.Signatures = record.Signatures{record.Sign(at(ben, "2024-09-26"), goal.ByManager, r.Digest())}
	after, err := r.AfterAppeal(appeal(t, review.AppealStatusDecided), rules(), 10, at(eve, "2024-10-09"))
	require.NoError(t, err, "the gate on excellent is not asked: the appeal found other figures")
	assert.Equal(t, review.ResultStatusPublished, after.Status)
	assert.Equal(t, "excellent", after.Level)
	assert.Equal(t, "good", after.Proposed.Level)
	require.Len(t, after.Changes, 1)
	change := after.Changes[0]
	assert.Equal(t, "good", change.From, "what was before stays readable")
	assert.Equal(t, review.FromAppeal, change.Source)
	assert.Equal(t, "with both orders completion is 124 %", change.Why)
	assert.Equal(t, "a-1", change.Basis[0].Record.ID)
	assert.Empty(t, after.Signatures)
	assert.Equal(t, "2024-10-09", after.PublishedOn.String())
	assert.NotEqual(t, r.Digest(), after.Digest())
}

func TestUpheldAndWithdrawnAppealsLeaveTheResult(t *testing.T) {
	r := result(t, review.ResultStatusAppealed)
	upheld, err := appeal(t, review.AppealStatusAssigned).Decide(
		review.Ruling{Outcome: review.Upheld, Reasons: "the orders count for September"}, day("2024-10-09"), at(eve, "2024-10-09"))
	require.NoError(t, err)
	for _, ended := range []review.Appeal{upheld, appeal(t, review.AppealStatusWithdrawn)} {
		after, err := r.AfterAppeal(ended, rules(), 10, at(eve, "2024-10-09"))
		require.NoError(t, err)
		assert.Equal(t, review.ResultStatusPublished, after.Status)
		assert.Equal(t, r.Digest(), after.Digest())
		assert.Equal(t, r.PublishedOn, after.PublishedOn)
	}
}

func TestAppealTakesEffectOnlyOnItsOwnResultAndOnceDecided(t *testing.T) {
	r := result(t, review.ResultStatusAppealed)
	a := appeal(t, review.AppealStatusAssigned)
	a.Result = "r-other"
	_, err := r.AfterAppeal(a, rules(), 10, at(eve, "2024-10-09"))
	requireCodes(t, err, "result review.appeal.foreign", "status review.appeal.undecided")

	a = appeal(t, review.AppealStatusDecided)
	a.Level, a.Decision = "good", "too short"
	_, err = r.AfterAppeal(a, rules(), 10, at(eve, "2024-10-09"))
	requireCodes(t, err, "level review.level.same", "decision review.reason.short")
}

func TestResultThatDoesNotAddUpIsRefused(t *testing.T) {
	tests := []struct {
		name  string
		alter func(*review.Result)
		want  []string
	}{
		{"a level from nowhere", func(r *review.Result) { r.Level = "excellent" }, []string{"level review.level.broken"}},
		{"a broken chain", func(r *review.Result) {
			r.Changes = []review.LevelChange{{From: "pass", To: "poor", Why: "so", Source: review.FromCalibration, By: at(hana, "2024-09-16").For("x")}}
			r.Level = "poor"
		}, []string{"changes[0] review.change.broken"}},
		{"a change without reason, source and author", func(r *review.Result) {
			r.Changes = []review.LevelChange{{From: "good", To: "poor"}}
			r.Level = "poor"
		}, []string{
			"changes[0].why review.text.required", "changes[0].source fault.value.unknown",
			"changes[0].by.by record.by.required", "changes[0].by.at record.at.required", "changes[0].by.action record.action.required",
		}},
		{"published without calibration", func(r *review.Result) { r.Confirmed = nil }, []string{"status review.result.calibration"}},
		{"published without a date", func(r *review.Result) { r.Published, r.PublishedOn = nil, day("2024-09-25").AddDays(1e9) }, []string{"published review.result.publication"}},
		{"not published with a date", func(r *review.Result) { r.Status = review.ResultStatusCalibrated }, []string{"published review.result.publication"}},
		{"an unknown state", func(r *review.Result) { r.Status = "lost" }, []string{"status fault.value.unknown"}},
		{"nobody's", func(r *review.Result) { r.Cycle, r.Employee, r.Rater = "", " ", "" }, []string{
			"cycle review.text.required", "employee review.text.required", "rater review.text.required",
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := result(t, review.ResultStatusPublished)
			tt.alter(&r)
			requireCodes(t, r.Validate(), tt.want...)
		})
	}
}

// TestAnyRowOfChangesAddsUp calibrates at random: the level is always that of the last
// change, each change begins where the one before ended, and the proposal stays.
func TestAnyRowOfChangesAddsUp(t *testing.T) {
	start := result(t, review.ResultStatusProposed)
	rapid.Check(t, func(rt *rapid.T) {
		r := start
		levels := rapid.SliceOfN(rapid.SampledFrom([]string{"good", "pass", "poor", "excellent", "none"}), 0, 12).Draw(rt, "levels")
		changes := 0
		for _, to := range levels {
			before := r
			after, err := r.Calibrate(to, "as the table agreed", rules(), 10, at(hana, "2024-09-16"))
			if err == nil {
				changes++
			} else if after.Level != before.Level || len(after.Changes) != len(before.Changes) {
				rt.Fatalf("a refused change had an effect: %v", err)
			}
			r = after
			if err := r.Validate(); err != nil {
				rt.Fatal(err)
			}
		}
		if len(r.Changes) != changes || r.Proposed.Level != "good" {
			rt.Fatalf("%d changes of %d, proposed %s", len(r.Changes), changes, r.Proposed.Level)
		}
		if changes > 0 && r.Level != r.Changes[changes-1].To {
			rt.Fatalf("level %s", r.Level)
		}
	})
}
