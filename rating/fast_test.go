package rating

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// measured is the reference policy with task completion worked out of five measures.
func measured(t require.TestingT) Policy {
	p := clonePolicy(t, Reference())
	p.ID = "measured"
	from := &Derivation{Rounding: number.Rounding{Places: 2, Mode: number.HalfUp}}
	for _, m := range []struct {
		name   string
		unit   number.Unit
		weight string
		curve  Curve
		points Points
	}{
		{"revenue", number.Yuan, "40", Curve{Shape: Ratio, Cap: ptr("150")}, Points{Target: ptr("300000")}},
		{"calls", "", "15", Curve{Shape: Linear, Cap: ptr("120")}, Points{Threshold: ptr("80"), Target: ptr("170")}},
		{"response", number.Hour, "20", Curve{Shape: Progress, Cap: ptr("150")}, Points{Baseline: ptr("24"), Target: ptr("12")}},
		{"overdue", number.Day, "12.5", Curve{Shape: InverseRatio, Cap: ptr("150"), Floor: ptr("50")}, Points{Target: ptr("3")}},
		{"renewals", number.Percent, "12.5", Curve{Shape: Ratio, Cap: ptr("110.5")}, Points{Target: ptr("97.5")}},
	} {
		p.Metrics = append(p.Metrics, Metric{Name: m.name, Label: named(m.name), Unit: m.unit})
		from.Measures = append(from.Measures, Measure{Metric: m.name, Weight: num(m.weight), Curve: m.curve, Points: m.points})
	}
	p.Metrics[0].From = from
	require.NoError(t, p.Validate())
	return p
}

// row reads figures, "" for a missing one.
func row(t require.TestingT, cells ...string) []Figure {
	figures := make([]Figure, len(cells))
	for i, cell := range cells {
		var err error
		figures[i], err = ParseFigure(cell)
		require.NoError(t, err)
	}
	return figures
}

func scorerOf(t require.TestingT, p Policy) *Scorer {
	rules, err := p.Compile()
	require.NoError(t, err)
	s, err := rules.Scorer(rules.Columns())
	require.NoError(t, err)
	return s
}

func TestScorerRatesLikeTheRulesWithoutAllocating(t *testing.T) {
	s := scorerOf(t, measured(t))
	require.NotNil(t, s.rules.fast)
	assert.Equal(t, []string{
		"complaint-rate", "defect-rate", "departments-praising", "suggestions-adopted", "cost-saved",
		"revenue", "calls", "response", "overdue", "renewals",
	}, s.columns.Metrics)
	for _, test := range []struct {
		row   []Figure
		level string
		score string
	}{
		{row(t, "0.9", "0.4", "3", "2", "0", "330000.50", "170", "12", "3", "97.5"), "excellent", "100"},
		{row(t, "1.2", "0.4", "1", "0", "0", "290000", "160", "13.5", "3.5", "96.1"), "good", "82"},
		{row(t, "5", "2", "0", "0", "0", "100000", "80", "30", "0", "1"), "improve", "47.5"},
	} {
		level, score, err := s.Rate(test.row, nil)
		require.NoError(t, err)
		assert.Equal(t, test.level, level)
		assert.Equal(t, test.score, score.Decimal().String())
		assert.Zero(t, testing.AllocsPerRun(100, func() { _, _, _ = s.Rate(test.row, nil) }))
		rated, err := s.Explain(test.row, nil)
		require.NoError(t, err)
		assert.Equal(t, test.level, rated.Level, rated.Why.Tree(text.English))
		assert.Equal(t, test.score, rated.Score.String())
	}
}

func TestScorerExplainsAMetricThatIsWorkedOut(t *testing.T) {
	rated, err := scorerOf(t, measured(t)).Explain(
		row(t, "1.2", "0.4", "1", "0", "0", "290000", "160", "13.5", "3.5", "96.1"), nil)
	require.NoError(t, err)
	first := rated.Why.Steps[0]
	assert.Equal(t, "task completion comes to 92.53 %", first.In(text.English))
	assert.Equal(t, "任务完成率为92.53%", first.In(text.Chinese))
	tree := first.Tree(text.English)
	for _, line := range []string{
		"revenue: 96.666666…, weight 40", "actual ÷ target: 290000 CNY ÷ 300000 CNY × 100 = 96.666666… %",
		"rounded once (decimal places: 2; half away from zero): 92.53",
	} {
		assert.Contains(t, tree, line)
	}
}

