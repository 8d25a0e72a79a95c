package improvement

import (
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Status is where a plan stands.
type Status string

// The states of a plan. The last is final.
const (
	StatusDraft    Status = "draft"
	StatusApproved Status = "approved" // the plan waits for both signatures
	StatusActive   Status = "active"
	StatusAssessed Status = "assessed" // the closing waits for both signatures
	StatusClosed   Status = "closed"
)

// An Event is what can happen to a plan.
type Event string

// The events of a plan's life.
const (
	EventEdit    Event = "edit"
	EventApprove Event = "approve"
	EventReturn  Event = "return"
	EventStart   Event = "start"
	EventTrack   Event = "track"
	EventFulfil  Event = "fulfil"
	EventAssess  Event = "assess"
	EventReopen  Event = "reopen"
	EventClose   Event = "close"
)

// Lifecycle is everything that can happen to a plan (I1–I3).
var Lifecycle = record.Lifecycle[Status, Event]{
	StatusDraft:    {EventEdit: StatusDraft, EventApprove: StatusApproved},
	StatusApproved: {EventReturn: StatusDraft, EventStart: StatusActive},
	StatusActive:   {EventTrack: StatusActive, EventFulfil: StatusActive, EventAssess: StatusAssessed},
	StatusAssessed: {EventReopen: StatusActive, EventClose: StatusClosed},
}

var (
	statuses = fault.Names[Status]{
		StatusDraft:    {En: "draft", Zh: "草稿"},
		StatusApproved: {En: "approved", Zh: "已批准，待签字"},
		StatusActive:   {En: "active", Zh: "执行中"},
		StatusAssessed: {En: "assessed", Zh: "已评估，待确认"},
		StatusClosed:   {En: "closed", Zh: "已结束"},
	}
	events = fault.Names[Event]{
		EventEdit:    {En: "edit", Zh: "修改"},
		EventApprove: {En: "approve", Zh: "批准"},
		EventReturn:  {En: "return", Zh: "退回"},
		EventStart:   {En: "start", Zh: "启动"},
		EventTrack:   {En: "track", Zh: "跟踪"},
		EventFulfil:  {En: "fulfil", Zh: "记录完成"},
		EventAssess:  {En: "assess", Zh: "评估"},
		EventReopen:  {En: "reopen", Zh: "重新打开"},
		EventClose:   {En: "close", Zh: "结束"},
	}
)

// In is the status in words: active, 执行中.
func (s Status) In(l text.Lang) string { return statuses.In(s, l) }

// In is the event in words: approve, 批准.
func (e Event) In(l text.Lang) string { return events.In(e, l) }

// Edit replaces the content of a draft. People, policy and what it extends are as they
// were drafted; a draft that says others is refused.
func (p Plan) Edit(d Draft, by record.Stamp) (Plan, error) {
	next, err := p.move(EventEdit, by)
	if err != nil {
		return p, err
	}
	next = next.with(d)
	var v fault.Violations
	for _, f := range []struct{ path, was, is string }{
		{"type", string(p.Type), string(d.Type)},
		{"employee", p.Employee, d.Employee},
		{"manager", p.Manager, d.Manager},
		{"follows", p.Follows, d.Follows},
		{"interview", p.Interview, d.Interview},
	} {
		if f.was != f.is {
			v.Add(f.path, fixed, "was", f.was)
		}
	}
	if d.Policy != p.Policy && d.Policy != (PlanPolicy{}) {
		v.Add("policy", fixed, "was", p.Policy.Name)
	}
	v.Nest("", next.Validate())
	if err := v.Err(); err != nil {
		return p, err
	}
	return next, nil
}

// Approve says that the plan may be signed. The employee can't approve it.
func (p Plan) Approve(by record.Stamp) (Plan, error) {
	next, err := p.move(EventApprove, by)
	if err != nil {
		return p, err
	}
	if by.By == p.Employee {
		return p, fault.Refuse(fault.ErrForbidden, approverSelf)
	}
	next.Approved = new(next.Updated)
	return next, nil
}

// Return makes an approved plan a draft again, for a reason that has to be given. The
// signatures so far are void.
func (p Plan) Return(reason string, by record.Stamp) (Plan, error) {
	next, err := p.moveBecause(EventReturn, reason, by)
	if err != nil {
		return p, err
	}
	next.Approved, next.Signatures = nil, nil
	return next, nil
}

// Reopen makes an assessed plan active again, for a reason that has to be given, so that
// it can be assessed anew. The closing and the signatures under it are void.
func (p Plan) Reopen(reason string, by record.Stamp) (Plan, error) {
	next, err := p.moveBecause(EventReopen, reason, by)
	if err != nil {
		return p, err
	}
	next.Closing = nil
	return next, nil
}

func (p Plan) move(e Event, by record.Stamp) (Plan, error) {
	status, meta, err := Lifecycle.Move(planLabel, p.Status, p.Meta, e, by.For("improvement.plan."+string(e)))
	if err != nil {
		return p, err
	}
	p.Status, p.Meta = status, meta
	return p, nil
}

func (p Plan) moveBecause(e Event, reason string, by record.Stamp) (Plan, error) {
	next, err := p.move(e, by.Because(reason))
	if err != nil {
		return p, err
	}
	if blank(reason) {
		var v fault.Violations
		v.Add("reason", reasonRequired)
		return p, v
	}
	return next, nil
}
