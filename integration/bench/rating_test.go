package bench

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"testing"

	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/ext"
	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// An employee has five measures and five other figures, each an integer with two places.
type employee struct {
	complaints, defects, praise, suggestions, saved int64
	revenue, calls, response, overdue, renewals     int64
	completion                                      int64 // of the measures, for the table alone
}

const people = 1 << 12

// population draws employees around what the reference table asks.
func population() []employee {
	random := rand.New(rand.NewPCG(1, 2))
	between := func(from, to int64) int64 { return from + random.Int64N(to-from+1) }
	all := make([]employee, people)
	for i := range all {
		all[i] = employee{
			complaints: between(0, 400), defects: between(0, 200), praise: 100 * between(0, 5),
			suggestions: 100 * between(0, 3), saved: 100 * between(0, 9000),
			revenue: between(200_000_00, 420_000_00), calls: 100 * between(100, 220), response: between(6_00, 24_00),
			overdue: between(1_00, 6_00), renewals: between(60_00, 100_00), completion: between(70_00, 130_00),
		}
	}
	return all
}

// table is the reference policy: four dimensions of six metrics, composite, level, gate.
func table(tb testing.TB) *rating.Rules {
	tb.Helper()
	rules, err := rating.Reference().Compile()
	require.NoError(tb, err)
	return rules
}

// whole is the reference policy with task completion worked out of five measures.
func whole(tb testing.TB, target int64) *rating.Rules {
	tb.Helper()
	p := rating.Reference()
	of := func(units int64, exponent int32) *decimal.Decimal { return new(decimal.New(units, exponent)) }
	from := &rating.Derivation{Rounding: number.Rounding{Places: 2, Mode: number.HalfUp}}
	for _, m := range []struct {
		name   string
		weight int64
		curve  rating.Curve
		points rating.Points
	}{
		{"revenue", 40, rating.Curve{Shape: rating.Ratio, Cap: of(150, 0)}, rating.Points{Target: of(target, 0)}},
		{"calls", 15, rating.Curve{Shape: rating.Linear, Cap: of(120, 0)}, rating.Points{Threshold: of(80, 0), Target: of(170, 0)}},
		{"response", 20, rating.Curve{Shape: rating.Progress, Cap: of(150, 0)}, rating.Points{Baseline: of(24, 0), Target: of(12, 0)}},
		{"overdue", 15, rating.Curve{Shape: rating.InverseRatio, Cap: of(150, 0)}, rating.Points{Target: of(3, 0)}},
		{"renewals", 10, rating.Curve{Shape: rating.Ratio, Cap: of(110, 0)}, rating.Points{Target: of(975, -1)}},
	} {
		p.Metrics = append(p.Metrics, rating.Metric{Name: m.name, Label: text.Label{En: m.name}})
		from.Measures = append(from.Measures, rating.Measure{
			Metric: m.name, Weight: decimal.New(m.weight, 0), Curve: m.curve, Points: m.points,
		})
	}
	p.Metrics[0].From = from
	p.Version = int(target)
	rules, err := p.Compile()
	require.NoError(tb, err)
	return rules
}

func scorer(tb testing.TB, rules *rating.Rules) *rating.Scorer {
	tb.Helper()
	s, err := rules.Scorer(rules.Columns())
	require.NoError(tb, err)
	return s
}

// row writes an employee as a row of the whole policy.
func (e *employee) row(to []rating.Figure) {
	to[0], to[1], to[2] = rating.FigureAt(e.complaints, 2), rating.FigureAt(e.defects, 2), rating.FigureAt(e.praise, 2)
	to[3], to[4] = rating.FigureAt(e.suggestions, 2), rating.FigureAt(e.saved, 2)
	to[5], to[6], to[7] = rating.FigureAt(e.revenue, 2), rating.FigureAt(e.calls, 2), rating.FigureAt(e.response, 2)
	to[8], to[9] = rating.FigureAt(e.overdue, 2), rating.FigureAt(e.renewals, 2)
}

// tableRow writes an employee as a row of the reference policy.
func (e *employee) tableRow(to []rating.Figure) {
	to[0] = rating.FigureAt(e.completion, 2)
	to[1], to[2], to[3] = rating.FigureAt(e.complaints, 2), rating.FigureAt(e.defects, 2), rating.FigureAt(e.praise, 2)
	to[4], to[5] = rating.FigureAt(e.suggestions, 2), rating.FigureAt(e.saved, 2)
}

// byHand is what somebody would write for this one policy and nothing else: integers,
// divisions to eight places, one rounding.
func byHand(e *employee) (level string, score int64) {
	const fine = 1e8
	ratio := func(over, under, most int64) int64 { return min(over*fine/under, most*fine/100) }
	completion := 40*ratio(e.revenue, 300_000_00, 150) + 15*ratio(max(e.calls-80_00, 0), 90_00, 120) +
		20*ratio(max(24_00-e.response, 0), 12_00, 150) + 15*ratio(3_00, e.overdue, 150) + 10*ratio(e.renewals, 97_50, 110)
	return byHandFrom(e, (completion+fine/200)/(fine/100))
}

