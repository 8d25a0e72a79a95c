package goal

import (
	"iter"
	"maps"
	"math"
	"math/bits"
	"slices"
	"strings"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Rollup is how the figure of a goal follows from those of the goals that carry it (G6).
// The figure of its own that such a goal may have counts under RollupOwn only.
type Rollup string

// The ways to roll up. There is no default: where neither the goal nor the caller names
// one, it is refused.
const (
	RollupOwn     Rollup = "own"     // it does not: the goal's own figure counts
	RollupSum     Rollup = "sum"     // whatever the shares
	RollupAverage Rollup = "average" // weighted by the shares; equal ones when none is named
	RollupMin     Rollup = "min"     // the least figure
	RollupLatest  Rollup = "latest"  // the figure of the latest day
)

var rollups = fault.Names[Rollup]{
	RollupOwn:     {En: "its own figure", Zh: "取自身数据"},
	RollupSum:     {En: "sum", Zh: "求和"},
	RollupAverage: {En: "weighted average", Zh: "加权平均"},
	RollupMin:     {En: "minimum", Zh: "取最小值"},
	RollupLatest:  {En: "latest figure", Zh: "取最新值"},
}

// rollupsNamed are what a goal may name; an alignment holds their places in the list.
var rollupsNamed = []Rollup{"", RollupOwn, RollupSum, RollupAverage, RollupMin, RollupLatest}

// In is the roll-up in words.
func (r Rollup) In(l text.Lang) string { return rollups.In(r, l) }

// A RollupPolicy is what the caller says about a roll-up.
type RollupPolicy struct {
	// Rollup is for the goals that name none.
	Rollup Rollup `json:"rollup,omitempty"`
	// Missing is what becomes of a goal without a figure, and of shares that don't add up
	// to 100 % under RollupAverage. Reweighted, a mean, a least or a latest figure is that
	// of the figures there are; a sum with a part missing is missing itself, since leaving
	// the part out would take it for zero.
	Missing rating.MissingPolicy `json:"missing,omitempty"`
}

// figurePlaces is how many places an average is rounded to, half away from zero. It is
// rounded at each goal, so that what a goal reports upwards is what it shows; the other
// roll-ups are exact. Figures with so many places are worked out in fixed point.
const figurePlaces = 6

// Standings are where the goals of an alignment stand after a roll-up. [Standings.Update]
// changes them; they are not safe for use while that runs.
type Standings struct {
	of     *Alignment
	policy RollupPolicy
	column
}

// RollUp works out where every goal stands, from the figures of those that nobody carries
// up. It refuses, all at once and at the goals' paths, what the policy does not let pass:
// a roll-up that is named nowhere, a figure that is missing, shares that don't add up,
// units that don't convert exactly, and figures of which none is the latest.
func (a *Alignment) RollUp(p RollupPolicy) (*Standings, error) {
	var v fault.Violations
	if p.Rollup != "" {
		rollups.Check(&v, "rollup", p.Rollup)
	}
	s := &Standings{of: a, policy: p, column: a.figures.clone()}
	for _, i := range a.carried {
		s.fold(i, &v)
	}
	if err := v.Err(); err != nil {
		return nil, err
	}
	return s, nil
}

// Of is where a goal stands. Its Value is nil where that can't be told.
func (s *Standings) Of(goal string) (Figure, error) {
	i, err := s.of.find(goal)
	if err != nil {
		return Figure{}, err
	}
	return s.at(i), nil
}

// All yields every goal's id and where it stands, in the order in which they were given.
func (s *Standings) All() iter.Seq2[string, Figure] {
	return func(yield func(string, Figure) bool) {
		for n, i := range s.of.place {
			if !yield(s.of.ids[n], s.at(i)) {
				return
			}
		}
	}
}

// Update gives a goal another figure and works out anew what follows from it, and no
// more. It returns the goals that stand elsewhere now: the goal itself and those upstream
// of it, each after those that carry it. It refuses what [Alignment.RollUp] refuses, and
// a figure for a goal whose figure follows from others; nothing is changed then.
func (s *Standings) Update(goal string, to Figure) (changed []string, err error) {
	i, err := s.of.find(goal)
	if err != nil {
		return nil, err
	}
	var v fault.Violations
	if s.rolled(i) {
		v.Add("", figureFollows, "goal", goal)
	}
	v.Nest("", to.validate())
	if err := v.Err(); err != nil {
		return nil, err
	}
	type before struct {
		place int32
		Figure
	}
	var undo []before
	ahead := []int32{i} // still to be worked out, in order
	for len(ahead) > 0 {
		i, ahead = ahead[0], ahead[1:]
		was := s.at(i)
		if undo == nil {
			s.put(i, to)
		} else {
			s.fold(i, &v)
		}
		undo = append(undo, before{i, was})
		if s.at(i).equal(was) {
			continue
		}
		changed = append(changed, s.of.id(i))
		for _, up := range s.of.above.from(i) {
			if at, known := slices.BinarySearch(ahead, up); !known {
				ahead = slices.Insert(ahead, at, up)
			}
		}
	}
	if err := v.Err(); err != nil {
		for _, b := range undo {
			s.put(b.place, b.Figure)
		}
		return nil, err
	}
	return changed, nil
}

// how is the roll-up of the goal at a place; none when it is named nowhere.
func (s *Standings) how(i int32) Rollup {
	if named := s.of.rollups[i]; named > 0 {
		return rollupsNamed[named]
	}
	return s.policy.Rollup
}

// rolled reports whether the figure of the goal at a place follows from others.
func (s *Standings) rolled(i int32) bool {
	return s.of.below.start[i] < s.of.below.start[i+1] && s.how(i) != RollupOwn
}

// skips reports whether figures that are missing are passed over.
func (s *Standings) skips() bool { return s.policy.Missing == rating.MissingReweighted }

// fold works out the figure of a goal that others carry: in fixed point where that will
// do, and by [Standings.exactly] otherwise.
func (s *Standings) fold(i int32, v *fault.Violations) {
	how := s.how(i)
	if how == RollupOwn {
		return
	}
	if how == "" {
		v.Add(s.of.path(i, "rollup"), rollupRequired, "goal", s.of.id(i))
		return
	}
	lo, hi := s.of.below.start[i], s.of.below.start[i+1]
	carriers := s.of.below.to[lo:hi]
	var figure int64
	var on ordinal
	ok := false
	if !s.of.exact[i] {
		switch how {
		case RollupSum:
			figure, ok = sumOf(s.fixed, carriers)
		case RollupMin:
			figure, ok = leastOf(s.fixed, carriers, s.skips())
		case RollupLatest:
			figure, on, ok = latestOf(s.column, carriers, s.skips())
		case RollupAverage:
			switch b := s.of.balance[i]; {
			case b == balanceEqual:
				figure, ok = meanOf(s.fixed, carriers, nil, s.skips())
			case b == balanceWhole, b == balanceOff && s.skips():
				figure, ok = meanOf(s.fixed, carriers, s.of.weights[lo:hi], s.skips())
			}
		default:
		}
	}
	switch {
	case !ok:
		s.put(i, s.exactly(i, how, v))
	case s.on == nil:
		s.fixed[i] = figure
	default:
		if how != RollupLatest && figure != absent {
			on = newest(s.column, carriers)
		}
		s.fixed[i], s.on[i] = figure, on
	}
}

// sumOf adds figures up; ok is false when one of them, or the sum, is not in fixed point.
func sumOf(fixed []int64, carriers []int32) (sum int64, ok bool) {
	for _, c := range carriers {
		x := fixed[c]
		sum += x
		if !fits(x) || !fits(sum) {
			return 0, false
		}
	}
	return sum, true
}

func leastOf(fixed []int64, carriers []int32, skip bool) (least int64, ok bool) {
	least = math.MaxInt64
	for _, c := range carriers {
		x := fixed[c]
		if fits(x) {
			least = min(least, x)
		} else if x != absent || !skip {
			return 0, false
		}
	}
	if least == math.MaxInt64 {
		return absent, true
	}
	return least, true
}

func latestOf(figures column, carriers []int32, skip bool) (latest int64, on ordinal, ok bool) {
	latest = absent
	if figures.on == nil {
		return 0, on, false
	}
	for _, c := range carriers {
		x, day := figures.fixed[c], figures.on[c]
		switch {
		case x == absent && skip:
		case !fits(x), day == 0, day == on && x != latest:
			return 0, on, false
		case day > on:
			latest, on = x, day
		}
	}
	return latest, on, true
}

// meanOf is the mean by the weights, equal ones when there are none, rounded half away
// from zero. Product and sum have 128 bits.
func meanOf(fixed []int64, carriers, weights []int32, skip bool) (mean int64, ok bool) {
	var high, low, under uint64
	for k, c := range carriers {
		x, w := fixed[c], uint64(1)
		if !fits(x) {
			if x == absent && skip {
				continue
			}
			return 0, false
		}
		if weights != nil {
			w = uint64(weights[k])
		}
		h, l := bits.Mul64(uint64(x), w)
		if x < 0 {
			h -= w // what reading x as unsigned has added
		}
		var carry uint64
		low, carry = bits.Add64(low, l, 0)
		high, _ = bits.Add64(high, h, carry)
		under += w
	}
	if under == 0 {
		return absent, true
	}
	negative := int64(high) < 0
	if negative {
		var borrow uint64
		low, borrow = bits.Sub64(0, low, 0)
		high, _ = bits.Sub64(0, high, borrow)
	}
	quotient, rest := bits.Div64(high, low, under) // high < under, a mean being no larger than its parts
	if rest >= under-rest {
		quotient++
	}
	if negative {
		return -int64(quotient), true
	}
	return int64(quotient), true
}

// newest is the last of the days of the figures there are.
func newest(figures column, carriers []int32) (on ordinal) {
	for _, c := range carriers {
		if figures.fixed[c] != absent {
			on = max(on, figures.on[c])
		}
	}
	return on
}

// A part is what a goal puts into the figure of one that it carries, in that one's unit.
type part struct {
	place int32
	Figure
	share *decimal.Decimal
}

// parts are what goes into the figure of the goal at a place.
func (s *Standings) parts(i int32, v *fault.Violations) []part {
	var parts []part
	unit := s.of.unit(i)
	for e := s.of.below.start[i]; e < s.of.below.start[i+1]; e++ {
		c := s.of.below.to[e]
		p := part{c, s.at(c), s.of.share(e)}
		if p.Value != nil {
			q, err := number.Quantity{Value: *p.Value, Unit: s.of.unit(c)}.To(unit)
			if err != nil {
				v.Nest(s.of.path(c, ""), err)
			}
			p.Value = &q.Value
		}
		parts = append(parts, p)
	}
	return parts
}

// exactly is the figure of a goal that others carry, in decimals, with what there is to
// say against it.
func (s *Standings) exactly(i int32, how Rollup, v *fault.Violations) Figure {
	before := len(*v)
	parts := s.parts(i, v)
	var there []part
	var on calendar.Date
	for _, p := range parts {
		switch {
		case p.Value != nil:
			there = append(there, p)
			if p.On.After(on) {
				on = p.On
			}
		case !s.skips() && !s.rolled(p.place): // of one that is rolled up it has been said
			v.Add(s.of.path(p.place, "figure"), rollupMissing, "goal", s.of.id(p.place), "above", s.of.id(i))
		}
	}
	var value *decimal.Decimal
	switch how {
	case RollupSum:
		if len(there) == len(parts) {
			value = new(total(there))
		}
	case RollupAverage:
		value = s.mean(i, there, v)
	case RollupMin:
		for _, p := range there {
			if value == nil || p.Value.LessThan(*value) {
				value = p.Value
			}
		}
	case RollupLatest:
		value = s.latest(there, on, v)
	default:
	}
	if value != nil {
		if err := number.Check(*value); err != nil {
			v.Nest(s.of.path(i, "figure.value"), err)
		}
	}
	if value == nil || len(*v) > before {
		return Figure{}
	}
	return Figure{Value: value, On: on}
}

func total(parts []part) decimal.Decimal {
	sum := decimal.Zero
	for _, p := range parts {
		sum = sum.Add(*p.Value)
	}
	return sum
}

func (s *Standings) mean(i int32, there []part, v *fault.Violations) *decimal.Decimal {
	switch b := s.of.balance[i]; {
	case b == balancePartial:
		v.Add(s.of.path(i, ""), sharesPartial, "goal", s.of.id(i))
		return nil
	case b == balanceOff && !s.skips():
		v.Add(s.of.path(i, ""), sharesOff, "goal", s.of.id(i), "sum", s.of.shared(i))
		return nil
	}
	over, under := decimal.Zero, decimal.Zero
	for _, p := range there {
		over, under = over.Add(p.Value.Mul(p.weight())), under.Add(p.weight())
	}
	if under.IsZero() {
		return nil
	}
	return new(over.DivRound(under, figurePlaces))
}

// weight is the part's share, or one where all are equal.
func (p part) weight() decimal.Decimal {
	if p.share == nil {
		return decimal.New(1, 0)
	}
	return *p.share
}

func (s *Standings) latest(there []part, on calendar.Date, v *fault.Violations) *decimal.Decimal {
	var latest *part
	for _, p := range there {
		switch {
		case p.On.IsZero():
			v.Add(s.of.path(p.place, "figure.on"), figureUndated, "goal", s.of.id(p.place))
		case p.On != on:
		case latest == nil:
			latest = &p
		case !latest.Value.Equal(*p.Value):
			v.Add(s.of.path(p.place, "figure"), figuresTied, "goal", s.of.id(p.place), "other", s.of.id(latest.place), "on", on)
		}
	}
	if latest == nil {
		return nil
	}
	return latest.Value
}

// Explain says how a goal came to stand where it stands: by which roll-up, from which
// figures of those who carry it. How these came about in turn is to be asked of them.
func (s *Standings) Explain(goal string) (rating.Explanation, error) {
	i, err := s.of.find(goal)
	if err != nil {
		return rating.Explanation{}, err
	}
	if !s.rolled(i) {
		return rating.Explanation{Text: s.stands(i)}, nil
	}
	var v fault.Violations // there is none: they have been rolled up
	parts := s.parts(i, &v)
	var steps []rating.Explanation
	var addends, products []string
	under := decimal.Zero
	for _, p := range parts {
		steps = append(steps, rating.Explanation{Text: s.contributes(p, s.of.unit(i))})
		if p.Value != nil {
			addends = append(addends, p.Value.String())
			products = append(products, p.Value.String()+" × "+p.weight().String())
			under = under.Add(p.weight())
		}
	}
	why := rating.Explanation{Text: figureNone.With("goal", s.of.name(i)), Steps: steps}
	if value := s.at(i).Value; value != nil {
		figure := number.Quantity{Value: *value, Unit: s.of.unit(i)}
		switch s.how(i) {
		case RollupSum:
			why.Text = figureSum.With("goal", s.of.name(i), "figure", figure, "addends", strings.Join(addends, " + "))
		case RollupAverage:
			why.Text = figureMean.With("goal", s.of.name(i), "figure", figure, "places", figurePlaces,
				"products", strings.Join(products, " + "), "weights", under)
		case RollupMin:
			why.Text = figureLeast.With("goal", s.of.name(i), "figure", figure)
		case RollupLatest:
			why.Text = figureLatest.With("goal", s.of.name(i), "figure", figure, "on", s.at(i).On)
		default:
		}
	}
	return why, nil
}

// stands says where a goal stands by its own figure.
func (s *Standings) stands(i int32) text.Text {
	value := s.at(i).Value
	if value == nil {
		return figureNone.With("goal", s.of.name(i))
	}
	return figureOwn.With("goal", s.of.name(i), "figure", number.Quantity{Value: *value, Unit: s.of.unit(i)})
}

// contributes says what a part is.
func (s *Standings) contributes(p part, unit number.Unit) text.Text {
	name := s.of.name(p.place)
	switch {
	case p.Value == nil:
		return partNone.With("goal", name)
	case p.share != nil:
		return partShared.With("goal", name, "figure", number.Quantity{Value: *p.Value, Unit: unit}, "share", *p.share)
	}
	return partPlain.With("goal", name, "figure", number.Quantity{Value: *p.Value, Unit: unit})
}

// A column is a figure for each goal, in the order of work: in fixed point, in units of
// 10⁻⁶, where it fits into 18 digits, and as it is otherwise.
type column struct {
	fixed []int64
	wide  map[int32]decimal.Decimal
	on    []ordinal // nil when no figure has a day
}

// An ordinal is a date as a number, in the order of dates; 0 is none.
type ordinal int32

func ordinalOf(d calendar.Date) ordinal {
	return ordinal(d.Year()<<9 | int(d.Month())<<5 | d.Day())
}

func (o ordinal) date() calendar.Date {
	d, _ := calendar.NewDate(int(o>>9), time.Month(o>>5&15), int(o&31)) // the zero date for 0
	return d
}

// What fixed says of a figure that is not in fixed point.
const (
	absent = math.MinInt64
	wide   = math.MinInt64 + 1
)

const fixedDigits = 18

// fits reports whether a figure is in fixed point.
func fits(x int64) bool { return -1e18 < x && x < 1e18 }

// newColumn holds the figures, which come by the goals' numbers, in the order of work.
func newColumn(numbers []int32, given []Figure) column {
	c := column{fixed: make([]int64, len(given))}
	if slices.ContainsFunc(given, func(f Figure) bool { return !f.On.IsZero() }) {
		c.on = make([]ordinal, len(given))
	}
	for i, n := range numbers {
		c.put(int32(i), given[n])
	}
	return c
}

func (c *column) clone() column {
	return column{slices.Clone(c.fixed), maps.Clone(c.wide), slices.Clone(c.on)}
}

func (c *column) at(i int32) Figure {
	var f Figure
	switch x := c.fixed[i]; x {
	case absent:
	case wide:
		f.Value = new(c.wide[i])
	default:
		f.Value = new(decimal.New(x, -figurePlaces))
	}
	if c.on != nil {
		f.On = c.on[i].date()
	}
	return f
}

func (c *column) put(i int32, f Figure) {
	delete(c.wide, i)
	if f.Value == nil {
		c.fixed[i], f.On = absent, calendar.Date{}
	} else if x, ok := scaled(*f.Value, figurePlaces); ok {
		c.fixed[i] = x
	} else {
		c.fixed[i] = wide
		if c.wide == nil {
			c.wide = map[int32]decimal.Decimal{}
		}
		c.wide[i] = *f.Value
	}
	if c.on == nil && !f.On.IsZero() {
		c.on = make([]ordinal, len(c.fixed))
	}
	if c.on != nil {
		c.on[i] = ordinalOf(f.On)
	}
}

// scaled is a decimal in units of 10⁻ᵖˡᵃᶜᵉˢ; ok is false when it is not a whole number of
// at most 18 digits of them.
func scaled(d decimal.Decimal, places int32) (x int64, ok bool) {
	exponent := d.Exponent()
	switch {
	case exponent < -number.MaxPlaces || exponent > fixedDigits:
		return 0, d.IsZero()
	case exponent < -places:
		cut := d.Truncate(places)
		if !cut.Equal(d) {
			return 0, false
		}
		d, exponent = cut, cut.Exponent()
	}
	shift := int(places + exponent)
	if d.NumDigits()+shift > fixedDigits {
		return 0, d.IsZero()
	}
	x = d.CoefficientInt64()
	for range shift {
		x *= 10
	}
	return x, true
}

func (f Figure) validate() error {
	if f.Value == nil {
		return nil
	}
	var v fault.Violations
	if _, ok := scaled(*f.Value, figurePlaces); !ok {
		v.Nest("value", number.Check(*f.Value))
	}
	return v.Err()
}

// equal reports whether both say the same.
func (f Figure) equal(o Figure) bool {
	if f.On != o.On || f.Value == nil || o.Value == nil {
		return f.On == o.On && f.Value == o.Value
	}
	return f.Value.Equal(*o.Value)
}
