package goal

import (
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Version is the terms of a goal and the days on which they were in force (G8).
type Version struct {
	Terms  Terms           `json:"terms"`
	During calendar.Period `json:"during"`
	// Share is that of the days from the first of the goal to the one it is due. The
	// shares of all versions add up to exactly 1.
	Share calendar.Share `json:"share"`
}

// Versions are the terms that were in force, one after the other, to the day on which
// the goal is due.
func (g Goal) Versions() []Version {
	whole := g.tracked()
	all := make([]Version, 0, len(g.Former)+1)
	for _, t := range g.Former {
		all = append(all, Version{Terms: t})
	}
	all = append(all, Version{Terms: g.Terms})
	for i := range all {
		all[i].During = calendar.Period{From: all[i].Terms.From, To: whole.To}
		if i+1 < len(all) {
			all[i].During.To = all[i+1].Terms.From.AddDays(-1)
		}
		all[i].Share = calendar.Share{Days: all[i].During.Days(), Of: whole.Days()}
	}
	return all
}

// A RevisedPolicy is a named answer to how a goal is scored whose terms were revised.
type RevisedPolicy string

// The answers. The zero value is RevisedLatest. The other two score every version and
// weigh the scores by the days on which it was in force.
const (
	// RevisedLatest scores the figures at the end under the latest terms alone.
	RevisedLatest RevisedPolicy = "latest"
	// RevisedByDays scores each version on the last figures of its own days: for figures
	// that tell how things stand, such as a response time.
	RevisedByDays RevisedPolicy = "by-days"
	// RevisedAtEnd scores each version on the figures at the end: for figures that add up
	// over the period, such as sales, of which a part of the days has only a part.
	RevisedAtEnd RevisedPolicy = "at-end"
)

var revisedPolicies = fault.Names[RevisedPolicy]{
	RevisedLatest: {En: "under the latest terms", Zh: "按最新内容计分"},
	RevisedByDays: {En: "by days, each version on the figures of its days", Zh: "按生效天数折算（各取其生效期内的数据）"},
	RevisedAtEnd:  {En: "by days, each version on the figures at the end", Zh: "按生效天数折算（均取期末数据）"},
}

// In is the policy in words.
func (p RevisedPolicy) In(l text.Lang) string { return revisedPolicies.In(p, l) }

// Score is what the goal scores in percent of what was asked, not rounded, with the share
// of each version of its terms. given are the figures at the end; for a metric without
// one, the figure of the latest check-in that has it counts. What becomes of a measure
// without a figure, and of a version that has none at all, is for missing to say.
func (g Goal) Score(checkIns []CheckIn, given []Reading, revised RevisedPolicy, missing rating.MissingPolicy) (decimal.Decimal, rating.Explanation, error) {
	if revised == "" {
		revised = RevisedLatest
	}
	var v fault.Violations
	if revisedPolicies.Check(&v, "revised", revised); len(v) > 0 {
		return decimal.Decimal{}, rating.Explanation{}, v
	}
	made := byDay(checkIns)
	if revised == RevisedLatest || len(g.Former) == 0 {
		return g.Terms.Score(g.Terms.latest(made, given), missing)
	}
	if _, err := g.Terms.figures(given); err != nil {
		return decimal.Decimal{}, rating.Explanation{}, err
	}
	versions := g.Versions()
	parts := make([]rating.Component, len(versions))
	how := make([]rating.Explanation, len(versions))
	for i, version := range versions {
		last := i+1 == len(versions)
		parts[i] = rating.Component{
			Name:   text.Label{En: version.During.In(text.English), Zh: version.During.In(text.Chinese)},
			Weight: decimal.NewFromInt(int64(version.Share.Days)),
		}
		of, final := made, given
		if revised == RevisedByDays {
			of = slices.DeleteFunc(slices.Clone(made), func(c CheckIn) bool {
				// What is found after the due day is found of the last version.
				return c.On.Before(version.During.From) || (!last && c.On.After(version.During.To))
			})
			if !last {
				final = nil
			}
		}
		readings := version.Terms.latest(of, version.Terms.known(final))
		if len(readings) == 0 || !version.Terms.counted() {
			if missing != rating.MissingReweighted {
				v.Add(fault.Index("versions", i), versionUnscored, "period", version.During)
			}
			continue
		}
		score, why, err := version.Terms.Score(readings, missing)
		if err != nil {
			v.Nest(fault.Index("versions", i), err)
			continue
		}
		parts[i].Score = &score
		how[i] = rating.Explanation{
			Text:  versionScores.With("from", version.During.From, "to", version.During.To, "days", version.Share.Days, "of", version.Share.Of),
			Steps: []rating.Explanation{why},
		}
	}
	return together(v, parts, how, missing)
}

// Conclude is the result that check-ins and final figures give the goal, see [Goal.Score];
// [Goal.Close] takes it.
func (g Goal) Conclude(checkIns []CheckIn, given []Reading, revised RevisedPolicy, missing rating.MissingPolicy, o Outcomes) (Result, error) {
	score, why, err := g.Score(checkIns, given, revised, missing)
	if err != nil {
		return Result{}, err
	}
	readings := g.Terms.InUnits(g.Terms.latest(byDay(checkIns), given), number.WorkTime{})
	return Result{Status: o.Of(score), Score: &score, Readings: readings, Why: &why}, nil
}

// byDay are the check-ins in the order of their days.
func byDay(checkIns []CheckIn) []CheckIn {
	return slices.SortedStableFunc(slices.Values(checkIns), func(a, b CheckIn) int { return a.On.Compare(b.On) })
}

// known are the readings of metrics that the terms have.
func (t Terms) known(readings []Reading) []Reading {
	return slices.DeleteFunc(slices.Clone(readings), func(r Reading) bool {
		return !slices.ContainsFunc(t.Measures, func(m Measure) bool { return m.Metric == r.Metric })
	})
}
