package improvement

import (
	"github.com/meritkit/meritkit/record"
)

// The roles that sign a plan and its closing.
const (
	ByEmployee = "employee"
	ByManager  = "manager"
)

// Digest is of what both sign to start the plan: what was agreed, without what has been
// done since. It stays the same from the approval to the end.
func (p Plan) Digest() record.Digest {
	p = p.undone()
	p.Signatures, p.Approved = nil, nil
	return p.digest("improvement.plan")
}

// ClosingDigest is of what both sign to close the plan: all that was agreed and done,
// and how it ended. It is empty while there is no closing.
func (p Plan) ClosingDigest() record.Digest {
	if p.Closing == nil {
		return ""
	}
	closing := *p.Closing
	closing.Signatures, closing.Refusal = nil, nil
	p.Closing = &closing
	return p.digest("improvement.closing")
}

func (p Plan) digest(name string) record.Digest {
	p.Meta = record.Meta{Tenant: p.Tenant, ID: p.ID}
	p.Status = ""
	return record.Seal(name, p)
}

// Sign puts a signature of the employee or the manager under an approved plan, which
// makes it active when both are there, or under the closing of an assessed one, which
// closes it when both are there or the employee's refusal is on record. A closing may be
// signed for the company by whoever assessed it. A signature of anyone else is refused,
// and so is one under other content than is there now ([fault.ErrConflict]).
func (p Plan) Sign(s record.Signature) (Plan, error) {
	by := s.Stamp().For(string(VerbSign))
	employee, company := record.Signer{Role: ByEmployee, By: []string{p.Employee}}, record.Signer{Role: ByManager, By: []string{p.Manager}}
	event, d, so := EventStart, p.Digest(), p.Signatures
	if p.Status == StatusAssessed && p.Closing != nil {
		event, d, so = EventClose, p.ClosingDigest(), p.Closing.Signatures
		company.By = append(company.By, p.Closing.By)
	}
	next, err := p.move(event, by)
	if err != nil {
		return p, err
	}
	all, err := so.Sign(s, d, employee, company)
	if err != nil {
		return p, err
	}
	if event == EventStart {
		next.Signatures = all
		if !all.Complete(d, employee, company) {
			next.Status = p.Status
		}
		return next, nil
	}
	closing := *p.Closing
	closing.Signatures = all
	if s.Role == ByEmployee {
		closing.Refusal = nil
	}
	return next.settle(closing, d), nil
}

// Refuse puts on record that the employee does not sign the closing, and why; with the
// manager's signature the plan is then closed (I3).
func (p Plan) Refuse(reason string, by record.Stamp) (Plan, error) {
	next, err := p.moveBecause(EventClose, reason, by.For(string(VerbRefuse)))
	if err != nil {
		return p, err
	}
	if p.Closing == nil {
		return p, p.Validate()
	}
	closing := *p.Closing
	closing.Refusal = new(next.Updated)
	return next.settle(closing, p.ClosingDigest()), nil
}

// settle is the plan, which is about to be closed, with its closing; it stays assessed
// while somebody's word on it is missing.
func (p Plan) settle(closing Closing, d record.Digest) Plan {
	employee := closing.Refusal != nil || closing.Signatures.Cover(d, ByEmployee)
	if !employee || !closing.Signatures.Cover(d, ByManager) {
		p.Status = StatusAssessed
	}
	p.Closing = &closing
	return p
}
