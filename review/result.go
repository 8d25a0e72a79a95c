package review

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Result is what a cycle comes to for one employee. The rating as it was proposed is
// never altered; what calibration and appeals made of the level stands beside it, each
// change with from, to, why and who (V8, V9).
type Result struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string        `json:"cycle"`
	Employee string        `json:"employee"`
	Rater    string        `json:"rater"`
	Unit     string        `json:"unit,omitempty"`
	Proposed rating.Rating `json:"proposed"`
	Changes  []LevelChange `json:"changes,omitempty"`
	// Level is the level now: the last change's, or the proposed one.
	Level string `json:"level"`
	// Confirmed says that calibration looked at an unchanged rating and kept it.
	Confirmed *record.Stamp `json:"confirmed,omitempty"`
	Status    ResultStatus  `json:"status"`
	Published *record.Stamp `json:"published,omitempty"`
	// PublishedOn is the civil date of publication, from which the days for an appeal count.
	PublishedOn calendar.Date     `json:"publishedOn,omitzero"`
	Signatures  record.Signatures `json:"signatures,omitempty"`
}

// A LevelChange is one change of a level after it was proposed.
type LevelChange struct {
	From   string            `json:"from"`
	To     string            `json:"to"`
	Why    string            `json:"why"`
	Source Source            `json:"source"`
	By     record.Stamp      `json:"by"`
	Basis  []record.Evidence `json:"basis,omitempty"`
}

// A Source is what a change of level came from.
type Source string

// The sources.
const (
	FromCalibration Source = "calibration"
	FromAppeal      Source = "appeal"
)

// A ResultStatus is where a result stands.
type ResultStatus string

// The states of a result.
const (
	ResultStatusProposed   ResultStatus = "proposed"
	ResultStatusCalibrated ResultStatus = "calibrated"
	ResultStatusPublished  ResultStatus = "published"
	ResultStatusAccepted   ResultStatus = "accepted" // the employee has signed
	ResultStatusAppealed   ResultStatus = "appealed"
)

// A ResultEvent is what can happen to a result.
type ResultEvent string

// The events of a result.
const (
	ResultEventCalibrate ResultEvent = "calibrate"
	ResultEventKeep      ResultEvent = "keep"
	ResultEventPublish   ResultEvent = "publish"
	ResultEventAccept    ResultEvent = "accept"
	ResultEventAppeal    ResultEvent = "appeal"
	ResultEventSettle    ResultEvent = "settle"
)

// ResultLifecycle is everything that can happen to a result.
var ResultLifecycle = record.Lifecycle[ResultStatus, ResultEvent]{
	ResultStatusProposed:   {ResultEventCalibrate: ResultStatusCalibrated, ResultEventKeep: ResultStatusCalibrated},
	ResultStatusCalibrated: {ResultEventCalibrate: ResultStatusCalibrated, ResultEventPublish: ResultStatusPublished},
	ResultStatusPublished:  {ResultEventAccept: ResultStatusAccepted, ResultEventAppeal: ResultStatusAppealed},
	ResultStatusAppealed:   {ResultEventSettle: ResultStatusPublished},
	ResultStatusAccepted:   {},
}

// Propose makes a participant's result from the submitted review of their manager.
func Propose(k record.Key, p Participant, m ManagerReview, by record.Stamp) (Result, error) {
	var v fault.Violations
	if m.Cycle != p.Cycle || m.Employee != p.Employee {
		v.Add("employee", reviewForeign, "employee", p.Employee, "cycle", p.Cycle)
	}
	if m.Status != FormStatusSubmitted || m.Rating == nil {
		v.Add("rating", notSubmitted)
	}
	if len(v) > 0 {
		return Result{}, v
	}
	return checked(Result{
		Meta:  record.New(k, by.For(string(VerbSubmitManager))),
		Cycle: m.Cycle, Employee: m.Employee, Rater: m.Rater, Unit: p.Unit,
		Proposed: *m.Rating, Level: m.Rating.Level, Status: ResultStatusProposed,
	}, Result{})
}

// Calibrate changes the level, for a reason of at least minReason characters (and never
// of none). It refuses, all at once: a level that the rules do not have, the level that
// stands, a reason too short, a level whose gate the proposal's figures do not meet,
// rules other than those the proposal was rated by, and one's own result.
func (r Result) Calibrate(to, why string, rules rating.Policy, minReason int, by record.Stamp) (Result, error) {
	next, err := r.move(ResultEventCalibrate, by.For(string(VerbCalibrate)).Because(why))
	if err != nil {
		return r, err
	}
	var v fault.Violations
	r.checkChange(&v, "to", to, "why", why, rules, minReason)
	r.checkGates(&v, to, rules)
	if by.By == r.Employee {
		v.Add("by", ownResult, "person", by.By)
	}
	if len(v) > 0 {
		return r, v
	}
	next.Confirmed = nil
	return checked(next.changed(LevelChange{
		From: r.Level, To: to, Why: strings.TrimSpace(why), Source: FromCalibration, By: next.Updated,
	}), r)
}

