package storage

import "github.com/meritkit/meritkit/text"

var (
	contentChanged = text.Message{
		Code: "storage.content.changed",
		En:   "{kind} {id}, version {version}, is not what its audit entry was written for",
		Zh:   "{kind} {id} 版本 {version} 的内容与其审计记录不符",
	}
	headDiffers = text.Message{
		Code: "storage.chain.head",
		En:   "the audit chain of {kind} {id} does not end at version {version}",
		Zh:   "{kind} {id} 的审计链没有终止于版本 {version}",
	}
	schemaUnknown = text.Message{
		Code: "storage.schema.unknown",
		En:   "{kind} {id} has document schema {have}; this program knows up to {want}",
		Zh:   "{kind} {id} 的文档结构版本为 {have}，本程序最高支持 {want}",
	}
	kindUnknown = text.Message{
		Code: "storage.kind.unknown",
		En:   "this store was not made to hold records of the kind “{kind}”",
		Zh:   "此存储未配置 {kind} 类记录",
	}
	kindTwice = text.Message{
		Code: "storage.kind.twice",
		En:   "there are two kinds of the name {kind}",
		Zh:   "记录种类 {kind} 重复",
	}
	tenantRequired = text.Message{
		Code: "storage.tenant.required",
		En:   "a tenant is needed",
		Zh:   "须指明租户",
	}
	fieldUnknown = text.Message{
		Code: "storage.field.unknown",
		En:   "{kind} has no indexed field {name}",
		Zh:   "{kind} 没有索引字段 {name}",
	}
	fieldType = text.Message{
		Code: "storage.field.type",
		En:   "the field {name} holds {want}, not {have}",
		Zh:   "字段 {name} 的类型是 {want}，不是 {have}",
	}
	limitBounds = text.Message{
		Code: "storage.limit.bounds",
		En:   "a page holds from 1 to {max}, not {limit}",
		Zh:   "每页数量应为 1 至 {max}，不能是 {limit}",
	}
	cursorForeign = text.Message{
		Code: "storage.cursor.foreign",
		En:   "this page does not go on from a page in the same order",
		Zh:   "翻页位置与当前排序不符",
	}
	versionOrder = text.Message{
		Code: "storage.version.order",
		En:   "version {version} does not come after version {expect}",
		Zh:   "版本 {version} 不是版本 {expect} 的下一版本",
	}
	instantForm = text.Message{
		Code: "storage.instant.form",
		En:   "the instant is not in UTC and whole microseconds",
		Zh:   "时间须为 UTC，精确到微秒",
	}
	instantRange = text.Message{
		Code: "storage.instant.range",
		En:   "the instant {at} lies outside the years 0 to 9999",
		Zh:   "时间 {at} 超出 0 至 9999 年",
	}
	textLength = text.Message{
		Code: "storage.text.length",
		En:   "the text has {length} bytes; at most {max} are possible here",
		Zh:   "文字长度为 {length} 字节，此处最多 {max} 字节",
	}
	textForm = text.Message{
		Code: "storage.text.form",
		En:   "the text is not UTF-8 or holds the character NUL",
		Zh:   "文字不是有效的 UTF-8 或含有空字符（NUL）",
	}
	documentForm = text.Message{
		Code: "storage.document.form",
		En:   "the document is not JSON with a schema number",
		Zh:   "文档须为带结构版本号的 JSON",
	}
	entryForeign = text.Message{
		Code: "storage.entry.foreign",
		En:   "audit entry or event do not tell of this version of {kind} {id}",
		Zh:   "审计记录或事件与 {kind} {id} 的本次变更不符",
	}
	chainForeign = text.Message{
		Code: "storage.chain.foreign",
		En:   "the change of {kind} {id} does not follow the audit chain of its version {version}",
		Zh:   "对 {kind} {id} 的变更未接续其版本 {version} 的审计链",
	}
)
