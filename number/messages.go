package number

import "github.com/meritkit/meritkit/text"

var (
	notANumber = text.Message{
		Code: "number.syntax",
		En:   "“{text}” is not a number",
		Zh:   "“{text}”不是数字",
	}
	tooLong = text.Message{
		Code: "number.long",
		En:   "a number may have at most {max} characters",
		Zh:   "数字最多 {max} 个字符",
	}
	outOfBounds = text.Message{
		Code: "number.bounds",
		En:   "a number may have at most {digits} digits, {places} of them after the point",
		Zh:   "数字最多 {digits} 位，其中小数最多 {places} 位",
	}
	placesRange = text.Message{
		Code: "number.rounding.places",
		En:   "digits after the point must be between 0 and {max}",
		Zh:   "小数位数须在 0 到 {max} 之间",
	}
	modeUnknown = text.Message{
		Code: "number.rounding.mode",
		En:   "“{mode}” is not a rounding mode: it is half-up, half-even, up, down, ceiling or floor",
		Zh:   "“{mode}”不是有效的舍入方式，应为 half-up、half-even、up、down、ceiling 或 floor",
	}
	weightNegative = text.Message{
		Code: "number.weight.negative",
		En:   "a weight can't be negative: {weight}",
		Zh:   "权重不能为负数：{weight}",
	}
	weightsZero = text.Message{
		Code: "number.weight.zero",
		En:   "nothing can be shared out: there is no weight above zero",
		Zh:   "无法分配：没有大于零的权重",
	}
	totalPlaces = text.Message{
		Code: "number.total.places",
		En:   "the total {total} has more than {places} digits after the point",
		Zh:   "总数 {total} 的小数超过 {places} 位",
	}
	unitsDiffer = text.Message{
		Code: "number.unit.differ",
		En:   "{from} can't be converted to {to}",
		Zh:   "{from}不能换算成{to}",
	}
	workTimeNeeded = text.Message{
		Code: "number.unit.worktime",
		En:   "{from} can't be converted to {to} unless it is said how long people work",
		Zh:   "未约定每日工时和每周工作日，{from}不能换算成{to}",
	}
	workTimeRange = text.Message{
		Code: "number.worktime.range",
		En:   "must be above 0 and at most {most}, not {value}",
		Zh:   "须大于 0 且不超过 {most}，现为 {value}",
	}
	conversionInexact = text.Message{
		Code: "number.unit.inexact",
		En:   "{quantity} can't be converted to {to} exactly",
		Zh:   "{quantity}不能精确换算成{to}",
	}
)
