package rating

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Finding is what the analysis of a table has found, with figures to try it with.
type Finding struct {
	Path string `json:"path"`
	text.Text
	// Refused is whether a table is refused for it; otherwise it is advice.
	Refused bool `json:"refused,omitempty"`
	// Witness are figures of the table's metrics at which it shows; none where that is
	// impossible, as for a condition that never holds.
	Witness map[string]number.Quantity `json:"witness,omitempty"`
}

// maxCases bounds the analysis of one table. Whether a condition can hold at all is, in
// general, a question that takes exponential time.
const maxCases = 20_000

// Analyse looks at every combination of figures that a table can tell apart and reports,
// with a witness each (R3): rows that never decide, for they never hold or only where
// another row decides; alternatives that never hold; rows that contradict each other,
// which are under HitUnique those with different levels and under HitFirst those where
// the worse level comes first; and figures that no row covers when nothing is said
// otherwise. Refused are rows that never decide, contradictions under HitUnique, and gaps
// in a table about a single metric; figures of several metrics may rule each other out,
// which only their owner knows.
//
// The analysis is exact: metrics are cut at the figures they are compared with. When it
// takes too long it stops and says so, as a finding. The error is that of [Table.Validate]
// for a table that is not well formed.
func (t Table) Analyse(metrics []Metric, scale Scale) ([]Finding, error) {
	named := byName(metrics)
	if v := t.check(named, scale); len(v) > 0 {
		return nil, v
	}
	return t.analyse(named, scale), nil
}

// Analyse analyses the tables of a policy as [Table.Analyse] does, and its gates: those
// that nobody passes, and those that everybody does. The policy must be valid but for
// what the analysis finds.
func (p Policy) Analyse() ([]Finding, error) {
	metrics := byName(p.Metrics)
	var v fault.Violations
	var all []Finding
	for i, d := range p.Dimensions {
		if d.Table == nil {
			continue
		}
		at := fault.Index("dimensions", i) + ".table"
		if wrong := d.Table.check(metrics, p.Scale); len(wrong) > 0 {
			v.Nest(at, wrong)
			continue
		}
		for _, f := range d.Table.analyse(metrics, p.Scale) {
			f.Path = at + "." + f.Path
			all = append(all, f)
		}
	}
	p.validateGates(&v)
	if len(v) > 0 {
		return nil, v
	}
	for i, g := range p.Gates {
		level, _ := p.Scale.Level(g.Level)
		s := newSpace([]Condition{g.When}, metrics, maxCases)
		at := fault.Index("gates", i) + ".when"
		if _, found := s.find(s.tests, nil); found == no {
			all = append(all, Finding{Path: at, Text: gateImpossible.With("level", level)})
		}
		if _, found := s.find(nil, s.tests); found == no {
			all = append(all, Finding{Path: at, Text: gateIdle.With("level", level)})
		}
		all = append(all, s.stopped(at)...)
	}
	return all, nil
}

// A survey is what is known of a table's rows: a cell in which each holds, and one in
// which it decides; a row before it that contradicts it, and where; and a cell without a row.
type survey struct {
	holds, decides [][]int
	rival          []int
	clash          [][]int
	gap            []int
}

func (t Table) analyse(metrics map[string]Metric, scale Scale) []Finding {
	conditions := make([]Condition, len(t.Rows))
	for i, row := range t.Rows {
		conditions[i] = row.When
	}
	s := newSpace(conditions, metrics, maxCases)
	order := t.order(scale)
	n := len(t.Rows)
	known := survey{holds: make([][]int, n), decides: make([][]int, n), rival: make([]int, n), clash: make([][]int, n)}
	if s.small() {
		s.each(func(cell []int) { t.note(&known, s, order, scale, cell) })
	} else {
		t.ask(&known, s, order, scale)
	}
	unfinished := s.spent()
	same := t.repeats(metrics, len(s.axes) > 1)
	var all []Finding
	for i := range t.Rows {
		switch at := fault.Index("rows", i); {
		case t.Hit == HitUnique && known.clash[i] != nil:
			all = append(all, t.contradiction(i, known, s, scale))
		case same[i] > 0 && t.Hit != HitBest:
			all = append(all, s.dead(at, rowRepeats.With("row", i+1, "earlier", same[i]), known.holds[i]))
		case known.decides[i] != nil:
			all = append(all, t.findRow(i, known, s, scale)...)
		case unfinished:
		case known.holds[i] == nil:
			all = append(all, s.dead(at, rowImpossible.With("row", i+1), nil))
		case t.Hit == HitBest:
			all = append(all, s.dead(at, rowBettered.With("row", i+1), known.holds[i]))
		default:
			all = append(all, s.dead(at, rowUnreached.With("row", i+1), known.holds[i]))
		}
	}
	if t.Otherwise == "" {
		all = append(all, s.gaps(known)...)
	}
	return append(all, s.stopped("rows")...)
}

