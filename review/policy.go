package review

import "github.com/meritkit/meritkit/access"

// What can be done in a review. A verb is also the action in audit entries and events.
const (
	VerbSetUp           access.Verb = "review.cycle.setup"
	VerbLaunch          access.Verb = "review.cycle.launch"
	VerbEnrol           access.Verb = "review.cycle.enrol"
	VerbReschedule      access.Verb = "review.cycle.reschedule"
	VerbClose           access.Verb = "review.cycle.close"
	VerbReadCycle       access.Verb = "review.cycle.read"
	VerbReadParticipant access.Verb = "review.participant.read"

	VerbWriteSelf  access.Verb = "review.self.write"
	VerbSubmitSelf access.Verb = "review.self.submit"
	VerbReturnSelf access.Verb = "review.self.return"
	VerbResolve    access.Verb = "review.self.resolve"
	VerbReadSelf   access.Verb = "review.self.read"

	VerbWriteManager  access.Verb = "review.manager.write"
	VerbSubmitManager access.Verb = "review.manager.submit"
	VerbReadManager   access.Verb = "review.manager.read"

	VerbCalibrate  access.Verb = "review.result.calibrate"
	VerbKeep       access.Verb = "review.result.keep"
	VerbPublish    access.Verb = "review.result.publish"
	VerbAccept     access.Verb = "review.result.accept"
	VerbReadResult access.Verb = "review.result.read"

	VerbAppeal     access.Verb = "review.appeal.file"
	VerbAssign     access.Verb = "review.appeal.assign"
	VerbCheck      access.Verb = "review.appeal.check"
	VerbDecide     access.Verb = "review.appeal.decide"
	VerbWithdraw   access.Verb = "review.appeal.withdraw"
	VerbReadAppeal access.Verb = "review.appeal.read"
)

// The relations that a review's records declare.
const (
	// Rater is who reviews the employee: the manager named at launch.
	Rater access.Relation = "rater"
	// AppealReviewer is who reviews the employee's appeal while it is open.
	AppealReviewer access.Relation = "appeal-reviewer"
)

// Calibrator is the role of those who calibrate ratings beside HR.
const Calibrator access.Role = "calibrator"

// Released is the state in which access rules find a manager review once its result is
// published; until then it is the form's own.
const Released = "released"

// Policy is who may do what in a review, as data to build on (S5):
//
//   - Forms are their authors' alone while they are drafts. A self review is shown to
//     rater, line and HR when it is submitted, a manager review to line and HR.
//   - The employee sees the manager's review and the result only once the result is
//     published, whatever their role.
//   - Nobody acts as HR, calibrator or rater on a record about themselves, and who gave a
//     rating neither reads the appeal against it nor chooses who reviews it.
func Policy() access.Policy {
	hr := []access.Role{access.HR}
	run := []access.Role{access.HR, access.System}
	calibrate := []access.Role{access.HR, Calibrator}
	self := []access.Relation{access.Self}
	rater := []access.Relation{Rater}
	above := []access.Relation{Rater, access.Line}
	review := []access.Relation{AppealReviewer}
	submitted := []string{string(FormStatusSubmitted)}
	return access.Policy{
		{Verb: VerbSetUp, Roles: hr},
		{Verb: VerbLaunch, Roles: run},
		{Verb: VerbEnrol, Roles: run},
		{Verb: VerbReschedule, Roles: hr},
		{Verb: VerbClose, Roles: run},
		{Verb: VerbReadCycle, Roles: run},
		{Verb: VerbReadCycle, Relations: []access.Relation{access.Anyone}, States: []string{string(CycleStatusLaunched), string(CycleStatusClosed)}},
		{Verb: VerbReadParticipant, Roles: run, Relations: append([]access.Relation{access.Self}, above...)},

		{Verb: VerbWriteSelf, Relations: self},
		{Verb: VerbSubmitSelf, Relations: self},
		{Verb: VerbReturnSelf, Roles: hr, Relations: rater},
		{Verb: VerbReturnSelf, Relations: self, Deny: true},
		{Verb: VerbResolve, Relations: rater},
		{Verb: VerbResolve, Relations: self, Deny: true},
		{Verb: VerbReadSelf, Relations: self},
		{Verb: VerbReadSelf, Roles: calibrate, Relations: append(above, AppealReviewer), States: submitted},

		{Verb: VerbWriteManager, Relations: rater},
		{Verb: VerbWriteManager, Relations: self, Deny: true},
		{Verb: VerbSubmitManager, Relations: rater},
		{Verb: VerbSubmitManager, Relations: self, Deny: true},
		{Verb: VerbReadManager, Relations: rater},
		{Verb: VerbReadManager, Roles: calibrate, Relations: append(above, AppealReviewer), States: append(submitted, Released)},
		{Verb: VerbReadManager, Relations: self, States: []string{Released}},
		{Verb: VerbReadManager, Relations: self, States: []string{string(FormStatusDraft), string(FormStatusSubmitted)}, Deny: true},

		{Verb: VerbCalibrate, Roles: calibrate},
		{Verb: VerbCalibrate, Relations: self, Deny: true},
		{Verb: VerbKeep, Roles: calibrate},
		{Verb: VerbKeep, Relations: self, Deny: true},
		{Verb: VerbPublish, Roles: run},
		{Verb: VerbPublish, Relations: self, Deny: true},
		{Verb: VerbAccept, Relations: self},
		{Verb: VerbReadResult, Roles: append(calibrate, access.System), Relations: append(above, AppealReviewer)},
		{Verb: VerbReadResult, Relations: self, States: []string{string(ResultStatusPublished), string(ResultStatusAccepted), string(ResultStatusAppealed)}},
		{Verb: VerbReadResult, Relations: self, States: []string{string(ResultStatusProposed), string(ResultStatusCalibrated)}, Deny: true},

		{Verb: VerbAppeal, Relations: self},
		{Verb: VerbAssign, Roles: hr},
		{Verb: VerbAssign, Relations: []access.Relation{access.Self, Rater}, Deny: true},
		{Verb: VerbCheck, Relations: review},
		{Verb: VerbDecide, Relations: review},
		{Verb: VerbWithdraw, Relations: self},
		{Verb: VerbReadAppeal, Roles: run, Relations: []access.Relation{access.Self, AppealReviewer}},
		{Verb: VerbReadAppeal, Relations: rater, Deny: true},
	}
}
