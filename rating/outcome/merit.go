package outcome

import (
	"iter"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Matrix is the increase in salary by rating and compa-ratio (R7): who is rated better
// gets more, and who is already paid above the midpoint of the range less.
type Matrix struct {
	Code  string     `json:"code" validate:"required,max=64"`
	Label text.Label `json:"label"`
	// Bands are of compa-ratios: salary in percent of the midpoint of the salary range.
	Bands Bands `json:"bands"`
	// Guides has one for each level of the scale and each band, by their codes. In one
	// band, a better level never has a smaller target.
	Guides map[string]map[string]Guide `json:"guides"`
	// Top is what becomes of an increase that goes beyond the top of the range.
	Top TopPolicy `json:"top,omitempty"`
	// Unit is that of salaries, a currency as a rule.
	Unit     number.Unit     `json:"unit,omitempty" validate:"max=40"`
	Rounding number.Rounding `json:"rounding"`
}

// A Guide is an increase, in percent of the salary.
type Guide struct {
	Target decimal.Decimal `json:"target"`
	// Min and Max are the range within which a manager may choose; nil: just the target.
	Min *decimal.Decimal `json:"min,omitempty"`
	Max *decimal.Decimal `json:"max,omitempty"`
}

// TopPolicy is a named answer to an increase that goes beyond the top of the salary range.
type TopPolicy string

// The answers. The zero value is TopKept.
const (
	TopKept    TopPolicy = "keep"     // is given: the range does not bound salaries
	TopCut     TopPolicy = "cut"      // ends at the top, and what goes beyond is not given
	TopLumpSum TopPolicy = "lump-sum" // ends at the top, and what goes beyond is paid once
)

// A Pay is what one person's increase is worked out of.
type Pay struct {
	Level    string           `json:"level"`
	Salary   *decimal.Decimal `json:"salary,omitempty"`
	Midpoint *decimal.Decimal `json:"midpoint,omitempty"`
	// Top is the highest salary of the range; it may be missing under TopKept.
	Top *decimal.Decimal `json:"top,omitempty"`
	// Percent is what the manager chose within the guide; nil: its target.
	Percent *decimal.Decimal `json:"percent,omitempty"`
}

// An Increase is what a person's pay comes to.
type Increase struct {
	Band    string          `json:"band"`
	Percent decimal.Decimal `json:"percent"`
	// Amount goes into the salary, LumpSum is paid once; together they are the percent of
	// the salary, unless the top cuts it.
	Amount  decimal.Decimal `json:"amount"`
	LumpSum decimal.Decimal `json:"lumpSum"`
	// Salary is the new one.
	Salary decimal.Decimal    `json:"salary"`
	Why    rating.Explanation `json:"why"`
}

// A Budget is what a matrix costs over several people.
type Budget struct {
	People    int             `json:"people"`
	Payroll   decimal.Decimal `json:"payroll"` // the salaries before
	Increases decimal.Decimal `json:"increases"`
	LumpSums  decimal.Decimal `json:"lumpSums"`
}

// Validate refuses bands with gaps or overlaps, a cell without a guide, one too many, a
// guide below zero or whose target is not between its ends, and a better level with a
// smaller target.
func (m Matrix) Validate(scale rating.Scale) error {
	var v fault.Violations
	v.Nest("", m.sound())
	checkEach(&v, "guides", scale.Levels, m.Guides)
	if len(v) > 0 {
		return v
	}
	for i, l := range scale.Levels {
		if i == 0 {
			continue
		}
		better := scale.Levels[i-1]
		for _, band := range m.Bands.Levels {
			high, low := m.Guides[better.Code][band.Code].Target, m.Guides[l.Code][band.Code].Target
			if low.GreaterThan(high) {
				v.Add(fault.Field(fault.Field("guides", l.Code), band.Code)+".target", factorOrder,
					"level", l, "factor", low, "better", better, "smaller", high)
			}
		}
	}
	return v.Err()
}

// sound is what can be checked of the matrix without the scale.
func (m Matrix) sound() error {
	var v fault.Violations
	checkHead(&v, m, m.Label)
	v.Nest("bands", m.Bands.Validate())
	if m.Top != "" {
		tops.Check(&v, "top", m.Top)
	}
	v.Nest("rounding", m.Rounding.Validate())
	for _, level := range slices.Sorted(maps.Keys(m.Guides)) {
		at := fault.Field("guides", level)
		guides := m.Guides[level]
		checkEach(&v, at, m.Bands.Levels, guides)
		for _, band := range slices.Sorted(maps.Keys(guides)) {
			v.Nest(fault.Field(at, band), guides[band].validate())
		}
	}
	return v.Err()
}

func (g Guide) validate() error {
	var v fault.Violations
	sound := checkFigure(&v, "target", &g.Target)
	switch {
	case g.Min == nil && g.Max == nil:
	case g.Min == nil || g.Max == nil:
		v.Add("", guideHalf)
	case checkFigure(&v, "min", g.Min) && checkFigure(&v, "max", g.Max) && sound &&
		(g.Target.LessThan(*g.Min) || g.Target.GreaterThan(*g.Max)):
		v.Add("target", guideOutside, "percent", percent(g.Target), "min", percent(*g.Min), "max", percent(*g.Max))
	}
	return v.Err()
}

// ends are the least and the most that the guide allows.
func (g Guide) ends() (low, high decimal.Decimal) {
	if g.Min == nil || g.Max == nil {
		return g.Target, g.Target
	}
	return *g.Min, *g.Max
}

// Increase is the increase of one person's salary. The band of the compa-ratio is decided
// without dividing, and the amount is rounded once. A figure that is missing, a
// level without guide, a compa-ratio outside the bands and a choice outside the guide
// are a [fault.Violations], as is a matrix that is not valid.
func (m Matrix) Increase(p Pay) (Increase, error) {
	if err := m.sound(); err != nil {
		return Increase{}, err
	}
	got, full, err := m.increase(p)
	if err != nil {
		return Increase{}, err
	}
	got.Why = m.explain(p, got, full)
	return got, nil
}

// increase is an increase without its explanation, and what it is before the top of the
// range holds it.
func (m Matrix) increase(p Pay) (got Increase, full decimal.Decimal, err error) {
	var v fault.Violations
	bounded := m.Top == TopCut || m.Top == TopLumpSum
	checkFigure(&v, "salary", p.Salary)
	if checkFigure(&v, "midpoint", p.Midpoint) && p.Midpoint.IsZero() {
		v.Add("midpoint", midpointZero)
	}
	if p.Top != nil || bounded {
		checkFigure(&v, "top", p.Top)
	}
	if p.Percent != nil {
		checkFigure(&v, "percent", p.Percent)
	}
	guides, known := m.Guides[p.Level]
	if !known {
		v.Add("level", levelUnknown, "level", text.Excerpt(p.Level))
	}
	if len(v) > 0 {
		return Increase{}, full, v
	}
	share := p.Salary.Mul(number.Hundred)
	band, ok := m.Bands.of(share, *p.Midpoint)
	if !ok {
		low, high := m.Bands.ends()
		v.Add("salary", ratioOutside, "ratio", short(share, *p.Midpoint), "from", percent(low), "to", percent(high))
		return Increase{}, full, v
	}
	guide := guides[band.Code]
	chosen := guide.Target
	if p.Percent != nil {
		chosen = *p.Percent
	}
	if low, high := guide.ends(); chosen.LessThan(low) || chosen.GreaterThan(high) {
		v.Add("percent", guideOutside, "percent", percent(chosen), "min", percent(low), "max", percent(high))
		return Increase{}, full, v
	}
	full = m.Rounding.Quotient(p.Salary.Mul(chosen), number.Hundred)
	v.Nest("salary", number.Check(p.Salary.Add(full)))
	if len(v) > 0 {
		return Increase{}, full, v
	}
	got = Increase{Band: band.Code, Percent: chosen, Amount: full}
	if bounded {
		got.Amount = decimal.Min(full, decimal.Max(decimal.Zero, p.Top.Sub(*p.Salary)))
	}
	if m.Top == TopLumpSum {
		got.LumpSum = full.Sub(got.Amount)
	}
	got.Salary = p.Salary.Add(got.Amount)
	return got, full, nil
}

// explain is how an increase came about.
func (m Matrix) explain(p Pay, got Increase, full decimal.Decimal) rating.Explanation {
	share := p.Salary.Mul(number.Hundred)
	band, _ := m.Bands.of(share, *p.Midpoint)
	guide := guideTarget
	if p.Percent != nil {
		guide = guideChosen
	}
	steps := []rating.Explanation{
		say(nil, ratioIs, "salary", m.money(*p.Salary), "midpoint", m.money(*p.Midpoint), "ratio", short(share, *p.Midpoint), "band", band),
		say(nil, guide, "level", p.Level, "band", band, "percent", percent(got.Percent)),
		say(nil, amountFormula, "terms", p.Salary.String()+" × "+got.Percent.String()+" %",
			"amount", short(p.Salary.Mul(got.Percent), number.Hundred)),
		say(nil, roundedTo, "places", m.Rounding.Places, "mode", m.Rounding.Mode, "amount", m.money(full)),
	}
	if beyond := full.Sub(got.Amount); beyond.IsPositive() {
		top := topCuts
		if m.Top == TopLumpSum {
			top = topPaysOnce
		}
		steps = append(steps, say(nil, top, "top", m.money(*p.Top), "amount", m.money(got.Amount), "beyond", m.money(beyond)))
	}
	return say(steps, increaseIs, "label", m.Label, "amount", m.money(got.Amount), "salary", m.money(got.Salary))
}

func (m Matrix) money(d decimal.Decimal) number.Quantity {
	return number.Quantity{Value: d, Unit: m.Unit}
}

// percent is a figure with its sign.
func percent(d decimal.Decimal) number.Quantity {
	return number.Quantity{Value: d, Unit: number.Percent}
}

// Budget is what the matrix costs over a population, which is read as a stream. Whoever
// has no increase is a violation at "people[i]", in the order of the stream.
func (m Matrix) Budget(people iter.Seq[Pay]) (Budget, error) {
	if err := m.sound(); err != nil {
		return Budget{}, err
	}
	var b Budget
	var v fault.Violations
	for p := range people {
		increase, _, err := m.increase(p)
		if err != nil {
			v.Nest(fault.Index("people", b.People), err)
		} else {
			b.Payroll = b.Payroll.Add(*p.Salary)
			b.Increases = b.Increases.Add(increase.Amount)
			b.LumpSums = b.LumpSums.Add(increase.LumpSum)
		}
		b.People++
	}
	if len(v) > 0 {
		return Budget{}, v
	}
	return b, nil
}

// Within reports whether increases and lump sums together are at most so many percent of
// the payroll.
func (b Budget) Within(limit decimal.Decimal) bool {
	cost := b.Increases.Add(b.LumpSums).Mul(number.Hundred)
	return cost.LessThanOrEqual(b.Payroll.Mul(limit))
}
