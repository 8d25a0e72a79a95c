package calendar

import (
	"cmp"
	"fmt"
	"time"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// The years that a date can lie in.
const (
	firstYear = 1
	lastYear  = 9999
)

// No two dates are further apart than these; larger steps are refused before they
// can overflow.
const (
	maxDays   = (lastYear - firstYear + 1) * 366
	maxMonths = (lastYear - firstYear + 1) * 12
)

// A Date is a civil date in the years 1 to 9999, without clock or time zone. Dates are
// compared with == and serve as map keys; the zero Date is no date and lies before all
// others. In JSON and text a date is written "2024-09-30" and the zero Date "", which
// `omitzero` leaves out.
type Date struct {
	year  int16
	month uint8
	day   uint8
}

// NewDate is the date of a year, month and day. A day that the calendar does not have,
// such as February 30, is refused as [fault.Violations].
func NewDate(year int, month time.Month, day int) (Date, error) {
	var v fault.Violations
	if year < firstYear || year > lastYear {
		v.Add("", dateYear, "year", year)
		return Date{}, v
	}
	if month < time.January || month > time.December || day < 1 || day > daysIn(year, month) {
		v.Add("", dateImpossible, "date", fmt.Sprintf("%04d-%02d-%02d", year, int(month), day))
		return Date{}, v
	}
	return Date{int16(year), uint8(month), uint8(day)}, nil
}

// ParseDate reads a date written exactly like 2024-09-30; anything else is refused as
// [fault.Violations].
func ParseDate(s string) (Date, error) {
	var v fault.Violations
	if len(s) != len("2024-09-30") || s[4] != '-' || s[7] != '-' {
		v.Add("", dateMalformed, "text", text.Excerpt(s))
		return Date{}, v
	}
	var parts [3]int
	for i, digits := range []string{s[:4], s[5:7], s[8:]} {
		for _, c := range []byte(digits) {
			if c < '0' || c > '9' {
				v.Add("", dateMalformed, "text", text.Excerpt(s))
				return Date{}, v
			}
			parts[i] = parts[i]*10 + int(c-'0')
		}
	}
	return NewDate(parts[0], time.Month(parts[1]), parts[2])
}

// MustDate is [ParseDate] for a date written in the program itself, in a constant table
// or a test. It panics where ParseDate refuses, so it is never given an input.
func MustDate(s string) Date {
	d, err := ParseDate(s)
	if err != nil {
		panic(err)
	}
	return d
}

// DateOf is the date that t shows in its own location. The zero time, which is how Go
// says that there is no time, has the zero Date, as has a time outside the years 1 to 9999.
func DateOf(t time.Time) Date {
	if t.IsZero() {
		return Date{}
	}
	return civil(t)
}

// civil is the date of t, or the zero Date outside the years that a date can lie in.
func civil(t time.Time) Date {
	year, month, day := t.Date()
	if year < firstYear || year > lastYear {
		return Date{}
	}
	return Date{int16(year), uint8(month), uint8(day)}
}

// Year is the year, 1 to 9999; 0 for the zero Date.
func (d Date) Year() int { return int(d.year) }

// Month is the month, January to December; 0 for the zero Date.
func (d Date) Month() time.Month { return time.Month(d.month) }

// Day is the day of the month, 1 to 31; 0 for the zero Date.
func (d Date) Day() int { return int(d.day) }

// Weekday is the day of the week; the zero Date has none and gives Sunday.
func (d Date) Weekday() time.Weekday {
	if d.IsZero() {
		return time.Sunday
	}
	return d.Time().Weekday()
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// Compare is -1, 0 or +1 as d lies before, on or after o; the zero Date lies before all others.
func (d Date) Compare(o Date) int {
	return cmp.Or(cmp.Compare(d.year, o.year), cmp.Compare(d.month, o.month), cmp.Compare(d.day, o.day))
}

// Before reports whether d lies before o.
func (d Date) Before(o Date) bool { return d.Compare(o) < 0 }

// After reports whether d lies after o.
func (d Date) After(o Date) bool { return d.Compare(o) > 0 }

// Equal reports whether d and o are the same date, as == does.
func (d Date) Equal(o Date) bool { return d == o }

// AddDays is the date n days after d, before it when n is negative. It is the zero Date
// when d is, and when the result lies outside the years 1 to 9999.
func (d Date) AddDays(n int) Date {
	if d.IsZero() || n > maxDays || n < -maxDays {
		return Date{}
	}
	return civil(time.Date(d.Year(), d.Month(), d.Day()+n, 0, 0, 0, 0, time.UTC))
}

// AddMonths is the same day n months after d, before it when n is negative. Where that
// month is too short it is the month's last day: one month after January 31 is February
// 28 or 29. It is the zero Date when d is, and when the result lies outside the years 1 to 9999.
func (d Date) AddMonths(n int) Date {
	if d.IsZero() || n > maxMonths || n < -maxMonths {
		return Date{}
	}
	year, month, ok := monthAt(monthIndex(d.Year(), d.Month()) + n)
	if !ok {
		return Date{}
	}
	return Date{int16(year), uint8(month), uint8(min(d.Day(), daysIn(year, month)))}
}

// DaysUntil is how many days o lies after d, negative when it lies before, so that
// d.AddDays(d.DaysUntil(o)) is o. It is 0 when either is the zero Date.
func (d Date) DaysUntil(o Date) int {
	if d.IsZero() || o.IsZero() {
		return 0
	}
	// Not Time.Sub: a time.Duration ends at 292 years.
	const secondsPerDay = 24 * 60 * 60
	return int((o.Time().Unix() - d.Time().Unix()) / secondsPerDay)
}

// Time is midnight at the start of d, in UTC; the zero time for the zero Date.
func (d Date) Time() time.Time {
	if d.IsZero() {
		return time.Time{}
	}
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

// String is the date as 2024-09-30, empty for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.year, d.month, d.day)
}

// In is the date as a person writes it, 30 Sep 2024 or 2024年9月30日; empty for the zero Date.
func (d Date) In(l text.Lang) string {
	if d.IsZero() {
		return ""
	}
	return dateSaid.With("year", d.year, "month", months[d.month-1], "day", d.day).In(l)
}

// MarshalText writes d as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes: a date as [ParseDate] does, or nothing
// for the zero Date.
func (d *Date) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Date{}
		return nil
	}
	parsed, err := ParseDate(string(b))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// daysIn is how many days a month has.
func daysIn(year int, month time.Month) int {
	return time.Date(year, month+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// monthIndex numbers the months from January of year 0, so that they can be counted with.
func monthIndex(year int, month time.Month) int { return year*12 + int(month) - 1 }

// monthAt is the month with that number; ok is false outside the years that a date can lie in.
func monthAt(index int) (year int, month time.Month, ok bool) {
	if index < firstYear*12 || index >= (lastYear+1)*12 {
		return 0, 0, false
	}
	return index / 12, time.Month(index%12 + 1), true
}
