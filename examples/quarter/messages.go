package main

import (
	"time"

	"github.com/meritkit/meritkit/text"
)

// What can be wrong with a company folder.
var (
	problemsFound = text.Message{
		Code: "quarter.problems",
		En:   "Problems in {folder}: {count}. Nothing was written.",
		Zh:   "{folder} 中的问题：{count} 处。未写入任何数据。",
	}
	folderMissing = text.Message{Code: "quarter.folder.missing", En: "the company folder can't be read", Zh: "无法读取公司数据目录"}
	fileMissing   = text.Message{Code: "quarter.file.missing", En: "the file can't be read: {error}", Zh: "无法读取文件：{error}"}
	fileEncoding  = text.Message{
		Code: "quarter.file.encoding",
		En:   "the file is not UTF-8; save it as “CSV UTF-8”",
		Zh:   "文件不是 UTF-8 编码，请另存为“CSV UTF-8”",
	}
	headerNeeded  = text.Message{Code: "quarter.header.required", En: "the first line names the columns: {columns}", Zh: "第一行应为列名：{columns}"}
	columnMissing = text.Message{Code: "quarter.column.missing", En: "the column “{column}” is missing", Zh: "缺少列“{column}”"}
	columnTwice   = text.Message{Code: "quarter.column.twice", En: "column {place} is “{column}” again", Zh: "第 {place} 列的列名“{column}”重复"}
	columnUnknown = text.Message{
		Code: "quarter.column.unknown",
		En:   "column {place}, “{column}”, is unknown; known are {known}",
		Zh:   "第 {place} 列“{column}”无法识别，可用的列有 {known}",
	}
	rowBroken      = text.Message{Code: "quarter.row.broken", En: "the row can't be read: {error}", Zh: "无法读取该行：{error}"}
	rowLength      = text.Message{Code: "quarter.row.length", En: "the row has {have} cells, the header {want}", Zh: "该行有 {have} 格，表头有 {want} 列"}
	cellEmpty      = text.Message{Code: "quarter.cell.empty", En: "“{column}” is empty", Zh: "“{column}”未填写"}
	cellYesNo      = text.Message{Code: "quarter.cell.yesno", En: "“{have}” is neither yes nor no", Zh: "“{have}”应填“是”或“否”"}
	fieldEmpty     = text.Message{Code: "quarter.field.empty", En: "this has to be filled in", Zh: "此项必填"}
	explainUnknown = text.Message{
		Code: "quarter.explain.unknown",
		En:   "nobody with the id or name “{person}” was reviewed",
		Zh:   "参评人员中没有编号或姓名为“{person}”的人",
	}
	personUnknown = text.Message{
		Code: "quarter.person.unknown",
		En:   "people.csv has nobody with the id “{person}”",
		Zh:   "people.csv 中没有编号为“{person}”的人",
	}
	hrMissing   = text.Message{Code: "quarter.hr.missing", En: "nobody has the role hr, which runs the review", Zh: "没有人担任 hr 角色，无法组织考核"}
	unitUnknown = text.Message{Code: "quarter.unit.unknown", En: "company.json has no unit “{unit}”", Zh: "company.json 中没有部门“{unit}”"}
	goalTwice   = text.Message{
		Code: "quarter.goal.twice",
		En:   "“{goal}” can't be the name of this goal: it is empty or taken",
		Zh:   "“{goal}”不能作为目标编号：为空或已被占用",
	}
	goalAbove = text.Message{
		Code: "quarter.goal.above",
		En:   "there is no goal “{goal}” above this one in the file",
		Zh:   "文件中此目标之前没有目标“{goal}”",
	}
	goalUnknown     = text.Message{Code: "quarter.goal.unknown", En: "goals.json has no goal “{goal}”", Zh: "goals.json 中没有目标“{goal}”"}
	metricUnknown   = text.Message{Code: "quarter.metric.unknown", En: "the goal “{goal}” has no metric “{metric}”", Zh: "目标“{goal}”没有指标“{metric}”"}
	dateOutside     = text.Message{Code: "quarter.date.outside", En: "{date} is not a day of {quarter}", Zh: "{date}不在{quarter}之内"}
	phaseMissing    = text.Message{Code: "quarter.phase.missing", En: "the phase “{phase}” has no window", Zh: "阶段“{phase}”没有时间安排"}
	levelUnknown    = text.Message{Code: "quarter.level.unknown", En: "the rules have no level “{level}”", Zh: "评级规则中没有等级“{level}”"}
	appealUnfounded = text.Message{
		Code: "quarter.appeal.unfounded",
		En:   "interviews.json has no disagreement of {person} to appeal with",
		Zh:   "interviews.json 中没有 {person} 的异议，无从申诉",
	}
	planUnfounded = text.Message{
		Code: "quarter.plan.unfounded",
		En:   "interviews.json has no interview with {person} that a plan could come from",
		Zh:   "interviews.json 中没有与 {person} 的面谈，无从制定计划",
	}
)

