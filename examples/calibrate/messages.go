package main

import "github.com/meritkit/meritkit/text"

// What can be wrong with the people.
var (
	headerNeeded  = text.Message{Code: "calibrate.header.required", En: "the first line names the columns: {columns}", Zh: "第一行应为列名：{columns}"}
	columnMissing = text.Message{Code: "calibrate.column.missing", En: "the column “{column}” is missing", Zh: "缺少列“{column}”"}
	columnUnknown = text.Message{
		Code: "calibrate.column.unknown",
		En:   "column {place}, “{column}”, is unknown or there already; known are {known}",
		Zh:   "第 {place} 列“{column}”无法识别或重复，可用的列有 {known}",
	}
	rowBroken     = text.Message{Code: "calibrate.row.broken", En: "the row can't be read: {error}", Zh: "无法读取该行：{error}"}
	rowLength     = text.Message{Code: "calibrate.row.length", En: "the row has {have} cells, the header {want}", Zh: "该行有 {have} 格，表头有 {want} 列"}
	cellEmpty     = text.Message{Code: "calibrate.cell.empty", En: "“{column}” is empty", Zh: "“{column}”未填写"}
	cellEncoding  = text.Message{Code: "calibrate.cell.encoding", En: "the cell is not UTF-8; save the file as “CSV UTF-8”", Zh: "单元格不是 UTF-8 编码，请另存为“CSV UTF-8”"}
	cellYesNo     = text.Message{Code: "calibrate.cell.yesno", En: "“{have}” is neither yes nor no", Zh: "“{have}”应填“是”或“否”"}
	employeeTwice = text.Message{Code: "calibrate.employee.twice", En: "“{employee}” is in line {line} already", Zh: "“{employee}”已在第 {line} 行出现"}
	levelUnknown  = text.Message{
		Code: "calibrate.level.unknown",
		En:   "“{employee}” has the level “{level}”, which is not on the scale",
		Zh:   "“{employee}”的等级“{level}”不在评级标准中",
	}
)

var selectedUnknown = text.Message{Code: "calibrate.selected.unknown", En: "“{level}” is not on the scale", Zh: "评级标准中没有等级“{level}”"}

// What the report says.
var (
	headRaters     = text.Message{Code: "calibrate.raters", En: "How managers rate (with {level} % intervals)", Zh: "管理者评分特征（括号内为 {level}% 置信区间）"}
	columnScores   = text.Message{Code: "calibrate.raters.scores", En: "scores", Zh: "评分数"}
	columnMean     = text.Message{Code: "calibrate.raters.mean", En: "mean", Zh: "均值"}
	columnLeniency = text.Message{Code: "calibrate.raters.leniency", En: "leniency", Zh: "宽严偏差"}
	columnShrunk   = text.Message{Code: "calibrate.raters.shrunk", En: "shrunk", Zh: "收缩后偏差"}
	columnRange    = text.Message{Code: "calibrate.raters.range", En: "spread to others'", Zh: "离散程度之比"}
	columnCentral  = text.Message{Code: "calibrate.raters.central", En: "at the middle", Zh: "中间等级占比"}
	cellInterval   = text.Message{Code: "calibrate.interval", En: "{value} ({low} to {high})", Zh: "{value}（{low} 至 {high}）"}
	raterFound     = text.Message{Code: "calibrate.raters.found", En: "{manager}: {finding}", Zh: "{manager}：{finding}"}
	headFairness   = text.Message{Code: "calibrate.fairness", En: "Fairness by {by}: {outcome}", Zh: "公平性（按 {by}）：{outcome}"}

	titleGuide    = text.Message{Code: "calibrate.title", En: "Guide: {limits}", Zh: "分布指引：{limits}"}
	headGroups    = text.Message{Code: "calibrate.groups", En: "By group (people and points outside each limit)", Zh: "按分组（右侧为各项限制的超出人数与百分点）"}
	headManagers  = text.Message{Code: "calibrate.managers", En: "By manager", Zh: "按管理者"}
	headMoves     = text.Message{Code: "calibrate.moves", En: "The fewest moves to the guide (a proposal; people decide)", Zh: "达到指引所需的最少调整（仅供参考，由人决定）"}
	columnPeople  = text.Message{Code: "calibrate.people", En: "people", Zh: "人数"}
	rowPool       = text.Message{Code: "calibrate.row.pool", En: "{pool}, pooled", Zh: "{pool}（合并）"}
	rowTie        = text.Message{Code: "calibrate.row.tie", En: "{group}: {settled}", Zh: "{group}：{settled}"}
	rowTotal      = text.Message{Code: "calibrate.row.total", En: "everybody", Zh: "全体"}
	cellKept      = text.Message{Code: "calibrate.kept", En: "kept", Zh: "符合"}
	cellWaived    = text.Message{Code: "calibrate.waived", En: "exempt", Zh: "豁免"}
	cellPooled    = text.Message{Code: "calibrate.pooled", En: "in {pool}", Zh: "并入{pool}"}
	groupAlone    = text.Message{Code: "calibrate.group", En: "{group}", Zh: "{group}"}
	groupPool     = text.Message{Code: "calibrate.group.pool", En: "{pool}, pooled: {groups}", Zh: "{pool}（合并：{groups}）"}
	nothingToMove = text.Message{Code: "calibrate.nothing", En: "the guide is kept", Zh: "符合指引"}
	inverted      = text.Message{
		Code: "calibrate.inverted",
		En:   "people above somebody with a higher score: {count}",
		Zh:   "等级高于得分更高者的人数：{count}",
	}
	decisionNeeded = text.Message{
		Code: "calibrate.decision",
		En:   "to be decided: {employees} have the same score {score} at “{level}”; {places}",
		Zh:   "需要决定：{employees} 同为“{level}”且得分均为 {score}；{places}",
	}
	decisionPlace = text.Message{Code: "calibrate.decision.place", En: "{count} to “{level}”", Zh: "“{level}”{count} 人"}
)
