package review

import (
	"maps"
	"slices"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
)

// A ManagerReview is the manager's assessment (V5): figures for the dimensions that rules
// decide, judgements with reasons for the others, and the rating that follows from them.
type ManagerReview struct {
	record.Meta `json:"meta,omitzero"`

	Cycle    string         `json:"cycle"`
	Employee string         `json:"employee"`
	Rater    string         `json:"rater"`
	Inputs   rating.Inputs  `json:"inputs"`
	Comment  string         `json:"comment,omitempty" validate:"max=4000"`
	Rating   *rating.Rating `json:"rating,omitempty"` // set on submission
	Status   FormStatus     `json:"status"`
}

// ManagerLifecycle is everything that can happen to a manager review. Once submitted it
// stands; what changes a rating afterwards is on the [Result].
var ManagerLifecycle = record.Lifecycle[FormStatus, FormEvent]{
	FormStatusDraft:     {FormEventEdit: FormStatusDraft, FormEventSubmit: FormStatusSubmitted},
	FormStatusSubmitted: {},
}

// A ManagerReviewDraft is what a manager writes in a review.
type ManagerReviewDraft struct {
	Inputs  rating.Inputs `json:"inputs"`
	Comment string        `json:"comment,omitempty"`
}

// NewManagerReview begins the review of a participant by their manager as a draft, which
// may be incomplete. Errors are those of [ManagerReview.Validate].
func NewManagerReview(k record.Key, p Participant, content ManagerReviewDraft, by record.Stamp) (ManagerReview, error) {
	return checked(ManagerReview{
		Meta:  record.New(k, by.For(string(VerbWriteManager))),
		Cycle: p.Cycle, Employee: p.Employee, Rater: p.Manager, Status: FormStatusDraft,
	}.with(content), ManagerReview{})
}

// Edit replaces what a draft says.
func (m ManagerReview) Edit(content ManagerReviewDraft, by record.Stamp) (ManagerReview, error) {
	next, err := m.move(FormEventEdit, by.For(string(VerbWriteManager)))
	if err != nil {
		return m, err
	}
	return checked(next.with(content), m)
}

func (m ManagerReview) with(c ManagerReviewDraft) ManagerReview {
	c.Inputs.Metrics, c.Inputs.Judged = maps.Clone(c.Inputs.Metrics), maps.Clone(c.Inputs.Judged)
	c.Inputs.Evidence = maps.Clone(c.Inputs.Evidence)
	for name, evidence := range c.Inputs.Evidence {
		c.Inputs.Evidence[name] = slices.Clone(evidence)
	}
	m.Inputs, m.Comment = c.Inputs, c.Comment
	return m
}

// Submit rates by the rules and hands the review in. It refuses, all at once: a
// judgement without evidence, a discrepancy of the employee's self review that is still
// open, and whatever the rules refuse. Discrepancies are empty where there is no self review.
func (m ManagerReview) Submit(rules rating.Policy, discrepancies []Discrepancy, by record.Stamp) (ManagerReview, error) {
	next, err := m.move(FormEventSubmit, by.For(string(VerbSubmitManager)))
	if err != nil {
		return m, err
	}
	var v fault.Violations
	for _, d := range rules.Dimensions {
		if _, judged := m.Inputs.Judged[d.Code]; judged && len(m.Inputs.Evidence[d.Code]) == 0 {
			v.Add(fault.Field("inputs.evidence", d.Code), evidenceRequired, "dimension", d)
		}
	}
	for i, d := range discrepancies {
		if d.Open() {
			v.Add(fault.Index("discrepancies", i), discrepancyOpen, "goal", d.Goal, "metric", d.Metric)
		}
	}
	rated, err := rules.Rate(m.Inputs)
	v.Nest("inputs", err)
	if len(v) > 0 {
		return m, v
	}
	next.Rating = &rated
	return checked(next, m)
}

// Validate refuses a review without cycle, employee or rater, one of oneself, figures
// out of bounds, evidence of nothing, a comment that is too long, and a rating that is
// there before submission or missing after it.
func (m ManagerReview) Validate() error {
	var v fault.Violations
	requireText(&v, "cycle", m.Cycle)
	requireText(&v, "employee", m.Employee)
	requireText(&v, "rater", m.Rater)
	if m.Employee != "" && m.Rater == m.Employee {
		v.Add("rater", raterSelf, "person", m.Employee)
	}
	v.Nest("", check.Struct(m))
	for _, name := range slices.Sorted(maps.Keys(m.Inputs.Metrics)) {
		v.Nest(fault.Field("inputs.metrics", name), number.Check(m.Inputs.Metrics[name].Value))
	}
	for _, name := range slices.Sorted(maps.Keys(m.Inputs.Evidence)) {
		for i, e := range m.Inputs.Evidence[name] {
			v.Nest(fault.Index(fault.Field("inputs.evidence", name), i), e.Validate())
		}
	}
	formStatuses.Check(&v, "status", m.Status)
	if (m.Rating != nil) != (m.Status == FormStatusSubmitted) {
		v.Add("rating", ratingState)
	}
	return v.Err()
}

func (m ManagerReview) move(e FormEvent, by record.Stamp) (ManagerReview, error) {
	to, err := ManagerLifecycle.Next(managerReviewLabel, m.Status, e)
	if err != nil {
		return m, err
	}
	m.Status, m.Meta = to, m.Touched(by)
	return m, nil
}
