package feedback

import "github.com/meritkit/meritkit/text"

// What is refused.
var (
	fixed = text.Message{
		Code: "feedback.interview.fixed",
		En:   "this was “{was}” when the interview was drafted and stays so",
		Zh:   "此项在起草时为“{was}”，之后不能更改",
	}
	notDisputed = text.Message{
		Code: "feedback.interview.undisputed",
		En:   "only a disputed interview opens an appeal; this one is {status}",
		Zh:   "只有存在异议的面谈才能发起申诉，本次面谈状态为：{status}",
	}
	factRequired = text.Message{
		Code: "feedback.fact.required",
		En:   "a statement begins with a fact: what happened, with a figure where there is one",
		Zh:   "反馈须以事实为依据：发生了什么，有数据的须写明数据",
	}
	impactRequired = text.Message{
		Code: "feedback.impact.required",
		En:   "a statement says which impact the fact had, on the team, a customer or a result",
		Zh:   "反馈须说明影响：该事实对团队、客户或结果带来了什么",
	}
	improvementRequired = text.Message{
		Code: "feedback.improvement.required",
		En:   "a point to improve says what to do differently from now on",
		Zh:   "待改进之处须说明今后如何改进",
	}
	nameRequired = text.Message{
		Code: "feedback.name.required",
		En:   "it must be said which one this is about",
		Zh:   "须指明具体对象",
	}
	interviewerSelf = text.Message{
		Code: "feedback.interviewer.self",
		En:   "nobody holds an interview with themselves",
		Zh:   "面谈人不能是员工本人",
	}
	dateRequired = text.Message{
		Code: "feedback.date.required",
		En:   "a date is needed",
		Zh:   "须填写日期",
	}
	whatRequired = text.Message{
		Code: "feedback.what.required",
		En:   "it must be said what this is",
		Zh:   "须写明具体内容",
	}
	ownerRequired = text.Message{
		Code: "feedback.owner.required",
		En:   "a step needs an owner",
		Zh:   "后续行动须有责任人",
	}
	stepEarly = text.Message{
		Code: "feedback.step.early",
		En:   "the step is due on {due}, before the interview on {on}",
		Zh:   "后续行动的期限 {due} 早于面谈日期 {on}",
	}
	statementRequired = text.Message{
		Code: "feedback.statement.required",
		En:   "an interview needs at least one statement",
		Zh:   "面谈须至少有一条反馈",
	}
	strengthRequired = text.Message{
		Code: "feedback.strength.required",
		En:   "an interview names at least one strength, unless its policy makes that optional",
		Zh:   "面谈须至少肯定一项优点，除非规则允许省略",
	}
	strengthsFirst = text.Message{
		Code: "feedback.strengths.first",
		En:   "strengths come before points to improve",
		Zh:   "应先肯定优点，再谈待改进之处",
	}
	disagreementRequired = text.Message{
		Code: "feedback.disagreement.required",
		En:   "a disagreement needs its reason",
		Zh:   "提出异议须说明理由",
	}
	disputerForeign = text.Message{
		Code: "feedback.disputer.foreign",
		En:   "only the employee can disagree, not {person}",
		Zh:   "只有员工本人可以提出异议，{person} 不可以",
	}
	rulesForeign = text.Message{
		Code: "feedback.rules.foreign",
		En:   "the rules {have}, version {version}, are not those of the rating: {want}, version {rated}",
		Zh:   "规则 {have}（版本 {version}）不是评级所依据的规则：{want}（版本 {rated}）",
	}
)

