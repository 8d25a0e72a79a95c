package feedback_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/record"
)

func TestStatementNeedsFactImpactAndAWayForward(t *testing.T) {
	require.NoError(t, strength().Validate())
	require.NoError(t, improve().Validate())
	for name, c := range map[string]struct {
		change func(*feedback.Statement)
		want   map[string]string
	}{
		"without a fact":            {func(s *feedback.Statement) { s.Fact = " \t" }, map[string]string{"fact": "feedback.fact.required"}},
		"without an impact":         {func(s *feedback.Statement) { s.Impact = "" }, map[string]string{"impact": "feedback.impact.required"}},
		"without a way forward":     {func(s *feedback.Statement) { s.Improvement = "" }, map[string]string{"improvement": "feedback.improvement.required"}},
		"of no tone":                {func(s *feedback.Statement) { s.Tone = "praise" }, map[string]string{"tone": "fault.value.unknown"}},
		"on evidence of nothing":    {func(s *feedback.Statement) { s.Evidence = []record.Evidence{{Title: "see there"}} }, map[string]string{"evidence[0]": "record.evidence.empty"}},
		"with a text too long":      {func(s *feedback.Statement) { s.Fact = strings.Repeat("事", 2001) }, map[string]string{"fact": "check.long"}},
		"with everything amiss":     {func(s *feedback.Statement) { *s = feedback.Statement{Tone: feedback.Improve} }, map[string]string{"fact": "feedback.fact.required", "impact": "feedback.impact.required", "improvement": "feedback.improvement.required"}},
		"a strength may stay as is": {func(s *feedback.Statement) { s.Tone, s.Improvement = feedback.Strength, "" }, map[string]string{}},
	} {
		t.Run(name, func(t *testing.T) {
			s := improve()
			c.change(&s)
			requireOnly(t, s.Validate(), c.want)
		})
	}
}

func TestNewInterviewRefusesEverythingThatIsMissingAtOnce(t *testing.T) {
	_, err := feedback.New(key, feedback.Draft{}, at(interviewer))
	require.ErrorIs(t, err, fault.ErrInvalid)
	requireOnly(t, err, map[string]string{
		"cycle": "feedback.name.required", "result": "feedback.name.required",
		"employee": "feedback.name.required", "interviewer": "feedback.name.required",
		"on": "feedback.date.required", "setting": "fault.value.unknown",
		"statements": "feedback.statement.required",
	})
	_, err = feedback.New(record.Key{}, draft(), record.Stamp{})
	assert.True(t, fault.Of(err).Has("record.tenant.required"), err)
	assert.True(t, fault.Of(err).Has("record.by.required"), err)
}

