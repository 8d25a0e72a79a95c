package rating

import (
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Metric is a figure that rules speak about, with the unit they mean it in.
type Metric struct {
	Name  string      `json:"name"`
	Label text.Label  `json:"label"`
	Unit  number.Unit `json:"unit,omitempty"`
}

// In is the metric's label, or its name where it has none.
func (m Metric) In(l text.Lang) string {
	if m.Label.IsZero() {
		return m.Name
	}
	return m.Label.In(l)
}

// A Table is a decision table (R3): rows are tried in order and the first whose
// condition holds decides; when none does, Otherwise.
type Table struct {
	Rows []Row `json:"rows"`
	// Otherwise is the level when no row holds; empty: that is an error.
	Otherwise string `json:"otherwise,omitempty"`
}

// A Row gives a level under a condition.
type Row struct {
	Level string    `json:"level"`
	When  Condition `json:"when"`
}

// The bounds of a table: more than any that people have to understand, and little enough
// that its analysis is quick.
const (
	maxRows       = 200
	maxConditions = 500 // of all rows together, inner ones included
	maxNesting    = 16
)

// Validate refuses a table whose conditions are not well formed, speak of metrics or
// levels that do not exist, or compare in units that do not convert exactly; and a row
// that can never decide: one with the same condition as an earlier row or, in a table
// about a single metric, one that never holds or only where an earlier row does. A table
// about a single metric also has to cover all its figures, or say what is otherwise (R3).
func (t Table) Validate(metrics []Metric, scale Scale) error {
	var v fault.Violations
	rules := ruleCheck{metrics: byName(metrics), into: &v}
	switch {
	case len(t.Rows) == 0:
		v.Add("rows", rowsRequired)
	case len(t.Rows) > maxRows:
		v.Add("rows", tooMany, "max", maxRows)
		return v
	}
	for i, row := range t.Rows {
		at := fault.Index("rows", i)
		checkLevel(&v, at+".level", row.Level, scale)
		rules.check(at+".when", row.When, 0)
	}
	if rules.count > maxConditions {
		v.Add("rows", tooManyConditions, "max", maxConditions)
	}
	if t.Otherwise != "" {
		checkLevel(&v, "otherwise", t.Otherwise, scale)
	}
	if len(v) == 0 {
		t.analyse(&v, rules.metrics)
	}
	return v.Err()
}

// Decide is the level that the table gives for the figures, and why: which row holds, and
// what it was that the rows before it asked and did not get (R3, R5). A figure that is
// not there is unknown, never false: when the level depends on it, that is a
// [fault.Violations] at the metric, and so it is when no row holds and nothing is said
// otherwise. Paths begin at [Inputs]; those of an invalid table are as in [Table.Validate].
func (t Table) Decide(figures map[string]number.Quantity, metrics []Metric, scale Scale) (level string, why Explanation, err error) {
	if err := t.Validate(metrics, scale); err != nil {
		return "", Explanation{}, err
	}
	var v fault.Violations
	known := readFigures(&v, figures, metrics)
	if len(v) > 0 {
		return "", Explanation{}, v
	}
	d := t.decide(known, scale)
	if d.level.Code == "" {
		for _, m := range d.missing {
			v.Add(fault.Field("metrics", m.Name), metricMissing, "metric", m)
		}
		if len(d.missing) == 0 {
			v.Add("metrics", noRowHolds)
		}
		return "", d.why, v
	}
	return d.level.Code, d.why, nil
}

// A decision is what a table came to; without a level it came to none, for want of the
// missing metrics or because no row holds.
type decision struct {
	level   Level
	missing []Metric
	why     Explanation
}

func (t Table) decide(f facts, scale Scale) decision {
	var d decision
	var open []Row // earlier rows that can't be told
	var steps []Explanation
	final, hit := t.Otherwise, 0
	for i, row := range t.Rows {
		level, _ := scale.Level(row.Level)
		found := row.When.holds(f)
		m := rowFails
		switch found {
		case yes:
			m, final, hit = rowHolds, row.Level, i+1
		case unknown:
			m = rowUnknown
			open = append(open, row)
		case no:
		}
		step := say(m, "row", i+1, "level", level)
		step.Steps = row.When.reasons(f, &level)
		steps = append(steps, step)
		if found == yes {
			break
		}
	}
	// A row that can't be told matters only where it would give another level.
	for _, row := range open {
		if row.Level != final {
			d.missing = row.When.unknowns(f, d.missing)
		}
	}
	level, _ := scale.Level(final)
	switch {
	case len(d.missing) > 0:
		d.why = say(undecided, "metrics", speakers(d.missing))
	case final == "":
		d.why = say(noRowHolds)
	case hit == 0:
		d.level, d.why = level, say(decidedOtherwise, "level", level, "rows", len(t.Rows))
	default:
		d.level, d.why = level, say(decidedByRow, "level", level, "row", hit, "rows", len(t.Rows))
	}
	d.why.Steps = steps
	return d
}

// levels are the codes of the levels that the table may give.
func (t Table) levels() map[string]bool {
	given := map[string]bool{}
	for _, row := range t.Rows {
		given[row.Level] = true
	}
	if t.Otherwise != "" {
		given[t.Otherwise] = true
	}
	return given
}

func checkLevel(v *fault.Violations, path, code string, scale Scale) {
	if _, ok := scale.Rank(code); !ok {
		v.Add(path, levelUnknown, "level", code)
	}
}

func byName(metrics []Metric) map[string]Metric {
	named := make(map[string]Metric, len(metrics))
	for _, m := range metrics {
		named[m.Name] = m
	}
	return named
}

func speakers[S text.Speaker](list []S) []text.Speaker {
	said := make([]text.Speaker, len(list))
	for i, s := range list {
		said[i] = s
	}
	return said
}
