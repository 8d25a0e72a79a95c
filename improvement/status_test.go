package improvement_test

import (
	"flag"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestEveryEventInEveryStateIsAllowedOrRefused(t *testing.T) {
	states := map[improvement.Status]improvement.Plan{
		improvement.StatusDraft:    drafted(t, pip()),
		improvement.StatusApproved: approved(t, pip()),
		improvement.StatusActive:   active(t, pip()),
		improvement.StatusAssessed: assessed(t, pip(), improvement.Passed, "11"),
		improvement.StatusClosed:   closed(t, pip(), improvement.Passed, "11"),
	}
	sign := func(p improvement.Plan) (improvement.Plan, error) {
		d := p.Digest()
		if p.Closing != nil {
			d = p.ClosingDigest()
		}
		p, err := p.Sign(record.Sign(at(manager), improvement.ByManager, d))
		if err != nil {
			return p, err
		}
		return p.Sign(record.Sign(at(employee), improvement.ByEmployee, d))
	}
	does := map[improvement.Event]func(improvement.Plan) (improvement.Plan, error){
		improvement.EventEdit:    func(p improvement.Plan) (improvement.Plan, error) { return p.Edit(p.Draft(), at(manager)) },
		improvement.EventApprove: func(p improvement.Plan) (improvement.Plan, error) { return p.Approve(at(hr)) },
		improvement.EventReturn:  func(p improvement.Plan) (improvement.Plan, error) { return p.Return("Too vague.", at(hr)) },
		improvement.EventStart:   sign,
		improvement.EventTrack: func(p improvement.Plan) (improvement.Plan, error) {
			return p.Track(improvement.Progress{On: first.AddDays(1), Metric: "response time", Value: dec("20")}, at(manager))
		},
		improvement.EventFulfil: func(p improvement.Plan) (improvement.Plan, error) { return p.FinishAction(0, first, at(employee)) },
		improvement.EventAssess: func(p improvement.Plan) (improvement.Plan, error) {
			return p.Assess(closing(improvement.Passed, "response time", "11"), calendar.Weekends{}, at(manager))
		},
		improvement.EventReopen: func(p improvement.Plan) (improvement.Plan, error) { return p.Reopen("A wrong figure.", at(hr)) },
		improvement.EventClose: func(p improvement.Plan) (improvement.Plan, error) {
			p, err := p.Refuse("She does not agree.", at(hr))
			if err != nil {
				return p, err
			}
			return p.Sign(record.Sign(at(manager), improvement.ByManager, p.ClosingDigest()))
		},
	}
	require.Len(t, states, len(improvement.Lifecycle.States()))
	for state, p := range states {
		for event, do := range does {
			require.Equal(t, state, p.Status)
			to, allowed := improvement.Lifecycle[state][event]
			if event == improvement.EventStart && state == improvement.StatusAssessed {
				to, allowed = improvement.StatusClosed, true // signing there is closing
			}
			next, err := do(p)
			if !allowed {
				require.ErrorIs(t, err, fault.ErrTransition, "%s in %s", event, state)
				require.Equal(t, state, next.Status)
				continue
			}
			require.NoError(t, err, "%s in %s", event, state)
			require.Equal(t, to, next.Status, "%s in %s", event, state)
			require.NoError(t, next.Validate(), "%s in %s", event, state)
			require.NoError(t, next.Updated.Validate())
		}
	}
}

func TestTheEmployeeNeitherApprovesNorAssesses(t *testing.T) {
	_, err := drafted(t, idp()).Approve(at(employee))
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = reviewed(t, pip()).Assess(closing(improvement.Passed, "response time", "11"), calendar.Weekends{}, at(employee))
	require.ErrorIs(t, err, fault.ErrForbidden)
	p := approved(t, pip())
	assert.Equal(t, hr, p.Approved.By)
}

func TestReturnAndReopenNeedAReasonAndVoidSignatures(t *testing.T) {
	p, err := approved(t, pip()).Sign(record.Sign(at(manager), improvement.ByManager, approved(t, pip()).Digest()))
	require.NoError(t, err)
	assert.Equal(t, improvement.StatusApproved, p.Status, "one signature does not start a plan")
	_, err = p.Return(" ", at(hr))
	requireOnly(t, err, map[string]string{"reason": "improvement.reason.required"})
	back, err := p.Return("Too vague.", at(hr))
	require.NoError(t, err)
	assert.Empty(t, back.Signatures)
	assert.Nil(t, back.Approved)
	assert.Equal(t, "Too vague.", back.Updated.Reason)

	_, err = assessed(t, pip(), improvement.Passed, "11").Reopen("", at(hr))
	requireOnly(t, err, map[string]string{"reason": "improvement.reason.required"})
	again, err := assessed(t, pip(), improvement.Passed, "11").Reopen("A wrong figure.", at(hr))
	require.NoError(t, err)
	assert.Nil(t, again.Closing)
}

func TestSignaturesHoldOnlyForWhatWasSigned(t *testing.T) {
	p := approved(t, pip())
	for name, s := range map[string]record.Signature{
		"a stranger":                  record.Sign(at("zhao"), improvement.ByManager, p.Digest()),
		"the employee as manager":     record.Sign(at(employee), improvement.ByManager, p.Digest()),
		"in a role that doesn't sign": record.Sign(at(manager), "witness", p.Digest()),
		"nobody":                      record.Sign(at(""), "", p.Digest()),
	} {
		t.Run(name, func(t *testing.T) {
			_, err := p.Sign(s)
			require.ErrorIs(t, err, fault.ErrInvalid)
		})
	}
	d := pip()
	d.Aims[0].Target = new(dec("13"))
	_, err := p.Sign(record.Sign(at(manager), improvement.ByManager, drafted(t, d).Digest()))
	require.ErrorIs(t, err, fault.ErrConflict)

	a := assessed(t, pip(), improvement.Passed, "11")
	_, err = a.Sign(record.Sign(at(manager), improvement.ByManager, a.Digest()))
	require.ErrorIs(t, err, fault.ErrConflict, "a signature under the plan is none under its closing")
	other := assessed(t, pip(), improvement.Passed, "11.5")
	_, err = a.Sign(record.Sign(at(manager), improvement.ByManager, other.ClosingDigest()))
	require.ErrorIs(t, err, fault.ErrConflict)
}

func TestTheDigestOfAPlanOutlivesWhatIsDone(t *testing.T) {
	p := closed(t, pip(), improvement.Passed, "11")
	assert.Equal(t, drafted(t, pip()).Digest(), p.Digest())
	assert.True(t, p.Signatures.Cover(p.Digest(), improvement.ByEmployee, improvement.ByManager))
	assert.True(t, p.Closing.Signatures.Cover(p.ClosingDigest(), improvement.ByEmployee, improvement.ByManager))
	assert.Empty(t, active(t, pip()).ClosingDigest())
}

func TestAClosingTakesBothSignaturesOrARefusal(t *testing.T) {
	p := assessed(t, pip(), improvement.Exit, "20")
	_, err := p.Refuse("", at(hr))
	requireOnly(t, err, map[string]string{"reason": "improvement.reason.required"})

	refused, err := p.Refuse("She does not agree.", at(hr))
	require.NoError(t, err)
	assert.Equal(t, improvement.StatusAssessed, refused.Status, "the manager has not signed")
	assert.Equal(t, hr, refused.Closing.Refusal.By)
	assert.Nil(t, p.Closing.Refusal, "the receiver stays as it was")
	assert.Equal(t, p.ClosingDigest(), refused.ClosingDigest(), "what is signed is how the plan ended")
	done, err := refused.Sign(record.Sign(at(manager), improvement.ByManager, refused.ClosingDigest()))
	require.NoError(t, err)
	assert.Equal(t, improvement.StatusClosed, done.Status)

	later, err := refused.Sign(record.Sign(at(employee), improvement.ByEmployee, refused.ClosingDigest()))
	require.NoError(t, err)
	assert.Nil(t, later.Closing.Refusal, "she signs after all")

	half, err := p.Sign(record.Sign(at(manager), improvement.ByManager, p.ClosingDigest()))
	require.NoError(t, err)
	assert.Equal(t, improvement.StatusAssessed, half.Status)
	done, err = half.Refuse("She does not agree.", at(hr))
	require.NoError(t, err)
	assert.Equal(t, improvement.StatusClosed, done.Status)
}

func TestWhoeverAssessedSignsForTheCompany(t *testing.T) {
	p, err := reviewed(t, pip()).Assess(closing(improvement.Passed, "response time", "11"), calendar.Weekends{}, at("new.manager"))
	require.NoError(t, err)
	p, err = p.Sign(record.Sign(at("new.manager"), improvement.ByManager, p.ClosingDigest()))
	require.NoError(t, err)
	p, err = p.Sign(record.Sign(at(employee), improvement.ByEmployee, p.ClosingDigest()))
	require.NoError(t, err)
	assert.Equal(t, improvement.StatusClosed, p.Status)
}

func TestNoPlanByHandMakesAMethodPanic(t *testing.T) {
	for _, p := range []improvement.Plan{{}, {Status: improvement.StatusAssessed}, {Status: improvement.StatusClosed}, {Status: improvement.StatusActive, Aims: []improvement.Aim{{Metric: "m"}}}} {
		assert.NotPanics(t, func() {
			s := record.Sign(at(manager), improvement.ByManager, p.Digest())
			_, _ = p.Sign(s)
			_, _ = p.Refuse("No.", at(hr))
			_, _ = p.Track(improvement.Progress{On: first, Metric: "m"}, at(manager))
			_, _ = p.Assess(closing(improvement.Exit, "m", "1"), nil, at(manager))
			_, _ = p.FollowUp(calendar.Period{})
			_, _ = p.DueTracking(nil)
			_, _ = p.Overdue(nil, last)
			_, _ = improvement.NextGoals([]improvement.Plan{p}, calendar.Quarter(2027, 1), text.English)
			_ = p.Validate()
			_ = p.ClosingDigest()
		})
	}
}

func TestLifecycleDiagram(t *testing.T) {
	have := improvement.Lifecycle.Mermaid(improvement.StatusDraft)
	const golden = "testdata/plan.mmd"
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(have), 0o644))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), have)
}

func TestEveryCodeHasItsNameInBothLanguages(t *testing.T) {
	said := map[string]text.Speaker{"pip": improvement.PIP, "idp": improvement.IDP}
	for from, events := range improvement.Lifecycle {
		said["status "+string(from)] = from
		for event, to := range events {
			said["event "+string(event)], said["status "+string(to)] = event, to
		}
	}
	for _, k := range []improvement.SupportKind{improvement.BudgetSupport, improvement.MentorSupport, improvement.ToolSupport, improvement.TrainingSupport} {
		said["support "+string(k)] = k
	}
	for _, o := range []improvement.Outcome{improvement.Passed, improvement.PositionChange, improvement.Exit, improvement.Extended, improvement.CarriedOver} {
		said["outcome "+string(o)] = o
	}
	for code, s := range said {
		assert.NotEqual(t, code, s.In(text.English), code)
		assert.Regexp(t, `\p{Han}`, s.In(text.Chinese), code)
	}
	assert.Equal(t, "lost", improvement.Status("lost").In(text.Chinese))
}
