package calibration

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// An Order says what stands ahead of what when levels are moved. Nobody ends up behind
// somebody whom they stood ahead of.
type Order string

// The orders. The zero value is OrderByScore.
const (
	// OrderByScore: a higher score stands ahead, and of equal scores the better level. The
	// advised levels are in the order of the scores throughout, so somebody who stands
	// above a higher score, an inversion, is moved as well.
	OrderByScore Order = "score"
	// OrderByLevel: the better level stands ahead, and at the same level the higher score.
	// Inversions that are there are left as they are, and none is added.
	OrderByLevel Order = "level"
)

// A TiePolicy is a named answer to people with the same score at the same level.
type TiePolicy string

// The answers. The zero value is TiesTogether.
const (
	TiesTogether TiePolicy = "together" // they move together or not at all
	TiesDecided  TiePolicy = "decided"  // a line may run through them; a person decides who goes where
)

// Rules are what the advisor keeps to.
type Rules struct {
	Order Order     `json:"order,omitempty"`
	Ties  TiePolicy `json:"ties,omitempty"`
}

// Validate refuses an unknown order or policy.
func (r Rules) Validate() error {
	var v fault.Violations
	switch r.Order {
	case "", OrderByScore, OrderByLevel:
	default:
		v.Add("order", orderUnknown, "order", text.Excerpt(string(r.Order)))
	}
	switch r.Ties {
	case "", TiesTogether, TiesDecided:
	default:
		v.Add("ties", tiesUnknown, "policy", text.Excerpt(string(r.Ties)))
	}
	return v.Err()
}

// An Advice is what it would take to bring a group, or a pool of small ones, to the
// guide (C3). It is a proposal: people decide.
type Advice struct {
	Group  string   `json:"group"`
	Groups []string `json:"groups,omitempty"` // of a pool
	People int      `json:"people"`
	// Fixed is how many of them are not moved: they are held, or have no score.
	Fixed int `json:"fixed,omitempty"`
	// Inversions is how many people stand above somebody with a higher score.
	Inversions int `json:"inversions,omitempty"`
	// Levels are the head-counts from the best level; empty for a waived group.
	Levels []Heads `json:"levels,omitempty"`
	// Moves are the fewest that do it, in the order of the scores; of as few, those that
	// split the fewest ties and cross the fewest levels.
	Moves []Move `json:"moves,omitempty"`
	// Decisions are ties that the line runs through. Levels counts them as they ask.
	Decisions []Decision `json:"decisions,omitempty"`
	// Outside is how many people are left outside the limits when the guide can't be met,
	// limits that say the same of the same levels counted once; the moves are the fewest
	// that leave no more. Unmet says why it can't be.
	Outside int        `json:"outside,omitempty"`
	Unmet   *text.Text `json:"unmet,omitempty"`
	Waived  *text.Text `json:"waived,omitempty"`
}

// Heads are the people at a level: now, as advised, and as the guide allows.
type Heads struct {
	Level   rating.Level `json:"-"`
	Code    string       `json:"level"`
	Now     int          `json:"now"`
	Advised int          `json:"advised"`
	// Asked is what the guide allows at the level, and OrBetter together with the better
	// ones; both are nil when no such number of people can keep the guide.
	Asked    *Interval `json:"asked,omitempty"`
	OrBetter *Interval `json:"orBetter,omitempty"`
}

// A Move is one person's proposed change of level; [Advice.Why] gives the reason.
type Move struct {
	Employee string          `json:"employee"`
	From     string          `json:"from"`
	To       string          `json:"to"`
	Score    decimal.Decimal `json:"score"`
	// Boundary is the score that marks the new level off: on the way up the lowest score
	// that was at that level or better, on the way down the highest that was at it or
	// worse. Margin is how far the score is from it: the smaller, the closer the call;
	// below zero when the score lies on the far side already. Both are nil when nobody
	// with a score was there.
	Boundary *decimal.Decimal `json:"boundary,omitempty"`
	Margin   *decimal.Decimal `json:"margin,omitempty"`
}

// A Decision is a tie that the guide's line runs through: people with the same score at
// the same level, of whom so many would go to each of the Places. Somebody has to decide
// who, on grounds other than the score.
type Decision struct {
	Employees []string        `json:"employees"`
	Level     string          `json:"level"`
	Score     decimal.Decimal `json:"score"`
	Places    []Place         `json:"places"`
}

// A Place is a number of people at a level.
type Place struct {
	Level string `json:"level"`
	Count int    `json:"count"`
}

