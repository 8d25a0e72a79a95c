package improvement

import (
	"context"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// Stores are what the service keeps its records in.
type Stores struct {
	Plans Store
	// InTx runs do with stores whose changes commit together or not at all.
	InTx func(ctx context.Context, do func(Stores) error) error
}

// A Service does what the package describes on stored plans: each verb loads the plan,
// asks the gate, applies the rule and saves, in one transaction. It refuses with
// [fault.ErrForbidden] what the gate does not let through, and with [fault.ErrNotFound] a
// plan that is not of the actor's tenant. It is safe for concurrent use.
type Service struct {
	office access.Office[Stores]
}

// NewService is the service over the stores, behind the gate.
func NewService(stores Stores, gate access.Gate) *Service {
	return &Service{access.Office[Stores]{Gate: gate, Stores: stores, InTx: stores.InTx}}
}

var plans = access.Desk[Plan, Filter, Stores]{
	Store: func(in Stores) Store { return in.Plans },
	Subject: func(_ context.Context, _ Stores, p Plan) (access.Subject, error) {
		on := OnPIP
		if p.Type == IDP {
			on = OnIDP
		}
		return access.Subject{
			Tenant: p.Tenant, Kind: PlanKind.Name, ID: p.ID, Person: p.Employee, State: string(p.Status),
			Related: map[access.Relation][]string{on: {p.Employee}},
		}, nil
	},
}

// Draft drafts a plan. One that extends another is refused unless that one was closed as
// extended, is the same employee's and of the same type, and has no follow-up yet; see
// [Plan.FollowUp].
func (s *Service) Draft(ctx context.Context, a access.Actor, d Draft) (Plan, error) {
	return plans.Create(ctx, s.office, a, VerbDraft,
		func(_ Stores, k record.Key) (Plan, error) {
			return Plan{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}, Type: d.Type, Employee: d.Employee}, nil
		},
		func(in Stores, k record.Key, by record.Stamp) (Plan, error) {
			if d.Follows != "" {
				former, err := in.Plans.Get(ctx, record.Key{Tenant: a.Tenant, ID: d.Follows})
				if err != nil {
					return Plan{}, err
				}
				if err := former.extendedBy(d); err != nil {
					return Plan{}, err
				}
			}
			return New(k, d, by)
		})
}

// Edit replaces the content of a draft; see [Plan.Edit].
func (s *Service) Edit(ctx context.Context, a access.Actor, id string, d Draft) (Plan, error) {
	return s.change(ctx, a, VerbEdit, id, func(p Plan, by record.Stamp) (Plan, error) { return p.Edit(d, by) })
}

// Approve says that a plan may be signed.
func (s *Service) Approve(ctx context.Context, a access.Actor, id string) (Plan, error) {
	return s.change(ctx, a, VerbApprove, id, Plan.Approve)
}

// Return makes an approved plan a draft again.
func (s *Service) Return(ctx context.Context, a access.Actor, id string, reason string) (Plan, error) {
	return s.change(ctx, a, VerbReturn, id, func(p Plan, by record.Stamp) (Plan, error) { return p.Return(reason, by) })
}

// Sign signs a plan, or the closing of an assessed one, as the employee or for the
// company, whichever the actor is. The digest is that of what the actor has read: if it
// changed since, the signature is refused with [fault.ErrConflict]. The note may be empty.
func (s *Service) Sign(ctx context.Context, a access.Actor, id string, read record.Digest, note string) (Plan, error) {
	return s.change(ctx, a, VerbSign, id, func(p Plan, by record.Stamp) (Plan, error) {
		role := ByManager
		if a.Person == p.Employee {
			role = ByEmployee
		}
		return p.Sign(record.Sign(by.Because(note), role, read))
	})
}

// Track adds an entry to the log of a plan; see [Plan.Track]. It can't be of a day to come.
func (s *Service) Track(ctx context.Context, a access.Actor, id string, entry Progress) (Plan, error) {
	return s.change(ctx, a, VerbTrack, id, func(p Plan, by record.Stamp) (Plan, error) {
		if err := s.past("on", entry.On); err != nil {
			return p, err
		}
		return p.Track(entry, by)
	})
}

