package text

import "strings"

// A Label is a short name in both languages, brought by the embedding program: a
// rating level, a dimension, a unit. One language is enough; the other falls back to it.
type Label struct {
	En string `json:"en,omitempty"`
	Zh string `json:"zh,omitempty"`
}

// In returns the label in l, and in the other language where l has none.
func (t Label) In(l Lang) string {
	first, second := t.En, t.Zh
	if l == Chinese {
		first, second = second, first
	}
	if first != "" {
		return first
	}
	return second
}

// IsZero reports whether the label says nothing in either language.
func (t Label) IsZero() bool {
	return strings.TrimSpace(t.En) == "" && strings.TrimSpace(t.Zh) == ""
}
