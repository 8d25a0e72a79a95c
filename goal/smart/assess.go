package smart

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/internal/lingo"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Context is what there is to judge by beyond the goal itself. What is left out is not
// judged, and never held against the goal.
type Context struct {
	// Parents are the goals that this one supports, as far as they are at hand.
	Parents []goal.Goal
	// History holds what was reached before, by metric.
	History []Past
	// Confidence is how sure the employee is to reach it, 0 to 100; nil: as the goal says.
	Confidence *decimal.Decimal
}

// A Past is what a metric was in former periods, oldest first, in the measure's unit.
type Past struct {
	Metric string            `json:"metric"`
	Values []decimal.Decimal `json:"values"`
}

// An Assessment is a goal letter by letter.
type Assessment struct {
	// Findings has each letter at least once, in the order S, M, A, R, T.
	Findings []Finding `json:"findings"`
	// Title and Description are what the texts were read as.
	Title       Reading `json:"title"`
	Description Reading `json:"description,omitzero"`
}

// Open are the findings that ask for something to be mended.
func (a Assessment) Open() []Finding {
	return slices.DeleteFunc(slices.Clone(a.Findings), func(f Finding) bool { return !f.Open() })
}

// The bounds of what is called achievable without a word on how.
var (
	// LowConfidence is the percentage under which an employee does not believe in the goal.
	LowConfidence = decimal.New(50, 0)
	// Leap is how many times the best step of the past a goal may ask for.
	Leap = decimal.New(2, 0)
)

// Assess judges a goal letter by letter, by its fields and by its texts, which are read in
// lang; without one it is told from each text (G3). Fields come first: a deadline in the
// period needs none in the title, a target in a measure none in the text. Where the two
// contradict each other, that is found.
func Assess(g goal.Goal, lang text.Lang, c Context) Assessment {
	t := g.Terms
	if c.Confidence == nil {
		c.Confidence = t.Confidence
	}
	c.Confidence = bounded(c.Confidence)
	t.Measures = slices.Clone(t.Measures)
	for i := range t.Measures {
		m := &t.Measures[i]
		m.Baseline, m.Target, m.Stretch = bounded(m.Baseline), bounded(m.Target), bounded(m.Stretch)
		m.Low, m.High = bounded(m.Low), bounded(m.High)
	}
	a := assessor{Assessment{Title: Read(t.Title, lang)}}
	if t.Description != "" {
		a.Description = Read(t.Description, lang)
	}
	a.specific(t)
	a.measurable(t)
	a.achievable(t, c)
	a.relevant(g, c)
	a.timeBound(g)
	return a.Assessment
}

// bounded leaves out a figure that no valid goal has, and that would take too long to
// reckon with.
func bounded(d *decimal.Decimal) *decimal.Decimal {
	if d == nil || number.Check(*d) != nil {
		return nil
	}
	return d
}

// An assessor is an assessment on its way.
type assessor struct{ Assessment }

const (
	titleField       = "terms.title"
	descriptionField = "terms.description"
)

// add takes a finding of the text of a field.
func (a *assessor) add(field string, f Finding) {
	f.Field = field
	a.Findings = append(a.Findings, f)
}

func (a *assessor) specific(t goal.Terms) {
	title := a.Title.specific()
	switch {
	case title.Verdict == Met:
		a.add(titleField, title)
	case a.Description.Specific:
		a.add(descriptionField, a.Description.specific())
	case len(t.Measures) > 0:
		a.add("terms.measures[0].metric", Finding{Letter: Specific, Verdict: Met, Why: specificMet.With("object", t.Measures[0].Metric)})
	default:
		a.add(titleField, title)
	}
	if len(t.Measures) > 0 {
		return // the words are backed by figures
	}
	for _, read := range []struct {
		field string
		Reading
	}{{titleField, a.Title}, {descriptionField, a.Description}} {
		for _, f := range read.Findings() {
			if f.Why.Code == vagueWord.Code {
				a.add(read.field, f)
			}
		}
	}
}

