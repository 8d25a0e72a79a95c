package calendar_test

import (
	"encoding/json"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/text"
)

func texts(days []calendar.Date) []string {
	said := make([]string, len(days))
	for i, d := range days {
		said[i] = d.String()
	}
	return said
}

func TestDueExpandsACadence(t *testing.T) {
	for _, tc := range []struct {
		name    string
		cadence calendar.Cadence
		period  calendar.Period
		anchor  string
		want    []string
	}{
		{"Mondays", calendar.Weekly, calendar.Month(2024, time.September), "2024-09-02", []string{"2024-09-02", "2024-09-09", "2024-09-16", "2024-09-23", "2024-09-30"}},
		{"Mondays counted from long before", calendar.Weekly, calendar.Month(2024, time.September), "1999-01-04", []string{"2024-09-02", "2024-09-09", "2024-09-16", "2024-09-23", "2024-09-30"}},
		{"every second Monday", calendar.EveryTwoWeeks, calendar.Month(2024, time.September), "2024-08-26", []string{"2024-09-09", "2024-09-23"}},
		{"counted back from a later anchor", calendar.EveryTwoWeeks, calendar.Month(2024, time.September), "2024-10-07", []string{"2024-09-09", "2024-09-23"}},
		{"month ends", calendar.Monthly, calendar.Half(2023, 1), "2022-12-31", []string{"2023-01-31", "2023-02-28", "2023-03-31", "2023-04-30", "2023-05-31", "2023-06-30"}},
		{"month ends of a leap year", calendar.Monthly, calendar.Quarter(2024, 1), "2025-01-31", []string{"2024-01-31", "2024-02-29", "2024-03-31"}},
		{"the 30th stays the 30th", calendar.Monthly, calendar.Quarter(2023, 1), "2023-04-30", []string{"2023-01-30", "2023-02-28", "2023-03-30"}},
		{"quarters", calendar.Quarterly, calendar.Year(2024), "2023-11-30", []string{"2024-02-29", "2024-05-30", "2024-08-30", "2024-11-30"}},
		{"halves", calendar.HalfYearly, calendar.Year(2024), "2024-08-31", []string{"2024-02-29", "2024-08-31"}},
		{"years from a leap day", calendar.Yearly, span("2024-01-01", "2028-12-31"), "2024-02-29", []string{"2024-02-29", "2025-02-28", "2026-02-28", "2027-02-28", "2028-02-29"}},
		{"none due", calendar.Yearly, calendar.Half(2024, 1), "2020-07-01", []string{}},
		{"both ends belong to the period", calendar.Weekly, span("2024-09-02", "2024-09-09"), "2024-09-02", []string{"2024-09-02", "2024-09-09"}},
		{"the first days there are", calendar.Monthly, span("0001-01-01", "0001-03-01"), "2024-01-31", []string{"0001-01-31", "0001-02-28"}},
		{"the last days there are", calendar.Monthly, span("9999-11-01", "9999-12-31"), "2024-01-31", []string{"9999-11-30", "9999-12-31"}},
		{"the last weeks there are", calendar.Weekly, span("9999-12-20", "9999-12-31"), "9999-12-31", []string{"9999-12-24", "9999-12-31"}},
	} {
		due, err := calendar.Due(tc.cadence, tc.period, day(tc.anchor))
		require.NoError(t, err, tc.name)
		assert.Equal(t, tc.want, texts(due), tc.name)
	}
}

func TestDueRefusesEveryWrongArgumentAtOnce(t *testing.T) {
	_, err := calendar.Due("daily", calendar.Period{}, calendar.Date{})
	requireCode(t, err, "cadence", "calendar.cadence.unknown")
	requireCode(t, err, "period.from", "calendar.date.required")
	requireCode(t, err, "period.to", "calendar.date.required")
	requireCode(t, err, "anchor", "calendar.date.required")
	_, err = calendar.DueWorking("", calendar.Year(2024), day("2024-01-01"), calendar.China())
	requireCode(t, err, "cadence", "calendar.cadence.required")
	_, err = calendar.DueWorking(calendar.Yearly, calendar.Year(2024), day("2024-01-01"), nil)
	requireCode(t, err, "", "calendar.working.missing")
}

