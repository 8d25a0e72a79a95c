package rating

import (
	"slices"
	"strconv"

	"github.com/shopspring/decimal"

	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/number"
	"github.com/meritkit/meritkit/text"
)

// A Mapping says what the results of one scale are on another, one by one (R1, R4). There
// is no formula: a scale stretched over another drops levels without anybody saying so.
type Mapping struct {
	From Scale `json:"from"`
	To   Scale `json:"to"`
	// Matches are either by level, one for each level of From in any order, or by bands of
	// From's scores, from the best to the worst and without gap, from end to end; the
	// boundary of two bands belongs to the side that it belongs to on From.
	Matches []Match `json:"matches"`
}

// A Match is one line of a mapping.
type Match struct {
	// Level is the level of From; empty where there is a band.
	Level string `json:"level,omitempty"`
	// Low and High are the ends of a band of From's scores.
	Low  *decimal.Decimal `json:"low,omitempty"`
	High *decimal.Decimal `json:"high,omitempty"`
	// To is the level on To.
	To string `json:"to"`
	// Score is what it counts for in To's scores; it lies in To's band. All matches have
	// one or none has.
	Score *decimal.Decimal `json:"score,omitempty"`
}

// Validate refuses a mapping of scales that are not valid or have no name; one that
// leaves out a level or a score of From, or has it twice; levels that its scales don't
// have; a score outside the level it counts for; and a better result that is mapped to
// a worse level or score than a worse one.
func (m Mapping) Validate() error {
	var v fault.Violations
	for _, end := range []struct {
		path  string
		scale Scale
	}{{"from", m.From}, {"to", m.To}} {
		v.Nest(end.path, end.scale.Validate())
		if end.scale.said().IsZero() {
			v.Add(end.path+".label", labelRequired)
		}
	}
	switch {
	case len(m.Matches) == 0:
		v.Add("matches", matchesRequired)
	case len(m.Matches) > maxLevels:
		v.Add("matches", tooMany, "max", maxLevels)
	}
	if len(v) > 0 {
		return v
	}
	for i, match := range m.Matches {
		m.validateTarget(&v, fault.Index("matches", i), match)
	}
	if ordered := m.order(&v); len(v) == 0 {
		m.validateOrder(&v, ordered)
	}
	return v.Err()
}

// validateTarget checks the form of a match, and its level and score on To.
func (m Mapping) validateTarget(v *fault.Violations, at string, match Match) {
	if byLevel := match.Level != ""; byLevel != (match.Low == nil) || byLevel != (match.High == nil) ||
		byLevel != (m.Matches[0].Level != "") {
		v.Add(at, matchForm)
	}
	checkLevel(v, at+".to", match.To, m.To)
	if (match.Score == nil) != (m.Matches[0].Score == nil) {
		v.Add(at+".score", matchScoresPartial)
	}
	to, known := m.To.Level(match.To)
	if match.Score == nil || !known {
		return
	}
	if found, err := m.To.Of(*match.Score); err != nil {
		v.Nest(at+".score", err)
	} else if found.Code != to.Code {
		v.Add(at+".score", matchScoreOutside, "score", *match.Score, "found", found, "to", to)
	}
}

// order is the places of the matches from the best result on From to the worst. It notes
// what of From they leave out or have twice.
func (m Mapping) order(v *fault.Violations) []int {
	var ordered []int
	if m.Matches[0].Level == "" {
		v.Nest("", m.checkBands())
		for i := range m.Matches {
			ordered = append(ordered, i)
		}
		return ordered
	}
	at := map[string]int{}
	for i, match := range m.Matches {
		if _, twice := at[match.Level]; twice {
			v.Add(fault.Index("matches", i)+".level", codeTwice, "code", match.Level)
		}
		checkLevel(v, fault.Index("matches", i)+".level", match.Level, m.From)
		at[match.Level] = i
	}
	for _, l := range m.From.Levels {
		i, mapped := at[l.Code]
		if !mapped {
			v.Add("matches", levelUnmapped, "level", l)
		}
		ordered = append(ordered, i)
	}
	return ordered
}

