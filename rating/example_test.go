package rating_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

func level(code, zh string, from, to int64) rating.Level {
	return rating.Level{
		Code: code, Label: text.Label{En: code, Zh: zh}, From: decimal.NewFromInt(from), To: decimal.NewFromInt(to),
	}
}

func ExampleScale() {
	scale := rating.Scale{
		Name: "three",
		Levels: []rating.Level{
			level("excellent", "优秀", 90, 100), level("good", "良好", 75, 90), level("improve", "待改进", 0, 75),
		},
		Rounding: number.Rounding{Places: 0, Mode: number.HalfUp},
	}
	fmt.Println(scale.Validate())
	found, _ := scale.Of(decimal.RequireFromString("89.5"))
	fmt.Println(found.In(text.English), found.In(text.Chinese))

	scale.Levels[1].To = decimal.NewFromInt(88)
	fmt.Println(fault.In(scale.Validate(), text.English))
	fmt.Println(fault.In(scale.Validate(), text.Chinese))
	// Output:
	// <nil>
	// excellent 优秀
	// levels[1]: scores between 88 and 90 belong to no level: “good” ends at 88 and “excellent” begins at 90
	// levels[1]: 88 与 90 之间的分数不属于任何等级：“良好”到 88 为止，“优秀”从 90 开始
}

func ExampleCurve_Score() {
	// Response time is to go from 24 h to 12 h; 15 h were reached.
	curve := rating.Curve{Shape: rating.Progress, Cap: new(decimal.NewFromInt(120))}
	way := rating.Points{
		Baseline: new(decimal.NewFromInt(24)), Target: new(decimal.NewFromInt(12)), Unit: number.Hour,
	}
	score, why, _ := curve.Score(new(decimal.NewFromInt(15)), way)
	fmt.Println(score)
	fmt.Println(why.Tree(text.English))

	_, _, err := curve.Score(nil, way)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 75
	// 15 h scores 75 %
	//   way gone ÷ way asked: (15 h − 24 h) ÷ (12 h − 24 h) × 100 = 75 %
	// actual: there is no actual figure to score
}

func ExampleTable_Decide() {
	metrics := []rating.Metric{{Name: "completion", Label: text.Label{En: "task completion", Zh: "任务完成率"}, Unit: number.Percent}}
	scale := rating.Reference().Scale
	atLeast := func(percent int64) rating.Condition {
		return rating.Condition{Metric: "completion", Op: rating.AtLeast, Value: new(decimal.NewFromInt(percent))}
	}
	table := rating.Table{
		Rows:      []rating.Row{{Level: "good", When: atLeast(90)}, {Level: "qualified", When: atLeast(80)}},
		Otherwise: "improve",
	}
	_, why, _ := table.Decide(map[string]number.Quantity{
		"completion": {Value: decimal.NewFromInt(85), Unit: number.Percent},
	}, metrics, scale)
	fmt.Println(why.Tree(text.English))

	_, _, err := table.Decide(nil, metrics, scale)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// “qualified” by row 2 of 2
	//   row 1, “good”, does not hold
	//     task completion 85 % is below the 90 % asked for “good”
	//   row 2, “qualified”, holds
	//     task completion 85 % is at least 80 %
	// metrics.completion: task completion is not known, and the level depends on it
}

