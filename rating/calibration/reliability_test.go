package calibration_test

import (
	"encoding/json"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

// ratings are rows of figures, with · where one is missing.
func ratings(rows ...string) calibration.Ratings {
	var out calibration.Ratings
	for _, row := range rows {
		var line []*float64
		for field := range strings.FieldsSeq(row) {
			var x *float64
			if field != "·" {
				if err := json.Unmarshal([]byte(field), &x); err != nil {
					panic(err)
				}
			}
			line = append(line, x)
		}
		out = append(out, line)
	}
	return out
}

// turned has the columns as rows.
func turned(r calibration.Ratings) calibration.Ratings {
	out := make(calibration.Ratings, len(r[0]))
	for j := range out {
		for i := range r {
			out[j] = append(out[j], r[i][j])
		}
	}
	return out
}

// counted are subjects of which so many raters chose each category.
func counted(rows ...[]int) calibration.Ratings {
	var out calibration.Ratings
	for _, row := range rows {
		var line []*float64
		for category, n := range row {
			for range n {
				line = append(line, new(float64(category)))
			}
		}
		out = append(out, line)
	}
	return out
}

// crossed is two raters' table of so many subjects at each pair of categories.
func crossed(table [][]int) calibration.Ratings {
	var out calibration.Ratings
	for a, row := range table {
		for b, n := range row {
			for range n {
				out = append(out, []*float64{new(float64(a)), new(float64(b))})
			}
		}
	}
	return out
}

func value(t require.TestingT, s calibration.Statistic, err error) float64 {
	require.NoError(t, err)
	require.NotNil(t, s.Value, "%v", s.Undefined)
	return *s.Value
}

// shroutFleiss is the example of Shrout & Fleiss (1979), table 2: six targets by four judges.
var shroutFleiss = ratings("9 2 5 8", "6 1 3 2", "8 4 6 8", "7 1 2 6", "10 5 6 9", "6 2 4 7")

// The coefficients are those of Shrout & Fleiss (1979), table 4; the intervals those that
// the R package psych prints for the same data.
func TestICCAgreesWithShroutAndFleiss(t *testing.T) {
	for form, want := range map[calibration.Form][3]float64{
		calibration.ICC11: {0.17, -0.133, 0.72}, calibration.ICC21: {0.29, 0.019, 0.76}, calibration.ICC31: {0.71, 0.342, 0.95},
		calibration.ICC1k: {0.44, -0.884, 0.91}, calibration.ICC2k: {0.62, 0.071, 0.93}, calibration.ICC3k: {0.91, 0.676, 0.99},
	} {
		s, err := shroutFleiss.ICC(form, 0.95)
		assert.InDelta(t, want[0], value(t, s, err), 0.005, "%s", form)
		require.NotNil(t, s.Confidence, "%s: %v", form, s.Undefined)
		assert.InDelta(t, want[1], s.Confidence.Low, 0.0005, "%s", form)
		assert.InDelta(t, want[2], s.Confidence.High, 0.005, "%s", form)
		assert.Equal(t, 6, s.N)
	}
}

// krippendorff is the example of Krippendorff (2011), section C: four observers, twelve
// units, missing data.
var krippendorff = turned(ratings(
	"1 2 3 3 2 1 4 1 2 · · ·",
	"1 2 3 3 2 2 4 1 2 5 · 3",
	"· 3 3 3 2 3 4 2 2 5 1 ·",
	"1 2 3 3 2 4 4 1 2 5 1 ·",
))

func TestAlphaAgreesWithKrippendorff(t *testing.T) {
	for metric, want := range map[calibration.Metric]float64{
		calibration.NominalScale: 0.743, calibration.OrdinalScale: 0.815, calibration.IntervalScale: 0.849, calibration.RatioScale: 0.797,
	} {
		s, err := krippendorff.Alpha(metric)
		assert.InDelta(t, want, value(t, s, err), 0.0005, "%s", metric)
		assert.Equal(t, 11, s.N)
	}
}

// diagnosed is the example of Fleiss (1971), table 1: thirty patients, six psychiatrists;
// depression, personality disorder, schizophrenia, neurosis, other.
var diagnosed = counted(
	[]int{0, 0, 0, 6, 0}, []int{0, 3, 0, 0, 3}, []int{0, 1, 4, 0, 1}, []int{0, 0, 0, 0, 6}, []int{0, 3, 0, 3, 0},
	[]int{2, 0, 4, 0, 0}, []int{0, 0, 4, 0, 2}, []int{2, 0, 3, 1, 0}, []int{2, 0, 0, 4, 0}, []int{0, 0, 0, 0, 6},
	[]int{1, 0, 0, 5, 0}, []int{1, 1, 0, 4, 0}, []int{0, 3, 3, 0, 0}, []int{1, 0, 0, 5, 0}, []int{0, 2, 0, 3, 1},
	[]int{0, 0, 5, 0, 1}, []int{3, 0, 0, 1, 2}, []int{5, 1, 0, 0, 0}, []int{0, 2, 0, 4, 0}, []int{1, 0, 2, 0, 3},
	[]int{0, 0, 0, 0, 6}, []int{0, 1, 0, 5, 0}, []int{0, 2, 0, 1, 3}, []int{2, 0, 0, 4, 0}, []int{1, 0, 0, 4, 1},
	[]int{0, 5, 0, 1, 0}, []int{4, 0, 0, 0, 2}, []int{0, 2, 0, 4, 0}, []int{1, 0, 5, 0, 0}, []int{0, 0, 0, 0, 6},
)

func TestFleissKappaAgreesWithThePublished(t *testing.T) {
	s, err := diagnosed.Fleiss()
	assert.InDelta(t, 0.430, value(t, s, err), 0.0005, "Fleiss 1971")
	s, err = counted(
		[]int{0, 0, 0, 0, 14}, []int{0, 2, 6, 4, 2}, []int{0, 0, 3, 5, 6}, []int{0, 3, 9, 2, 0}, []int{2, 2, 8, 1, 1},
		[]int{7, 7, 0, 0, 0}, []int{3, 2, 6, 3, 0}, []int{2, 5, 3, 2, 2}, []int{6, 5, 2, 1, 0}, []int{0, 2, 2, 3, 7},
	).Fleiss()
	assert.InDelta(t, 0.210, value(t, s, err), 0.0005, "Wikipedia, Fleiss' kappa")
}

// anxious is the data set anxiety of the R package irr: twenty people, three raters.
var anxious = ratings(
	"3 3 2", "3 6 1", "3 4 4", "4 6 4", "5 2 3", "5 4 2", "2 2 1", "3 4 6", "5 3 1", "2 3 1",
	"2 2 1", "6 3 2", "1 3 3", "5 3 3", "2 2 1", "2 2 1", "1 1 3", "2 3 3", "4 3 2", "3 4 2",
)

func TestKappaAgreesWithThePublished(t *testing.T) {
	two := make(calibration.Ratings, len(anxious))
	for i, row := range anxious {
		two[i] = row[:2]
	}
	// The answers of 91 couples (Agresti 1990, table 2.10), and what the R package vcd gives.
	couples := [][]int{{7, 7, 2, 3}, {2, 8, 3, 7}, {1, 5, 4, 9}, {2, 8, 9, 14}}
	for name, one := range map[string]struct {
		ratings calibration.Ratings
		weights calibration.Weighting
		want    float64
		digits  float64
	}{
		"Cohen 1968, table 1, unweighted": {crossed([][]int{{44, 5, 1}, {7, 20, 3}, {9, 5, 6}}), calibration.Unweighted, 0.492, 0.0005},
		"Wikipedia, Cohen's kappa":        {crossed([][]int{{20, 5}, {10, 15}}), calibration.Unweighted, 0.40, 1e-9},
		"Agresti, unweighted":             {crossed(couples), calibration.Unweighted, 0.1293, 0.00005},
		"Agresti, linear":                 {crossed(couples), calibration.Linear, 0.2374, 0.00005},
		"irr, anxiety, squared":           {two, calibration.Quadratic, 0.297, 0.0005},
	} {
		s, err := one.ratings.Kappa(one.weights)
		assert.InDelta(t, one.want, value(t, s, err), one.digits, name)
	}
}

func TestConcordanceAgreesWithThePublished(t *testing.T) {
	c, err := anxious.Concordance() // what the R package irr prints, corrected for ties
	assert.InDelta(t, 0.54, value(t, c.W, err), 0.005)
	assert.InDelta(t, 30.8, *c.ChiSquare.Value, 0.05)
	assert.InDelta(t, 0.0429, *c.Likelihood.Value, 0.0005)
	assert.Equal(t, 19, c.Freedom)
	c, err = turned(ratings("1 2 3 4", "1 2 3 4", "4 3 2 1")).Concordance()
	assert.InDelta(t, 1.0/9, value(t, c.W, err), 1e-12)
}

func TestSpearmanBrownLengthensAJudgement(t *testing.T) {
	s, err := calibration.SpearmanBrown(0.7148407, 4) // ICC(3,1) to ICC(3,k)
	assert.InDelta(t, 0.9093155, value(t, s, err), 1e-6)
	s, err = calibration.SpearmanBrown(-0.5, 3)
	require.NoError(t, err)
	assert.Nil(t, s.Value)
	assert.NotNil(t, s.Undefined)
	for _, bad := range [][2]float64{{1.1, 2}, {math.NaN(), 2}, {0.5, 0}, {0.5, math.Inf(1)}, {0.5, math.NaN()}} {
		_, err = calibration.SpearmanBrown(bad[0], bad[1])
		require.ErrorIs(t, err, fault.ErrInvalid)
	}
}

func TestRatingsThatSayNothingAreUndefinedWithTheReason(t *testing.T) {
	alike, rows := ratings("0.1 0.1 0.1", "0.1 0.1 0.1"), ratings("0.1 0.2", "0.1 0.2", "0.1 0.2")
	one := ratings("1", "2", "3")
	for name, s := range map[string]func() (calibration.Statistic, error){
		"no rating":            func() (calibration.Statistic, error) { return calibration.Ratings{}.ICC(calibration.ICC11, 0.95) },
		"one subject":          func() (calibration.Statistic, error) { return ratings("1 2").ICC(calibration.ICC11, 0.95) },
		"one rater":            func() (calibration.Statistic, error) { return one.ICC(calibration.ICC31, 0.95) },
		"no variance, ICC":     func() (calibration.Statistic, error) { return alike.ICC(calibration.ICC21, 0.95) },
		"only raters differ":   func() (calibration.Statistic, error) { return rows.ICC(calibration.ICC31, 0.95) },
		"opposed raters":       func() (calibration.Statistic, error) { return ratings("1 2", "2 1").ICC(calibration.ICC2k, 0.95) },
		"no variance, alpha":   func() (calibration.Statistic, error) { return alike.Alpha(calibration.IntervalScale) },
		"nobody twice":         func() (calibration.Statistic, error) { return ratings("1 ·", "· 2").Alpha(calibration.NominalScale) },
		"no variance, Fleiss":  func() (calibration.Statistic, error) { return alike.Fleiss() },
		"one rater, Fleiss":    func() (calibration.Statistic, error) { return one.Fleiss() },
		"no variance, kappa":   func() (calibration.Statistic, error) { return ratings("1 1", "1 1").Kappa(calibration.Unweighted) },
		"no ratings, kappa":    func() (calibration.Statistic, error) { return calibration.Ratings{}.Kappa(calibration.Linear) },
		"no variance, Kendall": func() (calibration.Statistic, error) { c, err := alike.Concordance(); return c.W, err },
		"one rater, Kendall":   func() (calibration.Statistic, error) { c, err := one.Concordance(); return c.Likelihood, err },
	} {
		got, err := s()
		require.NoError(t, err, name)
		assert.Nil(t, got.Value, name)
		require.NotNil(t, got.Undefined, name)
		assert.Equal(t, got.Undefined.In(text.Chinese), got.In(text.Chinese), name)
	}
	s, err := ratings("1 1", "5 5", "3 3").ICC(calibration.ICC21, 0.95)
	assert.InDelta(t, 1.0, value(t, s, err), 1e-12)
	assert.Nil(t, s.Confidence)
	assert.NotNil(t, s.Undefined, "perfect agreement has no interval and says so")
}

func TestRatingsThatAreMalformedAreRefusedByPlace(t *testing.T) {
	bad := ratings("1 2 3", "1 ·", "1 2 3")
	bad[2][1] = new(math.NaN())
	_, err := bad.ICC("ICC(9)", 1)
	require.ErrorIs(t, err, fault.ErrInvalid)
	var paths []string
	for _, v := range fault.Of(err) {
		paths = append(paths, v.Path)
	}
	assert.Equal(t, []string{"form", "confidence", "ratings[1]", "ratings[1][1]", "ratings[2][1]"}, paths)
	_, err = ratings("1 2 3").Kappa("cubic")
	assert.Len(t, fault.Of(err), 2)
	_, err = ratings("1 2 ·", "1 2 3").Fleiss()
	require.ErrorIs(t, err, fault.ErrInvalid)
	_, err = ratings("-1 2", "1 2").Alpha(calibration.RatioScale)
	require.ErrorIs(t, err, fault.ErrInvalid)
	_, err = ratings("1e31 2", "1 2").Concordance()
	require.ErrorIs(t, err, fault.ErrInvalid)
	many := make(calibration.Ratings, 10_000)
	for i := range many {
		many[i] = []*float64{new(float64(i)), new(float64(2 * i))}
	}
	_, err = many.Alpha(calibration.RatioScale)
	require.ErrorIs(t, err, fault.ErrInvalid, "the ratio scale compares each with each")
	s, err := many.Alpha(calibration.OrdinalScale)
	assert.Less(t, value(t, s, err), 1.0)
}

// sound holds that nothing leaves as NaN or infinity, and that a missing value says why.
func sound(t require.TestingT, all ...calibration.Statistic) {
	for _, s := range all {
		_, err := json.Marshal(s)
		require.NoError(t, err)
		require.True(t, s.Value != nil || s.Undefined != nil, "%+v", s)
		require.NotEmpty(t, s.In(text.English))
		if s.Value != nil {
			require.False(t, math.IsNaN(*s.Value) || math.IsInf(*s.Value, 0))
		}
		if c := s.Confidence; c != nil {
			require.False(t, math.IsNaN(c.Low+c.High) || math.IsInf(c.Low+c.High, 0))
			require.LessOrEqual(t, c.Low, c.High)
		}
	}
}

func anyRatings(t *rapid.T, missing bool) calibration.Ratings {
	cell := rapid.SampledFrom([]float64{0, 0.1, 1, 2, 2, 3, 5, -4, 1e30, -1e30, 1e-300})
	if rapid.Bool().Draw(t, "plain") {
		cell = rapid.Float64Range(0, 5)
	}
	r := make(calibration.Ratings, rapid.IntRange(0, 6).Draw(t, "subjects"))
	k := rapid.IntRange(0, 4).Draw(t, "raters")
	for i := range r {
		r[i] = make([]*float64, k)
		for j := range r[i] {
			if !missing || rapid.IntRange(0, 3).Draw(t, "there") > 0 {
				r[i][j] = new(cell.Draw(t, "rating"))
			}
		}
	}
	return r
}

func TestReliabilityIsANumberInBoundsOrSaysWhyNot(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRatings(t, rapid.Bool().Draw(t, "missing"))
		within := func(s calibration.Statistic, err error, low, high float64) {
			if err != nil {
				require.ErrorIs(t, err, fault.ErrInvalid)
				return
			}
			sound(t, s)
			if s.Value != nil {
				require.LessOrEqual(t, *s.Value, high+1e-9)
				require.GreaterOrEqual(t, *s.Value, low-1e-9)
			}
		}
		for _, form := range []calibration.Form{calibration.ICC11, calibration.ICC31} {
			s, err := r.ICC(form, 0.95)
			within(s, err, -1, 1)
		}
		for _, form := range []calibration.Form{calibration.ICC21, calibration.ICC1k, calibration.ICC2k, calibration.ICC3k} {
			s, err := r.ICC(form, 0.9)
			within(s, err, math.Inf(-1), 1)
		}
		for _, w := range []calibration.Weighting{calibration.Unweighted, calibration.Linear, calibration.Quadratic} {
			s, err := r.Kappa(w)
			within(s, err, -1, 1)
		}
		for _, m := range []calibration.Metric{calibration.NominalScale, calibration.OrdinalScale, calibration.IntervalScale, calibration.RatioScale} {
			s, err := r.Alpha(m)
			within(s, err, -1, 1)
		}
		s, err := r.Fleiss()
		within(s, err, -1, 1)
		c, err := r.Concordance()
		within(c.W, err, 0, 1)
		within(c.Likelihood, err, 0, 1)
	})
}

