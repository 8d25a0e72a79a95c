package goal

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/record"
)

// A Plan is one employee's goals for one period with their weights (G4). Both the
// employee and the manager sign it together with its goals: the goal confirmation form.
type Plan struct {
	record.Meta `json:"meta,omitzero"`

	Employee string          `json:"employee"`
	Period   calendar.Period `json:"period"`
	Items    []Item          `json:"items"`
	// Confidence is how sure the employee is to reach it, 0 to 100 (G5); nil: not said.
	Confidence *decimal.Decimal  `json:"confidence,omitempty"`
	Status     PlanStatus        `json:"status"`
	Signatures record.Signatures `json:"signatures,omitempty"`
}

// An Item is a goal of a plan. The weights of all items add up to exactly 100 %.
type Item struct {
	Goal   string          `json:"goal"`
	Weight decimal.Decimal `json:"weight"`
}

// A PlanStatus is where a plan stands.
type PlanStatus string

// The states of a plan.
const (
	PlanDraft    PlanStatus = "draft"
	PlanProposed PlanStatus = "proposed"
	PlanAgreed   PlanStatus = "agreed"
	PlanClosed   PlanStatus = "closed"
)

// The roles that sign a plan and its goals.
const (
	ByEmployee = "employee"
	ByManager  = "manager"
)
