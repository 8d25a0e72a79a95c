package rating

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Scale is the ordered levels of a rating over a range of scores (R1).
type Scale struct {
	Name  string     `json:"name"`
	Label text.Label `json:"label,omitzero"`
	// Levels stand from the best to the worst.
	Levels []Level `json:"levels"`
	// Rounding is how a score is rounded, once, before its level is looked up.
	Rounding number.Rounding `json:"rounding"`
	// Boundary says which level a score belongs to that lies on the boundary of two.
	Boundary Boundary `json:"boundary,omitempty"`
}

// A Level is one step of a scale. Its band runs from From to To.
type Level struct {
	Code  string          `json:"code"`
	Label text.Label      `json:"label"`
	From  decimal.Decimal `json:"from"`
	To    decimal.Decimal `json:"to"`
}

// In is the level's label.
func (l Level) In(lang text.Lang) string { return l.Label.In(lang) }

// A Boundary is the side that the boundary between two bands belongs to. The outer ends
// of the scale always belong to it.
type Boundary string

// The two sides. The zero Boundary is BoundaryUp: bands are half-open, [from, to).
const (
	BoundaryUp   Boundary = "up"   // to the better level: 90 is in 90–100
	BoundaryDown Boundary = "down" // to the worse level: 90 is in 80–90
)

// maxLevels bounds a scale; nobody tells more levels of performance apart.
const maxLevels = 100

// maxCode is the longest code of a level, metric or dimension, in characters.
const maxCode = 64

// Validate refuses a scale whose bands leave a gap, overlap or stand in the wrong order,
// naming the numbers; a band that holds no score at the scale's rounding; an outer end
// that rounding could carry a score past; and codes or labels that are missing or given
// twice (R1).
func (s Scale) Validate() error {
	var v fault.Violations
	rounding := s.Rounding.Validate()
	v.Nest("rounding", rounding)
	switch s.Boundary {
	case "", BoundaryUp, BoundaryDown:
	default:
		v.Add("boundary", boundaryUnknown, "boundary", text.Excerpt(string(s.Boundary)))
	}
	switch {
	case len(s.Levels) == 0:
		v.Add("levels", levelsRequired)
	case len(s.Levels) > maxLevels:
		v.Add("levels", tooMany, "max", maxLevels)
		return v
	}
	seen := map[string]bool{}
	sound := true // the bands can be reckoned with
	for i, l := range s.Levels {
		at := fault.Index("levels", i)
		checkCode(&v, at+".code", l.Code, seen)
		if l.Label.IsZero() {
			v.Add(at+".label", labelRequired)
		}
		from, to := number.Check(l.From), number.Check(l.To)
		v.Nest(at+".from", from)
		v.Nest(at+".to", to)
		switch {
		case from != nil || to != nil:
			sound = false
		case l.From.GreaterThanOrEqual(l.To):
			v.Add(at, bandEmpty, "level", l, "from", l.From, "to", l.To)
			sound = false
		}
	}
	if sound && len(s.Levels) > 0 {
		s.validateBands(&v, "levels")
	}
	return v.Err()
}

// validateBands checks bands that each hold something: that they join, and that each can
// be reached. They stand in the list of that name.
func (s Scale) validateBands(v *fault.Violations, list string) {
	joined := true
	for i := 1; i < len(s.Levels); i++ {
		joined = s.join(v, fault.Index(list, i), i) && joined
	}
	if joined && s.Rounding.Validate() == nil {
		s.reachable(v, list)
	}
}

// join checks that level i begins where the better one before it ends.
func (s Scale) join(v *fault.Violations, at string, i int) bool {
	better, l := s.Levels[i-1], s.Levels[i]
	switch {
	case l.To.Equal(better.From):
		return true
	case l.From.GreaterThanOrEqual(better.To):
		v.Add(at, levelsOrder, "level", l, "better", better)
	case l.To.LessThan(better.From):
		v.Add(at, bandGap, "from", l.To, "to", better.From, "level", l, "better", better)
	default:
		v.Add(at, bandOverlap, "from", decimal.Max(l.From, better.From),
			"to", decimal.Min(l.To, better.To), "level", l, "better", better)
	}
	return false
}

