package number

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// The bounds of a figure: more than any salary, sales volume or count needs, and little
// enough that no input can make arithmetic slow.
const (
	MaxDigits = 36 // digits, those of a written-out exponent included
	MaxPlaces = 18 // digits after the point
	maxText   = 64 // characters
)

// Hundred is 100, the whole of a percentage.
var Hundred = decimal.New(100, 0)

// Parse reads a decimal such as "12.5", "-3" or "1.2e4". Anything that is not one, or is
// out of bounds, is a [fault.Violations].
func Parse(s string) (decimal.Decimal, error) {
	var v fault.Violations
	s = strings.TrimSpace(s)
	if len(s) > maxText {
		v.Add("", tooLong, "max", maxText)
		return decimal.Decimal{}, v
	}
	d, err := decimal.NewFromString(s)
	if err != nil || s == "" {
		v.Add("", notANumber, "text", text.Excerpt(s))
		return decimal.Decimal{}, v
	}
	return d, Check(d)
}

// Check refuses a decimal that is out of bounds, such as one with a huge exponent.
func Check(d decimal.Decimal) error {
	var v fault.Violations
	if d.Exponent() < -MaxPlaces || d.NumDigits()+max(int(d.Exponent()), 0) > MaxDigits {
		v.Add("", outOfBounds, "digits", MaxDigits, "places", MaxPlaces)
	}
	return v.Err()
}