func TestDueWorkingMovesToTheNextWorkingDay(t *testing.T) {
	due, err := calendar.DueWorking(calendar.Monthly, calendar.Quarter(2024, 3), day("2024-01-31"), calendar.China())
	require.NoError(t, err)
	assert.Equal(t, []string{"2024-07-31", "2024-09-02", "2024-09-30"}, texts(due))

	due, err = calendar.DueWorking(calendar.Weekly, calendar.Month(2024, time.October), day("2024-10-01"), calendar.China())
	require.NoError(t, err)
	assert.Equal(t, []string{"2024-10-08", "2024-10-15", "2024-10-22", "2024-10-29"}, texts(due), "two that meet on October 8 are due once")

	due, err = calendar.DueWorking(calendar.Quarterly, calendar.Quarter(2024, 2), day("2024-06-30"), calendar.China())
	require.NoError(t, err)
	assert.Equal(t, []string{"2024-07-01"}, texts(due), "Sunday June 30 still belongs to its quarter")
}

func TestCadenceIsTextInJSONAndBothLanguages(t *testing.T) {
	raw, err := json.Marshal(calendar.Cadences())
	require.NoError(t, err)
	assert.JSONEq(t, `["weekly","everyTwoWeeks","monthly","quarterly","halfYearly","yearly"]`, string(raw))

	var en, zh []string
	for _, c := range calendar.Cadences() {
		require.NoError(t, c.Validate())
		en, zh = append(en, c.In(text.English)), append(zh, c.In(text.Chinese))
	}
	assert.Equal(t, []string{"weekly", "every two weeks", "monthly", "quarterly", "half-yearly", "yearly"}, en)
	assert.Equal(t, []string{"每周", "每两周", "每月", "每季度", "每半年", "每年"}, zh)
	assert.Equal(t, "daily", calendar.Cadence("daily").In(text.Chinese))
}

func TestPropertyAdjacentPeriodsShareOutTheDueDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(calendar.Cadences()).Draw(t, "cadence")
		p := periods(datesNear()).Draw(t, "period")
		anchor := dates().Draw(t, "anchor")
		whole, err := calendar.Due(c, p, anchor)
		require.NoError(t, err)
		assert.True(t, slices.IsSortedFunc(whole, calendar.Date.Compare))
		var parts []calendar.Date
		for _, part := range p.Split(rapid.SliceOfN(datesNear(), 0, 4).Draw(t, "cuts")...) {
			due, err := calendar.Due(c, part, anchor)
			require.NoError(t, err)
			parts = append(parts, due...)
		}
		assert.Equal(t, whole, parts)
	})
}

// The rhythm walked one step at a time from the anchor, against the one that is computed.
func TestPropertyDueIsTheRhythmWalkedFromTheAnchor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := rapid.SampledFrom(calendar.Cadences()).Draw(t, "cadence")
		p := periods(datesNear()).Draw(t, "period")
		anchor := datesNear().Draw(t, "anchor")
		at := func(i int) calendar.Date {
			switch c {
			case calendar.Weekly:
				return anchor.AddDays(7 * i)
			case calendar.EveryTwoWeeks:
				return anchor.AddDays(14 * i)
			case calendar.Monthly:
				return anchor.AddMonths(i)
			case calendar.Quarterly:
				return anchor.AddMonths(3 * i)
			case calendar.HalfYearly:
				return anchor.AddMonths(6 * i)
			case calendar.Yearly:
				return anchor.AddMonths(12 * i)
			}
			return calendar.Date{}
		}
		var want []calendar.Date
		for i := -300; i <= 300; i++ {
			if d := at(i); p.Contains(d) {
				want = append(want, d)
			}
		}
		due, err := calendar.Due(c, p, anchor)
		require.NoError(t, err)
		assert.Equal(t, want, due)
	})
}

func TestDueOverAllYearsIsBounded(t *testing.T) {
	due, err := calendar.Due(calendar.Weekly, calendar.Period{From: firstDay, To: lastDay}, day("2024-09-02"))
	require.NoError(t, err)
	assert.Len(t, due, (allDays+6)/7)
}
