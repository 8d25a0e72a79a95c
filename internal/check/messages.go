package check

import "github.com/meritkit/meritkit/text"

var (
	required = text.Message{
		Code: "check.required",
		En:   "this is required",
		Zh:   "此项必填",
	}
	longText = text.Message{
		Code: "check.long",
		En:   "at most {want} characters are allowed",
		Zh:   "最多 {want} 个字符",
	}
	shortText = text.Message{
		Code: "check.short",
		En:   "at least {want} characters are needed",
		Zh:   "至少 {want} 个字符",
	}
	tooMany = text.Message{
		Code: "check.many",
		En:   "at most {want} are allowed",
		Zh:   "最多 {want} 项",
	}
	tooFew = text.Message{
		Code: "check.few",
		En:   "at least {want} are needed",
		Zh:   "至少 {want} 项",
	}
	notOneOf = text.Message{
		Code: "check.oneof",
		En:   "“{have}” is not one of: {want}",
		Zh:   "“{have}”不在可选值之内：{want}",
	}
	notURL = text.Message{
		Code: "check.url",
		En:   "“{have}” is not a link",
		Zh:   "“{have}”不是有效的链接",
	}
	notUnique = text.Message{
		Code: "check.unique",
		En:   "the same may not be given twice",
		Zh:   "不能重复",
	}
	malformed = text.Message{
		Code: "check.malformed",
		En:   "this does not have the form {want}",
		Zh:   "格式不符合要求：{want}",
	}
)
