package calibration_test

import (
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

func shares(t require.TestingT, percent ...string) []decimal.Decimal {
	all := make([]decimal.Decimal, len(percent))
	for i, p := range percent {
		all[i] = *figure(t, p)
	}
	return all
}

func TestApportionByEachMethod(t *testing.T) {
	for _, c := range []struct {
		people int
		shares []string
		method calibration.Method
		heads  []int
		ties   []calibration.Tie
	}{
		{10, []string{"20", "70", "10"}, calibration.LargestRemainder, []int{2, 7, 1}, nil},
		{7, []string{"20", "70", "10"}, calibration.LargestRemainder, []int{1, 5, 1}, nil}, // 1.4, 4.9, 0.7
		{7, []string{"20", "70", "10"}, calibration.Webster, []int{1, 5, 1}, nil},
		{7, []string{"20", "70", "10"}, calibration.RoundDown, []int{1, 6, 0}, nil},
		{1, []string{"50", "50"}, calibration.LargestRemainder, []int{1, 0}, []calibration.Tie{{Shares: []int{0, 1}, Served: []int{0}}}},
		{1, []string{"50", "50"}, calibration.Webster, []int{1, 0}, []calibration.Tie{{Shares: []int{0, 1}, Served: []int{0}}}},
		{5, []string{"10", "70", "20"}, calibration.LargestRemainder, []int{0, 4, 1}, []calibration.Tie{{Shares: []int{0, 1}, Served: []int{1}}}},
		{2, []string{"33.333333", "33.333333", "33.333334"}, calibration.LargestRemainder, []int{1, 0, 1}, []calibration.Tie{{Shares: []int{0, 1}, Served: []int{0}}}},
		{0, []string{"20", "80"}, calibration.Webster, []int{0, 0}, nil},
		{3, []string{"0", "100"}, calibration.Webster, []int{0, 3}, nil},
		{11, []string{"5", "95"}, calibration.LargestRemainder, []int{1, 10}, nil}, // 0.55, 10.45
		// Where the methods differ: 9.06, 0.47, 0.47 of ten.
		{10, []string{"90.6", "4.7", "4.7"}, calibration.Webster, []int{10, 0, 0}, nil},
		// Webster can leave a large share more than a person short, 90 of 92.3.
		{100, []string{"92.3", "1.54", "1.54", "1.54", "1.54", "1.54"}, calibration.Webster, []int{90, 2, 2, 2, 2, 2}, nil},
		{10, []string{"90.6", "4.7", "4.7"}, calibration.LargestRemainder, []int{9, 1, 0}, []calibration.Tie{{Shares: []int{1, 2}, Served: []int{1}}}},
	} {
		heads, ties, err := calibration.Apportion(c.people, shares(t, c.shares...), c.method, 1)
		require.NoError(t, err)
		assert.Equal(t, c.heads, heads, "%d people, %v, %s", c.people, c.shares, c.method)
		assert.Equal(t, c.ties, ties, "%d people, %v, %s", c.people, c.shares, c.method)
	}
}

func TestApportionRefusesWhatCannotBeShared(t *testing.T) {
	_, _, err := calibration.Apportion(-1, shares(t, "101", "-1", "0.1234567"), "chance", 0)
	require.ErrorIs(t, err, fault.ErrInvalid)
	v := fault.Of(err)
	assert.Len(t, v, 5)
	for _, code := range []string{"calibration.people.range", "calibration.share.range", "calibration.share.precise"} {
		assert.True(t, v.Has(code), code)
	}
	_, _, err = calibration.Apportion(3, shares(t, "60", "30"), calibration.Webster, 0)
	assert.True(t, fault.Of(err).Has("calibration.shares.sum"))
	_, _, err = calibration.Apportion(3, shares(t, "60", "40"), calibration.RoundDown, 2)
	assert.True(t, fault.Of(err).Has("calibration.shares.rest"))
	_, _, err = calibration.Apportion(3, []decimal.Decimal{decimal.New(1, 2_000_000)}, calibration.Webster, 0)
	assert.ErrorIs(t, err, fault.ErrInvalid)
}

func drawShares(t *rapid.T) []decimal.Decimal {
	cuts := rapid.SliceOfN(rapid.IntRange(0, 1000), 0, 6).Draw(t, "cuts")
	slices.Sort(cuts)
	var all []decimal.Decimal
	before := 0
	for _, c := range append(cuts, 1000) {
		all = append(all, decimal.New(int64(c-before), -1))
		before = c
	}
	return all
}

func TestApportionedHeadsAddUpAndKeepTheQuota(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people, all := rapid.IntRange(0, 100_000).Draw(t, "people"), drawShares(t)
		for _, method := range []calibration.Method{calibration.LargestRemainder, calibration.Webster, calibration.RoundDown} {
			heads, _, err := calibration.Apportion(people, all, method, 0)
			require.NoError(t, err)
			sum := 0
			for i, h := range heads {
				sum += h
				exact := all[i].Mul(decimal.NewFromInt(int64(people))).Shift(-2)
				switch {
				case method == calibration.LargestRemainder:
					require.True(t, exact.Sub(decimal.NewFromInt(int64(h))).Abs().LessThan(decimal.NewFromInt(1)), "%s of %d is %d", all[i], people, h)
				case method == calibration.RoundDown && i > 0:
					require.True(t, exact.Floor().Equal(decimal.NewFromInt(int64(h))))
				}
				if all[i].IsZero() && (i > 0 || method != calibration.RoundDown) {
					require.Zero(t, h)
				}
			}
			require.Equal(t, people, sum)
		}
	})
}

