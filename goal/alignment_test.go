package goal_test

import (
	"fmt"
	"maps"
	"math/big"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// node is a goal that carries others: "sales", "company 60" has a share, "company" none.
func node(id string, supports ...string) goal.Node {
	n := goal.Node{ID: id, Level: goal.Individual, Unit: number.Percent}
	for _, s := range supports {
		above, share, shared := strings.Cut(s, " ")
		link := goal.Link{Goal: above}
		if shared {
			link.Share = new(dec(share))
		}
		n.Supports = append(n.Supports, link)
	}
	return n
}

func at(n goal.Node, value string, on ...string) goal.Node {
	n.Figure = figure(value, on...)
	return n
}

func figure(value string, on ...string) goal.Figure {
	f := goal.Figure{Value: new(dec(value))}
	if len(on) > 0 {
		f.On = day(on[0])
	}
	return f
}

func align(t require.TestingT, nodes ...goal.Node) *goal.Alignment {
	a, err := goal.Align(slices.Values(nodes))
	require.NoError(t, err)
	return a
}

// stand is where a goal stands, as text: "-" where it can't be told.
func stand(t require.TestingT, s *goal.Standings, id string) string {
	f, err := s.Of(id)
	require.NoError(t, err)
	if f.Value == nil {
		return "-"
	}
	return f.Value.String()
}

func TestAlignRefusesEverythingUnsoundAtOnce(t *testing.T) {
	huge := decimal.New(1, 2_000_000_000)
	nodes := []goal.Node{
		node("a", "a"),
		node("b", "c", "c", ""),
		node("b"),
		node(" "),
		{ID: "c", Rollup: "guess", Figure: goal.Figure{Value: &huge}},
		node("d", "c 100.5"),
		node("e", "c -1"),
		{ID: "f", DependsOn: []goal.Dependency{{Goal: "f"}, {Goal: "c"}, {Goal: "c"}, {}}},
	}
	_, err := goal.Align(slices.Values(nodes))
	assert.ElementsMatch(t, []string{
		"goals[0].supports[0].goal goal.link.self",
		"goals[1].supports[1].goal goal.link.twice",
		"goals[1].supports[2].goal goal.link.required",
		"goals[2].id goal.alignment.twice",
		"goals[3].id goal.alignment.id",
		"goals[4].rollup fault.value.unknown",
		"goals[4].figure.value number.bounds",
		"goals[5].supports[0].share goal.percent.range",
		"goals[6].supports[0].share goal.percent.range",
		"goals[7].dependsOn[0].goal goal.dependency.self",
		"goals[7].dependsOn[2].goal goal.dependency.twice",
		"goals[7].dependsOn[3].goal goal.dependency.required",
	}, codes(err))
}

func TestAlignNamesEveryCircleInOrder(t *testing.T) {
	nodes := []goal.Node{
		node("z"), node("c", "a"), node("a", "b", "z"), node("b", "c"), // a → b → c → a
		node("x", "y", "p"), node("y", "x", "c"), // a second knot, which leads into the first
		node("p", "q"), node("q", "p"), // and into a third
	}
	nodes[0].DependsOn = []goal.Dependency{{Goal: "x"}}
	nodes[4].DependsOn = []goal.Dependency{{Goal: "z"}}
	_, err := goal.Align(slices.Values(nodes))
	assert.Equal(t, []string{
		"goals[1].supports: these goals support each other in a circle: c → a → b → c",
		"goals[4].supports: these goals support each other in a circle: x → y → x",
		"goals[6].supports: these goals support each other in a circle: p → q → p",
		"goals[0].dependsOn: these goals wait for each other in a circle: z → x → z",
	}, strings.Split(fault.In(err, text.English), "\n"))
}

// TestAlignRefusesCirclesAndNothingElse holds the circles found on random graphs against
// what is reachable: each is a way along links, there is one in every knot, and none in
// a graph without a knot.
func TestAlignRefusesCirclesAndNothingElse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 12).Draw(t, "goals")
		edge := make([][]bool, n)
		nodes := make([]goal.Node, n)
		for i := range n {
			edge[i] = make([]bool, n)
			nodes[i] = node(fmt.Sprintf("g%d", i))
			for _, j := range rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 0, min(n, 3), rapid.ID).Draw(t, "links") {
				if i != j {
					edge[i][j] = true
					nodes[i].Supports = append(nodes[i].Supports, goal.Link{Goal: fmt.Sprintf("g%d", j)})
				}
			}
		}
		reach := make([][]bool, n)
		for i := range n {
			reach[i] = slices.Clone(edge[i])
		}
		for k := range n {
			for i := range n {
				for j := range n {
					reach[i][j] = reach[i][j] || reach[i][k] && reach[k][j]
				}
			}
		}
		_, err := goal.Align(slices.Values(nodes))
		named := make([]bool, n)
		for _, v := range fault.Of(err) {
			ids := strings.Split(v.Args["circle"], " → ")
			require.Equal(t, ids[0], ids[len(ids)-1])
			for i, id := range ids[:len(ids)-1] {
				var from, to int
				_, _ = fmt.Sscanf(id, "g%d", &from)
				_, _ = fmt.Sscanf(ids[i+1], "g%d", &to)
				require.True(t, edge[from][to], "%s is no link of %s", id, ids)
				require.False(t, named[from], "%s is on two circles", id)
				named[from] = true
			}
		}
		for i := range n {
			onSome := !reach[i][i]
			for j := range n {
				onSome = onSome || named[j] && (i == j || reach[i][j] && reach[j][i])
			}
			require.True(t, onSome, "no circle is named in the knot of g%d", i)
			require.False(t, named[i] && !reach[i][i])
		}
	})
}

