package rating_test

import (
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

func ExampleRules_Scorer() {
	rules, _ := rating.Reference().Compile()
	fmt.Println(rules.Columns().Metrics)
	scorer, _ := rules.Scorer(rules.Columns())
	row := make([]rating.Figure, 6)
	for _, cells := range [][]string{
		{"93", "1.2", "0.4", "1", "0", "200"},
		{"104.5", "0.3", "0.1", "4", "2", ""},
		{"88", "", "0.4", "1", "0", "0"},
	} {
		for i, cell := range cells {
			row[i], _ = rating.ParseFigure(cell)
		}
		level, score, err := scorer.Rate(row, nil)
		if err != nil {
			fmt.Println(fault.In(err, text.English))
			continue
		}
		fmt.Println(level, score.Decimal())
	}
	// Output:
	// [task-completion complaint-rate defect-rate departments-praising suggestions-adopted cost-saved]
	// good 82
	// excellent 100
	// metrics.complaint-rate: complaint rate is not known, and “Quality of work” depends on it
}

// A veto: whoever caused a serious accident is rated the worst level, whatever the score.
func ExampleGate() {
	policy := rating.Reference()
	policy.Metrics = append(policy.Metrics, rating.Metric{
		Name: "accidents", Label: text.Label{En: "serious accidents", Zh: "重大安全事故"},
	})
	none := rating.Condition{Metric: "accidents", Op: rating.Equal, Value: new(decimal.Zero)}
	for _, level := range []string{"excellent", "good", "qualified"} {
		policy.Gates = append(policy.Gates, rating.Gate{Level: level, When: none, Otherwise: "improve"})
	}
	rules, _ := policy.Compile()
	scorer, _ := rules.Scorer(rules.Columns())
	row := make([]rating.Figure, 7)
	for i, cell := range []string{"93", "1.2", "0.4", "1", "0", "200", "1"} {
		row[i], _ = rating.ParseFigure(cell)
	}
	rated, _ := scorer.Explain(row, nil)
	fmt.Println(rated.Score, rated.Level)
	last := rated.Why.Steps[len(rated.Why.Steps)-1]
	fmt.Println(last.Tree(text.English))
	fmt.Println(last.Tree(text.Chinese))

	row[6] = rating.Figure{} // nobody knows
	_, _, err := scorer.Rate(row, nil)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 82 improve
	// what “good” asks beyond the score is not met: “to improve” instead
	//   serious accidents 1 is not the 0 asked for “good”
	// 未满足“良好”在得分之外的要求，改为“待改进”
	//   重大安全事故为1，不等于“良好”要求的0
	// metrics.accidents: serious accidents is not known, and “good” asks for it beyond the score
}

func ExampleRules_Recompute() {
	rules, _ := rating.Reference().Compile()
	scorer, _ := rules.Scorer(rules.Columns())
	row := make([]rating.Figure, 6)
	for i, cell := range []string{"93", "1.2", "0.4", "1", "0", "200"} {
		row[i], _ = rating.ParseFigure(cell)
	}
	stored, _ := scorer.Explain(row, nil)
	fmt.Println(rules.Recompute(stored))

	stored.Level = "excellent"
	fmt.Println(fault.In(rules.Recompute(stored), text.English))

	changed := rating.Reference()
	changed.Version = 2
	fmt.Println(fault.Of(changed.Recompute(stored))[0].In(text.English))
	// Output:
	// <nil>
	// level: the rating has excellent, but it should be good
	// version: the rating has 1, but it should be 2
}

func ExampleTable_Analyse() {
	metrics := []rating.Metric{
		{Name: "completion", Label: text.Label{En: "completion", Zh: "完成率"}, Unit: number.Percent},
		{Name: "defects", Label: text.Label{En: "defects", Zh: "差错"}},
	}
	compare := func(metric string, op rating.Op, value int64) rating.Condition {
		return rating.Condition{Metric: metric, Op: op, Value: new(decimal.NewFromInt(value))}
	}
	table := rating.Table{
		Hit: rating.HitUnique,
		Rows: []rating.Row{
			{Level: "excellent", When: compare("completion", rating.AtLeast, 100)},
			{Level: "improve", When: compare("defects", rating.Greater, 5)},
		},
	}
	found, _ := table.Analyse(metrics, rating.Reference().Scale)
	for _, f := range found {
		fmt.Println(f.Refused, f.Path, f.In(text.English))
		fmt.Println(f.In(text.Chinese))
	}
	// Output:
	// true rows[1] rows 1 and 2 both hold at completion = 100 %, defects = 6, but give “excellent” and “to improve”
	// 第 1 行与第 2 行在 完成率 = 100%、差错 = 6 时同时成立，却分别给出“优秀”和“待改进”
	// false rows no row covers completion = 99 %, defects = 5, and no level is given otherwise
	// 没有任何一行涵盖 完成率 = 99%、差错 = 5，也未设定其余情况的等级
}

func ExampleSimulate() {
	stricter := rating.Reference()
	stricter.Version = 2
	stricter.Dimensions[0].Table.Rows[1].When.Value = new(decimal.NewFromInt(95)) // 95 % completion for good, not 90 %
	old, _ := rating.Reference().Compile()
	next, _ := stricter.Compile()

	people := func(yield func(rating.Person, error) bool) {
		for id, cells := range map[string][]string{"ada": {"93", "1.2", "0.4", "1", "0", "200"}} {
			p := rating.Person{ID: id, Bonus: rating.FigureAt(10_000, 0)}
			for _, cell := range cells {
				figure, _ := rating.ParseFigure(cell)
				p.Figures = append(p.Figures, figure)
			}
			if !yield(p, nil) {
				return
			}
		}
	}
	simulated, _ := rating.Simulate(old, next, old.Columns(), people, func(m rating.Move) {
		fmt.Println(m.ID, m.Before.Level, m.Before.Score.Decimal(), "→", m.After.Level, m.After.Score.Decimal())
	})
	fmt.Println(simulated.Moved, "of", simulated.Total)
	paid := map[string]decimal.Decimal{"good": decimal.RequireFromString("1.2"), "qualified": decimal.NewFromInt(1)}
	before, after, _ := simulated.Budget(paid, paid)
	fmt.Println(before, "→", after)
	_, _, err := simulated.Budget(paid, nil)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// ada good 82 → qualified 74
	// 1 of 1
	// 12000 → 10000
	// after.qualified: there are people at “qualified”, but no coefficient is given for it
}
