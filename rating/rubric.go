package rating

import (
	"slices"
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Rubric scores what is judged and not counted (R2): its grades say in words what each
// looks like and what it scores. It needs no bands, for nobody comes to a grade by a
// score; where a scale was judged by and a score is asked, it is the explicit mapping.
type Rubric struct {
	Label text.Label `json:"label"`
	// Grades stand from the best to the worst.
	Grades []Grade `json:"grades"`
}

// A Grade is one step of a rubric.
type Grade struct {
	Code  string     `json:"code"`
	Label text.Label `json:"label"`
	// Text says what it looks like, so that two people judge alike.
	Text  text.Label      `json:"text"`
	Score decimal.Decimal `json:"score"` // percent
}

// In is the grade's label.
func (g Grade) In(l text.Lang) string { return g.Label.In(l) }

// Validate refuses a rubric without label or grades; grades without label or text, with a
// code that is unfit or given twice, or with a score out of bounds or below zero; and a
// better grade that scores less than a worse one.
func (r Rubric) Validate() error {
	var v fault.Violations
	if r.Label.IsZero() {
		v.Add("label", labelRequired)
	}
	switch {
	case len(r.Grades) == 0:
		v.Add("grades", levelsRequired)
	case len(r.Grades) > maxLevels:
		v.Add("grades", tooMany, "max", maxLevels)
		return v
	}
	seen := map[string]bool{}
	sound := true
	for i, g := range r.Grades {
		at := fault.Index("grades", i)
		checkCode(&v, at+".code", g.Code, seen)
		if g.Label.IsZero() {
			v.Add(at+".label", labelRequired)
		}
		if g.Text.IsZero() {
			v.Add(at+".text", gradeTextRequired)
		}
		if err := number.Check(g.Score); err != nil {
			v.Nest(at+".score", err)
			sound = false
			continue
		}
		if g.Score.IsNegative() {
			v.Add(at+".score", endNegative, "score", percent(g.Score))
		}
		if sound && i > 0 && g.Score.GreaterThan(r.Grades[i-1].Score) {
			v.Add(at+".score", pointsOrder, "level", g, "points", g.Score,
				"better", r.Grades[i-1], "fewer", r.Grades[i-1].Score)
		}
	}
	return v.Err()
}

// Score is what a judgement scores, in percent, and why: the grade, what it looks like,
// and the reason that was given. It refuses a judgement that is missing, at path "judged",
// names no grade of the rubric, or gives no reason.
func (r Rubric) Score(judged *Judgement) (decimal.Decimal, Explanation, error) {
	var v fault.Violations
	v.Nest("", r.Validate())
	if judged == nil {
		v.Add("judged", judgementMissing, "dimension", r.Label)
	}
	if len(v) > 0 {
		return decimal.Decimal{}, Explanation{}, v
	}
	i := slices.IndexFunc(r.Grades, func(g Grade) bool { return g.Code == judged.Level })
	if i < 0 {
		v.Add("judged.level", gradeUnknown, "grade", text.Excerpt(judged.Level), "rubric", r.Label)
	}
	if strings.TrimSpace(judged.Reason) == "" {
		v.Add("judged.reason", reasonRequired)
	}
	if len(v) > 0 {
		return decimal.Decimal{}, Explanation{}, v
	}
	g := r.Grades[i]
	why := say(gradeScores, "rubric", r.Label, "grade", g, "score", percent(g.Score))
	why.Steps = []Explanation{
		say(gradeLooks, "grade", g, "text", g.Text),
		say(judgedAs, "level", g, "reason", judged.Reason),
	}
	return g.Score, why, nil
}
