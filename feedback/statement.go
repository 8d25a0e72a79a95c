package feedback

import (
	"strings"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/internal/check"
	"github.com/meritkit/meritkit/record"
	"github.com/meritkit/meritkit/text"
)

// A Statement is feedback that works: a fact, the impact it had, and, where something is
// to become better, the improvement (F1). It rests on evidence and may belong to a goal.
type Statement struct {
	Tone        Tone              `json:"tone"`
	Fact        string            `json:"fact" validate:"max=2000"`
	Impact      string            `json:"impact" validate:"max=2000"`
	Improvement string            `json:"improvement,omitempty" validate:"max=2000"`
	Goal        string            `json:"goal,omitempty" validate:"max=200"`
	On          calendar.Date     `json:"on,omitzero"`
	Evidence    []record.Evidence `json:"evidence,omitempty" validate:"max=50"`
}

// A Tone says whether a statement names a strength or a point to improve.
type Tone string

// The tones.
const (
	Strength Tone = "strength"
	Improve  Tone = "improve"
)

var tones = fault.Names[Tone]{
	Strength: {En: "strength", Zh: "优点"},
	Improve:  {En: "point to improve", Zh: "待改进之处"},
}

// In is the tone in words: strength, 优点.
func (t Tone) In(l text.Lang) string { return tones.In(t, l) }

// Validate refuses a statement without a fact or an impact, one that asks for something
// to become better without saying how, evidence of nothing, and texts that are too long.
func (s Statement) Validate() error {
	var v fault.Violations
	tones.Check(&v, "tone", s.Tone)
	if blank(s.Fact) {
		v.Add("fact", factRequired)
	}
	if blank(s.Impact) {
		v.Add("impact", impactRequired)
	}
	if s.Tone == Improve && blank(s.Improvement) {
		v.Add("improvement", improvementRequired)
	}
	for i, e := range s.Evidence {
		v.Nest(fault.Index("evidence", i), e.Validate())
	}
	v.Nest("", check.Struct(s))
	return v.Err()
}

func blank(s string) bool { return strings.TrimSpace(s) == "" }
