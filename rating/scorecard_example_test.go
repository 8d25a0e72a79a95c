package rating_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

func ExampleScorecard_Score() {
	card := rating.Scorecard{
		Parts: []rating.Component{
			{Name: text.Label{En: "revenue", Zh: "销售额"}, Weight: decimal.NewFromInt(70), Score: figure("96")},
			{Name: text.Label{En: "service", Zh: "服务"}, Weight: decimal.NewFromInt(30), Score: figure("85.5")},
		},
		Adjustments: []rating.Adjustment{{
			Name: text.Label{En: "adopted suggestion", Zh: "合理化建议"}, Points: figure("8"),
			Min: figure("0"), Max: figure("5"), Reason: "packing line / 包装线改造",
		}},
		Vetoes: []rating.Veto{
			{Name: text.Label{En: "serious accident", Zh: "重大安全事故"}, Breaches: new(0)},
			{
				Name: text.Label{En: "data falsified", Zh: "数据造假"}, Effect: rating.VetoCaps, Points: figure("60"),
				Breaches: new(1), Reason: "two call records / 两条回访记录",
			},
		},
		Cap:      figure("120"),
		Rounding: &number.Rounding{Places: 1, Mode: number.HalfUp},
	}
	score, why, _ := card.Score()
	fmt.Println(score)
	fmt.Println(why.Tree(text.English))
	fmt.Println(why.Tree(text.Chinese))

	card.Vetoes[0].Breaches = nil
	card.Parts[1].Score = nil
	_, _, err := card.Score()
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 60
	// total score 60
	//   weighted mean: (96 × 70 + 85.5 × 30) ÷ 100 = 92.85
	//     revenue: 96, weight 70
	//     service: 85.5, weight 30
	//   adopted suggestion: 8 points, of which its bounds allow 5
	//     reason: packing line / 包装线改造
	//   serious accident: not breached
	//   with what is outside the weights: 92.85 + 5 = 97.85
	//   data falsified: breached, which allows 60 at most
	//     reason: two call records / 两条回访记录
	//   rounded once (decimal places: 1; half away from zero): 60
	// 总分 60
	//   加权平均：(96 × 70 + 85.5 × 30) ÷ 100 = 92.85
	//     销售额：96，权重 70
	//     服务：85.5，权重 30
	//   合理化建议：8 分，按其上下限计 5 分
	//     理由：packing line / 包装线改造
	//   重大安全事故：未触犯
	//   计入权重之外的分数：92.85 + 5 = 97.85
	//   数据造假：触犯，总分最高计 60
	//     理由：two call records / 两条回访记录
	//   一次舍入（保留 1 位小数，四舍五入）：60
	// vetoes[0].breaches: whether “serious accident” was breached is not known
	// parts[1].score: “service” is missing
}
