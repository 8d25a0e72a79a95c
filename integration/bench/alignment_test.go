package bench_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
)

// A company of a million goals: each goal is carried by ten, so that there are seven
// levels. The goals come in random order, as a database has them.
const (
	million = 1_111_111 // 1 + 10 + … + 10⁶
	fanOut  = 10
)

var first = calendar.MustDate("0001-01-01")

func company(n int, rollup goal.Rollup) []goal.Node {
	nodes := make([]goal.Node, n)
	for i := range nodes {
		nodes[i] = goal.Node{ID: fmt.Sprintf("g%07d", i), Level: goal.Individual, Rollup: rollup}
		if i > 0 {
			above := (i - 1) / fanOut
			nodes[i].Supports = []goal.Link{{Goal: fmt.Sprintf("g%07d", above), Share: new(decimal.New(100/fanOut, 0))}}
		}
		if i*fanOut+1 >= n {
			nodes[i].Figure.Value = new(decimal.New(int64(i%10_000), -2))
			if rollup == goal.RollupLatest { // no two of one day
				nodes[i].Figure.On = first.AddDays(i)
			}
		}
	}
	shuffle := rand.New(rand.NewPCG(1, 2))
	shuffle.Shuffle(n, func(i, j int) { nodes[i], nodes[j] = nodes[j], nodes[i] })
	return nodes
}

func aligned(b *testing.B, nodes []goal.Node) *goal.Alignment {
	b.Helper()
	a, err := goal.Align(slices.Values(nodes))
	require.NoError(b, err)
	return a
}

// A bare tree is the company as slices and nothing else: numbered from the bottom up, as an
// alignment numbers it too, with those that carry a goal by their places.
type bare struct {
	own       []int64
	start, to []int32
}

func newBare(n int) bare {
	t := bare{make([]int64, n), make([]int32, n+1), make([]int32, 0, n)}
	for i := range n {
		top := n - 1 - i
		for below := top*fanOut + fanOut; below > top*fanOut; below-- {
			if below < n {
				t.to = append(t.to, int32(n-1-below))
			}
		}
		t.start[i+1] = int32(len(t.to))
		t.own[i] = int64(i % 10_000)
	}
	return t
}

// pass sums the tree up in topological order, without a look at what it adds.
func (t bare) pass() []int64 {
	value := make([]int64, len(t.own))
	for i := range value {
		sum := t.own[i]
		for _, c := range t.to[t.start[i]:t.start[i+1]] {
			sum += value[c]
		}
		value[i] = sum
	}
	return value
}

func BenchmarkBarePass(b *testing.B) {
	t := newBare(million)
	b.ReportAllocs()
	for b.Loop() {
		t.pass()
	}
}

// BenchmarkRollUp rolls the company up and, in turn with that, sums the bare tree up: the
// metric ×bare is how many times as long a roll-up takes, from the medians of both.
func BenchmarkRollUp(b *testing.B) {
	t := newBare(million)
	for _, how := range []goal.Rollup{goal.RollupSum, goal.RollupAverage, goal.RollupMin, goal.RollupLatest} {
		b.Run(string(how), func(b *testing.B) {
			a := aligned(b, company(million, how))
			var took, bare []time.Duration
			b.ReportAllocs()
			for b.Loop() {
				began := time.Now()
				_, err := a.RollUp(goal.RollupPolicy{})
				took = append(took, time.Since(began))
				require.NoError(b, err)
				b.StopTimer()
				began = time.Now()
				t.pass()
				bare = append(bare, time.Since(began))
				b.StartTimer()
			}
			b.ReportMetric(float64(median(took))/float64(median(bare)), "×bare")
		})
	}
}

func median(d []time.Duration) time.Duration {
	slices.Sort(d)
	return d[len(d)/2]
}

func BenchmarkAlign(b *testing.B) {
	nodes := company(million, goal.RollupAverage)
	b.ReportAllocs()
	for b.Loop() {
		aligned(b, nodes)
	}
}

// BenchmarkUpdate changes one figure at the bottom of a million goals.
func BenchmarkUpdate(b *testing.B) {
	s, err := aligned(b, company(million, goal.RollupAverage)).RollUp(goal.RollupPolicy{Missing: rating.MissingRefused})
	require.NoError(b, err)
	k := int64(0)
	b.ReportAllocs()
	for b.Loop() {
		k++
		_, err := s.Update("g1111110", goal.Figure{Value: new(decimal.New(k, 0))})
		require.NoError(b, err)
	}
}
