package calibration

import (
	"cmp"
	"math"
	"slices"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// Ratings are what several raters gave the same subjects, to see how far they agree (C5):
// a row for each subject, a column for each rater, nil where one did not judge. Categories
// are numbers too: the rank of a level on its scale. A rating lies within ±1e30.
//
// Every statistic refuses ratings that are ragged, out of bounds or, where it needs all
// of them, missing, with violations at "ratings[row][column]". N is the subjects that were
// counted. Figures that are well formed and say nothing, such as those of one rater or
// without any variance, give a Statistic that says so.
type Ratings [][]*float64

// maxRating bounds a rating: its square and the square of that have to be numbers.
const maxRating = 1e30

func (r Ratings) check(v *fault.Violations, complete bool) {
	for i, row := range r {
		at := fault.Index("ratings", i)
		if len(row) != len(r[0]) {
			v.Add(at, ratingsRagged, "have", len(row), "want", len(r[0]))
		}
		for j, x := range row {
			switch {
			case x == nil && complete:
				v.Add(fault.Index(at, j), ratingMissing)
			case x != nil && !(math.Abs(*x) <= maxRating):
				v.Add(fault.Index(at, j), ratingRange)
			}
		}
		if len(*v) >= maxFaults {
			return
		}
	}
}

// few says that there are too few subjects or raters to agree on anything, or nil.
func (r Ratings) few() *text.Text {
	switch {
	case len(r) < 2:
		return new(fewSubjects.With("have", len(r)))
	case len(r[0]) < 2:
		return new(fewRaters.With("have", len(r[0])))
	}
	return nil
}

// present are the ratings of a row that are there.
func present(row []*float64) []float64 {
	out := make([]float64, 0, len(row))
	for _, x := range row {
		if x != nil {
			out = append(out, *x)
		}
	}
	return out
}

// A Weighting says how much two ratings disagree.
type Weighting string

// The weightings of Cohen's kappa.
const (
	Unweighted Weighting = "unweighted" // they do or they don't (Cohen 1960)
	Linear     Weighting = "linear"     // by the distance between them
	Quadratic  Weighting = "quadratic"  // by the square of the distance (Cohen 1968)
)

var weightingNames = fault.Names[Weighting]{
	Unweighted: {En: "unweighted", Zh: "不加权"}, Linear: {En: "linear weights", Zh: "线性加权"}, Quadratic: {En: "quadratic weights", Zh: "平方加权"},
}

// In is the weighting's name in l.
func (w Weighting) In(l text.Lang) string { return weightingNames.In(w, l) }

// Kappa is Cohen's, the agreement of two raters beyond chance: 1 less what they disagree
// over what they would by chance (Cohen 1960, 1968). It needs two columns and every
// rating; the numbers of the categories give the distances.
func (r Ratings) Kappa(w Weighting) (Statistic, error) {
	var v fault.Violations
	weightingNames.Check(&v, "weighting", w)
	if r.check(&v, true); len(r) > 0 && len(r[0]) != 2 {
		v.Add("ratings", ratersTwo, "have", len(r[0]))
	}
	if len(v) > 0 {
		return Statistic{}, v
	}
	if why := r.few(); why != nil {
		return undefined(len(r), *why), nil
	}
	n := float64(len(r))
	first, second := map[float64]float64{}, map[float64]float64{}
	found := make([]float64, len(r))
	for i, row := range r {
		first[*row[0]]++
		second[*row[1]]++
		found[i] = w.between(*row[0], *row[1])
	}
	// What chance gives is put together in order, so that the last digits never change.
	observed, chance := sum(found), 0.0
	seconds := sorted(second)
	if len(first)*len(second) > maxPairs {
		v.Add("ratings", ratingsMany)
		return Statistic{}, v
	}
	for _, a := range sorted(first) {
		for _, b := range seconds {
			chance += first[a] / n * second[b] * w.between(a, b)
		}
	}
	if chance == 0 {
		return undefined(len(r), noVariance.Plain()), nil
	}
	return estimate(1-observed/chance, len(r)), nil
}

// maxPairs bounds the pairs of different ratings that are compared one by one.
const maxPairs = 1 << 28

func (w Weighting) between(a, b float64) float64 {
	switch {
	case a == b:
		return 0
	case w == Linear:
		return math.Abs(a - b)
	case w == Quadratic:
		return (a - b) * (a - b)
	}
	return 1
}

func sum(all []float64) (total float64) {
	for _, x := range all {
		total += x
	}
	return total
}

func sorted(counts map[float64]float64) []float64 {
	out := make([]float64, 0, len(counts))
	for x := range counts {
		out = append(out, x)
	}
	slices.Sort(out)
	return out
}

// Fleiss is Fleiss' kappa, the agreement of several raters on categories beyond chance
// (Fleiss 1971). Every subject needs the same number of ratings, two or more, by whichever
// raters.
func (r Ratings) Fleiss() (Statistic, error) {
	var v fault.Violations
	r.check(&v, false)
	raters := 0
	for i, row := range r {
		n := len(present(row))
		if i == 0 {
			raters = n
		}
		if n != raters && len(v) < maxFaults {
			v.Add(fault.Index("ratings", i), ratingsUneven, "have", n, "want", raters)
		}
	}
	switch {
	case len(v) > 0:
		return Statistic{}, v
	case len(r) < 2:
		return undefined(len(r), fewSubjects.With("have", len(r))), nil
	case raters < 2:
		return undefined(len(r), fewRaters.With("have", raters)), nil
	}
	totals := map[float64]float64{}
	agreed := 0.0
	for _, row := range r {
		values := present(row)
		for _, x := range values {
			totals[x]++
		}
		agreed += 1 - NominalScale.disagreement(values)/float64(raters*(raters-1))
	}
	agreed /= float64(len(r))
	chance := 0.0
	for _, x := range sorted(totals) {
		share := totals[x] / float64(len(r)*raters)
		chance += share * share
	}
	if len(totals) < 2 {
		return undefined(len(r), noVariance.Plain()), nil
	}
	return estimate((agreed-chance)/(1-chance), len(r)), nil
}

// A Metric says what the numbers of ratings mean, and so how much two of them differ.
type Metric string

// The metrics of Krippendorff's alpha.
const (
	NominalScale  Metric = "nominal"  // names: two are the same or not
	OrdinalScale  Metric = "ordinal"  // an order: by the ratings that lie between
	IntervalScale Metric = "interval" // distances: by their square
	RatioScale    Metric = "ratio"    // distances from zero: by their square relative to the sum
)

var metricNames = fault.Names[Metric]{
	NominalScale: {En: "nominal", Zh: "定类"}, OrdinalScale: {En: "ordinal", Zh: "定序"},
	IntervalScale: {En: "interval", Zh: "定距"}, RatioScale: {En: "ratio", Zh: "定比"},
}

// In is the metric's name in l.
func (m Metric) In(l text.Lang) string { return metricNames.In(m, l) }

// Alpha is Krippendorff's (2011, "Computing Krippendorff's alpha-reliability"): 1 less the
// disagreement within subjects over that between all ratings. Ratings may be missing;
// a subject with fewer than two is not counted, and N is those that are. Ratings on the
// ratio scale are not negative.
func (r Ratings) Alpha(m Metric) (Statistic, error) {
	var v fault.Violations
	metricNames.Check(&v, "metric", m)
	r.check(&v, false)
	var units [][]float64
	var all []float64 // that can be paired
	for i, row := range r {
		values := present(row)
		if m == RatioScale && len(values) > 0 && slices.Min(values) < 0 && len(v) < maxFaults {
			v.Add(fault.Index("ratings", i), ratingNegative)
		}
		if len(values) > 1 {
			units, all = append(units, values), append(all, values...)
		}
	}
	if m == RatioScale && len(all)*len(all) > maxPairs {
		v.Add("ratings", ratingsMany)
	}
	if len(v) > 0 {
		return Statistic{}, v
	}
	if len(units) == 0 {
		return undefined(0, nonePaired.Plain()), nil
	}
	if slices.Min(all) == slices.Max(all) {
		return undefined(len(units), noVariance.Plain()), nil
	}
	if m == OrdinalScale { // what lies between two ratings is the distance of their mean ranks
		ranks, _ := meanRanks(all)
		for i, from := 0, 0; i < len(units); i++ {
			units[i] = ranks[from : from+len(units[i])]
			from += len(units[i])
		}
		all = ranks
	}
	observed := 0.0
	for _, unit := range units {
		observed += m.disagreement(unit) / float64(len(unit)-1)
	}
	return estimate(1-observed*float64(len(all)-1)/m.disagreement(all), len(units)), nil
}

// disagreement sums the metric over all ordered pairs of ratings.
func (m Metric) disagreement(all []float64) (total float64) {
	n := float64(len(all))
	switch m {
	case NominalScale:
		counts := map[float64]float64{}
		for _, x := range all {
			counts[x]++
		}
		total = n * n
		for _, count := range counts { // whole numbers: their order is all one
			total -= count * count
		}
	case RatioScale:
		for i, x := range all {
			for _, y := range all[:i] {
				if x != y {
					away := (x - y) / (x + y)
					total += 2 * away * away
				}
			}
		}
	default:
		var about moments
		for _, x := range all {
			about.add(x)
		}
		total = 2 * n * about.squares
	}
	return total
}

// meanRanks are the ranks of values from 1, equal ones sharing their mean, and the
// correction Σ(t³ − t) over the ties.
func meanRanks(values []float64) (ranks []float64, ties float64) {
	order := make([]int, len(values))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return cmp.Compare(values[a], values[b]) })
	ranks = make([]float64, len(values))
	for begin := 0; begin < len(order); {
		end := begin + 1
		for end < len(order) && values[order[end]] == values[order[begin]] {
			end++
		}
		for _, i := range order[begin:end] {
			ranks[i] = float64(begin+1+end) / 2
		}
		t := float64(end - begin)
		ties += t*t*t - t
		begin = end
	}
	return ranks, ties
}