// Keep says that calibration looked at the proposed level and leaves it. Nothing is
// published that calibration has neither changed nor kept.
func (r Result) Keep(by record.Stamp) (Result, error) {
	next, err := r.move(ResultEventKeep, by.For(string(VerbKeep)))
	if err != nil {
		return r, err
	}
	if by.By == r.Employee {
		var v fault.Violations
		v.Add("by", ownResult, "person", by.By)
		return r, v
	}
	next.Confirmed = new(next.Updated)
	return next, nil
}

// Publish releases the result to the employee on a day (V9).
func (r Result) Publish(on calendar.Date, by record.Stamp) (Result, error) {
	next, err := r.move(ResultEventPublish, by.For(string(VerbPublish)))
	if err != nil {
		return r, err
	}
	if on.IsZero() {
		var v fault.Violations
		v.Add("publishedOn", dateRequired)
		return r, v
	}
	next.Published, next.PublishedOn = new(next.Updated), on
	return next, nil
}

// Accept takes the employee's signature under the result as it stands: one that covers
// [Result.Digest], in the role [goal.ByEmployee]. A signature under an earlier level is
// refused with [record.ErrStale], and so is somebody else's.
func (r Result) Accept(s record.Signature) (Result, error) {
	next, err := r.move(ResultEventAccept, record.By(s.By, s.At).For(string(VerbAccept)).Because(s.Note))
	if err != nil {
		return r, err
	}
	signer := record.Signer{Role: goal.ByEmployee, By: []string{r.Employee}}
	if next.Signatures, err = r.Signatures.Sign(s, r.Digest(), signer); err != nil {
		return r, err
	}
	return next, nil
}

// Appeal marks the result as appealed; [FileAppeal] makes the appeal itself.
func (r Result) Appeal(by record.Stamp) (Result, error) {
	return r.move(ResultEventAppeal, by.For(string(VerbAppeal)))
}

// AfterAppeal publishes the result again once its appeal is decided or withdrawn. An
// adjusted outcome changes the level, with the appeal as its basis, and voids every
// signature; what was before stays in Changes. Level and reason are checked as in
// [Result.Calibrate], but not the gates: the appeal may have found the figures wrong.
func (r Result) AfterAppeal(a Appeal, rules rating.Policy, minReason int, by record.Stamp) (Result, error) {
	by = by.For(string(VerbDecide))
	next, err := r.move(ResultEventSettle, by)
	if err != nil {
		return r, err
	}
	var v fault.Violations
	if a.Result != r.ID || a.Employee != r.Employee {
		v.Add("result", appealForeign, "appeal", a.ID, "result", r.ID)
	}
	if a.Status != AppealStatusDecided && a.Status != AppealStatusWithdrawn {
		v.Add("status", appealUndecided)
	}
	if a.Outcome == Adjusted {
		r.checkChange(&v, "level", a.Level, "decision", a.Decision, rules, minReason)
	}
	if len(v) > 0 {
		return r, v
	}
	if a.Outcome != Adjusted {
		return next, nil
	}
	next.Meta = r.Touched(by.Because(a.Decision))
	next.Signatures = nil
	next.Published, next.PublishedOn = new(next.Updated), a.Decided
	return checked(next.changed(LevelChange{
		From: r.Level, To: a.Level, Why: a.Decision, Source: FromAppeal, By: next.Updated,
		Basis: []record.Evidence{{Record: &record.Ref{Kind: AppealKind.Name, ID: a.ID}}},
	}), r)
}

// AppealUntil is the last day on which an appeal can be filed: so many working days
// after publication. It fails where the calendar does.
func (r Result) AppealUntil(rules AppealRules, w calendar.Working) (calendar.Date, error) {
	return calendar.AddWorkingDays(w, r.PublishedOn, rules.FileWithin)
}

// Digest is what the employee signs: whom the result is of, the proposed rating with all
// it rests on, every change of the level, and the level.
func (r Result) Digest() record.Digest {
	return record.Seal("review.result", struct {
		Cycle, Employee, Rater string
		Proposed               rating.Rating
		Changes                []LevelChange
		Level                  string
	}{r.Cycle, r.Employee, r.Rater, r.Proposed, r.Changes, r.Level})
}

