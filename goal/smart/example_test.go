package smart_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/goal/smart"
	"github.com/meritkit/meritkit/text"
)

func ExampleRead() {
	r := smart.Read("年底前通过上线自助查询，把客服来电量从每月1.2万通降到8千通以内", text.Chinese)
	f := r.Facts[0]
	fmt.Println(r.Of(f.Metric), f.Baseline.Value, "→", f.Comparator, f.Target.Value, f.Target.Unit, f.Direction)
	fmt.Println(r.Of(r.Due.Span), r.Due.Kind, r.Of(r.Method))

	r = smart.Read("Improve teamwork", text.English)
	fmt.Println(r.Specific, r.Measure, r.Due == nil, r.Of(r.Vague[0]))
	// Output:
	// 客服来电量 12000 → <= 8000 通 decrease
	// 年底前 year 通过上线自助查询
	// false none true Improve
}

func ExampleReading_Findings() {
	for _, f := range smart.Read("Cut scrap from 4% to 2.5%", text.English).Findings() {
		fmt.Println(f.Letter, f.Verdict, f.Why.In(text.English))
		if f.Open() {
			fmt.Println(" ", f.Proposal.In(text.English))
			fmt.Println(" ", f.Proposal.In(text.Chinese))
		}
	}
	// Output:
	// S met it is clear what this is about: scrap
	// M met the figure 2.5% decides whether it is reached
	// T missing it does not say by when
	//   add a deadline: by __, or within __ weeks
	//   补充期限，如“在__月__日前”或“__周内”
}

func ExampleAssess() {
	g := goal.Goal{
		Owner: "e1", Level: goal.Individual, Period: calendar.Quarter(2027, 1),
		Terms: goal.Terms{
			Form: goal.KPI, Title: "缩短退款处理时长",
			Measures: []goal.Measure{{
				Metric: "退款处理时长", Unit: "h", Direction: goal.Decrease,
				Baseline: new(decimal.New(48, 0)), Target: new(decimal.New(12, 0)),
			}},
		},
	}
	for _, f := range smart.Assess(g, text.Chinese, smart.Context{Confidence: new(decimal.New(40, 0))}).Findings {
		fmt.Println(f.Letter, f.Verdict, f.Field, f.Why.In(text.Chinese))
		if f.Open() {
			fmt.Println("  →", f.Proposal.In(text.Chinese))
		}
	}
	// Output:
	// S met terms.title 对象明确：退款处理时长
	// M met terms.measures[0] 以12小时判断是否达成
	// A weak  员工的信心指数只有40%
	//   → 问清缺少什么，商定支持措施或调整目标
	// A weak terms.measures[0].target “退款处理时长”要从48小时到12小时，却没有说明如何做到
	//   → 写明做法，如“通过……”
	// R missing terms.supports 没有支撑任何上级目标
	//   → 关联它所支撑的上级目标
	// T met period 时限明确：2027年第一季度
}
