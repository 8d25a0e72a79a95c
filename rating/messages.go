package rating

import "github.com/meritkit/meritkit/text"

// What is wrong with a scale.
var (
	boundaryUnknown = text.Message{
		Code: "rating.scale.boundary.unknown",
		En:   "“{boundary}” is not a boundary: it is up or down",
		Zh:   "“{boundary}”不是有效的分界归属，应为 up 或 down",
	}
	levelsRequired = text.Message{
		Code: "rating.scale.levels.required",
		En:   "a scale needs at least one level",
		Zh:   "评级标准至少要有一个等级",
	}
	levelsOrder = text.Message{
		Code: "rating.scale.levels.order",
		En:   "“{level}” stands after “{better}”, but its scores are higher; levels stand from the best to the worst",
		Zh:   "“{level}”排在“{better}”之后，分数段却更高；等级应从优到劣排列",
	}
	levelUnreached = text.Message{
		Code: "rating.scale.level.unreached",
		En:   "“{level}” can never be reached: no rounded score (decimal places: {places}) lies between {from} and {to}",
		Zh:   "“{level}”永远无法得到：{from} 与 {to} 之间没有舍入后（保留 {places} 位小数）的分数",
	}
	levelUnknown = text.Message{
		Code: "rating.scale.level.unknown",
		En:   "“{level}” is not a level of the scale",
		Zh:   "评级标准中没有等级“{level}”",
	}
	bandEmpty = text.Message{
		Code: "rating.scale.band.empty",
		En:   "the band of “{level}” is empty: it runs from {from} to {to}",
		Zh:   "“{level}”的分数段为空：从 {from} 到 {to}",
	}
	bandGap = text.Message{
		Code: "rating.scale.band.gap",
		En:   "scores between {from} and {to} belong to no level: “{level}” ends at {from} and “{better}” begins at {to}",
		Zh:   "{from} 与 {to} 之间的分数不属于任何等级：“{level}”到 {from} 为止，“{better}”从 {to} 开始",
	}
	bandOverlap = text.Message{
		Code: "rating.scale.band.overlap",
		En:   "scores between {from} and {to} belong to both “{better}” and “{level}”",
		Zh:   "{from} 与 {to} 之间的分数同时属于“{better}”和“{level}”",
	}
	endUnrounded = text.Message{
		Code: "rating.scale.end.unrounded",
		En:   "the scale ends at {end}, which is no rounded score (decimal places: {places}); rounding could carry a score past it",
		Zh:   "评级标准的端点 {end} 超过 {places} 位小数，舍入后的分数可能越界",
	}
	scoreOutside = text.Message{
		Code: "rating.scale.score.outside",
		En:   "the score {score} lies outside the scale, which runs from {from} to {to}",
		Zh:   "得分 {score} 超出评级标准的范围 {from} 至 {to}",
	}
)

// What is wrong with a mapping between scales, and how one was mapped.
var (
	matchesRequired = text.Message{
		Code: "rating.mapping.matches.required",
		En:   "a mapping says what each result is on the other scale",
		Zh:   "映射须说明每个结果在另一评级标准中对应什么",
	}
	matchForm = text.Message{
		Code: "rating.mapping.match.form",
		En:   "all matches are by level or all are by a band, which has both a low and a high end",
		Zh:   "各条对应要么都按等级，要么都按分数段（须有上下两端）",
	}
	matchScoresPartial = text.Message{
		Code: "rating.mapping.scores.partial",
		En:   "either all matches have a score or none",
		Zh:   "各条对应要么都有分值，要么都没有",
	}
	matchScoreOutside = text.Message{
		Code: "rating.mapping.score.outside",
		En:   "the score {score} is “{found}” on the target scale, not “{to}”",
		Zh:   "分值 {score} 在目标评级标准中为“{found}”，而非“{to}”",
	}
	levelUnmapped = text.Message{
		Code: "rating.mapping.level.unmapped",
		En:   "“{level}” is not mapped",
		Zh:   "“{level}”没有对应",
	}
	matchesEnds = text.Message{
		Code: "rating.mapping.ends",
		En:   "the bands run from {from} to {to}, but the scale from {low} to {high}",
		Zh:   "分数段从 {from} 到 {to}，而评级标准从 {low} 到 {high}",
	}
	matchOrder = text.Message{
		Code: "rating.mapping.order",
		En:   "this maps to “{to}”, a better level or score than the “{above}” of a better result",
		Zh:   "此条对应“{to}”，等级或分值优于更优结果所对应的“{above}”",
	}
	mappedByBands = text.Message{
		Code: "rating.mapping.bands",
		En:   "the mapping goes by scores, not by levels",
		Zh:   "此映射按分数而非按等级",
	}
	mappedLevel = text.Message{
		Code: "rating.mapping.mapped.level",
		En:   "“{level}” on {from} is “{to}” on {on}",
		Zh:   "{from}中的“{level}”对应{on}中的“{to}”",
	}
	mappedScore = text.Message{
		Code: "rating.mapping.mapped.score",
		En:   "{score} on {from} is “{to}” on {on}",
		Zh:   "{from}中的 {score} 分对应{on}中的“{to}”",
	}
	matchCounts = text.Message{
		Code: "rating.mapping.counts",
		En:   "this “{to}” counts as {score}",
		Zh:   "此“{to}”计 {score} 分",
	}
)

// What is wrong with a rubric, and what a judgement scores by it.
var (
	gradeTextRequired = text.Message{
		Code: "rating.rubric.text.required",
		En:   "a grade says what it looks like",
		Zh:   "须说明该等级的具体表现",
	}
	gradeUnknown = text.Message{
		Code: "rating.rubric.grade.unknown",
		En:   "“{grade}” is not a grade of {rubric}",
		Zh:   "{rubric}中没有等级“{grade}”",
	}
	gradeScores = text.Message{
		Code: "rating.rubric.scores",
		En:   "{rubric}: “{grade}” scores {score}",
		Zh:   "{rubric}：“{grade}”得分{score}",
	}
	gradeLooks = text.Message{
		Code: "rating.rubric.looks",
		En:   "“{grade}” is: {text}",
		Zh:   "“{grade}”指：{text}",
	}
)

