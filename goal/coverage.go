package goal

import "github.com/meritkit/meritkit/text"

// A Coverage says how well goals are aligned and where there are gaps (G6).
type Coverage struct {
	Goals int `json:"goals"`
	// Aligned counts the goals that carry another one that was given, and Carried those
	// that are carried by one.
	Aligned int           `json:"aligned"`
	Carried int           `json:"carried"`
	Gaps    []CoverageGap `json:"gaps,omitempty"`
}

// A CoverageGap is one thing that is not covered. Its code says what: goal.coverage.uncarried (a
// goal of a unit or the company that nobody carries), goal.coverage.unaligned (a goal
// below the company's that supports nothing), goal.shares.sum and goal.shares.partial
// (shares that don't add up to 100 %, or are not all named), goal.coverage.link and
// goal.coverage.dependency (a goal that was not given), goal.coverage.late (what is
// depended on is due after it is needed).
type CoverageGap struct {
	Goal string `json:"goal"`
	// Other is the goal at the other end of the link or the dependency, if it is about one.
	Other string `json:"other,omitempty"`
	text.Text
}

// Coverage finds the gaps, of each kind in the order in which the goals were given.
func (a *Alignment) Coverage() Coverage {
	c := Coverage{Goals: len(a.ids), Carried: len(a.carried)}
	tied := make([]bool, len(a.ids)) // supports a goal that was not given
	for _, t := range a.links {
		tied[t.from] = true
	}
	for n, i := range a.place {
		id := a.ids[n]
		carried, aligned := len(a.below.from(i)) > 0, len(a.above.from(i)) > 0
		if aligned {
			c.Aligned++
		}
		if level := a.levels[n]; !carried && (level == Company || level == Unit) {
			c.Gaps = append(c.Gaps, CoverageGap{Goal: id, Text: gapUncarried.With("goal", id)})
		}
		if !aligned && !tied[n] && a.levels[n] != Company {
			c.Gaps = append(c.Gaps, CoverageGap{Goal: id, Text: gapUnaligned.With("goal", id)})
		}
		switch a.balance[i] {
		case balanceOff:
			c.Gaps = append(c.Gaps, CoverageGap{Goal: id, Text: sharesOff.With("goal", id, "sum", a.shared(i))})
		case balancePartial:
			c.Gaps = append(c.Gaps, CoverageGap{Goal: id, Text: sharesPartial.With("goal", id)})
		default:
		}
	}
	for _, t := range a.links {
		id := a.ids[t.from]
		c.Gaps = append(c.Gaps, CoverageGap{Goal: id, Other: t.goal, Text: gapLink.With("goal", id, "other", t.goal)})
	}
	for _, t := range a.needs {
		id := a.ids[t.from]
		if t.to == none {
			c.Gaps = append(c.Gaps, CoverageGap{Goal: id, Other: t.goal, Text: gapDependency.With("goal", id, "other", t.goal)})
			continue
		}
		by, due := t.by, a.due[t.to]
		if by.IsZero() {
			by = a.due[t.from]
		}
		if !by.IsZero() && due.After(by) {
			c.Gaps = append(c.Gaps, CoverageGap{Goal: id, Other: t.goal, Text: gapLate.With("goal", id, "other", t.goal, "by", by, "due", due)})
		}
	}
	return c
}
