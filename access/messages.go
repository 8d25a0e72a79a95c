package access

import "github.com/meritkit/meritkit/text"

var (
	forbidden = text.Message{
		Code: "access.forbidden",
		En:   "{person} may not do this: {verb} on {kind} {id}",
		Zh:   "{person} 无权进行此操作：{verb}（{kind} {id}）",
	}
	allowed = text.Message{
		Code: "access.allowed",
		En:   "{person} may do this: {verb} on {kind} {id}",
		Zh:   "{person} 可以进行此操作：{verb}（{kind} {id}）",
	}
	verbRequired = text.Message{
		Code: "access.verb.required",
		En:   "a rule needs the verb it is about",
		Zh:   "规则须注明所针对的操作",
	}
	nobody = text.Message{
		Code: "access.rule.nobody",
		En:   "the rule for {verb} names neither a role nor a relation",
		Zh:   "关于 {verb} 的规则既没有角色也没有关系",
	}
	personRequired = text.Message{
		Code: "access.person.required",
		En:   "a person needs an id",
		Zh:   "人员须有编号",
	}
	personTwice = text.Message{
		Code: "access.person.twice",
		En:   "{person} is listed twice",
		Zh:   "人员 {person} 重复",
	}
	personUnknown = text.Message{
		Code: "access.person.unknown",
		En:   "there is no person “{person}”",
		Zh:   "没有编号为“{person}”的人员",
	}
	twoManagers = text.Message{
		Code: "access.line.two",
		En:   "{person} reports to {one} and to {other} at the same time; a second line must be dotted",
		Zh:   "{person} 同时向 {one} 和 {other} 汇报；第二条汇报线须设为虚线",
	}
	circleFound = text.Message{
		Code: "access.line.circle",
		En:   "the reporting lines run in a circle on {day}: {people}",
		Zh:   "{day} 的汇报关系构成循环：{people}",
	}
	circleAlways = text.Message{
		Code: "access.line.circle.always",
		En:   "the reporting lines run in a circle: {people}",
		Zh:   "汇报关系构成循环：{people}",
	}
)
