package rating

import (
	"maps"
	"math"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
)

// The bounds of what is done in integers. Everything beyond them is done in decimals.
const (
	leastPlaces = 4 // that a figure may have, whatever the policy compares it with
	mostPlaces  = 8 // of a metric that is worked out
	mostCells   = 1 << 10
	mostWeight  = 7    // places of a derivation's weights, with one to round by
	maxWhole    = 1e9  // of a measure's score, so that the sum of them all fits
	maxMeasured = 4e16 // of a measured figure and its start, as integers
)

// A builder makes a program of a policy; what can't be done in integers fails it.
type builder struct {
	program

	policy Policy
	index  map[string]int // of metrics
	places []uint8        // of each metric's integer
	failed bool
}

// compile is the program of a valid policy, nil where it can't be done in integers.
func compile(p Policy) *program {
	b := &builder{policy: p, index: map[string]int{}, places: make([]uint8, len(p.Metrics))}
	for i, m := range p.Metrics {
		b.index[m.Name] = i
	}
	b.choosePlaces()
	b.derivations()
	b.tables()
	b.ladder()
	for _, g := range p.Gates {
		rank, _ := p.Scale.Rank(g.Level)
		otherwise, _ := p.Scale.Rank(g.Otherwise)
		b.gates = append(b.gates, gate{rank: rank, otherwise: otherwise, fork: b.fork(b.emit(g.When, end(gateOpen), end(gateShut)))})
	}
	b.lookups()
	if b.failed {
		return nil
	}
	return &b.program
}

// conditions are those of all tables and gates.
func (b *builder) conditions() []Condition {
	var all []Condition
	for _, d := range b.policy.Dimensions {
		if d.Table != nil {
			for _, row := range d.Table.Rows {
				all = row.When.comparisons(all)
			}
		}
	}
	for _, g := range b.policy.Gates {
		all = g.When.comparisons(all)
	}
	return all
}

// choosePlaces gives each metric that is needed as many places as anything that it is
// compared or reckoned with.
func (b *builder) choosePlaces() {
	used := make([]bool, len(b.places))
	for i := range b.places {
		b.places[i] = leastPlaces
	}
	need := func(metric string, with ...*decimal.Decimal) {
		i := b.index[metric]
		used[i] = true
		for _, d := range with {
			if d != nil {
				b.places[i] = max(b.places[i], decimals(*d))
			}
		}
	}
	for _, c := range b.conditions() {
		need(c.Metric, new(c.in(b.policy.Metrics[b.index[c.Metric]])))
	}
	for i, m := range b.policy.Metrics {
		if m.From == nil {
			continue
		}
		used[i] = true // a figure that its curves refuse is refused, whoever needs it
		b.places[i] = max(b.places[i], uint8(m.From.Rounding.Places))
		for _, measure := range m.From.Measures {
			p := measure.Points
			need(measure.Metric, p.Baseline, p.Threshold, p.Target)
		}
	}
	for i, m := range b.policy.Metrics {
		switch {
		case !used[i]:
			b.idle = append(b.idle, i)
		case m.From == nil:
			b.needed = append(b.needed, needed{metric: i, places: b.places[i]})
		default:
			b.worked = append(b.worked, worked{metric: i})
		}
	}
}

// at is a decimal's integer; one that does not fit fails the program.
func (b *builder) at(d decimal.Decimal, places uint8) int64 {
	units, ok := fixed(d, places)
	b.failed = b.failed || !ok
	return units
}

func (b *builder) derivations() {
	for i := range b.worked {
		w := &b.worked[i]
		from := b.policy.Metrics[w.metric].From
		rounding := uint8(from.Rounding.Places)
		weights := uint8(0)
		for _, measure := range from.Measures {
			weights = max(weights, decimals(measure.Weight))
		}
		weights++ // the digit to round by
		if weights > mostWeight || rounding > weights+1 || b.places[w.metric] > mostPlaces {
			b.failed = true
			return
		}
		w.divisor = divisorOf(int(weights + 2 - rounding))
		w.multiply = powers[b.places[w.metric]-rounding]
		w.mode = from.Rounding.Mode
		for _, measure := range from.Measures {
			w.slopes = append(w.slopes, b.slope(measure, weights))
		}
		if !b.failed {
			w.near = w.nearby(from)
		}
	}
}