func TestAGoalKnowsItsPlaceInAnAlignment(t *testing.T) {
	d := response()
	d.Terms.Supports = []goal.Link{{Goal: "company", Share: new(dec("40"))}}
	d.Terms.Rollup = goal.RollupAverage
	d.Terms.Measures[0].Rollup = goal.RollupMin
	g, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	n := g.Node(figure("50", "2024-07-05"))
	assert.Equal(t, goal.Node{
		ID: "g1", Title: "Answer complaints within 12 hours", Level: goal.Individual, Due: q3.To, Supports: d.Terms.Supports,
		Rollup: goal.RollupAverage, Unit: number.Percent, Figure: figure("50", "2024-07-05"),
	}, n)
	n, ok := g.NodeOf("response time", figure("18"))
	assert.True(t, ok)
	assert.Equal(t, goal.RollupMin, n.Rollup)
	assert.Equal(t, number.Hour, n.Unit)
	_, ok = g.NodeOf("sales", goal.Figure{})
	assert.False(t, ok)
}

func TestTermsRefuseDependenciesThatAreNotSound(t *testing.T) {
	d := response()
	d.Terms.Rollup, d.Terms.Measures[0].Rollup = "guess", "guess"
	d.Terms.DependsOn = []goal.Dependency{
		{Needs: "data"},
		{Goal: "g1", Needs: "data"},
		{Goal: "g2"},
		{Goal: "g2", Needs: strings.Repeat("x", 501), By: day("2024-10-01")},
	}
	_, err := goal.New(key("g1"), d, lin)
	assert.ElementsMatch(t, []string{
		"terms.measures[0].rollup fault.value.unknown",
		"terms.dependsOn[0].goal goal.dependency.required",
		"terms.dependsOn[1].goal goal.dependency.self",
		"terms.dependsOn[2].needs goal.dependency.needs",
		"terms.dependsOn[3].goal goal.dependency.twice",
		"terms.dependsOn[3].by goal.dependency.late",
		"terms.dependsOn[3].needs check.long",
		"terms.rollup fault.value.unknown",
	}, codes(err))
}

