package smart_test

import (
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/goal/smart"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

func n(v int64) *decimal.Decimal { return new(decimal.New(v, 0)) }

// sound is a goal with nothing to mend.
func sound() goal.Goal {
	return goal.Goal{
		Owner: "e1", Level: goal.Individual, Period: calendar.Quarter(2027, 1),
		Terms: goal.Terms{
			Form: goal.KPI, Title: "Raise parcel scan rate from 90% to 95%", Method: "second scanner at gate 4",
			Measures: []goal.Measure{{Metric: "parcel scan rate", Unit: "%", Direction: goal.Increase, Baseline: n(90), Target: n(95)}},
			Supports: []goal.Link{{Goal: "unit"}},
		},
	}
}

func parent(title string) goal.Goal {
	return goal.Goal{
		Meta: record.Meta{ID: "unit"}, Level: goal.Unit, Period: calendar.Year(2027),
		Terms: goal.Terms{Title: title},
	}
}

// codes are those of the findings that ask for something.
func codes(a smart.Assessment) (all []string) {
	for _, f := range a.Open() {
		all = append(all, f.Why.Code)
	}
	return all
}

func TestASoundGoalHasNothingToMend(t *testing.T) {
	a := smart.Assess(sound(), "", smart.Context{Parents: []goal.Goal{parent("Parcel losses down to 20 a month")}, Confidence: n(80)})
	assert.Empty(t, codes(a))
	seen := map[smart.Letter]smart.Verdict{}
	for _, f := range a.Findings {
		seen[f.Letter] = f.Verdict
		assert.True(t, f.Proposal.IsZero(), "nothing is proposed where %s is met", f.Letter)
	}
	assert.Equal(t, map[smart.Letter]smart.Verdict{
		smart.Specific: smart.Met, smart.Measurable: smart.Met, smart.Achievable: smart.Met, smart.Relevant: smart.Met, smart.TimeBound: smart.Met,
	}, seen)
}

func TestWhatIsNotGivenIsNotHeldAgainstTheGoal(t *testing.T) {
	g := sound()
	g.Terms.Measures[0].Baseline = nil
	g.Terms.Form = goal.Milestone
	for _, f := range smart.Assess(g, "", smart.Context{}).Findings {
		if f.Letter == smart.Achievable || f.Letter == smart.Relevant {
			assert.Equal(t, smart.NotJudged, f.Verdict, f.Why.Code)
			assert.False(t, f.Open())
		}
	}
}

func TestEveryKindOfGoalHasItsOwnWayToBeMeasured(t *testing.T) {
	for code, change := range map[string]func(*goal.Terms){
		"smart.measurable.range": func(t *goal.Terms) {
			t.Measures = []goal.Measure{{Metric: "cold store temperature", Unit: "°C", Direction: goal.Within, Low: n(2), High: n(8)}}
		},
		"smart.measurable.steps": func(t *goal.Terms) {
			t.Form, t.Measures, t.Steps = goal.Milestone, nil, []goal.Step{{Title: "site chosen"}, {Title: "lease signed"}}
		},
		"smart.measurable.grades": func(t *goal.Terms) {
			t.Form, t.Measures = goal.Qualitative, nil
			t.Rubric = &rating.Rubric{Grades: []rating.Grade{{Code: "a", Text: text.Label{En: "no complaint"}}, {Code: "b", Text: text.Label{En: "some"}}}}
		},
	} {
		g := sound()
		g.Terms.Title = "Open the depot in Ningbo"
		change(&g.Terms)
		var met []string
		for _, f := range smart.Assess(g, "", smart.Context{}).Findings {
			if f.Letter == smart.Measurable {
				met = append(met, f.Why.Code)
				assert.Equal(t, smart.Met, f.Verdict)
			}
		}
		assert.Equal(t, []string{code}, met)
	}
}

func TestFiguresWithoutBoundsAreLeftOut(t *testing.T) {
	vast := decimal.New(1, 1_000_000_000)
	g := sound()
	g.Terms.Confidence = &vast
	g.Terms.Measures[0].Target, g.Terms.Measures[0].Baseline = &vast, &vast
	a := smart.Assess(g, "", smart.Context{History: []smart.Past{{Metric: "parcel scan rate", Values: []decimal.Decimal{vast, vast}}}})
	assert.Contains(t, codes(a), "smart.measurable.target")
	g = sound()
	a = smart.Assess(g, "", smart.Context{History: []smart.Past{{Metric: "parcel scan rate", Values: []decimal.Decimal{vast, vast}}}})
	assert.NotContains(t, codes(a), "smart.measurable.target")
}

func TestTheConfidenceOfTheGoalCountsUnlessAnotherIsGiven(t *testing.T) {
	g := sound()
	g.Terms.Confidence = n(30)
	assert.Contains(t, codes(smart.Assess(g, "", smart.Context{})), "smart.achievable.confidence")
	assert.NotContains(t, codes(smart.Assess(g, "", smart.Context{Confidence: n(80)})), "smart.achievable.confidence")
}

func TestAssessFindsWhatIsToBeMended(t *testing.T) {
	for name, c := range map[string]struct {
		change  func(*goal.Goal, *smart.Context)
		code    string
		letter  smart.Letter
		field   string
		verdict smart.Verdict
	}{
		"an umbrella without a measure": {func(g *goal.Goal, _ *smart.Context) {
			g.Terms.Title, g.Terms.Measures, g.Terms.Form = "improve teamwork", nil, goal.Development
		}, "smart.specific.broad", smart.Specific, "terms.title", smart.Missing},
		"a vague word in the description": {func(g *goal.Goal, _ *smart.Context) {
			g.Terms.Measures, g.Terms.Form, g.Terms.Description = nil, goal.Development, "尽快完成交接手册"
		}, "smart.specific.vague", smart.Specific, "terms.description", smart.Weak},
		"a figure in the text only": {
			func(g *goal.Goal, _ *smart.Context) { g.Terms.Measures, g.Terms.Form = nil, goal.Milestone },
			"smart.measurable.text", smart.Measurable, "terms.title", smart.Weak,
		},
		"a measure without a target": {
			func(g *goal.Goal, _ *smart.Context) { g.Terms.Measures[0].Target = nil },
			"smart.measurable.target", smart.Measurable, "terms.measures[0].target", smart.Missing,
		},
		"a measure without a baseline": {
			func(g *goal.Goal, _ *smart.Context) { g.Terms.Measures[0].Baseline = nil },
			"smart.measurable.baseline", smart.Measurable, "terms.measures[0].baseline", smart.Weak,
		},
		"text and measure apart": {
			func(g *goal.Goal, _ *smart.Context) { g.Terms.Measures[0].Target = n(97) },
			"smart.measurable.differs", smart.Measurable, "terms.measures[0].target", smart.Weak,
		},
		"a qualitative goal without a figure": {func(g *goal.Goal, _ *smart.Context) {
			g.Terms.Title, g.Terms.Measures, g.Terms.Form = "improve teamwork", nil, goal.Qualitative
		}, "smart.measurable.rubric", smart.Measurable, "terms.title", smart.Weak},
		"little confidence": {
			func(_ *goal.Goal, c *smart.Context) { c.Confidence = n(30) },
			"smart.achievable.confidence", smart.Achievable, "", smart.Weak,
		},
		"far from the baseline with no word on how": {func(g *goal.Goal, _ *smart.Context) {
			g.Terms.Measures[0].Baseline, g.Terms.Method = n(40), ""
		}, "smart.achievable.far", smart.Achievable, "terms.measures[0].target", smart.Weak},
		"a step the past never took": {func(g *goal.Goal, c *smart.Context) {
			g.Terms.Method = ""
			c.History = []smart.Past{{Metric: "parcel scan rate", Values: []decimal.Decimal{*n(88), *n(89), *n(90)}}}
		}, "smart.achievable.leap", smart.Achievable, "terms.measures[0].target", smart.Weak},
		"a target passed already": {func(_ *goal.Goal, c *smart.Context) {
			c.History = []smart.Past{{Metric: "parcel scan rate", Values: []decimal.Decimal{*n(90), *n(96)}}}
		}, "smart.achievable.reached", smart.Achievable, "terms.measures[0].target", smart.Weak},
		"no goal above": {
			func(g *goal.Goal, _ *smart.Context) { g.Terms.Supports = nil },
			"smart.relevant.parent", smart.Relevant, "terms.supports", smart.Missing,
		},
		"a goal above that has nothing in common": {
			func(_ *goal.Goal, c *smart.Context) { c.Parents[0].Terms.Title = "Win 30 new clinics" },
			"smart.relevant.foreign", smart.Relevant, "terms.supports[0]", smart.Weak,
		},
		"a goal above that was cancelled": {
			func(_ *goal.Goal, c *smart.Context) { c.Parents[0].Status = goal.StatusCancelled },
			"smart.relevant.cancelled", smart.Relevant, "terms.supports[0]", smart.Weak,
		},
		"a goal above of another year": {
			func(_ *goal.Goal, c *smart.Context) { c.Parents[0].Period = calendar.Year(2025) },
			"smart.relevant.period", smart.Relevant, "terms.supports[0]", smart.Weak,
		},
		"a deadline outside of the period": {
			func(g *goal.Goal, _ *smart.Context) { g.Terms.Title += " by June 2025" },
			"smart.timebound.differs", smart.TimeBound, "terms.title", smart.Weak,
		},
	} {
		t.Run(name, func(t *testing.T) {
			g, context := sound(), smart.Context{Parents: []goal.Goal{parent("Parcel losses down to 20 a month")}}
			c.change(&g, &context)
			a := smart.Assess(g, "", context)
			found := false
			for _, f := range a.Open() {
				require.NotEmpty(t, f.Proposal.In(text.Chinese), f.Why.Code)
				require.NotEmpty(t, f.Proposal.In(text.English), f.Why.Code)
				if f.Why.Code == c.code {
					found = true
					assert.Equal(t, c.letter, f.Letter)
					assert.Equal(t, c.field, f.Field)
					assert.Equal(t, c.verdict, f.Verdict)
				}
			}
			assert.True(t, found, "%s is not among %v", c.code, codes(a))
		})
	}
}

func TestAReasonMakesAForeignGoalRelevant(t *testing.T) {
	g := sound()
	g.Terms.Why = "clinics leave us over lost parcels"
	assert.Empty(t, codes(smart.Assess(g, "", smart.Context{Parents: []goal.Goal{parent("Win 30 new clinics")}})))
}

func TestAGoalOfTheCompanyNeedsNoneAbove(t *testing.T) {
	g := sound()
	g.Level, g.Terms.Supports = goal.Company, nil
	assert.Empty(t, codes(smart.Assess(g, "", smart.Context{})))
}
