package calendar

import (
	"slices"
	"time"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Period is the days from one date to another, both included. Periods are compared
// with ==. The zero Period is no period.
type Period struct {
	From Date `json:"from"`
	To   Date `json:"to"`
}

// NewPeriod is the period from one date to another, or what [Period.Validate] refuses in it.
func NewPeriod(from, to Date) (Period, error) {
	p := Period{From: from, To: to}
	if err := p.Validate(); err != nil {
		return Period{}, err
	}
	return p, nil
}

// Month is a calendar month; the zero Period when there is no such month.
func Month(year int, month time.Month) Period {
	if month < time.January || month > time.December {
		return Period{}
	}
	return wholeMonths(year, month, 0, 1)
}

// Quarter is a quarter of the calendar year, 1 to 4; the zero Period when there is no such quarter.
func Quarter(year, quarter int) Period { return FiscalYear{}.Quarter(year, quarter) }

// Half is a half of the calendar year, 1 or 2; the zero Period when there is no such half.
func Half(year, half int) Period { return FiscalYear{}.Half(year, half) }

// Year is a calendar year; the zero Period when it is not between 1 and 9999.
func Year(year int) Period { return FiscalYear{}.Year(year) }

// A FiscalYear is a year of twelve months that starts in a month of its own. It is named
// after the calendar year in which it starts: with Start in April, year 2024 is
// 2024-04-01..2025-03-31 and its quarter 4 is 2025-01-01..2025-03-31. Where a firm names
// the year after the one in which it ends, pass one less. The zero FiscalYear starts in January.
type FiscalYear struct {
	Start time.Month `json:"start,omitempty"`
}

// Validate refuses a start that is no month, at path "start".
func (f FiscalYear) Validate() error {
	var v fault.Violations
	if f.Start < 0 || f.Start > time.December {
		v.Add("start", fiscalStart, "month", int(f.Start))
	}
	return v.Err()
}

// Year is the fiscal year that starts in the calendar year; the zero Period when f is
// not valid or the days lie outside the years 1 to 9999.
func (f FiscalYear) Year(year int) Period { return f.part(year, 1, 12) }

// Half is half 1 or 2 of the fiscal year; otherwise as [FiscalYear.Year].
func (f FiscalYear) Half(year, half int) Period { return f.part(year, half, 6) }

// Quarter is quarter 1 to 4 of the fiscal year; otherwise as [FiscalYear.Year].
func (f FiscalYear) Quarter(year, quarter int) Period { return f.part(year, quarter, 3) }

// part is the nth run of that many months in the fiscal year.
func (f FiscalYear) part(year, nth, length int) Period {
	if f.Validate() != nil || nth < 1 || nth > 12/length {
		return Period{}
	}
	return wholeMonths(year, max(f.Start, time.January), (nth-1)*length, length)
}

// wholeMonths is a run of calendar months, beginning so many months after a month.
func wholeMonths(year int, month time.Month, skip, length int) Period {
	if year < firstYear || year > lastYear {
		return Period{}
	}
	first := monthIndex(year, month) + skip
	fromYear, fromMonth, ok := monthAt(first)
	toYear, toMonth, okTo := monthAt(first + length - 1)
	if !ok || !okTo {
		return Period{}
	}
	return Period{
		From: Date{int16(fromYear), uint8(fromMonth), 1},
		To:   Date{int16(toYear), uint8(toMonth), uint8(daysIn(toYear, toMonth))},
	}
}

// Validate refuses a period without first or last day, at path "from" or "to", and one
// whose last day is before its first, at path "to".
func (p Period) Validate() error {
	var v fault.Violations
	if p.From.IsZero() {
		v.Add("from", dateRequired)
	}
	if p.To.IsZero() {
		v.Add("to", dateRequired)
	}
	if len(v) == 0 && p.To.Before(p.From) {
		v.Add("to", periodOrder, "from", p.From, "to", p.To)
	}
	return v.Err()
}

// IsZero reports whether p is no period.
func (p Period) IsZero() bool { return p == Period{} }

// valid reports what Validate does, without wording it.
func (p Period) valid() bool { return !p.From.IsZero() && !p.To.Before(p.From) }

// Days is how many days the period has, both ends counted; 0 when it is not valid.
func (p Period) Days() int {
	if !p.valid() {
		return 0
	}
	return p.From.DaysUntil(p.To) + 1
}

// Contains reports whether d is a day of the period.
func (p Period) Contains(d Date) bool {
	return p.valid() && !d.Before(p.From) && !d.After(p.To)
}

// Overlap is the days that p and o share; ok is false when there is none.
func (p Period) Overlap(o Period) (shared Period, ok bool) {
	if !p.valid() || !o.valid() {
		return Period{}, false
	}
	shared = Period{From: later(p.From, o.From), To: earlier(p.To, o.To)}
	if !shared.valid() {
		return Period{}, false
	}
	return shared, true
}

// Next is the period that follows without a gap: as many whole months when p is whole
// calendar months, so that a month follows a month and a fiscal year a fiscal year;
// as many days otherwise. It is the zero Period when p is not valid or the
// result lies outside the years 1 to 9999.
func (p Period) Next() Period {
	if !p.valid() {
		return Period{}
	}
	if n := p.months(); n > 0 {
		return wholeMonths(p.From.Year(), p.From.Month(), n, n)
	}
	next := Period{From: p.To.AddDays(1), To: p.To.AddDays(p.Days())}
	if !next.valid() {
		return Period{}
	}
	return next
}

// Split cuts the period into parts that follow each other without a gap; each cut is
// the first day of a new part. Cuts come in any order; those that leave nothing on one
// side are passed over. A period that is not valid has no parts.
func (p Period) Split(cuts ...Date) []Period {
	if !p.valid() {
		return nil
	}
	var parts []Period
	for _, cut := range slices.SortedFunc(slices.Values(cuts), Date.Compare) {
		if !cut.After(p.From) || cut.After(p.To) {
			continue
		}
		parts = append(parts, Period{From: p.From, To: cut.AddDays(-1)})
		p.From = cut
	}
	return append(parts, p)
}

// String is the period as 2024-07-01..2024-09-30, empty for the zero Period.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	return p.From.String() + ".." + p.To.String()
}