// Advise works out the advice for every group, in the order of their keys. It refuses an
// invalid guide or rule. The sequence can be run through again and keeps nothing between
// groups; the work is that of sorting each group, and linear beside it. Only a guide that
// limits several levels in the middle of the scale together, while the ends of that limit
// are free, may need the square of a group's size; where that would take more than some
// seconds the advice says so.
func (p Population) Advise(g Guide, r Rules) (iter.Seq[Advice], error) {
	var v fault.Violations
	v.Nest("guide", g.Validate(p.scale))
	v.Nest("rules", r.Validate())
	if len(v) > 0 {
		return nil, v
	}
	return func(yield func(Advice) bool) {
		asked := p.quotas(g)
		a := advisor{population: p, guide: g, rules: r, planner: planner{steps: maxSteps}}
		for _, in := range p.pools(g) {
			if !yield(a.advise(in, asked)) {
				return
			}
		}
	}, nil
}

// An advisor holds what is used again from group to group.
type advisor struct {
	population Population
	guide      Guide
	rules      Rules

	all     []member // of the group
	line    []member // those who can be moved, in order
	planner planner
}

func (a *advisor) advise(in pool, asked func(int) *Quota) Advice {
	p := a.population
	out := Advice{Group: in.key, People: in.people, Waived: in.waived}
	a.all = a.all[:0]
	for _, i := range in.groups {
		g := p.groups[i]
		if len(in.groups) > 1 || g.key != in.key {
			out.Groups = append(out.Groups, g.key)
		}
		a.all = append(a.all, p.members[g.from:g.to]...)
	}
	if in.waived != nil {
		return out
	}
	q := asked(in.people)
	out.Unmet = q.Conflict
	now := make([]int, len(p.scale.Levels))
	fixed := make([]int, len(p.scale.Levels))
	a.line = a.line[:0]
	for _, m := range a.all {
		now[m.level]++
		if m.held || !m.scored {
			fixed[m.level]++
			out.Fixed++
		} else {
			a.line = append(a.line, m)
		}
	}
	a.sort(&out)
	advised := slices.Clone(now)
	if q.Conflict == nil {
		copy(advised, fixed)
		a.plan(&out, q, fixed, advised)
	}
	each, orBetter := slices.Clone(q.Levels), slices.Clone(q.OrBetter)
	out.Levels = make([]Heads, len(now))
	for i, l := range p.scale.Levels {
		out.Levels[i] = Heads{Level: l, Code: l.Code, Now: now[i], Advised: advised[i]}
		if q.Conflict == nil {
			out.Levels[i].Asked, out.Levels[i].OrBetter = &each[i], &orBetter[i]
		}
	}
	return out
}

// sort puts the line in order and counts the inversions.
func (a *advisor) sort(out *Advice) {
	slices.SortFunc(a.line, func(x, y member) int {
		if c := y.compare(&x); c != 0 {
			return c
		}
		return cmp.Or(cmp.Compare(x.level, y.level), cmp.Compare(x.employee, y.employee))
	})
	// Somebody is above a higher score when anybody of a higher score has a worse level.
	worst, worstHere := uint8(0), uint8(0)
	for i := range a.line {
		m := &a.line[i]
		if i > 0 && m.compare(&a.line[i-1]) < 0 {
			worst = max(worst, worstHere)
		}
		worstHere = max(worstHere, m.level)
		if m.level < worst {
			out.Inversions++
		}
	}
	if a.rules.Order == OrderByLevel && out.Inversions > 0 {
		slices.SortStableFunc(a.line, func(x, y member) int { return cmp.Compare(x.level, y.level) })
	}
}

// plan finds the moves.
func (a *advisor) plan(out *Advice, q *Quota, fixed, advised []int) {
	w := &a.planner
	w.prepare(a.line, fixed, q, len(a.population.scale.Levels))
	w.split = a.rules.Ties == TiesDecided
	found, ok := w.solve()
	if !ok {
		out.Unmet = new(adviceTooLarge.With("people", len(a.line)))
		for _, m := range a.line {
			advised[m.level]++
		}
		return
	}
	cuts := slices.Clone(w.best)
	if out.Outside = int(found.outside); found.outside > 0 {
		out.Unmet = new(a.why(found))
	}
	levels := a.population.scale.Levels
	edges := a.edges(len(levels))
	for level := range levels {
		from, to := cuts[level], cuts[level+1]
		advised[level] += to - from
		for i := from; i < to; i++ {
			if begin, end := w.tied(i); end-begin > 1 && (begin < from || end > to) {
				if begin >= from { // the first part of a split tie
					out.Decisions = append(out.Decisions, a.decision(begin, end, cuts))
				}
				i = min(end, to) - 1
				continue
			}
			if m := a.line[i]; int(m.level) != level {
				out.Moves = append(out.Moves, edges.move(m, levels, level))
			}
		}
	}
	slices.SortStableFunc(out.Moves, func(x, y Move) int { return y.Score.Cmp(x.Score) })
}

// why says what stands in the way of a guide that so many people could keep.
func (a *advisor) why(found cost) text.Text {
	w := &a.planner
	if !w.split {
		w.split = true
		free, ok := w.solve()
		w.split = false
		if ok && free.outside < found.outside {
			largest, score := 0, decimal.Zero
			for _, cut := range w.best[1 : len(w.best)-1] {
				if cut == len(a.line) {
					continue
				}
				if begin, end := w.tied(cut); begin < cut && end-begin > largest {
					largest, score = end-begin, a.line[cut].score
				}
			}
			return unmetTie.With("count", largest, "score", score, "outside", found.outside)
		}
	}
	return unmetFixed.With("fixed", len(a.all)-len(a.line), "people", len(a.all), "outside", found.outside)
}