func ExamplePolicy_Rate() {
	figure := func(value string, unit number.Unit) number.Quantity {
		return number.Quantity{Value: decimal.RequireFromString(value), Unit: unit}
	}
	inputs := rating.Inputs{
		Metrics: map[string]number.Quantity{
			"task-completion":      figure("93", number.Percent),
			"complaint-rate":       figure("1.2", number.Percent),
			"defect-rate":          figure("0.4", number.Percent),
			"departments-praising": figure("1", ""),
			"suggestions-adopted":  figure("0", ""),
			"cost-saved":           figure("200", number.Yuan),
		},
		Evidence: map[string][]record.Evidence{"complaint-rate": {{Note: "2 late responses in May / 5月两次响应超时"}}},
	}
	policy := rating.Reference()
	r, _ := policy.Rate(inputs)
	fmt.Println(r.Score, r.Level, policy.Recompute(r))
	fmt.Println(r.Why.Tree(text.English))
	fmt.Println(r.Why.Tree(text.Chinese))

	delete(inputs.Metrics, "defect-rate")
	_, err := policy.Rate(inputs)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 82 good <nil>
	// “good” with a score of 82, by Reference rating table, version 1
	//   weighted mean: (85 × 40 + 85 × 30 + 85 × 15 + 65 × 15) ÷ 100 = 82
	//     Task completion: “good”, worth 85, weight 40 %
	//       “good” by row 2 of 3
	//         row 1, “excellent”, does not hold
	//           task completion 93 % is below the 100 % asked for “excellent”
	//         row 2, “good”, holds
	//           task completion 93 % is at least 90 %
	//     Quality of work: “good”, worth 85, weight 30 %
	//       “good” by row 2 of 3
	//         row 1, “excellent”, does not hold
	//           complaint rate 1.2 % is not below the limit of 1 % for “excellent”
	//         row 2, “good”, holds
	//           complaint rate 1.2 % is below 2 %
	//           defect rate 0.4 % is below 1 %
	//       evidence for complaint rate: 2 late responses in May / 5月两次响应超时
	//     Teamwork: “good”, worth 85, weight 15 %
	//       “good” by row 2 of 2
	//         row 1, “excellent”, does not hold
	//           praise from other departments 1 is below the 3 asked for “excellent”
	//         row 2, “good”, holds
	//           praise from other departments 1 is at least 1
	//     Innovation: “qualified”, worth 65, weight 15 %
	//       “qualified”, as none of the 2 rows holds
	//         row 1, “excellent”, does not hold
	//           one of these is asked, and none holds
	//             suggestions adopted in the quarter 0 is below the 2 asked for “excellent”
	//             cost saved 200 CNY is below the 5000 CNY asked for “excellent”
	//         row 2, “good”, does not hold
	//           one of these is asked, and none holds
	//             suggestions adopted in the quarter 0 is below the 1 asked for “good”
	//             cost saved 200 CNY is below the 1000 CNY asked for “good”
	//   rounded once (decimal places: 1; half away from zero): 82
	//   level of the score: 80 ≤ 82 < 90, “good”
	// 评级“良好”，得分 82，依据《绩效评级参考标准》第 1 版
	//   加权平均：(85 × 40 + 85 × 30 + 85 × 15 + 65 × 15) ÷ 100 = 82
	//     任务完成：“良好”，分值 85，权重 40%
	//       第 2 行（共 3 行）成立：“良好”
	//         第 1 行“优秀”不成立
	//           任务完成率为93%，低于“优秀”要求的100%
	//         第 2 行“良好”成立
	//           任务完成率为93%，不低于90%
	//     工作质量：“良好”，分值 85，权重 30%
	//       第 2 行（共 3 行）成立：“良好”
	//         第 1 行“优秀”不成立
	//           客户投诉率为1.2%，未低于“优秀”的界限1%
	//         第 2 行“良好”成立
	//           客户投诉率为1.2%，低于2%
	//           差错率为0.4%，低于1%
	//       客户投诉率的依据：2 late responses in May / 5月两次响应超时
	//     团队协作：“良好”，分值 85，权重 15%
	//       第 2 行（共 2 行）成立：“良好”
	//         第 1 行“优秀”不成立
	//           表扬部门数为1，低于“优秀”要求的3
	//         第 2 行“良好”成立
	//           表扬部门数为1，不低于1
	//     创新贡献：“合格”，分值 65，权重 15%
	//       2 行均不成立，按其余情况：“合格”
	//         第 1 行“优秀”不成立
	//           以下条件须满足其一，均未满足
	//             季度采纳建议数为0，低于“优秀”要求的2
	//             节约成本为200元，低于“优秀”要求的5000元
	//         第 2 行“良好”不成立
	//           以下条件须满足其一，均未满足
	//             季度采纳建议数为0，低于“良好”要求的1
	//             节约成本为200元，低于“良好”要求的1000元
	//   一次舍入（保留 1 位小数，四舍五入）：82
	//   得分对应等级：80 ≤ 82 < 90，“良好”
	// metrics.defect-rate: defect rate is not known, and “Quality of work” depends on it
}

func ExampleParsePolicy() {
	_, err := rating.ParsePolicy("rules.json", []byte(`{
  "id": "sales", "version": 1, "label": {"en": "Sales", "zh": "销售"},
  "scale": {
    "name": "two",
    "levels": [
      {"code": "pass", "label": {"en": "pass", "zh": "合格"}, "from": 60, "to": 100},
      {"code": "fail", "label": {"en": "fail", "zh": "不合格"}, "from": 0, "to": 59}
    ],
    "rounding": {"places": 0, "mode": "half-up"}
  },
  "metrics": [{"name": "revenue", "label": {"en": "revenue", "zh": "销售额"}, "unit": "CNY"}],
  "dimensions": [
    {"code": "result", "label": {"en": "Result", "zh": "业绩"}, "weight": 70,
     "table": {"rows": [
       {"level": "pass", "when": {"any": [{"metric": "revenue", "op": ">=", "value": 1000000},
                                          {"metric": "revenues", "op": ">=", "value": 5}]}}
     ], "otherwise": "fail"},
     "points": {"pass": 90}},
    {"code": "conduct", "label": {"en": "Conduct", "zh": "行为"}, "weight": 20,
     "points": {"pass": 80, "fail": 30}}
  ]
}`))
	fmt.Println(fault.In(err, text.English))
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// rules.json:7: scale.levels[1]: scores between 59 and 60 belong to no level: “fail” ends at 59 and “pass” begins at 60
	// rules.json:16: dimensions[0].table.rows[0].when.any[1].metric: “revenues” is not a metric of the policy
	// rules.json:18: dimensions[0].points.fail: the dimension may come to “fail”, but no points are given for it
	// rules.json:12: dimensions: the weights add up to 90 %, not 100 %
	// rules.json:7: scale.levels[1]: 59 与 60 之间的分数不属于任何等级：“不合格”到 59 为止，“合格”从 60 开始
	// rules.json:16: dimensions[0].table.rows[0].when.any[1].metric: 规则中没有指标“revenues”
	// rules.json:18: dimensions[0].points.fail: 该维度可能评为“不合格”，但未设定其分值
	// rules.json:12: dimensions: 权重合计90%，应为 100%
}

func ExampleComposite() {
	goal := func(name string, weight int64, score *decimal.Decimal) rating.Component {
		return rating.Component{Name: text.Label{En: name}, Weight: decimal.NewFromInt(weight), Score: score}
	}
	goals := []rating.Component{
		goal("revenue", 60, new(decimal.NewFromInt(110))),
		goal("churn", 25, new(decimal.NewFromInt(80))),
		goal("training", 15, nil),
	}
	_, _, err := rating.Composite(goals, rating.MissingRefused)
	fmt.Println(err)
	_, why, _ := rating.Composite(goals, rating.MissingReweighted)
	fmt.Println(why.Tree(text.English))
	// Output:
	// parts[2].score: “training” is missing
	// weighted mean of what is there, whose weights count for the whole: (110 × 60 + 80 × 25) ÷ 85 = 101.176470…
	//   revenue: 110, weight 60
	//   churn: 80, weight 25
	//   training: missing, its weight of 15 left out
}
