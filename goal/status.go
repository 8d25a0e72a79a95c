package goal

import (
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Status is where a goal stands in its life (G10).
type Status string

// The states of a goal. The last four are final.
const (
	StatusDraft     Status = "draft"
	StatusProposed  Status = "proposed"
	StatusAgreed    Status = "agreed"
	StatusActive    Status = "active"
	StatusAchieved  Status = "achieved"
	StatusPartly    Status = "partly"
	StatusMissed    Status = "missed"
	StatusCancelled Status = "cancelled"
)

// An Event is what can happen to a goal.
type Event string

// The events of a goal's life.
const (
	EventEdit      Event = "edit"
	EventPropose   Event = "propose"
	EventReturn    Event = "return"
	EventAgree     Event = "agree"
	EventActivate  Event = "activate"
	EventRevise    Event = "revise"
	EventAchieve   Event = "achieve"
	EventFallShort Event = "fall-short"
	EventMiss      Event = "miss"
	EventCancel    Event = "cancel"
)

// Lifecycle is everything that can happen to a goal.
var Lifecycle = record.Lifecycle[Status, Event]{
	StatusDraft:    {EventEdit: StatusDraft, EventPropose: StatusProposed, EventCancel: StatusCancelled},
	StatusProposed: {EventAgree: StatusAgreed, EventReturn: StatusDraft, EventCancel: StatusCancelled},
	StatusAgreed:   {EventActivate: StatusActive, EventCancel: StatusCancelled},
	StatusActive: {
		EventRevise: StatusActive, EventAchieve: StatusAchieved, EventFallShort: StatusPartly,
		EventMiss: StatusMissed, EventCancel: StatusCancelled,
	},
}

// A PlanStatus is where a plan stands.
type PlanStatus string

// The states of a plan. The last two are final.
const (
	PlanStatusDraft     PlanStatus = "draft"
	PlanStatusProposed  PlanStatus = "proposed"
	PlanStatusAgreed    PlanStatus = "agreed"
	PlanStatusActive    PlanStatus = "active"
	PlanStatusClosed    PlanStatus = "closed"
	PlanStatusCancelled PlanStatus = "cancelled"
)

// A PlanEvent is what can happen to a plan.
type PlanEvent string

// The events of a plan's life.
const (
	PlanEventEdit     PlanEvent = "edit"
	PlanEventPropose  PlanEvent = "propose"
	PlanEventReturn   PlanEvent = "return"
	PlanEventAgree    PlanEvent = "agree"
	PlanEventActivate PlanEvent = "activate"
	PlanEventClose    PlanEvent = "close"
	PlanEventCancel   PlanEvent = "cancel"
)

// PlanLifecycle is everything that can happen to a plan.
var PlanLifecycle = record.Lifecycle[PlanStatus, PlanEvent]{
	PlanStatusDraft:    {PlanEventEdit: PlanStatusDraft, PlanEventPropose: PlanStatusProposed, PlanEventCancel: PlanStatusCancelled},
	PlanStatusProposed: {PlanEventAgree: PlanStatusAgreed, PlanEventReturn: PlanStatusDraft, PlanEventCancel: PlanStatusCancelled},
	PlanStatusAgreed:   {PlanEventActivate: PlanStatusActive, PlanEventCancel: PlanStatusCancelled},
	PlanStatusActive:   {PlanEventClose: PlanStatusClosed, PlanEventCancel: PlanStatusCancelled},
}

// A TemplateStatus is where a template stands.
type TemplateStatus string

// The states of a template.
const (
	TemplateStatusInUse   TemplateStatus = "in-use"
	TemplateStatusRetired TemplateStatus = "retired"
)

// A TemplateEvent is what can happen to a template.
type TemplateEvent string

// The events of a template's life.
const (
	TemplateEventEdit    TemplateEvent = "edit"
	TemplateEventRetire  TemplateEvent = "retire"
	TemplateEventRestore TemplateEvent = "restore"
)

// TemplateLifecycle is everything that can happen to a template.
var TemplateLifecycle = record.Lifecycle[TemplateStatus, TemplateEvent]{
	TemplateStatusInUse:   {TemplateEventEdit: TemplateStatusInUse, TemplateEventRetire: TemplateStatusRetired},
	TemplateStatusRetired: {TemplateEventRestore: TemplateStatusInUse},
}

// A RevisionStatus is where a request for a revision stands.
type RevisionStatus string

// The states of a revision. The last three are final.
const (
	RevisionStatusRequested RevisionStatus = "requested"
	RevisionStatusApproved  RevisionStatus = "approved" // waiting for the signatures
	RevisionStatusRejected  RevisionStatus = "rejected"
	RevisionStatusWithdrawn RevisionStatus = "withdrawn"
	RevisionStatusInForce   RevisionStatus = "in-force"
)

// A RevisionEvent is what can happen to a revision.
type RevisionEvent string

// The events of a revision's life. One that was approved can still be rejected until
// both have signed, so that a signature withheld does not hold up the goal for good; and
// whoever asked for it can take it back as long.
const (
	RevisionEventApprove  RevisionEvent = "approve"
	RevisionEventReject   RevisionEvent = "reject"
	RevisionEventWithdraw RevisionEvent = "withdraw"
	RevisionEventAgree    RevisionEvent = "agree"
)

// RevisionLifecycle is everything that can happen to a revision.
var RevisionLifecycle = record.Lifecycle[RevisionStatus, RevisionEvent]{
	RevisionStatusRequested: {
		RevisionEventApprove: RevisionStatusApproved, RevisionEventReject: RevisionStatusRejected,
		RevisionEventWithdraw: RevisionStatusWithdrawn,
	},
	RevisionStatusApproved: {
		RevisionEventAgree: RevisionStatusInForce, RevisionEventReject: RevisionStatusRejected,
		RevisionEventWithdraw: RevisionStatusWithdrawn,
	},
}

var (
	statuses = fault.Names[Status]{
		StatusDraft:     {En: "draft", Zh: "草稿"},
		StatusProposed:  {En: "proposed", Zh: "待确认"},
		StatusAgreed:    {En: "agreed", Zh: "已确认"},
		StatusActive:    {En: "active", Zh: "执行中"},
		StatusAchieved:  {En: "achieved", Zh: "已达成"},
		StatusPartly:    {En: "partly achieved", Zh: "部分达成"},
		StatusMissed:    {En: "missed", Zh: "未达成"},
		StatusCancelled: {En: "cancelled", Zh: "已取消"},
	}
	events = fault.Names[Event]{
		EventEdit:      {En: "edit", Zh: "修改"},
		EventPropose:   {En: "propose", Zh: "提交"},
		EventReturn:    {En: "return", Zh: "退回"},
		EventAgree:     {En: "agree", Zh: "双方确认"},
		EventActivate:  {En: "activate", Zh: "启动"},
		EventRevise:    {En: "revise", Zh: "调整"},
		EventAchieve:   {En: "achieve", Zh: "达成"},
		EventFallShort: {En: "fall short", Zh: "部分达成"},
		EventMiss:      {En: "miss", Zh: "未达成"},
		EventCancel:    {En: "cancel", Zh: "取消"},
	}
	planStatuses = fault.Names[PlanStatus]{
		PlanStatusDraft:     {En: "draft", Zh: "草稿"},
		PlanStatusProposed:  {En: "proposed", Zh: "待确认"},
		PlanStatusAgreed:    {En: "agreed", Zh: "已确认"},
		PlanStatusActive:    {En: "active", Zh: "执行中"},
		PlanStatusClosed:    {En: "closed", Zh: "已结束"},
		PlanStatusCancelled: {En: "cancelled", Zh: "已取消"},
	}
	planEvents = fault.Names[PlanEvent]{
		PlanEventEdit:     {En: "edit", Zh: "修改"},
		PlanEventPropose:  {En: "propose", Zh: "提交"},
		PlanEventReturn:   {En: "return", Zh: "退回"},
		PlanEventAgree:    {En: "agree", Zh: "双方确认"},
		PlanEventActivate: {En: "activate", Zh: "启动"},
		PlanEventClose:    {En: "close", Zh: "结束"},
		PlanEventCancel:   {En: "cancel", Zh: "取消"},
	}
	templateStatuses = fault.Names[TemplateStatus]{
		TemplateStatusInUse:   {En: "in use", Zh: "使用中"},
		TemplateStatusRetired: {En: "retired", Zh: "已停用"},
	}
	templateEvents = fault.Names[TemplateEvent]{
		TemplateEventEdit:    {En: "edit", Zh: "修改"},
		TemplateEventRetire:  {En: "retire", Zh: "停用"},
		TemplateEventRestore: {En: "restore", Zh: "恢复"},
	}
	revisionStatuses = fault.Names[RevisionStatus]{
		RevisionStatusRequested: {En: "requested", Zh: "待审批"},
		RevisionStatusApproved:  {En: "approved", Zh: "待签字"},
		RevisionStatusRejected:  {En: "rejected", Zh: "已驳回"},
		RevisionStatusWithdrawn: {En: "withdrawn", Zh: "已撤回"},
		RevisionStatusInForce:   {En: "in force", Zh: "已生效"},
	}
	revisionEvents = fault.Names[RevisionEvent]{
		RevisionEventApprove:  {En: "approve", Zh: "批准"},
		RevisionEventReject:   {En: "reject", Zh: "驳回"},
		RevisionEventWithdraw: {En: "withdraw", Zh: "撤回"},
		RevisionEventAgree:    {En: "agree", Zh: "双方确认"},
	}
)

// In is the status in words.
func (s Status) In(l text.Lang) string { return statuses.In(s, l) }

// In is the event in words.
func (e Event) In(l text.Lang) string { return events.In(e, l) }

// In is the status in words.
func (s PlanStatus) In(l text.Lang) string { return planStatuses.In(s, l) }

// In is the event in words.
func (e PlanEvent) In(l text.Lang) string { return planEvents.In(e, l) }

// In is the status in words.
func (s TemplateStatus) In(l text.Lang) string { return templateStatuses.In(s, l) }

// In is the event in words.
func (e TemplateEvent) In(l text.Lang) string { return templateEvents.In(e, l) }

// In is the status in words.
func (s RevisionStatus) In(l text.Lang) string { return revisionStatuses.In(s, l) }

// In is the event in words.
func (e RevisionEvent) In(l text.Lang) string { return revisionEvents.In(e, l) }
