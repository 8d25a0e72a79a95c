package goal_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/access"
	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/storage/memory"
	"github.com/meritkit/meritkit/text"
)

// sales is a template of a sales target in a region, a milestone goal and a judged one.
func sales() goal.TemplateDraft {
	return goal.TemplateDraft{
		Name: "Sales", Description: "For everybody who sells", Family: "sales", Tags: []string{"quarterly", "field"},
		Parameters: []goal.Parameter{
			{Name: "region", Label: text.Label{En: "region", Zh: "区域"}, Kind: goal.TextParameter, Choices: []string{"north", "south"}},
			{Name: "target", Kind: goal.FigureParameter, Min: new(dec("100")), Max: new(dec("10000"))},
			{Name: "share", Kind: goal.FigureParameter, Default: new("50")},
			{Name: "launch", Kind: goal.DayParameter},
		},
		Items: []goal.TemplateItem{
			{
				Terms: goal.Terms{Form: goal.KPI, Title: "Sell {target} in the {region}", Measures: []goal.Measure{
					{Metric: "sales {region}", Direction: goal.Increase},
				}},
				Gaps: []goal.Gap{
					{Path: "terms.measures[0].target", Parameter: "target"},
					{Path: "terms.measures[0].threshold", Parameter: "target", Times: new(dec("0.8"))},
					{Path: "weight", Parameter: "share"},
				},
			},
			{
				Terms: goal.Terms{Form: goal.Milestone, Title: "Open the shop", Steps: []goal.Step{{Title: "rent"}, {Title: "open {region}"}}},
				Gaps:  []goal.Gap{{Path: "terms.steps[0].due", Day: 31}, {Path: "terms.steps[1].due", Parameter: "launch"}},
			},
			{Terms: goal.Terms{Form: goal.Qualitative, Title: "Write it down"}},
		},
		Extras: extras(),
	}
}

func template(t require.TestingT) goal.Template {
	made, err := goal.NewTemplate(key("t1"), sales(), lin)
	require.NoError(t, err)
	return made
}

func seller(employee string) goal.Assignee {
	return goal.Assignee{Employee: employee, Values: map[string]string{"region": "north", "target": "1000", "launch": "2024-09-01"}}
}

func ExampleTemplate_Fill() {
	hr := record.By("han", time.Date(2024, time.June, 20, 9, 0, 0, 0, time.UTC))
	t, _ := goal.NewTemplate(record.Key{Tenant: "acme", ID: "t1"}, goal.TemplateDraft{
		Name: "Sales", Family: "sales",
		Parameters: []goal.Parameter{
			{Name: "region", Label: text.Label{En: "region", Zh: "区域"}, Kind: goal.TextParameter},
			{Name: "target", Label: text.Label{En: "target", Zh: "目标值"}, Kind: goal.FigureParameter, Min: new(decimal.NewFromInt(100))},
		},
		Items: []goal.TemplateItem{{
			Terms: goal.Terms{Form: goal.KPI, Title: "Sell {target} in the {region}", Measures: []goal.Measure{
				{Metric: "sales", Direction: goal.Increase},
			}},
			Gaps: []goal.Gap{{Path: "terms.measures[0].target", Parameter: "target"}},
		}},
	}, hr)
	q3 := calendar.Quarter(2024, 3)
	outlines, _ := t.Fill(q3, []goal.Assignee{
		{Employee: "lin", Values: map[string]string{"region": "north", "target": "1200"}},
		{Employee: "mei", Values: map[string]string{"region": "south", "target": "900"}},
	})
	for _, o := range outlines {
		fmt.Println(o.Employee, o.Items[0].Terms.Title, o.Items[0].Terms.Measures[0].Target, o.Items[0].Weight)
	}

	// Nobody gets a plan while anything is wrong with anybody's.
	_, err := t.Fill(q3, []goal.Assignee{
		{Employee: "lin", Values: map[string]string{"region": "north", "target": "12"}},
		{Employee: "mei", Values: map[string]string{"target": "900", "regoin": "south"}},
	})
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// lin Sell 1200 in the north 1200 100
	// mei Sell 900 in the south 900 100
	// people[0].values.target: lin：12 不在 100 到 ∞ 之间
	// people[1].values.region: mei：缺少“区域”
	// people[1].values.regoin: mei：没有参数 regoin；现有参数：region、target
}

