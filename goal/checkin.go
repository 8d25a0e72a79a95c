package goal

import (
	"encoding/json"
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A CheckIn is what was found of a goal on a day (G7).
type CheckIn struct {
	record.Meta `json:"meta,omitzero"`

	Goal string `json:"goal"`
	// Employee is the goal's owner; empty for a goal of a unit or the company, which is
	// nobody's own.
	Employee string        `json:"employee,omitempty"`
	On       calendar.Date `json:"on"`
	// Readings are the figures, one a measure at most.
	Readings []Reading `json:"readings,omitempty"`
	// Done are all steps done by then, of a milestone goal.
	Done []Done `json:"done,omitempty"`
	// Confidence is how sure the employee is to reach the goal, 0 to 100.
	Confidence *decimal.Decimal  `json:"confidence,omitempty"`
	Events     []KeyEvent        `json:"events,omitempty" validate:"max=50,dive"`
	Evidence   []record.Evidence `json:"evidence,omitempty" validate:"max=50"`
	Obstacles  string            `json:"obstacles,omitempty" validate:"max=2000"`
	Help       string            `json:"help,omitempty" validate:"max=2000"` // the help that is asked
	// Answers say what became of the help, in the order in which they were given.
	Answers []Answer `json:"answers,omitempty" validate:"max=50,dive"`
	// Pace is how the goal stood against what was expected on that day.
	Pace Pace `json:"pace"`
	// Corrections are those of the figures, oldest first, each with what it replaced.
	Corrections []Correction `json:"corrections,omitempty"`
}

// A Reading is the figure of one measure, by its metric.
type Reading struct {
	Metric string          `json:"metric"`
	Value  decimal.Decimal `json:"value"`
	// Unit is the unit that the figure comes in; empty: the measure's.
	Unit number.Unit `json:"unit,omitempty"`
}

func (r Reading) quantity() number.Quantity { return number.Quantity{Value: r.Value, Unit: r.Unit} }

// A KeyEvent is something that happened and bears on the goal (关键事件).
type KeyEvent struct {
	What     string            `json:"what" validate:"max=500"`
	On       calendar.Date     `json:"on"`
	Effect   Effect            `json:"effect"`
	Evidence []record.Evidence `json:"evidence,omitempty" validate:"max=20"`
}

// An Effect is how an event bears on a goal.
type Effect string

// The effects.
const (
	Positive Effect = "positive"
	Negative Effect = "negative"
	Neutral  Effect = "neutral"
)

var effects = fault.Names[Effect]{
	Positive: {En: "positive", Zh: "正面"},
	Negative: {En: "negative", Zh: "负面"},
	Neutral:  {En: "neutral", Zh: "中性"},
}

// In is the effect in words.
func (e Effect) In(l text.Lang) string { return effects.In(e, l) }

// An Answer is what somebody says to the help that is asked.
type Answer struct {
	By    record.Stamp `json:"by"`
	Help  HelpStatus   `json:"help"`
	Words string       `json:"words" validate:"max=2000"`
}

// A HelpStatus is what becomes of the help that is asked.
type HelpStatus string

// The states of help. None is asked, or it waits for an answer, where there is none yet.
const (
	HelpPromised HelpStatus = "promised"
	HelpGiven    HelpStatus = "given"
	HelpDeclined HelpStatus = "declined"
)

var helpStatuses = fault.Names[HelpStatus]{
	HelpPromised: {En: "promised", Zh: "已承诺"},
	HelpGiven:    {En: "given", Zh: "已提供"},
	HelpDeclined: {En: "declined", Zh: "未同意"},
}

// In is the status in words.
func (s HelpStatus) In(l text.Lang) string { return helpStatuses.In(s, l) }

// A Correction is that of wrong figures: who made it, when and why, and what they were.
type Correction struct {
	By       record.Stamp `json:"by"`
	Readings []Reading    `json:"readings,omitempty"`
	Done     []Done       `json:"done,omitempty"`
	Pace     Pace         `json:"pace"`
}

// A CheckInDraft is what a new check-in is made from. An event without a day is of the
// check-in's, one without an effect is neutral.
type CheckInDraft struct {
	On       calendar.Date `json:"on"`
	Readings []Reading     `json:"readings,omitempty"`
	// Done are the steps done so far of a goal that consists of them.
	Done []Done `json:"done,omitempty"`
	// Progress is how far the goal has come in percent, in the employee's judgement: for
	// goals that have no measure with a target, and only for them.
	Progress   *decimal.Decimal  `json:"progress,omitempty"`
	Confidence *decimal.Decimal  `json:"confidence,omitempty"`
	Events     []KeyEvent        `json:"events,omitempty"`
	Evidence   []record.Evidence `json:"evidence,omitempty"`
	Obstacles  string            `json:"obstacles,omitempty"`
	Help       string            `json:"help,omitempty"`
}

// NewCheckIn makes a check-in for an active goal and works out its pace, or refuses it
// with every violation at once: the day lies within the period and not before the terms,
// and the readings are of the metrics in force on that day. A pacing that goes by the
// projection looks at the goal's earlier check-ins too.
func NewCheckIn(k record.Key, g Goal, d CheckInDraft, pacing Pacing, by record.Stamp, earlier ...CheckIn) (CheckIn, error) {
	if g.Status != StatusActive {
		return CheckIn{}, fault.Refuse(fault.ErrTransition, checkInNotActive, "goal", g.ID, "status", g.Status)
	}
	c := CheckIn{
		Meta:       record.New(k, by.For(string(VerbCheckIn))),
		Goal:       g.ID,
		Employee:   g.employee(),
		On:         d.On,
		Readings:   slices.Clone(d.Readings),
		Done:       slices.Clone(d.Done),
		Confidence: d.Confidence,
		Events:     eventsOf(d),
		Evidence:   slices.Clone(d.Evidence),
		Obstacles:  d.Obstacles,
		Help:       d.Help,
		Pace:       Pace{Health: OnTrack},
	}
	var v fault.Violations
	v.Nest("meta", c.Meta.Validate())
	if c.Tenant != g.Tenant {
		v.Add("meta.tenant", tenantOther)
	}
	v.Nest("", c.Validate())
	if _, ok := g.TermsOn(d.On); !d.On.IsZero() && (!ok || !g.Period.Contains(d.On)) {
		v.Add("on", dateOutside, "date", d.On, "period", calendar.Period{From: g.begins(), To: g.Period.To})
	}
	if terms, ok := g.TermsOn(d.On); ok {
		c.Readings = terms.InUnits(d.Readings, number.WorkTime{})
	}
	c.Pace = c.judge(&v, g, d.Progress, pacing, earlier)
	if err := v.Err(); err != nil {
		return CheckIn{}, err
	}
	return c, nil
}

// eventsOf are the events of the draft with their days and effects.
func eventsOf(d CheckInDraft) []KeyEvent {
	events := slices.Clone(d.Events)
	for i, e := range events {
		if e.On.IsZero() {
			events[i].On = d.On
		}
		if e.Effect == "" {
			events[i].Effect = Neutral
		}
		events[i].Evidence = slices.Clone(e.Evidence)
	}
	return events
}

// judge is the pace of a check-in, or adds to v what is wrong with its figures. It is not
// judged when something else is wrong already.
func (c CheckIn) judge(v *fault.Violations, g Goal, stated *decimal.Decimal, pacing Pacing, earlier []CheckIn) Pace {
	terms, ok := g.TermsOn(c.On)
	if !ok {
		terms = g.Terms
	}
	figures, err := terms.read(CheckInDraft{On: c.On, Readings: c.Readings, Done: c.Done, Progress: stated})
	v.Nest("", err)
	v.Nest("pacing", pacing.Validate())
	if len(*v) > 0 {
		return c.Pace
	}
	expected := g.Expected(c.On)
	var measures []MeasurePace
	if stated == nil {
		progress, ways, err := terms.progress(figures, c.Done)
		v.Nest("", err)
		stated = &progress
		for _, m := range terms.Measures {
			if way, read := ways[m.Metric]; read {
				one := pacing.Judge(way, expected)
				measures = append(measures, MeasurePace{Metric: m.Metric, Health: one.Health, Progress: one.Progress})
			}
		}
	}
	pace := pacing.Judge(*stated, expected)
	pace.Measures = measures
	if len(*v) > 0 || pacing.By == "" || pacing.By == HealthByPace {
		return pace
	}
	c.Pace = pace
	others := slices.DeleteFunc(slices.Clone(earlier), func(o CheckIn) bool { return o.On == c.On })
	p, err := g.Project(append(others, c), c.On, pacing)
	v.Nest("", err)
	pace.Projected, pace.Health = p.Progress, pacing.By.decide(pace.Health, p.Health)
	for i, m := range measures {
		at := slices.IndexFunc(p.Measures, func(one MeasureProjection) bool { return one.Metric == m.Metric })
		if at >= 0 {
			measures[i].Projected, measures[i].Health = p.Measures[at].Progress, pacing.By.decide(m.Health, p.Measures[at].Health)
		}
	}
	return pace
}

// Validate re-checks the structure: what stores do before writing.
func (c CheckIn) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(c.Goal) == "" {
		v.Add("goal", checkInGoalRequired)
	}
	if c.On.IsZero() {
		v.Add("on", checkInDayRequired)
	}
	v.Nest("", check.Struct(c))
	validateReadings(&v, c.Readings)
	checkPercent(&v, "confidence", c.Confidence)
	for i, e := range c.Events {
		v.Nest(fault.Index("events", i), e.validate(c.On))
	}
	for i, e := range c.Evidence {
		v.Nest(fault.Index("evidence", i), e.Validate())
	}
	for i, a := range c.Answers {
		v.Nest(fault.Index("answers", i), a.validate())
	}
	if len(c.Answers) > 0 && strings.TrimSpace(c.Help) == "" {
		v.Add("answers", helpNotAsked)
	}
	v.Nest("pace", c.Pace.validate())
	for i, correction := range c.Corrections {
		v.Nest(fault.Index("corrections", i), correction.validate())
	}
	return v.Err()
}