func TestScorerReportsWhatIsWrongWithARow(t *testing.T) {
	p := measured(t)
	p.Metrics[0].From.Measures[0].Curve.Above = AboveRefused
	p.Dimensions[2].Table = nil
	p.Dimensions[2].Points["improve"] = num("40")
	s := scorerOf(t, p)
	_, _, err := s.Rate(row(t, "0.9", "", "3", "2", "0", "330000", "170", "", "3", "97.5"), []string{""})
	violated(t, err, "metrics.defect-rate input.metric.dimension", "metrics.response input.metric.dimension", "judged.teamwork input.judged.missing")
	_, _, err = s.Rate(row(t, "0.9", "0.4", "3", "2", "0", "530000", "170", "1", "3", "97.5"), []string{"good"})
	violated(t, err, "metrics.revenue curve.actual.above")
	_, _, err = s.Rate(row(t, "0.9", "0.4", "3", "2", "0", "53000", "170", "1", "3", "97.5"), []string{"superb"})
	violated(t, err, "judged.teamwork.level scale.level.unknown")
	_, _, err = s.Rate(row(t, "0.9"), nil)
	violated(t, err, "metrics input.row.length", "judged input.row.length")
	_, err = s.rules.Scorer(Columns{Metrics: []string{"revenue", "task-completion", "revenue"}, Judged: []string{"x", "x"}})
	violated(t, err, "metrics[1] input.metric.derived", "metrics[2] code.twice", "judged[1] code.twice")
}

// anyRules draws a policy whose tables speak of several metrics, one of which is worked out.
func anyRules(t *rapid.T) Policy {
	p := anyPolicy(t)
	// The tables of anyPolicy keep their metrics; these are for the others.
	plain := rapid.Bool().Draw(t, "one division")
	from := &Derivation{
		Missing:  rapid.SampledFrom([]MissingPolicy{"", MissingReweighted}).Draw(t, "missing measures"),
		Rounding: number.Rounding{Places: rapid.Int32Range(0, 2).Draw(t, "measured places"), Mode: p.Scale.Rounding.Mode},
	}
	rest := decimal.New(100, 0)
	n := rapid.IntRange(1, 3).Draw(t, "measures")
	for i := range n {
		name := "m" + strconv.Itoa(i)
		p.Metrics = append(p.Metrics, Metric{Name: name, Label: named(name)})
		m := Measure{Metric: name, Weight: rest}
		if i < n-1 {
			m.Weight = decimal.New(rapid.Int64Range(1, 40_000).Draw(t, "measure's weight"), -3)
			rest = rest.Sub(m.Weight)
		}
		for {
			m.Curve, m.Points = anyCurve(t)
			if m.Points.Unit = ""; !plain || (divides(m.Curve.Shape) && m.Points.Stretch == nil) {
				break
			}
		}
		from.Measures = append(from.Measures, m)
	}
	p.Metrics = append(p.Metrics, Metric{Name: "y", Label: named("y")}, Metric{Name: "x", Label: named("x"), Unit: number.Percent, From: from})
	metrics := byName(p.Metrics)
	for i, d := range p.Dimensions {
		if d.Table == nil || rapid.Bool().Draw(t, "keep") {
			continue
		}
		table := anyTable(t, []string{"x", "y"}, p.Scale)
		for {
			var dead []int
			for j := range table.Rows {
				for _, f := range table.analyse(metrics, p.Scale) {
					if f.Refused && f.Path == "rows["+strconv.Itoa(j)+"]" {
						dead = append(dead, j)
						break
					}
				}
			}
			if len(dead) == 0 {
				break
			}
			j := dead[len(dead)-1]
			table.Rows = append(table.Rows[:j], table.Rows[j+1:]...)
		}
		if len(table.Rows) == 0 || table.Validate(p.Metrics, p.Scale) != nil {
			continue
		}
		for code := range d.Points {
			if !table.levels()[code] {
				delete(d.Points, code)
			}
		}
		p.Dimensions[i].Table = &table
	}
	for i, d := range p.Dimensions {
		given := d.Points
		if d.Table == nil {
			continue
		}
		low, _ := p.Scale.ends()
		for _, l := range p.Scale.Levels {
			if _, has := given[l.Code]; !has && d.Table.levels()[l.Code] {
				p.Dimensions[i].Points[l.Code] = low
			}
		}
	}
	return p
}

func divides(s Shape) bool { return s == Ratio || s == InverseRatio || s == Progress || s == Linear }