// reachable checks what rounding does at the bands, which join.
func (s Scale) reachable(v *fault.Violations, list string) {
	last := len(s.Levels) - 1
	for _, end := range []struct {
		path  string
		score decimal.Decimal
	}{
		{fault.Index(list, 0) + ".to", s.Levels[0].To},
		{fault.Index(list, last) + ".from", s.Levels[last].From},
	} {
		if !end.score.Equal(end.score.Truncate(s.Rounding.Places)) {
			v.Add(end.path, endUnrounded, "end", end.score, "places", s.Rounding.Places)
		}
	}
	step := decimal.New(1, -s.Rounding.Places)
	for i, l := range s.Levels {
		first := l.From.RoundCeil(s.Rounding.Places)
		if !s.holds(i, first) && !s.holds(i, first.Add(step)) {
			v.Add(fault.Index(list, i), levelUnreached, "level", l, "from", l.From, "to", l.To,
				"places", s.Rounding.Places)
		}
	}
}

// holds reports whether a rounded score lies in the band of level i.
func (s Scale) holds(i int, score decimal.Decimal) bool {
	l := s.Levels[i]
	if score.LessThan(l.From) || score.GreaterThan(l.To) {
		return false
	}
	if s.Boundary == BoundaryDown {
		return i == len(s.Levels)-1 || !score.Equal(l.From)
	}
	return i == 0 || !score.Equal(l.To)
}

// sides are how the band of a level takes in its two ends: ≤ or <.
func (s Scale) sides(l Level) (low, high string) {
	low, high = "≤", "≤"
	i, _ := s.Rank(l.Code)
	switch {
	case s.Boundary != BoundaryDown && i > 0:
		high = "<"
	case s.Boundary == BoundaryDown && i < len(s.Levels)-1:
		low = "<"
	}
	return low, high
}

// found is the step that says which band a rounded score lies in.
func (s Scale) found(l Level, score decimal.Decimal) Explanation {
	low, high := s.sides(l)
	return say(bandIs, "score", score, "from", l.From, "lowOp", low, "highOp", high, "to", l.To, "level", l)
}

// said is what the scale is called.
func (s Scale) said() text.Label {
	if s.Label.IsZero() {
		return text.Label{En: s.Name}
	}
	return s.Label
}

// Of is the level that a score belongs to. The score is rounded first, once; one that
// lies outside the scale is a [fault.Violations]. The scale must be valid.
func (s Scale) Of(score decimal.Decimal) (Level, error) {
	var v fault.Violations
	v.Nest("", number.Check(score))
	v.Nest("", s.Rounding.Validate())
	if len(v) > 0 {
		return Level{}, v
	}
	rounded := s.Rounding.Round(score)
	for i := range s.Levels {
		if s.holds(i, rounded) {
			return s.Levels[i], nil
		}
	}
	low, high := s.ends()
	v.Add("", scoreOutside, "score", score, "from", low, "to", high)
	return Level{}, v
}

// ends are the lowest and the highest score of the scale.
func (s Scale) ends() (low, high decimal.Decimal) {
	if len(s.Levels) == 0 {
		return low, high
	}
	return s.Levels[len(s.Levels)-1].From, s.Levels[0].To
}

// Level is the level with that code.
func (s Scale) Level(code string) (Level, bool) {
	if i, ok := s.Rank(code); ok {
		return s.Levels[i], true
	}
	return Level{}, false
}

// Rank is how far a level stands from the best, which is 0.
func (s Scale) Rank(code string) (rank int, ok bool) {
	for i, l := range s.Levels {
		if l.Code == code {
			return i, true
		}
	}
	return 0, false
}

// better reports whether one level stands before another.
func (s Scale) better(one, other string) bool {
	a, _ := s.Rank(one)
	b, ok := s.Rank(other)
	return !ok || a < b
}

// checkCode notes a code that is missing, unfit or seen before.
func checkCode(v *fault.Violations, path, code string, seen map[string]bool) {
	switch {
	case code == "":
		v.Add(path, codeRequired)
	case utf8.RuneCountInString(code) > maxCode, strings.TrimSpace(code) != code,
		strings.ContainsFunc(code, func(r rune) bool { return !unicode.IsPrint(r) || r == utf8.RuneError }):
		v.Add(path, codeUnfit, "code", text.Excerpt(code), "max", maxCode)
	case seen[code]:
		v.Add(path, codeTwice, "code", code)
	}
	seen[code] = true
}