func byHandFrom(e *employee, completion int64) (level string, score int64) {
	task, quality, teamwork, innovation := int64(40), int64(40), int64(65), int64(65)
	switch {
	case completion >= 100_00:
		task = 100
	case completion >= 90_00:
		task = 85
	case completion >= 80_00:
		task = 65
	}
	switch {
	case e.complaints < 1_00 && e.defects < 50:
		quality = 100
	case e.complaints < 2_00 && e.defects < 1_00:
		quality = 85
	case e.complaints < 5_00 && e.defects < 2_00:
		quality = 65
	}
	switch {
	case e.praise >= 3_00:
		teamwork = 100
	case e.praise >= 1_00:
		teamwork = 85
	}
	switch {
	case e.suggestions >= 2_00 || e.saved >= 5000_00:
		innovation = 100
	case e.suggestions >= 1_00 || e.saved >= 1000_00:
		innovation = 85
	}
	score = (40*task + 30*quality + 15*teamwork + 15*innovation + 5) / 10
	switch {
	case score >= 900 && (completion >= 120_00 || e.suggestions >= 1_00 || e.saved >= 5000_00):
		return "excellent", score
	case score >= 800:
		return "good", score
	case score >= 600:
		return "qualified", score
	}
	return "improve", score
}

// exactly is the same policy written directly with decimals.
type exactly struct {
	hundred, revenue, calls, callsSpan, response, responseSpan, overdue, renewals decimal.Decimal
	caps, weights                                                                 [5]decimal.Decimal
	limits                                                                        map[string]decimal.Decimal
}

func inDecimals() exactly {
	d := decimal.RequireFromString
	x := exactly{
		hundred: d("100"), revenue: d("300000"), calls: d("80"), callsSpan: d("90"), response: d("24"),
		responseSpan: d("-12"), overdue: d("3"), renewals: d("97.5"), limits: map[string]decimal.Decimal{},
	}
	for i, n := range []string{"150", "120", "150", "150", "110"} {
		x.caps[i] = d(n)
	}
	for i, n := range []string{"40", "15", "20", "15", "10"} {
		x.weights[i] = d(n)
	}
	for _, n := range []string{"0.5", "1", "2", "3", "5", "15", "30", "40", "60", "65", "80", "85", "90", "100", "120", "1000", "5000"} {
		x.limits[n] = d(n)
	}
	return x
}

func (x *exactly) rate(e *[10]decimal.Decimal) (level string, score decimal.Decimal) {
	l := x.limits
	quotient := func(over, under decimal.Decimal) decimal.Decimal {
		return decimal.Max(over.Mul(x.hundred).DivRound(under, 18), decimal.Zero)
	}
	scores := [5]decimal.Decimal{
		quotient(e[5], x.revenue), quotient(e[6].Sub(x.calls), x.callsSpan), quotient(e[7].Sub(x.response), x.responseSpan),
		quotient(x.overdue, e[8]), quotient(e[9], x.renewals),
	}
	completion := decimal.Zero
	for i, s := range scores {
		completion = completion.Add(decimal.Min(s, x.caps[i]).Mul(x.weights[i]))
	}
	completion = completion.Shift(-2).Round(2)
	pick := func(dear ...bool) int {
		for i, holds := range dear {
			if holds {
				return i
			}
		}
		return len(dear)
	}
	points := [4]decimal.Decimal{l["100"], l["85"], l["65"], l["40"]}
	task := pick(completion.GreaterThanOrEqual(l["100"]), completion.GreaterThanOrEqual(l["90"]), completion.GreaterThanOrEqual(l["80"]))
	quality := pick(e[0].LessThan(l["1"]) && e[1].LessThan(l["0.5"]), e[0].LessThan(l["2"]) && e[1].LessThan(l["1"]), e[0].LessThan(l["5"]) && e[1].LessThan(l["2"]))
	teamwork := pick(e[2].GreaterThanOrEqual(l["3"]), e[2].GreaterThanOrEqual(l["1"]))
	innovation := pick(e[3].GreaterThanOrEqual(l["2"]) || e[4].GreaterThanOrEqual(l["5000"]), e[3].GreaterThanOrEqual(l["1"]) || e[4].GreaterThanOrEqual(l["1000"]))
	score = points[task].Mul(l["40"]).Add(points[quality].Mul(l["30"])).Add(points[teamwork].Mul(l["15"])).Add(points[innovation].Mul(l["15"])).
		Shift(-2).Round(1)
	switch {
	case score.GreaterThanOrEqual(l["90"]) && (completion.GreaterThanOrEqual(l["120"]) || e[3].GreaterThanOrEqual(l["1"]) || e[4].GreaterThanOrEqual(l["5000"])):
		return "excellent", score
	case score.GreaterThanOrEqual(l["80"]):
		return "good", score
	case score.GreaterThanOrEqual(l["60"]):
		return "qualified", score
	}
	return "improve", score
}

