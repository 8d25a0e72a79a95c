package outcome

import (
	"slices"

	"github.com/meritkit/meritkit/calendar"
	"github.com/meritkit/meritkit/fault"
	"github.com/meritkit/meritkit/rating"
	"github.com/meritkit/meritkit/text"
)

// A Rule says which ratings of the last periods make somebody eligible for a promotion
// or the talent pool, or call for training, an improvement plan or a change of position
// (R7): Count of the Last periods at Level, or better or worse than it.
//
// Excellent three quarters in a row is a Count of 3 of the Last 3; a bad rating at once,
// 1 of 1.
type Rule struct {
	Code  string     `json:"code" validate:"required,max=64"`
	Label text.Label `json:"label"`
	// Kind is one of those that are not an amount.
	Kind  Kind   `json:"kind"`
	Level string `json:"level"`
	// Or is the side of the level that counts too.
	Or    Side `json:"or"`
	Count int  `json:"count"`
	Last  int  `json:"last"`
	// Unrated is what becomes of a period without a rating.
	Unrated UnratedPolicy `json:"unrated,omitempty"`
}

// A Side of a level.
type Side string

// The two sides.
const (
	OrBetter Side = "better"
	OrWorse  Side = "worse"
)

// UnratedPolicy is a named answer to a period without a rating: parental leave, a
// probation that ended late.
type UnratedPolicy string

// The answers. The zero value is UnratedBreaks.
const (
	UnratedBreaks UnratedPolicy = "break" // is one of the last periods, and does not count: it breaks a row
	UnratedPassed UnratedPolicy = "pass"  // is passed over, and an earlier period takes its place
)

// An Entry is the final rating of one period. Level is empty where there is none.
type Entry struct {
	Period calendar.Period `json:"period"`
	Level  string          `json:"level,omitempty"`
}

// An Eligibility is what a rule finds in somebody's ratings. It decides nothing: people do.
type Eligibility struct {
	Rule string `json:"rule"`
	Kind Kind   `json:"kind"`
	Met  bool   `json:"met"`
	// Counted are the periods that count, from the latest.
	Counted []Entry            `json:"counted,omitempty"`
	Why     rating.Explanation `json:"why"`
}

// The bounds of rules and ratings.
const (
	maxLast    = 100
	maxHistory = 1000
)

// Validate refuses a rule of a kind that is an amount, a level that is not of the scale,
// and a count that is not between 1 and Last.
func (r Rule) Validate(scale rating.Scale) error {
	var v fault.Violations
	checkHead(&v, r, r.Label)
	kinds.Check(&v, "kind", r.Kind)
	if slices.Contains(amounts, r.Kind) {
		v.Add("kind", kindAmount, "kind", r.Kind)
	}
	if _, ok := scale.Rank(r.Level); !ok {
		v.Add("level", levelUnknown, "level", text.Excerpt(r.Level))
	}
	sides.Check(&v, "or", r.Or)
	if r.Last < 1 || r.Last > maxLast {
		v.Add("last", lastOutside, "last", r.Last, "max", maxLast)
	}
	if r.Count < 1 || r.Count > max(1, r.Last) {
		v.Add("count", countOutside, "count", r.Count, "last", r.Last)
	}
	if r.Unrated != "" {
		unrated.Check(&v, "unrated", r.Unrated)
	}
	return v.Err()
}

// Check looks for what the rule asks in the ratings of one person, in whatever order they
// are given, and says what it found in each period. Ratings are in the scale, and their
// periods join: periods that overlap, days between two of them, and a level that the scale
// does not have are a [fault.Violations] at "history[i]". A period without a
// rating is an entry without a level, so that none is forgotten.
func (r Rule) Check(history []Entry, scale rating.Scale) (Eligibility, error) {
	var v fault.Violations
	v.Nest("", r.Validate(scale))
	checkHistory(&v, history, scale)
	if len(v) > 0 {
		return Eligibility{}, v
	}
	entries := slices.Clone(history)
	slices.SortFunc(entries, func(a, b Entry) int { return b.Period.From.Compare(a.Period.From) })
	found := Eligibility{Rule: r.Code, Kind: r.Kind}
	bound, _ := scale.Level(r.Level)
	var steps []rating.Explanation
	looked := 0
	for _, e := range entries {
		if looked == r.Last {
			break
		}
		level, rated := scale.Level(e.Level)
		if !rated && r.Unrated == UnratedPassed {
			steps = append(steps, say(nil, periodPassed, "period", e.Period))
			continue
		}
		looked++
		switch {
		case !rated:
			steps = append(steps, say(nil, periodBreaks, "period", e.Period))
		case r.takes(e.Level, scale):
			found.Counted = append(found.Counted, e)
			steps = append(steps, say(nil, periodCounts, "period", e.Period, "level", level))
		default:
			steps = append(steps, say(nil, periodFails, "period", e.Period, "level", level))
		}
	}
	found.Met = len(found.Counted) >= r.Count
	m := ruleUnmet
	if found.Met {
		m = ruleMet
	}
	found.Why = say(steps, m, "label", r.Label, "count", r.Count, "last", r.Last, "level", bound,
		"side", sides[r.Or], "have", len(found.Counted), "looked", looked)
	return found, nil
}

// takes reports whether a level of the scale counts.
func (r Rule) takes(level string, scale rating.Scale) bool {
	rank, _ := scale.Rank(level)
	bound, _ := scale.Rank(r.Level)
	if r.Or == OrWorse {
		return rank >= bound
	}
	return rank <= bound
}

// checkHistory notes what is wrong with ratings and their periods.
func checkHistory(v *fault.Violations, history []Entry, scale rating.Scale) {
	if len(history) > maxHistory {
		v.Add("history", historyLong, "max", maxHistory)
		return
	}
	sound := true
	order := make([]int, len(history))
	for i, e := range history {
		order[i] = i
		at := fault.Index("history", i)
		if err := e.Period.Validate(); err != nil {
			v.Nest(at+".period", err)
			sound = false
		}
		if _, ok := scale.Rank(e.Level); !ok && e.Level != "" {
			v.Add(at+".level", levelUnknown, "level", text.Excerpt(e.Level))
		}
	}
	if !sound {
		return
	}
	slices.SortStableFunc(order, func(a, b int) int { return history[a].Period.From.Compare(history[b].Period.From) })
	for i := 1; i < len(order); i++ {
		before, e := history[order[i-1]], history[order[i]]
		at := fault.Index("history", order[i]) + ".period"
		switch next := before.Period.To.AddDays(1); {
		case e.Period.From.Before(next):
			v.Add(at, periodsOverlap, "period", e.Period, "before", before.Period)
		case e.Period.From.After(next):
			v.Add(at, periodsGap, "period", e.Period, "before", before.Period)
		}
	}
}
