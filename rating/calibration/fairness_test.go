package calibration_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"math"
	"math/big"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

// chosen are so many selected of so many in a group.
func chosen(group string, selected, of int) []calibration.Case {
	out := make([]calibration.Case, of)
	for i := range out {
		out[i] = calibration.Case{Groups: []string{group}, Selected: i < selected}
	}
	return out
}

func byGroup(reference ...string) calibration.FairnessRules {
	return calibration.FairnessRules{
		Groupings: []string{"group"}, Comparisons: []calibration.Crossing{{By: []string{"group"}, Reference: reference}}, MinimumPeople: 1,
	}
}

func compared(t require.TestingT, rules calibration.FairnessRules, all ...[]calibration.Case) []calibration.Comparison {
	c, err := rules.Fairness(stream(slices.Concat(all...)))
	require.NoError(t, err)
	return c
}

func rate(t require.TestingT, c calibration.Comparison, group ...string) calibration.GroupRate {
	i := slices.IndexFunc(c.Groups, func(g calibration.GroupRate) bool { return slices.Equal(g.Group, group) })
	require.GreaterOrEqual(t, i, 0, "%v", group)
	return c.Groups[i]
}

func TestFourFifthsIsExact(t *testing.T) {
	for _, one := range []struct {
		a, n, b, m int
		verdict    calibration.Verdict
		one        bool
	}{
		{3, 5, 3, 4, calibration.Within, true}, // 0.6 ÷ 0.75 is 80 % to the last digit, and 0.7999… as floats
		{2, 5, 3, 4, calibration.Below, true},
		{599_999, 1_000_000, 750_000, 1_000_000, calibration.Below, true},
		{600_000, 1_000_000, 750_000, 1_000_000, calibration.Within, true},
		{14, 20, 19, 20, calibration.Below, true}, // 15 of 20 would not be enough, but 15 against 18 are
		{10, 100, 50, 100, calibration.Below, false},
		{49, 100, 50, 100, calibration.Within, false},
		{0, 3, 1, 3, calibration.Below, true},
	} {
		c := compared(t, byGroup(), chosen("a", one.a, one.n), chosen("b", one.b, one.m))[0]
		g := rate(t, c, "a")
		assert.Equal(t, one.verdict, g.Verdict, "%+v", one)
		assert.Equal(t, one.one, g.OnePerson, "%+v", one)
		assert.Equal(t, calibration.Reference, rate(t, c, "b").Verdict)
	}
	c := compared(t, byGroup(), chosen("a", 3, 5), chosen("b", 3, 4))[0]
	assert.Equal(t, calibration.Share{Count: 4, Of: 5}, *rate(t, c, "a").Impact)
}

func TestTheReferenceIsTheHighestRateOrTheOneNamed(t *testing.T) {
	c := compared(t, byGroup(), chosen("a", 2, 4), chosen("b", 5, 10), chosen("c", 1, 4))[0]
	assert.Equal(t, []string{"b"}, c.Reference, "of equal rates the larger group")
	assert.Equal(t, [][]string{{"a"}}, c.Tied)
	assert.Equal(t, "calibration.fairness.tied", c.Findings()[0].Code)
	c = compared(t, byGroup("c"), chosen("a", 2, 4), chosen("c", 1, 4))[0]
	assert.Equal(t, []string{"c"}, c.Reference)
	assert.Equal(t, calibration.Share{Count: 2, Of: 1}, *rate(t, c, "a").Impact)
	assert.Empty(t, c.Tied)
	rules := byGroup("c")
	rules.MinimumPeople = 5
	c = compared(t, rules, chosen("a", 2, 9), chosen("b", 2, 9), chosen("c", 1, 4))[0]
	assert.Equal(t, "calibration.fairness.reference.small", c.Undefined.Code)
	_, err := byGroup("x").Fairness(stream(chosen("a", 1, 2)))
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.Equal(t, "comparisons[0].reference", fault.Of(err)[0].Path)
}

