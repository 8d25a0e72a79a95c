package goal

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Result is what became of a goal.
type Result struct {
	// Status is achieved, partly or missed.
	Status Status `json:"status"`
	// Score is percent of what was asked, not rounded; nil: the result was judged and
	// not put in a figure.
	Score    *decimal.Decimal `json:"score,omitempty"`
	Readings []Reading        `json:"readings,omitempty"`
	// Done are the steps done of a milestone goal, Level the grade of its rubric that a
	// judged goal is at.
	Done  []Done `json:"done,omitempty"`
	Level string `json:"level,omitempty"`
	// Evidence is what the result rests on, beside figures.
	Evidence []record.Evidence   `json:"evidence,omitempty"`
	Why      *rating.Explanation `json:"why,omitempty"`
}

// closing says how an active goal comes to each of the results.
var closing = map[Status]Event{
	StatusAchieved: EventAchieve,
	StatusPartly:   EventFallShort,
	StatusMissed:   EventMiss,
}

func (r Result) validate() error {
	var v fault.Violations
	if _, ok := closing[r.Status]; !ok {
		v.Add("status", resultUnknown, "status", r.Status, "known", []text.Speaker{StatusAchieved, StatusPartly, StatusMissed})
	}
	if r.Score != nil {
		v.Nest("score", number.Check(*r.Score))
	}
	for i, reading := range r.Readings {
		v.Nest(fault.Index("readings", i), number.Check(reading.Value))
	}
	for i, e := range r.Evidence {
		v.Nest(fault.Index("evidence", i), e.Validate())
	}
	return v.Err()
}

// Outcomes say from which score on a goal counts as achieved and as partly achieved, in
// percent of what was asked. The zero Outcomes are [DefaultOutcomes].
type Outcomes struct {
	Achieved decimal.Decimal `json:"achieved"`
	Partly   decimal.Decimal `json:"partly"`
}

// DefaultOutcomes are the usual bounds: all of it is achieved, 60 % is partly achieved.
var DefaultOutcomes = Outcomes{Achieved: number.Hundred, Partly: decimal.New(60, 0)}

// Of is the status that a goal with the score ends in.
func (o Outcomes) Of(score decimal.Decimal) Status {
	if o.Achieved.IsZero() && o.Partly.IsZero() {
		o = DefaultOutcomes
	}
	switch {
	case score.GreaterThanOrEqual(o.Achieved):
		return StatusAchieved
	case score.GreaterThanOrEqual(o.Partly):
		return StatusPartly
	}
	return StatusMissed
}

// Score is what the readings score under the terms, in percent of what was asked and not
// rounded: each figure by its measure's curve, together by the measures' weights. What
// becomes of a measure without a reading or a target is for missing to say. Terms
// without measures have no score.
func (t Terms) Score(readings []Reading, missing rating.MissingPolicy) (decimal.Decimal, rating.Explanation, error) {
	figures, err := t.figures(readings)
	if err != nil {
		return decimal.Decimal{}, rating.Explanation{}, err
	}
	return t.composite(missing, func(m Measure) (*decimal.Decimal, rating.Explanation, error) {
		figure, read := figures[m.Metric]
		if !read || !m.asks() {
			return nil, rating.Explanation{}, nil
		}
		score, why, err := m.curve().Score(&figure, m.points())
		return &score, why, err
	})
}

// figures are the readings by their metric. A metric that the terms don't have, or that
// is read twice, is refused.
func (t Terms) figures(readings []Reading) (map[string]decimal.Decimal, error) {
	var v fault.Violations
	metrics := make([]string, len(t.Measures))
	for i, m := range t.Measures {
		metrics[i] = m.Metric
	}
	figures := make(map[string]decimal.Decimal, len(readings))
	for i, r := range readings {
		path := fault.Index("readings", i)
		at := slices.Index(metrics, r.Metric)
		if at < 0 {
			v.Add(fault.Field(path, "metric"), readingUnknown, "metric", text.Excerpt(r.Metric), "known", metrics)
		} else {
			if r.Unit != "" {
				q, err := r.quantity().To(t.Measures[at].Unit)
				v.Nest(path, err)
				r.Value = q.Value
			}
			t.Measures[at].checkOutOf(&v, fault.Field(path, "value"), r.Value)
		}
		if _, twice := figures[r.Metric]; twice {
			v.Add(fault.Field(path, "metric"), metricTwice, "metric", text.Excerpt(r.Metric))
		}
		figures[r.Metric] = r.Value
	}
	return figures, v.Err()
}

