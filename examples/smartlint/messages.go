package main

import "github.com/meritkit/meritkit/text"

var (
	usage = text.Message{
		Code: "smartlint.usage",
		En:   "usage: smartlint [-lang en|zh] [-explain] < goals",
		Zh:   "用法：smartlint [-lang en|zh] [-explain] < 目标文件",
	}
	lineTooLong = text.Message{
		Code: "smartlint.line.long",
		En:   "line {line} is longer than {max} bytes",
		Zh:   "第{line}行超过{max}字节",
	}
	lineNotText = text.Message{
		Code: "smartlint.line.text",
		En:   "line {line} is not UTF-8 text",
		Zh:   "第{line}行不是 UTF-8 文本",
	}
	lineNotJSON = text.Message{
		Code: "smartlint.line.json",
		En:   "line {line} is no JSON object with id, lang and text: {error}",
		Zh:   "第{line}行不是含 id、lang、text 的 JSON 对象：{error}",
	}
	lineLang = text.Message{
		Code: "smartlint.line.lang",
		En:   "line {line}: the language {lang} is neither zh nor en",
		Zh:   "第{line}行：语言{lang}既不是 zh 也不是 en",
	}
	legend = text.Message{
		Code: "smartlint.legend",
		En:   "  m metric  b baseline  t target  d due  h how  ~ vague",
		Zh:   "  m 指标  b 基线  t 目标值  d 期限  h 做法  ~ 含糊",
	}
)
