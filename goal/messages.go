package goal

import "github.com/meritkit/meritkit/text"

var (
	ownerRequired = text.Message{
		Code: "goal.owner.required",
		En:   "a goal needs an owner",
		Zh:   "须指明目标的责任人或责任单位",
	}
	employeeRequired = text.Message{
		Code: "goal.employee.required",
		En:   "it must be said whose this is",
		Zh:   "须指明员工",
	}
	titleRequired = text.Message{
		Code: "goal.title.required",
		En:   "a goal needs a title",
		Zh:   "须填写目标名称",
	}
	dateOutside = text.Message{
		Code: "goal.date.outside",
		En:   "{date} lies outside {period}",
		Zh:   "{date}不在{period}之内",
	}
	dueBeforeFrom = text.Message{
		Code: "goal.due.early",
		En:   "the goal is due on {due}, before its terms begin on {from}",
		Zh:   "完成日期{due}早于目标内容的生效日期{from}",
	}
	fromNotLater = text.Message{
		Code: "goal.from.order",
		En:   "terms from {from} do not follow those from {before}",
		Zh:   "{from}起的内容未晚于原内容的生效日期{before}",
	}
	percentRange = text.Message{
		Code: "goal.percent.range",
		En:   "a percentage lies between 0 and 100, not at {percent}",
		Zh:   "百分比须在 0 到 100 之间，现为 {percent}",
	}
	linkRequired = text.Message{
		Code: "goal.link.required",
		En:   "the goal that is supported must be named",
		Zh:   "须指明所支撑的目标",
	}
	linkSelf = text.Message{
		Code: "goal.link.self",
		En:   "a goal can't support itself",
		Zh:   "目标不能支撑自身",
	}
	linkTwice = text.Message{
		Code: "goal.link.twice",
		En:   "the goal {goal} is supported twice",
		Zh:   "重复支撑目标 {goal}",
	}
	linkUnknown = text.Message{
		Code: "goal.link.unknown",
		En:   "there is no goal {goal} to support",
		Zh:   "找不到所支撑的目标 {goal}",
	}
	linkCircle = text.Message{
		Code: "goal.link.circle",
		En:   "these goals support each other in a circle: {circle}",
		Zh:   "目标的支撑关系形成循环：{circle}",
	}
	dependencyRequired = text.Message{
		Code: "goal.dependency.required",
		En:   "the goal that is depended on must be named",
		Zh:   "须指明所依赖的目标",
	}
	dependencySelf = text.Message{
		Code: "goal.dependency.self",
		En:   "a goal can't depend on itself",
		Zh:   "目标不能依赖自身",
	}
	dependencyTwice = text.Message{
		Code: "goal.dependency.twice",
		En:   "the goal {goal} is depended on twice; what is needed of it belongs in one place",
		Zh:   "重复依赖目标 {goal}，所需支持应合并填写",
	}
	dependencyUnknown = text.Message{
		Code: "goal.dependency.unknown",
		En:   "there is no goal {goal} to depend on",
		Zh:   "找不到所依赖的目标 {goal}",
	}
	dependencyCircle = text.Message{
		Code: "goal.dependency.circle",
		En:   "these goals wait for each other in a circle: {circle}",
		Zh:   "目标的依赖关系形成循环：{circle}",
	}
	needsRequired = text.Message{
		Code: "goal.dependency.needs",
		En:   "it must be said what is needed of the other goal",
		Zh:   "须写明需要对方提供的支持",
	}
	neededAfterDue = text.Message{
		Code: "goal.dependency.late",
		En:   "what is needed on {by} comes after the goal is due on {due}",
		Zh:   "所需支持的日期{by}晚于目标的完成日期{due}",
	}
	metricRequired = text.Message{
		Code: "goal.metric.required",
		En:   "a measure needs a metric",
		Zh:   "须填写衡量指标",
	}
	metricTwice = text.Message{
		Code: "goal.metric.twice",
		En:   "the metric “{metric}” occurs twice",
		Zh:   "指标“{metric}”重复",
	}
	measuresRequired = text.Message{
		Code: "goal.measures.required",
		En:   "a goal of the form {form} needs a measure",
		Zh:   "{form} 类目标须有衡量指标",
	}
	measureWeights = text.Message{
		Code: "goal.measures.weights",
		En:   "the weights of the measures add up to {sum} %, not 100 %",
		Zh:   "指标权重合计 {sum}%，应为 100%",
	}
	weightsPartial = text.Message{
		Code: "goal.measures.partial",
		En:   "either every measure has a weight or none has",
		Zh:   "指标权重须全部填写或全部不填",
	}
	weightZero = text.Message{
		Code: "goal.weight.zero",
		En:   "a weight must be above zero",
		Zh:   "权重须大于 0",
	}
	targetRequired = text.Message{
		Code: "goal.target.required",
		En:   "a goal of the form {form} needs a target figure",
		Zh:   "{form} 类目标须有目标值",
	}
	targetStill = text.Message{
		Code: "goal.target.still",
		En:   "the target {target} is where the figure stands already; a figure to be kept needs a curve that says so",
		Zh:   "目标值 {target} 与基线值相同；如为保持现状，须在评分曲线中注明",
	}
	targetBehind = text.Message{
		Code: "goal.target.side",
		En:   "the target {target} lies on the wrong side of the baseline {baseline} for a figure that is to {direction}",
		Zh:   "指标方向为{direction}，目标值 {target} 与基线值 {baseline} 的方向不符",
	}
	thresholdBeyond = text.Message{
		Code: "goal.threshold.side",
		En:   "the threshold {threshold} is not short of the target {target} for a figure that is to {direction}",
		Zh:   "指标方向为{direction}，门槛值 {threshold} 应低于目标值 {target} 的要求",
	}
	stretchBehind = text.Message{
		Code: "goal.stretch.side",
		En:   "the stretch {stretch} is not beyond the target {target} for a figure that is to {direction}",
		Zh:   "指标方向为{direction}，挑战值 {stretch} 应高于目标值 {target} 的要求",
	}
	resultUnknown = text.Message{
		Code: "goal.result.unknown",
		En:   "“{status}” is not a result; a goal ends as: {known}",
		Zh:   "“{status}”不是有效的结果；可选：{known}",
	}
	resultRequired = text.Message{
		Code: "goal.result.required",
		En:   "the goal {goal} has no measures: its result must be judged",
		Zh:   "目标 {goal} 没有衡量指标，须给出评定结果",
	}
	resultCounted = text.Message{
		Code: "goal.result.counted",
		En:   "the result of the goal {goal} follows from its measures and can't be judged",
		Zh:   "目标 {goal} 的结果由指标计算得出，不能另行评定",
	}
	roleUnknown = text.Message{
		Code: "goal.signature.role",
		En:   "“{role}” does not sign this; those who do: {known}",
		Zh:   "“{role}”不是此处的签字角色；签字角色：{known}",
	}
	activateEarly = text.Message{
		Code: "goal.activate.early",
		En:   "this is not in force before {from}",
		Zh:   "{from}之前不能启动",
	}
	itemsRequired = text.Message{
		Code: "goal.plan.items",
		En:   "a plan needs goals",
		Zh:   "计划须包含目标",
	}
	itemGoalRequired = text.Message{
		Code: "goal.plan.goal",
		En:   "the goal must be named",
		Zh:   "须指明目标",
	}
	itemTwice = text.Message{
		Code: "goal.plan.twice",
		En:   "the goal {goal} occurs twice in the plan",
		Zh:   "目标 {goal} 在计划中重复",
	}
	planWeights = text.Message{
		Code: "goal.plan.weights",
		En:   "the weights of the goals add up to {sum} %, not 100 %",
		Zh:   "目标权重合计 {sum}%，应为 100%",
	}
	focusCount = text.Message{
		Code: "goal.plan.count",
		En:   "the plan has {count} goals; {min} to {max} are recommended",
		Zh:   "计划有 {count} 个目标，建议 {min} 至 {max} 个",
	}
	focusWeight = text.Message{
		Code: "goal.plan.minweight",
		En:   "a weight of {weight} % is less than the {min} % recommended",
		Zh:   "权重 {weight}% 低于建议的最低权重 {min}%",
	}
	goalNotGiven = text.Message{
		Code: "goal.plan.missing",
		En:   "the goal {goal} of the plan was not given",
		Zh:   "缺少计划中的目标 {goal}",
	}
	goalNotOwn = text.Message{
		Code: "goal.plan.owner",
		En:   "the goal {goal} is not one of {employee}'s own",
		Zh:   "目标 {goal} 不是 {employee} 本人的目标",
	}
	goalPeriod = text.Message{
		Code: "goal.plan.period",
		En:   "the goal {goal} is for {have}, the plan for {want}",
		Zh:   "目标 {goal} 的周期是{have}，计划的周期是{want}",
	}
	goalNotProposed = text.Message{
		Code: "goal.plan.proposed",
		En:   "the goal {goal} is {status} and not proposed with the plan",
		Zh:   "目标 {goal} 处于{status}状态，未随计划一并提交",
	}
	goalStillOpen = text.Message{
		Code: "goal.plan.open",
		En:   "the goal {goal} is still {status}",
		Zh:   "目标 {goal} 仍处于{status}状态",
	}
	goalInPlan = text.Message{
		Code: "goal.plan.together",
		En:   "the goal {goal} is an employee's and moves with its plan, not alone",
		Zh:   "目标 {goal} 属于员工个人，须随目标计划一并办理",
	}
	tenantOther = text.Message{
		Code: "goal.tenant.other",
		En:   "this belongs to another tenant than the goal",
		Zh:   "与目标不属于同一租户",
	}
	checkInNotActive = text.Message{
		Code: "goal.checkin.inactive",
		En:   "the goal {goal} is {status}; only an active goal has check-ins",
		Zh:   "目标 {goal} 处于{status}状态，执行中的目标才能更新进度",
	}
	checkInGoalRequired = text.Message{
		Code: "goal.checkin.goal",
		En:   "a check-in needs its goal",
		Zh:   "进度更新须指明目标",
	}
	checkInDayRequired = text.Message{
		Code: "goal.checkin.day",
		En:   "a check-in needs its day",
		Zh:   "进度更新须填写日期",
	}
	readingUnknown = text.Message{
		Code: "goal.reading.unknown",
		En:   "“{metric}” is not a metric of the goal; it has: {known}",
		Zh:   "“{metric}”不是该目标的指标；现有指标：{known}",
	}
	readingRequired = text.Message{
		Code: "goal.reading.required",
		En:   "the figure of at least one measure is needed",
		Zh:   "至少须填写一项指标的数据",
	}
	progressRequired = text.Message{
		Code: "goal.progress.required",
		En:   "a goal without a target figure needs its progress stated in percent",
		Zh:   "没有目标值的目标须填写进度百分比",
	}
	progressCounted = text.Message{
		Code: "goal.progress.counted",
		En:   "the progress follows from the figures and can't be stated",
		Zh:   "进度由指标数据计算得出，不能另行填写",
	}
	nothingToScore = text.Message{
		Code: "goal.score.measures",
		En:   "a goal without measures has no score",
		Zh:   "没有衡量指标的目标无法计分",
	}
	revisionGoalRequired = text.Message{
		Code: "goal.revision.goal",
		En:   "a revision needs its goal",
		Zh:   "目标调整须指明目标",
	}
	requestedRequired = text.Message{
		Code: "goal.revision.day",
		En:   "the day of the request is needed",
		Zh:   "须填写申请日期",
	}
	evidenceRequired = text.Message{
		Code: "goal.revision.evidence",
		En:   "a revision needs evidence with a figure or a link",
		Zh:   "目标调整须附数据或链接作为依据",
	}
	fromBeforeRequest = text.Message{
		Code: "goal.revision.from",
		En:   "the new terms can't begin on {from}, before they were requested on {requested}",
		Zh:   "新内容的生效日期{from}不能早于申请日期{requested}",
	}
	nothingChanged = text.Message{
		Code: "goal.revision.same",
		En:   "the terms proposed are those in force",
		Zh:   "拟调整的内容与现行内容相同",
	}
	revisionForeign = text.Message{
		Code: "goal.revision.open",
		En:   "the revision {revision} is {status}, or of another goal; it can't be put in force here",
		Zh:   "调整申请 {revision} 处于{status}状态或不属于该目标，不能生效",
	}
	checkInFuture = text.Message{
		Code: "goal.checkin.future",
		En:   "{on} is yet to come; today is {today}",
		Zh:   "{on}尚未到来，今天是{today}",
	}
	closingForeign = text.Message{
		Code: "goal.plan.foreign",
		En:   "the goal {goal} is not in the plan",
		Zh:   "目标 {goal} 不在计划中",
	}
	scoreNegative = text.Message{
		Code: "goal.score.negative",
		En:   "a score can't be below 0, as {score} is",
		Zh:   "得分不能小于 0，现为 {score}",
	}
	figureMissing = text.Message{
		Code: "goal.score.figure",
		En:   "“{metric}” can't be scored without a figure and a target",
		Zh:   "指标“{metric}”缺少实际值或目标值，无法计分",
	}
	goalUnscored = text.Message{
		Code: "goal.score.goal",
		En:   "the goal {goal} has no score",
		Zh:   "目标 {goal} 没有得分",
	}
	goalEnded = text.Message{
		Code: "goal.plan.ended",
		En:   "the goal {goal} is {status} already and can't be closed",
		Zh:   "目标 {goal} 已处于{status}状态，不能再结束",
	}
	resultState = text.Message{
		Code: "goal.result.state",
		En:   "the result says {result}, the goal is {status}",
		Zh:   "结果为“{result}”，而目标状态为“{status}”",
	}
	resultMissing = text.Message{
		Code: "goal.result.missing",
		En:   "a goal that is {status} has a result",
		Zh:   "“{status}”的目标须有结果",
	}
	planResultEarly = text.Message{
		Code: "goal.plan.result",
		En:   "a plan that is {status} has no result yet",
		Zh:   "“{status}”的目标计划还没有结果",
	}
)

