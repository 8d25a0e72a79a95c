package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Metric is a figure that rules speak about, with the unit they mean it in.
type Metric struct {
	Name  string      `json:"name"`
	Label text.Label  `json:"label"`
	Unit  number.Unit `json:"unit,omitempty"`
}

// A Table is a decision table (R3): rows are tried in order and the first whose
// condition holds decides; when none does, Otherwise.
type Table struct {
	Rows []Row `json:"rows"`
	// Otherwise is the level when no row holds; empty: that is an error.
	Otherwise string `json:"otherwise,omitempty"`
}

// A Row gives a level under a condition.
type Row struct {
	Level string    `json:"level"`
	When  Condition `json:"when"`
}

// A Condition is exactly one of: all of several conditions, any of several, the
// opposite of one, or a comparison of a metric with a figure.
type Condition struct {
	All []Condition `json:"all,omitempty"`
	Any []Condition `json:"any,omitempty"`
	Not *Condition  `json:"not,omitempty"`

	Metric string           `json:"metric,omitempty"`
	Op     Op               `json:"op,omitempty"`
	Value  *decimal.Decimal `json:"value,omitempty"`
	Unit   number.Unit      `json:"unit,omitempty"` // empty: the metric's own
}

// An Op compares a metric with a figure.
type Op string

// The comparisons.
const (
	Less    Op = "<"
	AtMost  Op = "<="
	Equal   Op = "="
	AtLeast Op = ">="
	Greater Op = ">"
)