func TestCoverageFindsEveryGap(t *testing.T) {
	company := node("company")
	company.Level = goal.Company
	lonely := node("lonely")
	lonely.Level = goal.Company
	sales, engineering := node("sales", "company 60"), node("engineering", "company 30")
	sales.Level, engineering.Level = goal.Unit, goal.Unit
	sales.Due, engineering.Due = day("2024-09-30"), day("2024-10-15")
	sales.DependsOn = []goal.Dependency{{Goal: "engineering"}, {Goal: "elsewhere"}}
	lin, mei := node("lin", "sales 100"), node("mei", "sales")
	mei.Due = day("2024-12-31")
	mei.DependsOn = []goal.Dependency{{Goal: "engineering", By: day("2024-10-01")}, {Goal: "sales"}}
	idle := node("idle")
	idle.DependsOn = []goal.Dependency{{Goal: "engineering", By: engineering.Due}} // in time
	c := align(t, company, lonely, sales, engineering, lin, mei, idle, node("stray", "gone 20")).Coverage()
	assert.Equal(t, []int{8, 4, 2}, []int{c.Goals, c.Aligned, c.Carried})
	var gaps []string
	for _, g := range c.Gaps {
		gaps = append(gaps, strings.TrimSpace(g.Goal+" "+g.Other)+": "+g.In(text.English))
	}
	assert.Equal(t, []string{
		"company: the shares of those who carry the goal company add up to 90 %, not 100 %",
		"lonely: nobody carries the goal lonely",
		"sales: of those who carry the goal sales, some have a share and some have none",
		"engineering: nobody carries the goal engineering",
		"idle: the goal idle is aligned to nothing",
		"stray gone: the goal stray supports gone, which is not among the goals given",
		"sales engineering: the goal sales needs engineering by 30 Sep 2024, but that is due on 15 Oct 2024",
		"sales elsewhere: the goal sales depends on elsewhere, which is not among the goals given",
		"mei engineering: the goal mei needs engineering by 1 Oct 2024, but that is due on 15 Oct 2024",
	}, gaps)
	assert.Empty(t, align(t, company, node("a", "company 33.333333333333333333"), node("b", "company 66.666666666666666667")).Coverage().Gaps)
}

func TestRollUpByEachMethod(t *testing.T) {
	for _, c := range []struct {
		name, want string
		how        goal.Rollup
		missing    rating.MissingPolicy
		nodes      []goal.Node
	}{
		{"a sum takes no notice of shares", "70.5", goal.RollupSum, "", []goal.Node{at(node("a", "top 10"), "30.25"), at(node("b", "top"), "40.25")}},
		{"an average is weighted by the shares", "33", goal.RollupAverage, "", []goal.Node{at(node("a", "top 70"), "30"), at(node("b", "top 30"), "40")}},
		{"an average has equal shares where none is named", "35", goal.RollupAverage, "", []goal.Node{at(node("a", "top"), "30"), at(node("b", "top"), "40")}},
		{"an average is rounded once, half away from zero", "-0.000001", goal.RollupAverage, "", []goal.Node{at(node("a", "top"), "-0.000001"), at(node("b", "top"), "0")}},
		{"a sum may leave fixed point", "11999999999999.999988", goal.RollupSum, "", slices.Repeat([]goal.Node{at(node("", "top"), "999999999999.999999")}, 12)},
		{"a figure may be too large for fixed point", "9999999999999.999999", goal.RollupMin, "", []goal.Node{at(node("a", "top"), "9999999999999.999999")}},
		{"a minimum is the least", "-4", goal.RollupMin, "", []goal.Node{at(node("a", "top"), "-4"), at(node("b", "top"), "7")}},
		{"the latest is that of the latest day", "9", goal.RollupLatest, "", []goal.Node{at(node("a", "top"), "9", "2024-08-02"), at(node("b", "top"), "7", "2024-08-01")}},
		{"own is the goal's own figure", "5", goal.RollupOwn, "", []goal.Node{at(node("a", "top"), "30")}},
		{"reweighted, an average is of those there are", "30", goal.RollupAverage, rating.MissingReweighted, []goal.Node{at(node("a", "top 70"), "30"), node("b", "top 30")}},
		{"reweighted, shares need not add up", "35", goal.RollupAverage, rating.MissingReweighted, []goal.Node{at(node("a", "top 20"), "30"), at(node("b", "top 20"), "40")}},
		{"reweighted, a minimum is of those there are", "30", goal.RollupMin, rating.MissingReweighted, []goal.Node{at(node("a", "top"), "30"), node("b", "top")}},
		{"reweighted, the latest is of those there are", "30", goal.RollupLatest, rating.MissingReweighted, []goal.Node{at(node("a", "top"), "30", "2024-08-01"), node("b", "top")}},
		{"a sum with a part missing is missing, not less", "-", goal.RollupSum, rating.MissingReweighted, []goal.Node{at(node("a", "top"), "30"), node("b", "top")}},
		{"with all parts missing there is no average", "-", goal.RollupAverage, rating.MissingReweighted, []goal.Node{node("a", "top 50"), node("b", "top 50")}},
		{"with all parts missing there is no minimum", "-", goal.RollupMin, rating.MissingReweighted, []goal.Node{node("a", "top")}},
		{"what has no share alone makes no average", "-", goal.RollupAverage, rating.MissingReweighted, []goal.Node{at(node("a", "top 0"), "30"), node("b", "top 100")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			for i := range c.nodes {
				c.nodes[i].ID = fmt.Sprint(i)
			}
			s, err := align(t, append(c.nodes, at(node("top"), "5"))...).RollUp(goal.RollupPolicy{Rollup: c.how, Missing: c.missing})
			require.NoError(t, err)
			assert.Equal(t, c.want, stand(t, s, "top"))
		})
	}
}

