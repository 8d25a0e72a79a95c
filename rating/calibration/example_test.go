package calibration_test

import (
	"errors"
	"fmt"
	"iter"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

// sampleScale is a scale of three levels; a calibration does not look at its bands.
func sampleScale() rating.Scale {
	return rating.Scale{Name: "sample", Levels: []rating.Level{
		{Code: "A", Label: text.Label{En: "excellent", Zh: "优秀"}},
		{Code: "B", Label: text.Label{En: "good", Zh: "良好"}},
		{Code: "C", Label: text.Label{En: "to improve", Zh: "待改进"}},
	}}
}

// sampleTeam is a team of five as it may come from a file, one at a time.
func sampleTeam(yield func(calibration.Entry, error) bool) {
	for _, e := range []struct {
		name, level string
		score       int64
	}{
		{"Li", "A", 95}, {"Chen", "A", 92}, {"Wang", "B", 88}, {"Zhao", "B", 81}, {"Sun", "C", 64},
	} {
		entry := calibration.Entry{Employee: e.name, Group: "support", Level: e.level, Score: new(decimal.New(e.score, 0))}
		if !yield(entry, nil) {
			return
		}
	}
}

func ExamplePopulation_Table() {
	p, _ := calibration.Gather(sampleScale(), sampleTeam)
	guide, _ := calibration.Preset(calibration.Preset271, []string{"A"}, []string{"B"}, []string{"C"})
	table, _ := p.Table(guide)
	row := table.Rows[0]
	whole := number.Rounding{Places: 0, Mode: number.HalfUp}
	for i, standing := range row.Standings {
		fmt.Printf("%s: %d of %d, %v %%, off by %d, %v points\n", guide.Limits[i].In(text.English),
			standing.Share.Count, row.People, standing.Share.Percent(whole), standing.Off, standing.Points(guide.Limits[i], whole))
	}

	// Somebody with a level that is not on the scale is refused by name.
	_, err := calibration.Gather(sampleScale(), func(yield func(calibration.Entry, error) bool) {
		yield(calibration.Entry{Employee: "Zhou", Group: "support", Level: "S"}, nil)
	})
	fmt.Println(fault.In(err, text.English), errors.Is(err, fault.ErrInvalid))
	// Output:
	// A = 20 %: 2 of 5, 40 %, off by 1, 20 points
	// B = 70 %: 2 of 5, 40 %, off by -2, -30 points
	// C = 10 %: 1 of 5, 20 %, off by 1, 10 points
	// entries[0].level: “Zhou” has the level “S”, which is not on the scale true
}

func ExamplePopulation_Advise() {
	p, _ := calibration.Gather(sampleScale(), sampleTeam)
	guide := calibration.Guide{Limits: []calibration.Limit{
		{Levels: []string{"A"}, Op: calibration.AtMost, Share: decimal.New(20, 0)},
	}}
	advised, _ := p.Advise(guide, calibration.Rules{})
	for advice := range advised {
		for _, move := range advice.Moves {
			fmt.Println(advice.Why(move).Tree(text.English))
			fmt.Println(advice.Why(move).Tree(text.Chinese))
		}
	}

	// A guide that can't be met by people of one score says why.
	alike := func(yield func(calibration.Entry, error) bool) {
		for _, name := range []string{"Li", "Chen", "Wang"} {
			if !yield(calibration.Entry{Employee: name, Group: "lab", Level: "B", Score: new(decimal.New(80, 0))}, nil) {
				return
			}
		}
	}
	p, _ = calibration.Gather(sampleScale(), iter.Seq2[calibration.Entry, error](alike))
	guide.Limits[0].Op = calibration.Between
	guide.Limits[0].To = new(decimal.New(40, 0))
	advised, _ = p.Advise(guide, calibration.Rules{})
	for advice := range advised {
		fmt.Println(len(advice.Moves), advice.Unmet.In(text.English))
	}
	// Output:
	// Chen, score 92: from “excellent” to “good”
	//   2 of 5 people are at “excellent”; the guide allows at most 1
	//   the highest score at “good” or worse was 88: 92 − 88 = 4
	// Chen（得分 92）：由“优秀”调整为“良好”
	//   5 人中有 2 人为“优秀”，指引最多允许 1 人
	//   “良好”及以下的最高得分为 88：92 − 88 = 4
	// 0 the guide can't be met while equal scores move together: the line runs through 3 people with the score 80; as near as it gets, people outside the limits: 1
}

func ExampleGuide_Quota() {
	guide, _ := calibration.Preset(calibration.Preset207010, []string{"A"}, []string{"B"}, []string{"C"})
	for _, people := range []int{10, 7, 5} {
		quota, _ := guide.Quota(sampleScale(), people)
		fmt.Println(people, quota.Limits)
		for _, tie := range quota.Ties {
			fmt.Println(guide.Settled(tie).In(text.English))
		}
	}

	guide.Limits[0].Share = decimal.New(30, 0)
	_, err := guide.Quota(sampleScale(), 10)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 10 [{2 2} {7 7} {1 1}]
	// 7 [{1 1} {5 5} {1 1}]
	// 5 [{1 1} {4 4} {0 0}]
	// B = 70 %, C = 10 % had the same claim (largest remainder); the larger share, then the one named first, was served: B = 70 %
	// limits: these can't all hold: A = 30 %, B = 70 %, C = 10 %
}

func ExampleApportion() {
	percent := func(n int64) decimal.Decimal { return decimal.New(n, 0) }
	heads, ties, _ := calibration.Apportion(9, []decimal.Decimal{percent(30), percent(60), percent(10)}, calibration.Webster, 0)
	fmt.Println(heads, ties)
	_, _, err := calibration.Apportion(9, []decimal.Decimal{percent(30), percent(60)}, calibration.Webster, 0)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// [3 5 1] []
	// shares: the shares add up to 90 %, not 100 %
}

func ExampleBox_Fill() {
	bands := rating.Scale{Levels: []rating.Level{
		{Code: "high", Label: text.Label{En: "high", Zh: "高"}},
		{Code: "medium", Label: text.Label{En: "medium", Zh: "中"}},
		{Code: "low", Label: text.Label{En: "low", Zh: "低"}},
	}}
	cells, _ := calibration.PresetCells(calibration.PresetNineBox)
	box := calibration.Box{
		Performance: calibration.Axis{Bands: bands, Fold: map[string]string{"S": "high", "A": "high", "B": "medium", "C": "low", "D": "low"}},
		Potential:   calibration.Axis{Bands: bands, Fold: map[string]string{"1": "high", "2": "medium", "3": "low"}},
		Cells:       cells,
	}
	fill := func(performance, potential string) {
		filled, err := box.Fill(func(yield func(calibration.Placement, error) bool) {
			yield(calibration.Placement{
				Employee: "Li", Performance: calibration.Reading{Level: performance}, Potential: calibration.Reading{Level: potential},
			}, nil)
		})
		for _, cell := range filled {
			if len(cell.Members) > 0 {
				fmt.Println(cell.Performance, cell.Potential, cell.Label.En, cell.Members)
			}
		}
		if err != nil {
			fmt.Println(fault.In(err, text.English))
		}
	}
	fill("A", "2")
	fill("E", "2")
	// Output:
	// high medium strong performer [Li]
	// placements[0].performance.level: it has not been said which band the level “E” belongs to
}
