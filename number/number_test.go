package number_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

func d(s string) decimal.Decimal { return decimal.RequireFromString(s) }

func ExampleShareOut() {
	equal := []decimal.Decimal{d("1"), d("1"), d("1")}
	parts, _ := number.ShareOut(number.Hundred, equal, 2)
	fmt.Println(parts)
	_, err := number.ShareOut(number.Hundred, nil, 2)
	fmt.Println(err)
	// Output:
	// [33.33 33.33 33.34]
	// weights: nothing can be shared out: there is no weight above zero
}

func ExampleQuantity_To() {
	half, _ := number.Quantity{Value: d("90"), Unit: number.Minute}.To(number.Hour)
	fmt.Println(half.In(text.English), half.In(text.Chinese))
	_, err := number.Quantity{Value: d("3"), Unit: number.WorkDay}.To(number.Hour)
	fmt.Println(err)
	// Output:
	// 1.5 h 1.5小时
	// unit: working days can't be converted to h
}

func TestParseRefusesWhatIsNoFigureOfBoundedSize(t *testing.T) {
	for _, s := range []string{"1", "-0.5", "1.50", "1e3", " 7 ", "123456789012345678.123456789012345678"} {
		got, err := number.Parse(s)
		require.NoError(t, err, s)
		assert.True(t, got.Equal(d(strings.TrimSpace(s))), s)
	}
	for _, s := range []string{
		"", " ", "abc", "1,5", "1e", "NaN", "Inf", "0x1f", "1e36", "1e-19", "1e2000000", "0.0000000000000000001",
		strings.Repeat("9", 37), strings.Repeat("9", 1_000_000),
	} {
		_, err := number.Parse(s)
		require.ErrorIs(t, err, fault.ErrInvalid, "%.40s", s)
	}
}

func TestRoundingModes(t *testing.T) {
	for mode, want := range map[number.Mode][4]string{ // of 2.5, 3.5, -2.5, 2.4
		number.HalfUp:   {"3", "4", "-3", "2"},
		number.HalfEven: {"2", "4", "-2", "2"},
		number.Up:       {"3", "4", "-3", "3"},
		number.Down:     {"2", "3", "-2", "2"},
		number.Ceiling:  {"3", "4", "-2", "3"},
		number.Floor:    {"2", "3", "-3", "2"},
	} {
		r := number.Rounding{Mode: mode}
		require.NoError(t, r.Validate())
		for i, in := range []string{"2.5", "3.5", "-2.5", "2.4"} {
			assert.Equal(t, want[i], r.Round(d(in)).String(), "%s of %s", mode, in)
		}
	}
	err := number.Rounding{Places: 19, Mode: "nearest"}.Validate()
	assert.Equal(t, "places: digits after the point must be between 0 and 18; mode: “nearest” is not a rounding mode", err.Error())
	require.Error(t, number.Rounding{Places: -1, Mode: number.Up}.Validate())
}

func TestUnitsConvertOnlyWhereThatIsExact(t *testing.T) {
	for _, c := range []struct {
		value string
		from  number.Unit
		to    number.Unit
		want  string // empty: refused
	}{
		{"2", number.Week, number.Day, "14"},
		{"36", number.Hour, number.Day, "1.5"},
		{"1", number.Hour, number.Second, "3600"},
		{"1", number.Second, number.Hour, ""}, // 1/3600 does not come out
		{"5", number.Percent, number.PercentagePoint, ""},
		{"1", number.WorkDay, number.WorkHour, ""},
		{"1", number.Yuan, number.Dollar, ""},
		{"1", "widgets", number.Hour, ""},
		{"1", "widgets", "widgets", "1"},
		{"1", "widgets", "gadgets", ""},
		{"1", "", number.Person, ""},
	} {
		got, err := number.Quantity{Value: d(c.value), Unit: c.from}.To(c.to)
		if c.want == "" {
			require.ErrorIs(t, err, fault.ErrInvalid, "%s → %s", c.from, c.to)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, got.Value.String())
		assert.Equal(t, c.to, got.Unit)
	}
}

func TestShareOutRefuses(t *testing.T) {
	_, err := number.ShareOut(d("100"), []decimal.Decimal{d("-1"), d("2")}, 2)
	assert.Equal(t, "weights[0]: a weight can't be negative: -1", err.Error())
	_, err = number.ShareOut(d("100.001"), []decimal.Decimal{d("0")}, 2)
	assert.Equal(t, "weights: nothing can be shared out: there is no weight above zero; total: the total 100.001 has more than 2 digits after the point", err.Error())
	require.ErrorIs(t, err, fault.ErrInvalid)
	_, err = number.ShareOut(d("1"), []decimal.Decimal{decimal.New(1, 1_000_000)}, 0)
	require.ErrorIs(t, err, fault.ErrInvalid, "a figure out of bounds is refused before any arithmetic")
	_, err = number.ShareOut(d("1"), []decimal.Decimal{d("1")}, 19)
	require.ErrorIs(t, err, fault.ErrInvalid)
}

func TestSharesAddUpAndAreWithinOneUnitOfTheirQuota(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.Int32Range(0, 4).Draw(t, "places")
		total := decimal.New(rapid.Int64Range(-1_000_000, 1_000_000).Draw(t, "total"), -places)
		weights := make([]decimal.Decimal, rapid.IntRange(1, 12).Draw(t, "n"))
		sum := decimal.Zero
		for i := range weights {
			weights[i] = decimal.New(rapid.Int64Range(0, 1000).Draw(t, "weight"), -rapid.Int32Range(0, 3).Draw(t, "exponent"))
			sum = sum.Add(weights[i])
		}
		parts, err := number.ShareOut(total, weights, places)
		if sum.IsZero() {
			require.ErrorIs(t, err, fault.ErrInvalid)
			return
		}
		require.NoError(t, err)
		added := decimal.Zero
		unit := decimal.New(1, -places)
		for i, p := range parts {
			added = added.Add(p)
			// |part − total·weight/sum| < one unit, without dividing.
			off := p.Mul(sum).Sub(total.Mul(weights[i])).Abs()
			require.True(t, off.LessThan(unit.Mul(sum)), "part %d is %s", i, p)
		}
		require.True(t, added.Equal(total), "%s ≠ %s", added, total)
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"1.5", "-1e10", "−3", "1e2000000", ".", "+.e", "１２"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		parsed, err := number.Parse(s)
		if err != nil {
			return
		}
		if again, err := number.Parse(parsed.String()); err != nil || !again.Equal(parsed) {
			t.Errorf("%q reads as %s, which reads as %s, %v", s, parsed, again, err)
		}
	})
}
