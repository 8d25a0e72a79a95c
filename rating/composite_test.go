package rating

import (
	"strconv"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

func part(name, score, weight string) Component {
	c := Component{Name: named(name), Weight: num(weight)}
	if score != "" {
		c.Score = ptr(score)
	}
	return c
}

func TestCompositeShowsWhatItWeighed(t *testing.T) {
	parts := []Component{part("sales", "110", "60"), part("service", "", "10"), part("team", "85.5", "30")}
	score, why, err := Composite(parts, MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "101.833333333333333333", score.String())
	assert.Equal(t, `weighted mean of what is there, whose weights count for the whole: (110 × 60 + 85.5 × 30) ÷ 90 = 101.833333…
  sales: 110, weight 60
  service: missing, its weight of 10 left out
  team: 85.5, weight 30`, why.Tree(text.English))
}

func TestCompositeNeverTakesWhatIsMissingForZero(t *testing.T) {
	_, _, err := Composite([]Component{part("a", "1", "50"), part("b", "", "50")}, "")
	violated(t, err, "parts[1].score parts.missing")
	_, _, err = Composite([]Component{part("a", "", "50"), part("b", "", "50")}, MissingReweighted)
	violated(t, err, "parts parts.missing.all")
	score, _, err := Composite([]Component{part("a", "0", "50"), part("b", "", "50")}, MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "0", score.String(), "a zero that is there counts")
}

func TestCompositeRefusesWhatCanNotBeWeighed(t *testing.T) {
	_, _, err := Composite(nil, "skip")
	violated(t, err, "parts parts.required", "missing choice.unknown")
	_, _, err = Composite([]Component{part("a", "1", "0"), part("b", "", "5")}, MissingReweighted)
	violated(t, err, "parts parts.weight.zero")
	_, _, err = Composite([]Component{part("a", "1", "-1"), part("b", "1e40", "1e40")}, "")
	violated(t, err, "parts[0].weight parts.weight.negative", "parts[1].weight number.bounds", "parts[1].score number.bounds")
}

func days(name, score string, served, of int) Component {
	c := part(name, score, "0")
	c.Share = calendar.Share{Days: served, Of: of}
	return c
}

func TestResultsOfPartsOfAPeriodAreWeighedByDays(t *testing.T) {
	transfer := []Component{days("sales", "80", 45, 92), days("service", "91", 47, 92)}
	score, why, err := Composite(transfer, MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "85.619565217391304348", score.String())
	assert.Equal(t, `weighted mean: (80 × 45 + 91 × 47) ÷ 92 = 85.619565…
  sales: 80, weight 45/92
  service: 91, weight 47/92`, why.Tree(text.English))

	transfer[0].Score = nil
	_, _, err = Composite(transfer, MissingRefused)
	violated(t, err, "parts[0].score parts.missing")
	score, why, err = Composite(transfer, MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "91", score.String())
	assert.Equal(t, "sales: missing, its weight of 45/92 left out", why.Steps[0].In(text.English))
}

func TestDaysHaveToBeAllOfOnePeriod(t *testing.T) {
	for _, test := range []struct {
		name  string
		parts []Component
		want  []string
	}{
		{"a day lost", []Component{days("a", "1", 45, 92), days("b", "1", 46, 92)}, []string{"parts parts.shares.sum"}},
		{"a day twice", []Component{days("a", "1", 45, 92), days("b", "1", 48, 92)}, []string{"parts parts.shares.sum"}},
		{"two periods", []Component{days("a", "1", 46, 92), days("b", "1", 45, 90)}, []string{"parts[1].share.of parts.shares.differ"}},
		{"days for some", []Component{days("a", "1", 92, 92), part("b", "1", "1")}, []string{"parts parts.shares.partial"}},
		{"weights for the first", []Component{part("b", "1", "1"), days("a", "1", 92, 92)}, []string{"parts parts.shares.partial"}},
		{
			"more days than there are",
			[]Component{days("a", "1", 93, 92), days("b", "1", -1, 92)},
			[]string{"parts[0].share.days calendar.share.days", "parts[1].share.days calendar.share.days"},
		},
		{"days of nothing", []Component{days("a", "1", 5, 0)}, []string{"parts[0].share.of calendar.share.of"}},
		{
			"a weight too",
			[]Component{{Name: named("a"), Weight: num("1"), Share: calendar.Share{Days: 2, Of: 2}, Score: ptr("1")}},
			[]string{"parts[0].weight parts.shares.weight"},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := Composite(test.parts, MissingReweighted)
			violated(t, err, test.want...)
		})
	}
}

