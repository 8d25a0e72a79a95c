package feedback_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/feedback"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/review"
	"github.com/meritkit/meritkit/text"
)

func dec(s string) decimal.Decimal { return decimal.RequireFromString(s) }

// prepared is what there is for the interview with Li Na.
type prepared struct {
	result   review.Result
	rules    rating.Policy
	goals    []goal.Goal
	checkins []goal.CheckIn
	self     *review.SelfReview
}

func (p prepared) prepare(t *testing.T) feedback.Preparation {
	t.Helper()
	out, err := feedback.Prepare(p.result, p.rules, p.goals, p.checkins, p.self)
	require.NoError(t, err)
	return out
}

func material() prepared {
	points := map[string]decimal.Decimal{"excellent": dec("95"), "good": dec("85"), "pass": dec("70")}
	rules := rating.Policy{
		ID: "house", Version: 3,
		Scale: rating.Scale{Levels: []rating.Level{
			{Code: "excellent", Label: text.Label{En: "excellent", Zh: "优秀"}},
			{Code: "good", Label: text.Label{En: "good", Zh: "良好"}},
			{Code: "pass", Label: text.Label{En: "pass", Zh: "合格"}},
		}},
		Metrics: []rating.Metric{
			{Name: "completion", Label: text.Label{En: "completion", Zh: "完成率"}, Unit: number.Percent},
			{Name: "late", Label: text.Label{En: "late answers", Zh: "延迟回复"}},
		},
		Dimensions: []rating.Dimension{
			{Code: "task", Label: text.Label{En: "Task completion", Zh: "任务完成"}, Points: points, Table: &rating.Table{Rows: []rating.Row{
				{Level: "excellent", When: rating.Condition{Metric: "completion"}},
				{Level: "good", When: rating.Condition{Metric: "completion"}},
			}}},
			{Code: "quality", Label: text.Label{En: "Quality", Zh: "质量"}, Points: points, Table: &rating.Table{Rows: []rating.Row{
				{Level: "excellent", When: rating.Condition{All: []rating.Condition{{Metric: "late"}, {Not: &rating.Condition{Metric: "complaints"}}}}},
			}}},
			{Code: "teamwork", Label: text.Label{En: "Teamwork", Zh: "协作"}, Points: points},
			{Code: "innovation", Label: text.Label{En: "Innovation", Zh: "创新"}, Points: points},
		},
	}
	result := review.Result{
		Meta: record.Meta{Tenant: "t1", ID: "r1", Version: 4}, Cycle: "2026Q3", Employee: employee, Level: "good",
		Proposed: rating.Rating{
			Policy: "house", Version: 3, Level: "excellent",
			Inputs: rating.Inputs{
				Metrics: map[string]number.Quantity{"completion": {Value: dec("110"), Unit: number.Percent}, "late": {Value: dec("3")}},
				Judged:  map[string]rating.Judgement{"teamwork": {Level: "good", Reason: "Helped two departments."}},
				Evidence: map[string][]record.Evidence{
					"completion": {{Link: "https://example.org/sales"}}, "late": {{Note: "ticket system, September"}},
				},
			},
			Parts: []rating.Part{
				{Dimension: "task", Level: "excellent", Points: dec("95")},
				{Dimension: "quality", Level: "pass", Points: dec("70")},
				{Dimension: "teamwork", Level: "good", Points: dec("85")},
				{Dimension: "innovation", Missing: true},
			},
		},
		Changes: []review.LevelChange{{From: "excellent", To: "good", Why: "Two complaints were not counted.", Source: review.FromCalibration}},
	}
	g := func(id, title string, m ...goal.Measure) goal.Goal {
		return goal.Goal{Meta: record.Meta{Tenant: "t1", ID: id}, Owner: employee, Terms: goal.Terms{Title: title, Measures: m}}
	}
	day := calendar.MustDate
	return prepared{
		result: result, rules: rules,
		goals: []goal.Goal{
			g("g1", "Answer faster", goal.Measure{Metric: "response time", Unit: number.Hour, Direction: goal.Decrease, Baseline: new(dec("24")), Target: new(dec("12"))}),
			g("g2", "Sell more", goal.Measure{Metric: "sales", Unit: number.Yuan, Direction: goal.Increase, Target: new(dec("500000"))}, goal.Measure{Metric: "calls", Direction: goal.Increase, Target: new(dec("40"))}),
		},
		checkins: []goal.CheckIn{ // not in order
			{Meta: record.Meta{ID: "c3", Version: 1}, Goal: "g1", On: day("2026-09-20"), Readings: []goal.Reading{{Metric: "response time", Value: dec("15")}}, Pace: goal.Pace{Health: goal.AtRisk}, Obstacles: "night shifts"},
			{Meta: record.Meta{ID: "c9", Version: 1}, Goal: "g1", On: day("2026-07-20"), Readings: []goal.Reading{{Metric: "response time", Value: dec("23")}}, Pace: goal.Pace{Health: goal.OffTrack}, Events: []goal.KeyEvent{{What: "two people left"}}},
			{Meta: record.Meta{ID: "c2", Version: 1}, Goal: "g2", On: day("2026-09-25"), Readings: []goal.Reading{{Metric: "sales", Value: dec("550000")}}, Pace: goal.Pace{Health: goal.OnTrack}},
		},
		self: &review.SelfReview{Discrepancies: []review.Discrepancy{
			{Goal: "g1", Metric: "response time", Claimed: number.Quantity{Value: dec("12"), Unit: number.Hour}, Recorded: &number.Quantity{Value: dec("15"), Unit: number.Hour}},
			{Goal: "g2", Metric: "calls", Claimed: number.Quantity{Value: dec("45")}},
			{Goal: "g2", Metric: "sales", Resolution: "settled"},
		}},
	}
}

