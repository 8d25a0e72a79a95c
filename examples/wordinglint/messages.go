package main

import "github.com/meritkit/meritkit/text"

var (
	usage = text.Message{
		Code: "wordinglint.usage",
		En:   "usage: wordinglint [-lang en|zh] [-explain] < feedback",
		Zh:   "用法：wordinglint [-lang en|zh] [-explain] < 反馈文件",
	}
	legend = text.Message{
		Code: "wordinglint.legend",
		En:   "  f fact  i impact  n next  a absolute  j judgement  ! attack",
		Zh:   "  f 事实  i 影响  n 改进  a 绝对化  j 评判  ! 侮辱",
	}
)