func TestInterviewStructure(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*feedback.Draft)
		want   map[string]string
	}{
		"strengths come first": {
			func(d *feedback.Draft) { d.Statements = []feedback.Statement{strength(), improve(), strength()} },
			map[string]string{"statements[2]": "feedback.strengths.first"},
		},
		"a strength is asked for": {
			func(d *feedback.Draft) { d.Statements = []feedback.Statement{improve()} },
			map[string]string{"statements": "feedback.strength.required"},
		},
		"unless the policy makes it optional": {
			func(d *feedback.Draft) {
				d.Statements, d.Policy.Strengths = []feedback.Statement{improve()}, feedback.StrengthOptional
			},
			map[string]string{},
		},
		"optional strengths still come first": {
			func(d *feedback.Draft) {
				d.Statements, d.Policy.Strengths = []feedback.Statement{improve(), strength()}, feedback.StrengthOptional
			},
			map[string]string{"statements[1]": "feedback.strengths.first"},
		},
		"a policy there is not": {
			func(d *feedback.Draft) { d.Policy.Strengths = "maybe" },
			map[string]string{"policy.strengths": "fault.value.unknown"},
		},
		"a statement's own mistake has its path": {
			func(d *feedback.Draft) { d.Statements[1].Impact = "" },
			map[string]string{"statements[1].impact": "feedback.impact.required"},
		},
		"a step needs owner, content and date": {
			func(d *feedback.Draft) { d.NextSteps = []feedback.Step{{}} },
			map[string]string{"nextSteps[0].what": "feedback.what.required", "nextSteps[0].owner": "feedback.owner.required", "nextSteps[0].due": "feedback.date.required"},
		},
		"a step is not due before the interview": {
			func(d *feedback.Draft) { d.NextSteps[0].Due = on.AddDays(-1) },
			map[string]string{"nextSteps[0].due": "feedback.step.early"},
		},
		"a step may be due on its day": {
			func(d *feedback.Draft) { d.NextSteps[0].Due = on },
			map[string]string{},
		},
		"a request is of a kind and says what": {
			func(d *feedback.Draft) { d.Requests = []feedback.Request{{Kind: "wish"}} },
			map[string]string{"requests[0].kind": "fault.value.unknown", "requests[0].what": "feedback.what.required"},
		},
		"nobody interviews themselves": {
			func(d *feedback.Draft) { d.Interviewer = employee },
			map[string]string{"interviewer": "feedback.interviewer.self"},
		},
		"texts are bounded": {
			func(d *feedback.Draft) {
				d.Opening, d.EmployeeView = strings.Repeat("a", 2001), strings.Repeat("a", 4001)
				d.Agreements = []string{"", strings.Repeat("a", 1001)}
			},
			map[string]string{"opening": "check.long", "employeeView": "check.long", "agreements[1]": "check.long"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			d := draft()
			c.change(&d)
			_, err := feedback.New(key, d, at(interviewer))
			requireOnly(t, err, c.want)
		})
	}
}

func TestInterviewSharesNothingWithItsDraft(t *testing.T) {
	d := draft()
	i, err := feedback.New(key, d, at(interviewer))
	require.NoError(t, err)
	d.Statements[0].Fact, d.NextSteps[0].Owner = "changed", "changed"
	assert.Equal(t, draft().Statements, i.Statements)
	assert.Equal(t, draft().NextSteps, i.NextSteps)
	out := i.Draft()
	assert.Equal(t, draft(), out)
	out.Statements[0].Fact = "changed"
	assert.Equal(t, draft().Statements, i.Statements)
}

func TestEditKeepsPeopleAndDropsSignatures(t *testing.T) {
	i := held(t)
	signed, err := i.Sign(record.Sign(at(interviewer), feedback.ByInterviewer, i.Digest()))
	require.NoError(t, err)
	require.Len(t, signed.Signatures, 1)

	d := signed.Draft()
	d.EmployeeView = "I had two goals changed in August."
	edited, err := signed.Edit(d, at(interviewer))
	require.NoError(t, err)
	assert.Empty(t, edited.Signatures)
	assert.Equal(t, feedback.InterviewStatusHeld, edited.Status)
	assert.NotEqual(t, signed.Digest(), edited.Digest())
	assert.Len(t, signed.Signatures, 1, "the receiver stays as it was")

	d.Employee, d.Interviewer, d.Cycle, d.Result = "x", "y", "z", "w"
	d.Policy.Strengths = feedback.StrengthOptional
	_, err = edited.Edit(d, at(interviewer))
	requireOnly(t, err, map[string]string{
		"employee": "feedback.interview.fixed", "interviewer": "feedback.interview.fixed",
		"cycle": "feedback.interview.fixed", "result": "feedback.interview.fixed",
		"policy.strengths": "feedback.interview.fixed",
	})
}