// What is wrong with codes, labels and sizes.
var (
	codeRequired = text.Message{
		Code: "rating.code.required",
		En:   "a code is needed",
		Zh:   "须有代码",
	}
	codeUnfit = text.Message{
		Code: "rating.code.unfit",
		En:   "“{code}” can't be a code: at most {max} printable characters, without spaces at the ends",
		Zh:   "“{code}”不能用作代码：最多 {max} 个可见字符，首尾不得有空格",
	}
	codeTwice = text.Message{
		Code: "rating.code.twice",
		En:   "“{code}” is used more than once",
		Zh:   "“{code}”重复使用",
	}
	labelRequired = text.Message{
		Code: "rating.label.required",
		En:   "a label is needed, in one language at least",
		Zh:   "须有名称，至少一种语言",
	}
	unitLong = text.Message{
		Code: "rating.unit.long",
		En:   "a unit may have at most {max} characters",
		Zh:   "单位最多 {max} 个字符",
	}
	tooMany = text.Message{
		Code: "rating.list.long",
		En:   "there may be at most {max} of them",
		Zh:   "最多 {max} 项",
	}
	policyUnknown = text.Message{
		Code: "rating.choice.unknown",
		En:   "“{policy}” is not one of: {known}",
		Zh:   "“{policy}”不在可选值之内：{known}",
	}
)

// What is wrong with a curve or the points it is drawn through.
var (
	shapeUnknown = text.Message{
		Code: "rating.curve.shape.unknown",
		En:   "“{shape}” is not a shape of curve: it is one of {known}",
		Zh:   "“{shape}”不是有效的计分曲线，应为 {known} 之一",
	}
	endNegative = text.Message{
		Code: "rating.curve.end.negative",
		En:   "{score} is below zero",
		Zh:   "{score}小于零",
	}
	floorAboveCap = text.Message{
		Code: "rating.curve.floor.above",
		En:   "the floor, {floor}, is above the cap, {cap}",
		Zh:   "保底线{floor}高于封顶线{cap}",
	}
	floorAndNegative = text.Message{
		Code: "rating.curve.floor.negative",
		En:   "scores below zero and a floor contradict each other",
		Zh:   "允许负分与保底线相互矛盾",
	}
	pointRequired = text.Message{
		Code: "rating.curve.point.required",
		En:   "a {shape} curve needs this figure",
		Zh:   "{shape} 曲线须有此数值",
	}
	targetNotPositive = text.Message{
		Code: "rating.curve.target.positive",
		En:   "a ratio needs a target above zero, not {target}",
		Zh:   "按比率计分时目标值须大于零，现为{target}",
	}
	targetStill = text.Message{
		Code: "rating.curve.target.still",
		En:   "the start and the target are both {target}, so there is nothing to reach",
		Zh:   "起点与目标值同为{target}，没有可达成的差距",
	}
	stretchNotBeyond = text.Message{
		Code: "rating.curve.stretch.beyond",
		En:   "the stretch, {stretch}, does not lie beyond the target, {target}",
		Zh:   "挑战值{stretch}没有超越目标值{target}",
	}
	stretchScoreLow = text.Message{
		Code: "rating.curve.stretchscore.low",
		En:   "the score at the stretch is {score}; it must be above 100 %",
		Zh:   "挑战值的得分为{score}，须高于 100%",
	}
	settingRequired = text.Message{
		Code: "rating.curve.setting.required",
		En:   "a {shape} curve needs this setting",
		Zh:   "{shape} 曲线须有此项设置",
	}
	settingUnused = text.Message{
		Code: "rating.curve.setting.unused",
		En:   "a {shape} curve has no use for this setting",
		Zh:   "{shape} 曲线用不到此项设置",
	}
	capRequired = text.Message{
		Code: "rating.curve.cap.required",
		En:   "what becomes of a score above the cap is said, but there is no cap",
		Zh:   "设定了超过封顶线的处理方式，但没有封顶线",
	}
	offNotPositive = text.Message{
		Code: "rating.curve.off.positive",
		En:   "the points taken off must be above zero, not {off}",
		Zh:   "扣分分值须大于零，现为 {off}",
	}
	stepsTurn = text.Message{
		Code: "rating.curve.steps.turn",
		En:   "steps lead one way from the worst figure to the best, but {at} comes after {before}",
		Zh:   "各档应从差到优单向排列，而 {at} 排在 {before} 之后",
	}
	stepsFall = text.Message{
		Code: "rating.curve.steps.fall",
		En:   "a better step scores {score}, less than the {before} before it",
		Zh:   "更优一档得分{score}，低于前一档的{before}",
	}
	rangeTurned = text.Message{
		Code: "rating.curve.range.turned",
		En:   "the range begins at {low}, above its end at {high}",
		Zh:   "区间下限{low}高于上限{high}",
	}
	toleranceNotPositive = text.Message{
		Code: "rating.curve.tolerance.positive",
		En:   "the tolerance must be above zero, not {tolerance}",
		Zh:   "容许偏差须大于零，现为{tolerance}",
	}
	actualRequired = text.Message{
		Code: "rating.curve.actual.required",
		En:   "there is no actual figure to score",
		Zh:   "没有可计分的实际值",
	}
	actualWorse = text.Message{
		Code: "rating.curve.actual.worse",
		En:   "{actual} is worse than the start, {start}",
		Zh:   "实际值{actual}比起点{start}更差",
	}
	actualOff = text.Message{
		Code: "rating.curve.actual.off",
		En:   "{actual} takes more than 100 points off",
		Zh:   "实际值{actual}的扣分超过 100 分",
	}
	actualAbove = text.Message{
		Code: "rating.curve.actual.above",
		En:   "{actual} scores {score}, above the cap of {cap}; check the figure or the target",
		Zh:   "实际值{actual}得分{score}，超过封顶线{cap}，请核对实际值或目标值",
	}
	actualNegative = text.Message{
		Code: "rating.curve.actual.negative",
		En:   "{actual} is below zero, which has no inverse ratio",
		Zh:   "实际值{actual}小于零，不能按反向比率计分",
	}
	actualZero = text.Message{
		Code: "rating.curve.actual.zero",
		En:   "an inverse ratio to zero has no limit; give the curve a cap",
		Zh:   "实际值为零时反向比率没有上限，请为曲线设置封顶线",
	}
)

