package goal_test

import (
	"fmt"
	"testing"

	"github.com/shopspring/decimal"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/goal"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// handbook is judged by three grades.
func handbook() goal.Terms {
	grade := func(code, looks, score string) rating.Grade {
		return rating.Grade{Code: code, Label: text.Label{En: code}, Text: text.Label{En: looks}, Score: dec(score)}
	}
	return goal.Terms{Form: goal.Qualitative, Title: "Document the process", Rubric: &rating.Rubric{
		Label:  text.Label{En: "handbook"},
		Grades: []rating.Grade{grade("A", "colleagues work by it", "120"), grade("B", "complete", "100"), grade("C", "parts are missing", "60")},
	}}
}

func ExampleTerms_Judge() {
	terms := goal.Terms{Form: goal.Qualitative, Title: "Document the process", Rubric: &rating.Rubric{
		Label: text.Label{En: "handbook", Zh: "手册"},
		Grades: []rating.Grade{
			{Code: "A", Label: text.Label{Zh: "已应用"}, Text: text.Label{Zh: "按手册办理"}, Score: decimal.NewFromInt(100)},
			{Code: "B", Label: text.Label{Zh: "已编写"}, Text: text.Label{Zh: "手册完整"}, Score: decimal.NewFromInt(80)},
		},
	}}
	result, _ := terms.Judge("B", "抽查三个环节，均已写明", goal.Outcomes{})
	fmt.Println(result.Status, result.Score)
	fmt.Println(result.Why.Tree(text.Chinese))

	_, err := terms.Judge("C", "", goal.Outcomes{})
	fmt.Println(fault.In(err, text.Chinese))
	// Output:
	// partly 80
	// 手册：“已编写”得分80%
	//   “已编写”指：手册完整
	//   评判为“已编写”：抽查三个环节，均已写明
	// level: 手册中没有等级“C”
	// reason: 评判须说明理由
}

func TestARubricIsChecked(t *testing.T) {
	d := response()
	d.Terms = handbook()
	_, err := goal.New(key("g1"), d, lin)
	require.NoError(t, err)
	d.Terms.Rubric.Grades[2].Score = dec("110")
	_, err = goal.New(key("g1"), d, lin)
	assert.Equal(t, []string{"terms.rubric.grades[2].score rating.policy.points.order"}, codes(err))
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
