package smart

import (
	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/internal/lingo"
	"github.com/meritkit/meritkit/text"
)

// A Span is a piece of the text, from byte Start up to byte End. The zero Span is none.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// IsZero reports whether the span is none.
func (s Span) IsZero() bool { return s == Span{} }

// A MeasureKind is how a text lets it be told whether the goal is reached.
type MeasureKind string

// The kinds of measure: by a figure, by a thing that is there or not, not at all.
const (
	Numeric MeasureKind = "numeric"
	Binary  MeasureKind = "binary"
	NoneYet MeasureKind = "none"
)

// A TargetKind is what the figure of a target counts.
type TargetKind string

// The kinds of target: a level to reach, a change by so much, a multiple of what was.
const (
	Level    TargetKind = "level"
	Delta    TargetKind = "delta"
	Multiple TargetKind = "multiple"
)

// A Comparator is how the figure of a target binds. Strict signs are read as the loose
// ones, as people mean them.
type Comparator string

// The comparators.
const (
	Exactly Comparator = "="
	AtLeast Comparator = ">="
	AtMost  Comparator = "<="
	Between Comparator = "between"
)

// A Direction is where a figure is to go.
type Direction string

// The directions. Reach is for figures that are counted from nothing.
const (
	Increase Direction = "increase"
	Decrease Direction = "decrease"
	Maintain Direction = "maintain"
	Reach    Direction = "reach"
)

// A PeriodKind is how long the time is in which a goal is due.
type PeriodKind string

// The kinds of period.
const (
	OfDay     PeriodKind = "date"
	OfMonth   PeriodKind = "month"
	OfQuarter PeriodKind = "quarter"
	OfHalf    PeriodKind = "half"
	OfYear    PeriodKind = "year"
	Lasting   PeriodKind = "duration"
	Recurring PeriodKind = "recurring"
)

// An Amount is a figure as it was read: 1.2亿元 is 120000000 元, 三成 is 30 %.
type Amount struct {
	Value decimal.Decimal `json:"value"`
	// High is the upper end of a range, whose lower end is Value.
	High *decimal.Decimal `json:"high,omitempty"`
	Unit string           `json:"unit,omitempty"`
	Span Span             `json:"span"`
}

// A Fact is one thing that a goal says about a metric.
type Fact struct {
	Metric     Span       `json:"metric,omitzero"`
	Baseline   *Amount    `json:"baseline,omitempty"`
	Target     *Amount    `json:"target,omitempty"`
	Kind       TargetKind `json:"kind,omitempty"`
	Comparator Comparator `json:"comparator,omitempty"`
	// Approx is true where the figure is a rough one: 左右, about.
	Approx    bool      `json:"approx,omitempty"`
	Direction Direction `json:"direction,omitempty"`
}

// Due is when a goal is to be reached.
type Due struct {
	Span Span       `json:"span"`
	Kind PeriodKind `json:"kind"`
}

// A Reading is what a sentence says of a goal. All spans are of Text.
type Reading struct {
	Text string    `json:"text"`
	Lang text.Lang `json:"lang"`
	// Specific: two readers would agree on what it is about.
	Specific bool        `json:"specific"`
	Measure  MeasureKind `json:"measure"`
	// Facts are what it says in figures, the main metric first, a hundred at most. Without
	// a figure there is at most one, with a metric and perhaps a direction.
	Facts []Fact `json:"facts,omitempty"`
	// Due is nil where nothing says when.
	Due    *Due `json:"due,omitempty"`
	Method Span `json:"method,omitzero"`
	// Vague are the words of degree and quality that no figure backs.
	Vague []Span `json:"vague,omitempty"`
}

// Of is the piece of the text that a span covers; a span that is none of it is empty.
func (r Reading) Of(s Span) string {
	if s.Start < 0 || s.End > len(r.Text) || s.Start >= s.End {
		return ""
	}
	return r.Text[s.Start:s.End]
}

// Read finds what a sentence says of a goal: what is measured, from where to where, by
// when, by what means, and which words say nothing. The language decides where the
// languages differ; without one it is told from the text. Any text can be read, in time
// that grows with its length and no faster.
func Read(s string, lang text.Lang) Reading {
	r, _ := read(s, lang)
	return r
}

// read is Read with how often it has looked at a token.
func read(s string, lang text.Lang) (Reading, int) {
	f := folded{lingo.Fold(s)}
	if lang == "" {
		lang = text.English
		if f.Chinese() {
			lang = text.Chinese
		}
	}
	in := sentence{folded: f, zh: lang == text.Chinese}
	in.scan()
	in.findBrackets()
	in.findTimes()
	in.findMethods()
	in.findFigures()
	r := Reading{Text: s, Lang: lang}
	in.assemble(&r)
	in.judge(&r)
	return r, in.looks
}
