package calendar_test

import (
	"encoding/json"
	"errors"
	"math"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// never is a calendar without a single working day.
type never struct{}

func (never) IsWorking(calendar.Date) (bool, error) { return false, nil }

// always is a calendar on which every day is worked.
type always struct{}

func (always) IsWorking(calendar.Date) (bool, error) { return true, nil }

var errBroken = errors.New("broken")

type broken struct{}

func (broken) IsWorking(calendar.Date) (bool, error) { return false, errBroken }

func isWorking(t *testing.T, w calendar.Working, s string) bool {
	t.Helper()
	worked, err := w.IsWorking(day(s))
	require.NoError(t, err)
	return worked
}

func TestWeekendsWorksMondayToFridayInAnyYear(t *testing.T) {
	for i, want := range []bool{true, true, true, true, true, false, false} {
		for _, monday := range []string{"0001-01-01", "2024-09-30", "2031-01-06"} {
			worked, err := calendar.Weekends{}.IsWorking(day(monday).AddDays(i))
			require.NoError(t, err)
			assert.Equal(t, want, worked, "%s +%d", monday, i)
		}
	}
}

func TestNoCalendarKnowsTheZeroDate(t *testing.T) {
	company, err := calendar.Company(calendar.China(), calendar.CompanyDays{})
	require.NoError(t, err)
	for _, w := range []calendar.Working{calendar.Weekends{}, calendar.China(), company} {
		_, err := w.IsWorking(calendar.Date{})
		requireCode(t, err, "", "calendar.date.required")
	}
}

func TestAYearThatIsNotKnownIsAnErrorThatNamesTheYears(t *testing.T) {
	for _, s := range []string{"2022-12-31", "2027-01-01", "0001-01-01", "9999-12-31"} {
		_, err := calendar.China().IsWorking(day(s))
		requireCode(t, err, "", "calendar.working.unknown")
	}
	_, err := calendar.China().IsWorking(day("2027-01-01"))
	assert.Equal(t, "whether 1 Jan 2027 is a working day is not known; the calendar covers 2023–2026", fault.In(err, text.English))
	assert.Equal(t, "无法判断 2027年1月1日 是否为工作日，工作日历仅涵盖 2023–2026 年", fault.In(err, text.Chinese))

	w, err := calendar.Holidays{Years: []int{2030, 2024, 2026, 2025, 2028, 2026}}.Working()
	require.NoError(t, err)
	_, err = w.IsWorking(day("2027-05-05"))
	assert.Contains(t, fault.In(err, text.English), "covers 2024–2026, 2028, 2030")
}

func TestAnUnknownYearStopsEveryCount(t *testing.T) {
	_, err := calendar.AddWorkingDays(calendar.China(), day("2026-12-30"), 2)
	requireCode(t, err, "", "calendar.working.unknown")
	_, err = calendar.AddWorkingDays(calendar.China(), day("2023-01-03"), -1)
	requireCode(t, err, "", "calendar.working.unknown")
	_, err = calendar.WorkingDays(calendar.China(), span("2026-12-01", "2027-01-01"))
	requireCode(t, err, "", "calendar.working.unknown")
	_, err = calendar.FirstWorkingDay(calendar.China(), day("2027-01-01"))
	requireCode(t, err, "", "calendar.working.unknown")
	_, err = calendar.DueWorking(calendar.Weekly, span("2026-12-01", "2027-01-31"), day("2026-12-01"), calendar.China())
	requireCode(t, err, "", "calendar.working.unknown")
}

func TestAddWorkingDaysCountsFromTheNextWorkingDay(t *testing.T) {
	for _, tc := range []struct {
		from string
		n    int
		want string
	}{
		{"2024-09-29", 0, "2024-09-29"}, // the day itself, worked
		{"2024-10-01", 0, "2024-10-01"}, // the day itself, though off
		{"2024-09-29", 1, "2024-09-30"},
		{"2024-09-29", 2, "2024-10-08"}, // over the National Day holiday
		{"2024-09-29", 3, "2024-10-09"},
		{"2024-09-30", 5, "2024-10-12"}, // a Saturday that is made up
		{"2024-09-30", 6, "2024-10-14"}, // no work on that Sunday
		{"2024-10-03", 1, "2024-10-08"}, // from within the holiday
		{"2024-10-08", -1, "2024-09-30"},
		{"2024-10-08", -2, "2024-09-29"},
		{"2024-10-08", -3, "2024-09-27"},
		{"2025-01-24", 2, "2025-01-27"}, // Sunday January 26 is made up
		{"2025-01-24", 3, "2025-02-05"},
	} {
		got, err := calendar.AddWorkingDays(calendar.China(), day(tc.from), tc.n)
		require.NoError(t, err)
		assert.Equal(t, tc.want, got.String(), "%s %+d", tc.from, tc.n)
	}
	got, err := calendar.AddWorkingDays(calendar.Weekends{}, day("2024-09-27"), 1)
	require.NoError(t, err)
	assert.Equal(t, "2024-09-30", got.String(), "September 29 is an ordinary Sunday there")
	got, err = calendar.AddWorkingDays(calendar.Weekends{}, day("2024-09-30"), 5000)
	require.NoError(t, err)
	assert.Equal(t, day("2024-09-30").AddDays(7000), got, "a thousand weeks")
}

func TestCountingEndsEvenOnACalendarWithoutWorkingDays(t *testing.T) {
	for _, n := range []int{1, -1, math.MaxInt, math.MinInt} {
		_, err := calendar.AddWorkingDays(never{}, day("2024-01-01"), n)
		requireCode(t, err, "", "calendar.working.none")
	}
	_, err := calendar.FirstWorkingDay(never{}, day("2024-01-01"))
	requireCode(t, err, "", "calendar.working.none")

	for _, n := range []int{allDays, -allDays, math.MaxInt, math.MinInt} {
		_, err := calendar.AddWorkingDays(always{}, day("2024-01-01"), n)
		requireCode(t, err, "", "calendar.working.range")
	}
	last, err := calendar.AddWorkingDays(always{}, firstDay, allDays-1)
	require.NoError(t, err)
	assert.Equal(t, lastDay, last)
}

func TestCountingRefusesMissingArguments(t *testing.T) {
	_, err := calendar.AddWorkingDays(nil, day("2024-01-01"), 1)
	requireCode(t, err, "", "calendar.working.missing")
	_, err = calendar.AddWorkingDays(calendar.Weekends{}, calendar.Date{}, 0)
	requireCode(t, err, "", "calendar.date.required")
	_, err = calendar.FirstWorkingDay(nil, day("2024-01-01"))
	requireCode(t, err, "", "calendar.working.missing")
	_, err = calendar.FirstWorkingDay(calendar.Weekends{}, calendar.Date{})
	requireCode(t, err, "", "calendar.date.required")
	_, err = calendar.WorkingDays(nil, calendar.Year(2024))
	requireCode(t, err, "", "calendar.working.missing")
	_, err = calendar.WorkingDays(calendar.Weekends{}, calendar.Period{})
	requireCode(t, err, "from", "calendar.date.required")
	_, err = calendar.Company(nil, calendar.CompanyDays{})
	requireCode(t, err, "", "calendar.working.missing")
}

func TestAnErrorOfTheCalendarIsHandedOn(t *testing.T) {
	_, err := calendar.AddWorkingDays(broken{}, day("2024-01-01"), 1)
	require.ErrorIs(t, err, errBroken)
	_, err = calendar.FirstWorkingDay(broken{}, day("2024-01-01"))
	require.ErrorIs(t, err, errBroken)
	_, err = calendar.WorkingDays(broken{}, calendar.Year(2024))
	require.ErrorIs(t, err, errBroken)
	_, err = calendar.DueWorking(calendar.Monthly, calendar.Year(2024), day("2024-01-01"), broken{})
	require.ErrorIs(t, err, errBroken)
}

func TestCompanyDaysOverrideTheCountry(t *testing.T) {
	w, err := calendar.Company(calendar.China(), calendar.CompanyDays{
		Off:    []calendar.Date{day("2024-09-29"), day("2024-12-24"), day("2027-01-01")},
		Worked: []calendar.Date{day("2024-10-07"), day("2024-10-13"), day("2027-01-02")},
	})
	require.NoError(t, err)
	assert.False(t, isWorking(t, w, "2024-09-29"), "a make-up day that the company gives off")
	assert.False(t, isWorking(t, w, "2024-12-24"), "a company day off")
	assert.True(t, isWorking(t, w, "2024-10-07"), "a holiday that the company works")
	assert.True(t, isWorking(t, w, "2024-10-13"), "a Sunday that the company works")
	assert.False(t, isWorking(t, w, "2027-01-01"), "stated by the company though the country is not known")
	assert.True(t, isWorking(t, w, "2027-01-02"))
	assert.True(t, isWorking(t, w, "2024-10-12"), "the country decides elsewhere")
	_, err = w.IsWorking(day("2027-01-03"))
	requireCode(t, err, "", "calendar.working.unknown")
}

func TestCompanyDaysRefuseContradictions(t *testing.T) {
	_, err := calendar.Company(calendar.Weekends{}, calendar.CompanyDays{
		Off:    []calendar.Date{day("2024-09-29"), {}, day("2024-09-29")},
		Worked: []calendar.Date{day("2024-09-29"), day("2024-10-12"), {}},
	})
	requireCode(t, err, "off[1]", "calendar.date.required")
	requireCode(t, err, "off[2]", "calendar.date.twice")
	requireCode(t, err, "worked[0]", "calendar.date.twice")
	requireCode(t, err, "worked[2]", "calendar.date.required")
	assert.Len(t, fault.Of(err), 4)
}

func TestHolidaysOfAnotherCountryAreData(t *testing.T) {
	var h calendar.Holidays
	require.NoError(t, json.Unmarshal([]byte(`{
		"years": [2024],
		"weekend": [5, 6],
		"off": ["2024-09-23", "2024-02-22"],
		"makeUp": ["2024-02-24"]
	}`), &h))
	w, err := h.Working()
	require.NoError(t, err)
	assert.False(t, isWorking(t, w, "2024-09-23"))
	assert.False(t, isWorking(t, w, "2024-09-20"), "Friday")
	assert.False(t, isWorking(t, w, "2024-09-21"), "Saturday")
	assert.True(t, isWorking(t, w, "2024-09-22"), "Sunday")
	assert.True(t, isWorking(t, w, "2024-02-24"), "a Saturday that is made up")

	h.Off[0], h.Years[0] = day("2024-09-24"), 2025
	assert.False(t, isWorking(t, w, "2024-09-23"), "changing the data does not change the calendar")
}

func TestHolidaysRefuseWhatDoesNotFitTogether(t *testing.T) {
	requireCode(t, calendar.Holidays{}.Validate(), "years", "calendar.holidays.years")

	h := calendar.Holidays{
		Years:   []int{2024, 0, 10000},
		Weekend: []time.Weekday{time.Saturday, 7, -1},
		Off:     []calendar.Date{day("2023-12-31"), {}, day("2024-10-01"), day("2024-10-01")},
		MakeUp:  []calendar.Date{day("2024-10-01"), day("2024-10-02"), {}, day("2025-10-10"), day("2024-10-12")},
	}
	w, err := h.Working()
	assert.Nil(t, w)
	for path, code := range map[string]string{
		"years[1]":   "calendar.date.year",
		"years[2]":   "calendar.date.year",
		"weekend[1]": "calendar.holidays.weekend",
		"weekend[2]": "calendar.holidays.weekend",
		"off[0]":     "calendar.holidays.outside",
		"off[1]":     "calendar.date.required",
		"off[3]":     "calendar.date.twice",
		"makeUp[0]":  "calendar.date.twice",
		"makeUp[1]":  "calendar.holidays.makeup",
		"makeUp[2]":  "calendar.date.required",
		"makeUp[3]":  "calendar.holidays.outside",
	} {
		requireCode(t, err, path, code)
	}
	assert.Len(t, fault.Of(err), 12, "those above, and makeUp[0] is a Tuesday: %v", err)
}

func TestPropertyAddWorkingDaysGrowsAndCounts(t *testing.T) {
	company, err := calendar.Company(calendar.China(), calendar.CompanyDays{
		Off: []calendar.Date{day("2024-12-24")}, Worked: []calendar.Date{day("2024-06-09")},
	})
	require.NoError(t, err)
	for name, w := range map[string]calendar.Working{"weekends": calendar.Weekends{}, "china": calendar.China(), "company": company} {
		t.Run(name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				from := rapid.Map(rapid.IntRange(0, 1095), day("2023-06-01").AddDays).Draw(t, "from")
				n := rapid.IntRange(1, 80).Draw(t, "n")
				got, err := calendar.AddWorkingDays(w, from, n)
				require.NoError(t, err)
				worked, err := w.IsWorking(got)
				require.NoError(t, err)
				assert.True(t, worked, "the result is worked")
				count, err := calendar.WorkingDays(w, calendar.Period{From: from.AddDays(1), To: got})
				require.NoError(t, err)
				assert.Equal(t, n, count, "as many working days lie between")

				further, err := calendar.AddWorkingDays(w, from, n+1)
				require.NoError(t, err)
				assert.True(t, further.After(got))
				later, err := calendar.AddWorkingDays(w, from.AddDays(1), n)
				require.NoError(t, err)
				assert.False(t, later.Before(got))

				if startWorked, _ := w.IsWorking(from); startWorked {
					back, err := calendar.AddWorkingDays(w, got, -n)
					require.NoError(t, err)
					assert.Equal(t, from, back)
				}
				first, err := calendar.FirstWorkingDay(w, from)
				require.NoError(t, err)
				again, err := calendar.AddWorkingDays(w, from.AddDays(-1), 1)
				require.NoError(t, err)
				assert.Equal(t, again, first)
			})
		})
	}
}

func BenchmarkAddWorkingDays(b *testing.B) {
	w, from := calendar.China(), day("2024-09-29")
	for b.Loop() {
		_, _ = calendar.AddWorkingDays(w, from, 3)
	}
}
