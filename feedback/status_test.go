package feedback_test

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestEveryEventInEveryStateIsAllowedOrRefused(t *testing.T) {
	states := map[feedback.InterviewStatus]feedback.Interview{
		feedback.InterviewStatusDraft: drafted(t), feedback.InterviewStatusHeld: held(t),
		feedback.InterviewStatusConfirmed: confirmed(t), feedback.InterviewStatusDisputed: disputed(t),
	}
	does := map[feedback.InterviewEvent]func(feedback.Interview) (feedback.Interview, error){
		feedback.InterviewEventEdit: func(i feedback.Interview) (feedback.Interview, error) { return i.Edit(i.Draft(), at(interviewer)) },
		feedback.InterviewEventHold: func(i feedback.Interview) (feedback.Interview, error) { return i.Hold(at(interviewer)) },
		feedback.InterviewEventConfirm: func(i feedback.Interview) (feedback.Interview, error) {
			i.Signatures = record.Signatures{record.Sign(at(interviewer), feedback.ByInterviewer, i.Digest())}
			return i.Sign(record.Sign(at(employee), feedback.ByEmployee, i.Digest()))
		},
		feedback.InterviewEventDispute: func(i feedback.Interview) (feedback.Interview, error) { return i.Dispute("No.", at(employee)) },
	}
	require.Len(t, states, len(feedback.InterviewLifecycle.States()))
	for state, i := range states {
		for event, do := range does {
			require.Equal(t, state, i.Status)
			to, allowed := feedback.InterviewLifecycle[state][event]
			next, err := do(i)
			if !allowed {
				require.ErrorIs(t, err, fault.ErrTransition, "%s in %s", event, state)
				require.Equal(t, state, next.Status)
				continue
			}
			require.NoError(t, err, "%s in %s", event, state)
			require.Equal(t, to, next.Status, "%s in %s", event, state)
			require.NoError(t, next.Updated.Validate())
		}
	}
}

func TestOneSignatureDoesNotConfirm(t *testing.T) {
	i, err := held(t).Sign(record.Sign(at(employee), feedback.ByEmployee, held(t).Digest()))
	require.NoError(t, err)
	assert.Equal(t, feedback.InterviewStatusHeld, i.Status)
	again, err := i.Sign(record.Sign(at(employee), feedback.ByEmployee, i.Digest()))
	require.NoError(t, err)
	assert.Equal(t, feedback.InterviewStatusHeld, again.Status, "nor does the same one twice")
	late, err := i.Dispute("On second thoughts, no.", at(employee))
	require.NoError(t, err)
	assert.Equal(t, feedback.InterviewStatusDisputed, late.Status)
}

func TestInterviewLifecycleDiagram(t *testing.T) {
	have := feedback.InterviewLifecycle.Mermaid(feedback.InterviewStatusDraft)
	const golden = "testdata/interview.mmd"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(have), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), have)
}

func TestEveryCodeHasItsNameInBothLanguages(t *testing.T) {
	said := map[string]text.Speaker{}
	for from, events := range feedback.InterviewLifecycle {
		said["status "+string(from)] = from
		for event, to := range events {
			said["event "+string(event)], said["status "+string(to)] = event, to
		}
	}
	for _, s := range []feedback.Setting{feedback.FaceToFace, feedback.Video, feedback.Written} {
		said["setting "+string(s)] = s
	}
	for _, k := range []feedback.RequestKind{feedback.TrainingRequest, feedback.ResourceRequest, feedback.GoalRequest, feedback.OtherRequest} {
		said["request "+string(k)] = k
	}
	for _, p := range []feedback.StrengthPolicy{feedback.StrengthRequired, feedback.StrengthOptional} {
		said["policy "+string(p)] = p
	}
	said["tone strength"], said["tone improve"] = feedback.Strength, feedback.Improve
	for code, s := range said {
		assert.NotEmpty(t, s.In(text.English), code)
		assert.Regexp(t, `\p{Han}`, s.In(text.Chinese), code)
	}
	assert.Equal(t, feedback.StrengthRequired.In(text.English), feedback.StrengthPolicy("").In(text.English))
	assert.Equal(t, "lost", feedback.InterviewStatus("lost").In(text.Chinese))
}
