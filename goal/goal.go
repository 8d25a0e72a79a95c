package goal

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Goal is what its owner commits to reach in a period (G1). It is a plain value;
// methods return a new one.
type Goal struct {
	record.Meta `json:"meta,omitzero"`

	// Owner is the employee, or for a goal of a unit or the company its code.
	Owner  string          `json:"owner" validate:"max=200"`
	Level  Level           `json:"level"`
	Period calendar.Period `json:"period"`
	// Terms are what is in force now; Former what was before, oldest first (G8).
	Terms  Terms   `json:"terms" validate:"-"`
	Former []Terms `json:"former,omitempty"`
	// CarriedFrom is the goal of an earlier period that this one goes on from.
	CarriedFrom string `json:"carriedFrom,omitempty" validate:"max=200"`

	Status     Status            `json:"status"`
	Signatures record.Signatures `json:"signatures,omitempty"`
	// Result is what became of the goal, once it is closed.
	Result *Result `json:"result,omitempty" validate:"-"`
}

// Terms are the content of a goal from a day on: what is signed, and what a revision replaces.
type Terms struct {
	// From is the first day the terms are in force; it is never before the period.
	From        calendar.Date `json:"from"`
	Form        Form          `json:"form"`
	Perspective Perspective   `json:"perspective,omitempty"`
	Title       string        `json:"title" validate:"max=200"`
	Description string        `json:"description,omitempty" validate:"max=4000"`
	// Why is the reason the goal matters (G5).
	Why    string `json:"why,omitempty" validate:"max=1000"`
	Method string `json:"method,omitempty" validate:"max=1000"`
	// Confidence is how sure the owner is to reach it, 0 to 100 (G5); nil: not said.
	Confidence *decimal.Decimal `json:"confidence,omitempty"`
	Due        calendar.Date    `json:"due,omitzero"` // within the period; zero: its last day
	// Path is how the goal is expected to come along; the zero Path runs straight (G7).
	Path     Path      `json:"path,omitzero"`
	Measures []Measure `json:"measures,omitempty" validate:"max=50"`
	// Steps are what a milestone goal consists of, in place of measures with a target.
	Steps []Step `json:"steps,omitempty" validate:"max=50,dive"`
	// Rubric is what a qualitative goal or one of development is judged by.
	Rubric *rating.Rubric `json:"rubric,omitempty" validate:"-"`
	// Learning is what the employee will be able to do after a goal of development. Where
	// it is said, the goal is reached only with evidence.
	Learning string `json:"learning,omitempty" validate:"max=1000"`
	// Supports are the goals above that this one carries (G6).
	Supports []Link `json:"supports,omitempty" validate:"max=50"`
	// DependsOn are the goals beside it that this one needs something of (G6).
	DependsOn []Dependency `json:"dependsOn,omitempty" validate:"max=50,dive"`
	// Rollup is how the goal's progress follows from that of the goals that carry it.
	Rollup Rollup `json:"rollup,omitempty"`
}

// A Link says that a goal carries another, and with what share of it in percent.
type Link struct {
	Goal  string           `json:"goal"`
	Share *decimal.Decimal `json:"share,omitempty"`
}

// A Dependency says what a goal needs of another, and by when.
type Dependency struct {
	Goal  string `json:"goal"`
	Needs string `json:"needs" validate:"max=500"`
	// By is the day it is needed; zero: the day on which the goal that needs it is due.
	By calendar.Date `json:"by,omitzero"`
}

// A Form is what kind of goal it is.
type Form string

// The forms (G1). KPI and OKR have measures with a target; the others may, or have what
// is theirs instead.
const (
	KPI         Form = "kpi"         // quantitative
	OKR         Form = "okr"         // an objective with key results, its measures
	Qualitative Form = "qualitative" // judged, by a [rating.Rubric] where there is one
	Milestone   Form = "milestone"   // each [Step] done
	Development Form = "development" // what is learnt, and the evidence of it
)

