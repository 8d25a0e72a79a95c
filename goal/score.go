package goal

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Result is what became of a goal.
type Result struct {
	// Status is achieved, partly or missed.
	Status Status `json:"status"`
	// Score is percent of what was asked, not rounded; nil: the result was judged and
	// not put in a figure.
	Score    *decimal.Decimal    `json:"score,omitempty"`
	Readings []Reading           `json:"readings,omitempty"`
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
		if !read || m.Target == nil {
			return nil, rating.Explanation{}, nil
		}
		score, why, err := m.curve().Score(&figure, m.points())
		return &score, why, err
	})
}

// Result is the result that the readings give the goal under its terms.
func (t Terms) Result(readings []Reading, o Outcomes, missing rating.MissingPolicy) (Result, error) {
	score, why, err := t.Score(readings, missing)
	if err != nil {
		return Result{}, err
	}
	return Result{Status: o.Of(score), Score: &score, Readings: readings, Why: &why}, nil
}

// figures are the readings by their metric. A metric that the terms don't have, or that
// is read twice, is refused.
func (t Terms) figures(readings []Reading) (map[string]decimal.Decimal, error) {
	var v fault.Violations
	known := make(map[string]bool, len(t.Measures))
	metrics := make([]string, len(t.Measures))
	for i, m := range t.Measures {
		known[m.Metric], metrics[i] = true, m.Metric
	}
	figures := make(map[string]decimal.Decimal, len(readings))
	for i, r := range readings {
		path := fault.Index("readings", i)
		if !known[r.Metric] {
			v.Add(fault.Field(path, "metric"), readingUnknown, "metric", text.Excerpt(r.Metric), "known", metrics)
		}
		if _, twice := figures[r.Metric]; twice {
			v.Add(fault.Field(path, "metric"), metricTwice, "metric", text.Excerpt(r.Metric))
		}
		figures[r.Metric] = r.Value
	}
	return figures, v.Err()
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
		parts[i] = rating.Component{Name: text.Label{En: m.Metric}, Weight: m.weight(), Score: score}
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
	for i := range min(len(why.Steps), len(how)) {
		if how[i].Code != "" {
			why.Steps[i].Steps = append(why.Steps[i].Steps, how[i])
		}
	}
	return score, why, err
}

// counted reports whether the terms have a figure to reach.
func (t Terms) counted() bool {
	return slices.ContainsFunc(t.Measures, func(m Measure) bool { return m.Target != nil })
}

// weight is the measure's weight, which is equal for all when none has one.
func (m Measure) weight() decimal.Decimal {
	if m.Weight == nil {
		return decimal.New(1, 0)
	}
	return *m.Weight
}

// Score is the plan's score in percent, not rounded: the scores of its goals' results by
// their weights. What becomes of a goal that has none, being cancelled or judged without
// a figure, is for missing to say.
func (p Plan) Score(goals []Goal, missing rating.MissingPolicy) (decimal.Decimal, rating.Explanation, error) {
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
	return together(v, parts, how, missing)
}
