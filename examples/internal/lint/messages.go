package lint

import "github.com/meritkit/meritkit/text"

var (
	lineTooLong = text.Message{
		Code: "lint.line.long",
		En:   "line {line} is longer than {max} bytes",
		Zh:   "第{line}行超过{max}字节",
	}
	lineNotText = text.Message{
		Code: "lint.line.text",
		En:   "line {line} is not UTF-8 text",
		Zh:   "第{line}行不是 UTF-8 文本",
	}
	lineNotJSON = text.Message{
		Code: "lint.line.json",
		En:   "line {line} is no JSON object with id, lang and text: {error}",
		Zh:   "第{line}行不是含 id、lang、text 的 JSON 对象：{error}",
	}
	lineLang = text.Message{
		Code: "lint.line.lang",
		En:   "line {line}: the language {lang} is neither zh nor en",
		Zh:   "第{line}行：语言{lang}既不是 zh 也不是 en",
	}
)
