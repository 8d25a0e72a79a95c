package postgres

import "github.com/meritkit/meritkit/text"

var (
	nameLong = text.Message{
		Code: "postgres.name.long",
		En:   "the table name {name} is longer than {max} characters",
		Zh:   "表名 {name} 超过 {max} 个字符",
	}
	typeChanged = text.Message{
		Code: "postgres.type.changed",
		En:   "the field {name} of {kind} is stored as {have} and can't become {want}; give the new field another name",
		Zh:   "{kind} 的字段 {name} 已按 {have} 存储，不能改为 {want}；请为新字段另取名称",
	}
	migrationChanged = text.Message{
		Code: "postgres.migration.changed",
		En:   "the migration {name} is not the one that was applied to this database",
		Zh:   "迁移 {name} 与此数据库已执行的内容不一致",
	}
	migrationUnknown = text.Message{
		Code: "postgres.migration.unknown",
		En:   "a newer version of this program has brought the database to {name}",
		Zh:   "此数据库已由更新版本的程序升级至 {name}",
	}
	rowDamaged = text.Message{
		Code: "postgres.row.damaged",
		En:   "the stored {kind} {id} is damaged: {error}",
		Zh:   "已存储的 {kind} {id} 数据损坏：{error}",
	}
	momentRange = text.Message{
		Code: "postgres.moment.range",
		En:   "the instant {at} lies outside the years 0 to 9999",
		Zh:   "时间 {at} 超出公元 0 至 9999 年的范围",
	}
	textForm = text.Message{
		Code: "postgres.text.form",
		En:   "a text that is not UTF-8 or holds the character NUL can't be compared with",
		Zh:   "文字不是有效的 UTF-8 或含有空字符（NUL），无法用于比较",
	}
	contended = text.Message{
		Code: "postgres.transaction.contended",
		En:   "the database gave up this transaction in favour of another; try it again",
		Zh:   "数据库因并发冲突放弃了此事务，请重试",
	}
	txOver = text.Message{
		Code: "postgres.tx.over",
		En:   "the transaction is over",
		Zh:   "事务已结束",
	}
)
