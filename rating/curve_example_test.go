package rating_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// figure is a decimal that may be left out.
func figure(s string) *decimal.Decimal { return new(decimal.RequireFromString(s)) }

// scores prints what figures score under a curve, and the last refusal or explanation.
func scores(c rating.Curve, p rating.Points, figures ...string) {
	for i, f := range figures {
		score, why, err := c.Score(figure(f), p)
		switch {
		case err != nil:
			fmt.Println(fault.In(err, text.English))
		case i == len(figures)-1:
			fmt.Println(why.Tree(text.English))
		default:
			fmt.Println(f, "scores", score)
		}
	}
}

func ExampleCurve_Score_ratio() {
	// Revenue against its target; nobody scores more than 120 %.
	curve := rating.Curve{Shape: rating.Ratio, Cap: figure("120")}
	revenue := rating.Points{Target: figure("2000000"), Unit: number.Yuan}
	scores(curve, revenue, "1700000", "2600000")

	// A figure far beyond its target is often a mistake in one or the other.
	curve.Above = rating.AboveRefused
	scores(curve, revenue, "26000000")
	// Output:
	// 1700000 scores 85
	// 2600000 CNY scores 120 %
	//   actual ÷ target: 2600000 CNY ÷ 2000000 CNY × 100 = 130 %
	//   130 % is above the cap of 120 %, which is what it scores
	// actual: 26000000 CNY scores 1300 %, above the cap of 120 %; check the figure or the target
}

func ExampleCurve_Score_inverseRatio() {
	// Complaints: the fewer the better. None at all has no ratio, so a cap is needed.
	curve := rating.Curve{Shape: rating.InverseRatio}
	complaints := rating.Points{Target: figure("12")}
	scores(curve, complaints, "15", "10", "0")
	curve.Cap = figure("150")
	scores(curve, complaints, "0")
	// Output:
	// 15 scores 80
	// 10 scores 120
	// actual: an inverse ratio to zero has no limit; give the curve a cap
	// 0 scores 150 %
	//   0 can't be bettered and scores the cap of 150 %
}

func ExampleCurve_Score_linear() {
	// Nothing up to 80 %, 100 at 95 %, 130 at 100 %.
	curve := rating.Curve{Shape: rating.Linear}
	onTime := rating.Points{
		Threshold: figure("80"), Target: figure("95"), Stretch: figure("100"), StretchScore: figure("130"), Unit: number.Percent,
	}
	scores(curve, onTime, "86", "98")

	onTime.Stretch = figure("94")
	scores(curve, onTime, "86")
	// Output:
	// 86 scores 40
	// 98 % scores 118 %
	//   straight from target to stretch: 100 + (98 % − 95 %) ÷ (100 % − 95 %) × (130 − 100) = 118 %
	// stretch: the stretch, 94 %, does not lie beyond the target, 95 %
}

func ExampleCurve_Score_range() {
	// Stock is to stay between 20 and 30 days; 5 days off it counts for nothing.
	curve := rating.Curve{Shape: rating.Range}
	stock := rating.Points{Low: figure("20"), High: figure("30"), Tolerance: figure("5"), Unit: number.Day}
	scores(curve, stock, "24", "36", "18")

	stock.High = figure("10")
	scores(curve, stock, "18")
	// Output:
	// 24 scores 100
	// 36 scores 0
	// 18 days scores 60 %
	//   18 days lies outside 20 days to 30 days, straight down to 0 at 5 days off: 100 − (20 days − 18 days) ÷ 5 days × 100 = 60 %
	// low: the range begins at 20 days, above its end at 10 days
}

func ExampleCurve_Score_binary() {
	// No accident, or nothing.
	curve := rating.Curve{Shape: rating.Binary}
	accidents := rating.Points{Target: figure("0"), LessIsBetter: true}
	scores(curve, accidents, "0", "1")
	scores(curve, rating.Points{}, "1")
	// Output:
	// 0 scores 100
	// 1 scores 0 %
	//   1 does not meet the target of 0: 0 %
	// target: a binary curve needs this figure
}

