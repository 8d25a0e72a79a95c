package calibration

import (
	"math"
	"slices"
)

// A planner finds where to cut a line of people into levels.
//
// People who keep their order hold levels that never get better along the line, so an
// assignment is a list of cuts: the people of level l stand from cut l to cut l+1. What it
// costs is a sum over levels, each of which depends on its two cuts alone, and so is what
// a limit on one level, on the best k levels or on the worst k asks. The cheapest cuts
// are found level by level (dynamic programming over the cuts); since the limits of a
// level are a window, the best earlier cut is a minimum over a window that only moves
// forward, and a level takes time linear in the people.
//
// Limits are not walls but cost more than anything else, by the people outside: where
// they can be kept they are, and where ties stand in the way the result is the nearest.
type planner struct {
	people []member
	levels int
	fixed  []int // people of each level who are counted and not in the line
	split  bool  // a cut may run through a tie

	window []span   // that each level's part of the line should have
	ends   [][]span // where each cut should lie
	forced []int    // where a cut has to lie, or -1
	chords []chord

	begins, finish []int // the tie that each person is in
	moved, torn    int64 // what a move and a torn tie cost
	steps, budget  int   // that may be taken for chords, and those that are left

	value, next []cost // by place: up to the level before, and up to this one
	claim       []cost
	back        [][]int32
	inside      queue
	short       queue
	best        []int
	cuts        []int
}

// far is more than any head-count.
const far = math.MaxInt32

// A span is a range of places or lengths.
type span struct{ low, high int }

// A chord asks for a range between two cuts that are not neighbours.
type chord struct {
	from, to int
	span
}

// A cost is compared by the people outside the limits first.
type cost struct{ outside, rest int64 }

func (c cost) less(d cost) bool {
	return c.outside < d.outside || (c.outside == d.outside && c.rest < d.rest)
}

func (c cost) plus(outside, rest int64) cost { return cost{c.outside + outside, c.rest + rest} }

var never = cost{far * far, 0}

// maxSteps bounds what is tried for limits on several levels in the middle: some ten
// seconds, enough for ten thousand people at five levels in one group.
const maxSteps = 1 << 29

func (w *planner) prepare(line []member, fixed []int, q *Quota, levels int) {
	w.people, w.levels, w.fixed = line, levels, fixed
	w.window, w.ends, w.forced, w.chords = w.window[:0], w.ends[:0], w.forced[:0], w.chords[:0]
	before := make([]int, levels+1) // fixed people at the best k levels
	for i, n := range fixed {
		before[i+1] = before[i] + n
	}
	for range levels + 1 {
		w.window = append(w.window, span{0, far})
		w.ends = append(w.ends, nil)
		w.forced = append(w.forced, -1)
	}
	for _, b := range q.bounds {
		s := span{int(b.low), int(b.high)}
		switch {
		case b.from == 0 && b.to == levels:
		case b.from == 0:
			w.end(b.to, span{s.low - before[b.to], s.high - before[b.to]})
		case b.to == levels:
			w.end(b.from, span{q.People - s.high - before[b.from], q.People - s.low - before[b.from]})
		case b.to == b.from+1:
			at := &w.window[b.from]
			*at = span{max(at.low, s.low-fixed[b.from]), min(at.high, s.high-fixed[b.from])}
		default:
			within := before[b.to] - before[b.from]
			w.chord(chord{b.from, b.to, span{s.low - within, s.high - within}})
		}
	}
	n := len(line)
	w.begins, w.finish = resized(w.begins, n), resized(w.finish, n)
	for begin := 0; begin < n; {
		end := begin + 1
		for end < n && line[end].level == line[begin].level && line[end].compare(&line[begin]) == 0 {
			end++
		}
		for i := begin; i < end; i++ {
			w.begins[i], w.finish[i] = begin, end
		}
		begin = end
	}
	w.torn = int64(n)*int64(levels) + 1 // more than all steps between levels
	w.moved = w.torn * int64(levels+1)  // more than all ties torn besides
	w.value, w.next, w.claim = resized(w.value, n+1), resized(w.next, n+1), resized(w.claim, n+1)
	for len(w.back) < levels {
		w.back = append(w.back, nil)
	}
	for i := range levels {
		w.back[i] = resized(w.back[i], n+1)
	}
}

// end asks that a cut lies in a span; several on one cut are one.
func (w *planner) end(cut int, s span) {
	if len(w.ends[cut]) == 0 {
		w.ends[cut] = append(w.ends[cut], s)
		return
	}
	at := &w.ends[cut][0]
	*at = span{max(at.low, s.low), min(at.high, s.high)}
}

// chord asks for a chord; several between the same cuts are one.
func (w *planner) chord(c chord) {
	for i := range w.chords {
		if at := &w.chords[i]; at.from == c.from && at.to == c.to {
			at.span = span{max(at.low, c.low), min(at.high, c.high)}
			return
		}
	}
	w.chords = append(w.chords, c)
}

// tied is the tie that the person at i is in.
func (w *planner) tied(i int) (begin, end int) { return w.begins[i], w.finish[i] }

// solve finds the best cuts; ok is false when that would take too long.
func (w *planner) solve() (found cost, ok bool) {
	found = w.run()
	w.budget = w.steps
	w.best = append(w.best[:0], w.cuts...)
	if len(w.chords) == 0 {
		return found, true
	}
	return w.branch(found)
}

