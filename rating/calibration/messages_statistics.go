package calibration

import "github.com/meritkit/meritkit/text"

// How a statistic is said, and why there is none.
var (
	statisticSaid = text.Message{
		Code: "calibration.statistic",
		En:   "{value} ({level} %: {low} to {high}, n = {n})",
		Zh:   "{value}（{level}% 置信区间 {low} 至 {high}，n = {n}）",
	}
	statisticAlone   = text.Message{Code: "calibration.statistic.alone", En: "{value} (n = {n})", Zh: "{value}（n = {n}）"}
	statisticRange   = text.Message{Code: "calibration.statistic.range", En: "these figures don't determine it", Zh: "数据不足以确定该值"}
	fewObservations  = text.Message{Code: "calibration.statistic.few", En: "too few: {have}, and {need} are needed", Zh: "数量不足：{have} 个，至少需要 {need} 个"}
	fewSubjects      = text.Message{Code: "calibration.statistic.subjects", En: "too few people were rated: {have}, and 2 are needed", Zh: "被评人数不足：{have} 人，至少需要 2 人"}
	fewRaters        = text.Message{Code: "calibration.statistic.raters", En: "too few raters to agree on anything: {have}, and 2 are needed", Zh: "评价者不足：{have} 人，至少需要 2 人"}
	noVariance       = text.Message{Code: "calibration.statistic.variance", En: "all figures are the same", Zh: "所有数值相同，没有差异"}
	oneRater         = text.Message{Code: "calibration.statistic.rater", En: "there is no other rater to compare with", Zh: "没有其他评价者可供比较"}
	noneRepeated     = text.Message{Code: "calibration.statistic.repeated", En: "there are not enough scores by the same rater to tell how far scores spread", Zh: "同一评价者的评分过少，无法判断评分的离散程度"}
	othersAlike      = text.Message{Code: "calibration.statistic.others", En: "the other raters each gave one score to everybody", Zh: "其他评价者各自给所有人相同的分数，无从比较"}
	middleUnnamed    = text.Message{Code: "calibration.statistic.middle", En: "it has not been said which levels are in the middle", Zh: "未说明哪些等级属于中间等级"}
	dimensionsFew    = text.Message{Code: "calibration.statistic.dimensions", En: "there are no scores for two dimensions or more", Zh: "没有两个及以上维度的评分"}
	agreedInAll      = text.Message{Code: "calibration.statistic.agreed", En: "no interval: the raters agree in everything", Zh: "评价者完全一致，无法给出区间"}
	negativeVariance = text.Message{
		Code: "calibration.statistic.negative",
		En:   "raters disagree more than people differ, so far that there is no such coefficient",
		Zh:   "评价者之间的分歧远大于被评者之间的差异，无法得出该系数",
	}
	nonePaired = text.Message{Code: "calibration.statistic.paired", En: "nobody was rated twice", Zh: "没有人获得两个及以上评分"}
)

// What is wrong with marks, ratings and what is asked of them.
var (
	confidenceRange  = text.Message{Code: "calibration.confidence.range", En: "a confidence of {level} is none: it lies between 0.5 and 0.9999", Zh: "置信水平 {level} 无效，应在 0.5 至 0.9999 之间"}
	raterRequired    = text.Message{Code: "calibration.rater.required", En: "it has to be said who gave this", Zh: "须注明评价者"}
	raterUnknown     = text.Message{Code: "calibration.rater.unknown", En: "there is no rater “{rater}”", Zh: "没有名为“{rater}”的评价者"}
	dimensionsCount  = text.Message{Code: "calibration.dimensions.count", En: "there are {have} dimensions instead of {want}", Zh: "有 {have} 个维度，应为 {want} 个"}
	ratingsRagged    = text.Message{Code: "calibration.ratings.ragged", En: "the row has {have} raters instead of {want}", Zh: "该行有 {have} 位评价者，应为 {want} 位"}
	ratingsUneven    = text.Message{Code: "calibration.ratings.uneven", En: "there are {have} ratings instead of {want}; everybody needs as many", Zh: "有 {have} 个评分，应为 {want} 个，每人的评分数须相同"}
	ratingsMany      = text.Message{Code: "calibration.ratings.many", En: "these are too many different ratings to compare each with each", Zh: "不同的评分过多，无法逐对比较"}
	ratingMissing    = text.Message{Code: "calibration.rating.missing", En: "the rating is missing, and this statistic needs all", Zh: "缺少评分，该统计量需要全部评分"}
	ratingRange      = text.Message{Code: "calibration.rating.range", En: "the rating is no number between −1e30 and 1e30", Zh: "评分不是 −1e30 至 1e30 之间的数"}
	ratingNegative   = text.Message{Code: "calibration.rating.negative", En: "a rating on the ratio scale is below zero", Zh: "定比尺度的评分不能为负"}
	ratersTwo        = text.Message{Code: "calibration.raters.two", En: "Cohen's kappa compares 2 raters, not {have}", Zh: "科恩 Kappa 只比较 2 位评价者，现有 {have} 位"}
	reliabilityRange = text.Message{Code: "calibration.reliability.range", En: "a reliability lies between −1 and 1", Zh: "信度应在 −1 至 1 之间"}
	factorRange      = text.Message{Code: "calibration.reliability.factor", En: "the number of times is above 0", Zh: "倍数应大于 0"}
)

