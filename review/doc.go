// Package review runs a review cycle from the employee's own account to a result that
// stands: self review, cross-check, manager review, calibration, publication,
// confirmation and appeal.
//
// A [Cycle] is set up and launched for its participants. An employee hands in a
// [SelfReview], whose claims are compared with what is recorded ([CrossCheck]); the
// manager settles each [Discrepancy] and hands in a [ManagerReview], which the cycle's
// rules rate. What they propose is a [Result]:
//
//	r, err := review.Propose(key, participant, managerReview, by)
//	r, err = r.Calibrate("good", "the order was won by the whole team", cycle.Rules, cycle.MinReason, by)
//	r, err = r.Publish(today, by)
//	r, err = r.Accept(record.Sign(employee, goal.ByEmployee, r.Digest()))
//
// or, instead of accepting, an [Appeal], whose reviewer is independent of the rater and
// whose answer is due in working days. The proposed rating is never altered: each change
// of its level stands beside it, with from, to, why and who.
//
// All of these are plain values whose methods return a new value or an error; they do no
// I/O and read no clock. A [Service] does the same on stored records, behind an
// [access.Gate], for which [Policy] has the rules.
package review