func (a *assessor) measurable(t goal.Terms) {
	found := len(a.Findings)
	for i, m := range t.Measures {
		path := fault.Index("terms.measures", i)
		switch {
		case ranged(m): // its bounds say all
		case m.Target == nil:
			a.add(fault.Field(path, "target"), Finding{
				Letter: Measurable, Verdict: Missing,
				Why: targetMissing.With("metric", m.Metric), Proposal: proposeTarget.With("metric", m.Metric),
			})
		case a.contradicts(m):
			read := a.Title.Facts[0].Target
			a.add(fault.Field(path, "target"), Finding{
				Letter: Measurable, Verdict: Weak, Span: read.Span,
				Why:      targetDiffers.With("text", a.Title.Of(read.Span), "target", asked(m)),
				Proposal: proposeAgree.Plain(),
			})
		case m.Baseline == nil:
			a.add(fault.Field(path, "baseline"), Finding{
				Letter: Measurable, Verdict: Weak,
				Why: baselineMissing.With("metric", m.Metric), Proposal: proposeBaseline.With("metric", m.Metric, "target", asked(m)),
			})
		}
	}
	if len(a.Findings) > found {
		return
	}
	switch {
	case len(t.Measures) > 0:
		a.add("terms.measures[0]", Finding{Letter: Measurable, Verdict: Met, Why: told(t.Measures[0])})
		return
	case len(t.Steps) > 0:
		a.add("terms.steps", Finding{Letter: Measurable, Verdict: Met, Why: stepsMet.With("count", len(t.Steps))})
		return
	case t.Rubric != nil:
		a.add("terms.rubric", Finding{Letter: Measurable, Verdict: Met, Why: rubricMet.With("count", len(t.Rubric.Grades))})
		return
	}
	field, read := titleField, a.Title
	if read.Measure != Numeric && a.Description.Measure == Numeric {
		field, read = descriptionField, a.Description
	}
	f := read.measurable()
	switch {
	case read.Measure == Numeric: // the figure is in the text and nowhere that progress can be counted by
		f.Verdict, f.Why, f.Proposal = Weak, figureInText.With("figure", read.Of(f.Span)), proposeField.Plain()
	case t.Form == goal.Milestone && read.Measure == Binary:
		f.Verdict, f.Why, f.Proposal = Met, milestoneMet.Plain(), text.Text{}
	case t.Form == goal.Qualitative && f.Verdict == Missing:
		f.Verdict, f.Why, f.Proposal = Weak, rubricOnly.Plain(), proposeAcceptance.Plain()
	}
	a.add(field, f)
}

// asked is the target of a measure that has one.
func asked(m goal.Measure) number.Quantity { return number.Quantity{Value: *m.Target, Unit: m.Unit} }

// ranged reports whether a measure says between which bounds its figure is to stay.
func ranged(m goal.Measure) bool { return m.Direction == goal.Within && m.Low != nil && m.High != nil }

// told is why a measure that lacks nothing is one.
func told(m goal.Measure) text.Text {
	if ranged(m) {
		return rangeMet.With("low", *m.Low, "high", number.Quantity{Value: *m.High, Unit: m.Unit})
	}
	return measurableMet.With("figure", asked(m))
}

// contradicts reports whether title and measure give different figures for the one thing
// that both count.
func (a *assessor) contradicts(m goal.Measure) bool {
	if len(a.Title.Facts) != 1 || a.Title.Facts[0].Target == nil {
		return false
	}
	f := a.Title.Facts[0]
	same := f.Target.Unit == string(m.Unit) || f.Target.Unit == m.Unit.In(a.Title.Lang)
	if f.Kind != Level || f.Target.High != nil || !same {
		return false
	}
	return !f.Target.Value.Equal(*m.Target) && (m.Stretch == nil || !f.Target.Value.Equal(*m.Stretch))
}

