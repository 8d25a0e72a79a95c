package outcome

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
)

// Bands divide an axis: the scores that a coefficient depends on, or compa-ratios. They
// are the bands of a scale, from the highest to the lowest, under the same rules; but a
// figure is never rounded before its band is looked up, so they state no rounding.
type Bands struct {
	Levels []rating.Level `json:"levels"`
	// Boundary says which band a figure belongs to that lies on the boundary of two.
	Boundary rating.Boundary `json:"boundary,omitempty"`
}

// Validate refuses what [rating.Scale.Validate] does: gaps and overlaps, naming the
// numbers, the wrong order, and codes or labels that are missing or given twice.
func (b Bands) Validate() error {
	exact := number.Rounding{Places: number.MaxPlaces, Mode: number.HalfUp} // changes no figure within bounds
	return rating.Scale{Levels: b.Levels, Boundary: b.Boundary, Rounding: exact}.Validate()
}

// IsZero reports whether there are no bands.
func (b Bands) IsZero() bool { return len(b.Levels) == 0 && b.Boundary == "" }

// of is the band that over ÷ under lies in, decided without dividing. Under is above zero.
func (b Bands) of(over, under decimal.Decimal) (rating.Level, bool) {
	down := b.Boundary == rating.BoundaryDown
	for i, l := range b.Levels {
		low, high := over.Cmp(l.From.Mul(under)), over.Cmp(l.To.Mul(under))
		aboveLow := low > 0 || (low == 0 && (!down || i == len(b.Levels)-1))
		belowHigh := high < 0 || (high == 0 && (down || i == 0))
		if aboveLow && belowHigh {
			return l, true
		}
	}
	return rating.Level{}, false
}

// ends are the lowest and the highest figure of valid bands.
func (b Bands) ends() (low, high decimal.Decimal) {
	return b.Levels[len(b.Levels)-1].From, b.Levels[0].To
}
