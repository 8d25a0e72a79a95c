package goal

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

// A CheckIn is what was found of a goal on a day (G7).
type CheckIn struct {
	record.Meta `json:"meta,omitzero"`

	Goal string `json:"goal"`
	// Employee is the goal's owner.
	Employee string        `json:"employee"`
	On       calendar.Date `json:"on"`
	// Readings are the figures, one a measure at most.
	Readings []Reading `json:"readings,omitempty"`
	// Done are all steps done by then, of a milestone goal.
	Done []Done `json:"done,omitempty"`
	// Confidence is how sure the employee is to reach the goal, 0 to 100.
	Confidence *decimal.Decimal  `json:"confidence,omitempty"`
	Events     []string          `json:"events,omitempty" validate:"max=50,dive,max=500"`
	Evidence   []record.Evidence `json:"evidence,omitempty" validate:"max=50"`
	Obstacles  string            `json:"obstacles,omitempty" validate:"max=2000"`
	Help       string            `json:"help,omitempty" validate:"max=2000"` // the help that is asked
	// Pace is how the goal stood against what was expected on that day.
	Pace Pace `json:"pace"`
}

// A Reading is the figure of one measure, by its metric.
type Reading struct {
	Metric string          `json:"metric"`
	Value  decimal.Decimal `json:"value"`
	// Unit is the unit that the figure comes in; empty: the measure's.
	Unit number.Unit `json:"unit,omitempty"`
}

func (r Reading) quantity() number.Quantity { return number.Quantity{Value: r.Value, Unit: r.Unit} }

// A CheckInDraft is what a new check-in is made from.
type CheckInDraft struct {
	On       calendar.Date `json:"on"`
	Readings []Reading     `json:"readings,omitempty"`
	// Done are the steps done so far of a goal that consists of them.
	Done []Done `json:"done,omitempty"`
	// Progress is how far the goal has come in percent, in the employee's judgement: for
	// goals that have no measure with a target, and only for them.
	Progress   *decimal.Decimal  `json:"progress,omitempty"`
	Confidence *decimal.Decimal  `json:"confidence,omitempty"`
	Events     []string          `json:"events,omitempty"`
	Evidence   []record.Evidence `json:"evidence,omitempty"`
	Obstacles  string            `json:"obstacles,omitempty"`
	Help       string            `json:"help,omitempty"`
}

// NewCheckIn makes a check-in for an active goal and works out its pace, or refuses it
// with every violation at once: the day lies within the period and not before the terms,
// and the readings are of the metrics in force on that day.
func NewCheckIn(k record.Key, g Goal, d CheckInDraft, pacing Pacing, by record.Stamp) (CheckIn, error) {
	if g.Status != StatusActive {
		return CheckIn{}, fault.Refuse(fault.ErrTransition, checkInNotActive, "goal", g.ID, "status", g.Status)
	}
	c := CheckIn{
		Meta:       record.New(k, by.For(string(VerbCheckIn))),
		Goal:       g.ID,
		Employee:   g.Owner,
		On:         d.On,
		Readings:   slices.Clone(d.Readings),
		Done:       slices.Clone(d.Done),
		Confidence: d.Confidence,
		Events:     slices.Clone(d.Events),
		Evidence:   slices.Clone(d.Evidence),
		Obstacles:  d.Obstacles,
		Help:       d.Help,
		Pace:       Pace{Health: OnTrack},
	}
	var v fault.Violations
	v.Nest("meta", c.Meta.Validate())
	if c.Tenant != g.Tenant {
		v.Add("meta.tenant", tenantOther)
	}
	v.Nest("", c.Validate())
	terms, ok := g.TermsOn(d.On)
	if !ok {
		terms = g.Terms
	}
	if !d.On.IsZero() && (!ok || !g.Period.Contains(d.On)) {
		v.Add("on", dateOutside, "date", d.On, "period", calendar.Period{From: g.begins(), To: g.Period.To})
	}
	c.Readings = terms.InUnits(d.Readings, number.WorkTime{})
	figures, err := terms.read(d)
	v.Nest("", err)
	if len(v) == 0 {
		progress := d.Progress
		if progress == nil {
			way, err := terms.progress(figures, d.Done)
			v.Nest("", err)
			progress = &way
		}
		c.Pace = pacing.Judge(*progress, g.Expected(d.On))
	}
	if err := v.Err(); err != nil {
		return CheckIn{}, err
	}
	return c, nil
}

// Validate re-checks the structure: what stores do before writing.
func (c CheckIn) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(c.Goal) == "" {
		v.Add("goal", checkInGoalRequired)
	}
	if strings.TrimSpace(c.Employee) == "" {
		v.Add("employee", employeeRequired)
	}
	if c.On.IsZero() {
		v.Add("on", checkInDayRequired)
	}
	v.Nest("", check.Struct(c))
	for i, r := range c.Readings {
		v.Nest(fault.Field(fault.Index("readings", i), "value"), number.Check(r.Value))
	}
	checkPercent(&v, "confidence", c.Confidence)
	for i, e := range c.Evidence {
		v.Nest(fault.Index("evidence", i), e.Validate())
	}
	healths.Check(&v, "pace.health", c.Pace.Health)
	return v.Err()
}

// Overdue lists the days on which a check-in fell due in the period and is still owed
// today, in order. The first is due one step of the cadence after the period begins. A
// check-in settles the day that it was due on and all before, however late it is made;
// what falls due today is not overdue yet (G9). checkIns are those of one goal.
func Overdue(c calendar.Cadence, p calendar.Period, checkIns []CheckIn, today calendar.Date) ([]calendar.Date, error) {
	due, err := calendar.Due(c, p, p.From.AddDays(-1))
	if err != nil {
		return nil, err
	}
	var last calendar.Date
	for _, done := range checkIns {
		if p.Contains(done.On) && done.On.After(last) {
			last = done.On
		}
	}
	var overdue []calendar.Date
	var before calendar.Date
	for _, d := range due {
		// A check-in after the due day before this one is the one that was due now.
		if d.Before(today) && (last.IsZero() || !last.After(before)) {
			overdue = append(overdue, d)
		}
		before = d
	}
	return overdue, nil
}
