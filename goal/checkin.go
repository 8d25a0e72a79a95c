package goal

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/record"
)

// A CheckIn is what was found of a goal on a day (G7).
type CheckIn struct {
	record.Meta `json:"meta,omitzero"`

	Goal     string        `json:"goal"`
	Employee string        `json:"employee"`
	On       calendar.Date `json:"on"`
	// Readings are the figures, one a measure at most.
	Readings []Reading `json:"readings"`
	// Confidence is how sure the employee is to reach the goal, 0 to 100.
	Confidence *decimal.Decimal  `json:"confidence,omitempty"`
	Events     []string          `json:"events,omitempty"`
	Evidence   []record.Evidence `json:"evidence,omitempty"`
	Obstacles  string            `json:"obstacles,omitempty"`
	Help       string            `json:"help,omitempty"` // the help that is asked
	// Pace is how the goal stood against what was expected on that day.
	Pace Pace `json:"pace"`
}

// A Reading is the figure of one measure, by its metric.
type Reading struct {
	Metric string          `json:"metric"`
	Value  decimal.Decimal `json:"value"`
}

// A Pace is progress against what was expected by a day, both in percent of the way
// from baseline to target.
type Pace struct {
	Health   Health          `json:"health"`
	Progress decimal.Decimal `json:"progress"`
	Expected decimal.Decimal `json:"expected"`
}

// Health says whether a goal is likely to be reached.
type Health string

// The states of health.
const (
	OnTrack  Health = "on-track"
	AtRisk   Health = "at-risk"
	OffTrack Health = "off-track"
)
