package feedback

import (
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// An InterviewStatus is where an interview stands.
type InterviewStatus string

// The states of an interview. The last two are final.
const (
	InterviewDraft     InterviewStatus = "draft"
	InterviewHeld      InterviewStatus = "held"
	InterviewConfirmed InterviewStatus = "confirmed"
	InterviewDisputed  InterviewStatus = "disputed"
)

var statuses = map[InterviewStatus]text.Message{
	InterviewDraft: statusDraft, InterviewHeld: statusHeld,
	InterviewConfirmed: statusConfirmed, InterviewDisputed: statusDisputed,
}

// In is the status in words: held, 已面谈.
func (s InterviewStatus) In(l text.Lang) string { return said(statuses, s, l) }

// An InterviewEvent is what can happen to an interview.
type InterviewEvent string

// The events of an interview's life.
const (
	InterviewWrite   InterviewEvent = "write"
	InterviewHold    InterviewEvent = "hold"
	InterviewSign    InterviewEvent = "sign"
	InterviewConfirm InterviewEvent = "confirm"
	InterviewDispute InterviewEvent = "dispute"
)

var events = map[InterviewEvent]text.Message{
	InterviewWrite: eventWrite, InterviewHold: eventHold, InterviewSign: eventSign,
	InterviewConfirm: eventConfirm, InterviewDispute: eventDispute,
}

// In is the event in words: sign, 签字.
func (e InterviewEvent) In(l text.Lang) string { return said(events, e, l) }

// InterviewLifecycle is everything that can happen to an interview (F4, F5).
var InterviewLifecycle = record.Lifecycle[InterviewStatus, InterviewEvent]{
	InterviewDraft: {InterviewWrite: InterviewDraft, InterviewHold: InterviewHeld},
	InterviewHeld: {
		InterviewWrite: InterviewHeld, InterviewSign: InterviewHeld,
		InterviewConfirm: InterviewConfirmed, InterviewDispute: InterviewDisputed,
	},
}

// The roles that sign an interview.
const (
	ByEmployee    = "employee"
	ByInterviewer = "interviewer"
)

// Digest is of what both sign: the content of the interview, without its status and signatures.
func (i Interview) Digest() record.Digest {
	content := i
	content.Meta = record.Meta{Tenant: i.Tenant, ID: i.ID}
	content.Status, content.Signatures, content.Disagreement = "", nil, ""
	d, err := record.DigestOf("feedback.interview", content)
	if err != nil { // texts and dates always marshal; no signature covers the empty digest
		return ""
	}
	return d
}

// Write replaces the content of an interview that is a draft, or is held and not yet
// confirmed: what the employee said is written down then. Signatures given before fall
// away. People, cycle and policy stay as they were drafted.
func (i Interview) Write(d Draft, by record.Stamp) (Interview, error) {
	next, err := i.move(InterviewWrite, by.For(string(VerbWrite)))
	if err != nil {
		return i, err
	}
	next = next.with(d)
	next.Signatures = nil
	if err := next.Validate(); err != nil {
		return i, err
	}
	return next, nil
}

// Hold says that the interview took place.
func (i Interview) Hold(by record.Stamp) (Interview, error) {
	return i.move(InterviewHold, by.For(string(VerbHold)))
}

// Sign takes a signature of the employee or the interviewer; with both the interview is
// confirmed (F5). A signature of anyone else, or under other content than is there now,
// is refused.
func (i Interview) Sign(s record.Signature) (Interview, error) {
	d := i.Digest()
	signers := map[string]string{ByEmployee: i.Employee, ByInterviewer: i.Interviewer}
	var v fault.Violations
	v.Nest("", s.Validate())
	if signer, known := signers[s.Role]; !known || signer != s.By {
		v.Add("by", signerForeign, "person", s.By, "role", s.Role)
	}
	if err := v.Err(); err != nil {
		return i, err
	}
	if !s.Covers(d) {
		return i, fault.Refuse(fault.ErrConflict, signatureStale)
	}
	signed := i
	signed.Signatures = i.Signatures.With(s)
	event := InterviewSign
	if signed.Signatures.Cover(d, ByEmployee, ByInterviewer) {
		event = InterviewConfirm
	}
	next, err := signed.move(event, record.By(s.By, s.At).For(string(VerbSign)))
	if err != nil {
		return i, err
	}
	return next, nil
}

// Dispute says that the employee disagrees, and why. What was said stays on record, and
// the way to an appeal is open.
func (i Interview) Dispute(reason string, by record.Stamp) (Interview, error) {
	next, err := i.move(InterviewDispute, by.For(string(VerbDispute)).Because(reason))
	if err != nil {
		return i, err
	}
	var v fault.Violations
	if blank(reason) {
		v.Add("disagreement", disagreementRequired)
	}
	if by.By != i.Employee {
		v.Add("by", disputerForeign, "person", by.By)
	}
	if err := v.Err(); err != nil {
		return i, err
	}
	next.Disagreement = reason
	if err := next.Validate(); err != nil {
		return i, err
	}
	return next, nil
}

func (i Interview) move(e InterviewEvent, by record.Stamp) (Interview, error) {
	to, err := InterviewLifecycle.Next(InterviewKind.Label, i.Status, e)
	if err != nil {
		return i, err
	}
	i.Status, i.Meta = to, i.Touched(by)
	return i, nil
}
