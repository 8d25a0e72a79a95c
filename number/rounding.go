package number

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
)

// A Mode says where a figure goes that lies between two roundings.
type Mode string

// The rounding modes. There is no default: a rounding states its mode.
const (
	HalfUp   Mode = "half-up"   // 2.5 → 3, −2.5 → −3: half away from zero
	HalfEven Mode = "half-even" // 2.5 → 2, 3.5 → 4: half to the even neighbour
	Up       Mode = "up"        // away from zero
	Down     Mode = "down"      // towards zero: truncate
	Ceiling  Mode = "ceiling"   // towards +∞
	Floor    Mode = "floor"     // towards −∞
)

// A Rounding is a number of digits after the point and a mode.
type Rounding struct {
	Places int32 `json:"places"`
	Mode   Mode  `json:"mode"`
}

// Validate refuses an unknown mode and places outside 0 to MaxPlaces.
func (r Rounding) Validate() error {
	var v fault.Violations
	if r.Places < 0 || r.Places > MaxPlaces {
		v.Add("places", placesRange, "max", MaxPlaces)
	}
	switch r.Mode {
	case HalfUp, HalfEven, Up, Down, Ceiling, Floor:
	default:
		v.Add("mode", modeUnknown, "mode", r.Mode)
	}
	return v.Err()
}

// Round rounds d. An invalid mode rounds half up; [Rounding.Validate] refuses it earlier.
func (r Rounding) Round(d decimal.Decimal) decimal.Decimal {
	switch r.Mode {
	case HalfEven:
		return d.RoundBank(r.Places)
	case Up:
		return d.RoundUp(r.Places)
	case Down:
		return d.RoundDown(r.Places)
	case Ceiling:
		return d.RoundCeil(r.Places)
	case Floor:
		return d.RoundFloor(r.Places)
	case HalfUp:
	}
	return d.Round(r.Places)
}
