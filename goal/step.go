package goal

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Step is one of those that a milestone goal consists of (G1).
type Step struct {
	Title string `json:"title" validate:"max=200"`
	// Weight is the step's share of the goal in percent; nil on all: equal shares.
	Weight *decimal.Decimal `json:"weight,omitempty"`
	Due    calendar.Date    `json:"due,omitzero"` // zero: the day the goal is due
	// Late is what the step scores, in percent, when it is done after its day; nil: 100,
	// for what is done is done.
	Late *decimal.Decimal `json:"late,omitempty"`
}

// A Done is the day on which a step was done.
type Done struct {
	Step string        `json:"step"`
	On   calendar.Date `json:"on"`
}

func (t Terms) validateSteps(v *fault.Violations, period calendar.Period) {
	if len(t.Steps) > 0 && t.Form != Milestone {
		v.Add("steps", stepsElsewhere, "form", t.Form)
	}
	seen := map[string]bool{}
	weights := make([]*decimal.Decimal, len(t.Steps))
	for i, s := range t.Steps {
		path := fault.Index("steps", i)
		switch {
		case strings.TrimSpace(s.Title) == "":
			v.Add(fault.Field(path, "title"), stepRequired)
		case seen[s.Title]:
			v.Add(fault.Field(path, "title"), stepTwice, "step", s.Title)
		}
		seen[s.Title] = true
		if last := t.dueIn(period); !s.Due.IsZero() && (s.Due.Before(t.From) || s.Due.After(last)) {
			v.Add(fault.Field(path, "due"), dateOutside, "date", s.Due, "period", calendar.Period{From: t.From, To: last})
		}
		weights[i] = s.Weight
		checkPercent(v, fault.Field(path, "late"), s.Late)
	}
	checkWeights(v, "steps", weights)
}

// checkWeights notes what is wrong with the weights of parts at path: all have one, above
// zero and together 100 %, or none has.
func checkWeights(v *fault.Violations, path string, weights []*decimal.Decimal) {
	sum, weighted, sound := decimal.Zero, 0, true
	for i, w := range weights {
		if w == nil {
			continue
		}
		weighted++
		at := fault.Field(fault.Index(path, i), "weight")
		checkPercent(v, at, w)
		if sound = sound && number.Check(*w) == nil; !sound {
			continue
		}
		if w.IsZero() {
			v.Add(at, weightZero)
		}
		sum = sum.Add(*w)
	}
	switch {
	case weighted == 0 || !sound:
	case weighted < len(weights):
		v.Add(path, partsUnweighted)
	case !sum.Equal(number.Hundred):
		v.Add(path, partWeights, "sum", sum)
	}
}

// done are the days on which the steps were done. A step that the terms don't have, or
// that is done twice, is refused, and one without a day or on a day after the last.
func (t Terms) done(all []Done, last calendar.Date) (map[string]calendar.Date, error) {
	var v fault.Violations
	if len(t.Steps) == 0 && len(all) > 0 {
		v.Add("done", stepsMissing)
		return nil, v
	}
	titles := make([]string, len(t.Steps))
	for i, s := range t.Steps {
		titles[i] = s.Title
	}
	days := make(map[string]calendar.Date, len(all))
	for i, d := range all {
		path := fault.Index("done", i)
		if !slices.Contains(titles, d.Step) {
			v.Add(fault.Field(path, "step"), stepUnknown, "step", text.Excerpt(d.Step), "known", titles)
		} else if _, twice := days[d.Step]; twice {
			v.Add(fault.Field(path, "step"), stepTwice, "step", d.Step)
		}
		switch {
		case d.On.IsZero():
			v.Add(fault.Field(path, "on"), stepDayRequired)
		case !last.IsZero() && d.On.After(last):
			v.Add(fault.Field(path, "on"), checkInFuture, "on", d.On, "today", last)
		}
		days[d.Step] = d.On
	}
	return days, v.Err()
}

// StepResult is the result that the steps done give a milestone goal: each scores 100
// when it was done in time, what it says when it was late, and nothing otherwise, by
// their weights.
func (g Goal) StepResult(done []Done, o Outcomes) (Result, error) {
	score, why, err := g.Terms.stepScore(done, g.Period)
	if err != nil {
		return Result{}, err
	}
	return Result{Status: o.Of(score), Score: &score, Done: done, Why: &why}, nil
}

func (t Terms) stepScore(done []Done, period calendar.Period) (decimal.Decimal, rating.Explanation, error) {
	var v fault.Violations
	days, err := t.done(done, calendar.Date{})
	v.Nest("", err)
	if len(t.Steps) == 0 {
		v.Add("steps", nothingToScore)
	}
	parts := make([]rating.Component, len(t.Steps))
	how := make([]rating.Explanation, len(t.Steps))
	for i, s := range t.Steps {
		due := s.Due
		if due.IsZero() {
			due = t.dueIn(period)
		}
		score := number.Hundred
		on, ok := days[s.Title]
		switch {
		case !ok:
			score = decimal.Zero
			how[i].Text = stepOpen.With("due", due)
		case on.After(due):
			if s.Late != nil {
				score = *s.Late
			}
			how[i].Text = stepLate.With("on", on, "due", due, "score", score)
		default:
			how[i].Text = stepDone.With("on", on)
		}
		parts[i] = rating.Component{Name: text.Label{En: s.Title}, Weight: weightOf(s.Weight), Score: &score}
	}
	return together(v, parts, how, rating.MissingRefused)
}

// stepProgress is the share of the way that the steps done are, in percent.
func (t Terms) stepProgress(done map[string]calendar.Date) decimal.Decimal {
	over, whole := decimal.Zero, decimal.Zero
	for _, s := range t.Steps {
		w := weightOf(s.Weight)
		whole = whole.Add(w)
		if _, ok := done[s.Title]; ok {
			over = over.Add(w)
		}
	}
	if whole.IsZero() {
		return decimal.Zero // weights that do not pass validate
	}
	return quotient(over.Mul(number.Hundred), whole)
}

// weightOf is the weight of a part, which is equal for all when none has one.
func weightOf(w *decimal.Decimal) decimal.Decimal {
	if w == nil {
		return decimal.New(1, 0)
	}
	return *w
}