func TestSmallGroupsAreListedAndShowNothing(t *testing.T) {
	rules := byGroup()
	rules.MinimumShare = decimal.New(2, 0)
	c := compared(t, rules, chosen("a", 30, 60), chosen("b", 18, 38), chosen("c", 1, 1), chosen("d", 1, 1))[0]
	small := rate(t, c, "c")
	assert.Equal(t, calibration.Unjudged, small.Verdict)
	assert.Nil(t, small.Rate)
	assert.Nil(t, small.Impact)
	written, err := json.Marshal(small)
	require.NoError(t, err)
	assert.JSONEq(t, `{"group":["c"],"people":1,"verdict":"unjudged"}`, string(written))
	c = compared(t, rules, chosen("a", 30, 60), chosen("b", 18, 38), chosen("c", 1, 2))[0]
	assert.NotNil(t, rate(t, c, "c").Rate, "2 of 100 are 2 %")

	rules.MinimumShare, rules.MinimumPeople = decimal.Zero, 0
	c = compared(t, rules, chosen("a", 5, 9), chosen("b", 2, 5), chosen("c", 4, 4))[0]
	assert.Nil(t, rate(t, c, "c").Rate, "fewer than five unless somebody says so")
	assert.NotNil(t, rate(t, c, "b").Rate)
	c = compared(t, rules, chosen("a", 5, 9), chosen("c", 4, 4))[0]
	require.NotNil(t, c.Undefined)
	assert.Empty(t, c.Reference)
	assert.Equal(t, calibration.Unjudged, rate(t, c, "a").Verdict)
}

func TestASmallGroupCannotBeWorkedOutFromTheWhole(t *testing.T) {
	rules := calibration.FairnessRules{
		Groupings: []string{"site", "shift"}, Comparisons: []calibration.Crossing{{By: []string{"shift", "site"}}, {By: []string{"site"}}},
	}
	var all []calibration.Case
	for _, one := range []struct {
		site, shift string
		people      int
	}{{"north", "day", 20}, {"north", "night", 3}, {"north", "late", 9}, {"south", "day", 12}, {"south", "night", 11}} {
		for i := range one.people {
			all = append(all, calibration.Case{Groups: []string{one.site, one.shift}, Selected: i%2 == 0})
		}
	}
	c := compared(t, rules, all)[0]
	assert.Equal(t, calibration.Unjudged, rate(t, c, "night", "north").Verdict)
	assert.Equal(t, calibration.Withheld, rate(t, c, "late", "north").Verdict, "the smallest beside it")
	assert.Nil(t, rate(t, c, "late", "north").Rate)
	for _, shown := range [][]string{{"day", "north"}, {"day", "south"}, {"night", "south"}} {
		assert.NotNil(t, rate(t, c, shown...).Rate)
	}
	rules.Comparisons = rules.Comparisons[:1]
	assert.NotNil(t, rate(t, compared(t, rules, all)[0], "late", "north").Rate, "the whole is not shown")
}

func TestNobodySelectedIsUndefined(t *testing.T) {
	c := compared(t, byGroup(), chosen("a", 0, 6), chosen("b", 0, 7))[0]
	require.NotNil(t, c.Undefined)
	assert.Nil(t, rate(t, c, "a").Impact)
	both := compared(t, byGroup())
	require.Len(t, both, 2)
	for _, c := range both {
		assert.NotNil(t, c.Undefined)
		assert.Empty(t, c.Groups)
	}
	all := compared(t, byGroup(), chosen("a", 6, 6), chosen("b", 7, 7))[0]
	assert.Equal(t, calibration.Within, rate(t, all, "a").Verdict)
	assert.NotNil(t, rate(t, all, "a").Proportions.Undefined)
	assert.InDelta(t, 1, *rate(t, all, "a").Fisher.Value, 1e-12)
}

func TestAboveTheMedian(t *testing.T) {
	scored := func(scores map[string][]int64) []calibration.Comparison {
		var all []calibration.Case
		for group, some := range scores {
			for _, s := range some {
				all = append(all, calibration.Case{Groups: []string{group}, Score: new(decimal.New(s, -1))})
			}
			all = append(all, calibration.Case{Groups: []string{group}}) // without a score: not counted
		}
		return compared(t, byGroup(), all)
	}
	c := scored(map[string][]int64{"a": {10, 20, 30}, "b": {40, 50}})[1]
	assert.Equal(t, calibration.AboveMedian, c.Outcome)
	assert.Equal(t, "3", c.Median.String())
	assert.Equal(t, calibration.Share{Count: 0, Of: 3}, *rate(t, c, "a").Rate, "the median itself is not above it")
	assert.Equal(t, calibration.Share{Count: 2, Of: 2}, *rate(t, c, "b").Rate)
	c = scored(map[string][]int64{"a": {10, 25}, "b": {20, 50}})[1]
	assert.Equal(t, "2.25", c.Median.String(), "of an even number the mean of the middle two")
	assert.Equal(t, calibration.Share{Count: 1, Of: 2}, *rate(t, c, "a").Rate)
	c = scored(map[string][]int64{"a": {20, 20, 20}, "b": {20}})[1]
	assert.NotNil(t, c.Undefined, "all the same: nobody is above")
}

