package rating

import (
	"strings"

	"github.com/meritkit/meritkit/text"
)

// An Explanation is how a result came about, as a tree: what was found, from which
// figures, by which rule, and the steps below it (R5). It is complete: whoever reads it
// can work the result out again by hand. [Explanation.In] is its first sentence,
// [Explanation.Tree] all of it.
type Explanation struct {
	text.Text
	Steps []Explanation `json:"steps,omitempty"`
}

// Tree is the whole explanation in l, a line for each sentence, each step indented by
// two spaces below what it explains.
func (e Explanation) Tree(l text.Lang) string {
	var b strings.Builder
	e.write(&b, l, 0)
	return b.String()
}

func (e Explanation) write(b *strings.Builder, l text.Lang, depth int) {
	if depth > 0 {
		b.WriteByte('\n')
		b.WriteString(strings.Repeat("  ", depth))
	}
	b.WriteString(e.In(l))
	for _, step := range e.Steps {
		step.write(b, l, depth+1)
	}
}

// say is a step of an explanation without steps of its own.
func say(m text.Message, nameValue ...any) Explanation {
	return Explanation{Text: m.With(nameValue...)}
}