func TestPreparationTakesStrengthsAndPointsToImproveFromTheRating(t *testing.T) {
	p := material().prepare(t)
	type point struct{ of, en, zh string }
	said := func(points []feedback.Point) (all []point) {
		for _, x := range points {
			all = append(all, point{x.Dimension + x.Goal, x.Fact.In(text.English), x.Fact.In(text.Chinese)})
		}
		return all
	}
	assert.Equal(t, []point{
		{"task", "Task completion: excellent (completion 110 %)", "任务完成：优秀（完成率 110%）"},
		{"g2", "Sell more: sales stood at 550000 CNY on 25 Sep 2026, with a target of 500000 CNY", "Sell more：截至 2026年9月25日，sales为 550000元，目标为 500000元"},
	}, said(p.Strengths))
	assert.Equal(t, []point{
		{"quality", "Quality: pass (late answers 3)", "质量：合格（延迟回复 3）"},
		{"teamwork", "Teamwork: good; reason given: Helped two departments.", "协作：良好；评价理由：Helped two departments."},
		{"g1", "Answer faster: response time stood at 15 h on 20 Sep 2026, with a target of 12 h", "Answer faster：截至 2026年9月20日，response time为 15小时，目标为 12小时"},
	}, said(p.Improvements))
	assert.Equal(t, []record.Evidence{{Link: "https://example.org/sales"}}, p.Strengths[0].Evidence)
	require.Len(t, p.Improvements[2].Evidence, 1)
	assert.Equal(t, record.Ref{Kind: goal.CheckInKind.Name, ID: "c3", Version: 1}, *p.Improvements[2].Evidence[0].Record)
	for _, x := range slices.Concat(p.Strengths, p.Improvements) {
		for _, e := range x.Evidence {
			require.NoError(t, e.Validate())
		}
	}
}

func TestAPointLeavesItsImpactToAPerson(t *testing.T) {
	s := material().prepare(t).Improvements[0].Statement(text.Chinese)
	assert.Equal(t, "质量：合格（延迟回复 3）", s.Fact)
	requireOnly(t, s.Validate(), map[string]string{"impact": "feedback.impact.required", "improvement": "feedback.improvement.required"})
	s.Impact, s.Improvement = "两位客户投诉。", "每天上午先回复客户。"
	require.NoError(t, s.Validate())
}

