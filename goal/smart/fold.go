package smart

import "github.com/meritkit/meritkit/internal/lingo"

// A folded text is what the rules look at, with the spans of the original.
type folded struct{ lingo.Text }

func (f folded) span(from, to int) Span { return Span{Start: f.At[from], End: f.At[to]} }
