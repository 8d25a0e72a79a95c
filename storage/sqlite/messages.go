package sqlite

import "github.com/meritkit/meritkit/text"

var (
	pathRequired = text.Message{
		Code: "sqlite.path.required",
		En:   "the database needs a path, or “:memory:”",
		Zh:   "须指定数据库文件路径，或使用“:memory:”",
	}
	nameTaken = text.Message{
		Code: "sqlite.name.taken",
		En:   "the name {name} is taken by a table or column of the store itself",
		Zh:   "名称 {name} 已被存储自身的表或列占用",
	}
	typeChanged = text.Message{
		Code: "sqlite.type.changed",
		En:   "the field {name} of {kind} is stored as {have} and can't become {want}; give the new field another name",
		Zh:   "{kind} 的字段 {name} 已按 {have} 存储，不能改为 {want}；请为新字段另取名称",
	}
	migrationChanged = text.Message{
		Code: "sqlite.migration.changed",
		En:   "the migration {name} is not the one that was applied to this database",
		Zh:   "迁移 {name} 与此数据库已执行的内容不一致",
	}
	migrationUnknown = text.Message{
		Code: "sqlite.migration.unknown",
		En:   "a newer version of this program has brought the database to {name}",
		Zh:   "此数据库已由更新版本的程序升级至 {name}",
	}
	rowDamaged = text.Message{
		Code: "sqlite.row.damaged",
		En:   "the stored {kind} {id} is damaged: {error}",
		Zh:   "已存储的 {kind} {id} 数据损坏：{error}",
	}
	momentRange = text.Message{
		Code: "sqlite.moment.range",
		En:   "the instant {at} lies outside the years 0 to 9999",
		Zh:   "时间 {at} 超出公元 0 至 9999 年的范围",
	}
	txOver = text.Message{
		Code: "sqlite.tx.over",
		En:   "the transaction is over",
		Zh:   "事务已结束",
	}
)