func TestPreparationShowsTheLatestFigureOfEachMeasure(t *testing.T) {
	p := material().prepare(t)
	require.Len(t, p.Figures, 3)
	assert.Equal(t, "15", p.Figures[0].Actual.String())
	assert.False(t, p.Figures[0].Reached, "15 h is more than 12 h, and less is better")
	assert.True(t, p.Figures[1].Reached)
	assert.Nil(t, p.Figures[2].Actual, "what was never read is not zero")
	assert.True(t, p.Figures[2].On.IsZero())
}

func TestAFigureToBeKeptWithinARangeIsAPoint(t *testing.T) {
	for actual, want := range map[string]feedback.Tone{"19.9": feedback.Improve, "20": feedback.Strength, "30": feedback.Strength, "30.1": feedback.Improve} {
		m := material()
		m.goals = []goal.Goal{{Meta: record.Meta{ID: "g1"}, Terms: goal.Terms{Title: "Steady stock", Measures: []goal.Measure{
			{Metric: "stock", Unit: number.Day, Direction: goal.Within, Low: new(dec("20")), High: new(dec("30"))},
		}}}}
		m.checkins = m.checkins[:1]
		m.checkins[0].Readings = []goal.Reading{{Metric: "stock", Value: dec(actual)}}
		p := m.prepare(t)
		require.Len(t, p.Figures, 1)
		assert.Equal(t, want == feedback.Strength, p.Figures[0].Reached, actual)
		points := p.Improvements
		if want == feedback.Strength {
			points = p.Strengths
		}
		require.NotEmpty(t, points)
		last := points[len(points)-1]
		assert.Equal(t, "Steady stock: stock stood at "+actual+" days on 20 Sep 2026, to be kept between 20 days and 30 days", last.Fact.In(text.English))
	}
}

func TestPreparationListsRisksAndOpenDiscrepancies(t *testing.T) {
	p := material().prepare(t)
	require.Len(t, p.Risks, 2)
	assert.Equal(t, goal.OffTrack, p.Risks[0].Health, "the oldest first")
	assert.Equal(t, "night shifts", p.Risks[1].Obstacles)
	require.Len(t, p.Discrepancies, 2, "what is resolved is not asked again")

	var asked []string
	for _, q := range p.Questions {
		asked = append(asked, q.In(text.English))
	}
	assert.Contains(t, asked, "“Answer faster” was at risk on 20 Sep 2026: what got in the way, and what would have helped?")
	assert.Contains(t, asked, "“Answer faster”: the self review says response time 12 h, the records say 15 h: what explains the difference?")
	assert.Contains(t, asked, "“Sell more”: the self review says calls 45, and nothing is recorded: what does the figure rest on?")
	assert.Contains(t, asked, "There was nothing to judge Innovation by: what should be known of it?")
	assert.Len(t, asked, 7, "of each goal the latest risk alone is asked about")
	assert.Contains(t, p.Agenda[2].In(text.English), "Two complaints were not counted.")
}

func TestPreparationNeedsNoMoreThanAResult(t *testing.T) {
	m := material()
	m.goals, m.checkins, m.self = nil, nil, nil
	m.result.Proposed.Parts = nil
	p := m.prepare(t)
	assert.Empty(t, p.Figures)
	assert.Len(t, p.Agenda, 8)
	assert.Len(t, p.Questions, 3)
}

func TestPreparationRefusesRulesThatTheResultWasNotRatedBy(t *testing.T) {
	m := material()
	m.rules.Version = 4
	_, err := feedback.Prepare(m.result, m.rules, nil, nil, nil)
	require.ErrorIs(t, err, fault.ErrInvalid)
	assert.True(t, fault.Of(err).Has("feedback.rules.foreign"))
}

func TestPreparationIsTheSameEachTime(t *testing.T) {
	first, err := json.Marshal(material().prepare(t))
	require.NoError(t, err)
	for range 20 {
		m := material()
		slices.Reverse(m.checkins)
		again, err := json.Marshal(m.prepare(t))
		require.NoError(t, err)
		require.JSONEq(t, string(first), string(again))
	}
}
