package memory

import "github.com/meritkit/meritkit/text"

var txOver = text.Message{
	Code: "memory.tx.over",
	En:   "the transaction is over",
	Zh:   "事务已结束",
}
