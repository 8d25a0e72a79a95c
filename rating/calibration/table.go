package calibration

import (
	"cmp"
	"maps"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Share is so many people of so many, which is exact where a percentage seldom is.
type Share struct {
	Count int `json:"count"`
	Of    int `json:"of"`
}

// Percent is the share in percent, rounded once; nil when it is a share of nobody.
func (s Share) Percent(r number.Rounding) *decimal.Decimal {
	return s.beyond(decimal.Zero, r)
}

// beyond is the share less a number of percent, rounded once.
func (s Share) beyond(percent decimal.Decimal, r number.Rounding) *decimal.Decimal {
	if s.Of == 0 {
		return nil
	}
	r.Places = min(max(r.Places, 0), number.MaxPlaces)
	of := decimal.NewFromInt(int64(s.Of))
	over := decimal.NewFromInt(int64(s.Count)).Mul(number.Hundred).Sub(percent.Mul(of))
	return new(r.Quotient(over, of))
}

// A Table is a population counted by group and level, beside what a guide asks (C1).
// Rows stand in the order of their keys.
type Table struct {
	Levels []string `json:"levels"` // the scale's, from the best
	Rows   []Row    `json:"rows"`   // one a group
	// Pools are the groups that are counted together because they are small; the guide is
	// for the pool then.
	Pools []Row `json:"pools,omitempty"`
	Total Row   `json:"total"` // everybody, as one group under the guide
}

// A Row is one group of a table.
type Row struct {
	Group  string `json:"group"`
	People int    `json:"people"`
	Counts []int  `json:"counts"` // by level
	// Pool is the pool that a group is counted in, Groups are those of a pool, and Waived
	// says why the guide is not for the group. Standings are empty for a group that has
	// either.
	Pool      string     `json:"pool,omitempty"`
	Groups    []string   `json:"groups,omitempty"`
	Waived    *text.Text `json:"waived,omitempty"`
	Standings []Standing `json:"standings,omitempty"` // one a limit, in the guide's order
	// Ties are those that were settled when the guide was turned into head-counts, and
	// Conflict says which limits can't all be kept by so many people; see [Quota].
	Ties     []Tie      `json:"ties,omitempty"`
	Conflict *text.Text `json:"conflict,omitempty"`
}

// Share is the share of a level, by its rank on the scale.
func (r Row) Share(rank int) Share {
	if rank < 0 || rank >= len(r.Counts) {
		return Share{Of: r.People}
	}
	return Share{r.Counts[rank], r.People}
}

// A Standing is how a group stands to one limit of the guide.
type Standing struct {
	Share Share    `json:"share"` // that the limit's levels hold together
	Heads Interval `json:"heads"` // that they may hold
	Off   int      `json:"off"`   // people outside: above zero too many, below too few
}

// Points is how far the share lies outside the limit's own percentages, in percentage
// points: above zero when it is too large, below when it is too small, rounded once. A
// group can be within its head-count and off in points, since people don't divide. It is
// nil for a group of nobody.
func (s Standing) Points(l Limit, r number.Rounding) *decimal.Decimal {
	low, high, err := l.parts()
	if err != nil || s.Share.Of == 0 {
		return nil
	}
	switch at := int64(s.Share.Count) * whole; {
	case at < low*int64(s.Share.Of):
		return s.Share.beyond(percent(low), r)
	case at > high*int64(s.Share.Of):
		return s.Share.beyond(percent(high), r)
	}
	return new(decimal.Zero)
}

// Table counts the population beside the guide. It refuses a guide that is not valid for
// the scale; the zero Guide just counts. A population of nobody has no rows.
func (p Population) Table(g Guide) (Table, error) {
	if err := g.Validate(p.scale); err != nil {
		return Table{}, err
	}
	t := Table{Levels: make([]string, len(p.scale.Levels)), Rows: make([]Row, len(p.groups))}
	for i, l := range p.scale.Levels {
		t.Levels[i] = l.Code
	}
	asked := p.quotas(g)
	everybody := make([]int, len(p.groups))
	for i, group := range p.groups {
		everybody[i] = i
		t.Rows[i] = Row{Group: group.key, People: group.to - group.from, Counts: slices.Clone(group.counts)}
	}
	for _, pool := range p.pools(g) {
		row := p.row(pool)
		alone := len(pool.groups) == 1 && p.groups[pool.groups[0]].key == pool.key
		for _, i := range pool.groups {
			t.Rows[i].Waived = pool.waived
			if !alone && pool.waived == nil {
				t.Rows[i].Pool = pool.key
				row.Groups = append(row.Groups, p.groups[i].key)
			}
		}
		switch {
		case pool.waived != nil:
		case alone:
			t.Rows[pool.groups[0]] = row.under(asked(row.People))
		default:
			t.Pools = append(t.Pools, row.under(asked(row.People)))
		}
	}
	t.Total = p.row(pool{groups: everybody})
	t.Total = t.Total.under(asked(t.Total.People))
	return t, nil
}

// row counts the people of a pool.
func (p Population) row(in pool) Row {
	r := Row{Group: in.key, Counts: make([]int, len(p.scale.Levels))}
	for _, i := range in.groups {
		r.People += p.groups[i].to - p.groups[i].from
		for rank, n := range p.groups[i].counts {
			r.Counts[rank] += n
		}
	}
	return r
}

// under is the row beside what a guide asks of so many people.
func (r Row) under(q *Quota) Row {
	if len(q.Limits) == 0 {
		return r
	}
	r.Ties, r.Conflict = slices.Clone(q.Ties), q.Conflict
	r.Standings = make([]Standing, len(q.Limits))
	for i, b := range q.bounds {
		count := 0
		for rank := b.from; rank < b.to; rank++ {
			count += r.Counts[rank]
		}
		r.Standings[i] = Standing{
			Share: Share{count, r.People}, Heads: q.Limits[i], Off: q.Limits[i].Off(count),
		}
	}
	return r
}

// quotas remembers the quota of each size of group.
func (p Population) quotas(g Guide) func(people int) *Quota {
	known := map[int]*Quota{}
	return func(people int) *Quota {
		q, ok := known[people]
		if !ok {
			q = new(g.quota(p.scale, people))
			known[people] = q
		}
		return q
	}
}

// A pool is the groups that a guide is applied to together: nearly always one.
type pool struct {
	key    string
	groups []int
	people int
	waived *text.Text
}

// pools are all groups as the guide takes them, in the order of their keys.
func (p Population) pools(g Guide) []pool {
	reasons := make(map[string]string, len(g.Waivers))
	for _, w := range g.Waivers {
		reasons[w.Group] = w.Reason
	}
	var out []pool
	byKey := make(map[string]*pool) // those that may have to go upwards
	for i, group := range p.groups {
		one := pool{key: group.key, groups: []int{i}, people: group.to - group.from}
		reason, exempt := reasons[group.key]
		switch {
		case exempt:
			one.waived = new(waived.With("reason", reason))
			out = append(out, one)
		case g.Small == SmallPooled:
			byKey[group.key] = &one
		case g.Small == SmallWaived && one.people < g.Minimum:
			one.waived = new(waivedSmall.With("people", one.people, "minimum", g.Minimum))
			out = append(out, one)
		default:
			out = append(out, one)
		}
	}
	if g.Small != SmallPooled {
		return out
	}
	depths := map[string]int{}
	for key := range byKey {
		for line := g.above(key); len(line) > 0; line = line[1:] {
			depths[line[0]] = len(line)
		}
	}
	order := slices.SortedFunc(maps.Keys(depths), func(a, b string) int {
		return cmp.Or(cmp.Compare(depths[b], depths[a]), cmp.Compare(a, b))
	})
	for _, key := range order { // from the bottom
		one := byKey[key]
		_, exempt := reasons[key]
		parent := g.Parents[key]
		switch {
		case one == nil: // nobody there, and nobody came up
		case one.people >= g.Minimum && !exempt:
			out = append(out, *one)
		case parent == "":
			one.waived = new(waivedSmall.With("people", one.people, "minimum", g.Minimum))
			out = append(out, *one)
		default:
			if byKey[parent] == nil {
				byKey[parent] = &pool{key: parent}
			}
			byKey[parent].groups = append(byKey[parent].groups, one.groups...)
			byKey[parent].people += one.people
		}
	}
	for i := range out {
		slices.Sort(out[i].groups)
	}
	slices.SortFunc(out, func(a, b pool) int {
		return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.groups[0], b.groups[0]))
	})
	return out
}
