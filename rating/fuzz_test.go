package rating

import (
	"encoding/json"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// again is a value after it was stored as JSON and read strictly.
func again[T any](t require.TestingT, value T) T {
	raw, err := json.Marshal(value)
	require.NoError(t, err)
	var read T
	_, err = record.Decode("again.json", raw, &read)
	require.NoError(t, err, "%s", raw)
	return read
}

func TestWhatScoresIsData(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := anyScorecard(t)
		s.Parts = anyNested(t, 2)
		c, p := anyCurve(t)
		actual := anyActual(t, "actual", c, p)
		first, _, err := c.Score(&actual, p)
		require.NoError(t, err)
		second, _, err := again(t, c).Score(&actual, again(t, p))
		require.NoError(t, err)
		assert.Equal(t, first.String(), second.String())

		first, _, err = s.Score()
		require.NoError(t, err)
		second, _, err = again(t, s).Score()
		require.NoError(t, err)
		assert.Equal(t, first.String(), second.String())

		m := anyMapping(t)
		require.NoError(t, again(t, m).Validate())
	})
}

// refusedOr is the score and explanation, unless it was refused in words.
func refusedOr(t *testing.T, score decimal.Decimal, why Explanation, err error) {
	t.Helper()
	if err != nil {
		assert.NotEmpty(t, fault.In(err, text.Chinese))
		require.ErrorIs(t, err, fault.ErrInvalid)
		return
	}
	assert.NotEmpty(t, why.Tree(text.Chinese))
	assert.NotEmpty(t, score.String())
}

func FuzzCurve(f *testing.F) {
	f.Add([]byte(`{"curve":{"shape":"range"},"points":{"low":1,"high":2,"tolerance":1e-18},"actual":3}`))
	f.Add([]byte(`{"curve":{"shape":"interpolated","steps":[{"at":1,"score":2},{"at":1e35,"score":3}]},"points":{},"actual":3}`))
	f.Add([]byte(`{"curve":{"shape":"points-off","off":1e-18,"begun":"full","cap":120,"above":"keep"},"points":{"target":1e-18},"actual":-1e17}`))
	f.Add([]byte(`{"curve":{"shape":"linear","still":"kept"},"points":{"threshold":1,"target":1,"stretch":2,"stretchScore":120},"actual":1.5}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var in struct {
			Curve  Curve            `json:"curve"`
			Points Points           `json:"points"`
			Actual *decimal.Decimal `json:"actual"`
		}
		if _, err := record.Decode("fuzz.json", data, &in); err != nil {
			return
		}
		score, why, err := in.Curve.Score(in.Actual, in.Points)
		refusedOr(t, score, why, err)
	})
}

func FuzzScorecard(f *testing.F) {
	f.Add([]byte(`{"parts":[{"name":{"en":"a"},"weight":1e-18,"score":1e17},{"name":{"en":"b"},"weight":3,"parts":[{"name":{},"weight":7,"score":1}]}],
		"adjustments":[{"name":{"en":"c"},"points":5,"max":3}],"vetoes":[{"name":{"en":"d"},"effect":"subtract","points":2,"breaches":9000000000000000000}],
		"cap":1,"maxBonus":2,"rounding":{"places":18,"mode":"half-even"}}`))
	f.Add([]byte(`{"parts":[{"name":{},"weight":0,"share":{"days":-9223372036854775808,"of":1},"score":1},{"name":{},"weight":0,"share":{"days":2,"of":9223372036854775807}}],"missing":"reweight"}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var s Scorecard
		if _, err := record.Decode("fuzz.json", data, &s); err != nil {
			return
		}
		score, why, err := s.Score()
		refusedOr(t, score, why, err)
	})
}

func FuzzMapping(f *testing.F) {
	f.Add(must(json.Marshal(toFour())))
	f.Add(must(json.Marshal(byBands())))
	f.Fuzz(func(t *testing.T, data []byte) {
		var m Mapping
		if _, err := record.Decode("fuzz.json", data, &m); err != nil || m.Validate() != nil {
			return
		}
		low, high := m.From.ends()
		for _, score := range []decimal.Decimal{low, high} {
			match, why, err := m.Score(score)
			refusedOr(t, score, why, err)
			require.NoError(t, err, "a valid mapping maps every score")
			_, known := m.To.Rank(match.To)
			assert.True(t, known)
		}
	})
}
