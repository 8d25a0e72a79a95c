package rating

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// analyse finds the rows that can never decide and the figures that no row covers. In a
// table about one metric that is exact; in others it finds rows that are repeated.
func (t Table) analyse(v *fault.Violations, metrics map[string]Metric) {
	var all []Condition
	for _, row := range t.Rows {
		all = row.When.comparisons(all)
	}
	if metric := all[0].Metric; !slices.ContainsFunc(all, func(c Condition) bool { return c.Metric != metric }) {
		t.cover(v, newLine(metrics[metric], all))
		return
	}
	first := map[string]int{}
	for i, row := range t.Rows {
		key := row.When.key(metrics)
		if earlier, ok := first[key]; ok {
			v.Add(fault.Index("rows", i), rowRepeats, "row", i+1, "earlier", earlier)
			continue
		}
		first[key] = i + 1
	}
}

// cover walks the rows over the line of the table's one metric.
func (t Table) cover(v *fault.Violations, l line) {
	covered := make([]bool, l.regions())
	for i, row := range t.Rows {
		held := l.where(row.When)
		fresh := false
		for r, holds := range held {
			fresh = fresh || (holds && !covered[r])
			covered[r] = covered[r] || holds
		}
		switch {
		case fresh:
		case slices.Contains(held, true):
			v.Add(fault.Index("rows", i), rowUnreached, "row", i+1)
		default:
			v.Add(fault.Index("rows", i), rowImpossible, "row", i+1)
		}
	}
	if t.Otherwise != "" || !slices.Contains(covered, true) {
		return
	}
	for from := 0; from < len(covered); from++ {
		if covered[from] {
			continue
		}
		to := from
		for to+1 < len(covered) && !covered[to+1] {
			to++
		}
		v.Add("rows", figuresUncovered, "range", l.between(from, to))
		from = to
	}
}

// A line is the figures of one metric, cut wherever a table compares with one. Between
// two cuts every comparison comes out alike, so the line falls into regions: the stretch
// below the first cut is 0, the cut itself 1, the stretch after it 2, and so on.
type line struct {
	metric Metric
	cuts   []decimal.Decimal
}

func newLine(m Metric, comparisons []Condition) line {
	l := line{metric: m}
	for _, c := range comparisons {
		l.cuts = append(l.cuts, c.in(m))
	}
	slices.SortFunc(l.cuts, decimal.Decimal.Cmp)
	l.cuts = slices.CompactFunc(l.cuts, decimal.Decimal.Equal)
	return l
}

func (l line) regions() int { return 2*len(l.cuts) + 1 }

// where tells for each region whether c holds there.
func (l line) where(c Condition) []bool {
	held := make([]bool, l.regions())
	if compare, ok := c.Op.of(); ok {
		at, _ := slices.BinarySearchFunc(l.cuts, c.in(l.metric), decimal.Decimal.Cmp)
		for r := range held {
			held[r] = compare.fits(r - (2*at + 1))
		}
		return held
	}
	for i, inner := range c.inner() {
		for r, holds := range l.where(inner) {
			switch {
			case c.Not != nil:
				held[r] = !holds
			case i == 0:
				held[r] = holds
			case len(c.All) > 0:
				held[r] = held[r] && holds
			default:
				held[r] = held[r] || holds
			}
		}
	}
	return held
}

// between words the regions from one to another, both included.
func (l line) between(from, to int) text.Text {
	low, high := "<", "<"
	if from%2 == 1 {
		low = "≤"
	}
	if to%2 == 1 {
		high = "≤"
	}
	// An even region starts behind the cut before it and ends before the cut after it.
	first, last := (from-1)/2, to/2
	switch {
	case from == to && from%2 == 1:
		return rangeAtOne.With("metric", l.metric, "op", "=", "value", l.cut(first))
	case from == 0:
		return rangeAtOne.With("metric", l.metric, "op", high, "value", l.cut(last))
	case to == l.regions()-1:
		op := map[string]string{"<": ">", "≤": "≥"}[low]
		return rangeAtOne.With("metric", l.metric, "op", op, "value", l.cut(first))
	}
	return rangeBetween.With("low", l.cut(first), "lowOp", low, "metric", l.metric, "highOp", high, "high", l.cut(last))
}

func (l line) cut(i int) number.Quantity {
	return number.Quantity{Value: l.cuts[i], Unit: l.metric.Unit}
}
