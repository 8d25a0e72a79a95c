package rating

import (
	"maps"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// Inputs are what one person is rated by.
type Inputs struct {
	// Metrics are the figures that are known, by metric name.
	Metrics map[string]number.Quantity `json:"metrics,omitempty"`
	// Judged are the levels that a person gave to dimensions that have no table, by
	// dimension code.
	Judged map[string]Judgement `json:"judged,omitempty"`
	// Evidence says where each figure or judgement comes from, by the same names.
	Evidence map[string][]record.Evidence `json:"evidence,omitempty"`
}

// A Judgement is a level given by a person, and why.
type Judgement struct {
	Level  string `json:"level"`
	Reason string `json:"reason"`
}

// A Rating is what a policy makes of someone's inputs, with all that it takes to work it
// out again (R5, R6).
type Rating struct {
	Policy  string          `json:"policy"`
	Version int             `json:"version"`
	Digest  record.Digest   `json:"digest"` // of the policy
	Inputs  Inputs          `json:"inputs"`
	Parts   []Part          `json:"parts"`
	Score   decimal.Decimal `json:"score"` // rounded as the scale says
	Level   string          `json:"level"`
	Why     Explanation     `json:"why"`
}

// A Part is the outcome of one dimension. One that is missing counts for nothing: its
// points and weight are zero.
type Part struct {
	Dimension string          `json:"dimension"`
	Level     string          `json:"level,omitempty"`
	Points    decimal.Decimal `json:"points"`
	// Weight is how much it counted, in percent. Where the weight of a missing dimension
	// was shared out it is cut to 18 decimal places; the score is worked out without that.
	Weight  decimal.Decimal `json:"weight"`
	Missing bool            `json:"missing,omitempty"`
}

// Rate works out the rating of one person's inputs: each dimension's level by its table
// or judgement, the points of those levels by their weights, the sum rounded once, the
// level of the score, and what the gates ask beyond it (R3, R4, R5). All that is wrong
// with the inputs is reported at once, with paths from [Inputs]; so is every figure or
// judgement that is missing, unless the policy re-weights. A gate is asked only of who
// reaches its level, and then has to be known: it is never re-weighted away.
//
// Each call checks the policy anew; whoever rates more than a few builds it once, by
// [Policy.Compile].
func (p Policy) Rate(in Inputs) (Rating, error) {
	if err := p.Validate(); err != nil {
		return Rating{}, err
	}
	return p.rules().Rate(in)
}

// rate is the rating for inputs that have been read, without policy digest and inputs.
func (p Policy) rate(in Inputs, known facts) (Rating, error) {
	parts, components, whys, err := p.rateDimensions(in, known)
	if err != nil {
		return Rating{}, err
	}
	mean, composite, err := weigh(components, p.Missing)
	if err != nil {
		return Rating{}, noneToRate(err)
	}
	composite.Steps = whys
	for i := range parts {
		if !parts[i].Missing {
			parts[i].Weight = quotient(parts[i].Weight.Mul(number.Hundred), mean.under)
		}
	}
	score := p.Scale.Rounding.Quotient(mean.over, mean.under)
	reached, err := p.Scale.Of(score)
	if err != nil {
		return Rating{}, err
	}
	level, gates, err := p.pass(reached, known)
	if err != nil {
		return Rating{}, err
	}
	why := say(ratedWith, "level", level, "score", score, "policy", p.Label, "version", p.Version)
	why.Steps = slices.Concat(known.derived, []Explanation{
		composite,
		roundedAs(p.Scale.Rounding, score),
		p.Scale.found(reached, score),
	}, gates)
	return Rating{Policy: p.ID, Version: p.Version, Parts: parts, Score: score, Level: level.Code, Why: why}, nil
}

// noneToRate is what to say when the parts can't be weighed, which for a valid policy
// means that all are missing.
func noneToRate(err error) error {
	var v fault.Violations
	for _, found := range fault.Of(err) {
		found.Path = ""
		v = append(v, found)
	}
	return v.Err()
}

// readInputs checks the inputs and brings the figures into their metrics' units.
func (p Policy) readInputs(in Inputs) (facts, error) {
	var v fault.Violations
	known := readFigures(&v, in.Metrics, p.Metrics)
	judged := map[string]bool{}
	for _, d := range p.Dimensions {
		judged[d.Code] = d.Table == nil
	}
	for _, code := range sortedKeys(in.Judged) {
		at := fault.Field("judged", code)
		byPerson, ok := judged[code]
		switch {
		case !ok:
			v.Add(at, dimensionUnknown, "dimension", text.Excerpt(code))
			continue
		case !byPerson:
			v.Add(at, judgedByTable, "dimension", text.Excerpt(code))
			continue
		}
		judgement := in.Judged[code]
		checkLevel(&v, at+".level", judgement.Level, p.Scale)
		if strings.TrimSpace(judgement.Reason) == "" {
			v.Add(at+".reason", reasonRequired)
		}
	}
	for _, name := range sortedKeys(in.Evidence) {
		at := fault.Field("evidence", name)
		if _, metric := known.metrics[name]; !metric && !judged[name] {
			v.Add(at, evidenceUnknown, "name", text.Excerpt(name))
		}
		for i, e := range in.Evidence[name] {
			v.Nest(fault.Index(at, i), e.Validate())
		}
	}
	return known, v.Err()
}

// rateDimensions gives each dimension its level and points, and says why.
func (p Policy) rateDimensions(in Inputs, known facts) ([]Part, []Component, []Explanation, error) {
	var v fault.Violations
	parts := make([]Part, len(p.Dimensions))
	components := make([]Component, len(p.Dimensions))
	whys := make([]Explanation, len(p.Dimensions))
	for i, d := range p.Dimensions {
		parts[i] = Part{Dimension: d.Code, Missing: true}
		components[i] = Component{Name: d.Label, Weight: d.Weight}
		found := p.rateDimension(&v, d, in, known)
		if found.level.Code == "" {
			whys[i] = say(dimensionLeftOut, "dimension", d, "weight", percent(d.Weight))
		} else {
			points := d.Points[found.level.Code]
			parts[i] = Part{Dimension: d.Code, Level: found.level.Code, Points: points, Weight: d.Weight}
			components[i].Score = &points
			whys[i] = say(dimensionIs, "dimension", d, "level", found.level, "points", points, "weight", percent(d.Weight))
		}
		whys[i].Steps = append([]Explanation{found.why}, d.evidence(in, known)...)
	}
	return parts, components, whys, v.Err()
}

// rateDimension is what a dimension comes to. That it comes to nothing is noted, unless
// the policy re-weights; that its table has no row for known figures is always noted.
func (p Policy) rateDimension(v *fault.Violations, d Dimension, in Inputs, known facts) decision {
	if d.Table == nil {
		judgement, ok := in.Judged[d.Code]
		if !ok {
			if p.Missing != MissingReweighted {
				v.Add(fault.Field("judged", d.Code), judgementMissing, "dimension", d)
			}
			return decision{why: say(judgementMissing, "dimension", d)}
		}
		level, _ := p.Scale.Level(judgement.Level)
		return decision{level: level, why: say(judgedAs, "level", level, "reason", judgement.Reason)}
	}
	found := d.Table.decide(known, p.Scale)
	if found.level.Code == "" {
		if len(found.missing) == 0 {
			v.Add("metrics", noLevelFor, "dimension", d, "why", found.why)
		} else if p.Missing != MissingReweighted {
			for _, m := range found.missing {
				v.Add(fault.Field("metrics", m.Name), metricMissingFor, "dimension", d, "metric", m)
			}
		}
	}
	return found
}

// evidence are steps that say what the dimension's figures or judgement rest on.
func (d Dimension) evidence(in Inputs, known facts) []Explanation {
	if len(in.Evidence) == 0 {
		return nil
	}
	var steps []Explanation
	add := func(name string, said text.Speaker) {
		for _, e := range in.Evidence[name] {
			steps = append(steps, say(restsOn, "name", said, "evidence", headline(e)))
		}
	}
	if d.Table == nil {
		add(d.Code, d)
		return steps
	}
	var all []Condition
	for _, row := range d.Table.Rows {
		all = row.When.comparisons(all)
	}
	named := map[string]bool{}
	name := func(m Metric) {
		if !named[m.Name] {
			add(m.Name, m)
		}
		named[m.Name] = true
	}
	for _, c := range all {
		m := known.metrics[c.Metric]
		name(m)
		if m.From == nil {
			continue
		}
		for _, measure := range m.From.Measures {
			name(known.metrics[measure.Metric])
		}
	}
	return steps
}

// headline is what a piece of evidence is called.
func headline(e record.Evidence) text.Speaker {
	for _, said := range []string{e.Title, e.Note, e.Link} {
		if strings.TrimSpace(said) != "" {
			return text.Label{En: said}
		}
	}
	if e.Figure != nil {
		return *e.Figure
	}
	if e.Record != nil {
		return text.Label{En: e.Record.Kind + " " + e.Record.ID}
	}
	return text.Label{}
}

// pass lets a level through the gates, or holds it back to a worse one.
func (p Policy) pass(level Level, known facts) (Level, []Explanation, error) {
	var v fault.Violations
	var steps []Explanation
	for i := 0; i < len(p.Gates); i++ {
		gate := p.Gates[i]
		if gate.Level != level.Code {
			continue
		}
		switch gate.When.holds(known) {
		case yes:
			step := say(gatePassed, "level", level)
			step.Steps = gate.When.reasons(known, &level)
			steps = append(steps, step)
		case no:
			otherwise, _ := p.Scale.Level(gate.Otherwise)
			step := say(gateHeld, "level", level, "otherwise", otherwise)
			step.Steps = gate.When.reasons(known, &level)
			steps = append(steps, step)
			level, i = otherwise, -1
		case unknown:
			for _, m := range gate.When.unknowns(known, nil) {
				v.Add(fault.Field("metrics", m.Name), gateUnknown, "level", level, "metric", m)
			}
			return level, nil, v
		}
	}
	return level, steps, nil
}

func (in Inputs) clone() Inputs {
	in.Metrics, in.Judged = maps.Clone(in.Metrics), maps.Clone(in.Judged)
	in.Evidence = maps.Clone(in.Evidence)
	for name, list := range in.Evidence {
		in.Evidence[name] = slices.Clone(list)
	}
	return in
}