// branch adds what the cuts of the last run owe to chords. That run left them out, so
// nothing is better than it; where it breaks a chord, the earlier of the chord's cuts is
// tried at every place, which makes the chord a span for the later one.
func (w *planner) branch(relaxed cost) (best cost, ok bool) {
	broken := slices.IndexFunc(w.chords, func(c chord) bool {
		return w.forced[c.from] < 0 && off(c.span, w.cuts[c.to]-w.cuts[c.from]) > 0
	})
	if broken < 0 {
		w.best = append(w.best[:0], w.cuts...)
		return relaxed, true
	}
	start := w.chords[broken].from
	best = never
	var bestCuts []int
	for place := range len(w.people) + 1 {
		if !w.open(place) {
			continue
		}
		w.forced[start] = place
		for _, c := range w.chords {
			if c.from == start {
				w.ends[c.to] = append(w.ends[c.to], span{place + c.low, place + c.high})
			}
		}
		found := w.run()
		ok = w.budget > 0
		if ok && found.less(best) {
			if found, ok = w.branch(found); ok && found.less(best) {
				best, bestCuts = found, append(bestCuts[:0], w.best...)
			}
		}
		w.forced[start] = -1
		for _, c := range w.chords {
			if c.from == start {
				w.ends[c.to] = w.ends[c.to][:len(w.ends[c.to])-1]
			}
		}
		if !ok {
			return best, false
		}
		if best == relaxed {
			break
		}
	}
	w.best = append(w.best[:0], bestCuts...)
	return best, true
}

// open reports whether a cut may lie at a place.
func (w *planner) open(place int) bool {
	return w.split || place == len(w.people) || w.begins[place] == place
}

// at is what a cut costs by its place.
func (w *planner) at(cut, place int) cost {
	if !w.open(place) || (w.forced[cut] >= 0 && w.forced[cut] != place) {
		return never
	}
	var c cost
	for _, s := range w.ends[cut] {
		c.outside += int64(off(s, place))
	}
	if place < len(w.people) && w.begins[place] != place {
		c.rest = w.torn
	}
	return c
}

// off is how far a number lies outside a span.
func off(s span, n int) int { return max(0, s.low-n, n-s.high) }

// price is what it costs to give the person at i a level.
func (w *planner) price(i, level int) int64 {
	switch away := int(w.people[i].level) - level; {
	case away > 0:
		return w.moved + int64(away)
	case away < 0:
		return w.moved - int64(away)
	}
	return 0
}

// run finds the best cuts, chords left aside.
func (w *planner) run() cost {
	n := len(w.people)
	w.budget -= w.levels * (n + 1)
	w.cuts = resized(w.cuts, w.levels+1)
	w.cuts[0], w.cuts[w.levels] = 0, n
	for place := range n + 1 {
		w.value[place] = never
	}
	w.value[0] = cost{}
	for level := range w.levels {
		w.extend(level)
		w.value, w.next = w.next, w.value
	}
	for level := w.levels - 1; level > 0; level-- {
		w.cuts[level] = int(w.back[level][w.cuts[level+1]])
	}
	return w.value[n]
}

// extend finds, for every place, what it costs at least to have the levels up to this one
// before it.
func (w *planner) extend(level int) {
	n := len(w.people)
	s := w.window[level]
	low := max(s.low, 0)
	back := w.back[level]
	w.inside.clear()
	w.short.clear()
	long, longAt, longTo := never, 0, 0 // the best earlier cut that leaves too many between
	var paid int64                      // for all before the place to have this level
	for place := range n + 1 {
		if place > 0 {
			paid += w.price(place-1, level)
		}
		// Earlier cuts are compared by what they cost less what they leave to pay, which
		// does not depend on the place; nor does the order of those that leave too many or
		// too few between, for a step of the place costs them all one person.
		w.claim[place] = never
		if w.value[place] != never {
			w.claim[place] = w.value[place].plus(0, -paid)
			w.short.push(place, w.claim[place].plus(int64(place), 0))
		}
		if from := place - low; from >= 0 && w.claim[from] != never {
			w.inside.push(from, w.claim[from])
		}
		for ; longTo <= place && longTo < place-s.high; longTo++ {
			if c := w.claim[longTo]; c != never && c.plus(-int64(longTo), 0).less(long) {
				long, longAt = c.plus(-int64(longTo), 0), longTo
			}
		}
		w.inside.drop(place - s.high)
		w.short.drop(place - low + 1)
		best, from := never, 0
		if at, c, ok := w.inside.least(); ok {
			best, from = c, at
		}
		if c := long.plus(int64(place-s.high), 0); long != never && c.less(best) {
			best, from = c, longAt
		}
		if at, c, ok := w.short.least(); ok && c.plus(int64(low-place), 0).less(best) {
			best, from = c.plus(int64(low-place), 0), at
		}
		w.next[place], back[place] = never, int32(from)
		if ends := w.at(level+1, place); best != never && ends != never {
			w.next[place] = best.plus(ends.outside, ends.rest+paid)
		}
	}
}

// A queue knows the least of a window of places that only moves forward.
type queue struct {
	places []int
	costs  []cost
	head   int
}

func (q *queue) clear() { q.places, q.costs, q.head = q.places[:0], q.costs[:0], 0 }

func (q *queue) push(place int, c cost) {
	for len(q.places) > q.head && c.less(q.costs[len(q.costs)-1]) {
		q.places, q.costs = q.places[:len(q.places)-1], q.costs[:len(q.costs)-1]
	}
	q.places, q.costs = append(q.places, place), append(q.costs, c)
}

// drop forgets what lies before a place.
func (q *queue) drop(before int) {
	for q.head < len(q.places) && q.places[q.head] < before {
		q.head++
	}
}

func (q *queue) least() (place int, c cost, ok bool) {
	if q.head == len(q.places) {
		return 0, cost{}, false
	}
	return q.places[q.head], q.costs[q.head], true
}

func resized[T any](s []T, n int) []T { return slices.Grow(s[:0], n)[:n] }
