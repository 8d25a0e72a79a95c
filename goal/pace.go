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

// A Pace is progress against what was expected by a day, both in percent of the way
// from baseline to target, rounded to two places half away from zero.
type Pace struct {
	Health   Health          `json:"health"`
	Progress decimal.Decimal `json:"progress"`
	Expected decimal.Decimal `json:"expected"`
	// Projected is the progress foreseen for the day the goal is due, where the health
	// rests on it; nil: it does not, or there was not enough data.
	Projected *decimal.Decimal `json:"projected,omitempty"`
	// Measures are the measures that were read, each by itself.
	Measures []MeasurePace `json:"measures,omitempty"`
}

// A MeasurePace is the pace of one measure.
type MeasurePace struct {
	Metric    string           `json:"metric"`
	Health    Health           `json:"health"`
	Progress  decimal.Decimal  `json:"progress"`
	Projected *decimal.Decimal `json:"projected,omitempty"`
}

// Health says whether a goal is likely to be reached.
type Health string

// The states of health.
const (
	OnTrack  Health = "on-track"
	AtRisk   Health = "at-risk"
	OffTrack Health = "off-track"
)

var healths = fault.Names[Health]{
	OnTrack:  {En: "on track", Zh: "正常"},
	AtRisk:   {En: "at risk", Zh: "有风险"},
	OffTrack: {En: "off track", Zh: "已偏离"},
}

// In is the state of health in words.
func (h Health) In(l text.Lang) string { return healths.In(h, l) }

// Pacing says how many points behind the expectation a goal is at risk, and off track:
// when it is behind by more than that. Pacing without either has those of
// [DefaultPacing].
type Pacing struct {
	AtRisk   decimal.Decimal `json:"atRisk"`
	OffTrack decimal.Decimal `json:"offTrack"`
	// By is what the health of a check-in goes by.
	By HealthPolicy `json:"by,omitempty"`
	// Forecast is how the end is foreseen where the health goes by it.
	Forecast Forecast `json:"forecast,omitzero"`
}

// DefaultPacing warns from 10 points behind and gives up hope from 25.
var DefaultPacing = Pacing{AtRisk: decimal.New(10, 0), OffTrack: decimal.New(25, 0)}

// A HealthPolicy is a named answer to what the health of a goal is told by.
type HealthPolicy string

// The answers. The zero value is HealthByPace. Where there is not enough data to foresee
// the end, the pace alone decides.
const (
	HealthByPace       HealthPolicy = "pace"       // progress against what is expected by the day
	HealthByProjection HealthPolicy = "projection" // progress foreseen for the due day against all of the way
	HealthByWorse      HealthPolicy = "worse"      // the worse of the two
)

var healthPolicies = fault.Names[HealthPolicy]{
	HealthByPace:       {En: "by the pace", Zh: "按当前进度"},
	HealthByProjection: {En: "by the projection", Zh: "按期末预测"},
	HealthByWorse:      {En: "by the worse of pace and projection", Zh: "取当前进度与期末预测中较差者"},
}

// In is the policy in words.
func (p HealthPolicy) In(l text.Lang) string { return healthPolicies.In(p, l) }

// Validate refuses margins that are negative or out of order, and an unknown policy or
// forecast.
func (p Pacing) Validate() error {
	var v fault.Violations
	for _, margin := range []struct {
		path  string
		value decimal.Decimal
	}{{"atRisk", p.AtRisk}, {"offTrack", p.OffTrack}} {
		if err := number.Check(margin.value); err != nil {
			v.Nest(margin.path, err)
		} else if margin.value.IsNegative() {
			v.Add(margin.path, marginNegative, "margin", margin.value)
		}
	}
	if len(v) == 0 && p.OffTrack.LessThan(p.AtRisk) {
		v.Add("offTrack", marginOrder, "offTrack", p.OffTrack, "atRisk", p.AtRisk)
	}
	if p.By != "" {
		healthPolicies.Check(&v, "by", p.By)
	}
	v.Nest("forecast", p.Forecast.Validate())
	return v.Err()
}

// pacePlaces is how many places the figures of a pace are shown with.
const pacePlaces = 2

