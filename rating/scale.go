package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Scale is the ordered levels of a rating over a range of scores (R1).
type Scale struct {
	Name  string     `json:"name"`
	Label text.Label `json:"label,omitzero"`
	// Levels stand from the best to the worst.
	Levels []Level `json:"levels"`
	// Rounding is how a score is rounded, once, before its level is looked up.
	Rounding number.Rounding `json:"rounding"`
	// Boundary says which level a score belongs to that lies on the boundary of two.
	Boundary Boundary `json:"boundary,omitempty"`
}

// A Level is one step of a scale. Its band runs from From to To.
type Level struct {
	Code  string          `json:"code"`
	Label text.Label      `json:"label"`
	From  decimal.Decimal `json:"from"`
	To    decimal.Decimal `json:"to"`
}

// A Boundary is the side that the boundary between two bands belongs to. The outer ends
// of the scale always belong to it.
type Boundary string

// The two sides. The zero Boundary is BoundaryUp: bands are half-open, [from, to).
const (
	BoundaryUp   Boundary = "up"   // to the better level: 90 is in 90–100
	BoundaryDown Boundary = "down" // to the worse level: 90 is in 80–90
)
