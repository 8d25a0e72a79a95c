package record

import (
	"strings"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
)

// Evidence is what a statement rests on: a link, a figure, another record, or a note of
// where to look. At least one of Link, Figure, Record and Note is there.
type Evidence struct {
	Title  string           `json:"title,omitempty"`
	Link   string           `json:"link,omitempty"`
	Figure *number.Quantity `json:"figure,omitempty"`
	Record *Ref             `json:"record,omitempty"`
	Note   string           `json:"note,omitempty"`
	On     calendar.Date    `json:"on,omitzero"`
}

// A Ref points at a record of a kind, within the same tenant.
type Ref struct {
	Kind    string `json:"kind"`
	ID      string `json:"id"`
	Version int64  `json:"version,omitempty"` // 0: whichever is current
}

// Validate refuses evidence of nothing.
func (e Evidence) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(e.Link) == "" && e.Figure == nil && e.Record == nil && strings.TrimSpace(e.Note) == "" {
		v.Add("", evidenceEmpty)
	}
	if e.Figure != nil {
		v.Nest("figure", number.Check(e.Figure.Value))
	}
	return v.Err()
}
