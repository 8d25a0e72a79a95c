package access

import (
	"context"

	"github.com/meritkit/meritkit/calendar"
)

// A Directory is the org chart of the embedding program. Its answers are about a day,
// since lines change; a person it does not know is [fault.ErrNotFound].
type Directory interface {
	// Person returns what is known of a person.
	Person(ctx context.Context, tenant, id string) (Person, error)
	// Managers returns a person's managers on a day, the solid line first; none for
	// whoever stands at the top.
	Managers(ctx context.Context, tenant, id string, on calendar.Date) ([]string, error)
}

// A Person is somebody in the org chart.
type Person struct {
	ID    string        `json:"id"`
	Name  string        `json:"name"`
	Unit  string        `json:"unit,omitempty"`
	Title string        `json:"title,omitempty"`
	Roles []Role        `json:"roles,omitempty"`
	Hired calendar.Date `json:"hired,omitzero"`
	Left  calendar.Date `json:"left,omitzero"` // the last day of work
}

// maxLine bounds how far a line is followed in a directory that has a circle in it.
const maxLine = 64

// LineOf returns everyone above a person on a day, nearest first, each once. A circle
// in the directory ends the walk; it is for [NewChart] or the embedding program to refuse.
func LineOf(ctx context.Context, d Directory, tenant, person string, on calendar.Date) ([]string, error) {
	var line []string
	seen := map[string]bool{person: true}
	for level := []string{person}; len(level) > 0 && len(line) < maxLine; {
		var above []string
		for _, p := range level {
			managers, err := d.Managers(ctx, tenant, p, on)
			if err != nil {
				return nil, err
			}
			for _, m := range managers {
				if !seen[m] {
					seen[m] = true
					above = append(above, m)
				}
			}
		}
		line = append(line, above...)
		level = above
	}
	return line, nil
}
