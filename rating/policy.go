package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Policy is the whole of how a rating comes about, as data: the scale, the metrics,
// the dimensions with their tables and weights, and what else the best levels ask (R3, R4).
type Policy struct {
	ID      string     `json:"id"`
	Version int        `json:"version"`
	Label   text.Label `json:"label"`
	Scale   Scale      `json:"scale"`
	Metrics []Metric   `json:"metrics,omitempty"`
	// Dimensions are the parts of the rating; their weights add up to 100 %.
	Dimensions []Dimension `json:"dimensions"`
	// Missing is what becomes of a dimension that has nothing to go by.
	Missing MissingPolicy `json:"missing,omitempty"`
	// Gates ask more of a level than its score.
	Gates []Gate `json:"gates,omitempty"`
}

// A Dimension is one part of a rating: task completion, quality, teamwork, innovation,
// or any other. It is decided by its table from metrics or, without a table, judged by
// a person, with a reason.
type Dimension struct {
	Code   string          `json:"code"`
	Label  text.Label      `json:"label"`
	Weight decimal.Decimal `json:"weight"` // percent
	Table  *Table          `json:"table,omitempty"`
	// Points are the score in the policy's scale that each level of this dimension is
	// worth; the mapping is explicit, levels are never stretched over a range.
	Points map[string]decimal.Decimal `json:"points"`
}

// A Gate holds a level back: who would reach Level but does not meet When gets Otherwise.
type Gate struct {
	Level     string    `json:"level"`
	When      Condition `json:"when"`
	Otherwise string    `json:"otherwise"`
}

// MissingPolicy is a named answer to a part that is missing. None of them is zero.
type MissingPolicy string

// The answers. The zero value is MissingRefused.
const (
	MissingRefused    MissingPolicy = "refuse"   // is an error
	MissingReweighted MissingPolicy = "reweight" // the other parts' weights are scaled up to 100 %
)

// Inputs are what one person is rated by.
type Inputs struct {
	// Metrics are the figures that are known, by metric name.
	Metrics map[string]number.Quantity `json:"metrics,omitempty"`
	// Judged are the levels that a person gave to dimensions that have no table.
	Judged map[string]Judgement `json:"judged,omitempty"`
	// Evidence says where each figure or judgement comes from, by the same names.
	Evidence map[string][]record.Evidence `json:"evidence,omitempty"`
}

// A Judgement is a level given by a person, and why.
type Judgement struct {
	Level  string `json:"level"`
	Reason string `json:"reason"`
}

// A Rating is what a policy makes of someone's inputs, with all that it takes to work it
// out again (R5, R6).
type Rating struct {
	Policy  string          `json:"policy"`
	Version int             `json:"version"`
	Digest  record.Digest   `json:"digest"` // of the policy
	Inputs  Inputs          `json:"inputs"`
	Parts   []Part          `json:"parts"`
	Score   decimal.Decimal `json:"score"` // rounded as the scale says
	Level   string          `json:"level"`
	Why     Explanation     `json:"why"`
}

// A Part is the outcome of one dimension.
type Part struct {
	Dimension string          `json:"dimension"`
	Level     string          `json:"level,omitempty"`
	Points    decimal.Decimal `json:"points"`
	Weight    decimal.Decimal `json:"weight"` // percent, as it counted
	Missing   bool            `json:"missing,omitempty"`
}
