package rating

import (
	"encoding/json"
	"maps"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// figures of the reference policy.
func figures(completion, complaints, defects, praise, suggestions, saved string) Inputs {
	in := Inputs{Metrics: map[string]number.Quantity{}}
	for name, q := range map[string]struct {
		value string
		unit  number.Unit
	}{
		"task-completion": {completion, number.Percent}, "complaint-rate": {complaints, number.Percent},
		"defect-rate": {defects, number.Percent}, "departments-praising": {praise, ""},
		"suggestions-adopted": {suggestions, ""}, "cost-saved": {saved, number.Yuan},
	} {
		if q.value != "" {
			in.Metrics[name] = number.Quantity{Value: num(q.value), Unit: q.unit}
		}
	}
	return in
}

func TestReferenceRates(t *testing.T) {
	for _, test := range []struct {
		name  string
		in    Inputs
		score string
		level string
		parts []string
	}{
		{"82 is good", figures("93", "1.2", "0.4", "1", "0", "0"), "82", "good", []string{"good", "good", "good", "qualified"}},
		{"all best", figures("100", "0.99", "0.49", "3", "2", "0"), "100", "excellent", []string{"excellent", "excellent", "excellent", "excellent"}},
		{"money saved is an innovation", figures("100", "0", "0", "3", "0", "5000"), "100", "excellent", []string{"excellent", "excellent", "excellent", "excellent"}},
		{"held back for want of an innovation", figures("119.99", "0", "0", "3", "0", "0"), "94.8", "good", []string{"excellent", "excellent", "excellent", "qualified"}},
		{"target beaten by a fifth", figures("120", "0", "0", "3", "0", "0"), "94.8", "excellent", []string{"excellent", "excellent", "excellent", "qualified"}},
		{"just below the limits", figures("99.99", "1", "0.5", "2", "1", "999"), "85", "good", []string{"good", "good", "good", "good"}},
		{"one limit is not enough", figures("90", "0", "0.5", "0", "0", "0"), "79", "qualified", []string{"good", "good", "qualified", "qualified"}},
		{"nothing reached", figures("0", "9", "9", "0", "0", "0"), "47.5", "improve", []string{"improve", "improve", "qualified", "qualified"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			r, err := Reference().Rate(test.in)
			require.NoError(t, err)
			assert.Equal(t, test.score, r.Score.String(), r.Why.Tree(text.English))
			assert.Equal(t, test.level, r.Level, r.Why.Tree(text.English))
			var parts []string
			for _, p := range r.Parts {
				parts = append(parts, p.Level)
			}
			assert.Equal(t, test.parts, parts)
			assert.NoError(t, Reference().Recompute(r))
		})
	}
}

func TestRateReportsEveryMissingFigure(t *testing.T) {
	_, err := Reference().Rate(figures("", "0", "", "", "2", ""))
	violated(t, err, "metrics.task-completion input.metric.dimension", "metrics.defect-rate input.metric.dimension",
		"metrics.departments-praising input.metric.dimension")
	_, err = Reference().Rate(figures("100", "3", "0", "0", "", ""))
	violated(t, err, "metrics.suggestions-adopted input.metric.dimension", "metrics.cost-saved input.metric.dimension")
}

func TestReweightingIsShown(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Missing = MissingReweighted
	r, err := p.Rate(figures("93", "", "", "1", "0", "0"))
	require.NoError(t, err)
	assert.Equal(t, "80.7", r.Score.String(), "(85 × 55 + 65 × 15) ÷ 70")
	assert.Equal(t, Part{Dimension: "quality", Missing: true}, r.Parts[1])
	assert.Equal(t, "57.142857142857142857", r.Parts[0].Weight.String())
	assert.Contains(t, r.Why.Tree(text.Chinese), "工作质量：缺失，其权重 30% 不计入\n      缺少客户投诉率、差错率，无法判定等级")
	require.NoError(t, p.Recompute(r))
	_, err = p.Rate(Inputs{})
	violated(t, err, "parts.missing.all")
}

func TestGateIsNeverReweightedAway(t *testing.T) {
	p := clonePolicy(t, Reference())
	p.Missing = MissingReweighted
	_, err := p.Rate(figures("100", "0", "0", "3", "", ""))
	violated(t, err, "metrics.suggestions-adopted input.metric.gate", "metrics.cost-saved input.metric.gate")
	_, err = p.Rate(figures("", "3", "0", "0", "", ""))
	require.NoError(t, err, "nobody asks, for the level is not reached")
}

func TestTheBandShowsWhichOfItsEndsBelongToIt(t *testing.T) {
	p := clonePolicy(t, Reference())
	for boundary, want := range map[Boundary][2]string{
		BoundaryUp:   {"90 ≤ 100 ≤ 100", "80 ≤ 82 < 90"},
		BoundaryDown: {"90 < 100 ≤ 100", "80 < 82 ≤ 90"},
	} {
		p.Scale.Boundary = boundary
		for i, in := range []Inputs{figures("100", "0", "0", "3", "2", "0"), figures("93", "1.2", "0.4", "1", "0", "0")} {
			r, err := p.Rate(in)
			require.NoError(t, err)
			assert.Contains(t, r.Why.Tree(text.English), "level of the score: "+want[i]+",")
		}
	}
}

func TestGatesFollowOneAnother(t *testing.T) {
	p := clonePolicy(t, Reference())
	low := func(level, otherwise, metric string) Gate {
		return Gate{Level: level, Otherwise: otherwise, When: is(metric, AtLeast, "4")}
	}
	p.Gates = []Gate{low("good", "qualified", "departments-praising"), low("excellent", "good", "departments-praising"), low("qualified", "improve", "task-completion")}
	r, err := p.Rate(figures("100", "0", "0", "3", "2", "0"))
	require.NoError(t, err)
	assert.Equal(t, "qualified", r.Level)
	assert.Equal(t, "100", r.Score.String(), "a gate changes the level, not the score")
	codes := []string{}
	for _, step := range r.Why.Steps {
		codes = append(codes, step.Code)
	}
	assert.Equal(t, []string{
		"rating.parts.mean", "rating.rate.rounded", "rating.rate.band",
		"rating.rate.gate.held", "rating.rate.gate.held", "rating.rate.gate.passed",
	}, codes)
}

// judged is the reference policy with teamwork judged by a person.
func judged(t require.TestingT) (Policy, Inputs) {
	p := clonePolicy(t, Reference())
	p.Dimensions[2].Table = nil
	p.Dimensions[2].Points["improve"] = num("40")
	in := figures("93", "1.2", "0.4", "", "0", "0")
	in.Judged = map[string]Judgement{"teamwork": {Level: "good", Reason: "mentored two new colleagues"}}
	return p, in
}

func TestJudgementNeedsAReasonAndADimensionToJudge(t *testing.T) {
	p, in := judged(t)
	in.Evidence = map[string][]record.Evidence{
		"teamwork":       {{Note: "minutes of 12 May"}},
		"complaint-rate": {{Title: "complaint log", Link: "https://example.com/log"}},
		"defect-rate":    {{Figure: &number.Quantity{Value: num("4"), Unit: number.Hour}}, {Record: &record.Ref{Kind: "checkin", ID: "7"}}},
	}
	r, err := p.Rate(in)
	require.NoError(t, err)
	assert.Equal(t, "82", r.Score.String())
	tree := r.Why.Tree(text.English)
	for _, line := range []string{
		"judged “good”: mentored two new colleagues", "evidence for Teamwork: minutes of 12 May",
		"evidence for complaint rate: complaint log", "evidence for defect rate: 4 h", "evidence for defect rate: checkin 7",
	} {
		assert.Contains(t, tree, line)
	}

	in.Judged = nil
	in.Evidence = nil
	_, err = p.Rate(in)
	violated(t, err, "judged.teamwork input.judged.missing")
	in.Judged = map[string]Judgement{
		"teamwork": {Level: "superb", Reason: " "}, "task": {Level: "good", Reason: "so"}, "spirit": {Level: "good", Reason: "so"},
	}
	in.Metrics["turnover"] = number.Quantity{}
	in.Metrics["cost-saved"] = number.Quantity{Value: num("1"), Unit: number.Dollar}
	in.Metrics["defect-rate"] = number.Quantity{Value: decimal.New(1, 99), Unit: number.Percent}
	in.Evidence = map[string][]record.Evidence{"task": {{Note: "so"}}, "defect-rate": {{}}}
	_, err = p.Rate(in)
	violated(t, err, "judged.teamwork.level scale.level.unknown", "judged.teamwork.reason input.reason.required",
		"judged.task input.judged.table", "judged.spirit input.dimension.unknown",
		"metrics.turnover condition.metric.unknown", "metrics.cost-saved.unit number.unit.differ",
		"metrics.defect-rate.value number.bounds", "evidence.task input.evidence.unknown",
		"evidence.defect-rate[0] record.evidence.empty")
}

func TestRateRefusesAnInvalidPolicy(t *testing.T) {
	_, err := Policy{}.Rate(Inputs{})
	require.Error(t, err)
	p := clonePolicy(t, Reference())
	p.Dimensions[1].Table.Otherwise = ""
	delete(p.Dimensions[1].Points, "improve")
	_, err = p.Rate(figures("93", "9", "9", "1", "0", "0"))
	violated(t, err, "metrics input.metric.none")
}

func TestRatingSharesNothingWithItsInputs(t *testing.T) {
	p, in := judged(t)
	in.Evidence = map[string][]record.Evidence{"teamwork": {{Note: "a"}}}
	r, err := p.Rate(in)
	require.NoError(t, err)
	delete(in.Metrics, "task-completion")
	delete(in.Judged, "teamwork")
	in.Evidence["teamwork"][0].Note = "b"
	require.NoError(t, p.Recompute(r))
	assert.Equal(t, "a", r.Inputs.Evidence["teamwork"][0].Note)
}

func TestRecomputeFindsWhatWasChanged(t *testing.T) {
	p, in := judged(t)
	r, err := p.Rate(in)
	require.NoError(t, err)
	for path, change := range map[string]func(*Rating){
		"score":              func(r *Rating) { r.Score = num("82.1") },
		"level":              func(r *Rating) { r.Level = "excellent" },
		"parts":              func(r *Rating) { r.Parts = r.Parts[:3] },
		"parts[0].level":     func(r *Rating) { r.Parts[0].Level = "excellent" },
		"parts[1].points":    func(r *Rating) { r.Parts[1].Points = num("86") },
		"parts[2].weight":    func(r *Rating) { r.Parts[2].Weight = num("16") },
		"parts[3].missing":   func(r *Rating) { r.Parts[3].Missing = true },
		"parts[3].dimension": func(r *Rating) { r.Parts[3].Dimension = "task" },
		"policy":             func(r *Rating) { r.Policy = "other" },
		"version":            func(r *Rating) { r.Version = 2 },
		"digest":             func(r *Rating) { r.Digest = "00" },
	} {
		changed := r
		changed.Parts = slices.Clone(r.Parts)
		change(&changed)
		violated(t, p.Recompute(changed), path+" verify.differs")
	}
	changed := r
	changed.Inputs.Judged = nil
	violated(t, p.Recompute(changed), "inputs.judged.teamwork input.judged.missing")
	other := clonePolicy(t, p)
	other.Dimensions[0].Points["good"] = num("86")
	violated(t, other.Recompute(r), "digest verify.differs")
}

func TestRatingsVerifyAlsoAfterJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		in := Inputs{Metrics: map[string]number.Quantity{}, Judged: map[string]Judgement{}}
		for i, d := range p.Dimensions {
			if i > 0 && p.Missing == MissingReweighted && rapid.Bool().Draw(t, "missing") {
				continue
			}
			if d.Table == nil {
				level := rapid.SampledFrom(p.Scale.Levels).Draw(t, "level")
				in.Judged[d.Code] = Judgement{Level: level.Code, Reason: "so"}
			}
		}
		for i, m := range p.Metrics {
			if i == 0 || p.Missing != MissingReweighted || rapid.Bool().Draw(t, "known") {
				in.Metrics[m.Name] = number.Quantity{Value: anyFigure(t, "figure", 0, 15)}
			}
		}
		r, err := p.Rate(in)
		require.NoError(t, err)
		require.NoError(t, p.Recompute(r))

		raw, err := json.Marshal(r)
		require.NoError(t, err)
		var read Rating
		_, err = record.Decode("rating.json", raw, &read)
		require.NoError(t, err)
		require.NoError(t, p.Recompute(read))
		assert.Equal(t, r.Why, read.Why, "an explanation says the same after JSON")

		// The dimensions' order does not matter to the score, nor to the level.
		turned := clonePolicy(t, p)
		slices.Reverse(turned.Dimensions)
		again, err := turned.Rate(in)
		require.NoError(t, err)
		assert.Equal(t, r.Score.String(), again.Score.String())
		assert.Equal(t, r.Level, again.Level)
		if len(p.Gates) == 0 {
			level, err := p.Scale.Of(r.Score)
			require.NoError(t, err)
			assert.Equal(t, level.Code, r.Level)
		}
	})
}

