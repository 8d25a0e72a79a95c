package improvement_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage"
	"github.com/meritkit/meritkit/storage/memory"
)

func storesOf(d storage.Driver) improvement.Stores {
	return improvement.Stores{
		Plans: storage.Of(d, improvement.PlanKind),
		InTx: func(ctx context.Context, do func(improvement.Stores) error) error {
			return d.Tx(ctx, func(tx storage.Driver) error { return do(storesOf(tx)) })
		},
	}
}

// people are everyone that the access rules tell apart. Chen Jie leads Wang Fang, who
// leads Li Na; He Rui is HR; the stranger is HR of another tenant.
var people = map[string]access.Actor{
	"employee":  {Tenant: "t1", Person: employee},
	"manager":   {Tenant: "t1", Person: manager},
	"line":      {Tenant: "t1", Person: "chen.jie"},
	"hr":        {Tenant: "t1", Person: hr, Roles: []access.Role{access.HR}},
	"colleague": {Tenant: "t1", Person: "zhao.min"}, // who is the mentor of the plan
	"stranger":  {Tenant: "t2", Person: manager, Roles: []access.Role{access.HR}},
}

func service(t *testing.T) (*improvement.Service, improvement.Stores) {
	t.Helper()
	db, err := memory.New(improvement.PlanKind.Schema())
	require.NoError(t, err)
	always := calendar.Year(2026)
	chart, err := access.NewChart("t1",
		[]access.Person{{ID: employee}, {ID: manager}, {ID: "chen.jie"}, {ID: hr}, {ID: "zhao.min"}},
		[]access.Reporting{
			{Person: employee, Manager: manager, During: always},
			{Person: manager, Manager: "chen.jie", During: always},
			{Person: "zhao.min", Manager: "chen.jie", During: always},
		})
	require.NoError(t, err)
	stores := storesOf(db)
	return improvement.NewService(stores, access.Gate{
		Policy: improvement.Policy(), Directory: chart, IDs: &record.Sequence{Prefix: "p"},
		Clock: func() time.Time { return at(manager).At },
	}), stores
}

func TestAPIPFromDraftToItsFollowUp(t *testing.T) {
	s, stores := service(t)
	ctx := t.Context()
	p, err := s.Draft(ctx, people["manager"], pip())
	require.NoError(t, err)
	id := p.ID
	_, err = s.Approve(ctx, people["hr"], id)
	require.NoError(t, err)
	_, err = s.Return(ctx, people["employee"], id, "The mentor is away.")
	require.NoError(t, err)
	d := p.Draft()
	d.Tracking = append(d.Tracking, calendar.Monthly) // first due on 2 December, after the end
	_, err = s.Edit(ctx, people["manager"], id, d)
	require.NoError(t, err)
	p, err = s.Approve(ctx, people["hr"], id)
	require.NoError(t, err)
	for _, who := range []string{"employee", "manager"} {
		p, err = s.Sign(ctx, people[who], id, p.Digest(), "")
		require.NoError(t, err)
	}
	assert.Equal(t, improvement.StatusActive, p.Status)

	overdue, err := s.Overdue(ctx, people["employee"], id)
	require.NoError(t, err)
	assert.Len(t, overdue, 4)
	for week := 1; week <= 4; week++ {
		_, err = s.Track(ctx, people["manager"], id, improvement.Progress{On: first.AddDays(7 * week), Metric: "response time", Value: dec("20")})
		require.NoError(t, err)
	}
	_, err = s.Track(ctx, people["manager"], id, improvement.Progress{On: last.AddDays(1), Metric: "response time", Value: dec("20")})
	assert.True(t, fault.Of(err).Has("improvement.on.future"), err)
	_, err = s.FinishAction(ctx, people["employee"], id, 0, first)
	require.NoError(t, err)
	_, err = s.PassMilestone(ctx, people["manager"], id, 0, last)
	require.NoError(t, err)
	_, err = s.Assess(ctx, people["manager"], id, closing(improvement.Exit, "response time", "14"))
	requireOnly(t, err, map[string]string{"support[0]": "improvement.failed.support"})
	_, err = s.ExplainSupport(ctx, people["manager"], id, 0, "The mentor fell ill.")
	require.NoError(t, err)
	_, err = s.GiveSupport(ctx, people["manager"], id, 0, first.AddDays(9))
	require.NoError(t, err)
	_, err = s.Assess(ctx, people["manager"], id, closing(improvement.Exit, "response time", "14"))
	require.NoError(t, err)
	_, err = s.Reopen(ctx, people["hr"], id, "She gets one more chance.")
	require.NoError(t, err)
	p, err = s.Assess(ctx, people["manager"], id, closing(improvement.Extended, "response time", "14"))
	require.NoError(t, err)
	_, err = s.Sign(ctx, people["manager"], id, p.ClosingDigest(), "")
	require.NoError(t, err)
	p, err = s.Refuse(ctx, people["hr"], id, "She does not agree.")
	require.NoError(t, err)
	assert.Equal(t, improvement.StatusClosed, p.Status)
	stored, err := stores.Plans.Get(ctx, record.Key{Tenant: "t1", ID: id})
	require.NoError(t, err)
	require.NoError(t, stored.Validate())
	assert.Equal(t, p.ClosingDigest(), stored.ClosingDigest())
	assert.Equal(t, "improvement.plan.refuse", stored.Updated.Action)

	next, err := p.FollowUp(p.Period.Next())
	require.NoError(t, err)
	next.NoSupport, next.Actions = "The mentor goes on.", pip().Actions
	next.Actions[0].Due = next.Period.To
	for name, change := range map[string]func(*improvement.Draft){
		"of somebody else":          func(d *improvement.Draft) { d.Employee = "zhao.min" },
		"of another type":           func(d *improvement.Draft) { d.Type = improvement.IDP },
		"by softer rules":           func(d *improvement.Draft) { d.Policy.MaxExtensions = 9 },
		"that does not count":       func(d *improvement.Draft) { d.Extension = 0 },
		"before the other's end":    func(d *improvement.Draft) { d.Period = p.Period },
		"of a plan that is not one": func(d *improvement.Draft) { d.Follows = "p-9" },
	} {
		wrong := next
		change(&wrong)
		_, err = s.Draft(ctx, people["hr"], wrong)
		require.Error(t, err, "a follow-up %s", name)
	}
	follow, err := s.Draft(ctx, people["manager"], next)
	require.NoError(t, err)
	assert.Equal(t, []any{id, 1}, []any{follow.Follows, follow.Extension})
	_, err = s.Draft(ctx, people["manager"], next)
	require.ErrorIs(t, err, fault.ErrExists, "a plan has one follow-up")
}

