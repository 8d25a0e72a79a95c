package goal

import (
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Rhythm is when check-ins of a goal fall due (G9).
type Rhythm struct {
	Cadence calendar.Cadence `json:"cadence"`
	Days    DuePolicy        `json:"days,omitempty"`
	// Grace is how many days after the due day a check-in is not yet overdue: working
	// days where Days says so.
	Grace int `json:"grace,omitempty"`
}

// A DuePolicy is a named answer to a check-in that falls due on a day off.
type DuePolicy string

// The answers. The zero value is DueAnyDay.
const (
	DueAnyDay  DuePolicy = "any"     // it is due on that day
	DueWorking DuePolicy = "working" // it is due on the first working day after
)

var duePolicies = fault.Names[DuePolicy]{
	DueAnyDay:  {En: "any day", Zh: "自然日"},
	DueWorking: {En: "working days", Zh: "工作日"},
}

// In is the policy in words.
func (p DuePolicy) In(l text.Lang) string { return duePolicies.In(p, l) }

// maxGrace is a year: more is a mistake.
const maxGrace = 366

// Validate refuses an unknown cadence or policy, and grace of less than no day or more
// than a year.
func (r Rhythm) Validate() error {
	var v fault.Violations
	v.Nest("cadence", r.Cadence.Validate())
	if r.Days != "" {
		duePolicies.Check(&v, "days", r.Days)
	}
	if r.Grace < 0 || r.Grace > maxGrace {
		v.Add("grace", graceRange, "grace", r.Grace, "max", maxGrace)
	}
	return v.Err()
}

// Due lists the days in the period on which a check-in falls due, in order. The first is
// due one step of the cadence after the period begins. The calendar says which days are
// worked; it is asked only where the rhythm keeps to working days.
func (r Rhythm) Due(p calendar.Period, w calendar.Working) ([]calendar.Date, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	if r.Days == DueWorking {
		return calendar.DueWorking(r.Cadence, p, p.From.AddDays(-1), w)
	}
	return calendar.Due(r.Cadence, p, p.From.AddDays(-1))
}

// Overdue lists the days on which a check-in fell due in the period and is still owed
// today, in order. A check-in settles the day that it was due on and all before, however
// late it is made; what falls due today, or within the grace, is not overdue yet.
// checkIns are those of one goal.
func (r Rhythm) Overdue(p calendar.Period, w calendar.Working, checkIns []CheckIn, today calendar.Date) ([]calendar.Date, error) {
	owed, err := r.owed(p, w, checkIns, today)
	return owed.Overdue, err
}

// Owed is what a goal owes in check-ins.
type Owed struct {
	Goal Goal `json:"goal"`
	// Last is the day of the latest check-in; zero: there is none yet.
	Last calendar.Date `json:"last,omitzero"`
	// Next is the day on which the next one is due, today or later or within the grace;
	// zero: none is left in the period.
	Next calendar.Date `json:"next,omitzero"`
	// Overdue are the days whose check-ins are still owed, in order.
	Overdue []calendar.Date `json:"overdue,omitempty"`
}

func (r Rhythm) owed(p calendar.Period, w calendar.Working, checkIns []CheckIn, today calendar.Date) (Owed, error) {
	due, err := r.Due(p, w)
	if err != nil {
		return Owed{}, err
	}
	var owed Owed
	for _, done := range checkIns {
		if p.Contains(done.On) && done.On.After(owed.Last) {
			owed.Last = done.On
		}
	}
	var before calendar.Date
	for _, d := range due {
		// A check-in after the due day before this one is the one that was due now.
		if owed.Last.IsZero() || !owed.Last.After(before) {
			late, err := r.late(d, w, today)
			if err != nil {
				return Owed{}, err
			}
			if !late {
				owed.Next = d
				break
			}
			owed.Overdue = append(owed.Overdue, d)
		}
		before = d
	}
	return owed, nil
}

// late reports whether what was due on a day is overdue today.
func (r Rhythm) late(due calendar.Date, w calendar.Working, today calendar.Date) (bool, error) {
	if !due.Before(today) || r.Grace == 0 {
		return due.Before(today), nil
	}
	if r.Days != DueWorking {
		return due.AddDays(r.Grace).Before(today), nil
	}
	last, err := calendar.AddWorkingDays(w, due, r.Grace)
	return last.Before(today), err
}