func TestABetterFigureIsNeverRatedWorse(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		p.Missing = MissingRefused
		in := Inputs{Metrics: map[string]number.Quantity{}, Judged: map[string]Judgement{}}
		for _, d := range p.Dimensions {
			if d.Table == nil {
				in.Judged[d.Code] = Judgement{Level: p.Scale.Levels[0].Code, Reason: "so"}
			}
		}
		for _, m := range p.Metrics {
			in.Metrics[m.Name] = number.Quantity{Value: anyFigure(t, "figure", 0, 15)}
		}
		worse, err := p.Rate(in)
		require.NoError(t, err)
		if len(p.Metrics) == 0 {
			return
		}
		in.Metrics = maps.Clone(in.Metrics)
		name := rapid.SampledFrom(p.Metrics).Draw(t, "raised").Name
		in.Metrics[name] = number.Quantity{Value: in.Metrics[name].Value.Add(anyFigure(t, "by", 0, 5))}
		better, err := p.Rate(in)
		require.NoError(t, err)
		assert.True(t, better.Score.GreaterThanOrEqual(worse.Score))
		was, _ := p.Scale.Rank(worse.Level)
		is, _ := p.Scale.Rank(better.Level)
		assert.LessOrEqual(t, is, was)
	})
}

func BenchmarkRate(b *testing.B) {
	p, in := Reference(), figures("93", "1.2", "0.4", "1", "0", "0")
	rules, err := p.Compile()
	require.NoError(b, err)
	for name, rate := range map[string]func(Inputs) (Rating, error){"checked each time": p.Rate, "compiled": rules.Rate} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := rate(in); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
