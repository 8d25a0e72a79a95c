package rating_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

func ExampleMapping_Level() {
	whole := number.Rounding{Mode: number.HalfUp}
	mapping := rating.Mapping{
		From: rating.Scale{
			Label: text.Label{En: "the lab's letters", Zh: "实验室等级"}, Rounding: whole,
			Levels: []rating.Level{level("S", "S", 9, 10), level("A", "A", 6, 9), level("B", "B", 0, 6)},
		},
		To: rating.Scale{
			Label: text.Label{En: "the company's scale", Zh: "公司等级"}, Rounding: whole,
			Levels: []rating.Level{level("excellent", "优秀", 90, 100), level("good", "良好", 75, 90), level("improve", "待改进", 0, 75)},
		},
		Matches: []rating.Match{
			{Level: "S", To: "excellent", Score: figure("95")},
			{Level: "A", To: "good", Score: figure("82")},
			{Level: "B", To: "good", Score: figure("76")},
		},
	}
	match, why, _ := mapping.Level("B")
	fmt.Println(match.To, match.Score)
	fmt.Println(why.Tree(text.English))
	fmt.Println(why.Tree(text.Chinese))

	mapping.Matches = mapping.Matches[:2]
	_, _, err := mapping.Level("B")
	fmt.Println(fault.In(err, text.English))
	// Output:
	// good 76
	// “B” on the lab's letters is “good” on the company's scale
	//   this “good” counts as 76
	// 实验室等级中的“B”对应公司等级中的“良好”
	//   此“良好”计 76 分
	// matches: “B” is not mapped
}

func ExampleMapping_Score() {
	whole := number.Rounding{Mode: number.HalfUp}
	mapping := rating.Mapping{
		From: rating.Scale{Name: "points", Rounding: whole, Levels: []rating.Level{level("pass", "合格", 60, 100), level("fail", "不合格", 0, 60)}},
		To:   rating.Scale{Name: "1–3", Rounding: whole, Levels: []rating.Level{level("3", "3", 2, 3), level("2", "2", 1, 2), level("1", "1", 0, 1)}},
		Matches: []rating.Match{
			{Low: figure("85"), High: figure("100"), To: "3"},
			{Low: figure("60"), High: figure("85"), To: "2"},
			{Low: figure("0"), High: figure("60"), To: "1"},
		},
	}
	_, why, _ := mapping.Score(decimal.RequireFromString("84.6"))
	fmt.Println(why.Tree(text.English))

	mapping.Matches[1].High = figure("80")
	_, _, err := mapping.Score(decimal.NewFromInt(90))
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 84.6 on points is “3” on 1–3
	//   rounded once (decimal places: 0; half away from zero): 85
	//   level of the score: 85 ≤ 85 ≤ 100, “3”
	// matches[1]: scores between 80 and 85 belong to no level: “2” ends at 80 and “3” begins at 85
}

func ExampleComposite_days() {
	// Somebody changed departments on 15 August; each result counts for its days.
	quarter := calendar.Quarter(2024, 3)
	change := calendar.MustDate("2024-08-15")
	stays := quarter.Split(change)
	results := make([]rating.Component, len(stays))
	for i, score := range []string{"80", "91"} {
		share, _ := calendar.Prorate(stays[i], quarter)
		results[i] = rating.Component{Name: text.Label{En: []string{"sales", "service"}[i]}, Share: share, Score: figure(score)}
	}
	_, why, _ := rating.Composite(results, rating.MissingRefused)
	fmt.Println(why.Tree(text.English))

	_, _, err := rating.Composite(results[:1], rating.MissingRefused)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// weighted mean: (80 × 45 + 91 × 47) ÷ 92 = 85.619565…
	//   sales: 80, weight 45/92
	//   service: 91, weight 47/92
	// parts: the shares add up to 45 of 92 days; they have to be all of them
}

func ExampleComposite_groups() {
	answer := func(score string) rating.Component {
		return rating.Component{Name: text.Label{En: "answer", Zh: "评价"}, Weight: decimal.NewFromInt(1), Score: figure(score)}
	}
	around := []rating.Component{
		{Name: text.Label{En: "manager", Zh: "上级"}, Weight: decimal.NewFromInt(60), Score: figure("88")},
		{
			Name: text.Label{En: "peers", Zh: "同事"}, Weight: decimal.NewFromInt(30),
			Parts: []rating.Component{answer("80"), answer("85"), answer("83")},
		},
		{Name: text.Label{En: "reports", Zh: "下属"}, Weight: decimal.NewFromInt(10)},
	}
	_, _, err := rating.Composite(around, rating.MissingRefused)
	fmt.Println(fault.In(err, text.English))
	_, why, _ := rating.Composite(around, rating.MissingReweighted)
	fmt.Println(why.Tree(text.English))
	// Output:
	// parts[2].score: “reports” is missing
	// weighted mean of what is there, whose weights count for the whole: (88 × 60 + (248 ÷ 3) × 30) ÷ 90 = 86.222222…
	//   manager: 88, weight 60
	//   peers: 82.666666…, weight 30
	//     weighted mean: (80 × 1 + 85 × 1 + 83 × 1) ÷ 3 = 82.666666…
	//       answer: 80, weight 1
	//       answer: 85, weight 1
	//       answer: 83, weight 1
	//   reports: missing, its weight of 10 left out
}
