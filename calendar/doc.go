// Package calendar answers the questions that a performance cycle asks of the calendar:
// which days a quarter has, what share of the year someone was there, when an appeal
// must be answered, and on which days a weekly talk is due.
//
//	quarter := calendar.Quarter(2024, 3)                             // 2024-07-01..2024-09-30
//	share, err := calendar.Prorate(served, quarter)                  // 45/92, exact
//	due, err := calendar.AddWorkingDays(calendar.China(), filed, 3)  // holidays and 调休 counted
//	talks, err := calendar.Due(calendar.Weekly, quarter, monday)     // thirteen or fourteen dates
//
// A [Date] is a civil date, without clock or time zone, in the years 1 to 9999; its zero
// value is no date. A [Period] runs from one date to another, both included. A result
// that would leave those years, or that is asked of no date, is the zero value again,
// and every Validate refuses it.
//
// Which days are worked is said by a [Working]: [Weekends] for Monday to Friday,
// [China] for the State Council's arrangement, [Holidays] for another country's data,
// [Company] for a firm's own days on top. A calendar that does not know a year says so
// with an error; it never guesses.
//
// The package does no I/O and reads no clock; everything in it is safe for concurrent use.
package calendar