// A Level is whose goal it is.
type Level string

// The levels.
const (
	Company    Level = "company"
	Unit       Level = "unit"
	Individual Level = "individual"
)

// A Perspective is a goal's place in a balanced scorecard.
type Perspective string

// The perspectives.
const (
	Financial Perspective = "financial"
	Customer  Perspective = "customer"
	Process   Perspective = "process"
	Learning  Perspective = "learning"
)

var (
	forms = fault.Names[Form]{
		KPI:         {En: "KPI", Zh: "KPI"},
		OKR:         {En: "OKR", Zh: "OKR"},
		Qualitative: {En: "qualitative", Zh: "定性目标"},
		Milestone:   {En: "milestone", Zh: "里程碑"},
		Development: {En: "development", Zh: "发展目标"},
	}
	levels = fault.Names[Level]{
		Company:    {En: "company", Zh: "公司"},
		Unit:       {En: "unit", Zh: "部门"},
		Individual: {En: "individual", Zh: "个人"},
	}
	perspectives = fault.Names[Perspective]{
		Financial: {En: "financial", Zh: "财务"},
		Customer:  {En: "customer", Zh: "客户"},
		Process:   {En: "internal process", Zh: "内部流程"},
		Learning:  {En: "learning and growth", Zh: "学习与成长"},
	}
)

// In is the form in words.
func (f Form) In(l text.Lang) string { return forms.In(f, l) }

// In is the level in words.
func (v Level) In(l text.Lang) string { return levels.In(v, l) }

// In is the perspective in words.
func (p Perspective) In(l text.Lang) string { return perspectives.In(p, l) }

// A Draft is what a new goal is made from. Terms.From may be left out: the terms are
// then in force from the first day of the period.
type Draft struct {
	Owner  string          `json:"owner"`
	Level  Level           `json:"level"`
	Period calendar.Period `json:"period"`
	Terms  Terms           `json:"terms"`
	// CarriedFrom is the goal that this one goes on from, see [Goal.CarryOver].
	CarriedFrom string `json:"carriedFrom,omitempty"`
}

// New makes a goal in the state of a draft, or refuses it with every violation at once.
func New(k record.Key, d Draft, by record.Stamp) (Goal, error) {
	g := Goal{
		Meta:   record.New(k, by.For(string(VerbDraft))),
		Owner:  d.Owner,
		Level:  d.Level,
		Period: d.Period,
		Terms:  d.Terms.from(d.Period.From),
		Status: StatusDraft,

		CarriedFrom: d.CarriedFrom,
	}
	var v fault.Violations
	v.Nest("meta", g.Meta.Validate())
	v.Nest("", g.Validate())
	if err := v.Err(); err != nil {
		return Goal{}, err
	}
	return g, nil
}

// Validate re-checks the structure, whatever the day and the policy: what stores do
// before writing. The meta is theirs to check.
func (g Goal) Validate() error {
	var v fault.Violations
	if strings.TrimSpace(g.Owner) == "" {
		v.Add("owner", ownerRequired)
	}
	v.Nest("", check.Struct(g))
	levels.Check(&v, "level", g.Level)
	v.Nest("period", g.Period.Validate())
	for i, t := range g.Former {
		v.Nest(fault.Index("former", i), t.validate(g.ID, g.Period))
	}
	v.Nest("terms", g.Terms.validate(g.ID, g.Period))
	if n := len(g.Former); n > 0 && !g.Terms.From.After(g.Former[n-1].From) {
		v.Add("terms.from", fromNotLater, "from", g.Terms.From, "before", g.Former[n-1].From)
	}
	statuses.Check(&v, "status", g.Status)
	v.Nest("signatures", g.Signatures.Validate())
	switch _, ended := closing[g.Status]; {
	case g.Result != nil && g.Result.Status != g.Status:
		v.Add("result.status", resultState, "result", g.Result.Status, "status", g.Status)
	case g.Result == nil && ended:
		v.Add("result", resultMissing, "status", g.Status)
	}
	if g.Result != nil {
		v.Nest("result", g.Result.validate())
	}
	return v.Err()
}

