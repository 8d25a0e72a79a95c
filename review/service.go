package review

import (
	"context"
	"errors"
	"iter"

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
	stores Stores
	gate   access.Gate
}

// NewService makes a service over stores behind a gate.
func NewService(stores Stores, gate access.Gate) *Service {
	return &Service{stores: stores, gate: gate}
}

// A shelf is one kind of record in a service: where it is kept, and what the access rules
// are told of it.
type shelf[T any, F record.Filter] struct {
	name    string
	store   func(Stores) record.Store[T, F]
	subject func(context.Context, Stores, T) (access.Subject, error)
}

// get loads a record of the actor's tenant that the gate lets the actor have for verb.
func (h shelf[T, F]) get(ctx context.Context, st Stores, gate access.Gate, a access.Actor, verb access.Verb, k record.Key) (T, record.Stamp, error) {
	var none T
	if k.Tenant != a.Tenant {
		return none, record.Stamp{}, fault.NotFound(h.name, k.ID)
	}
	value, err := h.store(st).Get(ctx, k)
	if err != nil {
		return none, record.Stamp{}, err
	}
	by, err := h.pass(ctx, st, gate, a, verb, value)
	if err != nil {
		return none, record.Stamp{}, err
	}
	return value, by, nil
}

func (h shelf[T, F]) pass(ctx context.Context, st Stores, gate access.Gate, a access.Actor, verb access.Verb, value T) (record.Stamp, error) {
	subject, err := h.subject(ctx, st, value)
	if err != nil {
		return record.Stamp{}, err
	}
	return gate.Pass(ctx, a, verb, subject)
}

// change loads a record, applies do and stores what it returns, in one transaction.
func (h shelf[T, F]) change(ctx context.Context, s *Service, a access.Actor, verb access.Verb, k record.Key, do func(Stores, T, record.Stamp) (T, error)) (T, error) {
	var changed T
	err := s.stores.InTx(ctx, func(st Stores) error {
		value, by, err := h.get(ctx, st, s.gate, a, verb, k)
		if err != nil {
			return err
		}
		next, err := do(st, value, by)
		if err != nil {
			return err
		}
		changed, err = h.store(st).Update(ctx, next)
		return err
	})
	if err != nil {
		var none T
		return none, err
	}
	return changed, nil
}

// create lets the actor through to verb on a value that is not stored yet, as draft
// describes it to the gate, and stores what do makes, in one transaction.
func (h shelf[T, F]) create(ctx context.Context, s *Service, a access.Actor, verb access.Verb, draft func(Stores) (T, error), do func(Stores, record.Key, record.Stamp) (T, error)) (T, error) {
	var created T
	err := s.stores.InTx(ctx, func(st Stores) error {
		value, err := draft(st)
		if err != nil {
			return err
		}
		by, err := h.pass(ctx, st, s.gate, a, verb, value)
		if err != nil {
			return err
		}
		if value, err = do(st, s.gate.NewKey(a.Tenant), by); err != nil {
			return err
		}
		created, err = h.store(st).Create(ctx, value)
		return err
	})
	if err != nil {
		var none T
		return none, err
	}
	return created, nil
}

// list yields what the actor may read of the records that match.
func (h shelf[T, F]) list(ctx context.Context, s *Service, a access.Actor, verb access.Verb, filter F) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for value, err := range h.store(s.stores).List(ctx, filter) {
			if err == nil {
				_, err = h.pass(ctx, s.stores, s.gate, a, verb, value)
				if errors.Is(err, fault.ErrForbidden) {
					continue
				}
			}
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			if !yield(value, nil) {
				return
			}
		}
	}
}

// read is get for those who only look.
func (h shelf[T, F]) read(ctx context.Context, s *Service, a access.Actor, verb access.Verb, k record.Key) (T, error) {
	value, _, err := h.get(ctx, s.stores, s.gate, a, verb, k)
	return value, err
}

// stale refuses a change to another version of a record than the one that is stored.
func stale(kind string, m record.Meta, version int64) error {
	if m.Version != version {
		return fault.Conflict(kind, m.ID, version, m.Version)
	}
	return nil
}

// The shelves.
var (
	cycles = shelf[Cycle, CycleFilter]{
		name:  CycleKind.Name,
		store: func(st Stores) CycleStore { return st.Cycles },
		subject: func(_ context.Context, _ Stores, c Cycle) (access.Subject, error) {
			return access.Subject{Tenant: c.Tenant, Kind: CycleKind.Name, ID: c.ID, State: string(c.Status)}, nil
		},
	}
	participants = shelf[Participant, ParticipantFilter]{
		name:  ParticipantKind.Name,
		store: func(st Stores) ParticipantStore { return st.Participants },
		subject: func(_ context.Context, _ Stores, p Participant) (access.Subject, error) {
			return access.Subject{
				Tenant: p.Tenant, Kind: ParticipantKind.Name, ID: p.ID, Person: p.Employee,
				Related: map[access.Relation][]string{Rater: {p.Manager}},
			}, nil
		},
	}
	selfReviews = shelf[SelfReview, SelfReviewFilter]{
		name:  SelfReviewKind.Name,
		store: func(st Stores) SelfReviewStore { return st.SelfReviews },
		subject: func(ctx context.Context, st Stores, s SelfReview) (access.Subject, error) {
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
	managerReviews = shelf[ManagerReview, ManagerReviewFilter]{
		name:  ManagerReviewKind.Name,
		store: func(st Stores) ManagerReviewStore { return st.ManagerReviews },
		subject: func(ctx context.Context, st Stores, m ManagerReview) (access.Subject, error) {
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
	results = shelf[Result, ResultFilter]{
		name:  ResultKind.Name,
		store: func(st Stores) ResultStore { return st.Results },
		subject: func(ctx context.Context, st Stores, r Result) (access.Subject, error) {
			reviewers, err := st.reviewers(ctx, r)
			return access.Subject{
				Tenant: r.Tenant, Kind: ResultKind.Name, ID: r.ID, Person: r.Employee, State: string(r.Status),
				Related: map[access.Relation][]string{Rater: {r.Rater}, AppealReviewer: reviewers},
			}, err
		},
	}
	appeals = shelf[Appeal, AppealFilter]{
		name:  AppealKind.Name,
		store: func(st Stores) AppealStore { return st.Appeals },
		subject: func(_ context.Context, _ Stores, a Appeal) (access.Subject, error) {
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
	if r.Status != ResultAppealed {
		return nil, nil
	}
	var people []string
	for a, err := range st.Appeals.List(ctx, AppealFilter{Tenant: r.Tenant, Result: r.ID, Statuses: []AppealStatus{AppealAssigned}}) {
		if err != nil {
			return nil, err
		}
		people = append(people, a.Reviewer)
	}
	return people, nil
}
