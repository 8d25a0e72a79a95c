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

// toFour maps S-A-B onto A-B-C-D, by level.
func toFour() Mapping {
	from := bands("S 8 10", "A 6 8", "B 0 6")
	from.Name = "letters"
	return Mapping{From: from, To: four(), Matches: []Match{
		{Level: "A", To: "B", Score: ptr("85")},
		{Level: "S", To: "A", Score: ptr("95")},
		{Level: "B", To: "D", Score: ptr("40")},
	}}
}

// byBands is the same with other bands.
func byBands() Mapping {
	m := toFour()
	m.Matches = []Match{
		{Low: ptr("9"), High: ptr("10"), To: "A"}, {Low: ptr("4"), High: ptr("9"), To: "B"}, {Low: ptr("0"), High: ptr("4"), To: "D"},
	}
	return m
}

func TestMappingIsByLevelOrByBand(t *testing.T) {
	match, why, err := toFour().Level("S")
	require.NoError(t, err)
	assert.Equal(t, "A 95", match.To+" "+match.Score.String())
	assert.Equal(t, "“S” on letters is “A” on test\n  this “A” counts as 95", why.Tree(text.English))

	for score, want := range map[string]string{"10": "A", "8": "A", "7.95": "A", "7.94": "B", "6": "B", "5.9": "D", "0": "D"} {
		match, why, err = toFour().Score(num(score))
		require.NoError(t, err)
		assert.Equal(t, want, match.To, "%s: %s", score, why.Tree(text.English))
	}
	for score, want := range map[string]string{"10": "A", "9": "A", "8.94": "B", "4": "B", "3.9": "D"} {
		match, why, err = byBands().Score(num(score))
		require.NoError(t, err)
		assert.Equal(t, want, match.To, "%s: %s", score, why.Tree(text.English))
	}
	_, why, err = byBands().Score(num("8.94"))
	require.NoError(t, err)
	assert.Equal(t, `8.94 on letters is “B” on test
  rounded once (decimal places: 1; half away from zero): 8.9
  level of the score: 4 ≤ 8.9 < 9, “B”`, why.Tree(text.English))

	down := byBands()
	down.From.Boundary = BoundaryDown
	match, _, err = down.Score(num("9"))
	require.NoError(t, err)
	assert.Equal(t, "B", match.To, "a boundary belongs to the side that it belongs to on the scale mapped from")
}

func TestMappingRefusesWhatIsNotTotal(t *testing.T) {
	for name, test := range map[string]struct {
		of   func() Mapping
		with func(*Mapping)
		want []string
	}{
		"nothing":       {toFour, func(m *Mapping) { m.Matches = nil }, []string{"matches mapping.matches.required"}},
		"too much":      {toFour, func(m *Mapping) { m.Matches = make([]Match, 101) }, []string{"matches list.long"}},
		"scales amiss":  {toFour, func(m *Mapping) { m.From.Levels, m.To.Name = nil, "" }, []string{"from.levels scale.levels.required", "to.label label.required"}},
		"a level more":  {toFour, func(m *Mapping) { m.Matches[0].Level = "C" }, []string{"matches[0].level scale.level.unknown", "matches mapping.level.unmapped"}},
		"a level twice": {toFour, func(m *Mapping) { m.Matches[0].Level = "S" }, []string{"matches[1].level code.twice", "matches mapping.level.unmapped"}},
		"a target that is none": {
			toFour, func(m *Mapping) { m.Matches[0].To = "E" }, []string{"matches[0].to scale.level.unknown"},
		},
		"scores for some": {toFour, func(m *Mapping) { m.Matches[2].Score = nil }, []string{"matches[2].score mapping.scores.partial"}},
		"scores of other levels": {
			toFour,
			func(m *Mapping) { m.Matches[0].Score, m.Matches[1].Score = ptr("60"), ptr("101") },
			[]string{"matches[0].score mapping.score.outside", "matches[1].score scale.score.outside"},
		},
		"better to worse": {
			toFour,
			func(m *Mapping) { m.Matches[1].To, m.Matches[1].Score = "C", ptr("70") },
			[]string{"matches[0] mapping.order"},
		},
		"worth more than a better one": {
			toFour,
			func(m *Mapping) { m.Matches[2].To, m.Matches[2].Score = "B", ptr("85.1") },
			[]string{"matches[2] mapping.order"},
		},
		"a level and a band": {toFour, func(m *Mapping) { m.Matches[0].Low = ptr("1") }, []string{"matches[0] mapping.match.form"}},
		"half a band":        {byBands, func(m *Mapping) { m.Matches[1].High = nil }, []string{"matches[1] mapping.match.form"}},
		"a gap":              {byBands, func(m *Mapping) { m.Matches[1].High = ptr("8") }, []string{"matches[1] scale.band.gap"}},
		"an overlap":         {byBands, func(m *Mapping) { m.Matches[2].High = ptr("5") }, []string{"matches[2] scale.band.overlap"}},
		"an empty band":      {byBands, func(m *Mapping) { m.Matches[2].High = ptr("0") }, []string{"matches[2] scale.band.empty"}},
		"a band never reached": {
			byBands,
			func(m *Mapping) {
				m.Matches[0].Low, m.Matches[1] = ptr("3.98"), Match{Low: ptr("3.91"), High: ptr("3.98"), To: "B"}
				m.Matches[2].High = ptr("3.91")
			},
			[]string{"matches[1] scale.level.unreached"},
		},
		"ends left out": {byBands, func(m *Mapping) { m.Matches[2].Low = ptr("1") }, []string{"matches mapping.ends"}},
		"huge bands":    {byBands, func(m *Mapping) { m.Matches[0].High = ptr("1e40") }, []string{"matches[0].high number.bounds"}},
	} {
		t.Run(name, func(t *testing.T) {
			m := test.of()
			test.with(&m)
			violated(t, m.Validate(), test.want...)
			_, _, err := m.Level("S")
			violated(t, err, test.want...)
			_, _, err = m.Score(num("9"))
			violated(t, err, test.want...)
		})
	}
	_, _, err := toFour().Level("E")
	violated(t, err, "scale.level.unknown")
	_, _, err = byBands().Level("S")
	violated(t, err, "mapping.bands")
	_, _, err = toFour().Score(num("10.1"))
	violated(t, err, "scale.score.outside")
}

