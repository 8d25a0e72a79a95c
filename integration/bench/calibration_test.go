package bench

import (
	"cmp"
	"iter"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/rating/calibration"
)

// letters is a scale of five levels.
func letters() rating.Scale {
	var s rating.Scale
	for _, code := range []string{"S", "A", "B", "C", "D"} {
		s.Levels = append(s.Levels, rating.Level{Code: code})
	}
	return s
}

// crowd is a million people in so many groups, their levels by bands of the score with a
// tenth a level off.
func crowd(groups int) []calibration.Entry {
	random := rand.New(rand.NewPCG(1, 2))
	entries := make([]calibration.Entry, million)
	levels := letters().Levels
	for i := range entries {
		hundredths := int64(min(max(7500+random.NormFloat64()*900, 0), 9999))
		level := min(max(4-int(hundredths-5500)/900, 0), 4)
		if random.IntN(10) == 0 {
			level = min(level+1, 4)
		}
		entries[i] = calibration.Entry{
			Employee: "e" + strconv.Itoa(i), Group: "g" + strconv.Itoa(random.IntN(groups)),
			Level: levels[level].Code, Score: new(decimal.New(hundredths, -2)),
		}
	}
	return entries
}

func stream[T any](all []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, one := range all {
			if !yield(one, nil) {
				return
			}
		}
	}
}

func limit(op calibration.Op, share, to int64, levels ...string) calibration.Limit {
	l := calibration.Limit{Levels: levels, Op: op, Share: decimal.New(share, 0)}
	if op == calibration.Between {
		l.To = new(decimal.New(to, 0))
	}
	return l
}

// BenchmarkCalibrateMillion sets calibrating a million people in fifty thousand groups, and
// in one, against sorting their scores.
func BenchmarkCalibrateMillion(b *testing.B) {
	entries := crowd(50_000)
	b.Run("sorting decimals", func(b *testing.B) {
		for b.Loop() {
			scores := make([]decimal.Decimal, len(entries))
			for i, e := range entries {
				scores[i] = *e.Score
			}
			slices.SortFunc(scores, decimal.Decimal.Cmp)
		}
	})
	b.Run("sorting int64", func(b *testing.B) {
		for b.Loop() {
			scores := make([]int64, len(entries))
			for i, e := range entries {
				scores[i] = e.Score.CoefficientInt64()
			}
			slices.SortFunc(scores, cmp.Compare[int64])
		}
	})
	calibrate := func(b *testing.B, entries []calibration.Entry, g calibration.Guide) {
		b.Helper()
		b.ReportAllocs()
		for b.Loop() {
			p, err := calibration.Gather(letters(), stream(entries))
			require.NoError(b, err)
			_, err = p.Table(g)
			require.NoError(b, err)
			all, err := p.Advise(g, calibration.Rules{Ties: calibration.TiesDecided})
			require.NoError(b, err)
			moves := 0
			for a := range all {
				moves += len(a.Moves)
			}
			require.NotZero(b, moves)
		}
	}
	b.Run("table and advice", func(b *testing.B) {
		calibrate(b, entries, calibration.Guide{Limits: []calibration.Limit{
			limit(calibration.Between, 5, 20, "S"), limit(calibration.AtMost, 40, 0, "S", "A"), limit(calibration.Between, 30, 70, "B"),
			limit(calibration.AtLeast, 5, 0, "C", "D"), limit(calibration.AtMost, 10, 0, "D"),
		}})
	})
	b.Run("rater effects", func(b *testing.B) {
		marks := make([]calibration.Mark, len(entries))
		for i, e := range entries {
			marks[i] = calibration.Mark{Rater: e.Group, Score: e.Score, Level: e.Level}
			for j := range 4 {
				marks[i].Dimensions = append(marks[i].Dimensions, entries[(i+j)%len(entries)].Score)
			}
		}
		b.ReportAllocs()
		for b.Loop() {
			effects, err := calibration.RaterEffects(calibration.RaterRules{Confidence: 0.95, Middle: []string{"B"}}, stream(marks))
			require.NoError(b, err)
			for _, m := range marks {
				_, err = effects.Normalise(m.Rater, *m.Score)
				require.NoError(b, err)
			}
		}
	})
	b.Run("fairness", func(b *testing.B) {
		cases := make([]calibration.Case, len(entries))
		for i, e := range entries {
			cases[i] = calibration.Case{Groups: []string{strconv.Itoa(i % 2), e.Group}, Selected: e.Level == "S", Score: e.Score}
		}
		rules := calibration.FairnessRules{
			Groupings: []string{"half", "group"}, Comparisons: []calibration.Crossing{{By: []string{"half"}}, {By: []string{"half", "group"}}},
		}
		b.ReportAllocs()
		for b.Loop() {
			_, err := rules.Fairness(stream(cases))
			require.NoError(b, err)
		}
	})
	b.Run("table and advice, one group", func(b *testing.B) {
		entries := crowd(1)
		var exact []calibration.Limit
		for i, share := range []int64{10, 20, 40, 20, 10} {
			exact = append(exact, limit(calibration.Exactly, share, 0, letters().Levels[i].Code))
		}
		calibrate(b, entries, calibration.Guide{Method: calibration.LargestRemainder, Limits: exact})
	})
}
