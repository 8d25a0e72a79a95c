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

func ExampleWorkTime_Convert() {
	days := number.Quantity{Value: d("3"), Unit: number.WorkDay}
	_, err := days.To(number.WorkHour)
	fmt.Println(err)
	hours, _ := number.WorkTime{HoursPerDay: d("7.5"), DaysPerWeek: d("5")}.Convert(days, number.WorkHour)
	fmt.Println(hours.In(text.English), hours.In(text.Chinese))
	// Output:
	// unit: working days can't be converted to working hours unless it is said how long people work
	// 22.5 working hours 22.5工时
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
	assert.Equal(t, "places: digits after the point must be between 0 and 18; mode: “nearest” is not a rounding mode: it is half-up, half-even, up, down, ceiling or floor", err.Error())
	require.Error(t, number.Rounding{Places: -1, Mode: number.Up}.Validate())
}

func TestModesAreNamedInBothLanguages(t *testing.T) {
	assert.Equal(t, "half to the even neighbour", number.HalfEven.In(text.English))
	assert.Equal(t, "四舍五入", number.HalfUp.In(text.Chinese))
	assert.Equal(t, "nearest", number.Mode("nearest").In(text.Chinese))
}

func TestAQuotientIsRoundedOnce(t *testing.T) {
	for _, test := range []struct {
		over, under string
		mode        number.Mode
		want        string
	}{
		{"246.0149999999999999999999999999999999", "3", number.HalfUp, "82"}, // 82.00499…: by way of 18 places it would become 82.01
		{"246.015", "3", number.HalfUp, "82.01"},
		{"246.015", "3", number.HalfEven, "82"},
		{"246.0150000000000000000000000000000001", "3", number.HalfEven, "82.01"},
		{"246.0000000000000000000000000000000001", "3", number.Up, "82.01"},
		{"246.0000000000000000000000000000000001", "3", number.Ceiling, "82.01"},
		{"-246.0000000000000000000000000000000001", "3", number.Floor, "-82.01"},
		{"246.0000000000000000000000000000000001", "-3", number.Floor, "-82.01"},
		{"-246.0000000000000000000000000000000001", "3", number.Ceiling, "-82"},
		{"245.9999999999999999999999999999999999", "3", number.Down, "81.99"},
	} {
		got := number.Rounding{Places: 2, Mode: test.mode}.Quotient(d(test.over), d(test.under))
		assert.Equal(t, test.want, got.String(), "%s ÷ %s %s", test.over, test.under, test.mode)
	}
	modes := []number.Mode{number.HalfUp, number.HalfEven, number.Up, number.Down, number.Ceiling, number.Floor}
	rapid.Check(t, func(t *rapid.T) {
		exact := decimal.New(rapid.Int64().Draw(t, "exact"), -rapid.Int32Range(0, 18).Draw(t, "exact places"))
		under := decimal.New(rapid.Int64().Filter(func(n int64) bool { return n != 0 }).Draw(t, "under"), -rapid.Int32Range(0, 6).Draw(t, "under places"))
		r := number.Rounding{Places: rapid.Int32Range(0, number.MaxPlaces).Draw(t, "places"), Mode: rapid.SampledFrom(modes).Draw(t, "mode")}
		require.Equal(t, r.Round(exact).String(), r.Quotient(exact.Mul(under), under).String())
	})
}