func validateReadings(v *fault.Violations, readings []Reading) {
	for i, r := range readings {
		v.Nest(fault.Field(fault.Index("readings", i), "value"), number.Check(r.Value))
	}
}

func (p Pace) validate() error {
	var v fault.Violations
	healths.Check(&v, "health", p.Health)
	for i, m := range p.Measures {
		healths.Check(&v, fault.Field(fault.Index("measures", i), "health"), m.Health)
	}
	return v.Err()
}

// validate checks an event that is told on a day.
func (e KeyEvent) validate(told calendar.Date) error {
	var v fault.Violations
	if strings.TrimSpace(e.What) == "" {
		v.Add("what", eventRequired)
	}
	effects.Check(&v, "effect", e.Effect)
	switch {
	case told.IsZero(): // the check-in has no day, which is said of the check-in
	case e.On.IsZero():
		v.Add("on", eventDayRequired)
	case e.On.After(told):
		v.Add("on", eventLater, "on", e.On, "told", told)
	}
	for i, evidence := range e.Evidence {
		v.Nest(fault.Index("evidence", i), evidence.Validate())
	}
	return v.Err()
}

func (a Answer) validate() error {
	var v fault.Violations
	v.Nest("by", a.By.Validate())
	helpStatuses.Check(&v, "help", a.Help)
	if strings.TrimSpace(a.Words) == "" {
		v.Add("words", answerRequired)
	}
	return v.Err()
}