// The headings of the story.
var (
	storyTitle       = text.Message{Code: "quarter.title", En: "{quarter}, from its goals to the next ones", Zh: "{quarter}，从目标到下一轮目标"}
	storyFolder      = text.Message{Code: "quarter.title.folder", En: "data:    {folder}", Zh: "数据：{folder}"}
	storyFile        = text.Message{Code: "quarter.title.file", En: "records: {db}", Zh: "记录：{db}"}
	stagePeople      = text.Message{Code: "quarter.stage.people", En: "The people, {quarter}", Zh: "人员与汇报关系（{quarter}）"}
	stageGoals       = text.Message{Code: "quarter.stage.goals", En: "Goals: company, department, individual", Zh: "目标：公司 → 部门 → 个人"}
	stageCheckIns    = text.Message{Code: "quarter.stage.checkins", En: "Weekly check-ins", Zh: "每周进度更新"}
	stageRevision    = text.Message{Code: "quarter.stage.revision", En: "A goal revised for an external cause", Zh: "因外部原因调整的目标"}
	stageSelf        = text.Message{Code: "quarter.stage.self", En: "Self reviews, cross-checked with the records", Zh: "员工自评与交叉验证"}
	stageRatings     = text.Message{Code: "quarter.stage.ratings", En: "Manager reviews, rated by the rules", Zh: "上级评估：按规则评级"}
	stageCalibration = text.Message{Code: "quarter.stage.calibration", En: "Calibration, {on}", Zh: "校准会议（{on}）"}
	stagePublication = text.Message{Code: "quarter.stage.publication", En: "Publication", Zh: "结果发布"}
	stageInterviews  = text.Message{Code: "quarter.stage.interviews", En: "Feedback interviews: fact, impact, improvement", Zh: "绩效面谈：事实、影响、改进"}
	stageAppeal      = text.Message{Code: "quarter.stage.appeal", En: "An appeal", Zh: "绩效申诉"}
	stagePlan        = text.Message{Code: "quarter.stage.plan", En: "For {who}: {type}", Zh: "{who}：{type}"}
	stageNext        = text.Message{Code: "quarter.stage.next", En: "Goals drafted for {next}", Zh: "{next}目标草案"}
	stageProof       = text.Message{Code: "quarter.stage.proof", En: "The file, opened anew", Zh: "重新打开数据文件"}
)

