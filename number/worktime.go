package number

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
)

// WorkTime says how long people work, so that working hours, days and weeks convert: a
// policy of the caller's, for there is no length of a working day that holds everywhere.
// The zero WorkTime says nothing, and converts none of them.
type WorkTime struct {
	HoursPerDay decimal.Decimal `json:"hoursPerDay"`
	DaysPerWeek decimal.Decimal `json:"daysPerWeek"`
}

// IsZero reports whether nothing is said.
func (w WorkTime) IsZero() bool { return w.HoursPerDay.IsZero() && w.DaysPerWeek.IsZero() }

// Validate refuses a day of more than 24 hours, a week of more than 7 days, and either
// of nothing.
func (w WorkTime) Validate() error {
	var v fault.Violations
	for _, length := range []struct {
		path  string
		value decimal.Decimal
		most  int64
	}{{"hoursPerDay", w.HoursPerDay, 24}, {"daysPerWeek", w.DaysPerWeek, 7}} {
		if err := Check(length.value); err != nil {
			v.Nest(length.path, err)
		} else if !length.value.IsPositive() || length.value.GreaterThan(decimal.NewFromInt(length.most)) {
			v.Add(length.path, workTimeRange, "value", length.value, "most", length.most)
		}
	}
	return v.Err()
}

// Convert is [Quantity.To], and converts working time among itself too. Working time
// never becomes elapsed time. A WorkTime that is not valid is refused.
func (w WorkTime) Convert(q Quantity, u Unit) (Quantity, error) {
	if q.Unit == u || units[q.Unit].family != work || units[u].family != work || w.IsZero() {
		return q.To(u)
	}
	if err := w.Validate(); err != nil {
		return q, err
	}
	return q.scale(u, w.size(q.Unit), w.size(u))
}

// size is how many working hours a unit of working time has.
func (w WorkTime) size(u Unit) decimal.Decimal {
	if u == WorkDay {
		return w.HoursPerDay
	}
	if u == WorkWeek {
		return w.HoursPerDay.Mul(w.DaysPerWeek)
	}
	return decimal.New(1, 0)
}