func (a *assessor) achievable(t goal.Terms, c Context) {
	found := len(a.Findings)
	if c.Confidence != nil && c.Confidence.LessThan(LowConfidence) {
		a.add("", Finding{
			Letter: Achievable, Verdict: Weak,
			Why: confidenceLow.With("confidence", c.Confidence.String()), Proposal: proposeSupport.Plain(),
		})
	}
	judged := c.Confidence != nil
	for i, m := range t.Measures {
		if m.Target == nil {
			continue
		}
		f, ok := reachable(m, c.history(m), t.Method != "" || !a.Title.Method.IsZero() || !a.Description.Method.IsZero())
		judged = judged || ok
		if ok && f.Open() {
			a.add(fault.Field(fault.Index("terms.measures", i), "target"), f)
		}
	}
	switch {
	case len(a.Findings) > found:
	case judged:
		a.add("", Finding{Letter: Achievable, Verdict: Met, Why: achievableMet.Plain()})
	default:
		a.add("", Finding{Letter: Achievable, Verdict: NotJudged, Why: achievableUnknown.Plain()})
	}
}

// history is what the measure's metric was before.
func (c Context) history(m goal.Measure) []decimal.Decimal {
	for _, p := range c.History {
		if p.Metric == m.Metric && !slices.ContainsFunc(p.Values, func(d decimal.Decimal) bool { return bounded(&d) == nil }) {
			return p.Values
		}
	}
	return nil
}

// reachable holds a measure's target against what was; ok is false where there is nothing
// to hold it against.
func reachable(m goal.Measure, values []decimal.Decimal, method bool) (f Finding, ok bool) {
	f = Finding{Letter: Achievable, Verdict: Met}
	gain := func(from, to decimal.Decimal) decimal.Decimal {
		if m.Direction == goal.Decrease {
			return from.Sub(to)
		}
		return to.Sub(from)
	}
	target := asked(m)
	switch {
	case len(values) >= 2:
		last := values[len(values)-1]
		best := decimal.Zero
		for i := 1; i < len(values); i++ {
			best = decimal.Max(best, gain(values[i-1], values[i]))
		}
		asked := gain(last, *m.Target)
		switch {
		case asked.IsNegative():
			f.Verdict, f.Why = Weak, targetReached.With("metric", m.Metric, "target", target, "last", number.Quantity{Value: last, Unit: m.Unit})
			f.Proposal = proposeStretch.Plain()
		case asked.GreaterThan(best.Mul(Leap)) && !method:
			f.Verdict, f.Why = Weak, targetLeaps.With("metric", m.Metric, "asked", number.Quantity{Value: asked, Unit: m.Unit}, "best", number.Quantity{Value: best, Unit: m.Unit})
			f.Proposal = proposeStages.Plain()
		}
		return f, true
	case m.Baseline != nil && !m.Baseline.IsZero():
		// Without a history: more than double, or less than half, takes a word on how.
		high, low := decimal.Max(*m.Baseline, *m.Target), decimal.Min(*m.Baseline, *m.Target)
		if !method && low.IsPositive() && high.GreaterThan(low.Mul(Leap)) {
			f.Verdict = Weak
			f.Why = targetFar.With("metric", m.Metric, "baseline", number.Quantity{Value: *m.Baseline, Unit: m.Unit}, "target", target)
			f.Proposal = proposeMethod.Plain()
		}
		return f, true
	}
	return f, false
}

func (a *assessor) relevant(g goal.Goal, c Context) {
	const field = "terms.supports"
	t := g.Terms
	if g.Level == goal.Company {
		a.add(field, Finding{Letter: Relevant, Verdict: Met, Why: relevantTop.Plain()})
		return
	}
	if len(t.Supports) == 0 {
		a.add(field, Finding{Letter: Relevant, Verdict: Missing, Why: parentMissing.Plain(), Proposal: proposeParent.Plain()})
		return
	}
	found, seen := len(a.Findings), false
	for i, link := range t.Supports {
		at := slices.IndexFunc(c.Parents, func(p goal.Goal) bool { return p.ID == link.Goal })
		if at < 0 {
			continue
		}
		parent := c.Parents[at]
		path := fault.Index(field, i)
		seen = true
		switch {
		case parent.Status == goal.StatusCancelled:
			a.add(path, Finding{Letter: Relevant, Verdict: Weak, Why: parentCancelled.With("parent", parent.Terms.Title), Proposal: proposeParent.Plain()})
		case apart(parent.Period, g.Period):
			a.add(path, Finding{Letter: Relevant, Verdict: Weak, Why: parentPeriod.With("parent", parent.Terms.Title, "period", parent.Period), Proposal: proposeParent.Plain()})
		case t.Why == "" && !akin(parent.Terms, t):
			a.add(path, Finding{Letter: Relevant, Verdict: Weak, Why: parentForeign.With("parent", parent.Terms.Title), Proposal: proposeWhy.With("parent", parent.Terms.Title)})
		}
	}
	switch {
	case len(a.Findings) > found:
	case seen:
		a.add(field, Finding{Letter: Relevant, Verdict: Met, Why: relevantMet.Plain()})
	default:
		a.add(field, Finding{Letter: Relevant, Verdict: NotJudged, Why: parentUnseen.Plain()})
	}
}

