package rating

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Condition is exactly one of: all of several conditions, any of several, the
// opposite of one, or a comparison of a metric with a figure.
type Condition struct {
	All []Condition `json:"all,omitempty"`
	Any []Condition `json:"any,omitempty"`
	Not *Condition  `json:"not,omitempty"`

	Metric string           `json:"metric,omitempty"`
	Op     Op               `json:"op,omitempty"`
	Value  *decimal.Decimal `json:"value,omitempty"`
	Unit   number.Unit      `json:"unit,omitempty"` // empty: the metric's own
}

// An Op compares a metric with a figure.
type Op string

// The comparisons.
const (
	Less    Op = "<"
	AtMost  Op = "<="
	Equal   Op = "="
	AtLeast Op = ">="
	Greater Op = ">"
)

// A comparison is an Op with all that is said of it.
type comparison struct {
	fits  func(sign int) bool // of actual − value
	fact  text.Message        // when it holds
	wrong text.Message        // when it does not
	asked text.Message        // when it does not and a level asks it
}

// of is the comparison of an Op, false for an unknown one.
func (o Op) of() (comparison, bool) {
	switch o {
	case Less:
		return comparison{func(s int) bool { return s < 0 }, isBelow, isAtLeast, notBelowAsked}, true
	case AtMost:
		return comparison{func(s int) bool { return s <= 0 }, isAtMost, isAbove, aboveAllowed}, true
	case Equal:
		return comparison{func(s int) bool { return s == 0 }, isEqual, isNot, notTheAsked}, true
	case AtLeast:
		return comparison{func(s int) bool { return s >= 0 }, isAtLeast, isBelow, belowAsked}, true
	case Greater:
		return comparison{func(s int) bool { return s > 0 }, isAbove, isAtMost, notAboveAsked}, true
	}
	return comparison{}, false
}

// A ruleCheck collects what is wrong with conditions.
type ruleCheck struct {
	metrics map[string]Metric
	count   int
	into    *fault.Violations
}

func (r *ruleCheck) check(path string, c Condition, depth int) {
	if r.count++; r.count > maxConditions {
		return // the caller says so, once
	}
	if depth == maxNesting {
		r.into.Add(path, conditionDeep, "max", maxNesting)
		return
	}
	compares := c.Metric != "" || c.Op != "" || c.Value != nil || c.Unit != ""
	forms := 0
	for _, there := range []bool{len(c.All) > 0, len(c.Any) > 0, c.Not != nil, compares} {
		if there {
			forms++
		}
	}
	if forms != 1 {
		r.into.Add(path, conditionForm)
	}
	for i, inner := range c.All {
		r.check(fault.Index(path+".all", i), inner, depth+1)
	}
	for i, inner := range c.Any {
		r.check(fault.Index(path+".any", i), inner, depth+1)
	}
	if c.Not != nil {
		r.check(path+".not", *c.Not, depth+1)
	}
	if compares {
		r.compares(path, c)
	}
}

func (r *ruleCheck) compares(path string, c Condition) {
	metric, known := r.metrics[c.Metric]
	if !known {
		r.into.Add(path+".metric", metricUnknown, "metric", text.Excerpt(c.Metric))
	}
	if _, ok := c.Op.of(); !ok {
		r.into.Add(path+".op", opUnknown, "op", text.Excerpt(string(c.Op)))
	}
	if c.Value == nil {
		r.into.Add(path+".value", valueRequired)
		return
	}
	if err := number.Check(*c.Value); err != nil {
		r.into.Nest(path+".value", err)
	} else if known {
		_, err := c.asked(metric).To(metric.Unit)
		r.into.Nest(path, err)
	}
}

// asked is the figure of a comparison as the rule has it.
func (c Condition) asked(m Metric) number.Quantity {
	q := number.Quantity{Unit: m.Unit}
	if c.Value != nil {
		q.Value = *c.Value
	}
	if c.Unit != "" {
		q.Unit = c.Unit
	}
	return q
}

// in is the figure of a comparison in the metric's unit, which a valid one converts to.
func (c Condition) in(m Metric) decimal.Decimal {
	q, _ := c.asked(m).To(m.Unit)
	return q.Value
}

// inner are the conditions within c.
func (c Condition) inner() []Condition {
	if c.Not != nil {
		return []Condition{*c.Not}
	}
	return slices.Concat(c.All, c.Any)
}

// A truth has three values, because a figure may be missing: no < unknown < yes.
type truth int8

const (
	no truth = iota - 1
	unknown
	yes
)

// facts are the figures that are known, each in its metric's unit.
type facts struct {
	metrics map[string]Metric
	figures map[string]decimal.Decimal
	derived []Explanation // of the metrics that were worked out
}