func (c Correction) validate() error {
	var v fault.Violations
	v.Nest("by", c.By.Validate())
	v.Nest("by", c.By.Reasoned())
	validateReadings(&v, c.Readings)
	v.Nest("pace", c.Pace.validate())
	return v.Err()
}

// A CorrectionDraft is what the figures of a check-in should have been.
type CorrectionDraft struct {
	// Readings are all the figures of the day, those that were right included.
	Readings []Reading `json:"readings,omitempty"`
	// Done are all the steps done by then.
	Done []Done `json:"done,omitempty"`
	// Progress is what should have been stated, see [CheckInDraft].
	Progress *decimal.Decimal `json:"progress,omitempty"`
	Reason   string           `json:"reason"`
}

// Correct replaces wrong figures of a check-in while its goal is active, for a reason
// that has to be given, and works out the pace of that day anew. What was there before
// stays in Corrections; day, events and words stay as they are. The earlier check-ins are
// those that [NewCheckIn] takes.
func (c CheckIn) Correct(g Goal, d CorrectionDraft, pacing Pacing, by record.Stamp, earlier ...CheckIn) (CheckIn, error) {
	if g.Status != StatusActive {
		return c, fault.Refuse(fault.ErrTransition, checkInNotActive, "goal", g.ID, "status", g.Status)
	}
	by = by.Because(d.Reason).For(string(VerbCorrectCheckIn))
	var v fault.Violations
	if c.Goal != g.ID || c.Tenant != g.Tenant {
		v.Add("goal", checkInForeign, "goal", g.ID)
	}
	v.Nest("by", by.Validate())
	v.Nest("", by.Reasoned())
	corrected := c
	corrected.Meta = c.Touched(by)
	corrected.Readings, corrected.Done = slices.Clone(d.Readings), slices.Clone(d.Done)
	if terms, ok := g.TermsOn(c.On); ok {
		corrected.Readings = terms.InUnits(d.Readings, number.WorkTime{})
	}
	corrected.Corrections = append(slices.Clone(c.Corrections), Correction{By: by, Readings: c.Readings, Done: c.Done, Pace: c.Pace})
	validateReadings(&v, d.Readings)
	corrected.Pace = corrected.judge(&v, g, d.Progress, pacing, earlier)
	if len(v) == 0 && sameReadings(c.Readings, corrected.Readings) && slices.Equal(c.Done, d.Done) && c.Pace.Progress.Equal(corrected.Pace.Progress) {
		v.Add("", nothingCorrected)
	}
	if err := v.Err(); err != nil {
		return c, err
	}
	return corrected, nil
}

