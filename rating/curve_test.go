package rating

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

func TestCurveScores(t *testing.T) {
	cap120 := ptr("120")
	way := Points{Baseline: ptr("24"), Target: ptr("12"), Unit: number.Hour}
	line := Points{Threshold: ptr("80"), Target: ptr("100")}
	bent := Points{Threshold: ptr("80"), Target: ptr("100"), Stretch: ptr("110"), StretchScore: ptr("150")}
	down := Points{Threshold: ptr("5"), Target: ptr("3"), Stretch: ptr("1"), StretchScore: ptr("120")}
	still := Points{Baseline: ptr("99"), Target: ptr("99")}
	stillDown := Points{Baseline: ptr("2"), Target: ptr("2"), LessIsBetter: true}
	stillBent := Points{Threshold: ptr("2"), Target: ptr("2"), Stretch: ptr("1"), StretchScore: ptr("120")}
	for _, test := range []struct {
		name   string
		curve  Curve
		points Points
		actual string
		want   string
	}{
		{"ratio", Curve{Shape: Ratio}, Points{Target: ptr("200")}, "170", "85"},
		{"ratio of an endless quotient", Curve{Shape: Ratio}, Points{Target: ptr("3")}, "2", "66.666666666666666667"},
		{"ratio capped", Curve{Shape: Ratio, Cap: cap120}, Points{Target: ptr("100")}, "130", "120"},
		{"ratio at the cap", Curve{Shape: Ratio, Cap: cap120}, Points{Target: ptr("100")}, "120", "120"},
		{"ratio below the floor", Curve{Shape: Ratio, Floor: ptr("60")}, Points{Target: ptr("100")}, "59.9", "0"},
		{"ratio at the floor", Curve{Shape: Ratio, Floor: ptr("60")}, Points{Target: ptr("100")}, "60", "60"},
		{"ratio below zero", Curve{Shape: Ratio}, Points{Target: ptr("100")}, "-5", "0"},
		{"ratio below zero kept", Curve{Shape: Ratio, Worse: WorseNegative}, Points{Target: ptr("100")}, "-5", "-5"},
		{"inverse", Curve{Shape: InverseRatio}, Points{Target: ptr("12")}, "24", "50"},
		{"inverse better than asked", Curve{Shape: InverseRatio}, Points{Target: ptr("12")}, "10", "120"},
		{"inverse of zero", Curve{Shape: InverseRatio, Cap: cap120}, Points{Target: ptr("12")}, "0", "120"},
		{"progress downwards", Curve{Shape: Progress}, way, "15", "75"},
		{"progress to the target", Curve{Shape: Progress}, way, "12", "100"},
		{"progress beyond", Curve{Shape: Progress}, way, "6", "150"},
		{"progress backwards", Curve{Shape: Progress}, way, "30", "0"},
		{"progress backwards kept", Curve{Shape: Progress, Worse: WorseNegative}, way, "30", "-50"},
		{"still kept", Curve{Shape: Progress, Still: StillKept}, still, "99", "100"},
		{"still better", Curve{Shape: Progress, Still: StillKept}, still, "99.5", "100"},
		{"still not kept", Curve{Shape: Progress, Still: StillKept}, still, "98.9", "0"},
		{"still downwards better", Curve{Shape: Progress, Still: StillKept}, stillDown, "1", "100"},
		{"still downwards not kept", Curve{Shape: Progress, Still: StillKept}, stillDown, "3", "0"},
		{"still, then to the stretch", Curve{Shape: Linear, Still: StillKept}, stillBent, "1.5", "110"},
		{"still, short of the target", Curve{Shape: Linear, Still: StillKept}, stillBent, "2.5", "0"},
		{"linear", Curve{Shape: Linear}, line, "85", "25"},
		{"linear at the threshold", Curve{Shape: Linear}, line, "80", "0"},
		{"linear below it", Curve{Shape: Linear}, line, "70", "0"},
		{"linear keeps straight on", Curve{Shape: Linear}, line, "110", "150"},
		{"bent at the target", Curve{Shape: Linear}, bent, "100", "100"},
		{"bent behind it", Curve{Shape: Linear}, bent, "104", "120"},
		{"bent at the stretch", Curve{Shape: Linear}, bent, "110", "150"},
		{"level beyond the stretch", Curve{Shape: Linear}, bent, "200", "150"},
		{"capped before the stretch", Curve{Shape: Linear, Cap: cap120}, bent, "108", "120"},
		{"bent downwards", Curve{Shape: Linear}, down, "2", "110"},
		{"before the target downwards", Curve{Shape: Linear}, down, "4", "50"},
	} {
		t.Run(test.name, func(t *testing.T) {
			score, why, err := test.curve.Score(ptr(test.actual), test.points)
			require.NoError(t, err)
			assert.Equal(t, test.want, score.String(), "%s", why.Tree(text.English))
		})
	}
}