// What a preparation says.
var (
	figureSaid = text.Message{
		Code: "feedback.prepare.figure",
		En:   "{metric} {figure}",
		Zh:   "{metric} {figure}",
	}
	factMeasured = text.Message{
		Code: "feedback.prepare.fact.measured",
		En:   "{dimension}: {level} ({figures})",
		Zh:   "{dimension}：{level}（{figures}）",
	}
	factJudged = text.Message{
		Code: "feedback.prepare.fact.judged",
		En:   "{dimension}: {level}; reason given: {reason}",
		Zh:   "{dimension}：{level}；评价理由：{reason}",
	}
	factPlain = text.Message{
		Code: "feedback.prepare.fact.plain",
		En:   "{dimension}: {level}",
		Zh:   "{dimension}：{level}",
	}
	factGoal = text.Message{
		Code: "feedback.prepare.fact.goal",
		En:   "{title}: {metric} stood at {actual} on {day}, with a target of {target}",
		Zh:   "{title}：截至 {day}，{metric}为 {actual}，目标为 {target}",
	}
	factRange = text.Message{
		Code: "feedback.prepare.fact.range",
		En:   "{title}: {metric} stood at {actual} on {day}, to be kept between {low} and {high}",
		Zh:   "{title}：截至 {day}，{metric}为 {actual}，应保持在 {low} 至 {high} 之间",
	}
	agendaOpening = text.Message{
		Code: "feedback.prepare.agenda.opening",
		En:   "Opening: what the talk is for and how it will go",
		Zh:   "开场：说明面谈目的与流程",
	}
	agendaResult = text.Message{
		Code: "feedback.prepare.agenda.result",
		En:   "The result and how it came about: {level}",
		Zh:   "说明评估结果及其依据：{level}",
	}
	agendaChange = text.Message{
		Code: "feedback.prepare.agenda.change",
		En:   "Why the level changed from {from} to {to} ({source}): {why}",
		Zh:   "说明等级由{from}调整为{to}的原因（{source}）：{why}",
	}
	agendaStrengths = text.Message{
		Code: "feedback.prepare.agenda.strengths",
		En:   "Strengths, with facts and their impact: {count}",
		Zh:   "肯定优点，结合事实与影响：{count} 项",
	}
	agendaImprovements = text.Message{
		Code: "feedback.prepare.agenda.improvements",
		En:   "Points to improve, with facts, impact and a way forward: {count}",
		Zh:   "指出待改进之处，结合事实、影响与改进方法：{count} 项",
	}
	agendaDiscrepancies = text.Message{
		Code: "feedback.prepare.agenda.discrepancies",
		En:   "Figures of the self review that the records do not bear out: {count}",
		Zh:   "核对自评与记录不一致的数据：{count} 项",
	}
	agendaView = text.Message{
		Code: "feedback.prepare.agenda.view",
		En:   "The employee's view, causes and requests",
		Zh:   "听取员工的看法、原因与诉求",
	}
	agendaSteps = text.Message{
		Code: "feedback.prepare.agenda.steps",
		En:   "Agreements and next steps, each with an owner and a date",
		Zh:   "达成共识，明确后续行动、责任人与期限",
	}
	agendaClose = text.Message{
		Code: "feedback.prepare.agenda.close",
		En:   "Confirmation by both, or the disagreement and the way to an appeal",
		Zh:   "双方签字确认；如有异议，说明申诉途径",
	}
	questionPride = text.Message{
		Code: "feedback.prepare.question.pride",
		En:   "Which result of the period are you most satisfied with, and what made it possible?",
		Zh:   "本周期你最满意的成果是什么？是什么促成了它？",
	}
	questionRisk = text.Message{
		Code: "feedback.prepare.question.risk",
		En:   "“{title}” was {health} on {day}: what got in the way, and what would have helped?",
		Zh:   "“{title}”在 {day} 的状态为{health}：遇到了什么阻碍？当时需要什么帮助？",
	}
	questionUnrecorded = text.Message{
		Code: "feedback.prepare.question.unrecorded",
		En:   "“{title}”: the self review says {metric} {claimed}, and nothing is recorded: what does the figure rest on?",
		Zh:   "“{title}”：自评中{metric}为 {claimed}，但没有相应记录，该数据的依据是什么？",
	}
	questionDiffers = text.Message{
		Code: "feedback.prepare.question.differs",
		En:   "“{title}”: the self review says {metric} {claimed}, the records say {recorded}: what explains the difference?",
		Zh:   "“{title}”：自评中{metric}为 {claimed}，记录为 {recorded}，差异的原因是什么？",
	}
	questionMissing = text.Message{
		Code: "feedback.prepare.question.missing",
		En:   "There was nothing to judge {dimension} by: what should be known of it?",
		Zh:   "{dimension}缺少评价依据：有哪些情况需要补充？",
	}
	questionSupport = text.Message{
		Code: "feedback.prepare.question.support",
		En:   "Which support, training or resources do you need in the next period?",
		Zh:   "下一周期你需要哪些支持、培训或资源？",
	}
	questionGoals = text.Message{
		Code: "feedback.prepare.question.goals",
		En:   "Which goals were unclear, or changed on the way?",
		Zh:   "哪些目标不够清晰，或在过程中发生了变化？",
	}
	disagreementEarly = text.Message{
		Code: "feedback.disagreement.state",
		En:   "only a disputed interview has a disagreement; this one is {status}",
		Zh:   "只有员工提出异议的面谈才有异议内容；当前状态为“{status}”",
	}
	signedEarly = text.Message{
		Code: "feedback.signature.early",
		En:   "an interview is signed once it was held",
		Zh:   "面谈结束后方可签字",
	}
	resultForeign = text.Message{
		Code: "feedback.result.foreign",
		En:   "{result} is not the result of {employee} in the cycle {cycle}",
		Zh:   "{result} 不是 {employee} 在周期 {cycle} 的考核结果",
	}
)
