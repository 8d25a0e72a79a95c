package calibration

import (
	"cmp"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// An Op says how a limit bounds a share.
type Op string

// The comparisons.
const (
	Exactly Op = "="
	AtMost  Op = "<="
	AtLeast Op = ">="
	Between Op = "between" // both ends included
)

// A Limit bounds the share of people that a level, or several levels side by side, may
// hold together.
type Limit struct {
	Levels []string `json:"levels"`
	Op     Op       `json:"op"`
	// Share is in percent, with at most six decimal places. Between runs from it to To.
	Share decimal.Decimal  `json:"share"`
	To    *decimal.Decimal `json:"to,omitempty"`
}

// In is the limit as a formula: "A + B ≤ 30 %".
func (l Limit) In(lang text.Lang) string {
	levels := strings.Join(l.Levels, " + ")
	switch {
	case l.Op == Between && l.To != nil:
		return limitBetween.With("levels", levels, "from", l.Share, "to", *l.To).In(lang)
	case l.Op == AtMost:
		return limitAtMost.With("levels", levels, "share", l.Share).In(lang)
	case l.Op == AtLeast:
		return limitAtLeast.With("levels", levels, "share", l.Share).In(lang)
	}
	return limitExactly.With("levels", levels, "share", l.Share).In(lang)
}

// SmallPolicy is a named answer to a group that has too few people for percentages.
type SmallPolicy string

// The answers. The zero value is SmallAlike, which needs no minimum.
const (
	SmallAlike  SmallPolicy = "alike"  // the guide is for it as for any other
	SmallPooled SmallPolicy = "pooled" // it is counted with the group above it; see Guide.Parents
	SmallWaived SmallPolicy = "waived" // the guide is not for it
)

// A Waiver exempts a group from a guide, with the reason.
type Waiver struct {
	Group  string `json:"group"`
	Reason string `json:"reason"`
}

// A Guide is a distribution that the ratings of a group should follow (C2). A group may
// follow it or not; the library only ever shows the difference. The zero Guide asks
// nothing.
type Guide struct {
	Name   text.Label `json:"name,omitzero"`
	Limits []Limit    `json:"limits"`
	// Method turns the exact shares into head-counts; needed when a limit is Exactly.
	// Ranges need none: at most 20 % of 9 people is at most 1.
	Method Method `json:"method,omitempty"`
	// Rest is a level of the limit that gets the people whom RoundDown leaves over. It is
	// not needed where the exact shares leave levels free.
	Rest string `json:"rest,omitempty"`
	// Small is what becomes of a group of fewer than Minimum people.
	Small   SmallPolicy `json:"small,omitempty"`
	Minimum int         `json:"minimum,omitempty"`
	// Parents name the group above a group. A small one is pooled with the people of the
	// one above and with the other small ones below it; a pool that is small itself goes
	// on upwards, and one that has nothing above it is waived.
	Parents map[string]string `json:"parents,omitempty"`
	Waivers []Waiver          `json:"waivers,omitempty"`
}

// The presets: percentages for the top, the middle and the bottom.
const (
	Preset207010 = "20/70/10"
	Preset361    = "3-6-1" // 30/60/10
	Preset271    = "2-7-1" // 20/70/10
)

// Preset is a guide by name with exact shares for three groups of levels, turned into
// head-counts by the largest remainder. None is a default.
func Preset(name string, top, middle, bottom []string) (Guide, error) {
	shares, known := map[string][3]int64{
		Preset207010: {20, 70, 10}, Preset361: {30, 60, 10}, Preset271: {20, 70, 10},
	}[name]
	if !known {
		var v fault.Violations
		v.Add("name", presetUnknown, "name", text.Excerpt(name), "known", []string{Preset207010, Preset361, Preset271})
		return Guide{}, v
	}
	g := Guide{Name: text.Label{En: name, Zh: name}, Method: LargestRemainder}
	for i, levels := range [][]string{top, middle, bottom} {
		g.Limits = append(g.Limits, Limit{Levels: slices.Clone(levels), Op: Exactly, Share: decimal.New(shares[i], 0)})
	}
	return g, nil
}

// maxLimits bounds a guide.
const maxLimits = 100

// Validate refuses a guide that is not well formed for the scale, or whose limits can't
// all hold: those that contradict each other are named with their figures.
func (g Guide) Validate(scale rating.Scale) error {
	if err := checkScale("scale.levels", scale); err != nil {
		return err
	}
	var v fault.Violations
	if len(g.Limits) > maxLimits {
		v.Add("limits", limitsMany, "max", maxLimits)
		return v
	}
	exact := make([]bool, len(scale.Levels)) // levels with an exact share
	var sum int64
	sound := true
	for i, l := range g.Limits {
		before := len(v)
		at := fault.Index("limits", i)
		from, to := checkLevels(&v, at, l, scale)
		low, _ := checkShares(&v, at, l)
		sound = sound && len(v) == before
		if l.Op != Exactly || !sound {
			continue
		}
		sum += low
		for rank := from; rank < to; rank++ {
			if exact[rank] {
				v.Add(at+".levels", exactTwice, "level", scale.Levels[rank].Code)
			}
			exact[rank] = true
		}
	}
	g.checkMethod(&v, scale, slices.Contains(exact, true), !slices.Contains(exact, false) || sum == whole)
	g.checkSmall(&v)
	if sound {
		bounds := make([]bound, len(g.Limits))
		for i, l := range g.Limits {
			low, high, _ := l.parts()
			bounds[i] = l.bound(scale, low, high)
		}
		if clash := conflict(len(scale.Levels), whole, bounds); clash != nil {
			v.Add("limits", limitsContradict, "limits", g.named(clash))
		}
	}
	return v.Err()
}

func (g Guide) checkMethod(v *fault.Violations, scale rating.Scale, exact, full bool) {
	if g.Method != "" || exact {
		methodNames.Check(v, "method", g.Method)
	}
	if g.Method != RoundDown || !full || !exact {
		return
	}
	if rank, ok := scale.Rank(g.Rest); !ok || g.restLimit(scale, rank) < 0 {
		v.Add("rest", restRequired, "level", g.Rest)
	}
}

// restLimit is the exact limit that the level of that rank is in, or -1.
func (g Guide) restLimit(scale rating.Scale, rank int) int {
	return slices.IndexFunc(g.Limits, func(l Limit) bool {
		return l.Op == Exactly && slices.Contains(l.Levels, scale.Levels[rank].Code)
	})
}

func (g Guide) checkSmall(v *fault.Violations) {
	switch g.Small {
	case "", SmallAlike:
	case SmallPooled, SmallWaived:
		if g.Minimum < 1 {
			v.Add("minimum", minimumRequired)
		}
	default:
		v.Add("small", smallUnknown, "policy", text.Excerpt(string(g.Small)))
	}
	for group := range g.Parents {
		if g.above(group) == nil {
			v.Add(fault.Field("parents", group), parentsCircle, "group", group)
			break // the order of a map is none: one is enough
		}
	}
	for i, w := range g.Waivers {
		if strings.TrimSpace(w.Reason) == "" || w.Group == "" {
			v.Add(fault.Index("waivers", i), waiverReason, "group", w.Group)
		}
	}
}

// above are the groups from this one upwards, nil when they go round in a circle.
func (g Guide) above(group string) []string {
	line := []string{group}
	for {
		parent, ok := g.Parents[group]
		if !ok || parent == "" {
			return line
		}
		if len(line) > len(g.Parents) {
			return nil
		}
		line, group = append(line, parent), parent
	}
}

// checkLevels is the run of ranks [from, to) that a limit speaks of.
func checkLevels(v *fault.Violations, at string, l Limit, scale rating.Scale) (from, to int) {
	if len(l.Levels) == 0 {
		v.Add(at+".levels", limitLevels)
		return 0, 0
	}
	ranks := make([]int, 0, len(l.Levels))
	for i, code := range l.Levels {
		rank, ok := scale.Rank(code)
		if !ok {
			v.Add(fault.Index(at+".levels", i), limitLevelUnknown, "level", text.Excerpt(code))
			continue
		}
		ranks = append(ranks, rank)
	}
	if len(ranks) < len(l.Levels) {
		return 0, 0
	}
	from, to = slices.Min(ranks), slices.Max(ranks)+1
	if distinct := len(slices.Compact(slices.Sorted(slices.Values(ranks)))); distinct < len(ranks) || to-from > distinct {
		v.Add(at+".levels", limitLevelsApart, "levels", l.Levels)
	}
	return from, to
}

// checkShares is the range of a limit, in parts.
func checkShares(v *fault.Violations, at string, l Limit) (low, high int64) {
	_, err := inParts(l.Share)
	v.Nest(at+".share", err)
	switch {
	case !slices.Contains([]Op{Exactly, AtMost, AtLeast, Between}, l.Op):
		v.Add(at+".op", opUnknown, "op", text.Excerpt(string(l.Op)))
		return 0, 0
	case (l.To != nil) != (l.Op == Between):
		v.Add(at+".to", toMisplaced)
		return 0, 0
	case l.To != nil:
		_, wrong := inParts(*l.To)
		v.Nest(at+".to", wrong)
		if err == nil && wrong == nil && l.To.LessThan(l.Share) {
			v.Add(at, rangeReversed, "from", l.Share, "to", *l.To)
		}
	}
	if err != nil {
		return 0, 0
	}
	low, high, _ = l.parts()
	return low, high
}

// parts is the range of a limit in parts.
func (l Limit) parts() (low, high int64, err error) {
	share, err := inParts(l.Share)
	switch l.Op {
	case Exactly:
	case AtMost:
		return 0, share, err
	case AtLeast:
		return share, whole, err
	case Between:
		if l.To == nil {
			var v fault.Violations
			v.Add("to", toMisplaced)
			return 0, 0, v
		}
		high, wrong := inParts(*l.To)
		return share, high, cmp.Or(err, wrong)
	}
	return share, share, err
}

func (g Guide) named(limits []int) []text.Speaker {
	said := make([]text.Speaker, len(limits))
	for i, at := range limits {
		if at >= 0 && at < len(g.Limits) {
			said[i] = g.Limits[at]
		} else {
			said[i] = otherLevels.Plain()
		}
	}
	return said
}

// A bound is a limit over the ranks [from, to), in whole people or parts.
type bound struct {
	from, to  int
	low, high int64
}

func (l Limit) bound(scale rating.Scale, low, high int64) bound {
	b := bound{from: len(scale.Levels), low: low, high: high}
	for _, code := range l.Levels {
		rank, _ := scale.Rank(code)
		b.from, b.to = min(b.from, rank), max(b.to, rank+1)
	}
	return b
}

// The people at the best k levels together are a running count, and a limit bounds the
// difference of two of them. Such a system has a solution in whole numbers exactly when
// no chain of differences contradicts itself (a negative cycle), and the tightest chain
// between two of them is the range that is really free (Bellman; Cormen et al., section
// on difference constraints).

// chains are the most that each running count can lie above another, by the number of
// levels, in rows; ok is false when a chain contradicts itself.
func chains(levels int, total int64, bounds []bound) (most []int64, ok bool) {
	n := levels + 1
	most = make([]int64, n*n)
	for i := range n {
		for j := range n {
			if i < j {
				most[i*n+j] = total // and nothing below zero where i > j
			}
		}
	}
	most[levels*n] = -total
	for _, b := range bounds {
		up, down := b.from*n+b.to, b.to*n+b.from
		most[up], most[down] = min(most[up], b.high), min(most[down], -b.low)
	}
	for k := range n {
		for i := range n {
			for j := range n {
				most[i*n+j] = min(most[i*n+j], most[i*n+k]+most[k*n+j])
			}
		}
	}
	for i := range n {
		if most[i*n+i] < 0 {
			return most, false
		}
	}
	return most, true
}

// conflict is a smallest set of bounds that contradict each other: without any one of
// them the others hold. It is nil when all hold together.
func conflict(levels int, total int64, bounds []bound) []int {
	if _, ok := chains(levels, total, bounds); ok {
		return nil
	}
	left := make([]int, len(bounds))
	for i := range left {
		left[i] = i
	}
	for _, out := range slices.Clone(left) {
		fewer := slices.DeleteFunc(slices.Clone(left), func(i int) bool { return i == out })
		tried := make([]bound, len(fewer))
		for i, at := range fewer {
			tried[i] = bounds[at]
		}
		if _, ok := chains(levels, total, tried); !ok {
			left = fewer
		}
	}
	return left
}

// An Interval is a range of head-counts, both ends included.
type Interval struct {
	Min int `json:"min"`
	Max int `json:"max"`
}

// Off is how many people a count lies outside: above zero when there are too many, below
// when there are too few, zero when it lies within.
func (i Interval) Off(count int) int {
	return max(0, count-i.Max) + min(0, count-i.Min)
}

// A Quota is what a guide asks of a group of a given size, in people.
type Quota struct {
	People int        `json:"people"`
	Limits []Interval `json:"limits"` // of each limit by itself, in the guide's order
	// Levels are what each level may hold when all limits are kept, and OrBetter what it
	// may hold together with the better ones, from the best level.
	Levels   []Interval `json:"levels,omitempty"`
	OrBetter []Interval `json:"orBetter,omitempty"`
	// Ties are those that the method settled between limits, by their place in the guide;
	// len(Limits) stands for the levels without an exact share. See [Guide.Settled].
	Ties []Tie `json:"ties,omitempty"`
	// Conflict says which limits can't all be kept by so many people: there are no Levels
	// then.
	Conflict *text.Text `json:"conflict,omitempty"`

	bounds []bound
}

// Quota turns the guide into head-counts for a group of so many people. Exact shares are
// apportioned together by the guide's method; a range is narrowed to the whole numbers
// within it. It refuses an invalid guide; limits that hold in percent but not in so few
// people are the quota's Conflict.
func (g Guide) Quota(scale rating.Scale, people int) (Quota, error) {
	var v fault.Violations
	v.Nest("", g.Validate(scale))
	if people < 0 || people > maxPeople {
		v.Add("people", peopleRange, "max", maxPeople)
	}
	if len(v) > 0 {
		return Quota{}, v
	}
	return g.quota(scale, people), nil
}

// Settled says in words between whom a tie of a quota was, and who got the people.
func (g Guide) Settled(t Tie) text.Text {
	return tieSettled.With("method", g.Method, "shares", g.named(t.Shares), "served", g.named(t.Served))
}

// quota is Quota of a valid guide.
func (g Guide) quota(scale rating.Scale, people int) Quota {
	q := Quota{People: people, Limits: make([]Interval, len(g.Limits)), bounds: make([]bound, len(g.Limits))}
	var exact []int64
	var places []int // the limit of each exact share
	left := int64(whole)
	rest := -1
	for i, l := range g.Limits {
		low, high, _ := l.parts()
		q.Limits[i] = Interval{
			Min: int((int64(people)*low + whole - 1) / whole), // up to a whole person
			Max: int(int64(people) * high / whole),
		}
		if l.Op == Exactly {
			if slices.Contains(l.Levels, g.Rest) {
				rest = len(exact)
			}
			exact, places = append(exact, low), append(places, i)
			left -= low
		}
	}
	if left > 0 && len(exact) > 0 {
		exact, places = append(exact, left), append(places, len(g.Limits))
		if rest < 0 {
			rest = len(exact) - 1
		}
	}
	if len(exact) > 0 {
		heads, ties := apportion(people, exact, g.Method, rest)
		q.Ties = ties
		for _, t := range ties {
			for _, list := range [][]int{t.Shares, t.Served} {
				for i := range list {
					list[i] = places[list[i]]
				}
			}
		}
		for i, at := range places {
			if at < len(g.Limits) {
				q.Limits[at] = Interval{heads[i], heads[i]}
			}
		}
	}
	for i, l := range g.Limits {
		q.bounds[i] = l.bound(scale, int64(q.Limits[i].Min), int64(q.Limits[i].Max))
	}
	levels := len(scale.Levels)
	most, ok := chains(levels, int64(people), q.bounds)
	if !ok {
		q.Conflict = new(quotaConflict.With("people", people, "limits", g.named(conflict(levels, int64(people), q.bounds))))
		return q
	}
	between := func(i, j int) Interval {
		return Interval{Min: int(-most[j*(levels+1)+i]), Max: int(most[i*(levels+1)+j])}
	}
	q.Levels, q.OrBetter = make([]Interval, levels), make([]Interval, levels)
	for i := range levels {
		q.Levels[i], q.OrBetter[i] = between(i, i+1), between(0, i+1)
	}
	return q
}
