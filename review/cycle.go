package review

import (
	"slices"
	"strings"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Cycle is one round of reviews over a period (V1). At launch it keeps the rules it
// will rate by; a change of the rules elsewhere no longer reaches it.
type Cycle struct {
	record.Meta `json:"meta,omitzero"`

	Label  text.Label      `json:"label"`
	Period calendar.Period `json:"period"`
	// Phases stand in the order in which they are gone through; windows may overlap. A
	// phase that has none is open for as long as the cycle is launched.
	Phases []Window      `json:"phases"`
	Rules  rating.Policy `json:"rules"`
	// Appeals is how appeals are filed and answered.
	Appeals AppealRules `json:"appeals"`
	// MinReason is the least number of characters a reason for a changed rating has.
	MinReason int         `json:"minReason"`
	Status    CycleStatus `json:"status"`
}

// A Window is when a phase is open.
type Window struct {
	Phase Phase           `json:"phase"`
	Open  calendar.Period `json:"open"`
}

// A Phase is a part of a cycle.
type Phase string

// The phases, in their order. The appeal phase is for planning only: how long an appeal
// can be filed counts from each result's own publication, see [AppealRules].
const (
	SelfPhase        Phase = "self"
	ManagerPhase     Phase = "manager"
	CalibrationPhase Phase = "calibration"
	FeedbackPhase    Phase = "feedback"
	AppealPhase      Phase = "appeal"
)

// A CycleStatus is where a cycle stands.
type CycleStatus string

// The states of a cycle. A closed cycle takes no more forms and no more calibration;
// what was published can still be confirmed and appealed.
const (
	CycleStatusDraft    CycleStatus = "draft"
	CycleStatusLaunched CycleStatus = "launched"
	CycleStatusClosed   CycleStatus = "closed"
)

// A CycleEvent is what can happen to a cycle.
type CycleEvent string

// The events of a cycle.
const (
	CycleEventEdit       CycleEvent = "edit"
	CycleEventLaunch     CycleEvent = "launch"
	CycleEventEnrol      CycleEvent = "enrol"
	CycleEventReschedule CycleEvent = "reschedule"
	CycleEventClose      CycleEvent = "close"
)

// CycleLifecycle is everything that can happen to a cycle.
var CycleLifecycle = record.Lifecycle[CycleStatus, CycleEvent]{
	CycleStatusDraft:    {CycleEventEdit: CycleStatusDraft, CycleEventLaunch: CycleStatusLaunched},
	CycleStatusLaunched: {CycleEventEnrol: CycleStatusLaunched, CycleEventReschedule: CycleStatusLaunched, CycleEventClose: CycleStatusClosed},
}

// A CycleDraft is what a cycle is made from.
type CycleDraft struct {
	Label     text.Label      `json:"label"`
	Period    calendar.Period `json:"period"`
	Phases    []Window        `json:"phases"`
	Rules     rating.Policy   `json:"rules"`
	Appeals   AppealRules     `json:"appeals"`
	MinReason int             `json:"minReason"`
}

// answerWithin is how many working days an answer to an appeal may take unless said otherwise (V10).
const answerWithin = 3

// NewCycle sets up a cycle as a draft. An appeal is to be answered within 3 working days
// unless the setup says otherwise (V10). Errors are those of [Cycle.Validate].
func NewCycle(k record.Key, s CycleDraft, by record.Stamp) (Cycle, error) {
	return checked(Cycle{Meta: record.New(k, by.For(string(VerbSetUp))), Status: CycleStatusDraft}.with(s), Cycle{})
}

// Edit replaces the setup of a cycle that is not launched yet.
func (c Cycle) Edit(s CycleDraft, by record.Stamp) (Cycle, error) {
	next, err := c.move(CycleEventEdit, by.For(string(VerbSetUp)))
	if err != nil {
		return c, err
	}
	return checked(next.with(s), c)
}

func (c Cycle) with(s CycleDraft) Cycle {
	if s.Appeals.AnswerWithin == 0 {
		s.Appeals.AnswerWithin = answerWithin
	}
	c.Label, c.Period, c.Phases, c.Rules = s.Label, s.Period, slices.Clone(s.Phases), s.Rules
	c.Appeals, c.MinReason = s.Appeals, s.MinReason
	return c
}

// Launch opens the cycle for its participants. From here on its rules are fixed.
func (c Cycle) Launch(by record.Stamp) (Cycle, error) {
	return c.move(CycleEventLaunch, by.For(string(VerbLaunch)))
}

// Reschedule gives a launched cycle other windows, for a reason.
func (c Cycle) Reschedule(phases []Window, reason string, by record.Stamp) (Cycle, error) {
	next, err := c.move(CycleEventReschedule, by.For(string(VerbReschedule)).Because(reason))
	if err != nil {
		return c, err
	}
	next.Phases = slices.Clone(phases)
	var v fault.Violations
	requireText(&v, "reason", reason)
	v.Nest("", next.Validate())
	if len(v) > 0 {
		return c, v
	}
	return next, nil
}

// Close ends the cycle.
func (c Cycle) Close(by record.Stamp) (Cycle, error) {
	return c.move(CycleEventClose, by.For(string(VerbClose)))
}

// Window is when a phase is open; ok is false when nothing is said about it.
func (c Cycle) Window(p Phase) (open calendar.Period, ok bool) {
	for _, w := range c.Phases {
		if w.Phase == p {
			return w.Open, true
		}
	}
	return calendar.Period{}, false
}

// PhaseOpen reports whether the work of a phase can be done on a day: the cycle is
// launched, and the day is in the phase's window where it has one.
func (c Cycle) PhaseOpen(p Phase, on calendar.Date) bool {
	window, ok := c.Window(p)
	return c.Status == CycleStatusLaunched && (!ok || window.Contains(on))
}

// RequireOpen refuses, naming the window, what belongs to a phase that is not open on a day.
func (c Cycle) RequireOpen(p Phase, on calendar.Date) error {
	if c.PhaseOpen(p, on) {
		return nil
	}
	if c.Status != CycleStatusLaunched {
		return fault.Refuse(fault.ErrTransition, cycleNotRunning, "phase", p, "state", c.Status)
	}
	window, _ := c.Window(p)
	return fault.Refuse(fault.ErrTransition, phaseShut, "phase", p, "window", window, "day", on)
}

// Validate refuses a cycle that could not be run: without a label or a valid period, a
// phase that does not exist, is listed twice, has no valid window or begins before the
// one listed ahead of it, rules that are not sound, and deadlines of less than a day.
func (c Cycle) Validate() error {
	var v fault.Violations
	if c.Label.IsZero() {
		v.Add("label", labelRequired)
	}
	v.Nest("period", c.Period.Validate())
	seen := map[Phase]bool{}
	var last calendar.Date
	for i, w := range c.Phases {
		path := fault.Index("phases", i)
		phases.Check(&v, fault.Field(path, "phase"), w.Phase)
		if seen[w.Phase] {
			v.Add(fault.Field(path, "phase"), phaseTwice, "phase", w.Phase)
		}
		seen[w.Phase] = true
		v.Nest(fault.Field(path, "open"), w.Open.Validate())
		if w.Open.From.Before(last) {
			v.Add(fault.Field(path, "open.from"), phaseOrder, "phase", w.Phase, "from", w.Open.From, "last", last)
		}
		last = w.Open.From
	}
	v.Nest("rules", c.Rules.Validate())
	v.Nest("appeals", c.Appeals.Validate())
	if c.MinReason < 0 || c.MinReason > maxText {
		v.Add("minReason", minReasonRange, "max", maxText)
	}
	cycleStatuses.Check(&v, "status", c.Status)
	return v.Err()
}

func (c Cycle) move(e CycleEvent, by record.Stamp) (Cycle, error) {
	to, err := CycleLifecycle.Next(cycleLabel, c.Status, e)
	if err != nil {
		return c, err
	}
	c.Status, c.Meta = to, c.Touched(by)
	return c, nil
}

// A Participant is one employee's place in a cycle, with the unit and the manager as
// they were at launch.
type Participant struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string `json:"cycle"`
	Employee string `json:"employee"`
	Manager  string `json:"manager"`
	Unit     string `json:"unit,omitempty"`
}

