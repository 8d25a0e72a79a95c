package goal

import "github.com/meritkit/meritkit/record"

// A Status is where a goal stands in its life (G10).
type Status string

// The states of a goal. The last four are final.
const (
	Draft     Status = "draft"
	Proposed  Status = "proposed"
	Agreed    Status = "agreed"
	Active    Status = "active"
	Achieved  Status = "achieved"
	Partly    Status = "partly"
	Missed    Status = "missed"
	Cancelled Status = "cancelled"
)

// An Event is what can happen to a goal.
type Event string

// The events of a goal's life.
const (
	Propose   Event = "propose"
	Return    Event = "return"
	Agree     Event = "agree"
	Activate  Event = "activate"
	Revise    Event = "revise"
	Achieve   Event = "achieve"
	FallShort Event = "fall-short"
	Miss      Event = "miss"
	Cancel    Event = "cancel"
)

// Lifecycle is everything that can happen to a goal.
var Lifecycle = record.Lifecycle[Status, Event]{
	Draft:    {Propose: Proposed, Cancel: Cancelled},
	Proposed: {Agree: Agreed, Return: Draft, Cancel: Cancelled},
	Agreed:   {Activate: Active, Cancel: Cancelled},
	Active:   {Revise: Active, Achieve: Achieved, FallShort: Partly, Miss: Missed, Cancel: Cancelled},
}
