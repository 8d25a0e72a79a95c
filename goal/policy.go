package goal

import "github.com/meritkit/meritkit/access"

// The verbs of the service. They speak of plans and goals alike.
const (
	VerbRead            access.Verb = "goal.read"
	VerbReadShared      access.Verb = "goal.read.shared"    // a goal of a unit or the company
	VerbReadAlignment   access.Verb = "goal.read.alignment" // all goals, and where they stand
	VerbDraft           access.Verb = "goal.draft"
	VerbEdit            access.Verb = "goal.edit"
	VerbPropose         access.Verb = "goal.propose"
	VerbReturn          access.Verb = "goal.return"
	VerbSignAsEmployee  access.Verb = "goal.sign.employee"
	VerbSignAsManager   access.Verb = "goal.sign.manager"
	VerbSignAsUnit      access.Verb = "goal.sign.unit"
	VerbActivate        access.Verb = "goal.activate"
	VerbClose           access.Verb = "goal.close"
	VerbCancel          access.Verb = "goal.cancel"
	VerbCheckIn         access.Verb = "goal.checkin"
	VerbCorrectCheckIn  access.Verb = "goal.checkin.correct"
	VerbAnswerHelp      access.Verb = "goal.checkin.answer" // for the manager and the line above
	VerbRequestRevision access.Verb = "goal.revision.request"
	VerbDecideRevision  access.Verb = "goal.revision.decide"
	VerbReadTemplate    access.Verb = "goal.template.read"
	VerbKeepTemplate    access.Verb = "goal.template.keep"
	// VerbWithdrawRevision is for who asked for the revision.
	VerbWithdrawRevision access.Verb = "goal.revision.withdraw"
)

// Requester is the person who asked for a revision.
const Requester access.Relation = "requester"

// signVerbs say which verb it takes to sign in a role.
var signVerbs = map[string]access.Verb{
	ByEmployee: VerbSignAsEmployee,
	ByManager:  VerbSignAsManager,
	ByUnit:     VerbSignAsUnit,
}

// Policy is the library's own rules for the verbs, to be taken as they are or less those
// that a program replaces ([access.Policy.Without]). An employee and their manager draft,
// propose and sign, each as who they are; the manager returns, decides and closes; the
// line above reads. HR does all but sign for them, and keeps the goals of units and the
// company, which everyone may read, as the library's templates. Nobody decides on a goal of their own.
func Policy() access.Policy {
	hr := []access.Role{access.HR}
	self := []access.Relation{access.Self}
	both := []access.Relation{access.Self, access.Manager}
	manager := []access.Relation{access.Manager}
	return access.Policy{
		{Verb: VerbRead, Roles: hr, Relations: []access.Relation{access.Self, access.Manager, access.Line}},
		{Verb: VerbReadShared, Roles: hr, Relations: []access.Relation{access.Anyone}},
		{Verb: VerbReadAlignment, Roles: hr},
		{Verb: VerbDraft, Roles: hr, Relations: both},
		{Verb: VerbEdit, Roles: hr, Relations: both},
		{Verb: VerbPropose, Roles: hr, Relations: both},
		{Verb: VerbReturn, Roles: hr, Relations: manager},
		{Verb: VerbSignAsEmployee, Relations: self},
		{Verb: VerbSignAsManager, Relations: manager},
		{Verb: VerbSignAsUnit, Roles: hr},
		{Verb: VerbActivate, Roles: []access.Role{access.HR, access.System}, Relations: manager},
		{Verb: VerbClose, Roles: hr, Relations: manager},
		{Verb: VerbCancel, Roles: hr, Relations: manager},
		{Verb: VerbCheckIn, Roles: hr, Relations: both},
		{Verb: VerbCorrectCheckIn, Roles: hr, Relations: both},
		{Verb: VerbAnswerHelp, Roles: hr, Relations: []access.Relation{access.Manager, access.Line}},
		{Verb: VerbRequestRevision, Roles: hr, Relations: both},
		{Verb: VerbDecideRevision, Roles: hr, Relations: manager},
		{Verb: VerbReadTemplate, Roles: hr, Relations: []access.Relation{access.Anyone}},
		{Verb: VerbKeepTemplate, Roles: hr},
		{Verb: VerbWithdrawRevision, Relations: []access.Relation{Requester}},
		{Verb: VerbAnswerHelp, Relations: self, Deny: true},
		{Verb: VerbClose, Relations: self, Deny: true},
		{Verb: VerbCancel, Relations: self, Deny: true},
		{Verb: VerbDecideRevision, Relations: self, Deny: true},
	}
}
