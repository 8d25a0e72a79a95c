package calendar

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestChinaTableIsValid(t *testing.T) {
	require.NoError(t, chinaHolidays().Validate())
	assert.Equal(t, []int{2023, 2024, 2025, 2026}, chinaHolidays().Years)
}

// The notices as they are worded, first and last day, beside the table's first day and
// number of days.
func TestChinaHasTheHolidaysOfTheNotices(t *testing.T) {
	for year, notice := range map[int]struct{ off, makeUp []string }{
		2023: {
			off:    []string{"01-01", "01-02", "01-21", "01-27", "04-05", "04-05", "04-29", "05-03", "06-22", "06-24", "09-29", "10-06"},
			makeUp: []string{"01-28", "01-29", "04-23", "05-06", "06-25", "10-07", "10-08"},
		},
		2024: {
			off: []string{
				"01-01", "01-01", "02-10", "02-17", "04-04", "04-06", "05-01", "05-05", "06-10", "06-10", "09-15", "09-17", "10-01", "10-07",
			},
			makeUp: []string{"02-04", "02-18", "04-07", "04-28", "05-11", "09-14", "09-29", "10-12"},
		},
		2025: {
			off:    []string{"01-01", "01-01", "01-28", "02-04", "04-04", "04-06", "05-01", "05-05", "05-31", "06-02", "10-01", "10-08"},
			makeUp: []string{"01-26", "02-08", "04-27", "09-28", "10-11"},
		},
		2026: {
			off: []string{
				"01-01", "01-03", "02-15", "02-23", "04-04", "04-06", "05-01", "05-05", "06-19", "06-21", "09-25", "09-27", "10-01", "10-07",
			},
			makeUp: []string{"01-04", "02-14", "02-28", "05-09", "09-20", "10-10"},
		},
	} {
		prefix := time.Date(year, 1, 1, 0, 0, 0, 0, time.UTC).Format("2006-")
		listed := map[Date]bool{}
		for i := 0; i < len(notice.off); i += 2 {
			run := Period{From: MustDate(prefix + notice.off[i]), To: MustDate(prefix + notice.off[i+1])}
			require.NoError(t, run.Validate())
			for j := range run.Days() {
				listed[run.From.AddDays(j)] = false
			}
		}
		for _, s := range notice.makeUp {
			listed[MustDate(prefix+s)] = true
		}
		whole := Year(year)
		for i := range whole.Days() {
			d := whole.From.AddDays(i)
			want, special := listed[d]
			if !special {
				want = d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
			}
			got, err := China().IsWorking(d)
			require.NoError(t, err)
			assert.Equal(t, want, got, "%v, a %v", d, d.Weekday())
		}
	}
}

// A make-up day is exchanged for a weekday off, so what remains of the Mondays to
// Fridays is short of the statutory holidays alone: 11 days a year until 2024, 13 since
// 2025 (全国年节及纪念日放假办法, as revised in November 2024).
func TestChinaHasTheWorkingDaysOfTheLaw(t *testing.T) {
	for year, want := range map[int]struct{ off, makeUp, statutory, worked int }{
		2023: {off: 26, makeUp: 7, statutory: 11, worked: 249},
		2024: {off: 28, makeUp: 8, statutory: 11, worked: 251},
		2025: {off: 28, makeUp: 5, statutory: 13, worked: 248},
		2026: {off: 33, makeUp: 6, statutory: 13, worked: 248},
	} {
		var off, makeUp int
		for _, d := range chinaHolidays().Off {
			if d.Year() == year {
				off++
			}
		}
		for _, d := range chinaHolidays().MakeUp {
			if d.Year() == year {
				makeUp++
			}
		}
		assert.Equal(t, want.off, off, "days off in %d", year)
		assert.Equal(t, want.makeUp, makeUp, "make-up days in %d", year)

		worked, err := WorkingDays(China(), Year(year))
		require.NoError(t, err)
		assert.Equal(t, want.worked, worked, "working days in %d", year)
		weekdays, err := WorkingDays(Weekends{}, Year(year))
		require.NoError(t, err)
		assert.Equal(t, want.statutory, weekdays-worked, "statutory holidays in %d", year)
	}
}

// The statutory days themselves are off in every year, wherever they fall.
func TestChinaIsOffOnTheStatutoryDays(t *testing.T) {
	for _, s := range []string{
		"2023-01-01", "2024-01-01", "2025-01-01", "2026-01-01", // 元旦
		"2023-01-22", "2023-01-24", "2024-02-10", "2024-02-12", "2025-01-29", "2025-01-31", "2026-02-17", "2026-02-19", // 初一, 初三
		"2025-01-28", "2026-02-16", // 除夕, since 2025
		"2023-04-05", "2024-04-04", "2025-04-04", "2026-04-05", // 清明
		"2023-05-01", "2024-05-01", "2025-05-01", "2025-05-02", "2026-05-01", "2026-05-02", // 劳动节
		"2023-06-22", "2024-06-10", "2025-05-31", "2026-06-19", // 端午
		"2023-09-29", "2024-09-17", "2025-10-06", "2026-09-25", // 中秋
		"2023-10-01", "2023-10-03", "2024-10-01", "2024-10-03", "2025-10-01", "2025-10-03", "2026-10-01", "2026-10-03", // 国庆节
	} {
		worked, err := China().IsWorking(MustDate(s))
		require.NoError(t, err)
		assert.False(t, worked, s)
	}
	eve, err := China().IsWorking(MustDate("2024-02-09"))
	require.NoError(t, err)
	assert.True(t, eve, "the eve of 2024 was only recommended to be given off")
}
