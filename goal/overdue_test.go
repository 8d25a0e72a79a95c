package goal_test

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
)

func TestOverdueListsWhatIsStillOwed(t *testing.T) {
	on := func(days ...string) []goal.CheckIn {
		var all []goal.CheckIn
		for _, d := range days {
			all = append(all, goal.CheckIn{On: day(d)})
		}
		return all
	}
	for name, c := range map[string]struct {
		done  []goal.CheckIn
		today string
		want  []string
	}{
		"nothing due yet":            {nil, "2024-07-06", nil},
		"due today is not overdue":   {nil, "2024-07-07", nil},
		"the day after":              {nil, "2024-07-08", []string{"2024-07-07"}},
		"three weeks gone by":        {nil, "2024-07-22", []string{"2024-07-07", "2024-07-14", "2024-07-21"}},
		"done in time":               {on("2024-07-05"), "2024-07-10", nil},
		"done late settles it":       {on("2024-07-20"), "2024-07-21", nil},
		"and is owed the week after": {on("2024-07-07"), "2024-07-16", []string{"2024-07-14"}},
		"order does not matter":      {on("2024-07-20", "2024-07-02"), "2024-07-21", nil},
		"of another period":          {on("2024-06-20", "2024-10-20"), "2024-07-08", []string{"2024-07-07"}},
	} {
		t.Run(name, func(t *testing.T) {
			owed, err := goal.Rhythm{Cadence: calendar.Weekly}.Overdue(q3, nil, c.done, day(c.today))
			require.NoError(t, err)
			var said []string
			for _, d := range owed {
				said = append(said, d.String())
			}
			assert.Equal(t, c.want, said)
		})
	}
	_, err := goal.Rhythm{Cadence: "daily"}.Overdue(q3, nil, nil, q3.To)
	require.ErrorIs(t, err, fault.ErrInvalid)
}

// A check-in today settles everything, and the later today is, the more is owed.
func TestOverdueIsMonotone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := goal.Rhythm{Cadence: rapid.SampledFrom(calendar.Cadences()).Draw(t, "cadence"), Grace: rapid.IntRange(0, 20).Draw(t, "grace")}
		p := calendar.Year(2024)
		today := p.From.AddDays(rapid.IntRange(0, 365).Draw(t, "today"))
		done := []goal.CheckIn{{On: p.From.AddDays(rapid.IntRange(0, 365).Draw(t, "done"))}}
		owed, err := r.Overdue(p, nil, done, today)
		require.NoError(t, err)
		more, err := r.Overdue(p, nil, done, today.AddDays(1))
		require.NoError(t, err)
		assert.True(t, slices.Equal(owed, more[:len(owed)]), "%v is not the beginning of %v", owed, more)
		none, err := r.Overdue(p, nil, []goal.CheckIn{{On: today}}, today)
		require.NoError(t, err)
		assert.Empty(t, none)
	})
}

func TestRhythmKeepsToWorkingDaysAndGivesGrace(t *testing.T) {
	q4 := calendar.Quarter(2024, 4) // begins with the seven days of National Day
	weekly := goal.Rhythm{Cadence: calendar.Weekly, Days: goal.DueWorking, Grace: 2}
	due, err := weekly.Due(q4, calendar.China())
	require.NoError(t, err)
	assert.Equal(t, day("2024-10-08"), due[0], "Monday the 7th is a holiday")
	for today, want := range map[string]int{
		"2024-10-08": 0, // due
		"2024-10-10": 0, // the second working day of grace
		"2024-10-11": 1,
		"2024-10-16": 1, // due on the 14th, two working days of grace
		"2024-10-17": 2,
	} {
		owed, err := weekly.Overdue(q4, calendar.China(), nil, day(today))
		require.NoError(t, err)
		assert.Len(t, owed, want, today)
	}
	kind := goal.Rhythm{Cadence: calendar.Weekly, Grace: 3}
	for today, want := range map[string]int{"2024-07-08": 0, "2024-07-10": 0, "2024-07-11": 1, "2024-07-17": 1, "2024-07-18": 2} {
		owed, err := kind.Overdue(q3, nil, nil, day(today))
		require.NoError(t, err)
		assert.Len(t, owed, want, "%s: due on Sundays, three days of grace", today)
	}
	for name, r := range map[string]goal.Rhythm{
		"no cadence": {}, "negative grace": {Cadence: calendar.Weekly, Grace: -1}, "grace without end": {Cadence: calendar.Weekly, Grace: 400},
		"days unheard of": {Cadence: calendar.Weekly, Days: "odd"},
	} {
		require.ErrorIs(t, r.Validate(), fault.ErrInvalid, name)
		_, err := r.Overdue(q4, nil, nil, q4.To)
		require.ErrorIs(t, err, fault.ErrInvalid, name)
	}
	_, err = weekly.Overdue(calendar.Quarter(2030, 4), calendar.China(), nil, day("2030-12-31"))
	require.ErrorIs(t, err, fault.ErrInvalid, "a calendar that does not know the year says so")
}
