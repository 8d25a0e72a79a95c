package calibration

import (
	"math"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Form is one of the six intraclass correlations of Shrout & Fleiss (1979). The first
// figure is the model: (1) other raters for every subject, (2) the same raters, a sample
// of many, their leniency counting as disagreement, (3) the same raters and no others,
// their leniency left aside. The second is whether one rating is judged or the mean of k.
type Form string

// The forms.
const (
	ICC11 Form = "ICC(1,1)"
	ICC21 Form = "ICC(2,1)"
	ICC31 Form = "ICC(3,1)"
	ICC1k Form = "ICC(1,k)"
	ICC2k Form = "ICC(2,k)"
	ICC3k Form = "ICC(3,k)"
)

var formNames = fault.Names[Form]{
	ICC11: {En: "one-way, single rating", Zh: "单因素、单次评分"}, ICC1k: {En: "one-way, mean of k", Zh: "单因素、k 次平均"},
	ICC21: {En: "two-way random, single rating", Zh: "双因素随机、单次评分"}, ICC2k: {En: "two-way random, mean of k", Zh: "双因素随机、k 次平均"},
	ICC31: {En: "two-way mixed, single rating", Zh: "双因素混合、单次评分"}, ICC3k: {En: "two-way mixed, mean of k", Zh: "双因素混合、k 次平均"},
}

// In is the form's name in l.
func (f Form) In(l text.Lang) string { return formNames.In(f, l) }

// squares are the mean squares of the two-way analysis of variance.
type squares struct {
	n, k                            float64
	subjects, raters, inside, error float64 // inside: within subjects
}

// ICC is an intraclass correlation with its interval by the F distribution (Shrout &
// Fleiss 1979; McGraw & Wong 1996, table 7). It needs every rating. It is at most 1 and
// can be negative; of few people, model 2 and the mean of k can lie below −1. Where the
// raters agree in everything it is 1 and has no interval.
func (r Ratings) ICC(f Form, confidence float64) (Statistic, error) {
	var v fault.Violations
	formNames.Check(&v, "form", f)
	checkConfidence(&v, confidence)
	if r.check(&v, true); len(v) > 0 {
		return Statistic{}, v
	}
	if why := r.few(); why != nil {
		return undefined(len(r), *why), nil
	}
	a := r.squares()
	noise := a.error
	if f == ICC11 || f == ICC1k {
		noise = a.inside
	}
	above, below := a.coefficient(f)
	switch {
	case a.subjects == 0 && noise == 0:
		return undefined(len(r), noVariance.Plain()), nil
	case below <= 1e-12*(a.subjects+a.raters+a.inside):
		return undefined(len(r), negativeVariance.Plain()), nil
	}
	s := estimate(above/below, len(r))
	if noise == 0 && (a.raters == 0 || (f != ICC21 && f != ICC2k)) {
		return s.without(new(agreedInAll.Plain())), nil
	}
	low, high := a.interval(f, confidence)
	return s.within(confidence, low, high), nil
}

func (r Ratings) squares() squares {
	a := squares{n: float64(len(r)), k: float64(len(r[0]))}
	mean, largest := 0.0, 0.0
	for _, row := range r {
		for _, x := range row {
			mean += *x / (a.n * a.k)
			largest = max(largest, math.Abs(*x))
		}
	}
	columns := make([]float64, len(r[0])) // means, less that of all
	rows := make([]float64, len(r))
	for i, row := range r {
		for j, x := range row {
			rows[i] += (*x - mean) / a.k
			columns[j] += (*x - mean) / a.n
		}
	}
	for i, row := range r {
		a.subjects += a.k * rows[i] * rows[i] / (a.n - 1)
		for j, x := range row {
			inside := *x - mean - rows[i]
			a.inside += inside * inside / (a.n * (a.k - 1))
			a.error += (inside - columns[j]) * (inside - columns[j]) / ((a.n - 1) * (a.k - 1))
		}
	}
	for _, c := range columns {
		a.raters += a.n * c * c / (a.k - 1)
	}
	// What rounding leaves of a variance of nothing is nothing.
	for _, s := range []*float64{&a.subjects, &a.raters, &a.inside, &a.error} {
		if math.Sqrt(*s) <= 1e-13*largest*math.Sqrt(a.n*a.k) {
			*s = 0
		}
	}
	return a
}

// coefficient is the form as a fraction.
func (a squares) coefficient(f Form) (above, below float64) {
	switch f {
	case ICC11:
		return a.subjects - a.inside, a.subjects + (a.k-1)*a.inside
	case ICC1k:
		return a.subjects - a.inside, a.subjects
	case ICC21:
		return a.subjects - a.error, a.subjects + (a.k-1)*a.error + a.k*(a.raters-a.error)/a.n
	case ICC2k:
		return a.subjects - a.error, a.subjects + (a.raters-a.error)/a.n
	case ICC31:
		return a.subjects - a.error, a.subjects + (a.k-1)*a.error
	default:
		return a.subjects - a.error, a.subjects
	}
}

func (a squares) interval(f Form, confidence float64) (low, high float64) {
	p := (1 + confidence) / 2
	if f == ICC21 || f == ICC2k {
		return a.random(f, p)
	}
	noise, freedom := a.error, (a.n-1)*(a.k-1)
	if f == ICC11 || f == ICC1k {
		noise, freedom = a.inside, a.n*(a.k-1)
	}
	ratio := a.subjects / noise
	least := ratio / fQuantile(p, a.n-1, freedom)
	most := ratio * fQuantile(p, freedom, a.n-1)
	if f == ICC1k || f == ICC3k {
		return 1 - 1/least, 1 - 1/most
	}
	return (least - 1) / (least + a.k - 1), (most - 1) / (most + a.k - 1)
}

// random is the interval where raters are a sample: their mean square and that of the
// error count together, with degrees of freedom by Satterthwaite.
func (a squares) random(f Form, p float64) (low, high float64) {
	above, below := a.coefficient(ICC21)
	single := above / below
	weight := a.k * single / (a.n * (1 - single))
	raters := weight * a.raters
	noise := (1 + weight*(a.n-1)) * a.error
	freedom := (raters + noise) * (raters + noise) / (raters*raters/(a.k-1) + noise*noise/((a.n-1)*(a.k-1)))
	rest := a.k*a.raters + (a.k*a.n-a.k-a.n)*a.error
	q := fQuantile(p, a.n-1, freedom)
	low = a.n * (a.subjects - q*a.error) / (q*rest + a.n*a.subjects)
	q = fQuantile(p, freedom, a.n-1)
	high = a.n * (q*a.subjects - a.error) / (rest + a.n*q*a.subjects)
	if f == ICC2k {
		if 1+(a.k-1)*low <= 0 {
			return math.NaN(), math.NaN()
		}
		low, high = a.k*low/(1+(a.k-1)*low), a.k*high/(1+(a.k-1)*high)
	}
	return low, high
}
