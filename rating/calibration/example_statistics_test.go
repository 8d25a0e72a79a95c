package calibration_test

import (
	"errors"
	"fmt"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating/calibration"
	"github.com/meritkit/meritkit/text"
)

func ExampleRaterEffects() {
	given := func(yield func(calibration.Mark, error) bool) {
		for rater, scores := range map[string][]int64{"Li": {90, 92, 94, 95}, "Chen": {70, 78, 86, 91}, "Wang": {66, 75, 79, 88}} {
			for _, s := range scores {
				if !yield(calibration.Mark{Rater: rater, Score: new(decimal.New(s, 0))}, nil) {
					return
				}
			}
		}
	}
	effects, _ := calibration.RaterEffects(calibration.RaterRules{Confidence: 0.95}, given)
	for _, r := range effects.Raters {
		fmt.Println(r.Rater, r.Leniency.In(text.English))
		for _, finding := range effects.Findings(r) {
			fmt.Println(" ", finding.In(text.English))
		}
	}
	beside, _ := effects.Normalise("Li", decimal.New(92, 0))
	fmt.Printf("%v: z %.2f, shrunk %.2f\n", beside.Score, *beside.Z.Value, *beside.Shrunk.Value)

	// Who has given nothing can't be compared.
	_, err := effects.Normalise("Zhao", decimal.New(92, 0))
	fmt.Println(fault.In(err, text.English), errors.Is(err, fault.ErrInvalid))
	// Output:
	// Chen -2.42 (95 %: -9.43 to 4.60, n = 4)
	// Li 9.08 (95 %: 2.07 to 16.10, n = 4)
	//   scores above all raters' mean by 9.08 (95 %: 2.07 to 16.10, n = 4): lenient, or with better people
	//   range restriction: scores spread 0.24 (95 %: 0.09 to 0.93, n = 4) times as far as other raters'
	// Wang -6.67 (95 %: -13.68 to 0.35, n = 4)
	// 92: z -0.34, shrunk 84.89
	// rater: there is no rater “Zhao” true
}

func ExampleRatings_ICC() {
	// Six people, rated by the same four raters.
	given := calibration.Ratings{}
	for _, row := range [][]float64{{9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}} {
		line := make([]*float64, len(row))
		for i, x := range row {
			line[i] = &x
		}
		given = append(given, line)
	}
	for _, form := range []calibration.Form{calibration.ICC21, calibration.ICC3k} {
		icc, _ := given.ICC(form, 0.95)
		fmt.Println(form, icc.In(text.English))
	}

	// One rater agrees with nobody: no figure, and the reason. A missing rating is refused.
	alone, _ := calibration.Ratings{{new(1.0)}, {new(2.0)}}.ICC(calibration.ICC21, 0.95)
	fmt.Println(alone.In(text.English))
	given[1][2] = nil
	_, err := given.ICC(calibration.ICC21, 0.95)
	fmt.Println(fault.In(err, text.English))
	// Output:
	// ICC(2,1) 0.29 (95 %: 0.02 to 0.76, n = 6)
	// ICC(3,k) 0.91 (95 %: 0.68 to 0.99, n = 6)
	// too few raters to agree on anything: 1, and 2 are needed
	// ratings[1][2]: the rating is missing, and this statistic needs all
}

func ExampleRatings_Alpha() {
	given := calibration.Ratings{{new(1.0), new(1.0), nil}, {new(2.0), new(2.0), new(3.0)}, {new(4.0), nil, new(4.0)}}
	alpha, _ := given.Alpha(calibration.OrdinalScale)
	fmt.Println(alpha.In(text.English))
	_, err := given.Alpha("colour")
	fmt.Println(fault.In(err, text.English))
	// Output:
	// 0.93 (n = 3)
	// metric: “colour” is not one of: interval, nominal, ordinal, ratio
}

func ExampleFairnessRules_Fairness() {
	rules := calibration.FairnessRules{
		Groupings:     []string{"gender"},
		Comparisons:   []calibration.Crossing{{By: []string{"gender"}}},
		MinimumShare:  decimal.New(2, 0),
		MinimumPeople: 4,
	}
	promoted := func(yield func(calibration.Case, error) bool) {
		for i, group := range []string{"women", "women", "women", "women", "women", "men", "men", "men", "men", "other"} {
			if !yield(calibration.Case{Groups: []string{group}, Selected: i%5 < 3}, nil) {
				return
			}
		}
	}
	compared, _ := rules.Fairness(promoted)
	for _, finding := range compared[0].Findings() {
		fmt.Println(finding.In(text.English))
	}
	fmt.Println(compared[1].Outcome, compared[1].Undefined.In(text.English))

	rules.Comparisons[0].Reference = []string{"women and men"}
	_, err := rules.Fairness(promoted)
	fmt.Println(fault.Of(err)[0].In(text.English))
	// Output:
	// men: selected 3 of 4, 75 %; the reference
	// other: too small to be judged (people: 1)
	// women: selected 3 of 5, 60 %; 80 % of the rate of men, four fifths or more (Fisher's exact test: p = 1.000)
	// women: the numbers are small; one person more or less would turn this around
	// above-median nothing to compare: groups large enough to be judged: 0
	// comparisons[0].reference: nobody is in the reference “women and men”
}
