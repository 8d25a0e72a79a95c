package calendar_test

import (
	"encoding/json"
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

var day = calendar.MustDate

var (
	firstDay = day("0001-01-01")
	lastDay  = day("9999-12-31")
)

// allDays is how many days the years 1 to 9999 have: 9999 years of 365 and 2424 leap days.
const allDays = 9999*365 + 2424

// dates draws from every year that a date can lie in.
func dates() *rapid.Generator[calendar.Date] {
	return rapid.Map(rapid.IntRange(0, allDays-1), firstDay.AddDays)
}

// datesNear draws from the years that working-day calendars and tests are about.
func datesNear() *rapid.Generator[calendar.Date] {
	return rapid.Map(rapid.IntRange(0, 1500), day("2022-11-15").AddDays)
}

func requireCode(t *testing.T, err error, path, code string) {
	t.Helper()
	require.ErrorIs(t, err, fault.ErrInvalid)
	for _, found := range fault.Of(err) {
		if found.Path == path && found.Code == code {
			return
		}
	}
	require.Failf(t, "no such problem", "%s at %q is not among: %v", code, path, err)
}

func TestNewDateRefusesDaysThatDoNotExist(t *testing.T) {
	for _, tc := range []struct {
		year  int
		month time.Month
		day   int
		code  string
	}{
		{2023, time.February, 29, "calendar.date.impossible"},
		{1900, time.February, 29, "calendar.date.impossible"},
		{2024, time.February, 30, "calendar.date.impossible"},
		{2024, time.April, 31, "calendar.date.impossible"},
		{2024, 0, 1, "calendar.date.impossible"},
		{2024, 13, 1, "calendar.date.impossible"},
		{2024, math.MaxInt, 1, "calendar.date.impossible"},
		{2024, time.May, 0, "calendar.date.impossible"},
		{2024, time.May, -1, "calendar.date.impossible"},
		{2024, time.May, math.MaxInt, "calendar.date.impossible"},
		{0, time.May, 1, "calendar.date.year"},
		{-1, time.May, 1, "calendar.date.year"},
		{10000, time.May, 1, "calendar.date.year"},
		{65536 + 2024, time.May, 1, "calendar.date.year"},
		{math.MinInt, time.May, 1, "calendar.date.year"},
	} {
		d, err := calendar.NewDate(tc.year, tc.month, tc.day)
		requireCode(t, err, "", tc.code)
		assert.True(t, d.IsZero())
	}
	for _, leap := range []int{2000, 2024, 1600} {
		d, err := calendar.NewDate(leap, time.February, 29)
		require.NoError(t, err)
		assert.Equal(t, 29, d.Day())
	}
}

func TestParseDateReadsOnlyTheOneForm(t *testing.T) {
	d, err := calendar.ParseDate("2024-09-30")
	require.NoError(t, err)
	assert.Equal(t, 2024, d.Year())
	assert.Equal(t, time.September, d.Month())
	assert.Equal(t, 30, d.Day())
	assert.Equal(t, time.Monday, d.Weekday())

	for _, s := range []string{
		"", " ", "2024", "2024-9-30", "2024/09/30", "2024_09-30", "2024-09_30", "30-09-2024", "2024-09-30 ", " 2024-09-3", "2024-09-30T00:00:00Z",
		"+024-09-30", "-024-09-30", "2024-+9-30", "２０２４-09-30", "2024-0a-30", "2024-09-3\x00", "二〇二四年", "\xff\xff\xff\xff-09-30",
	} {
		_, err := calendar.ParseDate(s)
		requireCode(t, err, "", "calendar.date.malformed")
	}
	_, err = calendar.ParseDate("2024-02-30")
	requireCode(t, err, "", "calendar.date.impossible")
	assert.Equal(t, "there is no 2024-02-30 in the calendar", fault.In(err, text.English))
	_, err = calendar.ParseDate("0000-01-01")
	requireCode(t, err, "", "calendar.date.year")
}

func TestParseDateRepeatsOnlyTheBeginningOfALongText(t *testing.T) {
	long := make([]byte, 1<<20)
	for i := range long {
		long[i] = "\xe5\xb9\xb4"[i%3]
	}
	_, err := calendar.ParseDate(string(long))
	requireCode(t, err, "", "calendar.date.malformed")
	assert.Less(t, len(fault.In(err, text.Chinese)), 400)
	assert.Contains(t, fault.In(err, text.Chinese), "年年…")
}

func TestMustDatePanicsOnWhatIsNoDate(t *testing.T) {
	assert.Panics(t, func() { calendar.MustDate("2024-02-30") })
	assert.Equal(t, "2024-02-29", calendar.MustDate("2024-02-29").String())
}

func TestDateIsWrittenInJSONAsOneString(t *testing.T) {
	type form struct {
		Due    calendar.Date                   `json:"due"`
		Closed calendar.Date                   `json:"closed,omitzero"`
		Days   map[calendar.Date]int           `json:"days,omitempty"`
		Pair   map[string]calendar.Date        `json:"pair,omitempty"`
		List   []calendar.Date                 `json:"list,omitempty"`
		Nested *struct{ Day calendar.Date }    `json:"nested,omitempty"`
		Others map[calendar.Date]calendar.Date `json:"others,omitempty"`
	}
	in := form{Due: day("2024-09-30"), Days: map[calendar.Date]int{day("0099-01-02"): 1}, List: []calendar.Date{{}, lastDay}}
	raw, err := json.Marshal(in)
	require.NoError(t, err)
	assert.JSONEq(t, `{"due":"2024-09-30","days":{"0099-01-02":1},"list":["","9999-12-31"]}`, string(raw))

	var out form
	require.NoError(t, json.Unmarshal(raw, &out))
	assert.Equal(t, in, out)

	raw, err = json.Marshal(form{})
	require.NoError(t, err)
	assert.JSONEq(t, `{"due":""}`, string(raw))

	for _, bad := range []string{`{"due":"2024-02-30"}`, `{"due":"soon"}`, `{"due":20240930}`, `{"due":{}}`} {
		require.Error(t, json.Unmarshal([]byte(bad), &out), bad)
	}
	require.ErrorIs(t, json.Unmarshal([]byte(`"2024-02-30"`), new(calendar.Date)), fault.ErrInvalid)
}

func TestRefusedTextLeavesTheDateAsItWas(t *testing.T) {
	d := day("2024-09-30")
	require.Error(t, d.UnmarshalText([]byte("2024-09-31")))
	assert.Equal(t, day("2024-09-30"), d)
	require.NoError(t, d.UnmarshalText(nil))
	assert.True(t, d.IsZero())
}

func TestDateIsSaidInBothLanguages(t *testing.T) {
	assert.Equal(t, "2024年9月30日", day("2024-09-30").In(text.Chinese))
	assert.Equal(t, "30 Sep 2024", day("2024-09-30").In(text.English))
	assert.Equal(t, "1 Jan 99", day("0099-01-01").In(""))
	assert.Equal(t, "31 Dec 2025", day("2025-12-31").In(text.English))
}

func TestTheZeroDateIsNoDateEverywhere(t *testing.T) {
	var none calendar.Date
	assert.True(t, none.IsZero())
	assert.Empty(t, none.String())
	assert.Empty(t, none.In(text.Chinese))
	assert.Equal(t, none, none.AddDays(1))
	assert.Equal(t, none, none.AddMonths(1))
	assert.Zero(t, none.DaysUntil(lastDay))
	assert.Zero(t, lastDay.DaysUntil(none))
	assert.True(t, none.Time().IsZero())
	assert.True(t, none.Before(firstDay))
	assert.Equal(t, time.Sunday, none.Weekday())
	assert.Equal(t, []int{0, 0, 0}, []int{none.Year(), int(none.Month()), none.Day()})
}

func TestDateOfTakesTheDayOfTheTimesOwnPlace(t *testing.T) {
	shanghai := time.FixedZone("UTC+8", 8*60*60)
	instant := time.Date(2024, time.September, 30, 23, 30, 0, 0, time.UTC)
	assert.Equal(t, day("2024-09-30"), calendar.DateOf(instant))
	assert.Equal(t, day("2024-10-01"), calendar.DateOf(instant.In(shanghai)))
	assert.True(t, calendar.DateOf(time.Time{}).IsZero())
	assert.True(t, calendar.DateOf(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)).IsZero())
	assert.True(t, calendar.DateOf(time.Date(0, 12, 31, 0, 0, 0, 0, time.UTC)).IsZero())
}