func TestReliabilityIgnoresTheOrderOfPeopleAndRaters(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := make(calibration.Ratings, rapid.IntRange(3, 8).Draw(t, "subjects"))
		k := rapid.IntRange(2, 4).Draw(t, "raters")
		for i := range r {
			for range k {
				r[i] = append(r[i], new(float64(rapid.IntRange(1, 5).Draw(t, "rating"))))
			}
		}
		rows := rapid.Permutation(slices.Clone(r)).Draw(t, "rows")
		other := turned(rapid.Permutation(turned(rows)).Draw(t, "columns"))
		scaled := make(calibration.Ratings, len(r))
		a, b := rapid.Float64Range(0.1, 10).Draw(t, "scale"), rapid.Float64Range(-100, 100).Draw(t, "shift")
		for i := range r {
			for _, x := range r[i] {
				scaled[i] = append(scaled[i], new(a**x+b))
			}
		}
		same := func(one, two calibration.Statistic, err error) {
			require.NoError(t, err)
			require.Equal(t, one.Value == nil, two.Value == nil)
			if one.Value != nil {
				require.InDelta(t, *one.Value, *two.Value, 1e-8*max(1, math.Abs(*one.Value)))
			}
		}
		for _, form := range []calibration.Form{calibration.ICC11, calibration.ICC21, calibration.ICC31, calibration.ICC1k, calibration.ICC2k, calibration.ICC3k} {
			one, _ := r.ICC(form, 0.95)
			two, err := other.ICC(form, 0.95)
			same(one, two, err)
			two, err = scaled.ICC(form, 0.95)
			same(one, two, err)
			if one.Confidence != nil && two.Confidence != nil {
				require.InDelta(t, one.Confidence.Low, two.Confidence.Low, 1e-6*max(1, math.Abs(one.Confidence.Low)))
			}
		}
		for _, m := range []calibration.Metric{calibration.NominalScale, calibration.OrdinalScale, calibration.IntervalScale, calibration.RatioScale} {
			one, _ := r.Alpha(m)
			two, err := other.Alpha(m)
			same(one, two, err)
			if m == calibration.OrdinalScale || m == calibration.IntervalScale {
				two, err = scaled.Alpha(m)
				same(one, two, err)
			}
		}
		one, _ := r.Fleiss()
		two, err := other.Fleiss()
		same(one, two, err)
		first, _ := r.Concordance()
		second, err := scaled.Concordance()
		same(first.W, second.W, err)
		same(first.Likelihood, second.Likelihood, err)
	})
}

func TestPerfectAgreementIsOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := ratings("1 1 1", "2 2 2")
		for range rapid.IntRange(0, 6).Draw(t, "more") {
			x := rapid.Float64Range(0, 10).Draw(t, "rating")
			r = append(r, []*float64{&x, &x, &x})
		}
		for _, m := range []calibration.Metric{calibration.NominalScale, calibration.OrdinalScale, calibration.IntervalScale, calibration.RatioScale} {
			s, err := r.Alpha(m)
			require.InDelta(t, 1, value(t, s, err), 1e-12)
		}
		s, err := r.Fleiss()
		require.InDelta(t, 1, value(t, s, err), 1e-12)
		c, err := r.Concordance()
		require.InDelta(t, 1, value(t, c.W, err), 1e-12)
		for i := range r {
			r[i] = r[i][:2]
		}
		s, err = r.Kappa(calibration.Quadratic)
		require.InDelta(t, 1, value(t, s, err), 1e-12)
	})
}
