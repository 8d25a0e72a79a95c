package goal

import (
	"context"
	"errors"
	"iter"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
)

// RequestRevision asks for other terms of an active goal, as of today; what the draft
// says about the day of the request is overruled.
func (s *Service) RequestRevision(ctx context.Context, a access.Actor, id string, d RevisionDraft) (Revision, error) {
	g, by, err := goals.Load(ctx, s.office.Gate, s.office.Stores, a, VerbRequestRevision, id)
	if err != nil {
		return Revision{}, err
	}
	d.Requested = s.office.Gate.DateAt(by.At)
	var v fault.Violations
	r, err := NewRevision(s.office.Gate.NewKey(a.Tenant), g, d, by)
	if errors.Is(err, fault.ErrTransition) {
		return Revision{}, err
	}
	v.Nest("", err)
	if err := checkLinks(ctx, &v, "proposed", s.office.Stores.Goals, a.Tenant, d.Proposed); err != nil {
		return Revision{}, err
	}
	if err := checkCircles(ctx, &v, "proposed", s.office.Stores.Goals, g.Key(), d.Proposed); err != nil {
		return Revision{}, err
	}
	if err := v.Err(); err != nil {
		return Revision{}, err
	}
	return s.office.Stores.Revisions.Create(ctx, r)
}

// ApproveRevision lets a request go on to be signed.
func (s *Service) ApproveRevision(ctx context.Context, a access.Actor, id string) (Revision, error) {
	return revisions.Change(ctx, s.office, a, VerbDecideRevision, id, func(_ Stores, r Revision, by record.Stamp) (Revision, error) {
		return r.Approve(by)
	})
}

// RejectRevision ends a request that is not in force yet.
func (s *Service) RejectRevision(ctx context.Context, a access.Actor, id, reason string) (Revision, error) {
	return revisions.Change(ctx, s.office, a, VerbDecideRevision, id, func(_ Stores, r Revision, by record.Stamp) (Revision, error) {
		return r.Reject(reason, by)
	})
}

// WithdrawRevision takes back a request that is not in force yet: for who made it.
func (s *Service) WithdrawRevision(ctx context.Context, a access.Actor, id string) (Revision, error) {
	return revisions.Change(ctx, s.office, a, VerbWithdrawRevision, id, func(_ Stores, r Revision, by record.Stamp) (Revision, error) {
		return r.Withdraw(by)
	})
}

// SignRevision signs an approved revision in a role. The digest is that of what the
// actor has read, see [Revision.Digest]. The last signature puts the revision in force
// and changes the goal with it.
func (s *Service) SignRevision(ctx context.Context, a access.Actor, id, role string, read record.Digest, note string) (Revision, error) {
	verb, err := signVerb(role)
	if err != nil {
		return Revision{}, err
	}
	return revisions.Change(ctx, s.office, a, verb, id, func(in Stores, r Revision, by record.Stamp) (Revision, error) {
		g, err := in.Goals.Get(ctx, record.Key{Tenant: a.Tenant, ID: r.Goal})
		if err != nil {
			return r, err
		}
		signed, err := r.Sign(g, record.Sign(by.Because(note), role, read))
		if err != nil || signed.Status != RevisionStatusInForce {
			return signed, err
		}
		var v fault.Violations // other goals may have been linked since the request
		if err := checkCircles(ctx, &v, "proposed", in.Goals, g.Key(), r.Proposed); err != nil {
			return r, err
		}
		if err := v.Err(); err != nil {
			return r, err
		}
		if g, err = g.Revise(signed, by); err != nil {
			return r, err
		}
		_, err = in.Goals.Update(ctx, g)
		return signed, err
	})
}

// Revisions lists the revisions that match and that the actor may read, by the days on
// which they were requested.
func (s *Service) Revisions(ctx context.Context, a access.Actor, f RevisionFilter) iter.Seq2[Revision, error] {
	f.Tenant = a.Tenant
	return revisions.List(ctx, s.office, a, access.Always[Revision](VerbRead), f)
}
