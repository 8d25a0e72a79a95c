package number

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
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

// modes are the names of the rounding modes.
var modes = fault.Names[Mode]{
	HalfUp:   {En: "half away from zero", Zh: "四舍五入"},
	HalfEven: {En: "half to the even neighbour", Zh: "四舍六入五成双"},
	Up:       {En: "away from zero", Zh: "远离零进位"},
	Down:     {En: "towards zero", Zh: "向零截去"},
	Ceiling:  {En: "upwards", Zh: "向上取整"},
	Floor:    {En: "downwards", Zh: "向下取整"},
}

// In is the mode's name in l; an unknown mode is given as it is written.
func (m Mode) In(l text.Lang) string { return modes.In(m, l) }

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
	if _, known := modes[r.Mode]; !known {
		v.Add("mode", modeUnknown, "mode", text.Excerpt(string(r.Mode)))
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

// Quotient is over ÷ under, rounded once; under is not zero. It is cut one digit further
// than asked, and where something was cut off a digit is put behind, so that what is left
// lies on the same side of every rounding limit as the quotient itself.
func (r Rounding) Quotient(over, under decimal.Decimal) decimal.Decimal {
	cut, rest := over.QuoRem(under, r.Places+1)
	return r.Round(cut.Add(decimal.New(int64(rest.Sign()*under.Sign()), -r.Places-2)))
}
