package review

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
)

// A SelfReview is the employee's own account of the period (V3).
type SelfReview struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string `json:"cycle"`
	Employee string `json:"employee"`
	// Claims are the results per goal.
	Claims []Claim `json:"claims" validate:"max=200,dive"`
	// Growth is what was learned; Hidden are contributions outside the goals (隐形贡献).
	Growth string         `json:"growth,omitempty" validate:"max=4000"`
	Hidden []Contribution `json:"hidden,omitempty" validate:"max=50,dive"`
	Plan   string         `json:"plan,omitempty" validate:"max=4000"`
	// Discrepancies are what the cross-check found at submission (V4).
	Discrepancies []Discrepancy `json:"discrepancies,omitempty" validate:"dive"`
	// Returned is who last sent the review back, and why.
	Returned *record.Stamp `json:"returned,omitempty"`
	Status   FormStatus    `json:"status"`
}

// A Claim is what an employee says of one measure of a goal.
type Claim struct {
	Goal   string          `json:"goal" validate:"max=200"`
	Metric string          `json:"metric" validate:"max=120"`
	Value  decimal.Decimal `json:"value"`
	// Unit is the unit of the value; empty: the one that the measure is recorded in.
	Unit     number.Unit       `json:"unit,omitempty"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
	// Cause and Comment explain what was missed.
	Cause   Cause  `json:"cause,omitempty"`
	Comment string `json:"comment,omitempty" validate:"max=2000"`
}

// A Cause is why something was missed, as the employee sees it.
type Cause string

// The causes.
const (
	OwnCause      Cause = "own"
	ExternalCause Cause = "external"
	ResourceCause Cause = "resource"
)

// A Contribution is something done outside the goals, with what came of it.
type Contribution struct {
	What     string            `json:"what" validate:"max=1000"`
	Result   string            `json:"result,omitempty" validate:"max=1000"`
	Evidence []record.Evidence `json:"evidence,omitempty"`
}

// A Discrepancy is a claim that the recorded data do not bear out (V4): both figures and
// the records that the second one comes from.
type Discrepancy struct {
	Goal     string            `json:"goal"`
	Metric   string            `json:"metric"`
	Claimed  number.Quantity   `json:"claimed"`
	Recorded *number.Quantity  `json:"recorded,omitempty"` // nil: nothing is recorded
	Evidence []record.Evidence `json:"evidence,omitempty"`
	// Resolution is what the manager made of it; empty while open.
	Resolution string `json:"resolution,omitempty" validate:"max=2000"`
}

// Open reports whether the discrepancy still waits for the manager's word on it.
func (d Discrepancy) Open() bool { return d.Resolution == "" }

// A FormStatus is where a review form stands.
type FormStatus string

// The states of a form.
const (
	FormStatusDraft     FormStatus = "draft"
	FormStatusSubmitted FormStatus = "submitted"
)

// A FormEvent is what can happen to a review form.
type FormEvent string

// The events of a form.
const (
	FormEventEdit    FormEvent = "edit"
	FormEventSubmit  FormEvent = "submit"
	FormEventReturn  FormEvent = "return"
	FormEventResolve FormEvent = "resolve"
)

// SelfLifecycle is everything that can happen to a self review.
var SelfLifecycle = record.Lifecycle[FormStatus, FormEvent]{
	FormStatusDraft:     {FormEventEdit: FormStatusDraft, FormEventSubmit: FormStatusSubmitted},
	FormStatusSubmitted: {FormEventResolve: FormStatusSubmitted, FormEventReturn: FormStatusDraft},
}

// A SelfReviewDraft is what an employee writes in a self review.
type SelfReviewDraft struct {
	Claims []Claim        `json:"claims"`
	Growth string         `json:"growth,omitempty"`
	Hidden []Contribution `json:"hidden,omitempty"`
	Plan   string         `json:"plan,omitempty"`
}

// NewSelfReview begins a participant's self review as a draft, which may be empty.
// Errors are those of [SelfReview.Validate].
func NewSelfReview(k record.Key, p Participant, s SelfReviewDraft, by record.Stamp) (SelfReview, error) {
	return checked(SelfReview{
		Meta:  record.New(k, by.For(string(VerbWriteSelf))),
		Cycle: p.Cycle, Employee: p.Employee, Status: FormStatusDraft,
	}.with(s), SelfReview{})
}

// Edit replaces what a draft says.
func (s SelfReview) Edit(content SelfReviewDraft, by record.Stamp) (SelfReview, error) {
	next, err := s.move(FormEventEdit, by.For(string(VerbWriteSelf)))
	if err != nil {
		return s, err
	}
	return checked(next.with(content), s)
}

func (s SelfReview) with(c SelfReviewDraft) SelfReview {
	s.Claims, s.Hidden = slices.Clone(c.Claims), slices.Clone(c.Hidden)
	s.Growth, s.Plan = c.Growth, c.Plan
	return s
}

// Submit hands the review in and cross-checks its claims against what is recorded (V4),
// see [CrossCheck]. An empty review is refused. When it was handed in before, a
// discrepancy that is still the same keeps its resolution.
func (s SelfReview) Submit(recorded []Recorded, by record.Stamp) (SelfReview, error) {
	next, err := s.move(FormEventSubmit, by.For(string(VerbSubmitSelf)))
	if err != nil {
		return s, err
	}
	var v fault.Violations
	if len(s.Claims)+len(s.Hidden) == 0 && strings.TrimSpace(s.Growth+s.Plan) == "" {
		v.Add("claims", selfEmpty)
	}
	v.Nest("", next.Validate())
	if len(v) > 0 {
		return s, v
	}
	next.Discrepancies = CrossCheck(s.Claims, recorded)
	for i, d := range next.Discrepancies {
		for _, before := range s.Discrepancies {
			if before.sameAs(d) {
				next.Discrepancies[i].Resolution = before.Resolution
			}
		}
	}
	return next, nil
}

// Resolve records what the manager makes of a discrepancy: which figure holds, and why.
// A later resolution takes the place of an earlier one.
func (s SelfReview) Resolve(goal, metric, resolution string, by record.Stamp) (SelfReview, error) {
	next, err := s.move(FormEventResolve, by.For(string(VerbResolve)))
	if err != nil {
		return s, err
	}
	i := slices.IndexFunc(s.Discrepancies, func(d Discrepancy) bool { return d.Goal == goal && d.Metric == metric })
	if i < 0 {
		return s, fault.Refuse(fault.ErrNotFound, discrepancyUnknown, "goal", goal, "metric", metric)
	}
	var v fault.Violations
	requireText(&v, "resolution", resolution)
	next.Discrepancies = slices.Clone(s.Discrepancies)
	next.Discrepancies[i].Resolution = strings.TrimSpace(resolution)
	v.Nest("", next.Validate())
	if len(v) > 0 {
		return s, v
	}
	return next, nil
}

// Return sends the review back to the employee, for a reason.
func (s SelfReview) Return(reason string, by record.Stamp) (SelfReview, error) {
	next, err := s.move(FormEventReturn, by.For(string(VerbReturnSelf)).Because(reason))
	if err != nil {
		return s, err
	}
	var v fault.Violations
	requireText(&v, "reason", reason)
	if len(v) > 0 {
		return s, v
	}
	next.Returned = new(next.Updated)
	return next, nil
}

// Validate refuses claims without goal or metric, two claims about the same, figures out
// of bounds, causes that don't exist, evidence of nothing and texts that are too long.
func (s SelfReview) Validate() error {
	var v fault.Violations
	requireText(&v, "cycle", s.Cycle)
	requireText(&v, "employee", s.Employee)
	v.Nest("", check.Struct(s))
	type measure struct{ goal, metric string }
	seen := map[measure]bool{}
	for i, c := range s.Claims {
		path := fault.Index("claims", i)
		v.Nest(path, c.Validate())
		m := measure{c.Goal, c.Metric}
		if seen[m] {
			v.Add(path, claimTwice, "goal", c.Goal, "metric", c.Metric)
		}
		seen[m] = true
	}
	for i, h := range s.Hidden {
		path := fault.Index("hidden", i)
		requireText(&v, fault.Field(path, "what"), h.What)
		nestEvidence(&v, path, h.Evidence)
	}
	formStatuses.Check(&v, "status", s.Status)
	return v.Err()
}

// Validate refuses a claim without goal or metric, with a figure out of bounds, a cause
// that doesn't exist or evidence of nothing.
func (c Claim) Validate() error {
	var v fault.Violations
	requireText(&v, "goal", c.Goal)
	requireText(&v, "metric", c.Metric)
	v.Nest("value", number.Check(c.Value))
	if c.Cause != "" {
		causes.Check(&v, "cause", c.Cause)
	}
	nestEvidence(&v, "", c.Evidence)
	return v.Err()
}

func (s SelfReview) move(e FormEvent, by record.Stamp) (SelfReview, error) {
	to, err := SelfLifecycle.Next(selfReviewLabel, s.Status, e)
	if err != nil {
		return s, err
	}
	s.Status, s.Meta = to, s.Touched(by)
	return s, nil
}

// nestEvidence takes over what is wrong with the evidence of the thing at path.
func nestEvidence(v *fault.Violations, path string, evidence []record.Evidence) {
	for i, e := range evidence {
		v.Nest(fault.Field(path, fault.Index("evidence", i)), e.Validate())
	}
}
