package calendar_test

import (
	"encoding/json"
	"math"
	"math/big"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
)

func figure(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func TestProrateCountsBothEnds(t *testing.T) {
	s, err := calendar.Prorate(span("2024-08-01", "2024-12-29"), span("2024-06-01", "2024-12-31"))
	require.NoError(t, err)
	assert.Equal(t, "151/214", s.String())
	assert.False(t, s.IsWhole())
	assert.False(t, s.IsZero())

	s, err = calendar.Prorate(calendar.Year(2024), calendar.Year(2024))
	require.NoError(t, err)
	assert.True(t, s.IsWhole())
}

func TestProrateRefusesAPartThatReachesBeyond(t *testing.T) {
	for _, part := range []calendar.Period{
		span("2023-12-31", "2024-03-01"), span("2024-12-31", "2025-01-01"), span("2023-01-01", "2025-01-01"), calendar.Year(2025),
	} {
		_, err := calendar.Prorate(part, calendar.Year(2024))
		requireCode(t, err, "part", "calendar.share.outside")
	}
	_, err := calendar.Prorate(calendar.Period{}, calendar.Period{From: lastDay, To: firstDay})
	requireCode(t, err, "part.from", "calendar.date.required")
	requireCode(t, err, "part.to", "calendar.date.required")
	requireCode(t, err, "whole.to", "calendar.period.order")
}

func TestApplyRoundsOnceHalfAwayFromZero(t *testing.T) {
	for _, tc := range []struct {
		share  calendar.Share
		of     string
		places int32
		want   string
	}{
		{calendar.Share{Days: 151, Of: 214}, "120", 2, "84.67"},
		{calendar.Share{Days: 1, Of: 3}, "100", 2, "33.33"},
		{calendar.Share{Days: 2, Of: 3}, "100", 2, "66.67"},
		{calendar.Share{Days: 1, Of: 2}, "0.01", 2, "0.01"},
		{calendar.Share{Days: 1, Of: 2}, "-0.01", 2, "-0.01"},
		{calendar.Share{Days: 1, Of: 2}, "25", 0, "13"},
		{calendar.Share{Days: 1, Of: 2}, "250", -1, "130"},
		{calendar.Share{Days: 365, Of: 365}, "123.456", 2, "123.46"},
		{calendar.Share{Days: 0, Of: 92}, "99", 2, "0"},
		{calendar.Share{}, "99", 2, "0"},
	} {
		got := tc.share.Apply(figure(tc.of), tc.places)
		assert.Equal(t, figure(tc.want).String(), got.String(), "%v of %s", tc.share, tc.of)
	}
	third := calendar.Share{Days: 1, Of: 3}
	assert.True(t, third.Apply(figure("100"), math.MaxInt32).Equal(third.Apply(figure("100"), 100)))
	assert.True(t, third.Apply(figure("100"), math.MinInt32).IsZero())
}

func TestShareRefusesWhatIsNoFractionOfDays(t *testing.T) {
	requireCode(t, calendar.Share{}.Validate(), "of", "calendar.share.of")
	requireCode(t, calendar.Share{Days: 1, Of: -1}.Validate(), "of", "calendar.share.of")
	requireCode(t, calendar.Share{Days: 93, Of: 92}.Validate(), "days", "calendar.share.days")
	requireCode(t, calendar.Share{Days: -1, Of: 92}.Validate(), "days", "calendar.share.days")
	require.NoError(t, calendar.Share{Days: 0, Of: 92}.Validate())
	require.NoError(t, calendar.Share{Days: 92, Of: 92}.Validate())

	assert.Zero(t, calendar.Share{}.Rat().Sign())
	assert.Zero(t, calendar.Share{Days: 7}.Rat().Sign())
	assert.True(t, calendar.Share{}.IsZero())
	assert.False(t, calendar.Share{}.IsWhole())
}

func TestShareIsWrittenInJSONAsItsCounts(t *testing.T) {
	raw, err := json.Marshal(calendar.Share{Days: 151, Of: 214})
	require.NoError(t, err)
	assert.JSONEq(t, `{"days":151,"of":214}`, string(raw))
	var s calendar.Share
	require.NoError(t, json.Unmarshal(raw, &s))
	assert.Equal(t, calendar.Share{Days: 151, Of: 214}, s)
}

func TestPropertySharesOfAPartitionSumToOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		whole := periods(dates()).Draw(t, "whole")
		cuts := rapid.SliceOfN(dates(), 0, 12).Draw(t, "cuts")
		sum := new(big.Rat)
		for _, part := range whole.Split(cuts...) {
			share, err := calendar.Prorate(part, whole)
			require.NoError(t, err)
			require.NoError(t, share.Validate())
			sum.Add(sum, share.Rat())
		}
		assert.Zero(t, sum.Cmp(big.NewRat(1, 1)), "sum is %v", sum)
	})
}

func TestPropertyApplyIsTheExactShareRounded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.IntRange(1, 4_000_000).Draw(t, "of")
		share := calendar.Share{Days: rapid.IntRange(0, of).Draw(t, "days"), Of: of}
		d := decimal.New(rapid.Int64().Draw(t, "coefficient"), rapid.Int32Range(-12, 12).Draw(t, "exponent"))
		places := rapid.Int32Range(-6, 12).Draw(t, "places")
		got := share.Apply(d, places)

		// Half away from zero, written out over exact rationals: floor(|x|·10^p + 1/2) / 10^p.
		x := new(big.Rat).Mul(d.Rat(), share.Rat())
		unit := decimal.New(1, -places).Rat()
		scaled := new(big.Rat).Quo(new(big.Rat).Abs(x), unit)
		scaled.Add(scaled, big.NewRat(1, 2))
		steps := new(big.Int).Quo(scaled.Num(), scaled.Denom())
		want := new(big.Rat).Mul(new(big.Rat).SetInt(steps), unit)
		if x.Sign() < 0 {
			want.Neg(want)
		}
		assert.Zero(t, want.Cmp(got.Rat()), "%v of %v: %v, want %v", share, d, got, want)
	})
}