// validate checks the terms of the goal with the given id, which may be empty, in its period.
func (t Terms) validate(id string, period calendar.Period) error {
	var v fault.Violations
	if strings.TrimSpace(t.Title) == "" {
		v.Add("title", titleRequired)
	}
	v.Nest("", check.Struct(t))
	forms.Check(&v, "form", t.Form)
	if t.Perspective != "" {
		perspectives.Check(&v, "perspective", t.Perspective)
	}
	if period.Validate() == nil {
		if !period.Contains(t.From) {
			v.Add("from", dateOutside, "date", t.From, "period", period)
		}
		switch due := t.dueIn(period); {
		case !period.Contains(due):
			v.Add("due", dateOutside, "date", due, "period", period)
		case due.Before(t.From):
			v.Add("due", dueBeforeFrom, "due", due, "from", t.From)
		}
		v.Nest("path", t.Path.validate(period, t.dueIn(period)))
	}
	checkPercent(&v, "confidence", t.Confidence)
	t.validateMeasures(&v)
	t.validateSteps(&v, period)
	t.validateRubric(&v)
	if t.Learning != "" && t.Form != Development {
		v.Add("learning", learningElsewhere, "form", t.Form)
	}
	if t.counted() && (len(t.Steps) > 0 || t.Rubric != nil) {
		v.Add("measures", countedTwice)
	}
	t.validateSupports(&v, id)
	t.validateDependsOn(&v, id, period)
	if t.Rollup != "" {
		rollups.Check(&v, "rollup", t.Rollup)
	}
	return v.Err()
}

func (t Terms) validateSupports(v *fault.Violations, id string) {
	seen := map[string]bool{}
	for i, link := range t.Supports {
		path := fault.Index("supports", i)
		switch {
		case strings.TrimSpace(link.Goal) == "":
			v.Add(fault.Field(path, "goal"), linkRequired)
		case link.Goal == id:
			v.Add(fault.Field(path, "goal"), linkSelf)
		case seen[link.Goal]:
			v.Add(fault.Field(path, "goal"), linkTwice, "goal", link.Goal)
		}
		seen[link.Goal] = true
		checkPercent(v, fault.Field(path, "share"), link.Share)
	}
}

func (t Terms) validateDependsOn(v *fault.Violations, id string, period calendar.Period) {
	seen := map[string]bool{}
	due := t.dueIn(period)
	for i, d := range t.DependsOn {
		path := fault.Index("dependsOn", i)
		switch {
		case strings.TrimSpace(d.Goal) == "":
			v.Add(fault.Field(path, "goal"), dependencyRequired)
		case d.Goal == id:
			v.Add(fault.Field(path, "goal"), dependencySelf)
		case seen[d.Goal]:
			v.Add(fault.Field(path, "goal"), dependencyTwice, "goal", d.Goal)
		}
		seen[d.Goal] = true
		if strings.TrimSpace(d.Needs) == "" {
			v.Add(fault.Field(path, "needs"), needsRequired)
		}
		if !d.By.IsZero() && d.By.After(due) {
			v.Add(fault.Field(path, "by"), neededAfterDue, "by", d.By, "due", due)
		}
	}
}

// checkPercent refuses a figure out of bounds or not between 0 and 100.
func checkPercent(v *fault.Violations, path string, p *decimal.Decimal) {
	if p == nil {
		return
	}
	if err := number.Check(*p); err != nil {
		v.Nest(path, err)
		return
	}
	if p.IsNegative() || p.GreaterThan(number.Hundred) {
		v.Add(path, percentRange, "percent", *p)
	}
}

// checkScore refuses a score below 0 or out of bounds.
func checkScore(v *fault.Violations, path string, score *decimal.Decimal) {
	if score == nil {
		return
	}
	if err := number.Check(*score); err != nil {
		v.Nest(path, err)
		return
	}
	if score.IsNegative() {
		v.Add(path, scoreNegative, "score", *score)
	}
}