// The goals.
var (
	peopleCount = text.Message{
		Code: "quarter.people.count",
		En:   "{count} people, each indented below whom they report to.",
		Zh:   "共 {count} 人，缩进表示向上一级汇报。",
	}
	companyGoal = text.Message{Code: "quarter.goal.company", En: "Company: {title} ({why})", Zh: "公司目标：{title}（{why}）"}
	goalPartly  = text.Message{
		Code: "quarter.goal.partly",
		En:   "Carried here to {share} only, the rest by other departments: {goal}",
		Zh:   "本部门承接 {share}，其余由其他部门承接：{goal}",
	}
	goalsOther = text.Message{
		Code: "quarter.goal.other",
		En:   "{count} more individual goals support these without a share of their figure.",
		Zh:   "另有 {count} 个个人目标提供支撑，不分摊数值。",
	}
	plansAgreed = text.Message{
		Code: "quarter.plans.agreed",
		En:   "{count} plans, signed by employee and manager on {on}, in force from {from}:",
		Zh:   "{count} 份目标计划，{on}员工与上级双方签字，{from}起执行：",
	}
	checkInsCount = text.Message{
		Code: "quarter.checkins.count",
		En:   "{count} check-ins on {goals} goals from {first} to {last}; {owed} are owed.",
		Zh:   "{first}至{last}，{goals} 个目标共更新 {count} 次，欠更新 {owed} 次。",
	}
	checkInsLegend = text.Message{
		Code: "quarter.checkins.legend",
		En:   "+ on track, ! at risk, x off track by the pace expected that week, which is {expected} at the last. {steady} other goals were on track every week.",
		Zh:   "+ 正常，! 有风险，x 已偏离（与当周应达进度相比，最后一周应达 {expected}）。其余 {steady} 个目标每周均正常。",
	}
	helpAsked = text.Message{
		Code: "quarter.checkins.help",
		En:   "{on}, {who} ({health}): {event}; {obstacle}; {help}",
		Zh:   "{on} {who}（{health}）：{event}；{obstacle}；{help}",
	}
	revisionAsked = text.Message{
		Code: "quarter.revision.asked",
		En:   "{on}: {who} asks for a revision; cause: {cause}. {reason}",
		Zh:   "{on}，{who}申请调整目标，原因类别：{cause}。{reason}",
	}
	revisionProof = text.Message{
		Code: "quarter.revision.proof",
		En:   "Proof: {title} {figure} ({note}, {on})",
		Zh:   "数据依据：{title} {figure}（{note}，{on}）",
	}
	revisionSigned = text.Message{
		Code: "quarter.revision.signed",
		En:   "Approved on {approved}, signed anew by both on {signed}: {status}. What was agreed before stays readable:",
		Zh:   "{approved}批准，{signed}双方重新签字：{status}。原目标仍可查阅：",
	}
	revisionAfter = text.Message{Code: "quarter.revision.after", En: "Since then, {metric} week by week: {values}", Zh: "此后每周{metric}：{values}"}
)

// The review.
var (
	selfCount = text.Message{
		Code: "quarter.self.count",
		En:   "{count} self reviews with {claims} claims, each compared with the latest check-in; discrepancies: {found}.",
		Zh:   "{count} 份自评、{claims} 项自报数据，逐项与最近一次进度更新比对，发现差异 {found} 处。",
	}
	restsOnCheckIn = text.Message{Code: "quarter.self.source", En: "check-in of {on}", Zh: "{on}进度更新"}
	selfResolved   = text.Message{Code: "quarter.self.resolved", En: "Settled by {who}: {resolution}", Zh: "{who}核实：{resolution}"}
	selfHidden     = text.Message{Code: "quarter.self.hidden", En: "Beyond the goals, {who}: {what}; {result}", Zh: "隐形贡献 {who}：{what}；{result}"}
	planEvidence   = text.Message{Code: "quarter.rating.plan", En: "score of the goal plan", Zh: "目标计划得分"}
	ratingsRules   = text.Message{
		Code: "quarter.rating.rules",
		En:   "{rules}, version {version}. Task completion is the score of each goal plan, from its check-ins.",
		Zh:   "{rules}，第 {version} 版。任务完成率即目标计划得分，由进度更新算出。",
	}
	ratingsGate = text.Message{
		Code: "quarter.rating.gate",
		En:   "* reached by the score, and held back because the level asks for more than a score.",
		Zh:   "* 得分已到上一等级，但未满足该等级的附加条件。",
	}
	ratingWhy         = text.Message{Code: "quarter.rating.why", En: "Why {who} is rated so, in full:", Zh: "{who}的评级由来（完整推导）："}
	calibrationChange = text.Message{
		Code: "quarter.calibration.change",
		En:   "Changed by {by}: {who}, {from} → {to}. Reason: {why}",
		Zh:   "{by}调整：{who}，{from} → {to}。理由：{why}",
	}
	publishedEarly = text.Message{
		Code: "quarter.published.early",
		En:   "An hour before, {who} asks for the result and is refused: “{refusal}”.",
		Zh:   "发布前一小时，{who}查询自己的结果，被拒绝：“{refusal}”。",
	}
	published = text.Message{
		Code: "quarter.published",
		En:   "{count} results published on {on}; an appeal can be filed within {days} working days, until {until}.",
		Zh:   "{on}发布 {count} 份结果；{days} 个工作日内可申诉，截至{until}。",
	}
)

