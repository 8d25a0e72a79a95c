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
)
