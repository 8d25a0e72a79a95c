package rating

import (
	"errors"
	"iter"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
)

func compiled(t require.TestingT, p Policy) *Rules {
	rules, err := p.Compile()
	require.NoError(t, err)
	return rules
}

func everybody(people ...Person) iter.Seq2[Person, error] {
	return func(yield func(Person, error) bool) {
		for _, p := range people {
			if !yield(p, nil) {
				return
			}
		}
	}
}

func TestSimulationCountsWhoMovesAndWhatItCosts(t *testing.T) {
	stricter := clonePolicy(t, Reference())
	stricter.Version = 2
	stricter.Dimensions[0].Table.Rows[1].When.Value = ptr("95")
	old, next := compiled(t, Reference()), compiled(t, stricter)
	person := func(id string, cells ...string) Person {
		return Person{ID: id, Figures: row(t, cells...), Bonus: FigureOf(num("1000.05"))}
	}
	var moves []Move
	s, err := Simulate(old, next, old.Columns(), everybody(
		person("a", "100", "0", "0", "3", "2", "0"), person("b", "93", "1.2", "0.4", "1", "0", "0"),
		person("c", "96", "1.2", "0.4", "1", "0", "0"), person("d", "", "0", "0", "3", "2", "0"),
	), func(m Move) { moves = append(moves, m) })
	require.NoError(t, err)
	assert.Equal(t, []string{"excellent", "good", "qualified", "improve", ""}, s.From)
	assert.Equal(t, [][]int64{{1, 0, 0, 0, 0}, {0, 1, 1, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 0}, {0, 0, 0, 0, 1}}, s.People)
	assert.EqualValues(t, 4, s.Total)
	assert.EqualValues(t, 1, s.Moved)
	require.Len(t, moves, 1)
	assert.Equal(t, "b", moves[0].ID)
	assert.Equal(t, []string{"good", "82", "qualified", "74"}, []string{
		moves[0].Before.Level, moves[0].Before.Score.Decimal().String(), moves[0].After.Level, moves[0].After.Score.Decimal().String(),
	})

	coefficients := map[string]decimal.Decimal{"excellent": num("1.5"), "good": num("1.2"), "qualified": num("0.85")}
	before, after, err := s.Budget(coefficients, coefficients)
	require.NoError(t, err)
	assert.Equal(t, "3900.195", before.String(), "1000.05 × (1.5 + 1.2 + 1.2)")
	assert.Equal(t, "3550.1775", after.String())
	_, _, err = s.Budget(coefficients, map[string]decimal.Decimal{"excellent": num("1"), "good": decimal.New(1, 99)})
	violated(t, err, "after.good number.bounds", "after.qualified simulate.coefficient")
}

func TestSimulationEndsWithItsPopulation(t *testing.T) {
	rules := compiled(t, Reference())
	broken := errors.New("the file ended")
	_, err := Simulate(rules, rules, rules.Columns(), func(yield func(Person, error) bool) { yield(Person{}, broken) }, nil)
	require.ErrorIs(t, err, broken)
	_, err = Simulate(rules, rules, rules.Columns(), everybody(Person{Figures: row(t, "1")}), nil)
	violated(t, err, "metrics input.row.length")
	whole := row(t, "100", "0", "0", "3", "2", "0")
	_, err = Simulate(rules, rules, rules.Columns(), everybody(Person{Figures: whole, Bonus: FigureOf(decimal.New(1, 99))}), nil)
	violated(t, err, "bonus number.bounds")
	_, err = Simulate(rules, rules, Columns{Metrics: []string{"x", "x"}}, everybody(), nil)
	violated(t, err, "metrics[1] code.twice")
}

