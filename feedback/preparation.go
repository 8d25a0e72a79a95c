package feedback

import (
	"cmp"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

// A Preparation is what an interviewer goes into an interview with (F3). It is worked
// out anew whenever it is needed and not stored.
type Preparation struct {
	Cycle    string `json:"cycle"`
	Result   string `json:"result"`
	Employee string `json:"employee"`
	Level    string `json:"level"` // the level now, by its code
	// Figures are where each measure of the goals came to.
	Figures []Figure `json:"figures,omitempty"`
	// Strengths and Improvements are what the figures say; what it meant, and what is to
	// become of it, is for the interviewer to say.
	Strengths    []Point `json:"strengths,omitempty"`
	Improvements []Point `json:"improvements,omitempty"`
	// Risks are the check-ins that were not on track, oldest first.
	Risks []Risk `json:"risks,omitempty"`
	// Discrepancies of the self review that nobody has resolved.
	Discrepancies []review.Discrepancy `json:"discrepancies,omitempty"`
	Agenda        []text.Text          `json:"agenda"`
	Questions     []text.Text          `json:"questions"`
}

// A Figure is one measure of a goal and its latest reading.
type Figure struct {
	Goal     string           `json:"goal"`
	Title    string           `json:"title"`
	Metric   string           `json:"metric"`
	Unit     number.Unit      `json:"unit,omitempty"`
	Baseline *decimal.Decimal `json:"baseline,omitempty"`
	Target   *decimal.Decimal `json:"target,omitempty"`
	// Low and High bound a figure that is to stay between them.
	Low    *decimal.Decimal `json:"low,omitempty"`
	High   *decimal.Decimal `json:"high,omitempty"`
	Actual *decimal.Decimal `json:"actual,omitempty"` // nil: never read
	On     calendar.Date    `json:"on,omitzero"`      // when it was read
	// Reached says that the actual figure is at or beyond the target, or within the bounds.
	Reached bool `json:"reached,omitempty"`
}

// A Point is a strength or a point to improve with the fact it rests on.
type Point struct {
	Tone Tone `json:"tone"`
	// Dimension is the part of the rating that it comes from, or Goal the goal.
	Dimension string            `json:"dimension,omitempty"`
	Goal      string            `json:"goal,omitempty"`
	Fact      text.Text         `json:"fact"`
	Evidence  []record.Evidence `json:"evidence,omitempty"`
}

// Statement is the point as the beginning of a statement in l: fact and evidence are
// there, the impact and the improvement are left for a person to write.
func (p Point) Statement(l text.Lang) Statement {
	return Statement{Tone: p.Tone, Fact: p.Fact.In(l), Goal: p.Goal, Evidence: slices.Clone(p.Evidence)}
}

// A Risk is a check-in that was not on track.
type Risk struct {
	Goal      string        `json:"goal"`
	Title     string        `json:"title"`
	On        calendar.Date `json:"on"`
	Health    goal.Health   `json:"health"`
	Events    []string      `json:"events,omitempty"`
	Obstacles string        `json:"obstacles,omitempty"`
	Help      string        `json:"help,omitempty"`
}

// Prepare collects what there is for an interview on a result: goals in the order
// given, check-ins, and the self review if there was one. The rules are those that the
// result was rated by; others are refused. A dimension at its best level is a strength,
// one below it a point to improve, and so is a measure of a goal by its target or range.
func Prepare(result review.Result, rules rating.Policy, goals []goal.Goal, checkins []goal.CheckIn, self *review.SelfReview) (Preparation, error) {
	var v fault.Violations
	if rated := result.Proposed; rated.Policy != rules.ID || rated.Version != rules.Version {
		v.Add("rules", rulesForeign, "have", rules.ID, "version", rules.Version, "want", rated.Policy, "rated", rated.Version)
		return Preparation{}, v
	}
	p := Preparation{Cycle: result.Cycle, Result: result.ID, Employee: result.Employee, Level: result.Level}
	titles := map[string]string{}
	for _, g := range goals {
		titles[g.ID] = g.Terms.Title
	}
	var missing []text.Speaker
	for _, part := range result.Proposed.Parts {
		at := slices.IndexFunc(rules.Dimensions, func(d rating.Dimension) bool { return d.Code == part.Dimension })
		if at < 0 {
			continue // no rating by these rules has such a part
		}
		dimension := rules.Dimensions[at]
		if part.Missing {
			missing = append(missing, dimension.Label)
			continue
		}
		p.add(pointOf(part, dimension, rules, result))
	}
	read := byDay(checkins)
	for _, g := range goals {
		for _, m := range g.Terms.Measures {
			f, source := figureOf(g, m, read)
			p.Figures = append(p.Figures, f)
			if f.Actual != nil && (f.Target != nil || (f.Low != nil && f.High != nil)) {
				p.add(pointOn(f, source))
			}
		}
	}
	for _, c := range read {
		if c.Pace.Health == goal.AtRisk || c.Pace.Health == goal.OffTrack {
			p.Risks = append(p.Risks, Risk{
				Goal: c.Goal, Title: cmp.Or(titles[c.Goal], c.Goal), On: c.On, Health: c.Pace.Health,
				Events: happened(c.Events), Obstacles: c.Obstacles, Help: c.Help,
			})
		}
	}
	if self != nil {
		for _, d := range self.Discrepancies {
			if d.Resolution == "" {
				p.Discrepancies = append(p.Discrepancies, d)
			}
		}
	}
	p.Agenda = p.agenda(result, rules)
	p.Questions = p.questions(titles, missing)
	return p, nil
}

// happened are key events in words.
func happened(events []goal.KeyEvent) []string {
	var words []string
	for _, e := range events {
		words = append(words, e.What)
	}
	return words
}

func (p *Preparation) add(point Point) {
	if point.Tone == Strength {
		p.Strengths = append(p.Strengths, point)
	} else {
		p.Improvements = append(p.Improvements, point)
	}
}

// pointOf is what a part of the rating says.
func pointOf(part rating.Part, d rating.Dimension, rules rating.Policy, result review.Result) Point {
	point := Point{Tone: Strength, Dimension: d.Code}
	for _, points := range d.Points {
		if part.Points.LessThan(points) {
			point.Tone = Improve
		}
	}
	inputs := result.Proposed.Inputs
	var figures []text.Speaker
	sources := []string{d.Code}
	for _, name := range metricsOf(d.Table) {
		if q, known := inputs.Metrics[name]; known {
			figures = append(figures, figureSaid.With("metric", labelOf(rules, name), "figure", q))
		}
		sources = append(sources, name)
	}
	level := levelOf(rules, part.Level)
	switch judged, isJudged := inputs.Judged[d.Code]; {
	case len(figures) > 0:
		point.Fact = factMeasured.With("dimension", d.Label, "level", level, "figures", figures)
	case isJudged && !blank(judged.Reason):
		point.Fact = factJudged.With("dimension", d.Label, "level", level, "reason", judged.Reason)
	default:
		point.Fact = factPlain.With("dimension", d.Label, "level", level)
	}
	for _, source := range sources {
		point.Evidence = append(point.Evidence, inputs.Evidence[source]...)
	}
	return point
}

// metricsOf are the metrics that a table asks about, each once, as they come.
func metricsOf(t *rating.Table) []string {
	if t == nil {
		return nil
	}
	var names []string
	var walk func(c rating.Condition)
	walk = func(c rating.Condition) {
		if c.Metric != "" && !slices.Contains(names, c.Metric) {
			names = append(names, c.Metric)
		}
		for _, inner := range slices.Concat(c.All, c.Any) {
			walk(inner)
		}
		if c.Not != nil {
			walk(*c.Not)
		}
	}
	for _, row := range t.Rows {
		walk(row.When)
	}
	return names
}

func labelOf(rules rating.Policy, metric string) text.Label {
	for _, m := range rules.Metrics {
		if m.Name == metric && !m.Label.IsZero() {
			return m.Label
		}
	}
	return text.Label{En: metric}
}

func levelOf(rules rating.Policy, code string) text.Label {
	for _, l := range rules.Scale.Levels {
		if l.Code == code && !l.Label.IsZero() {
			return l.Label
		}
	}
	return text.Label{En: code}
}

// byDay is the check-ins from the oldest to the latest.
func byDay(checkins []goal.CheckIn) []goal.CheckIn {
	return slices.SortedStableFunc(slices.Values(checkins), func(a, b goal.CheckIn) int {
		return cmp.Or(a.On.Compare(b.On), cmp.Compare(a.ID, b.ID))
	})
}

// figureOf is the latest reading of a measure, and the check-in that it stands in.
func figureOf(g goal.Goal, m goal.Measure, read []goal.CheckIn) (Figure, goal.CheckIn) {
	f := Figure{
		Goal: g.ID, Title: g.Terms.Title, Metric: m.Metric, Unit: m.Unit,
		Baseline: m.Baseline, Target: m.Target, Low: m.Low, High: m.High,
	}
	for _, c := range slices.Backward(read) {
		at := slices.IndexFunc(c.Readings, func(r goal.Reading) bool { return r.Metric == m.Metric })
		if c.Goal != g.ID || at < 0 {
			continue
		}
		f.Actual, f.On = new(c.Readings[at].Value), c.On
		f.Reached = m.Reached(*f.Actual)
		return f, c
	}
	return f, goal.CheckIn{}
}

// pointOn is what a figure says of a goal.
func pointOn(f Figure, source goal.CheckIn) Point {
	tone := Improve
	if f.Reached {
		tone = Strength
	}
	in := func(d *decimal.Decimal) number.Quantity { return number.Quantity{Value: *d, Unit: f.Unit} }
	var fact text.Text
	if f.Target != nil {
		fact = factGoal.With("title", f.Title, "metric", f.Metric, "actual", in(f.Actual), "target", in(f.Target), "day", f.On)
	} else {
		fact = factRange.With("title", f.Title, "metric", f.Metric, "actual", in(f.Actual), "low", in(f.Low), "high", in(f.High), "day", f.On)
	}
	return Point{
		Tone: tone, Goal: f.Goal, Fact: fact,
		Evidence: append([]record.Evidence{{
			Figure: new(in(f.Actual)),
			Record: &record.Ref{Kind: goal.CheckInKind.Name, ID: source.ID, Version: source.Version}, On: f.On,
		}}, source.Evidence...),
	}
}

func (p *Preparation) agenda(result review.Result, rules rating.Policy) []text.Text {
	agenda := []text.Text{agendaOpening.Plain(), agendaResult.With("level", levelOf(rules, result.Level))}
	for _, c := range result.Changes {
		agenda = append(agenda, agendaChange.With("from", levelOf(rules, c.From), "to", levelOf(rules, c.To), "source", c.Source, "why", c.Why))
	}
	agenda = append(agenda, agendaStrengths.With("count", len(p.Strengths)), agendaImprovements.With("count", len(p.Improvements)))
	if len(p.Discrepancies) > 0 {
		agenda = append(agenda, agendaDiscrepancies.With("count", len(p.Discrepancies)))
	}
	return append(agenda, agendaView.Plain(), agendaSteps.Plain(), agendaClose.Plain())
}

func (p *Preparation) questions(titles map[string]string, missing []text.Speaker) []text.Text {
	questions := []text.Text{questionPride.Plain()}
	asked := map[string]bool{}
	for _, r := range slices.Backward(p.Risks) { // the latest of each goal
		if !asked[r.Goal] {
			asked[r.Goal] = true
			questions = append(questions, questionRisk.With("title", r.Title, "health", r.Health, "day", r.On))
		}
	}
	for _, d := range p.Discrepancies {
		title := cmp.Or(titles[d.Goal], d.Goal)
		if d.Recorded == nil {
			questions = append(questions, questionUnrecorded.With("title", title, "metric", d.Metric, "claimed", d.Claimed))
			continue
		}
		questions = append(questions, questionDiffers.With("title", title, "metric", d.Metric, "claimed", d.Claimed, "recorded", *d.Recorded))
	}
	for _, dimension := range missing {
		questions = append(questions, questionMissing.With("dimension", dimension))
	}
	return append(questions, questionSupport.Plain(), questionGoals.Plain())
}
