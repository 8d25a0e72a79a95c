// Package feedback takes a review's result to the person it is about: the preparation of
// the interview, the statements in it, its record, and the confirmation by both.
//
//	p, err := feedback.Prepare(result, cycle.Rules, goals, checkins, self)
//	i, err := feedback.New(key, draft, by)     // strengths first, every statement a fact with its impact
//	i, err = i.Hold(by)
//	i, err = i.Sign(record.Sign(by, feedback.ByEmployee, i.Digest()))
//
// An [Interview] is a plain value; its methods return a new one or an error. The package
// does no I/O and reads no clock; [Service] does both through its stores and its gate.
package feedback
