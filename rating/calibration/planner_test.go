package calibration

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// TestAdviceStopsWhereItWouldTakeTooLong gives the planner fewer steps than a limit on two
// levels in the middle needs.
func TestAdviceStopsWhereItWouldTakeTooLong(t *testing.T) {
	scale := rating.Scale{}
	for _, code := range []string{"S", "A", "B", "C"} {
		scale.Levels = append(scale.Levels, rating.Level{Code: code, Label: text.Label{En: code}})
	}
	p, err := Gather(scale, func(yield func(Entry, error) bool) {
		for i := range 20 {
			if !yield(Entry{Employee: strconv.Itoa(i), Group: "g", Level: "A", Score: new(decimal.New(int64(i), 0))}, nil) {
				return
			}
		}
	})
	require.NoError(t, err)
	g := Guide{Limits: []Limit{{Levels: []string{"A", "B"}, Op: AtMost, Share: decimal.New(50, 0)}}}
	require.NoError(t, g.Validate(scale))
	asked := p.quotas(g)
	for steps, moves := range map[int]int{maxSteps: 10, 100: 0} {
		a := advisor{population: p, guide: g, planner: planner{steps: steps}}
		got := a.advise(p.pools(g)[0], asked)
		assert.Len(t, got.Moves, moves)
		assert.Equal(t, moves == 0, got.Unmet != nil)
		assert.Equal(t, 20, got.Levels[0].Advised+got.Levels[1].Advised+got.Levels[2].Advised+got.Levels[3].Advised)
	}
}