// note takes down what a cell shows.
func (t Table) note(known *survey, s *space, order []int, scale Scale, cell []int) {
	first := -1
	for _, i := range order {
		if s.tests[i].holds(cell) != yes {
			continue
		}
		keep(&known.holds[i], cell)
		switch {
		case first < 0:
			first = i
			keep(&known.decides[i], cell)
		case known.clash[i] == nil && t.contradicts(first, i, scale):
			known.rival[i] = first
			keep(&known.clash[i], cell)
		}
	}
	if first < 0 {
		keep(&known.gap, cell)
	}
}

// ask looks for what is not known yet, question by question. Each answer is noted in
// full, so that it may answer others.
func (t Table) ask(known *survey, s *space, order []int, scale Scale) {
	note := func(must, never []*test) {
		if cell, found := s.find(must, never); found == yes {
			t.note(known, s, order, scale, cell)
		}
	}
	before := make([]*test, 0, len(order))
	for place, i := range order {
		row := s.tests[i : i+1]
		if known.decides[i] == nil {
			note(row, before)
		}
		if known.holds[i] == nil {
			note(row, nil)
		}
		for earlier, rival := range order[:place] {
			if known.clash[i] == nil && t.contradicts(rival, i, scale) {
				note([]*test{s.tests[rival], s.tests[i]}, before[:earlier])
			}
		}
		before = append(before, s.tests[i])
	}
	if t.Otherwise == "" && known.gap == nil {
		note(nil, s.tests)
	}
}

// contradicts reports whether a row that decides contradicts one behind it that holds too.
func (t Table) contradicts(decides, holds int, scale Scale) bool {
	switch t.Hit {
	case HitUnique:
		return t.Rows[decides].Level != t.Rows[holds].Level
	case HitBest:
		return false
	case HitFirst, "":
	}
	return scale.better(t.Rows[holds].Level, t.Rows[decides].Level)
}

// repeats is, for each row of a table about several metrics, the earlier one with the
// same condition, counted from 1.
func (t Table) repeats(metrics map[string]Metric, several bool) []int {
	same := make([]int, len(t.Rows))
	first := map[string]int{}
	for i, row := range t.Rows {
		if !several {
			break
		}
		key := row.When.key(metrics)
		if same[i] = first[key]; same[i] == 0 {
			first[key] = i + 1
		}
	}
	return same
}

// dead is the finding that a row never decides.
func (s *space) dead(at string, m text.Text, cell []int) Finding {
	return Finding{Path: at, Text: m, Refused: true, Witness: s.witness(cell)}
}

// findRow is what there is to say about a row that decides somewhere.
func (t Table) findRow(i int, known survey, s *space, scale Scale) []Finding {
	at := fault.Index("rows", i)
	var all []Finding
	for _, a := range s.alternatives[i] {
		if _, found := s.find(a.must, nil); found == no {
			all = append(all, Finding{Path: at + ".when" + a.path, Text: alternativeImpossible.Plain()})
		}
	}
	if known.clash[i] != nil {
		all = append(all, t.contradiction(i, known, s, scale))
	}
	return all
}

// contradiction is the finding that a row contradicts one before it.
func (t Table) contradiction(i int, known survey, s *space, scale Scale) Finding {
	m, rival, cell, about := rowMasks, known.rival[i], known.clash[i], s.tests
	if t.Hit == HitUnique {
		m, about = rowsContradict, []*test{s.tests[rival], s.tests[i]} // what others ask does not matter
	}
	level, _ := scale.Level(t.Rows[rival].Level)
	other, _ := scale.Level(t.Rows[i].Level)
	return Finding{
		Path: fault.Index("rows", i), Refused: t.Hit == HitUnique, Witness: s.witness(cell),
		Text: m.With("row", rival+1, "level", level, "other", i+1, "otherLevel", other, "witness", s.words(cell, about)),
	}
}

// A space is all the figures that a few conditions speak of: an axis for each metric.
// Within a cell, one region on each axis, every comparison comes out alike.
type space struct {
	axes         []axis
	tests        []*test
	alternatives [][]alternative // of each test
	budget       int
	cases        int // tried so far
}

// An axis is a line with a figure in each of its regions, and the order of trying them:
// those below the first cut come last, for figures below zero are rarely meant.
type axis struct {
	line

	figures []decimal.Decimal
	tried   []int
}

