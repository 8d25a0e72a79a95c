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
	"github.com/meritkit/meritkit/text"
)

func span(from, to string) calendar.Period {
	return calendar.Period{From: day(from), To: day(to)}
}

func periods(of *rapid.Generator[calendar.Date]) *rapid.Generator[calendar.Period] {
	return rapid.Custom(func(t *rapid.T) calendar.Period {
		a, b := of.Draw(t, "a"), of.Draw(t, "b")
		if b.Before(a) {
			a, b = b, a
		}
		return calendar.Period{From: a, To: b}
	})
}

func TestPeriodRefusesMissingAndReversedEnds(t *testing.T) {
	p, err := calendar.NewPeriod(calendar.Date{}, calendar.Date{})
	requireCode(t, err, "from", "calendar.date.required")
	requireCode(t, err, "to", "calendar.date.required")
	assert.True(t, p.IsZero())

	_, err = calendar.NewPeriod(day("2024-09-30"), calendar.Date{})
	requireCode(t, err, "to", "calendar.date.required")

	p, err = calendar.NewPeriod(day("2024-09-30"), day("2024-09-29"))
	requireCode(t, err, "to", "calendar.period.order")
	assert.True(t, p.IsZero())

	p, err = calendar.NewPeriod(day("2024-09-30"), day("2024-09-30"))
	require.NoError(t, err)
	assert.Equal(t, 1, p.Days())
}

func TestNamedPeriodsHaveTheirDays(t *testing.T) {
	april := calendar.FiscalYear{Start: time.April}
	february := calendar.FiscalYear{Start: time.February}
	for _, tc := range []struct {
		name string
		got  calendar.Period
		want string
		days int
	}{
		{"leap February", calendar.Month(2024, time.February), "2024-02-01..2024-02-29", 29},
		{"December", calendar.Month(2023, time.December), "2023-12-01..2023-12-31", 31},
		{"first quarter", calendar.Quarter(2024, 1), "2024-01-01..2024-03-31", 91},
		{"fourth quarter", calendar.Quarter(2024, 4), "2024-10-01..2024-12-31", 92},
		{"first half", calendar.Half(2023, 1), "2023-01-01..2023-06-30", 181},
		{"second half", calendar.Half(2023, 2), "2023-07-01..2023-12-31", 184},
		{"year", calendar.Year(2024), "2024-01-01..2024-12-31", 366},
		{"last year", calendar.Year(9999), "9999-01-01..9999-12-31", 365},
		{"fiscal year", april.Year(2024), "2024-04-01..2025-03-31", 365},
		{"fiscal half", april.Half(2024, 2), "2024-10-01..2025-03-31", 182},
		{"fiscal quarter", april.Quarter(2024, 4), "2025-01-01..2025-03-31", 90},
		{"fiscal quarter across the year", february.Quarter(2023, 4), "2023-11-01..2024-01-31", 92},
		{"fiscal quarter ending in February", calendar.FiscalYear{Start: time.December}.Quarter(2023, 1), "2023-12-01..2024-02-29", 91},
	} {
		assert.Equal(t, tc.want, tc.got.String(), tc.name)
		assert.Equal(t, tc.days, tc.got.Days(), tc.name)
		require.NoError(t, tc.got.Validate(), tc.name)
	}
}

func TestPeriodsThatDoNotExistAreTheZeroPeriod(t *testing.T) {
	for name, p := range map[string]calendar.Period{
		"month 0":             calendar.Month(2024, 0),
		"month 13":            calendar.Month(2024, 13),
		"year 0":              calendar.Year(0),
		"year 10000":          calendar.Year(10000),
		"largest year":        calendar.Year(math.MaxInt),
		"month of year -1":    calendar.Month(-1, time.May),
		"quarter 0":           calendar.Quarter(2024, 0),
		"quarter 5":           calendar.Quarter(2024, 5),
		"largest quarter":     calendar.Quarter(2024, math.MaxInt),
		"half 3":              calendar.Half(2024, 3),
		"half -1":             calendar.Half(2024, -1),
		"fiscal year 9999":    calendar.FiscalYear{Start: time.April}.Year(9999),
		"fiscal start 13":     calendar.FiscalYear{Start: 13}.Year(2024),
		"fiscal start -1":     calendar.FiscalYear{Start: -1}.Quarter(2024, 1),
		"after the last one":  calendar.Month(9999, time.December).Next(),
		"after the last day":  calendar.Period{From: lastDay, To: lastDay}.Next(),
		"after a broken one":  calendar.Period{From: lastDay}.Next(),
		"after a long run":    calendar.Period{From: day("2024-01-02"), To: lastDay}.Next(),
		"half of a long run":  calendar.Period{From: firstDay, To: day("6000-12-31")}.Next(),
		"after no period":     calendar.Period{}.Next(),
		"after a reversed":    span("2024-02-01", "2024-01-31").Next(),
		"9999 has no 13th":    calendar.FiscalYear{Start: time.December}.Quarter(9999, 1),
		"largest fiscal year": calendar.FiscalYear{Start: time.April}.Half(math.MaxInt, 2),
	} {
		assert.True(t, p.IsZero(), "%s: %v", name, p)
		require.Error(t, p.Validate())
	}
	requireCode(t, calendar.FiscalYear{Start: 13}.Validate(), "start", "calendar.fiscal.start")
	require.NoError(t, calendar.FiscalYear{}.Validate())
}