func TestCurveRefusesWhatItCanNotScore(t *testing.T) {
	for _, test := range []struct {
		name   string
		curve  Curve
		points Points
		actual *decimal.Decimal
		want   []string
	}{
		{
			"no figure and no target",
			Curve{Shape: Ratio},
			Points{},
			nil,
			[]string{"actual curve.actual.required", "target curve.point.required"},
		},
		{"no baseline", Curve{Shape: Progress}, Points{Target: ptr("1")}, ptr("1"), []string{"baseline curve.point.required"}},
		{
			"no threshold, stretch without its score",
			Curve{Shape: Linear},
			Points{Target: ptr("1"), Stretch: ptr("2")},
			ptr("1"),
			[]string{"threshold curve.point.required", "stretchScore curve.point.required"},
		},
		{
			"score without its stretch",
			Curve{Shape: Linear},
			Points{Threshold: ptr("0"), Target: ptr("1"), StretchScore: ptr("2")},
			ptr("1"),
			[]string{"stretch curve.point.required"},
		},
		{"ratio to nothing", Curve{Shape: Ratio}, Points{Target: ptr("0")}, ptr("1"), []string{"target curve.target.positive"}},
		{"ratio to less", Curve{Shape: Ratio}, Points{Target: ptr("-100")}, ptr("-80"), []string{"target curve.target.positive"}},
		{"inverse of zero, no cap", Curve{Shape: InverseRatio}, Points{Target: ptr("1")}, ptr("0"), []string{"actual curve.actual.zero"}},
		{"inverse of less", Curve{Shape: InverseRatio}, Points{Target: ptr("1")}, ptr("-1"), []string{"actual curve.actual.negative"}},
		{
			"start at the target",
			Curve{Shape: Progress},
			Points{Baseline: ptr("5"), Target: ptr("5.0")},
			ptr("5"),
			[]string{"target curve.target.still"},
		},
		{
			"worse refused",
			Curve{Shape: Progress, Worse: WorseRefused},
			Points{Baseline: ptr("5"), Target: ptr("9")},
			ptr("4"),
			[]string{"actual curve.actual.worse"},
		},
		{
			"stretch before the target",
			Curve{Shape: Linear},
			Points{Threshold: ptr("5"), Target: ptr("3"), Stretch: ptr("4"), StretchScore: ptr("100")},
			ptr("4"),
			[]string{"stretch curve.stretch.beyond", "stretchScore curve.stretchscore.low"},
		},
		{
			"huge figures",
			Curve{Shape: Ratio},
			Points{Target: new(decimal.New(1, 2_000_000_000))},
			new(decimal.New(1, -2_000_000_000)),
			[]string{"target number.bounds", "actual number.bounds"},
		},
		{
			"a curve that is none",
			Curve{Shape: "round", Worse: "so", Still: "so", Cap: ptr("-1"), Floor: new(decimal.New(1, 99))},
			Points{Target: ptr("1")},
			ptr("1"),
			[]string{
				"shape curve.shape.unknown", "worse choice.unknown", "still choice.unknown",
				"cap curve.end.negative", "floor number.bounds",
			},
		},
		{
			"floor contradicted",
			Curve{Shape: Ratio, Cap: ptr("50"), Floor: ptr("60"), Worse: WorseNegative},
			Points{Target: ptr("1")},
			ptr("1"),
			[]string{"floor curve.floor.above", "worse curve.floor.negative"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := test.curve.Score(test.actual, test.points)
			violated(t, err, test.want...)
		})
	}
}

