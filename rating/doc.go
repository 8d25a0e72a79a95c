// Package rating turns figures into scores and scores into ratings, exactly, and says why.
//
// How people are rated is data. From the figure to what it leads to:
//
//   - A [Scale] has the levels and their bands; a [Mapping] takes results to another scale.
//   - A [Curve] scores a figure against its target, a [Rubric] a judgement.
//   - [Composite] is the weighted mean of scores, of groups and of parts of a period too; a
//     [Scorecard] adds bonus and penalty points, and vetoes that hold the total down.
//   - A [Table] decides a level by conditions; [Table.Analyse] finds its gaps and contradictions.
//   - A [Policy] is all that one rating takes: scale, metrics (given, or worked out by
//     curves), dimensions with tables and weights, and gates. [ParsePolicy] reads it from
//     JSON, of which [Schema] is the schema, or refuses it with everything that is wrong.
//   - [Policy.Compile] checks and builds it once. [Rules.Rate] makes of one person's [Inputs]
//     a [Rating] with its whole derivation; a [Scorer] rates row after row, fast.
//   - [Rules.Recompute] works a stored rating out again and compares. [Simulate] tells who
//     moves, and what it costs, when the rules change.
//
// Package calibration lays many ratings side by side, package outcome says what one leads to.
//
// A veto (一票否决) of a policy is a [Gate] before each level that it rules out, which asks
// that the metric of breaches is 0 and gives the worst level otherwise; a breach that is
// not known is refused. One that takes points off a total is a [Veto] of a scorecard.
//
// What is missing is never zero and never false: it is an error or, where a policy says
// so, left out and shown as left out. Figures are exact decimals; a score is rounded
// once, at the end, as its scale states. Where practice differs, there is a named policy
// with a safe default. Every [Explanation] is in Chinese and English. The package is
// pure: no I/O, no clock, no state.
package rating