// A Concordance is how far raters put subjects in the same order, from 0 to 1.
type Concordance struct {
	W          Statistic `json:"w"`
	ChiSquare  Statistic `json:"chiSquare"`
	Freedom    int       `json:"freedom"` // degrees of, for ChiSquare
	Likelihood Statistic `json:"likelihood"`
}

// Concordance is Kendall's W with the correction for ties (Kendall & Babington Smith 1939;
// Siegel & Castellan 1988), with the chi-square of Friedman and how likely one as large is
// without any agreement. That is an approximation: for fewer than eight subjects it is
// rough. It needs every rating; the ranks are worked out here.
func (r Ratings) Concordance() (Concordance, error) {
	var v fault.Violations
	if r.check(&v, true); len(v) > 0 {
		return Concordance{}, v
	}
	if why := r.few(); why != nil {
		none := undefined(len(r), *why)
		return Concordance{W: none, ChiSquare: none, Likelihood: none}, nil
	}
	n, raters := float64(len(r)), float64(len(r[0]))
	sums := make([]float64, len(r))
	column := make([]float64, len(r))
	tied := 0.0
	for j := range r[0] {
		for i := range r {
			column[i] = *r[i][j]
		}
		ranks, ties := meanRanks(column)
		tied += ties
		for i, rank := range ranks {
			sums[i] += rank
		}
	}
	about := 0.0
	for _, s := range sums {
		about += (s - raters*(n+1)/2) * (s - raters*(n+1)/2)
	}
	c := Concordance{Freedom: len(r) - 1}
	most := raters*raters*(n*n*n-n) - raters*tied
	if most <= 0 {
		none := undefined(len(r), noVariance.Plain())
		return Concordance{W: none, ChiSquare: none, Freedom: c.Freedom, Likelihood: none}, nil
	}
	w := min(12*about/most, 1)
	c.W = estimate(w, len(r))
	c.ChiSquare = estimate(raters*(n-1)*w, len(r))
	c.Likelihood = estimate(chiTail(raters*(n-1)*w, n-1), len(r))
	return c, nil
}

// SpearmanBrown is the reliability of a judgement that is so many times as long, by so
// many times as many raters or items, from that of one (Spearman 1910; Brown 1910). It
// refuses a reliability outside −1 to 1 and a factor that is not above 0.
func SpearmanBrown(reliability, factor float64) (Statistic, error) {
	var v fault.Violations
	if !(reliability >= -1 && reliability <= 1) {
		v.Add("reliability", reliabilityRange)
	}
	if !(factor > 0) || math.IsInf(factor, 0) {
		v.Add("factor", factorRange)
	}
	if len(v) > 0 {
		return Statistic{}, v
	}
	below := 1 + (factor-1)*reliability
	if below <= 0 {
		return undefined(0, negativeVariance.Plain()), nil
	}
	return estimate(factor*reliability/below, 0), nil
}
