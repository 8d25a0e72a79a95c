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
// from baseline to target, rounded to two places.
type Pace struct {
	Health   Health          `json:"health"`
	Progress decimal.Decimal `json:"progress"`
	Expected decimal.Decimal `json:"expected"`
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
// when it is behind by more than that. The zero Pacing is [DefaultPacing].
type Pacing struct {
	AtRisk   decimal.Decimal `json:"atRisk"`
	OffTrack decimal.Decimal `json:"offTrack"`
}

// DefaultPacing warns from 10 points behind and gives up hope from 25.
var DefaultPacing = Pacing{AtRisk: decimal.New(10, 0), OffTrack: decimal.New(25, 0)}

// pacePlaces is how many places the figures of a pace are shown with.
const pacePlaces = 2

// Judge holds progress in percent against the share of the time that is gone. The
// health follows from the exact figures, not from those rounded for the Pace.
func (p Pacing) Judge(progress decimal.Decimal, expected calendar.Share) Pace {
	if p.AtRisk.IsZero() && p.OffTrack.IsZero() {
		p = DefaultPacing
	}
	// Behind by days/of × 100 − progress; multiplied by of, nothing is divided.
	of := decimal.NewFromInt(int64(expected.Of))
	behind := number.Hundred.Mul(decimal.NewFromInt(int64(expected.Days))).Sub(progress.Mul(of))
	health := OnTrack
	switch {
	case behind.GreaterThan(p.OffTrack.Mul(of)):
		health = OffTrack
	case behind.GreaterThan(p.AtRisk.Mul(of)):
		health = AtRisk
	}
	return Pace{
		Health:   health,
		Progress: progress.Round(pacePlaces),
		Expected: expected.Apply(number.Hundred, pacePlaces),
	}
}

// Expected is the share of the way that the goal is expected to have come by the end of
// a day: the days gone out of those from the first of its terms, former ones included,
// to the day it is due. It is none before and all of them after.
func (g Goal) Expected(on calendar.Date) calendar.Share {
	whole := calendar.Period{From: g.begins(), To: g.Due()}
	if t, ok := g.TermsOn(on); ok {
		whole.To = t.dueIn(g.Period)
	}
	days := 0
	if !on.Before(whole.From) {
		days = min(whole.From.DaysUntil(on)+1, whole.Days())
	}
	return calendar.Share{Days: days, Of: whole.Days()}
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
// read, in percent.
func (t Terms) progress(figures map[string]decimal.Decimal, done []Done) (decimal.Decimal, error) {
	if len(t.Steps) > 0 {
		days, err := t.done(done, calendar.Date{})
		return t.stepProgress(days), err
	}
	progress, _, err := t.composite(rating.MissingReweighted, func(m Measure) (*decimal.Decimal, rating.Explanation, error) {
		figure, ok := figures[m.Metric]
		if !ok || !m.asks() {
			return nil, rating.Explanation{}, nil
		}
		way, why, err := m.progressCurve().Score(&figure, m.points())
		return &way, why, err
	})
	return progress, err
}

// progressCurve measures the way from the baseline to the target, and below zero when a
// figure moves the wrong way. Without a baseline there is no way to measure: the figure
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
