package rating

import (
	"math"
	"math/bits"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// Columns say what the figures of a row are, in their order.
type Columns struct {
	// Metrics are the names of the metrics whose figures a row has.
	Metrics []string `json:"metrics"`
	// Judged are the codes of the dimensions for which a row has the level that a person
	// gave.
	Judged []string `json:"judged,omitempty"`
}

// Columns are what the rules need of a person: the metrics that are given, not worked
// out, and the dimensions that are judged, in the policy's order.
func (r *Rules) Columns() Columns {
	var c Columns
	for _, m := range r.policy.Metrics {
		if m.From == nil {
			c.Metrics = append(c.Metrics, m.Name)
		}
	}
	for _, d := range r.policy.Dimensions {
		if d.Table == nil {
			c.Judged = append(c.Judged, d.Code)
		}
	}
	return c
}

// A Scorer rates row after row, without explanation and without allocating. It works in
// integers of fixed point; a row whose digits do not fit, or with which anything else is
// out of the ordinary, it rates as [Rules.Rate] does, so that score and level are always
// the same, digit for digit. A Scorer is for one goroutine at a time; the rules that it
// comes from are safe for any number.
type Scorer struct {
	rules   *Rules
	columns Columns
	metrics []int // the column of each metric; −1: none
	judged  []int // the column of each dimension; −1: none
	reads   []read
	figures []int64
	regions []int // of each metric, how many cuts its figure has reached
	whole   bool  // every figure that is needed has a column
}

// A read is a column that is needed: the metric and the places of its integer.
type read struct {
	column, metric int32
	places         uint8
}

// Scorer is a scorer for rows with these columns. A column that the policy does not know
// is ignored, so that one population can be rated by two policies; what has no column is
// missing in every row. A column given twice, or for a metric that is worked out, is
// refused.
func (r *Rules) Scorer(columns Columns) (*Scorer, error) {
	var v fault.Violations
	checkTwice(&v, "metrics", columns.Metrics)
	checkTwice(&v, "judged", columns.Judged)
	s := &Scorer{
		rules:   r,
		columns: Columns{Metrics: slices.Clone(columns.Metrics), Judged: slices.Clone(columns.Judged)},
		figures: make([]int64, len(r.policy.Metrics)),
		regions: make([]int, len(r.policy.Metrics)),
	}
	for _, m := range r.policy.Metrics {
		at := slices.Index(columns.Metrics, m.Name)
		if at >= 0 && m.From != nil {
			v.Add(fault.Index("metrics", at), derivedGiven, "metric", m)
		}
		s.metrics = append(s.metrics, at)
	}
	for _, d := range r.policy.Dimensions {
		s.judged = append(s.judged, slices.Index(columns.Judged, d.Code))
	}
	if len(v) > 0 {
		return nil, v
	}
	if r.fast != nil {
		s.whole = true
		for _, n := range r.fast.needed {
			column := s.metrics[n.metric]
			s.whole = s.whole && column >= 0
			s.reads = append(s.reads, read{int32(column), int32(n.metric), n.places})
		}
	}
	return s, nil
}

func checkTwice(v *fault.Violations, path string, names []string) {
	seen := map[string]bool{}
	for i, name := range names {
		if seen[name] {
			v.Add(fault.Index(path, i), codeTwice, "code", text.Excerpt(name))
		}
		seen[name] = true
	}
}

// Rate is the level and the score of a row: a figure for each column of metrics, and the
// code of a level for each column of judged dimensions, empty where nobody judged. The
// errors are those of [Rules.Rate].
func (s *Scorer) Rate(figures []Figure, judged []string) (level string, score Figure, err error) {
	if program := s.rules.fast; program != nil && s.whole && len(figures) == len(s.columns.Metrics) && len(judged) == len(s.columns.Judged) {
		if rank, units, ok := program.run(s, figures, judged); ok {
			return s.rules.policy.Scale.Levels[rank].Code, plain(units, program.places), nil
		}
	}
	rated, err := s.Explain(figures, judged)
	if err != nil {
		return "", Figure{}, err
	}
	return rated.Level, FigureOf(rated.Score), nil
}

// noReason stands where a reason would, in every language.
const noReason = "—"

// Explain rates a row as [Rules.Rate] does, with the whole derivation. A row has no room
// for the reasons of judgements, so they read "—".
func (s *Scorer) Explain(figures []Figure, judged []string) (Rating, error) {
	var v fault.Violations
	if have, want := len(figures), len(s.columns.Metrics); have != want {
		v.Add("metrics", rowLength, "have", have, "want", want)
	}
	if have, want := len(judged), len(s.columns.Judged); have != want {
		v.Add("judged", rowLength, "have", have, "want", want)
	}
	if len(v) > 0 {
		return Rating{}, v
	}
	in := Inputs{Metrics: map[string]number.Quantity{}, Judged: map[string]Judgement{}}
	for i, m := range s.rules.policy.Metrics {
		if at := s.metrics[i]; at >= 0 && figures[at].Known() {
			in.Metrics[m.Name] = number.Quantity{Value: figures[at].Decimal(), Unit: m.Unit}
		}
	}
	for i, d := range s.rules.policy.Dimensions {
		if at := s.judged[i]; at >= 0 && d.Table == nil && judged[at] != "" {
			in.Judged[d.Code] = Judgement{Level: judged[at], Reason: noReason}
		}
	}
	return s.rules.Rate(in)
}

// A program is a policy in integers: the tables as jumps from comparison to comparison,
// the points of a level multiplied with the weight of its dimension.
type program struct {
	needed     []needed
	idle       []int // metrics that nothing needs; their figures are checked all the same
	worked     []worked
	code       []jump
	cuts       []cut
	dimensions []weighted
	gates      []gate
	// The sum of the weighted points is divided by this to be a score with places.
	divisor divisor
	factor  int64
	places  uint8
	mode    number.Mode
	bands   []int64 // a score from here on has the level; the last, of all others, is left out
	levels  []string
}

// A needed is a metric that is needed, and the places of its integer.
type needed struct {
	metric int
	places uint8
}

// A jump compares a metric with a figure and goes on, to another or, with a complement
// (below zero), to an end: the rank of a level, or nowhere.
type jump struct {
	at      int64
	metric  int32
	yes, no int32
}

// A cut is all that a metric is compared with, in order.
type cut struct {
	metric int
	at     []int64
}

// A fork is where jumps lead to, looked up by the regions of the metrics that they
// compare. Where there are too many combinations, ends is nil and the jumps are followed.
type fork struct {
	start int32
	steps []step
	ends  []uint8
}

// A step is how far in the ends of a fork the next region of a metric is.
type step struct{ metric, by int }

// nowhere is the end of a table in which no row holds.
const nowhere = maxLevels

// A weighted is a dimension: its table, and points × weight by rank.
type weighted struct {
	fork

	judged bool
	points []int64
}

type gate struct {
	fork

	rank, otherwise int
}

// The ends of a gate's condition.
const (
	gateOpen = 0
	gateShut = 1
)

// run rates a row; ok is false when it has to be done in decimals.
func (p *program) run(s *Scorer, row []Figure, judged []string) (rank int, score int64, ok bool) {
	figures := s.figures
	for i := range s.reads {
		r := &s.reads[i]
		f := &row[r.column]
		if have := uint8(f.form) - 1; have <= r.places {
			more := &scales[(r.places-have)%32]
			if f.units >= more.most || f.units <= -more.most {
				return 0, 0, false
			}
			figures[r.metric] = f.units * more.power
			continue
		}
		units, fits := f.at(r.places)
		if !fits {
			return 0, 0, false
		}
		figures[r.metric] = units
	}
	for _, metric := range p.idle {
		if column := s.metrics[metric]; column >= 0 && row[column].form == formExact {
			return 0, 0, false
		}
	}
	for i := range p.worked {
		w := &p.worked[i]
		units, fits := w.run(figures)
		if !fits {
			return 0, 0, false
		}
		figures[w.metric] = units
	}
	regions := s.regions
	for i := range p.cuts {
		c := &p.cuts[i]
		figure, region := figures[c.metric], 0
		for _, at := range c.at {
			region += 1 + int((figure-at)>>63) // one more where the figure is not below; neither overflows
		}
		regions[c.metric] = region
	}
	sum := int64(0)
	for i := range p.dimensions {
		d := &p.dimensions[i]
		rank := -1
		if d.judged {
			if column := s.judged[i]; column >= 0 {
				rank = slices.Index(p.levels, judged[column])
			}
		} else {
			rank = p.end(&d.fork, figures, regions)
		}
		if uint(rank) >= uint(len(d.points)) {
			return 0, 0, false
		}
		sum += d.points[rank]
	}
	score = p.divisor.round(sum*p.factor, false, p.mode)
	rank = 0
	for _, from := range p.bands {
		rank -= int((score - from) >> 63)
	}
	for i := 0; i < len(p.gates); i++ {
		if g := &p.gates[i]; g.rank == rank && p.end(&g.fork, figures, regions) == gateShut {
			rank, i = g.otherwise, -1
		}
	}
	return rank, score, true
}

// end is where a fork leads to.
func (p *program) end(f *fork, figures []int64, regions []int) int {
	if f.ends == nil {
		return p.follow(f.start, figures)
	}
	at := 0
	for _, s := range f.steps {
		at += regions[s.metric] * s.by
	}
	return int(f.ends[at])
}

// follow is the end that the jumps from start lead to.
func (p *program) follow(start int32, figures []int64) int {
	for start >= 0 {
		j := &p.code[start]
		if figures[j.metric] >= j.at {
			start = j.yes
		} else {
			start = j.no
		}
	}
	return int(^start)
}

// A divisor divides by a power of ten; where n is below small, by multiplying with inverse,
// 2^64 ÷ by rounded up, which is several times as fast.
type divisor struct {
	by      int64
	inverse uint64
	small   uint64
}

func divisorOf(places int) divisor {
	by := powers[places]
	if by == 1 {
		return divisor{by: 1}
	}
	inverse := math.MaxUint64/uint64(by) + 1
	return divisor{by: by, inverse: inverse, small: min(inverse-1, math.MaxInt64)}
}

func (d *divisor) divide(n int64) (quotient, rest int64) {
	if uint64(n) < d.small {
		high, _ := bits.Mul64(uint64(n), d.inverse)
		return int64(high), n - int64(high)*d.by
	}
	if d.by == 1 {
		return n, 0
	}
	return n / d.by, n % d.by
}

// round is n divided and rounded; beyond says that a little more was cut off from n,
// which is then not below zero.
func (d *divisor) round(n int64, beyond bool, mode number.Mode) int64 {
	if mode == number.HalfUp && n >= 0 { // the usual, without a branch
		quotient, _ := d.divide(n + d.by/2)
		return quotient
	}
	quotient, rest := d.divide(n)
	if rest == 0 && !beyond {
		return quotient
	}
	sign := int64(1)
	if n < 0 {
		sign, rest = -1, -rest
	}
	away := false
	switch mode {
	case number.Up:
		away = true
	case number.Down:
	case number.Ceiling:
		away = sign > 0
	case number.Floor:
		away = sign < 0
	case number.HalfUp:
		away = rest >= d.by-rest
	case number.HalfEven:
		away = rest > d.by-rest || (rest == d.by-rest && (beyond || quotient%2 != 0))
	}
	if away {
		quotient += sign
	}
	return quotient
}

// A worked is a metric that is worked out, and the places it is rounded to.
type worked struct {
	metric   int
	slopes   []slope
	divisor  divisor // of Σ weight × score
	mode     number.Mode
	multiply int64 // from the places it is rounded to, to those it is compared at
	near     *nearby
}

// A slope is a curve that is one division: (figure − start) × 100 ÷ span, or the inverse.
type slope struct {
	metric      int
	weight      int64
	inverse     bool
	start, span int64 // under inverse, span is 100 × target
	hundred     int64 // −100 where less is better
	limit       int64 // of |figure|
	worse       WorsePolicy
	above       AbovePolicy
	capped      bool
	most, least share
}

func (w *worked) run(figures []int64) (int64, bool) {
	units, sure := int64(0), false
	if w.near != nil {
		units, sure = w.near.estimate(figures)
	}
	if !sure {
		var fits bool
		if units, fits = w.exactly(figures); !fits {
			return 0, false
		}
	}
	return units * w.multiply, true
}

// A share is a number that is not below zero: whole and 10^−18ths.
type share struct{ whole, part uint64 }

const wholeShare = 1_000_000_000_000_000_000

func (s share) less(t share) bool {
	return s.whole < t.whole || (s.whole == t.whole && s.part < t.part)
}

// exactly is the weighted mean of the scores, rounded once. Where the digits that are cut
// off a score at 18 places could matter, it is left to the decimals.
func (w *worked) exactly(figures []int64) (int64, bool) {
	var whole, high, low, lost uint64 // Σ weight × share; the parts need 128 bits
	for i := range w.slopes {
		s := &w.slopes[i]
		score, cut, ok := s.score(figures[s.metric])
		if !ok {
			return 0, false
		}
		if cut {
			lost += uint64(s.weight)
		}
		whole += uint64(s.weight) * score.whole
		h, l := bits.Mul64(uint64(s.weight), score.part)
		var carry uint64
		low, carry = bits.Add64(low, l, 0)
		high += h + carry
	}
	carried, rest := bits.Div64(high, low, wholeShare)
	return w.divisor.round(int64(whole+carried), rest+lost > 0, w.mode), rest+lost < wholeShare
}

// score is the score that [Curve] gives, cut to 18 places, and whether anything was cut.
func (s *slope) score(figure int64) (score share, cut, ok bool) {
	if figure > s.limit || figure < -s.limit {
		return share{}, false, false
	}
	over, under := (figure-s.start)*s.hundred, s.span
	if s.inverse {
		over, under = s.span, figure
		if figure <= 0 {
			return s.most, false, figure == 0 && s.capped
		}
	}
	if over < 0 {
		return share{}, false, s.worse == WorseZero
	}
	score = share{whole: uint64(over / under)}
	if rest := uint64(over % under); rest != 0 {
		high, low := bits.Mul64(rest, wholeShare)
		var left uint64
		score.part, left = bits.Div64(high, low, uint64(under))
		cut = left != 0
	}
	if score.less(s.least) {
		return share{}, false, true
	}
	if s.capped && (s.most.less(score) || (cut && s.most == score)) {
		switch s.above {
		case AboveCut:
			return s.most, false, true
		case AboveRefused:
			return share{}, false, false
		case AboveKept:
		}
	}
	return score, cut, score.whole < maxWhole
}

// fixed is a decimal's integer at a number of places, where it fits.
func fixed(d decimal.Decimal, places uint8) (int64, bool) { return FigureOf(d).at(places) }

// decimals is how many places a decimal has, without zeros at its end.
func decimals(d decimal.Decimal) uint8 {
	places := max(0, -d.Exponent())
	for places > 0 && d.Equal(d.Truncate(places-1)) {
		places--
	}
	return uint8(places)
}