func anyTable(t *rapid.T, metrics []string, scale Scale) Table {
	table := Table{Hit: rapid.SampledFrom([]Hit{"", HitFirst, HitUnique, HitBest}).Draw(t, "hit")}
	level := func() string { return rapid.SampledFrom(scale.Levels).Draw(t, "level").Code }
	for range rapid.IntRange(1, 5).Draw(t, "rows") {
		table.Rows = append(table.Rows, Row{Level: level(), When: anyCondition(t, metrics, 2)})
	}
	if rapid.Bool().Draw(t, "otherwise") {
		table.Otherwise = level()
	}
	return table
}

// anyCell draws a figure near the limits, or one that is out of the ordinary.
func anyCell(t *rapid.T) Figure {
	switch rapid.IntRange(0, 30).Draw(t, "kind") {
	case 0:
		return Figure{}
	case 1:
		return FigureOf(decimal.New(rapid.Int64().Draw(t, "units"), rapid.Int32Range(-18, 16).Draw(t, "exponent")))
	case 2:
		return FigureAt(rapid.Int64().Draw(t, "units"), rapid.IntRange(0, 18).Draw(t, "places"))
	case 3:
		return FigureAt(0, 0)
	case 5, 6, 7, 8, 9, 10: // just where tables compare
		return FigureAt(rapid.Int64Range(0, 10).Draw(t, "limit"), 0)
	case 4:
		return FigureOf(decimal.New(rapid.Int64Range(-9, 9).Draw(t, "units"), rapid.Int32Range(-18, 30).Draw(t, "exponent")))
	}
	return FigureOf(anyFigure(t, "figure", -10, 400))
}

func TestScorerAgreesWithTheRulesDigitForDigit(t *testing.T) {
	fast, all := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		p := anyRules(t)
		rules, err := p.Compile()
		if err != nil {
			t.Skip(err)
		}
		s, err := rules.Scorer(rules.Columns())
		require.NoError(t, err)
		for range 4 {
			figures := make([]Figure, len(s.columns.Metrics))
			for i := range figures {
				figures[i] = anyCell(t)
			}
			judged := make([]string, len(s.columns.Judged))
			for i := range judged {
				judged[i] = rapid.SampledFrom(p.Scale.Levels).Draw(t, "judged").Code
			}
			all++
			if rules.fast != nil {
				if _, _, ok := rules.fast.run(s, figures, judged); ok {
					fast++
				}
			}
			level, score, err := s.Rate(figures, judged)
			rated, slow := s.Explain(figures, judged)
			if slow != nil {
				require.Error(t, err)
				require.Equal(t, slow.Error(), err.Error())
				continue
			}
			require.NoError(t, err)
			require.Equal(t, rated.Level, level, rated.Why.Tree(text.English))
			require.True(t, rated.Score.Equal(score.Decimal()), "%s %s", rated.Score, score.Decimal())
		}
	})
	assert.Greater(t, fast*10, all, "a tenth of the rows at least is rated in integers: %d of %d", fast, all)
}

func TestScorerFollowsGatesBackwards(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Gates = []Gate{
		{Level: "good", Otherwise: "qualified", When: is("departments-praising", AtLeast, "4")},
		{Level: "excellent", Otherwise: "good", When: is("departments-praising", AtLeast, "4")},
	}
	for praise, want := range map[string]string{"3": "qualified", "4": "excellent"} {
		level, _, err := scorerOf(t, p).Rate(row(t, "100", "0", "0", praise, "2", "0"), nil)
		require.NoError(t, err)
		assert.Equal(t, want, level)
	}
}

// ratios is a policy with one metric, worked out of measures with these targets that
// weigh the same, rounded in a mode.
func ratios(t require.TestingT, mode number.Mode, targets ...decimal.Decimal) Policy {
	p := clonePolicy(t, Reference())
	from := &Derivation{Rounding: number.Rounding{Places: 2, Mode: mode}}
	weight := decimal.New(int64(100/len(targets)), 0)
	for i, target := range targets {
		name := "m" + strconv.Itoa(i)
		p.Metrics = append(p.Metrics, Metric{Name: name, Label: named(name)})
		from.Measures = append(from.Measures, Measure{Metric: name, Weight: weight, Curve: Curve{Shape: Ratio}, Points: Points{Target: &target}})
	}
	p.Metrics[0].From = from
	return p
}