func TestAShortQuantityEndsInAnEllipsis(t *testing.T) {
	for figure, want := range map[string][2]string{
		"82.333333333333333333": {"82.333333… %", "82.333333…%"},
		"0.0000001":             {"0.000000… %", "0.000000…%"},
		"82.5":                  {"82.5 %", "82.5%"},
		"-0.123456":             {"-0.123456 %", "-0.123456%"},
	} {
		s := number.Short{Value: d(figure), Unit: number.Percent}
		assert.Equal(t, want, [2]string{s.In(text.English), s.In(text.Chinese)})
	}
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
		{"25", number.BasisPoint, number.PercentagePoint, "0.25"},
		{"10000000000000000.000000000000000000", number.PercentagePoint, number.BasisPoint, "1000000000000000000"},
		{"5", number.Permille, number.Percent, "0.5"},
		{"5", number.Permille, number.BasisPoint, ""},
		{"250", number.Millisecond, number.Second, "0.25"},
		{"1.2", number.TenThousandYuan, number.Yuan, "12000"},
		{"3500", number.TenThousandYuan, number.HundredMillionYuan, "0.35"},
		{"1", number.Year, number.Month, "12"},
		{"1", number.Month, number.Day, ""},
		{"1", number.WorkWeek, number.WorkDay, ""},
		{"123456789012345678901234567890123456", number.HundredMillionYuan, number.Yuan, ""}, // 44 digits
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

func TestWorkingTimeConvertsOnlyByWhatIsSaidOfIt(t *testing.T) {
	w := number.WorkTime{HoursPerDay: d("7.5"), DaysPerWeek: d("5")}
	for _, c := range []struct {
		value    string
		from, to number.Unit
		want     string // empty: refused
	}{
		{"2", number.WorkWeek, number.WorkDay, "10"},
		{"2", number.WorkWeek, number.WorkHour, "75"},
		{"15", number.WorkHour, number.WorkDay, "2"},
		{"1", number.WorkHour, number.WorkDay, ""}, // 1/7.5 does not come out
		{"8", number.WorkHour, number.Hour, ""},
		{"1", number.Day, number.WorkDay, ""},
		{"2", number.Week, number.Day, "14"},
	} {
		got, err := w.Convert(number.Quantity{Value: d(c.value), Unit: c.from}, c.to)
		if c.want == "" {
			require.ErrorIs(t, err, fault.ErrInvalid, "%s → %s", c.from, c.to)
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, c.want, got.Value.String())
		assert.Equal(t, c.to, got.Unit)
	}
	one := number.Quantity{Value: d("1"), Unit: number.WorkDay}
	_, err := number.WorkTime{}.Convert(one, number.WorkHour)
	require.ErrorContains(t, err, "how long people work")
	_, err = number.WorkTime{HoursPerDay: d("25"), DaysPerWeek: decimal.New(1, 1_000_000)}.Convert(one, number.WorkHour)
	assert.Equal(t, "hoursPerDay: must be above 0 and at most 24, not 25; "+
		"daysPerWeek: a number may have at most 36 digits, 18 of them after the point", err.Error())
	require.Error(t, number.WorkTime{HoursPerDay: d("8")}.Validate())
}

// What converts comes back as it was, whatever the units.
func TestConversionsComeBack(t *testing.T) {
	w := number.WorkTime{HoursPerDay: d("8"), DaysPerWeek: d("5")}
	all := []number.Unit{
		number.Percent, number.Permille, number.PercentagePoint, number.BasisPoint, number.Millisecond, number.Second,
		number.Minute, number.Hour, number.Day, number.Week, number.Month, number.QuarterYear, number.Year,
		number.WorkHour, number.WorkDay, number.WorkWeek, number.Yuan, number.TenThousandYuan, number.HundredMillionYuan, "widgets", "",
	}
	rapid.Check(t, func(t *rapid.T) {
		q := number.Quantity{
			Value: decimal.New(rapid.Int64().Draw(t, "value"), -rapid.Int32Range(0, 6).Draw(t, "places")),
			Unit:  rapid.SampledFrom(all).Draw(t, "from"),
		}
		there, err := w.Convert(q, rapid.SampledFrom(all).Draw(t, "to"))
		if err != nil {
			require.ErrorIs(t, err, fault.ErrInvalid)
			return
		}
		back, err := w.Convert(there, q.Unit)
		require.NoError(t, err)
		require.True(t, back.Value.Equal(q.Value), "%s → %s → %s", q.Value, there.Value, back.Value)
	})
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