// Interviews and appeals.
var (
	interviewHead = text.Message{
		Code: "quarter.interview.head",
		En:   "{on}: {who} ({level}) with {by}, {setting}; {status}",
		Zh:   "{on} {who}（{level}），面谈人{by}，{setting}；{status}",
	}
	statementStrength = text.Message{Code: "quarter.interview.strength", En: "+ Fact: {fact}. Impact: {impact}.", Zh: "+ 事实：{fact}。影响：{impact}。"}
	statementImprove  = text.Message{
		Code: "quarter.interview.improve",
		En:   "> Fact: {fact}. Impact: {impact}. Improvement: {improvement}.",
		Zh:   "> 事实：{fact}。影响：{impact}。改进：{improvement}。",
	}
	interviewRequest  = text.Message{Code: "quarter.interview.request", En: "Asks for ({kind}): {what}", Zh: "员工请求（{kind}）：{what}"}
	interviewDisputed = text.Message{Code: "quarter.interview.disputed", En: "Does not sign: {why}", Zh: "不予签字：{why}"}
	interviewsDone    = text.Message{
		Code: "quarter.interview.done",
		En:   "{count} interviews on record; {accepted} results signed by their employees, {open} open.",
		Zh:   "面谈记录 {count} 份；{accepted} 份结果已由员工签字确认，{open} 份待定。",
	}
	appealFiled = text.Message{
		Code: "quarter.appeal.filed",
		En:   "{on}: {who} appeals, on the grounds and the record of the interview. The days for the answer:",
		Zh:   "{on}，{who}以面谈中的异议提出申诉，面谈记录为证。答复期限推算：",
	}
	holidaySpan    = text.Message{Code: "quarter.appeal.span", En: "{from} to {to}", Zh: "{from} 至 {to}"}
	dayOff         = text.Message{Code: "quarter.appeal.off", En: "no (holiday)", Zh: "否（放假）"}
	dayWorked      = text.Message{Code: "quarter.appeal.worked", En: "yes", Zh: "是"}
	dayFiled       = text.Message{Code: "quarter.appeal.day0", En: "filed", Zh: "提出当日"}
	dayCounted     = text.Message{Code: "quarter.appeal.dayn", En: "day {n}", Zh: "第 {n} 天"}
	dayDue         = text.Message{Code: "quarter.appeal.due", En: "day {n}: due", Zh: "第 {n} 天：答复截止"}
	appealNear     = text.Message{Code: "quarter.appeal.near", En: "{who} can't review it: “{refusal}”.", Zh: "{who}不能复核：“{refusal}”。"}
	appealAssigned = text.Message{
		Code: "quarter.appeal.assigned",
		En:   "{on}: {who} reviews it, who is outside that line.",
		Zh:   "{on}，指定与评估人无汇报关系的{who}复核。",
	}
	appealCheck   = text.Message{Code: "quarter.appeal.check", En: "{on}: {question} {finding}.", Zh: "{on}：{question}{finding}。"}
	appealDecided = text.Message{
		Code: "quarter.appeal.decided",
		En:   "{on}, in time: {outcome}, {from} → {to}. {why}.",
		Zh:   "{on}按期答复：{outcome}，{from} → {to}。{why}。",
	}
	appealAgain = text.Message{
		Code: "quarter.appeal.again",
		En:   "Rated again by the same rules: {before} ({was}) becomes {after} ({is}). The first rating stays on record.",
		Zh:   "按同一规则重算：{before}（{was}）变为 {after}（{is}）。原评级保留在案。",
	}
	cycleClosed = text.Message{Code: "quarter.cycle.closed", En: "{on}: {cycle} is closed.", Zh: "{on}，{cycle}关闭。"}
)

