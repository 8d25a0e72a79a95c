package outcome

import (
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/text"
)

// What is wrong with a policy and what its parts have in common.
var (
	policyLong = text.Message{
		Code: "outcome.policy.long",
		En:   "a policy may have at most {max} bytes",
		Zh:   "应用规则最多 {max} 字节",
	}
	versionRequired = text.Message{
		Code: "outcome.version.required",
		En:   "editions count from 1",
		Zh:   "版本号应从 1 开始",
	}
	labelRequired = text.Message{
		Code: "outcome.label.required",
		En:   "a label is needed, in one language at least",
		Zh:   "须有名称，至少一种语言",
	}
	codeTwice = text.Message{
		Code: "outcome.code.twice",
		En:   "“{code}” is used more than once",
		Zh:   "“{code}”重复使用",
	}
	codeUnknown = text.Message{
		Code: "outcome.code.unknown",
		En:   "“{policy}” has no part “{code}”",
		Zh:   "“{policy}”中没有“{code}”这一项",
	}
	levelMissing = text.Message{
		Code: "outcome.level.missing",
		En:   "there is nothing here for “{level}”",
		Zh:   "未给出“{level}”对应的值",
	}
	levelUnknown = text.Message{
		Code: "outcome.level.unknown",
		En:   "“{level}” is not one of the levels here",
		Zh:   "此处没有等级“{level}”",
	}
	figureRequired = text.Message{
		Code: "outcome.figure.required",
		En:   "this figure is needed; a missing one is not zero",
		Zh:   "须有此数值；缺失不等于零",
	}
	figureNegative = text.Message{
		Code: "outcome.figure.negative",
		En:   "{figure} is below zero",
		Zh:   "{figure} 小于零",
	}
	placesOutside = text.Message{
		Code: "outcome.places.range",
		En:   "decimal places are between 0 and {max}",
		Zh:   "小数位数应在 0 到 {max} 之间",
	}
)

// What is wrong with coefficients and claims.
var (
	tiersUnused = text.Message{
		Code: "outcome.tiers.unused",
		En:   "coefficients by level have no tiers",
		Zh:   "按等级确定的系数不设分数档",
	}
	factorOrder = text.Message{
		Code: "outcome.factor.order",
		En:   "“{level}” has {factor}, more than “{better}”, which has {smaller}",
		Zh:   "“{level}”为 {factor}，高于“{better}”的 {smaller}",
	}
	gateFactor = text.Message{
		Code: "outcome.gate.factor",
		En:   "below the least figure, the factor is from 0 to below 1, not {factor}",
		Zh:   "未达标时的系数应不小于 0 且小于 1，现为 {factor}",
	}
	gateUnknown = text.Message{
		Code: "outcome.gate.unknown",
		En:   "“{label}” is not known, so it can't be told whether amounts are held down",
		Zh:   "“{label}”未知，无法判断是否应下调金额",
	}
	scoreOutside = text.Message{
		Code: "outcome.score.outside",
		En:   "the score {score} lies outside the tiers, which run from {from} to {to}",
		Zh:   "得分 {score} 超出分数档的范围 {from} 至 {to}",
	}
)

// What is wrong with a merit matrix and somebody's pay.
var (
	guideHalf = text.Message{
		Code: "outcome.guide.half",
		En:   "a range needs both a min and a max",
		Zh:   "调薪区间须同时有下限和上限",
	}
	guideOutside = text.Message{
		Code: "outcome.guide.outside",
		En:   "{percent} does not lie between {min} and {max}",
		Zh:   "{percent}不在{min}至{max}之间",
	}
	midpointZero = text.Message{
		Code: "outcome.midpoint.zero",
		En:   "a compa-ratio needs a midpoint above zero",
		Zh:   "计算薪酬比率时，薪级中点须大于零",
	}
	ratioOutside = text.Message{
		Code: "outcome.ratio.outside",
		En:   "the compa-ratio {ratio} % lies outside the bands, which run from {from} to {to}",
		Zh:   "薪酬比率 {ratio}% 超出分段的范围{from}至{to}",
	}
)

// What is wrong with a pool and its stakes.
var (
	factorMissing = text.Message{
		Code: "outcome.pool.factor.missing",
		En:   "“{factor}” is missing",
		Zh:   "缺少“{factor}”",
	}
	factorUnknown = text.Message{
		Code: "outcome.pool.factor.unknown",
		En:   "“{factor}” is not a factor of the pool",
		Zh:   "“{factor}”不是该奖金池的分配因素",
	}
)

