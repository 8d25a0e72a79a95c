package rating

import (
	"fmt"
	"strings"
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
	band := Points{Low: ptr("20"), High: ptr("22")}
	falling := Points{Low: ptr("20"), High: ptr("22"), Tolerance: ptr("4")}
	thirds := Points{Low: ptr("2"), High: ptr("2"), Tolerance: ptr("3")}
	late := Points{Target: ptr("10"), Unit: number.Day, LessIsBetter: true}
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
		{"above the cap, kept", Curve{Shape: Ratio, Cap: cap120, Above: AboveKept}, Points{Target: ptr("100")}, "130", "130"},
		{"at the cap, where above is refused", Curve{Shape: Ratio, Cap: cap120, Above: AboveRefused}, Points{Target: ptr("100")}, "120", "120"},
		{"range at its lower bound", Curve{Shape: Range}, band, "20", "100"},
		{"range at its upper bound", Curve{Shape: Range}, band, "22", "100"},
		{"range below", Curve{Shape: Range}, band, "19.99", "0"},
		{"range above", Curve{Shape: Range}, band, "22.01", "0"},
		{"range falling below", Curve{Shape: Range}, falling, "19", "75"},
		{"range falling above", Curve{Shape: Range}, falling, "25", "25"},
		{"range at the tolerance", Curve{Shape: Range}, falling, "26", "0"},
		{"range far beyond the tolerance", Curve{Shape: Range}, falling, "-900", "0"},
		{"range of one figure", Curve{Shape: Range}, Points{Low: ptr("5"), High: ptr("5.0")}, "5.00", "100"},
		{"range falling by thirds", Curve{Shape: Range}, thirds, "1", "66.666666666666666667"},
		{"binary met", Curve{Shape: Binary}, Points{Target: ptr("3")}, "3", "100"},
		{"binary not met", Curve{Shape: Binary}, Points{Target: ptr("3")}, "2.9", "0"},
		{"binary met downwards", Curve{Shape: Binary}, Points{Target: ptr("0"), LessIsBetter: true}, "0", "100"},
		{"binary not met downwards", Curve{Shape: Binary}, Points{Target: ptr("0"), LessIsBetter: true}, "1", "0"},
		{"below the first step", stairs(Stepped, "80 60", "90 80", "100 100", "110 120"), Points{}, "79.9", "0"},
		{"on a step", stairs(Stepped, "80 60", "90 80", "100 100", "110 120"), Points{}, "90", "80"},
		{"between two steps", stairs(Stepped, "80 60", "90 80", "100 100", "110 120"), Points{}, "99.9", "80"},
		{"beyond the last step", stairs(Stepped, "80 60", "90 80", "100 100", "110 120"), Points{}, "500", "120"},
		{"steps downwards", stairs(Stepped, "5 60", "2 100"), Points{}, "4", "60"},
		{"below the first step downwards", stairs(Stepped, "5 60", "2 100"), Points{}, "5.1", "0"},
		{"one step downwards", stairs(Stepped, "5 60"), Points{LessIsBetter: true}, "4", "60"},
		{"interpolated", stairs(Interpolated, "80 60", "90 80", "100 100", "110 120"), Points{}, "87.5", "75"},
		{"interpolated by thirds", stairs(Interpolated, "0 0", "3 100"), Points{}, "1", "33.333333333333333333"},
		{"interpolated at the first", stairs(Interpolated, "80 60", "90 80"), Points{}, "80", "60"},
		{"interpolated below the first", stairs(Interpolated, "80 60", "90 80"), Points{}, "79", "0"},
		{"interpolated beyond the last", stairs(Interpolated, "80 60", "90 80"), Points{}, "95", "80"},
		{"interpolated downwards", stairs(Interpolated, "5 60", "1 100"), Points{}, "2", "90"},
		{"points off per percent", Curve{Shape: PointsOff, Off: ptr("2")}, Points{Target: ptr("200")}, "195", "95"},
		{"points off, target met", Curve{Shape: PointsOff, Off: ptr("2")}, Points{Target: ptr("200")}, "220", "100"},
		{"points off for costs", Curve{Shape: PointsOff, Off: ptr("5")}, Points{Target: ptr("200"), LessIsBetter: true}, "203", "92.5"},
		{"points off, begun in full", Curve{Shape: PointsOff, Off: ptr("2"), Begun: BegunInFull}, Points{Target: ptr("200")}, "195", "94"},
		{"points off, begun ignored", Curve{Shape: PointsOff, Off: ptr("2"), Begun: BegunIgnored}, Points{Target: ptr("200")}, "195", "96"},
		{"points off, none begun", Curve{Shape: PointsOff, Off: ptr("2"), Begun: BegunInFull}, Points{Target: ptr("200")}, "196", "96"},
		{"points off per day", Curve{Shape: PointsOff, Off: ptr("5"), Per: PerUnit}, late, "13", "85"},
		{"points off per day begun", Curve{Shape: PointsOff, Off: ptr("5"), Per: PerUnit, Begun: BegunInFull}, late, "10.2", "95"},
		{"more than all points off", Curve{Shape: PointsOff, Off: ptr("5"), Per: PerUnit}, late, "31", "0"},
		{"more than all points off, kept", Curve{Shape: PointsOff, Off: ptr("5"), Per: PerUnit, Worse: WorseNegative}, late, "31", "-5"},
		{"points off to below the floor", Curve{Shape: PointsOff, Off: ptr("5"), Per: PerUnit, Floor: ptr("60")}, late, "19", "0"},
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
			Curve{
				Shape: "round", Above: "so", Worse: "so", Still: "so", Per: "so", Begun: "so", Cap: ptr("-1"),
				Floor: new(decimal.New(1, 99)),
			},
			Points{Target: ptr("1")},
			ptr("1"),
			[]string{
				"shape curve.shape.unknown", "above choice.unknown", "worse choice.unknown", "still choice.unknown",
				"per choice.unknown", "begun choice.unknown", "per curve.setting.unused", "begun curve.setting.unused",
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
		{
			"above the cap refused",
			Curve{Shape: Ratio, Cap: ptr("120"), Above: AboveRefused},
			Points{Target: ptr("1")},
			ptr("1.21"),
			[]string{"actual curve.actual.above"},
		},
		{"above without a cap", Curve{Shape: Ratio, Above: AboveKept}, Points{Target: ptr("1")}, ptr("1"), []string{"above curve.cap.required"}},
		{"range without bounds", Curve{Shape: Range}, Points{}, ptr("1"), []string{"low curve.point.required", "high curve.point.required"}},
		{
			"range the wrong way round",
			Curve{Shape: Range},
			Points{Low: ptr("2"), High: ptr("1"), Tolerance: ptr("0")},
			ptr("1"),
			[]string{"low curve.range.turned", "tolerance curve.tolerance.positive"},
		},
		{"no steps", Curve{Shape: Stepped}, Points{}, ptr("1"), []string{"steps curve.setting.required"}},
		{"too many steps", Curve{Shape: Stepped, Steps: make([]Step, 101)}, Points{}, ptr("1"), []string{"steps list.long"}},
		{
			"steps that turn and fall",
			stairs(Interpolated, "1 50", "2 -40", "2 60", "1.5 70"),
			Points{},
			ptr("1"),
			[]string{
				"steps[1].score curve.end.negative", "steps[1].score curve.steps.fall",
				"steps[2].at curve.steps.turn", "steps[3].at curve.steps.turn",
			},
		},
		{"two steps at one figure", stairs(Interpolated, "1 50", "1.0 60"), Points{}, ptr("1"), []string{"steps[1].at curve.steps.turn"}},
		{
			"steps out of bounds",
			stairs(Stepped, "1e40 50", "2 1e40"),
			Points{},
			ptr("1"),
			[]string{"steps[0].at number.bounds", "steps[1].score number.bounds"},
		},
		{"huge points off", Curve{Shape: PointsOff, Off: ptr("1e40")}, Points{Target: ptr("1")}, ptr("1"), []string{"off number.bounds"}},
		{"nothing to take off", Curve{Shape: PointsOff}, Points{Target: ptr("1")}, ptr("1"), []string{"off curve.setting.required"}},
		{
			"points off a percentage of nothing",
			Curve{Shape: PointsOff, Off: ptr("0"), Steps: []Step{{}}},
			Points{Target: ptr("0")},
			ptr("1"),
			[]string{"off curve.off.positive", "steps curve.setting.unused", "target curve.target.positive"},
		},
		{
			"more than all points off refused",
			Curve{Shape: PointsOff, Off: ptr("5"), Per: PerUnit, Worse: WorseRefused},
			Points{Target: ptr("10"), LessIsBetter: true},
			ptr("31"),
			[]string{"actual curve.actual.off"},
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

// stairs is a curve of steps written "figure score".
func stairs(s Shape, list ...string) Curve {
	c := Curve{Shape: s}
	for _, step := range list {
		at, score, _ := strings.Cut(step, " ")
		c.Steps = append(c.Steps, Step{At: num(at), Score: num(score)})
	}
	return c
}

func anyFigure(t *rapid.T, name string, from, to int64) decimal.Decimal {
	places := rapid.Int32Range(0, 4).Draw(t, name+" places")
	return decimal.New(rapid.Int64Range(from, to).Draw(t, name), -places)
}

// anyCurve draws a curve with points that fit it.
func anyCurve(t *rapid.T) (Curve, Points) {
	c := Curve{
		Shape: rapid.SampledFrom([]Shape{
			Ratio, InverseRatio, Progress, Linear, Range, Binary, Stepped, Interpolated, PointsOff,
		}).Draw(t, "shape"),
		Worse: rapid.SampledFrom([]WorsePolicy{WorseZero, WorseNegative}).Draw(t, "worse"),
		Still: StillKept,
		Cap:   new(anyFigure(t, "cap", 0, 2_000_000)),
	}
	if c.Worse == WorseZero && rapid.Bool().Draw(t, "floored") {
		c.Floor = new(decimal.Min(*c.Cap, anyFigure(t, "floor", 0, 1_000_000)))
	}
	switch c.Shape {
	case Ratio, InverseRatio:
		return c, Points{Target: new(anyFigure(t, "target", 1, 1_000_000))}
	case Range:
		low := anyFigure(t, "low", -1000, 1000)
		p := Points{Low: &low, High: new(low.Add(anyFigure(t, "width", 0, 1000)))}
		if rapid.Bool().Draw(t, "tolerant") {
			p.Tolerance = new(anyFigure(t, "tolerance", 1, 1000))
		}
		return c, p
	case Stepped, Interpolated:
		at, score := anyFigure(t, "first", -1000, 1000), decimal.Zero
		way := rapid.SampledFrom([]decimal.Decimal{num("1"), num("-1")}).Draw(t, "way")
		for range rapid.IntRange(1, 6).Draw(t, "steps") {
			score = score.Add(anyFigure(t, "rise", 0, 50))
			c.Steps = append(c.Steps, Step{At: at, Score: score})
			at = at.Add(way.Mul(anyFigure(t, "stride", 1, 500)))
		}
		return c, Points{LessIsBetter: way.IsNegative()}
	case PointsOff:
		c.Off = new(anyFigure(t, "off", 1, 20))
		c.Per = rapid.SampledFrom([]Per{"", PerUnit}).Draw(t, "per")
		c.Begun = rapid.SampledFrom([]BegunPolicy{"", BegunInFull, BegunIgnored}).Draw(t, "begun")
		return c, Points{Target: new(anyFigure(t, "target", 1, 1000)), LessIsBetter: rapid.Bool().Draw(t, "less")}
	case Binary, Progress, Linear:
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

// anyActual draws a figure from the least on, often close to where the curve bends.
func anyActual(t *rapid.T, name string, c Curve, p Points) decimal.Decimal {
	least := num("-5000")
	if c.Shape == InverseRatio {
		least = decimal.Zero
	}
	bends := []decimal.Decimal{anyFigure(t, name, -5000, 5000)}
	for _, point := range []*decimal.Decimal{p.Baseline, p.Threshold, p.Target, p.Stretch, p.Low, p.High} {
		if point != nil {
			bends = append(bends, *point)
		}
	}
	for _, step := range c.Steps {
		bends = append(bends, step.At)
	}
	at := rapid.SampledFrom(bends).Draw(t, name+" near").Add(anyFigure(t, name+" off", -60, 60))
	return decimal.Max(at, least)
}

func TestScoreIsMonotoneInTheFigure(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, p := anyCurve(t)
		require.NoError(t, c.CheckPoints(p))
		direction := 1
		switch c.Shape {
		case InverseRatio:
			direction = -1
		case Progress, Linear:
			direction = p.direction(c.Shape)
		case Range:
			t.Skip("better inside, whichever way")
		case Binary, Stepped, Interpolated, PointsOff:
			direction = p.better()
		case Ratio:
		}
		a, b := anyActual(t, "a", c, p), anyActual(t, "b", c, p)
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

func TestScoreFallsWithTheDistanceFromARange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		low := anyFigure(t, "low", -1000, 1000)
		p := Points{Low: &low, High: new(low.Add(anyFigure(t, "width", 0, 1000))), Tolerance: new(anyFigure(t, "tolerance", 1, 1000))}
		near := anyFigure(t, "near", 0, 1000)
		far := near.Add(anyFigure(t, "farther", 0, 1000))
		score := func(actual decimal.Decimal) decimal.Decimal {
			score, _, err := Curve{Shape: Range}.Score(&actual, p)
			require.NoError(t, err)
			return score
		}
		assert.True(t, score(low.Sub(near)).Equal(score(p.High.Add(near))), "both sides fall alike")
		assert.True(t, score(low.Sub(near)).GreaterThanOrEqual(score(low.Sub(far))))
		assert.Equal(t, near.GreaterThanOrEqual(*p.Tolerance), score(low.Sub(near)).IsZero())
	})
}

func TestScoreAtTheTargetIs100(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c, p := anyCurve(t)
		if p.Target == nil {
			t.Skip("no target")
		}
		c.Cap, c.Floor = nil, nil
		score, why, err := c.Score(p.Target, p)
		require.NoError(t, err)
		assert.Equal(t, "100", fmt.Sprint(score), "%s", why.Tree(text.English))
	})
}
