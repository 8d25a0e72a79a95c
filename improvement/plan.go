package improvement

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

// A Plan is a performance improvement plan or an individual development plan (I1): what
// is to be reached, what is done for it by whom, what support is promised, and by which
// milestones it is followed.
type Plan struct {
	record.Meta `json:"meta,omitzero"`

	Type       Type               `json:"type"`
	Employee   string             `json:"employee"`
	Manager    string             `json:"manager"`
	Interview  string             `json:"interview,omitempty"` // where it was agreed
	Period     calendar.Period    `json:"period"`
	Aims       []Aim              `json:"aims"`
	Actions    []Action           `json:"actions"`
	Support    []Support          `json:"support,omitempty"`
	Milestones []Milestone        `json:"milestones,omitempty"`
	Tracking   []calendar.Cadence `json:"tracking"`
	Log        []Progress         `json:"log,omitempty"`
	Closing    *Closing           `json:"closing,omitempty"`
	Status     Status             `json:"status"`
	Signatures record.Signatures  `json:"signatures,omitempty"`
}

// A Type is what a plan is for.
type Type string

// The types.
const (
	PIP Type = "pip" // performance improvement plan 绩效改进计划
	IDP Type = "idp" // individual development plan 个人发展计划
)

// An Aim is a goal of the plan: one metric, from where to where, by when.
type Aim struct {
	Metric    string           `json:"metric" validate:"required,max=120"`
	Unit      number.Unit      `json:"unit,omitempty"`
	Direction goal.Direction   `json:"direction"`
	Baseline  *decimal.Decimal `json:"baseline"`
	Target    *decimal.Decimal `json:"target"`
	Due       calendar.Date    `json:"due"`
	Method    string           `json:"method,omitempty" validate:"max=1000"`
}

// An Action is something that is done for the plan.
type Action struct {
	What  string        `json:"what" validate:"required,max=1000"`
	Owner string        `json:"owner" validate:"required"`
	Due   calendar.Date `json:"due"`
	// Hours a week, where the action is a regular one.
	Sessions int              `json:"sessions,omitempty"` // a week
	Hours    *decimal.Decimal `json:"hours,omitempty"`    // each
	Done     calendar.Date    `json:"done,omitzero"`
}

// Support is what the company promises: a budget, a mentor, access, a training.
type Support struct {
	Kind  SupportKind   `json:"kind"`
	What  string        `json:"what" validate:"required,max=1000"`
	Owner string        `json:"owner" validate:"required"`
	Given calendar.Date `json:"given,omitzero"`
	// Absence explains support that was not given.
	Absence string `json:"absence,omitempty"`
}

// A SupportKind is a form of support.
type SupportKind string

// The kinds of support.
const (
	BudgetSupport   SupportKind = "budget"
	MentorSupport   SupportKind = "mentor"
	ToolSupport     SupportKind = "tool"
	TrainingSupport SupportKind = "training"
)

// A Milestone is a step on the way that is looked at on a day.
type Milestone struct {
	What string        `json:"what" validate:"required,max=1000"`
	Due  calendar.Date `json:"due"`
	Done calendar.Date `json:"done,omitzero"`
}

// Progress is an entry of the log: where an aim stood on a day, and what was corrected.
type Progress struct {
	On         calendar.Date    `json:"on"`
	Metric     string           `json:"metric"`
	Value      decimal.Decimal  `json:"value"`
	Expected   *decimal.Decimal `json:"expected,omitempty"` // by the straight way from baseline to target
	Behind     bool             `json:"behind,omitempty"`
	Note       string           `json:"note,omitempty"`
	Correction string           `json:"correction,omitempty"`
	By         string           `json:"by"`
}

// A Closing is how a plan ended, on which evidence (I3).
type Closing struct {
	Outcome  Outcome           `json:"outcome"`
	On       calendar.Date     `json:"on"`
	Results  []Result          `json:"results"`
	Reason   string            `json:"reason"`
	Evidence []record.Evidence `json:"evidence"`
}

// A Result is what became of an aim.
type Result struct {
	Metric  string          `json:"metric"`
	Value   decimal.Decimal `json:"value"`
	Reached bool            `json:"reached"`
}

// An Outcome is what follows from a plan.
type Outcome string

// The outcomes.
const (
	Passed         Outcome = "passed"
	Extended       Outcome = "extended"
	PositionChange Outcome = "position-change"
	Exit           Outcome = "exit"
)

// A Status is where a plan stands.
type Status string

// The states of a plan.
const (
	StatusDraft    Status = "draft"
	StatusApproved Status = "approved"
	StatusActive   Status = "active"
	StatusAssessed Status = "assessed" // the closing waits for both signatures
	StatusClosed   Status = "closed"
)