// What is wrong with a rule, with ratings and with an award.
var (
	kindAmount = text.Message{
		Code: "outcome.rule.kind",
		En:   "{kind} is an amount, not something that a rule over ratings finds",
		Zh:   "{kind}属于金额，不由评级历史规则判定",
	}
	lastOutside = text.Message{
		Code: "outcome.rule.last",
		En:   "a rule looks at the last 1 to {max} periods, not at {last}",
		Zh:   "规则应查看最近 1 至 {max} 期，而非 {last} 期",
	}
	countOutside = text.Message{
		Code: "outcome.rule.count",
		En:   "{count} of the last {last} periods can't be asked for",
		Zh:   "无法要求最近 {last} 期中有 {count} 期",
	}
	historyLong = text.Message{
		Code: "outcome.history.long",
		En:   "there may be at most {max} ratings",
		Zh:   "评级记录最多 {max} 条",
	}
	periodsOverlap = text.Message{
		Code: "outcome.history.overlap",
		En:   "{period} overlaps {before}",
		Zh:   "{period}与{before}重叠",
	}
	periodsGap = text.Message{
		Code: "outcome.history.gap",
		En:   "there are days between {before} and {period}; a period without a rating is given without a level",
		Zh:   "{before}与{period}之间有空档；没有评级的周期也应列出，等级留空",
	}
	keyForeign = text.Message{
		Code: "outcome.award.key",
		En:   "this is not the key of this award",
		Zh:   "该标识与此项结果不符",
	}
)

// How an amount came about.
var (
	amountIs = text.Message{
		Code: "outcome.why.amount",
		En:   "{label}: {amount}",
		Zh:   "{label}：{amount}",
	}
	levelFactor = text.Message{
		Code: "outcome.why.level",
		En:   "level {level}: coefficient {factor}",
		Zh:   "等级 {level}：系数 {factor}",
	}
	tierFactor = text.Message{
		Code: "outcome.why.tier",
		En:   "the score {score} lies in “{tier}”: coefficient {factor}",
		Zh:   "得分 {score} 属于“{tier}”：系数 {factor}",
	}
	slicesSum = text.Message{
		Code: "outcome.why.slices",
		En:   "the score {score}, tier by tier: coefficient {factor}",
		Zh:   "得分 {score} 分档累计：系数 {factor}",
	}
	sliceCounts = text.Message{
		Code: "outcome.why.slice",
		En:   "{tier}: ({to} − {from}) × {rate} = {slice}",
		Zh:   "{tier}：({to} − {from}) × {rate} = {slice}",
	}
	gateOpen = text.Message{
		Code: "outcome.why.gate.open",
		En:   "{label}: {figure} is at least {least}",
		Zh:   "{label}：{figure}，不低于 {least}",
	}
	gateHolds = text.Message{
		Code: "outcome.why.gate.holds",
		En:   "{label}: {figure} is below {least}, so the amount is multiplied by {factor}",
		Zh:   "{label}：{figure}，低于 {least}，金额乘以 {factor}",
	}
	daysCount = text.Message{
		Code: "outcome.why.days",
		En:   "{days} of {of} days count",
		Zh:   "按 {of} 天中的 {days} 天折算",
	}
	amountFormula = text.Message{
		Code: "outcome.why.formula",
		En:   "{terms} = {amount}",
		Zh:   "{terms} = {amount}",
	}
	roundedTo = text.Message{
		Code: "outcome.why.rounded",
		En:   "rounded once (decimal places: {places}; {mode}): {amount}",
		Zh:   "一次舍入（保留 {places} 位小数，{mode}）：{amount}",
	}
)

// How an increase came about.
var (
	increaseIs = text.Message{
		Code: "outcome.why.increase",
		En:   "{label}: {amount}, which makes the salary {salary}",
		Zh:   "{label}：{amount}，调整后薪酬 {salary}",
	}
	ratioIs = text.Message{
		Code: "outcome.why.ratio",
		En:   "compa-ratio: {salary} ÷ {midpoint} = {ratio} %, in “{band}”",
		Zh:   "薪酬比率：{salary} ÷ {midpoint} = {ratio}%，属于“{band}”",
	}
	guideTarget = text.Message{
		Code: "outcome.why.guide.target",
		En:   "level {level} in “{band}”: {percent}",
		Zh:   "等级 {level}，“{band}”：{percent}",
	}
	guideChosen = text.Message{
		Code: "outcome.why.guide.chosen",
		En:   "level {level} in “{band}”: {percent}, chosen within the guide",
		Zh:   "等级 {level}，“{band}”：{percent}，在指导区间内选定",
	}
	topCuts = text.Message{
		Code: "outcome.why.top.cut",
		En:   "the range ends at {top}, which leaves {amount}; {beyond} are not given",
		Zh:   "薪级上限为 {top}，可调 {amount}；超出的 {beyond} 不予调整",
	}
	topPaysOnce = text.Message{
		Code: "outcome.why.top.lumpsum",
		En:   "the range ends at {top}, which leaves {amount}; {beyond} are paid once",
		Zh:   "薪级上限为 {top}，可调 {amount}；超出的 {beyond} 一次性发放",
	}
)