func TestRollUpRefusesWhatItWouldHaveToGuess(t *testing.T) {
	hours, days := at(node("a", "top"), "1"), at(node("b", "top"), "1")
	hours.Unit, days.Unit = number.Hour, number.WorkDay
	for _, c := range []struct {
		name  string
		want  []string
		how   goal.Rollup
		nodes []goal.Node
	}{
		{"no method is named", []string{"goals[0].rollup goal.rollup.required"}, "", []goal.Node{at(node("a", "top"), "1")}},
		{"no such method", []string{"rollup fault.value.unknown"}, "guess", nil},
		{"figures missing", []string{"goals[2].figure goal.rollup.missing", "goals[3].figure goal.rollup.missing"}, goal.RollupMin, []goal.Node{at(node("a", "top"), "1"), node("b", "top"), node("c", "top")}},
		{"a figure missing from an average", []string{"goals[2].figure goal.rollup.missing"}, goal.RollupAverage, []goal.Node{at(node("a", "top 50"), "1"), node("b", "top 50")}},
		{"said once, where it is missing", []string{"goals[2].figure goal.rollup.missing"}, goal.RollupSum, []goal.Node{node("a", "top"), node("b", "a")}},
		{"shares short of 100", []string{"goals[0] goal.shares.sum"}, goal.RollupAverage, []goal.Node{at(node("a", "top 99.9999"), "1")}},
		{"shares short of 100 by the last place", []string{"goals[0] goal.shares.sum"}, goal.RollupAverage, []goal.Node{at(node("a", "top 99.999999999999999999"), "1")}},
		{"shares named in part", []string{"goals[0] goal.shares.partial"}, goal.RollupAverage, []goal.Node{at(node("a", "top 100"), "1"), at(node("b", "top"), "1")}},
		{"figures without a day", []string{"goals[1].figure.on goal.rollup.day"}, goal.RollupLatest, []goal.Node{at(node("a", "top"), "1"), at(node("b", "top"), "1", "2024-08-01")}},
		{"two latest figures", []string{"goals[2].figure goal.rollup.tie"}, goal.RollupLatest, []goal.Node{at(node("a", "top"), "1", "2024-08-01"), at(node("b", "top"), "2", "2024-08-01")}},
		{"units", []string{"goals[1].unit number.unit.differ", "goals[2].unit number.unit.differ"}, goal.RollupSum, []goal.Node{hours, days}},
		{"a sum out of bounds", []string{"goals[0].figure.value number.bounds"}, goal.RollupSum, []goal.Node{at(node("a", "top"), strings.Repeat("9", 36)), at(node("b", "top"), "1")}},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := align(t, append([]goal.Node{node("top")}, c.nodes...)...)
			_, err := a.RollUp(goal.RollupPolicy{Rollup: c.how})
			assert.Equal(t, c.want, codes(err))
		})
	}
	_, err := align(t, node("top"), at(node("a", "top 60"), "1")).RollUp(goal.RollupPolicy{Rollup: goal.RollupAverage, Missing: "zero"})
	assert.True(t, fault.Of(err).Has("goal.shares.sum"), "a policy unknown is not taken for leave")
}

func TestFiguresRollUpInTheUnitOfTheGoalAbove(t *testing.T) {
	top, a, b := node("top"), at(node("a", "top"), "90"), at(node("b", "top"), "1.5")
	top.Unit, a.Unit, b.Unit = number.Hour, number.Minute, number.Hour
	s, err := align(t, top, a, b).RollUp(goal.RollupPolicy{Rollup: goal.RollupSum})
	require.NoError(t, err)
	assert.Equal(t, "3", stand(t, s, "top"))
	_, err = s.Update("a", figure("10"))
	assert.Equal(t, []string{"goals[1].unit number.unit.inexact"}, codes(err), "10 minutes are a sixth of an hour")
	assert.Equal(t, "3", stand(t, s, "top"), "nothing has changed")
}

