package review

import (
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
)

// A ManagerReview is the manager's assessment (V5): figures for the dimensions that rules
// decide, judgements with reasons for the others, and the rating that follows from them.
type ManagerReview struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string         `json:"cycle"`
	Employee string         `json:"employee"`
	Rater    string         `json:"rater"`
	Inputs   rating.Inputs  `json:"inputs"`
	Comment  string         `json:"comment,omitempty"`
	Rating   *rating.Rating `json:"rating,omitempty"` // set on submission
	Status   FormStatus     `json:"status"`
}