// TestWebsterGivesOnePersonAfterTheOther holds the shortcut against the definition.
func TestWebsterGivesOnePersonAfterTheOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		people, all := rapid.IntRange(0, 60).Draw(t, "people"), drawShares(t)
		want := make([]int, len(all))
		for range people {
			best := -1
			for i, s := range all {
				claim := func(j int) decimal.Decimal { return all[j].Mul(decimal.NewFromInt(int64(2*want[i] + 1))) }
				if s.IsZero() || (best >= 0 && s.Mul(decimal.NewFromInt(int64(2*want[best]+1))).LessThan(claim(best))) {
					continue
				}
				if best >= 0 && s.Mul(decimal.NewFromInt(int64(2*want[best]+1))).Equal(claim(best)) && s.LessThanOrEqual(all[best]) {
					continue
				}
				best = i
			}
			want[best]++
		}
		heads, _, err := calibration.Apportion(people, all, calibration.Webster, 0)
		require.NoError(t, err)
		require.Equal(t, want, heads)
	})
}

func TestQuotaTurnsAGuideIntoHeads(t *testing.T) {
	scale := letters(4)
	q, err := guide(t, "S <= 20", "S+A between 25 50", "C >= 5").Quota(scale, 9)
	require.NoError(t, err)
	assert.Equal(t, []calibration.Interval{{0, 1}, {3, 4}, {1, 9}}, q.Limits)
	assert.Equal(t, []calibration.Interval{{0, 1}, {2, 4}, {0, 5}, {1, 6}}, q.Levels, "what is left when all are kept")
	assert.Equal(t, []calibration.Interval{{0, 1}, {3, 4}, {3, 8}, {9, 9}}, q.OrBetter)

	q, err = guide(t, "S = 10", "A = 30").Quota(scale, 5) // 0.5, 1.5 and 3 for the others
	require.NoError(t, err)
	assert.Equal(t, []calibration.Interval{{0, 0}, {2, 2}}, q.Limits)
	require.Len(t, q.Ties, 1)
	g := guide(t, "S = 10", "A = 30")
	assert.Equal(t, "S = 10 %, A = 30 % had the same claim (largest remainder); the larger share, then the one named first, was served: A = 30 %",
		g.Settled(q.Ties[0]).In(text.English))

	q, err = guide(t, "S = 50").Quota(scale, 1)
	require.NoError(t, err)
	assert.Equal(t, []calibration.Tie{{Shares: []int{0, 1}, Served: []int{0}}}, q.Ties)
	assert.Contains(t, guide(t, "S = 50").Settled(q.Ties[0]).In(text.Chinese), "其余等级")

	g = guide(t, "S = 20", "A = 70", "B+C = 10")
	g.Method, g.Rest = calibration.RoundDown, "A"
	q, err = g.Quota(scale, 7)
	require.NoError(t, err)
	assert.Equal(t, []calibration.Interval{{1, 1}, {6, 6}, {0, 0}}, q.Limits)

	q, err = guide(t, "S between 21 24").Quota(scale, 4)
	require.NoError(t, err)
	require.NotNil(t, q.Conflict)
	assert.Equal(t, "in a group of 4 these can't all hold: S 21–24 %", q.Conflict.En)
	assert.Empty(t, q.Levels)

	q, err = guide(t, "S = 100").Quota(scale, 0)
	require.NoError(t, err)
	assert.Nil(t, q.Conflict)
	_, err = guide(t, "S = 100").Quota(scale, -1)
	require.ErrorIs(t, err, fault.ErrInvalid)
}

// TestQuotaIsFreeExactlyWithinItsIntervals tries every distribution of a few people.
func TestQuotaIsFreeExactlyWithinItsIntervals(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := letters(rapid.IntRange(1, 4).Draw(t, "levels"))
		people := rapid.IntRange(0, 7).Draw(t, "people")
		g := drawGuide(t, scale)
		q, err := g.Quota(scale, people)
		require.NoError(t, err)
		least, most := make([]int, len(scale.Levels)), make([]int, len(scale.Levels))
		found := 0
		counts := make([]int, len(scale.Levels))
		var try func(level, left int)
		try = func(level, left int) {
			if level == len(counts)-1 {
				counts[level] = left
				for _, a := range asks(scale, g, q) {
					if a.off(counts) > 0 {
						return
					}
				}
				for i, l := range g.Limits {
					n := 0
					for _, code := range l.Levels {
						rank, _ := scale.Rank(code)
						n += counts[rank]
					}
					if q.Limits[i].Off(n) != 0 {
						return
					}
				}
				for i, n := range counts {
					if found == 0 {
						least[i], most[i] = n, n
					}
					least[i], most[i] = min(least[i], n), max(most[i], n)
				}
				found++
				return
			}
			for n := range left + 1 {
				counts[level] = n
				try(level+1, left-n)
			}
		}
		try(0, people)
		require.Equal(t, found == 0, q.Conflict != nil)
		for i, l := range q.Levels {
			require.Equal(t, calibration.Interval{Min: least[i], Max: most[i]}, l)
		}
	})
}

