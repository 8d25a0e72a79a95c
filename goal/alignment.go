package goal

import (
	"cmp"
	"iter"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Node is what an alignment has to know of a goal. [Goal.Node] makes it from a whole
// goal; a program that keeps goals its own way fills it from there.
type Node struct {
	ID string `json:"id"`
	// Title is what the goal is called in an explanation; empty: by its id.
	Title string `json:"title,omitempty"`
	// Level says which goals are there to be carried, those of the company and of units,
	// and which to carry others, all but the company's.
	Level     Level         `json:"level,omitempty"`
	Due       calendar.Date `json:"due,omitzero"`
	Supports  []Link        `json:"supports,omitempty"`
	DependsOn []Dependency  `json:"dependsOn,omitempty"`
	// Rollup is how the goal's figure follows from those of the goals that carry it;
	// empty: as the [RollupPolicy] says.
	Rollup Rollup `json:"rollup,omitempty"`
	// Unit is the unit of the figure.
	Unit   number.Unit `json:"unit,omitempty"`
	Figure Figure      `json:"figure,omitzero"`
}

// A Figure is where a goal stands: its progress in percent, or the value of a metric. A
// goal of which that is not known has no Value; it is never taken for zero.
type Figure struct {
	Value *decimal.Decimal `json:"value,omitempty"`
	// On is the day that the value is of, which [RollupLatest] asks for.
	On calendar.Date `json:"on,omitzero"`
}

// Node is the goal in an alignment of progress in percent.
func (g Goal) Node(progress Figure) Node {
	return Node{
		ID: g.ID, Title: g.Terms.Title, Level: g.Level, Due: g.Due(),
		Supports: g.Terms.Supports, DependsOn: g.Terms.DependsOn,
		Rollup: g.Terms.Rollup, Unit: number.Percent, Figure: progress,
	}
}

// NodeOf is the goal in an alignment of the values of a metric; ok is false when no
// measure of the goal has it. A link to a goal without the metric leads nowhere there.
func (g Goal) NodeOf(metric string, value Figure) (n Node, ok bool) {
	i := slices.IndexFunc(g.Terms.Measures, func(m Measure) bool { return m.Metric == metric })
	if i < 0 {
		return Node{}, false
	}
	n = g.Node(value)
	n.Rollup, n.Unit = g.Terms.Measures[i].Rollup, g.Terms.Measures[i].Unit
	return n, true
}

// An Alignment is a graph of goals: which carries which and with what share, and which
// depends on which (G6). It holds any number of goals and no circle of them, and tells
// what is not covered ([Alignment.Coverage]), how figures roll up ([Alignment.RollUp])
// and what everybody has to contribute ([Alignment.Cascade]). It does not change and is
// safe for concurrent use.
type Alignment struct {
	at map[string]int32 // the number of a goal, in the order in which they were given

	// By number:
	ids    []string
	titles []string
	levels []Level
	due    []calendar.Date
	units  []number.Unit
	links  []tie // in the end those to goals that were not given
	needs  []tie
	place  []int32 // where the goal comes in the order of work

	// In the order of work, in which a goal comes after all that carry it, so that one
	// pass over slices works everything out:
	numbers []int32
	above   graph                     // whom a goal carries
	below   graph                     // who carries it
	weights []int32                   // of the edges of below
	fine    map[int32]decimal.Decimal // the shares of those whose weight is fine
	carried []int32                   // the goals that somebody carries
	rollups []uint8                   // among rollupsNamed
	balance []balance
	exact   []bool // fixed point does not do for what carries it
	figures column
}

// A graph is the edges from each node, one node after the other.
type graph struct {
	start []int32 // one more than there are nodes
	to    []int32
}

func (g graph) from(i int32) []int32 { return g.to[g.start[i]:g.start[i+1]] }

// A tie is a link or a dependency, with the numbers of the goals at its ends.
type tie struct {
	from, nth int32
	to        int32 // none when that was not given
	weight    int32
	share     *decimal.Decimal
	by        calendar.Date
	goal      string
}

const none int32 = -1

// A weight is a share in units of 10⁻⁴ %, or one of two marks.
const (
	weightPlaces       = 4
	wholeWeight  int32 = 100 * 1e4
	unshared     int32 = -1 // no share is named
	fineShare    int32 = -2 // it has more places than a weight
)

// A balance says what the shares of those who carry a goal amount to.
type balance uint8

const (
	balanceEqual   balance = iota // none is named: they are equal
	balanceWhole                  // 100 %
	balanceOff                    // something else
	balancePartial                // some are named and some are not
)

// Align builds the alignment of the goals. It refuses, all at once: an id that is missing
// or given twice, a link, a dependency or a figure that is not sound, and every knot of
// goals that carry each other or wait for each other in a circle, naming all on a circle
// of it in order. Paths are goals[i], as they were given. A link to a goal that is not
// given is no error; [Alignment.Coverage] finds it.
func Align(goals iter.Seq[Node]) (*Alignment, error) {
	var v fault.Violations
	a := &Alignment{at: map[string]int32{}}
	var figures []Figure
	var named []uint8
	for g := range goals {
		a.add(g, &v)
		figures = append(figures, g.Figure)
		named = append(named, uint8(max(slices.Index(rollupsNamed, g.Rollup), 0)))
	}
	supports := a.resolve(a.links, &v, supporting)
	waits := a.resolve(a.needs, &v, depending)
	if err := v.Err(); err != nil {
		return nil, err
	}
	if !a.arrange(supports) {
		a.refuse(&v, supports, supporting)
	}
	a.refuse(&v, waits, depending)
	if err := v.Err(); err != nil {
		return nil, err
	}
	a.figures, a.rollups = newColumn(a.numbers, figures), make([]uint8, len(named))
	for i, n := range a.numbers {
		a.rollups[i] = named[n]
	}
	return a, nil
}

// A tying is what there is to say of links, or of dependencies.
type tying struct {
	field                          string
	required, self, twice, circled text.Message
}

var (
	supporting = tying{"supports", linkRequired, linkSelf, linkTwice, linkCircle}
	depending  = tying{"dependsOn", dependencyRequired, dependencySelf, dependencyTwice, dependencyCircle}
)

// add takes a goal in, with its links still by their ids.
func (a *Alignment) add(g Node, v *fault.Violations) {
	n := int32(len(a.ids))
	path := func(field string) string { return fault.Field(fault.Index("goals", int(n)), field) }
	if strings.TrimSpace(g.ID) == "" {
		v.Add(path("id"), nodeRequired)
	} else if _, twice := a.at[g.ID]; twice {
		v.Add(path("id"), nodeTwice, "goal", g.ID)
	}
	if !slices.Contains(rollupsNamed, g.Rollup) {
		rollups.Check(v, path("rollup"), g.Rollup)
	}
	if err := g.Figure.validate(); err != nil {
		v.Nest(path("figure"), err)
	}
	a.at[g.ID] = n
	a.ids = append(a.ids, g.ID)
	a.titles = append(a.titles, g.Title)
	a.levels = append(a.levels, g.Level)
	a.due = append(a.due, g.Due)
	a.units = append(a.units, g.Unit)
	for i, link := range g.Supports {
		weight := shareWeight(link.Share)
		if weight == fineShare {
			checkPercent(v, path(fault.Index("supports", i)+".share"), link.Share)
		}
		a.links = append(a.links, tie{from: n, nth: int32(i), goal: link.Goal, weight: weight, share: link.Share})
	}
	for i, d := range g.DependsOn {
		a.needs = append(a.needs, tie{from: n, nth: int32(i), goal: d.Goal, by: d.By})
	}
}

// shareWeight is a share as a weight. One that is no percentage has none.
func shareWeight(share *decimal.Decimal) int32 {
	if share == nil {
		return unshared
	}
	w, ok := scaled(*share, weightPlaces)
	if !ok || w < 0 || w > int64(wholeWeight) {
		return fineShare
	}
	return int32(w)
}

// resolve finds the goals that ties lead to, and returns as a graph the ties to those
// that are given.
func (a *Alignment) resolve(ties []tie, v *fault.Violations, say tying) graph {
	g := graph{start: make([]int32, len(a.ids)+1), to: make([]int32, 0, len(ties))}
	last := make([]int32, len(a.ids)) // the number, counted from 1, of who was last tied to a goal
	for i := range ties {
		t := &ties[i]
		to, given := a.at[t.goal]
		path := func() string {
			return fault.Field(fault.Index("goals", int(t.from)), fault.Index(say.field, int(t.nth))+".goal")
		}
		switch {
		case strings.TrimSpace(t.goal) == "":
			v.Add(path(), say.required)
			continue
		case !given:
			t.to = none
			continue
		case to == t.from:
			v.Add(path(), say.self)
		case last[to] == t.from+1:
			v.Add(path(), say.twice, "goal", t.goal)
		}
		t.to, last[to] = to, t.from+1
		g.to = append(g.to, to)
		g.start[t.from+1]++
	}
	sumUp(g.start)
	return g
}

// arrange puts the goals in the order of work, and reports whether there is one. The
// order is found from the top down (Kahn, 1962) and turned round: those who carry one
// goal stand next to each other then, and so do their figures in memory.
func (a *Alignment) arrange(supports graph) bool {
	carriers := supports.reversed()
	waiting := make([]int32, len(a.ids)) // the goals above that are not in the order yet
	order := make([]int32, 0, len(a.ids))
	for n := range a.ids {
		waiting[n] = supports.start[n+1] - supports.start[n]
		if waiting[n] == 0 {
			order = append(order, int32(n))
		}
	}
	for k := 0; k < len(order); k++ {
		for _, c := range carriers.from(order[k]) {
			if waiting[c]--; waiting[c] == 0 {
				order = append(order, c)
			}
		}
	}
	if len(order) < len(a.ids) {
		return false
	}
	slices.Reverse(order)
	a.numbers, a.place = order, make([]int32, len(order))
	for i, n := range order {
		a.place[n] = int32(i)
	}
	a.connect()
	return true
}

// connect turns the links into graphs in the order of work, each goal's carriers in the
// order in which they were given.
func (a *Alignment) connect() {
	a.below.start = make([]int32, len(a.ids)+1)
	for _, t := range a.links {
		if t.to != none {
			a.below.start[a.place[t.to]+1]++
		}
	}
	sumUp(a.below.start)
	edges := a.below.start[len(a.ids)]
	a.below.to, a.weights = make([]int32, edges), make([]int32, edges)
	next := slices.Clone(a.below.start)
	for _, t := range a.links {
		if t.to == none {
			continue
		}
		at := &next[a.place[t.to]]
		a.below.to[*at], a.weights[*at] = a.place[t.from], t.weight
		if t.weight == fineShare {
			if a.fine == nil {
				a.fine = map[int32]decimal.Decimal{}
			}
			a.fine[*at] = *t.share
		}
		*at++
	}
	a.links = slices.Clone(slices.DeleteFunc(a.links, func(t tie) bool { return t.to != none }))
	a.above = a.below.reversed()
	a.balance, a.exact = make([]balance, len(a.ids)), make([]bool, len(a.ids))
	for i := range int32(len(a.ids)) {
		if a.below.start[i] == a.below.start[i+1] {
			continue
		}
		a.carried = append(a.carried, i)
		a.balance[i] = a.balanceOf(i)
		for e := a.below.start[i]; e < a.below.start[i+1]; e++ {
			a.exact[i] = a.exact[i] || a.weights[e] == fineShare || a.unit(a.below.to[e]) != a.unit(i)
		}
	}
}

// balanceOf is the balance of the shares of those who carry the goal at a place.
func (a *Alignment) balanceOf(i int32) balance {
	lo, hi := a.below.start[i], a.below.start[i+1]
	named, sum, coarse := int32(0), int64(0), true
	for _, w := range a.weights[lo:hi] {
		if w != unshared {
			named++
			sum += int64(w)
			coarse = coarse && w != fineShare
		}
	}
	switch {
	case named == 0:
		return balanceEqual
	case named < hi-lo:
		return balancePartial
	case coarse && sum == int64(wholeWeight), !coarse && a.shared(i).Equal(number.Hundred):
		return balanceWhole
	}
	return balanceOff
}

// shared is the sum of the shares, in percent, of those who carry the goal at a place.
func (a *Alignment) shared(i int32) decimal.Decimal {
	sum, rest := int64(0), decimal.Zero
	for e := a.below.start[i]; e < a.below.start[i+1]; e++ {
		switch w := a.weights[e]; w {
		case unshared:
		case fineShare:
			rest = rest.Add(a.fine[e])
		default:
			sum += int64(w)
		}
	}
	return decimal.New(sum, -weightPlaces).Add(rest)
}

// share is the share of an edge of below, nil when none is named.
func (a *Alignment) share(e int32) *decimal.Decimal {
	switch w := a.weights[e]; w {
	case unshared:
		return nil
	case fineShare:
		return new(a.fine[e])
	default:
		return new(decimal.New(int64(w), -weightPlaces))
	}
}

func (a *Alignment) id(place int32) string { return a.ids[a.numbers[place]] }

// name is what the goal is called in an explanation.
func (a *Alignment) name(place int32) string {
	return cmp.Or(a.titles[a.numbers[place]], a.id(place))
}

func (a *Alignment) unit(place int32) number.Unit { return a.units[a.numbers[place]] }

// path is that of a field of the goal at a place, as it was given.
func (a *Alignment) path(place int32, field string) string {
	return fault.Field(fault.Index("goals", int(a.numbers[place])), field)
}

// find is the place of a goal.
func (a *Alignment) find(id string) (place int32, err error) {
	n, ok := a.at[id]
	if !ok {
		return 0, fault.NotFound(Kind.Name, text.Excerpt(id))
	}
	return a.place[n], nil
}

// refuse notes the circles of a graph.
func (a *Alignment) refuse(v *fault.Violations, g graph, say tying) {
	for _, circle := range g.circles() {
		ids := make([]string, len(circle))
		for i, n := range circle {
			ids[i] = a.ids[n]
		}
		v.Add(fault.Field(fault.Index("goals", int(circle[0])), say.field), say.circled, "circle", around(ids))
	}
}

// around names the goals of a circle in order, and the first again.
func around(ids []string) string { return strings.Join(append(ids, ids[0]), " → ") }

// reversed is the graph with every edge turned round.
func (g graph) reversed() graph {
	r := graph{start: make([]int32, len(g.start)), to: make([]int32, len(g.to))}
	for _, to := range g.to {
		r.start[to+1]++
	}
	sumUp(r.start)
	next := slices.Clone(r.start)
	for i := range int32(len(g.start) - 1) {
		for _, to := range g.from(i) {
			r.to[next[to]] = i
			next[to]++
		}
	}
	return r
}

// sumUp makes of the number of edges of each node where they start.
func sumUp(start []int32) {
	for i := 1; i < len(start); i++ {
		start[i] += start[i-1]
	}
}

// circles finds a circle in every knot of the graph, that is where several nodes reach
// each other; none when it has no circle. Each begins with its lowest node, and no two
// have one in common. It takes one walk in depth: an edge back to a node that the walk
// is still on closes a circle.
func (g graph) circles() [][]int32 {
	const unseen, done = 0, -1
	var circles [][]int32
	seen := make([]int32, len(g.start)-1) // how far down the way a node stands, from 1
	var way []int32                       // the nodes that the walk is on
	var last []int32                      // how far down the way the last node stands that is on a circle already
	next := slices.Clone(g.start)
	step := func(i int32) {
		way, last = append(way, i), append(last, 0)
		if len(last) > 1 {
			last[len(last)-1] = last[len(last)-2]
		}
		seen[i] = int32(len(way))
	}
	for root := range int32(len(seen)) {
		if seen[root] != unseen {
			continue
		}
		step(root)
		for len(way) > 0 {
			at := way[len(way)-1]
			if next[at] == g.start[at+1] {
				seen[at] = done
				way, last = way[:len(way)-1], last[:len(last)-1]
				continue
			}
			to := g.to[next[at]]
			next[at]++
			switch begin := seen[to]; {
			case begin == unseen:
				step(to)
			case begin > last[len(last)-1]:
				circles = append(circles, fromLowest(way[begin-1:]))
				for k := int(begin); k <= len(way); k++ {
					last[k-1] = int32(k)
				}
			}
		}
	}
	return circles
}

// fromLowest is the circle, begun at its lowest node.
func fromLowest(circle []int32) []int32 {
	at := slices.Index(circle, slices.Min(circle))
	return append(slices.Clone(circle[at:]), circle[:at]...)
}
