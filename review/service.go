package review

import (
	"context"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// A Service does what the package describes on stored records: it loads, asks the gate,
// applies the pure method and stores what comes of it, each in one transaction. What can
// be read is asked of the gate too; lists leave out what the actor may not see.
//
// Every method refuses with [fault.ErrForbidden] what the gate does not let through, and
// with [fault.ErrNotFound] a record that is not of the actor's tenant. A Service is safe
// for concurrent use when its stores are.
type Service struct {
	office access.Office[Stores]
}

// NewService makes a service over stores behind a gate.
func NewService(stores Stores, gate access.Gate) *Service {
	return &Service{access.Office[Stores]{Gate: gate, Stores: stores, InTx: stores.InTx}}
}

// stale refuses a change to another version of a record than the one that is stored.
func stale(kind string, m record.Meta, version int64) error {
	if m.Version != version {
		return fault.Conflict(kind, m.ID, version, m.Version)
	}
	return nil
}

// The desks, one for each kind of record.
var (
	cycles = access.Desk[Cycle, CycleFilter, Stores]{
		Store: func(st Stores) CycleStore { return st.Cycles },
		Subject: func(_ context.Context, _ Stores, c Cycle) (access.Subject, error) {
			return access.Subject{Tenant: c.Tenant, Kind: CycleKind.Name, ID: c.ID, State: string(c.Status)}, nil
		},
	}
	participants = access.Desk[Participant, ParticipantFilter, Stores]{
		Store: func(st Stores) ParticipantStore { return st.Participants },
		Subject: func(_ context.Context, _ Stores, p Participant) (access.Subject, error) {
			return access.Subject{
				Tenant: p.Tenant, Kind: ParticipantKind.Name, ID: p.ID, Person: p.Employee,
				Related: map[access.Relation][]string{Rater: {p.Manager}},
			}, nil
		},
	}
	selfReviews = access.Desk[SelfReview, SelfReviewFilter, Stores]{
		Store: func(st Stores) SelfReviewStore { return st.SelfReviews },
		Subject: func(ctx context.Context, st Stores, s SelfReview) (access.Subject, error) {
			p, err := st.participant(ctx, s.Tenant, s.Cycle, s.Employee)
			if err != nil {
				return access.Subject{}, err
			}
			_, reviewers, err := st.outcome(ctx, s.Tenant, s.Cycle, s.Employee)
			return access.Subject{
				Tenant: s.Tenant, Kind: SelfReviewKind.Name, ID: s.ID, Person: s.Employee, State: string(s.Status),
				Related: map[access.Relation][]string{Rater: {p.Manager}, AppealReviewer: reviewers},
			}, err
		},
	}
	managerReviews = access.Desk[ManagerReview, ManagerReviewFilter, Stores]{
		Store: func(st Stores) ManagerReviewStore { return st.ManagerReviews },
		Subject: func(ctx context.Context, st Stores, m ManagerReview) (access.Subject, error) {
			r, reviewers, err := st.outcome(ctx, m.Tenant, m.Cycle, m.Employee)
			state := string(m.Status)
			if r.Published != nil {
				state = Released
			}
			return access.Subject{
				Tenant: m.Tenant, Kind: ManagerReviewKind.Name, ID: m.ID, Person: m.Employee, State: state,
				Related: map[access.Relation][]string{Rater: {m.Rater}, AppealReviewer: reviewers},
			}, err
		},
	}
	results = access.Desk[Result, ResultFilter, Stores]{
		Store: func(st Stores) ResultStore { return st.Results },
		Subject: func(ctx context.Context, st Stores, r Result) (access.Subject, error) {
			reviewers, err := st.reviewers(ctx, r)
			return access.Subject{
				Tenant: r.Tenant, Kind: ResultKind.Name, ID: r.ID, Person: r.Employee, State: string(r.Status),
				Related: map[access.Relation][]string{Rater: {r.Rater}, AppealReviewer: reviewers},
			}, err
		},
	}
	appeals = access.Desk[Appeal, AppealFilter, Stores]{
		Store: func(st Stores) AppealStore { return st.Appeals },
		Subject: func(_ context.Context, _ Stores, a Appeal) (access.Subject, error) {
			return access.Subject{
				Tenant: a.Tenant, Kind: AppealKind.Name, ID: a.ID, Person: a.Employee, State: string(a.Status),
				Related: map[access.Relation][]string{Rater: {a.Rater}, AppealReviewer: {a.Reviewer}},
			}, nil
		},
	}
)

// participant is an employee's place in a cycle.
func (st Stores) participant(ctx context.Context, tenant, cycle, employee string) (Participant, error) {
	if cycle == "" || employee == "" { // a filter would take it for any
		return Participant{}, fault.NotFound(ParticipantKind.Name, employee)
	}
	p, ok, err := record.First(st.Participants.List(ctx, ParticipantFilter{Tenant: tenant, Cycle: cycle, Employee: employee}))
	if err == nil && !ok {
		err = fault.NotFound(ParticipantKind.Name, employee)
	}
	return p, err
}

// outcome is an employee's result, zero while there is none, and who reviews an appeal against it.
func (st Stores) outcome(ctx context.Context, tenant, cycle, employee string) (Result, []string, error) {
	r, ok, err := record.First(st.Results.List(ctx, ResultFilter{Tenant: tenant, Cycle: cycle, Employee: employee}))
	if err != nil || !ok {
		return Result{}, nil, err
	}
	reviewers, err := st.reviewers(ctx, r)
	return r, reviewers, err
}

// reviewers are those who review an open appeal against the result.
func (st Stores) reviewers(ctx context.Context, r Result) ([]string, error) {
	if r.Status != ResultStatusAppealed {
		return nil, nil
	}
	var people []string
	for a, err := range st.Appeals.List(ctx, AppealFilter{Tenant: r.Tenant, Result: r.ID, Statuses: []AppealStatus{AppealStatusAssigned}}) {
		if err != nil {
			return nil, err
		}
		people = append(people, a.Reviewer)
	}
	return people, nil
}
