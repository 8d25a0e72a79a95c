package fault

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/meritkit/meritkit/text"
)

// A Violation is one thing that is wrong with an input.
type Violation struct {
	// Source is where the input came from when it was a file: "goals.json:12".
	Source string `json:"source,omitempty"`
	// Path is the JSON path of the field: "measures[2].target". Empty means the whole value.
	Path string `json:"path"`
	text.Text
}

// Violations are all the problems of one input. It is an error when it is not empty;
// return [Violations.Err], not the slice.
type Violations []Violation

// Index is the path of element i of a list.
func Index(path string, i int) string { return path + "[" + strconv.Itoa(i) + "]" }

// Field is the path of a field within parent; either may be empty.
func Field(parent, field string) string {
	if parent == "" {
		return field
	}
	if field == "" || strings.HasPrefix(field, "[") {
		return parent + field
	}
	return parent + "." + field
}

// Add notes a problem at path. The arguments fill the gaps of m as in [text.Message.With].
func (v *Violations) Add(path string, m text.Message, nameValue ...any) {
	*v = append(*v, Violation{Path: path, Text: m.With(nameValue...)})
}

// Nest takes over what err found in the field at path, putting path before each of its
// paths. An error that has no violations becomes one at path.
func (v *Violations) Nest(path string, err error) {
	if err == nil {
		return
	}
	for _, found := range Of(err) {
		found.Path = Field(path, found.Path)
		*v = append(*v, found)
	}
}

// Err is v as an error, or nil when v is empty.
func (v Violations) Err() error {
	if len(v) == 0 {
		return nil
	}
	return v
}

// Error lists the problems in English, separated by semicolons.
func (v Violations) Error() string { return v.join(text.English, "; ") }

// In lists the problems in l, one a line.
func (v Violations) In(l text.Lang) string { return v.join(l, "\n") }

// Is makes errors.Is(v, ErrInvalid) true.
func (Violations) Is(target error) bool { return target == ErrInvalid }

// Has reports whether a problem with that code is among v, at whatever path.
func (v Violations) Has(code string) bool {
	return slices.ContainsFunc(v, func(found Violation) bool { return found.Code == code })
}

func (v Violations) join(l text.Lang, separator string) string {
	lines := make([]string, len(v))
	for i, found := range v {
		lines[i] = found.In(l)
	}
	return strings.Join(lines, separator)
}

// In is the problem with its place: "goals.json:12: measures[2].target: …".
func (v Violation) In(l text.Lang) string {
	said := v.Text.In(l)
	if v.Path != "" {
		said = v.Path + ": " + said
	}
	if v.Source != "" {
		said = v.Source + ": " + said
	}
	return said
}

// Of collects the violations in err, through wrapping and joining. An error in the
// tree that is none becomes a violation of its own, so that nothing is lost.
func Of(err error) Violations {
	if err == nil {
		return nil
	}
	if v, ok := err.(Violations); ok { //nolint:errorlint // the tree is walked here by hand
		return v
	}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		var all Violations
		for _, e := range joined.Unwrap() {
			all = append(all, Of(e)...)
		}
		return all
	}
	if v, ok := errors.AsType[Violations](err); ok {
		return v
	}
	return Violations{{Text: wording(err)}}
}