func TestIntersectionsAreComparedByThemselves(t *testing.T) {
	rules := calibration.FairnessRules{
		Groupings: []string{"gender", "site"}, MinimumPeople: 1,
		Comparisons: []calibration.Crossing{{By: []string{"gender"}}, {By: []string{"site", "gender"}}},
	}
	var all []calibration.Case
	for i := range 40 {
		groups := []string{[]string{"women", "men"}[i%2], []string{"north", "south"}[i/2%2]}
		if i == 39 {
			groups[1] = ""
		}
		all = append(all, calibration.Case{Groups: groups, Selected: i%4 == 0 || i%4 == 3})
	}
	c := compared(t, rules, all)
	require.Len(t, c, 4)
	assert.Equal(t, calibration.Within, rate(t, c[0], "women").Verdict, "each grouping alone is even")
	assert.Equal(t, calibration.Below, rate(t, c[2], "south", "women").Verdict, "the intersection is not")
	assert.Equal(t, 1, c[2].Unknown)
	assert.Equal(t, 39, c[2].People)
	assert.Zero(t, c[0].Unknown)
}

// The figures are those of R's fisher.test and of tables in the literature.
func TestFisherAgreesWithThePublished(t *testing.T) {
	for _, one := range []struct {
		a, n, b, m int
		want       float64
	}{
		{3, 4, 1, 4, 0.4857142857},    // the lady tasting tea (Fisher 1935)
		{1, 10, 11, 14, 0.0027594562}, // Wikipedia, Fisher's exact test: 12 dieting of 24
		{2, 17, 10, 13, 0.0005367},    // convictions of like-sex twins, R's example of fisher.test
	} {
		c := compared(t, byGroup("b"), chosen("a", one.a, one.n), chosen("b", one.b, one.m))[0]
		assert.InDelta(t, one.want, *rate(t, c, "a").Fisher.Value, 0.00005, "%+v", one)
	}
	// The z-test by hand: 10 of 100 against 20 of 100 is z = 0.1 ÷ √(0.15 × 0.85 × 0.02).
	c := compared(t, byGroup(), chosen("a", 10, 100), chosen("b", 20, 100))[0]
	z := 0.1 / math.Sqrt(0.15*0.85*0.02)
	assert.InDelta(t, math.Erfc(z/math.Sqrt2), *rate(t, c, "a").Proportions.Value, 1e-12)
	assert.InDelta(t, 0.0477, *rate(t, c, "a").Proportions.Value, 0.0001)
}

// hypergeometric sums the tables no likelier than the given one in whole numbers.
func hypergeometric(a, n, b, m int) float64 {
	ways := func(x int) *big.Int {
		return new(big.Int).Mul(new(big.Int).Binomial(int64(n), int64(x)), new(big.Int).Binomial(int64(m), int64(a+b-x)))
	}
	tail, all := new(big.Int), new(big.Int)
	for x := max(0, a+b-m); x <= min(n, a+b); x++ {
		all.Add(all, ways(x))
		if ways(x).Cmp(ways(a)) <= 0 {
			tail.Add(tail, ways(x))
		}
	}
	p, _ := new(big.Rat).SetFrac(tail, all).Float64()
	return p
}

func TestFisherIsTheSumOverAllTables(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n, m := rapid.IntRange(1, 300).Draw(t, "n"), rapid.IntRange(1, 300).Draw(t, "m")
		a, b := rapid.IntRange(0, n).Draw(t, "a"), rapid.IntRange(1, m).Draw(t, "b")
		c := compared(t, byGroup("b"), chosen("a", a, n), chosen("b", b, m))[0]
		want := hypergeometric(a, n, b, m)
		require.InDelta(t, want, *rate(t, c, "a").Fisher.Value, 1e-9*want+1e-300)
	})
}

func TestFairnessOfAMillionIsBounded(t *testing.T) {
	c := compared(t, byGroup(), chosen("a", 300_000, 500_000), chosen("b", 299_000, 500_000), chosen("c", 1, 400_000))[0]
	assert.InDelta(t, *rate(t, c, "b").Proportions.Value, *rate(t, c, "b").Fisher.Value, 0.001, "Fisher's test nears the z-test")
	assert.Less(t, *rate(t, c, "c").Fisher.Value, 1e-300)
}