// from is a copy of the terms, in force from the given day unless they say another.
func (t Terms) from(day calendar.Date) Terms {
	t.Measures = slices.Clone(t.Measures)
	t.Steps = slices.Clone(t.Steps)
	if t.Rubric != nil {
		t.Rubric = &rating.Rubric{Label: t.Rubric.Label, Grades: slices.Clone(t.Rubric.Grades)}
	}
	t.Supports = slices.Clone(t.Supports)
	t.DependsOn = slices.Clone(t.DependsOn)
	t.Path.Points = slices.Clone(t.Path.Points)
	if t.From.IsZero() {
		t.From = day
	}
	return t
}

func (t Terms) dueIn(period calendar.Period) calendar.Date {
	if t.Due.IsZero() {
		return period.To
	}
	return t.Due
}

// Due is the day the goal is to be reached: that of its terms, or the period's last.
func (g Goal) Due() calendar.Date { return g.Terms.dueIn(g.Period) }

// TermsOn are the terms in force on a day: those that began last. There are none before
// the first began (G8).
func (g Goal) TermsOn(d calendar.Date) (t Terms, ok bool) {
	for _, t := range slices.Backward(append(slices.Clone(g.Former), g.Terms)) {
		if !t.From.After(d) {
			return t, true
		}
	}
	return Terms{}, false
}

// begins is the day from which the goal is worked on.
func (g Goal) begins() calendar.Date {
	if len(g.Former) > 0 {
		return g.Former[0].From
	}
	return g.Terms.From
}

// employee is the owner of an individual's goal. The code of a unit is nobody's name, even
// if somebody has the same one.
func (g Goal) employee() string {
	if g.Level == Individual {
		return g.Owner
	}
	return ""
}

// tracked is the days from the first on which the goal is worked on to the one it is due.
func (g Goal) tracked() calendar.Period {
	return calendar.Period{From: g.begins(), To: g.Due()}
}

// Digest is over what is signed: owner, level, period, the terms in force and the goal
// that it was carried from, not over state and meta. Equal content has an equal digest.
func (g Goal) Digest() record.Digest {
	return record.Seal("goal", struct {
		Owner       string          `json:"owner"`
		Level       Level           `json:"level"`
		Period      calendar.Period `json:"period"`
		Terms       Terms           `json:"terms"`
		CarriedFrom string          `json:"carriedFrom,omitempty"`
	}{g.Owner, g.Level, g.Period, g.Terms, g.CarriedFrom})
}

// Signers are those who have to sign the goal: employee and manager for an individual's,
// and one signature in the name of the unit or the company otherwise.
func (g Goal) Signers() []record.Signer {
	if g.Level == Individual {
		return bothSigners(g.Owner)
	}
	return []record.Signer{{Role: ByUnit}}
}

// Edit replaces the terms of a draft. What is proposed has to be returned first.
func (g Goal) Edit(t Terms, by record.Stamp) (Goal, error) {
	edited, err := g.move(EventEdit, by)
	if err != nil {
		return g, err
	}
	edited.Terms = t.from(g.Period.From)
	var v fault.Violations
	v.Nest("terms", edited.Terms.validate(g.ID, g.Period))
	if err := v.Err(); err != nil {
		return g, err
	}
	return edited, nil
}

// Propose lays the draft before whoever has to sign it.
func (g Goal) Propose(by record.Stamp) (Goal, error) { return g.move(EventPropose, by) }

// Return gives a proposal back to be changed, for a reason that has to be given. The
// signatures so far are void.
func (g Goal) Return(reason string, by record.Stamp) (Goal, error) {
	returned, err := g.moveBecause(EventReturn, reason, by)
	if err != nil {
		return g, err
	}
	returned.Signatures = nil
	return returned, nil
}

