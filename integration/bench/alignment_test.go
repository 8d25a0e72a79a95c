package bench_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
)

// A company of a million goals: each goal is carried by ten, so that there are seven
// levels. The goals come in random order, as a database has them.
const (
	million = 1_111_111 // 1 + 10 + … + 10⁶
	fanOut  = 10
)

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

// BenchmarkBarePass is what the roll-up is measured against: the same tree as slices, in
// topological order already, each goal the plain sum of those below it.
func BenchmarkBarePass(b *testing.B) {
	n := million
	own := make([]int64, n)
	start := make([]int32, n+1)
	to := make([]int32, 0, n)
	for i := range n { // numbered from the bottom up, as the alignment numbers them
		top := n - 1 - i
		for child := top*fanOut + fanOut; child > top*fanOut; child-- {
			if child < n {
				to = append(to, int32(n-1-child))
			}
		}
		start[i+1] = int32(len(to))
		own[i] = int64(i % 10_000)
	}
	b.ReportAllocs()
	for b.Loop() {
		value := make([]int64, n)
		for i := range n {
			sum := own[i]
			for _, c := range to[start[i]:start[i+1]] {
				sum += value[c]
			}
			value[i] = sum
		}
	}
}

func BenchmarkRollUp(b *testing.B) {
	for _, how := range []goal.Rollup{goal.RollupSum, goal.RollupAverage, goal.RollupMin} {
		b.Run(string(how), func(b *testing.B) {
			a := aligned(b, company(million, how))
			b.ReportAllocs()
			for b.Loop() {
				_, err := a.RollUp(goal.RollupPolicy{})
				require.NoError(b, err)
			}
		})
	}
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