// How a figure came to its score.
var (
	figureScores = text.Message{
		Code: "rating.curve.scores",
		En:   "{actual} scores {score}",
		Zh:   "实际值{actual}，得分{score}",
	}
	ratioIs = text.Message{
		Code: "rating.curve.ratio",
		En:   "actual ÷ target: {actual} ÷ {target} × 100 = {score}",
		Zh:   "实际值 ÷ 目标值：{actual} ÷ {target} × 100 = {score}",
	}
	inverseIs = text.Message{
		Code: "rating.curve.inverse",
		En:   "target ÷ actual, as less is better: {target} ÷ {actual} × 100 = {score}",
		Zh:   "目标值 ÷ 实际值（越低越好）：{target} ÷ {actual} × 100 = {score}",
	}
	zeroScoresCap = text.Message{
		Code: "rating.curve.zero",
		En:   "{actual} can't be bettered and scores the cap of {cap}",
		Zh:   "{actual}已是最佳，按封顶线{cap}计分",
	}
	progressIs = text.Message{
		Code: "rating.curve.progress",
		En:   "way gone ÷ way asked: ({actual} − {start}) ÷ ({target} − {start}) × 100 = {score}",
		Zh:   "（实际值 − 基线值）÷（目标值 − 基线值）：({actual} − {start}) ÷ ({target} − {start}) × 100 = {score}",
	}
	linearIs = text.Message{
		Code: "rating.curve.linear",
		En:   "straight from threshold to target: ({actual} − {start}) ÷ ({target} − {start}) × 100 = {score}",
		Zh:   "门槛值至目标值按直线计分：({actual} − {start}) ÷ ({target} − {start}) × 100 = {score}",
	}
	stretchIs = text.Message{
		Code: "rating.curve.stretch",
		En:   "straight from target to stretch: 100 + ({actual} − {target}) ÷ ({stretch} − {target}) × ({top} − 100) = {score}",
		Zh:   "目标值至挑战值按直线计分：100 + ({actual} − {target}) ÷ ({stretch} − {target}) × ({top} − 100) = {score}",
	}
	stretchReached = text.Message{
		Code: "rating.curve.stretch.reached",
		En:   "{actual} reaches the stretch of {stretch}, which scores {score}",
		Zh:   "{actual}达到挑战值{stretch}，得分{score}",
	}
	kept = text.Message{
		Code: "rating.curve.kept",
		En:   "the target of {target}, which is also the start, is kept: 100 %",
		Zh:   "起点即目标值{target}，得到保持：100%",
	}
	notKept = text.Message{
		Code: "rating.curve.kept.not",
		En:   "the target of {target}, which is also the start, is not kept: 0 %",
		Zh:   "起点即目标值{target}，未能保持：0%",
	}
	rangeKept = text.Message{
		Code: "rating.curve.range.kept",
		En:   "{actual} lies from {low} to {high}: 100 %",
		Zh:   "{actual}在{low}至{high}之内：100%",
	}
	rangeLeft = text.Message{
		Code: "rating.curve.range.left",
		En:   "{actual} lies outside {low} to {high}: 0 %",
		Zh:   "{actual}不在{low}至{high}之内：0%",
	}
	rangeLost = text.Message{
		Code: "rating.curve.range.lost",
		En:   "{actual} lies outside {low} to {high} by the tolerance of {tolerance} or more: 0 %",
		Zh:   "{actual}超出{low}至{high}达到或超过容许偏差{tolerance}：0%",
	}
	rangeFalls = text.Message{
		Code: "rating.curve.range.falls",
		En:   "{actual} lies outside {low} to {high}, straight down to 0 at {tolerance} off: 100 − ({more} − {less}) ÷ {tolerance} × 100 = {score}",
		Zh:   "{actual}不在{low}至{high}之内，偏差达{tolerance}时为 0，其间按直线计分：100 − ({more} − {less}) ÷ {tolerance} × 100 = {score}",
	}
	targetMet = text.Message{
		Code: "rating.curve.met",
		En:   "{actual} meets the target of {target}: 100 %",
		Zh:   "{actual}达到目标值{target}：100%",
	}
	targetNotMet = text.Message{
		Code: "rating.curve.met.not",
		En:   "{actual} does not meet the target of {target}: 0 %",
		Zh:   "{actual}未达到目标值{target}：0%",
	}
	stepReached = text.Message{
		Code: "rating.curve.step",
		En:   "{actual} reaches the step of {at}, which scores {score}",
		Zh:   "{actual}达到{at}一档，得分{score}",
	}
	stepNone = text.Message{
		Code: "rating.curve.step.none",
		En:   "{actual} does not reach the first step of {at}: 0 %",
		Zh:   "{actual}未达到最低一档{at}：0%",
	}
	stepsBetween = text.Message{
		Code: "rating.curve.step.between",
		En:   "straight from the step of {from} to that of {to}: {low} + ({actual} − {from}) ÷ ({to} − {from}) × ({high} − {low}) = {score}",
		Zh:   "{from}至{to}两档之间按直线计分：{low} + ({actual} − {from}) ÷ ({to} − {from}) × ({high} − {low}) = {score}",
	}
	offPerPercent = text.Message{
		Code: "rating.curve.off.percent",
		En:   "{off} points off for each 1 % short of the target: 100 − {off} × ({more} − {less}) ÷ {target} × 100 = {score}",
		Zh:   "与目标值每差 1% 扣 {off} 分：100 − {off} × ({more} − {less}) ÷ {target} × 100 = {score}",
	}
	offPerUnit = text.Message{
		Code: "rating.curve.off.unit",
		En:   "{off} points off for each unit short of the target: 100 − {off} × ({more} − {less}) = {score}",
		Zh:   "与目标值每差一个单位扣 {off} 分：100 − {off} × ({more} − {less}) = {score}",
	}
	offPercents = text.Message{
		Code: "rating.curve.off.percents",
		En:   "{off} points off for each 1 % short of the target, ({more} − {less}) ÷ {target} × 100 counting as {count}: 100 − {off} × {count} = {score}",
		Zh:   "与目标值每差 1% 扣 {off} 分，({more} − {less}) ÷ {target} × 100 按 {count} 计：100 − {off} × {count} = {score}",
	}
	offUnits = text.Message{
		Code: "rating.curve.off.units",
		En:   "{off} points off for each unit short of the target, {more} − {less} counting as {count}: 100 − {off} × {count} = {score}",
		Zh:   "与目标值每差一个单位扣 {off} 分，{more} − {less} 按 {count} 计：100 − {off} × {count} = {score}",
	}
	worseZero = text.Message{
		Code: "rating.curve.worse.zero",
		En:   "{actual} is worse than the start of {start}, which scores 0 %",
		Zh:   "{actual}比起点{start}更差，计 0%",
	}
	worseNegative = text.Message{
		Code: "rating.curve.worse.negative",
		En:   "{actual} is worse than the start of {start} and scores below zero",
		Zh:   "{actual}比起点{start}更差，计负分",
	}
	offZero = text.Message{
		Code: "rating.curve.off.zero",
		En:   "more than 100 points are taken off, which scores 0 %",
		Zh:   "扣分超过 100 分，计 0%",
	}
	offNegative = text.Message{
		Code: "rating.curve.off.negative",
		En:   "more than 100 points are taken off, which scores below zero",
		Zh:   "扣分超过 100 分，计负分",
	}
	belowFloor = text.Message{
		Code: "rating.curve.floor",
		En:   "{score} is below the floor of {floor}, which scores 0 %",
		Zh:   "{score}低于保底线{floor}，计 0%",
	}
	aboveCap = text.Message{
		Code: "rating.curve.cap",
		En:   "{score} is above the cap of {cap}, which is what it scores",
		Zh:   "{score}超过封顶线{cap}，按封顶线计分",
	}
	aboveKept = text.Message{
		Code: "rating.curve.cap.kept",
		En:   "{score} is above the cap of {cap} and is kept",
		Zh:   "{score}超过封顶线{cap}，予以保留",
	}
)

