package rating

import (
	"cmp"
	"slices"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Metric is a figure that rules speak about, with the unit they mean it in.
type Metric struct {
	Name  string      `json:"name"`
	Label text.Label  `json:"label"`
	Unit  number.Unit `json:"unit,omitempty"`
	// From says how the metric is worked out of others; nil: its figure is given. One that
	// is worked out is in percent.
	From *Derivation `json:"from,omitempty"`
}

// In is the metric's label, or its name where it has none.
func (m Metric) In(l text.Lang) string {
	if m.Label.IsZero() {
		return m.Name
	}
	return m.Label.In(l)
}

// A Table is a decision table (R3): which of the rows that hold decides is its hit
// policy; when none holds, Otherwise.
type Table struct {
	// Hit says which row decides where several hold.
	Hit  Hit   `json:"hit,omitempty"`
	Rows []Row `json:"rows"`
	// Otherwise is the level when no row holds; empty: that is an error.
	Otherwise string `json:"otherwise,omitempty"`
}

// A Hit is a named answer to several rows that hold.
type Hit string

// The answers. The zero value is HitFirst.
const (
	HitFirst  Hit = "first"  // the first of them decides
	HitUnique Hit = "unique" // there are never two with different levels; a table that could have them is refused
	HitBest   Hit = "best"   // the one with the best level decides
)

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
// levels that do not exist, or compare in units that do not convert exactly; and one of
// which [Table.Analyse] finds that it can't be meant (R3).
func (t Table) Validate(metrics []Metric, scale Scale) error {
	named := byName(metrics)
	v := t.check(named, scale)
	if len(v) == 0 {
		for _, f := range t.analyse(named, scale) {
			if f.Refused {
				v = append(v, fault.Violation{Path: f.Path, Text: f.Text})
			}
		}
	}
	return v.Err()
}

// check is what is wrong with the form of a table.
func (t Table) check(metrics map[string]Metric, scale Scale) fault.Violations {
	var v fault.Violations
	checkChoice(&v, "hit", t.Hit, HitFirst, HitUnique, HitBest)
	switch {
	case len(t.Rows) == 0:
		v.Add("rows", rowsRequired)
	case len(t.Rows) > maxRows:
		v.Add("rows", tooMany, "max", maxRows)
		return v
	}
	rules := ruleCheck{metrics: metrics, into: &v}
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
	return v
}

// order is the rows' places in the order in which they decide: the first of them that
// holds does.
func (t Table) order(scale Scale) []int {
	order := make([]int, len(t.Rows))
	ranks := make([]int, len(t.Rows))
	for i, row := range t.Rows {
		order[i] = i
		ranks[i], _ = scale.Rank(row.Level)
	}
	if t.Hit == HitBest {
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(ranks[a], ranks[b]) })
	}
	return order
}

// Decide is the level that the table gives for the figures, and why: which row holds, and
// what it was that the rows before it asked and did not get (R3, R5). A figure that is
// not there is unknown, never false: when the level depends on it, that is a
// [fault.Violations] at the metric, and so it is when no row holds and nothing is said
// otherwise, or when rows of a unique table contradict each other. Paths begin at
// [Inputs]; those of an invalid table are as in [Table.Validate].
func (t Table) Decide(figures map[string]number.Quantity, metrics []Metric, scale Scale) (level string, why Explanation, err error) {
	if err := t.Validate(metrics, scale); err != nil {
		return "", Explanation{}, err
	}
	var v fault.Violations
	for i, m := range metrics {
		if m.From != nil {
			m.From.validate(&v, fault.Index("metrics", i), m, byName(metrics))
		}
	}
	if len(v) > 0 {
		return "", Explanation{}, v
	}
	known := readFigures(&v, figures, metrics)
	if len(v) > 0 {
		return "", Explanation{}, v
	}
	d := t.decide(known, scale)
	d.why.Steps = slices.Concat(known.derived, d.why.Steps)
	if d.level.Code == "" {
		for _, m := range d.missing {
			v.Add(fault.Field("metrics", m.Name), metricMissing, "metric", m)
		}
		if len(d.missing) == 0 {
			v = append(v, fault.Violation{Path: "metrics", Text: d.why.Text})
		}
		return "", d.why, v
	}
	return d.level.Code, d.why, nil
}

// A decision is what a table came to; without a level it came to none: for want of the
// missing metrics, or for the reason that why gives.
type decision struct {
	level   Level
	missing []Metric
	why     Explanation
}

func (t Table) decide(f facts, scale Scale) decision {
	var d decision
	var open []Row // rows that can't be told
	var steps []Explanation
	final, hit, clash := t.Otherwise, 0, 0
	for i, row := range t.Rows {
		level, _ := scale.Level(row.Level)
		found := row.When.holds(f)
		m := rowFails
		switch found {
		case yes:
			m = rowHolds
			switch {
			case hit == 0 || (t.Hit == HitBest && scale.better(row.Level, final)):
				final, hit = row.Level, i+1
			case t.Hit == HitUnique && clash == 0 && row.Level != final:
				clash = i + 1
			}
		case unknown:
			m = rowUnknown
			open = append(open, row)
		case no:
		}
		step := say(m, "row", i+1, "level", level)
		step.Steps = row.When.reasons(f, &level)
		steps = append(steps, step)
		if found == yes && t.Hit != HitBest && t.Hit != HitUnique {
			break
		}
	}
	// A row that can't be told matters only where it would give another level.
	for _, row := range open {
		if row.Level != final && (t.Hit != HitBest || hit == 0 || scale.better(row.Level, final)) {
			d.missing = row.When.unknowns(f, d.missing)
		}
	}
	level, _ := scale.Level(final)
	switch {
	case clash > 0:
		other, _ := scale.Level(t.Rows[clash-1].Level)
		d.missing = nil
		d.why = say(rowsDisagree, "row", hit, "level", level, "other", clash, "otherLevel", other)
	case len(d.missing) > 0:
		d.why = say(undecided, "metrics", speakers(d.missing))
	case final == "":
		d.why = say(noRowHolds)
	case hit == 0:
		d.level, d.why = level, say(decidedOtherwise, "level", level, "rows", len(t.Rows))
	case t.Hit == HitBest:
		d.level, d.why = level, say(decidedBest, "level", level, "row", hit, "rows", len(t.Rows))
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
		v.Add(path, levelUnknown, "level", text.Excerpt(code))
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
