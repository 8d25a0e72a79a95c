package rating

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
)

// draw is the score on the bare curve, before what limits it.
func (c Curve) draw(actual decimal.Decimal, p Points) (fraction, Explanation, error) {
	switch c.Shape {
	case Ratio:
		score := ratio(actual.Mul(number.Hundred), *p.Target)
		return score, say(ratioIs, "actual", p.in(actual), "target", p.in(*p.Target), "score", percent(score.decimal())), nil
	case InverseRatio:
		return c.inverse(actual, p)
	case Range:
		return p.within(actual)
	case Binary:
		return p.meet(actual)
	case Stepped, Interpolated:
		return c.climb(actual, p)
	case PointsOff:
		return c.takeOff(actual, p)
	case Progress, Linear:
	}
	start, target := p.start(c.Shape), *p.Target
	if start.Equal(target) {
		if actual.Sub(target).Sign()*p.direction(c.Shape) < 0 {
			return whole(decimal.Zero), say(notKept, "actual", p.in(actual), "target", p.in(target)), nil
		}
		if actual.Equal(target) || c.Shape == Progress || p.Stretch == nil {
			return whole(number.Hundred), say(kept, "actual", p.in(actual), "target", p.in(target)), nil
		}
	}
	if c.Shape == Linear && p.Stretch != nil && actual.Sub(target).Sign() == p.direction(Linear) {
		return p.beyond(actual)
	}
	score := ratio(actual.Sub(start).Mul(number.Hundred), target.Sub(start))
	m := progressIs
	if c.Shape == Linear {
		m = linearIs
	}
	return score, say(m, "actual", p.in(actual), "start", p.in(start), "target", p.in(target), "score", percent(score.decimal())), nil
}

func (c Curve) inverse(actual decimal.Decimal, p Points) (fraction, Explanation, error) {
	var v fault.Violations
	target := *p.Target
	switch {
	case actual.IsNegative():
		v.Add("actual", actualNegative, "actual", p.in(actual))
		return fraction{}, Explanation{}, v
	case actual.IsZero() && c.Cap == nil:
		v.Add("actual", actualZero)
		return fraction{}, Explanation{}, v
	case actual.IsZero():
		return whole(*c.Cap), say(zeroScoresCap, "actual", p.in(actual), "cap", percent(*c.Cap)), nil
	}
	score := ratio(target.Mul(number.Hundred), actual)
	return score, say(inverseIs, "actual", p.in(actual), "target", p.in(target), "score", percent(score.decimal())), nil
}

// beyond is the score of a figure beyond the target on a line that has a stretch. The two
// numbers that are added go over one denominator, so that there is one division here too.
func (p Points) beyond(actual decimal.Decimal) (fraction, Explanation, error) {
	target, stretch, top := *p.Target, *p.Stretch, *p.StretchScore
	if actual.Sub(stretch).Sign()*p.direction(Linear) >= 0 {
		return whole(top), say(stretchReached, "actual", p.in(actual), "stretch", p.in(stretch), "score", percent(top)), nil
	}
	span := stretch.Sub(target)
	score := ratio(number.Hundred.Mul(span).Add(actual.Sub(target).Mul(top.Sub(number.Hundred))), span)
	return score, say(stretchIs, "actual", p.in(actual), "target", p.in(target), "stretch", p.in(stretch),
		"top", top, "score", percent(score.decimal())), nil
}

