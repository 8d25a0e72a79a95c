package calibration

import (
	"cmp"
	"encoding/binary"
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Case is one person of a decision that is looked at for fairness. Who it is does not
// matter and is not asked.
type Case struct {
	// Groups say where the person belongs, one for each grouping of the rules, in their
	// order; an empty one is not known.
	Groups   []string         `json:"groups"`
	Selected bool             `json:"selected"` // promoted, rated in the top level, kept, …
	Score    *decimal.Decimal `json:"score,omitempty"`
}

// FairnessRules say what is compared.
type FairnessRules struct {
	Groupings   []string   `json:"groupings"`   // such as gender and age band
	Comparisons []Crossing `json:"comparisons"` // each is made by itself
	// MinimumShare is the percentage of the people that a group has to be for its rate to
	// be judged: 2 for 2 %.
	MinimumShare decimal.Decimal `json:"minimumShare"`
	// MinimumPeople is how many a group has to have. 0 reads as 5, so that nobody's outcome
	// can be told from a rate; it takes a deliberate 1 to show all.
	MinimumPeople int `json:"minimumPeople,omitempty"`
}

// A Crossing is a grouping, or the intersection of several.
type Crossing struct {
	By []string `json:"by"`
	// Reference is the group that others are compared with, a value for each of By. Without
	// it, it is the one with the highest rate.
	Reference []string `json:"reference,omitempty"`
}

// An Outcome is what a rate is a rate of.
type Outcome string

// The outcomes.
const (
	Selected Outcome = "selected"
	// AboveMedian is a score above the median of everybody who has one: the middle score,
	// or the mean of the two middle ones. Those who score the median itself are not above it.
	AboveMedian Outcome = "above-median"
)

var outcomeNames = fault.Names[Outcome]{
	Selected: {En: "selected", Zh: "入选"}, AboveMedian: {En: "scored above the median", Zh: "得分高于中位数"},
}

// In is the outcome's name in l.
func (o Outcome) In(l text.Lang) string { return outcomeNames.In(o, l) }

// A Verdict is how a group's rate stands to four fifths of the reference's. It is a
// rule of thumb for where to look, and no finding of discrimination.
type Verdict string

// The verdicts.
const (
	Reference Verdict = "reference"
	Within    Verdict = "within"   // four fifths or more, or above the reference
	Below     Verdict = "below"    // less than four fifths
	Unjudged  Verdict = "unjudged" // too small a group, or nothing to compare with
	// Withheld groups are large enough, but less the others of a comparison that they are
	// part of they would show the rate of one that is not.
	Withheld Verdict = "withheld"
)

// A Comparison sets the rates of groups side by side (C6).
type Comparison struct {
	By      []string         `json:"by"`
	Outcome Outcome          `json:"outcome"`
	People  int              `json:"people"`  // in a group, and with a score for AboveMedian
	Unknown int              `json:"unknown"` // whose group is not known, counted nowhere else
	Median  *decimal.Decimal `json:"median,omitempty"`
	// Reference is the group compared with, and Tied are those with the same highest rate:
	// of them the largest, then the first by name, was taken.
	Reference []string    `json:"reference,omitempty"`
	Tied      [][]string  `json:"tied,omitempty"`
	Groups    []GroupRate `json:"groups"` // in the order of their names
	// Undefined says why nothing is judged.
	Undefined *text.Text `json:"undefined,omitempty"`
}

// A GroupRate is one group of a comparison. A group that is too small has no rate: it is
// there with its people and nothing else. Nor can its rate be worked out from comparisons
// by fewer of the same groupings; beware of figures that are passed on beside these.
type GroupRate struct {
	Group  []string `json:"group"`
	People int      `json:"people"`
	Rate   *Share   `json:"rate,omitempty"`
	// Impact is the rate over that of the reference, an exact fraction in lowest terms.
	Impact  *Share  `json:"impact,omitempty"`
	Verdict Verdict `json:"verdict"`
	// OnePerson says that the verdict would be the other one had a single person of the
	// group been chosen more, or less, or in place of one of the reference (the question of
	// small samples in Questions and Answers on the Uniform Guidelines, 44 FR 11996, no. 21).
	OnePerson bool `json:"onePerson,omitempty"`
	// Fisher is the two-sided p-value of Fisher's exact test against the reference: the
	// probability of all tables that are no likelier than this one. Proportions is that of
	// the two-proportion z-test with the rates pooled, which wants five and more in every
	// cell. N is the people of both groups.
	Fisher      Statistic `json:"fisher,omitzero"`
	Proportions Statistic `json:"proportions,omitzero"`
}

// The bounds of what is compared.
const (
	maxGroupings   = 20
	maxComparisons = 200
	fewestPeople   = 5
)

// Validate refuses rules without groupings, with unknown or repeated ones, and minimums
// out of range.
func (r FairnessRules) Validate() error {
	var v fault.Violations
	if len(r.Groupings) == 0 || len(r.Groupings) > maxGroupings {
		v.Add("groupings", groupingsCount, "max", maxGroupings)
	}
	for i, name := range r.Groupings {
		if name == "" || slices.Index(r.Groupings, name) < i {
			v.Add(fault.Index("groupings", i), groupingTwice, "grouping", text.Excerpt(name))
		}
	}
	if len(r.Comparisons) == 0 || len(r.Comparisons) > maxComparisons {
		v.Add("comparisons", comparisonsCount, "max", maxComparisons)
	}
	for i, c := range r.Comparisons[:min(len(r.Comparisons), maxComparisons)] {
		at := fault.Index("comparisons", i)
		if len(c.By) == 0 {
			v.Add(at+".by", groupingRequired)
		}
		for j, name := range c.By {
			if !slices.Contains(r.Groupings, name) || slices.Index(c.By, name) < j {
				v.Add(fault.Index(at+".by", j), groupingUnknown, "grouping", text.Excerpt(name))
			}
		}
		if len(c.Reference) > 0 && len(c.Reference) != len(c.By) {
			v.Add(at+".reference", referenceLength, "have", len(c.Reference), "want", len(c.By))
		}
	}
	if err := number.Check(r.MinimumShare); err != nil {
		v.Nest("minimumShare", err)
	} else if r.MinimumShare.IsNegative() || r.MinimumShare.GreaterThan(number.Hundred) {
		v.Add("minimumShare", shareRange, "share", r.MinimumShare)
	}
	if r.MinimumPeople < 0 {
		v.Add("minimumPeople", minimumNegative)
	}
	return v.Err()
}

// Fairness compares groups by both outcomes: two comparisons for each of the rules', the
// one of those selected and the one of those above the median. Cases stream through;
// memory is that of the scores and the groups. A case with another number of groups or a
// score out of bounds is a violation at "cases[i]", and a named reference that nobody is
// in is one at "comparisons[i].reference". An error of the sequence ends it.
//
// With many groups some fall below four fifths by chance: the tests say how likely each
// one alone is.
func (r FairnessRules) Fairness(cases iter.Seq2[Case, error]) ([]Comparison, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	var v fault.Violations
	d := draw{index: map[string]int{}}
	i := 0
	for c, err := range cases {
		if err != nil {
			return nil, err
		}
		before := len(v)
		at := fault.Index("cases", i)
		i++
		if len(c.Groups) != len(r.Groupings) {
			v.Add(at+".groups", groupsCount, "have", len(c.Groups), "want", len(r.Groupings))
		}
		if c.Score != nil {
			v.Nest(at+".score", number.Check(*c.Score))
		}
		if len(v) >= maxFaults {
			return nil, v
		}
		if len(v) == before {
			d.add(c)
		}
	}
	if len(v) > 0 {
		return nil, v
	}
	median := d.median()
	out := make([]Comparison, 0, 2*len(r.Comparisons))
	for _, crossing := range r.Comparisons {
		for _, outcome := range []Outcome{Selected, AboveMedian} {
			out = append(out, r.compare(d.cells, crossing, outcome))
		}
	}
	r.withhold(out)
	for i := range out {
		c, named := &out[i], r.Comparisons[i/2].Reference
		if c.Outcome == AboveMedian {
			c.Median = median
		} else if len(named) > 0 && len(d.cells) > 0 && !slices.ContainsFunc(c.Groups, func(g GroupRate) bool { return slices.Equal(g.Group, named) }) {
			v.Add(fault.Index("comparisons", i/2)+".reference", referenceAbsent, "reference", text.Excerpt(nameOf(named)))
		}
		judge(c, named)
	}
	if len(v) > 0 {
		return nil, v
	}
	return out, nil
}

// A cell is the people who are alike in every grouping.
type cell struct {
	groups          []string
	people, chosen  int
	scored, greater int // with a score, and above the median
}

// A draw is the cells of all cases, and the scores for their median.
type draw struct {
	cells  []cell
	index  map[string]int
	key    []byte
	scores []member // whose group is the cell
}

// keyed writes names so that no two lists of them look alike.
func keyed(key []byte, names ...string) []byte {
	for _, name := range names {
		key = append(binary.AppendUvarint(key, uint64(len(name))), name...)
	}
	return key
}

func (d *draw) add(c Case) {
	d.key = keyed(d.key[:0], c.Groups...)
	at, there := d.index[string(d.key)]
	if !there {
		at = len(d.cells)
		d.index[string(d.key)] = at
		d.cells = append(d.cells, cell{groups: slices.Clone(c.Groups)})
	}
	d.cells[at].people++
	if c.Selected {
		d.cells[at].chosen++
	}
	if c.Score != nil {
		m := member{group: int32(at)}
		m.rate(*c.Score)
		d.scores = append(d.scores, m)
		d.cells[at].scored++
	}
}

// median finds it, and counts who is above; nil when nobody has a score.
func (d *draw) median() *decimal.Decimal {
	n := len(d.scores)
	if n == 0 {
		return nil
	}
	slices.SortFunc(d.scores, func(a, b member) int { return a.compare(&b) })
	low, high := &d.scores[(n-1)/2], &d.scores[n/2]
	for i := n / 2; i < n; i++ {
		// Above the mean of the two middle ones is whoever is above the lower and, when they
		// differ, from the upper on.
		if m := &d.scores[i]; m.compare(low) > 0 {
			d.cells[m.group].greater++
		}
	}
	return new(low.score.Add(high.score).Mul(decimal.New(5, -1)))
}

// compare sums cells to the groups of a crossing.
func (r FairnessRules) compare(cells []cell, crossing Crossing, outcome Outcome) Comparison {
	c := Comparison{By: slices.Clone(crossing.By), Outcome: outcome}
	columns := make([]int, len(crossing.By))
	for i, name := range crossing.By {
		columns[i] = slices.Index(r.Groupings, name)
	}
	index := map[string]int{}
	var key []byte
	group := make([]string, len(columns))
	for _, cell := range cells {
		people, chosen := cell.people, cell.chosen
		if outcome == AboveMedian {
			people, chosen = cell.scored, cell.greater
		}
		for i, column := range columns {
			group[i] = cell.groups[column]
		}
		switch {
		case people == 0:
			continue
		case slices.Contains(group, ""):
			c.Unknown += people
			continue
		}
		key = keyed(key[:0], group...)
		at, there := index[string(key)]
		if !there {
			at = len(c.Groups)
			index[string(key)] = at
			c.Groups = append(c.Groups, GroupRate{Group: slices.Clone(group), Rate: new(Share)})
		}
		g := &c.Groups[at]
		g.People += people
		g.Rate.Count, g.Rate.Of = g.Rate.Count+chosen, g.Rate.Of+people
		c.People += people
	}
	slices.SortFunc(c.Groups, func(a, b GroupRate) int { return slices.Compare(a.Group, b.Group) })
	share := r.MinimumShare.Mul(decimal.NewFromInt(int64(c.People)))
	for i := range c.Groups {
		g := &c.Groups[i]
		g.Verdict = Unjudged
		if g.People < r.fewest() || decimal.NewFromInt(int64(g.People)).Mul(number.Hundred).LessThan(share) {
			g.Rate = nil
		}
	}
	return c
}

func (r FairnessRules) fewest() int { return cmp.Or(r.MinimumPeople, fewestPeople) }

// withhold takes the rate of one more group away where the rate of a group too small could
// be worked out: from the group that both are part of, in a comparison by fewer groupings.
// A group that is taken away is large enough itself, so that one is enough for each whole.
func (r FairnessRules) withhold(all []Comparison) {
	order := make([]*Comparison, len(all))
	for i := range all {
		order[i] = &all[i]
	}
	slices.SortStableFunc(order, func(a, b *Comparison) int { return cmp.Compare(len(a.By), len(b.By)) })
	for i, c := range order {
		for _, whole := range order[:i] {
			if whole.Outcome == c.Outcome && len(whole.By) < len(c.By) {
				withhold(c, *whole, r.fewest())
			}
		}
	}
}

func withhold(c *Comparison, whole Comparison, fewest int) {
	columns := make([]int, len(whole.By))
	for i, name := range whole.By {
		if columns[i] = slices.Index(c.By, name); columns[i] < 0 {
			return
		}
	}
	parts := make(map[string][]*GroupRate, len(whole.Groups)) // that are shown
	group := make([]string, len(columns))
	for i := range c.Groups {
		for j, column := range columns {
			group[j] = c.Groups[i].Group[column]
		}
		if c.Groups[i].Rate != nil {
			key := string(keyed(nil, group...))
			parts[key] = append(parts[key], &c.Groups[i])
		}
	}
	for _, g := range whole.Groups {
		shown := parts[string(keyed(nil, g.Group...))]
		hidden := g.People
		for _, part := range shown {
			hidden -= part.People
		}
		if len(shown) > 0 && hidden < fewest && (hidden > 0 || g.Rate == nil) {
			least := slices.MinFunc(shown, func(a, b *GroupRate) int { return cmp.Compare(a.People, b.People) })
			least.Rate, least.Verdict = nil, Withheld
		}
	}
}

// judge sets each group beside the reference.
func judge(c *Comparison, named []string) {
	var reference *GroupRate
	judged := 0
	for i := range c.Groups {
		g := &c.Groups[i]
		if g.Rate == nil {
			continue
		}
		judged++
		switch {
		case len(named) > 0:
			if slices.Equal(named, g.Group) {
				reference = g
			}
		case reference == nil || cmp.Or(g.Rate.compare(*reference.Rate), cmp.Compare(g.People, reference.People)) > 0:
			reference = g
		}
	}
	switch {
	case judged < 2:
		c.Undefined = new(groupsFew.With("judged", judged))
		return
	case reference == nil:
		c.Undefined = new(referenceSmall.With("reference", nameOf(named)))
		return
	case reference.Rate.Count == 0:
		c.Undefined = new(nobodyChosen.With("outcome", c.Outcome, "reference", nameOf(reference.Group)))
		return
	}
	c.Reference = reference.Group
	for i := range c.Groups {
		g := &c.Groups[i]
		switch {
		case g == reference:
			g.Verdict, g.Impact = Reference, &Share{1, 1}
		case g.Rate != nil:
			if len(named) == 0 && g.Rate.compare(*reference.Rate) == 0 {
				c.Tied = append(c.Tied, g.Group)
			}
			g.against(*reference.Rate)
		}
	}
}

// compare compares two shares exactly.
func (s Share) compare(t Share) int { return cmp.Compare(s.Count*t.Of, t.Count*s.Of) }

// below reports whether a rate is less than four fifths of another, in whole numbers
// (29 CFR 1607.4 D).
func (s Share) below(reference Share) bool {
	return 5*s.Count*reference.Of < 4*reference.Count*s.Of
}

func (g *GroupRate) against(reference Share) {
	own := *g.Rate
	over, under := own.Count*reference.Of, reference.Count*own.Of
	divisor := over
	for rest := under; rest > 0; {
		divisor, rest = rest, divisor%rest
	}
	g.Impact = &Share{over / divisor, under / divisor}
	g.Verdict = Within
	step := -1 // that would turn the verdict
	if own.below(reference) {
		g.Verdict, step = Below, 1
	}
	moved := Share{min(max(own.Count+step, 0), own.Of), own.Of}
	other := Share{min(max(reference.Count-step, 0), reference.Of), reference.Of}
	g.OnePerson = moved.below(other) != own.below(reference)
	g.Fisher = estimate(fisher(own, reference), own.Of+reference.Of)
	g.Proportions = proportions(own, reference)
}

// fisher is the two-sided p-value of Fisher's exact test (Fisher 1935). It walks the
// hypergeometric distribution from its mode by the ratio of neighbours, where nothing
// overflows, and takes at most as many steps as the smaller group has people. Tables
// are as likely as this one within a relative 1e-7, which rounding stays far below.
func fisher(a, b Share) float64 {
	if a.Of > b.Of {
		a, b = b, a
	}
	chosen := a.Count + b.Count
	low, high := max(0, chosen-b.Of), min(a.Of, chosen)
	up := func(x int) float64 { // the probability at x+1 over that at x
		return float64(a.Of-x) / float64(x+1) * (float64(chosen-x) / float64(b.Of-chosen+x+1))
	}
	mode := int(float64(a.Of+1) / float64(a.Of+b.Of+2) * float64(chosen+1))
	mode = min(max(mode, low), high)
	weights := make([]float64, high-low+1) // relative to the mode
	weights[mode-low] = 1
	for x := mode; x < high; x++ {
		weights[x+1-low] = weights[x-low] * up(x)
	}
	for x := mode; x > low; x-- {
		weights[x-1-low] = weights[x-low] / up(x-1)
	}
	limit := weights[a.Count-low] * (1 + 1e-7)
	all, tail := 0.0, 0.0
	for _, w := range weights {
		all += w
		if w <= limit {
			tail += w
		}
	}
	return min(tail/all, 1)
}

// proportions is the two-sided p-value of the z-test of two proportions.
func proportions(a, b Share) Statistic {
	n, m := float64(a.Of), float64(b.Of)
	pooled := float64(a.Count+b.Count) / (n + m)
	if a.Count+b.Count == 0 || a.Count+b.Count == a.Of+b.Of {
		return undefined(a.Of+b.Of, noVariance.Plain())
	}
	z := (float64(a.Count)/n - float64(b.Count)/m) / math.Sqrt(pooled*(1-pooled)*(1/n+1/m))
	return estimate(math.Erfc(math.Abs(z)/math.Sqrt2), a.Of+b.Of)
}

// nameOf is a group's name: "women × north".
func nameOf(group []string) string { return strings.Join(group, " × ") }

// Findings say how each group stands, in the order of the groups, with the cautions that
// go with it.
func (c Comparison) Findings() []text.Text {
	var out []text.Text
	if c.Undefined != nil {
		out = append(out, *c.Undefined)
	}
	if len(c.Tied) > 0 {
		tied := make([]string, len(c.Tied))
		for i, group := range c.Tied {
			tied[i] = nameOf(group)
		}
		out = append(out, referenceTied.With("reference", nameOf(c.Reference), "tied", tied))
	}
	for _, g := range c.Groups {
		name := nameOf(g.Group)
		switch {
		case g.Verdict == Withheld:
			out = append(out, groupWithheld.With("group", name, "people", g.People))
			continue
		case g.Rate == nil:
			out = append(out, groupSmall.With("group", name, "people", g.People))
			continue
		case g.Verdict == Unjudged:
			continue
		case g.Verdict == Reference:
			out = append(out, groupReference.With("group", name, "outcome", c.Outcome, "count", g.Rate.Count, "of", g.Rate.Of, "rate", percentage(*g.Rate)))
			continue
		}
		said := groupWithin
		if g.Verdict == Below {
			said = groupBelow
		}
		out = append(out, said.With("group", name, "outcome", c.Outcome, "count", g.Rate.Count, "of", g.Rate.Of, "rate", percentage(*g.Rate),
			"reference", nameOf(c.Reference), "impact", percentage(*g.Impact), "p", likelihood(g.Fisher)))
		if g.OnePerson {
			out = append(out, groupOnePerson.With("group", name))
		}
	}
	return out
}

// percentage is a share as findings show it, to one decimal place.
func percentage(s Share) text.Speaker {
	d := s.Percent(number.Rounding{Places: 1, Mode: number.HalfUp})
	if d == nil {
		return text.Label{En: "-"}
	}
	return number.Quantity{Value: *d, Unit: number.Percent}
}

// likelihood is a p-value as findings show it, to three decimal places.
func likelihood(p Statistic) string {
	switch {
	case p.Value == nil:
		return "-"
	case *p.Value < 0.001:
		return "< 0.001"
	}
	return fmt.Sprintf("= %.3f", *p.Value)
}