func TestExplainSaysHowAGoalStands(t *testing.T) {
	sales := at(node("sales", "company 60"), "80", "2024-08-01")
	sales.Title = "Sell more"
	nodes := []goal.Node{node("company"), sales, node("ops", "company 40"), at(node("lin", "ops"), "7.5", "2024-08-02"), at(node("mei", "ops"), "-3", "2024-08-01")}
	for how, want := range map[goal.Rollup]string{
		goal.RollupAverage: "“company” stands at 48.9 %, the mean of those that carry it by their shares, rounded half away from zero (decimal places: 6): (80 × 60 + 2.25 × 40) ÷ 100\n" +
			"  “Sell more”: 80 %, with a share of 60 %\n  “ops”: 2.25 %, with a share of 40 %",
		goal.RollupSum:    "“company” stands at 84.5 %, the sum of those that carry it: 80 + 4.5\n  “Sell more”: 80 %, with a share of 60 %\n  “ops”: 4.5 %, with a share of 40 %",
		goal.RollupMin:    "“company” stands at -3 %, the least of those that carry it\n  “Sell more”: 80 %, with a share of 60 %\n  “ops”: -3 %, with a share of 40 %",
		goal.RollupLatest: "“company” stands at 7.5 %, the latest figure of those that carry it, of 2 Aug 2024\n  “Sell more”: 80 %, with a share of 60 %\n  “ops”: 7.5 %, with a share of 40 %",
	} {
		s, err := align(t, nodes...).RollUp(goal.RollupPolicy{Rollup: how})
		require.NoError(t, err)
		why, err := s.Explain("company")
		require.NoError(t, err)
		assert.Equal(t, want, why.Tree(text.English))
		why, err = s.Explain("sales")
		require.NoError(t, err)
		assert.Equal(t, "“Sell more”为 80%，取自身数据", why.Tree(text.Chinese))
	}
	nodes[3].Figure, nodes[4].Figure = goal.Figure{}, goal.Figure{}
	s, err := align(t, nodes...).RollUp(goal.RollupPolicy{Rollup: goal.RollupAverage, Missing: rating.MissingReweighted})
	require.NoError(t, err)
	why, err := s.Explain("company")
	require.NoError(t, err)
	assert.Equal(t, "“ops” has no figure and is left out", why.Steps[1].In(text.English))
	why, err = s.Explain("ops")
	require.NoError(t, err)
	assert.Equal(t, "“ops”没有数据\n  “lin”没有数据，未计入\n  “mei”没有数据，未计入", why.Tree(text.Chinese))
	why, err = s.Explain("lin")
	require.NoError(t, err)
	assert.Equal(t, "“lin” has no figure", why.Tree(text.English))
	_, err = s.Explain("nobody")
	require.ErrorIs(t, err, fault.ErrNotFound)
}

func TestUpdateRefusesAndLeavesEverythingAsItWas(t *testing.T) {
	s, err := align(t, node("top"), node("mid", "top"), at(node("a", "mid"), "1"), at(node("b", "mid"), "2")).
		RollUp(goal.RollupPolicy{Rollup: goal.RollupSum})
	require.NoError(t, err)
	_, err = s.Update("nobody", figure("1"))
	require.ErrorIs(t, err, fault.ErrNotFound)
	_, err = s.Of("nobody")
	require.ErrorIs(t, err, fault.ErrNotFound)
	_, err = s.Update("mid", figure("1"))
	assert.Equal(t, []string{" goal.rollup.follows"}, codes(err))
	_, err = s.Update("a", goal.Figure{})
	assert.Equal(t, []string{"goals[2].figure goal.rollup.missing"}, codes(err))
	_, err = s.Update("a", goal.Figure{Value: new(decimal.New(1, -2_000_000_000))})
	assert.Equal(t, []string{"value number.bounds"}, codes(err))
	for id, want := range map[string]string{"top": "3", "mid": "3", "a": "1"} {
		assert.Equal(t, want, stand(t, s, id))
	}
	changed, err := s.Update("a", figure("1.000"))
	require.NoError(t, err)
	assert.Empty(t, changed, "the same figure changes nothing")
}

