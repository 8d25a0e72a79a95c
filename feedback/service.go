package feedback

import (
	"context"
	"errors"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// Stores are what the service keeps its records in.
type Stores struct {
	Interviews Store
	// InTx runs do with stores whose changes commit together or not at all.
	InTx func(ctx context.Context, do func(Stores) error) error
}

// A Service holds interviews: each verb loads the record, asks the gate, applies the
// rule and saves, in one transaction. It is safe for concurrent use.
type Service struct {
	stores Stores
	gate   access.Gate
}

// NewService is the service over the stores, behind the gate.
func NewService(stores Stores, gate access.Gate) *Service {
	return &Service{stores: stores, gate: gate}
}

// Draft drafts an interview; an employee has one in a cycle ([fault.ErrExists]).
func (s *Service) Draft(ctx context.Context, a access.Actor, d Draft) (Interview, error) {
	k := s.gate.NewKey(a.Tenant)
	subject := Interview{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}, Employee: d.Employee}.subject()
	by, err := s.gate.Pass(ctx, a, VerbDraft, subject)
	if err != nil {
		return Interview{}, err
	}
	i, err := New(k, d, by)
	if err != nil {
		return Interview{}, err
	}
	return s.stores.Interviews.Create(ctx, i)
}

// Edit replaces what is written in an interview; see [Interview.Edit].
func (s *Service) Edit(ctx context.Context, a access.Actor, k record.Key, d Draft) (Interview, error) {
	return s.change(ctx, a, VerbEdit, k, func(i Interview, by record.Stamp) (Interview, error) {
		return i.Edit(d, by)
	})
}

// Hold says that an interview took place.
func (s *Service) Hold(ctx context.Context, a access.Actor, k record.Key) (Interview, error) {
	return s.change(ctx, a, VerbHold, k, Interview.Hold)
}

// Sign signs an interview as the employee or the interviewer, whichever the actor is.
// The digest is that of what the actor has read: if it was written on since, the
// signature is refused with [fault.ErrConflict]. The note may be empty.
func (s *Service) Sign(ctx context.Context, a access.Actor, k record.Key, read record.Digest, note string) (Interview, error) {
	return s.change(ctx, a, VerbSign, k, func(i Interview, by record.Stamp) (Interview, error) {
		role := ByEmployee
		if a.Person == i.Interviewer {
			role = ByInterviewer
		}
		return i.Sign(record.Sign(by.Because(note), role, read))
	})
}

// Dispute says that the employee disagrees, and why. Where the appeal goes is told by
// [Interview.Appeal].
func (s *Service) Dispute(ctx context.Context, a access.Actor, k record.Key, reason string) (Interview, error) {
	return s.change(ctx, a, VerbDispute, k, func(i Interview, by record.Stamp) (Interview, error) {
		return i.Dispute(reason, by)
	})
}

// Interview reads an interview.
func (s *Service) Interview(ctx context.Context, a access.Actor, k record.Key) (Interview, error) {
	i, _, err := s.get(ctx, s.stores, a, VerbRead, k)
	return i, err
}

// Interviews lists the interviews of the actor's tenant that match, less those that the
// actor may not read.
func (s *Service) Interviews(ctx context.Context, a access.Actor, f Filter) iter.Seq2[Interview, error] {
	f.Tenant = a.Tenant
	return func(yield func(Interview, error) bool) {
		for i, err := range s.stores.Interviews.List(ctx, f) {
			if err == nil {
				_, err = s.gate.Pass(ctx, a, VerbRead, i.subject())
				if errors.Is(err, fault.ErrForbidden) {
					continue
				}
			}
			if err != nil {
				yield(Interview{}, err)
				return
			}
			if !yield(i, nil) {
				return
			}
		}
	}
}

// get loads an interview of the actor's tenant that the gate lets the actor have for verb.
func (s *Service) get(ctx context.Context, in Stores, a access.Actor, verb access.Verb, k record.Key) (Interview, record.Stamp, error) {
	if k.Tenant != a.Tenant {
		return Interview{}, record.Stamp{}, fault.NotFound(InterviewKind.Name, k.ID)
	}
	i, err := in.Interviews.Get(ctx, k)
	if err != nil {
		return Interview{}, record.Stamp{}, err
	}
	by, err := s.gate.Pass(ctx, a, verb, i.subject())
	if err != nil {
		return Interview{}, record.Stamp{}, err
	}
	return i, by, nil
}

// change loads an interview, applies do and stores what comes of it, in one transaction.
func (s *Service) change(ctx context.Context, a access.Actor, verb access.Verb, k record.Key, do func(Interview, record.Stamp) (Interview, error)) (Interview, error) {
	var changed Interview
	err := s.stores.InTx(ctx, func(in Stores) error {
		i, by, err := s.get(ctx, in, a, verb, k)
		if err != nil {
			return err
		}
		if i, err = do(i, by); err != nil {
			return err
		}
		changed, err = in.Interviews.Update(ctx, i)
		return err
	})
	if err != nil {
		return Interview{}, err
	}
	return changed, nil
}

// subject is the interview as the gate sees it.
func (i Interview) subject() access.Subject {
	s := access.Subject{
		Tenant: i.Tenant, Kind: InterviewKind.Name, ID: i.ID,
		Person: i.Employee, State: string(i.Status),
	}
	if i.Interviewer != "" {
		s.Related = map[access.Relation][]string{Interviewer: {i.Interviewer}}
	}
	return s
}