func TestGuideRefusesLimitsThatContradictEachOtherAndNamesThem(t *testing.T) {
	scale := letters(4)
	for _, c := range []struct {
		limits []string
		said   string
	}{
		{[]string{"S = 60", "A = 50"}, "S = 60 %, A = 50 %"},
		{[]string{"A <= 90", "S+A <= 30", "A >= 40"}, "S + A ≤ 30 %, A ≥ 40 %"},
		{[]string{"S+A >= 60", "B+C between 45 50", "C <= 80"}, "S + A ≥ 60 %, B + C 45–50 %"},
		{[]string{"S = 20", "A = 30", "B = 40", "C = 5"}, "S = 20 %, A = 30 %, B = 40 %, C = 5 %"},
		{[]string{"S+A+B+C <= 90"}, "S + A + B + C ≤ 90 %"},
	} {
		err := guide(t, c.limits...).Validate(scale)
		require.ErrorIs(t, err, fault.ErrInvalid, "%v", c.limits)
		require.Len(t, fault.Of(err), 1)
		assert.Equal(t, "limits: these can't all hold: "+c.said, fault.In(err, text.English))
	}
	require.NoError(t, guide(t, "S <= 10", "S+A <= 30", "B+C >= 70").Validate(scale))
}

func TestGuideRefusesEverythingAtOnceWithItsPath(t *testing.T) {
	g := calibration.Guide{
		Limits: []calibration.Limit{
			{Levels: []string{"S", "B"}, Op: calibration.Exactly, Share: *figure(t, "10")},
			{Levels: []string{"S", "E"}, Op: calibration.AtMost, Share: *figure(t, "110")},
			{Op: "about", Share: *figure(t, "-1")},
			{Levels: []string{"A"}, Op: calibration.AtMost, Share: *figure(t, "10"), To: figure(t, "20")},
			{Levels: []string{"A"}, Op: calibration.Between, Share: *figure(t, "10")},
			{Levels: []string{"A"}, Op: calibration.Between, Share: *figure(t, "30"), To: figure(t, "20")},
			{Levels: []string{"A"}, Op: calibration.AtMost, Share: *figure(t, "0.00000001")},
		},
		Method: "dice", Small: "ignored",
		Parents: map[string]string{"a": "b", "b": "a"},
		Waivers: []calibration.Waiver{{Group: "lab"}},
	}
	err := g.Validate(letters(4))
	require.ErrorIs(t, err, fault.ErrInvalid)
	var paths []string
	for _, v := range fault.Of(err) {
		paths = append(paths, v.Path)
	}
	slices.Sort(paths)
	paths = slices.Compact(paths)
	assert.Subset(t, paths, []string{
		"limits[0].levels", "limits[1].levels[1]", "limits[1].share", "limits[2].levels", "limits[2].op", "limits[2].share",
		"limits[3].to", "limits[4].to", "limits[5]", "limits[6].share", "method", "small", "waivers[0]",
	})

	assert.True(t, fault.Of(guide(t, "S = 10", "S+A = 20").Validate(letters(4))).Has("calibration.guide.exact.twice"))
	g = guide(t, "S = 50", "A = 50")
	g.Method = calibration.RoundDown
	assert.True(t, fault.Of(g.Validate(letters(2))).Has("calibration.guide.rest.required"))
	g.Method, g.Small = "", calibration.SmallPooled
	v := fault.Of(g.Validate(letters(2)))
	assert.True(t, v.Has("calibration.guide.minimum.required"))
	assert.Len(t, v, 2, "a method is needed for exact shares")
	require.Error(t, calibration.Guide{}.Validate(letters(0)))
	require.NoError(t, calibration.Guide{}.Validate(letters(1)))
}

func TestPresetsOnlyByName(t *testing.T) {
	for name, top := range map[string]string{calibration.Preset207010: "20", calibration.Preset361: "30", calibration.Preset271: "20"} {
		g, err := calibration.Preset(name, []string{"S"}, []string{"A", "B"}, []string{"C"})
		require.NoError(t, err)
		require.NoError(t, g.Validate(letters(4)))
		assert.True(t, g.Limits[0].Share.Equal(*figure(t, top)), name)
	}
	_, err := calibration.Preset("vitality", nil, nil, nil)
	require.ErrorIs(t, err, fault.ErrInvalid)
}
