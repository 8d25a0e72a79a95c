package main

import "github.com/meritkit/meritkit/text"

var (
	usage = text.Message{
		Code: "wordinglint.usage",
		En:   "usage: wordinglint [-lang en|zh] [-explain] < feedback",
		Zh:   "用法：wordinglint [-lang en|zh] [-explain] < 反馈文件",
	}
	lineTooLong = text.Message{
		Code: "wordinglint.line.long",
		En:   "line {line} is longer than {max} bytes",
		Zh:   "第{line}行超过{max}字节",
	}
	lineNotText = text.Message{
		Code: "wordinglint.line.text",
		En:   "line {line} is not UTF-8 text",
		Zh:   "第{line}行不是 UTF-8 文本",
	}
	lineNotJSON = text.Message{
		Code: "wordinglint.line.json",
		En:   "line {line} is no JSON object with id, lang and text: {error}",
		Zh:   "第{line}行不是含 id、lang、text 的 JSON 对象：{error}",
	}
	lineLang = text.Message{
		Code: "wordinglint.line.lang",
		En:   "line {line}: the language {lang} is neither zh nor en",
		Zh:   "第{line}行：语言{lang}既不是 zh 也不是 en",
	}
	legend = text.Message{
		Code: "wordinglint.legend",
		En:   "  f fact  i impact  n next  a absolute  j judgement  ! attack",
		Zh:   "  f 事实  i 影响  n 改进  a 绝对化  j 评判  ! 侮辱",
	}
)
