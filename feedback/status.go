package feedback

import (
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

// An InterviewStatus is where an interview stands.
type InterviewStatus string

// The states of an interview. The last two are final.
const (
	InterviewStatusDraft     InterviewStatus = "draft"
	InterviewStatusHeld      InterviewStatus = "held"
	InterviewStatusConfirmed InterviewStatus = "confirmed"
	InterviewStatusDisputed  InterviewStatus = "disputed"
)

// An InterviewEvent is what can happen to an interview.
type InterviewEvent string

// The events of an interview's life.
const (
	InterviewEventEdit    InterviewEvent = "edit"
	InterviewEventHold    InterviewEvent = "hold"
	InterviewEventConfirm InterviewEvent = "confirm"
	InterviewEventDispute InterviewEvent = "dispute"
)

// InterviewLifecycle is everything that can happen to an interview (F4, F5).
var InterviewLifecycle = record.Lifecycle[InterviewStatus, InterviewEvent]{
	InterviewStatusDraft: {InterviewEventEdit: InterviewStatusDraft, InterviewEventHold: InterviewStatusHeld},
	InterviewStatusHeld: {
		InterviewEventEdit: InterviewStatusHeld, InterviewEventConfirm: InterviewStatusConfirmed, InterviewEventDispute: InterviewStatusDisputed,
	},
}

var (
	statuses = fault.Names[InterviewStatus]{
		InterviewStatusDraft:     {En: "being prepared", Zh: "准备中"},
		InterviewStatusHeld:      {En: "held", Zh: "已面谈"},
		InterviewStatusConfirmed: {En: "confirmed", Zh: "双方已确认"},
		InterviewStatusDisputed:  {En: "disputed", Zh: "员工有异议"},
	}
	events = fault.Names[InterviewEvent]{
		InterviewEventEdit:    {En: "edit", Zh: "填写"},
		InterviewEventHold:    {En: "hold", Zh: "面谈"},
		InterviewEventConfirm: {En: "confirm", Zh: "确认"},
		InterviewEventDispute: {En: "dispute", Zh: "提出异议"},
	}
)

// In is the status in words: held, 已面谈.
func (s InterviewStatus) In(l text.Lang) string { return statuses.In(s, l) }

// In is the event in words: dispute, 提出异议.
func (e InterviewEvent) In(l text.Lang) string { return events.In(e, l) }

// The roles that sign an interview.
const (
	ByEmployee    = "employee"
	ByInterviewer = "interviewer"
)

// Digest is of what both sign: the content of the interview, without its status and
// signatures. Equal content has an equal digest.
func (i Interview) Digest() record.Digest {
	i.Meta = record.Meta{Tenant: i.Tenant, ID: i.ID}
	i.Status, i.Signatures, i.Disagreement = "", nil, ""
	return record.Seal("feedback.interview", i)
}

func (i Interview) signers() []record.Signer {
	return []record.Signer{{Role: ByEmployee, By: []string{i.Employee}}, {Role: ByInterviewer, By: []string{i.Interviewer}}}
}

// Edit replaces the content of an interview that is a draft, or is held and not yet
// confirmed: what the employee said is written down then. Signatures given before fall
// away. People, cycle, result and policy are as they were drafted; a draft that says
// others is refused.
func (i Interview) Edit(d Draft, by record.Stamp) (Interview, error) {
	next, err := i.move(InterviewEventEdit, by)
	if err != nil {
		return i, err
	}
	next = next.with(d)
	next.Signatures = nil
	var v fault.Violations
	for _, f := range []struct{ path, was, is string }{
		{"cycle", i.Cycle, d.Cycle},
		{"result", i.Result, d.Result},
		{"employee", i.Employee, d.Employee},
		{"interviewer", i.Interviewer, d.Interviewer},
		{"policy.strengths", string(i.Policy.Strengths), string(d.Policy.Strengths)},
	} {
		if f.was != f.is {
			v.Add(f.path, fixed, "was", f.was)
		}
	}
	v.Nest("", next.Validate())
	if err := v.Err(); err != nil {
		return i, err
	}
	return next, nil
}

// Hold says that the interview took place.
func (i Interview) Hold(by record.Stamp) (Interview, error) { return i.move(InterviewEventHold, by) }

// Sign puts a signature of the employee or the interviewer under an interview that was
// held; with both it is confirmed (F5). A signature of anyone else is refused, and so is
// one under other content than is there now ([record.ErrStale]).
func (i Interview) Sign(s record.Signature) (Interview, error) {
	signed, err := i.move(InterviewEventConfirm, s.Stamp().For(string(VerbSign)))
	if err != nil {
		return i, err
	}
	d, signers := i.Digest(), i.signers()
	if signed.Signatures, err = i.Signatures.Sign(s, d, signers...); err != nil {
		return i, err
	}
	if !signed.Signatures.Complete(d, signers...) {
		signed.Status = i.Status
	}
	return signed, nil
}

// Dispute says that the employee disagrees, and why. What was said stays on record, and
// the way to an appeal is open: see [Interview.Appeal].
func (i Interview) Dispute(reason string, by record.Stamp) (Interview, error) {
	next, err := i.move(InterviewEventDispute, by.Because(reason))
	if err != nil {
		return i, err
	}
	next.Disagreement = reason
	var v fault.Violations
	if by.By != i.Employee {
		v.Add("disagreement", disputerForeign, "person", by.By)
	}
	v.Nest("", next.Validate())
	if err := v.Err(); err != nil {
		return i, err
	}
	return next, nil
}

// Appeal is what the employee brings forward in the appeal that a disputed interview
// opens (V10): the disagreement as its grounds, the interview as evidence. To be handed
// to [review.FileAppeal] with the result.
func (i Interview) Appeal() (review.AppealDraft, error) {
	if i.Status != InterviewStatusDisputed {
		return review.AppealDraft{}, fault.Refuse(fault.ErrTransition, notDisputed, "status", i.Status)
	}
	return review.AppealDraft{
		Grounds:  i.Disagreement,
		Evidence: []record.Evidence{{Record: &record.Ref{Kind: InterviewKind.Name, ID: i.ID, Version: i.Version}, On: i.On}},
	}, nil
}

func (i Interview) move(e InterviewEvent, by record.Stamp) (Interview, error) {
	status, meta, err := InterviewLifecycle.Move(interviewLabel, i.Status, i.Meta, e, by.For("feedback.interview."+string(e)))
	if err != nil {
		return i, err
	}
	i.Status, i.Meta = status, meta
	return i, nil
}