func (b *builder) slope(m Measure, weights uint8) slope {
	c, p := m.Curve, m.Points
	metric := b.index[m.Metric]
	places := b.places[metric]
	s := slope{metric: metric, weight: b.at(m.Weight, weights), limit: maxMeasured, worse: c.Worse, above: c.Above}
	if s.worse == "" {
		s.worse = WorseZero
	}
	if s.above == "" {
		s.above = AboveCut
	}
	if c.Cap != nil {
		s.capped, s.most = true, b.share(*c.Cap)
	}
	if c.Floor != nil {
		s.least = b.share(*c.Floor)
	}
	if p.Target == nil || (c.Shape == Linear && p.Stretch != nil) {
		b.failed = true
		return s
	}
	target := b.at(*p.Target, places)
	switch c.Shape {
	case Ratio:
	case InverseRatio:
		s.inverse = true
	case Progress:
		s.start = b.at(*p.Baseline, places)
	case Linear:
		s.start = b.at(*p.Threshold, places)
	default:
		b.failed = true
	}
	s.span = target - s.start
	s.hundred = 100
	if s.span < 0 {
		s.span, s.hundred = -s.span, -s.hundred
	}
	if s.inverse {
		s.span *= 100
	}
	if s.span == 0 || max(s.start, -s.start, target, -target) > maxMeasured {
		b.failed = true
	}
	return s
}

func (b *builder) share(d decimal.Decimal) share {
	whole := d.Truncate(0)
	return share{whole: uint64(b.at(whole, 0)), part: uint64(b.at(d.Sub(whole), number.MaxPlaces))}
}

// tables lays out the tables, the points, and how their sum becomes the score.
func (b *builder) tables() {
	p := b.policy
	var points, weights uint8
	for _, d := range p.Dimensions {
		weights = max(weights, decimals(d.Weight))
		for _, worth := range d.Points {
			points = max(points, decimals(worth))
		}
	}
	behind := int(points) + int(weights) + 2 - int(p.Scale.Rounding.Places)
	if behind >= len(powers) || -behind >= len(powers) {
		b.failed = true
		return
	}
	b.program.places, b.mode = uint8(p.Scale.Rounding.Places), p.Scale.Rounding.Mode
	b.divisor, b.factor = divisorOf(max(behind, 0)), powers[max(-behind, 0)]
	for _, l := range p.Scale.Levels {
		b.levels = append(b.levels, l.Code)
	}
	most := decimal.Zero
	for _, d := range p.Dimensions {
		w := weighted{judged: d.Table == nil, points: make([]int64, len(p.Scale.Levels))}
		for code, worth := range d.Points {
			rank, _ := p.Scale.Rank(code)
			w.points[rank] = b.at(worth.Mul(d.Weight), points+weights)
		}
		if d.Table != nil {
			w.fork = b.fork(b.table(*d.Table))
		}
		b.dimensions = append(b.dimensions, w)
		most = most.Add(decimal.New(slices.Max(w.points), 0)).Add(decimal.New(-slices.Min(w.points), 0))
	}
	b.at(most.Mul(decimal.New(b.factor, 0)), 0)
}

// table lays out the rows from the last to the first.
func (b *builder) table(t Table) int32 {
	scale := b.policy.Scale
	if t.Hit == HitUnique && slices.ContainsFunc(t.analyse(byName(b.policy.Metrics), scale), func(f Finding) bool {
		return f.Code == analysisStopped.Code
	}) {
		b.failed = true // two rows may yet contradict each other
	}
	next := end(nowhere)
	if rank, ok := scale.Rank(t.Otherwise); ok {
		next = end(rank)
	}
	for _, i := range slices.Backward(t.order(scale)) {
		rank, _ := scale.Rank(t.Rows[i].Level)
		next = b.emit(t.Rows[i].When, end(rank), next)
	}
	return next
}

