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
	case checkFigure(&v, "min", g.Min) && checkFigure(&v, "max", g.Max) && sound && !g.allows(g.Target):
		v.Add("target", guideOutside, "percent", percent(g.Target), "min", percent(*g.Min), "max", percent(*g.Max))
	}
	return v.Err()
}

// allows reports whether a percentage lies within the guide.
func (g Guide) allows(d decimal.Decimal) bool {
	if g.Min == nil || g.Max == nil {
		return d.Equal(g.Target)
	}
	return d.GreaterThanOrEqual(*g.Min) && d.LessThanOrEqual(*g.Max)
}

// Increase is the increase of one person's salary. The band of the compa-ratio is decided
// without dividing, and the amount is rounded once. A figure that is missing, a
// level without guide, a compa-ratio outside the bands and a choice outside the guide
// are a [fault.Violations], as is a matrix that is not valid.
func (m Matrix) Increase(p Pay) (Increase, error) {
	if err := m.sound(); err != nil {
		return Increase{}, err
	}
	return m.increase(p)
}

func (m Matrix) increase(p Pay) (Increase, error) {
	var v fault.Violations
	checkFigure(&v, "salary", p.Salary)
	if checkFigure(&v, "midpoint", p.Midpoint) && p.Midpoint.IsZero() {
		v.Add("midpoint", midpointZero)
	}
	if p.Top != nil || m.bounded() {
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
		return Increase{}, v
	}
	share := p.Salary.Mul(number.Hundred)
	band, ok := m.Bands.of(share, *p.Midpoint)
	ratio := readable(share, *p.Midpoint)
	if !ok {
		low, high := m.Bands.ends()
		v.Add("salary", ratioOutside, "ratio", ratio, "from", percent(low), "to", percent(high))
		return Increase{}, v
	}
	guide := guides[band.Code]
	chosen, m1 := guide.Target, guideTarget
	if p.Percent != nil {
		chosen, m1 = *p.Percent, guideChosen
	}
	if !guide.allows(chosen) {
		low, high := guide.Target, guide.Target
		if guide.Min != nil {
			low, high = *guide.Min, *guide.Max
		}
		v.Add("percent", guideOutside, "percent", percent(chosen), "min", percent(low), "max", percent(high))
		return Increase{}, v
	}
	steps := []rating.Explanation{
		say(nil, ratioIs, "salary", m.money(*p.Salary), "midpoint", m.money(*p.Midpoint), "ratio", ratio, "band", band),
		say(nil, m1, "level", p.Level, "band", band, "percent", percent(chosen)),
	}
	product := p.Salary.Mul(chosen)
	amount := rounded(product, number.Hundred, m.Rounding)
	v.Nest("salary", number.Check(p.Salary.Add(amount)))
	if len(v) > 0 {
		return Increase{}, v
	}
	steps = append(steps,
		say(nil, amountFormula, "terms", p.Salary.String()+" × "+chosen.String()+" %", "amount", readable(product, number.Hundred)),
		say(nil, roundedTo, "places", m.Rounding.Places, "mode", modes[m.Rounding.Mode], "amount", m.money(amount)))
	amount, lump, limit := m.limit(amount, p)
	steps = append(steps, limit...)
	salary := p.Salary.Add(amount)
	return Increase{
		Band: band.Code, Percent: chosen, Amount: amount, LumpSum: lump, Salary: salary,
		Why: say(steps, increaseIs, "label", m.Label, "amount", m.money(amount), "salary", m.money(salary)),
	}, nil
}

// bounded reports whether the top of a range bounds salaries.
func (m Matrix) bounded() bool { return m.Top == TopCut || m.Top == TopLumpSum }

// limit holds an increase at the top of the range.
func (m Matrix) limit(full decimal.Decimal, p Pay) (amount, lump decimal.Decimal, steps []rating.Explanation) {
	if !m.bounded() {
		return full, decimal.Zero, nil
	}
	room := decimal.Max(decimal.Zero, p.Top.Sub(*p.Salary))
	if full.LessThanOrEqual(room) {
		return full, decimal.Zero, nil
	}
	beyond := full.Sub(room)
	if m.Top == TopCut {
		return room, decimal.Zero, []rating.Explanation{say(nil, topCuts, "top", m.money(*p.Top), "amount", m.money(room), "beyond", m.money(beyond))}
	}
	return room, beyond, []rating.Explanation{say(nil, topPaysOnce, "top", m.money(*p.Top), "amount", m.money(room), "beyond", m.money(beyond))}
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
		increase, err := m.increase(p)
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
