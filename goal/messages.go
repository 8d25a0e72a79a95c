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
	pathBent = text.Message{
		Code: "goal.path.shape",
		En:   "a path with steps is stepped and one with points alone is given; a straight one has neither",
		Zh:   "阶梯推进才可设步长，给定曲线只设节点，匀速推进二者均不设",
	}
	pathSteps = text.Message{
		Code: "goal.path.steps",
		En:   "a stepped path takes its steps either at a cadence or at the points given",
		Zh:   "阶梯推进须设定步长或节点，且只能择一",
	}
	pathPoints = text.Message{
		Code: "goal.path.points",
		En:   "a path that is given needs points",
		Zh:   "给定曲线须填写节点",
	}
	pathOrder = text.Message{
		Code: "goal.path.order",
		En:   "the point on {on} does not follow the one on {before}",
		Zh:   "节点日期{on}须晚于前一节点的日期{before}",
	}
	pathFalls = text.Message{
		Code: "goal.path.falls",
		En:   "the path falls to {percent} % from {before} %",
		Zh:   "预期进度由 {before}% 降至 {percent}%，应只升不降",
	}
	marginNegative = text.Message{
		Code: "goal.pacing.negative",
		En:   "a margin can't be below 0, as {margin} is",
		Zh:   "预警界限不能小于 0，现为 {margin}",
	}
	marginOrder = text.Message{
		Code: "goal.pacing.order",
		En:   "off track at {offTrack} points comes before at risk at {atRisk}",
		Zh:   "偏离界限 {offTrack} 个百分点小于风险界限 {atRisk} 个百分点",
	}
	fromNotLater = text.Message{
		Code: "goal.from.order",
		En:   "terms from {from} do not follow those from {before}",
		Zh:   "新内容的生效日期{from}须晚于原内容的生效日期{before}",
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
		Zh:   "“{form}”类型的目标须有衡量指标",
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
		Zh:   "“{form}”类型的目标须有目标值",
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
	figureForeign = text.Message{
		Code: "goal.measure.foreign",
		En:   "this does not belong to a figure that is to {direction}",
		Zh:   "指标方向为{direction}，不应填写此项",
	}
	outOfUnit = text.Message{
		Code: "goal.outof.unit",
		En:   "only a figure in points is a score out of so many",
		Zh:   "只有以“分”为单位的指标才有满分",
	}
	outOfZero = text.Message{
		Code: "goal.outof.zero",
		En:   "the highest score must be above zero",
		Zh:   "满分须大于 0",
	}
	outOfRange = text.Message{
		Code: "goal.outof.range",
		En:   "{figure} is no score out of {most}",
		Zh:   "{figure} 分不在 0 到满分 {most} 分之间",
	}
	countedTwice = text.Message{
		Code: "goal.measures.beside",
		En:   "a goal is told by figures, by steps or by a rubric, not by several of them",
		Zh:   "目标只能按指标、步骤或评分标准中的一种衡量",
	}
	stepsElsewhere = text.Message{
		Code: "goal.steps.form",
		En:   "a goal of the form {form} has no steps; a milestone goal has",
		Zh:   "“{form}”类型的目标没有步骤，步骤属于里程碑目标",
	}
	stepsMissing = text.Message{
		Code: "goal.steps.none",
		En:   "the goal has no steps",
		Zh:   "该目标没有步骤",
	}
	stepRequired = text.Message{
		Code: "goal.step.required",
		En:   "a step needs a title",
		Zh:   "须填写步骤名称",
	}
	stepTwice = text.Message{
		Code: "goal.step.twice",
		En:   "the step “{step}” occurs twice",
		Zh:   "步骤“{step}”重复",
	}
	stepUnknown = text.Message{
		Code: "goal.step.unknown",
		En:   "“{step}” is not a step of the goal; it has: {known}",
		Zh:   "“{step}”不是该目标的步骤；现有步骤：{known}",
	}
	stepDayRequired = text.Message{
		Code: "goal.step.day",
		En:   "the day on which the step was done is needed",
		Zh:   "须填写步骤的完成日期",
	}
	stepDone = text.Message{
		Code: "goal.step.done",
		En:   "done in time on {on}: 100",
		Zh:   "{on}按期完成：100",
	}
	stepLate = text.Message{
		Code: "goal.step.late",
		En:   "done on {on}, after {due}: {score}",
		Zh:   "{on}完成，晚于{due}：{score}",
	}
	stepOpen = text.Message{
		Code: "goal.step.open",
		En:   "due on {due}, not done: 0",
		Zh:   "应于{due}完成，尚未完成：0",
	}
	partWeights = text.Message{
		Code: "goal.parts.weights",
		En:   "the weights add up to {sum} %, not 100 %",
		Zh:   "权重合计 {sum}%，应为 100%",
	}
	partsUnweighted = text.Message{
		Code: "goal.parts.partial",
		En:   "either all have a weight or none has",
		Zh:   "权重须全部填写或全部不填",
	}
	rubricElsewhere = text.Message{
		Code: "goal.rubric.form",
		En:   "a goal of the form {form} has no rubric; qualitative ones and those of development have",
		Zh:   "“{form}”类型的目标没有评分标准，评分标准属于定性目标和发展目标",
	}
	rubricMissing = text.Message{
		Code: "goal.rubric.none",
		En:   "the goal has no rubric to be judged by",
		Zh:   "该目标没有评分标准",
	}
	learningElsewhere = text.Message{
		Code: "goal.learning.form",
		En:   "a goal of the form {form} does not say what is to be learnt; one of development does",
		Zh:   "“{form}”类型的目标不填写学习成果，学习成果属于发展目标",
	}
	learningUnproven = text.Message{
		Code: "goal.learning.evidence",
		En:   "evidence is needed of what was learnt",
		Zh:   "须提供学习成果的佐证",
	}
	resultByLevel = text.Message{
		Code: "goal.result.level",
		En:   "the goal {goal} is judged by its rubric: a level is to be named",
		Zh:   "目标 {goal} 按评分标准评定，须选定等级",
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
	contentOther = text.Message{
		Code: "goal.signature.content",
		En:   "what was signed is not what is there now",
		Zh:   "签字后内容已变更",
	}
	contentChanged = text.Message{
		Code: "goal.signature.goal",
		En:   "the goal {goal} is not as it was proposed with the plan",
		Zh:   "目标 {goal} 的内容与提交时不一致",
	}
	activateEarly = text.Message{
		Code: "goal.activate.early",
		En:   "this is not in force before {from}",
		Zh:   "{from}之前不能启动",
	}
	itemsRequired = text.Message{
		Code: "goal.plan.items",
		En:   "a plan needs goals",
		Zh:   "目标计划须包含目标",
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
	nothingToShare = text.Message{
		Code: "goal.plan.rest",
		En:   "the weights given come to {sum} % and leave nothing to share out to {count} more",
		Zh:   "已填权重合计 {sum}%，没有余量可分给其余 {count} 项",
	}
	extraTwice = text.Message{
		Code: "goal.extra.twice",
		En:   "the item “{item}” occurs twice",
		Zh:   "“{item}”重复",
	}
	extraFound = text.Message{
		Code: "goal.extra.early",
		En:   "what is found of “{item}” is said when the plan is closed, not before",
		Zh:   "“{item}”的认定结果须在目标计划结束时填写",
	}
	extrasMany = text.Message{
		Code: "goal.extra.many",
		En:   "{count} items outside the weights are more than {max}",
		Zh:   "权重以外的项目有 {count} 个，最多 {max} 个",
	}
	findingUnknown = text.Message{
		Code: "goal.finding.unknown",
		En:   "“{item}” is no item of the plan outside its weights; those there are: {known}",
		Zh:   "“{item}”不是目标计划的否决项或加减分项；现有项目：{known}",
	}
	findingBreaches = text.Message{
		Code: "goal.finding.breaches",
		En:   "“{item}” is a veto: it must be said how often it was breached, and nothing of points",
		Zh:   "“{item}”是否决项，须填写违反次数，不填分数",
	}
	findingPoints = text.Message{
		Code: "goal.finding.points",
		En:   "“{item}” gives or takes points: it must be said how many, and nothing of breaches",
		Zh:   "“{item}”是加减分项，须填写分数，不填违反次数",
	}
	findingReason = text.Message{
		Code: "goal.finding.reason",
		En:   "it must be said what “{item}” counts for",
		Zh:   "须说明“{item}”的认定理由",
	}
	focusCount = text.Message{
		Code: "goal.plan.count",
		En:   "the plan has {count} goals; {min} to {max} are recommended",
		Zh:   "目标计划有 {count} 个目标，建议 {min} 至 {max} 个",
	}
	focusWeight = text.Message{
		Code: "goal.plan.minweight",
		En:   "a weight of {weight} % is less than the {min} % recommended",
		Zh:   "权重 {weight}% 低于建议的最低权重 {min}%",
	}
	goalNotGiven = text.Message{
		Code: "goal.plan.missing",
		En:   "the goal {goal} of the plan was not given",
		Zh:   "缺少目标计划中的目标 {goal}",
	}
	goalNotOwn = text.Message{
		Code: "goal.plan.owner",
		En:   "the goal {goal} is not one of {employee}'s own",
		Zh:   "目标 {goal} 不是 {employee} 本人的目标",
	}
	goalPeriod = text.Message{
		Code: "goal.plan.period",
		En:   "the goal {goal} is for {have}, the plan for {want}",
		Zh:   "目标 {goal} 的周期是{have}，目标计划的周期是{want}",
	}
	goalNotProposed = text.Message{
		Code: "goal.plan.proposed",
		En:   "the goal {goal} is {status} and not proposed with the plan",
		Zh:   "目标 {goal} 处于“{status}”状态，未随计划一并提交",
	}
	goalStillOpen = text.Message{
		Code: "goal.plan.open",
		En:   "the goal {goal} is still {status}",
		Zh:   "目标 {goal} 仍处于“{status}”状态",
	}
	templateNameRequired = text.Message{
		Code: "goal.template.name",
		En:   "a template needs a name",
		Zh:   "须填写模板名称",
	}
	templateRetired = text.Message{
		Code: "goal.template.retired",
		En:   "the template “{template}” is retired and is filled in for nobody",
		Zh:   "模板“{template}”已停用，不能再分配",
	}
	parameterMalformed = text.Message{
		Code: "goal.parameter.name",
		En:   "“{name}” does not name a parameter: a letter comes first, then letters and digits",
		Zh:   "参数名“{name}”无效：须以英文字母开头，由英文字母和数字组成",
	}
	parameterTwice = text.Message{
		Code: "goal.parameter.twice",
		En:   "the parameter {name} occurs twice",
		Zh:   "参数 {name} 重复",
	}
	parameterUnused = text.Message{
		Code: "goal.parameter.unused",
		En:   "the parameter {name} is used nowhere",
		Zh:   "参数 {name} 未被使用",
	}
	parameterUnknown = text.Message{
		Code: "goal.parameter.unknown",
		En:   "there is no parameter {name}; those there are: {known}",
		Zh:   "没有参数 {name}；现有参数：{known}",
	}
	boundForeign = text.Message{
		Code: "goal.parameter.bound",
		En:   "this does not bound a parameter of the kind {kind}",
		Zh:   "“{kind}”类参数不能这样限定",
	}
	boundsTurned = text.Message{
		Code: "goal.parameter.order",
		En:   "the least value {min} is above the greatest, {max}",
		Zh:   "最小值 {min} 大于最大值 {max}",
	}
	figureBounds = text.Message{
		Code: "goal.value.bounds",
		En:   "{figure} does not lie between {min} and {max}",
		Zh:   "{figure} 不在 {min} 到 {max} 之间",
	}
	valueRequired = text.Message{
		Code: "goal.value.required",
		En:   "“{name}” is missing",
		Zh:   "缺少“{name}”",
	}
	valueEmpty = text.Message{
		Code: "goal.value.empty",
		En:   "the text is empty",
		Zh:   "内容不能为空",
	}
	valueNoChoice = text.Message{
		Code: "goal.value.choice",
		En:   "“{value}” is none of: {choices}",
		Zh:   "“{value}”不在可选值之内：{choices}",
	}
	valueLong = text.Message{
		Code: "goal.value.long",
		En:   "at most {max} characters",
		Zh:   "最多 {max} 个字符",
	}
	gapUnknown = text.Message{
		Code: "goal.gap.unknown",
		En:   "“{path}” is no figure or day of the item",
		Zh:   "“{path}”不是该目标的数值或日期",
	}
	gapTwice = text.Message{
		Code: "goal.gap.twice",
		En:   "“{path}” is filled in twice",
		Zh:   "“{path}”重复填充",
	}
	gapEmpty = text.Message{
		Code: "goal.gap.empty",
		En:   "it must be said what “{path}” is filled in with: a parameter, or the number of a day for a date",
		Zh:   "须指明“{path}”的填充内容：参数，或日期所在的天数",
	}
	gapOverfull = text.Message{
		Code: "goal.gap.full",
		En:   "“{path}” is filled in with a parameter; a day's number and a factor of a day are not for it",
		Zh:   "“{path}”已用参数填充，不应再填天数或日期的倍数",
	}
	gapKind = text.Message{
		Code: "goal.gap.kind",
		En:   "“{path}” takes a parameter of the kind {want}, not {have}",
		Zh:   "“{path}”须用“{want}”类参数，不能用“{have}”类参数",
	}
	peopleRequired = text.Message{
		Code: "goal.batch.people",
		En:   "it must be said whom the template is for",
		Zh:   "须指明模板分配给哪些员工",
	}
	personTwice = text.Message{
		Code: "goal.batch.twice",
		En:   "{employee} is listed twice",
		Zh:   "{employee} 重复",
	}
	violationOf = text.Message{
		Code: "goal.batch.person",
		En:   "{employee}: {problem}",
		Zh:   "{employee}：{problem}",
	}
	batchRequired = text.Message{
		Code: "goal.batch.key",
		En:   "a batch needs a key of its own",
		Zh:   "须指定批次标识",
	}
	batchChanged = text.Message{
		Code: "goal.batch.changed",
		En:   "the batch {batch} has given {employee} a plan from other values",
		Zh:   "批次 {batch} 已按其他参数为 {employee} 建立目标计划",
	}
	planThere = text.Message{
		Code: "goal.batch.planned",
		En:   "{employee} has a plan for {period} already",
		Zh:   "{employee} 在{period}已有目标计划",
	}
	carryIdle = text.Message{
		Code: "goal.carry.state",
		En:   "the goal {goal} is {status}; only one that is active or has ended with a result is carried over",
		Zh:   "目标 {goal} 处于“{status}”状态，只有执行中或已有结果的目标才能结转",
	}
	carryPlanIdle = text.Message{
		Code: "goal.carry.plan",
		En:   "the plan {plan} is {status}; only one that is active or closed is carried over",
		Zh:   "目标计划 {plan} 处于“{status}”状态，只有执行中或已结束的计划才能结转",
	}
	carryBack = text.Message{
		Code: "goal.carry.period",
		En:   "{into} does not come after {period}",
		Zh:   "{into}不在{period}之后",
	}
	carryFigure = text.Message{
		Code: "goal.carry.figure",
		En:   "what is left of “{metric}” can't be told without its last figure",
		Zh:   "缺少指标“{metric}”的最新数据，无法确定未完成部分",
	}
	carryNoRemainder = text.Message{
		Code: "goal.carry.remainder",
		En:   "“{metric}” has no remainder to count: it does not increase, or is scored by steps; continue it, or begin it again",
		Zh:   "指标“{metric}”不是累计增加的指标或按档计分，没有可结转的余量；可从现状继续或重新开始",
	}
	carryNothing = text.Message{
		Code: "goal.carry.nothing",
		En:   "nothing is left of the goal {goal} to be carried over",
		Zh:   "目标 {goal} 已全部完成，没有可结转的内容",
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
		Zh:   "目标 {goal} 处于“{status}”状态，只有执行中的目标才能更新进度",
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
	checkInTwice = text.Message{
		Code: "goal.checkin.twice",
		En:   "the goal {goal} has a check-in on {on} already; its figures can be corrected",
		Zh:   "目标 {goal} 在{on}已有进度更新，数据有误可更正",
	}
	checkInForeign = text.Message{
		Code: "goal.checkin.foreign",
		En:   "the check-in is not of the goal {goal}",
		Zh:   "进度更新不属于目标 {goal}",
	}
	nothingCorrected = text.Message{
		Code: "goal.checkin.same",
		En:   "the correction changes no figure",
		Zh:   "更正内容与原数据相同",
	}
	eventRequired = text.Message{
		Code: "goal.event.required",
		En:   "it must be said what happened",
		Zh:   "须说明关键事件的内容",
	}
	eventDayRequired = text.Message{
		Code: "goal.event.day",
		En:   "a key event needs its day",
		Zh:   "关键事件须填写日期",
	}
	eventLater = text.Message{
		Code: "goal.event.later",
		En:   "what happened on {on} can't be told on {told}",
		Zh:   "关键事件日期{on}晚于进度更新日期{told}",
	}
	helpNotAsked = text.Message{
		Code: "goal.help.unasked",
		En:   "no help was asked",
		Zh:   "此进度更新未提出支持需求",
	}
	answerRequired = text.Message{
		Code: "goal.help.answer",
		En:   "an answer needs words",
		Zh:   "须填写答复内容",
	}
	trendShort = text.Message{
		Code: "goal.forecast.last",
		En:   "a trend goes through at least {least} check-ins, not {last}",
		Zh:   "趋势至少取 {least} 次进度更新，现为 {last} 次",
	}
	forecastShort = text.Message{
		Code: "goal.forecast.short",
		En:   "not enough data: {method} takes {need} check-ins with a figure; there are {have}",
		Zh:   "数据不足：{method}至少需要 {need} 次有数据的进度更新，现有 {have} 次",
	}
	forecastStill = text.Message{
		Code: "goal.forecast.still",
		En:   "not enough data: {method} has no way to go by yet on {on}",
		Zh:   "数据不足：截至{on}，{method}尚无依据",
	}
	nothingForeseen = text.Message{
		Code: "goal.forecast.none",
		En:   "there is not enough data to foresee {due}",
		Zh:   "数据不足，无法预测{due}的结果",
	}
	progressForeseen = text.Message{
		Code: "goal.forecast.progress",
		En:   "{progress} % of the way is foreseen for {due}: {health}",
		Zh:   "预计{due}进度为 {progress}%：{health}",
	}
	figureForeseen = text.Message{
		Code: "goal.forecast.figure",
		En:   "{method}: {figure} on {due}, after {last} on {on}",
		Zh:   "{method}：{due}预计为 {figure}，{on}为 {last}",
	}
	toBeReached = text.Message{
		Code: "goal.forecast.reached",
		En:   "reached on {on}",
		Zh:   "达成日期：{on}",
	}
	notToBeReached = text.Message{
		Code: "goal.forecast.never",
		En:   "not reached at this pace",
		Zh:   "照此进度无法达成",
	}
	graceRange = text.Message{
		Code: "goal.rhythm.grace",
		En:   "the grace lies between 0 and {max} days, not at {grace}",
		Zh:   "宽限天数须在 0 到 {max} 之间，现为 {grace}",
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
		Zh:   "调整申请 {revision} 处于“{status}”状态或不属于该目标，不能生效",
	}
	withdrawForeign = text.Message{
		Code: "goal.revision.withdraw",
		En:   "only {requester}, who asked for the revision, can withdraw it",
		Zh:   "只有申请人 {requester} 可以撤回调整申请",
	}
	checkInFuture = text.Message{
		Code: "goal.checkin.future",
		En:   "{on} is yet to come; today is {today}",
		Zh:   "{on}尚未到来，今天是{today}",
	}
	closingForeign = text.Message{
		Code: "goal.plan.foreign",
		En:   "the goal {goal} is not in the plan",
		Zh:   "目标 {goal} 不在目标计划中",
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
	versionScores = text.Message{
		Code: "goal.score.version",
		En:   "the terms in force from {from} to {to}, {days} of {of} days",
		Zh:   "{from}至{to}生效的内容，{of} 天中占 {days} 天",
	}
	versionUnscored = text.Message{
		Code: "goal.score.figures",
		En:   "the terms in force in {period} have no figure to be scored by",
		Zh:   "{period}生效的内容没有可计分的数据",
	}
	goalUnscored = text.Message{
		Code: "goal.score.goal",
		En:   "the goal {goal} has no score",
		Zh:   "目标 {goal} 没有得分",
	}
	goalEnded = text.Message{
		Code: "goal.plan.ended",
		En:   "the goal {goal} is {status} already and can't be closed",
		Zh:   "目标 {goal} 已处于“{status}”状态，不能再结束",
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
		Zh:   "目标 {goal} 重复",
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
		Zh:   "未指明目标 {goal} 的数据如何由承接目标汇总",
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
