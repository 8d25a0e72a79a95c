package outcome

import (
	"maps"
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

// Coefficients turn a rating into a factor of an amount, such as excellent × 1.5 (R7).
type Coefficients struct {
	Code  string     `json:"code" validate:"required,max=64"`
	Label text.Label `json:"label"`
	By    Basis      `json:"by"`
	// Tiers are the scores that there is a factor for; by level there are none.
	Tiers Bands `json:"tiers,omitzero"`
	// Factors has one for each level of the scale, or each tier, and no other. A better
	// level or higher tier never has a smaller one, unless tiers are marginal.
	Factors map[string]decimal.Decimal `json:"factors"`
	Gates   []Gate                     `json:"gates,omitempty" validate:"max=50"`
	// Unit is that of the amount, a currency as a rule.
	Unit     number.Unit     `json:"unit,omitempty" validate:"max=40"`
	Rounding number.Rounding `json:"rounding"`
}

// A Basis is what a coefficient depends on.
type Basis string

// The bases.
const (
	// ByLevel gives each level of the scale its factor.
	ByLevel Basis = "level"
	// ByScore gives the whole score the factor of the tier that it lies in.
	ByScore Basis = "score"
	// ByMarginalScore gives each point of the score the factor of its own tier, as an
	// income tax does; the coefficient is their sum, and no point more costs anything.
	ByMarginalScore Basis = "marginal-score"
)

// A Gate holds amounts down while a figure, such as the company's profit, is too low.
type Gate struct {
	Figure string     `json:"figure" validate:"required,max=64"`
	Label  text.Label `json:"label"`
	// Least is the figure at which the gate is open.
	Least number.Quantity `json:"least"`
	// Factor multiplies the amount below it, from 0, which closes the gate, to below 1.
	Factor decimal.Decimal `json:"factor"`
}

// A Claim is what one person's amount is worked out of.
type Claim struct {
	// Base is the amount at a coefficient of 1.
	Base *decimal.Decimal `json:"base,omitempty"`
	// Level or Score is what the coefficient depends on.
	Level string           `json:"level,omitempty"`
	Score *decimal.Decimal `json:"score,omitempty"`
	// Days is the share of the period that the amount is for; nil: all of it.
	Days *calendar.Share `json:"days,omitempty"`
	// Figures are those that the gates ask for, by name.
	Figures map[string]number.Quantity `json:"figures,omitempty"`
}

// An Amount is what a claim comes to.
type Amount struct {
	Value number.Quantity `json:"value"`
	// Coefficient is cut to 18 decimal places; the value is worked out without that.
	Coefficient decimal.Decimal    `json:"coefficient"`
	Why         rating.Explanation `json:"why"`
}

// Validate refuses a table that is not whole: a level of the scale, or a tier, without a
// factor, factors that belong to none, one below zero, a better level with a smaller one;
// tiers with gaps or overlaps; and gates whose factor is not between 0 and 1.
func (c Coefficients) Validate(scale rating.Scale) error {
	var v fault.Violations
	v.Nest("", c.sound())
	levels := c.Tiers.Levels
	if c.By == ByLevel {
		levels = scale.Levels
		checkEach(&v, "factors", levels, c.Factors)
	}
	if len(v) > 0 {
		return v
	}
	for i := 1; i < len(levels) && c.By != ByMarginalScore; i++ {
		better, worse := c.Factors[levels[i-1].Code], c.Factors[levels[i].Code]
		if worse.GreaterThan(better) {
			v.Add(fault.Field("factors", levels[i].Code), factorOrder,
				"level", levels[i], "factor", worse, "better", levels[i-1], "smaller", better)
		}
	}
	return v.Err()
}

// sound is what can be checked of the table without the scale.
func (c Coefficients) sound() error {
	var v fault.Violations
	checkHead(&v, c, c.Label)
	bases.Check(&v, "by", c.By)
	switch {
	case c.By == ByScore || c.By == ByMarginalScore:
		v.Nest("tiers", c.Tiers.Validate())
		checkEach(&v, "factors", c.Tiers.Levels, c.Factors)
	case !c.Tiers.IsZero():
		v.Add("tiers", tiersUnused)
	}
	for _, code := range slices.Sorted(maps.Keys(c.Factors)) {
		checkFigure(&v, fault.Field("factors", code), new(c.Factors[code]))
	}
	if v.Has("check.many") {
		return v
	}
	for i, g := range c.Gates {
		at := fault.Index("gates", i)
		v.Nest(at, check.Struct(g))
		if g.Label.IsZero() {
			v.Add(at+".label", labelRequired)
		}
		v.Nest(at+".least.value", number.Check(g.Least.Value))
		if checkFigure(&v, at+".factor", &g.Factor) && !g.Factor.LessThan(decimal.NewFromInt(1)) {
			v.Add(at+".factor", gateFactor, "factor", g.Factor)
		}
	}
	v.Nest("rounding", c.Rounding.Validate())
	return v.Err()
}

// Amount is base × coefficient × the factors of closed gates × share of days, rounded
// once, at the end. A base, level, score or figure that is missing, a level without a
// factor and a score outside the tiers are a [fault.Violations], as is a table that is
// not valid.
func (c Coefficients) Amount(in Claim) (Amount, error) {
	if err := c.sound(); err != nil {
		return Amount{}, err
	}
	var v fault.Violations
	checkFigure(&v, "base", in.Base)
	checkDays(&v, in.Days)
	factor, why := c.factor(&v, in)
	steps := []rating.Explanation{why}
	factors := []decimal.Decimal{factor}
	for _, g := range c.Gates {
		held, step := g.hold(&v, in.Figures)
		steps = append(steps, step)
		if held {
			factors = append(factors, g.Factor)
		}
	}
	if len(v) > 0 {
		return Amount{}, v
	}
	product, under := *in.Base, decimal.NewFromInt(1)
	terms := []string{product.String()}
	for _, f := range factors {
		product = product.Mul(f)
		terms = append(terms, f.String())
	}
	if in.Days != nil {
		product = product.Mul(decimal.NewFromInt(int64(in.Days.Days)))
		under = decimal.NewFromInt(int64(in.Days.Of))
		terms = append(terms, in.Days.String())
		steps = append(steps, say(nil, daysCount, "days", in.Days.Days, "of", in.Days.Of))
	}
	value := c.Rounding.Quotient(product, under)
	v.Nest("base", number.Check(value))
	if len(v) > 0 {
		return Amount{}, v
	}
	amount := number.Quantity{Value: value, Unit: c.Unit}
	steps = append(steps,
		say(nil, amountFormula, "terms", strings.Join(terms, " × "), "amount", short(product, under)),
		say(nil, roundedTo, "places", c.Rounding.Places, "mode", c.Rounding.Mode, "amount", amount))
	return Amount{
		Value: amount, Coefficient: factor.Truncate(number.MaxPlaces),
		Why: say(steps, amountIs, "label", c.Label, "amount", amount),
	}, nil
}

// factor is the exact coefficient of a claim.
func (c Coefficients) factor(v *fault.Violations, in Claim) (decimal.Decimal, rating.Explanation) {
	if c.By == ByLevel {
		factor, ok := c.Factors[in.Level]
		if !ok {
			v.Add("level", levelUnknown, "level", text.Excerpt(in.Level))
		}
		return factor, say(nil, levelFactor, "level", in.Level, "factor", factor)
	}
	if in.Score == nil {
		v.Add("score", figureRequired)
		return decimal.Zero, rating.Explanation{}
	}
	if err := number.Check(*in.Score); err != nil {
		v.Nest("score", err)
		return decimal.Zero, rating.Explanation{}
	}
	tier, ok := c.Tiers.of(*in.Score, decimal.NewFromInt(1))
	if !ok {
		low, high := c.Tiers.ends()
		v.Add("score", scoreOutside, "score", *in.Score, "from", low, "to", high)
		return decimal.Zero, rating.Explanation{}
	}
	if c.By == ByScore {
		factor := c.Factors[tier.Code]
		return factor, say(nil, tierFactor, "score", *in.Score, "tier", tier, "factor", factor)
	}
	return c.slices(*in.Score)
}

// slices is the sum of what each tier gives for the points of the score that lie in it.
func (c Coefficients) slices(score decimal.Decimal) (decimal.Decimal, rating.Explanation) {
	sum := decimal.Zero
	var steps []rating.Explanation
	for _, tier := range slices.Backward(c.Tiers.Levels) {
		to := decimal.Min(score, tier.To)
		if to.LessThanOrEqual(tier.From) {
			break
		}
		rate := c.Factors[tier.Code]
		slice := to.Sub(tier.From).Mul(rate)
		sum = sum.Add(slice)
		steps = append(steps, say(nil, sliceCounts, "tier", tier, "from", tier.From, "to", to, "rate", rate, "slice", slice))
	}
	return sum, say(steps, slicesSum, "score", score, "factor", sum)
}

// hold reports whether the gate holds amounts down.
func (g Gate) hold(v *fault.Violations, figures map[string]number.Quantity) (bool, rating.Explanation) {
	path := fault.Field("figures", g.Figure)
	given, ok := figures[g.Figure]
	if !ok {
		v.Add(path, gateUnknown, "label", g.Label)
		return false, rating.Explanation{}
	}
	if err := number.Check(given.Value); err != nil {
		v.Nest(path+".value", err)
		return false, rating.Explanation{}
	}
	figure, err := given.To(g.Least.Unit)
	if err != nil {
		v.Nest(path, err)
		return false, rating.Explanation{}
	}
	if figure.Value.LessThan(g.Least.Value) {
		return true, say(nil, gateHolds, "label", g.Label, "figure", given, "least", g.Least, "factor", g.Factor)
	}
	return false, say(nil, gateOpen, "label", g.Label, "figure", given, "least", g.Least)
}