func (a *advisor) decision(begin, end int, cuts []int) Decision {
	levels := a.population.scale.Levels
	d := Decision{Level: levels[a.line[begin].level].Code, Score: a.line[begin].score}
	for _, m := range a.line[begin:end] {
		d.Employees = append(d.Employees, m.employee)
	}
	for level := range levels {
		if count := min(end, cuts[level+1]) - max(begin, cuts[level]); count > 0 {
			d.Places = append(d.Places, Place{levels[level].Code, count})
		}
	}
	return d
}

// edges are, by level, who had the lowest score at it or better and who the highest at it
// or worse.
type edges struct{ lowest, highest []*member }

func (a *advisor) edges(levels int) edges {
	e := edges{make([]*member, levels), make([]*member, levels)}
	for i := range a.all {
		m := &a.all[i]
		if !m.scored {
			continue
		}
		if low := e.lowest[m.level]; low == nil || m.compare(low) < 0 {
			e.lowest[m.level] = m
		}
		if high := e.highest[m.level]; high == nil || m.compare(high) > 0 {
			e.highest[m.level] = m
		}
	}
	for i := 1; i < levels; i++ {
		if e.lowest[i] == nil || (e.lowest[i-1] != nil && e.lowest[i-1].compare(e.lowest[i]) < 0) {
			e.lowest[i] = e.lowest[i-1]
		}
		at := levels - 1 - i
		if e.highest[at] == nil || (e.highest[at+1] != nil && e.highest[at+1].compare(e.highest[at]) > 0) {
			e.highest[at] = e.highest[at+1]
		}
	}
	return e
}

func (e edges) move(m member, levels []rating.Level, to int) Move {
	out := Move{Employee: m.employee, From: levels[m.level].Code, To: levels[to].Code, Score: m.score}
	switch up := to < int(m.level); {
	case up && e.lowest[to] != nil:
		out.Boundary = new(e.lowest[to].score)
		out.Margin = new(out.Boundary.Sub(m.score))
	case !up && e.highest[to] != nil:
		out.Boundary = new(e.highest[to].score)
		out.Margin = new(m.score.Sub(*out.Boundary))
	}
	return out
}

// Why gives a move of the advice with its reason and its margin, in Chinese and English.
func (a Advice) Why(m Move) rating.Explanation {
	from := slices.IndexFunc(a.Levels, func(h Heads) bool { return h.Code == m.From })
	to := slices.IndexFunc(a.Levels, func(h Heads) bool { return h.Code == m.To })
	if from < 0 || to < 0 {
		return rating.Explanation{}
	}
	source, target := a.Levels[from], a.Levels[to]
	out := rating.Explanation{Text: moveSaid.With("employee", m.Employee, "from", source.Level, "to", target.Level, "score", m.Score)}
	out.Steps = append(out.Steps, rating.Explanation{Text: a.reason(from, to)})
	switch up := to < from; {
	case m.Margin == nil || m.Boundary == nil:
		out.Steps = append(out.Steps, rating.Explanation{Text: marginNone.With("to", target.Level)})
	case up:
		out.Steps = append(out.Steps, rating.Explanation{Text: marginUp.With(
			"to", target.Level, "boundary", *m.Boundary, "score", m.Score, "margin", *m.Margin)})
	default:
		out.Steps = append(out.Steps, rating.Explanation{Text: marginDown.With(
			"to", target.Level, "boundary", *m.Boundary, "score", m.Score, "margin", *m.Margin)})
	}
	return out
}

// reason is what in the guide asks for a move.
func (a Advice) reason(from, to int) text.Text {
	running, over, under := 0, reasonLevelOver, reasonLevelUnder // of the best level
	for i, h := range a.Levels {
		running += h.Now
		switch {
		case h.OrBetter == nil:
		case from <= i && i < to && running > h.OrBetter.Max:
			return over.With("level", h.Level, "now", running, "people", a.People, "max", h.OrBetter.Max)
		case to <= i && i < from && running < h.OrBetter.Min:
			return under.With("level", h.Level, "now", running, "people", a.People, "min", h.OrBetter.Min)
		}
		over, under = reasonOver, reasonUnder
	}
	switch source, target := a.Levels[from], a.Levels[to]; {
	case source.Asked != nil && source.Now > source.Asked.Max:
		return reasonLevelOver.With("level", source.Level, "now", source.Now, "people", a.People, "max", source.Asked.Max)
	case target.Asked != nil && target.Now < target.Asked.Min:
		return reasonLevelUnder.With("level", target.Level, "now", target.Now, "people", a.People, "min", target.Asked.Min)
	}
	return reasonOrder.Plain()
}
