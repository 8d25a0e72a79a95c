package calibration

import "github.com/meritkit/meritkit/text"

// What is wrong with a population.
var (
	levelsCount = text.Message{
		Code: "calibration.scale.levels.count",
		En:   "a calibration needs a scale of 1 to {max} levels",
		Zh:   "校准所用的评级标准应有 1 至 {max} 个等级",
	}
	levelTwice = text.Message{
		Code: "calibration.scale.level.code",
		En:   "every level needs a code of its own; “{level}” is empty or used before",
		Zh:   "每个等级须有唯一的代码，“{level}”为空或重复",
	}
	employeeRequired = text.Message{
		Code: "calibration.employee.required",
		En:   "it has to be said who this is",
		Zh:   "须注明员工",
	}
	employeeTwice = text.Message{
		Code: "calibration.employee.twice",
		En:   "“{employee}” is there already; a person is counted once",
		Zh:   "“{employee}”重复出现，每人只能计一次",
	}
	groupRequired = text.Message{
		Code: "calibration.group.required",
		En:   "“{employee}” is in no group",
		Zh:   "“{employee}”未归入任何分组",
	}
	levelUnknown = text.Message{
		Code: "calibration.level.unknown",
		En:   "“{employee}” has the level “{level}”, which is not on the scale",
		Zh:   "“{employee}”的等级“{level}”不在评级标准中",
	}
)

// What is wrong with a guide.
var (
	limitsMany = text.Message{
		Code: "calibration.guide.limits.many",
		En:   "a guide may have at most {max} limits",
		Zh:   "一份分布指引最多 {max} 条限制",
	}
	limitLevels = text.Message{
		Code: "calibration.guide.levels.required",
		En:   "a limit needs at least one level",
		Zh:   "每条限制至少涉及一个等级",
	}
	limitLevelUnknown = text.Message{
		Code: "calibration.guide.level.unknown",
		En:   "“{level}” is not on the scale",
		Zh:   "评级标准中没有等级“{level}”",
	}
	limitLevelsApart = text.Message{
		Code: "calibration.guide.levels.apart",
		En:   "the levels of a limit stand side by side on the scale, each once; {levels} do not",
		Zh:   "一条限制中的等级应在评级标准上相邻且不重复，{levels} 不符合",
	}
	opUnknown = text.Message{
		Code: "calibration.guide.op.unknown",
		En:   "“{op}” is no comparison: it is =, <=, >= or between",
		Zh:   "“{op}”不是有效的比较方式，应为 =、<=、>= 或 between",
	}
	toMisplaced = text.Message{
		Code: "calibration.guide.to.misplaced",
		En:   "an upper share goes with “between”, and only with it",
		Zh:   "上限比例须且只能与 between 一起使用",
	}
	rangeReversed = text.Message{
		Code: "calibration.guide.range.reversed",
		En:   "the range runs backwards, from {from} to {to} %",
		Zh:   "区间颠倒：从 {from}% 到 {to}%",
	}
	exactTwice = text.Message{
		Code: "calibration.guide.exact.twice",
		En:   "“{level}” is in an exact share already",
		Zh:   "“{level}”已在另一条固定比例中",
	}
	limitsContradict = text.Message{
		Code: "calibration.guide.limits.contradict",
		En:   "these can't all hold: {limits}",
		Zh:   "以下限制不能同时成立：{limits}",
	}
	restRequired = text.Message{
		Code: "calibration.guide.rest.required",
		En:   "rounding down leaves people over: a level with an exact share has to be named for them, “{level}” is not one",
		Zh:   "向下取整会有剩余人数，须指定一个有固定比例的等级接收，“{level}”不是",
	}
	minimumRequired = text.Message{
		Code: "calibration.guide.minimum.required",
		En:   "it has to be said below how many people a group is small",
		Zh:   "须说明少于多少人为小组",
	}
	smallUnknown = text.Message{
		Code: "calibration.guide.small.unknown",
		En:   "“{policy}” is no answer to small groups: it is alike, pooled or waived",
		Zh:   "“{policy}”不是有效的小组处理方式，应为 alike、pooled 或 waived",
	}
	parentsCircle = text.Message{
		Code: "calibration.guide.parents.circle",
		En:   "the groups above “{group}” go round in a circle",
		Zh:   "“{group}”的上级分组形成循环",
	}
	waiverReason = text.Message{
		Code: "calibration.guide.waiver.reason",
		En:   "a waiver names its group and its reason; that of “{group}” does not",
		Zh:   "豁免须写明分组和理由，“{group}”的豁免不完整",
	}
	presetUnknown = text.Message{
		Code: "calibration.preset.unknown",
		En:   "“{name}” is no preset; there is {known}",
		Zh:   "没有名为“{name}”的预设，可用的有 {known}",
	}
)

