package calendar

import (
	"math/big"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
)

// A Share is a number of days out of a whole, kept as the two counts so that nothing is
// lost: the shares of the parts of a period sum to exactly 1. The zero Share is no day
// of none and counts as nothing.
type Share struct {
	Days int `json:"days"`
	Of   int `json:"of"`
}

// Prorate is the share that part has of whole, by days. Both must be valid, errors at
// paths "part" and "whole", and part must lie within whole; take [Period.Overlap] first
// where it may reach beyond.
func Prorate(part, whole Period) (Share, error) {
	var v fault.Violations
	v.Nest("part", part.Validate())
	v.Nest("whole", whole.Validate())
	if len(v) == 0 && (!whole.Contains(part.From) || !whole.Contains(part.To)) {
		v.Add("part", shareOutside, "part", part, "whole", whole)
	}
	if err := v.Err(); err != nil {
		return Share{}, err
	}
	return Share{Days: part.Days(), Of: whole.Days()}, nil
}

// Validate refuses a share of less than one day, at path "of", and days that are not
// between 0 and that, at path "days".
func (s Share) Validate() error {
	var v fault.Violations
	switch {
	case s.Of < 1:
		v.Add("of", shareOf, "of", s.Of)
	case s.Days < 0 || s.Days > s.Of:
		v.Add("days", shareDays, "days", s.Days, "of", s.Of)
	}
	return v.Err()
}

// Apply is the share of d, computed exactly and rounded once, to so many decimal places,
// half away from zero. Places below 0 round to tens, hundreds and so on; beyond 100 in
// either direction they count as 100.
func (s Share) Apply(d decimal.Decimal, places int32) decimal.Decimal {
	if s.Days == 0 || s.Of == 0 {
		return decimal.Zero
	}
	places = max(-100, min(places, 100))
	return d.Mul(decimal.NewFromInt(int64(s.Days))).DivRound(decimal.NewFromInt(int64(s.Of)), places)
}

// Rat is the share as an exact number, in lowest terms.
func (s Share) Rat() *big.Rat {
	if s.Of == 0 {
		return new(big.Rat)
	}
	return big.NewRat(int64(s.Days), int64(s.Of))
}

// IsWhole reports whether the share is all of the days.
func (s Share) IsWhole() bool { return s.Days == s.Of && s.Of != 0 }

// IsZero reports whether the share is none of the days.
func (s Share) IsZero() bool { return s.Days == 0 }

// String is the share as its two counts, 151/214.
func (s Share) String() string { return strconv.Itoa(s.Days) + "/" + strconv.Itoa(s.Of) }
