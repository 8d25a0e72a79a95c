package smart

import "github.com/meritkit/meritkit/text"

// What is found.
var (
	specificMet = text.Message{
		Code: "smart.specific.met",
		En:   "it is clear what this is about: {object}",
		Zh:   "对象明确：{object}",
	}
	specificDeed = text.Message{
		Code: "smart.specific.deed",
		En:   "it is clear what is to be done",
		Zh:   "要做什么是明确的",
	}
	objectMissing = text.Message{
		Code: "smart.specific.object",
		En:   "it does not say what exactly is to be reached or done",
		Zh:   "没有说清具体要达成或完成什么",
	}
	objectBroad = text.Message{
		Code: "smart.specific.broad",
		En:   "\"{object}\" is so broad that two readers would take it for two things",
		Zh:   "“{object}”过于笼统，不同的人会有不同的理解",
	}
	vagueWord = text.Message{
		Code: "smart.specific.vague",
		En:   "\"{word}\" says nothing that can be checked",
		Zh:   "“{word}”无法核对",
	}
	measurableMet = text.Message{
		Code: "smart.measurable.met",
		En:   "the figure {figure} decides whether it is reached",
		Zh:   "以{figure}判断是否达成",
	}
	measurableBinary = text.Message{
		Code: "smart.measurable.binary",
		En:   "it can be told whether it is done, but not how well or how much",
		Zh:   "能判断是否完成，但看不出完成到什么程度",
	}
	figureMissing = text.Message{
		Code: "smart.measurable.figure",
		En:   "no figure decides whether it is reached",
		Zh:   "没有可据以判断是否达成的数字",
	}
	figureInText = text.Message{
		Code: "smart.measurable.text",
		En:   "the figure {figure} stands in the text only, where no progress can be counted by it",
		Zh:   "数字{figure}只写在文字里，无法据以跟踪进度",
	}
	targetMissing = text.Message{
		Code: "smart.measurable.target",
		En:   "the measure {metric} has no target",
		Zh:   "衡量指标“{metric}”没有目标值",
	}
	targetDiffers = text.Message{
		Code: "smart.measurable.differs",
		En:   "the text says {text}, the measure {target}",
		Zh:   "文字写的是{text}，衡量指标写的是{target}",
	}
	baselineMissing = text.Message{
		Code: "smart.measurable.baseline",
		En:   "{metric} has no baseline, so nobody can tell how far there is to go",
		Zh:   "“{metric}”没有基线值，看不出要提升多少",
	}
	milestoneMet = text.Message{
		Code: "smart.measurable.milestone",
		En:   "a milestone is reached when the thing is there",
		Zh:   "里程碑以成果是否交付来判断",
	}
	rangeMet = text.Message{
		Code: "smart.measurable.range",
		En:   "it is reached as long as the figure stays between {low} and {high}",
		Zh:   "以数据是否保持在{low}至{high}之间来判断",
	}
	stepsMet = text.Message{
		Code: "smart.measurable.steps",
		En:   "it is reached when its steps are done, {count} in all",
		Zh:   "以 {count} 个步骤是否完成来判断",
	}
	rubricMet = text.Message{
		Code: "smart.measurable.grades",
		En:   "a rubric of {count} grades says what it is judged by",
		Zh:   "以 {count} 个等级的评分标准来判断",
	}
	rubricOnly = text.Message{
		Code: "smart.measurable.rubric",
		En:   "a qualitative goal without a figure depends on who judges it",
		Zh:   "定性目标没有数字，结果取决于由谁评判",
	}
	achievableMet = text.Message{
		Code: "smart.achievable.met",
		En:   "what is known of before makes it look within reach",
		Zh:   "对照以往情况，目标可以达到",
	}
	achievableUnknown = text.Message{
		Code: "smart.achievable.unknown",
		En:   "there is no baseline, history or confidence to judge by",
		Zh:   "缺少基线、历史数据和信心指数，无法评估",
	}
	confidenceLow = text.Message{
		Code: "smart.achievable.confidence",
		En:   "the employee is only {confidence} % confident",
		Zh:   "员工的信心指数只有{confidence}%",
	}
	targetReached = text.Message{
		Code: "smart.achievable.reached",
		En:   "{metric} was at {last} already, past the target of {target}",
		Zh:   "“{metric}”上期已达{last}，超过目标{target}",
	}
	targetLeaps = text.Message{
		Code: "smart.achievable.leap",
		En:   "{metric} is to move by {asked}; the best step so far was {best}",
		Zh:   "“{metric}”要变动{asked}，以往最大一次只有{best}",
	}
	targetFar = text.Message{
		Code: "smart.achievable.far",
		En:   "{metric} is to go from {baseline} to {target}, and nothing says how",
		Zh:   "“{metric}”要从{baseline}到{target}，却没有说明如何做到",
	}
	relevantMet = text.Message{
		Code: "smart.relevant.met",
		En:   "it carries a goal above it",
		Zh:   "支撑上级目标",
	}
	relevantTop = text.Message{
		Code: "smart.relevant.top",
		En:   "a goal of the company has none above it",
		Zh:   "公司级目标没有上级目标",
	}
	parentMissing = text.Message{
		Code: "smart.relevant.parent",
		En:   "it supports no goal above it",
		Zh:   "没有支撑任何上级目标",
	}
	parentUnseen = text.Message{
		Code: "smart.relevant.unseen",
		En:   "the goals it supports are not at hand",
		Zh:   "所支撑的上级目标不在手边，无法评估",
	}
	parentCancelled = text.Message{
		Code: "smart.relevant.cancelled",
		En:   "the goal it supports was cancelled: {parent}",
		Zh:   "所支撑的目标已取消：{parent}",
	}
	parentPeriod = text.Message{
		Code: "smart.relevant.period",
		En:   "the goal it supports, {parent}, is of another time: {period}",
		Zh:   "所支撑的目标“{parent}”不在同一时期：{period}",
	}
	parentForeign = text.Message{
		Code: "smart.relevant.foreign",
		En:   "nothing says what it has to do with the goal it supports: {parent}",
		Zh:   "看不出与所支撑的目标有何关系：{parent}",
	}
	timeBoundMet = text.Message{
		Code: "smart.timebound.met",
		En:   "it is due: {due}",
		Zh:   "时限明确：{due}",
	}
	dueMissing = text.Message{
		Code: "smart.timebound.due",
		En:   "it does not say by when",
		Zh:   "没有说明何时完成",
	}
	dueDiffers = text.Message{
		Code: "smart.timebound.differs",
		En:   "the text says {text}, the period is {period}",
		Zh:   "文字写的是{text}，周期却是{period}",
	}
)