// checkBands refuses bands that leave a gap, overlap or do not run from end to end.
func (m Mapping) checkBands() error {
	var v fault.Violations
	for i, match := range m.Matches {
		at := fault.Index("matches", i)
		if match.Low == nil || match.High == nil {
			return nil // said already
		}
		low, high := number.Check(*match.Low), number.Check(*match.High)
		v.Nest(at+".low", low)
		v.Nest(at+".high", high)
		if low == nil && high == nil && match.Low.GreaterThanOrEqual(*match.High) {
			to, _ := m.To.Level(match.To)
			v.Add(at, bandEmpty, "level", to, "from", *match.Low, "to", *match.High)
		}
	}
	if len(v) > 0 {
		return v
	}
	bands := m.bands()
	low, high := m.From.ends()
	if from, to := bands.ends(); !from.Equal(low) || !to.Equal(high) {
		v.Add("matches", matchesEnds, "from", from, "to", to, "low", low, "high", high)
	}
	bands.validateBands(&v, "matches")
	return v.Err()
}

// bands are the matches as a scale whose codes are their places in the list.
func (m Mapping) bands() Scale {
	s := Scale{Rounding: m.From.Rounding, Boundary: m.From.Boundary}
	for i, match := range m.Matches {
		to, _ := m.To.Level(match.To)
		s.Levels = append(s.Levels, Level{Code: strconv.Itoa(i), Label: to.Label, From: *match.Low, To: *match.High})
	}
	return s
}

// validateOrder refuses a mapping that turns better into worse.
func (m Mapping) validateOrder(v *fault.Violations, ordered []int) {
	for n := 1; n < len(ordered); n++ {
		better, match := m.Matches[ordered[n-1]], m.Matches[ordered[n]]
		above, _ := m.To.Rank(better.To)
		rank, _ := m.To.Rank(match.To)
		if rank < above || (match.Score != nil && match.Score.GreaterThan(*better.Score)) {
			v.Add(fault.Index("matches", ordered[n]), matchOrder, "to", m.To.Levels[rank], "above", m.To.Levels[above])
		}
	}
}

// Level is what a level of From is on To. The match has its level and, where the mapping
// has scores, what it counts for: the score of a [Component], with the explanation.
func (m Mapping) Level(code string) (Match, Explanation, error) {
	var v fault.Violations
	v.Nest("", m.Validate())
	level, known := m.From.Level(code)
	switch {
	case len(v) > 0:
	case !known:
		v.Add("", levelUnknown, "level", text.Excerpt(code))
	case m.Matches[0].Level == "":
		v.Add("", mappedByBands)
	}
	if len(v) > 0 {
		return Match{}, Explanation{}, v
	}
	match, why := m.level(level)
	return match, why, nil
}

// level is the match of a level of From under a valid mapping by level.
func (m Mapping) level(level Level) (Match, Explanation) {
	i := slices.IndexFunc(m.Matches, func(match Match) bool { return match.Level == level.Code })
	to, _ := m.To.Level(m.Matches[i].To)
	why := say(mappedLevel, "level", level, "from", m.From.said(), "to", to, "on", m.To.said())
	why.Steps = m.Matches[i].counts(to)
	return m.Matches[i], why
}

// counts is the step that says what a match counts for, where it has a score.
func (m Match) counts(to Level) []Explanation {
	if m.Score == nil {
		return nil
	}
	return []Explanation{say(matchCounts, "to", to, "score", *m.Score)}
}

// Score is what a score of From is on To, by its band or by its level on From. It is
// rounded first, once, as From says.
func (m Mapping) Score(score decimal.Decimal) (Match, Explanation, error) {
	if err := m.Validate(); err != nil {
		return Match{}, Explanation{}, err
	}
	byLevel, bands := m.Matches[0].Level != "", m.From
	if !byLevel {
		bands = m.bands()
	}
	band, err := bands.Of(score)
	if err != nil {
		return Match{}, Explanation{}, err
	}
	var match Match
	var how []Explanation
	if byLevel {
		found, why := m.level(band)
		match, how = found, []Explanation{why}
	} else {
		i, _ := bands.Rank(band.Code)
		to, _ := m.To.Level(m.Matches[i].To)
		match, how = m.Matches[i], m.Matches[i].counts(to)
	}
	to, _ := m.To.Level(match.To)
	rounded := m.From.Rounding.Round(score)
	why := say(mappedScore, "score", score, "from", m.From.said(), "to", to, "on", m.To.said())
	why.Steps = append([]Explanation{roundedAs(m.From.Rounding, rounded), bands.found(band, rounded)}, how...)
	return match, why, nil
}
