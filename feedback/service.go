package feedback

import (
	"context"
	"errors"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
)

// Stores are what the service keeps its records in.
type Stores struct {
	Interviews Store
	// Results are where the result that an interview is about is looked up when it is
	// drafted. Nil: it is taken as it is given.
	Results review.ResultStore
	// InTx runs do with stores whose changes commit together or not at all.
	InTx func(ctx context.Context, do func(Stores) error) error
}

// A Service holds interviews: each verb loads the record, asks the gate, applies the
// rule and saves, in one transaction. It is safe for concurrent use.
type Service struct {
	office access.Office[Stores]
}

// NewService is the service over the stores, behind the gate.
func NewService(stores Stores, gate access.Gate) *Service {
	return &Service{access.Office[Stores]{Gate: gate, Stores: stores, InTx: stores.InTx}}
}

var interviews = access.Desk[Interview, Filter, Stores]{
	Store: func(in Stores) Store { return in.Interviews },
	Subject: func(_ context.Context, _ Stores, i Interview) (access.Subject, error) {
		s := access.Subject{
			Tenant: i.Tenant, Kind: InterviewKind.Name, ID: i.ID,
			Person: i.Employee, State: string(i.Status),
		}
		if i.Interviewer != "" {
			s.Related = map[access.Relation][]string{Interviewer: {i.Interviewer}}
		}
		return s, nil
	},
}

// Draft drafts an interview; an employee has one in a cycle ([fault.ErrExists]). Its
// result has to be there, and to be that employee's in that cycle.
func (s *Service) Draft(ctx context.Context, a access.Actor, d Draft) (Interview, error) {
	return interviews.Create(ctx, s.office, a, VerbDraft,
		func(_ Stores, k record.Key) (Interview, error) {
			return Interview{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}, Employee: d.Employee}, nil
		},
		func(in Stores, k record.Key, by record.Stamp) (Interview, error) {
			var v fault.Violations
			i, err := New(k, d, by)
			v.Nest("", err)
			if in.Results == nil || blank(d.Result) {
				return i, v.Err()
			}
			switch r, err := in.Results.Get(ctx, record.Key{Tenant: k.Tenant, ID: d.Result}); {
			case errors.Is(err, fault.ErrNotFound):
				v.Nest("result", err)
			case err != nil:
				return i, err
			case r.Cycle != d.Cycle || r.Employee != d.Employee:
				v.Add("result", resultForeign, "result", r.ID, "cycle", d.Cycle, "employee", d.Employee)
			}
			return i, v.Err()
		})
}

// Edit replaces what is written in an interview; see [Interview.Edit].
func (s *Service) Edit(ctx context.Context, a access.Actor, id string, d Draft) (Interview, error) {
	return s.change(ctx, a, VerbEdit, id, func(i Interview, by record.Stamp) (Interview, error) {
		return i.Edit(d, by)
	})
}

// Hold says that an interview took place.
func (s *Service) Hold(ctx context.Context, a access.Actor, id string) (Interview, error) {
	return s.change(ctx, a, VerbHold, id, Interview.Hold)
}

// Sign signs an interview as the employee or the interviewer, whichever the actor is.
// The digest is that of what the actor has read: if it was written on since, the
// signature is refused with [fault.ErrConflict]. The note may be empty.
func (s *Service) Sign(ctx context.Context, a access.Actor, id string, read record.Digest, note string) (Interview, error) {
	return s.change(ctx, a, VerbSign, id, func(i Interview, by record.Stamp) (Interview, error) {
		role := ByEmployee
		if a.Person == i.Interviewer {
			role = ByInterviewer
		}
		return i.Sign(record.Sign(by.Because(note), role, read))
	})
}

// Dispute says that the employee disagrees, and why. Where the appeal goes is told by
// [Interview.Appeal].
func (s *Service) Dispute(ctx context.Context, a access.Actor, id string, reason string) (Interview, error) {
	return s.change(ctx, a, VerbDispute, id, func(i Interview, by record.Stamp) (Interview, error) {
		return i.Dispute(reason, by)
	})
}

// Interview reads an interview.
func (s *Service) Interview(ctx context.Context, a access.Actor, id string) (Interview, error) {
	return interviews.Read(ctx, s.office, a, VerbRead, id)
}

// Interviews lists the interviews of the actor's tenant that match, less those that the
// actor may not read.
func (s *Service) Interviews(ctx context.Context, a access.Actor, f Filter) iter.Seq2[Interview, error] {
	f.Tenant = a.Tenant
	return interviews.List(ctx, s.office, a, access.Always[Interview](VerbRead), f)
}

// change is [access.Desk.Change] for what needs no other record.
func (s *Service) change(ctx context.Context, a access.Actor, verb access.Verb, id string, do func(Interview, record.Stamp) (Interview, error)) (Interview, error) {
	return interviews.Change(ctx, s.office, a, verb, id, func(_ Stores, i Interview, by record.Stamp) (Interview, error) { return do(i, by) })
}
