package review

import (
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Cycle is one round of reviews over a period (V1). At launch it keeps the rules it
// will rate by; a change of the rules elsewhere no longer reaches it.
type Cycle struct {
	record.Meta `json:"meta,omitzero"`

	Label  text.Label      `json:"label"`
	Period calendar.Period `json:"period"`
	// Phases stand in the order in which they are gone through.
	Phases []Window      `json:"phases"`
	Rules  rating.Policy `json:"rules"`
	// Appeals is how appeals are filed and answered.
	Appeals AppealRules `json:"appeals"`
	// MinReason is the least number of characters a reason for a changed rating has.
	MinReason int         `json:"minReason"`
	Status    CycleStatus `json:"status"`
}

// A Window is when a phase is open.
type Window struct {
	Phase Phase           `json:"phase"`
	Open  calendar.Period `json:"open"`
}

// A Phase is a part of a cycle.
type Phase string

// The phases, in their order.
const (
	SelfPhase        Phase = "self"
	ManagerPhase     Phase = "manager"
	CalibrationPhase Phase = "calibration"
	FeedbackPhase    Phase = "feedback"
	AppealPhase      Phase = "appeal"
)

// A CycleStatus is where a cycle stands.
type CycleStatus string

// The states of a cycle.
const (
	CycleDraft    CycleStatus = "draft"
	CycleLaunched CycleStatus = "launched"
	CycleClosed   CycleStatus = "closed"
)

// A Participant is one employee's place in a cycle, with the unit and the manager as
// they were at launch.
type Participant struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string `json:"cycle"`
	Employee string `json:"employee"`
	Manager  string `json:"manager"`
	Unit     string `json:"unit,omitempty"`
}