func TestSignaturesHoldOnlyForWhatWasSigned(t *testing.T) {
	i := held(t)
	_, err := i.Sign(record.Sign(at(employee), feedback.ByEmployee, drafted(t).Digest()))
	require.NoError(t, err, "holding an interview does not change what is said in it")

	d := i.Draft()
	d.Agreements = append(d.Agreements, "And one more.")
	edited, err := i.Edit(d, at(interviewer))
	require.NoError(t, err)
	_, err = edited.Sign(record.Sign(at(employee), feedback.ByEmployee, i.Digest()))
	require.ErrorIs(t, err, fault.ErrConflict)

	for name, s := range map[string]record.Signature{
		"a stranger":                     record.Sign(at("zhao"), feedback.ByEmployee, i.Digest()),
		"the employee as interviewer":    record.Sign(at(employee), feedback.ByInterviewer, i.Digest()),
		"the interviewer as employee":    record.Sign(at(interviewer), feedback.ByEmployee, i.Digest()),
		"in a role that does not sign":   record.Sign(at(employee), "witness", i.Digest()),
		"nobody, in no role":             record.Sign(record.Stamp{}, "", i.Digest()),
		"the employee, without a digest": record.Sign(at(employee), feedback.ByEmployee, ""),
	} {
		t.Run(name, func(t *testing.T) {
			after, err := i.Sign(s)
			require.ErrorIs(t, err, fault.ErrInvalid)
			assert.Equal(t, i, after)
		})
	}
}

func TestDigestIsOfTheContentAlone(t *testing.T) {
	i := drafted(t)
	assert.Equal(t, i.Digest(), confirmed(t).Digest())
	assert.Equal(t, i.Digest(), disputed(t).Digest())
	other, err := feedback.New(record.Key{Tenant: "t1", ID: "i2"}, draft(), at(interviewer))
	require.NoError(t, err)
	assert.NotEqual(t, i.Digest(), other.Digest(), "a signature under one record is none under its twin")
}

func TestOnlyTheEmployeeDisputesAndSaysWhy(t *testing.T) {
	_, err := held(t).Dispute("I disagree.", at(interviewer))
	requireOnly(t, err, map[string]string{"disagreement": "feedback.disputer.foreign"})
	_, err = held(t).Dispute("  ", at(employee))
	requireOnly(t, err, map[string]string{"disagreement": "feedback.disagreement.required"})
	_, err = held(t).Dispute(strings.Repeat("a", 4001), at(employee))
	requireOnly(t, err, map[string]string{"disagreement": "check.long"})

	i := disputed(t)
	assert.Equal(t, "The goal changed in August.", i.Disagreement)
	assert.Equal(t, i.Disagreement, i.Updated.Reason)
	content, err := i.Appeal()
	require.NoError(t, err)
	assert.Equal(t, i.Disagreement, content.Grounds)
	require.Len(t, content.Evidence, 1)
	assert.Equal(t, record.Ref{Kind: "feedback_interview", ID: "i1"}, *content.Evidence[0].Record)
	_, err = confirmed(t).Appeal()
	require.ErrorIs(t, err, fault.ErrTransition)
}

func TestValidateLooksAtStructureOnly(t *testing.T) {
	i := confirmed(t)
	i.On, i.NextSteps = calendar.MustDate("1999-01-01"), nil
	require.NoError(t, i.Validate(), "an old interview loads")
	i.Status = "lost"
	requireOnly(t, i.Validate(), map[string]string{"status": "fault.value.unknown"})
	i.Status = feedback.InterviewStatusDisputed
	requireOnly(t, i.Validate(), map[string]string{"disagreement": "feedback.disagreement.required"})
}

func TestAnInterviewHasNoWordFromAStateItIsNotIn(t *testing.T) {
	i, err := feedback.New(key, draft(), at(interviewer))
	require.NoError(t, err)
	i.Disagreement = "No."
	i.Signatures = record.Signatures{record.Sign(at(interviewer), feedback.ByInterviewer, i.Digest())}
	err = i.Validate()
	assert.True(t, fault.Of(err).Has("feedback.disagreement.state"), "%v", err)
	assert.True(t, fault.Of(err).Has("feedback.signature.early"), "%v", err)
}