func apart(p, q calendar.Period) bool {
	if p.Validate() != nil || q.Validate() != nil {
		return false
	}
	_, shared := p.Overlap(q)
	return !shared
}

// akin reports whether two goals share a metric, a perspective or a word that says something.
func akin(parent, child goal.Terms) bool {
	if parent.Perspective != "" && parent.Perspective == child.Perspective {
		return true
	}
	words := map[string]bool{}
	collect := func(t goal.Terms, visit func(string)) {
		all := []string{t.Title, t.Description, t.Why}
		for _, m := range t.Measures {
			all = append(all, m.Metric)
		}
		for _, s := range all {
			for w := range contentWords(s) {
				visit(w)
			}
		}
	}
	collect(parent, func(w string) { words[w] = true })
	shared := false
	collect(child, func(w string) { shared = shared || words[w] })
	return shared
}

// contentWords yields the words of a text that say what it is about: English words of
// substance, and of Chinese each pair of neighbouring characters.
func contentWords(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		s := sentence{folded: folded{lingo.Fold(text)}}
		s.scan()
		for i := range s.tokens {
			t := &s.tokens[i]
			if t.kind != wordToken || s.is(i, verbish|binding|joint|article|degree|relative|preposition|span) && !s.is(i, noun|soft|broad) {
				continue
			}
			if !t.han {
				if t.to-t.from > 2 && !yield(s.word(i)) {
					return
				}
				continue
			}
			if i+1 < len(s.tokens) && t.to-t.from == 1 {
				if next := &s.tokens[i+1]; next.han && next.to-next.from == 1 && !yield(string(s.Runes[t.from:next.to])) {
					return
				}
			}
			for k := t.from; k+1 < t.to; k++ {
				if !yield(string(s.Runes[k : k+2])) {
					return
				}
			}
		}
	}
}

func (a *assessor) timeBound(g goal.Goal) {
	if due := a.Title.Due; due != nil && g.Period.Validate() == nil {
		if year := yearIn(a.Title.Of(due.Span)); year != 0 && (year < g.Period.From.Year() || year > g.Period.To.Year()) {
			a.add(titleField, Finding{
				Letter: TimeBound, Verdict: Weak, Span: due.Span,
				Why:      dueDiffers.With("text", a.Title.Of(due.Span), "period", g.Period),
				Proposal: proposeAgree.Plain(),
			})
			return
		}
	}
	switch {
	case !g.Terms.Due.IsZero():
		a.add("terms.due", Finding{Letter: TimeBound, Verdict: Met, Why: timeBoundMet.With("due", g.Terms.Due)})
	case g.Period.Validate() == nil:
		a.add("period", Finding{Letter: TimeBound, Verdict: Met, Why: timeBoundMet.With("due", g.Period)})
	default:
		a.add(titleField, a.Title.timeBound())
	}
}

// yearIn is the year in four digits that a text names, or 0.
func yearIn(due string) int {
	run, year := 0, 0
	for i := 0; i <= len(due); i++ {
		if i < len(due) && due[i] >= '0' && due[i] <= '9' {
			run, year = run+1, year*10+int(due[i]-'0')
			if run > 4 {
				return 0
			}
			continue
		}
		if run == 4 && year >= 1990 && year <= 2100 {
			return year
		}
		run, year = 0, 0
	}
	return 0
}
