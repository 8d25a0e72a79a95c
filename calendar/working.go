package calendar

import (
	"slices"
	"strconv"
	"time"

	"github.com/meritkit/meritkit/fault"
)

// Working says which days are worked. A calendar that does not know a day says so with
// an error that matches [fault.ErrInvalid] and has the code calendar.working.unknown;
// it never guesses. Implementations are safe for concurrent use.
type Working interface {
	IsWorking(d Date) (bool, error)
}

// Weekends is the plain week: Monday to Friday are worked, in any year, without holidays.
type Weekends struct{}

// IsWorking reports whether d is a Monday to Friday; the zero Date is refused.
func (Weekends) IsWorking(d Date) (bool, error) {
	if d.IsZero() {
		return false, fault.Refuse(fault.ErrInvalid, dateRequired)
	}
	return d.Weekday() != time.Saturday && d.Weekday() != time.Sunday, nil
}

// Holidays is the working-day calendar of a country as data. All its days lie in the
// years it covers; on any other day of those years the weekend alone decides.
type Holidays struct {
	// Years are those that the calendar is known for.
	Years []int `json:"years"`
	// Weekend is the days of the week that are not worked, Sunday as 0; Saturday and
	// Sunday when empty.
	Weekend []time.Weekday `json:"weekend,omitempty"`
	// Off is the days that are not worked; they may fall on a weekend.
	Off []Date `json:"off"`
	// MakeUp is the weekend days that are worked in exchange, such as 调休 in China.
	MakeUp []Date `json:"makeUp,omitempty"`
}

// Validate refuses missing or impossible years, days of the week that there are not,
// dates that are empty, listed twice or outside the years, and make-up days that would be
// worked anyway.
func (h Holidays) Validate() error {
	var v fault.Violations
	if len(h.Years) == 0 {
		v.Add("years", yearsRequired)
	}
	for i, year := range h.Years {
		if year < firstYear || year > lastYear {
			v.Add(fault.Index("years", i), dateYear, "year", year)
		}
	}
	for i, day := range h.Weekend {
		if day < time.Sunday || day > time.Saturday {
			v.Add(fault.Index("weekend", i), weekendUnknown, "day", int(day))
		}
	}
	seen := make(map[Date]bool, len(h.Off)+len(h.MakeUp))
	listDays(&v, seen, "off", h.Off)
	listDays(&v, seen, "makeUp", h.MakeUp)
	outside := func(path string, i int, d Date) bool {
		out := !d.IsZero() && !slices.Contains(h.Years, d.Year())
		if out {
			v.Add(fault.Index(path, i), holidayYear, "date", d)
		}
		return out
	}
	for i, d := range h.Off {
		outside("off", i, d)
	}
	for i, d := range h.MakeUp {
		if !d.IsZero() && !outside("makeUp", i, d) && !slices.Contains(h.weekend(), d.Weekday()) {
			v.Add(fault.Index("makeUp", i), makeUpWorked, "date", d)
		}
	}
	return v.Err()
}

// weekend is the days of the week that are not worked.
func (h Holidays) weekend() []time.Weekday {
	if len(h.Weekend) == 0 {
		return []time.Weekday{time.Saturday, time.Sunday}
	}
	return h.Weekend
}

// Working is the calendar of h, or what [Holidays.Validate] refuses in it. It keeps
// nothing of h, which may be changed afterwards.
func (h Holidays) Working() (Working, error) {
	if err := h.Validate(); err != nil {
		return nil, err
	}
	return newCountry(h), nil
}

// country is Holidays made ready for look-up.
type country struct {
	years   []int
	weekend [7]bool
	worked  map[Date]bool // the days for which the weekend does not decide
}

func newCountry(h Holidays) country {
	c := country{years: slices.Compact(slices.Sorted(slices.Values(h.Years))), worked: marked(h.Off, h.MakeUp)}
	for _, day := range h.weekend() {
		c.weekend[day] = true
	}
	return c
}

// IsWorking reports whether d is worked; a date in a year that is not covered is refused.
func (c country) IsWorking(d Date) (bool, error) {
	if d.IsZero() {
		return false, fault.Refuse(fault.ErrInvalid, dateRequired)
	}
	if worked, listed := c.worked[d]; listed {
		return worked, nil
	}
	if _, covered := slices.BinarySearch(c.years, d.Year()); !covered {
		return false, fault.Refuse(fault.ErrInvalid, workingUnknown, "date", d, "years", runs(c.years))
	}
	return !c.weekend[d.Weekday()], nil
}

// CompanyDays is the days on which a firm departs from the calendar of its country.
type CompanyDays struct {
	Off    []Date `json:"off,omitempty"`    // company days off
	Worked []Date `json:"worked,omitempty"` // extra company working days
}

