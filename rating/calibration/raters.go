package calibration

import (
	"cmp"
	"iter"
	"math"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Mark is what one rater gave one person.
type Mark struct {
	Rater string           `json:"rater"`
	Score *decimal.Decimal `json:"score,omitempty"` // nil: counted nowhere but at its level
	Level string           `json:"level,omitempty"`
	// Dimensions are the scores of the parts of a judgement, in the same order for
	// everybody; one that is missing is nil, and the mark then not counted for halo.
	Dimensions []*decimal.Decimal `json:"dimensions,omitempty"`
}

// RaterRules say how raters are compared.
type RaterRules struct {
	Confidence float64 `json:"confidence"` // of the intervals: 0.95 for 95 %
	// Middle are the levels in the middle of the scale, for central tendency. Without them
	// it is undefined.
	Middle []string `json:"middle,omitempty"`
}

// Validate refuses a confidence that is none.
func (r RaterRules) Validate() error {
	var v fault.Violations
	checkConfidence(&v, r.Confidence)
	return v.Err()
}

// Effects are how raters differ from each other (C4). That they differ does not say who is
// right: a rater whose people are better than others' looks lenient. And of many raters
// some stand out by chance: at 95 %, one in twenty.
type Effects struct {
	People int       `json:"people"` // with a score
	Mean   Statistic `json:"mean"`   // of all scores; its interval is Student's
	// Within is the standard deviation of scores about the mean of their rater, pooled over
	// raters, and Between that of the raters' true means, by the moments of the one-way
	// analysis of variance, at least 0 (Searle, Casella & McCulloch 1992).
	Within  Statistic `json:"within"`
	Between Statistic `json:"between"`
	Middle  Share     `json:"middle"` // of the marks with a level
	// Halo is the mean correlation between dimensions about the means of each rater.
	Halo   Statistic `json:"halo"`
	Raters []Rater   `json:"raters"` // in the order of their names
}

// A Rater is one rater beside the others.
type Rater struct {
	Rater string    `json:"rater"`
	Mean  Statistic `json:"mean"` // with Student's interval from the rater's own scores
	SD    Statistic `json:"sd"`   // the standard deviation of the rater's scores
	// Leniency is the rater's mean less the mean of all scores: above zero lenient, below
	// severe. The interval is that of the contrast in the one-way analysis of variance,
	// with the spread pooled over raters.
	Leniency Statistic `json:"leniency"`
	// Shrunk is the part of the leniency that the number of scores supports: leniency ×
	// τ² ÷ (τ² + σ²/n), the empirical-Bayes estimate (James & Stein 1961; Efron & Morris
	// 1975), with τ for Between and σ for Within.
	Shrunk Statistic `json:"shrunk"`
	// Central is the share of the rater's marks at the middle levels, with Wilson's interval.
	Central Statistic `json:"central"`
	// Range is the rater's standard deviation over that within the other raters, with the
	// interval of the F distribution: below 1 restricted.
	Range Statistic `json:"range"`
	// Halo is the mean correlation between dimensions over the rater's people. The interval
	// is Fisher's for one correlation, which is wider than that of a mean of several.
	Halo Statistic `json:"halo"`
}

// maxDimensions bounds the dimensions of a mark.
const maxDimensions = 30

// RaterEffects compares raters by what they gave. Marks stream through: memory is linear
// in the raters. A mark without a rater, with figures out of bounds or with other
// dimensions than the first is a violation at "marks[i]"; up to a hundred are reported at
// once. An error of the sequence ends it.
func RaterEffects(rules RaterRules, marks iter.Seq2[Mark, error]) (Effects, error) {
	if err := rules.Validate(); err != nil {
		return Effects{}, err
	}
	var v fault.Violations
	var s study
	index := map[string]int{}
	i := 0
	for m, err := range marks {
		if err != nil {
			return Effects{}, err
		}
		if i == 0 {
			s.dimensions = len(m.Dimensions)
		}
		before := len(v)
		if m.check(&v, i, s.dimensions); len(v) >= maxFaults {
			return Effects{}, v
		}
		i++
		if len(v) > before {
			continue
		}
		at, there := index[m.Rater]
		if !there {
			at = len(s.raters)
			index[m.Rater] = at
			s.raters = append(s.raters, tally{rater: m.Rater})
		}
		s.add(&s.raters[at], m, slices.Contains(rules.Middle, m.Level))
	}
	if len(v) > 0 {
		return Effects{}, v
	}
	return s.effects(rules), nil
}

func (m Mark) check(v *fault.Violations, i, dimensions int) {
	if m.Rater == "" {
		v.Add(fault.Index("marks", i)+".rater", raterRequired)
	}
	if m.Score != nil {
		if err := number.Check(*m.Score); err != nil {
			v.Nest(fault.Index("marks", i)+".score", err)
		}
	}
	if len(m.Dimensions) != dimensions || dimensions > maxDimensions {
		v.Add(fault.Index("marks", i)+".dimensions", dimensionsCount, "have", len(m.Dimensions), "want", min(dimensions, maxDimensions))
	}
	for j, d := range m.Dimensions {
		if d == nil {
			continue
		}
		if err := number.Check(*d); err != nil {
			v.Nest(fault.Index(fault.Index("marks", i)+".dimensions", j), err)
		}
	}
}

// moments are a mean and a sum of squares about it, kept up one by one (Welford 1962):
// exactly zero where all is equal.
type moments struct {
	n             int
	mean, squares float64
}

func (m *moments) add(x float64) {
	m.n++
	away := x - m.mean
	m.mean += away / float64(m.n)
	m.squares += away * (x - m.mean)
}

func (m *moments) sd() float64 { return math.Sqrt(m.squares / float64(m.n-1)) }

// comoments are the same for several dimensions together.
type comoments struct {
	n     int
	means []float64
	sums  []float64 // of products about the means, row by row
}

func (c *comoments) add(x []float64) {
	if c.means == nil {
		c.means, c.sums = make([]float64, len(x)), make([]float64, len(x)*len(x))
	}
	c.n++
	var away [maxDimensions]float64
	for i := range x {
		away[i] = x[i] - c.means[i]
		c.means[i] += away[i] / float64(c.n)
	}
	for i := range x {
		for j := range x {
			c.sums[i*len(x)+j] += away[i] * (x[j] - c.means[j])
		}
	}
}

// correlation is the mean of Pearson's over the pairs of dimensions that vary.
func (c *comoments) correlation() (mean float64, ok bool) {
	d, pairs := len(c.means), 0
	for i := range d {
		for j := range i {
			if both := math.Sqrt(c.sums[i*d+i]) * math.Sqrt(c.sums[j*d+j]); both > 0 {
				mean += min(max(c.sums[i*d+j]/both, -1), 1)
				pairs++
			}
		}
	}
	return mean / float64(max(pairs, 1)), pairs > 0
}

type tally struct {
	rater string
	moments
	middle     Share
	dimensions comoments
}

// A study is what is kept of marks while they stream by.
type study struct {
	dimensions int
	raters     []tally
	row        [maxDimensions]float64
}

func (s *study) add(t *tally, m Mark, middle bool) {
	if m.Score != nil {
		t.add(approximate(*m.Score))
	}
	if m.Level != "" {
		t.middle.Of++
		if middle {
			t.middle.Count++
		}
	}
	if s.dimensions == 0 || slices.Contains(m.Dimensions, nil) {
		return
	}
	for i, d := range m.Dimensions {
		s.row[i] = approximate(*d)
	}
	t.dimensions.add(s.row[:s.dimensions])
}

// approximate is the nearest float64, quickly for a figure of few digits: the quotient of
// two whole numbers that a float64 holds exactly is rounded once.
func approximate(d decimal.Decimal) float64 {
	if e := d.Exponent(); e <= 0 && e >= -15 && d.NumDigits() <= 15 {
		return float64(d.CoefficientInt64()) / powers[-e]
	}
	return d.InexactFloat64()
}

var powers = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// A ground is what raters are compared on.
type ground struct {
	rules       RaterRules
	raters      int // with a score
	all, within moments
	between     float64 // variance
	normal      float64
	ranges      map[int][2]float64 // the quantiles of F by the scores of a rater
	student     map[int]float64    // those of t by degrees of freedom
}

func (s *study) effects(rules RaterRules) Effects {
	slices.SortFunc(s.raters, func(a, b tally) int { return cmp.Compare(a.rater, b.rater) })
	g := ground{
		rules: rules, normal: normalQuantile((1 + rules.Confidence) / 2),
		ranges: map[int][2]float64{}, student: map[int]float64{},
	}
	e := Effects{Raters: make([]Rater, len(s.raters))}
	pooled := comoments{means: make([]float64, s.dimensions), sums: make([]float64, s.dimensions*s.dimensions)}
	degrees, squares := 0, 0.0 // of freedom within raters, and of their sizes
	for _, t := range s.raters {
		if t.n > 0 {
			g.raters++
			degrees += t.n - 1
			squares += float64(t.n) * float64(t.n)
			g.within.squares += t.squares
			g.all.join(t.moments)
		}
		e.Middle.Count, e.Middle.Of = e.Middle.Count+t.middle.Count, e.Middle.Of+t.middle.Of
		pooled.n += t.dimensions.n
		for i, sum := range t.dimensions.sums {
			pooled.sums[i] += sum
		}
	}
	g.within.n = degrees + 1
	n := float64(g.all.n)
	if g.raters > 1 && degrees > 0 {
		about := 0.0
		for _, t := range s.raters {
			about += float64(t.n) * (t.mean - g.all.mean) * (t.mean - g.all.mean)
		}
		size := (n - squares/n) / float64(g.raters-1)
		g.between = max(0, (about/float64(g.raters-1)-g.within.squares/float64(degrees))/size)
	}
	e.People = g.all.n
	e.Mean = g.mean(g.all)
	e.Within = g.overall(math.Sqrt(g.within.squares/float64(max(degrees, 1))), false)
	e.Between = g.overall(math.Sqrt(g.between), true)
	e.Halo = g.halo(&pooled, s.dimensions)
	for i := range s.raters {
		e.Raters[i] = g.rater(&s.raters[i], s.dimensions)
	}
	return e
}

// join adds another's moments (Chan, Golub & LeVeque 1979).
func (m *moments) join(o moments) {
	away := o.mean - m.mean
	n := m.n + o.n
	m.squares += o.squares + away*away*float64(m.n)*float64(o.n)/float64(n)
	m.mean += away * float64(o.n) / float64(n)
	m.n = n
}

func (g *ground) overall(value float64, compares bool) Statistic {
	switch {
	case g.all.n == 0:
		return Statistic{Undefined: few(0, 1)}
	case compares && g.raters < 2:
		return undefined(g.all.n, oneRater.Plain())
	case g.within.n < 2:
		return undefined(g.all.n, noneRepeated.Plain())
	}
	return estimate(value, g.all.n)
}

func (g *ground) mean(m moments) Statistic {
	if m.n == 0 {
		return Statistic{Undefined: few(0, 1)}
	}
	s := estimate(m.mean, m.n)
	switch {
	case m.n < 2:
		return s.without(few(m.n, 2))
	case m.squares == 0:
		return s.without(new(noVariance.Plain()))
	}
	half := g.t(m.n-1) * m.sd() / math.Sqrt(float64(m.n))
	return s.within(g.rules.Confidence, m.mean-half, m.mean+half)
}

func (g *ground) rater(t *tally, dimensions int) Rater {
	r := Rater{Rater: t.rater, Mean: g.mean(t.moments), Central: g.central(t.middle), Halo: g.halo(&t.dimensions, dimensions)}
	r.Leniency, r.Shrunk = g.leniency(t.moments)
	r.SD = Statistic{N: t.n, Undefined: few(t.n, 2)}
	r.Range = r.SD
	if t.n < 2 {
		return r
	}
	r.SD = estimate(t.sd(), t.n)
	r.Range = g.spread(t.moments)
	return r
}

func (g *ground) leniency(m moments) (raw, shrunk Statistic) {
	switch {
	case m.n == 0:
		raw = Statistic{Undefined: few(0, 1)}
		return raw, raw
	case g.raters < 2:
		raw = undefined(m.n, oneRater.Plain())
		return raw, raw
	}
	away := m.mean - g.all.mean
	raw = estimate(away, m.n)
	if g.within.n < 2 {
		return raw.without(new(noneRepeated.Plain())), undefined(m.n, noneRepeated.Plain())
	}
	variance := g.within.squares / float64(g.within.n-1)
	part := 0.0
	if g.between > 0 {
		part = g.between / (g.between + variance/float64(m.n))
	}
	shrunk = estimate(part*away, m.n)
	if variance == 0 {
		return raw.without(new(noVariance.Plain())), shrunk
	}
	half := g.t(g.within.n-1) * math.Sqrt(variance*(1/float64(m.n)-1/float64(g.all.n)))
	return raw.within(g.rules.Confidence, away-half, away+half), shrunk
}

func (g *ground) central(s Share) Statistic {
	switch {
	case len(g.rules.Middle) == 0:
		return undefined(s.Of, middleUnnamed.Plain())
	case s.Of == 0:
		return Statistic{Undefined: few(0, 1)}
	}
	low, high := wilson(s, g.normal)
	return estimate(float64(s.Count)/float64(s.Of), s.Of).within(g.rules.Confidence, low, high)
}

// spread is the standard deviation of a rater over that of the others.
func (g *ground) spread(m moments) Statistic {
	own, others := m.n-1, g.within.n-m.n
	left := g.within.squares - m.squares
	switch {
	case g.raters < 2:
		return undefined(m.n, oneRater.Plain())
	case others < 1:
		return undefined(m.n, noneRepeated.Plain())
	case left <= 1e-12*g.within.squares: // what rounding leaves of nothing
		return undefined(m.n, othersAlike.Plain())
	}
	ratio := math.Sqrt(m.squares / float64(own) / (left / float64(others)))
	s := estimate(ratio, m.n)
	if ratio == 0 {
		return s.without(new(noVariance.Plain()))
	}
	q, known := g.ranges[m.n]
	if !known {
		p := (1 + g.rules.Confidence) / 2
		q[0] = math.Sqrt(fQuantile(p, float64(own), float64(others)))
		q[1] = math.Sqrt(fQuantile(p, float64(others), float64(own)))
		g.ranges[m.n] = q
	}
	return s.within(g.rules.Confidence, ratio/q[0], ratio*q[1])
}

func (g *ground) halo(c *comoments, dimensions int) Statistic {
	if dimensions < 2 {
		return undefined(c.n, dimensionsFew.Plain())
	}
	if c.n < 3 { // two points lie on a line
		return Statistic{N: c.n, Undefined: few(c.n, 3)}
	}
	r, ok := c.correlation()
	if !ok {
		return undefined(c.n, noVariance.Plain())
	}
	s := estimate(r, c.n)
	if c.n < 4 {
		return s.without(few(c.n, 4))
	}
	half := g.normal / math.Sqrt(float64(c.n-3))
	return s.within(g.rules.Confidence, math.Tanh(math.Atanh(r)-half), math.Tanh(math.Atanh(r)+half))
}

func (g *ground) t(df int) float64 {
	q, known := g.student[df]
	if !known {
		q = tQuantile((1+g.rules.Confidence)/2, float64(df))
		g.student[df] = q
	}
	return q
}

// few says that there are too few observations, or nil.
func few(n, need int) *text.Text {
	if n >= need {
		return nil
	}
	return new(fewObservations.With("have", n, "need", need))
}

// Normalised are readings of a score beside the score itself, never in its place.
type Normalised struct {
	Score decimal.Decimal `json:"score"`
	// Z is how many of the rater's standard deviations the score lies above the rater's
	// mean: all difference between raters is taken away, also what people deserve.
	Z Statistic `json:"z"`
	// Shrunk is the score less the rater's shrunk leniency: of a rater with few scores
	// little is taken away.
	Shrunk Statistic `json:"shrunk"`
}

// Normalise reads a score that a rater gave beside what all gave. N is the rater's scores.
// It refuses a rater who is not there and a score out of bounds.
func (e Effects) Normalise(rater string, score decimal.Decimal) (Normalised, error) {
	var v fault.Violations
	at, there := slices.BinarySearchFunc(e.Raters, rater, func(r Rater, name string) int { return cmp.Compare(r.Rater, name) })
	if !there {
		v.Add("rater", raterUnknown, "rater", text.Excerpt(rater))
	}
	v.Nest("score", number.Check(score))
	if len(v) > 0 {
		return Normalised{}, v
	}
	r, x := e.Raters[at], approximate(score)
	n := Normalised{Score: score, Z: Statistic{N: r.SD.N, Undefined: r.SD.Undefined}, Shrunk: r.Shrunk}
	switch {
	case r.SD.Value == nil || r.Mean.Value == nil:
	case *r.SD.Value == 0:
		n.Z = undefined(r.SD.N, noVariance.Plain())
	default:
		n.Z = estimate((x-*r.Mean.Value) / *r.SD.Value, r.SD.N)
	}
	if r.Shrunk.Value != nil {
		n.Shrunk = estimate(x-*r.Shrunk.Value, r.Shrunk.N)
	}
	return n, nil
}

// Findings are what stands out in a rater: an interval that lies wholly on one side of
// what all raters together have, and one score for everybody. They are for a
// conversation, not verdicts.
func (e Effects) Findings(r Rater) []text.Text {
	var out []text.Text
	if c := r.Leniency.Confidence; c != nil && c.Low > 0 {
		out = append(out, raterLenient.With("difference", r.Leniency))
	} else if c != nil && c.High < 0 {
		out = append(out, raterSevere.With("difference", r.Leniency))
	}
	if c := r.Central.Confidence; c != nil && e.Middle.Of > 0 && c.Low > float64(e.Middle.Count)/float64(e.Middle.Of) {
		out = append(out, raterCentral.With("share", r.Central, "all", hundredths(float64(e.Middle.Count)/float64(e.Middle.Of))))
	}
	if c := r.Range.Confidence; c != nil && c.High < 1 {
		out = append(out, raterRestricted.With("ratio", r.Range))
	} else if r.SD.Value != nil && *r.SD.Value == 0 {
		out = append(out, raterOneScore.With("n", r.SD.N))
	}
	if c := r.Halo.Confidence; c != nil && e.Halo.Value != nil && c.Low > *e.Halo.Value {
		out = append(out, raterHalo.With("correlation", r.Halo, "all", hundredths(*e.Halo.Value)))
	}
	return out
}
