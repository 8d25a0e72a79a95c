package calibration_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/rating/calibration"
)

// crowd is a million people in fifty thousand groups, their levels by bands of the score
// with a tenth a level off.
func crowd(people, groups int) []calibration.Entry {
	random := rand.New(rand.NewPCG(1, 2))
	entries := make([]calibration.Entry, people)
	scale := letters(5)
	for i := range entries {
		hundredths := int64(min(max(7500+random.NormFloat64()*900, 0), 9999))
		level := min(max(4-int(hundredths-5500)/900, 0), 4)
		if random.IntN(10) == 0 {
			level = min(level+1, 4)
		}
		entries[i] = calibration.Entry{
			Employee: "e" + strconv.Itoa(i), Group: "g" + strconv.Itoa(random.IntN(groups)),
			Level: scale.Levels[level].Code, Score: new(decimal.New(hundredths, -2)),
		}
	}
	return entries
}

// BenchmarkCalibrateMillion gathers, counts and advises on a million people, and says how
// many times as long that takes as sorting their scores, as decimals and as integers.
func BenchmarkCalibrateMillion(b *testing.B) {
	entries := crowd(1_000_000, 50_000)
	g := guide(b, "S between 5 20", "S+A <= 40", "B between 30 70", "C+D >= 5", "D <= 10")
	scale := letters(5)
	decimals := make([]decimal.Decimal, len(entries))
	integers := make([]int64, len(entries))
	for i, e := range entries {
		decimals[i], integers[i] = *e.Score, e.Score.CoefficientInt64()
	}
	asDecimals := sorting(decimals, decimal.Decimal.Cmp)
	asIntegers := sorting(integers, cmp.Compare[int64])
	b.ReportAllocs()
	moves, unmet := 0, 0
	for b.Loop() {
		p, err := calibration.Gather(scale, stream(entries))
		require.NoError(b, err)
		_, err = p.Table(g)
		require.NoError(b, err)
		all, err := p.Advise(g, calibration.Rules{Ties: calibration.TiesDecided})
		require.NoError(b, err)
		moves, unmet = 0, 0
		for a := range all {
			moves += len(a.Moves)
			if a.Unmet != nil {
				unmet++
			}
		}
	}
	each := b.Elapsed() / time.Duration(b.N)
	b.ReportMetric(float64(each)/float64(asDecimals), "×sort")
	b.ReportMetric(float64(each)/float64(asIntegers), "×sort-int64")
	b.ReportMetric(float64(moves), "moves")
	b.ReportMetric(float64(unmet), "unmet")
}

// sorting is how long it takes to sort, the best of three.
func sorting[T any](all []T, compare func(a, b T) int) time.Duration {
	best := time.Hour
	for range 3 {
		some := slices.Clone(all)
		begin := time.Now()
		slices.SortFunc(some, compare)
		best = min(best, time.Since(begin))
	}
	return best
}

// BenchmarkAdviseOneGroup advises on a single group of a million people.
func BenchmarkAdviseOneGroup(b *testing.B) {
	p := gather(b, letters(5), crowd(1_000_000, 1))
	g := guide(b, "S = 10", "A = 20", "B = 40", "C = 20", "D = 10")
	b.ReportAllocs()
	for b.Loop() {
		advice(b, p, g, calibration.Rules{Ties: calibration.TiesDecided})
	}
}

// BenchmarkRaterEffectsMillion compares fifty thousand raters on a million marks with four
// dimensions, and reads each score beside the others; BenchmarkFairnessMillion compares
// groups of a million people. Both say how many times as long that takes as sorting the
// scores as decimals.
func BenchmarkRaterEffectsMillion(b *testing.B) {
	entries := crowd(1_000_000, 50_000)
	decimals := make([]decimal.Decimal, len(entries))
	all := make([]calibration.Mark, len(entries))
	for i, e := range entries {
		decimals[i] = *e.Score
		all[i] = calibration.Mark{Rater: e.Group, Score: e.Score, Level: e.Level}
		for j := range 4 {
			all[i].Dimensions = append(all[i].Dimensions, entries[(i+j)%len(entries)].Score)
		}
	}
	sort := sorting(decimals, decimal.Decimal.Cmp)
	b.ReportAllocs()
	for b.Loop() {
		e, err := calibration.RaterEffects(calibration.RaterRules{Confidence: 0.95, Middle: []string{"B"}}, stream(all))
		require.NoError(b, err)
		for _, m := range all {
			_, err = e.Normalise(m.Rater, *m.Score)
			require.NoError(b, err)
		}
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(sort), "×sort")
}

func BenchmarkFairnessMillion(b *testing.B) {
	entries := crowd(1_000_000, 50_000)
	decimals := make([]decimal.Decimal, len(entries))
	all := make([]calibration.Case, len(entries))
	for i, e := range entries {
		decimals[i] = *e.Score
		all[i] = calibration.Case{Groups: []string{strconv.Itoa(i % 2), e.Group}, Selected: e.Level == "S", Score: e.Score}
	}
	sort := sorting(decimals, decimal.Decimal.Cmp)
	rules := calibration.FairnessRules{
		Groupings: []string{"half", "group"}, Comparisons: []calibration.Crossing{{By: []string{"half"}}, {By: []string{"half", "group"}}},
	}
	b.ReportAllocs()
	for b.Loop() {
		_, err := rules.Fairness(stream(all))
		require.NoError(b, err)
	}
	b.ReportMetric(float64(b.Elapsed())/float64(b.N)/float64(sort), "×sort")
}