func TestATemplateIsFilledInForEverybody(t *testing.T) {
	second := seller("mei")
	second.Values["share"], second.Values["region"] = "40.01", "south"
	outlines, err := template(t).Fill(q3, []goal.Assignee{seller("lin"), second})
	require.NoError(t, err)
	require.Len(t, outlines, 2)
	lins, meis := outlines[0], outlines[1]
	assert.Equal(t, "Sell 1000 in the north", lins.Items[0].Terms.Title)
	assert.Equal(t, "sales south", meis.Items[0].Terms.Measures[0].Metric)
	assert.Equal(t, "800", lins.Items[0].Terms.Measures[0].Threshold.String())
	assert.Equal(t, []goal.Step{{Title: "rent", Due: day("2024-07-31")}, {Title: "open north", Due: day("2024-09-01")}}, lins.Items[1].Terms.Steps)
	weights := func(o goal.Outline) (all []string) {
		for _, item := range o.Items {
			all = append(all, item.Weight.String())
		}
		return all
	}
	assert.Equal(t, []string{"50", "25", "25"}, weights(lins))
	assert.Equal(t, []string{"40.01", "29.99", "30"}, weights(meis))
	assert.Equal(t, extras(), lins.Extras)
	assert.Equal(t, "Sell {target} in the {region}", template(t).Items[0].Terms.Title)
}

func TestFillReportsEverythingOfEverybody(t *testing.T) {
	made := template(t)
	people := []goal.Assignee{
		seller("lin"),
		{Employee: "mei", Values: map[string]string{"region": "east", "target": "many", "share": "60", "launch": "2024-02-30", "zone": "1"}},
		seller("lin"),
		{},
		{Employee: "zhao", Values: map[string]string{"region": "north", "target": "99.99", "share": "100", "launch": "2025-01-01"}},
		{Employee: "wei", Values: map[string]string{"region": "north", "target": "100", "share": "100", "launch": "2025-01-01"}},
	}
	_, err := made.Fill(q3, people)
	assert.Equal(t, []string{
		"people[1].values.region goal.value.choice", "people[1].values.target number.syntax",
		"people[1].values.launch calendar.date.impossible", "people[1].values.zone goal.parameter.unknown",
		"people[2].employee goal.batch.twice",
		"people[3].employee goal.employee.required",
		"people[3].values.region goal.value.required", "people[3].values.target goal.value.required", "people[3].values.launch goal.value.required",
		"people[4].values.target goal.value.bounds",
		"people[5].items[1].terms.steps[1].due goal.date.outside", "people[5].items goal.plan.rest",
	}, codes(err))
	for _, v := range fault.Of(err) {
		if i := int(v.Path[len("people[")] - '0'); people[i].Employee != "" && v.Code != "goal.batch.twice" {
			assert.Contains(t, v.In(text.English), people[i].Employee+": ", v.Path)
			assert.Contains(t, v.In(text.Chinese), people[i].Employee+"：", v.Path)
			assert.Equal(t, people[i].Employee, v.Args["employee"])
		}
	}
	_, err = made.Fill(calendar.Period{From: q3.From}, nil)
	assert.Equal(t, []string{"period.to calendar.date.required", "people goal.batch.people"}, codes(err))
	retired, err := made.Retire(wei)
	require.NoError(t, err)
	_, err = retired.Fill(q3, people)
	require.ErrorIs(t, err, fault.ErrTransition)
}