// sameReadings reports whether the figures are the same in whatever order.
func sameReadings(a, b []Reading) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(r Reading) bool {
		return !slices.ContainsFunc(b, func(s Reading) bool { return r.Metric == s.Metric && r.Value.Equal(s.Value) })
	})
}

// HelpOpen reports whether help is asked that nobody has answered, or that is promised
// and not given yet.
func (c CheckIn) HelpOpen() bool {
	n := len(c.Answers)
	return strings.TrimSpace(c.Help) != "" && (n == 0 || c.Answers[n-1].Help == HelpPromised)
}

// AnswerHelp puts an answer to the help that is asked; a promise can be followed by what
// became of it.
func (c CheckIn) AnswerHelp(status HelpStatus, words string, by record.Stamp) (CheckIn, error) {
	by = by.For(string(VerbAnswerHelp))
	answer := Answer{By: by, Help: status, Words: words}
	answered := c
	answered.Meta = c.Touched(by)
	answered.Answers = append(slices.Clone(c.Answers), answer)
	if err := answered.Validate(); err != nil {
		return c, err
	}
	return answered, nil
}

// upgradeEvents brings the check-ins of schema 1, whose key events were plain words, to
// schema 2: an event of that time is of the check-in's day and neutral.
func upgradeEvents(old json.RawMessage) (json.RawMessage, error) {
	var fields map[string]json.RawMessage
	if err := json.Unmarshal(old, &fields); err != nil {
		return nil, err
	}
	var on calendar.Date
	var told []string
	for _, field := range []struct {
		name string
		into any
	}{{"on", &on}, {"events", &told}} {
		if raw, ok := fields[field.name]; ok {
			if err := json.Unmarshal(raw, field.into); err != nil {
				return nil, err
			}
		}
	}
	if len(told) == 0 {
		return old, nil
	}
	var events []KeyEvent
	for _, words := range told {
		if strings.TrimSpace(words) != "" {
			events = append(events, KeyEvent{What: words, On: on, Effect: Neutral})
		}
	}
	var err error
	if fields["events"], err = json.Marshal(events); err != nil {
		return nil, err
	}
	return json.Marshal(fields)
}
