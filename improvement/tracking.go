package improvement

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// Progress is an entry of the log: where an aim stood on a day, and what was corrected.
type Progress struct {
	On         calendar.Date    `json:"on"`
	Metric     string           `json:"metric"`
	Value      decimal.Decimal  `json:"value"`
	Expected   *decimal.Decimal `json:"expected,omitempty"` // by the straight way from baseline to target
	Behind     bool             `json:"behind,omitempty"`
	Note       string           `json:"note,omitempty" validate:"max=2000"`
	Correction string           `json:"correction,omitempty" validate:"max=2000"`
	By         string           `json:"by"`
}

// Due is a day on which the plan is to be tracked.
type Due struct {
	Cadence calendar.Cadence `json:"cadence"`
	On      calendar.Date    `json:"on"`
}

// Track adds an entry to the log of an active plan (I2): the figure of one aim on a day,
// with a note and the correction that was agreed, if any. What was expected on that day,
// whether the aim is behind it, and who says so are worked out here; what the entry says
// of them does not count. An aim has one entry a day.
func (p Plan) Track(entry Progress, by record.Stamp) (Plan, error) {
	next, err := p.move(EventTrack, by)
	if err != nil {
		return p, err
	}
	aim, known := p.aim(entry.Metric)
	var v fault.Violations
	if !known {
		v.Add("metric", metricUnknown, "metric", text.Excerpt(entry.Metric))
	}
	if slices.ContainsFunc(p.Log, func(old Progress) bool { return old.On == entry.On && old.Metric == entry.Metric }) {
		v.Add("on", trackedTwice, "metric", entry.Metric, "on", entry.On)
	}
	p.checkEntry(&v, "", entry)
	if err := v.Err(); err != nil {
		return p, err
	}
	entry.By = by.By
	entry.Expected = aim.Expected(p.Period.From, entry.On, p.Policy.Places)
	entry.Behind = entry.Expected != nil && aim.short(entry.Value, *entry.Expected)
	next.Log = append(slices.Clone(p.Log), entry)
	slices.SortStableFunc(next.Log, func(a, b Progress) int { return a.On.Compare(b.On) })
	if err := next.Validate(); err != nil {
		return p, err
	}
	return next, nil
}

func (p Plan) checkEntry(v *fault.Violations, path string, entry Progress) {
	switch {
	case entry.On.IsZero():
		v.Add(fault.Field(path, "on"), dateRequired)
	case entry.On.Before(p.Period.From):
		v.Add(fault.Field(path, "on"), beforePlan, "on", entry.On, "from", p.Period.From)
	}
	v.Nest(fault.Field(path, "value"), number.Check(entry.Value))
}

func (p Plan) checkTracking(v *fault.Violations) {
	if p.Type == PIP && len(p.Tracking) == 0 {
		v.Add("tracking", trackingRequired)
	}
	for i, c := range p.Tracking {
		path := fault.Index("tracking", i)
		v.Nest(path, c.Validate())
		if slices.Contains(p.Tracking[:i], c) {
			v.Add(path, cadenceTwice, "cadence", c)
		}
	}
	for i, entry := range p.Log {
		path := fault.Index("log", i)
		if _, known := p.aim(entry.Metric); !known {
			v.Add(fault.Field(path, "metric"), metricUnknown, "metric", text.Excerpt(entry.Metric))
		}
		p.checkEntry(v, path, entry)
	}
}

// DeviationSince is the day from which it was visible that an aim is behind: the first
// of the entries, up to the latest, that all say so. The zero Date when the latest does
// not, or there is none.
func (p Plan) DeviationSince(metric string) calendar.Date {
	var since calendar.Date
	for _, entry := range p.Log { // in the order of their days
		switch {
		case entry.Metric != metric:
		case !entry.Behind:
			since = calendar.Date{}
		case since.IsZero():
			since = entry.On
		}
	}
	return since
}

// DueTracking is the days on which the plan is to be tracked, in order: by each of its
// cadences, counted from the first day of the plan, within its period. A day that is not
// worked moves to the next one that is, be it after the end.
func (p Plan) DueTracking(w calendar.Working) ([]Due, error) {
	later := calendar.Period{From: p.Period.From.AddDays(1), To: p.Period.To}
	if p.Period.Days() < 2 {
		return nil, p.Period.Validate()
	}
	var all []Due
	for _, c := range p.Tracking {
		days, err := calendar.DueWorking(c, later, p.Period.From, w)
		if err != nil {
			return nil, err
		}
		for _, d := range days {
			all = append(all, Due{Cadence: c, On: d})
		}
	}
	slices.SortStableFunc(all, func(a, b Due) int { return a.On.Compare(b.On) })
	return all, nil
}

// Overdue is the days, up to and without today, on which the plan was to be tracked and
// was not. Each asks for a day of tracking of its own, after the one due before it by
// the same cadence; a late one counts, and many aims on one day are one. In a PIP the
// employee's own entries are not taken for a review.
func (p Plan) Overdue(w calendar.Working, today calendar.Date) ([]Due, error) {
	due, err := p.DueTracking(w)
	if err != nil {
		return nil, err
	}
	var tracked []calendar.Date
	for _, entry := range p.Log {
		if p.Type != PIP || entry.By != p.Employee {
			tracked = append(tracked, entry.On)
		}
	}
	tracked = slices.Compact(tracked) // the log is in the order of its days
	var overdue []Due
	for _, c := range p.Tracking {
		rest, before := tracked, p.Period.From
		for _, d := range due {
			if d.Cadence != c || !d.On.Before(today) {
				continue
			}
			at := slices.IndexFunc(rest, func(on calendar.Date) bool { return on.After(before) })
			if at < 0 {
				overdue = append(overdue, d)
			} else {
				rest = rest[at+1:]
			}
			before = d.On
		}
	}
	slices.SortStableFunc(overdue, func(a, b Due) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(slices.Index(p.Tracking, a.Cadence), slices.Index(p.Tracking, b.Cadence)))
	})
	return overdue, nil
}