// within is the score of a figure in or outside a range.
func (p Points) within(actual decimal.Decimal) (fraction, Explanation, error) {
	more, less := actual, *p.High // how far outside: more − less
	if actual.LessThan(*p.Low) {
		more, less = *p.Low, actual
	}
	outside := more.Sub(less)
	switch {
	case !outside.IsPositive():
		return whole(number.Hundred), say(rangeKept, "actual", p.in(actual), "low", p.in(*p.Low), "high", p.in(*p.High)), nil
	case p.Tolerance == nil:
		return whole(decimal.Zero), say(rangeLeft, "actual", p.in(actual), "low", p.in(*p.Low), "high", p.in(*p.High)), nil
	case outside.GreaterThanOrEqual(*p.Tolerance):
		return whole(decimal.Zero), say(rangeLost, "actual", p.in(actual), "low", p.in(*p.Low), "high", p.in(*p.High),
			"tolerance", p.in(*p.Tolerance)), nil
	}
	score := ratio(p.Tolerance.Sub(outside).Mul(number.Hundred), *p.Tolerance)
	return score, say(rangeFalls, "actual", p.in(actual), "low", p.in(*p.Low), "high", p.in(*p.High),
		"more", p.in(more), "less", p.in(less), "tolerance", p.in(*p.Tolerance), "score", percent(score.decimal())), nil
}

// meet is the score of a figure that meets the target or does not.
func (p Points) meet(actual decimal.Decimal) (fraction, Explanation, error) {
	if actual.Cmp(*p.Target)*p.better() < 0 {
		return whole(decimal.Zero), say(targetNotMet, "actual", p.in(actual), "target", p.in(*p.Target)), nil
	}
	return whole(number.Hundred), say(targetMet, "actual", p.in(actual), "target", p.in(*p.Target)), nil
}

// climb is the score of a figure on the steps, the best that is reached or the line to
// the next.
func (c Curve) climb(actual decimal.Decimal, p Points) (fraction, Explanation, error) {
	way := p.better()
	if len(c.Steps) > 1 {
		way = c.Steps[1].At.Cmp(c.Steps[0].At)
	}
	reached := -1
	for i, step := range c.Steps {
		if actual.Cmp(step.At)*way >= 0 {
			reached = i
		}
	}
	if reached < 0 {
		return whole(decimal.Zero), say(stepNone, "actual", p.in(actual), "at", p.in(c.Steps[0].At)), nil
	}
	step := c.Steps[reached]
	if c.Shape == Stepped || reached == len(c.Steps)-1 || actual.Equal(step.At) {
		return whole(step.Score), say(stepReached, "actual", p.in(actual), "at", p.in(step.At), "score", percent(step.Score)), nil
	}
	next := c.Steps[reached+1]
	span := next.At.Sub(step.At)
	score := ratio(step.Score.Mul(span).Add(actual.Sub(step.At).Mul(next.Score.Sub(step.Score))), span)
	return score, say(stepsBetween, "actual", p.in(actual), "from", p.in(step.At), "to", p.in(next.At),
		"low", step.Score, "high", next.Score, "score", percent(score.decimal())), nil
}

// takeOff is the score of a figure that points are taken off for where it falls short.
func (c Curve) takeOff(actual decimal.Decimal, p Points) (fraction, Explanation, error) {
	target, off := *p.Target, *c.Off
	more, less := target, actual // how far short: more − less
	if p.LessIsBetter {
		more, less = actual, target
	}
	short, each := more.Sub(less), one
	if !short.IsPositive() {
		return whole(number.Hundred), say(targetMet, "actual", p.in(actual), "target", p.in(target)), nil
	}
	exact, counted := offPerUnit, offUnits
	if c.Per != PerUnit {
		short, each = short.Mul(number.Hundred), target
		exact, counted = offPerPercent, offPercents
	}
	if c.Begun == "" || c.Begun == BegunInPart {
		score := ratio(number.Hundred.Mul(each).Sub(off.Mul(short)), each)
		return score, say(exact, "off", off, "more", p.in(more), "less", p.in(less), "target", p.in(target), "score", percent(score.decimal())), nil
	}
	count, rest := short.QuoRem(each, 0)
	if c.Begun == BegunInFull && rest.IsPositive() {
		count = count.Add(one)
	}
	score := whole(number.Hundred.Sub(off.Mul(count)))
	return score, say(counted, "off", off, "more", p.in(more), "less", p.in(less), "target", p.in(target),
		"count", count, "score", percent(score.decimal())), nil
}
