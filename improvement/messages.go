package improvement

import "github.com/meritkit/meritkit/text"

// What is refused.
var (
	fixed = text.Message{
		Code: "improvement.plan.fixed",
		En:   "this was “{was}” when the plan was drafted and stays so",
		Zh:   "此项在起草时为“{was}”，之后不能更改",
	}
	nameRequired = text.Message{
		Code: "improvement.policy.name",
		En:   "a policy needs a name",
		Zh:   "规则须有名称",
	}
	lengthOrder = text.Message{
		Code: "improvement.policy.length",
		En:   "plans of {min} to {max} days are not possible",
		Zh:   "计划时长范围无效：{min} 至 {max} 天",
	}
	extensionsNegative = text.Message{
		Code: "improvement.policy.extensions",
		En:   "the number of extensions can't be negative",
		Zh:   "延期次数不能为负数",
	}
	placesRange = text.Message{
		Code: "improvement.policy.places",
		En:   "digits after the point must be between 0 and {max}",
		Zh:   "小数位数须在 0 到 {max} 之间",
	}
	personRequired = text.Message{
		Code: "improvement.person.required",
		En:   "a plan needs its employee and its manager",
		Zh:   "计划须注明员工和直属上级",
	}
	managerSelf = text.Message{
		Code: "improvement.manager.self",
		En:   "the manager of a plan is not its employee",
		Zh:   "计划的上级不能是员工本人",
	}
	lengthBounds = text.Message{
		Code: "improvement.period.length",
		En:   "the plan runs {days} days; {policy} allows {min} to {max}",
		Zh:   "计划时长为 {days} 天，规则 {policy} 允许 {min} 至 {max} 天",
	}
	extensionBounds = text.Message{
		Code: "improvement.extension.bounds",
		En:   "extension {extension} is not possible: an extension says which plan it follows, and there are at most {max}",
		Zh:   "第 {extension} 次延期无效：延期须注明所接续的计划，且最多 {max} 次",
	}
	dateRequired = text.Message{
		Code: "improvement.date.required",
		En:   "a date is needed",
		Zh:   "须填写日期",
	}
	whatRequired = text.Message{
		Code: "improvement.what.required",
		En:   "it must be said what this is",
		Zh:   "须写明具体内容",
	}
	ownerRequired = text.Message{
		Code: "improvement.owner.required",
		En:   "this needs an owner: the employee, the manager, a mentor",
		Zh:   "须有责任人：员工、上级或导师",
	}
	dueOutside = text.Message{
		Code: "improvement.due.outside",
		En:   "{due} is not within the plan: {period}",
		Zh:   "{due} 不在计划期间之内：{period}",
	}
	beforePlan = text.Message{
		Code: "improvement.on.before",
		En:   "{on} is before the plan begins on {from}",
		Zh:   "{on} 早于计划开始日期 {from}",
	}
	future = text.Message{
		Code: "improvement.on.future",
		En:   "{on} is still to come; today is {today}",
		Zh:   "{on} 尚未到来，今天是 {today}",
	}
	aimRequired = text.Message{
		Code: "improvement.aim.required",
		En:   "a plan needs at least one aim",
		Zh:   "计划须至少有一个目标",
	}
	metricRequired = text.Message{
		Code: "improvement.metric.required",
		En:   "an aim needs a metric",
		Zh:   "目标须有衡量指标",
	}
	metricTwice = text.Message{
		Code: "improvement.metric.twice",
		En:   "{metric} is there twice",
		Zh:   "指标“{metric}”重复",
	}
	metricUnknown = text.Message{
		Code: "improvement.metric.unknown",
		En:   "the plan has no aim with the metric “{metric}”",
		Zh:   "计划中没有指标为“{metric}”的目标",
	}
	figureRequired = text.Message{
		Code: "improvement.figure.required",
		En:   "an aim says from which figure to which it leads",
		Zh:   "目标须写明起始值和目标值",
	}
	aimStill = text.Message{
		Code: "improvement.aim.still",
		En:   "the target {target} is where the aim starts: there is nothing to reach",
		Zh:   "目标值 {target} 与起始值相同，无可改进",
	}
	aimBackwards = text.Message{
		Code: "improvement.aim.backwards",
		En:   "from {baseline} to {target} is not the direction “{direction}”",
		Zh:   "从 {baseline} 到 {target} 与方向“{direction}”不符",
	}
	actionRequired = text.Message{
		Code: "improvement.action.required",
		En:   "a performance improvement plan needs at least one action",
		Zh:   "绩效改进计划须至少有一项行动",
	}
	sessionsRange = text.Message{
		Code: "improvement.sessions.range",
		En:   "an action has up to {max} sessions a week",
		Zh:   "每周次数须在 {max} 次以内",
	}
	hoursRequired = text.Message{
		Code: "improvement.hours.required",
		En:   "a regular action says both how many sessions a week and how many hours each",
		Zh:   "定期行动须同时写明每周次数和每次小时数",
	}
	hoursRange = text.Message{
		Code: "improvement.hours.range",
		En:   "a session takes more than 0 and up to {max} hours",
		Zh:   "每次时长须大于 0 且不超过 {max} 小时",
	}
	supportRequired = text.Message{
		Code: "improvement.support.required",
		En:   "a performance improvement plan promises support, or says why there is none",
		Zh:   "绩效改进计划须提供支持，或说明不提供的原因",
	}
	absenceRequired = text.Message{
		Code: "improvement.absence.required",
		En:   "it must be said why the support is not given",
		Zh:   "须说明未提供支持的原因",
	}
	itemUnknown = text.Message{
		Code: "improvement.item.unknown",
		En:   "there is no such entry; the plan has {count}",
		Zh:   "没有此项，计划中共有 {count} 项",
	}
	trackingRequired = text.Message{
		Code: "improvement.tracking.required",
		En:   "a performance improvement plan says how often it is reviewed",
		Zh:   "绩效改进计划须写明跟踪频率",
	}
	cadenceTwice = text.Message{
		Code: "improvement.tracking.twice",
		En:   "{cadence} is there twice",
		Zh:   "跟踪频率“{cadence}”重复",
	}
	trackedTwice = text.Message{
		Code: "improvement.track.twice",
		En:   "{metric} has an entry on {on} already",
		Zh:   "“{metric}”在 {on} 已有跟踪记录",
	}
	reasonRequired = text.Message{
		Code: "improvement.reason.required",
		En:   "a reason is needed",
		Zh:   "须说明理由",
	}
	approverSelf = text.Message{
		Code: "improvement.approver.self",
		En:   "the employee can't approve their own plan",
		Zh:   "员工不能批准自己的计划",
	}
	assessorSelf = text.Message{
		Code: "improvement.assessor.self",
		En:   "the employee can't assess their own plan",
		Zh:   "员工不能评估自己的计划",
	}
	resultRequired = text.Message{
		Code: "improvement.result.required",
		En:   "the aim “{metric}” needs its figure",
		Zh:   "目标“{metric}”须填写结果数据",
	}
	passedShort = text.Message{
		Code: "improvement.outcome.short",
		En:   "the plan is not passed while these aims are not reached: {metrics}",
		Zh:   "以下目标未达成，计划不能评定为通过：{metrics}",
	}
	failedReached = text.Message{
		Code: "improvement.outcome.reached",
		En:   "all aims are reached: the plan is passed and can't end as “{outcome}”",
		Zh:   "全部目标均已达成，计划应评定为通过，不能以“{outcome}”结束",
	}
	extensionsUsed = text.Message{
		Code: "improvement.outcome.extensions",
		En:   "the plan can't be extended again; at most {max} in a row",
		Zh:   "计划不能再次延期，最多连续延期 {max} 次",
	}
	outcomeForeign = text.Message{
		Code: "improvement.outcome.type",
		En:   "a {type} does not end as “{outcome}”",
		Zh:   "{type}不能以“{outcome}”结束",
	}
	failedEarly = text.Message{
		Code: "improvement.failed.early",
		En:   "the plan can't end against the employee on {on}, before its last day, {to}",
		Zh:   "计划不能在最后一天 {to} 之前（{on}）以不利于员工的结果结束",
	}
	reviewMissed = text.Message{
		Code: "improvement.failed.review",
		En:   "the review due on {on} ({cadence}) was not held",
		Zh:   "应于 {on} 进行的跟踪（{cadence}）未进行",
	}
	supportOwed = text.Message{
		Code: "improvement.failed.support",
		En:   "the promised support was neither given nor its absence explained: {what} ({kind})",
		Zh:   "承诺的支持既未提供也未说明原因：{what}（{kind}）",
	}
	closingStatus = text.Message{
		Code: "improvement.closing.status",
		En:   "a plan has a closing when it is assessed or closed, and only then; this one is {status}",
		Zh:   "计划在评估或结束后才有结案内容，且必须有；当前状态为：{status}",
	}
	evidenceRequired = text.Message{
		Code: "improvement.evidence.required",
		En:   "a plan is closed on evidence",
		Zh:   "结束计划须有证据",
	}
	interviewDraft = text.Message{
		Code: "improvement.interview.draft",
		En:   "interview {interview} has not been held",
		Zh:   "面谈 {interview} 尚未进行",
	}
	notExtended = text.Message{
		Code: "improvement.followup.status",
		En:   "only a plan that was closed as extended has a follow-up; {plan} is {status}",
		Zh:   "只有以延期结束的计划才有后续计划，计划 {plan} 的状态为：{status}",
	}
	followUpForeign = text.Message{
		Code: "improvement.followup.foreign",
		En:   "this does not extend plan {plan}: employee, type and policy stay, and the extensions are counted on",
		Zh:   "这不是计划 {plan} 的延期：员工、类型和规则须保持不变，延期次数须连续",
	}
	followUpEarly = text.Message{
		Code: "improvement.followup.early",
		En:   "the follow-up begins on {from}, not after the closing on {on}",
		Zh:   "后续计划的开始日期 {from} 须晚于结束日期 {on}",
	}
	notClosed = text.Message{
		Code: "improvement.next.status",
		En:   "plan {plan} is {status}; only a closed plan leaves goals for the next period",
		Zh:   "计划 {plan} 的状态为：{status}，只有已结束的计划才能产生下一周期目标",
	}
)