// Improvement, and the file.
var (
	planAim = text.Message{
		Code: "quarter.plan.aim",
		En:   "Aim: {metric} {from} → {to} in {days} days ({period}). Signed by both.",
		Zh:   "目标：{metric} {from} → {to}，{days} 天内（{period}）。双方签字。",
	}
	planRegular = text.Message{
		Code: "quarter.plan.regular",
		En:   "Action, {who}: {what}, {sessions} × {hours} h a week",
		Zh:   "行动（{who}）：{what}，每周 {sessions} 次、每次 {hours} 小时",
	}
	planAction  = text.Message{Code: "quarter.plan.action", En: "Action, {who}, by {due}: {what}", Zh: "行动（{who}，{due}前）：{what}"}
	planSupport = text.Message{
		Code: "quarter.plan.support",
		En:   "Support ({kind}), {who}: {what}; given on {given}",
		Zh:   "支持（{kind}，{who}）：{what}；{given}到位",
	}
	planMilestone = text.Message{
		Code: "quarter.plan.milestone",
		En:   "Milestone by {due}: {what}; reached on {done}",
		Zh:   "里程碑（{due}前）：{what}；{done}达到",
	}
	onCourse     = text.Message{Code: "quarter.plan.oncourse", En: "on course", Zh: "正常"}
	behindCourse = text.Message{Code: "quarter.plan.behind", En: "behind", Zh: "落后"}
	logCorrected = text.Message{Code: "quarter.plan.corrected", En: "{note} → {correction}", Zh: "{note} → {correction}（纠偏）"}
	planClosed   = text.Message{
		Code: "quarter.plan.closed",
		En:   "{on}: {outcome}; {reason}. Signed by both: {status}.",
		Zh:   "{on}：{outcome}，{reason}。双方签字，{status}。",
	}
	nextGoal   = text.Message{Code: "quarter.next.goal", En: "{who}: {title} ({status})", Zh: "{who}：{title}（{status}）"}
	nextWhy    = text.Message{Code: "quarter.next.why", En: "because {why}", Zh: "依据：{why}"}
	proofEqual = text.Message{
		Code: "quarter.proof.equal",
		En:   "{records} records in {versions} versions, each equal to what was put in; every audit chain holds:",
		Zh:   "{records} 条记录、{versions} 个版本，逐一与写入时相同，审计链全部完整：",
	}
	proofKind  = text.Message{Code: "quarter.proof.kind", En: "{kind} {records} ({versions})", Zh: "{kind} {records}（{versions}）"}
	proofKinds = text.Message{Code: "quarter.proof.kinds", En: "{kinds}. In brackets: versions.", Zh: "{kinds}。括号内为版本数。"}
	proofKept  = text.Message{
		Code: "quarter.proof.kept",
		En:   "To look at the file again: go run ./examples/quarter -db {db}",
		Zh:   "再次核验该文件：go run ./examples/quarter -lang zh -db {db}",
	}
	proofDiffers = text.Message{
		Code: "quarter.proof.differs",
		En:   "{kind} {id}, version {version}, is not what it should be",
		Zh:   "{kind} {id} 版本 {version} 与应有内容不符",
	}
	heldAlready = text.Message{
		Code: "quarter.held.already",
		En:   "The file holds {quarter} of this folder already: {records} records in {versions} versions, verified and intact. Nothing was written.",
		Zh:   "文件中已有该数据目录的{quarter}：{records} 条记录、{versions} 个版本，经核验完整无误。本次未写入。",
	}
	heldOther = text.Message{
		Code: "quarter.held.other",
		En:   "the file holds {records} records that this folder does not give ({why}); nothing was written: choose another file with -db",
		Zh:   "文件中已有 {records} 条与该数据目录不符的记录（{why}），未写入；请用 -db 指定其他文件",
	}
)

// weekdays are the days of the week by their names.
var weekdays = map[time.Weekday]text.Label{
	time.Monday: {En: "Mon", Zh: "周一"}, time.Tuesday: {En: "Tue", Zh: "周二"}, time.Wednesday: {En: "Wed", Zh: "周三"},
	time.Thursday: {En: "Thu", Zh: "周四"}, time.Friday: {En: "Fri", Zh: "周五"}, time.Saturday: {En: "Sat", Zh: "周六"},
	time.Sunday: {En: "Sun", Zh: "周日"},
}