func TestAddMonthsStaysAtTheEndOfAShortMonth(t *testing.T) {
	for _, tc := range []struct {
		from   string
		months int
		want   string
	}{
		{"2024-01-31", 1, "2024-02-29"},
		{"2023-01-31", 1, "2023-02-28"},
		{"2024-01-31", 3, "2024-04-30"},
		{"2024-03-31", -1, "2024-02-29"},
		{"2024-02-29", 12, "2025-02-28"},
		{"2024-02-29", 48, "2028-02-29"},
		{"2024-02-29", -12, "2023-02-28"},
		{"2024-12-15", 1, "2025-01-15"},
		{"2024-01-15", -1, "2023-12-15"},
		{"2024-01-15", 0, "2024-01-15"},
		{"9999-12-01", 1, ""},
		{"0001-01-31", -1, ""},
		{"2024-01-01", math.MaxInt, ""},
		{"2024-01-01", math.MinInt, ""},
	} {
		assert.Equal(t, tc.want, day(tc.from).AddMonths(tc.months).String(), "%s %+d", tc.from, tc.months)
	}
}

func TestAddDaysEndsAtTheYears1And9999(t *testing.T) {
	assert.True(t, lastDay.AddDays(1).IsZero())
	assert.True(t, firstDay.AddDays(-1).IsZero())
	for _, n := range []int{math.MaxInt, math.MinInt, math.MaxInt32, math.MinInt32} {
		assert.True(t, day("2024-01-01").AddDays(n).IsZero())
	}
	assert.Equal(t, lastDay, firstDay.AddDays(allDays-1))
	assert.Equal(t, firstDay, lastDay.AddDays(1-allDays))
	assert.Equal(t, allDays-1, firstDay.DaysUntil(lastDay))
}