// What the goals of the next period are called, and why they are there.
var (
	atLeast = text.Message{
		Code: "improvement.bound.least",
		En:   "at least {target}",
		Zh:   "不低于 {target}",
	}
	atMost = text.Message{
		Code: "improvement.bound.most",
		En:   "at most {target}",
		Zh:   "不高于 {target}",
	}
	goalKeep = text.Message{
		Code: "improvement.next.keep",
		En:   "Keep {metric} at its level: {bound}",
		Zh:   "保持{metric}水平：{bound}",
	}
	goalApply = text.Message{
		Code: "improvement.next.apply",
		En:   "Apply what was developed: {metric} {bound}",
		Zh:   "将所学应用于工作：{metric}{bound}",
	}
	goalGoOn = text.Message{
		Code: "improvement.next.goon",
		En:   "Go on with {metric}: {bound}",
		Zh:   "继续提升{metric}：{bound}",
	}
	whyKeep = text.Message{
		Code: "improvement.next.why.keep",
		En:   "{type} {plan} was passed on {on}: {metric} reached {value}, with a target of {target}; the level is to be kept",
		Zh:   "{type} {plan} 已于 {on} 通过：{metric}达到 {value}，目标为 {target}；须保持该水平",
	}
	whyApply = text.Message{
		Code: "improvement.next.why.apply",
		En:   "{type} {plan} ended on {on}: {metric} reached {value}, with a target of {target}; what was developed is to be applied in the work",
		Zh:   "{type} {plan} 已于 {on} 结束：{metric}达到 {value}，目标为 {target}；所学须应用于工作",
	}
	whyGoOn = text.Message{
		Code: "improvement.next.why.goon",
		En:   "{type} {plan} ended on {on}: {metric} stands at {value}, with a target of {target}; it is carried over",
		Zh:   "{type} {plan} 已于 {on} 结束：{metric}为 {value}，目标为 {target}，尚未达成，转入下一周期",
	}
)
