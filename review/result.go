package review

import (
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
)

// A Result is what a cycle comes to for one employee. The rating as it was proposed is
// never altered; what calibration and appeals made of the level stands beside it, each
// change with from, to, why and who (V8, V9).
type Result struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string        `json:"cycle"`
	Employee string        `json:"employee"`
	Rater    string        `json:"rater"`
	Unit     string        `json:"unit,omitempty"`
	Proposed rating.Rating `json:"proposed"`
	Changes  []LevelChange `json:"changes,omitempty"`
	// Level is the level now: the last change's, or the proposed one.
	Level string `json:"level"`
	// Confirmed says that calibration looked at an unchanged rating and kept it.
	Confirmed  *record.Stamp     `json:"confirmed,omitempty"`
	Status     ResultStatus      `json:"status"`
	Published  *record.Stamp     `json:"published,omitempty"`
	Signatures record.Signatures `json:"signatures,omitempty"`
}

// A LevelChange is one change of a level after it was proposed.
type LevelChange struct {
	From   string            `json:"from"`
	To     string            `json:"to"`
	Why    string            `json:"why"`
	Source Source            `json:"source"`
	By     record.Stamp      `json:"by"`
	Basis  []record.Evidence `json:"basis,omitempty"`
}

// A Source is what a change of level came from.
type Source string

// The sources.
const (
	FromCalibration Source = "calibration"
	FromAppeal      Source = "appeal"
)

// A ResultStatus is where a result stands.
type ResultStatus string

// The states of a result.
const (
	ResultProposed   ResultStatus = "proposed"
	ResultCalibrated ResultStatus = "calibrated"
	ResultPublished  ResultStatus = "published"
	ResultAccepted   ResultStatus = "accepted" // the employee has signed
	ResultAppealed   ResultStatus = "appealed"
)