func (e *employee) decimals() (all [10]decimal.Decimal) {
	for i, units := range []int64{e.complaints, e.defects, e.praise, e.suggestions, e.saved, e.revenue, e.calls, e.response, e.overdue, e.renewals} {
		all[i] = decimal.New(units, -2)
	}
	return all
}

// figures are what the expression languages are given: floats, in a struct or a map that
// is filled beforehand.
type figures struct {
	Completion  float64 `expr:"completion"`
	Complaints  float64 `expr:"complaints"`
	Defects     float64 `expr:"defects"`
	Praise      float64 `expr:"praise"`
	Suggestions float64 `expr:"suggestions"`
	Saved       float64 `expr:"saved"`
}

func (e *employee) floats() figures {
	return figures{
		float64(e.completion) / 100, float64(e.complaints) / 100, float64(e.defects) / 100, float64(e.praise) / 100,
		float64(e.suggestions) / 100, float64(e.saved) / 100,
	}
}

const (
	inTask       = `(completion >= 100.0 ? 100.0 : completion >= 90.0 ? 85.0 : completion >= 80.0 ? 65.0 : 40.0)`
	inQuality    = `(complaints < 1.0 && defects < 0.5 ? 100.0 : complaints < 2.0 && defects < 1.0 ? 85.0 : complaints < 5.0 && defects < 2.0 ? 65.0 : 40.0)`
	inTeamwork   = `(praise >= 3.0 ? 100.0 : praise >= 1.0 ? 85.0 : 65.0)`
	inInnovation = `(suggestions >= 2.0 || saved >= 5000.0 ? 100.0 : suggestions >= 1.0 || saved >= 1000.0 ? 85.0 : 65.0)`
	inScore      = `40.0 * ` + inTask + ` + 30.0 * ` + inQuality + ` + 15.0 * ` + inTeamwork + ` + 15.0 * ` + inInnovation
	inLevel      = `score >= 9000.0 && (completion >= 120.0 || suggestions >= 1.0 || saved >= 5000.0) ? "excellent" : score >= 8000.0 ? "good" : score >= 6000.0 ? "qualified" : "improve"`
)

func exprProgram(tb testing.TB) *vm.Program {
	tb.Helper()
	program, err := expr.Compile("let score = "+inScore+"; "+inLevel, expr.Env(figures{}))
	require.NoError(tb, err)
	return program
}

func celProgram(tb testing.TB) cel.Program {
	tb.Helper()
	options := []cel.EnvOption{ext.Bindings()}
	for _, name := range []string{"completion", "complaints", "defects", "praise", "suggestions", "saved"} {
		options = append(options, cel.Variable(name, cel.DoubleType))
	}
	env, err := cel.NewEnv(options...)
	require.NoError(tb, err)
	ast, issues := env.Compile("cel.bind(score, " + inScore + ", " + inLevel + ")")
	require.NoError(tb, issues.Err())
	program, err := env.Program(ast, cel.EvalOptions(cel.OptOptimize))
	require.NoError(tb, err)
	return program
}

func (f figures) activation() map[string]any {
	return map[string]any{
		"completion": f.Completion, "complaints": f.Complaints, "defects": f.Defects, "praise": f.Praise,
		"suggestions": f.Suggestions, "saved": f.Saved,
	}
}

// TestEverybodyRatesAlike makes sure that the contestants do the same work.
func TestEverybodyRatesAlike(t *testing.T) {
	s, onTable, x := scorer(t, whole(t, 300_000)), scorer(t, table(t)), inDecimals()
	exprs, cels := exprProgram(t), celProgram(t)
	row, tableRow := make([]rating.Figure, 10), make([]rating.Figure, 6)
	levels := map[string]int{}
	for i, e := range population()[:4096] {
		e.row(row)
		level, score, err := s.Rate(row, nil)
		require.NoError(t, err)
		hand, units := byHand(&e)
		require.Equal(t, hand, level, "employee %d", i)
		require.True(t, score.Decimal().Equal(decimal.New(units, -1)), "employee %d", i)
		decimals := e.decimals()
		exact, digits := x.rate(&decimals)
		require.Equal(t, level, exact)
		require.True(t, score.Decimal().Equal(digits))
		levels[level]++

		e.tableRow(tableRow)
		level, _, err = onTable.Rate(tableRow, nil)
		require.NoError(t, err)
		hand, _ = byHandFrom(&e, e.completion)
		require.Equal(t, hand, level)
		found, err := expr.Run(exprs, e.floats())
		require.NoError(t, err)
		require.Equal(t, level, found)
		value, _, err := cels.Eval(e.floats().activation())
		require.NoError(t, err)
		require.Equal(t, level, value.Value())
	}
	require.Len(t, levels, 4, "all levels occur: %v", levels)
}