// A test is a condition over a space. A comparison has no inner tests.
type test struct {
	inner     []*test
	any, not  bool
	axis, cut int
	fits      func(sign int) bool
}

// An alternative is one of several conditions any of which is enough, with whatever else
// has to hold beside it.
type alternative struct {
	path string
	must []*test
}

func newSpace(conditions []Condition, metrics map[string]Metric, budget int) *space {
	s := &space{budget: budget, alternatives: make([][]alternative, len(conditions))}
	var all []Condition
	for _, c := range conditions {
		all = c.comparisons(all)
	}
	at := map[string]int{}
	by := map[string][]Condition{}
	for _, c := range all {
		if _, seen := at[c.Metric]; !seen {
			at[c.Metric] = len(at)
		}
		by[c.Metric] = append(by[c.Metric], c)
	}
	s.axes = make([]axis, len(at))
	for name, i := range at {
		s.axes[i] = newAxis(newLine(metrics[name], by[name]))
	}
	for i, c := range conditions {
		s.tests = append(s.tests, s.test(c, at, "", &s.alternatives[i]))
	}
	return s
}

func newAxis(l line) axis {
	a := axis{line: l, figures: make([]decimal.Decimal, l.regions())}
	for r := range a.figures {
		if figure, ok := l.figure(r); ok {
			a.figures[r] = figure
			a.tried = append(a.tried, r)
		}
	}
	if len(a.tried) > 1 && a.tried[0] == 0 {
		a.tried = append(a.tried[1:], 0)
	}
	return a
}

func (s *space) test(c Condition, at map[string]int, path string, to *[]alternative) *test {
	if compare, ok := c.Op.of(); ok {
		i := at[c.Metric]
		cut, _ := slices.BinarySearchFunc(s.axes[i].cuts, c.in(s.axes[i].metric), decimal.Decimal.Cmp)
		return &test{axis: i, cut: cut, fits: compare.fits}
	}
	t := &test{any: len(c.Any) > 0, not: c.Not != nil}
	if t.not {
		t.inner = []*test{s.test(*c.Not, at, "", new([]alternative))} // whose alternatives are none
		return t
	}
	var within [][]alternative
	for i, inner := range c.inner() {
		var found []alternative
		step := fault.Index(".all", i)
		if t.any {
			step = fault.Index(".any", i)
		}
		t.inner = append(t.inner, s.test(inner, at, path+step, &found))
		if t.any && len(c.Any) > 1 {
			*to = append(*to, alternative{path + step, t.inner[i : i+1]})
		}
		within = append(within, found)
	}
	for i, found := range within {
		for _, a := range found {
			if !t.any {
				a.must = slices.Concat(a.must, t.inner[:i], t.inner[i+1:])
			}
			*to = append(*to, a)
		}
	}
	return t
}

// open marks an axis on which no region has been chosen.
const open = -1

// holds is Kleene's logic over the axes that are chosen.
func (t *test) holds(cell []int) truth {
	switch {
	case t.fits != nil:
		if cell[t.axis] == open {
			return unknown
		}
		if t.fits(cell[t.axis] - (2*t.cut + 1)) {
			return yes
		}
		return no
	case t.not:
		return -t.inner[0].holds(cell)
	}
	decides := no
	if t.any {
		decides = yes
	}
	found := -decides
	for _, inner := range t.inner {
		holds := inner.holds(cell)
		if holds == decides {
			return decides
		}
		if holds == unknown {
			found = unknown
		}
	}
	return found
}

// undecided is an axis on which a test that can't be told depends.
func (t *test) undecided(cell []int) int {
	if t.fits != nil {
		return t.axis
	}
	for _, inner := range t.inner {
		if inner.holds(cell) == unknown {
			return inner.undecided(cell)
		}
	}
	return open
}

// mark marks the axes that a test is about.
func (t *test) mark(axes []bool) {
	if t.fits != nil {
		axes[t.axis] = true
	}
	for _, inner := range t.inner {
		inner.mark(axes)
	}
}

// find looks for a cell in which all of must hold and none of never does: yes with the
// cell, no when there is none, unknown when the budget ended.
func (s *space) find(must, never []*test) ([]int, truth) {
	cell := make([]int, len(s.axes))
	for i := range cell {
		cell[i] = open
	}
	found := s.search(must, never, cell)
	if found != yes {
		return nil, found
	}
	for i := range cell {
		if cell[i] == open {
			cell[i] = s.axes[i].tried[0]
		}
	}
	return cell, yes
}

