package record

import "github.com/meritkit/meritkit/text"

var (
	byRequired = text.Message{
		Code: "record.by.required",
		En:   "it must be said who did this",
		Zh:   "须注明操作人",
	}
	atRequired = text.Message{
		Code: "record.at.required",
		En:   "it must be said when this was done",
		Zh:   "须注明操作时间",
	}
	actionRequired = text.Message{
		Code: "record.action.required",
		En:   "it must be said what was done",
		Zh:   "须注明操作内容",
	}
	roleRequired = text.Message{
		Code: "record.role.required",
		En:   "a signature needs the role it is given in",
		Zh:   "签字须注明签字人角色",
	}
	digestRequired = text.Message{
		Code: "record.digest.required",
		En:   "a signature needs the digest of what was signed",
		Zh:   "签字须附所签内容的摘要",
	}
	tenantRequired = text.Message{
		Code: "record.tenant.required",
		En:   "a tenant is needed",
		Zh:   "须指明租户",
	}
	idRequired = text.Message{
		Code: "record.id.required",
		En:   "an id is needed",
		Zh:   "须有标识",
	}
	nameMalformed = text.Message{
		Code: "record.name.malformed",
		En:   "“{name}” can't be used as a name here: lower-case letters, digits and underscores, at most 40, and no reserved word",
		Zh:   "“{name}”不能用作名称：仅限小写字母、数字和下划线，最多 40 个字符，且不得为保留字",
	}
	nameTwice = text.Message{
		Code: "record.name.twice",
		En:   "the field {name} is named twice",
		Zh:   "字段 {name} 重复",
	}
	typeUnknown = text.Message{
		Code: "record.type.unknown",
		En:   "“{type}” is not a type of field",
		Zh:   "“{type}”不是有效的字段类型",
	}
	fieldUnknown = text.Message{
		Code: "record.field.unknown",
		En:   "{kind} has no indexed field {name}",
		Zh:   "{kind} 没有索引字段 {name}",
	}
	valueType = text.Message{
		Code: "record.value.type",
		En:   "the field {name} holds {want}, not {have}",
		Zh:   "字段 {name} 的类型是 {want}，不是 {have}",
	}
	valueCount = text.Message{
		Code: "record.value.count",
		En:   "the comparison {op} on {name} has the wrong number of values",
		Zh:   "字段 {name} 的比较 {op} 值的个数不对",
	}
	opUnknown = text.Message{
		Code: "record.op.unknown",
		En:   "“{op}” is not a comparison",
		Zh:   "“{op}”不是有效的比较方式",
	}
	limitNegative = text.Message{
		Code: "record.limit.negative",
		En:   "the limit can't be negative",
		Zh:   "数量上限不能为负数",
	}
	chainGap = text.Message{
		Code: "record.chain.gap",
		En:   "the audit chain of {kind} {id} has version {have} where {want} belongs",
		Zh:   "{kind} {id} 的审计链不连续：应为版本 {want}，实为 {have}",
	}
	chainBroken = text.Message{
		Code: "record.chain.broken",
		En:   "the audit chain of {kind} {id} is broken at version {version}",
		Zh:   "{kind} {id} 的审计链在版本 {version} 处断裂",
	}
	sealBroken = text.Message{
		Code: "record.chain.seal",
		En:   "the audit entry of {kind} {id}, version {version}, does not match its seal",
		Zh:   "{kind} {id} 版本 {version} 的审计记录与其封印不符",
	}
	syntaxError = text.Message{
		Code: "record.json.syntax",
		En:   "this is not JSON",
		Zh:   "JSON 格式错误",
	}
	endsEarly = text.Message{
		Code: "record.json.end",
		En:   "the JSON text ends too early",
		Zh:   "JSON 内容不完整",
	}
	trailing = text.Message{
		Code: "record.json.trailing",
		En:   "there is text after the end of the JSON value",
		Zh:   "JSON 内容结束后还有多余文字",
	}
	tooDeep = text.Message{
		Code: "record.json.deep",
		En:   "the JSON text nests more than {max} levels deep",
		Zh:   "JSON 嵌套超过 {max} 层",
	}
	fieldExtra = text.Message{
		Code: "record.json.field",
		En:   "there is no field {name}",
		Zh:   "没有名为 {name} 的字段",
	}
	keyTwice = text.Message{
		Code: "record.json.twice",
		En:   "{name} is given twice",
		Zh:   "{name} 重复出现",
	}
	wantObject = text.Message{
		Code: "record.json.object",
		En:   "an object in braces belongs here",
		Zh:   "此处应为对象（花括号）",
	}
	wantList = text.Message{
		Code: "record.json.list",
		En:   "a list in brackets belongs here",
		Zh:   "此处应为列表（方括号）",
	}
	wantText = text.Message{
		Code: "record.json.text",
		En:   "a text in quotes belongs here",
		Zh:   "此处应为文字（加引号）",
	}
	wantBool = text.Message{
		Code: "record.json.bool",
		En:   "true or false belongs here",
		Zh:   "此处应为 true 或 false",
	}
	wantWhole = text.Message{
		Code: "record.json.whole",
		En:   "a whole number belongs here",
		Zh:   "此处应为整数",
	}
	wantOther = text.Message{
		Code: "record.json.value",
		En:   "this value can't be read: {error}",
		Zh:   "无法读取该值：{error}",
	}
	evidenceEmpty = text.Message{
		Code: "record.evidence.empty",
		En:   "evidence needs a link, a figure, a record or a note",
		Zh:   "证据须有链接、数据、记录或说明之一",
	}
	signatureStale = text.Message{
		Code: "record.signature.stale",
		En:   "what was signed is not what is there now: read it again, then sign",
		Zh:   "所签内容与当前内容不一致，请重新阅读后再签字",
	}
	signerOther = text.Message{
		Code: "record.signature.other",
		En:   "{by} can't sign as {role}: that is for {known}",
		Zh:   "{by} 不能以“{role}”身份签字，应由 {known} 签字",
	}
	signerRole = text.Message{
		Code: "record.signature.role",
		En:   "nobody signs as “{role}” here; asked for are: {known}",
		Zh:   "此处无需“{role}”签字；需要签字的是：{known}",
	}
	signerTwice = text.Message{
		Code: "record.signature.twice",
		En:   "{by} has signed in another role already",
		Zh:   "{by} 已以另一身份签字",
	}
	reasonRequired = text.Message{
		Code: "record.reason.required",
		En:   "a reason is needed",
		Zh:   "须说明理由",
	}
)