// In is the period as a person says it: a whole month, quarter, half or year of the
// calendar by its name, as 2024 Q3 or 2024年第三季度; a single day as that date; any
// other by its two dates. It is empty for the zero Period.
func (p Period) In(l text.Lang) string {
	if p.IsZero() {
		return ""
	}
	year, first := p.From.Year(), int(p.From.Month())-1
	switch n := p.months(); {
	case n == 1:
		return monthSaid.With("year", year, "month", months[first]).In(l)
	case n == 3 && first%3 == 0:
		return quarterSaid.With("year", year, "quarter", quarters[first/3]).In(l)
	case n == 6 && first%6 == 0:
		return halfSaid.With("year", year, "half", halves[first/6]).In(l)
	case n == 12 && first == 0:
		return yearSaid.With("year", year).In(l)
	case p.From == p.To:
		return p.From.In(l)
	}
	return spanSaid.With("from", p.From, "to", p.To).In(l)
}

// months is how many whole calendar months the period is, 0 when it is not.
func (p Period) months() int {
	if !p.valid() || p.From.Day() != 1 || p.To.Day() != daysIn(p.To.Year(), p.To.Month()) {
		return 0
	}
	return monthIndex(p.To.Year(), p.To.Month()) - monthIndex(p.From.Year(), p.From.Month()) + 1
}

func earlier(a, b Date) Date {
	if b.Before(a) {
		return b
	}
	return a
}

func later(a, b Date) Date {
	if b.After(a) {
		return b
	}
	return a
}
