package outcome

import (
	"cmp"
	"maps"
	"math/big"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Pool is how a total is split among people: in proportion to the product of each
// one's factors, such as score × coefficient of the post, down to the smallest unit of the
// currency, so that the parts add up to the total (R7).
type Pool struct {
	Code  string     `json:"code" validate:"required,max=64"`
	Label text.Label `json:"label"`
	// Factors are what the weight of a person is the product of.
	Factors []Factor    `json:"factors" validate:"required,max=20"`
	Unit    number.Unit `json:"unit,omitempty" validate:"max=40"`
	// Places are the decimal places of the smallest unit: 2 for CNY, 0 for JPY, 3 for KWD (ISO 4217).
	Places int32 `json:"places"`
}

// A Factor is a named figure that everybody in a pool has.
type Factor struct {
	Name  string     `json:"name" validate:"required,max=64"`
	Label text.Label `json:"label"`
}

// A Stake is what one person's part of a pool is worked out of.
type Stake struct {
	Employee string `json:"employee" validate:"required,max=200"`
	// Factors has a figure for each factor of the pool. One that is 0 makes the part 0.
	Factors map[string]decimal.Decimal `json:"factors"`
	// Days is the share of the period that counts; nil: all of it.
	Days *calendar.Share `json:"days,omitempty"`
}

// A Portion is what one person gets of a pool.
type Portion struct {
	Employee string             `json:"employee"`
	Amount   number.Quantity    `json:"amount"`
	Why      rating.Explanation `json:"why"`
}

// Validate refuses a pool without factors, a factor without name or label or given twice,
// and places out of bounds.
func (p Pool) Validate() error {
	var v fault.Violations
	checkHead(&v, p, p.Label)
	if p.Places < 0 || p.Places > number.MaxPlaces {
		v.Add("places", placesOutside, "max", number.MaxPlaces)
	}
	if v.Has("check.many") {
		return v
	}
	seen := map[string]bool{}
	for i, f := range p.Factors {
		at := fault.Index("factors", i)
		v.Nest(at, check.Struct(f))
		if f.Label.IsZero() {
			v.Add(at+".label", labelRequired)
		}
		if seen[f.Name] && f.Name != "" {
			v.Add(at+".name", codeTwice, "code", f.Name)
		}
		seen[f.Name] = true
	}
	return v.Err()
}

// Split shares total out among the stakes, whatever their order; portions come in the
// order of the employees' ids. Parts are cut to the smallest unit, and the units left
// over go to those whose parts were cut most; of equal ones, to the later ids. A stake
// that lacks a factor, has one too many or one below zero, an employee given twice,
// weights that are all zero, and a total with a fraction of the smallest unit
// are a [fault.Violations].
func (p Pool) Split(total decimal.Decimal, stakes []Stake) ([]Portion, error) {
	var v fault.Violations
	v.Nest("", p.Validate())
	checkFigure(&v, "total", &total)
	seen := map[string]bool{}
	for i, s := range stakes {
		at := fault.Index("stakes", i)
		v.Nest(at, s.validate(p.Factors))
		if seen[s.Employee] && s.Employee != "" {
			v.Add(at+".employee", codeTwice, "code", s.Employee)
		}
		seen[s.Employee] = true
	}
	if len(v) > 0 {
		return nil, v
	}
	stakes = slices.Clone(stakes)
	slices.SortFunc(stakes, func(a, b Stake) int { return cmp.Compare(a.Employee, b.Employee) })
	weights, sum := p.weights(stakes)
	amounts, err := number.ShareOut(total, weights, p.Places)
	if err != nil {
		// Paths of single weights mean nothing to the caller, who gave factors in another order.
		for _, found := range fault.Of(err) {
			if strings.HasPrefix(found.Path, "weights") {
				found.Path = "stakes"
			}
			if !slices.ContainsFunc(v, func(noted fault.Violation) bool { return noted.Path == found.Path && noted.Code == found.Code }) {
				v = append(v, found)
			}
		}
		return nil, v
	}
	portions := make([]Portion, len(stakes))
	for i, s := range stakes {
		amount := number.Quantity{Value: amounts[i], Unit: p.Unit}
		portions[i] = Portion{Employee: s.Employee, Amount: amount, Why: p.explain(s, total, weights[i], sum, amount)}
	}
	return portions, nil
}

func (s Stake) validate(factors []Factor) error {
	var v fault.Violations
	v.Nest("", check.Struct(s))
	checkDays(&v, s.Days)
	known := map[string]bool{}
	for _, f := range factors {
		known[f.Name] = true
		if d, ok := s.Factors[f.Name]; ok {
			checkFigure(&v, fault.Field("factors", f.Name), &d)
		} else {
			v.Add(fault.Field("factors", f.Name), factorMissing, "factor", f.Label)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(s.Factors)) {
		if !known[name] {
			v.Add(fault.Field("factors", name), factorUnknown, "factor", text.Excerpt(name))
		}
	}
	return v.Err()
}

// weights are the products as whole numbers in the same proportions, as small as can be,
// and their sum; nothing is lost to a division of days.
func (p Pool) weights(stakes []Stake) (weights []decimal.Decimal, sum decimal.Decimal) {
	products := make([]*big.Rat, len(stakes))
	whole := big.NewInt(1) // the least common multiple of the denominators
	for i, s := range stakes {
		product := big.NewRat(1, 1)
		for _, f := range p.Factors {
			product.Mul(product, s.Factors[f.Name].Rat())
		}
		if s.Days != nil {
			product.Mul(product, s.Days.Rat())
		}
		products[i] = product
		shared := new(big.Int).GCD(nil, nil, whole, product.Denom())
		whole.Mul(whole, new(big.Int).Quo(product.Denom(), shared))
	}
	numbers := make([]*big.Int, len(stakes))
	shared := new(big.Int)
	for i, product := range products {
		n := new(big.Int).Quo(whole, product.Denom())
		numbers[i] = n.Mul(n, product.Num())
		shared.GCD(nil, nil, shared, numbers[i])
	}
	weights = make([]decimal.Decimal, len(stakes))
	for i, n := range numbers {
		if shared.Sign() > 0 {
			n.Quo(n, shared)
		}
		weights[i] = decimal.NewFromBigInt(n, 0)
		sum = sum.Add(weights[i])
	}
	return weights, sum
}

// explain is how a portion came about.
func (p Pool) explain(s Stake, total, weight, sum decimal.Decimal, amount number.Quantity) rating.Explanation {
	var steps []rating.Explanation
	var terms []string
	for _, f := range p.Factors {
		d := s.Factors[f.Name]
		terms = append(terms, d.String())
		steps = append(steps, say(nil, factorIs, "factor", f.Label, "figure", d))
	}
	if s.Days != nil {
		terms = append(terms, s.Days.String())
		steps = append(steps, say(nil, daysCount, "days", s.Days.Days, "of", s.Days.Of))
	}
	product := total.Mul(weight)
	cut, _ := product.QuoRem(sum, p.Places)
	leftOver := partCut
	if !cut.Equal(amount.Value) {
		leftOver = partTopped
	}
	return say([]rating.Explanation{
		say(steps, weightIs, "terms", strings.Join(terms, " × "), "weight", weight, "sum", sum),
		say(nil, partFormula, "total", total, "weight", weight, "sum", sum, "part", short(product, sum)),
		say(nil, leftOver, "cut", cut, "unit", decimal.New(1, -p.Places), "amount", amount),
	}, amountIs, "label", p.Label, "amount", amount)
}