// What stands out in a rater.
var (
	raterLenient = text.Message{
		Code: "calibration.rater.lenient",
		En:   "scores above all raters' mean by {difference}: lenient, or with better people",
		Zh:   "评分高于总体均值 {difference}：可能偏宽松，也可能团队确实更优秀",
	}
	raterSevere = text.Message{
		Code: "calibration.rater.severe",
		En:   "scores off all raters' mean by {difference}: severe, or with weaker people",
		Zh:   "评分低于总体均值，相差 {difference}：可能偏严格，也可能团队确实较弱",
	}
	raterCentral = text.Message{
		Code: "calibration.rater.central",
		En:   "central tendency: a share of {share} at the middle levels, where all raters have {all}",
		Zh:   "居中趋势：中间等级占比 {share}，全体为 {all}",
	}
	raterRestricted = text.Message{
		Code: "calibration.rater.restricted",
		En:   "range restriction: scores spread {ratio} times as far as other raters'",
		Zh:   "评分区间过窄：离散程度为其他评价者的 {ratio} 倍",
	}
	raterOneScore = text.Message{
		Code: "calibration.rater.onescore",
		En:   "the same score for everybody (n = {n})",
		Zh:   "所有人评分相同（n = {n}）",
	}
	raterHalo = text.Message{
		Code: "calibration.rater.halo",
		En:   "halo: dimensions go together with a correlation of {correlation}, where all raters have {all}",
		Zh:   "晕轮效应：各维度评分的平均相关为 {correlation}，全体为 {all}",
	}
)

// What is wrong with a question of fairness.
var (
	groupingsCount   = text.Message{Code: "calibration.fairness.groupings.count", En: "there have to be 1 to {max} groupings", Zh: "分组维度应有 1 至 {max} 个"}
	groupingTwice    = text.Message{Code: "calibration.fairness.grouping.twice", En: "every grouping needs a name of its own; “{grouping}” is empty or used before", Zh: "每个分组维度须有唯一的名称，“{grouping}”为空或重复"}
	groupingRequired = text.Message{Code: "calibration.fairness.grouping.required", En: "a comparison goes by at least one grouping", Zh: "每项比较至少涉及一个分组维度"}
	groupingUnknown  = text.Message{Code: "calibration.fairness.grouping.unknown", En: "“{grouping}” is no grouping, or named before", Zh: "“{grouping}”不是分组维度或重复"}
	comparisonsCount = text.Message{Code: "calibration.fairness.comparisons.count", En: "there have to be 1 to {max} comparisons", Zh: "比较项应有 1 至 {max} 个"}
	referenceLength  = text.Message{Code: "calibration.fairness.reference.length", En: "the reference names {have} groups instead of {want}", Zh: "参照组写明了 {have} 个分组，应为 {want} 个"}
	referenceAbsent  = text.Message{Code: "calibration.fairness.reference.absent", En: "nobody is in the reference “{reference}”", Zh: "参照组“{reference}”中没有人"}
	minimumNegative  = text.Message{Code: "calibration.fairness.minimum.negative", En: "the smallest number of people is not negative", Zh: "最少人数不能为负"}
	groupsCount      = text.Message{Code: "calibration.fairness.groups.count", En: "there are {have} groups instead of {want}, one for each grouping", Zh: "有 {have} 个分组值，应为 {want} 个，与分组维度一一对应"}
)

// What is found of fairness.
var (
	groupsFew = text.Message{
		Code: "calibration.fairness.groups.few",
		En:   "nothing to compare: groups large enough to be judged: {judged}",
		Zh:   "无法比较：人数足够的分组有 {judged} 个",
	}
	referenceSmall = text.Message{
		Code: "calibration.fairness.reference.small",
		En:   "nothing to compare: the reference “{reference}” is too small, or withheld",
		Zh:   "无法比较：参照组“{reference}”人数过少或不予显示",
	}
	groupWithheld = text.Message{
		Code: "calibration.fairness.withheld",
		En:   "{group}: withheld, since a smaller group could be worked out from it (people: {people})",
		Zh:   "{group}：不予显示，以免由此推算出更小分组的情况（{people} 人）",
	}
	nobodyChosen = text.Message{
		Code: "calibration.fairness.nobody",
		En:   "nothing to compare: nobody of {reference} is counted ({outcome})",
		Zh:   "无法比较：“{reference}”中无人计入（{outcome}）",
	}
	referenceTied = text.Message{
		Code: "calibration.fairness.tied",
		En:   "{reference} is the reference; the same rate have {tied}",
		Zh:   "以“{reference}”为参照组，比率相同的还有 {tied}",
	}
	groupSmall = text.Message{
		Code: "calibration.fairness.small",
		En:   "{group}: too small to be judged (people: {people})",
		Zh:   "{group}：人数过少，不作判断（{people} 人）",
	}
	groupReference = text.Message{
		Code: "calibration.fairness.reference",
		En:   "{group}: {outcome} {count} of {of}, {rate}; the reference",
		Zh:   "{group}：{outcome} {count}/{of}，{rate}，为参照组",
	}
	groupWithin = text.Message{
		Code: "calibration.fairness.within",
		En:   "{group}: {outcome} {count} of {of}, {rate}; {impact} of the rate of {reference}, four fifths or more (Fisher's exact test: p {p})",
		Zh:   "{group}：{outcome} {count}/{of}，{rate}，为“{reference}”的 {impact}，达到五分之四（Fisher 精确检验 p {p}）",
	}
	groupBelow = text.Message{
		Code: "calibration.fairness.below",
		En:   "{group}: {outcome} {count} of {of}, {rate}; {impact} of the rate of {reference}, less than four fifths (Fisher's exact test: p {p})",
		Zh:   "{group}：{outcome} {count}/{of}，{rate}，为“{reference}”的 {impact}，低于五分之四（Fisher 精确检验 p {p}）",
	}
	groupOnePerson = text.Message{
		Code: "calibration.fairness.oneperson",
		En:   "{group}: the numbers are small; one person more or less would turn this around",
		Zh:   "{group}：人数较少，增减一人即会改变上述判断",
	}
)
