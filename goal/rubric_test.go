package goal_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// handbook is judged by three levels.
func handbook() goal.Terms {
	return goal.Terms{Form: goal.Qualitative, Title: "Document the process", Rubric: goal.Rubric{
		{ID: "A", Label: text.Label{En: "in use", Zh: "已应用"}, Description: "colleagues work by it", Score: dec("120")},
		{ID: "B", Description: "complete", Score: dec("100")},
		{ID: "C", Description: "parts are missing", Score: dec("60")},
	}}
}

func ExampleTerms_Judge() {
	terms := goal.Terms{Form: goal.Qualitative, Title: "Document the process", Rubric: goal.Rubric{
		{ID: "A", Label: text.Label{En: "in use", Zh: "已应用"}, Description: "按手册办理", Score: decimal.NewFromInt(100)},
		{ID: "B", Label: text.Label{En: "written", Zh: "已编写"}, Description: "手册完整", Score: decimal.NewFromInt(80)},
	}}
	result, _ := terms.Judge("B", "抽查三个环节，均已写明", goal.Outcomes{})
	fmt.Println(result.Status, result.Score, result.Why.In(text.Chinese))

	_, err := terms.Judge("C", "", goal.Outcomes{})
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// partly 80 评为“已编写”（手册完整）：80；理由：抽查三个环节，均已写明
	// level: “C”不是该目标评分标准的等级；现有等级：A、B
	// reason: 须说明理由
}

func TestARubricFallsFromLevelToLevel(t *testing.T) {
	require.NoError(t, handbook().Rubric.Validate())
	assert.Equal(t, []string{" goal.rubric.levels"}, codes(handbook().Rubric[:1].Validate()))
	bad := handbook().Rubric
	bad[0].ID, bad[0].Score = "", decimal.New(1, 99)
	bad[1].Description = " "
	bad[2].ID, bad[2].Score = "B", dec("100")
	assert.Equal(t, []string{
		"[0].id goal.level.required", "[0].score number.bounds", "[1].description goal.level.description",
		"[2].id goal.level.twice", "[2].score goal.level.order",
	}, codes(bad.Validate()))
}

func TestARubricIsOneWayOfTelling(t *testing.T) {
	d := response()
	d.Terms.Rubric = handbook().Rubric
	_, err := goal.New(key("g1"), d, lin)
	assert.Equal(t, []string{"terms.rubric goal.rubric.form", "terms.measures goal.measures.beside"}, codes(err))
	_, err = d.Terms.Judge("A", "so it is", goal.Outcomes{})
	require.NoError(t, err)
	_, err = response().Terms.Judge("A", "so it is", goal.Outcomes{})
	assert.Equal(t, []string{"level goal.rubric.none"}, codes(err))
}

func TestAJudgementNeedsAReason(t *testing.T) {
	g := active(t)
	g.Terms = handbook()
	result, err := g.Terms.Judge("A", "so it is", goal.Outcomes{})
	require.NoError(t, err)
	_, err = g.Close(result, "", wei)
	assert.Equal(t, []string{"reason record.reason.required"}, codes(err))
	closed, err := g.Close(result, "so it is", wei)
	require.NoError(t, err)
	assert.Equal(t, "A", closed.Result.Level)
	assert.Equal(t, "120", closed.Result.Score.String())
}

func TestWhatIsLearntIsProven(t *testing.T) {
	d := response()
	d.Terms = goal.Terms{Form: goal.Development, Title: "Learn SQL", Learning: "writes the monthly report's queries alone"}
	_, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	g := active(t)
	g.Terms = d.Terms
	passed := goal.Result{Status: goal.StatusAchieved}
	_, err = g.Close(passed, "she does", wei)
	assert.Equal(t, []string{"evidence goal.learning.evidence"}, codes(err))
	_, err = g.Close(goal.Result{Status: goal.StatusMissed}, "no time", wei)
	require.NoError(t, err, "nothing is to be proven")
	passed.Evidence = []record.Evidence{{}}
	_, err = g.Close(passed, "she does", wei)
	require.ErrorIs(t, err, fault.ErrInvalid)
	passed.Evidence = []record.Evidence{{Note: "the reports of August and September"}}
	closed, err := g.Close(passed, "she does", wei)
	require.NoError(t, err)
	assert.Len(t, closed.Result.Evidence, 1)
	d = response()
	d.Terms.Learning = "something"
	_, err = goal.New(key("g1"), d, lin)
	assert.Equal(t, []string{"terms.learning goal.learning.form"}, codes(err))
}
