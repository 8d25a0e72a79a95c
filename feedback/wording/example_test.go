package wording_test

import (
	"fmt"

	"github.com/meritkit/meritkit/feedback/wording"
	"github.com/meritkit/meritkit/text"
)

func ExampleRead() {
	r := wording.Read("你总是迟到，太不负责任了", text.Chinese)
	fmt.Println(r.Absolute(), r.Of(r.Absolutes[0]), r.Judgemental(), r.HasFact())

	r = wording.Read("周二的评审会你晚到了15分钟，客户等到十点才开始，下次有事请提前告诉我", text.Chinese)
	fmt.Println(r.Absolute(), r.Judgemental(), r.HasFact(), r.HasImpact(), r.HasImprovement())

	r = wording.Read("You never let a customer wait", text.English)
	fmt.Println(r.Absolute())
	// Output:
	// true 总是 true false
	// false false true true true
	// false
}

func ExampleReading_Findings() {
	for _, f := range wording.Read("You never reply to customers", text.English).Findings() {
		fmt.Println(f.Why.Code, "-", f.Why.In(text.English))
		fmt.Println("  ", f.Proposal.In(text.English))
	}
	// Output:
	// wording.absolute - "never" makes a rule of some cases; one exception is enough to dispute it
	//    instead of "never" count the cases: "on __ and __ you __ (fact); as a result __ (impact); next time please __ (improvement)"
	// wording.fact - no fact that could be checked: no date, figure, occasion or piece of work
	//    add what happened, when and how often: "on __, in __, you __"
	// wording.impact - it does not say what came of it
	//    add what it meant for the customer, the team or the work: "as a result __"
	// wording.improvement - it does not say what to do next
	//    add one step that can be seen when it is done: "from __ on, please __"
}

func ExampleReview() {
	found := wording.Review([]string{
		"这个月的三份周报都晚交了一天。",
		"采购因此没能赶上月底的订货。",
		"你就是不上心。",
	}, text.Chinese)
	for _, f := range found {
		fmt.Println(f.Statement, f.Why.In(text.Chinese))
	}
	// Output:
	// 2 “不上心”评判的是人，而不是描述发生了什么
	// 0 没有说明接下来怎么做
}