// What is wrong with a table or a condition.
var (
	rowsRequired = text.Message{
		Code: "rating.table.rows.required",
		En:   "a table needs at least one row",
		Zh:   "规则表至少要有一行",
	}
	rowRepeats = text.Message{
		Code: "rating.table.row.repeats",
		En:   "row {row} can never decide: row {earlier} has the same condition",
		Zh:   "第 {row} 行永远不会生效：第 {earlier} 行的条件与其相同",
	}
	rowUnreached = text.Message{
		Code: "rating.table.row.unreached",
		En:   "row {row} can never decide: whenever it holds, a row before it does",
		Zh:   "第 {row} 行永远不会生效：凡其成立时，前面已有行成立",
	}
	rowImpossible = text.Message{
		Code: "rating.table.row.impossible",
		En:   "row {row} can never decide: its condition never holds",
		Zh:   "第 {row} 行永远不会生效：其条件不可能成立",
	}
	figuresUncovered = text.Message{
		Code: "rating.table.uncovered",
		En:   "no row covers {range}, and no level is given otherwise",
		Zh:   "没有任何一行涵盖 {range}，也未设定其余情况的等级",
	}
	rowBettered = text.Message{
		Code: "rating.table.row.bettered",
		En:   "row {row} can never decide: whenever it holds, so does one that gives a better level, or the same one before it",
		Zh:   "第 {row} 行永远不会生效：凡其成立时，已有给出更优等级、或在其之前给出相同等级的行成立",
	}
	rowsContradict = text.Message{
		Code: "rating.table.rows.contradict",
		En:   "rows {row} and {other} both hold at {witness}, but give “{level}” and “{otherLevel}”",
		Zh:   "第 {row} 行与第 {other} 行在 {witness} 时同时成立，却分别给出“{level}”和“{otherLevel}”",
	}
	rowMasks = text.Message{
		Code: "rating.table.row.masks",
		En:   "row {row} gives “{level}” at {witness}, where row {other} further down would give “{otherLevel}”, which is better",
		Zh:   "在 {witness} 时第 {row} 行给出“{level}”，而其后的第 {other} 行本可给出更优的“{otherLevel}”",
	}
	alternativeImpossible = text.Message{
		Code: "rating.table.alternative.impossible",
		En:   "this alternative never holds",
		Zh:   "该备选条件不可能成立",
	}
	pointUncovered = text.Message{
		Code: "rating.table.uncovered.at",
		En:   "no row covers {witness}, and no level is given otherwise",
		Zh:   "没有任何一行涵盖 {witness}，也未设定其余情况的等级",
	}
	analysisStopped = text.Message{
		Code: "rating.table.analysis.stopped",
		En:   "the analysis stopped after {cases} cases; there may be more to find than it did",
		Zh:   "分析在尝试 {cases} 种情形后停止，可能仍有未发现的问题",
	}
	rangeAtOne = text.Message{
		Code: "rating.table.range.one",
		En:   "{metric} {op} {value}",
		Zh:   "{metric} {op} {value}",
	}
	rangeBetween = text.Message{
		Code: "rating.table.range.two",
		En:   "{low} {lowOp} {metric} {highOp} {high}",
		Zh:   "{low} {lowOp} {metric} {highOp} {high}",
	}
	tooManyConditions = text.Message{
		Code: "rating.table.conditions.many",
		En:   "there may be at most {max} conditions, inner ones included",
		Zh:   "条件（含内层条件）最多 {max} 个",
	}
	conditionForm = text.Message{
		Code: "rating.condition.form",
		En:   "a condition is exactly one of: all, any, not, or a comparison of a metric",
		Zh:   "条件须且只能是以下之一：all、any、not，或一个指标的比较",
	}
	conditionDeep = text.Message{
		Code: "rating.condition.deep",
		En:   "conditions may nest at most {max} deep",
		Zh:   "条件最多嵌套 {max} 层",
	}
	metricUnknown = text.Message{
		Code: "rating.condition.metric.unknown",
		En:   "“{metric}” is not a metric of the policy",
		Zh:   "规则中没有指标“{metric}”",
	}
	opUnknown = text.Message{
		Code: "rating.condition.op.unknown",
		En:   "“{op}” is not a comparison: it is one of <, <=, =, >= and >",
		Zh:   "“{op}”不是有效的比较符，应为 <、<=、=、>= 或 >",
	}
	valueRequired = text.Message{
		Code: "rating.condition.value.required",
		En:   "a comparison needs a figure to compare with",
		Zh:   "比较须有比较值",
	}
)