// Validate refuses empty dates and dates that are listed twice, in one list or in both.
func (c CompanyDays) Validate() error {
	var v fault.Violations
	seen := make(map[Date]bool, len(c.Off)+len(c.Worked))
	listDays(&v, seen, "off", c.Off)
	listDays(&v, seen, "worked", c.Worked)
	return v.Err()
}

// Company is base with a firm's own days on top: what days lists is so, even in a year
// that base does not know, and base is asked about every other day.
func Company(base Working, days CompanyDays) (Working, error) {
	if base == nil {
		return nil, fault.Refuse(fault.ErrInvalid, workingMissing)
	}
	if err := days.Validate(); err != nil {
		return nil, err
	}
	return company{base: base, worked: marked(days.Off, days.Worked)}, nil
}

type company struct {
	base   Working
	worked map[Date]bool
}

// IsWorking is what the firm says about d, and what the base says otherwise.
func (c company) IsWorking(d Date) (bool, error) {
	if worked, listed := c.worked[d]; listed {
		return worked, nil
	}
	return c.base.IsWorking(d)
}

// longestRest is how many days in a row may be off before a calendar is taken to have
// no working day at all.
const longestRest = 366

// AddWorkingDays is the nth working day after from, before it when n is negative. The
// first day counted is the first working day after from, whether from is worked or not;
// with n = 0 it is from itself. It fails where w does, when the count leaves the years
// 1 to 9999, and when more than a year goes by without a working day.
func AddWorkingDays(w Working, from Date, n int) (Date, error) {
	if w == nil {
		return Date{}, fault.Refuse(fault.ErrInvalid, workingMissing)
	}
	if from.IsZero() {
		return Date{}, fault.Refuse(fault.ErrInvalid, dateRequired)
	}
	step := 1
	if n < 0 {
		step = -1
	}
	d, rest := from, 0
	for left := n; left != 0; {
		d = d.AddDays(step)
		if d.IsZero() {
			return Date{}, fault.Refuse(fault.ErrInvalid, workingRange, "date", from, "days", n)
		}
		worked, err := w.IsWorking(d)
		if err != nil {
			return Date{}, err
		}
		if worked {
			left -= step
			rest = 0
			continue
		}
		if rest++; rest > longestRest {
			return Date{}, fault.Refuse(fault.ErrInvalid, workingNone, "date", d, "days", longestRest)
		}
	}
	return d, nil
}

// FirstWorkingDay is d when it is worked, and the first working day after it otherwise.
// It fails as [AddWorkingDays] does.
func FirstWorkingDay(w Working, d Date) (Date, error) {
	if w == nil {
		return Date{}, fault.Refuse(fault.ErrInvalid, workingMissing)
	}
	worked, err := w.IsWorking(d)
	if err != nil {
		return Date{}, err
	}
	if worked {
		return d, nil
	}
	return AddWorkingDays(w, d, 1)
}

// WorkingDays is how many days of the period are worked. It fails where w does and when
// the period is not valid.
func WorkingDays(w Working, p Period) (int, error) {
	if w == nil {
		return 0, fault.Refuse(fault.ErrInvalid, workingMissing)
	}
	if err := p.Validate(); err != nil {
		return 0, err
	}
	n := 0
	for i := range p.Days() {
		worked, err := w.IsWorking(p.From.AddDays(i))
		if err != nil {
			return 0, err
		}
		if worked {
			n++
		}
	}
	return n, nil
}

// listDays refuses empty dates and those seen before, and notes the others as seen.
func listDays(v *fault.Violations, seen map[Date]bool, path string, days []Date) {
	for i, d := range days {
		switch {
		case d.IsZero():
			v.Add(fault.Index(path, i), dateRequired)
		case seen[d]:
			v.Add(fault.Index(path, i), dateTwice, "date", d)
		}
		seen[d] = true
	}
}

// marked says of each listed day whether it is worked.
func marked(off, worked []Date) map[Date]bool {
	days := make(map[Date]bool, len(off)+len(worked))
	for _, d := range off {
		days[d] = false
	}
	for _, d := range worked {
		days[d] = true
	}
	return days
}

// runs is the years, sorted, with those that follow each other drawn together: 2023–2026.
func runs(years []int) []string {
	var said []string
	for i := 0; i < len(years); {
		last := i
		for last+1 < len(years) && years[last+1] == years[last]+1 {
			last++
		}
		run := strconv.Itoa(years[i])
		if last > i {
			run += "–" + strconv.Itoa(years[last])
		}
		said = append(said, run)
		i = last + 1
	}
	return said
}