func ExampleCurve_Score_stepped() {
	curve := rating.Curve{Shape: rating.Stepped, Steps: []rating.Step{
		{At: decimal.NewFromInt(80), Score: decimal.NewFromInt(60)},
		{At: decimal.NewFromInt(90), Score: decimal.NewFromInt(80)},
		{At: decimal.NewFromInt(100), Score: decimal.NewFromInt(100)},
	}}
	completion := rating.Points{Unit: number.Percent}
	scores(curve, completion, "79.9", "80", "97")

	curve.Shape = rating.Interpolated
	scores(curve, completion, "97")

	curve.Steps[1].Score = decimal.NewFromInt(50)
	scores(curve, completion, "97")
	// Output:
	// 79.9 scores 0
	// 80 scores 60
	// 97 % scores 80 %
	//   97 % reaches the step of 90 %, which scores 80 %
	// 97 % scores 94 %
	//   straight from the step of 90 % to that of 100 %: 80 + (97 % − 90 %) ÷ (100 % − 90 %) × (100 − 80) = 94 %
	// steps[1].score: a better step scores 50 %, less than the 60 % before it
}

func ExampleCurve_Score_pointsOff() {
	// 2 points off for each 1 % that output falls short, a part of 1 % counting in full.
	curve := rating.Curve{Shape: rating.PointsOff, Off: figure("2"), Begun: rating.BegunInFull}
	output := rating.Points{Target: figure("1000")}
	scores(curve, output, "1020", "990", "985")

	// 5 points off for each day late.
	late := rating.Curve{Shape: rating.PointsOff, Off: figure("5"), Per: rating.PerUnit, Worse: rating.WorseRefused}
	days := rating.Points{Target: figure("30"), Unit: number.Day, LessIsBetter: true}
	scores(late, days, "33")
	scores(late, days, "51")
	// Output:
	// 1020 scores 100
	// 990 scores 98
	// 985 scores 96 %
	//   2 points off for each 1 % short of the target, (1000 − 985) ÷ 1000 × 100 counting as 2: 100 − 2 × 2 = 96 %
	// 33 days scores 85 %
	//   5 points off for each unit short of the target: 100 − 5 × (33 days − 30 days) = 85 %
	// actual: 51 days takes more than 100 points off
}

func ExampleRubric_Score() {
	rubric := rating.Rubric{
		Label: text.Label{En: "Initiative", Zh: "主动性"},
		Grades: []rating.Grade{
			{
				Code: "high", Label: text.Label{En: "high", Zh: "高"}, Score: decimal.NewFromInt(100),
				Text: text.Label{En: "sees what is needed and does it unasked", Zh: "主动发现问题并解决"},
			},
			{
				Code: "low", Label: text.Label{En: "low", Zh: "低"}, Score: decimal.NewFromInt(50),
				Text: text.Label{En: "does what is asked", Zh: "按要求完成"},
			},
		},
	}
	_, why, _ := rubric.Score(&rating.Judgement{Level: "high", Reason: "rewrote the on-call guide / 重写值班手册"})
	fmt.Println(why.Tree(text.English))
	fmt.Println(why.Tree(text.Chinese))

	_, _, err := rubric.Score(&rating.Judgement{Level: "middling"})
	fmt.Println(fault.In(err, text.English))
	// Output:
	// Initiative: “high” scores 100 %
	//   “high” is: sees what is needed and does it unasked
	//   judged “high”: rewrote the on-call guide / 重写值班手册
	// 主动性：“高”得分100%
	//   “高”指：主动发现问题并解决
	//   评判为“高”：rewrote the on-call guide / 重写值班手册
	// judged.level: “middling” is not a grade of Initiative
	// judged.reason: a judgement needs a reason
}