// What is wrong with shares and head-counts.
var (
	shareRange = text.Message{
		Code: "calibration.share.range",
		En:   "{share} % is no share: it lies between 0 and 100 %",
		Zh:   "{share}% 不是有效比例，应在 0% 至 100% 之间",
	}
	sharePrecise = text.Message{
		Code: "calibration.share.precise",
		En:   "{share} % has more than {places} decimal places",
		Zh:   "{share}% 的小数位数超过 {places} 位",
	}
	sharesSum = text.Message{
		Code: "calibration.shares.sum",
		En:   "the shares add up to {sum} %, not 100 %",
		Zh:   "各比例合计 {sum}%，应为 100%",
	}
	peopleRange = text.Message{
		Code: "calibration.people.range",
		En:   "a group has 0 to {max} people",
		Zh:   "人数应在 0 至 {max} 之间",
	}
	restUnknown = text.Message{
		Code: "calibration.shares.rest",
		En:   "rounding down leaves people over: it has to be said which share gets them",
		Zh:   "向下取整会有剩余人数，须说明归入哪一份",
	}
)

// What is said of a guide.
var (
	limitExactly = text.Message{Code: "calibration.limit.exactly", En: "{levels} = {share} %", Zh: "{levels} = {share}%"}
	limitAtMost  = text.Message{Code: "calibration.limit.most", En: "{levels} ≤ {share} %", Zh: "{levels} ≤ {share}%"}
	limitAtLeast = text.Message{Code: "calibration.limit.least", En: "{levels} ≥ {share} %", Zh: "{levels} ≥ {share}%"}
	limitBetween = text.Message{Code: "calibration.limit.between", En: "{levels} {from}–{to} %", Zh: "{levels} {from}%–{to}%"}
	otherLevels  = text.Message{Code: "calibration.limit.others", En: "the other levels", Zh: "其余等级"}
	tieSettled   = text.Message{
		Code: "calibration.tie.settled",
		En:   "{shares} had the same claim ({method}); the larger share, then the one named first, was served: {served}",
		Zh:   "{shares} 的取整优先权相同（{method}），按比例较大者、列在前面者优先，由 {served} 获得",
	}
	quotaConflict = text.Message{
		Code: "calibration.quota.conflict",
		En:   "in a group of {people} these can't all hold: {limits}",
		Zh:   "{people} 人无法同时满足：{limits}",
	}
	waived      = text.Message{Code: "calibration.waived", En: "exempt from the guide: {reason}", Zh: "不适用分布指引：{reason}"}
	waivedSmall = text.Message{
		Code: "calibration.waived.small",
		En:   "exempt from the guide: too small (people: {people}, minimum: {minimum})",
		Zh:   "不适用分布指引：仅 {people} 人，不足 {minimum} 人",
	}
)

// What is wrong with a box, and with what is laid out in it.
var (
	cellsCount = text.Message{
		Code: "calibration.box.cells.count",
		En:   "every cell needs a name: {rows} rows of {columns}",
		Zh:   "每个格子都须命名：共 {rows} 行，每行 {columns} 个",
	}
	cellUnnamed = text.Message{
		Code: "calibration.box.cell.unnamed",
		En:   "the cell of performance “{performance}” and potential “{potential}” has no name",
		Zh:   "绩效“{performance}”、潜力“{potential}”的格子没有名称",
	}
	bandUnknown = text.Message{
		Code: "calibration.box.band.unknown",
		En:   "the level “{level}” is folded into “{band}”, which is no band",
		Zh:   "等级“{level}”归入的“{band}”不是有效分档",
	}
	bandUnused = text.Message{
		Code: "calibration.box.band.unused",
		En:   "no level is folded into the band “{band}”",
		Zh:   "没有任何等级归入分档“{band}”",
	}
	unfolded = text.Message{
		Code: "calibration.box.level.unfolded",
		En:   "it has not been said which band the level “{level}” belongs to",
		Zh:   "未说明等级“{level}”归入哪一档",
	}
	readingLevel = text.Message{
		Code: "calibration.box.level.required",
		En:   "this axis goes by level, and there is none",
		Zh:   "此轴按等级划分，但没有等级",
	}
	readingScore = text.Message{
		Code: "calibration.box.score.required",
		En:   "this axis goes by score, and there is none",
		Zh:   "此轴按得分划分，但没有得分",
	}
)

