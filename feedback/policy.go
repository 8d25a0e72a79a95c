package feedback

import "github.com/meritkit/meritkit/access"

// The verbs of the service.
const (
	VerbDraft   access.Verb = "feedback.interview.draft"
	VerbEdit    access.Verb = "feedback.interview.edit"
	VerbHold    access.Verb = "feedback.interview.hold"
	VerbSign    access.Verb = "feedback.interview.sign"
	VerbDispute access.Verb = "feedback.interview.dispute"
	VerbRead    access.Verb = "feedback.interview.read"
)

// Interviewer is the relation of whoever holds an interview to it.
const Interviewer access.Relation = "interviewer"

// Policy is who may do what with interviews, as data to build on (S5): managers and HR
// draft them, never their own; the interviewer edits and holds; both sign; the employee
// alone disputes, and sees the interview once it is held.
func Policy() access.Policy {
	hr := []access.Role{access.HR}
	self := []access.Relation{access.Self}
	interviewer := []access.Relation{Interviewer}
	held := []string{string(InterviewStatusHeld), string(InterviewStatusConfirmed), string(InterviewStatusDisputed)}
	return access.Policy{
		{Verb: VerbDraft, Roles: hr, Relations: []access.Relation{access.Manager}},
		{Verb: VerbDraft, Relations: self, Deny: true},
		{Verb: VerbEdit, Relations: interviewer},
		{Verb: VerbHold, Relations: interviewer},
		{Verb: VerbSign, Relations: []access.Relation{access.Self, Interviewer}},
		{Verb: VerbDispute, Relations: self},
		{Verb: VerbRead, Roles: hr, Relations: []access.Relation{Interviewer, access.Line}},
		{Verb: VerbRead, Relations: self, States: held},
		{Verb: VerbRead, Relations: self, States: []string{string(InterviewStatusDraft)}, Deny: true},
	}
}