// FinishAction says that the ith action of a plan was done on a day.
func (s *Service) FinishAction(ctx context.Context, a access.Actor, id string, i int, on calendar.Date) (Plan, error) {
	return s.note(ctx, a, VerbFinish, id, i, on, Plan.FinishAction)
}

// PassMilestone says that the ith milestone of a plan was reached on a day.
func (s *Service) PassMilestone(ctx context.Context, a access.Actor, id string, i int, on calendar.Date) (Plan, error) {
	return s.note(ctx, a, VerbFinish, id, i, on, Plan.PassMilestone)
}

// GiveSupport says that the ith support of a plan was given on a day.
func (s *Service) GiveSupport(ctx context.Context, a access.Actor, id string, i int, on calendar.Date) (Plan, error) {
	return s.note(ctx, a, VerbSupport, id, i, on, Plan.GiveSupport)
}

// ExplainSupport says why the ith support of a plan is not given.
func (s *Service) ExplainSupport(ctx context.Context, a access.Actor, id string, i int, absence string) (Plan, error) {
	return s.change(ctx, a, VerbSupport, id, func(p Plan, by record.Stamp) (Plan, error) {
		return p.ExplainSupport(i, absence, by)
	})
}

// Assess ends an active plan with an outcome; see [Plan.Assess]. Reviews fall due by the
// working days of the gate's calendar.
func (s *Service) Assess(ctx context.Context, a access.Actor, id string, c Closing) (Plan, error) {
	return s.change(ctx, a, VerbAssess, id, func(p Plan, by record.Stamp) (Plan, error) {
		if err := s.past("closing.on", c.On); err != nil {
			return p, err
		}
		return p.Assess(c, s.office.Gate.WorkingDays(), by)
	})
}

// Reopen makes an assessed plan active again.
func (s *Service) Reopen(ctx context.Context, a access.Actor, id string, reason string) (Plan, error) {
	return s.change(ctx, a, VerbReopen, id, func(p Plan, by record.Stamp) (Plan, error) { return p.Reopen(reason, by) })
}

// Refuse puts on record that the employee does not sign the closing.
func (s *Service) Refuse(ctx context.Context, a access.Actor, id string, reason string) (Plan, error) {
	return s.change(ctx, a, VerbRefuse, id, func(p Plan, by record.Stamp) (Plan, error) { return p.Refuse(reason, by) })
}

// Plan reads a plan.
func (s *Service) Plan(ctx context.Context, a access.Actor, id string) (Plan, error) {
	return plans.Read(ctx, s.office, a, VerbRead, id)
}

// Plans lists the plans of the actor's tenant that match, less those that the actor may
// not read.
func (s *Service) Plans(ctx context.Context, a access.Actor, f Filter) iter.Seq2[Plan, error] {
	f.Tenant = a.Tenant
	return plans.List(ctx, s.office, a, access.Always[Plan](VerbRead), f)
}

// Overdue is what [Plan.Overdue] says of a plan today, by the gate's working days.
func (s *Service) Overdue(ctx context.Context, a access.Actor, id string) ([]Due, error) {
	p, err := s.Plan(ctx, a, id)
	if err != nil {
		return nil, err
	}
	return p.Overdue(s.office.Gate.WorkingDays(), s.office.Gate.Today())
}

// note says that the ith of something was done on a day, which can't be one to come.
func (s *Service) note(ctx context.Context, a access.Actor, verb access.Verb, id string, i int, on calendar.Date, do func(Plan, int, calendar.Date, record.Stamp) (Plan, error)) (Plan, error) {
	return s.change(ctx, a, verb, id, func(p Plan, by record.Stamp) (Plan, error) {
		if err := s.past("on", on); err != nil {
			return p, err
		}
		return do(p, i, on, by)
	})
}

func (s *Service) past(path string, on calendar.Date) error {
	var v fault.Violations
	if today := s.office.Gate.Today(); on.After(today) {
		v.Add(path, future, "on", on, "today", today)
	}
	return v.Err()
}

// change is [access.Desk.Change] for what needs no other record.
func (s *Service) change(ctx context.Context, a access.Actor, verb access.Verb, id string, do func(Plan, record.Stamp) (Plan, error)) (Plan, error) {
	return plans.Change(ctx, s.office, a, verb, id, func(_ Stores, p Plan, by record.Stamp) (Plan, error) { return do(p, by) })
}
