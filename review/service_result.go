package review

import (
	"context"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
)

// Calibrate changes the level of a result for a reason, while calibration is open; see
// [Result.Calibrate].
func (s *Service) Calibrate(ctx context.Context, a access.Actor, id string, to, why string) (Result, error) {
	return results.Change(ctx, s.office, a, VerbCalibrate, id, func(st Stores, r Result, by record.Stamp) (Result, error) {
		c, err := s.open(ctx, st, r.Tenant, r.Cycle, CalibrationPhase, by)
		if err != nil {
			return r, err
		}
		return r.Calibrate(to, why, c.Rules, c.MinReason, by)
	})
}

// Keep confirms the proposed level, while calibration is open.
func (s *Service) Keep(ctx context.Context, a access.Actor, id string) (Result, error) {
	return results.Change(ctx, s.office, a, VerbKeep, id, func(st Stores, r Result, by record.Stamp) (Result, error) {
		if _, err := s.open(ctx, st, r.Tenant, r.Cycle, CalibrationPhase, by); err != nil {
			return r, err
		}
		return r.Keep(by)
	})
}

// Publish releases a calibrated result to the employee today.
func (s *Service) Publish(ctx context.Context, a access.Actor, id string) (Result, error) {
	return results.Change(ctx, s.office, a, VerbPublish, id, func(_ Stores, r Result, by record.Stamp) (Result, error) {
		return r.Publish(s.office.Gate.DateAt(by.At), by)
	})
}

// Accept signs a published result for the employee. Digest is [Result.Digest] of what
// the employee was shown; if the result is another by now, it is refused with
// [fault.ErrConflict].
func (s *Service) Accept(ctx context.Context, a access.Actor, id string, digest record.Digest, note string) (Result, error) {
	return results.Change(ctx, s.office, a, VerbAccept, id, func(_ Stores, r Result, by record.Stamp) (Result, error) {
		return r.Accept(record.Sign(by.Because(note), goal.ByEmployee, digest))
	})
}

// Result returns a result; the employee sees theirs once it is published.
func (s *Service) Result(ctx context.Context, a access.Actor, id string) (Result, error) {
	return results.Read(ctx, s.office, a, VerbReadResult, id)
}

// Results lists results.
func (s *Service) Results(ctx context.Context, a access.Actor, f ResultFilter) iter.Seq2[Result, error] {
	f.Tenant = a.Tenant
	return results.List(ctx, s.office, a, access.Always[Result](VerbReadResult), f)
}

// FileAppeal objects to a published result, which is marked as appealed in the same
// transaction; see [FileAppeal]. Working days are those of the gate's calendar. A result
// whose appeal was decided can't be appealed again, one whose appeal was withdrawn can.
func (s *Service) FileAppeal(ctx context.Context, a access.Actor, id string, content AppealDraft) (Appeal, error) {
	var filed Appeal
	_, err := results.Change(ctx, s.office, a, VerbAppeal, id, func(st Stores, r Result, by record.Stamp) (Result, error) {
		for old, err := range st.Appeals.List(ctx, AppealFilter{Tenant: r.Tenant, Result: r.ID, Statuses: []AppealStatus{AppealStatusDecided}}) {
			if err != nil {
				return r, err
			}
			return r, fault.Refuse(fault.ErrTransition, appealOnce, "decided", old.Decided)
		}
		c, err := st.Cycles.Get(ctx, record.Key{Tenant: r.Tenant, ID: r.Cycle})
		if err != nil {
			return r, err
		}
		made, err := FileAppeal(s.office.Gate.NewKey(r.Tenant), r, c, content, s.office.Gate.DateAt(by.At), s.office.Gate.WorkingDays(), by)
		if err != nil {
			return r, err
		}
		if filed, err = st.Appeals.Create(ctx, made); err != nil {
			return r, err
		}
		return r.Appeal(by)
	})
	if err != nil {
		return Appeal{}, err
	}
	return filed, nil
}