func TestUpdateWorksEachGoalOutOnce(t *testing.T) {
	s, err := align(t, node("d"), node("c", "d"), node("b", "c"), at(node("a", "b", "d"), "1")).RollUp(goal.RollupPolicy{Rollup: goal.RollupSum})
	require.NoError(t, err)
	assert.Equal(t, "2", stand(t, s, "d"), "by both ways")
	changed, err := s.Update("a", figure("3"))
	require.NoError(t, err)
	assert.Equal(t, []string{"a", "b", "c", "d"}, changed)
	assert.Equal(t, "6", stand(t, s, "d"))
}

// A model rolls up as the documentation says it, by fractions, without an order or an
// index: what the alignment is held against.
type model struct {
	nodes map[string]goal.Node
	goal.RollupPolicy
	torn *bool // no figure is the latest
}

func modelOf(nodes []goal.Node, p goal.RollupPolicy) model {
	m := model{map[string]goal.Node{}, p, new(false)}
	for _, n := range nodes {
		m.nodes[n.ID] = n
	}
	return m
}

type modelled struct {
	value *big.Rat
	on    calendar.Date
}

func (m model) of(id string) modelled {
	n := m.nodes[id]
	how := n.Rollup
	if how == "" {
		how = m.Rollup
	}
	var parts []modelled
	var shares []*big.Rat
	missing := false
	for _, below := range m.nodes {
		for _, link := range below.Supports {
			if link.Goal != id {
				continue
			}
			p := m.of(below.ID)
			if missing = missing || p.value == nil; p.value == nil {
				continue
			}
			share := big.NewRat(1, 1)
			if link.Share != nil {
				share = link.Share.Rat()
			}
			parts, shares = append(parts, p), append(shares, share)
		}
	}
	carried := missing || len(parts) > 0
	if how == goal.RollupOwn || !carried {
		if n.Figure.Value == nil {
			return modelled{}
		}
		return modelled{n.Figure.Value.Rat(), n.Figure.On}
	}
	if how == goal.RollupSum && missing || len(parts) == 0 {
		return modelled{}
	}
	r := modelled{on: parts[0].on}
	sum, over, under, least := new(big.Rat), new(big.Rat), new(big.Rat), parts[0].value
	for i, p := range parts {
		if p.on.After(r.on) {
			r.on = p.on
		}
		sum.Add(sum, p.value)
		over.Add(over, new(big.Rat).Mul(p.value, shares[i]))
		under.Add(under, shares[i])
		if p.value.Cmp(least) < 0 {
			least = p.value
		}
	}
	switch how {
	case goal.RollupLatest:
		for _, p := range parts {
			if p.on == r.on && r.value == nil {
				r.value = p.value
			}
			*m.torn = *m.torn || p.on.IsZero() || p.on == r.on && p.value.Cmp(r.value) != 0
		}
	case goal.RollupSum:
		r.value = sum
	case goal.RollupMin:
		r.value = least
	case goal.RollupAverage:
		if under.Sign() == 0 {
			return modelled{}
		}
		rounded, _ := new(big.Rat).SetString(over.Quo(over, under).FloatString(6)) // half away from zero
		r.value = rounded
	default:
	}
	return r
}

// drawn is a random graph without a circle, in random order, of figures that fit into
// fixed point and figures that don't.
func drawn(t *rapid.T) []goal.Node {
	n := rapid.IntRange(1, 14).Draw(t, "goals")
	nodes := make([]goal.Node, n)
	for i := range n {
		nodes[i] = node(fmt.Sprintf("g%d", i))
		nodes[i].Rollup = rapid.SampledFrom([]goal.Rollup{"", goal.RollupOwn, goal.RollupSum, goal.RollupAverage, goal.RollupMin, goal.RollupLatest}).Draw(t, "rollup")
		nodes[i].Figure = drawnFigure(t)
	}
	for i := range n {
		shared := rapid.Bool().Draw(t, "shared") // by all who carry goal i, or by none
		fine := rapid.IntRange(0, 3).Draw(t, "fine") == 0
		for _, below := range rapid.SliceOfNDistinct(rapid.IntRange(0, n-1), 0, 4, rapid.ID).Draw(t, "carriers") {
			if below <= i {
				continue
			}
			link := goal.Link{Goal: nodes[i].ID}
			if shared {
				link.Share = new(decimal.New(rapid.Int64Range(0, 1_000_000).Draw(t, "share"), -4))
				if fine {
					link.Share = new(link.Share.Div(decimal.New(7, 0)).Truncate(18))
				}
			}
			nodes[below].Supports = append(nodes[below].Supports, link)
		}
	}
	return rapid.Permutation(nodes).Draw(t, "order")
}

