package calibration

import (
	"fmt"
	"math"
	"strconv"

	"gonum.org/v1/gonum/mathext"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Statistic is an estimate. It is a float64, unlike the counts, shares and scores of the
// library, and no rule should hang on its last digits. It is never NaN or infinite: what
// has no value, or no interval where others have one, says why.
type Statistic struct {
	Value *float64 `json:"value,omitempty"`
	// N is how many observations it rests on; each statistic says of what.
	N          int         `json:"n"`
	Confidence *Confidence `json:"confidence,omitempty"`
	Undefined  *text.Text  `json:"undefined,omitempty"`
}

// A Confidence is an interval that holds the true value in so many of a hundred samples.
type Confidence struct {
	Level float64 `json:"level"` // 0.95 for 95 %
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// In is the statistic with its interval, to two decimal places, or why there is none.
func (s Statistic) In(l text.Lang) string {
	switch {
	case s.Value == nil && s.Undefined == nil:
		return "-"
	case s.Value == nil:
		return s.Undefined.In(l)
	case s.Confidence == nil:
		return statisticAlone.With("value", hundredths(*s.Value), "n", s.N).In(l)
	}
	return statisticSaid.With("value", hundredths(*s.Value), "n", s.N, "low", hundredths(s.Confidence.Low),
		"high", hundredths(s.Confidence.High), "level", s.Confidence.percent()).In(l)
}

func (c Confidence) percent() string {
	return strconv.FormatFloat(math.Round(c.Level*1e4)/100, 'f', -1, 64)
}

func hundredths(x float64) string {
	x = math.Round(x*100) / 100
	return fmt.Sprintf("%.2f", x+0) // no −0.00
}

func finite(all ...float64) bool {
	for _, x := range all {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return false
		}
	}
	return true
}

// estimate is a value of so many observations, as far as it is a number at all.
func estimate(value float64, n int) Statistic {
	if !finite(value) {
		return undefined(n, statisticRange.Plain())
	}
	return Statistic{Value: new(value), N: n}
}

func undefined(n int, why text.Text) Statistic { return Statistic{N: n, Undefined: &why} }

// within gives a statistic its interval.
func (s Statistic) within(level, low, high float64) Statistic {
	if s.Value == nil {
		return s
	}
	if !finite(low, high) {
		return s.without(new(statisticRange.Plain()))
	}
	s.Confidence = &Confidence{level, low, high}
	return s
}

// without says why there is no interval.
func (s Statistic) without(why *text.Text) Statistic {
	if s.Undefined == nil {
		s.Undefined = why
	}
	return s
}

// checkConfidence refuses what is no level of confidence.
func checkConfidence(v *fault.Violations, level float64) {
	if !(level >= 0.5 && level <= 0.9999) {
		v.Add("confidence", confidenceRange, "level", level)
	}
}

// Quantiles and tails of the distributions, by the incomplete beta and gamma functions
// (Abramowitz & Stegun 1964, 26.5 and 26.4).

// fQuantile is the p quantile of F with d1 and d2 degrees of freedom; not a number where
// there are none.
func fQuantile(p, d1, d2 float64) float64 {
	if !(d1 > 0 && d2 > 0) || !finite(d1, d2) {
		return math.NaN()
	}
	// The beta of the smaller tail, where one minus it keeps its digits.
	x := mathext.InvRegIncBeta(d2/2, d1/2, 1-p)
	return d2 * (1 - x) / (d1 * x)
}

// tQuantile is the p quantile of Student's t, for p of a half and more.
func tQuantile(p, df float64) float64 {
	x := mathext.InvRegIncBeta(df/2, 0.5, 2*(1-p))
	return math.Sqrt(df * (1 - x) / x)
}

func normalQuantile(p float64) float64 { return math.Sqrt2 * math.Erfinv(2*p-1) }

// chiTail is the probability of a chi-square of df degrees of freedom beyond x.
func chiTail(x, df float64) float64 { return mathext.GammaIncRegComp(df/2, x/2) }

// wilson is the score interval of a share (Wilson 1927).
func wilson(s Share, z float64) (low, high float64) {
	n, p := float64(s.Of), float64(s.Count)/float64(s.Of)
	middle := (p + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(p*(1-p)/n+z*z/(4*n*n))
	return max(0, middle-half), min(1, middle+half)
}
