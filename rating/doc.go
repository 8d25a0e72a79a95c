// Package rating turns figures into scores and scores into ratings, exactly, and says why.
//
// How people are rated is data: a [Policy] read by [ParsePolicy] from JSON, or built in
// Go, that is refused with everything that is wrong with it before anybody is rated by
// it. [Policy.Rate] makes of one person's [Inputs] a [Rating] that names the policy's
// version and digest, the score of every dimension, and the whole derivation as an
// [Explanation] in Chinese and English; [Policy.Recompute] works it out again and compares.
//
// The parts serve alone too: a [Scale] finds the level of a score, a [Mapping] what it is
// on another scale; a [Curve] scores a figure against its target, a [Rubric] a judgement;
// a [Table] decides a level by conditions; [Composite] is a weighted mean, of groups and
// of parts of a period too, and a [Scorecard] adds bonus and penalty points and vetoes.
//
// What is missing is never zero and never false: it is an error or, where a policy says
// so, left out and shown as left out. Figures are exact decimals; a score is rounded
// once, at the end, as its scale states. Where practice differs, there is a named policy
// with a safe default. The package is pure: no I/O, no clock, no state.
package rating