// What is wrong with the advisor's rules.
var (
	orderUnknown = text.Message{
		Code: "calibration.rules.order.unknown",
		En:   "“{order}” is no order: it is score or level",
		Zh:   "“{order}”不是有效的排序依据，应为 score 或 level",
	}
	tiesUnknown = text.Message{
		Code: "calibration.rules.ties.unknown",
		En:   "“{policy}” is no answer to equal scores: it is together or decided",
		Zh:   "“{policy}”不是有效的同分处理方式，应为 together 或 decided",
	}
)

// What the advisor says.
var (
	moveSaid = text.Message{
		Code: "calibration.move",
		En:   "{employee}, score {score}: from “{from}” to “{to}”",
		Zh:   "{employee}（得分 {score}）：由“{from}”调整为“{to}”",
	}
	reasonOver = text.Message{
		Code: "calibration.reason.over",
		En:   "{now} of {people} people are at “{level}” or better; the guide allows at most {max}",
		Zh:   "{people} 人中有 {now} 人在“{level}”及以上，指引最多允许 {max} 人",
	}
	reasonUnder = text.Message{
		Code: "calibration.reason.under",
		En:   "{now} of {people} people are at “{level}” or better; the guide asks for at least {min}",
		Zh:   "{people} 人中有 {now} 人在“{level}”及以上，指引要求至少 {min} 人",
	}
	reasonLevelOver = text.Message{
		Code: "calibration.reason.level.over",
		En:   "{now} of {people} people are at “{level}”; the guide allows at most {max}",
		Zh:   "{people} 人中有 {now} 人为“{level}”，指引最多允许 {max} 人",
	}
	reasonLevelUnder = text.Message{
		Code: "calibration.reason.level.under",
		En:   "{now} of {people} people are at “{level}”; the guide asks for at least {min}",
		Zh:   "{people} 人中有 {now} 人为“{level}”，指引要求至少 {min} 人",
	}
	reasonOrder = text.Message{
		Code: "calibration.reason.order",
		En:   "so that nobody ends up behind somebody they stand ahead of",
		Zh:   "以免有人落到原本排在其后的人之后",
	}
	marginUp = text.Message{
		Code: "calibration.margin.up",
		En:   "the lowest score at “{to}” or better was {boundary}: {boundary} − {score} = {margin}",
		Zh:   "“{to}”及以上的最低得分为 {boundary}：{boundary} − {score} = {margin}",
	}
	marginDown = text.Message{
		Code: "calibration.margin.down",
		En:   "the highest score at “{to}” or worse was {boundary}: {score} − {boundary} = {margin}",
		Zh:   "“{to}”及以下的最高得分为 {boundary}：{score} − {boundary} = {margin}",
	}
	marginNone = text.Message{
		Code: "calibration.margin.none",
		En:   "nobody with a score was at “{to}” or beyond, so there is no boundary to measure from",
		Zh:   "原先在“{to}”及其以外等级的人都没有得分，没有分界可比",
	}
	unmetTie = text.Message{
		Code: "calibration.unmet.tie",
		En:   "the guide can't be met while equal scores move together: the line runs through {count} people with the score {score}; as near as it gets, people outside the limits: {outside}",
		Zh:   "同分者一并调整时无法满足指引：分界落在得分均为 {score} 的 {count} 人之间；最接近的方案仍有 {outside} 人超出限制",
	}
	unmetFixed = text.Message{
		Code: "calibration.unmet.fixed",
		En:   "the guide can't be met: {fixed} of {people} people are held or have no score; as near as it gets, people outside the limits: {outside}",
		Zh:   "无法满足指引：{people} 人中有 {fixed} 人等级固定或没有得分；最接近的方案仍有 {outside} 人超出限制",
	}
	adviceTooLarge = text.Message{
		Code: "calibration.advice.large",
		En:   "no advice: with {people} people it would take too long to try a limit on several levels in the middle; limit the best or the worst levels instead",
		Zh:   "无法给出建议：{people} 人的分组中，对中间多个等级的合并限制计算量过大，请改为限制最优或最差的若干等级",
	}
)