// How a table decided.
var (
	decidedByRow = text.Message{
		Code: "rating.table.decided",
		En:   "“{level}” by row {row} of {rows}",
		Zh:   "第 {row} 行（共 {rows} 行）成立：“{level}”",
	}
	decidedOtherwise = text.Message{
		Code: "rating.table.otherwise",
		En:   "“{level}”, as none of the {rows} rows holds",
		Zh:   "{rows} 行均不成立，按其余情况：“{level}”",
	}
	undecided = text.Message{
		Code: "rating.table.undecided",
		En:   "no level can be told without {metrics}",
		Zh:   "缺少{metrics}，无法判定等级",
	}
	decidedBest = text.Message{
		Code: "rating.table.decided.best",
		En:   "“{level}” by row {row} of {rows}, the best of those that hold",
		Zh:   "第 {row} 行（共 {rows} 行）为成立各行中等级最优：“{level}”",
	}
	rowsDisagree = text.Message{
		Code: "rating.table.rows.disagree",
		En:   "rows {row} and {other} both hold, but give “{level}” and “{otherLevel}”",
		Zh:   "第 {row} 行与第 {other} 行同时成立，却分别给出“{level}”和“{otherLevel}”",
	}
	noRowHolds = text.Message{
		Code: "rating.table.none",
		En:   "no row holds, and no level is given otherwise",
		Zh:   "没有任何一行成立，也未设定其余情况的等级",
	}
	rowHolds = text.Message{
		Code: "rating.table.row.holds",
		En:   "row {row}, “{level}”, holds",
		Zh:   "第 {row} 行“{level}”成立",
	}
	rowFails = text.Message{
		Code: "rating.table.row.fails",
		En:   "row {row}, “{level}”, does not hold",
		Zh:   "第 {row} 行“{level}”不成立",
	}
	rowUnknown = text.Message{
		Code: "rating.table.row.unknown",
		En:   "row {row}, “{level}”, can't be told",
		Zh:   "第 {row} 行“{level}”无法判定",
	}
	noneHolds = text.Message{
		Code: "rating.condition.none",
		En:   "one of these is asked, and none holds",
		Zh:   "以下条件须满足其一，均未满足",
	}
	ruledOut = text.Message{
		Code: "rating.condition.ruledout",
		En:   "“{level}” is ruled out by",
		Zh:   "因以下情况不能评为“{level}”",
	}
	isUnknown = text.Message{
		Code: "rating.condition.unknown",
		En:   "{metric} is not known",
		Zh:   "{metric}未知",
	}
	isBelow = text.Message{
		Code: "rating.condition.below",
		En:   "{metric} {actual} is below {value}",
		Zh:   "{metric}为{actual}，低于{value}",
	}
	isAtMost = text.Message{
		Code: "rating.condition.atmost",
		En:   "{metric} {actual} is at most {value}",
		Zh:   "{metric}为{actual}，不高于{value}",
	}
	isEqual = text.Message{
		Code: "rating.condition.equal",
		En:   "{metric} {actual} is equal to {value}",
		Zh:   "{metric}为{actual}，等于{value}",
	}
	isNot = text.Message{
		Code: "rating.condition.notequal",
		En:   "{metric} {actual} is not {value}",
		Zh:   "{metric}为{actual}，不等于{value}",
	}
	isAtLeast = text.Message{
		Code: "rating.condition.atleast",
		En:   "{metric} {actual} is at least {value}",
		Zh:   "{metric}为{actual}，不低于{value}",
	}
	isAbove = text.Message{
		Code: "rating.condition.above",
		En:   "{metric} {actual} is above {value}",
		Zh:   "{metric}为{actual}，高于{value}",
	}
	belowAsked = text.Message{
		Code: "rating.condition.asked.atleast",
		En:   "{metric} {actual} is below the {value} asked for “{level}”",
		Zh:   "{metric}为{actual}，低于“{level}”要求的{value}",
	}
	notAboveAsked = text.Message{
		Code: "rating.condition.asked.above",
		En:   "{metric} {actual} is not above the {value} to be passed for “{level}”",
		Zh:   "{metric}为{actual}，未超过“{level}”须超过的{value}",
	}
	aboveAllowed = text.Message{
		Code: "rating.condition.asked.atmost",
		En:   "{metric} {actual} is above the {value} allowed for “{level}”",
		Zh:   "{metric}为{actual}，高于“{level}”允许的{value}",
	}
	notBelowAsked = text.Message{
		Code: "rating.condition.asked.below",
		En:   "{metric} {actual} is not below the limit of {value} for “{level}”",
		Zh:   "{metric}为{actual}，未低于“{level}”的界限{value}",
	}
	notTheAsked = text.Message{
		Code: "rating.condition.asked.equal",
		En:   "{metric} {actual} is not the {value} asked for “{level}”",
		Zh:   "{metric}为{actual}，不等于“{level}”要求的{value}",
	}
)