// BenchmarkRating is five measures by their curves, their composite, the reference table
// of four dimensions, its composite and the level; an operation is one employee.
func BenchmarkRating(b *testing.B) {
	all := population()
	b.Run("meritkit", func(b *testing.B) {
		s, i := scorer(b, whole(b, 300_000)), 0
		rows := make([][10]rating.Figure, len(all))
		for i := range all {
			all[i].row(rows[i][:])
		}
		b.ReportAllocs()
		for b.Loop() {
			i++
			if _, _, err := s.Rate(rows[i%people][:], nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("int64 by hand", func(b *testing.B) {
		i := 0
		b.ReportAllocs()
		for b.Loop() {
			i++
			if level, _ := byHand(&all[i%people]); level == "" {
				b.Fatal()
			}
		}
	})
	b.Run("decimal by hand", func(b *testing.B) {
		x, i := inDecimals(), 0
		rows := make([][10]decimal.Decimal, len(all))
		for i := range all {
			rows[i] = all[i].decimals()
		}
		b.ReportAllocs()
		for b.Loop() {
			i++
			x.rate(&rows[i%people])
		}
	})
}

// BenchmarkTable is the reference table alone: six figures, four dimensions, composite,
// gate and level.
func BenchmarkTable(b *testing.B) {
	all := population()
	b.Run("meritkit", func(b *testing.B) {
		s, i := scorer(b, table(b)), 0
		rows := make([][6]rating.Figure, len(all))
		for i := range all {
			all[i].tableRow(rows[i][:])
		}
		b.ReportAllocs()
		for b.Loop() {
			i++
			if _, _, err := s.Rate(rows[i%people][:], nil); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("int64 by hand", func(b *testing.B) {
		i := 0
		b.ReportAllocs()
		for b.Loop() {
			i++
			e := &all[i%people]
			byHandFrom(e, e.completion)
		}
	})
	b.Run("expr", func(b *testing.B) {
		program, machine, i := exprProgram(b), vm.VM{}, 0
		rows := make([]any, len(all))
		for i := range all {
			rows[i] = new(all[i].floats())
		}
		b.ReportAllocs()
		for b.Loop() {
			i++
			if _, err := machine.Run(program, rows[i%people]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("cel", func(b *testing.B) {
		program, i := celProgram(b), 0
		rows := make([]any, len(all))
		for i := range all {
			rows[i] = all[i].floats().activation()
		}
		b.ReportAllocs()
		for b.Loop() {
			i++
			if _, _, err := program.Eval(rows[i%people]); err != nil {
				b.Fatal(err)
			}
		}
	})
}

const million = 1_000_000

// BenchmarkRateMillion rates a million employees on one core and on all: the rules are shared,
// each goroutine has a scorer and a part of the people.
func BenchmarkRateMillion(b *testing.B) {
	all, rules := population(), whole(b, 300_000)
	rate := func(b *testing.B, from, to int) {
		b.Helper()
		s, row := scorer(b, rules), make([]rating.Figure, 10)
		for i := from; i < to; i++ {
			all[i%people].row(row)
			if _, _, err := s.Rate(row, nil); err != nil {
				b.Error(err)
				return
			}
		}
	}
	for _, cores := range []int{1, 2} {
		b.Run(fmt.Sprintf("cores=%d", cores), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				done := make(chan struct{})
				for part := range cores {
					go func() {
						rate(b, million/cores*part, million/cores*(part+1))
						done <- struct{}{}
					}()
				}
				for range cores {
					<-done
				}
			}
		})
	}
}

// BenchmarkSimulate tries a higher target on a million employees; it should cost two
// scorings of BenchmarkRateMillion.
func BenchmarkSimulate(b *testing.B) {
	all := population()
	old, next := whole(b, 300_000), whole(b, 330_000)
	row := make([]rating.Figure, 10)
	var everybody iter.Seq2[rating.Person, error] = func(yield func(rating.Person, error) bool) {
		for i := range million {
			all[i%people].row(row)
			if !yield(rating.Person{Figures: row, Bonus: rating.FigureAt(1_000_000, 2)}, nil) {
				return
			}
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		s, err := rating.Simulate(old, next, old.Columns(), everybody, nil)
		if err != nil || s.Total != million || s.Moved == 0 {
			b.Fatal(s, err)
		}
	}
}
