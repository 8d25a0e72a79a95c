package calendar

import (
	"slices"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Cadence is how often something recurs, such as a check-in (G9). In JSON it is its text.
type Cadence string

// The cadences.
const (
	Weekly        Cadence = "weekly"
	EveryTwoWeeks Cadence = "everyTwoWeeks"
	Monthly       Cadence = "monthly"
	Quarterly     Cadence = "quarterly"
	HalfYearly    Cadence = "halfYearly"
	Yearly        Cadence = "yearly"
)

// rhythm is what a cadence is called and how far its dates are apart: in days or in months.
type rhythm struct {
	said   text.Message
	days   int
	months int
}

var rhythms = map[Cadence]rhythm{
	Weekly:        {said: cadenceWeekly, days: 7},
	EveryTwoWeeks: {said: cadenceTwoWeeks, days: 14},
	Monthly:       {said: cadenceMonthly, months: 1},
	Quarterly:     {said: cadenceQuarterly, months: 3},
	HalfYearly:    {said: cadenceHalfYearly, months: 6},
	Yearly:        {said: cadenceYearly, months: 12},
}

// Cadences lists them all, from the most frequent to the rarest.
func Cadences() []Cadence {
	return []Cadence{Weekly, EveryTwoWeeks, Monthly, Quarterly, HalfYearly, Yearly}
}

// Validate refuses anything but one of the cadences.
func (c Cadence) Validate() error {
	var v fault.Violations
	switch _, known := rhythms[c]; {
	case c == "":
		v.Add("", cadenceRequired)
	case !known:
		names := make([]string, 0, len(rhythms))
		for _, one := range Cadences() {
			names = append(names, string(one))
		}
		v.Add("", cadenceUnknown, "cadence", text.Excerpt(string(c)), "known", names)
	}
	return v.Err()
}

// In is the cadence in words: every two weeks, 每两周. What is no cadence is given as it is.
func (c Cadence) In(l text.Lang) string {
	if r, known := rhythms[c]; known {
		return r.said.Plain().In(l)
	}
	return string(c)
}

// Due is the dates on which something with that cadence falls due in a period, in
// order. The anchor is any one date of the rhythm, in the period or not: a Monday for
// every Monday, the 31st for the end of every month. Steps of months keep to the day of
// the anchor, and take the last day where a month is too short: January 31, February
// 29, March 31. Adjacent periods share out the dates between them, none twice and none
// lost. Errors are at paths "cadence", "period" and "anchor".
func Due(c Cadence, p Period, anchor Date) ([]Date, error) {
	var v fault.Violations
	v.Nest("cadence", c.Validate())
	v.Nest("period", p.Validate())
	if anchor.IsZero() {
		v.Add("anchor", dateRequired)
	}
	if err := v.Err(); err != nil {
		return nil, err
	}
	r := rhythms[c]
	var due []Date
	for i := r.steps(anchor, p.From); i <= r.steps(anchor, p.To); i++ {
		if d := r.at(anchor, i); p.Contains(d) {
			due = append(due, d)
		}
	}
	return due, nil
}

// at is the ith date of the rhythm, counted from the anchor in either direction.
func (r rhythm) at(anchor Date, i int) Date {
	if r.months > 0 {
		return anchor.AddMonths(i * r.months)
	}
	return anchor.AddDays(i * r.days)
}

// steps is how many steps of the rhythm lead from the anchor to d. Division cuts off
// toward the anchor: a count that starts or ends there may have a date too many, which
// Due leaves out, but lacks none.
func (r rhythm) steps(anchor, d Date) int {
	if r.months > 0 {
		return (monthIndex(d.Year(), d.Month()) - monthIndex(anchor.Year(), anchor.Month())) / r.months
	}
	return anchor.DaysUntil(d) / r.days
}

// DueWorking is [Due] with each date that is not worked moved to the first working day
// after it. Dates that meet on one day are due once. The last may move past the end of
// the period: it belongs to the period in which it would have fallen.
func DueWorking(c Cadence, p Period, anchor Date, w Working) ([]Date, error) {
	due, err := Due(c, p, anchor)
	if err != nil {
		return nil, err
	}
	for i, d := range due {
		if due[i], err = FirstWorkingDay(w, d); err != nil {
			return nil, err
		}
	}
	return slices.Compact(due), nil
}
