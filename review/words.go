package review

import (
	"maps"
	"slices"

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

var phases = words[Phase]{
	SelfPhase:        {En: "self review", Zh: "自评"},
	ManagerPhase:     {En: "manager review", Zh: "上级评估"},
	CalibrationPhase: {En: "calibration", Zh: "校准"},
	FeedbackPhase:    {En: "feedback", Zh: "反馈"},
	AppealPhase:      {En: "appeal", Zh: "申诉"},
}

var cycleStatuses = words[CycleStatus]{
	CycleDraft:    {En: "being set up", Zh: "筹备中"},
	CycleLaunched: {En: "launched", Zh: "已启动"},
	CycleClosed:   {En: "closed", Zh: "已关闭"},
}

var cycleEvents = words[CycleEvent]{
	CycleEdit:       {En: "edit", Zh: "编辑"},
	CycleLaunch:     {En: "launch", Zh: "启动"},
	CycleEnrol:      {En: "enrol", Zh: "登记参与人"},
	CycleReschedule: {En: "reschedule", Zh: "调整时间"},
	CycleClose:      {En: "close", Zh: "关闭"},
}

var formStatuses = words[FormStatus]{
	FormDraft:     {En: "draft", Zh: "草稿"},
	FormSubmitted: {En: "submitted", Zh: "已提交"},
}

var formEvents = words[FormEvent]{
	FormEdit:    {En: "edit", Zh: "编辑"},
	FormSubmit:  {En: "submit", Zh: "提交"},
	FormReturn:  {En: "return", Zh: "退回"},
	FormResolve: {En: "resolve a discrepancy", Zh: "处理差异"},
}

var causes = words[Cause]{
	OwnCause:      {En: "own", Zh: "自身原因"},
	ExternalCause: {En: "external", Zh: "外部原因"},
	ResourceCause: {En: "resources", Zh: "资源原因"},
}

var sources = words[Source]{
	FromCalibration: {En: "calibration", Zh: "校准"},
	FromAppeal:      {En: "appeal", Zh: "申诉"},
}

var resultStatuses = words[ResultStatus]{
	ResultProposed:   {En: "proposed", Zh: "待校准"},
	ResultCalibrated: {En: "calibrated", Zh: "已校准"},
	ResultPublished:  {En: "published", Zh: "已发布"},
	ResultAccepted:   {En: "accepted", Zh: "已确认"},
	ResultAppealed:   {En: "appealed", Zh: "申诉中"},
}

var resultEvents = words[ResultEvent]{
	ResultCalibrate: {En: "calibrate", Zh: "校准"},
	ResultKeep:      {En: "keep", Zh: "维持"},
	ResultPublish:   {En: "publish", Zh: "发布"},
	ResultAccept:    {En: "accept", Zh: "确认"},
	ResultAppeal:    {En: "appeal", Zh: "申诉"},
	ResultSettle:    {En: "settle the appeal", Zh: "了结申诉"},
}

var outcomes = words[Outcome]{
	Upheld:   {En: "upheld", Zh: "维持原评级"},
	Adjusted: {En: "adjusted", Zh: "调整评级"},
	Rejected: {En: "rejected", Zh: "不予受理"},
}

var appealStatuses = words[AppealStatus]{
	AppealFiled:     {En: "filed", Zh: "已提交"},
	AppealAssigned:  {En: "under review", Zh: "复核中"},
	AppealDecided:   {En: "decided", Zh: "已决定"},
	AppealWithdrawn: {En: "withdrawn", Zh: "已撤回"},
}

var appealEvents = words[AppealEvent]{
	AppealAssign:   {En: "assign", Zh: "指派复核人"},
	AppealCheck:    {En: "check", Zh: "核查"},
	AppealDecide:   {En: "decide", Zh: "作出决定"},
	AppealWithdraw: {En: "withdraw", Zh: "撤回"},
}

// In is the phase in words; an unknown one is given as it is written, as below.
func (p Phase) In(l text.Lang) string { return phases.say(p, l) }

// In is the state in words.
func (s CycleStatus) In(l text.Lang) string { return cycleStatuses.say(s, l) }

// In is the event in words.
func (e CycleEvent) In(l text.Lang) string { return cycleEvents.say(e, l) }

// In is the state in words.
func (s FormStatus) In(l text.Lang) string { return formStatuses.say(s, l) }

// In is the event in words.
func (e FormEvent) In(l text.Lang) string { return formEvents.say(e, l) }

// In is the cause in words.
func (c Cause) In(l text.Lang) string { return causes.say(c, l) }

// In is the source in words.
func (s Source) In(l text.Lang) string { return sources.say(s, l) }

// In is the state in words.
func (s ResultStatus) In(l text.Lang) string { return resultStatuses.say(s, l) }

// In is the event in words.
func (e ResultEvent) In(l text.Lang) string { return resultEvents.say(e, l) }

// In is the outcome in words.
func (o Outcome) In(l text.Lang) string { return outcomes.say(o, l) }

// In is the state in words.
func (s AppealStatus) In(l text.Lang) string { return appealStatuses.say(s, l) }

// In is the event in words.
func (e AppealEvent) In(l text.Lang) string { return appealEvents.say(e, l) }

// words are the values of a type, and what people call them.
type words[S ~string] map[S]text.Label

// say is s in words; a value that is none of them is given as it is written.
func (w words[S]) say(s S, l text.Lang) string {
	if label, known := w[s]; known {
		return label.In(l)
	}
	return string(s)
}

// check refuses a value that is none of them.
func (w words[S]) check(v *fault.Violations, path string, s S) {
	if _, known := w[s]; !known {
		v.Add(path, valueUnknown, "value", excerpt(string(s)), "known", codes(slices.Sorted(maps.Keys(w))))
	}
}

// codes are values as they are written.
func codes[S ~string](values []S) []string {
	written := make([]string, len(values))
	for i, s := range values {
		written[i] = string(s)
	}
	return written
}

// excerpt is as much of a foreign text as a message repeats.
func excerpt(s string) string {
	const longest = 40
	if runes := []rune(s); len(runes) > longest {
		return string(runes[:longest]) + "…"
	}
	return s
}
