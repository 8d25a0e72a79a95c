package rating

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// thirds is a scorecard whose parts come to 250 ÷ 3.
func thirds() Scorecard {
	return Scorecard{Parts: []Component{part("sales", "80", "2"), part("service", "90", "1")}}
}

func adjustment(name, points, least, most string) Adjustment {
	a := Adjustment{Name: named(name)}
	for at, figure := range map[**decimal.Decimal]string{&a.Points: points, &a.Min: least, &a.Max: most} {
		if figure != "" {
			*at = ptr(figure)
		}
	}
	return a
}

func veto(effect VetoEffect, points string, breaches int) Veto {
	b := Veto{Name: named("safety"), Effect: effect, Breaches: &breaches}
	if points != "" {
		b.Points = ptr(points)
	}
	return b
}

func TestScorecardTotals(t *testing.T) {
	for _, test := range []struct {
		name string
		card func(*Scorecard)
		want string
	}{
		{"the mean alone", func(*Scorecard) {}, "83.333333333333333333"},
		{"rounded once", func(s *Scorecard) { s.Rounding = &number.Rounding{Places: 1, Mode: number.Up} }, "83.4"},
		{"a bonus", func(s *Scorecard) { s.Adjustments = []Adjustment{adjustment("idea", "2", "0", "5")} }, "85.333333333333333333"},
		{"a bonus above its bound", func(s *Scorecard) { s.Adjustments = []Adjustment{adjustment("idea", "9", "0", "5")} }, "88.333333333333333333"},
		{"a bonus below its bound", func(s *Scorecard) { s.Adjustments = []Adjustment{adjustment("idea", "-9", "0", "5")} }, "83.333333333333333333"},
		{"a penalty below its bound", func(s *Scorecard) { s.Adjustments = []Adjustment{adjustment("late", "-9", "-4", "0")} }, "79.333333333333333333"},
		{"bonus and penalty bounded apart", func(s *Scorecard) {
			s.MaxBonus, s.MaxPenalty = ptr("6"), ptr("1")
			s.Adjustments = []Adjustment{
				adjustment("idea", "4", "", ""), adjustment("late", "-3", "", ""), adjustment("training", "5", "", ""),
			}
		}, "88.333333333333333333"},
		{"cap", func(s *Scorecard) { s.Cap = ptr("80") }, "80"},
		{"floor", func(s *Scorecard) { s.Floor = ptr("84") }, "84"},
		{"veto not breached", func(s *Scorecard) { s.Vetoes = []Veto{veto("", "", 0), veto(VetoCaps, "10", 0)} }, "83.333333333333333333"},
		{"veto fails", func(s *Scorecard) { s.Vetoes = []Veto{veto("", "", 1)} }, "0"},
		{"veto fails to a score", func(s *Scorecard) { s.Vetoes = []Veto{veto(VetoFails, "59", 3)} }, "59"},
		{"veto never lifts", func(s *Scorecard) { s.Vetoes = []Veto{veto(VetoFails, "90", 1), veto(VetoCaps, "99", 1)} }, "83.333333333333333333"},
		{"veto caps", func(s *Scorecard) { s.Vetoes = []Veto{veto(VetoCaps, "70", 1)} }, "70"},
		{"veto subtracts for each breach", func(s *Scorecard) { s.Vetoes = []Veto{veto(VetoSubtracts, "20", 2)} }, "43.333333333333333333"},
		{"veto is not outweighed by a bonus", func(s *Scorecard) {
			s.Vetoes = []Veto{veto(VetoCaps, "70", 1)}
			s.Adjustments = []Adjustment{adjustment("idea", "20", "", "")}
		}, "70"},
		{"floor does not lift a veto", func(s *Scorecard) { s.Floor, s.Vetoes = ptr("50"), []Veto{veto("", "", 1)} }, "0"},
		{"floor holds what a veto subtracts", func(s *Scorecard) { s.Floor, s.Vetoes = ptr("50"), []Veto{veto(VetoSubtracts, "90", 1)} }, "50"},
		{"the lowest of vetoes counts", func(s *Scorecard) { s.Vetoes = []Veto{veto(VetoCaps, "60", 1), veto(VetoCaps, "70", 1)} }, "60"},
		{"a bonus left out", func(s *Scorecard) {
			s.Missing, s.Adjustments = MissingReweighted, []Adjustment{adjustment("idea", "", "", "")}
		}, "83.333333333333333333"},
	} {
		t.Run(test.name, func(t *testing.T) {
			card := thirds()
			test.card(&card)
			score, why, err := card.Score()
			require.NoError(t, err)
			assert.Equal(t, test.want, score.String(), "%s", why.Tree(text.English))
		})
	}
}

