package review

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

// A SelfReview is the employee's own account of the period (V3).
type SelfReview struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string `json:"cycle"`
	Employee string `json:"employee"`
	// Claims are the results per goal.
	Claims []Claim `json:"claims"`
	// Growth is what was learned; Hidden are contributions outside the goals (隐形贡献).
	Growth string         `json:"growth,omitempty"`
	Hidden []Contribution `json:"hidden,omitempty"`
	Plan   string         `json:"plan,omitempty"`
	// Discrepancies are what the cross-check found at submission (V4).
	Discrepancies []Discrepancy `json:"discrepancies,omitempty"`
	Status        FormStatus    `json:"status"`
}

// A Claim is what an employee says of one measure of a goal.
type Claim struct {
	Goal     string            `json:"goal"`
	Metric   string            `json:"metric"`
	Value    decimal.Decimal   `json:"value"`
	Unit     number.Unit       `json:"unit,omitempty"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
	// Cause and Comment explain what was missed.
	Cause   Cause  `json:"cause,omitempty"`
	Comment string `json:"comment,omitempty"`
}

// A Cause is why something was missed, as the employee sees it.
type Cause string

// The causes.
const (
	OwnCause      Cause = "own"
	ExternalCause Cause = "external"
	ResourceCause Cause = "resource"
)

// A Contribution is something done outside the goals, with what came of it.
type Contribution struct {
	What     string            `json:"what" validate:"required,max=1000"`
	Result   string            `json:"result,omitempty" validate:"max=1000"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
}

// A Discrepancy is a claim that the recorded data do not bear out (V4): both figures and
// the records that the second one comes from.
type Discrepancy struct {
	Goal     string            `json:"goal"`
	Metric   string            `json:"metric"`
	Claimed  number.Quantity   `json:"claimed"`
	Recorded *number.Quantity  `json:"recorded,omitempty"` // nil: nothing is recorded
	Evidence []record.Evidence `json:"evidence,omitempty"`
	// Resolution is what the manager made of it; empty while open.
	Resolution string `json:"resolution,omitempty"`
}

// A FormStatus is where a review form stands.
type FormStatus string

// The states of a form.
const (
	FormDraft     FormStatus = "draft"
	FormSubmitted FormStatus = "submitted"
)
