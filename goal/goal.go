package goal

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
)

// A Goal is what its owner commits to reach in a period (G1). It is a plain value;
// methods return a new one.
type Goal struct {
	record.Meta `json:"meta,omitzero"`

	// Owner is the employee, or for a goal of a unit or the company its code.
	Owner  string          `json:"owner"`
	Level  Level           `json:"level"`
	Period calendar.Period `json:"period"`
	// Terms are what is in force now; Former what was before, oldest first (G8).
	Terms  Terms   `json:"terms"`
	Former []Terms `json:"former,omitempty"`

	Status     Status            `json:"status"`
	Signatures record.Signatures `json:"signatures,omitempty"`
}

// Terms are the content of a goal from a day on: what is signed, and what a revision replaces.
type Terms struct {
	// From is the first day the terms are in force; it is never before the period.
	From        calendar.Date `json:"from"`
	Kind        Kind          `json:"kind"`
	Perspective Perspective   `json:"perspective,omitempty"`
	Title       string        `json:"title" validate:"required,max=200"`
	Description string        `json:"description,omitempty" validate:"max=4000"`
	// Why is the reason the goal matters (G5).
	Why      string        `json:"why,omitempty" validate:"max=1000"`
	Method   string        `json:"method,omitempty" validate:"max=1000"`
	Due      calendar.Date `json:"due,omitzero"` // within the period; zero: its last day
	Measures []Measure     `json:"measures,omitempty"`
	// Supports are the goals above that this one carries (G6).
	Supports []Link `json:"supports,omitempty"`
}

// A Link says that a goal carries another, and with what share of it in percent.
type Link struct {
	Goal  string           `json:"goal"`
	Share *decimal.Decimal `json:"share,omitempty"`
}

// A Measure is how it is told whether a goal is reached (G2).
type Measure struct {
	Metric    string           `json:"metric" validate:"required,max=120"`
	Unit      number.Unit      `json:"unit,omitempty"`
	Direction Direction        `json:"direction"`
	Baseline  *decimal.Decimal `json:"baseline,omitempty"`
	Threshold *decimal.Decimal `json:"threshold,omitempty"`
	Target    *decimal.Decimal `json:"target,omitempty"`
	Stretch   *decimal.Decimal `json:"stretch,omitempty"`
	// Weight is the measure's share of the goal in percent; nil on all: equal shares.
	Weight *decimal.Decimal `json:"weight,omitempty"`
	// Source says where the figure comes from.
	Source string `json:"source,omitempty" validate:"max=200"`
	// Curve scores the figure; the zero curve follows from the direction.
	Curve rating.Curve `json:"curve,omitzero"`
}

// A Kind is the form of a goal.
type Kind string

// The kinds (G1).
const (
	KPI         Kind = "kpi"         // quantitative
	OKR         Kind = "okr"         // an objective with key results, its measures
	Qualitative Kind = "qualitative" // judged on a rubric
	Milestone   Kind = "milestone"   // steps done
	Development Kind = "development"
)

// A Level is whose goal it is.
type Level string

// The levels.
const (
	Company    Level = "company"
	Unit       Level = "unit"
	Individual Level = "individual"
)

// A Perspective is a goal's place in a balanced scorecard.
type Perspective string

// The perspectives.
const (
	Financial Perspective = "financial"
	Customer  Perspective = "customer"
	Process   Perspective = "process"
	Learning  Perspective = "learning"
)

// A Direction is which way a figure is to go.
type Direction string

// The directions.
const (
	Increase Direction = "increase"
	Decrease Direction = "decrease"
)
