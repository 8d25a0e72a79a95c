package wording

import "github.com/meritkit/meritkit/text"

// What is found.
var (
	absolute = text.Message{
		Code: "wording.absolute",
		En:   "\"{words}\" makes a rule of some cases; one exception is enough to dispute it",
		Zh:   "“{words}”把个别情况说成一贯如此，对方只要举出一次例外就能反驳",
	}
	judgement = text.Message{
		Code: "wording.judgement",
		En:   "\"{words}\" judges the person instead of describing what happened",
		Zh:   "“{words}”评判的是人，而不是描述发生了什么",
	}
	attack = text.Message{
		Code: "wording.attack",
		En:   "\"{words}\" insults the person",
		Zh:   "“{words}”是对人的侮辱",
	}
	factMissing = text.Message{
		Code: "wording.fact",
		En:   "no fact that could be checked: no date, figure, occasion or piece of work",
		Zh:   "没有可核对的事实：缺少时间、数字、场合或具体的工作",
	}
	impactMissing = text.Message{
		Code: "wording.impact",
		En:   "it does not say what came of it",
		Zh:   "没有说明带来了什么影响",
	}
	improvementMissing = text.Message{
		Code: "wording.improvement",
		En:   "it does not say what to do next",
		Zh:   "没有说明接下来怎么做",
	}
)

// What to write instead: fact, impact, improvement.
var (
	proposeOccasion = text.Message{
		Code: "wording.propose.occasion",
		En:   "instead of \"{words}\" count the cases: \"on __ and __ you __ (fact); as a result __ (impact); next time please __ (improvement)\"",
		Zh:   "不用“{words}”，写明次数和时间：“__月__日和__月__日，你____（事实），导致____（影响），建议下次____（改进）”",
	}
	proposeExample = text.Message{
		Code: "wording.propose.example",
		En:   "instead of \"{words}\" say what was seen or heard: \"on __ you __ (fact); for __ it meant __ (impact); please __ by __ (improvement)\"",
		Zh:   "不用“{words}”，写看到或听到的行为：“__月__日，你____（事实），使____（影响），建议在__前____（改进）”",
	}
	proposeBehaviour = text.Message{
		Code: "wording.propose.behaviour",
		En:   "strike it out, and name the behaviour alone: \"on __ __ happened (fact); it cost __ (impact); I ask you to __ (improvement)\"",
		Zh:   "删去，只谈行为：“__月__日发生了____（事实），造成____（影响），请____（改进）”",
	}
	proposeFact = text.Message{
		Code: "wording.propose.fact",
		En:   "add what happened, when and how often: \"on __, in __, you __\"",
		Zh:   "补充事实：何时、何事、几次，如“__月__日，在____中，你____”",
	}
	proposeImpact = text.Message{
		Code: "wording.propose.impact",
		En:   "add what it meant for the customer, the team or the work: \"as a result __\"",
		Zh:   "补充对客户、团队或工作的影响，如“因此____”",
	}
	proposeImprovement = text.Message{
		Code: "wording.propose.improvement",
		En:   "add one step that can be seen when it is done: \"from __ on, please __\"",
		Zh:   "补充一个看得见的改进步骤，如“从__起，建议____”",
	}
)