// What is wrong with a policy.
var (
	policyLong = text.Message{
		Code: "rating.policy.long",
		En:   "a policy may have at most {max} bytes",
		Zh:   "评级规则最多 {max} 字节",
	}
	versionRequired = text.Message{
		Code: "rating.policy.version.required",
		En:   "the policy's version counts from 1",
		Zh:   "规则版本号从 1 开始",
	}
	dimensionsRequired = text.Message{
		Code: "rating.policy.dimensions.required",
		En:   "a policy needs at least one dimension",
		Zh:   "评级规则至少要有一个维度",
	}
	weightNotPositive = text.Message{
		Code: "rating.policy.weight.positive",
		En:   "a weight must be above zero, not {weight}",
		Zh:   "权重须大于零，现为{weight}",
	}
	weightsSum = text.Message{
		Code: "rating.policy.weights.sum",
		En:   "the weights add up to {sum}, not 100 %",
		Zh:   "权重合计{sum}，应为 100%",
	}
	pointsRequired = text.Message{
		Code: "rating.policy.points.required",
		En:   "the dimension may come to “{level}”, but no points are given for it",
		Zh:   "该维度可能评为“{level}”，但未设定其分值",
	}
	pointsUnused = text.Message{
		Code: "rating.policy.points.unused",
		En:   "points are given for “{level}”, which the table never gives",
		Zh:   "设定了“{level}”的分值，但规则表从不给出该等级",
	}
	pointsOutside = text.Message{
		Code: "rating.policy.points.outside",
		En:   "{points} points lie outside the scale, which runs from {from} to {to}",
		Zh:   "分值 {points} 超出评级标准的范围 {from} 至 {to}",
	}
	pointsOrder = text.Message{
		Code: "rating.policy.points.order",
		En:   "“{level}” is worth {points} points, more than the {fewer} of “{better}”, which is better",
		Zh:   "“{level}”的分值 {points} 高于更优等级“{better}”的分值 {fewer}",
	}
	derivedNotPercent = text.Message{
		Code: "rating.policy.derived.unit",
		En:   "{metric} is worked out of scores, so its unit is %",
		Zh:   "{metric}由得分计算得出，单位须为 %",
	}
	measuresRequired = text.Message{
		Code: "rating.policy.measures.required",
		En:   "there is nothing to work the metric out of",
		Zh:   "没有可用于计算该指标的衡量项",
	}
	measureDerived = text.Message{
		Code: "rating.policy.measure.derived",
		En:   "{metric} is itself worked out of others",
		Zh:   "{metric}本身由其他指标计算得出",
	}
	pointsUnit = text.Message{
		Code: "rating.policy.points.unit",
		En:   "the points are in {unit}; they have to be in the unit of {metric}",
		Zh:   "取值单位为{unit}，须与{metric}的单位一致",
	}
	gateImpossible = text.Message{
		Code: "rating.policy.gate.impossible",
		En:   "nobody gets “{level}”: what it asks beyond the score never holds",
		Zh:   "无人能得“{level}”：其得分之外的要求不可能满足",
	}
	gateIdle = text.Message{
		Code: "rating.policy.gate.idle",
		En:   "the gate holds nobody back from “{level}”: its condition always holds",
		Zh:   "该附加条件恒成立，对“{level}”不起作用",
	}
	gateNotWorse = text.Message{
		Code: "rating.policy.gate.worse",
		En:   "who is held back from “{level}” gets “{otherwise}”, which is not worse",
		Zh:   "未通过“{level}”附加条件者得“{otherwise}”，而该等级并不更低",
	}
)

