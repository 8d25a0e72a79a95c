package rating

import (
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// num is a decimal written down in a test.
func num(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func ptr(s string) *decimal.Decimal { return new(num(s)) }

func named(s string) text.Label { return text.Label{En: s} }

// bands is a scale from bands written "code from to", best first, rounded to one place.
func bands(list ...string) Scale {
	s := Scale{Name: "test", Rounding: number.Rounding{Places: 1, Mode: number.HalfUp}}
	for _, band := range list {
		f := strings.Fields(band)
		s.Levels = append(s.Levels, Level{Code: f[0], Label: named(f[0]), From: num(f[1]), To: num(f[2])})
	}
	return s
}

func four() Scale { return bands("A 90 100", "B 80 90", "C 60 80", "D 0 60") }

// violated asserts exactly these problems, each written "path code", in any order.
func violated(t *testing.T, err error, want ...string) {
	t.Helper()
	require.ErrorIs(t, err, fault.ErrInvalid)
	var have []string
	for _, v := range fault.Of(err) {
		have = append(have, strings.TrimSpace(v.Path+" "+strings.TrimPrefix(v.Code, "rating.")))
	}
	assert.ElementsMatch(t, want, have, "%v", err)
}

func TestScaleRefusesBandsNamingTheNumbers(t *testing.T) {
	for name, test := range map[string]struct {
		scale Scale
		want  string
		says  string
	}{
		"gap": {
			bands("A 90 100", "B 80 89", "C 0 80"), "levels[1] scale.band.gap",
			"levels[1]: scores between 89 and 90 belong to no level: “B” ends at 89 and “A” begins at 90",
		},
		"overlap": {
			bands("A 90 100", "B 80 92", "C 0 80"), "levels[1] scale.band.overlap",
			"levels[1]: scores between 90 and 92 belong to both “A” and “B”",
		},
		"band within a band": {
			bands("A 0 100", "B 40 60"), "levels[1] scale.band.overlap",
			"levels[1]: scores between 40 and 60 belong to both “A” and “B”",
		},
		"worst first": {
			bands("B 0 90", "A 90 100"), "levels[1] scale.levels.order",
			"levels[1]: “A” stands after “B”, but its scores are higher; levels stand from the best to the worst",
		},
		"empty band": {
			bands("A 90 100", "B 90 90", "C 0 90"), "levels[1] scale.band.empty",
			"levels[1]: the band of “B” is empty: it runs from 90 to 90",
		},
		"band between two rounded scores": {
			bands("A 90.08 100", "B 90.02 90.08", "C 0 90.02"), "levels[1] scale.level.unreached",
			"levels[1]: “B” can never be reached: no rounded score (decimal places: 1) lies between 90.02 and 90.08",
		},
		"end that rounding passes": {
			bands("A 90 99.95", "B 0 90"), "levels[0].to scale.end.unrounded",
			"levels[0].to: the scale ends at 99.95, which is no rounded score (decimal places: 1); rounding could carry a score past it",
		},
	} {
		t.Run(name, func(t *testing.T) {
			err := test.scale.Validate()
			violated(t, err, test.want)
			assert.Equal(t, test.says, fault.In(err, text.English))
		})
	}
}

func TestScaleSaysWhatIsWrongWithItsBandsBesideItsRounding(t *testing.T) {
	s := bands("A 90 100", "B 80 92", "C 0 80")
	s.Rounding.Mode = "nearest"
	violated(t, s.Validate(), "rounding.mode number.rounding.mode", "levels[1] scale.band.overlap")
}

func TestScaleRefusesEverythingAtOnce(t *testing.T) {
	s := bands("A 90 100", "A 70 80", "C 80 60", "D 0 60")
	s.Levels[0].Label = text.Label{}
	s.Levels[3].Code = " D"
	s.Levels[3].From = decimal.New(1, 400)
	s.Rounding = number.Rounding{Places: -1, Mode: "nearest"}
	s.Boundary = "middle"
	violated(t, s.Validate(),
		"rounding.places number.rounding.places", "rounding.mode number.rounding.mode",
		"boundary scale.boundary.unknown", "levels[0].label label.required", "levels[1].code code.twice",
		"levels[2] scale.band.empty", "levels[3].code code.unfit", "levels[3].from number.bounds")
	violated(t, Scale{Rounding: s.Rounding}.Validate(),
		"rounding.places number.rounding.places", "rounding.mode number.rounding.mode", "levels scale.levels.required")
	violated(t, Scale{Levels: make([]Level, 101), Rounding: four().Rounding}.Validate(), "levels list.long")
}

func TestScaleFindsTheLevelOfARoundedScore(t *testing.T) {
	up, down := four(), four()
	down.Boundary = BoundaryDown
	for _, test := range []struct{ score, up, down string }{
		{"100", "A", "A"},
		{"90", "A", "B"},
		{"89.95", "A", "B"},
		{"89.94", "B", "B"},
		{"82", "B", "B"},
		{"80", "B", "C"},
		{"60.04", "C", "D"},
		{"60", "C", "D"},
		{"0", "D", "D"},
		{"100.04", "A", "A"},
	} {
		for s, want := range map[*Scale]string{&up: test.up, &down: test.down} {
			require.NoError(t, s.Validate())
			l, err := s.Of(num(test.score))
			require.NoError(t, err, test.score)
			assert.Equal(t, want, l.Code, "%s %s", s.Boundary, test.score)
		}
	}
}

func TestScaleRefusesAScoreOutsideIt(t *testing.T) {
	for _, score := range []string{"100.05", "-0.1", "1000"} {
		_, err := four().Of(num(score))
		violated(t, err, "scale.score.outside")
	}
	_, err := four().Of(decimal.New(1, 2_000_000_000))
	violated(t, err, "number.bounds")
	_, err = Scale{Rounding: four().Rounding}.Of(num("1"))
	violated(t, err, "scale.score.outside")
}

func TestScaleRanksFromTheBest(t *testing.T) {
	rank, ok := four().Rank("C")
	assert.True(t, ok)
	assert.Equal(t, 2, rank)
	_, ok = four().Level("E")
	assert.False(t, ok)
}

// anyScale draws a valid scale of up to six levels.
func anyScale(t *rapid.T) Scale {
	s := Scale{
		Rounding: number.Rounding{
			Places: rapid.Int32Range(0, 2).Draw(t, "places"),
			Mode: rapid.SampledFrom([]number.Mode{
				number.HalfUp, number.HalfEven, number.Up, number.Down, number.Ceiling, number.Floor,
			}).Draw(t, "mode"),
		},
		Boundary: rapid.SampledFrom([]Boundary{"", BoundaryUp, BoundaryDown}).Draw(t, "boundary"),
	}
	to := decimal.New(rapid.Int64Range(50, 120).Draw(t, "top"), 0)
	for i := range rapid.IntRange(1, 6).Draw(t, "levels") {
		from := to.Sub(decimal.New(rapid.Int64Range(2, 30).Draw(t, "width"), 0))
		code := string(rune('A' + i))
		s.Levels = append(s.Levels, Level{Code: code, Label: named(code), From: from, To: to})
		to = from
	}
	return s
}

func TestBandsPartitionTheScale(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScale(t)
		require.NoError(t, s.Validate())
		low, high := s.ends()
		score := decimal.New(rapid.Int64Range(low.Shift(3).IntPart(), high.Shift(3).IntPart()).Draw(t, "score"), -3)
		if rapid.Bool().Draw(t, "bound") {
			score = rapid.SampledFrom(s.Levels).Draw(t, "level").From
		}
		found, err := s.Of(score)
		require.NoError(t, err)
		rounded := s.Rounding.Round(score)
		holding := 0
		for i, l := range s.Levels {
			if s.holds(i, rounded) {
				holding++
				assert.Equal(t, found.Code, l.Code)
			}
		}
		assert.Equal(t, 1, holding, "%s", rounded)
		better, err := s.Of(decimal.Min(score.Add(num("0.5")), high))
		require.NoError(t, err)
		was, _ := s.Rank(found.Code)
		is, _ := s.Rank(better.Code)
		assert.LessOrEqual(t, is, was, "a higher score is never a worse level")
	})
}
