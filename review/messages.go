package review

import "github.com/meritkit/meritkit/text"

var (
	textRequired = text.Message{
		Code: "review.text.required",
		En:   "this is required",
		Zh:   "此项必填",
	}
	reasonShort = text.Message{
		Code: "review.reason.short",
		En:   "the reason has {have} characters; at least {min} are needed",
		Zh:   "理由只有 {have} 个字符，至少需要 {min} 个",
	}
	reasonLong = text.Message{
		Code: "review.reason.long",
		En:   "a reason may have at most {max} characters",
		Zh:   "理由最多 {max} 个字符",
	}
	dateRequired = text.Message{
		Code: "review.date.required",
		En:   "a date is required",
		Zh:   "须填写日期",
	}
	labelRequired = text.Message{
		Code: "review.cycle.label",
		En:   "a cycle needs a name",
		Zh:   "考核周期须有名称",
	}
	phaseTwice = text.Message{
		Code: "review.phase.twice",
		En:   "the phase “{phase}” is listed twice",
		Zh:   "阶段“{phase}”重复",
	}
	phaseOrder = text.Message{
		Code: "review.phase.order",
		En:   "the phase “{phase}” begins on {from}, before the one listed ahead of it begins on {last}",
		Zh:   "阶段“{phase}”于 {from} 开始，早于排在其前的阶段的开始日期 {last}",
	}
	phaseShut = text.Message{
		Code: "review.phase.shut",
		En:   "the phase “{phase}” is not open on {day}; its window is {window}",
		Zh:   "阶段“{phase}”在{day}未开放，开放时间为{window}",
	}
	cycleNotRunning = text.Message{
		Code: "review.cycle.state",
		En:   "the cycle is {state}, so that nothing of the phase “{phase}” can be done",
		Zh:   "考核周期{state}，不能进行阶段“{phase}”的工作",
	}
	minReasonRange = text.Message{
		Code: "review.cycle.minreason",
		En:   "the least length of a reason must be between 0 and {max} characters",
		Zh:   "理由的最少字符数须在 0 到 {max} 之间",
	}
	unpublished = text.Message{
		Code: "review.cycle.unpublished",
		En:   "the cycle can't be closed: {count} results are not published, among them those of {employees}",
		Zh:   "考核周期不能关闭：有 {count} 个结果尚未发布，包括 {employees}",
	}
	peopleRequired = text.Message{
		Code: "review.people.required",
		En:   "there is nobody to enrol",
		Zh:   "没有参与考核的人员",
	}
	personTwice = text.Message{
		Code: "review.people.twice",
		En:   "{person} is listed twice",
		Zh:   "{person} 重复",
	}
	managerUnknown = text.Message{
		Code: "review.people.manager",
		En:   "{person} has no manager in the directory; one must be named",
		Zh:   "组织架构中没有 {person} 的上级，须另行指定",
	}
	raterSelf = text.Message{
		Code: "review.rater.self",
		En:   "{person} can't review themselves as their manager",
		Zh:   "{person} 不能作为自己的上级进行评估",
	}
	selfEmpty = text.Message{
		Code: "review.self.empty",
		En:   "an empty self review can't be handed in",
		Zh:   "不能提交空白的自评",
	}
	selfPending = text.Message{
		Code: "review.self.pending",
		En:   "{employee} has until {until} to hand in the self review and has not done so yet",
		Zh:   "{employee} 的自评截止日期为 {until}，目前尚未提交",
	}
	selfSettled = text.Message{
		Code: "review.self.settled",
		En:   "the manager review is handed in; the self review can't change any more",
		Zh:   "上级评估已提交，自评不能再变更",
	}
	claimTwice = text.Message{
		Code: "review.claim.twice",
		En:   "there are two claims about {metric} of goal {goal}",
		Zh:   "目标 {goal} 的指标 {metric} 填写了两次",
	}
	discrepancyUnknown = text.Message{
		Code: "review.discrepancy.unknown",
		En:   "there is no discrepancy about {metric} of goal {goal}",
		Zh:   "目标 {goal} 的指标 {metric} 没有差异",
	}
	discrepancyOpen = text.Message{
		Code: "review.discrepancy.open",
		En:   "the discrepancy about {metric} of goal {goal} is not resolved",
		Zh:   "目标 {goal} 的指标 {metric} 的差异尚未处理",
	}
	evidenceRequired = text.Message{
		Code: "review.evidence.required",
		En:   "the judgement of “{dimension}” needs evidence",
		Zh:   "对“{dimension}”的评判须附依据",
	}
	ratingState = text.Message{
		Code: "review.rating.state",
		En:   "a review has a rating when it is submitted, and none before",
		Zh:   "评估提交后须有评级，提交前不得有评级",
	}
	reviewForeign = text.Message{
		Code: "review.result.foreign",
		En:   "this is not the review of {employee} in cycle {cycle}",
		Zh:   "该评估不属于周期 {cycle} 中的 {employee}",
	}
	notSubmitted = text.Message{
		Code: "review.result.unsubmitted",
		En:   "the manager review is not submitted",
		Zh:   "上级评估尚未提交",
	}
	levelUnknown = text.Message{
		Code: "review.level.unknown",
		En:   "“{level}” is not a level of the scale; its levels are {levels}",
		Zh:   "“{level}”不是评级标准中的等级，可选等级：{levels}",
	}
	levelSame = text.Message{
		Code: "review.level.same",
		En:   "the level is “{level}” already",
		Zh:   "等级已经是“{level}”",
	}
	gateShut = text.Message{
		Code: "review.level.gate",
		En:   "gate {gate} of the rules holds “{level}” back, and by the figures it is “{otherwise}”: {why}",
		Zh:   "规则第 {gate} 项附加条件未满足，不能评为“{level}”，按数据为“{otherwise}”：{why}",
	}
	rulesForeign = text.Message{
		Code: "review.rules.foreign",
		En:   "the proposal was rated by version {version} of the rules {policy} as they were at launch, not by these",
		Zh:   "建议评级依据的是周期启动时的规则 {policy} 第 {version} 版，与当前规则不一致",
	}
	ownResult = text.Message{
		Code: "review.result.own",
		En:   "{person} can't decide on their own result",
		Zh:   "{person} 不能处理本人的考核结果",
	}
	changeBroken = text.Message{
		Code: "review.change.broken",
		En:   "a change from {from} to {to} can't follow: the level is {level}",
		Zh:   "此前等级为 {level}，不能由 {from} 变更为 {to}",
	}
	levelBroken = text.Message{
		Code: "review.level.broken",
		En:   "the level is {want} by proposal and changes, not {level}",
		Zh:   "根据建议评级和历次变更，等级应为 {want}，不是 {level}",
	}
	calibrationState = text.Message{
		Code: "review.result.calibration",
		En:   "a result is {state} only after calibration has changed or kept its level, and proposed only before",
		Zh:   "校准变更或确认等级后结果方可为“{state}”，校准前只能为“待校准”",
	}
	publicationState = text.Message{
		Code: "review.result.publication",
		En:   "a published result says when it was published and by whom, and no other does; this one is {state}",
		Zh:   "仅已发布的结果须注明发布时间和发布人，此结果的状态为“{state}”",
	}
	daysRange = text.Message{
		Code: "review.appeal.days",
		En:   "a deadline must be between 1 and {max} working days",
		Zh:   "期限须在 1 到 {max} 个工作日之间",
	}
	cycleForeign = text.Message{
		Code: "review.appeal.cycle",
		En:   "the result {result} is not of cycle {cycle}",
		Zh:   "结果 {result} 不属于周期 {cycle}",
	}
	filedLate = text.Message{
		Code: "review.appeal.late",
		En:   "an appeal could be filed until {until}; this one is of {filed}",
		Zh:   "申诉截止日期为 {until}，本申诉的提交日期为 {filed}",
	}
	filedEarly = text.Message{
		Code: "review.appeal.early",
		En:   "the result was published on {published}; it can't be appealed on {filed}",
		Zh:   "结果于 {published} 发布，不能在 {filed} 申诉",
	}
	appealOnce = text.Message{
		Code: "review.appeal.once",
		En:   "an appeal against this result was decided on {decided}",
		Zh:   "针对该结果的申诉已于 {decided} 作出决定",
	}
	appealForeign = text.Message{
		Code: "review.appeal.foreign",
		En:   "the appeal {appeal} is not against the result {result}",
		Zh:   "申诉 {appeal} 不是针对结果 {result} 的",
	}
	appealUndecided = text.Message{
		Code: "review.appeal.undecided",
		En:   "the appeal is neither decided nor withdrawn",
		Zh:   "申诉既未作出决定也未撤回",
	}
	dueEarly = text.Message{
		Code: "review.appeal.due",
		En:   "the answer must be due after the appeal is filed",
		Zh:   "答复期限须晚于申诉日期",
	}
	reviewerEmployee = text.Message{
		Code: "review.reviewer.employee",
		En:   "{person} filed the appeal and can't review it",
		Zh:   "{person} 是申诉人，不能担任复核人",
	}
	reviewerRater = text.Message{
		Code: "review.reviewer.rater",
		En:   "{person} gave the rating and can't review the appeal against it",
		Zh:   "{person} 是原评估人，不能担任复核人",
	}
	reviewerAbove = text.Message{
		Code: "review.reviewer.above",
		En:   "{person} stands above the rater {rater} in the reporting line and can't review the appeal",
		Zh:   "{person} 是原评估人 {rater} 的上级，不能担任复核人",
	}
	reviewerBelow = text.Message{
		Code: "review.reviewer.below",
		En:   "{person} reports to the rater {rater} and can't review the appeal",
		Zh:   "{person} 是原评估人 {rater} 的下属，不能担任复核人",
	}
	reviewerOnly = text.Message{
		Code: "review.reviewer.only",
		En:   "{person} is not the reviewer of this appeal",
		Zh:   "{person} 不是该申诉的复核人",
	}
	decisionEarly = text.Message{
		Code: "review.decision.early",
		En:   "only an appeal that is decided has an outcome",
		Zh:   "只有已作出决定的申诉才有处理结果",
	}
	decidedBefore = text.Message{
		Code: "review.decision.date",
		En:   "an appeal is decided on or after the day it is filed",
		Zh:   "作出决定的日期不得早于申诉日期",
	}
	levelOutcome = text.Message{
		Code: "review.decision.level",
		En:   "a new level is named when the rating is adjusted, and only then",
		Zh:   "仅当处理结果为调整时须填写新等级",
	}
	checksRequired = text.Message{
		Code: "review.decision.checks",
		En:   "an appeal is decided on its merits only after at least one check",
		Zh:   "对申诉作出实质决定前至少须有一项核查",
	}
)