// What is wrong with someone's inputs.
var (
	metricMissing = text.Message{
		Code: "rating.input.metric.missing",
		En:   "{metric} is not known, and the level depends on it",
		Zh:   "缺少{metric}，而等级取决于该指标",
	}
	metricMissingFor = text.Message{
		Code: "rating.input.metric.dimension",
		En:   "{metric} is not known, and “{dimension}” depends on it",
		Zh:   "缺少{metric}，而“{dimension}”取决于该指标",
	}
	derivedGiven = text.Message{
		Code: "rating.input.metric.derived",
		En:   "{metric} is worked out by the policy and can't be given",
		Zh:   "{metric}由规则计算得出，不能直接给定",
	}
	rowLength = text.Message{
		Code: "rating.input.row.length",
		En:   "the row has {have} values, but there are {want} columns",
		Zh:   "该行有 {have} 个值，而列有 {want} 个",
	}
	gateUnknown = text.Message{
		Code: "rating.input.metric.gate",
		En:   "{metric} is not known, and “{level}” asks for it beyond the score",
		Zh:   "缺少{metric}，而“{level}”除得分外还须以其判定",
	}
	noLevelFor = text.Message{
		Code: "rating.input.metric.none",
		En:   "“{dimension}” comes to no level: {why}",
		Zh:   "“{dimension}”得不出等级：{why}",
	}
	judgementMissing = text.Message{
		Code: "rating.input.judged.missing",
		En:   "“{dimension}” has not been judged",
		Zh:   "“{dimension}”尚未评判",
	}
	dimensionUnknown = text.Message{
		Code: "rating.input.dimension.unknown",
		En:   "“{dimension}” is not a dimension of the policy",
		Zh:   "规则中没有维度“{dimension}”",
	}
	judgedByTable = text.Message{
		Code: "rating.input.judged.table",
		En:   "“{dimension}” is decided by its table, not judged by a person",
		Zh:   "“{dimension}”由规则表判定，不由人工评判",
	}
	reasonRequired = text.Message{
		Code: "rating.input.reason.required",
		En:   "a judgement needs a reason",
		Zh:   "评判须说明理由",
	}
	evidenceUnknown = text.Message{
		Code: "rating.input.evidence.unknown",
		En:   "“{name}” is neither a metric nor a judged dimension of the policy",
		Zh:   "“{name}”既不是规则中的指标，也不是人工评判的维度",
	}
	coefficientRequired = text.Message{
		Code: "rating.simulate.coefficient",
		En:   "there are people at “{level}”, but no coefficient is given for it",
		Zh:   "有人员处于等级“{level}”，但未设定其系数",
	}
	verifyDiffers = text.Message{
		Code: "rating.verify.differs",
		En:   "the rating has {have}, but it should be {want}",
		Zh:   "评级结果为 {have}，重新核算应为 {want}",
	}
)

// What is wrong with the parts of a weighted mean.
var (
	partsRequired = text.Message{
		Code: "rating.parts.required",
		En:   "there is nothing to weigh",
		Zh:   "没有可加权的部分",
	}
	partMissing = text.Message{
		Code: "rating.parts.missing",
		En:   "“{name}” is missing",
		Zh:   "“{name}”缺失",
	}
	partsAllMissing = text.Message{
		Code: "rating.parts.missing.all",
		En:   "everything is missing, so there is nothing to weigh",
		Zh:   "全部缺失，无从加权",
	}
	weightNegative = text.Message{
		Code: "rating.parts.weight.negative",
		En:   "a weight can't be below zero: {weight}",
		Zh:   "权重不能小于零：{weight}",
	}
	weightsZero = text.Message{
		Code: "rating.parts.weight.zero",
		En:   "the weights are all zero",
		Zh:   "权重全部为零",
	}
	partForm = text.Message{
		Code: "rating.parts.form",
		En:   "“{name}” is to have one of a score, a figure measured and parts of its own, and has more",
		Zh:   "“{name}”的得分、计分指标与下级部分只能有其一",
	}
	partsDeep = text.Message{
		Code: "rating.parts.deep",
		En:   "parts may nest at most {max} deep",
		Zh:   "各部分最多嵌套 {max} 层",
	}
	sharesPartial = text.Message{
		Code: "rating.parts.shares.partial",
		En:   "either all parts are weighted by days or none",
		Zh:   "各部分要么都按天数加权，要么都不按天数加权",
	}
	sharesDiffer = text.Message{
		Code: "rating.parts.shares.differ",
		En:   "this share is of {of} days, the first of {whole}; they have to be of the same period",
		Zh:   "此份额以 {of} 天为整体，首个份额以 {whole} 天为整体，须同属一个周期",
	}
	sharesSum = text.Message{
		Code: "rating.parts.shares.sum",
		En:   "the shares add up to {days} of {of} days; they have to be all of them",
		Zh:   "各部分合计 {days} 天，而整体为 {of} 天，须恰为整体",
	}
	shareAndWeight = text.Message{
		Code: "rating.parts.shares.weight",
		En:   "what is weighted by days has no other weight",
		Zh:   "按天数加权的部分不能另有权重",
	}
)

// What is wrong with a scorecard.
var (
	vetoPointsRequired = text.Message{
		Code: "rating.veto.points.required",
		En:   "a veto of this effect needs points",
		Zh:   "此类一票否决须设定分值",
	}
	vetoPointsLow = text.Message{
		Code: "rating.veto.points.low",
		En:   "the points of this veto can't be {points}",
		Zh:   "此项一票否决的分值不能为 {points}",
	}
	breachesNegative = text.Message{
		Code: "rating.veto.breaches.negative",
		En:   "something can't be breached {breaches} times",
		Zh:   "触犯次数不能为 {breaches}",
	}
	breachesUnknown = text.Message{
		Code: "rating.veto.breaches.unknown",
		En:   "whether “{name}” was breached is not known",
		Zh:   "“{name}”是否触犯尚不清楚",
	}
	boundsTurned = text.Message{
		Code: "rating.adjustment.bounds",
		En:   "the least, {min}, is above the most, {max}",
		Zh:   "下限 {min} 高于上限 {max}",
	}
	boundUnrounded = text.Message{
		Code: "rating.total.unrounded",
		En:   "{bound} is no rounded total (decimal places: {places}); rounding could carry one past it",
		Zh:   "{bound} 超过 {places} 位小数，舍入后的总分可能越界",
	}
)

