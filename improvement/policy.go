package improvement

import "github.com/meritkit/meritkit/access"

// What can be done with plans. A verb is also the action in audit entries and events.
const (
	VerbDraft   access.Verb = "improvement.plan.draft"
	VerbEdit    access.Verb = "improvement.plan.edit"
	VerbApprove access.Verb = "improvement.plan.approve"
	VerbReturn  access.Verb = "improvement.plan.return"
	VerbSign    access.Verb = "improvement.plan.sign"
	VerbTrack   access.Verb = "improvement.plan.track"
	VerbFinish  access.Verb = "improvement.plan.finish"
	VerbSupport access.Verb = "improvement.plan.support"
	VerbAssess  access.Verb = "improvement.plan.assess"
	VerbReopen  access.Verb = "improvement.plan.reopen"
	VerbRefuse  access.Verb = "improvement.plan.refuse"
	VerbRead    access.Verb = "improvement.plan.read"
)

// The relations of employees to their own plans, by the type of plan.
const (
	OnPIP access.Relation = "pip-employee"
	OnIDP access.Relation = "idp-employee"
)

// Policy is who may do what with plans, as data to build on (S5):
//
//   - Only the employee, the manager line and HR read a plan; the employee reads a PIP
//     from its approval on.
//   - The manager and HR draft, and the employee an IDP. The line or HR approve.
//   - Both sign. Employee and manager track the plan and say what is done; which support
//     was given and how the plan ends is for manager and HR to say.
//   - Nobody acts as HR on a plan of their own.
func Policy() access.Policy {
	hr := []access.Role{access.HR}
	self := []access.Relation{access.Self}
	manager := []access.Relation{access.Manager}
	line := []access.Relation{access.Line}
	pip := []access.Relation{OnPIP}
	authors := []access.Relation{access.Manager, OnIDP}
	both := []access.Relation{access.Self, access.Manager}
	agreed := []string{string(StatusApproved), string(StatusActive), string(StatusAssessed), string(StatusClosed)}
	return access.Policy{
		{Verb: VerbRead, Roles: hr, Relations: []access.Relation{access.Line, OnIDP}},
		{Verb: VerbRead, Relations: pip, States: agreed},
		{Verb: VerbRead, Relations: pip, States: []string{string(StatusDraft)}, Deny: true},
		{Verb: VerbDraft, Roles: hr, Relations: authors},
		{Verb: VerbDraft, Relations: pip, Deny: true},
		{Verb: VerbEdit, Roles: hr, Relations: authors},
		{Verb: VerbEdit, Relations: pip, Deny: true},
		{Verb: VerbApprove, Roles: hr, Relations: line},
		{Verb: VerbApprove, Relations: self, Deny: true},
		{Verb: VerbReturn, Roles: hr, Relations: []access.Relation{access.Self, access.Line}},
		{Verb: VerbSign, Roles: hr, Relations: []access.Relation{access.Self, access.Line}},
		{Verb: VerbTrack, Roles: hr, Relations: both},
		{Verb: VerbFinish, Roles: hr, Relations: both},
		{Verb: VerbSupport, Roles: hr, Relations: manager},
		{Verb: VerbSupport, Relations: self, Deny: true},
		{Verb: VerbAssess, Roles: hr, Relations: manager},
		{Verb: VerbAssess, Relations: self, Deny: true},
		{Verb: VerbReopen, Roles: hr, Relations: manager},
		{Verb: VerbReopen, Relations: self, Deny: true},
		{Verb: VerbRefuse, Roles: hr, Relations: both},
	}
}