// Validate refuses a result whose level does not follow from the proposal and its
// changes, one that is past proposal without calibration having changed or kept it, and
// one that is published without saying when and by whom.
func (r Result) Validate() error {
	var v fault.Violations
	requireText(&v, "cycle", r.Cycle)
	requireText(&v, "employee", r.Employee)
	requireText(&v, "rater", r.Rater)
	requireText(&v, "level", r.Level)
	level, calibrated := r.Proposed.Level, false
	for i, c := range r.Changes {
		path := fault.Index("changes", i)
		if c.From != level || c.To == level {
			v.Add(path, changeBroken, "from", c.From, "to", c.To, "level", level)
		}
		requireText(&v, fault.Field(path, "why"), c.Why)
		sources.Check(&v, fault.Field(path, "source"), c.Source)
		v.Nest(fault.Field(path, "by"), c.By.Validate())
		nestEvidence(&v, path, c.Basis)
		level, calibrated = c.To, calibrated || c.Source == FromCalibration
	}
	if r.Level != level {
		v.Add("level", levelBroken, "level", r.Level, "want", level)
	}
	resultStatuses.Check(&v, "status", r.Status)
	if looked := calibrated || r.Confirmed != nil; looked != (r.Status != ResultStatusProposed) {
		v.Add("status", calibrationState, "state", r.Status)
	}
	released := r.Status != ResultStatusProposed && r.Status != ResultStatusCalibrated
	if released != (r.Published != nil) || released == r.PublishedOn.IsZero() {
		v.Add("published", publicationState, "state", r.Status)
	}
	v.Nest("signatures", r.Signatures.Validate())
	return v.Err()
}

// checkChange notes what speaks against a change to a level for a reason.
func (r Result) checkChange(v *fault.Violations, toPath, to, whyPath, why string, rules rating.Policy, minReason int) {
	if rules.Digest() != r.Proposed.Digest {
		v.Add("rules", rulesForeign, "policy", r.Proposed.Policy, "version", r.Proposed.Version)
	}
	if level, known := rules.Scale.Level(to); !known {
		levels := make([]string, len(rules.Scale.Levels))
		for i, l := range rules.Scale.Levels {
			levels[i] = l.Code
		}
		v.Add(toPath, levelUnknown, "level", to, "levels", levels)
	} else if to == r.Level {
		v.Add(toPath, levelSame, "level", level)
	}
	switch have := utf8.RuneCountInString(strings.TrimSpace(why)); {
	case have < max(minReason, 1):
		v.Add(whyPath, reasonShort, "min", max(minReason, 1), "have", have)
	case have > maxText:
		v.Add(whyPath, reasonLong, "max", maxText)
	}
}

// checkGates asks the gates of a level whether the proposal's figures meet them.
func (r Result) checkGates(v *fault.Violations, to string, rules rating.Policy) {
	for i, gate := range rules.Gates {
		if gate.Level != to {
			continue
		}
		table := rating.Table{Rows: []rating.Row{{Level: to, When: gate.When}}, Otherwise: gate.Otherwise}
		level, why, err := table.Decide(r.Proposed.Inputs.Metrics, rules.Metrics, rules.Scale)
		for _, unknown := range fault.Of(err) { // its path is that of a figure, not of this input
			*v = append(*v, fault.Violation{Path: "to", Text: unknown.Text})
		}
		if err != nil || level == to {
			continue
		}
		asked, _ := rules.Scale.Level(to)
		otherwise, _ := rules.Scale.Level(level)
		v.Add("to", gateShut, "level", asked, "gate", i+1, "otherwise", otherwise, "why", leaves(why))
	}
}

// leaves are the figures at the ends of an explanation.
func leaves(why rating.Explanation) []text.Speaker {
	if len(why.Steps) == 0 {
		return []text.Speaker{why}
	}
	var all []text.Speaker
	for _, step := range why.Steps {
		all = append(all, leaves(step)...)
	}
	return all
}

func (r Result) changed(c LevelChange) Result {
	r.Changes = append(slices.Clip(r.Changes), c)
	r.Level = c.To
	return r
}

func (r Result) move(e ResultEvent, by record.Stamp) (Result, error) {
	to, err := ResultLifecycle.Next(resultLabel, r.Status, e)
	if err != nil {
		return r, err
	}
	r.Status, r.Meta = to, r.Touched(by)
	return r, nil
}
