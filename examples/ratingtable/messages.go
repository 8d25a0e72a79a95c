package main

import "github.com/meritkit/meritkit/text"

var (
	fileUnreadable = text.Message{
		Code: "ratingtable.file.unreadable",
		En:   "the file can't be read: {error}",
		Zh:   "无法读取文件：{error}",
	}
	fileChanged = text.Message{
		Code: "ratingtable.file.changed",
		En:   "the file was changed while it was read",
		Zh:   "文件在读取过程中被改动",
	}
	headerNeeded = text.Message{
		Code: "ratingtable.header.required",
		En:   "the first line has to name the columns",
		Zh:   "第一行须为列名",
	}
	columnTwice = text.Message{
		Code: "ratingtable.column.twice",
		En:   "the column is there twice",
		Zh:   "该列重复",
	}
	columnUnknown = text.Message{
		Code: "ratingtable.column.unknown",
		En:   "there is no such column; those known are {known}",
		Zh:   "没有这一列，可用的列为：{known}",
	}
	columnMissing = text.Message{
		Code: "ratingtable.column.missing",
		En:   "the column is missing",
		Zh:   "缺少该列",
	}
	rowBroken = text.Message{
		Code: "ratingtable.row.broken",
		En:   "the line is not CSV: {error}",
		Zh:   "该行不是有效的 CSV：{error}",
	}
	rowLength = text.Message{
		Code: "ratingtable.row.length",
		En:   "the line has {have} cells, and there are {want} columns",
		Zh:   "该行有 {have} 个单元格，而列数为 {want}",
	}
	cellEmpty = text.Message{
		Code: "ratingtable.cell.empty",
		En:   "the cell is empty",
		Zh:   "单元格为空",
	}
	problemsMore = text.Message{
		Code: "ratingtable.problems.more",
		En:   "there are more than {max} problems; the rest is not listed",
		Zh:   "问题超过 {max} 个，其余未列出",
	}
	personUnknown = text.Message{
		Code: "ratingtable.person.unknown",
		En:   "there is nobody with the id “{id}”",
		Zh:   "没有编号为“{id}”的人员",
	}
)
