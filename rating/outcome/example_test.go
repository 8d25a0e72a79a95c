package outcome_test

import (
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating/outcome"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

func figure(s string) *decimal.Decimal { return new(decimal.RequireFromString(s)) }

func ExampleParsePolicy() {
	_, err := outcome.ParsePolicy("outcome.json", []byte(`{
  "id": "bonus-2026", "version": 1, "label": {"en": "Bonus 2026"},
  "scale": {"name": "two", "levels": [
    {"code": "good", "label": {"en": "good"}, "from": 60, "to": 100},
    {"code": "poor", "label": {"en": "poor"}, "from": 0, "to": 60}
  ], "rounding": {"places": 0, "mode": "half-up"}},
  "coefficients": [{
    "code": "bonus", "label": {"en": "Bonus"}, "by": "level",
    "factors": {"good": 1.2, "bad": 0.5},
    "rounding": {"places": 2, "mode": "bankers"}
  }]
}`))
	fmt.Println(fault.In(err, text.English))
	// Output:
	// outcome.json:10: coefficients[0].rounding.mode: “bankers” is not a rounding mode: it is half-up, half-even, up, down, ceiling or floor
	// outcome.json:9: coefficients[0].factors.poor: there is nothing here for “poor”
	// outcome.json:9: coefficients[0].factors.bad: “bad” is not one of the levels here
}

func ExampleCoefficients_Amount() {
	policy, _ := outcome.Preset("s-a-b-c-d")
	bonus := policy.Coefficients[0]
	bonus.Gates = []outcome.Gate{{
		Figure: "profit", Label: text.Label{En: "company profit", Zh: "公司利润"},
		Least: number.Quantity{Value: *figure("5000000"), Unit: number.Yuan}, Factor: *figure("0.5"),
	}}
	served, _ := calendar.NewPeriod(calendar.Quarter(2026, 3).From.AddDays(47), calendar.Quarter(2026, 3).To)
	days, _ := calendar.Prorate(served, calendar.Quarter(2026, 3))
	claim := outcome.Claim{
		Base: figure("20000"), Level: "S", Days: &days,
		Figures: map[string]number.Quantity{"profit": {Value: *figure("4200000"), Unit: number.Yuan}},
	}
	amount, _ := bonus.Amount(claim)
	fmt.Println(amount.Value.In(text.English))
	fmt.Println(amount.Why.Tree(text.English))
	fmt.Println(amount.Why.Tree(text.Chinese))

	claim.Base, claim.Level, claim.Figures = nil, "S+", nil
	_, err := bonus.Amount(claim)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 7336.96 CNY
	// Performance bonus: 7336.96 CNY
	//   level S: coefficient 1.5
	//   company profit: 4200000 CNY is below 5000000 CNY, so the amount is multiplied by 0.5
	//   45 of 92 days count
	//   20000 × 1.5 × 0.5 × 45/92 = 7336.956521…
	//   rounded once (decimal places: 2; half away from zero): 7336.96 CNY
	// 绩效奖金：7336.96元
	//   等级 S：系数 1.5
	//   公司利润：4200000元，低于 5000000元，金额乘以 0.5
	//   按 92 天中的 45 天折算
	//   20000 × 1.5 × 0.5 × 45/92 = 7336.956521…
	//   一次舍入（保留 2 位小数，四舍五入）：7336.96元
	// base: this figure is needed; a missing one is not zero
	// level: “S+” is not one of the levels here
	// figures.profit: “company profit” is not known, so it can't be told whether amounts are held down
}

func ExampleMatrix_Increase() {
	policy, _ := outcome.Preset("one-to-five")
	merit := policy.Merit[0]
	pay := outcome.Pay{Level: "5", Salary: figure("11800"), Midpoint: figure("10000"), Top: figure("12000")}
	increase, _ := merit.Increase(pay)
	fmt.Println(increase.Why.Tree(text.English))

	pay.Percent = figure("6")
	_, err := merit.Increase(pay)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// Merit increase: 200, which makes the salary 12000
	//   compa-ratio: 11800 ÷ 10000 = 118 %, in “above 110 %”
	//   level 5 in “above 110 %”: 3.5 %
	//   11800 × 3.5 % = 413
	//   rounded once (decimal places: 2; half away from zero): 413
	//   the range ends at 12000, which leaves 200; 213 are paid once
	// percent: 6 % does not lie between 3 % and 4 %
}

func ExampleMatrix_Budget() {
	policy, _ := outcome.Preset("one-to-five")
	people := []outcome.Pay{
		{Level: "3", Salary: figure("8000"), Midpoint: figure("10000"), Top: figure("12000")},
		{Level: "3", Salary: figure("10000"), Midpoint: figure("10000"), Top: figure("12000")},
	}
	budget, _ := policy.Merit[0].Budget(slices.Values(people))
	fmt.Println(budget.Increases, "of", budget.Payroll, "within 3 %:", budget.Within(*figure("3")))

	people[1].Midpoint = nil
	_, err := policy.Merit[0].Budget(slices.Values(people))
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 530 of 18000 within 3 %: true
	// people[1].midpoint: this figure is needed; a missing one is not zero
}

func ExamplePool_Split() {
	policy, _ := outcome.Preset("s-a-b-c-d")
	pool := policy.Pools[0]
	stakes := []outcome.Stake{
		{Employee: "E-3", Factors: map[string]decimal.Decimal{"score": *figure("96"), "post": *figure("1.2")}},
		{Employee: "E-1", Factors: map[string]decimal.Decimal{"score": *figure("82.5"), "post": *figure("1")}},
		{Employee: "E-2", Factors: map[string]decimal.Decimal{"score": *figure("82.5"), "post": *figure("1")}, Days: &calendar.Share{Days: 46, Of: 92}},
	}
	portions, _ := pool.Split(*figure("10000"), stakes)
	for _, portion := range portions {
		fmt.Println(portion.Employee, portion.Amount.In(text.English))
	}
	fmt.Println(portions[2].Why.Tree(text.English))

	delete(stakes[1].Factors, "post")
	_, err := pool.Split(*figure("10000"), stakes)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// E-1 3452.61 CNY
	// E-2 1726.3 CNY
	// E-3 4821.09 CNY
	// Team bonus pool: 4821.09 CNY
	//   weight: 96 × 1.2, which is 768 of 1593 in whole numbers
	//     score: 96
	//     coefficient of the post: 1.2
	//   10000 × 768 ÷ 1593 = 4821.092278…
	//   cut to the smallest unit, 0.01: 4821.09 CNY
	// stakes[1].factors.post: “coefficient of the post” is missing
}

func ExampleRule_Check() {
	policy, _ := outcome.Preset("s-a-b-c-d")
	promotion := policy.Rules[0]
	history := []outcome.Entry{
		{Period: calendar.Quarter(2026, 1), Level: "A"},
		{Period: calendar.Quarter(2026, 2)},
		{Period: calendar.Quarter(2026, 3), Level: "S"},
		{Period: calendar.Quarter(2025, 4), Level: "A"},
	}
	found, _ := promotion.Check(history, policy.Scale)
	fmt.Println(found.Met)
	fmt.Println(found.Why.Tree(text.English))

	promotion.Unrated = outcome.UnratedPassed
	found, _ = promotion.Check(history, policy.Scale)
	fmt.Println(found.Met)
	fmt.Println(found.Why.Tree(text.Chinese))

	_, err := promotion.Check(slices.Delete(history, 1, 2), policy.Scale)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// false
	// Promotion: the conditions are not met: “A” or better in 2 of 3 periods, 3 of the last 3 asked
	//   2026 Q3: S, counts
	//   2026 Q2: no rating, does not count
	//   2026 Q1: A, counts
	// true
	// 晋升资格：符合条件：3 期中有 3 期为“A”及以上，要求最近 3 期中有 3 期
	//   2026年第三季度：S，计入
	//   2026年第二季度：无评级，跳过
	//   2026年第一季度：A，计入
	//   2025年第四季度：A，计入
	// history[1].period: there are days between 2026 Q1 and 2026 Q3; a period without a rating is given without a level
}

func ExampleFresh() {
	policy, _ := outcome.Preset("s-a-b-c-d")
	var run []outcome.Award
	for _, employee := range []string{"E-1", "E-2"} {
		award, err := policy.Award(outcome.Award{
			Code: "bonus", Employee: employee, Period: calendar.Quarter(2026, 3),
			Amount: &number.Quantity{Value: *figure("15000"), Unit: number.Yuan},
		})
		if err != nil {
			fmt.Println(err)
		}
		run = append(run, award)
	}
	paid := map[record.Digest]bool{}
	known := func(key record.Digest) bool { return paid[key] }
	for range 2 {
		fresh := outcome.Fresh(run, known)
		fmt.Println(len(fresh), "to pay")
		for _, award := range fresh {
			paid[award.Key] = true
		}
	}
	_, err := policy.Award(outcome.Award{Code: "car", Employee: "E-1", Period: calendar.Quarter(2026, 3)})
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 2 to pay
	// 0 to pay
	// code: “S to D” has no part “car”
}
