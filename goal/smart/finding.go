package smart

import (
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// A Letter is one of the five things that a goal is to be.
type Letter string

// The letters.
const (
	Specific   Letter = "S"
	Measurable Letter = "M"
	Achievable Letter = "A"
	Relevant   Letter = "R"
	TimeBound  Letter = "T"
)

// A Verdict is how a goal stands by a letter.
type Verdict string

// The verdicts. What cannot be judged for want of context is not held against the goal.
const (
	Met       Verdict = "met"
	Weak      Verdict = "weak"
	Missing   Verdict = "missing"
	NotJudged Verdict = "not-judged"
)

var (
	letters = fault.Names[Letter]{
		Specific:   {En: "specific", Zh: "具体"},
		Measurable: {En: "measurable", Zh: "可衡量"},
		Achievable: {En: "achievable", Zh: "可实现"},
		Relevant:   {En: "relevant", Zh: "相关"},
		TimeBound:  {En: "time-bound", Zh: "有时限"},
	}
	verdicts = fault.Names[Verdict]{
		Met:       {En: "met", Zh: "符合"},
		Weak:      {En: "weak", Zh: "不足"},
		Missing:   {En: "missing", Zh: "缺失"},
		NotJudged: {En: "not judged", Zh: "未评估"},
	}
)

// In is the letter in words.
func (l Letter) In(lang text.Lang) string { return letters.In(l, lang) }

// In is the verdict in words.
func (v Verdict) In(l text.Lang) string { return verdicts.In(v, l) }

// A Finding is what was found for a letter: the verdict, why, and unless it is met what
// to write instead.
type Finding struct {
	Letter  Letter  `json:"letter"`
	Verdict Verdict `json:"verdict"`
	// Field is the JSON path of what is meant in the goal, such as terms.title; empty for
	// a bare sentence.
	Field string `json:"field,omitempty"`
	// Span is the piece of that text; none: all of it, or what is not there.
	Span Span `json:"span,omitzero"`
	// Why has the code of the finding.
	Why      text.Text `json:"why"`
	Proposal text.Text `json:"proposal,omitzero"`
}

// Open reports whether there is something to mend.
func (f Finding) Open() bool { return f.Verdict == Weak || f.Verdict == Missing }

// Findings judges a bare sentence: specific, measurable and time-bound, each once, and
// every vague word. What it takes to achieve it and what it is for, a sentence does not say.
func (r Reading) Findings() []Finding {
	all := []Finding{r.specific(), r.measurable(), r.timeBound()}
	for _, v := range r.Vague {
		all = append(all, Finding{
			Letter: Specific, Verdict: Weak, Span: v,
			Why: vagueWord.With("word", r.Of(v)), Proposal: proposeFigure.With("word", r.Of(v)),
		})
	}
	return all
}

func (r Reading) specific() Finding {
	f := Finding{Letter: Specific, Verdict: Met, Span: r.about()}
	switch {
	case r.Specific:
		f.Why = specificMet.With("object", r.Of(f.Span))
		if f.Span.IsZero() {
			f.Why = specificDeed.Plain()
		}
	case f.Span.IsZero():
		f.Verdict, f.Why, f.Proposal = Missing, objectMissing.Plain(), proposeObject.Plain()
	default:
		f.Verdict, f.Why = Missing, objectBroad.With("object", r.Of(f.Span))
		f.Proposal = proposeNarrow.With("object", r.Of(f.Span))
	}
	return f
}

// about is what the first fact speaks of.
func (r Reading) about() Span {
	if len(r.Facts) == 0 {
		return Span{}
	}
	return r.Facts[0].Metric
}

func (r Reading) measurable() Finding {
	f := Finding{Letter: Measurable, Verdict: Met}
	object := r.Of(r.about())
	switch {
	case r.Measure == Numeric:
		f.Span = r.Facts[0].Target.Span
		f.Why = measurableMet.With("figure", r.Of(f.Span))
	case r.Measure == Binary:
		f.Verdict, f.Why, f.Proposal = Weak, measurableBinary.Plain(), proposeAcceptance.Plain()
	case object == "":
		f.Verdict, f.Why, f.Proposal = Missing, figureMissing.Plain(), proposeMeasure.Plain()
	default:
		f.Verdict, f.Why, f.Proposal = Missing, figureMissing.Plain(), proposeTarget.With("metric", object)
	}
	return f
}

func (r Reading) timeBound() Finding {
	if r.Due == nil {
		return Finding{Letter: TimeBound, Verdict: Missing, Why: dueMissing.Plain(), Proposal: proposeDue.Plain()}
	}
	due := strings.TrimSpace(r.Of(r.Due.Span))
	return Finding{Letter: TimeBound, Verdict: Met, Span: r.Due.Span, Why: timeBoundMet.With("due", due)}
}
