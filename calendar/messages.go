package calendar

import "github.com/meritkit/meritkit/text"

// What is wrong with a date, a period or a share.
var (
	dateRequired = text.Message{
		Code: "calendar.date.required",
		En:   "a date is required",
		Zh:   "日期为必填项",
	}
	dateMalformed = text.Message{
		Code: "calendar.date.malformed",
		En:   `"{text}" is not a date; write it like 2024-09-30`,
		Zh:   "“{text}”不是有效日期，请按 2024-09-30 的格式填写",
	}
	dateImpossible = text.Message{
		Code: "calendar.date.impossible",
		En:   "there is no {date} in the calendar",
		Zh:   "日历中不存在 {date} 这一天",
	}
	dateYear = text.Message{
		Code: "calendar.date.year",
		En:   "year {year} is not between 1 and 9999",
		Zh:   "年份 {year} 不在 1 至 9999 之间",
	}
	dateTwice = text.Message{
		Code: "calendar.date.twice",
		En:   "{date} is listed more than once",
		Zh:   "{date} 重复列出",
	}
	periodOrder = text.Message{
		Code: "calendar.period.order",
		En:   "the last day, {to}, is before the first day, {from}",
		Zh:   "结束日期 {to} 早于开始日期 {from}",
	}
	fiscalStart = text.Message{
		Code: "calendar.fiscal.start",
		En:   "{month} is not a month; a fiscal year starts in month 1 to 12",
		Zh:   "{month} 不是有效月份，财年起始月应为 1 至 12",
	}
	shareOutside = text.Message{
		Code: "calendar.share.outside",
		En:   "{part} does not lie within {whole}",
		Zh:   "{part} 不在 {whole} 之内",
	}
	shareOf = text.Message{
		Code: "calendar.share.of",
		En:   "a share is taken of at least one day, not of {of}",
		Zh:   "总天数至少为 1 天，不能为 {of}",
	}
	shareDays = text.Message{
		Code: "calendar.share.days",
		En:   "{days} is not between 0 and {of} days",
		Zh:   "天数 {days} 不在 0 至 {of} 之间",
	}
)

// What stops the counting of working days, and what is wrong with a list of them.
var (
	workingMissing = text.Message{
		Code: "calendar.working.missing",
		En:   "a working-day calendar is required",
		Zh:   "须提供工作日历",
	}
	workingUnknown = text.Message{
		Code: "calendar.working.unknown",
		En:   "whether {date} is a working day is not known; the calendar covers {years}",
		Zh:   "无法判断 {date} 是否为工作日，工作日历仅涵盖 {years} 年",
	}
	workingNone = text.Message{
		Code: "calendar.working.none",
		En:   "{date} and the {days} days beside it hold no working day",
		Zh:   "{date} 及其相邻的 {days} 天内没有工作日",
	}
	workingRange = text.Message{
		Code: "calendar.working.range",
		En:   "{days} working days from {date} lead outside the years 1 to 9999",
		Zh:   "从 {date} 起推算 {days} 个工作日，超出了 1 至 9999 年的范围",
	}
	yearsRequired = text.Message{
		Code: "calendar.holidays.years",
		En:   "the years that the calendar covers are required",
		Zh:   "须列出工作日历涵盖的年份",
	}
	weekendUnknown = text.Message{
		Code: "calendar.holidays.weekend",
		En:   "{day} is not a day of the week; Sunday is 0, Saturday is 6",
		Zh:   "{day} 不是有效的星期，星期日为 0，星期六为 6",
	}
	holidayYear = text.Message{
		Code: "calendar.holidays.outside",
		En:   "{date} is not in a year that the calendar covers",
		Zh:   "{date} 不在工作日历涵盖的年份内",
	}
	makeUpWorked = text.Message{
		Code: "calendar.holidays.makeup",
		En:   "{date} is worked anyway, so it makes up for nothing",
		Zh:   "{date} 本来就是工作日，不能列为调休上班日",
	}
)

// What is wrong with a cadence, and what each is called.
var (
	cadenceRequired = text.Message{
		Code: "calendar.cadence.required",
		En:   "a cadence is required",
		Zh:   "频率为必填项",
	}
	cadenceUnknown = text.Message{
		Code: "calendar.cadence.unknown",
		En:   `"{cadence}" is no cadence; use one of {known}`,
		Zh:   "“{cadence}”不是有效频率，可选：{known}",
	}
	cadenceWeekly = text.Message{
		Code: "calendar.cadence.weekly",
		En:   "weekly",
		Zh:   "每周",
	}
	cadenceTwoWeeks = text.Message{
		Code: "calendar.cadence.twoweeks",
		En:   "every two weeks",
		Zh:   "每两周",
	}
	cadenceMonthly = text.Message{
		Code: "calendar.cadence.monthly",
		En:   "monthly",
		Zh:   "每月",
	}
	cadenceQuarterly = text.Message{
		Code: "calendar.cadence.quarterly",
		En:   "quarterly",
		Zh:   "每季度",
	}
	cadenceHalfYearly = text.Message{
		Code: "calendar.cadence.halfyearly",
		En:   "half-yearly",
		Zh:   "每半年",
	}
	cadenceYearly = text.Message{
		Code: "calendar.cadence.yearly",
		En:   "yearly",
		Zh:   "每年",
	}
)

// How dates and periods are said.
var (
	dateSaid = text.Message{
		Code: "calendar.date.said",
		En:   "{day} {month} {year}",
		Zh:   "{year}年{month}月{day}日",
	}
	monthSaid = text.Message{
		Code: "calendar.period.month",
		En:   "{month} {year}",
		Zh:   "{year}年{month}月",
	}
	quarterSaid = text.Message{
		Code: "calendar.period.quarter",
		En:   "{year} Q{quarter}",
		Zh:   "{year}年第{quarter}季度",
	}
	halfSaid = text.Message{
		Code: "calendar.period.half",
		En:   "{year} H{half}",
		Zh:   "{year}年{half}半年",
	}
	yearSaid = text.Message{
		Code: "calendar.period.year",
		En:   "{year}",
		Zh:   "{year}年",
	}
	spanSaid = text.Message{
		Code: "calendar.period.span",
		En:   "{from} to {to}",
		Zh:   "{from}至{to}",
	}
)

// Months, quarters and halves as the sentences above take them.
var (
	months = [...]text.Label{
		{En: "Jan", Zh: "1"},
		{En: "Feb", Zh: "2"},
		{En: "Mar", Zh: "3"},
		{En: "Apr", Zh: "4"},
		{En: "May", Zh: "5"},
		{En: "Jun", Zh: "6"},
		{En: "Jul", Zh: "7"},
		{En: "Aug", Zh: "8"},
		{En: "Sep", Zh: "9"},
		{En: "Oct", Zh: "10"},
		{En: "Nov", Zh: "11"},
		{En: "Dec", Zh: "12"},
	}
	quarters = [...]text.Label{{En: "1", Zh: "一"}, {En: "2", Zh: "二"}, {En: "3", Zh: "三"}, {En: "4", Zh: "四"}}
	halves   = [...]text.Label{{En: "1", Zh: "上"}, {En: "2", Zh: "下"}}
)