func TestScorecardRefusesEverythingAtOnce(t *testing.T) {
	s := Scorecard{
		Parts:   []Component{part("a", "", "1")},
		Missing: "skip",
		Adjustments: []Adjustment{
			adjustment("", "", "", ""), adjustment("turned", "1", "2", "1"), adjustment("huge", "1e40", "", ""),
		},
		MaxBonus: ptr("-1"), MaxPenalty: ptr("1e40"),
		Vetoes: []Veto{
			{}, veto("so", "-1", -1), veto(VetoCaps, "", 0), veto(VetoSubtracts, "0", 1), veto(VetoFails, "1e40", 1),
		},
		Cap: ptr("10"), Floor: ptr("20"),
		Rounding: &number.Rounding{Mode: "so"},
	}
	_, _, err := s.Score()
	violated(t, err,
		"missing choice.unknown", "parts[0].score parts.missing",
		"adjustments[0].name label.required", "adjustments[0].points parts.missing", "adjustments[1].min adjustment.bounds",
		"adjustments[2].points number.bounds", "maxBonus curve.end.negative", "maxPenalty number.bounds",
		"vetoes[0].name label.required", "vetoes[0].breaches veto.breaches.unknown",
		"vetoes[1].effect choice.unknown", "vetoes[1].points veto.points.low", "vetoes[1].breaches veto.breaches.negative",
		"vetoes[2].points veto.points.required", "vetoes[3].points veto.points.low", "vetoes[4].points number.bounds",
		"floor curve.floor.above", "rounding.mode number.rounding.mode")
}

func TestRoundingNeverCarriesATotalPastItsBounds(t *testing.T) {
	s := thirds()
	s.Rounding = &number.Rounding{Places: 1, Mode: number.HalfUp}
	s.Cap, s.Floor = ptr("99.95"), ptr("0.05")
	s.Vetoes = []Veto{veto(VetoCaps, "59.95", 0), veto(VetoSubtracts, "0.25", 0), veto("", "59.90", 0), veto("", "1e40", 0)}
	_, _, err := s.Score()
	violated(t, err, "cap total.unrounded", "floor total.unrounded", "vetoes[0].points total.unrounded", "vetoes[3].points number.bounds")
}

func TestAVetoOfWhichNothingIsKnownIsNeverLeftOut(t *testing.T) {
	s := thirds()
	s.Missing, s.Vetoes = MissingReweighted, []Veto{{Name: named("safety")}}
	_, _, err := s.Score()
	violated(t, err, "vetoes[0].breaches veto.breaches.unknown")
}

// anyScorecard draws a valid scorecard.
func anyScorecard(t *rapid.T) Scorecard {
	s := Scorecard{Parts: anyParts(t), Missing: MissingReweighted}
	for range rapid.IntRange(0, 4).Draw(t, "adjustments") {
		a := Adjustment{Name: named("adjustment")}
		if rapid.Bool().Draw(t, "judged") {
			a.Points = new(anyFigure(t, "points", -2000, 2000))
		}
		if rapid.Bool().Draw(t, "bounded") {
			a.Min = new(anyFigure(t, "min", -1000, 0))
			a.Max = new(anyFigure(t, "max", 0, 1000))
		}
		s.Adjustments = append(s.Adjustments, a)
	}
	for range rapid.IntRange(0, 3).Draw(t, "vetoes") {
		s.Vetoes = append(s.Vetoes, Veto{
			Name: named("veto"), Effect: rapid.SampledFrom([]VetoEffect{"", VetoCaps, VetoSubtracts}).Draw(t, "effect"),
			Points: new(anyFigure(t, "veto points", 1, 1000)), Breaches: new(rapid.IntRange(0, 3).Draw(t, "breaches")),
		})
	}
	for _, bound := range []**decimal.Decimal{&s.MaxBonus, &s.MaxPenalty, &s.Floor} {
		if rapid.Bool().Draw(t, "bound") {
			*bound = new(anyFigure(t, "bound at", 0, 1000))
		}
	}
	if rapid.Bool().Draw(t, "capped") {
		s.Cap = new(anyFigure(t, "cap", 0, 1000))
		if s.Floor != nil {
			s.Cap = new(s.Cap.Add(*s.Floor))
		}
	}
	return s
}

func TestTotalKeepsItsBoundsInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScorecard(t)
		score, why, err := s.Score()
		require.NoError(t, err)
		vetoed := false
		for _, b := range s.Vetoes {
			if b.breached() && b.Effect != VetoSubtracts {
				vetoed = true
				assert.True(t, score.LessThanOrEqual(*b.Points), "%s", why.Tree(text.English))
			}
		}
		assert.True(t, s.Cap == nil || score.LessThanOrEqual(*s.Cap), "%s", why.Tree(text.English))
		assert.True(t, s.Floor == nil || vetoed || score.GreaterThanOrEqual(*s.Floor), "%s", why.Tree(text.English))

		again := s
		again.Parts = rapid.Permutation(s.Parts).Draw(t, "parts")
		if len(s.Adjustments) > 0 {
			again.Adjustments = rapid.Permutation(s.Adjustments).Draw(t, "order")
		}
		if len(s.Vetoes) > 0 {
			again.Vetoes = rapid.Permutation(s.Vetoes).Draw(t, "veto order")
		}
		same, _, err := again.Score()
		require.NoError(t, err)
		assert.Equal(t, score.String(), same.String())
	})
}

func TestABreachNeverMakesATotalBetter(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScorecard(t)
		s.Vetoes = append(s.Vetoes, Veto{
			Name: named("one more"), Effect: rapid.SampledFrom([]VetoEffect{"", VetoCaps, VetoSubtracts}).Draw(t, "one more"),
			Points: new(anyFigure(t, "its points", 1, 1000)), Breaches: new(0),
		})
		kept, _, err := s.Score()
		require.NoError(t, err)
		s.Vetoes[len(s.Vetoes)-1].Breaches = new(1)
		breached, why, err := s.Score()
		require.NoError(t, err)
		assert.True(t, breached.LessThanOrEqual(kept), "%s", why.Tree(text.English))
	})
}
