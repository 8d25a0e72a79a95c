package main

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

type Kit struct {
	Goals       *goal.Service
	Reviews     *review.Service
	Feedback    *feedback.Service
	Improvement *improvement.Service
}

func schemas() []record.Schema {
	return []record.Schema{goal.Kind.Schema(), goal.PlanKind.Schema(), goal.CheckInKind.Schema(), goal.RevisionKind.Schema(),
		review.CycleKind.Schema(), review.ParticipantKind.Schema(), review.SelfReviewKind.Schema(), review.ManagerReviewKind.Schema(), review.ResultKind.Schema(), review.AppealKind.Schema(),
		feedback.InterviewKind.Schema(), improvement.PlanKind.Schema()}
}

func goalStores(d storage.Driver) goal.Stores {
	return goal.Stores{Goals: storage.Of(d, goal.Kind), Plans: storage.Of(d, goal.PlanKind), CheckIns: storage.Of(d, goal.CheckInKind), Revisions: storage.Of(d, goal.RevisionKind),
		InTx: func(ctx context.Context, do func(goal.Stores) error) error {
			return d.Tx(ctx, func(d storage.Driver) error { return do(goalStores(d)) })
		}}
}
func reviewStores(d storage.Driver) review.Stores {
	return review.Stores{Cycles: storage.Of(d, review.CycleKind), Participants: storage.Of(d, review.ParticipantKind), SelfReviews: storage.Of(d, review.SelfReviewKind), ManagerReviews: storage.Of(d, review.ManagerReviewKind), Results: storage.Of(d, review.ResultKind), Appeals: storage.Of(d, review.AppealKind),
		Recorded: review.RecordedIn(storage.Of(d, goal.Kind), storage.Of(d, goal.CheckInKind)),
		InTx: func(ctx context.Context, do func(review.Stores) error) error {
			return d.Tx(ctx, func(d storage.Driver) error { return do(reviewStores(d)) })
		}}
}
func feedbackStores(d storage.Driver) feedback.Stores {
	return feedback.Stores{Interviews: storage.Of(d, feedback.InterviewKind), InTx: func(ctx context.Context, do func(feedback.Stores) error) error {
		return d.Tx(ctx, func(d storage.Driver) error { return do(feedbackStores(d)) })
	}}
}
func improvementStores(d storage.Driver) improvement.Stores {
	return improvement.Stores{Plans: storage.Of(d, improvement.PlanKind), InTx: func(ctx context.Context, do func(improvement.Stores) error) error {
		return d.Tx(ctx, func(d storage.Driver) error { return do(improvementStores(d)) })
	}}
}

func openKit(d storage.Driver, gate access.Gate) *Kit {
	var p access.Policy
	p = append(p, goal.Policy()...)
	p = append(p, review.Policy()...)
	p = append(p, feedback.Policy()...)
	p = append(p, improvement.Policy()...)
	gate.Policy = p
	return &Kit{Goals: goal.NewService(goalStores(d), gate, goal.Rules{}), Reviews: review.NewService(reviewStores(d), gate),
		Feedback: feedback.NewService(feedbackStores(d), gate), Improvement: improvement.NewService(improvementStores(d), gate)}
}
