package rating

import "github.com/meritkit/meritkit/text"

// An Explanation is how a result came about, as a tree: what was found, from which
// figures, by which rule, and the steps below it (R5). It is complete: whoever reads it
// can work the result out again by hand.
type Explanation struct {
	text.Text
	Steps []Explanation `json:"steps,omitempty"`
}