func TestPeriodIsSaidByItsName(t *testing.T) {
	for _, tc := range []struct {
		p      calendar.Period
		en, zh string
	}{
		{calendar.Quarter(2024, 3), "2024 Q3", "2024年第三季度"},
		{calendar.Quarter(2024, 1), "2024 Q1", "2024年第一季度"},
		{calendar.Month(2024, time.September), "Sep 2024", "2024年9月"},
		{calendar.Half(2024, 1), "2024 H1", "2024年上半年"},
		{calendar.Half(2024, 2), "2024 H2", "2024年下半年"},
		{calendar.Year(2024), "2024", "2024年"},
		{calendar.FiscalYear{Start: time.April}.Year(2024), "1 Apr 2024 to 31 Mar 2025", "2024年4月1日至2025年3月31日"},
		{calendar.FiscalYear{Start: time.February}.Quarter(2024, 1), "1 Feb 2024 to 30 Apr 2024", "2024年2月1日至2024年4月30日"},
		{calendar.FiscalYear{Start: time.April}.Half(2024, 1), "1 Apr 2024 to 30 Sep 2024", "2024年4月1日至2024年9月30日"},
		{span("2024-07-01", "2024-09-29"), "1 Jul 2024 to 29 Sep 2024", "2024年7月1日至2024年9月29日"},
		{span("2024-07-02", "2024-09-30"), "2 Jul 2024 to 30 Sep 2024", "2024年7月2日至2024年9月30日"},
		{span("2024-07-02", "2024-07-02"), "2 Jul 2024", "2024年7月2日"},
		{calendar.Period{}, "", ""},
	} {
		assert.Equal(t, tc.en, tc.p.In(text.English))
		assert.Equal(t, tc.zh, tc.p.In(text.Chinese))
	}
	assert.NotPanics(t, func() { _ = calendar.Period{To: lastDay}.In(text.Chinese) })
	assert.Empty(t, calendar.Period{}.String())
}

func TestNextPeriodIsOfTheSameKind(t *testing.T) {
	for _, tc := range []struct {
		p    calendar.Period
		want string
	}{
		{calendar.Month(2024, time.January), "2024-02-01..2024-02-29"},
		{calendar.Month(2024, time.December), "2025-01-01..2025-01-31"},
		{calendar.Quarter(2024, 4), "2025-01-01..2025-03-31"},
		{calendar.Half(2024, 1), "2024-07-01..2024-12-31"},
		{calendar.Year(2023), "2024-01-01..2024-12-31"},
		{calendar.FiscalYear{Start: time.April}.Year(2024), "2025-04-01..2026-03-31"},
		{span("2024-01-01", "2024-02-29"), "2024-03-01..2024-04-30"},
		{span("2024-01-01", "2024-01-14"), "2024-01-15..2024-01-28"},
		{span("2024-01-15", "2024-02-14"), "2024-02-15..2024-03-16"},
		{span("2024-02-29", "2024-02-29"), "2024-03-01..2024-03-01"},
	} {
		assert.Equal(t, tc.want, tc.p.Next().String(), "after %v", tc.p)
	}
	assert.Equal(t, calendar.Month(9999, time.December), calendar.Month(9999, time.November).Next())
}

func TestSplitTakesEachCutAsTheFirstDayOfAPart(t *testing.T) {
	q := calendar.Quarter(2024, 3)
	assert.Equal(t, []calendar.Period{q}, q.Split())
	assert.Equal(t,
		[]calendar.Period{span("2024-07-01", "2024-07-31"), span("2024-08-01", "2024-09-29"), span("2024-09-30", "2024-09-30")},
		q.Split(day("2024-09-30"), day("2024-08-01"), day("2024-08-01"), q.From, q.To.AddDays(1), firstDay, lastDay, calendar.Date{}))
	assert.Nil(t, calendar.Period{}.Split(day("2024-08-01")))
	assert.Nil(t, span("2024-08-02", "2024-08-01").Split(day("2024-08-01")))
}

