package goal

import (
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/record"
)

// A Revision is a request to change the terms of an active goal, with the cause and the
// figures that prove it (G8). Once approved it takes both signatures under the new terms.
type Revision struct {
	record.Meta `json:"meta,omitzero"`

	Goal     string `json:"goal"`
	Employee string `json:"employee"`
	Cause    Cause  `json:"cause"`
	Reason   string `json:"reason" validate:"required,max=2000"`
	// Evidence holds the figures; there is at least one.
	Evidence []record.Evidence `json:"evidence"`
	// Proposed are the terms asked for; their From is the day they would be in force.
	Proposed   Terms             `json:"proposed"`
	Requested  calendar.Date     `json:"requested"`
	Status     RevisionStatus    `json:"status"`
	Signatures record.Signatures `json:"signatures,omitempty"`
}

// A Cause is why terms are to change.
type Cause string

// The causes.
const (
	Market       Cause = "market"
	PolicyChange Cause = "policy"
	Upstream     Cause = "upstream"
	Resource     Cause = "resource"
	Priority     Cause = "priority"
)

// A RevisionStatus is where a request stands.
type RevisionStatus string

// The states of a revision.
const (
	RevisionRequested RevisionStatus = "requested"
	RevisionApproved  RevisionStatus = "approved" // waiting for the signatures
	RevisionRejected  RevisionStatus = "rejected"
	RevisionInForce   RevisionStatus = "in-force"
)