// How a part of a pool came about.
var (
	factorIs = text.Message{
		Code: "outcome.why.factor",
		En:   "{factor}: {figure}",
		Zh:   "{factor}：{figure}",
	}
	weightIs = text.Message{
		Code: "outcome.why.weight",
		En:   "weight: {terms}, which is {weight} of {sum} in whole numbers",
		Zh:   "权重：{terms}，化为整数占 {sum} 份中的 {weight} 份",
	}
	partFormula = text.Message{
		Code: "outcome.why.part",
		En:   "{total} × {weight} ÷ {sum} = {part}",
		Zh:   "{total} × {weight} ÷ {sum} = {part}",
	}
	partCut = text.Message{
		Code: "outcome.why.part.cut",
		En:   "cut to the smallest unit, {unit}: {amount}",
		Zh:   "截至最小单位 {unit}：{amount}",
	}
	partTopped = text.Message{
		Code: "outcome.why.part.topped",
		En:   "cut to {cut}, and {unit} more of what was left over, for one of the largest remainders: {amount}",
		Zh:   "截至 {cut}，按最大余数法再得尾差 {unit}：{amount}",
	}
)

// What a rule found.
var (
	ruleMet = text.Message{
		Code: "outcome.why.rule.met",
		En:   "{label}: the conditions are met: “{level}” {side} in {have} of {looked} periods, {count} of the last {last} asked",
		Zh:   "{label}：符合条件：{looked} 期中有 {have} 期为“{level}”{side}，要求最近 {last} 期中有 {count} 期",
	}
	ruleUnmet = text.Message{
		Code: "outcome.why.rule.unmet",
		En:   "{label}: the conditions are not met: “{level}” {side} in {have} of {looked} periods, {count} of the last {last} asked",
		Zh:   "{label}：不符合条件：{looked} 期中有 {have} 期为“{level}”{side}，要求最近 {last} 期中有 {count} 期",
	}
	periodCounts = text.Message{
		Code: "outcome.why.period.counts",
		En:   "{period}: {level}, counts",
		Zh:   "{period}：{level}，计入",
	}
	periodFails = text.Message{
		Code: "outcome.why.period.fails",
		En:   "{period}: {level}, does not count",
		Zh:   "{period}：{level}，不计入",
	}
	periodBreaks = text.Message{
		Code: "outcome.why.period.breaks",
		En:   "{period}: no rating, does not count",
		Zh:   "{period}：无评级，不计入",
	}
	periodPassed = text.Message{
		Code: "outcome.why.period.passed",
		En:   "{period}: no rating, passed over",
		Zh:   "{period}：无评级，跳过",
	}
)

// The names of what can be chosen.
var (
	kinds = fault.Names[Kind]{
		Bonus:          {En: "bonus", Zh: "绩效奖金"},
		Merit:          {En: "merit increase", Zh: "绩效调薪"},
		PoolShare:      {En: "part of a bonus pool", Zh: "奖金池分配"},
		Promotion:      {En: "promotion", Zh: "晋升"},
		TalentPool:     {En: "talent pool", Zh: "人才库"},
		Training:       {En: "training", Zh: "培训"},
		Improvement:    {En: "improvement plan", Zh: "绩效改进计划"},
		PositionChange: {En: "change of position", Zh: "岗位调整"},
	}
	// amounts are the kinds that come to an amount.
	amounts = []Kind{Bonus, Merit, PoolShare}
	bases   = fault.Names[Basis]{
		ByLevel:         {En: "level", Zh: "等级"},
		ByScore:         {En: "score", Zh: "得分"},
		ByMarginalScore: {En: "score, tier by tier", Zh: "得分分档累计"},
	}
	tops = fault.Names[TopPolicy]{
		TopKept:    {En: "kept", Zh: "保留"},
		TopCut:     {En: "cut", Zh: "封顶"},
		TopLumpSum: {En: "lump sum", Zh: "一次性发放"},
	}
	sides = fault.Names[Side]{
		OrBetter: {En: "or better", Zh: "及以上"},
		OrWorse:  {En: "or worse", Zh: "及以下"},
	}
	unrated = fault.Names[UnratedPolicy]{
		UnratedBreaks: {En: "breaks a row", Zh: "中断"},
		UnratedPassed: {En: "passed over", Zh: "跳过"},
	}
)
