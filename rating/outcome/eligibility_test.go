package outcome

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// quarters are ratings of quarters in a row, the oldest first; - is no rating.
func quarters(levels string) (history []Entry) {
	period := calendar.Quarter(2023, 1)
	for _, level := range levels {
		e := Entry{Period: period}
		if level != '-' {
			e.Level = string(level)
		}
		history = append(history, e)
		period = period.Next()
	}
	return history
}

func scale(t require.TestingT) rating.Scale { return preset(t, "s-a-b-c-d").Scale }

func TestRuleLooksAtTheLastPeriods(t *testing.T) {
	for _, test := range []struct {
		levels      string
		count, last int
		side        Side
		unrated     UnratedPolicy
		met         bool
	}{
		{"AAA", 3, 3, OrBetter, "", true},
		{"DASA", 3, 3, OrBetter, "", true},
		{"AAB", 3, 3, OrBetter, "", false},
		{"AA", 3, 3, OrBetter, "", false},
		{"", 1, 1, OrBetter, "", false},
		{"ABSA", 3, 4, OrBetter, "", true},
		{"AABBA", 3, 4, OrBetter, "", false},
		{"AA", 2, 4, OrBetter, "", true},
		{"AA-A", 3, 3, OrBetter, UnratedBreaks, false},
		{"AA-A", 3, 3, OrBetter, UnratedPassed, true},
		{"AA-A", 3, 4, OrBetter, UnratedBreaks, true},
		{"AAA-", 3, 3, OrBetter, "", false},
		{"AAA-", 3, 3, OrBetter, UnratedPassed, true},
		{"---", 1, 1, OrBetter, UnratedPassed, false},
		{"SAB", 1, 1, OrWorse, "", true},
		{"BS", 1, 1, OrWorse, "", false},
		{"CD", 2, 2, OrWorse, "", true},
	} {
		t.Run(test.levels, func(t *testing.T) {
			r := Rule{Code: "r", Label: named("r"), Kind: Promotion, Level: "A", Or: test.side, Count: test.count, Last: test.last, Unrated: test.unrated}
			found, err := r.Check(quarters(test.levels), scale(t))
			require.NoError(t, err)
			assert.Equal(t, test.met, found.Met, "%s", found.Why.Tree(text.English))
			assert.Equal(t, Promotion, found.Kind)
		})
	}
}

func TestRuleRefusesRatingsThatItCanNotCount(t *testing.T) {
	r := preset(t, "s-a-b-c-d").Rules[0]
	history := quarters("AAAA")
	history[1].Level = "E"
	history[2].Period.From = history[2].Period.From.AddDays(-1)
	history[3].Period.From = history[3].Period.From.AddDays(1)
	_, err := r.Check(history, scale(t))
	violated(t, err, "history[1].level level.unknown", "history[2].period history.overlap", "history[3].period history.gap")
	_, err = r.Check([]Entry{{Level: "A"}}, scale(t))
	violated(t, err, "history[0].period.from calendar.date.required", "history[0].period.to calendar.date.required")
	_, err = r.Check(make([]Entry, maxHistory+1), scale(t))
	violated(t, err, "history history.long")
	_, err = r.Check(append(history[:1:1], history[0]), scale(t))
	violated(t, err, "history[1].period history.overlap")
	_, err = Rule{}.Check(nil, rating.Scale{})
	require.Error(t, err)
}

func TestPresetRulesFindWhatTheyPromise(t *testing.T) {
	for _, test := range []struct {
		levels string
		met    []string
	}{
		{"SAS", []string{"promotion", "talent-pool"}},
		{"BBB", nil},
		{"AAC", []string{"training"}},
		{"ACC", []string{"training", "improvement-c"}},
		{"AAD", []string{"training", "improvement-d"}},
	} {
		var met []string
		for _, r := range preset(t, "s-a-b-c-d").Rules {
			found, err := r.Check(quarters(test.levels), scale(t))
			require.NoError(t, err)
			if found.Met {
				met = append(met, r.Code)
			}
		}
		assert.Equal(t, test.met, met, test.levels)
	}
}

func TestRuleAgreesWithCountingByHand(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		levels := rapid.StringMatching(`[SABCD-]{0,12}`).Draw(t, "levels")
		last := rapid.IntRange(1, 6).Draw(t, "last")
		r := Rule{
			Code: "r", Label: named("r"), Kind: TalentPool, Level: rapid.SampledFrom([]string{"S", "A", "B", "C", "D"}).Draw(t, "level"),
			Or:    rapid.SampledFrom([]Side{OrBetter, OrWorse}).Draw(t, "or"),
			Count: rapid.IntRange(1, last).Draw(t, "count"), Last: last,
			Unrated: rapid.SampledFrom([]UnratedPolicy{UnratedBreaks, UnratedPassed}).Draw(t, "unrated"),
		}
		const order = "SABCD"
		window := []byte(nil) // what is left to count in, the oldest first
		for _, level := range []byte(levels) {
			if level != '-' || r.Unrated == UnratedBreaks {
				window = append(window, level)
			}
		}
		window = window[max(0, len(window)-last):]
		hits := 0
		for _, level := range window {
			rank, bound := strings.IndexByte(order, level), strings.Index(order, r.Level)
			if level != '-' && ((r.Or == OrBetter && rank <= bound) || (r.Or == OrWorse && rank >= bound)) {
				hits++
			}
		}
		history := quarters(levels)
		found, err := r.Check(rapid.Permutation(history).Draw(t, "order"), scale(t))
		require.NoError(t, err)
		assert.Len(t, found.Counted, hits)
		assert.Equal(t, hits >= r.Count, found.Met)
		for i := 1; i < len(found.Counted); i++ {
			assert.True(t, found.Counted[i].Period.To.Before(found.Counted[i-1].Period.From), "from the latest")
		}
	})
}
