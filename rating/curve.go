package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
)

// A Curve turns a figure that was reached into a score in percent of what was asked
// (R2). The figure's direction is in the shape: where less is better, use InverseRatio,
// or Linear with a target below the baseline.
type Curve struct {
	Shape Shape `json:"shape"`
	// Cap is the highest score, such as 120; nil: no cap.
	Cap *decimal.Decimal `json:"cap,omitempty"`
	// Floor is the score below which there is none: a lower score becomes 0. Nil: no floor.
	Floor *decimal.Decimal `json:"floor,omitempty"`
	// Worse is what becomes of a figure on the wrong side of where it started.
	Worse WorsePolicy `json:"worse,omitempty"`
	// Still is what becomes of a measure whose start is its target.
	Still StillPolicy `json:"still,omitempty"`
}

// A Shape is the form of a curve.
type Shape string

// The shapes.
const (
	// Ratio is actual ÷ target.
	Ratio Shape = "ratio"
	// InverseRatio is target ÷ actual, for figures that are better when lower.
	InverseRatio Shape = "inverse-ratio"
	// Progress is (actual − baseline) ÷ (target − baseline), whichever way the target lies.
	Progress Shape = "progress"
	// Linear runs straight from 0 at the threshold to 100 at the target and on to
	// Points.StretchScore at the stretch, whichever way they lie.
	Linear Shape = "linear"
)

// WorsePolicy is a named answer to a figure that is worse than the start; peers disagree.
type WorsePolicy string

// The answers. The zero value is WorseZero.
const (
	WorseZero     WorsePolicy = "zero"     // scores 0
	WorseNegative WorsePolicy = "negative" // scores below 0
	WorseRefused  WorsePolicy = "refuse"   // is an error
)

// StillPolicy is a named answer to a measure that starts at its target.
type StillPolicy string

// The answers. The zero value is StillRefused.
const (
	StillRefused StillPolicy = "refuse" // is an error: there is nothing to reach
	StillKept    StillPolicy = "kept"   // scores 100 when the figure is at or beyond the target, else 0
)

// Points are the figures of a measure that a curve is drawn through. Which are needed
// depends on the shape; one that is needed and missing is an error, never zero.
type Points struct {
	Baseline     *decimal.Decimal `json:"baseline,omitempty"`
	Threshold    *decimal.Decimal `json:"threshold,omitempty"`
	Target       *decimal.Decimal `json:"target,omitempty"`
	Stretch      *decimal.Decimal `json:"stretch,omitempty"`
	StretchScore *decimal.Decimal `json:"stretchScore,omitempty"` // percent; needed with Stretch
	Unit         number.Unit      `json:"unit,omitempty"`
}
