package meritkit

import (
	"context"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/improvement"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/storage"
)

// Schemas are the kinds of record that the library keeps: what a driver is made for.
func Schemas() []record.Schema {
	return []record.Schema{
		goal.Kind.Schema(), goal.PlanKind.Schema(), goal.CheckInKind.Schema(), goal.RevisionKind.Schema(), goal.TemplateKind.Schema(),
		review.CycleKind.Schema(), review.ParticipantKind.Schema(), review.SelfReviewKind.Schema(),
		review.ManagerReviewKind.Schema(), review.ResultKind.Schema(), review.AppealKind.Schema(),
		feedback.InterviewKind.Schema(),
		improvement.PlanKind.Schema(),
	}
}

// Policy is who may do what unless a program says otherwise: the rules of every package.
func Policy() access.Policy {
	var all access.Policy
	for _, rules := range []access.Policy{goal.Policy(), review.Policy(), feedback.Policy(), improvement.Policy()} {
		all = append(all, rules...)
	}
	return all
}

// Options are how the services behave. The zero Options are usable: the library's own
// [Policy], no org chart, the system's clock, random ids, Monday to Friday worked.
type Options struct {
	access.Gate
	// Goals are the rules for goal plans and check-ins.
	Goals goal.Rules
}

// A Kit is every service over one driver. It is safe for concurrent use.
type Kit struct {
	Goals       *goal.Service
	Reviews     *review.Service
	Feedback    *feedback.Service
	Improvement *improvement.Service
	// Stores are what the services keep their records in, for reports and for programs
	// that use the pure packages by hand. They ask nobody's leave.
	Stores Stores

	driver  storage.Driver
	options Options
}

// Stores are the stores of every package.
type Stores struct {
	Goals       goal.Stores
	Reviews     review.Stores
	Feedback    feedback.Stores
	Improvement improvement.Stores
}

// Open wires every service over a driver that was made for [Schemas]. It refuses a
// policy that is malformed.
func Open(d storage.Driver, o Options) (*Kit, error) {
	if o.Policy == nil {
		o.Policy = Policy()
	}
	if err := o.Policy.Validate(); err != nil {
		return nil, err
	}
	return wire(d, o), nil
}

// InTx runs do with a kit whose changes, whatever the services they are made through,
// commit together when do returns nil and leave nothing behind otherwise.
func (k *Kit) InTx(ctx context.Context, do func(*Kit) error) error {
	return k.driver.Tx(ctx, func(tx storage.Driver) error { return do(wire(tx, k.options)) })
}

// Verify proves every record of a tenant against its audit chain and returns how many
// there are. It refuses with all that is broken.
func (k *Kit) Verify(ctx context.Context, tenant string) (int, error) {
	return storage.VerifyAll(ctx, k.driver, tenant, Schemas()...)
}

func wire(d storage.Driver, o Options) *Kit {
	s := Stores{Goals: goalStores(d), Reviews: reviewStores(d), Feedback: feedbackStores(d), Improvement: improvementStores(d)}
	return &Kit{
		Goals:       goal.NewService(s.Goals, o.Gate, o.Goals),
		Reviews:     review.NewService(s.Reviews, o.Gate),
		Feedback:    feedback.NewService(s.Feedback, o.Gate),
		Improvement: improvement.NewService(s.Improvement, o.Gate),
		Stores:      s, driver: d, options: o,
	}
}

func goalStores(d storage.Driver) goal.Stores {
	return goal.Stores{
		Goals:     storage.Of(d, goal.Kind),
		Plans:     storage.Of(d, goal.PlanKind),
		CheckIns:  storage.Of(d, goal.CheckInKind),
		Revisions: storage.Of(d, goal.RevisionKind),
		Templates: storage.Of(d, goal.TemplateKind),
		InTx:      spanning(d, goalStores),
	}
}

func reviewStores(d storage.Driver) review.Stores {
	goals := goalStores(d)
	return review.Stores{
		Cycles:         storage.Of(d, review.CycleKind),
		Participants:   storage.Of(d, review.ParticipantKind),
		SelfReviews:    storage.Of(d, review.SelfReviewKind),
		ManagerReviews: storage.Of(d, review.ManagerReviewKind),
		Results:        storage.Of(d, review.ResultKind),
		Appeals:        storage.Of(d, review.AppealKind),
		Recorded:       review.RecordedIn(goals.Goals, goals.CheckIns),
		InTx:           spanning(d, reviewStores),
	}
}

func feedbackStores(d storage.Driver) feedback.Stores {
	return feedback.Stores{
		Interviews: storage.Of(d, feedback.InterviewKind),
		Results:    storage.Of(d, review.ResultKind),
		InTx:       spanning(d, feedbackStores),
	}
}

func improvementStores(d storage.Driver) improvement.Stores {
	return improvement.Stores{Plans: storage.Of(d, improvement.PlanKind), InTx: spanning(d, improvementStores)}
}

// spanning is a package's InTx: its stores, over a transaction of the driver.
func spanning[S any](d storage.Driver, over func(storage.Driver) S) func(context.Context, func(S) error) error {
	return func(ctx context.Context, do func(S) error) error {
		return d.Tx(ctx, func(tx storage.Driver) error { return do(over(tx)) })
	}
}