// readFigures brings the figures into their metrics' units, noting those that can't be,
// and works out the metrics that are worked out of them.
func readFigures(v *fault.Violations, figures map[string]number.Quantity, metrics []Metric) facts {
	f := facts{metrics: byName(metrics), figures: make(map[string]decimal.Decimal, len(figures))}
	for _, name := range sortedKeys(figures) {
		at := fault.Field("metrics", name)
		metric, ok := f.metrics[name]
		if !ok {
			v.Add(at, metricUnknown, "metric", text.Excerpt(name))
			continue
		}
		if metric.From != nil {
			v.Add(at, derivedGiven, "metric", metric)
			continue
		}
		if err := number.Check(figures[name].Value); err != nil {
			v.Nest(at+".value", err)
			continue
		}
		q, err := figures[name].To(metric.Unit)
		v.Nest(at, err)
		f.figures[name] = q.Value
	}
	if len(*v) == 0 {
		f.derived = f.derive(v, metrics)
	}
	return f
}

// holds is Kleene's logic: what is unknown stays so unless the rest decides.
func (c Condition) holds(f facts) truth {
	switch {
	case len(c.All) > 0:
		found := yes
		for _, inner := range c.All {
			found = min(found, inner.holds(f))
		}
		return found
	case len(c.Any) > 0:
		found := no
		for _, inner := range c.Any {
			found = max(found, inner.holds(f))
		}
		return found
	case c.Not != nil:
		return -c.Not.holds(f)
	}
	actual, known := f.figures[c.Metric]
	compare, valid := c.Op.of()
	if !known || !valid {
		return unknown
	}
	if compare.fits(actual.Cmp(c.in(f.metrics[c.Metric]))) {
		return yes
	}
	return no
}

// reasons are the comparisons that make c what it is. Where a level asks c, those that
// fail are worded as what it asks.
func (c Condition) reasons(f facts, level *Level) []Explanation {
	found := c.holds(f)
	if c.Not != nil {
		why := c.Not.reasons(f, nil)
		if found == no && level != nil {
			head := say(ruledOut, "level", *level)
			head.Steps = why
			return []Explanation{head}
		}
		return why
	}
	if len(c.All) > 0 || len(c.Any) > 0 {
		var why []Explanation
		for _, inner := range c.inner() {
			if inner.holds(f) == found {
				why = append(why, inner.reasons(f, level)...)
			}
		}
		if len(c.Any) > 1 && found == no {
			head := say(noneHolds)
			head.Steps = why
			return []Explanation{head}
		}
		return why
	}
	return []Explanation{c.reason(f, found, level)}
}

func (c Condition) reason(f facts, found truth, level *Level) Explanation {
	metric := f.metrics[c.Metric]
	compare, _ := c.Op.of()
	actual := number.Quantity{Value: f.figures[c.Metric], Unit: metric.Unit}
	m := compare.fact
	switch {
	case found == unknown:
		return say(isUnknown, "metric", metric)
	case found == no && level != nil:
		return say(compare.asked, "metric", metric, "actual", actual, "value", c.asked(metric), "level", *level)
	case found == no:
		m = compare.wrong
	}
	return say(m, "metric", metric, "actual", actual, "value", c.asked(metric))
}

// unknowns adds the metrics for want of which c can't be told.
func (c Condition) unknowns(f facts, to []Metric) []Metric {
	for _, inner := range c.inner() {
		if inner.holds(f) == unknown {
			to = inner.unknowns(f, to)
		}
	}
	m, ok := f.metrics[c.Metric]
	if _, known := f.figures[c.Metric]; ok && !known {
		to = f.lacking(m, to)
	}
	return to
}

// comparisons adds the comparisons within c, in their order.
func (c Condition) comparisons(to []Condition) []Condition {
	if c.Metric != "" {
		return append(to, c)
	}
	for _, inner := range c.inner() {
		to = inner.comparisons(to)
	}
	return to
}

// key is the same for conditions that say the same in another order or unit.
func (c Condition) key(metrics map[string]Metric) string {
	if c.Metric != "" {
		return c.Metric + "\x00" + string(c.Op) + "\x00" + c.in(metrics[c.Metric]).String()
	}
	keys := make([]string, 0, len(c.All)+len(c.Any)+1)
	for _, inner := range c.inner() {
		keys = append(keys, inner.key(metrics))
	}
	slices.Sort(keys)
	keys = slices.Compact(keys)
	form := "all"
	switch {
	case c.Not != nil:
		form = "not"
	case len(keys) == 1: // all or any of one is that one
		return keys[0]
	case len(c.Any) > 0:
		form = "any"
	}
	return form + "(" + strings.Join(keys, "\x01") + ")"
}
