package calendar_test

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
)

func FuzzParseDate(f *testing.F) {
	for _, s := range []string{"2024-09-30", "2024-02-30", "0000-01-01", "9999-12-31", "", "2024-9-30", "+024-09-30", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := calendar.ParseDate(s)
		// time.Parse reads the same form, and year 0 besides.
		want, wantErr := time.Parse(time.DateOnly, s)
		if err != nil {
			require.ErrorIs(t, err, fault.ErrInvalid)
			assert.True(t, d.IsZero())
			assert.True(t, wantErr != nil || want.Year() == 0, "%q is a date", s)
			return
		}
		require.NoError(t, wantErr)
		assert.Equal(t, s, d.String())
		assert.True(t, want.Equal(d.Time()))
	})
}

func FuzzJSON(f *testing.F) {
	for _, s := range []string{
		`{"day":"2024-09-30","period":{"from":"2024-07-01","to":"2024-09-30"},"share":{"days":151,"of":214}}`,
		`{"holidays":{"years":[2024],"weekend":[6,0],"off":["2024-10-01"],"makeUp":["2024-10-12"]}}`,
		`{"company":{"off":["2024-10-01"],"worked":["2024-10-12"]},"cadence":"everyTwoWeeks","fiscal":{"start":4}}`,
		`{"period":{"from":"2024-07-01","to":""},"cadence":"每周","fiscal":{"start":-4},"share":{"days":1,"of":-9223372036854775808}}`,
	} {
		f.Add([]byte(s))
	}
	type form struct {
		Day      calendar.Date        `json:"day"`
		Period   calendar.Period      `json:"period"`
		Share    calendar.Share       `json:"share"`
		Holidays calendar.Holidays    `json:"holidays"`
		Company  calendar.CompanyDays `json:"company"`
		Cadence  calendar.Cadence     `json:"cadence"`
		Fiscal   calendar.FiscalYear  `json:"fiscal"`
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		var in form
		if json.Unmarshal(raw, &in) != nil {
			return
		}
		again, err := json.Marshal(in)
		require.NoError(t, err)
		var out form
		require.NoError(t, json.Unmarshal(again, &out))
		assert.Equal(t, in.Day, out.Day)
		assert.Equal(t, in.Period, out.Period)
		assert.Equal(t, in.Share, out.Share)

		// Whatever was read, nothing panics, and what is valid works.
		_, _ = in.Day.In("zh"), in.Period.In("zh")
		_ = in.Share.Apply(figure("120.50"), 2)
		_ = in.Share.Rat()
		_, _ = calendar.Prorate(in.Period, in.Fiscal.Year(2024))
		assert.Equal(t, in.Period.Validate() == nil, in.Period.Days() > 0)
		if !in.Period.Next().IsZero() {
			require.NoError(t, in.Period.Next().Validate())
		}
		var w calendar.Working = calendar.Weekends{}
		if made, err := in.Holidays.Working(); err == nil {
			w = made
		}
		if made, err := calendar.Company(w, in.Company); err == nil {
			w = made
		}
		if _, err := calendar.AddWorkingDays(w, in.Day, in.Share.Days%1000); err != nil {
			require.ErrorIs(t, err, fault.ErrInvalid)
		}
		if _, err := calendar.DueWorking(in.Cadence, in.Period, in.Day, w); err != nil {
			require.ErrorIs(t, err, fault.ErrInvalid)
		}
	})
}
