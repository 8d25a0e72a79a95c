package feedback

import "github.com/meritkit/meritkit/access"

// The verbs of the service.
const (
	VerbDraft   access.Verb = "feedback.interview.draft"
	VerbWrite   access.Verb = "feedback.interview.write"
	VerbHold    access.Verb = "feedback.interview.hold"
	VerbSign    access.Verb = "feedback.interview.sign"
	VerbDispute access.Verb = "feedback.interview.dispute"
	VerbRead    access.Verb = "feedback.interview.read"
)

// Interviewer is the relation of whoever holds an interview to it.
const Interviewer access.Relation = "interviewer"

// Policy is who may do what with interviews, as the library proposes it (S5): managers
// and HR draft; the interviewer writes and holds; both sign; the employee alone
// disputes, and sees the interview once it is held.
func Policy() access.Policy {
	seen := []string{string(InterviewHeld), string(InterviewConfirmed), string(InterviewDisputed)}
	return access.Policy{
		{Verb: VerbDraft, Roles: []access.Role{access.HR}, Relations: []access.Relation{access.Manager}},
		{Verb: VerbWrite, Relations: []access.Relation{Interviewer}},
		{Verb: VerbHold, Relations: []access.Relation{Interviewer}},
		{Verb: VerbSign, Relations: []access.Relation{access.Self, Interviewer}},
		{Verb: VerbDispute, Relations: []access.Relation{access.Self}},
		{Verb: VerbRead, Roles: []access.Role{access.HR}, Relations: []access.Relation{Interviewer, access.Line}},
		{Verb: VerbRead, Relations: []access.Relation{access.Self}, States: seen},
	}
}