// group is a part of parts: the answers of peers, for example.
func group(name, weight string, parts ...Component) Component {
	return Component{Name: named(name), Weight: num(weight), Parts: parts}
}

func TestGroupsAreMeansOfTheirOwn(t *testing.T) {
	answers := []Component{
		part("manager", "90", "60"),
		group("peers", "30", part("one", "80", "1"), part("two", "85", "1"), part("three", "83", "1")),
		group("reports", "10"),
	}
	_, _, err := Composite(answers, MissingRefused)
	violated(t, err, "parts[2].score parts.missing")
	score, why, err := Composite(answers, MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "87.555555555555555556", score.String())
	assert.Equal(t, `weighted mean of what is there, whose weights count for the whole: (90 × 60 + (248 ÷ 3) × 30) ÷ 90 = 87.555555…
  manager: 90, weight 60
  peers: 82.666666…, weight 30
    weighted mean: (80 × 1 + 85 × 1 + 83 × 1) ÷ 3 = 82.666666…
      one: 80, weight 1
      two: 85, weight 1
      three: 83, weight 1
  reports: missing, its weight of 10 left out`, why.Tree(text.English))

	answers[1].Parts = []Component{part("one", "", "1"), group("two", "1", part("inner", "", "1"))}
	score, _, err = Composite(answers, MissingReweighted)
	require.NoError(t, err)
	assert.Equal(t, "90", score.String(), "a group of which nothing is there is missing")
	_, _, err = Composite(answers, MissingRefused)
	violated(t, err, "parts[1].parts[0].score parts.missing", "parts[1].parts[1].parts[0].score parts.missing", "parts[2].score parts.missing")
}

func TestFiguresAreScoredWithinTheWhole(t *testing.T) {
	sales := &Measured{Curve{Shape: Ratio}, Points{Target: ptr("3"), Unit: number.Yuan}, ptr("2")}
	up := &number.Rounding{Mode: number.Up}
	card := Scorecard{Parts: []Component{{Name: named("sales"), Weight: num("30"), Measured: sales}, part("team", "80", "70")}, Rounding: up}
	score, why, err := card.Score()
	require.NoError(t, err)
	assert.Equal(t, "76", score.String(), "200 ÷ 3 × 30 % is 20, not a little more")
	assert.Equal(t, `total score 76
  weighted mean: ((200 ÷ 3) × 30 + 80 × 70) ÷ 100 = 76
    sales: 66.666666…, weight 30
      2 CNY scores 66.666666… %
        actual ÷ target: 2 CNY ÷ 3 CNY × 100 = 66.666666… %
    team: 80, weight 70
  rounded once (decimal places: 0; away from zero): 76`, why.Tree(text.English))

	cut, _, err := sales.Curve.Score(sales.Actual, sales.Points)
	require.NoError(t, err)
	card.Parts[0].Score, card.Parts[0].Measured = &cut, nil
	score, _, err = card.Score()
	require.NoError(t, err)
	assert.Equal(t, "77", score.String(), "which is what becomes of a score cut before")

	_, _, err = Composite([]Component{{Name: named("sales"), Weight: num("1"), Measured: &Measured{Curve: sales.Curve, Points: sales.Points}}}, "")
	violated(t, err, "parts[0].score parts.missing")
	for actual, want := range map[*decimal.Decimal][]string{
		nil:         {"parts[0].measured.curve.shape curve.shape.unknown", "parts[0].measured.points.target curve.point.required"},
		ptr("1e40"): {"parts[0].measured.actual number.bounds"},
		ptr("-1"):   {"parts[0].measured.actual curve.actual.worse"},
	} {
		m := &Measured{Curve{Shape: Ratio, Worse: WorseRefused}, sales.Points, actual}
		if actual == nil {
			m = &Measured{}
		}
		_, _, err = Composite([]Component{{Name: named("sales"), Weight: num("1"), Measured: m}}, MissingReweighted)
		violated(t, err, want...)
	}
}