func TestPropertyAddDaysAndDaysUntilUndoEachOther(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := dates().Draw(t, "a"), dates().Draw(t, "b")
		n := a.DaysUntil(b)
		assert.Equal(t, b, a.AddDays(n))
		assert.Equal(t, a, b.AddDays(-n))
		assert.Equal(t, -n, b.DaysUntil(a))
		assert.Equal(t, n > 0, a.Before(b))
		assert.Equal(t, n < 0, a.After(b))
		assert.Equal(t, n == 0, a.Equal(b))
		assert.Equal(t, a.Compare(b), -b.Compare(a))
		assert.Equal(t, a.Time().Compare(b.Time()), a.Compare(b))
		assert.Equal(t, a.Compare(b) < 0, a.String() < b.String(), "text sorts as dates do")
	})
}

func TestPropertyDatesAgreeWithTime(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := dates().Draw(t, "d")
		n := rapid.IntRange(-allDays, allDays).Draw(t, "n")
		moved := d.AddDays(n)
		want := d.Time().AddDate(0, 0, n)
		if year := want.Year(); year < 1 || year > 9999 {
			assert.True(t, moved.IsZero())
			return
		}
		assert.Equal(t, want.Format(time.DateOnly), moved.String())
		assert.Equal(t, want.Weekday(), moved.Weekday())
		assert.True(t, want.Equal(moved.Time()))

		read, err := calendar.ParseDate(moved.String())
		require.NoError(t, err)
		assert.Equal(t, moved, read)
		made, err := calendar.NewDate(moved.Year(), moved.Month(), moved.Day())
		require.NoError(t, err)
		assert.Equal(t, moved, made)
		if moved != firstDay { // midnight of which is the zero time
			assert.Equal(t, moved, calendar.DateOf(want.Add(24*time.Hour-1)))
		}
	})
}

func TestPropertyAddMonthsKeepsTheDayOrTakesTheLast(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := dates().Draw(t, "d")
		n := rapid.IntRange(-130_000, 130_000).Draw(t, "n")
		moved := d.AddMonths(n)
		first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
		if first.Year() < 1 || first.Year() > 9999 {
			assert.True(t, moved.IsZero())
			return
		}
		assert.Equal(t, first.Year(), moved.Year())
		assert.Equal(t, first.Month(), moved.Month())
		if moved.Day() != d.Day() {
			assert.Less(t, moved.Day(), d.Day())
			assert.Equal(t, first.AddDate(0, 1, -1).Day(), moved.Day(), "the last day of its month")
		}
	})
}

func BenchmarkAddDays(b *testing.B) {
	d := day("2024-09-30")
	for b.Loop() {
		d.AddDays(17)
	}
}

func BenchmarkParseDate(b *testing.B) {
	for b.Loop() {
		_, _ = calendar.ParseDate("2024-09-30")
	}
}
