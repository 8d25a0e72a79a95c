package goal

import (
	"strings"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Rubric says what a goal that is judged is judged by (G1): its levels, the best first.
type Rubric []RubricLevel

// A RubricLevel is what is to be seen of a goal for it to score so much, in percent.
type RubricLevel struct {
	ID          string          `json:"id" validate:"max=40"`
	Label       text.Label      `json:"label,omitzero"`
	Description string          `json:"description" validate:"max=1000"`
	Score       decimal.Decimal `json:"score"`
}

// In is the level's label, or its id when it has none.
func (l RubricLevel) In(lang text.Lang) string {
	if l.Label.IsZero() {
		return l.ID
	}
	return l.Label.In(lang)
}

// Validate refuses fewer than two levels, one without id or description, an id twice, and
// scores that do not fall from level to level.
func (r Rubric) Validate() error {
	var v fault.Violations
	if len(r) < 2 {
		v.Add("", rubricLevels)
	}
	seen := map[string]bool{}
	for i, l := range r {
		path := fault.Index("", i)
		v.Nest(path, check.Struct(l))
		switch {
		case strings.TrimSpace(l.ID) == "":
			v.Add(fault.Field(path, "id"), levelRequired)
		case seen[l.ID]:
			v.Add(fault.Field(path, "id"), levelTwice, "level", l.ID)
		}
		seen[l.ID] = true
		if strings.TrimSpace(l.Description) == "" {
			v.Add(fault.Field(path, "description"), levelUndescribed)
		}
		before := len(v)
		checkScore(&v, fault.Field(path, "score"), &l.Score)
		if len(v) == before && i > 0 && number.Check(r[i-1].Score) == nil && !l.Score.LessThan(r[i-1].Score) {
			v.Add(fault.Field(path, "score"), levelOrder, "score", l.Score, "before", r[i-1].Score)
		}
	}
	return v.Err()
}

// Judge is the result of a goal that was judged to be at a level of its rubric, for a
// reason that has to be given.
func (t Terms) Judge(level, reason string, o Outcomes) (Result, error) {
	var v fault.Violations
	ids := make([]string, len(t.Rubric))
	var at *RubricLevel
	for i, l := range t.Rubric {
		if ids[i] = l.ID; l.ID == level {
			at = &t.Rubric[i]
		}
	}
	switch {
	case len(t.Rubric) == 0:
		v.Add("level", rubricMissing)
	case at == nil:
		v.Add("level", levelUnknown, "level", text.Excerpt(level), "known", ids)
	}
	v.Nest("", record.Stamp{Reason: reason}.Reasoned())
	if err := v.Err(); err != nil {
		return Result{}, err
	}
	why := rating.Explanation{Text: levelScores.With("level", *at, "description", at.Description, "score", at.Score, "reason", reason)}
	return Result{Status: o.Of(at.Score), Score: new(at.Score), Level: level, Why: &why}, nil
}

func (t Terms) validateRubric(v *fault.Violations) {
	if len(t.Rubric) == 0 {
		return
	}
	if t.Form != Qualitative && t.Form != Development {
		v.Add("rubric", rubricElsewhere, "form", t.Form)
	}
	v.Nest("rubric", t.Rubric.Validate())
}