func TestGroupsAreRefusedWithTheirPaths(t *testing.T) {
	both := group("both", "1", part("inner", "1", "1"))
	both.Score = ptr("1")
	_, _, err := Composite([]Component{
		both, group("zero", "1", part("a", "1", "0")), group("amiss", "1", part("b", "1e40", "-1"), days("c", "1", 1, 1)),
	}, MissingReweighted)
	violated(t, err, "parts[0] parts.form", "parts[1].parts parts.weight.zero", "parts[2].parts parts.shares.partial",
		"parts[2].parts[0].weight parts.weight.negative", "parts[2].parts[0].score number.bounds")

	_, _, err = Composite(make([]Component, 1001), MissingReweighted)
	violated(t, err, "parts list.long")

	endless := []Component{group("endless", "1")}
	endless[0].Parts = endless
	_, _, err = Composite(endless, MissingReweighted)
	violated(t, err, "parts[0].parts[0].parts[0].parts[0].parts[0].parts parts.deep")
}

func TestNestingEqualWeightsChangesNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := anyParts(t)
		flat, _, err := Composite(parts, MissingReweighted)
		require.NoError(t, err)
		cut := rapid.IntRange(1, len(parts)).Draw(t, "cut")
		there := decimal.Zero
		for _, p := range parts[:cut] {
			if p.Score != nil {
				there = there.Add(p.Weight)
			}
		}
		nested := append([]Component{{Name: named("group"), Weight: there, Parts: parts[:cut]}}, parts[cut:]...)
		same, _, err := Composite(nested, MissingReweighted)
		require.NoError(t, err)
		assert.Equal(t, flat.String(), same.String())
	})
}

func anyParts(t *rapid.T) []Component {
	parts := make([]Component, rapid.IntRange(1, 8).Draw(t, "parts"))
	for i := range parts {
		parts[i] = Component{Name: named(strconv.Itoa(i)), Weight: anyFigure(t, "weight", 1, 100_000)}
		if i == 0 || rapid.Bool().Draw(t, "there") {
			parts[i].Score = new(anyFigure(t, "score", -1_000_000, 1_000_000))
		}
	}
	return parts
}

func TestCompositeDoesNotDependOnOrderNorOnTheSizeOfWeights(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := anyParts(t)
		score, _, err := Composite(parts, MissingReweighted)
		require.NoError(t, err)

		shuffled, _, err := Composite(rapid.Permutation(parts).Draw(t, "order"), MissingReweighted)
		require.NoError(t, err)
		assert.Equal(t, score.String(), shuffled.String())

		factor := anyFigure(t, "factor", 1, 1_000_000)
		scaled := rapid.Permutation(parts).Draw(t, "scaled")
		low, high := *parts[0].Score, *parts[0].Score
		for i, p := range scaled {
			scaled[i].Weight = p.Weight.Mul(factor)
			if p.Score != nil {
				low, high = decimal.Min(low, *p.Score), decimal.Max(high, *p.Score)
			}
		}
		same, _, err := Composite(scaled, MissingReweighted)
		require.NoError(t, err)
		assert.Equal(t, score.String(), same.String())
		assert.True(t, score.GreaterThanOrEqual(low) && score.LessThanOrEqual(high), "%s is a mean of %s to %s", score, low, high)
	})
}