func (s *space) search(must, never []*test, cell []int) truth {
	if s.spent() {
		return unknown
	}
	s.cases++
	next := open
	ruledOut := func(tests []*test, wanted truth) bool {
		for _, t := range tests {
			found := t.holds(cell)
			if found == -wanted {
				return true
			}
			if found == unknown && next == open {
				next = t.undecided(cell)
			}
		}
		return false
	}
	if ruledOut(must, yes) || ruledOut(never, no) {
		return no
	}
	if next == open {
		return yes
	}
	for _, cell[next] = range s.axes[next].tried {
		if found := s.search(must, never, cell); found != no {
			return found
		}
	}
	cell[next] = open
	return no
}

// spent reports whether the budget ended; every answer until then is exact.
func (s *space) spent() bool { return s.cases >= s.budget }

func (s *space) stopped(path string) []Finding {
	if !s.spent() {
		return nil
	}
	return []Finding{{Path: path, Text: analysisStopped.With("cases", s.cases)}}
}

// small reports whether all cells can be looked at one by one; those of a table about a
// single metric always can.
func (s *space) small() bool {
	cells := 1
	for _, a := range s.axes {
		if cells *= len(a.tried); cells > s.budget/8 {
			return len(s.axes) == 1
		}
	}
	return true
}

// each visits every cell.
func (s *space) each(visit func(cell []int)) {
	cell := make([]int, len(s.axes))
	var along func(i int)
	along = func(i int) {
		if i == len(s.axes) {
			visit(cell)
			return
		}
		for _, cell[i] = range s.axes[i].tried {
			along(i + 1)
		}
	}
	along(0)
}

// gaps are the figures that no row covers: all of them where there is one metric,
// otherwise one example. Where no row can hold, that is what is wrong.
func (s *space) gaps(known survey) []Finding {
	if known.gap == nil || !slices.ContainsFunc(known.holds, func(cell []int) bool { return cell != nil }) {
		return nil
	}
	if len(s.axes) > 1 {
		return []Finding{{
			Path: "rows", Text: pointUncovered.With("witness", s.words(known.gap, s.tests)), Witness: s.witness(known.gap),
		}}
	}
	a := s.axes[0]
	uncovered := func(r int) bool {
		return r < a.regions() && slices.Contains(a.tried, r) &&
			!slices.ContainsFunc(s.tests, func(t *test) bool { return t.holds([]int{r}) == yes })
	}
	var all []Finding
	for from := 0; from < a.regions(); from++ {
		if !uncovered(from) {
			continue
		}
		to := from
		for uncovered(to + 1) {
			to++
		}
		all = append(all, Finding{
			Path: "rows", Text: figuresUncovered.With("range", a.between(from, to)), Refused: true, Witness: s.witness([]int{from}),
		})
		from = to
	}
	return all
}

// witness are the figures of a cell.
func (s *space) witness(cell []int) map[string]number.Quantity {
	if cell == nil {
		return nil
	}
	figures := make(map[string]number.Quantity, len(cell))
	for i, r := range cell {
		figures[s.axes[i].metric.Name] = number.Quantity{Value: s.axes[i].figures[r], Unit: s.axes[i].metric.Unit}
	}
	return figures
}

// words are the figures of a cell that the tests are about, for a sentence.
func (s *space) words(cell []int, tests []*test) []text.Speaker {
	about := make([]bool, len(cell))
	for _, t := range tests {
		t.mark(about)
	}
	var said []text.Speaker
	for i, r := range cell {
		if !about[i] {
			continue
		}
		m := s.axes[i].metric
		said = append(said, rangeAtOne.With("metric", m, "op", "=", "value", number.Quantity{Value: s.axes[i].figures[r], Unit: m.Unit}))
	}
	return said
}

func keep(to *[]int, cell []int) {
	if *to == nil {
		*to = slices.Clone(cell)
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

// figure is a figure in a region, with as few digits as possible; false when no figure
// within the bounds of [number.Check] lies there.
func (l line) figure(r int) (decimal.Decimal, bool) {
	one := decimal.New(1, 0)
	switch {
	case r%2 == 1:
		return l.cuts[r/2], true
	case r == 0:
		below := l.cuts[0].Sub(one).Floor()
		return below, number.Check(below) == nil
	case r == l.regions()-1:
		above := l.cuts[len(l.cuts)-1].Add(one).Floor()
		return above, number.Check(above) == nil
	}
	low, high := l.cuts[r/2-1], l.cuts[r/2]
	middle := low.Add(high).Mul(decimal.New(5, -1))
	for places := range int32(number.MaxPlaces + 1) {
		figure := middle.Truncate(places)
		if figure.GreaterThan(low) && figure.LessThan(high) {
			return figure, number.Check(figure) == nil
		}
	}
	return decimal.Decimal{}, false
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
