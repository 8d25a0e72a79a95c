package calibration

import (
	"cmp"
	"iter"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// An Entry is one person of a population.
type Entry struct {
	Employee string `json:"employee"`
	// Group is what the person is counted in: a unit, a manager, a job level.
	Group string `json:"group"`
	Level string `json:"level"`
	// Score is what the order of people goes by; nil when there is none.
	Score *decimal.Decimal `json:"score,omitempty"`
	// Held says that the level stands whatever a guide asks: a gate, an incident or an
	// appeal decided it. The person is counted and never moved, like one without a score.
	Held bool `json:"held,omitempty"`
}

// A Population is the people of a calibration by group, made by [Gather]. It does not
// change; it is safe for concurrent use.
type Population struct {
	scale   rating.Scale
	members []member // group by group, in the order they came in
	groups  []group  // by key
}

type group struct {
	key      string
	from, to int // of the members
	counts   []int
}

type member struct {
	employee string
	score    decimal.Decimal
	points   int64 // the score in millionths, when it is short
	group    int32 // in the order the groups came in
	level    uint8 // rank on the scale: 0 is the best
	scored   bool
	short    bool // points says all of the score
	held     bool
}

// rate gives a member a score. Nearly all scores are whole in millionths and are compared
// as that; the others are compared as they are.
func (m *member) rate(score decimal.Decimal) {
	m.scored, m.score = true, score
	shift := int(score.Exponent()) + 6
	if m.short = shift >= 0 && shift <= 12 && score.NumDigits()+shift <= 18; m.short {
		m.points = score.CoefficientInt64()
		for range shift {
			m.points *= 10
		}
	}
}

// compare compares scores.
func (m *member) compare(n *member) int {
	if m.short && n.short {
		return cmp.Compare(m.points, n.points)
	}
	return m.score.Cmp(n.score)
}

// A pile is members as they come in, in pieces, so that none is copied while it grows.
type pile [][]member

const piece = 8192

func (p *pile) add(m member) {
	last := len(*p) - 1
	if last < 0 || len((*p)[last]) == piece {
		*p = append(*p, make([]member, 0, piece))
		last++
	}
	(*p)[last] = append((*p)[last], m)
}

// maxFaults is how many faulty entries are listed before the reading stops.
const maxFaults = 100

// Gather reads a population. An entry without an employee or a group, with a level that
// is not on the scale, with a score out of bounds or of somebody who is there already is
// a violation at "entries[i]" that says who it is; up to a hundred are reported at once.
// An error of the sequence ends it. Of the scale only the codes and labels are looked at:
// a level may have been given by a person. Memory is linear: about 50 bytes a
// person beside names and scores, and three times that while reading.
func Gather(scale rating.Scale, entries iter.Seq2[Entry, error]) (Population, error) {
	if err := checkScale("scale.levels", scale); err != nil {
		return Population{}, err
	}
	ranks := make(map[string]uint8, len(scale.Levels))
	for i, l := range scale.Levels {
		ranks[l.Code] = uint8(i)
	}
	var v fault.Violations
	var read pile
	var keys []string
	index := map[string]int32{}
	i := 0
	for e, err := range entries {
		if err != nil {
			return Population{}, err
		}
		rank, known := ranks[e.Level]
		if check(&v, i, e, known); len(v) >= maxFaults {
			return Population{}, v
		}
		i++
		at, there := index[e.Group]
		if !there {
			at = int32(len(keys))
			index[e.Group] = at
			keys = append(keys, e.Group)
		}
		m := member{employee: e.Employee, group: at, level: rank, held: e.Held}
		if e.Score != nil {
			m.rate(*e.Score)
		}
		read.add(m)
	}
	read.once(&v, i)
	if len(v) > 0 {
		return Population{}, v
	}
	return arrange(scale, read, keys), nil
}

// check notes what is wrong with an entry by itself.
func check(v *fault.Violations, i int, e Entry, known bool) {
	if e.Employee != "" && e.Group != "" && known && (e.Score == nil || number.Check(*e.Score) == nil) {
		return // the path is put together only where something is wrong
	}
	at := func(field string) string { return fault.Field(fault.Index("entries", i), field) }
	if e.Employee == "" {
		v.Add(at("employee"), employeeRequired)
	}
	if e.Group == "" {
		v.Add(at("group"), groupRequired, "employee", text.Excerpt(e.Employee))
	}
	if !known {
		v.Add(at("level"), levelUnknown, "employee", text.Excerpt(e.Employee), "level", text.Excerpt(e.Level))
	}
	if e.Score != nil {
		v.Nest(at("score"), number.Check(*e.Score))
	}
}

// once notes who is there more than once. It comes last, when the number of people is
// known: a set that has its size from the start is built in half the time.
func (p *pile) once(v *fault.Violations, people int) {
	seen := make(map[string]struct{}, people)
	i := 0
	for _, some := range *p {
		for _, m := range some {
			before := len(seen)
			seen[m.employee] = struct{}{}
			if i++; len(seen) > before || m.employee == "" {
				continue
			}
			v.Add(fault.Index("entries", i-1)+".employee", employeeTwice, "employee", text.Excerpt(m.employee))
			if len(*v) >= maxFaults {
				return
			}
		}
	}
}

// arrange brings the members of each group together.
func arrange(scale rating.Scale, read pile, keys []string) Population {
	p := Population{scale: scale, groups: make([]group, len(keys))}
	counts := make([]int, len(keys)*len(scale.Levels))
	for i := range keys {
		p.groups[i] = group{key: keys[i], counts: counts[i*len(scale.Levels) : (i+1)*len(scale.Levels)]}
	}
	people := 0
	for _, some := range read {
		people += len(some)
		for i := range some {
			g := &p.groups[some[i].group]
			g.to++
			g.counts[some[i].level]++
		}
	}
	from := 0
	for i := range p.groups {
		g := &p.groups[i]
		g.from, from, g.to = from, from+g.to, from
	}
	p.members = make([]member, people)
	for _, some := range read {
		for _, m := range some {
			g := &p.groups[m.group]
			p.members[g.to] = m
			g.to++
		}
	}
	slices.SortFunc(p.groups, func(a, b group) int { return cmp.Compare(a.key, b.key) })
	return p
}

// checkScale refuses levels, found at that path, that can't be told apart.
func checkScale(levels string, scale rating.Scale) error {
	var v fault.Violations
	if len(scale.Levels) == 0 || len(scale.Levels) > maxLevels {
		v.Add(levels, levelsCount, "max", maxLevels)
	}
	for i, l := range scale.Levels {
		if rank, _ := scale.Rank(l.Code); l.Code == "" || rank < i {
			v.Add(fault.Index(levels, i)+".code", levelTwice, "level", l.Code)
		}
	}
	return v.Err()
}

// maxLevels bounds a scale, as package rating does.
const maxLevels = 100
