package fault

import (
	"maps"
	"slices"

	"github.com/meritkit/meritkit/text"
)

// Names are the values that an enumerated type has, each with its name in both
// languages. What is not among them is no value of the type.
type Names[T ~string] map[T]text.Label

// In is a value's name in l; a value that is none is given as it is.
func (n Names[T]) In(value T, l text.Lang) string {
	if name, known := n[value]; known {
		return name.In(l)
	}
	return string(value)
}

// Check adds a violation at path when value is none of those named.
func (n Names[T]) Check(v *Violations, path string, value T) {
	if _, known := n[value]; known {
		return
	}
	values := make([]string, 0, len(n))
	for _, one := range slices.Sorted(maps.Keys(n)) {
		values = append(values, string(one))
	}
	v.Add(path, valueUnknown, "value", text.Excerpt(string(value)), "known", values)
}