// AssignAppeal gives an appeal to a reviewer who is independent of the rater by the
// directory's lines of today; see [Appeal.Assign].
func (s *Service) AssignAppeal(ctx context.Context, a access.Actor, id string, reviewer string) (Appeal, error) {
	return appeals.Change(ctx, s.office, a, VerbAssign, id, func(_ Stores, ap Appeal, by record.Stamp) (Appeal, error) {
		rater, err := s.line(ctx, ap.Tenant, ap.Rater)
		if err != nil {
			return ap, err
		}
		above, err := s.line(ctx, ap.Tenant, reviewer)
		if err != nil {
			return ap, err
		}
		return ap.Assign(reviewer, Lines{Rater: rater, Reviewer: above}, by)
	})
}

// CheckAppeal records what the reviewer looked into and found.
func (s *Service) CheckAppeal(ctx context.Context, a access.Actor, id string, c Check) (Appeal, error) {
	return appeals.Change(ctx, s.office, a, VerbCheck, id, func(_ Stores, ap Appeal, by record.Stamp) (Appeal, error) {
		return ap.AddCheck(c, by)
	})
}

// DecideAppeal ends an appeal with the reviewer's ruling today, and lets it take effect
// on the result in the same transaction; see [Appeal.Decide] and [Result.AfterAppeal].
func (s *Service) DecideAppeal(ctx context.Context, a access.Actor, id string, ruling Ruling) (Appeal, Result, error) {
	return s.settle(ctx, a, VerbDecide, id, func(ap Appeal, by record.Stamp) (Appeal, error) {
		return ap.Decide(ruling, s.office.Gate.DateAt(by.At), by)
	})
}

// WithdrawAppeal ends an appeal at the employee's wish; the result stands as it was published.
func (s *Service) WithdrawAppeal(ctx context.Context, a access.Actor, id string) (Appeal, Result, error) {
	return s.settle(ctx, a, VerbWithdraw, id, Appeal.Withdraw)
}

func (s *Service) settle(ctx context.Context, a access.Actor, verb access.Verb, id string, end func(Appeal, record.Stamp) (Appeal, error)) (Appeal, Result, error) {
	var settled Result
	ended, err := appeals.Change(ctx, s.office, a, verb, id, func(st Stores, ap Appeal, by record.Stamp) (Appeal, error) {
		ended, err := end(ap, by)
		if err != nil {
			return ap, err
		}
		c, err := st.Cycles.Get(ctx, record.Key{Tenant: ap.Tenant, ID: ap.Cycle})
		if err != nil {
			return ap, err
		}
		r, err := st.Results.Get(ctx, record.Key{Tenant: ap.Tenant, ID: ap.Result})
		if err != nil {
			return ap, err
		}
		if r, err = r.AfterAppeal(ended, c.Rules, c.MinReason, by); err != nil {
			return ap, err
		}
		settled, err = st.Results.Update(ctx, r)
		return ended, err
	})
	if err != nil {
		return Appeal{}, Result{}, err
	}
	return ended, settled, nil
}

// Appeal returns an appeal.
func (s *Service) Appeal(ctx context.Context, a access.Actor, id string) (Appeal, error) {
	return appeals.Read(ctx, s.office, a, VerbReadAppeal, id)
}

// Appeals lists appeals, those that are due first at the front.
func (s *Service) Appeals(ctx context.Context, a access.Actor, f AppealFilter) iter.Seq2[Appeal, error] {
	f.Tenant = a.Tenant
	return appeals.List(ctx, s.office, a, access.Always[Appeal](VerbReadAppeal), f)
}

// line is everyone above a person today; nobody without a directory.
func (s *Service) line(ctx context.Context, tenant, person string) ([]string, error) {
	if s.office.Gate.Directory == nil || person == "" {
		return nil, nil
	}
	return access.LineOf(ctx, s.office.Gate.Directory, tenant, person, s.office.Gate.Today())
}