func TestFairnessIsSoundForAnyInput(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		name := rapid.SampledFrom([]string{"", "a", "b", "c"})
		all := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) calibration.Case {
			c := calibration.Case{Groups: []string{name.Draw(t, "one"), name.Draw(t, "two")}, Selected: rapid.Bool().Draw(t, "selected")}
			if rapid.Bool().Draw(t, "scored") {
				c.Score = new(decimal.New(rapid.Int64Range(0, 5).Draw(t, "score"), rapid.Int32Range(-17, 3).Draw(t, "exponent")))
			}
			return c
		}), 0, 60).Draw(t, "cases")
		rules := calibration.FairnessRules{
			Groupings:    []string{"one", "two"},
			Comparisons:  []calibration.Crossing{{By: []string{"one"}}, {By: []string{"two", "one"}}},
			MinimumShare: decimal.New(rapid.Int64Range(0, 20).Draw(t, "share"), 0), MinimumPeople: rapid.IntRange(0, 4).Draw(t, "people"),
		}
		found := compared(t, rules, all)
		turned := compared(t, rules, rapid.Permutation(all).Draw(t, "order"))
		before, _ := json.Marshal(found)
		after, _ := json.Marshal(turned)
		require.JSONEq(t, string(before), string(after), "the order of cases is all one")
		for i, c := range found[2:] { // by both groupings, beside the one
			for _, whole := range found[i].Groups {
				hidden := whole.People
				for _, part := range c.Groups {
					if part.Group[1] == whole.Group[0] && part.Rate != nil {
						hidden -= part.People
					}
				}
				require.True(t, whole.Rate == nil || hidden == 0 || hidden >= cmp.Or(rules.MinimumPeople, 5) || hidden == whole.People)
			}
		}
		for _, c := range found {
			_, err := json.Marshal(c)
			require.NoError(t, err)
			people := 0
			for _, g := range c.Groups {
				people += g.People
				if g.Rate == nil {
					require.Contains(t, []calibration.Verdict{calibration.Unjudged, calibration.Withheld}, g.Verdict)
					require.Equal(t, calibration.GroupRate{Group: g.Group, People: g.People, Verdict: g.Verdict}, g)
					continue
				}
				require.LessOrEqual(t, g.Rate.Count, g.Rate.Of)
				if g.Impact != nil {
					require.LessOrEqual(t, g.Impact.Count, g.Impact.Of, "nobody is above the highest rate")
					require.NotNil(t, g.Impact.Percent(number.Rounding{Places: 1, Mode: number.HalfUp}))
				}
				if g.Verdict == calibration.Within || g.Verdict == calibration.Below {
					sound(t, g.Fisher, g.Proportions)
					require.True(t, *g.Fisher.Value >= 0 && *g.Fisher.Value <= 1)
				}
			}
			require.Equal(t, c.People, people)
			for _, f := range c.Findings() {
				require.NotContains(t, f.In(text.Chinese), "{")
			}
		}
	})
}

func TestFairnessRulesThatAreWrongAreRefusedAtOnce(t *testing.T) {
	rules := calibration.FairnessRules{
		Groupings: []string{"a", "a"}, MinimumShare: decimal.New(101, 0), MinimumPeople: -1,
		Comparisons: []calibration.Crossing{{}, {By: []string{"b"}}, {By: []string{"a"}, Reference: []string{"x", "y"}}},
	}
	_, err := rules.Fairness(stream[calibration.Case](nil))
	require.ErrorIs(t, err, fault.ErrInvalid)
	var paths []string
	for _, v := range fault.Of(err) {
		paths = append(paths, v.Path)
	}
	assert.Equal(t, []string{
		"groupings[1]", "comparisons[0].by", "comparisons[1].by[0]", "comparisons[2].reference", "minimumShare", "minimumPeople",
	}, paths)
	assert.Len(t, fault.Of(calibration.FairnessRules{}.Validate()), 2)
	require.ErrorIs(t, calibration.FairnessRules{MinimumShare: decimal.New(1, 999)}.Validate(), fault.ErrInvalid)

	_, err = byGroup().Fairness(stream([]calibration.Case{{Groups: []string{"a"}}, {Score: new(decimal.New(1, 999))}}))
	assert.Equal(t, "cases[1].groups", fault.Of(err)[0].Path)
	assert.Equal(t, "cases[1].score", fault.Of(err)[1].Path)
	_, err = byGroup().Fairness(stream(make([]calibration.Case, 1000)))
	assert.Len(t, fault.Of(err), 100)
	broken := errors.New("the file ends")
	_, err = byGroup().Fairness(func(yield func(calibration.Case, error) bool) { yield(calibration.Case{}, broken) })
	require.ErrorIs(t, err, broken)
}
