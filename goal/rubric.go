package goal

import (
	"strings"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
)

// Judge is the result of a goal that was judged to be at a grade of its rubric, for a
// reason that has to be given (G1).
func (t Terms) Judge(level, reason string, o Outcomes) (Result, error) {
	var v fault.Violations
	if t.Rubric == nil {
		v.Add("level", rubricMissing)
		return Result{}, v
	}
	score, why, err := t.Rubric.Score(&rating.Judgement{Level: level, Reason: reason})
	for _, found := range fault.Of(err) {
		// The judgement's own fields are those of a closing.
		found.Path = strings.TrimPrefix(found.Path, "judged.")
		v = append(v, found)
	}
	if err := v.Err(); err != nil {
		return Result{}, err
	}
	return Result{Status: o.Of(score), Score: &score, Level: level, Why: &why}, nil
}

func (t Terms) validateRubric(v *fault.Violations) {
	if t.Rubric == nil {
		return
	}
	if t.Form != Qualitative && t.Form != Development {
		v.Add("rubric", rubricElsewhere, "form", t.Form)
	}
	v.Nest("rubric", t.Rubric.Validate())
}