// What there is to say of goals that are aligned.
var (
	nodeRequired = text.Message{
		Code: "goal.alignment.id",
		En:   "a goal needs an id to be aligned by",
		Zh:   "参与对齐的目标须有编号",
	}
	nodeTwice = text.Message{
		Code: "goal.alignment.twice",
		En:   "the goal {goal} was given twice",
		Zh:   "目标 {goal} 重复给出",
	}
	sharesOff = text.Message{
		Code: "goal.shares.sum",
		En:   "the shares of those who carry the goal {goal} add up to {sum} %, not 100 %",
		Zh:   "目标 {goal} 的各承接目标贡献权重合计 {sum}%，应为 100%",
	}
	sharesPartial = text.Message{
		Code: "goal.shares.partial",
		En:   "of those who carry the goal {goal}, some have a share and some have none",
		Zh:   "目标 {goal} 的承接目标须全部填写贡献权重或全部不填",
	}
	gapUncarried = text.Message{
		Code: "goal.coverage.uncarried",
		En:   "nobody carries the goal {goal}",
		Zh:   "目标 {goal} 没有下级目标承接",
	}
	gapUnaligned = text.Message{
		Code: "goal.coverage.unaligned",
		En:   "the goal {goal} is aligned to nothing",
		Zh:   "目标 {goal} 未对齐任何上级目标",
	}
	gapLink = text.Message{
		Code: "goal.coverage.link",
		En:   "the goal {goal} supports {other}, which is not among the goals given",
		Zh:   "目标 {goal} 所支撑的目标 {other} 不在所给目标之中",
	}
	gapDependency = text.Message{
		Code: "goal.coverage.dependency",
		En:   "the goal {goal} depends on {other}, which is not among the goals given",
		Zh:   "目标 {goal} 所依赖的目标 {other} 不在所给目标之中",
	}
	gapLate = text.Message{
		Code: "goal.coverage.late",
		En:   "the goal {goal} needs {other} by {by}, but that is due on {due}",
		Zh:   "目标 {goal} 须在{by}前得到目标 {other} 的支持，而后者的完成日期是{due}",
	}
	rollupRequired = text.Message{
		Code: "goal.rollup.required",
		En:   "it is not said how the figure of the goal {goal} follows from those that carry it",
		Zh:   "未指明目标 {goal} 的数据由承接目标汇总的方式",
	}
	rollupMissing = text.Message{
		Code: "goal.rollup.missing",
		En:   "the goal {goal}, which carries {above}, has no figure",
		Zh:   "目标 {goal} 缺少数据，无法汇总到目标 {above}",
	}
	figureUndated = text.Message{
		Code: "goal.rollup.day",
		En:   "the figure of the goal {goal} needs its day, or it can't be told whether it is the latest",
		Zh:   "目标 {goal} 的数据缺少日期，无法判断是否为最新值",
	}
	figuresTied = text.Message{
		Code: "goal.rollup.tie",
		En:   "the goals {goal} and {other} have different figures of {on}; neither is the latest",
		Zh:   "目标 {goal} 与 {other} 在{on}的数据不一致，无法确定最新值",
	}
	figureFollows = text.Message{
		Code: "goal.rollup.follows",
		En:   "the figure of the goal {goal} follows from those that carry it and can't be set",
		Zh:   "目标 {goal} 的数据由承接目标汇总得出，不能另行填写",
	}
	cascadeDiffers = text.Message{
		Code: "goal.cascade.differs",
		En:   "the goal {goal} is counted in another unit than {above}, which it carries",
		Zh:   "目标 {goal} 与其承接的目标 {above} 计量单位不同",
	}
)

