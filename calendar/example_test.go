package calendar_test

import (
	"errors"
	"fmt"
	"time"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// Someone joins on August 1 and is measured until year's end; the goal was set for June on.
func ExampleProrate() {
	whole := calendar.Period{From: calendar.MustDate("2024-06-01"), To: calendar.MustDate("2024-12-31")}
	served, _ := whole.Overlap(calendar.Period{From: calendar.MustDate("2024-08-01"), To: calendar.MustDate("2025-07-31")})
	share, err := calendar.Prorate(served, whole)
	fmt.Println(share, share.Apply(decimal.NewFromInt(120), 2), err)

	_, err = calendar.Prorate(calendar.Year(2024), calendar.Quarter(2024, 3))
	fmt.Println(fault.In(err, text.English))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// 153/214 85.79 <nil>
	// part: 2024 does not lie within 2024 Q3
	// part: 2024年 不在 2024年第三季度 之内
}

// An appeal filed on Sunday 2024-09-29, which is worked in exchange for a day of the
// National Day holiday, is to be answered within three working days.
func ExampleAddWorkingDays() {
	filed := calendar.MustDate("2024-09-29")
	due, err := calendar.AddWorkingDays(calendar.China(), filed, 3)
	fmt.Println(due, err)

	due, _ = calendar.AddWorkingDays(calendar.Weekends{}, filed, 3)
	fmt.Println(due, "if there were no holidays")

	_, err = calendar.AddWorkingDays(calendar.China(), calendar.MustDate("2026-12-31"), 3)
	fmt.Println(errors.Is(err, fault.ErrInvalid), err)
	// Output:
	// 2024-10-09 <nil>
	// 2024-10-02 if there were no holidays
	// true whether 1 Jan 2027 is a working day is not known; the calendar covers 2023–2026
}

func ExampleCompany() {
	w, err := calendar.Company(calendar.China(), calendar.CompanyDays{
		Off:    []calendar.Date{calendar.MustDate("2024-12-24")},
		Worked: []calendar.Date{calendar.MustDate("2024-12-28")},
	})
	fmt.Println(err)
	fmt.Println(w.IsWorking(calendar.MustDate("2024-12-24")))
	fmt.Println(w.IsWorking(calendar.MustDate("2024-12-28")))
	// Output:
	// <nil>
	// false <nil>
	// true <nil>
}

// Another country's calendar is data, which usually comes as JSON.
func ExampleHolidays() {
	h := calendar.Holidays{
		Years: []int{2025},
		Off:   []calendar.Date{calendar.MustDate("2025-07-14"), calendar.MustDate("2025-12-25")},
	}
	w, err := h.Working()
	fmt.Println(err)
	n, err := calendar.WorkingDays(w, calendar.Month(2025, time.July))
	fmt.Println(n, err)

	h.MakeUp = []calendar.Date{calendar.MustDate("2025-07-15")}
	fmt.Println(h.Validate())
	// Output:
	// <nil>
	// 22 <nil>
	// makeUp[0]: 15 Jul 2025 is worked anyway, so it makes up for nothing
}

// A monthly review at the end of each month, and the same moved off weekends and holidays.
func ExampleDue() {
	quarter := calendar.Quarter(2024, 1)
	anchor := calendar.MustDate("2024-01-31")
	due, err := calendar.Due(calendar.Monthly, quarter, anchor)
	fmt.Println(due, err)
	due, err = calendar.DueWorking(calendar.Monthly, quarter, anchor, calendar.China())
	fmt.Println(due, err)
	_, err = calendar.Due("daily", quarter, anchor)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// [2024-01-31 2024-02-29 2024-03-31] <nil>
	// [2024-01-31 2024-02-29 2024-04-01] <nil>
	// cadence: "daily" is no cadence; use one of weekly, everyTwoWeeks, monthly, quarterly, halfYearly, yearly
}

func ExampleParseDate() {
	d, err := calendar.ParseDate("2024-09-30")
	fmt.Println(d.In(text.English), d.In(text.Chinese), err)
	_, err = calendar.ParseDate("30.9.2024")
	fmt.Println(err)
	_, err = calendar.ParseDate("2024-09-31")
	fmt.Println(err)
	// Output:
	// 30 Sep 2024 2024年9月30日 <nil>
	// "30.9.2024" is not a date; write it like 2024-09-30
	// there is no 2024-09-31 in the calendar
}

func ExampleFiscalYear() {
	fiscal := calendar.FiscalYear{Start: time.April}
	fmt.Println(fiscal.Year(2024))
	fmt.Println(fiscal.Quarter(2024, 4))
	fmt.Println(fiscal.Year(2024).Next())
	// Output:
	// 2024-04-01..2025-03-31
	// 2025-01-01..2025-03-31
	// 2025-04-01..2026-03-31
}

// A target that changes on August 15 splits the quarter in two.
func ExamplePeriod_Split() {
	quarter := calendar.Quarter(2024, 3)
	for _, part := range quarter.Split(calendar.MustDate("2024-08-15")) {
		share, err := calendar.Prorate(part, quarter)
		fmt.Println(part, share, err)
	}
	// Output:
	// 2024-07-01..2024-08-14 45/92 <nil>
	// 2024-08-15..2024-09-30 47/92 <nil>
}
