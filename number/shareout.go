package number

import (
	"cmp"
	"math/big"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
)

// ShareOut divides total in proportion to weights into parts with the given number of
// places that add up to total exactly (method of largest remainders; of equal
// remainders the later part is served first, so a third of 100 is 33.33, 33.33, 33.34).
// It refuses no weights, a negative one, weights that are all zero, and a total that
// itself has more places.
func ShareOut(total decimal.Decimal, weights []decimal.Decimal, places int32) ([]decimal.Decimal, error) {
	var v fault.Violations
	sum := decimal.Zero
	for i, w := range weights {
		if err := Check(w); err != nil {
			v.Nest(fault.Index("weights", i), err)
			continue
		}
		if w.IsNegative() {
			v.Add(fault.Index("weights", i), weightNegative, "weight", w)
		}
		sum = sum.Add(w)
	}
	v.Nest("total", Check(total))
	if places < 0 || places > MaxPlaces {
		v.Add("places", placesRange, "max", MaxPlaces)
	}
	if len(v) > 0 {
		return nil, v
	}
	if sum.IsZero() {
		v.Add("weights", weightsZero)
	}
	if !total.Equal(total.Truncate(places)) {
		v.Add("total", totalPlaces, "total", total, "places", places)
	}
	if len(v) > 0 {
		return nil, v
	}

	units := total.Shift(places).BigInt()
	// All weights as integers over one power of ten, so that quotients are exact.
	least := int32(0)
	for _, w := range weights {
		least = min(least, w.Exponent())
	}
	whole := sum.Shift(-least).BigInt()
	type share struct {
		at        int
		remainder *big.Int
	}
	parts := make([]*big.Int, len(weights))
	rest := new(big.Int).Set(units)
	shares := make([]share, len(weights))
	for i, w := range weights {
		product := new(big.Int).Mul(units, w.Shift(-least).BigInt())
		quotient, remainder := product.DivMod(product, whole, new(big.Int)) // Euclidean: remainder ≥ 0
		parts[i], shares[i] = quotient, share{i, remainder}
		rest.Sub(rest, quotient)
	}
	slices.SortFunc(shares, func(a, b share) int {
		return cmp.Or(b.remainder.Cmp(a.remainder), cmp.Compare(b.at, a.at))
	})
	for _, s := range shares[:rest.Int64()] {
		parts[s.at].Add(parts[s.at], big.NewInt(1))
	}
	out := make([]decimal.Decimal, len(parts))
	for i, p := range parts {
		out[i] = decimal.NewFromBigInt(p, -places)
	}
	return out, nil
}