// Judge holds progress against what is expected by now, both in percent. The health
// follows from the exact figures, not from those rounded for the Pace.
func (p Pacing) Judge(progress, expected decimal.Decimal) Pace {
	if p.AtRisk.IsZero() && p.OffTrack.IsZero() {
		p.AtRisk, p.OffTrack = DefaultPacing.AtRisk, DefaultPacing.OffTrack
	}
	behind := expected.Sub(progress)
	health := OnTrack
	switch {
	case behind.GreaterThan(p.OffTrack):
		health = OffTrack
	case behind.GreaterThan(p.AtRisk):
		health = AtRisk
	}
	return Pace{Health: health, Progress: progress.Round(pacePlaces), Expected: expected.Round(pacePlaces)}
}

// decide is the health by the policy, from that of the pace and the one foreseen, which
// is empty when nothing can be foreseen.
func (p HealthPolicy) decide(pace, foreseen Health) Health {
	switch {
	case foreseen == "":
	case p == HealthByProjection, p == HealthByWorse && foreseen.worse(pace):
		return foreseen
	}
	return pace
}

func (h Health) worse(than Health) bool {
	return h == OffTrack || (h == AtRisk && than == OnTrack)
}

// Expected is how much of the way the goal is expected to have come by the end of a day,
// in percent and cut to 18 places: along the path of the terms in force on that day, from
// the first day of its terms, former ones included, to the day it is due. It is none
// before and all of it after.
func (g Goal) Expected(on calendar.Date) decimal.Decimal {
	path, whole := g.course(on)
	return path.expected(whole, on)
}

// course is the path in force on a day, and the days from its beginning to its end.
func (g Goal) course(on calendar.Date) (Path, calendar.Period) {
	t, ok := g.TermsOn(on)
	if !ok {
		t = g.Terms
	}
	return t.Path, calendar.Period{From: g.begins(), To: t.dueIn(g.Period)}
}

// read are the figures of a check-in. Where the terms have a figure to reach, one at
// least is there; where they have none, the progress is stated.
func (t Terms) read(d CheckInDraft) (map[string]decimal.Decimal, error) {
	var v fault.Violations
	figures, err := t.figures(d.Readings)
	v.Nest("", err)
	read := slices.ContainsFunc(t.Measures, func(m Measure) bool {
		_, ok := figures[m.Metric]
		return ok && m.asks()
	})
	_, err = t.done(d.Done, d.On)
	v.Nest("", err)
	switch {
	case len(t.Steps) > 0 && d.Progress != nil:
		v.Add("progress", progressCounted)
	case len(t.Steps) > 0:
	case !t.counted() && d.Progress == nil:
		v.Add("progress", progressRequired)
	case t.counted() && d.Progress != nil:
		v.Add("progress", progressCounted)
	case t.counted() && !read:
		v.Add("readings", readingRequired)
	}
	checkPercent(&v, "progress", d.Progress)
	return figures, v.Err()
}

// progress is how far the goal has come by its steps done or by the measures that were
// read, and each of these by its metric, in percent.
func (t Terms) progress(figures map[string]decimal.Decimal, done []Done) (decimal.Decimal, map[string]decimal.Decimal, error) {
	if len(t.Steps) > 0 {
		days, err := t.done(done, calendar.Date{})
		return t.stepProgress(days), nil, err
	}
	ways := make(map[string]decimal.Decimal, len(figures))
	progress, _, err := t.composite(rating.MissingReweighted, func(m Measure) (*decimal.Decimal, rating.Explanation, error) {
		figure, ok := figures[m.Metric]
		if !ok || !m.asks() {
			return nil, rating.Explanation{}, nil
		}
		way, why, err := m.progress(figure)
		ways[m.Metric] = way
		return &way, why, err
	})
	return progress, ways, err
}

// progress is how far a figure is on the way from the baseline to the target, in percent,
// and below zero when it moves the wrong way. The measure has a target or a range.
func (m Measure) progress(figure decimal.Decimal) (decimal.Decimal, rating.Explanation, error) {
	return m.progressCurve().Score(&figure, m.points())
}

// progressCurve measures the way. Without a baseline there is none to measure: the figure
// then counts as far as it would score, by default its ratio to the target; and so does
// one that is to stay within a range.
func (m Measure) progressCurve() rating.Curve {
	if m.Baseline == nil || m.Direction == Within {
		c := m.curve()
		c.Floor, c.Worse = nil, rating.WorseNegative
		return c
	}
	return rating.Curve{Shape: rating.Progress, Worse: rating.WorseNegative, Still: rating.StillKept}
}
