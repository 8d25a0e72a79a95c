// Package smart reads what people write as goals and says, letter by letter, whether a
// goal is specific, measurable, achievable, relevant and time-bound (G3).
//
// [Read] takes a bare sentence, Chinese (simplified and traditional), English or mixed,
// and finds what it says: metric, baseline, target with unit and comparator, direction,
// when it is due, by what means, and the words that say nothing. Everything found comes
// with its exact [Span]. [Reading.Findings] judges the sentence by itself.
//
// [Assess] judges a [goal.Goal] by its fields and its texts together, achievable against
// baseline, history and confidence, relevant against the goals above it. What the caller
// does not give is not judged. Each [Finding] has a stable code, the reason, and what to
// write instead, in both languages.
//
// The rules are deterministic and name phenomena: Chinese numerals, shares and multiples,
// by and to, percent and percentage points, durations that are the metric and durations
// that are the deadline, filters, versions and placeholders. Words stand in tables. A text
// is cut into tokens in one pass and no rule looks farther than a clause, so that the work
// grows with the length and no faster. The package does no I/O, needs no model and is
// safe for concurrent use.
package smart