// InUnits are the readings with those figures converted that came in another unit than
// their measure's; working time by w, see [number.WorkTime]. What does not convert
// exactly is left as it is, and refused where it is used.
func (t Terms) InUnits(readings []Reading, w number.WorkTime) []Reading {
	readings = slices.Clone(readings)
	for i, r := range readings {
		at := slices.IndexFunc(t.Measures, func(m Measure) bool { return m.Metric == r.Metric })
		if at < 0 || r.Unit == "" {
			continue
		}
		if q, err := w.Convert(r.quantity(), t.Measures[at].Unit); err == nil {
			readings[i].Value, readings[i].Unit = q.Value, q.Unit
		}
	}
	return readings
}

// composite puts the measures' scores together by their weights; of gives that of each,
// nil where there is none.
func (t Terms) composite(missing rating.MissingPolicy, of func(Measure) (*decimal.Decimal, rating.Explanation, error)) (decimal.Decimal, rating.Explanation, error) {
	var v fault.Violations
	if len(t.Measures) == 0 {
		v.Add("measures", nothingToScore)
	}
	parts := make([]rating.Component, len(t.Measures))
	how := make([]rating.Explanation, len(t.Measures))
	for i, m := range t.Measures {
		score, why, err := of(m)
		v.Nest(fault.Index("measures", i), err)
		if err == nil && score == nil && missing != rating.MissingReweighted {
			v.Add(fault.Index("measures", i), figureMissing, "metric", m.Metric)
		}
		parts[i] = rating.Component{Name: text.Label{En: m.Metric}, Weight: weightOf(m.Weight), Score: score}
		how[i] = why
	}
	return together(v, parts, how, missing)
}

// together is the composite of the parts with the explanation of each under its step,
// unless there are violations already.
func together(v fault.Violations, parts []rating.Component, how []rating.Explanation, missing rating.MissingPolicy) (decimal.Decimal, rating.Explanation, error) {
	if err := v.Err(); err != nil {
		return decimal.Decimal{}, rating.Explanation{}, err
	}
	score, why, err := rating.Composite(parts, missing)
	below(&why, how)
	return score, why, err
}

// below puts the explanation of each part under its step.
func below(why *rating.Explanation, how []rating.Explanation) {
	for i := range min(len(why.Steps), len(how)) {
		if how[i].Code != "" {
			why.Steps[i].Steps = append(why.Steps[i].Steps, how[i])
		}
	}
}

// counted reports whether the terms have a figure to reach.
func (t Terms) counted() bool { return slices.ContainsFunc(t.Measures, Measure.asks) }

// Score is the plan's score in percent, not rounded: the scores of its goals' results by
// their weights, and then what was found of its [Extras]. What becomes of a goal that has
// none, being cancelled or judged without a figure, is for missing to say, and so for a
// bonus or penalty item without a finding; a veto needs one, even if there was no breach.
func (p Plan) Score(goals []Goal, missing rating.MissingPolicy, findings ...Finding) (decimal.Decimal, rating.Explanation, error) {
	var v fault.Violations
	parts := make([]rating.Component, len(p.Items))
	how := make([]rating.Explanation, len(p.Items))
	for i, item := range p.Items {
		path := fault.Index("items", i)
		g, ok := find(goals, item.Goal)
		if !ok {
			v.Add(path, goalNotGiven, "goal", item.Goal)
			continue
		}
		parts[i] = rating.Component{Name: text.Label{En: g.Terms.Title}, Weight: item.Weight}
		if g.Result != nil {
			parts[i].Score = g.Result.Score
			if g.Result.Why != nil {
				how[i] = *g.Result.Why
			}
		}
		if parts[i].Score == nil && missing != rating.MissingReweighted {
			v.Add(path, goalUnscored, "goal", item.Goal)
		}
	}
	found, err := p.Extras.with(findings)
	v.Nest("", err)
	if p.Extras.isZero() || len(v) > 0 {
		return together(v, parts, how, missing)
	}
	return found.score(parts, how, missing)
}
