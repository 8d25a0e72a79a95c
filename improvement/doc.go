// Package improvement models improvement and development plans from their start to the
// goals of the next period.
//
//	d, err := improvement.FromInterview(interview, improvement.Draft{Type: improvement.PIP, Period: days}, goals, checkins)
//	p, err := improvement.New(key, d, by)   // complete and consistent, or every violation at once
//	p, err = p.Approve(by)                  // not by the employee; then both sign, and it is active
//	p, err = p.Track(entry, by)             // says whether the aim is behind the straight way
//	p, err = p.Assess(closing, working, by) // refused as failed without reviews and support
//	next, err := improvement.NextGoals(plans, quarter, text.English)
//
// A [Plan] is a plain value; its methods return a new one or an error. The package does
// no I/O and reads no clock; [Service] does both through its stores and its gate.
package improvement
