package review

import (
	"context"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// StartSelfReview begins a participant's self review while its phase is open, see
// [NewSelfReview].
func (s *Service) StartSelfReview(ctx context.Context, a access.Actor, cycle, employee string, content SelfReviewDraft) (SelfReview, error) {
	return selfReviews.Create(ctx, s.office, a, VerbWriteSelf,
		func(_ Stores, k record.Key) (SelfReview, error) {
			return SelfReview{Meta: record.Meta{Tenant: k.Tenant, ID: k.ID}, Cycle: cycle, Employee: employee, Status: FormStatusDraft}, nil
		},
		func(st Stores, k record.Key, by record.Stamp) (SelfReview, error) {
			p, err := st.participant(ctx, a.Tenant, cycle, employee)
			if err != nil {
				return SelfReview{}, err
			}
			if _, err := s.open(ctx, st, a.Tenant, cycle, SelfPhase, by); err != nil {
				return SelfReview{}, err
			}
			return NewSelfReview(k, p, content, by)
		})
}

// EditSelfReview replaces what a draft says. Version is the one that was read; when
// another is stored by now, the edit is refused with [fault.ErrConflict].
func (s *Service) EditSelfReview(ctx context.Context, a access.Actor, id string, version int64, content SelfReviewDraft) (SelfReview, error) {
	return selfReviews.Change(ctx, s.office, a, VerbWriteSelf, id, func(st Stores, r SelfReview, by record.Stamp) (SelfReview, error) {
		if err := stale(SelfReviewKind.Name, r.Meta, version); err != nil {
			return r, err
		}
		if _, err := s.open(ctx, st, r.Tenant, r.Cycle, SelfPhase, by); err != nil {
			return r, err
		}
		return r.Edit(content, by)
	})
}

// SubmitSelfReview hands a self review in while its phase is open, cross-checked against
// what [Stores.Recorded] finds for the cycle's period, see [SelfReview.Submit].
func (s *Service) SubmitSelfReview(ctx context.Context, a access.Actor, id string) (SelfReview, error) {
	return selfReviews.Change(ctx, s.office, a, VerbSubmitSelf, id, func(st Stores, r SelfReview, by record.Stamp) (SelfReview, error) {
		c, err := s.open(ctx, st, r.Tenant, r.Cycle, SelfPhase, by)
		if err != nil {
			return r, err
		}
		var recorded []Recorded
		if st.Recorded != nil {
			if recorded, err = st.Recorded(ctx, r.Tenant, r.Employee, c.Period); err != nil {
				return r, err
			}
		}
		return r.Submit(recorded, by)
	})
}

// ReturnSelfReview sends a self review back to the employee for a reason, until the
// manager's review is handed in. Where the window for self reviews is over, it is to be
// extended first, see [Service.Reschedule].
func (s *Service) ReturnSelfReview(ctx context.Context, a access.Actor, id string, reason string) (SelfReview, error) {
	return selfReviews.Change(ctx, s.office, a, VerbReturnSelf, id, func(st Stores, r SelfReview, by record.Stamp) (SelfReview, error) {
		if _, err := s.open(ctx, st, r.Tenant, r.Cycle, SelfPhase, by); err != nil {
			return r, err
		}
		if err := st.unsettled(ctx, r); err != nil {
			return r, err
		}
		return r.Return(reason, by)
	})
}

// ResolveDiscrepancy records what the manager makes of a discrepancy, until their own
// review is handed in.
func (s *Service) ResolveDiscrepancy(ctx context.Context, a access.Actor, id string, goal, metric, resolution string) (SelfReview, error) {
	return selfReviews.Change(ctx, s.office, a, VerbResolve, id, func(st Stores, r SelfReview, by record.Stamp) (SelfReview, error) {
		if err := st.unsettled(ctx, r); err != nil {
			return r, err
		}
		return r.Resolve(goal, metric, resolution, by)
	})
}

// SelfReview returns a self review.
func (s *Service) SelfReview(ctx context.Context, a access.Actor, id string) (SelfReview, error) {
	return selfReviews.Read(ctx, s.office, a, VerbReadSelf, id)
}

// SelfReviews lists self reviews.
func (s *Service) SelfReviews(ctx context.Context, a access.Actor, f SelfReviewFilter) iter.Seq2[SelfReview, error] {
	f.Tenant = a.Tenant
	return selfReviews.List(ctx, s.office, a, access.Always[SelfReview](VerbReadSelf), f)
}

// StartManagerReview begins the review of a participant by the manager named at launch,
// while its phase is open, see [NewManagerReview].
func (s *Service) StartManagerReview(ctx context.Context, a access.Actor, cycle, employee string, content ManagerReviewDraft) (ManagerReview, error) {
	return managerReviews.Create(ctx, s.office, a, VerbWriteManager,
		func(st Stores, k record.Key) (ManagerReview, error) {
			p, err := st.participant(ctx, a.Tenant, cycle, employee)
			return ManagerReview{
				Meta:  record.Meta{Tenant: k.Tenant, ID: k.ID},
				Cycle: cycle, Employee: employee, Rater: p.Manager, Status: FormStatusDraft,
			}, err
		},
		func(st Stores, k record.Key, by record.Stamp) (ManagerReview, error) {
			p, err := st.participant(ctx, a.Tenant, cycle, employee)
			if err != nil {
				return ManagerReview{}, err
			}
			if _, err := s.open(ctx, st, a.Tenant, cycle, ManagerPhase, by); err != nil {
				return ManagerReview{}, err
			}
			return NewManagerReview(k, p, content, by)
		})
}

// EditManagerReview replaces what a draft says. Version is the one that was read; when
// another is stored by now, the edit is refused with [fault.ErrConflict].
func (s *Service) EditManagerReview(ctx context.Context, a access.Actor, id string, version int64, content ManagerReviewDraft) (ManagerReview, error) {
	return managerReviews.Change(ctx, s.office, a, VerbWriteManager, id, func(st Stores, m ManagerReview, by record.Stamp) (ManagerReview, error) {
		if err := stale(ManagerReviewKind.Name, m.Meta, version); err != nil {
			return m, err
		}
		if _, err := s.open(ctx, st, m.Tenant, m.Cycle, ManagerPhase, by); err != nil {
			return m, err
		}
		return m.Edit(content, by)
	})
}

// SubmitManagerReview hands a manager review in, rated by the cycle's rules, and
// proposes the result, in one transaction; see [ManagerReview.Submit] and [Propose]. It waits
// for the employee's self review until the window for self reviews is over, and asks
// for a resolution of each of its discrepancies.
func (s *Service) SubmitManagerReview(ctx context.Context, a access.Actor, id string) (ManagerReview, Result, error) {
	var proposed Result
	m, err := managerReviews.Change(ctx, s.office, a, VerbSubmitManager, id, func(st Stores, m ManagerReview, by record.Stamp) (ManagerReview, error) {
		c, err := s.open(ctx, st, m.Tenant, m.Cycle, ManagerPhase, by)
		if err != nil {
			return m, err
		}
		p, err := st.participant(ctx, m.Tenant, m.Cycle, m.Employee)
		if err != nil {
			return m, err
		}
		self, handedIn, err := st.selfReview(ctx, m)
		if err != nil {
			return m, err
		}
		window, asked := c.Window(SelfPhase)
		if !handedIn && asked && !s.office.Gate.DateAt(by.At).After(window.To) {
			return m, fault.Refuse(fault.ErrTransition, selfPending, "employee", m.Employee, "until", window.To)
		}
		submitted, err := m.Submit(c.Rules, self.Discrepancies, by)
		if err != nil {
			return m, err
		}
		r, err := Propose(s.office.Gate.NewKey(m.Tenant), p, submitted, by)
		if err != nil {
			return m, err
		}
		proposed, err = st.Results.Create(ctx, r)
		return submitted, err
	})
	if err != nil {
		return ManagerReview{}, Result{}, err
	}
	return m, proposed, nil
}

// ManagerReview returns a manager review; the employee sees theirs once the result is published.
func (s *Service) ManagerReview(ctx context.Context, a access.Actor, id string) (ManagerReview, error) {
	return managerReviews.Read(ctx, s.office, a, VerbReadManager, id)
}

// ManagerReviews lists manager reviews.
func (s *Service) ManagerReviews(ctx context.Context, a access.Actor, f ManagerReviewFilter) iter.Seq2[ManagerReview, error] {
	f.Tenant = a.Tenant
	return managerReviews.List(ctx, s.office, a, access.Always[ManagerReview](VerbReadManager), f)
}

// open loads a cycle and refuses when a phase of it is not open at the instant of a stamp.
func (s *Service) open(ctx context.Context, st Stores, tenant, cycle string, p Phase, by record.Stamp) (Cycle, error) {
	c, err := st.Cycles.Get(ctx, record.Key{Tenant: tenant, ID: cycle})
	if err != nil {
		return c, err
	}
	return c, c.RequireOpen(p, s.office.Gate.DateAt(by.At))
}

// selfReview is the self review that a manager review has to do with, when it is handed in.
func (st Stores) selfReview(ctx context.Context, m ManagerReview) (SelfReview, bool, error) {
	return record.First(st.SelfReviews.List(ctx, SelfReviewFilter{
		Tenant: m.Tenant, Cycle: m.Cycle, Employee: m.Employee, Statuses: []FormStatus{FormStatusSubmitted},
	}))
}

// unsettled refuses once a manager review rests on the self review.
func (st Stores) unsettled(ctx context.Context, r SelfReview) error {
	_, submitted, err := record.First(st.ManagerReviews.List(ctx, ManagerReviewFilter{
		Tenant: r.Tenant, Cycle: r.Cycle, Employee: r.Employee, Statuses: []FormStatus{FormStatusSubmitted},
	}))
	if err == nil && submitted {
		err = fault.Refuse(fault.ErrTransition, selfSettled)
	}
	return err
}
