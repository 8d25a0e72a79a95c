package goal

import (
	"slices"
	"strings"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Revision is a request to change the terms of an active goal, with the cause and the
// figures that prove it (G8). Once approved it takes both signatures under the new terms.
type Revision struct {
	record.Meta `json:"meta,omitzero"`

	Goal string `json:"goal"`
	// Employee is the goal's owner; empty for a goal of a unit or the company.
	Employee string `json:"employee,omitempty"`
	Cause    Cause  `json:"cause"`
	Reason   string `json:"reason" validate:"max=2000"`
	// Evidence holds the figures; there is at least one piece with a figure or a link.
	Evidence []record.Evidence `json:"evidence" validate:"max=50"`
	// Proposed are the terms asked for; their From is the day they would be in force.
	Proposed  Terms          `json:"proposed" validate:"-"`
	Requested calendar.Date  `json:"requested"`
	Status    RevisionStatus `json:"status"`
	// Signatures are under the goal as it would be, see [Revision.Digest].
	Signatures record.Signatures `json:"signatures,omitempty"`
}

// A Cause is why terms are to change.
type Cause string

// The causes.
const (
	Market       Cause = "market"
	PolicyChange Cause = "policy"
	Upstream     Cause = "upstream"
	Resource     Cause = "resource"
	Priority     Cause = "priority"
)

var causes = fault.Names[Cause]{
	Market:       {En: "market change", Zh: "市场变化"},
	PolicyChange: {En: "policy change", Zh: "政策变化"},
	Upstream:     {En: "upstream dependency", Zh: "上游影响"},
	Resource:     {En: "resources", Zh: "资源变化"},
	Priority:     {En: "change of priorities", Zh: "优先级调整"},
}

// In is the cause in words.
func (c Cause) In(l text.Lang) string { return causes.In(c, l) }

// A RevisionDraft is what a new revision is made from. Proposed.From may be left out:
// the terms are then to be in force from the day of the request.
type RevisionDraft struct {
	Cause     Cause             `json:"cause"`
	Reason    string            `json:"reason"`
	Evidence  []record.Evidence `json:"evidence"`
	Proposed  Terms             `json:"proposed"`
	Requested calendar.Date     `json:"requested"`
}

// NewRevision requests a revision of an active goal, or refuses it with every violation
// at once. New terms begin after those in force did and not before the request: what has
// been agreed for days gone by stands.
func NewRevision(k record.Key, g Goal, d RevisionDraft, by record.Stamp) (Revision, error) {
	if _, err := Lifecycle.Next(goalLabel, g.Status, EventRevise); err != nil {
		return Revision{}, err
	}
	r := Revision{
		Meta:      record.New(k, by.For(string(VerbRequestRevision))),
		Goal:      g.ID,
		Employee:  g.employee(),
		Cause:     d.Cause,
		Reason:    d.Reason,
		Evidence:  slices.Clone(d.Evidence),
		Proposed:  d.Proposed.from(d.Requested),
		Requested: d.Requested,
		Status:    RevisionStatusRequested,
	}
	var v fault.Violations
	v.Nest("meta", r.Meta.Validate())
	if r.Tenant != g.Tenant {
		v.Add("meta.tenant", tenantOther)
	}
	v.Nest("", r.Validate())
	r.validateProposed(&v, g)
	if err := v.Err(); err != nil {
		return Revision{}, err
	}
	return r, nil
}

// Validate re-checks the structure: what stores do before writing. What is proposed is
// checked against the goal when it is requested and when it comes into force.
func (r Revision) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(r.Goal) == "" {
		v.Add("goal", revisionGoalRequired)
	}
	causes.Check(&v, "cause", r.Cause)
	v.Nest("", record.Stamp{Reason: r.Reason}.Reasoned())
	v.Nest("", check.Struct(r))
	proven := false
	for i, e := range r.Evidence {
		v.Nest(fault.Index("evidence", i), e.Validate())
		proven = proven || e.Figure != nil || strings.TrimSpace(e.Link) != ""
	}
	if !proven {
		v.Add("evidence", evidenceRequired)
	}
	if r.Requested.IsZero() {
		v.Add("requested", requestedRequired)
	}
	revisionStatuses.Check(&v, "status", r.Status)
	v.Nest("signatures", r.Signatures.Validate())
	return v.Err()
}

// validateProposed checks the terms asked for against the goal that they are for.
func (r Revision) validateProposed(v *fault.Violations, g Goal) {
	v.Nest("proposed", r.Proposed.validate(g.ID, g.Period))
	if !r.Proposed.From.After(g.Terms.From) {
		v.Add("proposed.from", fromNotLater, "from", r.Proposed.From, "before", g.Terms.From)
	}
	if r.Proposed.From.Before(r.Requested) {
		v.Add("proposed.from", fromBeforeRequest, "from", r.Proposed.From, "requested", r.Requested)
	}
	same := r.Proposed
	same.From = g.Terms.From
	if record.Seal("goal.terms", same) == record.Seal("goal.terms", g.Terms) {
		v.Add("proposed", nothingChanged)
	}
}

// Digest is what is signed: that of the goal under the terms proposed.
func (r Revision) Digest(g Goal) record.Digest {
	g.Terms = r.Proposed
	return g.Digest()
}

// Approve lets the request go on to be signed.
func (r Revision) Approve(by record.Stamp) (Revision, error) {
	return r.move(RevisionEventApprove, by)
}

// Reject ends the request, for a reason that has to be given.
func (r Revision) Reject(reason string, by record.Stamp) (Revision, error) {
	by = by.Because(reason)
	rejected, err := r.move(RevisionEventReject, by)
	if err != nil {
		return r, err
	}
	if err := by.Reasoned(); err != nil {
		return r, err
	}
	return rejected, nil
}

// Withdraw takes the request back before it is in force. Only who made it does that.
func (r Revision) Withdraw(by record.Stamp) (Revision, error) {
	withdrawn, err := r.move(RevisionEventWithdraw, by)
	if err != nil {
		return r, err
	}
	if by.By != r.Created.By {
		return r, fault.Refuse(fault.ErrForbidden, withdrawForeign, "requester", r.Created.By)
	}
	return withdrawn, nil
}

// Sign puts a signature under the goal as the approved revision would have it. With
// those of all [Goal.Signers] it is in force and goes to [Goal.Revise]. It refuses what
// [Goal.Sign] refuses.
func (r Revision) Sign(g Goal, s record.Signature) (Revision, error) {
	signed, err := r.move(RevisionEventAgree, stampOf(s))
	if err != nil {
		return r, err
	}
	all, err := r.Signatures.Sign(s, r.Digest(g), g.Signers()...)
	if err != nil {
		return r, err
	}
	signed.Signatures = all
	if !all.Complete(r.Digest(g), g.Signers()...) {
		signed.Status = r.Status
	}
	return signed, nil
}

func (r Revision) move(e RevisionEvent, by record.Stamp) (Revision, error) {
	status, meta, err := RevisionLifecycle.Move(revisionLabel, r.Status, r.Meta, e, by.For("goal.revision."+string(e)))
	if err != nil {
		return r, err
	}
	r.Status, r.Meta = status, meta
	return r, nil
}