// anyMapping draws a valid mapping by level onto the same levels or fewer.
func anyMapping(t *rapid.T) Mapping {
	m := Mapping{From: anyScale(t), To: anyScale(t)}
	m.From.Name, m.To.Name = "from", "to"
	rank := 0
	for _, l := range m.From.Levels {
		rank = rapid.IntRange(rank, len(m.To.Levels)-1).Draw(t, "rank")
		m.Matches = append(m.Matches, Match{Level: l.Code, To: m.To.Levels[rank].Code})
	}
	return m
}

func TestEveryLevelAndScoreIsMappedAndBetterNeverToWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m := anyMapping(t)
		require.NoError(t, m.Validate())
		for _, l := range m.From.Levels {
			_, _, err := m.Level(l.Code)
			require.NoError(t, err)
		}
		low, high := m.From.ends()
		score := func(name string) decimal.Decimal {
			return decimal.New(rapid.Int64Range(low.Shift(3).IntPart(), high.Shift(3).IntPart()).Draw(t, name), -3)
		}
		worse, better := score("worse"), score("better")
		if worse.GreaterThan(better) {
			worse, better = better, worse
		}
		is, _, err := m.Score(better)
		require.NoError(t, err)
		was, _, err := m.Score(worse)
		require.NoError(t, err)
		first, _ := m.To.Rank(is.To)
		second, _ := m.To.Rank(was.To)
		assert.LessOrEqual(t, first, second)

		left := m
		drop := rapid.IntRange(0, len(m.Matches)-1).Draw(t, "dropped")
		left.Matches = append(append([]Match{}, m.Matches[:drop]...), m.Matches[drop+1:]...)
		require.Error(t, left.Validate(), "a mapping that leaves a level out is refused")
	})
}

func TestRubricScoresAJudgement(t *testing.T) {
	r := Rubric{Label: named("attitude"), Grades: []Grade{
		{Code: "good", Label: named("good"), Text: named("acts unasked"), Score: num("90")},
		{Code: "poor", Label: named("poor"), Text: named("acts when told"), Score: num("40")},
	}}
	score, why, err := r.Score(&Judgement{Level: "good", Reason: "took over the night shift"})
	require.NoError(t, err)
	assert.Equal(t, "90", score.String())
	assert.Equal(t, "attitude: “good” scores 90 %\n  “good” is: acts unasked\n  judged “good”: took over the night shift", why.Tree(text.English))

	r.Grades[1].Score = num("90.0")
	require.NoError(t, r.Validate(), "two grades may score the same")
	r.Grades[1].Score = num("40")

	_, _, err = r.Score(nil)
	violated(t, err, "judged input.judged.missing")
	_, _, err = r.Score(&Judgement{Level: "fair"})
	violated(t, err, "judged.level rubric.grade.unknown", "judged.reason input.reason.required")

	_, _, err = Rubric{}.Score(nil)
	violated(t, err, "label label.required", "grades scale.levels.required", "judged input.judged.missing")
	violated(t, Rubric{Label: named("r"), Grades: make([]Grade, 101)}.Validate(), "grades list.long")
	r.Grades = append(r.Grades, Grade{Code: "good", Score: num("50")}, Grade{Code: "x", Label: named("x"), Text: named("x"), Score: num("-1")},
		Grade{Code: "y", Label: named("y"), Text: named("y"), Score: num("1e40")})
	violated(t, r.Validate(), "grades[2].code code.twice", "grades[2].label label.required", "grades[2].text rubric.text.required",
		"grades[2].score policy.points.order", "grades[3].score curve.end.negative", "grades[4].score number.bounds")
}

func TestMappedPartsAreWeighedTogether(t *testing.T) {
	m := toFour()
	match, how, err := m.Level("A")
	require.NoError(t, err)
	score, why, err := Composite([]Component{
		{Name: named("conduct"), Weight: num("1"), Score: match.Score, Why: how}, part("results", "92", "3"),
	}, MissingRefused)
	require.NoError(t, err)
	assert.Equal(t, "90.25", score.String())
	assert.Equal(t, `weighted mean: (85 × 1 + 92 × 3) ÷ 4 = 90.25
  conduct: 85, weight 1
    “A” on letters is “B” on test
      this “B” counts as 85
  results: 92, weight 3`, why.Tree(text.English))
	assert.Equal(t, "90.3", number.Rounding{Places: 1, Mode: number.HalfUp}.Round(score).String())
}