func drawnFigure(t *rapid.T) goal.Figure {
	var f goal.Figure
	switch rapid.IntRange(0, 5).Draw(t, "size") {
	case 0:
		return f
	case 1:
		f.Value = new(dec(rapid.StringMatching(`-?[1-9][0-9]{20,24}\.[0-9]{9}`).Draw(t, "wide")))
	case 2:
		f.Value = new(decimal.New(rapid.Int64().Draw(t, "large"), -6))
	default:
		f.Value = new(decimal.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "value"), -int32(rapid.IntRange(0, 8).Draw(t, "places"))))
	}
	if rapid.IntRange(0, 9).Draw(t, "dated") > 0 {
		f.On = q3.From.AddDays(rapid.IntRange(0, 90).Draw(t, "day"))
	}
	return f
}

func (m model) requireEqual(t *rapid.T, s *goal.Standings) {
	for id, got := range s.All() {
		want := m.of(id)
		if want.value == nil {
			require.Nil(t, got.Value, id)
			continue
		}
		require.NotNil(t, got.Value, id)
		require.Zero(t, got.Value.Rat().Cmp(want.value), "%s stands at %s, not %s", id, got.Value, want.value.FloatString(12))
		require.Equal(t, want.on, got.On, id)
	}
}

// TestRollUpHasTheDigitsOfItsDefinition holds fixed point and decimals against fractions.
func TestRollUpHasTheDigitsOfItsDefinition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := drawn(t)
		m := modelOf(nodes, goal.RollupPolicy{Rollup: goal.RollupAverage, Missing: rating.MissingReweighted})
		for id := range m.nodes {
			m.of(id)
		}
		s, err := align(t, nodes...).RollUp(m.RollupPolicy)
		require.Equal(t, *m.torn, err != nil, "%v", err)
		if err == nil {
			m.requireEqual(t, s)
		}
	})
}

// TestUpdateEqualsAFullRollUp changes one figure after the other: where all goals stand
// then is what a roll-up from scratch gives, and those named are those that differ.
func TestUpdateEqualsAFullRollUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := drawn(t)
		policy := goal.RollupPolicy{Rollup: rapid.SampledFrom([]goal.Rollup{goal.RollupAverage, goal.RollupOwn}).Draw(t, "policy"), Missing: rating.MissingReweighted}
		s, err := align(t, nodes...).RollUp(policy)
		if err != nil {
			return
		}
		for range rapid.IntRange(1, 5).Draw(t, "updates") {
			i := rapid.IntRange(0, len(nodes)-1).Draw(t, "goal")
			was := maps.Collect(s.All())
			to := drawnFigure(t)
			changed, err := s.Update(nodes[i].ID, to)
			if fault.Of(err).Has("goal.rollup.follows") {
				continue
			}
			before := nodes[i].Figure
			nodes[i].Figure = to
			whole, refused := align(t, nodes...).RollUp(policy)
			require.Equal(t, refused != nil, err != nil, "%v, from scratch %v", err, refused)
			if err != nil { // everything stays as it was
				nodes[i].Figure = before
				whole, refused = align(t, nodes...).RollUp(policy)
				require.NoError(t, refused)
			}
			fresh := maps.Collect(whole.All())
			above := map[string][]string{}
			for _, n := range nodes {
				for _, link := range n.Supports {
					above[n.ID] = append(above[n.ID], link.Goal)
				}
			}
			for id, f := range s.All() {
				require.True(t, same(f, fresh[id]), "%s: %v, from scratch %v", id, f, fresh[id])
				require.Equal(t, !same(f, was[id]), slices.Contains(changed, id), "%s: %v after %v", id, f, was[id])
			}
			for k, id := range changed {
				for _, before := range changed[:k] {
					require.NotContains(t, above[id], before, "%s comes before %s, which carries it", before, id)
				}
			}
		}
	})
}

func same(a, b goal.Figure) bool {
	if a.Value == nil || b.Value == nil {
		return a.Value == b.Value && a.On == b.On
	}
	return a.Value.Equal(*b.Value) && a.On == b.On
}