func TestSplitLeavesTheCallersCutsAlone(t *testing.T) {
	cuts := []calendar.Date{day("2024-09-01"), day("2024-08-01")}
	calendar.Quarter(2024, 3).Split(cuts...)
	assert.Equal(t, []calendar.Date{day("2024-09-01"), day("2024-08-01")}, cuts)
}

func TestOverlapIsTheSharedDays(t *testing.T) {
	shared, ok := calendar.Half(2024, 2).Overlap(span("2024-05-01", "2024-07-01"))
	assert.True(t, ok)
	assert.Equal(t, span("2024-07-01", "2024-07-01"), shared)

	for _, o := range []calendar.Period{calendar.Half(2024, 1), {}, span("2024-09-02", "2024-09-01")} {
		shared, ok = calendar.Half(2024, 2).Overlap(o)
		assert.False(t, ok)
		assert.True(t, shared.IsZero())
	}
}

func TestABrokenPeriodHasNoDays(t *testing.T) {
	for _, p := range []calendar.Period{{}, {From: firstDay}, {To: firstDay}, span("2024-01-02", "2024-01-01")} {
		assert.Zero(t, p.Days())
		assert.False(t, p.Contains(firstDay))
		assert.False(t, p.Contains(calendar.Date{}))
	}
	assert.False(t, calendar.Year(1).Contains(calendar.Date{}))
}

func TestPeriodIsWrittenInJSONWithBothDays(t *testing.T) {
	type form struct {
		Period calendar.Period     `json:"period"`
		Other  calendar.Period     `json:"other,omitzero"`
		Fiscal calendar.FiscalYear `json:"fiscal"`
	}
	in := form{Period: calendar.Quarter(2024, 3), Fiscal: calendar.FiscalYear{Start: time.April}}
	raw, err := json.Marshal(in)
	require.NoError(t, err)
	assert.JSONEq(t, `{"period":{"from":"2024-07-01","to":"2024-09-30"},"fiscal":{"start":4}}`, string(raw))
	var out form
	require.NoError(t, json.Unmarshal(raw, &out))
	assert.Equal(t, in, out)
}

func TestPropertySplitIsAPartition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := periods(dates()).Draw(t, "period")
		cuts := rapid.SliceOfN(dates(), 0, 8).Draw(t, "cuts")
		parts := p.Split(cuts...)
		sum := 0
		for i, part := range parts {
			require.NoError(t, part.Validate())
			sum += part.Days()
			if i > 0 {
				assert.Equal(t, parts[i-1].To.AddDays(1), part.From)
				assert.Contains(t, cuts, part.From)
			}
		}
		assert.Equal(t, p.From, parts[0].From)
		assert.Equal(t, p.To, parts[len(parts)-1].To)
		assert.Equal(t, p.Days(), sum)
		for _, cut := range cuts {
			if cut != p.From && p.Contains(cut) {
				assert.Condition(t, func() bool {
					for _, part := range parts {
						if part.From == cut {
							return true
						}
					}
					return false
				}, "%v begins a part", cut)
			}
		}
	})
}

func TestPropertyOverlapIsWhatBothContain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o := periods(datesNear()).Draw(t, "p"), periods(datesNear()).Draw(t, "o")
		d := datesNear().Draw(t, "d")
		shared, ok := p.Overlap(o)
		mirrored, okMirrored := o.Overlap(p)
		assert.Equal(t, shared, mirrored)
		assert.Equal(t, ok, okMirrored)
		assert.Equal(t, p.Contains(d) && o.Contains(d), ok && shared.Contains(d))
		assert.Equal(t, ok, shared.Days() > 0)
	})
}

func TestPropertyNextFollowsWithoutAGap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := periods(dates()).Draw(t, "period")
		if rapid.Bool().Draw(t, "whole months") {
			p.From = calendar.Month(p.From.Year(), p.From.Month()).From
			p.To = calendar.Month(p.To.Year(), p.To.Month()).To
		}
		next := p.Next()
		if next.IsZero() {
			assert.Greater(t, p.Days(), p.To.DaysUntil(lastDay)-62, "there was room for it")
			return
		}
		require.NoError(t, next.Validate())
		assert.Equal(t, p.To.AddDays(1), next.From)
		if p.From.Day() == 1 && next.From.Day() == 1 {
			assert.Equal(t, 1, next.To.AddDays(1).Day()|boolInt(next.To == lastDay), "whole months follow whole months")
		} else {
			assert.Equal(t, p.Days(), next.Days())
		}
	})
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}
