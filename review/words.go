package review

import (
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// What people call the records.
var (
	cycleLabel         = text.Label{En: "review cycle", Zh: "考核周期"}
	participantLabel   = text.Label{En: "participant", Zh: "参与人"}
	selfReviewLabel    = text.Label{En: "self review", Zh: "自评"}
	managerReviewLabel = text.Label{En: "manager review", Zh: "上级评估"}
	resultLabel        = text.Label{En: "review result", Zh: "考核结果"}
	appealLabel        = text.Label{En: "appeal", Zh: "申诉"}
)

var phases = fault.Names[Phase]{
	SelfPhase:        {En: "self review", Zh: "自评"},
	ManagerPhase:     {En: "manager review", Zh: "上级评估"},
	CalibrationPhase: {En: "calibration", Zh: "校准"},
	FeedbackPhase:    {En: "feedback", Zh: "反馈"},
	AppealPhase:      {En: "appeal", Zh: "申诉"},
}

var cycleStatuses = fault.Names[CycleStatus]{
	CycleStatusDraft:    {En: "being set up", Zh: "筹备中"},
	CycleStatusLaunched: {En: "launched", Zh: "已启动"},
	CycleStatusClosed:   {En: "closed", Zh: "已关闭"},
}

var cycleEvents = fault.Names[CycleEvent]{
	CycleEventEdit:       {En: "edit", Zh: "编辑"},
	CycleEventLaunch:     {En: "launch", Zh: "启动"},
	CycleEventEnrol:      {En: "enrol", Zh: "登记参与人"},
	CycleEventReschedule: {En: "reschedule", Zh: "调整时间"},
	CycleEventClose:      {En: "close", Zh: "关闭"},
}

var formStatuses = fault.Names[FormStatus]{
	FormStatusDraft:     {En: "draft", Zh: "草稿"},
	FormStatusSubmitted: {En: "submitted", Zh: "已提交"},
}

var formEvents = fault.Names[FormEvent]{
	FormEventEdit:    {En: "edit", Zh: "编辑"},
	FormEventSubmit:  {En: "submit", Zh: "提交"},
	FormEventReturn:  {En: "return", Zh: "退回"},
	FormEventResolve: {En: "resolve a discrepancy", Zh: "处理差异"},
}

var causes = fault.Names[Cause]{
	OwnCause:      {En: "own", Zh: "自身原因"},
	ExternalCause: {En: "external", Zh: "外部原因"},
	ResourceCause: {En: "resources", Zh: "资源原因"},
}

var sources = fault.Names[Source]{
	FromCalibration: {En: "calibration", Zh: "校准"},
	FromAppeal:      {En: "appeal", Zh: "申诉"},
}

var resultStatuses = fault.Names[ResultStatus]{
	ResultStatusProposed:   {En: "proposed", Zh: "待校准"},
	ResultStatusCalibrated: {En: "calibrated", Zh: "已校准"},
	ResultStatusPublished:  {En: "published", Zh: "已发布"},
	ResultStatusAccepted:   {En: "accepted", Zh: "已确认"},
	ResultStatusAppealed:   {En: "appealed", Zh: "申诉中"},
}

var resultEvents = fault.Names[ResultEvent]{
	ResultEventCalibrate: {En: "calibrate", Zh: "校准"},
	ResultEventKeep:      {En: "keep", Zh: "维持"},
	ResultEventPublish:   {En: "publish", Zh: "发布"},
	ResultEventAccept:    {En: "accept", Zh: "确认"},
	ResultEventAppeal:    {En: "appeal", Zh: "申诉"},
	ResultEventSettle:    {En: "settle the appeal", Zh: "了结申诉"},
}

var outcomes = fault.Names[Outcome]{
	Upheld:   {En: "upheld", Zh: "维持原评级"},
	Adjusted: {En: "adjusted", Zh: "调整评级"},
	Rejected: {En: "rejected", Zh: "不予受理"},
}

var appealStatuses = fault.Names[AppealStatus]{
	AppealStatusFiled:     {En: "filed", Zh: "已提交"},
	AppealStatusAssigned:  {En: "under review", Zh: "复核中"},
	AppealStatusDecided:   {En: "decided", Zh: "已决定"},
	AppealStatusWithdrawn: {En: "withdrawn", Zh: "已撤回"},
}

var appealEvents = fault.Names[AppealEvent]{
	AppealEventAssign:   {En: "assign", Zh: "指派复核人"},
	AppealEventCheck:    {En: "check", Zh: "核查"},
	AppealEventDecide:   {En: "decide", Zh: "作出决定"},
	AppealEventWithdraw: {En: "withdraw", Zh: "撤回"},
}

// In is the phase in words; an unknown one is given as it is written, as below.
func (p Phase) In(l text.Lang) string { return phases.In(p, l) }

// In is the state in words.
func (s CycleStatus) In(l text.Lang) string { return cycleStatuses.In(s, l) }

// In is the event in words.
func (e CycleEvent) In(l text.Lang) string { return cycleEvents.In(e, l) }

// In is the state in words.
func (s FormStatus) In(l text.Lang) string { return formStatuses.In(s, l) }

// In is the event in words.
func (e FormEvent) In(l text.Lang) string { return formEvents.In(e, l) }

// In is the cause in words.
func (c Cause) In(l text.Lang) string { return causes.In(c, l) }

// In is the source in words.
func (s Source) In(l text.Lang) string { return sources.In(s, l) }

// In is the state in words.
func (s ResultStatus) In(l text.Lang) string { return resultStatuses.In(s, l) }

// In is the event in words.
func (e ResultEvent) In(l text.Lang) string { return resultEvents.In(e, l) }

// In is the outcome in words.
func (o Outcome) In(l text.Lang) string { return outcomes.In(o, l) }

// In is the state in words.
func (s AppealStatus) In(l text.Lang) string { return appealStatuses.In(s, l) }

// In is the event in words.
func (e AppealEvent) In(l text.Lang) string { return appealEvents.In(e, l) }
