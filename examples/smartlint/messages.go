package main

import "github.com/meritkit/meritkit/text"

var (
	usage = text.Message{
		Code: "smartlint.usage",
		En:   "usage: smartlint [-lang en|zh] [-explain] < goals",
		Zh:   "用法：smartlint [-lang en|zh] [-explain] < 目标文件",
	}
	legend = text.Message{
		Code: "smartlint.legend",
		En:   "  m metric  b baseline  t target  d due  h how  ~ vague",
		Zh:   "  m 指标  b 基线  t 目标值  d 期限  h 做法  ~ 含糊",
	}
)
