package calibration_test

import (
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

// letters is a scale without bands: S, A, B, C, D.
func letters(n int) rating.Scale {
	s := rating.Scale{Name: "letters"}
	for _, code := range []string{"S", "A", "B", "C", "D"}[:n] {
		s.Levels = append(s.Levels, rating.Level{Code: code, Label: text.Label{En: code, Zh: code}})
	}
	return s
}

func figure(t require.TestingT, s string) *decimal.Decimal {
	d, err := decimal.NewFromString(s)
	require.NoError(t, err)
	return &d
}

// team is one group: "S 95" is a person at S with the score 95, "S 95 held" one who stays
// there, and "S" one without a score. They are called p0, p1 and so on.
func team(t require.TestingT, people ...string) []calibration.Entry {
	entries := make([]calibration.Entry, len(people))
	for i, p := range people {
		var level, score, held string
		_, _ = fmt.Sscan(p, &level, &score, &held)
		entries[i] = calibration.Entry{Employee: "p" + strconv.Itoa(i), Group: "team", Level: level, Held: held != ""}
		if score != "" {
			entries[i].Score = figure(t, score)
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

func gather(t require.TestingT, scale rating.Scale, entries []calibration.Entry) calibration.Population {
	p, err := calibration.Gather(scale, stream(entries))
	require.NoError(t, err)
	return p
}

// limit reads "S+A <= 30" or "B between 40 50".
func limit(t require.TestingT, said string) calibration.Limit {
	var levels, op, share, to string
	_, _ = fmt.Sscan(said, &levels, &op, &share, &to)
	l := calibration.Limit{Op: calibration.Op(op), Share: *figure(t, share)}
	for code := range strings.SplitSeq(levels, "+") {
		l.Levels = append(l.Levels, code)
	}
	if to != "" {
		l.To = figure(t, to)
	}
	return l
}

func guide(t require.TestingT, limits ...string) calibration.Guide {
	g := calibration.Guide{Method: calibration.LargestRemainder}
	for _, said := range limits {
		g.Limits = append(g.Limits, limit(t, said))
	}
	return g
}

func advice(t require.TestingT, p calibration.Population, g calibration.Guide, r calibration.Rules) calibration.Advice {
	all, err := p.Advise(g, r)
	require.NoError(t, err)
	list := slices.Collect(all)
	require.Len(t, list, 1)
	return list[0]
}

func moves(a calibration.Advice) []string {
	var said []string
	for _, m := range a.Moves {
		margin := "-"
		if m.Margin != nil {
			margin = m.Margin.String()
		}
		said = append(said, m.Employee+" "+m.From+"→"+m.To+" "+margin)
	}
	return said
}

func TestAdviceMovesTheFewestAndSaysHowCloseTheCallWas(t *testing.T) {
	p := gather(t, letters(3), team(t, "S 95", "S 93", "S 91.5", "A 88", "A 85", "A 80", "A 79", "A 76", "B 70", "B 60"))
	a := advice(t, p, guide(t, "S = 20", "A = 70", "B = 10"), calibration.Rules{})
	assert.Equal(t, []string{"p2 S→A 3.5", "p8 B→A 6"}, moves(a))
	assert.Zero(t, a.Outside)
	assert.Nil(t, a.Unmet)
	assert.Equal(t, "p2, score 91.5: from “S” to “A”\n"+
		"  3 of 10 people are at “S”; the guide allows at most 2\n"+
		"  the highest score at “A” or worse was 88: 91.5 − 88 = 3.5", a.Why(a.Moves[0]).Tree(text.English))
	assert.Equal(t, "p8（得分 70）：由“B”调整为“A”\n"+
		"  10 人中有 8 人在“A”及以上，指引要求至少 9 人\n"+
		"  “A”及以上的最低得分为 76：76 − 70 = 6", a.Why(a.Moves[1]).Tree(text.Chinese))
}

func TestAdviceForAGroupThatKeepsTheGuideMovesNobody(t *testing.T) {
	p := gather(t, letters(3), team(t, "S 95", "A 93", "A 91", "B 88"))
	a := advice(t, p, guide(t, "S <= 25", "A+B >= 75"), calibration.Rules{})
	assert.Empty(t, a.Moves)
	assert.Empty(t, a.Decisions)
	assert.Nil(t, a.Unmet)
}

func TestEqualScoresMoveTogetherOrAreLeftToAPerson(t *testing.T) {
	p := gather(t, letters(2), team(t, "S 90", "S 90", "S 90", "A 70"))
	g := guide(t, "S = 50", "A = 50")

	a := advice(t, p, g, calibration.Rules{})
	assert.Empty(t, a.Moves, "three at S are one too many; none at S would be two too few")
	assert.Equal(t, 1, a.Outside)
	require.NotNil(t, a.Unmet)
	assert.Equal(t, "calibration.unmet.tie", a.Unmet.Code)
	assert.Contains(t, a.Unmet.En, "3 people with the score 90")

	a = advice(t, p, g, calibration.Rules{Ties: calibration.TiesDecided})
	assert.Empty(t, a.Moves)
	assert.Nil(t, a.Unmet)
	require.Len(t, a.Decisions, 1)
	assert.Equal(t, []string{"p0", "p1", "p2"}, a.Decisions[0].Employees)
	assert.Equal(t, []calibration.Place{{Level: "S", Count: 2}, {Level: "A", Count: 1}}, a.Decisions[0].Places)
	assert.Equal(t, 2, a.Levels[0].Advised)
}

func TestTheOrderOfLevelsLeavesInversionsThatAreThere(t *testing.T) {
	// p1 was put above p0 in spite of the score.
	people := team(t, "A 92", "S 90", "A 80", "A 70")
	p := gather(t, letters(2), people)
	g := guide(t, "S >= 25")
	a := advice(t, p, g, calibration.Rules{Order: calibration.OrderByLevel})
	assert.Equal(t, 1, a.Inversions)
	assert.Empty(t, a.Moves)
	a = advice(t, p, g, calibration.Rules{Order: calibration.OrderByScore})
	assert.Len(t, a.Moves, 1)
	assert.Equal(t, "calibration.reason.order", a.Why(a.Moves[0]).Steps[0].Code)
}

func TestOfEquallyFewMovesTheTieIsLeftWhole(t *testing.T) {
	g := guide(t, "A <= 70")
	for _, c := range []struct {
		people []string
		move   string
	}{
		{[]string{"A 85", "A 80", "A 80"}, "p0 A→S -"},
		{[]string{"A 85", "A 85", "A 80"}, "p2 A→B -"},
	} {
		a := advice(t, gather(t, letters(3), team(t, c.people...)), g, calibration.Rules{Ties: calibration.TiesDecided})
		assert.Equal(t, []string{c.move}, moves(a))
		assert.Empty(t, a.Decisions)
	}
}

func TestTwoWhoChangePlacesDoSoForTheOrder(t *testing.T) {
	// The second score is more than an int64 holds.
	p := gather(t, letters(2), team(t, "S 90", "A 18446744073709551617"))
	a := advice(t, p, guide(t, "S = 50"), calibration.Rules{})
	require.Equal(t, []string{"p1 A→S -18446744073709551527", "p0 S→A -18446744073709551527"}, moves(a), "both are past the boundary already")
	for _, m := range a.Moves {
		assert.Equal(t, "calibration.reason.order", a.Why(m).Steps[0].Code)
	}
}

func TestWhoIsHeldOrHasNoScoreIsCountedAndNotMoved(t *testing.T) {
	p := gather(t, letters(2), team(t, "S 60 held", "S", "S 90", "A 80"))
	a := advice(t, p, guide(t, "S = 50", "A = 50"), calibration.Rules{})
	assert.Equal(t, []string{"p2 S→A 10"}, moves(a))
	assert.Equal(t, 2, a.Fixed)

	a = advice(t, p, guide(t, "S = 25", "A = 75"), calibration.Rules{})
	assert.Equal(t, []string{"p2 S→A 10"}, moves(a), "as near as it gets")
	assert.Positive(t, a.Outside)
	assert.Equal(t, "calibration.unmet.fixed", a.Unmet.Code)
}

func TestAdviceSaysWhichLimitsSoManyPeopleCannotKeep(t *testing.T) {
	p := gather(t, letters(3), team(t, "S 90", "A 80", "B 70"))
	a := advice(t, p, guide(t, "S <= 20", "A <= 30", "B <= 60"), calibration.Rules{})
	assert.Empty(t, a.Moves)
	require.NotNil(t, a.Unmet)
	assert.Equal(t, "in a group of 3 these can't all hold: S ≤ 20 %, A ≤ 30 %, B ≤ 60 %", a.Unmet.En)
	assert.Equal(t, "3 人无法同时满足：S ≤ 20%、A ≤ 30%、B ≤ 60%", a.Unmet.Zh)
}

func TestAdviceOnDegenerateGroups(t *testing.T) {
	g := guide(t, "S = 20", "A = 70", "B = 10")
	all, err := gather(t, letters(3), nil).Advise(g, calibration.Rules{})
	require.NoError(t, err)
	assert.Empty(t, slices.Collect(all))

	a := advice(t, gather(t, letters(3), team(t, "S 90")), g, calibration.Rules{})
	assert.Equal(t, []string{"p0 S→A -"}, moves(a))
	assert.Equal(t, "calibration.margin.none", a.Why(a.Moves[0]).Steps[1].Code)

	a = advice(t, gather(t, letters(3), team(t, "A", "A")), calibration.Guide{}, calibration.Rules{})
	assert.Empty(t, a.Moves)

	a = advice(t, gather(t, letters(1), team(t, "S 1", "S 1")), guide(t, "S = 100"), calibration.Rules{})
	assert.Nil(t, a.Unmet)

	a = advice(t, gather(t, letters(3), team(t, "A 1", "A 1", "A 1", "A 1", "A 1")), g, calibration.Rules{})
	assert.Equal(t, "calibration.unmet.tie", a.Unmet.Code)
	assert.Empty(t, calibration.Advice{}.Why(calibration.Move{}))
	assert.NotEmpty(t, a.Why(calibration.Move{From: "A", To: "S", Margin: new(decimal.Zero)}).Steps)
}

func TestAdviseRefusesAnInvalidGuideAndUnknownRules(t *testing.T) {
	p := gather(t, letters(3), nil)
	_, err := p.Advise(guide(t, "X = 20"), calibration.Rules{Order: "age", Ties: "dice"})
	require.ErrorIs(t, err, fault.ErrInvalid)
	v := fault.Of(err)
	require.Len(t, v, 3)
	assert.Equal(t, "guide.limits[0].levels[0]", v[0].Path)
	assert.True(t, v.Has("calibration.rules.order.unknown"))
	assert.True(t, v.Has("calibration.rules.ties.unknown"))
}

// The brute force below knows nothing of lines and cuts: it tries every assignment of
// levels to people, keeps those in which nobody ends up behind somebody they stood ahead
// of, and takes the one with the fewest people outside the limits, then the fewest moves.

type guess struct{ outside, moved int }

func brute(people []calibration.Entry, scale rating.Scale, asked []ask, r calibration.Rules) guess {
	levels := len(scale.Levels)
	now := make([]int, len(people))
	for i, e := range people {
		now[i], _ = scale.Rank(e.Level)
	}
	best := guess{1 << 30, 0}
	then := slices.Clone(now)
	var try func(i int)
	try = func(i int) {
		if i < len(people) {
			for level := range levels {
				if then[i] = level; orderly(people[:i+1], now, then, r) {
					try(i + 1)
				}
			}
			return
		}
		got := guess{}
		counts := make([]int, levels)
		for i := range people {
			counts[then[i]]++
			if then[i] != now[i] {
				got.moved++
			}
		}
		for _, a := range asked {
			got.outside += a.off(counts)
		}
		if got.outside < best.outside || (got.outside == best.outside && got.moved < best.moved) {
			best = got
		}
	}
	try(0)
	return best
}

// orderly looks at the last person against all before.
func orderly(people []calibration.Entry, now, then []int, r calibration.Rules) bool {
	j := len(people) - 1
	stays := func(i int) bool { return people[i].Held || people[i].Score == nil }
	if stays(j) {
		return then[j] == now[j]
	}
	for i := range j {
		if stays(i) {
			continue
		}
		first, second := i, j
		score := people[i].Score.Cmp(*people[j].Score)
		var ahead int // of i before j
		switch {
		case r.Order == calibration.OrderByLevel && now[i] != now[j]:
			ahead = now[j] - now[i]
		case score != 0:
			ahead = score
		default:
			ahead = now[j] - now[i]
		}
		switch {
		case ahead == 0 && r.Ties != calibration.TiesDecided:
			if then[i] != then[j] {
				return false
			}
			continue
		case ahead < 0:
			first, second = j, i
		}
		if ahead != 0 && then[first] > then[second] {
			return false
		}
	}
	return true
}

// An ask is a limit in head-counts. Limits on the same cut or level are one.
type ask struct{ from, to, low, high int }

func (a ask) off(counts []int) int {
	n := 0
	for _, c := range counts[a.from:a.to] {
		n += c
	}
	return max(0, a.low-n, n-a.high)
}

func asks(scale rating.Scale, g calibration.Guide, q calibration.Quota) []ask {
	var all []ask
	for i, l := range g.Limits {
		a := ask{from: len(scale.Levels), low: q.Limits[i].Min, high: q.Limits[i].Max}
		for _, code := range l.Levels {
			rank, _ := scale.Rank(code)
			a.from, a.to = min(a.from, rank), max(a.to, rank+1)
		}
		if a.to == len(scale.Levels) {
			a = ask{0, a.from, q.People - a.high, q.People - a.low}
		}
		same := slices.IndexFunc(all, func(b ask) bool { return a.from == b.from && a.to == b.to })
		switch {
		case a.to == 0 || (a.from == 0 && a.to == len(scale.Levels)):
		case same >= 0:
			all[same].low, all[same].high = max(all[same].low, a.low), min(all[same].high, a.high)
		default:
			all = append(all, a)
		}
	}
	return all
}

func drawGuide(t *rapid.T, scale rating.Scale) calibration.Guide {
	g := calibration.Guide{
		Method: rapid.SampledFrom([]calibration.Method{calibration.LargestRemainder, calibration.Webster}).Draw(t, "method"),
	}
	for range rapid.IntRange(0, 4).Draw(t, "limits") {
		from := rapid.IntRange(0, len(scale.Levels)-1).Draw(t, "from")
		to := rapid.IntRange(from, len(scale.Levels)-1).Draw(t, "to")
		l := calibration.Limit{Op: rapid.SampledFrom([]calibration.Op{"=", "<=", ">=", "between"}).Draw(t, "op")}
		for _, level := range scale.Levels[from : to+1] {
			l.Levels = append(l.Levels, level.Code)
		}
		share := rapid.IntRange(0, 20).Draw(t, "share")
		l.Share = decimal.New(int64(share*5), 0)
		if l.Op == calibration.Between {
			l.To = new(decimal.New(int64(rapid.IntRange(share, 20).Draw(t, "upper")*5), 0))
		}
		g.Limits = append(g.Limits, l)
		if g.Validate(scale) != nil {
			g.Limits = g.Limits[:len(g.Limits)-1]
		}
	}
	return g
}

func TestNoFewerMovesReachTheGuideInOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		scale := letters(rapid.IntRange(1, 4).Draw(t, "levels"))
		people := make([]calibration.Entry, rapid.IntRange(1, 6).Draw(t, "people"))
		for i := range people {
			people[i] = calibration.Entry{
				Employee: strconv.Itoa(i), Group: "team", Held: rapid.IntRange(0, 9).Draw(t, "held") == 0,
				Level: rapid.SampledFrom(scale.Levels).Draw(t, "level").Code,
			}
			if rapid.IntRange(0, 9).Draw(t, "scored") > 0 {
				score := decimal.New(int64(rapid.IntRange(0, 6).Draw(t, "score")), 0)
				if rapid.IntRange(0, 4).Draw(t, "long") == 0 { // the same figure, or nearly, in many digits
					score = decimal.New(score.IntPart()*1_000_000_000_000+int64(rapid.IntRange(-1, 1).Draw(t, "beside")), -12)
				}
				people[i].Score = &score
			}
		}
		g := drawGuide(t, scale)
		r := calibration.Rules{
			Order: rapid.SampledFrom([]calibration.Order{"", calibration.OrderByScore, calibration.OrderByLevel}).Draw(t, "order"),
			Ties:  rapid.SampledFrom([]calibration.TiePolicy{"", calibration.TiesTogether, calibration.TiesDecided}).Draw(t, "ties"),
		}
		a := advice(t, gather(t, scale, people), g, r)
		q, err := g.Quota(scale, len(people))
		require.NoError(t, err)
		if q.Conflict != nil {
			require.Equal(t, q.Conflict, a.Unmet)
			require.Empty(t, a.Moves)
			return
		}
		asked := asks(scale, g, q)
		want := brute(people, scale, asked, r)
		got := guess{outside: a.Outside, moved: len(a.Moves)}
		counts := make([]int, len(scale.Levels))
		for i, h := range a.Levels {
			counts[i] = h.Advised
		}
		for _, d := range a.Decisions {
			require.Equal(t, calibration.TiesDecided, r.Ties)
			for _, p := range d.Places {
				if p.Level != d.Level {
					got.moved += p.Count
				}
			}
		}
		require.Equal(t, want, got)
		require.Equal(t, a.Outside > 0, a.Unmet != nil)
		outside := 0
		for _, one := range asked {
			outside += one.off(counts)
		}
		require.Equal(t, a.Outside, outside, "the advised head-counts are those of the moves")
		carryOut(t, scale, people, a, r, counts)
	})
}

// carryOut makes the moves and looks at the outcome with the brute force's eyes.
func carryOut(t *rapid.T, scale rating.Scale, people []calibration.Entry, a calibration.Advice, r calibration.Rules, counts []int) {
	now, then := make([]int, len(people)), make([]int, len(people))
	for i, e := range people {
		now[i], _ = scale.Rank(e.Level)
		then[i] = now[i]
	}
	for _, m := range a.Moves {
		i, err := strconv.Atoi(m.Employee)
		require.NoError(t, err)
		require.Equal(t, people[i].Level, m.From)
		require.NotEqual(t, m.From, m.To)
		then[i], _ = scale.Rank(m.To)
		require.NotEmpty(t, a.Why(m).Steps)
	}
	for _, d := range a.Decisions {
		employees := d.Employees
		for _, p := range d.Places {
			for _, e := range employees[:p.Count] {
				i, err := strconv.Atoi(e)
				require.NoError(t, err)
				then[i], _ = scale.Rank(p.Level)
			}
			employees = employees[p.Count:]
		}
		require.Empty(t, employees)
	}
	made := make([]int, len(scale.Levels))
	for i := range people {
		made[then[i]]++
		require.True(t, orderly(people[:i+1], now, then, r), "person %d is out of order", i)
	}
	require.Equal(t, counts, made)
}
