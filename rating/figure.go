package rating

import (
	"math"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
)

// A Figure is a decimal as [Scorer] takes it: an integer and its places where the digits
// fit, so that a row of them costs no allocation, and the decimal itself where they
// don't. The zero Figure is a missing one, never zero.
type Figure struct {
	units int64
	form  form
	exact *decimal.Decimal // instead of units
}

// A form is how many places an integer has, and one more, so that zero is a missing figure.
type form uint8

// formExact is a figure that is a decimal.
const formExact form = math.MaxUint8

// maxUnits bounds the integer of a figure, so that sums and differences of two fit too.
const (
	maxUnits  = 1_000_000_000_000_000_000
	maxDigits = 18
)

// powers are those of ten that an int64 holds.
var powers = [...]int64{
	1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18,
}

// FigureOf is a decimal as a figure.
func FigureOf(d decimal.Decimal) Figure {
	switch exponent, digits := d.Exponent(), d.NumDigits(); {
	case exponent < -number.MaxPlaces, exponent > maxDigits, digits+max(int(exponent), 0) > maxDigits:
	case exponent > 0:
		return plain(d.CoefficientInt64()*powers[exponent], 0)
	default:
		return plain(d.CoefficientInt64(), uint8(-exponent))
	}
	return Figure{form: formExact, exact: &d}
}

func plain(units int64, places uint8) Figure { return Figure{units: units, form: form(places) + 1} }

// FigureAt is the figure of units × 10^−places: FigureAt(1250, 2) is 12.5. Places are
// between 0 and 18, as everywhere; with others the figure is a missing one.
func FigureAt(units int64, places int) Figure {
	switch {
	case places < 0 || places > number.MaxPlaces:
		return Figure{}
	case units <= -maxUnits || units >= maxUnits:
		return Figure{form: formExact, exact: new(decimal.New(units, -int32(places)))}
	}
	return plain(units, uint8(places))
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
	digits := strings.TrimPrefix(s, "-")
	whole, behind, pointed := strings.Cut(digits, ".")
	if len(digits) > maxDigits || len(whole) == 0 || (pointed && len(behind) == 0) {
		return Figure{}, false
	}
	units := int64(0)
	for _, part := range [...]string{whole, behind} {
		for i := range len(part) {
			c := part[i] - '0'
			if c > 9 {
				return Figure{}, false
			}
			units = 10*units + int64(c)
		}
	}
	if len(digits) < len(s) {
		units = -units
	}
	return plain(units, uint8(len(behind))), true
}

// Known reports whether there is a figure.
func (f Figure) Known() bool { return f.form != 0 }

// Decimal is the figure as a decimal, zero when it is missing; ask [Figure.Known].
func (f Figure) Decimal() decimal.Decimal {
	switch f.form {
	case 0:
		return decimal.Decimal{}
	case formExact:
		return *f.exact
	}
	return decimal.New(f.units, 1-int32(f.form))
}

// at is the figure's integer at a number of places, where it has no digits beyond them
// and fits.
func (f Figure) at(places uint8) (units int64, ok bool) {
	have := uint8(f.form) - 1
	switch {
	case f.form == 0 || f.form == formExact:
		return 0, false
	case have > places:
		power := powers[have-places]
		return f.units / power, f.units%power == 0
	}
	if places-have > maxDigits {
		return 0, false
	}
	more := scales[places-have]
	return f.units * more.power, f.units < more.most && f.units > -more.most
}

// scales are powers of ten, each with what an integer stays below that is multiplied
// with it. There are 32 so that no index has to be checked; those of no use fit nothing.
var scales = func() (all [32]struct{ power, most int64 }) {
	for i, power := range powers {
		all[i].power, all[i].most = power, maxUnits/power
	}
	return all
}()
