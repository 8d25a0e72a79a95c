package goal

import (
	"cmp"
	"slices"
	"sort"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Forecast says how the end is foreseen. The zero Forecast goes along the path.
type Forecast struct {
	Method ForecastMethod `json:"method,omitempty"`
	// Last is how many of the latest check-ins a recent trend is drawn through, at least
	// three; 0: [DefaultLast].
	Last int `json:"last,omitempty"`
}

// DefaultLast is how many check-ins a recent trend is drawn through.
const DefaultLast = 5

// trendLeast is how many it takes: two lie on a line whatever they are.
const trendLeast = 3

// A ForecastMethod is a named way to foresee where a figure comes to.
type ForecastMethod string

// The methods. The zero value is AlongPath. A figure starts at its baseline on the day
// before the terms begin; one without a baseline starts at its first check-in.
const (
	// AlongPath keeps the figure as far ahead of the path or behind it, in proportion, as
	// it has come since its start; a straight path gives what FromStart gives.
	AlongPath ForecastMethod = "along-path"
	// FromStart goes straight on from the start through the last figure.
	FromStart ForecastMethod = "from-start"
	// RecentTrend is the line of least squares over the days of the last check-ins.
	RecentTrend ForecastMethod = "recent-trend"
	// LastHolds leaves the figure where it is.
	LastHolds ForecastMethod = "last-holds"
)

var forecastMethods = fault.Names[ForecastMethod]{
	AlongPath:   {En: "along the path as so far", Zh: "按计划路径推算"},
	FromStart:   {En: "straight on from the start", Zh: "按起点至今的直线趋势推算"},
	RecentTrend: {En: "by the recent trend", Zh: "按近期趋势推算"},
	LastHolds:   {En: "if the last figure holds", Zh: "按最新数据不变推算"},
}

// In is the method in words.
func (m ForecastMethod) In(l text.Lang) string { return forecastMethods.In(m, l) }

// Validate refuses an unknown method and a trend through less than three check-ins.
func (f Forecast) Validate() error {
	var v fault.Violations
	if f.Method != "" {
		forecastMethods.Check(&v, "method", f.Method)
	}
	if f.Last != 0 && f.Last < trendLeast {
		v.Add("last", trendShort, "last", f.Last, "least", trendLeast)
	}
	return v.Err()
}

// A Projection is what becomes of a goal by the day it is due if it goes on as a method
// says (G7): the risk, while there is time.
type Projection struct {
	Method ForecastMethod `json:"method"`
	// On is the day of the latest check-in that this rests on; zero: there is none.
	On  calendar.Date `json:"on,omitzero"`
	Due calendar.Date `json:"due"`
	// Progress is that on the due day, in percent, rounded to two places half away from
	// zero; nil: there is not enough data, and Why says what it would take.
	Progress *decimal.Decimal `json:"progress,omitempty"`
	// Health is the risk: the progress foreseen against all of the way; empty without one.
	Health Health `json:"health,omitempty"`
	// Reached is the day on which all that was asked is reached; zero: it is not to be
	// foreseen. What has been reached has the day of the latest check-in.
	Reached  calendar.Date       `json:"reached,omitzero"`
	Measures []MeasureProjection `json:"measures,omitempty"`
	Why      rating.Explanation  `json:"why"`
}

// A MeasureProjection is what becomes of one measure.
type MeasureProjection struct {
	Metric string `json:"metric"`
	// Figure is that on the due day, with two places more than those it comes from,
	// rounded half away from zero; nil: there is not enough data.
	Figure   *decimal.Decimal `json:"figure,omitempty"`
	Progress *decimal.Decimal `json:"progress,omitempty"`
	Health   Health           `json:"health,omitempty"`
	Reached  calendar.Date    `json:"reached,omitzero"`
}

// Project foresees the day on which the goal is due from its check-ins up to a day, under
// the terms in force then. A measure that there is not enough data for is left out of the
// goal's progress and says so; with none left nothing is foreseen. checkIns are those of
// one goal, in any order.
func (g Goal) Project(checkIns []CheckIn, on calendar.Date, pacing Pacing) (Projection, error) {
	var v fault.Violations
	v.Nest("pacing", pacing.Validate())
	t, ok := g.TermsOn(on)
	if !ok {
		v.Add("on", dateOutside, "date", on, "period", calendar.Period{From: g.begins(), To: g.Period.To})
	}
	if err := v.Err(); err != nil {
		return Projection{}, err
	}
	path, whole := g.course(on)
	o := outlook{path: path, whole: whole, forecast: pacing.Forecast}
	o.forecast.Method = cmp.Or(o.forecast.Method, AlongPath)
	made := slices.DeleteFunc(byDay(checkIns), func(c CheckIn) bool {
		return c.On.After(on) || c.On.Before(whole.From)
	})
	p := Projection{Method: o.forecast.Method, Due: whole.To}
	if len(made) > 0 {
		p.On = made[len(made)-1].On
	}
	if !slices.ContainsFunc(t.Measures, func(m Measure) bool { return m.Target != nil }) {
		return o.stated(p, made, pacing), nil
	}
	return o.measured(p, t, made, pacing)
}

// measured completes the projection of a goal whose measures have targets.
func (o outlook) measured(p Projection, t Terms, made []CheckIn, pacing Pacing) (Projection, error) {
	foreseen, all := 0, true
	var lacking []rating.Explanation
	progress, why, err := t.composite(rating.MissingReweighted, func(m Measure) (*decimal.Decimal, rating.Explanation, error) {
		if m.Target == nil {
			return nil, rating.Explanation{}, nil
		}
		one, progress, how := o.measure(m, made, pacing)
		p.Measures = append(p.Measures, one)
		if all = all && !one.Reached.IsZero(); one.Reached.After(p.Reached) {
			p.Reached = one.Reached
		}
		if progress != nil {
			foreseen++
		} else {
			lacking = append(lacking, how)
		}
		return progress, how, nil
	})
	if !all {
		p.Reached = calendar.Date{}
	}
	if foreseen == 0 {
		p.Why = rating.Explanation{Text: nothingForeseen.With("due", p.Due), Steps: lacking}
		return p, nil
	}
	if err != nil {
		return Projection{}, err
	}
	return p.with(progress, pacing, why), nil
}

// stated completes the projection of a goal whose progress is stated.
func (o outlook) stated(p Projection, made []CheckIn, pacing Pacing) Projection {
	seen := make([]sighting, len(made))
	for i, c := range made {
		seen[i] = sighting{c.On, c.Pace.Progress}
	}
	line, lack := o.trend(new(decimal.Decimal), seen)
	if lack != nil {
		p.Why = rating.Explanation{Text: nothingForeseen.With("due", p.Due), Steps: []rating.Explanation{{Text: *lack}}}
		return p
	}
	progress := line.at(o.x(o.horizon(p.On)))
	last := seen[len(seen)-1]
	p.Reached = o.reached(line, last, number.Hundred, !last.value.LessThan(number.Hundred))
	return p.with(progress, pacing, o.explain(progress.Round(pacePlaces), number.Percent, last, p.Reached))
}

// with is the projection with the progress foreseen.
func (p Projection) with(progress decimal.Decimal, pacing Pacing, how rating.Explanation) Projection {
	judged := pacing.Judge(progress, number.Hundred)
	p.Progress, p.Health = &judged.Progress, judged.Health
	p.Why = rating.Explanation{
		Text:  progressForeseen.With("progress", judged.Progress, "due", p.Due, "health", p.Health),
		Steps: []rating.Explanation{how},
	}
	return p
}

// An outlook is what a figure is foreseen in.
type outlook struct {
	path     Path
	whole    calendar.Period
	forecast Forecast
}

// A sighting is a figure on a day.
type sighting struct {
	on    calendar.Date
	value decimal.Decimal
}

// measure foresees a measure that has a target. The progress, which is not rounded, is
// nil when there is not enough data, or when what the figure comes to has no progress.
func (o outlook) measure(m Measure, made []CheckIn, pacing Pacing) (MeasureProjection, *decimal.Decimal, rating.Explanation) {
	one := MeasureProjection{Metric: m.Metric}
	var seen []sighting
	for _, c := range made {
		for _, r := range c.Readings {
			if r.Metric == m.Metric {
				seen = append(seen, sighting{c.On, r.Value})
			}
		}
	}
	line, lack := o.trend(m.Baseline, seen)
	if lack != nil {
		return one, nil, rating.Explanation{Text: *lack}
	}
	last := seen[len(seen)-1]
	figure := line.at(o.x(o.horizon(last.on)))
	if m.progressCurve().Shape == rating.InverseRatio && figure.IsNegative() {
		figure = decimal.Zero // a figure that is a ratio to its target goes no lower
	}
	progress, _, err := m.progress(figure)
	if err == nil {
		err = number.Check(progress)
	}
	if err != nil {
		return one, nil, rating.Explanation{Text: fault.Of(err)[0].Text}
	}
	judged := pacing.Judge(progress, number.Hundred)
	one.Figure = new(figure.Round(o.places(m, seen)))
	one.Progress, one.Health = &judged.Progress, judged.Health
	one.Reached = o.reached(line, last, *m.Target, m.Reached(last.value))
	return one, &progress, o.explain(*one.Figure, m.Unit, last, one.Reached)
}

func (o outlook) explain(figure decimal.Decimal, unit number.Unit, last sighting, reached calendar.Date) rating.Explanation {
	due := o.horizon(last.on)
	why := rating.Explanation{Text: figureForeseen.With(
		"method", o.forecast.Method, "figure", number.Quantity{Value: figure, Unit: unit}, "due", due,
		"last", number.Quantity{Value: last.value, Unit: unit}, "on", last.on,
	)}
	if reached.IsZero() {
		why.Steps = []rating.Explanation{{Text: notToBeReached.Plain()}}
	} else {
		why.Steps = []rating.Explanation{{Text: toBeReached.With("on", reached)}}
	}
	return why
}

// places are two more than those of the figures that a projection comes from.
func (o outlook) places(m Measure, seen []sighting) int32 {
	places := int32(0)
	if m.Target != nil {
		places = max(places, -m.Target.Exponent())
	}
	for _, s := range seen {
		places = max(places, -s.value.Exponent())
	}
	return min(places+pacePlaces, number.MaxPlaces)
}

// horizon is the day that is foreseen: the due day, or a later one of the last figure.
func (o outlook) horizon(last calendar.Date) calendar.Date {
	if last.After(o.whole.To) {
		return last
	}
	return o.whole.To
}

// bent reports whether figures are drawn over the path and not over the days.
func (o outlook) bent() bool {
	return o.forecast.Method == AlongPath && o.path.Shape != "" && o.path.Shape != PathStraight
}

// before is the day before the terms begin, on which a figure stands at its baseline.
func (o outlook) before() calendar.Date { return o.whole.From.AddDays(-1) }

// x is where a day lies: by what is expected by then, or by the days gone.
func (o outlook) x(on calendar.Date) decimal.Decimal {
	if o.bent() {
		return o.path.expected(o.whole, on)
	}
	return decimal.NewFromInt(int64(o.before().DaysUntil(on)))
}

// A line is y = (base + slope·x) ÷ under. It is exact: what divides is kept apart, above
// zero, until a figure is asked for.
type line struct{ base, slope, under decimal.Decimal }

func (l line) at(x decimal.Decimal) decimal.Decimal {
	return quotient(l.base.Add(l.slope.Mul(x)), l.under)
}

// level is the line of a figure that stays.
func level(y decimal.Decimal) line { return line{y, decimal.Zero, decimal.New(1, 0)} }

// trend is the line on which a figure goes on, or what is lacking for one.
func (o outlook) trend(start *decimal.Decimal, seen []sighting) (line, *text.Text) {
	need := 1
	switch o.forecast.Method {
	case AlongPath, FromStart:
		if start == nil {
			need = 2
		}
	case RecentTrend:
		need = trendLeast
	case LastHolds:
	}
	if len(seen) < need {
		return line{}, new(forecastShort.With("method", o.forecast.Method, "need", need, "have", len(seen)))
	}
	last := seen[len(seen)-1]
	if o.forecast.Method == LastHolds || !last.on.Before(o.whole.To) {
		return level(last.value), nil
	}
	var l line
	if o.forecast.Method == RecentTrend {
		l = o.squares(seen[max(0, len(seen)-cmp.Or(o.forecast.Last, DefaultLast)):])
	} else {
		first := seen[0]
		if start != nil {
			first = sighting{o.before(), *start}
		}
		x0, x1 := o.x(first.on), o.x(last.on)
		l = line{
			base:  first.value.Mul(x1).Sub(last.value.Mul(x0)),
			slope: last.value.Sub(first.value),
			under: x1.Sub(x0),
		}
	}
	if !l.under.IsPositive() {
		return line{}, new(forecastStill.With("method", o.forecast.Method, "on", last.on))
	}
	return l, nil
}

// squares is the line of least squares over the days.
func (o outlook) squares(seen []sighting) line {
	n := decimal.NewFromInt(int64(len(seen)))
	var x, y, xx, xy decimal.Decimal
	for _, s := range seen {
		day := o.x(s.on)
		x, y = x.Add(day), y.Add(s.value)
		xx, xy = xx.Add(day.Mul(day)), xy.Add(day.Mul(s.value))
	}
	slope := n.Mul(xy).Sub(x.Mul(y))
	spread := n.Mul(xx).Sub(x.Mul(x))
	return line{base: y.Mul(spread).Sub(slope.Mul(x)), slope: slope.Mul(n), under: spread.Mul(n)}
}

// reached is the first day on which the line is at the finish; zero: on none.
func (o outlook) reached(l line, last sighting, finish decimal.Decimal, already bool) calendar.Date {
	if already {
		return last.on
	}
	if l.slope.Sign() != finish.Sub(last.value).Sign() {
		return calendar.Date{} // the figure stays or goes the other way
	}
	x := quotient(finish.Mul(l.under).Sub(l.base), l.slope)
	if o.bent() {
		days := last.on.DaysUntil(o.whole.To)
		at := sort.Search(days, func(i int) bool { return !o.x(last.on.AddDays(i + 1)).LessThan(x) })
		if at == days {
			return calendar.Date{} // the path ends short of it
		}
		return last.on.AddDays(at + 1)
	}
	if x.GreaterThan(farthest) {
		return calendar.Date{}
	}
	next := decimal.NewFromInt(int64(o.before().DaysUntil(last.on) + 1))
	return o.before().AddDays(int(decimal.Max(x.Ceil(), next).IntPart()))
}

// farthest is more days than the calendar has.
var farthest = decimal.New(4_000_000, 0)