// What to write instead.
var (
	proposeObject = text.Message{
		Code: "smart.propose.object",
		En:   "name the result, the deliverable or the metric: \"bring __ from __ to __\"",
		Zh:   "写明成果、交付物或指标，如“将____从__提高到__”",
	}
	proposeNarrow = text.Message{
		Code: "smart.propose.narrow",
		En:   "say which part of {object}, of whom and where it shows, and name a metric for it",
		Zh:   "写明是{object}的哪一部分、谁的、体现在哪里，并给出一个指标",
	}
	proposeFigure = text.Message{
		Code: "smart.propose.word",
		En:   "replace \"{word}\" by a figure or by what will be different",
		Zh:   "把“{word}”换成数字或看得见的变化",
	}
	proposeMeasure = text.Message{
		Code: "smart.propose.measure",
		En:   "add a metric with a target: __ from __ % to __ %",
		Zh:   "补充指标和目标值：____从__%提高到__%",
	}
	proposeTarget = text.Message{
		Code: "smart.propose.target",
		En:   "add a target: {metric} from __ to __",
		Zh:   "补充目标值：{metric}从__到__",
	}
	proposeBaseline = text.Message{
		Code: "smart.propose.baseline",
		En:   "add where it stands today: {metric} from __ to {target}",
		Zh:   "补充当前值：{metric}从__到{target}",
	}
	proposeAcceptance = text.Message{
		Code: "smart.propose.acceptance",
		En:   "say what it takes to be accepted: how many, how good, checked by whom",
		Zh:   "写明验收标准：数量、质量、由谁验收",
	}
	proposeField = text.Message{
		Code: "smart.propose.field",
		En:   "enter the figure as a measure: metric, unit, baseline, target",
		Zh:   "把数字填入衡量指标：指标、单位、基线、目标值",
	}
	proposeAgree = text.Message{
		Code: "smart.propose.agree",
		En:   "make the text and the fields say the same",
		Zh:   "使文字与字段一致",
	}
	proposeSupport = text.Message{
		Code: "smart.propose.support",
		En:   "ask what is missing, and agree on support or on a nearer target",
		Zh:   "问清缺少什么，商定支持措施或调整目标",
	}
	proposeStretch = text.Message{
		Code: "smart.propose.stretch",
		En:   "set the target beyond what was reached",
		Zh:   "把目标定在已达到的水平之上",
	}
	proposeStages = text.Message{
		Code: "smart.propose.stages",
		En:   "go in stages, or say what makes this step possible",
		Zh:   "分阶段推进，或说明凭什么能做到",
	}
	proposeMethod = text.Message{
		Code: "smart.propose.method",
		En:   "say by what means: \"by …\"",
		Zh:   "写明做法，如“通过……”",
	}
	proposeParent = text.Message{
		Code: "smart.propose.parent",
		En:   "link it to the goal above that it carries",
		Zh:   "关联它所支撑的上级目标",
	}
	proposeWhy = text.Message{
		Code: "smart.propose.why",
		En:   "say how it carries this goal: {parent}",
		Zh:   "说明它如何支撑该目标：{parent}",
	}
	proposeDue = text.Message{
		Code: "smart.propose.due",
		En:   "add a deadline: by __, or within __ weeks",
		Zh:   "补充期限，如“在__月__日前”或“__周内”",
	}
)