func end(value int) int32 { return ^int32(value) }

// emit lays out a condition that goes on to yes or no, and returns where it starts.
func (b *builder) emit(c Condition, yes, no int32) int32 {
	switch {
	case len(c.All) > 0:
		for _, inner := range slices.Backward(c.All) {
			yes = b.emit(inner, yes, no)
		}
		return yes
	case len(c.Any) > 0:
		for _, inner := range slices.Backward(c.Any) {
			no = b.emit(inner, yes, no)
		}
		return no
	case c.Not != nil:
		return b.emit(*c.Not, no, yes)
	}
	metric := b.index[c.Metric]
	at := b.at(c.in(b.policy.Metrics[metric]), b.places[metric])
	jumpAt := func(at int64, yes, no int32) int32 {
		b.code = append(b.code, jump{at: at, metric: int32(metric), yes: yes, no: no})
		return int32(len(b.code) - 1)
	}
	switch c.Op { // in integers, above is at least one more
	case AtLeast:
		return jumpAt(at, yes, no)
	case Greater:
		return jumpAt(at+1, yes, no)
	case Less:
		return jumpAt(at, no, yes)
	case AtMost:
		return jumpAt(at+1, no, yes)
	case Equal:
	}
	return jumpAt(at, jumpAt(at+1, no, yes), no)
}

// fork notes which metrics the jumps from start compare.
func (b *builder) fork(start int32) fork {
	f := fork{start: start}
	seen := map[int32]bool{}
	var walk func(at int32)
	walk = func(at int32) {
		if at < 0 || seen[at] {
			return
		}
		seen[at] = true
		j := b.code[at]
		if !slices.ContainsFunc(f.steps, func(s step) bool { return s.metric == int(j.metric) }) {
			f.steps = append(f.steps, step{metric: int(j.metric)})
		}
		walk(j.yes)
		walk(j.no)
	}
	walk(start)
	return f
}

// lookups replaces jumps by looking up their ends, where there are few combinations.
func (b *builder) lookups() {
	cuts := map[int][]int64{}
	for _, j := range b.code {
		cuts[int(j.metric)] = append(cuts[int(j.metric)], j.at)
	}
	looked := map[int]bool{}
	lookup := func(f *fork) {
		cells := 1
		for i, s := range f.steps {
			slices.Sort(cuts[s.metric])
			cuts[s.metric] = slices.Compact(cuts[s.metric])
			f.steps[i].by = cells
			if cells *= len(cuts[s.metric]) + 1; cells > mostCells {
				return
			}
		}
		figures := make([]int64, len(b.places))
		for cell := range cells {
			for _, s := range f.steps {
				figures[s.metric] = math.MinInt64
				if region := cell / s.by % (len(cuts[s.metric]) + 1); region > 0 {
					figures[s.metric] = cuts[s.metric][region-1]
				}
			}
			f.ends = append(f.ends, uint8(b.follow(f.start, figures)))
		}
		for _, s := range f.steps {
			looked[s.metric] = true
		}
	}
	for i := range b.dimensions {
		if !b.dimensions[i].judged {
			lookup(&b.dimensions[i].fork)
		}
	}
	for i := range b.gates {
		lookup(&b.gates[i].fork)
	}
	for _, metric := range slices.Sorted(maps.Keys(looked)) {
		b.cuts = append(b.cuts, cut{metric: metric, at: cuts[metric]})
	}
}

// ladder are the scores at which the levels begin.
func (b *builder) ladder() {
	scale := b.policy.Scale
	for _, l := range scale.Levels[:len(scale.Levels)-1] {
		from := l.From.Shift(scale.Rounding.Places)
		if scale.Boundary == BoundaryDown {
			b.bands = append(b.bands, b.at(from.Floor(), 0)+1)
		} else {
			b.bands = append(b.bands, b.at(from.Ceil(), 0))
		}
	}
}