func TestNewTemplateReportsEveryViolationAtOnce(t *testing.T) {
	_, err := goal.NewTemplate(key("t1"), goal.TemplateDraft{
		Tags: []string{"a", ""},
		Parameters: []goal.Parameter{
			{Name: "1st", Kind: "colour"},
			{Name: "a", Kind: goal.FigureParameter, Min: new(dec("2")), Max: new(dec("1"))},
			{Name: "a", Kind: goal.FigureParameter, Choices: []string{"x"}},
			{Name: "t", Kind: goal.TextParameter, Min: new(dec("2")), MaxLength: -1},
			{Name: "d", Kind: goal.FigureParameter, Default: new("x"), Max: new(dec("1"))},
		},
		Items: []goal.TemplateItem{{
			Weight: new(dec("50")),
			Terms:  goal.Terms{Form: "x", Title: "{nobody} and {not one} of {t}", Measures: []goal.Measure{{Metric: "m"}}},
			Gaps: []goal.Gap{
				{Path: "terms.title", Parameter: "t"},
				{Path: "terms.due"},
				{Path: "terms.due", Day: 3, Parameter: "a"},
				{Path: "terms.measures[0].target", Parameter: "t"},
				{Path: "terms.measures[0].low", Day: 2},
				{Path: "terms.measures[0].high", Parameter: "gone", Times: new(decimal.New(1, 99))},
			},
		}},
	}, lin)
	assert.ElementsMatch(t, []string{
		"name goal.template.name", "tags[1] check.required",
		"parameters[0].name goal.parameter.name", "parameters[0].kind fault.value.unknown", "parameters[0] goal.parameter.unused",
		"parameters[1].min goal.parameter.order",
		"parameters[2].name goal.parameter.twice", "parameters[2].choices goal.parameter.bound",
		"parameters[3].min goal.parameter.bound",
		"parameters[4].default number.syntax", "parameters[4] goal.parameter.unused",
		"items[0].terms.form fault.value.unknown", "items[0].terms.title goal.parameter.unknown",
		"items[0].gaps[0].path goal.gap.unknown", "items[0].gaps[1] goal.gap.empty",
		"items[0].gaps[2].path goal.gap.twice", "items[0].gaps[2] goal.gap.full",
		"items[0].gaps[3].parameter goal.gap.kind", "items[0].gaps[4] goal.gap.empty",
		"items[0].gaps[5].times number.bounds", "items[0].gaps[5].parameter goal.parameter.unknown",
		"items goal.plan.weights",
	}, codes(err))
	_, err = goal.NewTemplate(key("t1"), goal.TemplateDraft{Name: "empty"}, lin)
	assert.Equal(t, []string{"items goal.plan.items"}, codes(err))
}

func TestEveryFigureAndDayOfAnItemCanBeFilledIn(t *testing.T) {
	d := goal.TemplateDraft{Name: "Satisfaction", Parameters: []goal.Parameter{
		{Name: "figure", Kind: goal.FigureParameter},
	}, Items: []goal.TemplateItem{{
		Terms: goal.Terms{
			Form: goal.KPI, Title: "Keep {figure} points",
			Measures:  []goal.Measure{{Metric: "satisfaction", Unit: number.Score, Direction: goal.Increase, Target: new(dec("4"))}},
			Supports:  []goal.Link{{Goal: "top"}},
			DependsOn: []goal.Dependency{{Goal: "beside", Needs: "data"}},
		},
		Gaps: []goal.Gap{
			{Path: "terms.measures[0].outOf", Parameter: "figure"},
			{Path: "terms.supports[0].share", Parameter: "figure", Times: new(dec("10"))},
			{Path: "terms.dependsOn[0].by", Day: 1},
		},
	}}}
	made, err := goal.NewTemplate(key("t1"), d, lin)
	require.NoError(t, err)
	d.Items[0].Gaps[0].Path, d.Items[0].Terms.Measures[0].Metric = "weight", "changed" // does not reach into the template
	outlines, err := made.Fill(q3, []goal.Assignee{{Employee: "lin", Values: map[string]string{"figure": "5"}}})
	require.NoError(t, err)
	terms := outlines[0].Items[0].Terms
	assert.Equal(t, "Keep 5 points", terms.Title)
	assert.Equal(t, "satisfaction", terms.Measures[0].Metric)
	assert.Equal(t, "5", terms.Measures[0].OutOf.String())
	assert.Equal(t, "50", terms.Supports[0].Share.String())
	assert.Equal(t, q3.From, terms.DependsOn[0].By, "the first day of the period")
	assert.Nil(t, made.Items[0].Terms.Measures[0].OutOf, "the template stays as it is")
}

func TestTemplatesAreFoundByTagsAndWords(t *testing.T) {
	made := template(t)
	for words, want := range map[string]bool{
		"Sales": true, "FIELD": true, "sells": true, "shop": true, "quarterly": true, "": true,
		"quarter": false, "engineering": false,
	} {
		assert.Equal(t, want, made.Matches(words), words)
	}
	assert.True(t, made.Matches())
	assert.True(t, made.Matches("field", "shop"))
	assert.False(t, made.Matches("field", "bank"))
}

func TestTemplateTakesEachEventExactlyWhereTheTableSays(t *testing.T) {
	base := template(t)
	does := map[goal.TemplateEvent]func(goal.Template) (goal.Template, error){
		goal.TemplateEventEdit:    func(m goal.Template) (goal.Template, error) { return m.Edit(sales(), wei) },
		goal.TemplateEventRetire:  func(m goal.Template) (goal.Template, error) { return m.Retire(wei) },
		goal.TemplateEventRestore: func(m goal.Template) (goal.Template, error) { return m.Restore(wei) },
	}
	requireAll(t, goal.TemplateLifecycle, does)
	for _, state := range goal.TemplateLifecycle.States() {
		for event, do := range does {
			m := base
			m.Status = state
			after, err := do(m)
			want, possible := goal.TemplateLifecycle[state][event]
			if !possible {
				refused(t, err, state, event, goal.TemplateLifecycle.Events(state))
				continue
			}
			require.NoError(t, err, "%s in state %s", event, state)
			assert.Equal(t, want, after.Status, "%s in state %s", event, state)
		}
	}
}

