package calibration

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Method turns shares into whole people (C2).
type Method string

// The methods. There is no default: a guide with exact shares names one.
const (
	// LargestRemainder gives each share its whole part and the people left over to the
	// largest fractions (Hamilton, Hare–Niemeyer). Nobody is a whole person away from
	// the exact share.
	LargestRemainder Method = "largest-remainder"
	// Webster gives one person after the other to the share that has the largest claim,
	// share ÷ (2 × people so far + 1) (Sainte-Laguë). A growing group never takes a
	// person away from a share.
	Webster Method = "webster"
	// RoundDown gives each share its whole part, so that no share is exceeded; the
	// people left over go to the share that is named for it.
	RoundDown Method = "round-down"
)

var methodNames = fault.Names[Method]{
	LargestRemainder: {En: "largest remainder", Zh: "最大余数法"},
	Webster:          {En: "Webster", Zh: "韦伯斯特法"},
	RoundDown:        {En: "rounding down", Zh: "向下取整"},
}

// In is the method's name.
func (m Method) In(l text.Lang) string { return methodNames.In(m, l) }

// A Tie is where a method could not choose: shares with the same claim to fewer people
// than they are. It is settled for the larger share and, of equal shares, for the one
// that is named first.
type Tie struct {
	Shares []int `json:"shares"` // that tied, by their place
	Served []int `json:"served"` // that each got one of the people
}

// Apportion divides people among shares, which are percentages that add up to 100 with
// at most six decimal places, into whole numbers that add up to people. The rest is the
// place of the share that RoundDown gives what is left over; the other methods do not
// look at it. Ties are reported in the order they were met.
func Apportion(people int, shares []decimal.Decimal, method Method, rest int) ([]int, []Tie, error) {
	var v fault.Violations
	methodNames.Check(&v, "method", method)
	if people < 0 || people > maxPeople {
		v.Add("people", peopleRange, "max", maxPeople)
	}
	parts := make([]int64, len(shares))
	sum := int64(0)
	for i, s := range shares {
		var err error
		parts[i], err = inParts(s)
		v.Nest(fault.Index("shares", i), err)
		sum += parts[i]
	}
	if len(v) == 0 && sum != whole {
		v.Add("shares", sharesSum, "sum", percent(sum))
	}
	if method == RoundDown && (rest < 0 || rest >= len(shares)) {
		v.Add("rest", restUnknown)
	}
	if len(v) > 0 {
		return nil, nil, v
	}
	heads, ties := apportion(people, parts, method, rest)
	return heads, ties, nil
}

// Shares are reckoned in whole parts of a millionth of a percent, so that products with
// a head-count stay within an int64.
const (
	sharePlaces = 6
	whole       = 100_000_000 // 100 %
	maxPeople   = 1_000_000_000
)

// inParts is a percentage in parts.
func inParts(share decimal.Decimal) (int64, error) {
	if err := number.Check(share); err != nil {
		return 0, err
	}
	var v fault.Violations
	switch {
	case share.IsNegative() || share.GreaterThan(number.Hundred):
		v.Add("", shareRange, "share", share)
	case !share.Equal(share.Truncate(sharePlaces)):
		v.Add("", sharePrecise, "share", share, "places", sharePlaces)
	default:
		return share.Shift(sharePlaces).IntPart(), nil
	}
	return 0, v
}

// percent is a number of parts as a percentage.
func percent(parts int64) decimal.Decimal { return decimal.New(parts, -sharePlaces) }

func apportion(people int, parts []int64, method Method, rest int) ([]int, []Tie) {
	heads := make([]int, len(parts))
	left := people
	for i, part := range parts {
		heads[i] = int(int64(people) * part / whole)
		if method == Webster {
			// Far enough below the exact share that no start is above the result: the common
			// divisor lies within half a person a share of people, and rounding adds a half.
			heads[i] = max(0, heads[i]-len(parts)/2-1)
		}
		left -= heads[i]
	}
	if method == RoundDown {
		heads[rest] += left
		return heads, nil
	}
	var ties []Tie
	for left > 0 {
		// Those with the strongest claim, and as many of them as there are people for.
		claimed := strongest(people, parts, heads, method)
		served := claimed
		if len(claimed) > left {
			served = slices.Clone(claimed)
			slices.SortStableFunc(served, func(a, b int) int { return cmp.Compare(parts[b], parts[a]) })
			served = served[:left]
			slices.Sort(served)
			ties = append(ties, Tie{Shares: claimed, Served: served})
		}
		for _, i := range served {
			heads[i]++
		}
		left -= len(served)
	}
	return heads, ties
}

// strongest are the shares that come next.
func strongest(people int, parts []int64, heads []int, method Method) []int {
	var best []int
	for i := range parts {
		if parts[i] == 0 {
			continue
		}
		if len(best) == 0 {
			best = append(best, i)
			continue
		}
		var order int
		if b := best[0]; method == Webster {
			order = cmp.Compare(parts[i]*int64(2*heads[b]+1), parts[b]*int64(2*heads[i]+1))
		} else {
			order = cmp.Compare(remainder(people, parts[i], heads[i]), remainder(people, parts[b], heads[b]))
		}
		switch {
		case order > 0:
			best = append(best[:0], i)
		case order == 0:
			best = append(best, i)
		}
	}
	return best
}

// remainder is what a share is short of; it is negative once the share was served.
func remainder(people int, part int64, heads int) int64 {
	return int64(people)*part - int64(heads)*whole
}