// How a total came about.
var (
	totalIs = text.Message{
		Code: "rating.total",
		En:   "total score {score}",
		Zh:   "总分 {score}",
	}
	adjusted = text.Message{
		Code: "rating.total.adjusted",
		En:   "with what is outside the weights: {terms} = {score}",
		Zh:   "计入权重之外的分数：{terms} = {score}",
	}
	totalBelowFloor = text.Message{
		Code: "rating.total.floor",
		En:   "{score} is below the floor of {floor}, to which it is lifted",
		Zh:   "{score} 低于总分下限 {floor}，按下限计",
	}
	totalAboveCap = text.Message{
		Code: "rating.total.cap",
		En:   "{score} is above the cap of {cap}, to which it is cut",
		Zh:   "{score} 超过总分上限 {cap}，按上限计",
	}
	adjustmentGives = text.Message{
		Code: "rating.adjustment",
		En:   "{name}: {points} points",
		Zh:   "{name}：{points} 分",
	}
	adjustmentCut = text.Message{
		Code: "rating.adjustment.cut",
		En:   "{name}: {given} points, of which its bounds allow {points}",
		Zh:   "{name}：{given} 分，按其上下限计 {points} 分",
	}
	adjustmentLeftOut = text.Message{
		Code: "rating.adjustment.leftout",
		En:   "{name}: missing, and left out",
		Zh:   "{name}：缺失，不计入",
	}
	bonusCut = text.Message{
		Code: "rating.adjustment.bonus",
		En:   "{points} bonus points together, of which {max} count",
		Zh:   "加分合计 {points} 分，按上限计 {max} 分",
	}
	penaltyCut = text.Message{
		Code: "rating.adjustment.penalty",
		En:   "{points} penalty points together, of which {max} count",
		Zh:   "扣分合计 {points} 分，按上限计 {max} 分",
	}
	vetoKept = text.Message{
		Code: "rating.veto.kept",
		En:   "{name}: not breached",
		Zh:   "{name}：未触犯",
	}
	vetoSubtracts = text.Message{
		Code: "rating.veto.subtracts",
		En:   "{name}: breached; times, points each: {breaches} × {points} = {off} off",
		Zh:   "{name}：触犯；次数 × 每次扣分：{breaches} × {points} = {off}",
	}
	vetoFails = text.Message{
		Code: "rating.veto.fails",
		En:   "{name}: breached, which fails the whole: {score}",
		Zh:   "{name}：触犯，一票否决，总分计 {score}",
	}
	vetoCaps = text.Message{
		Code: "rating.veto.caps",
		En:   "{name}: breached, which allows {score} at most",
		Zh:   "{name}：触犯，总分最高计 {score}",
	}
	vetoIdle = text.Message{
		Code: "rating.veto.idle",
		En:   "{name}: breached, but the total is not above {score} anyway",
		Zh:   "{name}：触犯，而总分本就不高于 {score}",
	}
	reasonIs = text.Message{
		Code: "rating.reason",
		En:   "reason: {reason}",
		Zh:   "理由：{reason}",
	}
)

// How a rating came about.
var (
	weightedMean = text.Message{
		Code: "rating.parts.mean",
		En:   "weighted mean: ({products}) ÷ {weights} = {score}",
		Zh:   "加权平均：({products}) ÷ {weights} = {score}",
	}
	reweightedMean = text.Message{
		Code: "rating.parts.mean.reweighted",
		En:   "weighted mean of what is there, whose weights count for the whole: ({products}) ÷ {weights} = {score}",
		Zh:   "加权平均（缺失部分不计，其余权重按比例放大）：({products}) ÷ {weights} = {score}",
	}
	partCounts = text.Message{
		Code: "rating.parts.counts",
		En:   "{name}: {score}, weight {weight}",
		Zh:   "{name}：{score}，权重 {weight}",
	}
	partLeftOut = text.Message{
		Code: "rating.parts.leftout",
		En:   "{name}: missing, its weight of {weight} left out",
		Zh:   "{name}：缺失，其权重 {weight} 不计入",
	}
	metricDerived = text.Message{
		Code: "rating.rate.metric",
		En:   "{metric} comes to {value}",
		Zh:   "{metric}为{value}",
	}
	dimensionIs = text.Message{
		Code: "rating.rate.dimension",
		En:   "{dimension}: “{level}”, worth {points}, weight {weight}",
		Zh:   "{dimension}：“{level}”，分值 {points}，权重 {weight}",
	}
	dimensionLeftOut = text.Message{
		Code: "rating.rate.dimension.leftout",
		En:   "{dimension}: missing, its weight of {weight} left out",
		Zh:   "{dimension}：缺失，其权重 {weight} 不计入",
	}
	judgedAs = text.Message{
		Code: "rating.rate.judged",
		En:   "judged “{level}”: {reason}",
		Zh:   "评判为“{level}”：{reason}",
	}
	restsOn = text.Message{
		Code: "rating.rate.evidence",
		En:   "evidence for {name}: {evidence}",
		Zh:   "{name}的依据：{evidence}",
	}
	roundedTo = text.Message{
		Code: "rating.rate.rounded",
		En:   "rounded once (decimal places: {places}; {mode}): {score}",
		Zh:   "一次舍入（保留 {places} 位小数，{mode}）：{score}",
	}
	bandIs = text.Message{
		Code: "rating.rate.band",
		En:   "level of the score: {from} {lowOp} {score} {highOp} {to}, “{level}”",
		Zh:   "得分对应等级：{from} {lowOp} {score} {highOp} {to}，“{level}”",
	}
	gatePassed = text.Message{
		Code: "rating.rate.gate.passed",
		En:   "what “{level}” asks beyond the score is met",
		Zh:   "满足“{level}”在得分之外的要求",
	}
	gateHeld = text.Message{
		Code: "rating.rate.gate.held",
		En:   "what “{level}” asks beyond the score is not met: “{otherwise}” instead",
		Zh:   "未满足“{level}”在得分之外的要求，改为“{otherwise}”",
	}
	ratedWith = text.Message{
		Code: "rating.rate.rated",
		En:   "“{level}” with a score of {score}, by {policy}, version {version}",
		Zh:   "评级“{level}”，得分 {score}，依据《{policy}》第 {version} 版",
	}
)