func TestCurveExplainsItsEnds(t *testing.T) {
	points := Points{Target: ptr("3000"), Unit: number.Yuan}
	_, why, err := Curve{Shape: Ratio, Cap: ptr("120")}.Score(ptr("4000"), points)
	require.NoError(t, err)
	assert.Equal(t, `4000 CNY scores 120 %
  actual ÷ target: 4000 CNY ÷ 3000 CNY × 100 = 133.333333… %
  133.333333… % is above the cap of 120 %, which is what it scores`, why.Tree(text.English))
	_, why, err = Curve{Shape: Ratio, Floor: ptr("60")}.Score(ptr("1500"), points)
	require.NoError(t, err)
	assert.Equal(t, `实际值1500元，得分0%
  实际值 ÷ 目标值：1500元 ÷ 3000元 × 100 = 50%
  50%低于保底线60%，计 0%`, why.Tree(text.Chinese))
}

func anyFigure(t *rapid.T, name string, from, to int64) decimal.Decimal {
	places := rapid.Int32Range(0, 4).Draw(t, name+" places")
	return decimal.New(rapid.Int64Range(from, to).Draw(t, name), -places)
}

// anyCurve draws a curve with points that fit it.
func anyCurve(t *rapid.T) (Curve, Points) {
	c := Curve{
		Shape: rapid.SampledFrom([]Shape{Ratio, InverseRatio, Progress, Linear}).Draw(t, "shape"),
		Worse: rapid.SampledFrom([]WorsePolicy{WorseZero, WorseNegative}).Draw(t, "worse"),
		Still: StillKept,
		Cap:   new(anyFigure(t, "cap", 0, 2_000_000)),
	}
	if c.Worse == WorseZero && rapid.Bool().Draw(t, "floored") {
		c.Floor = new(decimal.Min(*c.Cap, anyFigure(t, "floor", 0, 1_000_000)))
	}
	if c.Shape == Ratio || c.Shape == InverseRatio {
		return c, Points{Target: new(anyFigure(t, "target", 1, 1_000_000))}
	}
	p := Points{Target: new(anyFigure(t, "target", -1000, 1000)), LessIsBetter: rapid.Bool().Draw(t, "less")}
	start := anyFigure(t, "start", -1000, 1000)
	p.Baseline, p.Threshold = &start, &start
	if rapid.Bool().Draw(t, "stretched") {
		ahead := p.Target.Sub(start)
		if ahead.IsZero() {
			ahead = num("-1.5")
		}
		p.Stretch = new(p.Target.Add(ahead))
		p.StretchScore = new(num("100.5").Add(anyFigure(t, "more", 0, 1000)))
	}
	return c, p
}

func TestScoreIsMonotoneInTheFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, p := anyCurve(t)
		require.NoError(t, c.CheckPoints(p))
		from := int64(-5000)
		direction := 1
		switch c.Shape {
		case InverseRatio:
			from, direction = 0, -1
		case Progress, Linear:
			direction = p.direction(c.Shape)
		case Ratio:
		}
		a, b := anyFigure(t, "a", from, 5000), anyFigure(t, "b", from, 5000)
		scoreA, whyA, err := c.Score(&a, p)
		require.NoError(t, err)
		scoreB, whyB, err := c.Score(&b, p)
		require.NoError(t, err)
		if a.Cmp(b)*direction > 0 {
			scoreA, scoreB = scoreB, scoreA
		}
		assert.True(t, scoreA.LessThanOrEqual(scoreB), "%s\n%s", whyA.Tree(text.English), whyB.Tree(text.English))
		assert.True(t, scoreB.LessThanOrEqual(*c.Cap))
	})
}

func TestScoreAtTheTargetIs100(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, p := anyCurve(t)
		c.Cap, c.Floor = nil, nil
		score, why, err := c.Score(p.Target, p)
		require.NoError(t, err)
		assert.Equal(t, "100", fmt.Sprint(score), "%s", why.Tree(text.English))
	})
}