// However many people and whatever their figures: a template gives each a plan that the
// library takes, or it gives nothing and every violation stands below a person.
func TestAFilledTemplateIsAPlanOrAViolation(t *testing.T) {
	made := template(t)
	rapid.Check(t, func(t *rapid.T) {
		people := make([]goal.Assignee, rapid.IntRange(1, 5).Draw(t, "people"))
		for i := range people {
			people[i] = seller(fmt.Sprint("p", i))
			people[i].Values["target"] = rapid.SampledFrom([]string{"100", "99", "1e4", "123.456", "x", "9999.999999999999999999"}).Draw(t, "target")
			people[i].Values["share"] = rapid.SampledFrom([]string{"0.01", "33.333", "99.98", "99.99", "100", "-1", "0"}).Draw(t, "share")
		}
		outlines, err := made.Fill(q3, people)
		if err != nil {
			require.Nil(t, outlines)
			require.ErrorIs(t, err, fault.ErrInvalid)
			for _, v := range fault.Of(err) {
				require.Regexp(t, `^people\[\d\]`, v.Path)
			}
			return
		}
		for _, o := range outlines {
			d := goal.PlanDraft{Employee: o.Employee, Period: o.Period, Extras: o.Extras}
			sum := decimal.Zero
			for i, item := range o.Items {
				_, err := goal.New(key("g"), goal.Draft{Owner: o.Employee, Level: goal.Individual, Period: o.Period, Terms: item.Terms}, lin)
				require.NoError(t, err)
				d.Items = append(d.Items, goal.Item{Goal: fmt.Sprint(i), Weight: item.Weight})
				sum = sum.Add(item.Weight)
			}
			require.True(t, sum.Equal(number.Hundred))
			_, err := goal.NewPlan(key("p"), d, lin)
			require.NoError(t, err)
		}
	})
}

// Texts of templates and of values come from anywhere.
func FuzzFillNeverPanics(f *testing.F) {
	f.Add("Sell {target}", "target", "terms.measures[0].target", "12", "1e2000000")
	f.Add("{", "}", "weight", "{x}", "")
	f.Fuzz(func(t *testing.T, title, name, path, value, times string) {
		factor, _ := decimal.NewFromString(times)
		made, err := goal.NewTemplate(key("t1"), goal.TemplateDraft{
			Name: "t", Parameters: []goal.Parameter{{Name: name, Kind: goal.FigureParameter}},
			Items: []goal.TemplateItem{{
				Terms: goal.Terms{Form: goal.KPI, Title: title, Measures: []goal.Measure{{Metric: "m", Direction: goal.Increase}}},
				Gaps:  []goal.Gap{{Path: path, Parameter: name, Times: &factor}},
			}},
		}, lin)
		if err != nil {
			return
		}
		outlines, err := made.Fill(q3, []goal.Assignee{{Employee: "lin", Values: map[string]string{name: value}}})
		if err == nil && len(outlines) != 1 {
			t.Errorf("%d outlines of one person", len(outlines))
		}
	})
}

func BenchmarkFill(b *testing.B) {
	made := template(b)
	people := make([]goal.Assignee, 1000)
	for i := range people {
		people[i] = seller(fmt.Sprint("p", i))
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := made.Fill(q3, people); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkAssign(b *testing.B) {
	people := make([]goal.Assignee, 1000)
	for i := range people {
		people[i] = seller(fmt.Sprint("p", i))
	}
	b.ReportAllocs()
	for b.Loop() {
		db, err := memory.New(goal.Kind.Schema(), goal.PlanKind.Schema(), goal.TemplateKind.Schema())
		require.NoError(b, err)
		s := goal.NewService(over(db), access.Gate{Policy: goal.Policy()}, goal.Rules{})
		made, err := s.KeepTemplate(b.Context(), byHan, sales())
		require.NoError(b, err)
		_, err = s.Assign(b.Context(), byHan, made.ID, goal.Batch{Key: "b", Period: q3, People: people})
		require.NoError(b, err)
	}
}