// An Enrolment asks for an employee's place in a cycle. Where a service has a directory,
// manager and unit that are empty are looked up in it.
type Enrolment struct {
	Employee string `json:"employee"`
	Manager  string `json:"manager,omitempty"`
	Unit     string `json:"unit,omitempty"`
}

// Enrol gives an employee a place in a launched cycle, and refuses one without a manager
// or who would be their own.
func (c Cycle) Enrol(k record.Key, e Enrolment, by record.Stamp) (Participant, error) {
	if _, err := CycleLifecycle.Next(cycleLabel, c.Status, CycleEventEnrol); err != nil {
		return Participant{}, err
	}
	return checked(Participant{
		Meta:  record.New(k, by.For(string(VerbEnrol))),
		Cycle: c.ID, Employee: e.Employee, Manager: e.Manager, Unit: e.Unit,
	}, Participant{})
}

// Validate refuses a participant without cycle, employee or manager, and one who is
// their own manager.
func (p Participant) Validate() error {
	var v fault.Violations
	requireText(&v, "cycle", p.Cycle)
	requireText(&v, "employee", p.Employee)
	requireText(&v, "manager", p.Manager)
	if p.Employee != "" && p.Employee == p.Manager {
		v.Add("manager", raterSelf, "person", p.Employee)
	}
	return v.Err()
}

// maxText is the length of the longest free text of the package, in characters.
const maxText = 4000

// checked is next when it is valid, else before with what is wrong with next.
func checked[T interface{ Validate() error }](next, before T) (T, error) {
	if err := next.Validate(); err != nil {
		return before, err
	}
	return next, nil
}

func requireText(v *fault.Violations, path, s string) {
	if strings.TrimSpace(s) == "" {
		v.Add(path, textRequired)
	}
}