func TestSimulationAgreesWithRatingEverybodyTwice(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old := compiled(t, measured(t))
		p := measured(t)
		p.Metrics[0].From.Measures[0].Points.Target = ptr("330000")
		next := compiled(t, p)
		people := make([]Person, rapid.IntRange(0, 20).Draw(t, "people"))
		total, bonus := map[[2]string]int64{}, decimal.Zero
		for i := range people {
			for _, most := range []int64{4, 2, 5, 3, 9000, 400_000, 200, 24, 6, 100} {
				people[i].Figures = append(people[i].Figures, FigureOf(anyFigure(t, "figure", most/2, most)))
			}
			people[i].Bonus = anyCell(t)
			if number.Check(people[i].Bonus.Decimal()) != nil {
				people[i].Bonus = Figure{}
			}
			bonus = bonus.Add(people[i].Bonus.Decimal())
			before, _, _ := must2(old.Scorer(old.Columns())).Rate(people[i].Figures, nil)
			after, _, _ := must2(next.Scorer(next.Columns())).Rate(people[i].Figures, nil)
			total[[2]string{before, after}]++
		}
		s, err := Simulate(old, next, old.Columns(), everybody(people...), nil)
		require.NoError(t, err)
		sum := decimal.Zero
		for i, from := range s.From {
			for j, to := range s.To {
				assert.Equal(t, total[[2]string{from, to}], s.People[i][j])
				sum = sum.Add(s.Bonus[i][j])
			}
		}
		assert.True(t, bonus.Equal(sum), "%s %s", bonus, sum)
	})
}

func TestBonusesAddUpBeyondAnInteger(t *testing.T) {
	rules := compiled(t, Reference())
	one := Person{Figures: row(t, "100", "0", "0", "3", "2", "0"), Bonus: FigureAt(900_000_000_000_000_000, 4)}
	s, err := Simulate(rules, rules, rules.Columns(), everybody(slices.Repeat([]Person{one}, 5)...), nil)
	require.NoError(t, err)
	assert.Equal(t, "450000000000000", s.Bonus[0][0].String())
}

func must2[T any](value T, _ error) T { return value }

func TestStoredRatingsAreRecomputedOneByOne(t *testing.T) {
	rules := compiled(t, Reference())
	good, err := rules.Rate(figures("93", "1.2", "0.4", "1", "0", "0"))
	require.NoError(t, err)
	bad := good
	bad.Level = "excellent"
	broken := errors.New("the store is gone")
	var found []string
	for _, err := range rules.RecomputeAll(func(yield func(Rating, error) bool) {
		_ = yield(good, nil) && yield(bad, nil) && yield(Rating{}, broken) && yield(good, nil)
	}) {
		found = append(found, fault.In(err, "en"))
	}
	assert.Equal(t, []string{"", "level: the rating has excellent, but it should be good", "the store is gone"}, found)
	for range rules.RecomputeAll(func(yield func(Rating, error) bool) { _ = yield(good, nil) && yield(bad, nil) }) {
		break
	}
}

func TestCompiledRulesShareNothingWithTheirPolicy(t *testing.T) {
	p := clonePolicy(t, Reference())
	rules := compiled(t, p)
	*p.Dimensions[0].Table.Rows[1].When.Value = num("99")
	p.Dimensions[0].Points["good"] = num("1")
	slices.Reverse(p.Scale.Levels)
	rated, err := rules.Rate(figures("93", "1.2", "0.4", "1", "0", "0"))
	require.NoError(t, err)
	assert.Equal(t, "82", rated.Score.String())
	assert.Equal(t, Reference().Digest(), rules.Digest())
	_, err = p.Compile()
	require.ErrorIs(t, err, fault.ErrInvalid)
}

func TestFiguresReadWhatNumbersRead(t *testing.T) {
	for _, s := range []string{"0", "-0.5", "007", "1.50", "123456789012345678", "1234567890123456789", "1e3", "1e20", "0.000000000000000001", "+5", " 7 ", ".5", "5."} {
		f, err := ParseFigure(s)
		d, want := number.Parse(s)
		require.Equal(t, want, err, s)
		assert.Equal(t, err == nil, f.Known(), s)
		assert.True(t, d.Equal(f.Decimal()), "%q %s", s, f.Decimal())
	}
	for _, s := range []string{"-", "x", "1.2.3", "1,5", ".", "--1"} {
		_, err := ParseFigure(s)
		require.ErrorIs(t, err, fault.ErrInvalid, s)
	}
	none, err := ParseFigure("")
	require.NoError(t, err)
	assert.False(t, none.Known(), "missing, not zero")
	assert.False(t, FigureAt(1, 19).Known())
}

func FuzzParseFigure(f *testing.F) {
	for _, s := range []string{"12.50", "-3", "1e9", "999999999999999999", "٣"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		figure, err := ParseFigure(s)
		if s == "" {
			return
		}
		d, want := number.Parse(s)
		if (err == nil) != (want == nil) || (err == nil && !figure.Decimal().Equal(d)) {
			t.Errorf("%q reads as %s, %v, not %s, %v", s, figure.Decimal(), err, d, want)
		}
	})
}
