package feedback_test

import (
	"context"
	"iter"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

func storesOf(d storage.Driver) feedback.Stores {
	return feedback.Stores{
		Interviews: storage.Of(d, feedback.InterviewKind),
		InTx: func(ctx context.Context, do func(feedback.Stores) error) error {
			return d.Tx(ctx, func(tx storage.Driver) error { return do(storesOf(tx)) })
		},
	}
}

// people are everyone that the access rules tell apart. Chen Jie leads Wang Fang, who
// leads Li Na; He Rui is HR; the stranger is HR of another tenant.
var people = map[string]access.Actor{
	"employee":    {Tenant: "t1", Person: employee},
	"interviewer": {Tenant: "t1", Person: interviewer},
	"line":        {Tenant: "t1", Person: "chen.jie"},
	"hr":          {Tenant: "t1", Person: "he.rui", Roles: []access.Role{access.HR}},
	"colleague":   {Tenant: "t1", Person: "zhao.min"},
	"stranger":    {Tenant: "t2", Person: interviewer, Roles: []access.Role{access.HR}},
}

func service(t *testing.T) (*feedback.Service, feedback.Stores) {
	t.Helper()
	db, err := memory.New(feedback.InterviewKind.Schema())
	require.NoError(t, err)
	always := calendar.Year(2026)
	chart, err := access.NewChart("t1",
		[]access.Person{{ID: employee}, {ID: interviewer}, {ID: "chen.jie"}, {ID: "he.rui"}, {ID: "zhao.min"}},
		[]access.Reporting{
			{Person: employee, Manager: interviewer, During: always},
			{Person: interviewer, Manager: "chen.jie", During: always},
			{Person: "zhao.min", Manager: "chen.jie", During: always},
		})
	require.NoError(t, err)
	stores := storesOf(db)
	return feedback.NewService(stores, access.Gate{
		Policy: feedback.Policy(), Directory: chart, IDs: &record.Sequence{Prefix: "i"},
		Clock: func() time.Time { return at(interviewer).At },
	}), stores
}

func TestAnInterviewFromDraftToConfirmation(t *testing.T) {
	s, stores := service(t)
	ctx := t.Context()
	i, err := s.Draft(ctx, people["interviewer"], draft())
	require.NoError(t, err)
	_, err = s.Draft(ctx, people["interviewer"], draft())
	require.ErrorIs(t, err, fault.ErrExists, "one interview in a cycle")

	id := i.ID
	i, err = s.Hold(ctx, people["interviewer"], id)
	require.NoError(t, err)
	read := i.Digest()
	d := i.Draft()
	d.EmployeeView = "The night shifts were hard."
	i, err = s.Edit(ctx, people["interviewer"], id, d)
	require.NoError(t, err)
	_, err = s.Sign(ctx, people["employee"], id, read, "")
	require.ErrorIs(t, err, fault.ErrConflict, "it was written on after it was read")
	_, err = s.Sign(ctx, people["employee"], id, i.Digest(), "Agreed.")
	require.NoError(t, err)
	i, err = s.Sign(ctx, people["interviewer"], id, i.Digest(), "")
	require.NoError(t, err)
	assert.Equal(t, feedback.InterviewStatusConfirmed, i.Status)
	assert.Equal(t, "feedback.interview.sign", i.Updated.Action)
	assert.Equal(t, int64(5), i.Version)

	stored, err := stores.Interviews.Get(ctx, record.Key{Tenant: "t1", ID: id})
	require.NoError(t, err)
	assert.Equal(t, i, stored)
	assert.Equal(t, "Agreed.", stored.Signatures[0].Note)
	_, err = s.Dispute(ctx, people["employee"], id, "Too late.")
	require.ErrorIs(t, err, fault.ErrTransition)
}

func TestADisputeIsStored(t *testing.T) {
	s, stores := service(t)
	i, err := s.Draft(t.Context(), people["hr"], draft())
	require.NoError(t, err)
	_, err = s.Hold(t.Context(), people["interviewer"], i.ID)
	require.NoError(t, err)
	_, err = s.Dispute(t.Context(), people["employee"], i.ID, "")
	require.ErrorIs(t, err, fault.ErrInvalid)
	_, err = s.Dispute(t.Context(), people["employee"], i.ID, "The goal changed.")
	require.NoError(t, err)
	stored, err := stores.Interviews.Get(t.Context(), i.Key())
	require.NoError(t, err)
	assert.Equal(t, feedback.InterviewStatusDisputed, stored.Status)
}

// Who may do what: the verb, the state that it is tried in, and those who may.
func TestAccessMatrix(t *testing.T) {
	for _, c := range []struct {
		verb  access.Verb
		state feedback.InterviewStatus
		may   []string
	}{
		{feedback.VerbDraft, "", []string{"interviewer", "hr", "stranger"}}, // the stranger in their own tenant
		{feedback.VerbEdit, feedback.InterviewStatusDraft, []string{"interviewer"}},
		{feedback.VerbHold, feedback.InterviewStatusDraft, []string{"interviewer"}},
		{feedback.VerbSign, feedback.InterviewStatusHeld, []string{"employee", "interviewer"}},
		{feedback.VerbDispute, feedback.InterviewStatusHeld, []string{"employee"}},
		{feedback.VerbRead, feedback.InterviewStatusDraft, []string{"interviewer", "line", "hr"}},
		{feedback.VerbRead, feedback.InterviewStatusHeld, []string{"employee", "interviewer", "line", "hr"}},
		{feedback.VerbRead, feedback.InterviewStatusConfirmed, []string{"employee", "interviewer", "line", "hr"}},
		{feedback.VerbRead, feedback.InterviewStatusDisputed, []string{"employee", "interviewer", "line", "hr"}},
	} {
		for who, a := range people {
			t.Run(string(c.verb)+" "+string(c.state)+" "+who, func(t *testing.T) {
				s, stores := service(t)
				made := map[feedback.InterviewStatus]func(*testing.T) feedback.Interview{
					feedback.InterviewStatusDraft: drafted, feedback.InterviewStatusHeld: held,
					feedback.InterviewStatusConfirmed: confirmed, feedback.InterviewStatusDisputed: disputed,
				}
				var i feedback.Interview
				if c.state != "" {
					var err error
					i, err = stores.Interviews.Create(t.Context(), made[c.state](t))
					require.NoError(t, err)
				}
				var err error
				switch c.verb {
				case feedback.VerbDraft:
					_, err = s.Draft(t.Context(), a, draft())
				case feedback.VerbEdit:
					_, err = s.Edit(t.Context(), a, i.ID, i.Draft())
				case feedback.VerbHold:
					_, err = s.Hold(t.Context(), a, i.ID)
				case feedback.VerbSign:
					_, err = s.Sign(t.Context(), a, i.ID, i.Digest(), "")
				case feedback.VerbDispute:
					_, err = s.Dispute(t.Context(), a, i.ID, "No.")
				case feedback.VerbRead:
					_, err = s.Interview(t.Context(), a, i.ID)
					listed, listErr := record.Collect(s.Interviews(t.Context(), a, feedback.Filter{Tenant: "t1", Cycle: "2026Q3"}))
					require.NoError(t, listErr)
					assert.Equal(t, err == nil, len(listed) == 1, "a list shows what may be read")
				}
				switch {
				case slices.Contains(c.may, who):
					require.NoError(t, err)
				case who == "stranger":
					require.ErrorIs(t, err, fault.ErrNotFound, "another tenant's record is not there")
				default:
					require.ErrorIs(t, err, fault.ErrForbidden)
				}
			})
		}
	}
}

func TestHRDoesNotDraftTheirOwnInterview(t *testing.T) {
	s, _ := service(t)
	d := draft()
	d.Employee = "he.rui"
	_, err := s.Draft(t.Context(), people["hr"], d)
	require.ErrorIs(t, err, fault.ErrForbidden)
}

func TestFiltersSelect(t *testing.T) {
	_, stores := service(t)
	for n, change := range []func(*feedback.Interview){
		func(*feedback.Interview) {},
		func(i *feedback.Interview) { i.Employee, i.On = "zhao.min", on.AddDays(-5) },
		func(i *feedback.Interview) { i.Cycle, i.Interviewer, i.On = "2026Q4", "chen.jie", on.AddDays(30) },
	} {
		i := held(t)
		i.ID = string(rune('a' + n))
		change(&i)
		i.NextSteps = nil
		_, err := stores.Interviews.Create(t.Context(), i)
		require.NoError(t, err)
	}
	for name, c := range map[string]struct {
		filter feedback.Filter
		want   string
	}{
		"all, by day":     {feedback.Filter{}, "bac"},
		"cycle":           {feedback.Filter{Cycle: "2026Q3"}, "ba"},
		"employee":        {feedback.Filter{Employee: "zhao.min"}, "b"},
		"interviewer":     {feedback.Filter{Interviewer: "chen.jie"}, "c"},
		"status":          {feedback.Filter{Statuses: []feedback.InterviewStatus{feedback.InterviewStatusHeld}}, "bac"},
		"another status":  {feedback.Filter{Statuses: []feedback.InterviewStatus{feedback.InterviewStatusDraft}}, ""},
		"cycle, employee": {feedback.Filter{Cycle: "2026Q3", Employee: employee}, "a"},
	} {
		t.Run(name, func(t *testing.T) {
			c.filter.Tenant = "t1"
			have := ""
			for i, err := range stores.Interviews.List(t.Context(), c.filter) {
				require.NoError(t, err)
				have += i.ID
			}
			assert.Equal(t, c.want, have)
		})
	}
}

func TestAnInterviewIsAboutTheEmployeesOwnResult(t *testing.T) {
	_, stores := service(t)
	d := draft()
	results := map[string]review.Result{
		d.Result: {Cycle: d.Cycle, Employee: "zhao.min"},
		"mine":   {Cycle: d.Cycle, Employee: d.Employee},
	}
	stores.Results = resultsIn(results)
	inner := stores.InTx
	stores.InTx = func(ctx context.Context, do func(feedback.Stores) error) error {
		return inner(ctx, func(in feedback.Stores) error {
			in.Results = stores.Results
			return do(in)
		})
	}
	s := feedback.NewService(stores, access.Gate{Policy: access.Policy{
		{Verb: feedback.VerbDraft, Relations: []access.Relation{access.Anyone}},
	}})
	_, err := s.Draft(t.Context(), people["interviewer"], d)
	assert.True(t, fault.Of(err).Has("feedback.result.foreign"), "%v", err)
	d.Result = "nothing"
	_, err = s.Draft(t.Context(), people["interviewer"], d)
	assert.True(t, fault.Of(err).Has("fault.notfound"), "%v", err)
	d.Result = "mine"
	_, err = s.Draft(t.Context(), people["interviewer"], d)
	require.NoError(t, err)
}

// resultsIn is a store that only reads.
type resultsIn map[string]review.Result

func (r resultsIn) Get(_ context.Context, k record.Key) (review.Result, error) {
	result, ok := r[k.ID]
	if !ok {
		return result, fault.NotFound(review.ResultKind.Name, k.ID)
	}
	return result, nil
}

func (resultsIn) Create(context.Context, review.Result) (review.Result, error) { panic("not asked") }

func (resultsIn) Update(context.Context, review.Result) (review.Result, error) { panic("not asked") }

func (resultsIn) List(context.Context, review.ResultFilter) iter.Seq2[review.Result, error] {
	panic("not asked")
}