// Who may do what: the verb, the type of plan and the state that it is tried in, and
// those who may.
func TestAccessMatrix(t *testing.T) {
	made := map[improvement.Status]func(*testing.T, improvement.Draft) improvement.Plan{
		improvement.StatusDraft: drafted, improvement.StatusApproved: approved, improvement.StatusActive: active,
		improvement.StatusAssessed: func(t *testing.T, d improvement.Draft) improvement.Plan {
			t.Helper()
			return assessed(t, d, improvement.Passed, reached[d.Type])
		},
		improvement.StatusClosed: func(t *testing.T, d improvement.Draft) improvement.Plan {
			t.Helper()
			return closed(t, d, improvement.Passed, reached[d.Type])
		},
	}
	all := []string{"employee", "manager", "line", "hr"}
	pair := []string{"employee", "manager", "hr"}
	for _, c := range []struct {
		verb   access.Verb
		of     improvement.Draft
		state  improvement.Status
		may    []string
		unable []string // who may, but is refused by the rules of the plan
	}{
		{improvement.VerbDraft, pip(), "", []string{"manager", "hr", "stranger"}, nil}, // the stranger in their own tenant
		{improvement.VerbDraft, idp(), "", []string{"employee", "manager", "hr", "stranger"}, nil},
		{improvement.VerbRead, pip(), improvement.StatusDraft, []string{"manager", "line", "hr"}, nil},
		{improvement.VerbRead, idp(), improvement.StatusDraft, all, nil},
		{improvement.VerbRead, pip(), improvement.StatusApproved, all, nil},
		{improvement.VerbRead, pip(), improvement.StatusActive, all, nil},
		{improvement.VerbRead, pip(), improvement.StatusAssessed, all, nil},
		{improvement.VerbRead, pip(), improvement.StatusClosed, all, nil},
		{improvement.VerbEdit, pip(), improvement.StatusDraft, []string{"manager", "hr"}, nil},
		{improvement.VerbEdit, idp(), improvement.StatusDraft, pair, nil},
		{improvement.VerbApprove, pip(), improvement.StatusDraft, []string{"manager", "line", "hr"}, nil},
		{improvement.VerbReturn, pip(), improvement.StatusApproved, all, nil},
		{improvement.VerbSign, pip(), improvement.StatusApproved, all, []string{"line", "hr"}},
		{improvement.VerbTrack, pip(), improvement.StatusActive, pair, nil},
		{improvement.VerbFinish, pip(), improvement.StatusActive, pair, nil},
		{improvement.VerbSupport, pip(), improvement.StatusActive, []string{"manager", "hr"}, nil},
		{improvement.VerbAssess, pip(), improvement.StatusActive, []string{"manager", "hr"}, nil},
		{improvement.VerbReopen, pip(), improvement.StatusAssessed, []string{"manager", "hr"}, nil},
		{improvement.VerbRefuse, pip(), improvement.StatusAssessed, pair, nil},
	} {
		for who, a := range people {
			t.Run(string(c.verb)+" "+string(c.of.Type)+" "+string(c.state)+" "+who, func(t *testing.T) {
				s, stores := service(t)
				ctx := t.Context()
				var p improvement.Plan
				var err error
				if c.state != "" {
					p, err = stores.Plans.Create(ctx, made[c.state](t, c.of))
					require.NoError(t, err)
				}
				id := p.ID
				switch c.verb {
				case improvement.VerbDraft:
					_, err = s.Draft(ctx, a, c.of)
				case improvement.VerbRead:
					_, err = s.Plan(ctx, a, id)
					listed, listErr := record.Collect(s.Plans(ctx, a, improvement.Filter{Tenant: "t1"}))
					require.NoError(t, listErr)
					assert.Equal(t, err == nil, len(listed) == 1, "a list shows what may be read")
				case improvement.VerbEdit:
					_, err = s.Edit(ctx, a, id, p.Draft())
				case improvement.VerbApprove:
					_, err = s.Approve(ctx, a, id)
				case improvement.VerbReturn:
					_, err = s.Return(ctx, a, id, "Too vague.")
				case improvement.VerbSign:
					_, err = s.Sign(ctx, a, id, p.Digest(), "")
				case improvement.VerbTrack:
					_, err = s.Track(ctx, a, id, improvement.Progress{On: last, Metric: "response time", Value: dec("20")})
				case improvement.VerbFinish:
					_, err = s.FinishAction(ctx, a, id, 0, last)
				case improvement.VerbSupport:
					_, err = s.GiveSupport(ctx, a, id, 0, last)
				case improvement.VerbAssess:
					_, err = s.Assess(ctx, a, id, closing(improvement.Passed, "response time", "11"))
				case improvement.VerbReopen:
					_, err = s.Reopen(ctx, a, id, "A wrong figure.")
				case improvement.VerbRefuse:
					_, err = s.Refuse(ctx, a, id, "She does not agree.")
				}
				switch {
				case slices.Contains(c.unable, who):
					require.ErrorIs(t, err, fault.ErrInvalid)
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

var reached = map[improvement.Type]string{improvement.PIP: "11", improvement.IDP: "88"}

func TestHRDoesNotActOnTheirOwnPIP(t *testing.T) {
	s, stores := service(t)
	d := pip()
	d.Employee = hr
	_, err := s.Draft(t.Context(), people["hr"], d)
	require.ErrorIs(t, err, fault.ErrForbidden)
	p, err := stores.Plans.Create(t.Context(), drafted(t, d))
	require.NoError(t, err)
	_, err = s.Plan(t.Context(), people["hr"], p.ID)
	require.ErrorIs(t, err, fault.ErrForbidden)
	_, err = s.Approve(t.Context(), people["hr"], p.ID)
	require.ErrorIs(t, err, fault.ErrForbidden)

	p = assessed(t, pip(), improvement.Passed, "11")
	p.ID, p.Employee = "p9", hr
	p, err = stores.Plans.Create(t.Context(), p)
	require.NoError(t, err)
	_, err = s.Reopen(t.Context(), people["hr"], p.ID, "Once more.")
	require.ErrorIs(t, err, fault.ErrForbidden)
	p = active(t, pip())
	p.ID, p.Employee = "p8", hr
	p, err = stores.Plans.Create(t.Context(), p)
	require.NoError(t, err)
	_, err = s.GiveSupport(t.Context(), people["hr"], p.ID, 0, first)
	require.ErrorIs(t, err, fault.ErrForbidden)
}

func TestFiltersSelect(t *testing.T) {
	_, stores := service(t)
	for n, change := range []func(*improvement.Plan){
		func(*improvement.Plan) {},
		func(p *improvement.Plan) { p.Employee, p.Type, p.Interview = "zhao.min", improvement.IDP, "i1" },
		func(p *improvement.Plan) {
			p.Manager, p.Period = "chen.jie", calendar.Period{From: first.AddDays(-5), To: last}
			p.Follows, p.Extension = "a", 1
		},
	} {
		p := active(t, pip())
		p.ID = string(rune('a' + n))
		change(&p)
		_, err := stores.Plans.Create(t.Context(), p)
		require.NoError(t, err)
	}
	for name, c := range map[string]struct {
		filter improvement.Filter
		want   string
	}{
		"all, by first day": {improvement.Filter{}, "cab"},
		"employees":         {improvement.Filter{Employees: []string{"zhao.min"}}, "b"},
		"manager":           {improvement.Filter{Manager: "chen.jie"}, "c"},
		"types":             {improvement.Filter{Types: []improvement.Type{improvement.PIP}}, "ca"},
		"statuses":          {improvement.Filter{Statuses: []improvement.Status{improvement.StatusDraft}}, ""},
		"interview":         {improvement.Filter{Interview: "i1"}, "b"},
		"follows":           {improvement.Filter{Follows: "a"}, "c"},
		"ends from":         {improvement.Filter{EndFrom: last.AddDays(1)}, ""},
		"ends to":           {improvement.Filter{EndTo: last}, "cab"},
	} {
		t.Run(name, func(t *testing.T) {
			c.filter.Tenant = "t1"
			have := ""
			for p, err := range stores.Plans.List(t.Context(), c.filter) {
				require.NoError(t, err)
				have += p.ID
			}
			assert.Equal(t, c.want, have)
		})
	}
}