// Sign puts a signature under a proposal; with those of all [Goal.Signers] it is agreed
// (G5). A signature under another content is [record.ErrStale]. Only the owner signs as
// employee, and nobody signs in two roles.
func (g Goal) Sign(s record.Signature) (Goal, error) {
	agreed, err := g.move(EventAgree, stampOf(s))
	if err != nil {
		return g, err
	}
	all, err := g.Signatures.Sign(s, g.Digest(), g.Signers()...)
	if err != nil {
		return g, err
	}
	agreed.Signatures = all
	if !all.Complete(g.Digest(), g.Signers()...) {
		agreed.Status = g.Status
	}
	return agreed, nil
}

// Activate puts an agreed goal in force, on the first day of its period or later.
func (g Goal) Activate(today calendar.Date, by record.Stamp) (Goal, error) {
	active, err := g.move(EventActivate, by)
	if err != nil {
		return g, err
	}
	if today.Before(g.Period.From) {
		return g, fault.Refuse(fault.ErrTransition, activateEarly, "from", g.Period.From)
	}
	return active, nil
}

// Cancel gives the goal up, for a reason that has to be given.
func (g Goal) Cancel(reason string, by record.Stamp) (Goal, error) {
	return g.moveBecause(EventCancel, reason, by)
}

// Close ends an active goal with what became of it. A result that is judged, that has
// no score or is a level of a rubric, needs a reason; and a goal of development that says
// what is to be learnt needs evidence, unless it was missed.
func (g Goal) Close(r Result, reason string, by record.Stamp) (Goal, error) {
	event, ok := closing[r.Status]
	if !ok {
		event = EventAchieve // the violation below says what is wrong with it
	}
	closed, err := g.move(event, by.Because(reason))
	if err != nil {
		return g, err
	}
	var v fault.Violations
	v.Nest("result", r.validate())
	if r.Score == nil || r.Level != "" {
		v.Nest("", by.Because(reason).Reasoned())
	}
	if g.Terms.Learning != "" && r.Status != StatusMissed && len(r.Evidence) == 0 {
		v.Add("evidence", learningUnproven)
	}
	if err := v.Err(); err != nil {
		return g, err
	}
	r.Readings, r.Done, r.Evidence = slices.Clone(r.Readings), slices.Clone(r.Done), slices.Clone(r.Evidence)
	closed.Result = &r
	return closed, nil
}

// Revise puts the terms of a revision in force that is approved and signed by both. The
// terms so far are kept in Former, and the revision's signatures become the goal's (G8).
func (g Goal) Revise(r Revision, by record.Stamp) (Goal, error) {
	revised, err := g.move(EventRevise, by.Because(r.Reason))
	if err != nil {
		return g, err
	}
	if r.Goal != g.ID || r.Tenant != g.Tenant || r.Status != RevisionStatusInForce {
		return g, fault.Refuse(fault.ErrTransition, revisionForeign, "revision", r.ID, "status", r.Status)
	}
	var v fault.Violations
	r.validateProposed(&v, g)
	if err := v.Err(); err != nil {
		return g, err
	}
	revised.Former = append(slices.Clone(g.Former), g.Terms)
	revised.Terms = r.Proposed.from(r.Requested)
	revised.Signatures = slices.Clone(r.Signatures)
	if !revised.Signatures.Complete(revised.Digest(), g.Signers()...) {
		return g, record.ErrStale
	}
	return revised, nil
}

func (g Goal) move(e Event, by record.Stamp) (Goal, error) {
	status, meta, err := Lifecycle.Move(goalLabel, g.Status, g.Meta, e, by.For("goal."+string(e)))
	if err != nil {
		return g, err
	}
	g.Status, g.Meta = status, meta
	return g, nil
}

func (g Goal) moveBecause(e Event, reason string, by record.Stamp) (Goal, error) {
	by = by.Because(reason)
	moved, err := g.move(e, by)
	if err != nil {
		return g, err
	}
	if err := by.Reasoned(); err != nil {
		return g, err
	}
	return moved, nil
}
