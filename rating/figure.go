package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
)

// A Figure is a decimal as [Scorer] takes it: an integer and its places where the digits
// fit, so that a row of them costs no allocation, and the decimal itself where they
// don't. The zero Figure is a missing one, never zero.
type Figure struct {
	units  int64
	places uint8
	known  bool
	exact  *decimal.Decimal // instead of units and places
}

// maxUnits bounds the integer of a figure, so that sums and differences of two fit too.
const (
	maxUnits  = 1_000_000_000_000_000_000
	maxDigits = 18
)

// powers are those of ten that an int64 holds.
var powers = [...]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// mosts are what an integer stays below that is multiplied with the same power.
var mosts = [...]int64{
	1e18, 1e17, 1e16, 1e15, 1e14, 1e13, 1e12, 1e11, 1e10, 1e9, 1e8, 1e7, 1e6, 1e5, 1e4, 1e3, 1e2, 10, 1,
}

// FigureOf is a decimal as a figure.
func FigureOf(d decimal.Decimal) Figure {
	switch exponent, digits := d.Exponent(), d.NumDigits(); {
	case exponent < -number.MaxPlaces, exponent > maxDigits, digits+max(int(exponent), 0) > maxDigits:
	case exponent > 0:
		return Figure{units: d.CoefficientInt64() * powers[exponent], known: true}
	default:
		return Figure{units: d.CoefficientInt64(), places: uint8(-exponent), known: true}
	}
	return Figure{known: true, exact: &d}
}

// FigureAt is the figure of units × 10^−places: FigureAt(1250, 2) is 12.5. Places are
// between 0 and 18, as everywhere; with others the figure is a missing one.
func FigureAt(units int64, places int) Figure {
	switch {
	case places < 0 || places > number.MaxPlaces:
		return Figure{}
	case units <= -maxUnits || units >= maxUnits:
		return Figure{known: true, exact: new(decimal.New(units, -int32(places)))}
	}
	return Figure{units: units, places: uint8(places), known: true}
}

// ParseFigure reads what [number.Parse] reads. An empty text is a missing figure.
func ParseFigure(s string) (Figure, error) {
	if s == "" {
		return Figure{}, nil
	}
	if f, ok := plainFigure(s); ok {
		return f, nil
	}
	d, err := number.Parse(s)
	if err != nil {
		return Figure{}, err
	}
	return FigureOf(d), nil
}

// plainFigure reads a short text of digits, a point and a sign, without allocating.
func plainFigure(s string) (f Figure, ok bool) {
	negative := s[0] == '-'
	if negative {
		s = s[1:]
	}
	if len(s) == 0 || len(s) >= len(powers) {
		return Figure{}, false
	}
	digits, point := 0, -1
	for i := range len(s) {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			f.units = 10*f.units + int64(c-'0')
			digits++
		case c == '.' && point < 0:
			point = i
		default:
			return Figure{}, false
		}
	}
	if point >= 0 {
		f.places = uint8(len(s) - point - 1)
	}
	if negative {
		f.units = -f.units
	}
	f.known = true
	return f, digits > 0
}

// Known reports whether there is a figure.
func (f Figure) Known() bool { return f.known }

// Decimal is the figure as a decimal, zero when it is missing; ask [Figure.Known].
func (f Figure) Decimal() decimal.Decimal {
	if f.exact != nil {
		return *f.exact
	}
	return decimal.New(f.units, -int32(f.places))
}

// at is the figure's integer at a number of places, where it has no digits beyond them
// and fits.
func (f Figure) at(places uint8) (units int64, ok bool) {
	switch {
	case f.exact != nil || !f.known:
		return 0, false
	case f.places == places:
		return f.units, true
	case f.places > places:
		power := powers[f.places-places]
		return f.units / power, f.units%power == 0
	}
	more := places - f.places
	return f.units * powers[more], f.units < mosts[more] && f.units > -mosts[more]
}