// How a figure came about.
var (
	figureNone = text.Message{
		Code: "goal.standing.none",
		En:   "“{goal}” has no figure",
		Zh:   "“{goal}”没有数据",
	}
	figureOwn = text.Message{
		Code: "goal.standing.own",
		En:   "“{goal}” stands at {figure}, its own figure",
		Zh:   "“{goal}”为 {figure}，取自身数据",
	}
	figureSum = text.Message{
		Code: "goal.standing.sum",
		En:   "“{goal}” stands at {figure}, the sum of those that carry it: {addends}",
		Zh:   "“{goal}”为 {figure}，由承接目标求和：{addends}",
	}
	figureMean = text.Message{
		Code: "goal.standing.mean",
		En:   "“{goal}” stands at {figure}, the mean of those that carry it by their shares, rounded half away from zero (decimal places: {places}): ({products}) ÷ {weights}",
		Zh:   "“{goal}”为 {figure}，由承接目标按贡献权重加权平均，四舍五入保留 {places} 位小数：({products}) ÷ {weights}",
	}
	figureLeast = text.Message{
		Code: "goal.standing.min",
		En:   "“{goal}” stands at {figure}, the least of those that carry it",
		Zh:   "“{goal}”为 {figure}，取承接目标的最小值",
	}
	figureLatest = text.Message{
		Code: "goal.standing.latest",
		En:   "“{goal}” stands at {figure}, the latest figure of those that carry it, of {on}",
		Zh:   "“{goal}”为 {figure}，取承接目标的最新值（{on}）",
	}
	partPlain = text.Message{
		Code: "goal.standing.part",
		En:   "“{goal}”: {figure}",
		Zh:   "“{goal}”：{figure}",
	}
	partShared = text.Message{
		Code: "goal.standing.share",
		En:   "“{goal}”: {figure}, with a share of {share} %",
		Zh:   "“{goal}”：{figure}，贡献权重 {share}%",
	}
	partNone = text.Message{
		Code: "goal.standing.missing",
		En:   "“{goal}” has no figure and is left out",
		Zh:   "“{goal}”没有数据，未计入",
	}
)
