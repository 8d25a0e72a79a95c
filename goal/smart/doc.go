// Package smart reads what people write as goals and says, letter by letter, what is
// missing for a goal to be specific, measurable, achievable, relevant and time-bound (G3).
package smart