func TestCascadeAddsUpAtEveryGoal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		nodes := drawn(t)
		total := decimal.New(rapid.Int64Range(-1_000_000_000, 1_000_000_000).Draw(t, "total"), -2)
		portions, err := align(t, nodes...).Cascade("g0", total, 2, rating.MissingReweighted)
		if err != nil {
			require.True(t, fault.Of(err).Has("goal.shares.sum"), "shares that are all zero, and nothing else: %v", err)
			return
		}
		amounts := map[string]decimal.Decimal{}
		for _, p := range portions {
			amounts[p.Goal] = p.Amount
		}
		// Whoever carries nothing further hands nothing on: what is handed in there is all.
		sum, carried := decimal.Zero, map[string]bool{}
		for _, n := range nodes {
			for _, link := range n.Supports {
				carried[link.Goal] = true
			}
		}
		for id, amount := range amounts {
			if !carried[id] {
				sum = sum.Add(amount)
			}
		}
		require.True(t, sum.Equal(total), "%s at the bottom, %s at the top", sum, total)
		require.Equal(t, "g0", portions[0].Goal)
	})
}

func TestCascadeRefusesSharesAndUnitsThatDontFit(t *testing.T) {
	top, a, b, c := node("top"), node("a", "top 60"), node("b", "top 30"), node("c", "a")
	c.Unit = number.Yuan
	align := align(t, top, a, b, c)
	_, err := align.Cascade("top", dec("100"), 2, rating.MissingRefused)
	assert.Equal(t, []string{"goals[0] goal.shares.sum"}, codes(err))
	_, err = align.Cascade("top", dec("100"), 2, rating.MissingReweighted)
	assert.Equal(t, []string{"goals[3].unit goal.cascade.differs"}, codes(err))
	_, err = align.Cascade("b", dec("0.001"), 2, rating.MissingRefused)
	require.NoError(t, err, "who has nobody below shares nothing out")
	_, err = align.Cascade("a", dec("0.001"), 2, rating.MissingRefused)
	assert.Equal(t, []string{"goals[3].unit goal.cascade.differs"}, codes(err))
	_, err = align.Cascade("nobody", dec("1"), 2, rating.MissingRefused)
	require.ErrorIs(t, err, fault.ErrNotFound)
}

func ExampleByMonth() {
	months, _ := goal.ByMonth(decimal.NewFromInt(100), calendar.Quarter(2024, 3), 2)
	for _, m := range months {
		fmt.Println(m.Period.In(text.English), m.Amount)
	}
	// Output:
	// Jul 2024 33.33
	// Aug 2024 33.33
	// Sep 2024 33.34
}

func TestByMonthAddsUpOverAnyPeriod(t *testing.T) {
	year, err := goal.ByMonth(dec("100"), calendar.Year(2024), 2)
	require.NoError(t, err)
	require.Len(t, year, 12)
	assert.Equal(t, "8.33", year[0].Amount.String(), "February counts as much as January")
	assert.Equal(t, "8.33", year[1].Amount.String())
	half, err := goal.ByMonth(dec("45"), calendar.Period{From: day("2024-06-16"), To: day("2024-07-31")}, 2)
	require.NoError(t, err)
	assert.Equal(t, []goal.Instalment{
		{Period: calendar.Period{From: day("2024-06-16"), To: day("2024-06-30")}, Amount: half[0].Amount},
		{Period: calendar.Month(2024, 7), Amount: half[1].Amount},
	}, half)
	assert.Equal(t, "15", half[0].Amount.String(), "15 of 30 days count half")
	_, err = goal.ByMonth(dec("1"), calendar.Period{}, 2)
	require.ErrorIs(t, err, fault.ErrInvalid)
	_, err = goal.ByMonth(dec("0.001"), q3, 2)
	require.ErrorIs(t, err, fault.ErrInvalid)
	rapid.Check(t, func(t *rapid.T) {
		from := day("2023-01-01").AddDays(rapid.IntRange(0, 800).Draw(t, "from"))
		p := calendar.Period{From: from, To: from.AddDays(rapid.IntRange(0, 800).Draw(t, "days"))}
		amount := decimal.New(rapid.Int64().Draw(t, "amount"), -2)
		parts, err := goal.ByMonth(amount, p, 2)
		require.NoError(t, err)
		sum, next := decimal.Zero, p.From
		for _, part := range parts {
			require.Equal(t, next, part.Period.From)
			next = part.Period.To.AddDays(1)
			sum = sum.Add(part.Amount)
		}
		require.Equal(t, p.To.AddDays(1), next)
		require.True(t, sum.Equal(amount))
	})
}