// worksOut asserts that a row's task completion is the same in integers as in decimals.
func worksOut(t require.TestingT, p Policy, measures ...decimal.Decimal) {
	s := scorerOf(t, p)
	in := figures("", "0", "0", "3", "2", "0")
	line := row(t, "0", "0", "3", "2", "0")
	for i, d := range measures {
		in.Metrics["m"+strconv.Itoa(i)] = number.Quantity{Value: d}
		line = append(line, FigureOf(d))
	}
	var v fault.Violations
	known := readFigures(&v, in.Metrics, p.Metrics)
	require.Empty(t, v)
	require.NotNil(t, s.rules.fast)
	if _, _, ok := s.rules.fast.run(s, line, nil); ok {
		want, fits := fixed(known.figures["task-completion"], leastPlaces)
		require.True(t, fits)
		require.Equal(t, want, s.figures[0], "%v of %v, %s", measures, p.Metrics[0].From.Measures, p.Metrics[0].From.Rounding.Mode)
	}
}

func TestMetricIsRoundedExactlyAtItsLimits(t *testing.T) {
	for _, mode := range allModes {
		// A third and two ratios are exactly a half, whatever is cut off each of them.
		worksOut(t, ratios(t, mode, num("3"), num("3")), num("1"), num("2"))
		worksOut(t, ratios(t, mode, num("3"), num("300")), num("1"), num("200.0001"))
	}
	rapid.Check(t, func(t *rapid.T) {
		target := decimal.New(rapid.Int64Range(1e10, 4e14).Draw(t, "target"), -4)
		// The limit is a whole or half hundredth of a percent; the figure is next to it.
		limit := decimal.New(rapid.Int64Range(0, 2_000_00).Draw(t, "half hundredths")*5, -3)
		near := target.Mul(limit).Shift(-2).Truncate(4).Add(decimal.New(rapid.Int64Range(-2, 2).Draw(t, "off"), -4))
		worksOut(t, ratios(t, rapid.SampledFrom(allModes).Draw(t, "mode"), target), near)
	})
}

var allModes = []number.Mode{number.HalfUp, number.HalfEven, number.Up, number.Down, number.Ceiling, number.Floor}

func TestScorerKeepsEveryDigitThatAPolicyMayHave(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Scale.Rounding.Places = 18
	p.Dimensions[0].Weight, p.Dimensions[1].Weight = num("40.0000000000000001"), num("29.9999999999999999")
	p.Dimensions[0].Points["good"] = num("85.000000000000000001")
	s := scorerOf(t, p)
	line := row(t, "93", "1.2", "0.4", "1", "0", "200")
	level, score, err := s.Rate(line, nil)
	require.NoError(t, err)
	rated, err := s.Explain(line, nil)
	require.NoError(t, err)
	assert.Equal(t, rated.Level, level)
	assert.Equal(t, rated.Score.String(), score.Decimal().String())
}

func TestMeasuresAgreeWithTheirCurvesDigitForDigit(t *testing.T) {
	sure, all := 0, 0
	defer func() { assert.Greater(t, 2*sure, all, "most estimates are sure") }()
	rapid.Check(t, func(t *rapid.T) {
		p := measured(t)
		p.Metrics[0].From.Rounding.Mode = rapid.SampledFrom(allModes).Draw(t, "mode")
		p.Metrics[0].From.Rounding.Places = rapid.Int32Range(0, 3).Draw(t, "places")
		s := scorerOf(t, p)
		figures := make([]Figure, len(s.columns.Metrics))
		for i := range figures {
			figures[i] = FigureOf(anyFigure(t, "figure", 0, 4_000_000_000))
			if i >= 6 {
				figures[i] = FigureOf(anyFigure(t, "figure", 0, 4_000))
			}
		}
		given := map[string]number.Quantity{}
		for i, name := range s.columns.Metrics {
			given[name] = number.Quantity{Value: figures[i].Decimal(), Unit: byName(p.Metrics)[name].Unit}
		}
		var v fault.Violations
		known := readFigures(&v, given, p.Metrics)
		require.Empty(t, v)
		all++
		if _, _, ok := s.rules.fast.run(s, figures, nil); !ok {
			return
		}
		want, fits := fixed(known.figures["task-completion"], leastPlaces)
		require.True(t, fits)
		require.Equal(t, want, s.figures[0])
		w := s.rules.fast.worked[0]
		if exact, ok := w.exactly(s.figures); ok {
			require.Equal(t, want, exact*w.multiply)
		}
		if units, ok := w.near.estimate(s.figures); ok {
			sure++
			require.Equal(t, want, units*w.multiply)
		}
	})
}
